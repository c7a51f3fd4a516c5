"""What a learned representation is worth: the kernel, the best head, sensitivity and adaptation,
against sampling."""

import math

import numpy as np
import pytest
from microscopic import make_setting

import orderode
from orderode.simulate import sample_adaptation, sample_squared_gradient
from orderode.theory.integrate import start_state
from orderode.theory.observables import kernel

PROBLEM = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 3,
    "M": 2,
    "parameters": {
        "eta_J": 2.0,
        "eta_w": 0.8,
        "eta_0": 1.0,
        "P": math.inf,
        "V": math.inf,
        "w0": [0.2, -0.3, 0.4],
    },
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 10, "seed": 1}},
    "tasks": {"mean": [1.0, -0.5], "cov": [0.5, 0.3]},
    "run": {"alpha_end": 5.0, "points": 6},
}


@pytest.fixture(scope="module")
def problem():
    return orderode.load_problem(PROBLEM)


def setting(problem):
    p, t = problem.parameters, problem.tasks
    rates = {"w0": problem.w0, "mean": t.mean, "cov": t.cov}
    names = ("fo_anil", problem.activation, problem.K, problem.M)
    rates |= dict(eta_J=p.eta_J, eta_w=p.eta_w, P=math.inf, V=20)
    return make_setting(*names, T=problem.T, Q=problem.Q, R=problem.R, **rates)


def test_the_kernel_is_the_arcsine_of_the_covariance(problem):
    """Saad and Solla's I2, by polarisation of eps_g."""
    C = np.block([[problem.Q, problem.R], [problem.R.T, problem.T]])
    norms = np.sqrt(1 + np.diag(C))
    wanted = 2 / math.pi * np.arcsin(C / np.outer(norms, norms))
    np.testing.assert_allclose(kernel(problem, start_state(problem)), wanted, rtol=0, atol=1e-14)


def test_adaptation_and_sensitivity_against_sampling(problem):
    """Six steps and one number, |z| <= 4: Bonferroni at level 1e-3 for seven; an error of 3 % would
    be seen."""
    s, state = setting(problem), start_state(problem)
    curve = orderode.adaptation_curve(problem, state, 5)
    mean, error = (
        x[:, 0] for x in sample_adaptation(s, s.Q[None], s.R[None], steps=5, tasks=40_000, seed=0)
    )
    assert (np.abs(mean - curve) < 4 * error).all()
    assert (error < 0.0075 * curve).all()
    mean, error = (
        x[0] for x in sample_squared_gradient(s, s.Q[None], s.R[None], tasks=40_000, seed=1)
    )
    assert abs(mean - orderode.squared_gradient(problem, state)) < 4 * error


@pytest.mark.parametrize("model", ["anil", "pooled"])
def test_heads_of_one_inner_loop_adapt_alike(problem, model):
    """Whatever trains the first layer: by the model's own equations, or those of fo_anil where its
    steps are not counted by a parameter."""
    state = start_state(problem)
    found = orderode.adaptation_curve(problem.with_changes(model=model), state, 3)
    wanted = orderode.adaptation_curve(problem, state, 3)
    np.testing.assert_allclose(found, wanted, rtol=1e-12)


def test_no_inner_loop_beats_the_best_head(problem):
    found = orderode.compare_adaptation(problem, steps=400)
    assert [r.name for r in found.representations] == ["anil", "fo_anil", "pooled", "random"]
    for r in found.representations:
        assert r.status == "ok" and (np.diff(r.curve) < 1e-12).all()
        assert r.eps_rep <= r.curve.min() + 1e-12


def test_the_report_says_that_pooled_training_needs_a_mean(problem):
    centred = problem.with_changes(tasks={"mean": [0.0, 0.0]})
    assert "tasks have mean 0" in orderode.compare_adaptation(centred, steps=2).report()
    assert "tasks have mean 0" not in orderode.compare_adaptation(problem, steps=2).report()


@pytest.mark.parametrize("backend", ["auto", "numpy"])
def test_where_nothing_can_be_trained(backend):
    """ReLU units of no length have no slope: the start is measured, and the status says that
    nothing moved."""
    zero = {"T": [1.0, 2.0], "Q": 0.0, "R": [[0.0, 0.0]] * 3}
    found = orderode.compare_adaptation(
        orderode.load_problem(PROBLEM | {"activation": "relu", "overlaps": zero}), 2, backend
    )
    assert [r.status for r in found.representations] == ["domain"] * 3 + ["ok"]
    for r in found.representations:
        np.testing.assert_array_equal(r.state.Q, np.zeros((3, 3)))
        assert r.squared_gradient == 0 and r.eps_rep == pytest.approx(r.curve[0])
    assert "domain" in found.report()
