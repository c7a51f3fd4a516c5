"""Spiked random features: ridge regression on sigma(b.x + u v.x)

Emitted by orderode 0.1.0 from the system srf, digest d7b79a03f8bcabb2. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980

Conventions
    inputs        x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1
    labels        y = g(s) + sqrt(noise2) N(0, 1)
    network       f = sum_i a_i sigma(w_i.x)/sqrt(p)
    weights       w_i = b_i + u v, rows b_i with covariance c/d, |v| = 1, v.theta = gamma
    readout       least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples
    ratios        alpha = n/d, beta = p/d, alpha0 = n0/d
    erf           erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))
    others        gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)), sigmoid 1/(1 + exp(-x))

Limits and closures
    d -> inf (exact): n, p and n0 grow like d; the row norms of the weights do not fluctuate

``solve(activation, target, parameters)`` takes numbers or arrays of one shape, any batch of independent points, and gives arrays
of that shape. Averages over kappa are Gauss-Legendre sums over 8 panels of 20 nodes on either side of 0, graded as sinh.
Where a function has no closed averages (sigmoid, silu, softplus, tanh) those of its ends are, and the rest is a trapezoidal
sum on a grid that all kappa share, to 2e-14 for every mean and variance.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf, owens_t

DIGEST = "d7b79a03f8bcabb2"
#: What the entries of ``Solution.status`` mean.
STATUS = ("ok", "no convergence", "non-finite")
ACTIVATIONS = ("erf", "relu", "tanh", "gelu", "silu", "softplus", "sigmoid", "sin", )
TARGETS = ("sign", "sin", "sin2", "erf", "relu", "linear", "he2", "he3", "he4", "tanh", "gelu", "silu", "softplus", "sigmoid", )
WARM_UP = 30  # plain steps of the fixed point before Newton's
MOST_STEPS = 60  # of Newton
TOLERANCE = 1e-13  # of log x and log V2


class Parameters(NamedTuple):
    """Parameters: numbers, or one value per point."""

    alpha: float  # samples of the ridge regression, n/d
    beta: float  # neurons, p/d
    lam: float  # ridge lambda
    u: float = 0.0  # strength of the spike in each neuron's weights
    gamma: float = 0.0  # overlap of the spike with the teacher, from -1 to 1
    c: float = 1.0  # variance of the bulk: its rows have covariance c/d
    noise2: float = 0.0  # variance Delta of the label noise
    inverse_p: float = 0.0  # 1/p of a finite system, for its leading correction; 0 in the limit


class Solution(NamedTuple):
    """Errors and overlaps, arrays of the shape of the batch; NaN where ``status`` is not 0."""

    test_error: np.ndarray  # mean square error on fresh inputs, label noise excluded
    train_error: np.ndarray  # mean square error on the training samples, label noise included
    V1: np.ndarray  # variance of the readout along the inputs, over its fluctuations
    V2: np.ndarray  # variance of the readout, over its fluctuations
    Vh1: np.ndarray  # conjugate of V1
    Vh2: np.ndarray  # conjugate of V2
    A: np.ndarray  # amplitude of the mean feature c0
    m_v: np.ndarray  # mean output along the spike
    m_e: np.ndarray  # mean output along the rest of the teacher
    Q1: np.ndarray  # squared readout seen through the bulk
    Q2: np.ndarray  # squared readout
    x: np.ndarray  # spectral parameter of the bulk
    status: np.ndarray  # place in STATUS
    steps: np.ndarray  # of Newton


class _Tables(NamedTuple):
    """Functions of kappa at the nodes, (points, nodes)."""

    weight: np.ndarray
    kappa: np.ndarray
    c0: np.ndarray
    c1: np.ndarray
    c22: np.ndarray
    h0: np.ndarray
    h1: np.ndarray
    h2: np.ndarray


class _Point(NamedTuple):
    """Parameters of the readout problem, each (points, 1)."""

    alpha: np.ndarray
    beta: np.ndarray
    lam: np.ndarray
    u: np.ndarray
    gamma: np.ndarray
    c: np.ndarray
    noise2: np.ndarray
    inverse_p: np.ndarray


def _panels(width):
    """Nodes (points, nodes) and weights of N(0, 1), denser around 0 on the scale ``width`` (points, 1)."""
    z, dz = np.polynomial.legendre.leggauss(20)
    half = 0.5 * np.arcsinh(9.0 / width) / 8
    t = half[..., None] * (2 * np.arange(8)[:, None] + 1 + z)
    kappa = (width[..., None] * np.sinh(t)).reshape(len(width), -1)
    weight = (half[..., None] * width[..., None] * np.cosh(t) * dz).reshape(len(width), -1)
    weight = weight * np.exp(-kappa * kappa / 2)
    weight = np.concatenate([weight[:, ::-1], weight], axis=1)
    return np.concatenate([-kappa[:, ::-1], kappa], axis=1), weight / weight.sum(axis=1, keepdims=True)


def _averages(values, singularity, reach, m, spread):
    """Three ``values``(x), 0 beyond ``reach``, averaged over fields of means m (..., nodes), a deviation per row of nodes."""
    means, spreads = m.reshape(-1, m.shape[-1]), spread.reshape(-1, m.shape[-1])[:, 0]
    found = np.full((3, *means.shape), np.nan)
    for row, (mean, width) in enumerate(zip(means, spreads, strict=True)):
        largest = np.abs(mean).max(initial=0.0)
        if width * 12.0 < singularity:
            z, weight = np.polynomial.hermite_e.hermegauss(12)
            found[:, row] = values(mean[:, None] + width * z) @ (weight / weight.sum())
        elif np.isfinite(largest + width):
            # The step for which the error is exp(-40.0), be it of the Gaussian or of the nearest singularity.
            ratio = min(singularity / width, np.sqrt(2 * 40.0))
            pace = 2 * np.pi * ratio / (40.0 + ratio * ratio / 2)
            size = np.ceil(min(reach, largest + 8.5 * width) / (pace * width))
            z = pace * np.arange(-size, size + 1)
            weight = np.exp(-((z - mean[:, None] / width) ** 2) / 2) * (pace / np.sqrt(2 * np.pi))
            found[:, row] = values(width * z) @ weight.T
    found[0, np.abs(found[0]) < 1e-15] = 0.0  # a feature that is 0 but for rounding must not become one
    return found.reshape(3, *m.shape)


def _remainder_tanh(x):
    """What has no closed average of f, f' and f^2."""
    part_0 = np.tanh(x)
    part_2 = (part_0*part_0) - 1.0
    r0 = part_0 - erf(0.70710678118654757*x)
    r1 = -part_2 - 0.79788456080286541*np.exp(-0.5*(x*x))
    r2 = part_2
    return np.stack([r0, r1, r2])


