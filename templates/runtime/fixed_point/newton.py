"""The stationary points of F0 and E."""

import numpy as np

#: The variables of E with their number of indices.
_MODES = [("m_v", 1), ("A", 1)]
MOST_STEPS = 60
TOLERANCE = 1e-13
LEAST = 1e-12


def _solved(matrix, right):
    """Of linear.py."""
    return np.linalg.solve(matrix, right)


def _moved(state, step, groups):
    """Of variables.py."""
    return [table + step for table in state]


# -- emitted from here on --


def _newton_steps(curvature, state):
    """The variables of F0 after Newton's steps, status and number of steps.

    ``curvature``(state) gives that of F0, its slope and the sizes of the variables.
    """
    points, groups = state[1].shape  # V2
    status, steps = np.ones(points, dtype=int), np.zeros(points, dtype=int)
    before = np.full(points, np.inf)
    for _ in range(MOST_STEPS):
        matrix, slope, _ = curvature(state)
        step = -_solved(matrix, slope[:, :, None])[:, :, 0]
        largest = np.abs(step).max(axis=1)
        # Converged, or at the rounding error: a small step that does not become smaller.
        status[(largest < TOLERANCE) | ((largest < 1e-9) & (largest >= 0.5 * before))] = 0
        status[(status == 1) & ~np.isfinite(largest)] = 2
        before = largest
        steps += status == 1
        scale = np.where(status == 1, np.minimum(1.0, 1.0 / np.maximum(largest, 1e-300)), 0.0)
        state = _moved(state, scale[:, None] * np.where(np.isfinite(step), step, 0.0), groups)
        if not (status == 1).any():
            break
    return state, status, steps


def _modes(matrix, slope, groups):
    """The stationary point of E; of amplitudes A that features leave open, those of least norm."""
    inner = (len(_MODES) - 1) * groups
    border = matrix[:, :inner, inner:]
    sides = np.concatenate([border, -slope[:, :inner, None]], axis=2)
    both = _solved(matrix[:, :inner, :inner], sides)
    open_ = matrix[:, inner:, inner:] - border.swapaxes(1, 2) @ both[:, :, :groups]
    right = -slope[:, inner:, None] - border.swapaxes(1, 2) @ both[:, :, groups:]
    bad = ~(np.isfinite(open_).all(axis=(1, 2)) & np.isfinite(right).all(axis=(1, 2)))
    open_[bad] = np.eye(groups)
    A = np.linalg.pinv(open_, rcond=LEAST, hermitian=True) @ right
    A[bad] = np.nan
    rest = both[:, :, groups:] - both[:, :, :groups] @ A
    found = [rest[:, i * groups : (i + 1) * groups, 0] for i in range(len(_MODES) - 1)]
    return [*found, A[:, :, 0]]
