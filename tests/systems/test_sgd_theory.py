"""Online learning of a fixed teacher against theory in print.

Saad and Solla, Phys. Rev. E 52, 4225 (1995): the equations, the symmetric plateau and the escape
from it. Goldt et al., NeurIPS 2019 (arXiv 1906.08632): heads, and the error that label noise
leaves. Linear networks: their exact solution. The limit of small rates is V -> inf: the term of
second order is eta^2/V.
"""

import math
from itertools import pairwise

import numpy as np
import pytest
from evaluate_system import overlaps
from scipy.integrate import quad, solve_ivp
from scipy.linalg import expm

from orderode.solvers import load
from orderode.solvers.base import State

SIZES = range(2, 7)


def fixed(M, **parameters):
    """Parameters of one fixed teacher with heads of 1, T the identity."""
    return {
        "T": np.eye(M),
        "mean": np.ones(M),
        "cov": np.zeros((M, M)),
        "eta_J": 1.0,
        "V": np.inf,
    } | parameters


def run(name, state, parameters, alphas, rtol=1e-10, atol=1e-14):
    solution = load(name).integrate(
        state, parameters, np.asarray(alphas, float), rtol=rtol, atol=atol
    )
    assert solution.status == "ok"
    return [State(*x) for x in zip(solution.R, solution.Q, solution.w0, strict=True)]


# -- the equations in print ------------------------------------------------------------------------


def I2(C, i, j):
    return 2 / math.pi * math.asin(C[i, j] / math.sqrt((1 + C[i, i]) * (1 + C[j, j])))


def I3(C, i, j, k):
    root = math.sqrt((1 + C[i, i]) * (1 + C[k, k]) - C[i, k] ** 2)
    return 2 / math.pi / root * (C[j, k] * (1 + C[i, i]) - C[i, j] * C[i, k]) / (1 + C[i, i])


def I4(C, i, j, k, l):
    a, b, c = 1 + C[i, i], 1 + C[j, j], C[i, j]
    L4 = a * b - c**2
    L0 = L4 * C[k, l] - C[j, k] * C[j, l] * a - C[i, k] * C[i, l] * b
    L0 += c * C[i, k] * C[j, l] + c * C[i, l] * C[j, k]
    L1, L2 = (
        L4 * (1 + C[x, x]) - C[j, x] ** 2 * a - C[i, x] ** 2 * b + 2 * c * C[i, x] * C[j, x]
        for x in (k, l)
    )
    return 4 / math.pi**2 / math.sqrt(L4) * math.asin(L0 / math.sqrt(L1 * L2))


def printed(state, teacher, T, eta, eta_head, noise):
    """dR, dQ, dw and the error: mini-batches of one sample, student heads w, teacher heads v, label
    noise."""
    R, Q, w = state
    (K, M), C = R.shape, np.block([[Q, R], [R.T, T]])
    heads = np.concatenate([w, -teacher])
    units, everyone = range(K), range(K + M)
    pull = np.array(
        [
            [-w[k] * sum(heads[j] * I3(C, k, i, j) for j in everyone) for i in everyone]
            for k in units
        ]
    )
    spread = np.empty((K, K))
    for k, l in np.ndindex(K, K):
        J2 = 2 / math.pi / math.sqrt((1 + Q[k, k]) * (1 + Q[l, l]) - Q[k, l] ** 2)
        square = sum(heads[i] * heads[j] * I4(C, k, l, i, j) for i in everyone for j in everyone)
        spread[k, l] = w[k] * w[l] * (square + noise**2 * J2)
    dw = [-eta_head * sum(heads[j] * I2(C, k, j) for j in everyone) for k in units]
    error = sum(heads[i] * heads[j] * I2(C, i, j) for i in everyone for j in everyone) / 2
    return (
        eta * pull[:, K:],
        eta * (pull[:, :K] + pull[:, :K].T) + eta**2 * spread,
        np.array(dw),
        error,
    )


@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 3), (3, 2), (4, 4)])
def test_the_printed_equations(K, M):
    rng = np.random.default_rng([K, M])
    R, Q, T = overlaps(K, M, 1)
    state, v = State(R, Q, rng.standard_normal(K)), rng.standard_normal(M)
    p = fixed(M, T=T, mean=v, V=1, eta_J=1.3, eta_0=0.7, noise=0.4)
    *slopes, error = printed(state, v, T, 1.3, 0.7, 0.4)
    for found, wanted in zip(load("sgd").rhs(state, p), slopes, strict=True):
        assert np.abs(found - wanted).max() <= 1e-12 * np.abs(wanted).max()
    assert load("sgd").observable("eps_g", state, p) == pytest.approx(error, rel=1e-12)


