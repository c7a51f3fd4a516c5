"""Fixed-point systems -> files: printed and put through their own templates, beside those of the
ODE systems."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from jinja2 import Environment
from sympy import Indexed, pi, sqrt
from sympy.integrals.quadrature import gauss_hermite, gauss_legendre

from .. import VERSION
from ..ir.fixed_point import FixedPoint, Value
from . import fixed_point as printers
from .c.point_status import checks, statuses

__all__ = ["manifest_entry", "system_files"]

#: Constants of the emitted solvers.
SOLVER: dict[str, Any] = {
    "panels": 8,  # on either side of 0
    "order": 20,  # nodes of a panel
    "end": "9.0",  # of the range in kappa
    "rounding": "1e-15",  # of sums over the grid
    "exponent": "40.0",  # the grid's error is its exponential
    "range": "8.5",  # standard deviations that count
    # a field of a width so much less than the distance of the singularity needs no grid
    "narrow": "12.0",
    "hermite_order": 12,  # of the rule there
    "grid_error": "2e-14",  # measured against 30 digits, in units of the largest of 1 and f^2
    "warm_ups": "30, 300, 3000",
    "least_mode": "1e-12",
    "most_groups": 32,
    "most_steps": 60,
    "tolerance": "1e-13",
    "noise_points": 69,  # of the trapezoidal rule for the label noise
    "noise_end": "8.5",
    "owen_order": 12,
    "owen_error": "1e-15",  # measured against 30 digits
}


def _rule(order: int) -> list[dict[str, str]]:
    """The Gauss-Legendre rule to 17 digits, the same on every machine."""
    nodes, weights = gauss_legendre(order, 25)
    return [
        {"node": f"{float(x):.17g}", "weight": f"{float(w):.17g}"}
        for x, w in zip(nodes, weights, strict=True)
    ]


def _normal_rule(order: int) -> list[dict[str, str]]:
    """The Gauss-Hermite rule of N(0, 1), the same on every machine."""
    nodes, weights = gauss_hermite(order, 25)
    pairs = zip(nodes, weights, strict=True)
    return [
        {"node": f"{float(sqrt(2) * x):.17g}", "weight": f"{float(w / sqrt(pi)):.17g}"}
        for x, w in pairs
    ]


def _grid(system: FixedPoint) -> int:
    """Points of the finest grid: its step is that of a field as narrow as a grid is used for."""
    exponent, narrow = float(SOLVER["exponent"]), float(SOLVER["narrow"])
    # where the Gaussian limits it, as for all singularities that far
    pace = math.pi * math.sqrt(2 / exponent)
    rules = [f.remainder for f in system.functions if f.remainder is not None]
    steps = [math.ceil(r.reach / (pace * float(r.singularity) / narrow)) for r in rules]
    return 2 * max(steps, default=0) + 3


def system_files(system: FixedPoint, plain: Environment, tex: Environment) -> dict[str, str]:
    """The emitted files of one system: path below generated/ -> content."""
    name = system.name
    numerical = sorted({f.name for f in system.functions if f.remainder is not None})
    common: dict[str, Any] = {
        "name": name,
        "title": system.title,
        "version": VERSION,
        "digest": system.digest,
        "reference": system.reference,
        "convention": [
            {"subject": c.subject, "text": c.text, "latex": c.latex} for c in system.convention
        ],
        "closures": [
            {"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures
        ],
        "numerical": ", ".join(numerical),
        "stepped": bool(system.step),
        "grouped": bool(system.tables),
        "grid": _grid(system),
        "pi": f"{math.pi:.17g}",
        "statuses": statuses(system, SOLVER["most_groups"]),
        **checks(system),
        **SOLVER,
    }
    rules = {
        "panel_rule": _rule(SOLVER["order"]),
        "owen_rule": _rule(SOLVER["owen_order"]),
        "hermite_rule": _normal_rule(SOLVER["hermite_order"]),
    }
    in_numpy, in_c = ({**common, **printers.render(system, target)} for target in ("numpy", "c"))
    in_c |= rules
    text = {**common, **printers.render_latex(system)}
    return {
        f"numpy/{name}.py": plain.get_template("numpy/fixed_point.py.j2").render(in_numpy),
        f"c/{name}.h": plain.get_template("c/fixed_point.h.j2").render(in_c),
        f"c/{name}.c": plain.get_template("c/fixed_point.c.j2").render(in_c),
        f"latex/{name}.tex": tex.get_template("latex/fixed_point.tex.j2").render(text),
        f"latex/{name}_derivation.tex": tex.get_template(
            "latex/fixed_point_derivation.tex.j2"
        ).render(text),
    }


def _rank(output: Value) -> int:
    """The number of indices over groups."""
    return len(output.expression.indices) if isinstance(output.expression, Indexed) else 0


def manifest_entry(system: FixedPoint, emitted: dict[str, str]) -> dict[str, Any]:
    """What the runner has to know of a system."""
    return {
        "name": system.name,
        "model": system.model,
        "title": system.title,
        "digest": system.digest,
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "activations": [f.name for f in system.activations],
        "targets": [f.name for f in system.targets],
        "tables": [{"name": t.name, "meaning": t.meaning} for t in system.tables],
        "outputs": [
            {"name": v.name, "meaning": v.meaning, "indices": _rank(v)} for v in system.outputs
        ],
        "closures": [
            {"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures
        ],
        "files": {
            path: hashlib.sha256(text.encode()).hexdigest()
            for path, text in sorted(emitted.items())
        },
    }
