"""From products of sums over units to monomials: coefficient, summed indices, heads, functions of
fields.

An expression of a model, on one sample, is a polynomial in the residual, heads, fields and
functions of fields.  Its sums are multiplied out symbolically, each with indices of its own, so
that averages can be taken factor by factor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from sympy import Add, Expr, IndexedBase, KroneckerDelta, Mul, Pow, S, Sum
from sympy.tensor.indexed import Indexed

from ..ir.system import Index, Range
from .reading import NOISE, Activate, Gain, Given, Network

__all__ = ["FIELD", "SLOPE", "Monomial", "TooManySums", "apart", "by_parts", "expand"]
__all__ += ["stack_fields", "stack_heads"]

FIELD = IndexedBase("z")  #: all local fields, one network after the other
SLOPE = -1  #: in place of an order: the slope of all else on that sample in this unit's field


@dataclass(frozen=True)
class Monomial:
    """``coefficient * sum over sums of prod heads * prod functions * prod noise``.

    Functions are (sample, order, unit): order n stands for the n-th derivative of the activation at
    the unit's field, None for the bare field, ``SLOPE`` for what ``by_parts`` takes.  ``heads``
    are (name, unit), ``noise`` the samples
    whose label noise is a factor, ``gains`` the units whose gain is one.
    """

    coefficient: Expr = S.One
    sums: tuple[Index, ...] = ()
    heads: tuple[tuple[str, Index], ...] = ()
    functions: tuple[tuple[str, int | None, Index], ...] = ()
    noise: tuple[str, ...] = ()
    gains: tuple[Index, ...] = ()

    def __mul__(self, other: Monomial) -> Monomial:
        return Monomial(
            self.coefficient * other.coefficient,
            self.sums + other.sums,
            self.heads + other.heads,
            self.functions + other.functions,
            self.noise + other.noise,
            self.gains + other.gains,
        )


def stack_fields(expression: Expr, networks: tuple[Network, ...]) -> Expr:
    """z = (lambda, beta): fields of all networks as one vector per sample, the units of the
    networks one after the other."""
    renamed = {}
    for network in networks:
        for element in expression.atoms(Indexed):
            if element.base == IndexedBase(network.field):
                renamed[element] = FIELD[element.indices]
    return _merge(expression.xreplace(renamed), Range("fields", tuple(n.units for n in networks)))


def stack_heads(expression: Expr, vector: str, signs: dict[str, Expr], fields: Range) -> Expr:
    """Heads written as one ``vector`` c with their weight in the residual, so that f - y = sum_i
    c_i g(z_i)."""
    renamed = {
        element: signs[element.base.name] * IndexedBase(vector)[element.indices]
        for element in expression.atoms(Indexed)
        if element.base.name in signs
    }
    return _merge(expression.xreplace(renamed), fields)


def _merge(expression: Expr, fields: Range) -> Expr:
    """sum_k f(z_k) + sum_n f(z_n) = sum_i f(z_i), i over the units of all networks."""

    def merged(total: Add) -> Expr:
        bodies: dict[Expr, list[Range]] = {}
        probe = Index("i", fields)
        rest = []
        for term in total.args:
            factor, sums = term.as_independent(Sum, as_Add=False)
            if isinstance(sums, Sum) and len(sums.limits) == 1:
                index = sums.limits[0][0]
                bodies.setdefault(factor * sums.function.xreplace({index: probe}), []).append(
                    index.rng
                )
            else:
                rest.append(term)
        for ranges in bodies.values():
            if set().union(*(r.parts for r in ranges)) != set(fields.parts):
                return total
        return Add(*rest, *(Sum(body, (probe, 1, fields.size)) for body in bodies))

    return expression.replace(lambda e: isinstance(e, Add) and e.has(Sum), merged)


def expand(expression: Expr, letters: dict[str, str]) -> list[Monomial]:
    """``expression`` as a list of monomials; ``letters`` are the names for summed indices, per
    range, in order."""
    taken = {s.name for s in expression.free_symbols if isinstance(s, Index)}
    fresh = _Fresh(letters, taken)
    return _expand(expression, fresh)


def apart(
    monomials: list[Monomial], others: tuple[Index, ...], letters: dict[str, str]
) -> list[Monomial]:
    """``monomials`` with their summed indices renamed away from the indices ``others``."""
    found = []
    for x in monomials:
        fresh = _Fresh(letters, {s.name for s in others})
        names = {s: fresh(s.rng) for s in x.sums}
        heads = tuple((name, names.get(s, s)) for name, s in x.heads)
        functions = tuple((sample, order, names.get(s, s)) for sample, order, s in x.functions)
        gains = tuple(names.get(s, s) for s in x.gains)
        rest = (heads, functions, x.noise, gains)
        found.append(Monomial(x.coefficient.xreplace(names), tuple(names.values()), *rest))
    return found


def by_parts(x: Monomial) -> list[Monomial]:
    """The monomials that ``x`` is with its slopes taken, by the product rule: of g in its own
    field, dg(z_u)/dz_i = delta_ui g'(z_u)."""
    place = next((p for p, (_, order, _) in enumerate(x.functions) if order == SLOPE), None)
    if place is None:
        return [x]
    sample, _, by = x.functions[place]
    rest = (*x.functions[:place], *x.functions[place + 1 :])
    found = []
    for p, (other, order, unit) in enumerate(rest):
        if other != sample or order == SLOPE or not set(unit.rng.parts) & set(by.rng.parts):
            continue
        raised = () if order is None else ((sample, order + 1, unit),)
        one = replace(x, functions=(*rest[:p], *raised, *rest[p + 1 :]))
        found += by_parts(_only_at(one, unit, by))
    return found


