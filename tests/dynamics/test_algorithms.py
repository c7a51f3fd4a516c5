"""The algorithms as flows: each descends one error, a function of the overlaps, of which some part
is held fixed.

At P, V -> inf a step moves J_k by -eta_J times the gradient of an error E(Q, R, w0). With D_kl =
dE/dQ_kl (entries taken apart) and G_kn = dE/dR_kn that gradient is (2 sum_l D_kl J_l + sum_n G_kn
B_n)/N, so that

    dR/dalpha = -eta_J (2 D R + G T),  dQ/dalpha = -eta_J (2 D Q + G R^T) - transposed,  dw0/dalpha
    = -eta_0 dE/dw0.

`anil` descends eps_g itself. In `fo_anil` the head has adapted but is held fixed; `sgd` and
`pooled` have the head w0. The error is written out here, its averages <g g> are by quadrature, and
its derivatives are numerical.
"""

import math

import numpy as np
import pytest
from evaluate_system import overlaps

from orderode.errors import NotAvailable, ProblemError
from orderode.models.catalogue import catalogue, entry
from orderode.problems.reader import load_problem
from orderode.simulate import find_activation
from orderode.simulate.quadrature import correlation
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.theory.integrate import right_hand_side

ACTIVATIONS = ("erf", "relu", "linear")
FAMILY = ("anil", "fo_anil", "pooled", "sgd")
SYSTEMS = {
    (e.model, e.activation): e.name
    for e in catalogue()
    if e.model in FAMILY and e.activation in ACTIVATIONS
}
TOLERANCE = 1e-9  # that of the numerical derivatives


def case(K, M, seed=0, **changes):
    R, Q, T = overlaps(K, M, seed)
    rng = np.random.default_rng([K, M, seed])
    factor = rng.standard_normal((M, M)) / math.sqrt(M)
    p = {
        "T": T,
        "eta_J": 1.3,
        "eta_w": 0.4,
        "eta_0": 0.7,
        "V": np.inf,
        "mean": rng.standard_normal(M),
    }
    return State(R, Q, rng.standard_normal(K)), p | {"cov": factor @ factor.T} | changes


def averages(activation, state, T):
    """<g(z_i) g(z_j)> of all the fields."""
    C = np.block([[state.Q, state.R], [state.R.T, T]])
    return correlation(C, len(C), find_activation(activation))


def adapted(A, w0, p):
    """h (K,) and H (K, M): the head h + H u after the inner loop."""
    K = len(w0)
    h, H = w0, np.zeros((K, len(A) - K))
    for _ in range(p.get("inner_steps", 1)):
        h, H = h - p["eta_w"] * A[:K, :K] @ h, H - p["eta_w"] * (A[:K, :K] @ H - A[:K, K:])
    return h, H


def error(A, h, H, p):
    """<(f - y)^2>/2 of the head h + H u over the tasks u."""
    mean = np.concatenate([h + H @ p["mean"], -p["mean"]])
    response = np.concatenate([H, -np.eye(len(p["mean"]))])
    return np.sum(A * (np.outer(mean, mean) + response @ p["cov"] @ response.T)) / 2


def descent(algorithm, activation, state, p):
    """What the algorithm descends, as a function of the state; heads that it holds fixed are those
    at `state`."""
    K, M = state.R.shape
    h, H = adapted(averages(activation, state, p["T"]), state.w0, p)

    def descended(moved):
        A = averages(activation, moved, p["T"])
        if algorithm == "anil":
            return error(A, *adapted(A, moved.w0, p), p)
        if algorithm == "fo_anil":
            return error(A, h + moved.w0 - state.w0, H, p)
        return error(A, moved.w0, np.zeros((K, M)), p)

    return descended


def derivative(function, state, direction, h=2e-3):
    """Along a direction, by central differences of fourth order; an error of about h^4 and of
    1e-13/h."""

    def at(step):
        return function(State(*(x + step * d for x, d in zip(state, direction, strict=True))))

    return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)


