"""What a command has to write and to say, whatever the kind of its problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Outcome"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """``said`` for people; ``good``: exit status 0; ``arrays`` and ``made``, their provenance, for
    a file.

    warnings: lines for standard error.  figure: draws the figure, where there is one.  problem: the
    text of a problem file that was made.
    """

    said: str
    good: bool
    arrays: Mapping[str, Any] = field(default_factory=dict)
    made: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    figure: Callable[[], Any] | None = None
    problem: str = ""
