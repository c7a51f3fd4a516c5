"""Giant steps: their simulation, theory against simulation step by step, and one step at N -> inf.

The microscopic step is that of every model, at the rate gamma N and on n = ratio N samples:
J - (eta/sqrt(N)) (1/n) sum F x with eta = gamma N is J - gamma sqrt(N) (1/n) sum F x.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy

from ..errors import NotAvailable
from ..problems.base import of_kind
from ..problems.schema import integer
from ..problems.steps import MapProblem
from ..simulate import Setting, SettingError, SimulationResult
from ..simulate import simulate as simulate_setting
from ..solvers.base import Array, State
from ..theory.arguments import TASKS, checked
from ..theory.integrate import UNDEFINED, start_state
from ..theory.steps import Steps, changes, iterate, moved
from .comparison import Comparison, criterion
from .level import LEVEL, threshold
from .measured import as_state
from .rounding import ROUNDING, floored
from .simulation import microscopic_setting

__all__ = ["StepComparison", "StepDrift", "check_step", "compare", "simulate"]

LEAST = 4  #: runs that a verdict takes
NEAR, TOGETHER = 200, 2000  #: inputs of the smaller simulated step; runs at once


def setting_at(problem: MapProblem, N: int) -> Setting:
    """The problem as the simulation takes it: at N inputs gamma N is the rate, and ratio N the
    number of samples."""
    facts = problem.facts
    assert facts.ratio is not None
    ratio = problem.parameters[facts.ratio]
    if ratio == math.inf:
        problem.require_simulation()  # says so
    numbers: dict[str, int | float] = {facts.ratio: max(1, round(ratio * N))}
    numbers[facts.rate] = problem.parameters[facts.rate] * N
    return microscopic_setting(problem.with_numbers(**numbers), None, math.inf)


def simulate(problem: MapProblem, *, progress: bool | None = None) -> SimulationResult:
    """The runs of the problem's [simulation], recorded at the start and after each step; step t is
    at alpha = t/N of the result."""
    run, wanted = of_kind(problem, MapProblem).require_run(), problem.require_simulation()
    return _simulated(
        setting_at(problem, wanted.N),
        N=wanted.N,
        runs=wanted.runs,
        seed=wanted.seed,
        method=wanted.method,
        alphas=np.arange(run.steps + 1.0) / wanted.N,
        tasks=wanted.tasks,
        progress=progress,
    )


def _simulated(setting: Setting, **options: Any) -> SimulationResult:
    try:
        return simulate_setting(setting, **options)
    except SettingError as error:
        what, why = f"this simulation ({error.key})", f"{error.key} = {error.value!r}"
        raise NotAvailable(what, why, error.remedy) from None


@dataclass(frozen=True, eq=False)
class StepResiduals:
    """What each simulated step misses the map by, from the state that the run was in: mean over
    runs in standard errors, for each step R_z (steps, K, M), Q_z (steps, K, K).

    resolution: threshold times the largest standard error, over the largest change.
    """

    z: State
    threshold: float
    comparisons: int
    runs: int
    resolution: float

    @property
    def largest(self) -> float:
        return float(max(np.abs(x).max() for x in self.z))

    @property
    def where(self) -> str:
        """The entry with the largest |z|, and the step."""
        name, values = max(self.z.items(), key=lambda pair: float(np.abs(pair[1]).max()))
        place = np.unravel_index(np.abs(values).argmax(), values.shape)
        units = "".join(str(int(p) + 1) for p in place[1:])
        return f"{name}_{units} in step {int(place[0]) + 1}"

    @property
    def agrees(self) -> bool:
        return self.largest <= self.threshold

    def arrays(self) -> dict[str, object]:
        found: dict[str, object] = {f"residual_z_{name}": x for name, x in self.z.items()}
        return found | {"residual_threshold": self.threshold}

    def report(self, level: float) -> list[str]:
        """For people."""
        return [
            f"residuals    each step predicted from the run's own state: largest |z|"
            f" {self.largest:.2f} ({self.where}) of {self.comparisons} averages over {self.runs}"
            f" runs; seen from {100 * self.resolution:.1f} % of the largest change in a step",
            criterion(self.threshold, level),
        ]


@dataclass(frozen=True, eq=False, repr=False)
class StepComparison(Comparison):
    """Theory after each step, the simulated runs, and their residuals."""

    problem: MapProblem
    theory: Steps
    simulation: SimulationResult
    parts: tuple[StepResiduals, ...]

    def __repr__(self) -> str:
        s = self.simulation
        return (
            f"<StepComparison: {self.problem.model_name}, {self.problem.activation_text};"
            f" {len(s.status)} runs, N = {s.N}: theory and simulation {self.verdict}>"
        )

    @property
    def seed(self) -> int:
        return self.simulation.seed

    def judgements(self) -> tuple[StepResiduals, ...]:
        return self.parts

    def setting(self) -> list[str]:
        s, theory, p = self.simulation, self.theory, self.problem
        z, where = self.deviation()
        bias = math.sqrt(len(s.status) / s.N)
        return [
            f"theory       {p.model_name}, {p.activation_text},"
            f" {p.parameters.text(p.facts.rate, p.facts.ratio or '')}; backend {theory.backend},"
            f" {theory.summary()}",
            f"simulation   {len(s.status)} runs, {s.kind}, N = {s.N}, seed {s.seed}; status "
            + ", ".join(f"{x}: {s.status.count(x)}" for x in dict.fromkeys(s.status)),
            f"curves       mean over runs against theory: largest deviation {z:.1f} standard"
            f" errors ({where})",
            "finite size  runs differ by order 1/sqrt(N), their mean misses the map by order 1/N:"
            f" {bias:.2g} standard errors times a number of order one",
        ]

    def deviation(self) -> tuple[float, str]:
        """The largest deviation of the mean over runs from the theory, in standard errors."""
        s, worst, where = self.simulation, 0.0, "none"
        for name, values, theory in (("R", s.R, self.theory.R), ("Q", s.Q, self.theory.Q)):
            z = _z(values[1:] - theory[1:, None], float(np.nanmax(np.abs(theory))))
            if np.isfinite(z).any() and np.nanmax(np.abs(z)) > worst:
                place = np.unravel_index(np.nanargmax(np.abs(z)), z.shape)
                units = "".join(str(int(p) + 1) for p in place[1:])
                worst = float(np.nanmax(np.abs(z)))
                where = f"{name}_{units} after step {int(place[0]) + 1}"
        return worst, where

    def own_arrays(self) -> dict[str, Any]:
        """Simulated arrays lead with the step, then run."""
        t, s = self.theory, self.simulation
        return {
            "step": t.step,
            **dict(sorted(t.states.items())),
            **t.observables,
            "status": t.status,
            "simulation_Q": s.Q,
            "simulation_R": s.R,
            "simulation_eps_g": s.eps_g,
            "simulation_status": np.array(s.status),
        }


def compare(
    problem: MapProblem, backend: str = "auto", *, progress: bool | None = None, band: bool = False
) -> StepComparison:
    """Iterate, simulate, and judge each step from the state that each run was in before it."""
    if band:
        why = "no covariance of a giant step is derived, whose samples fluctuate with the weights"
        raise NotAvailable(f"--band for {problem.model_name}", why, "Leave it out")
    theory = iterate(problem, backend)
    simulation = simulate(problem, progress=progress)
    return StepComparison(problem, theory, simulation, tuple(_judged(problem, theory, simulation)))


def _judged(
    problem: MapProblem, theory: Steps, simulation: SimulationResult
) -> Iterator[StepResiduals]:
    """Nothing where the theory or a run failed, or there are too few runs."""
    runs = simulation.R.shape[1]
    if theory.status != "ok" or "non-finite" in simulation.status or runs < LEAST:
        return
    state = as_state(simulation.R, simulation.Q, simulation.w0, problem.facts.heads)
    steps = len(simulation.alpha) - 1
    before = state.map(lambda x: x[:-1].reshape(steps * runs, *x.shape[2:]))
    after = moved(problem, before, theory.backend)
    z, errors, largest = {}, 0.0, 0.0
    for name in ("R", "Q"):
        values = getattr(state, name)
        predicted = getattr(after, name).reshape(values[1:].shape)
        scale = float(np.abs(values).max())
        z[name] = _z(values[1:] - predicted, scale)
        errors = max(errors, float(_errors(values[1:] - predicted, scale).max()))
        largest = max(largest, float(np.abs(np.diff(values, axis=0)).max()))
    K, M = problem.K, problem.M
    comparisons = steps * (K * M + K * (K + 1) // 2)
    limit = float(scipy.stats.t.isf(LEVEL / (2 * comparisons), runs - 1))
    seen = limit * errors / largest if largest > 0 else math.inf
    yield StepResiduals(State(**z), limit, comparisons, runs, seen)


def _errors(residuals: Array, scale: float) -> Array:
    """Standard errors of means over runs (steps, runs, ...), no less than rounding."""
    spread = residuals.std(axis=1, ddof=1) / math.sqrt(residuals.shape[1])
    return floored(spread, ROUNDING * scale)


def _z(residuals: Array, scale: float) -> Array:
    if residuals.shape[1] < 2:
        return np.full(residuals[:, 0].shape, np.nan)
    return np.asarray(residuals.mean(axis=1) / _errors(residuals, scale))


@dataclass(frozen=True, eq=False, repr=False)
class StepDrift:
    """The change in one step by the theory, and what many simulated steps miss it by, in standard
    errors; resolution: the threshold times the largest of these over the largest change."""

    change: State
    z: State
    threshold: float
    comparisons: int
    resolution: float
    tasks: int
    seed: int
    digest: str

    @property
    def largest(self) -> float:
        return float(max(np.abs(x).max() for x in self.z))

    @property
    def agrees(self) -> bool:
        return self.largest <= self.threshold

    def __repr__(self) -> str:
        return f"<StepDrift: largest |z| {self.largest:.2f}, threshold {self.threshold:.2f}>"

    def report(self) -> str:
        lines = []
        for name, z in self.z.items():
            lines.append(f"d{name}: theory, and in brackets z of the mean over {self.tasks} steps")
            both = (x.reshape(-1, x.shape[-1]) for x in (getattr(self.change, name), z))
            for row, scores in zip(*both, strict=True):
                pairs = zip(row, scores, strict=True)
                lines.append("  " + "  ".join(f"{v:12.5e} ({x:+5.2f})" for v, x in pairs))
        lines += [
            f"simulated with {NEAR} and {2 * NEAR} inputs, which leaves no error of order 1/N",
            f"largest |z| {self.largest:.2f}; threshold {self.threshold:.2f} for"
            f" {self.comparisons} entries at level {LEVEL:g} (Bonferroni); errors above"
            f" {100 * self.resolution:.2g} % of the largest change are seen",
            "agree" if self.agrees else "disagree",
        ]
        return "\n".join(lines)


def check_step(
    problem: MapProblem, *, tasks: int = 100_000, seed: int = 0, backend: str = "auto"
) -> StepDrift:
    """The change in one step against the mean of many simulated ones: at N and 2 N inputs, of which
    2 m(2 N) - m(N) is free of what is of order 1/N."""
    tasks, seed = checked("tasks", TASKS, tasks), checked("seed", integer(0), seed)
    theory = changes(of_kind(problem, MapProblem), backend)
    what = f"the drift test of {problem.source or 'this problem'}"
    if not theory.is_finite():
        raise NotAvailable(what, UNDEFINED, "Lower the rate or change [overlaps]")
    if 2 * problem.K + problem.M > NEAR:
        raise NotAvailable(what, f"it is done with {NEAR} inputs", "Take fewer units")
    near, far = (_mean_step(problem, N, tasks, seed) for N in (NEAR, 2 * NEAR))
    z, errors, largest = {}, 0.0, 0.0
    start = start_state(problem)
    for name in ("R", "Q"):
        (m, s), (m2, s2), change = near[name], far[name], getattr(theory.of, name)
        least = ROUNDING * float(np.abs(getattr(start, name)).max())
        error = floored(np.hypot(2 * s2, s), least)
        z[name] = np.asarray((2 * m2 - m - getattr(start, name) - change) / error)
        errors, largest = max(errors, float(error.max())), max(largest, float(np.abs(change).max()))
    comparisons = problem.K * problem.M + problem.K * (problem.K + 1) // 2
    limit = threshold(comparisons)
    seen = limit * errors / largest if largest > 0 else math.inf
    made = State(**z)
    return StepDrift(theory.of, made, limit, comparisons, seen, tasks, seed, theory.digest)


def _mean_step(
    problem: MapProblem, N: int, tasks: int, seed: int
) -> dict[str, tuple[Array, Array]]:
    """R and Q after one step at N inputs: mean over so many, and its standard error."""
    setting = setting_at(problem, N)
    rows: dict[str, list[Array]] = {"R": [], "Q": []}
    for part, first in enumerate(range(0, tasks, TOGETHER)):
        s = _simulated(
            setting,
            N=N,
            runs=min(TOGETHER, tasks - first),
            seed=seed + N + 10**6 * part,
            alphas=[0.0, 1.0 / N],
            tasks=1,
            test_samples=1,
            progress=False,
        )
        for name, kept in rows.items():
            kept.append(getattr(s, name)[1])
    found = {}
    for name, kept in rows.items():
        values = np.concatenate(kept)
        found[name] = values.mean(axis=0), values.std(axis=0, ddof=1) / math.sqrt(len(values))
    return found
