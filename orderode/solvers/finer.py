"""A second instance of a generated numpy module, whose rules for averages have more nodes: what the
first one errs by.

The module's rules are constants of its own.  The path rule is a Gauss-Legendre rule of one of two
variables, known by its nodes; those for squares of an activation are Gauss rules whose first
moments give the measure they belong to.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..errors import BackendError
from .base import Array
from .numpy import NumpyBackend

__all__ = ["error_of_squares", "finer_backend"]

ROUNDING = 1e-12  # of constants given to 17 digits
DENSER = 0.9  # of the path: t^2 = y + 0.9 (y - y^2)
MORE = 3  # Gaussians
FINELY = 40  # nodes of the measure that a Gauss rule is made of
#: Sums of Gaussians, by the power of g^2 - g(oo)^2 that they are.
SUMS = {"square": 1, "quartic": 2, "fine": 1}


def finer_backend(solver: NumpyBackend) -> NumpyBackend | None:
    """The same equations with twice the nodes and three Gaussians more; None where they have no
    such rule."""
    if not (hasattr(solver.module, "_PATH") or hasattr(solver.module, "_SQUARE")):
        return None
    # loads the module anew, so that its constants are its own
    finer = NumpyBackend(solver.entry.key)
    if hasattr(finer.module, "_PATH"):
        _refine_path(finer.module)
    for name, power in SUMS.items():
        if hasattr(finer.module, f"_{name.upper()}"):
            _refine_squares(finer.module, name, power)
    return finer


def _refine_path(module: Any) -> None:
    """Twice the nodes in the variable of the module's own."""
    for graded in (False, True):
        values, weights = _path(module.n_path, graded)
        if _same(values, module._PATH) and _same(weights, module._PATH_WEIGHT):
            break
    else:
        raise _unknown(module, "_PATH")
    module.n_path *= 2
    module._PATH, module._PATH_WEIGHT = _path(module.n_path, graded)
    if graded:
        module._PATH_LAST = np.arange(module.n_path) == module.n_path - 1.0


def _path(order: int, graded: bool) -> tuple[Array, Array]:
    """Nodes and weights for t in [0, 1]: Gauss-Legendre in y, t^2 = y + b (y - y^2), or graded, in
    sqrt(arccos t)."""
    y, share = _legendre(order)
    if not graded:
        t = np.sqrt(y + DENSER * (y - y**2))
        return t, share * (1 + DENSER * (1 - 2 * y)) / (2 * t)
    y, share = y[::-1], share[::-1]
    off = y**2 * np.pi / 2  # arccos t
    return np.cos(off), share * y * np.sin(off) * np.pi


def _refine_squares(module: Any, name: str, power: int) -> None:
    """g(x)^2 = g(oo)^2 (1 - 4/pi int_0^1 dt exp(-a (1 + t^2) x^2/2)/(1 + t^2)) where g(0) = 0 and
    g' is a Gaussian of
    strength a: the moments of the module's rule for the integral, or for its square, are those of
    the measure, and give g(oo)^2 and a."""
    constant = f"_{name.upper()}"
    strengths, weights = getattr(module, constant), getattr(module, f"{constant}_WEIGHT")
    moments = np.array([weights @ strengths**p for p in range(4)])
    t, share = _legendre(FINELY)
    top = np.abs(moments[0]) ** (1 / power)
    heights = -share * 4 * top / (np.pi * (1 + t**2))
    scale = moments[1] / (power * heights.sum() ** (power - 1) * (heights @ (1 + t**2)))
    points = scale * (1 + t**2)
    if power == 2:
        points = (points[:, None] + points).ravel()
        heights = np.outer(heights, heights).ravel()
    made = np.array([heights @ points**p for p in range(4)])
    if not _same(made[1:], moments[1:]):
        raise _unknown(module, constant)
    finer = _gauss(points, heights, len(strengths) + MORE)
    setattr(module, constant, finer[0])
    setattr(module, f"{constant}_WEIGHT", finer[1])
    setattr(module, f"n_{name}", len(finer[0]))


def _gauss(points: Array, heights: Array, order: int) -> tuple[Array, Array]:
    """The Gauss rule of a sum over points, by Lanczos' recursion: the eigenvalues of the matrix of
    the orthogonal polynomials' coefficients, and what their eigenvectors begin with."""
    total = heights.sum()
    before, vector = np.zeros_like(points), np.sqrt(heights / total)
    matrix, beta = np.zeros((order, order)), 0.0
    for k in range(order):
        image = points * vector - beta * before
        matrix[k, k] = image @ vector
        image -= matrix[k, k] * vector
        beta = float(np.linalg.norm(image))
        if k + 1 < order:
            matrix[k, k + 1] = matrix[k + 1, k] = beta
        before, vector = vector, image / beta
    strengths, vectors = np.linalg.eigh(matrix)
    return strengths, total * vectors[0] ** 2


def error_of_squares(solver: NumpyBackend, finer: NumpyBackend) -> float:
    """The largest difference of their sums of Gaussians, relative to the largest g(x)^2; 0 where
    they have none."""
    if not hasattr(solver.module, "_SQUARE"):
        return 0.0
    x = np.linspace(0.0, 8.0 / np.sqrt(finer.module._SQUARE[0]), 513)[:, None]
    sums = [np.exp(-m._SQUARE * x**2 / 2) @ m._SQUARE_WEIGHT for m in (solver.module, finer.module)]
    return float(np.abs(sums[0] - sums[1]).max() / -solver.module._SQUARE_WEIGHT.sum())


def _legendre(order: int) -> tuple[Array, Array]:
    y, share = np.polynomial.legendre.leggauss(order)
    return (1 + y) / 2, share / 2


def _same(made: Array, given: Array) -> bool:
    return bool(np.allclose(made, given, rtol=1e-10, atol=ROUNDING))


def _unknown(module: Any, constant: str) -> BackendError:
    what = (
        f"{module.__file__}: {constant} is no rule of a known kind, so that its error cannot be"
        " estimated"
    )
    return BackendError("numpy", what, "derive the model again")
