"""Comparisons that were made before, by the equations that they judged: for the pages of models."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import FileError
from . import results

__all__ = ["Verdict", "verdicts"]


@dataclass(frozen=True)
class Verdict:
    """Of a comparison in a folder of that name: what it came to, what it said, and its figure."""

    name: str
    verdict: str
    report: str
    figure: Path


def verdicts(folder: Path) -> dict[str, list[Verdict]]:
    """Digest of a system -> its comparisons, of all folders below ``folder`` that
    `orderode compare` has written."""
    found: dict[str, list[Verdict]] = {}
    for path in sorted(folder.glob("*/comparison.json")):
        try:
            content = results.load(path)
        except FileError:
            continue  # of another version, or cut off
        digest = content[results.PROVENANCE]["digest"]["system"]
        figure, report = path.with_suffix(".png"), path.with_suffix(".txt")
        if "verdict" in content and figure.is_file() and report.is_file():
            text = report.read_text(encoding="utf-8")
            made = Verdict(path.parent.name, str(content["verdict"]), text, figure)
            found.setdefault(digest, []).append(made)
    return found
