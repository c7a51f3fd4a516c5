"""Inputs in blocks: equations against the microscopic step, against those of i.i.d. inputs, against
a linear learner's by hand; the simulations against each other; plateaus and curricula."""

import itertools
import json
import math
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance

import orderode
from orderode import NotAvailable, Problem, ProblemError, load_problem
from orderode.certify.level import threshold
from orderode.certify.simulation import microscopic_setting
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.language import Rate
from orderode.derive.language.data import as_json
from orderode.derive.language.reading import read
from orderode.derive.models import algorithms
from orderode.models.data import model_data
from orderode.simulate import Setting, sample_drift
from orderode.simulate.direct import Direct
from orderode.simulate.increments import sample_increments
from orderode.simulate.measure import sample_eps_g
from orderode.simulate.reduced import Reduced
from orderode.solvers import load
from orderode.solvers.base import State

SYSTEMS = [("structured_sgd", a) for a in ("erf", "relu", "linear")] + [("curriculum", "erf")]
UNITS = list(itertools.product(range(1, 5), repeat=2))
RATES = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "decay": 0.2}


def name_of(system):
    model, activation = system
    return model if activation == "erf" else f"{model}_{activation}"


def point(K, M):
    """Random overlaps, shares and variances of 2 to 4 blocks, head, V; blocks of the last have no
    weights of the teacher."""
    rng = np.random.default_rng([11, K, M])
    L = int(rng.integers(2, 5))
    shares = rng.dirichlet(4 * np.ones(L))
    C = shares[:, None, None] * np.array([covariance(rng, K + M, None) for _ in range(L)])
    C[-1, K:] = C[-1, :, K:] = 0.0
    variances = rng.uniform(0.2, 2.5, L)
    given = {"shares": shares, "variances": variances, "w0": rng.standard_normal(K)}
    return C, given, RATES | {"V": float((1, 2, 5)[(K + M) % 3])}


def state_of(C, K, w0):
    return State(C[:, :K, K:], C[:, :K, :K], w0)


def theory(system, K, M, backend="c", **changed):
    """dR, dQ and dw0."""
    C, given, rates = point(K, M)
    weights = {k: given[k] for k in ("shares", "variances")}
    chosen = rates | weights | {"T": C[:, K:, K:], "kurtosis": None} | changed
    return load(name_of(system), backend).rhs(state_of(C, K, given["w0"]), chosen)


@cache
def sampled(system, K, M):
    """The drift of 40000 microscopic steps."""
    (model, activation), (C, given, rates) = system, point(K, M)
    overlaps = {"T": C[:, K:, K:], "Q": C[:, :K, :K], "R": C[:, :K, K:]}
    setting = Setting(model_data(model), activation, K, M, rates, **overlaps, **given)
    return sample_drift(setting, tasks=40_000, seed=K + 4 * M)


def scores(system, K, M, **changed):
    """|z| of dR, the upper triangles of dQ, and dw0; entries that nothing moves have none."""
    slopes, found = theory(system, K, M, **changed), sampled(system, K, M)
    rows, columns = np.triu_indices(K)
    z = []
    for t, mean, error in (
        (slopes.R, found.dR_mean, found.dR_se),
        (
            slopes.Q[:, rows, columns],
            found.dQ_mean[:, rows, columns],
            found.dQ_se[:, rows, columns],
        ),
        (slopes.w0, found.dw0_mean, found.dw0_se),
    ):
        apart = np.abs(mean - t) > 1e-12
        z.append((np.abs(mean - t) / np.where(apart, error, 1.0))[apart])
    return np.concatenate(z)


def limit(system):
    """Bonferroni at level 1e-3 over all entries of the system's 16 cases."""
    return threshold(sum(len(scores(system, *units)) for units in UNITS))


@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS, ids=name_of)
def test_drift(system):
    """40000 steps at random overlaps, blocks and V, K and M from 1 to 4."""
    assert max(scores(system, *units).max() for units in UNITS) < limit(system)


@pytest.mark.parametrize("system", SYSTEMS, ids=name_of)
def test_drift_of_a_few(system):
    """The same of three of the cases."""
    some = [scores(system, *units).max() for units in ((1, 1), (2, 3), (4, 2))]
    assert max(some) < threshold(400)


@pytest.mark.slow
@pytest.mark.parametrize("wrong", ["variances", "shares"])
@pytest.mark.parametrize("system", SYSTEMS, ids=name_of)
def test_drift_sees_wrong_blocks(system, wrong):
    """Power: the first block with a tenth of the variance more, or a fifth more of the inputs."""
    worst = 0.0
    for K, M in UNITS:
        weights = point(K, M)[1][wrong].copy()
        weights[0] *= 1.1 if wrong == "variances" else 1.2
        worst = max(worst, scores(system, K, M, **{wrong: weights}).max())
    assert worst > limit(system)


