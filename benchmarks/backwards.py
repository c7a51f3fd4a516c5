"""What a function costs backwards: processor time of one row of factors, in right-hand sides.

python benchmarks/backwards.py [c | numpy]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))
from any_arrays import given

from orderode import solvers
from orderode.models.catalogue import entry
from orderode.solvers.base import State
from orderode.solvers.layout import layout

CASES = [
    ("sgd", ()),
    ("sgd", ("V",)),
    ("sgd_relu", ("V",)),
    ("fo_anil", ()),
    ("fo_anil", ("P", "V")),
    ("structured_sgd", ("V",)),
    ("sgd_tanh", ("V",)),
]
LEAST = 0.3  # processor seconds of a measurement


def seconds(call: Callable[[], object]) -> float:
    """Of one call, the least of three measurements."""
    call()
    found = []
    for _ in range(3):
        count, start = 0, time.process_time()
        while time.process_time() - start < LEAST:
            call()
            count += 1
        found.append((time.process_time() - start) / count)
    return min(found)


def measured(name: str, finite: tuple[str, ...], K: int = 4, M: int = 4) -> str:
    """A line on one system."""
    state, T, values = given(name, finite, 1, K, M, batch=1)
    chosen = {**values, "T": T[..., 0]}
    one = State.of([x.name for x in entry(name).state], [x[..., 0] for x in state])
    solver, e = solvers.load(name, sys.argv[1] if sys.argv[1:] else "c"), entry(name)
    size = layout(e.state, K, M, *([2] if "blocks" in e.state[0].shape else [])).size
    factors = np.random.default_rng(0).normal(size=(11, size))
    ahead = seconds(lambda: solver.rhs(one, chosen))
    once = seconds(lambda: solver.backwards("rhs", one, factors[:1], chosen))
    many = seconds(lambda: solver.backwards("rhs", one, factors, chosen))
    case = f"{name} at finite {', '.join(finite) or 'nothing'}"
    return (
        f"{case:<36} rhs {1e6 * ahead:8.1f} us; backwards {once / ahead:5.2f} of it, each further"
        f" row {(many - once) / 10 / ahead:5.2f}"
    )


if __name__ == "__main__":
    for name, finite in CASES:
        print(measured(name, finite))
