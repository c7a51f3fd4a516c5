"""Models given as Python objects: an Algorithm of `orderode.derive.language`, from a notebook cell
for instance.

The object is asked for its data by the modules that it was made with, so that nothing of the
derivation is imported here; what it states is kept in the cache as a JSON file, which then is the
model.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

from ..errors import DerivationError
from .deriving import keep_data

__all__ = ["file_of"]


def file_of(model: Any) -> Any:
    """The path of the model as a text where it is an Algorithm or a path; anything else as it
    is."""
    if isinstance(model, os.PathLike):
        return os.fspath(model)
    package, _, module = type(model).__module__.rpartition(".")
    if not (
        module == "algorithm"
        and package.endswith("derive.language")
        and type(model).__name__ == "Algorithm"
    ):
        return model
    name = str(model.name)
    for fault in importlib.import_module(f"{package}.faults").faults(model):
        raise DerivationError(name, fault)
    try:
        text: str = importlib.import_module(f"{package}.data").as_json(model)
    except Exception as error:  # whatever the author's own losses raise
        raise DerivationError(
            name, f"its losses cannot be evaluated: {type(error).__name__}: {error}"
        ) from None
    return str(keep_data(name, text))
