"""The Gaussian calculus against quadrature in the full dimension of the fields: no conditioning, no
closed form."""

import math
import re
from itertools import pairwise, product

import numpy as np
import pytest
from evaluate_system import covariance
from expectation import expectation
from scipy import special
from sympy import Add, Mul, Rational, S, Symbol, erf, exp, lambdify, oo, sin, sqrt, symbols
from sympy.tensor.indexed import Indexed

from orderode.derive.gaussian import Covariance, NoRule, engine, evaluate, rules
from orderode.derive.gaussian.activations import ERF
from orderode.derive.gaussian.engine import flatten
from orderode.derive.ir.average import GAUSSIANS, PLAIN, Entries, ordered
from orderode.derive.ir.average import strength as strength_of
from orderode.derive.ir.trace import Product, Section
from orderode.derive.targets.latex import trace

a, b, c, d = symbols("a b c d", real=True)
C = Entries(PLAIN)


def g(x):
    return ERF.function(x)


def g1(x):
    return ERF.derivative(1, x)


def by_quadrature(integrand, fields, matrix):
    """The average of a SymPy integrand made of polynomials, erf(k x) and exp(-k x^2)."""
    if not fields:
        return float(integrand)
    terms = Add.make_args(integrand.expand())
    growth = [max(_growth(term, x)[0] for term in terms) for x in fields]
    degree = max(sum(_growth(term, x)[1] for x in fields) for term in terms)
    return expectation(
        lambdify(fields, integrand, ["numpy", "scipy"]), matrix, growth, 1e-12 / 15**degree
    )


def _growth(term, x):
    """(c, n) for which ``term`` grows like y^n exp(c y^2/2) at x = iy."""
    total, degree = 0.0, 0
    for factor in Mul.make_args(term):
        base, power = (factor, 1) if isinstance(factor, exp) else factor.as_base_exp()
        if isinstance(base, erf):
            total += float(2 * base.args[0].coeff(x) ** 2 * power)
        elif isinstance(base, exp):
            total += float(-2 * base.args[0].coeff(x, 2))
        else:
            assert factor.is_polynomial(x), f"the quadrature does not know how {factor} grows"
            degree += int(power) if base == x else 0
    return total, degree


def number(expression, fields, matrix):
    """An expression in entries C[x, y] (or V[x, y]) at the covariance ``matrix`` of ``fields``."""
    place = {f: n for n, f in enumerate(fields)}
    entries = {
        e: Symbol(f"entry_{n}") for n, e in enumerate(sorted(expression.atoms(Indexed), key=str))
    }
    assert all(str(e.base) in "CV" for e in entries), (
        f"entries of tilted covariances are left in {expression}"
    )
    values = [matrix[place[e.indices[0]], place[e.indices[1]]] for e in entries]
    return float(lambdify(list(entries.values()), expression.xreplace(entries), "math")(*values))


def matrix_of(average, base):
    """The numerical covariance of an average's fields, tilts absorbed; ``base`` maps pairs of
    fields to numbers."""
    fields = sorted({f for f, _ in average.covariance.tilts} | set(average.fields), key=str)
    matrix = np.array([[base[x, y] for y in fields] for x in fields]).reshape([len(fields)] * 2)
    # (C^-1 + s e e^T)^-1, written so that C may be singular
    for field, strength in average.covariance.tilts:
        column, s = matrix[:, fields.index(field)], float(strength)
        matrix = matrix - s * np.outer(column, column) / (1 + s * column[fields.index(field)])
    kept = [fields.index(f) for f in average.fields]
    return matrix[np.ix_(kept, kept)]


def base_of(fields, matrix):
    return {(x, y): matrix[i, j] for i, x in enumerate(fields) for j, y in enumerate(fields)}


def check_rewrite(average, rewrite, matrix_base):
    """``constant + sum of coefficient * average`` of a rewrite has the value of the average it
    replaces."""
    fields = sorted({x for x, _ in matrix_base}, key=str)
    matrix = np.array([[matrix_base[x, y] for y in fields] for x in fields])

    def plain(expression, covariance):
        families, current = [], covariance
        while current.tilts:
            families.append(current.family())
            current = current.parent
        return number(flatten(S(expression), tuple(reversed(families))), fields, matrix)

    before = by_quadrature(average.integrand, average.fields, matrix_of(average, matrix_base))
    after = plain(rewrite.constant, average.covariance)
    for coefficient, part in rewrite.terms:
        covariance = (
            part.covariance
            if len(part.covariance.tilts) > len(average.covariance.tilts)
            else average.covariance
        )
        value = by_quadrature(part.integrand, part.fields, matrix_of(part, matrix_base))
        after += plain(coefficient, covariance) * value
    assert after == pytest.approx(before, abs=1e-11, rel=1e-11), (
        f"{rewrite.rule} on {average.integrand}"
    )