def _remainder_silu(x):
    """What has no closed average of f, f' and f^2."""
    part_0 = 0.5*x
    part_1 = 1.4142135623730951*part_0
    part_2 = erf(part_1)
    part_3 = np.exp(-x)
    part_4 = part_3 + 1.0
    part_5 = (1.0/(part_4))
    part_6 = 0.5*part_2
    part_7 = (1.0/(part_4*part_4))
    part_8 = (x*x)
    part_9 = 0.5*part_8
    r0 = -part_0*part_2 - part_0 + part_5*x
    r1 = -0.56418958354775628*part_1*np.exp(-part_9) + part_3*part_7*x + part_5 - part_6 - 0.5
    r2 = -part_6*part_8 + part_7*part_8 - part_9
    return np.stack([r0, r1, r2])


def _remainder_softplus(x):
    """What has no closed average of f, f' and f^2."""
    part_0 = 0.5*x
    part_1 = np.exp(x)
    part_2 = part_1 + 1.0
    part_3 = np.log(part_2)
    part_4 = 1.4142135623730951*part_0
    part_5 = erf(part_4)
    part_6 = 0.5*part_5
    part_7 = (x*x)
    part_8 = 0.5*part_7
    r0 = -part_0*part_5 - part_0 + part_3
    r1 = part_1/part_2 - 0.56418958354775628*part_4*np.exp(-part_8) - part_6 - 0.5
    r2 = (part_3*part_3) - part_6*part_7 - part_8
    return np.stack([r0, r1, r2])


def _remainder_sigmoid(x):
    """What has no closed average of f, f' and f^2."""
    part_0 = np.exp(-x)
    part_1 = part_0 + 1.0
    part_3 = 0.5*erf(0.70710678118654757*x) + 0.5
    part_4 = (1.0/(part_1*part_1))
    r0 = -part_3 + (1.0/(part_1))
    r1 = part_0*part_4 - 0.3989422804014327*np.exp(-0.5*(x*x))
    r2 = -part_3 + part_4
    return np.stack([r0, r1, r2])


def _features_erf(m, v):
    """c0, c1 and c2^2 of sigma(x) = erf(x) at mean m and variance v."""
    part_0 = (1.0/np.sqrt(2.0*v + 1.0))
    part_1 = m*part_0
    part_2 = 4.0*v
    c0 = erf(part_1)
    c1 = 1.1283791670955126*part_0*np.exp(-2.0*(m*m)/(part_2 + 2.0))
    c22 = -(c0*c0) - (c1*c1)*v - 8.0*owens_t(1.4142135623730951*part_1, (1.0/np.sqrt(part_2 + 1.0))) + 1.0
    return c0, c1, c22


def _features_relu(m, v):
    """c0, c1 and c2^2 of sigma(x) = max(x, 0) at mean m and variance v."""
    part_0 = 0.5*m
    part_2 = np.sqrt(v)
    part_3 = erf(1.4142135623730951*part_0/part_2)
    part_4 = 0.79788456080286541*part_2*np.exp(-0.5*(m*m)/v)
    part_5 = 2.0*part_3 + 2.0
    c0 = part_0*part_3 + part_0 + 0.5*part_4
    c1 = 0.5*part_3 + 0.5
    c22 = -(c0*c0) - (c1*c1)*v + 0.25*m*(m*part_5 + 2.0*part_4) + 0.25*part_5*v
    return c0, c1, c22


def _features_tanh(m, v):
    """c0, c1 and c2^2 of sigma(x) = tanh(x) at mean m and variance v."""
    r0, r1, r2 = _averages(_remainder_tanh, 1.5707963267948966, 20.0, m, np.sqrt(v))
    part_0 = 1.4142135623730951*(1.0/np.sqrt(v + 1.0))
    c0 = r0 + erf(0.5*m*part_0)
    c1 = 0.56418958354775628*part_0*np.exp(-(m*m)/(2.0*v + 2.0)) + r1
    c22 = -(c0*c0) - (c1*c1)*v + r2 + 1.0
    return c0, c1, c22


