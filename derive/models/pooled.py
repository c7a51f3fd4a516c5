"""Pooled training: first layer and a shared head descend the loss of the task stream; heads adapt
only at test time.

The transfer-learning baseline of meta-learning.
"""

from ..language import Adaptation, Algorithm, Descent, Head, Observable
from .setting import (
    decay,
    error,
    eta_J,
    eta_w,
    learner,
    loss,
    noise,
    query,
    start,
    support,
    teacher,
    u,
)

w = Head("w", learner)
MODEL = Algorithm(
    name="pooled",
    title="Pooled training on the task stream, adapted only at test time",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    adaptation=Adaptation(w, start, rate=eta_w, loss=loss, samples=support, steps="inner_steps"),
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(
        Observable("eps_g", error, start, "loss on fresh data before adaptation", r"\varepsilon_g"),
        Observable(
            "eps_g_adapted",
            error,
            w,
            "loss on fresh data after adaptation",
            r"\varepsilon_g^{\mathrm{adapted}}",
        ),
    ),
    noise=noise,
)
