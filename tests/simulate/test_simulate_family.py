"""Every algorithm's step against its definition: losses written out, differentiated numerically,
inner loop too."""

import dataclasses
import math

import numpy as np
import pytest
from microscopic import make_setting
from scipy import special
from trees import variant

from orderode.models.data import model_data
from orderode.simulate import Algorithm, find_activation, make_algorithm, sample_drift
from orderode.simulate.algorithms import STAND_IN
from orderode.simulate.direct import Direct
from orderode.simulate.draws import psd_factor
from orderode.simulate.quadrature import correlation

CUBIC = (0.3, 1.0, -0.2, 0.1)
G = {
    "erf": lambda x: special.erf(x / math.sqrt(2)),
    "linear": lambda x: x,
    "relu": lambda x: x * (x > 0),
    CUBIC: lambda x: 0.3 + x - 0.2 * x**2 + 0.1 * x**3,
}
START = np.array([-0.1, 0.2, 0.3])  # what a head start has moved by
SMALL = dict(eta_0=0.8, noise=0.5, decay=0.7, w0=[0.3, -0.5, 0.4])


def make(model, activation="erf", P=4.0, V=3, **change):
    rng = np.random.default_rng(5)
    values = dict(model=model, activation=activation, K=3, M=2, eta_J=1.7, eta_w=0.9, P=P, V=V)
    values |= dict(T=np.diag([1.0, 2.0]), Q=0.6 * np.eye(3), R=0.2 * rng.standard_normal((3, 2)))
    return make_setting(**(values | SMALL | change))


def central(function, x, h=1e-4):
    """Gradient by central differences, Richardson-extrapolated to fourth order (a parabola: exact
    at any h)."""
    out = np.empty_like(x)
    for index in np.ndindex(*x.shape):
        slopes = []
        for step in (h, 2 * h):
            shift = np.zeros_like(x)
            shift[index] = step
            slopes.append((function(x + shift) - function(x - shift)) / (2 * step))
        out[index] = (4 * slopes[0] - slopes[1]) / 3
    return out


def defined_step(setting, J, w0, B, x, u, noise):
    """J and w0 after one step, from nothing but the losses of the support and the query set."""
    g, N, P = G[setting.activation], x.shape[0], len(noise) - setting.parameters["V"]

    def loss(J, w, part):
        y = u @ g(B @ x[:, part] / math.sqrt(N)) + noise[part]
        return np.mean((w @ g(J @ x[:, part] / math.sqrt(N)) - y) ** 2) / 2

    def inner(J, w):
        for _ in range(setting.parameters.get("inner_steps", 1)):
            w = w - setting.parameters["eta_w"] * central(
                lambda v: loss(J, v, slice(0, P)), w, h=0.5
            )
        return w

    def query(J, w):
        return loss(J, w, slice(P, None))

    if setting.model.name == "anil":
        of_J, of_w = (
            central(lambda J: query(J, inner(J, w0)), J),
            central(lambda w: query(J, inner(J, w)), w0),
        )
    else:
        w = inner(J, w0) if setting.model.name == "fo_anil" else w0
        of_J, of_w = central(lambda J: query(J, w), J), central(lambda v: query(J, v), w)
    J = (
        J
        - setting.parameters["eta_J"] * of_J
        - setting.parameters["eta_J"] * setting.parameters["decay"] / N * J
    )
    return J, w0 - setting.parameters["eta_0"] / N * of_w


def direct_step(setting, N=7):
    """One run's state before and after a step, and what went into the step."""
    rng = np.random.default_rng(1)
    state = Direct(setting, N, 1, np.random.default_rng(0))
    state.w0 = state.w0 + START  # as if it had moved before
    samples = state.algorithm.samples
    J, x, u = state.J[0].copy(), rng.standard_normal((N, samples)), rng.standard_normal(2)
    zeta = rng.standard_normal(samples)
    state.advance(x[None], u[None], noise=zeta[None])
    return state, J, x, u, setting.parameters["noise"] * zeta


