"""The one-step drift test: the derived right-hand side against one microscopic step averaged over
many tasks.

Twenty random overlaps, K and M from 1 to 5, P = inf (head by quadrature), V = 20, a quarter of them
nearly singular.

*Entries.* One z per entry of dR and of the upper triangle of dQ, 437 in all, against the two-sided
normal threshold with Bonferroni's correction at level 1e-3, |z| = 4.73. At 40000 tasks the standard
error of an entry is at most about 1.3 % of the largest entry of its array, so that an error of 6 %
of the largest entry in a single case is seen with probability 1/2.

*Largest entries, pooled.* A wrong factor shows in every case. The largest entries of the twenty
cases are independent, so that sum_c z_c s_c / sqrt(sum_c s_c^2), s_c the entry over its standard
error, is a standard normal deviate and the sharpest one against a common relative error: 1 % of
every largest entry makes it 4.7, 2 % makes it 9.5 and is seen with near certainty. Two more
comparisons, for dR and dQ, in the same correction.
"""

import dataclasses
import importlib
import math

import numpy as np
import pytest
from microscopic import make_setting

import orderode
from orderode.certify.level import LEVEL, threshold
from orderode.simulate import sample_drift, sample_eps_g
from orderode.solvers.layout import State
from orderode.theory.integrate import RightHandSide

# the module; the package's attribute of this name is no promise
drift_module = importlib.import_module("orderode.certify.drift")

TASKS = 40_000
V = 20


def draw_problem(number):
    """Overlaps of random weights in few dimensions; every fourth case with a least eigenvalue of
    1e-9."""
    rng = np.random.default_rng([7, number])
    K, M = (int(n) for n in rng.integers(1, 6, size=2))
    weights = rng.standard_normal((K + M, K + M + 2))
    C = weights @ weights.T / (K + M + 2)
    if number % 4 == 3:
        values, vectors = np.linalg.eigh(C)
        values[0] = 1e-9
        C = (vectors * values) @ vectors.T
        C = (C + C.T) / 2
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": K,
        "M": M,
        "parameters": {
            "eta_J": float(rng.uniform(2, 8)),
            "eta_w": float(rng.uniform(1, 4)),
            "P": math.inf,
            "V": V,
        },
        "overlaps": {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]},
    }
    return orderode.load_problem(content)


PROBLEMS = [draw_problem(number) for number in range(20)]


def setting_of(problem):
    p = problem.parameters
    given = dict(
        eta_J=p.eta_J, eta_w=p.eta_w, P=math.inf, V=V, T=problem.T, Q=problem.Q, R=problem.R
    )
    return make_setting("fo_anil", "erf", problem.K, problem.M, **given)


@pytest.fixture(scope="module")
def samples():
    """One microscopic sample per problem, for all tests here: the tests differ in the right-hand
    side."""
    return [
        sample_drift(setting_of(x), tasks=TASKS, seed=number) for number, x in enumerate(PROBLEMS)
    ]


def given(steps):
    """A sampler that gives steps which are there, without skewness along directions."""

    def sampler(*_, directions=(), **__):
        return dataclasses.replace(steps, skewness_along=np.zeros(len(directions)))

    return sampler


def theory_of(problem, dR, dQ):
    return RightHandSide(State(dR, dQ, np.zeros(problem.K)), math.nan)


@pytest.fixture
def verdict(samples, monkeypatch):
    """verdict(rhs): the largest |z| of an entry, the two pooled z and the threshold for all of
    them."""

    def judge(rhs):
        monkeypatch.setattr(
            drift_module, "right_hand_side", lambda problem, _: theory_of(problem, *rhs(problem))
        )
        largest, comparisons = 0.0, 2
        pooled = {"dR": [], "dQ": []}
        for problem, sample in zip(PROBLEMS, samples, strict=True):
            monkeypatch.setattr(drift_module, "sample_drift", given(sample))
            report = orderode.check_drift(problem, tasks=TASKS)
            largest = max(largest, report.largest)
            comparisons += report.comparisons
            for name, theory, error, z in (
                ("dR", report.dR, sample.dR_se, report.dR_z),
                ("dQ", report.dQ, sample.dQ_se, report.dQ_z),
            ):
                place = np.abs(theory).argmax()  # the theory's choice, which no fluctuation steers
                pooled[name].append((z.flat[place], theory.flat[place] / error.flat[place]))
        scores = {}
        for name, pairs in pooled.items():
            z, strength = np.array(pairs).T
            scores[name] = float(z @ strength / np.linalg.norm(strength))
        return largest, scores, threshold(comparisons)

    return judge


