"""The emitted solvers: reference points to all their digits, limits, identities, numpy against
C."""

import numpy as np
import one_step_reference as reference
import pytest

from orderode.models.catalogue import GENERATED
from orderode.solvers.numpy import load_module

SRF, ONE_STEP = (load_module(name, GENERATED) for name in ("srf", "one_step"))


def srf(activation, target, alpha, beta, lam, u, gamma, **more):
    """Of one group of neurons, whose tables have one column."""
    found = SRF.solve(
        activation, target, SRF.Parameters(alpha, beta, lam, gamma, np.array(u)[..., None], **more)
    )
    assert (found.status == 0).all()
    return found


def one_step(activation, target, level, alpha, beta, lam, alpha0, eta, **more):
    found = ONE_STEP.solve(
        activation, target, ONE_STEP.Parameters(alpha, beta, lam, alpha0, eta, **more), level
    )
    assert (found.status == 0).all()
    return found


# -- reference points: half a unit of the last digit given -----------------------------------------


def test_plain_random_features():
    assert srf("erf", "sign", 2.0, 1.5, 0.1, 0.0, 0.5).test_error == pytest.approx(
        0.703466, abs=5.1e-7
    )
    noisy = srf("erf", "sign", 2.0, 1.5, 0.1, 0.0, 0.5, noise2=0.1)
    assert noisy.test_error == pytest.approx(0.747745511673, abs=5.1e-13)


def test_spiked_features():
    s = srf("erf", "sign", 1.0, 1.5, 0.1, 1.5, 0.8)
    wanted = {
        "test_error": (0.553984, 6), "train_error": (0.093191, 6), "V1": (4.381452, 6), "V2": (6.738974, 6),
        "Vh1": (0.0532295, 7), "Vh2": (0.0137825, 7), "A": (1.029359, 6), "m_v": (0.00689201, 8),
        "m_e": (0.410201, 6), "Q1": (0.659725, 6), "Q2": (0.577822, 6),
    }  # fmt: skip
    for name, (value, digits) in wanted.items():
        assert getattr(s, name) == pytest.approx(value, abs=0.51 * 10**-digits), name
    assert srf("relu", "sin", 2.0, 1.5, 0.1, 1.5, 0.8).test_error == pytest.approx(
        0.317171, abs=5.1e-7
    )
    assert srf("erf", "sin2", 3.0, 1.0, 0.02, 0.8, 0.97).test_error == pytest.approx(
        0.5252, abs=1e-4
    )


@pytest.mark.parametrize(
    ("target", "point", "levels"),
    [
        ("sign", (2.0, 1.5, 0.1, 2.0, 2.0), (0.566981, 0.575252)),
        ("sin", (3.0, 2.0, 0.1, 4.0, 4.0), (0.054311, 0.055545)),
    ],
)
def test_one_gradient_step(target, point, levels):
    for level, wanted in enumerate(levels):
        assert one_step("erf", target, level, *point).test_error == pytest.approx(
            wanted, abs=5.1e-7
        )


def test_parameters_of_the_step():
    spike = ONE_STEP.step("erf", "sign", ONE_STEP.Parameters(2.0, 1.5, 0.1, 2.0, 2.0))
    assert spike.u == pytest.approx(1.38910, abs=5.1e-6)
    assert spike.gamma == pytest.approx(0.748398, abs=5.1e-7)
    assert spike.c == pytest.approx(1.289994, abs=5.1e-7)
    # odd: the isotropic bulk has the exact variance
    assert spike.rho == pytest.approx(spike.c, rel=1e-14)


@pytest.mark.parametrize(("d", "wanted"), [(300, 0.05128), (900, 0.05042), (None, 0.04998)])
def test_the_correction_at_finite_size(d, wanted):
    inverse_p = 0.0 if d is None else 1 / d
    assert srf(
        "erf", "sin", 3.0, 1.0, 0.02, 0.8, 0.97, inverse_p=inverse_p
    ).test_error == pytest.approx(wanted, abs=5.1e-6)


