"""ReLU averages of four fields as the emitted numpy computes them, against an integral over the
plane of two of them.

The oracle knows none of the rules: at fixed c and d the fields a and b are Gaussian with known
means, so that the probability that both are positive is Owen's; c d times it is integrated over the
plane in polar coordinates, between the angles where a field or a mean changes sign. Covariances may
be singular and fields may coincide.
"""

import math
import types
from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement, pairwise

import numpy as np
import pytest
from evaluate_system import covariance, rendered, system_of
from scipy.special import ndtr, owens_t

from orderode.derive.gaussian.activations import RELU

#: Largest error in units of sqrt(C_cc C_dd): with two students that are almost parallel or
#: opposite, and without.
ACCURACY = {True: 3e-6, False: 1e-9}
FAR = 38.0  # standard deviations beyond which a probability is 0 or 1


def doubly_exponential(step):
    """Nodes and weights on (0, 1) that are dense at both ends, where the integrand may be steep."""
    u = step * np.arange(-math.ceil(3.4 / step), math.ceil(3.4 / step) + 1)
    x = 1 / (1 + np.exp(-np.pi * np.sinh(u)))
    return x, step * np.pi * np.cosh(u) * x * (1 - x)


def both_positive(h, k, rho):
    """P(x > -h, y > -k) for standard normal x and y of correlation rho: Owen (1956)."""
    if abs(rho) > 1 - 1e-14:
        return ndtr(np.minimum(h, k)) if rho > 0 else np.maximum(ndtr(h) + ndtr(k) - 1, 0.0)
    rest = math.sqrt((1 - rho) * (1 + rho))
    opposite = (h * k < 0) | ((h * k == 0) & (h + k < 0))
    with np.errstate(divide="ignore"):
        one, other = owens_t(h, (k - rho * h) / (h * rest)), owens_t(k, (h - rho * k) / (k * rest))
    return (ndtr(h) + ndtr(k)) / 2 - one - other - opposite / 2


def oracle(C, step=0.05):
    """< theta(a) theta(b) max(c, 0) max(d, 0) > for the fields a, b, c, d of covariance C."""
    C = np.asarray(C, float)
    values, vectors = np.linalg.eigh(C[2:, 2:])
    kept = values > 1e-13 * values.max()
    # (c, d) = root u, u standard normal in the plane
    root = vectors * np.sqrt(np.where(kept, values, 0.0))
    slope = C[:2, 2:] @ vectors / np.sqrt(np.where(kept, values, np.inf))  # means of a, b = slope u
    rest = C[:2, :2] - slope @ slope.T
    scale = np.sqrt(C.diagonal()[:2])
    sd = np.sqrt(np.where(rest.diagonal() > 1e-13 * scale**2, rest.diagonal(), 0.0))
    rho = float(np.clip(rest[0, 1] / (sd[0] * sd[1]), -1, 1)) if sd.all() else 0.0
    lines = np.vstack(
        [root, slope, slope[0] * sd[1] - slope[1] * sd[0], slope[0] * sd[1] + slope[1] * sd[0]]
    )
    # where c, d, the means and the kinks at rho = 1 and -1 are
    angles = np.arctan2(-lines[:, 0], lines[:, 1])
    ends = np.sort(
        np.concatenate([angles % (2 * np.pi), (angles + np.pi) % (2 * np.pi), [0.0, 2 * np.pi]])
    )
    x, w = doubly_exponential(step)
    r, radial = 13 * x[:, None], 13 * w[:, None]
    radial = radial * r**3 * np.exp(-(r**2) / 2) / (2 * np.pi)
    total = 0.0
    for low, high in pairwise(ends):
        if high - low < 1e-14:
            continue
        psi = low + (high - low) * x
        u = np.stack([np.cos(psi), np.sin(psi)])
        c, d = root @ u
        middle = root @ [math.cos((low + high) / 2), math.sin((low + high) / 2)]
        if (middle > 0).all():
            with np.errstate(divide="ignore"):
                h, k = (np.clip(r * (m / s), -FAR, FAR) for m, s in zip(slope @ u, sd, strict=True))
            inside = both_positive(h, k, rho)
            total += (high - low) * float(np.sum(w * c * d * np.sum(radial * inside, axis=0)))
    return total


