"""A trajectory that has come to rest, certified by the Jacobian of the flow.

From a state x Newton's method goes to x* with F(x*) = 0; where the spectral abscissa of J(x*), the
largest real part of an eigenvalue, is negative, and x is no further from x* than the tolerances of
[run], the flow goes to x* and there is nothing more to follow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..problems.problem import Problem, Stage
from ..solvers.base import Array, Backend, State
from .transition import Transition

__all__ = ["Rest", "rest_near"]

NEWTON = 6  # steps at most
SLOW = 1e-3  #: of the size of the state per unit of alpha: slopes below which it may rest
CONVERGED = 1e-13
#: Real parts below this part of the norm of J count as zero, for a family of fixed points.
ZERO = 1e-7


@dataclass(frozen=True)
class Rest:
    """From ``alpha`` on the trajectory is at a fixed point: it was no further from it than
    ``distance``, by the largest element, and comes nearer at the ``rate``, the largest real part of
    an eigenvalue of the Jacobian there, per unit of alpha."""

    alpha: float
    distance: float
    rate: float

    def __str__(self) -> str:
        return (
            f"at rest from alpha = {self.alpha:g} on: within {self.distance:.1e} of a stable fixed"
            f" point, spectral abscissa {self.rate:.4g}"
        )


def rest_near(
    problem: Problem, solver: Backend, state: State, alpha: float
) -> tuple[State, Rest] | None:
    """The fixed point that the flow goes to from a state, where that is certain and within the
    tolerances of [run]; else None."""
    run = problem.require_run()
    flow = Transition(Stage(0.0, 1.0, problem), solver, (), heads=problem.trains_start)
    start = flow.flat.pack(state)
    size = float(np.abs(start).max())
    if not np.abs(flow.drift(start)[flow.moves]).max() <= SLOW * size:
        return None
    y = start.copy()
    for _ in range(NEWTON):
        J, slope = flow.jacobian(y), flow.drift(y)[flow.moves]
        if not (np.isfinite(J).all() and np.isfinite(slope).all()):
            return None
        rates = np.linalg.eigvals(J).real
        if rates.max() >= -ZERO * np.linalg.norm(J, 2):
            return None
        step = np.linalg.solve(J, slope)
        y[flow.moves] -= step
        if np.abs(step).max() <= CONVERGED * size:
            break
    else:
        return None
    distance: Array = np.abs(y - start)
    if (distance > run.rtol * np.abs(y) + run.atol).any():
        return None
    return flow.flat.unpack(y), Rest(alpha, float(distance.max()), float(rates.max()))
