"""SGD on inputs whose covariance has several eigenvalues

Emitted by orderode 0.1.0 from the system structured_sgd_relu_fluctuations, digest 64a89b29db8ba1a2. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Yoshida and Okada, arXiv 2001.03371

Conventions
    activation    g(x) = max(x, 0)
    inputs        blocks h of shares[h] N coordinates, independent N(0, variances[h])
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N, within each block
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss          l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite V averages of four g are integrals, by a Gauss-Legendre rule of 24 nodes that errs by up to 3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as observed
    covariance of one step (approximation): V -> inf only: no order in 1/V

Shapes: R (blocks, K, M, ...), Q (blocks, K, K, ...), w0 (K, ...), T (blocks, M, M) or (blocks, M, M, ...), where ... is any batch of independent systems;
parameters are scalars or arrays of the batch's shape (task moments: (M,), (M, M), or with the batch behind). Flat states hold
R row by row, the upper triangle of Q row by row, then w0. Where the overlaps are not a covariance the values are NaN.
"""

from typing import NamedTuple

import numpy as np

DIGEST = "64a89b29db8ba1a2"
HEAD_START = 1.0  # of the elements of w0 at alpha = 0, where a problem gives none


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch."""

    shares: np.ndarray  # share of the inputs that are in each block (blocks)
    eta_J: float  # rate of the first layer
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = np.inf  # samples in the query set; np.inf for the limit
    mean: np.ndarray | None = None  # mean of the task vector (M); None: all 1
    cov: np.ndarray | None = None  # its covariance (M, M); None: zero
    kurtosis: np.ndarray | None = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    variances: np.ndarray | None = None  # variance of the inputs in each block (blocks); None: all 1


def pack(R, Q, w0):
    """The flat state (blocks*K*M + blocks*K*(K+1)/2 + K, ...) of R (blocks, K, M, ...), Q (blocks, K, K, ...) and w0 (K, ...)."""
    blocks, K, M = R.shape[:3]
    return np.concatenate([R.reshape((blocks * K * M,) + R.shape[3:]), Q[:, *np.triu_indices(K)].reshape((blocks * (K * (K + 1) // 2),) + Q.shape[3:]), w0])


def unpack(state, K, M, blocks):
    """R (blocks, K, M, ...), Q (blocks, K, K, ...) and w0 (K, ...) of a flat state."""
    batch = state.shape[1:]
    Q = np.empty((blocks, K, K, *batch))
    rows, columns = np.triu_indices(K)
    Q[:, rows, columns] = Q[:, columns, rows] = state[blocks * K * M : -K].reshape((blocks, K * (K + 1) // 2, *batch))
    return state[: blocks * K * M].reshape((blocks, K, M, *batch)), Q, state[-K:]


def _identity(size, batch):
    return np.eye(size).reshape((size, size) + (1,) * len(batch))


def _with_batch(array, rank, batch):
    """An array of this rank, with axes of length 1 for the batch where it has none."""
    array = np.asarray(array, dtype=float)
    return array.reshape(array.shape + (1,) * (rank + len(batch) - array.ndim))


def _root(x, y):
    """sqrt(x - y); 0 where rounding made y the larger, NaN farther out."""
    return np.sqrt(np.where((y > x) & (y - x <= 1e-9 * x), 0.0, x - y))


def diffusion(R, Q, w0, T, parameters):
    """Covariance of N times the changes of R, Q and w0 in one step: DRR (blocks, K, M, blocks, K, M, ...), DRQ (blocks, K, M, blocks, K, K, ...), DRw (blocks, K, M, K, ...), DQQ (blocks, K, K, blocks, K, K, ...), DQw (blocks, K, K, K, ...), Dww (K, K, ...)."""
    eta_J = parameters.eta_J
    eta_0 = parameters.eta_0
    V = parameters.V
    R, Q, w0 = (np.asarray(x, dtype=float) for x in (R, Q, w0))
    if np.any(np.isfinite(V)):
        raise ValueError("the covariance of one step holds at infinite V only")
    blocks, K, M = R.shape[:3]
    S = K + M
    batch = R.shape[3:]
    T = _with_batch(T, 3, batch)
    mean = _with_batch(np.full(M, 1.0) if parameters.mean is None else parameters.mean, 1, batch)
    cov = _with_batch(0.0 * np.eye(M) if parameters.cov is None else parameters.cov, 2, batch)
    kurtosis = None if parameters.kurtosis is None else _with_batch(parameters.kurtosis, 1, batch)
    variances = _with_batch(np.full(blocks, 1.0) if parameters.variances is None else parameters.variances, 1, batch)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        # covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        Cb = np.empty((blocks, S, S, *batch))
        Cb[:, :K, :K] = Q*variances[:, None, None]
        Cb[:, :K, K:] = R*variances[:, None, None]
        Cb[:, K:, :K] = np.swapaxes(Cb[:, :K, K:], 1, 2)
        Cb[:, K:, K:] = T*variances[:, None, None]
        # covariance of the fields: sum over blocks
        C = np.empty((S, S, *batch))
        C[:K, :K] = np.einsum("hkl...->kl...", Cb[:, :K, :K])
        C[:K, K:] = np.einsum("hkn...->kn...", Cb[:, :K, K:])
        C[K:, :K] = np.swapaxes(C[:K, K:], 0, 1)
        C[K:, K:] = np.einsum("hnm...->nm...", Cb[:, K:, K:])
        # <g(z_i) g(z_j)> over the fields
        I2 = 0.15915494309189535 * _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2) + 0.15915494309189535 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2))*C + 0.25 * C
        # 1/sqrt(C[k, k])
        r0 = 1.0 / np.sqrt(np.einsum("kk...->k...", C[:K, :K]))
        # <g''(z_k) g(z_i)> over the fields
        I_g2g0 = 0.15915494309189535 * _root(np.einsum("ii...->i...", C)[None]*np.einsum("kk...->k...", C[:K, :K])[:, None], C[:K, :]**2)*r0[:, None]**2
        # <g'(z_i) g'(z_j)> over the fields
        J2 = 0.15915494309189535 * np.arctan2(C, _root(np.einsum("ii...->i...", C)[:, None]*np.einsum("jj...->j...", C)[None], C**2)) + 0.25
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = np.empty((S, *batch))
        base0[:K] = w0
        base0[K:] = np.full((M, *batch), 0.0)
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = np.empty((S, M, *batch))
        L0[:K, :] = np.full((K, M, *batch), 0.0)
        L0[K:, :] = -_identity(M, batch)
        if kurtosis is not None:
            # fourth cumulants of the task vector's components
            kappa = (kurtosis - 3)*np.einsum("mm...->m...", cov)**2
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + np.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + np.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        W = np.empty((K, S, *batch))
        W[:, :K] = -eta_J*G0[:K, :K]*J2[:K, :K]
        W[:, :K] = W[:, :K] + -eta_J*_identity(K, batch) * np.einsum("ki...,ki...->k...", G0[:K, :], I_g2g0)[:, None]
        W[:, K:] = -eta_J*G0[:K, K:]*J2[:K, K:]
        # dw0/dalpha
        dw0 = -eta_0 * np.einsum("i...,ki...->k...", mc0, I2[:K, :])
        # <c_i c_j> over tasks and support sets
        M2 = G0
        # <c_k c_i c_j> over tasks and support sets
        M3 = G0[None]*mc0[:K][:, None, None] + G0[:K, :][:, :, None]*mc0[None, None] + G0[:K, :][:, None]*mc0[None, :, None] - 2.0 * mc0[None, :, None]*mc0[None, None]*mc0[:K][:, None, None]
        # <c_k c_l c_i c_j> over tasks and support sets
        M4 = G0[None, None]*G0[:K, :K][:, :, None, None] + G0[:K, :][:, None, :, None]*G0[:K, :][None, :, None] + G0[:K, :][:, None, None]*G0[:K, :][None, :, :, None] - 2.0 * mc0[None, None, :, None]*mc0[None, None, None]*mc0[:K][:, None, None, None]*mc0[:K][None, :, None, None]
        if kurtosis is not None:
            M4 = M4 + np.einsum("p...,ip...,jp...,kp...,lp...->klij...", kappa, L0, L0, L0[:K, :], L0[:K, :], optimize=True)
        # covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s, by z_j^s, in one step
        WW = np.empty((K, S, K, S, *batch))
        WW[:, :K, :, :K] = eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, :K][None, None]*np.einsum("abkl...->kalb...", M4[:, :, :K, :K]) - W[:, :K][:, :, None, None]*W[:, :K][None, None]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[:, :, None, None]*_identity(K, batch)[None, None] * np.einsum("ki...,lj...,klij...->kl...", I_g2g0, I_g2g0, M4)[:, None, :, None]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[:, :, None, None]*J2[:K, :K][None, None] * np.einsum("ki...,kbli...->klb...", I_g2g0, M4[:, :, :K, :])[:, None, :, :]
        WW[:, :K, :, :K] = WW[:, :K, :, :K] + eta_J**2*_identity(K, batch)[None, None]*J2[:K, :K][:, :, None, None] * np.einsum("lj...,kalj...->kal...", I_g2g0, M4[:, :, :K, :])[:, :, :, None]
        WW[:, :K, :, K:] = eta_J**2*J2[:K, :K][:, :, None, None]*J2[:K, K:][None, None]*M4[:, :, :K, K:] - W[:, :K][:, :, None, None]*W[:, K:][None, None]
        WW[:, :K, :, K:] = WW[:, :K, :, K:] + eta_J**2*_identity(K, batch)[:, :, None, None]*J2[:K, K:][None, None] * np.einsum("ki...,klni...->kln...", I_g2g0, M4[:, :, K:, :])[:, None, :, :]
        WW[:, K:, :, :K] = eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, :K][None, None]*np.einsum("kanl...->knla...", M4[:, :, K:, :K]) - W[:, K:][:, :, None, None]*W[:, :K][None, None]
        WW[:, K:, :, :K] = WW[:, K:, :, :K] + eta_J**2*_identity(K, batch)[None, None]*J2[:K, K:][:, :, None, None] * np.einsum("lj...,klnj...->knl...", I_g2g0, M4[:, :, K:, :])[:, :, :, None]
        WW[:, K:, :, K:] = eta_J**2*J2[:K, K:][:, :, None, None]*J2[:K, K:][None, None]*np.einsum("klnm...->knlm...", M4[:, :, K:, K:]) - W[:, K:][:, :, None, None]*W[:, K:][None, None]
        # covariance of sum_s a_k^s, by z_i^s, and N times the change of w0_l in one step
        WY = np.empty((K, S, K, *batch))
        WY[:, :K, :] = -W[:, :K][:, :, None]*dw0[None, None]
        WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J*_identity(K, batch)[:, :, None] * np.einsum("lj...,ki...,kij...->kl...", I2[:K, :], I_g2g0, M3)[:, None, :]
        WY[:, :K, :] = WY[:, :K, :] + eta_0*eta_J*J2[:K, :K][:, :, None] * np.einsum("lj...,akj...->kal...", I2[:K, :], M3[:, :K, :])
        WY[:, K:, :] = -W[:, K:][:, :, None]*dw0[None, None]
        WY[:, K:, :] = WY[:, K:, :] + eta_0*eta_J*J2[:K, K:][:, :, None] * np.einsum("lj...,knj...->knl...", I2[:K, :], M3[:, K:, :])
        # covariance of N times the change of w0_k and N times the change of w0_l in one step
        Dww = -dw0[:, None]*dw0[None]
        Dww = Dww + eta_0**2 * np.einsum("ki...,lj...,ij...->kl...", I2[:K, :], I2[:K, :], M2)
        # covariance of sum_s a_k^s z_hi^s and sum_s a_l^s, by z_j^s, in one step
        ZWb = np.einsum("hir...,krlj...->hkilj...", Cb, WW)
        # covariance of sum_s a_k^s z_hi^s and sum_s a_l^s z_oj^s in one step
        ZZb = np.einsum("ojr...,hkilr...->hkiolj...", Cb, ZWb)
        # covariance of sum_s a_k^s z_hi^s and N times the change of w0_l in one step
        ZYb = np.einsum("hir...,krl...->hkil...", Cb, WY)
        # covariance of N dR_hkn and N dR_olm in one step
        DRR = ZZb[:, :, K:, :, :, K:]
        # covariance of N dR_hkn and N dQ_ola in one step
        DRQ = np.einsum("hknoal...->hknola...", ZZb[:, :, K:, :, :, :K]) + ZZb[:, :, K:, :, :, :K]
        # covariance of N dR_hkn and N dw0_l in one step
        DRw = ZYb[:, :, K:, :]
        # covariance of N dQ_hkl and N dQ_oab in one step
        DQQ = ZZb[:, :, :K, :, :, :K] + np.einsum("hkloba...->hkloab...", ZZb[:, :, :K, :, :, :K]) + np.einsum("hlkoab...->hkloab...", ZZb[:, :, :K, :, :, :K]) + np.einsum("hlkoba...->hkloab...", ZZb[:, :, :K, :, :, :K])
        # covariance of N dQ_hkl and N dw0_a in one step
        DQw = ZYb[:, :, :K, :] + np.einsum("hlka...->hkla...", ZYb[:, :, :K, :])
    return DRR, DRQ, DRw, DQQ, DQw, Dww
