"""A readout model -> its fixed-point system: the functions, the stages of the solver, and the
equations for people."""

from __future__ import annotations

from sympy import Add, Expr, Function, Indexed, IndexedBase, Symbol, cancel

from ..ir.roles import Values
from ..ir.stationary import Equation, Form, Stage, Stationary, Value
from ..ir.system import Closure, Convention, Parameter
from ..language import readout as said
from . import bulk, functions, step
from .indexed import entry
from .means import Mean
from .potential import L, Potential, W, alone, one_group, potential
from .reading import read
from .stages import stages, stages_of_one_group, stationarity
from .tangent import tangent

__all__ = ["derive"]

#: Of the spike: made by the step for all neurons, or given for each group of them.
OVERLAP = Parameter(
    "gamma", "overlap of the spike with the teacher, from -1 to 1", numbers=Values.COSINE
)
SPIKE = (
    Parameter("u", "strength of the spike in each neuron's weights", numbers=Values.REAL),
    OVERLAP,
    Parameter("c", "variance of the bulk: its rows have covariance c/d", numbers=Values.POSITIVE),
)
TABLES = (
    Parameter("u", "strength of the spike in the weights of each group", numbers=Values.REAL),
    Parameter(
        "c",
        "variance of the bulk of each group: its rows have covariance c/d",
        default=1,
        numbers=Values.POSITIVE,
    ),
    Parameter(
        "fraction",
        "share of the neurons in each group; they sum to 1",
        default=1,
        numbers=Values.POSITIVE,
    ),
)
STEP = (
    Parameter("alpha0", "samples of the gradient step, n0/d", numbers=Values.POSITIVE),
    Parameter("eta", "rate of the gradient step over p"),
)
COMMON = (
    Parameter("alpha", "samples of the ridge regression, n/d", numbers=Values.POSITIVE),
    Parameter("beta", "neurons, p/d", numbers=Values.POSITIVE),
    Parameter("lam", "ridge lambda"),
)
FINITE = (
    Parameter("noise2", "variance Delta of the label noise", default=0),
    Parameter(
        "inverse_p", "1/p of a finite system, for its leading correction; 0 in the limit", default=0
    ),
)
ERRORS = (
    ("test_error", 0, "mean square error on fresh inputs, label noise excluded"),
    ("train_error", 0, "mean square error on the training samples, label noise included"),
)
#: What is found: name, number of indices over groups, meaning.
OUTPUTS = (
    *ERRORS,
    ("V1", 0, "variance of the readout along the inputs, over its fluctuations"),
    ("V2", 0, "variance of the readout, over its fluctuations"),
    ("Vh1", 0, "conjugate of V1"),
    ("Vh2", 0, "conjugate of V2"),
    ("A", 0, "amplitude of the mean feature c0"),
    ("m_v", 0, "mean output along the spike"),
    ("m_e", 0, "mean output along the rest of the teacher"),
    ("Q1", 0, "squared readout seen through the bulk"),
    ("Q2", 0, "squared readout"),
    ("x", 0, "spectral parameter of the bulk, D times Vh1"),
)
GROUP_OUTPUTS = (
    *ERRORS,
    ("V1", 2, "covariance of the groups' readouts along the inputs, over their fluctuations"),
    ("V2", 1, "variance of the readouts of a group, over their fluctuations"),
    ("Vh1", 2, "conjugate of V1"),
    ("Vh2", 1, "conjugate of V2"),
    ("D", 1, "response of a group's bulk"),
    ("R", 1, "conjugate of D"),
    ("A", 1, "amplitude of the mean feature c0; of least norm where the features leave it open"),
    ("m_v", 1, "mean output along the spike"),
    ("m_e", 1, "mean output along the rest of the teacher"),
    ("Q1", 2, "product of the groups' readouts seen through the bulk"),
    ("Q2", 1, "squared readout"),
)


def derive(source: said.Readout) -> Stationary:
    """All stages of a model; ``NoRule`` never: a function without closed averages is integrated
    numerically.

    Where the spikes are given, neurons come in any number of groups, one among them.  A step makes
    one group, the case K = 1 of the same potential, with a bulk of a law of its own.
    """
    model = read(source)
    sections: functions.Sections = []
    activations = tuple(functions.activation(model, f, sections) for f in functions.ACTIVATIONS)
    targets = tuple(functions.target(model, f, sections) for f in functions.TARGETS)
    stepped = model.step is not None
    F = potential(model.loss, model.penalty)
    spectra = bulk.spectra(model) if stepped else ()
    solver = (stages_of_one_group if stepped else stages)(model.loss, model.penalty)
    shown = _equations(one_group(F) if stepped else F, (*solver, *spectra))
    return Stationary(
        name=model.name,
        model=model.name,
        title=model.title,
        reference=model.reference,
        convention=_convention(stepped),
        parameters=(*COMMON, *(STEP if stepped else (OVERLAP,)), *FINITE),
        activations=activations,
        targets=targets,
        stages=solver,
        outputs=tuple(
            Value(n, entry(IndexedBase(n), r) if r else Symbol(n), t)
            for n, r, t in (OUTPUTS if stepped else GROUP_OUTPUTS)
        ),
        closures=_closures(stepped),
        readout=(*COMMON, *SPIKE, *FINITE) if stepped else (),
        step=step.parameters(model) if stepped else (),
        spectra=spectra,
        tangents=tuple(tangent(s) for s in spectra),
        tables=() if stepped else TABLES,
        equations=shown if stepped else (*shown, *_of_one_group(F)),
        entries=bulk.entries() if stepped else {},
        derivation=tuple(s for s in sections if s.steps),
    )


