"""The arcsine of covariances."""

from __future__ import annotations

import sympy
from sympy import Expr

__all__ = ["asin"]


class asin(sympy.asin):
    """SymPy's, printed and ordered as that one is, but for one question that it asks of every
    argument it meets, in vain and for a fifth of a derivation: whether a ratio of covariances can
    be shown to be zero."""

    @classmethod
    def eval(cls, arg: Expr) -> Expr | None:
        if arg.is_number:
            return super().eval(arg)
        return -cls(-arg) if arg.could_extract_minus_sign() else None
