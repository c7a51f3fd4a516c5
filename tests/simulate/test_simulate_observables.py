"""eps_g of each algorithm, adaptation curves, the sensitivity to the head, and their record in a
simulation."""

import math

import numpy as np
import pytest
from microscopic import make_setting
from scipy import special

from orderode.models.data import model_data
from orderode.simulate import (
    SettingError,
    make_algorithm,
    sample_adaptation,
    sample_eps_g,
    sample_squared_gradient,
    simulate,
)
from orderode.simulate.direct import weights
from orderode.simulate.measure import sample_observables

R = np.array([[0.3, -0.2], [0.1, 0.4]])
COV = np.array([[0.7, 0.3], [0.3, 0.5]])


def make(model="fo_anil", activation="erf", P=5, **change):
    values = dict(model=model, activation=activation, K=2, M=2, eta_J=2.0, eta_w=0.8, P=P, V=3)
    values |= dict(
        T=np.diag([1.0, 2.0]),
        Q=[[0.5, 0.1], [0.1, 0.4]],
        R=R,
        w0=[0.4, -0.2],
        mean=[1.0, -0.5],
        cov=COV,
    )
    return make_setting(**(values | change))


def at(setting):
    """The setting's own overlaps, a batch of one."""
    return setting, setting.Q[None], setting.R[None]


def test_adaptation_curve_is_the_mean_loss_of_adapted_heads():
    """Against 40000 tasks with N-vectors: P = 5, label noise in the support set, 0 to 3 inner
    steps, 20 test inputs each. Both sides err by 0.7 %; 4 z-scores, threshold 4.5 (3e-5); an error
    of 5 % shows at z > 5. No noise is in the test label (it would add 2), and it matters in the
    support set (asserted)."""
    setting, N = make("anil", noise=2.0), 12
    rng = np.random.default_rng(0)
    J, B = weights(setting, N, rng)
    factor, losses = np.linalg.cholesky(COV), []
    for _ in range(20):
        u = setting.mean + rng.standard_normal((2000, 2)) @ factor.T
        x, noise = rng.standard_normal((2000, N, 25)), 2.0 * rng.standard_normal((2000, 5))
        learner, teacher = (special.erf(A @ x / math.sqrt(2 * N)) for A in (J, B))
        y, w, curve = np.einsum("bm,bmn->bn", u, teacher), np.tile(setting.w0, (2000, 1)), []
        for _ in range(4):
            difference = np.einsum("bk,bkn->bn", w, learner) - y
            curve.append(np.mean(difference[:, 5:] ** 2, axis=1) / 2)
            w = w - 0.8 / 5 * np.einsum("bn,bkn->bk", difference[:, :5] - noise, learner[:, :, :5])
        losses.extend(np.stack(curve, axis=1))
    mean, error = sample_adaptation(*at(setting), steps=3, tasks=40_000, seed=1)
    assert mean.shape == error.shape == (4, 1)
    total = np.hypot(error[:, 0], np.std(losses, axis=0) / math.sqrt(len(losses)))
    assert (np.abs(mean[:, 0] - np.mean(losses, axis=0)) < 4.5 * total).all()
    assert (error < 0.01 * mean).all()
    quiet, _ = sample_adaptation(*at(make("anil")), steps=3, tasks=40_000, seed=1)
    assert abs(quiet - mean)[0] < 6 * error[0] and (mean - quiet > 10 * error)[2:].all()


@pytest.mark.parametrize("P", [2000, math.inf])
def test_adaptation_of_linear_networks(P):
    """Linear networks, infinite support: w <- w - eta_w (Q w - R u), and half the quadratic form of
    C at (w, -u) for the loss, averaged over the tasks by their moments. 21 z-scores (40000 tasks;
    2000 at P = 2000, whose bias is below the error bars), threshold 4.5."""
    setting = make("pooled", "linear", P=P)
    tasks, samples = (40_000, 20) if P == math.inf else (2000, 20)
    mean, error = sample_adaptation(*at(setting), tasks=tasks, test_samples=samples, seed=3)
    C, second = setting.covariance(), np.outer(setting.mean, setting.mean) + COV
    # w = a + A u after s steps
    a, A = setting.w0, np.zeros((2, 2))
    for s in range(21):
        G = np.concatenate([A, -np.eye(2)])
        b = np.concatenate([a, np.zeros(2)])
        expected = 0.5 * (b @ C @ b + 2 * b @ C @ G @ setting.mean + np.trace(G.T @ C @ G @ second))
        assert abs(mean[s, 0] - expected) < 4.5 * error[s, 0]
        a, A = a - 0.8 * setting.Q @ a, A - 0.8 * (setting.Q @ A - R)
    assert mean[20] < 0.9 * mean[0]


