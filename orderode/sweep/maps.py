"""The points of a sweep that are maps: the errors after the last step of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..models.catalogue import entry
from ..models.manifest import MAP
from ..solvers.maps import load_map
from ..theory.steps import iterate, require_map
from .compute import systems
from .definition import Sweep
from .points import Points

__all__ = ["POINTS"]


class Maps(Points):
    """Each point is iterated by itself."""

    driver = MAP
    KEPT = frozenset({"status", "reached", "final_eps_g"})

    def require_solvable(self, problem: Any, sweep: Sweep) -> None:
        """A point has a number of steps."""
        problem.require_run()

    def systems(self, sweep: Sweep) -> list[str]:
        """A model of one's own, and each activation, has equations of its own."""
        return systems(sweep)

    def solver_of(self, system: str, kernels: str) -> str:
        """C or numpy."""
        return load_map(system, kernels).name

    def digest(self, system: str) -> str:
        """Of the equations, derived ones among them."""
        return entry(system).digest

    def compute(self, sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
        """The arrays of a chunk's points."""
        numbers = sweep.numbers(chunk)
        found = []
        for number in numbers:
            problem = self.problem_at(sweep, number)
            found.append(iterate(problem, kernels[require_map(problem).key]))
        return {
            "point": np.array(numbers),
            "reached": np.array([np.isfinite(t.eps_g).sum() - 1.0 for t in found]),
            "final_eps_g": np.array([t.eps_g[-1] for t in found]),
            "status": np.array([t.status for t in found], dtype="U48"),
        }


POINTS = Maps()
