"""One large gradient step on the first layer, then ridge regression of the readout

Emitted by orderode 0.1.0 from the system one_step, digest 4a245ffaf08d1e3d. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980

Conventions
    inputs        x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1
    labels        y = g(s) + sqrt(noise2) N(0, 1)
    network       f = sum_i a_i sigma(w_i.x)/sqrt(p)
    weights       w0 uniform on the unit sphere; w1 = w0 + eta mean_mu y sigma'(w0.x) x over n0 samples, a0 = 1/sqrt(p)
    readout       least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples
    ratios        alpha = n/d, beta = p/d, alpha0 = n0/d
    erf           erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))
    others        gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)), sigmoid 1/(1 + exp(-x))

Limits and closures
    d -> inf (exact): n, p and n0 grow like d; the row norms of the weights do not fluctuate
    level 0 (approximation): the bulk after the step is isotropic, of the right variance (the map of the paper)
    level 1 (exact): the bulk's covariance (1 + a M)^2 + tau S and its correlation with spike and teacher

``solve(activation, target, parameters)`` takes numbers or arrays of one shape, any batch of independent points, and gives arrays
of that shape.
Averages over kappa are Gauss-Legendre sums over 8 panels of 20 nodes on either side of 0, graded as sinh.
Where a function has no closed averages (sigmoid, silu, softplus, tanh) those of its ends are, and the rest is a trapezoidal
sum on a grid that all kappa share, to 2e-14 for every mean and variance.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf, owens_t

DIGEST = "4a245ffaf08d1e3d"
#: What the entries of ``Solution.status`` mean.
STATUS = ("ok", "no convergence", "non-finite")
ACTIVATIONS = ("erf", "relu", "tanh", "gelu", "silu", "softplus", "sigmoid", "sin", )
TARGETS = ("sign", "sin", "sin2", "erf", "relu", "linear", "he2", "he3", "he4", "tanh", "gelu", "silu", "softplus", "sigmoid", )
WARM_UPS = (30, 300, 3000)  # plain steps of the fixed point before Newton's, and more where that fails
MOST_STEPS = 60  # of Newton
TOLERANCE = 1e-13  # of all variables, relative to their sizes
LEAST = 1e-12  # share of the largest eigenvalue below which the modes c0 of the groups are taken for one
MOST_ITERATIONS = 20000  # of the spectrum
NOISE_END, NOISE_POINTS = 8.5, 69  # of the trapezoidal rule for the label noise, in standard deviations
MOST_SAMPLES = 500000  # of the average over the step's samples, for all points that are solved together


class Parameters(NamedTuple):
    """Parameters: numbers, or one value per point."""

    alpha: float  # samples of the ridge regression, n/d
    beta: float  # neurons, p/d
    lam: float  # ridge lambda
    alpha0: float  # samples of the gradient step, n0/d
    eta: float  # rate of the gradient step over p
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
    x: np.ndarray  # spectral parameter of the bulk, D times Vh1
    status: np.ndarray  # place in STATUS
    steps: np.ndarray  # of Newton


class _Tables(NamedTuple):
    """Functions of kappa at the nodes: (points, nodes)."""

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


def _tables(activation, target, gamma, u, c):
    """The tables of a batch, made once for points alike; gamma (points, 1), u, c (points, groups)."""
    alike, place = np.unique(np.concatenate([gamma, u, c], axis=1), axis=0, return_inverse=True)
    gamma, u, c = np.split(alike, [1, 1 + u.shape[1]], axis=1)
    w = np.sqrt(np.maximum(1.0 - gamma * gamma, 0.0))
    strongest = np.maximum(np.abs(u).max(axis=1, keepdims=True), 1.0)
    width = np.minimum(1.0, np.minimum(1.0 / strongest, w / np.maximum(np.abs(gamma), 1e-9)))
    kappa, weight = _panels(np.maximum(width, 1e-3))
    field = u[:, :, None] * kappa[:, None, :]
    features = (x + np.zeros_like(field) for x in _FEATURES[activation](field, c[:, :, None] + np.zeros_like(field)))
    signal = (x + np.zeros_like(kappa) for x in _TARGETS[target](gamma * kappa, w + np.zeros_like(kappa)))
    tables = (weight, kappa, *(x[:, 0] for x in features), *signal)
    return _Tables(*(x[place.reshape(-1)] for x in tables))


def _isotropic_law(p, tables, x):
    """T1, W and their slopes of a bulk C = c."""
    c = p.c
    t1 = c/(c*x + 1.0)
    W_vv = c*x + 1.0
    W_ve = 0.0
    W_ee = c*x + 1.0
    t1_slope = -(c*c)/((c*x + 1.0)*(c*x + 1.0))
    W_vv_slope = c
    W_ve_slope = 0.0
    W_ee_slope = c
    return t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope


def _forces(p, tables, V1, V2):
    """Stationarity in V1 and V2."""
    alpha = p.alpha
    beta = p.beta
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    q = (1.0/((V1*(c1*c1) + V2*c22 + 1.0)))
    mean_0 = (weight * ((c1*c1)*q)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (c22*q)).sum(axis=1, keepdims=True)
    Vh1 = alpha*mean_0/beta
    Vh2 = alpha*mean_1/beta
    return Vh1, Vh2


def _weights(p, tables, Vh2, R):
    """Stationarity in Vh2 and R."""
    beta = p.beta
    lam = p.lam
    ridge = R + Vh2 + lam
    V2 = (1.0/(ridge))
    D = beta/ridge
    return V2, D


def _fields(p, tables, Vh1, D, t1):
    """Stationarity in Vh1 and D."""
    beta = p.beta
    V1 = D*t1/beta
    R = Vh1*t1
    return V1, R


def _newton(p, tables, V1, V2, Vh1, Vh2, D, R, t1, t1_slope):
    """Slope and curvature of F0."""
    alpha = p.alpha
    beta = p.beta
    lam = p.lam
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    q = (1.0/((V1*(c1*c1) + V2*c22 + 1.0)))
    mean_0 = (weight * ((c1*c1)*c22*(q*q))).sum(axis=1, keepdims=True)
    mean_1 = (weight * ((c1*c1)*q)).sum(axis=1, keepdims=True)
    mean_2 = (weight * ((c1*c1*c1*c1)*(q*q))).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((c22*c22)*(q*q))).sum(axis=1, keepdims=True)
    mean_4 = (weight * (c22*q)).sum(axis=1, keepdims=True)
    ridge = R + Vh2 + lam
    blocks = {
        ("V1", "V1"): -alpha*mean_2/beta,
        ("V1", "V2"): -alpha*mean_0/beta,
        ("V1", "Vh1"): -1.0,
        ("V2", "V2"): -alpha*mean_3/beta,
        ("V2", "Vh2"): -1.0,
        ("Vh1", "Vh1"): (D*D)*t1_slope/beta,
        ("Vh1", "D"): D*Vh1*t1_slope/beta + t1/beta,
        ("Vh2", "Vh2"): -1.0/(ridge*ridge),
        ("Vh2", "R"): -1.0/(ridge*ridge),
        ("D", "D"): (Vh1*Vh1)*t1_slope/beta,
        ("D", "R"): -1.0/beta,
        ("R", "R"): -1.0/(ridge*ridge),
        ("V1", ""): -Vh1 + alpha*mean_1/beta,
        ("V2", ""): -Vh2 + alpha*mean_4/beta,
        ("Vh1", ""): D*t1/beta - V1,
        ("Vh2", ""): -V2 + (1.0/(ridge)),
        ("D", ""): -R/beta + Vh1*t1/beta,
        ("R", ""): -D/beta + (1.0/(ridge)),
    }
    return _assembled(blocks, _places([("V1", 0), ("V2", 0), ("Vh1", 0), ("Vh2", 0), ("D", 0), ("R", 0), ], p.u.shape[1]), len(p.alpha))


def _means(p, tables, V1, V2, Vh1, W_vv, W_ve, W_ee):
    """Slope at 0, and curvature, of E in its variables."""
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
    q = (1.0/((V1*(c1*c1) + V2*c22 + 1.0)))
    mean_0 = (weight * ((c0*c0)*q)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (c0*c1*kappa*q)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (c0*h0*q)).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((c1*c1)*(kappa*kappa)*q)).sum(axis=1, keepdims=True)
    mean_4 = (weight * ((c1*c1)*q)).sum(axis=1, keepdims=True)
    mean_5 = (weight * (c1*h0*kappa*q)).sum(axis=1, keepdims=True)
    mean_6 = (weight * (c1*h1*q)).sum(axis=1, keepdims=True)
    blocks = {
        ("m_v", "m_v"): 2.0*alpha*mean_3/beta,
        ("m_v", "b_v"): 2.0,
        ("m_v", "A"): 2.0*alpha*mean_1/beta,
        ("m_e", "m_e"): 2.0*alpha*mean_4/beta,
        ("m_e", "b_e"): 2.0,
        ("b_v", "b_v"): (2.0 - 2.0*W_vv)/Vh1,
        ("b_v", "b_e"): -2.0*W_ve/Vh1,
        ("b_e", "b_e"): (2.0 - 2.0*W_ee)/Vh1,
        ("A", "A"): 2.0*alpha*mean_0/beta + 2.0*inverse_p/V2,
        ("m_v", ""): -2.0*alpha*mean_5/beta,
        ("m_e", ""): -2.0*alpha*mean_6/beta,
        ("A", ""): -2.0*alpha*mean_2/beta,
    }
    return _assembled(blocks, _places([("m_v", 0), ("m_e", 0), ("b_v", 0), ("b_e", 0), ("A", 0), ], p.u.shape[1]), len(p.alpha))


def _variances(p, tables, V1, V2, Vh1, D, W_vv, W_ve, W_ee, W_vv_slope, W_ve_slope, W_ee_slope, A, m_v, m_e, b_v, b_e):
    """Slope of E in the variables of F0."""
    alpha = p.alpha
    beta = p.beta
    inverse_p = p.inverse_p
    noise2 = p.noise2
    kappa = tables.kappa
    c0 = tables.c0
    c1 = tables.c1
    c22 = tables.c22
    h0 = tables.h0
    h1 = tables.h1
    h2 = tables.h2
    weight = tables.weight
    q = (1.0/((V1*(c1*c1) + V2*c22 + 1.0)))
    f0 = A*c0 + c1*kappa*m_v
    f1 = c1*m_e
    r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2
    mean_0 = (weight * ((c1*c1)*(q*q))).sum(axis=1, keepdims=True)
    mean_1 = (weight * ((c1*c1)*(q*q)*r2)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (c22*(q*q))).sum(axis=1, keepdims=True)
    mean_3 = (weight * (c22*(q*q)*r2)).sum(axis=1, keepdims=True)
    blocks = {
        ("V1", ""): alpha*(-mean_0*noise2 - mean_1)/beta,
        ("V2", ""): -(A*A)*inverse_p/(V2*V2) + alpha*(-mean_2*noise2 - mean_3)/beta,
        ("Vh1", ""): -D*W_ee_slope*(b_e*b_e)/Vh1 - 2.0*D*W_ve_slope*b_e*b_v/Vh1 - D*W_vv_slope*(b_v*b_v)/Vh1 + 2.0*W_ve*b_e*b_v/(Vh1*Vh1) + (b_e*b_e)*(W_ee - 1.0)/(Vh1*Vh1) + (b_v*b_v)*(W_vv - 1.0)/(Vh1*Vh1),
        ("D", ""): -W_ee_slope*(b_e*b_e) - 2.0*W_ve_slope*b_e*b_v - W_vv_slope*(b_v*b_v),
    }
    return _assembled(blocks, _places([("V1", 0), ("V2", 0), ("Vh1", 0), ("Vh2", 0), ("D", 0), ("R", 0), ], p.u.shape[1]), len(p.alpha))


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
    q = (1.0/((V1*(c1*c1) + V2*c22 + 1.0)))
    f0 = A*c0 + c1*kappa*m_v
    f1 = c1*m_e
    r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2
    extra = Q1*(c1*c1) + Q2*c22
    mean_0 = (weight * (extra)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (extra*(q*q))).sum(axis=1, keepdims=True)
    mean_2 = (weight * ((q*q))).sum(axis=1, keepdims=True)
    mean_3 = (weight * ((q*q)*r2)).sum(axis=1, keepdims=True)
    mean_4 = (weight * (r2)).sum(axis=1, keepdims=True)
    test_error = mean_0 + mean_4
    train_error = mean_1 + mean_2*noise2 + mean_3
    return test_error, train_error


#: The variables of F0 and of E with their number of indices.
_STATE = [("V1", 0), ("V2", 0), ("Vh1", 0), ("Vh2", 0), ("D", 0), ("R", 0), ]
_MODES = [("m_v", 0), ("m_e", 0), ("b_v", 0), ("b_e", 0), ("A", 0), ]


def _places(unknown, groups):
    """Where each table lies in a vector of unknowns."""
    found, start = {}, 0
    for name, rank in unknown:
        found[name] = slice(start, start + groups**rank)
        start += groups**rank
    return found


def _assembled(blocks, places, points):
    """The symmetric matrix (points, n, n) and the vector (points, n) of blocks.

    Those of the matrix are on and above its diagonal.
    """
    size = max(place.stop for place in places.values())
    matrix, vector = np.zeros((points, size, size)), np.zeros((points, size))
    for (row, column), block in blocks.items():
        rows = places[row]
        if column:
            columns = places[column]
            part = np.reshape(block, (-1, rows.stop - rows.start, columns.stop - columns.start))
            matrix[:, rows, columns] = part
            matrix[:, columns, rows] = part.swapaxes(1, 2)
        else:
            vector[:, rows] = np.reshape(block, (-1, rows.stop - rows.start))
    return matrix, vector


def _sizes(state, groups):
    """The size (points, n) of each variable; of an entry of a matrix sqrt|x_kk x_ll|."""
    parts = []
    for (_, rank), table in zip(_STATE, state, strict=True):
        if rank == 2:
            along = np.sqrt(np.abs(np.einsum("pkk->pk", table)))
            parts.append(np.einsum("pk,pl->pkl", along, along).reshape(len(table), -1))
        else:
            parts.append(np.abs(table))
    return np.concatenate(parts, axis=1)


def _moved(state, step, groups):
    """The tables after a step (points, n) in units of sizes, of logarithms where they are positive.

    A matrix: exp(d_k + d_l) (x_kl (1 - d_k - d_l) + size_kl step_kl), d half the diagonal's step.
    """
    places = _places(_STATE, groups)
    found = []
    for (name, rank), table in zip(_STATE, state, strict=True):
        part = step[:, places[name]].reshape(table.shape)
        if rank == 2:
            half = np.einsum("pkk->pk", part) / 2
            along = np.sqrt(np.einsum("pkk->pk", table))
            shares = half[:, :, None] + half[:, None, :]
            part = table + along[:, :, None] * along[:, None, :] * part - table * shares
            found.append(np.exp(shares) * part)
        else:
            found.append(table * np.exp(part))
    return found


def _solved(matrix, right):
    """Solutions (points, n, m) of linear equations; NaN where they are singular or not finite."""
    bad = ~(np.isfinite(matrix).all(axis=(1, 2)) & np.isfinite(right).all(axis=(1, 2)))
    scale = np.abs(matrix).max(axis=2, keepdims=True)
    bad |= (scale == 0.0).any(axis=(1, 2))
    scale = np.where(scale == 0.0, 1.0, scale)
    matrix, right = matrix / scale, right / scale
    matrix[bad] = np.eye(matrix.shape[1])
    right[bad] = np.nan
    try:
        return np.linalg.solve(matrix, right)
    except np.linalg.LinAlgError:
        found = np.full(right.shape, np.nan)
    for point in range(len(matrix)):  # one by one: a singular matrix spoils no other point
        try:
            found[point] = np.linalg.solve(matrix[point], right[point])
        except np.linalg.LinAlgError:
            continue
    return found


class _Isotropic:
    """A bulk C = c: t1(x) = (1/d) tr C/(1 + x C), the inverse W of the corner of 1/(1 + x C), and their slopes."""

    def __init__(self, point, c):
        self.point, self.variance = point._replace(c=c), c

    def of(self, points):
        """The bulk at some of the points."""
        return _Isotropic(type(self.point)(*(x[points] for x in self.point)), self.variance[points])

    def __call__(self, x):
        return _isotropic_law(self.point, None, x)


class Spike(NamedTuple):
    """What one gradient step makes of the weights, per point; c is the variance of the isotropic bulk of level 0."""

    u: np.ndarray
    gamma: np.ndarray
    c: np.ndarray
    vbar: np.ndarray
    a: np.ndarray
    tau: np.ndarray
    rho: np.ndarray


def _activation_moments(activation):
    """E sigma, E sigma', E sigma'', Var sigma' for a standard field."""
    if activation == "erf":
        return 0.0, 0.65147001587055986, 0.0, 0.14499685315535407
    if activation == "relu":
        return 0.3989422804014327, 0.5, 0.3989422804014327, 0.25
    if activation == "tanh":
        return 0.0, 0.60570550960215885, 0.0, 0.09752373808585732
    if activation == "gelu":
        return 0.28209479177387814, 0.5, 0.42314218766081724, 0.20585086564928712
    if activation == "silu":
        return 0.20662096414190703, 0.5, 0.35084544432455489, 0.12948235163282931
    if activation == "softplus":
        return 0.80605918334743976, 0.5, 0.20662096414190703, 0.043379035858092961
    if activation == "sigmoid":
        return 0.5, 0.20662096414190703, 0.0, 0.0021440185272631382
    if activation == "sin":
        return 0.0, 0.60653065971263342, 0.0, 0.19978820044686402
    raise ValueError(f"no activation {activation!r}: there are {', '.join(ACTIVATIONS)}")


def _label(target, x):
    """g at standard signals."""
    if target == "sign":
        return np.sign(x)
    if target == "sin":
        return np.sin(x)
    if target == "sin2":
        return np.sin(2.0*x)
    if target == "erf":
        return erf(x)
    if target == "relu":
        return 0.5*x*(np.sign(x) + 1.0)
    if target == "linear":
        return x
    if target == "he2":
        return 0.70710678118654757*((x*x) - 1.0)
    if target == "he3":
        return 0.40824829046386302*((x*x*x) - 3.0*x)
    if target == "he4":
        return 0.20412414523193151*((x*x*x*x) - 6.0*(x*x) + 3.0)
    if target == "tanh":
        return np.tanh(x)
    if target == "gelu":
        return 0.5*x*(erf(0.70710678118654757*x) + 1.0)
    if target == "silu":
        return x/(1.0 + np.exp(-x))
    if target == "softplus":
        return np.log(np.exp(x) + 1.0)
    if target == "sigmoid":
        return (1.0/((1.0 + np.exp(-x))))
    raise ValueError(f"no target {target!r}: there are {', '.join(TARGETS)}")


def _target_moments(target):
    """E g, E s g, E g^2 for a standard signal."""
    if target == "sign":
        return 0.0, 0.79788456080286541, 1.0
    if target == "sin":
        return 0.0, 0.60653065971263342, 0.43233235838169365
    if target == "sin2":
        return 0.0, 0.2706705664732254, 0.49983226868604874
    if target == "erf":
        return 0.0, 0.65147001587055986, 0.46455905439753997
    if target == "relu":
        return 0.3989422804014327, 0.5, 0.5
    if target == "linear":
        return 0.0, 1.0, 1.0
    if target == "he2":
        return 0.0, 0.0, 1.0
    if target == "he3":
        return 0.0, 0.0, 1.0
    if target == "he4":
        return 0.0, 0.0, 1.0
    if target == "tanh":
        return 0.0, 0.60570550960215885, 0.3942944903978412
    if target == "gelu":
        return 0.28209479177387814, 0.5, 0.42522148257029868
    if target == "silu":
        return 0.20662096414190703, 0.5, 0.35577551981735217
    if target == "softplus":
        return 0.80605918334743976, 0.5, 0.92124590885930024
    if target == "sigmoid":
        return 0.5, 0.20662096414190703, 0.29337903585809294
    raise ValueError(f"no target {target!r}: there are {', '.join(TARGETS)}")


def step(activation, target, parameters):
    """One gradient step: strength of the spike, its overlap with the teacher, and the bulk."""
    alpha0, eta, noise2 = (np.asarray(getattr(parameters, x), dtype=float) for x in ("alpha0", "eta", "noise2"))
    mean_sigma, mu1, mu2, nu = _activation_moments(activation)
    mean_g, first_g, square_g = _target_moments(target)
    part_0 = (1.0/(alpha0))
    part_2 = (eta*eta)
    y_mean = mean_g - mean_sigma  # E y
    y_first = first_g  # E s y
    y_square = -2.0*mean_g*mean_sigma + (mean_sigma*mean_sigma) + noise2 + square_g  # E y^2
    part_1 = part_0*y_square
    vbar = np.sqrt(part_1 + (y_first*y_first))  # norm of mean y x
    u = eta*mu1*vbar  # strength of the spike
    gamma = y_first/vbar  # overlap of spike and teacher
    c = nu*part_1*part_2 + 1.0  # variance of an isotropic bulk
    a = eta*mu2  # coefficient of M in C
    tau = part_0*part_2*(-(mu2*mu2) + nu)  # coefficient of S in C
    rho = (a*a)*(part_1 + (y_mean*y_mean)) + 2.0*a*y_mean + tau*y_square + 1.0  # (1/d) tr C
    like = np.zeros(np.broadcast_shapes(alpha0.shape, eta.shape, noise2.shape))
    return Spike(*(x + like for x in (u, gamma, c, vbar, a, tau, rho)))


class _Spectrum:
    """The bulk after the step: t1, the inverse W of the corner along spike and teacher, and slopes.

    The slopes by x are had by complex steps.
    """

    def __init__(self, activation, target, given, spike):
        self.variance = spike.rho
        self.alpha0, self.spike = given.alpha0, spike
        s, weight = _panels(np.ones((1, 1)))
        y = _label(target, s) - _activation_moments(activation)[0]
        if np.any(given.noise2 > 0):
            z = np.linspace(-NOISE_END, NOISE_END, NOISE_POINTS)
            share = np.exp(-z * z / 2)
            y = (y[..., None] + np.sqrt(given.noise2)[..., None] * z).reshape(len(given.noise2), -1)
            weight = np.repeat(weight, len(z), axis=1) * np.tile(share / share.sum(), s.shape[1])
            s = np.repeat(s, len(z), axis=1)
        self.y, self.s, self.weight = y, s, weight
        self.odd = not np.any(spike.a)
        self.G = [np.ones_like(spike.a, dtype=complex) / self.alpha0]
        if not self.odd:
            self.G = [self.G[0], 0 * self.G[0], -self.G[0]]

    def of(self, points):
        """The bulk at some of the points."""
        if len(points) == len(self.variance):
            return self
        part = object.__new__(_Spectrum)
        vars(part).update(vars(self))
        part.variance, part.alpha0 = self.variance[points], self.alpha0[points]
        part.spike, part.G = Spike(*(x[points] for x in self.spike)), [x[points] for x in self.G]
        part.y = self.y[points] if len(self.y) > 1 else self.y
        return part

    def __call__(self, x):
        """At a real x (points, 1)."""
        tiny = 1e-30
        r = np.sqrt(x + 1j * tiny)
        dyson, corner = (_odd_dyson, _odd_corner) if self.odd else (_any_dyson, _any_corner)
        G = self.G
        for _ in range(MOST_ITERATIONS):
            new = dyson(self, r, *G)
            change = np.zeros(x.shape)
            for before, now in zip(G, new, strict=True):
                step = now - before
                change = np.maximum(change, np.abs(step.real / new[0].real))
                slope = np.abs(step.imag / new[0].imag)
                change = np.maximum(change, 1e-2 * slope)  # slopes: two digits less
            G = new
            if (~(change >= 1e-14)).all():  # converged, or not a number
                break
        G = [np.where(change < 1e-14, entry, np.nan) for entry in G]
        t1, *W = corner(self, r, *G)
        if np.isfinite(G[0]).all():
            self.G = G  # where the next x starts from
        law = (t1, *W)
        return *(value.real for value in law), *(value.imag / tiny for value in law)


def _odd_dyson(bulk, r, G_00):
    """Stationarity of the log-determinant: G."""
    alpha0, weight = bulk.alpha0, bulk.weight
    tau = bulk.spike.tau
    y = bulk.y
    k_00 = (r*r)*tau*(y*y)
    det = G_00*k_00 + 1.0
    mean_0 = (weight * (k_00/det)).sum(axis=1, keepdims=True)
    F_00 = mean_0
    new_00 = 1.0/(alpha0*(F_00 + (r*r) + 1.0))
    return new_00,


def _odd_corner(bulk, r, G_00):
    """T1 and the inverse of the corner."""
    alpha0, weight = bulk.alpha0, bulk.weight
    vbar = bulk.spike.vbar
    gamma = bulk.spike.gamma
    tau = bulk.spike.tau
    y = bulk.y
    s = bulk.s
    node_0 = (y*y)
    k_00 = node_0*(r*r)*tau
    det = G_00*k_00 + 1.0
    node_1 = (1.0/(det))
    node_2 = k_00*node_1
    mean_0 = (weight * (node_2*(s*s))).sum(axis=1, keepdims=True)
    mean_1 = (weight * (node_2)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (node_1*s*y)).sum(axis=1, keepdims=True)
    mean_3 = (weight * (node_0*node_1)).sum(axis=1, keepdims=True)
    part_0 = (r*r) + 1.0
    part_1 = G_00*mean_3
    part_3 = (gamma*gamma)
    part_4 = 1.0 - part_3
    part_5 = (1.0/(vbar))
    F_00 = mean_1
    K_00 = mean_0 + part_0
    part_2 = (1.0/(K_00))
    T_0 = mean_2
    w = part_1
    t1 = alpha0*part_1*tau + (1.0/((F_00 + part_0)))
    tt = part_2
    tv = T_0*part_2
    vv = (T_0*T_0)*part_2 + w
    N_vv = vv/(vbar*vbar)
    N_ve = (-N_vv*gamma + part_5*tv)/np.sqrt(part_4)
    N_ee = (N_vv*part_3 - 2.0*gamma*part_5*tv + tt)/part_4
    part_6 = (1.0/((N_ee*N_vv - (N_ve*N_ve))))
    W_vv = N_ee*part_6
    W_ve = -N_ve*part_6
    W_ee = N_vv*part_6
    return t1, W_vv, W_ve, W_ee


def _any_dyson(bulk, r, G_00, G_01, G_11):
    """Stationarity of the log-determinant: G."""
    alpha0, weight = bulk.alpha0, bulk.weight
    a = bulk.spike.a
    tau = bulk.spike.tau
    y = bulk.y
    node_0 = a*y
    k_00 = (r*r)*(2.0*node_0 + tau*(y*y))
    k_01 = node_0*r
    node_1 = (k_01*k_01)
    det = -G_00*G_11*node_1 + G_00*k_00 + (G_01*G_01)*node_1 + 2.0*G_01*k_01 + 1.0
    node_2 = (1.0/(det))
    mean_0 = (weight * (k_00*node_2)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (node_1*node_2)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (k_01*node_2)).sum(axis=1, keepdims=True)
    part_0 = (r*r)
    F_00 = -G_11*mean_1 + mean_0
    part_1 = F_00 + part_0 + 1.0
    F_01 = G_01*mean_1 + mean_2
    F_11 = -G_00*mean_1
    part_2 = 1.0/(alpha0*(F_00*F_11 - (F_01*F_01) + F_11*part_0 + F_11 - part_1))
    new_00 = part_2*(F_11 - 1.0)
    new_01 = -F_01*part_2
    new_11 = part_1*part_2
    return new_00, new_01, new_11


def _any_corner(bulk, r, G_00, G_01, G_11):
    """T1 and the inverse of the corner."""
    alpha0, weight = bulk.alpha0, bulk.weight
    vbar = bulk.spike.vbar
    gamma = bulk.spike.gamma
    a = bulk.spike.a
    tau = bulk.spike.tau
    y = bulk.y
    s = bulk.s
    node_0 = a*y
    node_1 = (y*y)
    node_3 = (s*s)
    k_00 = (r*r)*(2.0*node_0 + node_1*tau)
    k_01 = node_0*r
    node_2 = (k_01*k_01)
    det = -G_00*G_11*node_2 + G_00*k_00 + (G_01*G_01)*node_2 + 2.0*G_01*k_01 + 1.0
    node_4 = (1.0/(det))
    node_5 = k_00*node_4
    node_6 = node_2*node_4
    node_7 = k_01*node_4
    node_8 = node_7*y
    node_9 = node_4*y
    mean_0 = (weight * (node_3*node_5)).sum(axis=1, keepdims=True)
    mean_1 = (weight * (node_5)).sum(axis=1, keepdims=True)
    mean_2 = (weight * (node_3*node_6)).sum(axis=1, keepdims=True)
    mean_3 = (weight * (node_6)).sum(axis=1, keepdims=True)
    mean_4 = (weight * (node_3*node_7)).sum(axis=1, keepdims=True)
    mean_5 = (weight * (node_8*s)).sum(axis=1, keepdims=True)
    mean_6 = (weight * (node_8)).sum(axis=1, keepdims=True)
    mean_7 = (weight * (node_7)).sum(axis=1, keepdims=True)
    mean_8 = (weight * (node_9*s)).sum(axis=1, keepdims=True)
    mean_9 = (weight * (node_1*node_4)).sum(axis=1, keepdims=True)
    mean_10 = (weight * (node_9)).sum(axis=1, keepdims=True)
    part_0 = (r*r)
    part_1 = part_0 + 1.0
    part_2 = G_00*mean_9
    part_3 = 0.5*alpha0/r
    part_4 = 2.0*a
    part_5 = mean_6*part_4
    part_10 = (gamma*gamma)
    part_11 = 1.0 - part_10
    part_12 = (1.0/(vbar))
    F_00 = -G_11*mean_3 + mean_1
    F_01 = G_01*mean_3 + mean_7
    F_11 = -G_00*mean_3
    part_6 = (1.0/((F_00*F_11 - F_00 - (F_01*F_01) + F_11*part_0 + F_11 - part_1)))
    K_00 = -G_11*mean_2 + mean_0 + part_1
    K_01 = G_01*mean_2 + mean_4
    K_11 = -G_00*mean_2 - 1.0
    part_7 = (1.0/((K_00*K_11 - (K_01*K_01))))
    T_0 = G_01*mean_5 + mean_8
    T_1 = -G_00*mean_5
    part_8 = T_1*part_7
    part_9 = -K_01*part_8 + K_11*T_0*part_7
    w = part_2
    t1 = F_11*part_6 + part_3*(4.0*G_00*a*mean_10*r + 2.0*part_2*r*tau) + part_3*(-G_00*G_11*part_5 + (G_01*G_01)*part_5 + G_01*mean_10*part_4) - part_6
    tt = K_11*part_7
    tv = part_9
    vv = T_0*part_9 + T_1*(K_00*part_8 - K_01*T_0*part_7) + w
    N_vv = vv/(vbar*vbar)
    N_ve = (-N_vv*gamma + part_12*tv)/np.sqrt(part_11)
    N_ee = (N_vv*part_10 - 2.0*gamma*part_12*tv + tt)/part_11
    part_13 = (1.0/((N_ee*N_vv - (N_ve*N_ve))))
    W_vv = N_ee*part_13
    W_ve = -N_ve*part_13
    W_ee = N_vv*part_13
    return t1, W_vv, W_ve, W_ee


def _plain(p, tables, bulk, V1, V2, R):
    """All variables after a plain step of the fixed point."""
    Vh1, Vh2 = _forces(p, tables, V1, V2)
    V2, D = _weights(p, tables, Vh2, R)
    t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope = bulk(D * Vh1)
    V1, R = _fields(p, tables, Vh1, D, t1)
    return [V1, V2, Vh1, Vh2, D, R]


def _curvature(p, tables, bulk, state):
    """Curvature and slope of F0, times the sizes of its variables, and these."""
    size = _sizes(state, p.u.shape[1])
    V1, V2, Vh1, Vh2, D, R = state
    t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope = bulk(D * Vh1)
    matrix, slope = _newton(p, tables, V1, V2, Vh1, Vh2, D, R, t1, t1_slope)
    return matrix * size[:, :, None] * size[:, None, :], slope * size, size


def _newton_steps(curvature, state):
    """The variables of F0 after Newton's steps, status and number of steps.

    ``curvature``(state) gives that of F0, its slope and the sizes of the variables.
    """
    points, groups = state[1].shape  # V2
    status, steps = np.ones(points, dtype=int), np.zeros(points, dtype=int)
    before = np.full(points, np.inf)
    for _ in range(MOST_STEPS):
        matrix, slope, _ = curvature(state)
        step = -_solved(matrix, slope[:, :, None])[:, :, 0]
        largest = np.abs(step).max(axis=1)
        # Converged, or at the rounding error: a small step that does not become smaller.
        status[(largest < TOLERANCE) | ((largest < 1e-9) & (largest >= 0.5 * before))] = 0
        status[(status == 1) & ~np.isfinite(largest)] = 2
        before = largest
        steps += status == 1
        scale = np.where(status == 1, np.minimum(1.0, 1.0 / np.maximum(largest, 1e-300)), 0.0)
        state = _moved(state, scale[:, None] * np.where(np.isfinite(step), step, 0.0), groups)
        if not (status == 1).any():
            break
    return state, status, steps


def _modes(matrix, slope, groups):
    """The stationary point of E; of amplitudes A that features leave open, those of least norm."""
    inner = (len(_MODES) - 1) * groups
    border = matrix[:, :inner, inner:]
    sides = np.concatenate([border, -slope[:, :inner, None]], axis=2)
    both = _solved(matrix[:, :inner, :inner], sides)
    open_ = matrix[:, inner:, inner:] - border.swapaxes(1, 2) @ both[:, :, :groups]
    right = -slope[:, inner:, None] - border.swapaxes(1, 2) @ both[:, :, groups:]
    bad = ~(np.isfinite(open_).all(axis=(1, 2)) & np.isfinite(right).all(axis=(1, 2)))
    open_[bad] = np.eye(groups)
    A = np.linalg.pinv(open_, rcond=LEAST, hermitian=True) @ right
    A[bad] = np.nan
    rest = both[:, :, groups:] - both[:, :, :groups] @ A
    found = [rest[:, i * groups : (i + 1) * groups, 0] for i in range(len(_MODES) - 1)]
    return [*found, A[:, :, 0]]


def _stationary(p, tables, bulk):
    """The variables of F0 at its stationary point, status and Newton's steps; warmed up with an isotropic bulk of the same variance."""
    points, groups = p.u.shape
    start = 1.0 / (p.lam + 0.1)
    plain = [bulk.variance * start, start, None, None, None, np.zeros_like(start)]
    state, status, steps = None, np.ones(points, dtype=int), np.zeros(points, dtype=int)
    left = np.arange(points)
    for warm_up in WARM_UPS:
        some, there = type(p)(*(x[left] for x in p)), _Tables(*(x[left] for x in tables))
        even = _Isotropic(some, bulk.variance[left])
        for _ in range(warm_up):
            plain = _plain(some, there, even, plain[0], plain[1], plain[5])
        own = bulk.of(left)
        found, status[left], steps[left] = _newton_steps(lambda now: _curvature(some, there, own, now), plain)
        if state is None:
            state = found
        for whole, part in zip(state, found, strict=True):
            whole[left] = part
        again = status[left] != 0
        left, plain = left[again], [table[again] for table in plain]
        if not len(left):
            break
    return state, status, steps


