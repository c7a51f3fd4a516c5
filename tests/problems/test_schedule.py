"""[schedule]: what it may say, the stages it makes, and who cannot follow it."""

import math

import numpy as np
import pytest
from click.testing import CliRunner
from good_problem import GOOD_PROBLEM

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.cli import main
from orderode.errors import NotAvailable, ProblemError
from orderode.sweep.result import load

SCHEDULE = {"alphas": [0.25, 0.5], "eta_J": [2.0, 1.0]}


def problem(**changes):
    return orderode.load_problem({**GOOD_PROBLEM, "schedule": SCHEDULE, **changes})


@pytest.mark.parametrize(
    ("said", "key", "accepted"),
    [
        ({"eta_J": [1.0]}, "schedule.alphas", "increasing"),
        ({"alphas": [], "eta_J": []}, "schedule.alphas", "increasing"),
        ({"alphas": [0.5, 0.5], "eta_J": [1.0, 1.0]}, "schedule.alphas", "increasing"),
        ({"alphas": [0.0], "eta_J": [1.0]}, "schedule.alphas", "> 0"),
        ({"alphas": [math.inf], "eta_J": [1.0]}, "schedule.alphas", "increasing"),
        ({"alphas": [True], "eta_J": [1.0]}, "schedule.alphas", "increasing"),
        ({"alphas": 0.5, "eta_J": [1.0]}, "schedule.alphas", "a list"),
        ({"alphas": [0.5]}, "schedule", "eta_J"),
        ({"alphas": [0.5], "eta_J": [1.0, 2.0]}, "schedule.eta_J", "for each"),
        ({"alphas": [0.5], "eta_J": 1.0}, "schedule.eta_J", "for each"),
        ({"alphas": [0.5], "eta_J": [-1.0]}, "schedule.eta_J", ">= 0"),
        ({"alphas": [0.5], "eta_J": ["1"]}, "schedule.eta_J", ">= 0"),
        ({"alphas": [0.5], "V": [20]}, "schedule.V", "eta_J"),
        ({"alphas": [0.5], "eta_j": [1.0]}, "schedule.eta_j", "eta_J"),
        ([0.5], "schedule", "a table"),
    ],
)
def test_faults_name_the_key_and_what_is_accepted(said, key, accepted):
    with pytest.raises(ProblemError) as caught:
        problem(schedule=said)
    assert caught.value.key == key and accepted in str(caught.value)


def test_stages_follow_one_another_and_each_time_is_in_one():
    p = problem()
    stages = p.stages(1.0)
    assert [(s.start, s.end) for s in stages] == [(0, 0.25), (0.25, 0.5), (0.5, 1.0)]
    assert [s.problem.parameters.eta_J for s in stages] == [4.0, 2.0, 1.0]
    assert all(s.problem.schedule is None and s.problem.parameters.eta_w == 3.0 for s in stages)
    times = np.linspace(0, 1, 9)
    held = np.array([s.holds(times) for s in stages])
    assert (held.sum(axis=0) == 1).all() and held[0, 2] and held[1, 4]
    assert [(s.start, s.end) for s in p.stages(0.5)] == [(0, 0.25), (0.25, 0.5)]
    assert {0.25, 0.5} <= set(p.times()) and "eta_J changed 2 times" in repr(p)


def test_a_constant_problem_is_one_stage_of_its_own():
    p = orderode.load_problem(GOOD_PROBLEM)
    (stage,) = p.stages(1.0)
    assert stage.problem is p and p.schedule is None
    np.testing.assert_array_equal(p.times(), p.run.alphas())


def test_the_schedule_is_part_of_what_the_problem_says():
    p = problem()
    assert p != orderode.load_problem(GOOD_PROBLEM) and p == problem()
    assert p.with_changes(schedule=None) == orderode.load_problem(GOOD_PROBLEM)
    changed = p.with_changes(schedule={"eta_J": [3.0, 1.0]})
    assert dict(changed.schedule.rates) == {"eta_J": (3.0, 1.0)}


@pytest.mark.parametrize(
    "call",
    [
        orderode.steady_states,
        lambda p: orderode.branches(p, "parameters.eta_w", 1.0, 2.0),
        lambda p: fluctuations(p, 100),
        orderode.compare_adaptation,
        lambda p: orderode.adaptation_curve(p, orderode.integrate(p).state(-1), 3),
    ],
    ids=["steady", "branches", "fluctuations", "adapt", "adaptation_curve"],
)
def test_what_is_of_constant_rates_says_so(call):
    with pytest.raises(NotAvailable, match=r"eta_J changes along the way.*Leave \[schedule\] out"):
        call(problem())


