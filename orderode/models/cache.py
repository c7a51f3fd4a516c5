"""Where generated files are, and where compiled and derived solvers are kept."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["GENERATED", "cache_folder"]

HERE = Path(__file__).resolve().parent.parent
#: In an installed package the emitted files lie inside it, in a checkout beside it.
GENERATED = HERE / "generated" if (HERE / "generated").is_dir() else HERE.parent / "generated"


def cache_folder() -> Path:
    """$ORDERODE_CACHE, or the user's cache folder; it need not exist."""
    chosen = os.environ.get("ORDERODE_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "orderode"
