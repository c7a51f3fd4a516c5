"""The two backends behind one door: the same numbers, statuses in place of silent NaN, compiling,
threads."""

import math
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest
from flat_state import pack, unpack
from overlaps_only import load

import orderode
from orderode import solvers
from orderode.compiler import compiler
from orderode.errors import BackendError
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch, integrate_batch, stack_parameters, supports_batch
from orderode.theory.integrate import solver_parameters, start_state

PARAMETERS = {"eta_J": 3.0, "eta_w": 3.0, "P": math.inf, "V": math.inf}
T = np.diag([1.0, 2.0])
Q = 0.5 * np.eye(2)
R = np.array([[0.1, -0.05], [0.02, 0.2]])
TIMES = np.linspace(0, 5, 11)


def has_compiler():
    try:
        compiler()
    except BackendError:
        return False
    return True


needs_compiler = pytest.mark.skipif(not has_compiler(), reason="no C compiler found")
both = pytest.mark.parametrize("name", [pytest.param("c", marks=needs_compiler), "numpy"])


def solve(name, R=R, Q=Q, T=T, times=TIMES, rtol=1e-8, atol=1e-12, max_steps=0, **changes):
    solver = load("fo_anil", name)
    return solver.integrate(
        R, Q, T, PARAMETERS | changes, times, rtol=rtol, atol=atol, max_steps=max_steps
    )


def random_overlaps(seed, K, M):
    weights = np.random.default_rng(seed).standard_normal((K + M, K + M + 3))
    C = weights @ weights.T / (K + M + 3)
    return C[:K, K:], C[:K, :K], C[K:, K:]


# -- the same numbers ------------------------------------------------------------------------------


@both
def test_observables_of_many_states(name):
    """In one call what they are one by one; NaN where one is no covariance; of none nothing."""
    solver = solvers.load("pooled", name)
    overlaps = [random_overlaps([seed], 3, 3) for seed in range(4)]
    T = overlaps[0][2]
    chosen = {"eta_J": 1.0, "eta_w": 0.7, "P": math.inf, "V": math.inf, "T": T, "eta_0": 0.1}
    states = [State(0.1 * R, Q, np.arange(3.0)) for R, Q, _ in overlaps]
    states.append(State(states[0].R, -5 * np.eye(3), np.zeros(3)))
    together = State.stack(states)
    for observable in solver.entry.outputs:
        found = solver.observables(observable, together, chosen)
        alone = [solver.observable(observable, s, chosen) for s in states[:-1]]
        np.testing.assert_allclose(found[:-1], alone, rtol=1e-13)
        assert np.isnan(found[-1])
        assert solver.observables(observable, together.at(slice(0)), chosen).shape == (0,)


@needs_compiler
def test_parameters_may_change_between_calls():
    """Those of a call are kept for the next where nothing is another object; what changes in place,
    or is converted, is seen."""
    solver, state = solvers.load("fo_anil", "c"), State(R, Q, np.zeros(2))
    T = np.diag([1.0, 2.0])
    chosen = {**PARAMETERS, "T": T}
    first = solver.rhs(state, chosen).R
    np.testing.assert_array_equal(solver.rhs(state, chosen).R, first)
    wanted = solver.rhs(state, {**PARAMETERS, "T": np.diag([1.0, 3.0])}).R
    assert (wanted != first).any()
    solver.rhs(state, chosen)
    T[1, 1] = 3.0
    np.testing.assert_array_equal(solver.rhs(state, chosen).R, wanted)
    rows = [[1.0, 0.0], [0.0, 2.0]]
    chosen["T"] = rows
    np.testing.assert_array_equal(solver.rhs(state, chosen).R, first)
    rows[1][1] = 3.0
    np.testing.assert_array_equal(solver.rhs(state, chosen).R, wanted)
    chosen["eta_w"] = 1.0
    assert (solver.rhs(state, chosen).R != wanted).any()


