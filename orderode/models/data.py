"""Models as data: the dict that a model file states, schema 1 of docs/models.md."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ..errors import FileError, NotAvailable, OrderodeError
from .cache import GENERATED
from .catalogue import catalogue, models_of
from .deriving import data_file, is_model_file
from .manifest import FLOW, KINDS, MAP

__all__ = ["OfSet", "Parameter", "Stated", "Vector", "data_of", "driver_of", "model_data", "stated"]


@dataclass(frozen=True)
class Parameter:
    """A parameter of a model: its kind is "rate" (>= 0), "share" (from 0 to 1), "samples" (an
    integer >= 1, or infinite), "ratio" (of samples to inputs: > 0, or infinite) or "count" (an
    integer >= 1); default None: it has to be given."""

    name: str
    kind: str
    meaning: str
    default: float | None


@dataclass(frozen=True)
class Vector:
    """A number for each of the units that ``units``, K or M, counts, or of the blocks of the
    inputs; default: of all of them, None: it has to be given."""

    name: str
    units: str
    meaning: str
    default: float | None


#: What a problem gives where inputs are in blocks.
OF_BLOCKS = (
    Vector("shares", "blocks", "share of the inputs that are in each block", None),
    Vector("variances", "blocks", "variance of the inputs in each block", 1.0),
    Vector("test_variances", "blocks", "those of the inputs that errors are measured on", None),
)


@dataclass(frozen=True)
class OfSet:
    """One of a set of tasks: its vector, the parameter that is its probability (None: what the
    others leave), and its head."""

    name: str
    vector: str
    share: str | None
    head: str


@dataclass(frozen=True)
class Stated:
    """What a model states of the problems it has.

    rate, rate_of_inner, rate_of_start: the parameters at which the first layer, the head in an
    inner loop, and the head start are trained; None where there is no such loop, or the start
    rests;
    start, mean, variance: defaults of the head start and of the components of the task vector;
    parameters: all of them, in the order of the solvers; digest: 16 hexadecimal digits of all that
    it states; vectors: arrays that a problem gives beside them;
    spread: default strength of the noise in a task's teacher, None where all have the same;
    tasks: the set that tasks are drawn from, if it is a finite one; of_tasks: the observables of
    one task each, their names and formulas; blocks: whether inputs are in blocks; ratio: the
    parameter that is the number of a step's samples over that of inputs, where steps are giant,
    or those ahead of them; ahead: whether there are these.
    """

    name: str
    rate: str
    rate_of_inner: str | None
    rate_of_start: str | None
    start: float
    mean: float
    variance: float
    parameters: tuple[Parameter, ...]
    digest: str
    vectors: tuple[Vector, ...] = ()
    spread: float | None = None
    tasks: tuple[OfSet, ...] = ()
    of_tasks: tuple[tuple[str, str], ...] = ()
    blocks: bool = False
    ratio: str | None = None
    ahead: bool = False

    @property
    def heads(self) -> tuple[str, ...]:
        """The head start, and the heads that tasks of a set have of their own."""
        return tuple(dict.fromkeys(("w0", *(t.head for t in self.tasks))))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(p.name for p in self.parameters)


def stated(model: str) -> Stated:
    """What the model of a name or of a file states."""
    try:
        return _stated(data_of(model))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        fault = f"it states no model: {type(error).__name__}: {error}"
        raise FileError(
            model, fault, "a model as data, as orderode derive writes it into models/"
        ) from None


def _stated(data: dict[str, Any]) -> Stated:
    task, start, inner = data["task"], data["start"], data["inner"]
    ratio = _ratio(data)
    said = json.dumps(data, sort_keys=True)
    return Stated(
        data["name"],
        data["outer"]["rate"],
        inner["rate"] if inner else None,
        start["rate"],
        float(start["value"]),
        float(task["mean"]),
        float(task["variance"]),
        tuple(
            Parameter(
                p["name"],
                "ratio" if p["name"] == ratio else p["kind"],
                p["meaning"],
                p["default"],
            )
            for p in data["parameters"]
        ),
        hashlib.sha256(said.encode()).hexdigest()[:16],
        _vectors(data),
        data["teacher"].get("spread"),
        tuple(OfSet(t["name"], t["vector"], t["share"], t["head"]) for t in data.get("tasks", ())),
        tuple((x["name"], x["latex"]) for x in data["observables"] if x.get("task")),
        bool(data.get("blocks", False)),
        ratio,
        "ahead" in data,
    )


def _ratio(data: dict[str, Any]) -> str | None:
    """The size of the sample set of a giant step."""
    outer = data["outer"]
    sizes = {x["letter"]: x["size"] for x in data["samples"]}
    if "ahead" in data:
        size: str = sizes[data["ahead"]["samples"]]
        return size
    return sizes[outer["samples"]] if outer.get("giant", False) else None


def _vectors(data: dict[str, Any]) -> tuple[Vector, ...]:
    """Those a model has beside its parameters, if any."""
    units = {data[of]["field"]: data[of]["units"] for of in ("learner", "teacher")}
    found = [
        Vector(x["name"], units[x["network"]], x["meaning"], x["default"])
        for x in data.get("vectors", ())
    ]
    return (*found, *(OF_BLOCKS if data.get("blocks") else ()))


def driver_of(model: Any) -> str:
    """What the equations of a model give, by its name or the path of its file; "" of what is
    neither, and of a file that states no model."""
    entries = chain.from_iterable(map(catalogue, KINDS))
    known = (e.driver for e in entries if model in (e.name, e.model))
    return next(known, "") or _driver_of_file(model)


def _driver_of_file(model: Any) -> str:
    if not isinstance(model, str) or not is_model_file(model):
        return ""
    try:
        outer = data_of(model)["outer"]
        return MAP if outer.get("giant", False) else FLOW
    except (OrderodeError, ValueError, KeyError, AttributeError):  # said where it is read
        return ""


def data_of(model: str) -> dict[str, Any]:
    """The dict of a model, by its name or by the path of its file; nothing is derived."""
    if not is_model_file(model):
        return model_data(model)
    data = json.loads(data_file(Path(model)).read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError(f"a {type(data).__name__}")
    return data


def model_data(name: str) -> dict[str, Any]:
    """The dict in `generated/models/NAME.json`; ``NotAvailable`` where there is none."""
    there = sorted(path.stem for path in (GENERATED / "models").glob("*.json"))
    if name not in there:
        others = chain.from_iterable(models_of(driver) for driver in KINDS if driver != FLOW)
        known = ", ".join([*there, *others])
        remedy = f"there is: {known}; or give the path of a model file, my_model.py"
        raise NotAvailable(f"the model {name}", "no such model was generated", remedy)
    data: dict[str, Any] = json.loads(
        (GENERATED / "models" / f"{name}.json").read_text(encoding="utf-8")
    )
    return data
