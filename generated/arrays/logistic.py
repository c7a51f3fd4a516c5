"""Logistic loss: SGD on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system logistic, digest 63e5b8984afa71ef. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = erf(x/sqrt(2)) for the learner's units, g(x) = sign(x) for the teacher's
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    tasks         one of a set in each step: labels with u = u_labels, with probability what is left
    loss          l = softplus(-y*f)
    functions     softplus(x) = log(1 + exp(x))
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state
    cubature (approximation): no rule gives <F_k z_i>, <dl/dw_k>, <l of eps_g>; at finite V <F_k F_l>, F_k the slope of the loss: averages by a rule with nodes in the space of the fields, given by the caller

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

DIGEST = "63e5b8984afa71ef"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch; those of type int are Python numbers."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    decay: float = 0.0  # weight decay of the first layer
    V: float = math.inf  # samples in the query set; math.inf for the limit
    u_labels: Any = None  # teacher's head (M); None: all 1
    nodes: Any = None  # nodes of a rule for independent standard normal numbers, one row per node (n_nodes, S); None: refused
    weights: Any = None  # its weights (n_nodes); None: refused


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


def _erf(xp, x):
    """The error function, from where this namespace has it."""
    place = {"numpy": "scipy.special", "jax": "jax.scipy.special", "torch": "torch.special", "cupy": "cupyx.scipy.special"}
    return importlib.import_module(place[xp.__name__.split(".")[0]]).erf(x)


def _factor(xp, C):
    """Lower triangular F with F F^T = C; a column whose pivot is rounding only is zero."""
    columns = []
    for j in range(C.shape[0]):
        rest = C[j:, j]
        for column in columns:
            rest = rest - column[j:] * column[j]
        positive = rest[0] > 1e-14 * C[j, j]
        column = xp.where(positive, rest / xp.sqrt(xp.where(positive, rest[0], 1.0)), 0.0)
        columns.append(xp.concatenate([xp.zeros_like(C[:j, j]), column]))
    return xp.stack(columns, 1)


#: Number of points of a lattice -> its generator.
LATTICES = {
    1021: [1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128],
    4093: [1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413],
    16381: [1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472],
    65521: [1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729],
    262139: [1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852],
}


def nodes(S, size, jumping=1):
    """Nodes (n, S) and weights (n,), in numpy, of a rule for S <= 14 independent standard normal numbers.

    A lattice of ``size`` points, one of 1021, 4093, 16381, 65521, 262139, under x = s log(u/(1-u)); for even integrands, so that
    one point of each pair x, -x is given: n = (size + 1)/2.
    The first ``jumping`` numbers are those of functions with a jump at zero (M of them):
    x = +-log(1 + r^2), r = v/(1-v), v = |2u-1|, which no point crosses zero by.
    """
    if size not in LATTICES or not 1 <= S <= 14:
        raise ValueError(f"no rule of {size} points in {S} dimensions: sizes {list(LATTICES)}, at most 14 dimensions")
    scale = 0.9 if S <= 5 else 0.8 if S <= 8 else 0.65
    k = np.arange((size + 1) // 2)
    u = (np.multiply.outer(k, LATTICES[size][:S]) % size + 0.5 * size) / size
    u -= u >= 1.0
    x = scale * np.log(u / (1.0 - u))
    slope = 1.0 / (u * (1.0 - u))
    v = np.abs(2.0 * u[:, :jumping] - 1.0)
    r = v / (1.0 - v)
    x[:, :jumping] = np.sign(u[:, :jumping] - 0.5) * np.log1p(r * r)
    slope[:, :jumping] = r / ((1.0 + r * r) * (1.0 - v) ** 2)
    weights = np.prod(np.exp(-0.5 * x * x) * slope, axis=1) * np.where(k > 0, 2.0, 1.0)
    return x, weights / np.sum(weights)


def rhs(R, Q, w0, T, parameters, xp):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    u_labels = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_labels is None else parameters.u_labels, 1, batch, dtype)
    nodes = None if parameters.nodes is None else _with_batch(xp, parameters.nodes, 2, batch, dtype)
    weights = None if parameters.weights is None else _with_batch(xp, parameters.weights, 1, batch, dtype)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    n_nodes = len(weights)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # C with its fields in the order M, K
    Co = xp.zeros((S, S, *batch), dtype=dtype)
    Co = _put(xp, Co, _at[M:, M:], C[:K, :K])
    Co = _put(xp, Co, _at[M:, :M], C[:K, K:])
    Co = _put(xp, Co, _at[:M, M:], xp.swapaxes(Co[M:, :M], 0, 1))
    Co = _put(xp, Co, _at[:M, :M], C[K:, K:])
    # lower triangular factor of that covariance
    F = _factor(xp, Co)
    # fields at a node
    zn = xp.zeros((n_nodes, S, *batch), dtype=dtype)
    zn = _put(xp, zn, _at[:, :K], xp.einsum("kj...,ej...->ek...", F[M:, :], nodes))
    zn = _put(xp, zn, _at[:, K:], xp.einsum("nj...,ej...->en...", F[:M, :], nodes))
    # g at a node
    g0n = xp.zeros((n_nodes, S, *batch), dtype=dtype)
    g0n = _put(xp, g0n, _at[:, :K], _erf(xp, 0.70710678118654757 * zn[:, :K]))
    g0n = _put(xp, g0n, _at[:, K:], xp.sign(zn[:, K:]))
    # g' at a node
    g1n = 0.79788456080286541 * xp.exp(-0.5 * zn[:, :K]**2)
    # c = (head, -u) in the task labels
    c0_labels = xp.zeros((S, *batch), dtype=dtype)
    c0_labels = _put(xp, c0_labels, _at[:K], w0)
    c0_labels = _put(xp, c0_labels, _at[K:], -u_labels)
    # a sum over units at a node
    s0n = xp.einsum("b...,eb...->e...", c0_labels[:K], g0n[:, :K])
    # a sum over units at a node
    s1n = -1 * xp.einsum("q...,eq...->e...", c0_labels[K:], g0n[:, K:])
    # argument of a function of the loss at a node
    v0n = -s0n*s1n
    # slope of that function at a node
    dl0n = 0.5 * xp.tanh(0.5 * v0n) + 0.5
    # slope of the loss in a field at a node
    F0n = -c0_labels[:K][None]*dl0n[:, None]*g1n*s1n[:, None]
    # slope of the loss in the head at a node
    F1n = -dl0n[:, None]*g0n[:, :K]*s1n[:, None]
    # <F_k z_i> over the fields, by nodes
    An = xp.einsum("e...,ek...,ei...->ki...", weights, F0n, zn)
    if _finite(V):
        # <F_k F_l> over the fields, by nodes
        En = xp.einsum("e...,ek...,el...->kl...", weights, F0n, F0n)
    # <dl/dw_k> over the fields, by nodes
    dw0_n = xp.einsum("e...,ek...->k...", weights, F1n)
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A = -eta_J*An
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E = eta_J**2*En/V
    # dR/dalpha
    dR = -decay*eta_J*R + A[:, K:]
    # dQ/dalpha
    dQ = -2.0 * decay*eta_J*Q + A[:, :K] + xp.einsum("lk...->kl...", A[:, :K])
    if _finite(V):
        dQ = dQ + E
    # dw0/dalpha
    dw0 = -eta_0*dw0_n
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    u_labels = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.u_labels is None else parameters.u_labels, 1, batch, dtype)
    nodes = None if parameters.nodes is None else _with_batch(xp, parameters.nodes, 2, batch, dtype)
    weights = None if parameters.weights is None else _with_batch(xp, parameters.weights, 1, batch, dtype)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    n_nodes = len(weights)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # C with its fields in the order M, K
    Co = xp.zeros((S, S, *batch), dtype=dtype)
    Co = _put(xp, Co, _at[M:, M:], C[:K, :K])
    Co = _put(xp, Co, _at[M:, :M], C[:K, K:])
    Co = _put(xp, Co, _at[:M, M:], xp.swapaxes(Co[M:, :M], 0, 1))
    Co = _put(xp, Co, _at[:M, :M], C[K:, K:])
    # lower triangular factor of that covariance
    F = _factor(xp, Co)
    # fields at a node
    zn = xp.zeros((n_nodes, S, *batch), dtype=dtype)
    zn = _put(xp, zn, _at[:, :K], xp.einsum("kj...,ej...->ek...", F[M:, :], nodes))
    zn = _put(xp, zn, _at[:, K:], xp.einsum("nj...,ej...->en...", F[:M, :], nodes))
    # g at a node
    g0n = xp.zeros((n_nodes, S, *batch), dtype=dtype)
    g0n = _put(xp, g0n, _at[:, :K], _erf(xp, 0.70710678118654757 * zn[:, :K]))
    g0n = _put(xp, g0n, _at[:, K:], xp.sign(zn[:, K:]))
    # c = (head, -u) in the task labels
    c0_labels = xp.zeros((S, *batch), dtype=dtype)
    c0_labels = _put(xp, c0_labels, _at[:K], w0)
    c0_labels = _put(xp, c0_labels, _at[K:], -u_labels)
    # a sum over units at a node
    s0n = xp.einsum("b...,eb...->e...", c0_labels[:K], g0n[:, :K])
    # a sum over units at a node
    s1n = -1 * xp.einsum("q...,eq...->e...", c0_labels[K:], g0n[:, K:])
    # argument of a function of the loss at a node
    v0n = -s0n*s1n
    # that function at a node
    l0n = xp.log(1 + xp.exp(-abs(v0n))) + 0.5 * abs(v0n) + 0.5 * v0n
    # <l of eps_g> over the fields, by nodes
    eps_g_n = xp.einsum("e...,e...->...", l0n, weights)
    # loss on fresh data
    eps_g = eps_g_n
    return eps_g
