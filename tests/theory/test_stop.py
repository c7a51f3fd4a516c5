"""Trajectories that end at a fixed point: where it is stable, and only there."""

import dataclasses

import numpy as np
import pytest

import orderode
from orderode.errors import NotAvailable, ProblemError


def problem(K=1, eta=0.3, sigma=0.3, stop="fixed point", activation="linear", **changes):
    said = {
        "model": "sgd",
        "activation": activation,
        "K": K,
        "M": K,
        "parameters": {"eta_J": eta, "V": 1, "noise": sigma},
        "overlaps": {"T": np.eye(K).tolist(), "Q": 0.5, "R": (0.1 * np.ones((K, K))).tolist()},
        "run": {"alpha_end": 1000.0, "points": 201, "rtol": 1e-10, "stop": stop},
    }
    return orderode.load_problem({**said, **changes})


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_it_ends_at_what_is_known(backend):
    """eps_g = eta sigma^2/(4 - 2 eta) of one linear student (Goldt et al., 2019); dR/dalpha = eta
    (1 - R) and dQ/dalpha of rate eta^2 - 2 eta, of which the slower one counts."""
    found = orderode.integrate(problem(), backend)
    assert found.status == "ok" and found.rest is not None
    assert found.rest.alpha < 200 and found.rest.distance < 1e-10
    assert found.rest.rate == pytest.approx(-0.3, rel=1e-9)
    assert found.eps_g[-1] == pytest.approx(0.3 * 0.09 / (4 - 0.6), rel=1e-12)
    assert f"at rest from alpha = {found.rest.alpha:g} on" in found.summary()
    whole = orderode.integrate(problem(stop="end"), backend)
    assert whole.rest is None and "at rest" not in whole.summary()
    np.testing.assert_allclose(found.eps_g, whole.eps_g, rtol=1e-7)
    np.testing.assert_allclose(found.R, whole.R, rtol=1e-8)
    assert found.evaluations < whole.evaluations


def test_a_family_of_fixed_points_is_none():
    """Two linear students may rotate."""
    found = orderode.integrate(problem(K=2))
    assert found.status == "ok" and found.rest is None


def test_a_plateau_is_none():
    """At the saddle of Saad and Solla, to rounding, where slopes vanish."""
    K = 2
    overlaps = {
        "T": np.eye(K).tolist(),
        "Q": np.full((K, K), 1 / (2 * K - 1)).tolist(),
        "R": np.full((K, K), 1 / np.sqrt(K * (2 * K - 1))).tolist(),
    }
    flat = {"eta_J": 1.0, "V": float("inf")}
    short = {"alpha_end": 5.0, "points": 41, "stop": "fixed point"}
    p = problem(K, activation="erf", overlaps=overlaps, parameters=flat, run=short)
    found = orderode.integrate(p)
    assert found.rest is None and np.abs(found.R - found.R[0]).max() < 1e-6


def test_a_trajectory_that_blows_up_does_not_rest():
    found = orderode.integrate(problem(eta=2.5))
    assert found.status != "ok" and found.rest is None and np.isnan(found.eps_g[-1])


def test_rates_that_change_are_refused():
    p = problem(schedule={"alphas": [1.0], "eta_J": [0.2]})
    with pytest.raises(NotAvailable, match="fixed point"):
        orderode.integrate(p)


def test_what_else_it_may_say():
    with pytest.raises(ProblemError, match=r"run\.stop"):
        problem(stop="soon")
    assert {f.name for f in dataclasses.fields(orderode.Trajectory)} >= {"rest"}
