"""Steady states against published closed forms, and what a search says of them."""

import numpy as np
import pytest

import orderode
from orderode.errors import NotAvailable, ProblemError
from orderode.steady.field import Field
from orderode.steady.units import in_words, specialised

inf = float("inf")


def committee(K, activation="erf", V=inf, **parameters):
    """K students of K orthogonal teachers, all heads 1."""
    return orderode.Problem(
        model="sgd",
        activation=activation,
        K=K,
        M=K,
        parameters={"eta_J": 1.0, "V": V, **parameters},
        overlaps={"T": np.eye(K), "Q": 0.5, "R": np.zeros((K, K))},
    )


@pytest.mark.parametrize("K", [2, 3, 4, 5, 6])
def test_the_plateau_of_saad_and_solla(K):
    """For eta -> 0, which V = inf is: Q_kl = 1/(2 K - 1), R_kn = 1/sqrt(K (2 K - 1)), left at the
    rate (2/pi) eta K/((2 K - 1)^(1/2) (2 K + 1)^(3/2)) (Saad and Solla, Phys. Rev. E 52, 4225,
    1995, in the limit of small rates).  Units coincide there, and what keeps them apart relaxes to
    second order only: a double root, but a simple one among units that coincide."""
    field = Field(committee(K))
    beside = orderode.Problem(
        **{**vars_of(committee(K)), "overlaps": {"T": np.eye(K), **symmetric(K, 0.28, 0.21, 0.15)}}
    )
    x = field.solved(Field(beside).start[field.moves])
    state = field.state(x)
    assert np.abs(state.Q - 1 / (2 * K - 1)).max() < 1e-12
    assert np.abs(state.R - 1 / np.sqrt(K * (2 * K - 1))).max() < 1e-12
    rates = np.linalg.eigvals(field.jacobian(x)).real
    expected = 2 / np.pi * K / (np.sqrt(2 * K - 1) * (2 * K + 1) ** 1.5)
    assert abs(rates.max() - expected) < 1e-10 * expected
    # (K - 1)^2 directions of R leave: those that keep the sums over students and teachers
    assert np.sum(np.abs(rates - expected) < 1e-10) == (K - 1) ** 2


def vars_of(problem):
    return {
        "model": problem.model,
        "activation": problem.activation,
        "K": problem.K,
        "M": problem.M,
        "parameters": problem.parameters.of_model(),
    }


def symmetric(K, own, other, along):
    Q = np.full((K, K), other) + (own - other) * np.eye(K)
    return {"Q": Q, "R": np.full((K, K), along)}


@pytest.mark.parametrize(("K", "eta"), [(1, 0.3), (1, 1.2), (2, 0.3), (3, 0.5)])
def test_linear_students(K, eta):
    """eps_g = eta sigma^2 K/(4 - 2 eta K) at V = 1 (Goldt et al., 2019), for weights along all
    rotations that the sum of the students leaves free; no eigenvalue is positive."""
    sigma = 0.3
    found = orderode.steady_states(committee(K, "linear", V=1, eta_J=eta, noise=sigma), starts=20)
    assert len(found) == 1
    expected = eta * sigma**2 * K / (4 - 2 * eta * K)
    assert found[0].eps_g == pytest.approx(expected, rel=1e-10)
    assert found[0].kind == ("stable" if K == 1 else "neutral") and found[0].unstable == 0


@pytest.mark.parametrize("V", [1, 4])
@pytest.mark.parametrize("K", [1, 2, 3])
def test_the_largest_rate_of_linear_students(K, V):
    """They learn up to eta K = 2 V (Goldt et al., 2019, at V = 1): without noise eps_g changes at the
    rate eta K (eta K/V - 2), by trajectories on both sides, and so does what begins beside the
    teachers."""
    for eta in (0.95 * 2 * V / K, 1.05 * 2 * V / K):
        problem = committee(K, "linear", V=V, eta_J=eta)
        rate = eta * K * (eta * K / V - 2)
        start = problem.with_changes(
            overlaps={"R": 0.1 * np.eye(K)}, run={"alpha_end": 3.0, "rtol": 1e-11, "atol": 1e-14}
        )
        eps = orderode.integrate(start).eps_g
        assert np.log(eps[-1] / eps[0]) == pytest.approx(3 * rate, rel=1e-8)
        field = Field(problem.with_changes(overlaps={"R": np.eye(K), "Q": np.eye(K)}))
        x = field.start[field.moves]
        assert np.abs(field.slopes(x)).max() < 1e-13
        rates = np.linalg.eigvals(field.jacobian(x)).real
        assert np.abs(rates - rate).min() < 1e-9 and (rates.max() > 1e-6) == (eta * K > 2 * V)


