"""FO-ANIL whose inner loop is held near its start

Emitted by orderode 0.1.0 from the system proximal, digest dcba0e339827be20. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Rajeswaran, Finn, Kakade, Levine, arXiv 1909.04630

Conventions
    activation    g(x) = erf(x/sqrt(2))
    local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
    overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
    outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
    task          u with given mean and covariance, Gaussian or independent with given kurtosis
    loss of the inner loop l = (f - y - noise*zeta)^2/2 + anchor*sum_k (w_k - w0_k)^2/2
    loss of the outer step l = (f - y - noise*zeta)^2/2
    time          alpha = t/N after t steps

Limits and closures
    N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
    quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes; g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07
    nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
    1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
    covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or, with Gaussian tasks, P -> inf. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out: of order 1/P^2 for Gaussian tasks, of order 1 for others. Where there is one task, given as known_task, they are those of the support set, by the rule with nodes: averages over tasks are then exact by the law of total covariance

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

DIGEST = "dcba0e339827be20"
HEAD_START = 0.0  # of the elements of w0 at alpha = 0, where a problem gives none

#: scales t of the couplings: nodes of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions
n_path = 10
_PATH = (
    0.15695732645063498, 0.35226839947456207, 0.53050523985520426, 0.68267137058293004,
    0.80347745925294034, 0.8913194525585042, 0.94838578349890046, 0.98022720723965429,
    0.99456341776548074, 0.99927079955520715,
)

#: weights of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions
_PATH_WEIGHT = (
    0.19927364793410826, 0.18864007392816537, 0.16637479230733504, 0.13707026388755236,
    0.10427193603945759, 0.071783423926572845, 0.043294000664199653, 0.021709744436756509,
    0.0083189643898639466, 0.0020597150876994308,
)

#: strengths of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most
n_square = 4
_SQUARE = (
    1.0307240770272368, 1.2592670725916821, 1.6165727214646848, 1.9168663365684531,
)

#: weights of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most
_SQUARE_WEIGHT = (
    -0.42988755889773028, -0.31629594366833252, -0.18211935431582907, -0.071697143118108125,
)

#: strengths of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most
n_quartic = 4
_QUARTIC = (
    2.1028936336367146, 2.5084723662975725, 3.0452007395688132, 3.6548924341451614,
)

#: weights of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most
_QUARTIC_WEIGHT = (
    0.3007729784066514, 0.43221520697299254, 0.239652036200282, 0.02735977842007406,
)

#: strengths of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most
n_fine = 7
_FINE = (
    1.0110464369533159, 1.0969923449326693, 1.2556771668737854, 1.460560479906744,
    1.6745730670733887, 1.8568793338110265, 1.9716452434570688,
)

#: weights of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most
_FINE_WEIGHT = (
    -0.26391745202300493, -0.23413868502848809, -0.18775023983578937, -0.13887062175827453,
    -0.09481851314563873, -0.056907584804985825, -0.02359690340381855,
)


class Parameters(NamedTuple):
    """Parameters of the algorithm: numbers, or one value per element of the batch; those of type int are Python numbers."""

    eta_J: float  # rate of the first layer
    eta_w: float  # rate of the inner loop
    anchor: float  # strength that holds the inner loop near its start
    eta_0: float = 0.0  # rate of the head start
    noise: float = 0.0  # standard deviation of label noise
    decay: float = 0.0  # weight decay of the first layer
    V: float = math.inf  # samples in the query set; math.inf for the limit
    P: float = math.inf  # samples in the support set; math.inf for the limit
    first_order: int = 0  # 1 keeps the first power of 1/P only, 0 keeps all of them
    inner_steps: int = 1  # steps of the inner loop
    mean: Any = None  # mean of the task vector (M); None: zero
    cov: Any = None  # its covariance (M, M); None: identity
    kurtosis: Any = None  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only) (M); None: Gaussian
    nodes: Any = None  # nodes of a rule for independent standard normal numbers, one row per node (n_nodes, S); None: for P or V infinite only
    weights: Any = None  # its weights (n_nodes); None: for P or V infinite only


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


def _erf(xp, x):
    """The error function, from where this namespace has it."""
    place = {"numpy": "scipy.special", "jax": "jax.scipy.special", "torch": "torch.special", "cupy": "cupyx.scipy.special"}
    return importlib.import_module(place[xp.__name__.split(".")[0]]).erf(x)


def _factor(xp, C):
    """Lower triangular F with F F^T = C; a column whose pivot is rounding only is zero."""
    columns = []
    for j in range(C.shape[0]):
        rest = C[j:, j]
        for column in columns:
            rest = rest - column[j:] * column[j]
        positive = rest[0] > 1e-14 * C[j, j]
        column = xp.where(positive, rest / xp.sqrt(xp.where(positive, rest[0], 1.0)), 0.0)
        columns.append(xp.concatenate([xp.zeros_like(C[:j, j]), column]))
    return xp.stack(columns, 1)


def _joint4(xp, v00, v01, v02, v03, v11, v12, v13, v22, v23, v33):
    """Average of g over 4 fields, of their covariance: upper triangle, row by row."""
    total = 0.0
    for t in range(n_path):
        a00 = v00 + 1
        a01 = v01
        a02 = v02*_PATH[t]
        a03 = v03*_PATH[t]
        a11 = v11 + 1
        a12 = v12*_PATH[t]
        a13 = v13*_PATH[t]
        a22 = v22 + 1
        a23 = v23
        a33 = v33 + 1
        x0 = a02**2
        x1 = a00*a23
        x2 = a01*a22
        x3 = a12**2
        x4 = a01**2
        x5 = 1.0 / xp.sqrt(a00*a11*a22 - a00*x3 + 2.0 * a01*a02*a12 - a11*x0 - a22*x4)
        x6 = a23**2
        x7 = a03**2
        x8 = 1.0 / xp.sqrt(a00*a22*a33 - a00*x6 + 2.0 * a02*a03*a23 - a22*x7 - a33*x0)
        x9 = 0.4052847345693511 * _PATH_WEIGHT[t]
        x10 = a00*a33
        x11 = a01*a23
        x12 = a01*a33
        x13 = a13**2
        x14 = 1.0 / xp.sqrt(a00*a11*a33 - a00*x13 + 2.0 * a01*a03*a13 - a11*x7 - a33*x4)
        x15 = a11*a22
        x16 = a11*a23
        x17 = 1.0 / xp.sqrt(a11*a22*a33 - a11*x6 + 2.0 * a12*a13*a23 - a22*x13 - a33*x3)
        total = total + v02*x9*1.0 / xp.sqrt(a00*a22 - x0)*xp.arcsin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*1.0 / xp.sqrt(x10 - x7)*xp.arcsin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*1.0 / xp.sqrt(x15 - x3)*xp.arcsin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*1.0 / xp.sqrt(a11*a33 - x13)*xp.arcsin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12))
    return total + 0.4052847345693511 * xp.arcsin(v01*1.0 / xp.sqrt(v00 + 1)*1.0 / xp.sqrt(v11 + 1))*xp.arcsin(v23*1.0 / xp.sqrt(v22 + 1)*1.0 / xp.sqrt(v33 + 1))


#: Number of points of a lattice -> its generator.
LATTICES = {
    1021: [1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128],
    4093: [1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413],
    16381: [1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472],
    65521: [1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729],
    262139: [1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852],
}


def nodes(S, size):
    """Nodes (n, S) and weights (n,), in numpy, of a rule for S <= 14 independent standard normal numbers.

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


