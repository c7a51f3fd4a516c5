"""The potential of a ridge readout of groups of neurons, and that of one group with a bulk of any
covariance.

Two orders of one free energy, F = F0 + epsilon E.  F0 holds the fluctuations of the readout; its
stationary point are the susceptibilities.  E holds the energy; the stationary point to first order
in epsilon are means and variances: the variables of F0 move by epsilon Y, so that d/depsilon of F0
at X + epsilon Y stands beside E.

Group k has the share ``fraction[k]`` of the neurons, the spike u[k] and an isotropic bulk of
variance c[k].  V1 and its conjugate Vh1 are matrices over groups, V2 and Vh2 vectors.  D and R
belong to the log-determinant of the Hessian, diag(lambda + Vh2) + B (Vh1 x 1) B^T with B the bulks
of the groups: each B_k^T (...)^-1 B_k becomes D_k at the price of its conjugate R_k.  One group is
the case K = 1; its log-determinant is L(x), x = D Vh1, for a bulk of any covariance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sympy import (
    Expr,
    Function,
    Indexed,
    IndexedBase,
    KroneckerDelta,
    S,
    Sum,
    Symbol,
    cancel,
    log,
    symbols,
)

from .indexed import INDICES, LogDet, over
from .means import Mean, over_signal
from .reading import alpha, beta, inverse_p, kappa, noise2, readout, zeta

__all__ = ["Potential", "alone", "isolated", "one_group", "potential", "sample"]

h0, h1, h2, q, r2 = symbols("h0 h1 h2 q r2", real=True)
f0, f1 = symbols("f0 f1", real=True)  # mean output given kappa: f0 + f1 zeta
extra = Symbol("extra", real=True)  # variance of the output over the fluctuations of the readout
c0, c1, c22 = (IndexedBase(name) for name in ("c0", "c1", "c22"))
fraction, c = IndexedBase("fraction"), IndexedBase("c")
V1, V2, Vh1, Vh2, D, R = (IndexedBase(name) for name in ("V1", "V2", "Vh1", "Vh2", "D", "R"))
A, m_v, m_e, b_v, b_e = (IndexedBase(name) for name in ("A", "m_v", "m_e", "b_v", "b_e"))
P = IndexedBase("P")  # the inverse of 1/D + Vh1
#: The variables of F0 and of E, with their number of indices.
STATE = ((V1, 2), (V2, 1), (Vh1, 2), (Vh2, 1), (D, 1), (R, 1))
MODES = ((m_v, 1), (m_e, 1), (b_v, 1), (b_e, 1), (A, 1))
k = INDICES[0]

Tables = tuple[tuple[IndexedBase | Symbol, int], ...]


def _law(name: str, slope: type[Function] | None = None) -> type[Function]:
    """A function of the spectrum, with the name of its slope."""

    def fdiff(self: Function, argindex: int = 1) -> Expr:
        assert slope is not None
        return slope(self.args[0])

    return type(name, (Function,), {"fdiff": fdiff, "nargs": 1})


#: L(x) = (1/d) tr log(1 + x C), with its slopes t1 = L' and t1'.
t1_slope = _law("t1_slope")
t1 = _law("t1", t1_slope)
L = _law("L", t1)
#: Entries of the inverse of the corner of (1 + x C)^-1 along the spike and the rest of the teacher,
#: with their slopes.
ENTRIES = ("vv", "ve", "ee")
W = {e: _law(f"W_{e}", _law(f"W_{e}_slope")) for e in ENTRIES}


@dataclass(frozen=True)
class Potential:
    """F0 = ``fluctuation`` and E = ``energy``, by what they take from the law of the bulks and the
    rest.

    determinant: log det(1 + D Vh1) over d; price: of the means, in b; variance: of the output over
    the readout's fluctuations given kappa; means: f0, f1 of it; residual: its mean square r2;
    stiffness: of the readouts of group k;
    state, modes: the variables of F0 and of E with their numbers of indices; inverse: the matrix
    whose inverse is P.
    """

    free: Expr
    determinant: Expr
    work: Expr
    price: Expr
    variance: Expr
    means: tuple[Expr, Expr]
    residual: Expr
    stiffness: Expr
    state: Tables
    modes: Tables
    inverse: Expr | None

    @property
    def fluctuation(self) -> Expr:
        return self.free + self.determinant / beta

    @property
    def energy(self) -> Expr:
        return self.work - self.price


def isolated(expression: Expr, s: Expr) -> Expr:
    """The root s of an expression that is linear in it."""
    slope = expression.diff(s)
    if slope.has(s):
        raise ValueError(f"{expression} is not linear in {s}")
    return (-expression.subs(s, 0) / slope).expand()


def sample(loss: Callable[[Expr, Expr], Expr], variance: Expr) -> tuple[Expr, Expr]:
    """A sample's energy over half its squared residual, and its curvature, at this variance of its
    output.

    The output f leaves its value y - r without the sample, at the price (f - (y - r))^2/(2 V).
    """
    y, f = symbols("y f", real=True)
    if loss(y, f).diff(f, 3).expand() != 0:
        raise ValueError(
            f"{loss(y, f)}: a loss that is not quadratic has no readout in closed form"
        )
    r, V = symbols("r V", positive=True)
    price = (f - (y - r)) ** 2 / (2 * V) + loss(y, f)
    envelope = cancel(price.subs(f, isolated(price.diff(f), f)) / r**2)
    curvature = cancel(V * price.diff(f, 2))
    return 1 / cancel(1 / (2 * envelope)).subs(V, variance), curvature.subs(V, variance)


@cache
def potential(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> Potential:
    """F0 and E of a quadratic loss and penalty, over groups of neurons with isotropic bulks."""
    g = Symbol("g", real=True)
    ratio = alpha / beta
    variance = over(lambda i, j: c1[i] * c1[j] * V1[i, j], 2) + over(lambda i: c22[i] * V2[i])
    softness, curvature = sample(loss, variance)
    stiff = penalty.diff(readout, 2) + Vh2[k] + c[k] * R[k]
    row, column = INDICES[:2]
    logdet = LogDet(KroneckerDelta(row, column) / D[row] + Vh1[row, column], P)
    free = ratio * Mean(log(curvature))
    free -= over(lambda i, j: V1[i, j] * Vh1[i, j], 2) + over(lambda i: V2[i] * Vh2[i])
    free += over(lambda i: fraction[i] * log(stiff.subs(k, i))) - over(lambda i: R[i] * D[i]) / beta
    # The residual r = g - mean output; the mode c0 costs only A^2/p.
    means = over(lambda i: A[i] * c0[i] + m_v[i] * c1[i] * kappa), over(lambda i: m_e[i] * c1[i])
    moments = {(0, 0): S.One, (0, 1): S.Zero, (0, 2): S.One, (1, 0): h0, (1, 1): h1, (2, 0): h2}
    squared = over_signal((g - f0 - f1 * zeta) ** 2, g, zeta, moments)
    work = ratio * Mean(softness * (squared.subs({f0: means[0], f1: means[1]}) + noise2))
    work += over(lambda i: 2 * (m_v[i] * b_v[i] + m_e[i] * b_e[i])) + over(
        lambda i: A[i] ** 2 * inverse_p / V2[i]
    )
    return Potential(
        free,
        over(lambda i: log(D[i])) + logdet,
        work,
        over(lambda i: D[i] * (b_v[i] ** 2 + b_e[i] ** 2)),
        variance,
        means,
        squared,
        stiff,
        STATE,
        MODES,
        logdet.entry,
    )


def single(expression: Expr) -> Expr:
    """The case K = 1: sums have one term, and tables lose their indices."""
    at = {i: S.Zero for i in INDICES}

    def term(total: Sum) -> Expr:
        return total.function.subs({limit[0]: S.Zero for limit in total.limits})

    expression = expression.replace(
        lambda e: isinstance(e, LogDet), lambda e: log(e.matrix(S.Zero, S.Zero))
    )
    expression = expression.replace(lambda e: isinstance(e, Sum), term).subs(at)
    return expression.replace(lambda e: isinstance(e, Indexed), lambda e: Symbol(e.base.name))


def alone(expression: Expr) -> Expr:
    """The case K = 1, where the only group has all neurons."""
    return single(expression).subs(Symbol(fraction.name), S.One)


def one_group(F: Potential) -> Potential:
    """All neurons in one group, with a bulk of any covariance C: D and R are those of variance 1.

    The bulk's log-determinant is L(x) at x = D Vh1, and the means m along spike and teacher cost
    b^T K b, with K = (W(x) - 1)/Vh1.  C = 1 is the isotropic bulk that ``F`` has: L = log(1 + x), K
    = D.
    """

    def of(expression: Expr) -> Expr:
        return alone(expression).subs(Symbol(c.name), S.One)

    names = {table: Symbol(table.name) for table, _ in (*F.state, *F.modes)}
    x = names[D] * names[Vh1]
    K = {e: (W[e](x) - (0 if e == "ve" else 1)) / names[Vh1] for e in ENTRIES}
    v, e = names[b_v], names[b_e]
    return Potential(
        of(F.free),
        L(x),
        of(F.work),
        K["vv"] * v**2 + 2 * K["ve"] * v * e + K["ee"] * e**2,
        of(F.variance),
        (of(F.means[0]), of(F.means[1])),
        F.residual,
        of(F.stiffness),
        tuple((names[table], 0) for table, _ in F.state),
        tuple((names[table], 0) for table, _ in F.modes),
        None,
    )
