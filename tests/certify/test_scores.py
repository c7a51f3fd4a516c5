"""Score tests of a comparison: what simulated runs say each parameter is, on runs small enough to
be repeated.

K = M = 2, P = V = 10, N = 300, eight runs of 1200 steps, with label noise and decay: 15 directions,
|z| <= 4.15 at level 5e-4. Standard errors: eta_J 2.4 %, eta_w 1.4 %, V and P 2.6 %. The finite-size
correction, half a standard error of V here, is tested at N = 20, where it is several.
"""

import dataclasses
import math

import numpy as np
import pytest
from microscopic import make_setting

import orderode
from orderode import solvers
from orderode.certify import path as path_module
from orderode.certify import scores as scores_module
from orderode.certify.directions import Score, estimate, score, threshold
from orderode.certify.flow import Flow
from orderode.certify.parameters import Direction, directions
from orderode.certify.path import path_times
from orderode.certify.scores import path_scores
from orderode.certify.simulation import simulate
from orderode.simulate import sample_increments
from orderode.simulate.increments import task_moments
from orderode.simulate.prior import TaskPrior
from orderode.simulate.reduced import Reduced

NAMES = ("R_11", "R_12", "R_21", "R_22", "Q_11", "Q_12", "Q_22")
HALF = 5e-4


def problem(**parameters):
    rates = {"eta_J": 4.0, "eta_w": 3.0, "P": 10, "V": 10, "noise": 0.3, "decay": 0.05}
    return orderode.load_problem(
        {
            "model": "fo_anil",
            "activation": "erf",
            "K": 2,
            "M": 2,
            "parameters": rates | parameters,
            "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 20, "seed": 1}},
            "run": {"alpha_end": 4.0, "points": 41, "rtol": 1e-7, "atol": 1e-10},
            "simulation": {
                "N": 300,
                "runs": 8,
                "seed": 0,
                "points": 41,
                "tasks": 100,
                "P": 10,
                "V": 10,
            },
        }
    )


@pytest.fixture(scope="module")
def simulation():
    return simulate(
        problem(), path=path_times(problem(), orderode.integrate(problem())), progress=False
    )


def judged(simulation, **wrong):
    return path_scores(problem(**wrong), simulation, solvers.load("fo_anil"), NAMES, HALF)


def of(found, name):
    return found.estimates[found.labels.index(name)]


@pytest.mark.slow
def test_a_right_theory_agrees_and_its_parameters_are_found(simulation):
    found = judged(simulation)
    assert found.agrees and found.comparisons == 6 + 9
    assert found.labels[:6] == ("eta_J", "eta_w", "noise", "decay", "V", "P")
    assert found.threshold == pytest.approx(4.15, abs=0.01)
    errors = {name: of(found, name).error for name in found.labels}
    assert errors["eta_J"] < 0.03 * 4 and errors["eta_w"] < 0.02 * 3 and errors["V"] < 0.04 / 10
    assert np.sqrt(np.mean([x.z**2 for x in found.estimates])) < 1.8
    text = "\n".join(found.report())
    assert "eta_J 4: " in text and "criterion |z| <= 4.15" in text and "finite N corrected" in text


@pytest.mark.parametrize(
    "name, factor", [("eta_J", 1.2), ("eta_w", 1.1), ("P", 1.3), ("V", 1.3), ("noise", 1.5)]
)
def test_power_a_wrong_parameter_is_refused_and_corrected(simulation, name, factor):
    """Some seven standard errors off: refused, and the estimate goes back to what was simulated."""
    right = problem().parameters[name]
    found = judged(simulation, **{name: type(right)(round(right * factor, 6))})
    assert not found.agrees
    direction = next(d for d in found.parameters if d.name == name)
    x = of(found, name)
    true = {"rate": right, "samples": 1 / right, "noise": right**2}[direction.kind]
    assert abs(x.z) > 4 and abs(direction.coordinate + x.shift - true) < 4 * x.error


