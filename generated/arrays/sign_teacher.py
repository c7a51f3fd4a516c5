"""SGD on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system sign_teacher, digest d8b653d63e748bff. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = erf(x/sqrt(2)) for the learner's units, g(x) = sign(x) for the teacher's
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: not derived yet: rules give <z z g g> of two threshold units that differ, alone

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

DIGEST = "d8b653d63e748bff"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch; those of type int are Python numbers."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = math.inf  # samples in the query set; math.inf for the limit
    mean: Any = None  # mean of the task vector (M); None: all 1
    cov: Any = None  # its covariance (M, M); None: zero
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
    mean = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 0.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    kurtosis = None if parameters.kurtosis is None else _with_batch(xp, parameters.kurtosis, 1, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # 1/sqrt(C[k, k] + 1)
    r0 = 1.0 / xp.sqrt(xp.einsum("kk...->k...", C[:K, :K]) + 1)
    # covariance of the fields with the Gaussian weight of k absorbed
    C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]**2
    # C[k, k] + 1
    r1 = xp.einsum("kk...->k...", C[:K, :K]) + 1
    # <g(z_i) g(z_j)> over the fields
    I2 = xp.zeros((S, S, *batch), dtype=dtype)
    I2 = _put(xp, I2, _at[:K, :K], 0.63661977236758138 * xp.arctan2(C[:K, :K], _root(xp, r1[:, None]*r1[None], C[:K, :K]**2)))
    I2 = _put(xp, I2, _at[:K, K:], 0.63661977236758138 * xp.arctan2(C[:K, K:], _root(xp, xp.einsum("nn...->n...", C[K:, K:])[None]*r1[:, None], C[:K, K:]**2)))
    I2 = _put(xp, I2, _at[K:, :K], xp.swapaxes(I2[:K, K:], 0, 1))
    I2 = _put(xp, I2, _at[K:, K:], 0.63661977236758138 * xp.arctan2(C[K:, K:], _root(xp, xp.einsum("mm...->m...", C[K:, K:])[None]*xp.einsum("nn...->n...", C[K:, K:])[:, None], C[K:, K:]**2)))
    twice = xp.broadcast_to(xp.asarray(1.0, dtype=dtype), (M, *batch))
    for n in range(M):
        I2 = _put(xp, I2, _at[K + n, K + n], twice[n])
    # 1/sqrt(C1[k, l, l] + 1)
    r2 = 1.0 / xp.sqrt(xp.einsum("kll...->kl...", C1[:, :K, :K]) + 1)
    # 1/sqrt(C1[k, n, n])
    r3 = 1.0 / xp.sqrt(xp.einsum("knn...->kn...", C1[:, K:, K:]))
    # <g'(z_k) z_i g(z_j)> over the fields
    I3 = xp.zeros((K, S, S, *batch), dtype=dtype)
    I3 = _put(xp, I3, _at[:, :K, :K], 0.63661977236758138 * C1[:, :K, :K]*r0[:, None, None]*r2[:, None])
    I3 = _put(xp, I3, _at[:, :K, K:], 0.63661977236758138 * C1[:, :K, K:]*r0[:, None, None]*r3[:, None])
    I3 = _put(xp, I3, _at[:, K:, :K], 0.63661977236758138 * C1[:, K:, :K]*r0[:, None, None]*r2[:, None])
    I3 = _put(xp, I3, _at[:, K:, K:], 0.63661977236758138 * C1[:, K:, K:]*r0[:, None, None]*r3[:, None])
    if _finite(V):
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4 = xp.zeros((K, K, S, S, *batch), dtype=dtype)
        I4 = _put(xp, I4, _at[:, :, :K, :K], 0.4052847345693511 * xp.arctan2(C1[:, :K, :K][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2, _root(xp, (xp.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1)*(xp.einsum("kbb...->kb...", C1[:, :K, :K])[:, None, None] - C1[:, :K, :K][:, :, None]**2*r2[:, :, None, None]**2 + 1), (C1[:, :K, :K][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2)**2))*r0[:, None, None, None]*r2[:, :, None, None])
        I4 = _put(xp, I4, _at[:, :, :K, K:], 0.4052847345693511 * xp.arctan2(C1[:, :K, K:][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2, _root(xp, (-C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + xp.einsum("knn...->kn...", C1[:, K:, K:])[:, None, None])*(xp.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1), (C1[:, :K, K:][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2)**2))*r0[:, None, None, None]*r2[:, :, None, None])
        I4 = _put(xp, I4, _at[:, :, K:, :K], xp.swapaxes(I4[:, :, :K, K:], 2, 3))
        I4 = _put(xp, I4, _at[:, :, K:, K:], 0.4052847345693511 * xp.arctan2(-C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 + C1[:, K:, K:][:, None], _root(xp, (-C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + xp.einsum("kmm...->km...", C1[:, K:, K:])[:, None, None])*(-C1[:, :K, K:][:, :, :, None]**2*r2[:, :, None, None]**2 + xp.einsum("knn...->kn...", C1[:, K:, K:])[:, None, :, None]), (-C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 + C1[:, K:, K:][:, None])**2))*r0[:, None, None, None]*r2[:, :, None, None])
        twice = 0.63661977236758138 * r0[:, None, None]*r2[:, :, None]
        for n in range(M):
            I4 = _put(xp, I4, _at[:, :, K + n, K + n], twice[:, :, 0])
        # <g'(z_k) g'(z_l)> over the fields
        J2 = 0.63661977236758138 * 1.0 / xp.sqrt(xp.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:, None]
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
    mc0 = base0
    mc0 = mc0 + xp.einsum("m...,im...->i...", mean, L0)
    # <c_i c_j> over the task
    G0 = mc0[:, None]*mc0[None]
    G0 = G0 + xp.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A = -eta_J * xp.einsum("kj...,kij...->ki...", G0[:K, :], I3)
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E = eta_J**2*noise**2*G0[:K, :K]*J2/V
        E = E + eta_J**2/V * (xp.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + xp.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + xp.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * xp.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4))
    if _finite(V) and kurtosis is not None:
        E = E + eta_J**2/V * xp.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4)
    # dR/dalpha
    dR = -decay*eta_J*R + A[:, K:]
    # dQ/dalpha
    dQ = -2.0 * decay*eta_J*Q + A[:, :K] + xp.einsum("lk...->kl...", A[:, :K])
    if _finite(V):
        dQ = dQ + E
    # dw0/dalpha
    dw0 = -eta_0 * xp.einsum("i...,ki...->k...", mc0, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss on fresh data; shape of the batch."""
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    mean = _with_batch(xp, xp.full((M,), 1.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 0.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # C[k, k] + 1
    r0 = xp.einsum("kk...->k...", C[:K, :K]) + 1
    # <g(z_i) g(z_j)> over the fields
    I2 = xp.zeros((S, S, *batch), dtype=dtype)
    I2 = _put(xp, I2, _at[:K, :K], 0.63661977236758138 * xp.arctan2(C[:K, :K], _root(xp, r0[:, None]*r0[None], C[:K, :K]**2)))
    I2 = _put(xp, I2, _at[:K, K:], 0.63661977236758138 * xp.arctan2(C[:K, K:], _root(xp, xp.einsum("nn...->n...", C[K:, K:])[None]*r0[:, None], C[:K, K:]**2)))
    I2 = _put(xp, I2, _at[K:, :K], xp.swapaxes(I2[:K, K:], 0, 1))
    I2 = _put(xp, I2, _at[K:, K:], 0.63661977236758138 * xp.arctan2(C[K:, K:], _root(xp, xp.einsum("mm...->m...", C[K:, K:])[None]*xp.einsum("nn...->n...", C[K:, K:])[:, None], C[K:, K:]**2)))
    twice = xp.broadcast_to(xp.asarray(1.0, dtype=dtype), (M, *batch))
    for n in range(M):
        I2 = _put(xp, I2, _at[K + n, K + n], twice[n])
    # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
    base0 = xp.zeros((S, *batch), dtype=dtype)
    base0 = _put(xp, base0, _at[:K], w0)
    base0 = _put(xp, base0, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
    L0 = xp.zeros((S, M, *batch), dtype=dtype)
    L0 = _put(xp, L0, _at[:K, :], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
    L0 = _put(xp, L0, _at[K:, :], -_identity(xp, M, batch, dtype))
    # <c_i> over the task
    mc0 = base0
    mc0 = mc0 + xp.einsum("m...,im...->i...", mean, L0)
    # <c_i c_j> over the task
    G0 = mc0[:, None]*mc0[None]
    G0 = G0 + xp.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
    # loss on fresh data
    eps_g = 0.5 * xp.einsum("ij...,ij...->...", G0, I2)
    return eps_g
