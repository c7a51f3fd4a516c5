"""Averages of functions without a rule: their two ends in closed form, the rest on a grid.

At either end f becomes a line. Both lines, joined by the distribution function Phi of a standard
variable, have closed averages, and so have their squares; what is left of f, f' and f^2 decays. It
is analytic up to the nearest singularity of f, so that the trapezoidal rule converges
exponentially, whatever the mean and the variance of the field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Any

import mpmath
from sympy import AccumBounds, Expr, Float, S, Symbol, erf, expand, lambdify, limit, oo, sqrt

from ..ir.stationary import Remainder, Value

__all__ = ["NEGLIGIBLE", "ends", "remainder", "standard"]

NEGLIGIBLE = 1e-16  # of what is left beyond the reach of the grid
FARTHEST = 200  # reach
DIGITS = 30  # of averages for a standard field
ROUNDING = 1e-25  # an average that is less is 0
STEP, END = 16, 12  # of their rule: points per unit, range


@cache
def ends(f: Expr, x: Symbol) -> tuple[Expr, Expr]:
    """Functions with the ends of f and of f^2."""
    left, right = (_line(f, x, end) for end in (-oo, oo))
    phi = (1 + erf(x / sqrt(2))) / 2
    return expand(left + (right - left) * phi), expand(left**2 + (right**2 - left**2) * phi)


@cache
def remainder(f: Expr, x: Symbol, singularity: Expr) -> Remainder:
    """What is left of f, f' and f^2, and how far from 0 it is."""
    like, of_square = ends(f, x)
    left = (f - like, f.diff(x) - like.diff(x), f**2 - of_square)
    functions = [_numerical(e, x) for e in left]
    with mpmath.workdps(DIGITS):
        far = []
        for n in range(1, FARTHEST + 1):
            left_there = (abs(r(x)) for r, x in product(functions, (-n, n)))
            if any(size > NEGLIGIBLE for size in left_there):
                far.append(n)
    if far and far[-1] == FARTHEST:
        raise ValueError(
            f"{f} is no line at both ends: {FARTHEST} away from 0 it is not yet the line of its"
            " limits"
        )
    values = tuple(Value(f"r{i}", e) for i, e in enumerate(left))
    return Remainder(values, singularity, len(far) and far[-1] + 1)


def standard(f: Expr, x: Symbol) -> Expr:
    """< f(x) > for x ~ N(0, 1), by the trapezoidal rule: to all digits where f is analytic within 1
    of the axis."""
    function = _numerical(f, x)
    with mpmath.workdps(DIGITS):
        nodes = [mpmath.mpf(j) / STEP for j in range(-STEP * END, STEP * END + 1)]
        total = mpmath.fsum(mpmath.npdf(z) * function(z) for z in nodes) / STEP
    return S.Zero if abs(total) < ROUNDING else Float(total, 17)


def _line(f: Expr, x: Symbol, end: Expr) -> Expr:
    slope = limit(f / x, x, end)
    height = limit(f - slope * x, x, end)
    if not all(e.is_finite and not isinstance(e, AccumBounds) for e in (slope, height)):
        raise ValueError(f"{f} does not become a line at {end}: it needs closed averages")
    return height + slope * x


def _numerical(e: Expr, x: Symbol) -> Callable[[Any], Any]:
    return lambdify(x, e, "mpmath") if e != S.Zero else lambda _: mpmath.mpf(0)
