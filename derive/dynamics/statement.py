"""The algorithm as a page states it: draws, inner loop, outer step, head start, observables; nothing averaged.

Every line comes from the model's losses and updates, so that a reader who runs these lines gets the numbers that the
equations predict.
"""

from __future__ import annotations

from sympy import Expr, IndexedBase, KroneckerDelta

from ..ir.deltas import contract
from ..ir.system import Step
from ..targets.latex.notation import Notation, index_latex, parameter_latex
from .heads import ELEMENTS
from .reading import Adaptation, Algorithm, Samples

__all__ = ["statement"]


def statement(algorithm: Algorithm) -> tuple[Step, ...]:
    """The lines of one step: what ``Step.rule`` does, LaTeX of both sides of an update or a definition, a note."""
    return tuple(_Statement(algorithm).lines())


class _Statement:
    def __init__(self, algorithm: Algorithm) -> None:
        self.algorithm = algorithm
        self.k = algorithm.learner.index(0)
        self.write = Notation({algorithm.start.name: ELEMENTS[algorithm.start.name]}).doprint
        self.weights, self.field = algorithm.learner.weights, index_latex(algorithm.learner.field)

    def lines(self) -> list[Step]:
        outer, inner = self.algorithm.outer, self.algorithm.adaptation
        sets = [x.samples for x in (inner, outer) if x is not None]
        drawn = [rf"a {x.meaning} of ${x.size}$ inputs $x^{index_latex(x.letter)}$" for x in sets]
        found = [Step("draw", self.algorithm.task.name, "", ", ".join(["a task", *drawn]))]
        return [*found, *(self._inner(inner) if inner else []), *self._outer(), *self._start(), *self._observables()]

    def _loss(self, loss: Expr, samples: Samples) -> Step:
        meaning = f"loss of one sample of the {samples.meaning}"
        return Step("define", rf"\ell^{index_latex(samples.letter)}", self.write(loss), meaning)

    def _slope(self, below: str, slope: Expr, samples: Samples, note: str = "") -> Step:
        return Step("define", rf"\partial\ell^{index_latex(samples.letter)}/\partial {below}", self.write(slope), note)

    def _head(self, name: str, unit: str = "k") -> str:
        element = ELEMENTS[name].format(unit) if name in ELEMENTS else f"{name}_{{{unit}}}"
        return element

    def _inner(self, inner: Adaptation) -> list[Step]:
        letter, size = index_latex(inner.samples.letter), inner.samples.size
        head, start = self._head(inner.head.name), self._head(inner.start.name)
        times = parameter_latex(inner.steps) if isinstance(inner.steps, str) else str(inner.steps)
        once = times == "1"
        repeated = "once" if once else f"${times}$ times, on the same ${size}$ samples"
        rate = parameter_latex(inner.rate.name)
        down = rf"{head}-\frac{{{rate}}}{{{size}}}\sum_{{{letter}}}\frac{{\partial\ell^{letter}}}{{\partial {head}}}"
        when = "" if inner.head == self.algorithm.outer.head else ", at test time only"
        return [
            self._loss(inner.loss, inner.samples),
            self._slope(head, contract(inner.slope(self.k)), inner.samples),
            Step("set", head, start, f"the inner loop{when}: from the head start"),
            Step("set", head, down, f"{repeated}, all $k$ at once"),
        ]

    def _outer(self) -> list[Step]:
        outer = self.algorithm.outer
        letter, size, J = index_latex(outer.samples.letter), outer.samples.size, f"{self.weights}_{{{self.k.name}}}"
        rate, field = parameter_latex(outer.rate.name), f"{self.field}_{{{self.k.name}}}"
        down = rf"{J}-\frac{{{rate}}}{{\sqrt N}}\,\frac1{{{size}}}\sum_{{{letter}}}"
        down += rf"\frac{{\partial\ell^{letter}}}{{\partial{field}}}\,x^{letter}"
        held = "the head held fixed"
        found = [self._loss(outer.loss, outer.samples)]
        found.append(self._slope(field, contract(outer.gradient(self.k)), outer.samples, held))
        if outer.through is not None:
            inner = outer.through
            unit = self.algorithm.learner.index(2)
            head, support = self._head(inner.head.name, unit.name), index_latex(inner.samples.letter)
            bend = contract(inner.slope_at_start(unit))
            bend = bend.diff(self.algorithm.learner.local_field(self.k, inner.samples))
            moved = -inner.rate.symbol / inner.samples.number * contract(bend)
            change = rf"\partial {head}/\partial{field}^{support}"
            found.append(Step("define", change, self.write(moved), "how the inner loop moves the head"))
            found.append(self._slope(head, contract(outer.head_gradient(unit)), outer.samples))
            down += rf"-\frac{{{rate}}}{{\sqrt N}}\sum_{{{support}}}\sum_{{{unit.name}}}"
            down += rf"\Bigl[\frac1{{{size}}}\sum_{{{letter}}}\frac{{\partial\ell^{letter}}}{{\partial {head}}}\Bigr]"
            down += rf"\frac{{\partial {head}}}{{\partial{field}^{support}}}\,x^{support}"
        if outer.decay is not None:
            down += rf"-\frac{{{rate}\,{parameter_latex(outer.decay.name)}}}{{N}}\,{J}"
        return [*found, Step("set", J, down, "the outer step, all $k$ at once")]

    def _start(self) -> list[Step]:
        outer, start = self.algorithm.outer, self.algorithm.start
        if start.rate is None:
            return []
        letter, size = index_latex(outer.samples.letter), outer.samples.size
        head, w0 = self._head(outer.head.name), self._head(start.name)
        rate = parameter_latex(start.rate.name)
        found = [self._slope(head, contract(outer.head_gradient(self.k)), outer.samples)]
        if outer.through is None:
            down = rf"\frac{{\partial\ell^{letter}}}{{\partial {head}}}"
        else:
            other = self._head(outer.head.name, "l")
            down = (
                rf"\sum_l\frac{{\partial\ell^{letter}}}{{\partial {other}}}\frac{{\partial {other}}}{{\partial {w0}}}"
            )
            found.append(Step("define", rf"\partial {other}/\partial {w0}", self._response(outer.through), ""))
        note = "the head start, by the same samples" + ("" if outer.through is None else " and through the inner loop")
        update = rf"{w0}-\frac{{{rate}}}{{N}}\,\frac1{{{size}}}\sum_{{{letter}}}{down}"
        return [*found, Step("set", w0, update, note)]

    def _response(self, inner: Adaptation) -> str:
        """d head_l / d start_k after one inner step, the mean over the support set written out."""
        letter, l = index_latex(inner.samples.letter), self.algorithm.learner.index(1)
        bend = contract(contract(inner.slope_at_start(l)).diff(inner.start[self.k]))
        rate = rf"\frac{{{parameter_latex(inner.rate.name)}}}{{{inner.samples.size}}}"
        return rf"{self.write(KroneckerDelta(l, self.k))}-{rate}\sum_{{{letter}}}{self.write(bend)}"

    def _observables(self) -> list[Step]:
        found = []
        for x in self.algorithm.observables:
            on_samples = _on_samples(x.loss, self.algorithm)
            bare = x.loss.xreplace({e: IndexedBase(e.base)[e.indices[:-1]] for e in on_samples})
            found.append(Step("average", x.latex, rf"\Bigl\langle {self.write(bare)}\Bigr\rangle", x.meaning))
        return found


def _on_samples(loss: Expr, algorithm: Algorithm) -> list[Expr]:
    """The local fields in a loss: their last index is the sample."""
    names = {algorithm.learner.field, algorithm.teacher.field}
    kind = type(IndexedBase("x")[0])
    return [e for e in loss.atoms(kind) if str(e.base) in names]
