"""Reduced simulation: the Markov chain of (Q, R, w0), exact in law at finite N, without any
N-vector.

An input x enters a step through its fields and through inner products with the other inputs. In an
orthonormal frame whose first S = K+M directions hold the rows of J and B it is (z, y): z standard
normal in S dimensions gives the fields L z, L L^T = C; y, standard normal in N - S dimensions, is
independent of them and of all the coefficients, so that sum_ss' a_k^s a_l^s' y^s.y^s' is Wishart
with scale a a^T and N - S degrees
of freedom. Nothing is lost where C is singular: its rows then fill less than the S directions.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .activations import FloatArray
from .algorithms import make_algorithm
from .draws import draw_wishart, pivoted_factor
from .errors import SettingError
from .setting import Setting


def check_dimension(setting: Setting, N: int) -> None:
    """SettingError where the weights do not fit into N dimensions."""
    if N < setting.S:
        raise SettingError(
            "N", N, f"use N >= K + M = {setting.S}: the weights need that many directions"
        )


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
        self.advance(
            z, u, lambda scale: draw_wishart(self.rng, scale, self.N - self.setting.S), noise
        )
        return u

    @np.errstate(over="ignore", invalid="ignore")
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
        K, N = self.setting.K, self.N
        C = self.setting.covariance(self.Q, self.R)
        fields = pivoted_factor(C) @ z
        step = self.algorithm.step(fields, u, self.algorithm.prepare(C), self.w0, noise)
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
        w0 = self.w0 + step.head / N
        finite = np.isfinite(np.concatenate([Q, R, w0[..., None]], axis=2)).all(
            axis=(1, 2), keepdims=True
        )
        self.Q = np.where(finite, Q, np.nan)
        self.R = np.where(finite, R, np.nan)
        self.w0 = np.where(finite[..., 0], w0, np.nan)
