"""Slopes of one number by a pass back, against forward derivatives and differences of
trajectories."""

import json

import numpy as np
import pytest
from any_problem import SIXTH, TIGHT, by_parameter, inf, problem
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import ProblemError
from orderode.models.catalogue import entry
from orderode.problems.written import as_toml
from orderode.theory.integrate import observables

MODELS = [
    ("sgd", "erf", {}),
    ("sgd", "relu", {"V": inf}),
    ("fo_anil", "erf", {"P": 6, "V": 4, "M": 1, "end": 0.5}),
]
MORE = [
    ("sgd", "relu", {"V": 5}),
    ("fo_anil", "erf", {}),
    ("fo_anil", "linear", {"P": 6}),
    ("pooled", "erf", {}),
    ("feedback_alignment", "erf", {}),
    ("dropout", "erf", {}),
    ("continual", "erf", {}),
    ("curriculum", "erf", {}),
    ("structured_sgd", "erf", {}),
    ("fo_anil_varied", "erf", {}),
    ("anil", "erf", {"V": inf}),
    ("proximal", "erf", {"V": inf}),
]


def judged(p):
    """At each of the times what forward derivatives say, and at the start what differences do."""
    back, forward = orderode.gradient(p), orderode.sensitivities(p)
    assert back.complete and back.parameters == forward.parameters and back.state == forward.state
    assert back.value == pytest.approx(forward.trajectory.eps_g[-1], rel=1e-9)
    np.testing.assert_array_equal(back.values, forward.values)

    def close(made, expected, scale):
        assert np.abs(made - expected).max() <= 1e-8 * np.abs(scale).max() + 1e-12

    last = forward.eps_g_by_parameter[-1]
    for i in range(len(last)):
        close(back.by_parameter[0, i], last[i], last[i])
    # d eps/d x(0) = Phi(alpha)^T d eps/d x(alpha), at every alpha
    for t, slopes in enumerate(back.by_state):
        close(forward.by_start[t].T @ slopes, forward.eps_g_by_start[-1], back.by_state[0])
    # a change from alpha on: all of it, less what a change up to alpha has done
    for t, slopes in enumerate(back.by_parameter):
        before = forward.by_parameter[t].T @ back.by_state[t]
        close(slopes, last - before, last)
    name = "eta_J"
    expected = by_parameter(p, name, 0.02 * p.parameters[name])[-1]
    made = back.by_parameter[0, back.parameters.index(name)]
    assert made == pytest.approx(expected, rel=1e-8, abs=1e-10)


@pytest.mark.parametrize(("model", "activation", "more"), MODELS)
def test_it_is_what_forward_derivatives_say(model, activation, more):
    judged(problem(model, activation, **more))


@pytest.mark.slow
@pytest.mark.parametrize(("model", "activation", "more"), MORE)
def test_other_models(model, activation, more):
    judged(problem(model, activation, **more))


@pytest.mark.slow
@pytest.mark.parametrize(("K", "M"), [(1, 1), (1, 4), (3, 2), (4, 5), (5, 1), (5, 5)])
def test_other_sizes(K, M):
    judged(problem("fo_anil", K=K, M=M, end=1.0))


def test_every_value_of_a_schedule():
    schedule = {"alphas": [0.7, 1.2], "eta_J": [0.8, 0.1]}
    p = problem("sgd", end=2.0).with_changes(schedule=schedule)
    back, forward = orderode.gradient(p), orderode.sensitivities(p)
    assert back.parameters == forward.parameters
    expected = forward.eps_g_by_parameter[-1]
    np.testing.assert_allclose(back.by_parameter[0], expected, rtol=1e-8, atol=1e-12)
    # from its end on a value does nothing, and before its start all of what it does is to come
    slopes = back.by_parameter[:, back.parameters.index("eta_J from 0.7")]
    assert (slopes[back.alpha <= 0.7] == slopes[0]).all() and slopes[0] != 0
    assert not slopes[back.alpha >= 1.2].any()


