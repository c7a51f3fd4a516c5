"""What every symbol of a page means, in the words of the field: one line each, where it is first
used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from ...ir.flow import Flow
from ...ir.roles import Role
from ...ir.system import Constant, Definition, Input
from .elements import GIVEN, MOMENTS, lettered, product_latex
from .notation import head_vector, multiplied, parameter_latex
from .printer import Printer
from .text import power_latex, spelled, with_formulas, with_symbols

__all__ = ["Symbols"]

#: One line for all averages that have no letter.
AVERAGE = {
    "latex": r"\langle\cdot\rangle",
    "meaning": "of functions of fields: their average over the fields",
}

#: Arrays by name: what stands beside the symbol.  Averages, tables, covariances and tables of
#: numbers follow rules.
MEANINGS = {
    "R": r"overlap $J_k\cdot B_n/N$ of learner and teacher",
    "Q": r"overlap $J_k\cdot J_l/N$ within the learner",
    "T": r"overlap $B_n\cdot B_m/N$ within the teacher, fixed",
    "mean": "mean of the task vector $u$; 0 where none is given",
    "cov": "covariance of the task vector; the identity where none is given",
    "kurtosis": (
        r"kurtosis $\langle(u_n-\bar u_n)^4\rangle/U_{nn}^2$ of independent components; 3 where"
        r" none is given"
    ),
    "kappa": "fourth cumulant of a component of the task vector; 0 for Gaussian tasks",
    "h": r"part of the adapted head without the task: $w_k=h_k+\sum_m H_{km}u_m$ at $P\to\infty$",
    "H": "response of the adapted head to the task",
    "base": r"offset of $c=(w,-u)$: $c_i=\tilde c_i+\sum_m L_{im}u_m$ at $P\to\infty$",
    "L": "response of $c$ to the task",
    "mc": r"mean of $c=(w,-u)$ over the task at $P\to\infty$",
    "G": r"second moment $\langle c_ic_j\rangle$ over the task at $P\to\infty$, $c=(w,-u)$",
    "base0": r"offset of $c^0=(w^0,-u)$: $c^0_i=\tilde c^0_i+\sum_m L^0_{im}u_m$",
    "L0": "response of $c^0$ to the task",
    "mc0": "mean of $c^0=(w^0,-u)$ over the task",
    "G0": r"second moment $\langle c^0_ic^0_j\rangle$ over the task, $c^0=(w^0,-u)$",
    "base1": r"offset of $c^1=(w-w^0,-u)$: $c^1_i=\tilde c^1_i+\sum_m L^1_{im}u_m$ at $P\to\infty$",
    "L1": "response of $c^1$ to the task",
    "mc1": r"mean of $c^1=(w-w^0,-u)$ over the task at $P\to\infty$",
    "G1": (
        r"second moment $\langle c^1_ic^1_j\rangle$ over the task at $P\to\infty$, $c^1=(w-w^0,-u)$"
    ),
    "GX": r"second moment $\langle c_ic^0_j\rangle$ over the task, $c=(w,-u)$, $c^0=(w^0,-u)$",
    "GX1": (
        r"second moment $\langle c^0_ic^1_j\rangle$ over the task, $c^0=(w^0,-u)$, $c^1=(w-w^0,-u)$"
    ),
    "C": "covariance of the fields $z$",
    "Ct": (
        r"couplings of the fields scaled by $\xi_\tau$; variances are larger by"
        r" $(1-\xi_\tau)C_{ii}$"
    ),
    "Cm": "what the rule with nodes misses of the average of the signs of two fields",
    "Cw": (
        "coupling of two fields times the weight of the node, the last one with what the rule"
        " misses"
    ),
    "F": r"lower triangular factor of the covariance, $C=FF^{\mathsf T}$",
    "Co": r"covariance of the fields $C$ in the order of the nodes",
    "nodes": r"node $e$ of a rule for independent standard normal numbers, given by the caller",
    "weights": "weight of the node $e$",
    "zn": "fields at the node $e$",
    "g0n": "activation at the node $e$",
    "g1n": "its slope there",
    "n0n": r"$\tilde g$ at the node $e$",
    "n1n": "its slope there",
    "mr": (
        r"mean over the task of the residual $\mathcal R$ of a support sample at the node $e$, "
        r"$v_k=\mathcal R\,g(\lambda_k)$"
    ),
    "Gr": "second moment of the residual over task and noise at the node $e$",
    "Gd": "its part with pairs of the same unit of the teacher, which needs no nodes",
    "Xr": "moment of the residual with $c^1_i$ over the task at the node $e$",
    "Xd": "its part with the same unit of the teacher, which needs no nodes",
    "Lr": "response of the residual to the task at the node $e$",
    "A": (
        r"steps against fields: $\langle\sum\psi_kz_i\rangle$, sums over the samples $x$ of a step "
        r"$J_k\to J_k+N^{-1/2}\sum\psi_kx$"
    ),
    "E": r"steps against steps: $\langle\sum\psi_k\psi_l\rangle$",
    "K4": "fourth cumulant of these heads over tasks and support sets, third cumulants left out",
    "mS": r"mean of $\sum\psi_k\psi_l$ in one step",
    "SS": r"covariance in one step of $\sum\psi_k\psi_l$ and $\sum\psi_a\psi_b$",
    "ZZ": r"covariance in one step of $\sum\psi_kz_i$ and $\sum\psi_lz_j$",
    "ZY": r"covariance in one step of $\sum\psi_kz_i$ and $N\delta w^0_l$",
    "ZS": (
        r"covariance in one step of $\sum\psi_kz_i$ and $\sum\psi_l\psi_a$, to first order in $1/V$"
    ),
    "YS": (
        r"covariance in one step of $N\delta w^0_k$ and $\sum\psi_l\psi_a$, to first order in $1/V$"
    ),
}
#: Where the teacher varies with the task.
OF_SPREAD = {
    "X": (
        r"steps against the noise in the fields of the teacher, of variance $s_n^2$:"
        r" $s_n^2\langle\sum\partial\psi_k/\partial\beta_n\rangle$, $s=\mathrm{spread}$"
    ),
}
#: The same as all, and others, where inputs are in blocks.
OF_BLOCKS = {
    "R": r"overlap $\sum_{i\in h}J_{ki}B_{ni}/N$ of learner and teacher within the block $h$",
    "Q": r"overlap $\sum_{i\in h}J_{ki}J_{li}/N$ within the learner and the block $h$",
    "T": r"overlap $\sum_{i\in h}B_{ni}B_{mi}/N$ within the teacher and the block $h$, fixed",
    "C": "covariance of the fields $z$, the sum over blocks",
    "Cb": "covariance of the fields of the block $h$: $v_h$ times the overlaps within it",
    "W": (
        r"slopes of the steps in the fields: $\langle\sum\partial\psi_k/\partial z_j\rangle$, sums"
        r" over the samples $x$ of a step $J_k\to J_k+N^{-1/2}\sum\psi_kx$"
    ),
    "A": r"steps against the fields of the block $h$: $\langle\sum\psi_kz^{(h)}_i\rangle$",
    "WW": (
        r"covariance in one step of $\sum\psi_k$ and $\sum\psi_l$, the slopes in $z_i$ and $z_j$ of"
        " what is averaged"
    ),
    "WY": (
        r"covariance in one step of $\sum\psi_k$ and $N\delta w^0_l$, the slope in $z_i$ of what is"
        " averaged"
    ),
    "WS": (
        r"covariance in one step of $\sum\psi_k$ and $\sum\psi_l\psi_a$, the slope in $z_i$ of what"
        " is averaged"
    ),
    "ZWb": (
        r"covariance in one step of $\sum\psi_kz^{(h)}_i$ and $\sum\psi_l$, the slope in $z_j$ of"
        " what is averaged"
    ),
    "ZZb": r"covariance in one step of $\sum\psi_kz^{(h)}_i$ and $\sum\psi_lz^{(h')}_j$",
    "ZYb": r"covariance in one step of $\sum\psi_kz^{(h)}_i$ and $N\delta w^0_l$",
    "ZSb": r"covariance in one step of $\sum\psi_kz^{(h)}_i$ and $\sum\psi_l\psi_a$",
}
#: The same where a step is on n samples, n/N fixed.
OF_MAPS = {
    "A": (
        r"steps against fields: $\langle\sum\psi_kz_i\rangle/N$, sums over the $n$ samples $x$ of a"
        r" step $J_k\to J_k+N^{-1/2}\sum\psi_kx$"
    ),
    "E": r"steps against steps, a sample with itself: $\langle\sum\psi_k\psi_l\rangle/N$",
    "W": r"slopes of the steps in the fields: $\langle\sum\partial\psi_k/\partial z_j\rangle/N$",
    "Y": (
        r"steps against steps, different samples: $\langle\sum_{x\ne x'}\psi_k\psi_l'\,x\cdot"
        r" x'\rangle/N^2$"
    ),
}
#: What stands for a symbol in the meanings of tables of numbers, by their range.
SPOKEN = {"path": {"t": r"\xi_\tau"}}
#: A square, an equation that begins with one, a small number.
FORMULA = re.compile(r"\b[a-z]\^2(?: = [^,]+)?|\b[\d.]+e[+-]\d+")
FRACTION = re.compile(r"\b(\d+)/(\d+) ")
COUNTS = {  # what an index runs over
    "fields": "all fields",
    "stack": "all fields, those of the network with a jump first",
    "path": "nodes along the path of an average of four or more $g$",
    "square": r"Gaussians whose sum is $g^2-g(\infty)^2$",
    "quartic": r"Gaussians whose sum is $(g^2-g(\infty)^2)^2$",
    "fine": r"Gaussians whose sum is $g^2-g(\infty)^2$, more of them",
    "nodes": "nodes of the rule for three and four contributions",
    "blocks": "blocks of the inputs",
}
#: c = (w, -u), its relatives, wherever a meaning has them
HEADS = re.compile(r"(?<==)\(((?:w|w\^0|w-w\^0)),-u\)")


class Symbols:
    """Hands out the lines of a page: each symbol once, at the first equations that contain it."""

    def __init__(self, system: Flow, write: Printer) -> None:
        self.system, self.write = system, write
        self.sources: dict[str, Input | Constant | Definition] = {x.name: x for x in system.inputs}
        self.sources |= {c.name: c for c in system.constants} | {
            d.name: d for d in system.definitions
        }
        self.meanings = MEANINGS | self._of_state()
        if any(len(x.ranges) > 2 for x in system.state.overlaps):
            self.meanings |= OF_BLOCKS
        if system.iterates:
            self.meanings |= OF_MAPS
        if any(x.name == "spread" for x in system.inputs) and "X" in self.sources:
            self.meanings |= OF_SPREAD
        self.said: set[str] = set()

    def _of_state(self) -> dict[str, str]:
        """The order parameters, their slopes and the blocks of the diffusion."""
        state, elements = self.system.state, self.write.notation.elements
        found = {}
        for number, x in enumerate(state):
            time = "" if number else r" $\alpha=t/N$"
            called = (
                f"${parameter_latex(x.name)}$" if x.overlap else f"the {self._words(x.meaning)}"
            )
            per = "in one step" if self.system.iterates else f"per unit of time{time}"
            found[x.slope] = f"change of {called} {per}"
        for name in self.system.diffusion:
            x, y = state.blocks[name]
            letters = [self.write.notation.doprint(i) for i in self.system[name].piece.indices]
            first, second = letters[: len(x.ranges)], letters[len(x.ranges) :]
            of_x, of_y = (
                rf"$N\delta {_bare(elements[e.name].format(*i))}$"
                for e, i in ((x, first), (y, second))
            )
            found[name] = f"covariance in one step of {of_x} and {of_y}"
        return found

    def new(self, names: Iterable[str]) -> list[dict[str, str]]:
        """Lines for those that have had none yet, in the order of the system."""
        wanted = set(names) - self.said
        self.said |= wanted
        lines: list[dict[str, str]] = []
        for name, source in self.sources.items():
            if name in wanted and (line := self._line(source)) not in lines:
                lines.append(line)
        return lines

    def _line(self, source: Input | Constant | Definition) -> dict[str, str]:
        if isinstance(source, Definition):
            indices = source.pieces[0].indices
        elif isinstance(source, Constant):
            indices = tuple(self.write.fresh((source.rng,), ()))
        else:
            indices = tuple(self.write.fresh(source.ranges, ()))
        product = self.system.products.get(source.name)
        if product is not None and not lettered(product):
            return AVERAGE  # it shows what it is the average of
        return {"latex": self.write.element(source, indices), "meaning": self._meaning(source)}

    def _meaning(self, source: Input | Constant | Definition) -> str:
        old, marks = self.system.aliases.get(source.name, ("", ()))
        if not old:
            return self._alone(source)
        known = (OF_MAPS if "ahead" in marks else {"W": OF_BLOCKS["W"]} | self.meanings).get(old)
        known = self.meanings.get(old) if known is None else known
        if old in [x.name for x in self.system.state]:
            known = self._words(source.meaning)  # after the giant step
        tasks = [f", in the task {spelled(x)}" for x in marks if x != "ahead"]
        before = ", before the giant step" * ("ahead" in marks)
        found = self._alone(source) if known is None else known
        if old in self.system.state.slopes and "ahead" in marks:
            found, before = f"change of {self._of(old)} in the giant step", ""
        return "".join(
            (HEADS.sub(lambda m: head_vector(self.system.heads, m[1]), found), *tasks, before)
        )

    def _of(self, slope: str) -> str:
        """The order parameter whose slope this is."""
        (x,) = (x for x in self.system.state if x.slope == slope)
        return f"${parameter_latex(x.name)}$" if x.overlap else f"the {self._words(x.meaning)}"

    def _alone(self, source: Input | Constant | Definition) -> str:
        if isinstance(source, Input) and not source.moves and source.name not in GIVEN:
            return source.meaning
        if source.name in self.meanings:
            return HEADS.sub(
                lambda m: head_vector(self.system.heads, m[1]), self.meanings[source.name]
            )
        if isinstance(source, Constant):
            return _of_numbers(source.meaning, SPOKEN.get(source.rng.name, {}))
        if not isinstance(source, Definition):
            return source.meaning
        if source.role.conditional and source.covariance is not None:
            return _tilted(source)
        if source.role.of_fields:
            return self._average(source)
        if source.role is Role.CUBATURE:
            if source.name not in self.system.products:  # of a loss that is no polynomial
                return "average over the fields, by nodes"
            return "what the nodes give of the average"
        if source.role.of_samples:
            return self._finite(source)
        if source.name in MOMENTS:
            letters = [self.write.notation.doprint(i) for i in source.pieces[0].indices]
            powers = MOMENTS[source.name].format(*letters)
            parted = ", but for what needs no nodes" * source.parted
            return f"moment ${powers}$ of the residual over task and noise at the node $e${parted}"
        if source.role.of_task:
            return "moment over tasks and support sets"
        return self._words(source.meaning)

    def _words(self, text: str) -> str:
        """Plain words, with the sizes of networks and sample sets as symbols."""
        sizes = list(chain.from_iterable(rng.parts for rng in self.system.ranges))
        sizes += [p.name for p in self.system.parameters if p.may_be_infinite]
        return with_symbols(text, {name: name for name in sizes})

    def _average(self, d: Definition) -> str:
        """The product under the average, at the units of the first piece."""
        fields = [self.write.notation.field(i) for i in d.pieces[0].indices]
        product = product_latex(self.system.products[d.name], fields)
        return rf"average $\langle {product}\rangle$ over the fields"

    def _finite(self, d: Definition) -> str:
        """Weights of partitions, tables of contributions, corrections."""
        if not d.ranges:
            return self._words(d.meaning)
        letters = iter([i.name for i in d.pieces[0].indices])
        if not d.blocks:
            product = "".join(f"c_{x}" for x in letters)
            return rf"$\langle {product}\rangle$ minus its value at $P\to\infty$"
        product = ""
        for size in d.blocks:
            contributions = "".join(f"v_{next(letters)}" for _ in range(size))
            product += rf"\langle {contributions}\rangle"
        product += "".join(rf"\,c^1_{x}" for x in letters)
        w, w0 = (multiplied(self.system.heads.learner, x) for x in ("w", "w^0"))
        form = rf"$\langle\cdot\rangle$ over one support sample, ${w}={w0}+\frac1P\sum_\mu v^\mu$"
        return f"${product}$ averaged over the task, {form}"

    def rates(self) -> list[dict[str, str]]:
        """The parameters, a flag by the symbol that is 1 where it is 0."""
        found = []
        for p in self.system.parameters:
            meaning = spelled(p.meaning) + "; may be infinite" * p.may_be_infinite
            if p.flag:
                meaning = r"1 keeps all powers of $1/P$, 0 the first only"
            found.append({"latex": parameter_latex(p.flag or p.name), "meaning": meaning})
        return found

    def counted(self, letters: dict[str, list[str]]) -> list[dict[str, str]]:
        """The letters that count, by what they run over."""
        learner, teacher = self.system.ranges
        words = COUNTS | {
            **({"nodes": "nodes of the rule"} if self.system.cubature else {}),
            learner.name: f"units of the learner, 1 to ${learner.parts[0]}$",
            teacher.name: f"units of the teacher, 1 to ${teacher.parts[0]}$",
        }
        return [
            {"latex": ",".join(found), "meaning": words.get(name, name)}
            for name, found in letters.items()
        ]


def _of_numbers(text: str, known: Mapping[str, str]) -> str:
    """What a table of numbers is, in words, squares, equations between
    them and powers of ten as formulas."""

    def formula(found: str) -> str:
        fractions = FRACTION.sub(r"\\tfrac{\1}{\2}", power_latex(found))
        return re.sub(r"\b[a-z]\b", lambda word: known.get(word[0], word[0]), fractions)

    return with_formulas(text, FORMULA, formula, known)


def _tilted(d: Definition) -> str:
    of = d.covariance
    assert of is not None
    what = (
        "fields behind the dot held at 0"
        if of.fixed
        else "Gaussian weights of the fields behind the dot absorbed"
    )
    found = f"covariance of the fields with the {what}"
    if of.scaled:
        found += r", couplings scaled by $\xi_\tau$"
    return found + ", of the strengths of the Gaussians above" * bool(of.open)


def _bare(latex: str) -> str:
    """A single letter needs no braces below another."""
    return re.sub(r"_\{(\w)\}", r"_\1", latex)
