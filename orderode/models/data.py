"""Models as data: the dict that a model file states, schema 1 of docs/models.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import NotAvailable
from .catalogue import GENERATED
from .deriving import is_model_file, model_folder

__all__ = ["Parameter", "Stated", "data_of", "model_data", "stated"]


@dataclass(frozen=True)
class Parameter:
    """A parameter of a model: its kind is "rate" (>= 0), "samples" (an integer >= 1, or infinite) or "count" (an
    integer >= 1); default None: it has to be given."""

    name: str
    kind: str
    meaning: str
    default: float | None


@dataclass(frozen=True)
class Stated:
    """What a model states of the problems it has.

    rate, rate_of_inner, rate_of_start: the parameters at which the first layer, the head in an inner loop, and the head
    start are trained; None where there is no such loop, or the start rests;
    start, mean, variance: defaults of the head start and of the components of the task vector; parameters: all of them,
    in the order of the solvers.
    """

    name: str
    rate: str
    rate_of_inner: str | None
    rate_of_start: str | None
    start: float
    mean: float
    variance: float
    parameters: tuple[Parameter, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(p.name for p in self.parameters)


def stated(model: str, activation: str | tuple[float, ...]) -> Stated:
    """What the model of a name or of a file states; a file is derived now unless it has been before."""
    data = data_of(model, activation)
    task, start, inner = data["task"], data["start"], data["inner"]
    return Stated(
        data["name"],
        data["outer"]["rate"],
        inner["rate"] if inner else None,
        start["rate"],
        float(start["value"]),
        float(task["mean"]),
        float(task["variance"]),
        tuple(Parameter(p["name"], p["kind"], p["meaning"], p["default"]) for p in data["parameters"]),
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
