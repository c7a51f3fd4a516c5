"""Derivatives along trajectories against differences of whole trajectories, and what grows."""

import numpy as np
import pytest
from any_problem import SIXTH, TIGHT, by_parameter, ended, inf, problem

import orderode
from orderode.commands.trajectories import sensitivity
from orderode.models.catalogue import entry
from orderode.solvers.layout import layout
from orderode.theory.growth import exponents, largest_growth
from orderode.theory.transition import Interval, Transition


def by_start(p, k, n, h=0.01):
    """d eps_g at the end/d R_kn(0), the same way."""

    def moved(t):
        R = p.R.copy()
        R[..., k, n] += t
        return ended(p.made({**vars(p), "R": R}))

    return sum(c * (moved(j * h) - moved(-j * h)) for j, c in enumerate(SIXTH, start=1)) / h


def judged(p, tolerance):
    """Sensitivities of a problem, and that they are the differences' within this part of the
    largest."""
    found = orderode.sensitivities(p)
    assert found.trajectory.status == "ok"
    flat = layout(entry(p.model, p.activation).state, *p.counts)
    places = [flat.labels.index(name) for name in found.state]
    for i, name in enumerate(found.parameters):
        if name in ("V", "P") or p.parameters[name] == 0:
            continue
        expected = by_parameter(p, name, 0.02 * p.parameters[name])
        made = np.append(found.by_parameter[-1, :, i], found.eps_g_by_parameter[-1, i])
        expected = np.append(expected[places], expected[-1])
        assert np.abs(made - expected).max() <= tolerance * np.abs(expected).max() + 1e-10, name
    if not p.facts.blocks:
        expected = by_start(p, p.K - 1, 0)
        i = found.state.index(f"R_{p.K}1")
        made = np.append(found.by_start[-1, :, i], found.eps_g_by_start[-1, i])
        expected = np.append(expected[places], expected[-1])
        assert np.abs(made - expected).max() <= tolerance * np.abs(expected).max()
    return found


@pytest.mark.parametrize("activation", ["erf", "relu"])
def test_against_differences_of_trajectories(activation):
    found = judged(problem("sgd", activation, V=5 if activation == "erf" else inf), 1e-8)
    assert not found.by_differences and found.error == 0
    said = found.summary()
    assert "by differences" not in said and "d eps_g/d eta_J" in said


@pytest.mark.slow
@pytest.mark.parametrize(("K", "M"), [(1, 1), (1, 4), (2, 2), (3, 2), (4, 5), (5, 1), (5, 5)])
def test_of_any_size(K, M):
    judged(problem("fo_anil", K=K, M=M, end=1.0), 1e-8)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "activation"),
    [
        ("fo_anil", "erf"),
        ("fo_anil", "linear"),
        ("pooled", "erf"),
        ("feedback_alignment", "erf"),
        ("dropout", "erf"),
        ("continual", "erf"),
        ("structured_sgd", "erf"),
        ("fo_anil_varied", "erf"),
        ("anil", "erf"),
    ],
)
def test_models(model, activation):
    """Of others the slopes are judged in test_backwards.py."""
    found = judged(problem(model, activation, V=inf if model == "anil" else 5), 1e-8)
    assert not found.by_differences


@pytest.mark.slow
def test_few_shots():
    judged(problem("fo_anil", K=2, M=1, P=6, V=4, end=0.5), 1e-8)


def test_numbers_of_samples_are_as_if_real():
    """d/dV = -V^-2 d/d(1/V): slopes are linear in 1/V."""
    p = problem("sgd", V=4)
    found = orderode.sensitivities(p)
    per = 1 / (1 / p.parameters.V + np.array([-0.02, -0.01, 0.01, 0.02]))
    ends = [ended(p.with_numbers(V=v))[-1] for v in per]
    slope = (8 * (ends[2] - ends[1]) - (ends[3] - ends[0])) / 0.12
    made = found.eps_g_by_parameter[-1, found.parameters.index("V")]
    assert made == pytest.approx(-slope / 16, rel=1e-5)