def sweep(tmp_path, outputs):
    """A sweep of a problem whose rate is halved on the way, at two rates, and the problem."""
    text = 'model = "sgd"\nactivation = "erf"\nK = 1\nM = 1\n[parameters]\neta_J = 1.0\nV = 1\n'
    text += "[schedule]\nalphas = [0.5]\neta_J = [0.5]\n[overlaps]\nT = [1.0]\nQ = 0.5\n"
    text += "R = [[0.1]]\n[run]\nalpha_end = 1.0\n"
    (tmp_path / "problem.toml").write_text(text)
    text = 'problem = "problem.toml"\n[axes]\n"parameters.eta_J" = [0.5, 1.0]\n'
    (tmp_path / "sweep.toml").write_text(text + f"[outputs]\n{outputs}\n")
    command = ["sweep", str(tmp_path / "sweep.toml"), "--out", str(tmp_path / "out")]
    return CliRunner().invoke(main, command), orderode.load_problem(tmp_path / "problem.toml")


def test_a_sweep_follows_the_rates(tmp_path):
    """Its eps_g before, at and after the change, and its last state, are those of trajectories."""
    found, p = sweep(tmp_path, "eps_g_at = [0.0, 0.3, 0.5, 0.9]\nfinal_state = true")
    assert found.exit_code == 0, found.output
    made = load(tmp_path / "out")
    for i, rate in enumerate((0.5, 1.0)):
        alone = orderode.integrate(
            p.with_changes(parameters={"eta_J": rate}), alphas=[0.0, 0.3, 0.5, 0.9, 1.0]
        )
        np.testing.assert_allclose(made["eps_g"][i], alone.eps_g[:-1], rtol=1e-6)
        np.testing.assert_allclose(made["final_R"][i], alone.R[-1], rtol=1e-6)
    assert abs(made["eps_g"][0, 3] - made["eps_g"][1, 3]) > 1e-4


def test_a_sweep_for_crossings_looks_into_every_stage(tmp_path):
    """A level that is met after the change, at the second of two rates only."""
    _, p = sweep(tmp_path, "final_state = true")
    t = orderode.integrate(p, alphas=[0.5, 1.0])
    level = float(t.eps_g.mean())
    (tmp_path / "more").mkdir()
    found, _ = sweep(tmp_path / "more", f"crossings = [{level!r}]")
    assert found.exit_code == 0, found.output
    made = load(tmp_path / "more" / "out")["crossing"][:, 0]
    at = orderode.integrate(p, alphas=[float(made[1])])
    assert 0.5 < made[1] < 1 and at.eps_g[0] == pytest.approx(level, rel=1e-6)
    assert made[0] > made[1]


LINEAR = {"alphas": [0.25, 0.5], "eta_J": [2.0, 1.0], "linear": True}


def test_rates_on_straight_lines():
    """From those of [parameters] at 0; constant after the last knot."""
    p = problem(schedule=LINEAR)
    stages = p.stages(1.0)
    assert [(s.start, s.end) for s in stages] == [(0, 0.25), (0.25, 0.5), (0.5, 1.0)]
    for s in stages[:-1]:
        for alpha in (s.start, (2 * s.start + s.end) / 3, s.end):
            expected = np.interp(alpha, [0, 0.25, 0.5], [4.0, 2.0, 1.0])
            assert s.at(alpha).parameters.eta_J == pytest.approx(expected, rel=1e-13)
    assert stages[-1].then is None and stages[-1].at(0.7).parameters.eta_J == 1.0
    (_, last) = p.stages(0.4)
    assert last.end == 0.4 and last.then.parameters.eta_J == pytest.approx(1.4)
    assert p == problem(schedule=LINEAR) and p != problem()
    assert problem(schedule={**LINEAR, "linear": False}).stages(1.0)[0].then is None


def test_variances_of_blocks_go_along_lines_too():
    p = orderode.load_problem(
        {
            "model": "structured_sgd",
            "activation": "erf",
            "K": 1,
            "M": 1,
            "parameters": {"eta_J": 0.5, "V": 5, "shares": [0.5, 0.5], "variances": [1.0, 2.0]},
            "overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.1]]},
            "run": {"alpha_end": 1.0},
            "schedule": {"alphas": [0.5], "variances": [[1.0, 0.0]], "linear": True},
        }
    )
    first, last = p.stages(1.0)
    assert first.at(0.125).parameters["variances"] == (1.0, 1.5)
    assert last.problem.parameters["variances"] == (1.0, 0.0)


@pytest.mark.parametrize("steps", [0, 8, "yes"])
def test_lines_have_no_steps(steps):
    """They had: what they are now is said."""
    with pytest.raises(
        ProblemError, match=r"schedule\.linear = .*true or false: rates go on straig"
    ):
        problem(schedule={**LINEAR, "linear": steps})
