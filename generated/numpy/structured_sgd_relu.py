"""SGD on inputs whose covariance has several eigenvalues

Emitted by orderode 0.1.0 from the system structured_sgd_relu, digest 64a89b29db8ba1a2. Do not edit: change the model or the
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


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (blocks, K, M, ...), dQ/dalpha (blocks, K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
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
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
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
    return eps_g
