"""Sums over Kronecker deltas."""

from __future__ import annotations

from sympy import Add, Expr, KroneckerDelta, S, Sum

__all__ = ["contract"]


def contract(expression: Expr) -> Expr:
    """Sums over Kronecker deltas carried out: ``sum_n F_n delta_nm = F_m``; empty sums dropped."""
    return expression.replace(lambda e: isinstance(e, Sum), _contract_sum)


def _contract_sum(total: Sum) -> Expr:
    if total.function.has(KroneckerDelta) and isinstance(total.function.expand(), Add):
        return Add(
            *(_contract_sum(Sum(term, *total.limits)) for term in total.function.expand().args)
        )
    body, limits = total.function, []
    for index, low, high in total.limits:
        deltas = sorted((d for d in body.atoms(KroneckerDelta) if index in d.free_symbols), key=str)
        if not deltas:
            limits.append((index, low, high))
            continue
        delta = deltas[0]
        (other,) = delta.free_symbols - {index}
        body = (body / delta).xreplace({index: other})
    if body == 0:
        return S.Zero
    return Sum(body, *limits) if limits else body
