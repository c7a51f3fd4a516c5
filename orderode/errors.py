"""Errors a person can act on: each says what, why and what to write instead. All exit with status
2."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

LONGEST = 120  # characters of a refused value that a message shows
LONGEST_FAULT = 400  # of a path, and of what is wrong in the words of others


class _Missing:
    """The value of a key that is not there."""

    def __repr__(self) -> str:
        return "MISSING"

    def __reduce__(self) -> str:
        return "MISSING"


MISSING = _Missing()


def shown(value: Any) -> str:
    """`value` as it would be written in a problem file, cut to `LONGEST` characters."""
    try:
        text = _written(value)
    except (ValueError, RecursionError):  # an integer too long to print, a list nested too deep
        text = f"a very large {type(value).__name__}"
    return shortened(text)


def shortened(text: str, most: int = LONGEST) -> str:
    """The first ``most`` characters of what a person wrote or is told, on one line."""
    line = " ".join(text.splitlines())
    return line if len(line) <= most else line[: most - 4] + " ..."


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(_written(item) for item in value[:LONGEST]) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_written(item)}" for key, item in value.items()) + " }"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)


class OrderodeError(Exception):
    """Base of every error meant for the user."""

    # pickled by its fields, so that worker processes can raise it
    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]


@dataclass(eq=False)
class ProblemError(OrderodeError):
    """A key of a problem that is unknown, missing, or has a value that is not accepted."""

    key: str  # dotted, such as parameters.eta_J
    value: Any  # as found; MISSING where there is none
    accepted: str
    fault: str = ""  # what is wrong, where key and value alone do not show it
    source: str = ""  # name of the problem file

    def __str__(self) -> str:
        where = f"{self.source}: " if self.source else ""
        fault = f": {shortened(self.fault, LONGEST_FAULT)}" if self.fault else ""
        found = "is missing" if self.value is MISSING else f"= {shown(self.value)}"
        return f"{where}{shortened(str(self.key))} {found}{fault}; accepted: {self.accepted}"


@dataclass(eq=False)
class FileError(OrderodeError):
    """A file that cannot be read or written."""

    path: str
    fault: str
    accepted: str

    def __str__(self) -> str:
        path = shortened(self.path, LONGEST_FAULT)
        return f"{path}: {shortened(self.fault, LONGEST_FAULT)}; accepted: {self.accepted}"


@dataclass(eq=False)
class NotAvailable(OrderodeError):
    """A combination that is refused, and what to do instead."""

    what: str
    why: str
    remedy: str

    def __str__(self) -> str:
        what = shortened(self.what, LONGEST_FAULT)
        return f"{what} is not available: {self.why}. {self.remedy}"


@dataclass(eq=False)
class DerivationError(OrderodeError):
    """A model that cannot be derived, and why."""

    model: str
    why: str

    def __str__(self) -> str:
        return f"{self.model} is not derived: {self.why}"


@dataclass(eq=False)
class EmissionError(DerivationError):
    """Derived, and what was emitted does not compile or cannot be imported."""

    def __str__(self) -> str:
        return f"{self.model} was derived, and what was emitted is of no use: {self.why}"


@dataclass(eq=False)
class BackendError(OrderodeError):
    """A backend that cannot be built, loaded or run."""

    backend: str
    why: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"backend {self.backend}: {self.why}" + (f". {self.remedy}" if self.remedy else "")


@dataclass(eq=False)
class WorkerLost(OrderodeError):
    """Worker processes of a sweep that died or could not be reached."""

    executor: str
    why: str

    def __str__(self) -> str:
        return (
            f"executor {self.executor}: {self.why}; run the same command again: finished chunks are"
            " kept"
        )
