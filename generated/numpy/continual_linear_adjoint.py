"""Continual learning: SGD on two tasks with heads of their own

Emitted by orderode 0.1.0 from the system continual_linear_adjoint, digest 762be62495f52939. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Lee, Goldt, Saxe, arXiv 2107.04384

Conventions
    activation    g(x) = x
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    tasks         one of a set in each step: first with u = u_first, with probability what is left; second with u = u_second and the head w1, with probability p_second; w0 in a loss is the head of the task
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), w1 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0, then w1. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "762be62495f52939"
HEAD_START = 0.0  # of the elements of w0 at alpha = 0, where a problem gives none
HEAD_OF_SECOND = 0.0  # of the elements of w1 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    p_second: float = 0.0  # probability of the second task
    V: float = np.inf  # samples in the query set; np.inf for the limit
    u_first: np.ndarray | None = None  # teacher's head of the first task (M); None: zero
    u_second: np.ndarray | None = None  # teacher's head of the second task (M); None: zero


def pack(R, Q, w0, w1):
    """The flat state (K*M + K*(K+1)/2 + K + K, ...) of R (K, M, ...), Q (K, K, ...), w0 (K, ...) and w1 (K, ...)."""
    K, M = R.shape[:2]
    return np.concatenate([R.reshape((K * M,) + R.shape[2:]), Q[np.triu_indices(K)], w0, w1])


def unpack(state, K, M):
    """R (K, M, ...), Q (K, K, ...), w0 (K, ...) and w1 (K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = np.empty((K, K, *batch))
    rows, columns = np.triu_indices(K)
    Q[rows, columns] = Q[columns, rows] = state[K * M : -(K + K)]
    return state[: K * M].reshape((K, M, *batch)), Q, state[-(K + K) : -K], state[-K:]


def _identity(size, batch):
    return np.eye(size).reshape((size, size) + (1,) * len(batch))


def _with_batch(array, rank, batch):
    """An array of this rank, with axes of length 1 for the batch where it has none."""
    array = np.asarray(array, dtype=float)
    return array.reshape(array.shape + (1,) * (rank + len(batch) - array.ndim))


def rhs(R, Q, w0, w1, y_dR, y_dQ, y_dw0, y_dw1, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, dw1, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, y_dw1, with respect to each element of (R, Q, w0, w1) and to (eta_J, eta_0, noise, decay, p_second, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    p_second = parameters.p_second
    V = parameters.V
    R, Q, w0, w1 = (np.asarray(x, dtype=float) for x in (R, Q, w0, w1))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    y_dw1 = np.broadcast_to(np.asarray(y_dw1, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 2, batch)
    u_first = _with_batch(np.zeros(M) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.zeros(M) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = C[None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = C[None, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = np.full((K, K, *batch), 1.0)
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0
        c0_first[K:] = -u_first
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w1
        c0_second[K:] = -u_second
        # <c_i c_j> over the task
        G0 = p_second*c0_second[:, None]*c0_second[None] + (1 - p_second)*c0_first[:, None]*c0_first[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A = -eta_J * np.einsum("kj...,kij...->ki...", G0[:K, :], I3)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E = eta_J**2*noise**2*G0[:K, :K]*J2/V
            E = E + eta_J**2/V * (np.einsum("i...,j...,k...,l...,klij...->kl...", c0_first, c0_first, c0_first[:K], c0_first[:K], I4, optimize=True) + p_second * np.einsum("i...,j...,k...,l...,klij...->kl...", c0_second, c0_second, c0_second[:K], c0_second[:K], I4, optimize=True) + -1.0 * p_second * np.einsum("i...,j...,k...,l...,klij...->kl...", c0_first, c0_first, c0_first[:K], c0_first[:K], I4, optimize=True))
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:]
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", c0_first, I2[:K, :])
        dw0 = dw0 + eta_0*p_second * np.einsum("i...,ki...->k...", c0_first, I2[:K, :])
        # dw1/dalpha
        dw1 = -eta_0*p_second * np.einsum("i...,ki...->k...", c0_second, I2[:K, :])
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_I3 = np.zeros((K, S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_c0_second = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_A = np.zeros((K, S, *along))
        if np.any(np.isfinite(V)):
            y_I4 = np.zeros((K, K, S, S, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_w1 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        here = y_dw1
        whole = here * (np.einsum("i...,ki...->k...", c0_second, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-p_second*whole, (K, *along)))
        y_p_second += np.einsum("k...->...", np.broadcast_to(-eta_0*whole, (K, *along)))
        here = (-eta_0*p_second) * here
        y_I2[:K, :] += c0_second[None]*here[:, None]
        y_c0_second += np.einsum("k...,ki...->i...", here, I2[:K, :])
        here = y_dw0
        whole = here * (np.einsum("i...,ki...->k...", c0_first, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(p_second*whole, (K, *along)))
        y_p_second += np.einsum("k...->...", np.broadcast_to(eta_0*whole, (K, *along)))
        here = (eta_0*p_second) * here
        y_I2[:K, :] += c0_first[None]*here[:, None]
        y_c0_first += np.einsum("k...,ki...->i...", here, I2[:K, :])
        here = y_dw0
        whole = here * (np.einsum("i...,ki...->k...", c0_first, I2[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2[:K, :] += c0_first[None]*here[:, None]
        y_c0_first += np.einsum("k...,ki...->i...", here, I2[:K, :])
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
            whole = here * (np.einsum("i...,j...,k...,l...,klij...->kl...", c0_first, c0_first, c0_first[:K], c0_first[:K], I4, optimize=True) + p_second * np.einsum("i...,j...,k...,l...,klij...->kl...", c0_second, c0_second, c0_second[:K], c0_second[:K], I4, optimize=True) + -1.0 * p_second * np.einsum("i...,j...,k...,l...,klij...->kl...", c0_first, c0_first, c0_first[:K], c0_first[:K], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_I4 += c0_first[None, None, :, None]*c0_first[None, None, None]*c0_first[:K][:, None, None, None]*c0_first[:K][None, :, None, None]*here[:, :, None, None]
            y_c0_first += np.einsum("j...,k...,l...,kl...,klij...->i...", c0_first, c0_first[:K], c0_first[:K], here, I4, optimize=True)
            y_c0_first += np.einsum("i...,k...,l...,kl...,klij...->j...", c0_first, c0_first[:K], c0_first[:K], here, I4, optimize=True)
            y_c0_first[:K] += np.einsum("i...,j...,l...,kl...,klij...->k...", c0_first, c0_first, c0_first[:K], here, I4, optimize=True)
            y_c0_first[:K] += np.einsum("i...,j...,k...,kl...,klij...->l...", c0_first, c0_first, c0_first[:K], here, I4, optimize=True)
            y_I4 += p_second*c0_second[None, None, :, None]*c0_second[None, None, None]*c0_second[:K][:, None, None, None]*c0_second[:K][None, :, None, None]*here[:, :, None, None]
            y_c0_second += p_second * np.einsum("j...,k...,l...,kl...,klij...->i...", c0_second, c0_second[:K], c0_second[:K], here, I4, optimize=True)
            y_c0_second += p_second * np.einsum("i...,k...,l...,kl...,klij...->j...", c0_second, c0_second[:K], c0_second[:K], here, I4, optimize=True)
            y_c0_second[:K] += p_second * np.einsum("i...,j...,l...,kl...,klij...->k...", c0_second, c0_second, c0_second[:K], here, I4, optimize=True)
            y_c0_second[:K] += p_second * np.einsum("i...,j...,k...,kl...,klij...->l...", c0_second, c0_second, c0_second[:K], here, I4, optimize=True)
            y_p_second += np.einsum("i...,j...,k...,l...,kl...,klij...->...", c0_second, c0_second, c0_second[:K], c0_second[:K], here, I4, optimize=True)
            y_I4 += -p_second*c0_first[None, None, :, None]*c0_first[None, None, None]*c0_first[:K][:, None, None, None]*c0_first[:K][None, :, None, None]*here[:, :, None, None]
            y_c0_first += -1.0 * p_second * np.einsum("j...,k...,l...,kl...,klij...->i...", c0_first, c0_first[:K], c0_first[:K], here, I4, optimize=True)
            y_c0_first += -1.0 * p_second * np.einsum("i...,k...,l...,kl...,klij...->j...", c0_first, c0_first[:K], c0_first[:K], here, I4, optimize=True)
            y_c0_first[:K] += -1.0 * p_second * np.einsum("i...,j...,l...,kl...,klij...->k...", c0_first, c0_first, c0_first[:K], here, I4, optimize=True)
            y_c0_first[:K] += -1.0 * p_second * np.einsum("i...,j...,k...,kl...,klij...->l...", c0_first, c0_first, c0_first[:K], here, I4, optimize=True)
            y_p_second += -1.0 * np.einsum("i...,j...,k...,l...,kl...,klij...->...", c0_first, c0_first, c0_first[:K], c0_first[:K], here, I4, optimize=True)
            here = y_E
            p_0 = eta_J**2*noise**2
            p_1 = G0[:K, :K]*J2/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0[:K, :K] += b_p_1*J2/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0[:K, :K]*J2/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A
        whole = here * (np.einsum("kj...,kij...->ki...", G0[:K, :], I3))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0[:K, :] += np.einsum("ki...,kij...->kj...", here, I3)
        y_I3 += G0[:K, :][:, None]*here[:, :, None]
        here = y_G0
        p_0 = 1 - p_second
        b_p_0 = here*c0_first[:, None]*c0_first[None]
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*p_0*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*p_0*c0_first[:, None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*p_second*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*p_second*c0_second[:, None], (S, S, *along)))
        y_p_second += np.einsum("ij...->...", np.broadcast_to(-b_p_0 + here*c0_second[:, None]*c0_second[None], (S, S, *along)))
        here = y_c0_second[:K]
        y_w1 += here
        here = y_c0_first[:K]
        y_w0 += here
        if np.any(np.isfinite(V)):
            here = y_I4
            y_C += np.einsum("klij...->ij...", np.broadcast_to(here, (K, K, S, S, *along)))
        here = y_I3
        y_C += np.einsum("kij...->ij...", np.broadcast_to(here, (K, S, S, *along)))
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0, y_w1), (y_eta_J, y_eta_0, y_noise, y_decay, y_p_second, y_V,)


def eps_g(R, Q, w0, w1, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0, w1) and to (eta_J, eta_0, noise, decay, p_second, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    p_second = parameters.p_second
    R, Q, w0, w1 = (np.asarray(x, dtype=float) for x in (R, Q, w0, w1))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    u_first = _with_batch(np.zeros(M) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.zeros(M) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0
        c0_first[K:] = -u_first
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w1
        c0_second[K:] = -u_second
        # <c_i c_j> over the task
        G0 = p_second*c0_second[:, None]*c0_second[None] + (1 - p_second)*c0_first[:, None]*c0_first[None]
        # mean of both tasks as they come
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G0, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_c0_second = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_w1 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        here = y_eps_g
        here = 0.5 * here
        y_G0 += here*I2
        y_I2 += here*G0
        here = y_G0
        p_0 = 1 - p_second
        b_p_0 = here*c0_first[:, None]*c0_first[None]
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*p_0*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*p_0*c0_first[:, None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*p_second*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*p_second*c0_second[:, None], (S, S, *along)))
        y_p_second += np.einsum("ij...->...", np.broadcast_to(-b_p_0 + here*c0_second[:, None]*c0_second[None], (S, S, *along)))
        here = y_c0_second[:K]
        y_w1 += here
        here = y_c0_first[:K]
        y_w0 += here
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0, y_w1), (y_eta_J, y_eta_0, y_noise, y_decay, y_p_second, y_V,)


def eps_first(R, Q, w0, w1, y_eps_first, T, parameters):
    """Backwards: slopes of the sum of eps_first, as of the same name without _adjoint, times y_eps_first, with respect to each element of (R, Q, w0, w1) and to (eta_J, eta_0, noise, decay, p_second, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    R, Q, w0, w1 = (np.asarray(x, dtype=float) for x in (R, Q, w0, w1))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_first)[0:])
    y_eps_first = np.broadcast_to(np.asarray(y_eps_first, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    u_first = _with_batch(np.zeros(M) if parameters.u_first is None else parameters.u_first, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0
        c0_first[K:] = -u_first
        # loss on fresh data of the first task
        eps_first = 0.5 * np.einsum("i...,j...,ij...->...", c0_first, c0_first, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_w1 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        here = y_eps_first
        here = 0.5 * here
        y_I2 += here*c0_first[:, None]*c0_first[None]
        y_c0_first += here * np.einsum("j...,ij...->i...", c0_first, I2)
        y_c0_first += here * np.einsum("i...,ij...->j...", c0_first, I2)
        here = y_c0_first[:K]
        y_w0 += here
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0, y_w1), (y_eta_J, y_eta_0, y_noise, y_decay, y_p_second, y_V,)


def eps_second(R, Q, w0, w1, y_eps_second, T, parameters):
    """Backwards: slopes of the sum of eps_second, as of the same name without _adjoint, times y_eps_second, with respect to each element of (R, Q, w0, w1) and to (eta_J, eta_0, noise, decay, p_second, V), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    R, Q, w0, w1 = (np.asarray(x, dtype=float) for x in (R, Q, w0, w1))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_second)[0:])
    y_eps_second = np.broadcast_to(np.asarray(y_eps_second, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    u_second = _with_batch(np.zeros(M) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w1
        c0_second[K:] = -u_second
        # loss on fresh data of the second task
        eps_second = 0.5 * np.einsum("i...,j...,ij...->...", c0_second, c0_second, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_c0_second = np.zeros((S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_w1 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        here = y_eps_second
        here = 0.5 * here
        y_I2 += here*c0_second[:, None]*c0_second[None]
        y_c0_second += here * np.einsum("j...,ij...->i...", c0_second, I2)
        y_c0_second += here * np.einsum("i...,ij...->j...", c0_second, I2)
        here = y_c0_second[:K]
        y_w1 += here
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0, y_w1), (y_eta_J, y_eta_0, y_noise, y_decay, y_p_second, y_V,)
