"""The report: pages that a browser reads from a folder, without a server and without a network."""

from __future__ import annotations

import os
from pathlib import Path

from ..models.cache import GENERATED
from . import described, live
from .results import write_whole

__all__ = ["write"]

#: What sets the formulas: KaTeX, as its package has it, but for fonts in older formats.
KATEX = Path(__file__).parent / "katex"


def write(folder: Path) -> list[Path]:
    """The pages, whole or not at all: an index, one for each system, and those that integrate."""
    made = {}
    for path in sorted(p for p in KATEX.rglob("*") if p.is_file()):
        write_whole(folder / "katex" / path.relative_to(KATEX), path.read_bytes())
    generated = Path(os.path.relpath(GENERATED, folder)).as_posix()
    entries = described.systems()
    for entry in entries:
        name = entry["name"]
        made[f"{name}.html"] = described.page(entry, name in live.LIVE, generated)
        if name in live.LIVE:
            made[f"live_{name}.html"] = live.page(name)
    made["index.html"] = described.index(entries, frozenset(live.LIVE))
    for file, text in made.items():
        write_whole(folder / file, text.encode())
    return [folder / file for file in made]
