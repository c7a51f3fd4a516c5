"""Losses whose drift vanishes, whose slope holds no field, and observables that are products of sums
or constants.

Oracle: with a linear activation the coefficient of each sample is a_k = -(eta/V) c_k s, where s is
label noise of variance sigma^2, or 1.  All moments of a step are then sums of Gaussian moments.
"""

import types

import numpy as np
import pytest
from evaluate_system import overlaps, rendered

from orderode.derive.custom.check import check_model
from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.language import (
    Activate,
    Adaptation,
    Algorithm,
    Descent,
    Head,
    Observable,
    Rate,
    Sum,
)
from orderode.derive.models.setting import (
    error,
    eta_J,
    eta_w,
    label_noise,
    learner,
    loss,
    noise,
    query,
    start,
    support,
    teacher,
    u,
)
from orderode.solvers.emitted import fault_in

gamma = Rate("gamma", "a strength")
k, l = learner.index(0), learner.index(1)
K, M = 3, 2
ETA, SIGMA, GAMMA, V = 0.7, 0.3, 1.3, 4.0
W0 = np.array([0.5, -0.3, 0.8])


def fields(s):
    return Sum(learner.local_field(k, s), k)


#: name -> the loss of a head on samples, c_k, and the mean square and fourth cumulant of s.
LOSSES = {
    "noise times the output": (
        lambda h, s: label_noise(noise, s) * learner.output(h, s),
        W0,
        SIGMA**2,
        True,
    ),
    "noise times the fields": (
        lambda h, s: label_noise(noise, s) * fields(s),
        np.ones(K),
        SIGMA**2,
        True,
    ),
    "the fields": (lambda h, s: gamma * fields(s), GAMMA * np.ones(K), 1.0, False),
}
OBSERVABLES = {
    "norms": lambda h, s: Sum(h[k] ** 2, k) * Sum(learner.local_field(l, s) ** 2, l),
    "strength": lambda h, s: gamma**2,
}


@pytest.fixture(scope="module", params=LOSSES)
def emitted(request, tmp_path_factory):
    """The emitted modules of a model by name, after all its files have been compiled."""
    loss, c, square, random = LOSSES[request.param]
    observables = [Observable(n, of, start, n, n) for n, of in OBSERVABLES.items()]
    outer = Descent(learner, start, eta_J, loss, query)
    found = Algorithm(
        "mine",
        request.param,
        learner,
        teacher,
        u,
        start,
        outer,
        tuple(observables),
        noise=noise,
        parameters=(gamma,),
    )
    check_model(found)
    files = rendered([derive(found, ACTIVATIONS["linear"])])
    folder = tmp_path_factory.mktemp("emitted")
    modules = {}
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        if path.endswith(".py"):
            modules[path] = made = types.ModuleType(path)
            exec(compile(text, path, "exec"), made.__dict__)
    assert fault_in(folder) == ""
    plain, beside = (modules[f"numpy/mine_linear{x}.py"] for x in ("", "_fluctuations"))
    return plain, beside, np.outer(c, c) * ETA**2 * square / V, random


def parameters(module, **others):
    given = {"eta_J": ETA, "eta_0": 0.4, "noise": SIGMA, "gamma": GAMMA, "V": V, **others}
    names = module.Parameters._fields
    return module.Parameters(**{name: x for name, x in given.items() if name in names})


def test_the_drift_is_that_of_the_squares(emitted):
    """dR = 0, dQ_kl = eta^2 c_k c_l <s^2>/V, which no V has where that is infinite."""
    module, _, squares, _ = emitted
    R, Q, T = overlaps(K, M, 3)
    dR, dQ, _ = module.rhs(R, Q, W0, T, parameters(module))
    np.testing.assert_allclose(dR, 0.0, atol=1e-15)
    np.testing.assert_allclose(dQ, squares, rtol=1e-13)
    limit = module.rhs(R, Q, W0, T, parameters(module, V=np.inf))
    assert all(np.shape(x) == np.shape(y) for x, y in zip(limit[:2], (R, Q), strict=True))
    assert not np.any(limit[0]) and not np.any(limit[1])


def test_the_covariance_of_one_step(emitted):
    """< s^2 > of the fields each, and the fourth cumulant of s in the squares."""
    _, module, squares, random = emitted
    R, Q, T = overlaps(K, M, 3)
    blocks = module.diffusion(R, Q, W0, T, parameters(module))
    DRR, DRQ, _, DQQ, *_ = blocks
    np.testing.assert_allclose(DRR, np.einsum("kl,nm->knlm", squares, T), rtol=1e-12)
    once = np.einsum("ka,bn->knab", squares, R)
    np.testing.assert_allclose(DRQ, once + once.swapaxes(2, 3), rtol=1e-12, atol=1e-15)
    one = np.einsum("ka,lb->klab", squares, Q)
    wanted = one + one.swapaxes(0, 1)
    wanted = wanted + wanted.swapaxes(2, 3)
    if random:  # V (eta/V)^4 (<s^4> - <s^2>^2) = 2/V of the squares squared
        wanted = wanted + 2.0 / V * np.einsum("kl,ab->klab", squares, squares)
    np.testing.assert_allclose(DQQ, wanted, rtol=1e-12)


