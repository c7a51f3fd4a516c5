"""Finite support and query sets: the exact law against one microscopic step, the rules it is
computed with, its limits.

*Drift.* Twelve problems, P from {1, 2, 3, 5, 10, 50, 100} and V from {1, 3, 20, 100}, K and M from
1 to 3, random overlaps, half of them with head start, label noise, decay, tasks with a mean and
with kurtosis.  One z per entry of dR, of the upper triangle of dQ and of dw0 where it moves; the
two-sided normal threshold with Bonferroni's correction at level 1e-3.  What the rule with nodes may
be off by, by its own estimate, is allowed on top.  The wrong theories below are refused, which is
what the test can tell apart.
"""

import math
from functools import cache

import numpy as np
import pytest
from evaluate_system import Direct, covariance, fo_anil_system
from expectation import expectation
from scipy.special import erf

import orderode
from orderode import solvers
from orderode.certify.level import LEVEL, threshold
from orderode.certify.simulation import microscopic_setting
from orderode.errors import BackendError, NotAvailable, ProblemError
from orderode.simulate import sample_drift
from orderode.solvers.base import State

CASES = [
    # P, V, K, M, rich
    (1, 1, 2, 3, False),
    (1, 3, 3, 2, True),
    (2, 3, 2, 2, True),
    (2, 100, 1, 3, False),
    (3, 1, 3, 3, False),
    (5, 3, 3, 2, True),
    (5, 20, 2, 1, True),
    (10, 1, 1, 2, True),
    (10, 20, 3, 3, False),
    (50, 3, 2, 2, True),
    (100, 20, 2, 3, False),
    (100, 100, 2, 2, True),
]
SAMPLES = 3_000_000  # drawn per case, over all tasks


def draw(P, V, K, M, rich, activation="erf"):
    rng = np.random.default_rng([11, P, V, K, M])
    weights = rng.standard_normal((K + M, K + M + 2))
    C = weights @ weights.T / (K + M + 2)
    content = {
        "model": "fo_anil",
        "activation": activation,
        "K": K,
        "M": M,
        "parameters": {"eta_J": 3.0, "eta_w": 0.8, "P": P, "V": V, "nodes": 65521},
        "overlaps": {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]},
    }
    if rich:
        content["parameters"] |= {
            "eta_0": 0.3,
            "noise": 0.4,
            "decay": 0.1,
            "w0": 0.5 * rng.standard_normal(K),
        }
        tasks = {
            "mean": 0.5 * rng.standard_normal(M),
            "cov": rng.uniform(0.3, 1.2, M),
            "kurtosis": 1.8,
        }
        content["tasks"] = tasks
    return orderode.load_problem(content)


