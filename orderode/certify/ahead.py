"""One step of a model whose weights adapt ahead of it, against its slopes.

Such a step takes N-vectors: at N and 2 N inputs, of which 2 m(2 N) - m(N) is free of what is of
order 1/N, as for giant steps.
"""

from __future__ import annotations

import math

import numpy as np

from ..errors import NotAvailable
from ..problems.problem import Problem
from ..simulate import Setting, SettingError
from ..simulate.direct import Direct
from ..solvers.base import Array, State
from ..theory.integrate import UNDEFINED, right_hand_side, start_state
from ..theory.limits import require_theory
from .level import threshold
from .measured import as_state
from .rounding import ROUNDING, floored
from .simulation import microscopic_setting
from .steps import NEAR, StepDrift

__all__ = ["check_step_ahead"]

TOGETHER = 500  #: runs at once


def check_step_ahead(problem: Problem, *, tasks: int, seed: int, backend: str) -> StepDrift:
    """N times the change in one step of so many simulated runs against the slopes."""
    what, near = f"the drift test of {problem.source or 'this problem'}", NEAR
    found, theory = require_theory(problem), right_hand_side(problem, backend)
    if not all(np.isfinite(x).all() for x in theory.slopes):
        raise NotAvailable(what, UNDEFINED, "Lower the rates or change [overlaps]")
    if problem.parameters.V == math.inf:
        raise NotAvailable(what, "a step has finitely many query samples", "Give V a number")
    if 2 * problem.K + problem.M > near:
        raise NotAvailable(what, f"it is done with {near} inputs", "Take fewer units")
    setting = microscopic_setting(problem, None, problem.parameters.V)
    means = [_mean_change(setting, N, tasks, seed) for N in (near, 2 * near)]
    z, errors, largest, start = {}, 0.0, 0.0, start_state(problem)
    for name in start.names:
        slope = getattr(theory.slopes, name)
        if name not in ("R", "Q") and not problem.trains_start:
            continue
        (m, s), (m2, s2) = (x[name] for x in means)
        least = ROUNDING * 2 * near * float(np.abs(getattr(start, name)).max())
        error = floored(np.hypot(2 * s2, s), least)
        z[name] = np.asarray((2 * m2 - m - slope) / error)
        errors, largest = max(errors, float(error.max())), max(largest, float(np.abs(slope).max()))
    K, M = problem.K, problem.M
    comparisons = K * M + K * (K + 1) // 2 + K * (len(z) - 2)
    limit = threshold(comparisons)
    seen = limit * errors / largest if largest > 0 else math.inf
    slopes = theory.slopes.only(tuple(z))
    return StepDrift(slopes, State(**z), limit, comparisons, seen, tasks, seed, found.digest)


def _mean_change(setting: Setting, N: int, tasks: int, seed: int) -> dict[str, tuple[Array, Array]]:
    """N times what R, Q and the head change by in one step at N inputs: mean and its standard
    error."""
    rows: dict[str, list[Array]] = {}
    for part, first in enumerate(range(0, tasks, TOGETHER)):
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(N, part)))
        try:
            runs = Direct(setting, N, min(TOGETHER, tasks - first), rng)
        except SettingError as error:
            what, why = f"this simulation ({error.key})", f"{error.key} = {error.value!r}"
            raise NotAvailable(what, why, error.remedy) from None
        Q, R = runs.overlaps()
        before = as_state(R, Q, runs.w0.copy(), ("w0",))
        runs.step()
        Q, R = runs.overlaps()
        after = as_state(R, Q, runs.w0, ("w0",))
        for name in before.names:
            change = N * (getattr(after, name) - getattr(before, name))
            rows.setdefault(name, []).append(change)
    found = {}
    for name, kept in rows.items():
        values = np.concatenate(kept)
        found[name] = values.mean(axis=0), values.std(axis=0, ddof=1) / math.sqrt(len(values))
    return found
