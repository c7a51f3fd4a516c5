"""The JSON Schema of problem files: it takes what the reader takes, and refuses what that does, as
far as it can say it."""

import copy
import json
import tomllib
from pathlib import Path

import pytest
from command_line import good
from good_problem import GOOD_PROBLEM
from json_schema import faults

from orderode.errors import OrderodeError
from orderode.problems.editors import problem_schema
from orderode.problems.reader import load_problem

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = problem_schema()
FIXED_POINT = tomllib.loads((ROOT / "experiments/one_step_relu.toml").read_text(encoding="utf-8"))


def problems():
    found = []
    for file in sorted(ROOT.glob("experiments/*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        content = content["problem"] if "axes" in content else content
        if isinstance(content, dict):  # else the name of a file
            found.append(pytest.param(content, id=file.stem))
    return found


def test_the_command_writes_it():
    assert json.loads(good("schema")) == SCHEMA


@pytest.mark.parametrize("content", problems())
def test_problems_of_the_experiments(content):
    assert faults(SCHEMA, content) == []


def test_a_model_file_may_have_any_parameters():
    content = {**GOOD_PROBLEM, "model": "./mine.py", "parameters": {"strength": 1.0}}
    assert faults(SCHEMA, content) == []
    assert faults(SCHEMA, {**content, "k": 3}) == [".k: unknown"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("model", "maml"),
        ("activation", "Erf"),
        ("activation", {"polynomial": [1.0]}),
        ("K", 0),
        ("K", 2.0),
        ("k", 2),
        ("parameters.eta_w", -3.0),
        ("parameters.eta_w", True),
        ("parameters.eta_W", 3.0),
        ("parameters.V", 0),
        ("parameters.V", "inf"),
        ("parameters.closure", "2/P"),
        ("parameters.nodes", 1000),
        ("overlaps.T", 1.0),
        ("overlaps.r", [[0.0]]),
        ("schedule", {"alphas": [1.0], "eta_w": [-1.0]}),
        ("schedule", {"alphas": [1.0], "V": [1]}),
        ("phases", []),
        ("phases", [{"eta_j": 1.0}]),
        ("phases", [{"frozen": ["the head"]}]),
        ("run.alpha_end", 0.0),
        ("run.rtol", 1.0),
        ("run.point", 5),
        ("simulation.method", "exact"),
        ("simulation.beside", {"Q": 1}),
    ],
)
def test_what_is_refused(key, value):
    """By the reader, too: 25 faults."""
    check(GOOD_PROBLEM, key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("parameters.alpha", []),
        ("parameters.alpha", [1.0, 0.0]),
        ("parameters.beta", 0.0),
        ("parameters.lambda", "best"),
        ("parameters.gamma", 0.5),  # of a spike that is given
        ("parameters.level", 2),
        ("simulation.d", 5),
        ("run", {"alpha_end": 1.0}),
    ],
)
def test_what_is_refused_of_fixed_points(key, value):
    check(FIXED_POINT, key, value)


def check(problem, key, value):
    content = copy.deepcopy(problem)
    assert faults(SCHEMA, content) == []
    load_problem(content)
    *tables, last = key.split(".")
    place = content
    for name in tables:
        place = place[name]
    place[last] = value
    assert faults(SCHEMA, content)
    with pytest.raises(OrderodeError):
        load_problem(content)
