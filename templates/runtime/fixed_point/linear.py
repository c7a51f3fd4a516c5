"""Linear equations of many points."""

import numpy as np

# -- emitted from here on --


def _solved(matrix, right):
    """Solutions (points, n, m) of linear equations; NaN where they are singular or not finite."""
    bad = ~(np.isfinite(matrix).all(axis=(1, 2)) & np.isfinite(right).all(axis=(1, 2)))
    scale = np.abs(matrix).max(axis=2, keepdims=True)
    bad |= (scale == 0.0).any(axis=(1, 2))
    scale = np.where(scale == 0.0, 1.0, scale)
    matrix, right = matrix / scale, right / scale
    matrix[bad] = np.eye(matrix.shape[1])
    right[bad] = np.nan
    try:
        return np.linalg.solve(matrix, right)
    except np.linalg.LinAlgError:
        found = np.full(right.shape, np.nan)
    for point in range(len(matrix)):  # one by one: a singular matrix spoils no other point
        try:
            found[point] = np.linalg.solve(matrix[point], right[point])
        except np.linalg.LinAlgError:
            continue
    return found
