"""One table of commands, by the kind of the problem: command line and Python go through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import NotAvailable, ProblemError
from ..problems.base import AnyProblem
from ..problems.fixed_point import FixedPointProblem
from ..problems.problem import Problem
from ..problems.reader import kind_of
from . import fixed_points, trajectories
from .outcome import Outcome
from .table import Refused, Verb

__all__ = ["KINDS", "Outcome", "call", "command", "run", "text"]

KINDS: dict[type[AnyProblem], Mapping[str, Verb | Refused]] = {
    Problem: trajectories.COMMANDS,
    FixedPointProblem: fixed_points.COMMANDS,
}


def run(verb: str, problem: Any, **options: Any) -> Any:
    """What the command finds for the problem, or for several of one kind, as Python has it."""
    return command(verb, *_several(problem)).run(problem, **options)


def call(verb: str, problem: Any, **options: Any) -> Outcome:
    """What the command line writes and says."""
    chosen = command(verb, *_several(problem))
    assert chosen.told is not None  # but for commands that take a model
    found = chosen.run(problem, **options)
    return chosen.told(problem, found, options.get("backend", "auto"))


def text(verb: str, model: str, **options: Any) -> Any:
    """Of a command that takes a model: its lines or its text."""
    return _of(kind_of(model), verb, model).run(model, **options)


def command(verb: str, *problems: Any) -> Verb:
    """The command for problems of one kind."""
    for problem in problems:
        if type(problem) not in KINDS:
            accepted = "a problem, as orderode.load_problem makes it"
            raise ProblemError("problem", problem, accepted, f"a {type(problem).__name__}")
    kinds = {type(problem) for problem in problems}
    if len(kinds) > 1:
        why = "some have trajectories, some fixed points, which share no axis"
        raise NotAvailable(f"orderode {verb} for all of them", why, "Take those of one kind")
    return _of(kinds.pop(), verb, problems[0].model_name)


def _several(problem: Any) -> tuple[Any, ...]:
    return problem if isinstance(problem, tuple) else (problem,)


def _of(kind: type[AnyProblem], verb: str, model: str) -> Verb:
    found = KINDS[kind][verb]
    if isinstance(found, Refused):
        raise found.error(verb, model)
    return found
