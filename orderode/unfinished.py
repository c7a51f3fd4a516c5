"""Files and folders appear whole or not at all, and what a killed process leaves behind goes.

What is made lies in a folder beside its place, which its process holds locked until it is moved
there.  A folder that nobody holds is left over, and goes when the next one is made beside it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["PREFIX", "beside", "clear"]

PREFIX, SUFFIX = ".orderode-", ".tmp"

# Systems without it, which are not POSIX, keep what is left over.
fcntl: Any = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A new folder in ``folder``, which is made, too; in the end it is gone, or has been moved.

    Raises ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clear(folder)
    while True:
        made = Path(tempfile.mkdtemp(dir=folder, prefix=PREFIX, suffix=SUFFIX))
        held = _held(made, wait=True)
        if made.is_dir():  # else another one cleared it before it was locked
            break
        _release(held)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        _release(held)


def clear(folder: Path) -> None:
    """Removes what killed processes have left in ``folder``."""
    for left in folder.glob(f"{PREFIX}*{SUFFIX}") if fcntl else ():
        held = _held(left)
        if held is not None:
            # under another name first: a compiler that outlives its parent may still write there
            gone = folder / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"
            with contextlib.suppress(OSError):
                os.rename(left, gone)
            shutil.rmtree(gone, ignore_errors=True)
            _release(held)


def _held(folder: Path, *, wait: bool = False) -> int | None:
    """The descriptor of a lock on the folder; None where another process has one, unless it is to
    ``wait``, or locks are not to be had."""
    descriptor = None
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (OSError, AttributeError):
        _release(descriptor)
        return None
    return descriptor


def _release(descriptor: int | None) -> None:
    if descriptor is not None:
        with contextlib.suppress(OSError):
            os.close(descriptor)
