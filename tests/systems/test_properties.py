"""What holds whatever the numbers: units may be exchanged and, for odd activations, reflected;
errors are no smaller than that of the best head; many samples tend to the limit; our integrator in C
and SciPy's on the slopes of numpy agree to ten digits."""

import math

import numpy as np
import pytest
from flat_state import pack
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from ten_problems import MODELS, TEN, end_in_c, flow, problem

import orderode
from orderode import solvers
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch
from orderode.theory.integrate import solver_parameters
from orderode.theory.limits import require_theory

FEW = settings(max_examples=8, deadline=None, derandomize=True)


def moved(p, order, sign):
    """The same with the learner's units in another order and with other signs."""
    order = np.array(order)
    w0 = sign * np.array(p.parameters.w0)[order]
    overlaps = {
        "T": p.T,
        "Q": sign[:, None] * p.Q[np.ix_(order, order)] * sign,
        "R": sign[:, None] * p.R[order],
    }
    return p.with_changes(
        overlaps={k: v.tolist() for k, v in overlaps.items()}, parameters={"w0": w0.tolist()}
    )


@pytest.mark.parametrize("model", MODELS)
@given(seed=st.integers(0, 10**6), order=st.permutations(range(3)), signs=st.integers(0, 7))
@FEW
def test_units_are_exchanged_and_reflected(model, seed, order, signs):
    """g(-x) = -g(x): J_k -> -J_k with w_k -> -w_k changes no output."""
    sign = np.array([1.0 if signs >> k & 1 else -1.0 for k in range(3)])
    p = problem(model, "erf", seed)
    a, b = (orderode.right_hand_side(x, "numpy") for x in (p, moved(p, order, sign)))
    order = np.array(order)
    scale = max(np.abs(a.dR).max(), np.abs(a.dQ).max())
    expected = sign[:, None] * a.dQ[np.ix_(order, order)] * sign
    np.testing.assert_allclose(b.dR, sign[:, None] * a.dR[order], atol=1e-12 * scale)
    np.testing.assert_allclose(b.dQ, expected, atol=1e-12 * scale)
    assert b.eps_g == pytest.approx(a.eps_g, rel=1e-12)


@given(seed=st.integers(0, 10**6))
@FEW
def test_errors_are_bounded_by_that_of_the_best_head(seed):
    p = problem("fo_anil", "erf", seed)
    found = orderode.right_hand_side(p, "numpy")
    best = orderode.representation_error(p, State(p.R, p.Q, p.w0))
    assert found.eps_g >= best - 1e-12 and best >= -1e-12


@pytest.mark.parametrize("model", ["fo_anil", "sgd"])
@given(seed=st.integers(0, 10**6))
@FEW
def test_finite_numbers_of_samples_tend_to_the_limit(model, seed):
    """The difference falls like 1/V."""
    p = problem(model, "erf", seed)
    names = {V: p.with_changes(parameters={"V": V}) for V in (10**4, 10**6, math.inf)}
    rough, near, limit = (orderode.right_hand_side(x, "numpy").dQ for x in names.values())
    assert np.abs(near - limit).max() < 0.011 * np.abs(rough - limit).max()


def slopes(p, backend="numpy"):
    found = orderode.right_hand_side(p, backend)
    return found, max(np.abs(found.dR).max(), np.abs(found.dQ).max())


@pytest.mark.parametrize("model", MODELS)
@given(seed=st.integers(0, 10**6))
@FEW
def test_a_unit_of_length_zero_changes_nothing_and_rests(model, seed):
    """J_k = 0, w0_k = 0: g(0) = 0, and the unit's coefficients are w_k g'(0) = 0."""
    p = problem(model, "erf", seed)
    Q, R = np.zeros((4, 4)), np.zeros((4, 2))
    Q[:3, :3], R[:3] = p.Q, p.R
    changes = {"K": 4, "overlaps": {"Q": Q.tolist(), "R": R.tolist()}}
    w0 = [*p.parameters.w0, 0.0]
    more, scale = slopes(p.with_changes(**changes, parameters={"w0": w0}))
    fewer, _ = slopes(p)
    np.testing.assert_allclose(more.dR[:3], fewer.dR, atol=1e-12 * scale)
    np.testing.assert_allclose(more.dQ[:3, :3], fewer.dQ, atol=1e-12 * scale)
    assert np.abs(more.dR[3]).max() < 1e-12 * scale and np.abs(more.dQ[3]).max() < 1e-12 * scale
    assert more.eps_g == pytest.approx(fewer.eps_g, rel=1e-12)


