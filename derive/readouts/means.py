"""The average over the field kappa as a SymPy function: linear, and differentiated under the
average."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Function, Poly, S, Symbol

from ..ir.printing import text

__all__ = ["Mean", "collected", "over_signal", "spread"]


class Mean(Function):
    """< f > over kappa ~ N(0, 1); f depends on kappa through the symbols of the nodes."""

    nargs = 1

    def _eval_derivative(self, s: Expr) -> Expr:
        return Mean(self.args[0].diff(s))

    @classmethod
    def eval(cls, f: Expr) -> Expr | None:
        return S.Zero if f == 0 else None


def spread(expression: Expr, nodes: Iterable[Symbol]) -> Expr:
    """Every Mean as a sum of means of products of ``nodes`` with what does not depend on kappa in
    front."""
    inner = tuple(nodes)

    def parts(mean: Expr) -> Expr:
        found = []
        for term in Add.make_args(mean.args[0].expand()):
            outside, inside = term.as_independent(*inner, as_Add=False)
            found.append(outside * Mean(inside))
        return Add(*found)

    return expression.replace(lambda e: isinstance(e, Mean), parts)


def collected(expressions: Iterable[Expr]) -> dict[Mean, Symbol]:
    """A name for each mean that occurs, ``mean_0`` and so on, in a fixed order."""
    found = sorted(set().union(*(e.atoms(Mean) for e in expressions)), key=text)
    return {m: Symbol(f"mean_{i}") for i, m in enumerate(found)}


def over_signal(
    expression: Expr, target: Symbol, zeta: Symbol, moments: dict[tuple[int, int], Expr]
) -> Expr:
    """The average over zeta given kappa of a polynomial in the target g and zeta, from E[g^i zeta^j
    | kappa]."""
    polynomial = Poly(expression.expand(), target, zeta)
    return Add(*(coefficient * moments[powers] for powers, coefficient in polynomial.terms()))
