"""Price's theorem along a path: averages of three and more functions as one integral over a scale
of the couplings.

All covariances between different fields are multiplied by t.  At t = 0 the fields are independent,
at t = 1 the average is the one asked for, and the slope is a sum over pairs of fields of averages
with both functions differentiated. Put t = sin(phi): where fields coincide the slope may grow like
1/sqrt(1 - t^2), which dt = cos(phi) dphi takes away, so that the Gauss-Legendre rule in phi
converges exponentially.

Of four odd smooth functions only the couplings between the first two and the last two are scaled:
the average starts from < f f > < f f >, has four pairs in its slope, and is even in t, since a
change of sign of two fields changes nothing.  It is a function of u = t^2, then, singular beyond u
= 1 only, and the Gauss-Legendre rule in y, u = y + b (y - y^2), whose nodes are somewhat denser at
u = 1, needs the fewest nodes.

Functions with a kink or a jump are averaged along the path as long as they are no delta functions:
a slope that has a path of its own is followed along the same one, and the repeated integral is a
single one, of (1 - t)^n/n! times the last slope.  No variance vanishes at t < 1, even where fields
coincide.  Where they nearly do, slopes vary near t = 1 on the scale of the distance; nodes that are
denser there (``graded``) resolve it.  The sharpest of these, of two signs, is a density that
Price's theorem has integrated already: int_0^1 C_xy < sign'(x) sign'(y) >_t dt = < sign(x) sign(y)
>. What the rule misses of that mass is given to its last node.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, product
from math import factorial

from sympy import (
    Add,
    DiracDelta,
    Expr,
    Float,
    Mul,
    Rational,
    S,
    Sum,
    Symbol,
    asin,
    collect,
    cos,
    factor_terms,
    pi,
    sign,
    sin,
    sqrt,
)
from sympy.integrals.quadrature import gauss_legendre
from sympy.tensor.indexed import Indexed

from ..ir.average import REST as REST_NAME
from ..ir.average import SCALE as SCALE_NAME
from ..ir.average import WEIGHT as NAME
from ..ir.average import Average, Covariance, Entries, renamed
from ..ir.printing import text
from ..ir.system import Constant, Index, Range
from ..ir.trace import BetweenPairs

__all__ = [
    "DENSER",
    "LAST",
    "MEASURE",
    "NODE",
    "PATH",
    "REST",
    "SCALE",
    "SCALED",
    "WEIGHT",
    "between",
    "factors_by_field",
    "identity",
    "kinked",
    "nodes",
    "path",
]

PATH = Range("path", ("n_path",))  #: runs over the nodes of the rule
NODE = Index("t", PATH)
#: the covariance with t in front of the couplings; its entries belong to one node of the rule
SCALED = Covariance("Ct", scaled=True)
#: the coupling of two signs times the node's weight, corrected
MEASURE = Covariance("Cw")
WEIGHT = Symbol(NAME)  #: that node's weight
REST = Symbol(REST_NAME)  #: 1 - t
SCALE = Symbol(SCALE_NAME)  #: t
LAST = Symbol("path_last")  #: 1 at the last node, else 0
DIGITS = 30
DENSER = Rational(9, 10)  #: the b of u = y + b (y - y^2)

#: Evaluates an average; entries of tilted covariances stay as they are unless ``flat``.
Evaluate = Callable[..., Expr]


def path(average: Average, evaluate: Evaluate) -> Expr | None:
    """< prod_x f_x(x) > = prod_x < f_x > + int_0^1 dt sum_{x<y} C_xy < f_x' f_y' prod of the others
    >_t.

    None where the integrand is no such product, or the slope is not closed.
    """
    fields, c = average.fields, average.covariance
    if len(fields) < 3 or c.tilts:
        return None
    factors = factors_by_field(average)
    if factors is None:
        return None
    walk = _Walk(c, evaluate)
    start = walk.follow(factors, S.One, 0)
    if start is None:
        return None
    slope = WEIGHT * Add(*walk.slopes)
    if kinked(average):
        slope = _collected(slope + Add(*walk.jumps))
    return start + Sum(slope, (NODE, 1, PATH.size))


def between(average: Average, evaluate: Evaluate) -> Expr | None:
    """< f_a f_b f_c f_d > as ``identity`` says, evaluated.

    None where these are not four times the same odd function, or it has a kink.
    """
    fields, c = average.fields, average.covariance
    factors = factors_by_field(average)
    if len(fields) != 4 or c.tilts or factors is None:
        return None
    if len({f.xreplace({x: Symbol("x")}) for x, f in factors.items()}) > 1:
        return None
    if any(f.has(sign, DiracDelta) or f.xreplace({x: -x}) != -f for x, f in factors.items()):
        return None
    parts = identity(fields, c)
    _, orders = parts.slopes[0]
    functions = [
        _slope(factors[x], x) if n else factors[x] for x, n in zip(fields, orders, strict=True)
    ]
    slope = evaluate(Average(Mul(*functions), fields, SCALED))
    if slope.has(Sum):
        return None
    first, total, apart = _turned(parts, orders), S.Zero, set()
    for coefficient, orders in parts.slopes:
        there = _turned(parts, orders)
        apart.add(frozenset((there[0], there[2])))
        total += coefficient * renamed(slope, dict(zip(first, there, strict=True)))
    scaled = {}
    for entry in total.atoms(Indexed):
        x, y = entry.indices
        if entry.base.name == SCALED.name:
            scaled[entry] = c.entry(x, y) * (SCALE if frozenset((x, y)) in apart else 1)
    start = S.One
    for pair in parts.start:
        both = factors[pair[0]] * factors[pair[1]]
        start *= evaluate(Average(both, pair, c))
    return start + Sum(WEIGHT * total.xreplace(scaled), (NODE, 1, PATH.size))


def identity(fields: tuple[Symbol, ...], c: Covariance) -> BetweenPairs:
    """< f_a f_b f_c f_d > = < f_a f_b > < f_c f_d > + int_0^1 dt sum_{x in ab, y in cd} C_xy < f_x'
    f_y' f_x* f_y* >_t, x* and y* the other one of each pair, couplings between the pairs scaled."""
    first, last = (fields[0], fields[1]), (fields[2], fields[3])
    slopes = []
    for x, y in product(first, last):
        slopes.append((c.entry(x, y), tuple(int(z in (x, y)) for z in fields)))
    return BetweenPairs(fields, (first, last), tuple(slopes))


