"""What stands for what is not given: the defaults of the model in C, vector kernels, numpy and
problem files."""

import ctypes
import math
import re
import shutil

import numpy as np
import pytest
from evaluate_system import overlaps
from flat_state import pack

from orderode import load_problem, solvers
from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED, catalogue, entry
from orderode.models.data import model_data
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch
from orderode.solvers.c import CBackend
from orderode.solvers.numpy import NumpyBackend

#: Defaults do not depend on the activation; the linear one compiles in the least time.
MODELS = sorted({e.model for e in catalogue()})
needs_compiler = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")
each = pytest.mark.parametrize("model", MODELS)
#: Those whose inputs are i.i.d.: overlaps are those of all inputs.
WHOLE = [m for m in MODELS if not model_data(m).get("blocks")]
whole = pytest.mark.parametrize("model", WHOLE)


def simplest(model):
    """The linear activation, or the first that there is."""
    there = [e.activation for e in catalogue() if e.model == model]
    return "linear" if "linear" in there else there[0]


def stated(model, activation=None):
    """Parameter -> default as the model states it; infinite for numbers of samples, None where it
    has to be given."""
    values = {
        p["name"]: math.inf if p["kind"] == "samples" else p["default"]
        for p in model_data(model)["parameters"]
    }
    e = entry(model, activation or simplest(model))
    return {name: values.get(name, 0) for name in e.parameters}  # flags are 0


def test_sgd_is_saad_and_solla():
    """One teacher with a head of ones, and a learner with one too: as the model file has it."""
    data = model_data("sgd")
    assert (data["task"]["mean"], data["task"]["variance"], data["start"]["value"]) == (1, 0, 1)


@each
def test_numpy(model):
    for e in (e for e in catalogue() if e.model == model):
        for name in (e.name, *([f"{e.name}_fluctuations"] if e["diffusion"] else [])):
            module = solvers.numpy.load_module(name, GENERATED)
            found = module.Parameters._field_defaults
            assert {p: found.get(p) for p in e.parameters} == stated(model, e.activation), name
            assert all(found.get(x) is None for x in e.arrays if x != "T")
            assert ("shares" in found) is False
            assert module.HEAD_START == model_data(model)["start"]["value"]


@needs_compiler
@each
def test_c(model):
    solver = CBackend(entry(model, simplest(model)).name)
    struct = solver._struct(*[1] * len(solver.entry.parameters))
    solver._function("defaults")(ctypes.byref(struct))
    for name, value in stated(model).items():
        found = getattr(struct, name)
        assert math.isnan(found) if value is None else found == value, name
    assert not any(getattr(struct, x) for x in (*solver.entry.arrays, *solver.entry["sizes"]))
    header = (GENERATED / "c" / f"{solver.entry.name}.h").read_text(encoding="utf-8")
    (start,) = re.findall(r"_HEAD_START (\S+)", header)
    assert float(start) == model_data(model)["start"]["value"]


@pytest.mark.slow
@needs_compiler
@pytest.mark.parametrize("model", [m for m in WHOLE if "tasks" not in model_data(m)])
def test_task_moments_that_are_not_given(model):
    """The same slopes as with the model's mean and variance, in all of them; and others with a mean
    that is not its."""
    e, task = entry(model, simplest(model)), model_data(model)["task"]
    R, Q, T = overlaps(2, 3, 5)
    state = State(R, Q, np.array([0.3, -0.2]))
    chosen = {p: 1.0 for p in e.parameters if stated(model)[p] is None} | {"T": T, "V": 7.0}
    moments = {"mean": np.full(3, float(task["mean"])), "cov": task["variance"] * np.eye(3)}
    others = moments | {"mean": moments["mean"] + 0.5}
    one = State(*(x[None] for x in state))
    calls = [
        lambda p, s=solver: pack(s.rhs(state, p))
        for solver in (CBackend(e.name), NumpyBackend(e.name))
    ]
    for slopes in (*calls, lambda p: evaluate_batch(e.name, "rhs", one, p)[0]):
        assert np.array_equal(slopes(chosen), slopes(chosen | moments))
        assert np.abs(slopes(chosen) - slopes(chosen | others)).max() > 1e-3


@needs_compiler
@whole
def test_what_has_no_default_has_to_be_given(model):
    e = entry(model, simplest(model))
    needed = [p for p, value in stated(model).items() if value is None]
    assert "eta_J" in needed
    given = {p: 1.0 for p in needed} | {"T": np.eye(1)}
    heads = {x.name: np.zeros(1) for x in e.state[2:]}
    state = State(np.array([[0.1]]), np.eye(1), **heads)
    for missing in needed:
        fewer = {p: v for p, v in given.items() if p != missing}
        for backend in ("c", "numpy"):
            with pytest.raises(BackendError, match=f"{missing} is not given, and has no default"):
                solvers.load(e.name, backend).rhs(state, fewer)


@each
def test_problem_files(model):
    """The smallest problem there is: tasks, head start and rates are the model's."""
    data = model_data(model)
    values = {
        p["name"]: 1 if p["kind"] == "rate" else math.inf
        for p in data["parameters"]
        if p["default"] is None
    }
    size = {data["learner"]["field"]: 2, data["teacher"]["field"]: 3}
    vectors = [v for v in data.get("vectors", ()) if v["default"] is None]
    given = values | {v["name"]: size[v["network"]] * [1.0] for v in vectors}
    given |= {"shares": 2} if data.get("blocks") else {}
    table = {"model": model, "activation": simplest(model), "K": 2, "M": 3, "parameters": given}
    problem = load_problem(
        table | {"overlaps": {"T": [1, 1, 1], "Q": 1, "R": {"scale": 0.1, "seed": 0}}}
    )
    assert np.array_equal(problem.tasks.mean, np.full(3, data["task"]["mean"]))
    assert np.array_equal(problem.tasks.cov, data["task"]["variance"] * np.eye(3))
    assert np.array_equal(problem.w0, np.full(2, data["start"]["value"]))
    there = {
        name: value
        for name, value in stated(model).items()
        if name in problem.parameters and name not in values
    }
    decay = {"decay"} if data["outer"]["decay"] else set()
    assert decay | ({"noise"} if data["noise"] else set()) <= set(there)
    assert {name: problem.parameters[name] for name in there} == there