# -- the symmetric plateau -------------------------------------------------------------------------


def plateau(K):
    """All students equal: R* = 1/sqrt(K(2K-1)), Q* = 1/(2K-1)."""
    R = np.full((K, K), 1 / math.sqrt(K * (2 * K - 1)))
    return State(R, np.full((K, K), 1 / (2 * K - 1)), np.ones(K))


def escape_rate(K):
    """Of the differences between students, in units of eta: (2/pi) K (2K-1)^(-1/2)
    (2K+1)^(-3/2)."""
    return 2 / math.pi * K / math.sqrt(2 * K - 1) / (2 * K + 1) ** 1.5


@pytest.mark.parametrize("backend", ["auto", "numpy"])
@pytest.mark.parametrize("K", SIZES)
def test_the_plateau_is_a_fixed_point(K, backend):
    solver = load("sgd", backend)
    dR, dQ, dw0 = solver.rhs(plateau(K), fixed(K))
    assert max(np.abs(dR).max(), np.abs(dQ).max()) <= 1e-12
    assert not dw0.any()
    wanted = K / math.pi * (math.pi / 6 - K * math.asin(1 / (2 * K)))
    assert solver.observable("eps_g", plateau(K), fixed(K)) == pytest.approx(wanted, rel=1e-12)
    nearby = plateau(K).replace(R=plateau(K).R * (1 + 1e-9))
    assert np.abs(solver.rhs(nearby, fixed(K)).R).max() > 1e-11  # what the tolerance can see
    # a plateau of small rates only
    assert np.abs(solver.rhs(plateau(K), fixed(K, V=1)).Q).max() > 5e-3


def symmetric_flow(K):
    """Slope of (R_kn, Q_kk, Q_kl): all students and teachers alike, so that rounding cannot tell
    them apart."""
    solver, parameters = load("sgd"), fixed(K)

    def slope(_, x):
        r, q, c = x
        state = State(np.full((K, K), r), np.full((K, K), c) + (q - c) * np.eye(K), np.ones(K))
        dR, dQ, _ = solver.rhs(state, parameters)
        return [dR[0, 0], dQ[0, 0], dQ[0, 1]]

    return slope


@pytest.mark.parametrize("K", SIZES)
def test_the_plateau_is_approached_like_one_over_alpha(K):
    """In the symmetric subspace, from students that are not the same: Q_kk - Q_kl is marginal, all
    else follows."""
    times = [1000.0 * K, 2000.0 * K, 4000.0 * K]
    solution = solve_ivp(
        symmetric_flow(K), (0, times[-1]), [0.05, 0.5, 0.05], "LSODA", times, rtol=1e-9, atol=1e-12
    )
    distance = np.abs(solution.y - np.array([[plateau(K).R[0, 0]], *2 * [[1 / (2 * K - 1)]]]))
    assert solution.success and (distance[:, -1] < 1e-2).all()
    np.testing.assert_allclose(distance[:, 1:] / distance[:, :-1], 0.5, rtol=0, atol=0.02)


@pytest.mark.parametrize("K", SIZES)
def test_the_plateau_is_approached_exponentially_by_equal_students(K):
    start = State(np.full((K, K), 0.05), np.full((K, K), 0.3), np.ones(K))
    end = run("sgd", start, fixed(K), [0, 60 * K])[-1]
    np.testing.assert_allclose(end.R, plateau(K).R, rtol=0, atol=1e-8)
    np.testing.assert_allclose(end.Q, plateau(K).Q, rtol=0, atol=1e-8)


def jacobian(K):
    """At the plateau, by central differences: of the slopes of R and of the upper triangle of Q."""
    upper, flat = np.triu_indices(K), plateau(K)

    def slope(x):
        Q = np.empty((K, K))
        Q[upper] = Q.T[upper] = x[K * K :]
        dR, dQ, _ = load("sgd", "numpy").rhs(State(x[: K * K].reshape(K, K), Q, flat.w0), fixed(K))
        return np.concatenate([dR.ravel(), dQ[upper]])

    start, h = np.concatenate([flat.R.ravel(), flat.Q[upper]]), 1e-5
    return np.array(
        [(slope(start + h * e) - slope(start - h * e)) / (2 * h) for e in np.eye(len(start))]
    ).T


