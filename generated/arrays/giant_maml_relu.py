"""MAML of first order: both layers adapt in a giant step

Emitted by orderode 0.1.0 from the system giant_maml_relu, digest 86fb68f6630eea05. Do not edit: change the model or the
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

For any array namespace: `xp` is numpy, jax.numpy, torch or cupy. Nothing is written in place and no branch looks at values, so that
jax.jit, jax.vmap and jax.grad take these functions as they are. Whether a number of samples is infinite is seen where it is
the Python number inf; an array of them, or a traced one, is taken as finite, which holds at inf, too. Arrays have the type of the state: in JAX
this is float32 unless jax.config.update("jax_enable_x64", True) came first.

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

import importlib
import math
from typing import Any, NamedTuple

import numpy as np

DIGEST = "86fb68f6630eea05"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none

#: scales t of the couplings: nodes of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t)
n_path = 24
_PATH = (
    0.0075507293691167007, 0.039435267412553474, 0.095316987027231723, 0.17248476943874028,
    0.26674786872644507, 0.37249018186766836, 0.4830564497390103, 0.59148741259930226,
    0.69145397403576525, 0.77813257052449714, 0.84876693335574249, 0.90277391435862731,
    0.94141308690614656, 0.96717248326903382, 0.9830755342256603, 0.99208564617655892,
    0.9967093088891672, 0.99881774111339638, 0.99964833614451731, 0.99991906157094979,
    0.99998716592076597, 0.99999888069950083, 0.99999996855077067, 0.99999999995863109,
)

#: weights of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t)
_PATH_WEIGHT = (
    0.019338357926509325, 0.044216283881751937, 0.067097416148525615, 0.086539259811065292,
    0.10104452484869522, 0.10931825900908285, 0.11063816808016586, 0.10515366369175164,
    0.093965809204587691, 0.078930303002582372, 0.06224713654521654, 0.045987515397480881,
    0.031717491809136689, 0.020315370815220651, 0.01199128435398639, 0.0064495550902108657,
    0.0031094461519960517, 0.001311573642846805, 0.00046650264342256798, 0.00013192298659749272,
    2.6800885343436852e-05, 3.2116251390093717e-06, 1.4202436215286699e-07, 4.2432267133926537e-10,
)

#: 1 at the last node
_PATH_LAST = (
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 1.0,
)


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch; those of type int are Python numbers."""

    eta_J: float  # rate of the first layer
    gamma: float  # rate of the giant step
    eta_w: float = 0.0  # rate of the head in the giant step
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    p_second: float = 0.5  # probability of the second task
    V: float = math.inf  # samples in the query set; math.inf for the limit
    ratio: float = math.inf  # samples in the support set over the dimension of inputs; math.inf for the limit
    u_first: Any = None  # teacher's head of the first task (M); None: all 1
    u_second: Any = None  # teacher's head of the second task (M); None: all 1


def pack(R, Q, w0, xp):
    """The flat state (K*M + K*(K+1)/2 + K, ...) of R (K, M, ...), Q (K, K, ...) and w0 (K, ...)."""
    K, M = R.shape[:2]
    return xp.concatenate([R.reshape((K * M,) + R.shape[2:]), Q[np.triu_indices(K)], w0])


