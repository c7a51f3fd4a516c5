"""Spiked random features: ridge regression on features whose weights share a spike

Emitted by orderode 0.1.0 from the system srf, digest 53edd64a08781c67. Do not edit: change the model or the
templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
Reference: Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980

Conventions
    inputs        x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1
    labels        y = g(s) + sqrt(noise2) N(0, 1)
    network       f = sum_i a_i sigma(w_i.x)/sqrt(p)
    weights       w_i = b_i + u_k v in group k, rows b_i with covariance c_k/d, |v| = 1, v.theta = gamma
    readout       least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples
    ratios        alpha = n/d, beta = p/d, alpha0 = n0/d
    erf           erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))
    others        gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)), sigmoid 1/(1 + exp(-x))

Limits and closures
    d -> inf (exact): n, p and n0 grow like d; the row norms of the weights do not fluctuate

``solve(activation, target, parameters)`` takes numbers or arrays (points,), and for each group of neurons a value of u, c, fraction:
arrays (groups,) or (points, groups), for any number of groups; numbers, where there is one.
Averages over kappa are Gauss-Legendre sums over 8 panels of 20 nodes on either side of 0, graded as sinh.
Where a function has no closed averages (sigmoid, silu, softplus, tanh) those of its ends are, and the rest is a trapezoidal
sum on a grid that all kappa share, to 2e-14 for every mean and variance.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import erf, owens_t

DIGEST = "53edd64a08781c67"
#: What the entries of ``Solution.status`` mean.
STATUS = ("ok", "no convergence", "non-finite")
ACTIVATIONS = ("erf", "relu", "tanh", "gelu", "silu", "softplus", "sigmoid", "sin", )
TARGETS = ("sign", "sin", "sin2", "erf", "relu", "linear", "he2", "he3", "he4", "tanh", "gelu", "silu", "softplus", "sigmoid", )
WARM_UPS = (30, 300, 3000)  # plain steps of the fixed point before Newton's, and more where that fails
MOST_STEPS = 60  # of Newton
TOLERANCE = 1e-13  # of all variables, relative to their sizes
LEAST = 1e-12  # share of the largest eigenvalue below which the modes c0 of the groups are taken for one


class Parameters(NamedTuple):
    """Parameters: numbers, or one value per point; those of the groups with the groups last."""

    alpha: np.ndarray  # samples of the ridge regression, n/d
    beta: np.ndarray  # neurons, p/d
    lam: np.ndarray  # ridge lambda
    gamma: np.ndarray  # overlap of the spike with the teacher, from -1 to 1
    u: np.ndarray  # (..., groups) strength of the spike in the weights of each group
    c: np.ndarray = 1.0  # (..., groups) variance of the bulk of each group: its rows have covariance c/d
    fraction: np.ndarray = 1.0  # (..., groups) share of the neurons in each group; they sum to 1
    noise2: np.ndarray = 0.0  # variance Delta of the label noise
    inverse_p: np.ndarray = 0.0  # 1/p of a finite system, for its leading correction; 0 in the limit


class Solution(NamedTuple):
    """Errors and overlaps, the points first; NaN where ``status`` is not 0."""

    test_error: np.ndarray  # (points,) mean square error on fresh inputs, label noise excluded
    train_error: np.ndarray  # (points,) mean square error on the training samples, label noise included
    V1: np.ndarray  # (points, groups, groups) covariance of the groups' readouts along the inputs, over their fluctuations
    V2: np.ndarray  # (points, groups) variance of the readouts of a group, over their fluctuations
    Vh1: np.ndarray  # (points, groups, groups) conjugate of V1
    Vh2: np.ndarray  # (points, groups) conjugate of V2
    D: np.ndarray  # (points, groups) response of a group's bulk
    R: np.ndarray  # (points, groups) conjugate of D
    A: np.ndarray  # (points, groups) amplitude of the mean feature c0; of least norm where the features leave it open
    m_v: np.ndarray  # (points, groups) mean output along the spike
    m_e: np.ndarray  # (points, groups) mean output along the rest of the teacher
    Q1: np.ndarray  # (points, groups, groups) product of the groups' readouts seen through the bulk
    Q2: np.ndarray  # (points, groups) squared readout
    status: np.ndarray  # (points,) place in STATUS
    steps: np.ndarray  # (points,) of Newton


class _Tables(NamedTuple):
    """Functions of kappa at the nodes: (points, nodes), those of the neurons (points, groups, nodes)."""

    weight: np.ndarray
    kappa: np.ndarray
    c0: np.ndarray
    c1: np.ndarray
    c22: np.ndarray
    h0: np.ndarray
    h1: np.ndarray
    h2: np.ndarray


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
    tables = (weight, kappa, *features, *signal)
    return _Tables(*(x[place.reshape(-1)] for x in tables))


def _forces(p, tables, V1, V2):
    """Stationarity in V1 and V2."""
    alpha = p.alpha
    beta = p.beta
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    q = (1.0/(((np.einsum("piz,pjz,pij->pz", c1, c1, V1)) + (np.einsum("pi,piz->pz", V2, c22)) + 1.0)))
    mean_0 = np.einsum("pz,pz,pkz,plz->pkl", q, weight, c1, c1)
    mean_1 = np.einsum("pz,pz,pkz->pk", q, weight, c22)
    Vh1 = np.einsum("p,pkl->pkl", alpha/beta, mean_0)
    Vh2 = np.einsum("p,pk->pk", alpha/beta, mean_1)
    return Vh1, Vh2


def _weights(p, tables, Vh2, R):
    """Stationarity in Vh2 and R."""
    beta = p.beta
    lam = p.lam
    c = p.c
    fraction = p.fraction
    one, flat, identity = np.ones(len(p.alpha)), np.ones(p.u.shape[1]), np.eye(p.u.shape[1])
    ridge = np.einsum("p,k->pk", lam, flat) + np.einsum("pk,pk->pk", R, c) + Vh2
    V2 = np.einsum("pk,pk->pk", (1.0/(ridge)), fraction)
    D = np.einsum("p,pk,pk,pk->pk", beta, (1.0/(ridge)), c, fraction)
    return V2, D


def _resolvent(p, tables, Vh1, D):
    """The matrix whose inverse is P."""
    one, flat, identity = np.ones(len(p.alpha)), np.ones(p.u.shape[1]), np.eye(p.u.shape[1])
    inverse_P = np.einsum("pk,kl->pkl", (1.0/(D)), identity) + Vh1
    return inverse_P


def _fields(p, tables, D, P):
    """Stationarity in Vh1 and D."""
    beta = p.beta
    V1 = np.einsum("p,pkl->pkl", (1.0/(beta)), P)
    R = (1.0/(D)) + -1.0*np.einsum("pk,pkk->pk", (1.0/(D*D)), P)
    return V1, R


def _newton(p, tables, V1, V2, Vh1, Vh2, D, R, P):
    """Slope and curvature of F0."""
    alpha = p.alpha
    beta = p.beta
    lam = p.lam
    c = p.c
    fraction = p.fraction
    c1 = tables.c1
    c22 = tables.c22
    weight = tables.weight
    one, flat, identity = np.ones(len(p.alpha)), np.ones(p.u.shape[1]), np.eye(p.u.shape[1])
    q = (1.0/(((np.einsum("piz,pjz,pij->pz", c1, c1, V1)) + (np.einsum("pi,piz->pz", V2, c22)) + 1.0)))
    mean_0 = np.einsum("pz,pz,pkz,plz,pmz,pnz->pklmn", (q*q), weight, c1, c1, c1, c1)
    mean_1 = np.einsum("pz,pz,pkz,plz,pmz->pklm", (q*q), weight, c1, c1, c22)
    mean_2 = np.einsum("pz,pz,pkz,plz->pkl", (q*q), weight, c22, c22)
    mean_3 = np.einsum("pz,pz,pkz,plz->pkl", q, weight, c1, c1)
    mean_4 = np.einsum("pz,pz,pkz->pk", q, weight, c22)
    ridge = np.einsum("p,k->pk", lam, flat) + np.einsum("pk,pk->pk", R, c) + Vh2
    blocks = {
        ("V1", "V1"): -1.0*np.einsum("p,pklmn->pklmn", alpha/beta, mean_0),
        ("V1", "V2"): -1.0*np.einsum("p,pklm->pklm", alpha/beta, mean_1),
        ("V1", "Vh1"): -1.0*np.einsum("p,km,ln->pklmn", one, identity, identity),
        ("V2", "V2"): -1.0*np.einsum("p,pkl->pkl", alpha/beta, mean_2),
        ("V2", "Vh2"): -1.0*np.einsum("p,kl->pkl", one, identity),
        ("Vh1", "Vh1"): -1.0*np.einsum("p,pkn,plm->pklmn", (1.0/(beta)), P, P),
        ("Vh1", "D"): np.einsum("p,pm,pkm,plm->pklm", (1.0/(beta)), (1.0/(D*D)), P, P),
        ("Vh2", "Vh2"): -1.0*np.einsum("pk,pk,kl->pkl", (1.0/(ridge*ridge)), fraction, identity),
        ("Vh2", "R"): -1.0*np.einsum("pk,pk,pk,kl->pkl", (1.0/(ridge*ridge)), c, fraction, identity),
        ("D", "D"): -1.0*np.einsum("p,pk,kl->pkl", (1.0/(beta)), (1.0/(D*D)), identity) + -1.0*np.einsum("p,pk,pl,pkl->pkl", (1.0/(beta)), (1.0/(D*D)), (1.0/(D*D)), (P*P)) + 2.0*np.einsum("p,pk,pkk,kl->pkl", (1.0/(beta)), (1.0/(D*D*D)), P, identity),
        ("D", "R"): -1.0*np.einsum("p,kl->pkl", (1.0/(beta)), identity),
        ("R", "R"): -1.0*np.einsum("pk,pk,pk,kl->pkl", (c*c), (1.0/(ridge*ridge)), fraction, identity),
        ("V1", ""): -1.0*Vh1 + np.einsum("p,pkl->pkl", alpha/beta, mean_3),
        ("V2", ""): -1.0*Vh2 + np.einsum("p,pk->pk", alpha/beta, mean_4),
        ("Vh1", ""): -1.0*V1 + np.einsum("p,pkl->pkl", (1.0/(beta)), P),
        ("Vh2", ""): -1.0*V2 + np.einsum("pk,pk->pk", (1.0/(ridge)), fraction),
        ("D", ""): np.einsum("p,pk->pk", (1.0/(beta)), (1.0/(D))) + -1.0*np.einsum("p,pk->pk", (1.0/(beta)), R) + -1.0*np.einsum("p,pk,pkk->pk", (1.0/(beta)), (1.0/(D*D)), P),
        ("R", ""): -1.0*np.einsum("p,pk->pk", (1.0/(beta)), D) + np.einsum("pk,pk,pk->pk", (1.0/(ridge)), c, fraction),
    }
    return _assembled(blocks, _places([("V1", 2), ("V2", 1), ("Vh1", 2), ("Vh2", 1), ("D", 1), ("R", 1), ], p.u.shape[1]), len(p.alpha))


def _means(p, tables, V1, V2, D):
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
    one, flat, identity = np.ones(len(p.alpha)), np.ones(p.u.shape[1]), np.eye(p.u.shape[1])
    q = (1.0/(((np.einsum("piz,pjz,pij->pz", c1, c1, V1)) + (np.einsum("pi,piz->pz", V2, c22)) + 1.0)))
    mean_0 = np.einsum("pz,pz,pkz->pk", h0*kappa*q, weight, c1)
    mean_1 = np.einsum("pz,pz,pkz->pk", h0*q, weight, c0)
    mean_2 = np.einsum("pz,pz,pkz->pk", h1*q, weight, c1)
    mean_3 = np.einsum("pz,pz,pkz,plz->pkl", (kappa*kappa)*q, weight, c1, c1)
    mean_4 = np.einsum("pz,pz,plz,pkz->pkl", kappa*q, weight, c0, c1)
    mean_5 = np.einsum("pz,pz,pkz,plz->pkl", q, weight, c0, c0)
    mean_6 = np.einsum("pz,pz,pkz,plz->pkl", q, weight, c1, c1)
    blocks = {
        ("m_v", "m_v"): 2.0*np.einsum("p,pkl->pkl", alpha/beta, mean_3),
        ("m_v", "b_v"): 2.0*np.einsum("p,kl->pkl", one, identity),
        ("m_v", "A"): 2.0*np.einsum("p,pkl->pkl", alpha/beta, mean_4),
        ("m_e", "m_e"): 2.0*np.einsum("p,pkl->pkl", alpha/beta, mean_6),
        ("m_e", "b_e"): 2.0*np.einsum("p,kl->pkl", one, identity),
        ("b_v", "b_v"): -2.0*np.einsum("pk,kl->pkl", D, identity),
        ("b_e", "b_e"): -2.0*np.einsum("pk,kl->pkl", D, identity),
        ("A", "A"): 2.0*np.einsum("p,pkl->pkl", alpha/beta, mean_5) + 2.0*np.einsum("p,pk,kl->pkl", inverse_p, (1.0/(V2)), identity),
        ("m_v", ""): -2.0*np.einsum("p,pk->pk", alpha/beta, mean_0),
        ("m_e", ""): -2.0*np.einsum("p,pk->pk", alpha/beta, mean_2),
        ("A", ""): -2.0*np.einsum("p,pk->pk", alpha/beta, mean_1),
    }
    return _assembled(blocks, _places([("m_v", 1), ("m_e", 1), ("b_v", 1), ("b_e", 1), ("A", 1), ], p.u.shape[1]), len(p.alpha))


def _variances(p, tables, V1, V2, A, m_v, m_e, b_v, b_e):
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
    q = (1.0/(((np.einsum("piz,pjz,pij->pz", c1, c1, V1)) + (np.einsum("pi,piz->pz", V2, c22)) + 1.0)))
    f0 = (np.einsum("pi,piz->pz", A, c0) + np.einsum("pz,piz,pi->pz", kappa, c1, m_v))
    f1 = (np.einsum("piz,pi->pz", c1, m_e))
    r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2
    mean_0 = np.einsum("pz,pz,pkz,plz->pkl", (q*q), weight, c1, c1)
    mean_1 = np.einsum("pz,pz,pkz->pk", (q*q), weight, c22)
    mean_2 = np.einsum("pz,pz,pkz,plz->pkl", (q*q)*r2, weight, c1, c1)
    mean_3 = np.einsum("pz,pz,pkz->pk", (q*q)*r2, weight, c22)
    blocks = {
        ("V1", ""): -1.0*np.einsum("p,pkl->pkl", alpha/beta, mean_2) + -1.0*np.einsum("p,pkl->pkl", alpha*noise2/beta, mean_0),
        ("V2", ""): -1.0*np.einsum("p,pk->pk", alpha/beta, mean_3) + -1.0*np.einsum("p,pk,pk->pk", inverse_p, (A*A), (1.0/(V2*V2))) + -1.0*np.einsum("p,pk->pk", alpha*noise2/beta, mean_1),
        ("D", ""): -1.0*(b_e*b_e) + -1.0*(b_v*b_v),
    }
    return _assembled(blocks, _places([("V1", 2), ("V2", 1), ("Vh1", 2), ("Vh2", 1), ("D", 1), ("R", 1), ], p.u.shape[1]), len(p.alpha))


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
    q = (1.0/(((np.einsum("piz,pjz,pij->pz", c1, c1, V1)) + (np.einsum("pi,piz->pz", V2, c22)) + 1.0)))
    f0 = (np.einsum("pi,piz->pz", A, c0) + np.einsum("pz,piz,pi->pz", kappa, c1, m_v))
    f1 = (np.einsum("piz,pi->pz", c1, m_e))
    r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2
    extra = (np.einsum("piz,pjz,pij->pz", c1, c1, Q1)) + (np.einsum("pi,piz->pz", Q2, c22))
    mean_0 = np.einsum("pz,pz->p", extra, weight)
    mean_1 = np.einsum("pz,pz->p", extra*(q*q), weight)
    mean_2 = np.einsum("pz,pz->p", (q*q), weight)
    mean_3 = np.einsum("pz,pz->p", (q*q)*r2, weight)
    mean_4 = np.einsum("pz,pz->p", r2, weight)
    test_error = mean_0 + mean_4
    train_error = mean_1 + mean_3 + mean_2*noise2
    return test_error, train_error


#: The variables of F0 and of E with their number of indices.
_STATE = [("V1", 2), ("V2", 1), ("Vh1", 2), ("Vh2", 1), ("D", 1), ("R", 1), ]
_MODES = [("m_v", 1), ("m_e", 1), ("b_v", 1), ("b_e", 1), ("A", 1), ]


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


def _inverse(matrix):
    return _solved(matrix, np.eye(matrix.shape[1]) + np.zeros_like(matrix))


def _plain(p, tables, V1, V2, R):
    """All variables after a plain step of the fixed point."""
    Vh1, Vh2 = _forces(p, tables, V1, V2)
    V2, D = _weights(p, tables, Vh2, R)
    P = _inverse(_resolvent(p, tables, Vh1, D))
    V1, R = _fields(p, tables, D, P)
    return [V1, V2, Vh1, Vh2, D, R]


def _curvature(p, tables, state):
    """Curvature and slope of F0, times the sizes of its variables, and these."""
    size = _sizes(state, p.u.shape[1])
    V1, V2, Vh1, Vh2, D, R = state
    P = _inverse(_resolvent(p, tables, Vh1, D))
    matrix, slope = _newton(p, tables, V1, V2, Vh1, Vh2, D, R, P)
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


def _stationary(p, tables):
    """The variables of F0 at its stationary point, status and Newton's steps."""
    points, groups = p.u.shape
    start = p.fraction / (p.lam + 0.1)[:, None]
    plain = [np.einsum("pk,kl->pkl", p.c * start, np.eye(groups)), start, None, None, None, np.zeros_like(start)]
    state, status, steps = None, np.ones(points, dtype=int), np.zeros(points, dtype=int)
    left = np.arange(points)
    for warm_up in WARM_UPS:
        some, there = type(p)(*(x[left] for x in p)), _Tables(*(x[left] for x in tables))
        for _ in range(warm_up):
            plain = _plain(some, there, plain[0], plain[1], plain[5])
        found, status[left], steps[left] = _newton_steps(lambda now: _curvature(some, there, now), plain)
        if state is None:
            state = found
        for whole, part in zip(state, found, strict=True):
            whole[left] = part
        again = status[left] != 0
        left, plain = left[again], [table[again] for table in plain]
        if not len(left):
            break
    return state, status, steps


