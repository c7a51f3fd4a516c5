"""The order parameters of an algorithm: overlaps of the weights that move, and the head start.

To add one is to add an entry here: its name, ranges and symmetry, and, unless it is an overlap, the
law of its motion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ..ir.system import Entry, Index, Input, State
from .blocks import within
from .derivation import Derivation
from .reading import Algorithm
from .start import Slope, head_start

__all__ = ["OrderParameter", "fixed_overlaps", "order_parameters", "state_of"]


@dataclass(frozen=True)
class OrderParameter:
    """An entry of the state, and the law of its motion: its slope at these units.

    Overlaps have none of their own: all of them move as their weights do.
    """

    entry: Entry
    law: Callable[[Derivation, tuple[Index, ...]], Slope] | None = None


def order_parameters(algorithm: Algorithm) -> tuple[OrderParameter, ...]:
    """R_kn = J_k.B_n/N, Q_kl = J_k.J_l/N, within each block where there are blocks, the head start,
    and heads of tasks of a set."""
    heads = algorithm.source.heads()
    learner, teacher = algorithm.learner.range, algorithm.teacher.range
    own = within(algorithm, (learner, learner))
    return (
        OrderParameter(
            Entry(
                name="R",
                ranges=within(algorithm, (learner, teacher)),
                meaning="overlaps of learner and teacher",
                overlap=True,
                mark="R",
            )
        ),
        OrderParameter(
            Entry(
                name="Q",
                ranges=own,
                meaning="overlaps of the learner",
                symmetric=((len(own) - 2, len(own) - 1),),
                overlap=True,
                mark="Q",
            )
        ),
        *(_head(algorithm, name, number) for number, name in enumerate(heads)),
    )


def _head(algorithm: Algorithm, name: str, number: int) -> OrderParameter:
    """The head start, the first, or the head that tasks of a set have of their own."""
    of = [t.name for t in algorithm.source.tasks if t.head == name]
    return OrderParameter(
        Entry(
            name=name,
            ranges=(algorithm.learner.range,),
            meaning=f"head of {' and '.join(of)}" if of else "head start",
            value=algorithm.source.start.value,
            mark=f"w{number or ''}",
        ),
        law=partial(head_start, name=name),
    )


def state_of(parameters: tuple[OrderParameter, ...]) -> State:
    """The state they make, in their order."""
    return State(tuple(x.entry for x in parameters))


def fixed_overlaps(algorithm: Algorithm) -> tuple[Input, ...]:
    """T_nm = B_n.B_m/N: overlaps of weights that do not move."""
    own = within(algorithm, (algorithm.teacher.range,) * 2)
    symmetric = ((len(own) - 2, len(own) - 1),)
    return (Input("T", own, "overlaps of the teacher", symmetric=symmetric),)
