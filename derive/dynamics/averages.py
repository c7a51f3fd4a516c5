"""The averages over the fields that a derivation meets: each kind is evaluated once and becomes an
array."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sympy import Expr, IndexedBase, Lambda, Sum
from sympy.tensor.indexed import Indexed

from ..gaussian import (
    MEASURE,
    Closed,
    Family,
    NoRule,
    nodes,
    rule,
)
from ..gaussian.activations import Activation
from ..ir.roles import Role
from ..ir.system import Constant, Definition, Index, Input, Joint, Kernel, Piece, Range, smallest
from ..ir.trace import Product, Section
from .covariances import Covariances, at_nodes, covariance_of
from .evaluated import evaluated, kernel, tilted_entries
from .kinds import (
    SQUARED,
    Kind,
    groups_of,
    letters_of,
    name_of,
    range_marks,
    rank,
    squared_name,
    word,
)
from .monomials import TooManySums

__all__ = ["FieldAverages"]

Units = tuple[Index, ...]


class FieldAverages:
    """Averages of products of g, its derivatives and bare fields, as elements of arrays over the
    fields' covariance.

    Which products occur is known only after all equations are written, so ``element`` hands out
    array elements at once and ``definitions`` gives the arrays at the end, over ranges just large
    enough for all uses.
    """

    def __init__(
        self,
        activation: Activation,
        parts: tuple[Range, ...],
        letters: dict[str, str],
        overlaps: Iterable[Input],
    ) -> None:
        self.activation, self.parts, self.letters = activation, parts, letters
        self.overlaps = {x.ranges: x.name for x in overlaps}
        self.fields = Range("fields", tuple(chain.from_iterable(r.parts for r in parts)))
        self.marks = range_marks((*parts, self.fields))
        self.uses: dict[Kind, list[Units]] = {}
        self.squared: dict[tuple[Kind, tuple[Range, ...]], Units] = {}

    def with_squares(self, squares: Units, plain: Units) -> Expr:
        """< prod g(square)^2 prod g(unit) > as an element of an array with just these ranges.

        Of three or more ``plain`` units two may be the same: then there is one square more.
        """
        squares = tuple(sorted(squares, key=lambda i: i.order))
        kind: Kind = (SQUARED,) * len(squares) + (0,) * len(plain)
        units = (*squares, *plain)
        ranges = tuple(i.rng for i in units)
        if (kind, ranges) not in self.squared:
            self.squared[kind, ranges] = self._indices(list(ranges))
            if len(plain) > 2:
                again = self._twice(self.squared[kind, ranges], len(squares))
                self._once_more(again, len(squares))
        return IndexedBase(squared_name(kind, ranges, self.marks))[units]

    def _twice(self, units: Units, squares: int) -> Units:
        """The plain units with the first of those that can be exchanged, twice; the letters of the
        others kept."""
        return (*units[: squares + 1], units[squares], *units[squares + 2 :])

    def _once_more(self, units: Units, squares: int) -> Expr:
        """The element where the first two plain units are the same."""
        return self.with_squares((*units[:squares], units[squares]), units[squares + 2 :])

    def element(self, functions: tuple[tuple[int | None, Index], ...]) -> Expr:
        """< product of functions > as an element of the array of its kind."""
        ordered = sorted(functions, key=lambda f: (rank(f[0]), f[1].order))
        kind, units = tuple(order for order, _ in ordered), tuple(unit for _, unit in ordered)
        try:
            self._indices([unit.rng for unit in units])
        except TooManySums:
            if not isinstance(evaluated(self.activation, kind), NoRule):  # which is said first
                raise
        self.uses.setdefault(kind, []).append(units)
        return IndexedBase(name_of(kind))[units]

    def missing(self) -> str:
        """Which of the averages met so far has no rule, in words; empty if all have one."""
        for kind in (*self._kinds(), *dict.fromkeys(kind for kind, _ in self.squared)):
            try:
                self._closed(kind)
            except NoRule as error:
                product = " ".join(
                    word(o, x.name) for o, x in zip(kind, letters_of(kind), strict=True)
                )
                return f"no rule for <{product}> (met {error.average.integrand})"
        return ""

    def snapshot(self) -> dict[Kind, list[Units]]:
        """The averages met so far, to come back to with ``restore``."""
        return {kind: list(units) for kind, units in self.uses.items()}

    def restore(self, uses: dict[Kind, list[Units]]) -> None:
        self.uses = uses

    def definitions(self) -> tuple[Definition, ...]:
        """The covariance of the fields, tilted covariances, and the averages, in order of
        dependence."""
        averages: list[Definition] = []
        tilted: dict[str, list[tuple[Family, list[Range]]]] = {}
        coupled: list[tuple[Range, ...]] = []
        for kind in self._kinds():
            groups = groups_of(kind)
            ranges = []
            for at_place in zip(*self.uses[kind], strict=True):
                ranges.append(smallest((unit.rng for unit in at_place), self.fields))
            for group in groups:
                joined = smallest((ranges[p] for p in group), self.fields)
                ranges = [joined if p in group else r for p, r in enumerate(ranges)]
            closed, indices = self._closed(kind), self._indices(ranges)
            at = dict(zip(letters_of(kind), indices, strict=True))
            for family, entry in tilted_entries(closed):
                tilted.setdefault(family.name, []).append(
                    (family, [at[f].rng for f in entry.indices[:-2]])
                )
            for e in closed.expression.atoms(Indexed):
                if covariance_of(e) == MEASURE:
                    coupled.append(tuple(at[f].rng for f in e.indices))
            product = " ".join(word(o, i.name) for o, i in zip(kind, indices, strict=True))
            averages.append(
                Definition(
                    name_of(kind),
                    Role.AVERAGE,
                    f"<{product}> over the fields",
                    tuple(ranges),
                    (Piece(indices, at_nodes(closed.expression.xreplace(at))),),
                    groups,
                )
            )
        squared = []
        for key in sorted(
            self.squared,
            key=lambda key: (-key[0].count(SQUARED), squared_name(key[0], key[1], self.marks)),
        ):
            definition, families_of = self._with_squares(*key)
            squared.append(definition)
            for family, places in families_of:
                tilted.setdefault(family.name, []).append((family, places))
        made = Covariances(self.parts, self.fields, self.overlaps, self._indices)
        families = [made.tilted(tilted[name]) for name in sorted(tilted)]
        scaled = (made.scaled(),) if self._along_path() else ()
        measure = made.measure(coupled) if coupled else ()
        return (made.plain(), *scaled, *families, *measure, *averages, *squared)

    def _with_squares(
        self, kind: Kind, ranges: tuple[Range, ...]
    ) -> tuple[Definition, list[tuple[Family, list[Range]]]]:
        """The array of an average with squares, and the tilted covariances it reads, with their
        ranges."""
        closed, indices = self._closed(kind), self.squared[kind, ranges]
        squares = kind.count(SQUARED)
        at = dict(zip(letters_of(kind), indices, strict=True))
        pieces = [Piece(indices, at_nodes(closed.expression.xreplace(at)))]
        if len(kind) - squares > 2:
            twice = self._twice(indices, squares)
            pieces.append(Piece(twice, self._once_more(twice, squares)))
        product = " ".join(word(o, i.name) for o, i in zip(kind, indices, strict=True))
        definition = Definition(
            squared_name(kind, ranges, self.marks),
            Role.AVERAGE,
            f"<{product}> over the fields",
            ranges,
            tuple(pieces),
            groups_of(tuple(zip(kind, (rng.name for rng in ranges), strict=True))),
        )
        read = []
        for family in closed.families:
            read.append((family, [at[x].rng for x in family.indices[:-2]]))
        return definition, read

    def products(self) -> dict[str, Kind]:
        """What the arrays of averages that were met are the averages of, by their names."""
        found = {name_of(kind): kind for kind in self.uses}
        return found | {squared_name(k, ranges, self.marks): k for k, ranges in self.squared}

    def constants(self) -> tuple[Constant, ...]:
        """Nodes and weights of the integral along a path, and of sums of Gaussians, if an average
        needs them."""
        order, graded = self.activation.path_order, self.activation.scale_free
        path = nodes(order, graded=graded) if self._along_path() else ()
        return (
            (*path, *rule(self._function(), self.activation.square_order)[:2])
            if self.squared
            else path
        )

    def _function(self) -> Lambda:
        return self.activation.as_function()

    def error_of_squares(self) -> float:
        """The largest error of g^2 as a sum of Gaussians."""
        return rule(self._function(), self.activation.square_order)[2]

    def kernels(self) -> tuple[Kernel, ...]:
        """What the averages of g over four fields are as functions of their covariance, where one
        is used so."""
        kinds = (*self._kinds(), *(kind for kind, _ in self.squared))
        four = any(self._closed(kind).expression.has(Joint) for kind in kinds)
        return (kernel(self.activation, 4),) if four else ()

    def _along_path(self) -> bool:
        return any(self._closed(kind).expression.has(Sum) for kind in self._kinds())

    def derivations(self) -> tuple[Section, ...]:
        """How each average was evaluated: the steps of the engine."""
        kinds = (*self._kinds(), *sorted({kind for kind, _ in self.squared}, key=name_of))
        return tuple(Section("The average {}", self._closed(k).steps, (Product(k),)) for k in kinds)

    def _kinds(self) -> list[Kind]:
        return sorted(self.uses, key=name_of)

    def _closed(self, kind: Kind) -> Closed:
        found = evaluated(self.activation, kind)
        if isinstance(found, NoRule):
            raise found
        return found

    def _indices(self, ranges: list[Range]) -> tuple[Index, ...]:
        used: dict[str, int] = {}
        found = []
        for rng in ranges:
            position = used.setdefault(rng.name, 0)
            if position == len(self.letters[rng.name]):
                raise TooManySums(rng, self.letters)
            found.append(Index(self.letters[rng.name][position], rng))
            used[rng.name] += 1
        return tuple(found)
