"""The interpreter against steps written by hand, and against differences of losses written out, for
other losses."""

import math

import numpy as np
import pytest
from handwritten import BY_HAND
from microscopic import make_setting
from scipy import special
from trees import (
    add,
    error,
    field,
    g,
    head,
    mul,
    noise,
    number,
    output,
    parameter,
    power,
    size,
    total,
    variant,
)

from orderode.simulate import SettingError, make_algorithm
from orderode.simulate.activations import find_activation
from orderode.simulate.draws import psd_factor
from orderode.simulate.quadrature import BARE as FIELD
from orderode.simulate.quadrature import Averages, Function

CUBIC = (0.3, 1.0, -0.2, 0.1)
ACTIVATIONS = ["erf", "relu", "linear", CUBIC]
RATES = dict(eta_J=1.7, eta_w=0.9, eta_0=0.8, noise=0.5, decay=0.7, P=5, V=7)
K, M = 3, 2


def overlaps(seed=5):
    weights = np.random.default_rng(seed).standard_normal((K + M, 8))
    C = weights @ weights.T / 8
    return dict(T=C[K:, K:], Q=C[:K, :K], R=C[:K, K:])


def setting_of(model, activation, **change):
    return make_setting(
        model, activation, K, M, **{**RATES, **overlaps(), "w0": [0.3, -0.5, 0.4], **change}
    )


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
    """P = 5, V = 7, label noise, a head start, 1 and 3 inner steps; at P = inf with the same
    averages."""
    for steps in (1,) if model != "fo_anil" else (1, 3):
        setting = setting_of(model, activation, P=P, inner_steps=steps)
        mine, by_hand = make_algorithm(setting), BY_HAND[model](setting)
        assert (mine.support, mine.query) == (by_hand.support, by_hand.query)
        fields, u, w0, zeta = drawn(mine)
        C = setting.covariance()
        found = mine.step(fields, u, mine.prepare(C), w0, zeta)
        assert_same(found, by_hand.step(fields, u, by_hand.prepare(C), w0, zeta))


# --- other losses

HALF = number("1/2")


def g_of(activation):
    """g, g', g'' for complex arguments, written out here."""
    if activation == "erf":
        c = math.sqrt(2 / math.pi)
        return (
            lambda x: special.erf(x / math.sqrt(2)),
            lambda x: c * np.exp(-x * x / 2),
            lambda x: -c * x * np.exp(-x * x / 2),
        )
    a, b, c, d = CUBIC
    return (
        lambda x: a + b * x + c * x**2 + d * x**3,
        lambda x: b + 2 * c * x + 3 * d * x**2,
        lambda x: 2 * c + 6 * d * x,
    )


class Sample:
    """What a written-out loss of one set may use: fields l (K, n) and b (M, n), task u, start w0, z
    = noise zeta."""

    def __init__(self, l, b, u, w0, z, activation, p):
        self.l, self.b, self.u, self.w0, self.z, self.p = l, b, u, w0, z, p
        self.g, self.d, self.dd = g_of(activation)
        self.gamma = p.get("gamma")
        self.scale = 1.0

    def e(self, w):
        return self.scale * w @ self.g(self.l) - self.u @ self.g(self.b) - self.z

    def square(self, w):
        return self.e(w) ** 2 / 2

    def slope(self, w):
        return self.scale * self.g(self.l) * self.e(w)


def scaled(sample):
    sample.scale = K**-0.5
    return sample


def square(name, samples):
    return mul(HALF, power(error(name, samples), 2))


