"""The rules of the Gaussian calculus, one at a time."""

import math

import numpy as np
import pytest
from evaluate_system import covariance
from sympy import Mul, S, erf, exp, sqrt, symbols
from sympy.tensor.indexed import Indexed
from test_gaussian import (
    C,
    a,
    b,
    base_of,
    c,
    check_rewrite,
    d,
    g,
    g1,
    number,
)

from orderode.derive.gaussian import Average, Covariance, engine, rules
from orderode.derive.gaussian.engine import flatten
from orderode.derive.gaussian.wick import meetings


def evaluator(average):
    """What the engine hands to rules that open averages of their own."""
    run = engine._Run()
    return flatten(run.value(average, 0), run.families())


TILTED = Covariance("C", ((d, S.One),))
EXAMPLES = {
    "normalisation": (rules.normalisation, Average(S(1), (), Covariance("C")), 0),
    "linearity": (
        rules.linearity,
        Average(a * g(b) + 2 * a**2 - g1(a), (a, b), Covariance("C")),
        3,
    ),
    "a sum inside a product": (
        rules.linearity,
        Average((a + g(b)) * g(c), (a, b, c), Covariance("C")),
        2,
    ),
    "constant factor": (
        rules.linearity,
        Average(sqrt(2) * a * g(b) / 3, (a, b), Covariance("C")),
        1,
    ),
    "parity": (rules.parity, Average(a**2 * g(b) * g1(c), (a, b, c), Covariance("C")), 0),
    "tilting": (rules.tilting, Average(exp(-(a**2) / 2) * b * g(c), (a, b, c), Covariance("C")), 1),
    "tilting, strength 3": (
        rules.tilting,
        Average(exp(-3 * a**2 / 2) * a * g(a), (a,), Covariance("C")),
        1,
    ),
    "tilting, a second time": (
        rules.tilting,
        Average(exp(-(a**2) / 2) * b * g(c), (a, b, c), TILTED),
        1,
    ),
    "tilting, same field twice": (
        rules.tilting,
        Average(exp(-(a**2)) * b * g(a), (a, b), Covariance("C", ((a, S.One),))),
        1,
    ),
    "Stein": (rules.stein, Average(a * g(b) * g1(c) * g(c), (a, b, c), Covariance("C")), 2),
    "Stein, a power": (rules.stein, Average(a**3 * g(b), (a, b), Covariance("C")), 2),
    "Stein, tilted": (rules.stein, Average(a * g(a) * b, (a, b), TILTED), 2),
    "Wick": (rules.wick, Average(3 * a**2 * b * c, (a, b, c), Covariance("C")), 0),
    "Wick, of polynomials": (
        rules.wick,
        Average((1 + a - a**3) ** 2 * (b + b**2 / 3) * (2 + c) * c, (a, b, c), Covariance("C")),
        0,
    ),
    "Wick, tilted": (rules.wick, Average(a**2 * b**2, (a, b), TILTED), 0),
    "Price": (rules.price, Average(g(a) * g(b), (a, b), Covariance("C")), 0),
    "Price, unequal": (rules.price, Average(erf(a) * erf(b / 2), (a, b), TILTED), 0),
    "Price, decoupled part": (
        rules.price,
        Average(a**2 * exp(-(b**2) / 2), (a, b), Covariance("C")),
        0,
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_alone(name):
    rule, average, terms = EXAMPLES[name]
    rewrite = rule(average, evaluator)
    assert rewrite is not None, "the rule does not apply to its own example"
    assert len(rewrite.terms) == terms
    for seed in range(3):
        fields = (a, b, c, d)
        matrix = covariance(np.random.default_rng([seed, 6]), 4, 0.0 if seed == 2 else None)
        check_rewrite(average, rewrite, base_of(fields, matrix))


@pytest.mark.parametrize(
    ("rule", "integrand"),
    [
        (rules.parity, a**2 * g(b) * g(c)),
        (rules.parity, a + a**2),
        (rules.tilting, exp(a**2 / 2) * b),
        (rules.tilting, exp(-a * b) * b),
        (rules.tilting, exp(-(a**4)) * b),
        (rules.stein, g(a) * g(b)),
        (rules.stein, sqrt(a) * b**-1),
        (rules.wick, a * g(b)),
        (rules.wick, (a + b) * a),  # a factor with two fields is multiplied out first
        (rules.price, g(a) * g(b) * g(c)),
        (rules.price, erf(a * b)),
        (rules.normalisation, a**2),
        (rules.linearity, a * g(b)),
    ],
)
def test_a_rule_that_does_not_apply_says_so(rule, integrand):
    fields = tuple(sorted(integrand.free_symbols, key=str))
    assert rule(Average(integrand, fields, Covariance("C")), evaluator) is None


def test_wick_gives_the_known_moments():
    """Isserlis up to order 6, symbolically and on six different fields by exact quadrature."""

    def moment(monomial):
        fields = tuple(sorted(monomial.free_symbols, key=str))
        return rules.wick(Average(monomial, fields, Covariance("C")), evaluator).constant.expand()

    aa, bb, cc, ab, ac, bc = C[a, a], C[b, b], C[c, c], C[a, b], C[a, c], C[b, c]
    assert moment(a**2) == aa
    assert moment(a * b) == ab
    assert moment(a**4) == 3 * aa**2
    assert moment(a**2 * b**2) == aa * bb + 2 * ab**2
    assert moment(a**3 * b) == 3 * aa * ab
    assert moment(a * b * c * d) == ab * C[c, d] + ac * C[b, d] + C[a, d] * bc
    assert moment(a**6) == 15 * aa**3
    assert moment(a**3 * b**3) == 9 * aa * bb * ab + 6 * ab**3
    assert (
        moment(a**2 * b**2 * c**2)
        == aa * bb * cc + 2 * (aa * bc**2 + bb * ac**2 + cc * ab**2) + 8 * ab * ac * bc
    )
    assert moment(a**3) == moment(a * b * c) == moment(a**5) == 0
    eight = symbols("p q r s t u v w", real=True)
    for product_, pairings in (
        (a**3, 0),
        (a**6, 15),
        (a**2 * b**2 * c**2 * d**2, 105),
        (Mul(*eight), 105),
    ):
        value = moment(product_)
        assert value.xreplace({e: S.One for e in value.atoms(Indexed)}) == pairings
    assert len(meetings((1,) * 4)) == 10  # no pair, one of six, or one of three times two
    six = symbols("p q r s t u", real=True)
    matrix = covariance(np.random.default_rng(2), 6)
    nodes, weights = np.polynomial.hermite_e.hermegauss(4)  # exact up to degree 7
    z = np.stack(np.meshgrid(*[nodes] * 6, indexing="ij"))
    values = np.prod(np.einsum("ij,j...->i...", np.linalg.cholesky(matrix), z), axis=0)
    for _ in range(6):
        values = values @ weights / math.sqrt(2 * math.pi)
    product_of_six = six[0] * six[1] * six[2] * six[3] * six[4] * six[5]
    assert number(moment(product_of_six), six, matrix) == pytest.approx(float(values), rel=1e-12)
