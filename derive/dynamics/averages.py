"""The averages over the fields that a derivation meets: each kind is evaluated once and becomes an
array."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations, product

from sympy import DiracDelta, Expr, IndexedBase, Lambda, S, Sum, Symbol
from sympy.tensor.indexed import Indexed

from ..gaussian import (
    FINE,
    MEASURE,
    PLAIN,
    QUARTIC,
    SQUARE,
    Average,
    Closed,
    Family,
    NoRule,
    far,
    nodes,
    rule,
)
from ..gaussian.activations import Activation
from ..ir.roles import Role
from ..ir.system import Constant, Definition, Index, Input, Joint, Kernel, Piece, Range, smallest
from ..ir.trace import Combination, Product, Section, Step
from .covariances import Covariances, at_nodes, covariance_of
from .cubature import Cubature, at_node
from .evaluated import evaluated, integrand_of, kernel, tilted_entries
from .kinds import (
    DIP,
    DIPS,
    FINE_DIP,
    QUARTIC_DIP,
    SQUARED,
    WEAK,
    Kind,
    groups_of,
    letters_of,
    name_of,
    range_marks,
    rank,
    squared_name,
    word,
    written,
)
from .monomials import TooManySums

__all__ = ["FieldAverages"]

Units = tuple[Index, ...]
#: A kind of average, and the ranges of its array.
Place = tuple[Kind, tuple[Range, ...]]


class FieldAverages:
    """Averages of products of g, its derivatives and bare fields, as elements of arrays over the
    fields' covariance.

    Which products occur is known only after all equations are written, so ``element`` hands out
    array elements at once and ``definitions`` gives the arrays at the end, over ranges just large
    enough for all uses.

    g stands for that of the network a unit belongs to: where networks differ, an array over units
    of all of them has a piece for each choice of networks.
    """

    def __init__(
        self,
        activations: tuple[Activation, ...],
        parts: tuple[Range, ...],
        letters: dict[str, str],
        overlaps: Iterable[Input],
        *,
        blocks: bool = False,
    ) -> None:
        self.parts, self.letters, self.blocks = parts, letters, blocks
        self.activations = dict(zip(parts, activations, strict=True))
        self.activation = activations[0]
        self.mixed = len(set(activations)) > 1
        self.overlaps = {x.ranges[-2:]: x.name for x in overlaps}
        self.fields = Range("fields", tuple(chain.from_iterable(r.parts for r in parts)))
        self.marks = range_marks((*parts, self.fields))
        self.uses: dict[Kind, list[Units]] = {}
        self.squared: dict[Place, Units] = {}
        self.dips: dict[Place, Units] = {}
        self.cubature = Cubature(self.fields, self.activations, letters)

    def with_squares(self, squares: Units, plain: Units) -> Expr:
        """< prod g(square)^2 prod g(unit) > as an element of an array with just these ranges."""
        place, units = _place((SQUARED,) * len(squares), squares, plain)
        if place not in self.squared:
            self.squared[place] = self._indices(list(place[1]))
            for units_of in self._pieces(place, self.squared[place]):
                self._of_dips(place, units_of)
        return IndexedBase(squared_name(*place, self.marks))[units]

    def _of_dips(self, place: Place, units: Units) -> Expr:
        """< prod g_i^2 F > = sum over subsets: < prod_(i in it) (g_i^2 - g(oo)^2) F >, with a
        factor g(oo)^2 for each i that is not."""
        squared = place[0].count(SQUARED)
        squares, plain = units[:squared], units[squared:]
        total: Expr = S.Zero
        for size in range(len(squares) + 1):
            for some in combinations(squares, size):
                element = self._dip(some, plain) if some else self._plain(plain)
                total += far(self._function()) ** (len(squares) - size) * element
        return total

    def _plain(self, units: Units) -> Expr:
        """< prod g(unit) >, by a square where the first two of more are the same: its Gaussians err
        less than a path does."""
        if len(units) > 2 and units[0] == units[1]:
            first, rest = units[0], units[2:]
            return far(self._function()) * self._plain(rest) + self._dip((first,), rest)
        return self.element(tuple((0, i) for i in units)) if units else S.One

    def _pieces(self, place: Place, units: Units) -> tuple[Units, ...]:
        """The units of an array's pieces: where all plain ones are different, and where the first
        two, if there are more, are the same."""
        plain = place[0].count(0)
        if plain < 3:
            return (units,)
        first = len(units) - plain
        return units, (*units[: first + 1], units[first], *units[first + 2 :])

    def _dip(self, dips: Units, plain: Units) -> Expr:
        """< prod (g(dip)^2 - g(oo)^2) prod g(unit) > as an element of an array with just these
        ranges; a dip that stands twice is one factor.

        Of three or more ``plain`` units two may be the same: then there is one square more.
        """
        powers = Counter(dips)
        kinds = tuple(QUARTIC_DIP if powers[i] == 2 else DIP for i in powers)
        place, units = _place(kinds, tuple(powers), plain)
        if place not in self.dips:
            self.dips[place] = self._indices(list(place[1]))
            self._of_coinciding(place)
        return IndexedBase(squared_name(*place, self.marks))[units]

    def _of_coinciding(self, place: Place) -> tuple[Piece, ...]:
        """The pieces of an array with dips where units coincide: two of its dips, whose product is
        one factor, and two plain units, which are one square more."""
        kinds, indices = place[0], self.dips[place]
        count = len(kinds) - kinds.count(0)
        dips = list[Index]()
        for kind, unit in zip(kinds[:count], indices, strict=False):
            dips += [unit] * (2 if kind == QUARTIC_DIP else 1)
        found = []
        if kinds.count(DIP) > 1:
            first = kinds.index(DIP)
            unit, other = indices[first : first + 2]
            if unit.rng == other.rng:
                same = tuple(unit if i == other else i for i in dips)
                units = tuple(unit if i == other else i for i in indices)
                found.append(Piece(units, self._dip(same, indices[count:])))
        for units in self._pieces(place, indices)[1:]:
            again, rest = units[count], units[count + 2 :]
            value = far(self._function()) * self._dip(tuple(dips), rest)
            found.append(Piece(units, value + self._dip((*dips, again), rest)))
        return tuple(found)

    def _repeated_four(self) -> dict[Place, Units]:
        """The array with dips, if there is one, of which < g g g g > is where a unit is repeated:
        it runs over as much as that does, and has Gaussians of its own."""
        kind = (0,) * 4
        if kind not in self.uses or not self._has_squares():
            return {}
        rng = self._ranges(kind)[0]
        ranges = (rng, rng, rng)
        return {((FINE_DIP, 0, 0), ranges): self._indices(list(ranges))}

    def _has_squares(self) -> bool:
        """Whether the square of the activation of all fields is a sum of Gaussians."""
        return not self.mixed and bool(self.activation.square_order)

    def _all_dips(self) -> dict[Place, Units]:
        return self._repeated_four() | self.dips

    def element(
        self, functions: tuple[tuple[int | str | None, Index], ...], *, weak: bool = False
    ) -> Expr:
        """< product of functions > as an element of the array of its kind; ``weak``: slopes of
        functions that have none are those of distributions."""
        if weak:
            functions = tuple((self._weak(order, unit), unit) for order, unit in functions)
        self.check_slopes(functions)
        ordered = sorted(functions, key=lambda f: (rank(f[0]), f[1].order))
        kind, units = tuple(order for order, _ in ordered), tuple(unit for _, unit in ordered)
        for block in self._blocks([unit.rng for unit in units]):
            try:
                self._indices(block)
            except TooManySums:
                found = self._by_rules(block, kind)
                if not isinstance(found, NoRule):  # which is said first
                    raise
        self.uses.setdefault(kind, []).append(units)
        return IndexedBase(name_of(kind))[units]

    def at_node(self, order: int, unit: Index) -> Expr:
        """The derivative of this order of the activation of a unit at a node of the cubature."""
        self.check_slopes(((order, unit),))
        self.cubature.read.setdefault(order, set()).add(unit.rng)
        return at_node(order, unit)

    def _weak(self, order: int | str | None, unit: Index) -> int | str | None:
        """The order of a derivative, or that it is a distribution."""
        own = unit.rng != self.fields and not self.activations[unit.rng].slope
        return WEAK if own and order == 1 else order

    def check_slopes(self, functions: tuple[tuple[int | str | None, Index], ...]) -> None:
        """``ValueError`` for the derivative of an activation without a slope."""
        for order, unit in functions:
            for rng in self.parts if unit.rng == self.fields else (unit.rng,):
                if order and order != WEAK and not self.activations[rng].slope:
                    raise ValueError(
                        f"{self.activations[rng].name} has no slope: no loss descends through the"
                        f" units {rng.name}"
                    )

    def check_numbers(self, functions: tuple[tuple[int | None, Index], ...]) -> None:
        """``ValueError`` for a derivative that is a delta function: a step, which moves by numbers,
        never meets it."""
        x = Symbol("x", real=True)
        for order, unit in functions:
            for rng in self.parts if unit.rng == self.fields else (unit.rng,):
                if not order or not self.activations[rng].slope:  # of which ``check_slopes`` says
                    continue
                if self.activations[rng].derivative(order, x).has(DiracDelta):
                    marks = "'" * order
                    raise ValueError(
                        f"a step has g{marks} of {self.activations[rng].name}, which is zero but"
                        " where it is no number: no simulated step, and no program, meets that;"
                        " take a smooth activation, or leave out of the loss what differentiates"
                        " to it"
                    )

    def missing(self) -> str:
        """Which of the averages met so far has no rule, in words; empty if all have one."""
        met = []
        for kind in self._kinds():
            met += [(kind, block) for block in self._blocks(self._ranges(kind))]
        for kind, ranges in (*met, *self.dips):
            try:
                self._closed(kind, ranges)
            except NoRule as error:
                words = (word(o, x.name) for o, x in zip(kind, letters_of(kind), strict=True))
                return f"no rule for <{' '.join(words)}> (met {error.average.integrand})"
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
        for place in self._repeated_four():
            definition, families_of = self._of_tilts(place)
            averages.append(definition)
            for family, places in families_of:
                tilted.setdefault(family.name, []).append((family, places))
        for kind in self._kinds():
            ranges = self._ranges(kind)
            pieces = []
            for block in self._blocks(ranges):
                beside = self._by_nodes(kind, block)
                for indices, closed in self._elements(kind, block):
                    at = dict(zip(letters_of(kind), indices, strict=True))
                    for family, entry in tilted_entries(closed):
                        tilted.setdefault(family.name, []).append(
                            (family, [at[f].rng for f in entry.indices[:-2]])
                        )
                    for e in closed.expression.atoms(Indexed):
                        if covariance_of(e) == MEASURE:
                            coupled.append(tuple(at[f].rng for f in e.indices))
                    value = at_nodes(closed.expression.xreplace(at))
                    if beside:
                        near = closed.expression != 0
                        value += self.cubature.element(kind, indices, near=near)
                    pieces.append(Piece(indices, value))
            if kind == (0,) * 4:
                pieces += self._twice_among_four()
            letters = self._indices(ranges)
            words = (word(o, i.name) for o, i in zip(kind, letters, strict=True))
            averages.append(
                Definition(
                    name_of(kind),
                    Role.AVERAGE,
                    f"<{' '.join(words)}> over the fields",
                    tuple(ranges),
                    tuple(pieces),
                    groups_of(kind),
                )
            )
        squared = []
        for place in sorted(self.dips, key=self._order):
            definition, families_of = self._of_tilts(place)
            squared.append(definition)
            for family, places in families_of:
                tilted.setdefault(family.name, []).append((family, places))
        for place in sorted(self.squared, key=self._order):
            pieces = []
            for units in self._pieces(place, self.squared[place]):
                pieces.append(Piece(units, self._of_dips(place, units)))
            squared.append(self._defined(place, tuple(pieces)))
        given = (self.parts, self.fields, self.overlaps, self._indices)
        made = Covariances(*given, blocks=self.blocks)
        families = [made.tilted(tilted[name]) for name in sorted(tilted)]
        scaled = (made.scaled(),) if self._along_path() else ()
        measure = made.measure(coupled) if coupled else ()
        covariances = (*made.within(), made.plain(), *scaled, *families)
        wide = {kind: self._ranges(kind) for kind in self.cubature.pieces}
        by_nodes = (*self.cubature.at_nodes(wide), *self.cubature.sums(wide))
        return (*covariances, *measure, *by_nodes, *averages, *squared)

    def _twice_among_four(self) -> tuple[Piece, ...]:
        """< g(x)^2 g(y) g(z) > = g(oo)^2 < g(y) g(z) > + < (g(x)^2 - g(oo)^2) g(y) g(z) >."""
        found = []
        for place, (i, j, k) in self._repeated_four().items():
            dip = IndexedBase(squared_name(*place, self.marks))[i, j, k]
            # written out: it would be read for all fields here alone
            two = self._closed((0, 0), place[1][1:])
            rest = at_nodes(
                two.expression.xreplace(dict(zip(letters_of((0, 0)), (j, k), strict=True)))
            )
            found.append(Piece((i, i, j, k), far(self._function()) * rest + dip))
        return tuple(found)

    def _order(self, place: Place) -> tuple[int, int, int, str]:
        """An array behind those that it reads."""
        kind = place[0]
        degree = len(kind) + kind.count(QUARTIC_DIP)
        return kind.count(0), -degree, len(kind), squared_name(*place, self.marks)

    def _of_tilts(self, place: Place) -> tuple[Definition, list[tuple[Family, list[Range]]]]:
        """The array of an average with dips, and the tilted covariances it reads, with their
        ranges."""
        kind, closed, indices = place[0], self._closed(*place), self._all_dips()[place]
        at = dict(zip(letters_of(kind), indices, strict=True))
        pieces = [Piece(indices, at_nodes(closed.expression.xreplace(at)))]
        if place in self.dips:
            pieces += self._of_coinciding(place)
        read = []
        for family in closed.families:
            read.append((family, [at[x].rng for x in family.indices[:-2]]))
        return self._defined(place, tuple(pieces)), read

    def _defined(self, place: Place, pieces: tuple[Piece, ...]) -> Definition:
        kind, ranges = place
        words = (word(o, i.name) for o, i in zip(kind, pieces[0].indices, strict=True))
        return Definition(
            squared_name(kind, ranges, self.marks),
            Role.AVERAGE,
            f"<{' '.join(words)}> over the fields",
            ranges,
            pieces,
            groups_of(tuple(zip(kind, (rng.name for rng in ranges), strict=True))),
        )

    def products(self) -> dict[str, Kind]:
        """What the arrays of averages that were met are the averages of, by their names."""
        found = {name_of(kind): written(kind) for kind in self.uses} | self.cubature.products()
        places = (*self._all_dips(), *self.squared)
        return found | {squared_name(*x, self.marks): x[0] for x in places}

    def constants(self) -> tuple[Constant, ...]:
        """Nodes and weights of the integral along a path, and of sums of Gaussians, if an average
        needs them."""
        order = max(a.path_order for a in self.activations.values())
        needed = self._along_path() or bool(self.kernels())  # kernels are such integrals, too
        path = nodes(order, graded=self.scale_free) if needed else ()
        sums: list[Constant] = []
        met = set(chain.from_iterable(kind for kind, _ in self._all_dips()))
        for kind, rng in ((DIP, SQUARE), (QUARTIC_DIP, QUARTIC), (FINE_DIP, FINE)):
            if kind in met:
                order = self.activation.fine_order if rng == FINE else self.activation.square_order
                sums += rule(self._function(), order, rng)[:2]
        return (*path, *sums)

    @property
    def scale_free(self) -> bool:
        """Whether an activation has no scale."""
        return any(a.scale_free for a in self.activations.values())

    def _function(self) -> Lambda:
        return self.activation.as_function()

    def error_of_squares(self) -> float:
        """The largest error of g^2 as a sum of Gaussians."""
        return rule(self._function(), self.activation.square_order)[2]

    def kernels(self) -> tuple[Kernel, ...]:
        """What the averages of g over four fields are as functions of their covariance, where one
        is used so."""
        four = any(closed.expression.has(Joint) for _, _, closed in self._evaluated())
        return (kernel(self.activation, 4),) if four else ()

    def _along_path(self) -> bool:
        plain = (x for x in self._evaluated() if not DIPS & set(x[0]))
        return any(closed.expression.has(Sum) for _, _, closed in plain)

    def derivations(self) -> tuple[Section, ...]:
        """How each average was evaluated: the steps of the engine."""
        found: dict[Product, Section] = {}
        for kind, block, closed in self._evaluated():
            of = Product(written(kind), self._owners(block))
            steps = closed.steps
            if steps and SQUARED not in kind and self._by_nodes(kind, block):
                steps = _beside_nodes(steps, self._functions(block), kind)
            found.setdefault(of, Section("The average {}", steps, (of,)))
        return tuple(found.values())

    def _owners(self, block: Sequence[Range]) -> tuple[str, ...]:
        """Whose functions stand at the places of a block, where networks differ."""
        return tuple(r.name for r in block) if self.mixed else ()

    def _evaluated(self) -> list[tuple[Kind, Sequence[Range], Closed]]:
        """All averages met, in each block, those with dips last."""
        found: list[tuple[Kind, Sequence[Range], Closed]] = []
        for kind in self._kinds():
            for block in self._blocks(self._ranges(kind)):
                found.append((kind, block, self._closed(kind, block)))
        for kind, ranges in sorted(self._all_dips(), key=lambda key: name_of(key[0])):
            found.append((kind, ranges, self._closed(kind, ranges)))
        return found

    def _kinds(self) -> list[Kind]:
        return sorted(self.uses, key=name_of)

    def _ranges(self, kind: Kind) -> list[Range]:
        """Of the array of a kind: just large enough for all its uses."""
        ranges = []
        for at_place in zip(*self.uses[kind], strict=True):
            ranges.append(smallest((unit.rng for unit in at_place), self.fields))
        for group in groups_of(kind):
            joined = smallest((ranges[p] for p in group), self.fields)
            ranges = [joined if p in group else r for p, r in enumerate(ranges)]
        return ranges

    def _blocks(self, ranges: list[Range]) -> list[list[Range]]:
        """The array in blocks whose places have one function each."""
        if not self.mixed:
            return [ranges]
        choices = (self.parts if r == self.fields else (r,) for r in ranges)
        return [list(block) for block in product(*choices)]

    def _elements(self, kind: Kind, block: list[Range]) -> list[tuple[Units, Closed]]:
        """The average in a block; and where two units with a jump are the same, for the arcsine of
        their correlation loses half the digits there."""
        closed = self._closed(kind, block)  # that there is no rule is said first
        indices = self._indices(block)
        found = [(indices, closed)]
        for group in groups_of(kind):
            of = [p for p in group if not self._functions(block)[p].slope]
            if len(of) == 2 and block[of[0]] == block[of[1]]:
                first, second = of
                coinciding = self._by_rules(block, kind, (first, second))
                if not isinstance(coinciding, NoRule):
                    twice = tuple(
                        indices[first] if p == second else i for p, i in enumerate(indices)
                    )
                    found.append((twice, coinciding))
        return found

    def _functions(self, block: Sequence[Range]) -> tuple[Activation, ...]:
        """The activation at each place of a block."""
        return tuple(self.activations.get(r, self.activation) for r in block)

    def _closed(self, kind: Kind, block: Sequence[Range]) -> Closed:
        """The average by rules; where nodes give it, that of the functions near these."""
        found = self._by_rules(block, kind)
        if isinstance(found, NoRule) and self._by_nodes(kind, block):
            near = evaluated(tuple(f.nearby for f in self._functions(block)), kind)
            return Closed(S.Zero, (), ()) if isinstance(near, NoRule) else near
        if isinstance(found, NoRule):
            raise found
        return found

    def _by_rules(
        self, block: Sequence[Range], kind: Kind, same: tuple[int, int] | None = None
    ) -> Closed | NoRule:
        return evaluated(self._functions(block), kind, same, four=self._has_squares())

    def _by_nodes(self, kind: Kind, block: Sequence[Range]) -> bool:
        """Whether no rule gives the average, and nodes do."""
        functions = self._functions(block)
        if {SQUARED, WEAK} & set(kind) or not any(f.cubature for f in functions):
            return False
        return isinstance(self._by_rules(block, kind), NoRule)

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


def _place(kinds: Kind, squares: Units, plain: Units) -> tuple[Place, Units]:
    """The array of squares of these kinds and of plain units, and its indices: of equal kinds in
    order."""
    pairs = sorted(
        zip(kinds, squares, strict=True), key=lambda x: (x[0] != QUARTIC_DIP, x[1].order)
    )
    units = (*(i for _, i in pairs), *plain)
    found: Kind = (*(kind for kind, _ in pairs), *(0 for _ in plain))
    return (found, tuple(i.rng for i in units)), units


def _beside_nodes(
    steps: tuple[Step, ...], functions: Sequence[Activation], kind: Kind
) -> tuple[Step, ...]:
    """The steps of the average of the functions near, below the line that brings them in."""
    fields = letters_of(kind)
    nearby = [f.nearby for f in functions]
    before = Average(integrand_of(functions, kind, fields), fields, PLAIN)
    near = Combination(((S.One, Average(integrand_of(nearby, kind, fields), fields, PLAIN)),))
    first = Step("cubature", before, near, "up to the difference, by nodes")
    return (first, *(replace(step, depth=step.depth + 1) for step in steps))
