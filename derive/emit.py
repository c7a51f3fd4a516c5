"""Systems -> files: lowered, printed, put through the templates, written only where something changed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import VERSION
from .lattice import render as render_lattice
from .lower import lower, lower_fluctuations
from .printers import c, latex, numpy
from .program import Program
from .system import System
from .tableau import render as render_tableau

__all__ = ["file_name", "render", "write"]

HERE = Path(__file__).resolve().parent.parent
TEMPLATES = HERE / "templates"
GENERATED = HERE / "generated"
DEFAULT_ACTIVATION = "erf"


def file_name(system: System) -> str:
    """``fo_anil`` for the default activation, ``fo_anil_relu`` and so on for others."""
    return system.name if system.activation == DEFAULT_ACTIVATION else f"{system.name}_{system.activation}"


def render(systems: list[System]) -> dict[str, str]:
    """All emitted files of these systems, the manifest included: path below generated/ -> content."""
    files: dict[str, str] = {}
    entries = []
    for system in systems:
        emitted = _system_files(system)
        files |= emitted
        entries.append(_manifest_entry(system, emitted))
    files["manifest.json"] = json.dumps({"version": VERSION, "models": entries}, indent=2) + "\n"
    return files


def write(files: dict[str, str], folder: Path, *, orphans: bool = False) -> list[str]:
    """Write what changed and, unless ``orphans`` may stay, delete emitted files that no system asks for any more;
    returns the paths touched."""
    touched = []
    for path, content in sorted(files.items()):
        target = folder / path
        if not target.is_file() or target.read_text(encoding="utf-8") != content:
            _write_whole(target, content)
            touched.append(path)
    for path in [] if orphans else emitted_files(folder):
        if path not in files:
            (folder / path).unlink()
            touched.append(path)
    return touched


def emitted_files(folder: Path) -> list[str]:
    """Paths below ``folder`` that this module writes: sources, LaTeX and the manifest; no caches."""
    patterns = ("numpy/*.py", "c/*.c", "c/*.h", "latex/*.tex", "manifest.json")
    return sorted(p.relative_to(folder).as_posix() for pattern in patterns for p in folder.glob(pattern))


def _write_whole(target: Path, content: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _system_files(system: System) -> dict[str, str]:
    name = file_name(system)
    common = {
        "name": name,
        "title": system.title,
        "version": VERSION,
        "digest": system.digest,
        "activation": system.activation,
        "reference": system.reference,
        "convention": system.convention,
        "defaults": {"zero": "zeros", "identity": "the identity", "absent": "Gaussian", "rule": "only where P or V is infinite, or to first order"},
        "rule": render_lattice(system.odd) if system.sizes else None,
        "flags": {p.flag: p.name for p in system.parameters if p.flag},
        "closures": [
            {"name": x.name, "latex": _limit_latex(x.name), "exact": x.exact, "statement": x.statement}
            for x in system.closures
        ],
    }
    tex = _environment(latex=True)
    found = _solvers(system, name, lower, common)
    if system.diffusion:
        found |= _solvers(system, f"{name}_fluctuations", lower_fluctuations, common)
    equations, derivation = f"latex/{name}.tex", f"latex/{name}_derivation.tex"
    return found | {
        equations: tex.get_template("latex/equations.tex.j2").render({**common, **latex.render(system)}),
        derivation: tex.get_template("latex/derivation.tex.j2").render(
            {**common, "sections": latex.render_trace(system)}
        ),
    }


def _solvers(system: System, name: str, lowered: Callable[..., Program], common: dict) -> dict[str, str]:
    """The C and the numpy of one program; ``name`` is that of its files and of all C names."""
    plain = _environment()
    common = {**common, "name": name}
    loops = c.render(lowered(system, fuse=True), name)
    names = [f["name"] for f in loops["functions"]]
    integrates = "rhs" in names
    observables = [{"name": o, "meaning": system[o].meaning} for o in system.observables if o in names]
    for f in loops["functions"]:
        f["kind"] = _kind(system, f["name"])
        f["meaning"] = _docstring(system, f)[:-1]
    arrays = numpy.render(lowered(system, fuse=False))
    for f in arrays["functions"]:
        f["docstring"] = _docstring(system, f)
    c_context = {
        **common,
        **loops,
        "observables": observables,
        "integrates": integrates,
        "tableau": render_tableau() if integrates else None,
    }
    return {
        f"c/{name}.h": plain.get_template("c/header.h.j2").render(c_context),
        f"c/{name}.c": plain.get_template("c/source.c.j2").render(c_context),
        f"numpy/{name}.py": plain.get_template("numpy/module.py.j2").render({**common, **arrays}),
    }


def _kind(system: System, function: str) -> str:
    """What a function gives: a "scalar", a "slope" in the order of the state, or "arrays"."""
    if function.removesuffix("_tangent") in system.observables:
        return "scalar"
    return "arrays" if function == "diffusion" else "slope"


def _docstring(system: System, function: dict) -> str:
    if function["name"] in system.observables:
        return f"{system[function['name']].meaning}; shape of the batch."
    if function["direction"]:
        what = "d state/d alpha" if function["name"] == "tangent" else function["name"].removesuffix("_tangent")
        return f"Derivative of {what} in the direction (tR, tQ, tw0) of the state."
    if function["name"] == "diffusion":
        sizes = {o: ", ".join("".join(r.parts) for r in system[o].ranges) for o in system.diffusion}
        shapes = ", ".join(f"{o} ({s}, ...)" for o, s in sizes.items())
        return f"Covariance of N times the changes of R, Q and w0 in one step: {shapes}."
    return "dR/dalpha (K, M, ...), dQ/dalpha (K, K, ...) and dw0/dalpha (K, ...)."


def _limit_latex(name: str) -> str:
    return "$" + name.replace("->", r"\to").replace("inf", r"\infty") + "$"


def _environment(*, latex: bool = False) -> Environment:
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
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **delimiters,
    )
    environment.filters["tex"] = _in_text
    environment.filters["unsigned"] = lambda line: line[2:] if line.startswith("+ ") else line
    return environment


def _in_text(text: str) -> str:
    """Plain words in LaTeX: what has a meaning there is escaped."""
    for mark, written in (("_", r"\_"), ("^", r"\^{}"), ("<", "$<$"), (">", "$>$")):
        text = text.replace(mark, written)
    return text


def _manifest_entry(system: System, emitted: dict[str, str]) -> dict:
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
            }
            for p in system.parameters
        ],
        "sizes": [p.name for p in system.sizes],
        "single": [list(pair) for pair in system.single],
        "rule": [x.name for x in system.inputs if x.default == "rule"],
        "arrays": [x.name for x in system.inputs if not x.state],
        "limits": [{"parameter": p, "value": v, "status": s} for p, v, s in system.limits],
        "closures": [{"name": x.name, "exact": x.exact, "statement": x.statement} for x in system.closures],
        "observables": list(system.observables),
        "odd": system.odd,
        "diffusion": bool(system.diffusion),
        "guarded": system.guarded,
        "files": {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(emitted.items())},
    }
