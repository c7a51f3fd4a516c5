"""The steps of a derivation -> the lines of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sympy import Add, Expr, Sum, Symbol

from ...ir.average import Average
from ...ir.trace import (
    BetweenPairs,
    Change,
    Combination,
    Heads,
    Infinite,
    Of,
    Order,
    OverSamples,
    Product,
    Quantity,
    Section,
    Shifted,
    Step,
)
from .averages import average_latex, entry_latex
from .elements import product_latex
from .layout import BREAK, LINE, broken, filled, formula, on_lines, pieces, width
from .notation import Notation, head_vector, index_latex, multiplied, parameter_latex
from .text import spelled

__all__ = ["render"]

LONG = 250  #: characters of LaTeX that fit on a line

#: The left sides: {0}, {1}, ... are the indices, {field} that of the first, {size} the number of
#: samples.
QUANTITIES = {
    Quantity.LOSS: r"\ell",
    Quantity.HEAD_SLOPE: r"\partial\ell/\partial w_{0}",
    Quantity.MEAN_HEAD_SLOPE: r"\frac1{size}\sum_{1} \partial\ell^{1}/\partial w_{0}",
    Quantity.NEW_OFFSET: r"h_{0}^{{\mathrm{{new}}}}",
    Quantity.NEW_RESPONSE: r"H_{{{0}{1}}}^{{\mathrm{{new}}}}",
    Quantity.CONTRIBUTION: r"v_{0}^{1}",
    Quantity.FIELD_SLOPE: r"F_{0}=\partial\ell/\partial{field}_{0}",
    Quantity.COEFFICIENT: r"\psi_{0}^{1}",
    Quantity.HEAD_BY_FIELD: r"\partial w_{0}/\partial{field}_{1}^{2}",
    Quantity.HEAD_BY_START: r"\partial w_{0}/\partial w^0_{1}",
    Quantity.AGAINST_FIELDS: r"A_{{{0}{1}}}=\Big\langle\sum\psi_{0} z_{1}\Big\rangle",
    Quantity.BY_FIELDS: (
        r"W_{{{0}{1}}}=\Big\langle\sum\partial\psi_{0}/\partial{field}_{1}\Big\rangle"
    ),
    Quantity.AGAINST_BLOCKS: (
        r"A^{{({0})}}_{{{1}{2}}}=\Big\langle\sum\psi_{1} z^{{({0})}}_{2}\Big\rangle"
    ),
    Quantity.AGAINST_STEPS: r"E_{{{0}{1}}}=\Big\langle\sum\psi_{0}\psi_{1}\Big\rangle",
    Quantity.BETWEEN_SAMPLES: (
        r"Y_{{{0}{1}}}=\Big\langle\sum_{{x\ne x'}}\psi_{0}\psi_{1}'\,"
        r"x\cdot x'/N\Big\rangle"
    ),
    Quantity.START_DRIFT: r"\frac{{dw^0_{0}}}{{d\alpha}}",
}
#: What makes the change of an overlap a sum over the samples of a step.
BILINEAR = r"$J_k\cdot x/\sqrt N=\lambda_k$, $x\cdot x'/N\to\delta_{xx'}$"
#: What is said beside a line that brings no words of its own, by what it is of; {about} is what the
#: step names, {w}, {w0} and {c} are heads with what they are multiplied by.
SAID = {
    Quantity.NEW_OFFSET: r"$w_k=h_k+\sum_m H_{{km}}u_m$ throughout the loop",
    Quantity.NEW_RESPONSE: "{about} step(s), from $h=w^0$, $H=0$",
    Quantity.CONTRIBUTION: r"${w}={w0}+\frac1{size}\sum_{1} v_k^{1}$",
    Quantity.COEFFICIENT: (
        r"$J_k\to J_k+N^{{-1/2}}\sum\psi_k x$; fields $z=(\lambda,\beta)$, heads $c={c}$"
    ),
    Quantity.START_DRIFT: (
        r"$w^0\to w^0-(\eta_0/N)\,\partial\ell/\partial w$, mean over the query set"
    ),
}


def _tilting(x: Symbol, strength: Expr) -> str:
    if strength == 1:
        return rf"weight $e^{{-x_{x}^2/2}}$ absorbed"
    return rf"weight of $x_{x}$ absorbed, strength ${entry_latex(strength)}$"


def _pairs(parts: BetweenPairs, b: Expr) -> str:
    first, last = ("".join(map(str, pair)) for pair in parts.start)
    return (
        rf"couplings between ${first}$ and ${last}$ scaled by $\xi$: $C^\tau$;"
        r" $\int_0^1d\xi\to\sum_\tau\omega_\tau$, Gauss--Legendre in $y$,"
        rf" $\xi^2=y+{b}(y-y^2)$, the slope being odd in $\xi$"
    )


def _dip(x: Symbol, power: Expr) -> str:
    dip = rf"g(x_{x})^2-g(\infty)^2"
    return dip if power == 1 else rf"({dip})^{power}"


def _path(*about: Any) -> str:
    *fields, kinked = about
    letters = ",".join(map(str, fields))
    scaled = (
        rf"couplings of ${letters}$ scaled by $\xi$: $C^\tau$;"
        r" $\int_0^1d\xi\to\sum_\tau\omega_\tau$, "
    )
    scaled += r"Gauss--Legendre in $\sqrt{\arccos\xi}$"
    if not kinked:
        return scaled
    measure = (
        r"$C^{\mathrm w,\tau}_{xy}=\omega_\tau C_{xy}$, at the last node with what the rule misses"
    )
    return scaled + "; " + measure


#: The same by the rule of the Gaussian calculus, from what it was applied to.
RULES: dict[str, Callable[..., str]] = {
    "tilting": _tilting,
    "conditioning": lambda x: rf"$x_{x}=0$",
    "Stein": lambda x: rf"bare field $x_{x}$",
    "copies": lambda x: f"two fields that coincide, ${x}'={x}$",
    "dip": lambda x, power: rf"${_dip(x, power)}$ as a sum of Gaussians",
    "joint": lambda *fields: rf"$G_{{{len(fields)}}}$: what it is as a function of the covariance",
    "Price": lambda slope: (
        rf"slope ${entry_latex(slope)}$ at covariance $s$, integrated over $s$ from 0"
    ),
    "Price along a path": _path,
    "Price between pairs": _pairs,
}


def render(
    sections: Iterable[Section], notation: Notation | None = None, limit: float = LINE
) -> list[dict]:
    """Section by section: a title, and for each step its rule, the formula in lines, a note and its
    depth.

    ``notation`` writes the arrays of a system; ``limit`` is the width of the text.
    """
    trace = _Trace(notation or Notation(), limit)
    found = []
    for section in sections:
        if section.steps:
            title = trace.words(section.title, section.about)
            found.append({"title": title, "steps": [trace.step(x) for x in section.steps]})
    return found


class _Trace:
    def __init__(self, notation: Notation, limit: float) -> None:
        self.notation, self.write, self.limit = notation, notation.doprint, limit

    def step(self, step: Step) -> dict:
        before, after = self.side(step.before), self.side(step.after)
        if isinstance(step.before, Shifted):
            after = broken(step.after, entry_latex, self.limit - width(before + "="))
        rule = step.rule
        if isinstance(step.before, Order):
            rule = f"order ${step.before.size}^{{-{step.before.power}}}$"
        return {
            "rule": rule,
            "formula": formula(before, after, self.limit),
            "note": self.note(step),
            "depth": step.depth,
        }

    def side(self, x: Any) -> str:
        """One side of a line, or several at once."""
        if isinstance(x, tuple):
            return r",\ ".join(map(self.side, x))
        if isinstance(x, Average):
            return average_latex(x)
        if isinstance(x, Combination):
            return _combination(x)
        if isinstance(x, Shifted):
            return rf"\left\langle {entry_latex(x.integrand)} \right\rangle"
        if isinstance(x, Of):
            return self.of(x, QUANTITIES[x.quantity])
        if isinstance(x, Change):
            return rf"N\,\Delta {self.write(x.element)}"
        if isinstance(x, Order):
            return rf"\big[{self.write(x.element)}\big]_{{{x.size}^{{-{x.power}}}}}"
        if isinstance(x, OverSamples):
            return rf"\sum_{{\text{{samples}}}}\big({self.write(x.summand)}\big)".replace(
                "a_", r"\psi_"
            )
        return self.expression(x)

    def expression(self, expression: Expr) -> str:
        """A summand per line where it is long."""
        expression = _signs_outside(expression)
        text = self.write(expression)
        if len(text) < LONG:
            return text
        terms = [BREAK.join(filled(pieces(term, self.write))) for term in Add.make_args(expression)]
        return on_lines(terms)

    def of(self, x: Of, text: str, **slots: str) -> str:
        letters = [index_latex(i.name) for i in x.indices]
        field = next(
            (index_latex(i.rng.name) for i in reversed(x.indices) if i.name != i.rng.name), ""
        )
        size = next((i.rng.parts[0] for i in x.indices if i.name == i.rng.name), "")
        return text.format(*letters, field=field, size=size, **slots)

    def note(self, step: Step) -> str:
        if step.note:
            return self.words(step.note, step.about)
        first = step.before[0] if isinstance(step.before, tuple) else step.before
        if isinstance(first, Of) and first.quantity in SAID:
            heads = next((x for x in step.about if isinstance(x, Heads)), Heads())
            about = "".join(self.inline(x) for x in step.about if x is not heads)
            slots = {
                "w": multiplied(heads.learner, "w_k"),
                "w0": multiplied(heads.learner, "w^0_k"),
            }
            slots |= {"c": head_vector(heads, "w"), "about": about}
            return self.of(first, SAID[first.quantity], **slots)
        if isinstance(first, Change):
            return BILINEAR
        if isinstance(first, Shifted):
            return rf"$m={entry_latex(first.mean)},\ v={entry_latex(first.variance)}$"
        return RULES[step.rule](*step.about) if step.about else ""

    def words(self, text: str, about: tuple) -> str:
        """Words with a slot for each formula."""
        found = spelled(text)
        for x in about:
            found = found.replace(r"\{\}", self.inline(x), 1)
        return found

    def inline(self, x: Any) -> str:
        """A formula in a line of words."""
        if isinstance(x, Infinite):
            return rf"${x.size}\to\infty$"
        if isinstance(x, Product):
            return f"${_product(x)}$"
        return f"${x if isinstance(x, int) else parameter_latex(str(x))}$"


def _signs_outside(expression: Expr) -> Expr:
    """sum_i (-f_i) as -sum_i f_i."""

    def negative(e: Expr) -> bool:
        return (
            isinstance(e, Sum) and not e.function.is_Add and e.function.could_extract_minus_sign()
        )

    return expression.replace(negative, lambda total: -Sum(-total.function, *total.limits))


def _combination(x: Combination) -> str:
    parts = [] if x.constant == 0 and x.terms else pieces(x.constant, entry_latex)
    for coefficient, average in x.terms:
        found = [] if coefficient == 1 else pieces(coefficient, entry_latex)
        if not (average.is_number and found):
            first, *others = average_latex(average).split(BREAK)
            found = [*found[:-1], (found[-1] + r"\," if found else "") + first, *others]
        parts += found if not parts or found[0].startswith("-") else ["+ " + found[0], *found[1:]]
    apart = len(x.terms) > 2 and not any(width(p) > LINE for p in parts)  # a line for each average
    return BREAK.join(parts if apart else filled(parts))


def _product(x: Product) -> str:
    """< a product of functions of the fields a, b, ... >."""
    letters = "abcdefghijklmnopqrstuvwxyz"[: len(x.functions)]
    fields = [index_latex(name) for name in x.networks] or ["x"] * len(letters)
    named = [f"{field}_{letter}" for field, letter in zip(fields, letters, strict=True)]
    product = product_latex(x.functions, named)
    return rf"\langle {product}\rangle"
