"""SGD on inputs whose covariance has several eigenvalues

Emitted by orderode 0.1.0 from the system structured_sgd_linear, digest c1128b0cff904d58. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Yoshida and Okada, arXiv 2001.03371

Conventions
    activation    g(x) = x
    inputs        blocks h of shares[h] N coordinates, independent N(0, variances[h])
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N, within each block
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out

Shapes: R (blocks, K, M, ...), Q (blocks, K, K, ...), w0 (K, ...), T (blocks, M, M) or (blocks, M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "c1128b0cff904d58"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    shares: np.ndarray  # share of the inputs that are in each block (blocks)
    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    mean: np.ndarray | None = None  # mean of the task vector (M); None: all 1
    cov: np.ndarray | None = None  # its covariance (M, M); None: zero
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    variances: np.ndarray | None = None  # variance of the inputs in each block (blocks); None: all 1


def pack(R, Q, w0):
    """The flat state (blocks*K*M + blocks*K*(K+1)/2 + K, ...) of R (blocks, K, M, ...), Q (blocks, K, K, ...) and w0 (K, ...)."""
    blocks, K, M = R.shape[:3]
    return np.concatenate([R.reshape((blocks * K * M,) + R.shape[3:]), Q[:, *np.triu_indices(K)].reshape((blocks * (K * (K + 1) // 2),) + Q.shape[3:]), w0])


def unpack(state, K, M, blocks):
    """R (blocks, K, M, ...), Q (blocks, K, K, ...) and w0 (K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = np.empty((blocks, K, K, *batch))
    rows, columns = np.triu_indices(K)
    Q[:, rows, columns] = Q[:, columns, rows] = state[blocks * K * M : -K].reshape((blocks, K * (K + 1) // 2, *batch))
    return state[: blocks * K * M].reshape((blocks, K, M, *batch)), Q, state[-K:]


def _identity(size, batch):
    return np.eye(size).reshape((size, size) + (1,) * len(batch))


def _with_batch(array, rank, batch):
    """An array of this rank, with axes of length 1 for the batch where it has none."""
    array = np.asarray(array, dtype=float)
    return array.reshape(array.shape + (1,) * (rank + len(batch) - array.ndim))


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (blocks, K, M, ...), dQ/dalpha (blocks, K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    T = _with_batch(T, 3, batch)
    shares = _with_batch(parameters.shares, 1, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    variances = _with_batch(np.full(blocks, 1.0) if parameters.variances is None else parameters.variances, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        Cb = np.empty((blocks, S, S, *batch))
        Cb[:, :K, :K] = Q*variances[:, None, None]
        Cb[:, :K, K:] = R*variances[:, None, None]
        Cb[:, K:, :K] = np.swapaxes(Cb[:, :K, K:], 1, 2)
        Cb[:, K:, K:] = T*variances[:, None, None]
        # covariance of the fields: sum over blocks
        C = np.empty((S, S, *batch))
        C[:K, :K] = np.einsum("hkl...->kl...", Cb[:, :K, :K])
        C[:K, K:] = np.einsum("hkn...->kn...", Cb[:, :K, K:])
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = np.einsum("hnm...->nm...", Cb[:, K:, K:])
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        if np.any(np.isfinite(V)):
            # <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields
            I4 = np.full((S, S, S, S, *batch), C[None, None])
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0 = np.full((K, S, *batch), 0.0)
        # <g'(z_i) g'(z_j)> over the fields
        J2 = np.full((S, S, *batch), 1.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)
        if np.any(np.isfinite(V)) and kurtosis is not None:
            # fourth cumulants of the task vector's components
            kappa = (kurtosis - 3)*np.einsum("mm...->m...", cov)**2
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W = np.empty((K, S, *batch))
        W[:, :K] = -eta_J*G0[:K, :K]*J2[:K, :K]
        W[:, :K] = W[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0[:K, :], I_g2g0)[:, None]
        W[:, K:] = -eta_J*G0[:K, K:]*J2[:K, K:]
        # A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h
        A = np.einsum("kj...,hij...->hki...", W, Cb)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*noise**2*G0[:K, :K]*J2[:K, :K]/V
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4[:K, :K, :, :]) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4[:K, :K, :, :]) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4[:K, :K, :, :]) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4[:K, :K, :, :], optimize=True)
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, :, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :, :K] + np.einsum("hlk...->hkl...", A[:, :, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E[None]*shares[:, None, None]*variances[:, None, None]
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    T = _with_batch(T, 3, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    variances = _with_batch(np.full(blocks, 1.0) if parameters.variances is None else parameters.variances, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        Cb = np.empty((blocks, S, S, *batch))
        Cb[:, :K, :K] = Q*variances[:, None, None]
        Cb[:, :K, K:] = R*variances[:, None, None]
        Cb[:, K:, :K] = np.swapaxes(Cb[:, :K, K:], 1, 2)
        Cb[:, K:, K:] = T*variances[:, None, None]
        # covariance of the fields: sum over blocks
        C = np.empty((S, S, *batch))
        C[:K, :K] = np.einsum("hkl...->kl...", Cb[:, :K, :K])
        C[:K, K:] = np.einsum("hkn...->kn...", Cb[:, :K, K:])
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = np.einsum("hnm...->nm...", Cb[:, K:, K:])
        # <g(z_i) g(z_j)> over the fields
        I2 = C
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
