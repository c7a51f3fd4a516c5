"""Slopes of functions of one number by differences of eighth order, and of lower order beside.

With steps j of length h

    f'(0) = sum_j w_j (f(j h) - f(0))/h ,   w_j = (1/j) prod_{k != j} k/(k - j) ,

is exact for polynomials of degree 8; it differs from the same without the outermost steps by more
than it errs.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from ..solvers.base import Array

__all__ = ["places", "weights"]

#: Steps from the point: to both sides, or to one where the other is not allowed.
BOTH, AHEAD = (-4, -3, -2, -1, 1, 2, 3, 4), (1, 2, 3, 4, 5, 6, 7, 8)
#: Without the outermost.
FEWER = {BOTH: (-3, -2, -1, 1, 2, 3), AHEAD: (1, 2, 3, 4, 5, 6, 7)}


def places(*, ahead: bool) -> Array:
    """The steps j (8,) at which f(j h) is needed; ``ahead``: none is negative."""
    return np.array(AHEAD if ahead else BOTH, dtype=float)


@cache
def weights(*, ahead: bool) -> Array:
    """w_j of the steps in ``places``, and of those without the outermost: (2, 8)."""
    steps = AHEAD if ahead else BOTH
    found = np.zeros((2, len(steps)))
    for row, some in enumerate((steps, FEWER[steps])):
        for j in some:
            others = [k / (k - j) for k in some if k != j]
            found[row, steps.index(j)] = np.prod(others) / j
    return found
