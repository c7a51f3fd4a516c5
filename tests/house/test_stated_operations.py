"""Numbers of operations that pages state, counted anew."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from evaluate_system import fo_anil_system
from pages import module, number, precision, said, tables
from sympy import S, Sum, asin

from orderode.derive.drivers import route_of
from orderode.derive.gaussian.activations import ACTIVATIONS, USUAL
from orderode.derive.ir.limits import at_infinity, without_rule
from orderode.derive.lowering import counts
from orderode.derive.lowering.loops.nests import nested
from orderode.derive.lowering.lower import lower
from orderode.derive.lowering.passes import REWRITES
from orderode.derive.lowering.passes import USUAL as PASS_OF_USUAL
from orderode.derive.models import activations
from orderode.derive.pipeline import ALGORITHMS

UNITS = {"K": 3, "M": 3}


@pytest.mark.slow
@pytest.mark.parametrize("finite", [False, True], ids=["infinite", "finite"])
def test_what_rewrites_are_worth(finite):
    """The two tables of batch.md: each row is what is left after the last rewrite that it names."""
    header = "| after | additions | multiplications | roots | arcsines |"
    K, off = (3, ("kurtosis",)) if finite else (9, ("V", "kurtosis"))
    system = without_rule(fo_anil_system()) if finite else at_infinity(fo_anil_system(), "P")
    sizes = {"K": K, "M": K} | {c.rng.parts[0]: len(c.values) for c in system.constants}
    for label, *cells in tables("batch.md", header)[finite]:
        last = label.split(", ")[-1]
        done = REWRITES[: REWRITES.index(last) + 1] if last in REWRITES else ()
        left = tuple(x for x in (*REWRITES, PASS_OF_USUAL) if x not in done)
        function = lower(system, fuse=True, without=left).functions[0]
        plain = label == "as derived"
        found = (
            counts._plain(function, sizes, off)
            if plain
            else counts.count(nested(function), sizes, off)
        )
        kinds = ("add", "multiply", "root", "arcsine")
        assert [int(x) for x in cells] == [found[kind] for kind in kinds], label


@cache
def arcsines():
    """Of a slope at few shots, by the array that they are computed for."""
    system = without_rule(fo_anil_system())
    sizes = UNITS | {c.rng.parts[0]: len(c.values) for c in system.constants}
    found = Counter()
    for section in nested(lower(system, fuse=True).functions[0]):
        for nest in section.nests:
            one = counts.count((replace(section, nests=(nest,)),), sizes, ("kurtosis",))
            found[nest[0].target.name] += one["arcsine"]
    return found


@pytest.mark.slow
def test_arcsines_at_few_shots():
    """Of theory.md and benchmarks.md: those of tables, with three squares (g^2 is h), and those of
    four different activations along a path, which are functions of their own."""
    whole = sum(arcsines().values())
    apart, paths, each, squares = said(
        "benchmarks.md",
        r"A slope at K = M = 3 takes (\d+) arcsines and (\d+) averages along the path of (\d+), where"
        r" it took 16,100 and 36 of 72; (\d+) of the arcsines are in averages with squares of three",
    )
    assert whole == number(apart)
    three = sum(found for name, found in arcsines().items() if name.startswith("I_hhh"))
    assert three == number(squares)
    system = without_rule(fo_anil_system())
    sizes = UNITS | {c.rng.parts[0]: len(c.values) for c in system.constants}
    found = counts.count(nested(lower(system, fuse=True).functions[0]), sizes, ("kurtosis",))
    (kernel,) = system.kernels
    (total,) = kernel.expression.atoms(Sum)
    along = len(total.function.atoms(asin)) * sizes["n_path"]
    alone = len(kernel.expression.xreplace({total: S.Zero}).atoms(asin))
    assert found["average"] == number(paths) and along + alone == number(each)
    (stated,) = said("theory.md", r"A slope at K = M = 3 takes ([\d,]+) arcsines; without the path")
    both = whole + found["average"] * (along + alone)
    assert both == pytest.approx(number(stated), abs=precision(stated))


def operations(name):
    """As benchmarks/derivations.py counts them, with the first activation of a model; arcsines too."""
    model = ALGORITHMS[name]
    activation = ACTIVATIONS[(activations(name) or USUAL)[0]]
    (system,) = route_of(model).derive(model, activation)
    return module("benchmarks/derivations.py").operations(system)


ROWS = tables("benchmarks.md", "| | derived | lowered | operations |")[0]
QUICK = ("continual", "hebb", "logistic", "perceptron")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(r, id=r[0], marks=() if r[0] in QUICK else pytest.mark.slow)
        for r in ROWS
        if "tanh" not in r[0]
    ],
)
def test_operations_of_every_model(row):
    assert str(operations(row[0])) == row[-1]


def test_every_model_has_a_row():
    assert {row[0].partition("`")[0] for row in ROWS} == set(ALGORITHMS)


def test_arcsines_of_sgd():
    (stated,) = said("batch.md", r"there are (\d+) in a right-hand side of `sgd` at K = M = 3")
    (system,) = route_of(ALGORITHMS["sgd"]).derive(ALGORITHMS["sgd"], ACTIVATIONS["erf"])
    found = counts.count(nested(lower(system, fuse=True).functions[0]), UNITS, ("kurtosis",))
    assert found["arcsine"] == number(stated)