@needs_compiler
@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 4), (5, 3)])
@pytest.mark.parametrize("V", [math.inf, 10])
def test_right_hand_sides_and_errors_agree(K, M, V):
    overlaps = random_overlaps([K, M], K, M)
    chosen = PARAMETERS | {"V": V}
    c, numpy = (load("fo_anil", name) for name in ("c", "numpy"))
    for a, b in zip(c.rhs(*overlaps, chosen), numpy.rhs(*overlaps, chosen), strict=True):
        assert a.shape == b.shape
        np.testing.assert_allclose(a, b, rtol=0, atol=1e-12 * np.abs(b).max())
    assert c.eps_g(*overlaps, chosen) == pytest.approx(numpy.eps_g(*overlaps, chosen), rel=1e-12)


@needs_compiler
@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2)])
@pytest.mark.parametrize("rtol", [1e-6, 1e-9])
def test_trajectories_agree_to_the_tolerance(K, M, rtol):
    """Two integrators of different order: errors add up to some hundred times rtol over this
    time."""
    overlaps = random_overlaps([K, M, 1], K, M)
    c, numpy = (solve(name, *overlaps, rtol=rtol, atol=rtol, V=20) for name in ("c", "numpy"))
    assert c.status == numpy.status == "ok"
    for a, b in ((c.R, numpy.R), (c.Q, numpy.Q)):
        assert a.shape == b.shape and len(a) == len(TIMES)
        np.testing.assert_allclose(a, b, rtol=0, atol=1e3 * rtol * np.abs(b).max())


@both
def test_tighter_tolerances_are_closer(name):
    reference = solve(name, rtol=1e-12, atol=1e-14)
    errors = [np.abs(solve(name, rtol=x, atol=x).R - reference.R).max() for x in (1e-3, 1e-6, 1e-9)]
    assert errors[1] < errors[0] / 30 and errors[2] < errors[1] / 30


@both
def test_times_asked_for_do_not_move_the_trajectory(name):
    coarse, fine = solve(name, times=TIMES[[0, -1]]), solve(name, times=np.linspace(0, 5, 501))
    np.testing.assert_allclose(fine.R[-1], coarse.R[-1], rtol=0, atol=1e-9)
    np.testing.assert_allclose(fine.R[::50], solve(name).R, rtol=0, atol=1e-7)


SLOW = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 3,
    "M": 3,
    "parameters": {"eta_J": 3.0, "eta_w": 3.0, "P": math.inf, "V": math.inf},
    "overlaps": {"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"scale": 1e-3, "seed": 0}},
    "run": {"alpha_end": 120.0, "points": 241, "atol": 1e-14},
}


@pytest.mark.parametrize("kernels", [pytest.param("c", marks=needs_compiler), "numpy", "batch"])
@pytest.mark.parametrize("rtol", [1e-4, 1e-8])
def test_times_between_long_steps_are_within_the_tolerance(kernels, rtol):
    """Late, steps are as long as stability allows, and several of the times lie in one: an
    interpolant of degree seven is 50 (at rtol 1e-4) to 1000 (at 1e-8) tolerances off there, the
    ends of steps up to 15."""
    problem = orderode.load_problem(SLOW).with_changes(run={"rtol": rtol})
    exact = orderode.integrate(
        problem.with_changes(run={"rtol": 1e-13}), "c" if has_compiler() else "numpy"
    )
    largest = np.abs(exact.Q).max()
    if kernels == "batch":
        solver = solvers.load("fo_anil")
        if not supports_batch("fo_anil"):
            pytest.skip("no vector kernels here")
        states = State(*(x[None] for x in start_state(problem)))
        chosen = stack_parameters([solver_parameters(problem, solver)])
        found = integrate_batch(
            "fo_anil", states, chosen, problem.run.alphas(), rtol=rtol, atol=1e-14
        )
        error = np.abs(found.observables["eps_g"][0] - exact.eps_g).max()
        assert error < 30 * rtol * largest
        return
    found = orderode.integrate(problem, kernels)
    error = max(np.abs(found.R - exact.R).max(), np.abs(found.Q - exact.Q).max())
    assert error < 30 * rtol * largest


