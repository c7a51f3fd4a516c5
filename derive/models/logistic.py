"""Logistic regression online: a learner descends log(1 + exp(-y f)) on the labels of a threshold
unit, y = sum_m u_m sign(beta_m) of one unit or more.

No rule averages its slope: sums over nodes in the space of the fields.
"""

from dataclasses import replace

from ..language import Descent, Head, Node, Observable, Samples, Task, Vector, softplus
from . import sign_teacher
from .setting import decay, eta_J, learner, query
from .sign_teacher import start, teacher, u

ACTIVATIONS = ("erf", "linear")


def loss(head: Head, samples: Samples) -> Node:
    """Of the margin y f."""
    return softplus(-teacher.output(u, samples) * learner.output(head, samples))


labels = Task("labels", Vector("u_labels", teacher, "teacher's head"))
MODEL = replace(
    sign_teacher.MODEL,
    name="logistic",
    title="Logistic loss: SGD on the labels of a teacher of threshold units",
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", loss, start, "loss on fresh data", r"\varepsilon_g"),),
    noise=None,
    tasks=(labels,),
)
