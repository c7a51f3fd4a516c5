"""Dropout: gains of 0 and 1 on the learner's heads: equations against the microscopic step, published
optima, the law of the simulations, what is refused by name."""

import json
import math
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from evaluate_system import covariance
from sympy import Symbol

from orderode import NotAvailable, Problem, ProblemError, integrate
from orderode.certify.fluctuations import fluctuations
from orderode.certify.level import threshold
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.dynamics.gains import averaged
from orderode.derive.dynamics.monomials import Monomial
from orderode.derive.ir.system import Index, Range
from orderode.derive.language import Gains
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.models import dropout, fo_anil, perceptron, sgd
from orderode.derive.models.setting import teacher
from orderode.models.data import model_data
from orderode.simulate import Setting, SettingError, sample_diffusion, sample_drift
from orderode.simulate.direct import Direct
from orderode.simulate.reduced import Reduced
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch

ACTIVATIONS, CASES = ("erf", "relu", "linear"), 4


def system(activation):
    return "dropout" if activation == "erf" else f"dropout_{activation}"


def point(number):
    """Random overlaps, heads and tasks, K and M from 1 to 4."""
    rng = np.random.default_rng([9, number])
    K, M = rng.integers(1, 5, 2).tolist()
    C = covariance(rng, K + M, None)
    F = rng.standard_normal((M, M)) / math.sqrt(M)
    tasks = {"mean": 0.7 * rng.standard_normal(M), "cov": 0.5 * F @ F.T}
    p = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "decay": 0.2, "V": (1, 3, 20, 2)[number]}
    return K, C, rng.standard_normal(K), tasks, p | {"keep": (0.6, 0.8, 0.9, 0.4)[number]}


@cache
def sampled(activation, number):
    """The drift of 10^5 microscopic steps."""
    K, C, w0, tasks, p = point(number)
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:], "w0": w0}
    setting = Setting(model_data("dropout"), activation, K, len(C) - K, p, **overlaps, **tasks)
    return sample_drift(setting, tasks=100_000, seed=number)


def scores(activation, number, backend="c", **changed):
    """|z| of dR, dQ and dw0."""
    K, C, w0, tasks, p = point(number)
    given = {**p, "T": C[K:, K:], **tasks, "kurtosis": None} | changed
    theory = load(system(activation), backend).rhs(State(C[:K, K:], C[:K, :K], w0), given)
    found = sampled(activation, number)
    means = (found.dR_mean, found.dQ_mean, found.dw0_mean)
    errors = (found.dR_se, found.dQ_se, found.dw0_se)
    z = [np.abs(m - t) / e for m, t, e in zip(means, theory, errors, strict=True)]
    return np.concatenate([x.ravel() for x in z])


def limit():
    """Bonferroni at level 1e-3 over all entries of all cases of this file."""
    return threshold(sum(len(scores(a, n)) for a in ACTIVATIONS for n in range(CASES)))


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift(activation, backend):
    assert max(scores(activation, n, backend).max() for n in range(CASES)) < limit()


@pytest.mark.slow
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift_sees_a_wrong_probability(activation):
    """Power: one larger by 4 %."""
    z = [scores(activation, n, keep=1.04 * point(n)[-1]["keep"]).max() for n in range(CASES)]
    assert max(z) > limit()


def test_moments_of_gains():
    """< prod b > is p to the power of the number of different units, for every coincidence of up to
    four of three units: summed over units that may coincide, against the masks one by one."""
    p, rng = Symbol("keep", nonnegative=True), Range("lambda", ("K",))
    units = tuple(Index(letter, rng) for letter in "klab")
    for n in range(1, 5):
        found = averaged(Monomial(gains=units[:n], sums=()), p)
        for chosen in product(range(3), repeat=n):
            at = dict(zip(units, chosen, strict=False))
            total = sum(x.coefficient.subs(at).subs(p, 0.3) for x in found)
            assert math.isclose(float(total), 0.3 ** len(set(chosen)), rel_tol=1e-12)


# -- published numbers -----------------------------------------------------------------------------


def problem(**parameters):
    return Problem(
        model="dropout",
        activation="erf",
        K=2,
        M=1,
        parameters={"eta_J": 1.0, "V": 1} | parameters,
        overlaps={"T": [1.0], "Q": [0.0, 0.0], "R": [[0.0], [0.0]]},
        run={"alpha_end": 5.0, "points": 2, "rtol": 1e-11, "atol": 1e-14},
    )


def end(noise, keep):
    return integrate(problem(noise=noise, keep=keep)).eps_g[-1]


@pytest.mark.parametrize(
    ("noise", "best", "value"), [(0.1, 0.8905, 0.0154114), (0.3, 0.6875, 0.0364315)]
)
def test_best_probability(noise, best, value):
    """The optimum of a constant probability at alpha = 5 (Mori and Mignacco): its value to the digits
    given, and its place, a parabola through three points 0.02 apart, to its own error of third
    order, 1e-3."""
    keep = best + np.array([-0.02, 0.0, 0.02])
    left, middle, right = (end(noise, q) for q in keep)
    assert abs(middle - value) < 1e-7
    place = best + 0.01 * (left - right) / (left - 2 * middle + right)
    assert abs(place - best) < 1e-3
    assert middle < end(noise, 1.0)


