"""SGD of a network whose output is a mean over its units

Emitted by orderode 0.1.0 from the system mean_field_fluctuations, digest ef41786278ce696f. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Veiga, Stephan, Loureiro, Krzakala, Zdeborova, arXiv 2202.00293

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = K^(-1) sum_k w_k g(lambda_k), y = M^(-1) sum_m u_m g(beta_m)
    heads         in c = (w, -u), c0 and c1 the heads are multiplied by what they weigh in the loss: w by K^(-1), u by M^(-1)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - (y + noise*zeta))^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "ef41786278ce696f"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none

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


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
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


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (K, M, K, M, ...), DRQ (K, M, K, K, ...), DRw (K, M, K, ...), DQQ (K, K, K, K, ...), DQw (K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    noise = parameters.noise
    V = parameters.V
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
        # 1/sqrt(C[k, k] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]**2
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        if np.any(np.isfinite(V)):
            # covariance of the fields with the Gaussian weight of k, l absorbed
            C2 = C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2
            # 1/sqrt(C2[k, l, i, i] + 1)
            r2 = 1.0 / np.sqrt(np.einsum("klii...->kli...", C2) + 1)
            # covariance of the fields with the Gaussian weight of k, l, i absorbed
            C3 = -C2[:, :, :, :, None]*C2[:, :, :, None]*r2[:, :, :, None, None]**2 + C2[:, :, None]
            # 1/sqrt(C3[k, l, i, j, j] + 1)
            r3 = 1.0 / np.sqrt(np.einsum("klijj...->klij...", C3) + 1)
            # covariance of the fields with the Gaussian weight of k, l, a, i absorbed
            C4 = -C3[:, :, :K, :, :][:, :, :, :, :, None]*C3[:, :, :K, :, :][:, :, :, :, None]*r3[:, :, :K, :][:, :, :, :, None, None]**2 + C3[:, :, :K, :, :][:, :, :, None]
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:, None, None]*r1[:, None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin(C2*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*r1[:, :K][:, :, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields
            I_g1g1g1g1 = 0.4052847345693511 * 1.0 / np.sqrt(np.einsum("klabb...->klab...", C3[:, :, :K, :K, :K]) + 1)*r0[:, None, None, None]*r1[:, :K][:, :, None, None]*r2[:, :, :K][:, :, :, None]
            # 1/sqrt(C4[k, l, a, i, j, j] + 1)
            r4 = 1.0 / np.sqrt(np.einsum("klaijj...->klaij...", C4) + 1)
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j)> over the fields
            I_g1g1g1g1g0g0 = 0.25801227546559591 * np.arcsin(C4[:, :, :, :K, :, :]*r4[:, :, :, :K, :][:, :, :, :, :, None]*r4[:, :, :, :K, :][:, :, :, :, None])*r0[:, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None]*r2[:, :, :K][:, :, :, None, None, None]*r3[:, :, :K, :K][:, :, :, :, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1g1g0g0g0g0 = 0.4052847345693511 * _joint4(np.einsum("klabii...->klabi...", C4[:, :, :, :K, :, :])[:, :, :, :, :, None, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, None], np.einsum("klabjj...->klabj...", C4[:, :, :, :K, :, :])[:, :, :, :, None, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, None], np.einsum("klabrr...->klabr...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, None], np.einsum("klabss...->klabs...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, None])*r0[:, None, None, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None, None, None]*r2[:, :, :K][:, :, :, None, None, None, None, None]*r3[:, :, :K, :K][:, :, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j)> over the fields
            I_g1g1g1xg0 = 0.4052847345693511 * C3[:, :, :K, :, :]*r0[:, None, None, None, None]*r1[:, :K][:, :, None, None, None]*r2[:, :, :K][:, :, :, None, None]*r3[:, :, :K, :][:, :, :, None]
            # asin(C4[k, l, a, i, j, r]*r4[k, l, a, i, j]*r4[k, l, a, i, r])
            r5 = np.arcsin(C4*r4[:, :, :, :, :, None]*r4[:, :, :, :, None])
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1xg0g0g0 = 0.50794908747392775 * (0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, :, None, None]*r3[:, :, :K, :][:, :, :, None, :, None, None]*r5[:, :, :, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, :, None]*r3[:, :, :K, :][:, :, :, None, None, :, None]*np.einsum("klarjs...->klajrs...", r5)[:, :, :, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, None]*r3[:, :, :K, :][:, :, :, None, None, None]*np.einsum("klasjr...->klajrs...", r5)[:, :, :, None])*r0[:, None, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None, None]*r2[:, :, :K][:, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) z_i z_j> over the fields
            I_g1g1xx = 0.63661977236758138 * C2*r0[:, None, None, None]*r1[:, :K][:, :, None, None]
            # asin(C2[k, l, i, j]*r2[k, l, i]*r2[k, l, j])
            r6 = np.arcsin(C2*r2[:, :, :, None]*r2[:, :, None])
            # <g'(z_k) g'(z_l) z_i z_j g(z_r) g(z_s)> over the fields
            I_g1g1xxg0g0 = 0.63661977236758138 * (0.63661977236758138 * C2[:, :, :, :, None, None]*r6[:, :, None, None] + 0.63661977236758138 * C2[:, :, :, None, :, None]*np.einsum("klrjs...->kljrs...", C3)[:, :, None]*r2[:, :, None, None, :, None]*r3[:, :, None, None] + 0.63661977236758138 * C2[:, :, :, None, None]*np.einsum("klsjr...->kljrs...", C3)[:, :, None]*r2[:, :, None, None, None]*np.einsum("klsr...->klrs...", r3)[:, :, None, None])*r0[:, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:, None]
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0/K
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)/M
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
        dw0 = np.full((K, *batch), 0.0)
        if np.any(np.isfinite(V)):
            # <c_i c_j> over tasks and support sets
            M2 = G0
            # <c_i c_j c_r> over tasks and support sets
            M3 = G0[:, :, None]*mc0[None, None] + G0[:, None]*mc0[None, :, None] + G0[None]*mc0[:, None, None] - 2.0 * mc0[:, None, None]*mc0[None, :, None]*mc0[None, None]
        # <c_i c_j c_r c_s> over tasks and support sets
        M4 = G0[:, :, None, None]*G0[None, None] + G0[:, None, :, None]*G0[None, :, None] + G0[:, None, None]*G0[None, :, :, None] - 2.0 * mc0[:, None, None, None]*mc0[None, :, None, None]*mc0[None, None, :, None]*mc0[None, None, None]
        if kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,rp...,sp...->ijrs...", kappa, L0, L0, L0, L0, optimize=True)
        if np.any(np.isfinite(V)):
            # cumulant of c_k c_i
            K2 = M2[:K, :] - mc0[None]*mc0[:K][:, None]
            # cumulant of c_k c_i c_j
            K3 = -K2[:, :, None]*mc0[None, None] - K2[:, None]*mc0[None, :, None] - M2[None]*mc0[:K][:, None, None] + M3[:K, :, :]
            # cumulant of c_k c_i c_j c_r
            K4 = -K2[:, :, None, None]*M2[None, None] - K2[:, None, :, None]*M2[None, :, None] - K2[:, None, None]*M2[None, :, :, None] - K3[:, :, :, None]*mc0[None, None, None] - K3[:, :, None]*mc0[None, None, :, None] - K3[:, None]*mc0[None, :, None, None] - M3[None]*mc0[:K][:, None, None, None] + M4[:K, :, :, :]
            # <c_k c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out
            M5 = K2[:, :, None, None, None]*M3[None, None] + K2[:, None, :, None, None]*M3[None, :, None] + K2[:, None, None, :, None]*M3[None, :, :, None] + K2[:, None, None, None]*M3[None, :, :, :, None] + K3[:, :, :, None, None]*M2[None, None, None] + K3[:, :, None, :, None]*M2[None, None, :, None] + K3[:, :, None, None]*M2[None, None, :, :, None] + K3[:, None, :, :, None]*M2[None, :, None, None] + K3[:, None, :, None]*M2[None, :, None, :, None] + K3[:, None, None]*M2[None, :, :, None, None] + K4[:, :, :, :, None]*mc0[None, None, None, None] + K4[:, :, :, None]*mc0[None, None, None, :, None] + K4[:, :, None]*mc0[None, None, :, None, None] + K4[:, None]*mc0[None, :, None, None, None] + M4[None]*mc0[:K][:, None, None, None, None]
            # <c_k c_l c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out
            M6 = K2[:, None, :, None, None, None]*M4[:K, :, :, :][None, :, None] + K2[:, None, None, :, None, None]*M4[:K, :, :, :][None, :, :, None] + K2[:, :K][:, :, None, None, None, None]*M4[None, None] + K2[:, None, None, None, :, None]*M4[:K, :, :, :][None, :, :, :, None] + K2[:, None, None, None, None]*M4[:K, :, :, :][None, :, :, :, :, None] + K3[:, None, :, :, None, None]*M3[:K, :, :][None, :, None, None] + K3[:, None, :, None, :, None]*M3[:K, :, :][None, :, None, :, None] + K3[:, None, :, None, None]*M3[:K, :, :][None, :, None, :, :, None] + K3[:, None, None, :, :, None]*M3[:K, :, :][None, :, :, None, None] + K3[:, None, None, :, None]*M3[:K, :, :][None, :, :, None, :, None] + K3[:, :K, :][:, :, :, None, None, None]*M3[None, None, None] + K3[:, :K, :][:, :, None, :, None, None]*M3[None, None, :, None] + K3[:, :K, :][:, :, None, None, :, None]*M3[None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None]*M3[None, None, :, :, :, None] + K3[:, None, None, None]*M3[:K, :, :][None, :, :, :, None, None] + K4[:, None, :, :, :, None]*M2[:K, :][None, :, None, None, None] + K4[:, None, :, :, None]*M2[:K, :][None, :, None, None, :, None] + K4[:, None, :, None]*M2[:K, :][None, :, None, :, None, None] + K4[:, None, None]*M2[:K, :][None, :, :, None, None, None] + K4[:, :K, :, :][:, :, :, :, None, None]*M2[None, None, None, None] + K4[:, :K, :, :][:, :, :, None, :, None]*M2[None, None, None, :, None] + K4[:, :K, :, :][:, :, :, None, None]*M2[None, None, None, :, :, None] + K4[:, :K, :, :][:, :, None, :, :, None]*M2[None, None, :, None, None] + K4[:, :K, :, :][:, :, None, :, None]*M2[None, None, :, None, :, None] + K4[:, :K, :, :][:, :, None, None]*M2[None, None, :, :, None, None] + M5[None]*mc0[:K][:, None, None, None, None, None]
            # <c_k c_l c_a c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out
            M7 = np.einsum("ak...->ka...", K2[:, :K])[:, None, :, None, None, None, None]*M5[None, :, None] + K2[:, None, None, :, None, None, None]*np.einsum("aljrs...->lajrs...", M5[:, :K, :, :, :])[None, :, :, None] + K2[:, None, None, None, :, None, None]*np.einsum("alirs...->lairs...", M5[:, :K, :, :, :])[None, :, :, :, None] + K2[:, :K][:, :, None, None, None, None, None]*M5[None, None] + K2[:, None, None, None, None, :, None]*np.einsum("alijs...->laijs...", M5[:, :K, :, :, :])[None, :, :, :, :, None] + K2[:, None, None, None, None, None]*np.einsum("alijr...->laijr...", M5[:, :K, :, :, :])[None, :, :, :, :, :, None] + np.einsum("aki...->kai...", K3[:, :K, :])[:, None, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None] + np.einsum("akj...->kaj...", K3[:, :K, :])[:, None, :, None, :, None, None]*M4[:K, :, :, :][None, :, None, :, None] + np.einsum("akl...->kla...", K3[:, :K, :K])[:, :, :, None, None, None, None]*M4[None, None, None] + np.einsum("akr...->kar...", K3[:, :K, :])[:, None, :, None, None, :, None]*M4[:K, :, :, :][None, :, None, :, :, None] + np.einsum("aks...->kas...", K3[:, :K, :])[:, None, :, None, None, None]*M4[:K, :, :, :][None, :, None, :, :, :, None] + K3[:, None, None, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None] + K3[:, None, None, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None] + K3[:, None, None, :, None, None]*M4[:K, :K, :, :][None, :, :, None, :, :, None] + K3[:, None, None, None, :, :, None]*M4[:K, :K, :, :][None, :, :, :, None, None] + K3[:, None, None, None, :, None]*M4[:K, :K, :, :][None, :, :, :, None, :, None] + K3[:, :K, :][:, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, :, None] + K3[:, :K, :][:, :, None, None, :, None, None]*M4[:K, :, :, :][None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None, :, None]*M4[:K, :, :, :][None, None, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None]*M4[:K, :, :, :][None, None, :, :, :, :, None] + K3[:, None, None, None, None]*M4[:K, :K, :, :][None, :, :, :, :, None, None] + np.einsum("akij...->kaij...", K4[:, :K, :, :])[:, None, :, :, :, None, None]*M3[:K, :, :][None, :, None, None, None] + np.einsum("akir...->kair...", K4[:, :K, :, :])[:, None, :, :, None, :, None]*M3[:K, :, :][None, :, None, None, :, None] + np.einsum("akis...->kais...", K4[:, :K, :, :])[:, None, :, :, None, None]*M3[:K, :, :][None, :, None, None, :, :, None] + np.einsum("akjr...->kajr...", K4[:, :K, :, :])[:, None, :, None, :, :, None]*M3[:K, :, :][None, :, None, :, None, None] + np.einsum("akjs...->kajs...", K4[:, :K, :, :])[:, None, :, None, :, None]*M3[:K, :, :][None, :, None, :, None, :, None] + np.einsum("akli...->klai...", K4[:, :K, :K, :])[:, :, :, :, None, None, None]*M3[None, None, None, None] + np.einsum("aklj...->klaj...", K4[:, :K, :K, :])[:, :, :, None, :, None, None]*M3[None, None, None, :, None] + np.einsum("aklr...->klar...", K4[:, :K, :K, :])[:, :, :, None, None, :, None]*M3[None, None, None, :, :, None] + np.einsum("akls...->klas...", K4[:, :K, :K, :])[:, :, :, None, None, None]*M3[None, None, None, :, :, :, None] + np.einsum("akrs...->kars...", K4[:, :K, :, :])[:, None, :, None, None]*M3[:K, :, :][None, :, None, :, :, None, None] + K4[:, None, None, :, :, :, None]*M3[:K, :K, :][None, :, :, None, None, None] + K4[:, None, None, :, :, None]*M3[:K, :K, :][None, :, :, None, None, :, None] + K4[:, None, None, :, None]*M3[:K, :K, :][None, :, :, None, :, None, None] + K4[:, None, None, None]*M3[:K, :K, :][None, :, :, :, None, None, None] + K4[:, :K, :, :][:, :, None, :, :, None, None]*M3[:K, :, :][None, None, :, None, None] + K4[:, :K, :, :][:, :, None, :, None, :, None]*M3[:K, :, :][None, None, :, None, :, None] + K4[:, :K, :, :][:, :, None, :, None, None]*M3[:K, :, :][None, None, :, None, :, :, None] + K4[:, :K, :, :][:, :, None, None, :, :, None]*M3[:K, :, :][None, None, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, :, None]*M3[:K, :, :][None, None, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, None]*M3[:K, :, :][None, None, :, :, :, None, None] + M6[None]*mc0[:K][:, None, None, None, None, None, None]
            # <c_k c_l c_a c_b c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out
            M8 = np.einsum("ak...->ka...", K2[:, :K])[:, None, :, None, None, None, None, None]*M6[None, :, None] + np.einsum("bk...->kb...", K2[:, :K])[:, None, None, :, None, None, None, None]*M6[None, :, :, None] + K2[:, None, None, None, :, None, None, None]*np.einsum("abljrs...->labjrs...", M6[:, :, :K, :, :, :])[None, :, :, :, None] + K2[:, None, None, None, None, :, None, None]*np.einsum("ablirs...->labirs...", M6[:, :, :K, :, :, :])[None, :, :, :, :, None] + K2[:, :K][:, :, None, None, None, None, None, None]*M6[None, None] + K2[:, None, None, None, None, None, :, None]*np.einsum("ablijs...->labijs...", M6[:, :, :K, :, :, :])[None, :, :, :, :, :, None] + K2[:, None, None, None, None, None, None]*np.einsum("ablijr...->labijr...", M6[:, :, :K, :, :, :])[None, :, :, :, :, :, :, None] + np.einsum("akb...->kab...", K3[:, :K, :K])[:, None, :, :, None, None, None, None]*M5[None, :, None, None] + np.einsum("aki...->kai...", K3[:, :K, :])[:, None, :, None, :, None, None, None]*np.einsum("bljrs...->lbjrs...", M5[:, :K, :, :, :])[None, :, None, :, None] + np.einsum("akj...->kaj...", K3[:, :K, :])[:, None, :, None, None, :, None, None]*np.einsum("blirs...->lbirs...", M5[:, :K, :, :, :])[None, :, None, :, :, None] + np.einsum("akl...->kla...", K3[:, :K, :K])[:, :, :, None, None, None, None, None]*M5[None, None, None] + np.einsum("akr...->kar...", K3[:, :K, :])[:, None, :, None, None, None, :, None]*np.einsum("blijs...->lbijs...", M5[:, :K, :, :, :])[None, :, None, :, :, :, None] + np.einsum("aks...->kas...", K3[:, :K, :])[:, None, :, None, None, None, None]*np.einsum("blijr...->lbijr...", M5[:, :K, :, :, :])[None, :, None, :, :, :, :, None] + np.einsum("bki...->kbi...", K3[:, :K, :])[:, None, None, :, :, None, None, None]*np.einsum("aljrs...->lajrs...", M5[:, :K, :, :, :])[None, :, :, None, None] + np.einsum("bkj...->kbj...", K3[:, :K, :])[:, None, None, :, None, :, None, None]*np.einsum("alirs...->lairs...", M5[:, :K, :, :, :])[None, :, :, None, :, None] + np.einsum("bkl...->klb...", K3[:, :K, :K])[:, :, None, :, None, None, None, None]*M5[None, None, :, None] + np.einsum("bkr...->kbr...", K3[:, :K, :])[:, None, None, :, None, None, :, None]*np.einsum("alijs...->laijs...", M5[:, :K, :, :, :])[None, :, :, None, :, :, None] + np.einsum("bks...->kbs...", K3[:, :K, :])[:, None, None, :, None, None, None]*np.einsum("alijr...->laijr...", M5[:, :K, :, :, :])[None, :, :, None, :, :, :, None] + K3[:, None, None, None, :, :, None, None]*np.einsum("albrs...->labrs...", M5[:, :K, :K, :, :])[None, :, :, :, None, None] + K3[:, None, None, None, :, None, :, None]*np.einsum("albjs...->labjs...", M5[:, :K, :K, :, :])[None, :, :, :, None, :, None] + K3[:, None, None, None, :, None, None]*np.einsum("albjr...->labjr...", M5[:, :K, :K, :, :])[None, :, :, :, None, :, :, None] + K3[:, None, None, None, None, :, :, None]*np.einsum("albis...->labis...", M5[:, :K, :K, :, :])[None, :, :, :, :, None, None] + K3[:, None, None, None, None, :, None]*np.einsum("albir...->labir...", M5[:, :K, :K, :, :])[None, :, :, :, :, None, :, None] + K3[:, :K, :][:, :, None, None, :, None, None, None]*M5[:, :K, :, :, :][None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None, :, None, None]*M5[:, :K, :, :, :][None, None, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None, :, None]*M5[:, :K, :, :, :][None, None, :, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None, None]*M5[:, :K, :, :, :][None, None, :, :, :, :, :, None] + K3[:, None, None, None, None, None]*np.einsum("albij...->labij...", M5[:, :K, :K, :, :])[None, :, :, :, :, :, None, None] + np.einsum("akbi...->kabi...", K4[:, :K, :K, :])[:, None, :, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None, None] + np.einsum("akbj...->kabj...", K4[:, :K, :K, :])[:, None, :, :, None, :, None, None]*M4[:K, :, :, :][None, :, None, None, :, None] + np.einsum("akbr...->kabr...", K4[:, :K, :K, :])[:, None, :, :, None, None, :, None]*M4[:K, :, :, :][None, :, None, None, :, :, None] + np.einsum("akbs...->kabs...", K4[:, :K, :K, :])[:, None, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None, :, :, :, None] + np.einsum("akij...->kaij...", K4[:, :K, :, :])[:, None, :, None, :, :, None, None]*M4[:K, :K, :, :][None, :, None, :, None, None] + np.einsum("akir...->kair...", K4[:, :K, :, :])[:, None, :, None, :, None, :, None]*M4[:K, :K, :, :][None, :, None, :, None, :, None] + np.einsum("akis...->kais...", K4[:, :K, :, :])[:, None, :, None, :, None, None]*M4[:K, :K, :, :][None, :, None, :, None, :, :, None] + np.einsum("akjr...->kajr...", K4[:, :K, :, :])[:, None, :, None, None, :, :, None]*M4[:K, :K, :, :][None, :, None, :, :, None, None] + np.einsum("akjs...->kajs...", K4[:, :K, :, :])[:, None, :, None, None, :, None]*M4[:K, :K, :, :][None, :, None, :, :, None, :, None] + np.einsum("aklb...->klab...", K4[:, :K, :K, :K])[:, :, :, :, None, None, None, None]*M4[None, None, None, None] + np.einsum("akli...->klai...", K4[:, :K, :K, :])[:, :, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, None, :, None] + np.einsum("aklj...->klaj...", K4[:, :K, :K, :])[:, :, :, None, None, :, None, None]*M4[:K, :, :, :][None, None, None, :, :, None] + np.einsum("aklr...->klar...", K4[:, :K, :K, :])[:, :, :, None, None, None, :, None]*M4[:K, :, :, :][None, None, None, :, :, :, None] + np.einsum("akls...->klas...", K4[:, :K, :K, :])[:, :, :, None, None, None, None]*M4[:K, :, :, :][None, None, None, :, :, :, :, None] + np.einsum("akrs...->kars...", K4[:, :K, :, :])[:, None, :, None, None, None]*M4[:K, :K, :, :][None, :, None, :, :, :, None, None] + np.einsum("bkij...->kbij...", K4[:, :K, :, :])[:, None, None, :, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None, None] + np.einsum("bkir...->kbir...", K4[:, :K, :, :])[:, None, None, :, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, None, :, None] + np.einsum("bkis...->kbis...", K4[:, :K, :, :])[:, None, None, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None, :, :, None] + np.einsum("bkjr...->kbjr...", K4[:, :K, :, :])[:, None, None, :, None, :, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None, None] + np.einsum("bkjs...->kbjs...", K4[:, :K, :, :])[:, None, None, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None, :, None] + np.einsum("bkli...->klbi...", K4[:, :K, :K, :])[:, :, None, :, :, None, None, None]*M4[:K, :, :, :][None, None, :, None, None] + np.einsum("bklj...->klbj...", K4[:, :K, :K, :])[:, :, None, :, None, :, None, None]*M4[:K, :, :, :][None, None, :, None, :, None] + np.einsum("bklr...->klbr...", K4[:, :K, :K, :])[:, :, None, :, None, None, :, None]*M4[:K, :, :, :][None, None, :, None, :, :, None] + np.einsum("bkls...->klbs...", K4[:, :K, :K, :])[:, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, :, None, :, :, :, None] + np.einsum("bkrs...->kbrs...", K4[:, :K, :, :])[:, None, None, :, None, None]*M4[:K, :K, :, :][None, :, :, None, :, :, None, None] + K4[:, None, None, None, :, :, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, None, None] + K4[:, None, None, None, :, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, None, :, None] + K4[:, None, None, None, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, :, None, None] + K4[:, None, None, None, None]*M4[:K, :K, :K, :][None, :, :, :, :, None, None, None] + K4[:, :K, :, :][:, :, None, None, :, :, None, None]*M4[:K, :K, :, :][None, None, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, :, None, :, None]*M4[:K, :K, :, :][None, None, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, :, None, None]*M4[:K, :K, :, :][None, None, :, :, None, :, :, None] + K4[:, :K, :, :][:, :, None, None, None, :, :, None]*M4[:K, :K, :, :][None, None, :, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, None, :, None]*M4[:K, :K, :, :][None, None, :, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, None, None]*M4[:K, :K, :, :][None, None, :, :, :, :, None, None] + M7[None]*mc0[:K][:, None, None, None, None, None, None, None]
            # mean of sum_s a_k^s a_l^s
            mS = eta_J**2*noise**2*J2*M2[:K, :K]/V
            mS = mS + eta_J**2/V * np.einsum("klij...,klij...->kl...", I4, M4[:K, :K, :, :])
        # covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step
        ZZ = -A[:, :, None, None]*A[None, None]
        ZZ = ZZ + eta_J**2 * np.einsum("kir...,ljs...,klrs...->kilj...", I3, I3, M4[:K, :K, :, :])
        if np.any(np.isfinite(V)):
            ZZ = ZZ + eta_J**2*noise**2*np.einsum("klij...->kilj...", I_g1g1xx)*M2[:K, :K][:, None, :, None]/V
            ZZ = ZZ + eta_J**2/V * (np.einsum("klrs...,klijrs...->kilj...", M4[:K, :K, :, :], I_g1g1xxg0g0) + -1.0 * np.einsum("kir...,ljs...,klrs...->kilj...", I3, I3, M4[:K, :K, :, :]))
        # covariance of sum_s a_k^s z_i^s and N times the change of w0_l in one step
        ZY = -A[:, :, None]*dw0[None, None]
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        if np.any(np.isfinite(V)):
            # covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s in one step
            ZS = -A[:, :, None, None]*mS[None, None]
            ZS = ZS + eta_J**3/V**2 * (-1.0 * np.einsum("kaljrs...,klaijrs...->kila...", M6[:, :, :K, :, :, :], I_g1g1g1xg0g0g0) + np.einsum("kij...,lars...,kaljrs...->kila...", I3, I4, M6[:, :, :K, :, :, :]))
            ZS = ZS + -eta_J**3/V * np.einsum("kij...,lars...,kaljrs...->kila...", I3, I4, M6[:, :, :K, :, :, :])
            ZS = ZS + eta_J**3*noise**2/V**2 * (-3.0 * np.einsum("klaj...,klaij...->kila...", M4[:K, :K, :K, :], I_g1g1g1xg0) + np.einsum("la...,kij...,klaj...->kila...", J2, I3, M4[:K, :K, :K, :]))
            ZS = ZS + -eta_J**3*noise**2*J2[None, None]/V * np.einsum("kij...,klaj...->kila...", I3, M4[:K, :K, :K, :])
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step
            YS = -dw0[:, None, None]*mS[None]
            # covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step
            SS = -mS[None, None]*mS[:, :, None, None] + eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*M4[:K, :K, :K, :K]/V**2 + 3.0 * eta_J**4*noise**4*I_g1g1g1g1*M4[:K, :K, :K, :K]/V**3 - eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*M4[:K, :K, :K, :K]/V**3
            SS = SS + eta_J**4/V**3 * (np.einsum("klabijrs...,klabijrs...->klab...", I_g1g1g1g1g0g0g0g0, M8) + -1.0 * np.einsum("abrs...,klij...,klabijrs...->klab...", I4, I4, M8))
            SS = SS + eta_J**4/V**2 * np.einsum("abrs...,klij...,klabijrs...->klab...", I4, I4, M8)
            SS = SS + eta_J**4*noise**2/V**3 * (6.0 * np.einsum("klabij...,abklij...->klab...", I_g1g1g1g1g0g0, M6[:, :, :K, :K, :, :]) + -1.0 * np.einsum("ab...,klij...,abklij...->klab...", J2, I4, M6[:, :, :K, :K, :, :]) + -1.0 * np.einsum("kl...,abij...,abklij...->klab...", J2, I4, M6[:, :, :K, :K, :, :]))
            SS = SS + eta_J**4*noise**2/V**2 * (np.einsum("ab...,klij...,abklij...->klab...", J2, I4, M6[:, :, :K, :K, :, :]) + np.einsum("kl...,abij...,abklij...->klab...", J2, I4, M6[:, :, :K, :K, :, :]))
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
            DQQ = DQQ + SS + np.einsum("abkl...->klab...", ZS[:, :K, :, :]) + np.einsum("bakl...->klab...", ZS[:, :K, :, :]) + ZS[:, :K, :, :] + np.einsum("lkab...->klab...", ZS[:, :K, :, :])
        # covariance of N dQ_kl and N dw0_a in one step
        DQw = ZY[:, :K, :] + np.einsum("lka...->kla...", ZY[:, :K, :])
        if np.any(np.isfinite(V)):
            DQw = DQw + np.einsum("akl...->kla...", YS)
    return DRR, DRQ, DRw, DQQ, DQw, Dww


def tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of d state/d alpha in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_J = parameters.eta_J
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
        # 1/sqrt(C[k, k] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]**2
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:, None, None]*r1[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1)[:, None] - C1[:, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*r1[:, :K][:, :, None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:, None]
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0/K
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)/M
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
        # derivative of r0: 1/sqrt(C[k, k] + 1)
        tr0 = -0.5 * r0**3*np.einsum("kk...->k...", tC[:K, :K])
        # derivative of C1: covariance of the fields with the Gaussian weight of k absorbed
        tC1 = -2.0 * C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]*tr0[:, None, None] - C[:K, :][:, :, None]*r0[:, None, None]**2*tC[:K, :][:, None] - C[:K, :][:, None]*r0[:, None, None]**2*tC[:K, :][:, :, None] + tC[None]
        # derivative of r1: 1/sqrt(C1[k, i, i] + 1)
        tr1 = -0.5 * r1**3*np.einsum("kii...->ki...", tC1)
        # derivative of I3: <g'(z_k) z_i g(z_j)> over the fields
        tI3 = 0.63661977236758138 * C1*r0[:, None, None]*tr1[:, None] + 0.63661977236758138 * C1*r1[:, None]*tr0[:, None, None] + 0.63661977236758138 * r0[:, None, None]*r1[:, None]*tC1
        if np.any(np.isfinite(V)):
            # derivative of r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            tr2 = -0.5 * (-2.0 * C1[:, :K, :]**2*r1[:, :K][:, :, None]*tr1[:, :K][:, :, None] - 2.0 * C1[:, :K, :]*r1[:, :K][:, :, None]**2*tC1[:, :K, :] + np.einsum("kii...->ki...", tC1)[:, None])*r2**3
            # derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            tI4 = 0.4052847345693511 * ((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*tr2[:, :, None] + (C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, None]*tr2[:, :, :, None] + (-2.0 * C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]*tr1[:, :K][:, :, None, None] - C1[:, :K, :][:, :, :, None]*r1[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, None] - C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, :, None] + tC1[:, None])*r2[:, :, :, None]*r2[:, :, None])*1.0 / np.sqrt(-(C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)**2*r2[:, :, :, None]**2*r2[:, :, None]**2 + 1)*r0[:, None, None, None]*r1[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*tr1[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r1[:, :K][:, :, None, None]*tr0[:, None, None, None]
            # derivative of J2: <g'(z_k) g'(z_l)> over the fields
            tJ2 = -0.31830988618379069 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)**3*r0[:, None]*np.einsum("kll...->kl...", tC1[:, :K, :K]) + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*tr0[:, None]
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0/K
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        tA = -eta_J * (np.einsum("kj...,kij...->ki...", G0[:K, :], tI3) + np.einsum("kj...,kij...->ki...", tG0[:K, :], I3))
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*noise**2*G0[:K, :K]*tJ2/V + eta_J**2*noise**2*J2*tG0[:K, :K]/V
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
        tdw0 = np.full((K, *batch), 0.0)
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
        base0[:K] = w0/K
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)/M
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
        # derivative of r0: 1/sqrt(C[i, i] + 1)
        tr0 = -0.5 * r0**3*np.einsum("ii...->i...", tC)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = 0.63661977236758138 * (C*r0[:, None]*tr0[None] + C*r0[None]*tr0[:, None] + r0[:, None]*r0[None]*tC)*1.0 / np.sqrt(-C**2*r0[:, None]**2*r0[None]**2 + 1)
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0/K
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of eps_g: loss on fresh data
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G0, tI2) + np.einsum("ij...,ij...->...", I2, tG0))
    return teps_g
