"""The emitted solvers: reference points to all their digits, limits, identities, numpy against
C."""

import ctypes
import re
import shutil
import subprocess

import numpy as np
import one_step_reference as reference
import pytest
from scipy.special import owens_t

from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED
from orderode.solvers.fixed_point import load_fixed_point_solver
from orderode.solvers.numpy import load_module

SRF, ONE_STEP = (load_module(name, GENERATED) for name in ("srf", "one_step"))


def srf(activation, target, alpha, beta, lam, u, gamma, **more):
    found = SRF.solve(activation, target, SRF.Parameters(alpha, beta, lam, u, gamma, **more))
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
    groups = load_module("srf_groups", GENERATED)
    shares = groups.Parameters(alpha, beta, lam, 0.5, 0.0, 1.0, [0.3, 0.7], noise2=noise2)
    assert groups.solve(activation, "sign", shares).test_error == pytest.approx(wanted, rel=1e-10)


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
        train, size = np.diff(s.train_error)[0], np.diff(s.Q2)[0]
        assert alpha / beta * train == pytest.approx(-lam * size, rel=2e-6)


def test_without_a_rate_the_step_leaves_random_features():
    for level in (0, 1):
        for activation in ("erf", "relu"):
            stepped = one_step(activation, "sin", level, 2.0, 1.5, 0.1, 2.0, 0.0)
            plain = srf(activation, "sin", 2.0, 1.5, 0.1, 0.0, 0.3)
            assert stepped.test_error == pytest.approx(plain.test_error, rel=1e-12)


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


# -- C ---------------------------------------------------------------------------------------------

NAMES = ("srf", "srf_groups", "one_step")
WARNINGS = ("-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wshadow")


def compiled(tool, *arguments):
    if not shutil.which(tool):
        pytest.skip(f"{tool} not found")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_all_link_into_one_binary_without_warnings(tmp_path):
    sources = [GENERATED / "c" / f"{name}.c" for name in NAMES]
    compiled(
        "gcc", "-std=c99", *WARNINGS, "-shared", "-fPIC", *sources, "-o", tmp_path / "all.so", "-lm"
    )
    library = ctypes.CDLL(str(tmp_path / "all.so"))
    for name in NAMES:
        header = (GENERATED / "c" / f"{name}.h").read_text(encoding="utf-8")
        strerror = getattr(library, f"{name}_strerror")
        strerror.restype = ctypes.c_char_p
        (statuses,) = re.findall(rf"enum {{([^}}]*{name.upper()}_OK[^}}]*)}}", header)
        codes = [int(c) for c in re.findall(r"= (\d+)", statuses)]
        assert codes[:4] == [0, 1, 2, 3] and len(codes) > 8
        assert len({strerror(c) for c in codes}) == len(codes)
        assert strerror(max(codes) + 1) == b"unknown status"


@pytest.mark.parametrize("name", ["one_step", "srf_groups"])
def test_it_compiles_as_cpp(name, tmp_path):
    compiled(
        "g++", "-x", "c++", *WARNINGS, "-c", GENERATED / "c" / f"{name}.c", "-o", tmp_path / "x.o"
    )


@pytest.fixture(scope="module")
def solvers():
    if not shutil.which("cc") and not shutil.which("gcc"):
        pytest.skip("no C compiler")
    return {name: load_fixed_point_solver(name, "c") for name in ("srf", "one_step")}


#: Every activation and every target.
PAIRS = [
    ("erf", "sign"),
    ("erf", "erf"),
    ("relu", "sin"),
    ("tanh", "tanh"),
    ("relu", "he3"),
    ("gelu", "silu"),
]
PAIRS += [
    ("silu", "gelu"),
    ("softplus", "sigmoid"),
    ("sigmoid", "softplus"),
    ("sin", "sin2"),
    ("gelu", "relu"),
]
PAIRS += [("silu", "linear"), ("sin", "he2"), ("softplus", "he4")]


def test_c_and_numpy_agree(solvers):
    """max|a - b| <= 1e-11 max|b| per output over points whose outputs are of order one."""
    alpha = np.linspace(0.3, 4, 12)
    shared = {
        "alpha": alpha,
        "beta": np.full(12, 1.5),
        "lam": np.full(12, 0.1),
        "inverse_p": np.full(12, 1e-3),
    }
    shared |= {
        "noise2": np.full(12, 0.2),
        "u": np.full(12, 1.2),
        "gamma": np.full(12, 0.7),
        "c": np.full(12, 1.4),
    }
    shared |= {"alpha0": np.full(12, 2.0), "eta": np.full(12, 1.5)}
    for name, solver in solvers.items():
        numpy = load_fixed_point_solver(name, "numpy")
        for activation, target in PAIRS:
            a, b = (s.solve(activation, target, shared, 0) for s in (solver, numpy))
            assert not a.status.any() and not b.status.any()
            for output, values in b.values.items():
                error = np.abs(a.values[output] - values).max()
                assert error <= 1e-11 * max(np.abs(values).max(), 1e-3), (
                    name,
                    activation,
                    target,
                    output,
                )


