"""Weights that keep their lengths: equations against the microscopic step, closed forms, escape times
of matched and mismatched links, what is refused by name."""

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance
from numpy.random import default_rng

from orderode import NotAvailable, Problem, integrate
from orderode.certify.fluctuations import fluctuations
from orderode.certify.level import threshold
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.models import phase_retrieval, sign_teacher, spherical_retrieval
from orderode.models.data import model_data
from orderode.simulate import Setting, SettingError, sample_diffusion, sample_drift
from orderode.simulate.direct import Direct
from orderode.simulate.reduced import Reduced
from orderode.solvers import load
from orderode.solvers.base import State

NAME, SYSTEM, CASES = "spherical_retrieval", "spherical_retrieval_square", 4


def point(number):
    """Random overlaps, heads and tasks, K and M from 1 to 4."""
    rng = default_rng([11, number])
    K, M = ((2, 3), (3, 2), (4, 1), (2, 2))[number]
    C = covariance(rng, K + M, None)
    tasks = {"mean": 0.7 * rng.standard_normal(M), "cov": 0.1 * np.eye(M)}
    p = {"eta_J": 0.05, "eta_0": 0.4, "noise": 0.3, "decay": 0.2, "V": (1, 3, 20, 2)[number]}
    return K, C, rng.standard_normal(K), tasks, p


@cache
def sampled(number):
    """The drift of 2 10^5 microscopic steps."""
    K, C, w0, tasks, p = point(number)
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:], "w0": w0}
    setting = Setting(model_data(NAME), "square", K, len(C) - K, p, **overlaps, **tasks)
    return sample_drift(setting, tasks=200_000, seed=number)


def scores(number, backend="c", **changed):
    """|z| of dR, dQ off the diagonal, where it rests, and dw0."""
    K, C, w0, tasks, p = point(number)
    given = {**p, "T": C[K:, K:], **tasks, "kurtosis": None} | changed
    theory = load(SYSTEM, backend).rhs(State(C[:K, K:], C[:K, :K], w0), given)
    found, rows = sampled(number), np.triu_indices(K, 1)
    assert np.abs(np.diag(theory.Q)).max() < 1e-12 and np.abs(np.diag(found.dQ_mean)).max() < 1e-12
    z = [
        np.abs(found.dR_mean - theory.R) / found.dR_se,
        np.abs(found.dQ_mean - theory.Q)[rows] / found.dQ_se[rows],
        np.abs(found.dw0_mean - theory.w0) / found.dw0_se,
    ]
    return np.concatenate([x.ravel() for x in z])


def limit():
    return threshold(sum(len(scores(n)) for n in range(CASES)))


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_drift(backend):
    """Bonferroni at level 1e-3 over all entries of all cases."""
    assert max(scores(n, backend).max() for n in range(CASES)) < limit()


def test_drift_sees_a_wrong_rate():
    """Power: a rate larger by 10 %."""
    assert max(scores(n, eta_J=0.055).max() for n in range(CASES)) > limit()


def problem(R0=0.01, alpha_end=100.0, model=NAME, **changed):
    content = {
        "model": model,
        "activation": "square",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 0.02, "V": math.inf},
        "overlaps": {"T": [1.0], "Q": [1.0], "R": [[R0]]},
        "run": {"alpha_end": alpha_end, "points": 1001, "rtol": 1e-11, "atol": 1e-14},
    }
    return Problem(**{**content, **changed})


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_learning_curve(backend):
    """Matched links x^2 at Q = T = 1, V = inf: dm = 4 eta_J m (1 - m^2), so that m^2/(1 - m^2) grows
    like exp(8 eta_J alpha)."""
    found = integrate(problem(), backend)
    odds = 1e-4 / (1 - 1e-4) * np.exp(8 * 0.02 * found.alpha)
    np.testing.assert_allclose(found.R[:, 0, 0], np.sqrt(odds / (1 + odds)), atol=1e-8)
    np.testing.assert_allclose(found.Q[:, 0, 0], 1, atol=1e-10)


