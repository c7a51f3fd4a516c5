"""Inner loops whose slope has terms without head and task, and losses with the head start in them.

Oracle: with linear g and infinitely many samples of both sets all is linear algebra.  A head w = h +
H u has the mean slope Q w - R u, and the drift is made of its moments over the task.
"""

import types
from functools import cache

import numpy as np
import pytest
from evaluate_system import overlaps, rendered

from orderode.derive.custom.check import check_model
from orderode.derive.dynamics.assembly import assembled
from orderode.derive.dynamics.derive import derive
from orderode.derive.dynamics.macroscopic import derived
from orderode.derive.dynamics.reading import read
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.language import (
    Adaptation,
    Algorithm,
    Descent,
    Head,
    Observable,
    Rate,
    Sum,
)
from orderode.derive.language.data import model_data
from orderode.derive.models.setting import (
    error,
    eta_J,
    eta_w,
    learner,
    loss,
    noise,
    query,
    start,
    support,
    teacher,
    u,
)
from orderode.simulate import Setting, sample_drift

K, M = 3, 2
RATES = {"eta_J": 0.7, "eta_w": 0.4, "eta_0": 0.5, "gamma": 0.3}
W0, MEAN, COV = np.array([0.5, -0.3, 0.8]), np.array([0.7, -0.4]), np.diag([0.6, 1.1])
gamma, w, k = Rate("gamma", "a strength"), Head("w", learner), learner.index(0)


def sums(h, s):
    """The slope has gamma for each unit."""
    return loss(h, s) + gamma * Sum(h[k], k)


def near(h, s):
    """Its own distance from the start is kept small."""
    return loss(h, s) + gamma * Sum((h[k] - start[k]) ** 2, k) / 2


def times(h, s):
    """The slope has gamma w0_k."""
    return loss(h, s) + gamma * Sum(h[k] * start[k], k)


@cache
def model(inner, *, through=False):
    steps = 1 if through else "inner_steps"
    loop = Adaptation(w, start, rate=eta_w, loss=inner, samples=support, steps=steps)
    found = Algorithm(
        "affine",
        "",
        learner,
        teacher,
        u,
        start,
        Descent(learner, w, eta_J, loss, query, through=loop if through else None),
        (Observable("eps_g", error, w, "", "e"),),
        loop,
        noise,
        parameters=(gamma,),
    )
    check_model(found)
    return found


@cache
def limit(algorithm):
    """The emitted module of the equations at P -> infinity."""
    linear = ACTIVATIONS["linear"]
    system = assembled(derived(read(algorithm), linear, finite=False), "not asked for")
    made = types.ModuleType("affine")
    exec(rendered([system])["numpy/affine_linear.py"], made.__dict__)
    return made


def adapted(inner, R, Q, steps):
    """h and H after so many steps."""
    h, H = W0.copy(), np.zeros((K, M))
    for _ in range(steps):
        own = {sums: 1.0, near: h - W0, times: W0}[inner]
        pulled = H if inner is near else 0.0
        h, H = (
            h - RATES["eta_w"] * (Q @ h + RATES["gamma"] * own),
            H - RATES["eta_w"] * (Q @ H - R + RATES["gamma"] * pulled),
        )
    return h, H


def moments(h, H):
    """< w >, < w w^T >, < w u^T >, < u u^T >."""
    uu = COV + np.outer(MEAN, MEAN)
    hm = np.outer(h, H @ MEAN)
    return h + H @ MEAN, np.outer(h, h) + hm + hm.T + H @ uu @ H.T, np.outer(h, MEAN) + H @ uu, uu


@pytest.mark.parametrize("steps", [1, 3])
@pytest.mark.parametrize("inner", [sums, near, times])
def test_the_drift_at_infinitely_many_samples(inner, steps):
    module = limit(model(inner))
    R, Q, T = overlaps(K, M, 3)
    given = {**RATES, "inner_steps": steps, "V": np.inf, "mean": MEAN, "cov": COV}
    parameters = module.Parameters(**given)
    dR, dQ, dw0 = module.rhs(R, Q, W0, T, parameters)
    w_, ww, wu, uu = moments(*adapted(inner, R, Q, steps))
    # a_k = -eta_J (f - y) w_k on a sample: < a_k beta_n >, < a_k lambda_l >
    np.testing.assert_allclose(dR, -RATES["eta_J"] * (ww @ R - wu @ T), rtol=1e-10, atol=1e-12)
    A = -RATES["eta_J"] * (ww @ Q - wu @ R.T)
    np.testing.assert_allclose(dQ, A + A.T, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(dw0, -RATES["eta_0"] * (Q @ w_ - R @ MEAN), rtol=1e-10)
    eps = (np.sum(ww * Q) - 2 * np.sum(wu * R) + np.sum(uu * T)) / 2
    np.testing.assert_allclose(module.eps_g(R, Q, W0, T, parameters), eps, rtol=1e-12)


@pytest.mark.parametrize("inner", [sums, near, pytest.param(times, marks=pytest.mark.slow)])
def test_the_head_start_through_the_inner_loop(inner):
    """dw/dw0 = 1 - eta_w (Q + what the loss has of the start itself): by the derivation, and by
    the simulation at P -> infinity."""
    algorithm = model(inner, through=True)
    module = limit(algorithm)
    R, Q, T = overlaps(K, M, 3)
    w_, *_ = moments(*adapted(inner, R, Q, 1))
    own = RATES["gamma"] * (inner is times)
    moved = np.eye(K) - RATES["eta_w"] * (Q + own * np.eye(K))
    wanted = -RATES["eta_0"] * moved @ (Q @ w_ - R @ MEAN)
    parameters = module.Parameters(**RATES, V=np.inf, mean=MEAN, cov=COV)
    np.testing.assert_allclose(module.rhs(R, Q, W0, T, parameters)[2], wanted, rtol=1e-10)
    numbers = {**RATES, "P": np.inf, "V": 20}
    given = {"T": T, "Q": Q, "R": R, "w0": W0, "mean": MEAN, "cov": COV}
    setting = Setting(model_data(algorithm), "linear", K, M, numbers, **given)
    sample = sample_drift(setting, tasks=20_000, seed=0)
    # three entries at level 10^-4 each, power 1/2 at four standard errors
    z = (sample.dw0_mean - wanted) / sample.dw0_se
    assert np.abs(z).max() < 3.9 and (4 * sample.dw0_se < 0.1 * np.abs(wanted).max()).all()


def test_finite_support_sets_say_why_there_are_none():
    system = derive(model(sums), ACTIVATIONS["linear"])
    (said,) = [x.statement for x in system.closures if x.name == "P -> inf"]
    assert "has a term with no head, no task and no noise" in said
