"""Fixed-point systems -> files: printed and put through their own templates, beside those of the ODE systems."""

from __future__ import annotations

import hashlib
from typing import Any

from jinja2 import Environment
from sympy import Indexed
from sympy.integrals.quadrature import gauss_legendre

from . import VERSION
from .fixed_point import FixedPoint, Value
from .printers import fixed_point as printers
from .printers import groups

__all__ = ["manifest_entry", "system_files"]

#: Constants of the emitted solvers.
SOLVER: dict[str, Any] = {
    "panels": 8,  # on either side of 0
    "order": 20,  # nodes of a panel
    "end": "9.0",  # of the range in kappa
    "points": 161,  # of the trapezoidal rule
    "rounding": "1e-15",  # of that rule
    "warm_up": 30,
    "group_warm_ups": "30, 300, 3000",
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
    return [{"node": f"{float(x):.17g}", "weight": f"{float(w):.17g}"} for x, w in zip(nodes, weights, strict=True)]


def system_files(system: FixedPoint, plain: Environment, tex: Environment) -> dict[str, str]:
    """The emitted files of one system: path below generated/ -> content."""
    name = system.name
    numerical = sorted({f.name for f in system.functions if not f.features})
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
        "grouped": bool(system.groups),
        **SOLVER,
    }
    rules = {"panel_rule": _rule(SOLVER["order"]), "owen_rule": _rule(SOLVER["owen_order"])}
    kind = "fixed_point_groups" if system.groups else "fixed_point"

    def context(target: str) -> dict[str, Any]:
        found = {**common, **printers.render(system, target)}
        return {**found, **groups.render(system, target)} if system.groups else found

    in_c = {**context("c"), **rules}
    text = {**common, **printers.render_latex(system)}
    return {
        f"numpy/{name}.py": plain.get_template(f"numpy/{kind}.py.j2").render(context("numpy")),
        f"c/{name}.h": plain.get_template(f"c/{kind}.h.j2").render(in_c),
        f"c/{name}.c": plain.get_template(f"c/{kind}.c.j2").render(in_c),
        f"latex/{name}.tex": tex.get_template("latex/fixed_point.tex.j2").render(text),
        f"latex/{name}_derivation.tex": tex.get_template("latex/fixed_point_derivation.tex.j2").render(text),
    }


def _rank(output: Value) -> int:
    """The number of indices over groups."""
    return len(output.expression.indices) if isinstance(output.expression, Indexed) else 0


def manifest_entry(system: FixedPoint, emitted: dict[str, str]) -> dict[str, Any]:
    """What the runner has to know of a system."""
    return {
        "name": system.name,
        "title": system.title,
        "digest": system.digest,
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "activations": [f.name for f in system.activations],
        "targets": [f.name for f in system.targets],
        "tables": [{"name": t.name, "meaning": t.meaning} for t in system.tables],
        "outputs": [{"name": v.name, "meaning": v.meaning, "indices": _rank(v)} for v in system.outputs],
        "closures": [{"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures],
        "files": {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(emitted.items())},
    }
