"""Trajectories, by the steps that a problem asks for; refused where the first show that they would
not end."""

from __future__ import annotations

from typing import Any

import numpy as np

from .. import solvers
from ..problems.problem import Problem
from ..solvers.base import Array, Backend, Parameters, Solution, State, between
from ..solvers.layout import joined
from ..solvers.numpy import NumpyBackend
from .given import solver_parameters, start_state
from .implicit import implicit, is_stiff
from .limits import require_theory
from .work import is_odd, looking

__all__ = ["integrated", "require_end"]

#: Explicit steps in numpy after which it is asked whether stability limits them.
FEW = 100
FIRST = 10_000  #: steps after which it is asked how far they came
FIRST_IN_NUMPY = 1_000  #: which are a hundred times slower
#: Steps in numpy after which one is refused that would take FAR times what is hopeless; what first
#: settles may come a short way by as many and then end.
EARLY, FAR = 100, 1e5
LIMIT = 10_000_000  #: steps of a trajectory, at which it ends with the status "step limit"
STAGES = {"c": 6, "numpy": 12}  #: right-hand sides of a step


def integrated(
    problem: Problem,
    solver: Backend,
    state: State,
    chosen: Parameters,
    times: Array,
    rtol: float,
    atol: float,
    end: str = "run.alpha_end",
    then: Parameters | None = None,
) -> Solution:
    """The trajectory, with ``then`` of rates that go on straight lines to these at the last time;
    ``ProblemError`` where the first steps come so short a way that all of it would take HOPELESS
    times LIMIT: on ``end``, the key of the last time, or what else is the furthest above what is
    common.

    Where a value is so far above that norms fall below the tolerance, whose errors are of either
    sign, the same is said of a trajectory that ends with a negative norm."""
    tolerances: Any = {"rtol": rtol, "atol": atol}
    method = problem.require_run().method
    if method != "explicit" and (solver.name == "numpy" or then is not None):
        ends = (chosen, then)
        found = _not_explicit(problem, solver, state, ends, times, method, end, tolerances)
        if found is not None:
            return found
        method = "explicit"
    span = (float(times[0]), float(times[-1]))
    ways = {**tolerances, "then": then, "method": method}
    found = _looked_at(problem, solver, state, chosen, times, end, ways)
    if found.status == "step limit" and solver.name != "numpy":
        found = solver.integrate(state, chosen, times, **ways)
    lost = found.status == "negative norm" and found.evaluations > 1
    if lost and is_odd(problem, end, span[1]):
        steps = -(-found.evaluations // STAGES[solver.name])
        looking(problem, {steps: 1.0}, LIMIT, span, end)(steps, float(found.alpha))
    return found


def require_end(problem: Problem) -> None:
    """``ProblemError`` where the first steps from the start say that the rest would not end."""
    solver, run = solvers.load(require_theory(problem).key), problem.require_run()
    times, ways = np.array([0.0, run.alpha_end]), {"rtol": run.rtol, "atol": run.atol}
    chosen, state = solver_parameters(problem, solver), start_state(problem)
    if solver.name == "numpy":
        ways["max_steps"] = FIRST_IN_NUMPY + 1
    _looked_at(problem, solver, state, chosen, times, "run.alpha_end", ways)


def _looked_at(
    problem: Problem,
    solver: Backend,
    state: State,
    chosen: Parameters,
    times: Array,
    end: str,
    ways: dict[str, Any],
) -> Solution:
    """The trajectory, refused where its first steps come a hopelessly short way; in C only the
    FIRST of them."""
    span = (float(times[0]), float(times[-1]))
    if isinstance(solver, NumpyBackend):
        looks = {FIRST_IN_NUMPY: 1.0, **({EARLY: FAR} if is_odd(problem, end, span[1]) else {})}
        look = looking(problem, looks, LIMIT, span, end)
        return solver.integrate(state, chosen, times, **ways, look=look)
    found = solver.integrate(state, chosen, times, **ways, max_steps=FIRST)
    if found.status == "step limit":
        looking(problem, {FIRST: 1.0}, LIMIT, span, end)(FIRST, float(found.alpha))
    return found


def _not_explicit(
    problem: Problem,
    solver: Backend,
    state: State,
    ends: tuple[Parameters, Parameters | None],
    times: Array,
    method: str,
    end: str,
    tolerances: Any,
) -> Solution | None:
    """The trajectory by implicit steps of SciPy; of ``method`` "auto" only from where stability
    limits the explicit ones; None where many of these come nowhere."""
    chosen, then = ends
    if method == "implicit":
        return implicit(problem, solver, state, times, **tolerances, end=end, ends=ends)
    parts: list[State] = []
    steps, evaluations, here = FEW, 0, times
    while True:
        found = solver.integrate(state, chosen, here, **tolerances, max_steps=steps, then=then)
        evaluations += found.evaluations
        last = int(np.isfinite(found.R.reshape(len(here), -1)).all(axis=1).sum()) - 1
        if found.status != "step limit":
            break
        if last < 1:  # not even to the next of the times
            span = (float(here[0]), float(here[-1]))
            if is_odd(problem, end, span[1]):
                looking(problem, {FEW: FAR}, LIMIT, span, end)(steps, float(found.alpha))
            return None
        if then is not None:
            chosen = between(chosen, then, (here[last] - here[0]) / (here[-1] - here[0]))
        parts, state, here = (
            [*parts, found.states.at(slice(0, last))],
            found.states.at(last),
            here[last:],
        )
        ends = (chosen, then)
        if is_stiff(problem, solver, state, float(here[-1] - here[0]), chosen, **tolerances):
            found = implicit(problem, solver, state, here, **tolerances, end=end, ends=ends)
            evaluations += found.evaluations
            break
        steps *= 2
    return Solution(joined([*parts, found.states]), found.status, evaluations, found.alpha)
