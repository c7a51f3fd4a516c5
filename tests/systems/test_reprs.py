"""What Python shows of everything that is returned: a few lines with what is asked first."""

import math

import numpy as np
import pytest

import orderode
from orderode.shown import error_said, within_rounding

LARGE = {
    "model": "sgd",
    "activation": "linear",
    "K": 12,
    "M": 12,
    "parameters": {"eta_J": 0.1, "V": 5},
    "overlaps": {"T": [1.0] * 12, "Q": 0.5, "R": {"N": 100, "seed": 1}},
    "run": {"alpha_end": 0.2, "points": 3},
    "simulation": {"N": 60, "runs": 3, "points": 3, "tasks": 5},
}
POINTS = {
    "model": "srf",
    "activation": "erf",
    "target": "sign",
    "parameters": {"alpha": np.linspace(1, 2, 12), "beta": 1.5, "lambda": 0.1, "gamma": 0.8}
    | {"u": [1.5, -1.5], "fractions": [0.4, 0.6]},
    "simulation": {"d": 40, "seeds": 2},
}
ADAPTS = LARGE | {"model": "fo_anil", "K": 2, "M": 2}
ADAPTS |= {"parameters": {"eta_J": 0.1, "eta_w": 0.1, "V": 5, "P": np.inf}}
ADAPTS |= {"overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 100, "seed": 1}}}
RETURNED = {
    "load_problem": (lambda p: p, LARGE, "sgd, linear, K = 12, M = 12"),
    "load_problem, points": (lambda p: p, POINTS, "12 alphas from 1 to 2"),
    "right_hand_side": (orderode.right_hand_side, LARGE, "dQ = 12 x 12, from -"),
    "integrate": (lambda p: orderode.integrate(p), LARGE, "ok: alpha = 0.2, eps_g = "),
    "simulate": (orderode.simulate, LARGE, "3 runs, 0 failed, N = 60, reduced"),
    "compare": (
        lambda p: orderode.compare(p, band=False),
        LARGE,
        "<TrajectoryComparison: sgd, linear; 3 runs",
    ),
    "drift": (lambda p: orderode.check_drift(p, tasks=500), LARGE, "222 entries: agree"),
    "adapt": (lambda p: orderode.compare_adaptation(p, 2), ADAPTS, "random; 2 inner"),
    "solve": (lambda p: orderode.solve(p), POINTS, "12 points, 0 not ok"),
    "simulate, points": (orderode.simulate, POINTS, "2 networks at each of 12 points, d = 40"),
}


@pytest.mark.parametrize("name", RETURNED)
def test_what_python_shows(name):
    call, content, words = RETURNED[name]
    shown = repr(call(orderode.load_problem(content)))
    assert words in shown and len(shown.splitlines()) < 10 and len(shown) < 700
    assert "array(" not in shown


def test_small_matrices_are_shown_in_full():
    shown = repr(orderode.load_problem(ADAPTS))
    assert "T = diag(1, 2); Q = diag(0.5, 2 times); R = [[" in shown
    assert "no [simulation]" in repr(orderode.load_problem(POINTS).with_changes(simulation=None))


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_an_error_that_is_rounding_is_said_to_be(backend):
    """Of ReLU units equal to their teachers, eps_g = -2.2e-16 was read as a negative error."""
    T = np.diag([1.0, 2.0, 3.0])
    perfect = LARGE | {"activation": "relu", "K": 3, "M": 3, "overlaps": {"T": T, "Q": T, "R": T}}
    p = orderode.load_problem(perfect)
    found = orderode.integrate(p, backend)
    assert abs(found.eps_g).max() < 1e-15  # as it is in results
    assert "eps_g = 0" in found.summary() and "e-1" not in found.summary()
    for said in (repr(found), repr(orderode.right_hand_side(p, backend))):
        assert "eps_g = 0" in said and "eps_g = 0." not in said


def test_what_counts_as_rounding():
    assert error_said(-1.4e-16) == error_said(3.7e-17) == "0 within rounding"
    assert error_said(-1.4e-12, 30.0) == "0 within rounding"  # overlaps of 30
    assert error_said(0.0) == "0" and error_said(2e-15) == "2e-15" and error_said(-0.25) == "-0.25"
    assert error_said(0.01234567, form=".4f") == "0.0123" and error_said(math.nan) == "nan"
    assert error_said(-1.4e-16, form=".4f") == "0 within rounding"  # and not -0.0000
    assert within_rounding(-1e-16) == 0.0 and within_rounding(0.5) == 0.5