def _features_gelu(m, v):
    """c0, c1 and c2^2 of sigma(x) = x Phi(x), Phi the normal distribution function at mean m and variance v."""
    part_0 = 0.5*m
    part_1 = v + 1.0
    part_2 = (1.0/np.sqrt(part_1))
    part_4 = 1.4142135623730951*part_2
    part_5 = erf(part_0*part_4)
    part_7 = (m*m)
    part_8 = 2.0*v
    part_9 = 0.56418958354775628*np.exp(-part_7/(part_8 + 2.0))
    part_10 = part_4*part_9
    part_11 = 1.4142135623730951*part_0
    part_12 = part_9/part_1**(1.5)
    part_13 = 2.0*part_5 - 8.0*owens_t(m*part_2, (1.0/np.sqrt(part_8 + 1.0))) + 2.0
    part_14 = 2.0*part_10
    part_15 = (1.0/(part_1))
    part_16 = part_15*v
    part_17 = (1.0/np.sqrt(part_16 + 1.0))
    part_18 = erf(part_11*part_15*part_17)
    c0 = part_0*part_5 + part_0 + 0.5*part_10*v
    c1 = part_11*part_12 + 0.5*part_5 + 0.5
    c22 = -(c0*c0) - (c1*c1)*v + 0.25*m*(m*part_13 + v*(part_14*part_18 + part_14)) + 0.25*v*(2.8284271247461903*m*part_12 + part_13 + part_14*(m*part_15*part_18 + 0.79788456080286541*part_16*part_17*np.exp(-part_7/((part_1*part_1)*(part_15*part_8 + 2.0)))))
    return c0, c1, c22


def _features_silu(m, v):
    """c0, c1 and c2^2 of sigma(x) = x/(1 + exp(-x)) at mean m and variance v."""
    r0, r1, r2 = _averages(_remainder_silu, 3.1415926535897931, 46.0, m, np.sqrt(v))
    part_0 = 0.5*m
    part_2 = v + 1.0
    part_3 = 1.4142135623730951*(1.0/np.sqrt(part_2))
    part_4 = erf(part_0*part_3)
    part_5 = 0.5*v
    part_6 = (m*m)
    part_7 = 0.56418958354775628*np.exp(-part_6/(2.0*v + 2.0))
    part_8 = part_3*part_7
    part_9 = 1.4142135623730951*part_7/part_2**(1.5)
    c0 = part_0*part_4 + part_0 + part_5*part_8 + r0
    c1 = part_0*part_9 + 0.5*part_4 + r1 + 0.5
    c22 = -(c0*c0) - (c1*c1)*v + part_0*(m*part_4 + part_8*v) + part_5*(m*part_9 + part_4) + part_5 + 0.5*part_6 + r2
    return c0, c1, c22


def _features_softplus(m, v):
    """c0, c1 and c2^2 of sigma(x) = log(1 + exp(x)) at mean m and variance v."""
    r0, r1, r2 = _averages(_remainder_softplus, 3.1415926535897931, 42.0, m, np.sqrt(v))
    part_0 = 0.5*m
    part_2 = v + 1.0
    part_3 = 1.4142135623730951*(1.0/np.sqrt(part_2))
    part_4 = erf(part_0*part_3)
    part_5 = 0.5*v
    part_6 = (m*m)
    part_7 = 0.56418958354775628*np.exp(-part_6/(2.0*v + 2.0))
    part_8 = part_3*part_7
    part_9 = 1.4142135623730951*part_7/part_2**(1.5)
    c0 = part_0*part_4 + part_0 + part_5*part_8 + r0
    c1 = part_0*part_9 + 0.5*part_4 + r1 + 0.5
    c22 = -(c0*c0) - (c1*c1)*v + part_0*(m*part_4 + part_8*v) + part_5*(m*part_9 + part_4) + part_5 + 0.5*part_6 + r2
    return c0, c1, c22


def _features_sigmoid(m, v):
    """c0, c1 and c2^2 of sigma(x) = 1/(1 + exp(-x)) at mean m and variance v."""
    r0, r1, r2 = _averages(_remainder_sigmoid, 3.1415926535897931, 38.0, m, np.sqrt(v))
    part_0 = 0.70710678118654757*(1.0/np.sqrt(v + 1.0))
    part_1 = 0.5*erf(m*part_0) + 0.5
    c0 = part_1 + r0
    c1 = 0.56418958354775628*part_0*np.exp(-(m*m)/(2.0*v + 2.0)) + r1
    c22 = -(c0*c0) - (c1*c1)*v + part_1 + r2
    return c0, c1, c22


def _features_sin(m, v):
    """c0, c1 and c2^2 of sigma(x) = sin(x) at mean m and variance v."""
    part_0 = np.exp(-0.5*v)
    c0 = part_0*np.sin(m)
    c1 = part_0*np.cos(m)
    c22 = -(c0*c0) - (c1*c1)*v + 0.5 - 0.5*np.exp(-2.0*v)*np.cos(2.0*m)
    return c0, c1, c22


def _target_sign(m, w):
    """h0, h1 and h2 of g(s) = sign(s) at mean m and standard deviation w."""
    h0 = erf(0.70710678118654757*m/w)
    h1 = 0.79788456080286541*np.exp(-0.5*(m*m)/(w*w))
    h2 = 1.0
    return h0, h1, h2


def _target_sin(m, w):
    """h0, h1 and h2 of g(s) = sin(s) at mean m and standard deviation w."""
    part_0 = (w*w)
    part_1 = np.exp(-0.5*part_0)
    h0 = part_1*np.sin(m)
    h1 = part_1*w*np.cos(m)
    h2 = 0.5 - 0.5*np.exp(-2.0*part_0)*np.cos(2.0*m)
    return h0, h1, h2


