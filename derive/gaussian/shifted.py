"""Averages over one Gaussian field x with a mean: what the conditional averages of a readout
problem are made of.

The rules are those of zero-mean fields with the mean carried along, and one more, the slope in the
mean, d<f>/dmean = <f'>, integrated from where the average is known.  Each step is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sympy import (
    Add,
    DiracDelta,
    Expr,
    Function,
    Integral,
    Mul,
    Pow,
    S,
    Symbol,
    atan,
    cos,
    erf,
    exp,
    expand_mul,
    limit,
    oo,
    pi,
    sign,
    simplify,
    sin,
    sqrt,
)
from sympy.core.function import ArgumentIndexError
from sympy.simplify.fu import TR8

from ..ir.average import Average, Covariance
from ..ir.trace import Shifted, Step
from .engine import NoRule, evaluate

__all__ = ["OwenT", "shifted"]


class OwenT(Function):
    """Owen's function T(h, a) = int_0^a exp(-h^2 (1 + x^2)/2) / (1 + x^2) dx / (2 pi), even in h
    and odd in a."""

    nargs = 2

    @classmethod
    def eval(cls, h: Expr, a: Expr) -> Expr | None:
        if a == 0:
            return S.Zero
        return atan(a) / (2 * pi) if h == 0 else None

    def fdiff(self, argindex: int = 1) -> Expr:
        h, a = self.args
        if argindex == 1:
            return -exp(-(h**2) / 2) * erf(a * h / sqrt(2)) / (2 * sqrt(2 * pi))
        if argindex == 2:
            return exp(-(h**2) * (1 + a**2) / 2) / (2 * pi * (1 + a**2))
        raise ArgumentIndexError(self, argindex)

    def _eval_evalf(self, prec: int) -> Expr:
        h, a = self.args
        x = Symbol("x")
        value = Integral(exp(-(h**2) * (1 + x**2) / 2) / (1 + x**2) / (2 * pi), (x, 0, a))
        return value.evalf(prec)._eval_evalf(prec)


@dataclass
class _Run:
    """One evaluation: the field, and the steps taken."""

    x: Symbol
    steps: list[Step] = field(default_factory=list)

    def value(self, f: Expr, mean: Expr, variance: Expr, depth: int = 0) -> Expr:
        """< f(x) > for x ~ N(mean, variance)."""
        x = self.x
        if x not in f.free_symbols:
            return f
        place = len(self.steps)
        for rule in (
            _linear,
            _polynomial,
            _squared_sign,
            _harmonics,
            _weight,
            _fixed,
            _bare,
            _slope,
        ):
            found = rule(self, f, mean, variance, depth)
            if found is not None:
                if rule is not _linear:
                    before = Shifted(f, mean, variance)
                    self.steps.insert(place, Step(found[0], before, found[1], depth=depth))
                return found[1]
        raise NoRule(Average(f, (x,), Covariance("C")))


Found = tuple[str, Expr] | None


def shifted(f: Expr, x: Symbol, mean: Expr, variance: Expr) -> tuple[Expr, tuple[Step, ...]]:
    """< f(x) > for x ~ N(mean, variance) in closed form, and how; raises ``NoRule``.

    ``mean`` and ``variance`` are symbols (real, positive) or numbers; the value at a mean of 0 or a
    variance of 1 is that of the general one.
    """
    m, v = Symbol("m", real=True), Symbol("v", positive=True)
    run = _Run(x)
    value = run.value(f, m, v).subs({m: mean, v: variance}, simultaneous=True)
    return (simplify(value) if mean == 0 else value), tuple(run.steps)


def _linear(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """< a f + b h > = a < f > + b < h >: term by term, factors without the field in front."""
    expanded = expand_mul(f, deep=False)
    if isinstance(expanded, Add):
        return "linearity", Add(*(run.value(t, mean, variance, depth) for t in expanded.args))
    constant, rest = expanded.as_independent(run.x, as_Add=False)
    if constant == 1:
        return None
    return "linearity", constant * run.value(rest, mean, variance, depth)


def _polynomial(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """< p(x) > = < p(mean + z) >, z ~ N(0, variance): Wick, by the engine of zero-mean fields."""
    if not f.is_polynomial(run.x):
        return None
    closed = evaluate(f.subs(run.x, mean + run.x).expand(), (run.x,)).flat()
    entry = Covariance("C").entry(run.x, run.x)
    return "Wick", closed.xreplace({entry: variance}).expand()


def _squared_sign(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """sign(x)^2 = 1, except at a point."""
    even = f.replace(
        lambda e: isinstance(e, Pow) and isinstance(e.base, sign) and e.exp.is_Integer,
        lambda e: e.base ** (e.exp % 2),
    )
    return None if even == f else ("squared sign", run.value(even, mean, variance, depth + 1))


def _harmonics(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """Products of sines and cosines as sums of them; < exp(i k x) > = exp(i k mean - k^2
    variance/2)."""
    if not f.has(sin, cos):
        return None
    reduced = expand_mul(TR8(f))
    if reduced != f:
        return "harmonics", run.value(reduced, mean, variance, depth + 1)
    if not isinstance(f, sin | cos):
        return None
    frequency = f.args[0].coeff(run.x)
    if f.args[0] != frequency * run.x:
        return None
    return "characteristic function", f.subs(run.x, mean) * exp(-(frequency**2) * variance / 2)


def _weight(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """< exp(-s x^2/2) F >_(m,v) = d^(-1/2) exp(-s m^2/(2 d)) < F >_(m/d,v/d), d = 1 + s v: the
    square is completed."""
    for factor in Mul.make_args(f):
        if not isinstance(factor, exp):
            continue
        strength = -2 * factor.exp.coeff(run.x, 2)
        if factor.exp != -strength * run.x**2 / 2 or not strength.is_positive:
            continue
        shrink = 1 + strength * variance
        norm = exp(-strength * mean**2 / (2 * shrink)) / sqrt(shrink)
        return "tilting", norm * run.value(f / factor, mean / shrink, variance / shrink, depth + 1)
    return None


def _fixed(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """< delta(x) F > = exp(-m^2/(2 v))/sqrt(2 pi v) F(0): the density at 0 times the rest there."""
    for factor in Mul.make_args(f):
        if isinstance(factor, DiracDelta) and factor.args[0] == run.x:
            density = exp(-(mean**2) / (2 * variance)) / sqrt(2 * pi * variance)
            return "conditioning", density * (f / factor).subs(run.x, 0)
    return None


def _bare(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """< x F > = mean < F > + variance < F' > for a bare field."""
    power = next(
        (p for p in Mul.make_args(f) if p == run.x or (isinstance(p, Pow) and p.base == run.x)),
        None,
    )
    if power is None or (power != run.x and not (power.exp.is_Integer and power.exp > 0)):
        return None
    rest = f / run.x
    slope = _slope_of(rest, run.x)
    return "Stein", mean * run.value(rest, mean, variance, depth + 1) + variance * run.value(
        slope, mean, variance, depth + 1
    )


