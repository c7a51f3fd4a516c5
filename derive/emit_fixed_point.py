"""Fixed-point systems -> files: printed and put through their own templates, beside those of the ODE systems."""

from __future__ import annotations

import hashlib
from typing import Any

from jinja2 import Environment

from . import VERSION
from .fixed_point import FixedPoint
from .printers import fixed_point as printers

__all__ = ["manifest_entry", "system_files"]

#: Constants of the emitted solvers.
SOLVER = {
    "panels": 8,  # on either side of 0
    "order": 20,  # nodes of a panel
    "end": "9.0",  # of the range in kappa
    "points": 161,  # of the trapezoidal rule
    "warm_up": 30,
    "most_steps": 60,
    "tolerance": "1e-13",
}


def system_files(system: FixedPoint, plain: Environment, tex: Environment) -> dict[str, str]:
    """The emitted files of one system: path below generated/ -> content."""
    name = system.name
    numerical = sorted({f.name for f in (*system.activations, *system.targets) if not f.features})
    common: dict[str, Any] = {
        "name": name,
        "title": system.title,
        "version": VERSION,
        "digest": system.digest,
        "reference": system.reference,
        "convention": [{"subject": c.subject, "text": c.text, "latex": c.latex} for c in system.convention],
        "closures": [{"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures],
        "numerical": ", ".join(numerical),
        "stepped": bool(system.step),
        **SOLVER,
    }
    return {
        f"numpy/{name}.py": plain.get_template("numpy/fixed_point.py.j2").render(
            {**common, **printers.render(system, "numpy")}
        ),
    }


def manifest_entry(system: FixedPoint, emitted: dict[str, str]) -> dict[str, Any]:
    """What the runner has to know of a system."""
    return {
        "name": system.name,
        "title": system.title,
        "digest": system.digest,
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "activations": [f.name for f in system.activations],
        "targets": [f.name for f in system.targets],
        "outputs": [{"name": v.name, "meaning": v.meaning} for v in system.outputs],
        "closures": [{"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures],
        "files": {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(emitted.items())},
    }
