"""Status codes of emitted stationary points, in C and numpy: one for each fault, in words that name
the argument."""

from __future__ import annotations

from typing import Any

from ..ir.stationary import Stationary
from ..ir.system import Parameter
from .values import ACCEPTED

__all__ = ["checks", "statuses"]

#: Code -> name and words; they mean the same in all systems.
COMMON = {
    0: ("OK", "ok"),
    1: ("NO_CONVERGENCE", "no convergence: Newton's steps did not become small"),
    2: ("NONFINITE", "non-finite: a value is NaN or infinite"),
    3: ("NULL_PARAMS", "params is NULL"),
    4: ("ACTIVATION", "the activation is none of this system"),
    5: ("TARGET", "the target is none of this system"),
    9: ("NULL_RESULTS", "results is NULL"),
    10: ("NULL_WORK", "work is NULL"),
    11: ("LAYOUT", "the program was made for another header: version or size of params differ"),
}
#: ... of those with a step, and of those with groups.
STEPPED = {6: ("LEVEL", "level is neither 0 nor 1")}
GROUPED = {
    7: ("GROUPS", "the number of groups (groups) is less than 1 or more than {most}"),
    8: ("FRACTIONS", "the fractions of a point do not sum to 1"),
}

#: Where the codes of tables that are NULL start, and those of the parameters, which are counted in
#: the order of the struct: those of the tables behind.
FIRST_OF_TABLES, FIRST_OF_PARAMETERS = 16, 32


def checks(system: Stationary) -> dict[str, list[dict[str, str]]]:
    """Conditions in which parameters, and elements of tables, are refused."""

    def made(given: tuple[Parameter, ...], element: str) -> list[dict[str, str]]:
        found = []
        for p in given:
            accepted = ACCEPTED[p.values]
            value = element.format(name=p.name)
            found.append(
                {
                    "name": p.name,
                    "refused": accepted.refused.format(x=value),
                    "bad": accepted.bad.format(x="x"),
                    "fault": f"{p.name} {accepted.fault}",
                }
            )
        return found

    return {
        "checked": made(system.parameters, "params->{name}"),
        "checked_tables": made(system.tables, "{name}[k]"),
    }


def statuses(system: Stationary, most_groups: int) -> list[dict[str, Any]]:
    """All codes of a system with name and words, in order; a parameter's is called BAD_ and its
    name, as it is spelt."""
    codes = COMMON | (STEPPED if system.step else {}) | (GROUPED if system.tables else {})
    found: list[dict[str, Any]] = []
    for place, x in enumerate(system.tables):
        codes[FIRST_OF_TABLES + place] = (f"NULL_{x.name}", f"{x.name} is NULL")
    for code, (name, text) in sorted(codes.items()):
        found.append({"code": code, "name": name, "text": text.format(most=most_groups)})
    for place, p in enumerate((*system.parameters, *system.tables)):
        text = f"{p.name} {ACCEPTED[p.values].fault}"
        found.append({"code": FIRST_OF_PARAMETERS + place, "name": f"BAD_{p.name}", "text": text})
    return found
