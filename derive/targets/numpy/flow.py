"""A flow -> numpy: its slopes and observables in whole arrays, and what finite N needs; and the
same functions of arrays of any namespace, but for what finite N needs."""

from __future__ import annotations

from typing import Any

from ...ir.flow import Flow
from ...lowering.program import Program, Programs
from .. import flow
from ..common import in_words
from ..target import Emitted
from ..templates import environment
from . import module
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
    return Emitted(found | written(system, system.name, programs.arrays, common, Anew()))


def written(
    system: Flow, name: str, arrays: Program, common: dict[str, Any], style: Style | None = None
) -> dict[str, str]:
    """The module ``name`` of one program, in numpy or in the ``style`` of any namespace."""
    found = module.render(arrays, style)
    for f in found["functions"]:
        f["docstring"] = flow.docstring(system, f)
    folder = "numpy" if style is None else "arrays"
    common = {**common, "iterates": system.iterates}
    context = in_words({**common, "name": name, **found}, spelled)
    text = environment().get_template(f"{folder}/module.py.j2").render(context)
    return {f"{folder}/{name}.py": text}
