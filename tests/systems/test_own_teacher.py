"""A teacher whose activation is not the learner's: equations against the microscopic step, limits in
closed form, and what is refused by name."""

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance

from orderode import Problem, integrate
from orderode.certify.level import threshold
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import ACTIVATIONS, ERF, LINEAR, RELU
from orderode.derive.language import Algorithm
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.models import fo_anil, sgd, sign_teacher
from orderode.models.data import model_data
from orderode.simulate import Setting, SettingError, make_algorithm, sample_drift
from orderode.simulate.activations import find_activation
from orderode.simulate.quadrature import Averages, Function
from orderode.solvers import load
from orderode.solvers.base import State

SYSTEMS = [("sign_teacher", "erf"), ("phase_retrieval", "square")]
CASES = 4


def with_teacher(module, activation) -> Algorithm:
    """The model of a file with another activation of its teacher."""
    data = stated(module.MODEL)
    data["teacher"]["activation"] = activation
    return read(data)


# -- the equations ---------------------------------------------------------------------------------


def point(model, number):
    """Random overlaps, heads and tasks, K and M from 1 to 4; every other one with C singular."""
    rng = np.random.default_rng([len(model), number])
    K, M = rng.integers(1, 5, 2)
    C = covariance(rng, K + M, None if number % 2 else 0.0)
    F = rng.standard_normal((M, M)) / math.sqrt(M)
    tasks = {"mean": 0.7 * rng.standard_normal(M), "cov": 0.5 * F @ F.T}
    V = (1, 3, 20)[number % 3]
    p = {"eta_J": rng.uniform(0.2, 0.6), "eta_0": 0.7, "noise": 0.3, "decay": 0.2, "V": V}
    return K, M, C, rng.standard_normal(K), tasks, p


@cache
def sampled(model, activation, number):
    """The drift of 10^5 microscopic steps."""
    K, M, C, w0, tasks, p = point(model, number)
    Q, R, T = C[:K, :K], C[:K, K:], C[K:, K:]
    setting = Setting(model_data(model), activation, K, M, p, T=T, Q=Q, R=R, w0=w0, **tasks)
    return sample_drift(setting, tasks=100_000, seed=number)


def scores(model, activation, number, **changed):
    """|z| of dR, dQ and dw0 of the emitted C."""
    K, _, C, w0, tasks, p = point(model, number)
    found = sampled(model, activation, number)
    name = model if activation == "erf" else f"{model}_{activation}"
    given = {**p, "T": C[K:, K:], **tasks, "kurtosis": None} | changed
    theory = load(name, "c").rhs(State(C[:K, K:], C[:K, :K], w0), given)
    means = (found.dR_mean, found.dQ_mean, found.dw0_mean)
    errors = (found.dR_se, found.dQ_se, found.dw0_se)
    z = [np.abs(m - t) / e for m, t, e in zip(means, theory, errors, strict=True)]
    return np.concatenate([x.ravel() for x in z])


def limit():
    entries = sum(len(scores(*system, number)) for system in SYSTEMS for number in range(CASES))
    return threshold(entries)


@pytest.mark.parametrize("system", SYSTEMS)
def test_drift(system):
    """All entries of all cases of all systems of this file: Bonferroni at level 1e-3."""
    assert max(scores(*system, number).max() for number in range(CASES)) < limit()


@pytest.mark.parametrize("system", SYSTEMS)
def test_drift_sees_a_wrong_rate(system):
    """Power: a rate off by 5 % is refused."""
    wrong = [scores(*system, n, eta_J=1.05 * point(system[0], n)[5]["eta_J"]) for n in range(CASES)]
    assert max(z.max() for z in wrong) > limit()


def test_backends_agree():
    for model, activation in SYSTEMS:
        K, _, C, w0, tasks, p = point(model, 1)
        name = model if activation == "erf" else f"{model}_{activation}"
        at = State(C[:K, K:], C[:K, :K], w0), {**p, "T": C[K:, K:], **tasks, "kurtosis": None}
        for x, y in zip(load(name, "c").rhs(*at), load(name, "numpy").rhs(*at), strict=True):
            np.testing.assert_allclose(x, y, rtol=0, atol=1e-12 * np.abs(y).max())


def test_own_activation_that_is_the_same():
    """Equations do not change where the teacher names what the learner has."""
    plain, named = derive(sgd.MODEL, LINEAR), derive(with_teacher(sgd, "linear"), LINEAR)
    assert named.describe() == plain.describe()


# -- limits ----------------------------------------------------------------------------------------


def test_first_step_on_labels_of_threshold_units():
    """At R = 0, K = M = 1: dR = (2/pi) eta_J sqrt(T/(1 + Q)), from <g'> and <|beta|>."""
    Q, T, eta = 0.7, 1.3, 0.4
    at = State(np.zeros((1, 1)), np.array([[Q]]), np.ones(1))
    p = {"eta_J": eta, "V": math.inf, "T": np.array([[T]])}
    p |= {"mean": np.ones(1), "cov": np.zeros((1, 1)), "kurtosis": None}
    dR = load("sign_teacher", "numpy").rhs(at, p | {"eta_0": 0.0, "noise": 0.0, "decay": 0.0}).R
    assert math.isclose(dR[0, 0], 2 / math.pi * eta * math.sqrt(T / (1 + Q)), rel_tol=1e-14)


