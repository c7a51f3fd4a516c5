"""A fixed-point system -> the strings and lists that its numpy, C and LaTeX templates loop over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sympy import Expr, Indexed, Integer, Mul, S, Symbol, cse, latex, numbered_symbols
from sympy.printing.c import C99CodePrinter
from sympy.printing.numpy import NumPyPrinter

from ..ir.fixed_point import NODES, Activation, Equation, FixedPoint, Form, GroupStage, Remainder, Stage, Target, Value
from ..ir.system import Parameter
from .common import number, split_number
from .latex import trace
from .latex.averages import OwenPrinter
from .latex.layout import LANDSCAPE, broken, formula, width
from .latex.written import MEANINGS, entry_latex, symbol_latex, written

__all__ = ["CPrinter", "NumpyPrinter", "render", "render_latex"]


class _Numbers:
    """Constants to 17 digits, products with one number in front; both targets."""

    def _print_Integer(self, e: Expr) -> str:
        return number(e)

    def _print_Rational(self, e: Expr) -> str:
        return number(e)

    def _print_NumberSymbol(self, e: Expr) -> str:
        return number(e)

    def _print_Mul(self, e: Expr) -> str:
        coefficient, rest = split_number(e)
        if coefficient in (1, -1) or rest == 1:
            return number(coefficient) if rest == 1 else super()._print_Mul(e)  # type: ignore[misc]
        inner = super()._print_Mul(rest) if isinstance(rest, Mul) else self.parenthesize(rest, 50)  # type: ignore
        return f"{number(coefficient)}*{inner}"

    def _print_Pow(self, e: Expr) -> str:
        if e.is_number:
            return number(e)
        if abs(e.exp) == S.Half:
            text = f"{self.root}({self._print(e.base)})"  # type: ignore[attr-defined]
            return text if e.exp > 0 else f"(1.0/{text})"
        if e.exp.is_Integer and abs(e.exp) <= 10:
            base = self.parenthesize(e.base, 100)  # type: ignore[attr-defined]
            power = "*".join([base] * abs(int(e.exp)))
            return f"({power})" if e.exp > 0 else f"(1.0/({power}))"
        return str(super()._print_Pow(e))  # type: ignore[misc]


class NumpyPrinter(_Numbers, NumPyPrinter):
    root = "np.sqrt"

    def __init__(self) -> None:
        super().__init__({"fully_qualified_modules": False})

    def doprint(self, expr: Expr) -> str:
        return number(expr) if expr.is_number else super().doprint(expr)

    def _print_Symbol(self, e: Symbol) -> str:
        return e.name

    def _print_erf(self, e: Expr) -> str:
        return f"erf({self._print(e.args[0])})"

    def _print_OwenT(self, e: Expr) -> str:
        return f"owens_t({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_Piecewise(self, e: Expr) -> str:
        (value, condition), (other, _) = e.args
        return f"np.where({self._print(condition)}, {self._print(value)}, {self._print(other)})"

    def _print_Relational(self, e: Expr) -> str:
        return f"{self._print(e.lhs)} {e.rel_op} {self._print(e.rhs)}"

    def _print_function(self, name: str, e: Expr) -> str:
        return f"np.{name}({self._print(e.args[0])})"

    def _print_exp(self, e: Expr) -> str:
        return self._print_function("exp", e)

    def _print_log(self, e: Expr) -> str:
        return self._print_function("log", e)

    def _print_sin(self, e: Expr) -> str:
        return self._print_function("sin", e)

    def _print_cos(self, e: Expr) -> str:
        return self._print_function("cos", e)

    def _print_tanh(self, e: Expr) -> str:
        return self._print_function("tanh", e)

    def _print_sign(self, e: Expr) -> str:
        return self._print_function("sign", e)


class CPrinter(_Numbers, C99CodePrinter):
    root = "sqrt"

    def __init__(self, prefix: str, parameters: Iterable[str]) -> None:
        super().__init__()
        self.prefix, self.parameters = prefix, frozenset(parameters)

    def doprint(self, expr: Expr, assign_to: str | None = None) -> str:
        return number(expr) if expr.is_number else str(super().doprint(expr))

    def _print_Symbol(self, e: Symbol) -> str:
        return f"params->{e.name}" if e.name in self.parameters else e.name

    def _print_OwenT(self, e: Expr) -> str:
        return f"{self.prefix}_owens_t({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_Piecewise(self, e: Expr) -> str:
        (value, condition), (other, _) = e.args
        return f"({self._print(condition)} ? {self._print(value)} : {self._print(other)})"

    def _print_Relational(self, e: Expr) -> str:
        return f"{self._print(e.lhs)} {e.rel_op} {self._print(e.rhs)}"

    def _print_sign(self, e: Expr) -> str:
        x = self._print(e.args[0])
        return f"(({x} > 0.0) - ({x} < 0.0))"


Printer = NumpyPrinter | CPrinter


def _lines(values: Iterable[Value], printer: Printer, letter: str) -> list[dict[str, str]]:
    """Assignments in order, with shared subexpressions named first; later ones may use earlier names."""
    values = tuple(values)
    replacements, reduced = cse([v.expression for v in values], symbols=numbered_symbols(letter), order="canonical")
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


def _stage(stage: Stage, printer: Printer, parameters: tuple[str, ...], nodes: tuple[str, ...]) -> dict:
    used = {s.name for e in stage.expressions() for s in e.free_symbols}
    inner = _lines((*stage.nodes, *stage.averages), printer, "node_")
    averages = {v.name for v in stage.averages}
    return {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": [p for p in parameters if p in used],
        "tables": [n for n in nodes if n in used],
        "nodes": [line | {"sum": line["name"] in averages} for line in inner],
        "averages": [v.name for v in stage.averages],
        "lines": _lines(stage.values, printer, "part_"),
        "unknown": list(stage.unknown),
        "after": [{"name": v.name, "value": printer.doprint(v.expression)} for v in stage.after],
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
    return [{"name": name, "lines": _lines(r.values, printer, "part_")} for name, r in found.items()]


def render(system: FixedPoint, target: str) -> dict:
    """Everything the template of ``target``, "numpy" or "c", needs."""
    names = tuple(p.name for p in system.parameters)
    inner = ("alpha", "beta", "lam", "u", "gamma", "c", "noise2", "inverse_p")
    printer: Printer = NumpyPrinter() if target == "numpy" else CPrinter(system.name, inner)
    plain: Printer = NumpyPrinter() if target == "numpy" else CPrinter(system.name, ())
    label_names = (*names, "a", "tau", "gamma", "vbar")
    of_bulk = CPrinter(system.name, label_names)
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "outputs": [{"name": v.name, "meaning": v.meaning} for v in system.outputs],
        "activations": [_function(f, plain) | {"slope": plain.doprint(f.slope)} for f in system.activations],
        "targets": [_function(g, plain) for g in system.targets],
        "remainders": _remainders(system, plain),
        "stages": [_stage(s, printer, inner, NODES) for s in system.stages],
        "spectra": [_stage(s, plain, label_names, ("y", "s")) for s in system.spectra] if target == "numpy" else [],
        "tangents": [_stage(s, of_bulk, label_names, ("y", "s")) for s in system.tangents] if target == "c" else [],
        "step": _lines(system.step, plain, "part_"),
    }


def render_latex(system: FixedPoint) -> dict:
    """Equations by section, and the averages of each function."""
    write = OwenPrinter().doprint
    return {
        "parameters": [{"name": p.name, "meaning": p.meaning} for p in system.parameters],
        "sections": [{"title": title, "equations": [_written(e) for e in lines]} for title, lines in system.equations],
        "functions": [
            {
                "text": f.text,
                "remainder": f.remainder is not None,
                "averages": [_equation(_feature(v.name), v.expression, write) for v in (*f.features, *f.moments)],
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
    stages: list[Stage | GroupStage] = [*system.stages, *system.groups, *system.spectra]
    read = [e for s in stages for e in s.expressions()] + [v.expression for v in system.step]
    names = {s.name for e in read for s in e.free_symbols} | {v.name for v in system.step}
    names |= {x.name for s in stages for x in (*s.nodes, *s.averages, *s.values)}
    names |= set() if system.groups else {"t"}  # of the potential, eliminated in the stages
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
            meaning = words[stem] if "$" in words[stem] else PLAIN.sub(lambda m: _in_math(m[0]), words[stem])
            found[stem] = {"latex": symbol, "meaning": meaning}
    return list(found.values())


def _written(e: Equation) -> str:
    """A line of the potential or of a stage."""
    names = [entry_latex(name, indices) for name, indices in e.left]
    if e.form is Form.SOLVED:
        return formula(rf"\mathsf M\,({','.join(names)})^{{\mathsf T}}", r"\mathsf y", LANDSCAPE)
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