def _target_sin2(m, w):
    """h0, h1 and h2 of g(s) = sin(2 s) at mean m and standard deviation w."""
    part_0 = 2.0*m
    part_1 = (w*w)
    part_2 = np.exp(-2.0*part_1)
    h0 = part_2*np.sin(part_0)
    h1 = 2.0*part_2*w*np.cos(part_0)
    h2 = 0.5 - 0.5*np.exp(-8.0*part_1)*np.cos(4.0*m)
    return h0, h1, h2


def _target_erf(m, w):
    """h0, h1 and h2 of g(s) = erf(s) at mean m and standard deviation w."""
    part_0 = (w*w)
    part_1 = (1.0/np.sqrt(2.0*part_0 + 1.0))
    part_2 = m*part_1
    part_3 = 4.0*part_0
    h0 = erf(part_2)
    h1 = 1.1283791670955126*part_1*w*np.exp(-2.0*(m*m)/(part_3 + 2.0))
    h2 = 1.0 - 8.0*owens_t(1.4142135623730951*part_2, (1.0/np.sqrt(part_3 + 1.0)))
    return h0, h1, h2


def _target_relu(m, w):
    """h0, h1 and h2 of g(s) = max(s, 0) at mean m and standard deviation w."""
    part_0 = 0.5*m
    part_2 = erf(1.4142135623730951*part_0/w)
    part_3 = (w*w)
    part_4 = 0.79788456080286541*w*np.exp(-0.5*(m*m)/part_3)
    part_5 = 2.0*part_2 + 2.0
    h0 = part_0*part_2 + part_0 + 0.5*part_4
    h1 = w*(0.5*part_2 + 0.5)
    h2 = 0.25*m*(m*part_5 + 2.0*part_4) + 0.25*part_3*part_5
    return h0, h1, h2


def _target_linear(m, w):
    """h0, h1 and h2 of g(s) = s at mean m and standard deviation w."""
    h0 = m
    h1 = w
    h2 = (m*m) + (w*w)
    return h0, h1, h2


def _target_he2(m, w):
    """h0, h1 and h2 of g(s) = He_2(s)/sqrt(2!) at mean m and standard deviation w."""
    part_1 = 0.70710678118654757
    part_2 = (m*m)
    part_3 = (w*w)
    h0 = part_1*part_2 + part_1*part_3 - part_1
    h1 = 1.4142135623730951*m*w
    h2 = 0.5*(m*m*m*m) + 3.0*part_2*part_3 - part_2 - part_3 + 1.5*(w*w*w*w) + 0.5
    return h0, h1, h2


def _target_he3(m, w):
    """h0, h1 and h2 of g(s) = He_3(s)/sqrt(3!) at mean m and standard deviation w."""
    part_1 = 1.2247448713915889
    part_2 = m*part_1
    part_3 = (w*w)
    part_4 = (m*m)
    part_5 = (m*m*m*m)
    part_6 = (w*w*w*w)
    h0 = 0.40824829046386302*(m*m*m) + part_2*part_3 - part_2
    h1 = w*(part_1*part_3 + part_1*part_4 - part_1)
    h2 = 0.16666666666666666*(m*m*m*m*m*m) - 6.0*part_3*part_4 + 2.5*part_3*part_5 + 1.5*part_3 + 7.5*part_4*part_6 + 1.5*part_4 - part_5 - 3.0*part_6 + 2.5*(w*w*w*w*w*w)
    return h0, h1, h2


def _target_he4(m, w):
    """h0, h1 and h2 of g(s) = He_4(s)/sqrt(4!) at mean m and standard deviation w."""
    part_1 = 0.61237243569579447
    part_2 = (m*m)
    part_3 = 1.2247448713915889
    part_4 = part_2*part_3
    part_5 = (m*m*m*m)
    part_6 = (w*w)
    part_7 = (w*w*w*w)
    part_8 = 2.4494897427831779*m
    part_9 = (m*m*m*m*m*m)
    part_10 = (w*w*w*w*w*w)
    h0 = part_1*part_7 + part_1 - part_3*part_6 + part_4*part_6 - part_4 + 0.20412414523193151*part_5
    h1 = w*(0.81649658092772603*(m*m*m) + part_6*part_8 - part_8)
    h2 = 0.041666666666666664*(m*m*m*m*m*m*m*m) + 17.5*part_10*part_2 - 7.5*part_10 + 10.5*part_2*part_6 - 22.5*part_2*part_7 - 1.5*part_2 - 7.5*part_5*part_6 + 8.75*part_5*part_7 + 1.75*part_5 + 1.1666666666666667*part_6*part_9 - 1.5*part_6 + 5.25*part_7 - 0.5*part_9 + 4.375*(w*w*w*w*w*w*w*w) + 0.375
    return h0, h1, h2


def _target_tanh(m, w):
    """h0, h1 and h2 of g(s) = tanh(s) at mean m and standard deviation w."""
    r0, r1, r2 = _averages(_remainder_tanh, 1.5707963267948966, 20.0, m, w)
    part_0 = (w*w)
    part_1 = 1.4142135623730951*(1.0/np.sqrt(part_0 + 1.0))
    h0 = r0 + erf(0.5*m*part_1)
    h1 = w*(0.56418958354775628*part_1*np.exp(-(m*m)/(2.0*part_0 + 2.0)) + r1)
    h2 = r2 + 1.0
    return h0, h1, h2


