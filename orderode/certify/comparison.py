"""Theory against simulation, whatever the theory gives: what is judged, part by part, one report
and one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from ..shown import Drawn
from .level import LEVEL

__all__ = ["Comparison", "Part", "criterion"]


class Part(Protocol):
    """What is judged at once: whether theory and simulation agree in it, lines for people, by the
    level that it has, and arrays by name."""

    @property
    def agrees(self) -> bool: ...

    def report(self, level: float) -> list[str]: ...

    def arrays(self) -> dict[str, Any]: ...


def criterion(threshold: float, level: float) -> str:
    """The line of a part that says what agrees."""
    return (
        f"criterion    |z| <= {threshold:.2f}: Student's t, Bonferroni over all averages, level"
        f" {level:g}"
    )


class Comparison(Drawn):
    """Theory against simulation of a problem. A kind of problem supplies the parts that are judged,
    what its report says before and behind them, and arrays of its own."""

    problem: Any
    theory: Any  # with its digest and backend

    @property
    def seed(self) -> int:
        """Of the simulation."""
        raise NotImplementedError

    @property
    def level(self) -> float:
        """Of one part."""
        return LEVEL

    def judgements(self) -> Sequence[Part]:
        """The parts; none where the theory failed or too little is left to judge by."""
        raise NotImplementedError

    def setting(self) -> list[str]:
        """What is compared with what, line by line."""
        raise NotImplementedError

    def said_of(self, place: int) -> list[str]:
        """What is said of the part at this place before its report."""
        return []

    def band_report(self) -> list[str]:
        """What is said of a band before the verdict, and is no part of it."""
        return []

    def beside_report(self) -> list[str]:
        """What stands beside, not judged."""
        return []

    def own_arrays(self) -> dict[str, Any]:
        """By name: what is no part's."""
        raise NotImplementedError

    @property
    def verdict(self) -> str:
        """ "agree", "disagree", or "no verdict" where there is nothing to judge by."""
        parts = self.judgements()
        if not parts:
            return "no verdict"
        return "agree" if all(part.agrees for part in parts) else "disagree"

    @property
    def agrees(self) -> bool:
        return self.verdict == "agree"

    def report(self) -> str:
        """What was compared and what came out, for a person."""
        lines = self.setting()
        for place, part in enumerate(self.judgements()):
            lines += self.said_of(place) + part.report(self.level)
        lines += self.band_report()
        judged = self.verdict != "no verdict"
        lines.append(
            f"verdict      theory and simulation {self.verdict}" if judged else "verdict      none"
        )
        return "\n".join(lines + self.beside_report())

    def arrays(self) -> dict[str, Any]:
        """Everything, by name, for a result file; those of a second part end in _2, and so on."""
        found = self.own_arrays() | {"verdict": self.verdict}
        for number, part in enumerate(self.judgements(), start=1):
            after = "" if number == 1 else f"_{number}"
            for name, values in part.arrays().items():
                found[f"{name}{after}"] = values
        return found