def test_relu_at_level_one_agrees_with_the_plain_iteration():
    """The value is that of the reference, whose plain iteration takes a minute."""
    assert one_step("relu", "sin", 1, 2.0, 1.5, 0.1, 2.0, 2.0).test_error == pytest.approx(
        0.3050926927019575, rel=1e-11
    )


# -- against the reference at other points ---------------------------------------------------------


@pytest.mark.parametrize("activation", ["erf", "relu"])
@pytest.mark.parametrize("target", ["sign", "sin", "sin2", "erf"])
def test_spiked_features_at_other_points(activation, target):
    """Rounding of two independent ways; cancellation in c2^2 at V2 = 1/lambda costs digits."""
    rng = np.random.default_rng([len(activation), len(target), ord(target[0])])
    for _ in range(2):
        alpha, beta, c = rng.uniform(0.3, 3, 3)
        u, gamma, lam, noise2 = (
            rng.uniform(-2, 2),
            rng.uniform(-0.95, 0.95),
            10 ** rng.uniform(-2, 0.5),
            rng.uniform(0, 1),
        )
        found = srf(
            activation, target, alpha, beta, lam, u, gamma, c=c, noise2=noise2, inverse_p=1e-3
        )
        bulk = reference.Isotropic(c)
        wanted = reference.solve(
            activation, target, u, gamma, bulk, alpha, beta, lam, noise2, inverse_p=1e-3
        )
        assert found.test_error == pytest.approx(wanted["test"], rel=1e-10)
        assert found.train_error == pytest.approx(wanted["train"], rel=1e-10)
        for name in ("V1", "V2", "A", "m_v", "m_e", "Q1", "Q2"):
            assert getattr(found, name) == pytest.approx(wanted[name], rel=1e-9, abs=1e-12), name


def test_the_exact_bulk_of_an_odd_activation():
    found = one_step("erf", "erf", 1, 1.2, 0.8, 0.05, 3.0, 1.5)
    wanted = reference.one_step("erf", "erf", 3.0, 1.5, 1, 1.2, 0.8, 0.05)
    for name, key in (
        ("test_error", "test"),
        ("train_error", "train"),
        ("m_v", "m_v"),
        ("Q1", "Q1"),
    ):
        assert getattr(found, name) == pytest.approx(wanted[key], rel=1e-9)


@pytest.mark.parametrize(("activation", "noise2"), [("relu", 0.0), ("erf", 0.3)])
def test_the_spectrum_of_the_exact_bulk(activation, noise2):
    """t1 and the corner at one x, by the two-by-two iteration of the reference."""
    alpha0, eta, x = 1.7, 1.3, 0.9
    labels = reference.Labels("sin", activation, noise2)
    _mu1, mu2, nu, _ = reference.STUDENT_MOMENTS[activation]
    first, square = labels.mean(labels.s * labels.y), labels.mean(labels.y**2)
    vbar = np.sqrt(first**2 + square / alpha0)
    tau = eta**2 * (nu - mu2**2) / alpha0
    bulk = reference.OneStepBulk(labels, eta * mu2, tau, alpha0, vbar, first / vbar)
    given = ONE_STEP.Parameters(
        *(np.full((1, 1), v) for v in (1.0, 1.0, 0.1, alpha0, eta, noise2, 0.0))
    )
    spectrum = ONE_STEP._Spectrum(activation, "sin", given, ONE_STEP.step(activation, "sin", given))
    t1, *W, t1_slope, _, _, _ = spectrum(np.full((1, 1), x))
    near = spectrum(np.full((1, 1), x + 1e-5))[0] - spectrum(np.full((1, 1), x - 1e-5))[0]
    assert t1[0, 0] == pytest.approx(bulk.t1(x), rel=1e-11)
    assert t1_slope[0, 0] == pytest.approx(near[0, 0] / 2e-5, rel=1e-8)
    assert np.array(W).ravel() == pytest.approx(
        np.linalg.inv(bulk.N(x))[[0, 0, 1], [0, 1, 1]], rel=1e-10
    )
    assert spectrum.variance[0, 0] == pytest.approx(bulk.rho, rel=1e-12)


