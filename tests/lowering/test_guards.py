"""What is left out for an infinite number of samples takes nothing else with it."""

import pytest
from evaluate_system import system_of
from sympy import IndexedBase, Symbol

from orderode.derive.ir.roles import Role
from orderode.derive.ir.system import Definition, Index, Piece, Range
from orderode.derive.lowering.guards import guards_of

UNITS = Range("lambda", ("K",))
c = Symbol("c")


def slopes(expression):
    """b_k, t_k/V = e_k, and a slope of both."""
    system = system_of("sgd", "erf")
    (V,) = (p.symbol for p in system.parameters if p.name == "V")
    k = Index("k", UNITS)
    b, e, t = (IndexedBase(x)[k] for x in "bet")
    made = [
        Definition("b", Role.AVERAGE, "", (UNITS,), (Piece((k,), Symbol("g")),)),
        Definition("t", Role.AVERAGE, "", (UNITS,), (Piece((k,), Symbol("h")),)),
        Definition("e", Role.SHARED, "", (UNITS,), (Piece((k,), t / V),)),
        Definition("dR", Role.OUTPUT, "", (UNITS,), (Piece((k,), expression(b, e)),)),
    ]
    return tuple(made), system


def test_terms_are_left_out_one_by_one():
    """c b_k + c t_k/V: t and e serve finite V alone, b is always needed."""
    found = guards_of(*slopes(lambda b, e: c * b + c * e))
    assert found == {"b": frozenset(), "t": {"V"}, "e": {"V"}, "dR": frozenset()}


@pytest.mark.parametrize("expression", [lambda b, e: c * (b + e), lambda b, e: (b + e) ** 2])
def test_brackets_that_vanish_in_part_are_refused(expression):
    """c (b_k + t_k/V) is no term that vanishes for infinite V, though it reads what does."""
    with pytest.raises(ValueError, match=r"vanishes in part with V; .* has to be expanded"):
        guards_of(*slopes(expression))


def test_brackets_that_vanish_whole_are_left_out():
    """c b_k + (1 + c) t_k/V, and b_k (1 + c)"""
    found = guards_of(*slopes(lambda b, e: b + (1 + c) * e))
    assert found["e"] == {"V"} and found["b"] == frozenset()
