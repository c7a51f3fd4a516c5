"""The way of each driver through the stages: the one table that says what is done for a flow, for a
map and for a stationary point.

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
from .ir.map import Map
from .ir.stationary import Stationary
from .ir.system import System
from .language import Algorithm, GiantStep
from .language.readout import Readout
from .lowering import assign, lower
from .readouts import system as readouts

__all__ = ["ROUTES", "Model", "Route", "route_of"]

Model = Algorithm | Readout


@dataclass(frozen=True)
class Route:
    """The stages before the targets.

    models  of which class the models are; takes: which of these.
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
    takes: Callable[[Any], bool] = lambda _: True  # of the models of that class

    def has(self, model: Model) -> bool:
        """Whether it is the way of this model."""
        return isinstance(model, self.models) and self.takes(model)


def _giant(model: Algorithm) -> bool:
    return isinstance(model.outer, GiantStep)


def _of_algorithm(takes: Callable[[Any], bool]) -> Route:
    """That of an algorithm: a system for each activation, of the kind that its updates make."""
    return Route(
        Algorithm,
        ("models", "language", "ir", "gaussian", "dynamics"),
        lambda model, activation: (derive(model, activation),),
        lower.lowered,
        each=True,
        names=lambda model, activation: (system_name(model.name, activation),),
        check=check_arrays,
        takes=takes,
    )


ROUTES = {
    Flow.driver: _of_algorithm(lambda model: not _giant(model)),
    Map.driver: _of_algorithm(_giant),
    Stationary.driver: Route(
        Readout,
        ("models", "language", "ir", "gaussian", "readouts"),
        lambda model, _: (readouts.derive(model),),
        assign.lowered,
    ),
}


def route_of(model: Model) -> Route:
    """That of a model."""
    return next(route for route in ROUTES.values() if route.has(model))
