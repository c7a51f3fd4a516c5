"""Where generated files are, and where compiled and derived solvers are kept."""

from __future__ import annotations

from pathlib import Path

from ..compiler import cache_folder

__all__ = ["GENERATED", "cache_folder"]

HERE = Path(__file__).resolve().parent.parent
#: In an installed package the emitted files lie inside it, in a checkout beside it.
GENERATED = HERE / "generated" if (HERE / "generated").is_dir() else HERE.parent / "generated"
