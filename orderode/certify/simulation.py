"""From a problem to its microscopic simulation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import NotAvailable
from ..models.data import model_data
from ..problems.problem import Problem
from ..simulate import Setting, SettingError, SimulationResult, read_model
from ..simulate import simulate as simulate_setting

__all__ = ["microscopic_setting", "simulate"]


def simulate(
    problem: Problem,
    *,
    P: float | None = None,
    V: int | None = None,
    alphas: Sequence[float] | None = None,
    progress: bool | None = None,
) -> SimulationResult:
    """The runs of the problem's [simulation], recorded at ``points`` times up to alpha_end or at ``alphas``.

    P and V override those of the table.
    """
    run, wanted = problem.require_run(), problem.require_simulation()
    times = np.linspace(0.0, run.alpha_end, wanted.points) if alphas is None else np.asarray(alphas, dtype=float)
    setting = microscopic_setting(problem, wanted.P if P is None else P, wanted.V if V is None else V)
    try:
        return simulate_setting(
            setting,
            N=wanted.N,
            runs=wanted.runs,
            seed=wanted.seed,
            method=wanted.method,
            alphas=times,
            tasks=wanted.tasks,
            progress=progress,
        )
    except SettingError as error:
        raise NotAvailable(f"this simulation ({error.key})", str(error), error.remedy) from None


def microscopic_setting(problem: Problem, P: float | None, V: float) -> Setting:
    """The problem as the simulation takes it, at this P and V."""
    model, tasks = read_model(model_data(problem.model)), problem.tasks
    given = {**vars(problem.parameters), "P": P, "V": V}  # an infinite V is refused by the setting
    parameters = {p.name: given[p.name] for p in model.parameters if p.name in given}
    start = (problem.T, problem.Q, problem.R, problem.w0, tasks.mean, tasks.cov, tasks.kurtosis)
    try:
        return Setting(model, problem.activation, problem.K, problem.M, parameters, *start)
    except SettingError as error:
        raise NotAvailable("this simulation", str(error), error.remedy) from None
