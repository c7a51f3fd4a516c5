"""MAML of first order: both layers adapt in a giant step

Emitted by orderode 0.1.0 from the system giant_maml_adjoint, digest a3377f3291bec17e. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Finn, Abbeel, Levine, arXiv 1703.03400

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    tasks         one of a set in each step: first with u = u_first, with probability what is left; second with u = u_second, with probability p_second
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps
    giant step ahead J'_k = J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, w'_k = w_k - eta_w (1/n) sum dl/dw_k, over n = ratio N fresh samples x of the task; the outer step is on these

Limits and closures
    N -> inf (exact): K, M, V, ratio = n/N stay fixed; overlaps are self-averaging, within a step too
    covariance of one step (approximation): left out: no part of it is known where weights move by order one within a step
    first order (approximation): the change of the adapted weights is held fixed in the outer derivative

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "a3377f3291bec17e"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    eta_J: float  # rate of the first layer
    gamma: float  # rate of the giant step
    eta_w: float = 0.0  # rate of the head in the giant step
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    p_second: float = 0.5  # probability of the second task
    V: float = np.inf  # samples in the query set; np.inf for the limit
    ratio: float = np.inf  # samples in the support set over the dimension of inputs; np.inf for the limit
    u_first: np.ndarray | None = None  # teacher's head of the first task (M); None: all 1
    u_second: np.ndarray | None = None  # teacher's head of the second task (M); None: all 1


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
    """Backwards: slopes of the sum of dR, dQ, dw0, as of the same name without _adjoint, times y_dR, y_dQ, y_dw0, with respect to each element of (R, Q, w0) and to (eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    eta_J = parameters.eta_J
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    p_second = parameters.p_second
    V = parameters.V
    ratio = parameters.ratio
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_dR)[2:])
    y_dR = np.broadcast_to(np.asarray(y_dR, dtype=float), (K, M, *along)).copy()
    y_dQ = np.broadcast_to(np.asarray(y_dQ, dtype=float), (K, K, *along)).copy()
    y_dw0 = np.broadcast_to(np.asarray(y_dw0, dtype=float), (K, *along)).copy()
    T = _with_batch(T, 2, batch)
    u_first = _with_batch(np.full(M, 1.0) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.full(M, 1.0) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_ahead = np.empty((S, S, *batch))
        C_ahead[:K, :K] = Q
        C_ahead[:K, K:] = R
        C_ahead[K:, :K] = np.swapaxes(C_ahead[:K, K:], 0, 1)
        C_ahead[K:, K:] = T
        # 1/sqrt(C_ahead[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_ahead) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1_ahead = -C_ahead[:, :, None]*C_ahead[:, None]*r0[:, None, None]**2 + C_ahead[None]
        # <g(z_i) g(z_j)> over the fields
        I2_ahead = 0.63661977236758138 * np.arcsin(C_ahead*r0[:, None]*r0[None])
        # 1/sqrt(C1_ahead[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_ahead = 0.63661977236758138 * C1_ahead[:K, :, :]*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(ratio)):
            # 1/sqrt(C1_ahead[k, i, i] - C1_ahead[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :])[:, None] - C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_ahead = 0.4052847345693511 * np.arcsin((C1_ahead[:K, :, :][:, None] - C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_ahead = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1_ahead[:K, :K, :])*r0[:K][:, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2_ahead = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1_ahead) + 1)*r0[:, None]
        # c = (head, -u) in the task first
        c0_first_ahead = np.empty((S, *batch))
        c0_first_ahead[:K] = w0
        c0_first_ahead[K:] = -u_first
        # <c_i> over the task
        mc0_first_ahead = c0_first_ahead
        # <c_i c_j> over the task
        G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first_ahead = np.empty((K, S, *batch))
        W_first_ahead[:, :K] = -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]
        W_first_ahead[:, :K] = W_first_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_first_ahead[:, K:] = -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_first_ahead = np.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
        # change of R in a step
        dR_first_ahead = A_first_ahead[:, K:]
        # change of Q in a step
        dQ_first_ahead = A_first_ahead[:, :K] + np.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
        if np.any(np.isfinite(ratio)):
            dQ_first_ahead = dQ_first_ahead + E_first_ahead
        # change of w0 in a step
        dw0_first_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_first = R + dR_first_ahead
        # overlaps of the learner after the giant step
        Q_first = Q + dQ_first_ahead
        # head start after the giant step
        w0_first = dw0_first_ahead + w0
        # overlaps of the learner after the giant step with itself before it
        X_first = A_first_ahead[:, :K] + Q
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_first = np.empty((S, S, *batch))
        C_first[:K, :K] = Q_first
        C_first[:K, K:] = R_first
        C_first[K:, :K] = np.swapaxes(C_first[:K, K:], 0, 1)
        C_first[K:, K:] = T
        # 1/sqrt(C_first[i, i] + 1)
        r3 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_first) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1_first = -C_first[:, :, None]*C_first[:, None]*r3[:, None, None]**2 + C_first[None]
        # <g(z_i) g(z_j)> over the fields
        I2_first = 0.63661977236758138 * np.arcsin(C_first*r3[:, None]*r3[None])
        # 1/sqrt(C1_first[k, i, i] + 1)
        r4 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_first[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_first = 0.63661977236758138 * C1_first[:K, :, :]*r3[:K][:, None, None]*r4[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1_first[k, i, i] - C1_first[k, l, i]**2*r4[k, l]**2 + 1)
            r5 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_first[:K, :, :])[:, None] - C1_first[:K, :K, :]**2*r4[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_first = 0.4052847345693511 * np.arcsin((C1_first[:K, :, :][:, None] - C1_first[:K, :K, :][:, :, :, None]*C1_first[:K, :K, :][:, :, None]*r4[:, :K][:, :, None, None]**2)*r5[:, :, :, None]*r5[:, :, None])*r3[:K][:, None, None, None]*r4[:, :K][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_first = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_first[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1_first[:K, :K, :])*r3[:K][:, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2_first = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1_first) + 1)*r3[:, None]
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0_first
        c0_first[K:] = -u_first
        # <c_i> over the task
        mc0_first = c0_first
        # <c_i c_j> over the task
        G0_first = c0_first[:, None]*c0_first[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first = -eta_J * np.einsum("kj...,kij...->ki...", G0_first[:K, :], I3_first)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first = eta_J**2*noise**2*G0_first[:K, :K]*J2_first[:K, :K]/V
            E_first = E_first + eta_J**2*c0_first[:K][:, None]*c0_first[:K][None]/V * np.einsum("i...,j...,klij...->kl...", c0_first, c0_first, I4_first)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first = np.empty((K, S, *batch))
        W_first[:, :K] = -eta_J*G0_first[:K, :K]*J2_first[:K, :K]
        W_first[:, :K] = W_first[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first[:K, :], I_g2g0_first)[:, None]
        W_first[:, K:] = -eta_J*G0_first[:K, K:]*J2_first[:K, K:]
        # dw0/dalpha
        dw0_first = -eta_0 * np.einsum("i...,ki...->k...", mc0_first, I2_first[:K, :])
        # c = (head, -u) in the task second
        c0_second_ahead = np.empty((S, *batch))
        c0_second_ahead[:K] = w0
        c0_second_ahead[K:] = -u_second
        # <c_i> over the task
        mc0_second_ahead = c0_second_ahead
        # <c_i c_j> over the task
        G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second_ahead = np.empty((K, S, *batch))
        W_second_ahead[:, :K] = -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]
        W_second_ahead[:, :K] = W_second_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_second_ahead[:, K:] = -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_second_ahead = np.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
        # change of R in a step
        dR_second_ahead = A_second_ahead[:, K:]
        # change of Q in a step
        dQ_second_ahead = A_second_ahead[:, :K] + np.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
        if np.any(np.isfinite(ratio)):
            dQ_second_ahead = dQ_second_ahead + E_second_ahead
        # change of w0 in a step
        dw0_second_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_second = R + dR_second_ahead
        # overlaps of the learner after the giant step
        Q_second = Q + dQ_second_ahead
        # head start after the giant step
        w0_second = dw0_second_ahead + w0
        # overlaps of the learner after the giant step with itself before it
        X_second = A_second_ahead[:, :K] + Q
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_second = np.empty((S, S, *batch))
        C_second[:K, :K] = Q_second
        C_second[:K, K:] = R_second
        C_second[K:, :K] = np.swapaxes(C_second[:K, K:], 0, 1)
        C_second[K:, K:] = T
        # 1/sqrt(C_second[i, i] + 1)
        r6 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_second) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1_second = -C_second[:, :, None]*C_second[:, None]*r6[:, None, None]**2 + C_second[None]
        # <g(z_i) g(z_j)> over the fields
        I2_second = 0.63661977236758138 * np.arcsin(C_second*r6[:, None]*r6[None])
        # 1/sqrt(C1_second[k, i, i] + 1)
        r7 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_second[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_second = 0.63661977236758138 * C1_second[:K, :, :]*r6[:K][:, None, None]*r7[:, None]
        if np.any(np.isfinite(V)):
            # 1/sqrt(C1_second[k, i, i] - C1_second[k, l, i]**2*r7[k, l]**2 + 1)
            r8 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_second[:K, :, :])[:, None] - C1_second[:K, :K, :]**2*r7[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_second = 0.4052847345693511 * np.arcsin((C1_second[:K, :, :][:, None] - C1_second[:K, :K, :][:, :, :, None]*C1_second[:K, :K, :][:, :, None]*r7[:, :K][:, :, None, None]**2)*r8[:, :, :, None]*r8[:, :, None])*r6[:K][:, None, None, None]*r7[:, :K][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_second = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_second[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1_second[:K, :K, :])*r6[:K][:, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2_second = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1_second) + 1)*r6[:, None]
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w0_second
        c0_second[K:] = -u_second
        # <c_i> over the task
        mc0_second = c0_second
        # <c_i c_j> over the task
        G0_second = c0_second[:, None]*c0_second[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second = -eta_J * np.einsum("kj...,kij...->ki...", G0_second[:K, :], I3_second)
        if np.any(np.isfinite(V)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second = eta_J**2*noise**2*G0_second[:K, :K]*J2_second[:K, :K]/V
            E_second = E_second + eta_J**2*c0_second[:K][:, None]*c0_second[:K][None]/V * np.einsum("i...,j...,klij...->kl...", c0_second, c0_second, I4_second)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second = np.empty((K, S, *batch))
        W_second[:, :K] = -eta_J*G0_second[:K, :K]*J2_second[:K, :K]
        W_second[:, :K] = W_second[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second[:K, :], I_g2g0_second)[:, None]
        W_second[:, K:] = -eta_J*G0_second[:K, K:]*J2_second[:K, K:]
        # dw0/dalpha
        dw0_second = -eta_0 * np.einsum("i...,ki...->k...", mc0_second, I2_second[:K, :])
        # steps against fields of the weights before the giant step
        B_first = np.einsum("ln...,kn...->kl...", R, W_first[:, K:])
        B_first = B_first + np.einsum("ka...,al...->kl...", W_first[:, :K], X_first)
        # steps against fields of the weights before the giant step
        B_second = np.einsum("ln...,kn...->kl...", R, W_second[:, K:])
        B_second = B_second + np.einsum("ka...,al...->kl...", W_second[:, :K], X_second)
        # dR/dalpha
        dR = -p_second*A_first[:, K:] + p_second*A_second[:, K:] + A_first[:, K:]
        # dQ/dalpha
        dQ = -p_second*B_first - p_second*np.einsum("lk...->kl...", B_first) + p_second*B_second + p_second*np.einsum("lk...->kl...", B_second) + B_first + np.einsum("lk...->kl...", B_first)
        if np.any(np.isfinite(V)):
            dQ = dQ + -p_second*E_first + p_second*E_second + E_first
        # dw0/dalpha
        dw0 = -p_second*dw0_first + p_second*dw0_second + dw0_first
        y_C_ahead = np.zeros((S, S, *along))
        y_r0 = np.zeros((S, *along))
        y_C1_ahead = np.zeros((S, S, S, *along))
        y_I2_ahead = np.zeros((S, S, *along))
        y_r1 = np.zeros((K, S, *along))
        y_I3_ahead = np.zeros((K, S, S, *along))
        y_I_g2g0_ahead = np.zeros((K, S, *along))
        y_J2_ahead = np.zeros((S, S, *along))
        y_c0_first_ahead = np.zeros((S, *along))
        y_mc0_first_ahead = np.zeros((S, *along))
        y_G0_first_ahead = np.zeros((S, S, *along))
        y_A_first_ahead = np.zeros((K, S, *along))
        y_W_first_ahead = np.zeros((K, S, *along))
        y_Y_first_ahead = np.zeros((K, K, *along))
        y_dR_first_ahead = np.zeros((K, M, *along))
        y_dQ_first_ahead = np.zeros((K, K, *along))
        y_dw0_first_ahead = np.zeros((K, *along))
        y_R_first = np.zeros((K, M, *along))
        y_Q_first = np.zeros((K, K, *along))
        y_w0_first = np.zeros((K, *along))
        y_X_first = np.zeros((K, K, *along))
        y_C_first = np.zeros((S, S, *along))
        y_r3 = np.zeros((S, *along))
        y_C1_first = np.zeros((S, S, S, *along))
        y_I2_first = np.zeros((S, S, *along))
        y_r4 = np.zeros((K, S, *along))
        y_I3_first = np.zeros((K, S, S, *along))
        y_I_g2g0_first = np.zeros((K, S, *along))
        y_J2_first = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_mc0_first = np.zeros((S, *along))
        y_G0_first = np.zeros((S, S, *along))
        y_A_first = np.zeros((K, S, *along))
        y_W_first = np.zeros((K, S, *along))
        y_dw0_first = np.zeros((K, *along))
        y_c0_second_ahead = np.zeros((S, *along))
        y_mc0_second_ahead = np.zeros((S, *along))
        y_G0_second_ahead = np.zeros((S, S, *along))
        y_A_second_ahead = np.zeros((K, S, *along))
        y_W_second_ahead = np.zeros((K, S, *along))
        y_Y_second_ahead = np.zeros((K, K, *along))
        y_dR_second_ahead = np.zeros((K, M, *along))
        y_dQ_second_ahead = np.zeros((K, K, *along))
        y_dw0_second_ahead = np.zeros((K, *along))
        y_R_second = np.zeros((K, M, *along))
        y_Q_second = np.zeros((K, K, *along))
        y_w0_second = np.zeros((K, *along))
        y_X_second = np.zeros((K, K, *along))
        y_C_second = np.zeros((S, S, *along))
        y_r6 = np.zeros((S, *along))
        y_C1_second = np.zeros((S, S, S, *along))
        y_I2_second = np.zeros((S, S, *along))
        y_r7 = np.zeros((K, S, *along))
        y_I3_second = np.zeros((K, S, S, *along))
        y_I_g2g0_second = np.zeros((K, S, *along))
        y_J2_second = np.zeros((S, S, *along))
        y_c0_second = np.zeros((S, *along))
        y_mc0_second = np.zeros((S, *along))
        y_G0_second = np.zeros((S, S, *along))
        y_A_second = np.zeros((K, S, *along))
        y_W_second = np.zeros((K, S, *along))
        y_dw0_second = np.zeros((K, *along))
        y_B_first = np.zeros((K, K, *along))
        y_B_second = np.zeros((K, K, *along))
        if np.any(np.isfinite(ratio)):
            y_r2 = np.zeros((K, K, S, *along))
            y_I4_ahead = np.zeros((K, K, S, S, *along))
            y_E_first_ahead = np.zeros((K, K, *along))
            y_E_second_ahead = np.zeros((K, K, *along))
        if np.any(np.isfinite(V)):
            y_r5 = np.zeros((K, K, S, *along))
            y_I4_first = np.zeros((K, K, S, S, *along))
            y_E_first = np.zeros((K, K, *along))
            y_r8 = np.zeros((K, K, S, *along))
            y_I4_second = np.zeros((K, K, S, S, *along))
            y_E_second = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_gamma = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        y_ratio = np.zeros(along)
        here = y_dw0
        y_dw0_first += here*(1 - p_second)
        y_dw0_second += here*p_second
        y_p_second += np.einsum("k...->...", np.broadcast_to(here*(-dw0_first + dw0_second), (K, *along)))
        if np.any(np.isfinite(V)):
            here = y_dQ
            y_E_first += here*(1 - p_second)
            y_E_second += here*p_second
            y_p_second += np.einsum("kl...->...", np.broadcast_to(here*(-E_first + E_second), (K, K, *along)))
        here = y_dQ
        y_B_first += here*(1 - p_second)
        y_B_first += np.einsum("kl...->lk...", np.broadcast_to(here*(1 - p_second), (K, K, *along)))
        y_B_second += here*p_second
        y_B_second += np.einsum("kl...->lk...", np.broadcast_to(here*p_second, (K, K, *along)))
        y_p_second += np.einsum("kl...->...", np.broadcast_to(here*(-B_first - np.einsum("lk...->kl...", B_first) + B_second + np.einsum("lk...->kl...", B_second)), (K, K, *along)))
        here = y_dR
        y_A_first[:, K:] += here*(1 - p_second)
        y_A_second[:, K:] += here*p_second
        y_p_second += np.einsum("kn...->...", np.broadcast_to(here*(-A_first[:, K:] + A_second[:, K:]), (K, M, *along)))
        here = y_B_second
        y_W_second[:, :K] += np.einsum("al...,kl...->ka...", X_second, here)
        y_X_second += np.einsum("ka...,kl...->al...", W_second[:, :K], here)
        here = y_B_second
        y_R += np.einsum("kn...,kl...->ln...", W_second[:, K:], here)
        y_W_second[:, K:] += np.einsum("ln...,kl...->kn...", R, here)
        here = y_B_first
        y_W_first[:, :K] += np.einsum("al...,kl...->ka...", X_first, here)
        y_X_first += np.einsum("ka...,kl...->al...", W_first[:, :K], here)
        here = y_B_first
        y_R += np.einsum("kn...,kl...->ln...", W_first[:, K:], here)
        y_W_first[:, K:] += np.einsum("ln...,kl...->kn...", R, here)
        here = y_dw0_second
        whole = here * (np.einsum("i...,ki...->k...", mc0_second, I2_second[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2_second[:K, :] += here[:, None]*mc0_second[None]
        y_mc0_second += np.einsum("k...,ki...->i...", here, I2_second[:K, :])
        here = y_W_second[:, K:]
        y_G0_second[:K, K:] += -eta_J*here*J2_second[:K, K:]
        y_J2_second[:K, K:] += -eta_J*here*G0_second[:K, K:]
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-here*G0_second[:K, K:]*J2_second[:K, K:], (K, M, *along)))
        here = y_W_second[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second[:K, :], I_g2g0_second)[:, None])
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-eta_J*_identity(K, batch)) * here
        y_G0_second[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_second, here)
        y_I_g2g0_second += np.einsum("ki...,kl...->ki...", G0_second[:K, :], here)
        here = y_W_second[:, :K]
        y_G0_second[:K, :K] += -eta_J*here*J2_second[:K, :K]
        y_J2_second[:K, :K] += -eta_J*here*G0_second[:K, :K]
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-here*G0_second[:K, :K]*J2_second[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(V)):
            here = y_E_second
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second, c0_second, I4_second))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole*c0_second[:K][:, None]*c0_second[:K][None]/V**2, (K, K, *along)))
            y_c0_second[:K] += np.einsum("kl...->k...", np.broadcast_to(eta_J**2*whole*c0_second[:K][None]/V, (K, K, *along)))
            y_c0_second[:K] += np.einsum("kl...->l...", np.broadcast_to(eta_J**2*whole*c0_second[:K][:, None]/V, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole*c0_second[:K][:, None]*c0_second[:K][None]/V, (K, K, *along)))
            here = (eta_J**2*c0_second[:K][:, None]*c0_second[:K][None]/V) * here
            y_I4_second += c0_second[None, None, :, None]*c0_second[None, None, None]*here[:, :, None, None]
            y_c0_second += np.einsum("j...,kl...,klij...->i...", c0_second, here, I4_second)
            y_c0_second += np.einsum("i...,kl...,klij...->j...", c0_second, here, I4_second)
            here = y_E_second
            p_0 = eta_J**2*noise**2
            p_1 = G0_second[:K, :K]*J2_second[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second[:K, :K] += b_p_1*J2_second[:K, :K]/V
            y_J2_second[:K, :K] += b_p_1*G0_second[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second[:K, :K]*J2_second[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A_second
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second[:K, :], I3_second))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0_second[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_second)
        y_I3_second += G0_second[:K, :][:, None]*here[:, :, None]
        here = y_G0_second
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*c0_second[:, None], (S, S, *along)))
        here = y_mc0_second
        y_c0_second += here
        here = y_c0_second[:K]
        y_w0_second += here
        here = y_J2_second
        p_0 = np.einsum("ijj...->ij...", C1_second) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r6[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r6 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1_second)[...] += b_p_0
        here = y_I_g2g0_second
        p_0 = np.einsum("kii...->ki...", C1_second[:K, :, :]) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_2 = -0.63661977236758138 * here
        b_p_1 = b_p_2*np.einsum("kki...->ki...", C1_second[:K, :K, :])*r6[:K][:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        np.einsum("kki...->ki...", y_C1_second[:K, :K, :])[...] += b_p_2*p_1*r6[:K][:, None]
        y_r6[:K] += np.einsum("ki...->k...", np.broadcast_to(b_p_2*p_1*np.einsum("kki...->ki...", C1_second[:K, :K, :]), (K, S, *along)))
        np.einsum("kii...->ki...", y_C1_second[:K, :, :])[...] += b_p_0
        if np.any(np.isfinite(V)):
            here = y_I4_second
            p_0 = C1_second[:K, :, :][:, None] - C1_second[:K, :K, :][:, :, :, None]*C1_second[:K, :K, :][:, :, None]*r7[:, :K][:, :, None, None]**2
            p_1 = p_0*r8[:, :, :, None]*r8[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r6[:K][:, None, None, None]*r7[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r8[:, :, :, None]*r8[:, :, None]
            y_r6[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r7[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r7[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_second[:K, :K, :][:, :, :, None]*C1_second[:K, :K, :][:, :, None]*r7[:, :K][:, :, None, None] + b_p_3*p_2*r6[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r8 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r8[:, :, None], (K, K, S, S, *along)))
            y_r8 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r8[:, :, :, None], (K, K, S, S, *along)))
            y_C1_second[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1_second[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1_second[:K, :K, :][:, :, None]*r7[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1_second[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1_second[:K, :K, :][:, :, :, None]*r7[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r8
            p_0 = np.einsum("kii...->ki...", C1_second[:K, :, :])[:, None] - C1_second[:K, :K, :]**2*r7[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1_second[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1_second[:K, :K, :] += -2.0 * b_p_0*C1_second[:K, :K, :]*r7[:, :K][:, :, None]**2
            y_r7[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_second[:K, :K, :]**2*r7[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3_second
        b_p_0 = 0.63661977236758138 * here
        y_C1_second[:K, :, :] += b_p_0*r6[:K][:, None, None]*r7[:, None]
        y_r6[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1_second[:K, :, :]*r7[:, None], (K, S, S, *along)))
        y_r7 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1_second[:K, :, :]*r6[:K][:, None, None], (K, S, S, *along)))
        here = y_r7
        p_0 = np.einsum("kii...->ki...", C1_second[:K, :, :]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kii...->ki...", y_C1_second[:K, :, :])[...] += b_p_0
        here = y_I2_second
        p_0 = C_second*r6[:, None]*r6[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_second += b_p_0*r6[:, None]*r6[None]
        y_r6 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_second*r6[None], (S, S, *along)))
        y_r6 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_second*r6[:, None], (S, S, *along)))
        here = y_C1_second
        y_C_second += np.einsum("ijr...->ij...", np.broadcast_to(-here*C_second[:, None]*r6[:, None, None]**2, (S, S, S, *along)))
        y_C_second += np.einsum("ijr...->ir...", np.broadcast_to(-here*C_second[:, :, None]*r6[:, None, None]**2, (S, S, S, *along)))
        y_C_second += np.einsum("ijr...->jr...", np.broadcast_to(here, (S, S, S, *along)))
        y_r6 += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * here*C_second[:, :, None]*C_second[:, None]*r6[:, None, None], (S, S, S, *along)))
        here = y_r6
        p_0 = np.einsum("ii...->i...", C_second) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_second)[...] += b_p_0
        y_C_second[:K, K:] += np.einsum("nk...->kn...", y_C_second[K:, :K])
        here = y_C_second[:K, K:]
        y_R_second += here
        here = y_C_second[:K, :K]
        y_Q_second += here
        here = y_X_second
        y_A_second_ahead[:, :K] += here
        y_Q += here
        here = y_w0_second
        y_dw0_second_ahead += here
        y_w0 += here
        here = y_Q_second
        y_Q += here
        y_dQ_second_ahead += here
        here = y_R_second
        y_R += here
        y_dR_second_ahead += here
        here = y_dw0_second_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_second_ahead[None]
        y_mc0_second_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_second_ahead
            y_E_second_ahead += here
        here = y_dQ_second_ahead
        y_A_second_ahead[:, :K] += here
        y_A_second_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_second_ahead += here
        here = y_dR_second_ahead
        y_A_second_ahead[:, K:] += here
        here = y_Y_second_ahead
        y_A_second_ahead += np.einsum("lj...,kl...->kj...", W_second_ahead, here)
        y_W_second_ahead += np.einsum("kj...,kl...->lj...", A_second_ahead, here)
        here = y_W_second_ahead[:, K:]
        y_G0_second_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_second_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_second_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_second_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_second_ahead[:K, :], here)
        here = y_W_second_ahead[:, :K]
        y_G0_second_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_second_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_second_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_second_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead))
            y_c0_second_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_second_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_second_ahead[None, None, :, None]*c0_second_ahead[None, None, None]*here[:, :, None, None]
            y_c0_second_ahead += np.einsum("j...,kl...,klij...->i...", c0_second_ahead, here, I4_ahead)
            y_c0_second_ahead += np.einsum("i...,kl...,klij...->j...", c0_second_ahead, here, I4_ahead)
            here = y_E_second_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_second_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_second_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_second_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_second_ahead
        y_c0_second_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_second_ahead[None], (S, S, *along)))
        y_c0_second_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_second_ahead[:, None], (S, S, *along)))
        here = y_mc0_second_ahead
        y_c0_second_ahead += here
        here = y_c0_second_ahead[:K]
        y_w0 += here
        here = y_dw0_first
        whole = here * (np.einsum("i...,ki...->k...", mc0_first, I2_first[:K, :]))
        y_eta_0 += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_0) * here
        y_I2_first[:K, :] += here[:, None]*mc0_first[None]
        y_mc0_first += np.einsum("k...,ki...->i...", here, I2_first[:K, :])
        here = y_W_first[:, K:]
        y_G0_first[:K, K:] += -eta_J*here*J2_first[:K, K:]
        y_J2_first[:K, K:] += -eta_J*here*G0_first[:K, K:]
        y_eta_J += np.einsum("kn...->...", np.broadcast_to(-here*G0_first[:K, K:]*J2_first[:K, K:], (K, M, *along)))
        here = y_W_first[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first[:K, :], I_g2g0_first)[:, None])
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-eta_J*_identity(K, batch)) * here
        y_G0_first[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_first, here)
        y_I_g2g0_first += np.einsum("ki...,kl...->ki...", G0_first[:K, :], here)
        here = y_W_first[:, :K]
        y_G0_first[:K, :K] += -eta_J*here*J2_first[:K, :K]
        y_J2_first[:K, :K] += -eta_J*here*G0_first[:K, :K]
        y_eta_J += np.einsum("kl...->...", np.broadcast_to(-here*G0_first[:K, :K]*J2_first[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(V)):
            here = y_E_first
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first, c0_first, I4_first))
            y_V += np.einsum("kl...->...", np.broadcast_to(-eta_J**2*whole*c0_first[:K][:, None]*c0_first[:K][None]/V**2, (K, K, *along)))
            y_c0_first[:K] += np.einsum("kl...->k...", np.broadcast_to(eta_J**2*whole*c0_first[:K][None]/V, (K, K, *along)))
            y_c0_first[:K] += np.einsum("kl...->l...", np.broadcast_to(eta_J**2*whole*c0_first[:K][:, None]/V, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * eta_J*whole*c0_first[:K][:, None]*c0_first[:K][None]/V, (K, K, *along)))
            here = (eta_J**2*c0_first[:K][:, None]*c0_first[:K][None]/V) * here
            y_I4_first += c0_first[None, None, :, None]*c0_first[None, None, None]*here[:, :, None, None]
            y_c0_first += np.einsum("j...,kl...,klij...->i...", c0_first, here, I4_first)
            y_c0_first += np.einsum("i...,kl...,klij...->j...", c0_first, here, I4_first)
            here = y_E_first
            p_0 = eta_J**2*noise**2
            p_1 = G0_first[:K, :K]*J2_first[:K, :K]/V
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first[:K, :K] += b_p_1*J2_first[:K, :K]/V
            y_J2_first[:K, :K] += b_p_1*G0_first[:K, :K]/V
            y_V += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first[:K, :K]*J2_first[:K, :K]/V**2, (K, K, *along)))
            y_eta_J += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*eta_J**2*noise, (K, K, *along)))
        here = y_A_first
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first[:K, :], I3_first))
        y_eta_J += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-eta_J) * here
        y_G0_first[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_first)
        y_I3_first += G0_first[:K, :][:, None]*here[:, :, None]
        here = y_G0_first
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*c0_first[:, None], (S, S, *along)))
        here = y_mc0_first
        y_c0_first += here
        here = y_c0_first[:K]
        y_w0_first += here
        here = y_J2_first
        p_0 = np.einsum("ijj...->ij...", C1_first) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r3[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r3 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1_first)[...] += b_p_0
        here = y_I_g2g0_first
        p_0 = np.einsum("kii...->ki...", C1_first[:K, :, :]) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_2 = -0.63661977236758138 * here
        b_p_1 = b_p_2*np.einsum("kki...->ki...", C1_first[:K, :K, :])*r3[:K][:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        np.einsum("kki...->ki...", y_C1_first[:K, :K, :])[...] += b_p_2*p_1*r3[:K][:, None]
        y_r3[:K] += np.einsum("ki...->k...", np.broadcast_to(b_p_2*p_1*np.einsum("kki...->ki...", C1_first[:K, :K, :]), (K, S, *along)))
        np.einsum("kii...->ki...", y_C1_first[:K, :, :])[...] += b_p_0
        if np.any(np.isfinite(V)):
            here = y_I4_first
            p_0 = C1_first[:K, :, :][:, None] - C1_first[:K, :K, :][:, :, :, None]*C1_first[:K, :K, :][:, :, None]*r4[:, :K][:, :, None, None]**2
            p_1 = p_0*r5[:, :, :, None]*r5[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r3[:K][:, None, None, None]*r4[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r5[:, :, :, None]*r5[:, :, None]
            y_r3[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r4[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r4[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_first[:K, :K, :][:, :, :, None]*C1_first[:K, :K, :][:, :, None]*r4[:, :K][:, :, None, None] + b_p_3*p_2*r3[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r5 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r5[:, :, None], (K, K, S, S, *along)))
            y_r5 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r5[:, :, :, None], (K, K, S, S, *along)))
            y_C1_first[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1_first[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1_first[:K, :K, :][:, :, None]*r4[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1_first[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1_first[:K, :K, :][:, :, :, None]*r4[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r5
            p_0 = np.einsum("kii...->ki...", C1_first[:K, :, :])[:, None] - C1_first[:K, :K, :]**2*r4[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1_first[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1_first[:K, :K, :] += -2.0 * b_p_0*C1_first[:K, :K, :]*r4[:, :K][:, :, None]**2
            y_r4[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_first[:K, :K, :]**2*r4[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3_first
        b_p_0 = 0.63661977236758138 * here
        y_C1_first[:K, :, :] += b_p_0*r3[:K][:, None, None]*r4[:, None]
        y_r3[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1_first[:K, :, :]*r4[:, None], (K, S, S, *along)))
        y_r4 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1_first[:K, :, :]*r3[:K][:, None, None], (K, S, S, *along)))
        here = y_r4
        p_0 = np.einsum("kii...->ki...", C1_first[:K, :, :]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kii...->ki...", y_C1_first[:K, :, :])[...] += b_p_0
        here = y_I2_first
        p_0 = C_first*r3[:, None]*r3[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_first += b_p_0*r3[:, None]*r3[None]
        y_r3 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_first*r3[None], (S, S, *along)))
        y_r3 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_first*r3[:, None], (S, S, *along)))
        here = y_C1_first
        y_C_first += np.einsum("ijr...->ij...", np.broadcast_to(-here*C_first[:, None]*r3[:, None, None]**2, (S, S, S, *along)))
        y_C_first += np.einsum("ijr...->ir...", np.broadcast_to(-here*C_first[:, :, None]*r3[:, None, None]**2, (S, S, S, *along)))
        y_C_first += np.einsum("ijr...->jr...", np.broadcast_to(here, (S, S, S, *along)))
        y_r3 += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * here*C_first[:, :, None]*C_first[:, None]*r3[:, None, None], (S, S, S, *along)))
        here = y_r3
        p_0 = np.einsum("ii...->i...", C_first) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_first)[...] += b_p_0
        y_C_first[:K, K:] += np.einsum("nk...->kn...", y_C_first[K:, :K])
        here = y_C_first[:K, K:]
        y_R_first += here
        here = y_C_first[:K, :K]
        y_Q_first += here
        here = y_X_first
        y_A_first_ahead[:, :K] += here
        y_Q += here
        here = y_w0_first
        y_dw0_first_ahead += here
        y_w0 += here
        here = y_Q_first
        y_Q += here
        y_dQ_first_ahead += here
        here = y_R_first
        y_R += here
        y_dR_first_ahead += here
        here = y_dw0_first_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_first_ahead[None]
        y_mc0_first_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_first_ahead
            y_E_first_ahead += here
        here = y_dQ_first_ahead
        y_A_first_ahead[:, :K] += here
        y_A_first_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_first_ahead += here
        here = y_dR_first_ahead
        y_A_first_ahead[:, K:] += here
        here = y_Y_first_ahead
        y_A_first_ahead += np.einsum("lj...,kl...->kj...", W_first_ahead, here)
        y_W_first_ahead += np.einsum("kj...,kl...->lj...", A_first_ahead, here)
        here = y_W_first_ahead[:, K:]
        y_G0_first_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_first_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_first_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_first_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_first_ahead[:K, :], here)
        here = y_W_first_ahead[:, :K]
        y_G0_first_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_first_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_first_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_first_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead))
            y_c0_first_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_first_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_first_ahead[None, None, :, None]*c0_first_ahead[None, None, None]*here[:, :, None, None]
            y_c0_first_ahead += np.einsum("j...,kl...,klij...->i...", c0_first_ahead, here, I4_ahead)
            y_c0_first_ahead += np.einsum("i...,kl...,klij...->j...", c0_first_ahead, here, I4_ahead)
            here = y_E_first_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_first_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_first_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_first_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_first_ahead
        y_c0_first_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_first_ahead[None], (S, S, *along)))
        y_c0_first_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_first_ahead[:, None], (S, S, *along)))
        here = y_mc0_first_ahead
        y_c0_first_ahead += here
        here = y_c0_first_ahead[:K]
        y_w0 += here
        here = y_J2_ahead
        p_0 = np.einsum("ijj...->ij...", C1_ahead) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r0[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1_ahead)[...] += b_p_0
        here = y_I_g2g0_ahead
        p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_2 = -0.63661977236758138 * here
        b_p_1 = b_p_2*np.einsum("kki...->ki...", C1_ahead[:K, :K, :])*r0[:K][:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        np.einsum("kki...->ki...", y_C1_ahead[:K, :K, :])[...] += b_p_2*p_1*r0[:K][:, None]
        y_r0[:K] += np.einsum("ki...->k...", np.broadcast_to(b_p_2*p_1*np.einsum("kki...->ki...", C1_ahead[:K, :K, :]), (K, S, *along)))
        np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += b_p_0
        if np.any(np.isfinite(ratio)):
            here = y_I4_ahead
            p_0 = C1_ahead[:K, :, :][:, None] - C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2
            p_1 = p_0*r2[:, :, :, None]*r2[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r2[:, :, :, None]*r2[:, :, None]
            y_r0[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r1[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r1[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None] + b_p_3*p_2*r0[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r2[:, :, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r2[:, :, :, None], (K, K, S, S, *along)))
            y_C1_ahead[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1_ahead[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1_ahead[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1_ahead[:K, :K, :][:, :, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r2
            p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :])[:, None] - C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1_ahead[:K, :K, :] += -2.0 * b_p_0*C1_ahead[:K, :K, :]*r1[:, :K][:, :, None]**2
            y_r1[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3_ahead
        b_p_0 = 0.63661977236758138 * here
        y_C1_ahead[:K, :, :] += b_p_0*r0[:K][:, None, None]*r1[:, None]
        y_r0[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1_ahead[:K, :, :]*r1[:, None], (K, S, S, *along)))
        y_r1 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1_ahead[:K, :, :]*r0[:K][:, None, None], (K, S, S, *along)))
        here = y_r1
        p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += b_p_0
        here = y_I2_ahead
        p_0 = C_ahead*r0[:, None]*r0[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_ahead += b_p_0*r0[:, None]*r0[None]
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_ahead*r0[None], (S, S, *along)))
        y_r0 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_ahead*r0[:, None], (S, S, *along)))
        here = y_C1_ahead
        y_C_ahead += np.einsum("ijr...->ij...", np.broadcast_to(-here*C_ahead[:, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C_ahead += np.einsum("ijr...->ir...", np.broadcast_to(-here*C_ahead[:, :, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C_ahead += np.einsum("ijr...->jr...", np.broadcast_to(here, (S, S, S, *along)))
        y_r0 += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * here*C_ahead[:, :, None]*C_ahead[:, None]*r0[:, None, None], (S, S, S, *along)))
        here = y_r0
        p_0 = np.einsum("ii...->i...", C_ahead) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_ahead)[...] += b_p_0
        y_C_ahead[:K, K:] += np.einsum("nk...->kn...", y_C_ahead[K:, :K])
        here = y_C_ahead[:K, K:]
        y_R += here
        here = y_C_ahead[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_gamma, y_eta_w, y_eta_0, y_noise, y_p_second, y_V, y_ratio,)


def eps_g(R, Q, w0, y_eps_g, T, parameters):
    """Backwards: slopes of the sum of eps_g, as of the same name without _adjoint, times y_eps_g, with respect to each element of (R, Q, w0) and to (eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio), 0 of those that are infinite; axes of length 1 behind the state stand for all weights there."""
    gamma = parameters.gamma
    eta_w = parameters.eta_w
    noise = parameters.noise
    p_second = parameters.p_second
    ratio = parameters.ratio
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, np.shape(y_eps_g)[0:])
    y_eps_g = np.broadcast_to(np.asarray(y_eps_g, dtype=float), along).copy()
    T = _with_batch(T, 2, batch)
    u_first = _with_batch(np.full(M, 1.0) if parameters.u_first is None else parameters.u_first, 1, batch)
    u_second = _with_batch(np.full(M, 1.0) if parameters.u_second is None else parameters.u_second, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_ahead = np.empty((S, S, *batch))
        C_ahead[:K, :K] = Q
        C_ahead[:K, K:] = R
        C_ahead[K:, :K] = np.swapaxes(C_ahead[:K, K:], 0, 1)
        C_ahead[K:, K:] = T
        # 1/sqrt(C_ahead[i, i] + 1)
        r0 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_ahead) + 1)
        # covariance of the fields with the Gaussian weight of i absorbed
        C1_ahead = -C_ahead[:, :, None]*C_ahead[:, None]*r0[:, None, None]**2 + C_ahead[None]
        # <g(z_i) g(z_j)> over the fields
        I2_ahead = 0.63661977236758138 * np.arcsin(C_ahead*r0[:, None]*r0[None])
        # 1/sqrt(C1_ahead[k, i, i] + 1)
        r1 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1)
        # <g'(z_k) z_i g(z_j)> over the fields
        I3_ahead = 0.63661977236758138 * C1_ahead[:K, :, :]*r0[:K][:, None, None]*r1[:, None]
        if np.any(np.isfinite(ratio)):
            # 1/sqrt(C1_ahead[k, i, i] - C1_ahead[k, l, i]**2*r1[k, l]**2 + 1)
            r2 = 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :])[:, None] - C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1)
            # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            I4_ahead = 0.4052847345693511 * np.arcsin((C1_ahead[:K, :, :][:, None] - C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2)*r2[:, :, :, None]*r2[:, :, None])*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0_ahead = -0.63661977236758138 * 1.0 / np.sqrt(np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1)*np.einsum("kki...->ki...", C1_ahead[:K, :K, :])*r0[:K][:, None]
        # <g'(z_i) g'(z_j)> over the fields
        J2_ahead = 0.63661977236758138 * 1.0 / np.sqrt(np.einsum("ijj...->ij...", C1_ahead) + 1)*r0[:, None]
        # c = (head, -u) in the task first
        c0_first_ahead = np.empty((S, *batch))
        c0_first_ahead[:K] = w0
        c0_first_ahead[K:] = -u_first
        # <c_i> over the task
        mc0_first_ahead = c0_first_ahead
        # <c_i c_j> over the task
        G0_first_ahead = c0_first_ahead[:, None]*c0_first_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_first_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_first_ahead = gamma**2*noise**2*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_first_ahead = E_first_ahead + gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_first_ahead = np.empty((K, S, *batch))
        W_first_ahead[:, :K] = -gamma*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]
        W_first_ahead[:, :K] = W_first_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_first_ahead[:, K:] = -gamma*G0_first_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_first_ahead = np.einsum("kj...,lj...->kl...", A_first_ahead, W_first_ahead)
        # change of R in a step
        dR_first_ahead = A_first_ahead[:, K:]
        # change of Q in a step
        dQ_first_ahead = A_first_ahead[:, :K] + np.einsum("lk...->kl...", A_first_ahead[:, :K]) + Y_first_ahead
        if np.any(np.isfinite(ratio)):
            dQ_first_ahead = dQ_first_ahead + E_first_ahead
        # change of w0 in a step
        dw0_first_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_first = R + dR_first_ahead
        # overlaps of the learner after the giant step
        Q_first = Q + dQ_first_ahead
        # head start after the giant step
        w0_first = dw0_first_ahead + w0
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_first = np.empty((S, S, *batch))
        C_first[:K, :K] = Q_first
        C_first[:K, K:] = R_first
        C_first[K:, :K] = np.swapaxes(C_first[:K, K:], 0, 1)
        C_first[K:, K:] = T
        # 1/sqrt(C_first[i, i] + 1)
        r3 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_first) + 1)
        # <g(z_i) g(z_j)> over the fields
        I2_first = 0.63661977236758138 * np.arcsin(C_first*r3[:, None]*r3[None])
        # c = (head, -u) in the task first
        c0_first = np.empty((S, *batch))
        c0_first[:K] = w0_first
        c0_first[K:] = -u_first
        # <c_i c_j> over the task
        G0_first = c0_first[:, None]*c0_first[None]
        # loss on fresh data, adapted
        eps_g_first = 0.5 * np.einsum("ij...,ij...->...", G0_first, I2_first)
        # c = (head, -u) in the task second
        c0_second_ahead = np.empty((S, *batch))
        c0_second_ahead[:K] = w0
        c0_second_ahead[K:] = -u_second
        # <c_i> over the task
        mc0_second_ahead = c0_second_ahead
        # <c_i c_j> over the task
        G0_second_ahead = c0_second_ahead[:, None]*c0_second_ahead[None]
        # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        A_second_ahead = -gamma * np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead)
        if np.any(np.isfinite(ratio)):
            # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            E_second_ahead = gamma**2*noise**2*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            E_second_ahead = E_second_ahead + gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio * np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W_second_ahead = np.empty((K, S, *batch))
        W_second_ahead[:, :K] = -gamma*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]
        W_second_ahead[:, :K] = W_second_ahead[:, :K] + -gamma*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None]
        W_second_ahead[:, K:] = -gamma*G0_second_ahead[:K, K:]*J2_ahead[:K, K:]
        # Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        Y_second_ahead = np.einsum("kj...,lj...->kl...", A_second_ahead, W_second_ahead)
        # change of R in a step
        dR_second_ahead = A_second_ahead[:, K:]
        # change of Q in a step
        dQ_second_ahead = A_second_ahead[:, :K] + np.einsum("lk...->kl...", A_second_ahead[:, :K]) + Y_second_ahead
        if np.any(np.isfinite(ratio)):
            dQ_second_ahead = dQ_second_ahead + E_second_ahead
        # change of w0 in a step
        dw0_second_ahead = -eta_w * np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :])
        # overlaps of learner and teacher after the giant step
        R_second = R + dR_second_ahead
        # overlaps of the learner after the giant step
        Q_second = Q + dQ_second_ahead
        # head start after the giant step
        w0_second = dw0_second_ahead + w0
        # covariance of the fields: C = [[Q, R], [R^T, T]]
        C_second = np.empty((S, S, *batch))
        C_second[:K, :K] = Q_second
        C_second[:K, K:] = R_second
        C_second[K:, :K] = np.swapaxes(C_second[:K, K:], 0, 1)
        C_second[K:, K:] = T
        # 1/sqrt(C_second[i, i] + 1)
        r4 = 1.0 / np.sqrt(np.einsum("ii...->i...", C_second) + 1)
        # <g(z_i) g(z_j)> over the fields
        I2_second = 0.63661977236758138 * np.arcsin(C_second*r4[:, None]*r4[None])
        # c = (head, -u) in the task second
        c0_second = np.empty((S, *batch))
        c0_second[:K] = w0_second
        c0_second[K:] = -u_second
        # <c_i c_j> over the task
        G0_second = c0_second[:, None]*c0_second[None]
        # loss on fresh data, adapted
        eps_g_second = 0.5 * np.einsum("ij...,ij...->...", G0_second, I2_second)
        # loss on fresh data, adapted
        eps_g = -eps_g_first*p_second + eps_g_first + eps_g_second*p_second
        y_C_ahead = np.zeros((S, S, *along))
        y_r0 = np.zeros((S, *along))
        y_C1_ahead = np.zeros((S, S, S, *along))
        y_I2_ahead = np.zeros((S, S, *along))
        y_r1 = np.zeros((K, S, *along))
        y_I3_ahead = np.zeros((K, S, S, *along))
        y_I_g2g0_ahead = np.zeros((K, S, *along))
        y_J2_ahead = np.zeros((S, S, *along))
        y_c0_first_ahead = np.zeros((S, *along))
        y_mc0_first_ahead = np.zeros((S, *along))
        y_G0_first_ahead = np.zeros((S, S, *along))
        y_A_first_ahead = np.zeros((K, S, *along))
        y_W_first_ahead = np.zeros((K, S, *along))
        y_Y_first_ahead = np.zeros((K, K, *along))
        y_dR_first_ahead = np.zeros((K, M, *along))
        y_dQ_first_ahead = np.zeros((K, K, *along))
        y_dw0_first_ahead = np.zeros((K, *along))
        y_R_first = np.zeros((K, M, *along))
        y_Q_first = np.zeros((K, K, *along))
        y_w0_first = np.zeros((K, *along))
        y_C_first = np.zeros((S, S, *along))
        y_r3 = np.zeros((S, *along))
        y_I2_first = np.zeros((S, S, *along))
        y_c0_first = np.zeros((S, *along))
        y_G0_first = np.zeros((S, S, *along))
        y_eps_g_first = np.zeros(along)
        y_c0_second_ahead = np.zeros((S, *along))
        y_mc0_second_ahead = np.zeros((S, *along))
        y_G0_second_ahead = np.zeros((S, S, *along))
        y_A_second_ahead = np.zeros((K, S, *along))
        y_W_second_ahead = np.zeros((K, S, *along))
        y_Y_second_ahead = np.zeros((K, K, *along))
        y_dR_second_ahead = np.zeros((K, M, *along))
        y_dQ_second_ahead = np.zeros((K, K, *along))
        y_dw0_second_ahead = np.zeros((K, *along))
        y_R_second = np.zeros((K, M, *along))
        y_Q_second = np.zeros((K, K, *along))
        y_w0_second = np.zeros((K, *along))
        y_C_second = np.zeros((S, S, *along))
        y_r4 = np.zeros((S, *along))
        y_I2_second = np.zeros((S, S, *along))
        y_c0_second = np.zeros((S, *along))
        y_G0_second = np.zeros((S, S, *along))
        y_eps_g_second = np.zeros(along)
        if np.any(np.isfinite(ratio)):
            y_r2 = np.zeros((K, K, S, *along))
            y_I4_ahead = np.zeros((K, K, S, S, *along))
            y_E_first_ahead = np.zeros((K, K, *along))
            y_E_second_ahead = np.zeros((K, K, *along))
        y_R = np.zeros((K, M, *along))
        y_Q = np.zeros((K, K, *along))
        y_w0 = np.zeros((K, *along))
        y_eta_J = np.zeros(along)
        y_gamma = np.zeros(along)
        y_eta_w = np.zeros(along)
        y_eta_0 = np.zeros(along)
        y_noise = np.zeros(along)
        y_p_second = np.zeros(along)
        y_V = np.zeros(along)
        y_ratio = np.zeros(along)
        here = y_eps_g
        y_eps_g_first += here*(1 - p_second)
        y_eps_g_second += here*p_second
        y_p_second += here*(-eps_g_first + eps_g_second)
        here = y_eps_g_second
        here = 0.5 * here
        y_G0_second += here*I2_second
        y_I2_second += here*G0_second
        here = y_G0_second
        y_c0_second += np.einsum("ij...->i...", np.broadcast_to(here*c0_second[None], (S, S, *along)))
        y_c0_second += np.einsum("ij...->j...", np.broadcast_to(here*c0_second[:, None], (S, S, *along)))
        here = y_c0_second[:K]
        y_w0_second += here
        here = y_I2_second
        p_0 = C_second*r4[:, None]*r4[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_second += b_p_0*r4[:, None]*r4[None]
        y_r4 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_second*r4[None], (S, S, *along)))
        y_r4 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_second*r4[:, None], (S, S, *along)))
        here = y_r4
        p_0 = np.einsum("ii...->i...", C_second) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_second)[...] += b_p_0
        y_C_second[:K, K:] += np.einsum("nk...->kn...", y_C_second[K:, :K])
        here = y_C_second[:K, K:]
        y_R_second += here
        here = y_C_second[:K, :K]
        y_Q_second += here
        here = y_w0_second
        y_dw0_second_ahead += here
        y_w0 += here
        here = y_Q_second
        y_Q += here
        y_dQ_second_ahead += here
        here = y_R_second
        y_R += here
        y_dR_second_ahead += here
        here = y_dw0_second_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_second_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_second_ahead[None]
        y_mc0_second_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_second_ahead
            y_E_second_ahead += here
        here = y_dQ_second_ahead
        y_A_second_ahead[:, :K] += here
        y_A_second_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_second_ahead += here
        here = y_dR_second_ahead
        y_A_second_ahead[:, K:] += here
        here = y_Y_second_ahead
        y_A_second_ahead += np.einsum("lj...,kl...->kj...", W_second_ahead, here)
        y_W_second_ahead += np.einsum("kj...,kl...->lj...", A_second_ahead, here)
        here = y_W_second_ahead[:, K:]
        y_G0_second_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_second_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_second_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_second_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_second_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_second_ahead[:K, :], here)
        here = y_W_second_ahead[:, :K]
        y_G0_second_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_second_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_second_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_second_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_second_ahead, c0_second_ahead, I4_ahead))
            y_c0_second_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_second_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_second_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_second_ahead[:K][:, None]*c0_second_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_second_ahead[None, None, :, None]*c0_second_ahead[None, None, None]*here[:, :, None, None]
            y_c0_second_ahead += np.einsum("j...,kl...,klij...->i...", c0_second_ahead, here, I4_ahead)
            y_c0_second_ahead += np.einsum("i...,kl...,klij...->j...", c0_second_ahead, here, I4_ahead)
            here = y_E_second_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_second_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_second_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_second_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_second_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_second_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_second_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_second_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_second_ahead
        y_c0_second_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_second_ahead[None], (S, S, *along)))
        y_c0_second_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_second_ahead[:, None], (S, S, *along)))
        here = y_mc0_second_ahead
        y_c0_second_ahead += here
        here = y_c0_second_ahead[:K]
        y_w0 += here
        here = y_eps_g_first
        here = 0.5 * here
        y_G0_first += here*I2_first
        y_I2_first += here*G0_first
        here = y_G0_first
        y_c0_first += np.einsum("ij...->i...", np.broadcast_to(here*c0_first[None], (S, S, *along)))
        y_c0_first += np.einsum("ij...->j...", np.broadcast_to(here*c0_first[:, None], (S, S, *along)))
        here = y_c0_first[:K]
        y_w0_first += here
        here = y_I2_first
        p_0 = C_first*r3[:, None]*r3[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_first += b_p_0*r3[:, None]*r3[None]
        y_r3 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_first*r3[None], (S, S, *along)))
        y_r3 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_first*r3[:, None], (S, S, *along)))
        here = y_r3
        p_0 = np.einsum("ii...->i...", C_first) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_first)[...] += b_p_0
        y_C_first[:K, K:] += np.einsum("nk...->kn...", y_C_first[K:, :K])
        here = y_C_first[:K, K:]
        y_R_first += here
        here = y_C_first[:K, :K]
        y_Q_first += here
        here = y_w0_first
        y_dw0_first_ahead += here
        y_w0 += here
        here = y_Q_first
        y_Q += here
        y_dQ_first_ahead += here
        here = y_R_first
        y_R += here
        y_dR_first_ahead += here
        here = y_dw0_first_ahead
        whole = here * (np.einsum("i...,ki...->k...", mc0_first_ahead, I2_ahead[:K, :]))
        y_eta_w += np.einsum("k...->...", np.broadcast_to(-whole, (K, *along)))
        here = (-eta_w) * here
        y_I2_ahead[:K, :] += here[:, None]*mc0_first_ahead[None]
        y_mc0_first_ahead += np.einsum("k...,ki...->i...", here, I2_ahead[:K, :])
        if np.any(np.isfinite(ratio)):
            here = y_dQ_first_ahead
            y_E_first_ahead += here
        here = y_dQ_first_ahead
        y_A_first_ahead[:, :K] += here
        y_A_first_ahead[:, :K] += np.einsum("kl...->lk...", np.broadcast_to(here, (K, K, *along)))
        y_Y_first_ahead += here
        here = y_dR_first_ahead
        y_A_first_ahead[:, K:] += here
        here = y_Y_first_ahead
        y_A_first_ahead += np.einsum("lj...,kl...->kj...", W_first_ahead, here)
        y_W_first_ahead += np.einsum("kj...,kl...->lj...", A_first_ahead, here)
        here = y_W_first_ahead[:, K:]
        y_G0_first_ahead[:K, K:] += -gamma*here*J2_ahead[:K, K:]
        y_J2_ahead[:K, K:] += -gamma*here*G0_first_ahead[:K, K:]
        y_gamma += np.einsum("kn...->...", np.broadcast_to(-here*G0_first_ahead[:K, K:]*J2_ahead[:K, K:], (K, M, *along)))
        here = y_W_first_ahead[:, :K]
        whole = here * (np.einsum("ki...,ki...->k...", G0_first_ahead[:K, :], I_g2g0_ahead)[:, None])
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-whole*_identity(K, batch), (K, K, *along)))
        here = (-gamma*_identity(K, batch)) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kl...->ki...", I_g2g0_ahead, here)
        y_I_g2g0_ahead += np.einsum("ki...,kl...->ki...", G0_first_ahead[:K, :], here)
        here = y_W_first_ahead[:, :K]
        y_G0_first_ahead[:K, :K] += -gamma*here*J2_ahead[:K, :K]
        y_J2_ahead[:K, :K] += -gamma*here*G0_first_ahead[:K, :K]
        y_gamma += np.einsum("kl...->...", np.broadcast_to(-here*G0_first_ahead[:K, :K]*J2_ahead[:K, :K], (K, K, *along)))
        if np.any(np.isfinite(ratio)):
            here = y_E_first_ahead
            whole = here * (np.einsum("i...,j...,klij...->kl...", c0_first_ahead, c0_first_ahead, I4_ahead))
            y_c0_first_ahead[:K] += np.einsum("kl...->k...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_c0_first_ahead[:K] += np.einsum("kl...->l...", np.broadcast_to(gamma**2*whole*c0_first_ahead[:K][:, None]/ratio, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * gamma*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio, (K, K, *along)))
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-gamma**2*whole*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio**2, (K, K, *along)))
            here = (gamma**2*c0_first_ahead[:K][:, None]*c0_first_ahead[:K][None]/ratio) * here
            y_I4_ahead += c0_first_ahead[None, None, :, None]*c0_first_ahead[None, None, None]*here[:, :, None, None]
            y_c0_first_ahead += np.einsum("j...,kl...,klij...->i...", c0_first_ahead, here, I4_ahead)
            y_c0_first_ahead += np.einsum("i...,kl...,klij...->j...", c0_first_ahead, here, I4_ahead)
            here = y_E_first_ahead
            p_0 = gamma**2*noise**2
            p_1 = G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio
            b_p_1 = here*p_0
            b_p_0 = here*p_1
            y_G0_first_ahead[:K, :K] += b_p_1*J2_ahead[:K, :K]/ratio
            y_J2_ahead[:K, :K] += b_p_1*G0_first_ahead[:K, :K]/ratio
            y_ratio += np.einsum("kl...->...", np.broadcast_to(-b_p_1*G0_first_ahead[:K, :K]*J2_ahead[:K, :K]/ratio**2, (K, K, *along)))
            y_gamma += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma*noise**2, (K, K, *along)))
            y_noise += np.einsum("kl...->...", np.broadcast_to(2.0 * b_p_0*gamma**2*noise, (K, K, *along)))
        here = y_A_first_ahead
        whole = here * (np.einsum("kj...,kij...->ki...", G0_first_ahead[:K, :], I3_ahead))
        y_gamma += np.einsum("ki...->...", np.broadcast_to(-whole, (K, S, *along)))
        here = (-gamma) * here
        y_G0_first_ahead[:K, :] += np.einsum("ki...,kij...->kj...", here, I3_ahead)
        y_I3_ahead += G0_first_ahead[:K, :][:, None]*here[:, :, None]
        here = y_G0_first_ahead
        y_c0_first_ahead += np.einsum("ij...->i...", np.broadcast_to(here*c0_first_ahead[None], (S, S, *along)))
        y_c0_first_ahead += np.einsum("ij...->j...", np.broadcast_to(here*c0_first_ahead[:, None], (S, S, *along)))
        here = y_mc0_first_ahead
        y_c0_first_ahead += here
        here = y_c0_first_ahead[:K]
        y_w0 += here
        here = y_J2_ahead
        p_0 = np.einsum("ijj...->ij...", C1_ahead) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_1 = 0.63661977236758138 * here*r0[:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(0.63661977236758138 * here*p_1, (S, S, *along)))
        np.einsum("ijj...->ij...", y_C1_ahead)[...] += b_p_0
        here = y_I_g2g0_ahead
        p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1
        p_1 = 1.0 / np.sqrt(p_0)
        b_p_2 = -0.63661977236758138 * here
        b_p_1 = b_p_2*np.einsum("kki...->ki...", C1_ahead[:K, :K, :])*r0[:K][:, None]
        b_p_0 = -0.5 * b_p_1*1.0 / np.sqrt(p_0)**3
        np.einsum("kki...->ki...", y_C1_ahead[:K, :K, :])[...] += b_p_2*p_1*r0[:K][:, None]
        y_r0[:K] += np.einsum("ki...->k...", np.broadcast_to(b_p_2*p_1*np.einsum("kki...->ki...", C1_ahead[:K, :K, :]), (K, S, *along)))
        np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += b_p_0
        if np.any(np.isfinite(ratio)):
            here = y_I4_ahead
            p_0 = C1_ahead[:K, :, :][:, None] - C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2
            p_1 = p_0*r2[:, :, :, None]*r2[:, :, None]
            p_2 = np.arcsin(p_1)
            b_p_3 = 0.4052847345693511 * here
            b_p_2 = b_p_3*r0[:K][:, None, None, None]*r1[:, :K][:, :, None, None]
            b_p_1 = b_p_2*1.0 / np.sqrt(1 - p_1**2)
            b_p_0 = b_p_1*r2[:, :, :, None]*r2[:, :, None]
            y_r0[:K] += np.einsum("klij...->k...", np.broadcast_to(b_p_3*p_2*r1[:, :K][:, :, None, None], (K, K, S, S, *along)))
            y_r1[:, :K] += np.einsum("klij...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_ahead[:K, :K, :][:, :, :, None]*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None] + b_p_3*p_2*r0[:K][:, None, None, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->kli...", np.broadcast_to(b_p_1*p_0*r2[:, :, None], (K, K, S, S, *along)))
            y_r2 += np.einsum("klij...->klj...", np.broadcast_to(b_p_1*p_0*r2[:, :, :, None], (K, K, S, S, *along)))
            y_C1_ahead[:K, :, :] += np.einsum("klij...->kij...", np.broadcast_to(b_p_0, (K, K, S, S, *along)))
            y_C1_ahead[:K, :K, :] += np.einsum("klij...->kli...", np.broadcast_to(-b_p_0*C1_ahead[:K, :K, :][:, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            y_C1_ahead[:K, :K, :] += np.einsum("klij...->klj...", np.broadcast_to(-b_p_0*C1_ahead[:K, :K, :][:, :, :, None]*r1[:, :K][:, :, None, None]**2, (K, K, S, S, *along)))
            here = y_r2
            p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :])[:, None] - C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None]**2 + 1
            b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
            np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += np.einsum("kli...->ki...", np.broadcast_to(b_p_0, (K, K, S, *along)))
            y_C1_ahead[:K, :K, :] += -2.0 * b_p_0*C1_ahead[:K, :K, :]*r1[:, :K][:, :, None]**2
            y_r1[:, :K] += np.einsum("kli...->kl...", np.broadcast_to(-2.0 * b_p_0*C1_ahead[:K, :K, :]**2*r1[:, :K][:, :, None], (K, K, S, *along)))
        here = y_I3_ahead
        b_p_0 = 0.63661977236758138 * here
        y_C1_ahead[:K, :, :] += b_p_0*r0[:K][:, None, None]*r1[:, None]
        y_r0[:K] += np.einsum("kij...->k...", np.broadcast_to(b_p_0*C1_ahead[:K, :, :]*r1[:, None], (K, S, S, *along)))
        y_r1 += np.einsum("kij...->kj...", np.broadcast_to(b_p_0*C1_ahead[:K, :, :]*r0[:K][:, None, None], (K, S, S, *along)))
        here = y_r1
        p_0 = np.einsum("kii...->ki...", C1_ahead[:K, :, :]) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("kii...->ki...", y_C1_ahead[:K, :, :])[...] += b_p_0
        here = y_I2_ahead
        p_0 = C_ahead*r0[:, None]*r0[None]
        b_p_1 = 0.63661977236758138 * here
        b_p_0 = b_p_1*1.0 / np.sqrt(1 - p_0**2)
        y_C_ahead += b_p_0*r0[:, None]*r0[None]
        y_r0 += np.einsum("ij...->i...", np.broadcast_to(b_p_0*C_ahead*r0[None], (S, S, *along)))
        y_r0 += np.einsum("ij...->j...", np.broadcast_to(b_p_0*C_ahead*r0[:, None], (S, S, *along)))
        here = y_C1_ahead
        y_C_ahead += np.einsum("ijr...->ij...", np.broadcast_to(-here*C_ahead[:, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C_ahead += np.einsum("ijr...->ir...", np.broadcast_to(-here*C_ahead[:, :, None]*r0[:, None, None]**2, (S, S, S, *along)))
        y_C_ahead += np.einsum("ijr...->jr...", np.broadcast_to(here, (S, S, S, *along)))
        y_r0 += np.einsum("ijr...->i...", np.broadcast_to(-2.0 * here*C_ahead[:, :, None]*C_ahead[:, None]*r0[:, None, None], (S, S, S, *along)))
        here = y_r0
        p_0 = np.einsum("ii...->i...", C_ahead) + 1
        b_p_0 = -0.5 * here*1.0 / np.sqrt(p_0)**3
        np.einsum("ii...->i...", y_C_ahead)[...] += b_p_0
        y_C_ahead[:K, K:] += np.einsum("nk...->kn...", y_C_ahead[K:, :K])
        here = y_C_ahead[:K, K:]
        y_R += here
        here = y_C_ahead[:K, :K]
        y_Q += here
    return (y_R, y_Q, y_w0), (y_eta_J, y_gamma, y_eta_w, y_eta_0, y_noise, y_p_second, y_V, y_ratio,)
