"""What the pages of all systems say first, as LaTeX: the convention card, limits and closures."""

from __future__ import annotations

from typing import Any

from ...ir.system import System
from .convention import card
from .text import limit_latex

__all__ = ["heading"]


def heading(system: System) -> dict[str, Any]:
    return {
        "convention": card(system),
        "closures": [
            {
                "name": x.name,
                "latex": limit_latex(x.name),
                "exact": x.exact,
                "statement": x.statement,
            }
            for x in system.closures
        ],
    }
