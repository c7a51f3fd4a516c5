"""The points of a sweep, by what drives them: trajectories or fixed points, one module each."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..models.manifest import KINDS
from .definition import Sweep, from_content
from .points import Points

__all__ = ["compute_chunk", "points_of"]


def points_of(sweep: Sweep) -> Points:
    """How the points of this sweep are solved."""
    found: Points = KINDS[sweep.kind.DRIVER].all_points()
    return found


def compute_chunk(content: str, chunk: int, kernels: dict[str, str]) -> dict[str, Any]:
    """The arrays of a chunk's n points, the point number first; ``kernels`` names those of each
    generated system.

    Runs in worker processes, hence the plain arguments; depends on the sweep and the kernels alone.
    """
    sweep = _sweep(content)
    return points_of(sweep).compute(sweep, chunk, kernels)


@lru_cache(maxsize=4)
def _sweep(content: str) -> Sweep:
    return from_content(content)
