"""The perceptron rule, online: a threshold unit moves along an example that it gets wrong, towards
the label of a teacher of threshold units.  No loss is descended: the step states its coefficient.

Rosenblatt (1958); its dynamics: Biehl, Riegler, Europhys. Lett. 28, 525 (1994).
"""

from dataclasses import replace

from ..language import Activate, Descent, Head, Node, Observable, Samples
from ..language.scenario import Unit
from . import sgd
from .setting import decay, eta_J, learner, loss, query, teacher

ACTIVATIONS = ("sign",)


def correction(k: Unit, head: Head, samples: Samples) -> Node:
    """The label where the unit's own is another, else nothing."""
    own = Activate(0, learner.local_field(k, samples))
    return (teacher.output(sgd.u, samples) - own) / 2


def wrong(head: Head, samples: Samples) -> Node:
    """1 where the two outputs are of opposite sign, for one unit each."""
    return (learner.output(head, samples) - teacher.output(sgd.u, samples)) ** 2 / 4


outer = Descent(learner, sgd.start, eta_J, loss, query, decay, coefficient=correction)
MODEL = replace(
    sgd.MODEL,
    name="perceptron",
    title="The perceptron rule on the labels of a teacher of threshold units",
    outer=outer,
    observables=(Observable("eps_g", wrong, sgd.start, "share of wrong labels", r"\varepsilon_g"),),
    reference="Biehl and Riegler, Europhys. Lett. 28, 525 (1994)",
)
