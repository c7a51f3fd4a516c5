"""What has been generated: models, activations, and for which P and V their equations hold."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import NotAvailable
from . import judgement
from .cache import GENERATED
from .deriving import (
    coefficients_text,
    derived_folders,
    is_model_file,
    model_folder,
    polynomial_folder,
)

__all__ = ["GENERATED", "Entry", "catalogue", "entry"]


@dataclass(frozen=True)
class Entry:
    """One generated system: ``name`` of its files, parameters of its solvers, and the status of
    each limit.

    parameters: scalars, of which ``counts`` are integers, ``flags`` 0 or 1, and ``infinite`` may be
    infinite; ``sizes``: lengths of arrays; arrays: those the caller gives beside the state,
    ``rule`` the nodes and weights, none where the equations have no sum over nodes.
    needless: where there is a rule, the inputs that are "zero" or "diagonal" where it is not
    needed; none if it always is.
    single: pairs of which the second is 1 where the first is finite.
    limits: (parameter, "inf" or "integer") -> "exact", "quadrature" or "refused".
    diffusion: whether the covariance of one step was derived, too; diffusion_at: the parameters
    that are infinite where it holds, beside those of the equations; guarded: no tangents then,
    roots reach zero.
    odd: units may be reflected, J_k -> -J_k, without changing any error.
    without_batch: why it has no vector kernels; "" if it has.  few: whether it has others for
    finite support sets.
    folder: where its files are.  own: whether it is a model file's; drift_test: what came of that,
    where there was one.
    defaults: of the parameters that need not be given.

    People read ``name``, and files are called so; whoever looks a system up asks by ``key``.
    """

    name: str
    algorithm: str
    activation: str
    title: str
    digest: str
    parameters: tuple[str, ...]
    counts: tuple[str, ...]
    flags: tuple[str, ...]
    infinite: tuple[str, ...]
    sizes: tuple[str, ...]
    arrays: tuple[str, ...]
    rule: tuple[str, ...]
    needless: tuple[tuple[str, str], ...]
    single: tuple[tuple[str, str], ...]
    observables: tuple[str, ...]
    limits: dict[tuple[str, str], str]
    closures: tuple[str, ...]
    odd: bool
    diffusion: bool
    diffusion_at: tuple[str, ...]
    guarded: bool
    without_batch: str = ""
    few: bool = False
    folder: Path = GENERATED
    drift_test: dict[str, Any] | None = None
    own: bool = False
    defaults: Mapping[str, float] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What solvers are asked for by: ``name``, and of a model file's system also which it
        is."""
        return f"{self.name}@{self.digest}" if self.own else self.name

    def status(self, parameter: str, value: float) -> str:
        return self.limits.get((parameter, "inf" if value == math.inf else "integer"), "exact")


@cache
def catalogue() -> tuple[Entry, ...]:
    """All generated systems, in the order of the manifest."""
    return _entries(GENERATED)


def _entries(folder: Path) -> tuple[Entry, ...]:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except OSError:
        raise NotAvailable(
            "the generated solvers", "there is no manifest.json", "run make generate in a checkout"
        ) from None
    return tuple(_entry(model, folder) for model in manifest["models"])


def _entry(model: dict[str, Any], folder: Path) -> Entry:
    return Entry(
        model["name"],
        model["algorithm"],
        model["activation"],
        model["title"],
        model["digest"],
        tuple(p["name"] for p in model["parameters"]),
        tuple(p["name"] for p in model["parameters"] if p["counts"]),
        tuple(p["name"] for p in model["parameters"] if p["flag"]),
        tuple(p["name"] for p in model["parameters"] if p["may_be_infinite"]),
        tuple(model["sizes"]),
        tuple(model["arrays"]),
        tuple(model["rule"]),
        tuple((name, what) for name, what in model["needless"]),
        tuple((size, steps) for size, steps in model["single"]),
        tuple(model["observables"]),
        {(x["parameter"], x["value"]): x["status"] for x in model["limits"]},
        tuple(f"{x['name']}: {x['statement']}" for x in model["closures"]),
        model["odd"],
        model["diffusion"],
        tuple(model["diffusion_at"]),
        model["guarded"],
        model["without_batch"],
        model["few_batch"],
        folder,
        model.get("drift_test"),
        defaults={
            p["name"]: value for p in model["parameters"] if (value := _default(p)) is not None
        },
    )


