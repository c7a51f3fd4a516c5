"""The covariances of the fields as arrays: the overlaps, with couplings scaled at the nodes of a
path, with Gaussian weights absorbed; and the averages of signs at those nodes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from sympy import Expr, IndexedBase, S, Sum, sign
from sympy.tensor.indexed import Indexed

from ..gaussian import (
    FINE,
    LAST,
    MEASURE,
    NODE,
    PATH,
    PLAIN,
    QUARTIC,
    REST,
    SCALE,
    SCALED,
    SQUARE,
    WEIGHT,
    Covariance,
    Family,
    evaluate,
    ordered,
)
from ..ir.average import GAUSSIANS, strength, weight
from ..ir.roles import Role
from ..ir.system import Definition, Index, Piece, Range, smallest
from .blocks import VARIANCES
from .kinds import letters_of
from .reading import BLOCKS

__all__ = ["Covariances", "at_nodes", "covariance_of"]


class Covariances:
    """Makes the arrays: of networks ``parts`` with these ``overlaps``, whose names are by their
    ranges; ``indices`` gives letters for ranges."""

    def __init__(
        self,
        parts: tuple[Range, ...],
        fields: Range,
        overlaps: dict[tuple[Range, ...], str],
        indices: Callable[[list[Range]], tuple[Index, ...]],
        *,
        blocks: bool = False,
    ) -> None:
        self.parts, self.fields, self.overlaps, self.indices = parts, fields, overlaps, indices
        self.blocks = blocks

    def within(self) -> tuple[Definition, ...]:
        """The covariance of the fields of each block, where there are blocks: c_h C_hij."""
        if not self.blocks:
            return ()
        (h,) = self.indices([BLOCKS])
        variance = IndexedBase(VARIANCES)[h]
        pieces, rows = self._pieces((h,), variance)
        meaning = f"covariance of the fields of block h: {VARIANCES}[h] {rows}"
        ranges = (BLOCKS, self.fields, self.fields)
        return (Definition("Cb", Role.COVARIANCE, meaning, ranges, pieces, ((1, 2),)),)

    def plain(self) -> Definition:
        """The overlaps of all pairs of networks: C_ij = u_i.v_j/N, or the sum over blocks."""
        if not self.blocks:
            pieces, rows = self._pieces((), S.One)
            meaning = f"covariance of the fields: C = {rows}"
        else:
            pieces, meaning = self._over_blocks(), "covariance of the fields: sum over blocks"
        two = (self.fields,) * 2
        return Definition(
            "C",
            Role.COVARIANCE,
            meaning,
            two,
            pieces,
            ((0, 1),),
            covariance=PLAIN,
        )

    def _over_blocks(self) -> tuple[Piece, ...]:
        """The sums over blocks for all pairs of networks."""
        pieces = []
        for x, y in product(self.parts, repeat=2):
            h, i, j = self.indices([BLOCKS, x, y])
            pieces.append(Piece((i, j), Sum(IndexedBase("Cb")[h, i, j], (h, 1, BLOCKS.size))))
        return tuple(pieces)

    def _pieces(self, front: tuple[Index, ...], scale: Expr) -> tuple[tuple[Piece, ...], str]:
        """Overlaps of all pairs of networks, times a scale; and what they are, in words."""
        pieces, rows = [], []
        for x in self.parts:
            row = []
            for y in self.parts:
                i, j = self.indices([x, y])
                known = (x, y) in self.overlaps
                name = self.overlaps[(x, y) if known else (y, x)]
                element = IndexedBase(name)[(*front, *((i, j) if known else (j, i)))]
                pieces.append(Piece((*front, i, j), scale * element))
                row.append(name if known else f"{name}^T")
            rows.append(f"[{', '.join(row)}]")
        return tuple(pieces), f"[{', '.join(rows)}]"

    def scaled(self) -> Definition:
        i, j = self.indices([self.fields, self.fields])
        C, t = IndexedBase("C"), IndexedBase("path")[NODE]
        value = t * C[i, j]
        meaning = "couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]"
        return Definition(
            SCALED.name,
            Role.COVARIANCE,
            meaning,
            (PATH, self.fields, self.fields),
            (Piece((NODE, i, j), value),),
            ((1, 2),),
            covariance=SCALED,
        )

    def measure(self, coupled: list[tuple[Range, ...]]) -> tuple[Definition, Definition]:
        """The weight of a pair of signs at each node, and what the plain weights miss of its
        mass."""
        x, y = letters_of((0, 0))
        product = sign(x) * sign(y)
        mass, density = (
            evaluate(product, (x, y)),
            evaluate(product.diff(x).diff(y), (x, y), covariance=SCALED),
        )
        i, j = self.indices([smallest(r, self.fields) for r in zip(*coupled, strict=True)])
        at = {x: i, y: j}
        there = at_nodes(density.expression.xreplace(at))
        mass_there = at_nodes(mass.expression.xreplace(at))
        coupling, weight = IndexedBase("C")[i, j], IndexedBase(WEIGHT.name)[NODE]
        found = Sum(weight * coupling * there, (NODE, 1, PATH.size))
        missed = Definition(
            "Cm",
            Role.AVERAGE,
            f"<sign({i.name}) sign({j.name})> minus the rule with nodes",
            (i.rng, j.rng),
            (Piece((i, j), mass_there - found),),
            ((0, 1),),
        )
        value = weight * coupling + IndexedBase(LAST.name)[NODE] * IndexedBase("Cm")[i, j] / there
        meaning = (
            "weight times coupling of two signs; the last node has what the rule misses of their"
            " average too"
        )
        return missed, Definition(
            MEASURE.name,
            Role.AVERAGE,
            meaning,
            (PATH, i.rng, j.rng),
            (Piece((NODE, i, j), value),),
            ((1, 2),),
        )

    def tilted(self, found: list[tuple[Family, list[Range]]]) -> Definition:
        """One covariance, over ranges just large enough for all its uses."""
        family = found[0][0]
        of = family.covariance
        depth, squares = len(family.indices) - 2, of.sums
        places = zip(*(place for _, place in found), strict=True)
        ranges = [smallest(at_place, self.fields) for at_place in places]
        indices = self.indices([*ranges, self.fields, self.fields])
        expression = at_nodes(family.entry(indices))
        names = ", ".join(i.name for i in indices[:depth])
        meaning = f"covariance of the fields with the Gaussian weight of {names} absorbed"
        if of.scaled:
            indices = (NODE, *indices)
            meaning += ", couplings scaled"
        if squares:
            indices = (*squares, *indices)
            meaning += ", of the strengths " + ", ".join(i.name for i in squares)
        return Definition(
            _array(of),
            Role.COVARIANCE,
            meaning,
            tuple(i.rng for i in indices),
            (Piece(indices, expression),),
            ((len(indices) - 2, len(indices) - 1),),
            covariance=of,
        )


#: In the names of covariances with weights absorbed that are part of a sum.
MARKS = {SQUARE: "s", QUARTIC: "q", FINE: "e"}


def covariance_of(entry: Indexed) -> Covariance:
    """The covariance that an entry belongs to."""
    return entry.base.covariance


def at_nodes(expression: Expr) -> Expr:
    """Covariances with scaled couplings, and the weight, as elements of arrays over the nodes of
    the path.

    Two fields of an average may be copies of the same unit's, and are coupled then like any others:
    the arrays hold t C there, and what they hold on the diagonal is the coupling of two copies.
    Variances get the rest.
    """
    expression = _sorted(expression)
    C, t = IndexedBase("C"), IndexedBase("path")[NODE]

    def put(e: Indexed) -> Expr:
        of, (x, y) = covariance_of(e), e.indices[-2:]
        array, squares = IndexedBase(_array(of)), of.sums
        if of.scaled:
            return array[(NODE, *e.indices)] + ((1 - t) * C[x, x] if x == y else 0)
        return array[(*squares, *((NODE,) if of == MEASURE else ()), *e.indices)]

    there: dict[Expr, Expr] = {e: put(e) for e in expression.atoms(Indexed)}
    for index in GAUSSIANS:
        there[strength(index)] = IndexedBase(index.rng.name)[index]
        there[weight(index)] = IndexedBase(f"{index.rng.name}_weight")[index]
    there |= {WEIGHT: IndexedBase(WEIGHT.name)[NODE], REST: 1 - t, SCALE: t}
    return expression.xreplace(there)


def _array(covariance: Covariance) -> str:
    """The name of the array that holds it: one for all Gaussians of a sum."""
    sums = {index.rng for index in covariance.sums}
    if not sums & {QUARTIC, FINE}:
        return f"Cs{covariance.open}" if sums else covariance.name
    marks = (MARKS[index.rng] for index in covariance.sums)
    return "C" + "".join(marks)


def _sorted(expression: Expr) -> Expr:
    """Entries of covariances with indices that may be exchanged in a fixed order."""
    return expression.xreplace(
        {e: ordered(e, lambda s: s.order) for e in expression.atoms(Indexed)}
    )
