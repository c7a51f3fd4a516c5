"""SGD: online gradient descent of a two-layer student on mini-batches of V samples

Emitted by orderode 0.1.0 from the system sgd_tanh, digest 8ce8926ac5192192. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Saad and Solla, Phys. Rev. E 52, 4225 (1995)

Conventions
    activation    g(x) = tanh(x)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: no rule gives its averages
    cubature (approximation): no rule gives <g(z_i) g(z_j)>, <g'(z_k) z_i g(z_j)>; at finite V <g'(z_k) g'(z_l) g(z_i) g(z_j)>, <g'(z_k) g'(z_l)>: averages by a rule with nodes in the space of the fields, given by the caller, of the difference to functions near whose averages are exact (tanh: erf(sqrt(3)*x/2))

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf

DIGEST = "8ce8926ac5192192"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    mean: np.ndarray | None = None  # mean of the task vector (M); None: all 1
    cov: np.ndarray | None = None  # its covariance (M, M); None: zero
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
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


def rhs(R, Q, w0, T, parameters):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    nodes = None if parameters.nodes is None else _with_batch(parameters.nodes, 2, batch)
    weights = None if parameters.weights is None else _with_batch(parameters.weights, 1, batch)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(3*C[k, k]/2 + 1)
        r0 = 1.0 / np.sqrt(1.5 * np.einsum("kk...->k...", C[:K, :K]) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1_3o2 = C[None] - 1.5 * C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]**2
        # lower triangular factor of the covariance: C = F F^T
        F = _factor(C)
        # fields at a node
        zn = np.einsum("ij...,ej...->ei...", F, nodes)
        # g at a node
        g0n = np.tanh(zn)
        # g' at a node
        g1n = 1 - np.tanh(zn[:, :K])**2
        # g at a node, of the function near g
        n0n = erf(0.8660254037844386 * zn)
        # g' at a node, of the function near g
        n1n = 0.97720502380583985 * np.exp(-0.75 * zn[:, :K]**2)
        # <g(z_i) g(z_j)> over the fields: what the nodes give of it
        I2n = np.einsum("e...,ei...,ej...->ij...", weights, g0n, g0n) + -1.0 * np.einsum("e...,ei...,ej...->ij...", weights, n0n, n0n)
        # <g'(z_k) z_i g(z_j)> over the fields: what the nodes give of it
        I3n = np.einsum("e...,ej...,ek...,ei...->kij...", weights, g0n, g1n, zn, optimize=True) + -1.0 * np.einsum("e...,ej...,ek...,ei...->kij...", weights, n0n, n1n, zn, optimize=True)
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields: what the nodes give of it
            I4n = np.einsum("e...,ei...,ej...,ek...,el...->klij...", weights, g0n, g0n, g1n, g1n, optimize=True) + -1.0 * np.einsum("e...,ei...,ej...,ek...,el...->klij...", weights, n0n, n0n, n1n, n1n, optimize=True)
            # <g'(z_k) g'(z_l)> over the fields: what the nodes give of it
            J2n = np.einsum("e...,ek...,el...->kl...", weights, g1n, g1n) + -1.0 * np.einsum("e...,ek...,el...->kl...", weights, n1n, n1n)
        # 1/sqrt(3*C[i, i] + 2)
        r1 = 1.0 / np.sqrt(3.0 * np.einsum("ii...->i...", C) + 2)
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(3.0 * C*r1[:, None]*r1[None]) + I2n
        # 1/sqrt(3*C1_3o2[k, i, i]/2 + 1)
        r2 = 1.0 / np.sqrt(1.5 * np.einsum("kii...->ki...", C1_3o2) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = 0.95492965855137202 * C1_3o2*r0[:, None, None]*r2[:, None] + I3n
        if np.any(np.isfinite(V)):
            # 1/sqrt(3*C1_3o2[k, i, i] - 9*C1_3o2[k, l, i]**2*r2[k, l]**2/2 + 2)
            r3 = 1.0 / np.sqrt(3.0 * np.einsum("kii...->ki...", C1_3o2)[:, None] - 4.5 * C1_3o2[:, :K, :]**2*r2[:, :K][:, :, None]**2 + 2)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = 0.60792710185402665 * np.arcsin(3.0 * (C1_3o2[:, None] - 1.5 * C1_3o2[:, :K, :][:, :, :, None]*C1_3o2[:, :K, :][:, :, None]*r2[:, :K][:, :, None, None]**2)*r3[:, :, :, None]*r3[:, :, None])*r0[:, None, None, None]*r2[:, :K][:, :, None, None] + I4n
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.95492965855137202 * 1.0 / np.sqrt(1.5 * np.einsum("kll...->kl...", C1_3o2[:, :K, :K]) + 1)*r0[:, None] + J2n
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
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G0[:K, :], I3)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*noise**2*G0[:K, :K]*J2/V
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True)
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    nodes = None if parameters.nodes is None else _with_batch(parameters.nodes, 2, batch)
    weights = None if parameters.weights is None else _with_batch(parameters.weights, 1, batch)
    if nodes is None or weights is None:
        raise ValueError("nodes and weights are missing")
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # lower triangular factor of the covariance: C = F F^T
        F = _factor(C)
        # fields at a node
        zn = np.einsum("ij...,ej...->ei...", F, nodes)
        # g at a node
        g0n = np.tanh(zn)
        # g at a node, of the function near g
        n0n = erf(0.8660254037844386 * zn)
        # <g(z_i) g(z_j)> over the fields: what the nodes give of it
        I2n = np.einsum("e...,ei...,ej...->ij...", weights, g0n, g0n) + -1.0 * np.einsum("e...,ei...,ej...->ij...", weights, n0n, n0n)
        # 1/sqrt(3*C[i, i] + 2)
        r0 = 1.0 / np.sqrt(3.0 * np.einsum("ii...->i...", C) + 2)
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.63661977236758138 * np.arcsin(3.0 * C*r0[:, None]*r0[None]) + I2n
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
