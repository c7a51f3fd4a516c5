"""Online SGD of a two-layer student: no inner loop, the head is the head start itself.

Saad and Solla, Phys. Rev. E 52, 4225 (1995); with trained heads and label noise Goldt et al.,
NeurIPS 2019.
"""

from ..language import Algorithm, Descent, Head, Observable, TaskVector
from .setting import decay, error, eta_0, eta_J, learner, loss, noise, query, teacher

ACTIVATIONS = ("erf", "relu", "linear", "tanh")

u = TaskVector("u", teacher, mean=1, variance=0)  # one teacher, with a head of ones
start = Head("w0", learner, rate=eta_0, value=1)

MODEL = Algorithm(
    name="sgd",
    title="SGD: online gradient descent of a two-layer student on mini-batches of V samples",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", error, start, "loss on fresh data", r"\varepsilon_g"),),
    noise=noise,
    reference="Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
)
