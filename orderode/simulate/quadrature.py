"""Gaussian averages <f(a) h(b)> of two local fields by quadrature, from the overlaps alone.

f and h are products of the activation g, its derivatives and the bare field. What is said of g g
below holds for any such f and h.

Smooth g: the two-dimensional average is taken on the product of two one-dimensional Gauss-Hermite
grids. The correlation rho of the two fields enters through the ratio of the joint to the product
density,
sum_j rho^j h_j(z) h_j(z') in orthonormal Hermite polynomials h_j (Mehler), whatever g is:

    <g(a) g(b)> = sum_j rho^j c_j c'_j,     c_j = <g(sqrt(C_aa) z) h_j(z)> on the grid.

So g is evaluated n S times instead of n^2 S^2 times. With as many polynomials as nodes the sum at
|rho| = 1 is exactly the n-point rule for g(a) g(b) of one shared variable, so that a = b is no
exception.

Error for erf at NODES = 128, where it is largest (|rho| = 1, both variances v): below 1e-13 at v <=
3, 1e-10
at v = 6, 2e-7 at v = 10, 1e-3 at v = 30; with |rho| <= 0.9 at v = 10, 1e-9. It falls like
(v/(1+v))^n. A polynomial of degree d needs d + 1 nodes and is exact.

With a kink at zero that rule would converge only algebraically. In polar coordinates r, theta of
the plane of the two fields, a = sqrt(C_aa) r cos(theta) and b = sqrt(C_bb) r cos(theta - phi),
cos(phi) = rho, the kinks are four rays, and g(a) g(b) is smooth in theta between them:
Gauss-Legendre on each of the four sectors. For homogeneous f, h the product goes like r^d on each
ray, and <r^d> = 2^(d/2) Gamma(1 + d/2). Error below 1e-13 of sqrt(C_aa C_bb) for <g g> of relu.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy

from .activations import Activation, FloatArray

NODES = 128  # of the Gauss-Hermite grid, for a g that is not a polynomial
ANGLES = 16  # of each sector between the kinks
BARE = -1  # the order of a bare field among those of derivatives, see Function


@lru_cache(maxsize=8)
def _grid(nodes: int) -> tuple[FloatArray, FloatArray]:
    """Nodes z (n,) and the matrix H (n, n), H[a, j] = weight_a h_j(z_a), of the standard normal
    weight."""
    z, weight = scipy.special.roots_hermitenorm(nodes)
    H = np.empty((nodes, nodes))
    H[:, 0] = 1.0
    H[:, 1] = z
    for j in range(1, nodes - 1):
        H[:, j + 1] = (z * H[:, j] - np.sqrt(j) * H[:, j - 1]) / np.sqrt(j + 1)
    return z, H * (weight / weight.sum())[:, None]


@dataclass(frozen=True)
class Function:
    """A product of derivatives of the activation, of these orders, at one field; the order BARE is
    the field itself."""

    activation: Activation
    orders: tuple[int, ...]

    def __call__(self, x: FloatArray) -> FloatArray:
        factors = [
            x if order == BARE else self.activation.of_order(order)(x) for order in self.orders
        ]
        return math.prod(factors, start=np.ones_like(x))

    @property
    def kinked(self) -> bool:
        """Whether it has a kink or a jump at zero."""
        return self.activation.kinked is not None

    @property
    def degree(self) -> int | None:
        """Of a polynomial, or of a kinked function: it is homogeneous then; else None."""
        one = self.activation.degree if self.activation.kinked is None else self.activation.kinked
        if one is None:
            return None
        return sum(1 if order == BARE else max(0, one - order) for order in self.orders)


class Averages:
    """Averages at field covariances C (..., S, S). nodes: of the rule's one-dimensional grid or of
    a sector, by default what the functions need. What one function needs is computed once for all
    its partners."""

    def __init__(self, C: FloatArray, nodes: int | None = None) -> None:
        self.deviation = np.sqrt(np.clip(np.diagonal(C, axis1=-2, axis2=-1), 0.0, None))
        product = self.deviation[..., :, None] * self.deviation[..., None, :]
        # A field of zero variance is a constant, independent of every other.
        self.rho = np.clip(C / np.where(product == 0.0, np.inf, product), -1.0, 1.0)
        self.nodes = nodes
        self._known: dict[tuple[Function, int], FloatArray] = {}

    def pair(self, f: Function, h: Function, rows: slice, columns: slice) -> FloatArray:
        """<f(z_i) h(z_j)> (..., rows, columns) for fields i among the rows and j among the
        columns."""
        rho = self.rho[..., rows, columns]
        left, right = self.deviation[..., rows], self.deviation[..., columns]
        if f.kinked and h.kinked:
            return _sectors(left, right, rho, f, h, ANGLES if self.nodes is None else self.nodes)
        if f.kinked or h.kinked:
            nodes = NODES if self.nodes is None else self.nodes
            if h.kinked:
                return _half_lines(left, right, rho, f, h, nodes)
            turned = _half_lines(right, left, rho.swapaxes(-1, -2), h, f, nodes)
            return turned.swapaxes(-1, -2)
        nodes = self._grid(f, h)
        powers = np.empty((*rho.shape, nodes))
        powers[..., 0] = 1.0
        powers[..., 1:] = rho[..., None]
        np.multiply.accumulate(powers, axis=-1, out=powers)
        a, b = self._series(f, nodes)[..., rows, :], self._series(h, nodes)[..., columns, :]
        A: FloatArray = np.einsum("...kmj,...kj,...mj->...km", powers, a, b)
        return A

    def single(self, f: Function, rows: slice) -> FloatArray:
        """<f(z_i)> (..., rows)."""
        if f.kinked:
            # f(r) and f(-r) at r = s |z|: both are powers of r.
            degree = f.degree or 0
            moment = 2 ** (degree / 2) * scipy.special.gamma((degree + 1) / 2) / math.sqrt(math.pi)
            sides = f(np.array([1.0, -1.0])).mean()
            return sides * moment * self.deviation[..., rows] ** degree
        mean: FloatArray = self._series(f, self._grid(f, f))[..., rows, 0]
        return mean

    def _grid(self, f: Function, h: Function) -> int:
        degrees = [f.degree, h.degree]
        if self.nodes is not None:
            return self.nodes
        return NODES if None in degrees else max(2, *(d + 1 for d in degrees if d is not None))

    def _series(self, f: Function, nodes: int) -> FloatArray:
        """<f(s z) h_j(z)> (..., S, nodes) for each field of deviation s and each Hermite
        polynomial."""
        if (f, nodes) not in self._known:
            z, H = _grid(nodes)
            self._known[f, nodes] = f(self.deviation[..., None] * z) @ H
        return self._known[f, nodes]


def correlation(
    C: FloatArray, K: int, activation: Activation, nodes: int | None = None
) -> FloatArray:
    """A (..., K, S), A_kj = <g(lambda_k) g(field_j)>, for field covariances C (..., S, S), the K
    students first."""
    g = Function(activation, (0,))
    return Averages(C, nodes).pair(g, g, slice(0, K), slice(None))


def _sectors(
    left: FloatArray, right: FloatArray, rho: FloatArray, f: Function, h: Function, nodes: int
) -> FloatArray:
    """Kinked homogeneous functions of fields of deviations left, right: angle by angle between the
    kinks, which lie at a = 0 and b = 0."""
    phi = np.arccos(rho)
    quarter = np.full_like(phi, np.pi / 2)
    edges = np.stack([-quarter, phi - quarter, quarter, phi + quarter, 3 * quarter], axis=-1)
    t, weight = np.polynomial.legendre.leggauss(nodes)
    width = np.diff(edges, axis=-1)[..., None]
    theta = edges[..., :-1, None] + width * (0.5 * (t + 1.0))
    a = f(left[..., :, None, None, None] * np.cos(theta))
    b = h(right[..., None, :, None, None] * np.cos(theta - phi[..., None, None]))
    degree = (f.degree or 0) + (h.degree or 0)
    radial = 2 ** (degree / 2) * scipy.special.gamma(1 + degree / 2)
    A: FloatArray = radial * (width * a * b * weight).sum(axis=(-1, -2)) / (4.0 * np.pi)
    return A


def _half_lines(
    left: FloatArray, right: FloatArray, rho: FloatArray, f: Function, h: Function, nodes: int
) -> FloatArray:
    """A smooth f and a kinked h of fields of deviations left, right: f averaged at each h's field,
    which is smooth in it, then each side of the kink by itself, out to ten deviations."""
    z, weight = scipy.special.roots_hermitenorm(nodes)
    t, step = np.polynomial.legendre.leggauss(nodes)
    b = 5.0 * (t + 1.0)
    density = 5.0 * step * np.exp(-0.5 * b * b) / math.sqrt(2.0 * math.pi)
    b, density = np.concatenate([-b, b]), np.concatenate([density, density])
    apart = np.sqrt(np.clip(1.0 - rho * rho, 0.0, None))
    a = rho[..., None, None] * b[:, None] + apart[..., None, None] * z
    inner = f(left[..., :, None, None, None] * a) @ (weight / weight.sum())
    outer = h(right[..., :, None] * b) * density
    A: FloatArray = np.einsum("...kmb,...mb->...km", inner, outer)
    return A
