"""The error bars of a comparison as a prediction: standard deviations at the simulation's N beside
those observed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..problems.problem import Problem
from ..solvers.base import Array
from ..solvers.layout import layout
from ..theory.limits import finite_for_diffusion, require_theory
from .fluctuations import Fluctuations, fluctuations
from .left_out import TOLERANCE
from .level import LEVEL, threshold
from .rounding import NOTHING, floored

if TYPE_CHECKING:
    from .runs import Runs

__all__ = ["Band", "predicted_band"]


@dataclass(frozen=True, eq=False)
class Band:
    """Predicted fluctuations at the recorded times, and the runs they are of.

    mean, sd, predicted, bias, theory: (n, entries) of R row by row, the upper triangle of Q, eps_g:
    mean and standard deviation over the finite runs; the predicted standard deviation, for eps_g
    with the error of its measurement; the predicted shift of the mean (0 for eps_g); the theory,
    and its tolerance over its largest value: standard errors are no smaller.
    """

    predicted: Fluctuations
    runs: int
    mean: Array
    sd: Array
    expected: Array
    bias: Array
    theory: Array
    tolerance: float = 0.0

    @cached_property
    def times(self) -> NDArray[np.intp]:
        """The recorded times, without the start, at which the prediction is valid."""
        moved = np.arange(len(self.theory)) > 0
        return np.flatnonzero(
            moved & (self.predicted.valid > 0) & np.isfinite(self.expected).all(axis=1)
        )

    @property
    def still(self) -> bool:
        """Whether all that is predicted to fluctuate is rounding."""
        overlaps = max(
            float(np.nanmax(x, initial=0.0)) for x in (self.predicted.sd_R, self.predicted.sd_Q)
        )
        return overlaps <= NOTHING * self.tolerance * float(np.abs(self.theory).max())

    @property
    def ratio(self) -> float:
        """Root mean square, over entries and valid times, of observed over predicted standard
        deviation."""
        kept = self.expected[self.times] > 0
        ratios = self.sd[self.times][kept] / self.expected[self.times][kept]
        return float(np.sqrt(np.mean(ratios**2))) if ratios.size else math.nan

    @property
    def deviation(self) -> float:
        """The largest deviation of a mean over runs from the theory beyond the bias, in predicted
        standard errors."""
        error = floored(
            self.expected[self.times] / math.sqrt(self.runs),
            self.tolerance * np.abs(self.theory).max(),
        )
        beyond = np.abs(self.mean - self.theory)[self.times] - np.abs(self.bias[self.times])
        with np.errstate(divide="ignore", invalid="ignore"):
            z = np.where(beyond <= 0, 0.0, beyond / error)
        return float(z.max()) if z.size else math.nan

    @property
    def threshold(self) -> float:
        return threshold(max(1, len(self.times) * self.theory.shape[1]))

    def report(self) -> list[str]:
        f = self.predicted
        if self.still:
            return [
                "fluctuations none predicted beyond the tolerance of the theory: there is nothing"
                " to see"
            ]
        if not len(self.times):
            return [f"fluctuations no band: {self._reason()}"]
        inside = "within" if self.deviation <= self.threshold else "outside"
        lines = [
            f"fluctuations predicted at N = {f.N}: observed over predicted standard deviation"
            f" {self.ratio:.2f} (root mean square over {len(self.times)} times); mean over runs"
            f" {inside} the band: largest deviation {self.deviation:.1f} predicted standard errors,"
            f" threshold {self.threshold:.1f} (level {LEVEL:g} of its own, Bonferroni; no part of"
            " the verdict)"
        ]
        largest = max((x for x in f.left_out if x.known), key=lambda x: x.size + x.error)
        looked = f", the most at {len(f.left_out)} times looked at" if largest.estimated else ""
        lines.append(f"             {largest}{looked}")
        left = len(self.theory) - 1 - len(self.times)
        if left:
            first = next(t for t in range(1, len(self.theory)) if t not in set(self.times.tolist()))
            lines.append(
                f"             no band at {left} times, the first alpha = {f.alpha[first]:.3g}:"
                f" {self._reason()}"
            )
        return lines

    def _reason(self) -> str:
        """Why there is no band where there is none."""
        f = self.predicted
        last = f.left_out[-1]
        if not last.known:
            return (
                f"{last}; there is one only where that is shown to be below {100 * TOLERANCE:g} %"
            )
        if not math.isnan(f.indefinite):
            return f"the covariance of one step is not positive from alpha = {f.indefinite:.3g} on"
        if f.growth is None:
            return "fluctuations are beyond the linear theory there"
        return f"fluctuations are amplified beyond the linear theory there, {f.growth}"


def predicted_band(problem: Problem, runs: Runs, backend: str) -> Band | None:
    """For the problem's own P and V; None without a derived covariance of a step, or without two
    finite runs."""
    s, t = runs.simulation, runs.theory
    finite = [r for r, status in enumerate(s.status) if status == "ok"]
    p = problem.parameters
    simulated = s.setting.parameters
    same = simulated["V"] == p.V and simulated.get("P") == p.get("P")
    derived = require_theory(problem)["diffusion"] and not finite_for_diffusion(problem)
    if not (derived and same) or len(finite) < 2 or t.status != "ok":
        return None
    f = fluctuations(problem, s.N, backend, s.alpha)
    entries = tuple(x for x in require_theory(problem).state if x.name in ("R", "Q"))
    overlaps = layout(entries, *problem.counts)
    n = len(t.alpha)

    def flat(R: Array, Q: Array, eps: Array) -> Array:
        return np.concatenate([overlaps.pack((R, Q)), eps[..., None]], axis=-1)

    # Until fluctuations exchange units for the first time they are as they were given; after that,
    # as matched.
    early = np.arange(n) < (n if f.valid.all() else int(np.argmin(f.valid)))
    kept = early.reshape(-1, *[1] * (s.R.ndim - 1))
    R, Q = np.where(kept, s.R, runs.R), np.where(kept, s.Q, runs.Q)
    observed = flat(R[:, finite], Q[:, finite], s.eps_g[:, finite])
    measured = np.sqrt(f.sd_eps_g**2 + (s.eps_g_se[:, finite] ** 2).mean(axis=1))
    return Band(
        f,
        len(finite),
        observed.mean(axis=1),
        observed.std(axis=1, ddof=1),
        flat(f.sd_R, f.sd_Q, measured),
        flat(f.bias_R, f.bias_Q, np.zeros(n)),
        flat(t.R, t.Q, t.eps_g),
        problem.require_run().rtol,
    )
