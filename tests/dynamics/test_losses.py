"""Losses with parameters in front of outputs, products of sums, constants.

Oracles: a rate a in front of f moves w as the head a w without it moves, at a^2 times the rates of
heads; a penalty that is a product of two sums is one sum times a number where the other is one.
"""

import numpy as np
import pytest
from evaluate_system import Direct, overlaps
from sympy.tensor.indexed import Indexed

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

a, b = Rate("a_f", "in front of f"), Rate("b_y", "in front of y")
k, l = learner.index(0), learner.index(1)
K, M = 2, 2
RATES = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "V": 3}
W0, MEAN = np.array([0.5, -0.3]), np.array([0.7, -0.4])


def heads(w):
    return Sum(w[k] ** 2, k)


def outputs(s):
    return Sum(Activate(0, learner.local_field(l, s)) ** 2, l)


def fields(s):
    return Sum(learner.local_field(l, s) ** 2, l)


def half(f, y, s):
    return (f - y - label_noise(noise, s)) ** 2 / 2


#: name -> the loss of outputs f and y, head and samples.
LOSSES = {
    "plain": lambda f, y, w, s: half(f, y, s),
    "a rate in front of f": lambda f, y, w, s: half(a * f, y, s),
    "f over a rate": lambda f, y, w, s: half(f / a, y, s),
    "a rate in front of y": lambda f, y, w, s: half(f, b * y, s),
    "a constant": lambda f, y, w, s: half(f, y, s) + 3 + a * b,
    "a product of two sums": lambda f, y, w, s: half(f, y, s) + a * heads(w) * outputs(s),
    "a sum of rates": lambda f, y, w, s: half(f, y, s) + (a + b) * fields(s),
    "two penalties": lambda f, y, w, s: half(f, y, s) + a * fields(s) + b * fields(s),
    "fields and outputs": lambda f, y, w, s: half(f, y, s) + a * fields(s) + b * outputs(s),
}


def model(name):
    def loss(head, samples):
        f, y = learner.output(head, samples), teacher.output(u, samples)
        return LOSSES[name](f, y, head, samples)

    found = Algorithm(
        "mine",
        name,
        learner,
        teacher,
        u,
        start,
        Descent(learner, start, eta_J, loss, query),
        (Observable("eps_g", error, start, "loss on fresh data", "e"),),
        noise=noise,
        parameters=(a, b),
    )
    check_model(found)
    return found


def slopes(name, activation, parameters=(), w0=W0, **tasks):
    """(dR, dQ, dw0)."""
    system = derive(model(name), ACTIVATIONS[activation])
    R, Q, T = overlaps(K, M, 5)
    given = {"a_f": 0.0, "b_y": 0.0, **RATES, **dict(parameters)}
    inputs = {"mean": MEAN, "cov": 0.5 * np.eye(M), **tasks}
    found = Direct(system, K, M, R, Q, T, given, w0=w0, **inputs)
    return [np.array(found.arrays[x], dtype=float) for x in system.outputs]


def same(found, wanted):
    for x, y in zip(found, wanted, strict=True):
        np.testing.assert_allclose(x, y, rtol=1e-10, atol=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_a_rate_in_front_of_an_output_is_another_head(activation):
    c = 1.7
    plain = slopes("plain", activation, {"eta_0": c**2 * RATES["eta_0"]}, w0=c * W0)
    wanted = [*plain[:2], plain[2] / c]
    same(slopes("a rate in front of f", activation, {"a_f": c}), wanted)
    same(slopes("f over a rate", activation, {"a_f": 1 / c}), wanted)
    other = slopes("plain", activation, mean=c * MEAN, cov=c**2 * 0.5 * np.eye(M))
    same(slopes("a rate in front of y", activation, {"b_y": c}), other)


@pytest.mark.slow
@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_constants_and_sums_of_rates(activation):
    rates = {"a_f": 0.3, "b_y": 0.2}
    same(slopes("a constant", activation, rates), slopes("plain", activation))
    same(slopes("a sum of rates", activation, rates), slopes("two penalties", activation, rates))


@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_a_product_of_two_sums_is_a_penalty_times_a_number(activation):
    """The head at rest holds the first sum at |w|^2; where it moves, the product moves it too."""
    norm, rest = W0 @ W0, {"eta_0": 0.0}
    product = slopes("a product of two sums", activation, {"a_f": 0.3, **rest})
    same(product, slopes("fields and outputs", activation, {"b_y": 0.3 * norm, **rest}))
    moved = slopes("a product of two sums", activation, {"a_f": 0.3})[2]
    assert np.abs(moved - slopes("plain", activation)[2]).min() > 1e-3


def test_heads_are_corrected_at_finite_support_sets_beside_the_teachers_own_sum():
    """A loss with f y holds sums over the teacher alone: no array is read at units that it does not
    hold."""
    w = Head("w", learner)
    inner = Adaptation(w, start, eta_w, loss, support, 1)

    def outer(h, s):
        f, y = learner.output(h, s), teacher.output(u, s)
        return (f - y) ** 2 + a * f * y

    found = Algorithm(
        "mine",
        "f y",
        learner,
        teacher,
        u,
        start,
        Descent(learner, w, eta_J, outer, query),
        (Observable("eps_g", error, w, "loss on fresh data", "e"),),
        adaptation=inner,
        noise=noise,
        parameters=(a,),
    )
    check_model(found)
    system = derive(found, ACTIVATIONS["linear"])
    assert ("P", "integer", "quadrature") in system.limits
    there = (*system.definitions, *system.inputs, *system.of_diffusion)
    arrays = {x.name: x.ranges for x in there}
    for d in system.definitions:
        for piece in d.pieces:
            for e in piece.expression.atoms(Indexed):
                for index, rng in zip(e.indices, arrays[str(e.base)], strict=True):
                    assert rng.contains(index.rng), f"{d.name} reads {e}"
