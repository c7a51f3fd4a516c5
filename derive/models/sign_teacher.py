"""Online SGD on the labels of a teacher of threshold units: y = sum_m u_m sign(beta_m), which no
learner of smooth units is equal to.

The unrealisable relative of Saad and Solla (1995): a learner of erf units has to grow without end.
"""

from dataclasses import replace

from ..language import Algorithm, Descent, Head, Observable, TaskVector
from . import setting
from .setting import decay, eta_0, eta_J, learner, noise, query

ACTIVATIONS = ("erf",)

teacher = replace(setting.teacher, activation="sign")
u = TaskVector("u", teacher, mean=1, variance=0)
start = Head("w0", learner, rate=eta_0, value=1)
loss, error = setting.squared_errors(teacher, u)

MODEL = Algorithm(
    name="sign_teacher",
    title="SGD on the labels of a teacher of threshold units",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", error, start, "loss on fresh data", r"\varepsilon_g"),),
    noise=noise,
)
