"""What came of the one-step drift test of a model's equations, as it stands in their manifest."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["in_words", "record", "recorded"]


def record(folder: Path, test: dict[str, Any]) -> None:
    """Write into the manifest of a folder what came of the drift test of its equations."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["models"][0]["drift_test"] = test
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".manifest-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(json.dumps(manifest, indent=1) + "\n")
    os.replace(temporary, path)


def recorded(folder: Path) -> dict[str, Any] | None:
    """The test in the manifest of a folder; None where there was none."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    test: dict[str, Any] | None = manifest["models"][0].get("drift_test")
    return test


def in_words(test: dict[str, Any]) -> str:
    """The test in one line, with its level and power."""
    if "why" in test:
        return f"{test['verdict']}: {test['why']}"
    return (
        f"{test['verdict']}; K = M = {test['K']}, {test['tasks']} tasks, seed {test['seed']}:"
        f" largest |z| {float(test['largest_z']):.2f}, threshold {test['threshold']:.2f} for"
        f" {test['entries']} entries at level {test['level']:g} (Bonferroni); errors above"
        f" {100 * float(test['seen']):.2g} % of the largest entry are seen"
    )
