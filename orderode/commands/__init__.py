"""The commands that every kind of problem has, each kind with its own theory behind them."""

from __future__ import annotations

from typing import Any, Protocol

from ..problems.fixed_point import FixedPointProblem
from ..problems.problem import Problem
from ..problems.reader import AnyProblem
from . import fixed_points, trajectories
from .outcome import Outcome

__all__ = ["Commands", "Outcome", "commands_of"]


class Commands(Protocol):
    """A module for each driver: flows (trajectories) and fixed points."""

    def solve(self, problem: Any, backend: str) -> Outcome: ...

    def simulate(self, problem: Any) -> Outcome: ...

    def compare(self, problem: Any, backend: str, band: bool) -> Outcome: ...


KINDS: dict[type, Commands] = {Problem: trajectories, FixedPointProblem: fixed_points}


def commands_of(problem: AnyProblem) -> Commands:
    """What commands do with a problem of this kind."""
    return KINDS[type(problem)]
