"""A simulation beside the theory, with the units of each run relabelled to match it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..simulate import SimulationResult
from ..solvers.base import Array
from ..theory.integrate import Trajectory
from .rounding import floored

__all__ = ["Runs"]


@dataclass(frozen=True, eq=False)
class Runs:
    """A simulation beside the theory: its runs with units relabelled, and the theory at the
    recorded times.

    Units of the learner are exchangeable, with an odd activation up to a sign too, and at a plateau
    the fluctuations of finite N decide which unit takes which part. Each run's units are therefore
    put in the order, and with the signs, that bring its last state closest to the theory's:
    ``order`` and ``sign``, both (runs, K). R (n, runs, K, M) and Q (n, runs, K, K) are relabelled
    like that.  tolerance: of the theory over its largest value; standard errors are no smaller.
    """

    simulation: SimulationResult
    theory: Trajectory
    order: NDArray[np.intp]
    sign: Array
    tolerance: float = 0.0

    @cached_property
    def R(self) -> Array:
        return self.relabelled_R(self.simulation.R)

    @cached_property
    def Q(self) -> Array:
        return self.relabelled_Q(self.simulation.Q)

    @property
    def exchanged(self) -> int:
        """How many runs are relabelled."""
        same = (self.order == np.arange(self.order.shape[1])) & (self.sign > 0)
        return int((~same.all(axis=1)).sum())

    def relabelled_R(self, R: Array, runs: Sequence[int] | None = None) -> Array:
        """R (n, runs, K, M) of these ``runs`` (default all) with their units relabelled; there may
        be blocks of the inputs in front of K."""
        order, sign = (_among(x, R.ndim)[..., None] for x in self._chosen(runs))
        return np.asarray(sign * np.take_along_axis(R, order, axis=-2))

    def relabelled_Q(self, Q: Array, runs: Sequence[int] | None = None) -> Array:
        """Q (n, runs, K, K) of these ``runs`` (default all) with their units relabelled."""
        order, sign = (_among(x, Q.ndim) for x in self._chosen(runs))
        rows = np.take_along_axis(Q, order[..., None], axis=-2)
        columns = np.take_along_axis(rows, order[..., None, :], axis=-1)
        return np.asarray(sign[..., None] * sign[..., None, :] * columns)

    def _chosen(self, runs: Sequence[int] | None) -> tuple[NDArray[np.intp], Array]:
        chosen = slice(None) if runs is None else list(runs)
        return self.order[chosen], self.sign[chosen]

    @property
    def label(self) -> str:
        parameters = self.simulation.setting.parameters
        return ", ".join(
            f"{name} = {parameters[name]:g}" for name in ("P", "V") if name in parameters
        )

    @np.errstate(over="ignore", invalid="ignore")  # of values near where doubles end: inf
    def spread(self) -> tuple[float, str]:
        """The largest standard deviation between runs of an overlap, and of which."""
        found = [
            (float(np.nanmax(x.std(axis=1), initial=0.0)), name)
            for name, x in (("R", self.R), ("Q", self.Q))
        ]
        return max(found)

    @np.errstate(over="ignore", invalid="ignore")
    def deviation(self) -> tuple[float, str]:
        """The largest deviation of the mean over runs from the theory, in standard errors, and
        where."""
        worst, where = 0.0, "none"
        s, t = self.simulation, self.theory
        largest = max(float(np.nanmax(np.abs(x), initial=0.0)) for x in (t.R, t.Q, t.eps_g))
        for name, runs, theory in (
            ("R", self.R, t.R),
            ("Q", self.Q, t.Q),
            ("eps_g", s.eps_g, t.eps_g),
        ):
            error = (
                runs.std(axis=1, ddof=1) / math.sqrt(runs.shape[1])
                if runs.shape[1] > 1
                else np.zeros_like(theory)
            )
            error = floored(error, self.tolerance * largest)
            with np.errstate(divide="ignore", invalid="ignore"):
                z = np.abs(runs.mean(axis=1) - theory) / error
            z[0] = 0.0  # the start is given, not simulated; eps_g there is only measured
            z = np.where(np.isfinite(z), z, 0.0)
            if z.max() > worst:
                place = np.unravel_index(z.argmax(), z.shape)
                units = "_" + "".join(str(int(p) + 1) for p in place[1:]) if len(place) > 1 else ""
                worst, where = float(z.max()), f"{name}{units} at alpha = {s.alpha[place[0]]:.3g}"
        return worst, where


def _among(x: NDArray[Any], axes: int) -> NDArray[Any]:
    """Of each run (runs, K), to stand beside an array with times in front, and as many axes."""
    return x.reshape(1, len(x), *[1] * (axes - 4), x.shape[1])
