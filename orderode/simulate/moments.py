"""Mean, standard error, skewness and covariance of a stream of samples, block by block."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray


class Moments:
    """Running mean and spread over the first axis of the blocks added (blocks (n, ...), merged
    exactly)."""

    def __init__(self) -> None:
        self.count = 0
        self._mean: FloatArray = np.zeros(())
        self._squares: FloatArray = np.zeros(())

    def add(self, block: FloatArray) -> None:
        """Take in n samples (n, ...)."""
        n = len(block)
        mean = block.mean(axis=0)
        shift = mean - self._mean
        total = self.count + n
        # Squares about the mean, not about zero: no cancellation when the spread is small.
        spread = np.square(block - mean).sum(axis=0)
        self._squares = self._squares + spread + shift * shift * (self.count * n / total)
        self._mean = self._mean + shift * (n / total)
        self.count = total

    @property
    def mean(self) -> FloatArray:
        """Mean of all samples (...)."""
        return self._mean

    @property
    def standard_error(self) -> FloatArray:
        """Standard error of the mean (...); NaN for a single sample."""
        if self.count < 2:
            return np.full_like(self._squares, np.nan)
        error: FloatArray = np.sqrt(self._squares / (self.count - 1) / self.count)
        return error


class SkewedMoments(Moments):
    """The same, and the skewness."""

    def __init__(self) -> None:
        super().__init__()
        self._cubes: FloatArray = np.zeros(())

    def add(self, block: FloatArray) -> None:
        n, before, squares, mean = len(block), self.count, self._squares, self._mean
        super().add(block)
        rest = block - block.mean(axis=0)
        shift, total = block.mean(axis=0) - mean, self.count
        self._cubes = (
            self._cubes
            + (rest * rest * rest).sum(axis=0)
            + shift**3 * (before * n * (before - n) / total**2)
            + 3 * shift * (before * np.square(rest).sum(axis=0) - n * squares) / total
        )

    @property
    def skewness_of_mean(self) -> FloatArray:
        """Third central moment of the mean over its standard deviation cubed (...); 0 where nothing
        varies."""
        spread = np.where(self._squares > 0, self._squares, np.inf)
        found: FloatArray = self._cubes / spread**1.5
        return found


class JointMoments:
    """Running covariance of vectors (d,) of which blocks (n, d) are added, merged exactly."""

    def __init__(self) -> None:
        self.count = 0
        self._mean: FloatArray = np.zeros(())
        self._products: FloatArray = np.zeros(())

    def add(self, block: FloatArray) -> None:
        """Take in n samples (n, d)."""
        n = len(block)
        mean = block.mean(axis=0)
        shift = mean - self._mean
        total = self.count + n
        rest = block - mean
        products = rest.T @ rest
        self._products = (
            self._products + products + np.outer(shift, shift) * (self.count * n / total)
        )
        self._mean = self._mean + shift * (n / total)
        self.count = total

    @property
    def covariance_of_mean(self) -> FloatArray:
        """(d, d); NaN for a single sample."""
        if self.count < 2:
            return np.full_like(self._products, np.nan)
        found: FloatArray = self._products / (self.count - 1) / self.count
        return found
