"""Sums over several indices as products of matrices.

sum_mp a_m b_lp c_mp   ->   s_ml = sum_p b_lp c_mp;  sum_m a_m s_ml
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sympy import Expr, IndexedBase, Mul, Sum, Symbol
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.roles import Role
from ...ir.system import Definition, Index, Piece, free_indices
from ...ir.terms import sum_over

__all__ = ["Tables", "factor"]

#: A table of a partial sum has this many dimensions at most, or as many as the largest array in the
#: sum; more would be storage of the size of the work.
DIMENSIONS = 2

_Group = tuple[list[Expr], list[Index]]


def factor(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Partial sums of products become tables where that lowers the number of nested loops."""
    found: list[Definition] = []
    tables = Tables()
    for d in definitions:
        pieces = (
            tuple(replace(p, expression=_factored(p, tables)) for p in d.pieces)
            if not d.update
            else d.pieces
        )
        found += [*tables.new(), replace(d, pieces=pieces)]
    return tuple(found)


def _factored(piece: Piece, tables: Tables) -> Expr:
    sums = sorted(piece.expression.atoms(Sum), key=text)
    return piece.expression.xreplace({s: tables.split(s, piece.indices) for s in sums})


@dataclass
class Tables:
    """Tables of partial sums, each made once whatever its indices are called."""

    known: dict[tuple[Expr, int], str] = field(default_factory=dict)
    made: list[Definition] = field(default_factory=list)
    taken: int = 0

    def new(self) -> list[Definition]:
        """The tables made since the last call."""
        found, self.taken = self.made[self.taken :], len(self.made)
        return found

    def split(self, s: Sum, outer: tuple[Index, ...]) -> Expr:
        """A sum as a product of tables, and of sums over fewer indices, where that lowers the
        number of loops."""
        bound = [i for i, _, _ in s.limits]
        if idle := [i for i in bound if i not in s.function.free_symbols]:
            # sum_i c = (number of i) c
            left = sum_over(s.function, [i for i in bound if i not in idle])
            left = self.split(left, outer) if isinstance(left, Sum) else left
            return left * Mul(*(i.rng.size for i in idle))
        factors = Mul.make_args(s.function)
        apart = _components(factors, bound)
        if len(apart) > 1 or _others(apart[0]) < set(outer):
            rest = Mul(*(f for f in factors if not set(bound) & f.free_symbols))
            return rest * Mul(*(self._apart(group, outer) for group in apart))
        loops = len({*outer, *bound})
        most = max(DIMENSIONS, *(len(e.indices) for e in s.function.atoms(Indexed)), 0)
        best: tuple[int, Index, tuple[Index, ...]] | None = None
        for b in bound if len(bound) > 1 else ():
            inner = Mul(*(f for f in factors if b in f.free_symbols))
            others = tuple(i for i in free_indices(inner) if i != b)
            lower = len(others) + 1 < loops and len(others) <= most
            if lower and (best is None or len(others) < best[0]):
                best = (len(others), b, others)
        if best is None:
            return s
        _, b, others = best
        inner = Mul(*(f for f in factors if b in f.free_symbols))
        rest = Mul(*(f for f in factors if b not in f.free_symbols))
        left = sum_over(rest * self._table(inner, (b,), others), [i for i in bound if i != b])
        return self.split(left, outer)

    def _apart(self, group: _Group, outer: tuple[Index, ...]) -> Expr:
        """A sum that shares no summed index with others: a table of its own unless it needs all
        loops."""
        factors, bound = group
        body = Mul(*factors)
        if (others := _others(group)) < set(outer):
            return self._table(
                body, tuple(bound), tuple(i for i in free_indices(body) if i in others)
            )
        return self.split(sum_over(body, bound), outer)

    def _table(self, body: Expr, bound: tuple[Index, ...], others: tuple[Index, ...]) -> Expr:
        """The element of the table sum over ``bound`` of ``body``."""
        slots = {
            i: Symbol(f"slot_{p}_{'_'.join(i.rng.parts)}", integer=True)
            for p, i in enumerate((*others, *bound))
        }
        # what is summed over counts: sum_b a_ib and sum_ab a_ab have the same body
        pattern = (body.xreplace(slots), len(others))
        if pattern not in self.known:
            name = self.known[pattern] = f"s{len(self.known)}"
            ranges = tuple(i.rng for i in others)
            table = self.split(sum_over(body, bound), others)
            self.made.append(
                Definition(
                    name, Role.PARTIAL, f"partial sum {table}", ranges, (Piece(others, table),)
                )
            )
        name = self.known[pattern]
        return IndexedBase(name)[others] if others else Symbol(name)


def _others(group: _Group) -> set[Index]:
    """The indices of a group that are not summed over."""
    factors, bound = group
    return set[Index]().union(*map(free_indices, factors)) - set(bound)


def _components(factors: tuple[Expr, ...], bound: list[Index]) -> list[_Group]:
    """Groups of factors, and of the indices summed over, that have no index of the sum in
    common."""
    groups: list[_Group] = []
    for f in factors:
        own = [i for i in bound if i in f.free_symbols]
        if not own:
            continue
        together, indices = [f], own
        for g in [g for g in groups if set(g[1]) & set(own)]:
            groups.remove(g)
            together, indices = [*g[0], *together], [*g[1], *(i for i in indices if i not in g[1])]
        groups.append((together, indices))
    return groups