# -- the quadrature itself -------------------------------------------------------------------------


def test_quadrature_reproduces_moments_and_normal_integrals():
    """<x^4> = 3 v^2; <cos x> = exp(-v/2); <erf(x/sqrt 2)^2> at v = 1 is 1/3 (three equal variables,
    by symmetry)."""
    assert expectation(lambda x: x**4, [[2.5]]) == pytest.approx(18.75, rel=1e-13)
    assert expectation(np.cos, [[3.0]]) == pytest.approx(math.exp(-1.5), rel=1e-12)
    both = lambdify((a, b), g(a) * g(b), ["numpy", "scipy"])
    assert expectation(both, [[1.0, 1.0], [1.0, 1.0]]) == pytest.approx(1 / 3, abs=1e-13)


# -- I2, I3, I4 ------------------------------------------------------------------------------------


PRODUCTS = {
    "I2": (g(a) * g(b), (a, b)),
    "I3": (g1(a) * b * g(c), (a, b, c)),
    "I4": (g1(a) * g1(b) * g(c) * g(d), (a, b, c, d)),
}


def saad_solla(name, C):
    """The closed forms of Saad and Solla, PRE 52, 4225 (1995), appendix A: only compared with,
    nowhere used."""
    if name == "I2":
        return 2 / math.pi * math.asin(C[0, 1] / math.sqrt((1 + C[0, 0]) * (1 + C[1, 1])))
    if name == "I3":
        L3 = (1 + C[0, 0]) * (1 + C[2, 2]) - C[0, 2] ** 2
        return (
            2
            / math.pi
            / math.sqrt(L3)
            * (C[1, 2] * (1 + C[0, 0]) - C[0, 1] * C[0, 2])
            / (1 + C[0, 0])
        )
    (c11, c12, c13, c14), (_, c22, c23, c24), (_, _, c33, c34), (_, _, _, c44) = C
    L4 = (1 + c11) * (1 + c22) - c12**2
    L0 = (
        L4 * c34 - c23 * c24 * (1 + c11) - c13 * c14 * (1 + c22) + c12 * c13 * c24 + c12 * c14 * c23
    )
    L1 = L4 * (1 + c33) - c23**2 * (1 + c11) - c13**2 * (1 + c22) + 2 * c12 * c13 * c23
    L2 = L4 * (1 + c44) - c24**2 * (1 + c11) - c14**2 * (1 + c22) + 2 * c12 * c14 * c24
    return 4 / math.pi**2 / math.sqrt(L4) * math.asin(L0 / math.sqrt(L1 * L2))


