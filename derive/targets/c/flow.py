"""A flow -> C: scalar solvers with their integrator, vector kernels, and what finite N needs."""

from __future__ import annotations

from itertools import chain
from typing import Any

from ...ir.flow import Flow
from ...ir.limits import at_infinity, rates_of, states_at_rest, without_rule
from ...lowering import counts
from ...lowering.program import Program, Programs
from .. import flow
from ..common import in_words
from ..tables.approximations import render as render_approximations
from ..tables.rosenbrock import render as render_rosenbrock
from ..tables.tableau import render as render_tableau
from ..target import Emitted
from ..templates import environment
from . import batch, scalar
from .abi import abi
from .text import spelled

__all__ = ["files", "solvers"]

#: Units of learner and teacher for which the manifest counts operations.
COUNTED = 3
#: Other languages that call the C: their folders, and how names of files end.
BINDINGS = (("cpp", "hpp"), ("rust", "rs"), ("fortran", "f90"), ("julia", "jl"))


def files(system: Flow, programs: Programs, about: dict[str, Any]) -> Emitted:
    """Sources and headers; the manifest says why there are no vector kernels ("" if there are), and
    whether there are those of finite support sets."""
    name = system.name
    common = {**about, **flow.constants(system)}
    found, context = solvers(system, name, programs.loops, common)
    # the vector kernels know no finite support sets: those have their own
    limited = at_infinity(system, system.support)
    kernels, without_batch = _batch_files(limited, context, programs.vector, name)
    found |= kernels
    few: dict[str, str] = {}
    if programs.few is not None and not without_batch:
        few = _batch_files(without_rule(system), context, programs.few, f"{name}_few")[0]
    found |= few
    if programs.backwards is not None:
        made, backwards = solvers(system, f"{name}_adjoint", programs.backwards, common)
        found |= made | _stiff_files(system, backwards)
    if programs.fluctuations is not None:
        loops, _ = programs.fluctuations
        found |= solvers(system, f"{name}_fluctuations", loops, common)[0]
    facts = {"without_batch": without_batch, "few_batch": bool(few), "abi": context["abi"]}
    facts["stiff"] = programs.backwards is not None
    facts["operations"] = counts.usual(programs.loops, system, COUNTED)
    return Emitted(found, facts)


def _batch_files(system: Flow, context: dict, program: Program, name: str) -> tuple[dict, str]:
    """The vector kernels ``name``, or no files and the reason: what in the system has no vector
    code."""
    few = name != system.name
    try:
        kernels = batch.render(program, name, jam=not few)
    except NotImplementedError as error:
        return {}, str(error)
    read = {p["name"] for p in kernels["parameters"]} | set(context["flags"].values())
    held = [p["name"] for p in context["parameters"] if p["name"] not in read]
    refused = {f["rule"] for f in context["functions"] if f["rule"] and few}
    every = {"every_parameter": context["parameters"]}
    every |= {x: context[x] for x in ("statuses", "single")}
    context = context | kernels | every
    context |= {
        "name": name,
        "base": system.name,
        "approximations": render_approximations(),
        "infinite_only": held,
        "singles": not few,
        "refused": min(refused, default=""),
        "still": list(states_at_rest(system)),
    }
    for f in context["functions"]:
        f["scalar"] = f["name"] in system.observables
    context = in_words(context, spelled)
    ends = (".h", ".c", "_lanes.h")
    plain = environment()
    return {
        f"c/{name}_batch{e}": plain.get_template(f"c/batch{e}.j2").render(context) for e in ends
    }, ""


def _stiff_files(system: Flow, backwards: dict[str, Any]) -> dict[str, str]:
    """The integrator of stiff equations, beside the solvers and what goes ``backwards``."""
    context = backwards | {
        "name": f"{system.name}_stiff",
        "base": system.name,
        "rates_of": {x.name: rates_of(system, x) for x in system.state if not x.overlap},
        "tableau": render_tableau(),
        "rosenbrock": render_rosenbrock(),
    }
    plain = environment()
    return {
        f"c/{system.name}_stiff{e}": plain.get_template(f"c/stiff{e}.j2").render(context)
        for e in (".h", ".c")
    }


def _told_apart(*lists: list[dict[str, Any]]) -> dict[str, str]:
    """Names that differ from an earlier one by capitals alone, which Fortran does not see, with a
    number behind."""
    seen: set[str] = set()
    found = {}
    for x in chain(*lists):
        name, number = x["name"], 2
        while name.lower() in seen:
            name, number = f"{x['name']}_{number}", number + 1
        seen.add(name.lower())
        if name != x["name"]:
            found[x["name"]] = name
    return found


def _abi(found: dict[str, Any]) -> int:
    """Of the struct of parameters, the flat state and the status codes."""
    fields = [(p["name"], bool(p["counts"] or p["flag"])) for p in found["parameters"]]
    arrays = [(x["name"], x["shape"]) for x in found["inputs"] if not x["state"]]
    codes = [(s["name"], s["code"]) for s in found["statuses"]]
    sizes = [z["name"] for z in found["sizes"]]
    state = [found["units"]["declared"], found["state"]["words"]]
    return abi(fields=fields, sizes=sizes, arrays=arrays, codes=codes, state=state)


def solvers(system: Flow, name: str, loops: Program, common: dict) -> tuple[dict[str, str], dict]:
    """The C of one program, and the context of its templates; ``name`` is that of its files and of
    all C names."""
    plain = environment()
    found = scalar.render(loops, name)
    names = [f["name"] for f in found["functions"]]
    moves = system.motion in names and not found["backwards"]
    integrates = moves and not system.iterates
    observables = [
        {"name": o, "meaning": system[o].meaning}
        for o in system.observables
        if o in names and not found["backwards"]
    ]
    for f in found["functions"]:
        f["meaning"] = flow.gives(system, f)
    context = {
        **common,
        "name": name,
        **found,
        "observables": observables,
        "integrates": integrates,
        "iterates": system.iterates,
        "moving": ["change", "step"] if system.iterates else ["rhs"],
        "tableau": render_tableau() if integrates else None,
        # arrays that change along the way: of blocks of the inputs
        "ramped": [x for x in found["inputs"] if x["shape"] in found["units"]["more"]],
        "abi": _abi(found),
        "fortran": _told_apart(found["parameters"], found["sizes"], found["inputs"])
        | _told_apart(found["statuses"]),
    }
    context = in_words(context, spelled)
    files = {
        f"c/{name}.h": plain.get_template("c/header.h.j2").render(context),
        f"c/{name}.c": plain.get_template("c/source.c.j2").render(context),
    }
    if moves:  # other languages that call it
        for folder, end in BINDINGS:
            template = plain.get_template(f"{folder}/solver.{end}.j2")
            files[f"{folder}/{name}.{end}"] = template.render(context)
    return files, context
