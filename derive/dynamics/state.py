"""The order parameters of an algorithm: overlaps of the weights that move, and the head start.

To add one is to add an entry here, and, unless it is an overlap, what drives it.
"""

from __future__ import annotations

from ..ir.system import Entry, Input, State
from .reading import Algorithm

__all__ = ["fixed_overlaps", "order_parameters"]


def order_parameters(algorithm: Algorithm) -> State:
    """R_kn = J_k.B_n/N, Q_kl = J_k.J_l/N and the head start."""
    learner, teacher = algorithm.learner.range, algorithm.teacher.range
    return State(
        (
            Entry(
                name="R",
                ranges=(learner, teacher),
                meaning="overlaps of learner and teacher",
                overlap=True,
                mark="R",
            ),
            Entry(
                name="Q",
                ranges=(learner, learner),
                meaning="overlaps of the learner",
                symmetric=((0, 1),),
                overlap=True,
                mark="Q",
            ),
            Entry(
                name=algorithm.start.name,
                ranges=(learner,),
                meaning="head start",
                value=algorithm.source.start.value,
                mark="w",
            ),
        )
    )


def fixed_overlaps(algorithm: Algorithm) -> tuple[Input, ...]:
    """T_nm = B_n.B_m/N: overlaps of weights that do not move."""
    teacher = algorithm.teacher.range
    return (Input("T", (teacher, teacher), "overlaps of the teacher", symmetric=((0, 1),)),)
