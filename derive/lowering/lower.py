"""System -> Program: what is stored, what is shared, what is computed inside a sum, and what a
parameter switches off.

Each function of a program goes through the passes of ``PASSES``, in that order, those whose needs
are met; ``lower`` and ``lower_fluctuations`` say which functions there are and what holds of them.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir.flow import Flow
from ..ir.limits import at_infinity, without_rule
from ..ir.system import Input
from ..ir.tangent import directions
from .general import general_of
from .passes import PASSES
from .program import Function, Gives, Program, Programs, Routine
from .reverse import reversed_function
from .routines import along, plain
from .statements import arrays_of
from .work import Work

__all__ = ["backwards", "lower", "lower_fluctuations", "lowered"]


def lowered(system: Flow) -> Programs:
    """All programs of a system."""
    loops = lower(system, fuse=True)
    limited = at_infinity(system, system.support)
    vector, few = loops, None
    if limited is not system:
        vector, few = lower(limited, fuse=True), lower(without_rule(system), fuse=True)
    fluctuations = None
    if system.diffusion:
        fluctuations = lower_fluctuations(system, fuse=True), lower_fluctuations(system, fuse=False)
    arrays = lower(system, fuse=False)
    back = None if system.iterates else backwards(loops)
    return Programs(loops, arrays, vector, few, back, fluctuations)


def backwards(program: Program) -> Program:
    """All its functions backwards."""
    functions = tuple(reversed_function(program, f) for f in program.functions)
    return replace(program, functions=functions)


def lower(system: Flow, *, fuse: bool, without: tuple[str, ...] = ()) -> Program:
    """The program of a system: drift and observables.  ``fuse`` saves memory and operations and
    suits loops; whole-array backends do without.  ``without`` leaves out some passes by name, to
    see what they do."""
    requests = [(system.motion, system.outputs), *((name, (name,)) for name in system.observables)]
    facts = _facts(system, fuse, "often", "value")
    functions = tuple(
        _function(system, name, outputs, facts, without) for name, outputs in requests
    )
    return _program(system, functions)


def lower_fluctuations(system: Flow, *, fuse: bool) -> Program:
    """What finite N needs: the diffusion, and tangents of drift and observables where they are
    smooth."""
    system = replace(system, inputs=(*system.inputs, *system.of_diffusion))
    diffusion = _function(system, "diffusion", system.diffusion, _facts(system, fuse, "value"))
    functions = [replace(diffusion, refused=system.diffusion_at)]
    moving: tuple[Input, ...] = ()
    if not system.guarded:
        moving = directions(system)
        facts = _facts(system, fuse, "directional")
        requests = [
            ("tangent", system.outputs),
            *((f"{o}_tangent", (o,)) for o in system.observables),
        ]
        functions += [_function(system, name, outputs, facts) for name, outputs in requests]
    return _program(system, tuple(functions), moving)


def _facts(system: Flow, fuse: bool, *others: str) -> frozenset[str]:
    loops = {"loops"} if fuse else set()
    return frozenset({"guarded" if system.guarded else "smooth", *loops, *others})


def _program(
    system: Flow, functions: tuple[Function, ...], moving: tuple[Input, ...] = ()
) -> Program:
    routines: list[Routine] = []
    for kernel in system.kernels:
        routines += (plain(kernel), along(kernel))
    return Program(
        system.inputs,
        system.parameters,
        functions,
        system.constants,
        tuple(routines),
        system.sizes,
        system.single,
        moving,
        general_of(system),
    )


def _function(
    system: Flow,
    name: str,
    outputs: tuple[str, ...],
    facts: frozenset[str],
    without: tuple[str, ...] = (),
) -> Function:
    gives, of = _given(system, outputs)
    work = Work(system, facts, outputs, system.needed_for(outputs))
    for step in PASSES:
        if step.needs <= facts and step.name not in without:
            work = step.run(work)
    made = arrays_of(work)
    arrays = tuple(made[o] for o in work.outputs)
    return Function(
        name,
        arrays,
        work.blocks,
        work.rule,
        along=work.along,
        directional="directional" in facts,
        gives=gives,
        of=of,
    )


def _given(system: Flow, outputs: tuple[str, ...]) -> tuple[Gives, str]:
    """What a function of these outputs gives, and the observable that it is, or is the slope of."""
    if outputs == system.outputs:
        return Gives.SLOPE, ""
    observable = "".join(set(outputs) & set(system.observables))
    return (Gives.SCALAR, observable) if observable else (Gives.ARRAYS, "")
