"""Online AdaTron on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system adatron_sign_adjoint, digest 558a4fb4c4491f65. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Biehl and Riegler, Europhys. Lett. 28, 525 (1994)

Conventions
    activation    g(x) = sign(x)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    tasks         one of a set in each step: labels with u = u_labels, with probability what is left
    loss          l = (f - y)^2/2
    functions     relu(x) = max(x, 0)
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state
    cubature (approximation): no rule gives <F_k z_i>; at finite V <F_k F_l>, F_k minus the coefficient of the step: averages by a rule with nodes in the space of the fields, given by the caller

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "558a4fb4c4491f65"
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


def _root(x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return np.sqrt(np.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


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


def _half(x):
    """1/(2 x); 0 where x is: the root of a difference that is zero for every state does not move."""
    return np.where(x > 0.0, 0.5 / np.where(x > 0.0, x, 1.0), 0.0)


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


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
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
        g0n = np.sign(zn[:, K:])
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2 = 0.63661977236758138 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))
        twice = np.full((S, *batch), 1.0)
        for i in range(S):
            I2[i, i] = twice[i]
        # c = (head, -u) in the task labels
        c0_labels = np.empty((S, *batch))
        c0_labels[:K] = w0
        c0_labels[K:] = -u_labels
        # <c_i> over the task
        mc0 = c0_labels
        # a sum over units at a node
        s0n = -1 * np.einsum("q...,eq...->e...", c0_labels[K:], g0n)
        # argument of a function of the loss at a node
        v0n = -s0n[:, None]*zn[:, :K]
        # that function at a node
        l0n = 0.5 * abs(v0n) + 0.5 * v0n
        # minus the coefficient of the step at a node
        F0n = -l0n*s0n[:, None]
        # <F_k z_i> over the fields, by nodes
        An = np.einsum("e...,ek...,ei...->ki...", weights, F0n, zn)
        if np.any(np.isfinite(V)):
            # <F_k F_l> over the fields, by nodes
            En = np.einsum("e...,ek...,el...->kl...", weights, F0n, F0n)
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
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        y_C = np.zeros((S, S, *along))
        y_Co = np.zeros((S, S, *along))
        y_F = np.zeros((S, S, *along))
        y_zn = np.zeros((n_nodes, S, *along))
        y_g0n = np.zeros((n_nodes, M, *along))
        y_I2 = np.zeros((S, S, *along))
        y_c0_labels = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_s0n = np.zeros((n_nodes, *along))
        y_v0n = np.zeros((n_nodes, K, *along))
        y_l0n = np.zeros((n_nodes, K, *along))
        y_F0n = np.zeros((n_nodes, K, *along))
        y_An = np.zeros((K, S, *along))
        y_A = np.zeros((K, S, *along))
        if np.any(np.isfinite(V)):
            y_En = np.zeros((K, K, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
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
        y_decay += np.einsum("kn...->...", np.broadcast_to(-eta_J*here*R, (K, M, *along)))
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-decay*here*R, (K, M, *along)))
        if np.any(np.isfinite(V)):
            here = y_E
            y_En += eta_J**2*here/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*here*En/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*here*En/V, (K, K, *along)))
        here = y_A
        y_An += -eta_J*here
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-here*An, (K, S, *along)))
        if np.any(np.isfinite(V)):
            here = y_En
            y_F0n += np.einsum("e...,el...,kl...->ek...", weights, F0n, here)
            y_F0n += np.einsum("e...,ek...,kl...->el...", weights, F0n, here)
        here = y_An
        y_F0n += np.einsum("e...,ki...,ei...->ek...", weights, here, zn)
        y_zn += np.einsum("e...,ek...,ki...->ei...", weights, F0n, here)
        here = y_F0n
        y_l0n += -here*s0n[:, None]
        y_s0n += np.einsum("ek...->e...", np.broadcast_to(-here*l0n, (n_nodes, K, *along)))
        here = y_l0n
        b_p_0 = 0.5 * here
        y_v0n += b_p_0*np.sign(v0n) + 0.5 * here
        here = y_v0n
        y_s0n += np.einsum("ek...->e...", np.broadcast_to(-here*zn[:, :K], (n_nodes, K, *along)))
        y_zn[:, :K] += -here*s0n[:, None]
        here = y_s0n
        here = -1 * here
        y_c0_labels[K:] += np.einsum("e...,eq...->q...", here, g0n)
        y_g0n += c0_labels[K:][None]*here[:, None]
        here = y_mc0
        y_c0_labels += here
        here = y_c0_labels[:K]
        y_w0 += here
        here = y_I2.copy()
        y_I2[...] = 0.0
        p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
        p_1 = C**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C**2)**2*C
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C += np.where(here == 0.0, 0.0, 2.0 * b_p_1*C + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C**2)**2)
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("jj...->j...", C)[None]), (S, S, *along)))
        np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("ii...->i...", C)[:, None]), (S, S, *along)))
        here = y_zn[:, K:]
        y_F[:M, :] += np.einsum("en...,ej...->nj...", here, nodes)
        here = y_zn[:, :K]
        y_F[M:, :] += np.einsum("ek...,ej...->kj...", here, nodes)
        _factor_back(F, y_F, y_Co)
        here = y_Co[:M, :M]
        y_C[K:, K:] += here
        y_Co[M:, :M] += np.einsum("nk...->kn...", y_Co[:M, M:])
        here = y_Co[M:, :M]
        y_C[:K, K:] += here
        here = y_Co[M:, M:]
        y_C[:K, :K] += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_decay, y_V,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    u_labels = _with_batch(np.full(M, 1.0) if parameters.u_labels is None else parameters.u_labels, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2 = 0.63661977236758138 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))
        twice = np.full((S, *batch), 1.0)
        for i in range(S):
            I2[i, i] = twice[i]
        # c = (head, -u) in the task labels
        c0_labels = np.empty((S, *batch))
        c0_labels[:K] = w0
        c0_labels[K:] = -u_labels
        # <c_i c_j> over the task
        G0 = c0_labels[:, None]*c0_labels[None]
        # share of wrong labels
        eps_g = 0.25 * np.einsum("ij...,ij...->...", G0, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_c0_labels = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        here = y_eps_g
        here = 0.25 * here
        y_G0 += here*I2
        y_I2 += here*G0
        here = y_G0
        y_c0_labels += np.einsum("ij...->i...", np.broadcast_to(here*c0_labels[None], (S, S, *along)))
        y_c0_labels += np.einsum("ij...->j...", np.broadcast_to(here*c0_labels[:, None], (S, S, *along)))
        here = y_c0_labels[:K]
        y_w0 += here
        here = y_I2.copy()
        y_I2[...] = 0.0
        p_0 = np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None]
        p_1 = C**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C**2)**2*C
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C += np.where(here == 0.0, 0.0, 2.0 * b_p_1*C + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C**2)**2)
        np.einsum("ii...->i...", y_C)[...] += np.einsum("ij...->i...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("jj...->j...", C)[None]), (S, S, *along)))
        np.einsum("jj...->j...", y_C)[...] += np.einsum("ij...->j...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("ii...->i...", C)[:, None]), (S, S, *along)))
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_decay, y_V,)
