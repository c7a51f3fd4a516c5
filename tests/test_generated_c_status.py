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
    Params,
    params,
    pointer,
    state,
)


def test_header_names_six_codes_and_strerror_explains_them(solver):
    assert sorted(STATUS.values()) == list(range(6))
    texts = {solver.strerror(code) for code in [*range(6), -1, 99]}
    assert len(texts) == 7, "one text per code, one for all others"
    assert solver.strerror(OK) == b"ok"


BAD = {
    "K = 0": dict(K=0),
    "K < 0": dict(K=-3),
    "M = 0": dict(M=0),
    "eta_J < 0": dict(eta_J=-1.0),
    "eta_w < 0": dict(eta_w=-1e-300),
    "eta_J = NaN": dict(eta_J=np.nan),
    "eta_w = inf": dict(eta_w=np.inf),
    "V < 1": dict(V=0.5),
    "V < 0": dict(V=-10.0),
    "V = NaN": dict(V=np.nan),
    "T NaN": dict(T=[[np.nan]]),
    "T inf": dict(T=[[np.inf]]),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_arguments(solver, what):
    given = dict(K=1, M=1, T=[[1.0]]) | BAD[what]
    K, M = given.pop("K"), given.pop("M")
    p, y = params(**given), np.array([0.1, 0.5, 0.0])
    code = STATUS["BAD_ARGUMENT"]
    assert solver.call("rhs", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(3))) == code
    assert solver.call("eps_g", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(1))) == code
    assert solver.integrate(K, M, ctypes.byref(p), y, [0.0, 1.0])[0] == code


def test_missing_parameters_and_teacher(solver):
    y = np.array([0.1, 0.5, 0.0])
    for p in (None, ctypes.byref(Params(eta_J=1.0, eta_w=1.0, V=np.inf, P=np.inf))):
        assert solver.rhs(1, 1, p, y)[0] == STATUS["BAD_ARGUMENT"]
        assert solver.integrate(1, 1, p, y, [0.0, 1.0])[0] == STATUS["BAD_ARGUMENT"]


@pytest.mark.parametrize(
    "given",
    [
        dict(rtol=0.0, atol=0.0),
        dict(rtol=-1e-3),
        dict(atol=-1e-3),
        dict(rtol=np.nan),
        dict(atol=np.nan),
        dict(alphas=[0.0, 1.0, 1.0]),
        dict(alphas=[1.0, 0.0]),
        dict(alphas=[0.0, np.nan]),
        dict(alphas=[0.0, np.inf]),
        dict(n=0),
    ],
    ids=str,
)
def test_bad_options_and_times(solver, given):
    alphas = given.pop("alphas", [0.0, 1.0, 2.0])
    p = params(TEACHER)
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), START, alphas, **given)
    given["alphas"] = alphas
    assert status == STATUS["BAD_ARGUMENT"]
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
    """|R| far above sqrt(QT), a negative norm below -1, an overflow, a division by zero: a status, and no number."""
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
    """Random bytes as states, teachers and parameters: a status of the header, and never a silent NaN."""
    rng = np.random.default_rng(0)
    for trial in range(300):
        K, M = (int(x) for x in rng.integers(1, 5, 2))
        size = solver.size("state", K, M)
        if trial % 2:
            y, T, rates = (np.frombuffer(rng.bytes(8 * n)).copy() for n in (size, M * M, 3))
        else:
            y, T, rates = (rng.standard_normal(n) * 10 ** rng.uniform(-3, 3) for n in (size, M * M, 3))
            rates = np.abs(rates) + [0, 0, 1]
        p = params(T, *map(float, rates))
        status, slope = solver.rhs(K, M, ctypes.byref(p), y)
        assert status in STATUS.values()
        assert np.isfinite(slope).all() or status != OK
        status, states, _ = solver.integrate(K, M, ctypes.byref(p), y, [0.0, 0.1, 0.2], rtol=1e-4, max_steps=50)
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
