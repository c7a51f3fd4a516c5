"""Problems whose theory is a fixed point: features, perhaps one gradient step, and a trained readout."""

from __future__ import annotations

from .compare import Comparison, compare
from .problem import MODELS, FixedPointProblem, is_fixed_point, load_fixed_point
from .simulation import SimulatedCurve, simulate
from .solve import Curve, solve

__all__ = [
    "MODELS",
    "Comparison",
    "Curve",
    "FixedPointProblem",
    "SimulatedCurve",
    "compare",
    "is_fixed_point",
    "load_fixed_point",
    "simulate",
    "solve",
]
