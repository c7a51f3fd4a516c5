"""Hebb's rule on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system hebb_sign_adjoint, digest e9a1a51d62f343a8. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Vallet, Europhys. Lett. 8, 747 (1989)

Conventions
    activation    g(x) = sign(x)
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: not derived yet: rules give <z z g g> of two threshold units that differ, alone

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "e9a1a51d62f343a8"
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
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, noise, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
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
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
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
        # 1/sqrt(C[n, n])
        r0 = 1.0 / np.sqrt(np.einsum("nn...->n...", C[K:, K:]))
        # <z_i g(z_n)> over the fields
        I_xg0 = 0.79788456080286541 * C[:, K:]*r0[None]
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
        if np.any(np.isfinite(V)):
            # <c_i c_j> over the task
            G0 = mc0[:, None]*mc0[None]
            G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("n...,in...->i...", mc0[K:], I_xg0)[None, :]
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = np.full((K, K, *batch), eta_J**2/V * np.einsum("nm...,nm...->...", G0[K:, K:], I2[K:, K:])[None, None])
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_r0 = np.zeros((M, *along))
        y_I_xg0 = np.zeros((S, M, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_A = np.zeros((K, S, *along))
        if np.any(np.isfinite(V)):
            y_G0 = np.zeros((S, S, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
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
            whole = here * (np.einsum("nm...,nm...->...", G0[K:, K:], I2[K:, K:])[None, None])
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_G0[K:, K:] += np.einsum("nm...,kl...->nm...", I2[K:, K:], here)
            y_I2[K:, K:] += np.einsum("nm...,kl...->nm...", G0[K:, K:], here)
        here = y_A
        whole = here * (np.einsum("n...,in...->i...", mc0[K:], I_xg0)[None, :])
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_I_xg0 += np.einsum("n...,ki...->in...", mc0[K:], here)
        y_mc0[K:] += np.einsum("in...,ki...->n...", I_xg0, here)
        if np.any(np.isfinite(V)):
            here = y_G0
            y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
            y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        here = y_I_xg0
        y_C[:, K:] += 0.79788456080286541 * here*r0[None]
        y_r0 += np.einsum("in...->n...", np.broadcast_to(0.79788456080286541 * here*C[:, K:], (S, M, *along)))
        here = y_r0
        np.einsum("nn...->n...", y_C[K:, K:])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("nn...->n...", C[K:, K:]))**3
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
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_noise, y_decay, y_V,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_0, noise, decay, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
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
        # share of wrong labels
        eps_g = 0.25 * np.einsum("ij...,ij...->...", G0, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        here = y_eps_g
        here = 0.25 * here
        y_G0 += here*I2
        y_I2 += here*G0
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
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
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_noise, y_decay, y_V,)
