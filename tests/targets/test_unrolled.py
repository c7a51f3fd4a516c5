"""Equations at given K and M: each element has the value that the whole array has there, and nothing
is left to be summed."""

import math

import numpy as np
import pytest
from evaluate_system import Direct, overlaps, system_of
from sympy import KroneckerDelta, Sum
from sympy.tensor.indexed import Indexed

from orderode.derive.ir.limits import of_random_tasks
from orderode.derive.targets.latex.special import NotSettable, specialised
from orderode.derive.targets.latex.unrolled import Units

inf = math.inf
RATES = {"eta_J": 0.7, "eta_w": 0.4, "eta_0": 0.2, "noise": 0.3, "decay": 0.1}
CASES = {
    "the paper": ("fo_anil", "erf", {"P": inf, "V": inf, "inner_steps": 1}, 2, 2),
    "a loop": ("pooled", "linear", {"P": inf}, 2, 1),
    "few samples": ("sgd", "linear", {"V": 3}, 1, 3),
    "gains": ("dropout", "relu", {"V": inf}, 2, 2),
}


def places(system, units, name, indices):
    """Where the element is in the array: a unit of a network in an array over all fields has the
    place of its field."""
    found = []
    for index, rng in zip(indices, units.ranges[name], strict=True):
        own = len(rng.parts) > 1 and index.rng != rng
        found.append((units._place(index) if own else int(index.name)) - 1)
    return tuple(found)


@pytest.mark.parametrize("case", CASES)
def test_elements_have_the_values_of_the_arrays(case):
    model, activation, values, K, M = CASES[case]
    system = specialised(of_random_tasks(system_of(model, activation)), values)
    rng = np.random.default_rng(5)
    numbers = {"P": inf, "V": 9.0, "keep": 0.6, **RATES, **values}
    inputs = {"w0": rng.standard_normal(K), "mean": rng.standard_normal(M)}
    arrays = Direct(system, K, M, *overlaps(K, M, 3), numbers, **inputs).arrays
    units = Units(system, {"K": K, "M": M})
    known = {p.symbol: numbers.get(p.name, 1.0) for p in system.parameters}

    def value(expression):
        assert not expression.atoms(Sum, KroneckerDelta)
        at = dict(known)
        for e in expression.atoms(Indexed):
            name = e.base.name
            at[e] = float(arrays[name][places(system, units, name, e.indices)])
        for s in expression.free_symbols - set(at):
            if s.is_Symbol and np.ndim(arrays.get(s.name, [0])) == 0:
                at[s] = float(arrays[s.name])
        return float(expression.xreplace(at))

    seen = {}
    for d in system.definitions:
        if not units.written_out(d):
            continue
        for indices, expression, later in units.elements(d):
            if d.update and not later:
                continue  # the loop has gone on
            found, at = value(expression), places(system, units, d.name, indices)
            wanted = float(arrays[d.name][at])
            if not d.update:
                assert abs(found - wanted) <= 1e-12 * max(1.0, abs(wanted))
            seen.setdefault(d.name, []).append(at)
    assert len(seen["dR"]) == K * M and len(seen["dQ"]) == K * (K + 1) // 2 and "eps_g" in seen
    for number, x in units.numbers.items():
        at = places(system, units, number.base.name, number.indices)
        assert float(arrays[number.base.name][at]) == float(x)


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ({"K": 2}, "K without M: sums are written out at given M"),
        ({"K": 2, "M": 7}, "M = 7: it is an integer from 1 to 6"),
        ({"K": 1.5, "M": 2}, r"K = 1.5: it is an integer from 1 to 6"),
    ],
)
def test_refusals(sizes, words):
    with pytest.raises(NotSettable, match=f"^{words}"):
        Units(system_of("sgd", "erf"), sizes)
