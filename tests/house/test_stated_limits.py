"""Limits, sizes and tolerances that pages state, in the code that has them, and where a user meets
them."""

import tomllib

import pytest
from pages import ROOT, UP, number, said

import orderode
from orderode.certify import fluctuations, left_out, over_tasks
from orderode.cli import main
from orderode.derive.targets.stationary import SOLVER
from orderode.derive.targets.tables import approximations
from orderode.errors import OrderodeError
from orderode.problems import tables
from orderode.solvers.base import MOST_DIMENSIONS
from orderode.steady import search
from orderode.sweep import reading, steppers
from orderode.theory import fixed_point, implicit, integrate, optimise, quadrature, rare, reach


def chunk(points):
    return reading._default_chunk(points)


def default(command, option):
    (found,) = (p.default for p in main.commands[command].params if option in p.opts)
    return found


#: Page, what it says, and the same in code.
LIMITS = [
    # problem files
    ("problem-files.md", r"of degree (\d) to (\d);", (1, tables.MOST_DEGREE)),
    ("problem-files.md", r"looked at (\d+) times", (integrate.PARTS,)),
    ("problem-files.md", r"whether h\|λ\| ≥ (\d)\.", (implicit.LIMITED,)),
    (
        "problem-files.md",
        r"`\"auto\"` asks after (\d+) steps, then after twice as many",
        (reach.FEW,),
    ),
    # sweeps
    (
        "sweeps.md",
        r"written together; (\d+) to (\d+) unless given, more beyond (\d+) points",
        (chunk(1), chunk(262144), 262144),
    ),
    ("sweeps.md", r"trajectory to (10⁻\S+) of α, so that", (steppers.ROOT,)),
    ("sweeps.md", r"Where even d = ([\d,]+) has less than one", (rare.LARGEST_D,)),
    # steady states
    ("steady.md", r"Real parts below (10⁻\S) of", (search.ZERO,)),
    (
        "steady.md",
        r"along more than so many directions \((\d) unless given\)",
        (default("steady", "--directions"),),
    ),
    # schedules
    (
        "optimise.md",
        r"at a tolerance of (10⁻\S) and a step of (10⁻\S) of the bounds",
        (optimise.RTOL, optimise.STEP),
    ),
    # fixed points
    (
        "one-step.md",
        r"found on a grid from (\S+) to (\S+) and refined to (\S+) in log λ",
        (fixed_point.LEAST, fixed_point.MOST, fixed_point.WIDTH),
    ),
    (
        "one-step.md",
        r"sums on 2 × (\d) panels of (\d+) nodes",
        (SOLVER["panels"], SOLVER["order"]),
    ),
    ("one-step.md", r"trapezoidal rule with (\d+) points: exact", (SOLVER["noise_points"],)),
    ("one-step.md", r"over (\d+) times as many samples", (SOLVER["noise_points"],)),
    ("one-step.md", r"that makes either e(⁻\S+), and twelve", (-float(SOLVER["exponent"]),)),
    (
        "one-step.md",
        r"Tests find an error below (\S+) at all means",
        (float(SOLVER["grid_error"]),),
    ),
    ("one-step.md", r"Owen's T of their own, to (10⁻\S+) for", (float(SOLVER["owen_error"]),)),
    # theory
    ("theory.md", r"K⁴M² > (\d+) the path rule is judged at V = ∞", (quadrature.QUICK,)),
    ("theory.md", r"points in a problem file, K \+ M ≤ (\d+)\)", (MOST_DIMENSIONS,)),
    ("theory.md", r"C below −([\d.]+) of the largest", (-integrate.INDEFINITE,)),
    ("theory.md", r"central differences of step (10⁻\S)\.", (fluctuations.DIFFERENCE,)),
    ("theory.md", r"the error of a step \((10⁻³) of the largest", (fluctuations.RTOL,)),
    ("theory.md", r"Beyond (\d+) support and (\d+) query samples", left_out.MOST),
    ("theory.md", r"is not below (\d+ %) \(5 % of", (left_out.TOLERANCE,)),
    (
        "theory.md",
        r"halved until one errs by less than (\d %) at a quarter of its time; where it is below (\d %) at the",
        (over_tasks.SMOOTH, over_tasks.SMALL),
    ),
    (
        "batch.md",
        r"a polynomial of (\d+) terms up to \|x\| = ([\d.]+) and",
        (approximations.ARCSINE_TERMS, float(approximations.ARCSINE_NARROW)),
    ),
]


def value(stated):
    return number(stated) if "10" in stated or stated.isascii() else float(stated.translate(UP))


@pytest.mark.parametrize(
    ("page", "words", "values"), LIMITS, ids=[f"{p}-{w[:24]}" for p, w, _ in LIMITS]
)
def test_limits(page, words, values):
    assert [value(x) for x in said(page, words)] == pytest.approx(list(values), rel=1e-12, abs=0)


def test_more_points_than_a_chunk_usually_has():
    (most,) = said("sweeps.md", r"more beyond (\d+) points")
    assert reading._default_chunk(int(most) + 1) > reading._default_chunk(int(most))


def test_which_python():
    """The least of the README is that of the package."""
    (stated,) = said("README.md", r"They need python3 \(([\d.]+) or later\)")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={stated}"


def test_which_katex():
    (stated,) = said("report.md", r"whose files \(version ([\d.]+), MIT")
    assert f'version:"{stated}"' in (ROOT / "orderode/report/katex/katex.min.js").read_text(
        encoding="utf-8"
    )


TANH = {
    "model": "sgd",
    "activation": "tanh",
    "M": 7,
    "parameters": {"eta_J": 1.0, "V": 1, "nodes": 1021},
    "overlaps": {"T": [1.0] * 7, "Q": 1.0, "R": {"N": 100, "seed": 0}},
}


def test_how_many_units_a_rule_with_nodes_serves():
    (most,) = said("theory.md", r"points in a problem file, K \+ M ≤ (\d+)\)")
    orderode.right_hand_side(orderode.load_problem(TANH | {"K": int(most) - 7}))
    with pytest.raises(OrderodeError, match=f"at most {most}|up to {most}"):
        orderode.right_hand_side(orderode.load_problem(TANH | {"K": int(most) - 6}))
