"""A flow -> pages: its equations, how they were derived, and two systems side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...ir.flow import Flow
from ...ir.limits import at_infinity, of_random_tasks
from .. import flow
from ..target import Emitted
from . import comparison, equations
from .heading import heading
from .special import specialised
from .templates import environment

__all__ = ["beside", "files", "special"]


def files(system: Flow, _: object, about: dict[str, Any]) -> Emitted:
    """The page of the equations and that of their derivation: of the system, not of what is
    computed; of random tasks, for averages over these are what its equations are of."""
    system = of_random_tasks(system)
    common = {**about, **heading(system), **flow.constants(system), "iterates": system.iterates}
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
    """The page of the system with some parameters and inputs at given values, in compact form."""
    context = {
        **about,
        "activation": system.activation,
        "settings": equations.settings(system, values),
        **equations.render_compact(specialised(of_random_tasks(system), values)),
    }
    return environment().get_template("latex/compact.tex.j2").render(context)


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