k, l = field("k", "nu"), field("l", "nu")
GAMMA = parameter("gamma")
BARE = add(
    square("w", "nu"),
    mul(GAMMA, total("k", mul(head("w", "k"), power(k, 2)))),
    total("k", mul(k, g(0, k), g(1, k), g(2, k))),
    mul(
        total("l", mul(head("w", "l"), l)),
        total("n", mul(head("u", "n"), field("n", "nu", "beta")), "beta"),
    ),
)
PROXIMAL = add(
    square("w", "mu"),
    mul(HALF, GAMMA, total("k", power(add(head("w", "k"), mul(number(-1), head("w0", "k"))), 2))),
    mul(HALF, total("k", mul(power(head("w", "k"), 2), power(g(1, field("k", "mu")), 2)))),
    mul(GAMMA, total("k", mul(head("w", "k"), power(head("w0", "k"), 2)))),
)
#: name -> the model, and written out: its inner slope (K, n) at a head, its outer loss (n,).
OTHERS = {
    "penalty on g": (
        variant(
            "fo_anil",
            outer=add(
                mul(number(3), power(error("w", "nu"), 2)),
                mul(GAMMA, total("a", total("k", power(g(0, k), 2)))),
            ),
            parameters=["gamma"],
        ),
        lambda s, w: s.slope(w),
        lambda s, w: 3 * s.e(w) ** 2 + K * s.gamma * (s.g(s.l) ** 2).sum(axis=0),
    ),
    "ridge on the head": (
        variant(
            "fo_anil",
            inner=add(square("w", "mu"), mul(HALF, GAMMA, total("a", power(head("w", "a"), 2)))),
            parameters=["gamma"],
        ),
        lambda s, w: s.slope(w) + s.gamma * w[:, None],
        lambda s, w: s.square(w),
    ),
    "scale": (
        variant("anil", scale=power(size("K"), "-1/2")),
        lambda s, w: scaled(s).slope(w),
        lambda s, w: scaled(s).square(w),
    ),
    "bare fields": (
        variant("fo_anil", outer=BARE, parameters=["gamma"]),
        lambda s, w: s.slope(w),
        lambda s, w: (
            s.square(w)
            + s.gamma * w @ s.l**2
            + (s.l * s.g(s.l) * s.d(s.l) * s.dd(s.l)).sum(axis=0)
            + (w @ s.l) * (s.u @ s.b)
        ),
    ),
    "quartic": (
        variant("anil", outer=power(error("w", "nu"), 4)),
        lambda s, w: s.slope(w),
        lambda s, w: s.e(w) ** 4,
    ),
    "exact gradient through three proximal steps": (
        variant("fo_anil", inner=PROXIMAL, through=True, parameters=["gamma"]),
        lambda s, w: (
            s.slope(w) + s.gamma * (w - s.w0 + s.w0**2)[:, None] + w[:, None] * s.d(s.l) ** 2
        ),
        lambda s, w: s.square(w),
    ),
    "loss without a head": (
        variant(
            "fo_anil",
            outer=add(total("k", power(g(0, k), 3)), mul(GAMMA, power(total("k", k), 2))),
            parameters=["gamma"],
        ),
        lambda s, w: s.slope(w),
        lambda s, w: (s.g(s.l) ** 3).sum(axis=0) + s.gamma * s.l.sum(axis=0) ** 2,
    ),
}


def complex_slope(function, x):
    """d function/dx by a complex step, exact to rounding."""
    found = np.empty_like(x)
    for index in np.ndindex(*x.shape):
        shifted = x.astype(complex)
        shifted[index] += 1e-30j
        found[index] = function(shifted).imag / 1e-30
    return found