@pytest.mark.parametrize("K", SIZES)
def test_students_leave_the_plateau_at_the_printed_rate(K):
    """Only differences between students grow, those orthogonal to all sums over students and over
    teachers."""
    J = jacobian(K)
    eigenvalues = np.linalg.eigvals(J)
    growing = eigenvalues[eigenvalues.real > 1e-5]
    assert len(growing) == (K - 1) ** 2
    np.testing.assert_allclose(growing, escape_rate(K), rtol=1e-6)
    x = np.random.default_rng(K).standard_normal((K, K))
    mode = x - x.mean(axis=0) - x.mean(axis=1, keepdims=True) + x.mean()
    moved = J @ np.concatenate([mode.ravel(), np.zeros(K * (K + 1) // 2)])
    np.testing.assert_allclose(moved[: K * K], escape_rate(K) * mode.ravel(), rtol=0, atol=1e-8)
    np.testing.assert_allclose(moved[K * K :], 0, atol=1e-8)
    span = 2 / escape_rate(K)
    start = plateau(K).replace(R=plateau(K).R + 1e-6 * mode)
    end = run("sgd", start, fixed(K), [0, span], rtol=1e-12, atol=1e-16)[-1]
    np.testing.assert_allclose(end.R - plateau(K).R, math.exp(2) * 1e-6 * mode, rtol=0, atol=1e-9)


@pytest.mark.parametrize("K", [2, 3])
def test_students_escape_to_the_teacher(K):
    start = plateau(K).replace(
        R=plateau(K).R + 1e-4 * np.random.default_rng(0).standard_normal((K, K))
    )
    end = run("sgd", start, fixed(K), [0, 1500])[-1]
    assert load("sgd").observable("eps_g", start, fixed(K)) > 0.01
    assert load("sgd").observable("eps_g", end, fixed(K)) < 1e-9
    np.testing.assert_allclose(np.sort(end.R, axis=0)[-1], 1, atol=1e-4)


# -- label noise -----------------------------------------------------------------------------------


def stationary_error(K, v, T, *, eta, noise, eta_0=0.0, V=1.0):
    """eps_g that is left, from students near the teacher's units, those in excess short and near
    none."""
    M = len(v)
    rng = np.random.default_rng(3)
    B = np.eye(K + M + 2)[:M] * np.sqrt(T)[:, None]
    J = np.vstack([B, np.zeros((K - M, K + M + 2))]) + 0.05 * rng.standard_normal((K, K + M + 2))
    w0 = np.concatenate([v, np.ones(K - M)]) * (1.05 if eta_0 else 1.0)
    span = (800 if eta_0 else 300) / eta  # trained heads trade size with the first layer slowly
    p = fixed(M, T=B @ B.T, mean=v, eta_J=eta, eta_0=eta_0, noise=noise, V=V)
    states = run("sgd", State(J @ B.T, J @ J.T, w0), p, [0, span, 1.3 * span], atol=1e-13)
    before, after = (load("sgd").observable("eps_g", s, p) for s in states[1:])
    assert after == pytest.approx(before, rel=1e-4)
    return after


@pytest.mark.parametrize(("K", "M", "eta_0"), [(1, 1, 1.0), (2, 2, 0.0), (2, 2, 1.0), (3, 2, 0.0)])
def test_label_noise_leaves_the_printed_error(K, M, eta_0):
    """eta sigma^2/(2 pi V) (K - M + sum_m v_m^2/sqrt(1 + 2 T_m)) + O(eta^2); heads fixed, or
    trained as fast as the first layer where K = M. The corrections are below 3.5 % at the larger
    rate; they halve with it."""
    v, T = (
        (np.ones(M), np.ones(M)) if K > M else (np.array([1.0, 1.3])[:M], np.array([1.0, 0.6])[:M])
    )
    leading = (K - M + (v**2 / np.sqrt(1 + 2 * T)).sum()) / (2 * math.pi)
    excess = {}
    for eta in (0.04, 0.02):
        for noise in (0.1, 0.2):
            error = stationary_error(K, v, T, eta=eta, noise=noise, eta_0=eta_0 * eta)
            excess[eta, noise] = error / (eta * noise**2 * leading) - 1
    assert max(map(abs, excess.values())) < 0.035
    for noise in (0.1, 0.2):
        assert excess[0.04, noise] / excess[0.02, noise] == pytest.approx(2, abs=0.2)
    batches = stationary_error(K, v, T, eta=0.04, noise=0.1, eta_0=0.04 * eta_0, V=2.0)
    assert batches / (0.02 * 0.1**2 * leading) - 1 == pytest.approx(excess[0.02, 0.1], abs=2e-3)


# -- linear networks -------------------------------------------------------------------------------


def linear_slope(R, Q, w, p):
    """dR, dQ of a linear student with fixed heads, from <x x^T> = 1: affine in R and Q."""
    m, U, T = p["mean"], p["cov"] + np.outer(p["mean"], p["mean"]), p["T"]
    eta, V, square = p["eta_J"], p["V"], w @ Q @ w - 2 * w @ R @ m + np.sum(U * T)
    pull_R, pull_Q = np.outer(w, w @ R - m @ T), np.outer(w, w @ Q - R @ m)
    dR = -eta * pull_R - eta * p["decay"] * R
    dQ = -eta * (pull_Q + pull_Q.T) + eta**2 / V * np.outer(w, w) * (square + p["noise"] ** 2)
    return dR, dQ - 2 * eta * p["decay"] * Q


@pytest.mark.parametrize("V", [1.0, 7.0, np.inf])
@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2), (2, 4)])
@pytest.mark.parametrize("random_task", [False, True])
def test_linear_networks_follow_their_matrix_exponential(K, M, V, random_task):
    R, Q, T = overlaps(K, M, 2)
    rng = np.random.default_rng([K, M])
    w, factor = rng.standard_normal(K), random_task * rng.standard_normal((M, M)) / 2
    p = fixed(
        M,
        T=T,
        V=V,
        mean=rng.standard_normal(M),
        cov=factor @ factor.T,
        noise=0.5,
        decay=0.1,
        eta_J=0.3,
    )

    def slope(x):
        dR, dQ = linear_slope(x[: K * M].reshape(K, M), x[K * M :].reshape(K, K), w, p)
        return np.concatenate([dR.ravel(), dQ.ravel()])

    size, start = K * (K + M), np.concatenate([R.ravel(), Q.ravel()])
    generator = np.zeros((size + 1, size + 1))
    generator[:-1, -1] = slope(np.zeros(size))
    generator[:-1, :-1] = np.array([slope(e) for e in np.eye(size)]).T - generator[:-1, -1:]
    times = [0.0, 0.7, 3.0, 20.0]
    for alpha, state in zip(
        times, run("sgd_linear", State(R, Q, w), p, times, rtol=1e-11), strict=True
    ):
        exact = (expm(alpha * generator) @ np.append(start, 1))[:-1]
        np.testing.assert_allclose(state.R.ravel(), exact[: K * M], rtol=0, atol=1e-8)
        np.testing.assert_allclose(state.Q.ravel(), exact[K * M :], rtol=0, atol=1e-8)


