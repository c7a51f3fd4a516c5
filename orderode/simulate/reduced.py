"""Reduced simulation: the Markov chain of (Q, R, w0), exact in law at finite N, without any
N-vector.

An input x enters a step through its fields and through inner products with the other inputs. In an
orthonormal frame whose first S = K+M directions hold the rows of J and B it is (z, y): z standard
normal in S dimensions gives the fields L z, L L^T = C; y, standard normal in N - S dimensions, is
independent of them and of all the coefficients, so that sum_ss' a_k^s a_l^s' y^s.y^s' is Wishart
with scale a a^T and N - S degrees
of freedom. A teacher that varies with the task has noise Xi in its weights, (xi, eta) in that
frame: M more directions hold the rows of eta, so that eta = B in them, with B B^T Wishart of N - S
degrees of freedom, and inputs (z, v, y) with y in N - S - M dimensions.
Nothing is lost where C is singular: its rows then fill less than the S directions.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import make_algorithm
from .blocks import coordinates
from .draws import draw_bartlett, draw_wishart, pivoted_factor
from .errors import SettingError
from .setting import Setting


def check_dimension(setting: Setting, N: int) -> None:
    """SettingError where the weights do not fit into N dimensions."""
    if N < setting.S:
        raise SettingError(
            "N", N, f"use N >= K + M = {setting.S}: the weights need that many directions"
        )


@dataclass(frozen=True)
class Noise:
    """The noise in the weights of the teachers of one step: along (runs, M, S) the directions of J
    and B, and B (runs, M, M) in those of its own."""

    along: FloatArray
    B: FloatArray


class Reduced:
    """State of `runs` independent runs at input dimension N: Q (runs, K, K), R (runs, K, M), w0
    (runs, K).

    A run that leaves the finite numbers stays at NaN; the others neither see it nor change their
    randomness.
    """

    def __init__(self, setting: Setting, N: int, runs: int, rng: np.random.Generator) -> None:
        check_dimension(setting, N)
        #: The coordinates of each block of the inputs; none where these are i.i.d.
        self.inputs = coordinates(setting, N) if setting.blocks else []
        self.setting, self.N, self.runs, self.rng = setting, N, runs, rng
        self.algorithm = make_algorithm(setting, trajectories=True)
        self.Q = np.repeat(setting.Q[None], runs, axis=0)
        self.R = np.repeat(setting.R[None], runs, axis=0)
        self.w0 = np.repeat(setting.w0[None], runs, axis=0)

    def overlaps(self) -> tuple[FloatArray, FloatArray]:
        """Copies of Q (runs, K, K) and R (runs, K, M)."""
        return self.Q.copy(), self.R.copy()

    def adopt(self, setting: Setting) -> None:
        """From here on with the parameters of another setting."""
        self.setting, self.algorithm = setting, make_algorithm(setting, trajectories=True)

    def step(self) -> FloatArray:
        """One iteration of the algorithm in every run, with fresh random numbers; the tasks drawn
        (runs, M)."""
        u = self.algorithm.draw_task(self.rng, (self.runs,))
        z = self.rng.standard_normal((self.runs, self.setting.drawn, self.algorithm.samples))
        noise = self.algorithm.draw_noise(self.rng, (self.runs,))
        teachers = self._draw_teachers(z) if self.setting.varies else None
        gains = self.algorithm.draw_gains(self.rng, (self.runs,))
        beyond = [max(0, self.N - self.setting.drawn)]
        if self.inputs:
            beyond = [n - self.setting.S for n in self.inputs]
        left = iter(beyond)
        self.advance(
            z, u, lambda scale: draw_wishart(self.rng, scale, next(left)), noise, gains, teachers
        )
        return u

    def _draw_teachers(self, z: FloatArray) -> Noise:
        """The noise in a step's teachers; of z (runs, S + M, samples) what lies in directions that
        there are not, N being too small, is put to zero."""
        M, S, left = self.setting.M, self.setting.S, self.N - self.setting.S
        z[:, S + max(0, left) :] = 0.0
        along = self.rng.standard_normal((self.runs, M, S))
        return Noise(along, draw_bartlett(self.rng, self.runs, M, left))

    @np.errstate(over="ignore", invalid="ignore")
    def advance(
        self,
        z: FloatArray,
        u: FloatArray,
        orthogonal: Callable[[FloatArray], FloatArray],
        noise: FloatArray | None = None,
        gains: FloatArray | None = None,
        teachers: Noise | None = None,
    ) -> None:
        """One iteration with given randomness: z (runs, D, samples), D = S, or S + M with noise in
        the teachers, or L S with L blocks of the inputs; u (runs, M), zeta of the noise (runs,
        samples), gains (runs, K), and the matrix (runs, K, K) sum_ss' a_k^s a_l^s' y^s.y^s' that
        `orthogonal` makes of the scale a a^T (runs, K, K), for one block after the other."""
        if self.inputs:
            self._advance_blocks(z, u, orthogonal, noise, gains)
            return
        K, N, S = self.setting.K, self.N, self.setting.S
        C = self.setting.covariance(self.Q, self.R)
        L = pivoted_factor(C)
        fields = seen = L @ z[:, :S]
        if teachers is not None:
            labels = self._labels(teachers, L)
            seen, C = labels @ z, labels @ labels.swapaxes(-1, -2)
        step = self.algorithm.step(seen, u, self.algorithm.prepare(C), self.w0, noise, gains)
        a = step.coefficients
        linear = a @ fields[..., step.used].swapaxes(-1, -2)
        aZ = a @ z[..., step.used].swapaxes(-1, -2)
        quadratic = aZ @ aZ.swapaxes(-1, -2) + orthogonal(a @ a.swapaxes(-1, -2))
        kept = 1.0 - self.algorithm.decay / N
        Q = (
            kept**2 * self.Q
            + kept * (linear[..., :K] + linear[..., :K].swapaxes(-1, -2)) / N
            + quadratic / N**2
        )
        R = kept * self.R + linear[..., K:] / N
        if self.algorithm.spherical:
            scale = np.sqrt(np.einsum("bkk->bk", self.Q) / np.einsum("bkk->bk", Q))
            Q, R = scale[:, :, None] * Q * scale[:, None], scale[:, :, None] * R
        self._take(Q, R, self.w0 + step.head / N)

    def _take(self, *state: FloatArray) -> None:
        """Q, R and w0 of the runs that are finite."""
        finite = np.all([np.isfinite(x).reshape(self.runs, -1).all(axis=1) for x in state], axis=0)
        kept = []
        for x in state:
            kept.append(np.where(finite.reshape(-1, *[1] * (x.ndim - 1)), x, np.nan))
        self.Q, self.R, self.w0 = kept

    def _advance_blocks(
        self,
        z: FloatArray,
        u: FloatArray,
        orthogonal: Callable[[FloatArray], FloatArray],
        noise: FloatArray | None,
        gains: FloatArray | None,
    ) -> None:
        """The same with inputs in blocks: in each a frame of its own, whose first S directions hold
        what is within it of the rows of J and B, and z (runs, L S, samples) in these."""
        setting, N, K = self.setting, self.N, self.setting.K
        roots = np.sqrt(setting.variances)
        factors = pivoted_factor(setting.within(self.Q, self.R))
        each = z.reshape(self.runs, setting.blocks, setting.S, -1)
        fields = roots[:, None, None] * (factors @ each)
        C = setting.covariance(self.Q, self.R)
        prepared = self.algorithm.prepare(C)
        step = self.algorithm.step(fields.sum(axis=1), u, prepared, self.w0, noise, gains)
        a = step.coefficients[:, None]
        linear = a @ fields[..., step.used].swapaxes(-1, -2)
        aZ = a @ each[..., step.used].swapaxes(-1, -2)
        scale = (a @ a.swapaxes(-1, -2))[:, 0]
        beyond = np.stack([orthogonal(scale) for _ in self.inputs], axis=1)
        quadratic = setting.variances[:, None, None] * (aZ @ aZ.swapaxes(-1, -2) + beyond)
        kept = 1.0 - self.algorithm.decay / N
        both = linear[..., :K] + linear[..., :K].swapaxes(-1, -2)
        Q = kept**2 * self.Q + kept * both / N + quadratic / N**2
        R = kept * self.R + linear[..., K:] / N
        self._take(Q, R, self.w0 + step.head / N)

    def _labels(self, teachers: Noise, L: FloatArray) -> FloatArray:
        """The factor (runs, S, S + M) of the fields with one step's teachers."""
        K, scale = self.setting.K, self.setting.spread[:, None] / math.sqrt(self.N)
        noise = np.concatenate([teachers.along, teachers.B], axis=-1)
        found = np.concatenate([L, np.zeros((*L.shape[:-1], self.setting.M))], axis=-1)
        found[..., K:, :] += scale * noise
        return found