def _target_gelu(m, w):
    """h0, h1 and h2 of g(s) = s Phi(s), Phi the normal distribution function at mean m and standard deviation w."""
    part_0 = 0.5*m
    part_1 = (w*w)
    part_2 = part_1 + 1.0
    part_3 = (1.0/np.sqrt(part_2))
    part_5 = 1.4142135623730951*part_3
    part_6 = erf(part_0*part_5)
    part_8 = (m*m)
    part_9 = 2.0*part_1
    part_10 = 0.56418958354775628*np.exp(-part_8/(part_9 + 2.0))
    part_11 = part_10*part_5
    part_12 = 1.4142135623730951*part_0
    part_13 = part_10/part_2**(1.5)
    part_14 = 2.0*part_6 - 8.0*owens_t(m*part_3, (1.0/np.sqrt(part_9 + 1.0))) + 2.0
    part_15 = 2.0*part_11
    part_16 = (1.0/(part_2))
    part_17 = part_1*part_16
    part_18 = (1.0/np.sqrt(part_17 + 1.0))
    part_19 = erf(part_12*part_16*part_18)
    h0 = part_0*part_6 + part_0 + 0.5*part_1*part_11
    h1 = w*(part_12*part_13 + 0.5*part_6 + 0.5)
    h2 = 0.25*m*(m*part_14 + part_1*(part_15*part_19 + part_15)) + 0.25*part_1*(2.8284271247461903*m*part_13 + part_14 + part_15*(m*part_16*part_19 + 0.79788456080286541*part_17*part_18*np.exp(-part_8/((part_2*part_2)*(part_16*part_9 + 2.0)))))
    return h0, h1, h2


def _target_silu(m, w):
    """h0, h1 and h2 of g(s) = s/(1 + exp(-s)) at mean m and standard deviation w."""
    r0, r1, r2 = _averages(_remainder_silu, 3.1415926535897931, 46.0, m, w)
    part_0 = 0.5*m
    part_2 = (w*w)
    part_3 = part_2 + 1.0
    part_4 = 1.4142135623730951*(1.0/np.sqrt(part_3))
    part_5 = erf(part_0*part_4)
    part_6 = 0.5*part_2
    part_7 = (m*m)
    part_8 = 0.56418958354775628*np.exp(-part_7/(2.0*part_2 + 2.0))
    part_9 = part_4*part_8
    part_10 = 1.4142135623730951*part_8/part_3**(1.5)
    h0 = part_0*part_5 + part_0 + part_6*part_9 + r0
    h1 = w*(part_0*part_10 + 0.5*part_5 + r1 + 0.5)
    h2 = part_0*(m*part_5 + part_2*part_9) + part_6*(m*part_10 + part_5) + part_6 + 0.5*part_7 + r2
    return h0, h1, h2


def _target_softplus(m, w):
    """h0, h1 and h2 of g(s) = log(1 + exp(s)) at mean m and standard deviation w."""
    r0, r1, r2 = _averages(_remainder_softplus, 3.1415926535897931, 42.0, m, w)
    part_0 = 0.5*m
    part_2 = (w*w)
    part_3 = part_2 + 1.0
    part_4 = 1.4142135623730951*(1.0/np.sqrt(part_3))
    part_5 = erf(part_0*part_4)
    part_6 = 0.5*part_2
    part_7 = (m*m)
    part_8 = 0.56418958354775628*np.exp(-part_7/(2.0*part_2 + 2.0))
    part_9 = part_4*part_8
    part_10 = 1.4142135623730951*part_8/part_3**(1.5)
    h0 = part_0*part_5 + part_0 + part_6*part_9 + r0
    h1 = w*(part_0*part_10 + 0.5*part_5 + r1 + 0.5)
    h2 = part_0*(m*part_5 + part_2*part_9) + part_6*(m*part_10 + part_5) + part_6 + 0.5*part_7 + r2
    return h0, h1, h2


def _target_sigmoid(m, w):
    """h0, h1 and h2 of g(s) = 1/(1 + exp(-s)) at mean m and standard deviation w."""
    r0, r1, r2 = _averages(_remainder_sigmoid, 3.1415926535897931, 38.0, m, w)
    part_0 = (w*w)
    part_1 = 0.70710678118654757*(1.0/np.sqrt(part_0 + 1.0))
    part_2 = 0.5*erf(m*part_1) + 0.5
    h0 = part_2 + r0
    h1 = w*(0.56418958354775628*part_1*np.exp(-(m*m)/(2.0*part_0 + 2.0)) + r1)
    h2 = part_2 + r2
    return h0, h1, h2


_FEATURES = {"erf": _features_erf, "relu": _features_relu, "tanh": _features_tanh, "gelu": _features_gelu, "silu": _features_silu, "softplus": _features_softplus, "sigmoid": _features_sigmoid, "sin": _features_sin, }
_TARGETS = {"sign": _target_sign, "sin": _target_sin, "sin2": _target_sin2, "erf": _target_erf, "relu": _target_relu, "linear": _target_linear, "he2": _target_he2, "he3": _target_he3, "he4": _target_he4, "tanh": _target_tanh, "gelu": _target_gelu, "silu": _target_silu, "softplus": _target_softplus, "sigmoid": _target_sigmoid, }


def _tables(activation, target, p, variance):
    """The tables of a batch, made once for points alike; ``variance`` is that of a neuron's field given kappa."""
    alike, place = np.unique(np.concatenate([p.u, p.gamma, variance], axis=1), axis=0, return_inverse=True)
    u, gamma, variance = (x[:, None] for x in alike.T)
    w = np.sqrt(np.maximum(1.0 - gamma * gamma, 0.0))
    width = np.minimum(1.0, np.minimum(1.0 / np.maximum(np.abs(u), 1.0), w / np.maximum(np.abs(gamma), 1e-9)))
    kappa, weight = _panels(np.maximum(width, 1e-3))
    features = _FEATURES[activation](u * kappa, variance + np.zeros_like(kappa))
    signal = _TARGETS[target](gamma * kappa, w + np.zeros_like(kappa))
    tables = (weight, kappa, *(x + np.zeros_like(kappa) for x in (*features, *signal)))
    return _Tables(*(x[place.reshape(-1)] for x in tables))


