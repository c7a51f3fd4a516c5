"""Numbers of operations that pages state, counted anew."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement

import pytest
from evaluate_system import fo_anil_system
from pages import module, number, precision, said, tables

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
    """Of theory.md and benchmarks.md: in all, with three squares (g^2 is h), and of four activations
    along a path."""
    whole = sum(arcsines().values())
    (stated,) = said("theory.md", r"it is a part of: ([\d,]+) arcsines for a slope at K = M = 3")
    assert whole == pytest.approx(number(stated), abs=precision(stated))
    again, squares, path, share = said(
        "benchmarks.md",
        r"Of the ([\d,]+) arcsines of a slope at K = M = 3, (\d+) are in averages with three squares"
        r" and (\d+) in ⟨gggg⟩ along the path, (\d+ %) of these where a unit is repeated",
    )
    assert again == stated
    three = sum(found for name, found in arcsines().items() if name.startswith("I_hhh"))
    assert three == pytest.approx(number(squares), abs=precision(squares))
    four = arcsines()["I_g0g0g0g0"]
    assert four == pytest.approx(number(path), abs=precision(path))
    groups = [g for g in combinations_with_replacement(range(6), 4) if sum(x < 3 for x in g) > 1]
    repeated = sum(len(set(g)) < 4 for g in groups) / len(groups)
    assert four % len(groups) == 0 and repeated == pytest.approx(number(share), abs=0.005)


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
