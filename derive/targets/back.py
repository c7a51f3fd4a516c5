"""Functions backwards as the lists that templates of loops go through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sympy import Expr, S

from ..lowering.program import Block, Statement
from ..lowering.reverse import Back, BackBlock
from ..lowering.straight import Call, Line, Straight
from . import loops
from .loops import Written

__all__ = ["back_block", "straight"]


def back_block(b: BackBlock, printer: Written) -> dict:
    """A block backwards, and those in its loop."""
    seen: set[str] = set()
    for x in b.again:  # what they are was said where they stood first
        seen |= {s.target.name for s in (*x.statements, *x.looped)}
    return {
        "condition": printer.condition(b.guards),
        "repeat": b.repeat,
        "first": b.first,
        "loop": loops.loop(b.loop, None) if b.loop else None,
        "again": [loops.block(x, printer, seen) for x in b.again],
        "before": [_statement(s, printer) for s in b.before],
        "inner": [back_block(x, printer) for x in b.inner],
        "statements": [_statement(s, printer) for s in b.statements],
    }


def _statement(back: Back, printer: Written) -> dict:
    s: Statement = back.statement
    slopes = replace(s, target=back.slopes, body=S.Zero, factor=S.One)
    made = loops.block(Block((), "", (slopes,)), printer, {back.slopes.name})["statements"][0]
    return {
        **made,
        "stages": made["stages"][::-1],
        "factor_of": s.factor_of,
        "matrix": s.target.name,
        "keeps": s.accumulate,
        "straight": straight(back.straight, printer.doprint),
    }


def straight(s: Straight, write: Callable[[Expr], str]) -> dict:
    """Straight-line code as text."""

    def lines(some: tuple[Line | Call, ...]) -> list[dict]:
        found = []
        for line in some:
            if isinstance(line, Call):
                j = line.joint
                found.append(
                    {
                        "name": line.name,
                        "routine": j.routine(j.fields),
                        "slope": write(line.slope),
                        "arguments": [write(a) for a in j.args],
                    }
                )
            else:
                found.append({"name": line.name.name, "value": write(line.value), "routine": ""})
        return found

    def added(pair: tuple[Expr, Expr]) -> dict:
        to, value = pair
        return {"to": write(to), "value": write(value)}

    return {
        "lines": lines(s.lines),
        "back": lines(s.back),
        "added": [added(pair) for pair in s.added],
    }
