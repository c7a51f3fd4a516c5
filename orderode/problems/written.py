"""A problem as the text of a problem file."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from .base import AnyProblem

__all__ = ["as_toml", "without_folder"]


def as_toml(problem: AnyProblem) -> str:
    """TOML that says what the problem says: `load_problem` of it is equal to the problem."""
    content = json.loads(problem.content)
    lines = [f"{name} = {_value(x)}" for name, x in content.items() if name not in TABLES]
    for name in TABLES:
        if name in content:
            lines += ["", f"[{name}]", *(f"{k} = {_value(x)}" for k, x in content[name].items())]
    return "\n".join(lines) + "\n"


def without_folder(problem: dict[str, Any]) -> dict[str, Any]:
    """What a problem says, a model file by its name alone: where it lay does not matter."""
    model = str(problem.get("model", ""))
    return {**problem, "model": Path(model).name} if model.endswith(".py") else problem


#: In the order in which people write them.
TABLES = ("parameters", "schedule", "overlaps", "tasks", "run", "simulation")


def _value(x: Any) -> str:
    if isinstance(x, dict):
        return "{ " + ", ".join(f"{name} = {_value(y)}" for name, y in x.items()) + " }"
    if isinstance(x, list):
        return "[" + ", ".join(map(_value, x)) + "]"
    if isinstance(x, float) and not math.isfinite(x):
        return {math.inf: "inf", -math.inf: "-inf"}.get(x, "nan")
    return json.dumps(x)  # numbers, true, false and text are written alike