@both
def test_shapes_start_and_symmetry(name):
    found = solve(name)
    assert found.status == "ok" and found.evaluations > 50
    assert found.R.shape == (11, 2, 2) and found.Q.shape == (11, 2, 2)
    np.testing.assert_array_equal(found.R[0], R)
    np.testing.assert_array_equal(found.Q[0], Q)
    np.testing.assert_array_equal(found.Q, found.Q.swapaxes(1, 2))
    one = solve(name, times=TIMES[:1])
    assert one.status == "ok" and one.R.shape == (1, 2, 2)


@both
def test_inputs_are_left_alone(name):
    overlaps = random_overlaps(3, 2, 2)
    copies = [x.copy() for x in overlaps]
    solve(name, *overlaps)
    for a, b in zip(overlaps, copies, strict=True):
        np.testing.assert_array_equal(a, b)


def test_flat_states():
    R, Q, _ = random_overlaps(4, 3, 2)
    state = pack(State(R, Q, np.arange(3.0)))
    np.testing.assert_array_equal(state[:6], R.ravel())
    np.testing.assert_array_equal(state[6:12], Q[np.triu_indices(3)])
    np.testing.assert_array_equal(state[12:], np.arange(3.0))
    for a, b in zip(
        unpack(np.stack([state, 2 * state]), 3, 2), (R, Q, np.arange(3.0)), strict=True
    ):
        np.testing.assert_array_equal(a[1], 2 * b)


# -- numbers that cross into C ---------------------------------------------------------------------

# an int of 32 bits would keep 1, a negative number, ...
TOO_LARGE = [2**32 + 1, 2**31, -1, 2.5, math.nan, True]


@needs_compiler
@pytest.mark.parametrize("value", TOO_LARGE)
def test_integers_are_checked_before_they_cross_into_c(value):
    solver = solvers.load("fo_anil", "c")
    state = State(R, Q, np.zeros(2))
    given = {**PARAMETERS, "T": T, "inner_steps": value}
    with pytest.raises(BackendError, match=f"inner_steps = {value}"):
        solver.observable("eps_g", state, given)
    with pytest.raises(BackendError, match=f"inner_steps = {value}"):
        solver.integrate(state, given, TIMES, rtol=1e-6, atol=1e-9)
    if value not in (-1, True):
        with pytest.raises(BackendError, match="no rule of"):
            solver.rule(2, 2, value if value != 2**32 + 1 else 2**32 + 16381)
    if value != 2**32 + 1 and value != 2**31:
        with pytest.raises(BackendError, match=f"max_steps = {value}"):
            solver.integrate(
                state, {**PARAMETERS, "T": T}, TIMES, rtol=1e-6, atol=1e-9, max_steps=value
            )


@pytest.mark.parametrize("value", [2**32 + 1, 2**31, -1, 2.5, math.nan])
def test_integers_are_checked_before_they_cross_into_vector_kernels(value):
    if not supports_batch("fo_anil"):
        pytest.skip("no vector kernels here")
    state = State(R[None], Q[None], np.zeros((1, 2)))
    given = {**PARAMETERS, "T": T, "inner_steps": value}
    for call in (
        lambda: integrate_batch("fo_anil", state, given, TIMES, rtol=1e-6, atol=1e-9),
        lambda: evaluate_batch("fo_anil", "eps_g", state, given),
    ):
        with pytest.raises(BackendError, match="inner_steps = "):
            call()
    given["inner_steps"] = 1
    with pytest.raises(BackendError, match="threads = 0"):
        integrate_batch("fo_anil", state, given, TIMES, rtol=1e-6, atol=1e-9, threads=0)
    with pytest.raises(BackendError, match="max_steps = -1"):
        integrate_batch("fo_anil", state, given, TIMES, rtol=1e-6, atol=1e-9, max_steps=-1)