@pytest.mark.parametrize("activation", list(G), ids=str)
@pytest.mark.parametrize(
    ("model", "steps"), [("sgd", 1), ("pooled", 1), ("fo_anil", 1), ("fo_anil", 3), ("anil", 1)]
)
def test_step_is_descent_on_the_written_loss(model, steps, activation):
    """Head start, its rate, label noise, decay and all. The difference quotients are good to about
    1e-11."""
    setting = make(model, activation, inner_steps=steps)
    state, J, x, u, noise = direct_step(setting)
    start = setting.w0 + START
    after, w0 = defined_step(setting, J, start, state.B, x, u, noise)
    assert np.abs(after - J).max() > 1e-2 and np.abs(w0 - start).max() > 1e-3
    np.testing.assert_allclose(state.J[0], after, rtol=0, atol=2e-10)
    np.testing.assert_allclose(state.w0[0], w0, rtol=0, atol=2e-10)


@pytest.mark.parametrize(
    "change", [{"noise": 0.0}, {"decay": 0.0}, {"w0": 0.0}, {"inner_steps": 2}, {"eta_w": 0.0}]
)
def test_each_ingredient_shows_in_the_step(change):
    """Power of the test above: what it holds fixed moves the step by far more than its
    tolerance."""
    steps = [direct_step(make("fo_anil", **c))[0].J for c in ({}, change)]
    assert np.abs(steps[0] - steps[1]).max() > 1e-3
    if change.get("inner_steps") is None:
        steps = [direct_step(make("anil", **c))[0].J for c in ({}, change)]
        assert np.abs(steps[0] - steps[1]).max() > 1e-3


def test_anil_is_fo_anil_plus_the_support_terms():
    """The query coefficients are the same; the support terms are not small."""
    algorithms = [make_algorithm(make(name)) for name in ("fo_anil", "anil")]
    rng = np.random.default_rng(2)
    fields, u, noise = (
        rng.standard_normal((6, 5, 7)),
        rng.standard_normal((6, 2)),
        rng.standard_normal((6, 7)),
    )
    first, full = (a.step(fields, u, None, None, noise) for a in algorithms)
    np.testing.assert_array_equal(full.coefficients[..., 4:], first.coefficients)
    assert np.abs(full.coefficients[..., :4]).mean() > 0.1 * np.abs(first.coefficients).mean()
    assert full.averaged == first.averaged == 0


@pytest.mark.parametrize("steps", [1, 3])
def test_infinite_support_head_descends_the_population_loss(steps):
    """Linear networks: the population loss of a head is a quadratic form of the overlaps; no label
    noise in it."""
    setting = make("fo_anil", "linear", P=math.inf, inner_steps=steps)
    u, C = np.random.default_rng(3).standard_normal((4, 2)), setting.covariance()
    algorithm = make_algorithm(setting)
    heads = algorithm.adapt(np.empty((4, 5, 0)), u, algorithm.prepare(C))
    for head, task in zip(heads, u, strict=True):
        w = setting.w0
        for _ in range(steps):
            w = w - setting.parameters["eta_w"] * (setting.Q @ w - setting.R @ task)
        np.testing.assert_allclose(head, w, rtol=1e-12)