def test_a_wrong_error_alone_is_refused(simulation):
    wrong = dataclasses.replace(simulation, eps_g=1.05 * simulation.eps_g)
    found = judged(wrong)
    assert not found.agrees and of(found, "slope of eps_g").z > found.threshold
    assert of(found, "slope of all").z == of(judged(simulation), "slope of all").z


def test_runs_that_failed_are_left_out(simulation):
    path = dataclasses.replace(simulation.path, R=simulation.path.R.copy())
    path.R[50:, 3] = np.nan
    status = tuple("non-finite" if r == 3 else "ok" for r in range(8))
    found = judged(dataclasses.replace(simulation, path=path, status=status))
    assert found.agrees and found.intervals == (len(path.alpha) - 1) * 7


def test_numpy_gives_the_same():
    p = problem().with_changes(run={"alpha_end": 0.5, "points": 6}, simulation={"points": 6})
    s = simulate(p, path=np.linspace(0, 0.5, 9), progress=False)
    a, b = (path_scores(p, s, solvers.load("fo_anil", x), NAMES, HALF) for x in ("auto", "numpy"))
    np.testing.assert_allclose([x.z for x in a.estimates], [x.z for x in b.estimates], atol=1e-3)


# -- finite N --------------------------------------------------------------------------------------


def test_the_second_order_of_a_step_is_that_of_the_simulation():
    """N^2 times the mean change of Q in one step less N times its limit: 40000 steps at N = 12, in
    standard errors."""
    rates = dict(eta_J=2.0, eta_w=1.5, P=4, V=3, decay=0.7, noise=0.3)
    T, Q, R = (
        np.diag([1.0, 2.0]),
        np.array([[1.0, 0.2], [0.2, 0.8]]),
        np.array([[0.4, 0.1], [-0.2, 0.6]]),
    )
    setting = make_setting("fo_anil", "erf", 2, 2, **rates, T=T, Q=Q, R=R)
    many, N = 40_000, 12
    chain = Reduced(setting, N, many, np.random.default_rng(1))
    chain.step()
    small = N * (chain.Q - Q)
    # The same numbers in a much larger space: what is left is of order 1/N.
    other = Reduced(setting, 10**9, many, np.random.default_rng(1))
    other.step()
    difference = N * (small - 10**9 * (other.Q - Q))
    seen, error = difference.mean(axis=0), difference.std(axis=0) / math.sqrt(many)
    at = (x[None].repeat(40, axis=0) for x in (Q, R, np.zeros(2)))
    sampled = sample_increments(setting, *at, tasks=1000, seed=0).second
    expected, theirs = sampled.mean(axis=0), sampled.std(axis=0) / math.sqrt(40)
    assert (np.abs(seen - expected) < 4.5 * np.hypot(error, theirs)).all()
    assert (np.abs(expected) > 20 * theirs)[np.eye(2, dtype=bool)].all()


def test_task_moments_have_mean_zero():
    prior = TaskPrior(np.array([0.3, -1.0]), np.array([[1.0, 0.4], [0.4, 0.5]]), np.full(2, 3.0))
    moments = task_moments(prior, prior.draw(np.random.default_rng(0), (200_000,)))
    assert moments.shape == (200_000, 5)
    assert (np.abs(moments.mean(axis=0)) < 4.5 * moments.std(axis=0) / math.sqrt(200_000)).all()


@pytest.mark.slow
def test_without_the_correction_a_right_theory_is_refused(monkeypatch):
    """sgd at N = 20, 100 runs: steps of 1/20 are no flow, and the correction is many standard
    errors."""
    p = orderode.load_problem(
        {
            "model": "sgd",
            "activation": "erf",
            "K": 1,
            "M": 1,
            "parameters": {"eta_J": 1.0, "V": 20},
            "overlaps": {"T": [1.0], "Q": 0.3, "R": [[0.1]]},
            "run": {"alpha_end": 4.0, "points": 9},
            "simulation": {"N": 20, "runs": 200, "points": 9},
        }
    )
    s = simulate(p, path=np.linspace(0, 4, 41), progress=False)
    names = ("R_11", "Q_11")
    assert path_scores(p, s, solvers.load("sgd"), names, HALF).agrees
    monkeypatch.setattr(scores_module, "finite_size", lambda second, *_: 0 * second)
    assert not path_scores(p, s, solvers.load("sgd"), names, HALF).agrees


