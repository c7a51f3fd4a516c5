"""What the stages give, kept from one run to the next by the digest of all that decides what it is.

Emitted files are text, systems and programs pickled objects, in a folder that belongs to the user
and that nobody else can write to; where there is none such, nothing is kept and everything is
derived.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import stat
import sys
from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from .whole import beside, write_whole

__all__ = ["Key", "digest", "keep", "read", "recall", "sources", "write"]

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE.parent / "templates"

#: What the emitted text depends on besides the code.
PACKAGES = ("sympy", "mpmath", "jinja2")

#: Versions that are kept of the same files.
VERSIONS = 4

#: Bytes of the digest in front of objects.
SUM = 32


class Key(NamedTuple):
    """The name of what is kept, for people, and the digest of what it depends on."""

    name: str
    digest: str


@cache
def sources() -> dict[str, str]:
    """Digests of the files that derive and of the templates, by path."""
    found = {}
    for top in (HERE, TEMPLATES):
        for path in sorted(p for p in top.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            name = path.relative_to(HERE.parent).as_posix()
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def digest(
    without: Collection[str] = (), rooms: Collection[str] = (), targets: Collection[str] = ()
) -> str:
    """Of all sources, or of the folders and files ``rooms`` of this package alone, but for the
    models ``without`` and what serves those ``targets`` alone, and of the packages that derive."""
    left_out = {f"{HERE.name}/models/{name}.py" for name in without}
    apart = [f"{HERE.name}/targets/{name}/" for name in targets]
    apart += [f"templates/{name}/" for name in targets]
    lines = []
    for name, value in sources().items():
        top, room = name.removesuffix(".py").split("/")[:2]
        if name in left_out or name.startswith(tuple(apart)):
            continue
        if not rooms or (top == HERE.name and room in rooms):
            lines.append(f"{name} {value}")
    lines += [f"{package} {version(package)}" for package in PACKAGES]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read(key: Key) -> Any:
    """The text, lists and dicts that were written under that key; None if nothing was, or where it
    cannot be trusted."""
    found = _content(key, "json")
    try:
        return None if found is None else json.loads(found)
    except ValueError:
        return None


def write(key: Key, content: Any) -> None:
    """Keeps what JSON can say, whole or not at all; what is older than a few versions goes."""
    _store(key, "json", json.dumps(content).encode())


def recall(key: Key) -> Any:
    """The objects that were kept under that key; None as with ``read``, and where the file is not
    as it was written: reading such objects runs what the file says."""
    found = _content(key, "pickle")
    if found is None or hashlib.sha256(found[SUM:]).digest() != found[:SUM]:
        return None
    return pickle.loads(found[SUM:])


def keep(key: Key, content: Any) -> None:
    """Keeps objects as ``write`` does text."""
    found = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    _store(key, "pickle", hashlib.sha256(found).digest() + found)


def _content(key: Key, ending: str) -> bytes | None:
    folder = _folder(make=False)
    try:
        return None if folder is None else _path(folder, key, ending).read_bytes()
    except OSError:
        return None


def _store(key: Key, ending: str, content: bytes) -> None:
    folder = _folder(make=True)
    if folder is None:
        return
    try:
        write_whole(_path(folder, key, ending), content, 0o600)
        made = sorted(
            folder.glob(f"{key.name}.*.{ending}"), key=lambda p: p.stat().st_mtime_ns, reverse=True
        )
        for old in made[VERSIONS:]:
            old.unlink(missing_ok=True)
        for left in folder.glob(beside(f"{key.name}.*.{ending}")):  # of a killed process
            left.unlink(missing_ok=True)
    except OSError:  # a full disk, say: next time it is derived again
        return


def _path(folder: Path, key: Key, ending: str) -> Path:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return folder / f"{key.name}.{python}-{key.digest[:32]}.{ending}"


def _folder(*, make: bool) -> Path | None:
    """Below $ORDERODE_CACHE, in which ~ is the home folder, or the user's cache folder; None where
    that is not there or not the user's alone.

    What is in it becomes code that is compiled and run, and objects that are read may run any.
    """
    chosen = os.environ.get("ORDERODE_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        below = Path(chosen).expanduser() if chosen else Path(base).expanduser() / "orderode"
        folder = below / "emitted"
        if make:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.lstat()
    except (OSError, RuntimeError):  # no home folder is a RuntimeError
        return None
    mine = found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return folder if stat.S_ISDIR(found.st_mode) and mine else None
