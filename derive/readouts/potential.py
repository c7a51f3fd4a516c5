"""The potential of a ridge readout, and the stages that find its stationary point.

Two orders of one free energy, F = F0 + epsilon E.  F0 holds the fluctuations of the readout; its stationary point are
the susceptibilities.  E holds the energy; the stationary point to first order in epsilon are means and variances: the
variables of F0 move by epsilon Y, so that d/depsilon of F0 at X + epsilon Y stands beside E.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sympy import (
    Eq,
    Expr,
    Function,
    Matrix,
    Piecewise,
    Poly,
    S,
    Symbol,
    cancel,
    hessian,
    linear_eq_to_matrix,
    log,
    sqrt,
    symbols,
)

from ..ir.fixed_point import Stage, Value
from .means import Mean, collected, over_signal, spread
from .reading import alpha, beta, inverse_p, kappa, noise2, readout, zeta

__all__ = ["Potential", "isolated", "potential", "sample", "stages"]

c0, c1, c22, h0, h1, h2, q, r2 = symbols("c0 c1 c22 h0 h1 h2 q r2", real=True)
NODE = (kappa, c0, c1, c22, h0, h1, h2, q, r2)
V1, V2, Vh1, Vh2, x, t, c = symbols("V1 V2 Vh1 Vh2 x t c", positive=True)
A, m_v, m_e, b_v, b_e = symbols("A m_v m_e b_v b_e", real=True)
Q1, Q2, qh1, qh2, dx, dt = symbols("Q1 Q2 qh1 qh2 dx dt", real=True)
t1, t1_slope = symbols("t1 t1_slope", real=True)
ENTRIES = ("vv", "ve", "ee")
W = {e: Symbol(f"W_{e}", real=True) for e in ENTRIES}
W_slope = {e: Symbol(f"W_{e}_slope", real=True) for e in ENTRIES}
STATE = (V1, V2, Vh1, Vh2, x, t)
MOVED = (Q1, Q2, -qh1, -qh2, dx, dt)
L = Function("L")  # (1/d) tr log(1 + x C)
LAW = {e: Function(f"W_{e}") for e in ENTRIES}  # inverse of the corner of (1 + x C)^-1 along the spike and the teacher


@dataclass(frozen=True)
class Potential:
    """``fluctuation`` F0 and ``energy`` E; given kappa, the mean square ``residual`` (r2 in E) and ``variance`` V."""

    fluctuation: Expr
    energy: Expr
    residual: Expr
    variance: Expr
    stiffness: Expr  # of the readout: its Hessian Vh1 B B^T + Vh2 + penalty'', with t for B B^T


def sample(loss: Callable[[Expr, Expr], Expr], variance: Expr) -> tuple[Expr, Expr]:
    """A sample's energy over half its squared residual, and its curvature, at this variance of its output.

    The output f leaves its value y - r without the sample, at the price (f - (y - r))^2/(2 V).
    """
    y, f = symbols("y f", real=True)
    if loss(y, f).diff(f, 3).expand() != 0:
        raise ValueError(f"{loss(y, f)}: a loss that is not quadratic has no readout in closed form")
    r, V = symbols("r V", positive=True)
    price = (f - (y - r)) ** 2 / (2 * V) + loss(y, f)
    envelope = cancel(price.subs(f, isolated(price.diff(f), f)) / r**2)
    curvature = cancel(V * price.diff(f, 2))
    return 1 / cancel(1 / (2 * envelope)).subs(V, variance), curvature.subs(V, variance)


@cache
def potential(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> Potential:
    """F0 and E of a quadratic loss and penalty."""
    g = Symbol("g", real=True)
    ratio = alpha / beta
    variance = c1**2 * V1 + c22 * V2  # of the output over the fluctuations of the readout, given kappa
    softness, curvature = sample(loss, variance)
    # The readout: log det of its Hessian, H = Vh1 B B^T + Vh2 + penalty'', through (x, t) at its stationary point.
    ridge = Vh2 + penalty.diff(readout, 2)
    determinant = log(ridge + Vh1 * t) + (L(x) - x * t) / beta
    fluctuation = ratio * Mean(log(curvature)) - Vh1 * V1 - Vh2 * V2 + determinant
    # The energy: residual r = g - mean output; means m along spike and teacher cost b^T K b, the mode c0 only A^2/p.
    residual = g - A * c0 - m_v * c1 * kappa - m_e * c1 * zeta
    moments = {(0, 0): S.One, (0, 1): S.Zero, (0, 2): S.One, (1, 0): h0, (1, 1): h1, (2, 0): h2}
    squared = over_signal(residual**2, g, zeta, moments)
    K = {e: (LAW[e](x) - (0 if e == "ve" else 1)) / Vh1 for e in ENTRIES}
    cost = K["vv"] * b_v**2 + 2 * K["ve"] * b_v * b_e + K["ee"] * b_e**2
    energy = ratio * Mean(softness * (r2 + noise2)) + 2 * (m_v * b_v + m_e * b_e) - cost
    energy += A**2 * inverse_p / V2
    return Potential(fluctuation, energy, squared, variance, ridge + Vh1 * t)


@cache
def stages(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> tuple[Stage, ...]:
    """The stages of the solver, from the stationarity of the potential."""
    F = potential(loss, penalty)
    return (*_susceptibilities(F), _isotropic_law(), _means(F), _variances(F), _errors(F))


def _isotropic_law() -> Stage:
    """t1, W and their slopes for C = c: L = log(1 + c x), and the corner of 1/(1 + x C) is 1/(1 + c x)."""
    resolvent = 1 / (1 + c * x)
    law = {"t1": log(1 + c * x).diff(x), "W_vv": 1 / resolvent, "W_ve": S.Zero, "W_ee": 1 / resolvent}
    values = [Value(name, e) for name, e in law.items()]
    values += [Value(f"{name}_slope", e.diff(x)) for name, e in law.items()]
    return Stage(
        "isotropic_law",
        "t1, W and their slopes of a bulk C = c",
        ("x",),
        values=tuple(values),
        returns=tuple(v.name for v in values),
    )


def stationarity(F: Potential) -> dict[Symbol, Expr]:
    """dF0 = 0 by variable, each with (1 + V)^-1 written q, and the bulk's law by its values at x."""
    return {v: _written(F, F.fluctuation.diff(v)) for v in STATE}


