"""A stationary point -> pages: equations by section, averages of functions, and how they were
derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sympy import Expr, Indexed, Symbol, latex

from ...ir.stationary import NODES, Activation, Equation, Form, Stationary, Value
from ...ir.system import Parameter
from .. import stationary
from ..target import Emitted
from . import trace
from .averages import OwenPrinter
from .heading import heading
from .layout import LANDSCAPE, broken, formula, width
from .templates import environment
from .written import MATRICES, MEANINGS, SPOKEN, Letters

__all__ = ["files"]

#: Numbers of samples, neurons and dimensions in the words of closures.
SIZES = {"d": "d", "n": "n", "p": "p", "n0": "n_0"}


def files(system: Stationary, _: object, about: dict[str, Any]) -> Emitted:
    """The page of the equations and that of their derivation: of the system, not of what is
    computed."""
    common = {**about, **heading(system, SPOKEN | SIZES), **stationary.constants(system)}
    context = {**common, **_page(system)}
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
    """Equations by section, and the averages of each function; each symbol where it is used
    first."""
    letters = Letters(system.entries)
    write = OwenPrinter().doprint
    spoken = {v.name for v in system.outputs}.union(NODES)
    for stage in system.stages:
        spoken.update(name for name, _ in stage.unknown)
    symbols = _Symbols(system, letters, spoken)
    sections: list[dict[str, Any]] = []
    shown: set[str] = set()
    for title, lines in system.equations:
        fresh = []
        for e in lines:
            formula = _written(letters, e)
            if formula not in shown:
                fresh.append((e, formula))
            if (
                e.form is not Form.BLOCK
            ):  # slopes of one potential and of the other are written alike
                shown.add(formula)
        names = set[str]().union(*(_names(e) for e, _ in fresh))
        solving, slopes = title[:1].islower(), any(e.form is Form.BLOCK for e, _ in fresh)
        sections.append(
            {
                "title": _capital(letters.text(title, spoken)),
                "stage": solving,
                "opens": solving and not any(x["stage"] for x in sections),
                "slopes": slopes and not any(x["slopes"] for x in sections),
                "equations": [formula for _, formula in fresh],
                "where": symbols.new(names),
            }
        )
    step = [
        _equation(letters.symbol(v.name), v.expression, letters.expression) for v in system.step
    ]
    read = set[str]().union(*(_read(v.expression) | {v.name} for v in system.step))
    functions = []
    for f in system.functions:
        averages = [
            _equation(_feature(v.name), v.expression, write) for v in (*f.features, *f.moments)
        ]
        (x,) = f.function.free_symbols
        name = rf"\sigma({x})" if isinstance(f, Activation) else f"g({x})"
        functions.append({"formula": f"{name}={write(f.function)}", "averages": averages})
    derivation = trace.render(system.derivation, limit=LANDSCAPE)
    for written, section in zip(derivation, system.derivation, strict=True):
        written["title"] = letters.text(section.title, spoken)
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "sections": sections,
        "functions": functions,
        "step": step,
        "step_where": symbols.new(read if step else set()),
        "rest": symbols.new(set(symbols.rows)),
        "trace": derivation,
    }


class _Symbols:
    """A line for each symbol of the equations; entries of a matrix share one."""

    def __init__(self, system: Stationary, letters: Letters, spoken: Iterable[str]) -> None:
        stages = [*system.stages, *system.spectra]
        read = [v.expression for v in system.step]
        names = {v.name for v in system.step} | {"V", "potential", "E"}
        for stage in stages:
            read += stage.expressions()
            names |= {x.name for x in (*stage.nodes, *stage.averages, *stage.values)}
        ranks: dict[str, tuple] = {}
        for e in read:
            names |= {s.name for s in e.free_symbols}
            ranks |= {x.base.name: x.indices for x in e.atoms(Indexed)}
        given: list[Value | Parameter] = [*system.outputs, *system.tables, *system.parameters]
        words = MEANINGS | {v.name: letters.text(v.meaning, spoken) for v in given}
        self.rows: dict[str, dict[str, str]] = {}
        for name in sorted(names, key=lambda name: (name.lower(), name)):
            if name in system.entries:
                of, places = system.entries[name]
                written = letters.of_matrix(of, "ij"[: len(places)])
                self.rows[name] = {"latex": written, "meaning": MATRICES[of][1]}
            elif name in words:
                indices = tuple("kl"[: len(ranks[name])]) if name in ranks else ()
                row = {"latex": letters.entry(name, indices), "meaning": words[name]}
                self.rows[name] = row
        self.said: list[dict[str, str]] = []

    def new(self, names: Iterable[str]) -> list[dict[str, str]]:
        """The lines of these that have had none yet."""
        found: list[dict[str, str]] = []
        for name in self.rows:
            if name in names and self.rows[name] not in (*self.said, *found):
                found.append(self.rows[name])
        self.said += found
        return found


def _names(e: Equation) -> set[str]:
    return {name for name, _ in e.left} | _read(e.right)


def _read(expression: Expr) -> set[str]:
    found = {s.name for s in expression.free_symbols if isinstance(s, Symbol)}
    return found | {x.base.name for x in expression.atoms(Indexed)}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
