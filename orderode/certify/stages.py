"""Parts of a simulation in which rates are constant."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..problems.problem import Problem, Stage
from ..simulate import Ramp, Setting, SimulationResult
from ..solvers.base import Array

__all__ = ["changed", "during"]


def during(simulation: SimulationResult, stage: Stage) -> tuple[SimulationResult, Array]:
    """The runs from the start of a stage to its end, both recorded, and which of the recorded times
    these are."""
    whole = simulation
    here = _within(whole.alpha, stage, whole.N)
    path = whole.path
    if path is not None:
        kept = np.flatnonzero(_within(path.alpha, stage, whole.N))
        first, last = kept[0], kept[-1] + 1
        path = replace(
            path,
            alpha=path.alpha[first:last],
            Q=path.Q[first:last],
            R=path.R[first:last],
            w0=path.w0[first:last],
            tasks=path.tasks[first : last - 1],
            recorded=path.recorded[here] - first,
        )
    setting: Setting | Ramp = whole.ramp or whole.setting
    for alpha, other in whole.later:
        if alpha <= stage.start:
            setting = other
    ramp = setting if isinstance(setting, Ramp) else None
    part = replace(
        whole,
        alpha=whole.alpha[here],
        Q=whole.Q[here],
        R=whole.R[here],
        w0=whole.w0[here],
        eps_g=whole.eps_g[here],
        eps_g_se=whole.eps_g_se[here],
        others={name: (mean[here], error[here]) for name, (mean, error) in whole.others.items()},
        setting=setting.first if isinstance(setting, Ramp) else setting,
        ramp=ramp,
        later=(),
        path=path,
    )
    return part, here


def changed(problem: Problem, stage: Stage) -> list[str]:
    """The parameters whose values in a stage are not those of [parameters]."""
    ends = [x.parameters for x in (stage.problem, stage.then) if x is not None]
    found = []
    for name, value in problem.parameters.items():
        if any(values[name] != value for values in ends):
            found.append(name)
    return found


def _within(alpha: Array, stage: Stage, N: int) -> Array:
    """Times of steps from that of the stage's start to that of its end."""
    first, last = np.rint(stage.start * N), np.rint(stage.end * N)
    steps = np.rint(alpha * N)
    return np.asarray((steps >= first) & (steps <= last))
