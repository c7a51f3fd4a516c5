"""Price's theorem along a path: averages of three and more functions as one integral over a scale of the couplings.

All covariances between different fields are multiplied by t.  At t = 0 the fields are independent, at t = 1 the average
is the one asked for, and the slope is a sum over pairs of fields of averages with both functions differentiated.
Put t = sin(phi): where fields coincide the slope may grow like 1/sqrt(1 - t^2), which dt = cos(phi) dphi takes away,
so that the Gauss-Legendre rule in phi converges exponentially.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from sympy import Add, Expr, Float, Mul, Sum, Symbol, cos, pi, sin
from sympy.integrals.quadrature import gauss_legendre

from ..system import Constant, Index, Range
from .average import WEIGHT as NAME
from .average import Average, Covariance, renamed

__all__ = ["NODE", "PATH", "SCALED", "WEIGHT", "factors_by_field", "nodes", "path"]

PATH = Range("path", ("n_path",))  #: runs over the nodes of the rule
NODE = Index("t", PATH)
SCALED = "Ct"  #: the covariance with t in front of the couplings; its entries belong to one node of the rule
WEIGHT = Symbol(NAME)  #: that node's weight
DIGITS = 30

#: Evaluates an average; entries of tilted covariances stay as they are unless ``flat``.
Evaluate = Callable[..., Expr]


def path(average: Average, evaluate: Evaluate) -> tuple[Expr, str] | None:
    """< prod_x f_x(x) > = prod_x < f_x > + int_0^1 dt sum_{x<y} C_xy < f_x' f_y' prod of the others >_t, and a note.

    None where the integrand is no such product, or the slope is not closed.
    """
    fields, c = average.fields, average.covariance
    factors = factors_by_field(average)
    if len(fields) < 3 or c.tilts or factors is None:
        return None
    slopes: list[Expr] = []
    found: dict[tuple, tuple[tuple[Symbol, ...], Expr]] = {}
    for pair in combinations(fields, 2):
        order = (*pair, *(x for x in fields if x not in pair))
        functions = tuple(factors[x].diff(x) if x in pair else factors[x] for x in order)
        pattern = tuple(f.xreplace({x: Symbol("x")}) for f, x in zip(functions, order, strict=True))
        if pattern not in found:
            scaled = Average(Mul(*functions), fields, Covariance(SCALED)).over(Mul(*functions))
            found[pattern] = order, evaluate(scaled, flat=False)
        names, value = found[pattern]
        if value.has(Sum):
            return None
        slopes.append(c.entry(*pair) * renamed(value, dict(zip(names, order, strict=True))))
    start = Mul(*(evaluate(Average(f, (x,), c)) for x, f in factors.items()))
    among = "".join(x.name for x in fields)
    note = (
        rf"couplings of ${among}$ scaled by $t$: $C^t$; $\int_0^1dt\to\sum_t\omega_t$, "
        r"Gauss--Legendre in $\arcsin t$"
    )
    return start + Sum(WEIGHT * Add(*slopes), (NODE, 1, PATH.size)), note


def factors_by_field(average: Average) -> dict[Symbol, Expr] | None:
    """Field -> what depends on it, where the integrand is a product of such factors."""
    fields = average.fields
    factors = {x: average.integrand.as_independent(x, as_Add=False)[1] for x in fields}
    single = all(f.free_symbols & set(fields) == {x} for x, f in factors.items())
    return factors if single and Mul(*factors.values()) == average.integrand else None


def nodes(order: int) -> tuple[Constant, Constant]:
    """The rule with ``order`` nodes: int_0^1 f(t) dt = sum weight f(node), to ``DIGITS`` digits."""
    x, w = gauss_legendre(order, DIGITS)
    angles = [(Float(v, DIGITS) + 1) * pi / 4 for v in x]
    values = tuple(sin(a).evalf(DIGITS) for a in angles)
    weights = tuple((Float(v, DIGITS) * pi / 4 * cos(a)).evalf(DIGITS) for v, a in zip(w, angles, strict=True))
    rule = f"Gauss-Legendre rule of {order} nodes in arcsin t"
    return (
        Constant("path", PATH, values, f"scales t of the couplings: nodes of the {rule}", "t_{{{0}}}"),
        Constant("path_weight", PATH, weights, f"weights of the {rule}", r"\omega_{{{0}}}"),
    )
