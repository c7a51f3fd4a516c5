"""The way of each driver through the stages: the one table that says what is done for a flow and
what for a stationary point.

To add a driver is to add its class to ``ir``, its entry here, and a module in the targets that have
something for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .custom.names import check_arrays
from .dynamics.assembly import system_name
from .dynamics.derive import derive
from .ir.flow import Flow
from .ir.stationary import Stationary
from .ir.system import System
from .language import Algorithm
from .language.readout import Readout
from .lowering import assign, lower
from .readouts import system as readouts

__all__ = ["ROUTES", "Model", "Route", "route_of"]

Model = Algorithm | Readout


@dataclass(frozen=True)
class Route:
    """The stages before the targets.

    models  of which class the models are.
    rooms   the folders of this package that decide what is derived.
    derive  model, activation -> systems; lower: system -> programs.
    each    one activation at a time, given by name, or all that there are at once.
    names   of the systems of a model, for an activation; check: of what a user wrote.
    """

    models: type[Model]
    rooms: tuple[str, ...]
    derive: Callable[[Any, Any], Iterable[System]]
    lower: Callable[[Any], Any]
    each: bool = False
    names: Callable[[Any, str], tuple[str, ...]] = lambda model, _: (model.name,)
    check: Callable[[Any], None] = lambda _: None  # names are ours


ROUTES = {
    Flow.driver: Route(
        Algorithm,
        ("models", "language", "ir", "gaussian", "dynamics"),
        lambda model, activation: (derive(model, activation),),
        lower.lowered,
        each=True,
        names=lambda model, activation: (system_name(model.name, activation),),
        check=check_arrays,
    ),
    Stationary.driver: Route(
        Readout,
        ("models", "language", "ir", "gaussian", "readouts"),
        lambda model, _: (readouts.derive(model),),
        assign.lowered,
    ),
}


def route_of(model: Model) -> Route:
    """That of the class of a model."""
    return next(route for route in ROUTES.values() if isinstance(model, route.models))
