"""How averages over Gaussian fields and the entries of their covariances are written."""

from __future__ import annotations

from functools import cache
from typing import Any

from sympy import Expr, Symbol, sqrt
from sympy.printing.latex import LatexPrinter
from sympy.tensor.indexed import Indexed

from ...ir.average import (
    FINE,
    GAUSSIANS,
    QUARTIC,
    REST,
    SCALE,
    SQUARE,
    WEIGHT,
    Average,
    Covariance,
    Dip,
    renamed,
    strength,
    weight,
)
from ...ir.printing import text
from ...ir.system import Index, Joint
from ...ir.trace import BetweenPairs
from .elements import product_latex
from .layout import BREAK, filled, pieces
from .notation import COUNTED

__all__ = ["FieldPrinter", "OwenPrinter", "average_latex", "entry_latex", "identity_latex"]

#: how the Gaussians whose sum is a square are written
SQUARES = {strength: r"\varsigma", weight: r"\upsilon"}
#: how covariances are written whose name is no single letter
BASES = {"Ct": r"C^{\tau}", "Cw": r"C^{\mathrm w,\tau}"}


def average_latex(average: Average) -> str:
    """< integrand >, with the covariance below; on several lines where it is wide."""
    of = average.covariance
    label = _base(of) + _absorbed(of, [f.name for f, _ in of.tilts])
    names = {f: f"x_{{{f.name}}}" for f in average.fields} | _gaussian_names(average.integrand)
    write = FieldPrinter({"symbol_names": names}).doprint
    first, *others = pieces(average.integrand, write)
    if not others:
        return rf"\left\langle {first} \right\rangle_{{{label}}}"
    return BREAK.join(
        filled([r"\Bigl\langle " + first, *others[:-1], others[-1] + rf"\Bigr\rangle_{{{label}}}"])
    )


@cache
def entry_latex(expression: Expr) -> str:
    """LaTeX with covariance entries in the notation C_{cd.ab}: fields c and d after absorbing a and
    b."""
    names = {}
    for entry in sorted(expression.atoms(Indexed), key=text):
        of = entry.base.covariance
        *tilted, x, y = (i.name for i in entry.indices)
        names[entry] = Symbol(f"{_base(of)}_{{{x}{y}{_absorbed(of, tilted)}}}")
    names |= {Symbol(WEIGHT): Symbol(r"\omega_\tau"), Symbol(REST): Symbol(r"(1-\xi_\tau)")}
    names[Symbol(SCALE)] = Symbol(r"\xi_\tau")
    names |= {symbol: Symbol(name) for symbol, name in _gaussian_names(expression).items()}
    return FieldPrinter().doprint(expression.xreplace(names))


def _gaussian_names(expression: Expr) -> dict[Symbol, str]:
    """How the strengths and weights in an expression are written."""
    every = _every_gaussian()
    return {s: every[s] for s in every if s in expression.free_symbols}


@cache
def _every_gaussian() -> dict[Symbol, str]:
    found: dict[Symbol, str] = {}
    for of, letter in SQUARES.items():
        for index in GAUSSIANS:
            mark = {SQUARE: "", FINE: "'", QUARTIC: "''"}[index.rng]
            found[of(index)] = f"{letter}{mark}_{{{COUNTED[index.rng.name, index.name]}}}"
    return found


def _base(covariance: Covariance) -> str:
    """C, or C^tau, the covariance with its couplings scaled, and its relatives."""
    return BASES.get(covariance.base, covariance.base)


def _absorbed(covariance: Covariance, letters: list[str]) -> str:
    """The fields that are held, behind a bar, or whose weights were absorbed, behind a dot."""
    if not letters:
        return ""
    return (r"\mid " if covariance.fixed else r"\cdot ") + "".join(letters)


def identity_latex(parts: BetweenPairs) -> dict[str, Any]:
    """The left side, the lines of the right one and the two pairs of fields, at fields z_i, z_j,
    z_r, z_s."""
    letters = dict(zip(parts.fields, map(Symbol, "ijrs"), strict=True))
    zero = (0,) * len(parts.fields)

    def average(fields: tuple[Symbol, ...], orders: tuple[int, ...]) -> str:
        at = [f"z_{{{letters[x]}}}" for x in fields]
        return rf"\langle {product_latex(orders, at)}\rangle"

    lines = ["".join(average(pair, zero[:2]) for pair in parts.start)]
    for coefficient, orders in parts.slopes:
        weighted = entry_latex(renamed(Symbol(WEIGHT) * coefficient, letters))
        lines.append(rf"+ \sum_{{\tau}}{weighted}{average(parts.fields, orders)}_{{\tau}}")
    pairs = [f"z_{letters[x]},z_{letters[y]}" for x, y in parts.start]
    return {"left": average(parts.fields, zero), "lines": lines, "pairs": pairs}


class OwenPrinter(LatexPrinter):
    """Writes Owen's T."""

    def _print_OwenT(self, expression: Expr, exp: str | None = None) -> str:
        h, a = (self._print(x) for x in expression.args)
        return rf"T\left({h},{a}\right)" + (f"^{{{exp}}}" if exp else "")


class FieldPrinter(OwenPrinter):
    """Writes erf(x/sqrt 2) and arcsin as physicists do."""

    def _print_Index(self, index: Index) -> str:
        return COUNTED.get((index.rng.name, index.name)) or str(index.name)

    def _print_asin(self, expression: Expr, exp: str | None = None) -> str:
        power = f"^{{{exp}}}" if exp else ""
        return rf"\arcsin{power}\!\left({self._print(expression.args[0])}\right)"

    def _print_Joint(self, function: Joint, exp: str | None = None) -> str:
        first, last = (self._print(function.args[p]) for p in (0, -1))
        text = rf"G_{{{function.fields}}}({first},\dots,{last})"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _print_Dip(self, function: Dip, exp: str | None = None) -> str:
        f, far = function.args
        text = rf"\left({self._print(f**2)}-{self._print(far)}\right)"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _print_erf(self, expression: Expr, exp: str | None = None) -> str:
        (argument,) = expression.args
        whole = argument * sqrt(2)
        inner = self._print(whole) + r"/\sqrt{2}" if whole.is_Symbol else self._print(argument)
        power = f"^{{{exp}}}" if exp else ""
        return rf"\operatorname{{erf}}{power}({inner})"
