"""A flow -> JavaScript: its slopes, observables and the integrator in one module; of a map what a
step changes, and steps one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...ir.flow import Flow
from ...lowering.program import Gives, Program, Programs
from .. import flow
from ..common import dimension, in_words
from ..tables.error_function import render as render_error_function
from ..tables.tableau import render as render_tableau
from ..target import Emitted
from ..templates import environment
from .module import render
from .text import spelled

__all__ = ["files"]


def files(system: Flow, programs: Programs, about: dict[str, Any]) -> Emitted:
    """The module of a system."""
    program = _solved(programs.loops)
    found = render(program)
    moved = "what one step changes the state by" if system.iterates else "d state/d alpha"
    for f in found["functions"]:
        f["meaning"] = system[f["of"]].meaning if f["of"] else moved
    common = flow.constants(system)
    rows = {x.name: dimension(x.ranges[-1]) for x in program.inputs}
    common["needless"] = [x | {"rows": rows[x["name"]]} for x in common["needless"]]
    context = {
        **about,
        **common,
        **found,
        "asked": _asked(found, common["needless"]),
        "erf": render_error_function() if "erf" in found["helpers"] else None,
        "iterates": system.iterates,
        "tableau": None if system.iterates else render_tableau(),
    }
    made = environment().get_template("js/module.js.j2").render(in_words(context, spelled))
    return Emitted({f"js/{system.name}.js": made})


def _solved(program: Program) -> Program:
    """What an integration needs: the slopes and the observables, along no direction."""
    kept = [f for f in program.functions if not f.directional and f.gives is not Gives.ARRAYS]
    return replace(program, functions=tuple(kept))


def _asked(found: dict[str, Any], needless: list[dict[str, str]]) -> list[str]:
    """Whether it matters that arrays are "zero" or "diagonal"."""
    ruled = any(f["rule"] and f["kind"] == "slope" for f in found["functions"])
    asked = {x["what"] for x in needless} if ruled else set[str]()
    general = found["general"] or {"tests": [], "state": []}
    if general["state"] or any(t.startswith("_some") for t in general["tests"]):
        asked.add("zero")
    if any(t.startswith("_coupled") for t in general["tests"]):
        asked.add("diagonal")
    return sorted(asked)
