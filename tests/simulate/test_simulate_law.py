"""The reduced simulation has the law of the direct one; its Wishart matrices that of sums of
products."""

import math
from functools import cache

import numpy as np
import pytest
from microscopic import make_setting
from scipy import stats

from orderode.simulate import reduced
from orderode.simulate.direct import Direct
from orderode.simulate.draws import draw_wishart, pivoted_factor, psd_factor
from orderode.simulate.reduced import Reduced

LEVEL = 1e-3  # chance that a comparison of equal laws rejects (Bonferroni over its tests)


def make(P=3.0, **change):
    values = dict(model="fo_anil", activation="erf", K=2, M=2, eta_J=4.0, eta_w=2.0, P=P, V=3)
    values |= dict(T=np.diag([1.0, 2.0]), Q=[[0.5, 0.1], [0.1, 0.4]], R=[[0.3, -0.2], [0.1, 0.4]])
    return make_setting(**(values | change))


def entries(kind, setting, N, runs, steps, seed):
    """The distinct entries of (Q, R) after some steps, and log det Q, which is sensitive to W;
    (runs, 8). With the head start where it moves; (runs, 10)."""
    state = kind(setting, N, runs, np.random.default_rng(seed))
    for _ in range(steps):
        state.step()
    Q, R = state.overlaps()
    K = setting.K
    upper = np.triu_indices(K)
    columns = [
        Q[:, upper[0], upper[1]],
        R.reshape(runs, -1),
        np.log(np.abs(np.linalg.det(Q)))[:, None],
    ]
    return np.concatenate([*columns, state.w0] if setting.parameters["eta_0"] else columns, axis=1)


def p_value(a, b):
    """Bonferroni-corrected p that a and b (runs, d) have one law: Kolmogorov-Smirnov on each
    column, Welch on each column and on each product of two columns about the pooled mean, 2 d +
    d(d+1)/2 = 52 tests."""
    d = a.shape[1]
    p = [stats.ks_2samp(a[:, i], b[:, i]).pvalue for i in range(d)]
    i, j = np.triu_indices(d)
    center = (a.mean(axis=0) + b.mean(axis=0)) / 2
    products = [(x[:, i] - center[i]) * (x[:, j] - center[j]) for x in (a, b)]
    for x, y in ((a, b), products):
        p.extend(np.ravel(stats.ttest_ind(x, y, equal_var=False).pvalue))
    return min(1.0, min(p) * len(p))


@cache
def direct_trajectories(P):
    return entries(Direct, make(P), 30, 10_000 if P == 3 else 2000, 30, 1)


def reduced_trajectories(P):
    return entries(Reduced, make(P), 30, 10_000 if P == 3 else 2000, 30, 2)


FULL = dict(
    model="anil",
    eta_0=3.0,
    noise=0.5,
    decay=1.0,
    w0=[0.5, -0.5],
    mean=[1.0, 0.0],
    kurtosis=[1.0, 1.8],
)


@cache
def direct_anil():
    return entries(Direct, make(**FULL), 30, 4000, 30, 1)


@pytest.mark.parametrize(
    "change", [{}, {"noise": 0.0}, {"decay": 0.0}, {"eta_0": 2.3}, {"mean": [0.8, 0.0]}]
)
def test_trajectories_of_the_full_algorithm_agree_in_law(change):
    """anil with everything switched on, 30 steps at N = 30, 4000 runs, 75 tests on 10 columns;
    power: one thing changed at a time is seen."""
    p = p_value(direct_anil(), entries(Reduced, make(**FULL | change), 30, 4000, 30, 2))
    assert p < 1e-2 * LEVEL if change else p > LEVEL


STEPS = {(6, 3): 200_000, (5, 3): 50_000, (4, 3): 50_000, (6, 1): 50_000}


@cache
def direct_steps(N, V):
    return entries(Direct, make(V=V, eta_J=10.0), N, STEPS[N, V], 1, 1)


def reduced_steps(N, V):
    return entries(Reduced, make(V=V, eta_J=10.0), N, STEPS[N, V], 1, 2)


@pytest.mark.slow
@pytest.mark.parametrize("P", [3, math.inf])
def test_trajectories_agree_in_law(P):
    """30 steps at N = 30; 10000 runs each, 2000 at P = inf. The next test states what this is able
    to see."""
    assert p_value(direct_trajectories(P), reduced_trajectories(P)) > LEVEL


@pytest.mark.parametrize("shift", [None, 4, -4])
def test_trajectories_reject_a_wrong_wishart_term(shift, monkeypatch):
    """Power: no Wishart term; degrees of freedom off by S = 4 of 26, up (N instead of N - S) and
    down."""

    def draw(rng, scale, dof):
        return np.zeros_like(scale) if shift is None else draw_wishart(rng, scale, dof + shift)

    monkeypatch.setattr(reduced, "draw_wishart", draw)
    assert p_value(direct_trajectories(3), reduced_trajectories(3)) < 1e-2 * LEVEL


