"""Where compiled and derived solvers are kept."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_folder"]


def cache_folder() -> Path:
    """$ORDERODE_CACHE, or the user's cache folder; it need not exist."""
    chosen = os.environ.get("ORDERODE_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "orderode"