def isolated(expression: Expr, s: Symbol) -> Expr:
    """The root s of an expression that is linear in it."""
    slope = expression.diff(s)
    if slope.has(s):
        raise ValueError(f"{expression} is not linear in {s}")
    return (-expression.subs(s, 0) / slope).expand()


def _written(F: Potential, expression: Expr) -> Expr:
    """q for 1/(1 + V); t1, W and their slopes for the functions of x; means spread."""
    expression = expression.doit().subs(1 + F.variance, 1 / q)
    law: dict[Expr, Expr] = {L(x).diff(x, 2): t1_slope}
    law |= {LAW[e](x).diff(x): W_slope[e] for e in ENTRIES}
    law2: dict[Expr, Expr] = {L(x).diff(x): t1} | {LAW[e](x): W[e] for e in ENTRIES}
    return spread(expression.xreplace(law).xreplace(law2), NODE)


def _susceptibilities(F: Potential) -> tuple[Stage, Stage, Stage]:
    """Residuals and Jacobian in (log x, log V2), and a plain step of the fixed point for an isotropic bulk."""
    d = stationarity(F)
    forces = {v: isolated(d[s], v) for s, v in ((V1, Vh1), (V2, Vh2))}
    ratio = isolated(d[Vh1], V1) / isolated(d[Vh2], V2)
    V1_of = ratio.simplify().subs(t, isolated(d[x], t)) * V2  # t1 V2
    law_x = isolated(d[t].subs(F.stiffness, 1 / V2), x)  # x = beta Vh1 V2
    residuals = (log(law_x / x), log(V2 * F.stiffness.subs(t, t1)))
    q_slope = {v: -(q**2) * F.variance.diff(v) for v in (V1, V2)}

    def total(e: Expr, v: Symbol) -> Expr:
        """v de/dv along (x, V2), with V1, Vh1, Vh2, q and t1 moving along."""

        def by_q(s: Symbol, along: Symbol) -> Expr:
            mean = forces[s]
            slopes = (mean.diff(q) if not mean.has(Mean) else _under(mean, q)) if s in forces else S.Zero
            return slopes.xreplace({MARK: q_slope[along]})

        dV1 = V1_of.diff(v) + V1_of.diff(t1) * (t1_slope if v == x else 0)
        dV2 = S.One if v == V2 else S.Zero
        found = e.diff(v) + e.diff(t1) * (t1_slope if v == x else 0)
        for s in (Vh1, Vh2):
            found += e.diff(s) * (by_q(s, V1) * dV1 + by_q(s, V2) * dV2)
        return v * found

    entries = [[spread(total(r, v), NODE) for v in (x, V2)] for r in residuals]
    names = collected([*forces.values(), *(e for row in entries for e in row)])
    averages = tuple(Value(s.name, m.args[0]) for m, s in names.items())
    put = {m: s for m, s in names.items()}
    values = [Value(v.name, forces[v].xreplace(put)) for v in (Vh1, Vh2)]
    values += [Value(f"residual_{i}", r) for i, r in enumerate(residuals)]
    values += [Value(f"J_{i}{j}", e.xreplace(put)) for i, row in enumerate(entries) for j, e in enumerate(row)]
    found = tuple(v.name for v in values)
    node_q = Value("q", 1 / (1 + F.variance), "1/(1 + V)")
    step = Stage(
        "susceptibilities",
        "what stationarity of F0 leaves in (log x, log V2), and its Jacobian",
        ("x", "V2", "V1", "t1", "t1_slope"),
        (node_q,),
        averages,
        tuple(values),
        returns=found,
    )
    plain = collected(forces.values())
    force = Stage(
        "forces",
        "stationarity of F0 in V1 and V2",
        ("V1", "V2"),
        (node_q,),
        tuple(Value(s.name, m.args[0]) for m, s in plain.items()),
        tuple(Value(v.name, forces[v].xreplace(plain)) for v in (Vh1, Vh2)),
        returns=("Vh1", "Vh2"),
    )
    isotropic = log(1 + c * x).diff(x)
    equation = (d[t] * beta * F.stiffness).subs(t, isotropic)
    root = _positive_root(Poly(cancel(equation * (1 + c * x)).as_numer_denom()[0], x))
    bulk = Stage(
        "isotropic",
        "the root x of the same equations for a bulk C = c, and V2, V1 there",
        ("Vh1", "Vh2"),
        values=(
            *root,
            Value("t1", isotropic),
            Value("V2", isolated(x - law_x, V2)),
            Value("V1", V1_of),
        ),
        returns=("x", "V1", "V2"),
    )
    return step, force, bulk