def flow(function, state, p):
    """The slopes of the descent on a function of the state."""
    K, M = state.R.shape
    zero = State(*(np.zeros_like(x) for x in state))
    D, G, of_head = np.empty((K, K)), np.empty((K, M)), np.empty(K)
    for k, l in zip(*np.triu_indices(K), strict=True):
        both = np.zeros((K, K))
        both[k, l] = both[l, k] = 1.0
        D[k, l] = D[l, k] = derivative(function, state, zero.replace(Q=both)) / both.sum()
    for array, part in ((G, "R"), (of_head, "w0")):
        for at in np.ndindex(*array.shape):
            unit = np.zeros_like(array)
            unit[at] = 1.0
            array[at] = derivative(function, state, zero.replace(**{part: unit}))
    moved = 2 * D @ state.Q + G @ state.R.T
    return State(
        -p["eta_J"] * (2 * D @ state.R + G @ p["T"]),
        -p["eta_J"] * (moved + moved.T),
        -p["eta_0"] * of_head,
    )


def distance(found, wanted):
    """Of two slopes: the largest deviation of each part over its largest entry."""
    return [np.abs(a - b).max() / np.abs(b).max() for a, b in zip(found, wanted, strict=True)]


@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 3), (3, 2)])
@pytest.mark.parametrize(("algorithm", "activation"), list(SYSTEMS))
def test_every_algorithm_is_a_descent(algorithm, activation, K, M):
    state, p = case(K, M, inner_steps=1 if algorithm == "anil" else 2)
    backend = load(SYSTEMS[algorithm, activation])
    found = backend.rhs(state, p)
    assert (
        max(distance(found, flow(descent(algorithm, activation, state, p), state, p))) < TOLERANCE
    )
    other = "pooled" if algorithm == "fo_anil" else "fo_anil"  # the test could fail
    assert min(distance(found, flow(descent(other, activation, state, p), state, p))) > 1e-2
    A = averages(activation, state, p["T"])
    start, end = error(A, state.w0, np.zeros((K, M)), p), error(A, *adapted(A, state.w0, p), p)
    wanted = {"eps_g": start if algorithm in ("sgd", "pooled") else end}
    wanted |= {"eps_g_adapted": end} if algorithm == "pooled" else {}
    for name, value in wanted.items():
        assert backend.observable(name, state, p) == pytest.approx(value, rel=TOLERANCE)


# -- anil = fo_anil + the support terms ------------------------------------------------------------


@pytest.mark.parametrize("V", [np.inf, 3.0])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_support_terms_are_the_derivative_through_the_loop(activation, V):
    """What is left of the gradient when the head is differentiated and the fields of the query set
    are not. It does not depend on V, label noise, decay or kurtosis, and is proportional to
    eta_J."""
    state, p = case(3, 2)
    first, full = (load(SYSTEMS[name, activation]) for name in ("fo_anil", "anil"))
    A = averages(activation, state, p["T"])

    def through(moved):
        return error(A, *adapted(averages(activation, moved, p["T"]), state.w0, p), p)

    p |= {"cov": np.diag(np.diag(p["cov"]))} if V < np.inf else {}
    wanted = flow(through, state, p)
    for eta_J in (1.3, 0.2):
        rest = p | {"V": V, "noise": 0.6, "decay": 0.3, "eta_J": eta_J}
        rest |= {"kurtosis": np.array([1.0, 5.0])} if V < np.inf else {}
        dR, dQ, _ = (
            a - b for a, b in zip(full.rhs(state, rest), first.rhs(state, rest), strict=True)
        )
        scale = eta_J / 1.3
        assert max(distance((dR, dQ), (scale * wanted.R, scale * wanted.Q))) < 10 * TOLERANCE


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_without_an_inner_rate_all_algorithms_are_one(activation):
    state, p = case(3, 2, eta_w=0.0, noise=0.5, decay=0.2, inner_steps=3, V=3.0)
    first, *others = (
        load(SYSTEMS[name, activation]).rhs(state, p)
        for name in ("sgd", "pooled", "fo_anil", "anil")
    )
    for other in others:
        assert max(distance(other, first)) < 1e-12
    moved = (
        load(SYSTEMS[name, activation]).rhs(state, p | {"eta_w": 1e-3})
        for name in ("fo_anil", "anil")
    )
    assert min(distance(*moved)) > 1e-5


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("V", [np.inf, 4.0])
def test_pooled_training_is_sgd_on_random_tasks(activation, V):
    """To rounding, and whatever the inner loop of the test time does."""
    state, p = case(3, 2, V=V, noise=0.5, decay=0.2)
    pooled, sgd = (load(SYSTEMS[name, activation]) for name in ("pooled", "sgd"))
    for inner in ({}, {"eta_w": 2.0, "inner_steps": 5}):
        for a, b in zip(pooled.rhs(state, p | inner), sgd.rhs(state, p), strict=True):
            np.testing.assert_allclose(a, b, rtol=0, atol=1e-14 * np.abs(b).max())
        assert pooled.observable("eps_g", state, p | inner) == pytest.approx(
            sgd.observable("eps_g", state, p), rel=1e-13
        )


