"""What simulations measure of the order parameters: R, Q and the heads, whether they follow the
equations, and their arrays as a state."""

from __future__ import annotations

import numpy as np

from ..errors import NotAvailable
from ..models.catalogue import Entry
from ..problems.problem import Problem
from ..simulate import SimulationResult
from ..solvers.base import Array, State

__all__ = ["as_state", "flat_heads", "heads_of", "measured", "require_measured"]


def measured(problem: Problem) -> tuple[str, ...]:
    """Their names."""
    return ("R", "Q", *problem.facts.heads)


def heads_of(simulation: SimulationResult) -> dict[str, Array]:
    """The heads (n, runs, K) of a simulation by their names."""
    state = as_state(simulation.R, simulation.Q, simulation.w0, simulation.setting.model.heads)
    return {name: x for name, x in state.items() if name not in ("R", "Q")}


def as_state(R: Array, Q: Array, w0: Array, heads: tuple[str, ...]) -> State:
    """The state that a simulation measured: R (..., K, M), Q (..., K, K), and of w0 (..., H K) the
    heads (..., K) by their names."""
    K = Q.shape[-1]
    each = {name: w0[..., h * K : (h + 1) * K] for h, name in enumerate(heads)}
    return State(R, Q, **each)


def flat_heads(state: State, heads: tuple[str, ...]) -> Array:
    """The reverse: heads one after the other (..., H K)."""
    return np.concatenate([getattr(state, name) for name in heads], axis=-1)


def require_measured(what: str, problem: Problem, system: Entry) -> None:
    """``NotAvailable`` where what is measured depends on an order parameter that is not."""
    for name, driven in system["drives"].items():
        if name not in measured(problem) and driven:
            verb = "depends" if len(driven) == 1 else "depend"
            raise NotAvailable(
                what,
                f"{', '.join(driven)} {verb} on {name}, which no simulation moves",
                "rhs, integrate, draw and sweep take these equations as they are",
            )
