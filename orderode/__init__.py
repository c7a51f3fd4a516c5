"""orderode: macroscopic equations of learning algorithms, derived, solved and checked against
simulation.

problem = orderode.load_problem("experiments/fig2.toml")
theory = orderode.integrate(problem)          # a Trajectory
runs = orderode.simulate(problem)             # a SimulationResult
report = orderode.compare(problem)            # a Comparison with its verdict
"""

import sys
import types
from typing import Any

from .certify.compare import Comparison, compare
from .certify.derived import DerivedModel, derive
from .certify.drift import DriftReport, check_drift
from .certify.simulation import simulate
from .errors import (
    BackendError,
    DerivationError,
    FileError,
    NotAvailable,
    OrderodeError,
    ProblemError,
)
from .problems.problem import Problem, load_problem
from .theory.adapt import AdaptationComparison, compare_adaptation
from .theory.integrate import Trajectory, integrate, right_hand_side
from .theory.observables import adaptation_curve, representation_error, sensitivity

__version__ = "0.1.0"

__all__ = [
    "AdaptationComparison",
    "BackendError",
    "Comparison",
    "DerivationError",
    "DerivedModel",
    "DriftReport",
    "FileError",
    "NotAvailable",
    "OrderodeError",
    "Problem",
    "ProblemError",
    "Trajectory",
    "adaptation_curve",
    "check_drift",
    "compare",
    "compare_adaptation",
    "derive",
    "integrate",
    "load_problem",
    "representation_error",
    "right_hand_side",
    "sensitivity",
    "simulate",
]


class _CallablePackage(types.ModuleType):
    """`orderode.derive`, the package, does what the function of that name does when it is
    called."""

    def __call__(self, *args: Any, **options: Any) -> DerivedModel:
        return derive_model(*args, **options)


class _Package(types.ModuleType):
    """`orderode.derive` may be called, also once the package of that name has been imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "derive" and isinstance(value, types.ModuleType):
            value.__class__ = _CallablePackage
        super().__setattr__(name, value)


derive_model = derive
sys.modules[__name__].__class__ = _Package