@pytest.mark.parametrize("backend", ["numpy", "c"])
@pytest.mark.parametrize("system", SYSTEMS, ids=name_of)
def test_any_split_of_isotropic_inputs(system, backend):
    """Of blocks of the same variance 1 the slopes add up to those of i.i.d. inputs; where weights
    are spread evenly, so are the slopes."""
    plain = {"structured_sgd": "sgd", "curriculum": "sign_teacher"}[system[0]]
    whole = load(name_of((plain, system[1])), backend)
    for K, M in ((1, 1), (3, 2), (2, 4)):
        C, given, rates = point(K, M)
        ones = np.ones_like(given["variances"])
        found = theory(system, K, M, backend, variances=ones)
        total = C.sum(axis=0)
        at = State(total[:K, K:], total[:K, :K], given["w0"])
        wanted = whole.rhs(at, rates | {"T": total[K:, K:], "kurtosis": None})
        for name in ("R", "Q"):
            summed = getattr(found, name).sum(axis=0)
            np.testing.assert_allclose(summed, getattr(wanted, name), rtol=1e-11, atol=1e-13)
        np.testing.assert_allclose(found.w0, wanted.w0, rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("system", SYSTEMS, ids=name_of)
def test_blocks_may_be_exchanged_and_joined(system):
    K, M = 2, 3
    C, given, rates = point(K, M)
    order = np.random.default_rng(0).permutation(len(C))
    slopes = theory(system, K, M)
    moved = {k: given[k][order] for k in ("shares", "variances")}
    chosen = rates | moved | {"T": C[order, K:, K:], "kurtosis": None}
    solver = load(name_of(system), "c")
    found = solver.rhs(state_of(C[order], K, given["w0"]), chosen)
    np.testing.assert_allclose(found.R, slopes.R[order], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(found.Q, slopes.Q[order], rtol=1e-12, atol=1e-14)
    # two halves of a block are the block
    halves = np.concatenate([C[:1] / 2, C[:1] / 2, C[1:]])
    apart = {"variances": given["variances"][[0, 0, *range(1, len(C))]]}
    shares = given["shares"]
    apart["shares"] = np.array([shares[0] / 2, shares[0] / 2, *shares[1:]])
    chosen = rates | apart | {"T": halves[:, K:, K:], "kurtosis": None}
    found = solver.rhs(state_of(halves, K, given["w0"]), chosen)
    np.testing.assert_allclose(found.Q[0] + found.Q[1], slopes.Q[0], rtol=1e-12, atol=1e-14)


def test_a_linear_learner_by_hand():
    """K = M = 1, g(x) = x: the coefficient of a sample is eta w (u beta - w lambda + noise)."""
    phi, c, w, eta, V, sigma = np.array([0.3, 0.7]), np.array([1.7, 0.4]), 1.3, 0.6, 3.0, 0.2
    Q, R, T = np.array([0.4, 0.2]), np.array([0.1, -0.15]), np.array([0.5, 0.3])
    error = c @ (T - 2 * w * R + w**2 * Q) + sigma**2
    dR = eta * w * c * (T - w * R)
    dQ = 2 * eta * w * c * (R - w * Q) + (eta * w) ** 2 / V * c * phi * error
    state = State(R[:, None, None], Q[:, None, None], np.array([w]))
    chosen = {"eta_J": eta, "noise": sigma, "V": V, "T": T[:, None, None], "shares": phi}
    found = load("structured_sgd_linear", "c").rhs(state, chosen | {"variances": c})
    np.testing.assert_allclose(found.R.ravel(), dR, rtol=1e-13)
    np.testing.assert_allclose(found.Q.ravel(), dQ, rtol=1e-13)


def test_backends_agree():
    """Slopes and trajectories, of a matrix of each block and packed."""
    for system in SYSTEMS:
        for K, M in ((1, 2), (3, 2)):
            for x, y in zip(theory(system, K, M, "c"), theory(system, K, M, "numpy"), strict=True):
                np.testing.assert_allclose(x, y, rtol=1e-11, atol=1e-13)
    problem = load_problem("experiments/structured_sgd.toml").with_changes(run={"alpha_end": 5.0})
    ours, theirs = (orderode.integrate(problem, backend) for backend in ("c", "numpy"))
    np.testing.assert_allclose(ours.Q, theirs.Q, rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose(ours.eps_g, theirs.eps_g, rtol=1e-6)


def small(method, N, runs, seed):
    """A simulation of two blocks, of a fourth and of the rest."""
    C, given, rates = point(2, 1)
    weights = {"shares": np.array([0.25, 0.75]), "variances": np.array([2.0, 0.5])}
    C = np.array([C[0], 2 * C[0]])
    overlaps = {"T": C[:, 2:, 2:], "Q": C[:, :2, :2], "R": C[:, :2, 2:]}
    data = model_data("structured_sgd")
    setting = Setting(data, "erf", 2, 1, rates, **overlaps, **weights, w0=given["w0"])
    return method(setting, N, runs, np.random.default_rng(seed))


@pytest.mark.slow
def test_reduced_and_direct_simulation_have_one_law():
    """Means and variances of Q, R and w0 after four steps at N = 16, of 20000 runs each: 40 numbers,
    Bonferroni at level 1e-3."""
    runs, found = 20_000, []
    for method, seed in ((Reduced, 0), (Direct, 1)):
        state = small(method, 16, runs, seed)
        for _ in range(4):
            state.step()
        Q, R = state.overlaps()
        rows, columns = np.triu_indices(2)
        parts = (Q[..., rows, columns].reshape(runs, -1), R.reshape(runs, -1), state.w0)
        found.append(np.concatenate(parts, axis=1))
    z = []
    for power in (1, 2):
        moments = [(x - found[0].mean(axis=0)) ** power for x in found]
        error = np.sqrt(sum(x.var(axis=0) for x in moments) / runs)
        z.append((moments[0].mean(axis=0) - moments[1].mean(axis=0)) / error)
    assert np.abs(z).max() < threshold(np.size(z))


@pytest.mark.slow
def test_what_finite_size_adds():
    """sample_increments: the mean change of Q in one step of the reduced simulation at N = 12 is
    the drift and the part of order 1/N, without which it is not."""
    N = 12
    state = small(Reduced, N, 300_000, 3)
    setting, Q, R = state.setting, *state.overlaps()
    steps = sample_increments(setting, Q[:1], R[:1], state.w0[:1], tasks=100_000, seed=4)
    drift = sample_drift(setting, tasks=600_000, seed=5)
    before = Q.copy()
    state.step()
    change = N * (state.Q - before)
    error = np.hypot(change.std(axis=0) / math.sqrt(len(change)), drift.dQ_se)
    z = (change.mean(axis=0) - drift.dQ_mean - steps.second[0] / N) / error
    assert np.abs(z).max() < threshold(z.size)
    left_out = (change.mean(axis=0) - drift.dQ_mean) / error
    assert np.abs(left_out).max() > threshold(z.size)


def test_errors_are_measured_on_inputs_of_their_own():
    """test_variances: theory against Monte Carlo, and the same as with these variances."""
    problem = load_problem("experiments/curriculum.toml").with_changes(schedule=None)
    own = problem.with_changes(parameters={"variances": [1.0, 1.0], "test_variances": None})
    for backend in ("c", "numpy"):
        one, other = (orderode.right_hand_side(p, backend) for p in (problem, own))
        assert one.eps_g == other.eps_g
        assert not np.allclose(one.dR, other.dR)
    setting = microscopic_setting(problem, None, 1)
    mean, error = sample_eps_g(setting, problem.Q[None], problem.R[None], tasks=20_000, seed=1)
    assert abs(mean[0] - one.eps_g) < 4 * error[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "activation"), [("fo_anil", "erf"), ("perceptron", "sign"), ("dropout", "relu")]
)
def test_blocks_in_models_of_ones_own(model, activation):
    """At P = inf where there is an inner loop; judged by the drift test."""
    made = orderode.derive(
        replace(algorithms()[model], name=f"{model}_in_blocks", blocks=True), activation
    )
    assert made.drift_test["verdict"] == "agree"
    assert made.drift_test["seen"] < 0.05


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("anil", "a step through the inner loop"),
        ("fo_anil_varied", "a teacher that varies with the task"),
        ("spherical_retrieval", "weights that keep their lengths"),
    ],
)
def test_what_is_refused_by_name(model, words):
    with pytest.raises(ModelError, match=f"inputs in blocks: no equations of {words}"):
        check_model(replace(algorithms()[model], blocks=True))


