"""What came of the one-step drift test of a model's equations, as it stands in their manifest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import manifest

__all__ = ["in_words", "record", "recorded"]


def record(folder: Path, test: dict[str, Any]) -> None:
    """Write into the manifest of a folder what came of the drift test of its equations."""
    manifest.note(folder, "drift_test", test)


def recorded(folder: Path) -> dict[str, Any] | None:
    """The test in the manifest of a folder; None where there was none."""
    test: dict[str, Any] | None = manifest.systems(folder)[0].get("drift_test")
    return test


def in_words(test: dict[str, Any]) -> str:
    """The test in one line, with its level and power."""
    if "why" in test:
        return f"{test['verdict']}: {test['why']}"
    along = (
        f"; of {test['directions']} directions {test['directions_largest_z']:.2f}, threshold"
        f" {test['directions_threshold']:.2f}"
        if "directions" in test
        else ""
    )
    return (
        f"{test['verdict']}; K = M = {test['K']}, {test['tasks']} tasks, seed {test['seed']}:"
        f" largest |z| {float(test['largest_z']):.2f}, threshold {test['threshold']:.2f} for"
        f" {test['entries']} entries{along}, at level {test['level']:g} (Bonferroni); errors above"
        f" {100 * float(test['seen']):.2g} % of the largest entry are seen"
    )
