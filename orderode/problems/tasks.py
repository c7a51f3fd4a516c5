"""The task vector of a problem: its moments, or those of a set of tasks with probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import Stated
from . import overlaps, tables
from .overlaps import Array
from .parameters import Parameters

__all__ = ["Tasks", "read_tasks", "require_shares"]

#: Models whose teacher may vary with the task.
VARIED = "fo_anil_varied, anil_varied and pooled_varied"
ROUNDING = 1e-12  #: of sums of probabilities


@dataclass(frozen=True, eq=False)
class Tasks:
    """Moments of the task vector: mean (M,), cov (M, M), kurtosis (M,), E(u - mean)^4/var^2; spread
    (M,): strength of the noise in the weights of a task's teacher."""

    mean: Array
    cov: Array
    kurtosis: Array
    spread: Array


def read_tasks(doc: tables.Document, facts: Stated, parameters: Parameters) -> Tasks:
    """[tasks], or what [parameters] say of a set of tasks."""
    M, written = doc.M, doc.tasks
    if facts.tasks and written != tables.NO_TASKS:
        vectors = ", ".join(f"parameters.{t.vector}" for t in facts.tasks)
        fault = f"the tasks of {facts.name} are a set of {len(facts.tasks)}"
        raise ProblemError("[tasks]", "given", f"{vectors} in its place", fault)
    if facts.tasks:
        return _of_set(facts, parameters, M)
    mean = overlaps.vector("tasks.mean", written.mean, M, default=facts.mean)
    default = [facts.variance] * M
    cov = overlaps.symmetric(
        "tasks.cov", default if written.cov is None else written.cov, M, scalar=False
    )
    value = written.kurtosis
    kurtosis = overlaps.vector(
        "tasks.kurtosis", [value] * M if overlaps.is_number(value) else value, M, default=3.0
    )
    accepted = (
        "a number >= 1 or a list of M of them: 3 for Gaussian, 1 for Rademacher, 1.8 for uniform"
        " components"
    )
    if (kurtosis < 1).any():
        raise ProblemError("tasks.kurtosis", value, accepted)
    if (kurtosis != 3).any() and np.count_nonzero(cov - np.diag(np.diag(cov))):
        raise ProblemError(
            "tasks.kurtosis", value, "3 where tasks.cov is not diagonal: components are independent"
        )
    return Tasks(mean, cov, kurtosis, _spread(written.spread, facts, M))


def _of_set(facts: Stated, parameters: Parameters, M: int) -> Tasks:
    """The moments of a set of tasks, with the probabilities of [parameters]."""
    shares = [0.0 if t.share is None else parameters[t.share] for t in facts.tasks]
    rest = max(0.0, 1.0 - sum(shares))
    chances = [rest if t.share is None else x for t, x in zip(facts.tasks, shares, strict=True)]
    u, p = np.array([parameters[t.vector] for t in facts.tasks]), np.array(chances)
    mean = p @ u
    return Tasks(mean, (u - mean).T @ (p[:, None] * (u - mean)), np.full(M, 3.0), np.zeros(M))


def _spread(value: Any, facts: Stated, M: int) -> Array:
    """Of the teachers: 0 where the model lets none vary."""
    accepted = f"a number >= 0 or a list of {M} of them"
    given = [value] * M if overlaps.is_number(value) else value
    found = overlaps.vector("tasks.spread", given, M, default=facts.spread or 0.0)
    if (found < 0).any():
        raise ProblemError("tasks.spread", value, accepted)
    if facts.spread is None and found.any():
        fault = f"all tasks of {facts.name} have the same teacher"
        raise ProblemError("tasks.spread", value, f"0; {VARIED} let it vary", fault)
    return found


def require_shares(facts: Stated, parameters: Parameters) -> None:
    """``ProblemError`` unless the probabilities of a set of tasks leave one for that which takes
    the rest."""
    shares = [t.share for t in facts.tasks if t.share is not None]
    if sum(parameters[name] for name in shares) > 1 + ROUNDING:
        values = [parameters[name] for name in shares]
        raise ProblemError(f"parameters.{shares[-1]}", values[-1], f"{' + '.join(shares)} <= 1")
