"""Compile the generated C into a shared library, once per content."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from ..compiler import kept_library
from ..errors import BackendError
from ..models.catalogue import GENERATED

__all__ = ["QUICK", "build"]

#: For code that is evaluated seldom: compiled in a sixth of the time of -O2, and slower by a factor
#: of 1.8.
QUICK = "-Og"
#: -O3 takes two to three times as long to compile as -O2 and gains a few percent, nothing in vector
#: kernels.
USUAL = "-O2"
#: For long code, where -O2 takes twice the time to compile and gains nothing.
LONG, OF_LONG = 120_000, "-O1"
#: What chooses the folder of libraries.
PLACES = ("ORDERODE_CACHE", "XDG_CACHE_HOME", "HOME")
#: Libraries by what they are made of, so that what has not changed is not read again.
_BUILT: dict[Any, Path] = {}


def build(
    system: str,
    folder: Path = GENERATED,
    *,
    kernels: str = "",
    sizes: tuple[int, int] | None = None,
    only: int | None = None,
    optimise: str = "",
) -> Path:
    """The compiled library of a generated system, or of its vector kernels, unless it is in the
    cache already.

    kernels: "batch", "few_batch" for finite support sets, or "stiff", of one trajectory by
    implicit steps.  sizes: the (K, M) that they are made
    for a second time.  only: the one instruction set of vector kernels to compile, else all.
    optimise: instead of ``USUAL`` or ``OF_LONG``, as in ``QUICK``.
    """
    stem = f"{system}_{kernels}" if kernels else system
    sources, headers = _parts(system, stem, folder)
    parts = (*sources, *headers)
    try:
        states = [p.stat() for p in parts]
    except OSError:
        why = f"there is no generated/c/{stem}.c"
        raise BackendError("c", why, "run make generate in a checkout") from None
    flags = [
        f"-D{stem.upper()}_{name}={value}" for name, value in zip("KM", sizes or (), strict=False)
    ]
    if only is not None:
        flags.append(f"-D{stem.upper()}_ONLY={only}")
    # of vector kernels -O2 gains in those of infinite sets alone
    scalar = kernels in ("", "stiff")
    long = kernels == "few_batch" or (scalar and sum(x.st_size for x in states) > LONG)
    flags = [optimise or (OF_LONG if long else USUAL), *flags]
    chosen = tuple(os.environ.get(name) for name in ("CC", "PATH", *PLACES))
    versions = tuple((x.st_mtime_ns, x.st_size, x.st_ino) for x in states)
    key = (parts, versions, tuple(flags), chosen)
    if key not in _BUILT or not _BUILT[key].is_file():
        content = b"".join(p.read_bytes() for p in parts)
        _BUILT[key] = kept_library(stem, content, flags, *sources)
    return _BUILT[key]


@cache
def _parts(system: str, stem: str, folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The C files, and the headers that they include."""
    if stem == f"{system}_stiff":  # with the equations, and these backwards
        names = [stem, system, f"{system}_adjoint"]
        sources, headers = [f"{x}.c" for x in names], [f"{x}.h" for x in names]
    else:
        sources = [f"{stem}.c"]
        lanes = [f"{stem}.h", f"{stem}_lanes.h"] if stem != system else []
        headers = [f"{system}.h", *lanes]
    return tuple(folder / "c" / x for x in sources), tuple(folder / "c" / x for x in headers)
