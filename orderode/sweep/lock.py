"""One run at a time for each chunk of a sweep's folder: whoever computes holds a lock that says who
it is.

The lock is one of the system, on a file: it ends with the process, however that ends.  Shards
without a chunk in common may run at the same time.
"""

from __future__ import annotations

import contextlib
import errno
import importlib.util
import math
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import FileError

# None on Windows
fcntl: Any = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None

__all__ = ["locked"]

UNSUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)  # what file systems without locks say


@contextlib.contextmanager
def locked(folder: Path, part: int, parts: int) -> Iterator[None]:
    """Hold the lock of shard part/parts of ``folder``; a ``FileError`` with its owner where another
    run holds it, or that of a shard that has chunks of this one."""
    if fcntl is None:
        yield
        return
    path = folder / f".lock-{part}-of-{parts}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = _taken(path)
    except OSError as error:
        if error.errno in UNSUPPORTED:
            path.unlink(missing_ok=True)
            yield
            return
        raise FileError(str(path), str(error.strerror), "a folder that can be written") from None
    try:
        if descriptor is None:
            raise _busy(folder, path)
        for other in folder.glob(".lock-*-of-*"):
            if other != path and _overlaps(other.name, part, parts):
                if _held(other):
                    raise _busy(folder, other)
                other.unlink(missing_ok=True)  # a kill has left it
        _sign(descriptor, path)
        yield
    finally:
        if descriptor is not None:
            with contextlib.suppress(OSError):
                path.unlink()
            os.close(descriptor)


def _sign(descriptor: int, path: Path) -> None:
    """Write into a lock who holds it."""
    owner = f"process {os.getpid()} on {platform.node() or 'this machine'}\n"
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, owner.encode())
    except OSError as error:
        raise FileError(str(path), str(error.strerror), "a folder that can be written") from None


def _taken(path: Path) -> int | None:
    """A descriptor of the file at ``path`` with the lock, or None where another run has it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(descriptor), path.stat()):
                    return descriptor
        except BlockingIOError:
            os.close(descriptor)
            return None
        os.close(descriptor)  # its owner ended between the two calls, and took the file with it


def _held(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _overlaps(name: str, part: int, parts: int) -> bool:
    """Whether the shard that a lock is named after has a chunk of part/parts: both take every
    n-th."""
    match = re.fullmatch(r"\.lock-([0-9]+)-of-([0-9]+)", name)
    return match is not None and (int(match[1]) - part) % math.gcd(int(match[2]), parts) == 0


def _busy(folder: Path, lock: Path) -> FileError:
    try:
        owner = lock.read_text(encoding="utf-8").strip()
    except OSError:
        owner = ""
    fault = f"another run of a sweep is at work in it: {owner or 'it has just begun'}"
    accepted = "another folder, another --shard i/n, or the same command when that run has ended"
    return FileError(str(folder), fault, accepted)
