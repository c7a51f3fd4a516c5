"""The quadrature behind the head at P = inf, against adaptive integration and doubled nodes."""

import dataclasses
import math

import numpy as np
import pytest
from scipy import integrate, special

from orderode.simulate.activations import ACTIVATIONS, find_activation, polynomial
from orderode.simulate.quadrature import ANGLES, NODES, correlation

ERF = ACTIVATIONS["erf"]


def pair(q, t, rho):
    r = rho * math.sqrt(q * t)
    return np.array([[q, r], [r, t]])


def adaptive(q, t, rho):
    """<g(a) g(b)> as two nested adaptive integrals over independent standard normals."""

    def density(z):
        return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    def outer(x):
        def inner(z):
            b = math.sqrt(t) * (rho * x + math.sqrt(1 - rho * rho) * z)
            return density(z) * special.erf(b / math.sqrt(2))

        value = integrate.quad(inner, -9, 9, epsabs=1e-12, epsrel=0, limit=200)[0]
        return density(x) * special.erf(math.sqrt(q / 2) * x) * value

    return integrate.quad(outer, -9, 9, epsabs=1e-11, epsrel=0, limit=200)[0]


@pytest.mark.parametrize(
    ("q", "t", "rho"),
    [(0.5, 1, 0.3), (0.2, 3, -0.95), (3, 3, 0.7), (3, 3, 1.0), (1e-8, 2, 0.5), (10, 10, 0.9)],
)
def test_against_adaptive_integration(q, t, rho):
    """The stated error is 1e-9 here; the adaptive integrals are good to 1e-10 (cut at 9
    deviations)."""
    A = correlation(pair(q, t, rho), 1, ERF)
    np.testing.assert_allclose(A[0, 1], adaptive(q, t, rho), rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    ("variance", "error"), [(1, 1e-13), (3, 1e-13), (6, 1e-10), (10, 2e-7), (30, 1e-3)]
)
def test_stated_error_by_doubling_nodes(variance, error):
    """At |rho| = 1, where the error is largest; and it is larger with fewer nodes, so that this can
    fail."""
    C = pair(variance, variance, 1.0)
    fine = correlation(C, 1, ERF, 2 * NODES)
    assert np.abs(correlation(C, 1, ERF) - fine).max() < error
    assert np.abs(correlation(C, 1, ERF, 24) - fine).min() > 1e-10


RELU = ACTIVATIONS["relu"]


@pytest.mark.parametrize("q", [0.5, 10.0])
@pytest.mark.parametrize("rho", [0.0, 0.3, -0.95, 0.9999, 1.0, -1.0])
def test_relu_against_adaptive_integration(q, rho):
    """One student at variance q, one teacher at 2; the average over the teacher's field given the
    student's, of mean m and deviation s, is m Phi(m/s) + s phi(m/s). The adaptive integral is good
    to 1e-12."""
    t, s = 2.0, math.sqrt(2 * (1 - rho * rho))

    def integrand(z):
        m = math.sqrt(t) * rho * z
        inner = (
            m * special.ndtr(m / s) + s * math.exp(-((m / s) ** 2) / 2) / math.sqrt(2 * math.pi)
            if s
            else max(m, 0)
        )
        return math.sqrt(q) * z * inner * math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    expected = integrate.quad(integrand, 0, 12, epsabs=1e-13, epsrel=0, limit=200, points=[0.05])[0]
    A = correlation(pair(q, t, rho), 1, RELU)
    np.testing.assert_allclose(A[0], [q / 2, expected], rtol=0, atol=1e-12 * math.sqrt(q * t))


