"""The rules of the Gaussian calculus, each a pure function from one average to a linear combination
of simpler ones.

A rule returns ``None`` where it does not apply.  Each is correct on its own.  The order in which
the engine tries them decides how short a derivation is and that it ends: what shortens the
integrand comes before what opens an integral.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, product
from math import factorial, prod

from sympy import (
    Add,
    DiracDelta,
    Expr,
    Mul,
    Piecewise,
    Poly,
    Pow,
    S,
    Sum,
    Symbol,
    exp,
    factorial2,
    integrate,
    oo,
    pi,
    sign,
    simplify,
    sqrt,
    symbols,
)

from ..ir.average import GAUSSIANS, SQUARE, Average, Covariance, strength, weight
from ..ir.system import Joint
from . import squares as gaussian_sums
from .path import factors_by_field, kinked, path

__all__ = ["RULES", "Rewrite", "Rule", "joint", "kinks", "meetings", "pair", "scaling", "squares"]


@dataclass(frozen=True)
class Rewrite:
    """What a rule made of an average: ``constant + sum of coefficient * average``.

    A ``note`` in words, and what the rule was applied to: ``about``, as the rule says.
    """

    rule: str
    terms: tuple[tuple[Expr, Average], ...] = ()
    constant: Expr = S.Zero
    note: str = ""
    about: tuple = ()


Evaluate = Callable[..., Expr]
Rule = Callable[[Average, Evaluate], Rewrite | None]


def linearity(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """Term by term, factors without a field in front: < a f + b h > = a < f > + b < h >."""
    integrand = average.integrand.expand()
    if isinstance(integrand, Add):
        return Rewrite("linearity", tuple((S.One, average.over(t)) for t in integrand.args))
    constant, rest = (
        integrand.as_independent(*average.fields, as_Add=False)
        if average.fields
        else (integrand, S.One)
    )
    if constant == 1:
        return None
    return Rewrite("constant factor", ((constant, average.over(rest)),))


def normalisation(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """The measure is normalised: < 1 > = 1."""
    return Rewrite("normalisation", constant=average.integrand) if average.is_number else None


def parity(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """The measure is even: < F > = 0 where F(-x) = -F(x) in all fields together."""
    flipped = average.integrand.xreplace({f: -f for f in average.fields})
    return Rewrite("parity") if flipped == -average.integrand else None


def tilting(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< exp(-s x^2/2) F >_C = (1 + s C_xx)^(-1/2) < F >_C' with C'^-1 = C^-1 + s e_x e_x^T: the
    square is completed."""
    for factor in _factors(average.integrand):
        if not isinstance(factor, exp) or len(factor.free_symbols & set(average.fields)) != 1:
            continue
        (x,) = factor.free_symbols & set(average.fields)
        strength = -2 * factor.exp.coeff(x, 2)
        if factor.exp != -strength * x**2 / 2 or not strength.is_nonnegative:
            continue
        c = average.covariance
        tilted = Average(average.integrand, average.fields, c.tilted(x, strength))
        rest = average.integrand / factor
        norm = 1 / sqrt(1 + strength * c.entry(x, x))
        return Rewrite("tilting", ((norm, tilted.over(rest)),), about=(x, strength))
    return None


