"""Work arrays: sized by the parameters in use, never too small, refused where solver or machine
cannot hold one."""

import ctypes
import math
import shutil

import numpy as np
import pytest
from evaluate_system import overlaps
from flat_state import pack

from orderode import solvers
from orderode.compiler import instruction_sets
from orderode.errors import BackendError
from orderode.models.catalogue import entry
from orderode.solvers import base, batch
from orderode.solvers.base import NoWorkspace, State
from orderode.solvers.batch import evaluate_batch, integrate_batch
from orderode.solvers.c import POINTER, CBackend, Options
from orderode.solvers.layout import layout

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")

CANARY = 12345.678

#: Which arrays are in use: numbers of samples, powers of 1/P, kurtosis or none.
IN_USE = [
    (P, V, first, kurt)
    for P in (math.inf, 5)
    for V in (math.inf, 4)
    for first in (0, 1)
    for kurt in (None, 2.0)
]


def given(name, K, M, P=math.inf, V=math.inf, first=0, kurtosis=None):
    """A state and parameters of ``name``; nothing that needs nodes."""
    R, Q, T = overlaps(K, M, 3)
    e = entry(name)
    chosen = {
        "eta_J": 1.0,
        "eta_w": 2.0,
        "P": P,
        "V": V,
        "inner_steps": 1,
        "first_order": first,
        "noise": 0.3,
    }
    chosen = {x: v for x, v in chosen.items() if x in e.parameters}
    chosen |= {"T": T, "cov": np.eye(M), "mean": np.zeros(M)}
    chosen["kurtosis"] = None if kurtosis is None else np.full(M, kurtosis)
    return State(R, Q, np.zeros(K)), chosen


def size(name, K, M, **use):
    solver = CBackend(name)
    struct, keep = solver._parameters(given(name, 1, 1, **use)[1])
    del keep
    return solver._function("work_size")(K, M, ctypes.byref(struct))


# -- sizes -----------------------------------------------------------------------------------------


def test_what_is_not_in_use_takes_no_memory():
    """With infinite sets no array has more than three indices; each finite one adds what it
    needs."""
    large, queries, cumulants = (
        size("fo_anil", 40, 40, **use) for use in ({}, {"V": 9}, {"V": 9, "kurtosis": 2.0})
    )
    assert 8 * large < 3e6 and large < queries and 8 * queries < 4e6
    assert 40 * 80 * 80 * 40 < cumulants < 1.1 * 40 * 80 * 80 * 40  # <a_k a_l> over pairs of fields
    assert size("fo_anil", 40, 40, P=9, V=9) == 0  # 4.1e9 numbers in the largest array
    assert (
        size("fo_anil", 10, 10)
        < size("fo_anil", 10, 10, V=9)
        < size("fo_anil", 10, 10, P=9, V=9, first=1)
    )
    assert size("fo_anil", 10, 10, P=9, V=9, first=1) < size("fo_anil", 10, 10, P=9, V=9)


@pytest.mark.slow
def test_sizes_cannot_wrap():
    """Powers of up to six of K: as 64-bit integers they would wrap to numbers that can be had."""
    for K in (200, 2**16, 2**21, 2**31 - 1):
        assert size("fo_anil", K, K, P=9, V=9) == 0, K
    assert size("sgd", 2**31 - 1, 2**31 - 1) == 0
    library = batch._library("fo_anil", few=True, only=batch._numbered("auto"))
    structs, keep = library.parameters(given("fo_anil", 1, 1, P=9, V=9)[1], 1, 1, 1)
    data = ctypes.c_void_p(structs.ctypes.data)
    for K in (200, 2**16, 2**21, 2**31 - 1):
        assert library.function("work_size")(K, K, ctypes.c_size_t(1), data) == 0
    assert keep


@pytest.mark.parametrize(("K", "M"), [(0, 1), (1, 0), (-1, 3)])
def test_no_units_need_no_work(K, M):
    assert size("fo_anil", K, M) == 0


@pytest.mark.parametrize("name", ["fo_anil", "sgd", "pooled", "anil_relu", "fo_anil_linear"])
def test_nothing_is_written_behind_a_work_array(name):
    """Whatever is in use."""
    solver = CBackend(name)
    for use in IN_USE:
        state, chosen = given(name, 2, 3, *use)
        if solver.entry["rule"] and use[:3] == (5, 4, 0):
            chosen |= solver.rule(2, 3, 1021)
        struct, keep = solver._parameters(chosen)
        flat, by = pack(state), ctypes.byref(struct)

        def called(library, prefix, function, out, by=by, flat=flat, use=use):
            needed = getattr(library, f"{prefix}_work_size")(2, 3, by)
            work = np.full(needed + 8, CANARY)
            arrays = [x.ctypes.data_as(POINTER) for x in (flat, *out, work)]
            code = getattr(library, f"{prefix}_{function}")(2, 3, by, *arrays)
            assert (work[needed:] == CANARY).all(), (name, function, use)
            return code

        slope = np.empty(len(flat))
        assert called(solver.library, name, "rhs", [slope]) == 0, use
        assert called(solver.library, name, "eps_g", [np.empty(1)]) == 0
        assert np.isfinite(slope).all()
        # the integrator's vectors come first, so that here the arrays of the equations end where
        # the work array does
        assert integrated(solver.library, name, by, flat) == 0, use
        del keep


