"""Compile the generated C into a shared library, once per content."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..cache import cache_folder
from ..catalogue import GENERATED
from ..errors import BackendError

__all__ = ["FLAGS", "QUICK", "build", "compiler"]

#: No -ffast-math (a library built with it changes the treatment of subnormals for the whole process) and no
#: -march=native (the library may be used on another machine).
FLAGS = ("-O3", "-std=c99", "-ffp-contract=off", "-fno-math-errno", "-fPIC", "-shared")

#: For code that is evaluated seldom: compiled in a fifth of the time.
QUICK = ("-O1", *FLAGS[1:])


def compiler() -> list[str]:
    """The C compiler and its own arguments: $CC, or the first of cc, gcc, clang on the path."""
    chosen = os.environ.get("CC", "").split()
    for command in (chosen, ["cc"], ["gcc"], ["clang"]):
        if command and shutil.which(command[0]):
            return command
    raise BackendError("c", "no C compiler found ($CC, cc, gcc, clang)", 'install one, or use backend "numpy"')


def build(system: str, folder: Path = GENERATED, flags: tuple[str, ...] = FLAGS) -> Path:
    """The compiled library of a generated system, compiled now unless it is in the cache already."""
    source = folder / "c" / f"{system}.c"
    header = folder / "c" / f"{system}.h"
    try:
        content = source.read_bytes() + header.read_bytes()
    except OSError:
        why = f"there is no generated/c/{system}.c"
        raise BackendError("c", why, "run make generate in a checkout") from None
    command = compiler()
    key = hashlib.sha256(b"\0".join([content, " ".join([*command, *flags]).encode()])).hexdigest()[:16]
    library = cache_folder() / f"lib{system}-{key}.so"
    if not library.is_file():
        _compile([*command, *flags], source, library)
    return library


def _compile(command: list[str], source: Path, library: Path) -> None:
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=library.parent, suffix=".so")
        os.close(descriptor)
    except OSError as error:
        why = f"cannot write to {library.parent}: {error.strerror}"
        raise BackendError("c", why, "set ORDERODE_CACHE to a folder that can be written") from None
    try:
        done = subprocess.run(
            [*command, str(source), "-o", temporary, "-lm"], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            why = f"{' '.join(command)} failed on {source.name}:\n{done.stderr.strip()}"
            raise BackendError("c", why, 'use backend "numpy", or another compiler through $CC')
        os.replace(temporary, library)
    finally:
        Path(temporary).unlink(missing_ok=True)
