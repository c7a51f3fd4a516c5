"""From the loss to the equations: gradients, the law, symbolic K and M, and limits and symmetries
of the result."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
from evaluate_system import fo_anil_system, overlaps
from overlaps_only import load
from scipy.special import erf
from sympy import (
    Function,
    IndexedBase,
    Integer,
    KroneckerDelta,
    Rational,
    Sum,
    Symbol,
    expand,
    symbols,
)
from sympy.tensor.indexed import Indexed

from orderode.derive.dynamics.law import overlap_change
from orderode.derive.dynamics.reading import Activate, read
from orderode.derive.dynamics.tasks import moment, partitions
from orderode.derive.ir.deltas import contract
from orderode.derive.ir.system import Index
from orderode.derive.models import fo_anil, setting

MODEL = read(fo_anil.MODEL)


# -- differentiating the loss ----------------------------------------------------------------------


def unrolled(expression, at, sizes):
    """Sums over units written out, units as numbers, elements as plain symbols (of one sample), g
    as a function."""

    def write_out(total):
        names = [i for i, _, _ in total.limits]
        values = itertools.product(*(range(sizes[i.rng.parts[0]]) for i in names))
        return sum(numbered(total.function, dict(zip(names, v, strict=True))) for v in values)

    def numbered(e, values):
        return e.replace(lambda x: isinstance(x, Sum), write_out).xreplace(
            {i: Integer(v) for i, v in values.items()}
        )

    flat = numbered(expression, at)
    g, x = Function("g"), Symbol("x", real=True)
    flat = flat.replace(
        Activate, lambda n, f: g(x).diff(x, int(n)).subs(x, plain(f)) if n else g(plain(f))
    )
    return flat.xreplace({e: plain(e) for e in flat.atoms(Indexed)}).doit()


def without_noise(expression):
    return expression.subs(Symbol(fo_anil.MODEL.noise.name, nonnegative=True), 0)


def plain(element):
    return Symbol(f"{element.base}{element.indices[0]}", real=True)


def by_hand():
    """The loss of two students and two teachers, nothing symbolic about the numbers of units."""
    g = Function("g")
    w0, w1, u0, u1, l0, l1, b0, b1 = symbols("w0 w1 u0 u1 lambda0 lambda1 beta0 beta1", real=True)
    loss = (w0 * g(l0) + w1 * g(l1) - u0 * g(b0) - u1 * g(b1)) ** 2 / 2
    return loss, (w0, w1), (l0, l1)


@pytest.mark.parametrize("k", [0, 1])
def test_force_is_the_gradient_of_the_unrolled_loss(k):
    loss, _, fields = by_hand()
    unit = MODEL.learner.index(0)
    force = contract(without_noise(MODEL.outer.gradient(unit)))
    found = unrolled(force, {unit: k}, {"K": 2, "M": 2})
    assert expand((found - loss.diff(fields[k])).doit()) == 0
    assert found != 0


@pytest.mark.parametrize("k", [0, 1])
def test_inner_gradient_is_that_of_the_unrolled_loss(k):
    loss, heads, _ = by_hand()
    unit = MODEL.learner.index(0)
    found = unrolled(
        contract(without_noise(MODEL.adaptation.slope(unit))), {unit: k}, {"K": 2, "M": 2}
    )
    wanted = loss.diff(heads[k])
    assert expand(found - wanted) == 0
    assert found != 0


def test_another_loss_gives_another_force():
    """Nothing about the squared error is built in: a loss of fourth order, differentiated by the
    same code."""

    def quartic(head, samples):
        return (
            setting.learner.output(head, samples) - setting.teacher.output(setting.u, samples)
        ) ** 4 / 4

    unit = MODEL.learner.index(0)
    outer = dataclasses.replace(fo_anil.MODEL.outer, loss=quartic)
    force = contract(read(dataclasses.replace(fo_anil.MODEL, outer=outer)).outer.gradient(unit))
    loss, _, (field, _) = by_hand()
    residual = loss.diff(Symbol("w0", real=True)) / Function("g")(field)
    wanted = (residual**4 / 4).diff(field)
    assert expand((unrolled(force, {unit: 0}, {"K": 2, "M": 2}) - wanted).doit()) == 0


# -- the law and the task averages -----------------------------------------------------------------


def test_bilinear_law():
    a_k, a_l, z_k, z_l, z_n = symbols("a_k a_l z_k z_l z_n")
    assert overlap_change("k", "n", both_move=False) == a_k * z_n
    assert (
        expand(overlap_change("k", "l", both_move=True) - (a_k * z_l + a_l * z_k + a_k * a_l)) == 0
    )
    assert expand(overlap_change("k", "k", both_move=True) - (2 * a_k * z_k + a_k**2)) == 0


def test_bilinear_law_on_vectors():
    """Samples with x.x' = N delta exactly, where the law holds at finite N: overlaps before and
    after one step."""
    rng = np.random.default_rng(0)
    N, K, M, samples = 40, 3, 2, 5
    J, B, a = (
        rng.standard_normal((K, N)),
        rng.standard_normal((M, N)),
        rng.standard_normal((K, samples)),
    )
    x = math.sqrt(N) * np.linalg.qr(rng.standard_normal((N, samples)))[0].T
    moved = J + a @ x / math.sqrt(N)
    lam, beta = J @ x.T / math.sqrt(N), B @ x.T / math.sqrt(N)
    for k, l in itertools.product(range(K), repeat=2):
        change = overlap_change("k", "l", both_move=True)
        values = (
            {"a_k": a[k, s], "a_l": a[l, s], "z_k": lam[k, s], "z_l": lam[l, s]}
            for s in range(samples)
        )
        wanted = sum(float(change.subs(v)) for v in values)
        assert moved[k] @ moved[l] - J[k] @ J[l] == pytest.approx(wanted, rel=1e-11)
    change = overlap_change("k", "n", both_move=False)
    wanted = sum(float(change.subs({"a_k": a[0, s], "z_n": beta[1, s]})) for s in range(samples))
    assert (moved[0] - J[0]) @ B[1] == pytest.approx(wanted, rel=1e-11)


def test_task_averages():
    """Moments in means, second moments and fourth cumulants; the number of partitions; Kronecker
    deltas summed."""
    letters = MODEL.teacher
    i, j, k, l = (letters.index(n) for n in range(4))
    mean, pair, fourth = IndexedBase("m"), IndexedBase("p"), Symbol("fourth")
    arguments = (lambda x: mean[x], lambda x, y: pair[x, y], lambda _: fourth)
    assert moment((), *arguments) == 1
    assert moment((i,), *arguments) == mean[i]
    assert moment((i, j), *arguments) == pair[i, j]
    pairs = pair[i, j] * pair[k, l] + pair[i, k] * pair[j, l] + pair[i, l] * pair[j, k]
    means = mean[i] * mean[j] * mean[k] * mean[l]
    assert expand(moment((i, j, k, l), *arguments) - (pairs - 2 * means + fourth)) == 0
    assert [len(list(partitions(tuple(range(n))))) for n in range(6)] == [1, 1, 2, 5, 15, 52]
    left = IndexedBase("left")
    assert contract(Sum(left[i] * KroneckerDelta(i, j), (i, 1, i.rng.size))) == left[j]
    spread = Sum(left[i] * (KroneckerDelta(i, j) + 2), (i, 1, i.rng.size))
    assert expand(contract(spread) - left[j] - Sum(2 * left[i], (i, 1, i.rng.size))) == 0


# -- K and M stay symbolic -------------------------------------------------------------------------


def test_no_number_of_units_anywhere():
    """Sums run to K, M or K + M; indices are symbols; numbers are coefficients of the order of
    one."""
    K, M = (Symbol(s, integer=True, positive=True) for s in "KM")
    sizes = ("n_path", "n_nodes", "n_square", "n_quartic", "n_fine")
    rules = [Symbol(s, integer=True, positive=True) for s in sizes]
    system = fo_anil_system()
    sums = 0
    drift = system.needed_for((*system.outputs, *system.observables))
    for d in drift:
        assert {r.size for r in d.ranges} <= {K, M, K + M, *rules}
        for piece in d.pieces:
            e = piece.expression
            for total in e.atoms(Sum):
                sums += 1
                assert all(
                    low == 1 and high in (K, M, K + M, *rules) for _, low, high in total.limits
                )
            assert all(
                isinstance(i, Index) for element in e.atoms(Indexed) for i in element.indices
            )
            numbers = {abs(n) for n in e.atoms(Integer, Rational)}
            assert all(n <= 11 and n.q <= 4 for n in numbers), numbers
    assert sums >= 4
    assert len(drift) < 90


@pytest.mark.slow
def test_system_is_frozen_and_digest_follows_its_content():
    system = fo_anil_system()
    with pytest.raises(dataclasses.FrozenInstanceError):
        system.name = "x"
    assert len(system.digest) == 16 and int(system.digest, 16) >= 0
    assert dataclasses.replace(system, derivation=()).digest == system.digest
    assert dataclasses.replace(system, closures=()).digest != system.digest
    assert dataclasses.replace(system, activation="relu").digest != system.digest
    first = system.definitions[0]
    changed = dataclasses.replace(first, symmetric=())
    assert (
        dataclasses.replace(system, definitions=(changed, *system.definitions[1:])).digest
        != system.digest
    )


def test_closures_name_the_limit_and_what_finite_support_sets_need():
    system = fo_anil_system()
    assert ("P", "integer", "quadrature") in system.limits
    assert {c.name for c in system.closures} >= {"N -> inf", "quadrature", "nodes", "1/P"}
    assert all(section.title and section.steps for section in system.derivation)


# -- the right-hand side from the microscopic law, by quadrature -----------------------------------


def gauss(size, dimensions):
    """Gauss-Hermite nodes (dimensions, n) and weights (n,) of the standard normal."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(size)
    z = np.stack(np.meshgrid(*[nodes] * dimensions, indexing="ij")).reshape(dimensions, -1)
    w = np.prod(np.meshgrid(*[weights / weights.sum()] * dimensions, indexing="ij"), axis=0).ravel()
    return z, w


