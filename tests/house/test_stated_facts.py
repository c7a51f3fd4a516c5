"""Numbers and accepted values that pages state, each where a user would meet it."""

import importlib.util
import re
from pathlib import Path

import pytest

import orderode
from orderode.errors import ProblemError

ROOT = Path(__file__).parent.parent.parent
PROBLEM = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 1.0, "eta_w": 1.0, "P": 4, "V": 3},
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.3, 0.1], [0.0, 0.2]]},
}


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_sizes_of_the_rule_with_nodes():
    """Those of problem-files.md, and no other."""
    said = re.search(
        r"\(tanh\): ([\d, ]+?) \(the default\), (\d+) or (\d+)", page("problem-files.md")
    )
    sizes = [int(x) for x in [*said[1].split(", "), said[2], said[3]]]
    for nodes in sizes:
        given = PROBLEM["parameters"] | {"nodes": nodes}
        assert orderode.load_problem(PROBLEM | {"parameters": given}).parameters["nodes"] == nodes
    assert orderode.load_problem(PROBLEM).parameters["nodes"] == sizes[2]
    with pytest.raises(ProblemError) as refused:
        given = PROBLEM["parameters"] | {"nodes": 2000}
        orderode.load_problem(PROBLEM | {"parameters": given})
    assert all(str(nodes) in str(refused.value) for nodes in sizes)


def test_the_degrees_of_a_polynomial_activation():
    low, high = map(int, re.search(r"of degree (\d) to (\d);", page("problem-files.md")).groups())
    for degree in range(low - 1, high + 2):
        asked = PROBLEM | {"activation": {"polynomial": [0.0] * degree + [1.0]}}
        if low <= degree <= high:
            orderode.load_problem(asked)
        else:
            with pytest.raises(ProblemError, match=f"degree from {low} to {high}"):
                orderode.load_problem(asked)


def test_the_command_of_the_power_table():
    """`--wrong eta_J noise=5 --percent 2`: noise by its own percentage."""
    spec = importlib.util.spec_from_file_location("power", ROOT / "benchmarks" / "power.py")
    power = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(power)
    assert power.pairs(["eta_J", "noise=5"], [2.0, 10.0]) == [
        ("eta_J", 2.0),
        ("eta_J", 10.0),
        ("noise", 5.0),
    ]
    small = power.read("small")
    assert power.wrong(small, "eta_J", 2.0).parameters["eta_J"] == 4.08
    assert power.wrong(small, "P", 2.0).parameters == small.parameters  # no whole number is close
    assert power.wrong(small, "noise", 5.0).parameters["noise"] == 0.315