def written_out(setting, inner_slope, outer_loss, fields, u, w0, zeta):
    """The coefficients of support and query samples, and the change of the head start, of one
    step."""
    p, P = setting.parameters, setting.parameters["P"]
    through = setting.model.outer.through_inner

    def sample(l, part, start):
        return Sample(l, fields[K:, part], u, start, p["noise"] * zeta[part], setting.activation, p)

    def adapted(l, start):
        w = start
        for _ in range(p.get("inner_steps", 1)):
            w = w - p["eta_w"] * inner_slope(sample(l, slice(0, P), start), w).mean(axis=1)
        return w

    def loss(l, w, start):
        return outer_loss(sample(l, slice(P, None), start), w).mean()

    support, query = fields[:K, :P], fields[:K, P:]
    w = adapted(support, w0)
    slopes = [complex_slope(lambda l: loss(l, w, w0), query)]
    if through:
        slopes.insert(0, complex_slope(lambda l: loss(query, adapted(l, w0), w0), support))
        of_head = complex_slope(lambda v: loss(query, adapted(support, v), v), w0)
    else:
        of_head = complex_slope(lambda v: loss(query, v, w0), w)
    return -p["eta_J"] * np.concatenate(slopes, axis=1), -p["eta_0"] * of_head


@pytest.mark.parametrize("activation", ["erf", CUBIC], ids=str)
@pytest.mark.parametrize("name", list(OTHERS))
def test_other_losses_against_a_complex_step(name, activation):
    """P = 5, V = 7, label noise, a head start, and 3 inner steps where the model has their
    number."""
    model, inner_slope, outer_loss = OTHERS[name]
    own = {"gamma": 0.6} if GAMMA in [parameter(p["name"]) for p in model["parameters"]] else {}
    setting = setting_of(model, activation, inner_steps=3, **own)
    algorithm = make_algorithm(setting)
    fields, u, w0, zeta = (0.7 * x for x in drawn(algorithm, (2,)))
    found = algorithm.step(fields, u, None, w0, zeta)
    for i in range(2):
        a, of_head = written_out(setting, inner_slope, outer_loss, fields[i], u[i], w0[i], zeta[i])
        for mine, other in ((found.coefficients[i], a), (found.head[i], of_head)):
            assert mine.shape == other.shape
            np.testing.assert_allclose(
                mine, other, rtol=0, atol=1e-12 * max(1e-3, np.abs(other).max())
            )


# --- an infinite support set

a, b = field("a", "mu"), field("b", "mu")
PAIRS = add(
    square("w", "mu"),
    mul(GAMMA, total("a", mul(power(head("w", "a"), 2), power(g(0, a), 2)))),
    mul(GAMMA, total("a", mul(head("w", "a"), a, g(0, a), g(1, a)))),
    mul(GAMMA, total("a", mul(head("w", "a"), g(0, a))), power(noise("mu"), 2), total("b", b)),
    mul(HALF, power(mul(output("lambda", "w", "mu"), noise("mu")), 2)),
)


@pytest.mark.parametrize("activation", ["erf", "relu", "linear", CUBIC], ids=str)
def test_the_expected_head_is_the_mean_of_finite_ones(activation):
    """One inner step of a loss with g(l) g(z), g(l)^2, bare fields, g' and products with the label
    noise: 3 z-scores of 4e5 samples (P = 40, 1e4 heads) for each of 4 activations, threshold 4.2
    (3e-4 for all). Each part of the loss moves the head by far more than that (asserted for the
    last four)."""
    parts = PAIRS["args"]
    u, w0 = np.array([1.3, -0.6]), np.array([0.5, -0.4, 0.3])

    def head_of(loss, P, batch):
        setting = setting_of(
            variant("fo_anil", inner=loss, parameters=["gamma"]),
            activation,
            P=P,
            gamma=0.5,
            eta_w=0.2,
            inner_steps=1,
        )
        algorithm, C = make_algorithm(setting), setting.covariance()
        rng, n = np.random.default_rng(3), 0 if P == math.inf else P
        fields = psd_factor(C) @ rng.standard_normal((*batch, K + M, n))
        zeta = rng.standard_normal((*batch, n))
        every = np.broadcast_to(u, (*batch, M))
        return algorithm.adapt(fields, every, algorithm.prepare(C), w0, zeta)

    expected, heads = head_of(PAIRS, math.inf, ()), head_of(PAIRS, 40, (10_000,))
    bar = heads.std(axis=0) / math.sqrt(len(heads))
    assert (np.abs(heads.mean(axis=0) - expected) < 4.2 * bar).all()
    for left_out in range(1, len(parts)):
        without = head_of(add(*parts[:left_out], *parts[left_out + 1 :]), math.inf, ())
        assert np.abs((without - expected) / bar).max() > 8