def derived(problem):
    return orderode.right_hand_side(problem)[:2]


def test_the_cases_cover_what_they_should():
    shapes = {(x.K, x.M) for x in PROBLEMS}
    assert {K for K, _ in shapes} == {M for _, M in shapes} == {1, 2, 3, 4, 5}
    assert any(K > M for K, M in shapes) and any(K < M for K, M in shapes)
    for number, x in enumerate(PROBLEMS):
        values = np.linalg.eigvalsh(np.block([[x.Q, x.R], [x.R.T, x.T]]))
        assert (values[0] < 2e-9) == (number % 4 == 3)


@pytest.mark.slow
def test_right_hand_side_against_one_microscopic_step(verdict):
    largest, pooled, limit = verdict(derived)
    assert 4.5 < limit < 5.0
    assert largest < limit
    assert abs(pooled["dR"]) < limit and abs(pooled["dQ"]) < limit


def test_z_scores_are_of_order_one(samples):
    """Standard errors that are too large would pass the test above. The mean square of z is 1;
    entries are correlated inside a case, which leaves it uncertain by about 0.15 (0.07 if all 437
    were independent)."""
    squares = []
    for problem, sample in zip(PROBLEMS, samples, strict=True):
        dR, dQ = derived(problem)
        upper = np.triu_indices(problem.K)
        squares += list((((sample.dR_mean - dR) / sample.dR_se) ** 2).ravel())
        squares += list((((sample.dQ_mean - dQ) / sample.dQ_se) ** 2)[upper])
    assert len(squares) > 400
    assert 0.6 < np.mean(squares) < 1.5


def without_the_quadratic_term(problem):
    return derived(problem.with_changes(parameters={"V": math.inf}))


def scaled(factor, which):
    def rhs(problem):
        dR, dQ = derived(problem)
        return (factor * dR, dQ) if which == "dR" else (dR, factor * dQ)

    return rhs


def one_entry_off(problem):
    """Twice what is seen half the time: 12 % of the largest entry of dR, added to one entry of one
    case."""
    dR, dQ = derived(problem)
    if problem is PROBLEMS[0]:
        dR = dR.copy()
        dR[0, 0] += 0.12 * np.abs(dR).max()
    return dR, dQ


def transposed_teacher(problem):
    dR, dQ = derived(problem)
    return dR[:, ::-1], dQ


def halved_diagonal(problem):
    """A factor two forgotten in dQ_kk."""
    dR, dQ = derived(problem)
    return dR, dQ - np.diag(np.diag(dQ)) / 2


def changed(**parameters):
    return lambda problem: derived(problem.with_changes(parameters=parameters))


def other_rate(name, factor):
    return lambda problem: derived(
        problem.with_changes(parameters={name: factor * getattr(problem.parameters, name)})
    )


WRONG = {
    "no 1/V term": without_the_quadratic_term,
    "V off by one": changed(V=V + 1),
    "V off by one, below": changed(V=V - 1),
    "dR 2 % too large": scaled(1.02, "dR"),
    "dQ 2 % too small": scaled(0.98, "dQ"),
    "one entry of one case": one_entry_off,
    "teachers in another order": transposed_teacher,
    "diagonal of dQ halved": halved_diagonal,
    "eta_w 2 % too large": other_rate("eta_w", 1.02),
    "eta_J 2 % too large": other_rate("eta_J", 1.02),
}


@pytest.mark.parametrize("name", WRONG)
def test_power_a_wrong_right_hand_side_is_refused(verdict, name):
    largest, pooled, limit = verdict(WRONG[name])
    assert max(largest, abs(pooled["dR"]), abs(pooled["dQ"])) > limit


