"""The way of each driver through the stages: the one table that says what is done for a flow and
what for a stationary point.

To add a driver is to add its class to ``ir``, its entry here, and one in each target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .custom.names import check_arrays
from .dynamics.assembly import system_name
from .dynamics.derive import derive
from .ir.system import Driver, System
from .language import Algorithm
from .language.readout import Readout
from .lowering import assign, lower
from .readouts import system as readouts

__all__ = ["ROUTES", "Model", "Route", "route_of"]

Model = Algorithm | Readout


@dataclass(frozen=True)
class Route:
    """The stages before the targets.

    models  of which class the models are; ``each``: one activation at a time, given by name, or
            all that there are at once.
    rooms   the folders of this package that decide what is derived.
    names   of the systems of a model, for an activation.
    derive  model, activation -> systems; check: of what a user wrote; lower: system -> programs.
    """

    models: type[Model]
    each: bool
    rooms: tuple[str, ...]
    names: Callable[[Any, str], tuple[str, ...]]
    derive: Callable[[Any, Any], Iterable[System]]
    check: Callable[[Any], None]
    lower: Callable[[Any], Any]


ROUTES = {
    Driver.FLOW: Route(
        Algorithm,
        True,
        ("models", "language", "ir", "gaussian", "dynamics"),
        lambda model, activation: (system_name(model.name, activation),),
        lambda model, activation: (derive(model, activation),),
        check_arrays,
        lower.lowered,
    ),
    Driver.STATIONARY: Route(
        Readout,
        False,
        ("models", "language", "ir", "gaussian", "readouts"),
        lambda model, _: readouts.names(model),
        lambda model, _: readouts.systems(model),
        lambda _: None,  # names are ours
        assign.lowered,
    ),
}


def route_of(model: Model) -> Route:
    """That of the class of a model."""
    return next(route for route in ROUTES.values() if isinstance(model, route.models))
