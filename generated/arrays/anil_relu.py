"""ANIL: the head adapts in one inner step, exact outer gradient

Emitted by orderode 0.1.0 from the system anil_relu, digest 2ce5b7f906b166a7. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Raghu, Raghu, Bengio, Vinyals, ICLR 2020

Conventions
    activation    g(x) = max(x, 0)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite V averages of four g are integrals, by a Gauss-Legendre rule of 24 nodes that errs by up to 3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as observed
    P -> inf (exact): the mean over the support set is its expectation given the task; at finite P: left out with this activation
    covariance of one step (approximation): left out: no part of it is known where the samples of the inner loop enter the step, too

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

DIGEST = "2ce5b7f906b166a7"
HEAD_START = 0.0  # of the elements of w0 at alpha = 0, where a problem gives none

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
    eta_w: float  # rate of the inner loop
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = math.inf  # samples in the query set; math.inf for the limit
    mean: Any = None  # mean of the task vector (M); None: zero
    cov: Any = None  # its covariance (M, M); None: identity
    kurtosis: Any = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian


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
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    path = _with_batch(xp, _PATH, 1, batch, dtype)
    path_weight = _with_batch(xp, _PATH_WEIGHT, 1, batch, dtype)
    path_last = _with_batch(xp, _PATH_LAST, 1, batch, dtype)
    mean = _with_batch(xp, xp.full((M,), 0.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 1.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    kurtosis = None if parameters.kurtosis is None else _with_batch(xp, parameters.kurtosis, 1, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    if _finite(V):
        # couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        Ct = C[None]*path[:, None, None]
        # 1/sqrt((1 - path[t])*C[i, i] + Ct[t, i, i])
        r0 = 1.0 / xp.sqrt((1 - path[:, None])*xp.einsum("ii...->i...", C)[None] + xp.einsum("tii...->ti...", Ct))
        # covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        Ct1_oo = -Ct[:, :, :, None]*Ct[:, :, None]*r0[:, :, None, None]**2 + Ct[:, None]
        # <sign(k) sign(l)> minus the rule with nodes
        Cm = 0.63661977236758138 * xp.arctan2(C[:K, :K], _root(xp, xp.einsum("kk...->k...", C[:K, :K])[:, None]*xp.einsum("ll...->l...", C[:K, :K])[None], C[:K, :K]**2))
        Cm = Cm + xp.sum(-0.63661977236758138 * 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K]))*C[:K, :K][None]*path_weight[:, None, None]*r0[:, :K][:, :, None], (0,))
        # weight times coupling of two signs; the last node has what the rule misses of their average too
        Cw = 1.5707963267948966 * xp.sqrt((1 - path[:, None, None])*xp.einsum("kk...->k...", C[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None])*xp.sqrt((1 - path[:, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None] + xp.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K]))*Cm[None]*path_last[:, None, None] + C[:K, :K][None]*path_weight[:, None, None]
    # <g(z_i) g(z_j)> over the fields
    I2 = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C)[:, None]*xp.einsum("jj...->j...", C)[None], C**2) + 0.15915494309189535 * xp.arctan2(C, _root(xp, xp.einsum("ii...->i...", C)[:, None]*xp.einsum("jj...->j...", C)[None], C**2))*C + 0.25 * C
    # sqrt(C[i, i]*C[j, j] - C[i, j]**2)
    r1 = _root(xp, xp.einsum("ii...->i...", C)[:, None]*xp.einsum("jj...->j...", C)[None], C**2)
    # atan2(C[i, j], r1[i, j])
    r2 = xp.arctan2(C, r1)
    # 1/sqrt(C[k, k])
    r3 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C[:K, :K]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3 = 0.15915494309189535 * C[None]*r2[:K, :][:, None] + 0.25 * C[None] + 0.15915494309189535 * C[:K, :][:, :, None]*r1[:K, :][:, None]*r3[:, None, None]**2
    if _finite(V):
        # 1/sqrt((1 - path[t])*C[j, j] + Ct1_oo[t, i, j, j])
        r4 = 1.0 / xp.sqrt((1 - path[:, None, None])*xp.einsum("jj...->j...", C)[None, None] + xp.einsum("tijj...->tij...", Ct1_oo))
        # sqrt(((1 - path[t])*C[k, k] + Ct[t, k, k])*((1 - path[t])*C[l, l] + Ct[t, l, l]) - Ct[t, k, l]**2)
        r5 = _root(xp, ((1 - path[:, None, None])*xp.einsum("kk...->k...", C[:K, :K])[None, :, None] + xp.einsum("tkk...->tk...", Ct[:, :K, :K])[:, :, None])*((1 - path[:, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None] + xp.einsum("tll...->tl...", Ct[:, :K, :K])[:, None]), Ct[:, :K, :K]**2)
        # atan2(Ct[t, k, l], r5[t, k, l])
        r6 = xp.arctan2(Ct[:, :K, :K], r5)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4 = 0.039788735772973836 * C[None, None]*r2[None, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][:, None, :, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][:, None, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][None, :, :, None] + 0.039788735772973836 * C[None, None]*r2[:K, :][None, :, None] + 0.0625 * C[None, None] + 0.039788735772973836 * C[:K, :][:, None, :, None]*r1[:K, :][:, None, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C[:K, :][:, None, None]*r1[:K, :][:, None, :, None]*r3[:, None, None, None]**2 + 0.039788735772973836 * C[:K, :][None, :, :, None]*r1[:K, :][None, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * C[:K, :][None, :, None]*r1[:K, :][None, :, :, None]*r3[None, :, None, None]**2 + 0.039788735772973836 * r1[None, None]
        I4 = I4 + xp.sum(0.025330295910584444 * (1 - path[:, None, None, None, None])*xp.arctan2(-xp.einsum("tikj...->tkij...", Ct1_oo[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo[:, :, :K, :K])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C[:K, :K])[None, :, None, None, None] - xp.einsum("tikj...->tkij...", Ct1_oo[:, :, :K, :])[:, :, None]**2*r4[:, None, None]**2 + xp.einsum("tikk...->tki...", Ct1_oo[:, :, :K, :K])[:, :, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None, :, None, None] - xp.einsum("tilj...->tlij...", Ct1_oo[:, :, :K, :])[:, None]**2*r4[:, None, None]**2 + xp.einsum("till...->tli...", Ct1_oo[:, :, :K, :K])[:, None, :, :, None]), (-xp.einsum("tikj...->tkij...", Ct1_oo[:, :, :K, :])[:, :, None]*xp.einsum("tilj...->tlij...", Ct1_oo[:, :, :K, :])[:, None]*r4[:, None, None]**2 + xp.einsum("tikl...->tkli...", Ct1_oo[:, :, :K, :K])[:, :, :, :, None])**2))*C[None, None, None]**2*path_weight[:, None, None, None, None]*r0[:, None, None, :, None]*r4[:, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C[None, None, None]*C[:K, :][None, :, None, :, None]*r4[:, :K, :][:, :, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo[:, :K, :, :])[:, :, None, :, None])*C[:K, :][None, :, None, None] + C[:K, :][None, :, None, :, None]*Ct1_oo[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, :, None])*xp.arctan2(-Ct1_oo[:, :K, :, :][:, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo[:, :K, :K, :][:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] - Ct1_oo[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkjj...->tkj...", Ct1_oo[:, :K, :, :])[:, :, None, None])*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None, :, None, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :][:, :, None, :, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo[:, :K, :, :][:, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, :, None]*r4[:, :K, :][:, :, None, :, None]**2 + Ct1_oo[:, :K, :K, :][:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C[None, None, None]*C[:K, :][None, :, None, None]*r4[:, :K, :][:, :, None, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo[:, :K, :, :])[:, :, None, None])*C[:K, :][None, :, None, :, None] + C[:K, :][None, :, None, None]*Ct1_oo[:, :K, :, :][:, :, None]*r4[:, :K, :][:, :, None, None])*xp.arctan2(-Ct1_oo[:, :K, :, :][:, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo[:, :K, :K, :][:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo[:, :K, :, :])[:, :, None, :, None] - Ct1_oo[:, :K, :, :][:, :, None]**2*r4[:, :K, :][:, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("ll...->l...", C[:K, :K])[None, None, :, None, None] - Ct1_oo[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :][:, :, None, None]**2 + xp.einsum("tkll...->tkl...", Ct1_oo[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo[:, :K, :, :][:, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :][:, :, None, None]**2 + Ct1_oo[:, :K, :K, :][:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C[None, None, None]*C[:K, :][None, None, :, :, None]*r4[:, :K, :][:, None, :, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo[:, :K, :, :])[:, None, :, :, None])*C[:K, :][None, None, :, None] + C[:K, :][None, None, :, :, None]*Ct1_oo[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, :, None])*xp.arctan2(-Ct1_oo[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] - Ct1_oo[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tljj...->tlj...", Ct1_oo[:, :K, :, :])[:, None, :, None])*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C[:K, :K])[None, :, None, None, None] - xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None]**2*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo[:, :K, :, :][:, None]*xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None]*r4[:, :K, :][:, None, :, :, None]**2 + xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C[None, None, None]*C[:K, :][None, None, :, None]*r4[:, :K, :][:, None, :, None] + xp.sqrt((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] + xp.einsum("tljj...->tlj...", Ct1_oo[:, :K, :, :])[:, None, :, None])*C[:K, :][None, None, :, :, None] + C[:K, :][None, None, :, None]*Ct1_oo[:, :K, :, :][:, None]*r4[:, :K, :][:, None, :, None])*xp.arctan2(-Ct1_oo[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None], _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tlii...->tli...", Ct1_oo[:, :K, :, :])[:, None, :, :, None] - Ct1_oo[:, :K, :, :][:, None]**2*r4[:, :K, :][:, None, :, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("kk...->k...", C[:K, :K])[None, :, None, None, None] - xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None]**2*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlkk...->tkl...", Ct1_oo[:, :K, :K, :K])[:, :, :, None, None]), (-Ct1_oo[:, :K, :, :][:, None]*xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None]*r4[:, :K, :][:, None, :, None]**2 + xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None])**2))*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None] + 0.039788735772973836 * ((Ct1_oo[:, :K, :, :][:, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, :, None, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, :, None, None]*Ct1_oo[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None]) + 0.025330295910584444 * ((1 - path[:, None, None, None, None])*C[None, None, None]*C[:K, :K][None, :, :, None, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + (Ct1_oo[:, :K, :, :][:, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)*Cw[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, :, None, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, :, None, None]*Ct1_oo[:, :K, :K, :][:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + C[:K, :][None, None, :, :, None]*xp.einsum("tlkj...->tklj...", Ct1_oo[:, :K, :K, :])[:, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None] + C[:K, :][None, None, :, None]*xp.einsum("tlki...->tkli...", Ct1_oo[:, :K, :K, :])[:, :, :, :, None]*path_weight[:, None, None, None, None]*r0[:, :K][:, None, :, None, None]*xp.einsum("tlk...->tkl...", r4[:, :K, :K])[:, :, :, None, None])*xp.arctan2(Ct1_oo[:, :K, :, :][:, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2, _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo[:, :K, :, :])[:, :, None, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo[:, :K, :, :])[:, :, None, None] - Ct1_oo[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo[:, :K, :, :][:, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)) + 0.025330295910584444 * _root(xp, ((1 - path[:, None, None, None, None])*xp.einsum("ii...->i...", C)[None, None, None, :, None] + xp.einsum("tkii...->tki...", Ct1_oo[:, :K, :, :])[:, :, None, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2)*((1 - path[:, None, None, None, None])*xp.einsum("jj...->j...", C)[None, None, None, None] + xp.einsum("tkjj...->tkj...", Ct1_oo[:, :K, :, :])[:, :, None, None] - Ct1_oo[:, :K, :K, :][:, :, :, None]**2*r4[:, :K, :K][:, :, :, None, None]**2), (Ct1_oo[:, :K, :, :][:, :, None] - Ct1_oo[:, :K, :K, :][:, :, :, :, None]*Ct1_oo[:, :K, :K, :][:, :, :, None]*r4[:, :K, :K][:, :, :, None, None]**2)**2)*Cw[:, :, :, None, None]*r0[:, :K][:, :, None, None, None]*r4[:, :K, :K][:, :, :, None, None] + 0.039788735772973836 * C[None, None, None]*path_weight[:, None, None, None, None]*r6[:, :, :, None, None], (0,))
        # <g'(z_k) g'(z_l)> over the fields
        J2 = 0.15915494309189535 * xp.arctan2(C[:K, :K], _root(xp, xp.einsum("kk...->k...", C[:K, :K])[:, None]*xp.einsum("ll...->l...", C[:K, :K])[None], C[:K, :K]**2)) + 0.25
    # head after the inner loop: its part without the task
    h = w0
    h = h + -eta_w * xp.einsum("l...,kl...->k...", w0, I2[:K, :K])
    # its response to the task: w_k = h_k + sum_m H_km u_m
    H = eta_w*I2[:K, K:]
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    base = xp.zeros((S, *batch), dtype=dtype)
    base = _put(xp, base, _at[:K], h)
    base = _put(xp, base, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    L = xp.zeros((S, M, *batch), dtype=dtype)
    L = _put(xp, L, _at[:K, :], H)
    L = _put(xp, L, _at[K:, :], -_identity(xp, M, batch, dtype))
    # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
    base0 = xp.zeros((S, *batch), dtype=dtype)
    base0 = _put(xp, base0, _at[:K], w0)
    base0 = _put(xp, base0, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
    L0 = xp.zeros((S, M, *batch), dtype=dtype)
    L0 = _put(xp, L0, _at[:K, :], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
    L0 = _put(xp, L0, _at[K:, :], -_identity(xp, M, batch, dtype))
    if _finite(V) and kurtosis is not None:
        # fourth cumulants of the task vector's components
        kappa = (kurtosis - 3)*xp.einsum("mm...->m...", cov)**2
    # <c_i> over the task
    mc = base
    mc = mc + xp.einsum("m...,im...->i...", mean, L)
    # <c_i c_j> over the task
    G = mc[:, None]*mc[None]
    G = G + xp.einsum("im...,jp...,mp...->ij...", L, L, cov)
    # <c_i> over the task
    mc0 = base0
    mc0 = mc0 + xp.einsum("m...,im...->i...", mean, L0)
    # <c_i c_j> over the task, of c and c0
    GX = mc0[None]*mc[:, None]
    GX = GX + xp.einsum("im...,jp...,mp...->ij...", L, L0, cov)
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A = -eta_J * xp.einsum("kj...,kij...->ki...", G[:K, :], I3)
    A = A + eta_J*eta_w * xp.einsum("jk...,jl...,kil...->ki...", GX[:, :K], I2[:, :K], I3[:, :, :K])
    A = A + eta_J*eta_w * xp.einsum("rj...,kr...,kij...->ki...", GX, I2[:K, :], I3)
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E = eta_J**2*noise**2*G[:K, :K]*J2/V
        E = E + eta_J**2/V * (xp.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], I4) + xp.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], I4) + xp.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], I4) + -2.0 * xp.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], mc[:K], I4))
    if _finite(V) and kurtosis is not None:
        E = E + eta_J**2/V * xp.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], L[:K, :], I4)
    # dR/dalpha
    dR = -decay*eta_J*R + A[:, K:]
    # dQ/dalpha
    dQ = -2.0 * decay*eta_J*Q + A[:, :K] + xp.einsum("lk...->kl...", A[:, :K])
    if _finite(V):
        dQ = dQ + E
    # dw0/dalpha
    dw0 = -eta_0 * xp.einsum("i...,ki...->k...", mc, I2[:K, :])
    dw0 = dw0 + eta_0*eta_w * xp.einsum("i...,il...,kl...->k...", mc, I2[:, :K], I2[:K, :K])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss on fresh data after the inner loop; shape of the batch."""
    eta_w = parameters.eta_w
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    mean = _with_batch(xp, xp.full((M,), 0.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 1.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # <g(z_i) g(z_j)> over the fields
    I2 = 0.15915494309189535 * _root(xp, xp.einsum("ii...->i...", C)[:, None]*xp.einsum("jj...->j...", C)[None], C**2) + 0.15915494309189535 * xp.arctan2(C, _root(xp, xp.einsum("ii...->i...", C)[:, None]*xp.einsum("jj...->j...", C)[None], C**2))*C + 0.25 * C
    # head after the inner loop: its part without the task
    h = w0
    h = h + -eta_w * xp.einsum("l...,kl...->k...", w0, I2[:K, :K])
    # its response to the task: w_k = h_k + sum_m H_km u_m
    H = eta_w*I2[:K, K:]
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    base = xp.zeros((S, *batch), dtype=dtype)
    base = _put(xp, base, _at[:K], h)
    base = _put(xp, base, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    L = xp.zeros((S, M, *batch), dtype=dtype)
    L = _put(xp, L, _at[:K, :], H)
    L = _put(xp, L, _at[K:, :], -_identity(xp, M, batch, dtype))
    # <c_i> over the task
    mc = base
    mc = mc + xp.einsum("m...,im...->i...", mean, L)
    # <c_i c_j> over the task
    G = mc[:, None]*mc[None]
    G = G + xp.einsum("im...,jp...,mp...->ij...", L, L, cov)
    # loss on fresh data after the inner loop
    eps_g = 0.5 * xp.einsum("ij...,ij...->...", G, I2)
    return eps_g
