"""How whole arrays are written for any array namespace: nothing in place, no look at values."""

from __future__ import annotations

from .style import Style

__all__ = ["Anew"]


class Anew(Style):
    """Each array is made anew: what differentiates, vectorises and compiles functions asks for it.

    The namespace is an argument, ``xp``; ``dtype`` is that of the state.  Loops would be unrolled
    where functions are compiled.
    """

    np = "xp"
    sums_at_once = True

    def fresh(self, shape: str, batch: str, *, zero: bool) -> str:
        return f"xp.zeros(({shape}, *{batch}), dtype=dtype)"

    def full(self, shape: str, batch: str, value: str) -> str:
        return f"xp.broadcast_to(xp.asarray({value}, dtype=dtype), ({shape}, *{batch}))"

    def repeated(self, size: str, value: float) -> str:
        return f"xp.full(({size},), {value!r}, dtype=dtype)"

    def diagonal(self, size: str, value: float) -> str:
        return f"{value!r} * xp.eye({size}, dtype=dtype)"

    def identity(self, size: str) -> str:
        return f"_identity(xp, {size}, batch, dtype)"

    def called(self, name: str) -> str:
        return f"_{name}(xp, "

    def erf(self, x: str) -> str:
        return f"_erf(xp, {x})"

    def finite(self, size: str) -> str:
        return f"_finite({size})"

    def einsum(self, pattern: str, operands: list[str]) -> str:
        return f'xp.einsum("{pattern}", {", ".join(operands)})'

    def written(self, name: str, cuts: list[str], value: str) -> str:
        if "" in cuts:
            return f"{name} = {value}"
        made = name
        for cut in cuts:
            made = f"_put(xp, {made}, _at{cut}, {value})"
        return f"{name} = {made}"