def test_a_linear_perceptron_learns_at_the_known_rate_up_to_the_known_noise():
    """K = M = 1: with e = 2 eps_g and a = eta w^2, de/dalpha = -(2 a - a^2/V) e + a^2 sigma^2/V; no
    learning beyond a = 2 V."""
    w, eta, V, noise = 1.2, 0.5, 1.0, 0.3
    a = eta * w**2
    p = fixed(1, eta_J=eta, V=V, noise=noise, mean=np.array([0.8]))
    times = np.linspace(0, 10, 5)
    states = run("sgd_linear", State(np.array([[0.1]]), np.array([[0.4]]), np.array([w])), p, times)
    e = 2 * np.array([load("sgd_linear").observable("eps_g", s, p) for s in states])
    rate, floor = 2 * a - a**2 / V, a * noise**2 / (2 * V - a)
    np.testing.assert_allclose(e, floor + (e[0] - floor) * np.exp(-rate * times), rtol=1e-8)
    for factor in (0.99, 1.01):
        beyond = p | {"eta_J": factor * 2 * V / w**2, "noise": 0.0}
        ends = run("sgd_linear", states[0], beyond, [0, 100])
        grown = load("sgd_linear").observable("eps_g", ends[1], beyond) > e[0] / 2
        assert grown == (factor > 1)


@pytest.mark.parametrize("activation", ["linear", "relu"])
def test_homogeneous_layers_stay_balanced(activation):
    """At V -> inf Q_kk/eta_J - w_k^2/eta_0 is conserved, for linear networks the whole matrix."""
    R, Q, T = overlaps(3, 2, 4)
    w = np.array([0.7, -0.4, 1.1])
    p = fixed(2, T=T, eta_J=0.7, eta_0=0.3, mean=np.array([1.0, -0.6]))
    first, last = run(f"sgd_{activation}", State(R, Q, w), p, [0, 5])
    kept = [s.Q / 0.7 - np.outer(s.w0, s.w0) / 0.3 for s in (first, last)]
    assert np.abs(last.Q - first.Q).max() > 0.1
    change = kept[1] - kept[0]
    assert np.abs(np.diag(change)).max() < 1e-9
    assert (np.abs(change).max() < 1e-9) == (activation == "linear")


