"""Rates that change along the way: the theory against trajectories that are put together by hand,
simulations against constant ones, and the certificate of both."""

import math

import numpy as np
import pytest
from good_problem import GOOD_PROBLEM

import orderode
from orderode.certify.compare import _judged
from orderode.certify.simulation import microscopic_setting
from orderode.simulate import simulate as simulate_setting
from orderode.solvers import load
from orderode.theory.integrate import followed

FEW = {"eta_J": 4.0, "eta_w": 3.0, "P": 5, "V": 7, "noise": 0.1}
SCHEDULE = {"alphas": [0.3, 0.8], "eta_J": [1.0, 3.0], "eta_w": [2.0, 2.5]}


def problem(**changes):
    said = {**GOOD_PROBLEM, "schedule": SCHEDULE, **changes}
    return orderode.load_problem({name: x for name, x in said.items() if x is not None})


def constant(p, stage, before, end):
    """The problem of a stage, from where the one before ended, with its own time."""
    rates = {n: stage.problem.parameters[n] for n in ("eta_J", "eta_w")}
    start = {"Q": before.Q.tolist(), "R": before.R.tolist()}
    return p.with_changes(
        schedule=None, parameters=rates, overlaps=start, run={"alpha_end": end, "points": 4}
    )


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("parameters", [GOOD_PROBLEM["parameters"], FEW], ids=["inf", "few"])
def test_the_theory_goes_from_stage_to_stage(backend, parameters):
    if backend == "numpy" and parameters is FEW:
        parameters = {**FEW, "P": math.inf}  # a rule in numpy takes long
    p = problem(parameters=parameters)
    t = orderode.integrate(p, backend)
    assert t.status == "ok"
    np.testing.assert_array_equal(t.alpha, p.times())
    before = t.state(0)
    for stage in p.stages(1.0):
        alone = orderode.integrate(constant(p, stage, before, stage.end - stage.start), backend)
        place = int(np.searchsorted(t.alpha, stage.end - 1e-12))
        for name in ("R", "Q"):
            ours = getattr(t, name)[place]
            np.testing.assert_allclose(ours, getattr(alone, name)[-1], rtol=0, atol=2e-7)
        # eps_g depends on eta_w: at a knot it is that of the rates up to there
        assert t.eps_g[place] == pytest.approx(alone.eps_g[-1], abs=2e-7)
        before = alone.state(-1)


def test_values_that_do_not_change_change_nothing():
    same = {"alphas": [0.35], "eta_J": [4.0]}
    p, still = problem(schedule=same), problem(schedule=None)
    times = [0.2, 0.35, 0.7, 1.0]
    a, b = orderode.integrate(p, alphas=times), orderode.integrate(still, alphas=times)
    np.testing.assert_allclose(a.R, b.R, rtol=0, atol=1e-7)
    for method in ("reduced", "direct"):
        scale = {"simulation": {**GOOD_PROBLEM["simulation"], "method": method}}
        changes = {**scale, "parameters": FEW}
        s = orderode.simulate(problem(schedule=same, **changes), alphas=times, progress=False)
        c = orderode.simulate(problem(schedule=None, **changes), alphas=times, progress=False)
        np.testing.assert_array_equal(s.R, c.R)
        np.testing.assert_array_equal(s.eps_g, c.eps_g)


@pytest.mark.parametrize(
    ("method", "in_c"), [("reduced", True), ("reduced", False), ("direct", False)]
)
def test_simulations_change_their_rates_at_the_step(method, in_c):
    rates = {"eta_J": 2.0, "V": 1}
    start = {"T": [1.0], "Q": 0.5, "R": [[0.1]]}
    p = problem(
        model="sgd",
        K=1,
        M=1,
        parameters=rates,
        overlaps=start,
        schedule={"alphas": [0.3, 0.6], "eta_J": [0.0, 2.0]},
    )
    first, *others = p.stages(1.0)
    found = simulate_setting(
        microscopic_setting(first.problem, None, 1),
        N=100,
        runs=3,
        seed=1,
        method=method,
        alphas=[0.0, 0.29, 0.3, 0.31, 0.59, 0.6, 0.61, 1.0],
        later=[(s.start, microscopic_setting(s.problem, None, 1)) for s in others],
        progress=False,
        in_c=in_c,
    )
    R = found.R[:, :, 0, 0]
    moved = np.abs(np.diff(R, axis=0)).max(axis=1) > 1e-12
    assert moved.tolist() == [True, True, False, False, False, True, True]


@pytest.fixture(scope="module")
def compared():
    simulation = {"N": 300, "runs": 12, "seed": 3, "points": 31, "tasks": 50}
    p = problem(parameters=FEW, simulation=simulation)
    return orderode.compare(p, progress=False)


def test_every_stage_is_judged_by_its_share_of_the_level(compared):
    assert compared.verdict == "agree", compared.report()
    assert [(x.start, x.end) for x in compared.parts] == [(0, 0.3), (0.3, 0.8), (0.8, 1.0)]
    assert compared.level == pytest.approx(0.0005 / 3)
    assert "from alpha = 0.3 to 0.8: eta_J = 1, eta_w = 2" in compared.report()
    assert compared.band is None
    whole = compared.restarted
    assert whole.predicted_R.shape == compared.judged.simulation.R[1:].shape
    arrays = compared.arrays()
    assert {"residual_z", "residual_z_2", "residual_z_3", "estimate_z_3"} <= set(arrays)


def test_a_wrong_rate_in_one_stage_is_refused(compared):
    """eta_w 40 % off in the middle, where it is known to 3.5 %; the other stages still agree."""
    wrong = compared.problem.with_changes(schedule=dict(alphas=[0.3, 0.8], eta_w=[2.8, 2.5]))
    s = compared.judged.simulation
    theory = followed(wrong, "c", s.alpha)
    parts = list(_judged(wrong, s, theory, load("fo_anil", "c")))
    assert [part.agrees for part in parts] == [True, False, True]


def test_a_failure_ends_the_trajectory_and_says_where():
    p = problem(schedule={"alphas": [0.3], "eta_J": [1e9]}, run={"alpha_end": 1.0, "points": 11})
    t = orderode.integrate(p)
    assert t.status != "ok"
    assert np.isfinite(t.R[:4]).all() and np.isnan(t.R[-1]).all()
    assert t.last is not None and t.alpha[t.last] >= 0.3