def test_no_dropout_is_sgd():
    theirs = json.loads(problem(noise=0.2).content) | {"model": "sgd"}
    theirs["overlaps"]["R"] = [[0.1], [-0.2]]
    theirs["overlaps"]["Q"] = [0.4, 0.6]
    mine = Problem(**{**theirs, "model": "dropout"})
    assert mine.parameters.keep == 1
    found, wanted = (integrate(p) for p in (mine, Problem(**theirs)))
    np.testing.assert_allclose(found.eps_g, wanted.eps_g, rtol=1e-9)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_kernels_agree(activation):
    """Each trajectory with a probability of its own."""
    rng = np.random.default_rng(5)
    K, M, n = 3, 2, 4
    C = np.array([covariance(rng, K + M, None) for _ in range(n)])
    states = State(C[:, :K, K:], C[:, :K, :K], rng.standard_normal((n, K)))
    shared = {"eta_J": 0.4, "eta_0": 0.3, "noise": 0.2, "V": 3.0}
    many = shared | {"T": C[:, K:, K:], "keep": rng.uniform(0, 1, n)}
    found = evaluate_batch(system(activation), "rhs", states, many)
    for i in range(n):
        one = {**shared, "T": C[i, K:, K:], "keep": many["keep"][i]}
        for backend in ("c", "numpy"):
            slopes = load(system(activation), backend).rhs(states.at(i), one)
            flat = np.concatenate([x.ravel() for x in slopes])
            packed = np.delete(flat, [K * M + 3, K * M + 6, K * M + 7])  # below the diagonal
            np.testing.assert_allclose(packed, found[i], rtol=0, atol=1e-12 * abs(flat).max())


# -- simulations and problems ----------------------------------------------------------------------


def test_reduced_and_direct_simulation_have_one_law():
    """One step at N = 8 of 40,000 runs each: means and squares of R, Q and w0; |z| <= 4.5 of 18."""
    p = {"eta_J": 0.9, "eta_0": 0.4, "noise": 0.3, "V": 2, "keep": 0.5}
    overlaps = {"T": [[1.0]], "Q": [[0.8, 0.1], [0.1, 0.5]], "R": [[0.3], [-0.4]]}
    setting = Setting(model_data("dropout"), "erf", 2, 1, p, **overlaps, w0=[0.6, 1.1])
    ends = []
    for kind, seed in ((Reduced, 1), (Direct, 2)):
        state = kind(setting, 8, 40_000, np.random.default_rng(seed))
        state.step()
        Q, R = state.overlaps()
        x = np.concatenate([R[..., 0], Q.reshape(len(Q), -1), state.w0], axis=1)
        ends.append(np.concatenate([x, (x - x.mean(0)) ** 2], axis=1))
    a, b = ends
    z = (a.mean(0) - b.mean(0)) / np.sqrt(a.var(0) / len(a) + b.var(0) / len(b))
    assert np.abs(z).max() < 4.5


def test_a_probability_is_one():
    for value in (1.5, -0.1, "half"):
        with pytest.raises(ProblemError, match="keep") as refused:
            problem(keep=value)
        assert "a number from 0 to 1" in str(refused.value)
    with pytest.raises(SettingError, match="keep"):
        overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
        Setting(model_data("dropout"), "erf", 1, 1, {"eta_J": 1, "V": 1, "keep": 2}, **overlaps)


def test_the_covariance_of_a_step_is_refused():
    with pytest.raises(NotAvailable, match="fluctuations of dropout"):
        fluctuations(problem(), 100)
    overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
    setting = Setting(model_data("dropout"), "erf", 1, 1, {"eta_J": 1, "V": 1}, **overlaps)
    with pytest.raises(SettingError, match="without gains"):
        sample_diffusion(setting, tasks=10, seed=0)


def test_data_round_trip():
    data = stated(dropout.MODEL)
    assert data["gains"] == {"name": "r", "network": "lambda", "keep": "keep"}
    assert "gains" not in stated(sgd.MODEL)
    assert stated(read(json.loads(json.dumps(data)))) == data


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (
            replace(dropout.MODEL, gains=None, parameters=(dropout.keep,)),
            "gains stand in the outer",
        ),
        (replace(fo_anil.MODEL, gains=dropout.r), "without an inner loop"),
        (replace(perceptron.MODEL, gains=dropout.r), "derived for a loss"),
        (
            replace(sgd.MODEL, gains=Gains("r", teacher, dropout.keep)),
            "those of the learner's units",
        ),
    ],
)
def test_gains_that_cannot_be(model, words):
    with pytest.raises(ModelError, match=words):
        check_model(model)


def test_gains_are_of_the_outer_loss():
    outer = dropout.MODEL.outer
    seen = replace(dropout.MODEL.observables[0], loss=dropout.loss)
    with pytest.raises(ModelError, match="gains stand in the outer loss only"):
        check_model(replace(dropout.MODEL, outer=outer, observables=(seen,)))
    data = model_data("dropout")
    data["observables"][0]["loss"] = data["outer"]["loss"]
    with pytest.raises(SettingError, match="gains stand in the outer loss only"):
        Setting(data, "erf", 1, 1, {"eta_J": 1, "V": 1}, T=[[1]], Q=[[1]], R=[[0]])
