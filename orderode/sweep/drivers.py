"""The points of a sweep, by what drives them: trajectories or fixed points, one module each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any, Protocol, cast

from ..models.manifest import KINDS
from .definition import Outputs, Sweep, from_content

__all__ = ["Points", "compute_chunk", "points_of"]


class Points(Protocol):
    """KEPT: the arrays in every chunk, beside the point numbers."""

    KEPT: frozenset[str]

    def require_outputs(self, outputs: Outputs, given: Any) -> None: ...

    def require_solvable(self, problem: Any, sweep: Sweep) -> None: ...

    def chosen_solvers(self, sweep: Sweep, kernels: str) -> dict[str, str]: ...

    def compute(self, sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]: ...

    def coordinates(self, sweep: Sweep) -> dict[str, Any]: ...

    def digest(self, system: str) -> str: ...


def points_of(sweep: Sweep) -> Points:
    """How the points of this sweep are solved."""
    return cast(Points, import_module(f".{KINDS[sweep.kind.DRIVER].points}", __package__))


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