def rhs(R, Q, w0, T, parameters, xp):
    """dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."""
    eta_J = parameters.eta_J
    eta_w = parameters.eta_w
    eta_0 = parameters.eta_0
    noise = parameters.noise
    decay = parameters.decay
    anchor = parameters.anchor
    V = parameters.V
    P = parameters.P
    inner_steps = parameters.inner_steps
    higher = 0.0 if parameters.first_order else 1.0
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if _finite(P) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    square = _with_batch(xp, _SQUARE, 1, batch, dtype)
    square_weight = _with_batch(xp, _SQUARE_WEIGHT, 1, batch, dtype)
    quartic = _with_batch(xp, _QUARTIC, 1, batch, dtype)
    quartic_weight = _with_batch(xp, _QUARTIC_WEIGHT, 1, batch, dtype)
    fine = _with_batch(xp, _FINE, 1, batch, dtype)
    fine_weight = _with_batch(xp, _FINE_WEIGHT, 1, batch, dtype)
    mean = _with_batch(xp, xp.full((M,), 0.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 1.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    kurtosis = None if parameters.kurtosis is None else _with_batch(xp, parameters.kurtosis, 1, batch, dtype)
    nodes = None if parameters.nodes is None else _with_batch(xp, parameters.nodes, 2, batch, dtype)
    weights = None if parameters.weights is None else _with_batch(xp, parameters.weights, 1, batch, dtype)
    if _finite(P) and _finite(V) and higher and (nodes is None or weights is None):
        raise ValueError("nodes and weights are missing: finite P and V need them; none, arrays of length 0, will do where w0 is zero, mean is zero, cov is diagonal")
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    # 1/sqrt(C[i, i] + 1)
    r0 = 1.0 / xp.sqrt(xp.einsum("ii...->i...", C) + 1)
    # covariance of the fields with the Gaussian weight of k absorbed
    C1 = C[None] - C[:K, :][:, :, None]*C[:K, :][:, None]*r0[:K][:, None, None]**2
    if _finite(P) and _finite(V) and higher:
        # 1/sqrt(C[n, n]*quartic[g] + 1)
        r1 = 1.0 / xp.sqrt(xp.einsum("nn...->n...", C[K:, K:])[:, None]*quartic[None] + 1)
        # covariance of the fields with the Gaussian weight of n absorbed, of the strengths g
        Cq = C[None, None] - C[K:, :][None, :, :, None]*C[K:, :][None, :, None]*quartic[:, None, None, None]*xp.einsum("ng...->gn...", r1)[:, :, None, None]**2
        # 1/sqrt(C[i, i]*square[c] + 1)
        r2 = 1.0 / xp.sqrt(xp.einsum("ii...->i...", C)[:, None]*square[None] + 1)
        # covariance of the fields with the Gaussian weight of i absorbed, of the strengths c
        Cs1 = -C[None, :, :, None]*C[None, :, None]*xp.einsum("ic...->ci...", r2)[:, :, None, None]**2*square[:, None, None, None] + C[None, None]
        # 1/sqrt(Cs1[c, n, i, i]*square[d] + 1)
        r3 = 1.0 / xp.sqrt(xp.einsum("cnii...->cni...", Cs1[:, K:, :, :])[:, :, :, None]*square[None, None, None] + 1)
        # covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d
        Cs2 = -Cs1[:, K:, :, :][:, None, :, :, :, None]*Cs1[:, K:, :, :][:, None, :, :, None]*xp.einsum("cnid...->cdni...", r3)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None] + Cs1[:, K:, :, :][:, None, :, None]
    if _finite(P):
        # 1/sqrt(C[i, i]*fine[x] + 1)
        r4 = 1.0 / xp.sqrt(xp.einsum("ii...->i...", C)[:, None]*fine[None] + 1)
        # 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1)
        r5 = 1.0 / xp.sqrt(-C[:, :, None]**2*fine[None, None]*r4[:, None]**2 + xp.einsum("jj...->j...", C)[None, :, None] + 1)
        # <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
        I_eg0g0_fff = xp.zeros((S, S, S, *batch), dtype=dtype)
        I_eg0g0_fff = I_eg0g0_fff + xp.sum(0.63661977236758138 * xp.arcsin((-C[None, :, :, None]*C[None, :, None]*fine[:, None, None, None]*xp.einsum("ix...->xi...", r4)[:, :, None, None]**2 + C[None, None])*xp.einsum("ijx...->xij...", r5)[:, :, :, None]*xp.einsum("irx...->xir...", r5)[:, :, None])*fine_weight[:, None, None, None]*xp.einsum("ix...->xi...", r4)[:, :, None, None], (0,))
    # <g(z_i) g(z_j)> over the fields
    I2 = 0.63661977236758138 * xp.arcsin(C*r0[:, None]*r0[None])
    # 1/sqrt(C1[k, i, i] + 1)
    r6 = 1.0 / xp.sqrt(xp.einsum("kii...->ki...", C1) + 1)
    # <g'(z_k) z_i g(z_j)> over the fields
    I3 = 0.63661977236758138 * C1*r0[:K][:, None, None]*r6[:, None]
    if _finite(V):
        # 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1)
        r7 = 1.0 / xp.sqrt(xp.einsum("kii...->ki...", C1)[:, None] - C1[:, :K, :]**2*r6[:, :K][:, :, None]**2 + 1)
        # <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        I4 = 0.4052847345693511 * xp.arcsin((C1[:, None] - C1[:, :K, :][:, :, :, None]*C1[:, :K, :][:, :, None]*r6[:, :K][:, :, None, None]**2)*r7[:, :, :, None]*r7[:, :, None])*r0[:K][:, None, None, None]*r6[:, :K][:, :, None, None]
    if _finite(P):
        # asin(C[i, j]*r0[i]*r0[j])
        r8 = xp.arcsin(C*r0[:, None]*r0[None])
        # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        I_g0g0g0g0 = xp.zeros((S, S, S, S, *batch), dtype=dtype)
        I_g0g0g0g0 = _joint4(xp, xp.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], xp.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], xp.einsum("rr...->r...", C)[None, None, :, None], C[None, None], xp.einsum("ss...->s...", C)[None, None, None])
        twice = I_eg0g0_fff + 0.63661977236758138 * r8[None]
        for i in range(S):
            I_g0g0g0g0 = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_g0g0g0g0, _at[i, i], twice[i]), _at[i, :, i], twice[i]), _at[:, i, i], twice[i]), _at[i, :, :, i], twice[i]), _at[:, i, :, i], twice[i]), _at[:, :, i, i], twice[i])
    if _finite(V):
        # <g'(z_k) g'(z_l)> over the fields
        J2 = 0.63661977236758138 * 1.0 / xp.sqrt(xp.einsum("kll...->kl...", C1[:, :K, :K]) + 1)*r0[:K][:, None]
    if _finite(P) and _finite(V) and higher:
        # 1/sqrt(Cq[g, n, k, k]*square[c] + 1)
        r9 = 1.0 / xp.sqrt(xp.einsum("gnkk...->gnk...", Cq[:, :, :K, :K])[:, :, :, None]*square[None, None, None] + 1)
        # 1/sqrt(-Cq[g, n, k, l]**2*r9[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1)
        r10 = 1.0 / xp.sqrt(-Cq[:, :, :K, :K][:, :, :, :, None]**2*r9[:, :, :, None]**2*square[None, None, None, None] + xp.einsum("gnll...->gnl...", Cq[:, :, :K, :K])[:, :, None, :, None] + 1)
        # <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        I_qhg0g0_blll = xp.zeros((M, K, K, K, *batch), dtype=dtype)
        I_qhg0g0_blll = I_qhg0g0_blll + xp.sum(0.63661977236758138 * xp.arcsin((-Cq[:, :, :K, :K][:, None, :, :, None]*Cq[:, :, :K, :K][:, None, :, :, :, None]*xp.einsum("gnkd...->gdnk...", r9)[:, :, :, :, None, None]**2*square[None, :, None, None, None, None] + Cq[:, :, :K, :K][:, None, :, None])*xp.einsum("gnkad...->gdnka...", r10)[:, :, :, :, None]*xp.einsum("gnkld...->gdnkl...", r10)[:, :, :, :, :, None])*quartic_weight[:, None, None, None, None, None]*xp.einsum("ng...->gn...", r1)[:, None, :, None, None, None]*xp.einsum("gnkd...->gdnk...", r9)[:, :, :, :, None, None]*square_weight[None, :, None, None, None, None], (0, 1))
        # 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1)
        r11 = 1.0 / xp.sqrt(xp.einsum("cdnmkk...->cdnmk...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None]*square[None, None, None, None, None] + 1)
        # 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r11[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1)
        r12 = 1.0 / xp.sqrt(-Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None]**2*r11[:, :, :, :, :, None]**2*square[None, None, None, None, None, None] + xp.einsum("cdnmll...->cdnml...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None] + 1)
        # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        I_hhhg0g0_bblll = xp.zeros((M, M, K, K, K, *batch), dtype=dtype)
        if M >= 2:
            I_hhhg0g0_bblll = I_hhhg0g0_bblll + xp.sum(0.63661977236758138 * xp.arcsin((-Cs2[:, :, :, K:, :K, :K][:, :, None, :, :, :, None]*Cs2[:, :, :, K:, :K, :K][:, :, None, :, :, :, :, None]*xp.einsum("cdnmkf...->cdfnmk...", r11)[:, :, :, :, :, :, None, None]**2*square[None, None, :, None, None, None, None, None] + Cs2[:, :, :, K:, :K, :K][:, :, None, :, :, None])*xp.einsum("cdnmkaf...->cdfnmka...", r12)[:, :, :, :, :, :, None]*xp.einsum("cdnmklf...->cdfnmkl...", r12)[:, :, :, :, :, :, :, None])*xp.einsum("cdnmkf...->cdfnmk...", r11)[:, :, :, :, :, :, None, None]*xp.einsum("nc...->cn...", r2[K:, :])[:, None, None, :, None, None, None, None]*xp.einsum("cnmd...->cdnm...", r3[:, :, K:, :])[:, :, None, :, :, None, None, None]*square_weight[:, None, None, None, None, None, None, None]*square_weight[None, :, None, None, None, None, None, None]*square_weight[None, None, :, None, None, None, None, None], (0, 1, 2))
        twice = I_qhg0g0_blll
        for n in range(M):
            I_hhhg0g0_bblll = _put(xp, I_hhhg0g0_bblll, _at[n, n], twice[n])
        # 1/sqrt(Cq[g, n, k, k] + 1)
        r13 = 1.0 / xp.sqrt(xp.einsum("gnkk...->gnk...", Cq[:, :, :K, :K]) + 1)
        # <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields
        I_qg0g0_bll = xp.zeros((M, K, K, *batch), dtype=dtype)
        I_qg0g0_bll = I_qg0g0_bll + xp.sum(0.63661977236758138 * xp.arcsin(Cq[:, :, :K, :K]*r13[:, :, :, None]*r13[:, :, None])*quartic_weight[:, None, None, None]*xp.einsum("ng...->gn...", r1)[:, :, None, None], (0,))
        # 1/sqrt(Cs2[c, d, n, i, j, j] + 1)
        r14 = 1.0 / xp.sqrt(xp.einsum("cdnijj...->cdnij...", Cs2) + 1)
        # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
        I_hhg0g0_bbll = xp.zeros((M, M, K, K, *batch), dtype=dtype)
        if M >= 2:
            I_hhg0g0_bbll = I_hhg0g0_bbll + xp.sum(0.63661977236758138 * xp.arcsin(Cs2[:, :, :, K:, :K, :K]*r14[:, :, :, K:, :K][:, :, :, :, :, None]*r14[:, :, :, K:, :K][:, :, :, :, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, None, :, None, None, None]*xp.einsum("cnmd...->cdnm...", r3[:, :, K:, :])[:, :, :, :, None, None]*square_weight[:, None, None, None, None, None]*square_weight[None, :, None, None, None, None], (0, 1))
        twice = I_qg0g0_bll
        for n in range(M):
            I_hhg0g0_bbll = _put(xp, I_hhg0g0_bbll, _at[n, n], twice[n])
        # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields
        I_hhg0g0_bllb = xp.zeros((M, K, K, M, *batch), dtype=dtype)
        I_hhg0g0_bllb = I_hhg0g0_bllb + xp.sum(0.63661977236758138 * xp.arcsin(Cs2[:, :, :, :K, :K, K:]*r14[:, :, :, :K, :K][:, :, :, :, :, None]*r14[:, :, :, :K, K:][:, :, :, :, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, None, :, None, None, None]*xp.einsum("cnkd...->cdnk...", r3[:, :, :K, :])[:, :, :, :, None, None]*square_weight[:, None, None, None, None, None]*square_weight[None, :, None, None, None, None], (0, 1))
        # <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        I_hhg0g0_blll = xp.zeros((M, K, K, K, *batch), dtype=dtype)
        I_hhg0g0_blll = I_hhg0g0_blll + xp.sum(0.63661977236758138 * xp.arcsin(Cs2[:, :, :, :K, :K, :K]*r14[:, :, :, :K, :K][:, :, :, :, None]*r14[:, :, :, :K, :K][:, :, :, :, :, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, None, :, None, None, None]*xp.einsum("cnkd...->cdnk...", r3[:, :, :K, :])[:, :, :, :, None, None]*square_weight[:, None, None, None, None, None]*square_weight[None, :, None, None, None, None], (0, 1))
        # 1/sqrt(Cs1[c, i, j, j] + 1)
        r15 = 1.0 / xp.sqrt(xp.einsum("cijj...->cij...", Cs1) + 1)
        # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields
        I_hg0g0_blb = xp.zeros((M, K, M, *batch), dtype=dtype)
        I_hg0g0_blb = I_hg0g0_blb + xp.sum(0.63661977236758138 * xp.arcsin(Cs1[:, K:, :K, K:]*r15[:, K:, :K][:, :, :, None]*r15[:, K:, K:][:, :, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, :, None, None]*square_weight[:, None, None, None], (0,))
        # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
        I_hg0g0_bll = xp.zeros((M, K, K, *batch), dtype=dtype)
        I_hg0g0_bll = I_hg0g0_bll + xp.sum(0.63661977236758138 * xp.arcsin(Cs1[:, K:, :K, :K]*r15[:, K:, :K][:, :, :, None]*r15[:, K:, :K][:, :, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, :, None, None]*square_weight[:, None, None, None], (0,))
        # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields
        I_hg0g0_llb = xp.zeros((K, K, M, *batch), dtype=dtype)
        I_hg0g0_llb = I_hg0g0_llb + xp.sum(0.63661977236758138 * xp.arcsin(Cs1[:, :K, :K, K:]*r15[:, :K, :K][:, :, :, None]*r15[:, :K, K:][:, :, None])*xp.einsum("kc...->ck...", r2[:K, :])[:, :, None, None]*square_weight[:, None, None, None], (0,))
        # <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        I_hg0g0_lll = xp.zeros((K, K, K, *batch), dtype=dtype)
        I_hg0g0_lll = I_hg0g0_lll + xp.sum(0.63661977236758138 * xp.arcsin(Cs1[:, :K, :K, :K]*r15[:, :K, :K][:, :, None]*r15[:, :K, :K][:, :, :, None])*xp.einsum("kc...->ck...", r2[:K, :])[:, :, None, None]*square_weight[:, None, None, None], (0,))
        # <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        I_qg0g0g0g0_bllll = xp.zeros((M, K, K, K, K, *batch), dtype=dtype)
        if K >= 4:
            I_qg0g0g0g0_bllll = I_qg0g0g0g0_bllll + xp.sum(_joint4(xp, xp.einsum("gnkk...->gnk...", Cq[:, :, :K, :K])[:, :, :, None, None, None], Cq[:, :, :K, :K][:, :, :, :, None, None], Cq[:, :, :K, :K][:, :, :, None, :, None], Cq[:, :, :K, :K][:, :, :, None, None], xp.einsum("gnll...->gnl...", Cq[:, :, :K, :K])[:, :, None, :, None, None], Cq[:, :, :K, :K][:, :, None, :, :, None], Cq[:, :, :K, :K][:, :, None, :, None], xp.einsum("gnaa...->gna...", Cq[:, :, :K, :K])[:, :, None, None, :, None], Cq[:, :, :K, :K][:, :, None, None], xp.einsum("gnbb...->gnb...", Cq[:, :, :K, :K])[:, :, None, None, None])*quartic_weight[:, None, None, None, None, None]*xp.einsum("ng...->gn...", r1)[:, :, None, None, None, None], (0,))
        twice = I_qg0g0_bll[:, None] + I_qhg0g0_blll
        for k in range(K):
            I_qg0g0g0g0_bllll = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_qg0g0g0g0_bllll, _at[:, k, k], twice[:, k]), _at[:, k, :, k], twice[:, k]), _at[:, :, k, k], twice[:, k]), _at[:, k, :, :, k], twice[:, k]), _at[:, :, k, :, k], twice[:, k]), _at[:, :, :, k, k], twice[:, k])
        # <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        I_hhg0g0g0g0_bbllll = xp.zeros((M, M, K, K, K, K, *batch), dtype=dtype)
        if M >= 2 and K >= 4:
            I_hhg0g0g0g0_bbllll = I_hhg0g0g0g0_bbllll + xp.sum(_joint4(xp, xp.einsum("cdnmkk...->cdnmk...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, :, None, None, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, :, None, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, None, :, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, :, None, None], xp.einsum("cdnmll...->cdnml...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, :, None, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, None, :, :, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, None, :, None], xp.einsum("cdnmaa...->cdnma...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, None, :, None], Cs2[:, :, :, K:, :K, :K][:, :, :, :, None, None], xp.einsum("cdnmbb...->cdnmb...", Cs2[:, :, :, K:, :K, :K])[:, :, :, :, None, None, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, None, :, None, None, None, None, None]*xp.einsum("cnmd...->cdnm...", r3[:, :, K:, :])[:, :, :, :, None, None, None, None]*square_weight[:, None, None, None, None, None, None, None]*square_weight[None, :, None, None, None, None, None, None], (0, 1))
        twice = I_qg0g0g0g0_bllll
        for n in range(M):
            I_hhg0g0g0g0_bbllll = _put(xp, I_hhg0g0g0g0_bbllll, _at[n, n], twice[n])
        twice = I_hhg0g0_bbll[:, :, None] + I_hhhg0g0_bblll
        for k in range(K):
            I_hhg0g0g0g0_bbllll = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_hhg0g0g0g0_bbllll, _at[:, :, k, k], twice[:, :, k]), _at[:, :, k, :, k], twice[:, :, k]), _at[:, :, :, k, k], twice[:, :, k]), _at[:, :, k, :, :, k], twice[:, :, k]), _at[:, :, :, k, :, k], twice[:, :, k]), _at[:, :, :, :, k, k], twice[:, :, k])
        # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
        I_hg0g0g0g0_blllb = xp.zeros((M, K, K, K, M, *batch), dtype=dtype)
        if K >= 3:
            I_hg0g0g0g0_blllb = I_hg0g0g0g0_blllb + xp.sum(_joint4(xp, xp.einsum("cnkk...->cnk...", Cs1[:, K:, :K, :K])[:, :, :, None, None, None], Cs1[:, K:, :K, :K][:, :, :, :, None, None], Cs1[:, K:, :K, :K][:, :, :, None, :, None], Cs1[:, K:, :K, K:][:, :, :, None, None], xp.einsum("cnll...->cnl...", Cs1[:, K:, :K, :K])[:, :, None, :, None, None], Cs1[:, K:, :K, :K][:, :, None, :, :, None], Cs1[:, K:, :K, K:][:, :, None, :, None], xp.einsum("cnaa...->cna...", Cs1[:, K:, :K, :K])[:, :, None, None, :, None], Cs1[:, K:, :K, K:][:, :, None, None], xp.einsum("cnmm...->cnm...", Cs1[:, K:, K:, K:])[:, :, None, None, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, :, None, None, None, None]*square_weight[:, None, None, None, None, None], (0,))
        twice = I_hg0g0_blb[:, None] + I_hhg0g0_bllb
        for k in range(K):
            I_hg0g0g0g0_blllb = _put(xp, _put(xp, _put(xp, I_hg0g0g0g0_blllb, _at[:, k, k], twice[:, k]), _at[:, k, :, k], twice[:, k]), _at[:, :, k, k], twice[:, k])
        # <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        I_hg0g0g0g0_bllll = xp.zeros((M, K, K, K, K, *batch), dtype=dtype)
        if K >= 4:
            I_hg0g0g0g0_bllll = I_hg0g0g0g0_bllll + xp.sum(_joint4(xp, xp.einsum("cnkk...->cnk...", Cs1[:, K:, :K, :K])[:, :, :, None, None, None], Cs1[:, K:, :K, :K][:, :, :, :, None, None], Cs1[:, K:, :K, :K][:, :, :, None, :, None], Cs1[:, K:, :K, :K][:, :, :, None, None], xp.einsum("cnll...->cnl...", Cs1[:, K:, :K, :K])[:, :, None, :, None, None], Cs1[:, K:, :K, :K][:, :, None, :, :, None], Cs1[:, K:, :K, :K][:, :, None, :, None], xp.einsum("cnaa...->cna...", Cs1[:, K:, :K, :K])[:, :, None, None, :, None], Cs1[:, K:, :K, :K][:, :, None, None], xp.einsum("cnbb...->cnb...", Cs1[:, K:, :K, :K])[:, :, None, None, None])*xp.einsum("nc...->cn...", r2[K:, :])[:, :, None, None, None, None]*square_weight[:, None, None, None, None, None], (0,))
        twice = I_hg0g0_bll[:, None] + I_hhg0g0_blll
        for k in range(K):
            I_hg0g0g0g0_bllll = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_hg0g0g0g0_bllll, _at[:, k, k], twice[:, k]), _at[:, k, :, k], twice[:, k]), _at[:, :, k, k], twice[:, k]), _at[:, k, :, :, k], twice[:, k]), _at[:, :, k, :, k], twice[:, k]), _at[:, :, :, k, k], twice[:, k])
        # <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        I_ssg0g0g0g0_bbllll = xp.zeros((M, M, K, K, K, K, *batch), dtype=dtype)
        I_ssg0g0g0g0_bbllll = I_g0g0g0g0[:K, :K, :K, :K][None, None] + I_hg0g0g0g0_bllll[None] + I_hg0g0g0g0_bllll[:, None] + I_hhg0g0g0g0_bbllll
        twice = I2[:K, :K][None, None, None] + I_hg0g0_lll[None, None] + xp.einsum("mkkab...->mkab...", I_hg0g0g0g0_bllll)[None] + xp.einsum("nkkab...->nkab...", I_hg0g0g0g0_bllll)[:, None] + xp.einsum("nmkkab...->nmkab...", I_hhg0g0g0g0_bbllll)
        for k in range(K):
            I_ssg0g0g0g0_bbllll = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_ssg0g0g0g0_bbllll, _at[:, :, k, k], twice[:, :, k]), _at[:, :, k, :, k], twice[:, :, k]), _at[:, :, :, k, k], twice[:, :, k]), _at[:, :, k, :, :, k], twice[:, :, k]), _at[:, :, :, k, :, k], twice[:, :, k]), _at[:, :, :, :, k, k], twice[:, :, k])
        # <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
        I_sg0g0g0g0_blllb = xp.zeros((M, K, K, K, M, *batch), dtype=dtype)
        I_sg0g0g0g0_blllb = I_g0g0g0g0[:K, :K, :K, K:][None] + I_hg0g0g0g0_blllb
        twice = I2[:K, K:][None, None] + I_hg0g0_llb[None] + xp.einsum("nkkam...->nkam...", I_hg0g0g0g0_blllb)
        for k in range(K):
            I_sg0g0g0g0_blllb = _put(xp, _put(xp, _put(xp, I_sg0g0g0g0_blllb, _at[:, k, k], twice[:, k]), _at[:, k, :, k], twice[:, k]), _at[:, :, k, k], twice[:, k])
        # <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        I_sg0g0g0g0_bllll = xp.zeros((M, K, K, K, K, *batch), dtype=dtype)
        I_sg0g0g0g0_bllll = I_g0g0g0g0[:K, :K, :K, :K][None] + I_hg0g0g0g0_bllll
        twice = I2[:K, :K][None, None] + I_hg0g0_lll[None] + xp.einsum("nkkab...->nkab...", I_hg0g0g0g0_bllll)
        for k in range(K):
            I_sg0g0g0g0_bllll = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_sg0g0g0g0_bllll, _at[:, k, k], twice[:, k]), _at[:, k, :, k], twice[:, k]), _at[:, :, k, k], twice[:, k]), _at[:, k, :, :, k], twice[:, k]), _at[:, :, k, :, k], twice[:, k]), _at[:, :, :, k, k], twice[:, k])
    # head after the inner loop: its part without the task
    h = w0
    for _ in range(inner_steps):
        # h after one more step
        h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
        h_next = h_next + -eta_w * xp.einsum("l...,kl...->k...", h, I2[:K, :K])
        h = h_next
    # its response to the task: w_k = h_k + sum_m H_km u_m
    H = xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch))
    for _ in range(inner_steps):
        # H after one more step
        H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
        H_next = H_next + -eta_w * xp.einsum("lm...,kl...->km...", H, I2[:K, :K])
        H = H_next
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    base = xp.zeros((S, *batch), dtype=dtype)
    base = _put(xp, base, _at[:K], h)
    base = _put(xp, base, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    L = xp.zeros((S, M, *batch), dtype=dtype)
    L = _put(xp, L, _at[:K, :], H)
    L = _put(xp, L, _at[K:, :], -_identity(xp, M, batch, dtype))
    if _finite(P):
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = xp.zeros((S, *batch), dtype=dtype)
        base0 = _put(xp, base0, _at[:K], w0)
        base0 = _put(xp, base0, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = xp.zeros((S, M, *batch), dtype=dtype)
        L0 = _put(xp, L0, _at[:K, :], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
        L0 = _put(xp, L0, _at[K:, :], -_identity(xp, M, batch, dtype))
        # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        base1 = xp.zeros((S, *batch), dtype=dtype)
        base1 = _put(xp, base1, _at[:K], h - w0)
        base1 = _put(xp, base1, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
        # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        L1 = xp.zeros((S, M, *batch), dtype=dtype)
        L1 = _put(xp, L1, _at[:K, :], H)
        L1 = _put(xp, L1, _at[K:, :], -_identity(xp, M, batch, dtype))
    if _finite(V) and kurtosis is not None:
        # fourth cumulants of the task vector's components
        kappa = (kurtosis - 3)*xp.einsum("mm...->m...", cov)**2
    # <c_i> over the task
    mc = base
    mc = mc + xp.einsum("m...,im...->i...", mean, L)
    # <c_i c_j> over the task
    G = mc[:, None]*mc[None]
    G = G + xp.einsum("im...,jp...,mp...->ij...", L, L, cov)
    if _finite(P):
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + xp.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + xp.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # <c_i> over the task
        mc1 = base1
        mc1 = mc1 + xp.einsum("m...,im...->i...", mean, L1)
        # <c_i c_j> over the task
        G1 = mc1[:, None]*mc1[None]
        G1 = G1 + xp.einsum("im...,jp...,mp...->ij...", L1, L1, cov)
    if _finite(P) and _finite(V):
        # <c_i c_j> over the task, of c0 and c1
        GX1 = mc0[:, None]*mc1[None]
        GX1 = GX1 + xp.einsum("im...,jp...,mp...->ij...", L0, L1, cov)
    if _finite(P) and _finite(V) and higher:
        # lower triangular factor of the covariance: C = F F^T
        F = _factor(xp, C)
        # fields at a node
        zn = xp.einsum("ij...,ej...->ei...", F, nodes)
        # g at a node
        g0n = _erf(xp, 0.70710678118654757 * zn)
        # mean of the residual over the task
        mr = -eta_w * xp.einsum("j...,ej...->e...", mc0, g0n)
        # its second moment
        Gr = eta_w**2*noise**2
        Gr = Gr + eta_w**2 * xp.einsum("jr...,ej...,er...->e...", G0, g0n, g0n)
        # its moment with c1
        Xr = -eta_w * xp.einsum("ji...,ej...->ei...", GX1, g0n)
        # its second moment, squares of the teacher's units only
        Gd = eta_w**2*noise**2
        Gd = Gd + eta_w**2 * xp.einsum("en...,en...,nn...->e...", g0n[:, K:], g0n[:, K:], G0[K:, K:])
        # its moment with c1, the teacher's units only
        Xd = -eta_w * xp.einsum("ni...,en...->ei...", GX1[K:, :], g0n[:, K:])
        # <r^3> over the task, at a node
        q3 = 3.0 * Gr*mr - 2.0 * mr**3
        # <r^3 c1_i> over the task, at a node, but for what needs no nodes
        q3x = -3.0 * Gd[:, None]*Xd + 3.0 * Gr[:, None]*Xr - 2.0 * mc1[None]*mr[:, None]**3
        # <r^4> over the task, at a node, but for what needs no nodes
        q4 = -3.0 * Gd**2 + 3.0 * Gr**2 - 2.0 * mr**4
    if _finite(P):
        # share of 2 support samples in 1 given blocks
        p21 = P**(-1.0)
        # share of 2 support samples in 2 given blocks, minus 1
        p22 = -1/P
    if _finite(P) and _finite(V) and higher:
        # share of 3 support samples in 1 given blocks
        p31 = higher/P**2
    if _finite(P) and _finite(V):
        # share of 3 support samples in 2 given blocks
        p32 = P**(-1.0)
    if _finite(P) and _finite(V) and higher:
        p32 = p32 + -higher/P**2
    if _finite(P) and _finite(V):
        # share of 3 support samples in 3 given blocks, minus 1
        p33 = -3.0 * P**(-1.0)
    if _finite(P) and _finite(V) and higher:
        p33 = p33 + 2.0 * higher/P**2
        # share of 4 support samples in 1 given blocks
        p41 = higher/P**3
        # share of 4 support samples in 2 given blocks
        p42 = higher/P**2 - higher/P**3
    if _finite(P) and _finite(V):
        # share of 4 support samples in 3 given blocks
        p43 = P**(-1.0)
    if _finite(P) and _finite(V) and higher:
        p43 = p43 + -3.0 * higher/P**2 + 2.0 * higher/P**3
    if _finite(P) and _finite(V):
        # share of 4 support samples in 4 given blocks, minus 1
        p44 = -6.0 * P**(-1.0)
    if _finite(P) and _finite(V) and higher:
        p44 = p44 + 11.0 * higher/P**2 - 6.0 * higher/P**3
    if _finite(P):
        # <d_k d_l> averaged over the task
        B2 = eta_w**2*noise**2*I2[:K, :K]
        B2 = B2 + eta_w**2 * xp.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
    if _finite(P) and _finite(V) and higher:
        # <d_k d_l> <d_a d_b> averaged over the task
        B22 = eta_w**4*noise**4*I2[:K, :K][None, None]*I2[:K, :K][:, :, None, None]
        B22 = B22 + eta_w**4 * (xp.einsum("ij...,rs...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("ir...,js...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("is...,jr...,abrs...,klij...->klab...", G0, G0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :]) + -2.0 * xp.einsum("i...,j...,r...,s...,abrs...,klij...->klab...", mc0, mc0, mc0, mc0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :]))
        B22 = B22 + eta_w**4*noise**2*I2[:K, :K][None, None] * xp.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])[:, :, None, None]
        B22 = B22 + eta_w**4*noise**2*I2[:K, :K][:, :, None, None] * xp.einsum("rs...,abrs...->ab...", G0, I_g0g0g0g0[:K, :K, :, :])[None, None, :, :]
    if _finite(P) and _finite(V) and higher and kurtosis is not None:
        B22 = B22 + eta_w**4 * xp.einsum("p...,ip...,jp...,rp...,sp...,abrs...,klij...->klab...", kappa, L0, L0, L0, L0, I_g0g0g0g0[:K, :K, :, :], I_g0g0g0g0[:K, :K, :, :])
    if _finite(P) and _finite(V):
        # <d_k d_l> c1_i averaged over the task
        B2x = eta_w**2*noise**2*I2[:K, :K][:, :, None]*mc1[None, None]
        B2x = B2x + eta_w**2 * (xp.einsum("j...,ri...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("r...,ji...,kljr...->kli...", mc0, GX1, I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("i...,jr...,kljr...->kli...", mc1, G0, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * xp.einsum("j...,r...,i...,kljr...->kli...", mc0, mc0, mc1, I_g0g0g0g0[:K, :K, :, :]))
        # <d_k d_l> c1_i c1_j averaged over the task
        B2xx = eta_w**2*noise**2*G1[None, None]*I2[:K, :K][:, :, None, None]
        B2xx = B2xx + eta_w**2 * (xp.einsum("rs...,ij...,klrs...->klij...", G0, G1, I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("ri...,sj...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + xp.einsum("rj...,si...,klrs...->klij...", GX1, GX1, I_g0g0g0g0[:K, :K, :, :]) + -2.0 * xp.einsum("r...,s...,i...,j...,klrs...->klij...", mc0, mc0, mc1, mc1, I_g0g0g0g0[:K, :K, :, :]))
    if _finite(P) and _finite(V) and kurtosis is not None:
        B2xx = B2xx + eta_w**2 * xp.einsum("p...,rp...,sp...,ip...,jp...,klrs...->klij...", kappa, L0, L0, L1, L1, I_g0g0g0g0[:K, :K, :, :])
    if _finite(P) and _finite(V) and higher:
        # <d_k d_l d_a> averaged over the task
        B3 = xp.einsum("e...,e...,ea...,ek...,el...->kla...", q3, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K])
        # <d_k d_l d_a> c1_i averaged over the task
        B3x = -3.0 * eta_w**3 * xp.einsum("nn...,mi...,nklam...->klai...", G0[K:, K:], GX1[K:, :], I_sg0g0g0g0_blllb)
        B3x = B3x + -3.0 * eta_w**3*noise**2 * xp.einsum("ni...,klan...->klai...", GX1[K:, :], I_g0g0g0g0[:K, :K, :K, K:])
        B3x = B3x + xp.einsum("e...,ea...,ek...,el...,ei...->klai...", weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], q3x)
    if _finite(P) and _finite(V) and higher and kurtosis is not None:
        B3x = B3x + -eta_w**3 * xp.einsum("nn...,nn...,nn...,n...,in...,nklan...->klai...", L0[K:, :], L0[K:, :], L0[K:, :], kappa, L1, I_sg0g0g0g0_blllb)
    if _finite(P) and _finite(V) and higher:
        # <d_k d_l d_a d_b> averaged over the task
        B4 = 3.0 * eta_w**4*noise**4*I_g0g0g0g0[:K, :K, :K, :K]
        B4 = B4 + 3.0 * eta_w**4 * xp.einsum("mm...,nn...,nmklab...->klab...", G0[K:, K:], G0[K:, K:], I_ssg0g0g0g0_bbllll)
        B4 = B4 + 6.0 * eta_w**4*noise**2 * xp.einsum("nn...,nklab...->klab...", G0[K:, K:], I_sg0g0g0g0_bllll)
        B4 = B4 + xp.einsum("e...,e...,ea...,eb...,ek...,el...->klab...", q4, weights, g0n[:, :K], g0n[:, :K], g0n[:, :K], g0n[:, :K])
    if _finite(P) and _finite(V) and higher and kurtosis is not None:
        B4 = B4 + eta_w**4 * xp.einsum("nn...,nn...,nn...,nn...,n...,nnklab...->klab...", L0[K:, :], L0[K:, :], L0[K:, :], L0[K:, :], kappa, I_ssg0g0g0g0_bbllll)
    if _finite(P):
        # <c_i c_j> minus its value at P -> infinity
        P2 = xp.zeros((S, S, *batch), dtype=dtype)
        P2 = _put(xp, P2, _at[:K, :K], p21*B2 + p22*G1[:K, :K])
        P2 = _put(xp, P2, _at[:K, K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
        P2 = _put(xp, P2, _at[K:, :K], xp.swapaxes(P2[:K, K:], 0, 1))
        P2 = _put(xp, P2, _at[K:, K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, M, *batch)))
    if _finite(P) and _finite(V):
        # <c_i c_j c_r c_s> minus its value at P -> infinity
        P4 = xp.zeros((K, K, S, S, *batch), dtype=dtype)
        P4 = _put(xp, P4, _at[:, :, :K, :K], p21*B2[None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p21*B2[:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p21*B2[:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p21*B2[:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p21*B2[None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p21*B2[None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, None]*w0[:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, :, None]*w0[None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, None, None]*w0[None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*w0[None, None, :, None]*w0[None, None, None] + p22*G1[:K, :K][None, :, :, None]*w0[None, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][None, :, None]*w0[None, None, :, None]*w0[:, None, None, None] + p32*xp.einsum("abk...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*xp.einsum("abl...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*B2x[:, :, :K][:, None]*w0[None, :, None, None] + p32*xp.einsum("kal...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*xp.einsum("kba...->kab...", B2x[:, :, :K])[:, None]*w0[None, :, None, None] + p32*xp.einsum("kbl...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][:, :, :, None]*w0[None, None, None] + p32*B2x[:, :, :K][:, :, None]*w0[None, None, :, None] + p32*B2x[:, :, :K][None]*w0[:, None, None, None] + p32*xp.einsum("lak...->kla...", B2x[:, :, :K])[:, :, :, None]*w0[None, None, None] + p32*xp.einsum("lba...->lab...", B2x[:, :, :K])[None]*w0[:, None, None, None] + p32*xp.einsum("lbk...->klb...", B2x[:, :, :K])[:, :, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, None, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, :, None]*mc1[:K][None, :, None, None]*w0[None, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p33*G1[:K, :K][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, :, None]*w0[None, None, None] + p33*G1[:K, :K][:, :, None, None]*mc1[:K][None, None, None]*w0[None, None, :, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][None, None, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, :, None]*mc1[:K][:, None, None, None]*w0[None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p33*G1[:K, :K][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, None] - 2.0 * p33*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p43*xp.einsum("abkl...->klab...", B2xx[:, :, :K, :K]) + p43*xp.einsum("kalb...->klab...", B2xx[:, :, :K, :K]) + p43*xp.einsum("kbla...->klab...", B2xx[:, :, :K, :K]) + p43*B2xx[:, :, :K, :K] + p43*xp.einsum("lakb...->klab...", B2xx[:, :, :K, :K]) + p43*xp.einsum("lbka...->klab...", B2xx[:, :, :K, :K]) + p44*G1[:K, :K][None, None]*G1[:K, :K][:, :, None, None] + p44*G1[:K, :K][:, None, :, None]*G1[:K, :K][None, :, None] + p44*G1[:K, :K][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p44*mc1[:K][None, None, :, None]*mc1[:K][None, None, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None])
    if _finite(P) and _finite(V) and higher:
        P4 = _put(xp, P4, _at[:, :, :K, :K], P4[:, :, :K, :K] + p31*B3[:, None]*w0[None, :, None, None] + p31*B3[:, :, :, None]*w0[None, None, None] + p31*B3[:, :, None]*w0[None, None, :, None] + p31*B3[None]*w0[:, None, None, None] + p41*B4 + p42*xp.einsum("abkl...->klab...", B22) + p42*xp.einsum("kalb...->klab...", B22) + p42*xp.einsum("lakb...->klab...", B22) + p42*xp.einsum("kabl...->klab...", B3x[:, :, :, :K]) + p42*B3x[:, :, :, :K] + p42*xp.einsum("klba...->klab...", B3x[:, :, :, :K]) + p42*xp.einsum("labk...->klab...", B3x[:, :, :, :K]))
    if _finite(P) and _finite(V) and kurtosis is not None:
        P4 = _put(xp, P4, _at[:, :, :K, :K], P4[:, :, :K, :K] + p44 * xp.einsum("p...,ap...,bp...,kp...,lp...->klab...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[:K, :]))
    if _finite(P) and _finite(V):
        P4 = _put(xp, P4, _at[:, :, :K, K:], p21*B2x[:, :, K:][:, None]*w0[None, :, None, None] + p21*B2x[:, :, K:][:, :, None]*w0[None, None, :, None] + p21*B2x[:, :, K:][None]*w0[:, None, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][:, None, None, None]*w0[None, :, None, None] + p22*G1[:K, K:][None, None]*mc1[:K][None, :, None, None]*w0[:, None, None, None] + p22*G1[:K, :K][:, None, :, None]*mc1[K:][None, None, None]*w0[None, :, None, None] + p22*G1[:K, :K][:, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, None, :, None]*w0[None, :, None, None] + p22*G1[:K, K:][:, None, None]*mc1[:K][None, :, None, None]*w0[None, None, :, None] + p22*G1[:K, :K][None, :, :, None]*mc1[K:][None, None, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][None, None, :, None]*w0[:, None, None, None] + p22*G1[:K, K:][None, :, None]*mc1[:K][:, None, None, None]*w0[None, None, :, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[K:][None, None, None]*w0[None, :, None, None] - 2.0 * p22*mc1[:K][None, None, :, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[:, None, None, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*w0[None, None, :, None] + p32*xp.einsum("kaln...->klan...", B2xx[:, :, :K, K:]) + p32*B2xx[:, :, :K, K:] + p32*xp.einsum("lakn...->klan...", B2xx[:, :, :K, K:]) + p33*G1[:K, K:][None, None]*G1[:K, :K][:, :, None, None] + p33*G1[:K, :K][:, None, :, None]*G1[:K, K:][None, :, None] + p33*G1[:K, K:][:, None, None]*G1[:K, :K][None, :, :, None] - 2.0 * p33*mc1[:K][None, None, :, None]*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None])
        P4 = _put(xp, P4, _at[:, :, K:, :K], xp.swapaxes(P4[:, :, :K, K:], 2, 3))
    if _finite(P) and _finite(V) and higher:
        P4 = _put(xp, P4, _at[:, :, :K, K:], P4[:, :, :K, K:] + p31*B3x[:, :, :, K:])
        P4 = _put(xp, P4, _at[:, :, K:, :K], xp.swapaxes(P4[:, :, :K, K:], 2, 3))
    if _finite(P) and _finite(V) and kurtosis is not None:
        P4 = _put(xp, P4, _at[:, :, :K, K:], P4[:, :, :K, K:] + p33 * xp.einsum("p...,ap...,kp...,lp...,np...->klan...", kappa, L1[:K, :], L1[:K, :], L1[:K, :], L1[K:, :]))
        P4 = _put(xp, P4, _at[:, :, K:, :K], xp.swapaxes(P4[:, :, :K, K:], 2, 3))
    if _finite(P) and _finite(V):
        P4 = _put(xp, P4, _at[:, :, K:, K:], p21*B2xx[:, :, K:, K:] + p22*G1[:K, :K][:, :, None, None]*G1[K:, K:][None, None] + p22*G1[:K, K:][:, None, None]*G1[:K, K:][None, :, :, None] + p22*G1[:K, K:][:, None, :, None]*G1[:K, K:][None, :, None] - 2.0 * p22*mc1[:K][:, None, None, None]*mc1[:K][None, :, None, None]*mc1[K:][None, None, None]*mc1[K:][None, None, :, None])
    if _finite(P) and _finite(V) and kurtosis is not None:
        P4 = _put(xp, P4, _at[:, :, K:, K:], P4[:, :, K:, K:] + p22 * xp.einsum("p...,kp...,lp...,mp...,np...->klnm...", kappa, L1[:K, :], L1[:K, :], L1[K:, :], L1[K:, :]))
    # A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
    A = -eta_J * xp.einsum("kj...,kij...->ki...", G[:K, :], I3)
    if _finite(P):
        A = A + -eta_J * xp.einsum("kj...,kij...->ki...", P2[:K, :], I3)
    if _finite(V):
        # E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        E = eta_J**2*noise**2*G[:K, :K]*J2/V
        E = E + eta_J**2/V * (xp.einsum("ij...,kl...,klij...->kl...", G, G[:K, :K], I4) + xp.einsum("ki...,lj...,klij...->kl...", G[:K, :], G[:K, :], I4) + xp.einsum("kj...,li...,klij...->kl...", G[:K, :], G[:K, :], I4) + -2.0 * xp.einsum("i...,j...,k...,l...,klij...->kl...", mc, mc, mc[:K], mc[:K], I4))
    if _finite(P) and _finite(V):
        E = E + eta_J**2*noise**2*J2*P2[:K, :K]/V
        E = E + eta_J**2/V * xp.einsum("klij...,klij...->kl...", I4, P4)
    if _finite(V) and kurtosis is not None:
        E = E + eta_J**2/V * xp.einsum("p...,ip...,jp...,kp...,lp...,klij...->kl...", kappa, L, L, L[:K, :], L[:K, :], I4)
    # dR/dalpha
    dR = -decay*eta_J*R + A[:, K:]
    # dQ/dalpha
    dQ = -2.0 * decay*eta_J*Q + A[:, :K] + xp.einsum("lk...->kl...", A[:, :K])
    if _finite(V):
        dQ = dQ + E
    # dw0/dalpha
    dw0 = -eta_0 * xp.einsum("i...,ki...->k...", mc, I2[:K, :])
    return dR, dQ, dw0


def eps_g(R, Q, w0, T, parameters, xp):
    """loss on fresh data after the inner loop; shape of the batch."""
    eta_w = parameters.eta_w
    noise = parameters.noise
    anchor = parameters.anchor
    P = parameters.P
    inner_steps = parameters.inner_steps
    if parameters.inner_steps < 1:
        raise ValueError("inner_steps is not at least 1")
    if _finite(P) and parameters.inner_steps != 1:
        raise ValueError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf")
    R, Q, w0 = (xp.asarray(x) for x in (R, Q, w0))
    dtype = R.dtype
    K, M = R.shape[:2]
    S = K + M
    batch = tuple(R.shape[2:])
    T = _with_batch(xp, T, 2, batch, dtype)
    fine = _with_batch(xp, _FINE, 1, batch, dtype)
    fine_weight = _with_batch(xp, _FINE_WEIGHT, 1, batch, dtype)
    mean = _with_batch(xp, xp.full((M,), 0.0, dtype=dtype) if parameters.mean is None else parameters.mean, 1, batch, dtype)
    cov = _with_batch(xp, 1.0 * xp.eye(M, dtype=dtype) if parameters.cov is None else parameters.cov, 2, batch, dtype)
    # covariance of the fields: C = [[Q, R], [R^T, T]]
    C = xp.zeros((S, S, *batch), dtype=dtype)
    C = _put(xp, C, _at[:K, :K], Q)
    C = _put(xp, C, _at[:K, K:], R)
    C = _put(xp, C, _at[K:, :K], xp.swapaxes(C[:K, K:], 0, 1))
    C = _put(xp, C, _at[K:, K:], T)
    if _finite(P):
        # 1/sqrt(C[i, i]*fine[x] + 1)
        r0 = 1.0 / xp.sqrt(xp.einsum("ii...->i...", C)[:, None]*fine[None] + 1)
        # 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1)
        r1 = 1.0 / xp.sqrt(-C[:, :, None]**2*fine[None, None]*r0[:, None]**2 + xp.einsum("jj...->j...", C)[None, :, None] + 1)
        # <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
        I_eg0g0_fff = xp.zeros((S, S, S, *batch), dtype=dtype)
        I_eg0g0_fff = I_eg0g0_fff + xp.sum(0.63661977236758138 * xp.arcsin((-C[None, :, :, None]*C[None, :, None]*fine[:, None, None, None]*xp.einsum("ix...->xi...", r0)[:, :, None, None]**2 + C[None, None])*xp.einsum("ijx...->xij...", r1)[:, :, :, None]*xp.einsum("irx...->xir...", r1)[:, :, None])*fine_weight[:, None, None, None]*xp.einsum("ix...->xi...", r0)[:, :, None, None], (0,))
    # 1/sqrt(C[i, i] + 1)
    r2 = 1.0 / xp.sqrt(xp.einsum("ii...->i...", C) + 1)
    # <g(z_i) g(z_j)> over the fields
    I2 = 0.63661977236758138 * xp.arcsin(C*r2[:, None]*r2[None])
    if _finite(P):
        # asin(C[i, j]*r2[i]*r2[j])
        r3 = xp.arcsin(C*r2[:, None]*r2[None])
        # <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        I_g0g0g0g0 = xp.zeros((S, S, S, S, *batch), dtype=dtype)
        I_g0g0g0g0 = _joint4(xp, xp.einsum("ii...->i...", C)[:, None, None, None], C[:, :, None, None], C[:, None, :, None], C[:, None, None], xp.einsum("jj...->j...", C)[None, :, None, None], C[None, :, :, None], C[None, :, None], xp.einsum("rr...->r...", C)[None, None, :, None], C[None, None], xp.einsum("ss...->s...", C)[None, None, None])
        twice = I_eg0g0_fff + 0.63661977236758138 * r3[None]
        for i in range(S):
            I_g0g0g0g0 = _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, _put(xp, I_g0g0g0g0, _at[i, i], twice[i]), _at[i, :, i], twice[i]), _at[:, i, i], twice[i]), _at[i, :, :, i], twice[i]), _at[:, i, :, i], twice[i]), _at[:, :, i, i], twice[i])
    # head after the inner loop: its part without the task
    h = w0
    for _ in range(inner_steps):
        # h after one more step
        h_next = -anchor*eta_w*h + anchor*eta_w*w0 + h
        h_next = h_next + -eta_w * xp.einsum("l...,kl...->k...", h, I2[:K, :K])
        h = h_next
    # its response to the task: w_k = h_k + sum_m H_km u_m
    H = xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch))
    for _ in range(inner_steps):
        # H after one more step
        H_next = -anchor*eta_w*H + eta_w*I2[:K, K:] + H
        H_next = H_next + -eta_w * xp.einsum("lm...,kl...->km...", H, I2[:K, :K])
        H = H_next
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    base = xp.zeros((S, *batch), dtype=dtype)
    base = _put(xp, base, _at[:K], h)
    base = _put(xp, base, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
    # c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
    L = xp.zeros((S, M, *batch), dtype=dtype)
    L = _put(xp, L, _at[:K, :], H)
    L = _put(xp, L, _at[K:, :], -_identity(xp, M, batch, dtype))
    if _finite(P):
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        base0 = xp.zeros((S, *batch), dtype=dtype)
        base0 = _put(xp, base0, _at[:K], w0)
        base0 = _put(xp, base0, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
        # c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        L0 = xp.zeros((S, M, *batch), dtype=dtype)
        L0 = _put(xp, L0, _at[:K, :], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
        L0 = _put(xp, L0, _at[K:, :], -_identity(xp, M, batch, dtype))
        # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        base1 = xp.zeros((S, *batch), dtype=dtype)
        base1 = _put(xp, base1, _at[:K], h - w0)
        base1 = _put(xp, base1, _at[K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, *batch)))
        # c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        L1 = xp.zeros((S, M, *batch), dtype=dtype)
        L1 = _put(xp, L1, _at[:K, :], H)
        L1 = _put(xp, L1, _at[K:, :], -_identity(xp, M, batch, dtype))
    # <c_i> over the task
    mc = base
    mc = mc + xp.einsum("m...,im...->i...", mean, L)
    # <c_i c_j> over the task
    G = mc[:, None]*mc[None]
    G = G + xp.einsum("im...,jp...,mp...->ij...", L, L, cov)
    if _finite(P):
        # <c_i> over the task
        mc0 = base0
        mc0 = mc0 + xp.einsum("m...,im...->i...", mean, L0)
        # <c_i c_j> over the task
        G0 = mc0[:, None]*mc0[None]
        G0 = G0 + xp.einsum("im...,jp...,mp...->ij...", L0, L0, cov)
        # <c_i> over the task
        mc1 = base1
        mc1 = mc1 + xp.einsum("m...,im...->i...", mean, L1)
        # <c_i c_j> over the task
        G1 = mc1[:, None]*mc1[None]
        G1 = G1 + xp.einsum("im...,jp...,mp...->ij...", L1, L1, cov)
        # share of 2 support samples in 1 given blocks
        p21 = P**(-1.0)
        # share of 2 support samples in 2 given blocks, minus 1
        p22 = -1/P
        # <d_k d_l> averaged over the task
        B2 = eta_w**2*noise**2*I2[:K, :K]
        B2 = B2 + eta_w**2 * xp.einsum("ij...,klij...->kl...", G0, I_g0g0g0g0[:K, :K, :, :])
        # <c_i c_j> minus its value at P -> infinity
        P2 = xp.zeros((S, S, *batch), dtype=dtype)
        P2 = _put(xp, P2, _at[:K, :K], p21*B2 + p22*G1[:K, :K])
        P2 = _put(xp, P2, _at[:K, K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (K, M, *batch)))
        P2 = _put(xp, P2, _at[K:, :K], xp.swapaxes(P2[:K, K:], 0, 1))
        P2 = _put(xp, P2, _at[K:, K:], xp.broadcast_to(xp.asarray(0.0, dtype=dtype), (M, M, *batch)))
    # loss on fresh data after the inner loop
    eps_g = 0.5 * xp.einsum("ij...,ij...->...", G, I2)
    if _finite(P):
        eps_g = eps_g + 0.5 * xp.einsum("ij...,ij...->...", I2, P2)
    return eps_g
