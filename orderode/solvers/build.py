"""Compile the generated C into a shared library, once per content."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..errors import BackendError, FileError
from ..models.cache import cache_folder
from ..models.catalogue import GENERATED

__all__ = ["FLAGS", "QUICK", "build", "compiler"]

#: No -ffast-math (a library built with it changes the treatment of subnormals for the whole
#: process) and no -march=native (the library may be used on another machine).
FLAGS = ("-std=c99", "-ffp-contract=off", "-fno-math-errno", "-fPIC", "-shared")

#: For code that is evaluated seldom: compiled in a fifth of the time.
QUICK = "-O1"


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


def build(
    system: str,
    folder: Path = GENERATED,
    *,
    kernels: str = "",
    sizes: tuple[int, int] | None = None,
    optimise: str = "",
) -> Path:
    """The compiled library of a generated system, or of its vector kernels, unless it is in the
    cache already.

    kernels: "batch", or "few_batch" for finite support sets.  sizes: the (K, M) that they are made
    for a second time.
    optimise: instead of -O2, as in ``QUICK``.
    """
    stem = f"{system}_{kernels}" if kernels else system
    source = folder / "c" / f"{stem}.c"
    headers = [f"{system}.h", *([f"{stem}.h", f"{stem}_lanes.h"] if kernels else [])]
    try:
        content = b"".join(p.read_bytes() for p in (source, *(folder / "c" / h for h in headers)))
    except OSError:
        why = f"there is no generated/c/{stem}.c"
        raise BackendError("c", why, "run make generate in a checkout") from None
    command = compiler()
    flags = [
        f"-D{stem.upper()}_{name}={value}" for name, value in zip("KM", sizes or (), strict=False)
    ]
    # -O3 takes two to three times as long to compile and gains a few percent, nothing in vector
    # kernels
    flags = [optimise or "-O2", *FLAGS, *flags]
    key = hashlib.sha256(b"\0".join([content, " ".join([*command, *flags]).encode()])).hexdigest()[
        :16
    ]
    try:
        library = cache_folder() / f"lib{stem}-{key}.so"
    except FileError as error:
        raise BackendError("c", f"{error.path}: {error.fault}", f"set {error.accepted}") from None
    if not library.is_file():
        _compile(command, flags, source, library)
    return library


def _compile(command: list[str], flags: list[str], source: Path, library: Path) -> None:
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=library.parent, suffix=".so")
        os.close(descriptor)
    except OSError as error:
        why = f"cannot write to {library.parent}: {error.strerror}"
        raise BackendError("c", why, "set ORDERODE_CACHE to a folder that can be written") from None
    try:
        line = [*command, *flags, str(source), "-o", temporary, "-lm"]
        done = subprocess.run(line, capture_output=True, check=False)
        if done.returncode != 0:
            # in whatever encoding the compiler speaks
            said = done.stderr.decode(errors="replace").strip()
            why = f"{' '.join(command)} failed on {source.name}:\n{said}"
            raise BackendError("c", why, 'use backend "numpy", or another compiler through $CC')
        os.replace(temporary, library)
    finally:
        Path(temporary).unlink(missing_ok=True)
