"""What the targets of a flow share: what the headers say, and docstrings of its functions."""

from __future__ import annotations

from typing import Any

from ..ir.flow import Flow
from ..ir.system import Definition, Entry, Input
from ..ir.tangent import directions
from ..lowering.program import Gives
from .tables.lattice import render as render_lattice

__all__ = ["begins", "constants", "docstring", "gives"]


def constants(system: Flow) -> dict[str, Any]:
    """For all templates: activation, defaults of the inputs, and the rule of nodes."""
    return {
        "activation": system.activation,
        "guarded": system.guarded,
        "defaults": {
            "absent": "Gaussian",
            "rule": _without_rule(system),
            **{x.name: "tasks are random" for x in system.of_diffusion},
        },
        "rule": render_lattice(system.even, system.jumping) if system.sizes else None,
        "needless": [
            {"name": name, "what": what, "words": f"{name} is {what}"}
            for name, what in system.needless
        ],
        "flags": {p.flag: p.name for p in system.parameters if p.flag},
    }


def _without_rule(system: Flow) -> str:
    """Where no nodes have to be given."""
    if not system.cubature:
        return "for P or V infinite only"
    finite = [p for p, v, status in system.limits if (v, status) == ("inf", "exact")]
    return f"for {' or '.join(finite)} infinite only" if finite else "refused"


def docstring(system: Flow, function: dict) -> str:
    """What a function gives, and of which shapes."""
    shape = ""
    if function["direction"]:
        shape = "; axes of length 1 behind the state stand for all directions there"
    elif function["of"]:
        shape = "; shape of the batch"
    return f"{gives(system, function)}{shape}."


def gives(system: Flow, function: dict) -> str:
    """What a function gives."""
    if function["direction"]:
        what = function["of"] or "d state/d alpha"
        along = ", ".join(x.name for x in directions(system))
        return f"Derivative of {what} in the direction ({along}) of the state"
    if function["of"]:
        return system[function["of"]].meaning
    if function["kind"] == Gives.SLOPE.value:
        if system.iterates:
            return _listed([f"{x.slope} {_shape(x)}" for x in system.state]) + " of one step"
        return _listed([f"{x.slope}/dalpha {_shape(x)}" for x in system.state])
    shapes = ", ".join(f"{o} {_shape(system[o])}" for o in system.diffusion)
    changes = _listed([x.name for x in system.state])
    return f"Covariance of N times the changes of {changes} in one step: {shapes}"


def begins(x: Input) -> str:
    """The constant that says where an order parameter other than an overlap begins: HEAD_START for
    the head start; "" for what is none."""
    starts = isinstance(x, Entry) and not x.overlap
    return x.meaning.upper().replace(" ", "_") if starts else ""


def _listed(words: list[str]) -> str:
    """a, b and c."""
    return " and ".join((", ".join(words[:-1]), words[-1]))


def _shape(x: Definition | Entry) -> str:
    """(K, M, ...), where ... is the batch."""
    return f"({', '.join(''.join(r.parts) for r in x.ranges)}, ...)"