def test_eps_g_is_taken_where_the_algorithm_says():
    """sgd and pooled: the head w0 as it is; fo_anil: after inner_steps; every one a point of one
    curve (same seed)."""
    curve, _ = sample_adaptation(*at(make("pooled", inner_steps=3)), steps=3, seed=1)
    for model, steps in (("fo_anil", 3), ("fo_anil", 1)):
        eps_g = sample_eps_g(*at(make(model, inner_steps=steps)), seed=1, in_c=False)[0]
        np.testing.assert_allclose(eps_g, curve[steps], rtol=1e-12)
    pooled = make_algorithm(make("pooled", inner_steps=3))
    assert [pooled.adapted(observable) for observable in pooled.model.observables] == [0, 3]
    for model in ("pooled", "sgd"):
        free = make(model, "linear", cov=np.zeros((2, 2)), noise=1.0)
        mean, error = sample_eps_g(*at(free), tasks=20_000)
        head = np.concatenate([free.w0, -free.mean])
        assert abs(mean[0] - head @ free.covariance() @ head / 2) < 4 * error[0] < 0.02
    with pytest.raises(SettingError, match="no inner loop"):
        sample_adaptation(*at(free))


def test_given_head_starts_are_used():
    """Each overlap of a batch has its own head start."""
    setting = make("sgd", "linear", P=None, cov=np.zeros((2, 2)))
    w0 = np.array([[0.0, 0.0], [2.0, -1.0]])
    Q, R = np.repeat(setting.Q[None], 2, 0), np.repeat(setting.R[None], 2, 0)
    mean, error = sample_eps_g(setting, Q, R, w0, tasks=20_000)
    gradient, none = sample_squared_gradient(setting, Q, R, w0, tasks=3)
    for i in range(2):
        head = np.concatenate([w0[i], -setting.mean])
        assert abs(mean[i] - head @ setting.covariance() @ head / 2) < 4 * error[i]
        np.testing.assert_allclose(
            gradient[i], np.sum((setting.Q @ w0[i] - setting.R @ setting.mean) ** 2)
        )
    assert np.abs(none).max() < 1e-15  # one task, the same each time


def test_sensitivity_of_linear_networks():
    """|Q w0 - R mean|^2 + tr(R cov R^T); 1e5 tasks, threshold 4, error bar 1 %; label noise does
    not enter."""
    setting = make("pooled", "linear", noise=3.0)
    mean, error = sample_squared_gradient(*at(setting), tasks=100_000, seed=1)
    drift = setting.Q @ setting.w0 - R @ setting.mean
    assert abs(mean[0] - (drift @ drift + np.trace(R @ COV @ R.T))) < 4 * error[0] < 0.04 * mean[0]


@pytest.mark.parametrize("activation", ["erf", "relu"])
def test_sensitivity_is_the_slope_of_the_loss(activation):
    """One task: the square of the mean of (f - y) g(lambda) over 4e5 inputs, with an error below 1
    % of it (asserted); threshold 4."""
    setting = make("sgd", activation, cov=np.zeros((2, 2)), w0=[1.5, 1.0], mean=[-1.0, 0.5])
    g = special.erf if activation == "erf" else lambda x: np.maximum(x, 0)
    rng = np.random.default_rng(2)
    fields = np.linalg.cholesky(setting.covariance()) @ rng.standard_normal((4, 400_000))
    values = g(fields / math.sqrt(2) if activation == "erf" else fields)
    each = (setting.w0 @ values[:2] - setting.mean @ values[2:]) * values[:2]
    slope, spread = each.mean(axis=1), np.cov(each) / each.shape[1]
    expected, error = slope @ slope, 2 * math.sqrt(slope @ spread @ slope)
    mean, _ = sample_squared_gradient(*at(setting), tasks=2)
    assert abs(mean[0] - expected) < 4 * error < 0.04 * expected


