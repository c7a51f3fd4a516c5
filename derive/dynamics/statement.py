"""The algorithm as it is stated: draws, inner loop, outer step, head start, observables; nothing
averaged.

Every expression comes from the model's losses and updates, so that a reader who runs these lines
gets the numbers that the equations predict.
"""

from __future__ import annotations

from sympy import Expr, IndexedBase, KroneckerDelta

from ..ir.deltas import contract
from ..ir.statement import Ahead, Inner, Mean, Outer, Sampled, Start, Statement, Through
from .reading import Algorithm, Descent, Samples

__all__ = ["statement"]


def statement(algorithm: Algorithm) -> Statement:
    """One step of the algorithm."""
    return Statement(
        _outer(algorithm),
        _observables(algorithm),
        _inner(algorithm),
        _start(algorithm),
        _ahead(algorithm),
    )


def _sampled(samples: Samples, loss: Expr) -> Sampled:
    return Sampled(samples.index, samples.size, samples.meaning, loss)


def _inner(algorithm: Algorithm) -> Inner | None:
    inner = algorithm.adaptation
    if inner is None:
        return None
    k = algorithm.learner.index(0)
    return Inner(
        samples=_sampled(inner.samples, inner.loss),
        head=inner.head[k],
        start=inner.start[k],
        slope=contract(inner.slope(k)),
        rate=inner.rate.name,
        steps=inner.steps,
        used=inner.head == algorithm.outer.head,
    )


def _outer(algorithm: Algorithm) -> Outer:
    outer, k = algorithm.outer, algorithm.learner.index(0)
    return Outer(
        samples=_sampled(outer.samples, outer.loss),
        weights=IndexedBase(algorithm.learner.weights)[k],
        field=IndexedBase(algorithm.learner.field)[k],
        slope=contract(outer.gradient(k)),
        rate=outer.rate.name,
        decay=outer.decay.name if outer.decay else "",
        through=_through(algorithm, outer),
        stated=outer.coefficient is not None,
        giant=outer.giant,
    )


def _ahead(algorithm: Algorithm) -> Ahead | None:
    ahead = algorithm.ahead
    if ahead is None:
        return None
    k = algorithm.learner.index(0)
    return Ahead(
        samples=_sampled(ahead.samples, ahead.loss),
        weights=IndexedBase(algorithm.learner.weights)[k],
        field=IndexedBase(algorithm.learner.field)[k],
        slope=contract(ahead.gradient(k)),
        rate=ahead.rate.name,
        head=ahead.head[k],
        head_slope=contract(ahead.head_gradient(k)),
        rate_of_head=ahead.head.rate.name if ahead.head.rate else "",
    )


def _through(algorithm: Algorithm, outer: Descent) -> Through | None:
    inner = outer.through
    if inner is None:
        return None
    k, a = algorithm.learner.index(0), algorithm.learner.index(2)
    bend = contract(inner.slope_at_start(a)).diff(algorithm.learner.local_field(k, inner.samples))
    return Through(
        sample=inner.samples.index,
        head=inner.head[a],
        moved=-inner.rate.symbol / inner.samples.number * contract(bend),
        slope=contract(outer.head_gradient(a)),
    )


def _start(algorithm: Algorithm) -> Start | None:
    outer, start = algorithm.outer, algorithm.start
    if start.rate is None:
        return None
    k, l = algorithm.learner.index(0), algorithm.learner.index(1)
    slope = contract(outer.head_gradient(k))
    if outer.through is None:
        return Start(start[k], outer.head[k], slope, start.rate.name)
    inner = outer.through
    return Start(
        start=start[k],
        head=outer.head[k],
        slope=slope,
        rate=start.rate.name,
        other=outer.head[l],
        same=KroneckerDelta(l, k),
        bend=contract(contract(inner.slope_at_start(l)).diff(inner.start[k])),
        rate_through=inner.rate.name,
        sample=inner.samples.index,
        size=inner.samples.size,
    )


def _observables(algorithm: Algorithm) -> tuple[Mean, ...]:
    found = []
    for x in algorithm.observables:
        bare = {e: IndexedBase(e.base)[e.indices[:-1]] for e in _on_samples(x.loss, algorithm)}
        found.append(Mean(x.name, x.latex, x.loss.xreplace(bare), x.meaning))
    return tuple(found)


def _on_samples(loss: Expr, algorithm: Algorithm) -> list[Expr]:
    """The local fields in a loss: their last index is the sample."""
    names = {algorithm.learner.field, algorithm.teacher.field}
    kind = type(IndexedBase("x")[0])
    return [e for e in loss.atoms(kind) if e.base.name in names]
