"""A model of a trained readout as SymPy reads it: its quantities as symbols, its functions as
expressions in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sympy import Add, Expr, IndexedBase, Mul, Pow, Symbol, symbols, sympify

from ..language import expression as tree
from ..language import readout as said

__all__ = [
    "Readout",
    "alpha",
    "alpha0",
    "beta",
    "gamma",
    "inverse_p",
    "kappa",
    "lam",
    "noise2",
    "read",
    "readout",
    "z",
    "zeta",
]

kappa, zeta, z, gamma, readout = symbols("kappa zeta z gamma a", real=True)
u = IndexedBase("u")[Symbol("k", integer=True)]  # of group k
alpha, beta, lam, noise2, inverse_p = symbols("alpha beta lam noise2 inverse_p", nonnegative=True)
alpha0, eta = symbols("alpha0 eta", positive=True)

#: What the variables of a model file stand for.
READ = {
    said.kappa: kappa,
    said.zeta: zeta,
    said.z: z,
    said.u: u,
    said.gamma: gamma,
    said.alpha: alpha,
    said.beta: beta,
    said.lam: lam,
    said.noise2: noise2,
    said.inverse_p: inverse_p,
    said.alpha0: alpha0,
    said.eta: eta,
    said.readout: readout,
}

OfTwo = Callable[[Expr, Expr], Expr]


@dataclass(frozen=True)
class Readout:
    """The model; ``loss(y, f)`` and ``step(y, slope)``, the coefficient of a sample in the step if
    there is one."""

    name: str
    title: str
    reference: str
    field: Expr
    signal: Expr
    loss: OfTwo
    penalty: Expr
    step: OfTwo | None


def read(model: said.Readout) -> Readout:
    """The model in symbols."""
    step = _of_two(model.step.coefficient) if model.step else None
    parts = (
        _expr(model.field, READ),
        _expr(model.signal, READ),
        _of_two(model.loss),
        _expr(model.penalty, READ),
    )
    return Readout(model.name, model.title, model.reference, *parts, step)


@cache
def _of_two(function: Callable[[tree.Node, tree.Node], tree.Node]) -> OfTwo:
    """A function of two expressions; the same one for the same function of a model file."""
    first, second = tree.Variable("first"), tree.Variable("second")
    value = tree.node(function(first, second))
    return lambda x, y: _expr(value, READ | {first: x, second: y})


def _expr(e: tree.Node, names: dict[tree.Variable, Expr]) -> Expr:
    match e:
        case tree.Number(value):
            return sympify(value)
        case tree.Variable() if e in names:
            return names[e]
        case tree.Add(args):
            return Add(*(_expr(x, names) for x in args))
        case tree.Mul(args):
            return Mul(*(_expr(x, names) for x in args))
        case tree.Power(base, exponent):
            return Pow(_expr(base, names), sympify(exponent))
    raise tree.NoExpression(f"has {e}, which is no quantity of a readout")
