"""New equations judged: the one-step drift test of a model just derived, at small K and M and random overlaps."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..models.catalogue import entry
from ..models.data import data_of
from ..problems.problem import load_problem
from .drift import LEVEL, STILL, DriftReport, check_drift

__all__ = ["judged", "verdict"]

TASKS = 100_000
UNITS = 2  # K and M
VALUES = {"eta_J": 0.8, "eta_w": 0.6, "eta_0": 0.4, "noise": 0.3, "decay": 0.2}
OTHERS = 0.4  # a parameter of the model's own


def judged(model: str, activation: str | tuple[float, ...]) -> DriftReport:
    """The drift test of the equations of ``model``, the path of a model file, with every rate and level above zero.

    P and V are 5 where the equations hold there; at P = inf the head is its conditional expectation.
    """
    found, data = entry(model, activation), data_of(model, activation)
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
    problem = load_problem(
        {
            "model": model,
            "activation": activation if isinstance(activation, str) else {"polynomial": list(activation)},
            "K": UNITS,
            "M": UNITS,
            "parameters": parameters,
            "overlaps": {"T": C[UNITS:, UNITS:], "Q": C[:UNITS, :UNITS], "R": C[:UNITS, UNITS:]},
            "tasks": {"mean": [0.7, -0.4]},
        }
    )
    return check_drift(problem, tasks=TASKS, seed=0)


def verdict(report: DriftReport) -> str:
    """The test in words, with level and power."""
    seen = 100 * max(report.resolution)
    if not report.moves:
        return f"drift test: agree, but {STILL}"
    return (
        f"drift test: {'agree' if report.agrees else 'disagree'}; K = M = {UNITS}, {report.tasks} tasks: largest |z| "
        f"{report.largest:.2f}, threshold {report.threshold:.2f} for {report.comparisons} entries at level {LEVEL:g} "
        f"(Bonferroni); errors above {seen:.2g} % of the largest entry are seen"
    )
