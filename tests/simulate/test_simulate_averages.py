"""Monte Carlo averages at fixed overlaps: generalisation error, drift, and the error bars of
both."""

import math

import numpy as np
import pytest
from microscopic import make_setting
from scipy import special

from orderode.simulate import drift, measure, sample_drift, sample_eps_g
from orderode.simulate.direct import weights
from orderode.simulate.moments import Moments
from orderode.simulate.reduced import Reduced


def make(P=5.0, V=2, **change):
    values = dict(model="fo_anil", activation="erf", K=2, M=3, eta_J=2.0, eta_w=1.5, P=P, V=V)
    values |= dict(T=np.diag([1.0, 2.0, 0.5]), Q=[[0.5, 0.1], [0.1, 0.4]])
    values |= dict(R=[[0.3, -0.2, 0.1], [0.1, 0.4, 0.2]])
    return make_setting(**(values | change))


def test_eps_g_is_the_mean_loss_of_adapted_heads():
    """Against 40000 tasks with N-vectors, P = 5, 20 test inputs each. Both sides carry an error of
    0.5 %; threshold z = 4 (6e-5); an error of 4 % in eps_g shows at z > 5."""
    setting, N = make(), 12
    rng = np.random.default_rng(0)
    J, B = weights(setting, N, rng)
    losses = []
    for _ in range(20):
        u, x = rng.standard_normal((2000, 3)), rng.standard_normal((2000, N, 25))
        learner, teacher = (special.erf(A @ x / math.sqrt(2 * N)) for A in (J, B))
        y = np.einsum("bm,bmn->bn", u, teacher)
        w = 1.5 / 5 * np.einsum("bn,bkn->bk", y[:, :5], learner[:, :, :5])
        f = np.einsum("bk,bkn->bn", w, learner)
        losses.extend(np.mean((f - y)[:, 5:] ** 2, axis=1) / 2)
    mean, error = sample_eps_g(setting, setting.Q[None], setting.R[None], tasks=40_000, seed=1)
    z = (mean[0] - np.mean(losses)) / math.hypot(error[0], np.std(losses) / math.sqrt(len(losses)))
    assert abs(z) < 4
    assert error[0] < 0.006 * mean[0]


@pytest.mark.parametrize("P", [5, math.inf])
def test_eps_g_error_bars_are_calibrated(P):
    """400 repetitions of 200 tasks: the spread of the means over the mean error bar is 1 within 15
    %, four times its standard error 1/sqrt(800). Bars that count samples, not tasks, are off by far
    more."""
    setting = make(P)
    Q, R = np.repeat(setting.Q[None], 400, 0), np.repeat(setting.R[None], 400, 0)
    mean, error = sample_eps_g(setting, Q, R, tasks=200, test_samples=20, seed=3)
    assert abs(mean.std(ddof=1) / error.mean() - 1) < 0.15


def test_eps_g_of_each_run_is_its_own(monkeypatch):
    """Two overlaps and a broken one in a batch, blocks of one overlap: each as alone (z < 4)."""
    monkeypatch.setattr(measure, "CHUNK", 200)
    setting = make()
    Q = np.stack([setting.Q, 4 * setting.Q, np.full((2, 2), np.nan)])
    R = np.stack([setting.R, 0 * setting.R, setting.R])
    mean, error = sample_eps_g(setting, Q, R, tasks=2000, seed=1)
    monkeypatch.setattr(measure, "CHUNK", 2**17)
    assert np.isnan(mean[2])
    assert abs(mean[0] - mean[1]) > 8 * error[0]
    for i in (0, 1):
        alone, alone_error = sample_eps_g(setting, Q[i : i + 1], R[i : i + 1], tasks=2000, seed=2)
        assert abs(mean[i] - alone[0]) < 4 * math.hypot(error[i], alone_error[0])


HEAD = dict(eta_0=0.8, noise=2.0, decay=0.7, w0=[0.3, -0.5], mean=[0.5, 0.0, -1.0])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("P", "change"),
    [(5, {}), (math.inf, {}), (5, {"inner_steps": 2, **HEAD}), (5, {"model": "anil", **HEAD})]
    + [(None, {"model": "sgd", **HEAD}), (5, {"model": "pooled", "activation": "relu", **HEAD})],
)
def test_drift_is_the_scaled_step_at_large_N(P, change):
    """N (change of Q, R, w0) of one reduced step at N = 1e7, where what is left of finite N is
    below 1e-6, 3e4
    steps against 3e4 tasks: 4 + 6 + 2 z-scores for each of 6 settings, threshold 4.8 (1e-4 for
    all). Without the a a^T term, decay or label noise dQ would be off by more than 10 deviations
    (asserted)."""
    setting, N, runs = make(P, **change), 10**7, 30_000
    state = Reduced(setting, N, runs, np.random.default_rng(0))
    state.step()
    sample = sample_drift(setting, tasks=runs, seed=1)
    assert sample.tasks == runs
    Q, R = state.overlaps()
    for moved, mean, error in (
        (N * (Q - setting.Q), sample.dQ_mean, sample.dQ_se),
        (N * (R - setting.R), sample.dR_mean, sample.dR_se),
        (N * (state.w0 - setting.w0), sample.dw0_mean, sample.dw0_se),
    ):
        total = np.maximum(np.hypot(moved.std(axis=0) / math.sqrt(runs), error), 1e-7)
        assert np.abs((moved.mean(axis=0) - mean) / total).max() < 4.8
    without = [{"eta_J": 2e-6}] + [{key: 0.0} for key in ("noise", "decay") if key in change]
    for other in without:
        scale = 2.0 / other.get("eta_J", 2.0)  # a small rate: no quadratic term
        weaker = sample_drift(make(P, **change | other), tasks=runs, seed=1)
        assert (np.abs(scale * weaker.dQ_mean - sample.dQ_mean) / sample.dQ_se).max() > 10


def test_drift_error_bars_and_seeds(monkeypatch):
    """200 samples of 500 tasks: the squared spread of the means over that of the error bars,
    averaged over
    the entries, is 1 within 0.4: four times its standard error, sqrt(2/199) = 0.1 if the entries
    were one. Error bars that ignore the dependence of a task's samples or lose a factor of two are
    off by more."""
    monkeypatch.setattr(drift, "CHUNK", 4000)  # several blocks each
    samples = [sample_drift(make(), tasks=500, seed=seed) for seed in range(200)]
    for name in ("dR", "dQ"):
        spread = np.var([getattr(s, name + "_mean") for s in samples], axis=0, ddof=1)
        bars = np.mean([getattr(s, name + "_se") ** 2 for s in samples], axis=0)
        assert abs(np.mean(spread / bars) - 1) < 0.35
    again = sample_drift(make(), tasks=500, seed=0)
    np.testing.assert_array_equal(again.dQ_mean, samples[0].dQ_mean)
    np.testing.assert_array_equal(again.dQ_mean, again.dQ_mean.T)


def test_moments_of_blocks():
    x = 1e6 + np.random.default_rng(0).standard_normal((1000, 2, 3))
    moments = Moments()
    for block in np.split(x, [1, 10, 500]):
        moments.add(block)
    np.testing.assert_allclose(moments.mean, x.mean(axis=0), rtol=1e-14)
    np.testing.assert_allclose(
        moments.standard_error, x.std(axis=0, ddof=1) / math.sqrt(1000), rtol=1e-9
    )
    single = Moments()
    single.add(x[:1])
    assert np.isnan(single.standard_error).all()
