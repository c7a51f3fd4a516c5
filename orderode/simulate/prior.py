"""The prior of the teacher's head: mean, covariance, and kurtosis of independent components."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray
from .draws import psd_factor


class TaskPrior:
    """Draws u = mean + F e, F F^T = cov (M, M), possibly singular; e has independent components of
    mean 0, variance 1, third moment 0 and fourth moment kappa = kurtosis (M,), all exactly:

    kappa = 3: Gaussian; kappa = 1.8: uniform on [-sqrt 3, sqrt 3]; any other kappa >= 1:
    +-sqrt(kappa) with probability 1/(2 kappa) each, else 0, so that kappa = 1 is Rademacher.

    cov has to be diagonal where a kappa is not 3 (F is then diagonal too): the components of u keep
    their kurtosis.
    """

    def __init__(self, mean: FloatArray, cov: FloatArray, kurtosis: FloatArray) -> None:
        self.mean, self.kurtosis = mean, kurtosis
        diagonal = not np.any(cov - np.diag(np.diagonal(cov)))
        self.factor = (
            np.diag(np.sqrt(np.clip(np.diagonal(cov), 0.0, None))) if diagonal else psd_factor(cov)
        )

    def draw(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        """Teacher heads (*batch, M)."""
        u: FloatArray = self.mean + self._standard(rng, batch) @ self.factor.T
        return u

    def draw_wide(
        self, rng: np.random.Generator, batch: tuple[int, ...], scale: float
    ) -> tuple[FloatArray, FloatArray]:
        """Teacher heads (*batch, M) with Gaussian components ``scale`` times as wide, and their
        weights (*batch).

        Weighted averages are those of ``draw``; of high powers of u they have much smaller standard
        errors.
        """
        e = self._standard(rng, batch)
        wide = (self.kurtosis == 3.0) & self.factor.any(axis=0)
        e[..., wide] *= scale
        squares = np.square(e[..., wide]).sum(axis=-1)
        weight: FloatArray = scale ** wide.sum() * np.exp(squares * (scale**-2 - 1) / 2)
        return self.mean + e @ self.factor.T, weight

    def _standard(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        e = rng.standard_normal((*batch, len(self.mean)))
        for m, kappa in enumerate(self.kurtosis.tolist()):
            if kappa != 3.0:
                e[..., m] = _standard(rng, batch, kappa)
        return e


class TaskSet:
    """Draws one of G tasks, with these probabilities (G,): the teacher's head of it, a row of
    vectors (G, M), with G numbers after it, 1 for the task that is drawn, else 0.

    heads (G, H): 1 for the one of H heads that a task uses.
    """

    def __init__(self, vectors: FloatArray, chances: FloatArray, heads: FloatArray) -> None:
        self.vectors, self.chances, self.heads = vectors, chances, heads
        self.mean = np.concatenate([chances @ vectors, chances])
        self.ends = np.cumsum(chances)
        self.ends[np.flatnonzero(chances)[-1] :] = 1.0  # whatever rounding made of the sum

    def only(self, task: int) -> TaskSet:
        """The same, always with this task."""
        return TaskSet(self.vectors, np.eye(len(self.chances))[task], self.heads)

    def draw(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        """(*batch, M + G)."""
        drawn = np.searchsorted(self.ends, rng.random(batch), side="right")
        return np.concatenate([self.vectors, np.eye(len(self.ends))], axis=1)[drawn]

    def vector(self, u: FloatArray) -> FloatArray:
        """The teacher's head (..., M) of what was drawn."""
        return u[..., : self.vectors.shape[1]]

    def head(self, u: FloatArray) -> FloatArray:
        """1 for the head in use, else 0, (..., H)."""
        used: FloatArray = u[..., self.vectors.shape[1] :] @ self.heads
        return used


def _standard(rng: np.random.Generator, batch: tuple[int, ...], kappa: float) -> FloatArray:
    """Draws (*batch) of mean 0, variance 1, third moment 0, fourth moment kappa != 3."""
    t = 2.0 * rng.random(batch) - 1.0
    if kappa == 1.8:
        return np.sqrt(3.0) * t
    # |t| < 1/kappa has probability 1/kappa, whatever the sign.
    return np.where(np.abs(t) < 1.0 / kappa, np.copysign(np.sqrt(kappa), t), 0.0)
