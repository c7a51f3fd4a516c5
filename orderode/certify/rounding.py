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
from itertools import chain

import numpy as np

from ..solvers.base import Array, State

__all__ = ["NOTHING", "ROUNDING", "Floor", "floored", "response", "slope_floor"]

ROUNDING = 1e-13  #: of an overlap, relative: some 500 units in the last place
NOTHING = 1e3  #: what stays below that many floors does not move
STEP = 1e-6  #: relative change of the overlaps by which the response is measured


@dataclass(frozen=True, eq=False)
class Floor:
    """The least standard error of the slopes of each order parameter, and whether anything there
    rises above them."""

    of: dict[str, float]

    def moves(self, *values: State) -> bool:
        """Whether any of these, slopes or their standard errors, is more than rounding."""
        parts = chain.from_iterable(state.items() for state in values)
        return any(bool((np.abs(x) > NOTHING * self.of[name]).any()) for name, x in parts)


def floored(error: Array, floor: float | Array) -> Array:
    """sqrt(error^2 + floor^2)."""
    return np.hypot(error, floor)


def response(values: Callable[[State], Array], state: State) -> Array:
    """What values change by over a relative change of the overlaps.

    One at a time R shrinks and the others grow, which leaves a covariance one, singular or not.
    """
    here = values(state)
    changes = []
    for name, array in state.items():
        grown = (1 - STEP if name == "R" else 1 + STEP) * array
        changes.append(np.abs(values(state.replace(**{name: grown})) - here))
    return np.asarray(sum(changes) / STEP)


def slope_floor(slopes: Callable[[State], State], state: State) -> Floor:
    """Of slopes at a state: ROUNDING times the largest response in each array."""
    parts: dict[str, float] = {}
    for name in state.names:

        def part(x: State, name: str = name) -> Array:
            found: Array = getattr(slopes(x), name)
            return found

        parts[name] = ROUNDING * float(np.nanmax(response(part, state), initial=0.0))
    return Floor(parts)