# -- the report ------------------------------------------------------------------------------------


def test_check_drift_from_end_to_end():
    report = orderode.check_drift(PROBLEMS[1], tasks=5000, seed=3)
    again = orderode.check_drift(PROBLEMS[1], tasks=5000, seed=3)
    K, M = PROBLEMS[1].K, PROBLEMS[1].M
    assert report.dR_z.shape == (K, M) and report.dQ_z.shape == (K, K)
    assert report.comparisons == K * M + K * (K + 1) // 2
    assert report.agrees and report.largest <= report.threshold
    assert report.threshold == threshold(report.comparisons, LEVEL / 2)
    assert (report.tasks, report.seed) == (5000, 3)
    np.testing.assert_array_equal(report.dR_z, again.dR_z)
    np.testing.assert_array_equal(report.dQ_z, again.dQ_z)
    assert (orderode.check_drift(PROBLEMS[1], tasks=5000, seed=4).dR_z != report.dR_z).all()
    # four times the tasks see half the error; their standard errors are known to some per cent
    coarser = orderode.check_drift(PROBLEMS[1], tasks=20_000, seed=3)
    finer = orderode.check_drift(PROBLEMS[1], tasks=80_000, seed=3)
    for coarse, fine in zip(coarser.resolution, finer.resolution, strict=True):
        assert coarse / fine == pytest.approx(2, rel=0.15)


def test_check_drift_refuses_a_wrong_theory(monkeypatch):
    """An error of twice the stated resolution is seen; the resolution is where that happens half
    the time."""
    problem = PROBLEMS[1]
    dR, dQ = derived(problem)
    resolution = orderode.check_drift(problem, tasks=5000, seed=3).resolution[0]
    wrong = dR + 2 * resolution * np.abs(dR).max()
    monkeypatch.setattr(drift_module, "right_hand_side", lambda *_: theory_of(problem, wrong, dQ))
    assert not orderode.check_drift(problem, tasks=5000, seed=3).agrees


def test_threshold_is_bonferroni_s():
    assert threshold(1, 0.05) == pytest.approx(1.959964, abs=1e-6)
    assert threshold(100) == threshold(1, LEVEL / 100)


def test_entries_that_do_not_fluctuate():
    """eta_J = 0: nothing moves, theory and simulation agree exactly, and no number is NaN."""
    report = orderode.check_drift(PROBLEMS[1].with_changes(parameters={"eta_J": 0.0}), tasks=100)
    assert report.agrees and report.largest == 0.0
    assert report.resolution == (math.inf, math.inf)


# -- directions ------------------------------------------------------------------------------------

#: Eleven directions, |z| <= 4.1; standard errors of the parameters at 50 000 tasks, relative.
SEEN = {"eta_J": 0.013, "eta_w": 0.014, "decay": 0.015, "V": 0.011, "P": 0.044}


def directed(**parameters):
    rates = {"eta_J": 4.0, "eta_w": 3.0, "P": 10, "V": 10, "noise": 0.3, "decay": 0.05}
    return orderode.load_problem(
        {
            "model": "fo_anil",
            "activation": "erf",
            "K": 2,
            "M": 2,
            "parameters": rates | parameters,
            "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 20, "seed": 1}},
        }
    )


def sampled(seed):
    p = directed()
    given = {name: p.parameters[name] for name in ("eta_J", "eta_w", "P", "V", "noise", "decay")}
    return sample_drift(
        make_setting("fo_anil", "erf", 2, 2, **given, T=p.T, Q=p.Q, R=p.R), tasks=50_000, seed=seed
    )


@pytest.fixture(scope="module")
def steps():
    return sampled(0)


def scores_of(problem, steps, monkeypatch):
    monkeypatch.setattr(drift_module, "sample_drift", given(steps))
    return orderode.check_drift(problem, tasks=steps.tasks)


