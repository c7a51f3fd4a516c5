"""Random matrices of the reduced simulation: Gaussian fields of a singular covariance, Wishart
matrices."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray


def psd_factor(C: FloatArray) -> FloatArray:
    """L (..., n, n) with L L^T = C for positive semi-definite C (..., n, n), singular ones
    included.

    Eigenvalues that rounding made negative count as zero. A matrix with a non-finite entry gives
    NaN,
    so that one diverged run does not stop the others.
    """
    finite = np.isfinite(C).all(axis=(-1, -2), keepdims=True)
    values, vectors = np.linalg.eigh(np.where(finite, C, 0.0))
    L: FloatArray = vectors * np.sqrt(np.clip(values, 0.0, None))[..., None, :]
    return np.where(finite, L, np.nan)


def draw_wishart(rng: np.random.Generator, scale: FloatArray, dof: int) -> FloatArray:
    """W (B, K, K) = sum of dof outer products of N(0, scale) vectors, scale (B, K, K) possibly
    singular.

    Bartlett: with scale = F F^T, W = F A A^T F^T, A lower triangular with chi-distributed diagonal;
    below
    K degrees of freedom A is trapezoidal, dof columns wide. The count of random numbers is that of
    K chi squares and K^2 normals whatever dof is.
    """
    B, K, _ = scale.shape
    order = np.arange(K)
    A = np.tril(rng.standard_normal((B, K, K)), -1)
    A[:, order, order] = np.sqrt(rng.chisquare(np.maximum(dof - order, 1), size=(B, K)))
    A[:, :, order >= dof] = 0.0
    FA = psd_factor(scale) @ A
    W: FloatArray = FA @ FA.swapaxes(-1, -2)
    return W
