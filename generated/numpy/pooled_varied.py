"""Pooled training on the task stream, adapted only at test time; teachers vary with the task

Emitted by orderode 0.1.0 from the system pooled_varied, digest a8da87377f14f482. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    teachers      a task's is B + spread Xi, Xi i.i.d. N(0, 1) and the same for its support and query set; R and T are overlaps with B
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): left out: no part of it is known where the teacher varies with the task

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "a8da87377f14f482"
HEAD_START = 0.0  # of the elements of w0 at alpha = 0, where a problem gives none

#: scales t of the couplings: nodes of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions
n_path = 10
_PATH = np.array(
    [
        0.15695732645063498, 0.35226839947456207, 0.53050523985520426, 0.68267137058293004,
        0.80347745925294034, 0.8913194525585042, 0.94838578349890046, 0.98022720723965429,
        0.99456341776548074, 0.99927079955520715,
    ]
)

#: weights of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions
_PATH_WEIGHT = np.array(
    [
        0.19927364793410826, 0.18864007392816537, 0.16637479230733504, 0.13707026388755236,
        0.10427193603945759, 0.071783423926572845, 0.043294000664199653, 0.021709744436756509,
        0.0083189643898639466, 0.0020597150876994308,
    ]
)

#: strengths of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most
n_fine = 7
_FINE = np.array(
    [
        1.0110464369533159, 1.0969923449326693, 1.2556771668737854, 1.460560479906744,
        1.6745730670733887, 1.8568793338110265, 1.9716452434570688,
    ]
)

#: weights of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most
_FINE_WEIGHT = np.array(
    [
        -0.26391745202300493, -0.23413868502848809, -0.18775023983578937, -0.13887062175827453,
        -0.09481851314563873, -0.056907584804985825, -0.02359690340381855,
    ]
)


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_w: float  # rate of the inner loop
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    P: float = np.inf  # samples in the support set; np.inf for the limit
    first_order: int = 0  # 1 keeps the first power of 1/P only, 0 keeps all of them
    inner_steps: int = 1  # steps of the inner loop
    mean: np.ndarray | None = None  # mean of the task vector (M); None: zero
    cov: np.ndarray | None = None  # its covariance (M, M); None: identity
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    spread: np.ndarray | None = None  # strength of the noise in the teacher's weights that is fresh for each task (M); None: zero


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


def _joint4(v00, v01, v02, v03, v11, v12, v13, v22, v23, v33):
    """Average of g over 4 fields, of their covariance: upper triangle, row by row."""
    total = 0.0
    for t in range(n_path):
        a00 = v00 + 1
        a01 = v01
        a02 = v02*_PATH[t]
        a03 = v03*_PATH[t]
        a11 = v11 + 1
        a12 = v12*_PATH[t]
        a13 = v13*_PATH[t]
        a22 = v22 + 1
        a23 = v23
        a33 = v33 + 1
        x0 = a02**2
        x1 = a00*a23
        x2 = a01*a22
        x3 = a12**2
        x4 = a01**2
        x5 = 1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)
        x6 = a23**2
        x7 = a03**2
        x8 = 1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)
        x9 = 0.4052847345693511 * _PATH_WEIGHT[t]
        x10 = a00*a33
        x11 = a01*a23
        x12 = a01*a33
        x13 = a13**2
        x14 = 1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)
        x15 = a11*a22
        x16 = a11*a23
        x17 = 1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)
        total = total + v02*x9*1.0 / np.sqrt(a00*a22 - x0)*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*1.0 / np.sqrt(x10 - x7)*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*1.0 / np.sqrt(x15 - x3)*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*1.0 / np.sqrt(a11*a33 - x13)*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12))
    return total + 0.4052847345693511 * np.arcsin(v01*1.0 / np.sqrt(v00 + 1)*1.0 / np.sqrt(v11 + 1))*np.arcsin(v23*1.0 / np.sqrt(v22 + 1)*1.0 / np.sqrt(v33 + 1))


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1 = -C[:, :, None]*C[:, None]*r0[:, None, None]**2 + C[None]
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1[:K, :, :]*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :])[:, None] - C1[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:K, :, :][:, None] - C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
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
        if np.any(np.isfinite(V)) and kurtosis is not None:
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
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*noise**2*G0[:K, :K]*J2[:K, :K]/V
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True)
        # X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise
        X = -eta_J*G0[:K, K:]*J2[:K, K:]*spread[None]**2
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:] - X
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data before adaptation; shape of the batch."""
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
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
        # loss on fresh data before adaptation
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G0, I2)
    return eps_g


def eps_g_adapted(R, Q, w0, T, parameters):
    """loss on fresh data after adaptation; shape of the batch."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    P = parameters.P
    inner_steps = parameters.inner_steps
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if np.any(np.isfinite(P)) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
        if np.any(np.isfinite(P)):
            # 1/sqrt(C[i, i]*fine[x] + 1)
            r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C)[:, None]*fine[None] + 1)
            # 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1)
            r1 = 1.0 / np.sqrt(-C[:, :, None]**2*fine[None, None]*r0[:, None]**2 + np.einsum("jj...->j...", C)[None, :, None] + 1)
            # <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
            I_eg0g0_fff = np.zeros((S, S, S, *batch))
            for x in range(n_fine):
                I_eg0g0_fff = I_eg0g0_fff + 0.63661977236758138 * np.arcsin((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2 + C[None])*r1[:, :, x][:, :, None]*r1[:, :, x][:, None])*fine_weight[x][None, None, None]*r0[:, x][:, None, None]
        # 1/sqrt(C[i, i] + 1)
        r2 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r2[:, None]*r2[None])
        if np.any(np.isfinite(P)):
            # asin(C[i, j]*r2[i]*r2[j])
            r3 = np.arcsin(C*r2[:, None]*r2[None])
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
            I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            twice = I_eg0g0_fff + 0.63661977236758138 * r3[None]
            for i in range(S):
                I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
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
        # loss on fresh data after adaptation
        eps_g_adapted = 0.5 * np.einsum("ij...,ij...->...", G, I2)
        if np.any(np.isfinite(P)):
            eps_g_adapted = eps_g_adapted + 0.5 * np.einsum("ij...,ij...->...", I2, P2)
    return eps_g_adapted
