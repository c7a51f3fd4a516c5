"""A flow: ordinary differential equations of order parameters, an ordered list of indexed
definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from sympy import Lambda, Symbol

from .printing import text
from .roles import Default
from .state import Entry, Input, State
from .statement import Statement
from .system import (
    Constant,
    Definition,
    Kernel,
    Parameter,
    Range,
    Shaped,
    System,
    reachable,
)
from .trace import Heads

__all__ = ["Flow"]


@dataclass(frozen=True, kw_only=True)
class Flow(System):
    """A macroscopic system of ordinary differential equations in alpha = t/N, and its
    observables."""

    driver = "flow"
    iterates: ClassVar[bool] = False  # the state moves in steps, by what a flow has as slopes

    activation: str
    function: Lambda  # g, the activation
    coefficients: tuple[str, ...]  # of g, where it is a polynomial without a name
    teacher_activation: str  # the same for units of the teacher
    teacher_function: Lambda
    ranges: tuple[Range, ...]
    fields: Range
    inputs: tuple[Input, ...]
    definitions: tuple[Definition, ...]
    outputs: tuple[str, ...]
    observables: tuple[str, ...]
    limits: tuple[tuple[str, str, str], ...] = ()
    odd: bool = False  # an odd activation: reflecting a unit changes nothing
    constants: tuple[Constant, ...] = ()
    kernels: tuple[Kernel, ...] = ()
    sizes: tuple[Parameter, ...] = ()  # of ranges that the caller decides on, beside K and M
    # inputs that are "zero" or "diagonal": then no rule is needed
    needless: tuple[tuple[str, str], ...] = ()
    # averages that no rule gives are taken over the nodes, wherever a limit says quadrature
    cubature: bool = False
    # the size of the network whose fields come first at the nodes, for they jump at zero
    jumping: str = ""
    # what is averaged over the nodes is not all even, whatever the activations are
    uneven: bool = False
    support: str = ""  # the number of samples in the support set, where there is an inner loop
    # (P, steps): where the first is finite the second is 1
    single: tuple[tuple[str, str], ...] = ()
    # the blocks of the covariance of one step, where they were derived
    diffusion: tuple[str, ...] = ()
    # the parameters that are infinite where these hold, and may be finite elsewhere
    diffusion_at: tuple[str, ...] = ()
    # what nothing else reads: inputs of the covariance of one step alone
    of_diffusion: tuple[Input, ...] = ()
    # roots and arcsines reach the ends of their domains, where fields coincide
    guarded: bool = False
    heads: Heads = field(default=Heads(), compare=False)  # in the vectors c, c0 and c1
    # its updates, before anything is averaged
    algorithm: Statement | None = field(default=None, compare=False)
    # what the averages over the fields are of, by their names; also of those that only the
    # derivation mentions: orders of derivatives of g, None for a bare field, letters of
    # ``trace`` for g squared
    products: dict[str, tuple[int | str | None, ...]] = field(default_factory=dict, compare=False)

    # of an array that stands in several readings of the same losses: its name in one alone, and
    # the marks of the reading
    aliases: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict, compare=False)

    def __getitem__(self, name: str) -> Definition:
        for definition in self.definitions:
            if definition.name == name:
                return definition
        raise KeyError(f"{self.name} defines no array {name!r}")

    @property
    def motion(self) -> str:
        """What the function is called that gives slopes, or changes in a step."""
        return "change" if self.iterates else "rhs"

    @property
    def state(self) -> State:
        """The inputs that move, in the order of the flat state."""
        return State(tuple(x for x in self.inputs if isinstance(x, Entry)))

    def needed_for(self, names: Iterable[str]) -> tuple[Definition, ...]:
        """The definitions that ``names`` depend on (themselves included), in the order of the
        system."""
        return reachable(self.definitions, names)

    @property
    def even(self) -> bool:
        """Whether what is averaged over the nodes is the same at x and at -x: all that is no more
        than a product of odd functions of the fields, but for averages that vanish."""
        x = Symbol("x", real=True)
        both = self.odd and not self.uneven
        return both and bool(self.teacher_function(-x) == -self.teacher_function(x))

    @property
    def heading(self) -> str:
        return f"system {self.model} activation {self.activation}"

    @property
    def given(self) -> tuple[Shaped, ...]:
        return tuple(_shaped(x) for x in self.inputs if not x.moves)

    @property
    def moving(self) -> tuple[Shaped, ...]:
        return tuple(_shaped(x) for x in self.state)

    @property
    def found(self) -> tuple[Shaped, ...]:
        return tuple(Shaped(name, self[name].meaning) for name in self.observables)

    @property
    def particulars(self) -> dict[str, Any]:
        return {
            "activation": self.activation,
            "coefficients": list(self.coefficients),
            "teacher_activation": self.teacher_activation,
            "sizes": [p.name for p in self.sizes],
            "single": [list(pair) for pair in self.single],
            "rule": [x.name for x in self.inputs if x.default is Default.RULE],
            "needless": [list(pair) for pair in self.needless],
            "limits": [{"parameter": p, "value": v, "status": s} for p, v, s in self.limits],
            "odd": self.odd,
            "diffusion": bool(self.diffusion),
            "diffusion_at": list(self.diffusion_at),
            "of_diffusion": [x.name for x in self.of_diffusion],
            "guarded": self.guarded,
            "cubature": self.cubature,
            "jumping": self.jumping,
            "drives": {x.name: self._driven_by(x) for x in self.state if not x.overlap},
        }

    def _driven_by(self, entry: Entry) -> list[str]:
        """The other order parameters whose slopes depend on an entry of the state, and the
        observables that do."""
        ends = {x.slope: x.name for x in self.state if x != entry}
        ends |= {name: name for name in self.observables}
        found = []
        for end, name in ends.items():
            if any(entry.name in d.references() for d in self.needed_for([end])):
                found.append(name)
        return found

    def describe_given(self) -> list[str]:
        lines = []
        for x in (*self.inputs, *self.of_diffusion):
            ranges = [r.name for r in x.ranges]
            lines.append(f"input {x.name} {ranges} state {x.moves} default {x.default_words}")
        lines += [f"constant {c.name} {c.rng.name} {c.values}" for c in self.constants]
        lines += [f"kernel {k.fields} {k.arguments}: {k.expression}" for k in self.kernels]
        return lines

    def describe_equations(self) -> list[str]:
        lines = [f"limit {limit}" for limit in self.limits]
        for d in self.definitions:
            lines.append(f"{d.role} {d.name} {[r.name for r in d.ranges]} symmetric {d.symmetric}")
            for p in d.pieces:
                lines.append(f"  {[(i.name, i.rng.name) for i in p.indices]}: {text(p.expression)}")
            for p in d.update:
                letters = [i.name for i in p.indices]
                lines.append(f"  {d.repeat} times {letters}: {text(p.expression)}")
        return lines


def _shaped(x: Input) -> Shaped:
    """An axis over all fields counts K + M."""
    shape = tuple(" + ".join(r.parts) for r in x.ranges)
    return Shaped(x.name, x.meaning, shape, x.packed)