def test_steps_say_what_each_parameter_is(steps, monkeypatch):
    report = scores_of(directed(), steps, monkeypatch)
    found = report.scores
    assert report.agrees and found.comparisons == 6 + 3
    for name, relative in SEEN.items():
        i = found.labels.index(name)
        d, x = found.parameters[i], found.of_parameters[i]
        assert x.error == pytest.approx(relative * d.coordinate, rel=0.15)
        assert abs(x.shift) < found.threshold * x.error
    assert "from the steps eta_J 4: " in report.report()


@pytest.mark.parametrize("name", SEEN)
def test_a_wrong_parameter_is_seen_by_its_direction(name, steps, monkeypatch):
    """Twice what is seen half the time, and where that is no whole number the next; the estimate is
    right within its error."""
    right = directed().parameters[name]
    wrong = right * (1 + 2 * 4.1 * SEEN[name])
    wrong = math.ceil(wrong) if name in "PV" else wrong
    report = scores_of(directed(**{name: wrong}), steps, monkeypatch)
    i = report.scores.labels.index(name)
    d, x = report.scores.parameters[i], report.scores.of_parameters[i]
    assert not report.agrees and abs(x.z) > report.scores.threshold
    found = d.coordinate + x.shift
    assert abs((1 / found if name in "PV" else found) / right - 1) < 4.1 * SEEN[name] * 1.3


def test_directions_see_what_entries_do_not(monkeypatch):
    """At this seed: the error is one that directions see half the time, entries more seldom."""
    report = scores_of(directed(eta_w=3.0 * 1.05), sampled(3), monkeypatch)
    assert report.largest < report.threshold and not report.agrees


# -- eps_g -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def errors():
    """Measured eps_g and its standard error, one pair per problem: 10000 tasks of 20 test inputs,
    about 1.5 %."""
    found = []
    for number, x in enumerate(PROBLEMS):
        mean, error = sample_eps_g(setting_of(x), x.Q[None], x.R[None], tasks=10_000, seed=number)
        found.append((float(mean[0]), float(error[0])))
    return np.array(found)


def pooled_and_largest(errors, values):
    """z of each case, and the pooled z against a common relative error."""
    mean, error = errors.T
    z, strength = (mean - values) / error, values / error
    return float(np.abs(z).max()), float(z @ strength / np.linalg.norm(strength))


def test_generated_error_against_the_measured_one(errors):
    """Twenty z and the pooled one, threshold 4.07 at level 1e-3; a common error of 2 % is seen."""
    values = np.array([orderode.right_hand_side(x)[2] for x in PROBLEMS])
    largest, pooled = pooled_and_largest(errors, values)
    assert largest < threshold(21) and abs(pooled) < threshold(21)
    for factor in (0.98, 1.02):
        assert abs(pooled_and_largest(errors, factor * values)[1]) > threshold(21)


def test_power_a_wrong_inner_rate_is_seen_in_the_error(errors):
    for factor in (0.95, 1.05):
        values = [
            orderode.right_hand_side(
                x.with_changes(parameters={"eta_w": factor * x.parameters.eta_w})
            )[2]
            for x in PROBLEMS
        ]
        assert max(map(abs, pooled_and_largest(errors, np.array(values)))) > threshold(21)


@pytest.mark.slow
@pytest.mark.parametrize(("model", "P"), [("sgd", None), ("fo_anil", 3)])
def test_an_infinite_query_set(model, P, monkeypatch):
    """Products of two coefficients vanish at V = inf: equations that keep them, as at V = 1, are
    refused.  (At 20 000 tasks errors of 20 % of max|dQ| are seen; these products are more.)"""
    content = {
        "model": model,
        "activation": "linear",
        "K": 2,
        "M": 2,
        "parameters": {"eta_J": 4.0, "V": math.inf},
        "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.3, 0.1], [-0.1, 0.4]]},
        "tasks": {"mean": [0.7, -0.4]},
    }
    if P is not None:
        content["parameters"] |= {"P": P, "eta_w": 1.5}
    problem = orderode.load_problem(content)
    assert orderode.check_drift(problem, tasks=20_000).agrees
    one = orderode.right_hand_side(problem.with_changes(parameters={"V": 1}))
    monkeypatch.setattr(drift_module, "right_hand_side", lambda *_: one)
    assert not orderode.check_drift(problem, tasks=20_000).agrees
