"""The report: pages that a browser reads from a folder, without a server and without a network."""

from __future__ import annotations

from pathlib import Path

from .live import LIVE, page
from .results import write_whole

__all__ = ["write"]


def write(folder: Path) -> list[Path]:
    """The pages; each is a file of its own, written whole."""
    made = []
    for name in LIVE:
        path = folder / f"live_{name}.html"
        write_whole(path, page(name).encode())
        made.append(path)
    return made
