"""Models as data: the dict that a model file states, schema 1 of docs/models.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import NotAvailable
from .catalogue import GENERATED

__all__ = ["model_data"]


def model_data(name: str, folder: Path = GENERATED) -> dict[str, Any]:
    """The dict in `models/NAME.json` of a folder of generated files; ``NotAvailable`` where there is none."""
    there = sorted(path.stem for path in (folder / "models").glob("*.json"))
    if name not in there:
        raise NotAvailable(f"the model {name}", "no such model was generated", f"there is: {', '.join(there)}")
    data: dict[str, Any] = json.loads((folder / "models" / f"{name}.json").read_text(encoding="utf-8"))
    return data
