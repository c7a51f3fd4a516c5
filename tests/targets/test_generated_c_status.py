"""The emitted C by its contract: status codes for whatever it is given, and memory as promised."""

import ctypes

import numpy as np
import pytest
from evaluate_system import overlaps
from generated_c import (
    CANARY,
    OK,
    START,
    STATUS,
    TEACHER,
    Options,
    Params,
    params,
    pointer,
    state,
)

from orderode.solvers import batch


def test_every_code_of_the_header_has_a_text_of_its_own(solver):
    texts = {solver.strerror(code) for code in [*STATUS.values(), -1, 99]}
    assert len(texts) == len(STATUS) + 1, "one text per code, one for all others"
    assert solver.strerror(OK) == b"ok"
    for name, code in STATUS.items():
        if name.startswith("BAD_"):
            assert solver.strerror(code).decode().startswith(name.removeprefix("BAD_") + " "), (
                "the argument's name"
            )


#: What is wrong, and its code: no two faults of different arguments have the same.
BAD = {
    "K = 0": (dict(K=0), "BAD_K"),
    "K < 0": (dict(K=-3), "BAD_K"),
    "M = 0": (dict(M=0), "BAD_M"),
    "eta_J < 0": (dict(eta_J=-1.0), "BAD_eta_J"),
    "eta_w < 0": (dict(eta_w=-1e-300), "BAD_eta_w"),
    "eta_J = NaN": (dict(eta_J=np.nan), "BAD_eta_J"),
    "eta_w = inf": (dict(eta_w=np.inf), "BAD_eta_w"),
    "noise < 0": (dict(noise=-1.0), "BAD_noise"),
    "V < 1": (dict(V=0.5), "BAD_V"),
    "V < 0": (dict(V=-10.0), "BAD_V"),
    "V = NaN": (dict(V=np.nan), "BAD_V"),
    "P = 0": (dict(P=0.0), "BAD_P"),
    "no inner step": (dict(inner_steps=0), "BAD_inner_steps"),
    "two inner steps at finite P": (dict(inner_steps=2, P=5.0), "SEVERAL_inner_steps"),
    "T NaN": (dict(T=[[np.nan]]), "BAD_T"),
    "T inf": (dict(T=[[np.inf]]), "BAD_T"),
    "mean NaN": (dict(mean=[np.nan]), "BAD_mean"),
    "cov inf": (dict(cov=[[np.inf]]), "BAD_cov"),
    "kurtosis NaN": (dict(kurtosis=[np.nan]), "BAD_kurtosis"),
    "nodes missing": (dict(P=5.0, V=5.0, mean=[1.0]), "NODES"),
    "too many units": (dict(K=300, P=5.0), "TOO_LARGE"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_arguments(solver, what):
    changes, name = BAD[what]
    given = dict(K=1, M=1, T=[[1.0]]) | changes
    K, M = given.pop("K"), given.pop("M")
    arrays = {x: np.array(given.pop(x)) for x in ("mean", "cov", "kurtosis") if x in given}
    more = {x: given.pop(x) for x in ("P", "noise", "inner_steps") if x in given}
    p, y = params(**given), np.array([0.1, 0.5, 0.0])
    for x, value in more.items():
        setattr(p, x, value)
    for x, array in arrays.items():
        setattr(p, x, pointer(array))
    code = STATUS[name]
    assert solver.call("rhs", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(3))) == code
    if name != "NODES":  # which no error needs
        assert solver.call("eps_g", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(1))) == code
    assert solver.integrate(K, M, ctypes.byref(p), y, [0.0, 1.0])[0] == code


def test_missing_parameters_and_teacher(solver):
    y = np.array([0.1, 0.5, 0.0])
    without = ctypes.byref(Params(eta_J=1.0, eta_w=1.0, V=np.inf, P=np.inf, inner_steps=1))
    for p, name in ((None, "NULL_PARAMS"), (without, "MISSING_T")):
        assert solver.rhs(1, 1, p, y)[0] == STATUS[name]
        assert solver.integrate(1, 1, p, y, [0.0, 1.0])[0] == STATUS[name]


