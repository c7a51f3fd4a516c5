"""Emitted files tried before anybody relies on them: C compiled without a warning, modules of
numpy imported."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ..compiler import compiler
from ..errors import BackendError
from .numpy import load_module

__all__ = ["fault_in"]

#: The contract of emitted C; names and types are checked, and nothing is optimised.
STRICT = ("-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only")


def fault_in(folder: Path) -> str:
    """What is wrong with the first file that does not compile or cannot be imported; "" if none."""
    for source in sorted(folder.glob("numpy/*.py")):
        try:
            load_module(source.stem, folder)
        except Exception as error:  # whatever a module raises that is not as it should be
            return f"numpy/{source.name} cannot be imported: {type(error).__name__}: {error}"
    command = _working_compiler(folder)
    for source in sorted(folder.glob("c/*.c")) if command else []:
        said = _complaint([*command, *STRICT, str(source)])
        if said:
            return f"c/{source.name} does not compile with {' '.join(STRICT[:-1])}: {said}"
    return ""


def _working_compiler(place: Path) -> list[str]:
    """The compiler, with its arguments; none where there is none, or none that compiles anything
    with these flags."""
    try:
        command = compiler()
    except BackendError:
        return []
    with tempfile.TemporaryDirectory(dir=place) as folder:
        source = Path(folder) / "nothing.c"
        source.write_text("extern int nothing;\n", encoding="utf-8")
        return [] if _complaint([*command, *STRICT, str(source)]) else command


def _complaint(line: list[str]) -> str:
    """The first error or warning of a compiler, in whatever encoding it speaks."""
    done = subprocess.run(line, capture_output=True, check=False)
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode == 0:
        return ""
    telling = [x for x in said if "error" in x or "warning" in x]
    return (telling or said or [f"exit status {done.returncode}"])[0]
