"""The perceptron rule on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Biehl and Riegler, Europhys. Lett. 28, 525 (1994)

Conventions
    activation    g(x) = sign(x)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: not derived yet: rules give <z z g g> of two threshold units that differ, alone

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "19e20c112ada4578"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
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


def _root(x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return np.sqrt(np.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    decay = parameters.decay
    V = parameters.V
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
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2 = 0.63661977236758138 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))
        twice = np.full((S, *batch), 1.0)
        for i in range(S):
            I2[i, i] = twice[i]
        # 1/sqrt(C[i, i])
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C))
        # <z_i g(z_j)> over the fields
        I_xg0 = 0.79788456080286541 * C*r0[None]
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
        if np.any(np.isfinite(V)):
            # <c_i c_j> over the task
            G0 = mc0[:, None]*mc0[None]
            G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -0.5 * eta_J*np.einsum("ik...->ki...", I_xg0[:, :K])
        A = A + -0.5 * eta_J * np.einsum("n...,in...->i...", mc0[K:], I_xg0[:, K:])[None, :]
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = 0.25 * eta_J**2*I2[:K, :K]/V
            E = E + 0.25 * eta_J**2/V * (np.einsum("n...,kn...->k...", mc0[K:], I2[:K, K:])[:, None] + np.einsum("n...,ln...->l...", mc0[K:], I2[:K, K:])[None, :])
            E = E + 0.25 * eta_J**2/V * np.einsum("nm...,nm...->...", G0[K:, K:], I2[K:, K:])[None, None]
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """share of wrong labels; shape of the batch."""
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
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2 = 0.63661977236758138 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))
        twice = np.full((S, *batch), 1.0)
        for i in range(S):
            I2[i, i] = twice[i]
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
        # share of wrong labels
        eps_g = 0.25 * np.einsum("ij...,ij...->...", G0, I2)
    return eps_g
