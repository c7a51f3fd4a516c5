"""New equations judged: the one-step drift test of a model just derived, at small K and M and
random overlaps."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import NotAvailable, ProblemError
from ..models.catalogue import entry, record_drift_test
from ..models.data import data_of
from ..models.deriving import derive_model, is_model_file, model_folder, remember
from ..models.objects import file_of
from ..problems.problem import Problem
from ..problems.schema import plain
from ..problems.tables import activation as activation_rule
from .drift import LEVEL, STILL, DriftReport, check_drift

__all__ = ["DerivedModel", "as_record", "derive", "derive_into", "drift_test", "judged", "verdict"]

TASKS = 100_000
UNITS = 2  # K and M
VALUES = {"eta_J": 0.8, "eta_w": 0.6, "eta_0": 0.4, "noise": 0.3, "decay": 0.2}
OTHERS = 0.4  # a parameter of the model's own


def judged(model: str, activation: str | tuple[float, ...]) -> DriftReport:
    """The drift test of the equations of ``model``, the path of a model file, with every rate and
    level above zero.

    P and V are 5 where the equations hold there; at P = inf the head is its conditional
    expectation.
    """
    found, data = entry(model, activation), data_of(model)
    parameters: dict[str, Any] = {"w0": [0.5, -0.3]}
    for p in data["parameters"]:
        name = p["name"]
        if p["kind"] == "rate":
            parameters[name] = VALUES.get(name, OTHERS)
        elif p["kind"] == "samples":
            parameters[name] = 5 if name == "V" or found.status(name, 5) != "refused" else np.inf
        else:
            parameters[name] = 1
    rng = np.random.default_rng(0)
    weights = rng.standard_normal((2 * UNITS, 8))
    C = weights @ weights.T / 8
    problem = Problem.read(
        {
            "model": model,
            "activation": (
                activation if isinstance(activation, str) else {"polynomial": list(activation)}
            ),
            "K": UNITS,
            "M": UNITS,
            "parameters": parameters,
            "overlaps": {"T": C[UNITS:, UNITS:], "Q": C[:UNITS, :UNITS], "R": C[:UNITS, UNITS:]},
            "tasks": {"mean": [0.7, -0.4]},
        }
    )
    return check_drift(problem, tasks=TASKS, seed=0)


def as_record(report: DriftReport) -> dict[str, Any]:
    """The test as it is written into a manifest; ``seen`` is the share of the largest entry from
    which on an error is seen with probability 1/2, ``level`` the probability of a false alarm."""
    seen = max(report.resolution)
    return {
        "verdict": "agree" if report.agrees else "disagree",
        "largest_z": report.largest if math.isfinite(report.largest) else str(report.largest),
        "threshold": report.threshold,
        "entries": report.comparisons,
        "level": LEVEL,
        "seen": seen if math.isfinite(seen) else str(seen),
        "moves": report.moves,
        "tasks": report.tasks,
        "seed": report.seed,
        "K": UNITS,
        "M": UNITS,
    }


@dataclass(frozen=True)
class DerivedModel:
    """What `derive` has made: give it as ``model`` to `orderode.Problem`.

    model: the path of a model file, or of the data of a model. folder: where its numpy, C and LaTeX
    files are.
    drift_test: what came of the one-step test of its equations, as in the manifest.
    """

    model: str
    activation: str | tuple[float, ...]
    folder: Path
    drift_test: dict[str, Any]

    def __fspath__(self) -> str:
        return self.model

    @property
    def agrees(self) -> bool:
        """Whether the simulation does not refuse the equations: there may be nothing to test them
        with."""
        return bool(self.drift_test["verdict"] != "disagree")


def derive(model: Any, activation: Any = "erf") -> DerivedModel:
    """Derive a model and judge its equations, unless both has been done before.

    ``model`` is an Algorithm of `orderode.derive.language`, or the path of a model file;
    ``activation`` a name or {"polynomial": [c_0, c_1, ...]}.  The files are kept in the cache.
    ``DerivationError`` says why there are none.
    """
    chosen = activation_rule().read(plain(activation), "activation")
    path = file_of(model)
    if not isinstance(path, str) or not is_model_file(path):
        accepted = (
            "an Algorithm of orderode.derive.language, or the path of a model file, my_model.py"
        )
        raise ProblemError(
            "model", path, accepted, "" if isinstance(path, str) else f"a {type(path).__name__}"
        )
    path = os.path.abspath(path)
    found = entry(path, chosen)
    test = found.drift_test
    if test is None or test["verdict"] == "none":
        test = drift_test(path, chosen)[0]
        record_drift_test(found.folder, test)
    return DerivedModel(path, chosen, found.folder, test)


def derive_into(
    model: str, out: Path, activation: str = "erf", polynomial: str | None = None
) -> Iterator[tuple[str, bool]]:
    """Derive a model into a folder and judge it, where it is a model file: what to say of each, and
    whether it is good.

    ``polynomial``: coefficients, "0,1,0,0.3", instead of the activation.
    """
    yield derive_model(model, out, activation=activation, polynomial=polynomial).rstrip("\n"), True
    if not is_model_file(model):
        return
    chosen = activation if polynomial is None else tuple(float(c) for c in polynomial.split(","))
    remember(Path(model), chosen, out)
    test, said = drift_test(str(Path(model).resolve()), chosen)
    for folder in (out, model_folder(Path(model), chosen)):
        record_drift_test(folder, test)
    yield said, test["verdict"] != "disagree"


def drift_test(model: str, activation: str | tuple[float, ...]) -> tuple[dict[str, Any], str]:
    """The drift test of the equations of a model file: as a record, and in words."""
    try:
        report = judged(model, activation)
    except NotAvailable as error:
        return {"verdict": "none", "why": str(error)}, f"drift test: none: {error}"
    return as_record(report), verdict(report)


def verdict(report: DriftReport) -> str:
    """The test in words, with level and power."""
    seen = 100 * max(report.resolution)
    if not report.moves:
        return f"drift test: agree, but {STILL}"
    return (
        f"drift test: {'agree' if report.agrees else 'disagree'}; K = M = {UNITS}, {report.tasks}"
        f" tasks: largest |z| {report.largest:.2f}, threshold {report.threshold:.2f} for"
        f" {report.comparisons} entries at level {LEVEL:g} (Bonferroni); errors above {seen:.2g} %"
        " of the largest entry are seen"
    )
