"""A stationary point -> pages: equations by section, averages of functions, and how they were
derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sympy import Expr, Indexed, Symbol, latex

from ...ir.stationary import NODES, Equation, Form, Stationary, Value
from ...ir.system import Parameter
from .. import stationary
from ..target import Emitted
from . import trace
from .averages import OwenPrinter
from .heading import heading
from .layout import LANDSCAPE, broken, formula, width
from .templates import environment
from .written import MATRICES, MEANINGS, Letters

__all__ = ["files"]


def files(system: Stationary, _: object, about: dict[str, Any]) -> Emitted:
    """The page of the equations and that of their derivation: of the system, not of what is
    computed."""
    context = {**about, **heading(system), **stationary.constants(system), **_page(system)}
    tex = environment()
    return Emitted(
        {
            f"latex/{system.name}{end}.tex": tex.get_template(
                f"latex/fixed_point{end}.tex.j2"
            ).render(context)
            for end in ("", "_derivation")
        }
    )


def _page(system: Stationary) -> dict[str, Any]:
    """Equations by section, and the averages of each function."""
    letters = Letters(system.entries)
    write = OwenPrinter().doprint
    spoken = {v.name for v in system.outputs}.union(NODES)
    for stage in system.stages:
        spoken.update(name for name, _ in stage.unknown)
    sections, functions = [], []
    for title, lines in system.equations:
        equations = [_written(letters, e) for e in lines]
        sections.append({"title": letters.text(title, spoken), "equations": equations})
    for f in system.functions:
        averages = [
            _equation(_feature(v.name), v.expression, write) for v in (*f.features, *f.moments)
        ]
        numerical = f.remainder is not None
        functions.append({"text": f.text, "remainder": numerical, "averages": averages})
    step = [
        _equation(letters.symbol(v.name), v.expression, letters.expression) for v in system.step
    ]
    derivation = trace.render(system.derivation, limit=LANDSCAPE)
    for shown, section in zip(derivation, system.derivation, strict=True):
        shown["title"] = letters.text(section.title, spoken)
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "sections": sections,
        "functions": functions,
        "step": step,
        "symbols": _symbols(system, letters, spoken),
        "trace": derivation,
    }


def _symbols(system: Stationary, letters: Letters, spoken: Iterable[str]) -> list[dict[str, str]]:
    """A line for each symbol of the equations; entries of a matrix share one."""
    stages = [*system.stages, *system.spectra]
    read = [v.expression for v in system.step]
    names = {v.name for v in system.step}
    for stage in stages:
        read += stage.expressions()
        names |= {x.name for x in (*stage.nodes, *stage.averages, *stage.values)}
    ranks: dict[str, tuple] = {}
    for e in read:
        names |= {s.name for s in e.free_symbols}
        ranks |= {x.base.name: x.indices for x in e.atoms(Indexed)}
    given: list[Value | Parameter] = [*system.outputs, *system.tables, *system.parameters]
    words = MEANINGS | {v.name: letters.text(v.meaning, spoken) for v in given}
    found = {}
    for name in sorted(names, key=lambda name: (name.lower(), name)):
        if name in system.entries:
            of, places = system.entries[name]
            written = letters.of_matrix(of, "ij"[: len(places)])
            found[written] = {"latex": written, "meaning": MATRICES[of][1]}
        elif name in words:
            indices = tuple("kl"[: len(ranks[name])]) if name in ranks else ()
            found[name] = {"latex": letters.entry(name, indices), "meaning": words[name]}
    return list(found.values())


def _written(letters: Letters, e: Equation) -> str:
    """A line of the potential or of a stage."""
    names = [letters.entry(name, indices) for name, indices in e.left]
    left = rf"[{', '.join(names)}]" if e.form is Form.BLOCK else names[0]
    if e.form is Form.SLOPE:
        left = rf"\partial F_0/\partial {left}"
    around = ("", "=0") if e.form is Form.SLOPE else ("", "")
    room = LANDSCAPE - width(left + "=")
    return formula(left, broken(e.right, letters.expression, room, around), LANDSCAPE)


def _equation(left: str, right: Expr, write: Callable[[Expr], str]) -> str:
    return formula(left, broken(right, write, LANDSCAPE - width(left + "=")), LANDSCAPE)


def _feature(name: str) -> str:
    return {"c22": "c_2^2", "mean": r"\mathrm{E}", "first": r"m_1", "square": r"\mathrm{E}g^2"}.get(
        name, str(latex(Symbol(name)))
    )
