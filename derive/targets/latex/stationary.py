"""A stationary point -> pages: equations by section, averages of functions, and how they were
derived."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sympy import Expr, Indexed, Symbol, latex

from ...ir.stationary import Equation, Form, Stationary, Value
from ...ir.system import Parameter
from .. import stationary
from ..target import Emitted
from . import trace
from .averages import OwenPrinter
from .heading import heading
from .layout import LANDSCAPE, broken, formula, width
from .templates import environment
from .written import MEANINGS, entry_latex, symbol_latex, written

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
    write = OwenPrinter().doprint
    sections, functions = [], []
    for title, lines in system.equations:
        sections.append({"title": title, "equations": list(map(_written, lines))})
    for f in system.functions:
        averages = [
            _equation(_feature(v.name), v.expression, write) for v in (*f.features, *f.moments)
        ]
        numerical = f.remainder is not None
        functions.append({"text": f.text, "remainder": numerical, "averages": averages})
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "sections": sections,
        "functions": functions,
        "step": [_equation(symbol_latex(v.name), v.expression) for v in system.step],
        "symbols": _symbols(system),
        "trace": trace.render(system.derivation, limit=LANDSCAPE),
    }


#: Symbols in plain words: a letter with a digit, a ratio.
PLAIN = re.compile(r"\b(?:\w+/[a-z]|[A-Za-z]\d)\b")


def _in_math(text: str) -> str:
    return f"${'/'.join(map(symbol_latex, text.split('/')))}$"


def _symbols(system: Stationary) -> list[dict[str, str]]:
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
    words = MEANINGS | {v.name: v.meaning for v in given}
    found = {}
    for name in sorted(names, key=lambda name: (name.lower(), name)):
        stem = name.rstrip("0123456789")
        stem = stem if stem in MEANINGS and stem.endswith("_") else name
        if stem in words:
            indices = tuple("kl"[: len(ranks[name])]) if name in ranks else ()
            number = name.removeprefix(stem)
            symbol = entry_latex(name, indices)
            if number:
                symbol = symbol_latex(name).replace(f"_{{{number}}}", f"_{{{'ij'[: len(number)]}}}")
            meaning = (
                words[stem]
                if "$" in words[stem]
                else PLAIN.sub(lambda m: _in_math(m[0]), words[stem])
            )
            found[stem] = {"latex": symbol, "meaning": meaning}
    return list(found.values())


def _written(e: Equation) -> str:
    """A line of the potential or of a stage."""
    names = [entry_latex(name, indices) for name, indices in e.left]
    left = rf"[{', '.join(names)}]" if e.form is Form.BLOCK else names[0]
    if e.form is Form.SLOPE:
        left = rf"\partial F_0/\partial {left}"
    around = ("", "=0") if e.form is Form.SLOPE else ("", "")
    return formula(left, broken(e.right, written, LANDSCAPE - width(left + "="), around), LANDSCAPE)


def _equation(left: str, right: Expr, write: Callable[[Expr], str] = written) -> str:
    return formula(left, broken(right, write, LANDSCAPE - width(left + "=")), LANDSCAPE)


def _feature(name: str) -> str:
    return {"c22": "c_2^2", "mean": r"\mathrm{E}", "first": r"m_1", "square": r"\mathrm{E}g^2"}.get(
        name, str(latex(Symbol(name)))
    )