def test_the_oracle_converges_and_knows_the_moments():
    """Halving the step changes nothing, and four times one field is <max(a, 0)^2> = C_aa/2."""
    for seed, place in ((0, (0, 1, 2, 3)), (1, (0, 0, 1, 2)), (2, (0, 1, 1, 2)), (3, (0, 1, 0, 1))):
        C = covariance(np.random.default_rng([seed, 3]), 4)[np.ix_(place, place)]
        assert oracle(C) == pytest.approx(oracle(C, 0.025), abs=1e-11)
    assert oracle(np.full((4, 4), 3.0)) == pytest.approx(1.5, abs=1e-11)


@cache
def module():
    """The solver of sgd with ReLU, emitted with I4 as an observable."""
    system = replace(system_of("sgd", "relu"), observables=("I4",), diffusion=())
    made = types.ModuleType("sgd_relu_averages")
    exec(compile(rendered([system])["numpy/sgd_relu.py"], made.__name__, "exec"), made.__dict__)
    return made


def deviation(C):
    """The largest error of I4 over all units of two students and two teachers, in units of
    sqrt(C_cc C_dd)."""
    made = module().I4(
        C[:2, 2:], C[:2, :2], np.zeros(2), C[2:, 2:], module().Parameters(eta_J=1.0, V=1.0)
    )
    worst = 0.0
    for a, b in ((0, 0), (0, 1), (1, 1)):
        for c, d in combinations_with_replacement(range(4), 2):
            wanted = oracle(C[np.ix_((a, b, c, d), (a, b, c, d))])
            worst = max(worst, abs(made[a, b, c, d] - wanted) / math.sqrt(C[c, c] * C[d, d]))
            for image in ((b, a, c, d), (a, b, d, c), (b, a, d, c)):
                assert made[image] == pytest.approx(
                    made[a, b, c, d], abs=ACCURACY[False] * math.sqrt(C[c, c] * C[d, d])
                )
    return worst


@pytest.mark.parametrize("smallest", [None, 1e-4, 1e-8, 0.0])
@pytest.mark.parametrize("seed", range(3))
def test_random_and_singular_covariances(seed, smallest):
    """Units that coincide are among the indices; variances up to 3."""
    assert deviation(covariance(np.random.default_rng([seed, 3]), 4, smallest)) < 1e-10


def test_equal_variances():
    C = covariance(np.random.default_rng(5), 4)
    scale = np.sqrt(3.0 / C.diagonal())
    assert deviation(C * np.outer(scale, scale)) < 1e-10


#: Fields b, c, d as combinations of a and of themselves; what is added has the size of the
#: distance.
NEAR = {
    "two students": ((1, 0, 0, 0), (1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
    "opposite students": ((1, 0, 0, 0), (-1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
    "students and their teachers": ((1, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0)),
    "two students and a teacher": ((1, 0, 0, 0), (1, 0, 0, 0), (2, 0, 0, 0), (0, 0, 0, 1)),
    "two teachers": ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 1, 0)),
    "all": ((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0)),
}


@pytest.mark.parametrize("name", NEAR)
def test_fields_that_nearly_coincide(name):
    """The rule's error as stated, at distances from 0 to 0.3; two students are the worst, where g'
    g' jumps twice."""
    rng = np.random.default_rng(6)
    first, other = rng.standard_normal((2, 4, 5)) / 2
    found = []
    for distance in (0.0, 1e-12, 1e-8, 1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3):
        weights = np.array(NEAR[name], float) @ first + distance * other
        found.append(deviation(weights @ weights.T))
    assert max(found) < ACCURACY["two students" in name or "opposite" in name]
    assert found[0] < 1e-10 and found[-1] < 1e-10


def test_the_stated_accuracy_is_what_is_tested():
    assert f"{ACCURACY[True]:.0e} of".replace("e-0", "e-") in RELU.path_accuracy
    assert f"{ACCURACY[False]:.0e} else".replace("e-0", "e-") in RELU.path_accuracy
