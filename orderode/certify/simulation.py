"""From a problem to its microscopic simulation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..errors import NotAvailable, ProblemError
from ..models.data import data_of
from ..problems.problem import Problem, Stage
from ..problems.schema import SAMPLES, SAMPLES_OR_INF
from ..shown import error_said
from ..simulate import Ramp, Setting, SettingError, SimulationResult, read_model
from ..simulate import simulate as simulate_setting
from ..solvers.base import Array
from ..theory.arguments import checked, integration_times, require_problem
from .room import require_room

__all__ = ["microscopic_setting", "simulate", "simulation_summary"]


def simulate(
    problem: Problem,
    *,
    P: float | None = None,
    V: int | None = None,
    alphas: Sequence[float] | None = None,
    path: Array | None = None,
    progress: bool | None = None,
) -> SimulationResult:
    """The runs of the problem's [simulation], recorded at ``points`` times up to alpha_end or at
    ``alphas``.

    P and V override those of the table.  path: more times, at which overlaps are kept.
    """
    run, wanted = require_problem(problem).require_run(), problem.require_simulation(V)
    times = (
        np.union1d(np.linspace(0.0, run.alpha_end, wanted.points), _changes(problem))
        if alphas is None
        else integration_times(alphas)
    )
    P = None if P is None else checked("P", SAMPLES_OR_INF, P)
    V = None if V is None else checked("V", SAMPLES, V)
    if P is not None and not problem.adapts:
        raise ProblemError(
            "P", P, f"nothing: {problem.model_name} has no inner loop", source=problem.source
        )
    samples = (wanted.P if P is None else P, wanted.V if V is None else V)
    first, *others = problem.stages(float(times[-1]))
    setting = setting_of(first, *samples)
    later = [(s.start, setting_of(s, *samples)) for s in others]
    beside = wanted.beside is not None and (P, V) == (wanted.beside.P, wanted.beside.V)
    where = "simulation.beside" if beside else "simulation"
    require_room(problem, *samples, len(times), where)
    try:
        return simulate_setting(
            setting,
            N=wanted.N,
            runs=wanted.runs,
            seed=wanted.seed,
            method=wanted.method,
            alphas=times,
            tasks=wanted.tasks,
            path=path,
            later=later,
            progress=progress,
        )
    except SettingError as error:
        raise NotAvailable(
            f"this simulation ({error.key})", f"{error.key} = {error.value!r}", error.remedy
        ) from None


def _changes(problem: Problem) -> list[float]:
    """The times at which rates change, on the way."""
    return [stage.start for stage in problem.stages(problem.require_run().alpha_end)][1:]


def simulation_summary(s: SimulationResult) -> str:
    """The mean over runs of eps_g at the last time that a run reached, and of the runs that failed
    where they did."""
    good = np.isfinite(s.eps_g)
    reached = np.flatnonzero(good.any(axis=1))
    if not len(reached):
        return f"no run has a finite eps_g at any of the times, the first alpha = {s.alpha[0]:g}"
    last = reached[-1]
    mean = error_said(float(np.mean(s.eps_g[last, good[last]])), form=".4g")
    text = f"eps_g = {mean} at alpha = {s.alpha[last]:g}"
    if good[last].all() and last == len(s.alpha) - 1:
        return text
    ends = [np.flatnonzero(run)[-1] if run.any() else 0 for run in good.T]
    first = min(ends)
    cause = "overlaps left the range of double precision"
    return (
        f"{text}, over {good[last].sum()} of {good.shape[1]} runs; {cause} first after alpha ="
        f" {s.alpha[first]:g}"
    )


def setting_of(stage: Stage, P: float | None, V: float) -> Setting | Ramp:
    """A stage as the simulation takes it."""
    first = microscopic_setting(stage.problem, P, V)
    if stage.then is None:
        return first
    return Ramp(first, microscopic_setting(stage.then, P, V), stage.start, stage.end)


def microscopic_setting(problem: Problem, P: float | None, V: float) -> Setting:
    """The problem as the simulation takes it, at this P and V."""
    model, tasks = read_model(data_of(problem.model)), problem.tasks
    samples = {"P": P, "V": V}  # an infinite V is refused by the setting
    parameters = problem.parameters.of_model()
    vectors = problem.parameters.arrays()
    parameters |= {name: value for name, value in samples.items() if name in parameters}
    others = (problem.others[name] for name in problem.facts.heads[1:])
    heads = np.concatenate([problem.w0, *others])
    start = (problem.T, problem.Q, problem.R, heads, tasks.mean, tasks.cov, tasks.kurtosis)
    try:
        numbers = (problem.K, problem.M, parameters)
        more: dict[str, Any] = {"spread": tasks.spread}
        if problem.facts.blocks:
            of_blocks = [v.name for v in problem.facts.vectors if v.units == "blocks"]
            more |= {name: vectors.pop(name) for name in of_blocks if name in vectors}
        more["vectors"] = vectors
        return Setting(model, problem.activation, *numbers, *start, **more)
    except SettingError as error:
        raise NotAvailable(
            "this simulation", f"{error.key} = {error.value!r}", error.remedy
        ) from None
