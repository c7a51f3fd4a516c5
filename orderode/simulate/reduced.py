"""Reduced simulation: the Markov chain of (Q, R, w0), exact in law at finite N, without any
N-vector.

An input x enters a step through its fields and through inner products with the other inputs. In an
orthonormal frame whose first S = K+M directions hold the rows of J and B it is (z, y): z standard
normal in S dimensions gives the fields L z, L L^T = C; y, standard normal in N - S dimensions, is
independent of them and of all the coefficients, so that sum_ss' a_k^s a_l^s' y^s.y^s' is Wishart
with scale a a^T and N - S degrees
of freedom. A teacher that varies with the task has noise Xi in its weights, whose products with y
and with itself make one Wishart matrix with those of y; its scale is the identity.
Nothing is lost where C is singular: its rows then fill less than the S directions.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import make_algorithm
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
    """The noise Xi in the weights of the teachers of one step: products Xi.x/sqrt(N) (runs, M,
    samples) with the inputs, frame (runs, M, S) along the directions of J and B, and Xi.Xi
    (runs, M, M)."""

    products: FloatArray
    frame: FloatArray
    squares: FloatArray


class Reduced:
    """State of `runs` independent runs at input dimension N: Q (runs, K, K), R (runs, K, M), w0
    (runs, K).

    A run that leaves the finite numbers stays at NaN; the others neither see it nor change their
    randomness.
    """

    def __init__(self, setting: Setting, N: int, runs: int, rng: np.random.Generator) -> None:
        check_dimension(setting, N)
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
        z = self.rng.standard_normal((self.runs, self.setting.S, self.algorithm.samples))
        noise = self.algorithm.draw_noise(self.rng, (self.runs,))
        if self.setting.varies:
            teachers, inner = self._draw_teachers(z)
            self._advance(
                z, u, lambda a, s: a @ inner[:, s, s] @ a.swapaxes(-1, -2), noise, teachers
            )
            return u
        self.advance(
            z, u, lambda scale: draw_wishart(self.rng, scale, self.N - self.setting.S), noise
        )
        return u

    def _draw_teachers(self, z: FloatArray) -> tuple[Noise, FloatArray]:
        """The noise in a step's teachers, and inner products y.y (runs, samples, samples) of its
        inputs beyond the frame: of Xi and y together a Wishart matrix, for their entries are
        independent."""
        M, samples, N = self.setting.M, z.shape[-1], self.N
        frame = self.rng.standard_normal((self.runs, M, self.setting.S))
        A = draw_bartlett(self.rng, self.runs, M + samples, N - self.setting.S)
        W = A @ A.swapaxes(-1, -2)
        products = (frame @ z + W[:, :M, M:]) / math.sqrt(N)
        squares = frame @ frame.swapaxes(-1, -2) + W[:, :M, :M]
        return Noise(products, frame, squares), W[:, M:, M:]

    def advance(
        self,
        z: FloatArray,
        u: FloatArray,
        orthogonal: Callable[[FloatArray], FloatArray],
        noise: FloatArray | None = None,
    ) -> None:
        """One iteration with given randomness: z (runs, S, samples), u (runs, M), zeta of the noise
        (runs, samples), and the matrix (runs, K, K) sum_ss' a_k^s a_l^s' y^s.y^s' that `orthogonal`
        makes of the scale a a^T (runs, K, K)."""
        self._advance(z, u, lambda a, _: orthogonal(a @ a.swapaxes(-1, -2)), noise)

    @np.errstate(over="ignore", invalid="ignore")
    def _advance(
        self,
        z: FloatArray,
        u: FloatArray,
        beyond: Callable[[FloatArray, slice], FloatArray],
        noise: FloatArray | None,
        teachers: Noise | None = None,
    ) -> None:
        """The same, with that matrix made of the coefficients a (runs, K, samples) of the samples
        used, and with noise in the teachers."""
        K, N = self.setting.K, self.N
        C = self.setting.covariance(self.Q, self.R)
        L = pivoted_factor(C)
        fields = seen = L @ z
        if teachers is not None:
            seen = fields.copy()
            seen[:, K:] += self.setting.spread[:, None] * teachers.products
            C = self._with(teachers, C, L)
        gains = self.algorithm.draw_gains(self.rng, (self.runs,))
        step = self.algorithm.step(seen, u, self.algorithm.prepare(C), self.w0, noise, gains)
        a = step.coefficients
        linear = a @ fields[..., step.used].swapaxes(-1, -2)
        aZ = a @ z[..., step.used].swapaxes(-1, -2)
        quadratic = aZ @ aZ.swapaxes(-1, -2) + beyond(a, step.used)
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
        w0 = self.w0 + step.head / N
        finite = np.isfinite(np.concatenate([Q, R, w0[..., None]], axis=2)).all(
            axis=(1, 2), keepdims=True
        )
        self.Q = np.where(finite, Q, np.nan)
        self.R = np.where(finite, R, np.nan)
        self.w0 = np.where(finite[..., 0], w0, np.nan)

    def _with(self, teachers: Noise, C: FloatArray, L: FloatArray) -> FloatArray:
        """The covariance of the fields of one step's teachers from that of the common one's."""
        K, N, spread = self.setting.K, self.N, self.setting.spread
        along = L @ (spread[:, None] * teachers.frame).swapaxes(-1, -2) / math.sqrt(N)
        found = C.copy()
        found[..., K:] += along
        found[..., K:, :] += along.swapaxes(-1, -2)
        found[..., K:, K:] += spread[:, None] * teachers.squares / N * spread
        return found
