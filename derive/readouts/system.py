"""A readout model -> its fixed-point system: the functions, the stages of the solver, and the
equations for people."""

from __future__ import annotations

from sympy import Expr, Function, Indexed, IndexedBase, Symbol

from ..ir.roles import Values
from ..ir.stationary import Equation, Form, Stage, Stationary, Value
from ..ir.system import Closure, Convention, Parameter
from ..language import readout as said
from . import bulk, functions, step
from .indexed import entry
from .means import Mean
from .potential import L, Potential, W, one_group, potential
from .reading import read
from .stages import stages, stages_of_one_group, stationarity
from .tangent import tangent

__all__ = ["derive", "names", "systems"]

SPIKE = (
    Parameter("u", "strength of the spike in each neuron's weights", numbers=Values.REAL),
    Parameter(
        "gamma", "overlap of the spike with the teacher, from -1 to 1", numbers=Values.COSINE
    ),
    Parameter(
        "c",
        "variance of the bulk: its rows have covariance c/d",
        default=1,
        numbers=Values.POSITIVE,
    ),
)
TABLES = (
    Parameter("u", "strength of the spike in the weights of each group", numbers=Values.REAL),
    Parameter(
        "c",
        "variance of the bulk of each group: its rows have covariance c/d",
        numbers=Values.POSITIVE,
    ),
    Parameter(
        "fraction", "share of the neurons in each group; they sum to 1", numbers=Values.POSITIVE
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
#: What is found for one group, and over groups with the number of indices.
OUTPUTS = (
    ("test_error", "mean square error on fresh inputs, label noise excluded"),
    ("train_error", "mean square error on the training samples, label noise included"),
    ("V1", "variance of the readout along the inputs, over its fluctuations"),
    ("V2", "variance of the readout, over its fluctuations"),
    ("Vh1", "conjugate of V1"),
    ("Vh2", "conjugate of V2"),
    ("A", "amplitude of the mean feature c0"),
    ("m_v", "mean output along the spike"),
    ("m_e", "mean output along the rest of the teacher"),
    ("Q1", "squared readout seen through the bulk"),
    ("Q2", "squared readout"),
    ("x", "spectral parameter of the bulk, D times Vh1"),
)
GROUP_OUTPUTS = (
    ("test_error", 0, OUTPUTS[0][1]),
    ("train_error", 0, OUTPUTS[1][1]),
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


def names(model: said.Readout) -> tuple[str, ...]:
    """Of the systems of a model: one group of neurons, and, where no step makes the spike, any
    number of them."""
    return (model.name,) if model.step is not None else (model.name, f"{model.name}_groups")


def systems(model: said.Readout) -> tuple[Stationary, ...]:
    return tuple(derive(model, grouped=name != model.name) for name in names(model))


def derive(source: said.Readout, *, grouped: bool = False) -> Stationary:
    """All stages of a model; ``NoRule`` never: a function without closed averages is integrated
    numerically.

    One group of neurons is the case K = 1 of the same potential; ``grouped``: K stays a symbol.
    """
    model = read(source)
    sections: functions.Sections = []
    activations = tuple(functions.activation(model, f, sections) for f in functions.ACTIVATIONS)
    targets = tuple(functions.target(model, f, sections) for f in functions.TARGETS)
    derivation = tuple(s for s in sections if s.steps)
    stepped = model.step is not None
    F = potential(model.loss, model.penalty)
    spectra = bulk.spectra(model) if stepped else ()
    solver = (stages if grouped else stages_of_one_group)(model.loss, model.penalty)
    outputs = GROUP_OUTPUTS if grouped else tuple((name, 0, meaning) for name, meaning in OUTPUTS)
    return Stationary(
        name=names(source)[grouped],
        model=model.name,
        title=(
            f"{model.title}, in groups of neurons with spikes of their own"
            if grouped
            else model.title
        ),
        reference=model.reference,
        convention=_convention(stepped, grouped),
        parameters=(*COMMON, *(SPIKE[1:2] if grouped else STEP if stepped else SPIKE), *FINITE),
        activations=activations,
        targets=targets,
        stages=solver,
        outputs=tuple(
            Value(n, entry(IndexedBase(n), r) if r else Symbol(n), t) for n, r, t in outputs
        ),
        closures=_closures(stepped),
        readout=(*COMMON, *SPIKE, *FINITE),
        step=step.parameters(model) if stepped else (),
        spectra=spectra,
        tangents=tuple(tangent(s) for s in spectra),
        tables=TABLES if grouped else (),
        equations=_equations(F if grouped else one_group(F), (*solver, *spectra)),
        entries=bulk.entries() if stepped else {},
        derivation=derivation,
    )


def _convention(stepped: bool, grouped: bool) -> tuple[Convention, ...]:
    weights = (
        "w0 uniform on the unit sphere; w1 = w0 + eta mean_mu y sigma'(w0.x) x over n0 samples, a0"
        " = 1/sqrt(p)"
        if stepped
        else "w_i = b_i + u v, rows b_i with covariance c/d, |v| = 1, v.theta = gamma"
    )
    if grouped:
        weights = (
            "w_i = b_i + u_k v in group k, rows b_i with covariance c_k/d, |v| = 1, v.theta = gamma"
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
