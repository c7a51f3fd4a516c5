"""What a command is for a kind of problem: a function and what is told of what it finds, or why
there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..errors import NotAvailable
from .outcome import Outcome

__all__ = ["Refused", "Verb", "later"]


@dataclass(frozen=True)
class Verb:
    """``run`` is what Python calls, too; ``told``, of (problem, found, backend), makes of what it
    returns what is written and said; none where that is a text; ``bar``: whether it takes
    ``progress``, for there is a bar."""

    run: Callable[..., Any]
    told: Callable[..., Outcome] | None = None
    bar: bool = False


@dataclass(frozen=True)
class Refused:
    """The command means nothing here: why, and what to use instead."""

    why: str
    instead: str

    def error(self, verb: str, model: str) -> NotAvailable:
        return NotAvailable(f"orderode {verb} for {model}", self.why, f"Use {self.instead}")


def later(place: str) -> Callable[..., Any]:
    """The function at "room.module.name", imported when it is called: a command loads what it
    uses."""
    module, _, name = place.rpartition(".")

    def run(*args: Any, **options: Any) -> Any:
        return getattr(import_module(f"..{module}", __package__), name)(*args, **options)

    return run
