"""A flow -> numpy: its slopes and observables in whole arrays, and what finite N needs; and the
same functions of arrays of any namespace, but for what finite N needs."""

from __future__ import annotations

from typing import Any

from ...ir.flow import Flow
from ...lowering.lower import backwards
from ...lowering.program import Program, Programs
from ...lowering.reverse import slope_name
from .. import flow
from ..common import in_words
from ..target import Emitted
from ..templates import environment
from . import back, module
from .anew import Anew
from .style import Style
from .text import spelled

__all__ = ["files", "written"]


def files(system: Flow, programs: Programs, about: dict[str, Any]) -> Emitted:
    """The modules of a system."""
    common = {**about, **flow.constants(system)}
    found = written(system, system.name, programs.arrays, common)
    if programs.fluctuations is not None:
        _, arrays = programs.fluctuations
        found |= written(system, f"{system.name}_fluctuations", arrays, common)
    if programs.backwards is not None:
        adjoint = back.render(backwards(programs.arrays))
        for f in adjoint["functions"]:
            f["missing"] = [slope_name(x) for x in _unknown(system)] if f["rule"] else []
        found |= _module(system, f"{system.name}_adjoint", adjoint, common, "numpy")
    return Emitted(found | written(system, system.name, programs.arrays, common, Anew()))


def written(
    system: Flow, name: str, arrays: Program, common: dict[str, Any], style: Style | None = None
) -> dict[str, str]:
    """The module ``name`` of one program, in numpy or in the ``style`` of any namespace."""
    folder = "numpy" if style is None else "arrays"
    return _module(system, name, module.render(arrays, style), common, folder)


def _module(
    system: Flow, name: str, found: dict[str, Any], common: dict[str, Any], folder: str
) -> dict[str, str]:
    for f in found["functions"]:
        f["docstring"] = _docstring(system, f)
    common = {**common, "iterates": system.iterates}
    context = in_words({**common, "name": name, **found}, spelled)
    text = environment().get_template(f"{folder}/module.py.j2").render(context)
    return {f"{folder}/{name}.py": text}


def _unknown(system: Flow) -> list[str]:
    """What moves and has no slopes where nodes are not needed since it is zero."""
    moving = {x.name for x in system.state}
    return [name for name, what in system.needless if what == "zero" and name in moving]


def _docstring(system: Flow, function: dict[str, Any]) -> str:
    if not function["back"]:
        return flow.docstring(system, function)
    what = ", ".join(function["outputs"])
    rates = function["rates"].replace(slope_name(""), "").rstrip(",")
    unknown = _unknown(system)
    said = (
        f"Backwards: slopes of the sum of {what}, as of the same name without _adjoint, times"
        f" {', '.join(function['weights'])}, with respect to each element of"
        f" ({', '.join(x.name for x in system.state)}) and to ({rates}), 0 of those that are"
        " infinite; axes of length 1 behind the state stand for all weights there"
    )
    if unknown and function["rule"]:
        said += f"; where there are no nodes, for they are not needed, NaN of {', '.join(unknown)}"
    return f"{said}."
