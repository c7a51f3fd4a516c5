"""Direct simulation: weight matrices, N-dimensional inputs, the algorithm as defined. The ground
truth."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray
from .ahead import GiantStep, without
from .algorithms import make_algorithm
from .blocks import coordinates
from .draws import psd_factor
from .errors import SettingError
from .setting import Setting

CHUNK = 2**21  # floats of inputs held at once (16 MiB); a single run's step is never split


def weights(setting: Setting, N: int, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """J (K, N) and B (M, N) in a random orthonormal frame whose overlaps are exactly Q, R, T; one
    such frame for each block of the inputs."""
    if N < setting.S:
        raise SettingError(
            "N", N, f"use N >= K + M = {setting.S}: the weights need that many directions"
        )
    factors = psd_factor(setting.within())
    parts = [(N, factors)]
    if setting.blocks:
        parts = list(zip(coordinates(setting, N), factors, strict=True))
    rows = []
    for size, factor in parts:
        frame = np.linalg.qr(rng.standard_normal((size, setting.S)))[0]
        rows.append(np.sqrt(N) * factor @ frame.T)
    made = np.concatenate(rows, axis=1)
    return made[: setting.K], made[setting.K :]


class Direct:
    """State of `runs` independent runs: J (runs, K, N), w0 (runs, K); the teacher B (M, N) is
    common.

    A run that leaves the finite numbers stays at NaN. Memory: J, B and at most CHUNK floats of
    inputs (or one run's N * samples, if that is more).
    """

    def __init__(self, setting: Setting, N: int, runs: int, rng: np.random.Generator) -> None:
        self.setting, self.N, self.runs, self.rng = setting, N, runs, rng
        self.algorithm = make_algorithm(without(setting), trajectories=True)
        self.ahead = None if setting.model.ahead is None else GiantStep(setting, N)
        J, self.B = weights(setting, N, rng)
        self.J = np.repeat(J[None], runs, axis=0)
        self.w0 = np.repeat(setting.w0[None], runs, axis=0)
        #: The coordinates of each block of the inputs; none where these are i.i.d.
        self.inputs = coordinates(setting, N) if setting.blocks else []

    @np.errstate(over="ignore", invalid="ignore")
    def overlaps(self, runs: slice = slice(None)) -> tuple[FloatArray, FloatArray]:
        """Q = J J^T / N (runs, K, K) and R = J B^T / N (runs, K, M); within each block of the
        inputs (runs, L, K, K) and (runs, L, K, M) where there are some."""
        J = self.J[runs]
        if self.inputs:
            ends = np.cumsum(self.inputs)[:-1]
            parts = zip(*(np.split(x, ends, axis=-1) for x in (J, self.B)), strict=True)
            found = [(j @ j.swapaxes(-1, -2), j @ b.T) for j, b in parts]
            Q, R = (np.stack(x, axis=1) / self.N for x in zip(*found, strict=True))
        else:
            Q, R = J @ J.swapaxes(-1, -2) / self.N, J @ self.B.T / self.N
        both = np.isfinite(np.concatenate([Q, R], axis=-1))
        finite = both.all(axis=tuple(range(1, both.ndim)), keepdims=True)
        return np.where(finite, Q, np.nan), np.where(finite, R, np.nan)

    def adopt(self, setting: Setting) -> None:
        """From here on with the parameters of another setting."""
        self.setting = setting
        self.algorithm = make_algorithm(without(setting), trajectories=True)
        self.ahead = None if setting.model.ahead is None else GiantStep(setting, self.N)

    @np.errstate(over="ignore", invalid="ignore")
    def adapted(self, u: FloatArray, rng: np.random.Generator) -> tuple[FloatArray, ...]:
        """Q, R and the head start of all runs after the step ahead on tasks u (runs, ...)."""
        assert self.ahead is not None
        found: list[tuple[FloatArray, ...]] = []
        for start in range(0, self.runs, self._block()):
            part = slice(start, min(start + self._block(), self.runs))
            J, w0 = self.ahead.adapted(self.J[part], self.B, self.w0[part], u[part], rng)
            found.append((J @ J.swapaxes(-1, -2) / self.N, J @ self.B.T / self.N, w0))
        return tuple(np.concatenate(x) for x in zip(*found, strict=True))

    def _block(self) -> int:
        """Runs whose inputs are held at once."""
        samples = self.algorithm.samples
        if self.ahead is not None:
            samples += self.ahead.algorithm.samples
        return max(1, CHUNK // (self.N * samples))

    def step(self) -> FloatArray:
        """One iteration of the algorithm in every run, with fresh tasks and inputs; the tasks drawn
        (runs, M)."""
        tasks = np.empty((self.runs, len(self.algorithm.prior.mean)))
        samples, block = self.algorithm.samples, self._block()
        for start in range(0, self.runs, block):
            part = slice(start, min(start + block, self.runs))
            size = part.stop - part.start
            u = self.algorithm.draw_task(self.rng, (size,))
            x = self.rng.standard_normal((size, self.N, samples))
            if self.inputs:
                x *= np.repeat(np.sqrt(self.setting.variances), self.inputs)[:, None]
            noise = self.algorithm.draw_noise(self.rng, (size,))
            teachers = None
            if self.setting.varies:
                xi = self.rng.standard_normal((size, self.setting.M, self.N))
                teachers = self.B + self.setting.spread[:, None] * xi
            self.advance(x, u, part, noise, teachers)
            tasks[part] = u
        return tasks

    @np.errstate(over="ignore", invalid="ignore")
    def advance(
        self,
        x: FloatArray,
        u: FloatArray,
        runs: slice = slice(None),
        noise: FloatArray | None = None,
        teachers: FloatArray | None = None,
    ) -> None:
        """One iteration with given inputs x (runs, N, samples), tasks u (runs, M), zeta of the
        label noise (runs, samples), and teachers (runs, M, N) where they vary with the task."""
        J, w0 = self.J[runs], self.w0[runs]
        at, used = J, w0  # what the step descends the loss of
        if self.ahead is not None:
            at, used = self.ahead.adapted(J, self.B, w0, u, self.rng)
        B = np.broadcast_to(self.B, (len(J), *self.B.shape)) if teachers is None else teachers
        rows = np.concatenate([at, B], axis=1)
        fields = rows @ x / np.sqrt(self.N)
        C = self.setting.covariance(*self.overlaps(runs))
        if teachers is not None:
            C = rows @ rows.swapaxes(-1, -2) / self.N
        prepared = self.algorithm.prepare(C)
        gains = self.algorithm.draw_gains(self.rng, (len(J),))
        step = self.algorithm.step(fields, u, prepared, used, noise, gains)
        kept = 1.0 - self.algorithm.decay / self.N
        J = kept * J + step.coefficients @ x[..., step.used].swapaxes(-1, -2) / np.sqrt(self.N)
        if self.algorithm.spherical:
            lengths = np.square(self.J[runs]).sum(axis=-1) / np.square(J).sum(axis=-1)
            J = np.sqrt(lengths)[..., None] * J
        w0 = w0 + step.head / self.N
        finite = np.isfinite(J).all(axis=(1, 2)) & np.isfinite(w0).all(axis=1)
        self.J[runs] = np.where(finite[:, None, None], J, np.nan)
        self.w0[runs] = np.where(finite[:, None], w0, np.nan)
