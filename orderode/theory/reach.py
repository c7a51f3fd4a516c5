"""Trajectories that would not end: refused when some steps have shown it, by the key to change."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import data_of
from ..problems.problem import Problem
from ..solvers.base import Array, Backend, Parameters, Solution, State

__all__ = ["integrated", "uncommon"]

FIRST = 10_000  #: steps after which it is asked how far they came
FIRST_IN_NUMPY = 1_000  #: which are a hundred times slower
LIMIT = 10_000_000  #: steps of a trajectory, at which it ends with the status "step limit"
HOPELESS = 20.0  #: times LIMIT: what would take more steps, at the length of the first, is refused
UNCOMMON = 1e4  #: times what is common
STAGES = {"c": 6, "numpy": 12}  #: right-hand sides of a step
#: Values that are common, by key.
COMMON_END, COMMON_RATE, COMMON_OVERLAP = 100.0, 5.0, 3.0


def integrated(
    problem: Problem,
    solver: Backend,
    state: State,
    chosen: Parameters,
    times: Array,
    rtol: float,
    atol: float,
    end: str = "run.alpha_end",
) -> Solution:
    """The trajectory; ``ProblemError`` where the first steps come so short a way that all of it
    would take HOPELESS times LIMIT: on ``end``, the key of the last time, or what else is the
    furthest above what is common.

    Where a value is so far above that norms fall below the tolerance, whose errors are of either
    sign, the same is said of a trajectory that ends with a negative norm."""
    tolerances: Any = {"rtol": rtol, "atol": atol}
    first = FIRST_IN_NUMPY if solver.name == "numpy" else FIRST
    found = solver.integrate(state, chosen, times, **tolerances, max_steps=first)
    if found.status == "ok":
        return found
    values = _values(problem, end, float(times[-1]))
    key, (value, share) = max(values.items(), key=lambda pair: pair[1][1])
    negative = found.status == "negative norm" and share > UNCOMMON
    if found.status != "step limit" and not negative:
        return found
    steps = -(-found.evaluations // STAGES[solver.name]) if negative else first
    came = float(found.alpha - times[0])
    needed = steps * float(times[-1] - times[0]) / came if came > 0 else math.inf
    if needed > HOPELESS * LIMIT and found.evaluations > 1:
        fault = f"the first {steps} steps come to alpha = {found.alpha:.3g} of {times[-1]:g}"
        accepted = f"a smaller number: some {needed:.1g} steps, of which {LIMIT} are the most"
        raise ProblemError(key, value, accepted, fault, problem.source)
    return found if negative else solver.integrate(state, chosen, times, **tolerances)


def uncommon(problem: Problem) -> bool:
    """Whether a value of the problem is so far above what is common that a trajectory may be
    hopeless."""
    values = _values(problem, "run.alpha_end", problem.require_run().alpha_end)
    return max(share for _, share in values.values()) > UNCOMMON


def _values(problem: Problem, end: str, last: float) -> dict[str, tuple[Any, float]]:
    """What a long trajectory may come from: values by key, and how far above the common they
    are."""
    rates = [p["name"] for p in data_of(problem.model)["parameters"] if p["kind"] == "rate"]
    found: dict[str, tuple[Any, float]] = {end: (last, last / COMMON_END)}
    for name in rates:
        value = problem.parameters[name]
        found[f"parameters.{name}"] = (value, abs(value) / COMMON_RATE)
    for name in ("T", "Q", "R"):
        largest = float(np.abs(getattr(problem, name)).max(initial=0.0))
        found[f"overlaps.{name}"] = (largest, largest / COMMON_OVERLAP)
    return found
