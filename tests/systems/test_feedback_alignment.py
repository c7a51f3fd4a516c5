"""Feedback alignment, and the vectors that a model may have: equations against the microscopic step,
known numbers, every way a vector reaches a solver, what is refused by name."""

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance

from orderode import Problem, ProblemError, integrate
from orderode.certify.level import threshold
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import LINEAR
from orderode.derive.language import Sum, Vector
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.models import feedback_alignment, sgd
from orderode.derive.models.setting import learner, teacher
from orderode.models.data import model_data
from orderode.simulate import Setting, SettingError, sample_drift
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch

MODEL, NAME = "feedback_alignment", "feedback"
ACTIVATIONS, CASES = ("erf", "relu", "linear"), 4


def system(activation):
    return MODEL if activation == "erf" else f"{MODEL}_{activation}"


def point(number):
    """Random overlaps, heads, feedback and tasks, K and M from 1 to 4; V of 1, 3 and 20."""
    rng = np.random.default_rng([1, number])
    K, M = rng.integers(1, 5, 2)
    C = covariance(rng, K + M, None)
    F = rng.standard_normal((M, M)) / math.sqrt(M)
    tasks = {"mean": 0.7 * rng.standard_normal(M), "cov": 0.5 * F @ F.T}
    p = {"eta_J": rng.uniform(0.3, 0.9), "eta_0": 0.7, "noise": 0.3, "decay": 0.2}
    p |= {"V": (1, 3, 20)[number % 3]}
    return K, C, rng.standard_normal(K), rng.standard_normal(K), tasks, p


@cache
def sampled(activation, number):
    """The drift of 10^5 microscopic steps."""
    K, C, w0, c, tasks, p = point(number)
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:], "w0": w0}
    data, M = model_data(MODEL), len(C) - K
    setting = Setting(data, activation, K, M, p, **overlaps, **tasks, vectors={NAME: c})
    return sample_drift(setting, tasks=100_000, seed=number)


def scores(activation, number, backend="c", **changed):
    """|z| of dR, dQ and dw0."""
    K, C, w0, c, tasks, p = point(number)
    given = {**p, "T": C[K:, K:], **tasks, "kurtosis": None, NAME: c} | changed
    theory = load(system(activation), backend).rhs(State(C[:K, K:], C[:K, :K], w0), given)
    found = sampled(activation, number)
    means = (found.dR_mean, found.dQ_mean, found.dw0_mean)
    errors = (found.dR_se, found.dQ_se, found.dw0_se)
    z = [np.abs(m - t) / e for m, t, e in zip(means, theory, errors, strict=True)]
    return np.concatenate([x.ravel() for x in z])


def limit():
    """Bonferroni at level 1e-3 over all entries of all cases of this file."""
    return threshold(sum(len(scores(a, n)) for a in ACTIVATIONS for n in range(CASES)))


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift(activation, backend):
    assert max(scores(activation, n, backend).max() for n in range(CASES)) < limit()


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift_sees_a_wrong_feedback(activation):
    """Power: a vector longer by 4 % is refused, and the head in its place."""
    for wrong in (lambda n: 1.04 * point(n)[3], lambda n: point(n)[2]):
        z = [scores(activation, n, **{NAME: wrong(n)}).max() for n in range(CASES)]
        assert max(z) > limit()


# -- known numbers ---------------------------------------------------------------------------------


def problem(**changed):
    """Two erf units against two, from small overlaps."""
    given = {
        "model": MODEL,
        "activation": "erf",
        "K": 2,
        "M": 2,
        "parameters": {"eta_J": 0.5, "eta_0": 0.5, "V": 1, "w0": [0.5, -0.3], NAME: [1.0, 0.8]},
        "overlaps": {
            "T": [1.0, 1.0],
            "Q": [[0.3, 0.05], [0.05, 0.25]],
            "R": [[0.05, -0.02], [0.01, 0.04]],
        },
        "run": {"alpha_end": 50.0, "points": 6, "rtol": 1e-11, "atol": 1e-13},
    }
    return Problem(**{**given, **changed})


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_learning_curve(backend):
    """eps_g at alpha = 0, 10 and 50 of equations that others wrote down by hand, to their last
    digit."""
    found = integrate(problem(), backend).eps_g[[0, 1, 5]]
    np.testing.assert_allclose(found, [0.3540026958, 0.0252226147, 0.0148562481], atol=1e-10)


def test_the_head_as_feedback_is_gradient_descent():
    """At w0 = feedback and a head that rests the equations are those of sgd, at rounding."""
    p = problem()
    still = {"eta_0": 0.0, "w0": [1.0, 0.8]}
    theirs = {k: v for k, v in json.loads(p.content).items() if k != "model"}
    theirs["parameters"] = {"eta_J": 0.5, "V": 1, **still}
    mine = integrate(p.with_changes(parameters=still)).eps_g
    np.testing.assert_allclose(mine, integrate(Problem(model="sgd", **theirs)).eps_g, rtol=1e-9)


def test_memorisation_follows_alignment():
    """A head that starts at zero takes the signs of the feedback, whichever they are; the symmetric
    activation makes the two learning curves one."""
    start = {"w0": [0.0, 0.0]}
    ends = []
    for signs in ([1.0, 0.8], [1.0, -0.8]):
        found = integrate(problem().with_changes(parameters={**start, NAME: signs}))
        assert (np.sign(found.w0[1:]) == np.sign(signs)).all()
        ends.append(found)
    flipped = problem().with_changes(
        parameters={**start, NAME: [1.0, -0.8]},
        overlaps={"Q": [[0.3, -0.05], [-0.05, 0.25]], "R": [[0.05, -0.02], [-0.01, -0.04]]},
    )
    np.testing.assert_allclose(integrate(flipped).eps_g, ends[0].eps_g, rtol=1e-8)


