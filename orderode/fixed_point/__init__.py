"""Problems whose theory is a fixed point: features, perhaps one gradient step, and a trained
readout."""

from __future__ import annotations

from ..certify.fixed_point import Comparison, compare
from ..certify.fixed_point_runs import SimulatedCurve, simulate
from ..problems.fixed_point import FixedPointProblem, load_fixed_point
from ..theory.fixed_point import Curve, solve

__all__ = [
    "Comparison",
    "Curve",
    "FixedPointProblem",
    "SimulatedCurve",
    "compare",
    "load_fixed_point",
    "simulate",
    "solve",
]