def escape(R0):
    """When R reaches 1/2, from the plateau Q = T/3."""
    problem = Problem(
        model="phase_retrieval",
        activation="square",
        K=1,
        M=1,
        parameters={"eta_J": 0.02, "V": math.inf},
        overlaps={"T": [1.0], "Q": [1 / 3], "R": [[R0]]},
        run={"alpha_end": 300.0, "points": 3001, "rtol": 1e-10, "atol": 1e-14},
    )
    found = integrate(problem)
    return np.interp(0.5, found.R[:, 0, 0], found.alpha)


def test_escape_time_of_phase_retrieval_is_logarithmic():
    """At R = 0, V = inf: dQ = -4 eta_J Q (3 Q - T) and dR = 6 eta_J R (T - Q), so that Q rests at T/3
    and R grows like exp(4 eta_J T alpha).  A start ten times smaller escapes ln 10/(4 eta_J T) later,
    but for the nonlinear part of the start, R0^2 of it, and the interpolation in time, 1e-4."""
    later = escape(1e-4) - escape(1e-3)
    assert math.isclose(later, math.log(10) / (4 * 0.02), rel_tol=1e-4)


# -- what is refused -------------------------------------------------------------------------------


def test_limits_are_named():
    """Finite P with two activations; finite V where a quadratic teacher meets kinks."""
    closures = {c.name: c.statement for c in derive(with_teacher(fo_anil, "sign"), ERF).closures}
    assert "activations of their own" in closures["P -> inf"]
    closures = {c.name: c.statement for c in derive(with_teacher(sgd, [0, 0, 1]), RELU).closures}
    assert "no rule for <g'(z_a) g'(z_b) g(z_c) g(z_d)>" in closures["V -> inf"]


def test_sign_has_no_slope():
    with pytest.raises(ValueError, match="sign has no slope: no loss descends through the units"):
        derive(sgd.MODEL, ACTIVATIONS["sign"])
    setting = Setting(
        model_data("sgd"), "sign", 1, 1, {"eta_J": 1.0, "V": 1}, T=[[1]], Q=[[1]], R=[[0]]
    )
    with pytest.raises(SettingError, match="nothing descends through it"):
        make_algorithm(setting)


@pytest.mark.parametrize(
    ("network", "activation", "words"),
    [
        ("learner", "erf", "learner.activation is 'erf', expected None"),
        ("teacher", "sine", "teacher.activation: 'sine' .choose from erf, gelu, linear"),
        ("teacher", (1.0,), "teacher.activation: .* the degree of a polynomial"),
    ],
)
def test_activations_that_cannot_be(network, activation, words):
    changed = replace(getattr(sgd.MODEL, network), activation=activation)
    with pytest.raises(ModelError, match=words):
        check_model(replace(sgd.MODEL, **{network: changed}))


@pytest.mark.parametrize(
    ("network", "activation"), [("learner", "erf"), ("teacher", "sine"), ("teacher", ["a"])]
)
def test_activations_that_cannot_be_simulated(network, activation):
    data = model_data("sgd")
    data[network]["activation"] = activation
    with pytest.raises(SettingError, match=f"model.{network}.activation"):
        Setting(data, "erf", 1, 1, {"eta_J": 1.0, "V": 1}, T=[[1]], Q=[[1]], R=[[0]])


# -- as data, and in the simulation ----------------------------------------------------------------


@pytest.mark.parametrize("activation", ["sign", [0, -3, 0, 1], None])
def test_data_round_trip(activation):
    data = stated(sign_teacher.MODEL)
    data["teacher"].pop("activation")
    if activation is not None:
        data["teacher"]["activation"] = activation
    assert stated(read(json.loads(json.dumps(data)))) == data


def test_average_of_a_smooth_and_a_jumping_function():
    """<erf(x/sqrt 2) sign(y)> = (2/pi) arcsin(C_xy/sqrt((1 + C_xx) C_yy)); the rule's error is that of
    Gauss and Legendre for entire functions out to ten deviations."""
    rng = np.random.default_rng(0)
    C = covariance(rng, 4, None)
    f, h = (Function(find_activation(name), (0,)) for name in ("erf", "sign"))
    rows, columns = slice(0, 2), slice(2, 4)
    variances = np.diagonal(C)
    root = np.sqrt(np.outer(1 + variances[rows], variances[columns]))
    expected = 2 / np.pi * np.arcsin(C[rows, columns] / root)
    assert np.abs(Averages(C).pair(f, h, rows, columns) - expected).max() < 1e-12
    turned = Averages(C).pair(h, f, columns, rows)
    assert np.abs(turned - expected.T).max() < 1e-12


def test_units_with_a_jump_keep_their_digits():
    """Two threshold units that almost coincide, and one with itself: <sign sign> = 1 there to
    rounding, where the arcsine of a correlation that is off by one would be off by 1e-8."""
    rng = np.random.default_rng(3)
    C = covariance(rng, 5, None)
    p = {"eta_J": 0.5, "eta_0": 0.7, "noise": 0.3, "decay": 0.2, "V": 1, "T": C[2:, 2:]}
    p |= {"mean": np.ones(3), "cov": np.zeros((3, 3)), "kurtosis": None}
    at = State(C[:2, 2:], C[:2, :2], np.array([0.4, -0.8]))
    for scale in (1.0, 1 / 3, 7.7):  # of the teacher's weights, which its labels do not see
        own = at.replace(R=scale * at.R)
        found = load("sign_teacher", "c").rhs(own, p | {"T": scale**2 * C[2:, 2:], "decay": 0.0})
        if scale == 1:
            first = found
        np.testing.assert_allclose(found.R, scale * first.R, rtol=0, atol=1e-14 * scale)
        np.testing.assert_allclose(found.Q, first.Q, rtol=0, atol=1e-14)