def test_what_a_search_finds():
    """The specialised state, once for all permutations and signs of units, and two plateaus, of
    units that lie apart and that coincide, at a finite rate of noisy labels; all are steady, and
    what is stable is where trajectories end."""
    problem = committee(2, V=1, eta_J=0.5, noise=0.2)
    found = orderode.steady_states(problem, starts=40)
    stable, plateau, coinciding = found
    assert stable.kind == "stable" and stable.units.startswith("specialised: units 1 on")
    assert plateau.kind == "saddle" and plateau.unstable == 1 and plateau.rate > 0
    assert plateau.units == "unspecialised" and stable.reached > 5 and plateau.reached > 5
    assert coinciding.unstable == 3 and np.ptp(coinciding.Q) < 1e-6
    assert found.lost + sum(x.reached for x in found) == found.starts == 41
    field = Field(problem)
    for x in found:
        assert np.abs(field.slopes(field.packed(x.states))).max() < 1e-13
    start = problem.with_changes(
        overlaps={"R": [[0.3, 0.1], [0.1, 0.3]]}, run={"alpha_end": 3000.0, "points": 2}
    )
    end = orderode.integrate(start)
    assert end.eps_g[-1] == pytest.approx(stable.eps_g, rel=1e-5)


def test_the_escape_rate_is_that_of_trajectories():
    """A trajectory that begins 1e-7 beside the plateau leaves it as exp(rate alpha)."""
    problem = committee(2, V=1, eta_J=0.5, noise=0.2)
    plateau = next(x for x in orderode.steady_states(problem, starts=20) if x.unstable == 1)
    tilt = 1e-7 * np.array([[1.0, -1.0], [-1.0, 1.0]])
    times = np.array([0.0, 3.0, 6.0]) / plateau.rate
    start = problem.with_changes(
        overlaps={"R": plateau.R + tilt, "Q": plateau.Q},
        run={"alpha_end": 1.0, "rtol": 1e-12, "atol": 1e-14},
    )
    R = orderode.integrate(start, alphas=times).R
    apart = R[:, 0, 0] - R[:, 0, 1]
    # the second half of the way, after what else was off has died out
    assert np.log(apart[2] / apart[1]) == pytest.approx(3.0, rel=2e-3)


def test_both_backends_find_the_same():
    problem = committee(2, V=1, eta_J=0.3, noise=0.2)
    c, numpy = (orderode.steady_states(problem, name, starts=8) for name in ("c", "numpy"))
    assert len(c) == len(numpy) >= 1 and not c.by_differences and not numpy.by_differences
    for a, b in zip(c, numpy, strict=True):
        assert a.eps_g == pytest.approx(b.eps_g, rel=1e-8)
        assert a.rate == pytest.approx(b.rate, rel=1e-9)


def test_relu_by_differences():
    """It has no derived Jacobian; the summary names what is used instead: the rates are those of
    differences of another length."""
    problem = committee(1, "relu", V=1, eta_J=0.3, noise=0.2)
    found = orderode.steady_states(problem, "c", starts=8)
    assert found.by_differences and "differences" in found.summary()
    field, best = Field(problem), found[0]
    x, h = field.packed(best.states), 3e-4
    columns = [
        8 * (field.slopes(x + h * e) - field.slopes(x - h * e))
        - (field.slopes(x + 2 * h * e) - field.slopes(x - 2 * h * e))
        for e in np.eye(2)
    ]
    rates = np.sort(np.linalg.eigvals(np.array(columns).T / (12 * h)).real)[::-1]
    assert best.kind == "stable" and best.eigenvalues.real == pytest.approx(rates, rel=1e-6)


def test_a_trained_head_start_moves_along():
    """Goldt's trained heads: at a steady state the slope of w0 vanishes, too."""
    problem = committee(2, V=1, eta_J=0.2, eta_0=0.2, noise=0.1).with_changes(
        parameters={"w0": [0.5, 0.4]}
    )
    found = orderode.steady_states(problem, starts=12)
    best = found[0]
    assert best.kind == "stable" and best.eigenvalues.shape == (4 + 3 + 2,)
    at = problem.with_changes(
        overlaps={"R": best.R, "Q": best.Q}, parameters={"w0": best.w0.tolist()}
    )
    assert np.abs(orderode.right_hand_side(at).dw0).max() < 1e-12


def test_the_words_for_units():
    T = np.eye(3)
    R = np.array([[0.9, 0.0, 0.0], [0.1, 0.1, 0.1], [0.0, -0.8, 0.0]])
    state = orderode.solvers.base.State(R, np.eye(3), np.zeros(3))
    assert specialised(state, T) == [0, None, 1]
    assert in_words(state, T).startswith(
        "partly specialised: units 1 on 1 (|rho| = 0.9000), 3 on 2"
    )
    one = state.replace(R=np.full((3, 3), 0.4))
    assert specialised(one, T) == [None] * 3 and in_words(one, T) == "unspecialised"
    dead = state.replace(Q=np.diag([1.0, 0.0, 1.0]), R=R * [[1], [0], [1]])
    assert in_words(dead, T).endswith("units 2 have died out")
    assert in_words(one.replace(Q=np.zeros((3, 3))), T) == "no unit of the learner is left"


def test_refusals():
    problem = committee(2)
    with pytest.raises(ProblemError, match="starts = -1; accepted: an integer >= 0"):
        orderode.steady_states(problem, starts=-1)
    with pytest.raises(ProblemError, match=r"seed = 0\.5"):
        orderode.steady_states(problem, seed=0.5)
    fixed = orderode.FixedPointProblem(
        model="srf",
        activation="erf",
        target="sin",
        parameters={"alpha": [1.0], "beta": 1.0, "gamma": 1.0, "u": 1.0, "lambda": 0.5},
    )
    with pytest.raises(NotAvailable, match="fixed point"):
        orderode.steady_states(fixed)
