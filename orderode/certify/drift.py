"""The one-step drift test: derived right-hand side against one microscopic step, averaged over many
tasks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .. import solvers
from ..errors import NotAvailable
from ..problems.problem import Problem
from ..problems.schema import integer
from ..simulate import DriftSample, SettingError, sample_drift
from ..solvers.base import Array, State
from ..theory.arguments import TASKS, checked, require_problem
from ..theory.integrate import UNDEFINED, right_hand_side, solver_parameters, start_state
from ..theory.limits import require_theory
from .ahead import check_step_ahead
from .drift_scores import directions_of_steps, drift_scores
from .estimates import Estimates
from .level import LEVEL, threshold
from .measured import as_state, measured, require_measured
from .rounding import NOTHING, Floor, floored, slope_floor
from .simulation import microscopic_setting
from .skewness import doubted, taken_off, unskewed
from .steps import StepDrift

__all__ = ["STILL", "UNDECIDED", "DriftReport", "check_drift"]

HALF = LEVEL / 2  #: of the entries; the other half is that of the directions
PILOT, FEWEST = 5, 500  #: a share of the tasks more, and the fewest, for the weights of directions
SKEWED = 0.4  #: of a mean, above which nothing is refused
DRAWN = 8  #: samples of an infinite query set: their number moves no mean
STILL = (
    "nothing moves here: slopes, and their fluctuations, are rounding, and there is nothing to see"
)
UNDECIDED = (
    "too few tasks for steps as skewed as these: a |z| is beyond its threshold, as it may be where"
    " the rare large steps are missing; more tasks decide"
)


@dataclass(frozen=True, eq=False, repr=False)
class DriftReport:
    """Slopes of the theory, dR (K, M), dQ (K, K), dw0 (K,), and z-scores per entry, dR_z, dQ_z,
    dw0_z, of what the simulation measures, less what the skewness of steps does to them, ``plain``
    with it; ``threshold`` is Bonferroni's for ``comparisons``.

    resolution: the smallest relative error of max|dR|, max|dQ| that would be seen with probability
    1/2, that is the threshold times the largest standard error over the largest entry; infinite
    where an array is zero to rounding.
    moves: False where all slopes and all their fluctuations are rounding, so that there is nothing
    to see.
    skewed: the largest skewness of a mean, in these steps or others.
    scores: what the steps say each parameter is; None where nothing moves.
    """

    slopes: State
    z: State
    plain: State
    threshold: float
    comparisons: int
    resolution: tuple[float, float]
    moves: bool
    skewed: float
    tasks: int
    seed: int
    digest: str
    scores: Estimates | None = None

    def __getattr__(self, name: str) -> Array:
        of, what = name[1:].removesuffix("_z"), "z" if name.endswith("_z") else "slopes"
        if name[:1] != "d" or of not in (state := getattr(self, what)).names:
            raise AttributeError(name)
        return getattr(state, of)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return (
            f"<DriftReport: {self.tasks} tasks, seed {self.seed}; largest |z| {self.largest:.2f},"
            f" threshold {self.threshold:.2f} for {self.comparisons} entries:"
            f" {self.verdict}; all of it: report()>"
        )

    @property
    def largest(self) -> float:
        """The largest |z|; standard errors are no smaller than what rounding makes of the slopes
        (``rounding``)."""
        return float(max(np.abs(z).max() for z in self.z))

    @property
    def agrees(self) -> bool:
        """Whether no entry and no direction is beyond its threshold."""
        seen = self.scores is None or self.scores.agrees
        return seen and self.largest <= self.threshold

    @property
    def verdict(self) -> str:
        """ "agree", "disagree", or "no verdict": something is beyond its threshold, but would not
        be with twice the skewness that the steps show, which steps without the rare large ones may
        have; or ``skewed`` is so large that a few of the steps make the mean."""
        if self.agrees:
            return "agree"
        if self.skewed > SKEWED:
            return "no verdict"
        entries = zip(self.plain, self.z, strict=True)
        beyond = any((np.abs(doubted(t, z)) > self.threshold).any() for t, z in entries)
        if self.scores is not None:
            beyond |= any(abs(x.least) > self.scores.threshold for x in self.scores.estimates)
        return "disagree" if beyond else "no verdict"

    def skewness(self) -> str:
        """What it takes off, in words."""
        labels: list[str] = []
        for name, z in self.z.items():
            places = map(_counted_from_one, np.ndindex(z.shape))
            labels += [f"d{name}_{place}" for place in places]
        plain, z = (np.concatenate(list(map(np.ravel, state))) for state in (self.plain, self.z))
        return taken_off(labels, plain, z)

    def report(self) -> str:
        """Each entry with its z, the largest against the threshold, the power, and the verdict."""
        lines = []
        for name, z in self.z.items():
            values = getattr(self.slopes, name)
            if name not in ("R", "Q") and not values.any():
                continue
            lines.append(f"d{name}: theory, and in brackets z of the mean over {self.tasks} tasks")
            rows = (x.reshape(-1, x.shape[-1]) for x in (values, z))
            for row, scores in zip(*rows, strict=True):
                pairs = zip(row, scores, strict=True)
                lines.append("  " + "  ".join(f"{v:12.5e} ({x:+5.2f})" for v, x in pairs))
        lines.append(
            f"largest |z| {self.largest:.2f}; threshold {self.threshold:.2f} for"
            f" {self.comparisons} entries at level {HALF:g} (Bonferroni); errors above"
            f" {100 * self.resolution[0]:.2g} % of max|dR| and {100 * self.resolution[1]:.2g} % of"
            f" max|dQ| are seen; {self.skewness()}"
        )
        if self.scores is not None:
            said = [*self.scores.lines(), *_of_slopes(self.scores)]
            said.append(f"{self.scores.criterion()}; {self.scores.skewness()}")
            indent = ["from the steps ", *[" " * 15] * (len(said) - 1)]
            lines += [before + line for before, line in zip(indent, said, strict=True)]
        if unseen := [f"d{name}" for name in self.slopes.names if name not in self.z.names]:
            lines.append(f"left out: {', '.join(unseen)}, which no simulation measures")
        if not self.moves:
            lines.append(STILL)
        if self.verdict == "no verdict":
            lines.append(UNDECIDED)
        lines.append(self.verdict)
        return "\n".join(lines)


def check_drift(
    problem: Problem, *, tasks: int = 100_000, seed: int = 0, backend: str = "auto"
) -> DriftReport | StepDrift:
    """Compare dR/dalpha and dQ/dalpha with N times the change in one step, at the problem's
    overlaps, P and V.

    x.x'/N is replaced by its limit, so there is no finite-size bias; at P = inf the head is its
    conditional expectation, by quadrature, at V = inf what vanishes there is left out of the mean
    over ``DRAWN`` samples.  ``NotAvailable`` where one of the two is not finite:
    there is nothing to compare.  Where weights adapt ahead of a step it is simulated with
    N-vectors (``ahead``).
    """
    found = require_theory(require_problem(problem))
    what, remedy = (
        f"the drift test of {problem.source or 'this problem'}",
        "Lower the rates or change [overlaps]",
    )
    require_measured(what, problem, found)
    tasks, seed = checked("tasks", TASKS, tasks), checked("seed", integer(0), seed)
    if problem.facts.ahead:
        return check_step_ahead(problem, tasks=tasks, seed=seed, backend=backend)
    theory = right_hand_side(problem, backend)
    if not all(np.isfinite(x).all() for x in theory.slopes):
        raise NotAvailable(what, UNDEFINED, remedy)
    V = problem.parameters.V
    infinite = V == math.inf
    setting = microscopic_setting(problem, problem.parameters.get("P"), DRAWN if infinite else V)
    solver, floor = solvers.load(found.key, backend), _floor(problem, backend)
    heads = problem.facts.heads
    slopes = theory.slopes.only(measured(problem))
    try:
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            other = np.random.SeedSequence(seed, spawn_key=(1,))
            fewer = max(FEWEST, tasks // PILOT)
            pilot = sample_drift(setting, tasks=fewer, seed=other, infinite_query=infinite)
            along = directions_of_steps(problem, solver, slopes, pilot, tasks, floor)
            sample = sample_drift(
                setting, tasks=tasks, seed=seed, infinite_query=infinite, directions=along.rows
            )
    except SettingError as error:
        raise NotAvailable(what, f"{error.key} = {error.value!r}", error.remedy) from None
    mean = as_state(sample.dR_mean, sample.dQ_mean, sample.dw0_mean, heads)
    errors = as_state(sample.dR_se, sample.dQ_se, sample.dw0_se, heads)
    skewness = as_state(sample.dR_skewness, sample.dQ_skewness, sample.dw0_skewness, heads)
    if not all(np.isfinite(x).all() for x in (*mean, *errors)):
        why = (
            "the simulated steps diverge: their mean or its error leaves the range of double"
            " precision"
        )
        raise NotAvailable(what, why, remedy)
    moving = problem.K * len(heads) if problem.trains_start else 0
    blocks = slopes.R.size // (problem.K * problem.M)
    comparisons = slopes.R.size + blocks * problem.K * (problem.K + 1) // 2 + moving
    limit = threshold(comparisons, HALF)
    moves = floor.moves(slopes, errors)
    plain, scores, resolutions = {}, {}, {}
    for name, slope in slopes.items():
        least, largest = floor.of[name], np.abs(slope).max()
        spread = floored(getattr(errors, name), least)
        plain[name] = _z(getattr(mean, name), slope, spread)
        scores[name] = unskewed(plain[name], getattr(skewness, name))
        seen = largest > NOTHING * least
        resolutions[name] = float(limit * spread.max() / largest) if seen else math.inf
    return DriftReport(
        theory.slopes,
        State(**scores),
        State(**plain),
        limit,
        comparisons,
        (resolutions["R"], resolutions["Q"]),
        moves,
        max(_skewed(sample), _skewed(pilot) * math.sqrt(fewer / tasks)),
        tasks,
        seed,
        found.digest,
        drift_scores(along, sample, heads, HALF) if moves else None,
    )


def _skewed(sample: DriftSample) -> float:
    parts = (sample.dR_skewness, sample.dQ_skewness, sample.dw0_skewness)
    return float(max(np.abs(x).max(initial=0.0) for x in parts))


def _counted_from_one(place: tuple[int, ...]) -> str:
    return "".join(str(i + 1) for i in place)


def _of_slopes(found: Estimates) -> list[str]:
    x = found.of_slopes[0]
    if not x.seen:
        return []
    return [
        f"all slopes, simulation over theory: {100 * x.shift:+.2g} +- {100 * x.error:.2g} %"
        f"  (z {x.z:+.2f})"
    ]


def _floor(problem: Problem, backend: str) -> Floor:
    """What rounding makes of the slopes."""
    solver = solvers.load(require_theory(problem).key, backend)
    chosen = solver_parameters(problem, solver)
    return slope_floor(lambda state: solver.rhs(state, chosen), start_state(problem))


def _z(mean: Array, theory: Array, error: Array) -> Array:
    """Deviations in standard errors; equal values have none, whatever the error."""
    difference = mean - theory
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(difference == 0, 0.0, difference / error)
