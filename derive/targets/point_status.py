"""Status codes of emitted stationary points, in C and numpy: one for each fault, in words that name
the argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..ir.stationary import Stationary

__all__ = ["checks", "statuses"]

#: Code -> name and words; they mean the same in all systems.
COMMON = {
    0: ("OK", "ok"),
    1: ("NO_CONVERGENCE", "no convergence: Newton's steps did not become small"),
    2: ("NONFINITE", "non-finite: a value is NaN or infinite"),
    3: ("NULL_POINTER", "a pointer that has to be given is NULL"),
    4: ("ACTIVATION", "the activation is none of this system"),
    5: ("TARGET", "the target is none of this system"),
}
#: ... of those with a step, and of those with groups.
STEPPED = {6: ("LEVEL", "level is neither 0 nor 1")}
GROUPED = {
    7: ("GROUPS", "the number of groups (groups) is less than 1 or more than {most}"),
    8: ("FRACTIONS", "the fractions of a point do not sum to 1"),
}

#: Where the codes of the parameters start, which are counted in the order of the struct: those of
#: the tables behind.
FIRST_OF_PARAMETERS = 32


@dataclass(frozen=True)
class Allowed:
    """What a value has to be; ``refused`` and ``bad`` are conditions on {x}, in C and numpy."""

    fault: str
    refused: str
    bad: str


POSITIVE = Allowed(
    "is not positive or not finite",
    "!({x} > 0.0) || !isfinite({x})",
    "~(({x} > 0.0) & np.isfinite({x}))",
)
NOT_NEGATIVE = Allowed(
    "is negative or not finite",
    "!({x} >= 0.0) || !isfinite({x})",
    "~(({x} >= 0.0) & np.isfinite({x}))",
)
FINITE = Allowed("is not finite", "!isfinite({x})", "~np.isfinite({x})")
OVERLAP = Allowed("is more than 1 in size", "!(fabs({x}) <= 1.0)", "~(np.abs({x}) <= 1.0)")

ALLOWED = {
    "alpha": POSITIVE,
    "alpha0": POSITIVE,
    "beta": POSITIVE,
    "lam": NOT_NEGATIVE,
    "eta": NOT_NEGATIVE,
    "noise2": NOT_NEGATIVE,
    "inverse_p": NOT_NEGATIVE,
    "u": FINITE,
    "gamma": OVERLAP,
    "c": POSITIVE,
    "fraction": POSITIVE,
}


def checks(system: Stationary) -> dict[str, list[dict[str, str]]]:
    """Conditions in which parameters, and elements of tables, are refused."""

    def made(names: list[str], element: str) -> list[dict[str, str]]:
        found = []
        for name in names:
            allowed = ALLOWED[name]
            value = element.format(name=name)
            found.append(
                {
                    "name": name,
                    "refused": allowed.refused.format(x=value),
                    "bad": allowed.bad.format(x="x"),
                    "fault": f"{name} {allowed.fault}",
                }
            )
        return found

    return {
        "checked": made([p.name for p in system.parameters], "params->{name}"),
        "checked_tables": made([t.name for t in system.tables], "{name}[k]"),
    }


def statuses(system: Stationary, most_groups: int) -> list[dict[str, Any]]:
    """All codes of a system with name and words, in order; a parameter's is called BAD_ and its
    name, as it is spelt."""
    codes = COMMON | (STEPPED if system.step else {}) | (GROUPED if system.tables else {})
    found: list[dict[str, Any]] = []
    for code, (name, text) in codes.items():
        found.append({"code": code, "name": name, "text": text.format(most=most_groups)})
    given = [x.name for x in (*system.parameters, *system.tables)]
    for place, name in enumerate(given):
        text = f"{name} {ALLOWED[name].fault}"
        found.append({"code": FIRST_OF_PARAMETERS + place, "name": f"BAD_{name}", "text": text})
    return found