def _slope(run: _Run, f: Expr, mean: Expr, variance: Expr, depth: int) -> Found:
    """d<f>/dmean = <f'>, integrated from mean 0 for odd f, and from infinite mean where f becomes
    constant."""
    if any(not isinstance(e, erf | sign) and not _falls(e, run.x) for e in f.atoms(Function)):
        return None  # the slope would be no simpler
    at, spread = Symbol("m", real=True), Symbol("v", positive=True)
    slope = run.value(_slope_of(f, run.x), at, spread, depth + 1)
    primitive = _antiderivative(slope, at, spread)
    if f.subs(run.x, -run.x) == -f:
        value, note = primitive - primitive.subs(at, 0), "slope in the mean, from 0"
    else:
        end = limit(f, run.x, oo)
        if not end.is_finite:
            return None
        value, note = (
            end + primitive - _at_infinity(primitive, at),
            "slope in the mean, from infinity",
        )
    return note, value.subs({at: mean, spread: variance}, simultaneous=True)


def _falls(e: Expr, x: Symbol) -> bool:
    """Whether e is an exponential of a quadratic form with a negative square."""
    return isinstance(e, exp) and bool(e.exp.expand().coeff(x, 2).is_negative)


def _slope_of(f: Expr, x: Symbol) -> Expr:
    """f'(x), with x delta(x) = 0."""
    return expand_mul(f.diff(x)).subs(x * DiracDelta(x), 0)


def _antiderivative(slope: Expr, m: Symbol, v: Symbol) -> Expr:
    """Primitive in m of sums of exp(-p m^2/2) and erf(q m) exp(-p m^2/2): erf, Owen's T; checked by
    differentiation."""
    total = S.Zero
    for term in Add.make_args(expand_mul(slope)):
        constant, rest = term.as_independent(m, as_Add=False)
        weights = [e for e in Mul.make_args(rest) if isinstance(e, exp)]
        others = Mul(*(e for e in Mul.make_args(rest) if not isinstance(e, exp)))
        p = (-2 * Add(*(e.exp for e in weights)) / m**2).simplify()
        if m in p.free_symbols or not weights:
            raise NoRule(Average(slope, (m,), Covariance("C")))
        if others == 1:
            total += _root(constant * sqrt(pi / (2 * p))) * erf(sqrt(p / 2) * m)
        elif isinstance(others, erf):
            q = (others.args[0] / m).simplify()
            a = sqrt((2 * q**2 / p).simplify())
            total -= _root(constant * 2 * sqrt(2 * pi / p)) * OwenT(sqrt(p) * m, a)
        else:
            raise NoRule(Average(slope, (m,), Covariance("C")))
    probe = {m: S(7) / 5, v: S(3) / 10}
    if abs((total.diff(m) - slope).subs(probe).evalf(30)) > 1e-25:
        raise ArithmeticError(
            f"no primitive of {slope} in {m} was found that differentiates back to it"
        )
    return total


def _root(factor: Expr) -> Expr:
    """A factor made of square roots with one radicand, which is simplified."""
    joined = sqrt((factor**2).cancel())
    return (
        joined
        if (factor / joined).subs({s: S(3) / 10 for s in factor.free_symbols}).evalf() > 0
        else -joined
    )


def _at_infinity(primitive: Expr, m: Symbol) -> Expr:
    """The limit of a primitive for m -> infinity: erf becomes 1 and Owen's T vanishes."""
    return primitive.replace(
        lambda e: isinstance(e, erf) and m in e.free_symbols, lambda e: S.One
    ).replace(lambda e: isinstance(e, OwenT), lambda e: S.Zero)
