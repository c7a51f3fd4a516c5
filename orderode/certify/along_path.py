"""Averages in blocks of time over the intervals of a path.

Over recorded intervals, what finite N adds to each step is several standard errors of an average
where runs are short or many: at N = 250 and 40 runs five of Q_kk at the start of fig2.toml.  On the
path it is known (``scores``) and taken off, and so is what the tasks that were drawn explain.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..solvers.base import Array
from .residuals import LEAST, Residuals, averaged, blocks_of, least_seen, quantile
from .rounding import NOTHING
from .scores import TRUST, Scores
from .skewness import unskewed

__all__ = ["along_path"]


def along_path(found: Residuals, scores: Scores, level: float) -> Residuals:
    """The same residuals, but averages of overlaps are over the intervals of the path; those of
    eps_g, which finite N does not shift, stay.

    To standard errors the share TRUST of the correction for finite N is added.  A block with fewer
    than LEAST intervals short enough says nothing of overlaps.
    """
    n, runs = found.predicted_eps_g.shape
    left, recorded = scores.left, blocks_of(n, runs)
    rows = [np.flatnonzero(np.isin(left.between, x)) for x in recorded]
    enough = [i for i, x in enumerate(rows) if len(x) >= LEAST]
    if not enough:
        return found
    rows = [rows[i] for i in enough]
    shifts = np.array([TRUST * np.abs(left.corrected[x].mean(axis=0)) for x in rows])
    of = averaged(left.left, rows, np.full(left.left.shape[1], left.floor), shifts)
    plain = _joined(found.plain, enough, of.t)
    z = _joined(found.z, enough, unskewed(of.t, of.skewness))
    effective = [left.spans[x].sum() ** 2 / np.square(left.spans[x]).sum() for x in rows]
    fewest = min(*effective, min(len(x) for x in recorded) * runs)
    threshold = quantile(fewest, level, z.size)
    changes = [float(np.abs(left.change[x]).mean(axis=0).max()) for x in rows]
    return replace(
        found,
        z=z,
        plain=plain,
        threshold=threshold,
        intervals=len(left.left),
        resolution=least_seen(threshold, of.errors, changes, NOTHING * left.floor),
    )


def _joined(before: Array, blocks: list[int], overlaps: Array) -> Array:
    """(blocks, entries): these of overlaps, 0 in other blocks, and what was there of eps_g."""
    made = np.zeros_like(before)
    made[:, -1] = before[:, -1]
    made[blocks, :-1] = overlaps
    return made
