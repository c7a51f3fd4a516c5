"""Functions backwards in whole arrays: each statement that the printer of functions writes, taken
back to the slopes of what it is made of.

    x = f(a_ij, b_j) over i, j   ->   ya += yx f_a ,  yb += sum_i yx f_b
    x_ij = f sum_k b_ik c_kj     ->   yb_ik += sum_j (f yx_ij) c_kj ,  ... : einsum again

Values of an array that a later line replaces count for nothing: its slopes are taken and set to 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from sympy import Add, Expr, IndexedBase, KroneckerDelta, Mul, S, Symbol
from sympy.tensor.indexed import Indexed

from ...ir.system import Index, Input, Range
from ...lowering.loops.nodeloop import exchanged
from ...lowering.program import Array, Program, Routine, Statement
from ...lowering.reverse import HERE, Back, BackBlock, Reverse, routine_back, slope_name
from ...lowering.straight import Call, Line
from ..back import straight
from ..common import dimension, used_routines
from . import module
from .elements import Printer, letters, pattern, piece
from .module import Scalars, conditions, counted_in, cut_at, value_of
from .style import Style

__all__ = ["render"]

#: What the sum of a statement is called, before its factor; slopes of what stands on a diagonal;
#: and slopes where two indices are equal.
WHOLE, TWICE, EQUAL = "whole", "y_twice", "equal"
STEP = "    "
#: Stands for what is differentiated by.
LEAF = Symbol("leaf", real=True)


def render(program: Program) -> dict:
    """Everything that the template needs of functions backwards."""
    found = module.render(program)
    for f, made in zip(program.functions, found["functions"], strict=True):
        assert isinstance(f, Reverse)
        made |= _function(f, program.only(f), made["blocks"])
    for routine, made in zip(used_routines(program), found["routines"], strict=True):
        made["back"] = _routine(routine, program)
        made["slopes"] = [slope_name(a) for a in made["arguments"]]
    return found


def _routine(routine: Routine, program: Program) -> dict:
    write = Scalars(program, (), (routine.index,), Style()).doprint
    found = {}
    for name, s in routine_back(routine, program).items():
        made = straight(s, write)
        lines = [f"{x['name']} = {x['value']}" for x in (*made["lines"], *made["back"])]
        found[name] = lines + [f"{x['to']} = {x['to']} + {x['value']}" for x in made["added"]]
    return found


def _function(function: Reverse, program: Program, blocks: list[dict]) -> dict:
    outputs = {o.name: slope_name(o.name) for o in function.outputs}
    condition = conditions(program, Style())
    made: list[str] = []
    for guards, arrays in function.held_slopes().items():
        fresh = []
        for a in arrays:
            if a.name not in outputs.values():
                fresh.append(f"{a.name} = np.zeros({_shape(a.ranges)})")
        made += _under(condition(guards), fresh)
    for x in function.entries:
        made.append(f"{x.name} = np.zeros({_shape(x.ranges)})")
    for p in function.rates:
        made.append(f"{slope_name(p.symbol.name)} = np.zeros(along)")
    writer = _Writer(function, program)
    for b in function.back:
        made += writer.block(b)
    return {
        "weights": list(outputs.values()),
        "given": [
            {"name": slope_name(o.name), "shape": _shape(o.ranges)} for o in function.outputs
        ],
        "depth": len(function.outputs[0].ranges),
        "back": made,
        "counted": counted_in(
            program, "\n".join(made) + module.text_of(blocks), always=function.rule == ()
        ),
        "slopes": ", ".join(x.name for x in function.entries),
        "rates": "".join(f"{slope_name(p.symbol.name)}, " for p in function.rates).rstrip(),
    }


def _shape(ranges: Iterable[Range]) -> str:
    """Of slopes: the sizes of an array, and those of the batch."""
    sizes = "".join(f"{dimension(r)}, " for r in ranges)
    return f"({sizes}*along)" if sizes else "along"


def _under(condition: str, lines: list[str]) -> list[str]:
    if not condition or not lines:
        return lines
    return [f"if {condition}:", *(STEP + line for line in lines)]


@dataclass(frozen=True)
class _Slopes:
    """What printers need to know of a program, and of arrays over the axes of one statement."""

    program: Program
    more: dict[str, Array]

    def array(self, name: str) -> Array | Input:
        return self.more[name] if name in self.more else self.program.array(name)


class _Writer:
    """The lines of one function."""

    def __init__(self, function: Reverse, program: Program) -> None:
        self.function, self.program = function, program
        self.condition = conditions(program, Style())
        self.tables = {c.rng for c in program.constants}
        self.moving = {x.name for x in function.more}
        #: Arrays with values that other lines replace.
        self.replaced = {s.target.name for s in function.statements if s.images}
        for b in function.blocks:
            if b.repeat:
                self.replaced |= {s.target.name for s in b.statements}
        self.arrays = module.stored(function, program)

    def block(self, b: BackBlock) -> list[str]:
        if b.loop is not None or b.inner:
            raise ValueError("functions of whole arrays have no loops over nodes")
        lines: list[str] = []
        for back in b.statements:
            lines += self.statement(back)
        if not b.repeat:
            return _under(self.condition(b.guards), lines)
        again = self.again(b, "step") + lines
        made = [f"for step in reversed(range({b.repeat})):", *(STEP + x for x in again)]
        return _under(self.condition(b.guards), [*made, *self.again(b, b.repeat)])

    def again(self, b: BackBlock, steps: str) -> list[str]:
        """What is repeated, done again so many times."""
        lines: list[str] = []
        for x in b.again:
            made = module.lines_of(x.statements, self.arrays, self.program)
            if x.repeat:
                made = [f"for _ in range({steps}):", *(STEP + line for line in made)]
            lines += _under(self.condition(x.guards), made)
        return lines

    def statement(self, back: Back) -> list[str]:
        s, slopes = back.statement, back.slopes.name
        if s.factor_of:
            return [f"_factor_back({s.target.name}, {slopes}, {slope_name(s.factor_of)})"]
        lines: list[str] = []
        cut = piece(s.target.ranges, s.indices) if s.target.name in self.arrays.parts else ""
        if s.images:
            lines += self.gathered(s, slopes)
            s, slopes, cut = replace(s, indices=s.looped, images=(), apart=()), TWICE, ""
        elif cut and not any(i.rng in self.tables for i in s.sums):
            lines += self.mirrored(s, slopes, cut)
        takes = s.target.name in self.replaced and not s.accumulate and slopes != TWICE
        loops = tuple(i for i in s.sums if i.rng in self.tables)
        if loops:
            takes = False
        body = self.summed(s) if s.sums and not loops else self.elementwise(back, s, loops)
        if not body and not takes:
            return lines if slopes != TWICE else []
        lines.append(f"here = {slopes}{cut}" + ".copy()" * takes)
        if takes:
            lines.append(f"{slopes}{cut or '[...]'} = 0.0")
        return [*lines, *body]

    def gathered(self, s: Statement, slopes: str) -> list[str]:
        """Elements with two equal indices: of each, its slopes in all places, which are then 0."""
        (twice,) = {i for i in s.indices if s.indices.count(i) > 1}
        images = exchanged(s.indices, s.images)
        cuts = dict.fromkeys(cut_at(image, twice, s.target.ranges) for image in images)
        value = cut_at(s.looped, twice, tuple(i.rng for i in s.looped))
        lines = [
            f"{TWICE} = np.zeros({_shape(i.rng for i in s.looped)})",
            f"for {twice.name} in reversed(range({dimension(twice.rng)})):",
        ]
        for cut in cuts:
            lines.append(f"{STEP}{TWICE}{value} += {slopes}{cut}")
            lines.append(f"{STEP}{slopes}{cut} = 0.0")
        return lines

    def mirrored(self, s: Statement, slopes: str, cut: str) -> list[str]:
        """x_ab = f, x_ba = x_ab   ->   yx_ab += yx_ba"""
        lines, known = list[str](), {tuple(i.rng for i in s.indices)}
        accumulated = s.target.name in self.replaced or s.accumulate
        for mirror in exchanged(s.indices, s.triangle):
            ranges = tuple(i.rng for i in mirror)
            if ranges in known:
                continue
            known.add(ranges)
            image = slopes + piece(s.target.ranges, mirror)
            lines.append(f'{slopes}{cut} += np.einsum("{pattern(mirror, s.indices)}", {image})')
            if accumulated:  # an earlier line has set the image, too
                lines.append(f"{image} = 0.0")
        return lines

    def moves(self, leaf: Expr) -> bool:
        name = leaf.base.name if isinstance(leaf, Indexed) else str(leaf)
        return slope_name(str(name)) in self.moving

    def leaves(self, e: Expr) -> list[Expr]:
        """Elements and parameters that have slopes, in a fixed order."""
        found = {x for x in e.atoms(Indexed) if self.moves(x)}
        inside = {x.base.label for x in e.atoms(Indexed)}
        found |= {x for x in e.free_symbols - inside if x.is_Symbol and self.moves(x)}
        return sorted(found, key=str)

    def summed(self, s: Statement) -> list[str]:
        """Sums of products: by each factor a sum of the products of the others."""
        axes = s.looped
        here = IndexedBase("here")[axes] if axes else HERE
        arrays = {}
        for name in ("here", EQUAL):
            arrays[name] = Array(name, tuple(i.rng for i in axes), "")
        among = _Slopes(self.program, arrays)
        lines: list[str] = []
        by_factor = self.leaves(s.factor)
        if by_factor:
            whole = replace(s, factor=S.One, accumulate=False)
            lines.append(f"{WHOLE} = here * ({value_of(whole, self.program, Style())})")
            for leaf in by_factor:
                slope = Symbol(WHOLE, real=True) * _partial(s.factor, leaf)
                printer = Printer(self.program, axes)
                lines.append(self.added(leaf, printer.doprint(slope), axes, ()))
        if s.factor != S.One:
            printer = Printer(self.program, axes)
            number = s.factor.is_number
            factor = printer.doprint(s.factor) if number else printer.parenthesize(s.factor, 50)
            lines.append(f"here = {factor} * here")
        for term in Add.make_args(s.body.expand()):
            equal, of = Mul(*term.atoms(KroneckerDelta)), here
            if equal != S.One:  # one of two indices of the sum
                lines.append(f"{EQUAL} = here * {Printer(self.program, axes).doprint(equal)}")
                term, of = term / equal, IndexedBase(EQUAL)[axes]
            for leaf in self.leaves(term):
                to = leaf.indices if isinstance(leaf, Indexed) else ()
                kept = tuple(dict.fromkeys(to))
                rest = tuple(i for i in (*axes, *s.sums) if i not in kept)
                slope = Statement(s.target, kept, of * _partial(term, leaf), S.One, rest)
                made = value_of(slope, among, Style())
                lines.append(f"{self.place(leaf, ())} += {made}")
        return lines

    def elementwise(self, back: Back, s: Statement, loops: tuple[Index, ...]) -> list[str]:
        """Lines over all axes; for each value of the ``loops``, where a sum goes over a table."""
        st, axes = back.straight, s.looped
        if not st.added:
            return []
        write = Printer(self.program, axes, loops).doprint
        lines: list[str] = []
        for line in (*st.lines, *st.back):
            lines.append(self.line(line, write))
        for leaf, slope in st.added:
            made = write(slope)
            if s.apart or back.statement.apart:  # elements whose place another line takes
                made = f"np.where(here == 0.0, 0.0, {made})"
            lines.append(self.added(_of_slope(leaf), made, axes, loops))
        if not loops:
            return lines
        run = Style().product([dimension(t.rng) for t in s.sums])
        lines = [
            f"for {', '.join(t.name for t in s.sums)} in {run}:",
            *(STEP + line for line in lines),
        ]
        if s.apart:
            least = len(set(chain.from_iterable(s.apart)))
            lines = _under(f"{dimension(s.indices[s.apart[0][0]].rng)} >= {least}", lines)
        return lines

    def line(self, line: Line | Call, write: Callable[[Expr], str]) -> str:
        if isinstance(line, Line):
            return f"{line.name} = {write(line.value)}"
        j = line.joint
        arguments = ", ".join(write(a) for a in j.args)
        return f"{line.name} = _{j.routine(j.fields)}_back({write(line.slope)}, {arguments})"

    def place(self, leaf: Expr, fixed: tuple[Index, ...]) -> str:
        """Where the slopes of an element or a parameter are, over its indices, each once."""
        if not isinstance(leaf, Indexed):
            return slope_name(str(leaf))
        name, indices = str(leaf.base.name), tuple(leaf.indices)
        array = self.program.array(name)
        there = slope_name(name) + piece(array.ranges, indices, fixed)
        kept = tuple(i for i in indices if i not in fixed)
        once = tuple(dict.fromkeys(kept))
        if once != kept:
            return f'np.einsum("{pattern(kept, once)}", {there})[...]'
        return there

    def added(
        self, leaf: Expr, value: str, axes: tuple[Index, ...], fixed: tuple[Index, ...]
    ) -> str:
        """A value over the axes, summed over those that are not the leaf's."""
        indices = tuple(leaf.indices) if isinstance(leaf, Indexed) else ()
        kept = tuple(dict.fromkeys(i for i in indices if i not in fixed))
        if kept != axes:
            shape = _shape(i.rng for i in axes)
            value = (
                f'np.einsum("{letters(axes)}...->{letters(kept)}...",'
                f" np.broadcast_to({value}, {shape}))"
            )
        return f"{self.place(leaf, fixed)} += {value}"


def _partial(e: Expr, leaf: Expr) -> Expr:
    """de/d leaf, of a product of powers."""
    rest, own = e.as_independent(leaf, as_Add=False)
    base, exponent = own.as_base_exp()
    if base == leaf and exponent.is_number:
        return exponent * rest * leaf ** (exponent - 1)
    return e.xreplace({leaf: LEAF}).diff(LEAF).xreplace({LEAF: leaf})


def _of_slope(leaf: Expr) -> Expr:
    """yX[i, j]   ->   X[i, j]"""
    if isinstance(leaf, Indexed):
        return IndexedBase(str(leaf.base.name).removeprefix(slope_name("")))[leaf.indices]
    return Symbol(str(leaf).removeprefix(slope_name("")), real=True)
