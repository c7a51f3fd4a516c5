"""The manifest of a folder of generated files: the one reader of ``manifest.json``."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import NotAvailable
from ..unfinished import beside
from .cache import GENERATED

__all__ = [
    "FLOW",
    "KINDS",
    "MAP",
    "MEASURED",
    "STATIONARY",
    "Kind",
    "Shaped",
    "closures",
    "note",
    "shaped",
    "systems",
]

#: Drivers: what the equations of a system give.
FLOW = "flow"  #: slopes in time
MAP = "map"  #: changes in a step
STATIONARY = "stationary"  #: points where a potential is stationary


@dataclass(frozen=True)
class Kind:
    """What there is for the systems of a driver: what their theory is, for people, and the places,
    below ``orderode``, of the class of their problems, of the table of their commands and of the
    points of their sweeps, which are imported when they are asked for."""

    theory: str
    problem: str
    commands: str
    points: str

    def problem_class(self) -> Any:
        return _named(self.problem)

    def table(self) -> Any:
        return _named(self.commands)

    def all_points(self) -> Any:
        return _named(self.points)


def _named(place: str) -> Any:
    """What has the name behind the last dot, in the module before it."""
    module, _, name = place.rpartition(".")
    return getattr(import_module(f"orderode.{module}"), name)


#: The one table of drivers.
KINDS = {
    FLOW: Kind(
        "trajectory",
        "problems.problem.Problem",
        "commands.trajectories.COMMANDS",
        "sweep.compute.POINTS",
    ),
    MAP: Kind("map", "problems.steps.MapProblem", "commands.maps.COMMANDS", "sweep.maps.POINTS"),
    STATIONARY: Kind(
        "fixed point",
        "problems.fixed_point.FixedPointProblem",
        "commands.fixed_points.COMMANDS",
        "sweep.fixed.POINTS",
    ),
}

#: Order parameters that every flow has, problems start from and simulations measure.
MEASURED = ("R", "Q", "w0")


@dataclass(frozen=True)
class Shaped:
    """An array that solvers take or give: each axis of ``shape`` counts K, M, ..., and of a
    symmetric one that is ``packed`` the flat state holds the upper triangle, row by row."""

    name: str
    shape: tuple[str, ...]
    packed: bool


def systems(folder: Path, driver: str | None = None) -> tuple[dict[str, Any], ...]:
    """What the manifest says of each system, or of those with this driver, in its order; else
    ``NotAvailable``."""
    try:
        manifest = json.loads(_path(folder).read_text(encoding="utf-8"))
    except OSError:
        raise NotAvailable(
            "the generated solvers", "there is no manifest.json", "run make generate in a checkout"
        ) from None
    except ValueError:
        raise _other(folder) from None
    if not isinstance(manifest, dict) or "systems" not in manifest:
        raise _other(folder)
    return tuple(s for s in manifest["systems"] if driver in (None, s["driver"]))


def _other(folder: Path) -> NotAvailable:
    ours = folder == GENERATED
    remedy = "run make generate in a checkout" if ours else "derive the model again"
    return NotAvailable(str(folder), "its manifest.json is none of this version", remedy)


def note(folder: Path, name: str, what: Any) -> None:
    """Write something more about the first system into the manifest of a folder."""
    path = _path(folder)
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["systems"][0][name] = what
    with beside(folder) as new:
        (new / path.name).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        os.replace(new / path.name, path)


def _path(folder: Path) -> Path:
    return folder / "manifest.json"


def shaped(arrays: list[dict[str, Any]]) -> tuple[Shaped, ...]:
    return tuple(Shaped(x["name"], tuple(x["shape"]), x["packed"]) for x in arrays)


def closures(system: dict[str, Any]) -> tuple[str, ...]:
    """Limits and approximations, with what they mean."""
    return tuple(f"{x['name']}: {x['statement']}" for x in system["closures"])