@pytest.mark.parametrize("V", [np.inf, 7.0])
@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 1), (1, 2), (2, 2)])
def test_right_hand_side_from_its_definition(K, M, V):
    """< sum_s a_k^s z^s >, < sum_s a_k^s a_l^s > and the mean loss with w = eta_w A u, by
    quadrature over fields and
    task: no Isserlis, no closed form. Field variances below 0.4 keep Gauss-Hermite with 24 nodes at
    1e-10."""
    rng = np.random.default_rng([K, M])
    root = 0.45 * rng.standard_normal((K + M, K + M))
    C = root @ root.T
    C *= 0.4 / C.diagonal().max()
    R, Q, T = C[:K, K:], C[:K, :K], C[K:, K:]
    eta_J, eta_w = 2.0, 1.7
    z, weight = gauss(24, K + M)
    fields = np.linalg.cholesky(C) @ z
    lam, g = fields[:K], erf(fields / math.sqrt(2))
    slope = math.sqrt(2 / math.pi) * np.exp(-(lam**2) / 2)
    adapt = np.einsum("kx,mx,x->km", g[:K], g[K:], weight)
    tasks, task_weight = gauss(4, M)  # the spread is of degree 4 in u
    drift, spread, loss = np.zeros((K, K + M)), np.zeros((K, K)), 0.0
    for u, p in zip(tasks.T, task_weight, strict=True):
        w = eta_w * adapt @ u
        residual = w @ g[:K] - u @ g[K:]
        F = residual * w[:, None] * slope
        drift -= p * eta_J * (F * weight) @ fields.T
        spread += p * eta_J**2 / V * (F * weight) @ F.T
        loss += p * weight @ residual**2 / 2
    backend, parameters = load("fo_anil", "numpy"), {"eta_J": eta_J, "eta_w": eta_w, "V": V}
    dR, dQ = backend.rhs(R, Q, T, parameters)
    np.testing.assert_allclose(dR, drift[:, K:], rtol=0, atol=1e-10)
    np.testing.assert_allclose(dQ, drift[:, :K] + drift[:, :K].T + spread, rtol=0, atol=1e-10)
    assert backend.eps_g(R, Q, T, parameters) == pytest.approx(loss, abs=1e-10)