def test_each_value_of_a_schedule_is_a_parameter_of_its_own():
    p = problem("sgd", end=2.0).with_changes(schedule={"alphas": [0.7, 1.2], "eta_J": [0.8, 0.1]})
    found = orderode.sensitivities(p)
    assert found.parameters[:3] == ("eta_J from 0", "eta_J from 0.7", "eta_J from 1.2")

    def at(values):
        changed = {"alphas": [0.7, 1.2], "eta_J": values[1:]}
        made = p.with_changes(parameters={"eta_J": values[0]}, schedule=changed)
        return orderode.integrate(made).eps_g[-1]

    values, h = np.array([0.4, 0.8, 0.1]), 2e-3
    for i, axis in enumerate(np.eye(3)):
        ends = [at((values + j * h * axis).tolist()) for j in (-2, -1, 1, 2)]
        slope = (8 * (ends[2] - ends[1]) - (ends[3] - ends[0])) / (12 * h)
        assert found.eps_g_by_parameter[-1, i] == pytest.approx(slope, rel=1e-6)
        assert found.values[i] == values[i]
    # a value acts from its time on
    before = found.alpha <= 0.7
    assert not found.by_parameter[before][:, :, 1:3].any() and found.by_parameter[-1, :, 2].any()


def test_heads_that_rest_in_one_stage_and_move_in_another():
    p = problem("sgd", end=1.0, eta_0=0.0).with_changes(schedule={"alphas": [0.5], "eta_0": [0.3]})
    found = orderode.sensitivities(p)
    assert {"w0_1", "w0_2"} < set(found.state)
    i = found.state.index("R_21")
    made, expected = found.eps_g_by_start[-1, i], by_start(p, 1, 0)[-1]
    assert made == pytest.approx(expected, rel=1e-6)

    def at(eta_0):
        return ended(p.with_changes(schedule={"alphas": [0.5], "eta_0": [eta_0]}))[-1]

    made = found.eps_g_by_parameter[-1, found.parameters.index("eta_0 from 0.5")]
    assert made == pytest.approx((at(0.303) - at(0.297)) / 0.006, rel=1e-4)


def test_one_linear_unit():
    """K = M = 1, linear, V = inf: dR/da = eta (T - R), dQ/da = 2 eta (R - Q), so that R relaxes as
    exp(-eta a) and changes of Q twice as fast; nothing here is known to rounding alone."""
    p = problem("sgd", "linear", K=1, M=1, V=inf, w0=[1.0], noise=0.0, eta_J=0.7)
    found = orderode.sensitivities(p)
    decay = np.exp(-0.7 * found.alpha)
    assert found.state == ("R_11", "Q_11")
    assert found.by_start[:, 0, 0] == pytest.approx(decay, rel=1e-10)
    assert found.by_start[:, 1, 1] == pytest.approx(decay**2, rel=1e-10)
    assert found.by_start[:, 1, 0] == pytest.approx(2 * (decay - decay**2), abs=1e-11)
    assert not found.by_start[:, 0, 1].any()
    place = found.parameters.index("eta_J")
    slope = (p.T[0, 0] - p.R[0, 0]) * found.alpha * decay
    assert found.by_parameter[:, 0, place] == pytest.approx(slope, abs=1e-11)


@pytest.mark.slow
def test_a_plateau_amplifies_as_its_escape_rate_says():
    """Beside the plateau of Saad and Solla changes grow as exp(rate alpha): between two late times
    the exponent is the largest eigenvalue there."""
    p = orderode.Problem(
        model="sgd",
        activation="erf",
        K=2,
        M=2,
        parameters={"eta_J": 0.5, "V": 1, "noise": 0.2},
        overlaps={"T": [1.0, 1.0], "Q": 0.5, "R": np.zeros((2, 2))},
        run={"alpha_end": 100.0, "points": 21, "rtol": 1e-10, "atol": 1e-14},
    )
    plateau = next(x for x in orderode.steady_states(p, starts=20) if x.unstable == 1)
    found = orderode.sensitivities(p.with_changes(overlaps={"R": plateau.R, "Q": plateau.Q}))
    grown = found.exponents[:, 0] * found.alpha
    assert grown[-1] - grown[10] == pytest.approx(50 * plateau.rate, rel=1e-4)
    assert found.growth.start == 0 and found.growth.end == 100
    assert np.log(found.growth.factor) == pytest.approx(grown[-1], rel=1e-12)


