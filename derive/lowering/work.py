"""What the passes of the lowering hand on: one function on its way from definitions to blocks of
statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..ir.flow import Flow
from ..ir.system import Definition, Piece
from .general import Usual
from .program import Block

__all__ = ["FACTS", "Pass", "Work"]

#: What may hold of a function that is lowered, and passes may need.
FACTS = {
    "loops": "it is printed as loops over elements, not in whole arrays",
    "often": "it is evaluated many times: operations count",
    "smooth": "its activation has a scale: fields that coincide need no care",
    "guarded": "its activation has none",
    "value": "it has no directions",
    "directional": "it is a derivative along directions of the state",
}


@dataclass(frozen=True)
class Work:
    """A function of ``system`` as far as it is lowered, ``facts`` of it, and the arrays it returns.

    definitions  in the order in which they are computed.
    tangents     names of the definitions that are computed for each direction.
    first        the first step of a repeated definition, which its pieces are where there is one.
    blocks       statements, and ``along`` those of each direction.
    rule         where all of these hold, as guards do, the inputs that are a rule of nodes and
                 weights are read; None: nowhere.
    usual        what vanishes in the usual case, if that is told apart.
    """

    system: Flow
    facts: frozenset[str]
    outputs: tuple[str, ...]
    definitions: tuple[Definition, ...]
    tangents: frozenset[str] = frozenset()
    first: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    along: tuple[Block, ...] = ()
    rule: tuple[str, ...] | None = None
    usual: Usual | None = None


class Pass(NamedTuple):
    """A step of the lowering, taken where all facts that it ``needs`` hold; it leaves all values
    unchanged."""

    name: str
    needs: frozenset[str]
    run: Callable[[Work], Work]
