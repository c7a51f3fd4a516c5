"""One fault, one name: what the backends say of the same argument, and of the same end of a
trajectory."""

import math
import re
import shutil

import numpy as np
import pytest
from flat_state import pack

from orderode import solvers
from orderode.errors import BackendError
from orderode.solvers.base import State
from orderode.solvers.batch import integrate_batch

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")

GIVEN = {"eta_J": 1.0, "eta_w": 1.0, "P": math.inf, "V": math.inf, "inner_steps": 1, "T": np.eye(1)}
START = State(np.array([[0.1]]), np.eye(1), np.zeros(1))
TIMES = np.linspace(0.0, 20.0, 5)

FAULTS = {
    "eta_J is negative or not finite": {"eta_J": -1.0},
    "eta_w is negative or not finite": {"eta_w": math.inf},
    "noise is negative or not finite": {"noise": math.nan},
    "P is not at least 1": {"P": 0.0},
    "V is not at least 1": {"V": math.nan},
    "inner_steps is not at least 1": {"inner_steps": 0},
    "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf": {
        "P": 3.0,
        "inner_steps": 2,
    },
    "mean has an element that is not finite": {"mean": np.array([math.nan])},
    "cov has an element that is not finite": {"cov": np.array([[math.inf]])},
}


@pytest.mark.parametrize("words", FAULTS)
def test_arguments(words):
    """C and numpy refuse with the same words, and vector kernels give them as the status of the
    trajectory."""
    chosen = GIVEN | FAULTS[words]
    for backend in ("c", "numpy"):
        with pytest.raises(BackendError) as found:
            solvers.load("fo_anil", backend).rhs(START, chosen)
        assert str(found.value) == f"backend {backend}: {words}"
    one = State(*(x[None] for x in START))
    assert integrate_batch("fo_anil", one, chosen, TIMES, rtol=1e-6, atol=1e-9).status == (words,)


def test_missing_nodes():
    """Of a finite support set with a head, whatever is asked for."""
    chosen = GIVEN | {"P": 5.0, "V": 5.0}
    start = State(START.R, START.Q, np.ones(1))
    moved = np.eye(len(pack(start)))
    for name in ("c", "numpy"):
        backend = solvers.load("fo_anil", name)
        asked = (
            lambda b: b.rhs(start, chosen),
            lambda b: b.integrate(start, chosen, TIMES, rtol=1e-6, atol=1e-9),
            lambda b: b.diffusion(start, chosen),
            lambda b: b.tangents(start, moved, chosen),
        )
        for ask in asked:
            with pytest.raises(BackendError) as found:
                ask(backend)
            # the covariance of a step needs them at infinite V, too, which only numpy says apart
            words = "nodes and weights are missing: finite P (and V need|needs) them"
            assert re.fullmatch(f"backend {name}: {words}", str(found.value))


#: What ends a trajectory: model, what is changed, and the most steps.
ENDS = {
    "negative norm": ("fo_anil", {"Q": [[-0.1]], "R": [[0.0]], "eta_J": 0.01}, 0),
    "domain": ("fo_anil", {"R": [[5.0]]}, 0),
    "non-finite": ("sgd_linear", {"eta_J": 30.0, "V": 1.0}, 0),
    "step limit": ("fo_anil", {}, 2),
    "ok": ("fo_anil", {}, 0),
}


@pytest.mark.parametrize("status", ENDS)
def test_trajectories(status):
    model, changes, steps = ENDS[status]
    changes = dict(changes)
    start = State(
        np.array(changes.pop("R", START.R)),
        np.array(changes.pop("Q", START.Q)),
        np.ones(1) * (model != "fo_anil"),
    )
    chosen = {
        k: v
        for k, v in (GIVEN | changes).items()
        if k not in ("eta_w", "P", "inner_steps") or model == "fo_anil"
    }
    options = {"rtol": 1e-6, "atol": 1e-9, "max_steps": steps}
    words = [
        solvers.load(model, b).integrate(start, chosen, TIMES, **options).status
        for b in ("c", "numpy")
    ]
    words += integrate_batch(
        model, State(*(x[None] for x in start)), chosen, TIMES, **options
    ).status
    assert words == [status] * 3


def test_steps_as_small_as_rounding(monkeypatch):
    """Not the limit of steps: no step meets a tolerance of nothing, nor a slope that jumps."""
    times, options = np.array([1.0, 2.0]), {"rtol": 0.0, "atol": 1e-300}
    found = solvers.load("fo_anil", "c").integrate(START, GIVEN, times, **options)
    one = State(*(x[None] for x in START))
    batch = integrate_batch("fo_anil", one, GIVEN, times, **options)
    assert (found.status, *batch.status) == ("step size", "step size")
    numpy, rng = solvers.load("fo_anil", "numpy"), np.random.default_rng(0)

    def jumps(*given):
        return tuple(1e9 * rng.standard_normal(np.shape(x)) for x in given[:3])

    monkeypatch.setattr(numpy.module, "rhs", jumps)
    found = numpy.integrate(START, GIVEN, times, rtol=1e-8, atol=1e-12)
    assert found.status == "step size" and found.alpha == 1.0
