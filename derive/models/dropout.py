"""Dropout: in each step a unit of the learner is kept with a probability, else silent; what is
measured has all units, their heads times that probability.

Mori, Mignacco, arXiv 2505.07792.
"""

from dataclasses import replace

from ..language import (
    Activate,
    Descent,
    Gains,
    Head,
    Node,
    Observable,
    Rate,
    Samples,
    Sum,
    label_noise,
)
from . import sgd
from .setting import decay, eta_J, learner, noise, query, teacher

keep = Rate("keep", "probability that a step keeps a unit", default=1)
r = Gains("r", learner, keep)


def loss(head: Head, samples: Samples) -> Node:
    """Half the squared error of the units that are kept."""
    k = learner.index()
    f = Sum(r[k] * head[k] * Activate(0, learner.local_field(k, samples)), k)
    return (f - teacher.output(sgd.u, samples) - label_noise(noise, samples)) ** 2 / 2


def error(head: Head, samples: Samples) -> Node:
    """That of the mean output, without noise."""
    return (keep * learner.output(head, samples) - teacher.output(sgd.u, samples)) ** 2 / 2


MODEL = replace(
    sgd.MODEL,
    name="dropout",
    title="SGD with dropout: units are kept with a probability in each step",
    outer=Descent(learner, sgd.start, eta_J, loss, query, decay),
    observables=(Observable("eps_g", error, sgd.start, "loss of all units", r"\varepsilon_g"),),
    gains=r,
    reference="Mori, Mignacco, arXiv 2505.07792",
)
