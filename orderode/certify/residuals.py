"""Does a simulation follow the theory? Each run is predicted over each interval from its own state.

Comparing curves is a poor test where a plateau amplifies fluctuations: runs of finite N then differ
from each other, and from the theory, by far more than 1/sqrt(N) although every step obeys it. A
residual of one interval starts from where the run really is. Residuals have mean zero up to O(1/N)
of what changes in an interval, and residuals of different runs and intervals are uncorrelated.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import scipy
from numpy.typing import NDArray

from ..problems.problem import Stage
from ..simulate import SimulationResult
from ..solvers.base import Array, Backend, Parameters, State, between
from .flow import Flow
from .level import LEVEL
from .measured import as_state
from .rounding import NOTHING, floored, response
from .skewness import pooled_skewness, taken_off, unskewed

__all__ = [
    "BLOCKS",
    "LEAST",
    "Averages",
    "Residuals",
    "averaged",
    "blocks_of",
    "least_seen",
    "quantile",
    "residuals",
]

BLOCKS = 10  #: the time axis is cut into at most this many blocks, each averaged on its own
LEAST = 10  #: residuals in a block: with fewer, Student's t has no power


@dataclass(frozen=True, eq=False)
class Residuals:
    """Averages of one-interval residuals over runs and the intervals of a block, in standard
    errors.

    z: (blocks, entries), entries R row by row, the upper triangle of Q, w0 where it moves, eps_g,
    less what the skewness of residuals does to them; ``plain``: with it; ``threshold`` is that of
    Student's t with Bonferroni's correction for all averages.  resolution: the share of the
    overlaps' largest mean change in a block that an error of the theory must reach to be seen, in
    the block where it is smallest. Standard errors are no smaller than what the tolerance of the
    integrator makes of a prediction: rtol max|x| + atol.
    moves: False where all changes and residuals are of that size, so that there is nothing to see.
    Where the theory takes each finite run (their indices in ``runs``) over the interval before each
    time but the
    first: ``predicted``, also predicted_R (n-1, runs, K, M), predicted_Q (n-1, runs, K, K), ...,
    and predicted_eps_g (n-1, runs).
    """

    z: Array
    plain: Array
    names: tuple[str, ...]
    threshold: float
    intervals: int
    resolution: float
    moves: bool
    runs: tuple[int, ...]
    predicted: State
    predicted_eps_g: Array

    def __getattr__(self, name: str) -> Array:
        what, _, of = name.partition("_")
        if what != "predicted" or not of:
            raise AttributeError(name)
        return getattr(self.predicted, of)  # type: ignore[no-any-return]

    @property
    def comparisons(self) -> int:
        return int(self.z.size)

    @property
    def largest(self) -> float:
        return float(np.abs(self.z).max())

    @property
    def where(self) -> str:
        return f"{self._labels[np.abs(self.z).argmax()]} of {len(self.z)}"

    @property
    def _labels(self) -> list[str]:
        """Of all averages, block by block."""
        blocks = range(1, len(self.z) + 1)
        return [f"{name} in block {block}" for block, name in product(blocks, self.names)]

    def skewness(self) -> str:
        """What it takes off, in words."""
        return taken_off(self._labels, self.plain.ravel(), self.z.ravel())

    @property
    def agrees(self) -> bool:
        return self.largest <= self.threshold


def residuals(
    simulation: SimulationResult,
    solver: Backend,
    parameters: Parameters,
    *,
    rtol: float,
    atol: float,
    level: float = LEVEL,
    system: str | None = None,
    theory: State | None = None,
    stage: Stage | None = None,
    then: Parameters | None = None,
) -> Residuals:
    """The one-interval test of all finite runs of a simulation with at least two recorded times, at
    this level; by vector kernels where ``system``, a name of the catalogue, has them.

    theory: its states at the recorded times, where it has order parameters that simulations do not
    measure; runs are predicted from there with the theory's.  then: the parameters at the end of
    the ``stage``, where rates change in it.
    """
    finite = [r for r, status in enumerate(simulation.status) if status == "ok"]
    alpha = simulation.alpha
    heads = simulation.setting.model.heads
    measured = as_state(simulation.R, simulation.Q, simulation.w0, heads)
    measured = measured.at((slice(None), finite))
    n, runs, *L, K, M = measured.R.shape
    flow = Flow(solver, parameters, (K, M, *L), system, then)
    way = np.zeros(n) if stage is None else np.clip(stage.share(alpha), 0.0, 1.0)
    ways = np.repeat(way, runs)
    flat = flow.flat
    states = flat.pack(flow.completed(measured, measured if theory is None else theory))
    steps = np.rint(np.diff(alpha) * simulation.N)  # equal spans are equal numbers
    spans = np.repeat(steps / simulation.N, runs)
    before, after = states[:-1].reshape(-1, flat.size), states[1:].reshape(-1, flat.size)
    ends = ways[:-runs], ways[runs:]
    arrived = flow.carried(before, spans, ends, rtol=rtol, atol=atol)
    eps_next = flow.error(arrived, ends[1]).reshape(n - 1, runs)
    eps = flow.error(after, ends[1]).reshape(n - 1, runs)
    arrived = arrived.reshape(n - 1, runs, flat.size)
    kept = np.zeros(flat.size, dtype=bool)
    kept[flat.places(measured.names)] = True
    for name in heads:
        kept[flat.part(name)] = bool(np.ptp(getattr(measured, name), axis=0).any())
    predicted = arrived[..., kept]
    overlaps = states[..., kept]
    of_error = (simulation.eps_g[1:, finite] - eps)[:, :, None]
    residual = np.concatenate([overlaps[1:] - predicted, of_error], axis=2)
    change = np.abs(predicted - overlaps[:-1])

    def error_of(state: State) -> Array:
        chosen = parameters if then is None else between(parameters, then, 0.5)
        return np.asarray(solver.observable("eps_g", state, chosen))

    floor = np.full(residual.shape[2], rtol * float(np.abs(predicted).max()) + atol)
    extremes = [flat.unpack(states[i, 0]) for i in (0, -1)]
    floor[-1] = rtol * max(float(np.nan_to_num(response(error_of, state))) for state in extremes)
    rows = [(x[:, None] * runs + np.arange(runs)).ravel() for x in blocks_of(n - 1, runs)]
    residual = residual.reshape((n - 1) * runs, -1)
    found = averaged(residual, rows, floor)
    sizes = np.array([[len(x)] for x in rows])
    scores = unskewed(found.t, found.skewness)
    threshold = quantile(sizes.min(), level, scores.size)
    changes = [change.reshape(len(residual), -1)[x].mean(axis=0).max() for x in rows]
    least = NOTHING * floor[0]
    resolution = least_seen(threshold, found.errors[:, :-1], changes, least)
    moves = bool(max(changes) > least or (np.abs(residual) > NOTHING * floor).any())
    names = [*(x for x, there in zip(flat.labels, kept, strict=True) if there), "eps_g"]
    return Residuals(
        scores,
        found.t,
        tuple(names),
        threshold,
        (n - 1) * runs,
        resolution,
        moves,
        tuple(finite),
        flat.unpack(arrived),
        eps_next,
    )


def blocks_of(intervals: int, runs: int) -> list[NDArray[np.intp]]:
    """The intervals of each block of time."""
    count = max(1, min(BLOCKS, intervals, intervals * runs // LEAST))
    return np.array_split(np.arange(intervals), count)


@dataclass(frozen=True, eq=False)
class Averages:
    """(blocks, entries) each: means in standard errors, these errors, the skewness of means."""

    t: Array
    errors: Array
    skewness: Array


def averaged(
    residual: Array, rows: list[NDArray[np.intp]], floor: Array, shifts: Array | float = 0.0
) -> Averages:
    """Of residuals (m, entries) those of each block; standard errors are no smaller than ``floor``
    (entries,), and ``shifts`` are added to them."""
    samples = [residual[x] for x in rows]
    means = np.array([x.mean(axis=0) for x in samples])
    plain = np.array([floored(_standard_error(x), floor) for x in samples])
    errors = np.hypot(plain, shifts)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(means == 0, 0.0, means / errors)
    sizes = np.array([[len(x)] for x in rows])
    skewness = pooled_skewness(samples, list(plain)) / np.sqrt(sizes)
    return Averages(t, errors, skewness)


def quantile(size: float, level: float, comparisons: int) -> float:
    """Of Student's t of so many residuals in a block, Bonferroni."""
    return float(-scipy.special.stdtrit(size - 1, level / (2 * comparisons)))


def least_seen(threshold: float, errors: Array, changes: list[float], least: float) -> float:
    """``Residuals.resolution``: errors (blocks, entries), the largest change in each block."""
    pairs = zip(errors, changes, strict=True)
    return float(min(threshold * e.max() / c if c > least else np.inf for e, c in pairs))


def _standard_error(sample: Array) -> Array:
    return np.asarray(sample.std(axis=0, ddof=1) / np.sqrt(len(sample)))
