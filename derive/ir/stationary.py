"""A stationary point of a potential: stages of averages over one field, and what follows.

Expressions are in ``Symbol`` s: those of the nodes of the field kappa (``NODES`` and what a stage
defines), those of the parameters, and those of the stages before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from sympy import Expr, Indexed

from .system import Parameter, Shaped, System

__all__ = [
    "NODES",
    "Activation",
    "Block",
    "Equation",
    "Form",
    "Remainder",
    "Stage",
    "Stationary",
    "Target",
    "Value",
    "rank",
]

#: Functions of the field kappa that every stage may use: the field, the features given kappa, the
#: target given kappa.
NODES = ("kappa", "c0", "c1", "c22", "h0", "h1", "h2")


@dataclass(frozen=True)
class Value:
    """A named expression; with ``indices``, which count groups of neurons from 0, one for each of
    their values."""

    name: str
    expression: Expr
    meaning: str = ""
    indices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remainder:
    """What has no closed average: r0, r1, r2, the part of f, f' and f^2 whose averages are sums
    over a grid in x.

    values        r0(x), r1(x), r2(x); beyond ``reach`` they are 0 to rounding.
    singularity   the distance from the real axis to the nearest singularity of f.
    """

    values: tuple[Value, ...]
    singularity: Expr
    reach: int


@dataclass(frozen=True)
class Activation:
    """A student's activation sigma at mean m and variance v of its field.

    features  c0, c1, c22 (c_2 squared), in terms of the averages r0, r1, r2 where there is a
              ``remainder``.
    function, slope   sigma(x) and sigma'(x).
    moments   E sigma, E sigma', E sigma'', Var sigma' at m = 0, v = 1.
    """

    name: str
    text: str
    function: Expr
    slope: Expr
    features: tuple[Value, ...]
    moments: tuple[Value, ...]
    remainder: Remainder | None = None

    @property
    def parity(self) -> int:
        return _parity(self.function)


@dataclass(frozen=True)
class Target:
    """A target g: h0, h1, h2 at mean m and standard deviation w of its signal; E g, E s g, E g^2 of
    a standard one."""

    name: str
    text: str
    function: Expr
    features: tuple[Value, ...]
    moments: tuple[Value, ...]
    remainder: Remainder | None = None

    @property
    def parity(self) -> int:
        return _parity(self.function)


def _parity(function: Expr) -> int:
    """1 for an even, -1 for an odd function of its only symbol, 0 for neither."""
    (x,) = function.free_symbols
    flipped = function.subs(x, -x)
    return (
        1 if (flipped - function).expand() == 0 else -1 if (flipped + function).expand() == 0 else 0
    )


@dataclass(frozen=True)
class Block:
    """Where the unknowns ``row`` meet the unknowns ``column`` in a symmetric matrix, or in a vector
    (column "").

    The indices are those of the row, then those of the column.
    """

    row: str
    column: str
    indices: tuple[str, ...]
    expression: Expr


@dataclass(frozen=True)
class Stage:
    """Functions of kappa, their averages over kappa ~ N(0, 1), and what is computed from them, each
    in order.

    reads: what other stages gave.  Nodes may hold sums over groups of neurons.  A stage with
    ``unknown`` s, names with their numbers of indices, makes up a matrix and a right side over them
    of its blocks.  where: on which problems it holds, in words; "" on all.
    """

    name: str
    meaning: str
    reads: tuple[str, ...]
    nodes: tuple[Value, ...] = ()
    averages: tuple[Value, ...] = ()
    values: tuple[Value, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    blocks: tuple[Block, ...] = ()
    returns: tuple[str, ...] = ()
    where: str = ""

    def expressions(self) -> Iterable[Expr]:
        named = (*self.nodes, *self.averages, *self.values)
        return (*(v.expression for v in named), *(b.expression for b in self.blocks))

    def reading(self, names: tuple[str, ...]) -> Stage:
        return replace(self, reads=names)


class Form(Enum):
    """What the right side of an equation is to its left side."""

    VALUE = "the value"
    SLOPE = "the slope of the fluctuations' potential by the left side, which is 0"
    BLOCK = "the entry of the linear equations where the left sides meet"


@dataclass(frozen=True)
class Equation:
    """A line for people: names with their indices over groups, and an expression."""

    left: tuple[tuple[str, tuple[str, ...]], ...]
    right: Expr
    form: Form = Form.VALUE


#: What each axis of a table over groups of neurons counts.
GROUPS = "groups"


@dataclass(frozen=True, kw_only=True)
class Stationary(System):
    """A system of self-consistent equations, with the stages that solve it."""

    driver = "stationary"

    activations: tuple[Activation, ...]
    targets: tuple[Target, ...]
    stages: tuple[Stage, ...]
    # name and meaning; expressions are symbols, or entries of tables over groups
    outputs: tuple[Value, ...]
    # parameters of the readout problem of a point: given, or made by the step
    readout: tuple[Parameter, ...]
    step: tuple[Value, ...] = ()  # one gradient step -> parameters of the readout problem
    spectra: tuple[Stage, ...] = ()  # of the bulk after a step
    tangents: tuple[Stage, ...] = ()  # the same with their slopes along a direction
    # parameters with a value for each group, where neurons come in groups
    tables: tuple[Parameter, ...] = ()
    equations: tuple[tuple[str, tuple[Equation, ...]], ...] = field(default=(), compare=False)
    # symbols that are entries of a small matrix or vector: its name, their places from 0
    entries: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict, compare=False)

    @property
    def functions(self) -> tuple[Activation | Target, ...]:
        found: list[Activation | Target] = [*self.activations, *self.targets]
        return tuple(found)

    @property
    def heading(self) -> str:
        return f"fixed point {self.name}"

    @property
    def given(self) -> tuple[Shaped, ...]:
        return tuple(Shaped(t.name, t.meaning, (GROUPS,)) for t in self.tables)

    @property
    def found(self) -> tuple[Shaped, ...]:
        return tuple(Shaped(v.name, v.meaning, (GROUPS,) * rank(v)) for v in self.outputs)

    @property
    def particulars(self) -> dict[str, Any]:
        return {
            "activations": [f.name for f in self.activations],
            "targets": [f.name for f in self.targets],
            "step": bool(self.step),
        }

    def describe_given(self) -> list[str]:
        return [f"table {p}" for p in self.tables]

    def describe_equations(self) -> list[str]:
        lines = []
        for function in self.functions:
            lines.append(f"function {function.name}: {function.function}")
            lines += [
                f"  {v.name}: {v.expression}" for v in (*function.features, *function.moments)
            ]
            if function.remainder is not None:
                lines += [f"  {v.name}(x): {v.expression}" for v in function.remainder.values]
                lines.append(
                    f"  singularity {function.remainder.singularity}, reach"
                    f" {function.remainder.reach}"
                )
        lines += [f"step {v.name}: {v.expression}" for v in self.step]
        for stage in (*self.stages, *self.spectra):
            lines.append(
                f"stage {stage.name} reads {stage.reads} unknown {stage.unknown} returns"
                f" {stage.returns}"
            )
            for kind in ("nodes", "averages", "values"):
                lines += [
                    f"  {kind} {v.name}{v.indices or ''}: {v.expression}"
                    for v in getattr(stage, kind)
                ]
            lines += [
                f"  block {b.row} {b.column} {b.indices}: {b.expression}" for b in stage.blocks
            ]
        return lines


def rank(output: Value) -> int:
    """The number of indices of an output over groups."""
    return len(output.expression.indices) if isinstance(output.expression, Indexed) else 0
