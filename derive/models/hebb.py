"""Hebb's rule, online: a threshold unit moves along every example, towards the label of a teacher
of threshold units.  No loss is descended: the step states its coefficient.

Vallet, Europhys. Lett. 8, 747 (1989).
"""

from dataclasses import replace

from ..language import Descent, Head, Node, Observable, Samples
from ..language.scenario import Unit
from . import sgd
from .setting import decay, eta_J, learner, loss, query, teacher

ACTIVATIONS = ("sign",)


def label(k: Unit, head: Head, samples: Samples) -> Node:
    """That of the teacher, for all units alike."""
    return teacher.output(sgd.u, samples)


def wrong(head: Head, samples: Samples) -> Node:
    """1 where the two outputs are of opposite sign, for one unit each."""
    return (learner.output(head, samples) - teacher.output(sgd.u, samples)) ** 2 / 4


outer = Descent(learner, sgd.start, eta_J, loss, query, decay, coefficient=label)
MODEL = replace(
    sgd.MODEL,
    name="hebb",
    title="Hebb's rule on the labels of a teacher of threshold units",
    outer=outer,
    observables=(Observable("eps_g", wrong, sgd.start, "share of wrong labels", r"\varepsilon_g"),),
    reference="Vallet, Europhys. Lett. 8, 747 (1989)",
)
