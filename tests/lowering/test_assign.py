"""Shared expressions of values are named first, and nothing else changes."""

from math import isclose

import pytest
from sympy import Rational, exp, sqrt, symbols

from orderode.derive.ir.stationary import Value
from orderode.derive.lowering import assign
from orderode.derive.models import one_step
from orderode.derive.pipeline import systems_of

x, y, a = symbols("x y a")


def evaluated(values, given):
    """What assignments give, one after the other; a name that is not there yet raises."""
    known = dict(given)
    for v in values:
        numbers = {s: known[s.name] for s in v.expression.free_symbols}
        known[v.name] = float(v.expression.subs(numbers))
    return known


def test_what_two_values_share_is_named_once_and_first():
    shared = exp(x * y + 1)
    found = assign.assigned([Value("a", shared + 1, "the first"), Value("b", sqrt(shared))], "p_")
    assert [v.name for v in found] == ["p_0", "a", "b"]
    assert found[0].expression == shared and found[0].meaning == ""
    assert found[1].meaning == "the first" and not found[2].expression.has(exp)


def test_numbers_are_not_named():
    found = assign.assigned([Value("a", x * sqrt(2)), Value("b", y * sqrt(2) + sqrt(2))], "p_")
    assert [v.name for v in found] == ["a", "b"]


def test_a_part_that_reads_a_value_comes_after_it():
    """a is computed first; exp(a) is shared by what reads it."""
    values = [Value("a", x + y), Value("b", exp(a) + x), Value("c", exp(a) * y)]
    found = assign.assigned(values, "p_")
    assert [v.name for v in found] == ["a", "p_0", "b", "c"]


def test_a_value_may_read_itself_nowhere():
    values = [Value("b", a + 1), Value("a", x)]
    with pytest.raises(KeyError):
        evaluated(assign.assigned(values, "p_"), {"x": 1.0})


@pytest.mark.slow
def test_the_assignments_of_a_system_give_its_values():
    """Features of all activations that are closed, and the step, at a point: as the expressions do
    one after the other without any shared part."""
    (system,) = systems_of(one_step.MODEL)
    lowered = assign.lowered(system)
    pairs = [
        (f.features, parts)
        for f, parts in zip(system.activations, lowered.activations, strict=True)
        if f.remainder is None
    ]
    pairs.append((system.step, lowered.step))
    assert len(pairs) > 3 and any(len(parts) > len(values) for values, parts in pairs)
    compared = 0
    for values, parts in pairs:
        names = {s.name for v in values for s in v.expression.free_symbols}
        given = {n: 0.3 + 0.07 * i for i, n in enumerate(sorted(names - {v.name for v in values}))}
        plain, found = evaluated(values, given), evaluated(parts, given)
        for v in values:
            assert isclose(plain[v.name], found[v.name], rel_tol=1e-12, abs_tol=1e-14), v.name
            compared += 1
    assert compared > 10


def test_rationals_stay_exact():
    (found,) = assign.assigned([Value("a", Rational(1, 3) * x)], "p_")
    assert found.expression == x / 3
