"""Continual learning: two tasks, one after the other or in turn, each with a head of its own.

Both teachers are one with M units; its heads u_first and u_second are zero on those of the other.
Lee, Goldt, Saxe, arXiv 2107.04384; Lee, Mannelli, Clopath, Goldt, Saxe, arXiv 2205.09029.
"""

from dataclasses import replace

from ..language import Head, Observable, Rate, Task, Vector
from . import sgd
from .setting import error, eta_0, learner, teacher

start = Head("w0", learner, rate=eta_0)
p_second = Rate("p_second", "probability of the second task", default=0)
first = Task("first", Vector("u_first", teacher, "teacher's head of the first task", None))
second = Task(
    "second",
    Vector("u_second", teacher, "teacher's head of the second task", None),
    share=p_second,
    head="w1",
)


def of(task: Task, latex: str) -> Observable:
    """The error of one task, with its own head, whether it is trained or not."""
    name, meaning = f"eps_{task.name}", f"loss on fresh data of the {task.name} task"
    return Observable(name, error, start, meaning, latex, task=task.name)


MODEL = replace(
    sgd.MODEL,
    name="continual",
    title="Continual learning: SGD on two tasks with heads of their own",
    start=start,
    outer=replace(sgd.MODEL.outer, head=start),
    observables=(
        Observable("eps_g", error, start, "mean of both tasks as they come", r"\varepsilon_g"),
        of(first, r"\varepsilon_1"),
        of(second, r"\varepsilon_2"),
    ),
    tasks=(first, second),
    reference="Lee, Goldt, Saxe, arXiv 2107.04384",
)
