"""Functions of a loss's own, beside the activation: what a loss may have that is no polynomial."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .expression import Node, NoExpression, node

__all__ = ["FUNCTIONS", "Apply", "log_cosh", "relu", "softplus"]

#: Each with what it is, as convention cards have it.
FUNCTIONS = {
    "softplus": "softplus(x) = log(1 + exp(x))",
    "log_cosh": "log_cosh(x) = log(cosh(x))",
    "relu": "relu(x) = max(x, 0)",
}


@dataclass(frozen=True)
class Apply(Node):
    """A function of an expression on one sample, such as the margin y f."""

    function: str
    of: Node

    def __post_init__(self) -> None:
        if self.function not in FUNCTIONS:
            raise NoExpression(
                f"has the function {self.function!r} (choose from {', '.join(FUNCTIONS)})"
            )
        object.__setattr__(self, "of", node(self.of))

    def __str__(self) -> str:
        return f"{self.function}({self.of})"


def softplus(x: Any) -> Node:
    """log(1 + exp(x)): of minus the margin, the logistic loss."""
    return Apply("softplus", x)


def log_cosh(x: Any) -> Node:
    """log(cosh(x)): of the residual, a loss that grows like its size."""
    return Apply("log_cosh", x)


def relu(x: Any) -> Node:
    """max(x, 0): of 1 less the margin, the hinge loss."""
    return Apply("relu", x)
