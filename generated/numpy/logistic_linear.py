"""Logistic loss: SGD on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system logistic_linear, digest 7f5f71ed0cee5916. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = x for the learner's units, g(x) = sign(x) for the teacher's
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

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "7f5f71ed0cee5916"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    u_labels: np.ndarray | None = None  # teacher's head (M); None: all 1
    nodes: np.ndarray | None = None  # nodes of a rule for independent standard normal numbers, one row per node (n_nodes, S); None: refused
    weights: np.ndarray | None = None  # its weights (n_nodes); None: refused


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


#: Number of points of a lattice -> its generator.
LATTICES = {
    1021: [1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128],
    4093: [1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413],
    16381: [1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472],
    65521: [1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729],
    262139: [1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852],
}


def nodes(S, size, jumping=1):
    """Nodes (n, S) and weights (n,) of a rule for S <= 14 independent standard normal numbers.

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


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    u_labels = _with_batch(np.full(M, 1.0) if parameters.u_labels is None else parameters.u_labels, 1, batch)
    nodes = None if parameters.nodes is None else _with_batch(parameters.nodes, 2, batch)
    weights = None if parameters.weights is None else _with_batch(parameters.weights, 1, batch)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    n_nodes = len(weights)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # C with its fields in the order M, K
        Co = np.empty((S, S, *batch))
        Co[M:, M:] = C[:K, :K]
        Co[M:, :M] = C[:K, K:]
        Co[:M, M:] = np.swapaxes(Co[M:, :M], 0, 1)
        Co[:M, :M] = C[K:, K:]
        # lower triangular factor of that covariance
        F = _factor(Co)
        # fields at a node
        zn = np.empty((n_nodes, S, *batch))
        zn[:, :K] = np.einsum("kj...,ej...->ek...", F[M:, :], nodes)
        zn[:, K:] = np.einsum("nj...,ej...->en...", F[:M, :], nodes)
        # g at a node
        g0n = np.empty((n_nodes, S, *batch))
        g0n[:, :K] = zn[:, :K]
        g0n[:, K:] = np.sign(zn[:, K:])
        # g' at a node
        g1n = np.full((n_nodes, K, *batch), 1.0)
        # c = (head, -u) in the task labels
        c0_labels = np.empty((S, *batch))
        c0_labels[:K] = w0
        c0_labels[K:] = -u_labels
        # a sum over units at a node
        s0n = np.einsum("b...,eb...->e...", c0_labels[:K], g0n[:, :K])
        # a sum over units at a node
        s1n = -1 * np.einsum("q...,eq...->e...", c0_labels[K:], g0n[:, K:])
        # argument of a function of the loss at a node
        v0n = -s0n*s1n
        # slope of that function at a node
        dl0n = 0.5 * np.tanh(0.5 * v0n) + 0.5
        # slope of the loss in a field at a node
        F0n = -c0_labels[:K][None]*dl0n[:, None]*g1n*s1n[:, None]
        # slope of the loss in the head at a node
        F1n = -dl0n[:, None]*g0n[:, :K]*s1n[:, None]
        # <F_k z_i> over the fields, by nodes
        An = np.einsum("e...,ek...,ei...->ki...", weights, F0n, zn)
        if np.any(np.isfinite(V)):
            # <F_k F_l> over the fields, by nodes
            En = np.einsum("e...,ek...,el...->kl...", weights, F0n, F0n)
        # <dl/dw_k> over the fields, by nodes
        dw0_n = np.einsum("e...,ek...->k...", weights, F1n)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J*An
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*En/V
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0*dw0_n
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    u_labels = _with_batch(np.full(M, 1.0) if parameters.u_labels is None else parameters.u_labels, 1, batch)
    nodes = None if parameters.nodes is None else _with_batch(parameters.nodes, 2, batch)
    weights = None if parameters.weights is None else _with_batch(parameters.weights, 1, batch)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    n_nodes = len(weights)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # C with its fields in the order M, K
        Co = np.empty((S, S, *batch))
        Co[M:, M:] = C[:K, :K]
        Co[M:, :M] = C[:K, K:]
        Co[:M, M:] = np.swapaxes(Co[M:, :M], 0, 1)
        Co[:M, :M] = C[K:, K:]
        # lower triangular factor of that covariance
        F = _factor(Co)
        # fields at a node
        zn = np.empty((n_nodes, S, *batch))
        zn[:, :K] = np.einsum("kj...,ej...->ek...", F[M:, :], nodes)
        zn[:, K:] = np.einsum("nj...,ej...->en...", F[:M, :], nodes)
        # g at a node
        g0n = np.empty((n_nodes, S, *batch))
        g0n[:, :K] = zn[:, :K]
        g0n[:, K:] = np.sign(zn[:, K:])
        # c = (head, -u) in the task labels
        c0_labels = np.empty((S, *batch))
        c0_labels[:K] = w0
        c0_labels[K:] = -u_labels
        # a sum over units at a node
        s0n = np.einsum("b...,eb...->e...", c0_labels[:K], g0n[:, :K])
        # a sum over units at a node
        s1n = -1 * np.einsum("q...,eq...->e...", c0_labels[K:], g0n[:, K:])
        # argument of a function of the loss at a node
        v0n = -s0n*s1n
        # that function at a node
        l0n = np.log(1 + np.exp(-abs(v0n))) + 0.5 * abs(v0n) + 0.5 * v0n
        # <l of eps_g> over the fields, by nodes
        eps_g_n = np.einsum("e...,e...->...", l0n, weights)
        # loss on fresh data
        eps_g = eps_g_n
    return eps_g
