"""Status codes of the emitted C: one for each fault, in words that name the argument."""

from __future__ import annotations

from ...ir.roles import Default
from ...ir.system import Parameter
from ...lowering.program import Program

__all__ = ["FIRST_OF_PARAMETERS", "fault_of", "statuses"]

#: Code -> name and words; they mean the same in all models.
COMMON = {
    0: ("OK", "ok"),
    1: ("UNITS", "K or M is less than 1"),
    2: ("NONFINITE", "non-finite: the state holds NaN or infinity"),
    3: (
        "DOMAIN",
        (
            "domain: an argument left the domain of a root or an arcsine; the overlaps are not a"
            " covariance"
        ),
    ),
    4: ("NEGATIVE_NORM", "negative norm: a diagonal element of {lengths} became negative"),
    5: ("STEP_LIMIT", "step limit: max_steps reached, or the step size fell to rounding"),
    6: (
        "TOO_LARGE",
        "K and M are so large that the work array would have more than INT_MAX doubles",
    ),
    7: ("NULL_POINTER", "a pointer that has to be given is NULL"),
    8: ("TIMES", "the times (alphas) are none, not finite, or not increasing"),
    9: ("RTOL", "rtol is negative or not finite"),
    10: ("ATOL", "atol is not positive or not finite"),
    11: (
        "INSTRUCTIONS",
        "the instruction set (instructions) is not one of this processor and build",
    ),
    12: ("OBSERVABLE", "the observable is none of this model"),
    13: ("RULE", "the number of nodes (size) is that of no rule, or K + M too large for one"),
    14: ("NODES", "nodes and weights are missing: finite P and V need them"),
    15: ("FINITE", "a number of samples is finite, and has to be infinite here"),
}

#: Where the codes of the parameters start, which are counted in the order of the struct: those of
#: the arrays behind.
FIRST_OF_PARAMETERS = 32


def fault_of(p: Parameter) -> str:
    """What is wrong with a value that is refused."""
    if p.may_be_infinite:
        return f"{p.name} is not at least 1"
    return f"{p.name} is not at least 1" if p.counts else f"{p.name} is negative or not finite"


def statuses(program: Program) -> list[dict]:
    """All codes of a model with name and words, in order; a parameter's is called BAD_ and its
    name, as it is spelt."""
    lengths = " or ".join(x.name for x in program.state if x.lengths)
    texts = {name: text.format(lengths=lengths) for name, text in COMMON.values()}
    found = [
        {"code": code, "name": name, "text": texts[name]} for code, (name, _) in COMMON.items()
    ]
    wrong = {p.name: fault_of(p) for p in program.parameters if not p.flag}
    for size, steps in program.single:
        wrong[steps] += f", or not 1 where {size} is finite"
    for x in program.inputs:
        if not x.moves and x.default is not Default.RULE:
            missing = "" if x.default else "is NULL, or "
            wrong[x.name] = f"{x.name} {missing}has an element that is not finite"
    for place, (name, text) in enumerate(wrong.items()):
        found.append({"code": FIRST_OF_PARAMETERS + place, "name": f"BAD_{name}", "text": text})
    return found
