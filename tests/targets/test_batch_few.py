"""The vector kernels for finite support sets: equations, bits, refusals, and the sweeps that use
them."""

import math
import shutil

import numpy as np
import pytest
from flat_state import pack
from generated_c import shared_library
from test_batch import FLAGS, SOURCES, WARNINGS, one, random_problem, run, same, taken

import orderode.sweep
from orderode.compiler import INSTRUCTIONS, instruction_sets
from orderode.errors import BackendError
from orderode.models.catalogue import catalogue, entry
from orderode.solvers import batch, load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch, integrate_batch
from orderode.solvers.c import POINTER
from orderode.solvers.layout import layout
from orderode.solvers.numpy import NumpyBackend
from orderode.sweep.compute import nodes_needed
from orderode.sweep.steppers import choose

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")

FEW = [e for e in catalogue() if e["few_batch"]]
NODES = "nodes and weights are missing: finite P and V need them"
STEPS = "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf"


def few_problem(n, K, M, seed, needless):
    """States and parameters, all different: P and V finite and infinite, all powers of 1/P and the
    first, side by side; nothing that needs nodes where that matters, or, where they always do
    (``needless`` False), nowhere all powers at finite P and V; everything everywhere where the
    equations have no rule (None)."""
    states, parameters = random_problem(n, K, M, seed)
    t = np.arange(n)
    parameters["anchor"] = 0.1 + 0.05 * t  # of the systems that have one
    parameters["P"] = np.array([3.0, 50.0, 1.0])[t % 3]
    parameters["V"] = np.where(t % 5 == 0, np.inf, 7.0)
    parameters["inner_steps"] = np.ones(n, dtype=int)
    parameters["first_order"] = (t % 4 == 1).astype(int)
    powers = np.isfinite(parameters["V"]) & (parameters["first_order"] == 0)
    if needless is None:
        return states, parameters
    if needless:
        parameters["eta_0"][powers], parameters["mean"][powers], states.w0[powers] = 0.0, 0.0, 0.0
    else:
        parameters["first_order"][powers] = 1
    return states, parameters


@pytest.fixture(scope="module")
def compiled():
    """The library of each system's kernels, without optimisation and with every warning an
    error."""
    return lambda name: shared_library(SOURCES / f"{name}_few_batch.c", "-O0", *FLAGS, *WARNINGS)


@pytest.fixture
def kernels(compiled, monkeypatch):
    """The kernels of a system, in place of those that the runner would compile."""

    def use(name):
        monkeypatch.setattr(batch, "build", lambda *_, **__: compiled(name))
        library = batch._Library(entry(name), None, few=True)
        monkeypatch.setattr(batch, "_library", lambda *_, **__: library)
        return library

    return use


# -- the equations ---------------------------------------------------------------------------------


def test_the_systems_with_kernels_are_those_with_equations():
    derived = {
        e.name
        for e in catalogue()
        if not e["without_batch"] and e.status("P", 5) != "refused" and "P" in e.parameters
    }
    assert {e.name for e in FEW} == derived and len(FEW) >= 4


@pytest.mark.slow
@pytest.mark.parametrize("e", FEW, ids=lambda e: e.name)
def test_kernels_compute_what_numpy_computes(e, kernels):
    """K up to 5: four different students, and rests of loops that go three by three.  The numpy
    module is lowered without the rewrites of the kernels, so this judges them too.  Rounding: about
    10^3 operations per element."""
    kernels(e.name)
    reference = NumpyBackend(e.name)
    for K, M, n in ((1, 1, 9), (2, 3, 9), (3, 2, 13), (5, 2, 6)):
        states, parameters = few_problem(
            n, K, M, 10 * K + M, bool(e["needless"]) if e["rule"] else None
        )
        for function in ("rhs", *e.outputs):
            expected = []
            for t in range(n):
                state, chosen = one(states, parameters, t)
                value = reference.rhs(state, chosen) if function == "rhs" else None
                expected.append(
                    reference.observable(function, state, chosen) if value is None else pack(value)
                )
            expected = np.array(expected)
            assert np.isfinite(expected).all()
            for name in instruction_sets():
                found = evaluate_batch(e.name, function, states, parameters, name)
                assert abs(found - expected).max() <= 1e-13 * abs(expected).max(), (
                    K,
                    M,
                    function,
                    name,
                )


def test_at_infinite_support_sets_they_are_the_other_kernels(kernels):
    """Same values but for rounding, where both hold."""
    states, parameters = random_problem(9, 3, 2, seed=4)
    whole = evaluate_batch("fo_anil", "rhs", states, parameters)
    kernels("fo_anil")
    found = evaluate_batch("fo_anil", "rhs", states, parameters | {"P": np.full(9, np.inf)})
    assert abs(found - whole).max() <= 1e-13 * abs(whole).max()


# -- trajectories ----------------------------------------------------------------------------------


TIMES = np.linspace(0.0, 4.0, 3)


