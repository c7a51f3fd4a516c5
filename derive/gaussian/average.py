"""An average over zero-mean Gaussian fields, before it is evaluated: an integrand and a covariance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sympy import Expr, IndexedBase, Integer, S, Symbol, oo, sqrt, sympify
from sympy.printing.latex import LatexPrinter
from sympy.tensor.indexed import Indexed

from ..ir.system import Index, Joint
from ..targets.latex.layout import BREAK, filled, pieces
from ..targets.latex.notation import COUNTED

__all__ = ["Average", "Covariance", "Family", "entry_latex", "ordered", "renamed"]


WEIGHT = "path_weight"  #: the weight of a node of an integral along a path
SQUARES = {"square": r"\varsigma", "square_weight": r"\upsilon"}  #: how Gaussians whose sum is a square are written
REST = "path_rest"  #: 1 - t there, t the scale of the couplings
MARKS = {"t": r"\tau", "w": r"\mathrm w,\tau"}  #: how covariances with a base of their own are marked


@dataclass(frozen=True)
class Covariance:
    """The covariance of the fields after some Gaussian weights were absorbed into the measure.

    ``base`` names the covariance one starts from and ``tilts`` lists the absorbed weights exp(-strength x^2/2) in
    order, as (field, strength); at infinite strength the field is fixed to zero.  Entries stay symbolic: ``C[c, d]``,
    then ``C1[a, c, d]`` once the weight of a field a is absorbed, ``C2[a, b, c, d]`` after a second one.  ``Family``
    says what they stand for.
    """

    base: str = "C"
    tilts: tuple[tuple[Symbol, Expr], ...] = ()

    @property
    def name(self) -> str:
        """Base name, number of tilts, and the strengths where they are not all 1."""
        if not self.tilts:
            return self.base
        strengths = "" if all(s == 1 for _, s in self.tilts) else "_" + "_".join(_word(s) for _, s in self.tilts)
        return f"{self.base}{len(self.tilts)}{strengths}"

    def entry(self, x: Symbol, y: Symbol) -> Indexed:
        """Covariance of two fields; symmetric, so the two are put in a fixed order."""
        return _sorted(IndexedBase(self.name)[(*(f for f, _ in self.tilts), x, y)])

    def tilted(self, field: Symbol, strength: Expr) -> Covariance:
        """With one more weight absorbed; fields that are fixed stand in a fixed order, which does not matter."""
        tilts = (*self.tilts, (field, strength))
        fixed = all(s == oo for _, s in tilts)
        return Covariance(self.base, tuple(sorted(tilts, key=lambda t: t[0].name)) if fixed else tilts)

    @property
    def parent(self) -> Covariance:
        return Covariance(self.base, self.tilts[:-1])

    def family(self) -> Family:
        """This covariance in terms of the one before its last tilt: (C^-1 + s e e^T)^-1 by Sherman-Morrison."""
        field, strength = self.tilts[-1]
        x, y = Symbol("x"), Symbol("y")
        c = self.parent.entry
        weight = 1 / c(field, field) if strength == oo else strength / (1 + strength * c(field, field))
        expression = c(x, y) - weight * c(x, field) * c(y, field)
        return Family(self.name, (*(f for f, _ in self.tilts), x, y), expression)


@dataclass(frozen=True)
class Family:
    """A tilted covariance as an array: ``name[tilted fields..., x, y]`` is ``expression``."""

    name: str
    indices: tuple[Symbol, ...]
    expression: Expr

    def entry(self, at: tuple[Symbol, ...]) -> Expr:
        """The definition with its indices replaced by ``at``; covariances are symmetric, entries come sorted."""
        return renamed(self.expression, dict(zip(self.indices, at, strict=True)))


@dataclass(frozen=True)
class Average:
    """< integrand > over the ``fields``, whose covariance is ``covariance``."""

    integrand: Expr
    fields: tuple[Symbol, ...]
    covariance: Covariance

    def over(self, integrand: Expr) -> Average:
        """The same measure, another integrand; fields it no longer contains are integrated out."""
        integrand = sympify(integrand)
        kept = tuple(f for f in self.fields if f in integrand.free_symbols)
        return Average(integrand, kept, self.covariance)

    @property
    def is_number(self) -> bool:
        return not self.fields

    def latex(self) -> str:
        tilts = self.covariance.tilts
        fixed = any(strength == oo for _, strength in tilts)
        label = _base(self.covariance.base) + (
            (r"\mid " if fixed else r"\cdot ") + "".join(f.name for f, _ in tilts) if tilts else ""
        )
        names = {f: f"x_{{{f.name}}}" for f in self.fields} | _gaussian_names(self.integrand)
        write = _Latex({"symbol_names": names}).doprint
        first, *others = pieces(self.integrand, write)
        if not others:
            return rf"\left\langle {first} \right\rangle_{{{label}}}"
        return BREAK.join(filled([r"\Bigl\langle " + first, *others[:-1], others[-1] + rf"\Bigr\rangle_{{{label}}}"]))


def renamed(expression: Expr, fields: dict[Symbol, Symbol]) -> Expr:
    """``expression`` in covariance entries with its fields renamed."""
    moved = expression.xreplace(fields)
    return moved.xreplace({e: _sorted(e) for e in moved.atoms(Indexed)})


def ordered(entry: Indexed, key: Callable[[Symbol], Any]) -> Indexed:
    """A covariance entry with the indices that may be exchanged sorted by ``key``: the last two, and fixed fields."""
    *tilted, x, y = entry.indices
    if set(str(entry.base).split("_")[1:]) == {"oo"}:
        tilted.sort(key=key)
    return entry.base[(*tilted, *sorted((x, y), key=key))]


def entry_latex(expression: Expr) -> str:
    """LaTeX with covariance entries in the notation C_{cd.ab}: fields c and d after absorbing a and b."""
    names = {}
    for entry in sorted(expression.atoms(Indexed), key=str):
        name = str(entry.base)
        *tilted, x, y = (i.name for i in entry.indices)
        mark = (r"\mid " if "oo" in name else r"\cdot ") if tilted else ""
        base = name.split("_")[0].rstrip("0123456789")
        names[entry] = Symbol(f"{_base(base)}_{{{x}{y}{mark}{''.join(tilted)}}}")
    names |= {Symbol(WEIGHT): Symbol(r"\omega_\tau"), Symbol(REST): Symbol(r"(1-\xi_\tau)")}
    names |= {symbol: Symbol(name) for symbol, name in _gaussian_names(expression).items()}
    return _Latex().doprint(expression.xreplace(names))


def _gaussian_names(expression: Expr) -> dict[Symbol, str]:
    """How the strengths and weights in an expression are written."""
    parts = {s: s.name.rpartition("_") for s in sorted(expression.free_symbols, key=str)}
    return {
        s: f"{SQUARES[head]}_{{{COUNTED['square', index]}}}" for s, (head, _, index) in parts.items() if head in SQUARES
    }


def _base(name: str) -> str:
    """C, or C^tau, the covariance with its couplings scaled, and its relatives."""
    return name[0] + (f"^{{{MARKS[name[1:]]}}}" if len(name) > 1 else "")


class _Latex(LatexPrinter):
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
        inner = (
            self._print(argument * sqrt(2)) + r"/\sqrt{2}" if (argument * sqrt(2)).is_Symbol else self._print(argument)
        )
        power = f"^{{{exp}}}" if exp else ""
        return rf"\operatorname{{erf}}{power}({inner})"


def _sorted(entry: Indexed) -> Indexed:
    return ordered(entry, lambda s: s.name)


def _word(strength: Expr) -> str:
    number = S(strength)
    return str(number) if isinstance(number, Integer) else str(number).replace("/", "o").replace("*", "")
