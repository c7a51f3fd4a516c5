"""What a simulation says each parameter is: score tests on the path of its runs, between the
recorded times, too.

The theory takes each run from one time of its path to the next.  What is left, less the two below,
has mean zero if the theory is right, and is uncorrelated between runs and intervals.

- The tasks drawn in an interval explain most of what fluctuates: the simulation keeps their first
  and second moments, and a regression of single steps on them (``simulate.sample_increments``)
  takes that part off.  It has mean zero.
- Finite N shifts the mean over an interval h, to leading order, by (h/N) (b - f' f/2 + c): b from
  single steps, see there; -f' f/2, for steps of length 1/N are no flow; c = (N/2) (< f(x + s) > -
  f(x)) of fluctuations s in h.

Weights are inverse covariances of what is left of single steps.  eps_g, measured at the recorded
times, joins in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..problems.problem import Problem
from ..simulate import Increments, SimulationResult, sample_increments
from ..solvers import batch
from ..solvers.base import Array, Backend, Parameters, State, pack, unpack
from ..solvers.numpy import NumpyBackend
from ..theory.integrate import Trajectory, needs_rule, solver_parameters
from ..theory.limits import require_theory
from .directions import Estimate, Score, estimate, score, threshold
from .parameters import Direction, directions

__all__ = ["INTERVALS", "Scores", "path_scores", "path_times"]

INTERVALS = 2500  #: of all runs together, about
SQUARED = 1e150  #: numbers below have finite squares
STEPS = 40  #: sampled at each state of a run
POOLED = 3  #: states of a run, the last ones passed, whose samples are taken together
SHRINK = 0.1  #: of covariances towards their diagonal
TRUST = 0.1  #: the share of the correction for finite N by which an estimate may be off
DIFFERENCE = 1e-4  #: of alpha, for f' f
SHRUNK = 1e-6  #: of R, to see what eps_g makes of it
TOGETHER = 64  #: states in one call of the numpy backend


@dataclass(frozen=True, eq=False)
class Scores:
    """Estimates: of each parameter, in its coordinate (see ``Direction``), less its value; and of
    the factor, less one, by which the predicted change in an interval is off: of all order
    parameters together ("all"), of each in ``names``, and of the predicted eps_g.  threshold: of
    |z| over all that are seen, at ``level`` (Bonferroni)."""

    parameters: tuple[Direction, ...]
    of_parameters: tuple[Estimate, ...]
    names: tuple[str, ...]
    of_slopes: tuple[Estimate, ...]
    intervals: int
    level: float
    uncorrected: int = 0  # intervals whose correction for finite N lacks a part

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        return (*self.of_parameters, *self.of_slopes)

    @property
    def labels(self) -> tuple[str, ...]:
        return (*(d.name for d in self.parameters), *(f"slope of {name}" for name in self.names))

    @property
    def threshold(self) -> float:
        return threshold(self.estimates, self.level)

    @property
    def agrees(self) -> bool:
        return all(abs(x.z) <= self.threshold for x in self.estimates)

    @property
    def comparisons(self) -> int:
        return sum(x.seen for x in self.estimates)

    def report(self) -> list[str]:
        """The table, for people."""
        lines = []
        for d, x in zip(self.parameters, self.of_parameters, strict=True):
            lines.append(
                d.text(x.shift, x.error) + f"  (z {x.z:+.2f})"
                if x.seen
                else f"{d.name}: nothing to see"
            )
        pairs = list(zip(self.names, self.of_slopes, strict=True))
        for name, x in (pairs[0], pairs[-1]):
            what = "all changes in an interval" if name == "all" else name
            said = (
                f"{100 * x.shift:+.2f} +- {100 * x.error:.2f} %  (z {x.z:+.2f})"
                if x.seen
                else "nothing to see"
            )
            lines.append(f"{what}, simulation over theory: {said}")
        worst, of = max(
            zip(self.estimates, self.labels, strict=True), key=lambda pair: abs(pair[0].z)
        )
        shifts = [
            (abs(x.corrected) / x.error, n)
            for x, n in zip(self.estimates, self.labels, strict=True)
            if x.seen
        ]
        moved, by = max(shifts, default=(0.0, "none"))
        lines.append(
            f"largest |z| {abs(worst.z):.2f} ({of}) of {self.comparisons}; criterion |z| <="
            f" {self.threshold:.2f}, Bonferroni, level {self.level:g}; finite N corrected, by up to"
            f" {moved:.1f} standard errors ({by})"
        )
        if self.uncorrected:
            lines.append(
                f"finite N: part of the correction is left out in {self.uncorrected} of"
                f" {self.intervals} intervals, for a neighbour of the state is no covariance"
            )
        return [("from the run " if i == 0 else " " * 13) + line for i, line in enumerate(lines)]

    def arrays(self) -> dict[str, object]:
        """By name, for a result file."""
        return {
            "estimate_names": np.array(self.labels),
            "estimate_z": np.array([x.z for x in self.estimates]),
            "estimate_shift": np.array([x.shift for x in self.estimates]),
            "estimate_error": np.array([x.error for x in self.estimates]),
            "estimate_finite_size": np.array([x.corrected for x in self.estimates]),
            "estimate_coordinate": np.array([d.coordinate for d in self.parameters]),
            "estimate_threshold": self.threshold,
        }


def path_times(problem: Problem, theory: Trajectory) -> Array:
    """Times for some INTERVALS of all runs together: half of them dense where the theory moves,
    half even in time.

    Fewer where slopes are slow: a tenth without vector kernels, a hundredth with the nodes of a
    rule.
    """
    # Squares have to be finite too: a theory that blows up passes all scales.
    reached = np.all([(abs(x) < SQUARED).all(axis=(1, 2)) for x in (theory.R, theory.Q)], axis=0)
    alpha = theory.alpha[reached]
    if not len(alpha):
        return theory.alpha[:1]
    moved = np.sqrt(
        sum(np.square(np.diff(x[reached], axis=0)).sum(axis=(1, 2)) for x in (theory.R, theory.Q))
    )
    share = np.linspace(0, 1, len(alpha))
    if moved.sum() > 0:
        share = (share + np.concatenate([[0], np.cumsum(moved)]) / moved.sum()) / 2
    vectors = theory.backend == "c" and batch.supports_batch(
        require_theory(problem).key, few=_few(problem)
    )
    share_of = 100 if needs_rule(problem, require_theory(problem)) else 1 if vectors else 10
    count = max(1, INTERVALS // share_of // problem.require_simulation().runs)
    return np.interp(np.linspace(0, 1, count + 1), share, alpha)


def _few(problem: Problem) -> bool:
    return problem.parameters.get("P", np.inf) != np.inf


@dataclass(frozen=True, eq=False)
class Residuals:
    """Of m intervals of all runs, in the n order parameters that fluctuate: what is left (m, n),
    the correction for finite N that it has been given (m, n), the predicted change (m, n), what
    parameters do to it (p, m, n), and the inverse covariance (m, n, n).  The same of eps_g: (e,),
    the predicted value (e,), (p, e), (e,)."""

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
    uncorrected: int = 0  # intervals whose correction lacks a part: a neighbour is no covariance


def path_scores(
    problem: Problem,
    simulation: SimulationResult,
    solver: Backend,
    names: Sequence[str],
    level: float,
) -> Scores:
    """Of the finite runs of a simulation with a path; ``names`` of R, Q, and w0 where it moves."""
    along = directions(problem)
    found = _residuals(problem, simulation, solver, along, len(names))
    return scores(found, along, names, level)


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
    for j in range(len(names)):
        alone = np.zeros_like(found.weight)
        variance = np.linalg.inv(found.weight)[:, j, j]
        alone[:, j, j] = 1 / variance
        slopes.append(estimate(of(found.change, alone), TRUST))
    slopes.append(estimate(of_error(found.error_predicted)))
    labels = ("all", *names, "eps_g")
    return Scores(
        tuple(along),
        tuple(parameters),
        labels,
        tuple(slopes),
        len(found.left),
        level,
        found.uncorrected,
    )


def _residuals(
    problem: Problem,
    simulation: SimulationResult,
    solver: Backend,
    along: Sequence[Direction],
    moving: int,
) -> Residuals:
    assert simulation.path is not None
    path, N, run = simulation.path, simulation.N, problem.require_run()
    runs = [r for r, status in enumerate(simulation.status) if status == "ok"]
    kept = slice(0, moving)
    chosen = solver_parameters(problem, solver)
    right = _Theory(problem, solver, chosen)
    others = [_Theory(problem, solver, d.changed(chosen)) for d in along]
    states = _packed(path.R[:, runs], path.Q[:, runs], path.w0[:, runs])
    size = states.shape[2]

    seed = np.random.SeedSequence(simulation.seed, spawn_key=(2,))
    sampled = sample_increments(
        simulation.setting,
        *(x[:-1][:, runs].reshape(-1, *x.shape[2:]) for x in (path.Q, path.R, path.w0)),
        tasks=STEPS,
        seed=seed,
    )
    sampled = Increments(*(_pooled(x, len(runs)) for x in vars(sampled).values()))
    h = np.repeat(np.diff(path.alpha), len(runs))
    start, end = states[:-1].reshape(-1, size), states[1:].reshape(-1, size)
    bias, lacking = _bias(right, start, sampled, h, N, np.random.default_rng(seed.spawn(1)[0]))
    corrected = bias * (h / N)[:, None]
    tasks = path.tasks[:, runs].reshape(len(h), -1)
    explained = np.einsum("mnc,mc->mn", sampled.slopes, tasks) / N
    predicted = right.over(start, h)
    rough = right.roughly(start, h)
    sensitivity = np.array(
        [(x.roughly(start, h) - rough) / d.step for x, d in zip(others, along, strict=True)]
    )
    floor = run.rtol * float(np.nanmax(np.abs(predicted), initial=0.0)) + run.atol
    weight = _weights(sampled.covariance[:, kept, kept], floor**2 * N / h)
    measured = states[path.recorded[1:]].reshape(-1, size)
    error = right.error(measured)
    of_errors = np.array(
        [(x.error(measured) - error) / d.step for x, d in zip(others, along, strict=True)]
    )
    change = np.abs(right.error(_shrunk(measured, problem)) - error) / SHRUNK
    error_floor = run.rtol * float(np.nanmax(change, initial=0.0))
    left, missed = (
        end - predicted - corrected - explained,
        simulation.eps_g[1:, runs].ravel() - error,
    )
    # Intervals from where the theory has no slopes say nothing; a direction along which it has none
    # anywhere is not looked at.
    for x in (sensitivity, of_errors):
        nowhere = ~np.isfinite(x).any(axis=tuple(range(1, x.ndim)))
        x[nowhere] = 0.0
    good = np.isfinite(left[:, kept]).all(axis=1) & np.isfinite(sensitivity).all(axis=(0, 2))
    known = np.isfinite(missed) & np.isfinite(of_errors).all(axis=0)
    return Residuals(
        left[good, kept],
        corrected[good, kept],
        (predicted - start)[good, kept],
        sensitivity[:, good, kept],
        (weight * (N / h)[:, None, None])[good],
        missed[known],
        error[known],
        of_errors[:, known],
        _inverse_variance(simulation.eps_g_se[1:, runs], error_floor)[known],
        floor,
        error_floor,
        int(lacking[good].sum()),
    )


def _bias(
    theory: _Theory, x: Array, sampled: Increments, h: Array, N: int, rng: np.random.Generator
) -> tuple[Array, Array]:
    """N times what finite N adds to the change per unit of alpha (B, n), to leading order; and
    where a part of it is left out, for a neighbour of the state is no covariance (B,)."""
    f = theory.slopes(x)
    forward, back = (theory.slopes(x + sign * DIFFERENCE * f) for sign in (1, -1))
    values, vectors = np.linalg.eigh(sampled.whole)
    root = vectors * np.sqrt(np.maximum(values, 0.0) * (h / N)[:, None])[:, None, :]
    s = np.einsum("bij,bj->bi", root, rng.standard_normal(x.shape))
    curved = (theory.slopes(x + s) + theory.slopes(x - s) - 2 * f) / 2
    second = np.zeros_like(x)
    rows, columns = np.triu_indices(theory.K)
    second[:, theory.K * theory.M : theory.K * theory.M + len(rows)] = sampled.second[
        :, rows, columns
    ]
    parts = (second, -(forward - back) / (4 * DIFFERENCE), N / 2 * curved)
    lacking = ~np.all([np.isfinite(part).all(axis=1) for part in parts], axis=0)
    known = [np.nan_to_num(part, nan=0.0, posinf=0.0, neginf=0.0) for part in parts]
    return np.asarray(sum(known)), lacking


def _weights(covariance: Array, least: Array) -> Array:
    """Inverse covariances (B, n, n), shrunk towards their diagonal, variances no smaller than
    ``least`` (B,)."""
    diagonal = np.einsum("bii->bi", covariance)
    scale = np.sqrt(diagonal + np.maximum(least, 1e-300)[:, None])
    correlation = (1 - SHRINK) * covariance / (scale[:, :, None] * scale[:, None, :])
    rows = np.arange(covariance.shape[1])
    correlation[:, rows, rows] = 1.0
    return np.linalg.inv(correlation) / (scale[:, :, None] * scale[:, None, :])


def _pooled(x: Array, runs: int) -> Array:
    """The mean over the last POOLED states of a run, of what was sampled at each (times * runs,
    ...)."""
    by_time = x.reshape(-1, runs, *x.shape[1:])
    sums = np.cumsum(by_time, axis=0)
    count = np.minimum(np.arange(len(sums)) + 1, POOLED)
    sums[POOLED:] -= sums[:-POOLED].copy() if len(sums) > POOLED else 0.0
    return np.asarray((sums / count.reshape(-1, *[1] * (sums.ndim - 1))).reshape(x.shape))


def _shrunk(x: Array, problem: Problem) -> Array:
    """States with R smaller by SHRUNK: covariances still."""
    made = x.copy()
    made[:, : problem.K * problem.M] *= 1 - SHRUNK
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


def _packed(R: Array, Q: Array, w0: Array) -> Array:
    """States (n, runs, size)."""
    rows, columns = np.triu_indices(Q.shape[-1])
    return np.concatenate([R.reshape(*R.shape[:2], -1), Q[:, :, rows, columns], w0], axis=2)


class _Theory:
    """Slopes, flows over short times, and eps_g of many states (n, size) at once."""

    def __init__(self, problem: Problem, solver: Backend, chosen: Parameters) -> None:
        self.solver, self.chosen, self.K, self.M = solver, chosen, problem.K, problem.M
        self.system = require_theory(problem).key
        few = chosen.get("P", np.inf) not in (None, np.inf)
        self.most = 1 if "nodes" in chosen else TOGETHER
        compiled = solver.name == "c" and "nodes" not in chosen
        self.by_vectors = compiled and batch.supports_batch(self.system, few=few)

    def slopes(self, x: Array) -> Array:
        if self.by_vectors:
            return batch.evaluate_batch(self.system, "rhs", unpack(x, self.K, self.M), self.chosen)
        if isinstance(self.solver, NumpyBackend):
            return np.concatenate(
                [self._in_numpy(part) for part in np.split(x, range(self.most, len(x), self.most))]
            )
        return np.array([pack(self.solver.rhs(unpack(y, self.K, self.M), self.chosen)) for y in x])

    def _in_numpy(self, x: Array) -> Array:
        """Slopes of some states in one call."""
        moved = State(*(np.moveaxis(part, 0, -1) for part in unpack(x, self.K, self.M)))
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            R, Q, w0 = self.solver.rhs(moved, self.chosen)
        shape = (-1, len(x))
        flat = (R.reshape(shape), Q[np.triu_indices(self.K)], np.broadcast_to(w0, (self.K, len(x))))
        return np.concatenate(flat).T

    def error(self, x: Array) -> Array:
        if self.by_vectors:
            return batch.evaluate_batch(
                self.system, "eps_g", unpack(x, self.K, self.M), self.chosen
            )
        return np.array(
            [self.solver.observable("eps_g", unpack(y, self.K, self.M), self.chosen) for y in x]
        )

    def over(self, x: Array, h: Array) -> Array:
        """Where the flow takes x (n, size) in h (n,): two steps of fourth order."""
        half = h[:, None] / 2
        for _ in range(2):
            a = self.slopes(x)
            b = self.slopes(x + half / 2 * a)
            c = self.slopes(x + half / 2 * b)
            x = x + half / 6 * (a + 2 * b + 2 * c + self.slopes(x + half * c))
        return x

    def roughly(self, x: Array, h: Array) -> Array:
        """The same to second order, whose differences are sensitivities."""
        a = self.slopes(x)
        return np.asarray(x + h[:, None] / 2 * (a + self.slopes(x + h[:, None] * a)))
