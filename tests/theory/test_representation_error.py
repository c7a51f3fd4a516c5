"""The error of the best head where units nearly coincide, against 80 digits.

The oracle knows the angle t exactly; the overlaps hold cos t, rounded, so that the square of the
units' difference has an error of 1e-16/t^2.  The bounds have to hold the oracle at every angle, and
to be as close as that error allows.
"""

import math

import mpmath
import numpy as np
import pytest

import orderode
from orderode.solvers.base import State
from orderode.theory.observables import representation_bounds

N = 6  # dimension of the vectors that the overlaps are of
ANGLES = [10.0**-e for e in range(1, 15)]


def kernel(activation, C, i, j):
    """I2 of two units: Saad and Solla (1995); Cho and Saul (2009)."""
    if activation == "erf":
        return 2 / mpmath.pi * mpmath.asin(C[i, j] / mpmath.sqrt((1 + C[i, i]) * (1 + C[j, j])))
    size = mpmath.sqrt(C[i, i] * C[j, j])
    angle = mpmath.acos(C[i, j] / size) if i != j else mpmath.mpf(0)
    return size * (mpmath.sin(angle) + (mpmath.pi - angle) * mpmath.cos(angle)) / (2 * mpmath.pi)


def exact(activation, C, K):
    """tr(I2_MM - I2_MK I2_KK^-1 I2_KM)/2."""
    I2 = mpmath.matrix(C.rows, C.rows)
    for i in range(C.rows):
        for j in range(C.rows):
            I2[i, j] = kernel(activation, C, i, j)
    left = mpmath.mpf(0)
    for m in range(K, C.rows):
        solved = mpmath.lu_solve(I2[:K, :K], I2[:K, m])
        left += I2[m, m] - sum(I2[m, k] * solved[k] for k in range(K))
    return float(left / 2)


def case(activation, angle, seed, norm=1.0, units=2):
    """Problem, state and the exact value: the second unit stands at ``angle`` to the first, which
    has this norm."""
    rng = np.random.default_rng(seed)
    with mpmath.workdps(80):
        B, J = (mpmath.matrix(rng.standard_normal((rows, N)).tolist()) for rows in (2, 2))
        first, second = J[0, :], J[1, :]
        square = (first * first.T)[0]
        across = second - (second * first.T)[0] / square * first
        across *= mpmath.sqrt(square / (across * across.T)[0])
        rows = [norm * first, mpmath.cos(angle) * first + mpmath.sin(angle) * across][:units]
        rows += [B[m, :] for m in range(2)]
        S = len(rows)
        C = mpmath.matrix(S, S)
        for i in range(S):
            for j in range(S):
                C[i, j] = (rows[i] * rows[j].T)[0] / N
        value = exact(activation, C, units)
    known = np.array(C.tolist(), dtype=float)
    R, Q, T = known[:units, units:], known[:units, :units], known[units:, units:]
    content = {
        "model": "fo_anil",
        "activation": activation,
        "K": units,
        "M": 2,
        "parameters": {"eta_J": 1.0, "eta_w": 1.0, "P": math.inf, "V": math.inf},
        "overlaps": {"T": T, "Q": np.eye(units), "R": np.zeros((units, 2))},
    }
    return orderode.load_problem(content), State(R, Q, np.zeros(units)), value


@pytest.mark.parametrize("activation", ["erf", "relu"])
@pytest.mark.parametrize("seed", range(4))
def test_bounds_at_small_angles(activation, seed):
    for angle in ANGLES:
        problem, state, value = case(activation, angle, seed)
        least, most = representation_bounds(problem, state)
        assert least <= value * (1 + 1e-14) and value <= most * (1 + 1e-14), angle
        assert orderode.representation_error(problem, state) == least
        assert most - least <= 1e-13 / angle**2 * value, angle


@pytest.mark.parametrize("activation", ["erf", "relu"])
@pytest.mark.parametrize("seed", range(4))
def test_units_that_coincide_are_one(activation, seed):
    problem, state, value = case(activation, 0.1, seed, units=1)
    twice = State(*(np.repeat(x, 2, axis=0) for x in state))
    twice = twice.replace(Q=np.full((2, 2), state.Q[0, 0]))
    found = representation_bounds(
        problem.with_changes(K=2, overlaps={"Q": 1.0, "R": [[0.0] * 2] * 2}), twice
    )
    assert found == pytest.approx((value, value), rel=1e-13)


@pytest.mark.parametrize("activation", ["erf", "relu"])
@pytest.mark.parametrize("norm", [1e-3, 1e-7, 1e-30, 1e4])
def test_the_size_of_a_unit_does_not_matter(activation, norm):
    """A small unit is a feature like the others."""
    problem, state, value = case(activation, 1.0, 5, norm)
    assert representation_bounds(problem, state) == pytest.approx((value, value), rel=1e-12)


def test_the_report_says_where_the_overlaps_leave_it_open():
    problem, state, _ = case("erf", 1e-7, 1)
    at = {"T": problem.T, "Q": state.Q, "R": state.R}
    asked = problem.with_changes(overlaps=at, run={"alpha_end": 1e-3, "points": 2})
    found = orderode.compare_adaptation(asked, steps=1)
    (random,) = (r for r in found.representations if r.name == "random")
    assert random.eps_rep < random.eps_rep_most
    assert "random: units coincide nearly" in found.report()
    apart = asked.with_changes(overlaps={"Q": 0.5, "R": [[0.1, 0.2], [0.2, 0.1]]})
    assert "coincide" not in orderode.compare_adaptation(apart, steps=1).report()
