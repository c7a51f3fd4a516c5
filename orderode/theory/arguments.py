"""Arguments of Python callers, checked by the rules of problem files: what no file may say, no call
may either."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from ..errors import NotAvailable, ProblemError
from ..problems.base import of_kind
from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import is_number
from ..problems.problem import Problem
from ..problems.schema import Rule, integer, plain
from ..solvers.base import Array, State

__all__ = [
    "STEPS",
    "TASKS",
    "checked",
    "integration_times",
    "require_constant",
    "require_fixed_point",
    "require_problem",
    "require_state",
]

STEPS = integer(0, 10**6)  # inner steps at test time
TASKS = integer(2, 10**9)  # of a drift test


def _increasing(value: Any) -> list[float] | None:
    if not isinstance(value, list) or not value or not all(is_number(x) and x >= 0 for x in value):
        return None
    numbers = [float(x) for x in value]
    return numbers if all(a < b for a, b in itertools.pairwise(numbers)) else None


TIMES = Rule("at least one alpha, each finite, >= 0 and larger than the one before", _increasing)


def checked(name: str, rule: Rule, value: Any) -> Any:
    """``value`` as the rule keeps it, or a ``ProblemError`` on the argument ``name``."""
    return rule.read(plain(value), name)


def integration_times(alphas: Any) -> Array:
    """The output times (n,) of an integration; it starts from the problem's state at alpha = 0,
    asked for or not."""
    return np.array(checked("alphas", TIMES, alphas))


def require_problem(problem: Any) -> Problem:
    """A problem with trajectories."""
    return of_kind(problem, Problem)


def require_constant(problem: Any, what: str) -> Problem:
    """A problem with trajectories whose rates stay what they are, for ``what``."""
    found = require_problem(problem)
    if found.schedule is not None:
        names = ", ".join(name for name, _ in found.schedule.rates)
        raise NotAvailable(
            f"{what} of {found.source or found.model_name}",
            f"{names} changes along the way, and this is of constant rates",
            "Leave [schedule] out, or [[phases]]; orderode integrate, draw, simulate and compare"
            " follow it",
        )
    return found


def require_explicit(problem: Problem, what: str) -> None:
    """A problem that does not ask for implicit steps, which ``what`` does not take."""
    run = problem.require_run()
    if run.method == "implicit":
        accepted = f'"explicit" or "auto", or no such key: {what} takes explicit steps'
        raise ProblemError("run.method", run.method, accepted, source=problem.source)


def require_fixed_point(problem: Any) -> FixedPointProblem:
    return of_kind(problem, FixedPointProblem)


def require_state(problem: Problem, state: Any) -> State:
    """``state`` as arrays, with the shapes of the problem; what it holds need not be finite."""
    K, M, *L = problem.counts
    shapes = {"R": (*L, K, M), "Q": (*L, K, K), "w0": (K,)}
    if not isinstance(state, State):
        raise ProblemError(
            "state", state, "a State, such as Trajectory.state(-1)", f"a {type(state).__name__}"
        )
    for name, shape in shapes.items():
        found = getattr(state, name)
        if np.shape(found) != shape or np.asarray(found).dtype.kind not in "fiu":
            raise ProblemError(
                f"state.{name}",
                plain(found),
                f"numbers of shape {shape}",
                f"shape {np.shape(found)}",
            )
    return state.map(lambda x: np.asarray(x, dtype=float))