MARK = Symbol("slope_of_q")


def _under(expression: Expr, s: Symbol) -> Expr:
    """The derivative of means by a function of kappa: under the mean, times the mark of its own slope."""
    return expression.replace(lambda e: isinstance(e, Mean), lambda m: Mean(m.args[0].diff(s) * MARK))


def _positive_root(quadratic: Poly) -> tuple[Value, ...]:
    """The positive root of a x^2 + b x + c, a > 0 > c, without cancellation."""
    a2, a1, a0 = quadratic.all_coeffs()
    if a2.subs({s: S(1) for s in a2.free_symbols}) < 0:
        a2, a1, a0 = -a2, -a1, -a0
    k2, k1, k0, root = symbols("k2 k1 k0 root", real=True)
    larger = Piecewise((-2 * k0 / (k1 + root), k1 > 0), ((root - k1) / (2 * k2), True))
    return (
        Value("k2", a2),
        Value("k1", a1),
        Value("k0", a0),
        Value("root", sqrt(k1**2 - 4 * k2 * k0)),
        Value("x", larger),
    )


def _means(F: Potential) -> Stage:
    """Stationarity of E in m, b and A: linear."""
    energy = F.energy.xreplace({r2: F.residual})
    d = {v: _written(F, energy.diff(v)) for v in (m_v, m_e, b_v, b_e, A)}
    b = {v: isolated(d[s], v) for s, v in ((m_v, b_v), (m_e, b_e))}
    equations = [spread(d[v].subs(b).expand() / 2, NODE) for v in (b_v, b_e, A)]
    matrix, right = linear_eq_to_matrix([e.expand() for e in equations], [m_v, m_e, A])
    # With c0 = 0 (an odd activation, no spike) nothing fixes A: it is 0.
    last = matrix[2, 2]
    matrix[2, 2] = last + Piecewise((S.One, Eq(last, 0)), (S.Zero, True))
    return _linear_stage(
        "means",
        "stationarity of E: means along the spike and the teacher, and the unpenalised mode",
        matrix,
        right,
        (m_v, m_e, A),
        ("V1", "V2", "Vh1", "W_vv", "W_ve", "W_ee"),
        F,
        b,
    )


