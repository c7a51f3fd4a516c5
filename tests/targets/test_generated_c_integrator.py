"""The integrator of the emitted C: error control, output times, step limit, threads."""

import ctypes
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from generated_c import (
    OK,
    START,
    STATUS,
    TEACHER,
    params,
    state,
)
from overlaps_only import load


@pytest.fixture(scope="module")
def reference(solver):
    p = params(TEACHER, V=50.0)
    status, states, _ = solver.integrate(
        3, 3, ctypes.byref(p), START, [0.0, 0.37, 1.0, 2.0], rtol=1e-13, atol=1e-16
    )
    assert status == OK
    return states


def test_the_error_falls_with_the_tolerance(solver, reference):
    """Errors at four tolerances: within a constant of rtol, on a slope near 1; steps grow like
    rtol^(-1/5)."""
    p, tolerances, errors, steps = params(TEACHER, V=50.0), [1e-4, 1e-6, 1e-8, 1e-10], [], []
    for rtol in tolerances:
        status, states, stats = solver.integrate(
            3, 3, ctypes.byref(p), START, [0.0, 0.37, 1.0, 2.0], rtol=rtol, atol=rtol
        )
        assert status == OK
        errors.append(np.abs(states - reference).max())
        steps.append(stats.accepted)
        assert stats.evaluations >= 6 * (stats.accepted + stats.rejected)
        assert errors[-1] < 50 * rtol
    slope = np.polyfit(np.log(tolerances), np.log(errors), 1)[0]
    assert 0.8 < slope < 1.3
    assert 1 / 6.5 < np.log(steps[-1] / steps[-2]) / np.log(100) < 1 / 4


def test_steps_with_a_large_error_are_rejected(solver):
    """Leaving a plateau: some steps are tried again, and the error at the end of each stays of the
    order of rtol."""
    p, alphas, rows = params(TEACHER, eta_J=6.0, eta_w=4.0), np.linspace(0.0, 30.0, 31), []
    y = state(1e-6 * np.random.default_rng(0).random((3, 3)), 0.5 * np.eye(3))
    for rtol, atol in ((1e-3, 1e-12), (1e-12, 1e-15)):
        status, states, stats = solver.integrate(
            3, 3, ctypes.byref(p), y, alphas, rtol=rtol, atol=atol
        )
        rows.append(states)
        assert status == OK and stats.rejected >= 1
    assert np.abs(rows[0] - rows[1]).max() < 1e-2


def test_numpy_integration_agrees(reference):
    """Another method (of order 8, in SciPy) on other emitted code."""
    alphas = np.array([0.0, 0.37, 1.0, 2.0])
    R, Q = START[:9].reshape(3, 3), 0.5 * np.eye(3)
    parameters = {"eta_J": 3.0, "eta_w": 3.0, "V": 50.0}
    found = load("fo_anil", "numpy").integrate(
        R, Q, TEACHER, parameters, alphas, rtol=1e-12, atol=1e-15
    )
    assert found.status == "ok"
    rows = np.array([state(R, Q) for R, Q in zip(found.R, found.Q, strict=True)])
    np.testing.assert_allclose(rows, reference, rtol=0, atol=1e-10)


def test_output_times_are_hit_exactly_and_change_no_step(solver):
    """Bit for bit the same end with and without output on the way; output between steps as accurate
    as the steps."""
    p, rtol = params(TEACHER, V=50.0), 1e-8
    fine = np.linspace(0.0, 3.0, 301)
    status, dense, stats = solver.integrate(
        3, 3, ctypes.byref(p), START, fine, rtol=rtol, atol=1e-12
    )
    assert status == OK and stats.alpha == 3.0
    status, ends, other = solver.integrate(
        3, 3, ctypes.byref(p), START, [0.0, 3.0], rtol=rtol, atol=1e-12
    )
    assert status == OK and other.accepted == stats.accepted
    assert np.array_equal(dense[-1], ends[-1])
    assert np.array_equal(dense[0], START)
    status, exact, _ = solver.integrate(3, 3, ctypes.byref(p), START, fine, rtol=1e-13, atol=1e-16)
    assert status == OK
    assert stats.accepted < len(fine) / 2, "most output times lie between the steps"
    assert np.abs(dense - exact).max() < 100 * rtol


def test_a_start_other_than_zero_and_a_single_time(solver):
    """The equations do not contain alpha: shifted times give the same rows, one time alone the
    start."""
    p = params(TEACHER)
    _, here, _ = solver.integrate(3, 3, ctypes.byref(p), START, [0.0, 1.0])
    _, there, stats = solver.integrate(3, 3, ctypes.byref(p), START, [1024.0, 1025.0])
    np.testing.assert_allclose(here, there, rtol=1e-9)
    assert stats.alpha == 1025.0
    status, alone, _ = solver.integrate(3, 3, ctypes.byref(p), START, [7.0])
    assert status == OK and np.array_equal(alone[0], START)


@pytest.mark.slow
def test_step_limit_leaves_nan_rows_and_says_how_far(solver):
    p, alphas = params(TEACHER), np.linspace(0.0, 50.0, 101)
    status, states, stats = solver.integrate(3, 3, ctypes.byref(p), START, alphas, max_steps=20)
    assert status == STATUS["STEP_LIMIT"]
    assert stats.accepted + stats.rejected == 20
    reached = alphas <= stats.alpha
    assert 0.0 < stats.alpha < 50.0
    assert np.isfinite(states[reached]).all() and np.isnan(states[~reached]).all()


def test_threads_with_their_own_work_arrays_give_the_same_bits(solver):
    p, alphas = params(TEACHER, V=20.0), np.linspace(0.0, 10.0, 21)
    starts = [START * (1 + 0.01 * n) for n in range(16)]

    def integrate(y):
        return solver.integrate(3, 3, ctypes.byref(p), y, alphas)[1]

    serial = [integrate(y) for y in starts]
    with ThreadPoolExecutor(8) as pool:
        parallel = list(pool.map(integrate, starts))
    assert all(np.array_equal(x, y) for x, y in zip(serial, parallel, strict=True))
