"""The algorithms, a short file each: loss and updates, nothing derived by hand.

A model is found by listing this folder: a file NAME.py whose MODEL has that name.  ``BESIDE`` in
such a file names a model whose terms are among its own, and asks for a page that compares the two.
``ACTIVATIONS`` lists those it is emitted with, where these are not all.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from ..language import Algorithm

__all__ = ["activations", "algorithms", "beside", "others"]


def algorithms() -> dict[str, Algorithm]:
    """The learning algorithms by name, in alphabetical order."""
    return {m.name: m for m in _models().values() if isinstance(m, Algorithm)}


def others() -> dict[str, Any]:
    """What is no learning algorithm, such as a trained readout, by name, in alphabetical order."""
    return {m.name: m for m in _models().values() if not isinstance(m, Algorithm)}


def beside() -> tuple[tuple[str, str], ...]:
    """A model, and the one it is compared with."""
    pairs = ((name, getattr(_file(name), "BESIDE", None)) for name in _models())
    return tuple((name, other) for name, other in pairs if other is not None)


def activations(name: str) -> tuple[str, ...]:
    """Those that the file of a model lists; empty: none."""
    return tuple(getattr(_file(name), "ACTIVATIONS", ()))


def _models() -> dict[str, Any]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    files = {name: _file(name) for name in names}
    found = {name: file.MODEL for name, file in files.items() if hasattr(file, "MODEL")}
    for name, model in found.items():
        if model.name != name:
            raise ValueError(f"derive/models/{name}.py: its MODEL is called {model.name}")
    return found


def _file(name: str):
    return importlib.import_module(f".{name}", __name__)
