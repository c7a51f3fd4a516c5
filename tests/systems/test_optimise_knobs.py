"""What else may be varied than the rate of the first layer: each better than its best constant, or
said not to be."""

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode import solvers
from orderode.cli import main
from orderode.errors import ProblemError
from orderode.problems.written import as_toml
from orderode.report.optimised import optimised_figure
from orderode.solvers.layout import layout
from orderode.theory.back import Leg, answered
from orderode.theory.differences import places, weights
from orderode.theory.elements import WithElements, placed
from orderode.theory.given import solver_parameters, start_state
from orderode.theory.integrate import observables

inf = float("inf")
TWO = {"T": [1.0, 1.0], "Q": [0.25, 0.16], "R": [[0.1, 0.0], [0.0, 0.1]]}
ONE = {"T": [1.0], "Q": 0.5, "R": [[0.1], [0.05], [0.0], [-0.02]]}
SGD = {"model": "sgd", "activation": "erf", "K": 2, "M": 2, "run": {"alpha_end": 20.0, "points": 5}}
OF_BOTH = ("eps_first", "eps_second")


def noisy_overparametrised():
    given = {"eta_J": 0.5, "V": 1, "noise": 0.6}
    return orderode.load_problem({**SGD, "K": 4, "M": 1, "parameters": given, "overlaps": ONE})


def test_decay_only_at_the_end():
    """Four units of one teacher, noisy labels: weights that noise has made are taken back at the
    end; all along none is best."""
    found = orderode.optimise(noisy_overparametrised(), [("decay", 0.0, 1.0)], 6, starts=0)
    assert found.constant[0] == 0.0 and found.slope < 1e-5 and found.backwards
    assert found.values[0, :4] == pytest.approx(0.0) and found.values[0, -1] > 0.05
    assert found.eps_g < 0.98 * found.constant_eps_g
    t = orderode.integrate(found.problem)
    assert t.eps_g[-1] == pytest.approx(found.eps_g, rel=1e-6)


@pytest.mark.parametrize(
    ("content", "name", "high", "best"),
    [
        (
            {
                **SGD,
                "parameters": {"eta_J": 1.0, "V": 1, "noise": 0.2, "w0": [0.5, 0.6]},
                "tasks": {"mean": [1.0, 2.0]},
                "overlaps": TWO,
            },
            "eta_0",
            4.0,
            4.0,
        ),
        (
            {
                **SGD,
                "model": "proximal",
                "parameters": {
                    **{"eta_J": 2.0, "eta_w": 1.0, "V": inf, "P": inf, "anchor": 0.3},
                    "w0": [0.5, 0.4],
                },
                "tasks": {"mean": [1.0, 1.0]},
                "overlaps": TWO,
            },
            "anchor",
            3.0,
            0.0,
        ),
    ],
)
def test_where_no_schedule_is_better_that_is_said(content, name, high, best):
    """The best head follows at once; an anchor keeps heads from their tasks: a bound is best all
    along, where the gradient points out of the bounds everywhere."""
    found = orderode.optimise(orderode.load_problem(content), [(name, 0.0, high)], 4, starts=0)
    assert found.values[0] == pytest.approx(best) and found.constant[0] == pytest.approx(best)
    assert found.slope < 1e-6 and "0.0 % below" in found.summary()


def test_when_to_replay():
    """The first task first, then the second: the average error of both, whose weights eps_g would
    take from the last share."""
    p = orderode.load_problem("experiments/optimise_replay.toml")
    found = orderode.optimise(p, [("p_second", 0.0, 1.0)], 6, starts=0, of=OF_BOTH)
    assert found.of == OF_BOTH and found.slope < 1e-5 and found.backwards
    assert found.eps_g < 0.97 * found.constant_eps_g
    assert found.values[0, 0] < 0.05 and found.values[0, 3] > 0.95
    t = orderode.integrate(found.problem)
    both = observables(found.problem, t.alpha, t.states)
    last = np.mean([both[name][-1] for name in OF_BOTH])
    assert last == pytest.approx(found.eps_g, rel=1e-6)
    assert "the average of eps_first, eps_second at the end" in found.summary()
    shown = optimised_figure(found)
    assert "mean of" in shown.axes[1].get_ylabel()


