"""A fixed-point system -> the strings and lists that its numpy, C and LaTeX templates loop over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sympy import Expr, Indexed, Integer, Symbol, cse, latex, numbered_symbols

from ..ir.fixed_point import Activation, Equation, FixedPoint, Form, Remainder, Stage, Target, Value
from ..ir.system import Parameter
from .common import number
from .latex import trace
from .latex.averages import OwenPrinter
from .latex.layout import LANDSCAPE, broken, formula, width
from .latex.written import MEANINGS, entry_latex, symbol_latex, written
from .printers import CPrinter, NumpyPrinter
from .stages import render_stages

__all__ = ["render", "render_latex"]


Printer = NumpyPrinter | CPrinter


def _lines(values: Iterable[Value], printer: Printer, letter: str) -> list[dict[str, str]]:
    """Assignments in order, with shared subexpressions named first; later ones may use earlier
    names."""
    values = tuple(values)
    replacements, reduced = cse(
        [v.expression for v in values], symbols=numbered_symbols(letter), order="canonical"
    )
    numbers = {symbol: e for symbol, e in replacements if e.is_number}
    pending = [(symbol, e.xreplace(numbers)) for symbol, e in replacements if not e.is_number]
    reduced = [e.xreplace(numbers) for e in reduced]
    known = {v.name for v in values}
    done: set[str] = set()
    lines = []

    def ready(e: Expr) -> bool:
        waiting = {symbol.name for symbol, _ in pending} | (known - done)
        return not waiting & {s.name for s in e.free_symbols}

    for v, expression in zip(values, reduced, strict=True):
        while (entry := next((p for p in pending if ready(p[1])), None)) is not None:
            pending.remove(entry)
            lines.append({"name": entry[0].name, "value": printer.doprint(entry[1]), "meaning": ""})
        lines.append({"name": v.name, "value": printer.doprint(expression), "meaning": v.meaning})
        done.add(v.name)
    return lines


def _spectrum(stage: Stage, printer: Printer, parameters: tuple[str, ...]) -> dict:
    """A stage over the samples of the step, with their signals s and labels y."""
    used = {s.name for e in stage.expressions() for s in e.free_symbols}
    inner = _lines((*stage.nodes, *stage.averages), printer, "node_")
    averages = {v.name for v in stage.averages}
    return {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": [p for p in parameters if p in used],
        "tables": [n for n in ("y", "s") if n in used],
        "nodes": [line | {"sum": line["name"] in averages} for line in inner],
        "averages": [v.name for v in stage.averages],
        "lines": _lines(stage.values, printer, "part_"),
        "returns": list(stage.returns),
    }


def _function(f: Activation | Target, printer: Printer) -> dict:
    return {
        "name": f.name,
        "text": f.text,
        "function": printer.doprint(f.function),
        "features": _lines(f.features, printer, "part_"),
        "moments": [{"name": v.name, "value": printer.doprint(v.expression)} for v in f.moments],
        "parity": f.parity,
        "remainder": f.remainder is not None,
        **(_where(f.remainder) if f.remainder is not None else {}),
    }


def _where(r: Remainder) -> dict[str, str]:
    return {"singularity": number(r.singularity), "reach": number(Integer(r.reach))}


def _remainders(system: FixedPoint, printer: Printer) -> list[dict]:
    """Those of all functions, once where an activation is a target too."""
    found = {f.name: f.remainder for f in system.functions if f.remainder is not None}
    return [
        {"name": name, "lines": _lines(r.values, printer, "part_")} for name, r in found.items()
    ]


def render(system: FixedPoint, target: str) -> dict:
    """Everything the template of ``target``, "numpy" or "c", needs."""
    names = tuple(p.name for p in system.parameters)
    plain: Printer = NumpyPrinter() if target == "numpy" else CPrinter(system.name, ())
    label_names = (*names, "a", "tau", "gamma", "vbar")
    of_bulk = CPrinter(system.name, label_names)
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "activations": [
            _function(f, plain) | {"slope": plain.doprint(f.slope)} for f in system.activations
        ],
        "targets": [_function(g, plain) for g in system.targets],
        "remainders": _remainders(system, plain),
        "spectra": [_spectrum(s, plain, label_names) for s in system.spectra]
        if target == "numpy"
        else [],
        "tangents": [_spectrum(s, of_bulk, label_names) for s in system.tangents]
        if target == "c"
        else [],
        "step": _lines(system.step, plain, "part_"),
        **render_stages(system, target),
    }


def render_latex(system: FixedPoint) -> dict:
    """Equations by section, and the averages of each function."""
    write = OwenPrinter().doprint
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "sections": [
            {"title": title, "equations": [_written(e) for e in lines]}
            for title, lines in system.equations
        ],
        "functions": [
            {
                "text": f.text,
                "remainder": f.remainder is not None,
                "averages": [
                    _equation(_feature(v.name), v.expression, write)
                    for v in (*f.features, *f.moments)
                ],
            }
            for f in system.functions
        ],
        "step": [_equation(symbol_latex(v.name), v.expression) for v in system.step],
        "symbols": _symbols(system),
        "trace": trace.render(system.derivation, limit=LANDSCAPE),
    }


#: Symbols in plain words: a letter with a digit, a ratio.
PLAIN = re.compile(r"\b(?:\w+/[a-z]|[A-Za-z]\d)\b")


def _in_math(text: str) -> str:
    return f"${'/'.join(map(symbol_latex, text.split('/')))}$"


def _symbols(system: FixedPoint) -> list[dict[str, str]]:
    """A line for each symbol of the equations; entries of a matrix share one."""
    stages = [*system.stages, *system.spectra]
    read = [e for s in stages for e in s.expressions()] + [v.expression for v in system.step]
    names = {s.name for e in read for s in e.free_symbols} | {v.name for v in system.step}
    names |= {x.name for s in stages for x in (*s.nodes, *s.averages, *s.values)}
    given: list[Value | Parameter] = [*system.outputs, *system.tables, *system.parameters]
    words = MEANINGS | {v.name: v.meaning for v in given}
    ranks = {str(e.base): e.indices for x in read for e in x.atoms(Indexed)}
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
    around = {Form.SLOPE: ("", "=0"), Form.AVERAGE: (r"\langle ", r"\rangle")}.get(e.form, ("", ""))
    return formula(left, broken(e.right, written, LANDSCAPE - width(left + "="), around), LANDSCAPE)


def _equation(left: str, right: Expr, write: Callable[[Expr], str] = written) -> str:
    return formula(left, broken(right, write, LANDSCAPE - width(left + "=")), LANDSCAPE)


def _feature(name: str) -> str:
    return {"c22": "c_2^2", "mean": r"\mathrm{E}", "first": r"m_1", "square": r"\mathrm{E}g^2"}.get(
        name, str(latex(Symbol(name)))
    )
