"""What the printers of all targets share: sizes and positions of indices, numbers, the target-independent walk."""

from __future__ import annotations

from collections.abc import Callable

from sympy import Expr, Mul, Sum, cse, erf, numbered_symbols

from ..program import Function, Program, Root
from ..system import Constant, Index, Joint, Kernel, Range, names_read

__all__ = [
    "dimension",
    "number",
    "offset",
    "split_number",
    "used_constants",
    "used_helpers",
    "used_kernels",
    "used_parameters",
    "written_kernel",
]


def dimension(rng: Range) -> str:
    """The size of a range as the emitted code calls it: ``S`` for all fields, else its own name."""
    return rng.parts[0] if len(rng.parts) == 1 else "S"


def offset(index: Index, rng: Range) -> str:
    """Where the units of ``index`` start in a dimension of range ``rng``: "" at its beginning."""
    before = rng.parts[: rng.parts.index(index.rng.parts[0])]
    return " + ".join(before)


def number(value: Expr) -> str:
    """A constant to 17 significant digits; integers as such."""
    return f"{int(value)}.0" if value.is_Integer else f"{float(value.evalf(25)):.17g}"


def split_number(expression: Expr) -> tuple[Expr, Expr]:
    """The numerical factor of a product (pi included) and the rest."""
    numbers = [f for f in Mul.make_args(expression) if not f.free_symbols and f.is_number]
    rest = [f for f in Mul.make_args(expression) if f not in numbers]
    return Mul(*numbers), Mul(*rest)


def used_parameters(function: Function, program: Program) -> list[str]:
    """The parameters that a function reads, in the order of the program."""
    symbols = {x.name for s in function.statements for x in (s.body * s.factor).free_symbols}
    guards = {g for b in function.blocks for x in (b, *b.inner) for g in (*x.guards, x.repeat)} | {
        *function.rule,
        *function.refused,
    }
    return [p.name for p in program.parameters if {p.name, p.flag or p.name} & (symbols | guards)]


def used_constants(program: Program) -> list[Constant]:
    """The tables that some function reads."""
    read = {n for f in program.functions for s in f.statements for n in names_read(s.body * s.factor)}
    read |= {n for k in used_kernels(program) for n in names_read(k.expression)}
    return [c for c in program.constants if c.name in read]


def used_kernels(program: Program) -> list[Kernel]:
    """The functions of covariances that some function of the program calls."""
    called = {j.fields for f in program.functions for s in f.statements for j in s.body.atoms(Joint)}
    return [k for k in program.kernels if k.fields in called]


def written_kernel(kernel: Kernel, write: Callable[[Expr], str]) -> dict:
    """A kernel start + sum over t of body: its pieces as text, common subexpressions of the body named."""
    (total,) = kernel.expression.atoms(Sum)
    (index,) = (i for i, _, _ in total.limits)
    names = numbered_symbols("x", real=True)
    parts, (body,) = cse([total.function], symbols=names, order="canonical")
    start = kernel.expression.subs(total, 0)
    factor = kernel.expression.coeff(total)
    if kernel.expression != start + factor * total:
        raise ValueError(f"the average over {kernel.fields} fields is not linear in its sum")
    return {
        "arguments": [a.name for a in kernel.arguments],
        "index": index,
        "parts": [{"name": name.name, "value": write(value)} for name, value in parts],
        "body": write(body),
        "start": write(start),
        "factor": "" if factor == 1 else write(factor),
    }


def used_helpers(program: Program) -> list[str]:
    """Which functions of its own the program calls."""
    bodies = [s.body * s.factor for f in program.functions for s in f.statements]
    found = {"root": Root, "erf": erf}
    used = [name for name, function in found.items() if any(b.has(function) for b in bodies)]
    return used + ["factor"] * any(s.factor_of for f in program.functions for s in f.statements)
