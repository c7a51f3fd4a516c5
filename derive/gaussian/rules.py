"""The rules of the Gaussian calculus, each a pure function from one average to a linear combination
of simpler ones.

A rule returns ``None`` where it does not apply.  Each is correct on its own.  The order in which
the engine tries them decides how short a derivation is and that it ends: what shortens the
integrand comes before what opens an integral.
"""

from __future__ import annotations

from itertools import combinations_with_replacement

from sympy import (
    Add,
    DiracDelta,
    Expr,
    Mul,
    Pow,
    S,
    Sum,
    Symbol,
    exp,
    oo,
    pi,
    sign,
    sqrt,
)

from ..ir.average import (
    FINE,
    QUARTIC,
    SQUARE,
    Average,
    Covariance,
    Dip,
    FineDip,
    gaussian,
    strength,
    weight,
)
from ..ir.system import Joint, Range
from .path import DENSER, between, factors_by_field, identity, kinked, path
from .price import price
from .rewrite import Evaluate, Rewrite, Rule, factors
from .wick import wick

__all__ = ["RULES", "dips", "joint", "kinks", "pair", "pairs", "scaling"]


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
    for factor in factors(average.integrand):
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


def dips(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< (f(x)^2 - f(oo)^2)^p F > = sum_q weight_q < exp(-s_q x^2/2) F >, p = 1 or 2, where f has a
    Gaussian slope."""
    factor = next((f for f in factors(average.integrand) if _sum_of(f)), None)
    if factor is None:
        return None
    (x,) = factor.free_symbols & set(average.fields)
    rng = _sum_of(factor)
    assert rng is not None
    index = gaussian(rng, average.covariance.open)
    single = exp(-strength(index) * x**2 / 2)
    inner = evaluate(average.over(single * average.integrand / factor), flat=False)
    outside, rest = inner.as_independent(Sum, as_Add=False)
    (rest, limits) = (rest.function, rest.limits) if isinstance(rest, Sum) else (rest, ())
    total = Sum(weight(index) * outside * rest, (index, 1, rng.size), *limits)
    return Rewrite("dip", constant=total, about=(x, factor.as_base_exp()[1]))


def _sum_of(factor: Expr) -> Range | None:
    """What the Gaussians run over whose sum a factor is; None where it is no such sum."""
    base, power = factor.as_base_exp()
    if isinstance(base, FineDip):
        return FINE if power == 1 else None
    return {S.One: SQUARE, S(2): QUARTIC}.get(power) if isinstance(base, Dip) else None


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
    for factor in factors(average.integrand):
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
    kinks = set()
    for f in factors(average.integrand):
        if f.has(sign):
            kinks |= f.free_symbols
    for x in sorted(average.fields, key=lambda x: x in kinks):
        power = next(
            (
                f
                for f in factors(average.integrand)
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


def joint(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f(x_1) ... f(x_n) > = G_n(C), one function of the covariance, tilted or not, for three
    fields and more."""
    fields, each = average.fields, factors_by_field(average)
    if len(fields) < 3 or each is None:
        return None
    if len({f.xreplace({x: Symbol("x")}) for x, f in each.items()}) > 1:
        return None
    pairs = combinations_with_replacement(fields, 2)
    entries = (average.covariance.entry(x, y) for x, y in pairs)
    return Rewrite("joint", constant=Joint(*entries), about=fields)


def pairs(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< f_a f_b f_c f_d > = < f_a f_b > < f_c f_d > + int_0^1 dt sum_(x in ab, y in cd) C_xy < f_x'
    f_y' ... >_t for odd f: Price's theorem, couplings between the two pairs scaled."""
    found = between(average, evaluate)
    if found is None:
        return None
    return Rewrite(
        "Price between pairs",
        constant=found,
        about=(identity(average.fields, average.covariance), DENSER),
    )


def scaling(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< prod f_x > = prod < f_x > + int_0^1 dt sum_(x<y) C_xy < f_x' f_y' ... >_t: Price's theorem
    along a path."""
    found = path(average, evaluate)
    about = (*average.fields, kinked(average))
    return None if found is None else Rewrite("Price along a path", constant=found, about=about)


def kinks(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """< prod f_x > = prod < f_x > + int_0^1 dt sum_(x<y) C_xy < f_x' f_y' ... >_t for functions
    with kinks and jumps, before Stein: no conditioned variance vanishes at t < 1."""
    return scaling(average, evaluate) if kinked(average) else None


#: In this order: Price before tilting would open integrals without end.
RULES: tuple[Rule, ...] = (
    normalisation,
    wick,
    linearity,
    parity,
    squared_signs,
    tilting,
    dips,
    pair,
    conditioning,
    kinks,
    stein,
    copies,
    price,
    joint,
    pairs,
    scaling,
)


def _one_root(term: Expr) -> Expr:
    """The square roots among the factors of a term as one."""
    roots = [f for f in factors(term) if isinstance(f, Pow) and f.exp == S.Half]
    return term / Mul(*roots) * sqrt(Mul(*(f.base for f in roots)).expand())