@pytest.mark.parametrize(
    ("activation", "steps"), [("erf", 1), ("relu", 1), (CUBIC, 1), ("erf", 2)], ids=str
)
def test_anil_at_infinite_support_differentiates_the_expected_head(activation, steps):
    """For a given task and query set the support samples enter through w(Q, R) = <w>. Moving
    student l along the row of field j of (J, B) changes the overlaps and by them the query loss:
    -eta_J times that slope is the mean of sum_mu a_l^mu field_j^mu. 15 z-scores of 2e4 steps for
    each of 4 cases, threshold 4.5 (4e-4 for all); an error of 10 % in the term shows (asserted: the
    largest error bar is below 1 % of the largest entry)."""
    model = model_data("anil") if steps == 1 else variant("fo_anil", through=True)
    setting = make(model, activation, P=math.inf, noise=0.0, inner_steps=steps)
    algorithm, g, K = make_algorithm(setting), G[activation], 3
    rng = np.random.default_rng(4)
    C, u = setting.covariance(), np.array([1.3, -0.6])
    L, query = psd_factor(C), psd_factor(C) @ rng.standard_normal((5, 3))

    def loss(C, w0=setting.w0):
        A = correlation(C, K, find_activation(activation))
        w = w0
        for _ in range(steps):
            w = w - setting.parameters["eta_w"] * A @ np.concatenate([w, -u])
        return np.mean((w @ g(query[:K]) - u @ g(query[K:])) ** 2) / 2

    expected = np.empty((K, 5))
    for l, j in np.ndindex(K, 5):

        def along(step, l=l, j=j):
            E = np.eye(5)
            E[l, j] += step[0]
            return loss(E @ C @ E.T)

        expected[l, j] = -setting.parameters["eta_J"] * central(along, np.zeros(1), h=1e-3)[0]
    n = 20_000
    fields = np.concatenate(
        [L @ rng.standard_normal((n, 5, STAND_IN)), np.broadcast_to(query, (n, 5, 3))], axis=2
    )
    step = algorithm.step(fields, np.broadcast_to(u, (n, 2)), algorithm.prepare(C))
    assert step.averaged == STAND_IN and step.used == slice(0, STAND_IN + 3)
    linear = step.coefficients[..., :STAND_IN] @ fields[..., :STAND_IN].swapaxes(1, 2)
    error = linear.std(axis=0) / math.sqrt(n)
    assert np.abs((linear.mean(axis=0) - expected) / error).max() < 4.5
    assert error.max() < 0.01 * np.abs(expected).max()
    slope = central(lambda w0: loss(C, w0), setting.w0, h=0.5)
    np.testing.assert_allclose(
        step.head, np.broadcast_to(-setting.parameters["eta_0"] * slope, (n, K)), rtol=1e-9
    )


@pytest.mark.parametrize("squares", [False, True])
def test_support_terms_of_the_drift_at_infinite_support_have_no_square(squares, monkeypatch):
    """What anil adds to the dQ of fo_anil is then proportional to eta_J: 6 z-scores over 2e4 tasks,
    threshold 4.5 (4e-5). Power: with the squares of the samples that stand for the support set it
    is not."""
    if squares:
        step = Algorithm.step
        monkeypatch.setattr(
            Algorithm, "step", lambda *args: dataclasses.replace(step(*args), averaged=0)
        )
    added, variance = [], 0.0
    for seed, eta_J in enumerate((20.0, 2e-3)):
        settings = (
            make(model, P=math.inf, eta_J=eta_J, noise=0.0) for model in ("anil", "fo_anil")
        )
        full, first = (
            sample_drift(s, tasks=20_000, seed=2 * seed + i, in_c=not squares)
            for i, s in enumerate(settings)
        )
        added.append((full.dQ_mean - first.dQ_mean) / eta_J)
        variance = variance + (full.dQ_se**2 + first.dQ_se**2) / eta_J**2
    z = np.abs(added[0] - added[1]) / np.sqrt(variance)
    assert z.max() > 8 if squares else z.max() < 4.5


def test_label_noise_is_standard_normal_and_none_costs_no_random_numbers():
    """4e5 draws: the relative error of the standard deviation is 1.1e-3; threshold 5e-3."""
    noise = make_algorithm(make("anil")).draw_noise(np.random.default_rng(0), (60_000,))
    assert noise.shape == (60_000, 7)
    assert abs(noise.std() - 1) < 5e-3 and abs(noise.mean()) < 8e-3
    rng = np.random.default_rng(0)
    assert make_algorithm(make("anil", noise=0.0)).draw_noise(rng, (10,)) is None
    assert rng.random() == np.random.default_rng(0).random()