def _solve(activation, target, p, bulk):
    """All stages."""
    points, groups = p.u.shape
    tables = _tables(activation, target, p.gamma.reshape(-1, 1), p.u, bulk.variance)
    state, status, steps = _stationary(p, tables, bulk)
    V1, V2, Vh1, Vh2, D, R = state
    x = D * Vh1
    t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope = bulk(x)
    m_v, m_e, b_v, b_e, A = _modes(*_means(p, tables, V1, V2, Vh1, W_vv, W_ve, W_ee), groups)
    matrix, _, size = _curvature(p, tables, bulk, state)
    _, slope = _variances(p, tables, V1, V2, Vh1, D, W_vv, W_ve, W_ee, W_vv_slope, W_ve_slope, W_ee_slope, A, m_v, m_e, b_v, b_e)
    moved = -size * _solved(matrix, (slope * size)[:, :, None])[:, :, 0]
    places = _places(_STATE, groups)
    Q1, Q2 = moved[:, places["V1"]].reshape(V1.shape), moved[:, places["V2"]]
    test_error, train_error = _errors(p, tables, V1, V2, A, m_v, m_e, Q1, Q2)
    status[(status == 0) & ~np.isfinite(test_error[:, 0])] = 2
    found = [test_error, train_error, V1, V2, Vh1, Vh2, A, m_v, m_e, Q1, Q2, x, ]
    failed = status != 0
    for values in found:
        values[failed] = np.nan
    return Solution(*found, status, steps)


