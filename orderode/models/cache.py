"""Where generated files are, and where compiled and derived solvers are kept."""

from __future__ import annotations

from pathlib import Path

from ..compiler import cache_folder

__all__ = ["GENERATED", "cache_folder", "folder_of"]

HERE = Path(__file__).resolve().parent.parent


def folder_of(name: str) -> Path:
    """Of files that lie inside the package where it is installed, and beside it in a checkout."""
    return HERE / name if (HERE / name).is_dir() else HERE.parent / name


#: The emitted files.
GENERATED = folder_of("generated")