def _only_at(x: Monomial, unit: Index, other: Index) -> Monomial:
    """delta_(unit, other) x."""
    if unit == other:
        return x
    if unit not in x.sums:
        return replace(x, coefficient=x.coefficient * KroneckerDelta(unit, other))

    def put(i: Index) -> Index:
        return other if i == unit else i

    return Monomial(
        x.coefficient.xreplace({unit: other}),
        tuple(i for i in x.sums if i != unit),
        tuple((name, put(i)) for name, i in x.heads),
        tuple((sample, order, put(i)) for sample, order, i in x.functions),
        x.noise,
        tuple(put(i) for i in x.gains),
    )


class TooManySums(ValueError):
    """A product has more sums over units than there are letters; says of which units."""

    def __init__(self, rng: Range, letters: dict[str, str]) -> None:
        super().__init__(
            f"the losses have too many sums over the {' + '.join(rng.parts)} units in one product:"
            f" its moments have more than {len(letters[rng.name])} indices that count them"
        )


class _Fresh:
    """Hands out index names that are not taken yet."""

    def __init__(self, letters: dict[str, str], taken: set[str]) -> None:
        self.letters, self.taken = letters, set(taken)

    def branch(self) -> _Fresh:
        return _Fresh(self.letters, self.taken)

    def __call__(self, rng: Range) -> Index:
        for name in self.letters[rng.name]:
            if name not in self.taken:
                self.taken.add(name)
                return Index(name, rng)
        raise TooManySums(rng, self.letters)


def _expand(e: Expr, fresh: _Fresh) -> list[Monomial]:
    if isinstance(e, Add):
        found, taken = [], set()
        for term in e.args:
            branch = fresh.branch()  # summands may use the same letters
            found += _expand(term, branch)
            taken |= branch.taken
        fresh.taken |= taken
        return found
    if isinstance(e, Pow) and e.exp.is_Integer and e.exp.is_positive and e.has(Sum, Indexed):
        return _product([e.base] * int(e.exp), fresh)
    if isinstance(e, Mul):
        return _product(list(e.args), fresh)
    if isinstance(e, Sum):
        renamed, body = [], e.function
        for index, _, _ in e.limits:
            new = fresh(index.rng)
            renamed.append(new)
            body = body.xreplace({index: new})
        return [m * Monomial(S.One, sums=tuple(renamed)) for m in _expand(body, fresh)]
    if isinstance(e, Activate):
        order, argument = e.args
        unit, sample = argument.indices
        return [Monomial(functions=((sample.name, int(order), unit),))]
    if isinstance(e, Indexed) and e.base == FIELD:
        unit, sample = e.indices
        return [Monomial(functions=((sample.name, None, unit),))]
    if isinstance(e, Indexed) and e.base == NOISE:
        return [Monomial(noise=(e.indices[0].name,))]
    if isinstance(e, Indexed) and isinstance(e.base, Gain):
        return [Monomial(gains=e.indices)]
    if isinstance(e, Indexed) and isinstance(e.base, Given):
        return [Monomial(IndexedBase(e.base.name)[e.indices])]
    if isinstance(e, Indexed):
        return [Monomial(heads=((e.base.name, e.indices[0]),))]
    return [Monomial(e)]


def _product(factors: list[Expr], fresh: _Fresh) -> list[Monomial]:
    expanded = [_expand(f, fresh) for f in factors]
    found = []
    for combination in product(*expanded):
        monomial = Monomial(S.One)
        for factor in combination:
            monomial = monomial * factor
        found.append(monomial)
    return found
