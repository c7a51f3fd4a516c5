"""Compile C into a shared library, once per content."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ..errors import BackendError, FileError
from ..unfinished import beside, clear
from .cache import cache_folder

__all__ = ["FLAGS", "compiler", "kept_library", "say"]

LOG = logging.getLogger("orderode")

#: No -ffast-math (a library built with it changes the treatment of subnormals for the whole
#: process) and no -march=native (the library may be used on another machine).
FLAGS = ("-std=c99", "-ffp-contract=off", "-fno-math-errno", "-fPIC", "-shared")


def compiler() -> list[str]:
    """The C compiler and its own arguments: $CC, or, where that is not set, the first of cc, gcc,
    clang on the path.

    Raises ``FileError`` where $CC names none, whatever the backend: it was asked for, and is not
    replaced in silence.
    """
    text = os.environ.get("CC", "")
    try:
        chosen = shlex.split(text)
    except ValueError as error:
        raise FileError(
            f"CC={text}", str(error), "a command as in a shell: quotes in pairs"
        ) from None
    if chosen and not shutil.which(chosen[0]):
        raise FileError(
            f"CC={chosen[0]}", "no such command", "CC naming a C compiler, or CC not set"
        )
    for command in (chosen, ["cc"], ["gcc"], ["clang"]):
        if command and shutil.which(command[0]):
            return command
    raise BackendError(
        "c", "no C compiler found (cc, gcc, clang)", 'install one, or use backend "numpy"'
    )


def kept_library(stem: str, content: bytes, flags: Sequence[str], *sources: Path) -> Path:
    """The library that ``content``, the C in ``sources`` and all that they include, is compiled to,
    unless it is kept already.

    Without ``sources`` the content is the C itself.
    """
    command = compiler()
    flags = [*flags[:1], *FLAGS, *flags[1:]]
    key = hashlib.sha256(b"\0".join([content, " ".join([*command, *flags]).encode()])).hexdigest()[
        :16
    ]
    try:
        library = cache_folder() / f"lib{stem}-{key}.so"
    except FileError as error:
        raise BackendError("c", f"{error.path}: {error.fault}", f"set {error.accepted}") from None
    _without_litter(library.parent)
    if not library.is_file():
        _compile(command, flags, sources or content, f"{stem}.c", library)
    return library


@cache
def _without_litter(folder: Path) -> None:
    """Once in a process: where all is compiled already nothing else would be made beside what a
    killed one left."""
    with contextlib.suppress(OSError):
        clear(folder)


def _compile(
    command: list[str],
    flags: list[str],
    source: tuple[Path, ...] | bytes,
    name: str,
    library: Path,
) -> None:
    given = ["-x", "c", "-"] if isinstance(source, bytes) else [str(x) for x in source]
    try:
        with beside(library.parent) as folder:
            made = folder / library.name
            words = [*command, *flags, *given, "-o", str(made), "-lm"]
            begun = time.perf_counter()
            _run(words, source if isinstance(source, bytes) else None, folder, name)
            LOG.info("compiled %s: %.1f s", name, time.perf_counter() - begun)
            os.replace(made, library)
    except OSError as error:
        why = f"cannot write to {library.parent}: {error.strerror}"
        raise BackendError("c", why, "set ORDERODE_CACHE to a folder that can be written") from None


def _run(words: list[str], given: bytes | None, folder: Path, name: str) -> None:
    """The compiler, whose own files lie in ``folder``: of one that was killed nothing is left."""
    remedy = 'use backend "numpy", or another compiler through $CC'
    try:
        done = subprocess.run(
            words,
            input=given,
            env=os.environ | {"TMPDIR": str(folder)},
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise BackendError("c", f"{words[0]} does not run: {error.strerror}", remedy) from None
    if done.returncode != 0:
        # in whatever encoding the compiler speaks
        said = done.stderr.decode(errors="replace").strip()
        raise BackendError("c", f"{' '.join(compiler())} failed on {name}:\n{said}", remedy)


@cache
def say(line: str) -> None:
    """A line on stderr, once."""
    print(f"orderode: {line}", file=sys.stderr)