def trajectories(n):
    """FO-ANIL with few shots, P and V from 3 upwards, each trajectory with rates of its own."""
    g = np.random.default_rng(1)
    states = State(
        0.1 * g.standard_normal((n, 2, 2)),
        np.broadcast_to(0.5 * np.eye(2), (n, 2, 2)),
        np.zeros((n, 2)),
    )
    sizes = {"P": 3.0 + np.arange(n), "V": np.where(np.arange(n) % 4 == 3, np.inf, 5.0)}
    rates = {"eta_J": np.linspace(2.0, 4.0, n), "eta_w": np.linspace(1.0, 0.5, n)}
    return states, {**sizes, **rates, "inner_steps": 1, "T": np.diag([1.0, 2.0])}


def integrated(states, parameters, **more):
    return integrate_batch(
        "fo_anil", states, parameters, TIMES, rtol=1e-6, atol=1e-9, level=0.39, **more
    )


def test_trajectories_are_those_of_the_scalar_integrator(kernels):
    """The same steps: only rounding differs."""
    kernels("fo_anil")
    states, parameters = trajectories(7)
    found = integrated(states, parameters)
    scalar = load("fo_anil", "c")
    for t in range(7):
        chosen = {name: x[t] if np.ndim(x) == 1 else x for name, x in parameters.items()}
        expected = scalar.integrate(
            State(*(x[t] for x in states)), chosen, TIMES, rtol=1e-6, atol=1e-9
        )
        assert found.status[t] == expected.status == "ok"
        assert 1 + 6 * (found.accepted[t] + found.rejected[t]) == expected.evaluations
        np.testing.assert_allclose(found.Q[t], expected.Q[-1], rtol=0, atol=1e-11)
        np.testing.assert_allclose(found.R[t], expected.R[-1], rtol=0, atol=1e-11)
    assert np.isfinite(found.crossing).any()


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_bits_depend_on_nothing_else(kernels, instructions):
    """Neither on order, nor on the number of trajectories beside, nor on threads, nor on where P is
    infinite."""
    library = kernels("fo_anil")
    if not library.function("has")(INSTRUCTIONS.index(instructions)):
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = trajectories(10)
    whole = integrated(states, parameters, instructions=instructions)
    order = np.random.default_rng(0).permutation(10)
    same(integrated(*taken(states, parameters, order), instructions=instructions), whole, order)
    for places in ([4], [9, 3], [1, 5, 7]):
        same(
            integrated(*taken(states, parameters, places), instructions=instructions),
            whole,
            np.array(places),
        )
    same(integrated(states, parameters, instructions=instructions, threads=3), whole)


def test_finite_and_infinite_support_sets_in_one_call():
    """Each trajectory has the bits of the kernels that it would have alone."""
    states, parameters = trajectories(7)
    P = parameters["P"].copy()
    P[[1, 4, 5]] = np.inf
    found = integrated(states, parameters | {"P": P})
    for places in (np.array([0, 2, 3, 6]), np.array([1, 4, 5])):
        same(integrated(*taken(states, parameters | {"P": P}, places)), found, places)
        for function in ("rhs", "eps_g"):
            mixed = evaluate_batch("fo_anil", function, states, parameters | {"P": P})
            alone = evaluate_batch(
                "fo_anil", function, *taken(states, parameters | {"P": P}, places)
            )
            assert mixed[places].tobytes() == alone.tobytes()
    assert set(found.status) == {"ok"}


# -- what they refuse ------------------------------------------------------------------------------


