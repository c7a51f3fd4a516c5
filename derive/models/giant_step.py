"""A few giant steps of a two-layer student with a fixed head: gradient descent of the first layer,
each step on a fresh batch of n = a N samples and with a rate so large that the weights move by as
much as they are.

Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270; one step: Ba et al., arXiv 2205.01445.
"""

from ..language import (
    Algorithm,
    GiantStep,
    Head,
    Observable,
    Rate,
    Samples,
    TaskVector,
)
from .setting import error, learner, loss, noise, teacher

ACTIVATIONS = ("erf", "relu", "linear", "square")

gamma = Rate("gamma", "rate of a giant step")
batch = Samples("nu", size="ratio", meaning="batch of a step")
u = TaskVector("u", teacher, mean=1, variance=0)  # one teacher, with a head of ones
head = Head("w0", learner, value=1)  # at rest

MODEL = Algorithm(
    name="giant_step",
    title="Giant steps: gradient descent on batches of as many samples as there are inputs",
    learner=learner,
    teacher=teacher,
    task=u,
    start=head,
    outer=GiantStep(learner, head, rate=gamma, loss=loss, samples=batch),
    observables=(Observable("eps_g", error, head, "loss on fresh data", r"\varepsilon_g"),),
    noise=noise,
    reference="Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270",
)