@pytest.mark.parametrize("model", MODELS)
@given(seed=st.integers(0, 10**6))
@FEW
def test_units_that_coincide_move_alike(model, seed):
    p = problem(model, "erf", seed)
    at = [0, 1, 1]
    w0 = np.array(p.parameters.w0)[at].tolist()
    overlaps = {"Q": p.Q[np.ix_(at, at)].tolist(), "R": p.R[at].tolist()}
    found, scale = slopes(p.with_changes(overlaps=overlaps, parameters={"w0": w0}))
    np.testing.assert_allclose(found.dR[1], found.dR[2], atol=1e-12 * scale)
    np.testing.assert_allclose(found.dQ[1], found.dQ[2], atol=1e-12 * scale)


@pytest.mark.parametrize("model", ["fo_anil", "anil", "sgd"])
@given(seed=st.integers(0, 10**6), angle=st.floats(0.1, 3.0))
@FEW
def test_a_degenerate_linear_teacher_may_be_turned(model, seed, angle):
    """T = I, tasks of covariance I: B -> O B and u -> O u change no label of a linear teacher."""
    rng = np.random.default_rng(seed)
    J = rng.normal(size=(3, 12)) / 4
    B = np.linalg.qr(rng.normal(size=(12, 2)))[0].T
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    mean = rng.normal(size=2)
    found = []
    for O in (np.eye(2), turn):
        overlaps = {"T": np.eye(2).tolist(), "Q": (J @ J.T).tolist(), "R": (J @ B.T @ O.T).tolist()}
        p = problem(model, "linear", seed).with_changes(overlaps=overlaps)
        found.append(slopes(p.with_changes(tasks={"mean": (O @ mean).tolist()})))
    (a, scale), (b, _) = found
    np.testing.assert_allclose(b.dR, a.dR @ turn.T, atol=1e-12 * scale)
    np.testing.assert_allclose(b.dQ, a.dQ, atol=1e-12 * scale)


@pytest.mark.parametrize("model", MODELS)
@given(seed=st.integers(0, 10**6), factor=st.floats(0.1, 10.0))
@FEW
def test_the_outer_rates_are_the_unit_of_time(model, seed, factor):
    """V = inf: slopes are proportional to eta_J and eta_0 together; decay is in units of eta_J."""
    p = problem(model, "erf", seed).with_changes(parameters={"V": math.inf, "decay": 0.3})
    p = p.with_changes(parameters={"eta_0": 0.2})
    faster = p.with_changes(parameters={"eta_J": 0.7 * factor, "eta_0": 0.2 * factor})
    (a, scale), (b, _) = slopes(p), slopes(faster)
    for x, y in ((a.dR, b.dR), (a.dQ, b.dQ), (a.dw0, b.dw0)):
        np.testing.assert_allclose(y, factor * x, atol=1e-11 * factor * scale)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=3, deadline=None, derandomize=True)
def test_many_shots_tend_to_the_limit(seed):
    """From w0 = 0, where no nodes are needed; the difference falls like 1/P."""
    p = problem("fo_anil", "erf", seed).with_changes(parameters={"w0": [0.0] * 3})
    found = [
        orderode.right_hand_side(p.with_changes(parameters={"P": P}), "numpy")
        for P in (10**3, 10**5, math.inf)
    ]
    for name in ("dR", "dQ"):
        rough, near, limit = (getattr(x, name) for x in found)
        assert np.abs(near - limit).max() < 0.011 * np.abs(rough - limit).max() + 1e-12


@pytest.mark.parametrize("model", MODELS)
@given(seed=st.integers(0, 10**6))
@FEW
def test_numpy_and_c_and_vector_kernels_are_the_same(model, seed):
    p = problem(model, "erf", seed)
    (a, scale), (b, _) = slopes(p), slopes(p, "c")
    for x, y in zip(a.slopes, b.slopes, strict=True):
        np.testing.assert_allclose(y, x, atol=1e-12 * scale)
    chosen = solver_parameters(p, solvers.load(require_theory(p).key, "numpy"))
    one = State(*(x[None] for x in (p.R, p.Q, p.w0)))
    for function, wanted in (("rhs", pack(a.slopes)), ("eps_g", a.eps_g)):
        found = evaluate_batch(require_theory(p).key, function, one, chosen)[0]
        np.testing.assert_allclose(found, wanted, atol=1e-12 * max(scale, a.eps_g))


@pytest.mark.parametrize(("model", "activation"), TEN)
def test_scipy_agrees_to_ten_digits(model, activation):
    """Dormand-Prince 8(5,3) on the slopes of numpy, against our own integrator in C."""
    p = problem(model, activation, 5, K=2)
    slope, start = flow(p)
    tolerances = {"rtol": 1e-13, "atol": 1e-15}
    end = solve_ivp(lambda _, x: slope(x), (0, 1), start, method="DOP853", **tolerances).y[:, -1]
    assert np.abs(end_in_c(p) - end).max() <= 1e-10 * np.abs(end).max()