def test_slopes_along_a_direction(emitted):
    """What does not move has none; dQ by differences, exact for a quadratic function of w0."""
    plain, module, _, _ = emitted
    R, Q, T = overlaps(K, M, 3)
    rng = np.random.default_rng(8)
    along = [rng.standard_normal(x.shape) for x in (R, Q, W0)]
    along[1] = along[1] + along[1].T
    slopes = module.tangent(R, Q, W0, *along, T, parameters(module))
    ends = []
    for sign in (1.0, -1.0):
        state = [x + sign * y for x, y in zip((R, Q, W0), along, strict=True)]
        ends.append(plain.rhs(*state, T, parameters(plain)))
    for slope, above, below in zip(slopes, *ends, strict=True):
        np.testing.assert_allclose(slope, (above - below) / 2, rtol=1e-12, atol=1e-14)
    still = module.strength_tangent(R, Q, W0, *along, T, parameters(module))
    np.testing.assert_allclose(still, 0.0, atol=0.0)


def test_observables(emitted):
    module, beside, _, _ = emitted
    R, Q, T = overlaps(K, M, 3)
    given = parameters(module)
    np.testing.assert_allclose(module.norms(R, Q, W0, T, given), (W0 @ W0) * np.trace(Q))
    np.testing.assert_allclose(module.strength(R, Q, W0, T, given), GAMMA**2)
    up = beside.norms_tangent(R, Q, W0, 0 * R, Q, W0, T, parameters(beside))
    np.testing.assert_allclose(up, 3.0 * (W0 @ W0) * np.trace(Q))


def test_a_sum_over_units_that_nothing_is_counted_by(tmp_path):
    """sum_kn (lambda_k - beta_n)^2/2 has the slope M lambda_k - sum_n beta_n: M counts units."""
    n = teacher.index(0)

    def apart(h, s):
        both = learner.local_field(k, s) - teacher.local_field(n, s)
        return Sum(Sum(both**2, k), n) / 2

    outer = Descent(learner, start, eta_J, apart, query)
    norm = (Observable("norms", OBSERVABLES["norms"], start, "n", "n"),)
    found = Algorithm("mine", "", learner, teacher, u, start, outer, norm, noise=noise)
    made = types.ModuleType("mine")
    files = rendered([derive(found, ACTIVATIONS["linear"])])
    exec(files["numpy/mine_linear.py"], made.__dict__)
    R, Q, T = overlaps(K, M, 3)
    dR, dQ, _ = made.rhs(R, Q, W0, T, parameters(made, V=np.inf))
    np.testing.assert_allclose(dR, -ETA * (M * R - T.sum(axis=0)), rtol=1e-12)
    A = -ETA * (M * Q - R.sum(axis=1))
    np.testing.assert_allclose(dQ, A + A.T, rtol=1e-12)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert fault_in(tmp_path) == ""  # the C compiles


def test_a_step_of_a_delta_function_is_refused():
    """f sum_k w_k g'(lambda_k): ReLU's g'' is 0 but at 0. The theory counted it, by Stein's lemma, and
    single steps, which never meet it, disagreed with |z| = 45."""

    def slopes(h, s):
        return learner.output(h, s) * Sum(h[k] * Activate(1, learner.local_field(k, s)), k)

    norm = (Observable("norms", OBSERVABLES["norms"], start, "n", "n"),)
    outer = Descent(learner, start, eta_J, slopes, query)
    found = Algorithm("mine", "", learner, teacher, u, start, outer, norm, noise=noise)
    check_model(found)
    with pytest.raises(
        ValueError, match="a step has g'' of relu, which is zero but where it is no"
    ):
        derive(found, ACTIVATIONS["relu"])
    assert derive(found, ACTIVATIONS["linear"]).outputs


@pytest.mark.slow
def test_an_inner_step_that_weighs_outputs_otherwise_has_infinite_support_sets():
    """(f - y)^2/2 + gamma f y: the nodes of finite P know one sum over heads, the difference, and
    would miss the products of two; derivation ended in a ValueError."""
    w = Head("w", learner)

    def inner(h, s):
        return loss(h, s) + gamma * learner.output(h, s) * teacher.output(u, s)

    adapted = Adaptation(w, start, eta_w, inner, support, 1)
    outer = Descent(learner, w, eta_J, loss, query)
    seen = (Observable("eps_g", error, w, "loss on fresh data", "e"),)
    found = Algorithm(
        "mine",
        "f y",
        learner,
        teacher,
        u,
        start,
        outer,
        seen,
        adaptation=adapted,
        noise=noise,
        parameters=(gamma,),
    )
    check_model(found)
    limits = derive(found, ACTIVATIONS["erf"]).limits
    assert ("P", "inf", "exact") in limits and ("P", "integer", "refused") in limits