# -- ways to the solvers ---------------------------------------------------------------------------


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_backends_and_kernels_agree(activation):
    """Trajectories with vectors of their own, K and M different; all ones where none is given."""
    rng = np.random.default_rng(5)
    K, M, n = 3, 2, 5
    C = np.array([covariance(rng, K + M, None) for _ in range(n)])
    states = State(C[:, :K, K:], C[:, :K, :K], rng.standard_normal((n, K)))
    shared = {"eta_J": 0.4, "eta_0": 0.3, "noise": 0.2, "V": 3.0}
    many = shared | {"T": C[:, K:, K:], NAME: rng.standard_normal((n, K))}
    found = evaluate_batch(system(activation), "rhs", states, many)
    backends = [load(system(activation), name) for name in ("c", "numpy")]
    for i in range(n):
        one = {**shared, "T": C[i, K:, K:], NAME: many[NAME][i]}
        for backend in backends:
            slopes = np.concatenate([x.ravel() for x in backend.rhs(states.at(i), one)])
            packed = np.delete(slopes, [K * M + 3, K * M + 6, K * M + 7])  # below the diagonal
            np.testing.assert_allclose(packed, found[i], rtol=0, atol=1e-12 * abs(slopes).max())
    for backend in backends:
        bare = {**shared, "T": C[0, K:, K:]}
        for x, y in zip(
            backend.rhs(states.at(0), bare),
            backend.rhs(states.at(0), {**bare, NAME: np.ones(K)}),
            strict=True,
        ):
            assert (x == y).all()


def test_a_problem_says_its_vectors():
    p = problem()
    assert "feedback = [1, 0.8]" in repr(p) and p.parameters[NAME] == (1.0, 0.8)
    assert p.with_changes(parameters={NAME: None}).parameters[NAME] == (1.0, 1.0)
    assert NAME not in p.parameters.of_model()
    for value in ([1.0], "no", [1.0, math.inf], 1.0):
        with pytest.raises(ProblemError, match=r"parameters\.feedback") as refused:
            p.with_changes(parameters={NAME: value})
        assert "a list of 2 finite numbers" in str(refused.value)
    with pytest.raises(ProblemError, match="sgd has no such parameter"):
        p.with_changes(model="sgd")


# -- as data, and what is refused ------------------------------------------------------------------


def test_data_round_trip():
    data = stated(feedback_alignment.MODEL)
    assert data["vectors"][0]["network"] == "lambda" and "vectors" not in stated(sgd.MODEL)
    assert stated(read(json.loads(json.dumps(data)))) == data


def test_a_vector_is_a_factor():
    """Of the step, not of the averages; and no denominator."""
    rule = feedback_alignment.fed_back
    outer = feedback_alignment.outer
    plain = replace(
        outer, coefficient=lambda k, h, s: rule(k, h, s) / feedback_alignment.feedback[k]
    )
    with pytest.raises(ModelError, match="no polynomial"):
        check_model(replace(feedback_alignment.MODEL, outer=plain))
    found = derive(feedback_alignment.MODEL, LINEAR).describe()
    assert "-eta_J*feedback[k]*Sum(I3[k, i, j]*mc0[j], (j, 1, K + M))" in found
    assert "input feedback ['lambda'] state False default all 1" in found


def with_vectors(*vectors, coefficient=feedback_alignment.fed_back, **changed):
    outer = replace(feedback_alignment.outer, coefficient=coefficient, **changed)
    return replace(feedback_alignment.MODEL, outer=outer, vectors=vectors)


def lossy(head, samples):
    """A loss with a vector in it."""
    k = learner.index()
    return feedback_alignment.MODEL.outer.loss(head, samples) + Sum(
        feedback_alignment.feedback[k] * head[k], k
    )


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (with_vectors(), r"has feedback\[k\], which is no vector of the algorithm; list it in"),
        (
            with_vectors(feedback_alignment.feedback, loss=lossy),
            "the outer loss has .* vectors stand in the coefficient of the outer step only",
        ),
        (
            with_vectors(Vector("feedback", teacher, "of the teacher")),
            "index does not count the units of the network beta",
        ),
        (
            with_vectors(feedback_alignment.feedback, Vector("eta_J", learner, "a rate")),
            "'eta_J' cannot name a parameter or an observable: it is used twice",
        ),
        (
            with_vectors(feedback_alignment.feedback, Vector("K", learner, "a size")),
            "'K' cannot name a parameter",
        ),
        (
            with_vectors(Vector("feedback", replace(learner, scale=2), "another network's")),
            "counts units of no network here",
        ),
    ],
)
def test_vectors_that_cannot_be(model, words):
    with pytest.raises(ModelError, match=words):
        check_model(model)


@pytest.mark.parametrize("vectors", [{"other": [1.0]}, {NAME: [1.0, 2.0]}, {NAME: [math.nan]}])
def test_vectors_that_cannot_be_simulated(vectors):
    with pytest.raises(SettingError, match=r"other|feedback"):
        overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
        Setting(model_data(MODEL), "erf", 1, 1, {"eta_J": 1.0, "V": 1}, **overlaps, vectors=vectors)
