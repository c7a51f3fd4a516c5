"""What a model file may say: networks, heads, task vectors, sample sets, rates, losses and updates,
as data."""

from .algorithm import (
    Adaptation,
    Algorithm,
    Descent,
    GiantAdaptation,
    GiantStep,
    Loss,
    Observable,
)
from .applied import log_cosh, relu, softplus
from .expression import Node, Size, sqrt
from .scenario import (
    NOISE,
    Activate,
    Gains,
    Head,
    Network,
    Rate,
    Samples,
    Sum,
    Task,
    TaskVector,
    Vector,
    label_noise,
)

__all__ = [
    "NOISE",
    "Activate",
    "Adaptation",
    "Algorithm",
    "Descent",
    "Gains",
    "GiantAdaptation",
    "GiantStep",
    "Head",
    "Loss",
    "Network",
    "Node",
    "Observable",
    "Rate",
    "Samples",
    "Size",
    "Sum",
    "Task",
    "TaskVector",
    "Vector",
    "label_noise",
    "log_cosh",
    "relu",
    "softplus",
    "sqrt",
]
