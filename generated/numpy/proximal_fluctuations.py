"""FO-ANIL whose inner loop is held near its start

Emitted by orderode 0.1.0 from the system proximal_fluctuations, digest dcba0e339827be20. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Rajeswaran, Finn, Kakade, Levine, arXiv 1909.04630

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss of the inner loop l = (f - y - noise*zeta)^2/2 + anchor*sum_k (w_k - w0_k)^2/2
    loss of the outer step l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes; g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07
    nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or, with Gaussian tasks, P -> inf. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out: of order 1/P^2 for Gaussian tasks, of order 1 for others. Where there is one task, given as known_task, they are those of the support set, by the rule with nodes: averages over tasks are then exact by the law of total covariance

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf

DIGEST = "dcba0e339827be20"
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
    anchor: float  # strength that holds the inner loop near its start
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
    known_task: np.ndarray | None = None  # the task, where there is one alone (mean is equal to it then, cov zero): cumulants of five to eight heads are those of the support set (M); None: tasks are random


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


def _factor_along(F, dC):
    """Derivative along dC of the lower triangular F with F F^T = C; NaN in a column whose pivot is zero."""
    dF = np.zeros(dC.shape)
    for j in range(dC.shape[0]):
        rest = dC[j:, j] - np.einsum("ik...,k...->i...", dF[j:, :j], F[j, :j])
        rest = rest - np.einsum("ik...,k...->i...", F[j:, :j], dF[j, :j])
        pivot = np.where(F[j, j] > 0.0, F[j, j], np.nan)
        dF[j, j] = rest[0] / (2.0 * pivot)
        dF[j + 1 :, j] = (rest[1:] - F[j + 1 :, j] * dF[j, j]) / pivot
    return dF


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


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (K, M, K, M, ...), DRQ (K, M, K, K, ...), DRw (K, M, K, ...), DQQ (K, K, K, K, ...), DQw (K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    anchor = parameters.anchor
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
    known_task = None if parameters.known_task is None else _with_batch(parameters.known_task, 1, batch)
    if np.any(np.isfinite(P)) and (nodes is None or weights is None):
        if np.any(w0 != 0.0) or np.any(mean != 0.0) or _coupled(cov):
            raise ValueError("nodes and weights are missing: finite P needs them unless w0 is zero, mean is zero, cov is diagonal")
        nodes = np.zeros((0, S,) + (1,) * len(batch))
        weights = np.zeros((0,) + (1,) * len(batch))
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
        if np.any(np.isfinite(P)) and higher:
            # 1/sqrt(C[n, n]*quartic[g] + 1)
            r1 = 1.0 / np.sqrt(np.einsum("nn...->n...", C[K:, K:])[:, None]*quartic[None] + 1)
            # covariance of the fields with the Gaussian weight of n absorbed, of the strengths g
            Cq = C[None, None] - C[K:, :][None, :, :, None]*C[K:, :][None, :, None]*quartic[:, None, None, None]*np.einsum("ng...->gn...", r1)[:, :, None, None]**2
            # 1/sqrt(C[i, i]*square[c] + 1)
            r2 = 1.0 / np.sqrt(np.einsum("ii...->i...", C)[:, None]*square[None] + 1)
            # covariance of the fields with the Gaussian weight of i absorbed, of the strengths c
            Cs1 = -C[None, :, :, None]*C[None, :, None]*np.einsum("ic...->ci...", r2)[:, :, None, None]**2*square[:, None, None, None] + C[None, None]
        # 1/sqrt(C1[k, i, i] + 1)
        r3 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        if np.any(np.isfinite(V)):
            # covariance of the fields with the Gaussian weight of k, i absorbed
            C2 = -C1[:, :, :, None]*C1[:, :, None]*r3[:, :, None, None]**2 + C1[:, None]
        if np.any(np.isfinite(P)) and higher:
            # 1/sqrt(Cs1[c, n, i, i]*square[d] + 1)
            r4 = 1.0 / np.sqrt(np.einsum("cnii...->cni...", Cs1[:, K:, :, :])[:, :, :, None]*square[None, None, None] + 1)
            # covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d
            Cs2 = -Cs1[:, K:, :, :][:, None, :, :, :, None]*Cs1[:, K:, :, :][:, None, :, :, None]*np.einsum("cnid...->cdni...", r4)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None] + Cs1[:, K:, :, :][:, None, :, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C2[k, i, j, j] + 1)
            r5 = 1.0 / np.sqrt(np.einsum("kijj...->kij...", C2) + 1)
            # covariance of the fields with the Gaussian weight of k, l, i absorbed
            C3 = -C2[:, :K, :, :][:, :, :, :, None]*C2[:, :K, :, :][:, :, :, None]*r5[:, :K, :][:, :, :, None, None]**2 + C2[:, :K, :, :][:, :, None]
            # 1/sqrt(C3[k, l, i, j, j] + 1)
            r6 = 1.0 / np.sqrt(np.einsum("klijj...->klij...", C3) + 1)
            # covariance of the fields with the Gaussian weight of k, l, a, i absorbed
            C4 = -C3[:, :, :K, :, :][:, :, :, :, :, None]*C3[:, :, :K, :, :][:, :, :, :, None]*r6[:, :, :K, :][:, :, :, :, None, None]**2 + C3[:, :, :K, :, :][:, :, :, None]
        # 1/sqrt(C[i, i]*fine[x] + 1)
        r7 = 1.0 / np.sqrt(np.einsum("ii...->i...", C)[:, None]*fine[None] + 1)
        # 1/sqrt(-C[i, j]**2*fine[x]*r7[i, x]**2 + C[j, j] + 1)
        r8 = 1.0 / np.sqrt(-C[:, :, None]**2*fine[None, None]*r7[:, None]**2 + np.einsum("jj...->j...", C)[None, :, None] + 1)
        # <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
        I_eg0g0_fff = np.zeros((S, S, S, *batch))
        for x in range(n_fine):
            I_eg0g0_fff = I_eg0g0_fff + 0.63661977236758138 * np.arcsin((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r7[:, x][:, None, None]**2 + C[None])*r8[:, :, x][:, :, None]*r8[:, :, x][:, None])*fine_weight[x][None, None, None]*r7[:, x][:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(C*r0[:, None]*r0[None])
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*r3[:, None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin(C2[:, :K, :, :]*r5[:, :K, :][:, :, :, None]*r5[:, :K, :][:, :, None])*r0[:K][:, None, None, None]*r3[:, :K][:, :, None, None]
        # asin(C[i, j]*r0[i]*r0[j])
        r9 = np.arcsin(C*r0[:, None]*r0[None])
        # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
        I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
        twice = I_eg0g0_fff + 0.63661977236758138 * r9[None]
        for i in range(S):
            I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g0g0g0g0 = 0.63661977236758138 * _joint4(np.einsum("klii...->kli...", C2[:, :K, :, :])[:, :, :, None, None, None], C2[:, :K, :, :][:, :, :, :, None, None], C2[:, :K, :, :][:, :, :, None, :, None], C2[:, :K, :, :][:, :, :, None, None], np.einsum("kljj...->klj...", C2[:, :K, :, :])[:, :, None, :, None, None], C2[:, :K, :, :][:, :, None, :, :, None], C2[:, :K, :, :][:, :, None, :, None], np.einsum("klrr...->klr...", C2[:, :K, :, :])[:, :, None, None, :, None], C2[:, :K, :, :][:, :, None, None], np.einsum("klss...->kls...", C2[:, :K, :, :])[:, :, None, None, None])*r0[:K][:, None, None, None, None, None]*r3[:, :K][:, :, None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields
            I_g1g1g1g1 = 0.4052847345693511 * 1.0 / np.sqrt(np.einsum("klabb...->klab...", C3[:, :, :K, :K, :K]) + 1)*r0[:K][:, None, None, None]*r3[:, :K][:, :, None, None]*r5[:, :K, :K][:, :, :, None]
            # 1/sqrt(C4[k, l, a, i, j, j] + 1)
            r10 = 1.0 / np.sqrt(np.einsum("klaijj...->klaij...", C4) + 1)
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j)> over the fields
            I_g1g1g1g1g0g0 = 0.25801227546559591 * np.arcsin(C4[:, :, :, :K, :, :]*r10[:, :, :, :K, :][:, :, :, :, :, None]*r10[:, :, :, :K, :][:, :, :, :, None])*r0[:K][:, None, None, None, None, None]*r3[:, :K][:, :, None, None, None, None]*r5[:, :K, :K][:, :, :, None, None, None]*r6[:, :, :K, :K][:, :, :, :, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1g1g0g0g0g0 = 0.4052847345693511 * _joint4(np.einsum("klabii...->klabi...", C4[:, :, :, :K, :, :])[:, :, :, :, :, None, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, :, None, None], np.einsum("klabjj...->klabj...", C4[:, :, :, :K, :, :])[:, :, :, :, None, :, None, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, :, None], np.einsum("klabrr...->klabr...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, :, None], C4[:, :, :, :K, :, :][:, :, :, :, None, None], np.einsum("klabss...->klabs...", C4[:, :, :, :K, :, :])[:, :, :, :, None, None, None])*r0[:K][:, None, None, None, None, None, None, None]*r3[:, :K][:, :, None, None, None, None, None, None]*r5[:, :K, :K][:, :, :, None, None, None, None, None]*r6[:, :, :K, :K][:, :, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j)> over the fields
            I_g1g1g1xg0 = 0.4052847345693511 * C3[:, :, :K, :, :]*r0[:K][:, None, None, None, None]*r3[:, :K][:, :, None, None, None]*r5[:, :K, :K][:, :, :, None, None]*r6[:, :, :K, :][:, :, :, None]
            # asin(C4[k, l, a, i, j, r]*r10[k, l, a, i, j]*r10[k, l, a, i, r])
            r11 = np.arcsin(C4*r10[:, :, :, :, :, None]*r10[:, :, :, :, None])
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1xg0g0g0 = 0.50794908747392775 * (0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, :, None, None]*r11[:, :, :, None]*r6[:, :, :K, :][:, :, :, None, :, None, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, :, None]*np.einsum("klarjs...->klajrs...", r11)[:, :, :, None]*r6[:, :, :K, :][:, :, :, None, None, :, None] + 0.50794908747392775 * C3[:, :, :K, :, :][:, :, :, :, None, None]*np.einsum("klasjr...->klajrs...", r11)[:, :, :, None]*r6[:, :, :K, :][:, :, :, None, None, None])*r0[:K][:, None, None, None, None, None, None]*r3[:, :K][:, :, None, None, None, None, None]*r5[:, :K, :K][:, :, :, None, None, None, None]
            # <g'(z_k) g'(z_l) z_i z_j> over the fields
            I_g1g1xx = 0.63661977236758138 * C2[:, :K, :, :]*r0[:K][:, None, None, None]*r3[:, :K][:, :, None, None]
            # asin(C2[k, i, j, r]*r5[k, i, j]*r5[k, i, r])
            r12 = np.arcsin(C2*r5[:, :, :, None]*r5[:, :, None])
            # <g'(z_k) g'(z_l) z_i z_j g(z_r) g(z_s)> over the fields
            I_g1g1xxg0g0 = 0.63661977236758138 * (0.63661977236758138 * C2[:, :K, :, :][:, :, :, :, None, None]*r12[:, :K, :, :][:, :, None, None] + 0.63661977236758138 * C2[:, :K, :, :][:, :, :, None, :, None]*np.einsum("klrjs...->kljrs...", C3)[:, :, None]*r5[:, :K, :][:, :, None, None, :, None]*r6[:, :, None, None] + 0.63661977236758138 * C2[:, :K, :, :][:, :, :, None, None]*np.einsum("klsjr...->kljrs...", C3)[:, :, None]*r5[:, :K, :][:, :, None, None, None]*np.einsum("klsr...->klrs...", r6)[:, :, None, None])*r0[:K][:, None, None, None, None, None]*r3[:, :K][:, :, None, None, None, None]
            # <g'(z_k) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1xg0g0g0 = 0.79788456080286541 * (0.50794908747392775 * C1[:, :, :, None, None]*r12[:, None]*r3[:, None, :, None, None] + 0.50794908747392775 * C1[:, :, None, :, None]*np.einsum("krjs...->kjrs...", r12)[:, None]*r3[:, None, None, :, None] + 0.50794908747392775 * C1[:, :, None, None]*np.einsum("ksjr...->kjrs...", r12)[:, None]*r3[:, None, None, None])*r0[:K][:, None, None, None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:K][:, None]
        if np.any(np.isfinite(P)) and higher:
            # 1/sqrt(Cq[g, n, k, k]*square[c] + 1)
            r13 = 1.0 / np.sqrt(np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K])[:, :, :, None]*square[None, None, None] + 1)
            # 1/sqrt(-Cq[g, n, k, l]**2*r13[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1)
            r14 = 1.0 / np.sqrt(-Cq[:, :, :K, :K][:, :, :, :, None]**2*r13[:, :, :, None]**2*square[None, None, None, None] + np.einsum("gnll...->gnl...", Cq[:, :, :K, :K])[:, :, None, :, None] + 1)
            # <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_qhg0g0_blll = np.zeros((M, K, K, K, *batch))
            for g, d in np.ndindex(n_quartic, n_square):
                I_qhg0g0_blll = I_qhg0g0_blll + 0.63661977236758138 * np.arcsin((-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r13[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r14[g, :, :, :, d][:, :, None]*r14[g, :, :, :, d][:, :, :, None])*quartic_weight[g][None, None, None, None]*r13[g, :, :, d][:, :, None, None]*r1[:, g][:, None, None, None]*square_weight[d][None, None, None, None]
            # 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1)
            r15 = 1.0 / np.sqrt(np.einsum("cdnmkk...->cdnmk...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None]*square[None, None, None, None, None] + 1)
            # 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r15[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1)
            r16 = 1.0 / np.sqrt(-Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r15[:, :, :, :, :, None]**2*square[None, None, None, None, None, None] + np.einsum("cdnmll...->cdnml...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None] + 1)
            # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hhhg0g0_bblll = np.zeros((M, M, K, K, K, *batch))
            if M >= 2:
                for c, d, f in np.ndindex(n_square, n_square, n_square):
                    I_hhhg0g0_bblll = I_hhhg0g0_bblll + 0.63661977236758138 * np.arcsin((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r15[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r16[c, d, :, :, :, :, f][:, :, :, None]*r16[c, d, :, :, :, :, f][:, :, :, :, None])*r15[c, d, :, :, :, f][:, :, :, None, None]*r2[K:, c][:, None, None, None, None]*r4[c, :, K:, d][:, :, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None]
            twice = I_qhg0g0_blll
            for n in range(M):
                I_hhhg0g0_bblll[n, n] = twice[n]
            # 1/sqrt(Cq[g, n, k, k] + 1)
            r17 = 1.0 / np.sqrt(np.einsum("gnkk...->gnk...", Cq[:, :, :K, :K]) + 1)
            # <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields
            I_qg0g0_bll = np.zeros((M, K, K, *batch))
            for g in range(n_quartic):
                I_qg0g0_bll = I_qg0g0_bll + 0.63661977236758138 * np.arcsin(Cq[g, :, :K, :K]*r17[g, :, :][:, :, None]*r17[g, :, :][:, None])*quartic_weight[g][None, None, None]*r1[:, g][:, None, None]
            # 1/sqrt(Cs2[c, d, n, i, j, j] + 1)
            r18 = 1.0 / np.sqrt(np.einsum("cdnijj...->cdnij...", Cs2) + 1)
            # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            I_hhg0g0_bbll = np.zeros((M, M, K, K, *batch))
            if M >= 2:
                for c, d in np.ndindex(n_square, n_square):
                    I_hhg0g0_bbll = I_hhg0g0_bbll + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, K:, :K, :K]*r18[c, d, :, K:, :K][:, :, :, None]*r18[c, d, :, K:, :K][:, :, None])*r2[K:, c][:, None, None, None]*r4[c, :, K:, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            twice = I_qg0g0_bll
            for n in range(M):
                I_hhg0g0_bbll[n, n] = twice[n]
            # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields
            I_hhg0g0_bllb = np.zeros((M, K, K, M, *batch))
            for c, d in np.ndindex(n_square, n_square):
                I_hhg0g0_bllb = I_hhg0g0_bllb + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, :K, :K, K:]*r18[c, d, :, :K, :K][:, :, :, None]*r18[c, d, :, :K, K:][:, :, None])*r2[K:, c][:, None, None, None]*r4[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hhg0g0_blll = np.zeros((M, K, K, K, *batch))
            for c, d in np.ndindex(n_square, n_square):
                I_hhg0g0_blll = I_hhg0g0_blll + 0.63661977236758138 * np.arcsin(Cs2[c, d, :, :K, :K, :K]*r18[c, d, :, :K, :K][:, :, None]*r18[c, d, :, :K, :K][:, :, :, None])*r2[K:, c][:, None, None, None]*r4[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]
            # 1/sqrt(Cs1[c, i, j, j] + 1)
            r19 = 1.0 / np.sqrt(np.einsum("cijj...->cij...", Cs1) + 1)
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields
            I_hg0g0_blb = np.zeros((M, K, M, *batch))
            for c in range(n_square):
                I_hg0g0_blb = I_hg0g0_blb + 0.63661977236758138 * np.arcsin(Cs1[c, K:, :K, K:]*r19[c, K:, :K][:, :, None]*r19[c, K:, K:][:, None])*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            I_hg0g0_bll = np.zeros((M, K, K, *batch))
            for c in range(n_square):
                I_hg0g0_bll = I_hg0g0_bll + 0.63661977236758138 * np.arcsin(Cs1[c, K:, :K, :K]*r19[c, K:, :K][:, :, None]*r19[c, K:, :K][:, None])*r2[K:, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields
            I_hg0g0_llb = np.zeros((K, K, M, *batch))
            for c in range(n_square):
                I_hg0g0_llb = I_hg0g0_llb + 0.63661977236758138 * np.arcsin(Cs1[c, :K, :K, K:]*r19[c, :K, :K][:, :, None]*r19[c, :K, K:][:, None])*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
            # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            I_hg0g0_lll = np.zeros((K, K, K, *batch))
            for c in range(n_square):
                I_hg0g0_lll = I_hg0g0_lll + 0.63661977236758138 * np.arcsin(Cs1[c, :K, :K, :K]*r19[c, :K, :K][:, None]*r19[c, :K, :K][:, :, None])*r2[:K, c][:, None, None]*square_weight[c][None, None, None]
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
                    I_hhg0g0g0g0_bbllll = I_hhg0g0g0g0_bbllll + _joint4(np.einsum("nmkk...->nmk...", Cs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", Cs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, None])*r2[K:, c][:, None, None, None, None, None]*r4[c, :, K:, d][:, :, None, None, None, None]*square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None]
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
            h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        # its response to the task: w_k = h_k + sum_m H_km u_m
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            # H after one more step
            H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
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
        if kurtosis is not None:
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
            # <c_i c_j> over the task, of c0 and c1
            GX1 = mc0[:, None]*mc1[None]
            GX1 = GX1 + np.einsum("im...,jp...,mp...->ij...", L0, L1, cov)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            # head start and minus the task, where there is one
            ct = np.empty((S, *batch))
            ct[:K] = w0
            ct[K:] = -known_task
        if np.any(np.isfinite(P)):
            # lower triangular factor of the covariance: C = F F^T
            F = _factor(C)
            # fields at a node
            zn = np.einsum("ij...,ej...->ei...", F, nodes)
            # g at a node
            g0n = erf(0.70710678118654757 * zn)
        if np.any(np.isfinite(P)) and higher:
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
        if np.any(np.isfinite(P)) and higher:
            # share of 3 support samples in 1 given blocks
            p31 = higher/P**2
        if np.any(np.isfinite(P)):
            # share of 3 support samples in 2 given blocks
            p32 = P**(-1.0)
        if np.any(np.isfinite(P)) and higher:
            p32 = p32 + -higher/P**2
        if np.any(np.isfinite(P)):
            # share of 3 support samples in 3 given blocks, minus 1
            p33 = -3.0 * P**(-1.0)
        if np.any(np.isfinite(P)) and higher:
            p33 = p33 + 2.0 * higher/P**2
            # share of 4 support samples in 1 given blocks
            p41 = higher/P**3
            # share of 4 support samples in 2 given blocks
            p42 = higher/P**2 - higher/P**3
        if np.any(np.isfinite(P)):
            # share of 4 support samples in 3 given blocks
            p43 = P**(-1.0)
        if np.any(np.isfinite(P)) and higher:
            p43 = p43 + -3.0 * higher/P**2 + 2.0 * higher/P**3
        if np.any(np.isfinite(P)):
            # share of 4 support samples in 4 given blocks, minus 1
            p44 = -6.0 * P**(-1.0)
        if np.any(np.isfinite(P)) and higher:
            p44 = p44 + 11.0 * higher/P**2 - 6.0 * higher/P**3
        if np.any(np.isfinite(P)):
            # <d_k d_l> averaged over the task
            B2 = eta_w**2*noise**2*I2[:K, :K]
            B2 = B2 + eta_w**2 * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
        if np.any(np.isfinite(P)) and higher:
            # <d_k d_l> <d_a d_b> averaged over the task
            B22 = eta_w**4*noise**4*I2[:K, :K][None, None]*I2[:K, :K][:, :, None, None]
            B22 = B22 + eta_w**4 * (np.einsum("ij...,rs...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True))
            B22 = B22 + eta_w**4*noise**2*I2[:K, :K][None, None] * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None]
            B22 = B22 + eta_w**4*noise**2*I2[:K, :K][:, :, None, None] * np.einsum("rs...,abrs...->ab...", G0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :]
        if np.any(np.isfinite(P)) and higher and kurtosis is not None:
            B22 = B22 + eta_w**4 * np.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klij...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True)
        if np.any(np.isfinite(P)):
            # <d_k d_l> c1_i averaged over the task
            B2x = eta_w**2*noise**2*I2[:K, :K][:, :, None]*mc1[None, None]
            B2x = B2x + eta_w**2 * (np.einsum("j...,ri...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", mc1, G0, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            # <d_k d_l> c1_i c1_j averaged over the task
            B2xx = eta_w**2*noise**2*G1[None, None]*I2[:K, :K][:, :, None, None]
            B2xx = B2xx + eta_w**2 * (np.einsum("rs...,ij...,klrs...->klij...", G0, G1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("ri...,sj...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("rj...,si...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(P)) and kurtosis is not None:
            B2xx = B2xx + eta_w**2 * np.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, L1, I_g0g0g0g0[:K, :K, :, :], optimize=True)
        if np.any(np.isfinite(P)) and higher:
            # <d_k d_l d_a> averaged over the task
            B3 = np.einsum("e...,e...,ea...,ek...,el...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a> c1_i averaged over the task
            B3x = -3.0 * eta_w**3 * np.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], GX1[K:, :], I_sg0g0g0g0_blllb)
            B3x = B3x + -3.0 * eta_w**3*noise**2 * np.einsum("ni...,klan...->klai...", GX1[K:, :], I_g0g0g0g0[:K, :K, :K, K:])
            B3x = B3x + np.einsum("e...,ea...,ek...,el...,ei...->klai...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], q3x, optimize=True)
        if np.any(np.isfinite(P)) and higher and kurtosis is not None:
            B3x = B3x + -eta_w**3 * np.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, I_sg0g0g0g0_blllb, optimize=True)
        if np.any(np.isfinite(P)) and higher:
            # <d_k d_l d_a d_b> averaged over the task
            B4 = 3.0 * eta_w**4*noise**4*I_g0g0g0g0[:K, :K, :K, :K]
            B4 = B4 + 3.0 * eta_w**4 * np.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], G0[K:, K:], I_ssg0g0g0g0_bbllll)
            B4 = B4 + 6.0 * eta_w**4*noise**2 * np.einsum("nn...,nklab...->klab...", G0[K:, K:], I_sg0g0g0g0_bllll)
            B4 = B4 + np.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
        if np.any(np.isfinite(P)) and higher and kurtosis is not None:
            B4 = B4 + eta_w**4 * np.einsum("nn...,nn...,nn...,nn...,n...,nnklab...->klab...", L0[K:, :], L0[K:, :], L0[K:, :], L0[K:, :], kappa, I_ssg0g0g0g0_bbllll, optimize=True)
        if np.any(np.isfinite(P)):
            # <c_i c_j> minus its value at P -> infinity
            P2 = np.empty((S, S, *batch))
            P2[:K, :K] = p21*B2 + p22*G1[:K, :K]
            P2[:K, K:] = np.full((K, M, *batch), 0.0)
            P2[K:, :K] = np.swapaxes(P2[:K, K:], 0, 1)
            P2[K:, K:] = np.full((M, M, *batch), 0.0)
            # <c_i c_j c_r> minus its value at P -> infinity
            P3 = np.empty((S, S, S, *batch))
            P3[:K, :K, :K] = p21*B2[:, None]*w0[None, :, None] + p21*B2[:, :, None]*w0[None, None] + p21*B2[None]*w0[:, None, None] + p22*G1[:K, :K][:, None]*w0[None, :, None] + p22*G1[:K, :K][:, :, None]*w0[None, None] + p22*G1[:K, :K][None]*w0[:, None, None] + p32*np.einsum("kal...->kla...", B2x[:, :, :K]) + p32*B2x[:, :, :K] + p32*np.einsum("lak...->kla...", B2x[:, :, :K]) + p33*(G1[:K, :K][:, None]*mc1[:K][None, :, None] + G1[:K, :K][:, :, None]*mc1[:K][None, None] + G1[:K, :K][None]*mc1[:K][:, None, None] - 2.0 * mc1[:K][None, None]*mc1[:K][:, None, None]*mc1[:K][None, :, None])
        if np.any(np.isfinite(P)) and higher:
            P3[:K, :K, :K] = P3[:K, :K, :K] + p31*B3
        if np.any(np.isfinite(P)):
            P3[:K, :K, K:] = p21*B2x[:, :, K:] + p22*(G1[:K, :K][:, :, None]*mc1[K:][None, None] + G1[:K, K:][:, None]*mc1[:K][None, :, None] + G1[:K, K:][None]*mc1[:K][:, None, None] - 2.0 * mc1[:K][:, None, None]*mc1[:K][None, :, None]*mc1[K:][None, None])
            P3[:K, K:, :K] = np.swapaxes(P3[:K, :K, K:], 1, 2)
            P3[K:, :K, :K] = np.einsum("kln...->nkl...", P3[:K, :K, K:])
            P3[:K, K:, K:] = np.full((K, M, M, *batch), 0.0)
            P3[K:, :K, K:] = np.swapaxes(P3[:K, K:, K:], 0, 1)
            P3[K:, K:, :K] = np.einsum("knm...->nmk...", P3[:K, K:, K:])
            P3[K:, K:, K:] = np.full((M, M, M, *batch), 0.0)
            # <c_i c_j c_r c_s> minus its value at P -> infinity
            P4w = np.empty((S, S, S, S, *batch))
            P4w[:K, :K, :K, :K] = p21*B2[None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p21*B2[:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p21*B2[:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p21*B2[:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p21*B2[None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p21*B2[None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p32*np.einsum("abk...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("abl...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*B2x[:, :, :K][:, None]*w0[None, :, None, None] + p32*np.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("kba...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][:, :, :, None]*w0[None, None, None] + p32*B2x[:, :, :K][:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][None]*w0[:, None, None, None] + p32*np.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("lba...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*np.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None]*w0[None, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None]*w0[None, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p43*np.einsum("abkl...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("kalb...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("kbla...->klab...", B2xx[:, :, :K, :K]) + p43*B2xx[:, :, :K, :K] + p43*np.einsum("lakb...->klab...", B2xx[:, :, :K, :K]) + p43*np.einsum("lbka...->klab...", B2xx[:, :, :K, :K]) + p44*G1[:K, :K][None, None]*G1[:K, :K][:, :, None, None] + p44*G1[:K, :K][:, None, :, None]*G1[:K, :K][None, :, None] + p44*G1[:K, :K][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]
        if np.any(np.isfinite(P)) and higher:
            P4w[:K, :K, :K, :K] = P4w[:K, :K, :K, :K] + p31*B3[:, None]*w0[None, :, None, None] + p31*B3[:, :, :, None]*w0[None, None, None] + p31*B3[:, :, None]*w0[None, None, :, None] + p31*B3[None]*w0[:, None, None, None] + p41*B4 + p42*np.einsum("abkl...->klab...", B22) + p42*np.einsum("kalb...->klab...", B22) + p42*np.einsum("lakb...->klab...", B22) + p42*np.einsum("kabl...->klab...", B3x[:, :, :, :K]) + p42*B3x[:, :, :, :K] + p42*np.einsum("klba...->klab...", B3x[:, :, :, :K]) + p42*np.einsum("labk...->klab...", B3x[:, :, :, :K])
        if np.any(np.isfinite(P)) and kurtosis is not None:
            P4w[:K, :K, :K, :K] = P4w[:K, :K, :K, :K] + p44 * np.einsum("p...,ap...,bp...,kp...,lp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[:K, :], optimize=True)
        if np.any(np.isfinite(P)):
            P4w[:K, :K, :K, K:] = p21*B2x[:, :, K:][:, None]*w0[None, :, None, None] + p21*B2x[:, :, K:][:, :, None]*w0[None, None, :, None] + p21*B2x[:, :, K:][None]*w0[:, None, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p32*np.einsum("kaln...->klan...", B2xx[:, :, :K, K:]) + p32*B2xx[:, :, :K, K:] + p32*np.einsum("lakn...->klan...", B2xx[:, :, :K, K:]) + p33*G1[:K, K:][None, None]*G1[:K, :K][:, :, None, None] + p33*G1[:K, :K][:, None, :, None]*G1[:K, K:][None, :, None] + p33*G1[:K, K:][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]
            P4w[:K, :K, K:, :K] = np.swapaxes(P4w[:K, :K, :K, K:], 2, 3)
            P4w[:K, K:, :K, :K] = np.einsum("klan...->knla...", P4w[:K, :K, :K, K:])
            P4w[K:, :K, :K, :K] = np.einsum("klan...->nkla...", P4w[:K, :K, :K, K:])
        if np.any(np.isfinite(P)) and higher:
            P4w[:K, :K, :K, K:] = P4w[:K, :K, :K, K:] + p31*B3x[:, :, :, K:]
            P4w[:K, :K, K:, :K] = np.swapaxes(P4w[:K, :K, :K, K:], 2, 3)
            P4w[:K, K:, :K, :K] = np.einsum("klan...->knla...", P4w[:K, :K, :K, K:])
            P4w[K:, :K, :K, :K] = np.einsum("klan...->nkla...", P4w[:K, :K, :K, K:])
        if np.any(np.isfinite(P)) and kurtosis is not None:
            P4w[:K, :K, :K, K:] = P4w[:K, :K, :K, K:] + p33 * np.einsum("p...,ap...,kp...,lp...,np...->klan...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[K:, :], optimize=True)
            P4w[:K, :K, K:, :K] = np.swapaxes(P4w[:K, :K, :K, K:], 2, 3)
            P4w[:K, K:, :K, :K] = np.einsum("klan...->knla...", P4w[:K, :K, :K, K:])
            P4w[K:, :K, :K, :K] = np.einsum("klan...->nkla...", P4w[:K, :K, :K, K:])
        if np.any(np.isfinite(P)):
            P4w[:K, :K, K:, K:] = p21*B2xx[:, :, K:, K:] + p22*G1[:K, :K][:, :, None, None]*G1[K:, K:][None, None] + p22*G1[:K, K:][:, None, None]*G1[:K, K:][None, :, :, None] + p22*G1[:K, K:][:, None, :, None]*G1[:K, K:][None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None]
            P4w[:K, K:, :K, K:] = np.swapaxes(P4w[:K, :K, K:, K:], 1, 2)
            P4w[K:, :K, :K, K:] = np.einsum("klnm...->nklm...", P4w[:K, :K, K:, K:])
            P4w[:K, K:, K:, :K] = np.einsum("klnm...->knml...", P4w[:K, :K, K:, K:])
            P4w[K:, :K, K:, :K] = np.einsum("klnm...->nkml...", P4w[:K, :K, K:, K:])
            P4w[K:, K:, :K, :K] = np.einsum("klnm...->nmkl...", P4w[:K, :K, K:, K:])
        if np.any(np.isfinite(P)) and kurtosis is not None:
            P4w[:K, :K, K:, K:] = P4w[:K, :K, K:, K:] + p22 * np.einsum("p...,kp...,lp...,mp...,np...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], L1[K:, :], optimize=True)
            P4w[:K, K:, :K, K:] = np.swapaxes(P4w[:K, :K, K:, K:], 1, 2)
            P4w[K:, :K, :K, K:] = np.einsum("klnm...->nklm...", P4w[:K, :K, K:, K:])
            P4w[:K, K:, K:, :K] = np.einsum("klnm...->knml...", P4w[:K, :K, K:, K:])
            P4w[K:, :K, K:, :K] = np.einsum("klnm...->nkml...", P4w[:K, :K, K:, K:])
            P4w[K:, K:, :K, :K] = np.einsum("klnm...->nmkl...", P4w[:K, :K, K:, K:])
        if np.any(np.isfinite(P)):
            P4w[:K, K:, K:, K:] = np.full((K, M, M, M, *batch), 0.0)
            P4w[K:, :K, K:, K:] = np.swapaxes(P4w[:K, K:, K:, K:], 0, 1)
            P4w[K:, K:, :K, K:] = np.einsum("knmp...->nmkp...", P4w[:K, K:, K:, K:])
            P4w[K:, K:, K:, :K] = np.einsum("knmp...->nmpk...", P4w[:K, K:, K:, K:])
            P4w[K:, K:, K:, K:] = np.full((M, M, M, M, *batch), 0.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            # residual at the task, without noise, at a node
            mt = -eta_w * np.einsum("i...,ei...->e...", ct, g0n)
            # variance of the residual at the task, by noise, at a node
            vt = eta_w**2*noise**2
            # <r^1> at the task, at a node
            r1t = mt
            # <r^2> at the task, at a node
            r2t = mt**2 + vt
            # <r^3> at the task, at a node
            r3t = mt**3 + 3.0 * mt*vt
            # <r^4> at the task, at a node
            r4t = mt**4 + 6.0 * mt**2*vt + 3.0 * vt**2
            # <r^5> at the task, at a node
            r5t = mt**5 + 10.0 * mt**3*vt + 15.0 * mt*vt**2
            # <r^6> at the task, at a node
            r6t = mt**6 + 15.0 * mt**4*vt + 45.0 * mt**2*vt**2 + 15.0 * vt**3
            # <r^7> at the task, at a node
            r7t = mt**7 + 21.0 * mt**5*vt + 105.0 * mt**3*vt**2 + 105.0 * mt*vt**3
            # <r^8> at the task, at a node
            r8t = mt**8 + 28.0 * mt**6*vt + 210.0 * mt**4*vt**2 + 420.0 * mt**2*vt**3 + 105.0 * vt**4
            # <d_k> at the task
            d1 = np.einsum("e...,e...,ek...->k...", r1t, weights, g0n[:, :K])
            # <d_k d_l> at the task
            d2 = np.einsum("e...,e...,ek...,el...->kl...", r2t, weights, g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a> at the task
            d3 = np.einsum("e...,e...,ea...,ek...,el...->kla...", r3t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a d_b> at the task
            d4 = np.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", r4t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a d_b d_i> at the task
            d5 = np.einsum("e...,e...,ea...,eb...,ei...,ek...,el...->klabi...", r5t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a d_b d_i d_j> at the task
            d6 = np.einsum("e...,e...,ea...,eb...,ei...,ej...,ek...,el...->klabij...", r6t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a d_b d_i d_j d_r> at the task
            d7 = np.einsum("e...,e...,ea...,eb...,ei...,ej...,ek...,el...,er...->klabijr...", r7t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l d_a d_b d_i d_j d_r d_s> at the task
            d8 = np.einsum("e...,e...,ea...,eb...,ei...,ej...,ek...,el...,er...,es...->klabijrs...", r8t, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # <d_k d_l> at the task, their cumulant
            k2 = -d1[:, None]*d1[None] + d2
            # <d_k d_l d_a> at the task, their cumulant
            k3 = -d1[None, None]*k2[:, :, None] - d1[:, None, None]*d2[None] - d1[None, :, None]*k2[:, None] + d3
            # <d_k d_l d_a d_b> at the task, their cumulant
            k4 = -d1[None, None, :, None]*k3[:, :, None] - d1[None, None, None]*k3[:, :, :, None] - d1[:, None, None, None]*d3[None] - d1[None, :, None, None]*k3[:, None] - d2[None, None]*k2[:, :, None, None] - d2[None, :, :, None]*k2[:, None, None] - d2[None, :, None]*k2[:, None, :, None] + d4
            # <d_k d_l d_a d_b d_i> at the task, their cumulant
            k5 = -d1[None, None, :, None, None]*k4[:, :, None] - d1[None, None, None, :, None]*k4[:, :, :, None] - d1[None, None, None, None]*k4[:, :, :, :, None] - d1[:, None, None, None, None]*d4[None] - d1[None, :, None, None, None]*k4[:, None] - d2[None, None, :, :, None]*k3[:, :, None, None] - d2[None, None, :, None]*k3[:, :, None, :, None] - d2[None, None, None]*k3[:, :, :, None, None] - d2[None, :, :, None, None]*k3[:, None, None] - d2[None, :, None, :, None]*k3[:, None, :, None] - d2[None, :, None, None]*k3[:, None, :, :, None] - d3[None, None]*k2[:, :, None, None, None] - d3[None, :, :, :, None]*k2[:, None, None, None] - d3[None, :, :, None]*k2[:, None, None, :, None] - d3[None, :, None]*k2[:, None, :, None, None] + d5
            # <d_k d_l d_a d_b d_i d_j> at the task, their cumulant
            k6 = -d1[None, None, :, None, None, None]*k5[:, :, None] - d1[None, None, None, :, None, None]*k5[:, :, :, None] - d1[None, None, None, None, :, None]*k5[:, :, :, :, None] - d1[None, None, None, None, None]*k5[:, :, :, :, :, None] - d1[:, None, None, None, None, None]*d5[None] - d1[None, :, None, None, None, None]*k5[:, None] - d2[None, None, :, :, None, None]*k4[:, :, None, None] - d2[None, None, :, None, :, None]*k4[:, :, None, :, None] - d2[None, None, :, None, None]*k4[:, :, None, :, :, None] - d2[None, None, None, :, :, None]*k4[:, :, :, None, None] - d2[None, None, None, :, None]*k4[:, :, :, None, :, None] - d2[None, None, None, None]*k4[:, :, :, :, None, None] - d2[None, :, :, None, None, None]*k4[:, None, None] - d2[None, :, None, :, None, None]*k4[:, None, :, None] - d2[None, :, None, None, :, None]*k4[:, None, :, :, None] - d2[None, :, None, None, None]*k4[:, None, :, :, :, None] - d3[None, None, :, :, :, None]*k3[:, :, None, None, None] - d3[None, None, :, :, None]*k3[:, :, None, None, :, None] - d3[None, None, :, None]*k3[:, :, None, :, None, None] - d3[None, None, None]*k3[:, :, :, None, None, None] - d3[None, :, :, :, None, None]*k3[:, None, None, None] - d3[None, :, :, None, :, None]*k3[:, None, None, :, None] - d3[None, :, :, None, None]*k3[:, None, None, :, :, None] - d3[None, :, None, :, :, None]*k3[:, None, :, None, None] - d3[None, :, None, :, None]*k3[:, None, :, None, :, None] - d3[None, :, None, None]*k3[:, None, :, :, None, None] - d4[None, None]*k2[:, :, None, None, None, None] - d4[None, :, :, :, :, None]*k2[:, None, None, None, None] - d4[None, :, :, :, None]*k2[:, None, None, None, :, None] - d4[None, :, :, None]*k2[:, None, None, :, None, None] - d4[None, :, None]*k2[:, None, :, None, None, None] + d6
            # <d_k d_l d_a d_b d_i d_j d_r> at the task, their cumulant
            k7 = -d1[None, None, :, None, None, None, None]*k6[:, :, None] - d1[None, None, None, :, None, None, None]*k6[:, :, :, None] - d1[None, None, None, None, :, None, None]*k6[:, :, :, :, None] - d1[None, None, None, None, None, :, None]*k6[:, :, :, :, :, None] - d1[:, None, None, None, None, None, None]*d6[None] - d1[None, :, None, None, None, None, None]*k6[:, None] - d1[None, None, None, None, None, None]*k6[:, :, :, :, :, :, None] - d2[None, None, :, :, None, None, None]*k5[:, :, None, None] - d2[None, None, :, None, :, None, None]*k5[:, :, None, :, None] - d2[None, None, :, None, None, :, None]*k5[:, :, None, :, :, None] - d2[None, None, :, None, None, None]*k5[:, :, None, :, :, :, None] - d2[None, None, None, :, :, None, None]*k5[:, :, :, None, None] - d2[None, None, None, :, None, :, None]*k5[:, :, :, None, :, None] - d2[None, None, None, :, None, None]*k5[:, :, :, None, :, :, None] - d2[None, None, None, None, :, :, None]*k5[:, :, :, :, None, None] - d2[None, None, None, None, :, None]*k5[:, :, :, :, None, :, None] - d2[None, None, None, None, None]*k5[:, :, :, :, :, None, None] - d2[None, :, :, None, None, None, None]*k5[:, None, None] - d2[None, :, None, :, None, None, None]*k5[:, None, :, None] - d2[None, :, None, None, :, None, None]*k5[:, None, :, :, None] - d2[None, :, None, None, None, :, None]*k5[:, None, :, :, :, None] - d2[None, :, None, None, None, None]*k5[:, None, :, :, :, :, None] - d3[None, None, :, :, :, None, None]*k4[:, :, None, None, None] - d3[None, None, :, :, None, :, None]*k4[:, :, None, None, :, None] - d3[None, None, :, :, None, None]*k4[:, :, None, None, :, :, None] - d3[None, None, :, None, :, :, None]*k4[:, :, None, :, None, None] - d3[None, None, :, None, :, None]*k4[:, :, None, :, None, :, None] - d3[None, None, :, None, None]*k4[:, :, None, :, :, None, None] - d3[None, None, None, :, :, :, None]*k4[:, :, :, None, None, None] - d3[None, None, None, :, :, None]*k4[:, :, :, None, None, :, None] - d3[None, None, None, :, None]*k4[:, :, :, None, :, None, None] - d3[None, None, None, None]*k4[:, :, :, :, None, None, None] - d3[None, :, :, :, None, None, None]*k4[:, None, None, None] - d3[None, :, :, None, :, None, None]*k4[:, None, None, :, None] - d3[None, :, :, None, None, :, None]*k4[:, None, None, :, :, None] - d3[None, :, :, None, None, None]*k4[:, None, None, :, :, :, None] - d3[None, :, None, :, :, None, None]*k4[:, None, :, None, None] - d3[None, :, None, :, None, :, None]*k4[:, None, :, None, :, None] - d3[None, :, None, :, None, None]*k4[:, None, :, None, :, :, None] - d3[None, :, None, None, :, :, None]*k4[:, None, :, :, None, None] - d3[None, :, None, None, :, None]*k4[:, None, :, :, None, :, None] - d3[None, :, None, None, None]*k4[:, None, :, :, :, None, None] - d4[None, None, :, :, :, :, None]*k3[:, :, None, None, None, None] - d4[None, None, :, :, :, None]*k3[:, :, None, None, None, :, None] - d4[None, None, :, :, None]*k3[:, :, None, None, :, None, None] - d4[None, None, :, None]*k3[:, :, None, :, None, None, None] - d4[None, None, None]*k3[:, :, :, None, None, None, None] - d4[None, :, :, :, :, None, None]*k3[:, None, None, None, None] - d4[None, :, :, :, None, :, None]*k3[:, None, None, None, :, None] - d4[None, :, :, :, None, None]*k3[:, None, None, None, :, :, None] - d4[None, :, :, None, :, :, None]*k3[:, None, None, :, None, None] - d4[None, :, :, None, :, None]*k3[:, None, None, :, None, :, None] - d4[None, :, :, None, None]*k3[:, None, None, :, :, None, None] - d4[None, :, None, :, :, :, None]*k3[:, None, :, None, None, None] - d4[None, :, None, :, :, None]*k3[:, None, :, None, None, :, None] - d4[None, :, None, :, None]*k3[:, None, :, None, :, None, None] - d4[None, :, None, None]*k3[:, None, :, :, None, None, None] - d5[None, None]*k2[:, :, None, None, None, None, None] - d5[None, :, :, :, :, :, None]*k2[:, None, None, None, None, None] - d5[None, :, :, :, :, None]*k2[:, None, None, None, None, :, None] - d5[None, :, :, :, None]*k2[:, None, None, None, :, None, None] - d5[None, :, :, None]*k2[:, None, None, :, None, None, None] - d5[None, :, None]*k2[:, None, :, None, None, None, None] + d7
            # <d_k d_l d_a d_b d_i d_j d_r d_s> at the task, their cumulant
            k8 = -d1[None, None, :, None, None, None, None, None]*k7[:, :, None] - d1[None, None, None, :, None, None, None, None]*k7[:, :, :, None] - d1[None, None, None, None, :, None, None, None]*k7[:, :, :, :, None] - d1[None, None, None, None, None, :, None, None]*k7[:, :, :, :, :, None] - d1[:, None, None, None, None, None, None, None]*d7[None] - d1[None, :, None, None, None, None, None, None]*k7[:, None] - d1[None, None, None, None, None, None, :, None]*k7[:, :, :, :, :, :, None] - d1[None, None, None, None, None, None, None]*k7[:, :, :, :, :, :, :, None] - d2[None, None, :, :, None, None, None, None]*k6[:, :, None, None] - d2[None, None, :, None, :, None, None, None]*k6[:, :, None, :, None] - d2[None, None, :, None, None, :, None, None]*k6[:, :, None, :, :, None] - d2[None, None, :, None, None, None, :, None]*k6[:, :, None, :, :, :, None] - d2[None, None, :, None, None, None, None]*k6[:, :, None, :, :, :, :, None] - d2[None, None, None, :, :, None, None, None]*k6[:, :, :, None, None] - d2[None, None, None, :, None, :, None, None]*k6[:, :, :, None, :, None] - d2[None, None, None, :, None, None, :, None]*k6[:, :, :, None, :, :, None] - d2[None, None, None, :, None, None, None]*k6[:, :, :, None, :, :, :, None] - d2[None, None, None, None, :, :, None, None]*k6[:, :, :, :, None, None] - d2[None, None, None, None, :, None, :, None]*k6[:, :, :, :, None, :, None] - d2[None, None, None, None, :, None, None]*k6[:, :, :, :, None, :, :, None] - d2[None, None, None, None, None, :, :, None]*k6[:, :, :, :, :, None, None] - d2[None, None, None, None, None, :, None]*k6[:, :, :, :, :, None, :, None] - d2[None, :, :, None, None, None, None, None]*k6[:, None, None] - d2[None, :, None, :, None, None, None, None]*k6[:, None, :, None] - d2[None, :, None, None, :, None, None, None]*k6[:, None, :, :, None] - d2[None, :, None, None, None, :, None, None]*k6[:, None, :, :, :, None] - d2[None, :, None, None, None, None, :, None]*k6[:, None, :, :, :, :, None] - d2[None, :, None, None, None, None, None]*k6[:, None, :, :, :, :, :, None] - d2[None, None, None, None, None, None]*k6[:, :, :, :, :, :, None, None] - d3[None, None, :, :, :, None, None, None]*k5[:, :, None, None, None] - d3[None, None, :, :, None, :, None, None]*k5[:, :, None, None, :, None] - d3[None, None, :, :, None, None, :, None]*k5[:, :, None, None, :, :, None] - d3[None, None, :, :, None, None, None]*k5[:, :, None, None, :, :, :, None] - d3[None, None, :, None, :, :, None, None]*k5[:, :, None, :, None, None] - d3[None, None, :, None, :, None, :, None]*k5[:, :, None, :, None, :, None] - d3[None, None, :, None, :, None, None]*k5[:, :, None, :, None, :, :, None] - d3[None, None, :, None, None, :, :, None]*k5[:, :, None, :, :, None, None] - d3[None, None, :, None, None, :, None]*k5[:, :, None, :, :, None, :, None] - d3[None, None, :, None, None, None]*k5[:, :, None, :, :, :, None, None] - d3[None, None, None, :, :, :, None, None]*k5[:, :, :, None, None, None] - d3[None, None, None, :, :, None, :, None]*k5[:, :, :, None, None, :, None] - d3[None, None, None, :, :, None, None]*k5[:, :, :, None, None, :, :, None] - d3[None, None, None, :, None, :, :, None]*k5[:, :, :, None, :, None, None] - d3[None, None, None, :, None, :, None]*k5[:, :, :, None, :, None, :, None] - d3[None, None, None, :, None, None]*k5[:, :, :, None, :, :, None, None] - d3[None, None, None, None, :, :, :, None]*k5[:, :, :, :, None, None, None] - d3[None, None, None, None, :, :, None]*k5[:, :, :, :, None, None, :, None] - d3[None, None, None, None, :, None]*k5[:, :, :, :, None, :, None, None] - d3[None, None, None, None, None]*k5[:, :, :, :, :, None, None, None] - d3[None, :, :, :, None, None, None, None]*k5[:, None, None, None] - d3[None, :, :, None, :, None, None, None]*k5[:, None, None, :, None] - d3[None, :, :, None, None, :, None, None]*k5[:, None, None, :, :, None] - d3[None, :, :, None, None, None, :, None]*k5[:, None, None, :, :, :, None] - d3[None, :, :, None, None, None, None]*k5[:, None, None, :, :, :, :, None] - d3[None, :, None, :, :, None, None, None]*k5[:, None, :, None, None] - d3[None, :, None, :, None, :, None, None]*k5[:, None, :, None, :, None] - d3[None, :, None, :, None, None, :, None]*k5[:, None, :, None, :, :, None] - d3[None, :, None, :, None, None, None]*k5[:, None, :, None, :, :, :, None] - d3[None, :, None, None, :, :, None, None]*k5[:, None, :, :, None, None] - d3[None, :, None, None, :, None, :, None]*k5[:, None, :, :, None, :, None] - d3[None, :, None, None, :, None, None]*k5[:, None, :, :, None, :, :, None] - d3[None, :, None, None, None, :, :, None]*k5[:, None, :, :, :, None, None] - d3[None, :, None, None, None, :, None]*k5[:, None, :, :, :, None, :, None] - d3[None, :, None, None, None, None]*k5[:, None, :, :, :, :, None, None] - d4[None, None, :, :, :, :, None, None]*k4[:, :, None, None, None, None] - d4[None, None, :, :, :, None, :, None]*k4[:, :, None, None, None, :, None] - d4[None, None, :, :, :, None, None]*k4[:, :, None, None, None, :, :, None] - d4[None, None, :, :, None, :, :, None]*k4[:, :, None, None, :, None, None] - d4[None, None, :, :, None, :, None]*k4[:, :, None, None, :, None, :, None] - d4[None, None, :, :, None, None]*k4[:, :, None, None, :, :, None, None] - d4[None, None, :, None, :, :, :, None]*k4[:, :, None, :, None, None, None] - d4[None, None, :, None, :, :, None]*k4[:, :, None, :, None, None, :, None] - d4[None, None, :, None, :, None]*k4[:, :, None, :, None, :, None, None] - d4[None, None, :, None, None]*k4[:, :, None, :, :, None, None, None] - d4[None, None, None, :, :, :, :, None]*k4[:, :, :, None, None, None, None] - d4[None, None, None, :, :, :, None]*k4[:, :, :, None, None, None, :, None] - d4[None, None, None, :, :, None]*k4[:, :, :, None, None, :, None, None] - d4[None, None, None, :, None]*k4[:, :, :, None, :, None, None, None] - d4[None, None, None, None]*k4[:, :, :, :, None, None, None, None] - d4[None, :, :, :, :, None, None, None]*k4[:, None, None, None, None] - d4[None, :, :, :, None, :, None, None]*k4[:, None, None, None, :, None] - d4[None, :, :, :, None, None, :, None]*k4[:, None, None, None, :, :, None] - d4[None, :, :, :, None, None, None]*k4[:, None, None, None, :, :, :, None] - d4[None, :, :, None, :, :, None, None]*k4[:, None, None, :, None, None] - d4[None, :, :, None, :, None, :, None]*k4[:, None, None, :, None, :, None] - d4[None, :, :, None, :, None, None]*k4[:, None, None, :, None, :, :, None] - d4[None, :, :, None, None, :, :, None]*k4[:, None, None, :, :, None, None] - d4[None, :, :, None, None, :, None]*k4[:, None, None, :, :, None, :, None] - d4[None, :, :, None, None, None]*k4[:, None, None, :, :, :, None, None] - d4[None, :, None, :, :, :, None, None]*k4[:, None, :, None, None, None] - d4[None, :, None, :, :, None, :, None]*k4[:, None, :, None, None, :, None] - d4[None, :, None, :, :, None, None]*k4[:, None, :, None, None, :, :, None] - d4[None, :, None, :, None, :, :, None]*k4[:, None, :, None, :, None, None] - d4[None, :, None, :, None, :, None]*k4[:, None, :, None, :, None, :, None] - d4[None, :, None, :, None, None]*k4[:, None, :, None, :, :, None, None] - d4[None, :, None, None, :, :, :, None]*k4[:, None, :, :, None, None, None] - d4[None, :, None, None, :, :, None]*k4[:, None, :, :, None, None, :, None] - d4[None, :, None, None, :, None]*k4[:, None, :, :, None, :, None, None] - d4[None, :, None, None, None]*k4[:, None, :, :, :, None, None, None] - d5[None, None, :, :, :, :, :, None]*k3[:, :, None, None, None, None, None] - d5[None, None, :, :, :, :, None]*k3[:, :, None, None, None, None, :, None] - d5[None, None, :, :, :, None]*k3[:, :, None, None, None, :, None, None] - d5[None, None, :, :, None]*k3[:, :, None, None, :, None, None, None] - d5[None, None, :, None]*k3[:, :, None, :, None, None, None, None] - d5[None, None, None]*k3[:, :, :, None, None, None, None, None] - d5[None, :, :, :, :, :, None, None]*k3[:, None, None, None, None, None] - d5[None, :, :, :, :, None, :, None]*k3[:, None, None, None, None, :, None] - d5[None, :, :, :, :, None, None]*k3[:, None, None, None, None, :, :, None] - d5[None, :, :, :, None, :, :, None]*k3[:, None, None, None, :, None, None] - d5[None, :, :, :, None, :, None]*k3[:, None, None, None, :, None, :, None] - d5[None, :, :, :, None, None]*k3[:, None, None, None, :, :, None, None] - d5[None, :, :, None, :, :, :, None]*k3[:, None, None, :, None, None, None] - d5[None, :, :, None, :, :, None]*k3[:, None, None, :, None, None, :, None] - d5[None, :, :, None, :, None]*k3[:, None, None, :, None, :, None, None] - d5[None, :, :, None, None]*k3[:, None, None, :, :, None, None, None] - d5[None, :, None, :, :, :, :, None]*k3[:, None, :, None, None, None, None] - d5[None, :, None, :, :, :, None]*k3[:, None, :, None, None, None, :, None] - d5[None, :, None, :, :, None]*k3[:, None, :, None, None, :, None, None] - d5[None, :, None, :, None]*k3[:, None, :, None, :, None, None, None] - d5[None, :, None, None]*k3[:, None, :, :, None, None, None, None] - d6[None, None]*k2[:, :, None, None, None, None, None, None] - d6[None, :, :, :, :, :, :, None]*k2[:, None, None, None, None, None, None] - d6[None, :, :, :, :, :, None]*k2[:, None, None, None, None, None, :, None] - d6[None, :, :, :, :, None]*k2[:, None, None, None, None, :, None, None] - d6[None, :, :, :, None]*k2[:, None, None, None, :, None, None, None] - d6[None, :, :, None]*k2[:, None, None, :, None, None, None, None] - d6[None, :, None]*k2[:, None, :, None, None, None, None, None] + d8
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G[:K, :], I3)
        if np.any(np.isfinite(P)):
            A = A + -eta_J * np.einsum("kj...,kij...->ki...", P2[:K, :], I3)
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc, I2[:K, :])
        # <c_i c_j> over tasks and support sets
        M2 = G
        if np.any(np.isfinite(P)):
            M2 = M2 + P2
        # <c_i c_j c_r> over tasks and support sets
        M3 = G[:, :, None]*mc[None, None] + G[:, None]*mc[None, :, None] + G[None]*mc[:, None, None] - 2.0 * mc[:, None, None]*mc[None, :, None]*mc[None, None]
        if np.any(np.isfinite(P)):
            M3 = M3 + P3
        # <c_i c_j c_r c_s> over tasks and support sets
        M4 = G[:, :, None, None]*G[None, None] + G[:, None, :, None]*G[None, :, None] + G[:, None, None]*G[None, :, :, None] - 2.0 * mc[:, None, None, None]*mc[None, :, None, None]*mc[None, None, :, None]*mc[None, None, None]
        if np.any(np.isfinite(P)):
            M4 = M4 + P4w
        if kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,rp...,sp...->ijrs...", kappa, L, L, L, L, optimize=True)
        if np.any(np.isfinite(V)):
            # cumulant of c_k c_i
            K2 = M2[:K, :] - mc[None]*mc[:K][:, None]
            # cumulant of c_k c_i c_j
            K3 = -K2[:, :, None]*mc[None, None] - K2[:, None]*mc[None, :, None] - M2[None]*mc[:K][:, None, None] + M3[:K, :, :]
            # cumulant of c_k c_i c_j c_r
            K4 = -K2[:, :, None, None]*M2[None, None] - K2[:, None, :, None]*M2[None, :, None] - K2[:, None, None]*M2[None, :, :, None] - K3[:, :, :, None]*mc[None, None, None] - K3[:, :, None]*mc[None, None, :, None] - K3[:, None]*mc[None, :, None, None] - M3[None]*mc[:K][:, None, None, None] + M4[:K, :, :, :]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            # cumulant of c_k c_i c_j c_r c_s over support sets, where there is one task
            K5 = np.empty((K, S, S, S, S, *batch))
            K5[:, :K, :K, :K, :K] = k5/P**4
            K5[:, :K, :K, :K, K:] = np.full((K, K, K, K, M, *batch), 0.0)
            K5[:, :K, :K, K:, :K] = np.full((K, K, K, M, K, *batch), 0.0)
            K5[:, :K, :K, K:, K:] = np.full((K, K, K, M, M, *batch), 0.0)
            K5[:, :K, K:, :K, :K] = np.full((K, K, M, K, K, *batch), 0.0)
            K5[:, :K, K:, :K, K:] = np.full((K, K, M, K, M, *batch), 0.0)
            K5[:, :K, K:, K:, :K] = np.full((K, K, M, M, K, *batch), 0.0)
            K5[:, :K, K:, K:, K:] = np.full((K, K, M, M, M, *batch), 0.0)
            K5[:, K:, :K, :K, :K] = np.full((K, M, K, K, K, *batch), 0.0)
            K5[:, K:, :K, :K, K:] = np.full((K, M, K, K, M, *batch), 0.0)
            K5[:, K:, :K, K:, :K] = np.full((K, M, K, M, K, *batch), 0.0)
            K5[:, K:, :K, K:, K:] = np.full((K, M, K, M, M, *batch), 0.0)
            K5[:, K:, K:, :K, :K] = np.full((K, M, M, K, K, *batch), 0.0)
            K5[:, K:, K:, :K, K:] = np.full((K, M, M, K, M, *batch), 0.0)
            K5[:, K:, K:, K:, :K] = np.full((K, M, M, M, K, *batch), 0.0)
            K5[:, K:, K:, K:, K:] = np.full((K, M, M, M, M, *batch), 0.0)
            # cumulant of c_k c_l c_i c_j c_r c_s over support sets, where there is one task
            K6 = np.empty((K, K, S, S, S, S, *batch))
            K6[:, :, :K, :K, :K, :K] = k6/P**5
            K6[:, :, :K, :K, :K, K:] = np.full((K, K, K, K, K, M, *batch), 0.0)
            K6[:, :, :K, :K, K:, :K] = np.full((K, K, K, K, M, K, *batch), 0.0)
            K6[:, :, :K, :K, K:, K:] = np.full((K, K, K, K, M, M, *batch), 0.0)
            K6[:, :, :K, K:, :K, :K] = np.full((K, K, K, M, K, K, *batch), 0.0)
            K6[:, :, :K, K:, :K, K:] = np.full((K, K, K, M, K, M, *batch), 0.0)
            K6[:, :, :K, K:, K:, :K] = np.full((K, K, K, M, M, K, *batch), 0.0)
            K6[:, :, :K, K:, K:, K:] = np.full((K, K, K, M, M, M, *batch), 0.0)
            K6[:, :, K:, :K, :K, :K] = np.full((K, K, M, K, K, K, *batch), 0.0)
            K6[:, :, K:, :K, :K, K:] = np.full((K, K, M, K, K, M, *batch), 0.0)
            K6[:, :, K:, :K, K:, :K] = np.full((K, K, M, K, M, K, *batch), 0.0)
            K6[:, :, K:, :K, K:, K:] = np.full((K, K, M, K, M, M, *batch), 0.0)
            K6[:, :, K:, K:, :K, :K] = np.full((K, K, M, M, K, K, *batch), 0.0)
            K6[:, :, K:, K:, :K, K:] = np.full((K, K, M, M, K, M, *batch), 0.0)
            K6[:, :, K:, K:, K:, :K] = np.full((K, K, M, M, M, K, *batch), 0.0)
            K6[:, :, K:, K:, K:, K:] = np.full((K, K, M, M, M, M, *batch), 0.0)
            # cumulant of c_k c_l c_a c_i c_j c_r c_s over support sets, where there is one task
            K7 = np.empty((K, K, K, S, S, S, S, *batch))
            K7[:, :, :, :K, :K, :K, :K] = k7/P**6
            K7[:, :, :, :K, :K, :K, K:] = np.full((K, K, K, K, K, K, M, *batch), 0.0)
            K7[:, :, :, :K, :K, K:, :K] = np.full((K, K, K, K, K, M, K, *batch), 0.0)
            K7[:, :, :, :K, :K, K:, K:] = np.full((K, K, K, K, K, M, M, *batch), 0.0)
            K7[:, :, :, :K, K:, :K, :K] = np.full((K, K, K, K, M, K, K, *batch), 0.0)
            K7[:, :, :, :K, K:, :K, K:] = np.full((K, K, K, K, M, K, M, *batch), 0.0)
            K7[:, :, :, :K, K:, K:, :K] = np.full((K, K, K, K, M, M, K, *batch), 0.0)
            K7[:, :, :, :K, K:, K:, K:] = np.full((K, K, K, K, M, M, M, *batch), 0.0)
            K7[:, :, :, K:, :K, :K, :K] = np.full((K, K, K, M, K, K, K, *batch), 0.0)
            K7[:, :, :, K:, :K, :K, K:] = np.full((K, K, K, M, K, K, M, *batch), 0.0)
            K7[:, :, :, K:, :K, K:, :K] = np.full((K, K, K, M, K, M, K, *batch), 0.0)
            K7[:, :, :, K:, :K, K:, K:] = np.full((K, K, K, M, K, M, M, *batch), 0.0)
            K7[:, :, :, K:, K:, :K, :K] = np.full((K, K, K, M, M, K, K, *batch), 0.0)
            K7[:, :, :, K:, K:, :K, K:] = np.full((K, K, K, M, M, K, M, *batch), 0.0)
            K7[:, :, :, K:, K:, K:, :K] = np.full((K, K, K, M, M, M, K, *batch), 0.0)
            K7[:, :, :, K:, K:, K:, K:] = np.full((K, K, K, M, M, M, M, *batch), 0.0)
            # cumulant of c_k c_l c_a c_b c_i c_j c_r c_s over support sets, where there is one task
            K8 = np.empty((K, K, K, K, S, S, S, S, *batch))
            K8[:, :, :, :, :K, :K, :K, :K] = k8/P**7
            K8[:, :, :, :, :K, :K, :K, K:] = np.full((K, K, K, K, K, K, K, M, *batch), 0.0)
            K8[:, :, :, :, :K, :K, K:, :K] = np.full((K, K, K, K, K, K, M, K, *batch), 0.0)
            K8[:, :, :, :, :K, :K, K:, K:] = np.full((K, K, K, K, K, K, M, M, *batch), 0.0)
            K8[:, :, :, :, :K, K:, :K, :K] = np.full((K, K, K, K, K, M, K, K, *batch), 0.0)
            K8[:, :, :, :, :K, K:, :K, K:] = np.full((K, K, K, K, K, M, K, M, *batch), 0.0)
            K8[:, :, :, :, :K, K:, K:, :K] = np.full((K, K, K, K, K, M, M, K, *batch), 0.0)
            K8[:, :, :, :, :K, K:, K:, K:] = np.full((K, K, K, K, K, M, M, M, *batch), 0.0)
            K8[:, :, :, :, K:, :K, :K, :K] = np.full((K, K, K, K, M, K, K, K, *batch), 0.0)
            K8[:, :, :, :, K:, :K, :K, K:] = np.full((K, K, K, K, M, K, K, M, *batch), 0.0)
            K8[:, :, :, :, K:, :K, K:, :K] = np.full((K, K, K, K, M, K, M, K, *batch), 0.0)
            K8[:, :, :, :, K:, :K, K:, K:] = np.full((K, K, K, K, M, K, M, M, *batch), 0.0)
            K8[:, :, :, :, K:, K:, :K, :K] = np.full((K, K, K, K, M, M, K, K, *batch), 0.0)
            K8[:, :, :, :, K:, K:, :K, K:] = np.full((K, K, K, K, M, M, K, M, *batch), 0.0)
            K8[:, :, :, :, K:, K:, K:, :K] = np.full((K, K, K, K, M, M, M, K, *batch), 0.0)
            K8[:, :, :, :, K:, K:, K:, K:] = np.full((K, K, K, K, M, M, M, M, *batch), 0.0)
        if np.any(np.isfinite(V)):
            # <c_k c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task
            M5 = K2[:, :, None, None, None]*M3[None, None] + K2[:, None, :, None, None]*M3[None, :, None] + K2[:, None, None, :, None]*M3[None, :, :, None] + K2[:, None, None, None]*M3[None, :, :, :, None] + K3[:, :, :, None, None]*M2[None, None, None] + K3[:, :, None, :, None]*M2[None, None, :, None] + K3[:, :, None, None]*M2[None, None, :, :, None] + K3[:, None, :, :, None]*M2[None, :, None, None] + K3[:, None, :, None]*M2[None, :, None, :, None] + K3[:, None, None]*M2[None, :, :, None, None] + K4[:, :, :, :, None]*mc[None, None, None, None] + K4[:, :, :, None]*mc[None, None, None, :, None] + K4[:, :, None]*mc[None, None, :, None, None] + K4[:, None]*mc[None, :, None, None, None] + M4[None]*mc[:K][:, None, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            M5 = M5 + K5
        if np.any(np.isfinite(V)):
            # <c_k c_l c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task
            M6 = K2[:, None, :, None, None, None]*M4[:K, :, :, :][None, :, None] + K2[:, None, None, :, None, None]*M4[:K, :, :, :][None, :, :, None] + K2[:, :K][:, :, None, None, None, None]*M4[None, None] + K2[:, None, None, None, :, None]*M4[:K, :, :, :][None, :, :, :, None] + K2[:, None, None, None, None]*M4[:K, :, :, :][None, :, :, :, :, None] + K3[:, None, :, :, None, None]*M3[:K, :, :][None, :, None, None] + K3[:, None, :, None, :, None]*M3[:K, :, :][None, :, None, :, None] + K3[:, None, :, None, None]*M3[:K, :, :][None, :, None, :, :, None] + K3[:, None, None, :, :, None]*M3[:K, :, :][None, :, :, None, None] + K3[:, None, None, :, None]*M3[:K, :, :][None, :, :, None, :, None] + K3[:, :K, :][:, :, :, None, None, None]*M3[None, None, None] + K3[:, :K, :][:, :, None, :, None, None]*M3[None, None, :, None] + K3[:, :K, :][:, :, None, None, :, None]*M3[None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None]*M3[None, None, :, :, :, None] + K3[:, None, None, None]*M3[:K, :, :][None, :, :, :, None, None] + K4[:, None, :, :, :, None]*M2[:K, :][None, :, None, None, None] + K4[:, None, :, :, None]*M2[:K, :][None, :, None, None, :, None] + K4[:, None, :, None]*M2[:K, :][None, :, None, :, None, None] + K4[:, None, None]*M2[:K, :][None, :, :, None, None, None] + K4[:, :K, :, :][:, :, :, :, None, None]*M2[None, None, None, None] + K4[:, :K, :, :][:, :, :, None, :, None]*M2[None, None, None, :, None] + K4[:, :K, :, :][:, :, :, None, None]*M2[None, None, None, :, :, None] + K4[:, :K, :, :][:, :, None, :, :, None]*M2[None, None, :, None, None] + K4[:, :K, :, :][:, :, None, :, None]*M2[None, None, :, None, :, None] + K4[:, :K, :, :][:, :, None, None]*M2[None, None, :, :, None, None] + M5[None]*mc[:K][:, None, None, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            M6 = M6 + K5[:, None]*mc[:K][None, :, None, None, None, None] + K5[:, :K, :, :, :][:, :, :, :, :, None]*mc[None, None, None, None, None] + K5[:, :K, :, :, :][:, :, :, :, None]*mc[None, None, None, None, :, None] + K5[:, :K, :, :, :][:, :, :, None]*mc[None, None, None, :, None, None] + K5[:, :K, :, :, :][:, :, None]*mc[None, None, :, None, None, None] + K6
        if np.any(np.isfinite(V)):
            # <c_k c_l c_a c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task
            M7 = np.einsum("ak...->ka...", K2[:, :K])[:, None, :, None, None, None, None]*M5[None, :, None] + K2[:, None, None, :, None, None, None]*np.einsum("aljrs...->lajrs...", M5[:, :K, :, :, :])[None, :, :, None] + K2[:, None, None, None, :, None, None]*np.einsum("alirs...->lairs...", M5[:, :K, :, :, :])[None, :, :, :, None] + K2[:, :K][:, :, None, None, None, None, None]*M5[None, None] + K2[:, None, None, None, None, :, None]*np.einsum("alijs...->laijs...", M5[:, :K, :, :, :])[None, :, :, :, :, None] + K2[:, None, None, None, None, None]*np.einsum("alijr...->laijr...", M5[:, :K, :, :, :])[None, :, :, :, :, :, None] + np.einsum("aki...->kai...", K3[:, :K, :])[:, None, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None] + np.einsum("akj...->kaj...", K3[:, :K, :])[:, None, :, None, :, None, None]*M4[:K, :, :, :][None, :, None, :, None] + np.einsum("akl...->kla...", K3[:, :K, :K])[:, :, :, None, None, None, None]*M4[None, None, None] + np.einsum("akr...->kar...", K3[:, :K, :])[:, None, :, None, None, :, None]*M4[:K, :, :, :][None, :, None, :, :, None] + np.einsum("aks...->kas...", K3[:, :K, :])[:, None, :, None, None, None]*M4[:K, :, :, :][None, :, None, :, :, :, None] + K3[:, None, None, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None] + K3[:, None, None, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None] + K3[:, None, None, :, None, None]*M4[:K, :K, :, :][None, :, :, None, :, :, None] + K3[:, None, None, None, :, :, None]*M4[:K, :K, :, :][None, :, :, :, None, None] + K3[:, None, None, None, :, None]*M4[:K, :K, :, :][None, :, :, :, None, :, None] + K3[:, :K, :][:, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, :, None] + K3[:, :K, :][:, :, None, None, :, None, None]*M4[:K, :, :, :][None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None, :, None]*M4[:K, :, :, :][None, None, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None]*M4[:K, :, :, :][None, None, :, :, :, :, None] + K3[:, None, None, None, None]*M4[:K, :K, :, :][None, :, :, :, :, None, None] + np.einsum("akij...->kaij...", K4[:, :K, :, :])[:, None, :, :, :, None, None]*M3[:K, :, :][None, :, None, None, None] + np.einsum("akir...->kair...", K4[:, :K, :, :])[:, None, :, :, None, :, None]*M3[:K, :, :][None, :, None, None, :, None] + np.einsum("akis...->kais...", K4[:, :K, :, :])[:, None, :, :, None, None]*M3[:K, :, :][None, :, None, None, :, :, None] + np.einsum("akjr...->kajr...", K4[:, :K, :, :])[:, None, :, None, :, :, None]*M3[:K, :, :][None, :, None, :, None, None] + np.einsum("akjs...->kajs...", K4[:, :K, :, :])[:, None, :, None, :, None]*M3[:K, :, :][None, :, None, :, None, :, None] + np.einsum("akli...->klai...", K4[:, :K, :K, :])[:, :, :, :, None, None, None]*M3[None, None, None, None] + np.einsum("aklj...->klaj...", K4[:, :K, :K, :])[:, :, :, None, :, None, None]*M3[None, None, None, :, None] + np.einsum("aklr...->klar...", K4[:, :K, :K, :])[:, :, :, None, None, :, None]*M3[None, None, None, :, :, None] + np.einsum("akls...->klas...", K4[:, :K, :K, :])[:, :, :, None, None, None]*M3[None, None, None, :, :, :, None] + np.einsum("akrs...->kars...", K4[:, :K, :, :])[:, None, :, None, None]*M3[:K, :, :][None, :, None, :, :, None, None] + K4[:, None, None, :, :, :, None]*M3[:K, :K, :][None, :, :, None, None, None] + K4[:, None, None, :, :, None]*M3[:K, :K, :][None, :, :, None, None, :, None] + K4[:, None, None, :, None]*M3[:K, :K, :][None, :, :, None, :, None, None] + K4[:, None, None, None]*M3[:K, :K, :][None, :, :, :, None, None, None] + K4[:, :K, :, :][:, :, None, :, :, None, None]*M3[:K, :, :][None, None, :, None, None] + K4[:, :K, :, :][:, :, None, :, None, :, None]*M3[:K, :, :][None, None, :, None, :, None] + K4[:, :K, :, :][:, :, None, :, None, None]*M3[:K, :, :][None, None, :, None, :, :, None] + K4[:, :K, :, :][:, :, None, None, :, :, None]*M3[:K, :, :][None, None, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, :, None]*M3[:K, :, :][None, None, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, None]*M3[:K, :, :][None, None, :, :, :, None, None] + M6[None]*mc[:K][:, None, None, None, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            M7 = M7 + np.einsum("akijr...->kaijr...", K5[:, :K, :, :, :])[:, None, :, :, :, :, None]*M2[:K, :][None, :, None, None, None, None] + np.einsum("akijs...->kaijs...", K5[:, :K, :, :, :])[:, None, :, :, :, None]*M2[:K, :][None, :, None, None, None, :, None] + np.einsum("akirs...->kairs...", K5[:, :K, :, :, :])[:, None, :, :, None]*M2[:K, :][None, :, None, None, :, None, None] + np.einsum("akjrs...->kajrs...", K5[:, :K, :, :, :])[:, None, :, None]*M2[:K, :][None, :, None, :, None, None, None] + np.einsum("aklij...->klaij...", K5[:, :K, :K, :, :])[:, :, :, :, :, None, None]*M2[None, None, None, None, None] + np.einsum("aklir...->klair...", K5[:, :K, :K, :, :])[:, :, :, :, None, :, None]*M2[None, None, None, None, :, None] + np.einsum("aklis...->klais...", K5[:, :K, :K, :, :])[:, :, :, :, None, None]*M2[None, None, None, None, :, :, None] + np.einsum("akljr...->klajr...", K5[:, :K, :K, :, :])[:, :, :, None, :, :, None]*M2[None, None, None, :, None, None] + np.einsum("akljs...->klajs...", K5[:, :K, :K, :, :])[:, :, :, None, :, None]*M2[None, None, None, :, None, :, None] + np.einsum("aklrs...->klars...", K5[:, :K, :K, :, :])[:, :, :, None, None]*M2[None, None, None, :, :, None, None] + K5[:, None, None]*M2[:K, :K][None, :, :, None, None, None, None] + K5[:, :K, :, :, :][:, :, None, :, :, :, None]*M2[:K, :][None, None, :, None, None, None] + K5[:, :K, :, :, :][:, :, None, :, :, None]*M2[:K, :][None, None, :, None, None, :, None] + K5[:, :K, :, :, :][:, :, None, :, None]*M2[:K, :][None, None, :, None, :, None, None] + K5[:, :K, :, :, :][:, :, None, None]*M2[:K, :][None, None, :, :, None, None, None] + np.einsum("akijrs...->kaijrs...", K6)[:, None]*mc[:K][None, :, None, None, None, None, None] + np.einsum("aklijr...->klaijr...", K6[:, :, :K, :, :, :])[:, :, :, :, :, :, None]*mc[None, None, None, None, None, None] + np.einsum("aklijs...->klaijs...", K6[:, :, :K, :, :, :])[:, :, :, :, :, None]*mc[None, None, None, None, None, :, None] + np.einsum("aklirs...->klairs...", K6[:, :, :K, :, :, :])[:, :, :, :, None]*mc[None, None, None, None, :, None, None] + np.einsum("akljrs...->klajrs...", K6[:, :, :K, :, :, :])[:, :, :, None]*mc[None, None, None, :, None, None, None] + K6[:, :, None]*mc[:K][None, None, :, None, None, None, None] + np.einsum("aklijrs...->klaijrs...", K7)
        if np.any(np.isfinite(V)):
            # <c_k c_l c_a c_b c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task
            M8 = np.einsum("ak...->ka...", K2[:, :K])[:, None, :, None, None, None, None, None]*M6[None, :, None] + np.einsum("bk...->kb...", K2[:, :K])[:, None, None, :, None, None, None, None]*M6[None, :, :, None] + K2[:, None, None, None, :, None, None, None]*np.einsum("abljrs...->labjrs...", M6[:, :, :K, :, :, :])[None, :, :, :, None] + K2[:, None, None, None, None, :, None, None]*np.einsum("ablirs...->labirs...", M6[:, :, :K, :, :, :])[None, :, :, :, :, None] + K2[:, :K][:, :, None, None, None, None, None, None]*M6[None, None] + K2[:, None, None, None, None, None, :, None]*np.einsum("ablijs...->labijs...", M6[:, :, :K, :, :, :])[None, :, :, :, :, :, None] + K2[:, None, None, None, None, None, None]*np.einsum("ablijr...->labijr...", M6[:, :, :K, :, :, :])[None, :, :, :, :, :, :, None] + np.einsum("akb...->kab...", K3[:, :K, :K])[:, None, :, :, None, None, None, None]*M5[None, :, None, None] + np.einsum("aki...->kai...", K3[:, :K, :])[:, None, :, None, :, None, None, None]*np.einsum("bljrs...->lbjrs...", M5[:, :K, :, :, :])[None, :, None, :, None] + np.einsum("akj...->kaj...", K3[:, :K, :])[:, None, :, None, None, :, None, None]*np.einsum("blirs...->lbirs...", M5[:, :K, :, :, :])[None, :, None, :, :, None] + np.einsum("akl...->kla...", K3[:, :K, :K])[:, :, :, None, None, None, None, None]*M5[None, None, None] + np.einsum("akr...->kar...", K3[:, :K, :])[:, None, :, None, None, None, :, None]*np.einsum("blijs...->lbijs...", M5[:, :K, :, :, :])[None, :, None, :, :, :, None] + np.einsum("aks...->kas...", K3[:, :K, :])[:, None, :, None, None, None, None]*np.einsum("blijr...->lbijr...", M5[:, :K, :, :, :])[None, :, None, :, :, :, :, None] + np.einsum("bki...->kbi...", K3[:, :K, :])[:, None, None, :, :, None, None, None]*np.einsum("aljrs...->lajrs...", M5[:, :K, :, :, :])[None, :, :, None, None] + np.einsum("bkj...->kbj...", K3[:, :K, :])[:, None, None, :, None, :, None, None]*np.einsum("alirs...->lairs...", M5[:, :K, :, :, :])[None, :, :, None, :, None] + np.einsum("bkl...->klb...", K3[:, :K, :K])[:, :, None, :, None, None, None, None]*M5[None, None, :, None] + np.einsum("bkr...->kbr...", K3[:, :K, :])[:, None, None, :, None, None, :, None]*np.einsum("alijs...->laijs...", M5[:, :K, :, :, :])[None, :, :, None, :, :, None] + np.einsum("bks...->kbs...", K3[:, :K, :])[:, None, None, :, None, None, None]*np.einsum("alijr...->laijr...", M5[:, :K, :, :, :])[None, :, :, None, :, :, :, None] + K3[:, None, None, None, :, :, None, None]*np.einsum("albrs...->labrs...", M5[:, :K, :K, :, :])[None, :, :, :, None, None] + K3[:, None, None, None, :, None, :, None]*np.einsum("albjs...->labjs...", M5[:, :K, :K, :, :])[None, :, :, :, None, :, None] + K3[:, None, None, None, :, None, None]*np.einsum("albjr...->labjr...", M5[:, :K, :K, :, :])[None, :, :, :, None, :, :, None] + K3[:, None, None, None, None, :, :, None]*np.einsum("albis...->labis...", M5[:, :K, :K, :, :])[None, :, :, :, :, None, None] + K3[:, None, None, None, None, :, None]*np.einsum("albir...->labir...", M5[:, :K, :K, :, :])[None, :, :, :, :, None, :, None] + K3[:, :K, :][:, :, None, None, :, None, None, None]*M5[:, :K, :, :, :][None, None, :, :, None] + K3[:, :K, :][:, :, None, None, None, :, None, None]*M5[:, :K, :, :, :][None, None, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None, :, None]*M5[:, :K, :, :, :][None, None, :, :, :, :, None] + K3[:, :K, :][:, :, None, None, None, None, None]*M5[:, :K, :, :, :][None, None, :, :, :, :, :, None] + K3[:, None, None, None, None, None]*np.einsum("albij...->labij...", M5[:, :K, :K, :, :])[None, :, :, :, :, :, None, None] + np.einsum("akbi...->kabi...", K4[:, :K, :K, :])[:, None, :, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None, None] + np.einsum("akbj...->kabj...", K4[:, :K, :K, :])[:, None, :, :, None, :, None, None]*M4[:K, :, :, :][None, :, None, None, :, None] + np.einsum("akbr...->kabr...", K4[:, :K, :K, :])[:, None, :, :, None, None, :, None]*M4[:K, :, :, :][None, :, None, None, :, :, None] + np.einsum("akbs...->kabs...", K4[:, :K, :K, :])[:, None, :, :, None, None, None]*M4[:K, :, :, :][None, :, None, None, :, :, :, None] + np.einsum("akij...->kaij...", K4[:, :K, :, :])[:, None, :, None, :, :, None, None]*M4[:K, :K, :, :][None, :, None, :, None, None] + np.einsum("akir...->kair...", K4[:, :K, :, :])[:, None, :, None, :, None, :, None]*M4[:K, :K, :, :][None, :, None, :, None, :, None] + np.einsum("akis...->kais...", K4[:, :K, :, :])[:, None, :, None, :, None, None]*M4[:K, :K, :, :][None, :, None, :, None, :, :, None] + np.einsum("akjr...->kajr...", K4[:, :K, :, :])[:, None, :, None, None, :, :, None]*M4[:K, :K, :, :][None, :, None, :, :, None, None] + np.einsum("akjs...->kajs...", K4[:, :K, :, :])[:, None, :, None, None, :, None]*M4[:K, :K, :, :][None, :, None, :, :, None, :, None] + np.einsum("aklb...->klab...", K4[:, :K, :K, :K])[:, :, :, :, None, None, None, None]*M4[None, None, None, None] + np.einsum("akli...->klai...", K4[:, :K, :K, :])[:, :, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, None, :, None] + np.einsum("aklj...->klaj...", K4[:, :K, :K, :])[:, :, :, None, None, :, None, None]*M4[:K, :, :, :][None, None, None, :, :, None] + np.einsum("aklr...->klar...", K4[:, :K, :K, :])[:, :, :, None, None, None, :, None]*M4[:K, :, :, :][None, None, None, :, :, :, None] + np.einsum("akls...->klas...", K4[:, :K, :K, :])[:, :, :, None, None, None, None]*M4[:K, :, :, :][None, None, None, :, :, :, :, None] + np.einsum("akrs...->kars...", K4[:, :K, :, :])[:, None, :, None, None, None]*M4[:K, :K, :, :][None, :, None, :, :, :, None, None] + np.einsum("bkij...->kbij...", K4[:, :K, :, :])[:, None, None, :, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None, None] + np.einsum("bkir...->kbir...", K4[:, :K, :, :])[:, None, None, :, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, None, :, None] + np.einsum("bkis...->kbis...", K4[:, :K, :, :])[:, None, None, :, :, None, None]*M4[:K, :K, :, :][None, :, :, None, None, :, :, None] + np.einsum("bkjr...->kbjr...", K4[:, :K, :, :])[:, None, None, :, None, :, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None, None] + np.einsum("bkjs...->kbjs...", K4[:, :K, :, :])[:, None, None, :, None, :, None]*M4[:K, :K, :, :][None, :, :, None, :, None, :, None] + np.einsum("bkli...->klbi...", K4[:, :K, :K, :])[:, :, None, :, :, None, None, None]*M4[:K, :, :, :][None, None, :, None, None] + np.einsum("bklj...->klbj...", K4[:, :K, :K, :])[:, :, None, :, None, :, None, None]*M4[:K, :, :, :][None, None, :, None, :, None] + np.einsum("bklr...->klbr...", K4[:, :K, :K, :])[:, :, None, :, None, None, :, None]*M4[:K, :, :, :][None, None, :, None, :, :, None] + np.einsum("bkls...->klbs...", K4[:, :K, :K, :])[:, :, None, :, None, None, None]*M4[:K, :, :, :][None, None, :, None, :, :, :, None] + np.einsum("bkrs...->kbrs...", K4[:, :K, :, :])[:, None, None, :, None, None]*M4[:K, :K, :, :][None, :, :, None, :, :, None, None] + K4[:, None, None, None, :, :, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, None, None] + K4[:, None, None, None, :, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, None, :, None] + K4[:, None, None, None, :, None]*M4[:K, :K, :K, :][None, :, :, :, None, :, None, None] + K4[:, None, None, None, None]*M4[:K, :K, :K, :][None, :, :, :, :, None, None, None] + K4[:, :K, :, :][:, :, None, None, :, :, None, None]*M4[:K, :K, :, :][None, None, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, :, None, :, None]*M4[:K, :K, :, :][None, None, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, :, None, None]*M4[:K, :K, :, :][None, None, :, :, None, :, :, None] + K4[:, :K, :, :][:, :, None, None, None, :, :, None]*M4[:K, :K, :, :][None, None, :, :, :, None, None] + K4[:, :K, :, :][:, :, None, None, None, :, None]*M4[:K, :K, :, :][None, None, :, :, :, None, :, None] + K4[:, :K, :, :][:, :, None, None, None, None]*M4[:K, :K, :, :][None, None, :, :, :, :, None, None] + M7[None]*mc[:K][:, None, None, None, None, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and known_task is not None:
            M8 = M8 + np.einsum("abkij...->kabij...", K5[:, :K, :K, :, :])[:, None, :, :, :, :, None, None]*M3[:K, :, :][None, :, None, None, None, None] + np.einsum("abkir...->kabir...", K5[:, :K, :K, :, :])[:, None, :, :, :, None, :, None]*M3[:K, :, :][None, :, None, None, None, :, None] + np.einsum("abkis...->kabis...", K5[:, :K, :K, :, :])[:, None, :, :, :, None, None]*M3[:K, :, :][None, :, None, None, None, :, :, None] + np.einsum("abkjr...->kabjr...", K5[:, :K, :K, :, :])[:, None, :, :, None, :, :, None]*M3[:K, :, :][None, :, None, None, :, None, None] + np.einsum("abkjs...->kabjs...", K5[:, :K, :K, :, :])[:, None, :, :, None, :, None]*M3[:K, :, :][None, :, None, None, :, None, :, None] + np.einsum("abkli...->klabi...", K5[:, :K, :K, :K, :])[:, :, :, :, :, None, None, None]*M3[None, None, None, None, None] + np.einsum("abklj...->klabj...", K5[:, :K, :K, :K, :])[:, :, :, :, None, :, None, None]*M3[None, None, None, None, :, None] + np.einsum("abklr...->klabr...", K5[:, :K, :K, :K, :])[:, :, :, :, None, None, :, None]*M3[None, None, None, None, :, :, None] + np.einsum("abkls...->klabs...", K5[:, :K, :K, :K, :])[:, :, :, :, None, None, None]*M3[None, None, None, None, :, :, :, None] + np.einsum("abkrs...->kabrs...", K5[:, :K, :K, :, :])[:, None, :, :, None, None]*M3[:K, :, :][None, :, None, None, :, :, None, None] + np.einsum("akijr...->kaijr...", K5[:, :K, :, :, :])[:, None, :, None, :, :, :, None]*M3[:K, :K, :][None, :, None, :, None, None, None] + np.einsum("akijs...->kaijs...", K5[:, :K, :, :, :])[:, None, :, None, :, :, None]*M3[:K, :K, :][None, :, None, :, None, None, :, None] + np.einsum("akirs...->kairs...", K5[:, :K, :, :, :])[:, None, :, None, :, None]*M3[:K, :K, :][None, :, None, :, None, :, None, None] + np.einsum("akjrs...->kajrs...", K5[:, :K, :, :, :])[:, None, :, None, None]*M3[:K, :K, :][None, :, None, :, :, None, None, None] + np.einsum("aklij...->klaij...", K5[:, :K, :K, :, :])[:, :, :, None, :, :, None, None]*M3[:K, :, :][None, None, None, :, None, None] + np.einsum("aklir...->klair...", K5[:, :K, :K, :, :])[:, :, :, None, :, None, :, None]*M3[:K, :, :][None, None, None, :, None, :, None] + np.einsum("aklis...->klais...", K5[:, :K, :K, :, :])[:, :, :, None, :, None, None]*M3[:K, :, :][None, None, None, :, None, :, :, None] + np.einsum("akljr...->klajr...", K5[:, :K, :K, :, :])[:, :, :, None, None, :, :, None]*M3[:K, :, :][None, None, None, :, :, None, None] + np.einsum("akljs...->klajs...", K5[:, :K, :K, :, :])[:, :, :, None, None, :, None]*M3[:K, :, :][None, None, None, :, :, None, :, None] + np.einsum("aklrs...->klars...", K5[:, :K, :K, :, :])[:, :, :, None, None, None]*M3[:K, :, :][None, None, None, :, :, :, None, None] + np.einsum("bkijr...->kbijr...", K5[:, :K, :, :, :])[:, None, None, :, :, :, :, None]*M3[:K, :K, :][None, :, :, None, None, None, None] + np.einsum("bkijs...->kbijs...", K5[:, :K, :, :, :])[:, None, None, :, :, :, None]*M3[:K, :K, :][None, :, :, None, None, None, :, None] + np.einsum("bkirs...->kbirs...", K5[:, :K, :, :, :])[:, None, None, :, :, None]*M3[:K, :K, :][None, :, :, None, None, :, None, None] + np.einsum("bkjrs...->kbjrs...", K5[:, :K, :, :, :])[:, None, None, :, None]*M3[:K, :K, :][None, :, :, None, :, None, None, None] + np.einsum("bklij...->klbij...", K5[:, :K, :K, :, :])[:, :, None, :, :, :, None, None]*M3[:K, :, :][None, None, :, None, None, None] + np.einsum("bklir...->klbir...", K5[:, :K, :K, :, :])[:, :, None, :, :, None, :, None]*M3[:K, :, :][None, None, :, None, None, :, None] + np.einsum("bklis...->klbis...", K5[:, :K, :K, :, :])[:, :, None, :, :, None, None]*M3[:K, :, :][None, None, :, None, None, :, :, None] + np.einsum("bkljr...->klbjr...", K5[:, :K, :K, :, :])[:, :, None, :, None, :, :, None]*M3[:K, :, :][None, None, :, None, :, None, None] + np.einsum("bkljs...->klbjs...", K5[:, :K, :K, :, :])[:, :, None, :, None, :, None]*M3[:K, :, :][None, None, :, None, :, None, :, None] + np.einsum("bklrs...->klbrs...", K5[:, :K, :K, :, :])[:, :, None, :, None, None]*M3[:K, :, :][None, None, :, None, :, :, None, None] + K5[:, None, None, None]*M3[:K, :K, :K][None, :, :, :, None, None, None, None] + K5[:, :K, :, :, :][:, :, None, None, :, :, :, None]*M3[:K, :K, :][None, None, :, :, None, None, None] + K5[:, :K, :, :, :][:, :, None, None, :, :, None]*M3[:K, :K, :][None, None, :, :, None, None, :, None] + K5[:, :K, :, :, :][:, :, None, None, :, None]*M3[:K, :K, :][None, None, :, :, None, :, None, None] + K5[:, :K, :, :, :][:, :, None, None, None]*M3[:K, :K, :][None, None, :, :, :, None, None, None] + np.einsum("abkijr...->kabijr...", K6[:, :, :K, :, :, :])[:, None, :, :, :, :, :, None]*M2[:K, :][None, :, None, None, None, None, None] + np.einsum("abkijs...->kabijs...", K6[:, :, :K, :, :, :])[:, None, :, :, :, :, None]*M2[:K, :][None, :, None, None, None, None, :, None] + np.einsum("abkirs...->kabirs...", K6[:, :, :K, :, :, :])[:, None, :, :, :, None]*M2[:K, :][None, :, None, None, None, :, None, None] + np.einsum("abkjrs...->kabjrs...", K6[:, :, :K, :, :, :])[:, None, :, :, None]*M2[:K, :][None, :, None, None, :, None, None, None] + np.einsum("abklij...->klabij...", K6[:, :, :K, :K, :, :])[:, :, :, :, :, :, None, None]*M2[None, None, None, None, None, None] + np.einsum("abklir...->klabir...", K6[:, :, :K, :K, :, :])[:, :, :, :, :, None, :, None]*M2[None, None, None, None, None, :, None] + np.einsum("abklis...->klabis...", K6[:, :, :K, :K, :, :])[:, :, :, :, :, None, None]*M2[None, None, None, None, None, :, :, None] + np.einsum("abkljr...->klabjr...", K6[:, :, :K, :K, :, :])[:, :, :, :, None, :, :, None]*M2[None, None, None, None, :, None, None] + np.einsum("abkljs...->klabjs...", K6[:, :, :K, :K, :, :])[:, :, :, :, None, :, None]*M2[None, None, None, None, :, None, :, None] + np.einsum("abklrs...->klabrs...", K6[:, :, :K, :K, :, :])[:, :, :, :, None, None]*M2[None, None, None, None, :, :, None, None] + np.einsum("akijrs...->kaijrs...", K6)[:, None, :, None]*M2[:K, :K][None, :, None, :, None, None, None, None] + np.einsum("aklijr...->klaijr...", K6[:, :, :K, :, :, :])[:, :, :, None, :, :, :, None]*M2[:K, :][None, None, None, :, None, None, None] + np.einsum("aklijs...->klaijs...", K6[:, :, :K, :, :, :])[:, :, :, None, :, :, None]*M2[:K, :][None, None, None, :, None, None, :, None] + np.einsum("aklirs...->klairs...", K6[:, :, :K, :, :, :])[:, :, :, None, :, None]*M2[:K, :][None, None, None, :, None, :, None, None] + np.einsum("akljrs...->klajrs...", K6[:, :, :K, :, :, :])[:, :, :, None, None]*M2[:K, :][None, None, None, :, :, None, None, None] + np.einsum("bkijrs...->kbijrs...", K6)[:, None, None]*M2[:K, :K][None, :, :, None, None, None, None, None] + np.einsum("bklijr...->klbijr...", K6[:, :, :K, :, :, :])[:, :, None, :, :, :, :, None]*M2[:K, :][None, None, :, None, None, None, None] + np.einsum("bklijs...->klbijs...", K6[:, :, :K, :, :, :])[:, :, None, :, :, :, None]*M2[:K, :][None, None, :, None, None, None, :, None] + np.einsum("bklirs...->klbirs...", K6[:, :, :K, :, :, :])[:, :, None, :, :, None]*M2[:K, :][None, None, :, None, None, :, None, None] + np.einsum("bkljrs...->klbjrs...", K6[:, :, :K, :, :, :])[:, :, None, :, None]*M2[:K, :][None, None, :, None, :, None, None, None] + K6[:, :, None, None]*M2[:K, :K][None, None, :, :, None, None, None, None] + np.einsum("abkijrs...->kabijrs...", K7)[:, None]*mc[:K][None, :, None, None, None, None, None, None] + np.einsum("abklijr...->klabijr...", K7[:, :, :, :K, :, :, :])[:, :, :, :, :, :, :, None]*mc[None, None, None, None, None, None, None] + np.einsum("abklijs...->klabijs...", K7[:, :, :, :K, :, :, :])[:, :, :, :, :, :, None]*mc[None, None, None, None, None, None, :, None] + np.einsum("abklirs...->klabirs...", K7[:, :, :, :K, :, :, :])[:, :, :, :, :, None]*mc[None, None, None, None, None, :, None, None] + np.einsum("abkljrs...->klabjrs...", K7[:, :, :, :K, :, :, :])[:, :, :, :, None]*mc[None, None, None, None, :, None, None, None] + np.einsum("aklijrs...->klaijrs...", K7)[:, :, :, None]*mc[:K][None, None, None, :, None, None, None, None] + np.einsum("bklijrs...->klbijrs...", K7)[:, :, None]*mc[:K][None, None, :, None, None, None, None, None] + np.einsum("abklijrs...->klabijrs...", K8)
        if np.any(np.isfinite(V)):
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
            ZY = ZY + eta_0*eta_J*noise**2*I3[:, :, :K]*mc[:K][:, None, None]/V
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
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    anchor = parameters.anchor
    V = parameters.V
    P = parameters.P
    inner_steps = parameters.inner_steps
    higher = 0.0 if parameters.first_order else 1.0
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
    if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and (nodes is None or weights is None):
        if np.any(w0 != 0.0) or np.any(tw0 != 0.0) or np.any(mean != 0.0) or _coupled(cov):
            raise ValueError("nodes and weights are missing: finite P and V need them unless w0 is zero, mean is zero, cov is diagonal")
        nodes = np.zeros((0, S,) + (1,) * len(batch))
        weights = np.zeros((0,) + (1,) * len(batch))
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
        r6 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*r6[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1)
            r7 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1)[:, None] - C1[:, :K, :]**2*r6[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*r7[:, :, None])*r0[:K][:, None, None, None]*r6[:, :K][:, :, None, None]
        if np.any(np.isfinite(P)):
            # asin(C[i, j]*r0[i]*r0[j])
            r8 = np.arcsin(C*r0[:, None]*r0[None])
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = np.empty((S, S, S, S, *batch))
            I_g0g0g0g0 = _joint4(np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None])
            twice = I_eg0g0_fff + 0.63661977236758138 * r8[None]
            for i in range(S):
                I_g0g0g0g0[i, i] = I_g0g0g0g0[i, :, i] = I_g0g0g0g0[:, i, i] = I_g0g0g0g0[i, :, :, i] = I_g0g0g0g0[:, i, :, i] = I_g0g0g0g0[:, :, i, i] = twice[i]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:K][:, None]
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
            h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        # its response to the task: w_k = h_k + sum_m H_km u_m
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            # H after one more step
            H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of r1: 1/sqrt(C[n, n]*quartic[g] + 1)
            tr1 = -0.5 * quartic[None]*r1**3*np.einsum("nn...->n...", tC[K:, K:])[:, None]
            # derivative of Cq: covariance of the fields with the Gaussian weight of n absorbed, of the strengths g
            tCq = -2.0 * C[K:, :][None, :, :, None]*C[K:, :][None, :, None]*quartic[:, None, None, None]*np.einsum("ng...->gn...", r1)[:, :, None, None]*np.einsum("ng...->gn...", tr1)[:, :, None, None] - C[K:, :][None, :, :, None]*quartic[:, None, None, None]*np.einsum("ng...->gn...", r1)[:, :, None, None]**2*tC[K:, :][None, :, None] - C[K:, :][None, :, None]*quartic[:, None, None, None]*np.einsum("ng...->gn...", r1)[:, :, None, None]**2*tC[K:, :][None, :, :, None] + tC[None, None]
            # derivative of r2: 1/sqrt(C[i, i]*square[c] + 1)
            tr2 = -0.5 * r2**3*square[None]*np.einsum("ii...->i...", tC)[:, None]
            # derivative of Cs1: covariance of the fields with the Gaussian weight of i absorbed, of the strengths c
            tCs1 = -2.0 * C[None, :, :, None]*C[None, :, None]*np.einsum("ic...->ci...", r2)[:, :, None, None]*square[:, None, None, None]*np.einsum("ic...->ci...", tr2)[:, :, None, None] - C[None, :, :, None]*np.einsum("ic...->ci...", r2)[:, :, None, None]**2*square[:, None, None, None]*tC[None, :, None] - C[None, :, None]*np.einsum("ic...->ci...", r2)[:, :, None, None]**2*square[:, None, None, None]*tC[None, :, :, None] + tC[None, None]
            # derivative of r3: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1)
            tr3 = -0.5 * r3**3*square[None, None, None]*np.einsum("cnii...->cni...", tCs1[:, K:, :, :])[:, :, :, None]
            # derivative of Cs2: covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d
            tCs2 = -2.0 * Cs1[:, K:, :, :][:, None, :, :, :, None]*Cs1[:, K:, :, :][:, None, :, :, None]*np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]*square[None, :, None, None, None, None]*np.einsum("cnid...->cdni...", tr3)[:, :, :, :, None, None] - Cs1[:, K:, :, :][:, None, :, :, :, None]*np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None]*tCs1[:, K:, :, :][:, None, :, :, None] - Cs1[:, K:, :, :][:, None, :, :, None]*np.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None]*tCs1[:, K:, :, :][:, None, :, :, :, None] + tCs1[:, K:, :, :][:, None, :, None]
        if np.any(np.isfinite(P)):
            # derivative of r4: 1/sqrt(C[i, i]*fine[x] + 1)
            tr4 = -0.5 * fine[None]*r4**3*np.einsum("ii...->i...", tC)[:, None]
            # derivative of r5: 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1)
            tr5 = -0.5 * (-2.0 * C[:, :, None]**2*fine[None, None]*r4[:, None]*tr4[:, None] - 2.0 * C[:, :, None]*fine[None, None]*r4[:, None]**2*tC[:, :, None] + np.einsum("jj...->j...", tC)[None, :, None])*r5**3
            # derivative of I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
            tI_eg0g0_fff = np.zeros((S, S, S, *along))
            for x in range(n_fine):
                tI_eg0g0_fff = tI_eg0g0_fff + 0.63661977236758138 * (((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2 + C[None])*r5[:, :, x][:, :, None]*tr5[:, :, x][:, None] + (-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2 + C[None])*r5[:, :, x][:, None]*tr5[:, :, x][:, :, None] + (-2.0 * C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]*tr4[:, x][:, None, None] - C[:, :, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2*tC[:, None] - C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2*tC[:, :, None] + tC[None])*r5[:, :, x][:, :, None]*r5[:, :, x][:, None])*1.0 / np.sqrt(-(-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2 + C[None])**2*r5[:, :, x][:, :, None]**2*r5[:, :, x][:, None]**2 + 1)*fine_weight[x][None, None, None]*r4[:, x][:, None, None] + np.arcsin((-C[:, :, None]*C[:, None]*fine[x][None, None, None]*r4[:, x][:, None, None]**2 + C[None])*r5[:, :, x][:, :, None]*r5[:, :, x][:, None])*fine_weight[x][None, None, None]*tr4[:, x][:, None, None])
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = 0.63661977236758138 * (C*r0[:, None]*tr0[None] + C*r0[None]*tr0[:, None] + r0[:, None]*r0[None]*tC)*1.0 / np.sqrt(-C**2*r0[:, None]**2*r0[None]**2 + 1)
        # derivative of r6: 1/sqrt(C1[k, i, i] + 1)
        tr6 = -0.5 * r6**3*np.einsum("kii...->ki...", tC1)
        # derivative of I3: <g'(z_k) z_i g(z_j)> over the fields
        tI3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*tr6[:, None] + 0.63661977236758138 * C1*r6[:, None]*tr0[:K][:, None, None] + 0.63661977236758138 * r0[:K][:, None, None]*r6[:, None]*tC1
        if np.any(np.isfinite(V)):
            # derivative of r7: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1)
            tr7 = -0.5 * (-2.0 * C1[:, :K, :]**2*r6[:, :K][:, :, None]*tr6[:, :K][:, :, None] - 2.0 * C1[:, :K, :]*r6[:, :K][:, :, None]**2*tC1[:, :K, :] + np.einsum("kii...->ki...", tC1)[:, None])*r7**3
            # derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            tI4 = 0.4052847345693511 * ((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*tr7[:, :, None] + (C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, None]*tr7[:, :, :, None] + (-2.0 * C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]*tr6[:, :K][:, :, None, None] - C1[:, :K, :][:, :, :, None]*r6[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, None] - C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2*tC1[:, :K, :][:, :, :, None] + tC1[:, None])*r7[:, :, :, None]*r7[:, :, None])*1.0 / np.sqrt(-(C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)**2*r7[:, :, :, None]**2*r7[:, :, None]**2 + 1)*r0[:K][:, None, None, None]*r6[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*r7[:, :, None])*r0[:K][:, None, None, None]*tr6[:, :K][:, :, None, None] + 0.4052847345693511 * np.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*r7[:, :, None])*r6[:, :K][:, :, None, None]*tr0[:K][:, None, None, None]
        if np.any(np.isfinite(P)):
            # derivative of r8: asin(C[i, j]*r0[i]*r0[j])
            tr8 = (C*r0[:, None]*tr0[None] + C*r0[None]*tr0[:, None] + r0[:, None]*r0[None]*tC)*1.0 / np.sqrt(-C**2*r0[:, None]**2*r0[None]**2 + 1)
            # derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            tI_g0g0g0g0 = np.empty((S, S, S, S, *along))
            tI_g0g0g0g0 = _joint4_along(1, 0, np.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], np.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], np.einsum("rr...->r...", C)[None, None, :, None], C[None, None], np.einsum("ss...->s...", C)[None, None, None], np.einsum("ii...->i...", tC)[:, None, None, None], tC[:, :, None, None], tC[:, None, :, None], tC[:, None, None], np.einsum("jj...->j...", tC)[None, :, None, None], tC[None, :, :, None], tC[None, :, None], np.einsum("rr...->r...", tC)[None, None, :, None], tC[None, None], np.einsum("ss...->s...", tC)[None, None, None])
            twice = tI_eg0g0_fff + 0.63661977236758138 * tr8[None]
            for i in range(S):
                tI_g0g0g0g0[i, i] = tI_g0g0g0g0[i, :, i] = tI_g0g0g0g0[:, i, i] = tI_g0g0g0g0[i, :, :, i] = tI_g0g0g0g0[:, i, :, i] = tI_g0g0g0g0[:, :, i, i] = twice[i]
        if np.any(np.isfinite(V)):
            # derivative of J2: <g'(z_k) g'(z_l)> over the fields
            tJ2 = -0.31830988618379069 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)**3*r0[:K][:, None]*np.einsum("kll...->kl...", tC1[:, :K, :K]) + 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*tr0[:K][:, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of r9: 1/sqrt(Cq[g, n, k, k]*square[c] + 1)
            tr9 = -0.5 * r9**3*square[None, None, None]*np.einsum("gnkk...->gnk...", tCq[:, :, :K, :K])[:, :, :, None]
            # derivative of r10: 1/sqrt(-Cq[g, n, k, l]**2*r9[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1)
            tr10 = -0.5 * (-2.0 * Cq[:, :, :K, :K][:, :, :, :, None]**2*r9[:, :, :, None]*square[None, None, None, None]*tr9[:, :, :, None] - 2.0 * Cq[:, :, :K, :K][:, :, :, :, None]*r9[:, :, :, None]**2*square[None, None, None, None]*tCq[:, :, :K, :K][:, :, :, :, None] + np.einsum("gnll...->gnl...", tCq[:, :, :K, :K])[:, :, None, :, None])*r10**3
            # derivative of I_qhg0g0_blll: <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            tI_qhg0g0_blll = np.zeros((M, K, K, K, *along))
            for g, d in np.ndindex(n_quartic, n_square):
                tI_qhg0g0_blll = tI_qhg0g0_blll + 0.63661977236758138 * (((-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, None]*tr10[g, :, :, :, d][:, :, :, None] + (-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, :, None]*tr10[g, :, :, :, d][:, :, None] + (-2.0 * Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]*square[d][None, None, None, None]*tr9[g, :, :, d][:, :, None, None] - Cq[g, :, :K, :K][:, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None]*tCq[g, :, :K, :K][:, :, :, None] - Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None]*tCq[g, :, :K, :K][:, :, None] + tCq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None])*1.0 / np.sqrt(-(-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])**2*r10[g, :, :, :, d][:, :, None]**2*r10[g, :, :, :, d][:, :, :, None]**2 + 1)*quartic_weight[g][None, None, None, None]*r1[:, g][:, None, None, None]*r9[g, :, :, d][:, :, None, None]*square_weight[d][None, None, None, None] + np.arcsin((-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None])*quartic_weight[g][None, None, None, None]*r1[:, g][:, None, None, None]*square_weight[d][None, None, None, None]*tr9[g, :, :, d][:, :, None, None] + np.arcsin((-Cq[g, :, :K, :K][:, :, None]*Cq[g, :, :K, :K][:, :, :, None]*r9[g, :, :, d][:, :, None, None]**2*square[d][None, None, None, None] + Cq[g, :, :K, :K][:, None])*r10[g, :, :, :, d][:, :, None]*r10[g, :, :, :, d][:, :, :, None])*quartic_weight[g][None, None, None, None]*r9[g, :, :, d][:, :, None, None]*square_weight[d][None, None, None, None]*tr1[:, g][:, None, None, None])
            # derivative of r11: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1)
            tr11 = -0.5 * r11**3*square[None, None, None, None, None]*np.einsum("cdnmkk...->cdnmk...", tCs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None]
            # derivative of r12: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r11[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1)
            tr12 = -0.5 * (-2.0 * Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r11[:, :, :, :, :, None]*square[None, None, None, None, None, None]*tr11[:, :, :, :, :, None] - 2.0 * Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]*r11[:, :, :, :, :, None]**2*square[None, None, None, None, None, None]*tCs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None] + np.einsum("cdnmll...->cdnml...", tCs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None])*r12**3
            # derivative of I_hhhg0g0_bblll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            tI_hhhg0g0_bblll = np.zeros((M, M, K, K, K, *along))
            if M >= 2:
                for c, d, f in np.ndindex(n_square, n_square, n_square):
                    tI_hhhg0g0_bblll = tI_hhhg0g0_bblll + 0.63661977236758138 * (((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*tr12[c, d, :, :, :, :, f][:, :, :, :, None] + (-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, :, None]*tr12[c, d, :, :, :, :, f][:, :, :, None] + (-2.0 * Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]*square[f][None, None, None, None, None]*tr11[c, d, :, :, :, f][:, :, :, None, None] - Cs2[c, d, :, K:, :K, :K][:, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None]*tCs2[c, d, :, K:, :K, :K][:, :, :, :, None] - Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None]*tCs2[c, d, :, K:, :K, :K][:, :, :, None] + tCs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None])*1.0 / np.sqrt(-(-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])**2*r12[c, d, :, :, :, :, f][:, :, :, None]**2*r12[c, d, :, :, :, :, f][:, :, :, :, None]**2 + 1)*r11[c, d, :, :, :, f][:, :, :, None, None]*r2[K:, c][:, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None] + np.arcsin((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None])*r11[c, d, :, :, :, f][:, :, :, None, None]*r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None]*tr3[c, :, K:, d][:, :, None, None, None] + np.arcsin((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None])*r11[c, d, :, :, :, f][:, :, :, None, None]*r3[c, :, K:, d][:, :, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None]*tr2[K:, c][:, None, None, None, None] + np.arcsin((-Cs2[c, d, :, K:, :K, :K][:, :, :, None]*Cs2[c, d, :, K:, :K, :K][:, :, :, :, None]*r11[c, d, :, :, :, f][:, :, :, None, None]**2*square[f][None, None, None, None, None] + Cs2[c, d, :, K:, :K, :K][:, :, None])*r12[c, d, :, :, :, :, f][:, :, :, None]*r12[c, d, :, :, :, :, f][:, :, :, :, None])*r2[K:, c][:, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None]*square_weight[c][None, None, None, None, None]*square_weight[d][None, None, None, None, None]*square_weight[f][None, None, None, None, None]*tr11[c, d, :, :, :, f][:, :, :, None, None])
            twice = tI_qhg0g0_blll
            for n in range(M):
                tI_hhhg0g0_bblll[n, n] = twice[n]
            # derivative of r13: 1/sqrt(Cq[g, n, k, k] + 1)
            tr13 = -0.5 * r13**3*np.einsum("gnkk...->gnk...", tCq[:, :, :K, :K])
            # derivative of I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields
            tI_qg0g0_bll = np.zeros((M, K, K, *along))
            for g in range(n_quartic):
                tI_qg0g0_bll = tI_qg0g0_bll + 0.63661977236758138 * ((Cq[g, :, :K, :K]*r13[g, :, :][:, :, None]*tr13[g, :, :][:, None] + Cq[g, :, :K, :K]*r13[g, :, :][:, None]*tr13[g, :, :][:, :, None] + r13[g, :, :][:, :, None]*r13[g, :, :][:, None]*tCq[g, :, :K, :K])*1.0 / np.sqrt(-Cq[g, :, :K, :K]**2*r13[g, :, :][:, :, None]**2*r13[g, :, :][:, None]**2 + 1)*quartic_weight[g][None, None, None]*r1[:, g][:, None, None] + np.arcsin(Cq[g, :, :K, :K]*r13[g, :, :][:, :, None]*r13[g, :, :][:, None])*quartic_weight[g][None, None, None]*tr1[:, g][:, None, None])
            # derivative of r14: 1/sqrt(Cs2[c, d, n, i, j, j] + 1)
            tr14 = -0.5 * r14**3*np.einsum("cdnijj...->cdnij...", tCs2)
            # derivative of I_hhg0g0_bbll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            tI_hhg0g0_bbll = np.zeros((M, M, K, K, *along))
            if M >= 2:
                for c, d in np.ndindex(n_square, n_square):
                    tI_hhg0g0_bbll = tI_hhg0g0_bbll + 0.63661977236758138 * ((Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]*tr14[c, d, :, K:, :K][:, :, None] + Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, None]*tr14[c, d, :, K:, :K][:, :, :, None] + r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None]*tCs2[c, d, :, K:, :K, :K])*1.0 / np.sqrt(-Cs2[c, d, :, K:, :K, :K]**2*r14[c, d, :, K:, :K][:, :, :, None]**2*r14[c, d, :, K:, :K][:, :, None]**2 + 1)*r2[K:, c][:, None, None, None]*r3[c, :, K:, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None] + np.arcsin(Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None])*r2[K:, c][:, None, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr3[c, :, K:, d][:, :, None, None] + np.arcsin(Cs2[c, d, :, K:, :K, :K]*r14[c, d, :, K:, :K][:, :, :, None]*r14[c, d, :, K:, :K][:, :, None])*r3[c, :, K:, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr2[K:, c][:, None, None, None])
            twice = tI_qg0g0_bll
            for n in range(M):
                tI_hhg0g0_bbll[n, n] = twice[n]
            # derivative of I_hhg0g0_bllb: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields
            tI_hhg0g0_bllb = np.zeros((M, K, K, M, *along))
            for c, d in np.ndindex(n_square, n_square):
                tI_hhg0g0_bllb = tI_hhg0g0_bllb + 0.63661977236758138 * ((Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None]*tr14[c, d, :, :K, K:][:, :, None] + Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, K:][:, :, None]*tr14[c, d, :, :K, :K][:, :, :, None] + r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None]*tCs2[c, d, :, :K, :K, K:])*1.0 / np.sqrt(-Cs2[c, d, :, :K, :K, K:]**2*r14[c, d, :, :K, :K][:, :, :, None]**2*r14[c, d, :, :K, K:][:, :, None]**2 + 1)*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None] + np.arcsin(Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None])*r2[K:, c][:, None, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr3[c, :, :K, d][:, :, None, None] + np.arcsin(Cs2[c, d, :, :K, :K, K:]*r14[c, d, :, :K, :K][:, :, :, None]*r14[c, d, :, :K, K:][:, :, None])*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr2[K:, c][:, None, None, None])
            # derivative of I_hhg0g0_blll: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            tI_hhg0g0_blll = np.zeros((M, K, K, K, *along))
            for c, d in np.ndindex(n_square, n_square):
                tI_hhg0g0_blll = tI_hhg0g0_blll + 0.63661977236758138 * ((Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None]*tr14[c, d, :, :K, :K][:, :, :, None] + Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, :, None]*tr14[c, d, :, :K, :K][:, :, None] + r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None]*tCs2[c, d, :, :K, :K, :K])*1.0 / np.sqrt(-Cs2[c, d, :, :K, :K, :K]**2*r14[c, d, :, :K, :K][:, :, None]**2*r14[c, d, :, :K, :K][:, :, :, None]**2 + 1)*r2[K:, c][:, None, None, None]*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None] + np.arcsin(Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None])*r2[K:, c][:, None, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr3[c, :, :K, d][:, :, None, None] + np.arcsin(Cs2[c, d, :, :K, :K, :K]*r14[c, d, :, :K, :K][:, :, None]*r14[c, d, :, :K, :K][:, :, :, None])*r3[c, :, :K, d][:, :, None, None]*square_weight[c][None, None, None, None]*square_weight[d][None, None, None, None]*tr2[K:, c][:, None, None, None])
            # derivative of r15: 1/sqrt(Cs1[c, i, j, j] + 1)
            tr15 = -0.5 * r15**3*np.einsum("cijj...->cij...", tCs1)
            # derivative of I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields
            tI_hg0g0_blb = np.zeros((M, K, M, *along))
            for c in range(n_square):
                tI_hg0g0_blb = tI_hg0g0_blb + 0.63661977236758138 * ((Cs1[c, K:, :K, K:]*r15[c, K:, :K][:, :, None]*tr15[c, K:, K:][:, None] + Cs1[c, K:, :K, K:]*r15[c, K:, K:][:, None]*tr15[c, K:, :K][:, :, None] + r15[c, K:, :K][:, :, None]*r15[c, K:, K:][:, None]*tCs1[c, K:, :K, K:])*1.0 / np.sqrt(-Cs1[c, K:, :K, K:]**2*r15[c, K:, :K][:, :, None]**2*r15[c, K:, K:][:, None]**2 + 1)*r2[K:, c][:, None, None]*square_weight[c][None, None, None] + np.arcsin(Cs1[c, K:, :K, K:]*r15[c, K:, :K][:, :, None]*r15[c, K:, K:][:, None])*square_weight[c][None, None, None]*tr2[K:, c][:, None, None])
            # derivative of I_hg0g0_bll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
            tI_hg0g0_bll = np.zeros((M, K, K, *along))
            for c in range(n_square):
                tI_hg0g0_bll = tI_hg0g0_bll + 0.63661977236758138 * ((Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, :, None]*tr15[c, K:, :K][:, None] + Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, None]*tr15[c, K:, :K][:, :, None] + r15[c, K:, :K][:, :, None]*r15[c, K:, :K][:, None]*tCs1[c, K:, :K, :K])*1.0 / np.sqrt(-Cs1[c, K:, :K, :K]**2*r15[c, K:, :K][:, :, None]**2*r15[c, K:, :K][:, None]**2 + 1)*r2[K:, c][:, None, None]*square_weight[c][None, None, None] + np.arcsin(Cs1[c, K:, :K, :K]*r15[c, K:, :K][:, :, None]*r15[c, K:, :K][:, None])*square_weight[c][None, None, None]*tr2[K:, c][:, None, None])
            # derivative of I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields
            tI_hg0g0_llb = np.zeros((K, K, M, *along))
            for c in range(n_square):
                tI_hg0g0_llb = tI_hg0g0_llb + 0.63661977236758138 * ((Cs1[c, :K, :K, K:]*r15[c, :K, :K][:, :, None]*tr15[c, :K, K:][:, None] + Cs1[c, :K, :K, K:]*r15[c, :K, K:][:, None]*tr15[c, :K, :K][:, :, None] + r15[c, :K, :K][:, :, None]*r15[c, :K, K:][:, None]*tCs1[c, :K, :K, K:])*1.0 / np.sqrt(-Cs1[c, :K, :K, K:]**2*r15[c, :K, :K][:, :, None]**2*r15[c, :K, K:][:, None]**2 + 1)*r2[:K, c][:, None, None]*square_weight[c][None, None, None] + np.arcsin(Cs1[c, :K, :K, K:]*r15[c, :K, :K][:, :, None]*r15[c, :K, K:][:, None])*square_weight[c][None, None, None]*tr2[:K, c][:, None, None])
            # derivative of I_hg0g0_lll: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
            tI_hg0g0_lll = np.zeros((K, K, K, *along))
            for c in range(n_square):
                tI_hg0g0_lll = tI_hg0g0_lll + 0.63661977236758138 * ((Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, None]*tr15[c, :K, :K][:, :, None] + Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, :, None]*tr15[c, :K, :K][:, None] + r15[c, :K, :K][:, None]*r15[c, :K, :K][:, :, None]*tCs1[c, :K, :K, :K])*1.0 / np.sqrt(-Cs1[c, :K, :K, :K]**2*r15[c, :K, :K][:, None]**2*r15[c, :K, :K][:, :, None]**2 + 1)*r2[:K, c][:, None, None]*square_weight[c][None, None, None] + np.arcsin(Cs1[c, :K, :K, :K]*r15[c, :K, :K][:, None]*r15[c, :K, :K][:, :, None])*square_weight[c][None, None, None]*tr2[:K, c][:, None, None])
            # derivative of I_qg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            tI_qg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *along))
            if K >= 4:
                for g in range(n_quartic):
                    tI_qg0g0g0g0_bllll = tI_qg0g0g0g0_bllll + _joint4_along(quartic_weight[g][None, None, None, None, None]*r1[:, g][:, None, None, None, None], quartic_weight[g][None, None, None, None, None]*tr1[:, g][:, None, None, None, None], np.einsum("nkk...->nk...", Cq[g, :, :K, :K])[:, :, None, None, None], Cq[g, :, :K, :K][:, :, :, None, None], Cq[g, :, :K, :K][:, :, None, :, None], Cq[g, :, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cq[g, :, :K, :K])[:, None, :, None, None], Cq[g, :, :K, :K][:, None, :, :, None], Cq[g, :, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cq[g, :, :K, :K])[:, None, None, :, None], Cq[g, :, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cq[g, :, :K, :K])[:, None, None, None], np.einsum("nkk...->nk...", tCq[g, :, :K, :K])[:, :, None, None, None], tCq[g, :, :K, :K][:, :, :, None, None], tCq[g, :, :K, :K][:, :, None, :, None], tCq[g, :, :K, :K][:, :, None, None], np.einsum("nll...->nl...", tCq[g, :, :K, :K])[:, None, :, None, None], tCq[g, :, :K, :K][:, None, :, :, None], tCq[g, :, :K, :K][:, None, :, None], np.einsum("naa...->na...", tCq[g, :, :K, :K])[:, None, None, :, None], tCq[g, :, :K, :K][:, None, None], np.einsum("nbb...->nb...", tCq[g, :, :K, :K])[:, None, None, None])
            twice = tI_qg0g0_bll[:, None] + tI_qhg0g0_blll
            for k in range(K):
                tI_qg0g0g0g0_bllll[:, k, k] = tI_qg0g0g0g0_bllll[:, k, :, k] = tI_qg0g0g0g0_bllll[:, :, k, k] = tI_qg0g0g0g0_bllll[:, k, :, :, k] = tI_qg0g0g0g0_bllll[:, :, k, :, k] = tI_qg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
            # derivative of I_hhg0g0g0g0_bbllll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            tI_hhg0g0g0g0_bbllll = np.zeros((M, M, K, K, K, K, *along))
            if M >= 2 and K >= 4:
                for c, d in np.ndindex(n_square, n_square):
                    tI_hhg0g0g0g0_bbllll = tI_hhg0g0g0g0_bbllll + _joint4_along(r2[K:, c][:, None, None, None, None, None]*r3[c, :, K:, d][:, :, None, None, None, None]*square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None], r2[K:, c][:, None, None, None, None, None]*square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None]*tr3[c, :, K:, d][:, :, None, None, None, None] + r3[c, :, K:, d][:, :, None, None, None, None]*square_weight[c][None, None, None, None, None, None]*square_weight[d][None, None, None, None, None, None]*tr2[K:, c][:, None, None, None, None, None], np.einsum("nmkk...->nmk...", Cs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", Cs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], Cs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", Cs2[c, d, :, K:, :K, :K])[:, :, None, None, None], np.einsum("nmkk...->nmk...", tCs2[c, d, :, K:, :K, :K])[:, :, :, None, None, None], tCs2[c, d, :, K:, :K, :K][:, :, :, :, None, None], tCs2[c, d, :, K:, :K, :K][:, :, :, None, :, None], tCs2[c, d, :, K:, :K, :K][:, :, :, None, None], np.einsum("nmll...->nml...", tCs2[c, d, :, K:, :K, :K])[:, :, None, :, None, None], tCs2[c, d, :, K:, :K, :K][:, :, None, :, :, None], tCs2[c, d, :, K:, :K, :K][:, :, None, :, None], np.einsum("nmaa...->nma...", tCs2[c, d, :, K:, :K, :K])[:, :, None, None, :, None], tCs2[c, d, :, K:, :K, :K][:, :, None, None], np.einsum("nmbb...->nmb...", tCs2[c, d, :, K:, :K, :K])[:, :, None, None, None])
            twice = tI_qg0g0g0g0_bllll
            for n in range(M):
                tI_hhg0g0g0g0_bbllll[n, n] = twice[n]
            twice = tI_hhg0g0_bbll[:, :, None] + tI_hhhg0g0_bblll
            for k in range(K):
                tI_hhg0g0g0g0_bbllll[:, :, k, k] = tI_hhg0g0g0g0_bbllll[:, :, k, :, k] = tI_hhg0g0g0g0_bbllll[:, :, :, k, k] = tI_hhg0g0g0g0_bbllll[:, :, k, :, :, k] = tI_hhg0g0g0g0_bbllll[:, :, :, k, :, k] = tI_hhg0g0g0g0_bbllll[:, :, :, :, k, k] = twice[:, :, k]
            # derivative of I_hg0g0g0g0_blllb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
            tI_hg0g0g0g0_blllb = np.zeros((M, K, K, K, M, *along))
            if K >= 3:
                for c in range(n_square):
                    tI_hg0g0g0g0_blllb = tI_hg0g0g0g0_blllb + _joint4_along(r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None], square_weight[c][None, None, None, None, None]*tr2[K:, c][:, None, None, None, None], np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, K:][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, K:][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, K:][:, None, None], np.einsum("nmm...->nm...", Cs1[c, K:, K:, K:])[:, None, None, None], np.einsum("nkk...->nk...", tCs1[c, K:, :K, :K])[:, :, None, None, None], tCs1[c, K:, :K, :K][:, :, :, None, None], tCs1[c, K:, :K, :K][:, :, None, :, None], tCs1[c, K:, :K, K:][:, :, None, None], np.einsum("nll...->nl...", tCs1[c, K:, :K, :K])[:, None, :, None, None], tCs1[c, K:, :K, :K][:, None, :, :, None], tCs1[c, K:, :K, K:][:, None, :, None], np.einsum("naa...->na...", tCs1[c, K:, :K, :K])[:, None, None, :, None], tCs1[c, K:, :K, K:][:, None, None], np.einsum("nmm...->nm...", tCs1[c, K:, K:, K:])[:, None, None, None])
            twice = tI_hg0g0_blb[:, None] + tI_hhg0g0_bllb
            for k in range(K):
                tI_hg0g0g0g0_blllb[:, k, k] = tI_hg0g0g0g0_blllb[:, k, :, k] = tI_hg0g0g0g0_blllb[:, :, k, k] = twice[:, k]
            # derivative of I_hg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            tI_hg0g0g0g0_bllll = np.zeros((M, K, K, K, K, *along))
            if K >= 4:
                for c in range(n_square):
                    tI_hg0g0g0g0_bllll = tI_hg0g0g0g0_bllll + _joint4_along(r2[K:, c][:, None, None, None, None]*square_weight[c][None, None, None, None, None], square_weight[c][None, None, None, None, None]*tr2[K:, c][:, None, None, None, None], np.einsum("nkk...->nk...", Cs1[c, K:, :K, :K])[:, :, None, None, None], Cs1[c, K:, :K, :K][:, :, :, None, None], Cs1[c, K:, :K, :K][:, :, None, :, None], Cs1[c, K:, :K, :K][:, :, None, None], np.einsum("nll...->nl...", Cs1[c, K:, :K, :K])[:, None, :, None, None], Cs1[c, K:, :K, :K][:, None, :, :, None], Cs1[c, K:, :K, :K][:, None, :, None], np.einsum("naa...->na...", Cs1[c, K:, :K, :K])[:, None, None, :, None], Cs1[c, K:, :K, :K][:, None, None], np.einsum("nbb...->nb...", Cs1[c, K:, :K, :K])[:, None, None, None], np.einsum("nkk...->nk...", tCs1[c, K:, :K, :K])[:, :, None, None, None], tCs1[c, K:, :K, :K][:, :, :, None, None], tCs1[c, K:, :K, :K][:, :, None, :, None], tCs1[c, K:, :K, :K][:, :, None, None], np.einsum("nll...->nl...", tCs1[c, K:, :K, :K])[:, None, :, None, None], tCs1[c, K:, :K, :K][:, None, :, :, None], tCs1[c, K:, :K, :K][:, None, :, None], np.einsum("naa...->na...", tCs1[c, K:, :K, :K])[:, None, None, :, None], tCs1[c, K:, :K, :K][:, None, None], np.einsum("nbb...->nb...", tCs1[c, K:, :K, :K])[:, None, None, None])
            twice = tI_hg0g0_bll[:, None] + tI_hhg0g0_blll
            for k in range(K):
                tI_hg0g0g0g0_bllll[:, k, k] = tI_hg0g0g0g0_bllll[:, k, :, k] = tI_hg0g0g0g0_bllll[:, :, k, k] = tI_hg0g0g0g0_bllll[:, k, :, :, k] = tI_hg0g0g0g0_bllll[:, :, k, :, k] = tI_hg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
            # derivative of I_ssg0g0g0g0_bbllll: <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            tI_ssg0g0g0g0_bbllll = np.empty((M, M, K, K, K, K, *along))
            tI_ssg0g0g0g0_bbllll = tI_g0g0g0g0[:K, :K, :K, :K][None, None] + tI_hg0g0g0g0_bllll[None] + tI_hg0g0g0g0_bllll[:, None] + tI_hhg0g0g0g0_bbllll
            twice = tI2[:K, :K][None, None, None] + tI_hg0g0_lll[None, None] + np.einsum("mkkab...->mkab...", tI_hg0g0g0g0_bllll)[None] + np.einsum("nkkab...->nkab...", tI_hg0g0g0g0_bllll)[:, None] + np.einsum("nmkkab...->nmkab...", tI_hhg0g0g0g0_bbllll)
            for k in range(K):
                tI_ssg0g0g0g0_bbllll[:, :, k, k] = tI_ssg0g0g0g0_bbllll[:, :, k, :, k] = tI_ssg0g0g0g0_bbllll[:, :, :, k, k] = tI_ssg0g0g0g0_bbllll[:, :, k, :, :, k] = tI_ssg0g0g0g0_bbllll[:, :, :, k, :, k] = tI_ssg0g0g0g0_bbllll[:, :, :, :, k, k] = twice[:, :, k]
            # derivative of I_sg0g0g0g0_blllb: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
            tI_sg0g0g0g0_blllb = np.empty((M, K, K, K, M, *along))
            tI_sg0g0g0g0_blllb = tI_g0g0g0g0[:K, :K, :K, K:][None] + tI_hg0g0g0g0_blllb
            twice = tI2[:K, K:][None, None] + tI_hg0g0_llb[None] + np.einsum("nkkam...->nkam...", tI_hg0g0g0g0_blllb)
            for k in range(K):
                tI_sg0g0g0g0_blllb[:, k, k] = tI_sg0g0g0g0_blllb[:, k, :, k] = tI_sg0g0g0g0_blllb[:, :, k, k] = twice[:, k]
            # derivative of I_sg0g0g0g0_bllll: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
            tI_sg0g0g0g0_bllll = np.empty((M, K, K, K, K, *along))
            tI_sg0g0g0g0_bllll = tI_g0g0g0g0[:K, :K, :K, :K][None] + tI_hg0g0g0g0_bllll
            twice = tI2[:K, :K][None, None] + tI_hg0g0_lll[None] + np.einsum("nkkab...->nkab...", tI_hg0g0g0g0_bllll)
            for k in range(K):
                tI_sg0g0g0g0_bllll[:, k, k] = tI_sg0g0g0g0_bllll[:, k, :, k] = tI_sg0g0g0g0_bllll[:, :, k, k] = tI_sg0g0g0g0_bllll[:, k, :, :, k] = tI_sg0g0g0g0_bllll[:, :, k, :, k] = tI_sg0g0g0g0_bllll[:, :, :, k, k] = twice[:, k]
        h = w0
        # derivative of h: head after the inner loop: its part without the task
        th = tw0
        for _ in range(inner_steps):
            h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            # th after one more step
            th_next = -anchor*eta_w*th + anchor*eta_w*tw0 + th
            th_next = th_next + -eta_w * (np.einsum("l...,kl...->k...", h, tI2[:K, :K]) + np.einsum("l...,kl...->k...", th, I2[:K, :K]))
            h = h_next
            th = th_next
        H = np.full((K, M, *batch), 0.0)
        # derivative of H: its response to the task: w_k = h_k + sum_m H_km u_m
        tH = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            # tH after one more step
            tH_next = -anchor*eta_w*tH + eta_w*tI2[:K, K:] + tH
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
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # derivative of GX1: <c_i c_j> over the task, of c0 and c1
            tGX1 = mc0[:, None]*tmc1[None] + mc1[None]*tmc0[:, None]
            tGX1 = tGX1 + np.einsum("im...,mp...,jp...->ij...", L0, cov, tL1)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of F: lower triangular factor of the covariance: C = F F^T
            tF = _factor_along(F, tC)
            # derivative of zn: fields at a node
            tzn = np.einsum("ej...,ij...->ei...", nodes, tF)
            # derivative of g0n: g at a node
            tg0n = 0.79788456080286541 * np.exp(-0.5 * zn**2)*tzn
            # derivative of mr: mean of the residual over the task
            tmr = -eta_w * (np.einsum("j...,ej...->e...", mc0, tg0n) + np.einsum("j...,ej...->e...", tmc0, g0n))
            # derivative of Gr: its second moment
            tGr = eta_w**2 * (np.einsum("jr...,ej...,er...->e...", G0, g0n, tg0n) + np.einsum("jr...,er...,ej...->e...", G0, g0n, tg0n) + np.einsum("ej...,er...,jr...->e...", g0n, g0n, tG0))
            # derivative of Xr: its moment with c1
            tXr = -eta_w * (np.einsum("ji...,ej...->ei...", GX1, tg0n) + np.einsum("ej...,ji...->ei...", g0n, tGX1))
            # derivative of Gd: its second moment, squares of the teacher's units only
            tGd = eta_w**2 * (np.einsum("en...,en...,nn...->e...", g0n[:, K:], g0n[:, K:], tG0[K:, K:]) + 2.0 * np.einsum("nn...,en...,en...->e...", G0[K:, K:], g0n[:, K:], tg0n[:, K:]))
            # derivative of Xd: its moment with c1, the teacher's units only
            tXd = -eta_w * (np.einsum("ni...,en...->ei...", GX1[K:, :], tg0n[:, K:]) + np.einsum("en...,ni...->ei...", g0n[:, K:], tGX1[K:, :]))
            # derivative of q3: <r^3> over the task, at a node
            tq3 = 3.0 * Gr*tmr - 6.0 * mr**2*tmr + 3.0 * mr*tGr
            # derivative of q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes
            tq3x = -3.0 * Gd[:, None]*tXd + 3.0 * Gr[:, None]*tXr - 3.0 * Xd*tGd[:, None] + 3.0 * Xr*tGr[:, None] - 6.0 * mc1[None]*mr[:, None]**2*tmr[:, None] - 2.0 * mr[:, None]**3*tmc1[None]
            # derivative of q4: <r^4> over the task, at a node, but for what needs no nodes
            tq4 = -6.0 * Gd*tGd + 6.0 * Gr*tGr - 8.0 * mr**3*tmr
        if np.any(np.isfinite(P)):
            # derivative of B2: <d_k d_l> averaged over the task
            tB2 = eta_w**2*noise**2*tI2[:K, :K]
            tB2 = tB2 + eta_w**2 * (np.einsum("ij...,klij...->kl...", G0, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("ij...,klij...->kl...", tG0, I_g0g0g0g0[:K, :K, :, :]))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of B22: <d_k d_l> <d_a d_b> averaged over the task
            tB22 = eta_w**4*noise**4*I2[:K, :K][None, None]*tI2[:K, :K][:, :, None, None] + eta_w**4*noise**4*I2[:K, :K][:, :, None, None]*tI2[:K, :K][None, None]
            tB22 = tB22 + eta_w**4 * (np.einsum("ij...,rs...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ij...,rs...,klij...,abrs...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ij...,rs...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,klij...,abrs...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("ir...,js...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,klij...,abrs...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("is...,jr...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("jr...,is...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("js...,ir...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("rs...,ij...,abrs...,klij...->klab...", G0, tG0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,klij...,abrs...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, tmc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,j...,s...,r...,abrs...,klij...->klab...", mc0, mc0, mc0, tmc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("i...,r...,s...,j...,abrs...,klij...->klab...", mc0, mc0, mc0, tmc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("j...,r...,s...,i...,abrs...,klij...->klab...", mc0, mc0, mc0, tmc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :], optimize=True))
            tB22 = tB22 + eta_w**4*noise**2*tI2[:K, :K][None, None] * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None]
            tB22 = tB22 + eta_w**4*noise**2*I2[:K, :K][None, None] * (np.einsum("ij...,klij...->kl...", G0, tI_g0g0g0g0[:K, :K, :, :])[:, :, None, None] + np.einsum("ij...,klij...->kl...", tG0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None])
            tB22 = tB22 + eta_w**4*noise**2*tI2[:K, :K][:, :, None, None] * np.einsum("rs...,abrs...->ab...", G0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :]
            tB22 = tB22 + eta_w**4*noise**2*I2[:K, :K][:, :, None, None] * (np.einsum("rs...,abrs...->ab...", G0, tI_g0g0g0g0[:K, :K, :, :])[None, None, :, :] + np.einsum("rs...,abrs...->ab...", tG0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :])
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            tB22 = tB22 + eta_w**4 * (np.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klij...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("p...,ip...,jp...,rp...,sp...,klij...,abrs...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], tI_g0g0g0g0[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # derivative of B2x: <d_k d_l> c1_i averaged over the task
            tB2x = eta_w**2*noise**2*I2[:K, :K][:, :, None]*tmc1[None, None] + eta_w**2*noise**2*mc1[None, None]*tI2[:K, :K][:, :, None]
            tB2x = tB2x + eta_w**2 * (np.einsum("j...,ri...,kljr...->kli...", mc0, GX1, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("j...,ri...,kljr...->kli...", mc0, tGX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", mc0, GX1, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", mc0, tGX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", mc1, G0, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", mc1, tG0, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("j...,ri...,kljr...->kli...", tmc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("r...,ji...,kljr...->kli...", tmc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("i...,jr...,kljr...->kli...", tmc1, G0, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, mc1, tI_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, tmc1, I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("j...,i...,r...,kljr...->kli...", mc0, mc1, tmc0, I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("r...,i...,j...,kljr...->kli...", mc0, mc1, tmc0, I_g0g0g0g0[:K, :K, :, :], optimize=True))
            # derivative of B2xx: <d_k d_l> c1_i c1_j averaged over the task
            tB2xx = eta_w**2*noise**2*G1[None, None]*tI2[:K, :K][:, :, None, None] + eta_w**2*noise**2*I2[:K, :K][:, :, None, None]*tG1[None, None]
            tB2xx = tB2xx + eta_w**2 * (np.einsum("rs...,ij...,klrs...->klij...", G0, G1, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("rs...,ij...,klrs...->klij...", G0, tG1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("ij...,rs...,klrs...->klij...", G1, tG0, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("ri...,sj...,klrs...->klij...", GX1, GX1, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("ri...,sj...,klrs...->klij...", GX1, tGX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("rj...,si...,klrs...->klij...", GX1, GX1, tI_g0g0g0g0[:K, :K, :, :]) + np.einsum("rj...,si...,klrs...->klij...", GX1, tGX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("si...,rj...,klrs...->klij...", GX1, tGX1, I_g0g0g0g0[:K, :K, :, :]) + np.einsum("sj...,ri...,klrs...->klij...", GX1, tGX1, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * np.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, mc1, tI_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, tmc1, I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("r...,s...,j...,i...,klrs...->klij...", mc0, mc0, mc1, tmc1, I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("r...,i...,j...,s...,klrs...->klij...", mc0, mc1, mc1, tmc0, I_g0g0g0g0[:K, :K, :, :], optimize=True) + -2.0 * np.einsum("s...,i...,j...,r...,klrs...->klij...", mc0, mc1, mc1, tmc0, I_g0g0g0g0[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            tB2xx = tB2xx + eta_w**2 * (np.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, L1, tI_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, tL1, I_g0g0g0g0[:K, :K, :, :], optimize=True) + np.einsum("p...,rp...,sp...,jp...,ip...,klrs...->klij...", kappa, L0, L0, L1, tL1, I_g0g0g0g0[:K, :K, :, :], optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of B3: <d_k d_l d_a> averaged over the task
            tB3 = np.einsum("e...,e...,ea...,ek...,el...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ea...,el...,ek...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ek...,el...,ea...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ea...,ek...,el...->kla...", tq3, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
            # derivative of B3x: <d_k d_l d_a> c1_i averaged over the task
            tB3x = -3.0 * eta_w**3 * (np.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], GX1[K:, :], tI_sg0g0g0g0_blllb) + np.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], tGX1[K:, :], I_sg0g0g0g0_blllb) + np.einsum("mi...,nn...,nklam...->klai...", GX1[K:, :], tG0[K:, K:], I_sg0g0g0g0_blllb))
            tB3x = tB3x + -3.0 * eta_w**3*noise**2 * (np.einsum("ni...,klan...->klai...", GX1[K:, :], tI_g0g0g0g0[:K, :K, :K, K:]) + np.einsum("ni...,klan...->klai...", tGX1[K:, :], I_g0g0g0g0[:K, :K, :K, K:]))
            tB3x = tB3x + np.einsum("e...,ea...,ek...,el...,ei...->klai...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], tq3x, optimize=True) + np.einsum("e...,ea...,ek...,ei...,el...->klai...", weights, g0n[:, :K], g0n[:, :K], q3x, tg0n[:, :K], optimize=True) + np.einsum("e...,ea...,el...,ei...,ek...->klai...", weights, g0n[:, :K], g0n[:, :K], q3x, tg0n[:, :K], optimize=True) + np.einsum("e...,ek...,el...,ei...,ea...->klai...", weights, g0n[:, :K], g0n[:, :K], q3x, tg0n[:, :K], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            tB3x = tB3x + -eta_w**3 * (np.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, tI_sg0g0g0g0_blllb, optimize=True) + np.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, tL1, I_sg0g0g0g0_blllb, optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            # derivative of B4: <d_k d_l d_a d_b> averaged over the task
            tB4 = 3.0 * eta_w**4*noise**4*tI_g0g0g0g0[:K, :K, :K, :K]
            tB4 = tB4 + 3.0 * eta_w**4 * (np.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], G0[K:, K:], tI_ssg0g0g0g0_bbllll) + np.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], tG0[K:, K:], I_ssg0g0g0g0_bbllll) + np.einsum("nn...,mm...,nmklab...->klab...", G0[K:, K:], tG0[K:, K:], I_ssg0g0g0g0_bbllll))
            tB4 = tB4 + 6.0 * eta_w**4*noise**2 * (np.einsum("nn...,nklab...->klab...", G0[K:, K:], tI_sg0g0g0g0_bllll) + np.einsum("nn...,nklab...->klab...", tG0[K:, K:], I_sg0g0g0g0_bllll))
            tB4 = tB4 + np.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ea...,eb...,el...,ek...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ea...,ek...,el...,eb...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,eb...,ek...,el...,ea...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], tg0n[:, :K], optimize=True) + np.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", tq4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K], optimize=True)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher and kurtosis is not None:
            tB4 = tB4 + eta_w**4 * np.einsum("nn...,nn...,nn...,nn...,n...,nnklab...->klab...", L0[K:, :], L0[K:, :], L0[K:, :], L0[K:, :], kappa, tI_ssg0g0g0g0_bbllll, optimize=True)
        if np.any(np.isfinite(P)):
            # derivative of P2: <c_i c_j> minus its value at P -> infinity
            tP2 = np.empty((S, S, *along))
            tP2[:K, :K] = p21*tB2 + p22*tG1[:K, :K]
            tP2[:K, K:] = np.full((K, M, *batch), 0.0)
            tP2[K:, :K] = np.swapaxes(tP2[:K, K:], 0, 1)
            tP2[K:, K:] = np.full((M, M, *batch), 0.0)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            # derivative of P4: <c_i c_j c_r c_s> minus its value at P -> infinity
            tP4 = np.empty((K, K, S, S, *along))
            tP4[:, :, :K, :K] = p21*B2[None, None]*tw0[:, None, None, None]*w0[None, :, None, None] + p21*B2[None, None]*tw0[None, :, None, None]*w0[:, None, None, None] + p21*B2[:, None, :, None]*tw0[None, None, None]*w0[None, :, None, None] + p21*B2[:, None, :, None]*tw0[None, :, None, None]*w0[None, None, None] + p21*B2[:, None, None]*tw0[None, None, :, None]*w0[None, :, None, None] + p21*B2[:, None, None]*tw0[None, :, None, None]*w0[None, None, :, None] + p21*B2[:, :, None, None]*tw0[None, None, :, None]*w0[None, None, None] + p21*B2[:, :, None, None]*tw0[None, None, None]*w0[None, None, :, None] + p21*B2[None, :, :, None]*tw0[None, None, None]*w0[:, None, None, None] + p21*B2[None, :, :, None]*tw0[:, None, None, None]*w0[None, None, None] + p21*B2[None, :, None]*tw0[None, None, :, None]*w0[:, None, None, None] + p21*B2[None, :, None]*tw0[:, None, None, None]*w0[None, None, :, None] + p21*tB2[None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p21*tB2[:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p21*tB2[:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p21*tB2[:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p21*tB2[None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p21*tB2[None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, None]*tw0[:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][None, None]*tw0[None, :, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*tw0[None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, :, None]*tw0[None, :, None, None]*w0[None, None, None] + p22*G1[:K, :K][:, None, None]*tw0[None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, None]*tw0[None, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][:, :, None, None]*tw0[None, None, :, None]*w0[None, None, None] + p22*G1[:K, :K][:, :, None, None]*tw0[None, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*tw0[None, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, :, :, None]*tw0[:, None, None, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, None]*tw0[None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, :, None]*tw0[:, None, None, None]*w0[None, None, :, None] + p22*tG1[:K, :K][None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p22*tG1[:K, :K][:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p22*tG1[:K, :K][:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p22*tG1[:K, :K][:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p22*tG1[:K, :K][None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p22*tG1[:K, :K][None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p32*np.einsum("abk...->kab...", B2x[:, :, :K])[:, None]*tw0[None, :, None, None] + p32*np.einsum("abl...->lab...", B2x[:, :, :K])[None]*tw0[:, None, None, None] + p32*B2x[:, :, :K][:, None]*tw0[None, :, None, None] + p32*np.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None]*tw0[None, None, None] + p32*np.einsum("kba...->kab...", B2x[:, :, :K])[:, None]*tw0[None, :, None, None] + p32*np.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None]*tw0[None, None, :, None] + p32*B2x[:, :, :K][:, :, :, None]*tw0[None, None, None] + p32*B2x[:, :, :K][:, :, None]*tw0[None, None, :, None] + p32*B2x[:, :, :K][None]*tw0[:, None, None, None] + p32*np.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None]*tw0[None, None, None] + p32*np.einsum("lba...->lab...", B2x[:, :, :K])[None]*tw0[:, None, None, None] + p32*np.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None]*tw0[None, None, :, None] + p32*np.einsum("abk...->kab...", tB2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("abl...->lab...", tB2x[:, :, :K])[None]*w0[:, None, None, None] + p32*tB2x[:, :, :K][:, None]*w0[None, :, None, None] + p32*np.einsum("kal...->kla...", tB2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("kba...->kab...", tB2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*np.einsum("kbl...->klb...", tB2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p32*tB2x[:, :, :K][:, :, :, None]*w0[None, None, None] + p32*tB2x[:, :, :K][:, :, None]*w0[None, None, :, None] + p32*tB2x[:, :, :K][None]*w0[:, None, None, None] + p32*np.einsum("lak...->kla...", tB2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*np.einsum("lba...->lab...", tB2x[:, :, :K])[None]*w0[:, None, None, None] + p32*np.einsum("lbk...->klb...", tB2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, None]*mc1[:K][:, None, None, None]*tw0[None, :, None, None] + p33*G1[:K, :K][None, None]*mc1[:K][None, :, None, None]*tw0[:, None, None, None] + p33*G1[:K, :K][None, None]*tmc1[:K][:, None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][None, None]*tmc1[:K][None, :, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None]*tw0[None, :, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None]*tw0[None, None, None] + p33*G1[:K, :K][:, None, :, None]*tmc1[:K][None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, :, None]*tmc1[:K][None, :, None, None]*w0[None, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]*tw0[None, :, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None]*tw0[None, None, :, None] + p33*G1[:K, :K][:, None, None]*tmc1[:K][None, None, :, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, None]*tmc1[:K][None, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None]*tw0[None, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None]*tw0[None, None, :, None] + p33*G1[:K, :K][:, :, None, None]*tmc1[:K][None, None, :, None]*w0[None, None, None] + p33*G1[:K, :K][:, :, None, None]*tmc1[:K][None, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None]*tw0[:, None, None, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]*tw0[None, None, None] + p33*G1[:K, :K][None, :, :, None]*tmc1[:K][None, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, :, None]*tmc1[:K][:, None, None, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]*tw0[:, None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]*tw0[None, None, :, None] + p33*G1[:K, :K][None, :, None]*tmc1[:K][None, None, :, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, None]*tmc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*tw0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*tw0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*tmc1[:K][:, None, None, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*tmc1[:K][None, :, None, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tw0[None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*tmc1[:K][None, None, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*tmc1[:K][None, :, None, None]*w0[None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*tmc1[:K][:, None, None, None]*w0[None, None, None] + p33*mc1[:K][None, None, :, None]*tG1[:K, :K][:, None, None]*w0[None, :, None, None] + p33*mc1[:K][None, None, :, None]*tG1[:K, :K][:, :, None, None]*w0[None, None, None] + p33*mc1[:K][None, None, :, None]*tG1[:K, :K][None, :, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tw0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*tmc1[:K][None, None, :, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*tmc1[:K][None, :, None, None]*w0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, :, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][:, None, None, None]*w0[None, None, :, None] + p33*mc1[:K][None, None, None]*tG1[:K, :K][:, None, :, None]*w0[None, :, None, None] + p33*mc1[:K][None, None, None]*tG1[:K, :K][:, :, None, None]*w0[None, None, :, None] + p33*mc1[:K][None, None, None]*tG1[:K, :K][None, :, :, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, :, None]*w0[None, None, None] - 2.0 * p33*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, None]*w0[None, None, :, None] + p33*mc1[:K][:, None, None, None]*tG1[:K, :K][None, None]*w0[None, :, None, None] + p33*mc1[:K][:, None, None, None]*tG1[:K, :K][None, :, :, None]*w0[None, None, None] + p33*mc1[:K][:, None, None, None]*tG1[:K, :K][None, :, None]*w0[None, None, :, None] + p33*mc1[:K][None, :, None, None]*tG1[:K, :K][None, None]*w0[:, None, None, None] + p33*mc1[:K][None, :, None, None]*tG1[:K, :K][:, None, :, None]*w0[None, None, None] + p33*mc1[:K][None, :, None, None]*tG1[:K, :K][:, None, None]*w0[None, None, :, None] + p43*np.einsum("abkl...->klab...", tB2xx[:, :, :K, :K]) + p43*np.einsum("kalb...->klab...", tB2xx[:, :, :K, :K]) + p43*np.einsum("kbla...->klab...", tB2xx[:, :, :K, :K]) + p43*tB2xx[:, :, :K, :K] + p43*np.einsum("lakb...->klab...", tB2xx[:, :, :K, :K]) + p43*np.einsum("lbka...->klab...", tB2xx[:, :, :K, :K]) + p44*G1[:K, :K][None, None]*tG1[:K, :K][:, :, None, None] + p44*G1[:K, :K][:, None, :, None]*tG1[:K, :K][None, :, None] + p44*G1[:K, :K][:, None, None]*tG1[:K, :K][None, :, :, None] + p44*G1[:K, :K][:, :, None, None]*tG1[:K, :K][None, None] + p44*G1[:K, :K][None, :, :, None]*tG1[:K, :K][:, None, None] + p44*G1[:K, :K][None, :, None]*tG1[:K, :K][:, None, :, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*tmc1[:K][None, :, None, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][:, None, None, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, None] - 2.0 * p44*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[:K][None, None, :, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            tP4[:, :, :K, :K] = tP4[:, :, :K, :K] + p31*B3[:, None]*tw0[None, :, None, None] + p31*B3[:, :, :, None]*tw0[None, None, None] + p31*B3[:, :, None]*tw0[None, None, :, None] + p31*B3[None]*tw0[:, None, None, None] + p31*tB3[:, None]*w0[None, :, None, None] + p31*tB3[:, :, :, None]*w0[None, None, None] + p31*tB3[:, :, None]*w0[None, None, :, None] + p31*tB3[None]*w0[:, None, None, None] + p41*tB4 + p42*np.einsum("abkl...->klab...", tB22) + p42*np.einsum("kalb...->klab...", tB22) + p42*np.einsum("lakb...->klab...", tB22) + p42*np.einsum("kabl...->klab...", tB3x[:, :, :, :K]) + p42*tB3x[:, :, :, :K] + p42*np.einsum("klba...->klab...", tB3x[:, :, :, :K]) + p42*np.einsum("labk...->klab...", tB3x[:, :, :, :K])
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            tP4[:, :, :K, :K] = tP4[:, :, :K, :K] + p44 * (np.einsum("p...,ap...,bp...,kp...,lp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], tL1[:K, :], optimize=True) + np.einsum("p...,ap...,bp...,lp...,kp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], tL1[:K, :], optimize=True) + np.einsum("p...,ap...,kp...,lp...,bp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], tL1[:K, :], optimize=True) + np.einsum("p...,bp...,kp...,lp...,ap...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], tL1[:K, :], optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            tP4[:, :, :K, K:] = p21*B2x[:, :, K:][:, None]*tw0[None, :, None, None] + p21*B2x[:, :, K:][:, :, None]*tw0[None, None, :, None] + p21*B2x[:, :, K:][None]*tw0[:, None, None, None] + p21*tB2x[:, :, K:][:, None]*w0[None, :, None, None] + p21*tB2x[:, :, K:][:, :, None]*w0[None, None, :, None] + p21*tB2x[:, :, K:][None]*w0[:, None, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][:, None, None, None]*tw0[None, :, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][None, :, None, None]*tw0[:, None, None, None] + p22*G1[:K, K:][None, None]*tmc1[:K][:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, None]*tmc1[:K][None, :, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None]*tw0[None, :, None, None] + p22*G1[:K, :K][:, None, :, None]*tmc1[K:][None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None]*tw0[None, None, :, None] + p22*G1[:K, :K][:, :, None, None]*tmc1[K:][None, None, None]*w0[None, None, :, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]*tw0[None, :, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None]*tw0[None, None, :, None] + p22*G1[:K, K:][:, None, None]*tmc1[:K][None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, K:][:, None, None]*tmc1[:K][None, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None]*tw0[:, None, None, None] + p22*G1[:K, :K][None, :, :, None]*tmc1[K:][None, None, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]*tw0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]*tw0[None, None, :, None] + p22*G1[:K, K:][None, :, None]*tmc1[:K][None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*tmc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*tw0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*tmc1[K:][None, None, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tw0[:, None, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*tmc1[K:][None, None, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[K:][None, None, None]*tmc1[:K][:, None, None, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[K:][None, None, None]*tmc1[:K][None, :, None, None]*w0[:, None, None, None] + p22*mc1[:K][None, None, :, None]*tG1[:K, K:][:, None, None]*w0[None, :, None, None] + p22*mc1[:K][None, None, :, None]*tG1[:K, K:][None, :, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tw0[None, None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[K:][None, None, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*tmc1[:K][None, None, :, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*tmc1[:K][None, :, None, None]*w0[None, None, :, None] + p22*mc1[:K][:, None, None, None]*tG1[:K, K:][None, None]*w0[None, :, None, None] + p22*mc1[:K][:, None, None, None]*tG1[:K, K:][None, :, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tmc1[:K][None, None, :, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tmc1[:K][:, None, None, None]*w0[None, None, :, None] + p22*mc1[:K][None, :, None, None]*tG1[:K, K:][None, None]*w0[:, None, None, None] + p22*mc1[:K][None, :, None, None]*tG1[:K, K:][:, None, None]*w0[None, None, :, None] + p22*mc1[K:][None, None, None]*tG1[:K, :K][:, None, :, None]*w0[None, :, None, None] + p22*mc1[K:][None, None, None]*tG1[:K, :K][:, :, None, None]*w0[None, None, :, None] + p22*mc1[K:][None, None, None]*tG1[:K, :K][None, :, :, None]*w0[:, None, None, None] + p32*np.einsum("kaln...->klan...", tB2xx[:, :, :K, K:]) + p32*tB2xx[:, :, :K, K:] + p32*np.einsum("lakn...->klan...", tB2xx[:, :, :K, K:]) + p33*G1[:K, K:][None, None]*tG1[:K, :K][:, :, None, None] + p33*G1[:K, :K][:, None, :, None]*tG1[:K, K:][None, :, None] + p33*G1[:K, :K][:, :, None, None]*tG1[:K, K:][None, None] + p33*G1[:K, K:][:, None, None]*tG1[:K, :K][None, :, :, None] + p33*G1[:K, :K][None, :, :, None]*tG1[:K, K:][:, None, None] + p33*G1[:K, K:][None, :, None]*tG1[:K, :K][:, None, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*tmc1[K:][None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*tmc1[:K][None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tmc1[:K][:, None, None, None] - 2.0 * p33*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tmc1[:K][None, None, :, None]
            tP4[:, :, K:, :K] = np.swapaxes(tP4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and higher:
            tP4[:, :, :K, K:] = tP4[:, :, :K, K:] + p31*tB3x[:, :, :, K:]
            tP4[:, :, K:, :K] = np.swapaxes(tP4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            tP4[:, :, :K, K:] = tP4[:, :, :K, K:] + p33 * (np.einsum("p...,ap...,kp...,lp...,np...->klan...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], tL1[K:, :], optimize=True) + np.einsum("p...,ap...,kp...,np...,lp...->klan...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], tL1[:K, :], optimize=True) + np.einsum("p...,ap...,lp...,np...,kp...->klan...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], tL1[:K, :], optimize=True) + np.einsum("p...,kp...,lp...,np...,ap...->klan...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], tL1[:K, :], optimize=True))
            tP4[:, :, K:, :K] = np.swapaxes(tP4[:, :, :K, K:], 2, 3)
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            tP4[:, :, K:, K:] = p21*tB2xx[:, :, K:, K:] + p22*G1[:K, :K][:, :, None, None]*tG1[K:, K:][None, None] + p22*G1[:K, K:][:, None, None]*tG1[:K, K:][None, :, :, None] + p22*G1[:K, K:][:, None, :, None]*tG1[:K, K:][None, :, None] + p22*G1[:K, K:][None, :, None]*tG1[:K, K:][:, None, :, None] + p22*G1[:K, K:][None, :, :, None]*tG1[:K, K:][:, None, None] + p22*G1[K:, K:][None, None]*tG1[:K, :K][:, :, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*tmc1[K:][None, None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, :, None]*tmc1[K:][None, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None]*tmc1[:K][None, :, None, None] - 2.0 * p22*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None]*tmc1[:K][:, None, None, None]
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)) and kurtosis is not None:
            tP4[:, :, K:, K:] = tP4[:, :, K:, K:] + p22 * (np.einsum("p...,kp...,lp...,mp...,np...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], tL1[K:, :], optimize=True) + np.einsum("p...,kp...,lp...,np...,mp...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], tL1[K:, :], optimize=True) + np.einsum("p...,kp...,mp...,np...,lp...->klnm...", kappa, L1[:K, :], L1[K:, :], L1[K:, :], tL1[:K, :], optimize=True) + np.einsum("p...,lp...,mp...,np...,kp...->klnm...", kappa, L1[:K, :], L1[K:, :], L1[K:, :], tL1[:K, :], optimize=True))
        # derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        tA = -eta_J * (np.einsum("kj...,kij...->ki...", G[:K, :], tI3) + np.einsum("kj...,kij...->ki...", tG[:K, :], I3))
        if np.any(np.isfinite(P)):
            tA = tA + -eta_J * (np.einsum("kj...,kij...->ki...", P2[:K, :], tI3) + np.einsum("kj...,kij...->ki...", tP2[:K, :], I3))
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*noise**2*G[:K, :K]*tJ2/V + eta_J**2*noise**2*J2*tG[:K, :K]/V
            tE = tE + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], tI4) + np.einsum("ij...,kl...,klij...->kl...", G, tG[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], tI4) + np.einsum("ki...,lj...,klij...->kl...", G[:K, :], tG[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], tI4) + np.einsum("kj...,li...,klij...->kl...", G[:K, :], tG[:K, :], I4) + np.einsum("kl...,ij...,klij...->kl...", G[:K, :K], tG, I4) + np.einsum("li...,kj...,klij...->kl...", G[:K, :], tG[:K, :], I4) + np.einsum("lj...,ki...,klij...->kl...", G[:K, :], tG[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], mc[:K], tI4, optimize=True) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], tmc[:K], I4, optimize=True) + -2.0 * np.einsum("i...,j...,l...,k...,klij...->kl...", mc, mc, mc[:K], tmc[:K], I4, optimize=True) + -2.0 * np.einsum("i...,k...,l...,j...,klij...->kl...", mc, mc[:K], mc[:K], tmc, I4, optimize=True) + -2.0 * np.einsum("j...,k...,l...,i...,klij...->kl...", mc, mc[:K], mc[:K], tmc, I4, optimize=True))
        if np.any(np.isfinite(P)) and np.any(np.isfinite(V)):
            tE = tE + eta_J**2*noise**2*J2*tP2[:K, :K]/V + eta_J**2*noise**2*P2[:K, :K]*tJ2/V
            tE = tE + eta_J**2/V * (np.einsum("klij...,klij...->kl...", I4, tP4) + np.einsum("klij...,klij...->kl...", P4, tI4))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            tE = tE + eta_J**2/V * (np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], L[:K, :], tI4, optimize=True) + np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], tL[:K, :], I4, optimize=True) + np.einsum("p...,ip...,jp...,lp...,kp...,klij...->kl...", kappa, L, L, L[:K, :], tL[:K, :], I4, optimize=True) + np.einsum("p...,ip...,kp...,lp...,jp...,klij...->kl...", kappa, L, L[:K, :], L[:K, :], tL, I4, optimize=True) + np.einsum("p...,jp...,kp...,lp...,ip...,klij...->kl...", kappa, L, L[:K, :], L[:K, :], tL, I4, optimize=True))
        # derivative of dR: dR/dalpha
        tdR = -decay*eta_J*tR + tA[:, K:]
        # derivative of dQ: dQ/dalpha
        tdQ = -2.0 * decay*eta_J*tQ + tA[:, :K] + np.einsum("lk...->kl...", tA[:, :K])
        if np.any(np.isfinite(V)):
            tdQ = tdQ + tE
        # derivative of dw0: dw0/dalpha
        tdw0 = -eta_0 * (np.einsum("i...,ki...->k...", mc, tI2[:K, :]) + np.einsum("i...,ki...->k...", tmc, I2[:K, :]))
    return tdR, tdQ, tdw0


def eps_g_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    anchor = parameters.anchor
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
            h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        # its response to the task: w_k = h_k + sum_m H_km u_m
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            # H after one more step
            H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
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
            h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            # th after one more step
            th_next = -anchor*eta_w*th + anchor*eta_w*tw0 + th
            th_next = th_next + -eta_w * (np.einsum("l...,kl...->k...", h, tI2[:K, :K]) + np.einsum("l...,kl...->k...", th, I2[:K, :K]))
            h = h_next
            th = th_next
        H = np.full((K, M, *batch), 0.0)
        # derivative of H: its response to the task: w_k = h_k + sum_m H_km u_m
        tH = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            # tH after one more step
            tH_next = -anchor*eta_w*tH + eta_w*tI2[:K, K:] + tH
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
        # derivative of eps_g: loss on fresh data after the inner loop
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G, tI2) + np.einsum("ij...,ij...->...", I2, tG))
        if np.any(np.isfinite(P)):
            teps_g = teps_g + 0.5 * (np.einsum("ij...,ij...->...", I2, tP2) + np.einsum("ij...,ij...->...", P2, tI2))
    return teps_g
