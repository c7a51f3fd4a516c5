"""What has been generated: models, activations, and for which P and V their equations hold."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
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
    require_own_name,
)
from .manifest import FLOW, KINDS, MAP, Shaped

__all__ = ["GENERATED", "Entry", "catalogue", "entry", "models_of", "moving", "named"]


@dataclass(frozen=True)
class Entry:
    """One generated system of any driver, as the manifest has it.

    name: of its files; model: whose system it is; driver: what its equations give.
    parameters: scalars of its solvers, in order; values: what each of them may be; defaults: of
    those that need not be given.
    arrays: those that a caller gives beside the state; shapes: what each axis of them, and of the
    outputs, counts; state: the order parameters in the order of the flat state; outputs:
    observables, or what is solved for.
    particulars: what is particular to its driver, ``entry["odd"]``, by the keys of the manifest.
    folder: where its files are.  own: whether it is a model file's; drift_test: what came of that,
    where there was one.

    People read ``name``, and files are called so; whoever looks a system up asks by ``key``.
    """

    name: str
    model: str
    driver: str
    title: str
    digest: str
    parameters: tuple[str, ...]
    values: Mapping[str, str]
    defaults: Mapping[str, float]
    arrays: tuple[str, ...]
    shapes: Mapping[str, tuple[str, ...]]
    state: tuple[Shaped, ...]
    outputs: tuple[str, ...]
    closures: tuple[str, ...]
    particulars: Mapping[str, Any]
    folder: Path = GENERATED
    drift_test: dict[str, Any] | None = None
    own: bool = False

    def __getitem__(self, name: str) -> Any:
        return self.particulars[name]

    @property
    def key(self) -> str:
        """What solvers are asked for by: ``name``, and of a model file's system also which it
        is."""
        return f"{self.name}@{self.digest}" if self.own else self.name

    @property
    def activation(self) -> str:
        """Of a system that holds for one alone."""
        return str(self["activation"])

    @property
    def polynomial(self) -> bool:
        """Whether its activation is a polynomial, which has no name but its coefficients."""
        return bool(self.particulars.get("coefficients"))

    @property
    def by_nodes(self) -> bool:
        """Whether averages that no rule gives are taken over the nodes of one, which are needed
        where a limit says "quadrature"."""
        return bool(self["cubature"])

    @property
    def jumping(self) -> str:
        """The size of the network whose fields come first at the nodes, for they jump at zero; ""
        where none do."""
        return str(self.particulars.get("jumping", ""))

    @property
    def continuous(self) -> tuple[str, ...]:
        """The parameters that solvers give slopes with respect to: all but numbers of units or
        steps, and flags."""
        return tuple(n for n in self.parameters if self.values[n] not in ("count", "flag"))

    def which(self, values: str) -> tuple[str, ...]:
        """The parameters that may have such values."""
        return tuple(name for name in self.parameters if self.values[name] == values)

    @property
    def limits(self) -> dict[tuple[str, str], str]:
        """(parameter, "inf" or "integer") -> "exact", "quadrature" or "refused"."""
        listed = self.particulars.get("limits", ())
        return {(x["parameter"], x["value"]): x["status"] for x in listed}

    def status(self, parameter: str, value: float) -> str:
        return self.limits.get((parameter, "inf" if value == math.inf else "integer"), "exact")


@cache
def catalogue(driver: str = FLOW) -> tuple[Entry, ...]:
    """All generated systems of a driver, in the order of the manifest."""
    return _entries(GENERATED, driver)


@cache
def moving() -> tuple[Entry, ...]:
    """All generated systems whose state moves: flows, and maps."""
    return (*catalogue(FLOW), *catalogue(MAP))


def named(name: str, driver: str) -> Entry:
    """The generated system of this name and driver; else ``NotAvailable``."""
    for found in catalogue(driver):
        if found.name == name:
            return found
    there = ", ".join(x.name for x in catalogue(driver))
    kind = KINDS[driver].theory
    raise NotAvailable(name, f"no such {kind} system was generated", f"there is: {there}")


def models_of(driver: str) -> tuple[str, ...]:
    """What a problem file may name."""
    return tuple(dict.fromkeys(found.model for found in catalogue(driver)))


def _entries(folder: Path, driver: str = FLOW) -> tuple[Entry, ...]:
    return tuple(_entry(system, folder) for system in manifest.systems(folder, driver))


#: Keys of the manifest that all systems have; the others are particular to the driver.
COMMON = frozenset(
    "name model driver title digest parameters arrays state outputs closures files".split()
)


def _entry(system: dict[str, Any], folder: Path) -> Entry:
    parameters = system["parameters"]
    arrays, outputs = manifest.shaped(system["arrays"]), manifest.shaped(system["outputs"])
    return Entry(
        **{name: system[name] for name in ("name", "model", "driver", "title", "digest")},
        parameters=tuple(p["name"] for p in parameters),
        values={p["name"]: p["values"] for p in parameters},
        defaults={p["name"]: value for p in parameters if (value := _default(p)) is not None},
        arrays=tuple(x.name for x in arrays),
        shapes={x.name: x.shape for x in (*arrays, *outputs)},
        state=manifest.shaped(system["state"]),
        outputs=tuple(x.name for x in outputs),
        closures=manifest.closures(system),
        particulars={name: x for name, x in system.items() if name not in COMMON},
        folder=folder,
        drift_test=system.get("drift_test"),
    )


def _default(parameter: dict[str, Any]) -> float | None:
    """The value of a parameter that is not given; None where it has to be."""
    unset = {"samples": math.inf, "count": 1, "flag": 0}
    value: float | None = unset.get(parameter["values"], parameter["default"])
    return value


def entry(model: str, activation: str | tuple[float, ...] | None = None) -> Entry:
    """The system of an algorithm and activation, of a full name such as ``fo_anil``, or of a
    ``key``; else ``NotAvailable``.

    A polynomial, given by its coefficients, and a model file, given by its path, are derived now
    unless they have been before; without an activation that is erf, of a folder the one that it
    holds, and of an algorithm that has but one that.
    """
    known = moving()
    for e in known:  # first: it is what is asked most, and no path is called so
        if (model == e.model and activation == e.activation) or (
            activation is None and model == e.name
        ):
            return e
    if activation is None and model in _OWN:
        return _OWN[model]
    if is_model_file(model):
        return _own(Path(model), activation)
    if isinstance(activation, tuple):
        return _polynomial(model, activation)
    alone = [e for e in known if activation is None and model == e.model]
    if len(alone) == 1:
        return alone[0]
    if activation is None and not alone:
        for e in chain.from_iterable(map(_entries, derived_folders())):
            if e.polynomial and model == e.name:
                return e
    asked = model if activation is None else f"{model} with activation {activation}"
    there = ", ".join(f"{e.model} with {e.activation}" for e in known)
    raise NotAvailable(
        asked, "no such system was generated", f"there is: {there}; see orderode models"
    )


#: Systems of model files that this process has come across, by their keys.
_OWN: dict[str, Entry] = {}


def _own(path: Path, activation: str | tuple[float, ...] | None) -> Entry:
    chosen = "erf" if activation is None else activation
    folder = model_folder(path, chosen)
    (there,) = chain.from_iterable(_entries(folder.resolve(), driver) for driver in (FLOW, MAP))
    found = replace(there, own=True)
    require_own_name(path, found.folder / "models" / f"{found.model}.json")
    named = isinstance(activation, str)
    other = found.activation != activation if named else not found.polynomial
    if activation is not None and other:
        why = f"the folder holds {found.model} with {found.activation}"
        what = f"{path} with {activation if named else 'this polynomial'}"
        raise NotAvailable(what, why, "derive it with this activation, or name its model file")
    if found.key not in _OWN:
        _warn(found)
    _OWN[found.key] = found
    return found


def _warn(found: Entry) -> None:
    """Says so where the simulation refuses the equations."""
    if found.drift_test is not None and found.drift_test["verdict"] == "disagree":
        said = judgement.in_words(found.drift_test)
        print(f"orderode: the equations of {found.name}: drift test: {said}", file=sys.stderr)


@cache
def _polynomial(algorithm: str, coefficients: tuple[float, ...]) -> Entry:
    there = sorted({e.model for e in catalogue()})
    if algorithm not in there:
        text = f"{algorithm} with polynomial {coefficients_text(coefficients)}"
        raise NotAvailable(text, "no such algorithm", f"choose one of {', '.join(there)}")
    (found,) = _entries(polynomial_folder(algorithm, coefficients))
    _warn(found)
    return found