def test_growth_of_matrices():
    """Of steps that stretch by 3 between the times 1 and 3, along an axis that the first one
    turns."""
    turn, stretch = np.array([[0.0, -0.5], [0.5, 0.0]]), np.diag([3.0, 0.1])
    steps = [turn, stretch, stretch, np.diag([0.2, 0.3])]
    found = largest_growth([0.0, 1.0, 2.0, 3.0, 4.0], steps)
    assert found.factor == pytest.approx(9.0) and (found.start, found.end) == (1.0, 3.0)
    assert str(found) == "9-fold from alpha = 1 to 3"
    assert largest_growth([0.0, 1.0], [turn]) is None and largest_growth([0.0], []) is None
    shear, after = np.array([[0.0, 2.0], [0.0, 0.0]]), np.diag([5.0, 0.1])
    assert largest_growth([0.0, 1.0, 2.0], [shear, after]).factor == pytest.approx(10.0)
    assert largest_growth([0.0, 1.0, 2.0], [after, shear]).factor == pytest.approx(5.0)
    lost = [stretch, np.full((2, 2), np.nan), stretch]
    assert largest_growth([0.0, 1.0, 2.0, 3.0], lost).end == 1.0
    many = [np.diag([1.01, 0.5])] * 1000
    assert largest_growth(list(range(1001)), many).factor == pytest.approx(1.01**1000)


def test_exponents_of_matrices():
    alphas = np.array([0.0, 2.0, 4.0])
    matrices = np.array([np.eye(2), np.diag([0.5, 4.0]), np.diag([1e-20, 2.0])])
    found = exponents(alphas, matrices)
    assert np.isnan(found[0]).all() and np.isnan(found[2, 1])
    assert found[1] == pytest.approx([np.log(4) / 2, np.log(0.5) / 2])
    assert found[2, 0] == pytest.approx(np.log(2) / 4)


def test_a_trajectory_that_fails_has_what_there_is_up_to_there():
    p = problem("sgd", "linear", K=2, M=1, V=1, eta_J=8.0, end=400.0)
    found = orderode.sensitivities(p)
    assert found.trajectory.status != "ok" and np.isfinite(found.by_start[0]).all()
    assert np.isnan(found.eps_g_by_start[-1]).all() and "last good alpha" in found.summary()


@pytest.mark.slow
def test_derivatives_that_are_lost_are_said_to_be(monkeypatch):
    """Though the trajectory goes on; and a command ends with status 1."""
    whole = Transition.over

    def lost(self, y, end, start, last):
        found = whole(self, y, end, start, last)
        return Interval(found.state * np.nan, found.parameters) if last > 1 else found

    monkeypatch.setattr(Transition, "over", lost)
    p = problem("sgd")
    found = orderode.sensitivities(p)
    assert found.trajectory.status == "ok" and found.known == 2 and not found.complete
    assert "known up to alpha = 1: from there" in found.summary() and "nan" not in found.summary()
    assert not sensitivity(p, found, "c").good


def test_both_backends_find_the_same():
    p = problem("sgd", end=0.5)
    c, numpy = (orderode.sensitivities(p, name) for name in ("c", "numpy"))
    assert c.by_start == pytest.approx(numpy.by_start, abs=1e-9)
    assert c.by_parameter == pytest.approx(numpy.by_parameter, abs=1e-9)


def test_one_interval_or_many():
    p = problem("sgd")
    one = p.with_changes(run={"alpha_end": 1.5, **TIGHT, "points": 2})
    many, once = orderode.sensitivities(p), orderode.sensitivities(one)
    assert many.by_start[-1] == pytest.approx(once.by_start[-1], abs=1e-9)
    assert many.by_parameter[-1] == pytest.approx(once.by_parameter[-1], abs=1e-9)


def test_what_compare_says_of_amplified_fluctuations():
    """The steps that carry fluctuations are those of changes of the state."""
    from orderode.certify.fluctuations import fluctuations

    small = {"T": [1.0, 1.0], "Q": 0.3, "R": [[0.01, 0.0], [0.0, 0.01]]}
    run = {"alpha_end": 20.0, "points": 9}
    p = problem("sgd", w0=[1.0, 1.0]).with_changes(run=run, overlaps=small)
    carried, found = fluctuations(p, 10_000), orderode.sensitivities(p)
    assert found.growth.factor > 1.2
    assert carried.growth.factor == pytest.approx(found.growth.factor, rel=1e-3)
    assert (carried.growth.start, carried.growth.end) == (found.growth.start, found.growth.end)
