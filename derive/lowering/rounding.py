"""Averages of fields that may coincide, in a form that keeps its digits.

The averages of an activation without a scale hold arcsines of correlations and roots of conditioned
variances.  Where two fields coincide the first has an infinite slope and the second is a difference
of equal numbers; an error of one rounding in either becomes its square root.  Both are functions of
s = sqrt(C_aa C_bb - C_ab^2):

    sqrt(C_bb - C_ab^2/C_aa) = s/sqrt(C_aa),    asin(C_ab/sqrt(C_aa C_bb)) = atan2(C_ab, s).

Equal entries give s = 0 exactly.  Otherwise an error of s enters both terms of an average and
cancels to first order, since an average does not change with s faster than s itself.
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Add, Expr, Pow, S, asin, atan2, fraction, sqrt
from sympy.tensor.indexed import Indexed

from ..ir.system import Definition, reachable
from .program import Root

__all__ = ["well_conditioned"]


def well_conditioned(
    definitions: tuple[Definition, ...], outputs: tuple[str, ...]
) -> tuple[Definition, ...]:
    """The definitions in that form, without covariances that only the roots have read."""
    variances = {d.name: d for d in definitions if d.role.conditional and len(d.pieces) == 1}

    def written(e: Expr) -> Expr:
        found = e.replace(asin, lambda x: _angle(*fraction(x)))
        found = found.replace(_of_determinant, lambda x: Root(*_split(x.base)))
        return found.replace(
            lambda x: isinstance(x, Pow) and x.exp == S.Half and isinstance(x.base, Indexed),
            lambda x: _root_of_variance(x, variances),
        )

    changed = []
    for d in definitions:
        pieces = [replace(p, expression=written(p.expression)) for p in d.pieces]
        changed.append(replace(d, pieces=tuple(pieces)))
    return reachable(changed, outputs)


def _angle(opposite: Expr, hypotenuse: Expr) -> Expr:
    """asin(opposite/hypotenuse), the hypotenuse positive."""
    return atan2(opposite, Root(hypotenuse**2, opposite**2))


def _of_determinant(e: Expr) -> bool:
    """sqrt(x y - z^2)."""
    return (
        isinstance(e, Pow)
        and e.exp == S.Half
        and isinstance(e.base, Add)
        and _split(e.base)[1] != 0
    )


def _split(determinant: Expr) -> tuple[Expr, Expr]:
    """What is added in x y - z^2, and the square that is taken off."""
    squares = [-t for t in determinant.args if isinstance(-t, Pow) and (-t).exp == 2]
    return determinant + Add(*squares), Add(*squares)


def _root_of_variance(root: Expr, variances: dict[str, Definition]) -> Expr:
    """The root of a conditioned variance over one denominator; any other root as it is."""
    entry = root.base
    if entry.base.name not in variances:
        return root
    piece = variances[entry.base.name].piece
    value = piece.expression.xreplace(dict(zip(piece.indices, entry.indices, strict=True)))
    above, below = fraction(value.together())
    terms = Add.make_args(above.expand())
    taken = Add(*(-t for t in terms if t.could_extract_minus_sign()))
    return Root(Add(*(t for t in terms if not t.could_extract_minus_sign())), taken) / sqrt(below)