def test_the_spectrum_is_that_of_sampled_matrices():
    """(1/d) tr C/(1 + x C) and the corner against one draw at d = 800. The sampled mean of y, on
    which C depends, errs by 0.66/40 = 1.6 %; three of these are allowed, for the corner five times
    1/sqrt(d)."""
    d, alpha0, eta, x = 800, 2.0, 1.5, 0.8
    rng = np.random.default_rng(7)
    given = ONE_STEP.Parameters(
        *(np.full((1, 1), v) for v in (1.0, 1.0, 0.1, alpha0, eta, 0.0, 0.0))
    )
    spike = ONE_STEP.step("relu", "sin", given)
    t1, *W, _, _, _, _ = ONE_STEP._Spectrum("relu", "sin", given, spike)(np.full((1, 1), x))
    data = rng.standard_normal((int(alpha0 * d), d))
    y = np.sin(data[:, 0]) - 1 / np.sqrt(2 * np.pi)
    M = data.T @ (y[:, None] * data) / len(y)
    S = data.T @ (y[:, None] ** 2 * data) / len(y)
    first = np.eye(d) + spike.a[0, 0] * M
    C = first @ first + spike.tau[0, 0] * S
    resolvent = np.linalg.inv(np.eye(d) + x * C)
    assert t1[0, 0] == pytest.approx((d - np.trace(resolvent)) / (d * x), rel=0.05)
    v = data.T @ y / len(y)
    v /= np.linalg.norm(v)
    e = np.eye(d)[0] - v[0] * v
    U = np.stack([v, e / np.linalg.norm(e)], axis=1)
    sampled = np.linalg.inv(U.T @ resolvent @ U)
    assert np.array(W).ravel() == pytest.approx(sampled[[0, 0, 1], [0, 1, 1]], abs=5 / np.sqrt(d))


# -- limits and identities -------------------------------------------------------------------------


def marchenko_pastur(beta, nodes=400):
    """Nodes and weights of the spectrum of W^T W, W with p = beta d rows of variance 1/d; without
    its zeros."""
    angle = np.pi * np.arange(1, nodes) / nodes
    s = 1 + beta + 2 * np.sqrt(beta) * np.cos(angle)
    return s, 2 * beta * np.sin(angle) ** 2 / (s * nodes)


@pytest.mark.parametrize(
    ("alpha", "beta", "lam", "noise2"),
    [(2.0, 1.5, 0.1, 0.1), (0.7, 1.6, 0.02, 0.0), (1.5, 0.4, 1.0, 0.5)],
)
@pytest.mark.parametrize("activation", ["erf", "relu"])
def test_no_spike_is_ridge_regression_with_the_spectrum_of_random_features(
    activation, alpha, beta, lam, noise2
):
    """Features of covariance (c1^2 W W^T + c2^2)/p, sign target: h theta.x and noise; the
    equivalents of ridge regression (kappa (n - df1) = lambda, bias and variance over 1 - df2/n)
    over Marchenko and Pastur's law. The mean of relu is an intercept, and the target has none."""
    if activation == "erf":
        c1 = 2 / np.sqrt(3 * np.pi)
        c2 = 2 / np.pi * np.arcsin(2 / 3) - c1**2
    else:
        c1 = 1 / 2
        c2 = 1 / 2 - 1 / (2 * np.pi) - c1**2
    h2 = 2 / np.pi
    s, weight = marchenko_pastur(beta)
    zeros = beta - weight.sum()  # of W W^T, per d
    p = beta  # all sums over eigenvalues are divided by d
    sigma, flat = (c1**2 * s + c2) / p, c2 / p  # times d, which cancels

    def df(kappa, power):
        return (
            np.sum(weight * (sigma / (sigma + kappa)) ** power)
            + zeros * (flat / (flat + kappa)) ** power
        )

    low, high = 1e-12, 1e6
    for _ in range(200):
        kappa = np.sqrt(low * high)
        low, high = (kappa, high) if kappa * (alpha - df(kappa, 1)) < lam else (low, kappa)
    cross = h2 * c1**2 * s / p  # |E[phi g]|^2 by eigenvalue
    explained = np.sum(weight * cross / sigma)
    residual = 1 - explained + noise2
    bias = kappa**2 * np.sum(weight * cross / sigma / (sigma + kappa) ** 2)
    wanted = (bias + residual) / (1 - df(kappa, 2) / alpha) - noise2
    for gamma in (0.0, 0.6):
        found = srf(activation, "sign", alpha, beta, lam, 0.0, gamma, noise2=noise2)
        assert found.test_error == pytest.approx(wanted, rel=1e-10)
    shares = SRF.Parameters(alpha, beta, lam, 0.5, 0.0, fraction=[0.3, 0.7], noise2=noise2)
    assert SRF.solve(activation, "sign", shares).test_error == pytest.approx(wanted, rel=1e-10)


