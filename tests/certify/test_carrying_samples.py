"""Where the limit is carried by samples that a simulation never sees, the commands say so."""

import json

import click.testing
import numpy as np
import pytest

from orderode.certify.fixed_point import compare
from orderode.cli import main
from orderode.problems.reader import load_problem
from orderode.sweep import load
from orderode.theory.fixed_point import solve
from orderode.theory.rare import carrying_samples, out_of_reach

RATES = {"alpha": [0.7], "beta": 1.8, "lambda": 1e-8, "noise": 0.2, "alpha0": 1.0, "eta": 2.0}
TABLE = {"d": 200, "seeds": 20, "seed": 0}


def problem(model="one_step", **changes):
    base = (
        RATES
        if model == "one_step"
        else {k: v for k, v in RATES.items() if k not in ("alpha0", "eta")}
    )
    return load_problem(
        {
            "model": model,
            "activation": "erf",
            "target": "sin",
            "parameters": {**base, **changes},
            "simulation": TABLE,
        }
    )


@pytest.mark.slow
def test_the_comparison_warns():
    """Twenty networks are many standard errors below the limit, of which they have no sample that
    carries it."""
    found = compare(problem())
    assert found.theory.status == ("ok",) and found.theory.test_error[0] == pytest.approx(
        1.038, abs=1e-3
    )
    assert found.simulation.mean[0] < 0.6 and not found.agrees
    assert found.carrying[0] < 0.1 and "warning      at 1 of 1 points" in found.report()
    np.testing.assert_array_equal(found.arrays()["carrying_samples"], found.carrying)


@pytest.mark.parametrize("changes", [{"lambda": 0.1}, {"alpha": [2.5]}])
def test_no_warning_where_many_samples_carry_it(changes):
    asked = problem(**changes)
    assert carrying_samples(asked, solve(asked), 200)[0] > 30


def test_more_with_the_dimension_and_alike_for_equal_groups():
    one = problem("srf", u=2.0, gamma=0.8, c=1.2)
    two = problem("srf", u=[2.0, 2.0], gamma=0.8, c=1.2, fractions=[0.5, 0.5], **{"lambda": 1e-3})
    alone = problem("srf", u=2.0, gamma=0.8, c=1.2, **{"lambda": 1e-3})
    few = carrying_samples(one, solve(one), 200)
    assert few[0] < 1 and carrying_samples(one, solve(one), 400) == pytest.approx(2 * few)
    both = [carrying_samples(p, solve(p), 200)[0] for p in (alone, two)]
    assert both[0] == pytest.approx(both[1], rel=0.02)


def test_the_command_warns(tmp_path):
    file = tmp_path / "p.toml"
    rates = "\n".join(f"{k} = {v}" for k, v in RATES.items())
    file.write_text(
        'model = "one_step"\nactivation = "erf"\ntarget ='
        f' "sin"\n[parameters]\n{rates}\n[simulation]\nd = 200\n'
    )
    done = click.testing.CliRunner().invoke(main, ["solve", str(file)])
    assert done.exit_code == 0 and "warning: at 1 of 1 points" in done.stderr
    assert json.loads(done.stdout)["carrying_samples"][0] < 0.1


def test_simulate_and_sweep_warn_too(tmp_path):
    """The sweep counts samples over d, whatever d is; its twin at alpha > beta has plenty."""
    file, out = tmp_path / "p.toml", tmp_path / "out.json"
    rates = "\n".join(f"{k} = {v}" for k, v in RATES.items() if k != "alpha")
    head = (
        'model = "one_step"\nactivation = "erf"\ntarget = "sin"\n[parameters]\nalpha ='
        f" 0.7\n{rates}\n"
    )
    file.write_text(head + "[simulation]\nd = 20\nseeds = 2\n")
    run = click.testing.CliRunner().invoke
    done = run(main, ["simulate", str(file), "--out", str(out)])
    assert done.exit_code == 0 and "p.toml: warning: at 1 of 1 points" in done.stderr
    few = json.loads(out.read_text())["carrying_samples"][0]
    axes = '"parameters.alpha" = [0.7, 2.5]\n"parameters.noise" = [0.2, 0.02]\n'
    (tmp_path / "s.toml").write_text(f'problem = "p.toml"\n[axes]\n{axes}')
    done = run(main, ["sweep", str(tmp_path / "s.toml"), "--out", str(tmp_path / "sweep")])
    assert done.exit_code == 0, done.output
    per_d = load(tmp_path / "sweep")["carrying_per_d"]
    assert 20 * per_d[0, 0] == pytest.approx(few, rel=1e-6) and (per_d[1] > 0.1).all()
    least = 1e5 * per_d.min()
    assert ("warning" in done.stderr) == (least < 1)
    assert out_of_reach(np.array([1e-6, 1.0])).startswith("at 1 of 2 points") and not out_of_reach(
        np.array([1e-4])
    )
