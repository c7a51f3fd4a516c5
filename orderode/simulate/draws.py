"""Random matrices of the reduced simulation: Gaussian fields of a singular covariance, Wishart
matrices."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray

TIED = 1e-10  #: variances that differ by less, relatively, are equal


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


def pivoted_factor(C: FloatArray) -> FloatArray:
    """L (..., n, n) with L L^T = C as above, by Cholesky: the largest remaining variance first, of
    equal ones, but for rounding, the first, until what is left is rounding.

    Rows of L keep the order of C; columns beyond the rank are zero. What C code does as well, in
    the same order, so that steps can be compared.
    """
    finite = np.isfinite(C).all(axis=(-1, -2), keepdims=True)
    n = C.shape[-1]
    A = np.where(finite, C, 0.0).reshape(-1, n, n)
    L = np.zeros_like(A)
    batch = np.arange(len(A))
    order = np.tile(np.arange(n), (len(A), 1))
    left = np.ones((len(A), n), dtype=bool)
    alive = np.ones(len(A), dtype=bool)
    least = n * np.finfo(float).eps * np.einsum("bii->bi", A).max(axis=1, initial=0.0)
    for j in range(n):
        variances = A[batch[:, None], order, order][:, j:]
        largest = variances.max(axis=1, keepdims=True)
        best = j + (variances >= largest - TIED * np.abs(largest)).argmax(axis=1)
        p = order[batch, best]
        order[batch, best] = order[:, j]
        order[:, j] = p
        alive &= A[batch, p, p] > least
        root = np.sqrt(np.where(alive, A[batch, p, p], 1.0))
        column = np.where(left & alive[:, None], A[batch, :, p] / root[:, None], 0.0)
        column[batch, p] = np.where(alive, root, 0.0)
        left[batch, p] = False
        L[:, :, j] = column
        A -= column[:, :, None] * column[:, None, :]
    return np.where(finite, L.reshape(C.shape), np.nan)


def wishart(scale: FloatArray, A: FloatArray) -> FloatArray:
    """F A A^T F^T with F F^T = scale, both (..., K, K): Wishart for A of ``draw_wishart``."""
    FA = pivoted_factor(scale) @ A
    W: FloatArray = FA @ FA.swapaxes(-1, -2)
    return W


def draw_wishart(rng: np.random.Generator, scale: FloatArray, dof: int) -> FloatArray:
    """W (B, K, K) = sum of dof outer products of N(0, scale) vectors, scale (B, K, K) possibly
    singular.

    Bartlett: with scale = F F^T, W = F A A^T F^T, A lower triangular with chi-distributed diagonal;
    below
    K degrees of freedom A is trapezoidal, dof columns wide. The count of random numbers is that of
    K chi squares and K^2 normals whatever dof is.
    """
    return wishart(scale, draw_bartlett(rng, len(scale), scale.shape[-1], dof))


def draw_bartlett(rng: np.random.Generator, B: int, K: int, dof: int) -> FloatArray:
    """A (B, K, K) above: A A^T is W of scale 1."""
    order = np.arange(K)
    A = np.tril(rng.standard_normal((B, K, K)), -1)
    A[:, order, order] = np.sqrt(rng.chisquare(np.maximum(dof - order, 1), size=(B, K)))
    A[:, :, order >= dof] = 0.0
    return A
