"""A flow -> pages: its equations, how they were derived, and two systems side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...ir.flow import Flow
from ...ir.limits import at_infinity, of_random_tasks
from .. import flow
from ..target import Emitted
from . import comparison, equations
from .convention import card
from .heading import heading
from .special import specialised
from .templates import environment

__all__ = ["beside", "files", "special"]

#: What the solvers call something that closures speak of.
SPOKEN = {"first_order": r"1-\theta", "known_task": "u"}


def files(system: Flow, _: object, about: dict[str, Any]) -> Emitted:
    """The page of the equations and that of their derivation: of the system, not of what is
    computed; of random tasks, for averages over these are what its equations are of."""
    system = of_random_tasks(system)
    known = {**SPOKEN, **{name: name for name in _sizes(system) if len(name) == 1}}
    common = {**about, **heading(system, known), **flow.constants(system)}
    common["iterates"] = system.iterates
    pages = {
        "equations": equations.render(system),
        "derivation": {"sections": equations.render_trace(system)},
    }
    names = {"equations": system.name, "derivation": f"{system.name}_derivation"}
    tex = environment()
    return Emitted(
        {
            f"latex/{names[page]}.tex": tex.get_template(f"latex/{page}.tex.j2").render(
                {**common, **content}
            )
            for page, content in pages.items()
        }
    )


def special(system: Flow, values: Mapping[str, float], about: dict[str, Any]) -> str:
    """The page of the system with some parameters and inputs at given values, in compact form;
    at given numbers of units with sums written out."""
    units = [rng.parts[0] for rng in system.ranges]
    sizes = {name: values[name] for name in units if name in values}
    values = {name: value for name, value in values.items() if name not in sizes}
    context = {
        **about,
        "convention": card(system),
        "settings": equations.settings(system, values),
        **equations.render_compact(specialised(of_random_tasks(system), values), sizes),
    }
    return environment().get_template("latex/compact.tex.j2").render(context)


def _sizes(system: Flow) -> list[str]:
    """Numbers of units and samples, which are letters."""
    samples = [p.name for p in system.parameters if p.may_be_infinite]
    return [rng.parts[0] for rng in system.ranges] + samples


def beside(full: Flow, part: Flow, about: dict[str, Any]) -> dict[str, str]:
    """At P -> infinity, for what the support samples add to the step is not known at finite P."""
    full, part = at_infinity(full, full.support), at_infinity(part, part.support)
    context = {
        "name": full.name,
        "title": full.title,
        "version": about["version"],
        "digest": full.digest,
        "other": {"name": part.name, "title": part.title, "digest": part.digest},
        **comparison.render(full, part),
    }
    page = environment().get_template("latex/comparison.tex.j2").render(context)
    return {f"latex/{full.name}_beside_{part.name}.tex": page}
