"""Start overlaps: T, Q and R from the short forms of a problem file, and the test that they are a
covariance.

With B (M x N) the teacher's first layer and J (K x N) the learner's, T = B B^T/N is (M, M), Q = J
J^T/N is
(K, K) and R = J B^T/N is (K, M). They are dimensionless, and C = [[Q, R], [R^T, T]] is the
covariance of the
K + M local fields.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from orderode.errors import ProblemError, shown

Array = NDArray[np.float64]

TOLERANCE = 1e-10  # an eigenvalue below -TOLERANCE of the largest is refused
FEW = 9  # entries of a matrix that is shown in full
SYMMETRY = 1e-12  # of the largest entry: rounding in a printed matrix


def symmetric(key: str, value: Any, size: int, *, scalar: bool) -> Array:
    """A positive semidefinite (size, size) matrix from a matrix, a diagonal or, if `scalar`, one
    number."""
    forms = ["a number (times the identity)"] if scalar else []
    forms += [f"a list of {size} (the diagonal)", f"a {size} x {size} matrix"]
    accepted = " or ".join(forms) + "; symmetric, positive semidefinite, finite"
    if scalar and is_number(value):
        matrix = float(value) * np.eye(size)
    elif isinstance(value, list) and value and all(is_number(item) for item in value):
        if len(value) != size:
            raise ProblemError(key, value, accepted, f"{len(value)} entries")
        matrix = np.diag(np.array(value, dtype=float))
    else:
        matrix = full(key, value, size, size, accepted)
    if np.abs(matrix - matrix.T).max() > SYMMETRY * np.abs(matrix).max():
        raise ProblemError(key, value, accepted, "not symmetric")
    low, high = extreme_eigenvalues(matrix)
    if low < -TOLERANCE * max(high, 0.0):
        raise ProblemError(key, value, accepted, f"indefinite, with the eigenvalue {low:.3g}")
    return matrix / 2 + matrix.T / 2


def vector(key: str, value: Any, size: int, *, default: float) -> Array:
    """(size,) numbers from a list of them, or ``size`` times the default where there is none."""
    if value is None:
        return np.full(size, default)
    accepted = f"a list of {size} finite numbers"
    if (
        not isinstance(value, list)
        or len(value) != size
        or not all(is_number(item) for item in value)
    ):
        raise ProblemError(key, value, accepted)
    return np.array(value, dtype=float)


def full(key: str, value: Any, rows: int, columns: int, accepted: str) -> Array:
    """A (rows, columns) matrix from a list of rows of finite numbers."""
    if not isinstance(value, list) or not value or not all(isinstance(row, list) for row in value):
        raise ProblemError(key, value, accepted)
    if len(value) != rows:
        raise ProblemError(key, value, accepted, f"{len(value)} rows")
    for number, row in enumerate(value, start=1):
        if len(row) != columns:
            raise ProblemError(key, value, accepted, f"row {number} has {len(row)} entries")
        for entry in row:
            if not is_number(entry):
                raise ProblemError(key, value, accepted, f"row {number} holds {shown(entry)}")
    return np.array(value, dtype=float)


def normal_start(Q: Array, T: Array, N: float, seed: int) -> Array:
    """R (K, M) as of a learner and a teacher in N dimensions that are independent of one another:
    normal numbers with the covariance <R_kn R_lm> = Q_kl T_nm / N."""
    z = np.random.default_rng(seed).standard_normal((len(Q), len(T)))
    z = _correlated(Q) @ z @ _correlated(T).T  # z itself, bit by bit, where both are diagonal
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.sqrt(np.outer(np.diag(Q), np.diag(T)) / N) * z)


def _correlated(matrix: Array) -> Array:
    """A lower triangular L with L L^T the correlation matrix of a covariance; columns of zeros
    where that is singular."""
    length = np.sqrt(np.diag(matrix))
    length = np.where(length > 0, length, 1.0)
    left = matrix / length[:, None] / length
    np.fill_diagonal(left, 1.0)
    factor = np.zeros_like(left)
    for i in range(len(left)):
        pivot = left[i, i] - factor[i, :i] @ factor[i, :i]
        if pivot > TOLERANCE:
            column = left[i:, i] - factor[i:, :i] @ factor[i, :i]
            factor[i:, i] = column / math.sqrt(pivot)
    return factor


def uniform_start(K: int, M: int, scale: float, seed: int) -> Array:
    """R (K, M) of `scale` times numbers uniform in [0, 1)."""
    return np.asarray(scale * np.random.default_rng(seed).random((K, M)))


def require_covariance(Q: Array, R: Array, T: Array, value: Any) -> None:
    """Raise a ProblemError on overlaps.R, written as `value`, unless C is a covariance to
    rounding."""
    accepted = (
        f"R so small that no eigenvalue of [[Q, R], [R^T, T]] is below -{TOLERANCE:g} of the"
        " largest"
    )
    if not np.isfinite(R).all():
        raise ProblemError("overlaps.R", value, accepted, "it leaves the range of double precision")
    low, high = extreme_eigenvalues(np.block([[Q, R], [R.T, T]]))
    if low < -TOLERANCE * max(high, 0.0):
        fault = f"[[Q, R], [R^T, T]] has the eigenvalue {low:.3g} (the largest is {high:.3g})"
        raise ProblemError("overlaps.R", value, accepted, fault)


def extreme_eigenvalues(matrix: Array) -> tuple[float, float]:
    """Smallest and largest eigenvalue of a symmetric matrix; scaled first, so that no entry is too
    large."""
    scale = float(np.abs(matrix).max()) or 1.0
    values = np.linalg.eigvalsh(matrix / scale)
    return float(values[0]) * scale, float(values[-1]) * scale


def is_number(value: Any) -> bool:
    """A finite number: int or float, not bool, within double precision."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def in_short(matrix: Array) -> str:
    """A vector or matrix for people: its diagonal where that is all, its rows while they are few,
    else its shape and range."""
    if matrix.ndim == 1:
        return f"[{_numbers(matrix)}]"
    if matrix.ndim == 3:  # of each block
        return "; ".join(map(in_short, matrix))
    rows, columns = matrix.shape
    if rows == columns and not np.count_nonzero(matrix - np.diag(np.diag(matrix))):
        return f"diag({_numbers(np.diag(matrix))})"
    if matrix.size <= FEW:
        return "[" + ", ".join(f"[{_numbers(row)}]" for row in matrix) + "]"
    return f"{rows} x {columns}, from {matrix.min():.3g} to {matrix.max():.3g}"


def _numbers(values: Array) -> str:
    """Equal ones once, and not more than a few."""
    if len(values) > 1 and (values == values[0]).all():
        return f"{values[0]:.3g}, {len(values)} times"
    shown = [f"{x:.3g}" for x in values[:FEW]]
    return ", ".join(shown) + (", ..." if len(values) > FEW else "")