def excess_of(Q, R):
    """Q in the directions that are orthogonal to the columns of R, (K - M, K - M)."""
    basis = np.linalg.svd(R)[0][:, R.shape[1] :]
    return basis, basis.T @ Q @ basis


@pytest.mark.parametrize("V", [np.inf, 5.0])
def test_excess_directions_of_a_linear_meta_learner_keep_what_they_had(V):
    """K > M, P -> inf, one inner step from 0: heads, and so the steps of J, stay in the columns of
    R."""
    R, Q, T = overlaps(4, 2, 0)
    p = {"T": T, "V": V, "eta_J": 0.2, "eta_w": 0.4}
    basis, kept = excess_of(Q, R)
    states = run("fo_anil_linear", State(R, Q, np.zeros(4)), p, [0, 50, 1000])
    assert load("fo_anil_linear").observable("eps_g", states[-1], p) < 0.2 * np.trace(T)
    for state in states[1:]:
        assert np.abs(basis.T @ state.R).max() < 1e-9
        np.testing.assert_allclose(basis.T @ state.Q @ basis, kept, rtol=0, atol=1e-8)
        assert np.abs(state.Q - Q).max() > 0.1
    lost = run("fo_anil_linear", State(R, Q, np.full(4, 0.3)), p, [0, 50])[-1]
    # a head start leaves the columns of R
    assert np.abs(basis.T @ lost.Q @ basis - kept).max() > 1e-3


# -- relu ------------------------------------------------------------------------------------------


def plane(q, r, t, function):
    """< function(lambda, beta) > for a function of second degree that is smooth between the kinks,
    by quadrature over the angle of the plane of the two fields; the radius has <rho^2> = 2."""
    phi = math.acos(r / math.sqrt(q * t))
    kinks = sorted(
        x % (2 * math.pi) for x in (math.pi / 2, -math.pi / 2, phi + math.pi / 2, phi - math.pi / 2)
    )
    edges = [0.0, *kinks, 2 * math.pi]

    def along(angle):
        return function(math.sqrt(q) * math.cos(angle), math.sqrt(t) * math.cos(angle - phi))

    parts = (quad(along, *edge, epsabs=1e-13)[0] for edge in pairwise(edges))
    return 2 * sum(parts) / (2 * math.pi)


@pytest.mark.parametrize(
    ("q", "r", "t"), [(0.7, 0.3, 1.4), (1.0, -0.6, 0.5), (2.0, 1.99, 2.0), (0.4, 0.0, 1.0)]
)
def test_relu_averages_are_those_of_the_plane(q, r, t):
    w, v = 0.8, -1.3
    p = fixed(1, T=np.array([[t]]), mean=np.array([v]), eta_J=1.7, eta_0=0.6)
    state = State(np.array([[r]]), np.array([[q]]), np.array([w]))

    def miss(a, b):
        return w * max(a, 0) - v * max(b, 0)

    dR, dQ, dw0 = load("sgd_relu").rhs(state, p)
    assert dR[0, 0] == pytest.approx(
        -1.7 * w * plane(q, r, t, lambda a, b: miss(a, b) * (a > 0) * b), rel=1e-12
    )
    assert dQ[0, 0] == pytest.approx(
        -3.4 * w * plane(q, r, t, lambda a, b: miss(a, b) * (a > 0) * a), rel=1e-12
    )
    assert dw0[0] == pytest.approx(
        -0.6 * plane(q, r, t, lambda a, b: miss(a, b) * max(a, 0)), rel=1e-12
    )
    error = load("sgd_relu").observable("eps_g", state, p)
    assert error == pytest.approx(plane(q, r, t, lambda a, b: miss(a, b) ** 2 / 2), rel=1e-12)
    angle = math.acos(r / math.sqrt(q * t))
    kernel = (
        math.sqrt(q * t) * (math.sin(angle) + (math.pi - angle) * math.cos(angle)) / (2 * math.pi)
    )
    # arc-cosine kernel
    assert error == pytest.approx(w**2 * q / 4 + v**2 * t / 4 - w * v * kernel, rel=1e-12)