def _convention(stepped: bool) -> tuple[Convention, ...]:
    weights = (
        "w0 uniform on the unit sphere; w1 = w0 + eta mean_mu y sigma'(w0.x) x over n0 samples, a0"
        " = 1/sqrt(p)"
        if stepped
        else "w_i = b_i + u_k v in group k, rows b_i with covariance c_k/d, |v| = 1,"
        " v.theta = gamma"
    )
    return (
        Convention("inputs", "x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1"),
        Convention("labels", "y = g(s) + sqrt(noise2) N(0, 1)"),
        Convention("network", "f = sum_i a_i sigma(w_i.x)/sqrt(p)"),
        Convention("weights", weights),
        Convention("readout", "least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples"),
        Convention("ratios", "alpha = n/d, beta = p/d, alpha0 = n0/d"),
        Convention(
            "erf",
            "erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))",
        ),
        Convention(
            "others",
            "gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)),"
            " sigmoid 1/(1 + exp(-x))",
        ),
    )


def _closures(stepped: bool) -> tuple[Closure, ...]:
    limit = Closure(
        "d -> inf", True, "n, p and n0 grow like d; the row norms of the weights do not fluctuate"
    )
    if not stepped:
        return (limit,)
    return (
        limit,
        Closure(
            "level 0",
            False,
            "the bulk after the step is isotropic, of the right variance (the map of the paper)",
        ),
        Closure(
            "level 1",
            True,
            "the bulk's covariance (1 + a M)^2 + tau S and its correlation with spike and teacher",
        ),
    )


def _equations(
    F: Potential, solver: tuple[Stage, ...]
) -> tuple[tuple[str, tuple[Equation, ...]], ...]:
    """The potential, its stationarity, and the stages."""
    ranks = dict(F.state)
    slopes = []
    for table, slope in stationarity(F).items():
        slopes.append(Equation(((table.name, tuple("kl"[: ranks[table]])),), slope, Form.SLOPE))
    found = [("Potential", _parts(F)), ("Stationarity of the fluctuations", tuple(slopes))]
    for stage in solver:
        where = f" ({stage.where})" if stage.where else ""
        found.append((stage.meaning + where, tuple(_stage_equations(stage))))
    return tuple(found)


def _of_one_group(F: Potential) -> tuple[tuple[str, tuple[Equation, ...]], ...]:
    """Without indices: sums over groups have one term, and P, the inverse of ``F.inverse``, is a
    number."""
    P = 1 / alone(F.inverse)
    slopes = [_value("ridge", alone(F.stiffness))]
    for table, slope in stationarity(F).items():
        terms = Add.make_args(alone(slope).subs(Symbol("P"), P))
        slopes.append(Equation(((table.name, ()),), Add(*map(cancel, terms)), Form.SLOPE))
    parts = (Equation(e.left, alone(e.right), e.form) for e in _parts(F))
    return (
        ("Potential of one group", tuple(parts)),
        ("Stationarity of the fluctuations of one group", tuple(slopes)),
    )


def _parts(F: Potential) -> tuple[Equation, ...]:
    """Variance of the output given kappa, its fluctuations' potential, the means, the mean square
    residual, the energy; for one group also where the law of the bulk is taken."""
    parts = {"x": Symbol("D") * Symbol("Vh1")} if F.inverse is None else {}
    parts |= {"V": F.variance, "potential": F.fluctuation, "f0": F.means[0], "f1": F.means[1]}
    parts |= {"r2": F.residual, "E": F.energy}
    return tuple(_value(name, _at_x(expression)) for name, expression in parts.items())


def _at_x(expression: Expr) -> Expr:
    """The functions of the spectrum at x, which stands for D Vh1."""
    law = (L, *W.values())
    return expression.replace(
        lambda e: isinstance(e, law), lambda e: Function(type(e).__name__)(Symbol("x"))
    )


def _inlined(expression: Expr, means: dict[str, Expr]) -> Expr:
    """The averages that a stage names for the solvers, written where they stand."""
    found = {e: Mean(means[e.base.name]) for e in expression.atoms(Indexed) if e.base.name in means}
    found |= {e: Mean(means[e.name]) for e in expression.atoms(Symbol) if e.name in means}
    return expression.xreplace(found)


def _stage_equations(stage: Stage) -> list[Equation]:
    """The lines of a stage: functions of kappa, values with their averages written out, and the
    blocks of a matrix by the unknowns that meet there."""
    means = {v.name: v.expression for v in stage.averages}
    lines = [_value(v.name, v.expression, v.indices) for v in stage.nodes]
    for v in stage.values:
        lines.append(_value(v.name, _inlined(v.expression, means), v.indices))
    ranks = dict(stage.unknown)
    for b in stage.blocks:
        where = [(b.row, b.indices[: ranks[b.row]])]
        if b.column:
            where.append((b.column, b.indices[ranks[b.row] :]))
        lines.append(Equation(tuple(where), _inlined(b.expression, means), Form.BLOCK))
    return lines


def _value(name: str, expression: Expr, indices: tuple[str, ...] = ()) -> Equation:
    return Equation(((name, indices),), expression, Form.VALUE)
