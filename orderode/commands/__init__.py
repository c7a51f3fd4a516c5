"""One table of commands, by the kind of the problem: command line and Python go through it."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any

from ..errors import NotAvailable, ProblemError
from ..models.manifest import KINDS
from ..problems.base import AnyProblem
from ..problems.reader import kind_of
from .outcome import Outcome
from .table import Refused, Verb

LOG = logging.getLogger("orderode")

__all__ = ["Outcome", "call", "command", "run", "table_of", "text"]


def run(verb: str, problem: Any, **options: Any) -> Any:
    """What the command finds for the problem, or for several of one kind, as Python has it."""
    return command(verb, *_several(problem)).run(problem, **options)


def call(verb: str, problem: Any, *, quiet: bool = False, **options: Any) -> Outcome:
    """What the command line writes and says; ``quiet``: without a bar."""
    chosen = command(verb, *_several(problem))
    assert chosen.told is not None  # but for commands that take a model
    for each in _several(problem):
        LOG.info("%s: %s, problem %s", each.source, each.model_name, each.digest)
    if quiet and chosen.bar:
        options["progress"] = False
    begun = time.perf_counter()
    found = chosen.run(problem, **options)
    outcome = chosen.told(problem, found, options.get("backend", "auto"))
    made = outcome.made
    by = f", by {made['backend']}, system {made['digest']['system']}" if made else ""
    LOG.info("%s: %.2f s%s", verb, time.perf_counter() - begun, by)
    return outcome


def text(verb: str, model: str, **options: Any) -> Any:
    """Of a command that takes a model: its lines or its text."""
    return _of(kind_of(model), verb, model).run(model, **options)


def command(verb: str, *problems: Any) -> Verb:
    """The command for problems of one kind."""
    for problem in problems:
        if not isinstance(problem, AnyProblem):
            accepted = "a problem, as orderode.load_problem makes it"
            raise ProblemError("problem", problem, accepted, f"a {type(problem).__name__}")
    kinds = {type(problem) for problem in problems}
    if len(kinds) > 1:
        theories = sorted(f"a {KINDS[kind.DRIVER].theory}" for kind in kinds)
        why = f"the theory of some is {', of others '.join(theories)}, which share no axis"
        raise NotAvailable(f"orderode {verb} for all of them", why, "Take those of one kind")
    return _of(kinds.pop(), verb, problems[0].model_name)


def table_of(driver: str) -> Mapping[str, Verb | Refused]:
    """The commands of problems of models with this driver."""
    found: Mapping[str, Verb | Refused]
    found = KINDS[driver].table()
    return found


def _several(problem: Any) -> tuple[Any, ...]:
    return problem if isinstance(problem, tuple) else (problem,)


def _of(kind: type[AnyProblem], verb: str, model: str) -> Verb:
    table, theory = table_of(kind.DRIVER), KINDS[kind.DRIVER].theory
    there = ", ".join(name for name, x in table.items() if isinstance(x, Verb))
    found = table.get(verb) or Refused(f"its theory is a {theory}", f"orderode {there}")
    if isinstance(found, Refused):
        raise found.error(verb, model)
    return found
