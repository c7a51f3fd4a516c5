"""Optimised schedules: better than constants, stationary, followed by theory and simulation."""

import math
import re

import numpy as np
import pytest
from click.testing import CliRunner
from good_problem import GOOD_PROBLEM

import orderode
from orderode.cli import main
from orderode.errors import NotAvailable, ProblemError
from orderode.problems.written import as_toml
from orderode.theory.optimise import bounds_of

SGD = {
    "model": "sgd",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 1.0, "V": 1},
    "overlaps": {"T": [1.0, 1.0], "Q": [0.25, 0.16], "R": [[0.1, 0.0], [0.0, 0.1]]},
    "run": {"alpha_end": 60.0, "points": 31},
}


def problem(**changes):
    return orderode.load_problem({**SGD, **changes})


@pytest.fixture(scope="module")
def found():
    return orderode.optimise(problem(), [("eta_J", 0.0, 4.0)], 6, starts=1)


def test_the_schedule_beats_every_constant_and_the_theory_agrees(found):
    assert found.eps_g < 0.9 * found.constant_eps_g
    t = orderode.integrate(found.problem)
    assert t.eps_g[-1] == pytest.approx(found.eps_g, rel=1e-6)
    for eta in np.linspace(0.1, 4.0, 14):
        constant = orderode.integrate(problem(parameters={"eta_J": eta, "V": 1}))
        assert not constant.eps_g[-1] < found.constant_eps_g * (1 - 1e-6)
    best = orderode.integrate(problem(parameters={"eta_J": float(found.constant[0]), "V": 1}))
    assert best.eps_g[-1] == pytest.approx(found.constant_eps_g, rel=1e-6)


def test_no_piece_can_be_moved_for_less(found):
    """Second differences: at a step of 0.05 each change costs more than the tolerance."""
    assert found.slope < 1e-3
    schedule = dict(found.problem.schedule.rates)["eta_J"]
    first = found.problem.parameters.eta_J
    for i in range(6):
        for step in (-0.05, 0.05):
            values = [first, *schedule]
            values[i] = min(max(values[i] + step, 0.0), 4.0)
            moved = found.problem.with_changes(
                parameters={"eta_J": values[0]}, schedule={"eta_J": values[1:]}
            )
            assert orderode.integrate(moved).eps_g[-1] >= found.eps_g * (1 - 1e-6)


def test_the_last_rate_of_noisy_labels_goes_down():
    """With label noise the error ends at a floor that grows with eta: the best ends small, and
    constants cannot (Saad and Rattray, 1997, find the same decay)."""
    noisy = problem(parameters={"eta_J": 1.0, "V": 1, "noise": 0.3})
    found = orderode.optimise(noisy, [("eta_J", 0.0, 4.0)], 6, starts=0)
    rates = found.values[0]
    assert rates[-1] < 0.5 * rates.max() and found.eps_g < 0.8 * found.constant_eps_g


@pytest.mark.parametrize("backend", ["c", pytest.param("numpy", marks=pytest.mark.slow)])
def test_two_rates_on_average_without_and_with_vector_kernels(backend):
    steps = {"alpha_end": 0.2, "points": 5, "rtol": 1e-6, "atol": 1e-9}
    p = orderode.load_problem({**GOOD_PROBLEM, "run": steps})
    bounds = [("eta_J", 0.0, 8.0), ("eta_w", 0.0, 6.0)]
    if backend == "numpy":
        bounds = bounds[1:]
        p = p.with_changes(K=1, M=1, overlaps={"T": [1.0], "R": [[0.1]]})
    found = orderode.optimise(p, bounds, 2, backend, mean=True, starts=0)
    t = orderode.integrate(found.problem, alphas=np.linspace(0, 0.2, 401)[1:])
    eps = np.concatenate([[orderode.right_hand_side(found.problem).eps_g], t.eps_g])
    # at a knot eps_g is that of the rates before; the mean has both
    assert np.trapezoid(eps, np.linspace(0, 0.2, 401)) / 0.2 == pytest.approx(found.eps_g, rel=5e-3)
    assert found.eps_g <= found.constant_eps_g * (1 + 1e-9) and found.backend == backend
    assert found.values.shape == (len(bounds), 2)


def test_one_piece_is_the_best_constant():
    found = orderode.optimise(problem(), [("eta_J", 0.0, 4.0)], 1, starts=0)
    assert found.problem.schedule is None
    assert found.eps_g == pytest.approx(found.constant_eps_g, rel=1e-6)


