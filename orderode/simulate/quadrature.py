"""Gaussian averages <g(a) g(b)> of two local fields by quadrature, from the overlaps alone.

Smooth g: the two-dimensional average is taken on the product of two one-dimensional Gauss-Hermite grids. The
correlation rho of the two fields enters through the ratio of the joint to the product density,
sum_j rho^j h_j(z) h_j(z') in orthonormal Hermite polynomials (Mehler), whatever g is:

    <g(a) g(b)> = sum_j rho^j c_j c'_j,     c_j = <g(sqrt(C_aa) z) h_j(z)> on the grid.

So g is evaluated n S times instead of n^2 S^2 times. With as many polynomials as nodes the sum at |rho| = 1 is
exactly the n-point rule for g(a) g(b) of one shared variable, so that a = b is no exception.

Error for erf at NODES = 128, where it is largest (|rho| = 1, both variances v): below 1e-13 at v <= 3, 1e-10
at v = 6, 2e-7 at v = 10, 1e-3 at v = 30; with |rho| <= 0.9 at v = 10, 1e-9. It falls like (v/(1+v))^n. A
polynomial of degree d needs d + 1 nodes and is exact.

With a kink at zero that rule would converge only algebraically. In polar coordinates r, theta of the plane of the
two fields, a = sqrt(C_aa) r cos(theta) and b = sqrt(C_bb) r cos(theta - phi), cos(phi) = rho, the kinks are four
rays, and g(a) g(b) is smooth in theta between them: Gauss-Legendre on each of the four sectors. For homogeneous
g, the product goes like r^2 on each ray: Gauss-Laguerre in r^2/2. Error below 1e-13 of sqrt(C_aa C_bb) for relu.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import special

from .activations import Activation, FloatArray

NODES = 128  # of the Gauss-Hermite grid, for a g that is not a polynomial
ANGLES = 16  # of each sector between the kinks


@lru_cache(maxsize=8)
def _grid(nodes: int) -> tuple[FloatArray, FloatArray]:
    """Nodes z (n,) and the matrix H (n, n), H[a, j] = weight_a h_j(z_a), of the standard normal weight."""
    z, weight = special.roots_hermitenorm(nodes)
    H = np.empty((nodes, nodes))
    H[:, 0] = 1.0
    H[:, 1] = z
    for j in range(1, nodes - 1):
        H[:, j + 1] = (z * H[:, j] - np.sqrt(j) * H[:, j - 1]) / np.sqrt(j + 1)
    return z, H * (weight / weight.sum())[:, None]


def correlation(C: FloatArray, K: int, activation: Activation, nodes: int | None = None) -> FloatArray:
    """A (..., K, S), A_kj = <g(lambda_k) g(field_j)>, for field covariances C (..., S, S), the K students first.

    nodes: of the one-dimensional grid, by default what the activation needs.
    """
    deviation = np.sqrt(np.clip(np.diagonal(C, axis1=-2, axis2=-1), 0.0, None))
    product = deviation[..., :K, None] * deviation[..., None, :]
    # A field of zero variance is a constant, independent of every other.
    rho = np.clip(C[..., :K, :] / np.where(product == 0.0, np.inf, product), -1.0, 1.0)
    if activation.kinked:
        return _sectors(deviation, rho, K, activation, ANGLES if nodes is None else nodes)
    if nodes is None:
        nodes = NODES if activation.degree is None else max(2, activation.degree + 1)
    return _series(deviation, rho, K, activation, nodes)


def _series(deviation: FloatArray, rho: FloatArray, K: int, activation: Activation, nodes: int) -> FloatArray:
    """Smooth g: the sum over Hermite polynomials."""
    z, H = _grid(nodes)
    c = activation.g(deviation[..., None] * z) @ H
    powers = np.empty((*rho.shape, nodes))
    powers[..., 0] = 1.0
    powers[..., 1:] = rho[..., None]
    np.multiply.accumulate(powers, axis=-1, out=powers)
    A: FloatArray = np.einsum("...kmj,...kj,...mj->...km", powers, c[..., :K, :], c)
    return A


def _sectors(deviation: FloatArray, rho: FloatArray, K: int, activation: Activation, nodes: int) -> FloatArray:
    """Kinked homogeneous g: angle by angle between the kinks, which lie at a = 0 and b = 0."""
    phi = np.arccos(rho)
    right = np.full_like(phi, np.pi / 2)
    edges = np.stack([-right, phi - right, right, phi + right, 3 * right], axis=-1)
    t, weight = np.polynomial.legendre.leggauss(nodes)
    width = np.diff(edges, axis=-1)[..., None]
    theta = edges[..., :-1, None] + width * (0.5 * (t + 1.0))
    half_square, radial = np.polynomial.laguerre.laggauss(2)
    A = np.zeros_like(phi)
    for r, of_radius in zip(np.sqrt(2.0 * half_square), radial, strict=True):
        a = activation.g(r * deviation[..., :K, None, None, None] * np.cos(theta))
        b = activation.g(r * deviation[..., None, :, None, None] * np.cos(theta - phi[..., None, None]))
        A += of_radius * (width * a * b * weight).sum(axis=(-1, -2)) / (4.0 * np.pi)
    return A
