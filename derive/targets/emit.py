"""Systems and their programs -> the text of their files, by every target, and the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from .. import VERSION
from ..ir.system import Shaped, System
from .target import Emitted, Target, targets

__all__ = ["Part", "join", "render", "special"]

#: The files of some systems, and their entries in the manifest by name.
Part = tuple[dict[str, str], dict[str, dict[str, Any]]]
#: Name of a system, name of a target, step -> what the step gives.
Done = Callable[[str, str, Callable[[], Emitted]], Emitted]


def render(
    systems: list[tuple[System, Any]],
    beside: tuple[tuple[str, str], ...] = (),
    done: Done = lambda _system, _target, step: step(),
) -> Part:
    """What these systems, each with its programs, put into the folder, but for the manifest: path
    below generated/ -> content.

    ``beside`` names pairs of systems, the larger one first, that get a page which shows them side
    by side.  ``done`` may know what a step gives that emits a system by a target.
    """
    by_name = {system.name: system for system, _ in systems}
    files: dict[str, str] = {}
    entries = {}
    for system, programs in systems:
        about = _about(system)
        own: dict[str, str] = {}
        facts: dict[str, Any] = {}
        there = targets(system.driver)
        if not there:
            raise NotImplementedError(f"no target has anything for a {system.driver}")
        for name, target in there.items():
            parts = [by_name[part] for full, part in beside if full == system.name]
            made = done(
                system.name, name, partial(_emitted, target, system, programs, about, parts)
            )
            own |= made.files
            facts |= made.facts
        files |= own
        entries[system.name] = _entry(system, facts, own)
    return files, entries


def _emitted(
    target: Target, system: System, programs: Any, about: dict[str, Any], parts: list[System]
) -> Emitted:
    """What one target puts into the folder, with the pages that show the system beside others."""
    made = target.files(system, programs, about)
    pages: dict[str, str] = {}
    if target.beside is not None:
        for part in parts:
            pages |= target.beside(system, part, about)
    return Emitted(made.files | pages, made.facts)


def special(system: System, values: Mapping[str, float]) -> str:
    """A page of the system with some parameters and inputs at given values."""
    for target in targets(system.driver).values():
        if target.special is not None:
            return target.special(system, values, _about(system))
    raise NotImplementedError(f"no target has such a page of a {system.driver}")


def join(parts: list[Part], names: list[str]) -> dict[str, str]:
    """All files of the parts, and the manifest with its entries in the order of these names."""
    files: dict[str, str] = {}
    entries: dict[str, dict[str, Any]] = {}
    for emitted, found in parts:
        files |= emitted
        entries |= found
    manifest = {"version": VERSION, "systems": [entries[name] for name in names]}
    files["manifest.json"] = json.dumps(manifest, indent=2) + "\n"
    return files


def _about(system: System) -> dict[str, Any]:
    """What all files of a system say."""
    return {
        "name": system.name,
        "title": system.title,
        "version": VERSION,
        "digest": system.digest,
        "reference": system.reference,
        "convention": [{"subject": c.subject, "text": c.text} for c in system.convention],
        "closures": _closures(system),
    }


def _closures(system: System) -> list[dict[str, Any]]:
    return [{"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures]


def _entry(system: System, facts: dict[str, Any], files: dict[str, str]) -> dict[str, Any]:
    """What the users of the solvers have to know of a system: of all drivers in the same words,
    then what is particular to its own."""
    return {
        "name": system.name,
        "model": system.model,
        "driver": system.driver,
        "title": system.title,
        "digest": system.digest,
        "parameters": [
            {
                "name": p.name,
                "meaning": p.meaning,
                "values": p.values.value,
                "default": p.default,
            }
            for p in system.parameters
        ],
        "arrays": _shaped(system.given),
        "state": _shaped(system.moving),
        "outputs": _shaped(system.found),
        "closures": _closures(system),
        **system.particulars,
        **facts,
        "files": {
            path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(files.items())
        },
    }


def _shaped(arrays: tuple[Shaped, ...]) -> list[dict[str, Any]]:
    return [
        {"name": x.name, "meaning": x.meaning, "shape": list(x.shape), "packed": x.packed}
        for x in arrays
    ]