def test_pooled_training_learns_nothing_from_tasks_of_mean_zero():
    """From w0 = 0 nothing moves; the heads shrink from anywhere else."""
    state, p = case(3, 2)
    p["mean"] = np.zeros(2)
    still = load("pooled").rhs(state.replace(w0=np.zeros(3)), p)
    assert not any(x.any() for x in still)
    assert np.sum(load("pooled").rhs(state, p).w0 * state.w0) < 0


# -- the inner loop --------------------------------------------------------------------------------


def best(A, K, p):
    """The error of the best head for each task."""
    moments = p["cov"] + np.outer(p["mean"], p["mean"])
    rest = A[K:, K:] - A[K:, :K] @ np.linalg.solve(A[:K, :K], A[:K, K:])
    return np.trace(moments @ rest) / 2


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("name", ["fo_anil", "pooled"])
def test_many_small_inner_steps_reach_the_best_head(name, activation):
    """The errors fall with every step until they are those of the best head, for each task."""
    state, p = case(2, 3)
    A = averages(activation, state, p["T"])
    modes = np.linalg.eigvalsh(A[:2, :2])
    p["eta_w"] = 0.9 / modes[-1]
    last = math.ceil(20 * modes[-1] / modes[0])
    backend, observable = (
        load(SYSTEMS[name, activation]),
        "eps_g" if name == "fo_anil" else "eps_g_adapted",
    )
    errors = [
        backend.observable(observable, state, p | {"inner_steps": s}) for s in (*range(1, 30), last)
    ]
    floor = best(A, 2, p)
    assert errors[-1] == pytest.approx(floor, rel=1e-6)
    far = [e for e in errors[:-1] if e > floor * (1 + 1e-6)]
    assert len(far) > 3 and (np.diff(far) < 0).all() and min(errors) > floor * (1 - 1e-6)
    assert errors[0] > 1.01 * floor
    p["eta_w"] = 2.2 / modes[-1]  # beyond the stability of the inner loop
    diverging = [backend.observable(observable, state, p | {"inner_steps": s}) for s in (100, 200)]
    assert diverging[1] > 2 * diverging[0] > floor


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_no_inner_loop_beats_the_best_head(activation):
    for seed in range(20):
        state, p = case(3, 2, seed)
        floor = best(averages(activation, state, p["T"]), 3, p)
        for eta_w, name in ((0.1, "fo_anil"), (0.5, "fo_anil"), (0.3, "anil")):
            errors = load(SYSTEMS[name, activation]).observable(
                "eps_g", state, p | {"eta_w": eta_w}
            )
            assert errors > floor * (1 - 1e-7)


CONTENT = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 1.0, "eta_w": 0.5, "P": math.inf, "V": 10},
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.1, 0.2], [0.3, -0.1]]},
}


def problem(model="fo_anil", **parameters):
    kept = CONTENT["parameters"] | parameters
    return load_problem(
        CONTENT | {"model": model, "parameters": {k: v for k, v in kept.items() if v is not None}}
    )


@pytest.mark.parametrize("steps", [0, -1, 1.5, math.inf])
@pytest.mark.parametrize("model", ["fo_anil", "anil", "pooled"])
def test_the_number_of_inner_steps_is_checked(model, steps):
    with pytest.raises(ProblemError, match="inner_steps"):
        problem(model, inner_steps=steps)


def test_anil_has_one_inner_step():
    """No parameter counts them: more are refused, not left out."""
    right_hand_side(problem("anil"))
    with pytest.raises((ProblemError, NotAvailable), match="inner_steps"):
        right_hand_side(problem("anil", inner_steps=2))


def test_inner_steps_of_a_problem_file_reach_the_solver():
    one, three = (right_hand_side(problem(inner_steps=s)) for s in (1, 3))
    state = State(problem().R, problem().Q, problem().w0)
    p = {"T": problem().T, "eta_J": 1.0, "eta_w": 0.5, "V": 10.0, "inner_steps": 3}
    np.testing.assert_allclose(three.dR, load("fo_anil").rhs(state, p).R, rtol=1e-12)
    assert np.abs(three.dR - one.dR).max() > 1e-2