def _turned(parts: BetweenPairs, orders: tuple[int, ...]) -> tuple[Symbol, ...]:
    """The fields, of each pair that with a derivative first."""
    differentiated = dict(zip(parts.fields, orders, strict=True))
    found: list[Symbol] = []
    for pair in parts.start:
        found += sorted(pair, key=lambda x: -differentiated[x])
    return tuple(found)


def kinked(average: Average) -> bool:
    """Whether Stein's theorem would leave conditioned variances in a denominator: two jumps and
    more, or four kinks."""
    factors = factors_by_field(average)
    if factors is None or any(f.has(DiracDelta) for f in factors.values()) or len(factors) < 3:
        return False
    return sum(f == sign(x) for x, f in factors.items()) > 1 or (
        len(factors) > 3 and _all_kinked(factors)
    )


def factors_by_field(average: Average) -> dict[Symbol, Expr] | None:
    """The integrand as a function of each field; None where it is no product of such."""
    fields = average.fields
    factors = {x: average.integrand.as_independent(x, as_Add=False)[1] for x in fields}
    single = all(f.free_symbols & set(fields) == {x} for x, f in factors.items())
    return factors if single and Mul(*factors.values()) == average.integrand else None


def _all_kinked(factors: dict[Symbol, Expr]) -> bool:
    return all(f.has(sign) and not f.has(DiracDelta) for f in factors.values())


