"""Simulations written against the definition of the algorithms: the oracle that judges derived equations.

Nothing here knows a closed form or a derived equation. Batches lead with the run axis.
"""

from .activations import ACTIVATIONS, Activation, find_activation
from .algorithms import ALGORITHMS, Algorithm, make_algorithm
from .diffusion import DiffusionSample, sample_diffusion
from .drift import DriftSample, sample_drift
from .measure import sample_adaptation, sample_eps_g, sample_sensitivity
from .prior import TaskPrior
from .run import SimulationResult, simulate
from .setting import Setting, SettingError

__all__ = [
    "ACTIVATIONS",
    "ALGORITHMS",
    "Activation",
    "Algorithm",
    "DiffusionSample",
    "DriftSample",
    "Setting",
    "SettingError",
    "SimulationResult",
    "TaskPrior",
    "find_activation",
    "make_algorithm",
    "sample_adaptation",
    "sample_diffusion",
    "sample_drift",
    "sample_eps_g",
    "sample_sensitivity",
    "simulate",
]
