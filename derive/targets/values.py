"""What values the emitted solvers accept, in words and as conditions in C, numpy and JavaScript;
why a trajectory ends."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir.roles import Values

__all__ = ["ACCEPTED", "OUTCOMES", "Accepted", "missing_where", "several"]


@dataclass(frozen=True)
class Accepted:
    """What is wrong with a value that is refused; ``refused``, ``bad`` and ``wrong`` are the
    conditions on {x} of that, in C, numpy and JavaScript."""

    fault: str
    refused: str
    bad: str
    wrong: str


#: Code -> name and words of what becomes of a trajectory; they mean the same in all models.
OUTCOMES = {
    0: ("OK", "ok"),
    2: ("NONFINITE", "non-finite: the state holds NaN or infinity"),
    3: (
        "DOMAIN",
        (
            "domain: an argument left the domain of a root or an arcsine; the overlaps are not a"
            " covariance"
        ),
    ),
    4: ("NEGATIVE_NORM", "negative norm: a diagonal element of {lengths} became negative"),
    5: ("STEP_LIMIT", "step limit: max_steps reached"),
    6: ("STEP_SIZE", "step size: the next step would be as small as rounding"),
    14: ("NODES", "nodes and weights are missing{where}"),
}

AT_LEAST_1 = "is not at least 1"

ACCEPTED = {
    Values.RATE: Accepted(
        "is negative or not finite",
        "!({x} >= 0.0) || !isfinite({x})",
        "~(({x} >= 0.0) & np.isfinite({x}))",
        "!({x} >= 0.0 && Number.isFinite({x}))",
    ),
    Values.POSITIVE: Accepted(
        "is not positive or not finite",
        "!({x} > 0.0) || !isfinite({x})",
        "~(({x} > 0.0) & np.isfinite({x}))",
        "!({x} > 0.0 && Number.isFinite({x}))",
    ),
    Values.REAL: Accepted(
        "is not finite", "!isfinite({x})", "~np.isfinite({x})", "!Number.isFinite({x})"
    ),
    Values.COSINE: Accepted(
        "is more than 1 in size",
        "!(fabs({x}) <= 1.0)",
        "~(np.abs({x}) <= 1.0)",
        "!(Math.abs({x}) <= 1.0)",
    ),
    Values.SAMPLES: Accepted(AT_LEAST_1, "!({x} >= 1.0)", "~({x} >= 1.0)", "!({x} >= 1.0)"),
    Values.COUNT: Accepted(
        AT_LEAST_1, "{x} < 1", "{x} < 1", "!(Number.isInteger({x}) && {x} >= 1)"
    ),
    Values.RATIO: Accepted("is not positive", "!({x} > 0.0)", "~({x} > 0.0)", "!({x} > 0.0)"),
}


def several(size: str, steps: str) -> str:
    """The fault of more than one step of an inner loop whose number of samples is finite."""
    return f"{steps} is more than 1 where {size} is finite: write {steps} = 1 or {size} = inf"


def missing_where(rule: tuple[str, ...] | None) -> str:
    """Where nodes that are missing are needed, behind the words that they are."""
    if rule is None or len(rule) > 1:
        return ": finite P and V need them"
    return f": finite {rule[0]} needs them" if rule else ""