@dataclass
class _Walk:
    """The slopes met along one path: those to be weighted, and those of two signs, which come with
    their weight."""

    covariance: Covariance
    evaluate: Evaluate
    slopes: list[Expr] = field(default_factory=list)
    jumps: list[Expr] = field(default_factory=list)
    found: dict[tuple, tuple[tuple[Symbol, ...], Expr]] = field(default_factory=dict)

    def follow(self, factors: dict[Symbol, Expr], coupling: Expr, order: int) -> Expr | None:
        """What t = 0 adds for the product of ``factors``, integrated ``order`` times; None where a
        slope is not closed.

        ``coupling``: the covariances of the pairs that were differentiated on the way.
        """
        total: Expr = S.Zero
        for pair in combinations(factors, 2):
            derived = {x: _slope(f, x) if x in pair else f for x, f in factors.items()}
            met = coupling * self.covariance.entry(*pair)
            if _all_kinked(derived):
                inner = self.follow(derived, met, order + 1)
                if inner is None:
                    return None
                total += inner
                continue
            value = self._closed(pair, derived)
            if value.has(Sum):
                return None
            if order == 0 and all(factors[x] == sign(x) for x in pair):
                self.jumps.append(Entries(MEASURE)[pair] * value)
            else:
                self.slopes.append(met * REST**order / factorial(order) * value)
        start = Mul(*(self.evaluate(Average(f, (x,), self.covariance)) for x, f in factors.items()))
        return total + coupling * start / factorial(order)

    def _closed(self, pair: tuple[Symbol, ...], functions: dict[Symbol, Expr]) -> Expr:
        """The average of the product at a scale of the couplings; once for all pairs with the same
        functions."""
        order = (*pair, *(x for x in functions if x not in pair))
        pattern = tuple(functions[x].xreplace({x: Symbol("x")}) for x in order)
        if pattern not in self.found:
            product = Mul(*functions.values())
            scaled = Average(product, tuple(functions), SCALED).over(product)
            self.found[pattern] = order, self.evaluate(scaled, flat=False)
        names, value = self.found[pattern]
        return renamed(value, dict(zip(names, order, strict=True)))


def _slope(f: Expr, x: Symbol) -> Expr:
    """f'(x), with x delta(x) = 0."""
    return f.diff(x).expand().subs(x * DiracDelta(x), 0)


def _collected(slope: Expr) -> Expr:
    """Each arcsine once, with the weights of all pairs that it serves."""
    arcsines = sorted(slope.atoms(asin), key=text)
    parts = collect(slope.expand(), arcsines, evaluate=False)
    return Add(*(factor_terms(parts[x]) * x for x in (*arcsines, S.One) if x in parts))


@cache
def nodes(order: int, *, graded: bool = False) -> tuple[Constant, ...]:
    """The rule with ``order`` nodes: int_0^1 f(t) dt = sum weight f(node), to ``DIGITS`` digits, of
    odd functions f; t^2 = y + b (y - y^2).

    ``graded``: of all functions, and of the variable y = sqrt(1 - 2 arcsin(t)/pi), so that nodes
    are denser at t = 1; and which is the last.
    """
    x, w = gauss_legendre(order, DIGITS)
    steps = [(1 + Float(v, DIGITS)) / 2 for v in x]
    shares = [Float(v, DIGITS) / 2 for v in w]
    if not graded:
        scales = [sqrt(y + DENSER * (y - y**2)) for y in steps]
        parts = []
        for y, t, share in zip(steps, scales, shares, strict=True):
            parts.append(share * (1 + DENSER * (1 - 2 * y)) / (2 * t))
        b = f"t^2 = y + {DENSER} (y - y^2)"
        rule = f"Gauss-Legendre rule of {order} nodes in y, {b}, of odd functions"
        return (
            Constant(
                "path", PATH, tuple(scales), f"scales t of the couplings: nodes of the {rule}"
            ),
            Constant("path_weight", PATH, tuple(parts), f"weights of the {rule}"),
        )
    # arcsin t = (1 - y^2) pi/2
    shares = [2 * y * share for y, share in zip(steps, shares, strict=True)][::-1]
    steps = [1 - y**2 for y in steps][::-1]
    angles = [y * pi / 2 for y in steps]
    values = tuple(sin(a).evalf(DIGITS) for a in angles)
    weights = tuple(
        (share * pi / 2 * cos(a)).evalf(DIGITS) for share, a in zip(shares, angles, strict=True)
    )
    rule = f"Gauss-Legendre rule of {order} nodes in sqrt(arccos t)"
    made = (
        Constant("path", PATH, values, f"scales t of the couplings: nodes of the {rule}"),
        Constant("path_weight", PATH, weights, f"weights of the {rule}"),
    )
    last = (*(S.Zero for _ in values[1:]), S.One)
    return (*made, Constant(LAST.name, PATH, last, "1 at the last node"))
