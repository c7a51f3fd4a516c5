"""The prior of the tasks: mean, covariance, third and fourth moments; singular covariances; refused
values."""

import dataclasses
import math

import numpy as np
import pytest
from microscopic import make_setting

from orderode.simulate import SettingError, TaskPrior, make_algorithm, sample_drift


def make(**change):
    values = dict(model="fo_anil", activation="erf", K=2, M=2, eta_J=2.0, eta_w=1.0, P=3, V=4)
    values |= dict(T=np.eye(2), Q=0.5 * np.eye(2), R=0.1 * np.ones((2, 2)))
    return make_setting(**(values | change))


def z_score(sample, expected):
    """Deviations of the mean over the first axis; rounding does not count."""
    error = np.maximum(sample.std(axis=0) / math.sqrt(len(sample)), 1e-12)
    return np.abs((sample.mean(axis=0) - expected) / error)


@pytest.mark.parametrize("kappa", [1.0, 1.5, 1.8, 2.4, 3.0, 6.0])
def test_moments_to_fourth_order(kappa):
    """Two components of variance 2 and 0.3, the second Gaussian. 2 + 2 means, 2 variances, 2
    thirds, 2 fourths and the products x y, x^2 y, x y^2, x^2 y^2 of 4e5 draws: 12 z-scores for each
    of 6 kurtoses, threshold 4.8 (1e-4 for all). A kurtosis off by 3 % shows at z > 5 (spread of e^4
    below 5 kappa)."""
    mean, variance, kurtosis = np.array([0.7, -1.0]), np.array([2.0, 0.3]), np.array([kappa, 3.0])
    u = (
        TaskPrior(mean, np.diag(variance), kurtosis)
        .draw(np.random.default_rng(1), (400, 1000))
        .reshape(-1, 2)
    )
    e = (u - mean) / np.sqrt(variance)
    x, y = e.T
    sample = np.stack(
        [x, y, x**2, y**2, x**3, y**3, x**4, y**4, x * y, x * x * y, x * y * y, x * x * y * y],
        axis=1,
    )
    assert z_score(sample, [0, 0, 1, 1, 0, 0, kappa, 3, 0, 0, 0, 1]).max() < 4.8
    if kappa == 1.8:
        assert np.abs(x).max() <= math.sqrt(3) and len(np.unique(x)) > 1000
    elif kappa != 3:
        assert set(np.round(np.abs(np.unique(x)), 9)) <= {0.0, round(math.sqrt(kappa), 9)}


def test_covariance_singular_ones_included():
    """Third component the sum of the others: exactly so in every draw. 6 + 3 z-scores, threshold
    4.5."""
    F = np.array([[1.0, 0.0], [-0.5, 2.0], [0.5, 2.0]])
    u = TaskPrior(np.array([1.0, 2.0, 3.0]), F @ F.T, np.full(3, 3.0)).draw(
        np.random.default_rng(2), (200_000,)
    )
    np.testing.assert_allclose(u[:, 2], u[:, 0] + u[:, 1], atol=1e-7)
    i, j = np.triu_indices(3)
    v = u - [1.0, 2.0, 3.0]
    assert max(z_score(u, [1, 2, 3]).max(), z_score(v[:, i] * v[:, j], (F @ F.T)[i, j]).max()) < 4.5


def test_defaults():
    rng = [np.random.default_rng(3) for _ in range(2)]
    u = make_algorithm(make()).draw_task(rng[0], (5,))
    np.testing.assert_array_equal(u, rng[1].standard_normal((5, 2)))
    fixed = make(model="sgd", eta_w=None, P=None)
    assert (make_algorithm(fixed).draw_task(rng[0], (5,)) == 1.0).all()
    assert (fixed.w0 == 1).all() and (make().w0 == 0).all()


def test_the_fourth_moment_reaches_the_drift():
    """Heads of a finite support set are quadratic in u: the squares of a step tell Rademacher from
    Gaussian tasks, and uniform from three-valued ones of the same kurtosis not. 3 entries each,
    threshold 4.5, power asserted."""
    near = math.nextafter(1.8, 2)  # the three-valued family
    samples = [
        sample_drift(make(P=1, V=1, kurtosis=k), tasks=200_000, seed=i)
        for i, k in enumerate((1, 3, 1.8, near))
    ]

    def z(a, b):
        return (np.abs(a.dQ_mean - b.dQ_mean) / np.hypot(a.dQ_se, b.dQ_se)).max()

    assert z(samples[0], samples[1]) > 6
    assert z(samples[2], samples[3]) < 4.5


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("kurtosis", 0.9, "at least 1"),
        ("kurtosis", [3.0, math.inf], "finite"),
        ("cov", [[1.0, 2.0], [2.0, 1.0]], "semi-definite"),
        ("cov", [[1.0, 0.1], [0.2, 1.0]], "symmetric"),
        ("cov", np.eye(3), "shape"),
        ("mean", [1.0], "shape"),
        ("w0", [0.0, 0.0, 0.0], "shape"),
        ("noise", -1.0, "standard deviation"),
        ("eta_0", math.inf, "finite"),
        ("decay", math.nan, "finite"),
        ("inner_steps", 0, "at least 1"),
        ("inner_steps", 1.5, "integer"),
        ("activation", (), "at least one"),
        ("activation", (0.0, math.nan), "finite"),
        ("activation", ("erf",), "coefficients"),
    ],
)
def test_refused_settings(key, value, words):
    with pytest.raises(SettingError, match=words) as caught:
        make(**{key: value})
    assert caught.value.key == key


def test_refused_combinations():
    with pytest.raises(SettingError, match="diagonal"):
        make(kurtosis=[1.0, 3.0], cov=[[1.0, 0.1], [0.1, 1.0]])
    with pytest.raises(SettingError, match="fo_anil needs P"):
        make(P=None)
    with pytest.raises(SettingError, match="fo_anil needs eta_w"):
        make(eta_w=None)
    plain = make()
    with pytest.raises(SettingError, match="no such parameter: eta_J, eta_w"):
        dataclasses.replace(plain, parameters={**plain.parameters, "eta_x": 2})
    with pytest.raises(SettingError, match="finite P"):
        make_algorithm(make(model="anil", P=math.inf), trajectories=True)
