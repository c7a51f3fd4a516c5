"""FO-ANIL: the head adapts in an inner loop, first-order outer step; teachers vary with the task

Emitted by orderode 0.1.0 from the system fo_anil_varied_adjoint, digest dc84d11e5d9f3029. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: arXiv 2408.12545

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
    quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes; g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07
    nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): left out: no part of it is known where the teacher varies with the task

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf

DIGEST = "dc84d11e5d9f3029"
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

#: strengths of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most
n_square = 4
_SQUARE = np.array(
    [
        1.0307240770272368, 1.2592670725916821, 1.6165727214646848, 1.9168663365684531,
    ]
)

#: weights of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most
_SQUARE_WEIGHT = np.array(
    [
        -0.42988755889773028, -0.31629594366833252, -0.18211935431582907, -0.071697143118108125,
    ]
)

#: strengths of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most
n_quartic = 4
_QUARTIC = np.array(
    [
        2.1028936336367146, 2.5084723662975725, 3.0452007395688132, 3.6548924341451614,
    ]
)

#: weights of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most
_QUARTIC_WEIGHT = np.array(
    [
        0.3007729784066514, 0.43221520697299254, 0.239652036200282, 0.02735977842007406,
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
    nodes: np.ndarray | None = None  # nodes of a rule for independent standard normal numbers, one row per node (n_nodes, S); None: for P or V infinite only
    weights: np.ndarray | None = None  # its weights (n_nodes); None: for P or V infinite only
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


def _coupled(U):
    """Whether anything but the diagonal of a matrix is not zero."""
    return np.any(U[~np.eye(len(U), dtype=bool)] != 0.0)


def _factor(C):
    """Lower triangular F with F F^T = C; a column whose pivot is rounding only is zero."""
    F = np.zeros(C.shape)
    for j in range(C.shape[0]):
        rest = C[j:, j] - np.einsum("ik...,k...->i...", F[j:, :j], F[j, :j])
        positive = rest[0] > 1e-14 * C[j, j]
        pivot = np.sqrt(np.where(positive, rest[0], 1.0))
        F[j, j] = np.where(positive, pivot, 0.0)
        F[j + 1 :, j] = np.where(positive, rest[1:] / pivot, 0.0)
    return F


def _factor_back(F, yF, yC):
    """Slopes yF with respect to the lower triangular F with F F^T = C, added to slopes yC; NaN where a pivot is zero."""
    yF = yF.copy()
    for j in reversed(range(F.shape[0])):
        pivot = np.where(F[j, j] > 0.0, F[j, j], np.nan)
        rest = yF[j:, j] / pivot
        rest[0] = 0.5 * (rest[0] - np.einsum("i...,i...->...", rest[1:], F[j + 1 :, j]) / pivot)
        yF[j:, :j] -= rest[:, None] * F[j, :j]
        yF[j, :j] -= np.einsum("i...,ik...->k...", rest, F[j:, :j])
        yC[j:, j] += rest


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


#: Number of points of a lattice -> its generator.
LATTICES = {
    1021: [1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128],
    4093: [1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413],
    16381: [1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472],
    65521: [1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729],
    262139: [1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852],
}


def nodes(S, size):
    """Nodes (n, S) and weights (n,) of a rule for S <= 14 independent standard normal numbers.

    A lattice of ``size`` points, one of 1021, 4093, 16381, 65521, 262139, under x = s log(u/(1-u)); for even integrands, so that
    one point of each pair x, -x is given: n = (size + 1)/2.
    """
    if size not in LATTICES or not 1 <= S <= 14:
        raise ValueError(f"no rule of {size} points in {S} dimensions: sizes {list(LATTICES)}, at most 14 dimensions")
    scale = 0.9 if S <= 5 else 0.8 if S <= 8 else 0.65
    k = np.arange((size + 1) // 2)
    u = (np.multiply.outer(k, LATTICES[size][:S]) % size + 0.5 * size) / size
    u -= u >= 1.0
    x = scale * np.log(u / (1.0 - u))
    weights = np.prod(np.exp(-0.5 * x * x) / (u * (1.0 - u)), axis=1) * np.where(k > 0, 2.0, 1.0)
    return x, weights / np.sum(weights)


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there; where there are no nodes, for they are not needed, NaN of w0."""
    eta_J = parameters.eta_J
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    P = parameters.P
    inner_steps = parameters.inner_steps
    higher = 0.0 if parameters.first_order else 1.0
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if np.any(np.isfinite(P)) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 2, batch)
    square = _with_batch(_SQUARE, 1, batch)
    square_weight = _with_batch(_SQUARE_WEIGHT, 1, batch)
    quartic = _with_batch(_QUARTIC, 1, batch)
    quartic_weight = _with_batch(_QUARTIC_WEIGHT, 1, batch)
    fine = _with_batch(_FINE, 1, batch)
    fine_weight = _with_batch(_FINE_WEIGHT, 1, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    nodes = None if parameters.nodes is None else _with_batch(parameters.nodes, 2, batch)
    weights = None if parameters.weights is None else _with_batch(parameters.weights, 1, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    missing = np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and nodes is None
    if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and (nodes is None or weights is None):
        if np.any(w0 != 0.0) or np.any(mean != 0.0) or _coupled(cov):
            raise ValueError("nodes and weights are missing: finite P and V need them unless w0 is zero, mean is zero, cov is diagonal")
        nodes = np.zeros((0, S,) + (1,) * len(batch))
        weights = np.zeros((0,) + (1,) * len(batch))
    n_nodes = 0 if weights is None else len(weights)
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # 1/sqrt(C[n, n]*quartic[g] + 1)
            r1 = 1.0 / np.sqrt(np.einsum("nn...->n...", C[K:, K:])[:, None]*quartic[None] + 1)
            # covariance of the fields with the Gaussian weight of n absorbed, of the strengths g
            Cq = C[None, None] - C[K:, :][None, :, :, None]*C[K:, :][None, :, None]*quartic[:, None, None, None]*np.einsum("ng...->gn...", r1)[:, :, None, None]**2
            # 1/sqrt(C[i, i]*square[c] + 1)
            r2 = 1.0 / np.sqrt(np.einsum("ii...->i...", C)[:, None]*square[None] + 1)
            # covariance of the fields with the Gaussian weight of i absorbed, of the strengths c
            Cs1 = -C[None, :, :, None]*C[None, :, None]*np.einsum("ic...->ci...", r2)[:, :, None, None]**2*square[:, None, None, None] + C[None, None]
            # 1/sqrt(Cs1[c, n, i, i]*square[d] + 1)
            r3 = 1.0 / np.sqrt(np.einsum("cnii...->cni...", Cs1[:, K:, :, :])[:, :, :, None]*square[None, None, None] + 1)
            # covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d
            Cs2 = -Cs1[:, K:, :, :][:, None, :, :, :, None]*Cs1[:, K:, :, :][:, None, :, :, None]*np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None] + Cs1[:, K:, :, :][:, None, :, None]
        if np.any(np.isfinite(P)):
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
        # 1/sqrt(C1[k, i, i] + 1)
        r6 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1[:K, :, :]*r0[:K][:, None, None]*r6[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1)
            r7 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1[:K, :, :])[:, None] - C1[:K, :K, :]**2*r6[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:K, :, :][:, None] - C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*r7[:, :, None])*r0[:K][:, None, None, None]*r6[:, :K][:, :, None, None]
        if np.any(np.isfinite(P)):
            # asin(C[i, j]*r0[i]*r0[j])
            r8 = np.arcsin(C*r0[:, None]*r0[None])
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
            I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            twice = I_eg0g0_fff + 0.63661977236758138 * r8[None]
            for i in range(S):
                I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
        # <g'(z_i) g'(z_j)> over the fields
        J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1) + 1)*r0[:, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # 1/sqrt(Cq[g, n, k, k]*square[c] + 1)
            r9 = 1.0 / np.sqrt(np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K])[:, :, :, None]*square[None, None, None] + 1)
            # 1/sqrt(-Cq[g, n, k, l]**2*r9[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1)
            r10 = 1.0 / np.sqrt(-Cq[:, :, :K, :K][:, :, :, :, None]**2*r9[:, :, :, None]**2*square[None, None, None, None] + np.einsum("gnll...->gnl...", Cq[:, :, :K, :K])[:, :, None, :, None] + 1)
            # <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_qhg0g0_blll = np.zeros((M, K, K, K, *batch))
            for g, d in np.ndindex(n_quartic, n_square):
                I_qhg0g0_blll = I_qhg0g0_blll + 0.63661977236758138 * np.arcsin((-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None])*quartic_weight[g][None, None, None, None]*r1[:, g][:, None, None, None]*r9[g, :, :, d][:, :, None, None]*square_weight[d][None, None, None, None]
            # 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1)
            r11 = 1.0 / np.sqrt(np.einsum("cdnmkk...->cdnmk...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None]*square[None, None, None, None, None] + 1)
            # 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r11[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1)
            r12 = 1.0 / np.sqrt(-Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r11[:, :, :, :, :, None]**2*square[None, None, None, None, None, None] + np.einsum("cdnmll...->cdnml...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None] + 1)
            # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hhhg0g0_bblll = np.zeros((M, M, K, K, K, *batch))
            if M >= 2:
                for c, d, f in np.ndindex(n_square, n_square, n_square):
                    I_hhhg0g0_bblll = I_hhhg0g0_bblll + 0.63661977236758138 * np.arcsin((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None])*r11[c, d, :, :, :, f][:, :, :, None, None]*r2[K:, c][:, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None]
            twice = I_qhg0g0_blll
            for n in range(M):
                I_hhhg0g0_bblll[n, n] = twice[n]
            # 1/sqrt(Cq[g, n, k, k] + 1)
            r13 = 1.0 / np.sqrt(np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K]) + 1)
            # <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields
            I_qg0g0_bll = np.zeros((M, K, K, *batch))
            for g in range(n_quartic):
                I_qg0g0_bll = I_qg0g0_bll + 0.63661977236758138 * np.arcsin(Cq[g, :, :K, :K]*r13[g, :, :][:, :, None]*r13[g, :, :][:, None])*quartic_weight[g][None, None, None]*r1[:, g][:, None, None]
            # 1/sqrt(Cs2[c, d, n, i, j, j] + 1)
            r14 = 1.0 / np.sqrt(np.einsum("cdnijj...->cdnij...", Cs2) + 1)
            # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            I_hhg0g0_bbll = np.zeros((M, M, K, K, *batch))
            if M >= 2:
                for c, d in np.ndindex(n_square, n_square):
                    I_hhg0g0_bbll = I_hhg0g0_bbll + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None])*r2[K:, c][:, None, None, None]*r3[c, :, K:, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            twice = I_qg0g0_bll
            for n in range(M):
                I_hhg0g0_bbll[n, n] = twice[n]
            # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields
            I_hhg0g0_bllb = np.zeros((M, K, K, M, *batch))
            for c, d in np.ndindex(n_square, n_square):
                I_hhg0g0_bllb = I_hhg0g0_bllb + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None])*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hhg0g0_blll = np.zeros((M, K, K, K, *batch))
            for c, d in np.ndindex(n_square, n_square):
                I_hhg0g0_blll = I_hhg0g0_blll + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None])*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            # 1/sqrt(Cs1[c, i, j, j] + 1)
            r15 = 1.0 / np.sqrt(np.einsum("cijj...->cij...", Cs1) + 1)
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields
            I_hg0g0_blb = np.zeros((M, K, M, *batch))
            for c in range(n_square):
                I_hg0g0_blb = I_hg0g0_blb + 0.63661977236758138 * np.arcsin(Cs1[c, K:, :K, K:]*r15[c, K:, :K][:, :, None]*r15[c, K:, K:][:, None])*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            I_hg0g0_bll = np.zeros((M, K, K, *batch))
            for c in range(n_square):
                I_hg0g0_bll = I_hg0g0_bll + 0.63661977236758138 * np.arcsin(Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, :, None]*r15[c, K:, :K][:, None])*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields
            I_hg0g0_llb = np.zeros((K, K, M, *batch))
            for c in range(n_square):
                I_hg0g0_llb = I_hg0g0_llb + 0.63661977236758138 * np.arcsin(Cs1[c, :K, :K, K:]*r15[c, :K, :K][:, :, None]*r15[c, :K, K:][:, None])*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hg0g0_lll = np.zeros((K, K, K, *batch))
            for c in range(n_square):
                I_hg0g0_lll = I_hg0g0_lll + 0.63661977236758138 * np.arcsin(Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, None]*r15[c, :K, :K][:, :, None])*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            I_qg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *batch))
            if K >= 4:
                for g in range(n_quartic):
                    I_qg0g0g0g0_bllll = I_qg0g0g0g0_bllll + _joint4(np.einsum("nkk...->nk...", Cq[g, :, :K, :K])[:, :, None, None, None], Cq[g, :, :K, :K][:, :, :, None, None], Cq[g, :, :K, :K][:, :, None, :, None], Cq[g, :, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cq[g, :, :K, :K])[:, None, :, None, None], Cq[g, :, :K, :K][:, None, :, :, None], Cq[g, :, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cq[g, :, :K, :K])[:, None, None, :, None], Cq[g, :, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cq[g, :, :K, :K])[:, None, None, None])*quartic_weight[g][None, None, None, None, None]*r1[:, g][:, None, None, None, None]
            twice = I_qg0g0_bll[:, None] + I_qhg0g0_blll
            for k in range(K):
                I_qg0g0g0g0_bllll[:, k, k] = I_qg0g0g0g0_bllll[:, k, :, k] = I_qg0g0g0g0_bllll[:, :, k, k] = I_qg0g0g0g0_bllll[:, k, :, :, k] = I_qg0g0g0g0_bllll[:, :, k, :, k] = I_qg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
            # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            I_hhg0g0g0g0_bbllll = np.zeros((M, M, K, K, K, K, *batch))
            if M >= 2 and K >= 4:
                for c, d in np.ndindex(n_square, n_square):
                    I_hhg0g0g0g0_bbllll = I_hhg0g0g0g0_bbllll + _joint4(np.einsum("nmkk...->nmk...", Cs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", Cs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, None])*r2[K:, c][:, None, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None, None]*square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None]
            twice = I_qg0g0g0g0_bllll
            for n in range(M):
                I_hhg0g0g0g0_bbllll[n, n] = twice[n]
            twice = I_hhg0g0_bbll[:, :, None] + I_hhhg0g0_bblll
            for k in range(K):
                I_hhg0g0g0g0_bbllll[:, :, k, k] = I_hhg0g0g0g0_bbllll[:, :, k, :, k] = I_hhg0g0g0g0_bbllll[:, :, :, k, k] = I_hhg0g0g0g0_bbllll[:, :, k, :, :, k] = I_hhg0g0g0g0_bbllll[:, :, :, k, :, k] = I_hhg0g0g0g0_bbllll[:, :, :, :, k, k] = twice[:, :, k]
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
            I_hg0g0g0g0_blllb = np.zeros((M, K, K, K, M, *batch))
            if K >= 3:
                for c in range(n_square):
                    I_hg0g0g0g0_blllb = I_hg0g0g0g0_blllb + _joint4(np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, K:][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, K:][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, K:][:, None, None], np.einsum("nmm...->nm...", Cs1[c, K:, K:, K:])[:, None, None, None])*r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None]
            twice = I_hg0g0_blb[:, None] + I_hhg0g0_bllb
            for k in range(K):
                I_hg0g0g0g0_blllb[:, k, k] = I_hg0g0g0g0_blllb[:, k, :, k] = I_hg0g0g0g0_blllb[:, :, k, k] = twice[:, k]
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            I_hg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *batch))
            if K >= 4:
                for c in range(n_square):
                    I_hg0g0g0g0_bllll = I_hg0g0g0g0_bllll + _joint4(np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cs1[c, K:, :K, :K])[:, None, None, None])*r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None]
            twice = I_hg0g0_bll[:, None] + I_hhg0g0_blll
            for k in range(K):
                I_hg0g0g0g0_bllll[:, k, k] = I_hg0g0g0g0_bllll[:, k, :, k] = I_hg0g0g0g0_bllll[:, :, k, k] = I_hg0g0g0g0_bllll[:, k, :, :, k] = I_hg0g0g0g0_bllll[:, :, k, :, k] = I_hg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
            # <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            I_ssg0g0g0g0_bbllll = np.empty((M, M, K, K, K, K, *batch))
            I_ssg0g0g0g0_bbllll = I_g0g0g0g0[:K, :K, :K, :K][None, None] + I_hg0g0g0g0_bllll[None] + I_hg0g0g0g0_bllll[:, None] + I_hhg0g0g0g0_bbllll
            twice = I2[:K, :K][None, None, None] + I_hg0g0_lll[None, None] + np.einsum("mkkab...->mkab...", I_hg0g0g0g0_bllll)[None] + np.einsum("nkkab...->nkab...", I_hg0g0g0g0_bllll)[:, None] + np.einsum("nmkkab...->nmkab...", I_hhg0g0g0g0_bbllll)
            for k in range(K):
                I_ssg0g0g0g0_bbllll[:, :, k, k] = I_ssg0g0g0g0_bbllll[:, :, k, :, k] = I_ssg0g0g0g0_bbllll[:, :, :, k, k] = I_ssg0g0g0g0_bbllll[:, :, k, :, :, k] = I_ssg0g0g0g0_bbllll[:, :, :, k, :, k] = I_ssg0g0g0g0_bbllll[:, :, :, :, k, k] = twice[:, :, k]
            # <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
            I_sg0g0g0g0_blllb = np.empty((M, K, K, K, M, *batch))
            I_sg0g0g0g0_blllb = I_g0g0g0g0[:K, :K, :K, K:][None] + I_hg0g0g0g0_blllb
            twice = I2[:K, K:][None, None] + I_hg0g0_llb[None] + np.einsum("nkkam...->nkam...", I_hg0g0g0g0_blllb)
            for k in range(K):
                I_sg0g0g0g0_blllb[:, k, k] = I_sg0g0g0g0_blllb[:, k, :, k] = I_sg0g0g0g0_blllb[:, :, k, k] = twice[:, k]
            # <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            I_sg0g0g0g0_bllll = np.empty((M, K, K, K, K, *batch))
            I_sg0g0g0g0_bllll = I_g0g0g0g0[:K, :K, :K, :K][None] + I_hg0g0g0g0_bllll
            twice = I2[:K, :K][None, None] + I_hg0g0_lll[None] + np.einsum("nkkab...->nkab...", I_hg0g0g0g0_bllll)
            for k in range(K):
                I_sg0g0g0g0_bllll[:, k, k] = I_sg0g0g0g0_bllll[:, k, :, k] = I_sg0g0g0g0_bllll[:, :, k, k] = I_sg0g0g0g0_bllll[:, k, :, :, k] = I_sg0g0g0g0_bllll[:, :, k, :, k] = I_sg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
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
        if np.any(np.isfinite(V)) and kurtosis is not None:
            # fourth cumulants of the task vector's components
            kappa = (kurtosis - 3)*np.einsum("mm...->m...", cov)**2
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # <c_i c_j> over the task, of c0 and c1
            GX1 = mc0[:, None]*mc1[None]
            GX1 = GX1 + np.einsum("im...,jp...,mp...->ij...", L0, L1, cov)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # lower triangular factor of the covariance: C = F F^T
            F = _factor(C)
            # fields at a node
            zn = np.einsum("ij...,ej...->ei...", F, nodes)
            # g at a node
            g0n = erf(0.70710678118654757 * zn)
            # mean of the residual over the task
            mr = -eta_w * np.einsum("j...,ej...->e...", mc0, g0n)
            # its second moment
            Gr = eta_w**2*noise**2
            Gr = Gr + eta_w**2 * np.einsum("jr...,ej...,er...->e...", G0, g0n, g0n)
            # its moment with c1
            Xr = -eta_w * np.einsum("ji...,ej...->ei...", GX1, g0n)
            # its second moment, squares of the teacher's units only
            Gd = eta_w**2*noise**2
            Gd = Gd + eta_w**2 * np.einsum("en...,en...,nn...->e...", g0n[:, K:], g0n[:, K:], G0[K:, K:])
            # its moment with c1, the teacher's units only
            Xd = -eta_w * np.einsum("ni...,en...->ei...", GX1[K:, :], g0n[:, K:])
            # <r^3> over the task, at a node
            q3 = 3.0 * Gr*mr - 2.0 * mr**3
            # <r^3 c1_i> over the task, at a node, but for what needs no nodes
            q3x = -3.0 * Gd[:, None]*Xd + 3.0 * Gr[:, None]*Xr - 2.0 * mc1[None]*mr[:, None]**3
            # <r^4> over the task, at a node, but for what needs no nodes
            q4 = -3.0 * Gd**2 + 3.0 * Gr**2 - 2.0 * mr**4
        if np.any(np.isfinite(P)):
            # share of 2 support samples in 1 given blocks
            p21 = P**(-1.0)
            # share of 2 support samples in 2 given blocks, minus 1
            p22 = -1/P
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # share of 3 support samples in 1 given blocks
            p31 = higher/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # share of 3 support samples in 2 given blocks
            p32 = P**(-1.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            p32 = p32 + -higher/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # share of 3 support samples in 3 given blocks, minus 1
            p33 = -3.0 * P**(-1.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            p33 = p33 + 2.0 * higher/P**2
            # share of 4 support samples in 1 given blocks
            p41 = higher/P**3
            # share of 4 support samples in 2 given blocks
            p42 = higher/P**2 - higher/P**3
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # share of 4 support samples in 3 given blocks
            p43 = P**(-1.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            p43 = p43 + -3.0 * higher/P**2 + 2.0 * higher/P**3
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # share of 4 support samples in 4 given blocks, minus 1
            p44 = -6.0 * P**(-1.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            p44 = p44 + 11.0 * higher/P**2 - 6.0 * higher/P**3
        if np.any(np.isfinite(P)):
            # <d_k d_l> averaged over the task
            B2 = eta_w**2*noise**2*I2[:K, :K]
            B2 = B2 + eta_w**2 * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # <d_k d_l> <d_a d_b> averaged over the task
            B22 = eta_w**4*noise**4*I2[:K, :K][None, None]*I2[:K, :K][:, :, None, None]
            B22 = B22 + eta_w**4 * (np.einsum("ij...,rs...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True))
            B22 = B22 + eta_w**4*noise**2*I2[:K, :K][None, None] * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None]
            B22 = B22 + eta_w**4*noise**2*I2[:K, :K][:, :, None, None] * np.einsum("rs...,abrs...->ab...", G0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            B22 = B22 + eta_w**4 * np.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klij...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # <d_k d_l> c1_i averaged over the task
            B2x = eta_w**2*noise**2*I2[:K, :K][:, :, None]*mc1[None, None]
            B2x = B2x + eta_w**2 * (np.einsum("j...,ri...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", mc1, G0, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            # <d_k d_l> c1_i c1_j averaged over the task
            B2xx = eta_w**2*noise**2*G1[None, None]*I2[:K, :K][:, :, None, None]
            B2xx = B2xx + eta_w**2 * (np.einsum("rs...,ij...,klrs...->klij...", G0, G1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("ri...,sj...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("rj...,si...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            B2xx = B2xx + eta_w**2 * np.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, L1, I_g0g0g0g0[:K, :K, :, :], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # <d_k d_l d_a> averaged over the task
            B3 = np.einsum("e...,e...,ea...,ek...,el...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a> c1_i averaged over the task
            B3x = -3.0 * eta_w**3 * np.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], GX1[K:, :], I_sg0g0g0g0_blllb)
            B3x = B3x + -3.0 * eta_w**3*noise**2 * np.einsum("ni...,klan...->klai...", GX1[K:, :], I_g0g0g0g0[:K, :K, :K, K:])
            B3x = B3x + np.einsum("e...,ea...,ek...,el...,ei...->klai...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], q3x, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            B3x = B3x + -eta_w**3 * np.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, I_sg0g0g0g0_blllb, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # <d_k d_l d_a d_b> averaged over the task
            B4 = 3.0 * eta_w**4*noise**4*I_g0g0g0g0[:K, :K, :K, :K]
            B4 = B4 + 3.0 * eta_w**4 * np.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], G0[K:, K:], I_ssg0g0g0g0_bbllll)
            B4 = B4 + 6.0 * eta_w**4*noise**2 * np.einsum("nn...,nklab...->klab...", G0[K:, K:], I_sg0g0g0g0_bllll)
            B4 = B4 + np.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            B4 = B4 + eta_w**4 * np.einsum("nn...,nn...,nn...,nn...,n...,nnklab...->klab...", L0[K:, :], L0[K:, :], L0[K:, :], L0[K:, :], kappa, I_ssg0g0g0g0_bbllll, optimize=True)
        if np.any(np.isfinite(P)):
            # <c_i c_j> minus its value at P -> infinity
            P2 = np.empty((S, S, *batch))
            P2[:K, :K] = p21*B2 + p22*G1[:K, :K]
            P2[:K, K:] = np.full((K, M, *batch), 0.0)
            P2[K:, :K] = np.swapaxes(P2[:K, K:], 0, 1)
            P2[K:, K:] = np.full((M, M, *batch), 0.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # <c_i c_j c_r c_s> minus its value at P -> infinity
            P4 = np.empty((K, K, S, S, *batch))
            P4[:, :, :K, :K] = p21*B2[None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p21*B2[:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p21*B2[:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p21*B2[:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p21*B2[None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p21*B2[None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p32*np.einsum("abk...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("abl...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*B2x[:, :, :K][:, None]*w0[None, :, None, None] + p32*np.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("kba...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][:, :, :, None]*w0[None, None, None] + p32*B2x[:, :, :K][:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][None]*w0[:, None, None, None] + p32*np.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("lba...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*np.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None]*w0[None, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None]*w0[None, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p43*np.einsum("abkl...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("kalb...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("kbla...->klab...", B2xx[:, :, :K, :K]) + p43*B2xx[:, :, :K, :K] + p43*np.einsum("lakb...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("lbka...->klab...", B2xx[:, :, :K, :K]) + p44*G1[:K, :K][None, None]*G1[:K, :K][:, :, None, None] + p44*G1[:K, :K][:, None, :, None]*G1[:K, :K][None, :, None] + p44*G1[:K, :K][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            P4[:, :, :K, :K] = P4[:, :, :K, :K] + p31*B3[:, None]*w0[None, :, None, None] + p31*B3[:, :, :, None]*w0[None, None, None] + p31*B3[:, :, None]*w0[None, None, :, None] + p31*B3[None]*w0[:, None, None, None] + p41*B4 + p42*np.einsum("abkl...->klab...", B22) + p42*np.einsum("kalb...->klab...", B22) + p42*np.einsum("lakb...->klab...", B22) + p42*np.einsum("kabl...->klab...", B3x[:, :, :, :K]) + p42*B3x[:, :, :, :K] + p42*np.einsum("klba...->klab...", B3x[:, :, :, :K]) + p42*np.einsum("labk...->klab...", B3x[:, :, :, :K])
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            P4[:, :, :K, :K] = P4[:, :, :K, :K] + p44 * np.einsum("p...,ap...,bp...,kp...,lp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[:K, :], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            P4[:, :, :K, K:] = p21*B2x[:, :, K:][:, None]*w0[None, :, None, None] + p21*B2x[:, :, K:][:, :, None]*w0[None, None, :, None] + p21*B2x[:, :, K:][None]*w0[:, None, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p32*np.einsum("kaln...->klan...", B2xx[:, :, :K, K:]) + p32*B2xx[:, :, :K, K:] + p32*np.einsum("lakn...->klan...", B2xx[:, :, :K, K:]) + p33*G1[:K, K:][None, None]*G1[:K, :K][:, :, None, None] + p33*G1[:K, :K][:, None, :, None]*G1[:K, K:][None, :, None] + p33*G1[:K, K:][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]
            P4[:, :, K:, :K] = np.swapaxes(P4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            P4[:, :, :K, K:] = P4[:, :, :K, K:] + p31*B3x[:, :, :, K:]
            P4[:, :, K:, :K] = np.swapaxes(P4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            P4[:, :, :K, K:] = P4[:, :, :K, K:] + p33 * np.einsum("p...,ap...,kp...,lp...,np...->klan...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[K:, :], optimize=True)
            P4[:, :, K:, :K] = np.swapaxes(P4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            P4[:, :, K:, K:] = p21*B2xx[:, :, K:, K:] + p22*G1[:K, :K][:, :, None, None]*G1[K:, K:][None, None] + p22*G1[:K, K:][:, None, None]*G1[:K, K:][None, :, :, None] + p22*G1[:K, K:][:, None, :, None]*G1[:K, K:][None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            P4[:, :, K:, K:] = P4[:, :, K:, K:] + p22 * np.einsum("p...,kp...,lp...,mp...,np...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], L1[K:, :], optimize=True)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G[:K, :], I3)
        if np.any(np.isfinite(P)):
            A = A + -eta_J * np.einsum("kj...,kij...->ki...", P2[:K, :], I3)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*noise**2*G[:K, :K]*J2[:K, :K]/V
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], mc[:K], I4, optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            E = E + eta_J**2*noise**2*J2[:K, :K]*P2[:K, :K]/V
            E = E + eta_J**2/V * np.einsum("klij...,klij...->kl...", I4, P4)
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], L[:K, :], I4, optimize=True)
        # X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise
        X = -eta_J*G[:K, K:]*J2[:K, K:]*spread[None]**2
        if np.any(np.isfinite(P)):
            X = X + -eta_J*J2[:K, K:]*P2[:K, K:]*spread[None]**2
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:] - X
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc, I2[:K, :])
        y_C = np.zeros((S, S, *along))
        y_r0 = np.zeros((S, *along))
        y_C1 = np.zeros((S, S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_r6 = np.zeros((K, S, *along))
        y_I3 = np.zeros((K, S, S, *along))
        y_J2 = np.zeros((S, S, *along))
        y_h = np.zeros((K, *along))
        y_h_next = np.zeros((K, *along))
        y_H = np.zeros((K, M, *along))
        y_H_next = np.zeros((K, M, *along))
        y_base = np.zeros((S, *along))
        y_L = np.zeros((S, M, *along))
        y_mc = np.zeros((S, *along))
        y_G = np.zeros((S, S, *along))
        y_A = np.zeros((K, S, *along))
        y_X = np.zeros((K, M, *along))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            y_r1 = np.zeros((M, n_quartic, *along))
            y_Cq = np.zeros((n_quartic, M, S, S, *along))
            y_r2 = np.zeros((S, n_square, *along))
            y_Cs1 = np.zeros((n_square, S, S, S, *along))
            y_r3 = np.zeros((n_square, M, S, n_square, *along))
            y_Cs2 = np.zeros((n_square, n_square, M, S, S, S, *along))
            y_r9 = np.zeros((n_quartic, M, K, n_square, *along))
            y_r10 = np.zeros((n_quartic, M, K, K, n_square, *along))
            y_I_qhg0g0_blll = np.zeros((M, K, K, K, *along))
            y_r11 = np.zeros((n_square, n_square, M, M, K, n_square, *along))
            y_r12 = np.zeros((n_square, n_square, M, M, K, K, n_square, *along))
            y_I_hhhg0g0_bblll = np.zeros((M, M, K, K, K, *along))
            y_r13 = np.zeros((n_quartic, M, K, *along))
            y_I_qg0g0_bll = np.zeros((M, K, K, *along))
            y_r14 = np.zeros((n_square, n_square, M, S, S, *along))
            y_I_hhg0g0_bbll = np.zeros((M, M, K, K, *along))
            y_I_hhg0g0_bllb = np.zeros((M, K, K, M, *along))
            y_I_hhg0g0_blll = np.zeros((M, K, K, K, *along))
            y_r15 = np.zeros((n_square, S, S, *along))
            y_I_hg0g0_blb = np.zeros((M, K, M, *along))
            y_I_hg0g0_bll = np.zeros((M, K, K, *along))
            y_I_hg0g0_llb = np.zeros((K, K, M, *along))
            y_I_hg0g0_lll = np.zeros((K, K, K, *along))
            y_I_qg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *along))
            y_I_hhg0g0g0g0_bbllll = np.zeros((M, M, K, K, K, K, *along))
            y_I_hg0g0g0g0_blllb = np.zeros((M, K, K, K, M, *along))
            y_I_hg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *along))
            y_I_ssg0g0g0g0_bbllll = np.zeros((M, M, K, K, K, K, *along))
            y_I_sg0g0g0g0_blllb = np.zeros((M, K, K, K, M, *along))
            y_I_sg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *along))
            y_F = np.zeros((S, S, *along))
            y_zn = np.zeros((n_nodes, S, *along))
            y_g0n = np.zeros((n_nodes, S, *along))
            y_mr = np.zeros((n_nodes, *along))
            y_Gr = np.zeros((n_nodes, *along))
            y_Xr = np.zeros((n_nodes, S, *along))
            y_Gd = np.zeros((n_nodes, *along))
            y_Xd = np.zeros((n_nodes, S, *along))
            y_q3 = np.zeros((n_nodes, *along))
            y_q3x = np.zeros((n_nodes, S, *along))
            y_q4 = np.zeros((n_nodes, *along))
            y_p31 = np.zeros(along)
            y_p41 = np.zeros(along)
            y_p42 = np.zeros(along)
            y_B22 = np.zeros((K, K, K, K, *along))
            y_B3 = np.zeros((K, K, K, *along))
            y_B3x = np.zeros((K, K, K, S, *along))
            y_B4 = np.zeros((K, K, K, K, *along))
        if np.any(np.isfinite(P)):
            y_r4 = np.zeros((S, n_fine, *along))
            y_r5 = np.zeros((S, S, n_fine, *along))
            y_I_eg0g0_fff = np.zeros((S, S, S, *along))
            y_r8 = np.zeros((S, S, *along))
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
        if np.any(np.isfinite(V)):
            y_r7 = np.zeros((K, K, S, *along))
            y_I4 = np.zeros((K, K, S, S, *along))
            y_E = np.zeros((K, K, *along))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            y_GX1 = np.zeros((S, S, *along))
            y_p32 = np.zeros(along)
            y_p33 = np.zeros(along)
            y_p43 = np.zeros(along)
            y_p44 = np.zeros(along)
            y_B2x = np.zeros((K, K, S, *along))
            y_B2xx = np.zeros((K, K, S, S, *along))
            y_P4 = np.zeros((K, K, S, S, *along))
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
        whole = here * (np.einsum("i...,ki...->k...", mc, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2[:K, :] += here[:, None]*mc[None]
        y_mc += np.einsum("k...,ki...->i...", here, I2[:K, :])
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
        if np.any(np.isfinite(P)):
            here = y_X
            p_0 = -eta_J
            p_1 = J2[:K, K:]*P2[:K, K:]*spread[None]**2
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_J2[:K, K:] += b_p_1*P2[:K, K:]*spread[None]**2
            y_P2[:K, K:] += b_p_1*J2[:K, K:]*spread[None]**2
            y_eta_J += np.einsum("kn...->...", np.broadcast_to(-b_p_0, (K, M, *along)))
        here = y_X
        p_0 = -eta_J
        p_1 = G[:K, K:]*J2[:K, K:]*spread[None]**2
        b_p_1 = here*p_0
        b_p_0 = here*p_1
        y_G[:K, K:] += b_p_1*J2[:K, K:]*spread[None]**2
        y_J2[:K, K:] += b_p_1*G[:K, K:]*spread[None]**2
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-b_p_0, (K, M, *along)))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_E
            whole = here * (np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], L[:K, :], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_I4 += np.einsum("p...,ip...,jp...,kp...,lp...,kl...->klij...", kappa, L, L, L[:K, :], L[:K, :], here, optimize=True)
            y_L += np.einsum("p...,jp...,kp...,lp...,kl...,klij...->ip...", kappa, L, L[:K, :], L[:K, :], here, I4, optimize=True)
            y_L += np.einsum("p...,ip...,kp...,lp...,kl...,klij...->jp...", kappa, L, L[:K, :], L[:K, :], here, I4, optimize=True)
            y_L[:K, :] += np.einsum("p...,ip...,jp...,lp...,kl...,klij...->kp...", kappa, L, L, L[:K, :], here, I4, optimize=True)
            y_L[:K, :] += np.einsum("p...,ip...,jp...,kp...,kl...,klij...->lp...", kappa, L, L, L[:K, :], here, I4, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_E
            whole = here * (np.einsum("klij...,klij...->kl...", I4, P4))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_I4 += P4*here[:, :, None, None]
            y_P4 += I4*here[:, :, None, None]
            here = y_E
            p_0 = eta_J**2*noise**2
            p_1 = J2[:K, :K]*P2[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_J2[:K, :K] += b_p_1*P2[:K, :K]/V
            y_P2[:K, :K] += b_p_1*J2[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*J2[:K, :K]*P2[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        if np.any(np.isfinite(V)):
            here = y_E
            whole = here * (np.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], mc[:K], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_G += np.einsum("kl...,kl...,klij...->ij...", G[:K, :K], here, I4)
            y_G[:K, :K] += np.einsum("ij...,kl...,klij...->kl...", G, here, I4)
            y_I4 += G[None, None]*G[:K, :K][:, :, None, None]*here[:, :, None, None]
            y_G[:K, :] += np.einsum("lj...,kl...,klij...->ki...", G[:K, :], here, I4)
            y_G[:K, :] += np.einsum("ki...,kl...,klij...->lj...", G[:K, :], here, I4)
            y_I4 += G[:K, :][:, None, :, None]*G[:K, :][None, :, None]*here[:, :, None, None]
            y_G[:K, :] += np.einsum("li...,kl...,klij...->kj...", G[:K, :], here, I4)
            y_G[:K, :] += np.einsum("kj...,kl...,klij...->li...", G[:K, :], here, I4)
            y_I4 += G[:K, :][:, None, None]*G[:K, :][None, :, :, None]*here[:, :, None, None]
            y_I4 += -2.0 * here[:, :, None, None]*mc[None, None, :, None]*mc[None, None, None]*mc[:K][:, None, None, None]*mc[:K][None, :, None, None]
            y_mc += -2.0 * np.einsum("j...,k...,l...,kl...,klij...->i...", mc, mc[:K], mc[:K], here, I4, optimize=True)
            y_mc += -2.0 * np.einsum("i...,k...,l...,kl...,klij...->j...", mc, mc[:K], mc[:K], here, I4, optimize=True)
            y_mc[:K] += -2.0 * np.einsum("i...,j...,l...,kl...,klij...->k...", mc, mc, mc[:K], here, I4, optimize=True)
            y_mc[:K] += -2.0 * np.einsum("i...,j...,k...,kl...,klij...->l...", mc, mc, mc[:K], here, I4, optimize=True)
            here = y_E
            p_0 = eta_J**2*noise**2
            p_1 = G[:K, :K]*J2[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G[:K, :K] += b_p_1*J2[:K, :K]/V
            y_J2[:K, :K] += b_p_1*G[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G[:K, :K]*J2[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        if np.any(np.isfinite(P)):
            here = y_A
            whole = here * (np.einsum("kj...,kij...->ki...", P2[:K, :], I3))
            y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
            here = (-eta_J) * here
            y_I3 += P2[:K, :][:, None]*here[:, :, None]
            y_P2[:K, :] += np.einsum("ki...,kij...->kj...", here, I3)
        here = y_A
        whole = here * (np.einsum("kj...,kij...->ki...", G[:K, :], I3))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G[:K, :] += np.einsum("ki...,kij...->kj...", here, I3)
        y_I3 += G[:K, :][:, None]*here[:, :, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_P4[:, :, K:, K:]
            whole = here * (np.einsum("p...,kp...,lp...,mp...,np...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], L1[K:, :], optimize=True))
            y_p22 += np.einsum("klnm...->...", np.broadcast_to(whole, (K, K, M, M, *along)))
            here = p22 * here
            y_L1[:K, :] += np.einsum("p...,lp...,mp...,np...,klnm...->kp...", kappa, L1[:K, :], L1[K:, :], L1[K:, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,kp...,mp...,np...,klnm...->lp...", kappa, L1[:K, :], L1[K:, :], L1[K:, :], here, optimize=True)
            y_L1[K:, :] += np.einsum("p...,kp...,lp...,np...,klnm...->mp...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], here, optimize=True)
            y_L1[K:, :] += np.einsum("p...,kp...,lp...,mp...,klnm...->np...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_P4[:, :, K:, K:]
            p_0 = -2.0 * p22*mc1[:K][:, None, None, None]
            p_1 = mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None]
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_B2xx[:, :, K:, K:] += here*p21
            y_G1[:K, :K] += np.einsum("klnm...->kl...", np.broadcast_to(here*p22*G1[K:, K:][None, None], (K, K, M, M, *along)))
            y_G1[:K, K:] += np.einsum("klnm...->km...", np.broadcast_to(here*p22*G1[:K, K:][None, :, :, None], (K, K, M, M, *along)))
            y_G1[:K, K:] += np.einsum("klnm...->kn...", np.broadcast_to(here*p22*G1[:K, K:][None, :, None], (K, K, M, M, *along)))
            y_G1[:K, K:] += np.einsum("klnm...->lm...", np.broadcast_to(here*p22*G1[:K, K:][:, None, :, None], (K, K, M, M, *along)))
            y_G1[:K, K:] += np.einsum("klnm...->ln...", np.broadcast_to(here*p22*G1[:K, K:][:, None, None], (K, K, M, M, *along)))
            y_G1[K:, K:] += np.einsum("klnm...->nm...", np.broadcast_to(here*p22*G1[:K, :K][:, :, None, None], (K, K, M, M, *along)))
            y_p21 += np.einsum("klnm...->...", np.broadcast_to(here*B2xx[:, :, K:, K:], (K, K, M, M, *along)))
            y_p22 += np.einsum("klnm...->...", np.broadcast_to(-2.0 * b_p_0*mc1[:K][:, None, None, None] + here*(G1[:K, :K][:, :, None, None]*G1[K:, K:][None, None] + G1[:K, K:][:, None, None]*G1[:K, K:][None, :, :, None] + G1[:K, K:][:, None, :, None]*G1[:K, K:][None, :, None]), (K, K, M, M, *along)))
            y_mc1[:K] += np.einsum("klnm...->l...", np.broadcast_to(b_p_1*mc1[K:][None, None, None]*mc1[K:][None, None, :, None], (K, K, M, M, *along)))
            y_mc1[K:] += np.einsum("klnm...->m...", np.broadcast_to(b_p_1*mc1[:K][None, :, None, None]*mc1[K:][None, None, :, None], (K, K, M, M, *along)))
            y_mc1[K:] += np.einsum("klnm...->n...", np.broadcast_to(b_p_1*mc1[:K][None, :, None, None]*mc1[K:][None, None, None], (K, K, M, M, *along)))
            y_mc1[:K] += np.einsum("klnm...->k...", np.broadcast_to(-2.0 * b_p_0*p22, (K, K, M, M, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            y_P4[:, :, :K, K:] += np.einsum("klna...->klan...", y_P4[:, :, K:, :K])
            y_P4[:, :, K:, :K] = 0.0
            here = y_P4[:, :, :K, K:]
            whole = here * (np.einsum("p...,ap...,kp...,lp...,np...->klan...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[K:, :], optimize=True))
            y_p33 += np.einsum("klan...->...", np.broadcast_to(whole, (K, K, K, M, *along)))
            here = p33 * here
            y_L1[:K, :] += np.einsum("p...,kp...,lp...,np...,klan...->ap...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,ap...,lp...,np...,klan...->kp...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,ap...,kp...,np...,klan...->lp...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], here, optimize=True)
            y_L1[K:, :] += np.einsum("p...,ap...,kp...,lp...,klan...->np...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            y_P4[:, :, :K, K:] += np.einsum("klna...->klan...", y_P4[:, :, K:, :K])
            y_P4[:, :, K:, :K] = 0.0
            here = y_P4[:, :, :K, K:]
            y_B3x[:, :, :, K:] += here*p31
            y_p31 += np.einsum("klan...->...", np.broadcast_to(here*B3x[:, :, :, K:], (K, K, K, M, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            y_P4[:, :, :K, K:] += np.einsum("klna...->klan...", y_P4[:, :, K:, :K])
            here = y_P4[:, :, :K, K:]
            p_0 = -2.0 * p22*mc1[:K][None, None, :, None]
            p_1 = mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*w0[None, :, None, None]
            p_2 = mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[:, None, None, None]
            p_3 = -2.0 * p22*mc1[:K][:, None, None, None]
            p_4 = mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None]
            p_5 = -2.0 * p33*mc1[:K][None, None, :, None]
            p_6 = mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]
            b_p_6 = here*p_5
            b_p_5 = here*p_6
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = here*p_0
            b_p_1 = here*p_0
            b_p_0 = here*(p_1 + p_2)
            y_B2x[:, :, K:] += np.einsum("klan...->kan...", np.broadcast_to(here*p21*w0[None, :, None, None], (K, K, K, M, *along)))
            y_B2x[:, :, K:] += np.einsum("klan...->kln...", np.broadcast_to(here*p21*w0[None, None, :, None], (K, K, K, M, *along)))
            y_B2x[:, :, K:] += np.einsum("klan...->lan...", np.broadcast_to(here*p21*w0[:, None, None, None], (K, K, K, M, *along)))
            y_B2xx[:, :, :K, K:] += np.einsum("klan...->kaln...", np.broadcast_to(here*p32, (K, K, K, M, *along)))
            y_B2xx[:, :, :K, K:] += here*p32
            y_B2xx[:, :, :K, K:] += np.einsum("klan...->lakn...", np.broadcast_to(here*p32, (K, K, K, M, *along)))
            y_G1[:K, K:] += np.einsum("klan...->an...", np.broadcast_to(here*(p22*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p22*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, :, None, None]), (K, K, K, M, *along)))
            y_G1[:K, :K] += np.einsum("klan...->ka...", np.broadcast_to(here*(p22*mc1[K:][None, None, None]*w0[None, :, None, None] + p33*G1[:K, K:][None, :, None]), (K, K, K, M, *along)))
            y_G1[:K, :K] += np.einsum("klan...->kl...", np.broadcast_to(here*(p22*mc1[K:][None, None, None]*w0[None, None, :, None] + p33*G1[:K, K:][None, None]), (K, K, K, M, *along)))
            y_G1[:K, K:] += np.einsum("klan...->kn...", np.broadcast_to(here*(p22*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p22*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]), (K, K, K, M, *along)))
            y_G1[:K, :K] += np.einsum("klan...->la...", np.broadcast_to(here*(p22*mc1[K:][None, None, None]*w0[:, None, None, None] + p33*G1[:K, K:][:, None, None]), (K, K, K, M, *along)))
            y_G1[:K, K:] += np.einsum("klan...->ln...", np.broadcast_to(here*(p22*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p22*mc1[:K][:, None, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][:, None, :, None]), (K, K, K, M, *along)))
            y_mc1[:K] += np.einsum("klan...->a...", np.broadcast_to(-2.0 * b_p_0*p22 - 2.0 * b_p_5*p33 + here*(p22*G1[:K, K:][:, None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, :, None]*w0[:, None, None, None]), (K, K, K, M, *along)))
            y_mc1[:K] += np.einsum("klan...->k...", np.broadcast_to(b_p_1*mc1[K:][None, None, None]*w0[None, :, None, None] - 2.0 * b_p_3*p22 + b_p_6*mc1[:K][None, :, None, None]*mc1[K:][None, None, None] + here*(p22*G1[:K, K:][None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, :, None]*w0[None, None, :, None]), (K, K, K, M, *along)))
            y_mc1[:K] += np.einsum("klan...->l...", np.broadcast_to(b_p_2*mc1[K:][None, None, None]*w0[:, None, None, None] + b_p_4*mc1[K:][None, None, None]*w0[None, None, :, None] + b_p_6*mc1[:K][:, None, None, None]*mc1[K:][None, None, None] + here*(p22*G1[:K, K:][None, None]*w0[:, None, None, None] + p22*G1[:K, K:][:, None, None]*w0[None, None, :, None]), (K, K, K, M, *along)))
            y_mc1[K:] += np.einsum("klan...->n...", np.broadcast_to(b_p_1*mc1[:K][:, None, None, None]*w0[None, :, None, None] + b_p_2*mc1[:K][None, :, None, None]*w0[:, None, None, None] + b_p_4*mc1[:K][None, :, None, None]*w0[None, None, :, None] + b_p_6*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None] + here*(p22*G1[:K, :K][:, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*w0[:, None, None, None]), (K, K, K, M, *along)))
            y_p21 += np.einsum("klan...->...", np.broadcast_to(here*(B2x[:, :, K:][:, None]*w0[None, :, None, None] + B2x[:, :, K:][:, :, None]*w0[None, None, :, None] + B2x[:, :, K:][None]*w0[:, None, None, None]), (K, K, K, M, *along)))
            y_p22 += np.einsum("klan...->...", np.broadcast_to(-2.0 * b_p_0*mc1[:K][None, None, :, None] - 2.0 * b_p_3*mc1[:K][:, None, None, None] + here*(G1[:K, K:][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + G1[:K, K:][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None]*w0[None, :, None, None] + G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None]*w0[:, None, None, None] + G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None]), (K, K, K, M, *along)))
            y_p32 += np.einsum("klan...->...", np.broadcast_to(here*(np.einsum("kaln...->klan...", B2xx[:, :, :K, K:]) + B2xx[:, :, :K, K:] + np.einsum("lakn...->klan...", B2xx[:, :, :K, K:])), (K, K, K, M, *along)))
            y_p33 += np.einsum("klan...->...", np.broadcast_to(-2.0 * b_p_5*mc1[:K][None, None, :, None] + here*(G1[:K, K:][None, None]*G1[:K, :K][:, :, None, None] + G1[:K, :K][:, None, :, None]*G1[:K, K:][None, :, None] + G1[:K, K:][:, None, None]*G1[:K, :K][None, :, :, None]), (K, K, K, M, *along)))
            y_w0 += np.einsum("klan...->a...", np.broadcast_to(b_p_4*mc1[:K][None, :, None, None]*mc1[K:][None, None, None] + here*(p21*B2x[:, :, K:][:, :, None] + p22*G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]), (K, K, K, M, *along)))
            y_w0 += np.einsum("klan...->k...", np.broadcast_to(b_p_2*mc1[:K][None, :, None, None]*mc1[K:][None, None, None] + here*(p21*B2x[:, :, K:][None] + p22*G1[:K, K:][None, None]*mc1[:K][None, :, None, None] + p22*G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]), (K, K, K, M, *along)))
            y_w0 += np.einsum("klan...->l...", np.broadcast_to(b_p_1*mc1[:K][:, None, None, None]*mc1[K:][None, None, None] + here*(p21*B2x[:, :, K:][:, None] + p22*G1[:K, K:][None, None]*mc1[:K][:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]), (K, K, K, M, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_P4[:, :, :K, :K]
            whole = here * (np.einsum("p...,ap...,bp...,kp...,lp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[:K, :], optimize=True))
            y_p44 += np.einsum("klab...->...", np.broadcast_to(whole, (K, K, K, K, *along)))
            here = p44 * here
            y_L1[:K, :] += np.einsum("p...,bp...,kp...,lp...,klab...->ap...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,ap...,kp...,lp...,klab...->bp...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,ap...,bp...,lp...,klab...->kp...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], here, optimize=True)
            y_L1[:K, :] += np.einsum("p...,ap...,bp...,kp...,klab...->lp...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_P4[:, :, :K, :K]
            y_B22 += np.einsum("klab...->abkl...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B22 += np.einsum("klab...->kalb...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B22 += np.einsum("klab...->lakb...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B3 += np.einsum("klab...->kab...", np.broadcast_to(here*p31*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B3 += np.einsum("klab...->kla...", np.broadcast_to(here*p31*w0[None, None, None], (K, K, K, K, *along)))
            y_B3 += np.einsum("klab...->klb...", np.broadcast_to(here*p31*w0[None, None, :, None], (K, K, K, K, *along)))
            y_B3 += np.einsum("klab...->lab...", np.broadcast_to(here*p31*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B3x[:, :, :, :K] += np.einsum("klab...->kabl...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B3x[:, :, :, :K] += here*p42
            y_B3x[:, :, :, :K] += np.einsum("klab...->klba...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B3x[:, :, :, :K] += np.einsum("klab...->labk...", np.broadcast_to(here*p42, (K, K, K, K, *along)))
            y_B4 += here*p41
            y_p31 += np.einsum("klab...->...", np.broadcast_to(here*(B3[:, None]*w0[None, :, None, None] + B3[:, :, :, None]*w0[None, None, None] + B3[:, :, None]*w0[None, None, :, None] + B3[None]*w0[:, None, None, None]), (K, K, K, K, *along)))
            y_p41 += np.einsum("klab...->...", np.broadcast_to(here*B4, (K, K, K, K, *along)))
            y_p42 += np.einsum("klab...->...", np.broadcast_to(here*(np.einsum("abkl...->klab...", B22) + np.einsum("kalb...->klab...", B22) + np.einsum("lakb...->klab...", B22) + np.einsum("kabl...->klab...", B3x[:, :, :, :K]) + B3x[:, :, :, :K] + np.einsum("klba...->klab...", B3x[:, :, :, :K]) + np.einsum("labk...->klab...", B3x[:, :, :, :K])), (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->a...", np.broadcast_to(here*p31*B3[:, :, None], (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->b...", np.broadcast_to(here*p31*B3[:, :, :, None], (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->k...", np.broadcast_to(here*p31*B3[None], (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->l...", np.broadcast_to(here*p31*B3[:, None], (K, K, K, K, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_P4[:, :, :K, :K]
            p_0 = -2.0 * p33*mc1[:K][None, None, :, None]
            p_1 = mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None]
            p_2 = mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None]
            p_3 = mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, None]
            p_4 = -2.0 * p33*mc1[:K][None, None, None]
            p_5 = mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None]
            p_6 = -2.0 * p44*mc1[:K][None, None, :, None]
            p_7 = mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]
            b_p_7 = here*p_6
            b_p_6 = here*p_7
            b_p_5 = here*p_4
            b_p_4 = here*p_5
            b_p_3 = here*p_0
            b_p_2 = here*p_0
            b_p_1 = here*p_0
            b_p_0 = here*(p_1 + p_2 + p_3)
            y_B2 += np.einsum("klab...->ab...", np.broadcast_to(here*p21*w0[:, None, None, None]*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2 += np.einsum("klab...->ka...", np.broadcast_to(here*p21*w0[None, None, None]*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2 += np.einsum("klab...->kb...", np.broadcast_to(here*p21*w0[None, None, :, None]*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2 += np.einsum("klab...->kl...", np.broadcast_to(here*p21*w0[None, None, :, None]*w0[None, None, None], (K, K, K, K, *along)))
            y_B2 += np.einsum("klab...->la...", np.broadcast_to(here*p21*w0[None, None, None]*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B2 += np.einsum("klab...->lb...", np.broadcast_to(here*p21*w0[None, None, :, None]*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->abk...", np.broadcast_to(here*p32*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->abl...", np.broadcast_to(here*p32*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->kab...", np.broadcast_to(here*p32*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->kal...", np.broadcast_to(here*p32*w0[None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->kba...", np.broadcast_to(here*p32*w0[None, :, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->kbl...", np.broadcast_to(here*p32*w0[None, None, :, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->kla...", np.broadcast_to(here*p32*w0[None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->klb...", np.broadcast_to(here*p32*w0[None, None, :, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->lab...", np.broadcast_to(here*p32*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->lak...", np.broadcast_to(here*p32*w0[None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->lba...", np.broadcast_to(here*p32*w0[:, None, None, None], (K, K, K, K, *along)))
            y_B2x[:, :, :K] += np.einsum("klab...->lbk...", np.broadcast_to(here*p32*w0[None, None, :, None], (K, K, K, K, *along)))
            y_B2xx[:, :, :K, :K] += np.einsum("klab...->abkl...", np.broadcast_to(here*p43, (K, K, K, K, *along)))
            y_B2xx[:, :, :K, :K] += np.einsum("klab...->kalb...", np.broadcast_to(here*p43, (K, K, K, K, *along)))
            y_B2xx[:, :, :K, :K] += np.einsum("klab...->kbla...", np.broadcast_to(here*p43, (K, K, K, K, *along)))
            y_B2xx[:, :, :K, :K] += here*p43
            y_B2xx[:, :, :K, :K] += np.einsum("klab...->lakb...", np.broadcast_to(here*p43, (K, K, K, K, *along)))
            y_B2xx[:, :, :K, :K] += np.einsum("klab...->lbka...", np.broadcast_to(here*p43, (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->ab...", np.broadcast_to(here*(p22*w0[:, None, None, None]*w0[None, :, None, None] + p33*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p33*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p44*G1[:K, :K][:, :, None, None]), (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->ka...", np.broadcast_to(here*(p22*w0[None, None, None]*w0[None, :, None, None] + p33*mc1[:K][None, None, None]*w0[None, :, None, None] + p33*mc1[:K][None, :, None, None]*w0[None, None, None] + p44*G1[:K, :K][None, :, None]), (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->kb...", np.broadcast_to(here*(p22*w0[None, None, :, None]*w0[None, :, None, None] + p33*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p33*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p44*G1[:K, :K][None, :, :, None]), (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->kl...", np.broadcast_to(here*(p22*w0[None, None, :, None]*w0[None, None, None] + p33*mc1[:K][None, None, :, None]*w0[None, None, None] + p33*mc1[:K][None, None, None]*w0[None, None, :, None] + p44*G1[:K, :K][None, None]), (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->la...", np.broadcast_to(here*(p22*w0[None, None, None]*w0[:, None, None, None] + p33*mc1[:K][None, None, None]*w0[:, None, None, None] + p33*mc1[:K][:, None, None, None]*w0[None, None, None] + p44*G1[:K, :K][:, None, None]), (K, K, K, K, *along)))
            y_G1[:K, :K] += np.einsum("klab...->lb...", np.broadcast_to(here*(p22*w0[None, None, :, None]*w0[:, None, None, None] + p33*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p33*mc1[:K][:, None, None, None]*w0[None, None, :, None] + p44*G1[:K, :K][:, None, :, None]), (K, K, K, K, *along)))
            y_mc1[:K] += np.einsum("klab...->a...", np.broadcast_to(-2.0 * b_p_0*p33 - 2.0 * b_p_6*p44 + here*(p33*G1[:K, :K][:, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, :, None, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*w0[:, None, None, None]), (K, K, K, K, *along)))
            y_mc1[:K] += np.einsum("klab...->b...", np.broadcast_to(b_p_1*mc1[:K][:, None, None, None]*w0[None, :, None, None] + b_p_2*mc1[:K][None, :, None, None]*w0[:, None, None, None] - 2.0 * b_p_4*p33 + b_p_7*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None] + here*(p33*G1[:K, :K][:, None, :, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*w0[:, None, None, None]), (K, K, K, K, *along)))
            y_mc1[:K] += np.einsum("klab...->k...", np.broadcast_to(b_p_1*mc1[:K][None, None, None]*w0[None, :, None, None] + b_p_3*mc1[:K][None, :, None, None]*w0[None, None, None] + b_p_5*mc1[:K][None, :, None, None]*w0[None, None, :, None] + b_p_7*mc1[:K][None, None, None]*mc1[:K][None, :, None, None] + here*(p33*G1[:K, :K][None, None]*w0[None, :, None, None] + p33*G1[:K, :K][None, :, :, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*w0[None, None, :, None]), (K, K, K, K, *along)))
            y_mc1[:K] += np.einsum("klab...->l...", np.broadcast_to(b_p_2*mc1[:K][None, None, None]*w0[:, None, None, None] + b_p_3*mc1[:K][:, None, None, None]*w0[None, None, None] + b_p_5*mc1[:K][:, None, None, None]*w0[None, None, :, None] + b_p_7*mc1[:K][None, None, None]*mc1[:K][:, None, None, None] + here*(p33*G1[:K, :K][None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*w0[None, None, None] + p33*G1[:K, :K][:, None, None]*w0[None, None, :, None]), (K, K, K, K, *along)))
            y_p21 += np.einsum("klab...->...", np.broadcast_to(here*(B2[None, None]*w0[:, None, None, None]*w0[None, :, None, None] + B2[:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + B2[:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + B2[:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + B2[None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + B2[None, :, None]*w0[None, None, :, None]*w0[:, None, None, None]), (K, K, K, K, *along)))
            y_p22 += np.einsum("klab...->...", np.broadcast_to(here*(G1[:K, :K][None, None]*w0[:, None, None, None]*w0[None, :, None, None] + G1[:K, :K][:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + G1[:K, :K][:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + G1[:K, :K][:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + G1[:K, :K][None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + G1[:K, :K][None, :, None]*w0[None, None, :, None]*w0[:, None, None, None]), (K, K, K, K, *along)))
            y_p32 += np.einsum("klab...->...", np.broadcast_to(here*(np.einsum("abk...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + np.einsum("abl...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + B2x[:, :, :K][:, None]*w0[None, :, None, None] + np.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + np.einsum("kba...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + np.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + B2x[:, :, :K][:, :, :, None]*w0[None, None, None] + B2x[:, :, :K][:, :, None]*w0[None, None, :, None] + B2x[:, :, :K][None]*w0[:, None, None, None] + np.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + np.einsum("lba...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + np.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None]), (K, K, K, K, *along)))
            y_p33 += np.einsum("klab...->...", np.broadcast_to(-2.0 * b_p_0*mc1[:K][None, None, :, None] - 2.0 * b_p_4*mc1[:K][None, None, None] + here*(G1[:K, :K][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + G1[:K, :K][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None]*w0[None, :, None, None] + G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None]*w0[None, None, None] + G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None]*w0[None, None, None] + G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None]*w0[None, None, :, None] + G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None]*w0[:, None, None, None] + G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]*w0[None, None, None] + G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None]), (K, K, K, K, *along)))
            y_p43 += np.einsum("klab...->...", np.broadcast_to(here*(np.einsum("abkl...->klab...", B2xx[:, :, :K, :K]) + np.einsum("kalb...->klab...", B2xx[:, :, :K, :K]) + np.einsum("kbla...->klab...", B2xx[:, :, :K, :K]) + B2xx[:, :, :K, :K] + np.einsum("lakb...->klab...", B2xx[:, :, :K, :K]) + np.einsum("lbka...->klab...", B2xx[:, :, :K, :K])), (K, K, K, K, *along)))
            y_p44 += np.einsum("klab...->...", np.broadcast_to(-2.0 * b_p_6*mc1[:K][None, None, :, None] + here*(G1[:K, :K][None, None]*G1[:K, :K][:, :, None, None] + G1[:K, :K][:, None, :, None]*G1[:K, :K][None, :, None] + G1[:K, :K][:, None, None]*G1[:K, :K][None, :, :, None]), (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->a...", np.broadcast_to(b_p_5*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None] + here*(p21*B2[:, None, None]*w0[None, :, None, None] + p21*B2[:, :, None, None]*w0[None, None, None] + p21*B2[None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, None]*w0[:, None, None, None] + p32*np.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None] + p32*B2x[:, :, :K][:, :, None] + p32*np.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]), (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->b...", np.broadcast_to(b_p_3*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None] + here*(p21*B2[:, None, :, None]*w0[None, :, None, None] + p21*B2[:, :, None, None]*w0[None, None, :, None] + p21*B2[None, :, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*w0[:, None, None, None] + p32*np.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None] + p32*B2x[:, :, :K][:, :, :, None] + p32*np.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]), (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->k...", np.broadcast_to(b_p_2*mc1[:K][None, None, None]*mc1[:K][None, :, None, None] + here*(p21*B2[None, None]*w0[None, :, None, None] + p21*B2[None, :, :, None]*w0[None, None, None] + p21*B2[None, :, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, None]*w0[None, :, None, None] + p22*G1[:K, :K][None, :, :, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, None]*w0[None, None, :, None] + p32*np.einsum("abl...->lab...", B2x[:, :, :K])[None] + p32*B2x[:, :, :K][None] + p32*np.einsum("lba...->lab...", B2x[:, :, :K])[None] + p33*G1[:K, :K][None, None]*mc1[:K][None, :, None, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]), (K, K, K, K, *along)))
            y_w0 += np.einsum("klab...->l...", np.broadcast_to(b_p_1*mc1[:K][None, None, None]*mc1[:K][:, None, None, None] + here*(p21*B2[None, None]*w0[:, None, None, None] + p21*B2[:, None, :, None]*w0[None, None, None] + p21*B2[:, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*w0[None, None, None] + p22*G1[:K, :K][:, None, None]*w0[None, None, :, None] + p32*np.einsum("abk...->kab...", B2x[:, :, :K])[:, None] + p32*B2x[:, :, :K][:, None] + p32*np.einsum("kba...->kab...", B2x[:, :, :K])[:, None] + p33*G1[:K, :K][None, None]*mc1[:K][:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]), (K, K, K, K, *along)))
        if np.any(np.isfinite(P)):
            y_P2[:K, K:] += np.einsum("nk...->kn...", y_P2[K:, :K])
            here = y_P2[:K, :K]
            y_B2 += here*p21
            y_G1[:K, :K] += here*p22
            y_p21 += np.einsum("kl...->...", np.broadcast_to(here*B2, (K, K, *along)))
            y_p22 += np.einsum("kl...->...", np.broadcast_to(here*G1[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            here = y_B4
            whole = here * (np.einsum("nn...,nn...,nn...,nn...,n...,nnklab...->klab...", L0[K:, :], L0[K:, :], L0[K:, :], L0[K:, :], kappa, I_ssg0g0g0g0_bbllll, optimize=True))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*whole, (K, K, K, K, *along)))
            here = eta_w**4 * here
            np.einsum("nnklab...->nklab...", y_I_ssg0g0g0g0_bbllll)[...] += np.einsum("nn...->n...", L0[K:, :])[:, None, None, None, None]**4*here[None]*kappa[:, None, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_B4
            y_g0n[:, :K] += np.einsum("e...,e...,eb...,ek...,el...,klab...->ea...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,e...,ea...,ek...,el...,klab...->eb...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,e...,ea...,eb...,el...,klab...->ek...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,e...,ea...,eb...,ek...,klab...->el...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_q4 += np.einsum("e...,ea...,eb...,ek...,el...,klab...->e...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            here = y_B4
            whole = here * (np.einsum("nn...,nklab...->klab...", G0[K:, K:], I_sg0g0g0g0_bllll))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(24.0 * eta_w**3*noise**2*whole, (K, K, K, K, *along)))
            y_noise += np.einsum("klab...->...", np.broadcast_to(12.0 * eta_w**4*noise*whole, (K, K, K, K, *along)))
            here = (6.0 * eta_w**4*noise**2) * here
            np.einsum("nn...->n...", y_G0[K:, K:])[...] += np.einsum("klab...,nklab...->n...", here, I_sg0g0g0g0_bllll)
            y_I_sg0g0g0g0_bllll += np.einsum("nn...->n...", G0[K:, K:])[:, None, None, None, None]*here[None]
            here = y_B4
            whole = here * (np.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], G0[K:, K:], I_ssg0g0g0g0_bbllll))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(12.0 * eta_w**3*whole, (K, K, K, K, *along)))
            here = (3.0 * eta_w**4) * here
            np.einsum("mm...->m...", y_G0[K:, K:])[...] += np.einsum("nn...,klab...,nmklab...->m...", G0[K:, K:], here, I_ssg0g0g0g0_bbllll)
            np.einsum("nn...->n...", y_G0[K:, K:])[...] += np.einsum("mm...,klab...,nmklab...->n...", G0[K:, K:], here, I_ssg0g0g0g0_bbllll)
            y_I_ssg0g0g0g0_bbllll += np.einsum("mm...->m...", G0[K:, K:])[None, :, None, None, None, None]*np.einsum("nn...->n...", G0[K:, K:])[:, None, None, None, None, None]*here[None, None]
            here = y_B4
            y_I_g0g0g0g0[:K, :K, :K, :K] += 3.0 * eta_w**4*here*noise**4
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(12.0 * eta_w**3*here*noise**4*I_g0g0g0g0[:K, :K, :K, :K], (K, K, K, K, *along)))
            y_noise += np.einsum("klab...->...", np.broadcast_to(12.0 * eta_w**4*here*noise**3*I_g0g0g0g0[:K, :K, :K, :K], (K, K, K, K, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            here = y_B3x
            whole = here * (np.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, I_sg0g0g0g0_blllb, optimize=True))
            y_eta_w += np.einsum("klai...->...", np.broadcast_to(-3.0 * eta_w**2*whole, (K, K, K, S, *along)))
            here = (-eta_w**3) * here
            np.einsum("nklan...->nkla...", y_I_sg0g0g0g0_blllb)[...] += np.einsum("nn...,nn...,nn...,n...,in...,klai...->nkla...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, here, optimize=True)
            y_L1 += np.einsum("nn...,nn...,nn...,n...,klai...,nklan...->in...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, here, I_sg0g0g0g0_blllb, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_B3x
            y_g0n[:, :K] += np.einsum("e...,ek...,el...,ei...,klai...->ea...", weights, g0n[:, :K], g0n[:, :K], q3x, here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,ea...,el...,ei...,klai...->ek...", weights, g0n[:, :K], g0n[:, :K], q3x, here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,ea...,ek...,ei...,klai...->el...", weights, g0n[:, :K], g0n[:, :K], q3x, here, optimize=True)
            y_q3x += np.einsum("e...,ea...,ek...,el...,klai...->ei...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
            here = y_B3x
            whole = here * (np.einsum("ni...,klan...->klai...", GX1[K:, :], I_g0g0g0g0[:K, :K, :K, K:]))
            y_eta_w += np.einsum("klai...->...", np.broadcast_to(-9.0 * eta_w**2*noise**2*whole, (K, K, K, S, *along)))
            y_noise += np.einsum("klai...->...", np.broadcast_to(-6.0 * eta_w**3*noise*whole, (K, K, K, S, *along)))
            here = (-3.0 * eta_w**3*noise**2) * here
            y_GX1[K:, :] += np.einsum("klan...,klai...->ni...", I_g0g0g0g0[:K, :K, :K, K:], here)
            y_I_g0g0g0g0[:K, :K, :K, K:] += np.einsum("ni...,klai...->klan...", GX1[K:, :], here)
            here = y_B3x
            whole = here * (np.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], GX1[K:, :], I_sg0g0g0g0_blllb))
            y_eta_w += np.einsum("klai...->...", np.broadcast_to(-9.0 * eta_w**2*whole, (K, K, K, S, *along)))
            here = (-3.0 * eta_w**3) * here
            np.einsum("nn...->n...", y_G0[K:, K:])[...] += np.einsum("mi...,klai...,nklam...->n...", GX1[K:, :], here, I_sg0g0g0g0_blllb)
            y_GX1[K:, :] += np.einsum("nn...,klai...,nklam...->mi...", G0[K:, K:], here, I_sg0g0g0g0_blllb)
            y_I_sg0g0g0g0_blllb += np.einsum("nn...,mi...,klai...->nklam...", G0[K:, K:], GX1[K:, :], here)
            here = y_B3
            y_g0n[:, :K] += np.einsum("e...,e...,ek...,el...,kla...->ea...", q3, weights, g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,e...,ea...,el...,kla...->ek...", q3, weights, g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_g0n[:, :K] += np.einsum("e...,e...,ea...,ek...,kla...->el...", q3, weights, g0n[:, :K], g0n[:, :K], here, optimize=True)
            y_q3 += np.einsum("e...,ea...,ek...,el...,kla...->e...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_B2xx
            whole = here * (np.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, L1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            y_eta_w += np.einsum("klij...->...", np.broadcast_to(2.0 * eta_w*whole, (K, K, S, S, *along)))
            here = eta_w**2 * here
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("p...,rp...,sp...,ip...,jp...,klij...->klrs...", kappa, L0, L0, L1, L1, here, optimize=True)
            y_L1 += np.einsum("p...,rp...,sp...,jp...,klrs...,klij...->ip...", kappa, L0, L0, L1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_L1 += np.einsum("p...,rp...,sp...,ip...,klrs...,klij...->jp...", kappa, L0, L0, L1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_B2xx
            whole = here * (np.einsum("rs...,ij...,klrs...->klij...", G0, G1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("ri...,sj...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("rj...,si...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            y_eta_w += np.einsum("klij...->...", np.broadcast_to(2.0 * eta_w*whole, (K, K, S, S, *along)))
            here = eta_w**2 * here
            y_G0 += np.einsum("ij...,klrs...,klij...->rs...", G1, I_g0g0g0g0[:K, :K, :, :], here)
            y_G1 += np.einsum("rs...,klrs...,klij...->ij...", G0, I_g0g0g0g0[:K, :K, :, :], here)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("rs...,ij...,klij...->klrs...", G0, G1, here)
            y_GX1 += np.einsum("sj...,klrs...,klij...->ri...", GX1, I_g0g0g0g0[:K, :K, :, :], here)
            y_GX1 += np.einsum("ri...,klrs...,klij...->sj...", GX1, I_g0g0g0g0[:K, :K, :, :], here)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ri...,sj...,klij...->klrs...", GX1, GX1, here)
            y_GX1 += np.einsum("si...,klrs...,klij...->rj...", GX1, I_g0g0g0g0[:K, :K, :, :], here)
            y_GX1 += np.einsum("rj...,klrs...,klij...->si...", GX1, I_g0g0g0g0[:K, :K, :, :], here)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("rj...,si...,klij...->klrs...", GX1, GX1, here)
            y_I_g0g0g0g0[:K, :K, :, :] += -2.0 * np.einsum("r...,s...,i...,j...,klij...->klrs...", mc0, mc0, mc1, mc1, here, optimize=True)
            y_mc0 += -2.0 * np.einsum("s...,i...,j...,klrs...,klij...->r...", mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc0 += -2.0 * np.einsum("r...,i...,j...,klrs...,klij...->s...", mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc1 += -2.0 * np.einsum("r...,s...,j...,klrs...,klij...->i...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc1 += -2.0 * np.einsum("r...,s...,i...,klrs...,klij...->j...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            here = y_B2xx
            y_G1 += np.einsum("klij...->ij...", np.broadcast_to(eta_w**2*here*noise**2*I2[:K, :K][:, :, None, None], (K, K, S, S, *along)))
            y_I2[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(eta_w**2*here*noise**2*G1[None, None], (K, K, S, S, *along)))
            y_eta_w += np.einsum("klij...->...", np.broadcast_to(2.0 * eta_w*here*noise**2*G1[None, None]*I2[:K, :K][:, :, None, None], (K, K, S, S, *along)))
            y_noise += np.einsum("klij...->...", np.broadcast_to(2.0 * eta_w**2*here*noise*G1[None, None]*I2[:K, :K][:, :, None, None], (K, K, S, S, *along)))
            here = y_B2x
            whole = here * (np.einsum("j...,ri...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", mc1, G0, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            y_eta_w += np.einsum("kli...->...", np.broadcast_to(2.0 * eta_w*whole, (K, K, S, *along)))
            here = eta_w**2 * here
            y_GX1 += np.einsum("j...,kli...,kljr...->ri...", mc0, here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("j...,ri...,kli...->kljr...", mc0, GX1, here)
            y_mc0 += np.einsum("ri...,kli...,kljr...->j...", GX1, here, I_g0g0g0g0[:K, :K, :, :])
            y_GX1 += np.einsum("r...,kli...,kljr...->ji...", mc0, here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("r...,ji...,kli...->kljr...", mc0, GX1, here)
            y_mc0 += np.einsum("ji...,kli...,kljr...->r...", GX1, here, I_g0g0g0g0[:K, :K, :, :])
            y_G0 += np.einsum("i...,kli...,kljr...->jr...", mc1, here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("i...,jr...,kli...->kljr...", mc1, G0, here)
            y_mc1 += np.einsum("jr...,kli...,kljr...->i...", G0, here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += -2.0 * np.einsum("j...,r...,i...,kli...->kljr...", mc0, mc0, mc1, here, optimize=True)
            y_mc0 += -2.0 * np.einsum("r...,i...,kli...,kljr...->j...", mc0, mc1, here, I_g0g0g0g0[:K, :K, :, :], optimize=True)
            y_mc0 += -2.0 * np.einsum("j...,i...,kli...,kljr...->r...", mc0, mc1, here, I_g0g0g0g0[:K, :K, :, :], optimize=True)
            y_mc1 += -2.0 * np.einsum("j...,r...,kli...,kljr...->i...", mc0, mc0, here, I_g0g0g0g0[:K, :K, :, :], optimize=True)
            here = y_B2x
            y_I2[:K, :K] += np.einsum("kli...->kl...", np.broadcast_to(eta_w**2*here*noise**2*mc1[None, None], (K, K, S, *along)))
            y_eta_w += np.einsum("kli...->...", np.broadcast_to(2.0 * eta_w*here*noise**2*I2[:K, :K][:, :, None]*mc1[None, None], (K, K, S, *along)))
            y_mc1 += np.einsum("kli...->i...", np.broadcast_to(eta_w**2*here*noise**2*I2[:K, :K][:, :, None], (K, K, S, *along)))
            y_noise += np.einsum("kli...->...", np.broadcast_to(2.0 * eta_w**2*here*noise*I2[:K, :K][:, :, None]*mc1[None, None], (K, K, S, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            here = y_B22
            whole = here * (np.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klij...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*whole, (K, K, K, K, *along)))
            here = eta_w**4 * here
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("p...,ip...,jp...,rp...,sp...,klij...,klab...->abrs...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klab...->klij...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_B22
            whole = here * (np.einsum("rs...,abrs...->ab...", G0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :])
            y_I2[:K, :K] += np.einsum("klab...->kl...", np.broadcast_to(eta_w**4*noise**2*whole, (K, K, K, K, *along)))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*noise**2*whole*I2[:K, :K][:, :, None, None], (K, K, K, K, *along)))
            y_noise += np.einsum("klab...->...", np.broadcast_to(2.0 * eta_w**4*noise*whole*I2[:K, :K][:, :, None, None], (K, K, K, K, *along)))
            here = (eta_w**4*noise**2*I2[:K, :K][:, :, None, None]) * here
            y_G0 += np.einsum("abrs...,klab...->rs...", I_g0g0g0g0[:K, :K, :, :], here)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("rs...,klab...->abrs...", G0, here)
            here = y_B22
            whole = here * (np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None])
            y_I2[:K, :K] += np.einsum("klab...->ab...", np.broadcast_to(eta_w**4*noise**2*whole, (K, K, K, K, *along)))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*noise**2*whole*I2[:K, :K][None, None], (K, K, K, K, *along)))
            y_noise += np.einsum("klab...->...", np.broadcast_to(2.0 * eta_w**4*noise*whole*I2[:K, :K][None, None], (K, K, K, K, *along)))
            here = (eta_w**4*noise**2*I2[:K, :K][None, None]) * here
            y_G0 += np.einsum("klij...,klab...->ij...", I_g0g0g0g0[:K, :K, :, :], here)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ij...,klab...->klij...", G0, here)
            here = y_B22
            whole = here * (np.einsum("ij...,rs...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*whole, (K, K, K, K, *along)))
            here = eta_w**4 * here
            y_G0 += np.einsum("rs...,abrs...,klij...,klab...->ij...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_G0 += np.einsum("ij...,abrs...,klij...,klab...->rs...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ij...,rs...,klij...,klab...->abrs...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ij...,rs...,abrs...,klab...->klij...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_G0 += np.einsum("js...,abrs...,klij...,klab...->ir...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_G0 += np.einsum("ir...,abrs...,klij...,klab...->js...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ir...,js...,klij...,klab...->abrs...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("ir...,js...,abrs...,klab...->klij...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_G0 += np.einsum("jr...,abrs...,klij...,klab...->is...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_G0 += np.einsum("is...,abrs...,klij...,klab...->jr...", G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("is...,jr...,klij...,klab...->abrs...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += np.einsum("is...,jr...,abrs...,klab...->klij...", G0, G0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += -2.0 * np.einsum("i...,j...,r...,s...,klij...,klab...->abrs...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_I_g0g0g0g0[:K, :K, :, :] += -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klab...->klij...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc0 += -2.0 * np.einsum("j...,r...,s...,abrs...,klij...,klab...->i...", mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc0 += -2.0 * np.einsum("i...,r...,s...,abrs...,klij...,klab...->j...", mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc0 += -2.0 * np.einsum("i...,j...,s...,abrs...,klij...,klab...->r...", mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            y_mc0 += -2.0 * np.einsum("i...,j...,r...,abrs...,klij...,klab...->s...", mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], here, optimize=True)
            here = y_B22
            y_I2[:K, :K] += np.einsum("klab...->ab...", np.broadcast_to(eta_w**4*here*noise**4*I2[:K, :K][:, :, None, None], (K, K, K, K, *along)))
            y_I2[:K, :K] += np.einsum("klab...->kl...", np.broadcast_to(eta_w**4*here*noise**4*I2[:K, :K][None, None], (K, K, K, K, *along)))
            y_eta_w += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**3*here*noise**4*I2[:K, :K][None, None]*I2[:K, :K][:, :, None, None], (K, K, K, K, *along)))
            y_noise += np.einsum("klab...->...", np.broadcast_to(4.0 * eta_w**4*here*noise**3*I2[:K, :K][None, None]*I2[:K, :K][:, :, None, None], (K, K, K, K, *along)))
        if np.any(np.isfinite(P)):
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_p44
            y_P += here*(-22.0 * higher/P**3 + 18.0 * higher/P**4)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_p44
            y_P += 6.0 * here/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_p43
            y_P += here*(6.0 * higher/P**3 - 6.0 * higher/P**4)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_p43
            y_P += -here/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_p42
            y_P += here*(-2.0 * higher/P**3 + 3.0 * higher/P**4)
            here = y_p41
            y_P += -3.0 * here*higher/P**4
            here = y_p33
            y_P += -4.0 * here*higher/P**3
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_p33
            y_P += 3.0 * here/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_p32
            y_P += 2.0 * here*higher/P**3
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_p32
            y_P += -here/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_p31
            y_P += -2.0 * here*higher/P**3
        if np.any(np.isfinite(P)):
            here = y_p22
            y_P += here/P**2
            here = y_p21
            y_P += -here/P**2
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_q4
            y_Gd += -6.0 * here*Gd
            y_Gr += 6.0 * here*Gr
            y_mr += -8.0 * here*mr**3
            here = y_q3x
            y_Gd += np.einsum("ei...->e...", np.broadcast_to(-3.0 * here*Xd, (n_nodes, S, *along)))
            y_Gr += np.einsum("ei...->e...", np.broadcast_to(3.0 * here*Xr, (n_nodes, S, *along)))
            y_Xd += -3.0 * here*Gd[:, None]
            y_Xr += 3.0 * here*Gr[:, None]
            y_mc1 += np.einsum("ei...->i...", np.broadcast_to(-2.0 * here*mr[:, None]**3, (n_nodes, S, *along)))
            y_mr += np.einsum("ei...->e...", np.broadcast_to(-6.0 * here*mc1[None]*mr[:, None]**2, (n_nodes, S, *along)))
            here = y_q3
            y_Gr += 3.0 * here*mr
            y_mr += here*(3.0 * Gr - 6.0 * mr**2)
            here = y_Xd
            whole = here * (np.einsum("ni...,en...->ei...", GX1[K:, :], g0n[:, K:]))
            y_eta_w += np.einsum("ei...->...", np.broadcast_to(-whole, (n_nodes, S, *along)))
            here = (-eta_w) * here
            y_GX1[K:, :] += np.einsum("en...,ei...->ni...", g0n[:, K:], here)
            y_g0n[:, K:] += np.einsum("ni...,ei...->en...", GX1[K:, :], here)
            here = y_Gd
            whole = here * (np.einsum("en...,en...,nn...->e...", g0n[:, K:], g0n[:, K:], G0[K:, K:]))
            y_eta_w += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w*whole, (n_nodes, *along)))
            here = eta_w**2 * here
            np.einsum("nn...->n...", y_G0[K:, K:])[...] += np.einsum("en...,en...,e...->n...", g0n[:, K:], g0n[:, K:], here)
            y_g0n[:, K:] += 2.0 * np.einsum("nn...->n...", G0[K:, K:])[None]*g0n[:, K:]*here[:, None]
            here = y_Gd
            y_eta_w += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w*here*noise**2, (n_nodes, *along)))
            y_noise += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w**2*here*noise, (n_nodes, *along)))
            here = y_Xr
            whole = here * (np.einsum("ji...,ej...->ei...", GX1, g0n))
            y_eta_w += np.einsum("ei...->...", np.broadcast_to(-whole, (n_nodes, S, *along)))
            here = (-eta_w) * here
            y_GX1 += np.einsum("ej...,ei...->ji...", g0n, here)
            y_g0n += np.einsum("ji...,ei...->ej...", GX1, here)
            here = y_Gr
            whole = here * (np.einsum("jr...,ej...,er...->e...", G0, g0n, g0n))
            y_eta_w += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w*whole, (n_nodes, *along)))
            here = eta_w**2 * here
            y_G0 += np.einsum("e...,ej...,er...->jr...", here, g0n, g0n)
            y_g0n += np.einsum("e...,jr...,er...->ej...", here, G0, g0n)
            y_g0n += np.einsum("e...,jr...,ej...->er...", here, G0, g0n)
            here = y_Gr
            y_eta_w += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w*here*noise**2, (n_nodes, *along)))
            y_noise += np.einsum("e...->...", np.broadcast_to(2.0 * eta_w**2*here*noise, (n_nodes, *along)))
            here = y_mr
            whole = here * (np.einsum("j...,ej...->e...", mc0, g0n))
            y_eta_w += np.einsum("e...->...", np.broadcast_to(-whole, (n_nodes, *along)))
            here = (-eta_w) * here
            y_g0n += here[:, None]*mc0[None]
            y_mc0 += np.einsum("e...,ej...->j...", here, g0n)
            here = y_g0n
            p_0 = 0.70710678118654757 * zn
            b_p_0 = 1.1283791670955126 * here*np.exp(-p_0**2)
            y_zn += 0.70710678118654757 * b_p_0
            here = y_zn
            y_F += np.einsum("ei...,ej...->ij...", here, nodes)
            _factor_back(F, y_F, y_C)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            here = y_GX1
            y_L1 += np.einsum("im...,mp...,ij...->jp...", L0, cov, here)
            here = y_GX1
            y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc1[None], (S, S, *along)))
            y_mc1 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        if np.any(np.isfinite(P)):
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            y_twice = np.zeros((M, K, K, K, *along))
            for k in reversed(range(K)):
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, k, k]
                y_I_sg0g0g0g0_bllll[:, k, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, k, :, k]
                y_I_sg0g0g0g0_bllll[:, k, :, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, :, k, k]
                y_I_sg0g0g0g0_bllll[:, :, k, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, k, :, :, k]
                y_I_sg0g0g0g0_bllll[:, k, :, :, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, :, k, :, k]
                y_I_sg0g0g0g0_bllll[:, :, k, :, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_bllll[:, :, :, k, k]
                y_I_sg0g0g0g0_bllll[:, :, :, k, k] = 0.0
            here = y_twice
            y_I2[:K, :K] += np.einsum("nkab...->ab...", np.broadcast_to(here, (M, K, K, K, *along)))
            y_I_hg0g0_lll += np.einsum("nkab...->kab...", np.broadcast_to(here, (M, K, K, K, *along)))
            np.einsum("nkkab...->nkab...", y_I_hg0g0g0g0_bllll)[...] += here
            here = y_I_sg0g0g0g0_bllll.copy()
            y_I_sg0g0g0g0_bllll[...] = 0.0
            y_I_g0g0g0g0[:K, :K, :K, :K] += np.einsum("nklab...->klab...", np.broadcast_to(np.where(here == 0.0, 0.0, here), (M, K, K, K, K, *along)))
            y_I_hg0g0g0g0_bllll += np.where(here == 0.0, 0.0, here)
            y_twice = np.zeros((M, K, K, M, *along))
            for k in reversed(range(K)):
                y_twice[:, k] += y_I_sg0g0g0g0_blllb[:, k, k]
                y_I_sg0g0g0g0_blllb[:, k, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_blllb[:, k, :, k]
                y_I_sg0g0g0g0_blllb[:, k, :, k] = 0.0
                y_twice[:, k] += y_I_sg0g0g0g0_blllb[:, :, k, k]
                y_I_sg0g0g0g0_blllb[:, :, k, k] = 0.0
            here = y_twice
            y_I2[:K, K:] += np.einsum("nkam...->am...", np.broadcast_to(here, (M, K, K, M, *along)))
            y_I_hg0g0_llb += np.einsum("nkam...->kam...", np.broadcast_to(here, (M, K, K, M, *along)))
            np.einsum("nkkam...->nkam...", y_I_hg0g0g0g0_blllb)[...] += here
            here = y_I_sg0g0g0g0_blllb.copy()
            y_I_sg0g0g0g0_blllb[...] = 0.0
            y_I_g0g0g0g0[:K, :K, :K, K:] += np.einsum("nklam...->klam...", np.broadcast_to(np.where(here == 0.0, 0.0, here), (M, K, K, K, M, *along)))
            y_I_hg0g0g0g0_blllb += np.where(here == 0.0, 0.0, here)
            y_twice = np.zeros((M, M, K, K, K, *along))
            for k in reversed(range(K)):
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, k, k]
                y_I_ssg0g0g0g0_bbllll[:, :, k, k] = 0.0
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, k, :, k]
                y_I_ssg0g0g0g0_bbllll[:, :, k, :, k] = 0.0
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, :, k, k]
                y_I_ssg0g0g0g0_bbllll[:, :, :, k, k] = 0.0
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, k, :, :, k]
                y_I_ssg0g0g0g0_bbllll[:, :, k, :, :, k] = 0.0
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, :, k, :, k]
                y_I_ssg0g0g0g0_bbllll[:, :, :, k, :, k] = 0.0
                y_twice[:, :, k] += y_I_ssg0g0g0g0_bbllll[:, :, :, :, k, k]
                y_I_ssg0g0g0g0_bbllll[:, :, :, :, k, k] = 0.0
            here = y_twice
            y_I2[:K, :K] += np.einsum("nmkab...->ab...", np.broadcast_to(here, (M, M, K, K, K, *along)))
            y_I_hg0g0_lll += np.einsum("nmkab...->kab...", np.broadcast_to(here, (M, M, K, K, K, *along)))
            np.einsum("mkkab...->mkab...", y_I_hg0g0g0g0_bllll)[...] += np.einsum("nmkab...->mkab...", np.broadcast_to(here, (M, M, K, K, K, *along)))
            np.einsum("nkkab...->nkab...", y_I_hg0g0g0g0_bllll)[...] += np.einsum("nmkab...->nkab...", np.broadcast_to(here, (M, M, K, K, K, *along)))
            np.einsum("nmkkab...->nmkab...", y_I_hhg0g0g0g0_bbllll)[...] += here
            here = y_I_ssg0g0g0g0_bbllll.copy()
            y_I_ssg0g0g0g0_bbllll[...] = 0.0
            y_I_g0g0g0g0[:K, :K, :K, :K] += np.einsum("nmklab...->klab...", np.broadcast_to(np.where(here == 0.0, 0.0, here), (M, M, K, K, K, K, *along)))
            y_I_hg0g0g0g0_bllll += np.einsum("nmklab...->mklab...", np.broadcast_to(np.where(here == 0.0, 0.0, here), (M, M, K, K, K, K, *along)))
            y_I_hg0g0g0g0_bllll += np.einsum("nmklab...->nklab...", np.broadcast_to(np.where(here == 0.0, 0.0, here), (M, M, K, K, K, K, *along)))
            y_I_hhg0g0g0g0_bbllll += np.where(here == 0.0, 0.0, here)
            y_twice = np.zeros((M, K, K, K, *along))
            for k in reversed(range(K)):
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, k, k]
                y_I_hg0g0g0g0_bllll[:, k, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, k, :, k]
                y_I_hg0g0g0g0_bllll[:, k, :, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, :, k, k]
                y_I_hg0g0g0g0_bllll[:, :, k, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, k, :, :, k]
                y_I_hg0g0g0g0_bllll[:, k, :, :, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, :, k, :, k]
                y_I_hg0g0g0g0_bllll[:, :, k, :, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_bllll[:, :, :, k, k]
                y_I_hg0g0g0g0_bllll[:, :, :, k, k] = 0.0
            here = y_twice
            y_I_hg0g0_bll += np.einsum("nkab...->nab...", np.broadcast_to(here, (M, K, K, K, *along)))
            y_I_hhg0g0_blll += here
            here = y_I_hg0g0g0g0_bllll
            if K >= 4:
                for c in range(n_square):
                    p_0 = _joint4(np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cs1[c, K:, :K, :K])[:, None, None, None])
                    b_p_0 = here*r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None]
                    g_0 = _joint4_back(b_p_0, np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cs1[c, K:, :K, :K])[:, None, None, None])
                    y_r2[K:, c] += np.einsum("nklab...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, here*p_0*square_weight[c][None, None, None, None, None]), (M, K, K, K, K, *along)))
                    np.einsum("nkk...->nk...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklab...->nk...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[0]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nkl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[1]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nka...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[2]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nkb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[3]), (M, K, K, K, K, *along)))
                    np.einsum("nll...->nl...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklab...->nl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[4]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nla...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[5]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nlb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[6]), (M, K, K, K, K, *along)))
                    np.einsum("naa...->na...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklab...->na...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[7]), (M, K, K, K, K, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklab...->nab...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[8]), (M, K, K, K, K, *along)))
                    np.einsum("nbb...->nb...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklab...->nb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[9]), (M, K, K, K, K, *along)))
            y_twice = np.zeros((M, K, K, M, *along))
            for k in reversed(range(K)):
                y_twice[:, k] += y_I_hg0g0g0g0_blllb[:, k, k]
                y_I_hg0g0g0g0_blllb[:, k, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_blllb[:, k, :, k]
                y_I_hg0g0g0g0_blllb[:, k, :, k] = 0.0
                y_twice[:, k] += y_I_hg0g0g0g0_blllb[:, :, k, k]
                y_I_hg0g0g0g0_blllb[:, :, k, k] = 0.0
            here = y_twice
            y_I_hg0g0_blb += np.einsum("nkam...->nam...", np.broadcast_to(here, (M, K, K, M, *along)))
            y_I_hhg0g0_bllb += here
            here = y_I_hg0g0g0g0_blllb
            if K >= 3:
                for c in range(n_square):
                    p_0 = _joint4(np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, K:][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, K:][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, K:][:, None, None], np.einsum("nmm...->nm...", Cs1[c, K:, K:, K:])[:, None, None, None])
                    b_p_0 = here*r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None]
                    g_0 = _joint4_back(b_p_0, np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, K:][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, K:][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, K:][:, None, None], np.einsum("nmm...->nm...", Cs1[c, K:, K:, K:])[:, None, None, None])
                    y_r2[K:, c] += np.einsum("nklam...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, here*p_0*square_weight[c][None, None, None, None, None]), (M, K, K, K, M, *along)))
                    np.einsum("nkk...->nk...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklam...->nk...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[0]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklam...->nkl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[1]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklam...->nka...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[2]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, K:] += np.einsum("nklam...->nkm...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[3]), (M, K, K, K, M, *along)))
                    np.einsum("nll...->nl...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklam...->nl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[4]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, :K] += np.einsum("nklam...->nla...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[5]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, K:] += np.einsum("nklam...->nlm...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[6]), (M, K, K, K, M, *along)))
                    np.einsum("naa...->na...", y_Cs1[c, K:, :K, :K])[...] += np.einsum("nklam...->na...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[7]), (M, K, K, K, M, *along)))
                    y_Cs1[c, K:, :K, K:] += np.einsum("nklam...->nam...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[8]), (M, K, K, K, M, *along)))
                    np.einsum("nmm...->nm...", y_Cs1[c, K:, K:, K:])[...] += np.einsum("nklam...->nm...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[9]), (M, K, K, K, M, *along)))
            y_twice = np.zeros((M, M, K, K, K, *along))
            for k in reversed(range(K)):
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, k, k]
                y_I_hhg0g0g0g0_bbllll[:, :, k, k] = 0.0
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, k, :, k]
                y_I_hhg0g0g0g0_bbllll[:, :, k, :, k] = 0.0
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, :, k, k]
                y_I_hhg0g0g0g0_bbllll[:, :, :, k, k] = 0.0
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, k, :, :, k]
                y_I_hhg0g0g0g0_bbllll[:, :, k, :, :, k] = 0.0
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, :, k, :, k]
                y_I_hhg0g0g0g0_bbllll[:, :, :, k, :, k] = 0.0
                y_twice[:, :, k] += y_I_hhg0g0g0g0_bbllll[:, :, :, :, k, k]
                y_I_hhg0g0g0g0_bbllll[:, :, :, :, k, k] = 0.0
            here = y_twice
            y_I_hhg0g0_bbll += np.einsum("nmkab...->nmab...", np.broadcast_to(here, (M, M, K, K, K, *along)))
            y_I_hhhg0g0_bblll += here
            y_twice = np.zeros((M, K, K, K, K, *along))
            for n in reversed(range(M)):
                y_twice[n] += y_I_hhg0g0g0g0_bbllll[n, n]
                y_I_hhg0g0g0g0_bbllll[n, n] = 0.0
            here = y_twice
            y_I_qg0g0g0g0_bllll += here
            here = y_I_hhg0g0g0g0_bbllll
            if M >= 6:
                for c, d in np.ndindex(n_square, n_square):
                    p_0 = _joint4(np.einsum("nmkk...->nmk...", Cs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", Cs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, None])
                    p_1 = square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None]
                    b_p_2 = here*p_1
                    b_p_0 = b_p_2*r2[K:, c][:, None, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None, None]
                    g_0 = _joint4_back(b_p_0, np.einsum("nmkk...->nmk...", Cs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", Cs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, None])
                    y_r2[K:, c] += np.einsum("nmklab...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_2*p_0*r3[c, :, K:, d][:, :, None, None, None, None]), (M, M, K, K, K, K, *along)))
                    y_r3[c, :, K:, d] += np.einsum("nmklab...->nm...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_2*p_0*r2[K:, c][:, None, None, None, None, None]), (M, M, K, K, K, K, *along)))
                    np.einsum("nmkk...->nmk...", y_Cs2[c, d, :, K:, :K, :K])[...] += np.einsum("nmklab...->nmk...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[0]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmkl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[1]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmka...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[2]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmkb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[3]), (M, M, K, K, K, K, *along)))
                    np.einsum("nmll...->nml...", y_Cs2[c, d, :, K:, :K, :K])[...] += np.einsum("nmklab...->nml...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[4]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmla...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[5]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmlb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[6]), (M, M, K, K, K, K, *along)))
                    np.einsum("nmaa...->nma...", y_Cs2[c, d, :, K:, :K, :K])[...] += np.einsum("nmklab...->nma...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[7]), (M, M, K, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmklab...->nmab...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[8]), (M, M, K, K, K, K, *along)))
                    np.einsum("nmbb...->nmb...", y_Cs2[c, d, :, K:, :K, :K])[...] += np.einsum("nmklab...->nmb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[9]), (M, M, K, K, K, K, *along)))
            y_twice = np.zeros((M, K, K, K, *along))
            for k in reversed(range(K)):
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, k, k]
                y_I_qg0g0g0g0_bllll[:, k, k] = 0.0
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, k, :, k]
                y_I_qg0g0g0g0_bllll[:, k, :, k] = 0.0
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, :, k, k]
                y_I_qg0g0g0g0_bllll[:, :, k, k] = 0.0
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, k, :, :, k]
                y_I_qg0g0g0g0_bllll[:, k, :, :, k] = 0.0
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, :, k, :, k]
                y_I_qg0g0g0g0_bllll[:, :, k, :, k] = 0.0
                y_twice[:, k] += y_I_qg0g0g0g0_bllll[:, :, :, k, k]
                y_I_qg0g0g0g0_bllll[:, :, :, k, k] = 0.0
            here = y_twice
            y_I_qg0g0_bll += np.einsum("nkab...->nab...", np.broadcast_to(here, (M, K, K, K, *along)))
            y_I_qhg0g0_blll += here
            here = y_I_qg0g0g0g0_bllll
            if K >= 4:
                for g in range(n_quartic):
                    p_0 = _joint4(np.einsum("nkk...->nk...", Cq[g, :, :K, :K])[:, :, None, None, None], Cq[g, :, :K, :K][:, :, :, None, None], Cq[g, :, :K, :K][:, :, None, :, None], Cq[g, :, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cq[g, :, :K, :K])[:, None, :, None, None], Cq[g, :, :K, :K][:, None, :, :, None], Cq[g, :, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cq[g, :, :K, :K])[:, None, None, :, None], Cq[g, :, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cq[g, :, :K, :K])[:, None, None, None])
                    b_p_0 = here*quartic_weight[g][None, None, None, None, None]*r1[:, g][:, None, None, None, None]
                    g_0 = _joint4_back(b_p_0, np.einsum("nkk...->nk...", Cq[g, :, :K, :K])[:, :, None, None, None], Cq[g, :, :K, :K][:, :, :, None, None], Cq[g, :, :K, :K][:, :, None, :, None], Cq[g, :, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cq[g, :, :K, :K])[:, None, :, None, None], Cq[g, :, :K, :K][:, None, :, :, None], Cq[g, :, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cq[g, :, :K, :K])[:, None, None, :, None], Cq[g, :, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cq[g, :, :K, :K])[:, None, None, None])
                    y_r1[:, g] += np.einsum("nklab...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, here*p_0*quartic_weight[g][None, None, None, None, None]), (M, K, K, K, K, *along)))
                    np.einsum("nkk...->nk...", y_Cq[g, :, :K, :K])[...] += np.einsum("nklab...->nk...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[0]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nkl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[1]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nka...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[2]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nkb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[3]), (M, K, K, K, K, *along)))
                    np.einsum("nll...->nl...", y_Cq[g, :, :K, :K])[...] += np.einsum("nklab...->nl...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[4]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nla...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[5]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nlb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[6]), (M, K, K, K, K, *along)))
                    np.einsum("naa...->na...", y_Cq[g, :, :K, :K])[...] += np.einsum("nklab...->na...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[7]), (M, K, K, K, K, *along)))
                    y_Cq[g, :, :K, :K] += np.einsum("nklab...->nab...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[8]), (M, K, K, K, K, *along)))
                    np.einsum("nbb...->nb...", y_Cq[g, :, :K, :K])[...] += np.einsum("nklab...->nb...", np.broadcast_to(np.where(here == 0.0, 0.0, g_0[9]), (M, K, K, K, K, *along)))
            here = y_I_hg0g0_lll
            for c in range(n_square):
                p_0 = Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, None]*r15[c, :K, :K][:, :, None]
                p_1 = np.arcsin(p_0)
                b_p_2 = 0.63661977236758138 * here
                b_p_1 = b_p_2*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[:K, c] += np.einsum("kla...->k...", np.broadcast_to(b_p_2*p_1*square_weight[c][None, None, None], (K, K, K, *along)))
                y_Cs1[c, :K, :K, :K] += b_p_0*r15[c, :K, :K][:, None]*r15[c, :K, :K][:, :, None]
                y_r15[c, :K, :K] += np.einsum("kla...->ka...", np.broadcast_to(b_p_0*Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, :, None], (K, K, K, *along)))
                y_r15[c, :K, :K] += np.einsum("kla...->kl...", np.broadcast_to(b_p_0*Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, None], (K, K, K, *along)))
            here = y_I_hg0g0_llb
            for c in range(n_square):
                p_0 = Cs1[c, :K, :K, K:]*r15[c, :K, :K][:, :, None]*r15[c, :K, K:][:, None]
                p_1 = np.arcsin(p_0)
                b_p_2 = 0.63661977236758138 * here
                b_p_1 = b_p_2*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[:K, c] += np.einsum("kln...->k...", np.broadcast_to(b_p_2*p_1*square_weight[c][None, None, None], (K, K, M, *along)))
                y_Cs1[c, :K, :K, K:] += b_p_0*r15[c, :K, :K][:, :, None]*r15[c, :K, K:][:, None]
                y_r15[c, :K, :K] += np.einsum("kln...->kl...", np.broadcast_to(b_p_0*Cs1[c, :K, :K, K:]*r15[c, :K, K:][:, None], (K, K, M, *along)))
                y_r15[c, :K, K:] += np.einsum("kln...->kn...", np.broadcast_to(b_p_0*Cs1[c, :K, :K, K:]*r15[c, :K, :K][:, :, None], (K, K, M, *along)))
            here = y_I_hg0g0_bll
            for c in range(n_square):
                p_0 = Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, :, None]*r15[c, K:, :K][:, None]
                p_1 = np.arcsin(p_0)
                b_p_2 = 0.63661977236758138 * here
                b_p_1 = b_p_2*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[K:, c] += np.einsum("nkl...->n...", np.broadcast_to(b_p_2*p_1*square_weight[c][None, None, None], (M, K, K, *along)))
                y_Cs1[c, K:, :K, :K] += b_p_0*r15[c, K:, :K][:, :, None]*r15[c, K:, :K][:, None]
                y_r15[c, K:, :K] += np.einsum("nkl...->nk...", np.broadcast_to(b_p_0*Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, None], (M, K, K, *along)))
                y_r15[c, K:, :K] += np.einsum("nkl...->nl...", np.broadcast_to(b_p_0*Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, :, None], (M, K, K, *along)))
            here = y_I_hg0g0_blb
            for c in range(n_square):
                p_0 = Cs1[c, K:, :K, K:]*r15[c, K:, :K][:, :, None]*r15[c, K:, K:][:, None]
                p_1 = np.arcsin(p_0)
                b_p_2 = 0.63661977236758138 * here
                b_p_1 = b_p_2*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[K:, c] += np.einsum("nkm...->n...", np.broadcast_to(b_p_2*p_1*square_weight[c][None, None, None], (M, K, M, *along)))
                y_Cs1[c, K:, :K, K:] += b_p_0*r15[c, K:, :K][:, :, None]*r15[c, K:, K:][:, None]
                y_r15[c, K:, :K] += np.einsum("nkm...->nk...", np.broadcast_to(b_p_0*Cs1[c, K:, :K, K:]*r15[c, K:, K:][:, None], (M, K, M, *along)))
                y_r15[c, K:, K:] += np.einsum("nkm...->nm...", np.broadcast_to(b_p_0*Cs1[c, K:, :K, K:]*r15[c, K:, :K][:, :, None], (M, K, M, *along)))
            here = y_r15
            p_0 = np.einsum("cijj...->cij...", Cs1) + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("cijj...->cij...", y_Cs1)[...] += b_p_0
            here = y_I_hhg0g0_blll
            for c, d in np.ndindex(n_square, n_square):
                p_0 = Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None]
                p_1 = np.arcsin(p_0)
                p_2 = 0.63661977236758138 * square_weight[c][None, None, None, None]
                b_p_3 = here*p_2
                b_p_1 = b_p_3*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[d][None, None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[K:, c] += np.einsum("nkla...->n...", np.broadcast_to(b_p_3*p_1*r3[c, :, :K, d][:, :, None, None]*square_weight[d][None, None, None, None], (M, K, K, K, *along)))
                y_r3[c, :, :K, d] += np.einsum("nkla...->nk...", np.broadcast_to(b_p_3*p_1*r2[K:, c][:, None, None, None]*square_weight[d][None, None, None, None], (M, K, K, K, *along)))
                y_Cs2[c, d, :, :K, :K, :K] += b_p_0*r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None]
                y_r14[c, d, :, :K, :K] += np.einsum("nkla...->nka...", np.broadcast_to(b_p_0*Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, :, None], (M, K, K, K, *along)))
                y_r14[c, d, :, :K, :K] += np.einsum("nkla...->nkl...", np.broadcast_to(b_p_0*Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None], (M, K, K, K, *along)))
            here = y_I_hhg0g0_bllb
            for c, d in np.ndindex(n_square, n_square):
                p_0 = Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None]
                p_1 = np.arcsin(p_0)
                p_2 = 0.63661977236758138 * square_weight[c][None, None, None, None]
                b_p_3 = here*p_2
                b_p_1 = b_p_3*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[d][None, None, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r2[K:, c] += np.einsum("nklm...->n...", np.broadcast_to(b_p_3*p_1*r3[c, :, :K, d][:, :, None, None]*square_weight[d][None, None, None, None], (M, K, K, M, *along)))
                y_r3[c, :, :K, d] += np.einsum("nklm...->nk...", np.broadcast_to(b_p_3*p_1*r2[K:, c][:, None, None, None]*square_weight[d][None, None, None, None], (M, K, K, M, *along)))
                y_Cs2[c, d, :, :K, :K, K:] += b_p_0*r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None]
                y_r14[c, d, :, :K, :K] += np.einsum("nklm...->nkl...", np.broadcast_to(b_p_0*Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, K:][:, :, None], (M, K, K, M, *along)))
                y_r14[c, d, :, :K, K:] += np.einsum("nklm...->nkm...", np.broadcast_to(b_p_0*Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None], (M, K, K, M, *along)))
            y_twice = np.zeros((M, K, K, *along))
            for n in reversed(range(M)):
                y_twice[n] += y_I_hhg0g0_bbll[n, n]
                y_I_hhg0g0_bbll[n, n] = 0.0
            here = y_twice
            y_I_qg0g0_bll += here
            here = y_I_hhg0g0_bbll
            if M >= 2:
                for c, d in np.ndindex(n_square, n_square):
                    p_0 = Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None]
                    p_1 = np.arcsin(p_0)
                    p_2 = 0.63661977236758138 * square_weight[c][None, None, None, None]
                    b_p_3 = here*p_2
                    b_p_1 = b_p_3*r2[K:, c][:, None, None, None]*r3[c, :, K:, d][:, :, None, None]*square_weight[d][None, None, None, None]
                    b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                    y_r2[K:, c] += np.einsum("nmkl...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_3*p_1*r3[c, :, K:, d][:, :, None, None]*square_weight[d][None, None, None, None]), (M, M, K, K, *along)))
                    y_r3[c, :, K:, d] += np.einsum("nmkl...->nm...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_3*p_1*r2[K:, c][:, None, None, None]*square_weight[d][None, None, None, None]), (M, M, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.where(here == 0.0, 0.0, b_p_0*r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None])
                    y_r14[c, d, :, K:, :K] += np.einsum("nmkl...->nmk...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, None]), (M, M, K, K, *along)))
                    y_r14[c, d, :, K:, :K] += np.einsum("nmkl...->nml...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]), (M, M, K, K, *along)))
            here = y_r14
            p_0 = np.einsum("cdnijj...->cdnij...", Cs2) + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("cdnijj...->cdnij...", y_Cs2)[...] += b_p_0
            here = y_I_qg0g0_bll
            for g in range(n_quartic):
                p_0 = Cq[g, :, :K, :K]*r13[g, :, :][:, :, None]*r13[g, :, :][:, None]
                p_1 = np.arcsin(p_0)
                b_p_2 = 0.63661977236758138 * here
                b_p_1 = b_p_2*quartic_weight[g][None, None, None]*r1[:, g][:, None, None]
                b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
                y_r1[:, g] += np.einsum("nkl...->n...", np.broadcast_to(b_p_2*p_1*quartic_weight[g][None, None, None], (M, K, K, *along)))
                y_Cq[g, :, :K, :K] += b_p_0*r13[g, :, :][:, :, None]*r13[g, :, :][:, None]
                y_r13[g, :, :] += np.einsum("nkl...->nk...", np.broadcast_to(b_p_0*Cq[g, :, :K, :K]*r13[g, :, :][:, None], (M, K, K, *along)))
                y_r13[g, :, :] += np.einsum("nkl...->nl...", np.broadcast_to(b_p_0*Cq[g, :, :K, :K]*r13[g, :, :][:, :, None], (M, K, K, *along)))
            here = y_r13
            p_0 = np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K]) + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("gnkk...->gnk...", y_Cq[:, :, :K, :K])[...] += b_p_0
            y_twice = np.zeros((M, K, K, K, *along))
            for n in reversed(range(M)):
                y_twice[n] += y_I_hhhg0g0_bblll[n, n]
                y_I_hhhg0g0_bblll[n, n] = 0.0
            here = y_twice
            y_I_qhg0g0_blll += here
            here = y_I_hhhg0g0_bblll
            if M >= 2:
                for c, d, f in np.ndindex(n_square, n_square, n_square):
                    p_0 = -r11[c, d, :, :, :, f][:, :, :, None, None]**2
                    p_1 = Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*square[f][None, None, None, None, None]
                    p_2 = p_0*p_1 + Cs2[c, d, :, K:, :K, :K][:, :, None]
                    p_3 = p_2*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None]
                    p_4 = np.arcsin(p_3)
                    p_5 = r2[K:, c][:, None, None, None, None]*square_weight[f][None, None, None, None, None]
                    p_6 = p_4*r11[c, d, :, :, :, f][:, :, :, None, None]*r3[c, :, K:, d][:, :, None, None, None]
                    p_7 = 0.63661977236758138 * square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]
                    b_p_8 = here*p_7
                    b_p_6 = b_p_8*p_5
                    b_p_5 = b_p_8*p_6
                    b_p_4 = b_p_6*r11[c, d, :, :, :, f][:, :, :, None, None]*r3[c, :, K:, d][:, :, None, None, None]
                    b_p_3 = b_p_4*1.0 / np.sqrt(1 - p_3**2)
                    b_p_2 = b_p_3*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None]
                    b_p_1 = b_p_2*p_0
                    b_p_0 = b_p_2*p_1
                    y_r11[c, d, :, :, :, f] += np.einsum("nmkla...->nmk...", np.broadcast_to(np.where(here == 0.0, 0.0, -2.0 * b_p_0*r11[c, d, :, :, :, f][:, :, :, None, None] + b_p_6*p_4*r3[c, :, K:, d][:, :, None, None, None]), (M, M, K, K, K, *along)))
                    y_r3[c, :, K:, d] += np.einsum("nmkla...->nm...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_6*p_4*r11[c, d, :, :, :, f][:, :, :, None, None]), (M, M, K, K, K, *along)))
                    y_r2[K:, c] += np.einsum("nmkla...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_5*square_weight[f][None, None, None, None, None]), (M, M, K, K, K, *along)))
                    y_r12[c, d, :, :, :, :, f] += np.einsum("nmkla...->nmka...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_3*p_2*r12[c, d, :, :, :, :, f][:, :, :, :, None]), (M, M, K, K, K, *along)))
                    y_r12[c, d, :, :, :, :, f] += np.einsum("nmkla...->nmkl...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_3*p_2*r12[c, d, :, :, :, :, f][:, :, :, None]), (M, M, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmkla...->nmla...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_2), (M, M, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmkla...->nmka...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_1*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*square[f][None, None, None, None, None]), (M, M, K, K, K, *along)))
                    y_Cs2[c, d, :, K:, :K, :K] += np.einsum("nmkla...->nmkl...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_1*Cs2[c, d, :, K:, :K, :K][:, :, :, None]*square[f][None, None, None, None, None]), (M, M, K, K, K, *along)))
            here = y_r12
            p_0 = -Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r11[:, :, :, :, :, None]**2*square[None, None, None, None, None, None] + np.einsum("cdnmll...->cdnml...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            y_Cs2[:, :, :, K:, :K, :K] += np.einsum("cdnmklf...->cdnmkl...", np.broadcast_to(-2.0 * b_p_0*Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]*r11[:, :, :, :, :, None]**2*square[None, None, None, None, None, None], (n_square, n_square, M, M, K, K, n_square, *along)))
            np.einsum("cdnmll...->cdnml...", y_Cs2[:, :, :, K:, :K, :K])[...] += np.einsum("cdnmklf...->cdnml...", np.broadcast_to(b_p_0, (n_square, n_square, M, M, K, K, n_square, *along)))
            y_r11 += np.einsum("cdnmklf...->cdnmkf...", np.broadcast_to(-2.0 * b_p_0*Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r11[:, :, :, :, :, None]*square[None, None, None, None, None, None], (n_square, n_square, M, M, K, K, n_square, *along)))
            here = y_r11
            p_0 = np.einsum("cdnmkk...->cdnmk...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None]*square[None, None, None, None, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("cdnmkk...->cdnmk...", y_Cs2[:, :, :, K:, :K, :K])[...] += np.einsum("cdnmkf...->cdnmk...", np.broadcast_to(b_p_0*square[None, None, None, None, None], (n_square, n_square, M, M, K, n_square, *along)))
            here = y_I_qhg0g0_blll
            for g, d in np.ndindex(n_quartic, n_square):
                p_0 = -r9[g, :, :, d][:, :, None, None]**2
                p_1 = Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*square[d][None, None, None, None]
                p_2 = p_0*p_1 + Cq[g, :, :K, :K][:, None]
                p_3 = p_2*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None]
                p_4 = np.arcsin(p_3)
                p_5 = 0.63661977236758138 * quartic_weight[g][None, None, None, None]
                b_p_6 = here*p_5
                b_p_4 = b_p_6*r1[:, g][:, None, None, None]*r9[g, :, :, d][:, :, None, None]*square_weight[d][None, None, None, None]
                b_p_3 = b_p_4*1.0 / np.sqrt(1 - p_3**2)
                b_p_2 = b_p_3*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None]
                b_p_1 = b_p_2*p_0
                b_p_0 = b_p_2*p_1
                y_r1[:, g] += np.einsum("nkla...->n...", np.broadcast_to(b_p_6*p_4*r9[g, :, :, d][:, :, None, None]*square_weight[d][None, None, None, None], (M, K, K, K, *along)))
                y_r9[g, :, :, d] += np.einsum("nkla...->nk...", np.broadcast_to(-2.0 * b_p_0*r9[g, :, :, d][:, :, None, None] + b_p_6*p_4*r1[:, g][:, None, None, None]*square_weight[d][None, None, None, None], (M, K, K, K, *along)))
                y_r10[g, :, :, :, d] += np.einsum("nkla...->nka...", np.broadcast_to(b_p_3*p_2*r10[g, :, :, :, d][:, :, :, None], (M, K, K, K, *along)))
                y_r10[g, :, :, :, d] += np.einsum("nkla...->nkl...", np.broadcast_to(b_p_3*p_2*r10[g, :, :, :, d][:, :, None], (M, K, K, K, *along)))
                y_Cq[g, :, :K, :K] += np.einsum("nkla...->nla...", np.broadcast_to(b_p_2, (M, K, K, K, *along)))
                y_Cq[g, :, :K, :K] += np.einsum("nkla...->nka...", np.broadcast_to(b_p_1*Cq[g, :, :K, :K][:, :, :, None]*square[d][None, None, None, None], (M, K, K, K, *along)))
                y_Cq[g, :, :K, :K] += np.einsum("nkla...->nkl...", np.broadcast_to(b_p_1*Cq[g, :, :K, :K][:, :, None]*square[d][None, None, None, None], (M, K, K, K, *along)))
            here = y_r10
            p_0 = -Cq[:, :, :K, :K][:, :, :, :, None]**2*r9[:, :, :, None]**2*square[None, None, None, None] + np.einsum("gnll...->gnl...", Cq[:, :, :K, :K])[:, :, None, :, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            y_Cq[:, :, :K, :K] += np.einsum("gnklc...->gnkl...", np.broadcast_to(-2.0 * b_p_0*Cq[:, :, :K, :K][:, :, :, :, None]*r9[:, :, :, None]**2*square[None, None, None, None], (n_quartic, M, K, K, n_square, *along)))
            np.einsum("gnll...->gnl...", y_Cq[:, :, :K, :K])[...] += np.einsum("gnklc...->gnl...", np.broadcast_to(b_p_0, (n_quartic, M, K, K, n_square, *along)))
            y_r9 += np.einsum("gnklc...->gnkc...", np.broadcast_to(-2.0 * b_p_0*Cq[:, :, :K, :K][:, :, :, :, None]**2*r9[:, :, :, None]*square[None, None, None, None], (n_quartic, M, K, K, n_square, *along)))
            here = y_r9
            p_0 = np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K])[:, :, :, None]*square[None, None, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("gnkk...->gnk...", y_Cq[:, :, :K, :K])[...] += np.einsum("gnkc...->gnk...", np.broadcast_to(b_p_0*square[None, None, None], (n_quartic, M, K, n_square, *along)))
        here = y_J2
        p_0 = np.einsum("ijj...->ij...", C1) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r0[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1)[...] += b_p_0
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
            y_r8 += np.einsum("ijr...->jr...", np.broadcast_to(0.63661977236758138 * here, (S, S, S, *along)))
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
            here = y_r8
            p_0 = C*r0[:, None]*r0[None]
            b_p_0 = here*1.0 / np.sqrt(1 - p_0**2)
            y_C += b_p_0*r0[:, None]*r0[None]
            y_r0 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C*r0[None], (S, S, *along)))
            y_r0 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C*r0[:, None], (S, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_I4
            p_0 = C1[:K, :, :][:, None] - C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2
            p_1 = p_0*r7[:, :, :, None]*r7[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r0[:K][:, None, None, None]*r6[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r7[:, :, :, None]*r7[:, :, None]
            y_r0[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r6[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r6[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:K, :K, :][:, :, :, None]*C1[:K, :K, :][:, :, None]*r6[:, :K][:, :, None, None] + b_p_3*p_2*r0[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r7 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r7[:, :, None], (K, K, S, S, *along)))
            y_r7 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r7[:, :, :, None], (K, K, S, S, *along)))
            y_C1[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1[:K, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1[:K, :K, :][:, :, :, None]*r6[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r7
            p_0 = np.einsum("kii...->ki...", C1[:K, :, :])[:, None] - C1[:K, :K, :]**2*r6[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1[:K, :K, :] += -2.0 * b_p_0*C1[:K, :K, :]*r6[:, :K][:, :, None]**2
            y_r6[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:K, :K, :]**2*r6[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3
        b_p_0 = 0.63661977236758138 * here
        y_C1[:K, :, :] += b_p_0*r0[:K][:, None, None]*r6[:, None]
        y_r0[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1[:K, :, :]*r6[:, None], (K, S, S, *along)))
        y_r6 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1[:K, :, :]*r0[:K][:, None, None], (K, S, S, *along)))
        here = y_r6
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
        if np.any(np.isfinite(P)):
            here = y_I_eg0g0_fff
            for x in range(n_fine):
                p_0 = -r4[:, x][:, None, None]**2
                p_1 = C[:, :, None]*C[:, None]*fine[x][None, None, None]
                p_2 = p_0*p_1 + C[None]
                p_3 = p_2*r5[:, :, x][:, :, None]*r5[:, :, x][:, None]
                p_4 = np.arcsin(p_3)
                b_p_5 = 0.63661977236758138 * here
                b_p_4 = b_p_5*fine_weight[x][None, None, None]*r4[:, x][:, None, None]
                b_p_3 = b_p_4*1.0 / np.sqrt(1 - p_3**2)
                b_p_2 = b_p_3*r5[:, :, x][:, :, None]*r5[:, :, x][:, None]
                b_p_1 = b_p_2*p_0
                b_p_0 = b_p_2*p_1
                y_r4[:, x] += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * b_p_0*r4[:, x][:, None, None] + b_p_5*p_4*fine_weight[x][None, None, None], (S, S, S, *along)))
                y_r5[:, :, x] += np.einsum("ijr...->ij...", np.broadcast_to(b_p_3*p_2*r5[:, :, x][:, None], (S, S, S, *along)))
                y_r5[:, :, x] += np.einsum("ijr...->ir...", np.broadcast_to(b_p_3*p_2*r5[:, :, x][:, :, None], (S, S, S, *along)))
                y_C += np.einsum("ijr...->jr...", np.broadcast_to(b_p_2, (S, S, S, *along)))
                y_C += np.einsum("ijr...->ij...", np.broadcast_to(b_p_1*C[:, None]*fine[x][None, None, None], (S, S, S, *along)))
                y_C += np.einsum("ijr...->ir...", np.broadcast_to(b_p_1*C[:, :, None]*fine[x][None, None, None], (S, S, S, *along)))
            here = y_r5
            p_0 = -C[:, :, None]**2*fine[None, None]*r4[:, None]**2 + np.einsum("jj...->j...", C)[None, :, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            y_C += np.einsum("ijx...->ij...", np.broadcast_to(-2.0 * b_p_0*C[:, :, None]*fine[None, None]*r4[:, None]**2, (S, S, n_fine, *along)))
            np.einsum("jj...->j...", y_C)[...] += np.einsum("ijx...->j...", np.broadcast_to(b_p_0, (S, S, n_fine, *along)))
            y_r4 += np.einsum("ijx...->ix...", np.broadcast_to(-2.0 * b_p_0*C[:, :, None]**2*fine[None, None]*r4[:, None], (S, S, n_fine, *along)))
            here = y_r4
            p_0 = np.einsum("ii...->i...", C)[:, None]*fine[None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ix...->i...", np.broadcast_to(b_p_0*fine[None], (S, n_fine, *along)))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            here = y_Cs2
            p_0 = -np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]**2
            p_1 = Cs1[:, K:, :, :][:, None, :, :, :, None]*Cs1[:, K:, :, :][:, None, :, :, None]*square[None, :, None, None, None, None]
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_Cs1[:, K:, :, :] += np.einsum("cdnijr...->cnjr...", np.broadcast_to(here, (n_square, n_square, M, S, S, S, *along)))
            y_Cs1[:, K:, :, :] += np.einsum("cdnijr...->cnij...", np.broadcast_to(b_p_1*Cs1[:, K:, :, :][:, None, :, :, None]*square[None, :, None, None, None, None], (n_square, n_square, M, S, S, S, *along)))
            y_Cs1[:, K:, :, :] += np.einsum("cdnijr...->cnir...", np.broadcast_to(b_p_1*Cs1[:, K:, :, :][:, None, :, :, :, None]*square[None, :, None, None, None, None], (n_square, n_square, M, S, S, S, *along)))
            y_r3 += np.einsum("cdnijr...->cnid...", np.broadcast_to(-2.0 * b_p_0*np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None], (n_square, n_square, M, S, S, S, *along)))
            here = y_r3
            p_0 = np.einsum("cnii...->cni...", Cs1[:, K:, :, :])[:, :, :, None]*square[None, None, None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("cnii...->cni...", y_Cs1[:, K:, :, :])[...] += np.einsum("cnid...->cni...", np.broadcast_to(b_p_0*square[None, None, None], (n_square, M, S, n_square, *along)))
            here = y_Cs1
            p_0 = -np.einsum("ic...->ci...", r2)[:, :, None, None]**2
            p_1 = C[None, :, :, None]*C[None, :, None]*square[:, None, None, None]
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_C += np.einsum("cijr...->jr...", np.broadcast_to(here, (n_square, S, S, S, *along)))
            y_C += np.einsum("cijr...->ij...", np.broadcast_to(b_p_1*C[None, :, None]*square[:, None, None, None], (n_square, S, S, S, *along)))
            y_C += np.einsum("cijr...->ir...", np.broadcast_to(b_p_1*C[None, :, :, None]*square[:, None, None, None], (n_square, S, S, S, *along)))
            y_r2 += np.einsum("cijr...->ic...", np.broadcast_to(-2.0 * b_p_0*np.einsum("ic...->ci...", r2)[:, :, None, None], (n_square, S, S, S, *along)))
            here = y_r2
            p_0 = np.einsum("ii...->i...", C)[:, None]*square[None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ic...->i...", np.broadcast_to(b_p_0*square[None], (S, n_square, *along)))
            here = y_Cq
            p_0 = -np.einsum("ng...->gn...", r1)[:, :, None, None]**2
            p_1 = C[K:, :][None, :, :, None]*C[K:, :][None, :, None]*quartic[:, None, None, None]
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_C += np.einsum("gnij...->ij...", np.broadcast_to(here, (n_quartic, M, S, S, *along)))
            y_C[K:, :] += np.einsum("gnij...->ni...", np.broadcast_to(b_p_1*C[K:, :][None, :, None]*quartic[:, None, None, None], (n_quartic, M, S, S, *along)))
            y_C[K:, :] += np.einsum("gnij...->nj...", np.broadcast_to(b_p_1*C[K:, :][None, :, :, None]*quartic[:, None, None, None], (n_quartic, M, S, S, *along)))
            y_r1 += np.einsum("gnij...->ng...", np.broadcast_to(-2.0 * b_p_0*np.einsum("ng...->gn...", r1)[:, :, None, None], (n_quartic, M, S, S, *along)))
            here = y_r1
            p_0 = np.einsum("nn...->n...", C[K:, K:])[:, None]*quartic[None] + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("nn...->n...", y_C[K:, K:])[...] += np.einsum("ng...->n...", np.broadcast_to(b_p_0*quartic[None], (M, n_quartic, *along)))
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
    if missing:
        y_w0[...] = np.nan
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
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
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
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
        # loss on fresh data after the inner loop
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G, I2)
        if np.any(np.isfinite(P)):
            eps_g = eps_g + 0.5 * np.einsum("ij...,ij...->...", I2, P2)
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
            here = y_eps_g
            here = 0.5 * here
            y_I2 += here*P2
            y_P2 += here*I2
        here = y_eps_g
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
