"""What the points of all sweeps have, whatever drives them; a kind of system says what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from ..errors import BackendError, ProblemError
from ..models.catalogue import named
from ..models.manifest import KINDS
from .definition import Outputs, Sweep

__all__ = ["Points"]


class Points:
    """The points of the sweeps of a kind of system; ``KEPT``: the arrays in every chunk, beside the
    point numbers."""

    driver: ClassVar[str]
    KEPT: ClassVar[frozenset[str]]

    def require_outputs(self, outputs: Outputs, given: Any) -> None:
        """[outputs] is not there: what is kept is the same for all."""
        if given is not None:
            kept = ", ".join(sorted(self.KEPT))
            raise ProblemError("outputs", given, f"no outputs: what is kept is {kept}")

    def require_solvable(self, problem: Any, sweep: Sweep) -> None:
        """The problem of a point has a theory, as far as the sweep asks for it."""

    def chosen_solvers(self, sweep: Sweep, kernels: str) -> dict[str, str]:
        """For each generated system that the points need, what solves it; kept with the results,
        and taken literally."""
        if kernels == "batch":
            why = f"there are no batch kernels for {KINDS[self.driver].theory}s"
            raise BackendError("batch", why, 'use "auto", "c" or "numpy"')
        return {system: self.solver_of(system, kernels) for system in self.systems(sweep)}

    def systems(self, sweep: Sweep) -> list[str]:
        """The generated systems that the points need, by name."""
        first = {axis.name: axis.values[0] for axis in sweep.axes}
        models = {sweep.problem_with(first).model}
        for axis in sweep.axes:
            if axis.name == "model":
                models = set(axis.values)
        return sorted(models)

    def solver_of(self, system: str, kernels: str) -> str:
        """The name of the solvers of a system."""
        raise NotImplementedError

    def digest(self, system: str) -> str:
        """Of the equations."""
        return named(system, self.driver).digest

    def coordinates(self, sweep: Sweep) -> dict[str, Any]:
        """Of the arrays' dimensions after the sweep's axes; none where a point is a number for each
        name."""
        return {}

    def problem_at(self, sweep: Sweep, number: int) -> Any:
        """The problem of a point."""
        names = (axis.name for axis in sweep.axes)
        problem = sweep.problem_with(dict(zip(names, sweep.values(number), strict=True)))
        self.require_solvable(problem, sweep)
        return problem

    def compute(self, sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
        """The arrays of a chunk's n points, the point number first; ``kernels`` names those of each
        generated system."""
        raise NotImplementedError