@pytest.mark.slow
def test_more_runs_are_no_longer_intervals():
    """sgd at N = 200, 400 runs, |f'| up to 3.3: intervals of 2.5, which 2500 of all runs together
    would leave, refuse a right theory by |z| = 10 (4.1), for what finite N adds is not proportional
    to them."""
    p = orderode.load_problem(
        {
            "model": "sgd",
            "activation": "erf",
            "K": 1,
            "M": 1,
            "parameters": {"eta_J": 4.0, "V": 20},
            "overlaps": {"T": [1.0], "Q": 0.3, "R": [[0.1]]},
            "run": {"alpha_end": 8.0, "points": 41},
            "simulation": {"N": 200, "runs": 400, "points": 9, "tasks": 20},
        }
    )
    theory = orderode.integrate(p)
    path = path_times(p, theory)
    found = path_scores(
        p, simulate(p, path=path, progress=False), solvers.load("sgd"), ("R_11", "Q_11"), HALF
    )
    assert found.agrees and found.comparisons == 8 and found.unjudged == 0
    moved = of(found, "eta_J")
    assert moved.error < 0.01 * 4 and abs(moved.corrected) > 4 * moved.error


def test_intervals_are_short_or_left_out(monkeypatch):
    """At most REACH/|f'| long; where they would be too many, as many such as there were."""
    p = problem()
    theory = orderode.integrate(p)
    flow = Flow.of(p, solvers.load("fo_anil"))
    states = flow.flat.pack(theory.states)
    fastest = np.interp(path_times(p, theory), theory.alpha, flow.rates(states))
    monkeypatch.setattr(path_module, "INTERVALS", 8 * 10)
    path = path_times(p, theory)
    rates = np.interp(path, theory.alpha, flow.rates(states))
    assert fastest.max() > 3 and len(path) < 60
    assert (np.diff(path) * np.minimum(rates[1:], rates[:-1]) < 1.1 * path_module.REACH).all()
    monkeypatch.setattr(path_module, "MOST", 8)
    monkeypatch.setattr(path_module, "REACH", 0.1)
    monkeypatch.setattr(scores_module, "LONGEST", 0.2)
    path = path_times(p, theory)
    s = simulate(p, path=path, progress=False)
    found = path_scores(p, s, solvers.load("fo_anil"), NAMES, HALF)
    assert found.agrees and found.unjudged > 0 and found.intervals > 100
    assert "too long" in "\n".join(found.report())


# -- the parts -------------------------------------------------------------------------------------


def test_an_estimate_is_generalized_least_squares():
    """Weights (1, 4), directions 1: the weighted mean; the correction's share; scaled by Student's
    t."""
    rng = np.random.default_rng(2)
    e, g = rng.standard_normal((400, 2)) / [1.0, 2.0] + 0.5, np.ones((400, 2))
    weight = np.tile(np.diag([1.0, 4.0]), (400, 1, 1))
    found = estimate(score(e, 0.1 * g, g, weight))
    expected = (e @ [1.0, 4.0]).sum() / (5 * 400)
    assert found.shift == pytest.approx(expected) and found.corrected == pytest.approx(0.1)
    assert found.error == pytest.approx(
        1 / math.sqrt(5 * 400), rel=0.15
    ) and found.degrees == pytest.approx(399)
    # t of 20 is less improbable than z
    assert found.z == pytest.approx(found.shift / found.error, rel=0.25)
    assert estimate(score(e, 0.1 * g, g, weight), trust=10.0).error > 1


