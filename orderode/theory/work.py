"""Too many steps: refused when the first have shown it, by the key to change."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import data_of
from ..problems.problem import Problem
from ..solvers.base import Backend

__all__ = [
    "HOPELESS",
    "is_odd",
    "looking",
    "require_common",
    "require_within_reach",
    "uncommon",
]

HOPELESS = 20.0  #: times the limit of steps: what would take more, at the length of the first
UNCOMMON = 1e4  #: times what is common
#: Values that are common, by key.
COMMON_END, COMMON_RATE, COMMON_OVERLAP = 100.0, 5.0, 3.0


def require_within_reach(
    problem: Problem,
    steps: int,
    limit: int,
    span: tuple[float, float, float],
    end: str = "run.alpha_end",
    what: str = "steps",
    far: float = 1.0,
) -> None:
    """``ProblemError`` where all of a ``span`` (from, come to, to) would take HOPELESS times the
    ``limit`` of steps, and ``far`` times that, at the length of so many: on ``end``, the key of the
    last time, or what else is the furthest above what is common."""
    start, alpha, last = span
    needed = steps * (last - start) / (alpha - start) if alpha > start else math.inf
    if needed <= far * HOPELESS * limit and steps < limit:
        return
    found = values(problem, end, last)
    key, (value, _) = max(found.items(), key=lambda pair: pair[1][1])
    fault = f"{steps} {what} from alpha = {start:.3g} on come to alpha = {alpha:.3g} of {last:g}"
    accepted = f"a smaller number: some {needed:.1g} steps, of which {limit} are the most"
    raise ProblemError(key, value, accepted, fault, problem.source)


def looking(
    problem: Problem, looks: dict[int, float], limit: int, span: tuple[float, float], end: str
) -> Callable[[int, float], None]:
    """What is shown, after each step of a span (from, to), how many there were and how far they
    came: ``require_within_reach`` after so many as ``looks`` has, each with its ``far``."""

    def look(steps: int, alpha: float) -> None:
        if steps in looks:
            whole = (span[0], alpha, span[1])
            require_within_reach(problem, steps, limit, whole, end, far=looks[steps])

    return look


def require_common(problem: Problem, solver: Backend, what: str) -> None:
    """``ProblemError`` in numpy on the value that is the furthest above what is common, where one
    is so far that ``what`` may be hopeless: it would take numpy minutes to see that, and C
    seconds."""
    if solver.name != "numpy" or not uncommon(problem):
        return
    found = values(problem, "run.alpha_end", problem.require_run().alpha_end)
    key, (value, share) = max(found.items(), key=lambda pair: pair[1][1])
    accepted = f'at most {value / share * UNCOMMON:g} by numpy; backend "c" tries larger ones'
    fault = f"{what} may take steps without end, which numpy is too slow to find out"
    raise ProblemError(key, value, accepted, fault, problem.source)


def uncommon(problem: Problem) -> bool:
    """Whether a value of the problem is so far above what is common that a trajectory may be
    hopeless."""
    return is_odd(problem, "run.alpha_end", problem.require_run().alpha_end)


def is_odd(problem: Problem, end: str, last: float) -> bool:
    """As ``uncommon``, of a trajectory up to ``last``, whose key is ``end``."""
    return max(share for _, share in values(problem, end, last).values()) > UNCOMMON


def values(problem: Problem, end: str, last: float) -> dict[str, tuple[Any, float]]:
    """What a long trajectory may come from: values by key, and how far above the common they
    are."""
    rates = [p["name"] for p in data_of(problem.model)["parameters"] if p["kind"] == "rate"]
    found: dict[str, tuple[Any, float]] = {end: (last, last / COMMON_END)}
    for name in rates:
        value = problem.parameters[name]
        found[f"parameters.{name}"] = (value, abs(value) / COMMON_RATE)
    for name in ("T", "Q", "R"):
        largest = float(np.abs(getattr(problem, name)).max(initial=0.0))
        found[f"overlaps.{name}"] = (largest, largest / COMMON_OVERLAP)
    return found