# -- statuses --------------------------------------------------------------------------------------


def finite(solution):
    return np.isfinite(solution.R).all(axis=(1, 2)) & np.isfinite(solution.Q).all(axis=(1, 2))


@both
def test_step_limit(name):
    """The times before it are those of the full run, bit for bit; the others are NaN."""
    whole, cut = solve(name), solve(name, max_steps=8)
    assert cut.status == "step limit" and cut.evaluations < whole.evaluations
    kept = finite(cut)
    assert kept[0] and not kept[-1] and (np.diff(kept.astype(int)) <= 0).all()
    np.testing.assert_array_equal(cut.R[kept], whole.R[kept])


@both
def test_non_finite_start(name):
    for bad in (math.nan, math.inf):
        start = R.copy()
        start[0, 1] = bad
        assert solve(name, R=start).status == "non-finite"


@both
def test_domain(name):
    """R = 3 with Q = 1/2 and T of order one is no covariance: an arcsine of more than one."""
    found = solve(name, R=np.full((2, 2), 3.0))
    assert found.status == "domain" and not finite(found)[1:].any()
    solver = load("fo_anil", name)
    dR, dQ = solver.rhs(np.full((2, 2), 3.0), Q, T, PARAMETERS)
    assert np.isnan(dR).any() and np.isnan(dQ).any()
    assert math.isnan(solver.eps_g(np.full((2, 2), 3.0), Q, T, PARAMETERS))


def long_students(name, max_steps):
    """Students far too long, a flow that shrinks them fast, and a tolerance that lets them
    overshoot zero."""
    loose = {"rtol": 0.9, "atol": 1e6, "max_steps": max_steps}
    return solve(name, R=np.full((2, 2), 1e-3), Q=20 * np.eye(2), eta_J=5e3, **loose)


@both
def test_negative_norm(name):
    """Norms that decay, and a tolerance that takes any step: after some twenty a step overshoots
    zero."""
    found = solve(name, R=np.full((2, 2), 1e-3), eta_J=1.0, decay=3.0, rtol=0.9, atol=1e6)
    assert found.status == "negative norm"
    assert not finite(found)[-1]


def shrinking_in_numpy(monkeypatch, times):
    """The numpy backend with dQ/dalpha = -1 in place of the generated flow: Q_kk = 1/2 - alpha
    passes zero at 1/2."""
    solver = load("fo_anil", "numpy")
    flow = SimpleNamespace(
        rhs=lambda R, Q, w0, *_: (
            np.zeros_like(R),
            -np.eye(2).reshape(2, 2, *[1] * (R.ndim - 2)) + 0 * Q,
            0 * w0,
        ),
        Parameters=solver.module.Parameters,
    )
    monkeypatch.setattr(solver.backend, "module", flow)
    return solver.integrate(R, Q, T, PARAMETERS, times, rtol=1e-8, atol=1e-12)


def test_negative_norm_in_numpy(monkeypatch):
    found = shrinking_in_numpy(monkeypatch, np.linspace(0, 50, 11))
    assert found.status == "negative norm" and not finite(found)[-1]


def test_values_are_nan_from_where_the_norm_is_negative(monkeypatch):
    found = shrinking_in_numpy(monkeypatch, np.linspace(0, 50, 501))
    assert not (np.einsum("akk->ak", found.Q) < 0).any()


@both
def test_failures_leave_nan_and_a_status(name):
    found = long_students(name, 200)
    assert found.status in {"step limit", "negative norm", "domain"} and not finite(found)[-1]


def test_no_silent_nan_in_numpy():
    found = solve(
        "numpy",
        R=np.diag([0.9999, 1.9999]),
        Q=T,
        times=np.linspace(0, 1, 11),
        rtol=0.5,
        atol=1.0,
        eta_J=100.0,
    )
    assert found.status != "ok" or finite(found).all()


