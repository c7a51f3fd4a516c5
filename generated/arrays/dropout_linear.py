"""SGD with dropout: units are kept with a probability in each step

Emitted by orderode 0.1.0 from the system dropout_linear, digest c4657ccb582458ad. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Mori, Mignacco, arXiv 2505.07792

Conventions
    activation    g(x) = x
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    gains         r_k is 1 with probability keep, else 0; one for all samples of a step
    loss          l = (-y - noise*zeta + sum_k r_k*w0_k*g(lambda_k))^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: no part of it is known with gains, which the samples of a step share

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

DIGEST = "c4657ccb582458ad"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch; those of type int are Python numbers."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    keep: float = 1.0  # probability that a step keeps a unit
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


def rhs(R, Q, w0, T, parameters, xp):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    keep = parameters.keep
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
    # <g(z_i) g(z_j)> over the fields
    I2 = C
    # <g'(z_k) z_i g(z_j)> over the fields
    I3 = xp.broadcast_to(xp.asarray(C[None], dtype=dtype), (K, S, S, *batch))
    if _finite(V):
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4 = xp.broadcast_to(xp.asarray(C[None, None], dtype=dtype), (K, K, S, S, *batch))
        # <g'(z_k) g'(z_l)> over the fields
        J2 = xp.broadcast_to(xp.asarray(1.0, dtype=dtype), (K, K, *batch))
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
    A = eta_J*keep**2*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*xp.einsum("kik...->ki...", I3[:, :, :K]) - eta_J*keep*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*xp.einsum("kik...->ki...", I3[:, :, :K])
    A = A + -eta_J*keep * xp.einsum("kn...,kin...->ki...", G0[:K, K:], I3[:, :, K:])
    A = A + -eta_J*keep**2 * xp.einsum("kl...,kil...->ki...", G0[:K, :K], I3[:, :, :K])
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E = -18.0 * eta_J**2*keep**4*_identity(xp, K, batch, dtype)*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V + 12.0 * eta_J**2*keep**4*_identity(xp, K, batch, dtype)*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V + 6.0 * eta_J**2*keep**4*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V + 2.0 * eta_J**2*keep**4*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V + 4.0 * eta_J**2*keep**4*G0[:K, :K]**2*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V + 6.0 * eta_J**2*keep**4*G0[:K, :K]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klll...->kl...", I4[:, :, :K, :K])/V - 4.0 * eta_J**2*keep**4*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V - 4.0 * eta_J**2*keep**4*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**2*mc0[:K][None]**2/V - 4.0 * eta_J**2*keep**4*xp.einsum("klll...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]*mc0[:K][None]**3/V + 36.0 * eta_J**2*keep**3*_identity(xp, K, batch, dtype)*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V - 24.0 * eta_J**2*keep**3*_identity(xp, K, batch, dtype)*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V - 9.0 * eta_J**2*keep**3*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V - 4.0 * eta_J**2*keep**3*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V - 8.0 * eta_J**2*keep**3*G0[:K, :K]**2*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V - 9.0 * eta_J**2*keep**3*G0[:K, :K]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klll...->kl...", I4[:, :, :K, :K])/V + 6.0 * eta_J**2*keep**3*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V + 8.0 * eta_J**2*keep**3*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**2*mc0[:K][None]**2/V + 6.0 * eta_J**2*keep**3*xp.einsum("klll...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]*mc0[:K][None]**3/V - eta_J**2*keep**2*noise**2*_identity(xp, K, batch, dtype)*G0[:K, :K]*J2/V + eta_J**2*keep**2*noise**2*G0[:K, :K]*J2/V - 21.0 * eta_J**2*keep**2*_identity(xp, K, batch, dtype)*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V + 14.0 * eta_J**2*keep**2*_identity(xp, K, batch, dtype)*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V + 3.0 * eta_J**2*keep**2*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V + 2.0 * eta_J**2*keep**2*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V + 4.0 * eta_J**2*keep**2*G0[:K, :K]**2*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])/V + 3.0 * eta_J**2*keep**2*G0[:K, :K]*xp.einsum("ll...->l...", G0[:K, :K])[None]*xp.einsum("klll...->kl...", I4[:, :, :K, :K])/V - 2.0 * eta_J**2*keep**2*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V - 4.0 * eta_J**2*keep**2*xp.einsum("klkl...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**2*mc0[:K][None]**2/V - 2.0 * eta_J**2*keep**2*xp.einsum("klll...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]*mc0[:K][None]**3/V + eta_J**2*keep*noise**2*_identity(xp, K, batch, dtype)*G0[:K, :K]*J2/V + 3.0 * eta_J**2*keep*_identity(xp, K, batch, dtype)*xp.einsum("kk...->k...", G0[:K, :K])[:, None]*G0[:K, :K]*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])/V - 2.0 * eta_J**2*keep*_identity(xp, K, batch, dtype)*xp.einsum("klkk...->kl...", I4[:, :, :K, :K])*mc0[:K][:, None]**3*mc0[:K][None]/V
        E = E + eta_J**2*keep/V * (keep * xp.einsum("kl...,nm...,klnm...->kl...", G0[:K, :K], G0[K:, K:], I4[:, :, K:, K:]) + keep * xp.einsum("km...,ln...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + keep * xp.einsum("kn...,lm...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("kl...,nm...,klnm...->kl...", G0[:K, :K], G0[K:, K:], I4[:, :, K:, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("km...,ln...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("kn...,lm...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kl...,nm...,klnm...->kl...", G0[:K, :K], G0[K:, K:], I4[:, :, K:, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("km...,ln...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kn...,lm...,klnm...->kl...", G0[:K, K:], G0[:K, K:], I4[:, :, K:, K:]) + -2.0 * keep * xp.einsum("k...,l...,m...,n...,klnm...->kl...", mc0[:K], mc0[:K], mc0[K:], mc0[K:], I4[:, :, K:, K:]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("k...,l...,m...,n...,klnm...->kl...", mc0[:K], mc0[:K], mc0[K:], mc0[K:], I4[:, :, K:, K:]) + 2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("k...,l...,m...,n...,klnm...->kl...", mc0[:K], mc0[:K], mc0[K:], mc0[K:], I4[:, :, K:, K:]))
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("aa...,kl...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + keep * xp.einsum("ka...,ll...,klla...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + keep * xp.einsum("kk...,la...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("aa...,kl...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kk...,la...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("aa...,kl...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("ka...,ll...,klla...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("kk...,la...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep**2 * xp.einsum("ka...,kl...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep**2 * xp.einsum("ka...,la...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep**2 * xp.einsum("kl...,la...,klla...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("ka...,kl...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("ka...,la...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("kl...,la...,klla...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * _identity(xp, K, batch, dtype) * xp.einsum("ka...,kl...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * _identity(xp, K, batch, dtype) * xp.einsum("ka...,la...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("aa...,kl...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,kl...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -4.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,la...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,la...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("a...,a...,k...,l...,klaa...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("k...,k...,a...,l...,klka...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("l...,l...,a...,k...,klla...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("aa...,kl...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("a...,a...,k...,l...,klaa...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("k...,k...,a...,l...,klka...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * keep**2 * xp.einsum("a...,a...,k...,l...,klaa...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * keep**2 * xp.einsum("k...,k...,a...,l...,klka...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * keep**2 * xp.einsum("l...,l...,a...,k...,klla...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,la...,klaa...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,la...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,kl...,klka...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,a...,l...,klka...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("a...,a...,k...,l...,klaa...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 4.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("a...,a...,k...,l...,klaa...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,a...,l...,klka...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]))
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("an...,kl...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + keep * xp.einsum("ka...,ln...,klan...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + keep * xp.einsum("kn...,la...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("an...,kl...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("ka...,ln...,klan...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("kn...,la...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("an...,kl...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,ln...,klan...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kn...,la...,klan...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + -2.0 * keep * xp.einsum("a...,k...,l...,n...,klan...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("a...,k...,l...,n...,klan...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + 2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("a...,k...,l...,n...,klan...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]))
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("ka...,ln...,klna...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, K:, :K]) + keep * xp.einsum("kl...,na...,klna...->kl...", G0[:K, :K], G0[K:, :K], I4[:, :, K:, :K]) + keep * xp.einsum("kn...,la...,klna...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, K:, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("ka...,ln...,klna...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, K:, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kl...,na...,klna...->kl...", G0[:K, :K], G0[K:, :K], I4[:, :, K:, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kn...,la...,klna...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, K:, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,ln...,klna...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, K:, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kl...,na...,klna...->kl...", G0[:K, :K], G0[K:, :K], I4[:, :, K:, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kn...,la...,klna...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, K:, :K]) + -2.0 * keep * xp.einsum("a...,k...,l...,n...,klna...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, K:, :K]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("a...,k...,l...,n...,klna...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, K:, :K]) + 2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("a...,k...,l...,n...,klna...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, K:, :K]))
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("kb...,ll...,kllb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + keep * xp.einsum("kk...,lb...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kk...,lb...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("kb...,ll...,kllb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("kk...,lb...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep**2 * xp.einsum("kb...,kl...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep**2 * xp.einsum("kl...,lb...,kllb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("kb...,kl...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("kl...,lb...,kllb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 2.0 * _identity(xp, K, batch, dtype) * xp.einsum("kb...,kl...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kb...,kl...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,lb...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("k...,k...,b...,l...,klkb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("l...,l...,b...,k...,kllb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("k...,k...,b...,l...,klkb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * keep**2 * xp.einsum("k...,k...,b...,l...,klkb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * keep**2 * xp.einsum("l...,l...,b...,k...,kllb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,lb...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + 4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kb...,kl...,klkb...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,b...,l...,klkb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,b...,l...,klkb...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]))
        E = E + eta_J**2*keep**3/V * (keep * xp.einsum("ab...,kl...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + keep * xp.einsum("ka...,lb...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + keep * xp.einsum("kb...,la...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("ab...,kl...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("ka...,lb...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kb...,la...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ab...,kl...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ka...,lb...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -1.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kb...,la...,klab...->kl...", G0[:K, :K], G0[:K, :K], I4[:, :, :K, :K]) + -2.0 * keep * xp.einsum("a...,b...,k...,l...,klab...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("a...,b...,k...,l...,klab...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]) + 2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("a...,b...,k...,l...,klab...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[:K], I4[:, :, :K, :K]))
        E = E + 2.0 * eta_J**2*keep/V * (keep * xp.einsum("kk...,ln...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + keep * xp.einsum("kn...,ll...,klln...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("kk...,ln...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -1.0 * keep**2 * xp.einsum("kk...,ln...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -1.0 * keep**2 * xp.einsum("kn...,ll...,klln...->kl...", G0[:K, K:], G0[:K, :K], I4[:, :, :K, K:]) + -2.0 * keep**2 * xp.einsum("kl...,kn...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -2.0 * keep**2 * xp.einsum("kl...,ln...,klln...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + 2.0 * keep * xp.einsum("kl...,kn...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + 2.0 * keep * xp.einsum("kl...,ln...,klln...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + 2.0 * _identity(xp, K, batch, dtype) * xp.einsum("kl...,kn...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kl...,kn...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,ln...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -2.0 * keep * xp.einsum("k...,k...,l...,n...,klkn...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + -2.0 * keep * xp.einsum("l...,l...,k...,n...,klln...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + -2.0 * _identity(xp, K, batch, dtype) * xp.einsum("k...,k...,l...,n...,klkn...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + 2.0 * keep**2 * xp.einsum("k...,k...,l...,n...,klkn...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + 2.0 * keep**2 * xp.einsum("l...,l...,k...,n...,klln...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kk...,ln...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + 4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kl...,kn...,klkn...->kl...", G0[:K, :K], G0[:K, K:], I4[:, :, :K, K:]) + -4.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,l...,n...,klkn...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]) + 6.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("k...,k...,l...,n...,klkn...->kl...", mc0[:K], mc0[:K], mc0[:K], mc0[K:], I4[:, :, :K, K:]))
    if _finite(V) and kurtosis is not None:
        E = E + eta_J**2*keep/V * (keep * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + keep * xp.einsum("lp...,lp...,lp...,p...,kp...,klll...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + -4.0 * keep**2 * xp.einsum("kp...,kp...,lp...,lp...,p...,klkl...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], kappa, I4[:, :, :K, :K]) + -3.0 * keep**2 * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + -3.0 * keep**2 * xp.einsum("lp...,lp...,lp...,p...,kp...,klll...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + 2.0 * keep * xp.einsum("kp...,kp...,lp...,lp...,p...,klkl...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], kappa, I4[:, :, :K, :K]) + 2.0 * keep**3 * xp.einsum("kp...,kp...,lp...,lp...,p...,klkl...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], kappa, I4[:, :, :K, :K]) + 2.0 * keep**3 * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + 2.0 * keep**3 * xp.einsum("lp...,lp...,lp...,p...,kp...,klll...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + -7.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + -6.0 * (keep**3*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]) + 12.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,kp...,p...,lp...,klkk...->kl...", L0[:K, :], L0[:K, :], L0[:K, :], kappa, L0[:K, :], I4[:, :, :K, :K]))
        E = E + eta_J**2*keep**2/V * xp.einsum("p...,kp...,lp...,mp...,np...,klnm...->kl...", kappa, L0[:K, :], L0[:K, :], L0[K:, :], L0[K:, :], I4[:, :, K:, K:])
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("kp...,kp...,p...,bp...,lp...,klkb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + keep * xp.einsum("lp...,lp...,p...,bp...,kp...,kllb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kp...,kp...,p...,bp...,lp...,klkb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("kp...,kp...,p...,bp...,lp...,klkb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("lp...,lp...,p...,bp...,kp...,kllb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,bp...,lp...,klkb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,bp...,lp...,klkb...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]))
        E = E + eta_J**2*keep**2/V * (keep * xp.einsum("ap...,ap...,p...,kp...,lp...,klaa...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + keep * xp.einsum("kp...,kp...,p...,ap...,lp...,klka...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + keep * xp.einsum("lp...,lp...,p...,ap...,kp...,klla...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("ap...,ap...,p...,kp...,lp...,klaa...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + _identity(xp, K, batch, dtype) * xp.einsum("kp...,kp...,p...,ap...,lp...,klka...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("ap...,ap...,p...,kp...,lp...,klaa...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("kp...,kp...,p...,ap...,lp...,klka...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -1.0 * keep**2 * xp.einsum("lp...,lp...,p...,ap...,kp...,klla...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("ap...,ap...,p...,kp...,lp...,klaa...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,ap...,lp...,klka...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + -2.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("ap...,ap...,p...,kp...,lp...,klaa...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,ap...,lp...,klka...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[:K, :], I4[:, :, :K, :K]))
        E = E + eta_J**2*keep**3/V * xp.einsum("p...,ap...,kp...,lp...,np...,klan...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, :K, K:])
        E = E + eta_J**2*keep**3/V * xp.einsum("p...,ap...,kp...,lp...,np...,klna...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, K:, :K])
        E = E + eta_J**2*keep**4/V * xp.einsum("p...,ap...,bp...,kp...,lp...,klab...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], I4[:, :, :K, :K])
        E = E + 2.0 * eta_J**2*keep/V * (keep * xp.einsum("kp...,kp...,p...,lp...,np...,klkn...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + keep * xp.einsum("lp...,lp...,p...,kp...,np...,klln...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + _identity(xp, K, batch, dtype) * xp.einsum("kp...,kp...,p...,lp...,np...,klkn...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + -1.0 * keep**2 * xp.einsum("kp...,kp...,p...,lp...,np...,klkn...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + -1.0 * keep**2 * xp.einsum("lp...,lp...,p...,kp...,np...,klln...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + -3.0 * (keep*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,lp...,np...,klkn...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]) + 2.0 * (keep**2*_identity(xp, K, batch, dtype)) * xp.einsum("kp...,kp...,p...,lp...,np...,klkn...->kl...", L0[:K, :], L0[:K, :], kappa, L0[:K, :], L0[K:, :], I4[:, :, :K, K:]))
        E = E + eta_J**2*keep*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,kp...,lp...,mp...,np...,klnm...->kl...", kappa, L0[:K, :], L0[:K, :], L0[K:, :], L0[K:, :], I4[:, :, K:, K:])
        E = E + eta_J**2*keep**2*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,kp...,lp...,np...,klan...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, :K, K:])
        E = E + eta_J**2*keep**2*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,kp...,lp...,np...,klna...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, K:, :K])
        E = E + eta_J**2*keep**3*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,bp...,kp...,lp...,klab...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], I4[:, :, :K, :K])
        E = E + -eta_J**2*keep**2*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,kp...,lp...,mp...,np...,klnm...->kl...", kappa, L0[:K, :], L0[:K, :], L0[K:, :], L0[K:, :], I4[:, :, K:, K:])
        E = E + -eta_J**2*keep**3*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,kp...,lp...,np...,klan...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, :K, K:])
        E = E + -eta_J**2*keep**3*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,kp...,lp...,np...,klna...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[K:, :], I4[:, :, K:, :K])
        E = E + -eta_J**2*keep**4*_identity(xp, K, batch, dtype)/V * xp.einsum("p...,ap...,bp...,kp...,lp...,klab...->kl...", kappa, L0[:K, :], L0[:K, :], L0[:K, :], L0[:K, :], I4[:, :, :K, :K])
    # dR/dalpha
    dR = -decay*eta_J*R + A[:, K:]
    # dQ/dalpha
    dQ = -2.0 * decay*eta_J*Q + A[:, :K] + xp.einsum("lk...->kl...", A[:, :K])
    if _finite(V):
        dQ = dQ + E
    # dw0/dalpha
    dw0 = eta_0*keep**2*xp.einsum("kk...->k...", I2[:K, :K])*mc0[:K] - eta_0*keep*xp.einsum("kk...->k...", I2[:K, :K])*mc0[:K]
    dw0 = dw0 + -eta_0*keep * xp.einsum("n...,kn...->k...", mc0[K:], I2[:K, K:])
    dw0 = dw0 + -eta_0*keep**2 * xp.einsum("l...,kl...->k...", mc0[:K], I2[:K, :K])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss of all units; shape of the batch."""
    keep = parameters.keep
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
    # <g(z_i) g(z_j)> over the fields
    I2 = C
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
    # loss of all units
    eps_g = 0.5 * xp.einsum("nm...,nm...->...", G0[K:, K:], I2[K:, K:])
    eps_g = eps_g + 0.5 * keep * xp.einsum("km...,km...->...", G0[:K, K:], I2[:K, K:])
    eps_g = eps_g + 0.5 * keep * xp.einsum("nl...,nl...->...", G0[K:, :K], I2[K:, :K])
    eps_g = eps_g + 0.5 * keep**2 * xp.einsum("kl...,kl...->...", G0[:K, :K], I2[:K, :K])
    return eps_g