def _default(parameter: dict[str, Any]) -> float | None:
    """The value of a parameter that is not given; None where it has to be."""
    if parameter["may_be_infinite"]:
        return math.inf
    if parameter["counts"] or parameter["flag"]:
        return int(parameter["counts"])
    value: float | None = parameter["default"]
    return value


def entry(model: str, activation: str | tuple[float, ...] | None = None) -> Entry:
    """The system of an algorithm and activation, of a full name such as ``fo_anil``, or of a
    ``key``; else ``NotAvailable``.

    A polynomial, given by its coefficients, and a model file, given by its path, are derived now
    unless they have been before; without an activation that is erf, and of a folder the one that it
    holds.
    """
    known = catalogue()
    if activation is None and model in _OWN:
        return _OWN[model]
    if is_model_file(model):
        return _own(Path(model), activation)
    if isinstance(activation, tuple):
        return _polynomial(model, activation)
    if activation is None and "_polynomial_" in model:
        known += tuple(e for folder in derived_folders() for e in _entries(folder))
    for e in known:
        if (model == e.algorithm and activation == e.activation) or (
            activation is None and model == e.name
        ):
            return e
    asked = model if activation is None else f"{model} with activation {activation}"
    there = ", ".join(f"{e.algorithm} with {e.activation}" for e in known)
    raise NotAvailable(
        asked, "no such system was generated", f"there is: {there}; see orderode models"
    )


#: Systems of model files that this process has come across, by their keys.
_OWN: dict[str, Entry] = {}


def _own(path: Path, activation: str | tuple[float, ...] | None) -> Entry:
    chosen = "erf" if activation is None else activation
    folder = model_folder(path, chosen)
    found = next(replace(e, own=True) for e in _entries(folder.resolve()))
    if _misnamed(found):
        raise NotAvailable(
            str(path), f"{found.algorithm} is an algorithm of ours", "give its model another name"
        )
    named = isinstance(activation, str)
    other = (
        found.activation != activation if named else not found.activation.startswith("polynomial_")
    )
    if activation is not None and other:
        why = f"the folder holds {found.algorithm} with {found.activation}"
        what = f"{path} with {activation if named else 'this polynomial'}"
        raise NotAvailable(what, why, "derive it with this activation, or name its model file")
    if found.key not in _OWN:
        _warn(found)
    _OWN[found.key] = found
    return found


def _misnamed(found: Entry) -> bool:
    """Whether it has the name of an algorithm of ours and is not that."""
    file = f"models/{found.algorithm}.json"
    if not (GENERATED / file).is_file():
        return False
    ours, theirs = (
        json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        for path in (GENERATED / file, found.folder / file)
    )
    return bool(ours != theirs)


def _warn(found: Entry) -> None:
    """Says so where the simulation refuses the equations."""
    if found.drift_test is not None and found.drift_test["verdict"] == "disagree":
        said = judgement.in_words(found.drift_test)
        print(f"orderode: the equations of {found.name}: drift test: {said}", file=sys.stderr)


@cache
def _polynomial(algorithm: str, coefficients: tuple[float, ...]) -> Entry:
    there = sorted({e.algorithm for e in catalogue()})
    if algorithm not in there:
        text = f"{algorithm} with polynomial {coefficients_text(coefficients)}"
        raise NotAvailable(text, "no such algorithm", f"choose one of {', '.join(there)}")
    (found,) = _entries(polynomial_folder(algorithm, coefficients))
    _warn(found)
    return found
