"""Pooled training on the task stream, adapted only at test time; teachers vary with the task

Emitted by orderode 0.1.0 from the system pooled_varied_adjoint, digest a8da87377f14f482. Do not edit: change the model or the
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


def _joint4_back(slope, v00, v01, v02, v03, v11, v12, v13, v22, v23, v33):
    """slope times the derivatives of the average of g over 4 fields, of their covariance."""
    y_v00 = y_v01 = y_v02 = y_v03 = y_v11 = y_v12 = y_v13 = y_v22 = y_v23 = y_v33 = 0.0
    y_total = 0.0
    p_0 = v00 + 1
    p_1 = 1.0 / np.sqrt(p_0)
    p_2 = v11 + 1
    p_3 = 1.0 / np.sqrt(p_2)
    p_4 = p_1*p_3*v01
    p_5 = np.arcsin(p_4)
    p_6 = v22 + 1
    p_7 = 1.0 / np.sqrt(p_6)
    p_8 = v33 + 1
    p_9 = 1.0 / np.sqrt(p_8)
    p_10 = p_7*p_9*v23
    p_11 = np.arcsin(p_10)
    b_p_11 = 0.4052847345693511 * p_5*slope
    b_p_10 = b_p_11*1.0 / np.sqrt(1 - p_10**2)
    b_p_9 = b_p_10*p_7*v23
    b_p_8 = -0.5 * b_p_9*1.0 / np.sqrt(p_8)**3
    b_p_7 = b_p_10*p_9*v23
    b_p_6 = -0.5 * b_p_7*1.0 / np.sqrt(p_6)**3
    b_p_5 = 0.4052847345693511 * p_11*slope
    b_p_4 = b_p_5*1.0 / np.sqrt(1 - p_4**2)
    b_p_3 = b_p_4*p_1*v01
    b_p_2 = -0.5 * b_p_3*1.0 / np.sqrt(p_2)**3
    b_p_1 = b_p_4*p_3*v01
    b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
    y_total = y_total + slope
    y_v23 = y_v23 + b_p_10*p_7*p_9
    y_v33 = y_v33 + b_p_8
    y_v22 = y_v22 + b_p_6
    y_v01 = y_v01 + b_p_4*p_1*p_3
    y_v11 = y_v11 + b_p_2
    y_v00 = y_v00 + b_p_0
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
        b_x17 = y_total*(v12*x5*x9*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + v13*x14*x9*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_x16 = y_total*(-a02*v12*x17*x5*x9*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) - a03*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_x15 = y_total*(a03*v12*x17*x5*x9*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) - 0.5 * v12*x9*1.0 / np.sqrt(x15 - x3)**3*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)))
        b_x14 = y_total*(v03*x8*x9*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + v13*x17*x9*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_x13 = 0.5 * a00*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 + 0.5 * a22*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 + y_total*(-a02*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1) + 0.5 * v13*x9*1.0 / np.sqrt(a11*a33 - x13)**3*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)))
        b_x12 = y_total*(-a02*v03*x14*x8*x9*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) - a12*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_x11 = y_total*(a03*v03*x14*x8*x9*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + a12*v12*x17*x5*x9*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1))
        b_x10 = y_total*(a12*v03*x14*x8*x9*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) - 0.5 * v03*x9*1.0 / np.sqrt(x10 - x7)**3*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)))
        b_x8 = y_total*(v02*x5*x9*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v03*x14*x9*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1))
        b_x7 = 0.5 * a11*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 + 0.5 * a22*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(-a12*v03*x14*x8*x9*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + 0.5 * v03*x9*1.0 / np.sqrt(x10 - x7)**3*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)))
        b_x6 = 0.5 * a00*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + 0.5 * a11*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3
        b_x5 = y_total*(v02*x8*x9*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v12*x17*x9*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1))
        b_x4 = 0.5 * a22*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + 0.5 * a33*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3
        b_x3 = 0.5 * a00*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + 0.5 * a33*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 + y_total*(-a03*v12*x17*x5*x9*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + 0.5 * v12*x9*1.0 / np.sqrt(x15 - x3)**3*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)))
        b_x2 = y_total*(-a03*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) - a13*v12*x17*x5*x9*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1))
        b_x1 = y_total*(-a12*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) - a13*v03*x14*x8*x9*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1))
        b_x0 = 0.5 * a11*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + 0.5 * a33*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(-a13*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + 0.5 * v02*x9*1.0 / np.sqrt(a00*a22 - x0)**3*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)))
        b_a33 = a00*b_x10 + a01*b_x12 - 0.5 * b_x14*(a00*a11 - x4)*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 - 0.5 * b_x17*(a11*a22 - x3)*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 - 0.5 * b_x8*(a00*a22 - x0)*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(a02*a11*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1) - 0.5 * a11*v13*x9*1.0 / np.sqrt(a11*a33 - x13)**3*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)))
        b_a23 = a00*b_x1 + a01*b_x11 - a02*a03*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + a11*b_x16 - a12*a13*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 + 2.0 * a23*b_x6 + y_total*(a01*a02*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + a01*a13*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a22 = a01*b_x2 + a11*b_x15 - 0.5 * b_x17*(a11*a33 - x13)*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 - 0.5 * b_x5*(a00*a11 - x4)*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 - 0.5 * b_x8*(a00*a33 - x7)*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(a00*a13*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) - 0.5 * a00*v02*x9*1.0 / np.sqrt(a00*a22 - x0)**3*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)))
        b_a13 = -a01*a03*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 - a12*a23*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 + 2.0 * a13*b_x13 + y_total*(v02*x5*x8*x9*(a00*a22 - x0)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v03*x14*x8*x9*(a02*a03 - x1)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + v12*x17*x5*x9*(a02*a12 - x2)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + v13*x14*x17*x9*(a01*a23 + a03*a12)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a12 = -a01*a02*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + 2.0 * a12*b_x3 - a13*a23*b_x17*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 + y_total*(v02*x5*x8*x9*(a02*a03 - x1)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v03*x14*x8*x9*(x10 - x7)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + v12*x17*x5*x9*(a02*a13 + x11)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + v13*x14*x17*x9*(a03*a13 - x12)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a11 = a22*b_x15 + a23*b_x16 - 0.5 * b_x14*(a00*a33 - x7)*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 - 0.5 * b_x17*(a22*a33 - x6)*1.0 / np.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)**3 - 0.5 * b_x5*(a00*a22 - x0)*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + y_total*(a02*a33*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1) - 0.5 * a33*v13*x9*1.0 / np.sqrt(a11*a33 - x13)**3*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)))
        b_a03 = -a01*a13*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 - a02*a23*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + 2.0 * a03*b_x7 + y_total*(v02*x5*x8*x9*(a02*a12 - x2)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v03*x14*x8*x9*(a02*a13 + x11)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + v12*x17*x5*x9*(x15 - x3)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + v13*x14*x17*x9*(a12*a13 - x16)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a02 = -a01*a12*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 + 2.0 * a02*b_x0 - a03*a23*b_x8*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(v02*x5*x8*x9*(a01*a23 + a03*a12)*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + v03*x14*x8*x9*(a03*a13 - x12)*1.0 / np.sqrt(x10 - x7)*1.0 / np.sqrt(-x14**2*x8**2*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)**2 + 1) + v12*x17*x5*x9*(a12*a13 - x16)*1.0 / np.sqrt(x15 - x3)*1.0 / np.sqrt(-x17**2*x5**2*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)**2 + 1) + v13*x14*x17*x9*(a11*a33 - x13)*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a01 = 2.0 * a01*b_x4 - a02*a12*b_x5*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 - a03*a13*b_x14*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 + a22*b_x2 + a23*b_x11 + a33*b_x12 + y_total*(a02*a23*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) + a13*a23*v13*x14*x17*x9*1.0 / np.sqrt(a11*a33 - x13)*1.0 / np.sqrt(-x14**2*x17**2*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)**2 + 1))
        b_a00 = a23*b_x1 + a33*b_x10 - 0.5 * b_x14*(a11*a33 - x13)*1.0 / np.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)**3 - 0.5 * b_x5*(a11*a22 - x3)*1.0 / np.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)**3 - 0.5 * b_x8*(a22*a33 - x6)*1.0 / np.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)**3 + y_total*(a13*a22*v02*x5*x8*x9*1.0 / np.sqrt(a00*a22 - x0)*1.0 / np.sqrt(-x5**2*x8**2*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)**2 + 1) - 0.5 * a22*v02*x9*1.0 / np.sqrt(a00*a22 - x0)**3*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)))
        y_v02 = y_v02 + b_a02*_PATH[t] + x9*y_total*1.0 / np.sqrt(a00*a22 - x0)*np.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0))
        y_v03 = y_v03 + b_a03*_PATH[t] + x9*y_total*1.0 / np.sqrt(x10 - x7)*np.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1))
        y_v12 = y_v12 + b_a12*_PATH[t] + x9*y_total*1.0 / np.sqrt(x15 - x3)*np.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2))
        y_v13 = y_v13 + b_a13*_PATH[t] + x9*y_total*1.0 / np.sqrt(a11*a33 - x13)*np.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12))
        y_v33 = y_v33 + b_a33
        y_v23 = y_v23 + b_a23
        y_v22 = y_v22 + b_a22
        y_v11 = y_v11 + b_a11
        y_v01 = y_v01 + b_a01
        y_v00 = y_v00 + b_a00
    return y_v00, y_v01, y_v02, y_v03, y_v11, y_v12, y_v13, y_v22, y_v23, y_v33


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
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
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
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
        y_C = np.zeros((S, S, *along))
        y_r0 = np.zeros((S, *along))
        y_C1 = np.zeros((S, S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_r1 = np.zeros((K, S, *along))
        y_I3 = np.zeros((K, S, S, *along))
        y_J2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_A = np.zeros((K, S, *along))
        y_X = np.zeros((K, M, *along))
        if np.any(np.isfinite(V)):
            y_r2 = np.zeros((K, K, S, *along))
            y_I4 = np.zeros((K, K, S, S, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
        here = y_dw0
        whole = here * (np.einsum("i...,ki...->k...", mc0, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2[:K, :] += here[:, None]*mc0[None]
        y_mc0 += np.einsum("k...,ki...->i...", here, I2[:K, :])
        if np.any(np.isfinite(V)):
            here = y_dQ
            y_E += here
        here = y_dQ
        y_A[:, :K] += here
        y_A[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Q += -2.0 * decay*eta_J*here
        y_decay += np.einsum("kl...->...", np.broadcast_to(-2.0 * eta_J*here*Q, (K, K, *along)))
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-2.0 * decay*here*Q, (K, K, *along)))
        here = y_dR
        y_A[:, K:] += here
        y_R += -decay*eta_J*here
        y_X += -here
        y_decay += np.einsum("kn...->...", np.broadcast_to(-eta_J*here*R, (K, M, *along)))
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-decay*here*R, (K, M, *along)))
        here = y_X
        p_0 = -eta_J
        p_1 = G0[:K, K:]*J2[:K, K:]*spread[None]**2
        b_p_1 = here*p_0
        b_p_0 = here*p_1
        y_G0[:K, K:] += b_p_1*J2[:K, K:]*spread[None]**2
        y_J2[:K, K:] += b_p_1*G0[:K, K:]*spread[None]**2
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-b_p_0, (K, M, *along)))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_E
            whole = here * (np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_I4 += np.einsum("p...,ip...,jp...,kp...,lp...,kl...->klij...", kappa, L0, L0, L0[:K, :], L0[:K, :], here, optimize=True)
        if np.any(np.isfinite(V)):
            here = y_E
            whole = here * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_G0 += np.einsum("kl...,kl...,klij...->ij...", G0[:K, :K], here, I4)
            y_G0[:K, :K] += np.einsum("ij...,kl...,klij...->kl...", G0, here, I4)
            y_I4 += G0[None, None]*G0[:K, :K][:, :, None, None]*here[:, :, None, None]
            y_G0[:K, :] += np.einsum("lj...,kl...,klij...->ki...", G0[:K, :], here, I4)
            y_G0[:K, :] += np.einsum("ki...,kl...,klij...->lj...", G0[:K, :], here, I4)
            y_I4 += G0[:K, :][:, None, :, None]*G0[:K, :][None, :, None]*here[:, :, None, None]
            y_G0[:K, :] += np.einsum("li...,kl...,klij...->kj...", G0[:K, :], here, I4)
            y_G0[:K, :] += np.einsum("kj...,kl...,klij...->li...", G0[:K, :], here, I4)
            y_I4 += G0[:K, :][:, None, None]*G0[:K, :][None, :, :, None]*here[:, :, None, None]
            y_I4 += -2.0 * here[:, :, None, None]*mc0[None, None, :, None]*mc0[None, None, None]*mc0[:K][:, None, None, None]*mc0[:K][None, :, None, None]
            y_mc0 += -2.0 * np.einsum("j...,k...,l...,kl...,klij...->i...", mc0, mc0[:K], mc0[:K], here, I4, optimize=True)
            y_mc0 += -2.0 * np.einsum("i...,k...,l...,kl...,klij...->j...", mc0, mc0[:K], mc0[:K], here, I4, optimize=True)
            y_mc0[:K] += -2.0 * np.einsum("i...,j...,l...,kl...,klij...->k...", mc0, mc0, mc0[:K], here, I4, optimize=True)
            y_mc0[:K] += -2.0 * np.einsum("i...,j...,k...,kl...,klij...->l...", mc0, mc0, mc0[:K], here, I4, optimize=True)
            here = y_E
            p_0 = eta_J**2*noise**2
            p_1 = G0[:K, :K]*J2[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0[:K, :K] += b_p_1*J2[:K, :K]/V
            y_J2[:K, :K] += b_p_1*G0[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0[:K, :K]*J2[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A
        whole = here * (np.einsum("kj...,kij...->ki...", G0[:K, :], I3))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0[:K, :] += np.einsum("ki...,kij...->kj...", here, I3)
        y_I3 += G0[:K, :][:, None]*here[:, :, None]
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        here = y_J2
        p_0 = np.einsum("ijj...->ij...", C1) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r0[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1)[...] += b_p_0
        if np.any(np.isfinite(V)):
            here = y_I4
            p_0 = C1[:K, :, :][:, None] - C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2
            p_1 = p_0*r2[:, :, :, None]*r2[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r2[:, :, :, None]*r2[:, :, None]
            y_r0[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r1[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r1[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None] + b_p_3*p_2*r0[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r2[:, :, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r2[:, :, :, None], (K, K, S, S, *along)))
            y_C1[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1[:K, :K, :][:, :, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r2
            p_0 = np.einsum("kii...->ki...", C1[:K, :, :])[:, None] - C1[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1[:K, :K, :] += -2.0 * b_p_0*C1[:K, :K, :]*r1[:, :K][:, :, None]**2
            y_r1[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:K, :K, :]**2*r1[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3
        b_p_0 = 0.63661977236758138 * here
        y_C1[:K, :, :] += b_p_0*r0[:K][:, None, None]*r1[:, None]
        y_r0[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1[:K, :, :]*r1[:, None], (K, S, S, *along)))
        y_r1 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1[:K, :, :]*r0[:K][:, None, None], (K, S, S, *along)))
        here = y_r1
        p_0 = np.einsum("kii...->ki...", C1[:K, :, :]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kii...->ki...", y_C1[:K, :, :])[...] += b_p_0
        here = y_I2
        p_0 = C*r0[:, None]*r0[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C += b_p_0*r0[:, None]*r0[None]
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C*r0[None], (S, S, *along)))
        y_r0 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C*r0[:, None], (S, S, *along)))
        here = y_C1
        y_C += np.einsum("ijr...->ij...", np.broadcast_to(-here*C[:, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C += np.einsum("ijr...->ir...", np.broadcast_to(-here*C[:, :, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C += np.einsum("ijr...->jr...", np.broadcast_to(here, (S, S, S, *along)))
        y_r0 += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * here*C[:, :, None]*C[:, None]*r0[:, None, None], (S, S, S, *along)))
        here = y_r0
        p_0 = np.einsum("ii...->i...", C) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C)[...] += b_p_0
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
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
        y_C = np.zeros((S, S, *along))
        y_r0 = np.zeros((S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
        here = y_eps_g
        here = 0.5 * here
        y_G0 += here*I2
        y_I2 += here*G0
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        here = y_I2
        p_0 = C*r0[:, None]*r0[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C += b_p_0*r0[:, None]*r0[None]
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C*r0[None], (S, S, *along)))
        y_r0 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C*r0[:, None], (S, S, *along)))
        here = y_r0
        p_0 = np.einsum("ii...->i...", C) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C)[...] += b_p_0
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)


def eps_g_adapted(R, Q, w0, y_eps_g_adapted, T, parameters):
    """Backwards: slopes of the sum of eps_g_adapted, as of the same name without _adjoint, times y_eps_g_adapted, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
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
    along = np.broadcast_shapes(batch, np.shape(y_eps_g_adapted)[0:])
    y_eps_g_adapted = np.broadcast_to(np.asarray(y_eps_g_adapted, dtype=float), along).copy()
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
        y_C = np.zeros((S, S, *along))
        y_r2 = np.zeros((S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_h = np.zeros((K, *along))
        y_h_next = np.zeros((K, *along))
        y_H = np.zeros((K, M, *along))
        y_H_next = np.zeros((K, M, *along))
        y_base = np.zeros((S, *along))
        y_L = np.zeros((S, M, *along))
        y_mc = np.zeros((S, *along))
        y_G = np.zeros((S, S, *along))
        if np.any(np.isfinite(P)):
            y_r0 = np.zeros((S, n_fine, *along))
            y_r1 = np.zeros((S, S, n_fine, *along))
            y_I_eg0g0_fff = np.zeros((S, S, S, *along))
            y_r3 = np.zeros((S, S, *along))
            y_I_g0g0g0g0 = np.zeros((S, S, S, S, *along))
            y_base0 = np.zeros((S, *along))
            y_base1 = np.zeros((S, *along))
            y_L1 = np.zeros((S, M, *along))
            y_mc0 = np.zeros((S, *along))
            y_G0 = np.zeros((S, S, *along))
            y_mc1 = np.zeros((S, *along))
            y_G1 = np.zeros((S, S, *along))
            y_p21 = np.zeros(along)
            y_p22 = np.zeros(along)
            y_B2 = np.zeros((K, K, *along))
            y_P2 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
        if np.any(np.isfinite(P)):
            here = y_eps_g_adapted
            here = 0.5 * here
            y_I2 += here*P2
            y_P2 += here*I2
        here = y_eps_g_adapted
        here = 0.5 * here
        y_G += here*I2
        y_I2 += here*G
        if np.any(np.isfinite(P)):
            y_P2[:K, K:] += np.einsum("nk...->kn...", y_P2[K:, :K])
            here = y_P2[:K, :K]
            y_B2 += here*p21
            y_G1[:K, :K] += here*p22
            y_p21 += np.einsum("kl...->...", np.broadcast_to(here*B2, (K, K, *along)))
            y_p22 += np.einsum("kl...->...", np.broadcast_to(here*G1[:K, :K], (K, K, *along)))
            here = y_B2
            whole = here * (np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :]))
            y_eta_w += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w*whole, (K, K, *along)))
            here = eta_w**2 * here
            y_G0 += np.einsum("kl...,klij...->ij...", here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += G0[None, None]*here[:, :, None, None]
            here = y_B2
            y_I2[:K, :K] += eta_w**2*here*noise**2
            y_eta_w += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w*here*noise**2*I2[:K, :K], (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w**2*here*noise*I2[:K, :K], (K, K, *along)))
            here = y_p22
            y_P += here/P**2
            here = y_p21
            y_P += -here/P**2
            here = y_G1
            y_L1 += np.einsum("jp...,mp...,ij...->im...", L1, cov, here)
            y_L1 += np.einsum("im...,mp...,ij...->jp...", L1, cov, here)
            here = y_G1
            y_mc1 += np.einsum("ij...->i...", np.broadcast_to(here*mc1[None], (S, S, *along)))
            y_mc1 += np.einsum("ij...->j...", np.broadcast_to(here*mc1[:, None], (S, S, *along)))
            here = y_mc1
            y_L1 += here[:, None]*mean[None]
            here = y_mc1
            y_base1 += here
            here = y_G0
            y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
            y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
            here = y_mc0
            y_base0 += here
        here = y_G
        y_L += np.einsum("jp...,mp...,ij...->im...", L, cov, here)
        y_L += np.einsum("im...,mp...,ij...->jp...", L, cov, here)
        here = y_G
        y_mc += np.einsum("ij...->i...", np.broadcast_to(here*mc[None], (S, S, *along)))
        y_mc += np.einsum("ij...->j...", np.broadcast_to(here*mc[:, None], (S, S, *along)))
        here = y_mc
        y_L += here[:, None]*mean[None]
        here = y_mc
        y_base += here
        if np.any(np.isfinite(P)):
            here = y_L1[:K, :]
            y_H += here
            here = y_base1[:K]
            y_h += here
            y_w0 += -here
            here = y_base0[:K]
            y_w0 += here
        here = y_L[:K, :]
        y_H += here
        here = y_base[:K]
        y_h += here
        for step in reversed(range(inner_steps)):
            H = np.full((K, M, *batch), 0.0)
            for _ in range(step):
                H_next = eta_w*I2[:K, K:] + H
                H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
                H = H_next
            here = y_H.copy()
            y_H[...] = 0.0
            y_H_next += here
            here = y_H_next
            whole = here * (np.einsum("lm...,kl...->km...", H, I2[:K, :K]))
            y_eta_w += np.einsum("km...->...", np.broadcast_to(-whole, (K, M, *along)))
            here = (-eta_w) * here
            y_H += np.einsum("kl...,km...->lm...", I2[:K, :K], here)
            y_I2[:K, :K] += np.einsum("lm...,km...->kl...", H, here)
            here = y_H_next.copy()
            y_H_next[...] = 0.0
            y_H += here
            y_I2[:K, K:] += eta_w*here
            y_eta_w += np.einsum("km...->...", np.broadcast_to(here*I2[:K, K:], (K, M, *along)))
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            H_next = eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            H = H_next
        here = y_H.copy()
        y_H[...] = 0.0
        for step in reversed(range(inner_steps)):
            h = w0
            for _ in range(step):
                h_next = h
                h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
                h = h_next
            here = y_h.copy()
            y_h[...] = 0.0
            y_h_next += here
            here = y_h_next
            whole = here * (np.einsum("l...,kl...->k...", h, I2[:K, :K]))
            y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
            here = (-eta_w) * here
            y_I2[:K, :K] += h[None]*here[:, None]
            y_h += np.einsum("k...,kl...->l...", here, I2[:K, :K])
            here = y_h_next.copy()
            y_h_next[...] = 0.0
            y_h += here
        h = w0
        for _ in range(inner_steps):
            h_next = h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        here = y_h.copy()
        y_h[...] = 0.0
        y_w0 += here
        if np.any(np.isfinite(P)):
            y_twice = np.zeros((S, S, S, *along))
            for i in reversed(range(S)):
                y_twice[i] += y_I_g0g0g0g0[i, i]
                y_I_g0g0g0g0[i, i] = 0.0
                y_twice[i] += y_I_g0g0g0g0[i, :, i]
                y_I_g0g0g0g0[i, :, i] = 0.0
                y_twice[i] += y_I_g0g0g0g0[:, i, i]
                y_I_g0g0g0g0[:, i, i] = 0.0
                y_twice[i] += y_I_g0g0g0g0[i, :, :, i]
                y_I_g0g0g0g0[i, :, :, i] = 0.0
                y_twice[i] += y_I_g0g0g0g0[:, i, :, i]
                y_I_g0g0g0g0[:, i, :, i] = 0.0
                y_twice[i] += y_I_g0g0g0g0[:, :, i, i]
                y_I_g0g0g0g0[:, :, i, i] = 0.0
            here = y_twice
            y_I_eg0g0_fff += here
            y_r3 += np.einsum("ijr...->jr...", np.broadcast_to(0.63661977236758138 * here, (S, S, S, *along)))
            here = y_I_g0g0g0g0.copy()
            y_I_g0g0g0g0[...] = 0.0
            b_p_0 = here
            g_0 = _joint4_back(b_p_0, np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ijrs...->i...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[0]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->ij...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[1]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->ir...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[2]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->is...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[3]), (S, S, S, S, *along)))
            np.einsum("jj...->j...", y_C)[...] += np.einsum("ijrs...->j...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[4]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->jr...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[5]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->js...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[6]), (S, S, S, S, *along)))
            np.einsum("rr...->r...", y_C)[...] += np.einsum("ijrs...->r...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[7]), (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->rs...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[8]), (S, S, S, S, *along)))
            np.einsum("ss...->s...", y_C)[...] += np.einsum("ijrs...->s...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[9]), (S, S, S, S, *along)))
            here = y_r3
            p_0 = C*r2[:, None]*r2[None]
            b_p_0 = here*1.0 / np.sqrt(1 - p_0**2)
            y_C += b_p_0*r2[:, None]*r2[None]
            y_r2 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C*r2[None], (S, S, *along)))
            y_r2 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C*r2[:, None], (S, S, *along)))
        here = y_I2
        p_0 = C*r2[:, None]*r2[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C += b_p_0*r2[:, None]*r2[None]
        y_r2 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C*r2[None], (S, S, *along)))
        y_r2 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C*r2[:, None], (S, S, *along)))
        here = y_r2
        p_0 = np.einsum("ii...->i...", C) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C)[...] += b_p_0
        if np.any(np.isfinite(P)):
            here = y_I_eg0g0_fff
            for x in range(n_fine):
                p_0 = -r0[:, x][:, None, None]**2
                p_1 = C[:, :, None]*C[:, None]*fine[x][None, None, None]
                p_2 = p_0*p_1 + C[None]
                p_3 = p_2*r1[:, :, x][:, :, None]*r1[:, :, x][:, None]
                p_4 = np.arcsin(p_3)
                b_p_5 = 0.63661977236758138 * here
                b_p_4 = b_p_5*fine_weight[x][None, None, None]*r0[:, x][:, None, None]
                b_p_3 = b_p_4*1.0 / np.sqrt(1 - p_3**2)
                b_p_2 = b_p_3*r1[:, :, x][:, :, None]*r1[:, :, x][:, None]
                b_p_1 = b_p_2*p_0
                b_p_0 = b_p_2*p_1
                y_r0[:, x] += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * b_p_0*r0[:, x][:, None, None] + b_p_5*p_4*fine_weight[x][None, None, None], (S, S, S, *along)))
                y_r1[:, :, x] += np.einsum("ijr...->ij...", np.broadcast_to(b_p_3*p_2*r1[:, :, x][:, None], (S, S, S, *along)))
                y_r1[:, :, x] += np.einsum("ijr...->ir...", np.broadcast_to(b_p_3*p_2*r1[:, :, x][:, :, None], (S, S, S, *along)))
                y_C += np.einsum("ijr...->jr...", np.broadcast_to(b_p_2, (S, S, S, *along)))
                y_C += np.einsum("ijr...->ij...", np.broadcast_to(b_p_1*C[:, None]*fine[x][None, None, None], (S, S, S, *along)))
                y_C += np.einsum("ijr...->ir...", np.broadcast_to(b_p_1*C[:, :, None]*fine[x][None, None, None], (S, S, S, *along)))
            here = y_r1
            p_0 = -C[:, :, None]**2*fine[None, None]*r0[:, None]**2 + np.einsum("jj...->j...", C)[None, :, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            y_C += np.einsum("ijx...->ij...", np.broadcast_to(-2.0 * b_p_0*C[:, :, None]*fine[None, None]*r0[:, None]**2, (S, S, n_fine, *along)))
            np.einsum("jj...->j...", y_C)[...] += np.einsum("ijx...->j...", np.broadcast_to(b_p_0, (S, S, n_fine, *along)))
            y_r0 += np.einsum("ijx...->ix...", np.broadcast_to(-2.0 * b_p_0*C[:, :, None]**2*fine[None, None]*r0[:, None], (S, S, n_fine, *along)))
            here = y_r0
            p_0 = np.einsum("ii...->i...", C)[:, None]*fine[None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ix...->i...", np.broadcast_to(b_p_0*fine[None], (S, n_fine, *along)))
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)
