"""Status codes of the emitted C: one for each fault, in words that name the argument."""

from __future__ import annotations

from ...ir.roles import Default
from ...lowering.program import Program
from ..common import counted
from ..values import ACCEPTED, OUTCOMES, missing_where, several

__all__ = ["statuses"]

#: Code -> name and words, those of other faults added; they mean the same in all models.
COMMON = OUTCOMES | {
    1: ("BAD_K", "K is less than 1"),
    7: ("NULL_PARAMS", "params is NULL"),
    8: ("TIMES", "the times (alphas) do not increase"),
    9: ("RTOL", "rtol is negative or not finite"),
    10: ("ATOL", "atol is not positive or not finite"),
    11: (
        "INSTRUCTIONS",
        "the instruction set (instructions) is not one of this processor and build",
    ),
    12: ("OBSERVABLE", "the observable is none of this model"),
    13: ("RULE", "the number of nodes (size) is that of no rule"),
    15: ("RULE_UNITS", "K + M is larger than the dimensions of any rule"),
    16: ("BAD_M", "M is less than 1"),
    17: (
        "TOO_LARGE",
        "K and M are so large that the work array would have more than INT_MAX doubles",
    ),
    18: ("NO_TIMES", "there are no times: n is 0"),
    19: ("TIMES_NONFINITE", "a time (alphas) is not finite"),
    20: ("NULL_OPTIONS", "options is NULL"),
    21: ("NULL_STATE", "what to start from (state0, states) is NULL"),
    22: ("NULL_TIMES", "alphas is NULL"),
    23: ("NULL_RESULTS", "where the results go is NULL"),
    24: ("NULL_WORK", "work is NULL"),
    25: ("NULL_REQUEST", "request is NULL"),
    26: ("LAYOUT", "the program was made for another header: version or size of params differ"),
}

#: Where the codes of the parameters start, which are counted in the order of the struct: those of
#: the arrays behind.
FIRST_OF_PARAMETERS = 32


def statuses(program: Program) -> list[dict]:
    """All codes of a model with name and words, in order; that of a parameter's value is called
    BAD_ and its name, as it is spelt."""
    lengths = " or ".join(x.name for x in program.state if x.lengths)
    found = []
    for code, (name, text) in sorted(COMMON.items()):
        words = text.format(lengths=lengths, where=_where(program))
        found.append({"code": code, "name": name, "text": words})
    for place, (name, text) in enumerate(_of_parameters(program).items()):
        found.append({"code": FIRST_OF_PARAMETERS + place, "name": name, "text": text})
    return found


def _where(program: Program) -> str:
    """Where the nodes of a rule are needed, in words."""
    rules = {f.rule for f in program.functions if f.rule is not None}
    return missing_where(min(rules, key=len)) if rules else missing_where(None)


def _of_parameters(program: Program) -> dict[str, str]:
    """Values in the order of the struct, then arrays that are missing, and what does not go
    together."""
    found = {f"BAD_{size}": f"{size} is less than 1" for size in counted(program.state)}
    for p in program.parameters:
        if not p.flag:
            found[f"BAD_{p.name}"] = f"{p.name} {ACCEPTED[p.values].fault}"
    given = [x for x in program.inputs if not x.moves and x.default is not Default.RULE]
    for x in given:
        found[f"BAD_{x.name}"] = f"{x.name} has an element that is not finite"
    for x in given:
        if not x.default:
            found[f"MISSING_{x.name}"] = f"{x.name} is NULL, and has to be given"
    for size, steps in program.single:
        found[f"SEVERAL_{steps}"] = several(size, steps)
    for p in program.parameters:
        if p.may_be_infinite:
            found[f"FINITE_{p.name}"] = f"{p.name} is finite, and has to be infinite here"
    return found
