"""Where compiled and derived solvers are kept."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import FileError

__all__ = ["cache_folder"]


def cache_folder() -> Path:
    """$ORDERODE_CACHE, in which ~ is the home folder, or the user's cache folder; it need not
    exist.

    Raises ``FileError`` where that needs a home folder and there is none.
    """
    chosen = os.environ.get("ORDERODE_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(chosen).expanduser() if chosen else Path(base).expanduser() / "orderode"
    except RuntimeError:
        path = chosen or base
        raise FileError(
            path, "there is no home folder", "ORDERODE_CACHE naming a folder that can be written"
        ) from None
