"""The interpreter against steps written by hand, and against differences of losses written out, for other losses."""

import math

import numpy as np
import pytest
from handwritten import BY_HAND
from microscopic import make_setting

from orderode.simulate import make_algorithm

CUBIC = (0.3, 1.0, -0.2, 0.1)
ACTIVATIONS = ["erf", "relu", "linear", CUBIC]
RATES = dict(eta_J=1.7, eta_w=0.9, eta_0=0.8, noise=0.5, decay=0.7, P=5, V=7)
K, M = 3, 2


def overlaps(seed=5):
    weights = np.random.default_rng(seed).standard_normal((K + M, 8))
    C = weights @ weights.T / 8
    return dict(T=C[K:, K:], Q=C[:K, :K], R=C[:K, K:])


def setting_of(model, activation, **change):
    return make_setting(model, activation, K, M, **{**RATES, **overlaps(), "w0": [0.3, -0.5, 0.4], **change})


def drawn(algorithm, batch=(4, 6), seed=1):
    """Fields, task, head start and zeta for a step."""
    rng = np.random.default_rng(seed)
    n = algorithm.samples
    shapes = [(K + M, n), (M,), (K,), (n,)]
    return [rng.standard_normal((*batch, *shape)) for shape in shapes]


def assert_same(found, wanted, tolerance=1e-12):
    assert found.used == wanted.used and found.averaged == wanted.averaged
    for mine, by_hand in ((found.coefficients, wanted.coefficients), (found.head, wanted.head)):
        assert mine.shape == by_hand.shape and np.abs(by_hand).max() > 1e-2
        np.testing.assert_allclose(mine, by_hand, rtol=0, atol=tolerance * np.abs(by_hand).max())


@pytest.mark.parametrize("P", [5, math.inf])
@pytest.mark.parametrize("activation", ACTIVATIONS, ids=str)
@pytest.mark.parametrize("model", list(BY_HAND))
def test_a_step_is_the_one_written_by_hand(model, activation, P):
    """P = 5, V = 7, label noise, a head start, 1 and 3 inner steps; at P = inf with the same averages."""
    for steps in (1,) if model != "fo_anil" else (1, 3):
        setting = setting_of(model, activation, P=P, inner_steps=steps)
        mine, by_hand = make_algorithm(setting), BY_HAND[model](setting)
        assert (mine.support, mine.query) == (by_hand.support, by_hand.query)
        fields, u, w0, zeta = drawn(mine)
        C = setting.covariance()
        found = mine.step(fields, u, mine.prepare(C), w0, zeta)
        assert_same(found, by_hand.step(fields, u, by_hand.prepare(C), w0, zeta))
