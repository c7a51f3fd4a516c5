"""orderode: macroscopic equations of learning algorithms, derived, solved and checked against simulation.

problem = orderode.load_problem("experiments/fig2.toml")
theory = orderode.integrate(problem)          # a Trajectory
runs = orderode.simulate(problem)             # a SimulationResult
report = orderode.compare(problem)            # a Comparison with its verdict
"""

from .compare import Comparison, compare
from .drift import DriftReport, check_drift
from .errors import BackendError, FileError, NotAvailable, OrderodeError, ProblemError
from .integrate import Trajectory, integrate, right_hand_side
from .problem import Problem, load_problem
from .run_simulation import simulate

__version__ = "0.1.0"

__all__ = [
    "BackendError",
    "Comparison",
    "DriftReport",
    "FileError",
    "NotAvailable",
    "OrderodeError",
    "Problem",
    "ProblemError",
    "Trajectory",
    "check_drift",
    "compare",
    "integrate",
    "load_problem",
    "right_hand_side",
    "simulate",
]