@pytest.mark.parametrize(("N", "V"), list(STEPS))
def test_one_step_at_the_smallest_N(N, V):
    """N = S + K = 6, and below it: Wishart with 1 and with no degrees of freedom. V = 1 makes a a^T
    singular.
    A mean off by 1.4 % of the standard deviation shows at z = 0.014 sqrt(1e5) = 4.4 with 2e5 steps
    each (the corrected threshold is z = 4.3), 2.8 % with 5e4; the next test gives examples for all
    the moments."""
    assert p_value(direct_steps(N, V), reduced_steps(N, V)) > LEVEL


@pytest.mark.slow
@pytest.mark.parametrize("wrong", ["one degree less", "mean", "independent of the fields"])
def test_one_step_rejects_a_wrong_quadratic_term(wrong, monkeypatch):
    """Power: a Wishart matrix with 1 instead of 2 degrees of freedom; its mean in place of a draw;
    a draw with N degrees of freedom for the whole term, of the right mean but forgetful of the
    fields."""
    advance = Reduced.advance

    def forgetful(self, z, u, orthogonal, noise, gains, teachers):
        step = self.algorithm.step(
            pivoted_factor(self.setting.covariance(self.Q, self.R)) @ z, u, None
        )
        aZ = step.coefficients @ z[..., step.used].swapaxes(1, 2)
        advance(self, z, u, lambda a: draw_wishart(self.rng, a, self.N) - aZ @ aZ.swapaxes(1, 2))

    if wrong == "mean":
        monkeypatch.setattr(reduced, "draw_wishart", lambda rng, a, dof: dof * a)
    elif wrong == "one degree less":
        monkeypatch.setattr(
            reduced, "draw_wishart", lambda rng, a, dof: draw_wishart(rng, a, dof - 1)
        )
    else:
        monkeypatch.setattr(Reduced, "advance", forgetful)
    assert p_value(direct_steps(6, 3), reduced_steps(6, 3)) < 1e-2 * LEVEL


@pytest.mark.parametrize("dof", [0, 1, 2, 7])
@pytest.mark.parametrize("rank", [1, 3])
def test_wishart_moments(dof, rank):
    """Mean dof * scale and covariance dof (s_ik s_jl + s_il s_jk), K = 3, singular scale and dof <
    K too.
    6 + 21 z-scores of 2e5 draws against exact values; threshold 4.8 (4e-5 for the set). One degree
    of freedom of 7 moves the mean of a diagonal entry by z = sqrt(2e5 / 14) = 120."""
    a = np.random.default_rng(1).standard_normal((3, rank))
    s = a @ a.T
    n = 200_000
    W = draw_wishart(np.random.default_rng(2), np.broadcast_to(s, (n, 3, 3)), dof)
    assert np.linalg.matrix_rank(W[0], tol=1e-10) == min(rank, dof)
    np.testing.assert_array_equal(W, W.swapaxes(1, 2))
    if dof == 0:
        assert not W.any()
        return
    i, j = np.triu_indices(3)
    centered = W[:, i, j] - dof * s[i, j]
    covariance = dof * (s[np.ix_(i, i)] * s[np.ix_(j, j)] + s[np.ix_(i, j)] * s[np.ix_(j, i)])
    p, q = np.triu_indices(6)
    products = centered[:, p] * centered[:, q] - covariance[p, q]
    for sample in (centered, products):
        assert np.abs(sample.mean(axis=0) / (sample.std(axis=0) / math.sqrt(n))).max() < 4.8


@pytest.mark.parametrize("factor", [psd_factor, pivoted_factor])
def test_factor_of_singular_and_indefinite_by_rounding(factor):
    rng = np.random.default_rng(3)
    a = rng.standard_normal((50, 5, 2))
    C = a @ a.swapaxes(1, 2)
    L = factor(C)
    np.testing.assert_allclose(L @ L.swapaxes(1, 2), C, atol=1e-13)
    close = rng.standard_normal((50, 5, 5)) * [1, 1, 1e-7, 1e-8, 1e-9]
    C = close @ close.swapaxes(1, 2)
    np.testing.assert_allclose(factor(C) @ factor(C).swapaxes(1, 2), C, atol=1e-14 * 20)
    tiny = factor(np.array([[1.0, 1.0], [1.0, 1.0 - 1e-15]]))
    assert np.isfinite(tiny).all()
    np.testing.assert_allclose(tiny @ tiny.T, 1.0, atol=1e-14)


@pytest.mark.parametrize("factor", [psd_factor, pivoted_factor])
def test_factor_keeps_a_broken_matrix_to_itself(factor):
    C = np.stack([np.eye(2), np.full((2, 2), np.inf), np.full((2, 2), np.nan)])
    L = factor(C)
    np.testing.assert_allclose(L[0] @ L[0].T, np.eye(2))
    assert np.isnan(L[1:]).all()