@pytest.mark.parametrize(
    ("bounds", "key"),
    [
        ([], "bounds"),
        ([("V", 0.0, 1.0)], "bounds"),
        ([("eta_J", 0.0, 1.0), ("eta_J", 0.0, 2.0)], "bounds"),
        ([("eta_J", 1.0, 1.0)], "bounds of eta_J"),
        ([("eta_J", -1.0, 1.0)], "bounds of eta_J"),
        ([("eta_J", 0.0, math.inf)], "bounds of eta_J"),
        ([("eta_J", 0.0, math.nan)], "bounds of eta_J"),
        ([("keep", 0.0, 0.5)], "bounds"),
    ],
)
def test_bounds_that_are_none(bounds, key):
    with pytest.raises(ProblemError) as caught:
        orderode.optimise(problem(), bounds, 2)
    assert caught.value.key == key


def test_rates_at_which_nothing_ends():
    with pytest.raises(NotAvailable, match="Lower the bounds"):
        linear = problem(activation="linear")
        orderode.optimise(linear, [("eta_J", 1e3, 1e4)], 2, starts=0)


@pytest.mark.parametrize("text", ["eta_J=0..1", "parameters.eta_J", "parameters.eta_J=a..b"])
def test_a_range_that_is_none(text):
    with pytest.raises(ProblemError, match=re.escape("parameters.eta_J=0..6")):
        bounds_of([text])


@pytest.mark.parametrize(
    "said",
    [
        GOOD_PROBLEM,
        {**SGD, "schedule": {"alphas": [1.0, 2.5], "eta_J": [0.1, 1e-300]}},
        {**SGD, "activation": {"polynomial": [0.0, 1.0, 0.5]}, "tasks": {"mean": [1.0, 2.0]}},
    ],
)
def test_a_problem_is_written_as_it_is_read(said, tmp_path):
    p = orderode.load_problem(said)
    path = tmp_path / "p.toml"
    path.write_text(as_toml(p), encoding="utf-8")
    assert orderode.load_problem(path) == p


def test_the_command_writes_a_problem_that_compare_takes(tmp_path):
    file = tmp_path / "p.toml"
    simulation = {"N": 200, "runs": 6, "points": 11, "tasks": 20}
    file.write_text(as_toml(problem(simulation=simulation)), encoding="utf-8")
    runner = CliRunner()
    command = ["optimise", str(file), "--vary", "parameters.eta_J=0..4", "--pieces", "3"]
    found = runner.invoke(main, [*command, "--starts", "0", "--out", str(tmp_path / "best")])
    assert found.exit_code == 0, found.output
    assert "below" in found.output and "best constant rates" in found.output
    made = {path.name for path in (tmp_path / "best").iterdir()}
    assert made == {f"optimised.{x}" for x in ("json", "png", "pdf", "txt", "toml")}
    judged = runner.invoke(
        main, ["compare", str(tmp_path / "best" / "optimised.toml"), "--out", str(tmp_path / "c")]
    )
    assert judged.exit_code == 0 and "verdict      theory and simulation agree" in judged.output
    refused = runner.invoke(main, ["optimise", str(file), "--vary", "parameters.V=1..4"])
    assert refused.exit_code == 2 and "eta_J" in refused.output


def test_a_probability_has_a_largest_value():
    p = orderode.load_problem("experiments/optimise_dropout.toml")
    with pytest.raises(ProblemError, match=r"bounds of keep = .*<= 1"):
        orderode.optimise(p, [("keep", 0.5, 1.5)], 2)


@pytest.mark.slow
def test_when_to_keep_units():
    """Mori and Mignacco (arXiv 2505.07792), two units and one at noise 0.2, to alpha = 5: the best
    constant ends at 0.0253333, the best schedule, of any shape, at 0.0237977: 20 pieces lie
    between."""
    p = orderode.load_problem("experiments/optimise_dropout.toml")
    found = orderode.optimise(p, [("keep", 0.05, 1.0)], 20, starts=0)
    assert found.constant_eps_g == pytest.approx(0.0253333, abs=1e-7)
    assert 0.0237977 < found.eps_g < 0.02405
    assert found.values[0, :5] == pytest.approx(1.0) and (np.diff(found.values[0, 6:19]) < 0).all()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("noise", "keep", "least"), [(0.1, 0.8905, 0.0154114), (0.3, 0.6875, 0.0364315)]
)
def test_the_best_constant_probability(noise, keep, least):
    p = orderode.load_problem("experiments/optimise_dropout.toml")
    noisy = p.with_changes(parameters={"noise": noise})
    found = orderode.optimise(noisy, [("keep", 0.05, 1.0)], 1, starts=0)
    assert found.eps_g == pytest.approx(least, abs=1e-7)
    assert found.constant[0] == pytest.approx(keep, abs=1e-3)


