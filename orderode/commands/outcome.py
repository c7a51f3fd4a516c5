"""What a command has to write and to say, whatever the kind of its problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Outcome"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """``arrays`` and ``made``, their provenance, for a file; ``said`` for people; ``good``: exit
    status 0.

    warnings: lines for standard error.  figure: draws the figure, where there is one.
    """

    arrays: Mapping[str, Any]
    made: dict[str, Any]
    said: str
    good: bool
    warnings: tuple[str, ...] = ()
    figure: Callable[[], Any] | None = None
