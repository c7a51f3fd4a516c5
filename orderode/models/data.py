"""Models as data: the dict that a model file states, schema 1 of docs/models.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import NotAvailable
from .catalogue import GENERATED
from .deriving import is_model_file, model_folder

__all__ = ["Own", "Stated", "data_of", "model_data", "stated"]

#: Parameters that every problem file knows; what a model has beside them is its own.
KNOWN = {"eta_J", "eta_w", "eta_0", "noise", "decay", "P", "V", "inner_steps"}


@dataclass(frozen=True)
class Own:
    """A parameter of a model's own: "rate", >= 0; default None: it has to be given."""

    name: str
    meaning: str
    default: float | None


@dataclass(frozen=True)
class Stated:
    """What a model states of the problems it has.

    inner: whether there is an inner loop; steps: how many steps it has, or None where a parameter counts them; start,
    mean, variance: defaults of the head start and of the components of the task vector; names: all its parameters.
    """

    name: str
    inner: bool
    steps: int | None
    start: float
    mean: float
    variance: float
    own: tuple[Own, ...]
    names: tuple[str, ...]


def stated(model: str, activation: str | tuple[float, ...]) -> Stated:
    """What the model of a name or of a file states; a file is derived now unless it has been before."""
    data = data_of(model, activation)
    inner, task = data["inner"], data["task"]
    steps = inner["steps"] if inner else None
    own = (p for p in data["parameters"] if p["name"] not in KNOWN)
    return Stated(
        data["name"],
        inner is not None,
        steps if isinstance(steps, int) else None,
        data["start"]["value"],
        task["mean"],
        task["variance"],
        tuple(Own(p["name"], p["meaning"], p["default"]) for p in own),
        tuple(p["name"] for p in data["parameters"]),
    )


def data_of(model: str, activation: str | tuple[float, ...]) -> dict[str, Any]:
    """The dict of a model, by its name or by the path of its file."""
    if not is_model_file(model):
        return model_data(model)
    folder = model_folder(Path(model), activation)
    (path,) = (folder / "models").glob("*.json")
    return model_data(path.stem, folder)


def model_data(name: str, folder: Path = GENERATED) -> dict[str, Any]:
    """The dict in `models/NAME.json` of a folder of generated files; ``NotAvailable`` where there is none."""
    there = sorted(path.stem for path in (folder / "models").glob("*.json"))
    if name not in there:
        raise NotAvailable(f"the model {name}", "no such model was generated", f"there is: {', '.join(there)}")
    data: dict[str, Any] = json.loads((folder / "models" / f"{name}.json").read_text(encoding="utf-8"))
    return data
