"""What a model file may say: networks, heads, task vectors, sample sets, rates, losses and updates."""

from .algorithm import (
    NOISE,
    Activate,
    Adaptation,
    Algorithm,
    Descent,
    Head,
    Loss,
    Network,
    Observable,
    Rate,
    Samples,
    TaskVector,
    label_noise,
)

__all__ = [
    "NOISE",
    "Activate",
    "Adaptation",
    "Algorithm",
    "Descent",
    "Head",
    "Loss",
    "Network",
    "Observable",
    "Rate",
    "Samples",
    "TaskVector",
    "label_noise",
]