def test_relu_nodes_converge_and_batches_are_their_members():
    """Random covariances: twice the angles change nothing above the stated 1e-13, a quarter of them
    much more."""
    a = np.random.default_rng(0).standard_normal((20, 5, 6))
    C = a @ a.swapaxes(-1, -2) / 3
    A = correlation(C, 3, RELU)
    scale = np.abs(C).max()
    assert A.shape == (20, 3, 5)
    assert np.abs(correlation(C, 3, RELU, 2 * ANGLES) - A).max() < 1e-13 * scale
    assert np.abs(correlation(C, 3, RELU, ANGLES // 4) - A).max() > 1e-6 * scale
    np.testing.assert_allclose(correlation(C[7], 3, RELU), A[7], rtol=1e-13)
    degenerate = np.diag([0.0, 1.0])
    assert (correlation(degenerate, 1, RELU) == 0).all()


def test_linear_and_polynomials_by_coefficients_are_exact():
    """Field variances up to 3, |rho| to 1; <(1 + a^2)(1 + b^2)> = 1 + q + t + q t + 2 r^2
    (Wick)."""
    for q, t, rho in ((0.5, 3.0, 0.4), (1.0, 1.0, -1.0), (3.0, 2.0, 0.0)):
        C = pair(q, t, rho)
        np.testing.assert_allclose(
            correlation(C, 1, ACTIVATIONS["linear"])[0], C[0], rtol=1e-14, atol=1e-15
        )
        expected = [1 + 2 * q + 3 * q * q, 1 + q + t + q * t + 2 * C[0, 1] ** 2]
        np.testing.assert_allclose(
            correlation(C, 1, polynomial((1, 0, 1)))[0], expected, rtol=1e-13
        )
        np.testing.assert_allclose(correlation(C, 1, polynomial((2.5,)))[0], 6.25, rtol=1e-13)


@pytest.mark.parametrize(
    "activation", ["erf", "linear", "relu", (0.5, 1.0, 0.0, -0.3), (2.0,)], ids=str
)
def test_derivatives(activation):
    found, x = find_activation(activation), np.random.default_rng(0).standard_normal((4, 50))
    h = 1e-5
    np.testing.assert_allclose(
        found.derivative(x), (found.g(x + h) - found.g(x - h)) / (2 * h), atol=1e-8
    )
    for function in (found.g, found.derivative):
        assert function(x).shape == x.shape and not np.shares_memory(function(x), x)


def test_batches_shapes_and_signs():
    rng = np.random.default_rng(0)
    a = rng.standard_normal((4, 2, 5, 6)) / 2
    C = a @ a.swapaxes(-1, -2)
    A = correlation(C, 3, ERF)
    assert A.shape == (4, 2, 3, 5)
    one = C[2, 1][np.ix_([1, 4], [1, 4])]
    np.testing.assert_allclose(A[2, 1, 1, [1, 4]], correlation(one, 1, ERF)[0], rtol=1e-13)
    np.testing.assert_array_equal(np.sign(A), np.sign(C[..., :3, :]))


def test_polynomials_are_exact():
    """<a^3 b^3> = 9 q t r + 6 r^3 and <a^2 b^2> = q t + 2 r^2 (Wick)."""
    q, t, r = 1.3, 0.7, 0.4
    C = np.array([[q, r], [r, t]])
    cube, square = (
        dataclasses.replace(polynomial(c), degree=None) for c in ((0, 0, 0, 1), (0, 0, 1))
    )
    np.testing.assert_allclose(correlation(C, 1, cube)[0, 1], 9 * q * t * r + 6 * r**3, rtol=1e-10)
    np.testing.assert_allclose(correlation(C, 1, square)[0, 1], q * t + 2 * r**2, rtol=1e-10)


def test_a_field_without_variance_is_a_constant():
    shifted = dataclasses.replace(polynomial((2.0, 1.0)), degree=None)
    np.testing.assert_allclose(correlation(np.diag([0.0, 1.0]), 1, shifted)[0, 1], 4.0)
    assert abs(correlation(np.diag([0.0, 1.0]), 1, ERF)[0, 1]) < 1e-15


def test_tiny_overlaps_are_resolved():
    """A head at R = 1e-12 is right to relative accuracy: symmetry breaking starts there."""
    A = correlation(np.array([[0.5, 1e-12], [1e-12, 1.0]]), 1, ERF)[0, 1]
    B = correlation(np.array([[0.5, 1e-6], [1e-6, 1.0]]), 1, ERF)[0, 1]
    np.testing.assert_allclose(A, B * 1e-6, rtol=1e-9)