# -- limits and symmetries -------------------------------------------------------------------------


NUMPY = load("fo_anil", "numpy")
RATES = {"eta_J": 2.5, "eta_w": 1.5, "V": 30.0}


def test_growth_from_zero_overlap():
    """R -> 0, V -> inf: R_kn grows at rate eta_J eta_w (4/pi^2) T_n/((1 + Q_kk)(1 + T_n)) for
    diagonal T and Q."""
    T, q = np.array([1.0, 2.0, 3.0]), np.array([0.3, 0.5, 0.9, 1.4])
    R = 1e-9 * np.random.default_rng(0).uniform(0.5, 1, (4, 3))
    parameters = RATES | {"V": np.inf}
    dR, _ = NUMPY.rhs(R, np.diag(q), np.diag(T), parameters)
    rate = 2.5 * 1.5 * 4 / math.pi**2 * T / ((1 + q[:, None]) * (1 + T))
    np.testing.assert_allclose(dR / R, rate, rtol=1e-7)
    assert (np.diff(rate, axis=1) > 0).all(), "strongest teacher first"


def test_zero_overlap_stays():
    """With R = 0 the head is zero: nothing moves, and eps_g is that of the teacher alone, tr
    asin(T/(1+T))/pi."""
    T = np.diag([1.0, 2.0])
    dR, dQ = NUMPY.rhs(np.zeros((3, 2)), 0.5 * np.eye(3), T, RATES)
    assert not dR.any() and not dQ.any()
    eps_g = NUMPY.eps_g(np.zeros((3, 2)), 0.5 * np.eye(3), T, RATES)
    assert eps_g == pytest.approx(
        sum(math.asin(t / (1 + t)) for t in (1.0, 2.0)) / math.pi, rel=1e-14
    )


