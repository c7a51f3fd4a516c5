"""Whether a model states an algorithm, and whether that can be derived."""

from __future__ import annotations

from sympy import Expr

from ..dynamics import reading
from ..dynamics.ahead import NoStepAhead, require_ahead
from ..dynamics.at_nodes import NoNodes, require_known_tasks
from ..dynamics.blocks import NoBlocks, require_blocks
from ..dynamics.giant import NoGiantStep, require_giant
from ..dynamics.monomials import Monomial, expand, stack_fields
from ..ir.deltas import contract
from ..language import Algorithm
from ..language.expression import parts
from ..language.faults import faults
from ..language.scenario import Noise
from .faults import ModelError
from .losses import Walk, degree, loss_of, uses
from .names import check_names
from .task_sets import check_tasks

__all__ = ["check_model", "check_statement"]

#: Of a loss that is multiplied out: beyond it that takes minutes, and averages longer.
HIGHEST = 12


def check_statement(algorithm: Algorithm) -> None:
    """``ModelError`` where the model states no algorithm: fields of a wrong type, names that cannot
    be, losses that are no polynomials on one sample."""
    for fault in faults(algorithm):
        raise ModelError(fault)
    inner, outer = algorithm.adaptation, algorithm.outer
    _check_values(algorithm)
    for first in (inner, algorithm.ahead):
        if first is not None and (
            first.samples.letter == outer.samples.letter or first.samples.size == outer.samples.size
        ):
            raise ModelError(
                "inner and outer loop use the same sample set: the derivation takes two independent"
                " ones"
            )
    check_names(algorithm)
    check_tasks(algorithm)
    heads = {algorithm.start.name} | ({inner.head.name} if inner else set())
    if algorithm.gains is not None:
        if inner is not None or outer.coefficient is not None:
            raise ModelError("gains are derived for a loss, and without an inner loop")
        if algorithm.gains.network != algorithm.learner:
            raise ModelError("gains are those of the learner's units")
    if inner is not None:
        if outer.through is not None and outer.through != inner:
            raise ModelError(
                "the outer step differentiates through the algorithm's own inner loop only"
            )
        if outer.through is not None and outer.coefficient is not None:
            raise ModelError(
                "the outer step states its coefficient, and differentiates nothing: expected"
                " through=None"
            )
    elif outer.through is not None:
        raise ModelError(
            "the outer step differentiates through an inner loop that the algorithm does not have"
        )
    for use in uses(algorithm):
        if use.head.name not in heads:
            raise ModelError(
                f"{use.where} has the head {use.head.name}; there is {' and '.join(sorted(heads))}"
            )
        loss = loss_of(use)
        Walk(algorithm, use).check(loss, use.units)
        if use.observed and any(isinstance(x, Noise) for x in parts(loss)):
            raise ModelError(
                f"{use.where} has label noise: what is measured on fresh data has labels without"
                " noise"
            )


def check_model(algorithm: Algorithm) -> None:
    """``ModelError`` where the derivation would go wrong, or be wrong."""
    check_statement(algorithm)
    inner, outer = algorithm.adaptation, algorithm.outer
    if outer.through is not None and inner is not None and inner.steps != 1:
        raise ModelError("the outer step is derived through one inner step only")
    if inner is not None and isinstance(inner.steps, int) and inner.steps > 1:
        raise ModelError(
            f"adaptation.steps is {inner.steps}: the inner loop is derived with one step or with"
            ' any number of them; expected 1 or the name of a parameter, steps="inner_steps"'
        )
    for use in uses(algorithm):
        found = degree(loss_of(use))
        if found > HIGHEST:
            raise ModelError(
                f"{use.where} is of degree {found} in heads, task, fields, functions of fields and"
                f" noise together, and {HIGHEST} is the most that is derived"
            )
    model = reading.read(algorithm)
    try:
        require_blocks(model)
        require_known_tasks(model)
        require_giant(model)
        if algorithm.ahead is not None:
            require_ahead(algorithm)
    except (NoBlocks, NoNodes, NoGiantStep, NoStepAhead) as error:
        raise ModelError(str(error)) from None
    _check_degrees(model)


def _check_values(algorithm: Algorithm) -> None:
    """Numbers that no algorithm can have."""
    inner = algorithm.adaptation
    if inner is not None and isinstance(inner.steps, int) and inner.steps < 1:
        raise ModelError(
            f"adaptation.steps is {inner.steps}, expected an integer >= 1 or the name of a"
            " parameter"
        )
    for rate in algorithm.rates():
        if rate.default is not None and rate.default < 0:
            raise ModelError(
                f"the default of {rate.name} is {rate.default}, expected a number >= 0"
            )
    if algorithm.learner.activation is not None:
        raise ModelError(
            f"learner.activation is {algorithm.learner.activation!r}, expected None: the learner's"
            " is what a problem names"
        )
    if algorithm.teacher.activation == ():
        raise ModelError(
            "teacher.activation is (), expected coefficients (c_0, c_1, ...) or a name"
        )
    if algorithm.teacher.activation is not None:
        try:
            reading.teacher_activation(algorithm)
        except ValueError as error:
            raise ModelError(f"teacher.activation: {error}") from None
    if algorithm.task.variance < 0:
        raise ModelError(f"task.variance is {algorithm.task.variance}, expected a number >= 0")
    if not algorithm.observables:
        raise ModelError(
            "observables is an empty tuple, expected at least one: what is measured on fresh data"
        )


def _check_degrees(model: reading.Algorithm) -> None:
    """Losses at most quadratic in head and task, so that the slope of the inner one is of the first
    degree, and the adapted head is linear in the task but for an offset."""
    losses = {
        "the outer loss": model.outer.loss,
        **{f"the loss of {x.name}": x.loss for x in model.observables},
    }
    if model.outer.coefficient is not None:
        losses["the coefficient of the outer step"] = model.outer.coefficient
    if model.adaptation is not None:
        losses["the inner loss"] = model.adaptation.loss
    if contract(model.outer.gradient(model.learner.index(0))) == 0:
        raise ModelError(
            "the outer loss does not depend on the fields of the learner: nothing would move"
            if model.outer.coefficient is None
            else "the coefficient of the outer step is zero: nothing would move"
        )
    for where, loss in losses.items():
        for x in _monomials(model, loss):
            if len(x.heads) > 2:
                product = " ".join(f"{name}[{unit}]" for name, unit in x.heads)
                raise ModelError(
                    f"{where} is more than quadratic in head and task: it has {product}"
                )
    if model.adaptation is not None:
        _check_slope(model, contract(model.adaptation.slope(model.learner.index(0))))


def _check_slope(model: reading.Algorithm, slope: Expr) -> None:
    """Label noise to the first power: it averages out."""
    for x in _monomials(model, slope):
        if any(x.noise.count(sample) > 1 for sample in x.noise):
            raise ModelError(
                "the inner slope has a power of the label noise; noise is added to the label only"
            )


def _monomials(model: reading.Algorithm, e: Expr) -> list[Monomial]:
    networks = (model.learner, model.teacher)
    letters = {"fields": "ijrscdefgh", **{n.field: n.letters + "cdefgh" for n in networks}}
    return expand(stack_fields(e, networks), letters)