@cache
def sampled(case, activation="erf"):
    problem = draw(*case, activation)
    P, V = case[:2]
    setting = microscopic_setting(problem, P, V)
    return problem, sample_drift(setting, tasks=min(200_000, SAMPLES // (P + V)), seed=3)


def deviations(problem, sample, theory):
    """|theory - mean| over standard error, beyond the estimated error of the rule, per entry."""
    upper = np.triu_indices(problem.K)
    largest = max(np.abs(theory.dR).max(), np.abs(theory.dQ).max(), np.abs(theory.dw0).max())
    found = []
    pairs = [
        (theory.dR, sample.dR_mean, sample.dR_se),
        (theory.dQ[upper], sample.dQ_mean[upper], sample.dQ_se[upper]),
    ]
    if problem.parameters.eta_0 > 0:
        pairs.append((theory.dw0, sample.dw0_mean, sample.dw0_se))
    for value, mean, se in pairs:
        beyond = np.maximum(np.abs(value - mean) - theory.quadrature_error * largest, 0.0)
        found.append((beyond / se).ravel())
    return np.concatenate(found)


@pytest.mark.slow
def test_the_exact_law_is_that_of_one_step(capsys):
    z = [deviations(p, s, orderode.right_hand_side(p)) for p, s in map(sampled, CASES)]
    entries = np.concatenate(z)
    limit = threshold(len(entries), LEVEL)
    with capsys.disabled():
        print(
            f"\n[few shots: {len(entries)} entries, largest |z| {entries.max():.2f}, threshold"
            f" {limit:.2f}]",
            end=" ",
        )
    assert len(entries) == 120 and entries.max() <= limit


@pytest.mark.parametrize(
    ("case", "changes"),
    [
        (0, {"closure": "1/P"}),
        (1, {"closure": "1/P"}),
        (4, {"closure": "1/P"}),
        (2, {"P": 3}),
        (2, {"P": math.inf}),
        (8, {"P": math.inf}),
        (2, {"V": 4}),
        (5, {"noise": 0.5}),
    ],
)
def test_wrong_theories_are_refused(case, changes):
    problem, sample = sampled(CASES[case])
    wrong = orderode.right_hand_side(problem.with_changes(parameters=changes))
    assert deviations(problem, sample, wrong).max() > threshold(120, LEVEL)


@pytest.mark.parametrize("case", [(1, 1, 2, 3, False), (3, 20, 2, 2, True)])
def test_linear_activation(case):
    problem, sample = sampled(case, "linear")
    z = deviations(problem, sample, orderode.right_hand_side(problem))
    assert z.max() <= threshold(40, LEVEL)


@pytest.mark.slow
def test_the_average_of_four_activations_by_quadrature():
    """G4 to 1e-10 at variances up to 3: distinct fields, copies, singular covariances."""
    system, rng = fo_anil_system(), np.random.default_rng(4)
    for case, smallest in enumerate((None, 0.0, None)):
        C = covariance(rng, 3, smallest)
        C *= 3.0 / C.diagonal().max()
        parameters = {"P": 5.0, "eta_J": 1.0, "eta_w": 1.0}
        made = Direct(system, 2, 1, C[:2, 2:], C[:2, :2], C[2:, 2:], parameters).arrays[
            "I_g0g0g0g0"
        ]
        places = [(0, 0, 1, 2), (0, 0, 1, 1), (2, 2, 2, 1), (0, 0, 0, 0)]
        for place in places if case else places[:2]:
            units, powers = np.unique(place, return_counts=True)

            def product(*x, powers=powers):
                return math.prod(
                    erf(v / math.sqrt(2)) ** int(p) for v, p in zip(x, powers, strict=True)
                )

            wanted = expectation(product, C[np.ix_(units, units)], growth=powers)
            assert made[place] == pytest.approx(wanted, abs=1e-10), (case, place)


def parameters_of(problem, size):
    return {"P": problem.parameters.P, "V": problem.parameters.V, "nodes": size}


@pytest.mark.parametrize("case", [1, 2, 5])
def test_the_error_of_the_rule_is_estimated(case):
    """The difference from the next smaller rule is at least the difference from one four times
    larger."""
    problem = draw(*CASES[case]).with_changes(parameters={"nodes": 16381})
    found = orderode.right_hand_side(problem)
    best = orderode.right_hand_side(problem.with_changes(parameters={"nodes": 262139}))
    scale = max(np.abs(best.dR).max(), np.abs(best.dQ).max(), np.abs(best.dw0).max())
    error = max(np.abs(found.dR - best.dR).max(), np.abs(found.dQ - best.dQ).max()) / scale
    assert 0 < error <= found.quadrature_error < 5e-3


@pytest.mark.parametrize("rich", [False, True])
@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 1), (3, 3), (2, 4)])
def test_numpy_and_c_agree(K, M, rich):
    problem = draw(3, 7, K, M, rich).with_changes(parameters={"nodes": 1021})
    c, arrays = (orderode.right_hand_side(problem, backend) for backend in ("c", "numpy"))
    for a, b in zip(c[:4], arrays[:4], strict=True):
        assert np.abs(np.asarray(a) - b).max() <= 1e-12 * max(np.abs(b).max(), 1e-300)