@pytest.mark.parametrize("linear", [False, True])
def test_how_strong_inputs_are_that_distract(linear):
    """The variance of the second half of the inputs, which counts in full where errors are
    measured; its slopes are differences, of eighth order, of the equations."""
    p = orderode.load_problem("experiments/curriculum.toml").with_changes(schedule=None)
    found = orderode.optimise(p, [("variances[2]", 0.0, 1.0)], 6, starts=0, linear=linear)
    assert found.slope < 1e-5 and found.eps_g < 0.995 * found.constant_eps_g
    variances = dict(found.problem.schedule.rates)["variances"]
    assert all(first == 1.0 for first, _ in variances)  # the first half stays as it is
    assert orderode.integrate(found.problem).eps_g[-1] == pytest.approx(found.eps_g, rel=1e-6)
    for step in (-0.05, 0.05):
        moved = [list(row) for row in variances]
        moved[2][1] += step
        other = found.problem.with_changes(schedule={"variances": moved})
        assert orderode.integrate(other).eps_g[-1] > found.eps_g


def test_slopes_with_respect_to_variances():
    """By one pass back, and by differences of trajectories."""
    p = orderode.load_problem("experiments/curriculum.toml").with_changes(schedule=None)
    solver = WithElements(solvers.load("curriculum", "c"), ["variances[1]", "variances[2]"])
    flat, chosen = layout(solver.entry.state, *p.counts), solver_parameters(p, solver)
    start = flat.pack(start_state(p))

    def value(values):
        own = placed(chosen, dict(zip(solver.names, values, strict=True)))
        return answered(solver, flat, start, [Leg(0.0, 2.0, own)], rtol=1e-12, atol=1e-15)

    for at in ([1.0, 0.6], [0.7, 0.0]):
        made = value(at).by_parameter[0].sum(axis=0)[-2:]
        for i in (0, 1):
            ends = []
            for step in places(ahead=True):
                moved = list(at)
                moved[i] += 0.008 * step
                ends.append(value(moved).value - value(at).value)
            slope = weights(ahead=True)[0] @ ends / 0.008
            assert made[i] == pytest.approx(slope, rel=1e-7)


@pytest.mark.parametrize(
    ("options", "key"),
    [({"of": "eps"}, "of"), ({"of": ()}, "of"), ({"of": ("eps_g", "eps_g")}, "of")],
)
def test_what_is_no_observable(options, key):
    p = orderode.load_problem("experiments/optimise_replay.toml")
    with pytest.raises(ProblemError) as caught:
        orderode.optimise(p, [("p_second", 0.0, 1.0)], 2, **options)
    assert caught.value.key == key


def test_a_block_that_is_not_there():
    p = orderode.load_problem("experiments/curriculum.toml").with_changes(schedule=None)
    with pytest.raises(ProblemError, match=r"variances\[1\], variances\[2\]"):
        orderode.optimise(p, [("variances[3]", 0.0, 1.0)], 2)


def test_the_command_varies_a_variance_and_takes_observables(tmp_path):
    file, out = tmp_path / "p.toml", tmp_path / "made"
    p = orderode.load_problem("experiments/curriculum.toml").with_changes(schedule=None)
    file.write_text(as_toml(p), encoding="utf-8")
    command = ["optimise", str(file), "--vary", "parameters.variances[2]=0..1", "--pieces", "2"]
    done = CliRunner().invoke(main, [*command, "--starts", "0", "--of", "eps_g", "--out", str(out)])
    assert done.exit_code == 0 and "variances[2]" in done.output, done.output
    found = orderode.load_problem(out / "optimised.toml")
    assert dict(found.schedule.rates)["variances"][0][0] == 1.0
    wrong = CliRunner().invoke(main, [*command, "--of", "loss"])
    assert wrong.exit_code == 2 and "observables of curriculum" in wrong.output
