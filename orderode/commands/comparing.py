"""What ``compare`` writes and says, whatever the kind of its problem."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ..report.results import provenance
from .outcome import Outcome
from .table import later

__all__ = ["compared"]


def compared(figure: str) -> Callable[..., Outcome]:
    """Of a comparison, drawn by the function at ``figure``: its report; status 1 unless theory and
    simulation agree."""

    def told(problem: Any, found: Any, backend: str) -> Outcome:
        t = found.theory
        made = provenance(problem, system_digest=t.digest, backend=t.backend, seed=found.seed)
        drawn = partial(later(figure), found)
        return Outcome(found.report(), found.agrees, found.arrays(), made, figure=drawn)

    return told
