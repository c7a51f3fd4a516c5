"""What the pages of all systems say first, as LaTeX: the convention card, limits and closures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...ir.system import System
from .convention import card
from .text import limit_latex, statement_latex

__all__ = ["heading"]


def heading(system: System, known: Mapping[str, str]) -> dict[str, Any]:
    """``known``: words of the closures that are symbols on the page."""
    return {
        "convention": card(system),
        "closures": [
            {
                "name": x.name,
                "latex": limit_latex(x.name),
                "words": statement_latex(x.statement, known),
                "exact": x.exact,
                "statement": x.statement,
            }
            for x in system.closures
        ],
    }
