"""A tape printed as C: one function, loops over units and samples, the innermost over samples.

The numbers of a setting are not in the text: coefficients and sizes are arguments, so that one text
serves all numbers but for those that change the tape itself.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import BackendError
from .activations import ACTIVATIONS, FUNCTIONS
from .plan import Plan, operands, source
from .tape import Activate, Apply, Input, Labels, Linear, Node, Product, Tape


@dataclass(frozen=True)
class Printed:
    """``text`` defines ``plan``, ``coefficients`` are its argument c, and it needs so many doubles
    of work."""

    text: str
    coefficients: tuple[float, ...]
    work: int


def printed(
    plan: Plan,
    axes: Sequence[tuple[str, ...]],
    inputs: Mapping[Hashable, int],
    activations: Mapping[str, str | tuple[float, ...]],
) -> Printed:
    """A plan whose outputs have these axes, inputs these places; sizes are those of the tape's
    axes, in its order; activations by the axes of units."""
    return _Printer(plan.tape, inputs, activations).plan(plan, axes)


class _Printer:
    def __init__(
        self,
        tape: Tape,
        inputs: Mapping[Hashable, int],
        activations: Mapping[str, str | tuple[float, ...]],
    ) -> None:
        self.tape, self.inputs = tape, inputs
        self.activations = activations
        self.size = {axis: f"n{i}" for i, axis in enumerate(tape.sizes)}
        self.lines: list[str] = []
        self.depth = 1
        self.coefficients: list[float] = []
        self.names: dict[int, str] = {}
        self.free: dict[tuple[str, ...], list[str]] = {}
        self.buffers: list[tuple[str, ...]] = []

    def plan(self, plan: Plan, axes: Sequence[tuple[str, ...]]) -> Printed:
        tape = self.tape
        place = {n: source(tape, n) for n in range(len(tape.nodes))}
        needed = plan.needed
        last: dict[int, int] = {}  # node -> the last one that reads it
        for n, node in needed:
            last |= dict.fromkeys([place[s] for s in operands(node)], n)
        kept = {place[term.node] for term, _ in plan.outputs}
        self.place = place
        for n, node in needed:
            self.node(n, node)
            for s in {place[s] for s in operands(node)} - kept:
                if last[s] == n and not isinstance(tape.nodes[s], Input) and tape.nodes[s].axes:
                    self.free.setdefault(tape.nodes[s].axes, []).append(self.names[s])
        for i, ((term, labels), full) in enumerate(zip(plan.outputs, axes, strict=True)):
            index = {label: f"i{n}" for n, label in enumerate(labels)}
            loops = [(index[label], axis) for label, axis in zip(labels, full, strict=True)]
            with_labels = self.at(term.node, term.labels, index)
            name = f"out[{i}]" if full else f"out[{i}][0]"  # a number is an array of one
            target = self.element(name, full, [letter for letter, _ in loops])
            self.nest(loops, f"{target} = {with_labels};")
        work = 0
        for buffer in self.buffers:
            work += math.prod(tape.sizes[axis] for axis in buffer)
        return Printed(self.text(), tuple(self.coefficients), work)

    def text(self) -> str:
        sizes = [f"    const long {n} = size[{i}];" for i, n in enumerate(self.size.values())]
        unused = "".join(f" (void){n};" for n in self.size.values())
        start = []
        for i, axes in enumerate(self.buffers):
            start += [f"    double *b{i} = work;", f"    work += {self.count(axes)};"]
        return "\n".join(
            [
                "TARGET void NAME(plan)(const long *size, const double *c,"
                " const double *table, const double *const *in, double *const *out, double *work)",
                "{",
                *sizes,
                f"    (void)table; (void)c; (void)in; (void)work;{unused}",
                *start,
                *self.lines,
                "}",
                "",
            ]
        )

    # --- nodes

    def node(self, n: int, node: Node) -> None:
        if isinstance(node, Input):
            self.names[n] = f"x{n}"
            self.line(f"const double *x{n} = in[{self.inputs[node.name]}];")
            return
        if node.axes:
            self.names[n] = self.buffer(node.axes)
        else:
            self.names[n] = f"x{n}"
            self.line(f"double x{n};")
        if isinstance(node, Activate):
            self.activate(n, node)
        elif isinstance(node, Apply):
            self.apply(n, node)
        elif isinstance(node, Linear):
            self.linear(n, node)
        else:
            assert isinstance(node, Product)
            self.product(n, node)

    def activate(self, n: int, node: Activate) -> None:
        out, of, count = self.names[n], self.name(node.of), self.count(node.axes)
        activation = self.activations[node.axes[0]]
        if isinstance(activation, str):
            c = ACTIVATIONS[activation].c
            if c is None:
                raise BackendError("c", f"no C is written for the activation {activation}")
            for line in c(node.order).format(n=count, x=of, out=out).splitlines():
                self.line(line)
        else:
            found = np.polynomial.Polynomial(activation).deriv(node.order).coef
            first = len(self.coefficients)
            self.coefficients += [float(x) for x in found]
            self.line(f"NAME(polynomial)(c + {first}, {len(found) - 1}, {count}, {of}, {out});")

    def apply(self, n: int, node: Apply) -> None:
        out, of = self.names[n], self.name(node.of)
        count, (x, y) = "1", ("&" + of, "&" + out)
        if node.axes:
            count, x, y = self.count(node.axes), of, out
        c = FUNCTIONS[node.function].c
        assert c is not None
        for line in c(node.order).format(n=count, x=x, out=y).splitlines():
            self.line(line)

    def linear(self, n: int, node: Linear) -> None:
        terms = [(self.place[s], labels) for _, s, labels in node.terms]
        flat = self.flat(node.axes, terms)
        index = {i: "i" if flat else f"i{i}" for i in range(len(node.axes))}
        text = self.number(node.constant) if node.constant else ""
        for coefficient, s, labels in node.terms:
            x = self.name(s) + "[i]" if flat and labels else self.at(s, labels, index)
            sign, factor = ("-", "") if coefficient == -1 else ("+", "")
            if abs(coefficient) != 1:
                factor = self.number(coefficient) + "*"
            text += f" {sign} {factor}{x}" if text or sign == "-" else f"{factor}{x}"
        self.elementwise(n, node.axes, flat, text)

    def product(self, n: int, node: Product) -> None:
        factors = [(self.place[s], labels) for s, labels in node.factors]
        scale = "" if node.coefficient == 1 and factors else self.number(node.coefficient)
        if not node.sums and self.flat(node.axes, factors):
            first = [self.name(s) for s, labels in factors if not labels]
            rest = [self.name(s) + "[i]" for s, labels in factors if labels]
            self.elementwise(n, node.axes, True, self.times(scale, *first), rest)
            return
        axis: dict[Any, str] = {}
        for s, labels in factors:
            axis.update(zip(labels, self.tape.nodes[s].axes, strict=True))
        kept = list(range(len(node.axes)))
        summed = sorted(set(axis) - set(kept))
        self.contract(n, node, factors, scale, axis, kept, summed)

    def contract(
        self,
        n: int,
        node: Product,
        factors: list[tuple[int, Labels]],
        scale: str,
        axis: Mapping[Any, str],
        kept: list[Any],
        summed: list[Any],
    ) -> None:
        """Loops over kept units, summed labels, samples; what a factor lacks is taken out of the
        loops over it."""
        index = {label: f"i{label}" for label in axis}
        samples = self.tape.sets
        inner = next((x for x in reversed(kept) if axis[x] in samples), None)
        reduced = None
        if inner is None:
            reduced = next((x for x in reversed(summed) if axis[x] in samples), None)
        outer = [x for x in kept if x != inner]
        middle = [x for x in summed if x != reduced]
        left = list(factors)

        def known(bound: list[Any]) -> str:
            found = [f for f in left if set(f[1]) <= set(bound)]
            for f in found:
                left.remove(f)
            return self.times(*(self.at(s, labels, index) for s, labels in found))

        target = self.element(self.names[n], node.axes, [index[x] for x in kept])
        self.line("{")
        self.depth += 1
        factor = self.hoisted(0, scale, known([]))
        for level, label in enumerate(outer):
            self.open(index[label], axis[label])
            factor = self.hoisted(level + 1, factor, known(outer[: level + 1]))
        if inner is not None and middle:
            self.open(index[inner], axis[inner], True)
            self.line(f"{target} = 0.0;")
            self.close()
        elif middle or reduced is not None:
            self.line("double sum = 0.0;")
        for level, label in enumerate(middle):
            self.open(index[label], axis[label])
            bound = [*outer, *middle[: level + 1]]
            factor = self.hoisted(len(bound), factor, known(bound))
        rest = self.times(*(self.at(s, labels, index) for s, labels in left))
        whole = self.times(factor, rest) or "1.0"
        if inner is not None:
            self.open(index[inner], axis[inner], True)
            self.line(f"{target} {'+=' if middle else '='} {whole};")
            self.close()
        elif reduced is not None:
            size = self.size[axis[reduced]]
            self.line("double part;")
            self.line(f"SUM_OVER({index[reduced]}, {size}, {rest}, part);")
            self.line(f"sum += {self.times(factor, 'part')};")
        elif middle:
            self.line(f"sum += {whole};")
        else:
            self.line(f"{target} = {whole};")
        for _ in middle:
            self.close()
        if inner is None and (middle or reduced is not None):
            self.line(f"{target} = sum;")
        for _ in outer:
            self.close()
        self.close()

    # --- text

    def elementwise(
        self,
        n: int,
        axes: tuple[str, ...],
        flat: bool,
        text: str,
        factors: Sequence[str] = (),
    ) -> None:
        """An assignment at every index; in one loop if flat."""
        name = self.names[n]
        if not axes:
            self.line(f"{name} = {self.times(text, *factors)};")
        elif flat:
            self.line("{")
            self.depth += 1
            if factors and "*" in text:
                self.line(f"const double p = {text};")
                text = "p"
            self.lines.append("    " * self.depth + "INDEPENDENT")
            self.line(f"for (long i = 0; i < {self.count(axes)}; i++) {{")
            self.line(f"    {name}[i] = {self.times(text, *factors)};")
            self.line("}")
            self.close()
        else:
            loops = [(f"i{i}", axis) for i, axis in enumerate(axes)]
            target = self.element(name, axes, [i for i, _ in loops])
            self.nest(loops, f"{target} = {text};")

    def hoisted(self, level: int, *factors: str) -> str:
        """The product of factors, in a variable if it is one of several."""
        if sum(map(bool, factors)) < 2:
            return self.times(*factors)
        self.line(f"const double p{level} = {self.times(*factors)};")
        return f"p{level}"

    def nest(self, loops: Sequence[tuple[str, str]], body: str) -> None:
        for i, (name, axis) in enumerate(loops):
            self.open(name, axis, i == len(loops) - 1)
        self.line(body)
        for _ in loops:
            self.close()

    def open(self, name: str, axis: str, innermost: bool = False) -> None:
        if innermost:
            self.line("INDEPENDENT")
        self.line(f"for (long {name} = 0; {name} < {self.size[axis]}; {name}++) {{")
        self.depth += 1

    def close(self) -> None:
        self.depth -= 1
        self.line("}")

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def flat(self, axes: tuple[str, ...], terms: Sequence[tuple[int, Labels]]) -> bool:
        """Whether all terms are laid out as the result is, or numbers."""
        whole = tuple(range(len(axes)))
        return all(labels in ((), whole) for _, labels in terms)

    def at(self, node: int, labels: Labels, index: Mapping[Any, str]) -> str:
        axes = self.tape.nodes[self.place[node]].axes
        return self.element(self.name(node), axes, [index[label] for label in labels])

    def element(self, name: str, axes: tuple[str, ...], index: Sequence[str]) -> str:
        """name[index]; what has no axes is a number."""
        if not axes:
            return name
        found = index[0]
        for axis, i in zip(axes[1:], index[1:], strict=True):
            found = f"({found})*{self.size[axis]} + {i}"
        return f"{name}[{found}]"

    def name(self, node: int) -> str:
        return self.names[self.place[node]]

    def number(self, value: float) -> str:
        self.coefficients.append(float(value))
        return f"c[{len(self.coefficients) - 1}]"

    def times(self, *factors: str) -> str:
        return "*".join(f for f in factors if f)

    def count(self, axes: tuple[str, ...]) -> str:
        return "*".join(self.size[axis] for axis in axes)

    def buffer(self, axes: tuple[str, ...]) -> str:
        if self.free.get(axes):
            return self.free[axes].pop()
        self.buffers.append(axes)
        return f"b{len(self.buffers) - 1}"
