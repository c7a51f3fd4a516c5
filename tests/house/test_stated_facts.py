"""Numbers and accepted values that pages state, each where a user would meet it."""

import importlib.util
import re
from pathlib import Path

import pytest
from pages import tables
from scipy.stats import norm

import orderode
from orderode.certify import level, path, scores
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


def test_the_probabilities_of_the_power_table():
    """Those by which an error is seen, by the standard errors above: a normal variable beyond the
    criterion; noise by its square, for there is none."""
    (rows,) = tables("trust.md", "| | η_J | η_w | P | V | noise² |")
    criterion, per_cent, level = 4.25, {}, {}
    for name, *cells in rows[:2]:
        key = name.split("`")[0]
        pairs = [cell.split("; ") for cell in cells[:4]]
        per_cent[key] = [float(error) for error, _ in pairs]
        for error, half in pairs:
            assert criterion * float(error) == pytest.approx(float(half), abs=0.051)
        level[key] = float(cells[4].removeprefix("± ").split(" ")[0])
    (rows,) = tables("trust.md", "| | off by | η_J | η_w | P | V | noise |")
    which, checked = "", 0
    for name, off, *stated in rows:
        which = name.strip("`") or which
        if which == "both":
            assert set(stated) == {"1.00"}
            continue
        percent = float(off.split(" ")[0])
        shifts = [percent / error for error in per_cent[which]]
        shifts.append((percent / 100) ** 2 / level[which])
        for shift, said in zip(shifts, stated, strict=True):
            assert norm.cdf(shift - criterion) == pytest.approx(float(said), abs=0.0101)
            checked += 1
    assert checked == 30


def number(text):
    """4.36·10⁻³ as a number."""
    value, _, power = text.partition("·10")
    return float(value) * 10.0 ** int(
        power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0
    )


def digits(text):
    """Half of the last digit that is said, relative."""
    value = text.partition("·")[0]
    return 0.51 * 10.0 ** -len(value.partition(".")[2]) / float(value)


def experiment(name, **changes):
    return orderode.load_problem(ROOT / "experiments" / f"{name}.toml").with_changes(**changes)


def test_the_caption_of_the_first_figure():
    words = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    said = re.search(
        r"FO-ANIL with K = M = (\d), η_J = (\d), η_w = (\d) and P = V = (\d+) samples in support and"
        r" query set, the exact theory and (\d+) simulations with N = (\d+)",
        words,
    )
    p = experiment("fig2_aligned")
    wanted = p.require_simulation()
    values = (p.parameters.eta_J, p.parameters.eta_w, p.parameters.P, wanted.runs, wanted.N)
    assert p.K == p.M == int(said[1]) and p.parameters.P == p.parameters.V
    assert values == tuple(float(x) for x in said.groups()[1:])


def test_errors_of_trained_heads():
    said = re.search(r"at α = 1000 is ([^,]+), against (\S+) with K = 2", page("experiments.md"))
    for text, name in zip(said.groups(), ("goldt_K4", "goldt_K2"), strict=True):
        found = orderode.integrate(experiment(name), alphas=[1000.0]).eps_g[-1]
        assert found == pytest.approx(number(text), rel=digits(text))


def test_the_best_constants():
    """Of a rate and of a probability; the constants are said to three and four digits."""
    words = " ".join(page("optimise.md").split())
    said = re.search(r"best constant, η = ([\d.]+), ends at ε_g = ([^,]+),", words)
    changed = {"parameters": {"eta_J": float(said[1])}}
    found = orderode.integrate(experiment("optimise_sgd", **changed)).eps_g[-1]
    assert found == pytest.approx(number(said[2]), rel=digits(said[2]))
    said = re.search(r"to keep a unit is ([\d.]+), which ends at ε_g = ([\d.]+),", words)
    changed = {"parameters": {"keep": float(said[1])}}
    found = orderode.integrate(experiment("optimise_dropout", **changed)).eps_g[-1]
    assert found == pytest.approx(float(said[2]), rel=1e-5)


def test_the_levels_and_limits_of_a_certificate():
    """Those of trust.md, in the code that has them."""
    words = " ".join(page("trust.md").split())
    assert "with probability 10⁻³ at most" in words and level.LEVEL == 1e-3
    share = float(re.search(r"a mean has a skewness above ([\d.]+):", words)[1])
    assert share == importlib.import_module("orderode.certify.drift").SKEWED
    intervals, states = re.search(
        r"kept at (\d+)/runs times or more.*?from (\d+) steps at each of the run's last twelve states",
        words,
    ).groups()
    assert (int(intervals), int(states), 12) == (path.INTERVALS, scores.STEPS, scores.POOLED)
    words = " ".join(page("optimise.md").split())
    most = re.search(r"more than ([\d,]+) steps \(([\d,]+) in numpy\)", words).groups()
    optimise = importlib.import_module("orderode.theory.optimise")
    counts = [int(x.replace(",", "")) for x in most]
    assert dict(zip(("c", "numpy"), counts, strict=True)) == optimise.MOST