def test_each_pointer_has_a_code_that_names_it(solver):
    p, one, y = params([[1.0]]), pointer(np.zeros(1)), pointer(np.array([0.1, 0.5, 0.0]))
    out, work = pointer(np.zeros(3)), pointer(np.zeros(10**4))
    given = [ctypes.byref(p), ctypes.byref(Options(1e-6, 1e-9, 0)), y, one, out, work]
    names = ["PARAMS", "OPTIONS", "STATE", "TIMES", "RESULTS", "WORK"]
    for place, name in enumerate(names):
        a, b, c, d, e, f = (None if i == place else x for i, x in enumerate(given))
        integrate = getattr(solver.library, f"{solver.name}_integrate")
        code = integrate(1, 1, a, b, c, ctypes.c_size_t(1), d, e, None, f)
        assert code == STATUS[f"NULL_{name}"]


def test_the_same_of_vector_kernels():
    library, array = batch._library("sgd_linear", only=0), np.zeros(10**5)
    given, count = [ctypes.c_void_p(array.ctypes.data)] * 4, ctypes.c_size_t(1)
    for place, name in enumerate(["PARAMS", "STATE", "RESULTS", "WORK"]):
        pointers = [None if i == place else x for i, x in enumerate(given)]
        assert library.function("rhs")(0, 1, 1, count, *pointers) == STATUS[f"NULL_{name}"]


#: What is wrong with a request, and its code: no two have the same.
ASKED = {
    "no request": (None, "NULL_REQUEST"),
    "no times": (dict(alphas=None), "NULL_TIMES"),
    "none of them": (dict(n=0), "NO_TIMES"),
    "a time that is NaN": (dict(alphas=[0.0, np.nan]), "TIMES_NONFINITE"),
    "an infinite time": (dict(alphas=[0.0, np.inf]), "TIMES_NONFINITE"),
    "one time twice": (dict(alphas=[0.0, 0.0]), "TIMES"),
    "times that decrease": (dict(alphas=[1.0, 0.5]), "TIMES"),
    "rtol < 0": (dict(rtol=-1e-3), "RTOL"),
    "rtol NaN": (dict(rtol=np.nan), "RTOL"),
    "atol = 0": (dict(atol=0.0), "ATOL"),
    "atol infinite": (dict(atol=np.inf), "ATOL"),
    "an observable before the first": (dict(observable=-1), "OBSERVABLE"),
    "an observable behind the last": (dict(observable=1), "OBSERVABLE"),
    "nothing": ({}, "OK"),
}


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize("few", [False, True], ids=["batch", "few"])
def test_requests_of_vector_kernels(what, few):
    """What is asked of all trajectories: a code that names the fault, and nothing is written."""
    changes, name = ASKED[what]
    kernels, wanted = batch._library("fo_anil_linear", few=few, only=0), STATUS[name]
    values = {"P": np.inf, "V": 5.0, "eta_J": 0.1, "eta_w": 0.1, "T": np.eye(1)}
    structs, keep = kernels.parameters(values, 1, 1, 1)
    given = dict(rtol=1e-6, atol=1e-9, alphas=[0.0, 0.1], observable=0) | (changes or {})
    times = None if given["alphas"] is None else np.array(given["alphas"])
    request = kernels.request(
        batch.Options(given["rtol"], given["atol"], 0),
        given.get("n", 2),
        None if times is None else pointer(times),
        np.nan,
        given["observable"],
    )
    last = np.full(3, CANARY)
    results = kernels.results(states=pointer(last))
    work = kernels.workspace(1, 1, structs)
    code = kernels.function("integrate")(
        0,
        1,
        1,
        ctypes.c_size_t(1),
        ctypes.c_void_p(structs.ctypes.data),
        pointer(np.array([0.1, 0.5, 0.0])),
        None if changes is None else ctypes.byref(request),
        ctypes.byref(results),
        None,
        pointer(work),
    )
    del keep
    assert code == wanted
    assert np.isfinite(last).all() and (last == CANARY).all() == (wanted != OK)
    words = kernels.strerror(code)
    assert [words == kernels.strerror(x) for x in STATUS.values()].count(True) == 1


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (dict(rtol=0.0, atol=0.0), "ATOL"),
        (dict(rtol=-1e-3), "RTOL"),
        (dict(atol=-1e-3), "ATOL"),
        (dict(rtol=np.nan), "RTOL"),
        (dict(atol=np.nan), "ATOL"),
        (dict(alphas=[0.0, 1.0, 1.0]), "TIMES"),
        (dict(alphas=[1.0, 0.0]), "TIMES"),
        (dict(alphas=[0.0, np.nan]), "TIMES_NONFINITE"),
        (dict(alphas=[0.0, np.inf]), "TIMES_NONFINITE"),
        (dict(n=0), "NO_TIMES"),
    ],
    ids=str,
)
def test_bad_options_and_times(solver, given, name):
    given = dict(given)
    alphas = given.pop("alphas", [0.0, 1.0, 2.0])
    p = params(TEACHER)
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), START, alphas, **given)
    assert status == STATUS[name]
    assert (states == CANARY).all() if "n" in given else np.isnan(states).all()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [0, 9, 14])
