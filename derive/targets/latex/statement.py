"""The statement of an algorithm -> the lines of its page."""

from __future__ import annotations

from sympy import Expr

from ...ir.flow import Flow
from ...ir.statement import Ahead, Inner, Outer, Start, Statement
from .elements import formats
from .notation import Notation, index_latex, parameter_latex
from .text import spelled

__all__ = ["render"]

Line = dict[str, str]


def render(system: Flow) -> list[Line]:
    """A line for each draw, definition and replacement, with the two sides of it and a note."""
    assert system.algorithm is not None
    elements = formats(system)
    return _Statement(system.algorithm, {x.name: elements[x.name] for x in system.inputs}).lines()


def _line(rule: str, before: str, after: str, note: str = "") -> Line:
    return {"rule": rule, "before": before, "after": after, "note": note}


class _Statement:
    """Writes the lines; ``elements`` says how those of what a caller gives are written."""

    def __init__(self, statement: Statement, elements: dict[str, str]) -> None:
        self.statement = statement
        self.write = Notation(elements).doprint

    def lines(self) -> list[Line]:
        inner, outer, start = self.statement.inner, self.statement.outer, self.statement.start
        found = [self._draw()]
        if inner is not None:
            found += self._inner(inner)
        if self.statement.ahead is not None:
            found += self._ahead(self.statement.ahead)
        found += self._outer(outer)
        if start is not None:
            found += self._start(start, outer)
        for x in self.statement.observables:
            found.append(
                _line(
                    "average",
                    x.latex,
                    rf"\Bigl\langle {self.write(x.loss)}\Bigr\rangle",
                    spelled(x.meaning),
                )
            )
        return found

    def _draw(self) -> Line:
        drawn = ["a task"]
        if self.statement.ahead is not None:
            s = self.statement.ahead.samples
            size = rf"n={parameter_latex(s.size)}\,N"
            drawn.append(
                rf"a {spelled(s.meaning)} of ${size}$ inputs $x^{index_latex(s.index.name)}$"
            )
        for x in (self.statement.inner, self.statement.outer):
            if x is not None:
                s, size = x.samples, x.samples.size
                if isinstance(x, Outer) and x.giant:
                    size = rf"n={parameter_latex(size)}\,N"
                drawn.append(
                    rf"a {spelled(s.meaning)} of ${size}$ inputs $x^{index_latex(s.index.name)}$"
                )
        return _line("draw", "", "", ", ".join(drawn))

    def _ahead(self, ahead: Ahead) -> list[Line]:
        letter, note = index_latex(ahead.samples.index.name), "a giant step ahead"
        J, field = self.write(ahead.weights), self.write(ahead.field)
        slope, mean = rf"\partial\ell^{letter}/\partial {field}", rf"\frac1n\sum_{{{letter}}}"
        down = rf"{J}-{parameter_latex(ahead.rate)}\sqrt N\,{mean}"
        down += rf"\frac{{\partial\ell^{letter}}}{{\partial{field}}}\,x^{letter}"
        found = [
            self._loss(ahead),
            _line("define", slope, self.write(ahead.slope)),
            _line("define", f"{J}'", down, f"{note}, all $k$ at once"),
        ]
        head = self.write(ahead.head)
        if ahead.rate_of_head:
            slope = rf"\frac{{\partial\ell^{letter}}}{{\partial {head}}}"
            found.append(self._slope(letter, ahead.head, ahead.head_slope))
            moved = rf"{head}-{parameter_latex(ahead.rate_of_head)}\,{mean}{slope}"
            found.append(_line("define", rf"{{{head}}}'", moved, "on the same samples"))
        kept = "in what follows fields and heads of losses are those of $J'$ and of this head"
        return [*found, _line("define", r"\lambda_k", r"J'_k\cdot x/\sqrt N", kept)]

    def _loss(self, part: Inner | Outer | Ahead) -> Line:
        letter = index_latex(part.samples.index.name)
        meaning = f"loss of one sample of the {spelled(part.samples.meaning)}"
        return _line("define", rf"\ell^{letter}", self.write(part.samples.loss), meaning)

    def _slope(self, letter: str, below: Expr, slope: Expr, note: str = "") -> Line:
        return _line(
            "define",
            rf"\partial\ell^{letter}/\partial {self.write(below)}",
            self.write(slope),
            note,
        )

    def _inner(self, inner: Inner) -> list[Line]:
        letter, size = index_latex(inner.samples.index.name), inner.samples.size
        head, rate = self.write(inner.head), parameter_latex(inner.rate)
        times = parameter_latex(inner.steps) if isinstance(inner.steps, str) else str(inner.steps)
        repeated = "once" if times == "1" else f"${times}$ times, on the same ${size}$ samples"
        slope = rf"\frac{{\partial\ell^{letter}}}{{\partial {head}}}"
        down = rf"{head}-\frac{{{rate}}}{{{size}}}\sum_{{{letter}}}{slope}"
        when = "" if inner.used else ", at test time only"
        return [
            self._loss(inner),
            self._slope(letter, inner.head, inner.slope),
            _line(
                "set", head, self.write(inner.start), f"the inner loop{when}: from the head start"
            ),
            _line("set", head, down, f"{repeated}, all $k$ at once"),
        ]

    def _outer(self, outer: Outer) -> list[Line]:
        letter, size = index_latex(outer.samples.index.name), outer.samples.size
        J, field, rate = (
            self.write(outer.weights),
            self.write(outer.field),
            parameter_latex(outer.rate),
        )
        front = rf"\frac{{{rate}}}{{\sqrt N}}\,\frac1{{{size}}}"
        if outer.giant:
            front = rf"{rate}\sqrt N\,\frac1n"
        if outer.stated:
            unit = index_latex(outer.weights.indices[0].name)
            rule = rf"\psi_{{{unit}}}^{letter}"
            up = rf"{J}+{front}\sum_{{{letter}}}"
            up += rf"{rule}\,x^{letter}"
            return [
                self._loss(outer),
                _line("define", rule, self.write(-outer.slope), "the coefficient of the step"),
                _line("set", J, up + self._decay(outer), "the outer step, all $k$ at once"),
            ]
        down = rf"{J}-{front}\sum_{{{letter}}}"
        down += rf"\frac{{\partial\ell^{letter}}}{{\partial{field}}}\,x^{letter}"
        slope = rf"\partial\ell^{letter}/\partial {field}"
        found = [
            self._loss(outer),
            _line("define", slope, self.write(outer.slope), "the head held fixed"),
        ]
        if outer.through is not None:
            through = outer.through
            head, support = self.write(through.head), index_latex(through.sample.name)
            change = rf"\partial {head}/\partial{field}^{support}"
            found.append(
                _line(
                    "define", change, self.write(through.moved), "how the inner loop moves the head"
                )
            )
            found.append(self._slope(letter, through.head, through.slope))
            unit = through.head.indices[0].name
            down += rf"-\frac{{{rate}}}{{\sqrt N}}\sum_{{{support}}}\sum_{{{unit}}}"
            down += (
                rf"\Bigl[\frac1{{{size}}}\sum_{{{letter}}}\frac{{\partial\ell^{letter}}}{{\partial"
                rf" {head}}}\Bigr]"
            )
            down += rf"\frac{{\partial {head}}}{{\partial{field}^{support}}}\,x^{support}"
        down += self._decay(outer)
        return [*found, _line("set", J, down, "the outer step, all $k$ at once")]

    def _decay(self, outer: Outer) -> str:
        if not outer.decay:
            return ""
        rates = rf"{parameter_latex(outer.rate)}\,{parameter_latex(outer.decay)}"
        return rf"-\frac{{{rates}}}{{N}}\,{self.write(outer.weights)}"

    def _start(self, start: Start, outer: Outer) -> list[Line]:
        letter, size = index_latex(outer.samples.index.name), outer.samples.size
        head, w0, rate = (
            self.write(start.head),
            self.write(start.start),
            parameter_latex(start.rate),
        )
        found = [self._slope(letter, start.head, start.slope)]
        note = "the head start, by the same samples"
        if start.other is None:
            down = rf"\frac{{\partial\ell^{letter}}}{{\partial {head}}}"
        else:
            other = self.write(start.other)
            down = (
                rf"\frac{{\partial\ell^{letter}}}{{\partial {other}}}\frac{{\partial"
                rf" {other}}}{{\partial {w0}}}"
            )
            down = r"\sum_l" + down
            found.append(_line("define", rf"\partial {other}/\partial {w0}", self._response(start)))
            note += " and through the inner loop"
        update = rf"{w0}-\frac{{{rate}}}{{N}}\,\frac1{{{size}}}\sum_{{{letter}}}{down}"
        return [*found, _line("set", w0, update, note)]

    def _response(self, start: Start) -> str:
        """d head_l / d start_k after one inner step, the mean over the support set written out."""
        assert start.sample is not None and start.same is not None and start.bend is not None
        rate = rf"\frac{{{parameter_latex(start.rate_through)}}}{{{start.size}}}"
        letter = index_latex(start.sample.name)
        return rf"{self.write(start.same)}-{rate}\sum_{{{letter}}}{self.write(start.bend)}"
