"""FO-ANIL whose inner loop is held near its start: |w - w0|^2 anchor/2 is added to its loss, so
that many steps end at a ridge regression from w0.

Rajeswaran, Finn, Kakade, Levine, arXiv 1909.04630 (iMAML); Zhou et al., NeurIPS 2019
(minibatch prox).
"""

from dataclasses import replace

from ..language import Adaptation, Rate, Sum
from . import fo_anil
from .setting import eta_w, learner, loss, start, support

ACTIVATIONS = ("erf",)

anchor = Rate("anchor", "strength that holds the inner loop near its start")
k = learner.index()


def near_start(w, samples):
    return loss(w, samples) + anchor * Sum((w[k] - start[k]) ** 2, k) / 2


MODEL = replace(
    fo_anil.MODEL,
    name="proximal",
    title="FO-ANIL whose inner loop is held near its start",
    adaptation=Adaptation(fo_anil.w, start, eta_w, near_start, support, steps="inner_steps"),
    parameters=(anchor,),
    reference="Rajeswaran, Finn, Kakade, Levine, arXiv 1909.04630",
)
