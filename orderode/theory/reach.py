"""Trajectories that would not end: refused when some steps have shown it, by the key to change."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import data_of
from ..problems.problem import Problem
from ..solvers.base import Array, Backend, Parameters, Solution, State
from ..solvers.layout import joined
from .implicit import implicit, is_stiff

__all__ = ["integrated", "uncommon"]

#: Explicit steps after which it is asked whether stability limits them: implicit ones are steered
#: by Python, and compiled explicit ones take a hundredth of their time.
FEW = {"c": 10_000, "numpy": 100}
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
    method = problem.require_run().method
    if method != "explicit":
        found = _not_explicit(problem, solver, state, chosen, times, method, tolerances)
        if found is not None:
            return found
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


def _not_explicit(
    problem: Problem,
    solver: Backend,
    state: State,
    chosen: Parameters,
    times: Array,
    method: str,
    tolerances: Any,
) -> Solution | None:
    """The trajectory by implicit steps; of ``method`` "auto" only from where stability limits the
    explicit ones; None where many of these come nowhere."""
    if method == "implicit":
        return implicit(problem, solver, state, times, **tolerances)
    parts: list[State] = []
    steps, evaluations, here = FEW[solver.name], 0, times
    while True:
        found = solver.integrate(state, chosen, here, **tolerances, max_steps=steps)
        evaluations += found.evaluations
        last = int(np.isfinite(found.R.reshape(len(here), -1)).all(axis=1).sum()) - 1
        if found.status != "step limit":
            break
        if last < 1:  # not even to the next of the times
            return None
        parts, state, here = (
            [*parts, found.states.at(slice(0, last))],
            found.states.at(last),
            here[last:],
        )
        if is_stiff(problem, solver, state, float(here[-1] - here[0]), **tolerances):
            found = implicit(problem, solver, state, here, **tolerances)
            evaluations += found.evaluations
            break
        steps *= 2
    return Solution(joined([*parts, found.states]), found.status, evaluations, found.alpha)


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