def tensor_average(f, h, q, t, r, n=90):
    """<f(a) h(b)> on the product of two Gauss-Hermite rules: nothing of Mehler's series."""
    z, weight = special.roots_hermitenorm(n)
    weight = weight / weight.sum()
    x, y = np.meshgrid(z, z, indexing="ij")
    b = r / math.sqrt(q) * x + math.sqrt(t - r * r / q) * y
    return np.einsum("i,j,ij->", weight, weight, f(math.sqrt(q) * x) * h(b))


ORDERS = [
    ((0,), (0,)),
    ((0, 0), (0,)),
    ((0, 1), (FIELD, 0)),
    ((FIELD,), (1, 1)),
    ((2,), (0, 0, 0, 0)),
    ((0,), ()),
]


@pytest.mark.parametrize("activation", ["erf", CUBIC], ids=str)
@pytest.mark.parametrize(("left", "right"), ORDERS)
def test_averages_of_products_at_two_fields(left, right, activation):
    q, t, r = 0.9, 1.4, -0.6
    functions = [Function(find_activation(activation), orders) for orders in (left, right)]
    rule = Averages(np.array([[q, r], [r, t]]))
    found = rule.pair(*functions, slice(0, 1), slice(1, 2))
    np.testing.assert_allclose(found, tensor_average(*functions, q, t, r), rtol=1e-11, atol=1e-13)
    one = tensor_average(functions[0], lambda x: 1.0 + 0 * x, q, t, r)
    np.testing.assert_allclose(rule.single(functions[0], slice(0, 1)), one, rtol=1e-11, atol=1e-13)


def test_averages_of_kinked_functions():
    """With theta = g': <theta theta> = 1/4 + asin(rho)/(2 pi), <theta(a) g(b)> = (sqrt t + r/sqrt
    q)/sqrt(8 pi), <a^2 theta> = q/2, <a g(b)> = r/2 (Stein), <g> = sqrt(q/(2 pi)), <g^3> =
    sqrt(2/pi) q^(3/2)."""
    q, t, r = 0.9, 1.4, -0.6
    relu = find_activation("relu")
    rule = Averages(np.array([[q, r], [r, t]]))

    def pair(left, right):
        return rule.pair(Function(relu, left), Function(relu, right), slice(0, 1), slice(1, 2))[
            0, 0
        ]

    found = [pair((1,), (1,)), pair((1,), (0,)), pair((FIELD,), (0,)), pair((2,), (0,))]
    wanted = [
        0.25 + math.asin(r / math.sqrt(q * t)) / (2 * math.pi),
        (math.sqrt(t) + r / math.sqrt(q)) / math.sqrt(8 * math.pi),
        r / 2,
        0.0,
    ]
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-13)
    single = [
        rule.single(Function(relu, f), slice(0, 1))[0] for f in ((FIELD, FIELD, 1), (0,), (0, 0, 0))
    ]
    wanted = [q / 2, math.sqrt(q / (2 * math.pi)), math.sqrt(2 / math.pi) * q**1.5]
    np.testing.assert_allclose(single, wanted, rtol=1e-13)


def test_functions_of_three_fields_are_refused_at_infinite_support():
    data = variant("fo_anil", inner=power(error("w", "mu"), 4))
    assert make_algorithm(setting_of(data, "erf", P=5)).support == 5
    with pytest.raises(SettingError, match="use a finite P") as caught:
        make_algorithm(setting_of(data, "erf", P=math.inf))
    assert caught.value.key == "P" and "4 fields" in str(caught.value)
