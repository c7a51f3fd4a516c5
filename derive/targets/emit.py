"""Systems and their programs -> the text of their files: printed and put through the templates."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from .. import VERSION
from ..ir.fixed_point import FixedPoint
from ..ir.limits import at_infinity, states_at_rest, without_rule
from ..ir.roles import Default
from ..ir.system import Definition, Entry, System
from ..ir.tangent import directions
from ..lowering.program import Gives, Program, Programs
from . import emit_fixed_point
from .c import batch
from .c import scalar as c
from .c.text import spelled as c_spelled
from .common import in_words
from .latex import comparison
from .latex import equations as latex
from .latex.losses import card
from .latex.text import limit_latex, spelled
from .numpy import module as numpy
from .numpy.text import spelled as np_spelled
from .runtime import pasted
from .tables.approximations import render as render_approximations
from .tables.lattice import render as render_lattice
from .tables.tableau import render as render_tableau

__all__ = ["Part", "comparison_page", "environment", "file_name", "join", "render"]

HERE = Path(__file__).resolve().parent.parent.parent
TEMPLATES = HERE / "templates"
DEFAULT_ACTIVATION = "erf"


def file_name(system: System) -> str:
    """``fo_anil`` for the default activation, ``fo_anil_relu`` and so on for others."""
    return (
        system.name
        if system.activation == DEFAULT_ACTIVATION
        else f"{system.name}_{system.activation}"
    )


#: The files of some systems, and their entries in the manifest under "models" and "fixed_points",
#: by name.
Part = tuple[dict[str, str], dict[str, dict], dict[str, dict]]


def render(
    systems: list[tuple[System, Programs]],
    beside: tuple[tuple[str, str], ...] = (),
    fixed_points: list[FixedPoint] | None = None,
) -> Part:
    """What these systems put into the folder, but for the manifest: path below generated/ ->
    content.

    ``beside`` names pairs of systems, the larger one first, that get a page which shows them side
    by side.
    """
    by_name = {file_name(system): system for system, _ in systems}
    files: dict[str, str] = {}
    entries, points = {}, {}
    for system, programs in systems:
        name = file_name(system)
        emitted, without_batch = _system_files(system, programs)
        for other in (part for full, part in beside if full == name):
            emitted |= comparison_page(system, by_name[other])
        files |= emitted
        entries[name] = _manifest_entry(system, emitted, without_batch)
    for point in fixed_points or []:
        emitted = emit_fixed_point.system_files(point, environment(), environment(latex=True))
        files |= emitted
        points[point.name] = emit_fixed_point.manifest_entry(point, emitted)
    return files, entries, points


def join(parts: list[Part], models: list[str], fixed_points: list[str]) -> dict[str, str]:
    """All files of the parts, and the manifest with its entries in the order of these names."""
    files = {path: content for emitted, _, _ in parts for path, content in emitted.items()}
    entries = {name: entry for _, found, _ in parts for name, entry in found.items()}
    points = {name: entry for _, _, found in parts for name, entry in found.items()}
    manifest: dict[str, Any] = {"version": VERSION, "models": [entries[name] for name in models]}
    if fixed_points:
        manifest["fixed_points"] = [points[name] for name in fixed_points]
    files["manifest.json"] = json.dumps(manifest, indent=2) + "\n"
    return files


def _system_files(system: System, programs: Programs) -> tuple[dict[str, str], str]:
    """The files of a system, and why it has no vector kernels ("" if it has)."""
    name = file_name(system)
    common = {
        "name": name,
        "title": system.title,
        "version": VERSION,
        "digest": system.digest,
        "activation": system.activation,
        "reference": system.reference,
        "convention": card(system.convention),
        "defaults": {"absent": "Gaussian", "rule": "for P or V infinite only"},
        "rule": render_lattice(system.odd) if system.sizes else None,
        "needless": [
            {"name": name, "what": what, "words": f"{name} is {what}"}
            for name, what in system.needless
        ],
        "flags": {p.flag: p.name for p in system.parameters if p.flag},
        "closures": [
            {
                "name": x.name,
                "latex": limit_latex(x.name),
                "exact": x.exact,
                "statement": x.statement,
            }
            for x in system.closures
        ],
    }
    tex = environment(latex=True)
    found, context = _solvers(system, name, programs.loops, programs.arrays, common)
    # the vector kernels know no finite support sets: those have their own
    limited = at_infinity(system, system.support)
    kernels, without_batch = _batch_files(limited, context, programs.vector, name)
    found |= kernels
    if programs.few is not None and not without_batch:
        found |= _batch_files(without_rule(system), context, programs.few, f"{name}_few")[0]
    if programs.fluctuations is not None:
        found |= _solvers(system, f"{name}_fluctuations", *programs.fluctuations, common)[0]
    equations, derivation = f"latex/{name}.tex", f"latex/{name}_derivation.tex"
    files = found | {
        equations: tex.get_template("latex/equations.tex.j2").render(
            {**common, **latex.render(system)}
        ),
        derivation: tex.get_template("latex/derivation.tex.j2").render(
            {**common, "sections": latex.render_trace(system)}
        ),
    }
    return files, without_batch


def _batch_files(system: System, context: dict, program: Program, name: str) -> tuple[dict, str]:
    """The vector kernels ``name``, or no files and the reason: what in the system has no vector
    code."""
    few = name != file_name(system)
    try:
        kernels = batch.render(program, name, jam=not few)
    except NotImplementedError as error:
        return {}, str(error)
    held = [
        p["name"]
        for p in context["parameters"]
        if p["name"] not in {p["name"] for p in kernels["parameters"]}
    ]
    held = [p for p in held if p not in context["flags"].values()]
    refused = {f["rule"] for f in context["functions"] if f["rule"] and few}
    every = {"every_parameter": context["parameters"], "statuses": context["statuses"]}
    context = context | kernels | every
    context |= {
        "name": name,
        "base": file_name(system),
        "approximations": render_approximations(),
        "infinite_only": held,
        "singles": not few,
        "refused": min(refused, default=""),
        "still": list(states_at_rest(system)),
    }
    for f in context["functions"]:
        f["scalar"] = f["name"] in system.observables
    context = in_words(context, c_spelled)
    ends = (".h", ".c", "_lanes.h")
    plain = environment()
    return {
        f"c/{name}_batch{e}": plain.get_template(f"c/batch{e}.j2").render(context) for e in ends
    }, ""


def comparison_page(full: System, part: System) -> dict[str, str]:
    """At P -> infinity, for what the support samples add to the step is not known at finite P."""
    full, part = at_infinity(full, full.support), at_infinity(part, part.support)
    name, other = file_name(full), file_name(part)
    context = {
        "name": name,
        "title": full.title,
        "version": VERSION,
        "digest": full.digest,
        "other": {"name": other, "title": part.title, "digest": part.digest},
        **comparison.render(full, part),
    }
    page = environment(latex=True).get_template("latex/comparison.tex.j2").render(context)
    return {f"latex/{name}_beside_{other}.tex": page}


def _solvers(
    system: System, name: str, in_loops: Program, in_arrays: Program, common: dict
) -> tuple[dict[str, str], dict]:
    """The C and the numpy of one program, and the context of the C templates; ``name`` is that of
    its files and of all C names."""
    plain = environment()
    common = {**common, "name": name}
    loops = c.render(in_loops, name)
    names = [f["name"] for f in loops["functions"]]
    integrates = "rhs" in names
    observables = [
        {"name": o, "meaning": system[o].meaning} for o in system.observables if o in names
    ]
    for f in loops["functions"]:
        f["meaning"] = _docstring(system, f).split(";")[0].removesuffix(".")
    arrays = numpy.render(in_arrays)
    for f in arrays["functions"]:
        f["docstring"] = _docstring(system, f)
    c_context = {
        **common,
        **loops,
        "observables": observables,
        "integrates": integrates,
        "tableau": render_tableau() if integrates else None,
    }
    c_context = in_words(c_context, c_spelled)
    np_context = in_words({**common, **arrays}, np_spelled)
    files = {
        f"c/{name}.h": plain.get_template("c/header.h.j2").render(c_context),
        f"c/{name}.c": plain.get_template("c/source.c.j2").render(c_context),
        f"numpy/{name}.py": plain.get_template("numpy/module.py.j2").render(np_context),
    }
    return files, c_context


def _docstring(system: System, function: dict) -> str:
    """What a function gives, and of which shapes."""
    if function["direction"]:
        what = function["of"] or "d state/d alpha"
        along = ", ".join(x.name for x in directions(system))
        shape = "axes of length 1 behind the state stand for all directions there"
        return f"Derivative of {what} in the direction ({along}) of the state; {shape}."
    if function["of"]:
        return f"{system[function['of']].meaning}; shape of the batch."
    if function["kind"] == Gives.SLOPE.value:
        return f"{_listed([f'{x.slope}/dalpha {_shape(x)}' for x in system.state])}."
    shapes = ", ".join(f"{o} {_shape(system[o])}" for o in system.diffusion)
    changes = _listed([x.name for x in system.state])
    return f"Covariance of N times the changes of {changes} in one step: {shapes}."


def _listed(words: list[str]) -> str:
    """a, b and c."""
    return " and ".join((", ".join(words[:-1]), words[-1]))


def _shape(x: Definition | Entry) -> str:
    """(K, M, ...), where ... is the batch."""
    return f"({', '.join(''.join(r.parts) for r in x.ranges)}, ...)"


def environment(*, latex: bool = False) -> Environment:
    return __environment_of(TEMPLATES, latex)


@cache
def __environment_of(folder: Path, latex: bool) -> Environment:
    """One for each kind of text, so that a template is compiled once."""
    delimiters: dict[str, Any] = (
        {
            "block_start_string": "<%",
            "block_end_string": "%>",
            "variable_start_string": "<<",
            "variable_end_string": ">>",
            "comment_start_string": "<#",
            "comment_end_string": "#>",
        }
        if latex
        else {}
    )
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **delimiters,
    )

    @pass_context
    def runtime(context: Context, path: str) -> str:
        """A file of templates/runtime in the names of what is emitted."""
        name = context["name"]
        return pasted(folder / "runtime" / path, context.get("base", name), f"{name}_batch")

    environment.filters["runtime"] = runtime
    environment.filters["tex"] = spelled
    environment.filters["unsigned"] = lambda line: line[2:] if line.startswith("+ ") else line
    return environment


def _manifest_entry(system: System, emitted: dict[str, str], without_batch: str) -> dict:
    return {
        "name": file_name(system),
        "algorithm": system.name,
        "activation": system.activation,
        "title": system.title,
        "digest": system.digest,
        "parameters": [
            {
                "name": p.name,
                "meaning": p.meaning,
                "may_be_infinite": p.may_be_infinite,
                "counts": p.counts,
                "flag": bool(p.flag),
                "default": p.default,
            }
            for p in system.parameters
        ],
        "sizes": [p.name for p in system.sizes],
        "single": [list(pair) for pair in system.single],
        "rule": [x.name for x in system.inputs if x.default is Default.RULE],
        "needless": [list(pair) for pair in system.needless],
        "arrays": [x.name for x in system.inputs if not x.moves],
        "limits": [{"parameter": p, "value": v, "status": s} for p, v, s in system.limits],
        "closures": [
            {"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures
        ],
        "observables": list(system.observables),
        "odd": system.odd,
        "without_batch": without_batch,
        "few_batch": f"c/{file_name(system)}_few_batch.c" in emitted,
        "diffusion": bool(system.diffusion),
        "diffusion_at": list(system.diffusion_at),
        "guarded": system.guarded,
        "files": {
            path: hashlib.sha256(text.encode()).hexdigest()
            for path, text in sorted(emitted.items())
        },
    }
