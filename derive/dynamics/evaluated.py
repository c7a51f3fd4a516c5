"""One kind of average over the fields, evaluated by the rules of the Gaussian calculus; once per
process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain, combinations_with_replacement

from sympy import Expr, IndexedBase, Mul, Pow, S, Symbol, asin, oo
from sympy.tensor.indexed import Indexed

from ..gaussian import (
    NODE,
    PLAIN,
    SCALE,
    WEIGHT,
    Average,
    Closed,
    Dip,
    Family,
    FineDip,
    NoRule,
    evaluate,
    far,
)
from ..gaussian.activations import Activation
from ..ir.printing import text
from ..ir.system import Kernel
from ..ir.trace import BetweenPairs
from .covariances import covariance_of
from .kinds import DIPS, FINE_DIP, QUARTIC_DIP, WEAK, Kind, letters_of

__all__ = ["evaluated", "integrand_of", "kernel", "tilted_entries"]


@cache
def evaluated(
    activations: tuple[Activation, ...],
    kind: Kind,
    same: tuple[int, int] | None = None,
    *,
    four: bool = False,
) -> Closed | NoRule:
    """The average of this kind with these activations at its places, or why there is none; once per
    process.  The ``same`` field stands at two places, if so; < g g g g > stays a function of the
    covariance where ``four``."""
    fields = letters_of(kind)
    if same is not None:
        first, second = same
        fields = tuple(fields[first] if p == second else x for p, x in enumerate(fields))
    # a path under a tilted covariance
    joint = kind.count(1) > 1 and kind.count(0) > 3 and len(set(activations)) == 1
    joint |= four and kind == (0,) * 4
    integrand = integrand_of(activations, kind, fields)
    try:
        found = evaluate(
            integrand,
            tuple(dict.fromkeys(fields)),
            along_path=any(a.path_order for a in activations),
            as_functions=bool(DIPS & set(kind)) or joint,
        )
    except NoRule as error:
        return error
    # whose nodes are for all functions, not for odd ones alone
    graded = any(a.scale_free for a in activations)
    if not graded and any(step.rule == "Price along a path" for step in found.steps):
        return NoRule(Average(integrand, fields, PLAIN))
    return NoRule(Average(integrand, fields, PLAIN)) if _singular(found) else found


def integrand_of(activations: Sequence[Activation], kind: Kind, fields: Sequence[Symbol]) -> Expr:
    """The product of the functions of these fields."""
    return Mul(*(_factor(*x) for x in zip(activations, kind, fields, strict=True)))


def _singular(closed: Closed) -> bool:
    """Whether it divides by the variance of a field given another, zero where the two coincide.  An
    angle is safe, whatever it is divided by."""
    bare = closed.expression.replace(asin, lambda x: S.One)
    for power in bare.atoms(Pow):
        if power.exp.is_negative and isinstance(power.base, Indexed):
            of = covariance_of(power.base)
            if not of.scaled and any(s == oo for _, s in of.tilts):
                return True
    return False


def kernel(activation: Activation, count: int) -> Kernel:
    """< prod g > over so many fields in the entries of their covariance."""
    kind = (0,) * count
    fields = letters_of(kind)
    closed = evaluate(integrand_of((activation,) * count, kind, fields), fields)
    pairs = list(combinations_with_replacement(range(count), 2))
    entries = {(fields[p], fields[q]): Symbol(f"v{p}{q}", real=True) for p, q in pairs}
    t = IndexedBase("path")[NODE]

    flat = closed.flat()
    there = {}
    for e in flat.atoms(Indexed):
        there[e] = entries[tuple(sorted(e.indices, key=lambda x: x.name))]
    flat = flat.xreplace(there | {WEIGHT: IndexedBase(WEIGHT.name)[NODE], SCALE: t})
    meaning = f"average of g over {count} fields, of their covariance"
    about = chain.from_iterable(step.about for step in closed.steps)
    parts = next((x for x in about if isinstance(x, BetweenPairs)), None)
    return Kernel(count, tuple(entries.values()), flat, meaning, parts)


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
    if order in DIPS:
        dip = FineDip if order == FINE_DIP else Dip
        return dip(activation.function(x), far(activation.as_function())) ** (
            2 if order == QUARTIC_DIP else 1
        )
    return activation.derivative(1 if order == WEAK else int(order), x)