def test_a_strong_spike_leaves_its_sign():
    """Erf, sign target: the features tell the sign of kappa only; the approach is like 1/u."""
    gamma = 0.8
    limit = 1 - (1 - 2 / np.pi * np.arccos(gamma)) ** 2
    distance = (
        limit
        - srf("erf", "sign", 2.0, 1.5, 0.1, np.array([100.0, 1000.0, 10000.0]), gamma).test_error
    )
    assert distance[:-1] / distance[1:] == pytest.approx([10, 10], rel=0.05)
    assert abs(distance[2]) < 1e-4


def test_the_training_error_is_that_of_the_least_energy():
    """d/dlambda of the least alpha train + lambda |a|^2/p is |a|^2/p, so alpha/beta train' + lambda
    Q2' = 0: central differences with steps of 1e-3, error 1e-6 of each term."""
    alpha, beta, lam = 1.3, 1.1, 0.2
    step = 1e-3 * lam
    for activation, inverse_p in (("erf", 0.0), ("relu", 0.0), ("relu", 1e-3)):
        s = srf(
            activation,
            "sin",
            alpha,
            beta,
            np.array([lam - step, lam + step]),
            1.2,
            0.7,
            noise2=0.2,
            inverse_p=inverse_p,
        )
        train, size = np.diff(s.train_error)[0], np.diff(s.Q2[:, 0])[0]
        assert alpha / beta * train == pytest.approx(-lam * size, rel=2e-6)


def test_without_a_rate_the_step_leaves_random_features():
    for level in (0, 1):
        for activation in ("erf", "relu"):
            stepped = one_step(activation, "sin", level, 2.0, 1.5, 0.1, 2.0, 0.0)
            plain = srf(activation, "sin", 2.0, 1.5, 0.1, 0.0, 0.3)
            assert stepped.test_error == pytest.approx(plain.test_error[0], rel=1e-12)


def test_many_samples_in_the_step_make_the_isotropic_bulk_exact_for_odd_activations():
    """tau S -> tau E y^2 as alpha0 grows; the difference goes like 1/alpha0."""
    ratio = []
    for alpha0 in (1e2, 1e3, 1e4):
        levels = [
            one_step("erf", "sign", level, 2.0, 1.5, 0.1, alpha0, 1.0).test_error
            for level in (0, 1)
        ]
        ratio.append(levels[1] / levels[0] - 1)
    assert abs(ratio[2]) < 1e-4 and abs(ratio[2]) < abs(ratio[1]) / 5 < abs(ratio[0]) / 25


def test_the_interpolation_peak_is_solved():
    s = srf("erf", "sign", np.array([0.5, 1.4, 1.5, 1.6, 3.0]), 1.5, 1e-8, 1.5, 0.8)
    assert s.test_error.argmax() == 2 and s.test_error[2] > 50 and (s.steps <= 20).all()
