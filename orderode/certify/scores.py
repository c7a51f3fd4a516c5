"""What a simulation says each parameter is: score tests on the path of its runs, between the
recorded times, too.

The theory takes each run from one time of its path forwards to the middle of the interval, and from
the next one back to it.  What is left between the two, less the two below, has mean zero if the
theory is right, and is uncorrelated between runs and intervals; what fluctuates early in the
interval has been carried on as far as what comes late has been carried back, so that all of it has
the covariance of steps in the middle, but for some (h |f'|)^2/12 of it.

- The tasks drawn in an interval explain most of what fluctuates: the simulation keeps their first
  and second moments, and a regression of single steps on them (``simulate.sample_increments``)
  takes that part off.  It has mean zero.
- Finite N shifts the mean over an interval h.  To order 1/N what a step adds at each moment t
  beside its slope f is carried to the middle by the flow phi,

      (1/N) int_0^h dt (phi_(h/2-t)' (b - f' f/2) + phi_(h/2-t)'' : D/2)(x_t)
          = (h/N) (b - f' f/2)(x_(h/2)) + O(h^3) ,

  b from single steps, see there; -f' f/2, for steps of length 1/N are no flow; D their covariance,
  whose two halves cancel, for phi_t'' is odd in t.  What is missed is some (h |f'|)^2/24 of the
  shift: no interval is much longer than 1/|f'|.

Weights are inverse covariances of what is left of single steps.  eps_g, measured at the recorded
times, joins in.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..problems.problem import Problem, Stage
from ..simulate import Increments, Setting, SimulationResult, sample_increments
from ..solvers.base import Array, Backend, State
from ..theory.given import needs_rule, stage_parameters
from ..theory.limits import require_theory
from .directions import Score, estimate, score, weights
from .estimates import Estimates
from .flow import Flow, fourth_order
from .measured import as_state, flat_heads
from .parameters import Direction, directions
from .path import LONGEST, rates_along

__all__ = ["TRUST", "Residuals", "Scores", "path_scores"]

STEPS = 80  #: sampled at each state of a run
POOLED = 12  #: states of a run, the last ones passed, whose samples are taken together
TRUST = 0.1  #: the share of the correction for finite N by which an estimate may be off
SHRUNK = 1e-6  #: of R, to see what eps_g makes of it
BENT = 1e-3  #: of an interval, for f' f
GROUPS = 32  #: of times with the same rates, where these change
AT_ONCE = 8192  #: states whose steps are sampled in one call


@dataclass(frozen=True, eq=False)
class Scores(Estimates):
    """What runs say. Slopes: the factor, less one, by which the predicted change in an interval is
    off: of all order parameters together ("all"), of each, and of the predicted eps_g."""

    intervals: int
    unjudged: int  # intervals too long for it to be known what finite N adds
    left: Residuals

    def report(self) -> list[str]:
        """The table, for people."""
        lines = self.lines()
        pairs = list(zip(self.names, self.of_slopes, strict=True))
        for name, x in (pairs[0], pairs[-1]):
            what = "all changes in an interval" if name == "all" else name
            said = (
                f"{100 * x.shift:+.2f} +- {100 * x.error:.2f} %  (z {x.z:+.2f})"
                if x.seen
                else "nothing to see"
            )
            lines.append(f"{what}, simulation over theory: {said}")
        shifts = [
            (abs(x.corrected) / x.error, n)
            for x, n in zip(self.estimates, self.labels, strict=True)
            if x.seen
        ]
        moved, by = max(shifts, default=(0.0, "none"))
        lines.append(
            f"{self.criterion()}; finite N corrected, by up to {moved:.1f} standard errors ({by})"
        )
        lines.append(self.skewness())
        if self.unjudged:
            lines.append(
                f"finite N: {self.unjudged} intervals are left out, too long for it to be known"
                f" what it adds; {self.intervals} are judged"
            )
        return [("from the run " if i == 0 else " " * 13) + line for i, line in enumerate(lines)]

    def arrays(self) -> dict[str, object]:
        """By name, for a result file."""
        return {
            "estimate_names": np.array(self.labels),
            "estimate_z": np.array([x.z for x in self.estimates]),
            "estimate_z_with_skewness": np.array([x.plain for x in self.estimates]),
            "estimate_shift": np.array([x.shift for x in self.estimates]),
            "estimate_error": np.array([x.error for x in self.estimates]),
            "estimate_finite_size": np.array([x.corrected for x in self.estimates]),
            "estimate_coordinate": np.array([d.coordinate for d in self.parameters]),
            "estimate_threshold": self.threshold,
        }


@dataclass(frozen=True, eq=False)
class Residuals:
    """Of m intervals of all runs, in the n order parameters that fluctuate: how long they are (m,),
    between which recorded times they lie (m,), counted from 0, what is left (m, n), the correction
    for finite N that it has been given (m, n), the predicted change (m, n), what parameters do to
    it (p, m, n), and the inverse covariance (m, n, n).  The same of eps_g: (e,), the predicted
    value (e,), (p, e), (e,)."""

    spans: Array
    between: NDArray[np.intp]
    left: Array
    corrected: Array
    change: Array
    sensitivity: Array
    weight: Array
    error: Array
    error_predicted: Array
    error_sensitivity: Array
    error_weight: Array
    floor: float
    error_floor: float
    unjudged: int = 0  # intervals that are too long


def path_scores(
    problem: Problem,
    simulation: SimulationResult,
    solver: Backend,
    names: Sequence[str],
    level: float,
    theory: State | None = None,
    stage: Stage | None = None,
) -> Scores | None:
    """Of the finite runs of a simulation with a path; ``names`` of R, Q, and w0 where it moves.
    None where all intervals are too long for it to be known what finite N adds.

    theory: its states at the times of the path, for what else moves and simulations do not measure.
    stage: where the problem's rates are those at its start, and may change; a parameter is then
    off by the same all along.
    """
    stage = stage or Stage(0.0, math.inf, problem)
    along = directions(problem, stage.then)
    found = _residuals(stage, simulation, solver, along, names, theory)
    return None if found is None else scores(found, along, names, level)


def scores(
    found: Residuals, along: Sequence[Direction], names: Sequence[str], level: float
) -> Scores:
    def of(direction: Array, weight: Array) -> Score:
        return score(found.left, found.corrected, direction, weight, found.floor)

    def of_error(direction: Array) -> Score:
        none = np.zeros_like(found.error)[:, None]
        weight = found.error_weight[:, None, None]
        return score(found.error[:, None], none, direction[:, None], weight, found.error_floor)

    parameters = [
        estimate(
            of(found.sensitivity[i], found.weight) + of_error(found.error_sensitivity[i]), TRUST
        )
        for i in range(len(along))
    ]
    slopes = [estimate(of(found.change, found.weight), TRUST)]
    variances = np.einsum("mjj->mj", np.linalg.inv(found.weight))
    for j in range(len(names)):
        alone = np.zeros_like(found.weight)
        alone[:, j, j] = 1 / variances[:, j]
        slopes.append(estimate(of(found.change, alone), TRUST))
    slopes.append(estimate(of_error(found.error_predicted)))
    labels = ("all", *names, "eps_g")
    return Scores(
        tuple(along),
        tuple(parameters),
        labels,
        tuple(slopes),
        level,
        len(found.left),
        found.unjudged,
        found,
    )


def _residuals(
    stage: Stage,
    simulation: SimulationResult,
    solver: Backend,
    along: Sequence[Direction],
    names: Sequence[str],
    theory: State | None,
) -> Residuals | None:
    assert simulation.path is not None
    problem, path, N = stage.problem, simulation.path, simulation.N
    run = problem.require_run()
    runs = [r for r, status in enumerate(simulation.status) if status == "ok"]
    chosen, then = stage_parameters(stage, solver)
    right = Flow.of(problem, solver, chosen, then)
    others = []
    for d in along:
        other = None if then is None else d.changed(then)
        others.append(Flow.of(problem, solver, d.changed(chosen), other))
    flat = right.flat
    heads = simulation.setting.model.heads
    overlaps = as_state(path.R, path.Q, path.w0, heads).at((slice(None), runs))
    states = flat.pack(right.completed(overlaps, overlaps if theory is None else theory))
    size, seen = flat.size, flat.places(overlaps.names)
    kept = np.array([flat.labels.index(name) for name in names])
    among = np.array([seen.tolist().index(i) for i in kept])
    spans = np.diff(path.alpha)
    slow = 100 if needs_rule(problem, require_theory(problem)) else 1 if right.by_vectors else 10
    way = np.clip(stage.share(path.alpha), 0.0, 1.0)
    rates = rates_along(right, states[:, 0], np.linspace(0, 1, len(states)), slow, way)
    judged = spans * (rates[1:] + rates[:-1]) / 2 <= LONGEST
    if not judged.any():
        return None

    h = np.repeat(spans[judged], len(runs))
    start, end = (x[judged].reshape(-1, size) for x in (states[:-1], states[1:]))
    begun, ended = (np.repeat(x[judged], len(runs)) for x in (path.alpha[:-1], path.alpha[1:]))

    def slopes_at(x: Array, alpha: Array) -> Array:
        return right.slopes(x, np.clip(stage.share(alpha), 0.0, 1.0))

    middle = fourth_order(slopes_at, start, begun, h / 2, slopes_at(start, begun))
    arrived = fourth_order(slopes_at, end, ended, -h / 2, slopes_at(end, ended))
    half = (begun + ended) / 2
    here = np.clip(stage.share(half), 0.0, 1.0)
    slopes = slopes_at(middle, half)
    ahead = slopes_at(middle + BENT * h[:, None] * slopes, half + BENT * h)
    bent = (ahead - slopes) / (BENT * h[:, None])
    seed = np.random.SeedSequence(simulation.seed, spawn_key=(2,))
    at = flat.unpack(np.where(np.isfinite(middle), middle, start))
    sampled = _sampled_along(simulation, at, half, seed)
    along_tasks, covariance = _regressed(_pooled(sampled.covariance, len(runs)), len(seen))
    second = np.zeros_like(start)
    rows, columns = np.triu_indices(problem.K)
    second[:, flat.part("Q")] = sampled.second[..., rows, columns].reshape(len(second), -1)
    corrected = finite_size(second, bent, h, N)
    tasks = path.tasks[judged][:, runs].reshape(len(h), -1)
    explained = np.zeros_like(start)
    explained[:, seen] = np.einsum("mnc,mc->mn", along_tasks, tasks) / N
    sensitivity = np.array(
        [
            h[:, None] * (x.slopes(middle, here) - slopes) / d.step
            for x, d in zip(others, along, strict=True)
        ]
    )
    floor = run.rtol * float(np.nanmax(np.abs(middle), initial=0.0)) + run.atol
    weight = weights(covariance[:, among][:, :, among].copy(), floor**2 * N / h)
    measured = states[path.recorded[1:]].reshape(-1, size)
    there = np.repeat(way[path.recorded[1:]], len(runs))
    error = right.error(measured, there)
    of_errors = np.array(
        [(x.error(measured, there) - error) / d.step for x, d in zip(others, along, strict=True)]
    )
    change = np.abs(right.error(_shrunk(measured, flat.part("R")), there) - error) / SHRUNK
    error_floor = run.rtol * float(np.nanmax(change, initial=0.0))
    left, missed = (
        arrived - middle - corrected - explained,
        simulation.eps_g[1:, runs].ravel() - error,
    )
    # Intervals from where the theory has no slopes say nothing; a direction along which it has none
    # anywhere is not looked at.
    for x in (sensitivity, of_errors):
        nowhere = ~np.isfinite(x).any(axis=tuple(range(1, x.ndim)))
        x[nowhere] = 0.0
    good = np.isfinite(left[:, kept]).all(axis=1) & np.isfinite(sensitivity).all(axis=(0, 2))
    known = np.isfinite(missed) & np.isfinite(of_errors).all(axis=0)
    places = np.ix_(good, kept)
    between = np.searchsorted(path.recorded, np.flatnonzero(judged), side="right") - 1
    return Residuals(
        h[good],
        np.repeat(between, len(runs))[good],
        left[places],
        corrected[places],
        (h[:, None] * slopes)[places],
        np.array([x[places] for x in sensitivity]),
        (weight * (N / h)[:, None, None])[good],
        missed[known],
        error[known],
        of_errors[:, known],
        _inverse_variance(simulation.eps_g_se[1:, runs], error_floor)[known],
        floor,
        error_floor,
        int((~judged).sum()) * len(runs),
    )


def finite_size(second: Array, bent: Array, h: Array, N: int) -> Array:
    """(h/N) (b - f' f/2), see above: b is ``second`` (n, size), f' f ``bent`` (n, size)."""
    return (second - bent / 2) * (h / N)[:, None]


def _sampled_along(
    simulation: SimulationResult, x: State, alpha: Array, seed: np.random.SeedSequence
) -> Increments:
    """Single steps at n states; where rates change some times one after the other are taken
    together, with those in their middle, which tells the size of what is corrected to some
    percent."""
    if simulation.ramp is None:
        return _sampled(simulation.setting, x, seed)
    parts = []
    for rows in np.array_split(np.arange(len(alpha)), min(GROUPS, len(alpha))):
        setting = simulation.ramp.at(float(alpha[rows].mean()))
        parts.append(tuple(vars(_sampled(setting, x.at(rows), seed.spawn(1)[0])).values()))
    return Increments(*(np.concatenate(x) for x in zip(*parts, strict=True)))


def _sampled(setting: Setting, x: State, seed: np.random.SeedSequence) -> Increments:
    """Single steps at n states."""
    parts = []
    for first in range(0, max(1, len(x.R)), AT_ONCE):
        at = x.at(slice(first, first + AT_ONCE))
        starts = flat_heads(at, setting.model.heads)
        steps = sample_increments(setting, at.Q, at.R, starts, tasks=STEPS, seed=seed.spawn(1)[0])
        parts.append(tuple(vars(steps).values()))
    return Increments(*(np.concatenate(x) for x in zip(*parts, strict=True)))


def _regressed(covariance: Array, size: int) -> tuple[Array, Array]:
    """Slopes (B, size, c) of ``size`` changes on the moments of tasks, and the covariance of what
    they leave (B, size, size), from the covariance of both (B, size + c, size + c)."""
    both, moments = covariance[:, :size, size:], covariance[:, size:, size:]
    slopes = both @ np.linalg.pinv(moments, 1e-10, hermitian=True)
    return slopes, covariance[:, :size, :size] - slopes @ both.swapaxes(1, 2)


def _pooled(x: Array, runs: int) -> Array:
    """The mean over the last POOLED states of a run, of what was sampled at each (times * runs,
    ...)."""
    by_time = x.reshape(-1, runs, *x.shape[1:])
    sums = np.cumsum(by_time, axis=0)
    count = np.minimum(np.arange(len(sums)) + 1, POOLED)
    sums[POOLED:] -= sums[:-POOLED].copy() if len(sums) > POOLED else 0.0
    return np.asarray((sums / count.reshape(-1, *[1] * (sums.ndim - 1))).reshape(x.shape))


def _shrunk(x: Array, R: slice) -> Array:
    """Flat states with R, which lies there, smaller by SHRUNK: covariances still."""
    made = x.copy()
    made[:, R] *= 1 - SHRUNK
    return made


def _inverse_variance(error: Array, least: float) -> Array:
    """1/variance of each measurement (n, runs), from the others in its block of time, for its own
    goes with its value; errors are no smaller than ``least``."""
    made = np.empty_like(error)
    for block in np.array_split(np.arange(len(error)), min(10, len(error))):
        squares = error[block] ** 2
        others = (squares.sum() - squares) / max(1, squares.size - 1)
        made[block] = others + least**2
    made[made == 0] = np.inf
    return 1 / made.ravel()