def test_infinite_query_set_is_the_limit_of_large_ones():
    R, Q, T = overlaps(3, 3, 0)
    limit = NUMPY.rhs(R, Q, T, RATES | {"V": np.inf})
    for found, wanted in zip(NUMPY.rhs(R, Q, T, RATES | {"V": 1e300}), limit, strict=True):
        assert np.array_equal(found, wanted)
    one, two, four = (NUMPY.rhs(R, Q, T, RATES | {"V": V})[1] - limit[1] for V in (1.0, 2.0, 4.0))
    np.testing.assert_allclose(one, 2 * two, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(two, 2 * four, rtol=1e-12, atol=1e-15)
    assert np.linalg.eigvalsh(one)[0] > 0, "steps against steps: a covariance"


@pytest.mark.parametrize("rate", ["eta_w", "eta_J"])
def test_no_rate_no_motion(rate):
    dR, dQ = NUMPY.rhs(*overlaps(3, 2, 0), RATES | {rate: 0.0})
    assert not dR.any() and not dQ.any()


def test_outer_rate_rescales_time_only():
    """At V = inf both are linear in eta_J; with finite V the rest of dQ is quadratic."""
    state = overlaps(3, 2, 1)
    for found, wanted in zip(
        NUMPY.rhs(*state, RATES | {"V": np.inf, "eta_J": 5.0}),
        NUMPY.rhs(*state, RATES | {"V": np.inf}),
        strict=True,
    ):
        np.testing.assert_allclose(found, 2 * wanted, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("seed", range(4))
def test_permuting_and_reflecting_units_commutes_with_the_equations(seed):
    """Units of either network may be renumbered, and J_k -> -J_k or B_n -> -B_n changes signs only
    (g is odd)."""
    rng = np.random.default_rng(seed)
    K, M = 4, 3
    R, Q, T = overlaps(K, M, seed)
    left, right = (np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], n) for n in (K, M))
    dR, dQ = NUMPY.rhs(R, Q, T, RATES)
    moved = (left @ R @ right.T, left @ Q @ left.T, right @ T @ right.T)
    dR_moved, dQ_moved = NUMPY.rhs(*moved, RATES)
    np.testing.assert_allclose(dR_moved, left @ dR @ right.T, rtol=0, atol=1e-13 * np.abs(dR).max())
    np.testing.assert_allclose(dQ_moved, left @ dQ @ left.T, rtol=0, atol=1e-13 * np.abs(dQ).max())
    assert NUMPY.eps_g(*moved, RATES) == pytest.approx(NUMPY.eps_g(R, Q, T, RATES), rel=1e-13)
    assert not np.allclose(moved[0], R)


def test_equal_students_move_alike_and_silent_ones_do_not_matter():
    """Two equal rows of R and Q stay equal. A student with Q_kk = R_kn = 0 has field 0: the others
    do not see it."""
    R, Q, T = overlaps(2, 2, 3)
    twice = [0, 0, 1]
    dR, dQ = NUMPY.rhs(R[twice], Q[np.ix_(twice, twice)], T, RATES)
    np.testing.assert_allclose(dR[0], dR[1], rtol=1e-14)
    np.testing.assert_allclose(dQ[0], dQ[1], rtol=1e-13)
    with_silent = (np.vstack([R, np.zeros(2)]), np.pad(Q, (0, 1)), T)
    dR, dQ = NUMPY.rhs(*with_silent, RATES)
    wanted = NUMPY.rhs(R, Q, T, RATES)
    np.testing.assert_allclose(dR[:2], wanted[0], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(dQ[:2, :2], wanted[1], rtol=1e-12, atol=1e-15)


def test_perfect_student_of_one_teacher_feels_no_drift():
    """K = M = 1, J = B and eta_w <g^2> = 1: f = y for every task, so the loss and all motion
    vanish, at any V."""
    T = np.array([[1.3]])
    I2 = 2 / math.pi * math.asin(1.3 / 2.3)
    dR, dQ = NUMPY.rhs(T, T, T, {"eta_J": 3.0, "eta_w": 1 / I2, "V": 5.0})
    assert abs(dR).max() < 1e-15 and abs(dQ).max() < 1e-15
    assert NUMPY.eps_g(T, T, T, {"eta_J": 3.0, "eta_w": 1 / I2, "V": 5.0}) == pytest.approx(
        0, abs=1e-16
    )


def test_where_student_is_teacher_both_equations_are_one():
    """Q = R = T: fields of students and teachers coincide, so at V = inf the force on both overlaps
    is one matrix."""
    T = np.array([[1.0, 0.2], [0.2, 1.5]])
    dR, dQ = NUMPY.rhs(T, T, T, RATES | {"V": np.inf})
    np.testing.assert_allclose(dQ, dR + dR.T, rtol=1e-13, atol=1e-15)
