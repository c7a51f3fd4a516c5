"""FO-ANIL (first order, the head adapts in one inner step from zero)

Emitted by orderode 0.1.0 from the system fo_anil, digest b178c52d3b51362a. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: arXiv 2408.12545

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u ~ N(0, 1_M), drawn anew in every step
    loss          l = (f - y)^2/2
    time          alpha = t/N after t outer steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    P -> inf (exact): the mean over the support set is its expectation given the task

Shapes: R (K, M, ...), Q (K, K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems; parameters are
scalars or arrays of the batch's shape. Flat states hold R row by row, then the upper triangle of Q row by row. Where the
overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "b178c52d3b51362a"


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the outer loop
    eta_w: float  # rate of the inner loop
    V: float = np.inf  # samples in the query set; np.inf for the limit


def pack(R, Q):
    """The flat state (K*M + K*(K+1)/2, ...) of overlaps R (K, M, ...) and Q (K, K, ...)."""
    K, M = R.shape[:2]
    return np.concatenate([R.reshape((K * M,) + R.shape[2:]), Q[np.triu_indices(K)]])


def unpack(state, K, M):
    """R (K, M, ...) and Q (K, K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = np.empty((K, K, *batch))
    rows, columns = np.triu_indices(K)
    Q[rows, columns] = Q[columns, rows] = state[K * M :]
    return state[: K * M].reshape((K, M, *batch)), Q


def _identity(size, batch):
    return np.eye(size).reshape((size, size) + (1,) * len(batch))


def rhs(R, Q, T, parameters):
    """dR/dalpha (K, M, ...) and dQ/dalpha (K, K, ...), Q symmetric."""
    eta_J, eta_w, V = parameters.eta_J, parameters.eta_w, parameters.V
    R, Q, T = (np.asarray(x, dtype=float) for x in (R, Q, T))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = np.reshape(T, np.shape(T) + (1,) * (R.ndim - np.ndim(T)))
    with np.errstate(invalid="ignore", divide="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S) + batch)
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:K][:, None, None]**2
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1)[:, None] - C1[:, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
        # heads are linear in the task: c_i = sum_m L[i, m] u_m, c = (w, -u)
        L = np.empty((S, M) + batch)
        L[:K, :] = eta_w*I2[:K, K:]
        L[K:, :] = -_identity(M, batch)
        # second moments <c_i c_j> over the task
        G = np.einsum("im...,jm...->ij...", L, L)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G[:K, :], I3)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], I4))
        # dR/dalpha
        dR = A[:, K:]
        # dQ/dalpha
        dQ = A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
    return dR, dQ


def eps_g(R, Q, T, parameters):
    """meta-generalization error: loss on fresh data after the inner loop; shape of the batch."""
    eta_w = parameters.eta_w
    R, Q, T = (np.asarray(x, dtype=float) for x in (R, Q, T))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = np.reshape(T, np.shape(T) + (1,) * (R.ndim - np.ndim(T)))
    with np.errstate(invalid="ignore", divide="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S) + batch)
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # heads are linear in the task: c_i = sum_m L[i, m] u_m, c = (w, -u)
        L = np.empty((S, M) + batch)
        L[:K, :] = eta_w*I2[:K, K:]
        L[K:, :] = -_identity(M, batch)
        # second moments <c_i c_j> over the task
        G = np.einsum("im...,jm...->ij...", L, L)
        # meta-generalization error: loss on fresh data after the inner loop
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G, I2)
    return eps_g
