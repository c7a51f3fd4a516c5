"""A file is there whole or not at all, and a process that was killed leaves nothing that stays:
what it wrote beside the file is written over when the file is written next."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

__all__ = ["beside", "write_whole"]

# Systems without it, which are not POSIX, have one writer at a time.
fcntl: Any = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None


def beside(name: str) -> str:
    """The name of what becomes the file ``name``; a pattern for a pattern."""
    return f".{name}.new"


def write_whole(target: Path, content: bytes, mode: int) -> None:
    """Raises ``OSError``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(beside(target.name))
    descriptor = _opened(new, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.truncate()
            stream.write(content)
            stream.flush()
            os.chmod(new, mode)
            os.replace(new, target)  # ... while the lock is held
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _opened(path: Path, mode: int) -> int:
    """For this process alone, until it is closed."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, mode)
        if fcntl is None:
            return descriptor
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                return descriptor
        except FileNotFoundError:  # moved to its place by another process
            pass
        os.close(descriptor)
