"""MAML of first order: both layers adapt in a giant step

Emitted by orderode 0.1.0 from the system giant_maml_relu_adjoint, digest 86fb68f6630eea05. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Finn, Abbeel, Levine, arXiv 1703.03400

Conventions
    activation    g(x) = max(x, 0)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    tasks         one of a set in each step: first with u = u_first, with probability what is left; second with u = u_second, with probability p_second
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps
    giant step ahead J'_k = J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, w'_k = w_k - eta_w (1/n) sum dl/dw_k, over n = ratio N fresh samples x of the task; the outer step is on these

Limits and closures
    N -> inf (exact): K, M, V, ratio = n/N stay fixed; overlaps are self-averaging, within a step too
    quadrature (approximation): at finite V and ratio averages of four g are integrals, by a Gauss-Legendre rule of 24 nodes that errs by up to 3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as observed
    covariance of one step (approximation): left out: no part of it is known where weights move by order one within a step
    first order (approximation): the change of the adapted weights is held fixed in the outer derivative

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "86fb68f6630eea05"
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

    eta_J: float  # rate of the first layer
    gamma: float  # rate of the giant step
    eta_w: float = 0.0  # rate of the head in the giant step
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    p_second: float = 0.5  # probability of the second task
    V: float = np.inf  # samples in the query set; np.inf for the limit
    ratio: float = np.inf  # samples in the support set over the dimension of inputs; np.inf for the limit
    u_first: np.ndarray | None = None  # teacher's head of the first task (M); None: all 1
    u_second: np.ndarray | None = None  # teacher's head of the second task (M); None: all 1


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


def _root(x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return np.sqrt(np.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


def _half(x):
    """1/(2 x); 0 where x is: the root of a difference that is zero for every state does not move."""
    return np.where(x > 0.0, 0.5 / np.where(x > 0.0, x, 1.0), 0.0)


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    p_second = parameters.p_second
    V = parameters.V
    ratio = parameters.ratio
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 2, batch)
    path = _with_batch(_PATH, 1, batch)
    path_weight = _with_batch(_PATH_WEIGHT, 1, batch)
    path_last = _with_batch(_PATH_LAST, 1, batch)
    u_first = _with_batch(np.full(M, 1.0) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.full(M, 1.0) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_ahead = np.empty((S, S, *batch))
        C_ahead[:K, :K] = Q
        C_ahead[:K, K:] = R
        C_ahead[K:, :K] = np.swapaxes(C_ahead[:K, K:], 0, 1)
        C_ahead[K:, K:] = T
        if np.any(np.isfinite(ratio)):
            # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
            Ct_ahead = C_ahead[None]*path[:, None, None]
            # 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i])
            r0 = 1.0 / np.sqrt((1 - path[:, None])*np.einsum("ii...->i...", C_ahead)[None] + np.einsum("tii...->ti...", Ct_ahead))
            # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
            Ct1_oo_ahead = -Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None]**2 + Ct_ahead[:, None]
            # <sign(k) sign(l)> minus the rule with nodes
            Cm_ahead = 0.63661977236758138 * np.arctan2(C_ahead[:K, :K], _root(np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*np.einsum("ll...->l...", C_ahead[:K, :K])[None], C_ahead[:K, :K]**2))
            for t in range(n_path):
                Cm_ahead = Cm_ahead + -0.63661977236758138 * 1.0 / np.sqrt((1 - path[t][None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K]))*C_ahead[:K, :K]*path_weight[t][None, None]*r0[t, :K][:, None]
            # weight times coupling of two signs; the last node has what the rule misses of their average too
            Cw_ahead = 1.5707963267948966 * np.sqrt((1 - path[:, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*np.sqrt((1 - path[:, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*Cm_ahead[None]*path_last[:, None, None] + C_ahead[:K, :K][None]*path_weight[:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2_ahead = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2) + 0.15915494309189535 * np.arctan2(C_ahead, _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2))*C_ahead + 0.25 * C_ahead
        # sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2)
        r1 = _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2)
        # atan2(C_ahead[i, j], r1[i, j])
        r2 = np.arctan2(C_ahead, r1)
        # 1/sqrt(C_ahead[k, k])
        r3 = 1.0 / np.sqrt(np.einsum("kk...->k...", C_ahead[:K, :K]))
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_ahead = 0.15915494309189535 * C_ahead[None]*r2[:K, :][:, None] + 0.25 * C_ahead[None] + 0.15915494309189535 * C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None]**2
        if np.any(np.isfinite(ratio)):
            # 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j])
            r4 = 1.0 / np.sqrt((1 - path[:, None, None])*np.einsum("jj...->j...", C_ahead)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_ahead))
            # sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2)
            r5 = _root(((1 - path[:, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]), Ct_ahead[:, :K, :K]**2)
            # atan2(Ct_ahead[t, k, l], r5[t, k, l])
            r6 = np.arctan2(Ct_ahead[:, :K, :K], r5)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_ahead = 0.039788735772973836 * C_ahead[None, None]*r2[None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, None] + 0.0625 * C_ahead[None, None] + 0.039788735772973836 * C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
            for t in range(n_path):
                I4_ahead = I4_ahead + 0.025330295910584444 * (1 - path[t][None, None, None, None])*np.arctan2(-np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_ahead[t, :, :K, :K])[:, None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_ahead[t, :, :K, :K])[None, :, :, None]), (-np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None])**2))*C_ahead[None, None]**2*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None]*r4[t, :, :][None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None])*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None])*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None])*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None])*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C_ahead[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]) + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :K][:, :, None, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C_ahead[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None])*np.arctan2(Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2, _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)) + 0.025330295910584444 * _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 0.039788735772973836 * C_ahead[None, None]*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_ahead = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_ahead)[None]*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], C_ahead[:K, :]**2)*r3[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2_ahead = 0.15915494309189535 * np.arctan2(C_ahead, _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2)) + 0.25
        # c = (head, -u) in the task first
        c0_first_ahead = np.empty((S, *batch))
        c0_first_ahead[:K] = w0
        c0_first_ahead[K:] = -u_first
        # <c_i> over the task
        mc0_first_ahead = c0_first_ahead
        # <c_i c_j> over the task
        G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first_ahead = np.empty((K, S, *batch))
        W_first_ahead[:, :K] = -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]
        W_first_ahead[:, :K] = W_first_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_first_ahead[:, K:] = -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_first_ahead = np.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
        # change of R in a step
        dR_first_ahead = A_first_ahead[:, K:]
        # change of Q in a step
        dQ_first_ahead = A_first_ahead[:, :K] + np.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
        if np.any(np.isfinite(ratio)):
            dQ_first_ahead = dQ_first_ahead + E_first_ahead
        # change of w0 in a step
        dw0_first_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_first = R + dR_first_ahead
        # overlaps of the learner after the giant step
        Q_first = Q + dQ_first_ahead
        # head start after the giant step
        w0_first = dw0_first_ahead + w0
        # overlaps of the learner after the giant step with itself before it
        X_first = A_first_ahead[:, :K] + Q
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_first = np.empty((S, S, *batch))
        C_first[:K, :K] = Q_first
        C_first[:K, K:] = R_first
        C_first[K:, :K] = np.swapaxes(C_first[:K, K:], 0, 1)
        C_first[K:, K:] = T
        if np.any(np.isfinite(V)):
            # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
            Ct_first = C_first[None]*path[:, None, None]
            # 1/sqrt((1 - path[t])*C_first[i, i] + Ct_first[t, i, i])
            r7 = 1.0 / np.sqrt((1 - path[:, None])*np.einsum("ii...->i...", C_first)[None] + np.einsum("tii...->ti...", Ct_first))
            # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
            Ct1_oo_first = -Ct_first[:, :, :, None]*Ct_first[:, :, None]*r7[:, :, None, None]**2 + Ct_first[:, None]
            # <sign(k) sign(l)> minus the rule with nodes
            Cm_first = 0.63661977236758138 * np.arctan2(C_first[:K, :K], _root(np.einsum("kk...->k...", C_first[:K, :K])[:, None]*np.einsum("ll...->l...", C_first[:K, :K])[None], C_first[:K, :K]**2))
            for t in range(n_path):
                Cm_first = Cm_first + -0.63661977236758138 * 1.0 / np.sqrt((1 - path[t][None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K]))*C_first[:K, :K]*path_weight[t][None, None]*r7[t, :K][:, None]
            # weight times coupling of two signs; the last node has what the rule misses of their average too
            Cw_first = 1.5707963267948966 * np.sqrt((1 - path[:, None, None])*np.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None])*np.sqrt((1 - path[:, None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K]))*Cm_first[None]*path_last[:, None, None] + C_first[:K, :K][None]*path_weight[:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2_first = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2) + 0.15915494309189535 * np.arctan2(C_first, _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2))*C_first + 0.25 * C_first
        # sqrt(C_first[i, i]*C_first[j, j] - C_first[i, j]**2)
        r8 = _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2)
        # atan2(C_first[i, j], r8[i, j])
        r9 = np.arctan2(C_first, r8)
        # 1/sqrt(C_first[k, k])
        r10 = 1.0 / np.sqrt(np.einsum("kk...->k...", C_first[:K, :K]))
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_first = 0.15915494309189535 * C_first[None]*r9[:K, :][:, None] + 0.25 * C_first[None] + 0.15915494309189535 * C_first[:K, :][:, :, None]*r10[:, None, None]**2*r8[:K, :][:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt((1 - path[t])*C_first[j, j] + Ct1_oo_first[t, i, j, j])
            r11 = 1.0 / np.sqrt((1 - path[:, None, None])*np.einsum("jj...->j...", C_first)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_first))
            # sqrt(((1 - path[t])*C_first[k, k] + Ct_first[t, k, k])*((1 - path[t])*C_first[l, l] + Ct_first[t, l, l]) - Ct_first[t, k, l]**2)
            r12 = _root(((1 - path[:, None, None])*np.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_first[:, :K, :K])[:, None]), Ct_first[:, :K, :K]**2)
            # atan2(Ct_first[t, k, l], r12[t, k, l])
            r13 = np.arctan2(Ct_first[:, :K, :K], r12)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_first = 0.039788735772973836 * C_first[None, None]*r9[None, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][:, None, :, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][:, None, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][None, :, :, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][None, :, None] + 0.0625 * C_first[None, None] + 0.039788735772973836 * C_first[:K, :][:, None, :, None]*r10[:, None, None, None]**2*r8[:K, :][:, None, None] + 0.039788735772973836 * C_first[:K, :][:, None, None]*r10[:, None, None, None]**2*r8[:K, :][:, None, :, None] + 0.039788735772973836 * C_first[:K, :][None, :, :, None]*r10[None, :, None, None]**2*r8[:K, :][None, :, None] + 0.039788735772973836 * C_first[:K, :][None, :, None]*r10[None, :, None, None]**2*r8[:K, :][None, :, :, None] + 0.039788735772973836 * r8[None, None]
            for t in range(n_path):
                I4_first = I4_first + 0.025330295910584444 * (1 - path[t][None, None, None, None])*np.arctan2(-np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_first[t, :, :K, :K])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]**2*r11[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_first[t, :, :K, :K])[:, None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]**2*r11[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_first[t, :, :K, :K])[None, :, :, None]), (-np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_first[t, :, :K, :K])[:, :, :, None])**2))*C_first[None, None]**2*path_weight[t][None, None, None, None]*r11[t, :, :][None, None]*r7[t, :][None, None, :, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_first[None, None]*C_first[:K, :][:, None, :, None]*r11[t, :K, :][:, None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None])*C_first[:K, :][:, None, None] + C_first[:K, :][:, None, :, None]*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, :, None])*np.arctan2(-Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] - Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, None])**2))*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_first[None, None]*C_first[:K, :][:, None, None]*r11[t, :K, :][:, None, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None])*C_first[:K, :][:, None, :, None] + C_first[:K, :][:, None, None]*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, None])*np.arctan2(-Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None] - Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, :, None])**2))*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_first[None, None]*C_first[:K, :][None, :, :, None]*r11[t, :K, :][None, :, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_first[t, :K, :, :])[None, :, :, None])*C_first[:K, :][None, :, None] + C_first[:K, :][None, :, :, None]*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, :, None])*np.arctan2(-Ct1_oo_first[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] - Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_first[t, :K, :, :])[None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]**2*r11[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_first[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None])**2))*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_first[None, None]*C_first[:K, :][None, :, None]*r11[t, :K, :][None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_first[t, :K, :, :])[None, :, None])*C_first[:K, :][None, :, :, None] + C_first[:K, :][None, :, None]*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, None])*np.arctan2(-Ct1_oo_first[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_first[t, :K, :, :])[None, :, :, None] - Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]**2*r11[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_first[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None])**2))*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2)*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][:, None, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][:, None, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None] + C_first[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None]) + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_first[None, None]*C_first[:K, :K][:, :, None, None]*path_weight[t][None, None, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + (Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2)*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][:, None, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][:, None, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + C_first[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None] + C_first[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None])*np.arctan2(Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2, _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :K][:, :, None, None]**2), (Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2)**2)) + 0.025330295910584444 * _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :K][:, :, None, None]**2), (Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2)**2)*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + 0.039788735772973836 * C_first[None, None]*path_weight[t][None, None, None, None]*r13[t, :, :][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_first = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_first)[None]*np.einsum("kk...->k...", C_first[:K, :K])[:, None], C_first[:K, :]**2)*r10[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2_first = 0.15915494309189535 * np.arctan2(C_first, _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2)) + 0.25
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0_first
        c0_first[K:] = -u_first
        # <c_i> over the task
        mc0_first = c0_first
        # <c_i c_j> over the task
        G0_first = c0_first[:, None]*c0_first[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first = -eta_J * np.einsum("kj...,kij...->ki...", G0_first[:K, :], I3_first)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first = eta_J**2*noise**2*G0_first[:K, :K]*J2_first[:K, :K]/V
            E_first = E_first + eta_J**2*c0_first[:K][:, None]*c0_first[:K][None]/V * np.einsum("i...,j...,klij...->kl...", c0_first, c0_first, I4_first)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first = np.empty((K, S, *batch))
        W_first[:, :K] = -eta_J*G0_first[:K, :K]*J2_first[:K, :K]
        W_first[:, :K] = W_first[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first[:K, :], I_g2g0_first)[:, None]
        W_first[:, K:] = -eta_J*G0_first[:K, K:]*J2_first[:K, K:]
        # dw0/dalpha
        dw0_first = -eta_0 * np.einsum("i...,ki...->k...", mc0_first, I2_first[:K, :])
        # c = (head, -u) in the task second
        c0_second_ahead = np.empty((S, *batch))
        c0_second_ahead[:K] = w0
        c0_second_ahead[K:] = -u_second
        # <c_i> over the task
        mc0_second_ahead = c0_second_ahead
        # <c_i c_j> over the task
        G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second_ahead = np.empty((K, S, *batch))
        W_second_ahead[:, :K] = -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]
        W_second_ahead[:, :K] = W_second_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_second_ahead[:, K:] = -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_second_ahead = np.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
        # change of R in a step
        dR_second_ahead = A_second_ahead[:, K:]
        # change of Q in a step
        dQ_second_ahead = A_second_ahead[:, :K] + np.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
        if np.any(np.isfinite(ratio)):
            dQ_second_ahead = dQ_second_ahead + E_second_ahead
        # change of w0 in a step
        dw0_second_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_second = R + dR_second_ahead
        # overlaps of the learner after the giant step
        Q_second = Q + dQ_second_ahead
        # head start after the giant step
        w0_second = dw0_second_ahead + w0
        # overlaps of the learner after the giant step with itself before it
        X_second = A_second_ahead[:, :K] + Q
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_second = np.empty((S, S, *batch))
        C_second[:K, :K] = Q_second
        C_second[:K, K:] = R_second
        C_second[K:, :K] = np.swapaxes(C_second[:K, K:], 0, 1)
        C_second[K:, K:] = T
        if np.any(np.isfinite(V)):
            # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
            Ct_second = C_second[None]*path[:, None, None]
            # 1/sqrt((1 - path[t])*C_second[i, i] + Ct_second[t, i, i])
            r14 = 1.0 / np.sqrt((1 - path[:, None])*np.einsum("ii...->i...", C_second)[None] + np.einsum("tii...->ti...", Ct_second))
            # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
            Ct1_oo_second = -Ct_second[:, :, :, None]*Ct_second[:, :, None]*r14[:, :, None, None]**2 + Ct_second[:, None]
            # <sign(k) sign(l)> minus the rule with nodes
            Cm_second = 0.63661977236758138 * np.arctan2(C_second[:K, :K], _root(np.einsum("kk...->k...", C_second[:K, :K])[:, None]*np.einsum("ll...->l...", C_second[:K, :K])[None], C_second[:K, :K]**2))
            for t in range(n_path):
                Cm_second = Cm_second + -0.63661977236758138 * 1.0 / np.sqrt((1 - path[t][None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K]))*C_second[:K, :K]*path_weight[t][None, None]*r14[t, :K][:, None]
            # weight times coupling of two signs; the last node has what the rule misses of their average too
            Cw_second = 1.5707963267948966 * np.sqrt((1 - path[:, None, None])*np.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None])*np.sqrt((1 - path[:, None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K]))*Cm_second[None]*path_last[:, None, None] + C_second[:K, :K][None]*path_weight[:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2_second = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2) + 0.15915494309189535 * np.arctan2(C_second, _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2))*C_second + 0.25 * C_second
        # sqrt(C_second[i, i]*C_second[j, j] - C_second[i, j]**2)
        r15 = _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2)
        # atan2(C_second[i, j], r15[i, j])
        r16 = np.arctan2(C_second, r15)
        # 1/sqrt(C_second[k, k])
        r17 = 1.0 / np.sqrt(np.einsum("kk...->k...", C_second[:K, :K]))
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_second = 0.15915494309189535 * C_second[None]*r16[:K, :][:, None] + 0.25 * C_second[None] + 0.15915494309189535 * C_second[:K, :][:, :, None]*r15[:K, :][:, None]*r17[:, None, None]**2
        if np.any(np.isfinite(V)):
            # 1/sqrt((1 - path[t])*C_second[j, j] + Ct1_oo_second[t, i, j, j])
            r18 = 1.0 / np.sqrt((1 - path[:, None, None])*np.einsum("jj...->j...", C_second)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_second))
            # sqrt(((1 - path[t])*C_second[k, k] + Ct_second[t, k, k])*((1 - path[t])*C_second[l, l] + Ct_second[t, l, l]) - Ct_second[t, k, l]**2)
            r19 = _root(((1 - path[:, None, None])*np.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_second[:, :K, :K])[:, None]), Ct_second[:, :K, :K]**2)
            # atan2(Ct_second[t, k, l], r19[t, k, l])
            r20 = np.arctan2(Ct_second[:, :K, :K], r19)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_second = 0.039788735772973836 * C_second[None, None]*r16[None, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][:, None, :, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][:, None, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][None, :, :, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][None, :, None] + 0.0625 * C_second[None, None] + 0.039788735772973836 * C_second[:K, :][:, None, :, None]*r15[:K, :][:, None, None]*r17[:, None, None, None]**2 + 0.039788735772973836 * C_second[:K, :][:, None, None]*r15[:K, :][:, None, :, None]*r17[:, None, None, None]**2 + 0.039788735772973836 * C_second[:K, :][None, :, :, None]*r15[:K, :][None, :, None]*r17[None, :, None, None]**2 + 0.039788735772973836 * C_second[:K, :][None, :, None]*r15[:K, :][None, :, :, None]*r17[None, :, None, None]**2 + 0.039788735772973836 * r15[None, None]
            for t in range(n_path):
                I4_second = I4_second + 0.025330295910584444 * (1 - path[t][None, None, None, None])*np.arctan2(-np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_second[t, :, :K, :K])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]**2*r18[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_second[t, :, :K, :K])[:, None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]**2*r18[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_second[t, :, :K, :K])[None, :, :, None]), (-np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_second[t, :, :K, :K])[:, :, :, None])**2))*C_second[None, None]**2*path_weight[t][None, None, None, None]*r14[t, :][None, None, :, None]*r18[t, :, :][None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_second[None, None]*C_second[:K, :][:, None, :, None]*r18[t, :K, :][:, None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None])*C_second[:K, :][:, None, None] + C_second[:K, :][:, None, :, None]*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, :, None])*np.arctan2(-Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] - Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, None])**2))*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_second[None, None]*C_second[:K, :][:, None, None]*r18[t, :K, :][:, None, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None])*C_second[:K, :][:, None, :, None] + C_second[:K, :][:, None, None]*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, None])*np.arctan2(-Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None] - Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, :, None])**2))*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_second[None, None]*C_second[:K, :][None, :, :, None]*r18[t, :K, :][None, :, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_second[t, :K, :, :])[None, :, :, None])*C_second[:K, :][None, :, None] + C_second[:K, :][None, :, :, None]*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, :, None])*np.arctan2(-Ct1_oo_second[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] - Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_second[t, :K, :, :])[None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]**2*r18[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_second[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None])**2))*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_second[None, None]*C_second[:K, :][None, :, None]*r18[t, :K, :][None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_second[t, :K, :, :])[None, :, None])*C_second[:K, :][None, :, :, None] + C_second[:K, :][None, :, None]*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, None])*np.arctan2(-Ct1_oo_second[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_second[t, :K, :, :])[None, :, :, None] - Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]**2*r18[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_second[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None])**2))*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2)*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][:, None, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][:, None, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None] + C_second[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None]) + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_second[None, None]*C_second[:K, :K][:, :, None, None]*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + (Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2)*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][:, None, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][:, None, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + C_second[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None] + C_second[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None])*np.arctan2(Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2, _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :K][:, :, None, None]**2), (Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2)**2)) + 0.025330295910584444 * _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :K][:, :, None, None]**2), (Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2)**2)*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + 0.039788735772973836 * C_second[None, None]*path_weight[t][None, None, None, None]*r20[t, :, :][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_second = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_second)[None]*np.einsum("kk...->k...", C_second[:K, :K])[:, None], C_second[:K, :]**2)*r17[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2_second = 0.15915494309189535 * np.arctan2(C_second, _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2)) + 0.25
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w0_second
        c0_second[K:] = -u_second
        # <c_i> over the task
        mc0_second = c0_second
        # <c_i c_j> over the task
        G0_second = c0_second[:, None]*c0_second[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second = -eta_J * np.einsum("kj...,kij...->ki...", G0_second[:K, :], I3_second)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second = eta_J**2*noise**2*G0_second[:K, :K]*J2_second[:K, :K]/V
            E_second = E_second + eta_J**2*c0_second[:K][:, None]*c0_second[:K][None]/V * np.einsum("i...,j...,klij...->kl...", c0_second, c0_second, I4_second)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second = np.empty((K, S, *batch))
        W_second[:, :K] = -eta_J*G0_second[:K, :K]*J2_second[:K, :K]
        W_second[:, :K] = W_second[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second[:K, :], I_g2g0_second)[:, None]
        W_second[:, K:] = -eta_J*G0_second[:K, K:]*J2_second[:K, K:]
        # dw0/dalpha
        dw0_second = -eta_0 * np.einsum("i...,ki...->k...", mc0_second, I2_second[:K, :])
        # steps against fields of the weights before the giant step
        B_first = np.einsum("ln...,kn...->kl...", R, W_first[:, K:])
        B_first = B_first + np.einsum("ka...,al...->kl...", W_first[:, :K], X_first)
        # steps against fields of the weights before the giant step
        B_second = np.einsum("ln...,kn...->kl...", R, W_second[:, K:])
        B_second = B_second + np.einsum("ka...,al...->kl...", W_second[:, :K], X_second)
        # dR/dalpha
        dR = -p_second*A_first[:, K:] + p_second*A_second[:, K:] + A_first[:, K:]
        # dQ/dalpha
        dQ = -p_second*B_first - p_second*np.einsum("lk...->kl...", B_first) + p_second*B_second + p_second*np.einsum("lk...->kl...", B_second) + B_first + np.einsum("lk...->kl...", B_first)
        if np.any(np.isfinite(V)):
            dQ = dQ + -p_second*E_first + p_second*E_second + E_first
        # dw0/dalpha
        dw0 = -p_second*dw0_first + p_second*dw0_second + dw0_first
        y_C_ahead = np.zeros((S, S, *along))
        y_I2_ahead = np.zeros((S, S, *along))
        y_r1 = np.zeros((S, S, *along))
        y_r2 = np.zeros((S, S, *along))
        y_r3 = np.zeros((K, *along))
        y_I3_ahead = np.zeros((K, S, S, *along))
        y_I_g2g0_ahead = np.zeros((K, S, *along))
        y_J2_ahead = np.zeros((S, S, *along))
        y_c0_first_ahead = np.zeros((S, *along))
        y_mc0_first_ahead = np.zeros((S, *along))
        y_G0_first_ahead = np.zeros((S, S, *along))
        y_A_first_ahead = np.zeros((K, S, *along))
        y_W_first_ahead = np.zeros((K, S, *along))
        y_Y_first_ahead = np.zeros((K, K, *along))
        y_dR_first_ahead = np.zeros((K, M, *along))
        y_dQ_first_ahead = np.zeros((K, K, *along))
        y_dw0_first_ahead = np.zeros((K, *along))
        y_R_first = np.zeros((K, M, *along))
        y_Q_first = np.zeros((K, K, *along))
        y_w0_first = np.zeros((K, *along))
        y_X_first = np.zeros((K, K, *along))
        y_C_first = np.zeros((S, S, *along))
        y_I2_first = np.zeros((S, S, *along))
        y_r8 = np.zeros((S, S, *along))
        y_r9 = np.zeros((S, S, *along))
        y_r10 = np.zeros((K, *along))
        y_I3_first = np.zeros((K, S, S, *along))
        y_I_g2g0_first = np.zeros((K, S, *along))
        y_J2_first = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_mc0_first = np.zeros((S, *along))
        y_G0_first = np.zeros((S, S, *along))
        y_A_first = np.zeros((K, S, *along))
        y_W_first = np.zeros((K, S, *along))
        y_dw0_first = np.zeros((K, *along))
        y_c0_second_ahead = np.zeros((S, *along))
        y_mc0_second_ahead = np.zeros((S, *along))
        y_G0_second_ahead = np.zeros((S, S, *along))
        y_A_second_ahead = np.zeros((K, S, *along))
        y_W_second_ahead = np.zeros((K, S, *along))
        y_Y_second_ahead = np.zeros((K, K, *along))
        y_dR_second_ahead = np.zeros((K, M, *along))
        y_dQ_second_ahead = np.zeros((K, K, *along))
        y_dw0_second_ahead = np.zeros((K, *along))
        y_R_second = np.zeros((K, M, *along))
        y_Q_second = np.zeros((K, K, *along))
        y_w0_second = np.zeros((K, *along))
        y_X_second = np.zeros((K, K, *along))
        y_C_second = np.zeros((S, S, *along))
        y_I2_second = np.zeros((S, S, *along))
        y_r15 = np.zeros((S, S, *along))
        y_r16 = np.zeros((S, S, *along))
        y_r17 = np.zeros((K, *along))
        y_I3_second = np.zeros((K, S, S, *along))
        y_I_g2g0_second = np.zeros((K, S, *along))
        y_J2_second = np.zeros((S, S, *along))
        y_c0_second = np.zeros((S, *along))
        y_mc0_second = np.zeros((S, *along))
        y_G0_second = np.zeros((S, S, *along))
        y_A_second = np.zeros((K, S, *along))
        y_W_second = np.zeros((K, S, *along))
        y_dw0_second = np.zeros((K, *along))
        y_B_first = np.zeros((K, K, *along))
        y_B_second = np.zeros((K, K, *along))
        if np.any(np.isfinite(ratio)):
            y_Ct_ahead = np.zeros((n_path, S, S, *along))
            y_r0 = np.zeros((n_path, S, *along))
            y_Ct1_oo_ahead = np.zeros((n_path, S, S, S, *along))
            y_Cm_ahead = np.zeros((K, K, *along))
            y_Cw_ahead = np.zeros((n_path, K, K, *along))
            y_r4 = np.zeros((n_path, S, S, *along))
            y_r5 = np.zeros((n_path, K, K, *along))
            y_r6 = np.zeros((n_path, K, K, *along))
            y_I4_ahead = np.zeros((K, K, S, S, *along))
            y_E_first_ahead = np.zeros((K, K, *along))
            y_E_second_ahead = np.zeros((K, K, *along))
        if np.any(np.isfinite(V)):
            y_Ct_first = np.zeros((n_path, S, S, *along))
            y_r7 = np.zeros((n_path, S, *along))
            y_Ct1_oo_first = np.zeros((n_path, S, S, S, *along))
            y_Cm_first = np.zeros((K, K, *along))
            y_Cw_first = np.zeros((n_path, K, K, *along))
            y_r11 = np.zeros((n_path, S, S, *along))
            y_r12 = np.zeros((n_path, K, K, *along))
            y_r13 = np.zeros((n_path, K, K, *along))
            y_I4_first = np.zeros((K, K, S, S, *along))
            y_E_first = np.zeros((K, K, *along))
            y_Ct_second = np.zeros((n_path, S, S, *along))
            y_r14 = np.zeros((n_path, S, *along))
            y_Ct1_oo_second = np.zeros((n_path, S, S, S, *along))
            y_Cm_second = np.zeros((K, K, *along))
            y_Cw_second = np.zeros((n_path, K, K, *along))
            y_r18 = np.zeros((n_path, S, S, *along))
            y_r19 = np.zeros((n_path, K, K, *along))
            y_r20 = np.zeros((n_path, K, K, *along))
            y_I4_second = np.zeros((K, K, S, S, *along))
            y_E_second = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_gamma = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        y_ratio = np.zeros(along)
        here = y_dw0
        y_dw0_first += here*(1 - p_second)
        y_dw0_second += here*p_second
        y_p_second += np.einsum("k...->...", np.broadcast_to(here*(-dw0_first + dw0_second), (K, *along)))
        if np.any(np.isfinite(V)):
            here = y_dQ
            y_E_first += here*(1 - p_second)
            y_E_second += here*p_second
            y_p_second += np.einsum("kl...->...", np.broadcast_to(here*(-E_first + E_second), (K, K, *along)))
        here = y_dQ
        y_B_first += here*(1 - p_second)
        y_B_first += np.einsum("kl...->lk...", np.broadcast_to(here*(1 - p_second), (K, K, *along)))
        y_B_second += here*p_second
        y_B_second += np.einsum("kl...->lk...", np.broadcast_to(here*p_second, (K, K, *along)))
        y_p_second += np.einsum("kl...->...", np.broadcast_to(here*(-B_first - np.einsum("lk...->kl...", B_first) + B_second + np.einsum("lk...->kl...", B_second)), (K, K, *along)))
        here = y_dR
        y_A_first[:, K:] += here*(1 - p_second)
        y_A_second[:, K:] += here*p_second
        y_p_second += np.einsum("kn...->...", np.broadcast_to(here*(-A_first[:, K:] + A_second[:, K:]), (K, M, *along)))
        here = y_B_second
        y_W_second[:, :K] += np.einsum("al...,kl...->ka...", X_second, here)
        y_X_second += np.einsum("ka...,kl...->al...", W_second[:, :K], here)
        here = y_B_second
        y_R += np.einsum("kn...,kl...->ln...", W_second[:, K:], here)
        y_W_second[:, K:] += np.einsum("ln...,kl...->kn...", R, here)
        here = y_B_first
        y_W_first[:, :K] += np.einsum("al...,kl...->ka...", X_first, here)
        y_X_first += np.einsum("ka...,kl...->al...", W_first[:, :K], here)
        here = y_B_first
        y_R += np.einsum("kn...,kl...->ln...", W_first[:, K:], here)
        y_W_first[:, K:] += np.einsum("ln...,kl...->kn...", R, here)
        here = y_dw0_second
        whole = here * (np.einsum("i...,ki...->k...", mc0_second, I2_second[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2_second[:K, :] += here[:, None]*mc0_second[None]
        y_mc0_second += np.einsum("k...,ki...->i...", here, I2_second[:K, :])
        here = y_W_second[:, K:]
        y_G0_second[:K, K:] += -eta_J*here*J2_second[:K, K:]
        y_J2_second[:K, K:] += -eta_J*here*G0_second[:K, K:]
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-here*G0_second[:K, K:]*J2_second[:K, K:], (K, M, *along)))
        here = y_W_second[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second[:K, :], I_g2g0_second)[:, None])
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-eta_J*_identity(K, batch)) * here
        y_G0_second[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_second, here)
        y_I_g2g0_second += np.einsum("ki...,kl...->ki...", G0_second[:K, :], here)
        here = y_W_second[:, :K]
        y_G0_second[:K, :K] += -eta_J*here*J2_second[:K, :K]
        y_J2_second[:K, :K] += -eta_J*here*G0_second[:K, :K]
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-here*G0_second[:K, :K]*J2_second[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(V)):
            here = y_E_second
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second, c0_second, I4_second))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole*c0_second[:K][:, None]*c0_second[:K][None]/V**2, (K, K, *along)))
            y_c0_second[:K] += np.einsum("kl...->k...", np.broadcast_to(eta_J**2*whole*c0_second[:K][None]/V, (K, K, *along)))
            y_c0_second[:K] += np.einsum("kl...->l...", np.broadcast_to(eta_J**2*whole*c0_second[:K][:, None]/V, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole*c0_second[:K][:, None]*c0_second[:K][None]/V, (K, K, *along)))
            here = (eta_J**2*c0_second[:K][:, None]*c0_second[:K][None]/V) * here
            y_I4_second += c0_second[None, None, :, None]*c0_second[None, None, None]*here[:, :, None, None]
            y_c0_second += np.einsum("j...,kl...,klij...->i...", c0_second, here, I4_second)
            y_c0_second += np.einsum("i...,kl...,klij...->j...", c0_second, here, I4_second)
            here = y_E_second
            p_0 = eta_J**2*noise**2
            p_1 = G0_second[:K, :K]*J2_second[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second[:K, :K] += b_p_1*J2_second[:K, :K]/V
            y_J2_second[:K, :K] += b_p_1*G0_second[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second[:K, :K]*J2_second[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A_second
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second[:K, :], I3_second))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0_second[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_second)
        y_I3_second += G0_second[:K, :][:, None]*here[:, :, None]
        here = y_G0_second
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*c0_second[:, None], (S, S, *along)))
        here = y_mc0_second
        y_c0_second += here
        here = y_c0_second[:K]
        y_w0_second += here
        here = y_J2_second
        p_0 = np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None]
        p_1 = C_second**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.15915494309189535 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_second**2)**2*C_second
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_second += 2.0 * b_p_1*C_second + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_second**2)**2
        np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_second)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_second)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_second)[:, None], (S, S, *along)))
        here = y_I_g2g0_second
        p_0 = np.einsum("ii...->i...", C_second)[None]*np.einsum("kk...->k...", C_second[:K, :K])[:, None]
        p_1 = C_second[:K, :]**2
        p_2 = _root(p_0, p_1)
        b_p_2 = 0.15915494309189535 * here*r17[:, None]**2
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_r17 += np.einsum("ki...->k...", np.broadcast_to(0.31830988618379069 * here*p_2*r17[:, None], (K, S, *along)))
        y_C_second[:K, :] += 2.0 * b_p_1*C_second[:K, :]
        np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ki...->i...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_second[:K, :K])[:, None], (K, S, *along)))
        np.einsum("kk...->k...", y_C_second[:K, :K])[...] += np.einsum("ki...->k...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_second)[None], (K, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_I4_second
            for t in range(n_path):
                p_0 = Ct1_oo_second[t, :K, :, :][:, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2
                p_1 = C_second[:K, :][:, None, :, None]*path_weight[t][None, None, None, None]
                p_2 = Ct1_oo_second[t, :K, :K, :][:, :, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None]
                p_3 = C_second[:K, :][:, None, None]*path_weight[t][None, None, None, None]
                p_4 = Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None]
                p_5 = C_second[:K, :][None, :, :, None]*path_weight[t][None, None, None, None]
                p_6 = np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None]
                p_7 = C_second[:K, :][None, :, None]*path_weight[t][None, None, None, None]
                p_8 = np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None]
                p_10 = 1 - path[t][None, None, None, None]
                p_11 = p_10*C_second[None, None]*path_weight[t][None, None, None, None]
                p_12 = C_second[:K, :K][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None]
                p_13 = p_0*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + p_1*p_2 + p_11*p_12 + p_3*p_4 + p_5*p_6 + p_7*p_8
                p_14 = p_10*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :K][:, :, None, None]**2
                p_15 = p_10*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :K][:, :, None, None]**2
                p_16 = p_14*p_15
                p_17 = p_0**2
                p_18 = _root(p_16, p_17)
                p_19 = np.arctan2(p_0, p_18)
                p_21 = p_10*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None]
                p_22 = p_10*C_second[None, None]*C_second[:K, :][:, None, :, None]*r18[t, :K, :][:, None, :, None] + np.sqrt(p_21)*C_second[:K, :][:, None, None] + C_second[:K, :][:, None, :, None]*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, :, None]
                p_23 = -Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, None]
                p_24 = p_10*np.einsum("jj...->j...", C_second)[None, None, None] - Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None]
                p_25 = p_10*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]
                p_26 = p_24*p_25
                p_27 = p_23**2
                p_28 = _root(p_26, p_27)
                p_29 = np.arctan2(p_23, p_28)
                p_30 = 0.025330295910584444 * p_22
                p_31 = p_29*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]
                p_32 = p_10*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_second[t, :K, :, :])[None, :, :, None]
                p_33 = p_10*C_second[None, None]*C_second[:K, :][None, :, :, None]*r18[t, :K, :][None, :, :, None] + np.sqrt(p_32)*C_second[:K, :][None, :, None] + C_second[:K, :][None, :, :, None]*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, :, None]
                p_34 = -Ct1_oo_second[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]
                p_35 = p_10*np.einsum("jj...->j...", C_second)[None, None, None] - Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_second[t, :K, :, :])[None, :, None]
                p_36 = p_10*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]**2*r18[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]
                p_37 = p_35*p_36
                p_38 = p_34**2
                p_39 = _root(p_37, p_38)
                p_40 = np.arctan2(p_34, p_39)
                p_41 = 0.025330295910584444 * p_33
                p_42 = p_40*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]
                p_43 = p_10*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_second[t, :K, :, :])[:, None, None]
                p_44 = p_10*C_second[None, None]*C_second[:K, :][:, None, None]*r18[t, :K, :][:, None, None] + np.sqrt(p_43)*C_second[:K, :][:, None, :, None] + C_second[:K, :][:, None, None]*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, None]
                p_45 = -Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None]**2 + Ct1_oo_second[t, :K, :K, :][:, :, :, None]
                p_46 = p_10*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_second[t, :K, :, :])[:, None, :, None] - Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, None]**2
                p_47 = p_10*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]
                p_48 = p_46*p_47
                p_49 = p_45**2
                p_50 = _root(p_48, p_49)
                p_51 = np.arctan2(p_45, p_50)
                p_52 = 0.025330295910584444 * p_44
                p_53 = p_51*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]
                p_54 = p_10*np.einsum("jj...->j...", C_second)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_second[t, :K, :, :])[None, :, None]
                p_55 = p_10*C_second[None, None]*C_second[:K, :][None, :, None]*r18[t, :K, :][None, :, None] + np.sqrt(p_54)*C_second[:K, :][None, :, :, None] + C_second[:K, :][None, :, None]*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, None]
                p_56 = -Ct1_oo_second[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]
                p_57 = p_10*np.einsum("ii...->i...", C_second)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_second[t, :K, :, :])[None, :, :, None] - Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, None]**2
                p_58 = p_10*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]**2*r18[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_second[t, :K, :K, :K])[:, :, None, None]
                p_59 = p_57*p_58
                p_60 = p_56**2
                p_61 = _root(p_59, p_60)
                p_62 = np.arctan2(p_56, p_61)
                p_63 = 0.025330295910584444 * p_55
                p_64 = p_62*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]
                p_65 = 0.025330295910584444 * r14[t, :K][:, None, None, None]
                p_66 = p_18*Cw_second[t, :, :][:, :, None, None]*r18[t, :K, :K][:, :, None, None]
                p_67 = -np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_second[t, :, :K, :K])[:, :, :, None]
                p_68 = p_10*np.einsum("kk...->k...", C_second[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]**2*r18[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_second[t, :, :K, :K])[:, None, :, None]
                p_69 = p_10*np.einsum("ll...->l...", C_second[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]**2*r18[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_second[t, :, :K, :K])[None, :, :, None]
                p_70 = p_68*p_69
                p_71 = p_67**2
                p_72 = _root(p_70, p_71)
                p_73 = np.arctan2(p_67, p_72)
                p_74 = 0.025330295910584444 * p_10*C_second[None, None]**2
                p_75 = p_73*path_weight[t][None, None, None, None]*r14[t, :][None, None, :, None]*r18[t, :, :][None, None]
                b_p_75 = here*p_74
                b_p_74 = here*p_75
                b_p_73 = b_p_75*path_weight[t][None, None, None, None]*r14[t, :][None, None, :, None]*r18[t, :, :][None, None]
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
                b_p_62 = b_p_64*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]
                b_p_61 = -b_p_62*p_56*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_60 = -b_p_61*_half(_root(p_59, p_60))
                b_p_59 = b_p_61*_half(_root(p_59, p_60))
                b_p_58 = b_p_59*p_57
                b_p_57 = b_p_59*p_58
                b_p_56 = 2.0 * b_p_60*p_56 + b_p_62*p_61*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_55 = 0.025330295910584444 * b_p_63
                b_p_54 = 0.5 * b_p_55*C_second[:K, :][None, :, :, None]/np.sqrt(p_54)
                b_p_53 = here*p_52
                b_p_52 = here*p_53
                b_p_51 = b_p_53*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]
                b_p_50 = -b_p_51*p_45*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_49 = -b_p_50*_half(_root(p_48, p_49))
                b_p_48 = b_p_50*_half(_root(p_48, p_49))
                b_p_47 = b_p_48*p_46
                b_p_46 = b_p_48*p_47
                b_p_45 = 2.0 * b_p_49*p_45 + b_p_51*p_50*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_44 = 0.025330295910584444 * b_p_52
                b_p_43 = 0.5 * b_p_44*C_second[:K, :][:, None, :, None]/np.sqrt(p_43)
                b_p_42 = here*p_41
                b_p_41 = here*p_42
                b_p_40 = b_p_42*path_weight[t][None, None, None, None]*r14[t, :K][None, :, None, None]
                b_p_39 = -b_p_40*p_34*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_38 = -b_p_39*_half(_root(p_37, p_38))
                b_p_37 = b_p_39*_half(_root(p_37, p_38))
                b_p_36 = b_p_37*p_35
                b_p_35 = b_p_37*p_36
                b_p_34 = 2.0 * b_p_38*p_34 + b_p_40*p_39*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_33 = 0.025330295910584444 * b_p_41
                b_p_32 = 0.5 * b_p_33*C_second[:K, :][None, :, None]/np.sqrt(p_32)
                b_p_31 = here*p_30
                b_p_30 = here*p_31
                b_p_29 = b_p_31*path_weight[t][None, None, None, None]*r14[t, :K][:, None, None, None]
                b_p_28 = -b_p_29*p_23*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_27 = -b_p_28*_half(_root(p_26, p_27))
                b_p_26 = b_p_28*_half(_root(p_26, p_27))
                b_p_25 = b_p_26*p_24
                b_p_24 = b_p_26*p_25
                b_p_23 = 2.0 * b_p_27*p_23 + b_p_29*p_28*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_22 = 0.025330295910584444 * b_p_30
                b_p_21 = 0.5 * b_p_22*C_second[:K, :][:, None, None]/np.sqrt(p_21)
                b_p_20 = 0.039788735772973836 * here
                b_p_19 = 0.025330295910584444 * here*p_13
                b_p_18 = -b_p_19*p_0*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_66*Cw_second[t, :, :][:, :, None, None]*r18[t, :K, :K][:, :, None, None]
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
                b_p_0 = b_p_13*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + 2.0 * b_p_17*p_0 + b_p_19*p_18*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_9*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None]
                y_r14[t, :] += np.einsum("klij...->i...", np.broadcast_to(b_p_75*p_73*path_weight[t][None, None, None, None]*r18[t, :, :][None, None], (K, K, S, S, *along)))
                y_r18[t, :, :] += np.einsum("klij...->ij...", np.broadcast_to(-2.0 * b_p_67*np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None] - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]**2*r18[t, :, :][None, None] - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]**2*r18[t, :, :][None, None] + b_p_75*p_73*path_weight[t][None, None, None, None]*r14[t, :][None, None, :, None], (K, K, S, S, *along)))
                y_C_second += np.einsum("klij...->ij...", np.broadcast_to(b_p_11*p_10*path_weight[t][None, None, None, None] + b_p_20*path_weight[t][None, None, None, None]*r20[t, :, :][:, :, None, None] + b_p_22*p_10*C_second[:K, :][:, None, :, None]*r18[t, :K, :][:, None, :, None] + b_p_33*p_10*C_second[:K, :][None, :, :, None]*r18[t, :K, :][None, :, :, None] + b_p_44*p_10*C_second[:K, :][:, None, None]*r18[t, :K, :][:, None, None] + b_p_55*p_10*C_second[:K, :][None, :, None]*r18[t, :K, :][None, :, None] + 0.050660591821168888 * b_p_74*p_10*C_second[None, None], (K, K, S, S, *along)))
                np.einsum("ll...->l...", y_C_second[:K, :K])[...] += np.einsum("klij...->l...", np.broadcast_to(b_p_25*p_10 + b_p_47*p_10 + b_p_69*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :, :K, :] += np.einsum("klij...->ilj...", np.broadcast_to(-b_p_67*np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*r18[t, :, :][None, None]**2 - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ill...->il...", y_Ct1_oo_second[t, :, :K, :K])[...] += np.einsum("klij...->il...", np.broadcast_to(b_p_69, (K, K, S, S, *along)))
                np.einsum("kk...->k...", y_C_second[:K, :K])[...] += np.einsum("klij...->k...", np.broadcast_to(b_p_36*p_10 + b_p_58*p_10 + b_p_68*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :, :K, :] += np.einsum("klij...->ikj...", np.broadcast_to(-b_p_67*np.einsum("ilj...->lij...", Ct1_oo_second[t, :, :K, :])[None]*r18[t, :, :][None, None]**2 - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_second[t, :, :K, :])[:, None]*r18[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ikk...->ik...", y_Ct1_oo_second[t, :, :K, :K])[...] += np.einsum("klij...->ik...", np.broadcast_to(b_p_68, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :, :K, :K] += np.einsum("klij...->ikl...", np.broadcast_to(b_p_67, (K, K, S, S, *along)))
                y_Cw_second[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_13*p_0*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + b_p_66*p_18*r18[t, :K, :K][:, :, None, None] + b_p_9*p_0*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r18[t, :K, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None] + b_p_12*C_second[:K, :K][:, :, None, None]*r14[t, :K][:, None, None, None] + b_p_13*p_0*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None] - 2.0 * b_p_14*Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :K][:, :, None, None] - 2.0 * b_p_15*Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_second[t, :K, :K, :][:, :, None]*r14[t, :K][:, None, None, None] + b_p_4*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r14[t, :K][:, None, None, None] + b_p_66*p_18*Cw_second[t, :, :][:, :, None, None] + b_p_9*p_0*Cw_second[t, :, :][:, :, None, None]*r14[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r14[t, :K] += np.einsum("klij...->k...", np.broadcast_to(b_p_12*C_second[:K, :K][:, :, None, None]*r18[t, :K, :K][:, :, None, None] + b_p_13*p_0*Cw_second[t, :, :][:, :, None, None]*r18[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None] + b_p_31*p_29*path_weight[t][None, None, None, None] + b_p_4*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :K][:, :, None, None] + b_p_53*p_51*path_weight[t][None, None, None, None] + 0.025330295910584444 * b_p_65 + b_p_9*p_0*Cw_second[t, :, :][:, :, None, None]*r18[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r14[t, :K] += np.einsum("klij...->l...", np.broadcast_to(b_p_42*p_40*path_weight[t][None, None, None, None] + b_p_6*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None] + b_p_64*p_62*path_weight[t][None, None, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :K, :] += np.einsum("klij...->lkj...", np.broadcast_to(b_p_34 - b_p_56*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, None]**2 - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None]**2 + b_p_6*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                np.einsum("lkk...->lk...", y_Ct1_oo_second[t, :K, :K, :K])[...] += np.einsum("klij...->lk...", np.broadcast_to(b_p_36 + b_p_58, (K, K, S, S, *along)))
                y_r18[t, :K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_55*(p_10*C_second[None, None]*C_second[:K, :][None, :, None] + C_second[:K, :][None, :, None]*Ct1_oo_second[t, :K, :, :][None]) - 2.0 * b_p_56*Ct1_oo_second[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None] - 2.0 * b_p_57*Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, None] - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]**2*r18[t, :K, :][None, :, None], (K, K, S, S, *along)))
                np.einsum("ii...->i...", y_C_second)[...] += np.einsum("klij...->i...", np.broadcast_to(b_p_14*p_10 + b_p_21*p_10 + b_p_32*p_10 + b_p_46*p_10 + b_p_57*p_10, (K, K, S, S, *along)))
                np.einsum("lii...->li...", y_Ct1_oo_second[t, :K, :, :])[...] += np.einsum("klij...->li...", np.broadcast_to(b_p_32 + b_p_57, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :, :] += np.einsum("klij...->lij...", np.broadcast_to(b_p_33*C_second[:K, :][None, :, :, None]*r18[t, :K, :][None, :, :, None] - b_p_34*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_35*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, :, None]**2 + b_p_55*C_second[:K, :][None, :, None]*r18[t, :K, :][None, :, None] - b_p_56*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r18[t, :K, :][None, :, None]**2 - 2.0 * b_p_57*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :K, :] += np.einsum("klij...->lki...", np.broadcast_to(-b_p_34*Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None]**2 + b_p_56 + b_p_8*r14[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r18[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_C_second[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_second[None, None]*r18[t, :K, :][None, :, :, None] + Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, :, None]) + b_p_5*path_weight[t][None, None, None, None] + b_p_55*np.sqrt(p_54), (K, K, S, S, *along)))
                y_C_second[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_33*np.sqrt(p_32) + b_p_55*(p_10*C_second[None, None]*r18[t, :K, :][None, :, None] + Ct1_oo_second[t, :K, :, :][None]*r18[t, :K, :][None, :, None]) + b_p_7*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                np.einsum("jj...->j...", y_C_second)[...] += np.einsum("klij...->j...", np.broadcast_to(b_p_15*p_10 + b_p_24*p_10 + b_p_35*p_10 + b_p_43*p_10 + b_p_54*p_10, (K, K, S, S, *along)))
                np.einsum("ljj...->lj...", y_Ct1_oo_second[t, :K, :, :])[...] += np.einsum("klij...->lj...", np.broadcast_to(b_p_35 + b_p_54, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_15*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2 + b_p_2*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + b_p_23 - b_p_45*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, None]**2 - 2.0 * b_p_47*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_second[t, :K, :K, :K])[...] += np.einsum("klij...->kl...", np.broadcast_to(b_p_25 + b_p_47, (K, K, S, S, *along)))
                y_r18[t, :K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_44*(p_10*C_second[None, None]*C_second[:K, :][:, None, None] + C_second[:K, :][:, None, None]*Ct1_oo_second[t, :K, :, :][:, None]) - 2.0 * b_p_45*Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None] - 2.0 * b_p_46*Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, None] - 2.0 * b_p_47*Ct1_oo_second[t, :K, :K, :][:, :, None]**2*r18[t, :K, :][:, None, None], (K, K, S, S, *along)))
                np.einsum("kii...->ki...", y_Ct1_oo_second[t, :K, :, :])[...] += np.einsum("klij...->ki...", np.broadcast_to(b_p_14 + b_p_21 + b_p_46, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0 + b_p_22*C_second[:K, :][:, None, :, None]*r18[t, :K, :][:, None, :, None] - b_p_23*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_24*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, :, None]**2 + b_p_44*C_second[:K, :][:, None, None]*r18[t, :K, :][:, None, None] - b_p_45*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :][:, None, None]**2 - 2.0 * b_p_46*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_second[t, :K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*Ct1_oo_second[t, :K, :K, :][:, :, None]*r18[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_14*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :K][:, :, None, None]**2 - b_p_23*Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_25*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None]**2 + b_p_4*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None] + b_p_45, (K, K, S, S, *along)))
                y_C_second[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*path_weight[t][None, None, None, None] + b_p_22*(p_10*C_second[None, None]*r18[t, :K, :][:, None, :, None] + Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, :, None]) + b_p_44*np.sqrt(p_43), (K, K, S, S, *along)))
                y_C_second[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_22*np.sqrt(p_21) + b_p_3*path_weight[t][None, None, None, None] + b_p_44*(p_10*C_second[None, None]*r18[t, :K, :][:, None, None] + Ct1_oo_second[t, :K, :, :][:, None]*r18[t, :K, :][:, None, None]), (K, K, S, S, *along)))
                np.einsum("kjj...->kj...", y_Ct1_oo_second[t, :K, :, :])[...] += np.einsum("klij...->kj...", np.broadcast_to(b_p_15 + b_p_24 + b_p_43, (K, K, S, S, *along)))
                y_r18[t, :K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_second[None, None]*C_second[:K, :][None, :, :, None] + C_second[:K, :][None, :, :, None]*Ct1_oo_second[t, :K, :, :][None]) - 2.0 * b_p_34*Ct1_oo_second[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r18[t, :K, :][None, :, :, None] - 2.0 * b_p_35*Ct1_oo_second[t, :K, :, :][None]**2*r18[t, :K, :][None, :, :, None] - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]**2*r18[t, :K, :][None, :, :, None], (K, K, S, S, *along)))
                y_r18[t, :K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_22*(p_10*C_second[None, None]*C_second[:K, :][:, None, :, None] + C_second[:K, :][:, None, :, None]*Ct1_oo_second[t, :K, :, :][:, None]) - 2.0 * b_p_23*Ct1_oo_second[t, :K, :, :][:, None]*Ct1_oo_second[t, :K, :K, :][:, :, :, None]*r18[t, :K, :][:, None, :, None] - 2.0 * b_p_24*Ct1_oo_second[t, :K, :, :][:, None]**2*r18[t, :K, :][:, None, :, None] - 2.0 * b_p_25*Ct1_oo_second[t, :K, :K, :][:, :, :, None]**2*r18[t, :K, :][:, None, :, None], (K, K, S, S, *along)))
                y_r20[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_20*C_second[None, None]*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                y_C_second[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(b_p_12*r14[t, :K][:, None, None, None]*r18[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r18[t, :K, :K] += np.einsum("klij...->lk...", np.broadcast_to(b_p_6*np.einsum("lkj...->klj...", Ct1_oo_second[t, :K, :K, :])[:, :, None]*r14[t, :K][None, :, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_second[t, :K, :K, :])[:, :, :, None]*r14[t, :K][None, :, None, None], (K, K, S, S, *along)))
            here = y_I4_second
            b_p_3 = 0.039788735772973836 * here
            b_p_2 = 0.039788735772973836 * here
            b_p_1 = 0.039788735772973836 * here
            b_p_0 = 0.039788735772973836 * here
            y_C_second += np.einsum("klij...->ij...", np.broadcast_to(here*(0.039788735772973836 * r16[None, None] + 0.039788735772973836 * r16[:K, :][:, None, :, None] + 0.039788735772973836 * r16[:K, :][:, None, None] + 0.039788735772973836 * r16[:K, :][None, :, :, None] + 0.039788735772973836 * r16[:K, :][None, :, None] + 0.0625), (K, K, S, S, *along)))
            y_r15 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here, (K, K, S, S, *along)))
            y_r16 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here*C_second[None, None], (K, K, S, S, *along)))
            y_r16[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(0.039788735772973836 * here*C_second[None, None], (K, K, S, S, *along)))
            y_r16[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(0.039788735772973836 * here*C_second[None, None], (K, K, S, S, *along)))
            y_r16[:K, :] += np.einsum("klij...->li...", np.broadcast_to(0.039788735772973836 * here*C_second[None, None], (K, K, S, S, *along)))
            y_r16[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(0.039788735772973836 * here*C_second[None, None], (K, K, S, S, *along)))
            y_C_second[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_3*r15[:K, :][None, :, :, None]*r17[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r15[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_3*C_second[:K, :][None, :, None]*r17[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r17 += np.einsum("klij...->l...", np.broadcast_to(2.0 * b_p_2*C_second[:K, :][None, :, :, None]*r15[:K, :][None, :, None]*r17[None, :, None, None] + 2.0 * b_p_3*C_second[:K, :][None, :, None]*r15[:K, :][None, :, :, None]*r17[None, :, None, None], (K, K, S, S, *along)))
            y_C_second[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_2*r15[:K, :][None, :, None]*r17[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r15[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_2*C_second[:K, :][None, :, :, None]*r17[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C_second[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_1*r15[:K, :][:, None, :, None]*r17[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r15[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*C_second[:K, :][:, None, None]*r17[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r17 += np.einsum("klij...->k...", np.broadcast_to(2.0 * b_p_0*C_second[:K, :][:, None, :, None]*r15[:K, :][:, None, None]*r17[:, None, None, None] + 2.0 * b_p_1*C_second[:K, :][:, None, None]*r15[:K, :][:, None, :, None]*r17[:, None, None, None], (K, K, S, S, *along)))
            y_C_second[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_0*r15[:K, :][:, None, None]*r17[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r15[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_0*C_second[:K, :][:, None, :, None]*r17[:, None, None, None]**2, (K, K, S, S, *along)))
            here = y_r20
            y_Ct_second[:, :K, :K] += here*1.0 / np.sqrt(Ct_second[:, :K, :K]**2 + r19**2)**2*r19
            y_r19 += -here*1.0 / np.sqrt(Ct_second[:, :K, :K]**2 + r19**2)**2*Ct_second[:, :K, :K]
            here = y_r19
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_second[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_second[:, :K, :K])[:, None]
            p_3 = p_1*p_2
            p_4 = Ct_second[:, :K, :K]**2
            b_p_4 = -here*_half(_root(p_3, p_4))
            b_p_3 = here*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            y_Ct_second[:, :K, :K] += 2.0 * b_p_4*Ct_second[:, :K, :K]
            np.einsum("ll...->l...", y_C_second[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tll...->tl...", y_Ct_second[:, :K, :K])[...] += np.einsum("tkl...->tl...", np.broadcast_to(b_p_2, (n_path, K, K, *along)))
            np.einsum("kk...->k...", y_C_second[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_second[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_r18
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("jj...->j...", C_second)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_second)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("jj...->j...", y_C_second)[...] += np.einsum("tij...->j...", np.broadcast_to(b_p_1*p_0, (n_path, S, S, *along)))
            np.einsum("tijj...->tij...", y_Ct1_oo_second)[...] += b_p_1
        here = y_I3_second
        b_p_0 = 0.15915494309189535 * here
        y_C_second += np.einsum("kij...->ij...", np.broadcast_to(here*(0.15915494309189535 * r16[:K, :][:, None] + 0.25), (K, S, S, *along)))
        y_r16[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(0.15915494309189535 * here*C_second[None], (K, S, S, *along)))
        y_C_second[:K, :] += np.einsum("kij...->ki...", np.broadcast_to(b_p_0*r15[:K, :][:, None]*r17[:, None, None]**2, (K, S, S, *along)))
        y_r15[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C_second[:K, :][:, :, None]*r17[:, None, None]**2, (K, S, S, *along)))
        y_r17 += np.einsum("kij...->k...", np.broadcast_to(2.0 * b_p_0*C_second[:K, :][:, :, None]*r15[:K, :][:, None]*r17[:, None, None], (K, S, S, *along)))
        here = y_r17
        np.einsum("kk...->k...", y_C_second[:K, :K])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("kk...->k...", C_second[:K, :K]))**3
        here = y_r16
        y_C_second += here*1.0 / np.sqrt(C_second**2 + r15**2)**2*r15
        y_r15 += -here*1.0 / np.sqrt(C_second**2 + r15**2)**2*C_second
        here = y_r15
        p_0 = np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None]
        p_1 = C_second**2
        b_p_1 = -here*_half(_root(p_0, p_1))
        b_p_0 = here*_half(_root(p_0, p_1))
        y_C_second += 2.0 * b_p_1*C_second
        np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_second)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_second)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_second)[:, None], (S, S, *along)))
        here = y_I2_second
        p_0 = np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None]
        p_1 = C_second**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_second, p_2)
        b_p_3 = 0.15915494309189535 * here*C_second
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_second**2)**2*C_second + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_second += 2.0 * b_p_1*C_second + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_second**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_second)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_second)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_second)[:, None], (S, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_Cw_second
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_second[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K])
            p_3 = 1.5707963267948966 * np.sqrt(p_1)
            p_4 = np.sqrt(p_2)*Cm_second[None]*path_last[:, None, None]
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = 0.5 * b_p_4*Cm_second[None]*path_last[:, None, None]/np.sqrt(p_2)
            b_p_1 = 0.78539816339744828 * b_p_3/np.sqrt(p_1)
            y_C_second[:K, :K] += np.einsum("tkl...->kl...", np.broadcast_to(here*path_weight[:, None, None], (n_path, K, K, *along)))
            y_Cm_second += np.einsum("tkl...->kl...", np.broadcast_to(b_p_4*np.sqrt(p_2)*path_last[:, None, None], (n_path, K, K, *along)))
            np.einsum("ll...->l...", y_C_second[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tkll...->tkl...", y_Ct1_oo_second[:, :K, :K, :K])[...] += b_p_2
            np.einsum("kk...->k...", y_C_second[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_second[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_Cm_second
            for t in range(n_path):
                p_0 = 1 - path[t][None, None]
                p_1 = p_0*np.einsum("ll...->l...", C_second[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_second[t, :K, :K, :K])
                p_2 = 1.0 / np.sqrt(p_1)
                p_3 = -0.63661977236758138 * path_weight[t][None, None]
                b_p_4 = here*p_3
                b_p_2 = b_p_4*C_second[:K, :K]*r14[t, :K][:, None]
                b_p_1 = -0.5 * b_p_2*1.0 / np.sqrt(p_1)**3
                y_C_second[:K, :K] += b_p_4*p_2*r14[t, :K][:, None]
                y_r14[t, :K] += np.einsum("kl...->k...", np.broadcast_to(b_p_4*p_2*C_second[:K, :K], (K, K, *along)))
                np.einsum("ll...->l...", y_C_second[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_1*p_0, (K, K, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_second[t, :K, :K, :K])[...] += b_p_1
            here = y_Cm_second
            p_0 = np.einsum("kk...->k...", C_second[:K, :K])[:, None]*np.einsum("ll...->l...", C_second[:K, :K])[None]
            p_1 = C_second[:K, :K]**2
            p_2 = _root(p_0, p_1)
            b_p_3 = 0.63661977236758138 * here
            b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_second[:K, :K]**2)**2*C_second[:K, :K]
            b_p_1 = -b_p_2*_half(_root(p_0, p_1))
            b_p_0 = b_p_2*_half(_root(p_0, p_1))
            y_C_second[:K, :K] += 2.0 * b_p_1*C_second[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_second[:K, :K]**2)**2
            np.einsum("kk...->k...", y_C_second[:K, :K])[...] += np.einsum("kl...->k...", np.broadcast_to(b_p_0*np.einsum("ll...->l...", C_second[:K, :K])[None], (K, K, *along)))
            np.einsum("ll...->l...", y_C_second[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_second[:K, :K])[:, None], (K, K, *along)))
            here = y_Ct1_oo_second
            y_Ct_second += np.einsum("tijr...->tij...", np.broadcast_to(-here*Ct_second[:, :, None]*r14[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_second += np.einsum("tijr...->tir...", np.broadcast_to(-here*Ct_second[:, :, :, None]*r14[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_second += np.einsum("tijr...->tjr...", np.broadcast_to(here, (n_path, S, S, S, *along)))
            y_r14 += np.einsum("tijr...->ti...", np.broadcast_to(-2.0 * here*Ct_second[:, :, :, None]*Ct_second[:, :, None]*r14[:, :, None, None], (n_path, S, S, S, *along)))
            here = y_r14
            p_0 = 1 - path[:, None]
            p_1 = p_0*np.einsum("ii...->i...", C_second)[None] + np.einsum("tii...->ti...", Ct_second)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ti...->i...", np.broadcast_to(b_p_1*p_0, (n_path, S, *along)))
            np.einsum("tii...->ti...", y_Ct_second)[...] += b_p_1
            here = y_Ct_second
            y_C_second += np.einsum("tij...->ij...", np.broadcast_to(here*path[:, None, None], (n_path, S, S, *along)))
        y_C_second[:K, K:] += np.einsum("nk...->kn...", y_C_second[K:, :K])
        here = y_C_second[:K, K:]
        y_R_second += here
        here = y_C_second[:K, :K]
        y_Q_second += here
        here = y_X_second
        y_A_second_ahead[:, :K] += here
        y_Q += here
        here = y_w0_second
        y_dw0_second_ahead += here
        y_w0 += here
        here = y_Q_second
        y_Q += here
        y_dQ_second_ahead += here
        here = y_R_second
        y_R += here
        y_dR_second_ahead += here
        here = y_dw0_second_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_second_ahead[None]
        y_mc0_second_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_second_ahead
            y_E_second_ahead += here
        here = y_dQ_second_ahead
        y_A_second_ahead[:, :K] += here
        y_A_second_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_second_ahead += here
        here = y_dR_second_ahead
        y_A_second_ahead[:, K:] += here
        here = y_Y_second_ahead
        y_A_second_ahead += np.einsum("lj...,kl...->kj...", W_second_ahead, here)
        y_W_second_ahead += np.einsum("kj...,kl...->lj...", A_second_ahead, here)
        here = y_W_second_ahead[:, K:]
        y_G0_second_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_second_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_second_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_second_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_second_ahead[:K, :], here)
        here = y_W_second_ahead[:, :K]
        y_G0_second_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_second_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_second_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_second_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead))
            y_c0_second_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_second_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_second_ahead[None, None, :, None]*c0_second_ahead[None, None, None]*here[:, :, None, None]
            y_c0_second_ahead += np.einsum("j...,kl...,klij...->i...", c0_second_ahead, here, I4_ahead)
            y_c0_second_ahead += np.einsum("i...,kl...,klij...->j...", c0_second_ahead, here, I4_ahead)
            here = y_E_second_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_second_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_second_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_second_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_second_ahead
        y_c0_second_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_second_ahead[None], (S, S, *along)))
        y_c0_second_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_second_ahead[:, None], (S, S, *along)))
        here = y_mc0_second_ahead
        y_c0_second_ahead += here
        here = y_c0_second_ahead[:K]
        y_w0 += here
        here = y_dw0_first
        whole = here * (np.einsum("i...,ki...->k...", mc0_first, I2_first[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2_first[:K, :] += here[:, None]*mc0_first[None]
        y_mc0_first += np.einsum("k...,ki...->i...", here, I2_first[:K, :])
        here = y_W_first[:, K:]
        y_G0_first[:K, K:] += -eta_J*here*J2_first[:K, K:]
        y_J2_first[:K, K:] += -eta_J*here*G0_first[:K, K:]
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-here*G0_first[:K, K:]*J2_first[:K, K:], (K, M, *along)))
        here = y_W_first[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first[:K, :], I_g2g0_first)[:, None])
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-eta_J*_identity(K, batch)) * here
        y_G0_first[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_first, here)
        y_I_g2g0_first += np.einsum("ki...,kl...->ki...", G0_first[:K, :], here)
        here = y_W_first[:, :K]
        y_G0_first[:K, :K] += -eta_J*here*J2_first[:K, :K]
        y_J2_first[:K, :K] += -eta_J*here*G0_first[:K, :K]
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-here*G0_first[:K, :K]*J2_first[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(V)):
            here = y_E_first
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first, c0_first, I4_first))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole*c0_first[:K][:, None]*c0_first[:K][None]/V**2, (K, K, *along)))
            y_c0_first[:K] += np.einsum("kl...->k...", np.broadcast_to(eta_J**2*whole*c0_first[:K][None]/V, (K, K, *along)))
            y_c0_first[:K] += np.einsum("kl...->l...", np.broadcast_to(eta_J**2*whole*c0_first[:K][:, None]/V, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole*c0_first[:K][:, None]*c0_first[:K][None]/V, (K, K, *along)))
            here = (eta_J**2*c0_first[:K][:, None]*c0_first[:K][None]/V) * here
            y_I4_first += c0_first[None, None, :, None]*c0_first[None, None, None]*here[:, :, None, None]
            y_c0_first += np.einsum("j...,kl...,klij...->i...", c0_first, here, I4_first)
            y_c0_first += np.einsum("i...,kl...,klij...->j...", c0_first, here, I4_first)
            here = y_E_first
            p_0 = eta_J**2*noise**2
            p_1 = G0_first[:K, :K]*J2_first[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first[:K, :K] += b_p_1*J2_first[:K, :K]/V
            y_J2_first[:K, :K] += b_p_1*G0_first[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first[:K, :K]*J2_first[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A_first
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first[:K, :], I3_first))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0_first[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_first)
        y_I3_first += G0_first[:K, :][:, None]*here[:, :, None]
        here = y_G0_first
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*c0_first[:, None], (S, S, *along)))
        here = y_mc0_first
        y_c0_first += here
        here = y_c0_first[:K]
        y_w0_first += here
        here = y_J2_first
        p_0 = np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None]
        p_1 = C_first**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.15915494309189535 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_first**2)**2*C_first
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_first += 2.0 * b_p_1*C_first + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_first**2)**2
        np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_first)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_first)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_first)[:, None], (S, S, *along)))
        here = y_I_g2g0_first
        p_0 = np.einsum("ii...->i...", C_first)[None]*np.einsum("kk...->k...", C_first[:K, :K])[:, None]
        p_1 = C_first[:K, :]**2
        p_2 = _root(p_0, p_1)
        b_p_2 = 0.15915494309189535 * here*r10[:, None]**2
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_r10 += np.einsum("ki...->k...", np.broadcast_to(0.31830988618379069 * here*p_2*r10[:, None], (K, S, *along)))
        y_C_first[:K, :] += 2.0 * b_p_1*C_first[:K, :]
        np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ki...->i...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_first[:K, :K])[:, None], (K, S, *along)))
        np.einsum("kk...->k...", y_C_first[:K, :K])[...] += np.einsum("ki...->k...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_first)[None], (K, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_I4_first
            for t in range(n_path):
                p_0 = Ct1_oo_first[t, :K, :, :][:, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2
                p_1 = C_first[:K, :][:, None, :, None]*path_weight[t][None, None, None, None]
                p_2 = Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None]
                p_3 = C_first[:K, :][:, None, None]*path_weight[t][None, None, None, None]
                p_4 = Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None]
                p_5 = C_first[:K, :][None, :, :, None]*path_weight[t][None, None, None, None]
                p_6 = np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None]
                p_7 = C_first[:K, :][None, :, None]*path_weight[t][None, None, None, None]
                p_8 = np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None]
                p_10 = 1 - path[t][None, None, None, None]
                p_11 = p_10*C_first[None, None]*path_weight[t][None, None, None, None]
                p_12 = C_first[:K, :K][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None]
                p_13 = p_0*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + p_1*p_2 + p_11*p_12 + p_3*p_4 + p_5*p_6 + p_7*p_8
                p_14 = p_10*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :K][:, :, None, None]**2
                p_15 = p_10*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :K][:, :, None, None]**2
                p_16 = p_14*p_15
                p_17 = p_0**2
                p_18 = _root(p_16, p_17)
                p_19 = np.arctan2(p_0, p_18)
                p_21 = p_10*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None]
                p_22 = p_10*C_first[None, None]*C_first[:K, :][:, None, :, None]*r11[t, :K, :][:, None, :, None] + np.sqrt(p_21)*C_first[:K, :][:, None, None] + C_first[:K, :][:, None, :, None]*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, :, None]
                p_23 = -Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, None]
                p_24 = p_10*np.einsum("jj...->j...", C_first)[None, None, None] - Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None]
                p_25 = p_10*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]
                p_26 = p_24*p_25
                p_27 = p_23**2
                p_28 = _root(p_26, p_27)
                p_29 = np.arctan2(p_23, p_28)
                p_30 = 0.025330295910584444 * p_22
                p_31 = p_29*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None]
                p_32 = p_10*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_first[t, :K, :, :])[None, :, :, None]
                p_33 = p_10*C_first[None, None]*C_first[:K, :][None, :, :, None]*r11[t, :K, :][None, :, :, None] + np.sqrt(p_32)*C_first[:K, :][None, :, None] + C_first[:K, :][None, :, :, None]*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, :, None]
                p_34 = -Ct1_oo_first[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]
                p_35 = p_10*np.einsum("jj...->j...", C_first)[None, None, None] - Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_first[t, :K, :, :])[None, :, None]
                p_36 = p_10*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]**2*r11[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]
                p_37 = p_35*p_36
                p_38 = p_34**2
                p_39 = _root(p_37, p_38)
                p_40 = np.arctan2(p_34, p_39)
                p_41 = 0.025330295910584444 * p_33
                p_42 = p_40*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None]
                p_43 = p_10*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_first[t, :K, :, :])[:, None, None]
                p_44 = p_10*C_first[None, None]*C_first[:K, :][:, None, None]*r11[t, :K, :][:, None, None] + np.sqrt(p_43)*C_first[:K, :][:, None, :, None] + C_first[:K, :][:, None, None]*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, None]
                p_45 = -Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None]**2 + Ct1_oo_first[t, :K, :K, :][:, :, :, None]
                p_46 = p_10*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_first[t, :K, :, :])[:, None, :, None] - Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, None]**2
                p_47 = p_10*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]
                p_48 = p_46*p_47
                p_49 = p_45**2
                p_50 = _root(p_48, p_49)
                p_51 = np.arctan2(p_45, p_50)
                p_52 = 0.025330295910584444 * p_44
                p_53 = p_51*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None]
                p_54 = p_10*np.einsum("jj...->j...", C_first)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_first[t, :K, :, :])[None, :, None]
                p_55 = p_10*C_first[None, None]*C_first[:K, :][None, :, None]*r11[t, :K, :][None, :, None] + np.sqrt(p_54)*C_first[:K, :][None, :, :, None] + C_first[:K, :][None, :, None]*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, None]
                p_56 = -Ct1_oo_first[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]
                p_57 = p_10*np.einsum("ii...->i...", C_first)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_first[t, :K, :, :])[None, :, :, None] - Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, None]**2
                p_58 = p_10*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]**2*r11[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_first[t, :K, :K, :K])[:, :, None, None]
                p_59 = p_57*p_58
                p_60 = p_56**2
                p_61 = _root(p_59, p_60)
                p_62 = np.arctan2(p_56, p_61)
                p_63 = 0.025330295910584444 * p_55
                p_64 = p_62*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None]
                p_65 = 0.025330295910584444 * r7[t, :K][:, None, None, None]
                p_66 = p_18*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]
                p_67 = -np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_first[t, :, :K, :K])[:, :, :, None]
                p_68 = p_10*np.einsum("kk...->k...", C_first[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]**2*r11[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_first[t, :, :K, :K])[:, None, :, None]
                p_69 = p_10*np.einsum("ll...->l...", C_first[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]**2*r11[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_first[t, :, :K, :K])[None, :, :, None]
                p_70 = p_68*p_69
                p_71 = p_67**2
                p_72 = _root(p_70, p_71)
                p_73 = np.arctan2(p_67, p_72)
                p_74 = 0.025330295910584444 * p_10*C_first[None, None]**2
                p_75 = p_73*path_weight[t][None, None, None, None]*r11[t, :, :][None, None]*r7[t, :][None, None, :, None]
                b_p_75 = here*p_74
                b_p_74 = here*p_75
                b_p_73 = b_p_75*path_weight[t][None, None, None, None]*r11[t, :, :][None, None]*r7[t, :][None, None, :, None]
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
                b_p_62 = b_p_64*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None]
                b_p_61 = -b_p_62*p_56*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_60 = -b_p_61*_half(_root(p_59, p_60))
                b_p_59 = b_p_61*_half(_root(p_59, p_60))
                b_p_58 = b_p_59*p_57
                b_p_57 = b_p_59*p_58
                b_p_56 = 2.0 * b_p_60*p_56 + b_p_62*p_61*1.0 / np.sqrt(p_56**2 + p_61**2)**2
                b_p_55 = 0.025330295910584444 * b_p_63
                b_p_54 = 0.5 * b_p_55*C_first[:K, :][None, :, :, None]/np.sqrt(p_54)
                b_p_53 = here*p_52
                b_p_52 = here*p_53
                b_p_51 = b_p_53*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None]
                b_p_50 = -b_p_51*p_45*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_49 = -b_p_50*_half(_root(p_48, p_49))
                b_p_48 = b_p_50*_half(_root(p_48, p_49))
                b_p_47 = b_p_48*p_46
                b_p_46 = b_p_48*p_47
                b_p_45 = 2.0 * b_p_49*p_45 + b_p_51*p_50*1.0 / np.sqrt(p_45**2 + p_50**2)**2
                b_p_44 = 0.025330295910584444 * b_p_52
                b_p_43 = 0.5 * b_p_44*C_first[:K, :][:, None, :, None]/np.sqrt(p_43)
                b_p_42 = here*p_41
                b_p_41 = here*p_42
                b_p_40 = b_p_42*path_weight[t][None, None, None, None]*r7[t, :K][None, :, None, None]
                b_p_39 = -b_p_40*p_34*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_38 = -b_p_39*_half(_root(p_37, p_38))
                b_p_37 = b_p_39*_half(_root(p_37, p_38))
                b_p_36 = b_p_37*p_35
                b_p_35 = b_p_37*p_36
                b_p_34 = 2.0 * b_p_38*p_34 + b_p_40*p_39*1.0 / np.sqrt(p_34**2 + p_39**2)**2
                b_p_33 = 0.025330295910584444 * b_p_41
                b_p_32 = 0.5 * b_p_33*C_first[:K, :][None, :, None]/np.sqrt(p_32)
                b_p_31 = here*p_30
                b_p_30 = here*p_31
                b_p_29 = b_p_31*path_weight[t][None, None, None, None]*r7[t, :K][:, None, None, None]
                b_p_28 = -b_p_29*p_23*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_27 = -b_p_28*_half(_root(p_26, p_27))
                b_p_26 = b_p_28*_half(_root(p_26, p_27))
                b_p_25 = b_p_26*p_24
                b_p_24 = b_p_26*p_25
                b_p_23 = 2.0 * b_p_27*p_23 + b_p_29*p_28*1.0 / np.sqrt(p_23**2 + p_28**2)**2
                b_p_22 = 0.025330295910584444 * b_p_30
                b_p_21 = 0.5 * b_p_22*C_first[:K, :][:, None, None]/np.sqrt(p_21)
                b_p_20 = 0.039788735772973836 * here
                b_p_19 = 0.025330295910584444 * here*p_13
                b_p_18 = -b_p_19*p_0*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_66*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]
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
                b_p_0 = b_p_13*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + 2.0 * b_p_17*p_0 + b_p_19*p_18*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_9*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None]
                y_r11[t, :, :] += np.einsum("klij...->ij...", np.broadcast_to(-2.0 * b_p_67*np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None] - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]**2*r11[t, :, :][None, None] - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]**2*r11[t, :, :][None, None] + b_p_75*p_73*path_weight[t][None, None, None, None]*r7[t, :][None, None, :, None], (K, K, S, S, *along)))
                y_r7[t, :] += np.einsum("klij...->i...", np.broadcast_to(b_p_75*p_73*path_weight[t][None, None, None, None]*r11[t, :, :][None, None], (K, K, S, S, *along)))
                y_C_first += np.einsum("klij...->ij...", np.broadcast_to(b_p_11*p_10*path_weight[t][None, None, None, None] + b_p_20*path_weight[t][None, None, None, None]*r13[t, :, :][:, :, None, None] + b_p_22*p_10*C_first[:K, :][:, None, :, None]*r11[t, :K, :][:, None, :, None] + b_p_33*p_10*C_first[:K, :][None, :, :, None]*r11[t, :K, :][None, :, :, None] + b_p_44*p_10*C_first[:K, :][:, None, None]*r11[t, :K, :][:, None, None] + b_p_55*p_10*C_first[:K, :][None, :, None]*r11[t, :K, :][None, :, None] + 0.050660591821168888 * b_p_74*p_10*C_first[None, None], (K, K, S, S, *along)))
                np.einsum("ll...->l...", y_C_first[:K, :K])[...] += np.einsum("klij...->l...", np.broadcast_to(b_p_25*p_10 + b_p_47*p_10 + b_p_69*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :, :K, :] += np.einsum("klij...->ilj...", np.broadcast_to(-b_p_67*np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*r11[t, :, :][None, None]**2 - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ill...->il...", y_Ct1_oo_first[t, :, :K, :K])[...] += np.einsum("klij...->il...", np.broadcast_to(b_p_69, (K, K, S, S, *along)))
                np.einsum("kk...->k...", y_C_first[:K, :K])[...] += np.einsum("klij...->k...", np.broadcast_to(b_p_36*p_10 + b_p_58*p_10 + b_p_68*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :, :K, :] += np.einsum("klij...->ikj...", np.broadcast_to(-b_p_67*np.einsum("ilj...->lij...", Ct1_oo_first[t, :, :K, :])[None]*r11[t, :, :][None, None]**2 - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_first[t, :, :K, :])[:, None]*r11[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ikk...->ik...", y_Ct1_oo_first[t, :, :K, :K])[...] += np.einsum("klij...->ik...", np.broadcast_to(b_p_68, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :, :K, :K] += np.einsum("klij...->ikl...", np.broadcast_to(b_p_67, (K, K, S, S, *along)))
                y_Cw_first[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_13*p_0*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + b_p_66*p_18*r11[t, :K, :K][:, :, None, None] + b_p_9*p_0*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r11[t, :K, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None] + b_p_12*C_first[:K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + b_p_13*p_0*Cw_first[t, :, :][:, :, None, None]*r7[t, :K][:, None, None, None] - 2.0 * b_p_14*Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :K][:, :, None, None] - 2.0 * b_p_15*Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_first[t, :K, :K, :][:, :, None]*r7[t, :K][:, None, None, None] + b_p_4*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r7[t, :K][:, None, None, None] + b_p_66*p_18*Cw_first[t, :, :][:, :, None, None] + b_p_9*p_0*Cw_first[t, :, :][:, :, None, None]*r7[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r7[t, :K] += np.einsum("klij...->k...", np.broadcast_to(b_p_12*C_first[:K, :K][:, :, None, None]*r11[t, :K, :K][:, :, None, None] + b_p_13*p_0*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None] + b_p_31*p_29*path_weight[t][None, None, None, None] + b_p_4*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :K][:, :, None, None] + b_p_53*p_51*path_weight[t][None, None, None, None] + 0.025330295910584444 * b_p_65 + b_p_9*p_0*Cw_first[t, :, :][:, :, None, None]*r11[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r7[t, :K] += np.einsum("klij...->l...", np.broadcast_to(b_p_42*p_40*path_weight[t][None, None, None, None] + b_p_6*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None] + b_p_64*p_62*path_weight[t][None, None, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :K, :] += np.einsum("klij...->lkj...", np.broadcast_to(b_p_34 - b_p_56*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, None]**2 - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None]**2 + b_p_6*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None], (K, K, S, S, *along)))
                np.einsum("lkk...->lk...", y_Ct1_oo_first[t, :K, :K, :K])[...] += np.einsum("klij...->lk...", np.broadcast_to(b_p_36 + b_p_58, (K, K, S, S, *along)))
                y_r11[t, :K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_55*(p_10*C_first[None, None]*C_first[:K, :][None, :, None] + C_first[:K, :][None, :, None]*Ct1_oo_first[t, :K, :, :][None]) - 2.0 * b_p_56*Ct1_oo_first[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None] - 2.0 * b_p_57*Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, None] - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]**2*r11[t, :K, :][None, :, None], (K, K, S, S, *along)))
                np.einsum("ii...->i...", y_C_first)[...] += np.einsum("klij...->i...", np.broadcast_to(b_p_14*p_10 + b_p_21*p_10 + b_p_32*p_10 + b_p_46*p_10 + b_p_57*p_10, (K, K, S, S, *along)))
                np.einsum("lii...->li...", y_Ct1_oo_first[t, :K, :, :])[...] += np.einsum("klij...->li...", np.broadcast_to(b_p_32 + b_p_57, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :, :] += np.einsum("klij...->lij...", np.broadcast_to(b_p_33*C_first[:K, :][None, :, :, None]*r11[t, :K, :][None, :, :, None] - b_p_34*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_35*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, :, None]**2 + b_p_55*C_first[:K, :][None, :, None]*r11[t, :K, :][None, :, None] - b_p_56*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r11[t, :K, :][None, :, None]**2 - 2.0 * b_p_57*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :K, :] += np.einsum("klij...->lki...", np.broadcast_to(-b_p_34*Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None]**2 + b_p_56 + b_p_8*np.einsum("lk...->kl...", r11[t, :K, :K])[:, :, None, None]*r7[t, :K][None, :, None, None], (K, K, S, S, *along)))
                y_C_first[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_first[None, None]*r11[t, :K, :][None, :, :, None] + Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, :, None]) + b_p_5*path_weight[t][None, None, None, None] + b_p_55*np.sqrt(p_54), (K, K, S, S, *along)))
                y_C_first[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_33*np.sqrt(p_32) + b_p_55*(p_10*C_first[None, None]*r11[t, :K, :][None, :, None] + Ct1_oo_first[t, :K, :, :][None]*r11[t, :K, :][None, :, None]) + b_p_7*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                np.einsum("jj...->j...", y_C_first)[...] += np.einsum("klij...->j...", np.broadcast_to(b_p_15*p_10 + b_p_24*p_10 + b_p_35*p_10 + b_p_43*p_10 + b_p_54*p_10, (K, K, S, S, *along)))
                np.einsum("ljj...->lj...", y_Ct1_oo_first[t, :K, :, :])[...] += np.einsum("klij...->lj...", np.broadcast_to(b_p_35 + b_p_54, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_15*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2 + b_p_2*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + b_p_23 - b_p_45*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, None]**2 - 2.0 * b_p_47*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_first[t, :K, :K, :K])[...] += np.einsum("klij...->kl...", np.broadcast_to(b_p_25 + b_p_47, (K, K, S, S, *along)))
                y_r11[t, :K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_44*(p_10*C_first[None, None]*C_first[:K, :][:, None, None] + C_first[:K, :][:, None, None]*Ct1_oo_first[t, :K, :, :][:, None]) - 2.0 * b_p_45*Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None] - 2.0 * b_p_46*Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, None] - 2.0 * b_p_47*Ct1_oo_first[t, :K, :K, :][:, :, None]**2*r11[t, :K, :][:, None, None], (K, K, S, S, *along)))
                np.einsum("kii...->ki...", y_Ct1_oo_first[t, :K, :, :])[...] += np.einsum("klij...->ki...", np.broadcast_to(b_p_14 + b_p_21 + b_p_46, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0 + b_p_22*C_first[:K, :][:, None, :, None]*r11[t, :K, :][:, None, :, None] - b_p_23*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_24*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, :, None]**2 + b_p_44*C_first[:K, :][:, None, None]*r11[t, :K, :][:, None, None] - b_p_45*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :][:, None, None]**2 - 2.0 * b_p_46*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_first[t, :K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*Ct1_oo_first[t, :K, :K, :][:, :, None]*r11[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_14*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :K][:, :, None, None]**2 - b_p_23*Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_25*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None]**2 + b_p_4*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None] + b_p_45, (K, K, S, S, *along)))
                y_C_first[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*path_weight[t][None, None, None, None] + b_p_22*(p_10*C_first[None, None]*r11[t, :K, :][:, None, :, None] + Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, :, None]) + b_p_44*np.sqrt(p_43), (K, K, S, S, *along)))
                y_C_first[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_22*np.sqrt(p_21) + b_p_3*path_weight[t][None, None, None, None] + b_p_44*(p_10*C_first[None, None]*r11[t, :K, :][:, None, None] + Ct1_oo_first[t, :K, :, :][:, None]*r11[t, :K, :][:, None, None]), (K, K, S, S, *along)))
                np.einsum("kjj...->kj...", y_Ct1_oo_first[t, :K, :, :])[...] += np.einsum("klij...->kj...", np.broadcast_to(b_p_15 + b_p_24 + b_p_43, (K, K, S, S, *along)))
                y_r11[t, :K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_first[None, None]*C_first[:K, :][None, :, :, None] + C_first[:K, :][None, :, :, None]*Ct1_oo_first[t, :K, :, :][None]) - 2.0 * b_p_34*Ct1_oo_first[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r11[t, :K, :][None, :, :, None] - 2.0 * b_p_35*Ct1_oo_first[t, :K, :, :][None]**2*r11[t, :K, :][None, :, :, None] - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]**2*r11[t, :K, :][None, :, :, None], (K, K, S, S, *along)))
                y_r11[t, :K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_22*(p_10*C_first[None, None]*C_first[:K, :][:, None, :, None] + C_first[:K, :][:, None, :, None]*Ct1_oo_first[t, :K, :, :][:, None]) - 2.0 * b_p_23*Ct1_oo_first[t, :K, :, :][:, None]*Ct1_oo_first[t, :K, :K, :][:, :, :, None]*r11[t, :K, :][:, None, :, None] - 2.0 * b_p_24*Ct1_oo_first[t, :K, :, :][:, None]**2*r11[t, :K, :][:, None, :, None] - 2.0 * b_p_25*Ct1_oo_first[t, :K, :K, :][:, :, :, None]**2*r11[t, :K, :][:, None, :, None], (K, K, S, S, *along)))
                y_r13[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_20*C_first[None, None]*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                y_C_first[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(b_p_12*r11[t, :K, :K][:, :, None, None]*r7[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r11[t, :K, :K] += np.einsum("klij...->lk...", np.broadcast_to(b_p_6*np.einsum("lkj...->klj...", Ct1_oo_first[t, :K, :K, :])[:, :, None]*r7[t, :K][None, :, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_first[t, :K, :K, :])[:, :, :, None]*r7[t, :K][None, :, None, None], (K, K, S, S, *along)))
            here = y_I4_first
            b_p_3 = 0.039788735772973836 * here
            b_p_2 = 0.039788735772973836 * here
            b_p_1 = 0.039788735772973836 * here
            b_p_0 = 0.039788735772973836 * here
            y_C_first += np.einsum("klij...->ij...", np.broadcast_to(here*(0.039788735772973836 * r9[None, None] + 0.039788735772973836 * r9[:K, :][:, None, :, None] + 0.039788735772973836 * r9[:K, :][:, None, None] + 0.039788735772973836 * r9[:K, :][None, :, :, None] + 0.039788735772973836 * r9[:K, :][None, :, None] + 0.0625), (K, K, S, S, *along)))
            y_r8 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here, (K, K, S, S, *along)))
            y_r9 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here*C_first[None, None], (K, K, S, S, *along)))
            y_r9[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(0.039788735772973836 * here*C_first[None, None], (K, K, S, S, *along)))
            y_r9[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(0.039788735772973836 * here*C_first[None, None], (K, K, S, S, *along)))
            y_r9[:K, :] += np.einsum("klij...->li...", np.broadcast_to(0.039788735772973836 * here*C_first[None, None], (K, K, S, S, *along)))
            y_r9[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(0.039788735772973836 * here*C_first[None, None], (K, K, S, S, *along)))
            y_C_first[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_3*r10[None, :, None, None]**2*r8[:K, :][None, :, :, None], (K, K, S, S, *along)))
            y_r10 += np.einsum("klij...->l...", np.broadcast_to(2.0 * b_p_2*C_first[:K, :][None, :, :, None]*r10[None, :, None, None]*r8[:K, :][None, :, None] + 2.0 * b_p_3*C_first[:K, :][None, :, None]*r10[None, :, None, None]*r8[:K, :][None, :, :, None], (K, K, S, S, *along)))
            y_r8[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_3*C_first[:K, :][None, :, None]*r10[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C_first[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_2*r10[None, :, None, None]**2*r8[:K, :][None, :, None], (K, K, S, S, *along)))
            y_r8[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_2*C_first[:K, :][None, :, :, None]*r10[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C_first[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_1*r10[:, None, None, None]**2*r8[:K, :][:, None, :, None], (K, K, S, S, *along)))
            y_r10 += np.einsum("klij...->k...", np.broadcast_to(2.0 * b_p_0*C_first[:K, :][:, None, :, None]*r10[:, None, None, None]*r8[:K, :][:, None, None] + 2.0 * b_p_1*C_first[:K, :][:, None, None]*r10[:, None, None, None]*r8[:K, :][:, None, :, None], (K, K, S, S, *along)))
            y_r8[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*C_first[:K, :][:, None, None]*r10[:, None, None, None]**2, (K, K, S, S, *along)))
            y_C_first[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_0*r10[:, None, None, None]**2*r8[:K, :][:, None, None], (K, K, S, S, *along)))
            y_r8[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_0*C_first[:K, :][:, None, :, None]*r10[:, None, None, None]**2, (K, K, S, S, *along)))
            here = y_r13
            y_Ct_first[:, :K, :K] += here*1.0 / np.sqrt(Ct_first[:, :K, :K]**2 + r12**2)**2*r12
            y_r12 += -here*1.0 / np.sqrt(Ct_first[:, :K, :K]**2 + r12**2)**2*Ct_first[:, :K, :K]
            here = y_r12
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_first[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_first[:, :K, :K])[:, None]
            p_3 = p_1*p_2
            p_4 = Ct_first[:, :K, :K]**2
            b_p_4 = -here*_half(_root(p_3, p_4))
            b_p_3 = here*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            y_Ct_first[:, :K, :K] += 2.0 * b_p_4*Ct_first[:, :K, :K]
            np.einsum("ll...->l...", y_C_first[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tll...->tl...", y_Ct_first[:, :K, :K])[...] += np.einsum("tkl...->tl...", np.broadcast_to(b_p_2, (n_path, K, K, *along)))
            np.einsum("kk...->k...", y_C_first[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_first[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_r11
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("jj...->j...", C_first)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_first)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("jj...->j...", y_C_first)[...] += np.einsum("tij...->j...", np.broadcast_to(b_p_1*p_0, (n_path, S, S, *along)))
            np.einsum("tijj...->tij...", y_Ct1_oo_first)[...] += b_p_1
        here = y_I3_first
        b_p_0 = 0.15915494309189535 * here
        y_C_first += np.einsum("kij...->ij...", np.broadcast_to(here*(0.15915494309189535 * r9[:K, :][:, None] + 0.25), (K, S, S, *along)))
        y_r9[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(0.15915494309189535 * here*C_first[None], (K, S, S, *along)))
        y_C_first[:K, :] += np.einsum("kij...->ki...", np.broadcast_to(b_p_0*r10[:, None, None]**2*r8[:K, :][:, None], (K, S, S, *along)))
        y_r10 += np.einsum("kij...->k...", np.broadcast_to(2.0 * b_p_0*C_first[:K, :][:, :, None]*r10[:, None, None]*r8[:K, :][:, None], (K, S, S, *along)))
        y_r8[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C_first[:K, :][:, :, None]*r10[:, None, None]**2, (K, S, S, *along)))
        here = y_r10
        np.einsum("kk...->k...", y_C_first[:K, :K])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("kk...->k...", C_first[:K, :K]))**3
        here = y_r9
        y_C_first += here*1.0 / np.sqrt(C_first**2 + r8**2)**2*r8
        y_r8 += -here*1.0 / np.sqrt(C_first**2 + r8**2)**2*C_first
        here = y_r8
        p_0 = np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None]
        p_1 = C_first**2
        b_p_1 = -here*_half(_root(p_0, p_1))
        b_p_0 = here*_half(_root(p_0, p_1))
        y_C_first += 2.0 * b_p_1*C_first
        np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_first)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_first)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_first)[:, None], (S, S, *along)))
        here = y_I2_first
        p_0 = np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None]
        p_1 = C_first**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_first, p_2)
        b_p_3 = 0.15915494309189535 * here*C_first
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_first**2)**2*C_first + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_first += 2.0 * b_p_1*C_first + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_first**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_first)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_first)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_first)[:, None], (S, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_Cw_first
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_first[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K])
            p_3 = 1.5707963267948966 * np.sqrt(p_1)
            p_4 = np.sqrt(p_2)*Cm_first[None]*path_last[:, None, None]
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = 0.5 * b_p_4*Cm_first[None]*path_last[:, None, None]/np.sqrt(p_2)
            b_p_1 = 0.78539816339744828 * b_p_3/np.sqrt(p_1)
            y_C_first[:K, :K] += np.einsum("tkl...->kl...", np.broadcast_to(here*path_weight[:, None, None], (n_path, K, K, *along)))
            y_Cm_first += np.einsum("tkl...->kl...", np.broadcast_to(b_p_4*np.sqrt(p_2)*path_last[:, None, None], (n_path, K, K, *along)))
            np.einsum("ll...->l...", y_C_first[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tkll...->tkl...", y_Ct1_oo_first[:, :K, :K, :K])[...] += b_p_2
            np.einsum("kk...->k...", y_C_first[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_first[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_Cm_first
            for t in range(n_path):
                p_0 = 1 - path[t][None, None]
                p_1 = p_0*np.einsum("ll...->l...", C_first[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_first[t, :K, :K, :K])
                p_2 = 1.0 / np.sqrt(p_1)
                p_3 = -0.63661977236758138 * path_weight[t][None, None]
                b_p_4 = here*p_3
                b_p_2 = b_p_4*C_first[:K, :K]*r7[t, :K][:, None]
                b_p_1 = -0.5 * b_p_2*1.0 / np.sqrt(p_1)**3
                y_C_first[:K, :K] += b_p_4*p_2*r7[t, :K][:, None]
                y_r7[t, :K] += np.einsum("kl...->k...", np.broadcast_to(b_p_4*p_2*C_first[:K, :K], (K, K, *along)))
                np.einsum("ll...->l...", y_C_first[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_1*p_0, (K, K, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_first[t, :K, :K, :K])[...] += b_p_1
            here = y_Cm_first
            p_0 = np.einsum("kk...->k...", C_first[:K, :K])[:, None]*np.einsum("ll...->l...", C_first[:K, :K])[None]
            p_1 = C_first[:K, :K]**2
            p_2 = _root(p_0, p_1)
            b_p_3 = 0.63661977236758138 * here
            b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_first[:K, :K]**2)**2*C_first[:K, :K]
            b_p_1 = -b_p_2*_half(_root(p_0, p_1))
            b_p_0 = b_p_2*_half(_root(p_0, p_1))
            y_C_first[:K, :K] += 2.0 * b_p_1*C_first[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_first[:K, :K]**2)**2
            np.einsum("kk...->k...", y_C_first[:K, :K])[...] += np.einsum("kl...->k...", np.broadcast_to(b_p_0*np.einsum("ll...->l...", C_first[:K, :K])[None], (K, K, *along)))
            np.einsum("ll...->l...", y_C_first[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_first[:K, :K])[:, None], (K, K, *along)))
            here = y_Ct1_oo_first
            y_Ct_first += np.einsum("tijr...->tij...", np.broadcast_to(-here*Ct_first[:, :, None]*r7[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_first += np.einsum("tijr...->tir...", np.broadcast_to(-here*Ct_first[:, :, :, None]*r7[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_first += np.einsum("tijr...->tjr...", np.broadcast_to(here, (n_path, S, S, S, *along)))
            y_r7 += np.einsum("tijr...->ti...", np.broadcast_to(-2.0 * here*Ct_first[:, :, :, None]*Ct_first[:, :, None]*r7[:, :, None, None], (n_path, S, S, S, *along)))
            here = y_r7
            p_0 = 1 - path[:, None]
            p_1 = p_0*np.einsum("ii...->i...", C_first)[None] + np.einsum("tii...->ti...", Ct_first)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ti...->i...", np.broadcast_to(b_p_1*p_0, (n_path, S, *along)))
            np.einsum("tii...->ti...", y_Ct_first)[...] += b_p_1
            here = y_Ct_first
            y_C_first += np.einsum("tij...->ij...", np.broadcast_to(here*path[:, None, None], (n_path, S, S, *along)))
        y_C_first[:K, K:] += np.einsum("nk...->kn...", y_C_first[K:, :K])
        here = y_C_first[:K, K:]
        y_R_first += here
        here = y_C_first[:K, :K]
        y_Q_first += here
        here = y_X_first
        y_A_first_ahead[:, :K] += here
        y_Q += here
        here = y_w0_first
        y_dw0_first_ahead += here
        y_w0 += here
        here = y_Q_first
        y_Q += here
        y_dQ_first_ahead += here
        here = y_R_first
        y_R += here
        y_dR_first_ahead += here
        here = y_dw0_first_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_first_ahead[None]
        y_mc0_first_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_first_ahead
            y_E_first_ahead += here
        here = y_dQ_first_ahead
        y_A_first_ahead[:, :K] += here
        y_A_first_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_first_ahead += here
        here = y_dR_first_ahead
        y_A_first_ahead[:, K:] += here
        here = y_Y_first_ahead
        y_A_first_ahead += np.einsum("lj...,kl...->kj...", W_first_ahead, here)
        y_W_first_ahead += np.einsum("kj...,kl...->lj...", A_first_ahead, here)
        here = y_W_first_ahead[:, K:]
        y_G0_first_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_first_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_first_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_first_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_first_ahead[:K, :], here)
        here = y_W_first_ahead[:, :K]
        y_G0_first_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_first_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_first_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_first_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead))
            y_c0_first_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_first_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_first_ahead[None, None, :, None]*c0_first_ahead[None, None, None]*here[:, :, None, None]
            y_c0_first_ahead += np.einsum("j...,kl...,klij...->i...", c0_first_ahead, here, I4_ahead)
            y_c0_first_ahead += np.einsum("i...,kl...,klij...->j...", c0_first_ahead, here, I4_ahead)
            here = y_E_first_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_first_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_first_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_first_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_first_ahead
        y_c0_first_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_first_ahead[None], (S, S, *along)))
        y_c0_first_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_first_ahead[:, None], (S, S, *along)))
        here = y_mc0_first_ahead
        y_c0_first_ahead += here
        here = y_c0_first_ahead[:K]
        y_w0 += here
        here = y_J2_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.15915494309189535 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2*C_ahead
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        here = y_I_g2g0_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[None]*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]
        p_1 = C_ahead[:K, :]**2
        p_2 = _root(p_0, p_1)
        b_p_2 = 0.15915494309189535 * here*r3[:, None]**2
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_r3 += np.einsum("ki...->k...", np.broadcast_to(0.31830988618379069 * here*p_2*r3[:, None], (K, S, *along)))
        y_C_ahead[:K, :] += 2.0 * b_p_1*C_ahead[:K, :]
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ki...->i...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], (K, S, *along)))
        np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("ki...->k...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[None], (K, S, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_I4_ahead
            for t in range(n_path):
                p_0 = Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2
                p_1 = C_ahead[:K, :][:, None, :, None]*path_weight[t][None, None, None, None]
                p_2 = Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_3 = C_ahead[:K, :][:, None, None]*path_weight[t][None, None, None, None]
                p_4 = Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_5 = C_ahead[:K, :][None, :, :, None]*path_weight[t][None, None, None, None]
                p_6 = np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_7 = C_ahead[:K, :][None, :, None]*path_weight[t][None, None, None, None]
                p_8 = np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_10 = 1 - path[t][None, None, None, None]
                p_11 = p_10*C_ahead[None, None]*path_weight[t][None, None, None, None]
                p_12 = C_ahead[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_13 = p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + p_1*p_2 + p_11*p_12 + p_3*p_4 + p_5*p_6 + p_7*p_8
                p_14 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_15 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_16 = p_14*p_15
                p_17 = p_0**2
                p_18 = _root(p_16, p_17)
                p_19 = np.arctan2(p_0, p_18)
                p_21 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None]
                p_22 = p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt(p_21)*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]
                p_23 = -Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None]
                p_24 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None]
                p_25 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_26 = p_24*p_25
                p_27 = p_23**2
                p_28 = _root(p_26, p_27)
                p_29 = np.arctan2(p_23, p_28)
                p_30 = 0.025330295910584444 * p_22
                p_31 = p_29*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_32 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None]
                p_33 = p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt(p_32)*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]
                p_34 = -Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]
                p_35 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None]
                p_36 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_37 = p_35*p_36
                p_38 = p_34**2
                p_39 = _root(p_37, p_38)
                p_40 = np.arctan2(p_34, p_39)
                p_41 = 0.025330295910584444 * p_33
                p_42 = p_40*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_43 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None]
                p_44 = p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt(p_43)*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]
                p_45 = -Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]
                p_46 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2
                p_47 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_48 = p_46*p_47
                p_49 = p_45**2
                p_50 = _root(p_48, p_49)
                p_51 = np.arctan2(p_45, p_50)
                p_52 = 0.025330295910584444 * p_44
                p_53 = p_51*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_54 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None]
                p_55 = p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt(p_54)*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]
                p_56 = -Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]
                p_57 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2
                p_58 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_59 = p_57*p_58
                p_60 = p_56**2
                p_61 = _root(p_59, p_60)
                p_62 = np.arctan2(p_56, p_61)
                p_63 = 0.025330295910584444 * p_55
                p_64 = p_62*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_65 = 0.025330295910584444 * r0[t, :K][:, None, None, None]
                p_66 = p_18*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
                p_67 = -np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None]
                p_68 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_ahead[t, :, :K, :K])[:, None, :, None]
                p_69 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_ahead[t, :, :K, :K])[None, :, :, None]
                p_70 = p_68*p_69
                p_71 = p_67**2
                p_72 = _root(p_70, p_71)
                p_73 = np.arctan2(p_67, p_72)
                p_74 = 0.025330295910584444 * p_10*C_ahead[None, None]**2
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
                b_p_54 = 0.5 * b_p_55*C_ahead[:K, :][None, :, :, None]/np.sqrt(p_54)
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
                b_p_43 = 0.5 * b_p_44*C_ahead[:K, :][:, None, :, None]/np.sqrt(p_43)
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
                b_p_32 = 0.5 * b_p_33*C_ahead[:K, :][None, :, None]/np.sqrt(p_32)
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
                b_p_21 = 0.5 * b_p_22*C_ahead[:K, :][:, None, None]/np.sqrt(p_21)
                b_p_20 = 0.039788735772973836 * here
                b_p_19 = 0.025330295910584444 * here*p_13
                b_p_18 = -b_p_19*p_0*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_66*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
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
                b_p_0 = b_p_13*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 2.0 * b_p_17*p_0 + b_p_19*p_18*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_9*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                y_r0[t, :] += np.einsum("klij...->i...", np.broadcast_to(b_p_75*p_73*path_weight[t][None, None, None, None]*r4[t, :, :][None, None], (K, K, S, S, *along)))
                y_r4[t, :, :] += np.einsum("klij...->ij...", np.broadcast_to(-2.0 * b_p_67*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None] - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None] - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None] + b_p_75*p_73*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None], (K, K, S, S, *along)))
                y_C_ahead += np.einsum("klij...->ij...", np.broadcast_to(b_p_11*p_10*path_weight[t][None, None, None, None] + b_p_20*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None] + b_p_22*p_10*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + b_p_33*p_10*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + b_p_44*p_10*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + b_p_55*p_10*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + 0.050660591821168888 * b_p_74*p_10*C_ahead[None, None], (K, K, S, S, *along)))
                np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("klij...->l...", np.broadcast_to(b_p_25*p_10 + b_p_47*p_10 + b_p_69*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :] += np.einsum("klij...->ilj...", np.broadcast_to(-b_p_67*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ill...->il...", y_Ct1_oo_ahead[t, :, :K, :K])[...] += np.einsum("klij...->il...", np.broadcast_to(b_p_69, (K, K, S, S, *along)))
                np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("klij...->k...", np.broadcast_to(b_p_36*p_10 + b_p_58*p_10 + b_p_68*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :] += np.einsum("klij...->ikj...", np.broadcast_to(-b_p_67*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ikk...->ik...", y_Ct1_oo_ahead[t, :, :K, :K])[...] += np.einsum("klij...->ik...", np.broadcast_to(b_p_68, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :K] += np.einsum("klij...->ikl...", np.broadcast_to(b_p_67, (K, K, S, S, *along)))
                y_Cw_ahead[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_13*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_66*p_18*r4[t, :K, :K][:, :, None, None] + b_p_9*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_12*C_ahead[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None] + b_p_13*p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None] - 2.0 * b_p_14*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None] - 2.0 * b_p_15*Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None] + b_p_4*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None] + b_p_66*p_18*Cw_ahead[t, :, :][:, :, None, None] + b_p_9*p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->k...", np.broadcast_to(b_p_12*C_ahead[:K, :K][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_13*p_0*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_31*p_29*path_weight[t][None, None, None, None] + b_p_4*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_53*p_51*path_weight[t][None, None, None, None] + 0.025330295910584444 * b_p_65 + b_p_9*p_0*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->l...", np.broadcast_to(b_p_42*p_40*path_weight[t][None, None, None, None] + b_p_6*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + b_p_64*p_62*path_weight[t][None, None, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->lkj...", np.broadcast_to(b_p_34 - b_p_56*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + b_p_6*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                np.einsum("lkk...->lk...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += np.einsum("klij...->lk...", np.broadcast_to(b_p_36 + b_p_58, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_55*(p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]) - 2.0 * b_p_56*Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None] - 2.0 * b_p_57*Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None] - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None], (K, K, S, S, *along)))
                np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("klij...->i...", np.broadcast_to(b_p_14*p_10 + b_p_21*p_10 + b_p_32*p_10 + b_p_46*p_10 + b_p_57*p_10, (K, K, S, S, *along)))
                np.einsum("lii...->li...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->li...", np.broadcast_to(b_p_32 + b_p_57, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :, :] += np.einsum("klij...->lij...", np.broadcast_to(b_p_33*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] - b_p_34*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_35*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 + b_p_55*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] - b_p_56*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_57*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->lki...", np.broadcast_to(-b_p_34*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + b_p_56 + b_p_8*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_ahead[None, None]*r4[t, :K, :][None, :, :, None] + Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]) + b_p_5*path_weight[t][None, None, None, None] + b_p_55*np.sqrt(p_54), (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_33*np.sqrt(p_32) + b_p_55*(p_10*C_ahead[None, None]*r4[t, :K, :][None, :, None] + Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]) + b_p_7*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("klij...->j...", np.broadcast_to(b_p_15*p_10 + b_p_24*p_10 + b_p_35*p_10 + b_p_43*p_10 + b_p_54*p_10, (K, K, S, S, *along)))
                np.einsum("ljj...->lj...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->lj...", np.broadcast_to(b_p_35 + b_p_54, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_15*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 + b_p_2*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_23 - b_p_45*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_47*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += np.einsum("klij...->kl...", np.broadcast_to(b_p_25 + b_p_47, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_44*(p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]) - 2.0 * b_p_45*Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None] - 2.0 * b_p_46*Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None] - 2.0 * b_p_47*Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None], (K, K, S, S, *along)))
                np.einsum("kii...->ki...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->ki...", np.broadcast_to(b_p_14 + b_p_21 + b_p_46, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0 + b_p_22*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] - b_p_23*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_24*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_44*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] - b_p_45*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_46*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_14*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - b_p_23*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_25*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_4*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_45, (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*path_weight[t][None, None, None, None] + b_p_22*(p_10*C_ahead[None, None]*r4[t, :K, :][:, None, :, None] + Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]) + b_p_44*np.sqrt(p_43), (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_22*np.sqrt(p_21) + b_p_3*path_weight[t][None, None, None, None] + b_p_44*(p_10*C_ahead[None, None]*r4[t, :K, :][:, None, None] + Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]), (K, K, S, S, *along)))
                np.einsum("kjj...->kj...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->kj...", np.broadcast_to(b_p_15 + b_p_24 + b_p_43, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]) - 2.0 * b_p_34*Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_35*Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None], (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_22*(p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]) - 2.0 * b_p_23*Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_24*Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_25*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None], (K, K, S, S, *along)))
                y_r6[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_20*C_ahead[None, None]*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                y_C_ahead[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(b_p_12*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->lk...", np.broadcast_to(b_p_6*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None], (K, K, S, S, *along)))
            here = y_I4_ahead
            b_p_3 = 0.039788735772973836 * here
            b_p_2 = 0.039788735772973836 * here
            b_p_1 = 0.039788735772973836 * here
            b_p_0 = 0.039788735772973836 * here
            y_C_ahead += np.einsum("klij...->ij...", np.broadcast_to(here*(0.039788735772973836 * r2[None, None] + 0.039788735772973836 * r2[:K, :][:, None, :, None] + 0.039788735772973836 * r2[:K, :][:, None, None] + 0.039788735772973836 * r2[:K, :][None, :, :, None] + 0.039788735772973836 * r2[:K, :][None, :, None] + 0.0625), (K, K, S, S, *along)))
            y_r1 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here, (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->li...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_3*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_3*C_ahead[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->l...", np.broadcast_to(2.0 * b_p_2*C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None] + 2.0 * b_p_3*C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_2*r1[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_2*C_ahead[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_1*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*C_ahead[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->k...", np.broadcast_to(2.0 * b_p_0*C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None] + 2.0 * b_p_1*C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_0*r1[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_0*C_ahead[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            here = y_r6
            y_Ct_ahead[:, :K, :K] += here*1.0 / np.sqrt(Ct_ahead[:, :K, :K]**2 + r5**2)**2*r5
            y_r5 += -here*1.0 / np.sqrt(Ct_ahead[:, :K, :K]**2 + r5**2)**2*Ct_ahead[:, :K, :K]
            here = y_r5
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]
            p_3 = p_1*p_2
            p_4 = Ct_ahead[:, :K, :K]**2
            b_p_4 = -here*_half(_root(p_3, p_4))
            b_p_3 = here*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            y_Ct_ahead[:, :K, :K] += 2.0 * b_p_4*Ct_ahead[:, :K, :K]
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tll...->tl...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tl...", np.broadcast_to(b_p_2, (n_path, K, K, *along)))
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_r4
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("jj...->j...", C_ahead)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_ahead)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("tij...->j...", np.broadcast_to(b_p_1*p_0, (n_path, S, S, *along)))
            np.einsum("tijj...->tij...", y_Ct1_oo_ahead)[...] += b_p_1
        here = y_I3_ahead
        b_p_0 = 0.15915494309189535 * here
        y_C_ahead += np.einsum("kij...->ij...", np.broadcast_to(here*(0.15915494309189535 * r2[:K, :][:, None] + 0.25), (K, S, S, *along)))
        y_r2[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(0.15915494309189535 * here*C_ahead[None], (K, S, S, *along)))
        y_C_ahead[:K, :] += np.einsum("kij...->ki...", np.broadcast_to(b_p_0*r1[:K, :][:, None]*r3[:, None, None]**2, (K, S, S, *along)))
        y_r1[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C_ahead[:K, :][:, :, None]*r3[:, None, None]**2, (K, S, S, *along)))
        y_r3 += np.einsum("kij...->k...", np.broadcast_to(2.0 * b_p_0*C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None], (K, S, S, *along)))
        here = y_r3
        np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("kk...->k...", C_ahead[:K, :K]))**3
        here = y_r2
        y_C_ahead += here*1.0 / np.sqrt(C_ahead**2 + r1**2)**2*r1
        y_r1 += -here*1.0 / np.sqrt(C_ahead**2 + r1**2)**2*C_ahead
        here = y_r1
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        b_p_1 = -here*_half(_root(p_0, p_1))
        b_p_0 = here*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        here = y_I2_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_ahead, p_2)
        b_p_3 = 0.15915494309189535 * here*C_ahead
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2*C_ahead + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_Cw_ahead
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])
            p_3 = 1.5707963267948966 * np.sqrt(p_1)
            p_4 = np.sqrt(p_2)*Cm_ahead[None]*path_last[:, None, None]
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = 0.5 * b_p_4*Cm_ahead[None]*path_last[:, None, None]/np.sqrt(p_2)
            b_p_1 = 0.78539816339744828 * b_p_3/np.sqrt(p_1)
            y_C_ahead[:K, :K] += np.einsum("tkl...->kl...", np.broadcast_to(here*path_weight[:, None, None], (n_path, K, K, *along)))
            y_Cm_ahead += np.einsum("tkl...->kl...", np.broadcast_to(b_p_4*np.sqrt(p_2)*path_last[:, None, None], (n_path, K, K, *along)))
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tkll...->tkl...", y_Ct1_oo_ahead[:, :K, :K, :K])[...] += b_p_2
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_Cm_ahead
            for t in range(n_path):
                p_0 = 1 - path[t][None, None]
                p_1 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])
                p_2 = 1.0 / np.sqrt(p_1)
                p_3 = -0.63661977236758138 * path_weight[t][None, None]
                b_p_4 = here*p_3
                b_p_2 = b_p_4*C_ahead[:K, :K]*r0[t, :K][:, None]
                b_p_1 = -0.5 * b_p_2*1.0 / np.sqrt(p_1)**3
                y_C_ahead[:K, :K] += b_p_4*p_2*r0[t, :K][:, None]
                y_r0[t, :K] += np.einsum("kl...->k...", np.broadcast_to(b_p_4*p_2*C_ahead[:K, :K], (K, K, *along)))
                np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_1*p_0, (K, K, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += b_p_1
            here = y_Cm_ahead
            p_0 = np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*np.einsum("ll...->l...", C_ahead[:K, :K])[None]
            p_1 = C_ahead[:K, :K]**2
            p_2 = _root(p_0, p_1)
            b_p_3 = 0.63661977236758138 * here
            b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead[:K, :K]**2)**2*C_ahead[:K, :K]
            b_p_1 = -b_p_2*_half(_root(p_0, p_1))
            b_p_0 = b_p_2*_half(_root(p_0, p_1))
            y_C_ahead[:K, :K] += 2.0 * b_p_1*C_ahead[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead[:K, :K]**2)**2
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->k...", np.broadcast_to(b_p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None], (K, K, *along)))
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], (K, K, *along)))
            here = y_Ct1_oo_ahead
            y_Ct_ahead += np.einsum("tijr...->tij...", np.broadcast_to(-here*Ct_ahead[:, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_ahead += np.einsum("tijr...->tir...", np.broadcast_to(-here*Ct_ahead[:, :, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_ahead += np.einsum("tijr...->tjr...", np.broadcast_to(here, (n_path, S, S, S, *along)))
            y_r0 += np.einsum("tijr...->ti...", np.broadcast_to(-2.0 * here*Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None], (n_path, S, S, S, *along)))
            here = y_r0
            p_0 = 1 - path[:, None]
            p_1 = p_0*np.einsum("ii...->i...", C_ahead)[None] + np.einsum("tii...->ti...", Ct_ahead)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ti...->i...", np.broadcast_to(b_p_1*p_0, (n_path, S, *along)))
            np.einsum("tii...->ti...", y_Ct_ahead)[...] += b_p_1
            here = y_Ct_ahead
            y_C_ahead += np.einsum("tij...->ij...", np.broadcast_to(here*path[:, None, None], (n_path, S, S, *along)))
        y_C_ahead[:K, K:] += np.einsum("nk...->kn...", y_C_ahead[K:, :K])
        here = y_C_ahead[:K, K:]
        y_R += here
        here = y_C_ahead[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_gamma, y_eta_w, y_eta_0, y_noise, y_p_second, y_V, y_ratio,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    noise = parameters.noise
    p_second = parameters.p_second
    ratio = parameters.ratio
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    path = _with_batch(_PATH, 1, batch)
    path_weight = _with_batch(_PATH_WEIGHT, 1, batch)
    path_last = _with_batch(_PATH_LAST, 1, batch)
    u_first = _with_batch(np.full(M, 1.0) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.full(M, 1.0) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_ahead = np.empty((S, S, *batch))
        C_ahead[:K, :K] = Q
        C_ahead[:K, K:] = R
        C_ahead[K:, :K] = np.swapaxes(C_ahead[:K, K:], 0, 1)
        C_ahead[K:, K:] = T
        if np.any(np.isfinite(ratio)):
            # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
            Ct_ahead = C_ahead[None]*path[:, None, None]
            # 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i])
            r0 = 1.0 / np.sqrt((1 - path[:, None])*np.einsum("ii...->i...", C_ahead)[None] + np.einsum("tii...->ti...", Ct_ahead))
            # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
            Ct1_oo_ahead = -Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None]**2 + Ct_ahead[:, None]
            # <sign(k) sign(l)> minus the rule with nodes
            Cm_ahead = 0.63661977236758138 * np.arctan2(C_ahead[:K, :K], _root(np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*np.einsum("ll...->l...", C_ahead[:K, :K])[None], C_ahead[:K, :K]**2))
            for t in range(n_path):
                Cm_ahead = Cm_ahead + -0.63661977236758138 * 1.0 / np.sqrt((1 - path[t][None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K]))*C_ahead[:K, :K]*path_weight[t][None, None]*r0[t, :K][:, None]
            # weight times coupling of two signs; the last node has what the rule misses of their average too
            Cw_ahead = 1.5707963267948966 * np.sqrt((1 - path[:, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*np.sqrt((1 - path[:, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*Cm_ahead[None]*path_last[:, None, None] + C_ahead[:K, :K][None]*path_weight[:, None, None]
        # <g(z_i) g(z_j)> over the fields
        I2_ahead = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2) + 0.15915494309189535 * np.arctan2(C_ahead, _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2))*C_ahead + 0.25 * C_ahead
        # sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2)
        r1 = _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2)
        # atan2(C_ahead[i, j], r1[i, j])
        r2 = np.arctan2(C_ahead, r1)
        # 1/sqrt(C_ahead[k, k])
        r3 = 1.0 / np.sqrt(np.einsum("kk...->k...", C_ahead[:K, :K]))
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_ahead = 0.15915494309189535 * C_ahead[None]*r2[:K, :][:, None] + 0.25 * C_ahead[None] + 0.15915494309189535 * C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None]**2
        if np.any(np.isfinite(ratio)):
            # 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j])
            r4 = 1.0 / np.sqrt((1 - path[:, None, None])*np.einsum("jj...->j...", C_ahead)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_ahead))
            # sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2)
            r5 = _root(((1 - path[:, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]), Ct_ahead[:, :K, :K]**2)
            # atan2(Ct_ahead[t, k, l], r5[t, k, l])
            r6 = np.arctan2(Ct_ahead[:, :K, :K], r5)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_ahead = 0.039788735772973836 * C_ahead[None, None]*r2[None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, None] + 0.0625 * C_ahead[None, None] + 0.039788735772973836 * C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
            for t in range(n_path):
                I4_ahead = I4_ahead + 0.025330295910584444 * (1 - path[t][None, None, None, None])*np.arctan2(-np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_ahead[t, :, :K, :K])[:, None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_ahead[t, :, :K, :K])[None, :, :, None]), (-np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None])**2))*C_ahead[None, None]**2*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None]*r4[t, :, :][None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None])*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None])*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None])*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None])*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None])*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None])*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None])*np.arctan2(-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None], _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]), (-Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None])**2))*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C_ahead[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]) + 0.025330295910584444 * ((1 - path[t][None, None, None, None])*C_ahead[None, None]*C_ahead[:K, :K][:, :, None, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + C_ahead[:K, :][None, :, :, None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + C_ahead[:K, :][None, :, None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None])*np.arctan2(Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2, _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)) + 0.025330295910584444 * _root(((1 - path[t][None, None, None, None])*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2)*((1 - path[t][None, None, None, None])*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2), (Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2)**2)*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 0.039788735772973836 * C_ahead[None, None]*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_ahead = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_ahead)[None]*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], C_ahead[:K, :]**2)*r3[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2_ahead = 0.15915494309189535 * np.arctan2(C_ahead, _root(np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None], C_ahead**2)) + 0.25
        # c = (head, -u) in the task first
        c0_first_ahead = np.empty((S, *batch))
        c0_first_ahead[:K] = w0
        c0_first_ahead[K:] = -u_first
        # <c_i> over the task
        mc0_first_ahead = c0_first_ahead
        # <c_i c_j> over the task
        G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first_ahead = np.empty((K, S, *batch))
        W_first_ahead[:, :K] = -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]
        W_first_ahead[:, :K] = W_first_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_first_ahead[:, K:] = -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_first_ahead = np.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
        # change of R in a step
        dR_first_ahead = A_first_ahead[:, K:]
        # change of Q in a step
        dQ_first_ahead = A_first_ahead[:, :K] + np.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
        if np.any(np.isfinite(ratio)):
            dQ_first_ahead = dQ_first_ahead + E_first_ahead
        # change of w0 in a step
        dw0_first_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_first = R + dR_first_ahead
        # overlaps of the learner after the giant step
        Q_first = Q + dQ_first_ahead
        # head start after the giant step
        w0_first = dw0_first_ahead + w0
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_first = np.empty((S, S, *batch))
        C_first[:K, :K] = Q_first
        C_first[:K, K:] = R_first
        C_first[K:, :K] = np.swapaxes(C_first[:K, K:], 0, 1)
        C_first[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2_first = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2) + 0.15915494309189535 * np.arctan2(C_first, _root(np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None], C_first**2))*C_first + 0.25 * C_first
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0_first
        c0_first[K:] = -u_first
        # <c_i c_j> over the task
        G0_first = c0_first[:, None]*c0_first[None]
        # loss on fresh data, adapted
        eps_g_first = 0.5 * np.einsum("ij...,ij...->...", G0_first, I2_first)
        # c = (head, -u) in the task second
        c0_second_ahead = np.empty((S, *batch))
        c0_second_ahead[:K] = w0
        c0_second_ahead[K:] = -u_second
        # <c_i> over the task
        mc0_second_ahead = c0_second_ahead
        # <c_i c_j> over the task
        G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second_ahead = np.empty((K, S, *batch))
        W_second_ahead[:, :K] = -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]
        W_second_ahead[:, :K] = W_second_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_second_ahead[:, K:] = -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_second_ahead = np.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
        # change of R in a step
        dR_second_ahead = A_second_ahead[:, K:]
        # change of Q in a step
        dQ_second_ahead = A_second_ahead[:, :K] + np.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
        if np.any(np.isfinite(ratio)):
            dQ_second_ahead = dQ_second_ahead + E_second_ahead
        # change of w0 in a step
        dw0_second_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_second = R + dR_second_ahead
        # overlaps of the learner after the giant step
        Q_second = Q + dQ_second_ahead
        # head start after the giant step
        w0_second = dw0_second_ahead + w0
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_second = np.empty((S, S, *batch))
        C_second[:K, :K] = Q_second
        C_second[:K, K:] = R_second
        C_second[K:, :K] = np.swapaxes(C_second[:K, K:], 0, 1)
        C_second[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2_second = 0.15915494309189535 * _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2) + 0.15915494309189535 * np.arctan2(C_second, _root(np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None], C_second**2))*C_second + 0.25 * C_second
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w0_second
        c0_second[K:] = -u_second
        # <c_i c_j> over the task
        G0_second = c0_second[:, None]*c0_second[None]
        # loss on fresh data, adapted
        eps_g_second = 0.5 * np.einsum("ij...,ij...->...", G0_second, I2_second)
        # loss on fresh data, adapted
        eps_g = -eps_g_first*p_second + eps_g_first + eps_g_second*p_second
        y_C_ahead = np.zeros((S, S, *along))
        y_I2_ahead = np.zeros((S, S, *along))
        y_r1 = np.zeros((S, S, *along))
        y_r2 = np.zeros((S, S, *along))
        y_r3 = np.zeros((K, *along))
        y_I3_ahead = np.zeros((K, S, S, *along))
        y_I_g2g0_ahead = np.zeros((K, S, *along))
        y_J2_ahead = np.zeros((S, S, *along))
        y_c0_first_ahead = np.zeros((S, *along))
        y_mc0_first_ahead = np.zeros((S, *along))
        y_G0_first_ahead = np.zeros((S, S, *along))
        y_A_first_ahead = np.zeros((K, S, *along))
        y_W_first_ahead = np.zeros((K, S, *along))
        y_Y_first_ahead = np.zeros((K, K, *along))
        y_dR_first_ahead = np.zeros((K, M, *along))
        y_dQ_first_ahead = np.zeros((K, K, *along))
        y_dw0_first_ahead = np.zeros((K, *along))
        y_R_first = np.zeros((K, M, *along))
        y_Q_first = np.zeros((K, K, *along))
        y_w0_first = np.zeros((K, *along))
        y_C_first = np.zeros((S, S, *along))
        y_I2_first = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_G0_first = np.zeros((S, S, *along))
        y_eps_g_first = np.zeros(along)
        y_c0_second_ahead = np.zeros((S, *along))
        y_mc0_second_ahead = np.zeros((S, *along))
        y_G0_second_ahead = np.zeros((S, S, *along))
        y_A_second_ahead = np.zeros((K, S, *along))
        y_W_second_ahead = np.zeros((K, S, *along))
        y_Y_second_ahead = np.zeros((K, K, *along))
        y_dR_second_ahead = np.zeros((K, M, *along))
        y_dQ_second_ahead = np.zeros((K, K, *along))
        y_dw0_second_ahead = np.zeros((K, *along))
        y_R_second = np.zeros((K, M, *along))
        y_Q_second = np.zeros((K, K, *along))
        y_w0_second = np.zeros((K, *along))
        y_C_second = np.zeros((S, S, *along))
        y_I2_second = np.zeros((S, S, *along))
        y_c0_second = np.zeros((S, *along))
        y_G0_second = np.zeros((S, S, *along))
        y_eps_g_second = np.zeros(along)
        if np.any(np.isfinite(ratio)):
            y_Ct_ahead = np.zeros((n_path, S, S, *along))
            y_r0 = np.zeros((n_path, S, *along))
            y_Ct1_oo_ahead = np.zeros((n_path, S, S, S, *along))
            y_Cm_ahead = np.zeros((K, K, *along))
            y_Cw_ahead = np.zeros((n_path, K, K, *along))
            y_r4 = np.zeros((n_path, S, S, *along))
            y_r5 = np.zeros((n_path, K, K, *along))
            y_r6 = np.zeros((n_path, K, K, *along))
            y_I4_ahead = np.zeros((K, K, S, S, *along))
            y_E_first_ahead = np.zeros((K, K, *along))
            y_E_second_ahead = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_gamma = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        y_ratio = np.zeros(along)
        here = y_eps_g
        y_eps_g_first += here*(1 - p_second)
        y_eps_g_second += here*p_second
        y_p_second += here*(-eps_g_first + eps_g_second)
        here = y_eps_g_second
        here = 0.5 * here
        y_G0_second += here*I2_second
        y_I2_second += here*G0_second
        here = y_G0_second
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*c0_second[:, None], (S, S, *along)))
        here = y_c0_second[:K]
        y_w0_second += here
        here = y_I2_second
        p_0 = np.einsum("ii...->i...", C_second)[:, None]*np.einsum("jj...->j...", C_second)[None]
        p_1 = C_second**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_second, p_2)
        b_p_3 = 0.15915494309189535 * here*C_second
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_second**2)**2*C_second + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_second += 2.0 * b_p_1*C_second + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_second**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_second)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_second)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_second)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_second)[:, None], (S, S, *along)))
        y_C_second[:K, K:] += np.einsum("nk...->kn...", y_C_second[K:, :K])
        here = y_C_second[:K, K:]
        y_R_second += here
        here = y_C_second[:K, :K]
        y_Q_second += here
        here = y_w0_second
        y_dw0_second_ahead += here
        y_w0 += here
        here = y_Q_second
        y_Q += here
        y_dQ_second_ahead += here
        here = y_R_second
        y_R += here
        y_dR_second_ahead += here
        here = y_dw0_second_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_second_ahead[None]
        y_mc0_second_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_second_ahead
            y_E_second_ahead += here
        here = y_dQ_second_ahead
        y_A_second_ahead[:, :K] += here
        y_A_second_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_second_ahead += here
        here = y_dR_second_ahead
        y_A_second_ahead[:, K:] += here
        here = y_Y_second_ahead
        y_A_second_ahead += np.einsum("lj...,kl...->kj...", W_second_ahead, here)
        y_W_second_ahead += np.einsum("kj...,kl...->lj...", A_second_ahead, here)
        here = y_W_second_ahead[:, K:]
        y_G0_second_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_second_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_second_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_second_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_second_ahead[:K, :], here)
        here = y_W_second_ahead[:, :K]
        y_G0_second_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_second_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_second_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_second_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead))
            y_c0_second_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_second_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_second_ahead[None, None, :, None]*c0_second_ahead[None, None, None]*here[:, :, None, None]
            y_c0_second_ahead += np.einsum("j...,kl...,klij...->i...", c0_second_ahead, here, I4_ahead)
            y_c0_second_ahead += np.einsum("i...,kl...,klij...->j...", c0_second_ahead, here, I4_ahead)
            here = y_E_second_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_second_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_second_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_second_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_second_ahead
        y_c0_second_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_second_ahead[None], (S, S, *along)))
        y_c0_second_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_second_ahead[:, None], (S, S, *along)))
        here = y_mc0_second_ahead
        y_c0_second_ahead += here
        here = y_c0_second_ahead[:K]
        y_w0 += here
        here = y_eps_g_first
        here = 0.5 * here
        y_G0_first += here*I2_first
        y_I2_first += here*G0_first
        here = y_G0_first
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*c0_first[:, None], (S, S, *along)))
        here = y_c0_first[:K]
        y_w0_first += here
        here = y_I2_first
        p_0 = np.einsum("ii...->i...", C_first)[:, None]*np.einsum("jj...->j...", C_first)[None]
        p_1 = C_first**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_first, p_2)
        b_p_3 = 0.15915494309189535 * here*C_first
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_first**2)**2*C_first + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_first += 2.0 * b_p_1*C_first + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_first**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_first)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_first)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_first)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_first)[:, None], (S, S, *along)))
        y_C_first[:K, K:] += np.einsum("nk...->kn...", y_C_first[K:, :K])
        here = y_C_first[:K, K:]
        y_R_first += here
        here = y_C_first[:K, :K]
        y_Q_first += here
        here = y_w0_first
        y_dw0_first_ahead += here
        y_w0 += here
        here = y_Q_first
        y_Q += here
        y_dQ_first_ahead += here
        here = y_R_first
        y_R += here
        y_dR_first_ahead += here
        here = y_dw0_first_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_first_ahead[None]
        y_mc0_first_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_first_ahead
            y_E_first_ahead += here
        here = y_dQ_first_ahead
        y_A_first_ahead[:, :K] += here
        y_A_first_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_first_ahead += here
        here = y_dR_first_ahead
        y_A_first_ahead[:, K:] += here
        here = y_Y_first_ahead
        y_A_first_ahead += np.einsum("lj...,kl...->kj...", W_first_ahead, here)
        y_W_first_ahead += np.einsum("kj...,kl...->lj...", A_first_ahead, here)
        here = y_W_first_ahead[:, K:]
        y_G0_first_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_first_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_first_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_first_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_first_ahead[:K, :], here)
        here = y_W_first_ahead[:, :K]
        y_G0_first_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_first_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_first_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_first_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead))
            y_c0_first_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_first_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_first_ahead[None, None, :, None]*c0_first_ahead[None, None, None]*here[:, :, None, None]
            y_c0_first_ahead += np.einsum("j...,kl...,klij...->i...", c0_first_ahead, here, I4_ahead)
            y_c0_first_ahead += np.einsum("i...,kl...,klij...->j...", c0_first_ahead, here, I4_ahead)
            here = y_E_first_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_first_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_first_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_first_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_first_ahead
        y_c0_first_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_first_ahead[None], (S, S, *along)))
        y_c0_first_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_first_ahead[:, None], (S, S, *along)))
        here = y_mc0_first_ahead
        y_c0_first_ahead += here
        here = y_c0_first_ahead[:K]
        y_w0 += here
        here = y_J2_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.15915494309189535 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2*C_ahead
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        here = y_I_g2g0_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[None]*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]
        p_1 = C_ahead[:K, :]**2
        p_2 = _root(p_0, p_1)
        b_p_2 = 0.15915494309189535 * here*r3[:, None]**2
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_r3 += np.einsum("ki...->k...", np.broadcast_to(0.31830988618379069 * here*p_2*r3[:, None], (K, S, *along)))
        y_C_ahead[:K, :] += 2.0 * b_p_1*C_ahead[:K, :]
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ki...->i...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], (K, S, *along)))
        np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("ki...->k...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[None], (K, S, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_I4_ahead
            for t in range(n_path):
                p_0 = Ct1_oo_ahead[t, :K, :, :][:, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2
                p_1 = C_ahead[:K, :][:, None, :, None]*path_weight[t][None, None, None, None]
                p_2 = Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_3 = C_ahead[:K, :][:, None, None]*path_weight[t][None, None, None, None]
                p_4 = Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_5 = C_ahead[:K, :][None, :, :, None]*path_weight[t][None, None, None, None]
                p_6 = np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_7 = C_ahead[:K, :][None, :, None]*path_weight[t][None, None, None, None]
                p_8 = np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None]
                p_10 = 1 - path[t][None, None, None, None]
                p_11 = p_10*C_ahead[None, None]*path_weight[t][None, None, None, None]
                p_12 = C_ahead[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                p_13 = p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + p_1*p_2 + p_11*p_12 + p_3*p_4 + p_5*p_6 + p_7*p_8
                p_14 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_15 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None]**2
                p_16 = p_14*p_15
                p_17 = p_0**2
                p_18 = _root(p_16, p_17)
                p_19 = np.arctan2(p_0, p_18)
                p_21 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None]
                p_22 = p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + np.sqrt(p_21)*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]
                p_23 = -Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, None]
                p_24 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None]
                p_25 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_26 = p_24*p_25
                p_27 = p_23**2
                p_28 = _root(p_26, p_27)
                p_29 = np.arctan2(p_23, p_28)
                p_30 = 0.025330295910584444 * p_22
                p_31 = p_29*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_32 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None]
                p_33 = p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + np.sqrt(p_32)*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]
                p_34 = -Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]
                p_35 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None]
                p_36 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_37 = p_35*p_36
                p_38 = p_34**2
                p_39 = _root(p_37, p_38)
                p_40 = np.arctan2(p_34, p_39)
                p_41 = 0.025330295910584444 * p_33
                p_42 = p_40*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_43 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("kjj...->kj...", Ct1_oo_ahead[t, :K, :, :])[:, None, None]
                p_44 = p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + np.sqrt(p_43)*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]
                p_45 = -Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 + Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]
                p_46 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("kii...->ki...", Ct1_oo_ahead[t, :K, :, :])[:, None, :, None] - Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None]**2
                p_47 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None]**2 + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_48 = p_46*p_47
                p_49 = p_45**2
                p_50 = _root(p_48, p_49)
                p_51 = np.arctan2(p_45, p_50)
                p_52 = 0.025330295910584444 * p_44
                p_53 = p_51*path_weight[t][None, None, None, None]*r0[t, :K][:, None, None, None]
                p_54 = p_10*np.einsum("jj...->j...", C_ahead)[None, None, None] + np.einsum("ljj...->lj...", Ct1_oo_ahead[t, :K, :, :])[None, :, None]
                p_55 = p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + np.sqrt(p_54)*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]
                p_56 = -Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]
                p_57 = p_10*np.einsum("ii...->i...", C_ahead)[None, None, :, None] + np.einsum("lii...->li...", Ct1_oo_ahead[t, :K, :, :])[None, :, :, None] - Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None]**2
                p_58 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None]**2 + np.einsum("lkk...->kl...", Ct1_oo_ahead[t, :K, :K, :K])[:, :, None, None]
                p_59 = p_57*p_58
                p_60 = p_56**2
                p_61 = _root(p_59, p_60)
                p_62 = np.arctan2(p_56, p_61)
                p_63 = 0.025330295910584444 * p_55
                p_64 = p_62*path_weight[t][None, None, None, None]*r0[t, :K][None, :, None, None]
                p_65 = 0.025330295910584444 * r0[t, :K][:, None, None, None]
                p_66 = p_18*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
                p_67 = -np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 + np.einsum("ikl...->kli...", Ct1_oo_ahead[t, :, :K, :K])[:, :, :, None]
                p_68 = p_10*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None, None, None] - np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None]**2 + np.einsum("ikk...->ki...", Ct1_oo_ahead[t, :, :K, :K])[:, None, :, None]
                p_69 = p_10*np.einsum("ll...->l...", C_ahead[:K, :K])[None, :, None, None] - np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None]**2 + np.einsum("ill...->li...", Ct1_oo_ahead[t, :, :K, :K])[None, :, :, None]
                p_70 = p_68*p_69
                p_71 = p_67**2
                p_72 = _root(p_70, p_71)
                p_73 = np.arctan2(p_67, p_72)
                p_74 = 0.025330295910584444 * p_10*C_ahead[None, None]**2
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
                b_p_54 = 0.5 * b_p_55*C_ahead[:K, :][None, :, :, None]/np.sqrt(p_54)
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
                b_p_43 = 0.5 * b_p_44*C_ahead[:K, :][:, None, :, None]/np.sqrt(p_43)
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
                b_p_32 = 0.5 * b_p_33*C_ahead[:K, :][None, :, None]/np.sqrt(p_32)
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
                b_p_21 = 0.5 * b_p_22*C_ahead[:K, :][:, None, None]/np.sqrt(p_21)
                b_p_20 = 0.039788735772973836 * here
                b_p_19 = 0.025330295910584444 * here*p_13
                b_p_18 = -b_p_19*p_0*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_66*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None]
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
                b_p_0 = b_p_13*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + 2.0 * b_p_17*p_0 + b_p_19*p_18*1.0 / np.sqrt(p_0**2 + p_18**2)**2 + b_p_9*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None]
                y_r0[t, :] += np.einsum("klij...->i...", np.broadcast_to(b_p_75*p_73*path_weight[t][None, None, None, None]*r4[t, :, :][None, None], (K, K, S, S, *along)))
                y_r4[t, :, :] += np.einsum("klij...->ij...", np.broadcast_to(-2.0 * b_p_67*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None] - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]**2*r4[t, :, :][None, None] - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]**2*r4[t, :, :][None, None] + b_p_75*p_73*path_weight[t][None, None, None, None]*r0[t, :][None, None, :, None], (K, K, S, S, *along)))
                y_C_ahead += np.einsum("klij...->ij...", np.broadcast_to(b_p_11*p_10*path_weight[t][None, None, None, None] + b_p_20*path_weight[t][None, None, None, None]*r6[t, :, :][:, :, None, None] + b_p_22*p_10*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] + b_p_33*p_10*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] + b_p_44*p_10*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] + b_p_55*p_10*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] + 0.050660591821168888 * b_p_74*p_10*C_ahead[None, None], (K, K, S, S, *along)))
                np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("klij...->l...", np.broadcast_to(b_p_25*p_10 + b_p_47*p_10 + b_p_69*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :] += np.einsum("klij...->ilj...", np.broadcast_to(-b_p_67*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_69*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ill...->il...", y_Ct1_oo_ahead[t, :, :K, :K])[...] += np.einsum("klij...->il...", np.broadcast_to(b_p_69, (K, K, S, S, *along)))
                np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("klij...->k...", np.broadcast_to(b_p_36*p_10 + b_p_58*p_10 + b_p_68*p_10, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :] += np.einsum("klij...->ikj...", np.broadcast_to(-b_p_67*np.einsum("ilj...->lij...", Ct1_oo_ahead[t, :, :K, :])[None]*r4[t, :, :][None, None]**2 - 2.0 * b_p_68*np.einsum("ikj...->kij...", Ct1_oo_ahead[t, :, :K, :])[:, None]*r4[t, :, :][None, None]**2, (K, K, S, S, *along)))
                np.einsum("ikk...->ik...", y_Ct1_oo_ahead[t, :, :K, :K])[...] += np.einsum("klij...->ik...", np.broadcast_to(b_p_68, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :, :K, :K] += np.einsum("klij...->ikl...", np.broadcast_to(b_p_67, (K, K, S, S, *along)))
                y_Cw_ahead[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_13*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_66*p_18*r4[t, :K, :K][:, :, None, None] + b_p_9*p_0*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_12*C_ahead[:K, :K][:, :, None, None]*r0[t, :K][:, None, None, None] + b_p_13*p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None] - 2.0 * b_p_14*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :K][:, :, None, None] - 2.0 * b_p_15*Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r0[t, :K][:, None, None, None] + b_p_4*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r0[t, :K][:, None, None, None] + b_p_66*p_18*Cw_ahead[t, :, :][:, :, None, None] + b_p_9*p_0*Cw_ahead[t, :, :][:, :, None, None]*r0[t, :K][:, None, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->k...", np.broadcast_to(b_p_12*C_ahead[:K, :K][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_13*p_0*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_2*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_31*p_29*path_weight[t][None, None, None, None] + b_p_4*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None] + b_p_53*p_51*path_weight[t][None, None, None, None] + 0.025330295910584444 * b_p_65 + b_p_9*p_0*Cw_ahead[t, :, :][:, :, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r0[t, :K] += np.einsum("klij...->l...", np.broadcast_to(b_p_42*p_40*path_weight[t][None, None, None, None] + b_p_6*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None] + b_p_64*p_62*path_weight[t][None, None, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->lkj...", np.broadcast_to(b_p_34 - b_p_56*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 + b_p_6*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                np.einsum("lkk...->lk...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += np.einsum("klij...->lk...", np.broadcast_to(b_p_36 + b_p_58, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_55*(p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, None] + C_ahead[:K, :][None, :, None]*Ct1_oo_ahead[t, :K, :, :][None]) - 2.0 * b_p_56*Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None] - 2.0 * b_p_57*Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, None] - 2.0 * b_p_58*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]**2*r4[t, :K, :][None, :, None], (K, K, S, S, *along)))
                np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("klij...->i...", np.broadcast_to(b_p_14*p_10 + b_p_21*p_10 + b_p_32*p_10 + b_p_46*p_10 + b_p_57*p_10, (K, K, S, S, *along)))
                np.einsum("lii...->li...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->li...", np.broadcast_to(b_p_32 + b_p_57, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :, :] += np.einsum("klij...->lij...", np.broadcast_to(b_p_33*C_ahead[:K, :][None, :, :, None]*r4[t, :K, :][None, :, :, None] - b_p_34*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_35*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 + b_p_55*C_ahead[:K, :][None, :, None]*r4[t, :K, :][None, :, None] - b_p_56*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r4[t, :K, :][None, :, None]**2 - 2.0 * b_p_57*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->lki...", np.broadcast_to(-b_p_34*Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]**2 - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None]**2 + b_p_56 + b_p_8*r0[t, :K][None, :, None, None]*np.einsum("lk...->kl...", r4[t, :K, :K])[:, :, None, None], (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_ahead[None, None]*r4[t, :K, :][None, :, :, None] + Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, :, None]) + b_p_5*path_weight[t][None, None, None, None] + b_p_55*np.sqrt(p_54), (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_33*np.sqrt(p_32) + b_p_55*(p_10*C_ahead[None, None]*r4[t, :K, :][None, :, None] + Ct1_oo_ahead[t, :K, :, :][None]*r4[t, :K, :][None, :, None]) + b_p_7*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("klij...->j...", np.broadcast_to(b_p_15*p_10 + b_p_24*p_10 + b_p_35*p_10 + b_p_43*p_10 + b_p_54*p_10, (K, K, S, S, *along)))
                np.einsum("ljj...->lj...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->lj...", np.broadcast_to(b_p_35 + b_p_54, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_15*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 + b_p_2*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_23 - b_p_45*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_47*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += np.einsum("klij...->kl...", np.broadcast_to(b_p_25 + b_p_47, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_44*(p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, None] + C_ahead[:K, :][:, None, None]*Ct1_oo_ahead[t, :K, :, :][:, None]) - 2.0 * b_p_45*Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None] - 2.0 * b_p_46*Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, None] - 2.0 * b_p_47*Ct1_oo_ahead[t, :K, :K, :][:, :, None]**2*r4[t, :K, :][:, None, None], (K, K, S, S, *along)))
                np.einsum("kii...->ki...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->ki...", np.broadcast_to(b_p_14 + b_p_21 + b_p_46, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0 + b_p_22*C_ahead[:K, :][:, None, :, None]*r4[t, :K, :][:, None, :, None] - b_p_23*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_24*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_44*C_ahead[:K, :][:, None, None]*r4[t, :K, :][:, None, None] - b_p_45*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :][:, None, None]**2 - 2.0 * b_p_46*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]**2, (K, K, S, S, *along)))
                y_Ct1_oo_ahead[t, :K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*Ct1_oo_ahead[t, :K, :K, :][:, :, None]*r4[t, :K, :K][:, :, None, None]**2 - 2.0 * b_p_14*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :K][:, :, None, None]**2 - b_p_23*Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]**2 - 2.0 * b_p_25*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None]**2 + b_p_4*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None] + b_p_45, (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*path_weight[t][None, None, None, None] + b_p_22*(p_10*C_ahead[None, None]*r4[t, :K, :][:, None, :, None] + Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, :, None]) + b_p_44*np.sqrt(p_43), (K, K, S, S, *along)))
                y_C_ahead[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_22*np.sqrt(p_21) + b_p_3*path_weight[t][None, None, None, None] + b_p_44*(p_10*C_ahead[None, None]*r4[t, :K, :][:, None, None] + Ct1_oo_ahead[t, :K, :, :][:, None]*r4[t, :K, :][:, None, None]), (K, K, S, S, *along)))
                np.einsum("kjj...->kj...", y_Ct1_oo_ahead[t, :K, :, :])[...] += np.einsum("klij...->kj...", np.broadcast_to(b_p_15 + b_p_24 + b_p_43, (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_33*(p_10*C_ahead[None, None]*C_ahead[:K, :][None, :, :, None] + C_ahead[:K, :][None, :, :, None]*Ct1_oo_ahead[t, :K, :, :][None]) - 2.0 * b_p_34*Ct1_oo_ahead[t, :K, :, :][None]*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_35*Ct1_oo_ahead[t, :K, :, :][None]**2*r4[t, :K, :][None, :, :, None] - 2.0 * b_p_36*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]**2*r4[t, :K, :][None, :, :, None], (K, K, S, S, *along)))
                y_r4[t, :K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_22*(p_10*C_ahead[None, None]*C_ahead[:K, :][:, None, :, None] + C_ahead[:K, :][:, None, :, None]*Ct1_oo_ahead[t, :K, :, :][:, None]) - 2.0 * b_p_23*Ct1_oo_ahead[t, :K, :, :][:, None]*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_24*Ct1_oo_ahead[t, :K, :, :][:, None]**2*r4[t, :K, :][:, None, :, None] - 2.0 * b_p_25*Ct1_oo_ahead[t, :K, :K, :][:, :, :, None]**2*r4[t, :K, :][:, None, :, None], (K, K, S, S, *along)))
                y_r6[t, :, :] += np.einsum("klij...->kl...", np.broadcast_to(b_p_20*C_ahead[None, None]*path_weight[t][None, None, None, None], (K, K, S, S, *along)))
                y_C_ahead[:K, :K] += np.einsum("klij...->kl...", np.broadcast_to(b_p_12*r0[t, :K][:, None, None, None]*r4[t, :K, :K][:, :, None, None], (K, K, S, S, *along)))
                y_r4[t, :K, :K] += np.einsum("klij...->lk...", np.broadcast_to(b_p_6*np.einsum("lkj...->klj...", Ct1_oo_ahead[t, :K, :K, :])[:, :, None]*r0[t, :K][None, :, None, None] + b_p_8*np.einsum("lki...->kli...", Ct1_oo_ahead[t, :K, :K, :])[:, :, :, None]*r0[t, :K][None, :, None, None], (K, K, S, S, *along)))
            here = y_I4_ahead
            b_p_3 = 0.039788735772973836 * here
            b_p_2 = 0.039788735772973836 * here
            b_p_1 = 0.039788735772973836 * here
            b_p_0 = 0.039788735772973836 * here
            y_C_ahead += np.einsum("klij...->ij...", np.broadcast_to(here*(0.039788735772973836 * r2[None, None] + 0.039788735772973836 * r2[:K, :][:, None, :, None] + 0.039788735772973836 * r2[:K, :][:, None, None] + 0.039788735772973836 * r2[:K, :][None, :, :, None] + 0.039788735772973836 * r2[:K, :][None, :, None] + 0.0625), (K, K, S, S, *along)))
            y_r1 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here, (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->ij...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->li...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_r2[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(0.039788735772973836 * here*C_ahead[None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_3*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_3*C_ahead[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->l...", np.broadcast_to(2.0 * b_p_2*C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None] + 2.0 * b_p_3*C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->li...", np.broadcast_to(b_p_2*r1[:K, :][None, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->lj...", np.broadcast_to(b_p_2*C_ahead[:K, :][None, :, :, None]*r3[None, :, None, None]**2, (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_1*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_1*C_ahead[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r3 += np.einsum("klij...->k...", np.broadcast_to(2.0 * b_p_0*C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None] + 2.0 * b_p_1*C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None], (K, K, S, S, *along)))
            y_C_ahead[:K, :] += np.einsum("klij...->ki...", np.broadcast_to(b_p_0*r1[:K, :][:, None, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            y_r1[:K, :] += np.einsum("klij...->kj...", np.broadcast_to(b_p_0*C_ahead[:K, :][:, None, :, None]*r3[:, None, None, None]**2, (K, K, S, S, *along)))
            here = y_r6
            y_Ct_ahead[:, :K, :K] += here*1.0 / np.sqrt(Ct_ahead[:, :K, :K]**2 + r5**2)**2*r5
            y_r5 += -here*1.0 / np.sqrt(Ct_ahead[:, :K, :K]**2 + r5**2)**2*Ct_ahead[:, :K, :K]
            here = y_r5
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]
            p_3 = p_1*p_2
            p_4 = Ct_ahead[:, :K, :K]**2
            b_p_4 = -here*_half(_root(p_3, p_4))
            b_p_3 = here*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            y_Ct_ahead[:, :K, :K] += 2.0 * b_p_4*Ct_ahead[:, :K, :K]
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tll...->tl...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tl...", np.broadcast_to(b_p_2, (n_path, K, K, *along)))
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_r4
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("jj...->j...", C_ahead)[None, None] + np.einsum("tijj...->tij...", Ct1_oo_ahead)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("tij...->j...", np.broadcast_to(b_p_1*p_0, (n_path, S, S, *along)))
            np.einsum("tijj...->tij...", y_Ct1_oo_ahead)[...] += b_p_1
        here = y_I3_ahead
        b_p_0 = 0.15915494309189535 * here
        y_C_ahead += np.einsum("kij...->ij...", np.broadcast_to(here*(0.15915494309189535 * r2[:K, :][:, None] + 0.25), (K, S, S, *along)))
        y_r2[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(0.15915494309189535 * here*C_ahead[None], (K, S, S, *along)))
        y_C_ahead[:K, :] += np.einsum("kij...->ki...", np.broadcast_to(b_p_0*r1[:K, :][:, None]*r3[:, None, None]**2, (K, S, S, *along)))
        y_r1[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C_ahead[:K, :][:, :, None]*r3[:, None, None]**2, (K, S, S, *along)))
        y_r3 += np.einsum("kij...->k...", np.broadcast_to(2.0 * b_p_0*C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None], (K, S, S, *along)))
        here = y_r3
        np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("kk...->k...", C_ahead[:K, :K]))**3
        here = y_r2
        y_C_ahead += here*1.0 / np.sqrt(C_ahead**2 + r1**2)**2*r1
        y_r1 += -here*1.0 / np.sqrt(C_ahead**2 + r1**2)**2*C_ahead
        here = y_r1
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        b_p_1 = -here*_half(_root(p_0, p_1))
        b_p_0 = here*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        here = y_I2_ahead
        p_0 = np.einsum("ii...->i...", C_ahead)[:, None]*np.einsum("jj...->j...", C_ahead)[None]
        p_1 = C_ahead**2
        p_2 = _root(p_0, p_1)
        p_3 = np.arctan2(C_ahead, p_2)
        b_p_3 = 0.15915494309189535 * here*C_ahead
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2*C_ahead + 0.15915494309189535 * here
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C_ahead += 2.0 * b_p_1*C_ahead + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead**2)**2 + here*(0.15915494309189535 * p_3 + 0.25)
        np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ij...->i...", np.broadcast_to(b_p_0*np.einsum("jj...->j...", C_ahead)[None], (S, S, *along)))
        np.einsum("jj...->j...", y_C_ahead)[...] += np.einsum("ij...->j...", np.broadcast_to(b_p_0*np.einsum("ii...->i...", C_ahead)[:, None], (S, S, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_Cw_ahead
            p_0 = 1 - path[:, None, None]
            p_1 = p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + np.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None]
            p_2 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + np.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])
            p_3 = 1.5707963267948966 * np.sqrt(p_1)
            p_4 = np.sqrt(p_2)*Cm_ahead[None]*path_last[:, None, None]
            b_p_4 = here*p_3
            b_p_3 = here*p_4
            b_p_2 = 0.5 * b_p_4*Cm_ahead[None]*path_last[:, None, None]/np.sqrt(p_2)
            b_p_1 = 0.78539816339744828 * b_p_3/np.sqrt(p_1)
            y_C_ahead[:K, :K] += np.einsum("tkl...->kl...", np.broadcast_to(here*path_weight[:, None, None], (n_path, K, K, *along)))
            y_Cm_ahead += np.einsum("tkl...->kl...", np.broadcast_to(b_p_4*np.sqrt(p_2)*path_last[:, None, None], (n_path, K, K, *along)))
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->l...", np.broadcast_to(b_p_2*p_0, (n_path, K, K, *along)))
            np.einsum("tkll...->tkl...", y_Ct1_oo_ahead[:, :K, :K, :K])[...] += b_p_2
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("tkl...->k...", np.broadcast_to(b_p_1*p_0, (n_path, K, K, *along)))
            np.einsum("tkk...->tk...", y_Ct_ahead[:, :K, :K])[...] += np.einsum("tkl...->tk...", np.broadcast_to(b_p_1, (n_path, K, K, *along)))
            here = y_Cm_ahead
            for t in range(n_path):
                p_0 = 1 - path[t][None, None]
                p_1 = p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None] + np.einsum("kll...->kl...", Ct1_oo_ahead[t, :K, :K, :K])
                p_2 = 1.0 / np.sqrt(p_1)
                p_3 = -0.63661977236758138 * path_weight[t][None, None]
                b_p_4 = here*p_3
                b_p_2 = b_p_4*C_ahead[:K, :K]*r0[t, :K][:, None]
                b_p_1 = -0.5 * b_p_2*1.0 / np.sqrt(p_1)**3
                y_C_ahead[:K, :K] += b_p_4*p_2*r0[t, :K][:, None]
                y_r0[t, :K] += np.einsum("kl...->k...", np.broadcast_to(b_p_4*p_2*C_ahead[:K, :K], (K, K, *along)))
                np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_1*p_0, (K, K, *along)))
                np.einsum("kll...->kl...", y_Ct1_oo_ahead[t, :K, :K, :K])[...] += b_p_1
            here = y_Cm_ahead
            p_0 = np.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*np.einsum("ll...->l...", C_ahead[:K, :K])[None]
            p_1 = C_ahead[:K, :K]**2
            p_2 = _root(p_0, p_1)
            b_p_3 = 0.63661977236758138 * here
            b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C_ahead[:K, :K]**2)**2*C_ahead[:K, :K]
            b_p_1 = -b_p_2*_half(_root(p_0, p_1))
            b_p_0 = b_p_2*_half(_root(p_0, p_1))
            y_C_ahead[:K, :K] += 2.0 * b_p_1*C_ahead[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C_ahead[:K, :K]**2)**2
            np.einsum("kk...->k...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->k...", np.broadcast_to(b_p_0*np.einsum("ll...->l...", C_ahead[:K, :K])[None], (K, K, *along)))
            np.einsum("ll...->l...", y_C_ahead[:K, :K])[...] += np.einsum("kl...->l...", np.broadcast_to(b_p_0*np.einsum("kk...->k...", C_ahead[:K, :K])[:, None], (K, K, *along)))
            here = y_Ct1_oo_ahead
            y_Ct_ahead += np.einsum("tijr...->tij...", np.broadcast_to(-here*Ct_ahead[:, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_ahead += np.einsum("tijr...->tir...", np.broadcast_to(-here*Ct_ahead[:, :, :, None]*r0[:, :, None, None]**2, (n_path, S, S, S, *along)))
            y_Ct_ahead += np.einsum("tijr...->tjr...", np.broadcast_to(here, (n_path, S, S, S, *along)))
            y_r0 += np.einsum("tijr...->ti...", np.broadcast_to(-2.0 * here*Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None], (n_path, S, S, S, *along)))
            here = y_r0
            p_0 = 1 - path[:, None]
            p_1 = p_0*np.einsum("ii...->i...", C_ahead)[None] + np.einsum("tii...->ti...", Ct_ahead)
            b_p_1 = -0.5 * here*1.0 / np.sqrt(p_1)**3
            np.einsum("ii...->i...", y_C_ahead)[...] += np.einsum("ti...->i...", np.broadcast_to(b_p_1*p_0, (n_path, S, *along)))
            np.einsum("tii...->ti...", y_Ct_ahead)[...] += b_p_1
            here = y_Ct_ahead
            y_C_ahead += np.einsum("tij...->ij...", np.broadcast_to(here*path[:, None, None], (n_path, S, S, *along)))
        y_C_ahead[:K, K:] += np.einsum("nk...->kn...", y_C_ahead[K:, :K])
        here = y_C_ahead[:K, K:]
        y_R += here
        here = y_C_ahead[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_gamma, y_eta_w, y_eta_0, y_noise, y_p_second, y_V, y_ratio,)
