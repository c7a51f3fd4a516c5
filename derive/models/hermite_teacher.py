"""Online SGD on the labels of a teacher with the link He_3(x) = x^3 - 3x: its information exponent
is 3, so that a learner of erf units finds it from a small overlap R only after a time of order 1/R.

Ben Arous, Gheissari, Jagannath, J. Mach. Learn. Res. 22, 106 (2021).
"""

from dataclasses import replace

from ..language import Algorithm, Descent, Head, Observable, TaskVector
from . import setting
from .setting import decay, eta_0, eta_J, learner, noise, query

ACTIVATIONS = ("erf",)

teacher = replace(setting.teacher, activation=(0, -3, 0, 1))
u = TaskVector("u", teacher, mean=1, variance=0)
start = Head("w0", learner, rate=eta_0, value=1)
loss, error = setting.squared_errors(teacher, u)

MODEL = Algorithm(
    name="hermite_teacher",
    title="SGD on the labels of a teacher with the link He_3",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", error, start, "loss on fresh data", r"\varepsilon_g"),),
    noise=noise,
    reference="Ben Arous, Gheissari, Jagannath, arXiv 2003.10409",
)