def test_names_that_blocks_take():
    sgd = algorithms()["sgd"]
    other = json.loads(as_json(sgd).replace('"klab"', '"klh"')) | {"blocks": True}
    with pytest.raises(ModelError, match="'h' is a letter of the network lambda"):
        check_model(read(other))
    shares = Rate("shares", "no share", default=1)
    with pytest.raises(ModelError, match="'shares' cannot name a parameter"):
        check_model(replace(sgd, parameters=(shares,), blocks=True))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("shares", None, "parameters.shares is missing"),
        ("shares", [0.5, 0.4], "their sum is 0.9"),
        ("shares", [1.5, -0.5], "a number > 0 for each block"),
        ("shares", 0, "a number of equal blocks"),
        ("variances", [1.0], "a list of 2 finite numbers"),
        ("variances", [1.0, -1.0], "numbers >= 0, one for each block"),
        ("variances", {"power": -1}, "p >= 0"),
        ("test_variances", [1.0, 1.0, 1.0], "a list of 2 finite numbers"),
    ],
)
def test_faults_of_a_problem(key, value, words):
    problem = load_problem("experiments/curriculum.toml")
    with pytest.raises(ProblemError) as raised:
        problem.with_changes(parameters={key: value})
    assert words in str(raised.value)
    assert key in str(raised.value)


