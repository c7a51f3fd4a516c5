"""Phase retrieval on the sphere: as ``phase_retrieval``, with weights of the learner that are
rescaled to their lengths after each step.

Ben Arous, Gheissari, Jagannath, arXiv 2003.10409; Arnaboldi, Stephan, Krzakala, Loureiro, arXiv
2302.05882.
"""

from dataclasses import replace

from . import phase_retrieval

ACTIVATIONS = ("square",)

MODEL = replace(
    phase_retrieval.MODEL,
    name="spherical_retrieval",
    title="Phase retrieval: spherical SGD of a learner of quadratic units",
    outer=replace(phase_retrieval.MODEL.outer, spherical=True),
    reference="arXiv 2302.05882",
)