def test_nothing_is_seen_where_nothing_moves():
    none = Score(*np.zeros((4, 10)))
    assert not estimate(none).seen and estimate(none).z == 0
    least = Score(1e-20 * np.ones(10), 1e-20 * np.ones(10), np.zeros(10), 1e-9 * np.ones(10))
    assert not estimate(least).seen
    few = Score(*np.ones((3, 2)), np.zeros(2))
    assert not estimate(few).seen


def test_false_alarms_of_the_estimates():
    """2000 sets of 12 residuals of unequal variance: 5 % beyond 1.96, within 4.5 standard errors of
    the count."""
    rng = np.random.default_rng(3)
    spread = np.linspace(0.5, 1.5, 12)[:, None]
    weight = (1 / spread**2)[:, :, None]
    z = [
        estimate(score(spread * rng.standard_normal((12, 1)), 0 * spread, 1 + 0 * spread, weight)).z
        for _ in range(2000)
    ]
    assert abs(np.mean(np.abs(z) > 1.96) - 0.05) < 4.5 * math.sqrt(0.05 * 0.95 / 2000)


def test_threshold_is_bonferroni_s():
    x = estimate(Score(np.ones(10) + np.arange(10), np.ones(10), np.zeros(10), np.zeros(10)))
    assert threshold([x] * 100, 0.05) == pytest.approx(3.48, abs=0.01)


def test_directions_of_a_problem():
    found = {d.name: d for d in directions(problem(noise=0.0, P=math.inf))}
    # eta_0 = 0: the head start rests
    assert set(found) == {"eta_J", "eta_w", "noise", "decay", "V", "P"}
    assert found["P"].coordinate == 0 and found["P"].changed({})["P"] == pytest.approx(1e5)
    assert found["noise"].changed({})["noise"] == pytest.approx(math.sqrt(1e-5))
    anil = {d.name for d in directions(problem(P=math.inf).with_changes(model="anil"))}
    assert "P" not in anil and "eta_w" in anil


@pytest.mark.parametrize("model", ["sgd", "fo_anil"])
def test_a_single_sample_leaves_every_direction_to_be_seen(model):
    """There is no number of samples between 0 and 1: one step along is towards more of them."""
    few = {"V": 1} | ({"P": 1} if model == "fo_anil" else {})
    rates = {"eta_J": 0.3, **({"eta_w": 0.3, "P": 1} if model == "fo_anil" else {})}
    small = {"model": model, "activation": "linear", "K": 1, "M": 1, "parameters": rates | few}
    small |= {"overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.3]]}}
    small |= {"run": {"alpha_end": 1.0, "points": 11}}
    small |= {"simulation": {"N": 100, "runs": 4, "points": 11, "tasks": 100}}
    asked = orderode.load_problem(small)
    found = orderode.compare(asked, progress=False).scores
    assert all(x.seen for x in found.estimates), found.report()
    assert {d.name: d.step < 0 for d in found.parameters if d.kind == "samples"} == dict.fromkeys(
        few, True
    )


def test_a_direction_without_a_theory_blinds_no_other(simulation, monkeypatch):
    turned = [
        dataclasses.replace(d, step=1.9) if d.name == "V" else d for d in directions(problem())
    ]
    monkeypatch.setattr(scores_module, "directions", lambda *_: turned)
    found = judged(simulation)
    assert not of(found, "V").seen and found.agrees and found.comparisons == 5 + 9


def test_parameters_in_words():
    rate, samples = (
        Direction("eta_J", "rate", 6.0, 6.0, 1e-3),
        Direction("P", "samples", 100, 0.01, 1e-6),
    )
    assert rate.text(0.0213, 0.041) == "eta_J 6: 6.021 +- 0.041"
    assert samples.text(0.0, 0.0001) == "P 100: 100.0 +- 1.0"
    assert samples.text(0.0, 0.02) == "1/P 0.01: 0.010 +- 0.020"
    assert (
        Direction("noise", "noise", 0.0, 0.0, 1e-5).text(0.001, 0.002)
        == "noise^2 0: 0.0010 +- 0.0020"
    )