def _susceptibilities(p, tables, x, V2, V1, t1, t1_slope):
    """What stationarity of F0 leaves in (log x, log V2), and its Jacobian."""
    alpha = p.alpha
    beta = p.beta
    lam = p.lam
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    node_0 = (c1*c1)
    q = (1.0/((V1*node_0 + V2*c22 + 1.0)))
    node_1 = (q*q)
    mean_0 = (weight * (c22*node_0*node_1)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (node_0*q)).sum(axis=1, keepdims=True)
    mean_2 = (weight * ((c1*c1*c1*c1)*node_1)).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((c22*c22)*node_1)).sum(axis=1, keepdims=True)
    mean_4 = (weight * (c22*q)).sum(axis=1, keepdims=True)
    part_0 = alpha/beta
    part_1 = (1.0/(x))
    part_4 = mean_2*part_0
    part_5 = (1.0/(V2))
    part_6 = mean_0*part_0
    part_7 = part_4*t1
    part_8 = -part_6 - part_7
    Vh1 = mean_1*part_0
    part_3 = (1.0/(Vh1))
    Vh2 = mean_4*part_0
    part_2 = Vh1*t1 + Vh2 + lam
    part_9 = (1.0/(part_2))
    part_10 = V2*part_9*t1_slope
    residual_0 = np.log(V2*Vh1*beta*part_1)
    residual_1 = np.log(V2*part_2)
    J_00 = x*(-V2*part_3*part_4*t1_slope - part_1)
    J_01 = V2*(part_3*part_8 + part_5)
    J_10 = x*(Vh1*part_9*t1_slope - part_10*part_6 - part_10*part_7)
    J_11 = V2*(part_5 + part_8*part_9*t1 + part_9*(-mean_3*part_0 - part_6*t1))
    return Vh1, Vh2, residual_0, residual_1, J_00, J_01, J_10, J_11


def _forces(p, tables, V1, V2):
    """Stationarity of F0 in V1 and V2."""
    alpha = p.alpha
    beta = p.beta
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    node_0 = (c1*c1)
    q = (1.0/((V1*node_0 + V2*c22 + 1.0)))
    mean_0 = (weight * (node_0*q)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (c22*q)).sum(axis=1, keepdims=True)
    part_0 = alpha/beta
    Vh1 = mean_0*part_0
    Vh2 = mean_1*part_0
    return Vh1, Vh2


def _isotropic(p, tables, Vh1, Vh2):
    """The root x of the same equations for a bulk C = c, and V2, V1 there."""
    beta = p.beta
    lam = p.lam
    c = p.c
    part_0 = Vh1*c
    k2 = Vh2*c + c*lam
    k1 = Vh2 - beta*part_0 + lam + part_0
    k0 = -Vh1*beta
    root = np.sqrt(-4.0*k0*k2 + (k1*k1))
    x = np.where(k1 > 0.0, -2.0*k0/(k1 + root), 0.5*(-k1 + root)/k2)
    t1 = c/(c*x + 1.0)
    V2 = x/(Vh1*beta)
    V1 = V2*t1
    return x, V1, V2


def _isotropic_law(p, tables, x):
    """T1, W and their slopes of a bulk C = c."""
    c = p.c
    part_0 = c*x + 1.0
    t1 = c/part_0
    W_vv = part_0
    W_ve = 0.0
    W_ee = part_0
    t1_slope = -(c*c)/(part_0*part_0)
    W_vv_slope = c
    W_ve_slope = 0.0
    W_ee_slope = c
    return t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope


def _means(p, tables, V1, V2, Vh1, W_vv, W_ve, W_ee):
    """Stationarity of E: means along the spike and the teacher, and the unpenalised mode."""
    alpha = p.alpha
    beta = p.beta
    inverse_p = p.inverse_p
    kappa = tables.kappa
    c0 = tables.c0
    c1 = tables.c1
    c22 = tables.c22
    h0 = tables.h0
    h1 = tables.h1
    weight = tables.weight
    node_0 = (c1*c1)
    q = (1.0/((V1*node_0 + V2*c22 + 1.0)))
    node_1 = c0*q
    node_2 = node_0*q
    node_3 = c1*q
    mean_0 = (weight * ((c0*c0)*q)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (c1*kappa*node_1)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (h0*node_1)).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((kappa*kappa)*node_2)).sum(axis=1, keepdims=True)
    mean_4 = (weight * (node_2)).sum(axis=1, keepdims=True)
    mean_5 = (weight * (h0*kappa*node_3)).sum(axis=1, keepdims=True)
    mean_6 = (weight * (h1*node_3)).sum(axis=1, keepdims=True)
    part_0 = (1.0/(Vh1))
    part_1 = alpha/beta
    part_2 = part_0*part_1
    part_3 = mean_3*part_2
    part_4 = mean_4*part_2
    part_5 = mean_1*part_1
    part_6 = part_0*part_5
    part_7 = mean_0*part_1 + inverse_p/V2
    part_8 = mean_5*part_2
    part_9 = mean_6*part_2
    M_00 = W_vv*part_3 - part_3 + 1.0
    M_01 = W_ve*part_4
    M_02 = W_vv*part_6 - part_6
    M_10 = W_ve*part_3
    M_11 = W_ee*part_4 - part_4 + 1.0
    M_12 = W_ve*part_6
    M_20 = part_5
    M_21 = 0.0
    M_22 = part_7 + np.where(part_7 == 0.0, 1.0, 0.0)
    y_0 = W_ve*part_9 + W_vv*part_8 - part_8
    y_1 = W_ee*part_9 + W_ve*part_8 - part_9
    y_2 = mean_2*part_1
    m_v, m_e, A = _linear(
        [[M_00, M_01, M_02], [M_10, M_11, M_12], [M_20, M_21, M_22]], [y_0, y_1, y_2], V2
    )
    b_v = -A*alpha*mean_1/beta - alpha*m_v*mean_3/beta + alpha*mean_5/beta
    b_e = -alpha*m_e*mean_4/beta + alpha*mean_6/beta
    return m_v, m_e, A, b_v, b_e


