"""Where nothing moves: what is left of slopes, changes and spreads is rounding, and no verdict
rests on it.

A student equal to its teacher is an exact fixed point. Its simulated steps differ from zero by
1e-17 and the derived slopes by another 1e-17, so that unguarded ratios of the two are anything from
0 to infinity.
"""

import dataclasses
import math

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.certify import drift, residuals
from orderode.certify.fixed_point import compare as compare_fixed_point
from orderode.certify.rounding import ROUNDING, floored, response, slope_floor
from orderode.cli import main
from orderode.problems.reader import load_problem
from orderode.solvers.base import State

CORRELATED = [[1.1, 0.3], [0.3, 2.7]]


def problem(activation="erf", T=(1.0, 2.0), parameters=None, **simulation):
    """A student equal to its teacher: sgd with the head of the teacher, no noise."""
    T = np.diag(T) if np.ndim(T) == 1 else np.array(T)
    return orderode.load_problem(
        {
            "model": "sgd",
            "activation": activation,
            "K": len(T),
            "M": len(T),
            "parameters": {"eta_J": 0.5, "V": 5, **(parameters or {})},
            "overlaps": {"T": T, "Q": T, "R": T},
            "run": {"alpha_end": 2.0, "points": 11},
            "simulation": {"N": 100, "runs": 4, "points": 11, "tasks": 50, **simulation},
        }
    )


