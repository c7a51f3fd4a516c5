"""Feedback alignment: a fixed vector in place of the head in the step of the first layer

Emitted by orderode 0.1.0 from the system feedback_alignment_linear_fluctuations, digest 2aa3bea2f3a4dd61. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Refinetti, d'Ascoli, Ohana, Goldt, arXiv 2011.12428

Conventions
    activation    g(x) = x
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out

Shapes: R (K, M, ...), Q (K, K, ...), w0 (K, ...), T (M, M) or (M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "2aa3bea2f3a4dd61"
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
    feedback: np.ndarray | None = None  # what the error comes back to a unit with (K); None: all 1


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


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (K, M, K, M, ...), DRQ (K, M, K, K, ...), DRw (K, M, K, ...), DQQ (K, K, K, K, ...), DQw (K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    noise = parameters.noise
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    feedback = _with_batch(np.full(K, 1.0) if parameters.feedback is None else parameters.feedback, 1, batch)
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
            # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g0g0g0g0 = C[:, :, None, None]*C[None, None] + C[:, None, :, None]*C[None, :, None] + C[:, None, None]*C[None, :, :, None]
            # <g'(z_k) g'(z_l) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g0g0g0g0 = C[None, None, :, :, None, None]*C[None, None, None, None] + C[None, None, :, None, :, None]*C[None, None, None, :, None] + C[None, None, :, None, None]*C[None, None, None, :, :, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields
            I_g1g1g1g1 = np.full((K, K, K, K, *batch), 1.0)
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j)> over the fields
            I_g1g1g1g1g0g0 = C[None, None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1g1g0g0g0g0 = C[None, None, None, None, :, :, None, None]*C[None, None, None, None, None, None] + C[None, None, None, None, :, None, :, None]*C[None, None, None, None, None, :, None] + C[None, None, None, None, :, None, None]*C[None, None, None, None, None, :, :, None]
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j)> over the fields
            I_g1g1g1xg0 = C[None, None, None]
            # <g'(z_k) g'(z_l) g'(z_a) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1g1g1xg0g0g0 = C[None, None, None, :, :, None, None]*C[None, None, None, None, None] + C[None, None, None, :, None, :, None]*C[None, None, None, None, :, None] + C[None, None, None, :, None, None]*C[None, None, None, None, :, :, None]
            # <g'(z_k) g'(z_l) z_i z_j> over the fields
            I_g1g1xx = C[None, None]
            # <g'(z_k) g'(z_l) z_i z_j g(z_r) g(z_s)> over the fields
            I_g1g1xxg0g0 = C[None, None, :, :, None, None]*C[None, None, None, None] + C[None, None, :, None, :, None]*C[None, None, None, :, None] + C[None, None, :, None, None]*C[None, None, None, :, :, None]
            # <g'(z_k) z_i g(z_j) g(z_r) g(z_s)> over the fields
            I_g1xg0g0g0 = C[None, :, :, None, None]*C[None, None, None] + C[None, :, None, :, None]*C[None, None, :, None] + C[None, :, None, None]*C[None, None, :, :, None]
            # <g'(z_k) g'(z_l)> over the fields
            J2 = np.full((K, K, *batch), 1.0)
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
        A = -eta_J*feedback[:, None] * np.einsum("j...,kij...->ki...", mc0, I3)
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        # <c_i c_j> over tasks and support sets
        M2 = G0
        if np.any(np.isfinite(V)):
            # <c_i c_j c_r> over tasks and support sets
            M3 = G0[:, :, None]*mc0[None, None] + G0[:, None]*mc0[None, :, None] + G0[None]*mc0[:, None, None] - 2.0 * mc0[:, None, None]*mc0[None, :, None]*mc0[None, None]
            # <c_i c_j c_r c_s> over tasks and support sets
            M4 = G0[:, :, None, None]*G0[None, None] + G0[:, None, :, None]*G0[None, :, None] + G0[:, None, None]*G0[None, :, :, None] - 2.0 * mc0[:, None, None, None]*mc0[None, :, None, None]*mc0[None, None, :, None]*mc0[None, None, None]
        if np.any(np.isfinite(V)) and kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,rp...,sp...->ijrs...", kappa, L0, L0, L0, L0, optimize=True)
        if np.any(np.isfinite(V)):
            # mean of sum_s a_k^s a_l^s
            mS = eta_J**2*noise**2*J2*feedback[:, None]*feedback[None]/V
            mS = mS + eta_J**2*feedback[:, None]*feedback[None]/V * np.einsum("ij...,klij...->kl...", M2, I4)
        # covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step
        ZZ = -A[:, :, None, None]*A[None, None]
        ZZ = ZZ + eta_J**2*feedback[:, None, None, None]*feedback[None, None, :, None] * np.einsum("rs...,kir...,ljs...->kilj...", M2, I3, I3)
        if np.any(np.isfinite(V)):
            ZZ = ZZ + eta_J**2*noise**2*np.einsum("klij...->kilj...", I_g1g1xx)*feedback[:, None, None, None]*feedback[None, None, :, None]/V
            ZZ = ZZ + eta_J**2*feedback[:, None, None, None]*feedback[None, None, :, None]/V * (np.einsum("rs...,klijrs...->kilj...", M2, I_g1g1xxg0g0) + -1.0 * np.einsum("rs...,kir...,ljs...->kilj...", M2, I3, I3))
        # covariance of sum_s a_k^s z_i^s and N times the change of w0_l in one step
        ZY = -A[:, :, None]*dw0[None, None]
        ZY = ZY + eta_0*eta_J*feedback[:, None, None] * np.einsum("lr...,jr...,kij...->kil...", I2[:K, :], M2, I3)
        if np.any(np.isfinite(V)):
            ZY = ZY + eta_0*eta_J*noise**2*I3[:, :, :K]*feedback[:, None, None]/V
            ZY = ZY + eta_0*eta_J*feedback[:, None, None]/V * (np.einsum("jr...,kiljr...->kil...", M2, I_g1xg0g0g0[:, :, :K, :, :]) + -1.0 * np.einsum("lr...,jr...,kij...->kil...", I2[:K, :], M2, I3))
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        if np.any(np.isfinite(V)):
            Dww = Dww + eta_0**2*noise**2*I2[:K, :K]/V
            Dww = Dww + eta_0**2/V * (np.einsum("ij...,klij...->kl...", M2, I_g0g0g0g0[:K, :K, :, :]) + -1.0 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2))
            # covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s in one step
            ZS = -A[:, :, None, None]*mS[None, None]
            ZS = ZS + eta_J**3*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V**2 * (-1.0 * np.einsum("jrs...,klaijrs...->kila...", M3, I_g1g1g1xg0g0g0) + np.einsum("kij...,jrs...,lars...->kila...", I3, M3, I4))
            ZS = ZS + -eta_J**3*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V * np.einsum("kij...,jrs...,lars...->kila...", I3, M3, I4)
            ZS = ZS + eta_J**3*noise**2*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V**2 * (-3.0 * np.einsum("j...,klaij...->kila...", mc0, I_g1g1g1xg0) + np.einsum("j...,la...,kij...->kila...", mc0, J2, I3))
            ZS = ZS + -eta_J**3*noise**2*J2[None, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, None, :, None]/V * np.einsum("j...,kij...->ki...", mc0, I3)[:, :, None, None]
            # covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step
            YS = -dw0[:, None, None]*mS[None]
            YS = YS + eta_0*eta_J**2*feedback[None, None]*feedback[None, :, None]/V**2 * (-1.0 * np.einsum("ijr...,lakijr...->kla...", M3, I_g1g1g0g0g0g0[:, :, :K, :, :, :]) + np.einsum("ki...,ijr...,lajr...->kla...", I2[:K, :], M3, I4))
            YS = YS + -eta_0*eta_J**2*feedback[None, None]*feedback[None, :, None]/V * np.einsum("ki...,ijr...,lajr...->kla...", I2[:K, :], M3, I4)
            YS = YS + eta_0*eta_J**2*noise**2*feedback[None, None]*feedback[None, :, None]/V**2 * (-3.0 * np.einsum("i...,laki...->kla...", mc0, I4[:, :, :K, :]) + np.einsum("i...,ki...,la...->kla...", mc0, I2[:K, :], J2))
            YS = YS + -eta_0*eta_J**2*noise**2*J2[None]*feedback[None, None]*feedback[None, :, None]/V * np.einsum("i...,ki...->k...", mc0, I2[:K, :])[:, None, None]
            # covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step
            SS = -mS[None, None]*mS[:, :, None, None] + eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 + 3.0 * eta_J**4*noise**4*I_g1g1g1g1*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 - eta_J**4*noise**4*J2[None, None]*J2[:, :, None, None]*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3
            SS = SS + eta_J**4*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 * (np.einsum("ijrs...,klabijrs...->klab...", M4, I_g1g1g1g1g0g0g0g0) + -1.0 * np.einsum("abrs...,klij...,ijrs...->klab...", I4, I4, M4))
            SS = SS + eta_J**4*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 * np.einsum("abrs...,klij...,ijrs...->klab...", I4, I4, M4)
            SS = SS + eta_J**4*noise**2*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**3 * (6.0 * np.einsum("ij...,klabij...->klab...", M2, I_g1g1g1g1g0g0) + -1.0 * np.einsum("ab...,ij...,klij...->klab...", J2, M2, I4) + -1.0 * np.einsum("kl...,ij...,abij...->klab...", J2, M2, I4))
            SS = SS + eta_J**4*noise**2*feedback[None, None, :, None]*feedback[None, None, None]*feedback[:, None, None, None]*feedback[None, :, None, None]/V**2 * (np.einsum("ab...,ij...,klij...->klab...", J2, M2, I4) + np.einsum("kl...,ij...,abij...->klab...", J2, M2, I4))
        # covariance of N dR_kn and N dR_lm in one step
        DRR = ZZ[:, K:, :, K:]
        # covariance of N dR_kn and N dQ_la in one step
        DRQ = np.einsum("knal...->knla...", ZZ[:, K:, :, :K]) + ZZ[:, K:, :, :K]
        if np.any(np.isfinite(V)):
            DRQ = DRQ + ZS[:, K:, :, :]
        # covariance of N dR_kn and N dw0_l in one step
        DRw = ZY[:, K:, :]
        # covariance of N dQ_kl and N dQ_ab in one step
        DQQ = ZZ[:, :K, :, :K] + np.einsum("klba...->klab...", ZZ[:, :K, :, :K]) + np.einsum("lkab...->klab...", ZZ[:, :K, :, :K]) + np.einsum("lkba...->klab...", ZZ[:, :K, :, :K])
        if np.any(np.isfinite(V)):
            DQQ = DQQ + SS + np.einsum("abkl...->klab...", ZS[:, :K, :, :]) + np.einsum("bakl...->klab...", ZS[:, :K, :, :]) + ZS[:, :K, :, :] + np.einsum("lkab...->klab...", ZS[:, :K, :, :])
        # covariance of N dQ_kl and N dw0_a in one step
        DQw = ZY[:, :K, :] + np.einsum("lka...->kla...", ZY[:, :K, :])
        if np.any(np.isfinite(V)):
            DQw = DQw + np.einsum("akl...->kla...", YS)
    return DRR, DRQ, DRw, DQQ, DQw, Dww


def tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of d state/d alpha in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    decay = parameters.decay
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
    T = _with_batch(T, 2, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    feedback = _with_batch(np.full(K, 1.0) if parameters.feedback is None else parameters.feedback, 1, batch)
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = tC
        # derivative of I3: <g'(z_k) z_i g(z_j)> over the fields
        tI3 = tC[None]
        if np.any(np.isfinite(V)):
            # derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
            tI4 = tC[None, None]
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        if np.any(np.isfinite(V)):
            # derivative of G0: <c_i c_j> over the task
            tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        tA = -eta_J*feedback[:, None] * (np.einsum("j...,kij...->ki...", mc0, tI3) + np.einsum("j...,kij...->ki...", tmc0, I3))
        if np.any(np.isfinite(V)):
            # derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
            tE = eta_J**2*feedback[:, None]*feedback[None]/V * (np.einsum("ij...,klij...->kl...", G0, tI4) + np.einsum("ij...,klij...->kl...", tG0, I4))
        # derivative of dR: dR/dalpha
        tdR = -decay*eta_J*tR + tA[:, K:]
        # derivative of dQ: dQ/dalpha
        tdQ = -2.0 * decay*eta_J*tQ + tA[:, :K] + np.einsum("lk...->kl...", tA[:, :K])
        if np.any(np.isfinite(V)):
            tdQ = tdQ + tE
        # derivative of dw0: dw0/dalpha
        tdw0 = -eta_0 * (np.einsum("i...,ki...->k...", mc0, tI2[:K, :]) + np.einsum("i...,ki...->k...", tmc0, I2[:K, :]))
    return tdR, tdQ, tdw0


def eps_g_tangent(R, Q, w0, tR, tQ, tw0, T, parameters):
    """Derivative of eps_g in the direction (tR, tQ, tw0) of the state; axes of length 1 behind the state stand for all directions there."""
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    tR, tQ, tw0 = (np.asarray(x, dtype=float) for x in (tR, tQ, tw0))
    K, M = R.shape[:2]
    S = K + M
    batch = R.shape[2:]
    along = np.broadcast_shapes(batch, tR.shape[2:])
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
        # derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]]
        tC = np.empty((S, S, *along))
        tC[:K, :K] = tQ
        tC[:K, K:] = tR
        tC[K:, :K] = np.swapaxes(tC[:K, K:], 0, 1)
        tC[K:, K:] = np.full((M, M, *batch), 0.0)
        # derivative of I2: <g(z_i) g(z_j)> over the fields
        tI2 = tC
        # derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        tbase0 = np.empty((S, *along))
        tbase0[:K] = tw0
        tbase0[K:] = np.full((M, *batch), 0.0)
        # derivative of mc0: <c_i> over the task
        tmc0 = tbase0
        # derivative of G0: <c_i c_j> over the task
        tG0 = mc0[:, None]*tmc0[None] + mc0[None]*tmc0[:, None]
        # derivative of eps_g: loss on fresh data
        teps_g = 0.5 * (np.einsum("ij...,ij...->...", G0, tI2) + np.einsum("ij...,ij...->...", I2, tG0))
    return teps_g
