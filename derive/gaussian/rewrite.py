"""What a rule of the Gaussian calculus takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, Mul, S

from ..ir.average import Average

__all__ = ["Evaluate", "Rewrite", "Rule", "factors"]


@dataclass(frozen=True)
class Rewrite:
    """What a rule made of an average: ``constant + sum of coefficient * average``.

    A ``note`` in words, and what the rule was applied to: ``about``, as the rule says.
    """

    rule: str
    terms: tuple[tuple[Expr, Average], ...] = ()
    constant: Expr = S.Zero
    note: str = ""
    about: tuple = ()


#: Evaluates an average that a rule opens.
Evaluate = Callable[..., Expr]
Rule = Callable[[Average, Evaluate], Rewrite | None]


def factors(expression: Expr) -> tuple[Expr, ...]:
    """Of a product; of anything else itself."""
    return Mul.make_args(expression)
