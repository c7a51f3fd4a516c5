"""orderode: macroscopic equations of learning algorithms, derived, solved and checked against simulation.

problem = orderode.load_problem("experiments/fig2.toml")
theory = orderode.integrate(problem)          # a Trajectory
runs = orderode.simulate(problem)             # a SimulationResult
report = orderode.compare(problem)            # a Comparison with its verdict
"""

from .certify.compare import Comparison, compare
from .certify.drift import DriftReport, check_drift
from .certify.simulation import simulate
from .errors import BackendError, FileError, NotAvailable, OrderodeError, ProblemError
from .problems.problem import Problem, load_problem
from .theory.adapt import AdaptationComparison, compare_adaptation
from .theory.integrate import Trajectory, integrate, right_hand_side
from .theory.observables import adaptation_curve, representation_error, sensitivity

__version__ = "0.1.0"

__all__ = [
    "AdaptationComparison",
    "BackendError",
    "Comparison",
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
    "integrate",
    "load_problem",
    "representation_error",
    "right_hand_side",
    "sensitivity",
    "simulate",
]
