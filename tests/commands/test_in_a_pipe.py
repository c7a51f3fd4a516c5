"""Commands as parts of others: values set beside the file, problems from standard input, numbers on
standard output, in few words or many, examples that come along."""

import json
from pathlib import Path

import click.testing
import numpy as np
import pytest
from command_line import good, refused, run
from good_problem import GOOD

from orderode.cli import main
from orderode.report.results import load

ROOT = Path(__file__).resolve().parents[2]
#: Every command that takes a problem file.
COMMANDS = {
    "rhs": [],
    "integrate": [],
    "solve": [],
    "simulate": [],
    "compare": ["--out", "made"],
    "drift": ["--tasks", "100"],
    "draw": ["--out", "made.png"],
    "steady": ["--starts", "1"],
    "sensitivity": [],
    "optimise": ["--vary", "parameters.eta_w=0..1"],
    "adapt": ["--out", "made"],
}
SMALL = ("--set", "run.points=3", "--set", "run.alpha_end=0.5")


def piped(text, *arguments):
    done = click.testing.CliRunner().invoke(main, arguments, input=text)
    return done.exit_code, done.stdout, done.stderr


def test_every_command_with_a_problem_is_here():
    taking = {n for n, c in main.commands.items() if any(p.name == "settings" for p in c.params)}
    assert taking - {"equations"} == set(COMMANDS)


def test_what_is_set_is_as_if_it_were_written(folder):
    settings = ("--set", "parameters.eta_w = 2", "--set", "parameters.V=inf")
    there = ("--set", "overlaps.R={ N = 20, seed = 1 }", "--set", "overlaps.T = [1.0, 2.0]")
    text = GOOD.replace("eta_w = 3.0", "eta_w = 2").replace("V = 20", "V = inf")
    Path("written.toml").write_text(text)
    assert good("rhs", "good.toml", *settings, *there) == good("rhs", "written.toml")
    assert good("rhs", "good.toml") != good("rhs", "written.toml")
    new = ("--set", "tasks.mean=[1, 1]", "--set", 'parameters.closure="1/P"')
    said = json.loads(good("rhs", "good.toml", *new))["provenance"]["problem"]
    assert said["tasks"] == {"mean": [1, 1]} and said["parameters"]["closure"] == "1/P"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("parameters.eta_ww=3", "parameters.eta_ww = 3: unknown key, did you mean eta_w?"),
        ("parameters.eta_w=-3", "parameters.eta_w = -3; accepted: a finite number >= 0"),
        ("parameters.eta_w=three", "--set parameters.eta_w = 'three': no value of TOML; accepted"),
        ("parameters.eta_w=", "--set parameters.eta_w = '': no value of TOML; accepted: a value"),
        ("parameters.eta_w=3\nK=2", "more than a value; accepted: a value as in TOML"),
        ("parameters.eta_w", "'parameters.eta_w'; accepted: --set KEY=VALUE, such as"),
        ("K.x=3", "--set K.x = 3; accepted: keys of the problem file; K is no table there"),
        ("a b=3", "accepted: --set KEY=VALUE"),
        ("K=__import__('os')", "no value of TOML"),
    ],
)
def test_what_cannot_be_set(folder, command, setting, words):
    message = refused(folder, command, "good.toml", *COMMANDS[command], "--set", setting)
    assert words in message and "\n" not in message


def test_a_problem_from_standard_input_and_numbers_to_standard_output(folder):
    code, out, err = piped(GOOD, "integrate", "-", *SMALL)
    assert (code, err) == (0, "")
    good("integrate", "good.toml", *SMALL, "--out", "made.json")
    assert out == Path("made.json").read_text()
    code, out, err = piped(
        GOOD, "simulate", "-", *SMALL, "--out", "-", "--set", "simulation.runs=2"
    )
    assert (code, err) == (0, "") and np.shape(json.loads(out)["eps_g"]) == (11, 2)
    assert load("made.json")["alpha"][-1] == 0.5
    for text, words in (
        ("K == 3", "standard input: not TOML"),
        (GOOD.replace("K = 2", "K = 0"), "standard input: K = 0; accepted: an integer"),
        ("", "model is missing"),
        ("x" * 4_000_001, "standard input: it has 4.0 MB"),
    ):
        code, out, err = piped(text, "rhs", "-")
        assert code == 2 and out == "" and words in err


def test_in_few_words_and_in_many(folder):
    out = good("integrate", "good.toml", *SMALL, "--out", "made.npz")
    assert "alpha" in out
    assert good("integrate", "good.toml", *SMALL, "--out", "made.npz", "-q") == ""
    code, out, err = run("integrate", "good.toml", *SMALL, "--out", "made.npz", "-v")
    first, *_, last = err.splitlines()
    assert code == 0 and first.startswith("orderode: good.toml: fo_anil, problem ")
    assert last.startswith("orderode: integrate: ") and ", system " in last
    code, out, err = run("rhs", "good.toml", "-q", "--set", "K=0")
    assert code == 2 and "K = 0" in err
    good("simulate", "good.toml", *SMALL, "--out", "made.npz", "-q")


def test_examples_come_along(folder):
    names = [line.split()[0] for line in good("example").splitlines()]
    assert {"fig2", "c/embed.c"} <= set(names)
    for name in names:
        file = f"examples/{name}" if "/" in name else f"experiments/{name}.toml"
        assert good("example", name) == (ROOT / file).read_text(encoding="utf-8")
    assert good("example", "fig2.toml") == good("example", "fig2")
    assert "See orderode example" in refused(folder, "example", "fig22")
    assert "See orderode example" in refused(folder, "example", "../pyproject")
    code, out, _ = piped(good("example", "fig2"), "integrate", "-", *SMALL)
    assert code == 0 and json.loads(out)["status"] == "ok"
