"""New equations judged: the one-step drift test of a model just derived, at small K and M and
random overlaps."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import NotAvailable, ProblemError
from ..models import judgement
from ..models.catalogue import entry
from ..models.data import data_of, stated
from ..models.deriving import is_model_file
from ..models.objects import file_of
from ..problems.problem import Problem
from ..problems.reader import kind_of
from ..problems.schema import plain
from ..problems.steps import MapProblem
from ..problems.tables import activation as activation_rule
from ..shown import Stated
from ..solvers.base import Array
from .drift import STILL, UNDECIDED, DriftReport, check_drift
from .level import LEVEL
from .steps import StepDrift, check_step

__all__ = ["DerivedModel", "as_record", "derive", "drift_test", "judged"]

TASKS = 100_000
#: Steps that take N-vectors: so many are as long as those above.
GIANT = 2000
UNITS = 2  # K and M
#: Rates and levels: the model's own default where that is above zero, else the first is LARGEST and
#: each one SHARE of the one before, so that no two may stand for one another.
LARGEST, SHARE = 0.8, 0.75
SAMPLES, STEPS, RATIO = 5, 2, 2.0


def judged(model: str, activation: str | tuple[float, ...]) -> DriftReport | StepDrift:
    """The drift test of the equations of ``model``, the path of a model file, with every rate and
    level above zero.

    Numbers of samples are 5 where the equations hold there; at P = inf the head is its conditional
    expectation.  Counts are 2, but 1 where the equations hold for one step only.
    """
    found, data, facts = entry(model, activation), data_of(model), stated(model)
    parameters: dict[str, Any] = {"w0": [0.5, -0.3]}
    rate = LARGEST
    for p in data["parameters"]:
        name = p["name"]
        if p["kind"] == "rate":
            parameters[name] = p["default"] or rate
            rate *= SHARE
        elif p["kind"] == "share":
            parameters[name] = SHARE
        elif name == facts.ratio:
            parameters[name] = RATIO
        elif p["kind"] == "samples":
            parameters[name] = np.inf if found.status(name, SAMPLES) == "refused" else SAMPLES
    finite = {name for name in parameters if parameters[name] == SAMPLES}
    single = {steps for size, steps in found["single"] if size in finite}
    for p in data["parameters"]:
        if p["kind"] == "count":
            parameters[p["name"]] = 1 if p["name"] in single else STEPS
    rng = np.random.default_rng(0)
    C = _covariance(rng)
    overlaps: dict[str, Any] = {
        "T": C[UNITS:, UNITS:],
        "Q": C[:UNITS, :UNITS],
        "R": C[:UNITS, UNITS:],
    }
    if data.get("blocks"):
        parameters |= {"shares": [0.3, 0.7], "variances": [1.4, 0.6]}
        D = _covariance(rng)
        others = {"T": D[UNITS:, UNITS:], "Q": D[:UNITS, :UNITS], "R": D[:UNITS, UNITS:]}
        overlaps = {name: {"blocks": [x, others[name]]} for name, x in overlaps.items()}
    problem = kind_of(model).read(
        {
            "model": model,
            "activation": (
                activation if isinstance(activation, str) else {"polynomial": list(activation)}
            ),
            "K": UNITS,
            "M": UNITS,
            "parameters": parameters,
            "overlaps": overlaps,
            **_tasks(data, parameters, rng),
        }
    )
    if isinstance(problem, MapProblem):
        return check_step(problem, tasks=GIANT, seed=0)
    assert isinstance(problem, Problem)
    return check_drift(problem, tasks=GIANT if facts.ahead else TASKS, seed=0)


def _covariance(rng: np.random.Generator) -> Array:
    """Of the fields of learner and teacher, at random."""
    weights = rng.standard_normal((2 * UNITS, 8))
    return np.asarray(weights @ weights.T / 8)


def _tasks(
    data: dict[str, Any], parameters: dict[str, Any], rng: np.random.Generator
) -> dict[str, Any]:
    """A mean of the task vector; or of a set of tasks, among the parameters, vectors, heads, and
    probabilities that all differ."""
    tasks = data.get("tasks", ())
    if not tasks:
        return {"tasks": {"mean": [0.7, -0.4]}}
    shares = [t["share"] for t in tasks if t["share"] is not None]
    for number, name in enumerate(shares, start=1):
        parameters[name] = 2 * number / (len(tasks) * (len(tasks) + 1))
    for t in tasks:
        parameters[t["vector"]] = rng.standard_normal(UNITS).tolist()
        parameters.setdefault(t["head"], rng.standard_normal(UNITS).tolist())
    return {}


def as_record(report: DriftReport | StepDrift) -> dict[str, Any]:
    """The test as it is written into a manifest; ``seen`` is the share of the largest entry from
    which on an error is seen with probability 1/2, ``level`` the probability of a false alarm."""
    if isinstance(report, StepDrift):
        return {
            "verdict": "agree" if report.agrees else "disagree",
            "largest_z": report.largest,
            "threshold": report.threshold,
            "entries": report.comparisons,
            "level": LEVEL,
            "seen": report.resolution if math.isfinite(report.resolution) else "inf",
            "tasks": report.tasks,
            "seed": report.seed,
            "K": UNITS,
            "M": UNITS,
        }
    seen, scores = max(report.resolution), report.scores
    along = scores and {
        "directions": scores.comparisons,
        "directions_largest_z": scores.largest,
        "directions_threshold": scores.threshold,
    }
    return {
        "verdict": "none" if report.verdict == "no verdict" else report.verdict,
        "largest_z": report.largest if math.isfinite(report.largest) else str(report.largest),
        "threshold": report.threshold,
        "entries": report.comparisons,
        **(along or {}),
        "level": LEVEL,
        "seen": seen if math.isfinite(seen) else str(seen),
        **({} if report.moves else {"why": STILL}),
        **({"why": UNDECIDED} if report.verdict == "no verdict" else {}),
        "tasks": report.tasks,
        "seed": report.seed,
        "K": UNITS,
        "M": UNITS,
    }


@dataclass(frozen=True)
class DerivedModel(Stated):
    """What `derive` has made: give it as ``model`` to `orderode.Problem`.

    model: the path of a model file, or of the data of a model. folder: where its numpy, C and LaTeX
    files are.  A notebook sets its equations of motion.
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
    if test is None:  # a folder that was not written by this command
        test = drift_test(path, chosen)
        judgement.record(found.folder, test)
    return DerivedModel(path, chosen, found.folder, test)


def drift_test(model: str, activation: str | tuple[float, ...]) -> dict[str, Any]:
    """The drift test of the equations of a model file, as a record."""
    try:
        return as_record(judged(model, activation))
    except NotAvailable as error:
        return {"verdict": "none", "why": str(error)}
