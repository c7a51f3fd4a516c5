"""How whole arrays are written: by numpy in place, or, for any array namespace, each anew."""

from __future__ import annotations

__all__ = ["Style"]


class Style:
    """numpy: parts of arrays are written in place, conditions look at values."""

    #: The namespace of the functions of arrays.
    np = "np"
    #: Whether sums over tables are sums over axes, not loops, which save memory.
    sums_at_once = False

    def fresh(self, shape: str, batch: str, *, zero: bool) -> str:
        """An array to be written part by part, or summed up."""
        return f"np.{'zeros' if zero else 'empty'}(({shape}, *{batch}))"

    def full(self, shape: str, batch: str, value: str) -> str:
        """An array with the same value everywhere."""
        return f"np.full(({shape}, *{batch}), {value})"

    def repeated(self, size: str, value: float) -> str:
        """A vector with one value, for an input that is not given."""
        return f"np.full({size}, {value!r})" if value else f"np.zeros({size})"

    def diagonal(self, size: str, value: float) -> str:
        """A diagonal matrix with one value, for an input that is not given."""
        return f"np.eye({size})" if value == 1 else f"{value!r} * np.eye({size})"

    def identity(self, size: str) -> str:
        return f"_identity({size}, batch)"

    def called(self, name: str) -> str:
        """A function that the module defines, up to its arguments."""
        return f"_{name}("

    def erf(self, x: str) -> str:
        return f"erf({x})"

    def product(self, sizes: list[str]) -> str:
        """What a loop over all combinations of indices below these sizes goes through."""
        return f"range({sizes[0]})" if len(sizes) == 1 else f"np.ndindex({', '.join(sizes)})"

    def finite(self, size: str) -> str:
        """Whether a number of samples is finite, in any system of a batch."""
        return f"np.any(np.isfinite({size}))"

    def einsum(self, pattern: str, operands: list[str]) -> str:
        order = ", optimize=True" if len(operands) > 3 else ""
        return f'np.einsum("{pattern}", {", ".join(operands)}{order})'

    def written(self, name: str, cuts: list[str], value: str) -> str:
        """A line that gives parts of an array this value."""
        return " = ".join([*(name + cut for cut in cuts), value])