@pytest.mark.parametrize(
    ("activation", "target", "noise2"),
    [
        ("erf", "sign", 0.0),
        ("erf", "sin", 0.5),
        ("relu", "sin", 0.0),
        ("relu", "he3", 0.3),
        ("tanh", "tanh", 0.0),
    ]
    + [("gelu", "sin", 0.0), ("softplus", "silu", 0.2), ("sigmoid", "sign", 0.0)],
)
def test_c_and_numpy_agree_on_the_exact_bulk(solvers, activation, target, noise2):
    """Newton's steps with derived slopes in C, plain steps with complex slopes in numpy: 1e-10, for
    both iterate to some 1e-14 of G, and slopes to two digits less. Ridges from 1e-7 to 10, rates
    from 0 to 3."""
    rng = np.random.default_rng([len(activation), len(target)])
    points = 8 if noise2 == 0 else 2
    p = {"alpha": rng.uniform(0.3, 4, points), "beta": rng.uniform(0.3, 3, points)}
    p |= {"lam": 10 ** rng.uniform(-7, 1, points), "alpha0": rng.uniform(0.3, 5, points)}
    p |= {
        "eta": rng.uniform(0, 3, points),
        "noise2": np.full(points, noise2),
        "inverse_p": np.zeros(points),
    }
    p["eta"][0] = 0.0  # no spike: the mean of tanh is 0 but for the rounding of its quadrature
    a, b = (
        s.solve(activation, target, p, 1)
        for s in (solvers["one_step"], load_fixed_point_solver("one_step", "numpy"))
    )
    assert not a.status.any() and not b.status.any()
    for output, values in b.values.items():
        assert a.values[output] == pytest.approx(
            values, rel=1e-10, abs=1e-10 * np.abs(values).max()
        ), output


@pytest.mark.parametrize("name", ["srf", "srf_groups"])
def test_a_mean_that_is_rounding_is_no_feature(name, solvers):
    """tanh without a spike: nothing fixes the amplitude of its mean, which is 0; c0 is had by
    quadrature."""
    point = {
        "alpha": [1.3],
        "beta": [2.2],
        "lam": [0.1],
        "gamma": [0.5],
        "noise2": [0.0],
        "inverse_p": [0.0],
    }
    tables = {"u": [0.0], "c": [1.0], "fraction": [1.0]}
    if name == "srf_groups":
        tables = {"u": [[0.0, 0.0]], "c": [[1.0, 1.0]], "fraction": [[0.5, 0.5]]}
    p = {k: np.array(v) for k, v in (point | tables).items()}
    # the direction of no spike is of no account
    wanted = srf("tanh", "tanh", 1.3, 2.2, 0.1, 0.0, -0.7).test_error
    for backend in (load_fixed_point_solver(name, "c"), load_fixed_point_solver(name, "numpy")):
        found = backend.solve("tanh", "tanh", p)
        assert (found.values["A"] == 0).all() and found.values["test_error"][0] == pytest.approx(
            wanted, rel=1e-10
        )


def test_levels_that_there_are(solvers):
    solver = solvers["one_step"]
    point = {n: np.array([0.5]) for n in solver.entry.parameters}
    for level in (-1, 2):
        with pytest.raises(BackendError, match="level is neither 0 nor 1"):
            solver.solve("erf", "sign", point, level)


def test_the_average_over_the_noise_of_the_step(monkeypatch):
    """At unit noise and a large rate, where the integrand has poles near the axis: 69 points
    against 400. The error is exp(-2 pi/h) times the distance of the pole, some 1e-9; it is smaller
    for smaller rates."""
    point = (2.0, 1.5, 0.1, 0.5, 3.0, 1.0, 0.0)
    few = one_step("relu", "sin", 1, *point[:5], noise2=1.0).test_error
    linspace = np.linspace
    finer = lambda low, high, count: linspace(low, high, 400 if count == 69 else count)  # noqa: E731
    monkeypatch.setattr(ONE_STEP.np, "linspace", finer)
    assert few == pytest.approx(
        one_step("relu", "sin", 1, *point[:5], noise2=1.0).test_error, rel=1e-8
    )