def covariances(size):
    """Random ones, near-singular and exactly singular ones, all variances 3, and every pattern of
    repeated fields."""
    found = []
    for seed in range(2):
        for smallest in (None, 1e-8, 0.0):
            found.append(covariance(np.random.default_rng([seed, size]), size, smallest))
    spread = covariance(np.random.default_rng([9, size]), size)
    scale = np.sqrt(3.0 / spread.diagonal())
    found.append(spread * np.outer(scale, scale))
    small = covariance(np.random.default_rng([8, size]), size)
    patterns = [
        p
        for p in product(range(size), repeat=size)
        if p == tuple(dict.fromkeys(p)) or len(set(p)) < size
    ]
    patterns = sorted({tuple(sorted(set(p)).index(n) for n in p) for p in patterns})
    found += [small[np.ix_(p, p)] for p in patterns[:: max(1, len(patterns) // 6)]]
    found += [np.full((size, size), 3.0), np.zeros((size, size))]
    return found


@pytest.mark.parametrize("name", PRODUCTS)
def test_derived_averages_against_quadrature(name):
    """To 1e-10, singular covariances and repeated fields included, and against the published forms
    to rounding."""
    integrand, fields = PRODUCTS[name]
    derived = evaluate(integrand, fields).flat()
    for matrix in covariances(len(fields)):
        value = number(derived, fields, matrix)
        assert value == pytest.approx(by_quadrature(integrand, fields, matrix), abs=1e-10)
        assert value == pytest.approx(saad_solla(name, matrix), abs=1e-14, rel=1e-12)


# -- other products, by the same rules -------------------------------------------------------------


OTHERS = {
    "g'(a) b c g(d)": (g1(a) * b * c * g(d), (a, b, c, d)),
    "g'(a) b c d": (g1(a) * b * c * d, (a, b, c, d)),
    "g'(a)^2": (g1(a) ** 2, (a,)),
    "g'(a)^2 g(b) g(c)": (g1(a) ** 2 * g(b) * g(c), (a, b, c)),
    "g'(a) g'(b)": (g1(a) * g1(b), (a, b)),
    "a^2 g'(b)": (a**2 * g1(b), (a, b)),
    "g'(a) a g(a)": (g1(a) * a * g(a), (a,)),
    "a b g(c) g(d)": (a * b * g(c) * g(d), (a, b, c, d)),
    "a g(a) b g(b)": (a * g(a) * b * g(b), (a, b)),
    "a^3 g(b)": (a**3 * g(b), (a, b)),
    "g''(a) g(b)": (ERF.derivative(2, a) * g(b), (a, b)),
    "g'''(a) b g(c)": (ERF.derivative(3, a) * b * g(c), (a, b, c)),
    "(a + g(b))^2 without b^2": (a**2 + 2 * a * g(b) + 3 * g(a) * g(b), (a, b)),
    "erf with two slopes": (erf(a) * erf(b / 2), (a, b)),
    "exp(-a^2) g'(b) erf(c)": (exp(-(a**2)) * g1(b) * erf(c) * c, (a, b, c)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_products_outside_the_three_special_cases(name):
    integrand, fields = OTHERS[name]
    derived = evaluate(integrand, fields).flat()
    for seed in range(3):
        smallest = 1e-8 if seed == 0 and len(fields) > 1 else None
        matrix = covariance(np.random.default_rng([seed, 5]), len(fields), smallest)
        reference = by_quadrature(integrand, fields, matrix)
        assert number(derived, fields, matrix) == pytest.approx(reference, abs=1e-10)


def test_polynomial_activation_by_wick_alone(monkeypatch):
    """g(x) = x - x^3/3: <g'(a) g'(b) g(c) g(d)> is a polynomial in C, and no integral is opened on
    the way."""
    p = [x - x**3 / 3 for x in (a, b, c, d)]
    monkeypatch.setattr(
        engine, "RULES", (rules.normalisation, rules.linearity, rules.parity, rules.wick)
    )
    integrand = p[0].diff(a) * p[1].diff(b) * p[2] * p[3]
    closed = evaluate(integrand, (a, b, c, d))
    assert closed.flat().is_polynomial(*closed.flat().atoms(Indexed))
    matrix = covariance(np.random.default_rng(1), 4)
    nodes, weights = np.polynomial.hermite_e.hermegauss(8)  # exact up to degree 15
    weights = weights / math.sqrt(2 * math.pi)
    z = np.stack(np.meshgrid(*[nodes] * 4, indexing="ij"))
    x = np.einsum("ij,j...->i...", np.linalg.cholesky(matrix), z)
    reference = np.einsum("ijkl,i,j,k,l->", lambdify((a, b, c, d), integrand)(*x), *[weights] * 4)
    assert number(closed.flat(), (a, b, c, d), matrix) == pytest.approx(reference, rel=1e-12)


@pytest.mark.parametrize("coefficient", [1, Rational(1, 3), Rational(2, 3), sqrt(2)])
def test_unequal_slopes_and_squares(coefficient):
    """<erf(p a) erf(b)>, and <erf(p a)^2> by two fields that coincide, against Gauss-Hermite
    quadrature."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(120)
    weights = weights / math.sqrt(2 * math.pi)
    matrix = np.array([[0.7, 0.2], [0.2, 0.5]])
    x, y = np.linalg.cholesky(matrix) @ np.stack(
        [z.ravel() for z in np.meshgrid(nodes, nodes, indexing="ij")]
    )
    w = np.outer(weights, weights).ravel()
    f, h = special.erf(float(coefficient) * x), special.erf(y)
    product = evaluate(erf(coefficient * a) * erf(b), (a, b)).flat()
    assert number(product, (a, b), matrix) == pytest.approx(w @ (f * h), rel=1e-10)
    square = evaluate(erf(coefficient * a) ** 2, (a,)).flat()
    assert number(square, (a,), matrix[:1, :1]) == pytest.approx(w @ f**2, rel=1e-10)


@pytest.mark.parametrize(("integrand", "fields"), [(g(b) ** 4, "b")])
def test_no_rule_names_the_product(integrand, fields):
    with pytest.raises(NoRule) as caught:
        evaluate(integrand, tuple(sorted(integrand.free_symbols, key=str)))
    assert f"over the fields {fields}" in str(caught.value)
    assert caught.value.average.integrand == integrand
    assert str(integrand) in str(caught.value)


def test_an_average_that_opens_itself_again_has_no_rule():
    """Price's rule turns <sin a sin b> into <cos a cos b>, and so on."""
    with pytest.raises(NoRule, match=r"sin\(a\)\*sin\(b\)"):
        evaluate(sin(a) * sin(b), (a, b))


# -- the trace -------------------------------------------------------------------------------------


NAMES = {"linearity", "constant factor", "parity", "Wick", "tilting", "Stein", "Price"}


@pytest.mark.parametrize("name", [*PRODUCTS, "g'(a) b c g(d)", "g''(a) g(b)", "a g(a) b g(b)"])
def test_every_step_of_a_derivation_holds(name, monkeypatch):
    """Each rewrite, as the engine applies it, keeps the value; the recorded steps are these
    rewrites."""
    integrand, fields = (PRODUCTS | OTHERS)[name]
    matrix = covariance(np.random.default_rng([7, len(fields)]), len(fields))
    base, seen = base_of(fields, matrix), []

    def checked(rule):
        def apply(average, evaluate):
            rewrite = rule(average, evaluate)
            if rewrite is not None:
                check_rewrite(average, rewrite, base)
                seen.append((rewrite.rule, average))
            return rewrite

        return apply

    monkeypatch.setattr(engine, "RULES", tuple(checked(rule) for rule in rules.RULES))
    steps = evaluate(integrand, fields).steps
    applied = [x for x in seen if x[0] != "normalisation"]
    assert sorted(((s.rule, s.before) for s in steps), key=str) == sorted(applied, key=str)
    assert {s.rule for s in steps} <= NAMES
    (section,) = trace.render([Section("The average {}", steps, (Product((0,)),))])
    for line in section["steps"]:
        before, after = re.split(r" ={}& |\\quad = ", line["formula"], maxsplit=1)
        assert before and after and before != after
        for text in (line["formula"], line["note"]):
            assert text.count("{") == text.count("}")
            assert len(re.findall(r"\\left", text)) == len(re.findall(r"\\right", text))
        assert line["note"].count("$") % 2 == 0
    assert steps[0].depth == 0
    assert all(after.depth <= before.depth + 1 for before, after in pairwise(steps))


@pytest.mark.parametrize("base", ["C", "Ct", "C_oo", "C1_square_c_oo", "path"])
def test_no_letter_of_its_name_says_what_a_covariance_is(base):
    plain = Covariance(base)
    weighted = plain.tilted(d, S.One).tilted(c, strength_of(GAUSSIANS[0]))
    held = plain.tilted(d, oo).tilted(c, oo)
    assert [x.fixed for x in (plain, weighted, held)] == [False, False, True]
    assert [x.open for x in (plain, weighted, held)] == [0, 1, 0]
    assert [x.scaled for x in (plain, Covariance(base, scaled=True).tilted(d, oo))] == [False, True]
    # fields that are held may be exchanged, weights of different strengths may not
    assert weighted.entry(b, a).indices == (d, c, a, b)
    assert held.entry(b, a).indices == (c, d, a, b)
    assert ordered(Entries(held)[d, c, b, a], str) == held.entry(a, b)
    # an element keeps what it belongs to through rewrites
    moved = (weighted.entry(a, b) + 1).xreplace({a: c}).subs(b, a).doit()
    assert {e.base.covariance for e in moved.atoms(Indexed)} == {weighted}


def test_another_covariance_of_the_same_name_changes_no_element():
    """Nor is it the same array: one has nodes, the other has none."""
    scaled = Covariance("Ct", scaled=True).entry(a, b)
    plain = Covariance("Ct").entry(a, b)
    assert scaled.base.covariance.scaled and not plain.base.covariance.scaled
    assert scaled != plain and scaled.base != plain.base


def test_the_classical_derivations_use_the_classical_rules():
    used = {
        name: [s.rule for s in evaluate(*PRODUCTS[name]).steps if s.depth == 0] for name in PRODUCTS
    }
    assert used["I2"] == ["Price"]
    assert [r for r in used["I3"] if r != "constant factor"] == ["tilting", "Stein", "tilting"]
    assert [r for r in used["I4"] if r != "constant factor"] == ["tilting", "tilting", "Price"]


def test_the_order_of_the_rules_does_not_change_values(monkeypatch):
    """Stein before tilting, linearity after parity: another derivation, the same number."""
    integrand, fields = OTHERS["g'(a) b c g(d)"]
    matrix = covariance(np.random.default_rng(3), 4)
    usual = evaluate(integrand, fields)
    order = (
        rules.normalisation,
        rules.parity,
        rules.linearity,
        rules.stein,
        rules.wick,
        rules.tilting,
        rules.price,
    )
    monkeypatch.setattr(engine, "RULES", order)
    other = evaluate(integrand, fields)
    assert [s.rule for s in other.steps] != [s.rule for s in usual.steps]
    assert number(other.flat(), fields, matrix) == pytest.approx(
        number(usual.flat(), fields, matrix), rel=1e-13
    )
