"""Which files a model file reads while it runs: helpers that it imports, tables that it opens."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

__all__ = ["digests", "reading"]

#: Those of Python, of what is installed, and of this package, which the code that derives decides.
INSTALLED = tuple({sys.prefix, sys.base_prefix, sys.exec_prefix, str(Path(__file__).parents[1])})

#: What is listened for at present: sets that what is opened goes into.
_listening: list[set[Path]] = []


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: Python tells of every file that it opens, also to import it."""
    if event == "open" and _listening and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.fsdecode(os.path.abspath(arguments[0]))
        if path.endswith(".pyc"):
            with suppress(ValueError):  # compiled code without a source
                path = importlib.util.source_from_cache(path)
        if not path.startswith(INSTALLED):
            _listening[-1].add(Path(path))


@cache
def _listen() -> None:
    sys.addaudithook(_heard)  # which stays


@contextmanager
def reading(beside: Path) -> Iterator[set[Path]]:
    """The files opened meanwhile.  The folder ``beside`` comes last of those that modules are
    imported from, so that a file in it hides none that is installed."""
    _listen()
    found: set[Path] = set()
    _listening.append(found)
    sys.path.append(str(beside))
    try:
        yield found
    finally:
        sys.path.remove(str(beside))
        _listening.pop()


def digests(files: set[Path]) -> dict[str, str]:
    """A file that names them with the SHA-256 of each, so that whoever keeps what was stated knows
    when they are others; none where there are none.  A file that is gone has no digest."""
    found = {str(path): _digest(path) for path in sorted(files)}
    return {"beside.json": json.dumps(found, indent=1) + "\n"} if found else {}


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
