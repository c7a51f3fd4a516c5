"""The command `orderode derive`: a model's files into a folder, and what came of its drift test."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from ..errors import EmissionError, ProblemError
from ..models.catalogue import entry
from ..models.deriving import copied, solver_folder
from ..models.judgement import in_words
from ..problems.tables import activation as activation_rule
from .outcome import Outcome

__all__ = ["derive"]


def derive(model: str, out: Path, activation: str, polynomial: str | None) -> Outcome:
    """What is now in the folder ``out``; status 1 where it is of no use, or the test disagrees.

    ``polynomial``: coefficients, "0,1,0,0.3", instead of the activation.
    """
    chosen = activation_rule().read(_activation(activation, polynomial), "--activation")
    start = time.perf_counter()
    try:
        folder, now = solver_folder(model, chosen)
    except EmissionError as error:
        return Outcome("", False, warnings=(str(error),))
    took = f"in {time.perf_counter() - start:.1f} s" if now else "before, and kept in the cache"
    found, files = entry(str(folder)), copied(folder, out)
    lines = [f"derived {found.name}, digest {found.digest}, {took}"]
    lines += [f"    {path}" for path in files]
    lines += [f"{parameter} = {value}: {s}" for (parameter, value), s in found.limits.items()]
    lines += found.closures
    test = found.drift_test
    if test is not None:
        lines.append(f"drift test: {in_words(test)}")
    return Outcome("\n".join(lines), test is None or test["verdict"] != "disagree")


def _activation(name: str, polynomial: str | None) -> Any:
    """As a problem file says it."""
    if polynomial is None:
        return name
    try:
        return {"polynomial": [float(c) for c in polynomial.split(",")]}
    except ValueError:
        accepted = 'coefficients of a polynomial, "0,1,0,0.3"'
        raise ProblemError("--polynomial", polynomial, accepted) from None
