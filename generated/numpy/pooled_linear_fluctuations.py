"""Pooled training on the task stream, adapted only at test time

Emitted by orderode 0.1.0 from the system pooled_linear_fluctuations, digest 5a10eedb8ed3723b. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = x
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): the block of R is exact; those of Q with R, Q and w0 to first order in 1/V, third cumulants of the heads and cumulants of five and six left out in that order

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "5a10eedb8ed3723b"


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float = 0.0  # rate of the first layer
    eta_w: float = 0.0  # rate of the inner loop
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    P: float = np.inf  # samples in the support set; np.inf for the limit
    first_order: int = 0  # 1 keeps the first power of 1/P only, 0 keeps all of them
    inner_steps: int = 1  # steps of the inner loop
    mean: np.ndarray | None = None  # mean of the task vector (M); None: zeros
    cov: np.ndarray | None = None  # its covariance (M, M); None: the identity
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


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (K, M, K, M, ...), DRQ (K, M, K, K, ...), DRw (K, M, K, ...), DQQ (K, K, K, K, ...), DQw (K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = C[None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = C[None, None]
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = C[:, :, None, None]*C[None, None] + C[:, None, :, None]*C[None, :, None] + C[:, None, None]*C[None, :, :, None]
            # <g'(z_k) g'(z_l) z_i z_j> over the fields
            I_g1g1xx = C[None, None]
            # <g'(z_k) g'(z_l) z_i z_j g(z_r) g(z_s)> over the fields
            I_g1g1xxg0g0 = C[None, None, :, :, None, None]*C[None, None, None, None] + C[None, None, :, None, :, None]*C[None, None, None, :, None] + C[None, None, :, None, None]*C[None, None, None, :, :, None]
            # <g'(z_k) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1xg0g0g0 = C[None, :, :, None, None]*C[None, None, None] + C[None, :, None, :, None]*C[None, None, :, None] + C[None, :, None, None]*C[None, None, :, :, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = np.full((K, K, *batch), 1.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)
        if kurtosis is not None:
            # fourth cumulants of the task vector's components
            kappa = (kurtosis - 3)*np.einsum("mm...->m...", cov)**2
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G0[:K, :], I3)
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        # <c_i c_j> over tasks and support sets
        M2 = G0
        # <c_k c_i c_j> over tasks and support sets
        M3 = G0[None]*mc0[:K][:, None, None] + G0[:K, :][:, :, None]*mc0[None, None] + G0[:K, :][:, None]*mc0[None, :, None] - 2.0 * mc0[None, :, None]*mc0[None, None]*mc0[:K][:, None, None]
        # <c_k c_l c_i c_j> over tasks and support sets
        M4 = G0[None, None]*G0[:K, :K][:, :, None, None] + G0[:K, :][:, None, :, None]*G0[:K, :][None, :, None] + G0[:K, :][:, None, None]*G0[:K, :][None, :, :, None] - 2.0 * mc0[None, None, :, None]*mc0[None, None, None]*mc0[:K][:, None, None, None]*mc0[:K][None, :, None, None]
        if kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,kp...,lp...->klij...", kappa, L0, L0, L0[:K, :], L0[:K, :], optimize=True)
        if np.any(np.isfinite(V)):
            # fourth cumulant of c_k, c_i, c_j, c_r, third ones left out
            K4 = G0[None, :, :, None]*G0[:K, :][:, None, None] + G0[None, :, None]*G0[:K, :][:, None, :, None] + G0[None, None]*G0[:K, :][:, :, None, None] - M2[None, :, :, None]*M2[:K, :][:, None, None] - M2[None, :, None]*M2[:K, :][:, None, :, None] - M2[None, None]*M2[:K, :][:, :, None, None]
        if np.any(np.isfinite(V)) and kurtosis is not None:
            K4 = K4 + np.einsum("p...,ip...,jp...,kp...,rp...->kijr...", kappa, L0, L0, L0[:K, :], L0, optimize=True)
        # covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step
        ZZ = -A[:, :, None, None]*A[None, None]
        ZZ = ZZ + eta_J**2 * np.einsum("kir...,ljs...,klrs...->kilj...", I3, I3, M4)
        if np.any(np.isfinite(V)):
            ZZ = ZZ + eta_J**2*noise**2*np.einsum("klij...->kilj...", I_g1g1xx)*M2[:K, :K][:, None, :, None]/V
            ZZ = ZZ + eta_J**2/V * (np.einsum("klrs...,klijrs...->kilj...", M4, I_g1g1xxg0g0) + -1.0 * np.einsum("kir...,ljs...,klrs...->kilj...", I3, I3, M4))
        # covariance of sum_s a_k^s z_i^s and N times the change of w0_l
        ZY = -A[:, :, None]*dw0[None, None]
        ZY = ZY + eta_0*eta_J * np.einsum("lr...,kij...,kjr...->kil...", I2[:K, :], I3, M3)
        if np.any(np.isfinite(V)):
            ZY = ZY + eta_0*eta_J*noise**2*I3[:, :, :K]*mc0[:K][:, None, None]/V
            ZY = ZY + eta_0*eta_J/V * (np.einsum("kjr...,kiljr...->kil...", M3, I_g1xg0g0g0[:, :, :K, :, :]) + -1.0 * np.einsum("lr...,kij...,kjr...->kil...", I2[:K, :], I3, M3))
        # covariance of N times the changes of w0_k and w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        if np.any(np.isfinite(V)):
            Dww = Dww + eta_0**2*noise**2*I2[:K, :K]/V
            Dww = Dww + eta_0**2/V * (np.einsum("ij...,klij...->kl...", M2, I_g0g0g0g0[:K, :K, :, :]) + -1.0 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2))
            # covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s, to first order in 1/V
            ZS = eta_J**3/V * (-1.0 * np.einsum("aj...,kij...,lars...,klrs...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("ar...,kij...,lars...,kljs...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("as...,kij...,lars...,kljr...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("jr...,kij...,lars...,akls...->kila...", M2, I3, I4, K4[:, :K, :K, :], optimize=True) + -1.0 * np.einsum("js...,kij...,lars...,aklr...->kila...", M2, I3, I4, K4[:, :K, :K, :], optimize=True) + -1.0 * np.einsum("ka...,kij...,lars...,ljrs...->kila...", M2[:K, :K], I3, I4, K4, optimize=True) + -1.0 * np.einsum("kl...,kij...,lars...,ajrs...->kila...", M2[:K, :K], I3, I4, K4, optimize=True) + -1.0 * np.einsum("kr...,kij...,lars...,aljs...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("ks...,kij...,lars...,aljr...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("la...,kij...,lars...,kjrs...->kila...", M2[:K, :K], I3, I4, K4, optimize=True) + -1.0 * np.einsum("lj...,kij...,lars...,akrs...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("lr...,kij...,lars...,akjs...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("ls...,kij...,lars...,akjr...->kila...", M2[:K, :], I3, I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("rs...,kij...,lars...,aklj...->kila...", M2, I3, I4, K4[:, :K, :K, :], optimize=True) + -1.0 * np.einsum("aj...,kl...,rs...,kij...,lars...->kila...", M2[:K, :], M2[:K, :K], M2, I3, I4, optimize=True) + -1.0 * np.einsum("aj...,kr...,ls...,kij...,lars...->kila...", M2[:K, :], M2[:K, :], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("aj...,ks...,lr...,kij...,lars...->kila...", M2[:K, :], M2[:K, :], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("ar...,js...,kl...,kij...,lars...->kila...", M2[:K, :], M2, M2[:K, :K], I3, I4, optimize=True) + -1.0 * np.einsum("ar...,ks...,lj...,kij...,lars...->kila...", M2[:K, :], M2[:K, :], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("as...,jr...,kl...,kij...,lars...->kila...", M2[:K, :], M2, M2[:K, :K], I3, I4, optimize=True) + -1.0 * np.einsum("as...,kr...,lj...,kij...,lars...->kila...", M2[:K, :], M2[:K, :], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("jr...,ka...,ls...,kij...,lars...->kila...", M2, M2[:K, :K], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("jr...,ks...,la...,kij...,lars...->kila...", M2, M2[:K, :], M2[:K, :K], I3, I4, optimize=True) + -1.0 * np.einsum("js...,ka...,lr...,kij...,lars...->kila...", M2, M2[:K, :K], M2[:K, :], I3, I4, optimize=True) + -1.0 * np.einsum("js...,kr...,la...,kij...,lars...->kila...", M2, M2[:K, :], M2[:K, :K], I3, I4, optimize=True) + -1.0 * np.einsum("ka...,lj...,rs...,kij...,lars...->kila...", M2[:K, :K], M2[:K, :], M2, I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,k...,l...,rs...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0[:K], M2, I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,k...,r...,ls...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,k...,s...,lr...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,l...,r...,ks...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,l...,s...,kr...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("a...,j...,r...,s...,kl...,kij...,lars...->kila...", mc0[:K], mc0, mc0, mc0, M2[:K, :K], I3, I4, optimize=True) + 2.0 * np.einsum("a...,k...,l...,r...,js...,kij...,lars...->kila...", mc0[:K], mc0[:K], mc0[:K], mc0, M2, I3, I4, optimize=True) + 2.0 * np.einsum("a...,k...,l...,s...,jr...,kij...,lars...->kila...", mc0[:K], mc0[:K], mc0[:K], mc0, M2, I3, I4, optimize=True) + 2.0 * np.einsum("a...,k...,r...,s...,lj...,kij...,lars...->kila...", mc0[:K], mc0[:K], mc0, mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("j...,k...,l...,r...,as...,kij...,lars...->kila...", mc0, mc0[:K], mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("j...,k...,l...,s...,ar...,kij...,lars...->kila...", mc0, mc0[:K], mc0[:K], mc0, M2[:K, :], I3, I4, optimize=True) + 2.0 * np.einsum("j...,k...,r...,s...,la...,kij...,lars...->kila...", mc0, mc0[:K], mc0, mc0, M2[:K, :K], I3, I4, optimize=True) + 2.0 * np.einsum("j...,l...,r...,s...,ka...,kij...,lars...->kila...", mc0, mc0[:K], mc0, mc0, M2[:K, :K], I3, I4, optimize=True) + 2.0 * np.einsum("k...,l...,r...,s...,aj...,kij...,lars...->kila...", mc0[:K], mc0[:K], mc0, mc0, M2[:K, :], I3, I4, optimize=True) + -16.0 * np.einsum("a...,j...,k...,l...,r...,s...,kij...,lars...->kila...", mc0[:K], mc0, mc0[:K], mc0[:K], mc0, mc0, I3, I4, optimize=True))
            ZS = ZS + eta_J**3*noise**2*J2[None, None]/V * (-1.0 * np.einsum("kij...,aklj...->kila...", I3, K4[:, :K, :K, :]) + -1.0 * np.einsum("aj...,kl...,kij...->kila...", M2[:K, :], M2[:K, :K], I3) + -1.0 * np.einsum("ka...,lj...,kij...->kila...", M2[:K, :K], M2[:K, :], I3) + 2.0 * np.einsum("a...,j...,k...,l...,kij...->kila...", mc0[:K], mc0, mc0[:K], mc0[:K], I3, optimize=True))
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s, to first order in 1/V
            YS = eta_0*eta_J**2/V * (-1.0 * np.einsum("a...,ki...,lajr...,lijr...->kla...", mc0[:K], I2[:K, :], I4, K4, optimize=True) + -1.0 * np.einsum("j...,ki...,lajr...,alir...->kla...", mc0, I2[:K, :], I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("l...,ki...,lajr...,aijr...->kla...", mc0[:K], I2[:K, :], I4, K4, optimize=True) + -1.0 * np.einsum("r...,ki...,lajr...,alij...->kla...", mc0, I2[:K, :], I4, K4[:, :K, :, :], optimize=True) + -1.0 * np.einsum("a...,ki...,ij...,lr...,lajr...->kla...", mc0[:K], I2[:K, :], M2, M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("a...,ki...,ir...,lj...,lajr...->kla...", mc0[:K], I2[:K, :], M2, M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("a...,ki...,jr...,li...,lajr...->kla...", mc0[:K], I2[:K, :], M2, M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("j...,ki...,ai...,lr...,lajr...->kla...", mc0, I2[:K, :], M2[:K, :], M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("j...,ki...,ar...,li...,lajr...->kla...", mc0, I2[:K, :], M2[:K, :], M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("j...,ki...,ir...,la...,lajr...->kla...", mc0, I2[:K, :], M2, M2[:K, :K], I4, optimize=True) + -1.0 * np.einsum("l...,ki...,ai...,jr...,lajr...->kla...", mc0[:K], I2[:K, :], M2[:K, :], M2, I4, optimize=True) + -1.0 * np.einsum("l...,ki...,aj...,ir...,lajr...->kla...", mc0[:K], I2[:K, :], M2[:K, :], M2, I4, optimize=True) + -1.0 * np.einsum("l...,ki...,ar...,ij...,lajr...->kla...", mc0[:K], I2[:K, :], M2[:K, :], M2, I4, optimize=True) + -1.0 * np.einsum("r...,ki...,ai...,lj...,lajr...->kla...", mc0, I2[:K, :], M2[:K, :], M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("r...,ki...,aj...,li...,lajr...->kla...", mc0, I2[:K, :], M2[:K, :], M2[:K, :], I4, optimize=True) + -1.0 * np.einsum("r...,ki...,ij...,la...,lajr...->kla...", mc0, I2[:K, :], M2, M2[:K, :K], I4, optimize=True) + 2.0 * np.einsum("a...,i...,j...,ki...,lr...,lajr...->kla...", mc0[:K], mc0, mc0, I2[:K, :], M2[:K, :], I4, optimize=True) + 2.0 * np.einsum("a...,i...,l...,ki...,jr...,lajr...->kla...", mc0[:K], mc0, mc0[:K], I2[:K, :], M2, I4, optimize=True) + 2.0 * np.einsum("a...,i...,r...,ki...,lj...,lajr...->kla...", mc0[:K], mc0, mc0, I2[:K, :], M2[:K, :], I4, optimize=True) + 2.0 * np.einsum("a...,j...,l...,ki...,ir...,lajr...->kla...", mc0[:K], mc0, mc0[:K], I2[:K, :], M2, I4, optimize=True) + 2.0 * np.einsum("a...,j...,r...,ki...,li...,lajr...->kla...", mc0[:K], mc0, mc0, I2[:K, :], M2[:K, :], I4, optimize=True) + 2.0 * np.einsum("a...,l...,r...,ki...,ij...,lajr...->kla...", mc0[:K], mc0[:K], mc0, I2[:K, :], M2, I4, optimize=True) + 2.0 * np.einsum("i...,j...,l...,ki...,ar...,lajr...->kla...", mc0, mc0, mc0[:K], I2[:K, :], M2[:K, :], I4, optimize=True) + 2.0 * np.einsum("i...,j...,r...,ki...,la...,lajr...->kla...", mc0, mc0, mc0, I2[:K, :], M2[:K, :K], I4, optimize=True) + 2.0 * np.einsum("i...,l...,r...,ki...,aj...,lajr...->kla...", mc0, mc0[:K], mc0, I2[:K, :], M2[:K, :], I4, optimize=True) + 2.0 * np.einsum("j...,l...,r...,ki...,ai...,lajr...->kla...", mc0, mc0[:K], mc0, I2[:K, :], M2[:K, :], I4, optimize=True) + -8.0 * np.einsum("a...,i...,j...,l...,r...,ki...,lajr...->kla...", mc0[:K], mc0, mc0, mc0[:K], mc0, I2[:K, :], I4, optimize=True))
            YS = YS + eta_0*eta_J**2*noise**2*J2[None]/V * (-1.0 * np.einsum("a...,ki...,li...->kla...", mc0[:K], I2[:K, :], M2[:K, :]) + -1.0 * np.einsum("l...,ki...,ai...->kla...", mc0[:K], I2[:K, :], M2[:K, :]) + 2.0 * np.einsum("a...,i...,l...,ki...->kla...", mc0[:K], mc0, mc0[:K], I2[:K, :], optimize=True))
        # covariance of N dR_kn and N dR_lm in one step
        DRR = ZZ[:, K:, :, K:]
        # covariance of N dR_kn and N dQ_la in one step
        DRQ = np.einsum("knal...->knla...", ZZ[:, K:, :, :K]) + ZZ[:, K:, :, :K]
        if np.any(np.isfinite(V)):
            DRQ = DRQ + ZS[:, K:, :, :]
        # covariance of N dR_kn and N dw0_l in one step
        DRw = ZY[:, K:, :]
        # covariance of N dQ_kl and N dQ_ab in one step
        DQQ = ZZ[:, :K, :, :K] + np.einsum("klba...->klab...", ZZ[:, :K, :, :K]) + np.einsum("lkab...->klab...", ZZ[:, :K, :, :K]) + np.einsum("lkba...->klab...", ZZ[:, :K, :, :K])
        if np.any(np.isfinite(V)):
            DQQ = DQQ + np.einsum("abkl...->klab...", ZS[:, :K, :, :]) + np.einsum("bakl...->klab...", ZS[:, :K, :, :]) + ZS[:, :K, :, :] + np.einsum("lkab...->klab...", ZS[:, :K, :, :])
        # covariance of N dQ_kl and N dw0_a in one step
        DQw = ZY[:, :K, :] + np.einsum("lka...->kla...", ZY[:, :K, :])
        if np.any(np.isfinite(V)):
            DQw = DQw + np.einsum("akl...->kla...", YS)
    return DRR, DRQ, DRw, DQQ, DQw, Dww


def tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of d state/d alpha in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = C[None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = C[None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = np.full((K, K, *batch), 1.0)
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = tC
        # derivative of I3: <g'(z_k) z_i g(z_j)> over the fields
        tI3 = tC[None]
        if np.any(np.isfinite(V)):
            # derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            tI4 = tC[None, None]
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        tA = -eta_J * (np.einsum("kj...,kij...->ki...", G0[:K, :], tI3) + np.einsum("kj...,kij...->ki...", tG0[:K, :], I3))
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*noise**2*J2*tG0[:K, :K]/V
            tE = tE + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], tI4) + np.einsum("ij...,kl...,klij...->kl...", G0, tG0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], tI4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], tG0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], tI4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], tG0[:K, :], I4) + np.einsum("kl...,ij...,klij...->kl...", G0[:K, :K], tG0, I4) + np.einsum("li...,kj...,klij...->kl...", G0[:K, :], tG0[:K, :], I4) + np.einsum("lj...,ki...,klij...->kl...", G0[:K, :], tG0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], tI4, optimize=True) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], tmc0[:K], I4, optimize=True) + -2.0 * np.einsum("i...,j...,l...,k...,klij...->kl...", mc0, mc0, mc0[:K], tmc0[:K], I4, optimize=True) + -2.0 * np.einsum("i...,k...,l...,j...,klij...->kl...", mc0, mc0[:K], mc0[:K], tmc0, I4, optimize=True) + -2.0 * np.einsum("j...,k...,l...,i...,klij...->kl...", mc0, mc0[:K], mc0[:K], tmc0, I4, optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            tE = tE + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], tI4, optimize=True)
        # derivative of dR: dR/dalpha
        tdR = -decay*eta_J*tR + tA[:, K:]
        # derivative of dQ: dQ/dalpha
        tdQ = -2.0 * decay*eta_J*tQ + tA[:, :K] + np.einsum("lk...->kl...", tA[:, :K])
        if np.any(np.isfinite(V)):
            tdQ = tdQ + tE
        # derivative of dw0: dw0/dalpha
        tdw0 = -eta_0 * (np.einsum("i...,ki...->k...", mc0, tI2[:K, :]) + np.einsum("i...,ki...->k...", tmc0, I2[:K, :]))
    return tdR, tdQ, tdw0


def eps_g_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = tC
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of eps_g: loss on fresh data before adaptation
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G0, tI2) + np.einsum("ij...,ij...->...", I2, tG0))
    return teps_g


def eps_g_adapted_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g_adapted in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    P = parameters.P
    inner_steps = parameters.inner_steps
    if np.any(np.isfinite(P)) and parameters.inner_steps != 1:
        raise ValueError("finite P needs inner_steps = 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        if np.any(np.isfinite(P)):
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = C[:, :, None, None]*C[None, None] + C[:, None, :, None]*C[None, :, None] + C[:, None, None]*C[None, :, :, None]
        # head after the inner loop: its part without the task
        h = w0
        for _ in range(inner_steps):
            # h after one more step
            h_next = h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        # its response to the task: w_k = h_k + sum_m H_km u_m
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            # H after one more step
            H_next = eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            H = H_next
        # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        base = np.empty((S, *batch))
        base[:K] = h
        base[K:] = np.full((M, *batch), 0.0)
        # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        L = np.empty((S, M, *batch))
        L[:K, :] = H
        L[K:, :] = -_identity(M, batch)
        if np.any(np.isfinite(P)):
            # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
            base0 = np.empty((S, *batch))
            base0[:K] = w0
            base0[K:] = np.full((M, *batch), 0.0)
            # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
            L0 = np.empty((S, M, *batch))
            L0[:K, :] = np.full((K, M, *batch), 0.0)
            L0[K:, :] = -_identity(M, batch)
            # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            base1 = np.empty((S, *batch))
            base1[:K] = h - w0
            base1[K:] = np.full((M, *batch), 0.0)
            # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            L1 = np.empty((S, M, *batch))
            L1[:K, :] = H
            L1[K:, :] = -_identity(M, batch)
        # <c_i> over the task
        mc = base
        mc = mc + np.einsum("m...,im...->i...", mean, L)
        # <c_i c_j> over the task
        G = mc[:, None]*mc[None]
        G = G + np.einsum("im...,jp...,mp...->ij...", L, L, cov)
        if np.any(np.isfinite(P)):
            # <c_i> over the task
            mc0 = base0
            mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
            # <c_i c_j> over the task
            G0 = mc0[:, None]*mc0[None]
            G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
            # <c_i> over the task
            mc1 = base1
            mc1 = mc1 + np.einsum("m...,im...->i...", mean, L1)
            # <c_i c_j> over the task
            G1 = mc1[:, None]*mc1[None]
            G1 = G1 + np.einsum("im...,jp...,mp...->ij...", L1, L1, cov)
            # share of 2 support samples in 1 given blocks
            p21 = P**(-1.0)
            # share of 2 support samples in 2 given blocks, minus 1
            p22 = -1/P
            # <d_k d_l> averaged over the task
            B2 = eta_w**2*noise**2*I2[:K, :K]
            B2 = B2 + eta_w**2 * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
            # <c_i c_j> minus its value at P -> infinity
            P2 = np.empty((S, S, *batch))
            P2[:K, :K] = p21*B2 + p22*G1[:K, :K]
            P2[:K, K:] = np.full((K, M, *batch), 0.0)
            P2[K:, :K] = np.swapaxes(P2[:K, K:], 0, 1)
            P2[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = tC
        if np.any(np.isfinite(P)):
            # derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            tI_g0g0g0g0 = C[:, :, None, None]*tC[None, None] + C[:, None, :, None]*tC[None, :, None] + C[:, None, None]*tC[None, :, :, None] + C[None, :, :, None]*tC[:, None, None] + C[None, :, None]*tC[:, None, :, None] + C[None, None]*tC[:, :, None, None]
        h = w0
        # derivative of h: head after the inner loop: its part without the task
        th = tw0
        for _ in range(inner_steps):
            h_next = h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            # th after one more step
            th_next = th
            th_next = th_next + -eta_w * (np.einsum("l...,kl...->k...", h, tI2[:K, :K]) + np.einsum("l...,kl...->k...", th, I2[:K, :K]))
            h = h_next
            th = th_next
        H = np.full((K, M, *batch), 0.0)
        # derivative of H: its response to the task: w_k = h_k + sum_m H_km u_m
        tH = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            H_next = eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            # tH after one more step
            tH_next = eta_w*tI2[:K, K:] + tH
            tH_next = tH_next + -eta_w * (np.einsum("lm...,kl...->km...", H, tI2[:K, :K]) + np.einsum("kl...,lm...->km...", I2[:K, :K], tH))
            H = H_next
            tH = tH_next
        # derivative of base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        tbase = np.empty((S, *along))
        tbase[:K] = th
        tbase[K:] = np.full((M, *batch), 0.0)
        # derivative of L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        tL = np.empty((S, M, *along))
        tL[:K, :] = tH
        tL[K:, :] = np.full((M, M, *batch), 0.0)
        if np.any(np.isfinite(P)):
            # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
            tbase0 = np.empty((S, *along))
            tbase0[:K] = tw0
            tbase0[K:] = np.full((M, *batch), 0.0)
            # derivative of base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            tbase1 = np.empty((S, *along))
            tbase1[:K] = th - tw0
            tbase1[K:] = np.full((M, *batch), 0.0)
            # derivative of L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            tL1 = np.empty((S, M, *along))
            tL1[:K, :] = tH
            tL1[K:, :] = np.full((M, M, *batch), 0.0)
        # derivative of mc: <c_i> over the task
        tmc = tbase
        tmc = tmc + np.einsum("m...,im...->i...", mean, tL)
        # derivative of G: <c_i c_j> over the task
        tG = mc[:, None]*tmc[None] + mc[None]*tmc[:, None]
        tG = tG + np.einsum("im...,mp...,jp...->ij...", L, cov, tL) + np.einsum("jp...,mp...,im...->ij...", L, cov, tL)
        if np.any(np.isfinite(P)):
            # derivative of mc0: <c_i> over the task
            tmc0 = tbase0
            # derivative of G0: <c_i c_j> over the task
            tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
            # derivative of mc1: <c_i> over the task
            tmc1 = tbase1
            tmc1 = tmc1 + np.einsum("m...,im...->i...", mean, tL1)
            # derivative of G1: <c_i c_j> over the task
            tG1 = mc1[:, None]*tmc1[None] + mc1[None]*tmc1[:, None]
            tG1 = tG1 + np.einsum("im...,mp...,jp...->ij...", L1, cov, tL1) + np.einsum("jp...,mp...,im...->ij...", L1, cov, tL1)
            # derivative of B2: <d_k d_l> averaged over the task
            tB2 = eta_w**2*noise**2*tI2[:K, :K]
            tB2 = tB2 + eta_w**2 * (np.einsum("ij...,klij...->kl...", G0, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("ij...,klij...->kl...", tG0, I_g0g0g0g0[:K, :K, :, :]))
            # derivative of P2: <c_i c_j> minus its value at P -> infinity
            tP2 = np.empty((S, S, *along))
            tP2[:K, :K] = p21*tB2 + p22*tG1[:K, :K]
            tP2[:K, K:] = np.full((K, M, *batch), 0.0)
            tP2[K:, :K] = np.swapaxes(tP2[:K, K:], 0, 1)
            tP2[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of eps_g_adapted: loss on fresh data after adaptation
        teps_g_adapted = 0.5 * (np.einsum("ij...,ij...->...", G, tI2) + np.einsum("ij...,ij...->...", I2, tG))
        if np.any(np.isfinite(P)):
            teps_g_adapted = teps_g_adapted + 0.5 * (np.einsum("ij...,ij...->...", I2, tP2) + np.einsum("ij...,ij...->...", P2, tI2))
    return teps_g_adapted
