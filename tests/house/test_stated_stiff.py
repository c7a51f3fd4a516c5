"""What problem-files.md says that steps cost where stability limits them, and how far off they are,
counted anew in C; the bifurcations of steady.md."""

import re

import pytest
from click.testing import CliRunner
from pages import ROOT, number, precision, said, tables

import orderode
from orderode.cli import main

inf = float("inf")
SPARE = 0.02  #: of a count, where another machine rounds otherwise
OFF = 1.3  #: the same of an error, a factor


def point(K, eta_J, **run):
    """Of Fig. 5, at eta_w = 3."""
    return orderode.Problem(
        model="fo_anil",
        activation="erf",
        K=K,
        M=3,
        parameters={"eta_J": eta_J, "eta_w": 3.0, "P": inf, "V": inf},
        overlaps={"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"scale": 1e-12, "seed": 0}},
        run={"alpha_end": 450.0, "points": 201, "rtol": 1e-6, "atol": 1e-16, **run},
    )


def reference(K, eta_J):
    return orderode.integrate(point(K, eta_J, rtol=1e-13, atol=1e-24), "c").R


def costs(found, exact, stated_counts, stated_error):
    """Right-hand sides and Jacobians, and the largest error of R."""
    counts = [int(x) for x in re.findall(r"\d+", stated_counts)]
    made = (found.evaluations, found.jacobians)[: len(counts)]
    for value, stated in zip(made, counts, strict=True):
        assert abs(value - stated) <= max(1, SPARE * stated), (made, stated_counts)
    error = abs(found.R - exact).max()
    assert number(stated_error) / OFF < error < number(stated_error) * OFF


@pytest.mark.slow
def test_what_steps_of_each_method_cost():
    header = "| K, η_J | steps | right-hand sides, Jacobians | s | largest error |"
    (rows,) = tables("problem-files.md", header)
    exact, asked = None, 0
    for where, steps, counts, _, error in rows:
        if where:
            K, eta_J = (int(x) for x in where.split(", "))
            exact = reference(K, eta_J)
        method, backend = steps.split(", ")
        if backend == "C":
            found = orderode.integrate(point(K, eta_J, method=method), "c")
            costs(found, exact, counts, error)
            asked += 1
    assert asked == 12


@pytest.mark.slow
def test_what_a_tolerance_costs():
    header = (
        "| rtol | explicit: right-hand sides, s, error | auto: right-hand sides, Jacobians, s, error |"
        " implicit: right-hand sides, Jacobians, s, error |"
    )
    (rows,) = tables("problem-files.md", header)
    (K, eta_J) = (3, 10)
    exact = reference(K, eta_J)
    for rtol, *cells in rows:
        tolerances = {"rtol": number(rtol), "atol": 1e-12 * number(rtol)}
        for method, cell in zip(("explicit", "auto", "implicit"), cells, strict=True):
            *counts, _, error = cell.split(", ")
            found = orderode.integrate(point(K, eta_J, method=method, **tolerances), "c")
            costs(found, exact, ", ".join(counts), error)


@pytest.mark.slow
def test_where_branches_meet():
    level, low, high = said(
        "steady.md",
        r"Below η_w = ([\d.]+) large weights that have not specialised \(ε_g = ([\d.]+)\) are as stable as the"
        r" specialised ones.*?They end at η_w = ([\d.]+) where they meet the plateau",
    )
    words = ["steady", str(ROOT / "experiments" / "steady_K2.toml"), "--directions", "1"]
    done = CliRunner().invoke(main, [*words, "--continue", "parameters.eta_w=0.1..0.6"])
    assert done.exit_code == 0, done.output
    where = [
        (float(x), float(e))
        for x, e in re.findall(r"branch point at eta_w = ([\d.]+), eps_g = ([\d.]+)", done.output)
    ]
    assert any(
        abs(x - number(level)) <= precision(level) and abs(e - number(low)) <= precision(low)
        for x, e in where
    )
    ends = re.findall(r"meets its mirror image at eta_w = ([\d.]+)", done.output)
    assert any(abs(float(x) - number(high)) <= precision(high) for x in ends), done.output