def test_the_average_of_another_observable():
    """Of FO-ANIL's error before and after adaptation, by differences of trajectories."""
    p = problem("pooled", end=0.5, V=inf)
    (other,) = (x for x in entry("pooled").outputs if x != "eps_g")
    alphas = np.linspace(0, 0.5, 65)

    def mean(eta):
        moved = p.with_numbers(eta_J=eta)
        t = orderode.integrate(moved, alphas=alphas)
        values = observables(moved, t.alpha, t.states)[other]
        even, odd = values[2:-1:2].sum(), values[1::2].sum()  # Simpson's rule
        return (values[0] + values[-1] + 4 * odd + 2 * even) / (3 * 64)

    h = 0.01
    expected = sum(c * (mean(0.4 + j * h) - mean(0.4 - j * h)) for j, c in enumerate(SIXTH, 1)) / h
    found = orderode.gradient(p, other, mean=True)
    assert found.what == f"mean {other}"
    made = found.by_parameter[0, found.parameters.index("eta_J")]
    assert made == pytest.approx(expected, rel=1e-7)
    assert found.value == pytest.approx(mean(0.4), rel=1e-8)


def test_where_relu_units_coincide_there_are_none():
    same = {"Q": np.full((2, 2), 0.5).tolist(), "R": [[0.1, 0.1], [0.1, 0.1]]}
    found = orderode.gradient(problem("sgd", "relu", V=inf).with_changes(overlaps=same))
    assert not found.complete and "no derivatives of eps_g" in found.summary()


def test_of_a_trajectory_that_fails():
    p = problem("sgd", "linear", K=2, M=1, V=1, eta_J=8.0, end=400.0)
    found = orderode.gradient(p)
    assert not found.complete and "last good alpha" in found.summary()


@pytest.mark.parametrize(
    ("change", "key"),
    [({"of": "eps"}, "of"), ({"run": {"method": "implicit"}}, "run.method")],
)
def test_what_it_is_not_of(change, key):
    p = problem("sgd")
    of = change.pop("of", "eps_g")
    with pytest.raises(ProblemError) as caught:
        orderode.gradient(p.with_changes(**change), of)
    assert caught.value.key == key


def test_the_command(tmp_path):
    file, out = tmp_path / "p.toml", tmp_path / "made"
    p = problem("sgd").with_changes(run={"alpha_end": 1.5, **TIGHT})
    file.write_text(as_toml(p), encoding="utf-8")
    runner = CliRunner()
    command = ["sensitivity", str(file), "--of", "eps_g"]
    done = runner.invoke(main, [*command, "--out", str(out)])
    assert done.exit_code == 0 and "by one pass back through" in done.output, done.output
    assert {x.name for x in out.iterdir()} == {
        f"sensitivity.{x}" for x in "json pdf png txt".split()
    }
    made = json.loads((out / "sensitivity.json").read_text(encoding="utf-8"))
    expected = orderode.gradient(p)
    np.testing.assert_allclose(np.array(made["by_state"]), expected.by_state, rtol=1e-12)
    average = runner.invoke(main, ["sensitivity", str(file), "--mean"])
    assert average.exit_code == 0 and "d mean eps_g/d eta_J" in average.output
    wrong = runner.invoke(main, ["sensitivity", str(file), "--of", "loss"])
    assert wrong.exit_code == 2 and "an observable of sgd: eps_g" in wrong.output


def test_its_table():
    pytest.importorskip("xarray", reason="xarray is not installed (pip install xarray)")
    found = orderode.gradient(problem("sgd"))
    table = found.to_xarray()
    assert table.by_parameter.sel(parameter="eta_J", alpha=0.0) == found.by_parameter[0, 0]
    assert table.attrs["of"] == "eps_g" and table.by_state.dims == ("alpha", "element")
