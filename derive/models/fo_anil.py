"""FO-ANIL: the head adapts to each task in an inner loop; the first layer descends the query loss, first order.

Reference: Raghu et al., Rapid Learning or Feature Reuse? (2020); in the teacher-student scenario Wang, Yip, Li,
arXiv 2408.12545.
"""

from sympy import Expr

from ..language import Adaptation, Algorithm, Descent, Head, Network, Rate, Samples, TaskVector

learner = Network(field="lambda", weights="J", units="K", letters="klab", trained=True)
teacher = Network(field="beta", weights="B", units="M", letters="nmpq")
u = TaskVector("u", teacher)
w = Head("w", learner)

support = Samples("mu", size="P", meaning="support set")
query = Samples("nu", size="V", meaning="query set")


def loss(head: Head, samples: Samples) -> Expr:
    """Half the squared error between learner and teacher on one sample."""
    return (learner.output(head, samples) - teacher.output(u, samples)) ** 2 / 2


MODEL = Algorithm(
    name="fo_anil",
    title="FO-ANIL (first order, the head adapts in one inner step from zero)",
    learner=learner,
    teacher=teacher,
    task=u,
    inner=Adaptation(w, rate=Rate("eta_w", "rate of the inner loop"), loss=loss, samples=support, start=0),
    outer=Descent(learner, w, rate=Rate("eta_J", "rate of the outer loop"), loss=loss, samples=query),
    observables={"eps_g": (loss, "meta-generalization error: loss on fresh data after the inner loop")},
    reference="arXiv 2408.12545",
)
