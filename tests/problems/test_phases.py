"""[[phases]]: stretches one after another, as integrations by hand; what they may say, who follows
them, and in which commands."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode import Problem, ProblemError
from orderode.cli import main
from orderode.derive.models import sgd
from orderode.problems.written import as_toml
from orderode.report.plots import comparison_figure, theory_figure
from orderode.solvers.layout import State
from orderode.sweep.result import load
from orderode.theory.integrate import observables

SWITCH = [{"alpha_end": 2.0, "eta_J": 1.5}, {"p_second": 0.8, "frozen": ["heads"]}]


def problem(**changes):
    given = {
        "model": "continual",
        "activation": "erf",
        "K": 2,
        "M": 3,
        "parameters": {
            "eta_J": 1.0,
            "eta_0": 0.5,
            "V": 2,
            "u_first": [1.0, 0.5, 0.0],
            "u_second": [0.0, -0.5, 1.0],
            "w0": [0.4, 0.2],
            "w1": [0.1, -0.3],
        },
        "overlaps": {
            "T": {"norm": 1.0, "overlap": 0.2},
            "Q": 0.5,
            "R": [[0.1, 0.0, -0.1], [0.2, 0.1, 0.1]],
        },
        "phases": SWITCH,
        "run": {"alpha_end": 5.0, "points": 6, "rtol": 1e-9, "atol": 1e-13},
    }
    return Problem(**{**given, **changes})


def by_hand(backend):
    """The state at the end of each phase: two integrations of problems without phases."""
    first = problem(phases=None, run={"alpha_end": 2.0, "rtol": 1e-9, "atol": 1e-13})
    first = first.with_changes(parameters={"eta_J": 1.5})
    middle = orderode.integrate(first, backend).state(-1)
    second = problem(phases=None).with_changes(
        parameters={"p_second": 0.8, "eta_0": 0.0, "w0": middle.w0, "w1": middle.w1},
        overlaps={"Q": middle.Q, "R": middle.R},
        run={"alpha_end": 3.0},
    )
    return middle, orderode.integrate(second, backend).state(-1)


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_phases_are_integrations_one_after_another(backend):
    found = orderode.integrate(problem(), backend)
    assert found.alpha.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    middle, end = by_hand(backend)
    for place, state in ((2, middle), (5, end)):
        for mine, theirs in zip(found.state(place), state, strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=0, atol=1e-7)
    np.testing.assert_array_equal(found.state(5).w1, found.state(2).w1)  # frozen


def test_phases_are_a_schedule():
    """What a phase does not say is that of [parameters], before and after."""
    found, wanted = problem().schedule, (0.0, 2.0)
    assert found.alphas == wanted
    assert dict(found.rates) == {"eta_J": (1.5, 1.0), "eta_0": (0.5, 0.0), "p_second": (0.0, 0.8)}
    rates = {name: list(row) for name, row in found.rates}
    first = {name: row[0] for name, row in rates.items()}
    later = {name: row[1:] for name, row in rates.items()}
    as_schedule = problem(phases=None, schedule={"alphas": [2.0], **later}).with_changes(
        parameters=first
    )
    a, b = orderode.integrate(problem()), orderode.integrate(as_schedule)
    np.testing.assert_array_equal(a.R, b.R)
    assert (
        problem().trains_start
        and not problem(phases=[{"frozen": ["heads"]}], run={"alpha_end": 1.0}).trains_start
    )


def test_a_problem_file_says_them():
    """As text and back; the digest knows of them."""
    p = problem()
    text = as_toml(p)
    again = orderode.load_problem(json.loads(p.content))
    assert "phases = [{ alpha_end = 2," in text and again == p
    assert p.digest != problem(phases=None).digest


@pytest.mark.parametrize(
    ("phases", "key", "accepted"),
    [
        ({"alpha_end": 1.0}, "phases", "a list of tables"),
        ([], "phases", "a list of tables"),
        ([1.0], "phases", "a list of tables"),
        ([{"eta_J": 1.0}, {}], r"phases[1].alpha_end", "a finite number > 0"),
        ([{"alpha_end": 2.0}, {"alpha_end": 1.0}], r"phases[2].alpha_end", "more than 2"),
        ([{"alpha_end": 2.0}, {"alpha_end": 4.0}], r"phases[2].alpha_end", "at least 5"),
        ([{"alpha_end": 2.0, "rate": 1.0}, {}], r"phases[1].rate", "eta_J"),
        ([{"alpha_end": 2.0, "V": 3}, {}], r"phases[1].V", "eta_J"),
        ([{"alpha_end": 2.0, "eta_J": -1.0}, {}], r"phases[1].eta_J", "a finite number >= 0"),
        ([{"p_second": 1.5}], r"phases[1].p_second", "a number from 0 to 1"),
        ([{"frozen": "heads"}], r"phases[1].frozen", '"first layer" and "heads"'),
        ([{"frozen": ["teacher"]}], r"phases[1].frozen", '"first layer" and "heads"'),
        ([{"frozen": ["heads"], "eta_0": 0.1}], r"phases[1].eta_0", "one of the two"),
    ],
)
def test_faults_name_the_phase(phases, key, accepted):
    with pytest.raises(ProblemError) as refused:
        problem(phases=phases)
    assert refused.value.key == key and accepted in str(refused.value)


def test_a_run_may_end_before_a_phase_begins():
    """As it may before a schedule changes a rate."""
    p = problem(phases=[{"alpha_end": 9.0, "eta_J": 1.5}, {"p_second": 1.0}])
    alone = problem(phases=None).with_changes(parameters={"eta_J": 1.5})
    np.testing.assert_array_equal(orderode.integrate(p).R, orderode.integrate(alone).R)


def test_there_is_one_of_schedule_and_phases():
    with pytest.raises(ProblemError, match="there are"):
        problem(schedule={"alphas": [1.0], "eta_J": [1.0]})


def test_heads_that_always_rest_are_not_frozen():
    """Those of a model that states no rate for them."""
    resting = replace(sgd.MODEL.start, rate=None)
    outer = replace(sgd.MODEL.outer, head=resting)
    seen = (replace(sgd.MODEL.observables[0], head=resting),)
    model = replace(sgd.MODEL, name="resting", start=resting, outer=outer, observables=seen)
    given = {"model": model, "activation": "linear", "K": 1, "M": 1}
    given |= {"parameters": {"eta_J": 1.0, "V": 1}}
    given |= {"overlaps": {"T": [1.0], "Q": 1.0, "R": [[0.1]]}}
    assert Problem(**given, phases=[{"frozen": ["first layer"]}]).schedule is not None
    with pytest.raises(ProblemError, match="this head always rests"):
        Problem(**given, phases=[{"frozen": ["heads"]}])


def test_a_schedule_may_change_probabilities():
    p = problem(phases=None, schedule={"alphas": [1.0], "p_second": [1.0]})
    assert dict(p.schedule.rates) == {"p_second": (1.0,)}
    with pytest.raises(ProblemError, match=r"schedule\.p_second"):
        problem(phases=None, schedule={"alphas": [1.0], "p_second": [1.2]})


def test_errors_of_tasks_and_phases_are_drawn():
    """A line for the error of each task, a mark where a phase ends."""
    p = problem()
    figure = theory_figure([("a title", orderode.integrate(p), p.T)], [p])
    axes = figure.subfigs[0].axes
    labels = [line.get_label() for line in axes[0].get_lines()]
    assert r"$\varepsilon_1$" in labels and r"$\varepsilon_2$" in labels
    for axis in axes:
        assert any(list(line.get_xdata()) == [2.0, 2.0] for line in axis.get_lines())


def test_comparison_judges_each_phase():
    simulation = {"N": 200, "runs": 6, "points": 21, "tasks": 50}
    found = orderode.compare(problem(simulation=simulation), "numpy", progress=False)
    assert [(part.start, part.end) for part in found.parts] == [(0.0, 2.0), (2.0, 5.0)]
    assert found.agrees, found.report()
    assert {"w1_1", "w1_2"} <= set(found.parts[0].residuals.names) | {"w1_1", "w1_2"}
    assert not any(name.startswith("w") for name in found.parts[1].residuals.names)  # frozen
    labels = [line.get_label() for line in comparison_figure(found).subfigs[0].axes[0].get_lines()]
    assert "theory" in labels
    assert {"simulation_w0", "simulation_w1"} <= set(found.arrays())


def test_commands_write_every_head_and_error(tmp_path):
    file = tmp_path / "problem.toml"
    simulation = {"N": 100, "runs": 2, "points": 3, "tasks": 10}
    file.write_text(as_toml(problem(simulation=simulation)))
    for command in ("integrate", "simulate"):
        out = tmp_path / f"{command}.json"
        done = CliRunner().invoke(main, [command, str(file), "--out", str(out)])
        assert done.exit_code == 0, done.output
        found = json.loads(out.read_text())
        assert {"R", "Q", "w0", "w1", "eps_g", "eps_first", "eps_second"} <= set(found)
        assert np.array(found["w1"]).shape[-1] == 2
    shown = CliRunner().invoke(main, ["rhs", str(file)])
    assert {"dw0", "dw1", "eps_first"} <= set(json.loads(shown.output))


def test_a_sweep_over_overlaps_keeps_the_errors_of_tasks(tmp_path):
    """Of phases, with the vector kernels where there are any, as of trajectories."""
    content = json.loads(problem().content)
    text = as_toml(problem()).splitlines()
    tables = [line.replace("[", "[problem.", 1) if line.startswith("[") else line for line in text]
    lines = ["[problem]", *tables]
    lines += ["[axes]", '"overlaps.T.overlap" = [-0.2, 0.3]', '"parameters.p_second" = [0.0, 0.4]']
    lines += ["[outputs]", "eps_g_at = [2.0, 4.0]", 'observables = ["eps_first", "eps_second"]']
    (tmp_path / "sweep.toml").write_text("\n".join(lines))
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["sweep", str(tmp_path / "sweep.toml"), "--out", str(out)])
    assert done.exit_code == 0, done.output
    made = load(out)
    for i, overlap in enumerate((-0.2, 0.3)):
        for j, chance in enumerate((0.0, 0.4)):
            content["overlaps"]["T"]["overlap"] = overlap
            content["parameters"]["p_second"] = chance
            alone = orderode.integrate(Problem(**content), alphas=[2.0, 4.0])
            seen = observables(Problem(**content), alone.alpha, alone.states)
            for name in ("eps_first", "eps_second"):
                np.testing.assert_allclose(made[name][i, j], seen[name], rtol=1e-6)
    drawn = CliRunner().invoke(main, ["plot", str(out)])
    assert drawn.exit_code == 0, drawn.output
    wrong = (tmp_path / "sweep.toml").read_text().replace("eps_second", "eps_third")
    (tmp_path / "sweep.toml").write_text(wrong)
    refused = CliRunner().invoke(main, ["sweep", str(tmp_path / "sweep.toml"), "--out", "none"])
    assert refused.exit_code == 2 and "outputs.observables" in refused.output


def test_states_have_their_heads():
    found = orderode.integrate(problem()).state(-1)
    assert isinstance(found, State) and found.names == ("R", "Q", "w0", "w1")
    assert math.isfinite(found.w1.sum())
