"""The lowered form of a system: arrays computed one after the other, each by loops over an element expression."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr
from sympy import Function as SymPyFunction

from .system import Index, Parameter, Range

__all__ = ["Array", "Function", "Program", "Rsqrt", "Statement"]


class Rsqrt(SymPyFunction):
    """x^(-1/2), kept as a function of its own: what is shared between powers of the same sum."""

    nargs = 1


@dataclass(frozen=True)
class Array:
    """A work array: one dimension per range; ``symmetric`` pairs of positions; a scalar if it has no range."""

    name: str
    ranges: tuple[Range, ...]
    meaning: str
    symmetric: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Statement:
    """``target[indices] = factor * sum over sums of body`` for all indices; ``sums`` may be empty.

    triangle   the position pairs (a, b) for which only index a <= index b is computed and the mirror image copied.
    halved     pairs of summed indices whose exchange leaves the body unchanged: half the terms suffice.
    guard      name of a parameter: the statement is computed only where 1/parameter is not zero.
    """

    target: Array
    indices: tuple[Index, ...]
    body: Expr
    factor: Expr
    sums: tuple[Index, ...] = ()
    triangle: tuple[tuple[int, int], ...] = ()
    halved: tuple[tuple[Index, Index], ...] = ()
    guard: str = ""
    accumulate: bool = False


@dataclass(frozen=True)
class Function:
    """One function of the emitted solvers: which arrays it returns and the statements that compute them."""

    name: str
    outputs: tuple[Array, ...]
    statements: tuple[Statement, ...]

    def work(self) -> tuple[Array, ...]:
        """Arrays that are neither input nor output, in order of appearance."""
        found = {s.target.name: s.target for s in self.statements}
        return tuple(a for name, a in found.items() if name not in {o.name for o in self.outputs})


@dataclass(frozen=True)
class Program:
    """All functions of one system, with what the printers need to know of its inputs."""

    inputs: tuple[Array, ...]
    parameters: tuple[Parameter, ...]
    functions: tuple[Function, ...]

    def array(self, name: str) -> Array:
        """The input, output or work array of that name."""
        everything = (*self.inputs, *(s.target for f in self.functions for s in f.statements))
        return next(a for a in everything if a.name == name)