def integrated(library, name, by, flat):
    """A short trajectory in a work array of exactly the size asked for; its status."""
    needed = getattr(library, f"{name}_work_size")(2, 3, by)
    work, times, states = (
        np.full(needed + 64, CANARY),
        np.array([0.0, 1e-3]),
        np.empty((2, len(flat))),
    )
    options = Options(1e-3, 1e-6, 0)
    front, back = (flat,), (times, states)
    pointers = [[x.ctypes.data_as(POINTER) for x in some] for some in (front, back, (work,))]
    number = ctypes.c_size_t(len(times))
    call = getattr(library, f"{name}_integrate")
    status = call(
        2, 3, by, ctypes.byref(options), *pointers[0], number, *pointers[1], None, *pointers[2]
    )
    assert (work[needed:] == CANARY).all(), "written behind the work array"
    return status


@pytest.mark.slow
@pytest.mark.parametrize("few", [False, True])
def test_nothing_is_written_behind_the_work_array_of_vector_kernels(few):
    """Trajectories of all kinds side by side, more and fewer than the lanes of a vector."""
    library = batch._library("fo_anil", few=few)
    uses = [u for u in IN_USE if few or u[0] == math.inf]
    for count in (1, len(uses)):
        rows = [given("fo_anil", 2, 3, P, V, first, None) for P, V, first, _ in uses[:count]]
        states = State.stack([s for s, _ in rows])
        parameters = batch.stack_parameters([p for _, p in rows])
        structs, keep = library.parameters(parameters, count, 2, 3)
        data = ctypes.c_void_p(structs.ctypes.data)
        needed = library.function("work_size")(2, 3, ctypes.c_size_t(count), data)
        flat = layout(library.entry.state, 2, 3).pack(states)
        for instructions in range(len(instruction_sets())):
            work, out = np.full(needed + 8, CANARY), np.empty_like(flat)
            arrays = (x.ctypes.data_as(POINTER) for x in (flat, out, work))
            assert (
                library.function("rhs")(instructions, 2, 3, ctypes.c_size_t(count), data, *arrays)
                == 0
            )
            assert (work[needed:] == CANARY).all() and np.isfinite(out).all()
        assert keep


# -- forty units -----------------------------------------------------------------------------------


@pytest.mark.parametrize("V", [math.inf, 9.0])
def test_forty_units(V):
    """C, vector kernels and numpy at K = M = 40 with infinite support sets."""
    state, chosen = given("fo_anil", 40, 40, V=V)
    wanted = pack(solvers.load("fo_anil", "numpy").rhs(state, chosen))
    found = pack(solvers.load("fo_anil", "c").rhs(state, chosen))
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-12 * np.abs(wanted).max())
    if V == math.inf:
        one = State(*(x[None] for x in state))
        found = evaluate_batch("fo_anil", "rhs", one, chosen)[0]
        np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-12 * np.abs(wanted).max())


def test_what_is_too_large_is_refused_by_name():
    state, chosen = given("fo_anil", 40, 40, P=9, V=9)
    with pytest.raises(
        NoWorkspace, match="K = 40 and M = 40 need a work array of more than 2147483647 numbers"
    ):
        solvers.load("fo_anil", "c").rhs(state, chosen)
    one = State(*(x[None] for x in state))
    with pytest.raises(BackendError, match="K = 40 and M = 40"):
        evaluate_batch("fo_anil", "rhs", one, chosen)
    with pytest.raises(BackendError, match="K = 40 and M = 40"):
        integrate_batch("fo_anil", one, chosen, np.array([0.0, 1.0]), rtol=1e-6, atol=1e-9)


def test_where_there_is_no_memory_auto_takes_numpy_and_says_so(monkeypatch, capsys):
    """One line, once; and the numbers are numpy's."""
    state, chosen = given("fo_anil", 3, 2)

    def none(size):
        raise MemoryError

    monkeypatch.setattr(base, "_allocated", none)
    with pytest.raises(NoWorkspace, match=r"K = 3 and M = 2 need .* for which there is no memory"):
        solvers.load("fo_anil", "c").rhs(state, chosen)
    automatic = solvers.load("fo_anil")
    assert automatic.name == "c"
    found = [pack(automatic.rhs(state, chosen)) for _ in range(2)]
    assert automatic.name == "numpy"
    wanted = pack(solvers.load("fo_anil", "numpy").rhs(state, chosen))
    assert np.array_equal(found[0], wanted) and np.array_equal(found[1], wanted)
    said = capsys.readouterr().err
    assert (
        said.count("\n") == 1
        and said.startswith("orderode: fo_anil by numpy")
        and "no memory" in said
    )
