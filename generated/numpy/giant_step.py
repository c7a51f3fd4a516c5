"""Giant steps: gradient descent on batches of as many samples as there are inputs

Emitted by orderode 0.1.0 from the system giant_step, digest afc103f1aaac0b2b. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    giant step    J_k <- J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, over n = ratio N fresh samples x

Limits and closures
    N -> inf (exact): K, M, ratio = n/N and the number of steps stay fixed; overlaps are self-averaging
    one task (exact): the same in each step, given by its mean: its covariance has to be zero
    covariance of one step (approximation): left out: no part of it is known for a giant step, whose samples fluctuate with the weights

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "afc103f1aaac0b2b"
HEAD_START = 1.0  # of the elements of w0 at t = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    gamma: float  # rate of a giant step
    noise: float = 0.0  # standard deviation of label noise
    ratio: float = np.inf  # samples in the batch of a step over the dimension of inputs; np.inf for the limit
    mean: np.ndarray | None = None  # mean of the task vector (M); None: all 1
    cov: np.ndarray | None = None  # its covariance (M, M); None: zero
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian


def pack(R, Q, w0):
    """The flat state (K*M + K*(K+1)/2 + K, ...) of R (K, M, ...), Q (K, K, ...) and w0 (K, ...)."""
    K, M = R.shape[:2]
    return np.concatenate([R.reshape((K * M,) + R.shape[2:]), Q[np.triu_indices(K)], w0])


def unpack(state, K, M):
    """R (K, M, ...), Q (K, K, ...) and w0 (K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = np.empty((K, K, *batch))
    rows, columns = np.triu_indices(K)
    Q[rows, columns] = Q[columns, rows] = state[K * M : -K]
    return state[: K * M].reshape((K, M, *batch)), Q, state[-K:]


def _identity(size, batch):
    return np.eye(size).reshape((size, size) + (1,) * len(batch))


def _with_batch(array, rank, batch):
    """An array of this rank, with axes of length 1 for the batch where it has none."""
    array = np.asarray(array, dtype=float)
    return array.reshape(array.shape + (1,) * (rank + len(batch) - array.ndim))


def change(R, Q, w0, T, parameters):
    """dR (K, M, ...), dQ (K, K, ...) and dw0 (K, ...) of one step."""
    gamma = parameters.gamma
    noise = parameters.noise
    ratio = parameters.ratio
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1 = -C[:, :, None]*C[:, None]*r0[:, None, None]**2 + C[None]
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1[:K, :, :]*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(ratio)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :])[:, None] - C1[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:K, :, :][:, None] - C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0 = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1[:K, :K, :])*r0[:K][:, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)*r0[:, None]
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)
        if kurtosis is not None and np.any(np.isfinite(ratio)):
            # fourth cumulants of the task vector's components
            kappa = (kurtosis - 3)*np.einsum("mm...->m...", cov)**2
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -gamma * np.einsum("kj...,kij...->ki...", G0[:K, :], I3)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = gamma**2*noise**2*G0[:K, :K]*J2[:K, :K]/ratio
            E = E + gamma**2/ratio * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
        if kurtosis is not None and np.any(np.isfinite(ratio)):
            E = E + gamma**2/ratio * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W = np.empty((K, S, *batch))
        W[:, :K] = -gamma*G0[:K, :K]*J2[:K, :K]
        W[:, :K] = W[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0[:K, :], I_g2g0)[:, None]
        W[:, K:] = -gamma*G0[:K, K:]*J2[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y = np.einsum("kj...,lj...->kl...", A, W)
        # change of R in a step
        dR = A[:, K:]
        # change of Q in a step
        dQ = A[:, :K] + np.einsum("lk...->kl...", A[:, :K]) + Y
        if np.any(np.isfinite(ratio)):
            dQ = dQ + E
        # change of w0 in a step
        dw0 = np.full((K, *batch), 0.0)
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # loss on fresh data
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G0, I2)
    return eps_g


def step(R, Q, w0, T, parameters):
    """The state after one step."""
    moved = change(R, Q, w0, T, parameters)
    return tuple(np.asarray(x, dtype=float) + dx for x, dx in zip((R, Q, w0), moved))


def run(R, Q, w0, T, parameters, steps):
    """R, Q, w0 at the start and after each of so many steps, (steps + 1, ...) each."""
    states = [tuple(np.asarray(x, dtype=float) for x in (R, Q, w0))]
    for _ in range(steps):
        states.append(step(*states[-1], T, parameters))
    return tuple(np.stack(x) for x in zip(*states))