def test_direct_evaluation_of_the_system_agrees():
    problem = draw(2, 3, 1, 1, True).with_changes(parameters={"nodes": 1021})
    rule = solvers.load("fo_anil", "numpy").rule(1, 1, 1021)
    p, tasks = problem.parameters, problem.tasks
    rates = {
        "eta_J": p.eta_J,
        "eta_w": p.eta_w,
        "eta_0": p.eta_0,
        "noise": p.noise,
        "decay": p.decay,
        "P": 2.0,
        "V": 3.0,
    }
    moments = {"w0": problem.w0, "mean": tasks.mean, "cov": tasks.cov, "kurtosis": tasks.kurtosis}
    made = Direct(
        fo_anil_system(), 1, 1, problem.R, problem.Q, problem.T, rates, **moments, **rule
    ).arrays
    found = orderode.right_hand_side(problem)
    for name in ("dR", "dQ", "dw0", "eps_g"):
        np.testing.assert_allclose(getattr(found, name), made[name], rtol=1e-11)


def test_the_rule_is_a_rule_for_normal_numbers():
    """Weights sum to one; even moments up to the fourth, to the accuracy of the lattice; the same
    in both backends."""
    for K, M in ((1, 1), (3, 3), (7, 7)):
        rules = [solvers.load("fo_anil", b).rule(K, M, 65521) for b in ("numpy", "c")]
        nodes, weights = rules[0]["nodes"], rules[0]["weights"]
        assert nodes.shape == (32761, K + M) and weights.sum() == pytest.approx(1.0, abs=1e-12)
        assert (
            np.abs(nodes - rules[1]["nodes"]).max() < 1e-11
            and np.abs(weights - rules[1]["weights"]).max() < 1e-15
        )
        second = (weights[:, None] * nodes).T @ nodes
        accuracy = {2: 1e-6, 6: 1e-3, 14: 5e-2}[K + M]
        assert np.abs(second - np.eye(K + M)).max() < accuracy
        assert weights @ nodes[:, 0] ** 4 == pytest.approx(3.0, abs=3 * accuracy)


def test_a_large_support_set_approaches_the_limit_like_one_over_p():
    problem = draw(50, 3, 2, 2, True)
    limit = orderode.right_hand_side(problem.with_changes(parameters={"P": math.inf}))
    gaps = [
        np.abs(
            orderode.right_hand_side(problem.with_changes(parameters={"P": P})).dQ - limit.dQ
        ).max()
        for P in (10**4, 10**5)
    ]
    assert gaps[0] / gaps[1] == pytest.approx(10.0, rel=0.01)


@pytest.mark.parametrize("V", [math.inf, 20])
def test_the_first_order_closure_errs_by_the_second_order(V):
    """At finite V by O(1/P^2); at V = inf the first power is all there is."""
    problem = draw(50, 3, 2, 2, True).with_changes(parameters={"V": V, "nodes": 262139})
    errors = []
    for P in (100, 1000):
        exact, first = (
            orderode.right_hand_side(problem.with_changes(parameters={"P": P, "closure": c}))
            for c in ("exact", "1/P")
        )
        errors.append(np.abs(exact.dQ - first.dQ).max())
    if V == math.inf:
        assert max(errors) < 1e-14
    else:
        assert errors[0] / errors[1] == pytest.approx(100.0, rel=0.1)


