"""Sums that are shorter in the usual case, where an array is a product of others.

sum_ij f_ij (a_ij b + c m_i m_j)   ->   sum_ij f_ij (b + c) m_i m_j   where a_ij = m_i m_j
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sympy import Add, Dummy, Expr, Mul, Sum, asin, count_ops

from ..ir.elements import elements
from ..ir.system import Definition, Index, Joint
from ..ir.terms import terms_of
from .general import Usual
from .program import Usually

__all__ = ["collapsed"]

#: The indices of an array -> its element as a product.
Product = tuple[tuple[Dummy, ...], Expr]


def collapsed(definitions: tuple[Definition, ...], found: Usual) -> tuple[Definition, ...]:
    """With factors of summands written in two ways, where the usual one is shorter; of sums over
    arcsines and averages alone, which are not taken several at a time."""
    products: dict[str, Product] = {}
    for d in definitions:
        product = _product(d, found)
        if product is not None:
            products[d.name] = product
    if not products:
        return definitions
    return tuple(d if d.update else _shorter(d, products) for d in definitions)


def _product(d: Definition, found: Usual) -> Product | None:
    """The one product of elements that all pieces of an array are in the usual case, if so."""
    if d.role.is_result or d.role.factorises or d.update or len(d.ranges) < 2:
        return None
    letters = tuple(Dummy(f"i{p}", integer=True) for p in range(len(d.ranges)))
    values = set()
    for p in d.pieces:
        if len(set(p.indices)) < len(p.indices):
            return None
        left = Add(*(t for t in terms_of(p.expression) if not found.vanishes(t)))
        values.add(left.xreplace(dict(zip(p.indices, letters, strict=True))))
    value = values.pop()
    free = any(isinstance(s, Index) for s in value.free_symbols)
    if values or free or not isinstance(value, Mul) or value.has(Add, Sum, asin, Joint):
        return None
    return letters, value


def _shorter(d: Definition, products: Mapping[str, Product]) -> Definition:
    pieces = []
    for p in d.pieces:
        sums = {}
        for total in p.expression.atoms(Sum):
            if total.has(asin, Joint):
                factors = (_either(f, products) for f in Mul.make_args(total.function))
                sums[total] = Sum(Mul(*factors), *total.limits)
        pieces.append(replace(p, expression=p.expression.xreplace(sums)))
    return replace(d, pieces=tuple(pieces))


def _either(factor: Expr, products: Mapping[str, Product]) -> Expr:
    """The factor, or both ways to write it."""
    if not isinstance(factor, Add) or factor.has(asin, Joint):
        return factor
    at = {}
    for e in elements(factor):
        if e.base.name in products:
            letters, value = products[e.base.name]
            at[e] = value.xreplace(dict(zip(letters, e.indices, strict=True)))
    short = factor.xreplace(at).expand() if at else factor
    return Usually(factor, short) if count_ops(short) < count_ops(factor) else factor
