"""Online AdaTron: a threshold unit moves along an example that it gets wrong, in proportion to its
own field there, towards the label of a teacher of threshold units.

Anlauf and Biehl (1989); its dynamics: Biehl, Riegler, Europhys. Lett. 28, 525 (1994).
"""

from dataclasses import replace

from ..language import Head, Node, Samples, Task, Vector, relu
from ..language.scenario import Unit
from . import perceptron
from .setting import error, learner, teacher
from .sgd import u

ACTIVATIONS = ("sign",)


def correction(k: Unit, head: Head, samples: Samples) -> Node:
    """y |lambda_k| where label and unit are of opposite sign, else nothing."""
    y = teacher.output(u, samples)
    return y * relu(-y * learner.local_field(k, samples))


labels = Task("labels", Vector("u_labels", teacher, "teacher's head"))
MODEL = replace(
    perceptron.MODEL,
    name="adatron",
    title="Online AdaTron on the labels of a teacher of threshold units",
    outer=replace(perceptron.MODEL.outer, loss=error, coefficient=correction),
    noise=None,
    tasks=(labels,),
)