REFUSED = {
    "a head start": {"w0": 0.1},
    "a head that moves": {"eta_0": 0.1},
    "a mean": {"mean": np.array([0.1, 0.0])},
    "correlated tasks": {"cov": np.array([[1.0, 0.1], [0.1, 1.0]])},
    "two inner steps": {"inner_steps": 2},
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("powers", ["all", "first"])
def test_what_needs_nodes_is_a_status(kernels, what, powers):
    """With all powers of 1/P the nodes of a rule would be needed; with the first only, none; two
    steps never hold."""
    kernels("fo_anil")
    states, parameters = trajectories(2)
    change = dict(REFUSED[what])
    states.w0[:] = change.pop("w0", 0.0)
    given = parameters | {"V": 5.0, "first_order": int(powers == "first")} | change
    refused = powers == "all" or what == "two inner steps"
    assert np.isnan(evaluate_batch("fo_anil", "rhs", states, given)).all() == refused
    found = integrated(states, given)
    why = STEPS if what == "two inner steps" else NODES
    assert found.status == (why if refused else "ok",) * 2
    assert (
        integrated(states, parameters | {"V": 5.0}).status
        == (NODES if what == "a head start" else "ok",) * 2
    )


def test_linear_activation_needs_nodes_with_all_powers(kernels):
    kernels("fo_anil_linear")
    states, parameters = trajectories(2)
    for V, first_order, refused in ((5.0, 0, True), (5.0, 1, False), (np.inf, 0, False)):
        given = parameters | {"V": V, "first_order": first_order}
        assert np.isnan(evaluate_batch("fo_anil_linear", "rhs", states, given)).all() == refused


# -- sweeps ----------------------------------------------------------------------------------------


SWEEP = """
[problem]
model = "fo_anil"
activation = "erf"
K = 2
M = 2
[problem.parameters]
eta_J = 1.0
eta_w = 1.0
P = 10
V = 10
{parameters}
[problem.overlaps]
T = [1.0, 2.0]
Q = 0.5
R = {{ scale = 0.1, seed = 1 }}
[problem.run]
alpha_end = 1.0
points = 5
{tasks}
[axes.parameters]
P = [5, 20, inf]
eta_J = [0.5, 1.0]
{axes}
[outputs]
eps_g_at = [1.0]
"""


@pytest.fixture
def read(tmp_path):
    def made(parameters="", tasks="", axes=""):
        file = tmp_path / "sweep.toml"
        file.write_text(
            SWEEP.format(parameters=parameters, tasks=tasks, axes=axes), encoding="utf-8"
        )
        return orderode.sweep.read_sweep(file)

    return made


MEAN = "[problem.tasks]\nmean = [0.1, 0.0]"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, False),
        ({"parameters": "eta_0 = 0.1"}, True),
        ({"axes": "eta_0 = [0.0, 0.1]"}, True),
        ({"tasks": MEAN}, True),
        ({"tasks": MEAN, "parameters": 'closure = "1/P"'}, False),
        ({"tasks": MEAN, "axes": 'closure = ["1/P", "exact"]'}, True),
        ({"tasks": MEAN, "axes": "V = [inf]"}, False),
        ({"tasks": MEAN, "axes": "V = [inf, 10]"}, True),
    ],
)
def test_sweeps_know_whether_a_point_needs_nodes(read, parts, expected):
    assert nodes_needed(read(**parts)) == expected


@pytest.mark.slow
def test_a_sweep_over_few_shots(read, tmp_path, monkeypatch):
    """Batch kernels by themselves where they serve all points; points as they are one by one."""
    assert (
        choose("fo_anil", "auto", few=True)
        == choose("fo_anil", "auto")
        == f"batch {instruction_sets()[0]}"
    )
    assert (
        choose("fo_anil", "auto", few=True, nodes=True) == choose("anil", "auto", few=True) == "c"
    )
    with pytest.raises(BackendError, match="nodes of a rule"):
        choose("fo_anil", "batch", few=True, nodes=True)
    found, one_by_one = (
        orderode.sweep.run(read(), tmp_path / kernels, kernels=kernels, progress=False)
        for kernels in ("auto", "c")
    )
    assert (found["status"] == "ok").all()
    np.testing.assert_allclose(found["eps_g"], one_by_one["eps_g"], rtol=1e-9)
    assert len(np.unique(found["eps_g"])) == 6 and math.isfinite(found["eps_g"].sum())


# -- the C by its contract -------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("compiler", ["gcc", "g++"])
def test_compiles_without_a_warning_beside_the_others(compiler, tmp_path):
    """Beside the kernels for infinite support sets and the scalar solver in one binary."""
    if not shutil.which(compiler):
        pytest.skip(f"{compiler} not found")
    language = ("-std=c99",) if compiler == "gcc" else ("-x", "c++")
    objects = []
    for stem in ("pooled", "pooled_batch", "pooled_few_batch"):
        objects.append(tmp_path / f"{stem}.o")
        run(compiler, *language, "-O0", *WARNINGS, "-c", SOURCES / f"{stem}.c", "-o", objects[-1])
    run("gcc", "-r", *objects, "-o", tmp_path / "all.o")
    if compiler == "gcc" and shutil.which("nm"):
        table = [line.split()[-2:] for line in run("nm", objects[-1]).splitlines()]
        defined = {name for kind, name in table if kind.isupper() and kind != "U"}
        promised = ("has", "work_size", "rhs", "eps_g", "eps_g_adapted")
        promised += ("check", "integrate", "strerror")
        assert defined == {f"pooled_few_batch_{name}" for name in promised}
        assert not {kind for kind, _ in table} & set("BbDdCGgSs"), "writable data: not thread-safe"


def test_work_array_is_as_large_as_promised(kernels):
    """Nothing is written behind it."""
    library = kernels("fo_anil")
    for K, M in ((1, 1), (3, 2)):
        states, parameters = few_problem(9, K, M, 3, True)
        structs, keep = library.parameters(parameters, 9, K, M)
        flat = layout(library.entry.state, *states.R.shape[1:]).pack(states)
        result = np.empty_like(flat)
        size = library.function("work_size")(K, M, 9, structs.ctypes.data_as(POINTER))
        for instructions in range(len(instruction_sets())):
            work = np.full(size + 16, 12345.678)
            arrays = (x.ctypes.data_as(POINTER) for x in (flat, result, work))
            code = library.function("rhs")(
                instructions, K, M, 9, structs.ctypes.data_as(POINTER), *arrays
            )
            assert code == 0 and np.isfinite(result).all()
            assert (work[size:] == 12345.678).all()
        assert keep