def test_lines_do_better_than_as_many_pieces(found):
    """And the problem that is written has the error that is said."""
    lines = orderode.optimise(problem(), [("eta_J", 0.0, 4.0)], 6, starts=0, linear=True)
    assert lines.values.shape == (1, 7) and lines.slope < 1e-3 and lines.backwards
    assert lines.eps_g < found.eps_g
    t = orderode.integrate(lines.problem)
    assert t.eps_g[-1] == pytest.approx(lines.eps_g, rel=1e-6)
    assert "at alpha" in lines.summary()
    with pytest.raises(ProblemError, match=r"linear = 8.*true or false"):
        orderode.optimise(problem(), [("eta_J", 0.0, 4.0)], 6, linear=8)


@pytest.mark.parametrize("mean", [False, True])
def test_gradients_to_knots_of_lines(mean):
    """The pass back against differences of the objective, whose trajectories are those of the
    vector kernels."""
    from orderode.theory.optimise import _Objective

    field = _Objective(problem(), (("eta_J", 0.0, 4.0),), 3, "c", mean, True)
    field.tolerances |= {"rtol": 1e-12, "atol": 1e-15}
    x = np.array([0.2, 0.6, 0.4, 0.5])
    value, gradient = field.with_gradient(x)
    if not mean:  # which the kernels have by the trapezoidal rule
        assert value == pytest.approx(float(field(x[None])[0]), abs=1e-7)
    h, terms = 0.005, 0.0
    for j, c in enumerate((3 / 4, -3 / 20, 1 / 60), start=1):
        moved = [field.with_gradient(x + s * j * h * e)[0] for e in np.eye(4) for s in (1, -1)]
        terms = terms + c * np.subtract(moved[::2], moved[1::2]) / h
    assert np.abs(gradient - terms).max() < 1e-7 * np.abs(gradient).max()


LINEAR = {
    **SGD,
    "activation": "linear",
    "overlaps": {"T": [1.0, 1.0], "Q": 0.5, "R": [[0.1, 0.0], [0.0, 0.1]]},
    "run": {"alpha_end": 100.0},
}


def test_gradients_at_few_shots_need_no_nodes_where_heads_rest():
    p = orderode.load_problem("experiments/optimise_fo_anil.toml")
    short = p.with_changes(run={"alpha_end": 0.2}, simulation=None)
    found = orderode.optimise(short, [("eta_J", 1.0, 8.0)], 2, starts=0)
    assert found.backwards and found.eps_g <= found.constant_eps_g


def test_an_error_below_what_overlaps_err_by_is_none():
    """Linear units learn exactly: the least eps_g was rounding, 4e-16 at eta_J = 0.9, negative and
    lost elsewhere."""
    found = orderode.optimise(orderode.load_problem(LINEAR), [("eta_J", 0.0, 4.0)], 4, starts=1)
    assert found.least == 1e-9 and found.eps_g == pytest.approx(found.constant_eps_g, rel=1e-6)
    assert found.eps_g == pytest.approx(found.least, rel=1e-6)
    assert min(found.tried) == pytest.approx(found.least, rel=1e-6)
    assert "at the least that is told apart, 1.0e-09" in found.summary()
    assert 0 < found.lost < found.trajectories  # those that blow up, above eta_J = 0.67
    assert f"{found.lost} did not come to the end" in found.summary()


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_rates_that_would_take_no_end_of_steps_are_refused(backend, monkeypatch):
    """decay = 4 10^4 takes 10^6 steps to alpha = 100, and each trajectory ran to the limit of ten
    million: more than 150 s."""
    most = {"c": 100_000, "numpy": 40}
    monkeypatch.setattr("orderode.theory.optimise.MOST", most)
    p = orderode.load_problem(LINEAR)
    with pytest.raises(NotAvailable, match=f"reaches the end of .run. in {most[backend]} steps"):
        orderode.optimise(p, [("decay", 1e4, 4e4)], 4, backend)
