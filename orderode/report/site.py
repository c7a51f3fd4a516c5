"""The report: pages that a browser reads from a folder, without a server and without a network."""

from __future__ import annotations

from pathlib import Path

from ..models.cache import GENERATED
from . import described, live
from .results import write_whole
from .verdicts import verdicts

__all__ = ["write"]

#: What sets the formulas: KaTeX, as its package has it, but for fonts in older formats.
KATEX = Path(__file__).parent / "katex"


def write(folder: Path, compared: Path | None = None) -> list[Path]:
    """The pages, whole or not at all: an index, one for each system, and those that integrate; and
    the emitted files that pages link to.

    compared: a folder with what `orderode compare` has written; its figures and verdicts go to the
    pages of the systems that they judge."""
    made = {}
    for path in sorted(p for p in KATEX.rglob("*") if p.is_file()):
        write_whole(folder / "katex" / path.relative_to(KATEX), path.read_bytes())
    judged = {} if compared is None else verdicts(compared)
    entries = described.systems()
    for entry in entries:
        name = entry["name"]
        found = judged.get(entry["digest"], [])
        for each in found:
            write_whole(folder / "figures" / f"{each.name}.png", each.figure.read_bytes())
        for file in described.taken(entry):
            write_whole(folder / "files" / file, (GENERATED / file).read_bytes())
        made[f"{name}.html"] = described.page(entry, name in live.LIVE, found)
        if name in live.LIVE:
            made[f"live_{name}.html"] = live.page(name)
    made["index.html"] = described.index(entries, frozenset(live.LIVE), judged)
    for file, text in made.items():
        write_whole(folder / file, text.encode())
    return [folder / file for file in made]
