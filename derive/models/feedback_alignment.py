"""Feedback alignment: errors reach the first layer through a fixed vector in place of the head;
the head descends the loss.

Refinetti, d'Ascoli, Ohana, Goldt, arXiv 2011.12428.
"""

from dataclasses import replace

from ..language import Activate, Descent, Head, Node, Samples, Vector, label_noise
from ..language.scenario import Unit
from . import sgd
from .setting import decay, eta_J, learner, loss, noise, query, teacher

feedback = Vector("feedback", learner, "what the error comes back to a unit with")


def fed_back(k: Unit, head: Head, samples: Samples) -> Node:
    """Minus the slope of the loss in the field of k, but for the head in front of it."""
    y = teacher.output(sgd.u, samples) + label_noise(noise, samples)
    slope = Activate(1, learner.local_field(k, samples))
    return (y - learner.output(head, samples)) * feedback[k] * slope


outer = Descent(learner, sgd.start, eta_J, loss, query, decay, coefficient=fed_back)
MODEL = replace(
    sgd.MODEL,
    name="feedback_alignment",
    title="Feedback alignment: a fixed vector in place of the head in the step of the first layer",
    outer=outer,
    vectors=(feedback,),
    reference="Refinetti, d'Ascoli, Ohana, Goldt, arXiv 2011.12428",
)
