"""FO-ANIL: the head adapts to each task in an inner loop; the first layer descends the query loss,
first order.

Raghu et al., Rapid Learning or Feature Reuse? (2020); in the teacher-student scenario Wang, Yip,
Li,
arXiv 2408.12545.
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
    name="fo_anil",
    title="FO-ANIL: the head adapts in an inner loop, first-order outer step",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    adaptation=Adaptation(w, start, rate=eta_w, loss=loss, samples=support, steps="inner_steps"),
    outer=Descent(learner, w, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(
        Observable("eps_g", error, w, "loss on fresh data after the inner loop", r"\varepsilon_g"),
    ),
    noise=noise,
    reference="arXiv 2408.12545",
)
