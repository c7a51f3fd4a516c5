"""Models that were added as files alone: an output that is a mean over units, and an inner loop that
is held near its start. Their one-step drift is that of tests/systems/test_every_drift.py."""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

import orderode
from orderode.solvers import load
from orderode.theory.integrate import right_hand_side, solver_parameters, start_state


def mean_field(K, eta_J, R, Q, **more):
    given = {"eta_J": eta_J, "V": 3, "noise": 0.4} | more
    return orderode.load_problem(
        {
            "model": "mean_field",
            "activation": "erf",
            "K": K,
            "M": 2,
            "parameters": given,
            "overlaps": {"T": [1.0, 2.0], "Q": Q, "R": R},
        }
    )


def test_equal_units_move_as_one_at_a_share_of_the_rate():
    """K equal units at the rate K eta are one at eta, noise included."""
    R, q = [[0.3, -0.2]], 0.7
    one = right_hand_side(mean_field(1, 0.6, R, [[q]]))
    many = right_hand_side(mean_field(3, 3 * 0.6, 3 * R, np.full((3, 3), q)))
    np.testing.assert_allclose(many.slopes.R, np.repeat(one.slopes.R, 3, axis=0), rtol=1e-12)
    np.testing.assert_allclose(many.slopes.Q, np.full((3, 3), one.slopes.Q[0, 0]), rtol=1e-12)
    assert many.eps_g == pytest.approx(one.eps_g, rel=1e-12)
    other = right_hand_side(mean_field(3, 0.6, 3 * R, np.full((3, 3), q)))
    assert np.abs(other.slopes.R / one.slopes.R[0] - 1 / 3).max() < 1e-12


def test_the_noise_falls_with_the_width():
    """dQ less its value at V = inf is proportional to the square of eta_J/K."""
    R, q = [[0.3, -0.2]], 0.7
    at = {"R": 3 * R, "Q": np.full((3, 3), q)}
    whole, part, none = (
        right_hand_side(mean_field(3, eta, **at, V=V)).slopes.Q
        for eta, V in ((1.8, 3), (0.9, 3), (1.8, np.inf))
    )
    half = right_hand_side(mean_field(3, 0.9, **at, V=np.inf)).slopes.Q
    np.testing.assert_allclose(whole - none, 4 * (part - half), rtol=1e-11)


def test_a_jacobian_with_a_head_at_rest():
    """The head has no rate, and its slope no directions: derivatives by numpy are those by C."""
    p = mean_field(2, 1.2, [[0.3, -0.2], [0.1, 0.4]], [[0.7, 0.1], [0.1, 0.5]])
    start, found = start_state(p), []
    for backend in ("numpy", "c"):
        solver = load("mean_field", backend)
        found.append(solver.tangents(start, np.eye(9), solver_parameters(p, solver)))
    assert found[0].shape == (9, 9) and not found[0][:, 7:].any()
    np.testing.assert_allclose(*found, rtol=0, atol=1e-13)


def averages(p):
    """<g g> of erf units: arcsines."""
    C = np.block([[p.Q, p.R], [p.R.T, p.T]])
    size = np.sqrt(1 + np.diag(C))
    found = 2 / np.pi * np.arcsin(C / np.outer(size, size))
    K = p.K
    return found[:K, :K], found[:K, K:], found[K:, K:]


def proximal(anchor, steps, model="proximal", **more):
    rng = np.random.default_rng(3)
    W = rng.standard_normal((4, 8))
    C = W @ W.T / 8
    given = {"eta_J": 0.5, "eta_w": 0.8, "P": np.inf, "V": np.inf, "inner_steps": steps}
    given |= {"w0": [0.4, -0.3]} | ({"anchor": anchor} if model == "proximal" else {}) | more
    return orderode.load_problem(
        {
            "model": model,
            "activation": "erf",
            "K": 2,
            "M": 2,
            "parameters": given,
            "tasks": {"mean": [1.0, -0.5], "cov": [0.3, 0.6]},
            "overlaps": {"T": C[2:, 2:], "Q": C[:2, :2], "R": C[:2, 2:]},
        }
    )


@pytest.mark.parametrize("anchor", [0.05, 0.6])
def test_many_inner_steps_end_at_a_ridge_regression(anchor):
    """w = (I2_KK + anchor)^-1 (I2_KM u + anchor w0), and eps_g is the mean over tasks of its loss."""
    p = proximal(anchor, 3000)
    kk, km, mm = averages(p)
    inverse = np.linalg.inv(kk + anchor * np.eye(2))
    offset, response = inverse @ (anchor * p.w0), inverse @ km
    u, U = np.array([1.0, -0.5]), np.diag([0.3, 0.6])
    second = U + np.outer(u, u)
    # residual: offset.g(lambda) + (response^T g(lambda) - g(beta)).u
    left = offset @ kk @ offset + 2 * offset @ (kk @ response - km) @ u
    left += np.trace((response.T @ kk @ response - 2 * response.T @ km + mm) @ second)
    assert right_hand_side(p).eps_g == pytest.approx(left / 2, rel=1e-9)


def test_without_an_anchor_it_is_fo_anil():
    """And with one: the first step, at w = w0, does not feel it."""
    for anchor, steps in ((0.0, 4), (0.7, 1)):
        found = right_hand_side(proximal(anchor, steps))
        wanted = right_hand_side(proximal(0.0, steps, "fo_anil"))
        for x, y in zip(found.slopes, wanted.slopes, strict=True):
            np.testing.assert_allclose(x, y, rtol=0, atol=1e-13)
        assert found.eps_g == pytest.approx(wanted.eps_g, rel=1e-13)
    assert right_hand_side(proximal(0.7, 4)).eps_g != pytest.approx(wanted.eps_g, rel=1e-3)


def test_a_wide_network_settles_like_one_unit_at_a_small_rate():
    """By another integrator: K = 4 equal units and one unit at a quarter of the rate."""
    R, q = [[0.3, -0.2]], 0.7
    wide = mean_field(4, 2.0, 4 * R, np.full((4, 4), q)).with_changes(run={"alpha_end": 20.0})
    one = mean_field(1, 0.5, R, [[q]])

    def slope(_, x):
        at = one.with_changes(overlaps={"R": [x[:2].tolist()], "Q": [[x[2]]]})
        moved = right_hand_side(at, "numpy").slopes
        return np.concatenate([moved.R[0], moved.Q[0]])

    other = solve_ivp(slope, (0, 20), [*R[0], q], rtol=1e-7, atol=1e-9).y[:, -1]
    found = orderode.integrate(wide)
    np.testing.assert_allclose(found.R[-1], np.repeat(other[None, :2], 4, axis=0), rtol=1e-5)
    np.testing.assert_allclose(found.Q[-1], np.full((4, 4), other[2]), rtol=1e-5)