@pytest.mark.parametrize(
    ("name", "atol"), [pytest.param("c", 1.0, marks=needs_compiler), ("numpy", 0.1)]
)
def test_no_silent_negative_norm(name, atol):
    start = {"R": np.diag([0.9999, 1.9999]), "Q": T, "times": np.linspace(0, 1, 300)}
    found = solve(name, **start, rtol=0.5, atol=atol, eta_J=300.0)
    assert found.status != "ok" or not (np.einsum("akk->ak", found.Q) < 0).any()


@both
def test_an_indefinite_trajectory_is_reported(name, monkeypatch):
    """A solver that returns overlaps that are no covariance, all finite: found by their least
    eigenvalue."""
    solver = load("fo_anil", name)
    solution = solver.integrate(R, Q, T, PARAMETERS, TIMES, rtol=1e-8, atol=1e-12)
    solution.R[-1] = 1.1 * np.sqrt(np.outer(np.diag(solution.Q[-1]), np.diag(T))) * np.eye(2)
    monkeypatch.setattr(solver.backend, "integrate", lambda *_, **__: solution)
    monkeypatch.setattr(solvers, "load", lambda *_: solver.backend)
    found = orderode.integrate(a_problem())
    assert found.status == "indefinite" and found.lambda_min < -0.01


def a_problem(**parameters):
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 2,
        "M": 2,
        "parameters": PARAMETERS | parameters,
        "overlaps": {"T": T, "Q": Q, "R": R},
        "run": {"alpha_end": 5.0, "points": 11},
    }
    return orderode.load_problem(content)


@both
def test_a_trajectory_says_where_it_comes_from(name):
    found = orderode.integrate(a_problem(), name)
    assert found.backend == name and found.digest == load("fo_anil", name).digest
    assert found.status == "ok" and found.lambda_min > -1e-4
    assert found.R.shape == (11, 2, 2) and found.eps_g.shape == (11,)
    dR, dQ, eps_g, *_ = orderode.right_hand_side(a_problem(), name)
    assert eps_g == found.eps_g[0] and dR.shape == (2, 2) and (dQ == dQ.T).all()


@both
def test_rho_is_the_cosine_between_units(name):
    found = orderode.integrate(a_problem(), name)
    rho = found.rho(T)
    np.testing.assert_allclose(rho[:, 1, 0], found.R[:, 1, 0] / np.sqrt(found.Q[:, 1, 1] * T[0, 0]))
    assert np.abs(rho).max() <= 1


@needs_compiler
@pytest.mark.parametrize("eta_J", [1e150, 1e200])
def test_enormous_rates_are_a_status_in_c(eta_J):
    assert orderode.integrate(a_problem(eta_J=eta_J, V=5), "c").status != "ok"


@pytest.mark.parametrize("eta_J", [1e150, 1e200])
def test_enormous_rates_are_a_status_in_numpy(eta_J):
    assert orderode.integrate(a_problem(eta_J=eta_J, V=5), "numpy").status != "ok"


# -- threads ---------------------------------------------------------------------------------------


@both
def test_threads_share_nothing(name):
    """One solver, eight threads, problems of different sizes: the same bits as one after the
    other."""
    solver = load("fo_anil", name)
    cases = [random_overlaps(seed, 1 + seed % 4, 1 + seed % 3) for seed in range(16)]

    def one(case):
        return solver.integrate(
            *case, PARAMETERS | {"V": 20}, np.linspace(0, 1, 5), rtol=1e-6, atol=1e-9
        )

    alone = [one(case) for case in cases]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(one, cases))
    for a, b in zip(alone, together, strict=True):
        assert a.status == b.status == "ok"
        np.testing.assert_array_equal(a.R, b.R)
        np.testing.assert_array_equal(a.Q, b.Q)