def _require(activation, target, given):
    """Refuses what C refuses, in the same words; ``given``: arrays by name."""
    if activation not in ACTIVATIONS:
        raise ValueError("the activation is none of this system")
    if target not in TARGETS:
        raise ValueError("the target is none of this system")
    x = given["alpha"]
    if np.any(~((x > 0.0) & np.isfinite(x))):
        raise ValueError("alpha is not positive or not finite")
    x = given["beta"]
    if np.any(~((x > 0.0) & np.isfinite(x))):
        raise ValueError("beta is not positive or not finite")
    x = given["lam"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("lam is negative or not finite")
    x = given["alpha0"]
    if np.any(~((x > 0.0) & np.isfinite(x))):
        raise ValueError("alpha0 is not positive or not finite")
    x = given["eta"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("eta is negative or not finite")
    x = given["noise2"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("noise2 is negative or not finite")
    x = given["inverse_p"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("inverse_p is negative or not finite")


def _stepped(activation, target, given, level):
    """The step, then all stages, for points (points, 1)."""
    spike = step(activation, target, given)
    p = _Point(given.alpha, given.beta, given.lam, spike.u, spike.gamma, spike.c, given.noise2, given.inverse_p)
    bulk = _Isotropic(p, spike.c) if level == 0 else _Spectrum(activation, target, given, spike)
    return _solve(activation, target, p, bulk)


def solve(activation, target, parameters, level=1):
    """The solution at each point; ``level`` 0: an isotropic bulk, 1: the exact one."""
    arrays = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in parameters))
    shape = arrays[0].shape
    given = Parameters(*(x.reshape(-1, 1) for x in arrays))
    if level not in (0, 1):
        raise ValueError("level is neither 0 nor 1")
    _require(activation, target, given._asdict())
    with np.errstate(all="ignore"):
        samples = 2 * 160 * (1 if level == 0 or not np.any(given.noise2 > 0) else 69)
        most = max(1, MOST_SAMPLES // samples)  # points at a time
        parts = [
            _stepped(activation, target, Parameters(*(x[start : start + most] for x in given)), level)
            for start in range(0, max(len(given.alpha), 1), most)
        ]
        found = Solution(*(np.concatenate(x) for x in zip(*parts, strict=True)))
    return Solution(*(x.reshape(shape) for x in found))