def _variances(p, tables, V1, V2, Vh1, t1, t1_slope, W_vv, W_ve, W_ee, W_vv_slope, W_ve_slope, W_ee_slope, A, m_v, m_e, b_v, b_e):
    """First order of the stationarity in the variables of F0."""
    alpha = p.alpha
    beta = p.beta
    noise2 = p.noise2
    inverse_p = p.inverse_p
    kappa = tables.kappa
    c0 = tables.c0
    c1 = tables.c1
    c22 = tables.c22
    h0 = tables.h0
    h1 = tables.h1
    h2 = tables.h2
    weight = tables.weight
    node_0 = (c1*c1)
    node_1 = 2.0*c1
    node_2 = 2.0*A*c0
    node_3 = kappa*m_v
    q = (1.0/((V1*node_0 + V2*c22 + 1.0)))
    node_4 = (q*q)
    node_5 = node_0*node_4
    node_6 = c22*node_4
    r2 = (A*A)*(c0*c0) + c1*node_2*node_3 + h0*(-node_1*node_3 - node_2) - h1*m_e*node_1 + h2 + (kappa*kappa)*(m_v*m_v)*node_0 + (m_e*m_e)*node_0
    mean_0 = (weight * (c22*node_5)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (node_5)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (node_5*r2)).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((c1*c1*c1*c1)*node_4)).sum(axis=1, keepdims=True)
    mean_4 = (weight * ((c22*c22)*node_4)).sum(axis=1, keepdims=True)
    mean_5 = (weight * (node_6)).sum(axis=1, keepdims=True)
    mean_6 = (weight * (node_6*r2)).sum(axis=1, keepdims=True)
    part_0 = (t1*t1)
    part_1 = (V2*V2)
    part_2 = (1.0/(beta))
    part_3 = alpha*part_2
    part_4 = part_1*part_3
    part_5 = mean_3*part_4
    part_6 = mean_0*part_4
    part_7 = part_6*t1
    part_8 = part_7 - 1.0
    part_9 = mean_4*part_4
    part_10 = part_1*t1_slope
    part_11 = Vh1*part_10
    part_12 = part_5*t1
    part_13 = V2*part_3
    part_14 = (Vh1*Vh1)
    part_15 = (A*A)*inverse_p
    part_16 = (1.0/(part_14))
    part_17 = (b_e*b_e)
    part_18 = (b_v*b_v)
    part_19 = 2.0*b_e*b_v
    part_20 = beta*part_1
    part_21 = W_ee_slope*part_17*part_20
    part_22 = W_vv_slope*part_18*part_20
    part_23 = mean_6*part_4
    part_24 = (1.0/(Vh1))
    part_25 = W_ve_slope*part_19*part_20
    part_26 = noise2*part_4
    part_27 = mean_5*part_26
    part_28 = mean_2*part_4
    part_29 = mean_1*part_26
    part_30 = part_28*t1
    part_31 = part_29*t1
    M_00 = part_0*part_5 + part_8
    M_01 = part_0*part_6 + part_9*t1
    M_02 = V2*t1_slope - part_11*t1
    M_10 = part_12 + part_6
    M_11 = part_8 + part_9
    M_12 = -part_11
    M_20 = Vh1*part_12 + Vh1*part_6 - mean_3*part_13
    M_21 = Vh1*part_7 + Vh1*part_9 - mean_0*part_13
    M_22 = -part_10*part_14 - part_2
    y_0 = V2*W_ee_slope*beta*part_17*part_24 + 2.0*V2*W_ve_slope*b_e*b_v*beta*part_24 + V2*W_vv_slope*beta*part_18*part_24 - W_ee*part_16*part_17 - W_ve*part_16*part_19 - W_vv*part_16*part_18 - part_0*part_28 - part_0*part_29 - part_15*t1 + part_16*part_17 + part_16*part_18 - part_21*t1 - part_22*t1 - part_23*t1 - part_25*t1 - part_27*t1
    y_1 = -part_15 - part_21 - part_22 - part_23 - part_25 - part_27 - part_30 - part_31
    y_2 = V2*alpha*mean_1*noise2*part_2 + V2*alpha*mean_2*part_2 - Vh1*part_15 - Vh1*part_21 - Vh1*part_22 - Vh1*part_23 - Vh1*part_25 - Vh1*part_27 - Vh1*part_30 - Vh1*part_31
    Q1, Q2, dx = _linear(
        [[M_00, M_01, M_02], [M_10, M_11, M_12], [M_20, M_21, M_22]], [y_0, y_1, y_2], V2
    )
    return Q1, Q2, dx


