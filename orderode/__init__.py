"""orderode: macroscopic equations of learning algorithms, derived, solved and checked against
simulation.

problem = orderode.load_problem("experiments/fig2.toml")
theory = orderode.integrate(problem)          # a Trajectory
runs = orderode.simulate(problem)             # a SimulationResult
report = orderode.compare(problem)            # a Comparison with its verdict

Problems whose theory is a fixed point go through the same calls, with `solve` for `integrate`.
A name is imported when it is first used, so that `import orderode` costs next to nothing.
"""

import sys
import types
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import sweep
    from .certify.compare import TrajectoryComparison
    from .certify.comparison import Comparison
    from .certify.derived import DerivedModel, derive
    from .certify.drift import DriftReport, check_drift
    from .certify.fixed_point import CurveComparison
    from .certify.fixed_point_runs import SimulatedCurve
    from .commands.doors import compare, draw, equations, simulate
    from .errors import (
        BackendError,
        DerivationError,
        FileError,
        NotAvailable,
        OrderodeError,
        ProblemError,
    )
    from .problems.fixed_point import FixedPointProblem
    from .problems.problem import Problem
    from .problems.reader import load_problem
    from .problems.steps import MapProblem
    from .report.statement import Equations
    from .steady.branches import Branches, branches
    from .steady.search import SteadyState, SteadyStates, steady_states
    from .theory.adapt import AdaptationComparison, compare_adaptation
    from .theory.fixed_point import Curve, solve
    from .theory.gradient import Gradient, gradient
    from .theory.integrate import Trajectory, integrate, right_hand_side
    from .theory.observables import adaptation_curve, representation_error, squared_gradient
    from .theory.optimise import Optimised, optimise
    from .theory.sensitivity import Sensitivities, sensitivities
    from .theory.steps import Steps, iterate

__version__ = "0.1.0"

__all__ = [
    "AdaptationComparison",
    "BackendError",
    "Branches",
    "Comparison",
    "Curve",
    "CurveComparison",
    "DerivationError",
    "DerivedModel",
    "DriftReport",
    "Equations",
    "FileError",
    "FixedPointProblem",
    "Gradient",
    "MapProblem",
    "NotAvailable",
    "Optimised",
    "OrderodeError",
    "Problem",
    "ProblemError",
    "Sensitivities",
    "SimulatedCurve",
    "SteadyState",
    "SteadyStates",
    "Steps",
    "Trajectory",
    "TrajectoryComparison",
    "adaptation_curve",
    "branches",
    "check_drift",
    "compare",
    "compare_adaptation",
    "derive",
    "draw",
    "equations",
    "gradient",
    "integrate",
    "iterate",
    "load_problem",
    "optimise",
    "representation_error",
    "right_hand_side",
    "sensitivities",
    "simulate",
    "solve",
    "squared_gradient",
    "steady_states",
    "sweep",
]

#: Which module has a name; ``sweep`` is one itself.
_PLACES = {
    "certify.compare": ("TrajectoryComparison",),
    "certify.comparison": ("Comparison",),
    "certify.derived": ("DerivedModel", "derive"),
    "certify.drift": ("DriftReport", "check_drift"),
    "certify.fixed_point": ("CurveComparison",),
    "certify.fixed_point_runs": ("SimulatedCurve",),
    "commands.doors": ("compare", "draw", "equations", "simulate"),
    "errors": (
        *("BackendError", "DerivationError", "FileError", "NotAvailable", "OrderodeError"),
        "ProblemError",
    ),
    "problems.fixed_point": ("FixedPointProblem",),
    "problems.problem": ("Problem",),
    "problems.reader": ("load_problem",),
    "problems.steps": ("MapProblem",),
    "report.statement": ("Equations",),
    "steady.branches": ("Branches", "branches"),
    "steady.search": ("SteadyState", "SteadyStates", "steady_states"),
    "theory.adapt": ("AdaptationComparison", "compare_adaptation"),
    "theory.fixed_point": ("Curve", "solve"),
    "theory.gradient": ("Gradient", "gradient"),
    "theory.integrate": ("Trajectory", "integrate", "right_hand_side"),
    "theory.observables": ("adaptation_curve", "representation_error", "squared_gradient"),
    "theory.optimise": ("Optimised", "optimise"),
    "theory.sensitivity": ("Sensitivities", "sensitivities"),
    "theory.steps": ("Steps", "iterate"),
}
_NAMES: dict[str, str] = {}
for _module, _names in _PLACES.items():
    _NAMES |= dict.fromkeys(_names, _module)


def __getattr__(name: str) -> Any:
    if name == "sweep":
        return import_module(".sweep", __name__)
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_NAMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


#: Results that notebooks show with a figure, by their modules.
_SHOWN = {
    "certify.compare": "TrajectoryComparison",
    "certify.fixed_point": "CurveComparison",
    "certify.steps": "StepComparison",
    "problems.problem": "Problem",
    "steady.branches": "Branches",
    "theory.adapt": "AdaptationComparison",
    "theory.fixed_point": "Curve",
    "theory.gradient": "Gradient",
    "theory.integrate": "Trajectory",
    "theory.optimise": "Optimised",
    "theory.sensitivity": "Sensitivities",
}


def load_ipython_extension(shell: Any) -> None:
    """Results get figures in this notebook; what draws them is imported when one is shown."""
    formatter = shell.display_formatter.formatters["text/html"]
    for module, name in _SHOWN.items():
        formatter.for_type_by_name(f"{__name__}.{module}", name, _as_html)


def _as_html(found: Any) -> str:
    return str(import_module(".report.notebook", __name__).shown(found))


class _CallablePackage(types.ModuleType):
    """`orderode.derive`, the package, does what the function of that name does when it is
    called."""

    def __call__(self, *args: Any, **options: Any) -> "DerivedModel":
        return __getattr__("derive")(*args, **options)  # type: ignore[no-any-return]


class _Package(types.ModuleType):
    """Two functions have the names of packages, and stay functions once these are imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "derive" and isinstance(value, types.ModuleType):
            value.__class__ = _CallablePackage
        if name == "simulate" and isinstance(value, types.ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

if "IPython" in sys.modules:
    _shell = sys.modules["IPython"].get_ipython()
    if _shell is not None:
        load_ipython_extension(_shell)