@pytest.mark.slow
@pytest.mark.parametrize("method", ["reduced", "direct"])
def test_simulation_records_head_starts_and_both_errors(method):
    def run(model, **change):
        setting = make(model, eta_0=change.pop("eta_0", 1.0), **change)
        return simulate(setting, N=20, runs=3, seed=1, method=method, alphas=[0, 1, 2], tasks=300)

    pooled = run("pooled", eta_w=0.0)
    assert pooled.w0.shape == (3, 3, 2) and pooled.status == ("ok",) * 3
    np.testing.assert_array_equal(pooled.w0[0], np.tile([0.4, -0.2], (3, 1)))
    assert len(np.unique(pooled.w0[2, :, 0])) == 3
    for after, before in zip(
        pooled.others["eps_g_adapted"], (pooled.eps_g, pooled.eps_g_se), strict=True
    ):
        np.testing.assert_array_equal(after, before)  # at rate zero
    stream = np.random.SeedSequence(1, spawn_key=(1, 40))
    algorithm = make_algorithm(pooled.setting)
    last = pooled.Q[2], pooled.R[2], pooled.w0[2]
    (measured, _), _ = sample_observables(
        algorithm, algorithm.model.observables, *last, tasks=300, test_samples=20, seed=stream
    )
    np.testing.assert_array_equal(pooled.eps_g[2], measured)  # of the heads of that time
    adapted = run("pooled", inner_steps=3, eta_J=0.1, eta_0=0.1)
    assert (adapted.others["eps_g_adapted"][0] < adapted.eps_g).all()
    fixed = run("anil", eta_0=0.0)
    assert not fixed.others and (fixed.w0 == [0.4, -0.2]).all()
    diverged = run("sgd", eta_0=1e200, eta_J=0.0)
    assert np.isnan(diverged.w0[1:]).all() and diverged.status == ("non-finite",) * 3


@pytest.mark.parametrize("name", ["sgd", "fo_anil"])
def test_eps_g_is_the_observable_of_this_name(name):
    """Wherever it stands among those of a model."""
    data = model_data(name)
    (seen,) = data["observables"]
    square = {"op": "power", "base": seen["loss"]["args"][1]["base"]["args"][0], "exponent": 2}
    other = {**seen, "name": "power", "loss": square}

    def measured(*observables):
        setting = make({**data, "observables": list(observables)})
        found = simulate(setting, N=20, runs=2, seed=1, alphas=[0, 1], tasks=50)
        curve = sample_adaptation(setting, *at(setting)[1:], steps=1)[0] if data["inner"] else 0
        slope = sample_squared_gradient(setting, *at(setting)[1:])[0]
        return found.eps_g, found.others["power"][0], curve, slope

    first, last = measured(seen, other), measured(other, seen)
    for a, b in zip(first, last, strict=True):
        np.testing.assert_array_equal(a, b)
    assert (first[0] != first[1]).all()


@pytest.mark.parametrize("method", ["reduced", "direct"])
def test_anil_has_no_trajectories_at_infinite_support(method):
    with pytest.raises(SettingError, match="finite P"):
        simulate(make("anil", P=math.inf), N=20, runs=1, seed=1, method=method, alphas=[1])
    assert np.isfinite(sample_eps_g(*at(make("anil", P=math.inf)))[0]).all()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ["erf", "relu", (0.0, 1.0, 0.5)], ids=str)
def test_broken_overlaps_keep_to_themselves(activation):
    """NaN for what is not finite, and the rest as it is without it."""
    setting = make(activation=activation, P=math.inf)
    Q = np.stack([setting.Q, np.full((2, 2), np.nan), np.full((2, 2), np.inf)])
    R = np.repeat(setting.R[None], 3, 0)
    for result in (
        sample_adaptation(setting, Q, R, steps=2)[0].T,
        sample_squared_gradient(setting, Q, R)[0],
    ):
        assert np.isfinite(result[0]).all() and np.isnan(result[1:]).all()
