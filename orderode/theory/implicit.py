"""Trajectories in numpy whose steps stability limits, not accuracy: SciPy's LSODA with the derived
Jacobian.

LSODA takes Adams' methods where the flow is not stiff and backward differentiation where it is. An
explicit step is stable while h |lambda| of the largest eigenvalue of the Jacobian stays below some
3 for the pair in C, 6 for that in numpy; where its length comes near that, accuracy asks for less.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..problems.problem import Problem, Stage
from ..solvers.base import Array, Backend, Parameters, Solution, State, between
from .transition import Transition
from .work import is_odd, looking

__all__ = ["implicit", "is_stiff"]

#: Of the tolerances: LSODA's errors over a trajectory are some ten times those of a single step.
SAFETY = 0.1
LEAST_RTOL = 1e-13
MAX_STEPS = 1_000_000
FIRST = 10_000  #: steps after which it is asked how far they came
#: As FAR of explicit steps; LSODA's first steps are the shorter, the larger a rate is.
EARLY, FAR = 400, 1e5
LIMITED = 2.0  #: h |lambda| from which on stability limits an explicit step
LOOK = 20  #: steps from which its length is found


def is_stiff(
    problem: Problem,
    solver: Backend,
    state: State,
    span: float,
    chosen: Parameters,
    **tolerances: Any,
) -> bool:
    """Whether stability limits the next explicit steps from a state."""
    flow = Transition(Stage(0.0, span, problem), solver, (), heads=problem.trains_start)
    flow.chosen = dict(chosen)
    times = np.array([0.0, span])
    found = solver.integrate(state, flow.chosen, times, **tolerances, max_steps=LOOK)
    J = flow.jacobian(flow.flat.pack(state))
    if found.status != "step limit" or not np.isfinite(J).all():
        return False
    return bool(found.alpha / LOOK * np.abs(np.linalg.eigvals(J)).max() >= LIMITED)


def implicit(
    problem: Problem,
    solver: Backend,
    state: State,
    times: Array,
    rtol: float,
    atol: float,
    end: str = "run.alpha_end",
    ends: tuple[Parameters, Parameters | None] | None = None,
) -> Solution:
    """The trajectory from the state at times[0], as the solver's own ``integrate`` has it, from one
    of the ``ends``, parameters, to the other;
    ``ProblemError`` on the key ``end``, or another, where its first steps show that it would not
    end."""
    from scipy.integrate import LSODA  # slow to import

    last, rate = ends and ends[1], problem.facts.rate_of_start
    heads = problem.trains_start or bool(last and rate and last[rate] > 0)
    flow = Transition(Stage(0.0, float(times[-1]), problem), solver, (), heads=heads)
    start = flow.flat.pack(state)
    states = np.full((len(times), len(start)), np.nan)

    def whole(x: Array) -> Array:
        y = np.repeat(start[None], len(x), axis=0)
        y[:, flow.moves] = x
        return y

    def at(alpha: float) -> None:
        if ends and last is not None:
            flow.chosen = between(ends[0], last, (alpha - times[0]) / (times[-1] - times[0]))

    def slope(alpha: float, x: Array) -> Array:
        at(alpha)
        return flow.drift(whole(x[None])[0])[flow.moves]

    def jacobian(alpha: float, x: Array) -> Array:
        at(alpha)
        return flow.jacobian(whole(x[None])[0])

    here = start[flow.moves]
    if not np.isfinite(slope(times[0], here)).all():
        return Solution(flow.flat.unpack(states), "domain", 1, float(times[0]))
    states[0], done, status, steps = start, 1, "ok", 0
    looks = {FIRST: 1.0, **({EARLY: FAR} if is_odd(problem, end, float(times[-1])) else {})}
    look = looking(problem, looks, MAX_STEPS, (float(times[0]), float(times[-1])), end)
    options: dict[str, Any] = {"rtol": max(LEAST_RTOL, SAFETY * rtol), "atol": SAFETY * atol}
    with np.errstate(all="ignore"):
        run = LSODA(slope, times[0], here, times[-1], jac=jacobian, **options)
        came = float(times[0])
        while run.status == "running" and status == "ok" and done < len(times):
            run.step()
            steps += 1
            if run.status == "failed" or not np.isfinite(run.y).all():
                status = "step size" if np.isfinite(slope(run.t, run.y)).all() else "domain"
                break
            reached = int(np.searchsorted(times, run.t, side="right"))
            rows = whole(np.concatenate([run.dense_output()(times[done:reached]).T, run.y[None]]))
            if (rows[:, flow.flat.diagonal] < 0).any():
                status = "negative norm"
                break
            states[done:reached], done, came = rows[:-1], reached, float(run.t)
            look(steps, came)
            if steps >= MAX_STEPS and run.status == "running":
                status = "step limit"
    return Solution(flow.flat.unpack(states), status, run.nfev, came)
