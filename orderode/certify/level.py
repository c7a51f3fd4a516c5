"""The level of a judgement: one rule for all of them.

Each statement of a report that can be a false alarm has its own level LEVEL over everything that it
compares (Bonferroni).  These are the verdict, the same for trajectories, drift and fixed points,
where several tests make one verdict and share its level; and, beside it and no part of it, the
band, which is right to leading order in 1/N only.
"""

from __future__ import annotations

import scipy

__all__ = ["LEVEL", "threshold"]

LEVEL = 1e-3  #: probability of a false alarm


def threshold(comparisons: int, level: float = LEVEL) -> float:
    """The |z| that one of ``comparisons`` normal deviates exceeds with probability at most
    ``level`` (Bonferroni)."""
    return float(-scipy.special.ndtri(level / (2 * comparisons)))
