"""How averages over Gaussian fields and the entries of their covariances are written."""

from __future__ import annotations

from sympy import Expr, Symbol, oo, sqrt
from sympy.printing.latex import LatexPrinter
from sympy.tensor.indexed import Indexed

from ...ir.average import REST, WEIGHT, Average
from ...ir.system import Index, Joint
from .layout import BREAK, filled, pieces
from .notation import COUNTED

__all__ = ["FieldPrinter", "OwenPrinter", "average_latex", "entry_latex"]

#: how Gaussians whose sum is a square are written
SQUARES = {"square": r"\varsigma", "square_weight": r"\upsilon"}
#: how covariances with a base of their own are marked
MARKS = {"t": r"\tau", "w": r"\mathrm w,\tau"}


def average_latex(average: Average) -> str:
    """< integrand >, with the covariance below; on several lines where it is wide."""
    tilts = average.covariance.tilts
    label = _base(average.covariance.base)
    if tilts:
        fixed = any(strength == oo for _, strength in tilts)
        label += (r"\mid " if fixed else r"\cdot ") + "".join(f.name for f, _ in tilts)
    names = {f: f"x_{{{f.name}}}" for f in average.fields} | _gaussian_names(average.integrand)
    write = FieldPrinter({"symbol_names": names}).doprint
    first, *others = pieces(average.integrand, write)
    if not others:
        return rf"\left\langle {first} \right\rangle_{{{label}}}"
    return BREAK.join(
        filled([r"\Bigl\langle " + first, *others[:-1], others[-1] + rf"\Bigr\rangle_{{{label}}}"])
    )


def entry_latex(expression: Expr) -> str:
    """LaTeX with covariance entries in the notation C_{cd.ab}: fields c and d after absorbing a and
    b."""
    names = {}
    for entry in sorted(expression.atoms(Indexed), key=str):
        name = str(entry.base)
        *tilted, x, y = (i.name for i in entry.indices)
        mark = (r"\mid " if "oo" in name else r"\cdot ") if tilted else ""
        base = name.split("_")[0].rstrip("0123456789")
        names[entry] = Symbol(f"{_base(base)}_{{{x}{y}{mark}{''.join(tilted)}}}")
    names |= {Symbol(WEIGHT): Symbol(r"\omega_\tau"), Symbol(REST): Symbol(r"(1-\xi_\tau)")}
    names |= {symbol: Symbol(name) for symbol, name in _gaussian_names(expression).items()}
    return FieldPrinter().doprint(expression.xreplace(names))


def _gaussian_names(expression: Expr) -> dict[Symbol, str]:
    """How the strengths and weights in an expression are written."""
    found = {}
    for s in sorted(expression.free_symbols, key=str):
        head, _, index = s.name.rpartition("_")
        if head in SQUARES:
            found[s] = f"{SQUARES[head]}_{{{COUNTED['square', index]}}}"
    return found


def _base(name: str) -> str:
    """C, or C^tau, the covariance with its couplings scaled, and its relatives."""
    return name[0] + (f"^{{{MARKS[name[1:]]}}}" if len(name) > 1 else "")


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

    def _print_erf(self, expression: Expr, exp: str | None = None) -> str:
        (argument,) = expression.args
        whole = argument * sqrt(2)
        inner = self._print(whole) + r"/\sqrt{2}" if whole.is_Symbol else self._print(argument)
        power = f"^{{{exp}}}" if exp else ""
        return rf"\operatorname{{erf}}{power}({inner})"
