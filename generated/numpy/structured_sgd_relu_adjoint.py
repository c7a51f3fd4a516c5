"""SGD on inputs whose covariance has several eigenvalues

Emitted by orderode 0.1.0 from the system structured_sgd_relu_adjoint, digest 64a89b29db8ba1a2. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Yoshida and Okada, arXiv 2001.03371

Conventions
    activation    g(x) = max(x, 0)
    inputs        blocks h of shares[h] N coordinates, independent N(0, variances[h])
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N, within each block
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite V averages of four g are integrals, by a Gauss-Legendre rule of 24 nodes that errs by up to 3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as observed
    covariance of one step (approximation): V -> inf only: no order in 1/V

Shapes: R (blocks, K, M, ...), Q (blocks, K, K, ...), w0 (K, ...), T (blocks, M, M) or (blocks, M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "64a89b29db8ba1a2"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none

#: scales t of the couplings: nodes of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t)
n_path = 24
_PATH = np.array(
    [
        0.0075507293691167007, 0.039435267412553474, 0.095316987027231723, 0.17248476943874028,
        0.26674786872644507, 0.37249018186766836, 0.4830564497390103, 0.59148741259930226,
        0.69145397403576525, 0.77813257052449714, 0.84876693335574249, 0.90277391435862731,
        0.94141308690614656, 0.96717248326903382, 0.9830755342256603, 0.99208564617655892,
        0.9967093088891672, 0.99881774111339638, 0.99964833614451731, 0.99991906157094979,
        0.99998716592076597, 0.99999888069950083, 0.99999996855077067, 0.99999999995863109,
    ]
)

#: weights of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t)
_PATH_WEIGHT = np.array(
    [
        0.019338357926509325, 0.044216283881751937, 0.067097416148525615, 0.086539259811065292,
        0.10104452484869522, 0.10931825900908285, 0.11063816808016586, 0.10515366369175164,
        0.093965809204587691, 0.078930303002582372, 0.06224713654521654, 0.045987515397480881,
        0.031717491809136689, 0.020315370815220651, 0.01199128435398639, 0.0064495550902108657,
        0.0031094461519960517, 0.001311573642846805, 0.00046650264342256798, 0.00013192298659749272,
        2.6800885343436852e-05, 3.2116251390093717e-06, 1.4202436215286699e-07, 4.2432267133926537e-10,
    ]
)

#: 1 at the last node
_PATH_LAST = np.array(
    [
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 1.0,
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


def _root(x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return np.sqrt(np.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


def _half(x):
    """1/(2 x); 0 where x is: the root of a difference that is zero for every state does not move."""
    return np.where(x > 0.0, 0.5 / np.where(x > 0.0, x, 1.0), 0.0)


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, noise, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[3:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (blocks, K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (blocks, K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 3, batch)
    shares = _with_batch(parameters.shares, 1, batch)
    path = _with_batch(_PATH, 1, batch)
    path_weight = _with_batch(_PATH_WEIGHT, 1, batch)
    path_last = _with_batch(_PATH_LAST, 1, batch)
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
        if np.any(np.isfinite(V)):
            # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
            Ct = C[None]*path[:, None, None]
            # 1/sqrt((1 - path[t])*C[i, i] + Ct[t, i, i])
            r0 = 1.0 / np.sqrt((1 - path[:, None])*np.einsum("ii...->i...", C)[None] + np.einsum("tii...->ti...", Ct))
            # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
            Ct1_oo = -Ct[:, :, :, None]*Ct[:, :, None]*r0[:, :, None, None]**2 + Ct[:, None]
            # <sign(k) sign(l)> minus the rule with nodes
            Cm = 0.63661977236758138 * np.arctan2(C[:K, :K], _root(np.einsum("kk...->k...", C[:K, :K])[:, None]*np.einsum("ll...->l...", C[:K, :K])[None], C[:K, :K]**2))
            for t in range(n_path):
                Cm = Cm + -0.63661977236758138 * 1.0 / np.sqrt((1 - path[t][None, None])*np.einsum("ll...->l...", C[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K]))*C[:K, :K]*path_weight[t][None, None]*r0[t, :K][:, None]
            # weight times coupling of two signs; the last node has what the rule misses of their average too
            Cw = 1.5707963267948966 * np.sqrt((1 - path[:, None, None])*np.einsum("kk...->k...", C[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None])*np.sqrt((1 - path[:, None, None])*np.einsum("ll...->l...", C[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K]))*Cm[None]*path_last[:, None, None] + C[:K, :K][None]*path_weight[:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.15915494309189535 * _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2) + 0.15915494309189535 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))*C + 0.25 * C
        if np.any(np.isfinite(V)):
            # sqrt(C[i, i]*C[j, j] - C[i, j]**2)
            r1 = _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2)
            # atan2(C[i, j], r1[i, j])
            r2 = np.arctan2(C, r1)
        # 1/sqrt(C[k, k])
        r3 = 1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]))
        if np.any(np.isfinite(V)):
            # 1/sqrt((1 - path[t])*C[j, j] + Ct1_oo[t, i, j, j])
            r4 = 1.0 / np.sqrt((1 - path[:, None, None])*np.einsum("jj...->j...", C)[None, None] + np.einsum("tijj...->tij...", Ct1_oo))
            # sqrt(((1 - path[t])*C[k, k] + Ct[t, k, k])*((1 - path[t])*C[l, l] + Ct[t, l, l]) - Ct[t, k, l]**2)
            r5 = _root(((1 - path[:, None, None])*np.einsum("kk...->k...", C[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*np.einsum("ll...->l...", C[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct[:, :K, :K])[:, None]), Ct[:, :K, :K]**2)
            # atan2(Ct[t, k, l], r5[t, k, l])
            r6 = np.arctan2(Ct[:, :K, :K], r5)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.039788735772973836 * C[None, None]*r2[None, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][None, :, None] + 0.0625 * C[None, None] + 0.039788735772973836 * C[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
            for t in range(n_path):
                I4 = I4 + 0.025330295910584444 * (1 - path[t][None, None, None, None])*np.arctan2(-np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo[t, :, :K, :K])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo[t, :, :K, :K])[:, None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo[t, :, :K, :K])[None, :, :, None]), (-np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo[t, :, :K, :K])[:, :, :, None])**2))*C[None, None]**2*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None]*r4[t, :, :][None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C[None, None]*C[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None])*C[:K, :][:, None, None] + C[:K, :][:, None, :, None]*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None])*np.arctan2(-Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo[t, :K, :K, :][:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] - Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo[t, :K, :K, :][:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C[None, None]*C[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None])*C[:K, :][:, None, :, None] + C[:K, :][:, None, None]*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None])*np.arctan2(-Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo[t, :K, :K, :][:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None] - Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo[t, :K, :K, :][:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C[None, None]*C[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo[t, :K, :, :])[None, :, :, None])*C[:K, :][None, :, None] + C[:K, :][None, :, :, None]*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None])*np.arctan2(-Ct1_oo[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] - Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo[t, :K, :, :])[None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C[None, None]*C[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo[t, :K, :, :])[None, :, None])*C[:K, :][None, :, :, None] + C[:K, :][None, :, None]*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, None])*np.arctan2(-Ct1_oo[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo[t, :K, :, :])[None, :, :, None] - Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.039788735772973836 * ((Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][:, None, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][:, None, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]) + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C[None, None]*C[:K, :K][:, :, None, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + (Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][:, None, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][:, None, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None])*np.arctan2(Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2, _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None] - Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)) + 0.025330295910584444 * _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None] - Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 0.039788735772973836 * C[None, None]*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0 = 0.15915494309189535 * _root(np.einsum("ii...->i...", C)[None]*np.einsum("kk...->k...", C[:K, :K])[:, None], C[:K, :]**2)*r3[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2 = 0.15915494309189535 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2)) + 0.25
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
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True)
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, :, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :, :K] + np.einsum("hlk...->hkl...", A[:, :, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E[None]*shares[:, None, None]*variances[:, None, None]
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        y_Cb = np.zeros((blocks, S, S, *along))
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_r3 = np.zeros((K, *along))
        y_I_g2g0 = np.zeros((K, S, *along))
        y_J2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_W = np.zeros((K, S, *along))
        y_A = np.zeros((blocks, K, S, *along))
        if np.any(np.isfinite(V)):
            y_Ct = np.zeros((n_path, S, S, *along))
            y_r0 = np.zeros((n_path, S, *along))
            y_Ct1_oo = np.zeros((n_path, S, S, S, *along))
            y_Cm = np.zeros((K, K, *along))
            y_Cw = np.zeros((n_path, K, K, *along))
            y_r1 = np.zeros((S, S, *along))
            y_r2 = np.zeros((S, S, *along))
            y_r4 = np.zeros((n_path, S, S, *along))
            y_r5 = np.zeros((n_path, K, K, *along))
            y_r6 = np.zeros((n_path, K, K, *along))
            y_I4 = np.zeros((K, K, S, S, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((blocks, K, M, *along))
        y_Q = np.zeros((blocks, K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        here = y_dw0
        whole = here * (np.einsum("i...,ki...->k...", mc0, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2[:K, :] += here[:, None]*mc0[None]
        y_mc0 += np.einsum("k...,ki...->i...", here, I2[:K, :])
        if np.any(np.isfinite(V)):
            here = y_dQ
            y_E += np.einsum("hkl...->kl...", np.broadcast_to(here*shares[:, None, None]*variances[:, None, None], (blocks, K, K, *along)))
        here = y_dQ
        y_A[:, :, :K] += here
        y_A[:, :, :K] += np.einsum("hkl...->hlk...", np.broadcast_to(here, (blocks, K, K, *along)))
        y_Q += -2.0 * decay*eta_J*here
        y_decay += np.einsum("hkl...->...", np.broadcast_to(-2.0 * eta_J*here*Q, (blocks, K, K, *along)))
        y_eta_J += np.einsum("hkl...->...", np.broadcast_to(-2.0 * decay*here*Q, (blocks, K, K, *along)))
        here = y_dR
        y_A[:, :, K:] += here
        y_R += -decay*eta_J*here
        y_decay += np.einsum("hkn...->...", np.broadcast_to(-eta_J*here*R, (blocks, K, M, *along)))
        y_eta_J += np.einsum("hkn...->...", np.broadcast_to(-decay*here*R, (blocks, K, M, *along)))
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
        y_Cb += np.einsum("kj...,hki...->hij...", W, here)
        y_W += np.einsum("hij...,hki...->kj...", Cb, here)
        here = y_W[:, K:]
        y_G0[:K, K:] += -eta_J*here*J2[:K, K:]
        y_J2[:K, K:] += -eta_J*here*G0[:K, K:]
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-here*G0[:K, K:]*J2[:K, K:], (K, M, *along)))
        here = y_W[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0[:K, :], I_g2g0)[:, None])
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-eta_J*_identity(K, batch)) * here
        y_G0[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0, here)
        y_I_g2g0 += np.einsum("ki...,kl...->ki...", G0[:K, :], here)
        here = y_W[:, :K]
        y_G0[:K, :K] += -eta_J*here*J2[:K, :K]
        y_J2[:K, :K] += -eta_J*here*G0[:K, :K]
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-here*G0[:K, :K]*J2[:K, :K], (K, K, *along)))
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        here = y_J2
        p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
        p_1 = C**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.15915494309189535 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C**2)**2*C
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C += 2.0 * b_p_1*C + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C**2)**2
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C)[:, None], (S, S, *along)))
        here = y_I_g2g0
        p_0 = np.einsum("ii...->i...", C)[None]*np.einsum("kk...->k...", C[:K, :K])[:, None]
        p_1 = C[:K, :]**2
        p_2 = _root(p_0, p_1)
        b_p_2 = 0.15915494309189535 * here*r3[:, None]**2
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_r3 += np.einsum("ki...->k...", np.broadcast_to(0.31830988618379069 * here*p_2*r3[:, None], (K, S, *along)))
        y_C[:K, :] += 2.0 * b_p_1*C[:K, :]
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ki...->i...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C[:K, :K])[:, None], (K, S, *along)))
        np.einsum("kk...->k...", y_C[:K, :K])[...] += np.einsum("ki...->k...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C)[None], (K, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_I4
            for t in range(n_path):
                p_0 = Ct1_oo[t, :K, :, :][:, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2
                p_1 = C[:K, :][:, None, :, None]*path_weight[t][None, None, None, None]
                p_2 = Ct1_oo[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_3 = C[:K, :][:, None, None]*path_weight[t][None, None, None, None]
                p_4 = Ct1_oo[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_5 = C[:K, :][None, :, :, None]*path_weight[t][None, None, None, None]
                p_6 = np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_7 = C[:K, :][None, :, None]*path_weight[t][None, None, None, None]
                p_8 = np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_10 = 1 - path[t][None, None, None, None]
                p_11 = p_10*C[None, None]*path_weight[t][None, None, None, None]
                p_12 = C[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_13 = p_0*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + p_1*p_2 + p_11*p_12 + p_3*p_4 + p_5*p_6 + p_7*p_8
                p_14 = p_10*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_15 = p_10*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None] - Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_16 = p_14*p_15
                p_17 = p_0**2
                p_18 = _root(p_16, p_17)
                p_19 = np.arctan2(p_0, p_18)
                p_21 = p_10*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None]
                p_22 = p_10*C[None, None]*C[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt(p_21)*C[:K, :][:, None, None] + C[:K, :][:, None, :, None]*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]
                p_23 = -Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo[t, :K, :K, :][:, :, None]
                p_24 = p_10*np.einsum("jj...->j...", C)[None, None, None] - Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None]
                p_25 = p_10*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]
                p_26 = p_24*p_25
                p_27 = p_23**2
                p_28 = _root(p_26, p_27)
                p_29 = np.arctan2(p_23, p_28)
                p_30 = 0.025330295910584444 * p_22
                p_31 = p_29*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_32 = p_10*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo[t, :K, :, :])[None, :, :, None]
                p_33 = p_10*C[None, None]*C[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt(p_32)*C[:K, :][None, :, None] + C[:K, :][None, :, :, None]*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]
                p_34 = -Ct1_oo[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]
                p_35 = p_10*np.einsum("jj...->j...", C)[None, None, None] - Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo[t, :K, :, :])[None, :, None]
                p_36 = p_10*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]
                p_37 = p_35*p_36
                p_38 = p_34**2
                p_39 = _root(p_37, p_38)
                p_40 = np.arctan2(p_34, p_39)
                p_41 = 0.025330295910584444 * p_33
                p_42 = p_40*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_43 = p_10*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo[t, :K, :, :])[:, None, None]
                p_44 = p_10*C[None, None]*C[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt(p_43)*C[:K, :][:, None, :, None] + C[:K, :][:, None, None]*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]
                p_45 = -Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo[t, :K, :K, :][:, :, :, None]
                p_46 = p_10*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo[t, :K, :, :])[:, None, :, None] - Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2
                p_47 = p_10*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]
                p_48 = p_46*p_47
                p_49 = p_45**2
                p_50 = _root(p_48, p_49)
                p_51 = np.arctan2(p_45, p_50)
                p_52 = 0.025330295910584444 * p_44
                p_53 = p_51*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_54 = p_10*np.einsum("jj...->j...", C)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo[t, :K, :, :])[None, :, None]
                p_55 = p_10*C[None, None]*C[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt(p_54)*C[:K, :][None, :, :, None] + C[:K, :][None, :, None]*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, None]
                p_56 = -Ct1_oo[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]
                p_57 = p_10*np.einsum("ii...->i...", C)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo[t, :K, :, :])[None, :, :, None] - Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2
                p_58 = p_10*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo[t, :K, :K, :K])[:, :, None, None]
                p_59 = p_57*p_58
                p_60 = p_56**2
                p_61 = _root(p_59, p_60)
                p_62 = np.arctan2(p_56, p_61)
                p_63 = 0.025330295910584444 * p_55
                p_64 = p_62*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_65 = 0.025330295910584444 * r0[t, :K][:, None, None, None]
                p_66 = p_18*Cw[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
                p_67 = -np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo[t, :, :K, :K])[:, :, :, None]
                p_68 = p_10*np.einsum("kk...->k...", C[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo[t, :, :K, :K])[:, None, :, None]
                p_69 = p_10*np.einsum("ll...->l...", C[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo[t, :, :K, :K])[None, :, :, None]
                p_70 = p_68*p_69
                p_71 = p_67**2
                p_72 = _root(p_70, p_71)
                p_73 = np.arctan2(p_67, p_72)
                p_74 = 0.025330295910584444 * p_10*C[None, None]**2
                p_75 = p_73*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None]*r4[t, :, :][None, None]
                b_p_75 = here*p_74
                b_p_74 = here*p_75
                b_p_73 = b_p_75*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None]*r4[t, :, :][None, None]
                b_p_72 = -b_p_73*p_67*1.0 / np.sqrt(p_67**2 + p_72**2)**2
                b_p_71 = -b_p_72*_half(_root(p_70, p_71))
                b_p_70 = b_p_72*_half(_root(p_70, p_71))
                b_p_69 = b_p_70*p_68
                b_p_68 = b_p_70*p_69
                b_p_67 = 2.0 * b_p_71*p_67 + b_p_73*p_72*1.0 / np.sqrt(p_67**2 + p_72**2)**2
                b_p_66 = here*p_65
                b_p_65 = here*p_66
                b_p_64 = here*p_63
                b_p_63 = here*p_64
                b_p_62 = b_p_64*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                b_p_61 = -b_p_62*p_56*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_60 = -b_p_61*_half(_root(p_59, p_60))
                b_p_59 = b_p_61*_half(_root(p_59, p_60))
                b_p_58 = b_p_59*p_57
                b_p_57 = b_p_59*p_58
                b_p_56 = 2.0 * b_p_60*p_56 + b_p_62*p_61*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_55 = 0.025330295910584444 * b_p_63
                b_p_54 = 0.5 * b_p_55*C[:K, :][None, :, :, None]/np.sqrt(p_54)
                b_p_53 = here*p_52
                b_p_52 = here*p_53
                b_p_51 = b_p_53*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                b_p_50 = -b_p_51*p_45*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_49 = -b_p_50*_half(_root(p_48, p_49))
                b_p_48 = b_p_50*_half(_root(p_48, p_49))
                b_p_47 = b_p_48*p_46
                b_p_46 = b_p_48*p_47
                b_p_45 = 2.0 * b_p_49*p_45 + b_p_51*p_50*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_44 = 0.025330295910584444 * b_p_52
                b_p_43 = 0.5 * b_p_44*C[:K, :][:, None, :, None]/np.sqrt(p_43)
                b_p_42 = here*p_41
                b_p_41 = here*p_42
                b_p_40 = b_p_42*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                b_p_39 = -b_p_40*p_34*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_38 = -b_p_39*_half(_root(p_37, p_38))
                b_p_37 = b_p_39*_half(_root(p_37, p_38))
                b_p_36 = b_p_37*p_35
                b_p_35 = b_p_37*p_36
                b_p_34 = 2.0 * b_p_38*p_34 + b_p_40*p_39*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_33 = 0.025330295910584444 * b_p_41
                b_p_32 = 0.5 * b_p_33*C[:K, :][None, :, None]/np.sqrt(p_32)
                b_p_31 = here*p_30
                b_p_30 = here*p_31
                b_p_29 = b_p_31*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                b_p_28 = -b_p_29*p_23*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_27 = -b_p_28*_half(_root(p_26, p_27))
                b_p_26 = b_p_28*_half(_root(p_26, p_27))
                b_p_25 = b_p_26*p_24
                b_p_24 = b_p_26*p_25
                b_p_23 = 2.0 * b_p_27*p_23 + b_p_29*p_28*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_22 = 0.025330295910584444 * b_p_30
                b_p_21 = 0.5 * b_p_22*C[:K, :][:, None, None]/np.sqrt(p_21)
                b_p_20 = 0.039788735772973836 * here
                b_p_19 = 0.025330295910584444 * here*p_13
                b_p_18 = -b_p_19*p_0*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_66*Cw[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
                b_p_17 = -b_p_18*_half(_root(p_16, p_17))
                b_p_16 = b_p_18*_half(_root(p_16, p_17))
                b_p_15 = b_p_16*p_14
                b_p_14 = b_p_16*p_15
                b_p_13 = 0.025330295910584444 * here*p_19
                b_p_12 = b_p_13*p_11
                b_p_11 = b_p_13*p_12
                b_p_9 = 0.039788735772973836 * here
                b_p_8 = b_p_13*p_7 + b_p_9*p_7
                b_p_7 = b_p_13*p_8 + b_p_9*p_8
                b_p_6 = b_p_13*p_5 + b_p_9*p_5
                b_p_5 = b_p_13*p_6 + b_p_9*p_6
                b_p_4 = b_p_13*p_3 + b_p_9*p_3
                b_p_3 = b_p_13*p_4 + b_p_9*p_4
                b_p_2 = b_p_13*p_1 + b_p_9*p_1
                b_p_1 = b_p_13*p_2 + b_p_9*p_2
                b_p_0 = b_p_13*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 2.0 * b_p_17*p_0 + b_p_19*p_18*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_9*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                y_r0[t, :] += np.einsum("klij...->i...", np.broadcast_to(b_p_75*p_73*path_weight[t][None, None, None, None]*r4[t, :, :][None, None], (K, K, S, S, *along)))
                y_r4[t, :, :] += np.einsum("klij...->ij...", np.broadcast_to(-2.0 * b_p_67*np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None] - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None] - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]**2*r4[t, :, :][None, None] + b_p_75*p_73*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None], (K, K, S, S, *along)))
                y_C += np.einsum("klij...->ij...", np.broadcast_to(b_p_11*p_10*path_weight[t][None, None, None, None] + b_p_20*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None] + b_p_22*p_10*C[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + b_p_33*p_10*C[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + b_p_44*p_10*C[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + b_p_55*p_10*C[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + 0.050660591821168888 * b_p_74*p_10*C[None, None], (K, K, S, S, *along)))
                np.einsum("ll...->l...", y_C[:K, :K])[...] += np.einsum("klij...->l...", np.broadcast_to(b_p_25*p_10 + b_p_47*p_10 + b_p_69*p_10, (K, K, S, S, *along)))
                y_Ct1_oo[t, :, :K, :] += np.einsum("klij...->ilj...", np.broadcast_to(-b_p_67*np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ill...->il...", y_Ct1_oo[t, :, :K, :K])[...] += np.einsum("klij...->il...", np.broadcast_to(b_p_69, (K, K, S, S, *along)))
                np.einsum("kk...->k...", y_C[:K, :K])[...] += np.einsum("klij...->k...", np.broadcast_to(b_p_36*p_10 + b_p_58*p_10 + b_p_68*p_10, (K, K, S, S, *along)))
                y_Ct1_oo[t, :, :K, :] += np.einsum("klij...->ikj...", np.broadcast_to(-b_p_67*np.einsum("ilj...->lij...", Ct1_oo[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ikk...->ik...", y_Ct1_oo[t, :, :K, :K])[...] += np.einsum("klij...->ik...", np.broadcast_to(b_p_68, (K, K, S, S, *along)))
                y_Ct1_oo[t, :, :K, :K] += np.einsum("klij...->ikl...", np.broadcast_to(b_p_67, (K, K, S, S, *along)))
                y_Cw[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_13*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_66*p_18*r4[t, :K, :K][:, :, None, None] + b_p_9*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*Ct1_oo[t, :K, :K, :][:, :, :, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_12*C[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None] + b_p_13*p_0*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None] - 2.0 * b_p_14*Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None] - 2.0 * b_p_15*Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None] + b_p_4*Ct1_oo[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None] + b_p_66*p_18*Cw[t, :, :][:, :, None, None] + b_p_9*p_0*Cw[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->k...", np.broadcast_to(b_p_12*C[:K, :K][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_13*p_0*Cw[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_31*p_29*path_weight[t][None, None, None, None] + b_p_4*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_53*p_51*path_weight[t][None, None, None, None] + 0.025330295910584444 * b_p_65 + b_p_9*p_0*Cw[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->l...", np.broadcast_to(b_p_42*p_40*path_weight[t][None, None, None, None] + b_p_6*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + b_p_64*p_62*path_weight[t][None, None, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :K, :] += np.einsum("klij...->lkj...", np.broadcast_to(b_p_34 - b_p_56*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + b_p_6*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                np.einsum("lkk...->lk...", y_Ct1_oo[t, :K, :K, :K])[...] += np.einsum("klij...->lk...", np.broadcast_to(b_p_36 + b_p_58, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_55*(p_10*C[None, None]*C[:K, :][None, :, None] + C[:K, :][None, :, None]*Ct1_oo[t, :K, :, :][None]) - 2.0 * b_p_56*Ct1_oo[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None] - 2.0 * b_p_57*Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None] - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None], (K, K, S, S, *along)))
                np.einsum("ii...->i...", y_C)[...] += np.einsum("klij...->i...", np.broadcast_to(b_p_14*p_10 + b_p_21*p_10 + b_p_32*p_10 + b_p_46*p_10 + b_p_57*p_10, (K, K, S, S, *along)))
                np.einsum("lii...->li...", y_Ct1_oo[t, :K, :, :])[...] += np.einsum("klij...->li...", np.broadcast_to(b_p_32 + b_p_57, (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :, :] += np.einsum("klij...->lij...", np.broadcast_to(b_p_33*C[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] - b_p_34*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_35*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 + b_p_55*C[:K, :][None, :, None]*r4[t, :K, :][None, :, None] - b_p_56*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_57*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :K, :] += np.einsum("klij...->lki...", np.broadcast_to(-b_p_34*Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + b_p_56 + b_p_8*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_C[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C[None, None]*r4[t, :K, :][None, :, :, None] + Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]) + b_p_5*path_weight[t][None, None, None, None] + b_p_55*np.sqrt(p_54), (K, K, S, S, *along)))
                y_C[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_33*np.sqrt(p_32) + b_p_55*(p_10*C[None, None]*r4[t, :K, :][None, :, None] + Ct1_oo[t, :K, :, :][None]*r4[t, :K, :][None, :, None]) + b_p_7*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                np.einsum("jj...->j...", y_C)[...] += np.einsum("klij...->j...", np.broadcast_to(b_p_15*p_10 + b_p_24*p_10 + b_p_35*p_10 + b_p_43*p_10 + b_p_54*p_10, (K, K, S, S, *along)))
                np.einsum("ljj...->lj...", y_Ct1_oo[t, :K, :, :])[...] += np.einsum("klij...->lj...", np.broadcast_to(b_p_35 + b_p_54, (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_15*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 + b_p_2*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_23 - b_p_45*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_47*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo[t, :K, :K, :K])[...] += np.einsum("klij...->kl...", np.broadcast_to(b_p_25 + b_p_47, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_44*(p_10*C[None, None]*C[:K, :][:, None, None] + C[:K, :][:, None, None]*Ct1_oo[t, :K, :, :][:, None]) - 2.0 * b_p_45*Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None] - 2.0 * b_p_46*Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None] - 2.0 * b_p_47*Ct1_oo[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None], (K, K, S, S, *along)))
                np.einsum("kii...->ki...", y_Ct1_oo[t, :K, :, :])[...] += np.einsum("klij...->ki...", np.broadcast_to(b_p_14 + b_p_21 + b_p_46, (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0 + b_p_22*C[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] - b_p_23*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_24*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_44*C[:K, :][:, None, None]*r4[t, :K, :][:, None, None] - b_p_45*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_46*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo[t, :K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*Ct1_oo[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_14*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - b_p_23*Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_25*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_4*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_45, (K, K, S, S, *along)))
                y_C[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*path_weight[t][None, None, None, None] + b_p_22*(p_10*C[None, None]*r4[t, :K, :][:, None, :, None] + Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]) + b_p_44*np.sqrt(p_43), (K, K, S, S, *along)))
                y_C[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_22*np.sqrt(p_21) + b_p_3*path_weight[t][None, None, None, None] + b_p_44*(p_10*C[None, None]*r4[t, :K, :][:, None, None] + Ct1_oo[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]), (K, K, S, S, *along)))
                np.einsum("kjj...->kj...", y_Ct1_oo[t, :K, :, :])[...] += np.einsum("klij...->kj...", np.broadcast_to(b_p_15 + b_p_24 + b_p_43, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C[None, None]*C[:K, :][None, :, :, None] + C[:K, :][None, :, :, None]*Ct1_oo[t, :K, :, :][None]) - 2.0 * b_p_34*Ct1_oo[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_35*Ct1_oo[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None], (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_22*(p_10*C[None, None]*C[:K, :][:, None, :, None] + C[:K, :][:, None, :, None]*Ct1_oo[t, :K, :, :][:, None]) - 2.0 * b_p_23*Ct1_oo[t, :K, :, :][:, None]*Ct1_oo[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_24*Ct1_oo[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_25*Ct1_oo[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None], (K, K, S, S, *along)))
                y_r6[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_20*C[None, None]*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                y_C[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(b_p_12*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->lk...", np.broadcast_to(b_p_6*np.einsum("lkj...->klj...", Ct1_oo[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None], (K, K, S, S, *along)))
            here = y_I4
            b_p_3 = 0.039788735772973836 * here
            b_p_2 = 0.039788735772973836 * here
            b_p_1 = 0.039788735772973836 * here
            b_p_0 = 0.039788735772973836 * here
            y_C += np.einsum("klij...->ij...", np.broadcast_to(here*(0.039788735772973836 * r2[None, None] + 0.039788735772973836 * r2[:K, :][:, None, :, None] + 0.039788735772973836 * r2[:K, :][:, None, None] + 0.039788735772973836 * r2[:K, :][None, :, :, None] + 0.039788735772973836 * r2[:K, :][None, :, None] + 0.0625), (K, K, S, S, *along)))
            y_r1 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here, (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here*C[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(0.039788735772973836 * here*C[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(0.039788735772973836 * here*C[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->li...", np.broadcast_to(0.039788735772973836 * here*C[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(0.039788735772973836 * here*C[None, None], (K, K, S, S, *along)))
            y_C[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_3*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_3*C[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->l...", np.broadcast_to(2.0 * b_p_2*C[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None] + 2.0 * b_p_3*C[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None], (K, K, S, S, *along)))
            y_C[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_2*r1[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_2*C[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_1*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*C[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->k...", np.broadcast_to(2.0 * b_p_0*C[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None] + 2.0 * b_p_1*C[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None], (K, K, S, S, *along)))
            y_C[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_0*r1[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_0*C[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            here = y_r6
            y_Ct[:, :K, :K] += here*1.0 / np.sqrt(Ct[:, :K, :K]**2 + r5**2)**2*r5
            y_r5 += -here*1.0 / np.sqrt(Ct[:, :K, :K]**2 + r5**2)**2*Ct[:, :K, :K]
            here = y_r5
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct[:, :K, :K])[:, None]
            p_3 = p_1*p_2
            p_4 = Ct[:, :K, :K]**2
            b_p_4 = -here*_half(_root(p_3, p_4))
            b_p_3 = here*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            y_Ct[:, :K, :K] += 2.0 * b_p_4*Ct[:, :K, :K]
            np.einsum("ll...->l...", y_C[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tll...->tl...", y_Ct[:, :K, :K])[...] += np.einsum("tkl...->tl...", np.broadcast_to(b_p_2, (n_path, K, K, *along)))
            np.einsum("kk...->k...", y_C[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_r4
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("jj...->j...", C)[None, None] + np.einsum("tijj...->tij...", Ct1_oo)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("jj...->j...", y_C)[...] += np.einsum("tij...->j...", np.broadcast_to(b_p_1*p_0, (n_path, S, S, *along)))
            np.einsum("tijj...->tij...", y_Ct1_oo)[...] += b_p_1
        here = y_r3
        np.einsum("kk...->k...", y_C[:K, :K])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]))**3
        if np.any(np.isfinite(V)):
            here = y_r2
            y_C += here*1.0 / np.sqrt(C**2 + r1**2)**2*r1
            y_r1 += -here*1.0 / np.sqrt(C**2 + r1**2)**2*C
            here = y_r1
            p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
            p_1 = C**2
            b_p_1 = -here*_half(_root(p_0, p_1))
            b_p_0 = here*_half(_root(p_0, p_1))
            y_C += 2.0 * b_p_1*C
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C)[None], (S, S, *along)))
            np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C)[:, None], (S, S, *along)))
        here = y_I2
        p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
        p_1 = C**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C, p_2)
        b_p_3 = 0.15915494309189535 * here*C
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C**2)**2*C + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C += 2.0 * b_p_1*C + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C)[:, None], (S, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_Cw
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K])
            p_3 = 1.5707963267948966 * np.sqrt(p_1)
            p_4 = np.sqrt(p_2)*Cm[None]*path_last[:, None, None]
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = 0.5 * b_p_4*Cm[None]*path_last[:, None, None]/np.sqrt(p_2)
            b_p_1 = 0.78539816339744828 * b_p_3/np.sqrt(p_1)
            y_C[:K, :K] += np.einsum("tkl...->kl...", np.broadcast_to(here*path_weight[:, None, None], (n_path, K, K, *along)))
            y_Cm += np.einsum("tkl...->kl...", np.broadcast_to(b_p_4*np.sqrt(p_2)*path_last[:, None, None], (n_path, K, K, *along)))
            np.einsum("ll...->l...", y_C[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tkll...->tkl...", y_Ct1_oo[:, :K, :K, :K])[...] += b_p_2
            np.einsum("kk...->k...", y_C[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_Cm
            for t in range(n_path):
                p_0 = 1 - path[t][None, None]
                p_1 = p_0*np.einsum("ll...->l...", C[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo[t, :K, :K, :K])
                p_2 = 1.0 / np.sqrt(p_1)
                p_3 = -0.63661977236758138 * path_weight[t][None, None]
                b_p_4 = here*p_3
                b_p_2 = b_p_4*C[:K, :K]*r0[t, :K][:, None]
                b_p_1 = -0.5 * b_p_2*1.0 / np.sqrt(p_1)**3
                y_C[:K, :K] += b_p_4*p_2*r0[t, :K][:, None]
                y_r0[t, :K] += np.einsum("kl...->k...", np.broadcast_to(b_p_4*p_2*C[:K, :K], (K, K, *along)))
                np.einsum("ll...->l...", y_C[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_1*p_0, (K, K, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo[t, :K, :K, :K])[...] += b_p_1
            here = y_Cm
            p_0 = np.einsum("kk...->k...", C[:K, :K])[:, None]*np.einsum("ll...->l...", C[:K, :K])[None]
            p_1 = C[:K, :K]**2
            p_2 = _root(p_0, p_1)
            b_p_3 = 0.63661977236758138 * here
            b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2*C[:K, :K]
            b_p_1 = -b_p_2*_half(_root(p_0, p_1))
            b_p_0 = b_p_2*_half(_root(p_0, p_1))
            y_C[:K, :K] += 2.0 * b_p_1*C[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2
            np.einsum("kk...->k...", y_C[:K, :K])[...] += np.einsum("kl...->k...", np.broadcast_to(b_p_0*np.einsum("ll...->l...", C[:K, :K])[None], (K, K, *along)))
            np.einsum("ll...->l...", y_C[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C[:K, :K])[:, None], (K, K, *along)))
            here = y_Ct1_oo
            y_Ct += np.einsum("tijr...->tij...", np.broadcast_to(-here*Ct[:, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct += np.einsum("tijr...->tir...", np.broadcast_to(-here*Ct[:, :, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct += np.einsum("tijr...->tjr...", np.broadcast_to(here, (n_path, S, S, S, *along)))
            y_r0 += np.einsum("tijr...->ti...", np.broadcast_to(-2.0 * here*Ct[:, :, :, None]*Ct[:, :, None]*r0[:, :, None, None], (n_path, S, S, S, *along)))
            here = y_r0
            p_0 = 1 - path[:, None]
            p_1 = p_0*np.einsum("ii...->i...", C)[None] + np.einsum("tii...->ti...", Ct)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("ii...->i...", y_C)[...] += np.einsum("ti...->i...", np.broadcast_to(b_p_1*p_0, (n_path, S, *along)))
            np.einsum("tii...->ti...", y_Ct)[...] += b_p_1
            here = y_Ct
            y_C += np.einsum("tij...->ij...", np.broadcast_to(here*path[:, None, None], (n_path, S, S, *along)))
        here = y_C[K:, K:]
        y_Cb[:, K:, K:] += here[None]
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_Cb[:, :K, K:] += here[None]
        here = y_C[:K, :K]
        y_Cb[:, :K, :K] += here[None]
        y_Cb[:, :K, K:] += np.einsum("hnk...->hkn...", y_Cb[:, K:, :K])
        here = y_Cb[:, :K, K:]
        y_R += here*variances[:, None, None]
        here = y_Cb[:, :K, :K]
        y_Q += here*variances[:, None, None]
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_noise, y_decay, y_V,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, noise, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
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
        I2 = 0.15915494309189535 * _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2) + 0.15915494309189535 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))*C + 0.25 * C
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
        y_Cb = np.zeros((blocks, S, S, *along))
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((blocks, K, M, *along))
        y_Q = np.zeros((blocks, K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
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
        p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
        p_1 = C**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C, p_2)
        b_p_3 = 0.15915494309189535 * here*C
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C**2)**2*C + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C += 2.0 * b_p_1*C + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C)[:, None], (S, S, *along)))
        here = y_C[K:, K:]
        y_Cb[:, K:, K:] += here[None]
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_Cb[:, :K, K:] += here[None]
        here = y_C[:K, :K]
        y_Cb[:, :K, :K] += here[None]
        y_Cb[:, :K, K:] += np.einsum("hnk...->hkn...", y_Cb[:, K:, :K])
        here = y_Cb[:, :K, K:]
        y_R += here*variances[:, None, None]
        here = y_Cb[:, :K, :K]
        y_Q += here*variances[:, None, None]
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_noise, y_decay, y_V,)
