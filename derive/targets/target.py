"""What a target is: a folder here with a module for each driver of a system, of the driver's name,
whose ``files`` says what the target emits for it."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Emitted", "Target", "targets"]


#: What all files of a system say: names of templates' slots.
About = dict[str, Any]


@dataclass(frozen=True)
class Emitted:
    """Files by their path below generated/, and what the manifest has to say of them."""

    files: dict[str, str]
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    """What there is for the systems of a driver.

    files     system, what it was lowered to, what all files say -> ``Emitted``.
    beside    two systems, the larger one first, and what all files say -> a page that compares
              them.
    special   a system, the values of some parameters and inputs, and what all files say -> a page
              of what is left there, in compact form.
    """

    files: Callable[[Any, Any, dict[str, Any]], Emitted]
    beside: Callable[[Any, Any, dict[str, Any]], dict[str, str]] | None = None
    special: Callable[[Any, Mapping[str, float], dict[str, Any]], str] | None = None


def targets(driver: str) -> dict[str, Target]:
    """The targets that have something for a driver, a module of its name, by the names of their
    folders, in alphabetical order."""
    package = sys.modules[__package__]
    found = {}
    for name in sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.ispkg):
        place = f"{__package__}.{name}.{driver}"
        if importlib.util.find_spec(place) is not None:
            module = importlib.import_module(place)
            there = {x: getattr(module, x) for x in ("beside", "special") if hasattr(module, x)}
            found[name] = Target(module.files, **there)
    return found
