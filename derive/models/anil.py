"""ANIL: as FO-ANIL, but the outer step differentiates through the inner loop, so that support
samples enter it.

Raghu et al., Rapid Learning or Feature Reuse? (2020).
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

BESIDE = "fo_anil"  # of which it has all terms, and more

w = Head("w", learner)
inner = Adaptation(w, start, rate=eta_w, loss=loss, samples=support, steps=1)
MODEL = Algorithm(
    name="anil",
    title="ANIL: the head adapts in one inner step, exact outer gradient",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    adaptation=inner,
    outer=Descent(learner, w, rate=eta_J, loss=loss, samples=query, decay=decay, through=inner),
    observables=(
        Observable("eps_g", error, w, "loss on fresh data after the inner loop", r"\varepsilon_g"),
    ),
    noise=noise,
    reference="Raghu, Raghu, Bengio, Vinyals, ICLR 2020",
)
