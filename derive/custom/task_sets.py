"""Sets of tasks: what each has, and what is measured of one."""

from __future__ import annotations

from ..language import Algorithm
from .faults import ModelError

__all__ = ["check_tasks"]


def check_tasks(algorithm: Algorithm) -> None:
    """Vectors are readouts of the teacher; one task has no share; heads of tasks' own are for
    models without an inner loop; observables are of tasks that there are."""
    tasks, names = algorithm.tasks, [t.name for t in algorithm.tasks]
    if len(set(names)) < len(names):
        raise ModelError(f"tasks are called {', '.join(names)}: expected different names")
    for x in algorithm.observables:
        if x.task and x.task not in names:
            raise ModelError(
                f"the observable {x.name} is of the task {x.task!r}; there is"
                f" {', '.join(names) or 'no set of tasks'}"
            )
    if not tasks:
        return
    for t in tasks:
        if t.vector.network != algorithm.teacher:
            raise ModelError(
                f"the vector {t.vector.name} of the task {t.name} counts units of"
                f" {t.vector.network.field}, expected {algorithm.teacher.field}, the teacher's"
            )
    without = [t.name for t in tasks if t.share is None]
    if len(without) != 1:
        raise ModelError(
            f"{len(without)} tasks of {len(tasks)} have no share, expected one, which takes what"
            " the others leave"
        )
    own = algorithm.heads()[1:]
    if algorithm.adaptation is not None and own:
        raise ModelError(
            f"the head {own[0]} is that of one task, and the inner loop starts from"
            f" {algorithm.start.name}: heads of tasks are derived without an inner loop"
        )
    if own and algorithm.outer.head != algorithm.start:
        raise ModelError(
            f"the outer step has the head {algorithm.outer.head.name}, expected"
            f" {algorithm.start.name}, which stands for that of the task"
        )
