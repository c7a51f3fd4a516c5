"""Floors of standard errors: differences that rounding and tolerances make are no disagreement.

At an exact fixed point, such as a student equal to its teacher, nothing moves and nothing
fluctuates: what is left of slopes, changes and their spread is rounding, and a ratio of two
roundings says nothing.  Overlaps are known to a
relative error: ROUNDING for slopes, the tolerance of the integrator for trajectories.  What a value
changes by when they are off by that much, sum_j |dv/dx_j x_j| times that error, is the least that
its standard error may be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..solvers.base import Array, State

__all__ = ["NOTHING", "ROUNDING", "Floor", "floored", "response", "slope_floor"]

ROUNDING = 1e-13  #: of an overlap, relative: some 500 units in the last place
NOTHING = 1e3  #: what stays below that many floors does not move
STEP = 1e-6  #: relative change of the overlaps by which the response is measured


@dataclass(frozen=True, eq=False)
class Floor:
    """The least standard errors of dR, dQ and dw0, and whether anything there rises above them."""

    R: float
    Q: float
    w0: float

    def moves(self, *values: State) -> bool:
        """Whether any of these, slopes or their standard errors, is more than rounding."""
        pairs: list[tuple[Array, float]] = []
        for x in values:
            pairs += zip(x, (self.R, self.Q, self.w0), strict=True)
        return any(bool((np.abs(part) > NOTHING * floor).any()) for part, floor in pairs)


def floored(error: Array, floor: float | Array) -> Array:
    """sqrt(error^2 + floor^2)."""
    return np.hypot(error, floor)


def response(values: Callable[[State], Array], state: State) -> Array:
    """What values change by over a relative change of the overlaps.

    One at a time R shrinks and Q and w0 grow, which leaves a covariance one, singular or not.
    """
    here = values(state)
    changed = (
        State((1 - STEP) * state.R, state.Q, state.w0),
        State(state.R, (1 + STEP) * state.Q, state.w0),
        State(state.R, state.Q, (1 + STEP) * state.w0),
    )
    return np.asarray(sum(np.abs(values(x) - here) for x in changed) / STEP)


def slope_floor(slopes: Callable[[State], State], state: State) -> Floor:
    """Of slopes at a state: ROUNDING times the largest response in each array."""
    parts: list[float] = []
    for place in range(3):

        def part(x: State, place: int = place) -> Array:
            return slopes(x)[place]

        parts.append(ROUNDING * float(np.nanmax(response(part, state), initial=0.0)))
    return Floor(*parts)
