"""Pooled training on the task stream, adapted only at test time

Emitted by orderode 0.1.0 from the system pooled_fluctuations, digest b1a75debd964f563. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

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
    quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "b1a75debd964f563"
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


def _joint4_along(f, tf, v00, v01, v02, v03, v11, v12, v13, v22, v23, v33, tv00, tv01, tv02, tv03, tv11, tv12, tv13, tv22, tv23, tv33):
    """Derivative of f times the average of g over 4 fields, of their covariance: upper triangle, row by row."""
    total = ttotal = 0.0
    for t in range(n_path):
        a00 = v00 + 1
        ta00 = tv00
        a01 = v01
        ta01 = tv01
        a02 = v02*_PATH[t]
        ta02 = tv02*_PATH[t]
        a03 = v03*_PATH[t]
        ta03 = tv03*_PATH[t]
        a11 = v11 + 1
        ta11 = tv11
        a12 = v12*_PATH[t]
        ta12 = tv12*_PATH[t]
        a13 = v13*_PATH[t]
        ta13 = tv13*_PATH[t]
        a22 = v22 + 1
        ta22 = tv22
        a23 = v23
        ta23 = tv23
        a33 = v33 + 1
        ta33 = tv33
        x0 = a02**2
        tx0 = 2.0 * a02*ta02
        x1 = a00*a23
        tx1 = a00*ta23 + a23*ta00
        x2 = a01*a22
        tx2 = a01*ta22 + a22*ta01
        x3 = a12**2
        tx3 = 2.0 * a12*ta12
        x4 = a01**2
        tx4 = 2.0 * a01*ta01
        x5 = 1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)
        tx5 = -0.5 * (a00*a11*ta22 + a00*a22*ta11 - a00*tx3 + 2.0 * a01*a02*ta12 + 2.0 * a01*a12*ta02 + 2.0 * a02*a12*ta01 + a11*a22*ta00 - a11*tx0 - a22*tx4 - ta00*x3 - ta11*x0 - ta22*x4)*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3
        x6 = a23**2
        tx6 = 2.0 * a23*ta23
        x7 = a03**2
        tx7 = 2.0 * a03*ta03
        x8 = 1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)
        tx8 = -0.5 * (a00*a22*ta33 + a00*a33*ta22 - a00*tx6 + 2.0 * a02*a03*ta23 + 2.0 * a02*a23*ta03 + 2.0 * a03*a23*ta02 + a22*a33*ta00 - a22*tx7 - a33*tx0 - ta00*x6 - ta22*x7 - ta33*x0)*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3
        x9 = 0.4052847345693511 * _PATH_WEIGHT[t]
        x10 = a00*a33
        tx10 = a00*ta33 + a33*ta00
        x11 = a01*a23
        tx11 = a01*ta23 + a23*ta01
        x12 = a01*a33
        tx12 = a01*ta33 + a33*ta01
        x13 = a13**2
        tx13 = 2.0 * a13*ta13
        x14 = 1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)
        tx14 = -0.5 * (a00*a11*ta33 + a00*a33*ta11 - a00*tx13 + 2.0 * a01*a03*ta13 + 2.0 * a01*a13*ta03 + 2.0 * a03*a13*ta01 + a11*a33*ta00 - a11*tx7 - a33*tx4 - ta00*x13 - ta11*x7 - ta33*x4)*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3
        x15 = a11*a22
        tx15 = a11*ta22 + a22*ta11
        x16 = a11*a23
        tx16 = a11*ta23 + a23*ta11
        x17 = 1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)
        tx17 = -0.5 * (a11*a22*ta33 + a11*a33*ta22 - a11*tx6 + 2.0 * a12*a13*ta23 + 2.0 * a12*a23*ta13 + 2.0 * a13*a23*ta12 + a22*a33*ta11 - a22*tx13 - a33*tx3 - ta11*x6 - ta22*x13 - ta33*x3)*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3
        total = total + v02*x9*1.0 / np.sqrt(a00*a22 - x0)*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*1.0 / np.sqrt(x10 - x7)*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*1.0 / np.sqrt(x15 - x3)*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*1.0 / np.sqrt(a11*a33 - x13)*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12))
        ttotal = ttotal + tv02*x9*1.0 / np.sqrt(a00*a22 - x0)*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + tv03*x9*1.0 / np.sqrt(x10 - x7)*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + tv12*x9*1.0 / np.sqrt(x15 - x3)*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + tv13*x9*1.0 / np.sqrt(a11*a33 - x13)*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) - 0.5 * v02*x9*(a00*ta22 + a22*ta00 - tx0)*1.0 / np.sqrt(a00*a22 - x0)**3*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v02*x9*(tx5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0) + tx8*x5*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0) + x5*x8*(a00*a13*ta22 + a00*a22*ta13 + a01*a02*ta23 + a01*a23*ta02 + a02*a03*ta12 + a02*a12*ta03 + a02*a23*ta01 + a03*a12*ta02 - a03*tx2 - a12*tx1 + a13*a22*ta00 - a13*tx0 - ta03*x2 - ta12*x1 - ta13*x0))*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) - 0.5 * v03*x9*(tx10 - tx7)*1.0 / np.sqrt(x10 - x7)**3*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v03*x9*(tx14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1) + tx8*x14*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1) + x14*x8*(a02*a03*ta13 + a02*a13*ta03 - a02*tx12 + a03*a13*ta02 + a03*tx11 + a12*tx10 - a12*tx7 - a13*tx1 - ta02*x12 + ta03*x11 + ta12*x10 - ta12*x7 - ta13*x1))*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) - 0.5 * v12*x9*(tx15 - tx3)*1.0 / np.sqrt(x15 - x3)**3*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v12*x9*(tx17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2) + tx5*x17*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2) + x17*x5*(a02*a12*ta13 + a02*a13*ta12 - a02*tx16 + a03*tx15 - a03*tx3 + a12*a13*ta02 + a12*tx11 - a13*tx2 - ta02*x16 + ta03*x15 - ta03*x3 + ta12*x11 - ta13*x2))*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) - 0.5 * v13*x9*(a11*ta33 + a33*ta11 - tx13)*1.0 / np.sqrt(a11*a33 - x13)**3*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + v13*x9*(tx14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12) + tx17*x14*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12) + x14*x17*(a01*a13*ta23 + a01*a23*ta13 + a02*a11*ta33 + a02*a33*ta11 - a02*tx13 + a03*a12*ta13 + a03*a13*ta12 - a03*tx16 + a11*a33*ta02 + a12*a13*ta03 - a12*tx12 + a13*a23*ta01 - ta02*x13 - ta03*x16 - ta12*x12))*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1)
    return f*(ttotal + 0.4052847345693511 * (-0.5 * tv22*v23*1.0 / np.sqrt(v22 + 1)**3*1.0 / np.sqrt(v33 + 1) + tv23*1.0 / np.sqrt(v22 + 1)*1.0 / np.sqrt(v33 + 1) - 0.5 * tv33*v23*1.0 / np.sqrt(v22 + 1)*1.0 / np.sqrt(v33 + 1)**3)*np.arcsin(v01*1.0 / np.sqrt(v00 + 1)*1.0 / np.sqrt(v11 + 1))/np.sqrt(-v23**2*1.0 / np.sqrt(v22 + 1)**2*1.0 / np.sqrt(v33 + 1)**2 + 1) + 0.4052847345693511 * (-0.5 * tv00*v01*1.0 / np.sqrt(v00 + 1)**3*1.0 / np.sqrt(v11 + 1) + tv01*1.0 / np.sqrt(v00 + 1)*1.0 / np.sqrt(v11 + 1) - 0.5 * tv11*v01*1.0 / np.sqrt(v00 + 1)*1.0 / np.sqrt(v11 + 1)**3)*np.arcsin(v23*1.0 / np.sqrt(v22 + 1)*1.0 / np.sqrt(v33 + 1))/np.sqrt(-v01**2*1.0 / np.sqrt(v00 + 1)**2*1.0 / np.sqrt(v11 + 1)**2 + 1)) + tf*(total + 0.4052847345693511 * np.arcsin(v01*1.0 / np.sqrt(v00 + 1)*1.0 / np.sqrt(v11 + 1))*np.arcsin(v23*1.0 / np.sqrt(v22 + 1)*1.0 / np.sqrt(v33 + 1)))


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (K, M, K, M, ...), DRQ (K, M, K, K, ...), DRw (K, M, K, ...), DQQ (K, K, K, K, ...), DQw (K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    V = parameters.V
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
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
        ZY = ZY + eta_0*eta_J * np.einsum("lr...,kij...,kjr...->kil...", I2[:K, :], I3, M3[:K, :, :])
        if np.any(np.isfinite(V)):
            ZY = ZY + eta_0*eta_J*noise**2*I3[:, :, :K]*mc0[:K][:, None, None]/V
            ZY = ZY + eta_0*eta_J/V * (np.einsum("kjr...,kiljr...->kil...", M3[:K, :, :], I_g1xg0g0g0[:, :, :K, :, :]) + -1.0 * np.einsum("lr...,kij...,kjr...->kil...", I2[:K, :], I3, M3[:K, :, :]))
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        if np.any(np.isfinite(V)):
            Dww = Dww + eta_0**2*noise**2*I2[:K, :K]/V
            Dww = Dww + eta_0**2/V * (np.einsum("ij...,klij...->kl...", M2, I_g0g0g0g0[:K, :K, :, :]) + -1.0 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2))
            # covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s in one step
            ZS = -A[:, :, None, None]*mS[None, None]
            ZS = ZS + eta_J**3/V**2 * (-1.0 * np.einsum("kaljrs...,klaijrs...->kila...", M6[:, :, :K, :, :, :], I_g1g1g1xg0g0g0) + np.einsum("kij...,lars...,kaljrs...->kila...", I3, I4, M6[:, :, :K, :, :, :]))
            ZS = ZS + -eta_J**3/V * np.einsum("kij...,lars...,kaljrs...->kila...", I3, I4, M6[:, :, :K, :, :, :])
            ZS = ZS + eta_J**3*noise**2/V**2 * (-3.0 * np.einsum("klaj...,klaij...->kila...", M4[:K, :K, :K, :], I_g1g1g1xg0) + np.einsum("la...,kij...,klaj...->kila...", J2, I3, M4[:K, :K, :K, :]))
            ZS = ZS + -eta_J**3*noise**2*J2[None, None]/V * np.einsum("kij...,klaj...->kila...", I3, M4[:K, :K, :K, :])
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step
            YS = -dw0[:, None, None]*mS[None]
            YS = YS + eta_0*eta_J**2/V**2 * (-1.0 * np.einsum("alijr...,lakijr...->kla...", M5[:, :K, :, :, :], I_g1g1g0g0g0g0[:, :, :K, :, :, :]) + np.einsum("ki...,lajr...,alijr...->kla...", I2[:K, :], I4, M5[:, :K, :, :, :]))
            YS = YS + -eta_0*eta_J**2/V * np.einsum("ki...,lajr...,alijr...->kla...", I2[:K, :], I4, M5[:, :K, :, :, :])
            YS = YS + eta_0*eta_J**2*noise**2/V**2 * (-3.0 * np.einsum("lai...,laki...->kla...", M3[:K, :K, :], I4[:, :, :K, :]) + np.einsum("ki...,la...,lai...->kla...", I2[:K, :], J2, M3[:K, :K, :]))
            YS = YS + -eta_0*eta_J**2*noise**2*J2[None]/V * np.einsum("ki...,lai...->kla...", I2[:K, :], M3[:K, :K, :])
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
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
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
        tdw0 = -eta_0 * (np.einsum("i...,ki...->k...", mc0, tI2[:K, :]) + np.einsum("i...,ki...->k...", tmc0, I2[:K, :]))
    return tdR, tdQ, tdw0


def eps_g_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
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
        # derivative of eps_g: loss on fresh data before adaptation
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G0, tI2) + np.einsum("ij...,ij...->...", I2, tG0))
    return teps_g


def eps_g_adapted_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g_adapted in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    P = parameters.P
    inner_steps = parameters.inner_steps
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if np.any(np.isfinite(P)) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
    T = _with_batch(T, 2, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        if np.any(np.isfinite(P)):
            # derivative of r0: 1/sqrt(C[i, i]*fine[x] + 1)
            tr0 = -0.5 * fine[None]*r0**3*np.einsum("ii...->i...", tC)[:, None]
            # derivative of r1: 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1)
            tr1 = -0.5 * (-2.0 * C[:, :, None]**2*fine[None, None]*r0[:, None]*tr0[:, None] - 2.0 * C[:, :, None]*fine[None, None]*r0[:, None]**2*tC[:, :, None] + np.einsum("jj...->j...", tC)[None, :, None])*r1**3
            # derivative of I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
            tI_eg0g0_fff = np.zeros((S, S, S, *along))
            for x in range(n_fine):
                tI_eg0g0_fff = tI_eg0g0_fff + 0.63661977236758138 * (((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2 + C[None])*r1[:, :, x][:, :, None]*tr1[:, :, x][:, None] + (-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2 + C[None])*r1[:, :, x][:, None]*tr1[:, :, x][:, :, None] + (-2.0 * C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]*tr0[:, x][:, None, None] - C[:, :, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2*tC[:, None] - C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2*tC[:, :, None] + tC[None])*r1[:, :, x][:, :, None]*r1[:, :, x][:, None])*1.0 / np.sqrt(-(-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2 + C[None])**2*r1[:, :, x][:, :, None]**2*r1[:, :, x][:, None]**2 + 1)*fine_weight[x][None, None, None]*r0[:, x][:, None, None] + np.arcsin((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r0[:, x][:, None, None]**2 + C[None])*r1[:, :, x][:, :, None]*r1[:, :, x][:, None])*fine_weight[x][None, None, None]*tr0[:, x][:, None, None])
        # derivative of r2: 1/sqrt(C[i, i] + 1)
        tr2 = -0.5 * r2**3*np.einsum("ii...->i...", tC)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = 0.63661977236758138 * (C*r2[:, None]*tr2[None] + C*r2[None]*tr2[:, None] + r2[:, None]*r2[None]*tC)*1.0 / np.sqrt(-C**2*r2[:, None]**2*r2[None]**2 + 1)
        if np.any(np.isfinite(P)):
            # derivative of r3: asin(C[i, j]*r2[i]*r2[j])
            tr3 = (C*r2[:, None]*tr2[None] + C*r2[None]*tr2[:, None] + r2[:, None]*r2[None]*tC)*1.0 / np.sqrt(-C**2*r2[:, None]**2*r2[None]**2 + 1)
            # derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            tI_g0g0g0g0 = np.empty((S, S, S, S, *along))
            tI_g0g0g0g0 = _joint4_along(1, 0, np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None], np.einsum("ii...->i...", tC)[:, None, None, None], tC[:, :, None, None], tC[:, None, :, None], tC[:, None, None], np.einsum("jj...->j...", tC)[None, :, None, None], tC[None, :, :, None], tC[None, :, None], np.einsum("rr...->r...", tC)[None, None, :, None], tC[None, None], np.einsum("ss...->s...", tC)[None, None, None])
            twice = tI_eg0g0_fff + 0.63661977236758138 * tr3[None]
            for i in range(S):
                tI_g0g0g0g0[i, i] = tI_g0g0g0g0[i, :, i] = tI_g0g0g0g0[:, i, i] = tI_g0g0g0g0[i, :, :, i] = tI_g0g0g0g0[:, i, :, i] = tI_g0g0g0g0[:, :, i, i] = twice[i]
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