def _errors(p, tables, V1, V2, A, m_v, m_e, Q1, Q2):
    """Mean square error on fresh samples without their noise, and on the training samples with it."""
    noise2 = p.noise2
    kappa = tables.kappa
    c0 = tables.c0
    c1 = tables.c1
    c22 = tables.c22
    h0 = tables.h0
    h1 = tables.h1
    h2 = tables.h2
    weight = tables.weight
    node_0 = (c1*c1)
    node_1 = 2.0*c1
    node_2 = 2.0*A*c0
    node_3 = kappa*m_v
    q = (1.0/((V1*node_0 + V2*c22 + 1.0)))
    r2 = (A*A)*(c0*c0) + c1*node_2*node_3 + h0*(-node_1*node_3 - node_2) - h1*m_e*node_1 + h2 + (kappa*kappa)*(m_v*m_v)*node_0 + (m_e*m_e)*node_0
    node_4 = Q1*node_0 + Q2*c22 + r2
    test_error = (weight * (node_4)).sum(axis=1, keepdims=True)
    train_error = (weight * ((q*q)*(node_4 + noise2))).sum(axis=1, keepdims=True)
    return test_error, train_error


def _linear(rows, right, like):
    """The solution of 3 x 3 systems whose entries broadcast to the shape of ``like``; NaN where they are not finite."""
    matrix = np.stack([np.stack([x + np.zeros_like(like) for x in row], axis=-1) for row in rows], axis=-2)
    vector = np.stack([x + np.zeros_like(like) for x in right], axis=-1)
    bad = ~(np.isfinite(matrix).all(axis=(-1, -2)) & np.isfinite(vector).all(axis=-1))
    matrix[bad] = np.eye(3)
    vector[bad] = np.nan
    scale = np.abs(matrix).max(axis=-1, keepdims=True)
    solution = np.linalg.solve(matrix / scale, vector[..., None] / scale)
    return solution[..., 0, 0], solution[..., 1, 0], solution[..., 2, 0]


class _Isotropic:
    """A bulk C = c: t1(x) = (1/d) tr C/(1 + x C), the inverse W of the corner of 1/(1 + x C), and their slopes."""

    def __init__(self, point, c):
        self.point, self.variance = point._replace(c=c), c

    def __call__(self, x):
        t1, *W, t1_slope, vv, ve, ee = _isotropic_law(self.point, None, x)
        return t1, t1_slope, W, [vv, ve, ee]


def _stationary(p, tables, bulk):
    """x, V1, V2 at the stationary point, status and Newton's steps; warmed up with an isotropic bulk of the same variance."""
    even = p._replace(c=bulk.variance)
    V1, V2 = bulk.variance / (p.lam + 0.1), 1.0 / (p.lam + 0.1)
    for _ in range(WARM_UP):
        x, V1, V2 = _isotropic(even, tables, *_forces(p, tables, V1, V2))
    X, Y = np.log(x), np.log(V2)
    status = np.ones(X.shape, dtype=int)
    steps = np.zeros(X.shape, dtype=int)
    size = np.full(X.shape, np.inf)
    for _ in range(MOST_STEPS):
        x, V2 = np.exp(X), np.exp(Y)
        t1, slope, _, _ = bulk(x)
        *_, r0, r1, J00, J01, J10, J11 = _susceptibilities(p, tables, x, V2, t1 * V2, t1, slope)
        det = J00 * J11 - J01 * J10
        dX, dY = (J01 * r1 - J11 * r0) / det, (J10 * r0 - J00 * r1) / det
        largest = np.maximum(np.abs(dX), np.abs(dY))
        # Converged, or at the rounding error: a small step that does not become smaller.
        done = (largest < TOLERANCE) | ((largest < 1e-9) & (largest >= 0.5 * size))
        status[done] = 0
        size = largest
        scale = np.where(status == 1, np.minimum(1.0, 1.0 / np.maximum(largest, 1e-300)), 0.0)
        steps += status == 1
        X, Y = X + scale * np.where(done, 0.0, dX), Y + scale * np.where(done, 0.0, dY)
        if not (status == 1).any():
            break
    status[~(np.isfinite(X) & np.isfinite(Y))] = 2
    return np.exp(X), np.exp(Y), status, steps


def _solve(activation, target, p, bulk):
    """All stages for points (points, 1)."""
    tables = _tables(activation, target, p, bulk.variance)
    x, V2, status, steps = _stationary(p, tables, bulk)
    t1, t1_slope, W, W_slope = bulk(x)
    V1 = t1 * V2
    Vh1, Vh2 = _forces(p, tables, V1, V2)
    m_v, m_e, A, b_v, b_e = _means(p, tables, V1, V2, Vh1, *W)
    Q1, Q2, _ = _variances(p, tables, V1, V2, Vh1, t1, t1_slope, *W, *W_slope, A, m_v, m_e, b_v, b_e)
    test_error, train_error = _errors(p, tables, V1, V2, A, m_v, m_e, Q1, Q2)
    found = [test_error, train_error, V1, V2, Vh1, Vh2, A, m_v, m_e, Q1, Q2, x, ]
    status[(status == 0) & ~np.isfinite(test_error)] = 2
    return Solution(*(np.where(status == 0, value, np.nan) for value in found), status, steps)


def solve(activation, target, parameters):
    """The solution at each point."""
    arrays = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in parameters))
    shape = arrays[0].shape
    given = Parameters(*(x.reshape(-1, 1) for x in arrays))
    with np.errstate(all="ignore"):
        p = _Point(*(getattr(given, name) for name in _Point._fields))
        found = _solve(activation, target, p, _Isotropic(p, p.c))
    return Solution(*(x.reshape(shape) for x in found))
