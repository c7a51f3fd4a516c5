"""The averages of activations and targets against quadrature, and the rules that are new with a
mean."""

import mpmath
import numpy as np
import pytest
import sympy
from scipy.special import owens_t

from orderode.derive.gaussian.engine import NoRule
from orderode.derive.gaussian.shifted import OwenT, shifted
from orderode.derive.models import srf
from orderode.derive.readouts import functions
from orderode.derive.readouts.reading import read
from orderode.derive.readouts.remainder import remainder

MODEL = read(srf.MODEL)
X = sympy.Symbol("x", real=True)
NUMERIC = [{"OwenT": owens_t}, "scipy"]


def quadrature(f, mean, deviation, weight=lambda z: 1.0):
    """< weight(z) f(mean + deviation z) >, with panels split where f may have a kink: 1e-13 for
    what is tested here."""
    nodes, weights = np.polynomial.legendre.leggauss(120)
    kink = float(np.clip(-mean / deviation, -9, 9))
    total = 0.0
    for low, high in ((-9.0, kink), (kink, 9.0)):
        z = (low + high) / 2 + (high - low) / 2 * nodes
        total += np.sum(
            (high - low) / 2 * weights * np.exp(-z * z / 2) * weight(z) * f(mean + deviation * z)
        )
    return total / np.sqrt(2 * np.pi)


def evaluated(features, **values):
    """Features by name; later ones may use earlier ones."""
    known = {
        sympy.Symbol(k, **a): v
        for k, v in values.items()
        for a in ({}, {"real": True}, {"positive": True})
    }
    found = {}
    for feature in features:
        known |= {sympy.Symbol(k): v for k, v in found.items()}
        used = sorted(feature.expression.free_symbols, key=str)
        function = sympy.lambdify(used, feature.expression, NUMERIC)
        found[feature.name] = float(function(*(known[s] for s in used)))
    return found


def left(remainder, mean, deviation):
    """r0, r1, r2 averaged."""
    values = remainder.values if remainder is not None else ()
    return {
        v.name: quadrature(sympy.lambdify(X, v.expression, NUMERIC), mean, deviation)
        for v in values
    }


POINTS = [(0.7, 1.3), (-1.9, 0.4), (0.0, 2.0), (2.6, 0.9)]


@pytest.mark.parametrize("named", functions.ACTIVATIONS, ids=lambda n: n.name)
def test_features_of_activations(named):
    a = functions.activation(MODEL, named, [])
    f = sympy.lambdify(X, a.function, "scipy")
    for mean, variance in POINTS:
        w = np.sqrt(variance)
        c0 = quadrature(f, mean, w)
        c1 = quadrature(f, mean, w, lambda z: z) / w
        second = quadrature(lambda x: f(x) ** 2, mean, w)
        found = evaluated(a.features, m=mean, v=variance, **left(a.remainder, mean, w))
        assert found["c0"] == pytest.approx(c0, abs=1e-12)
        assert found["c1"] == pytest.approx(c1, abs=1e-12)
        assert found["c22"] == pytest.approx(second - c0**2 - variance * c1**2, abs=1e-12)
    slope = sympy.lambdify(X, a.slope, "scipy")
    mu1 = quadrature(slope, 0, 1)
    wanted = {
        "mean": quadrature(f, 0, 1),
        "mu1": mu1,
        "mu2": quadrature(slope, 0, 1, lambda z: z),
        "nu": quadrature(lambda x: slope(x) ** 2, 0, 1) - mu1**2,
    }
    assert evaluated(a.moments) == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize("named", functions.TARGETS, ids=lambda n: n.name)
def test_features_of_targets(named):
    g = functions.target(MODEL, named, [])
    f = sympy.lambdify(X, g.function, "scipy")
    for mean, variance in POINTS:
        w = np.sqrt(variance)
        wanted = {
            "h0": quadrature(f, mean, w),
            "h1": quadrature(f, mean, w, lambda z: z),
            "h2": quadrature(lambda x: f(x) ** 2, mean, w),
        }
        found = evaluated(g.features, m=mean, w=w, **left(g.remainder, mean, w))
        assert found == pytest.approx(wanted, rel=1e-11, abs=1e-12)
    wanted = {
        "mean": quadrature(f, 0, 1),
        "first": quadrature(f, 0, 1, lambda z: z),
        "square": quadrature(lambda x: f(x) ** 2, 0, 1),
    }
    assert evaluated(g.moments) == pytest.approx(wanted, abs=1e-12)


def test_owens_function_differentiates_and_evaluates_as_owens():
    h, a = sympy.symbols("h a", real=True)
    for x, y in ((0.3, 0.8), (-2.0, 0.1), (1.5, 1.0)):
        assert float(OwenT(x, y).evalf()) == pytest.approx(owens_t(x, y), abs=1e-14)
        for i, symbol in enumerate((h, a)):
            slope = float(OwenT(h, a).diff(symbol).subs({h: x, a: y}))
            step = 1e-5 * np.eye(2)[i]
            numerical = (
                owens_t(*(np.array([x, y]) + step)) - owens_t(*(np.array([x, y]) - step))
            ) / 2e-5
            assert slope == pytest.approx(numerical, abs=1e-9)  # 1e-16/1e-5 + 1e-10


def test_no_more_than_what_has_no_rule_is_left_to_a_grid():
    made = {f.name: functions.activation(MODEL, f, []) for f in functions.ACTIVATIONS}
    assert {name for name, a in made.items() if a.remainder} == {
        "tanh",
        "silu",
        "softplus",
        "sigmoid",
    }
    assert {name: a.parity for name, a in made.items() if a.parity} == {
        "erf": -1,
        "tanh": -1,
        "sin": -1,
    }
    # E sigma'': neither odd nor even, and yet the slope is even
    assert made["sigmoid"].moments[2].expression == 0


def test_what_is_left_ends_at_its_reach():
    for named in functions.ACTIVATIONS:
        r = functions.activation(MODEL, named, []).remainder
        for v in r.values if r is not None else ():
            f = sympy.lambdify(X, v.expression, "mpmath")
            with mpmath.workdps(30):
                far = max(abs(f(mpmath.mpf(s * r.reach))) for s in (-1, 1))
                near = max(abs(f(mpmath.mpf(s * (r.reach - 1)))) for s in (-1, 1))
            assert far <= 1e-16 < max(near, 1e-16 * 1.01)


def test_functions_that_fit_neither_way_are_refused():
    for function, fault in (
        (sympy.cos(X) * sympy.tanh(X), "needs closed averages"),
        (X**2 * sympy.tanh(X), "line"),
    ):
        with pytest.raises((ValueError, NotImplementedError), match=fault):
            remainder(function, X, sympy.pi / 2)
    nameless = functions.Named("steep", sympy.tanh(2 * X), "tanh(2 {0})")
    with pytest.raises(ValueError, match=r"steep.*distance of its nearest singularity"):
        functions.activation(MODEL, nameless, [])


def test_what_has_no_rule_is_refused_by_name():
    with pytest.raises(NoRule, match="tanh"):
        shifted(sympy.tanh(X), X, sympy.Symbol("m", real=True), sympy.Symbol("v", positive=True))


def test_each_step_of_a_derivation_names_its_rule():
    _, steps = shifted(
        sympy.erf(X) ** 2, X, sympy.Symbol("m", real=True), sympy.Symbol("v", positive=True)
    )
    assert [s.rule for s in steps] == [
        "slope in the mean, from infinity",
        "tilting",
        "slope in the mean, from 0",
        "tilting",
    ]