# -- decay, noise, rates and their limits ----------------------------------------------------------


@pytest.mark.parametrize(("algorithm", "activation"), list(SYSTEMS))
def test_decay_shrinks_the_weights_and_nothing_else(algorithm, activation):
    """-eta_J decay J_k is -eta_J decay R and -2 eta_J decay Q, and no more."""
    state, p = case(3, 2, V=4.0, noise=0.3)
    backend = load(SYSTEMS[algorithm, activation])
    with_, without = backend.rhs(state, p | {"decay": 0.4}), backend.rhs(state, p)
    np.testing.assert_allclose(with_.R - without.R, -1.3 * 0.4 * state.R, rtol=0, atol=1e-12)
    np.testing.assert_allclose(with_.Q - without.Q, -2 * 1.3 * 0.4 * state.Q, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(with_.w0, without.w0)


def squared_slopes(activation, Q):
    """<g'(lambda_k) g'(lambda_l)>: of erf the known closed form."""
    a = 1 + np.diag(Q)
    return (
        2
        / math.pi
        / np.sqrt(np.outer(a, a) - (Q**2 * (1 - np.eye(len(Q))) + np.diag(np.diag(Q) ** 2)))
    )


@pytest.mark.parametrize("algorithm", ["sgd", "pooled", "fo_anil", "anil"])
@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_label_noise_adds_to_the_spread_of_steps_alone(algorithm, activation):
    """eta_J^2 noise^2/V <w_k w_l> <g'_k g'_l> in dQ; nothing in the errors, dR or dw0, nothing at V
    -> inf."""
    state, p = case(3, 2, V=4.0)
    backend = load(SYSTEMS[algorithm, activation])
    noisy, quiet = backend.rhs(state, p | {"noise": 0.8}), backend.rhs(state, p)
    for part in ("R", "w0"):
        np.testing.assert_array_equal(getattr(noisy, part), getattr(quiet, part))
    h, H = state.w0, np.zeros((3, 2))
    if "anil" in algorithm:
        h, H = adapted(averages(activation, state, p["T"]), state.w0, p)
    mean = h + H @ p["mean"]
    slopes = squared_slopes(activation, state.Q) if activation == "erf" else 1.0
    wanted = 1.3**2 * 0.8**2 / 4 * (np.outer(mean, mean) + H @ p["cov"] @ H.T) * slopes
    np.testing.assert_allclose(
        noisy.Q - quiet.Q, wanted, rtol=0, atol=1e-11 * np.abs(noisy.Q).max()
    )
    for name in entry(SYSTEMS[algorithm, activation]).outputs:
        assert backend.observable(name, state, p | {"noise": 0.8}) == backend.observable(
            name, state, p
        )
    infinite = (backend.rhs(state, p | {"V": np.inf, "noise": noise}).Q for noise in (0.0, 0.8))
    np.testing.assert_array_equal(*infinite)


@pytest.mark.parametrize("algorithm", ["sgd", "pooled", "fo_anil", "anil"])
@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_the_spread_of_steps_is_of_second_order_and_falls_like_one_over_v(algorithm, activation):
    state, p = case(3, 2, noise=0.5)
    backend = load(SYSTEMS[algorithm, activation])

    def spread(eta_J, V):
        finite, infinite = (backend.rhs(state, p | {"eta_J": eta_J, "V": v}) for v in (V, np.inf))
        np.testing.assert_array_equal(finite.R, infinite.R)
        return finite.Q - infinite.Q

    one = spread(1.3, 1.0)
    assert np.linalg.eigvalsh(one)[0] > -1e-12 * np.abs(one).max() and one.trace() > 0.1  # <a a^T>
    np.testing.assert_allclose(
        spread(2.6, 7.0), 4 / 7 * one, rtol=0, atol=1e-11 * np.abs(one).max()
    )
    assert np.abs(spread(1.3, 1e12)).max() < 1e-10


@pytest.mark.parametrize(("algorithm", "activation"), list(SYSTEMS))
def test_a_rate_of_zero_stands_still(algorithm, activation):
    state, p = case(3, 2, V=4.0, noise=0.5, decay=0.4)
    backend = load(SYSTEMS[algorithm, activation])
    assert not backend.rhs(state, p | {"eta_0": 0.0}).w0.any()
    dR, dQ, dw0 = backend.rhs(state, p | {"eta_J": 0.0})
    assert not dR.any() and not dQ.any() and dw0.all()