CASES = {
    "erf": problem(),
    "relu": problem("relu"),
    "linear": problem("linear"),
    "correlated teacher": problem(T=CORRELATED),
    "one unit": problem(T=(1.0,)),
    "head start moves": problem(parameters={"eta_0": 0.3}),
    "nothing learns": problem(parameters={"eta_J": 0.0}),
    "one run": problem(runs=1),
    "two times": problem(points=2, runs=10),
    "direct": problem(method="direct"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_perfect_student_is_not_refused(name):
    report = orderode.check_drift(CASES[name], tasks=2000)
    assert report.agrees and not report.moves and report.largest < 2
    assert report.resolution == (math.inf, math.inf)
    found = orderode.compare(CASES[name], progress=False)
    assert (
        found.residuals is not None and found.verdict == "agree" and found.residuals.largest < 0.1
    )
    assert not found.residuals.moves and found.residuals.resolution == math.inf
    assert found.judged.deviation()[0] < 0.1
    said = found.report()
    assert "nothing moves: changes and residuals are within the theory's tolerance" in said
    assert "outside" not in said and "not positive" not in said
    if found.band is not None:
        assert "there is nothing to see" in said.split("fluctuations")[1]


@pytest.mark.slow
def test_a_rate_of_zero_and_tasks_that_are_zero():
    """fo_anil with eta_w = 0, and with u = 0: only eps_g is anything, and it agrees."""
    still = {"model": "fo_anil", "parameters": {"eta_w": 0.0, "P": 5}}
    none = {
        "model": "fo_anil",
        "parameters": {"eta_w": 0.5, "P": 5},
        "tasks": {"mean": 0.0, "cov": [0.0, 0.0]},
    }
    for changes in (still, none):
        p = problem().with_changes(**changes) if "tasks" not in changes else None
        p = p or problem().with_changes(
            **{**changes, "tasks": {"mean": [0.0, 0.0], "cov": [0.0, 0.0]}}
        )
        report, found = orderode.check_drift(p, tasks=200), orderode.compare(p, progress=False)
        assert report.agrees and not report.moves
        assert found.verdict == "agree" and np.isfinite(found.residuals.z).all()


def test_the_command_says_so(tmp_path):
    path = tmp_path / "rest.toml"
    path.write_text(
        'model = "sgd"\nactivation = "erf"\nK = 1\nM = 1\n[parameters]\neta_J = 0.5\nV = 5\n'
        "[overlaps]\nT = [2.0]\nQ = [2.0]\nR = [[2.0]]\n[run]\nalpha_end = 1.0\npoints = 3\n"
        "[simulation]\nN = 50\nruns = 2\npoints = 11\n"
    )
    found = CliRunner().invoke(main, ["drift", str(path), "--tasks", "1000"])
    assert (
        found.exit_code == 0
        and "nothing moves here" in found.output
        and found.output.endswith("agree\n")
    )
    found = CliRunner().invoke(main, ["compare", str(path), "--out", str(tmp_path / "out")])
    assert found.exit_code == 0 and "there is nothing to see" in found.output


def test_noise_at_a_perfect_student_moves():
    """Label noise pushes the student off: slopes of R vanish, fluctuations do not, and the test has
    power again."""
    noisy = problem(parameters={"noise": 0.1})
    report = orderode.check_drift(noisy, tasks=20_000)
    assert report.moves and report.agrees
    silent = orderode.right_hand_side(problem())
    wrong = dataclasses.replace(report, slopes=silent.slopes)
    assert np.abs(report.dQ).max() > 1e6 * np.abs(wrong.dQ).max()


@pytest.mark.parametrize("error", [1e-6, 1e-9])
def test_an_error_above_rounding_is_refused_at_rest(monkeypatch, error):
    """A theory that moves the perfect student by 1e-9 is wrong, and seen: the floor is at 1e-13."""
    right = orderode.right_hand_side(problem())
    slopes = right.slopes.replace(R=right.dR + error)
    wrong = dataclasses.replace(right, slopes=slopes)
    monkeypatch.setattr(drift, "right_hand_side", lambda *_: wrong)
    report = orderode.check_drift(problem(), tasks=1000)
    assert report.moves and not report.agrees


def test_an_error_above_the_tolerance_is_refused_at_rest():
    """The run is kept, the student drifts by 1e-5 an interval: far above rtol = 1e-8."""
    s = orderode.simulate(problem(), progress=False)
    moved = dataclasses.replace(s, R=s.R + 1e-5 * np.arange(len(s.alpha))[:, None, None, None])
    solver, chosen = _solver()
    found = residuals.residuals(moved, solver, chosen, rtol=1e-8, atol=1e-12)
    assert found.moves and not found.agrees
    found = residuals.residuals(s, solver, chosen, rtol=1e-8, atol=1e-12)
    assert found.agrees and not found.moves


def _solver():
    from orderode import solvers
    from orderode.theory.integrate import solver_parameters

    solver = solvers.load("sgd")
    return solver, solver_parameters(problem(), solver)


def test_training_errors_of_rounding():
    """Half as many samples as neurons and a ridge of 1e-12: both training errors are 1e-23."""
    table = {"alpha": [0.5], "beta": 1.0, "alpha0": 1.0, "eta": 1.0, "lambda": 1e-12}
    found = compare_fixed_point(
        load_problem(
            {
                "model": "one_step",
                "activation": "erf",
                "target": "sin",
                "parameters": table,
                "simulation": {"d": 40, "seeds": 3},
            }
        )
    )
    assert found.theory.train_error[0] < 1e-20 and abs(found.errors.z[1, 0]) < 1e-6
    same = dataclasses.replace(
        found.simulation, test_error=np.full((1, 3), found.theory.test_error[0])
    )
    # no spread, no difference
    assert dataclasses.replace(found, simulation=same).errors.z[0, 0] == pytest.approx(0, abs=0.1)


def test_the_response_is_the_sum_of_the_absolute_slopes():
    """f = a R + b Q + c w0 at R, Q, w0: |a R| + |b Q| + |c w0|."""
    state = State(np.array([[2.0]]), np.array([[3.0]]), np.array([5.0]))
    found = response(lambda s: np.array([7 * s.R[0, 0] - s.Q[0, 0] + s.w0[0]]), state)
    assert found[0] == pytest.approx(14 + 3 + 5)
    floor = slope_floor(lambda s: State(7 * s.R, -s.Q, s.w0), state)
    assert floor.of == pytest.approx({"R": 14 * ROUNDING, "Q": 3 * ROUNDING, "w0": 5 * ROUNDING})
    assert not floor.moves(state.replace(R=0 * state.R, Q=1e-11 * state.Q, w0=0 * state.w0))
    assert floor.moves(state)


def test_floors_add_in_squares():
    np.testing.assert_allclose(floored(np.array([0.0, 3.0]), 4.0), [4.0, 5.0])
    assert floored(np.array([1.0]), 1e-13)[0] == 1.0
