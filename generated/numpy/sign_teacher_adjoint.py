"""SGD on the labels of a teacher of threshold units

Emitted by orderode 0.1.0 from the system sign_teacher_adjoint, digest d8b653d63e748bff. Do not edit: change the model or the
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

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "d8b653d63e748bff"
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
    noise = parameters.noise
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
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C = np.empty((S, S, *batch))
        C[:K, :K] = Q
        C[:K, K:] = R
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = T
        # 1/sqrt(C[k, k] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]) + 1)
        # covariance of the fields with the Gaussian weight of k absorbed
        C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None]**2
        # C[k, k] + 1
        r1 = np.einsum("kk...->k...", C[:K, :K]) + 1
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2[:K, :K] = 0.63661977236758138 * np.arctan2(C[:K, :K], _root(r1[:, None]*r1[None], C[:K, :K]**2))
        I2[:K, K:] = 0.63661977236758138 * np.arctan2(C[:K, K:], _root(np.einsum("nn...->n...", C[K:, K:])[None]*r1[:, None], C[:K, K:]**2))
        I2[K:, :K] = np.swapaxes(I2[:K, K:], 0, 1)
        I2[K:, K:] = 0.63661977236758138 * np.arctan2(C[K:, K:], _root(np.einsum("mm...->m...", C[K:, K:])[None]*np.einsum("nn...->n...", C[K:, K:])[:, None], C[K:, K:]**2))
        twice = np.full((M, *batch), 1.0)
        for n in range(M):
            I2[K + n, K + n] = twice[n]
        # 1/sqrt(C1[k, l, l] + 1)
        r2 = 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)
        # 1/sqrt(C1[k, n, n])
        r3 = 1.0 / np.sqrt(np.einsum("knn...->kn...", C1[:, K:, K:]))
        # <g'(z_k) z_i g(z_j)> over the fields
        I3 = np.empty((K, S, S, *batch))
        I3[:, :K, :K] = 0.63661977236758138 * C1[:, :K, :K]*r0[:, None, None]*r2[:, None]
        I3[:, :K, K:] = 0.63661977236758138 * C1[:, :K, K:]*r0[:, None, None]*r3[:, None]
        I3[:, K:, :K] = 0.63661977236758138 * C1[:, K:, :K]*r0[:, None, None]*r2[:, None]
        I3[:, K:, K:] = 0.63661977236758138 * C1[:, K:, K:]*r0[:, None, None]*r3[:, None]
        if np.any(np.isfinite(V)):
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4 = np.empty((K, K, S, S, *batch))
            I4[:, :, :K, :K] = 0.4052847345693511 * np.arctan2(C1[:, :K, :K][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2, _root((np.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1)*(np.einsum("kbb...->kb...", C1[:, :K, :K])[:, None, None] - C1[:, :K, :K][:, :, None]**2*r2[:, :, None, None]**2 + 1), (C1[:, :K, :K][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2)**2))*r0[:, None, None, None]*r2[:, :, None, None]
            I4[:, :, :K, K:] = 0.4052847345693511 * np.arctan2(C1[:, :K, K:][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2, _root((-C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + np.einsum("knn...->kn...", C1[:, K:, K:])[:, None, None])*(np.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1), (C1[:, :K, K:][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2)**2))*r0[:, None, None, None]*r2[:, :, None, None]
            I4[:, :, K:, :K] = np.swapaxes(I4[:, :, :K, K:], 2, 3)
            I4[:, :, K:, K:] = 0.4052847345693511 * np.arctan2(-C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 + C1[:, K:, K:][:, None], _root((-C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + np.einsum("kmm...->km...", C1[:, K:, K:])[:, None, None])*(-C1[:, :K, K:][:, :, :, None]**2*r2[:, :, None, None]**2 + np.einsum("knn...->kn...", C1[:, K:, K:])[:, None, :, None]), (-C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 + C1[:, K:, K:][:, None])**2))*r0[:, None, None, None]*r2[:, :, None, None]
            twice = 0.63661977236758138 * r0[:, None, None]*r2[:, :, None]
            for n in range(M):
                I4[:, :, K + n, K + n] = twice[:, :, 0]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:, None]
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
        y_C = np.zeros((S, S, *along))
        y_r0 = np.zeros((K, *along))
        y_C1 = np.zeros((K, S, S, *along))
        y_r1 = np.zeros((K, *along))
        y_I2 = np.zeros((S, S, *along))
        y_r2 = np.zeros((K, K, *along))
        y_r3 = np.zeros((K, M, *along))
        y_I3 = np.zeros((K, S, S, *along))
        y_base0 = np.zeros((S, *along))
        y_mc0 = np.zeros((S, *along))
        y_G0 = np.zeros((S, S, *along))
        y_A = np.zeros((K, S, *along))
        if np.any(np.isfinite(V)):
            y_I4 = np.zeros((K, K, S, S, *along))
            y_J2 = np.zeros((K, K, *along))
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
            p_1 = G0[:K, :K]*J2/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0[:K, :K] += b_p_1*J2/V
            y_J2 += b_p_1*G0[:K, :K]/V
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
        y_mc0 += np.einsum("ij...->i...", np.broadcast_to(here*mc0[None], (S, S, *along)))
        y_mc0 += np.einsum("ij...->j...", np.broadcast_to(here*mc0[:, None], (S, S, *along)))
        here = y_mc0
        y_base0 += here
        here = y_base0[:K]
        y_w0 += here
        if np.any(np.isfinite(V)):
            here = y_J2
            p_0 = np.einsum("kll...->kl...", C1[:, :K, :K]) + 1
            p_1 = 1.0 / np.sqrt(p_0)
            b_p_1 = 0.63661977236758138 * here*r0[:, None]
            b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
            y_r0 += np.einsum("kl...->k...", np.broadcast_to(0.63661977236758138 * here*p_1, (K, K, *along)))
            np.einsum("kll...->kl...", y_C1[:, :K, :K])[...] += b_p_0
            y_twice = np.zeros((K, K, M, *along))
            for n in reversed(range(M)):
                y_twice[:, :, n] += y_I4[:, :, K + n, K + n]
                y_I4[:, :, K + n, K + n] = 0.0
            here = y_twice
            y_r0 += np.einsum("kln...->k...", np.broadcast_to(0.63661977236758138 * here*r2[:, :, None], (K, K, M, *along)))
            y_r2 += np.einsum("kln...->kl...", np.broadcast_to(0.63661977236758138 * here*r0[:, None, None], (K, K, M, *along)))
            here = y_I4[:, :, K:, K:].copy()
            y_I4[:, :, K:, K:] = 0.0
            p_0 = -C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 + C1[:, K:, K:][:, None]
            p_1 = -C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + np.einsum("kmm...->km...", C1[:, K:, K:])[:, None, None]
            p_2 = -C1[:, :K, K:][:, :, :, None]**2*r2[:, :, None, None]**2 + np.einsum("knn...->kn...", C1[:, K:, K:])[:, None, :, None]
            p_3 = p_1*p_2
            p_4 = p_0**2
            p_5 = _root(p_3, p_4)
            p_6 = np.arctan2(p_0, p_5)
            b_p_7 = 0.4052847345693511 * here
            b_p_6 = b_p_7*r0[:, None, None, None]*r2[:, :, None, None]
            b_p_5 = -b_p_6*p_0*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            b_p_4 = -b_p_5*_half(_root(p_3, p_4))
            b_p_3 = b_p_5*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            b_p_0 = 2.0 * b_p_4*p_0 + b_p_6*p_5*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            y_r0 += np.einsum("klnm...->k...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_7*p_6*r2[:, :, None, None]), (K, K, M, M, *along)))
            y_r2 += np.einsum("klnm...->kl...", np.broadcast_to(np.where(here == 0.0, 0.0, -2.0 * b_p_0*C1[:, :K, K:][:, :, None]*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None] - 2.0 * b_p_1*C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None] - 2.0 * b_p_2*C1[:, :K, K:][:, :, :, None]**2*r2[:, :, None, None] + b_p_7*p_6*r0[:, None, None, None]), (K, K, M, M, *along)))
            y_C1[:, :K, K:] += np.einsum("klnm...->kln...", np.broadcast_to(np.where(here == 0.0, 0.0, -b_p_0*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_2*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2), (K, K, M, M, *along)))
            np.einsum("knn...->kn...", y_C1[:, K:, K:])[...] += np.einsum("klnm...->kn...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_2), (K, K, M, M, *along)))
            y_C1[:, :K, K:] += np.einsum("klnm...->klm...", np.broadcast_to(np.where(here == 0.0, 0.0, -b_p_0*C1[:, :K, K:][:, :, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_1*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2), (K, K, M, M, *along)))
            np.einsum("kmm...->km...", y_C1[:, K:, K:])[...] += np.einsum("klnm...->km...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_1), (K, K, M, M, *along)))
            y_C1[:, K:, K:] += np.einsum("klnm...->knm...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0), (K, K, M, M, *along)))
            y_I4[:, :, :K, K:] += np.einsum("klna...->klan...", y_I4[:, :, K:, :K])
            y_I4[:, :, K:, :K] = 0.0
            here = y_I4[:, :, :K, K:].copy()
            y_I4[:, :, :K, K:] = 0.0
            p_0 = C1[:, :K, K:][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2
            p_1 = -C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None]**2 + np.einsum("knn...->kn...", C1[:, K:, K:])[:, None, None]
            p_2 = np.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1
            p_3 = p_1*p_2
            p_4 = p_0**2
            p_5 = _root(p_3, p_4)
            p_6 = np.arctan2(p_0, p_5)
            b_p_7 = 0.4052847345693511 * here
            b_p_6 = b_p_7*r0[:, None, None, None]*r2[:, :, None, None]
            b_p_5 = -b_p_6*p_0*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            b_p_4 = -b_p_5*_half(_root(p_3, p_4))
            b_p_3 = b_p_5*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            b_p_0 = 2.0 * b_p_4*p_0 + b_p_6*p_5*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            y_r0 += np.einsum("klan...->k...", np.broadcast_to(b_p_7*p_6*r2[:, :, None, None], (K, K, K, M, *along)))
            y_r2 += np.einsum("klan...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:, :K, :K][:, :, :, None]*C1[:, :K, K:][:, :, None]*r2[:, :, None, None] - 2.0 * b_p_1*C1[:, :K, K:][:, :, None]**2*r2[:, :, None, None] - 2.0 * b_p_2*C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None] + b_p_7*p_6*r0[:, None, None, None], (K, K, K, M, *along)))
            np.einsum("kaa...->ka...", y_C1[:, :K, :K])[...] += np.einsum("klan...->ka...", np.broadcast_to(b_p_2, (K, K, K, M, *along)))
            y_C1[:, :K, :K] += np.einsum("klan...->kla...", np.broadcast_to(-b_p_0*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_2*C1[:, :K, :K][:, :, :, None]*r2[:, :, None, None]**2, (K, K, K, M, *along)))
            y_C1[:, :K, K:] += np.einsum("klan...->kln...", np.broadcast_to(-b_p_0*C1[:, :K, :K][:, :, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_1*C1[:, :K, K:][:, :, None]*r2[:, :, None, None]**2, (K, K, K, M, *along)))
            np.einsum("knn...->kn...", y_C1[:, K:, K:])[...] += np.einsum("klan...->kn...", np.broadcast_to(b_p_1, (K, K, K, M, *along)))
            y_C1[:, :K, K:] += np.einsum("klan...->kan...", np.broadcast_to(b_p_0, (K, K, K, M, *along)))
            here = y_I4[:, :, :K, :K].copy()
            y_I4[:, :, :K, :K] = 0.0
            p_0 = C1[:, :K, :K][:, None] - C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2
            p_1 = np.einsum("kaa...->ka...", C1[:, :K, :K])[:, None, :, None] - C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None]**2 + 1
            p_2 = np.einsum("kbb...->kb...", C1[:, :K, :K])[:, None, None] - C1[:, :K, :K][:, :, None]**2*r2[:, :, None, None]**2 + 1
            p_3 = p_1*p_2
            p_4 = p_0**2
            p_5 = _root(p_3, p_4)
            p_6 = np.arctan2(p_0, p_5)
            b_p_7 = 0.4052847345693511 * here
            b_p_6 = b_p_7*r0[:, None, None, None]*r2[:, :, None, None]
            b_p_5 = -b_p_6*p_0*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            b_p_4 = -b_p_5*_half(_root(p_3, p_4))
            b_p_3 = b_p_5*_half(_root(p_3, p_4))
            b_p_2 = b_p_3*p_1
            b_p_1 = b_p_3*p_2
            b_p_0 = 2.0 * b_p_4*p_0 + b_p_6*p_5*1.0 / np.sqrt(p_0**2 + p_5**2)**2
            y_r0 += np.einsum("klab...->k...", np.broadcast_to(b_p_7*p_6*r2[:, :, None, None], (K, K, K, K, *along)))
            y_r2 += np.einsum("klab...->kl...", np.broadcast_to(-2.0 * b_p_0*C1[:, :K, :K][:, :, :, None]*C1[:, :K, :K][:, :, None]*r2[:, :, None, None] - 2.0 * b_p_1*C1[:, :K, :K][:, :, :, None]**2*r2[:, :, None, None] - 2.0 * b_p_2*C1[:, :K, :K][:, :, None]**2*r2[:, :, None, None] + b_p_7*p_6*r0[:, None, None, None], (K, K, K, K, *along)))
            np.einsum("kbb...->kb...", y_C1[:, :K, :K])[...] += np.einsum("klab...->kb...", np.broadcast_to(b_p_2, (K, K, K, K, *along)))
            y_C1[:, :K, :K] += np.einsum("klab...->klb...", np.broadcast_to(-b_p_0*C1[:, :K, :K][:, :, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_2*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2, (K, K, K, K, *along)))
            np.einsum("kaa...->ka...", y_C1[:, :K, :K])[...] += np.einsum("klab...->ka...", np.broadcast_to(b_p_1, (K, K, K, K, *along)))
            y_C1[:, :K, :K] += np.einsum("klab...->kla...", np.broadcast_to(-b_p_0*C1[:, :K, :K][:, :, None]*r2[:, :, None, None]**2 - 2.0 * b_p_1*C1[:, :K, :K][:, :, :, None]*r2[:, :, None, None]**2, (K, K, K, K, *along)))
            y_C1[:, :K, :K] += np.einsum("klab...->kab...", np.broadcast_to(b_p_0, (K, K, K, K, *along)))
        here = y_I3[:, K:, K:]
        b_p_0 = 0.63661977236758138 * here
        y_C1[:, K:, K:] += b_p_0*r0[:, None, None]*r3[:, None]
        y_r0 += np.einsum("knm...->k...", np.broadcast_to(b_p_0*C1[:, K:, K:]*r3[:, None], (K, M, M, *along)))
        y_r3 += np.einsum("knm...->km...", np.broadcast_to(b_p_0*C1[:, K:, K:]*r0[:, None, None], (K, M, M, *along)))
        here = y_I3[:, K:, :K]
        b_p_0 = 0.63661977236758138 * here
        y_C1[:, K:, :K] += b_p_0*r0[:, None, None]*r2[:, None]
        y_r0 += np.einsum("knl...->k...", np.broadcast_to(b_p_0*C1[:, K:, :K]*r2[:, None], (K, M, K, *along)))
        y_r2 += np.einsum("knl...->kl...", np.broadcast_to(b_p_0*C1[:, K:, :K]*r0[:, None, None], (K, M, K, *along)))
        here = y_I3[:, :K, K:]
        b_p_0 = 0.63661977236758138 * here
        y_C1[:, :K, K:] += b_p_0*r0[:, None, None]*r3[:, None]
        y_r0 += np.einsum("kln...->k...", np.broadcast_to(b_p_0*C1[:, :K, K:]*r3[:, None], (K, K, M, *along)))
        y_r3 += np.einsum("kln...->kn...", np.broadcast_to(b_p_0*C1[:, :K, K:]*r0[:, None, None], (K, K, M, *along)))
        here = y_I3[:, :K, :K]
        b_p_0 = 0.63661977236758138 * here
        y_C1[:, :K, :K] += b_p_0*r0[:, None, None]*r2[:, None]
        y_r0 += np.einsum("kla...->k...", np.broadcast_to(b_p_0*C1[:, :K, :K]*r2[:, None], (K, K, K, *along)))
        y_r2 += np.einsum("kla...->ka...", np.broadcast_to(b_p_0*C1[:, :K, :K]*r0[:, None, None], (K, K, K, *along)))
        here = y_r3
        np.einsum("knn...->kn...", y_C1[:, K:, K:])[...] += -0.5 * here*1.0 / np.sqrt(np.einsum("knn...->kn...", C1[:, K:, K:]))**3
        here = y_r2
        p_0 = np.einsum("kll...->kl...", C1[:, :K, :K]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kll...->kl...", y_C1[:, :K, :K])[...] += b_p_0
        here = y_I2[K:, K:].copy()
        y_I2[K:, K:] = 0.0
        p_0 = np.einsum("mm...->m...", C[K:, K:])[None]*np.einsum("nn...->n...", C[K:, K:])[:, None]
        p_1 = C[K:, K:]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[K:, K:]**2)**2*C[K:, K:]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[K:, K:] += np.where(here == 0.0, 0.0, 2.0 * b_p_1*C[K:, K:] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[K:, K:]**2)**2)
        np.einsum("mm...->m...", y_C[K:, K:])[...] += np.einsum("nm...->m...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("nn...->n...", C[K:, K:])[:, None]), (M, M, *along)))
        np.einsum("nn...->n...", y_C[K:, K:])[...] += np.einsum("nm...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("mm...->m...", C[K:, K:])[None]), (M, M, *along)))
        y_I2[:K, K:] += np.einsum("nk...->kn...", y_I2[K:, :K])
        y_I2[K:, :K] = 0.0
        here = y_I2[:K, K:].copy()
        y_I2[:K, K:] = 0.0
        p_0 = np.einsum("nn...->n...", C[K:, K:])[None]*r1[:, None]
        p_1 = C[:K, K:]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[:K, K:]**2)**2*C[:K, K:]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[:K, K:] += 2.0 * b_p_1*C[:K, K:] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[:K, K:]**2)**2
        np.einsum("nn...->n...", y_C[K:, K:])[...] += np.einsum("kn...->n...", np.broadcast_to(b_p_0*r1[:, None], (K, M, *along)))
        y_r1 += np.einsum("kn...->k...", np.broadcast_to(b_p_0*np.einsum("nn...->n...", C[K:, K:])[None], (K, M, *along)))
        here = y_I2[:K, :K].copy()
        y_I2[:K, :K] = 0.0
        p_0 = r1[:, None]*r1[None]
        p_1 = C[:K, :K]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2*C[:K, :K]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[:K, :K] += 2.0 * b_p_1*C[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2
        y_r1 += np.einsum("kl...->k...", np.broadcast_to(b_p_0*r1[None], (K, K, *along)))
        y_r1 += np.einsum("kl...->l...", np.broadcast_to(b_p_0*r1[:, None], (K, K, *along)))
        here = y_r1
        np.einsum("kk...->k...", y_C[:K, :K])[...] += here
        here = y_C1
        y_C += np.einsum("kij...->ij...", np.broadcast_to(here, (K, S, S, *along)))
        y_C[:K, :] += np.einsum("kij...->ki...", np.broadcast_to(-here*C[:K, :][:, None]*r0[:, None, None]**2, (K, S, S, *along)))
        y_C[:K, :] += np.einsum("kij...->kj...", np.broadcast_to(-here*C[:K, :][:, :, None]*r0[:, None, None]**2, (K, S, S, *along)))
        y_r0 += np.einsum("kij...->k...", np.broadcast_to(-2.0 * here*C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:, None, None], (K, S, S, *along)))
        here = y_r0
        p_0 = np.einsum("kk...->k...", C[:K, :K]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kk...->k...", y_C[:K, :K])[...] += b_p_0
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
        # C[k, k] + 1
        r0 = np.einsum("kk...->k...", C[:K, :K]) + 1
        # <g(z_i) g(z_j)> over the fields
        I2 = np.empty((S, S, *batch))
        I2[:K, :K] = 0.63661977236758138 * np.arctan2(C[:K, :K], _root(r0[:, None]*r0[None], C[:K, :K]**2))
        I2[:K, K:] = 0.63661977236758138 * np.arctan2(C[:K, K:], _root(np.einsum("nn...->n...", C[K:, K:])[None]*r0[:, None], C[:K, K:]**2))
        I2[K:, :K] = np.swapaxes(I2[:K, K:], 0, 1)
        I2[K:, K:] = 0.63661977236758138 * np.arctan2(C[K:, K:], _root(np.einsum("mm...->m...", C[K:, K:])[None]*np.einsum("nn...->n...", C[K:, K:])[:, None], C[K:, K:]**2))
        twice = np.full((M, *batch), 1.0)
        for n in range(M):
            I2[K + n, K + n] = twice[n]
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
        y_C = np.zeros((S, S, *along))
        y_r0 = np.zeros((K, *along))
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
        here = y_I2[K:, K:].copy()
        y_I2[K:, K:] = 0.0
        p_0 = np.einsum("mm...->m...", C[K:, K:])[None]*np.einsum("nn...->n...", C[K:, K:])[:, None]
        p_1 = C[K:, K:]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[K:, K:]**2)**2*C[K:, K:]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[K:, K:] += np.where(here == 0.0, 0.0, 2.0 * b_p_1*C[K:, K:] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[K:, K:]**2)**2)
        np.einsum("mm...->m...", y_C[K:, K:])[...] += np.einsum("nm...->m...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("nn...->n...", C[K:, K:])[:, None]), (M, M, *along)))
        np.einsum("nn...->n...", y_C[K:, K:])[...] += np.einsum("nm...->n...", np.broadcast_to(np.where(here == 0.0, 0.0, b_p_0*np.einsum("mm...->m...", C[K:, K:])[None]), (M, M, *along)))
        y_I2[:K, K:] += np.einsum("nk...->kn...", y_I2[K:, :K])
        y_I2[K:, :K] = 0.0
        here = y_I2[:K, K:].copy()
        y_I2[:K, K:] = 0.0
        p_0 = np.einsum("nn...->n...", C[K:, K:])[None]*r0[:, None]
        p_1 = C[:K, K:]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[:K, K:]**2)**2*C[:K, K:]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[:K, K:] += 2.0 * b_p_1*C[:K, K:] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[:K, K:]**2)**2
        np.einsum("nn...->n...", y_C[K:, K:])[...] += np.einsum("kn...->n...", np.broadcast_to(b_p_0*r0[:, None], (K, M, *along)))
        y_r0 += np.einsum("kn...->k...", np.broadcast_to(b_p_0*np.einsum("nn...->n...", C[K:, K:])[None], (K, M, *along)))
        here = y_I2[:K, :K].copy()
        y_I2[:K, :K] = 0.0
        p_0 = r0[:, None]*r0[None]
        p_1 = C[:K, :K]**2
        p_2 = _root(p_0, p_1)
        b_p_3 = 0.63661977236758138 * here
        b_p_2 = -b_p_3*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2*C[:K, :K]
        b_p_1 = -b_p_2*_half(_root(p_0, p_1))
        b_p_0 = b_p_2*_half(_root(p_0, p_1))
        y_C[:K, :K] += 2.0 * b_p_1*C[:K, :K] + b_p_3*p_2*1.0 / np.sqrt(p_2**2 + C[:K, :K]**2)**2
        y_r0 += np.einsum("kl...->k...", np.broadcast_to(b_p_0*r0[None], (K, K, *along)))
        y_r0 += np.einsum("kl...->l...", np.broadcast_to(b_p_0*r0[:, None], (K, K, *along)))
        here = y_r0
        np.einsum("kk...->k...", y_C[:K, :K])[...] += here
        y_C[:K, K:] += np.einsum("nk...->kn...", y_C[K:, :K])
        here = y_C[:K, K:]
        y_R += here
        here = y_C[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_eta_0, y_noise, y_decay, y_V,)