def unpack(state, K, M):
    """R (K, M, ...), Q (K, K, ...) and w0 (K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = state[K * M : -K][_triangle(K)]
    return state[: K * M].reshape((K, M, *batch)), Q, state[-K:]


class _At:
    """What stands in the brackets of an array, as a tuple."""

    def __getitem__(self, cuts):
        return cuts if isinstance(cuts, tuple) else (cuts,)


_at = _At()


def _put(xp, array, cuts, value):
    """The array with a value at these cuts, anew: its parts in front, there and behind, joined axis by axis."""
    return _spliced(xp, array, cuts, xp.broadcast_to(value, array[cuts].shape), 0)


def _spliced(xp, array, cuts, value, axis):
    if axis == len(cuts):
        return value
    before = (slice(None),) * axis
    cut = cuts[axis]
    if isinstance(cut, int):
        value = value[(*before, None)]
        cut = slice(cut, cut + 1)
    start, stop, _ = cut.indices(array.shape[axis])
    there = _spliced(xp, array[(*before, slice(start, stop))], cuts, value, axis + 1)
    if (start, stop) == (0, array.shape[axis]):
        return there
    return xp.concatenate([array[(*before, slice(0, start))], there, array[(*before, slice(stop, None))]], axis)


def _triangle(size):
    """Where each element of a symmetric matrix is in its upper triangle, row by row."""
    places = np.zeros((size, size), dtype=int)
    rows, columns = np.triu_indices(size)
    places[rows, columns] = places[columns, rows] = np.arange(len(rows))
    return places


def _finite(size):
    """Whether a number of samples may be finite."""
    return not (isinstance(size, int | float) and size == math.inf)


def _identity(xp, size, batch, dtype):
    return xp.eye(size, dtype=dtype).reshape((size, size) + (1,) * len(batch))


def _with_batch(xp, array, rank, batch, dtype):
    """An array of this rank, with axes of length 1 for the batch where it has none."""
    array = xp.asarray(array, dtype=dtype)
    return array.reshape(tuple(array.shape) + (1,) * (rank + len(batch) - array.ndim))


def _root(xp, x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return xp.sqrt(xp.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


def rhs(R, Q, w0, T, parameters, xp):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    p_second = parameters.p_second
    V = parameters.V
    ratio = parameters.ratio
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    path = _with_batch(xp, _PATH, 1, batch, dtype)
    path_weight = _with_batch(xp, _PATH_WEIGHT, 1, batch, dtype)
    path_last = _with_batch(xp, _PATH_LAST, 1, batch, dtype)
    u_first = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_first is None else parameters.u_first, 1, batch, dtype)
    u_second = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_second is None else parameters.u_second, 1, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_ahead = xp.zeros((S, S, *batch), dtype=dtype)
    C_ahead = _put(xp, C_ahead, _at[:K, :K], Q)
    C_ahead = _put(xp, C_ahead, _at[:K, K:], R)
    C_ahead = _put(xp, C_ahead, _at[K:, :K], xp.swapaxes(C_ahead[:K, K:], 0, 1))
    C_ahead = _put(xp, C_ahead, _at[K:, K:], T)
    if _finite(ratio):
        # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        Ct_ahead = C_ahead[None]*path[:, None, None]
        # 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i])
        r0 = 1.0 / xp.sqrt((1 - path[:, None])*xp.einsum("ii...->i...", C_ahead)[None] + xp.einsum("tii...->ti...", Ct_ahead))
        # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        Ct1_oo_ahead = -Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None]**2 + Ct_ahead[:, None]
        # <sign(k) sign(l)> minus the rule with nodes
        Cm_ahead = 0.63661977236758138 * xp.arctan2(C_ahead[:K, :K], _root(xp, xp.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*xp.einsum("ll...->l...", C_ahead[:K, :K])[None], C_ahead[:K, :K]**2))
        Cm_ahead = Cm_ahead + xp.sum(-0.63661977236758138 * 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*C_ahead[:K, :K][None]*path_weight[:, None, None]*r0[:, :K][:, :, None], (0,))
        # weight times coupling of two signs; the last node has what the rule misses of their average too
        Cw_ahead = 1.5707963267948966 * xp.sqrt((1 - path[:, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*Cm_ahead[None]*path_last[:, None, None] + C_ahead[:K, :K][None]*path_weight[:, None, None]
    # <g(z_i) g(z_j)> over the fields
    I2_ahead = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2) + 0.15915494309189535 * xp.arctan2(C_ahead, _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2))*C_ahead + 0.25 * C_ahead
    # sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2)
    r1 = _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2)
    # atan2(C_ahead[i, j], r1[i, j])
    r2 = xp.arctan2(C_ahead, r1)
    # 1/sqrt(C_ahead[k, k])
    r3 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C_ahead[:K, :K]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3_ahead = 0.15915494309189535 * C_ahead[None]*r2[:K, :][:, None] + 0.25 * C_ahead[None] + 0.15915494309189535 * C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None]**2
    if _finite(ratio):
        # 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j])
        r4 = 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None] + xp.einsum("tijj...->tij...", Ct1_oo_ahead))
        # sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2)
        r5 = _root(xp, ((1 - path[:, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]), Ct_ahead[:, :K, :K]**2)
        # atan2(Ct_ahead[t, k, l], r5[t, k, l])
        r6 = xp.arctan2(Ct_ahead[:, :K, :K], r5)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4_ahead = 0.039788735772973836 * C_ahead[None, None]*r2[None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, None] + 0.0625 * C_ahead[None, None] + 0.039788735772973836 * C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
        I4_ahead = I4_ahead + xp.sum(0.025330295910584444 * (1 - path[:, None, None, None, None])*xp.arctan2(-xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_ahead[:, :, :K, :K])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]**2*r4[:, None, None]**2 + xp.einsum("tikk...->tki...", Ct1_oo_ahead[:, :, :K, :K])[:, :, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]**2*r4[:, None, None]**2 + xp.einsum("till...->tli...", Ct1_oo_ahead[:, :, :K, :K])[:, None, :, :, None]), (-xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_ahead[:, :, :K, :K])[:, :, :, :, None])**2))*C_ahead[None, None, None]**2*path_weight[:, None, None, None, None]*r0[:, None, None, :, None]*r4[:, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, :, None, :, None]*r4[:, :K, :][:, :, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None])*C_ahead[:K, :][None, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] - Ct1_oo_ahead[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, :, None, None]*r4[:, :K, :][:, :, None, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None])*C_ahead[:K, :][None, :, None, :, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :][:, :, None, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, None, :, :, None]*r4[:, :K, :][:, None, :, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, :, None])*C_ahead[:K, :][None, None, :, None] + C_ahead[:K, :][None, None, :, :, None]*Ct1_oo_ahead[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] - Ct1_oo_ahead[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tljj...->tlj...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, None, :, None]*r4[:, :K, :][:, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tljj...->tlj...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, None])*C_ahead[:K, :][None, None, :, :, None] + C_ahead[:K, :][None, None, :, None]*Ct1_oo_ahead[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, :, None] - Ct1_oo_ahead[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]**2*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C_ahead[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None]) + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :K][None, :, :, None, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C_ahead[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None])*xp.arctan2(Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2, _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)) + 0.025330295910584444 * _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + 0.039788735772973836 * C_ahead[None, None, None]*path_weight[:, None, None, None, None]*r6[:, :, :, None, None], (0,))
    # <g''(z_k) g(z_i)> over the fields
    I_g2g0_ahead = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_ahead)[None]*xp.einsum("kk...->k...", C_ahead[:K, :K])[:, None], C_ahead[:K, :]**2)*r3[:, None]**2
    # <g'(z_i) g'(z_j)> over the fields
    J2_ahead = 0.15915494309189535 * xp.arctan2(C_ahead, _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2)) + 0.25
    # c = (head, -u) in the task first
    c0_first_ahead = xp.zeros((S, *batch), dtype=dtype)
    c0_first_ahead = _put(xp, c0_first_ahead, _at[:K], w0)
    c0_first_ahead = _put(xp, c0_first_ahead, _at[K:], -u_first)
    # <c_i> over the task
    mc0_first_ahead = c0_first_ahead
    # <c_i c_j> over the task
    G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_first_ahead = -gamma * xp.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
    if _finite(ratio):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
        E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * xp.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_first_ahead = xp.zeros((K, S, *batch), dtype=dtype)
    W_first_ahead = _put(xp, W_first_ahead, _at[:, :K], -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K])
    W_first_ahead = _put(xp, W_first_ahead, _at[:, :K], W_first_ahead[:, :K] + -gamma*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
    W_first_ahead = _put(xp, W_first_ahead, _at[:, K:], -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:])
    # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
    Y_first_ahead = xp.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
    # change of R in a step
    dR_first_ahead = A_first_ahead[:, K:]
    # change of Q in a step
    dQ_first_ahead = A_first_ahead[:, :K] + xp.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
    if _finite(ratio):
        dQ_first_ahead = dQ_first_ahead + E_first_ahead
    # change of w0 in a step
    dw0_first_ahead = -eta_w * xp.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
    # overlaps of learner and teacher after the giant step
    R_first = R + dR_first_ahead
    # overlaps of the learner after the giant step
    Q_first = Q + dQ_first_ahead
    # head start after the giant step
    w0_first = dw0_first_ahead + w0
    # overlaps of the learner after the giant step with itself before it
    X_first = A_first_ahead[:, :K] + Q
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_first = xp.zeros((S, S, *batch), dtype=dtype)
    C_first = _put(xp, C_first, _at[:K, :K], Q_first)
    C_first = _put(xp, C_first, _at[:K, K:], R_first)
    C_first = _put(xp, C_first, _at[K:, :K], xp.swapaxes(C_first[:K, K:], 0, 1))
    C_first = _put(xp, C_first, _at[K:, K:], T)
    if _finite(V):
        # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        Ct_first = C_first[None]*path[:, None, None]
        # 1/sqrt((1 - path[t])*C_first[i, i] + Ct_first[t, i, i])
        r7 = 1.0 / xp.sqrt((1 - path[:, None])*xp.einsum("ii...->i...", C_first)[None] + xp.einsum("tii...->ti...", Ct_first))
        # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        Ct1_oo_first = -Ct_first[:, :, :, None]*Ct_first[:, :, None]*r7[:, :, None, None]**2 + Ct_first[:, None]
        # <sign(k) sign(l)> minus the rule with nodes
        Cm_first = 0.63661977236758138 * xp.arctan2(C_first[:K, :K], _root(xp, xp.einsum("kk...->k...", C_first[:K, :K])[:, None]*xp.einsum("ll...->l...", C_first[:K, :K])[None], C_first[:K, :K]**2))
        Cm_first = Cm_first + xp.sum(-0.63661977236758138 * 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K]))*C_first[:K, :K][None]*path_weight[:, None, None]*r7[:, :K][:, :, None], (0,))
        # weight times coupling of two signs; the last node has what the rule misses of their average too
        Cw_first = 1.5707963267948966 * xp.sqrt((1 - path[:, None, None])*xp.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None])*xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K]))*Cm_first[None]*path_last[:, None, None] + C_first[:K, :K][None]*path_weight[:, None, None]
    # <g(z_i) g(z_j)> over the fields
    I2_first = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2) + 0.15915494309189535 * xp.arctan2(C_first, _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2))*C_first + 0.25 * C_first
    # sqrt(C_first[i, i]*C_first[j, j] - C_first[i, j]**2)
    r8 = _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2)
    # atan2(C_first[i, j], r8[i, j])
    r9 = xp.arctan2(C_first, r8)
    # 1/sqrt(C_first[k, k])
    r10 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C_first[:K, :K]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3_first = 0.15915494309189535 * C_first[None]*r9[:K, :][:, None] + 0.25 * C_first[None] + 0.15915494309189535 * C_first[:K, :][:, :, None]*r10[:, None, None]**2*r8[:K, :][:, None]
    if _finite(V):
        # 1/sqrt((1 - path[t])*C_first[j, j] + Ct1_oo_first[t, i, j, j])
        r11 = 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("jj...->j...", C_first)[None, None] + xp.einsum("tijj...->tij...", Ct1_oo_first))
        # sqrt(((1 - path[t])*C_first[k, k] + Ct_first[t, k, k])*((1 - path[t])*C_first[l, l] + Ct_first[t, l, l]) - Ct_first[t, k, l]**2)
        r12 = _root(xp, ((1 - path[:, None, None])*xp.einsum("kk...->k...", C_first[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_first[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None] + xp.einsum("tll...->tl...", Ct_first[:, :K, :K])[:, None]), Ct_first[:, :K, :K]**2)
        # atan2(Ct_first[t, k, l], r12[t, k, l])
        r13 = xp.arctan2(Ct_first[:, :K, :K], r12)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4_first = 0.039788735772973836 * C_first[None, None]*r9[None, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][:, None, :, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][:, None, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][None, :, :, None] + 0.039788735772973836 * C_first[None, None]*r9[:K, :][None, :, None] + 0.0625 * C_first[None, None] + 0.039788735772973836 * C_first[:K, :][:, None, :, None]*r10[:, None, None, None]**2*r8[:K, :][:, None, None] + 0.039788735772973836 * C_first[:K, :][:, None, None]*r10[:, None, None, None]**2*r8[:K, :][:, None, :, None] + 0.039788735772973836 * C_first[:K, :][None, :, :, None]*r10[None, :, None, None]**2*r8[:K, :][None, :, None] + 0.039788735772973836 * C_first[:K, :][None, :, None]*r10[None, :, None, None]**2*r8[:K, :][None, :, :, None] + 0.039788735772973836 * r8[None, None]
        I4_first = I4_first + xp.sum(0.025330295910584444 * (1 - path[:, None, None, None, None])*xp.arctan2(-xp.einsum("tikj...->tkij...", Ct1_oo_first[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_first[:, :, :K, :])[:, None]*r11[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_first[:, :, :K, :K])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_first[:K, :K])[None, :, None, None, None] - xp.einsum("tikj...->tkij...", Ct1_oo_first[:, :, :K, :])[:, :, None]**2*r11[:, None, None]**2 + xp.einsum("tikk...->tki...", Ct1_oo_first[:, :, :K, :K])[:, :, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None, :, None, None] - xp.einsum("tilj...->tlij...", Ct1_oo_first[:, :, :K, :])[:, None]**2*r11[:, None, None]**2 + xp.einsum("till...->tli...", Ct1_oo_first[:, :, :K, :K])[:, None, :, :, None]), (-xp.einsum("tikj...->tkij...", Ct1_oo_first[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_first[:, :, :K, :])[:, None]*r11[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_first[:, :, :K, :K])[:, :, :, :, None])**2))*C_first[None, None, None]**2*path_weight[:, None, None, None, None]*r11[:, None, None]*r7[:, None, None, :, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_first[None, None, None]*C_first[:K, :][None, :, None, :, None]*r11[:, :K, :][:, :, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_first[:, :K, :, :])[:, :, None, :, None])*C_first[:K, :][None, :, None, None] + C_first[:K, :][None, :, None, :, None]*Ct1_oo_first[:, :K, :, :][:, :, None]*r11[:, :K, :][:, :, None, :, None])*xp.arctan2(-Ct1_oo_first[:, :K, :, :][:, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*r11[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_first[:, :K, :K, :][:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] - Ct1_oo_first[:, :K, :, :][:, :, None]**2*r11[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkjj...->tkj...", Ct1_oo_first[:, :K, :, :])[:, :, None, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None, :, None, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]**2*r11[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_first[:, :K, :, :][:, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*r11[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_first[:, :K, :K, :][:, :, :, None])**2))*path_weight[:, None, None, None, None]*r7[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_first[None, None, None]*C_first[:K, :][None, :, None, None]*r11[:, :K, :][:, :, None, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_first[:, :K, :, :])[:, :, None, None])*C_first[:K, :][None, :, None, :, None] + C_first[:K, :][None, :, None, None]*Ct1_oo_first[:, :K, :, :][:, :, None]*r11[:, :K, :][:, :, None, None])*xp.arctan2(-Ct1_oo_first[:, :K, :, :][:, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :][:, :, None, None]**2 + Ct1_oo_first[:, :K, :K, :][:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_first[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_first[:, :K, :, :][:, :, None]**2*r11[:, :K, :][:, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_first[:K, :K])[None, None, :, None, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, None]**2*r11[:, :K, :][:, :, None, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_first[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_first[:, :K, :, :][:, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :][:, :, None, None]**2 + Ct1_oo_first[:, :K, :K, :][:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r7[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_first[None, None, None]*C_first[:K, :][None, None, :, :, None]*r11[:, :K, :][:, None, :, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_first[:, :K, :, :])[:, None, :, :, None])*C_first[:K, :][None, None, :, None] + C_first[:K, :][None, None, :, :, None]*Ct1_oo_first[:, :K, :, :][:, None]*r11[:, :K, :][:, None, :, :, None])*xp.arctan2(-Ct1_oo_first[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None]*r11[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] - Ct1_oo_first[:, :K, :, :][:, None]**2*r11[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tljj...->tlj...", Ct1_oo_first[:, :K, :, :])[:, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_first[:K, :K])[None, :, None, None, None] - xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None]**2*r11[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_first[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_first[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None]*r11[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None])**2))*path_weight[:, None, None, None, None]*r7[:, :K][:, None, :, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_first[None, None, None]*C_first[:K, :][None, None, :, None]*r11[:, :K, :][:, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] + xp.einsum("tljj...->tlj...", Ct1_oo_first[:, :K, :, :])[:, None, :, None])*C_first[:K, :][None, None, :, :, None] + C_first[:K, :][None, None, :, None]*Ct1_oo_first[:, :K, :, :][:, None]*r11[:, :K, :][:, None, :, None])*xp.arctan2(-Ct1_oo_first[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None]*r11[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_first[:, :K, :, :])[:, None, :, :, None] - Ct1_oo_first[:, :K, :, :][:, None]**2*r11[:, :K, :][:, None, :, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_first[:K, :K])[None, :, None, None, None] - xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None]**2*r11[:, :K, :][:, None, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_first[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_first[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None]*r11[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r7[:, :K][:, None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_first[:, :K, :, :][:, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :K][:, :, :, None, None]**2)*Cw_first[:, :, :, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, :, None, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, :, None, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*xp.einsum("tlk...->tkl...", r11[:, :K, :K])[:, :, :, None, None]*r7[:, :K][:, None, :, None, None] + C_first[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*xp.einsum("tlk...->tkl...", r11[:, :K, :K])[:, :, :, None, None]*r7[:, :K][:, None, :, None, None]) + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_first[None, None, None]*C_first[:K, :K][None, :, :, None, None]*path_weight[:, None, None, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + (Ct1_oo_first[:, :K, :, :][:, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :K][:, :, :, None, None]**2)*Cw_first[:, :, :, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, :, None, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, :, None, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + C_first[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_first[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*xp.einsum("tlk...->tkl...", r11[:, :K, :K])[:, :, :, None, None]*r7[:, :K][:, None, :, None, None] + C_first[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_first[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*xp.einsum("tlk...->tkl...", r11[:, :K, :K])[:, :, :, None, None]*r7[:, :K][:, None, :, None, None])*xp.arctan2(Ct1_oo_first[:, :K, :, :][:, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :K][:, :, :, None, None]**2, _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_first[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]**2*r11[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_first[:, :K, :, :])[:, :, None, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, None]**2*r11[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_first[:, :K, :, :][:, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :K][:, :, :, None, None]**2)**2)) + 0.025330295910584444 * _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_first)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_first[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]**2*r11[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_first)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_first[:, :K, :, :])[:, :, None, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, None]**2*r11[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_first[:, :K, :, :][:, :, None] - Ct1_oo_first[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_first[:, :K, :K, :][:, :, :, None]*r11[:, :K, :K][:, :, :, None, None]**2)**2)*Cw_first[:, :, :, None, None]*r11[:, :K, :K][:, :, :, None, None]*r7[:, :K][:, :, None, None, None] + 0.039788735772973836 * C_first[None, None, None]*path_weight[:, None, None, None, None]*r13[:, :, :, None, None], (0,))
    # <g''(z_k) g(z_i)> over the fields
    I_g2g0_first = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_first)[None]*xp.einsum("kk...->k...", C_first[:K, :K])[:, None], C_first[:K, :]**2)*r10[:, None]**2
    # <g'(z_i) g'(z_j)> over the fields
    J2_first = 0.15915494309189535 * xp.arctan2(C_first, _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2)) + 0.25
    # c = (head, -u) in the task first
    c0_first = xp.zeros((S, *batch), dtype=dtype)
    c0_first = _put(xp, c0_first, _at[:K], w0_first)
    c0_first = _put(xp, c0_first, _at[K:], -u_first)
    # <c_i> over the task
    mc0_first = c0_first
    # <c_i c_j> over the task
    G0_first = c0_first[:, None]*c0_first[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_first = -eta_J * xp.einsum("kj...,kij...->ki...", G0_first[:K, :], I3_first)
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_first = eta_J**2*noise**2*G0_first[:K, :K]*J2_first[:K, :K]/V
        E_first = E_first + eta_J**2*c0_first[:K][:, None]*c0_first[:K][None]/V * xp.einsum("i...,j...,klij...->kl...", c0_first, c0_first, I4_first)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_first = xp.zeros((K, S, *batch), dtype=dtype)
    W_first = _put(xp, W_first, _at[:, :K], -eta_J*G0_first[:K, :K]*J2_first[:K, :K])
    W_first = _put(xp, W_first, _at[:, :K], W_first[:, :K] + -eta_J*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_first[:K, :], I_g2g0_first)[:, None])
    W_first = _put(xp, W_first, _at[:, K:], -eta_J*G0_first[:K, K:]*J2_first[:K, K:])
    # dw0/dalpha
    dw0_first = -eta_0 * xp.einsum("i...,ki...->k...", mc0_first, I2_first[:K, :])
    # c = (head, -u) in the task second
    c0_second_ahead = xp.zeros((S, *batch), dtype=dtype)
    c0_second_ahead = _put(xp, c0_second_ahead, _at[:K], w0)
    c0_second_ahead = _put(xp, c0_second_ahead, _at[K:], -u_second)
    # <c_i> over the task
    mc0_second_ahead = c0_second_ahead
    # <c_i c_j> over the task
    G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_second_ahead = -gamma * xp.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
    if _finite(ratio):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
        E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * xp.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_second_ahead = xp.zeros((K, S, *batch), dtype=dtype)
    W_second_ahead = _put(xp, W_second_ahead, _at[:, :K], -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K])
    W_second_ahead = _put(xp, W_second_ahead, _at[:, :K], W_second_ahead[:, :K] + -gamma*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
    W_second_ahead = _put(xp, W_second_ahead, _at[:, K:], -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:])
    # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
    Y_second_ahead = xp.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
    # change of R in a step
    dR_second_ahead = A_second_ahead[:, K:]
    # change of Q in a step
    dQ_second_ahead = A_second_ahead[:, :K] + xp.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
    if _finite(ratio):
        dQ_second_ahead = dQ_second_ahead + E_second_ahead
    # change of w0 in a step
    dw0_second_ahead = -eta_w * xp.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
    # overlaps of learner and teacher after the giant step
    R_second = R + dR_second_ahead
    # overlaps of the learner after the giant step
    Q_second = Q + dQ_second_ahead
    # head start after the giant step
    w0_second = dw0_second_ahead + w0
    # overlaps of the learner after the giant step with itself before it
    X_second = A_second_ahead[:, :K] + Q
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_second = xp.zeros((S, S, *batch), dtype=dtype)
    C_second = _put(xp, C_second, _at[:K, :K], Q_second)
    C_second = _put(xp, C_second, _at[:K, K:], R_second)
    C_second = _put(xp, C_second, _at[K:, :K], xp.swapaxes(C_second[:K, K:], 0, 1))
    C_second = _put(xp, C_second, _at[K:, K:], T)
    if _finite(V):
        # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        Ct_second = C_second[None]*path[:, None, None]
        # 1/sqrt((1 - path[t])*C_second[i, i] + Ct_second[t, i, i])
        r14 = 1.0 / xp.sqrt((1 - path[:, None])*xp.einsum("ii...->i...", C_second)[None] + xp.einsum("tii...->ti...", Ct_second))
        # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        Ct1_oo_second = -Ct_second[:, :, :, None]*Ct_second[:, :, None]*r14[:, :, None, None]**2 + Ct_second[:, None]
        # <sign(k) sign(l)> minus the rule with nodes
        Cm_second = 0.63661977236758138 * xp.arctan2(C_second[:K, :K], _root(xp, xp.einsum("kk...->k...", C_second[:K, :K])[:, None]*xp.einsum("ll...->l...", C_second[:K, :K])[None], C_second[:K, :K]**2))
        Cm_second = Cm_second + xp.sum(-0.63661977236758138 * 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K]))*C_second[:K, :K][None]*path_weight[:, None, None]*r14[:, :K][:, :, None], (0,))
        # weight times coupling of two signs; the last node has what the rule misses of their average too
        Cw_second = 1.5707963267948966 * xp.sqrt((1 - path[:, None, None])*xp.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None])*xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K]))*Cm_second[None]*path_last[:, None, None] + C_second[:K, :K][None]*path_weight[:, None, None]
    # <g(z_i) g(z_j)> over the fields
    I2_second = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2) + 0.15915494309189535 * xp.arctan2(C_second, _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2))*C_second + 0.25 * C_second
    # sqrt(C_second[i, i]*C_second[j, j] - C_second[i, j]**2)
    r15 = _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2)
    # atan2(C_second[i, j], r15[i, j])
    r16 = xp.arctan2(C_second, r15)
    # 1/sqrt(C_second[k, k])
    r17 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C_second[:K, :K]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3_second = 0.15915494309189535 * C_second[None]*r16[:K, :][:, None] + 0.25 * C_second[None] + 0.15915494309189535 * C_second[:K, :][:, :, None]*r15[:K, :][:, None]*r17[:, None, None]**2
    if _finite(V):
        # 1/sqrt((1 - path[t])*C_second[j, j] + Ct1_oo_second[t, i, j, j])
        r18 = 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("jj...->j...", C_second)[None, None] + xp.einsum("tijj...->tij...", Ct1_oo_second))
        # sqrt(((1 - path[t])*C_second[k, k] + Ct_second[t, k, k])*((1 - path[t])*C_second[l, l] + Ct_second[t, l, l]) - Ct_second[t, k, l]**2)
        r19 = _root(xp, ((1 - path[:, None, None])*xp.einsum("kk...->k...", C_second[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_second[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None] + xp.einsum("tll...->tl...", Ct_second[:, :K, :K])[:, None]), Ct_second[:, :K, :K]**2)
        # atan2(Ct_second[t, k, l], r19[t, k, l])
        r20 = xp.arctan2(Ct_second[:, :K, :K], r19)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4_second = 0.039788735772973836 * C_second[None, None]*r16[None, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][:, None, :, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][:, None, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][None, :, :, None] + 0.039788735772973836 * C_second[None, None]*r16[:K, :][None, :, None] + 0.0625 * C_second[None, None] + 0.039788735772973836 * C_second[:K, :][:, None, :, None]*r15[:K, :][:, None, None]*r17[:, None, None, None]**2 + 0.039788735772973836 * C_second[:K, :][:, None, None]*r15[:K, :][:, None, :, None]*r17[:, None, None, None]**2 + 0.039788735772973836 * C_second[:K, :][None, :, :, None]*r15[:K, :][None, :, None]*r17[None, :, None, None]**2 + 0.039788735772973836 * C_second[:K, :][None, :, None]*r15[:K, :][None, :, :, None]*r17[None, :, None, None]**2 + 0.039788735772973836 * r15[None, None]
        I4_second = I4_second + xp.sum(0.025330295910584444 * (1 - path[:, None, None, None, None])*xp.arctan2(-xp.einsum("tikj...->tkij...", Ct1_oo_second[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_second[:, :, :K, :])[:, None]*r18[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_second[:, :, :K, :K])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_second[:K, :K])[None, :, None, None, None] - xp.einsum("tikj...->tkij...", Ct1_oo_second[:, :, :K, :])[:, :, None]**2*r18[:, None, None]**2 + xp.einsum("tikk...->tki...", Ct1_oo_second[:, :, :K, :K])[:, :, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None, :, None, None] - xp.einsum("tilj...->tlij...", Ct1_oo_second[:, :, :K, :])[:, None]**2*r18[:, None, None]**2 + xp.einsum("till...->tli...", Ct1_oo_second[:, :, :K, :K])[:, None, :, :, None]), (-xp.einsum("tikj...->tkij...", Ct1_oo_second[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_second[:, :, :K, :])[:, None]*r18[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_second[:, :, :K, :K])[:, :, :, :, None])**2))*C_second[None, None, None]**2*path_weight[:, None, None, None, None]*r14[:, None, None, :, None]*r18[:, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_second[None, None, None]*C_second[:K, :][None, :, None, :, None]*r18[:, :K, :][:, :, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_second[:, :K, :, :])[:, :, None, :, None])*C_second[:K, :][None, :, None, None] + C_second[:K, :][None, :, None, :, None]*Ct1_oo_second[:, :K, :, :][:, :, None]*r18[:, :K, :][:, :, None, :, None])*xp.arctan2(-Ct1_oo_second[:, :K, :, :][:, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*r18[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_second[:, :K, :K, :][:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] - Ct1_oo_second[:, :K, :, :][:, :, None]**2*r18[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkjj...->tkj...", Ct1_oo_second[:, :K, :, :])[:, :, None, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None, :, None, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]**2*r18[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_second[:, :K, :, :][:, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*r18[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_second[:, :K, :K, :][:, :, :, None])**2))*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_second[None, None, None]*C_second[:K, :][None, :, None, None]*r18[:, :K, :][:, :, None, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_second[:, :K, :, :])[:, :, None, None])*C_second[:K, :][None, :, None, :, None] + C_second[:K, :][None, :, None, None]*Ct1_oo_second[:, :K, :, :][:, :, None]*r18[:, :K, :][:, :, None, None])*xp.arctan2(-Ct1_oo_second[:, :K, :, :][:, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :][:, :, None, None]**2 + Ct1_oo_second[:, :K, :K, :][:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_second[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_second[:, :K, :, :][:, :, None]**2*r18[:, :K, :][:, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_second[:K, :K])[None, None, :, None, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, None]**2*r18[:, :K, :][:, :, None, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_second[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_second[:, :K, :, :][:, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :][:, :, None, None]**2 + Ct1_oo_second[:, :K, :K, :][:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_second[None, None, None]*C_second[:K, :][None, None, :, :, None]*r18[:, :K, :][:, None, :, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_second[:, :K, :, :])[:, None, :, :, None])*C_second[:K, :][None, None, :, None] + C_second[:K, :][None, None, :, :, None]*Ct1_oo_second[:, :K, :, :][:, None]*r18[:, :K, :][:, None, :, :, None])*xp.arctan2(-Ct1_oo_second[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None]*r18[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] - Ct1_oo_second[:, :K, :, :][:, None]**2*r18[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tljj...->tlj...", Ct1_oo_second[:, :K, :, :])[:, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_second[:K, :K])[None, :, None, None, None] - xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None]**2*r18[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_second[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_second[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None]*r18[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None])**2))*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_second[None, None, None]*C_second[:K, :][None, None, :, None]*r18[:, :K, :][:, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] + xp.einsum("tljj...->tlj...", Ct1_oo_second[:, :K, :, :])[:, None, :, None])*C_second[:K, :][None, None, :, :, None] + C_second[:K, :][None, None, :, None]*Ct1_oo_second[:, :K, :, :][:, None]*r18[:, :K, :][:, None, :, None])*xp.arctan2(-Ct1_oo_second[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None]*r18[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_second[:, :K, :, :])[:, None, :, :, None] - Ct1_oo_second[:, :K, :, :][:, None]**2*r18[:, :K, :][:, None, :, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_second[:K, :K])[None, :, None, None, None] - xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None]**2*r18[:, :K, :][:, None, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_second[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_second[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None]*r18[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_second[:, :K, :, :][:, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :K][:, :, :, None, None]**2)*Cw_second[:, :, :, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, :, None, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, :, None, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r18[:, :K, :K])[:, :, :, None, None] + C_second[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r18[:, :K, :K])[:, :, :, None, None]) + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_second[None, None, None]*C_second[:K, :K][None, :, :, None, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + (Ct1_oo_second[:, :K, :, :][:, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :K][:, :, :, None, None]**2)*Cw_second[:, :, :, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, :, None, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, :, None, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + C_second[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_second[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r18[:, :K, :K])[:, :, :, None, None] + C_second[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_second[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r14[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r18[:, :K, :K])[:, :, :, None, None])*xp.arctan2(Ct1_oo_second[:, :K, :, :][:, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :K][:, :, :, None, None]**2, _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_second[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]**2*r18[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_second[:, :K, :, :])[:, :, None, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, None]**2*r18[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_second[:, :K, :, :][:, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :K][:, :, :, None, None]**2)**2)) + 0.025330295910584444 * _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_second)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_second[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]**2*r18[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_second)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_second[:, :K, :, :])[:, :, None, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, None]**2*r18[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_second[:, :K, :, :][:, :, None] - Ct1_oo_second[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_second[:, :K, :K, :][:, :, :, None]*r18[:, :K, :K][:, :, :, None, None]**2)**2)*Cw_second[:, :, :, None, None]*r14[:, :K][:, :, None, None, None]*r18[:, :K, :K][:, :, :, None, None] + 0.039788735772973836 * C_second[None, None, None]*path_weight[:, None, None, None, None]*r20[:, :, :, None, None], (0,))
    # <g''(z_k) g(z_i)> over the fields
    I_g2g0_second = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_second)[None]*xp.einsum("kk...->k...", C_second[:K, :K])[:, None], C_second[:K, :]**2)*r17[:, None]**2
    # <g'(z_i) g'(z_j)> over the fields
    J2_second = 0.15915494309189535 * xp.arctan2(C_second, _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2)) + 0.25
    # c = (head, -u) in the task second
    c0_second = xp.zeros((S, *batch), dtype=dtype)
    c0_second = _put(xp, c0_second, _at[:K], w0_second)
    c0_second = _put(xp, c0_second, _at[K:], -u_second)
    # <c_i> over the task
    mc0_second = c0_second
    # <c_i c_j> over the task
    G0_second = c0_second[:, None]*c0_second[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_second = -eta_J * xp.einsum("kj...,kij...->ki...", G0_second[:K, :], I3_second)
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_second = eta_J**2*noise**2*G0_second[:K, :K]*J2_second[:K, :K]/V
        E_second = E_second + eta_J**2*c0_second[:K][:, None]*c0_second[:K][None]/V * xp.einsum("i...,j...,klij...->kl...", c0_second, c0_second, I4_second)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_second = xp.zeros((K, S, *batch), dtype=dtype)
    W_second = _put(xp, W_second, _at[:, :K], -eta_J*G0_second[:K, :K]*J2_second[:K, :K])
    W_second = _put(xp, W_second, _at[:, :K], W_second[:, :K] + -eta_J*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_second[:K, :], I_g2g0_second)[:, None])
    W_second = _put(xp, W_second, _at[:, K:], -eta_J*G0_second[:K, K:]*J2_second[:K, K:])
    # dw0/dalpha
    dw0_second = -eta_0 * xp.einsum("i...,ki...->k...", mc0_second, I2_second[:K, :])
    # steps against fields of the weights before the giant step
    B_first = xp.einsum("ln...,kn...->kl...", R, W_first[:, K:])
    B_first = B_first + xp.einsum("ka...,al...->kl...", W_first[:, :K], X_first)
    # steps against fields of the weights before the giant step
    B_second = xp.einsum("ln...,kn...->kl...", R, W_second[:, K:])
    B_second = B_second + xp.einsum("ka...,al...->kl...", W_second[:, :K], X_second)
    # dR/dalpha
    dR = -p_second*A_first[:, K:] + p_second*A_second[:, K:] + A_first[:, K:]
    # dQ/dalpha
    dQ = -p_second*B_first - p_second*xp.einsum("lk...->kl...", B_first) + p_second*B_second + p_second*xp.einsum("lk...->kl...", B_second) + B_first + xp.einsum("lk...->kl...", B_first)
    if _finite(V):
        dQ = dQ + -p_second*E_first + p_second*E_second + E_first
    # dw0/dalpha
    dw0 = -p_second*dw0_first + p_second*dw0_second + dw0_first
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss on fresh data, adapted; shape of the batch."""
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    noise = parameters.noise
    p_second = parameters.p_second
    ratio = parameters.ratio
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    path = _with_batch(xp, _PATH, 1, batch, dtype)
    path_weight = _with_batch(xp, _PATH_WEIGHT, 1, batch, dtype)
    path_last = _with_batch(xp, _PATH_LAST, 1, batch, dtype)
    u_first = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_first is None else parameters.u_first, 1, batch, dtype)
    u_second = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_second is None else parameters.u_second, 1, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_ahead = xp.zeros((S, S, *batch), dtype=dtype)
    C_ahead = _put(xp, C_ahead, _at[:K, :K], Q)
    C_ahead = _put(xp, C_ahead, _at[:K, K:], R)
    C_ahead = _put(xp, C_ahead, _at[K:, :K], xp.swapaxes(C_ahead[:K, K:], 0, 1))
    C_ahead = _put(xp, C_ahead, _at[K:, K:], T)
    if _finite(ratio):
        # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        Ct_ahead = C_ahead[None]*path[:, None, None]
        # 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i])
        r0 = 1.0 / xp.sqrt((1 - path[:, None])*xp.einsum("ii...->i...", C_ahead)[None] + xp.einsum("tii...->ti...", Ct_ahead))
        # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        Ct1_oo_ahead = -Ct_ahead[:, :, :, None]*Ct_ahead[:, :, None]*r0[:, :, None, None]**2 + Ct_ahead[:, None]
        # <sign(k) sign(l)> minus the rule with nodes
        Cm_ahead = 0.63661977236758138 * xp.arctan2(C_ahead[:K, :K], _root(xp, xp.einsum("kk...->k...", C_ahead[:K, :K])[:, None]*xp.einsum("ll...->l...", C_ahead[:K, :K])[None], C_ahead[:K, :K]**2))
        Cm_ahead = Cm_ahead + xp.sum(-0.63661977236758138 * 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*C_ahead[:K, :K][None]*path_weight[:, None, None]*r0[:, :K][:, :, None], (0,))
        # weight times coupling of two signs; the last node has what the rule misses of their average too
        Cw_ahead = 1.5707963267948966 * xp.sqrt((1 - path[:, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K]))*Cm_ahead[None]*path_last[:, None, None] + C_ahead[:K, :K][None]*path_weight[:, None, None]
    # <g(z_i) g(z_j)> over the fields
    I2_ahead = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2) + 0.15915494309189535 * xp.arctan2(C_ahead, _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2))*C_ahead + 0.25 * C_ahead
    # sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2)
    r1 = _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2)
    # atan2(C_ahead[i, j], r1[i, j])
    r2 = xp.arctan2(C_ahead, r1)
    # 1/sqrt(C_ahead[k, k])
    r3 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C_ahead[:K, :K]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3_ahead = 0.15915494309189535 * C_ahead[None]*r2[:K, :][:, None] + 0.25 * C_ahead[None] + 0.15915494309189535 * C_ahead[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None]**2
    if _finite(ratio):
        # 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j])
        r4 = 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None] + xp.einsum("tijj...->tij...", Ct1_oo_ahead))
        # sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2)
        r5 = _root(xp, ((1 - path[:, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct_ahead[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None] + xp.einsum("tll...->tl...", Ct_ahead[:, :K, :K])[:, None]), Ct_ahead[:, :K, :K]**2)
        # atan2(Ct_ahead[t, k, l], r5[t, k, l])
        r6 = xp.arctan2(Ct_ahead[:, :K, :K], r5)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4_ahead = 0.039788735772973836 * C_ahead[None, None]*r2[None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C_ahead[None, None]*r2[:K, :][None, :, None] + 0.0625 * C_ahead[None, None] + 0.039788735772973836 * C_ahead[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C_ahead[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
        I4_ahead = I4_ahead + xp.sum(0.025330295910584444 * (1 - path[:, None, None, None, None])*xp.arctan2(-xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_ahead[:, :, :K, :K])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]**2*r4[:, None, None]**2 + xp.einsum("tikk...->tki...", Ct1_oo_ahead[:, :, :K, :K])[:, :, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]**2*r4[:, None, None]**2 + xp.einsum("till...->tli...", Ct1_oo_ahead[:, :, :K, :K])[:, None, :, :, None]), (-xp.einsum("tikj...->tkij...", Ct1_oo_ahead[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo_ahead[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo_ahead[:, :, :K, :K])[:, :, :, :, None])**2))*C_ahead[None, None, None]**2*path_weight[:, None, None, None, None]*r0[:, None, None, :, None]*r4[:, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, :, None, :, None]*r4[:, :K, :][:, :, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None])*C_ahead[:K, :][None, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] - Ct1_oo_ahead[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, :, None, None]*r4[:, :K, :][:, :, None, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None])*C_ahead[:K, :][None, :, None, :, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C_ahead[:K, :K])[None, None, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :][:, :, None, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, None, :, :, None]*r4[:, :K, :][:, None, :, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, :, None])*C_ahead[:K, :][None, None, :, None] + C_ahead[:K, :][None, None, :, :, None]*Ct1_oo_ahead[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] - Ct1_oo_ahead[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tljj...->tlj...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :][None, None, :, None]*r4[:, :K, :][:, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tljj...->tlj...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, None])*C_ahead[:K, :][None, None, :, :, None] + C_ahead[:K, :][None, None, :, None]*Ct1_oo_ahead[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, None])*xp.arctan2(-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo_ahead[:, :K, :, :])[:, None, :, :, None] - Ct1_oo_ahead[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C_ahead[:K, :K])[None, :, None, None, None] - xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]**2*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo_ahead[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo_ahead[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.039788735772973836 * ((Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C_ahead[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None]) + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C_ahead[None, None, None]*C_ahead[:K, :K][None, :, :, None, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, :, None, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C_ahead[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C_ahead[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo_ahead[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None])*xp.arctan2(Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2, _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)) + 0.025330295910584444 * _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C_ahead)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C_ahead)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo_ahead[:, :K, :, :])[:, :, None, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo_ahead[:, :K, :, :][:, :, None] - Ct1_oo_ahead[:, :K, :K, :][:, :, :, :, None]*Ct1_oo_ahead[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)*Cw_ahead[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + 0.039788735772973836 * C_ahead[None, None, None]*path_weight[:, None, None, None, None]*r6[:, :, :, None, None], (0,))
    # <g''(z_k) g(z_i)> over the fields
    I_g2g0_ahead = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_ahead)[None]*xp.einsum("kk...->k...", C_ahead[:K, :K])[:, None], C_ahead[:K, :]**2)*r3[:, None]**2
    # <g'(z_i) g'(z_j)> over the fields
    J2_ahead = 0.15915494309189535 * xp.arctan2(C_ahead, _root(xp, xp.einsum("ii...->i...", C_ahead)[:, None]*xp.einsum("jj...->j...", C_ahead)[None], C_ahead**2)) + 0.25
    # c = (head, -u) in the task first
    c0_first_ahead = xp.zeros((S, *batch), dtype=dtype)
    c0_first_ahead = _put(xp, c0_first_ahead, _at[:K], w0)
    c0_first_ahead = _put(xp, c0_first_ahead, _at[K:], -u_first)
    # <c_i> over the task
    mc0_first_ahead = c0_first_ahead
    # <c_i c_j> over the task
    G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_first_ahead = -gamma * xp.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
    if _finite(ratio):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
        E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * xp.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_first_ahead = xp.zeros((K, S, *batch), dtype=dtype)
    W_first_ahead = _put(xp, W_first_ahead, _at[:, :K], -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K])
    W_first_ahead = _put(xp, W_first_ahead, _at[:, :K], W_first_ahead[:, :K] + -gamma*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
    W_first_ahead = _put(xp, W_first_ahead, _at[:, K:], -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:])
    # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
    Y_first_ahead = xp.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
    # change of R in a step
    dR_first_ahead = A_first_ahead[:, K:]
    # change of Q in a step
    dQ_first_ahead = A_first_ahead[:, :K] + xp.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
    if _finite(ratio):
        dQ_first_ahead = dQ_first_ahead + E_first_ahead
    # change of w0 in a step
    dw0_first_ahead = -eta_w * xp.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
    # overlaps of learner and teacher after the giant step
    R_first = R + dR_first_ahead
    # overlaps of the learner after the giant step
    Q_first = Q + dQ_first_ahead
    # head start after the giant step
    w0_first = dw0_first_ahead + w0
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_first = xp.zeros((S, S, *batch), dtype=dtype)
    C_first = _put(xp, C_first, _at[:K, :K], Q_first)
    C_first = _put(xp, C_first, _at[:K, K:], R_first)
    C_first = _put(xp, C_first, _at[K:, :K], xp.swapaxes(C_first[:K, K:], 0, 1))
    C_first = _put(xp, C_first, _at[K:, K:], T)
    # <g(z_i) g(z_j)> over the fields
    I2_first = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2) + 0.15915494309189535 * xp.arctan2(C_first, _root(xp, xp.einsum("ii...->i...", C_first)[:, None]*xp.einsum("jj...->j...", C_first)[None], C_first**2))*C_first + 0.25 * C_first
    # c = (head, -u) in the task first
    c0_first = xp.zeros((S, *batch), dtype=dtype)
    c0_first = _put(xp, c0_first, _at[:K], w0_first)
    c0_first = _put(xp, c0_first, _at[K:], -u_first)
    # <c_i c_j> over the task
    G0_first = c0_first[:, None]*c0_first[None]
    # loss on fresh data, adapted
    eps_g_first = 0.5 * xp.einsum("ij...,ij...->...", G0_first, I2_first)
    # c = (head, -u) in the task second
    c0_second_ahead = xp.zeros((S, *batch), dtype=dtype)
    c0_second_ahead = _put(xp, c0_second_ahead, _at[:K], w0)
    c0_second_ahead = _put(xp, c0_second_ahead, _at[K:], -u_second)
    # <c_i> over the task
    mc0_second_ahead = c0_second_ahead
    # <c_i c_j> over the task
    G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A_second_ahead = -gamma * xp.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
    if _finite(ratio):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
        E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * xp.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
    # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
    W_second_ahead = xp.zeros((K, S, *batch), dtype=dtype)
    W_second_ahead = _put(xp, W_second_ahead, _at[:, :K], -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K])
    W_second_ahead = _put(xp, W_second_ahead, _at[:, :K], W_second_ahead[:, :K] + -gamma*_identity(xp, K, batch, dtype) * xp.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
    W_second_ahead = _put(xp, W_second_ahead, _at[:, K:], -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:])
    # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
    Y_second_ahead = xp.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
    # change of R in a step
    dR_second_ahead = A_second_ahead[:, K:]
    # change of Q in a step
    dQ_second_ahead = A_second_ahead[:, :K] + xp.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
    if _finite(ratio):
        dQ_second_ahead = dQ_second_ahead + E_second_ahead
    # change of w0 in a step
    dw0_second_ahead = -eta_w * xp.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
    # overlaps of learner and teacher after the giant step
    R_second = R + dR_second_ahead
    # overlaps of the learner after the giant step
    Q_second = Q + dQ_second_ahead
    # head start after the giant step
    w0_second = dw0_second_ahead + w0
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C_second = xp.zeros((S, S, *batch), dtype=dtype)
    C_second = _put(xp, C_second, _at[:K, :K], Q_second)
    C_second = _put(xp, C_second, _at[:K, K:], R_second)
    C_second = _put(xp, C_second, _at[K:, :K], xp.swapaxes(C_second[:K, K:], 0, 1))
    C_second = _put(xp, C_second, _at[K:, K:], T)
    # <g(z_i) g(z_j)> over the fields
    I2_second = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2) + 0.15915494309189535 * xp.arctan2(C_second, _root(xp, xp.einsum("ii...->i...", C_second)[:, None]*xp.einsum("jj...->j...", C_second)[None], C_second**2))*C_second + 0.25 * C_second
    # c = (head, -u) in the task second
    c0_second = xp.zeros((S, *batch), dtype=dtype)
    c0_second = _put(xp, c0_second, _at[:K], w0_second)
    c0_second = _put(xp, c0_second, _at[K:], -u_second)
    # <c_i c_j> over the task
    G0_second = c0_second[:, None]*c0_second[None]
    # loss on fresh data, adapted
    eps_g_second = 0.5 * xp.einsum("ij...,ij...->...", G0_second, I2_second)
    # loss on fresh data, adapted
    eps_g = -eps_g_first*p_second + eps_g_first + eps_g_second*p_second
    return eps_g
