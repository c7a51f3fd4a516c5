"""One kind of average over the fields, evaluated by the rules of the Gaussian calculus; once per
process."""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement

from sympy import Expr, IndexedBase, Mul, Symbol
from sympy.tensor.indexed import Indexed

from ..gaussian import NODE, WEIGHT, Closed, Family, NoRule, evaluate
from ..gaussian.activations import Activation
from ..ir.printing import text
from ..ir.system import Kernel
from .covariances import covariance_of
from .kinds import SQUARED, Kind, letters_of

__all__ = ["evaluated", "kernel", "tilted_entries"]


@cache
def evaluated(activation: Activation, kind: Kind) -> Closed | NoRule:
    """The average of this kind, or why there is none; once per process."""
    fields = letters_of(kind)
    factors = (_factor(activation, o, x) for o, x in zip(kind, fields, strict=True))
    squares = SQUARED in kind and bool(activation.square_order)
    joint = kind.count(1) > 1 and kind.count(0) > 3  # a path under a tilted covariance
    try:
        return evaluate(
            Mul(*factors),
            fields,
            along_path=bool(activation.path_order),
            as_gaussians=squares or joint,
        )
    except NoRule as error:
        return error


def kernel(activation: Activation, count: int) -> Kernel:
    """< prod g > over so many fields in the entries of their covariance."""
    closed = evaluated(activation, (0,) * count)
    assert isinstance(closed, Closed)
    fields = letters_of((0,) * count)
    pairs = list(combinations_with_replacement(range(count), 2))
    entries = {(fields[p], fields[q]): Symbol(f"v{p}{q}", real=True) for p, q in pairs}
    t = IndexedBase("path")[NODE]

    def put(e: Indexed) -> Expr:
        value = entries[tuple(sorted(e.indices, key=lambda x: x.name))]
        return t * value if covariance_of(e).scaled and e.indices[0] != e.indices[1] else value

    flat = closed.flat()
    flat = flat.xreplace(
        {e: put(e) for e in flat.atoms(Indexed)} | {WEIGHT: IndexedBase(WEIGHT.name)[NODE]}
    )
    meaning = f"average of g over {count} fields, of their covariance"
    return Kernel(count, tuple(entries.values()), flat, meaning)


def tilted_entries(closed: Closed) -> list[tuple[Family, Indexed]]:
    """The entries of tilted covariances that an average is made of, those they are defined by
    included."""
    found, read = [], closed.expression.atoms(Indexed)
    for family in reversed(closed.families):
        entries = {e for e in read if e.base.name == family.name}
        found += [(family, e) for e in sorted(entries, key=text)]
        read = read.union(*(family.entry(e.indices).atoms(Indexed) for e in entries))
    return found


def _factor(activation: Activation, order: int | str | None, x: Symbol) -> Expr:
    if order is None:
        return x
    return (
        activation.function(x) ** 2 if isinstance(order, str) else activation.derivative(order, x)
    )
