"""Pooled training on the task stream, adapted only at test time; teachers vary with the task

Emitted by orderode 0.1.0 from the system pooled_varied_linear_adjoint, digest 939053ae4cca07c6. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.

Conventions
    activation    g(x) = x
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    teachers      a task's is B + spread Xi, Xi i.i.d. N(0, 1) and the same for its support and query set; R and T are overlaps with B
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): left out: no part of it is known where the teacher varies with the task

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "939053ae4cca07c6"
HEAD_START = 0.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    eta_w: float  # rate of the inner loop
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    P: float = np.inf  # samples in the support set; np.inf for the limit
    first_order: int = 0  # 1 keeps the first power of 1/P only, 0 keeps all of them
    inner_steps: int = 1  # steps of the inner loop
    mean: np.ndarray | None = None  # mean of the task vector (M); None: zero
    cov: np.ndarray | None = None  # its covariance (M, M); None: identity
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    spread: np.ndarray | None = None  # strength of the noise in the teacher's weights that is fresh for each task (M); None: zero


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


def rhs(R, Q, w0, y_dR, y_dQ, y_dw0, T, parameters):
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    V = parameters.V
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = C[None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = C[None, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2 = np.full((S, S, *batch), 1.0)
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
            E = eta_J**2*noise**2*G0[:K, :K]*J2[:K, :K]/V
            E = E + eta_J**2/V * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            E = E + eta_J**2/V * np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True)
        # X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise
        X = -eta_J*G0[:K, K:]*J2[:K, K:]*spread[None]**2
        # dR/dalpha
        dR = -decay*eta_J*R + A[:, K:] - X
        # dQ/dalpha
        dQ = -2.0 * decay*eta_J*Q + A[:, :K] + np.einsum("lk...->kl...", A[:, :K])
        if np.any(np.isfinite(V)):
            dQ = dQ + E
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_I3 = np.zeros((K, S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_A = np.zeros((K, S, *along))
        y_X = np.zeros((K, M, *along))
        if np.any(np.isfinite(V)):
            y_I4 = np.zeros((K, K, S, S, *along))
            y_E = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
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
        y_X += -here
        y_decay += np.einsum("kn...->...", np.broadcast_to(-eta_J*here*R, (K, M, *along)))
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-decay*here*R, (K, M, *along)))
        here = y_X
        p_0 = -eta_J
        p_1 = G0[:K, K:]*J2[:K, K:]*spread[None]**2
        b_p_1 = here*p_0
        b_p_0 = here*p_1
        y_G0[:K, K:] += b_p_1*J2[:K, K:]*spread[None]**2
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-b_p_0, (K, M, *along)))
        if np.any(np.isfinite(V)) and kurtosis is not None:
            here = y_E
            whole = here * (np.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L0, L0, L0[:K, :], L0[:K, :], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_I4 += np.einsum("p...,ip...,jp...,kp...,lp...,kl...->klij...", kappa, L0, L0, L0[:K, :], L0[:K, :], here, optimize=True)
        if np.any(np.isfinite(V)):
            here = y_E
            whole = here * (np.einsum("ij...,kl...,klij...->kl...", G0, G0[:K, :K], I4) + np.einsum("ki...,lj...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + np.einsum("kj...,li...,klij...->kl...", G0[:K, :], G0[:K, :], I4) + -2.0 * np.einsum("i...,j...,k...,l...,klij...->kl...", mc0, mc0, mc0[:K], mc0[:K], I4, optimize=True))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole/V, (K, K, *along)))
            here = (eta_J**2/V) * here
            y_G0 += np.einsum("kl...,kl...,klij...->ij...", G0[:K, :K], here, I4)
            y_G0[:K, :K] += np.einsum("ij...,kl...,klij...->kl...", G0, here, I4)
            y_I4 += G0[None, None]*G0[:K, :K][:, :, None, None]*here[:, :, None, None]
            y_G0[:K, :] += np.einsum("lj...,kl...,klij...->ki...", G0[:K, :], here, I4)
            y_G0[:K, :] += np.einsum("ki...,kl...,klij...->lj...", G0[:K, :], here, I4)
            y_I4 += G0[:K, :][:, None, :, None]*G0[:K, :][None, :, None]*here[:, :, None, None]
            y_G0[:K, :] += np.einsum("li...,kl...,klij...->kj...", G0[:K, :], here, I4)
            y_G0[:K, :] += np.einsum("kj...,kl...,klij...->li...", G0[:K, :], here, I4)
            y_I4 += G0[:K, :][:, None, None]*G0[:K, :][None, :, :, None]*here[:, :, None, None]
            y_I4 += -2.0 * here[:, :, None, None]*mc0[None, None, :, None]*mc0[None, None, None]*mc0[:K][:, None, None, None]*mc0[:K][None, :, None, None]
            y_mc0 += -2.0 * np.einsum("j...,k...,l...,kl...,klij...->i...", mc0, mc0[:K], mc0[:K], here, I4, optimize=True)
            y_mc0 += -2.0 * np.einsum("i...,k...,l...,kl...,klij...->j...", mc0, mc0[:K], mc0[:K], here, I4, optimize=True)
            y_mc0[:K] += -2.0 * np.einsum("i...,j...,l...,kl...,klij...->k...", mc0, mc0, mc0[:K], here, I4, optimize=True)
            y_mc0[:K] += -2.0 * np.einsum("i...,j...,k...,kl...,klij...->l...", mc0, mc0, mc0[:K], here, I4, optimize=True)
            here = y_E
            p_0 = eta_J**2*noise**2
            p_1 = G0[:K, :K]*J2[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0[:K, :K] += b_p_1*J2[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0[:K, :K]*J2[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A
        whole = here * (np.einsum("kj...,kij...->ki...", G0[:K, :], I3))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0[:K, :] += np.einsum("ki...,kij...->kj...", here, I3)
        y_I3 += G0[:K, :][:, None]*here[:, :, None]
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
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
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
        # <g(z_i) g(z_j)> over the fields
        I2 = C
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
        # loss on fresh data before adaptation
        eps_g = 0.5 * np.einsum("ij...,ij...->...", G0, I2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
        here = y_eps_g
        here = 0.5 * here
        y_G0 += here*I2
        y_I2 += here*G0
        here = y_G0
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)


def eps_g_adapted(R, Q, w0, y_eps_g_adapted, T, parameters):
    """Backwards: slopes of the sum of eps_g_adapted, as of the same name without _adjoint, times y_eps_g_adapted, with respect to each element of (R, Q, w0) and to (eta_J, eta_w, eta_0, noise, decay, V, P), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    P = parameters.P
    inner_steps = parameters.inner_steps
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if np.any(np.isfinite(P)) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g_adapted)[0:])
    y_eps_g_adapted = np.broadcast_to(np.asarray(y_eps_g_adapted, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.zeros(M) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    spread = _with_batch(np.zeros(M) if parameters.spread is None else parameters.spread, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # overlaps of a task's teacher: T, and the noise on the diagonal
        Tt = _identity(M, batch)*spread[:, None]**2 + T
        # covariance of the fields: C = [[Q, R], [R^T, Tt]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = Tt
        # <g(z_i) g(z_j)> over the fields
        I2 = C
        if np.any(np.isfinite(P)):
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = C[:, :, None, None]*C[None, None] + C[:, None, :, None]*C[None, :, None] + C[:, None, None]*C[None, :, :, None]
        # head after the inner loop: its part without the task
        h = w0
        for _ in range(inner_steps):
            # h after one more step
            h_next = h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        # its response to the task: w_k = h_k + sum_m H_km u_m
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            # H after one more step
            H_next = eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            H = H_next
        # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        base = np.empty((S, *batch))
        base[:K] = h
        base[K:] = np.full((M, *batch), 0.0)
        # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        L = np.empty((S, M, *batch))
        L[:K, :] = H
        L[K:, :] = -_identity(M, batch)
        if np.any(np.isfinite(P)):
            # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
            base0 = np.empty((S, *batch))
            base0[:K] = w0
            base0[K:] = np.full((M, *batch), 0.0)
            # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
            L0 = np.empty((S, M, *batch))
            L0[:K, :] = np.full((K, M, *batch), 0.0)
            L0[K:, :] = -_identity(M, batch)
            # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            base1 = np.empty((S, *batch))
            base1[:K] = h - w0
            base1[K:] = np.full((M, *batch), 0.0)
            # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
            L1 = np.empty((S, M, *batch))
            L1[:K, :] = H
            L1[K:, :] = -_identity(M, batch)
        # <c_i> over the task
        mc = base
        mc = mc + np.einsum("m...,im...->i...", mean, L)
        # <c_i c_j> over the task
        G = mc[:, None]*mc[None]
        G = G + np.einsum("im...,jp...,mp...->ij...", L, L, cov)
        if np.any(np.isfinite(P)):
            # <c_i> over the task
            mc0 = base0
            mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
            # <c_i c_j> over the task
            G0 = mc0[:, None]*mc0[None]
            G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
            # <c_i> over the task
            mc1 = base1
            mc1 = mc1 + np.einsum("m...,im...->i...", mean, L1)
            # <c_i c_j> over the task
            G1 = mc1[:, None]*mc1[None]
            G1 = G1 + np.einsum("im...,jp...,mp...->ij...", L1, L1, cov)
            # share of 2 support samples in 1 given blocks
            p21 = P**(-1.0)
            # share of 2 support samples in 2 given blocks, minus 1
            p22 = -1/P
            # <d_k d_l> averaged over the task
            B2 = eta_w**2*noise**2*I2[:K, :K]
            B2 = B2 + eta_w**2 * np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
            # <c_i c_j> minus its value at P -> infinity
            P2 = np.empty((S, S, *batch))
            P2[:K, :K] = p21*B2 + p22*G1[:K, :K]
            P2[:K, K:] = np.full((K, M, *batch), 0.0)
            P2[K:, :K] = np.swapaxes(P2[:K, K:], 0, 1)
            P2[K:, K:] = np.full((M, M, *batch), 0.0)
        # loss on fresh data after adaptation
        eps_g_adapted = 0.5 * np.einsum("ij...,ij...->...", G, I2)
        if np.any(np.isfinite(P)):
            eps_g_adapted = eps_g_adapted + 0.5 * np.einsum("ij...,ij...->...", I2, P2)
        y_C = np.zeros((S, S, *along))
        y_I2 = np.zeros((S, S, *along))
        y_h = np.zeros((K, *along))
        y_h_next = np.zeros((K, *along))
        y_H = np.zeros((K, M, *along))
        y_H_next = np.zeros((K, M, *along))
        y_base = np.zeros((S, *along))
        y_L = np.zeros((S, M, *along))
        y_mc = np.zeros((S, *along))
        y_G = np.zeros((S, S, *along))
        if np.any(np.isfinite(P)):
            y_I_g0g0g0g0 = np.zeros((S, S, S, S, *along))
            y_base0 = np.zeros((S, *along))
            y_base1 = np.zeros((S, *along))
            y_L1 = np.zeros((S, M, *along))
            y_mc0 = np.zeros((S, *along))
            y_G0 = np.zeros((S, S, *along))
            y_mc1 = np.zeros((S, *along))
            y_G1 = np.zeros((S, S, *along))
            y_p21 = np.zeros(along)
            y_p22 = np.zeros(along)
            y_B2 = np.zeros((K, K, *along))
            y_P2 = np.zeros((S, S, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_decay = np.zeros(along)
        y_V = np.zeros(along)
        y_P = np.zeros(along)
        if np.any(np.isfinite(P)):
            here = y_eps_g_adapted
            here = 0.5 * here
            y_I2 += here*P2
            y_P2 += here*I2
        here = y_eps_g_adapted
        here = 0.5 * here
        y_G += here*I2
        y_I2 += here*G
        if np.any(np.isfinite(P)):
            y_P2[:K, K:] += np.einsum("nk...->kn...", y_P2[K:, :K])
            here = y_P2[:K, :K]
            y_B2 += here*p21
            y_G1[:K, :K] += here*p22
            y_p21 += np.einsum("kl...->...", np.broadcast_to(here*B2, (K, K, *along)))
            y_p22 += np.einsum("kl...->...", np.broadcast_to(here*G1[:K, :K], (K, K, *along)))
            here = y_B2
            whole = here * (np.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :]))
            y_eta_w += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w*whole, (K, K, *along)))
            here = eta_w**2 * here
            y_G0 += np.einsum("kl...,klij...->ij...", here, I_g0g0g0g0[:K, :K, :, :])
            y_I_g0g0g0g0[:K, :K, :, :] += G0[None, None]*here[:, :, None, None]
            here = y_B2
            y_I2[:K, :K] += eta_w**2*here*noise**2
            y_eta_w += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w*here*noise**2*I2[:K, :K], (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_w**2*here*noise*I2[:K, :K], (K, K, *along)))
            here = y_p22
            y_P += here/P**2
            here = y_p21
            y_P += -here/P**2
            here = y_G1
            y_L1 += np.einsum("jp...,mp...,ij...->im...", L1, cov, here)
            y_L1 += np.einsum("im...,mp...,ij...->jp...", L1, cov, here)
            here = y_G1
            y_mc1 += np.einsum("ij...->i...", np.broadcast_to(here*mc1[None], (S, S, *along)))
            y_mc1 += np.einsum("ij...->j...", np.broadcast_to(here*mc1[:, None], (S, S, *along)))
            here = y_mc1
            y_L1 += here[:, None]*mean[None]
            here = y_mc1
            y_base1 += here
            here = y_G0
            y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
            y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
            here = y_mc0
            y_base0 += here
        here = y_G
        y_L += np.einsum("jp...,mp...,ij...->im...", L, cov, here)
        y_L += np.einsum("im...,mp...,ij...->jp...", L, cov, here)
        here = y_G
        y_mc += np.einsum("ij...->i...", np.broadcast_to(here*mc[None], (S, S, *along)))
        y_mc += np.einsum("ij...->j...", np.broadcast_to(here*mc[:, None], (S, S, *along)))
        here = y_mc
        y_L += here[:, None]*mean[None]
        here = y_mc
        y_base += here
        if np.any(np.isfinite(P)):
            here = y_L1[:K, :]
            y_H += here
            here = y_base1[:K]
            y_h += here
            y_w0 += -here
            here = y_base0[:K]
            y_w0 += here
        here = y_L[:K, :]
        y_H += here
        here = y_base[:K]
        y_h += here
        for step in reversed(range(inner_steps)):
            H = np.full((K, M, *batch), 0.0)
            for _ in range(step):
                H_next = eta_w*I2[:K, K:] + H
                H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
                H = H_next
            here = y_H.copy()
            y_H[...] = 0.0
            y_H_next += here
            here = y_H_next
            whole = here * (np.einsum("lm...,kl...->km...", H, I2[:K, :K]))
            y_eta_w += np.einsum("km...->...", np.broadcast_to(-whole, (K, M, *along)))
            here = (-eta_w) * here
            y_H += np.einsum("kl...,km...->lm...", I2[:K, :K], here)
            y_I2[:K, :K] += np.einsum("lm...,km...->kl...", H, here)
            here = y_H_next.copy()
            y_H_next[...] = 0.0
            y_H += here
            y_I2[:K, K:] += eta_w*here
            y_eta_w += np.einsum("km...->...", np.broadcast_to(here*I2[:K, K:], (K, M, *along)))
        H = np.full((K, M, *batch), 0.0)
        for _ in range(inner_steps):
            H_next = eta_w*I2[:K, K:] + H
            H_next = H_next + -eta_w * np.einsum("lm...,kl...->km...", H, I2[:K, :K])
            H = H_next
        here = y_H.copy()
        y_H[...] = 0.0
        for step in reversed(range(inner_steps)):
            h = w0
            for _ in range(step):
                h_next = h
                h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
                h = h_next
            here = y_h.copy()
            y_h[...] = 0.0
            y_h_next += here
            here = y_h_next
            whole = here * (np.einsum("l...,kl...->k...", h, I2[:K, :K]))
            y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
            here = (-eta_w) * here
            y_I2[:K, :K] += h[None]*here[:, None]
            y_h += np.einsum("k...,kl...->l...", here, I2[:K, :K])
            here = y_h_next.copy()
            y_h_next[...] = 0.0
            y_h += here
        h = w0
        for _ in range(inner_steps):
            h_next = h
            h_next = h_next + -eta_w * np.einsum("l...,kl...->k...", h, I2[:K, :K])
            h = h_next
        here = y_h.copy()
        y_h[...] = 0.0
        y_w0 += here
        if np.any(np.isfinite(P)):
            here = y_I_g0g0g0g0
            y_C += np.einsum("ijrs...->ij...", np.broadcast_to(here*C[None, None], (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->ir...", np.broadcast_to(here*C[None, :, None], (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->is...", np.broadcast_to(here*C[None, :, :, None], (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->jr...", np.broadcast_to(here*C[:, None, None], (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->js...", np.broadcast_to(here*C[:, None, :, None], (S, S, S, S, *along)))
            y_C += np.einsum("ijrs...->rs...", np.broadcast_to(here*C[:, :, None, None], (S, S, S, S, *along)))
        here = y_I2
        y_C += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_w, y_eta_0, y_noise, y_decay, y_V, y_P,)