def test_more_faults_of_a_problem():
    problem = load_problem("experiments/curriculum.toml")
    for changes, words in (
        ({"schedule": {"alphas": [1.0], "variances": [[1.0]]}}, "schedule.variances"),
        ({"schedule": {"alphas": [1.0], "variances": [[1.0, 0.0], [1.0, 1.0]]}}, "2 values for 1"),
        ({"overlaps": {"T": {"blocks": [[1.0]]}}}, "one form for each of the 2 blocks"),
        ({"overlaps": {"R": {"blocks": [[[0.9]], [[0.9]]]}}}, "overlaps.R"),
    ):
        with pytest.raises(ProblemError, match=re.escape(words)):
            problem.with_changes(**changes)
    with pytest.raises(ProblemError, match=r"parameters\.shares"):
        load_problem("experiments/hebb.toml").with_changes(parameters={"shares": 2})
    with pytest.raises(NotAvailable, match="inputs are in blocks"):
        orderode.steady_states(problem.with_changes(schedule=None))
    odd = problem.with_changes(simulation={"N": 1001, "runs": 1, "points": 2})
    with pytest.raises(NotAvailable, match=r"shares \* N are integers; they are 500.5, 500.5"):
        orderode.simulate(odd)


def crossing(problem, level):
    t = orderode.integrate(problem, "c")
    return t.alpha[np.flatnonzero(t.eps_g < level)[0]]


def test_dispersed_eigenvalues_shorten_the_plateau():
    """From the same asymmetry, at the same trace (Yoshida and Okada); the last part of learning,
    along small eigenvalues, does not get shorter as much."""
    problem = load_problem("experiments/structured_sgd.toml").with_changes(
        parameters={"shares": 8},
        overlaps={"R": [[1e-3, 0.0], [0.0, 1e-3]]},
        run={"alpha_end": 300.0, "points": 601},
    )
    lengths = []
    for power in (0.0, 0.5, 1.0, 1.5, 2.0):
        p = problem.with_changes(parameters={"variances": {"power": power}})
        assert np.isclose(np.mean(p.parameters.variances), 1.0)
        lengths.append((crossing(p, 0.012), crossing(p, 0.001)))
    left, learned = np.array(lengths).T
    assert (np.diff(left) < 0).all()
    assert left[-1] < 0.35 * left[0]
    assert learned[-1] > 0.8 * learned[0]


def test_easy_first_is_better_in_a_short_time_and_worse_in_a_long_one():
    problem = load_problem("experiments/curriculum.toml")

    def final(first, second, end):
        changed = problem.with_changes(
            parameters={"variances": [1.0, first]},
            schedule={"alphas": [end / 2], "variances": [[1.0, second]]},
            run={"alpha_end": end},
        )
        return orderode.integrate(changed, "c").eps_g[-1]

    easy_hard, hard_easy, hard = (final(*x, 4.0) for x in ((0, 1), (1, 0), (1, 1)))
    assert easy_hard < hard < hard_easy
    assert final(0, 1, 20.0) > final(1, 0, 20.0)


def test_compare_follows_a_schedule_of_variances():
    problem = load_problem("experiments/curriculum.toml").with_changes(
        simulation={"N": 200, "runs": 4, "points": 11, "tasks": 50}
    )
    for backend in ("c", "numpy"):
        found = orderode.compare(problem, backend, progress=False)
        assert found.agrees
        assert len(found.parts) == 2
    assert "variances = [1, 0]" in found.report()


def test_in_python():
    problem = Problem(
        model="structured_sgd",
        activation="linear",
        K=2,
        M=1,
        parameters={"eta_J": 0.2, "V": 10, "shares": 2, "variances": [1.5, 0.5]},
        overlaps={"T": np.eye(1), "Q": 0.5, "R": {"blocks": [[[0.3], [0.1]], [[0.0], [0.1]]]}},
        run={"alpha_end": 2.0},
    )
    assert problem.Q.shape == (2, 2, 2)
    np.testing.assert_allclose(problem.Q[0], 0.25 * np.eye(2))
    np.testing.assert_allclose(problem.R[:, :, 0], [[0.3, 0.1], [0.0, 0.1]])
    assert orderode.integrate(problem).R.shape == (200, 2, 2, 1)