def squared_signs(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """sign(x)^2 = 1, except on a set of measure zero."""
    even = average.integrand.replace(
        lambda e: isinstance(e, Pow) and isinstance(e.base, sign) and e.exp.is_Integer,
        lambda e: e.base ** (e.exp % 2),
    )
    return (
        None
        if even == average.integrand
        else Rewrite("squared sign", ((S.One, average.over(even)),))
    )


def conditioning(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """A factor delta(x) fixes the field: < delta(x) F > = < F at x = 0 > given x = 0, over sqrt(2
    pi C_xx)."""
    for factor in _factors(average.integrand):
        if not isinstance(factor, DiracDelta) or factor.args[0] not in average.fields:
            continue
        x = factor.args[0]
        rest = (average.integrand / factor).subs(x, 0)
        fixed = Average(rest, average.fields, average.covariance.tilted(x, oo)).over(rest)
        density = 1 / sqrt(2 * pi * average.covariance.entry(x, x))
        terms = () if rest == 0 else ((density, fixed),)
        return Rewrite("conditioning", terms, about=(x,))
    return None


def pair(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f(x) h(y) > given others fixed is that of two fields with covariance V, at V = their
    conditional covariance."""
    fields = average.fields
    if len(fields) != 2 or len(average.covariance.tilts) < 2 or not average.covariance.fixed:
        return None
    free = Covariance("V")
    value = evaluate(Average(average.integrand, fields, free)).expand()
    joined = Add(*(_one_root(term) for term in Add.make_args(value)))
    entries = {
        free.entry(*p): average.covariance.entry(*p)
        for p in combinations_with_replacement(fields, 2)
    }
    return Rewrite("pair", constant=joined.xreplace(entries), note="in entries of their covariance")


def stein(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< x F > = sum_j C_xj < dF/dx_j > for a bare field x; one without a kink first, whose slope is
    conditioned on."""
    kinks = {
        x: any(f.has(sign) for f in _factors(average.integrand) if x in f.free_symbols)
        for x in average.fields
    }
    for x in sorted(average.fields, key=lambda x: kinks[x]):
        power = next(
            (
                f
                for f in _factors(average.integrand)
                if f == x or (isinstance(f, Pow) and f.base == x)
            ),
            None,
        )
        if power is None or not (power == x or (power.exp.is_Integer and power.exp.is_positive)):
            continue
        rest = average.integrand / x
        terms = (
            (average.covariance.entry(x, y), average.over(rest.diff(y))) for y in average.fields
        )
        return Rewrite("Stein", tuple((c, a) for c, a in terms if a.integrand != 0), about=(x,))
    return None


def wick(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """Polynomials, each in one field: n_ij pairs of the fields i and j, and what is left of each
    factor on its own.

    < prod_i f_i(x_i) > = sum over n of prod_(i<j) C_ij^n_ij/n_ij! prod_i < f_i^(r_i)(x_i) > with
    r_i = sum_j n_ij: a pair of fields that meet takes a derivative of both factors, and n_ij!
    orders of the same pairs count once.
    """
    x, entry = average.fields, average.covariance.entry
    factors = _one_field_each(average)
    if factors is None:
        return None
    means = [_means_of_derivatives(f, y, entry(y, y)) for f, y in zip(factors, x, strict=True)]
    terms = []
    for pairs in meetings(tuple(len(m) - 1 for m in means)):
        taken = [sum(n for pair, n in pairs if i in pair) for i in range(len(x))]
        alone = [m[r] for m, r in zip(means, taken, strict=True)]
        if all(alone):
            weight = prod(factorial(n) for _, n in pairs)
            terms.append(Mul(*(entry(x[i], x[j]) ** n for (i, j), n in pairs), *alone) / weight)
    return Rewrite("Wick", constant=Add(*terms))


def _one_field_each(average: Average) -> list[Expr] | None:
    """The factors of the integrand, one polynomial per field; None where it is no such product."""
    if average.is_number or not average.integrand.is_polynomial(*average.fields):
        return None
    found = [S.One for _ in average.fields]
    for factor in _factors(average.integrand):
        places = [p for p, x in enumerate(average.fields) if x in factor.free_symbols] or [0]
        if len(places) > 1:
            return None
        found[places[0]] *= factor
    return found


def _means_of_derivatives(f: Expr, x: Symbol, variance: Expr) -> list[Expr]:
    """< f^(r)(x) > for r = 0, 1, ... up to the degree: < x^2n > = (2n - 1)!! variance^n."""
    found = []
    while f != 0:
        powers = Poly(f, x).terms()
        found.append(
            Add(*(c * factorial2(p - 1) * variance ** (p // 2) for (p,), c in powers if p % 2 == 0))
        )
        f = f.diff(x)
    return found


def copies(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f(x)^2 > is < f(x) f(y) > in the limit where the fields x and y coincide."""
    if (
        len(average.fields) != 1
        or not isinstance(average.integrand, Pow)
        or average.integrand.exp != 2
    ):
        return None
    (x,), f = average.fields, average.integrand.base
    y, free = Symbol(x.name + "'", real=True), Covariance("V")
    value = evaluate(Average(f * f.xreplace({x: y}), (x, y), free))
    entry = average.covariance.entry(x, x)
    entries = {free.entry(*pair): entry for pair in ((x, x), (x, y), (y, y))}
    return Rewrite("copies", constant=value.xreplace(entries), about=(x,))


def squares(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f(x)^2 F > = sum_q weight_q < exp(-s_q x^2/2) F >, where f has a Gaussian slope and there
    are other fields."""
    found = [
        (x, f)
        for x in average.fields
        for f in _factors(average.integrand)
        if isinstance(f, Pow) and f.exp == 2 and f.free_symbols & set(average.fields) == {x}
    ]
    if not found or len(average.fields) == 1:
        return None
    x, factor = found[0]
    if gaussian_sums.gaussians(gaussian_sums.function_of(factor.base, x)) is None:
        return None
    index = GAUSSIANS[average.covariance.open]
    gaussian = exp(-strength(index) * x**2 / 2)
    inner = evaluate(average.over(gaussian * average.integrand / factor), flat=False)
    outside, rest = inner.as_independent(Sum, as_Add=False)
    (rest, limits) = (rest.function, rest.limits) if isinstance(rest, Sum) else (rest, ())
    total = Sum(weight(index) * outside * rest, (index, 1, SQUARE.size), *limits)
    return Rewrite("square", constant=total, about=(x,))


def joint(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f(x_1) ... f(x_n) > = G_n(C'), one function of the tilted covariance, for three fields and
    more."""
    fields, factors = average.fields, factors_by_field(average)
    if len(fields) < 3 or not average.covariance.tilts or factors is None:
        return None
    if len({f.xreplace({x: Symbol("x")}) for x, f in factors.items()}) > 1:
        return None
    entries = (average.covariance.entry(x, y) for p, x in enumerate(fields) for y in fields[p:])
    return Rewrite("joint", constant=Joint(*entries), about=fields)


def price(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """d<f(x)h(y)>/dC_xy = <f'(x)h'(y)>, integrated over C_xy from 0, where the two fields
    decouple."""
    if len(average.fields) != 2:
        return None
    x, y = average.fields
    f, h = average.integrand.as_independent(y, as_Add=False)
    if y in f.free_symbols or x in h.free_symbols:
        return None
    free = Covariance("V")
    slope = evaluate(Average(f.diff(x) * h.diff(y), (x, y), free))
    decoupled = evaluate(Average(f, (x,), free)) * evaluate(Average(h, (y,), free))
    correlation, end = Symbol("s", real=True), average.covariance.entry(x, y)
    variances = {free.entry(z, z): Symbol(f"V_{z.name}", positive=True) for z in (x, y)}
    slope = slope.xreplace({free.entry(x, y): correlation}).xreplace(variances)
    # what is cached belongs to no two fields in particular
    common = symbols("V_1 V_2", positive=True)
    names = dict(zip(variances.values(), common, strict=True))
    own = {name: symbol for symbol, name in names.items()}
    joined, primitive = (e.xreplace(own) for e in _primitive(slope.xreplace(names), correlation))
    value = primitive - primitive.subs(correlation, 0) + decoupled.xreplace(variances)
    back = {
        symbol: average.covariance.entry(z, z)
        for z, symbol in zip((x, y), variances.values(), strict=True)
    }
    return Rewrite("Price", constant=value.subs(correlation, end).xreplace(back), about=(joined,))


def scaling(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< prod f_x > = prod < f_x > + int_0^1 dt sum_(x<y) C_xy < f_x' f_y' ... >_t: Price's theorem
    along a path."""
    found = path(average, evaluate)
    about = (*average.fields, kinked(average))
    return None if found is None else Rewrite("Price along a path", constant=found, about=about)


def kinks(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """The same for functions with kinks and jumps, before Stein: no conditioned variance vanishes
    at t < 1."""
    return scaling(average, evaluate) if kinked(average) else None


#: In this order: Price before tilting would open integrals without end.
RULES: tuple[Rule, ...] = (
    normalisation,
    wick,
    linearity,
    parity,
    squared_signs,
    tilting,
    pair,
    conditioning,
    kinks,
    stein,
    copies,
    price,
    squares,
    joint,
    scaling,
)


@cache
def meetings(most: tuple[int, ...]) -> tuple[tuple[tuple[tuple[int, int], int], ...], ...]:
    """All ways for different fields to meet, field i at most ``most[i]`` times: ((i, j), n) for n >
    0 pairs, i < j."""
    if not most:
        return ((),)
    found = []
    for taken in product(*(range(min(most[0], q) + 1) for q in most[1:])):
        if sum(taken) <= most[0]:
            own = tuple(((0, 1 + j), n) for j, n in enumerate(taken) if n)
            for rest in meetings(tuple(q - n for q, n in zip(most[1:], taken, strict=True))):
                found.append((*own, *(((1 + i, 1 + j), n) for (i, j), n in rest)))
    return tuple(found)


@cache
def _primitive(slope: Expr, s: Symbol) -> tuple[Expr, Expr]:
    """``slope`` with its roots joined, and its primitive."""
    joined = _join_radicals(slope, s)
    return joined, antiderivative(joined, s)


def antiderivative(slope: Expr, s: Symbol) -> Expr:
    """Primitive of ``slope`` in s on the interval around 0 where it is smooth; checked by
    differentiation.

    Radicands A - B s^2 are given a name first, so that the integral is an elementary one whatever A
    is made of.
    """
    renamed = slope
    names: dict[Symbol, Expr] = {}
    for radical in sorted(slope.atoms(Pow), key=str):
        if (
            radical.exp.is_Rational
            and not radical.exp.is_Integer
            and s in radical.base.free_symbols
        ):
            polynomial = Poly(radical.base, s)
            leading = -polynomial.coeff_monomial(s**2)
            name = Symbol(f"A_{len(names)}", positive=True)
            names[name] = (polynomial.coeff_monomial(1) / leading).factor()
            rest = radical.base - polynomial.coeff_monomial(1)
            joined = Pow(leading, radical.exp) * Pow(name + (rest / leading).expand(), radical.exp)
            renamed = renamed.xreplace({radical: joined})
    primitive = integrate(renamed, s)
    if isinstance(primitive, Piecewise):
        primitive = primitive.args[-1][0]
    if simplify(primitive.diff(s) - renamed) != 0:
        raise ArithmeticError(
            f"no primitive of {slope} in {s} was found that differentiates back to it"
        )
    return primitive.xreplace(names)


def _join_radicals(slope: Expr, s: Symbol) -> Expr:
    """Products of square roots brought under one root, with a radicand polynomial in s."""
    roots = [f for f in _factors(slope) if isinstance(f, Pow) and abs(f.exp) == S.Half]
    rest = slope / Mul(*roots)
    squared = simplify(Mul(*(f**2 for f in roots)))
    if s not in squared.free_symbols or not (1 / squared).is_polynomial(s):
        return slope
    radicand = Poly(1 / squared, s)
    constant = radicand.coeff_monomial(1).factor()
    return rest / sqrt(constant + (radicand.as_expr() - radicand.coeff_monomial(1)).factor())


def _one_root(term: Expr) -> Expr:
    """The square roots among the factors of a term as one."""
    roots = [f for f in _factors(term) if isinstance(f, Pow) and f.exp == S.Half]
    return term / Mul(*roots) * sqrt(Mul(*(f.base for f in roots)).expand())


def _factors(expression: Expr) -> tuple[Expr, ...]:
    return Mul.make_args(expression)
