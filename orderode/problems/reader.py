"""One reader of problem files: the driver of the named model says which keys there are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..models.fixed_points import stationary
from .fixed_point import FixedPointProblem, fixed_point_problem
from .problem import Problem, content_of, trajectory_problem

__all__ = ["AnyProblem", "read_problem"]

AnyProblem = Problem | FixedPointProblem


def read_problem(problem: str | os.PathLike[str] | Mapping[str, Any]) -> AnyProblem:
    """The problem in a TOML file, or in a mapping of the same form: of trajectories, or of fixed
    points."""
    content, source = content_of(problem)
    read = fixed_point_problem if stationary(content.get("model")) else trajectory_problem
    return read(content, source)
