"""Phase retrieval by online SGD: learner and teacher of quadratic units, g(x) = x^2, so that labels
do not know the signs of the teacher's weights.

Arnaboldi, Stephan, Krzakala, Loureiro, arXiv 2302.05882.
"""

from dataclasses import replace

from . import sgd

ACTIVATIONS = ("square",)

MODEL = replace(
    sgd.MODEL,
    name="phase_retrieval",
    title="Phase retrieval: SGD of a learner of quadratic units",
    reference="Arnaboldi, Stephan, Krzakala, Loureiro, arXiv 2302.05882",
)
