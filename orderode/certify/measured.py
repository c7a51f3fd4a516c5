"""Whether a simulation follows the equations: it moves weights and heads, and no order parameter
beyond R, Q and w0."""

from __future__ import annotations

from ..errors import NotAvailable
from ..models.catalogue import Entry
from ..models.manifest import MEASURED

__all__ = ["require_measured"]


def require_measured(what: str, system: Entry) -> None:
    """``NotAvailable`` where what is measured depends on an order parameter that is not."""
    for name, driven in system["drives"].items():
        if name not in MEASURED and driven:
            verb = "depends" if len(driven) == 1 else "depend"
            raise NotAvailable(
                what,
                f"{', '.join(driven)} {verb} on {name}, which no simulation moves",
                "rhs, integrate, draw and sweep take these equations as they are",
            )
