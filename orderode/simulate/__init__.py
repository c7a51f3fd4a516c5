"""Simulations of a model from its data alone, losses and updates: the oracle that judges derived
equations.

Nothing here knows a closed form, an algorithm or a derived equation. Batches lead with the run
axis.
"""

from .activations import ACTIVATIONS, Activation, find_activation
from .algorithms import Algorithm, Step, make_algorithm
from .diffusion import DiffusionSample, sample_diffusion, sample_products
from .drift import DriftSample, sample_drift
from .errors import SettingError
from .increments import Increments, sample_increments
from .measure import sample_adaptation, sample_eps_g, sample_squared_gradient
from .model import Model
from .prior import TaskPrior
from .ramp import Ramp
from .reading import read_model
from .run import Path, SimulationResult, simulate
from .setting import Setting

__all__ = [
    "ACTIVATIONS",
    "Activation",
    "Algorithm",
    "DiffusionSample",
    "DriftSample",
    "Increments",
    "Model",
    "Path",
    "Ramp",
    "Setting",
    "SettingError",
    "SimulationResult",
    "Step",
    "TaskPrior",
    "find_activation",
    "make_algorithm",
    "read_model",
    "sample_adaptation",
    "sample_diffusion",
    "sample_drift",
    "sample_eps_g",
    "sample_increments",
    "sample_products",
    "sample_squared_gradient",
    "simulate",
]
