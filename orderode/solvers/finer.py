"""A second instance of a generated numpy module, whose rules for averages have more nodes: what the
first one errs by.

The module's rules are constants of its own.  The path rule is a Gauss-Legendre rule of one of two
variables, known by its nodes; that for squares of an activation is a Gauss rule whose first moments
give the measure it belongs to.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..errors import BackendError
from .base import Array
from .numpy import NumpyBackend

__all__ = ["error_of_squares", "finer_backend"]

ROUNDING = 1e-12  # of constants given to 17 digits


def finer_backend(solver: NumpyBackend) -> NumpyBackend | None:
    """The same equations with twice the nodes and three Gaussians more; None where they have no
    such rule."""
    if not (hasattr(solver.module, "_PATH") or hasattr(solver.module, "_SQUARE")):
        return None
    # loads the module anew, so that its constants are its own
    finer = NumpyBackend(solver.entry.key)
    if hasattr(finer.module, "_PATH"):
        _refine_path(finer.module)
    if hasattr(finer.module, "_SQUARE"):
        _refine_squares(finer.module)
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
    """Nodes and weights for t in [0, 1]: Gauss-Legendre in arcsin t, or graded, in sqrt(arccos
    t)."""
    y, share = _legendre(order)
    if not graded:
        angle = y * np.pi / 2
        return np.sin(angle), share * np.cos(angle) * np.pi / 2
    y, share = y[::-1], share[::-1]
    off = y**2 * np.pi / 2  # arccos t
    return np.cos(off), share * y * np.sin(off) * np.pi


def _refine_squares(module: Any) -> None:
    """g(x)^2 = g(oo)^2 (1 - 4/pi int_0^1 dt exp(-a (1 + t^2) x^2/2)/(1 + t^2)) where g(0) = 0 and
    g' is a Gaussian of
    strength a: the moments of the module's rule for the integral are those of the measure, and give
    g(oo)^2 and a."""
    moments = [-module._SQUARE_WEIGHT @ module._SQUARE**p for p in range(4)]
    top = moments[0]
    scale = moments[1] * np.pi / (4 * top)
    t, share = _legendre(module.n_square + 3)
    finer = scale * (1 + t**2)
    heights = share * 4 * top / (np.pi * (1 + t**2))
    made = np.array([heights @ finer**p for p in range(1, 4)])
    if not _same(made, np.array(moments[1:])):
        raise _unknown(module, "_SQUARE")
    module._SQUARE, module._SQUARE_WEIGHT = finer, -heights
    module.n_square = len(module._SQUARE)


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
