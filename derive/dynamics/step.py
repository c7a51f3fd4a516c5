"""One step of an algorithm: the inner loop on infinitely many samples, and the coefficients of the
samples in the change of the first layer."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Add, Expr

from ..ir.deltas import contract
from ..ir.terms import sum_over, summed
from ..ir.trace import Heads as Multiplied
from ..ir.trace import Infinite, Of, Quantity
from .derivation import Derivation
from .reading import Descent, Samples, apart

__all__ = ["StepPart", "inner_loop", "step"]


@dataclass(frozen=True)
class StepPart:
    """Where a step uses a sample set: a_k = ``coefficient`` on one sample, and the set; ``bend``:
    its derivative in the field of unit n of a teacher that varies, on the same sample."""

    coefficient: Expr
    samples: Samples
    bend: Expr | None = None


def inner_loop(work: Derivation) -> None:
    """P -> infinity: w_k <- w_k - rate < dl/dw_k | u >, a mean over the support set being its
    expectation given the task; w_k = h_k + sum_m H_km u_m stays linear in u."""
    inner = work.algorithm.adaptation
    if inner is None:
        return
    k, infinite = work.k, Infinite(inner.samples.size)
    work.section("The inner loop at {}", infinite)
    slope = contract(inner.slope(k))
    of_one = f"one sample of the {inner.samples.meaning}"
    work.record("differentiate", Of(Quantity.HEAD_SLOPE, (k,)), slope, of_one)
    monomials = [x for x in work.expanded(slope) if not x.noise]
    means = [(x, work.over_fields(x)) for x in monomials]
    mean = Add(
        *(summed(x.coefficient * work.heads_of(x) * average, x.sums) for x, average in means)
    )
    before = Of(Quantity.MEAN_HEAD_SLOPE, (k, inner.samples.index))
    note = "{}, head and task held fixed; noise averages out"
    work.record("law of large numbers", before, mean, note, infinite)
    offset, response = work.heads.adapt(means)
    m = work.algorithm.teacher.index(1)
    work.record("inner step", Of(Quantity.NEW_OFFSET, (k,)), offset)
    work.record("inner step", Of(Quantity.NEW_RESPONSE, (k, m)), response, "", inner.steps)


def step(work: Derivation) -> list[StepPart]:
    """J_k <- J_k + N^-1/2 sum_s a_k^s x^s: the coefficients a_k = -(rate/V) dl/dlambda_k of the
    samples in one step of the first layer."""
    outer = work.algorithm.outer
    work.section("One step of the first layer")
    work.record("loss", Of(Quantity.LOSS), outer.loss, f"one sample of the {outer.samples.meaning}")
    force = contract(outer.gradient(work.k))
    if outer.coefficient is None:
        note = "head held fixed" if outer.through is None else "head held fixed: the direct part"
        work.record("differentiate", Of(Quantity.FIELD_SLOPE, (work.k,)), force, note)
    direct = -outer.rate.symbol / outer.samples.number * work.stacked(force, outer.head)
    of = Of(Quantity.COEFFICIENT, (work.k, outer.samples.index))
    work.record("stack", of, direct, "", Multiplied(*work.algorithm.scales))
    parts = [StepPart(direct, outer.samples, _bend(work, outer))]
    if outer.through is not None:
        parts.append(_through_inner_loop(work, outer))
    for part in parts:
        for x in work.expanded(part.coefficient):
            work.averages.check_numbers(tuple((order, unit) for _, order, unit in x.functions))
    return parts


def _bend(work: Derivation, outer: Descent) -> Expr | None:
    """da_k/dbeta_n on one sample, where the teacher varies with the task."""
    teacher = work.algorithm.teacher
    if not teacher.varies:
        return None
    bend = outer.bend(work.k, teacher, work.n)
    return -outer.rate.symbol / outer.samples.number * work.stacked(bend, outer.head)


def _through_inner_loop(work: Derivation, outer: Descent) -> StepPart:
    """Support samples, by the chain rule through w = w0 - (rate/P) sum_mu dl^mu/dw:
    a_k = -rate sum_i < dl/dw_i > dw_i/dlambda_k^mu."""
    inner = outer.through
    assert inner is not None
    unit = work.algorithm.learner.index(2)
    query = work.stacked(contract(outer.head_gradient(unit)), outer.head)
    slope = contract(inner.slope_at_start(unit))
    bend = contract(slope.diff(work.algorithm.learner.local_field(work.k, inner.samples)))
    moved = -inner.rate.symbol / inner.samples.number * work.stacked(bend, inner.start)
    by_field = Of(Quantity.HEAD_BY_FIELD, (unit, work.k, inner.samples.index))
    work.record("differentiate", by_field, moved, "a support sample moves the head")
    whole = contract(sum_over((query * moved).expand(), (unit,)))
    a = -outer.rate.symbol * whole
    of = Of(Quantity.COEFFICIENT, (work.k, inner.samples.index))
    work.record("chain rule", of, a.expand(), "mean query slope times change of the head, summed")
    teacher, further = work.algorithm.teacher, None
    if teacher.varies:
        field = teacher.local_field(work.n, inner.samples)
        again = work.stacked(contract(apart(bend, teacher).diff(field)), inner.start)
        again *= -inner.rate.symbol / inner.samples.number
        further = -outer.rate.symbol * contract(sum_over((query * again).expand(), (unit,)))
    return StepPart(a, inner.samples, further)