def test_points_solved_in_parts_are_the_same(monkeypatch):
    """numpy takes as many points at a time as its memory is meant to hold."""
    alpha = np.array([0.5, 1.0, 2.0])
    together = one_step("erf", "sign", 1, alpha, 1.5, 0.1, 2.0, 1.0).test_error
    monkeypatch.setattr(ONE_STEP, "MOST_SAMPLES", 700)
    assert one_step("erf", "sign", 1, alpha, 1.5, 0.1, 2.0, 1.0).test_error == pytest.approx(
        together, rel=1e-12
    )


def test_points_of_a_batch_do_not_see_each_other(solvers):
    """Neighbours with other spikes, so that tables are made anew: the same bits as alone."""
    rng = np.random.default_rng(0)
    names = solvers["srf"].entry.parameters
    batch = {n: rng.uniform(0.2, 0.9, 6) for n in names}
    batch["u"] = np.repeat(batch["u"][:3], 2)  # some neighbours share theirs
    batch["gamma"], batch["c"] = np.repeat(batch["gamma"][:3], 2), np.repeat(batch["c"][:3], 2)
    together = solvers["srf"].solve("erf", "sign", batch)
    for i in range(6):
        alone = solvers["srf"].solve("erf", "sign", {n: v[i : i + 1] for n, v in batch.items()})
        assert all(alone.values[o][0] == together.values[o][i] for o in alone.values)


def test_owens_function_in_c(solvers):
    function = solvers["srf"].library.srf_owens_t
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double] * 2
    h, a = np.meshgrid(np.linspace(-9, 9, 73), np.linspace(0, 1, 21))
    found = np.array([function(x, y) for x, y in zip(h.ravel(), a.ravel(), strict=True)])
    assert np.abs(found - owens_t(h, a).ravel()).max() < 1e-15


@pytest.mark.parametrize(
    "bad",
    [
        {"alpha": 0.0},
        {"beta": -1.0},
        {"lam": -0.1},
        {"gamma": 1.01},
        {"c": 0.0},
        {"noise2": np.nan},
        {"u": np.inf},
    ],
)
def test_c_refuses_bad_arguments(solvers, bad):
    good = {n: np.array([0.5]) for n in solvers["srf"].entry.parameters}
    given = np.zeros(1, dtype=[(p, float) for p in good])
    for name, value in {**good, **{k: np.array([v]) for k, v in bad.items()}}.items():
        given[name] = value
    result = np.full(64, 12.0)
    library = solvers["srf"].library
    work = np.empty(solvers["srf"].work_size())
    arguments = [x.ctypes.data_as(ctypes.c_void_p) for x in (given, result, work)]
    header = (GENERATED / "c" / "srf.h").read_text(encoding="utf-8")
    (name,) = bad
    (code,) = re.findall(rf"SRF_BAD_{name} = (\d+)", header)
    assert library.srf_solve(0, 0, ctypes.c_size_t(1), *arguments) == int(code)
    assert (result == 12.0).all()
    for wrong, named in (((99, 0), "ACTIVATION"), ((0, -1), "TARGET")):
        (code,) = re.findall(rf"SRF_{named} = (\d+)", header)
        assert library.srf_solve(*wrong, ctypes.c_size_t(1), *arguments) == int(code)


def test_the_work_array_is_as_large_as_said(solvers):
    """With the finest grid there is: that of the farthest reach over the distance of the
    singularity, silu's, where the field is just wide enough for one, and means that leave none of
    it out. All but one part in eight is used."""
    solver = solvers["srf"]
    work = np.full(solver.work_size() + 8, 4321.0)
    given = np.zeros(1, dtype=[(p, float) for p in solver.entry.parameters])
    for name in solver.entry.parameters:
        given[name] = 0.5
    given["u"], given["c"] = 10.0, (np.pi / 12) ** 2 * (1 + 1e-12)
    result = np.zeros(64)
    arguments = [x.ctypes.data_as(ctypes.c_void_p) for x in (given, result, work)]
    silu = solver.entry["activations"].index("silu")
    assert solver.library.srf_solve(silu, 0, ctypes.c_size_t(1), *arguments) == 0
    inside = work[: solver.work_size()]
    assert (work[solver.work_size() :] == 4321.0).all() and (inside == 4321.0).mean() < 1 / 8


def test_failures_are_said_by_status_in_both(solvers):
    """lambda = 0 with fewer samples than neurons has no fixed point."""
    point = {n: np.array([0.5]) for n in solvers["srf"].entry.parameters} | {
        "alpha": np.array([0.3]),
        "beta": np.array([1.0]),
    }
    point |= {"lam": np.array([0.0]), "c": np.array([1.0]), "inverse_p": np.array([0.0])}
    for solver in (solvers["srf"], load_fixed_point_solver("srf", "numpy")):
        found = solver.solve("erf", "sign", point)
        assert found.status[0] in (1, 2) and all(np.isnan(v[0]) for v in found.values.values())
