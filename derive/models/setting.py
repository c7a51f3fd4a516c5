"""The teacher-student scenario that the algorithms share: networks, heads, task, sample sets,
rates."""

from ..language import Head, Loss, Network, Node, Rate, Samples, TaskVector, label_noise

learner = Network(field="lambda", weights="J", units="K", letters="klab")
teacher = Network(field="beta", weights="B", units="M", letters="nmpq")
u = TaskVector("u", teacher)

support = Samples("mu", size="P", meaning="support set")
query = Samples("nu", size="V", meaning="query set")

eta_J = Rate("eta_J", "rate of the first layer")
eta_w = Rate("eta_w", "rate of the inner loop")
eta_0 = Rate("eta_0", "rate of the head start", default=0)
noise = Rate("noise", "standard deviation of label noise", default=0)
decay = Rate("decay", "weight decay of the first layer", default=0)

start = Head("w0", learner, rate=eta_0)  # where every inner loop starts; trained at rate eta_0


def squared_errors(teacher: Network, u: TaskVector) -> tuple[Loss, Loss]:
    """Half the squared error between learner and noisy label of a teacher on one sample; and the
    same against the label without noise: what is measured on fresh data."""

    def loss(head: Head, samples: Samples) -> Node:
        y = teacher.output(u, samples)
        return (learner.output(head, samples) - y - label_noise(noise, samples)) ** 2 / 2

    def error(head: Head, samples: Samples) -> Node:
        return (learner.output(head, samples) - teacher.output(u, samples)) ** 2 / 2

    return loss, error


loss, error = squared_errors(teacher, u)
