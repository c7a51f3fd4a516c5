"""SGD on inputs whose covariance has several eigenvalues

Emitted by orderode 0.1.0 from the system structured_sgd_fluctuations, digest e06d409bb1169f08. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Yoshida and Okada, arXiv 2001.03371

Conventions
    activation    g(x) = erf(x/sqrt(2))
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

DIGEST = "e06d409bb1169f08"
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
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (blocks, K, M, blocks, K, M, ...), DRQ (blocks, K, M, blocks, K, K, ...), DRw (blocks, K, M, K, ...), DQQ (blocks, K, K, blocks, K, K, ...), DQw (blocks, K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    T = _with_batch(T, 3, batch)
    shares = _with_batch(parameters.shares, 1, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
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
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1 = -C[:, :, None]*C[:, None]*r0[:, None, None]**2 + C[None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[i, j, j] + 1)
            r1 = 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)
            # covariance of the fields with the Gaussian weight of i, j absorbed
            C2 = -C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None]
            # 1/sqrt(C2[i, j, r, r] + 1)
            r2 = 1.0 / np.sqrt(np.einsum("ijrr...->ijr...", C2) + 1)
            # covariance of the fields with the Gaussian weight of i, j, r absorbed
            C3 = -C2[:, :, :, :, None]*C2[:, :, :, None]*r2[:, :, :, None, None]**2 + C2[:, :, None]
            # 1/sqrt(C3[i, j, r, s, s] + 1)
            r3 = 1.0 / np.sqrt(np.einsum("ijrss...->ijrs...", C3) + 1)
            # covariance of the fields with the Gaussian weight of i, j, r, s absorbed
            C4 = -C3[:, :, :, :, :, None]*C3[:, :, :, :, None]*r3[:, :, :, :, None, None]**2 + C3[:, :, :, None]
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
        if np.any(np.isfinite(V)):
            # <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields
            I4 = 0.4052847345693511 * np.arcsin(C2*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*r1[:, :, None, None]
            # asin(C[i, j]*r0[i]*r0[j])
            r6 = np.arcsin(C*r0[:, None]*r0[None])
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
            I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            twice = I_eg0g0_fff + 0.63661977236758138 * r6[None]
            for i in range(S):
                I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
            # <g'(z_k) g'(z_l) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g0g0g0g0 = 0.63661977236758138 * _joint4(np.einsum("klii...->kli...", C2[:K, :K, :, :])[:, :, :, None, None, None], C2[:K, :K, :, :][:, :, :, :, None, None], C2[:K, :K, :, :][:, :, :, None, :, None], C2[:K, :K, :, :][:, :, :, None, None], np.einsum("kljj...->klj...", C2[:K, :K, :, :])[:, :, None, :, None, None], C2[:K, :K, :, :][:, :, None, :, :, None], C2[:K, :K, :, :][:, :, None, :, None], np.einsum("klrr...->klr...", C2[:K, :K, :, :])[:, :, None, None, :, None], C2[:K, :K, :, :][:, :, None, None], np.einsum("klss...->kls...", C2[:K, :K, :, :])[:, :, None, None, None])*r0[:K][:, None, None, None, None, None]*r1[:K, :K][:, :, None, None, None, None]
            # <g'(z_i) g'(z_j) g'(z_r) g'(z_s)> over the fields
            I_g1g1g1g1 = 0.4052847345693511 * 1.0 / np.sqrt(np.einsum("ijrss...->ijrs...", C3) + 1)*r0[:, None, None, None]*r1[:, :, None, None]*r2[:, :, :, None]
            # 1/sqrt(C4[i, j, r, s, x, x] + 1)
            r7 = 1.0 / np.sqrt(np.einsum("ijrsxx...->ijrsx...", C4) + 1)
            # <g'(z_i) g'(z_j) g'(z_r) g'(z_s) g(z_x) g(z_y)> over the fields
            I_g1g1g1g1g0g0 = 0.25801227546559591 * np.arcsin(C4*r7[:, :, :, :, :, None]*r7[:, :, :, :, None])*r0[:, None, None, None, None, None]*r1[:, :, None, None, None, None]*r2[:, :, :, None, None, None]*r3[:, :, :, :, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1g1g0g0g0g0 = 0.4052847345693511 * _joint4(np.einsum("klabii...->klabi...", C4[:K, :K, :K, :K, :, :])[:, :, :, :, :, None, None, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, :, :, None, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, :, None, :, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, :, None, None], np.einsum("klabjj...->klabj...", C4[:K, :K, :K, :K, :, :])[:, :, :, :, None, :, None, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, None, :, :, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, None, :, None], np.einsum("klabrr...->klabr...", C4[:K, :K, :K, :K, :, :])[:, :, :, :, None, None, :, None], C4[:K, :K, :K, :K, :, :][:, :, :, :, None, None], np.einsum("klabss...->klabs...", C4[:K, :K, :K, :K, :, :])[:, :, :, :, None, None, None])*r0[:K][:, None, None, None, None, None, None, None]*r1[:K, :K][:, :, None, None, None, None, None, None]*r2[:K, :K, :K][:, :, :, None, None, None, None, None]*r3[:K, :K, :K, :K][:, :, :, :, None, None, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0 = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1[:K, :K, :])*r0[:K][:, None]
        if np.any(np.isfinite(V)):
            # <g''(z_k) g(z_i) g(z_j) g(z_r)> over the fields
            I_g2g0g0g0 = -0.79788456080286541 * (0.50794908747392775 * np.arcsin(C2[:K, :, :, :]*r2[:K, :, :][:, :, :, None]*r2[:K, :, :][:, :, None])*np.einsum("kki...->ki...", C1[:K, :K, :])[:, :, None, None]*r1[:K, :][:, :, None, None] + 0.50794908747392775 * np.arcsin(np.einsum("kjir...->kijr...", C2[:K, :, :, :])*np.einsum("kji...->kij...", r2[:K, :, :])[:, :, :, None]*r2[:K, :, :][:, None])*np.einsum("kkj...->kj...", C1[:K, :K, :])[:, None, :, None]*r1[:K, :][:, None, :, None] + 0.50794908747392775 * np.arcsin(np.einsum("krij...->kijr...", C2[:K, :, :, :])*np.einsum("kri...->kir...", r2[:K, :, :])[:, :, None]*np.einsum("krj...->kjr...", r2[:K, :, :])[:, None])*np.einsum("kkr...->kr...", C1[:K, :K, :])[:, None, None]*r1[:K, :][:, None, None])*r0[:K][:, None, None, None]
            # <g''(z_i) g'(z_j) g'(z_r) g(z_s)> over the fields
            I_g2g1g1g0 = -0.4052847345693511 * 1.0 / np.sqrt(np.einsum("ijrss...->ijrs...", C3) + 1)*np.einsum("ijris...->ijrs...", C3)*r0[:, None, None, None]*r1[:, :, None, None]*r2[:, :, :, None]
            # <g''(z_k) g'(z_l) g'(z_a) g(z_i) g(z_j) g(z_r)> over the fields
            I_g2g1g1g0g0g0 = -0.50794908747392775 * (0.50794908747392775 * np.arcsin(C4[:K, :K, :K, :, :, :]*r7[:K, :K, :K, :, :][:, :, :, :, :, None]*r7[:K, :K, :K, :, :][:, :, :, :, None])*np.einsum("klaki...->klai...", C3[:K, :K, :K, :K, :])[:, :, :, :, None, None]*r3[:K, :K, :K, :][:, :, :, :, None, None] + 0.50794908747392775 * np.arcsin(np.einsum("klajir...->klaijr...", C4[:K, :K, :K, :, :, :])*np.einsum("klaji...->klaij...", r7[:K, :K, :K, :, :])[:, :, :, :, :, None]*r7[:K, :K, :K, :, :][:, :, :, None])*np.einsum("klakj...->klaj...", C3[:K, :K, :K, :K, :])[:, :, :, None, :, None]*r3[:K, :K, :K, :][:, :, :, None, :, None] + 0.50794908747392775 * np.arcsin(np.einsum("klarij...->klaijr...", C4[:K, :K, :K, :, :, :])*np.einsum("klari...->klair...", r7[:K, :K, :K, :, :])[:, :, :, :, None]*np.einsum("klarj...->klajr...", r7[:K, :K, :K, :, :])[:, :, :, None])*np.einsum("klakr...->klar...", C3[:K, :K, :K, :K, :])[:, :, :, None, None]*r3[:K, :K, :K, :][:, :, :, None, None])*r0[:K][:, None, None, None, None, None]*r1[:K, :K][:, :, None, None, None, None]*r2[:K, :K, :K][:, :, :, None, None, None]
            # <g''(z_k) g''(z_l)> over the fields
            I_g2g2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:K, :K, :K]) + 1)*np.einsum("klkl...->kl...", C2[:K, :K, :K, :K])*r0[:K][:, None]
            # <g''(z_k) g''(z_l) g(z_i) g(z_j)> over the fields
            I_g2g2g0g0 = 0.63661977236758138 * (0.63661977236758138 * 1.0 / np.sqrt(np.einsum("klijj...->klij...", C3[:K, :K, :, :, :]) + 1)*np.einsum("klki...->kli...", C2[:K, :K, :K, :])[:, :, :, None]*np.einsum("klilj...->klij...", C3[:K, :K, :, :K, :])*r2[:K, :K, :][:, :, :, None] + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kljii...->klij...", C3[:K, :K, :, :, :]) + 1)*np.einsum("klkj...->klj...", C2[:K, :K, :K, :])[:, :, None]*np.einsum("kljli...->klij...", C3[:K, :K, :, :K, :])*r2[:K, :K, :][:, :, None] + 0.63661977236758138 * np.arcsin(C2[:K, :K, :, :]*r2[:K, :K, :][:, :, :, None]*r2[:K, :K, :][:, :, None])*np.einsum("klkl...->kl...", C2[:K, :K, :K, :K])[:, :, None, None])*r0[:K][:, None, None, None]*r1[:K, :K][:, :, None, None]
            # <g'''(z_k) g'(z_l)> over the fields
            I_g3g1 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:K, :K, :K]) + 1)*np.einsum("klkk...->kl...", C2[:K, :K, :K, :K])*r0[:K][:, None] - 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:K, :K, :K]) + 1)*r0[:K][:, None]
            # <g'''(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I_g3g1g0g0 = 0.63661977236758138 * (0.63661977236758138 * 1.0 / np.sqrt(np.einsum("klijj...->klij...", C3[:K, :K, :, :, :]) + 1)*np.einsum("klki...->kli...", C2[:K, :K, :K, :])[:, :, :, None]*np.einsum("klikj...->klij...", C3[:K, :K, :, :K, :])*r2[:K, :K, :][:, :, :, None] + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kljii...->klij...", C3[:K, :K, :, :, :]) + 1)*np.einsum("klkj...->klj...", C2[:K, :K, :K, :])[:, :, None]*np.einsum("kljki...->klij...", C3[:K, :K, :, :K, :])*r2[:K, :K, :][:, :, None] + 0.63661977236758138 * np.arcsin(C2[:K, :K, :, :]*r2[:K, :K, :][:, :, :, None]*r2[:K, :K, :][:, :, None])*np.einsum("klkk...->kl...", C2[:K, :K, :K, :K])[:, :, None, None])*r0[:K][:, None, None, None]*r1[:K, :K][:, :, None, None] - 0.4052847345693511 * np.arcsin(C2[:K, :K, :, :]*r2[:K, :K, :][:, :, :, None]*r2[:K, :K, :][:, :, None])*r0[:K][:, None, None, None]*r1[:K, :K][:, :, None, None]
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
        if kurtosis is not None:
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
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
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
            mS = eta_J**2*noise**2*J2[:K, :K]*M2[:K, :K]/V
            mS = mS + eta_J**2/V * np.einsum("klij...,klij...->kl...", I4[:K, :K, :, :], M4[:K, :K, :, :])
        # covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s, by z_j^s, in one step
        WW = np.empty((K, S, K, S, *batch))
        WW[:, :K, :, :K] = eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, :K, :K, :K] - W[:, :K][:, :, None, None]*W[:, :K][None, None]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[:, :, None, None]*_identity(K, batch)[None, None] * np.einsum("ki...,lj...,klij...->kl...", I_g2g0, I_g2g0, M4[:K, :K, :, :])[:, None, :, None]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[:, :, None, None]*J2[:K, :K][None, None] * np.einsum("ki...,klbi...->klb...", I_g2g0, M4[:K, :K, :K, :])[:, None, :, :]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[None, None]*J2[:K, :K][:, :, None, None] * np.einsum("lj...,kalj...->kal...", I_g2g0, M4[:K, :K, :K, :])[:, :, :, None]
        if np.any(np.isfinite(V)):
            WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*noise**2*_identity(K, batch)[:, :, None, None]*_identity(K, batch)[:, None, None]*I_g3g1[:, None, :, None]*M2[:K, :K][:, None, :, None]/V + eta_J**2*noise**2*_identity(K, batch)[:, :, None, None]*_identity(K, batch)[None, None]*I_g2g2[:, None, :, None]*M2[:K, :K][:, None, :, None]/V + eta_J**2*noise**2*_identity(K, batch)[None, :, :, None]*_identity(K, batch)[:, None, None]*I_g2g2[:, None, :, None]*M2[:K, :K][:, None, :, None]/V + eta_J**2*noise**2*_identity(K, batch)[None, :, :, None]*_identity(K, batch)[None, None]*np.einsum("lk...->kl...", I_g3g1)[:, None, :, None]*M2[:K, :K][:, None, :, None]/V + 2.0 * eta_J**2*I_g1g1g1g1[:K, :K, :K, :K]*M4[:K, :K, :K, :K]/V - eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, :K, :K, :K]/V
            WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2/V * ((_identity(K, batch)[:, :, None, None]*_identity(K, batch)[None, None]) * np.einsum("klij...,klij...->kl...", I_g2g2g0g0, M4[:K, :K, :, :])[:, None, :, None] + (_identity(K, batch)[None, :, :, None]*_identity(K, batch)[:, None, None]) * np.einsum("klij...,klij...->kl...", I_g2g2g0g0, M4[:K, :K, :, :])[:, None, :, None] + (_identity(K, batch)[:, :, None, None]*_identity(K, batch)[:, None, None]) * np.einsum("klij...,klij...->kl...", I_g3g1g0g0, M4[:K, :K, :, :])[:, None, :, None] + (_identity(K, batch)[None, :, :, None]*_identity(K, batch)[None, None]) * np.einsum("lkij...,klij...->kl...", I_g3g1g0g0, M4[:K, :K, :, :])[:, None, :, None] + -1.0 * (_identity(K, batch)[:, :, None, None]*_identity(K, batch)[None, None]) * np.einsum("ki...,lj...,klij...->kl...", I_g2g0, I_g2g0, M4[:K, :K, :, :])[:, None, :, None])
            WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2/V * (_identity(K, batch)[None, :, None] * np.einsum("akli...,kali...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[:, None, None] * np.einsum("kali...,kali...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[:, :, None, None] * np.einsum("klbi...,klbi...->klb...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + _identity(K, batch)[None, None] * np.einsum("lkai...,kali...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[None, :, :, None] * np.einsum("lkbi...,klbi...->klb...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + -1.0 * _identity(K, batch)[:, :, None, None] * np.einsum("ki...,lb...,klbi...->klb...", I_g2g0, J2[:K, :K], M4[:K, :K, :K, :])[:, None, :, :])
            WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2/V * (_identity(K, batch)[None, :, None] * np.einsum("aklj...,kalj...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[:, None, None] * np.einsum("kalj...,kalj...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[:, :, None, None] * np.einsum("klbj...,klbj...->klb...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + _identity(K, batch)[None, None] * np.einsum("lkaj...,kalj...->kal...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, :, :, None] + _identity(K, batch)[None, :, :, None] * np.einsum("lkbj...,klbj...->klb...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + -1.0 * _identity(K, batch)[None, None] * np.einsum("lj...,ka...,kalj...->kal...", I_g2g0, J2[:K, :K], M4[:K, :K, :K, :])[:, :, :, None])
        WW[:, :K, :, K:] = eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, K:][None, None]*M4[:K, :K, :K, K:] - W[:, :K][:, :, None, None]*W[:, K:][None, None]
        WW[:, :K, :, K:] = WW[:, :K, :, K:] + eta_J**2*_identity(K, batch)[:, :, None, None]*J2[:K, K:][None, None] * np.einsum("ki...,klni...->kln...", I_g2g0, M4[:K, :K, K:, :])[:, None, :, :]
        if np.any(np.isfinite(V)):
            WW[:, :K, :, K:] = WW[:, :K, :, K:] + 2.0 * eta_J**2*I_g1g1g1g1[:K, :K, :K, K:]*M4[:K, :K, :K, K:]/V - eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, K:][None, None]*M4[:K, :K, :K, K:]/V
            WW[:, :K, :, K:] = WW[:, :K, :, K:] + eta_J**2/V * (_identity(K, batch)[:, :, None, None] * np.einsum("klni...,klni...->kln...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, :K, K:, :])[:, None, :, :] + _identity(K, batch)[None, :, :, None] * np.einsum("lkni...,klni...->kln...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, :K, K:, :])[:, None, :, :] + -1.0 * _identity(K, batch)[:, :, None, None] * np.einsum("ki...,ln...,klni...->kln...", I_g2g0, J2[:K, K:], M4[:K, :K, K:, :])[:, None, :, :])
            WW[:, :K, :, K:] = WW[:, :K, :, K:] + eta_J**2/V * (_identity(K, batch)[:, :, None, None] * np.einsum("klnj...,klnj...->kln...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, :K, K:, :])[:, None, :, :] + _identity(K, batch)[None, :, :, None] * np.einsum("lknj...,klnj...->kln...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, :K, K:, :])[:, None, :, :])
        WW[:, K:, :, :K] = eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, K:, :K, :K] - W[:, K:][:, :, None, None]*W[:, :K][None, None]
        WW[:, K:, :, :K] = WW[:, K:, :, :K] + eta_J**2*_identity(K, batch)[None, None]*J2[:K, K:][:, :, None, None] * np.einsum("lj...,knlj...->knl...", I_g2g0, M4[:K, K:, :K, :])[:, :, :, None]
        if np.any(np.isfinite(V)):
            WW[:, K:, :, :K] = WW[:, K:, :, :K] + 2.0 * eta_J**2*I_g1g1g1g1[:K, K:, :K, :K]*M4[:K, K:, :K, :K]/V - eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, K:, :K, :K]/V
            WW[:, K:, :, :K] = WW[:, K:, :, :K] + eta_J**2/V * (_identity(K, batch)[:, None, None] * np.einsum("knli...,knli...->knl...", I_g2g1g1g0[:K, K:, :K, :], M4[:K, K:, :K, :])[:, :, :, None] + _identity(K, batch)[None, None] * np.einsum("lkni...,knli...->knl...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, K:, :K, :])[:, :, :, None])
            WW[:, K:, :, :K] = WW[:, K:, :, :K] + eta_J**2/V * (_identity(K, batch)[:, None, None] * np.einsum("knlj...,knlj...->knl...", I_g2g1g1g0[:K, K:, :K, :], M4[:K, K:, :K, :])[:, :, :, None] + _identity(K, batch)[None, None] * np.einsum("lknj...,knlj...->knl...", I_g2g1g1g0[:K, :K, K:, :], M4[:K, K:, :K, :])[:, :, :, None] + -1.0 * _identity(K, batch)[None, None] * np.einsum("lj...,kn...,knlj...->knl...", I_g2g0, J2[:K, K:], M4[:K, K:, :K, :])[:, :, :, None])
        WW[:, K:, :, K:] = eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, K:][None, None]*M4[:K, K:, :K, K:] - W[:, K:][:, :, None, None]*W[:, K:][None, None]
        if np.any(np.isfinite(V)):
            WW[:, K:, :, K:] = WW[:, K:, :, K:] + 2.0 * eta_J**2*I_g1g1g1g1[:K, K:, :K, K:]*M4[:K, K:, :K, K:]/V - eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, K:][None, None]*M4[:K, K:, :K, K:]/V
            WW[:, K:, :, K:] = WW[:, K:, :, K:] + eta_J**2*_identity(M, batch)[None, :, None]/V * np.einsum("nkli...,knli...->knl...", I_g2g1g1g0[K:, :K, :K, :], M4[:K, K:, :K, :])[:, :, :, None]
            WW[:, K:, :, K:] = WW[:, K:, :, K:] + eta_J**2*_identity(M, batch)[None, :, None]/V * np.einsum("nklj...,knlj...->knl...", I_g2g1g1g0[K:, :K, :K, :], M4[:K, K:, :K, :])[:, :, :, None]
        # covariance of sum_s a_k^s, by z_i^s, and N times the change of w0_l in one step
        WY = np.empty((K, S, K, *batch))
        WY[:, :K, :] = -W[:, :K][:, :, None]*dw0[None, None]
        WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J*_identity(K, batch)[:, :, None] * np.einsum("lj...,ki...,kij...->kl...", I2[:K, :], I_g2g0, M3[:K, :, :])[:, None, :]
        WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J*J2[:K, :K][:, :, None] * np.einsum("lj...,kaj...->kal...", I2[:K, :], M3[:K, :K, :])
        if np.any(np.isfinite(V)):
            WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J*noise**2*_identity(K, batch)[:, :, None]*I_g2g0[:, :K][:, None]*mc0[:K][:, None, None]/V + eta_0*eta_J*noise**2*_identity(K, batch)[None]*J2[:K, :K][:, None]*mc0[:K][:, None, None]/V
            WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J/V * (np.einsum("kaj...,kalj...->kal...", M3[:K, :K, :], I4[:K, :K, :K, :]) + -1.0 * np.einsum("lj...,ka...,kaj...->kal...", I2[:K, :], J2[:K, :K], M3[:K, :K, :]))
            WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J/V * (_identity(K, batch)[None] * np.einsum("kij...,klij...->kl...", M3[:K, :, :], I4[:K, :K, :, :])[:, None, :] + _identity(K, batch)[:, :, None] * np.einsum("kij...,klij...->kl...", M3[:K, :, :], I_g2g0g0g0[:, :K, :, :])[:, None, :] + -1.0 * _identity(K, batch)[:, :, None] * np.einsum("lj...,ki...,kij...->kl...", I2[:K, :], I_g2g0, M3[:K, :, :])[:, None, :])
            WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J/V * np.einsum("kai...,kali...->kal...", M3[:K, :K, :], I4[:K, :K, :K, :])
        WY[:, K:, :] = -W[:, K:][:, :, None]*dw0[None, None]
        WY[:, K:, :] = WY[:, K:, :] + eta_0*eta_J*J2[:K, K:][:, :, None] * np.einsum("lj...,knj...->knl...", I2[:K, :], M3[:K, K:, :])
        if np.any(np.isfinite(V)):
            WY[:, K:, :] = WY[:, K:, :] + eta_0*eta_J/V * (np.einsum("knj...,knlj...->knl...", M3[:K, K:, :], I4[:K, K:, :K, :]) + -1.0 * np.einsum("lj...,kn...,knj...->knl...", I2[:K, :], J2[:K, K:], M3[:K, K:, :]))
            WY[:, K:, :] = WY[:, K:, :] + eta_0*eta_J/V * np.einsum("kni...,knli...->knl...", M3[:K, K:, :], I4[:K, K:, :K, :])
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        if np.any(np.isfinite(V)):
            Dww = Dww + eta_0**2*noise**2*I2[:K, :K]/V
            Dww = Dww + eta_0**2/V * (np.einsum("ij...,klij...->kl...", M2, I_g0g0g0g0[:K, :K, :, :]) + -1.0 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2))
            # covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s a_a^s in one step
            WS = np.empty((K, S, K, K, *batch))
            WS[:, :K, :, :] = -W[:, :K][:, :, None, None]*mS[None, None] - eta_J**3*noise**2*J2[:K, :K][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, :K, :K, :K]/V - 3.0 * eta_J**3*noise**2*I_g1g1g1g1[:K, :K, :K, :K]*M4[:K, :K, :K, :K]/V**2 + eta_J**3*noise**2*J2[:K, :K][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, :K, :K, :K]/V**2
            WS[:, :K, :, :] = WS[:, :K, :, :] + eta_J**3/V**2 * (-1.0 * _identity(K, batch)[None, :, None] * np.einsum("aklijr...,kalijr...->kla...", I_g2g1g1g0g0g0, M6[:, :, :K, :, :, :])[:, None, :, :] + -1.0 * _identity(K, batch)[:, :, None, None] * np.einsum("klaijr...,kalijr...->kla...", I_g2g1g1g0g0g0, M6[:, :, :K, :, :, :])[:, None, :, :] + -1.0 * _identity(K, batch)[None, :, :, None] * np.einsum("lkaijr...,kalijr...->kla...", I_g2g1g1g0g0g0, M6[:, :, :K, :, :, :])[:, None, :, :] + _identity(K, batch)[:, :, None, None] * np.einsum("ki...,lajr...,kalijr...->kla...", I_g2g0, I4[:K, :K, :, :], M6[:, :, :K, :, :, :])[:, None, :, :])
            WS[:, :K, :, :] = WS[:, :K, :, :] + eta_J**3/V**2 * (-1.0 * np.einsum("kblajr...,bakljr...->kbla...", I_g1g1g1g1g0g0[:K, :K, :K, :K, :, :], M6[:, :, :K, :K, :, :]) + np.einsum("kb...,lajr...,bakljr...->kbla...", J2[:K, :K], I4[:K, :K, :, :], M6[:, :, :K, :K, :, :]))
            WS[:, :K, :, :] = WS[:, :K, :, :] + -eta_J**3/V**2 * np.einsum("kblaij...,baklij...->kbla...", I_g1g1g1g1g0g0[:K, :K, :K, :K, :, :], M6[:, :, :K, :K, :, :])
            WS[:, :K, :, :] = WS[:, :K, :, :] + -eta_J**3/V**2 * np.einsum("kblair...,baklir...->kbla...", I_g1g1g1g1g0g0[:K, :K, :K, :K, :, :], M6[:, :, :K, :K, :, :])
            WS[:, :K, :, :] = WS[:, :K, :, :] + eta_J**3*noise**2/V**2 * (-3.0 * _identity(K, batch)[None, :, None] * np.einsum("akli...,klai...->kla...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + -3.0 * _identity(K, batch)[:, :, None, None] * np.einsum("klai...,klai...->kla...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + -3.0 * _identity(K, batch)[None, :, :, None] * np.einsum("lkai...,klai...->kla...", I_g2g1g1g0[:K, :K, :K, :], M4[:K, :K, :K, :])[:, None, :, :] + _identity(K, batch)[:, :, None, None] * np.einsum("ki...,la...,klai...->kla...", I_g2g0, J2[:K, :K], M4[:K, :K, :K, :])[:, None, :, :])
            WS[:, :K, :, :] = WS[:, :K, :, :] + -eta_J**3*_identity(K, batch)[:, :, None, None]/V * np.einsum("ki...,lajr...,kalijr...->kla...", I_g2g0, I4[:K, :K, :, :], M6[:, :, :K, :, :, :])[:, None, :, :]
            WS[:, :K, :, :] = WS[:, :K, :, :] + -eta_J**3*J2[:K, :K][:, :, None, None]/V * np.einsum("lajr...,bakljr...->kbla...", I4[:K, :K, :, :], M6[:, :, :K, :K, :, :])
            WS[:, :K, :, :] = WS[:, :K, :, :] + -eta_J**3*noise**2*_identity(K, batch)[:, :, None, None]*J2[:K, :K][None, None]/V * np.einsum("ki...,klai...->kla...", I_g2g0, M4[:K, :K, :K, :])[:, None, :, :]
            WS[:, K:, :, :] = -W[:, K:][:, :, None, None]*mS[None, None] - eta_J**3*noise**2*J2[:K, K:][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, K:, :K, :K]/V - 3.0 * eta_J**3*noise**2*I_g1g1g1g1[:K, K:, :K, :K]*M4[:K, K:, :K, :K]/V**2 + eta_J**3*noise**2*J2[:K, K:][:, :, None, None]*J2[:K, :K][None, None]*M4[:K, K:, :K, :K]/V**2
            WS[:, K:, :, :] = WS[:, K:, :, :] + eta_J**3/V**2 * (-1.0 * np.einsum("knlajr...,kanljr...->knla...", I_g1g1g1g1g0g0[:K, K:, :K, :K, :, :], M6[:, :, K:, :K, :, :]) + np.einsum("kn...,lajr...,kanljr...->knla...", J2[:K, K:], I4[:K, :K, :, :], M6[:, :, K:, :K, :, :]))
            WS[:, K:, :, :] = WS[:, K:, :, :] + -eta_J**3/V**2 * np.einsum("knlaij...,kanlij...->knla...", I_g1g1g1g1g0g0[:K, K:, :K, :K, :, :], M6[:, :, K:, :K, :, :])
            WS[:, K:, :, :] = WS[:, K:, :, :] + -eta_J**3/V**2 * np.einsum("knlair...,kanlir...->knla...", I_g1g1g1g1g0g0[:K, K:, :K, :K, :, :], M6[:, :, K:, :K, :, :])
            WS[:, K:, :, :] = WS[:, K:, :, :] + -eta_J**3*J2[:K, K:][:, :, None, None]/V * np.einsum("lajr...,kanljr...->knla...", I4[:K, :K, :, :], M6[:, :, K:, :K, :, :])
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step
            YS = -dw0[:, None, None]*mS[None]
            YS = YS + eta_0*eta_J**2/V**2 * (-1.0 * np.einsum("alijr...,lakijr...->kla...", M5[:, :K, :, :, :], I_g1g1g0g0g0g0[:, :, :K, :, :, :]) + np.einsum("ki...,lajr...,alijr...->kla...", I2[:K, :], I4[:K, :K, :, :], M5[:, :K, :, :, :]))
            YS = YS + -eta_0*eta_J**2/V * np.einsum("ki...,lajr...,alijr...->kla...", I2[:K, :], I4[:K, :K, :, :], M5[:, :K, :, :, :])
            YS = YS + eta_0*eta_J**2*noise**2/V**2 * (-3.0 * np.einsum("lai...,laki...->kla...", M3[:K, :K, :], I4[:K, :K, :K, :]) + np.einsum("ki...,la...,lai...->kla...", I2[:K, :], J2[:K, :K], M3[:K, :K, :]))
            YS = YS + -eta_0*eta_J**2*noise**2*J2[:K, :K][None]/V * np.einsum("ki...,lai...->kla...", I2[:K, :], M3[:K, :K, :])
            # covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step
            SS = -mS[None, None]*mS[:, :, None, None] + eta_J**4*noise**4*J2[:K, :K][None, None]*J2[:K, :K][:, :, None, None]*M4[:K, :K, :K, :K]/V**2 + 3.0 * eta_J**4*noise**4*I_g1g1g1g1[:K, :K, :K, :K]*M4[:K, :K, :K, :K]/V**3 - eta_J**4*noise**4*J2[:K, :K][None, None]*J2[:K, :K][:, :, None, None]*M4[:K, :K, :K, :K]/V**3
            SS = SS + eta_J**4/V**3 * (np.einsum("klabijrs...,klabijrs...->klab...", I_g1g1g1g1g0g0g0g0, M8) + -1.0 * np.einsum("abrs...,klij...,klabijrs...->klab...", I4[:K, :K, :, :], I4[:K, :K, :, :], M8))
            SS = SS + eta_J**4/V**2 * np.einsum("abrs...,klij...,klabijrs...->klab...", I4[:K, :K, :, :], I4[:K, :K, :, :], M8)
            SS = SS + eta_J**4*noise**2/V**3 * (6.0 * np.einsum("klabij...,abklij...->klab...", I_g1g1g1g1g0g0[:K, :K, :K, :K, :, :], M6[:, :, :K, :K, :, :]) + -1.0 * np.einsum("ab...,klij...,abklij...->klab...", J2[:K, :K], I4[:K, :K, :, :], M6[:, :, :K, :K, :, :]) + -1.0 * np.einsum("kl...,abij...,abklij...->klab...", J2[:K, :K], I4[:K, :K, :, :], M6[:, :, :K, :K, :, :]))
            SS = SS + eta_J**4*noise**2/V**2 * (np.einsum("ab...,klij...,abklij...->klab...", J2[:K, :K], I4[:K, :K, :, :], M6[:, :, :K, :K, :, :]) + np.einsum("kl...,abij...,abklij...->klab...", J2[:K, :K], I4[:K, :K, :, :], M6[:, :, :K, :K, :, :]))
        # covariance of sum_s a_k^s z_hi^s and sum_s a_l^s, by z_j^s, in one step
        ZWb = np.einsum("hir...,krlj...->hkilj...", Cb, WW)
        # covariance of sum_s a_k^s z_hi^s and sum_s a_l^s z_oj^s in one step
        ZZb = np.einsum("ojr...,hkilr...->hkiolj...", Cb, ZWb)
        if np.any(np.isfinite(V)):
            ZZb = ZZb + _identity(blocks, batch)[:, None, None, :, None, None]*Cb[:, None, :, None, None]*mS[None, :, None, None, :, None]
        # covariance of sum_s a_k^s z_hi^s and N times the change of w0_l in one step
        ZYb = np.einsum("hir...,krl...->hkil...", Cb, WY)
        if np.any(np.isfinite(V)):
            # covariance of sum_s a_k^s z_hi^s and sum_s a_l^s a_a^s in one step
            ZSb = np.einsum("hir...,krla...->hkila...", Cb, WS)
        # covariance of N dR_hkn and N dR_olm in one step
        DRR = ZZb[:, :, K:, :, :, K:]
        # covariance of N dR_hkn and N dQ_ola in one step
        DRQ = np.einsum("hknoal...->hknola...", ZZb[:, :, K:, :, :, :K]) + ZZb[:, :, K:, :, :, :K]
        if np.any(np.isfinite(V)):
            DRQ = DRQ + ZSb[:, :, K:, :, :][:, :, :, None]*shares[None, None, None, :, None, None]*variances[None, None, None, :, None, None]
        # covariance of N dR_hkn and N dw0_l in one step
        DRw = ZYb[:, :, K:, :]
        # covariance of N dQ_hkl and N dQ_oab in one step
        DQQ = ZZb[:, :, :K, :, :, :K] + np.einsum("hkloba...->hkloab...", ZZb[:, :, :K, :, :, :K]) + np.einsum("hlkoab...->hkloab...", ZZb[:, :, :K, :, :, :K]) + np.einsum("hlkoba...->hkloab...", ZZb[:, :, :K, :, :, :K])
        if np.any(np.isfinite(V)):
            DQQ = DQQ + SS[None, :, :, None]*shares[:, None, None, None, None, None]*shares[None, None, None, :, None, None]*variances[:, None, None, None, None, None]*variances[None, None, None, :, None, None] + ZSb[:, :, :K, :, :][:, :, :, None]*shares[None, None, None, :, None, None]*variances[None, None, None, :, None, None] + np.einsum("hlkab...->hklab...", ZSb[:, :, :K, :, :])[:, :, :, None]*shares[None, None, None, :, None, None]*variances[None, None, None, :, None, None] + np.einsum("oabkl...->kloab...", ZSb[:, :, :K, :, :])[None]*shares[:, None, None, None, None, None]*variances[:, None, None, None, None, None] + np.einsum("obakl...->kloab...", ZSb[:, :, :K, :, :])[None]*shares[:, None, None, None, None, None]*variances[:, None, None, None, None, None]
        # covariance of N dQ_hkl and N dw0_a in one step
        DQw = ZYb[:, :, :K, :] + np.einsum("hlka...->hkla...", ZYb[:, :, :K, :])
        if np.any(np.isfinite(V)):
            DQw = DQw + np.einsum("akl...->kla...", YS)[None]*shares[:, None, None, None]*variances[:, None, None, None]
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
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    along = np.broadcast_shapes(batch, tR.shape[3:])
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
        # 1/sqrt(C[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1 = -C[:, :, None]*C[:, None]*r0[:, None, None]**2 + C[None]
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[i, j, j] + 1)
            r1 = 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)
            # 1/sqrt(-C1[i, j, r]**2*r1[i, j]**2 + C1[i, r, r] + 1)
            r2 = 1.0 / np.sqrt(-C1**2*r1[:, :, None]**2 + np.einsum("irr...->ir...", C1)[:, None] + 1)
            # <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*r1[:, :, None, None]
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
        # derivative of Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        tCb = np.empty((blocks, S, S, *along))
        tCb[:, :K, :K] = tQ*variances[:, None, None]
        tCb[:, :K, K:] = tR*variances[:, None, None]
        tCb[:, K:, :K] = np.swapaxes(tCb[:, :K, K:], 1, 2)
        tCb[:, K:, K:] = np.full((blocks, M, M, *batch), 0.0)
        # derivative of C: covariance of the fields: sum over blocks
        tC = np.empty((S, S, *along))
        tC[:K, :K] = np.einsum("hkl...->kl...", tCb[:, :K, :K])
        tC[:K, K:] = np.einsum("hkn...->kn...", tCb[:, :K, K:])
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.einsum("hnm...->nm...", tCb[:, K:, K:])
        # derivative of r0: 1/sqrt(C[i, i] + 1)
        tr0 = -0.5 * r0**3*np.einsum("ii...->i...", tC)
        # derivative of C1: covariance of the fields with the Gaussian weight of i absorbed
        tC1 = -2.0 * C[:, :, None]*C[:, None]*r0[:, None, None]*tr0[:, None, None] - C[:, :, None]*r0[:, None, None]**2*tC[:, None] - C[:, None]*r0[:, None, None]**2*tC[:, :, None] + tC[None]
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = 0.63661977236758138 * (C*r0[:, None]*tr0[None] + C*r0[None]*tr0[:, None] + r0[:, None]*r0[None]*tC)*1.0 / np.sqrt(-C**2*r0[:, None]**2*r0[None]**2 + 1)
        if np.any(np.isfinite(V)):
            # derivative of r1: 1/sqrt(C1[i, j, j] + 1)
            tr1 = -0.5 * r1**3*np.einsum("ijj...->ij...", tC1)
            # derivative of r2: 1/sqrt(-C1[i, j, r]**2*r1[i, j]**2 + C1[i, r, r] + 1)
            tr2 = -0.5 * (-2.0 * C1**2*r1[:, :, None]*tr1[:, :, None] - 2.0 * C1*r1[:, :, None]**2*tC1 + np.einsum("irr...->ir...", tC1)[:, None])*r2**3
            # derivative of I4: <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields
            tI4 = 0.4052847345693511 * ((-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])*r2[:, :, :, None]*tr2[:, :, None] + (-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])*r2[:, :, None]*tr2[:, :, :, None] + (-2.0 * C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]*tr1[:, :, None, None] - C1[:, :, :, None]*r1[:, :, None, None]**2*tC1[:, :, None] - C1[:, :, None]*r1[:, :, None, None]**2*tC1[:, :, :, None] + tC1[:, None])*r2[:, :, :, None]*r2[:, :, None])*1.0 / np.sqrt(-(-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])**2*r2[:, :, :, None]**2*r2[:, :, None]**2 + 1)*r0[:, None, None, None]*r1[:, :, None, None] + 0.4052847345693511 * np.arcsin((-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])*r2[:, :, :, None]*r2[:, :, None])*r0[:, None, None, None]*tr1[:, :, None, None] + 0.4052847345693511 * np.arcsin((-C1[:, :, :, None]*C1[:, :, None]*r1[:, :, None, None]**2 + C1[:, None])*r2[:, :, :, None]*r2[:, :, None])*r1[:, :, None, None]*tr0[:, None, None, None]
        # derivative of I_g2g0: <g''(z_k) g(z_i)> over the fields
        tI_g2g0 = 0.31830988618379069 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)**3*np.einsum("kki...->ki...", C1[:K, :K, :])*r0[:K][:, None]*np.einsum("kii...->ki...", tC1[:K, :, :]) - 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1[:K, :K, :])*tr0[:K][:, None] - 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)*r0[:K][:, None]*np.einsum("kki...->ki...", tC1[:K, :K, :])
        # derivative of J2: <g'(z_i) g'(z_j)> over the fields
        tJ2 = -0.31830988618379069 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)**3*r0[:, None]*np.einsum("ijj...->ij...", tC1) + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)*tr0[:, None]
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        tW = np.empty((K, S, *along))
        tW[:, :K] = -eta_J*G0[:K, :K]*tJ2[:K, :K] - eta_J*J2[:K, :K]*tG0[:K, :K]
        tW[:, :K] = tW[:, :K] + -eta_J*_identity(K, batch) * (np.einsum("ki...,ki...->k...", G0[:K, :], tI_g2g0)[:, None] + np.einsum("ki...,ki...->k...", I_g2g0, tG0[:K, :])[:, None])
        tW[:, K:] = -eta_J*G0[:K, K:]*tJ2[:K, K:] - eta_J*J2[:K, K:]*tG0[:K, K:]
        # derivative of A: A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h
        tA = np.einsum("kj...,hij...->hki...", W, tCb) + np.einsum("kj...,hij...->hki...", tW, Cb)
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*noise**2*G0[:K, :K]*tJ2[:K, :K]/V + eta_J**2*noise**2*J2[:K, :K]*tG0[:K, :K]/V
            tE = tE + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], tI4[:K, :K, :, :]) + np.einsum("ij...,kl...,klij...->kl...", G0, tG0[:K, :K], I4[:K, :K, :, :]) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], tI4[:K, :K, :, :]) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], tG0[:K, :], I4[:K, :K, :, :]) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], tI4[:K, :K, :, :]) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], tG0[:K, :], I4[:K, :K, :, :]) + np.einsum("kl...,ij...,klij...->kl...", G0[:K, :K], tG0, I4[:K, :K, :, :]) + np.einsum("li...,kj...,klij...->kl...", G0[:K, :], tG0[:K, :], I4[:K, :K, :, :]) + np.einsum("lj...,ki...,klij...->kl...", G0[:K, :], tG0[:K, :], I4[:K, :K, :, :]) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], tI4[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], tmc0[:K], I4[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,l...,k...,klij...->kl...", mc0, mc0, mc0[:K], tmc0[:K], I4[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,k...,l...,j...,klij...->kl...", mc0, mc0[:K], mc0[:K], tmc0, I4[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("j...,k...,l...,i...,klij...->kl...", mc0, mc0[:K], mc0[:K], tmc0, I4[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            tE = tE + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], tI4[:K, :K, :, :], optimize=True)
        # derivative of dR: dR/dalpha
        tdR = -decay*eta_J*tR + tA[:, :, K:]
        # derivative of dQ: dQ/dalpha
        tdQ = -2.0 * decay*eta_J*tQ + tA[:, :, :K] + np.einsum("hlk...->hkl...", tA[:, :, :K])
        if np.any(np.isfinite(V)):
            tdQ = tdQ + shares[:, None, None]*tE[None]*variances[:, None, None]
        # derivative of dw0: dw0/dalpha
        tdw0 = -eta_0 * (np.einsum("i...,ki...->k...", mc0, tI2[:K, :]) + np.einsum("i...,ki...->k...", tmc0, I2[:K, :]))
    return tdR, tdQ, tdw0


def eps_g_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    along = np.broadcast_shapes(batch, tR.shape[3:])
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
        # derivative of Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        tCb = np.empty((blocks, S, S, *along))
        tCb[:, :K, :K] = tQ*variances[:, None, None]
        tCb[:, :K, K:] = tR*variances[:, None, None]
        tCb[:, K:, :K] = np.swapaxes(tCb[:, :K, K:], 1, 2)
        tCb[:, K:, K:] = np.full((blocks, M, M, *batch), 0.0)
        # derivative of C: covariance of the fields: sum over blocks
        tC = np.empty((S, S, *along))
        tC[:K, :K] = np.einsum("hkl...->kl...", tCb[:, :K, :K])
        tC[:K, K:] = np.einsum("hkn...->kn...", tCb[:, :K, K:])
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.einsum("hnm...->nm...", tCb[:, K:, K:])
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
