"""Feedback alignment: a fixed vector in place of the head in the step of the first layer

Emitted by orderode 0.1.0 from the system feedback_alignment_fluctuations, digest c3292c33aef7fd92. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Refinetti, d'Ascoli, Ohana, Goldt, arXiv 2011.12428

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
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

DIGEST = "c3292c33aef7fd92"
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
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    mean: np.ndarray | None = None  # mean of the task vector (M); None: all 1
    cov: np.ndarray | None = None  # its covariance (M, M); None: zero
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    feedback: np.ndarray | None = None  # what the error comes back to a unit with (K); None: all 1


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
    eta_0 = parameters.eta_0
    noise = parameters.noise
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    feedback = _with_batch(np.full(K, 1.0) if parameters.feedback is None else parameters.feedback, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:K][:, None, None]**2
        # 1/sqrt(C1[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        if np.any(np.isfinite(V)):
            # covariance of the fields with the Gaussian weight of k, i absorbed
            C2 = -C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None]
            # 1/sqrt(C2[k, i, j, j] + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kijj...->kij...", C2) + 1)
            # covariance of the fields with the Gaussian weight of k, l, i absorbed
            C3 = -C2[:, :K, :, :][:, :, :, :, None]*C2[:, :K, :, :][:, :, :, None]*r2[:, :K, :][:, :, :, None, None]**2 + C2[:, :K, :, :][:, :, None]
            # 1/sqrt(C3[k, l, i, j, j] + 1)
            r3 = 1.0 / np.sqrt(np.einsum("klijj...->klij...", C3) + 1)
            # covariance of the fields with the Gaussian weight of k, l, a, i absorbed
            C4 = -C3[:, :, :K, :, :][:, :, :, :, :, None]*C3[:, :, :K, :, :][:, :, :, :, None]*r3[:, :, :K, :][:, :, :, :, None, None]**2 + C3[:, :, :K, :, :][:, :, :, None]
            # 1/sqrt(C[i, i]*fine[x] + 1)
            r4 = 1.0 / np.sqrt(np.einsum("ii...->i...", C)[:, None]*fine[None] + 1)
            # 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1)
            r5 = 1.0 / np.sqrt(-C[:, :, None]**2*fine[None, None]*r4[:, None]**2 + np.einsum("jj...->j...", C)[None, :, None] + 1)
            # <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
            I_eg0g0_fff = np.zeros((S, S, S, *batch))
            for x in range(n_fine):
                I_eg0g0_fff = I_eg0g0_fff + 0.63661977236758138 * np.arcsin((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2 + C[None])*r5[:, :, x][:, :, None]*r5[:, :, x][:, None])*fine_weight[x][None, None, None]*r4[:, x][:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin(C2[:, :K, :, :]*r2[:, :K, :][:, :, :, None]*r2[:, :K, :][:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
            # asin(C[i, j]*r0[i]*r0[j])
            r6 = np.arcsin(C*r0[:, None]*r0[None])
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
            I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            twice = I_eg0g0_fff + 0.63661977236758138 * r6[None]
            for i in range(S):
                I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
            # <g'(z_k) g'(z_l) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g0g0g0g0 = 0.63661977236758138 * _joint4(np.einsum("klii...->kli...", C2[:, :K, :, :])[:, :, :, None, None, None], C2[:, :K, :, :][:, :, :, :, None, None], C2[:, :K, :, :][:, :, :, None, :, None], C2[:, :K, :, :][:, :, :, None, None], np.einsum("kljj...->klj...", C2[:, :K, :, :])[:, :, None, :, None, None], C2[:, :K, :, :][:, :, None, :, :, None], C2[:, :K, :, :][:, :, None, :, None], np.einsum("klrr...->klr...", C2[:, :K, :, :])[:, :, None, None, :, None], C2[:, :K, :, :][:, :, None, None], np.einsum("klss...->kls...", C2[:, :K, :, :])[:, :, None, None, None])*r0[:K][:, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields
            I_g1g1g1g1 = 0.4052847345693511 * 1.0 / np.sqrt(np.einsum("klabb...->klab...", C3[:, :, :K, :K, :K]) + 1)*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]*r2[:, :K, :K][:, :, :, None]
            # 1/sqrt(C4[k, l, a, i, j, j] + 1)
            r7 = 1.0 / np.sqrt(np.einsum("klaijj...->klaij...", C4) + 1)
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j)> over the fields
            I_g1g1g1g1g0g0 = 0.25801227546559591 * np.arcsin(C4[:, :, :, :K, :, :]*r7[:, :, :, :K, :][:, :, :, :, :, None]*r7[:, :, :, :K, :][:, :, :, :, None])*r0[:K][:, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None]*r2[:, :K, :K][:, :, :, None, None, None]*r3[:, :, :K, :K][:, :, :, :, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1g1g0g0g0g0 = 0.4052847345693511 * _joint4(np.einsum("klabii...->klabi...", C4[:, :, :, :K, :, :])[:, :, :, :, :, None, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, None], np.einsum("klabjj...->klabj...", C4[:, :, :, :K, :, :])[:, :, :, :, None, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, None], np.einsum("klabrr...->klabr...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, None], np.einsum("klabss...->klabs...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, None])*r0[:K][:, None, None, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None, None, None]*r2[:, :K, :K][:, :, :, None, None, None, None, None]*r3[:, :, :K, :K][:, :, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j)> over the fields
            I_g1g1g1xg0 = 0.4052847345693511 * C3[:, :, :K, :, :]*r0[:K][:, None, None, None, None]*r1[:, :K][:, :, None, None, None]*r2[:, :K, :K][:, :, :, None, None]*r3[:, :, :K, :][:, :, :, None]
            # asin(C4[k, l, a, i, j, r]*r7[k, l, a, i, j]*r7[k, l, a, i, r])
            r8 = np.arcsin(C4*r7[:, :, :, :, :, None]*r7[:, :, :, :, None])
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1xg0g0g0 = 0.50794908747392775 * (0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, :, None, None]*r3[:, :, :K, :][:, :, :, None, :, None, None]*r8[:, :, :, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, :, None]*r3[:, :, :K, :][:, :, :, None, None, :, None]*np.einsum("klarjs...->klajrs...", r8)[:, :, :, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, None]*r3[:, :, :K, :][:, :, :, None, None, None]*np.einsum("klasjr...->klajrs...", r8)[:, :, :, None])*r0[:K][:, None, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None, None]*r2[:, :K, :K][:, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) z_i z_j> over the fields
            I_g1g1xx = 0.63661977236758138 * C2[:, :K, :, :]*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
            # asin(C2[k, i, j, r]*r2[k, i, j]*r2[k, i, r])
            r9 = np.arcsin(C2*r2[:, :, :, None]*r2[:, :, None])
            # <g'(z_k) g'(z_l) z_i z_j g(z_r) g(z_s)> over the fields
            I_g1g1xxg0g0 = 0.63661977236758138 * (0.63661977236758138 * C2[:, :K, :, :][:, :, :, :, None, None]*r9[:, :K, :, :][:, :, None, None] + 0.63661977236758138 * C2[:, :K, :, :][:, :, :, None, :, None]*np.einsum("klrjs...->kljrs...", C3)[:, :, None]*r2[:, :K, :][:, :, None, None, :, None]*r3[:, :, None, None] + 0.63661977236758138 * C2[:, :K, :, :][:, :, :, None, None]*np.einsum("klsjr...->kljrs...", C3)[:, :, None]*r2[:, :K, :][:, :, None, None, None]*np.einsum("klsr...->klrs...", r3)[:, :, None, None])*r0[:K][:, None, None, None, None, None]*r1[:, :K][:, :, None, None, None, None]
            # <g'(z_k) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1xg0g0g0 = 0.79788456080286541 * (0.50794908747392775 * C1[:, :, :, None, None]*r1[:, None, :, None, None]*r9[:, None] + 0.50794908747392775 * C1[:, :, None, :, None]*r1[:, None, None, :, None]*np.einsum("krjs...->kjrs...", r9)[:, None] + 0.50794908747392775 * C1[:, :, None, None]*r1[:, None, None, None]*np.einsum("ksjr...->kjrs...", r9)[:, None])*r0[:K][:, None, None, None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:K][:, None]
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
        A = -eta_J*feedback[:, None] * np.einsum("j...,kij...->ki...", mc0, I3)
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        # <c_i c_j> over tasks and support sets
        M2 = G0
        if np.any(np.isfinite(V)):
            # <c_i c_j c_r> over tasks and support sets
            M3 = G0[:, :, None]*mc0[None, None] + G0[:, None]*mc0[None, :, None] + G0[None]*mc0[:, None, None] - 2.0 * mc0[:, None, None]*mc0[None, :, None]*mc0[None, None]
            # <c_i c_j c_r c_s> over tasks and support sets
            M4 = G0[:, :, None, None]*G0[None, None] + G0[:, None, :, None]*G0[None, :, None] + G0[:, None, None]*G0[None, :, :, None] - 2.0 * mc0[:, None, None, None]*mc0[None, :, None, None]*mc0[None, None, :, None]*mc0[None, None, None]
        if np.any(np.isfinite(V)) and kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,rp...,sp...->ijrs...", kappa, L0, L0, L0, L0, optimize=True)
        if np.any(np.isfinite(V)):
            # mean of sum_s a_k^s a_l^s
            mS = eta_J**2*noise**2*J2*feedback[:, None]*feedback[None]/V
            mS = mS + eta_J**2*feedback[:, None]*feedback[None]/V * np.einsum("ij...,klij...->kl...", M2, I4)
        # covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step
        ZZ = -A[:, :, None, None]*A[None, None]
        ZZ = ZZ + eta_J**2*feedback[:, None, None, None]*feedback[None, None, :, None] * np.einsum("rs...,kir...,ljs...->kilj...", M2, I3, I3)
        if np.any(np.isfinite(V)):
            ZZ = ZZ + eta_J**2*noise**2*np.einsum("klij...->kilj...", I_g1g1xx)*feedback[:, None, None, None]*feedback[None, None, :, None]/V
            ZZ = ZZ + eta_J**2*feedback[:, None, None, None]*feedback[None, None, :, None]/V * (np.einsum("rs...,klijrs...->kilj...", M2, I_g1g1xxg0g0) + -1.0 * np.einsum("rs...,kir...,ljs...->kilj...", M2, I3, I3))
        # covariance of sum_s a_k^s z_i^s and N times the change of w0_l in one step
        ZY = -A[:, :, None]*dw0[None, None]
        ZY = ZY + eta_0*eta_J*feedback[:, None, None] * np.einsum("lr...,jr...,kij...->kil...", I2[:K, :], M2, I3)
        if np.any(np.isfinite(V)):
            ZY = ZY + eta_0*eta_J*noise**2*I3[:, :, :K]*feedback[:, None, None]/V
            ZY = ZY + eta_0*eta_J*feedback[:, None, None]/V * (np.einsum("jr...,kiljr...->kil...", M2, I_g1xg0g0g0[:, :, :K, :, :]) + -1.0 * np.einsum("lr...,jr...,kij...->kil...", I2[:K, :], M2, I3))
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        if np.any(np.isfinite(V)):
            Dww = Dww + eta_0**2*noise**2*I2[:K, :K]/V
            Dww = Dww + eta_0**2/V * (np.einsum("ij...,klij...->kl...", M2, I_g0g0g0g0[:K, :K, :, :]) + -1.0 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2))
            # covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s in one step
            ZS = -A[:, :, None, None]*mS[None, None]
            ZS = ZS + eta_J**3*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V**2 * (-1.0 * np.einsum("jrs...,klaijrs...->kila...", M3, I_g1g1g1xg0g0g0) + np.einsum("kij...,jrs...,lars...->kila...", I3, M3, I4))
            ZS = ZS + -eta_J**3*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V * np.einsum("kij...,jrs...,lars...->kila...", I3, M3, I4)
            ZS = ZS + eta_J**3*noise**2*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V**2 * (-3.0 * np.einsum("j...,klaij...->kila...", mc0, I_g1g1g1xg0) + np.einsum("j...,la...,kij...->kila...", mc0, J2, I3))
            ZS = ZS + -eta_J**3*noise**2*J2[None, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V * np.einsum("j...,kij...->ki...", mc0, I3)[:, :, None, None]
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step
            YS = -dw0[:, None, None]*mS[None]
            YS = YS + eta_0*eta_J**2*feedback[None, None]*feedback[None, :, None]/V**2 * (-1.0 * np.einsum("ijr...,lakijr...->kla...", M3, I_g1g1g0g0g0g0[:, :, :K, :, :, :]) + np.einsum("ki...,ijr...,lajr...->kla...", I2[:K, :], M3, I4))
            YS = YS + -eta_0*eta_J**2*feedback[None, None]*feedback[None, :, None]/V * np.einsum("ki...,ijr...,lajr...->kla...", I2[:K, :], M3, I4)
            YS = YS + eta_0*eta_J**2*noise**2*feedback[None, None]*feedback[None, :, None]/V**2 * (-3.0 * np.einsum("i...,laki...->kla...", mc0, I4[:, :, :K, :]) + np.einsum("i...,ki...,la...->kla...", mc0, I2[:K, :], J2))
            YS = YS + -eta_0*eta_J**2*noise**2*J2[None]*feedback[None, None]*feedback[None, :, None]/V * np.einsum("i...,ki...->k...", mc0, I2[:K, :])[:, None, None]
            # covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step
            SS = -mS[None, None]*mS[:, :, None, None] + eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 + 3.0 * eta_J**4*noise**4*I_g1g1g1g1*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 - eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3
            SS = SS + eta_J**4*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 * (np.einsum("ijrs...,klabijrs...->klab...", M4, I_g1g1g1g1g0g0g0g0) + -1.0 * np.einsum("abrs...,klij...,ijrs...->klab...", I4, I4, M4))
            SS = SS + eta_J**4*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 * np.einsum("abrs...,klij...,ijrs...->klab...", I4, I4, M4)
            SS = SS + eta_J**4*noise**2*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 * (6.0 * np.einsum("ij...,klabij...->klab...", M2, I_g1g1g1g1g0g0) + -1.0 * np.einsum("ab...,ij...,klij...->klab...", J2, M2, I4) + -1.0 * np.einsum("kl...,ij...,abij...->klab...", J2, M2, I4))
            SS = SS + eta_J**4*noise**2*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 * (np.einsum("ab...,ij...,klij...->klab...", J2, M2, I4) + np.einsum("kl...,ij...,abij...->klab...", J2, M2, I4))
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
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    feedback = _with_batch(np.full(K, 1.0) if parameters.feedback is None else parameters.feedback, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of r0: 1/sqrt(C[i, i] + 1)
        tr0 = -0.5 * r0**3*np.einsum("ii...->i...", tC)
        # derivative of C1: covariance of the fields with the Gaussian weight of k absorbed
        tC1 = -2.0 * C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:K][:, None, None]*tr0[:K][:, None, None] - C[:K, :][:, :, None]*r0[:K][:, None, None]**2*tC[:K, :][:, None] - C[:K, :][:, None]*r0[:K][:, None, None]**2*tC[:K, :][:, :, None] + tC[None]
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = 0.63661977236758138 * (C*r0[:, None]*tr0[None] + C*r0[None]*tr0[:, None] + r0[:, None]*r0[None]*tC)*1.0 / np.sqrt(-C**2*r0[:, None]**2*r0[None]**2 + 1)
        # derivative of r1: 1/sqrt(C1[k, i, i] + 1)
        tr1 = -0.5 * r1**3*np.einsum("kii...->ki...", tC1)
        # derivative of I3: <g'(z_k) z_i g(z_j)> over the fields
        tI3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*tr1[:, None] + 0.63661977236758138 * C1*r1[:, None]*tr0[:K][:, None, None] + 0.63661977236758138 * r0[:K][:, None, None]*r1[:, None]*tC1
        if np.any(np.isfinite(V)):
            # derivative of r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1)
            tr2 = -0.5 * (-2.0 * C1[:, :K, :]**2*r1[:, :K][:, :, None]*tr1[:, :K][:, :, None] - 2.0 * C1[:, :K, :]*r1[:, :K][:, :, None]**2*tC1[:, :K, :] + np.einsum("kii...->ki...", tC1)[:, None])*r2**3
            # derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            tI4 = 0.4052847345693511 * ((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*tr2[:, :, None] + (C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, None]*tr2[:, :, :, None] + (-2.0 * C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]*tr1[:, :K][:, :, None, None] - C1[:, :K, :][:, :, :, None]*r1[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, None] - C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, :, None] + tC1[:, None])*r2[:, :, :, None]*r2[:, :, None])*1.0 / np.sqrt(-(C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)**2*r2[:, :, :, None]**2*r2[:, :, None]**2 + 1)*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*tr1[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r1[:, :K][:, :, None, None]*tr0[:K][:, None, None, None]
            # derivative of J2: <g'(z_k) g'(z_l)> over the fields
            tJ2 = -0.31830988618379069 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)**3*r0[:K][:, None]*np.einsum("kll...->kl...", tC1[:, :K, :K]) + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*tr0[:K][:, None]
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        if np.any(np.isfinite(V)):
            # derivative of G0: <c_i c_j> over the task
            tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        tA = -eta_J*feedback[:, None] * (np.einsum("j...,kij...->ki...", mc0, tI3) + np.einsum("j...,kij...->ki...", tmc0, I3))
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*noise**2*feedback[:, None]*feedback[None]*tJ2/V
            tE = tE + eta_J**2*feedback[:, None]*feedback[None]/V * (np.einsum("ij...,klij...->kl...", G0, tI4) + np.einsum("ij...,klij...->kl...", tG0, I4))
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
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of eps_g: loss on fresh data
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G0, tI2) + np.einsum("ij...,ij...->...", I2, tG0))
    return teps_g