def _solve(activation, target, p):
    """All stages."""
    points, groups = p.u.shape
    tables = _tables(activation, target, p.gamma.reshape(-1, 1), p.u, p.c)
    state, status, steps = _stationary(p, tables)
    V1, V2, Vh1, Vh2, D, R = state
    m_v, m_e, b_v, b_e, A = _modes(*_means(p, tables, V1, V2, D), groups)
    matrix, _, size = _curvature(p, tables, state)
    _, slope = _variances(p, tables, V1, V2, A, m_v, m_e, b_v, b_e)
    moved = -size * _solved(matrix, (slope * size)[:, :, None])[:, :, 0]
    places = _places(_STATE, groups)
    Q1, Q2 = moved[:, places["V1"]].reshape(V1.shape), moved[:, places["V2"]]
    test_error, train_error = _errors(p, tables, V1, V2, A, m_v, m_e, Q1, Q2)
    status[(status == 0) & ~np.isfinite(test_error)] = 2
    found = [test_error, train_error, V1, V2, Vh1, Vh2, D, R, A, m_v, m_e, Q1, Q2, ]
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
    x = given["gamma"]
    if np.any(~(np.abs(x) <= 1.0)):
        raise ValueError("gamma is more than 1 in size")
    x = given["noise2"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("noise2 is negative or not finite")
    x = given["inverse_p"]
    if np.any(~((x >= 0.0) & np.isfinite(x))):
        raise ValueError("inverse_p is negative or not finite")
    x = given["u"]
    if np.any(~np.isfinite(x)):
        raise ValueError("u is not finite")
    x = given["c"]
    if np.any(~((x > 0.0) & np.isfinite(x))):
        raise ValueError("c is not positive or not finite")
    x = given["fraction"]
    if np.any(~((x > 0.0) & np.isfinite(x))):
        raise ValueError("fraction is not positive or not finite")
    if np.any(~(np.abs(given["fraction"].sum(axis=-1) - 1.0) <= 1e-9)):
        raise ValueError("the fractions of a point do not sum to 1")


def solve(activation, target, parameters):
    """The solution at each point."""
    given = {name: np.asarray(value, dtype=float) for name, value in parameters._asdict().items()}
    over_groups = ["u", "c", "fraction", ]
    groups = max(given[name].shape[-1] if given[name].ndim else 1 for name in over_groups)
    shapes = [given[name].shape[:-1] if name in over_groups else given[name].shape for name in given]
    (points,) = np.broadcast_shapes((1,), *shapes)
    whole = {name: np.broadcast_to(x, (points, groups) if name in over_groups else (points,)) for name, x in given.items()}
    _require(activation, target, whole)
    with np.errstate(all="ignore"):
        return _solve(activation, target, Parameters(**whole))
