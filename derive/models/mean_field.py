"""Online SGD of a network whose output is a mean over its units, f = (1/K) sum_k w_k g(lambda_k),
on that of a teacher: units move at the rate eta_J/K, so that width works like a smaller rate, and
for K -> infinity steps make no noise.

Veiga, Stephan, Loureiro, Krzakala, Zdeborova, arXiv 2202.00293.
"""

from dataclasses import replace

from ..language import Algorithm, Descent, Head, Observable, Size, TaskVector, label_noise
from . import setting
from .setting import decay, eta_J, noise, query

ACTIVATIONS = ("erf",)

learner = replace(setting.learner, scale=1 / Size("K"))
teacher = replace(setting.teacher, scale=1 / Size("M"))
u = TaskVector("u", teacher, mean=1, variance=0)
head = Head("w0", learner, value=1)  # at rest


def error(h, samples):
    return (learner.output(h, samples) - teacher.output(u, samples)) ** 2 / 2


def loss(h, samples):
    y = teacher.output(u, samples) + label_noise(noise, samples)
    return (learner.output(h, samples) - y) ** 2 / 2


MODEL = Algorithm(
    name="mean_field",
    title="SGD of a network whose output is a mean over its units",
    learner=learner,
    teacher=teacher,
    task=u,
    start=head,
    outer=Descent(learner, head, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", error, head, "loss on fresh data", r"\varepsilon_g"),),
    noise=noise,
    reference="Veiga, Stephan, Loureiro, Krzakala, Zdeborova, arXiv 2202.00293",
)