def _variances(F: Potential) -> Stage:
    """The first-order shift of the variables of F0: linear."""
    H = hessian(F.fluctuation, STATE)
    stationary = {F.stiffness: 1 / V2, t: t1}
    rows = [
        _written(F, ((H[i, :] * Matrix(MOVED))[0] + F.energy.diff(v)).subs(stationary)) for i, v in enumerate(STATE)
    ]
    solved = {s: isolated(rows[i], s) for i, s in ((0, qh1), (1, qh2), (4, dt))}
    left = [rows[i].subs(solved).expand() for i in (2, 3, 5)]
    matrix, right = linear_eq_to_matrix(left, [Q1, Q2, dx])
    return _linear_stage(
        "variances",
        "first order of the stationarity in the variables of F0",
        matrix,
        right,
        (Q1, Q2, dx),
        (
            "V1",
            "V2",
            "Vh1",
            "t1",
            "t1_slope",
            "W_vv",
            "W_ve",
            "W_ee",
            "W_vv_slope",
            "W_ve_slope",
            "W_ee_slope",
            "A",
            "m_v",
            "m_e",
            "b_v",
            "b_e",
        ),
        F,
        {},
    )


def _linear_stage(
    name: str,
    meaning: str,
    matrix: Matrix,
    right: Matrix,
    unknown: tuple[Symbol, ...],
    reads: tuple[str, ...],
    F: Potential,
    after: dict[Symbol, Expr],
) -> Stage:
    """A stage that fills matrix and right side; ``after`` is computed from the solution."""
    entries = {f"M_{i}{j}": matrix[i, j] for i in range(3) for j in range(3)}
    entries |= {f"y_{i}": right[i] for i in range(3)}
    names = collected([*entries.values(), *after.values()])
    nodes = [Value("q", 1 / (1 + F.variance), "1/(1 + V)")]
    if any(r2 in m.free_symbols for m in names):
        nodes.append(Value("r2", F.residual, "mean square of the residual given kappa"))
    return Stage(
        name,
        meaning,
        reads,
        tuple(nodes),
        tuple(Value(s.name, m.args[0]) for m, s in names.items()),
        tuple(Value(k, e.xreplace(names)) for k, e in entries.items()),
        tuple(v.name for v in unknown),
        tuple(Value(v.name, e.xreplace(names)) for v, e in after.items()),
        (*(v.name for v in unknown), *(v.name for v in after)),
    )


def _errors(F: Potential) -> Stage:
    """Mean squares of the residual: before a sample is seen, and after (softened by 1 + V)."""
    total = r2 + c1**2 * Q1 + c22 * Q2
    after = (total + noise2) * q**2
    return Stage(
        "errors",
        "mean square error on fresh samples without their noise, and on the training samples with it",
        ("V1", "V2", "A", "m_v", "m_e", "Q1", "Q2"),
        (
            Value("q", 1 / (1 + F.variance), "1/(1 + V)"),
            Value("r2", F.residual, "mean square of the residual given kappa"),
        ),
        (Value("test_error", total), Value("train_error", after)),
        returns=("test_error", "train_error"),
    )
