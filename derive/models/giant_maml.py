"""MAML of first order whose inner loop is a giant step: for each task both layers adapt on as many
samples as there are inputs, at rates that move them by as much as they are; the outer step moves
the start that all tasks have in common.

Finn, Abbeel, Levine, arXiv 1703.03400, in the regime of Dandi et al., arXiv 2305.18270.
"""

from ..language import (
    Algorithm,
    Descent,
    GiantAdaptation,
    Head,
    Observable,
    Rate,
    Samples,
    Task,
    Vector,
)
from .setting import error, eta_0, eta_J, learner, loss, noise, query, teacher
from .sgd import u  # stands for that of the task

ACTIVATIONS = ("erf", "relu", "linear")

gamma = Rate("gamma", "rate of the giant step")
eta_w = Rate("eta_w", "rate of the head in the giant step", default=0)
batch = Samples("mu", size="ratio", meaning="support set")
start = Head("w0", learner, rate=eta_0, value=1)
p_second = Rate("p_second", "probability of the second task", default=0.5)
tasks = (
    Task("first", Vector("u_first", teacher, "teacher's head of the first task")),
    Task("second", Vector("u_second", teacher, "teacher's head of the second task"), p_second),
)

MODEL = Algorithm(
    name="giant_maml",
    title="MAML of first order: both layers adapt in a giant step",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query),
    observables=(
        Observable("eps_g", error, start, "loss on fresh data, adapted", r"\varepsilon_g"),
    ),
    noise=noise,
    tasks=tasks,
    ahead=GiantAdaptation(learner, start, gamma, loss, batch, rate_of_head=eta_w),
    reference="Finn, Abbeel, Levine, arXiv 1703.03400",
)
