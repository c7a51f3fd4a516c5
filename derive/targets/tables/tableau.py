"""The Runge-Kutta pair of the emitted integrator: Dormand and Prince 5(4), J. Comput. Appl. Math.
6, 19 (1980).

Dense output of order 4: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, section
II.6.  The tests check every order condition in rational arithmetic.
"""

from __future__ import annotations

from fractions import Fraction as F

__all__ = ["A", "B", "C", "D", "E", "render"]

C = (F(0), F(1, 5), F(3, 10), F(4, 5), F(8, 9), F(1), F(1))
A = (
    (),
    (F(1, 5),),
    (F(3, 40), F(9, 40)),
    (F(44, 45), F(-56, 15), F(32, 9)),
    (F(19372, 6561), F(-25360, 2187), F(64448, 6561), F(-212, 729)),
    (F(9017, 3168), F(-355, 33), F(46732, 5247), F(49, 176), F(-5103, 18656)),
    (F(35, 384), F(0), F(500, 1113), F(125, 192), F(-2187, 6784), F(11, 84)),
)
B = (*A[6], F(0))  # order 5; the last stage is the first of the next step
# order 4
LOWER = (
    F(5179, 57600),
    F(0),
    F(7571, 16695),
    F(393, 640),
    F(-92097, 339200),
    F(187, 2100),
    F(1, 40),
)
E = tuple(b - c for b, c in zip(B, LOWER, strict=True))
D = (  # dense output
    F(-12715105075, 11282082432),
    F(0),
    F(87487479700, 32700410799),
    F(-10690763975, 1880347072),
    F(701980252875, 199316789632),
    F(-1453857185, 822651844),
    F(69997945, 29380423),
)


def render() -> dict:
    """Per stage the non-zero coefficients as (stage, "numerator.0/denominator.0"), and where in the
    step it is."""
    return {
        "nodes": [_number(c) for c in C],
        "stages": [_terms(row) for row in A[1:]],
        "error": _terms(E),
        "dense": _terms(D),
    }


def _terms(row: tuple[F, ...]) -> list[dict]:
    return [{"stage": s, "value": _number(x)} for s, x in enumerate(row) if x]


def _number(x: F) -> str:
    return f"{x.numerator}.0/{x.denominator}.0"