def test_excess_directions_decay_like_one_over_alpha():
    """Linear activation, K = 4 > M = 2, P = 20, V = inf: Q minus its part along the teacher (arXiv
    2303.01335)."""
    rng = np.random.default_rng(1)
    weights = rng.standard_normal((6, 8)) / math.sqrt(8)
    C = weights @ weights.T
    problem = orderode.load_problem(
        {
            "model": "fo_anil",
            "activation": "linear",
            "K": 4,
            "M": 2,
            "parameters": {"eta_J": 1.0, "eta_w": 0.3, "P": 20, "V": math.inf},
            "overlaps": {"T": C[4:, 4:], "Q": C[:4, :4], "R": C[:4, 4:]},
            "run": {"alpha_end": 1e5, "points": 1001, "rtol": 1e-9, "atol": 1e-14},
        }
    )
    t = orderode.integrate(problem)
    assert t.status == "ok"
    rest = t.Q - np.einsum("akn,nm,alm->akl", t.R, np.linalg.inv(problem.T), t.R)
    excess = np.trace(rest, axis1=1, axis2=2)
    late = t.alpha >= 1e4
    slopes = np.diff(np.log(excess[late])) / np.diff(np.log(t.alpha[late]))
    assert excess[-1] > 0 and np.abs(slopes[-1] + 1.0) < 0.02
    limit = orderode.integrate(problem.with_changes(parameters={"P": math.inf}))
    kept = limit.Q - np.einsum("akn,nm,alm->akl", limit.R, np.linalg.inv(problem.T), limit.R)
    values = np.linalg.eigvalsh(kept[-1])
    assert (values[-2:] > 100 * excess[-1] / 4).all()  # at P = inf K - M directions stay


# -- what is refused -------------------------------------------------------------------------------


def test_inner_loops_of_several_steps():
    problem = draw(5, 3, 2, 2, False).with_changes(parameters={"inner_steps": 2})
    with pytest.raises(
        NotAvailable, match=r"P = 5 with inner_steps = 2.*write P = inf or inner_steps = 1"
    ):
        orderode.right_hand_side(problem)


def test_models_whose_support_samples_enter_the_step():
    problem = draw(5, 3, 2, 2, False).with_changes(model="anil")
    with pytest.raises(NotAvailable, match="anil at P = 5"):
        orderode.right_hand_side(problem)


def test_a_closure_and_a_rule_that_are_not_there():
    problem = draw(5, 3, 2, 2, False)
    with pytest.raises(ProblemError, match=r'parameters.closure.*"exact" or "1/P"'):
        problem.with_changes(parameters={"closure": "2/P"})
    problem = draw(5, 3, 2, 2, True)
    with pytest.raises(ProblemError, match=r"parameters\.nodes = 1000; accepted: 1021, 4093"):
        problem.with_changes(parameters={"nodes": 1000})
    wide = draw(5, 3, 8, 7, True)
    for backend in ("numpy", "c"):
        with pytest.raises(
            BackendError, match=r"M = 15, and the rules .* at most 14. write P = inf or"
        ):
            orderode.right_hand_side(wide, backend)
    assert (
        orderode.right_hand_side(problem.with_changes(parameters={"nodes": 1021})).quadrature_error
        == math.inf
    )


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_solvers_without_a_rule_say_so(backend):
    solver = solvers.load("fo_anil", backend)
    state = State(np.zeros((1, 1)), np.eye(1), np.full(1, 0.1))
    given = {"eta_J": 1.0, "eta_w": 1.0, "P": 2.0, "V": 3.0, "T": np.eye(1)}
    with pytest.raises((BackendError, ValueError), match="nodes and weights"):
        solver.rhs(state, given)
    for needed in ({"mean": np.ones(1)}, {"mean": np.zeros(1), "cov": np.eye(1)}):
        begin = State(state.R, state.Q, np.zeros(1))
        if needed["mean"].any():
            with pytest.raises((BackendError, ValueError), match="nodes and weights"):
                solver.rhs(begin, given | needed)
        else:
            assert np.isfinite(solver.rhs(begin, given | needed).Q).all()
    assert np.isfinite(solver.rhs(state, given | {"first_order": 1}).Q).all()
    assert np.isfinite(solver.observable("eps_g", state, given))
