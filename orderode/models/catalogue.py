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
from . import judgement, manifest
from .cache import GENERATED
from .deriving import (
    coefficients_text,
    derived_folders,
    is_model_file,
    model_folder,
    polynomial_folder,
)
from .manifest import Shaped

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
    state: the order parameters in the order of the flat state; shapes: of the arrays.

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
    state: tuple[Shaped, ...] = ()
    shapes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    return tuple(_entry(system, folder) for system in manifest.systems(folder, manifest.FLOW))


def _entry(system: dict[str, Any], folder: Path) -> Entry:
    return Entry(
        system["name"],
        system["model"],
        system["activation"],
        system["title"],
        system["digest"],
        tuple(p["name"] for p in system["parameters"]),
        _which(system, "count"),
        _which(system, "flag"),
        _which(system, "samples"),
        tuple(system["sizes"]),
        tuple(x["name"] for x in system["arrays"]),
        tuple(system["rule"]),
        tuple((name, what) for name, what in system["needless"]),
        tuple((size, steps) for size, steps in system["single"]),
        tuple(x["name"] for x in system["outputs"]),
        {(x["parameter"], x["value"]): x["status"] for x in system["limits"]},
        manifest.closures(system),
        system["odd"],
        system["diffusion"],
        tuple(system["diffusion_at"]),
        system["guarded"],
        system["without_batch"],
        system["few_batch"],
        folder,
        system.get("drift_test"),
        state=manifest.shaped(system["state"]),
        shapes={x.name: x.shape for x in manifest.shaped(system["arrays"])},
        defaults={
            p["name"]: value for p in system["parameters"] if (value := _default(p)) is not None
        },
    )


def _which(system: dict[str, Any], values: str) -> tuple[str, ...]:
    """The parameters that may have such values."""
    return tuple(p["name"] for p in system["parameters"] if p["values"] == values)


def _default(parameter: dict[str, Any]) -> float | None:
    """The value of a parameter that is not given; None where it has to be."""
    unset = {"samples": math.inf, "count": 1, "flag": 0}
    value: float | None = unset.get(parameter["values"], parameter["default"])
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