def test_state_that_is_not_finite(solver, value, place):
    p, y = params(TEACHER), START.copy()
    y[place] = value
    assert solver.rhs(3, 3, ctypes.byref(p), y)[0] == STATUS["NONFINITE"]
    assert solver.eps_g(3, 3, ctypes.byref(p), y)[0] == STATUS["NONFINITE"]
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), y, [0.0, 1.0])
    assert status == STATUS["NONFINITE"]
    assert np.isnan(states[1]).all()


@pytest.mark.parametrize("y", [[5.0, 0.5], [0.0, -1.5], [1e200, 1.0], [0.1, -1.0]], ids=str)
def test_overlaps_that_are_no_covariance(solver, y):
    """|R| far above sqrt(QT), a negative norm below -1, an overflow, a division by zero: a status,
    and no number."""
    p, y = params([[1.0]], V=10.0), np.array([*y, 0.0])
    assert solver.rhs(1, 1, ctypes.byref(p), y)[0] == STATUS["DOMAIN"]
    status, states, _ = solver.integrate(1, 1, ctypes.byref(p), y, [0.0, 1.0, 2.0])
    assert status == STATUS["DOMAIN"]
    assert np.array_equal(states[0], y) and np.isnan(states[1:]).all()


def test_negative_norm(solver):
    p, y = params([[1.0]], eta_J=0.01), np.array([0.0, -0.1, 0.0])
    status, states, stats = solver.integrate(1, 1, ctypes.byref(p), y, np.linspace(0, 5, 11))
    assert status == STATUS["NEGATIVE_NORM"]
    assert stats.accepted == 0 and np.isnan(states[1:]).all()
    assert np.isnan(states[-1]).all()


def test_arbitrary_bits_never_crash(solver):
    """Random bytes as states, teachers and parameters: a status of the header, and never a silent
    NaN."""
    rng = np.random.default_rng(0)
    for trial in range(300):
        K, M = (int(x) for x in rng.integers(1, 5, 2))
        size = solver.size("state", K, M)
        if trial % 2:
            y, T, rates = (np.frombuffer(rng.bytes(8 * n)).copy() for n in (size, M * M, 3))
        else:
            y, T, rates = (
                rng.standard_normal(n) * 10 ** rng.uniform(-3, 3) for n in (size, M * M, 3)
            )
            rates = np.abs(rates) + [0, 0, 1]
        p = params(T, *map(float, rates))
        status, slope = solver.rhs(K, M, ctypes.byref(p), y)
        assert status in STATUS.values()
        assert np.isfinite(slope).all() or status != OK
        status, states, _ = solver.integrate(
            K, M, ctypes.byref(p), y, [0.0, 0.1, 0.2], rtol=1e-4, max_steps=50
        )
        assert status in STATUS.values()
        assert np.isfinite(states).all() or status != OK


@pytest.mark.parametrize("V", [np.inf, 20.0])
def test_memory_stays_within_the_sizes_promised(solver, V):
    """Guard values behind work, slope and rows, over the whole grid of widths."""
    for K in range(1, 9):
        for M in range(1, 6):
            R, Q, T = overlaps(K, M, 1)
            p, y = params(T, V=V), state(R, Q)
            assert solver.size("state", K, M) == len(y)
            assert solver.rhs(K, M, ctypes.byref(p), y)[0] == OK
            assert solver.eps_g(K, M, ctypes.byref(p), y)[0] == OK
            assert solver.integrate(K, M, ctypes.byref(p), y, [0.0, 0.01], rtol=1e-3)[0] == OK


def test_rules_by_their_sizes(solver):
    """That of no rule, and K + M beyond what the rules have."""
    room = pointer(np.empty(20 * 2048))
    for K, M, size, name in (
        (1, 1, 1021, "OK"),
        (1, 1, 1000, "RULE"),
        (8, 7, 1021, "RULE_UNITS"),
        (0, 1, 1021, "BAD_K"),
        (1, 0, 1021, "BAD_M"),
    ):
        assert solver.library.fo_anil_nodes(K, M, size, room, room) == STATUS[name]