def test_noise_of_the_steps_sets_a_least_overlap():
    """At V = 1 squares of the step add E to dQ of free weights, and take R E/2 from dR on the sphere,
    against V = inf."""
    slopes = []
    for V in (1.0, math.inf):
        at = State(np.array([[0.3]]), np.eye(1), np.ones(1))
        slopes.append(load(SYSTEM, "numpy").rhs(at, {"eta_J": 0.02, "V": V, "T": np.eye(1)}).R)
    free = load("phase_retrieval_square", "numpy")
    Q = [free.rhs(at, {"eta_J": 0.02, "V": V, "T": np.eye(1)}).Q for V in (1.0, math.inf)]
    np.testing.assert_allclose(slopes[1] - slopes[0], 0.3 * (Q[0] - Q[1]) / 2, rtol=1e-12)


@pytest.mark.slow
def test_mismatched_links():
    """A learner of erf units and a teacher with the link He_3: <y He_3> is the first that is not zero,
    so that dm ~ m^2 near m = 0 and the escape takes a time ~ 1/m_0: halving m_0 twice doubles the
    time that it adds, to the order m_0^2 of the next term."""
    data = stated(sign_teacher.MODEL) | {"name": "mismatched"}
    data["teacher"]["activation"] = [0, -3, 0, 1]
    data["outer"]["spherical"] = True
    times = []
    for R0 in (-0.04, -0.02, -0.01):
        p = problem(R0, 9000.0, model=read(data), activation="erf")
        found = integrate(p.with_changes(parameters={"eta_J": 0.02}))
        m = np.abs(found.R[:, 0, 0])
        times.append(np.interp(0.3, m, found.alpha))
    assert math.isclose((times[2] - times[1]) / (times[1] - times[0]), 2, rel_tol=0.02)


def test_reduced_and_direct_simulation_have_one_law():
    """One step at N = 8 of 40,000 runs each: means and squares of R, Q_12; |z| <= 4.5 of 6."""
    p = {"eta_J": 0.1, "eta_0": 0.0, "noise": 0.3, "V": 2}
    overlaps = {"T": [[1.0]], "Q": [[0.8, 0.1], [0.1, 0.5]], "R": [[0.3], [-0.4]]}
    setting = Setting(model_data(NAME), "square", 2, 1, p, **overlaps)
    ends = []
    for kind, seed in ((Reduced, 1), (Direct, 2)):
        state = kind(setting, 8, 40_000, default_rng(seed))
        state.step()
        Q, R = state.overlaps()
        np.testing.assert_allclose(np.einsum("bkk->bk", Q), [[0.8, 0.5]] * len(Q), rtol=1e-12)
        x = np.concatenate([R[..., 0], Q[:, :1, 1]], axis=1)
        ends.append(np.concatenate([x, (x - x.mean(0)) ** 2], axis=1))
    a, b = ends
    z = (a.mean(0) - b.mean(0)) / np.sqrt(a.var(0) / len(a) + b.var(0) / len(b))
    assert np.abs(z).max() < 4.5


def test_the_covariance_of_a_step_is_refused():
    with pytest.raises(NotAvailable, match="fluctuations of spherical_retrieval"):
        fluctuations(problem(), 100)
    overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
    setting = Setting(model_data(NAME), "square", 1, 1, {"eta_J": 0.1, "V": 1}, **overlaps)
    with pytest.raises(SettingError, match="lengths are free"):
        sample_diffusion(setting, tasks=10, seed=0)


def test_data_round_trip():
    data = stated(spherical_retrieval.MODEL)
    assert data["outer"]["spherical"] and "spherical" not in stated(phase_retrieval.MODEL)["outer"]
    assert stated(read(json.loads(json.dumps(data)))) == data
    free = replace(spherical_retrieval.MODEL.outer, spherical=False)
    assert free == phase_retrieval.MODEL.outer
