"""The convention card as LaTeX: what the lines of all systems of a kind say by a table, losses and
scales as their model states them."""

from __future__ import annotations

from decimal import Decimal
from functools import singledispatch

from sympy import Lambda, Poly

from ...ir.flow import Flow
from ...ir.stationary import Stationary
from ...ir.system import Convention, System
from ...ir.words import ONE, Tree, has_noise
from .averages import FieldPrinter
from .losses import tree_latex
from .notation import parameter_latex
from .text import spelled

__all__ = ["card"]

#: By the subject of a line.
OF_FLOWS = {
    "local fields": (
        r"$\lambda_k=J_k\cdot x/\sqrt N$, $\beta_m=B_m\cdot x/\sqrt N$, $x_i$ i.i.d.\ $\mathcal"
        r" N(0,1)$"
    ),
    "overlaps": r"$Q=JJ^{\mathsf T}/N$, $R=JB^{\mathsf T}/N$, $T=BB^{\mathsf T}/N$",
    "task": (
        r"$u$ with mean $\bar u$, covariance $U$; Gaussian, or independent with kurtosis"
        r" $\mathrm{kurt}_m$"
    ),
    "time": r"$\alpha=t/N$ after $t$ steps",
}
OF_POINTS = {
    "inputs": r"$x\sim\mathcal N(0,1_d)$, $s=\theta\cdot x$, $|\theta|=1$",
    "labels": r"$y=g(s)+\sqrt\Delta\,\epsilon$, $\epsilon\sim\mathcal N(0,1)$",
    "network": r"$f=p^{-1/2}\sum_i a_i\,\sigma(w_i\cdot x)$",
    "readout": (
        r"minimum of $\frac12\sum_\mu(y_\mu-f_\mu)^2+\frac\lambda2|a|^2$ over $n$ fresh samples"
    ),
    "ratios": r"$\alpha=n/d$, $\beta=p/d$, $\alpha_0=n_0/d$",
    "erf": (
        r"$\operatorname{erf}(x)$ itself, where the ODE systems have"
        r" $\operatorname{erf}(x/\sqrt2)$"
    ),
    "others": (
        r"gelu is $x\,\Phi(x)$ itself, silu (swish) $x/(1+e^{-x})$, softplus $\log(1+e^x)$,"
        r" sigmoid $1/(1+e^{-x})$"
    ),
}
#: Of the weights of a readout: those that a step makes, and those that are given.
STEPPED = (
    r"$w^1=w^0+\eta\,\frac1{n_0}\sum_\mu y_\mu\sigma'(w^0\cdot x_\mu)x_\mu$, $w^0$ uniform on"
    r" the unit sphere"
)
SPIKED = r"$w_i=b_i+u\,v$, $b_i$ with covariance $c/d$, $|v|=1$, $v\cdot\theta=\gamma$"
IN_GROUPS = (
    r"$w_i=b_i+u_kv$ in group $k$, $b_i$ with covariance $c_k/d$, $|v|=1$, $v\cdot\theta=\gamma$"
)
#: Activations that are not written as SymPy writes them.
ACTIVATIONS = {"erf": r"\operatorname{erf}(x/\sqrt2)", "relu": r"\max(x,0)"}


def card(system: System) -> list[dict[str, str]]:
    """The lines of a convention card: subject, text, LaTeX; what has no formula here is in
    words."""
    latex = _formulas(system)
    return [
        {"subject": c.subject, "text": c.text, "latex": latex.get(c.subject) or spelled(c.text)}
        for c in system.convention
    ]


@singledispatch
def _formulas(system: System) -> dict[str, str]:
    """By the subjects of the lines."""
    return {}


@_formulas.register
def _(system: Stationary) -> dict[str, str]:
    weights = STEPPED if system.step else IN_GROUPS if system.tables else SPIKED
    return OF_POINTS | {"weights": weights}


@_formulas.register
def _(system: Flow) -> dict[str, str]:
    found = OF_FLOWS | {"activation": _activations(system)}
    if system.iterates:
        found["giant step"] = _giant_step(system)
    if any(c.subject == "giant step ahead" for c in system.convention):
        found["giant step ahead"] = _giant_step_ahead(system)
    if any(c.subject == "inputs" for c in system.convention):  # in words
        found = {k: v for k, v in found.items() if k not in ("local fields", "overlaps")}
    for c in system.convention:
        if c.subject == "outputs":
            found[c.subject] = _outputs(*c.trees)
        elif c.subject == "heads":
            found[c.subject] = _heads(*c.trees)
        elif c.trees:
            found[c.subject] = _loss(c)
    return found


def _giant_step(system: Flow) -> str:
    """How many samples it is on."""
    assert system.algorithm is not None
    outer = system.algorithm.outer
    rate, size = parameter_latex(outer.rate), parameter_latex(outer.samples.size)
    moved = rf"$J_k\leftarrow J_k-{rate}\sqrt N\,\frac1n\sum(\partial\ell/\partial\lambda_k)\,x$"
    return rf"{moved} over $n={size}\,N$ fresh samples $x$"


def _giant_step_ahead(system: Flow) -> str:
    """What adapts for each task, on how many samples."""
    assert system.algorithm is not None and system.algorithm.ahead is not None
    ahead = system.algorithm.ahead
    rate, size = parameter_latex(ahead.rate), parameter_latex(ahead.samples.size)
    moved = rf"$J'_k=J_k-{rate}\sqrt N\,\frac1n\sum(\partial\ell/\partial\lambda_k)\,x$"
    if ahead.rate_of_head:
        of_head = parameter_latex(ahead.rate_of_head)
        moved += rf", $w'_k=w_k-{of_head}\,\frac1n\sum\partial\ell/\partial w_k$"
    return rf"{moved} over $n={size}\,N$ fresh samples $x$ of the task; the outer step is on these"


def _activations(system: Flow) -> str:
    """g, and whose it is where networks differ."""
    g, h = system.function, system.teacher_function
    if g == h:
        return _activation(system.activation, g)
    learner, teacher = _activation(system.activation, g), _activation(system.teacher_activation, h)
    return f"{learner} for the learner's units, {teacher} for the teacher's"


def _activation(name: str, function: Lambda) -> str:
    (x,) = function.variables
    if name in ACTIVATIONS:
        text = ACTIVATIONS[name]
    elif function.expr.is_polynomial(x) and function.expr != x:
        text = _polynomial(Poly(function.expr, x))
    else:
        text = FieldPrinter().doprint(function.expr)
    return f"$g(x)={text}$"


def _polynomial(polynomial: Poly) -> str:
    """c_0 + c_1 x + ... in decimal numbers."""
    found = ""
    for (power,), number in reversed(polynomial.terms()):
        value = Decimal(int(number.p)) / Decimal(int(number.q))
        sign = ("- " if value < 0 else "+ ") if found else "-" * (value < 0)
        letter = rf"\,x^{{{power}}}" if power > 1 else r"\,x" * power
        found += f" {sign}{_decimal(abs(value))}{letter}"
    return found.strip()


def _decimal(number: Decimal) -> str:
    """Without an exponent where that is short."""
    plain = format(number.normalize(), "f")
    return plain if len(plain) < 30 else str(number.normalize())


def _outputs(learner: Tree, teacher: Tree) -> str:
    """With their scales; one without lacks the factor that other conventions give it."""
    lines, without = [], []
    for scale, before, after, units in (
        (learner, "f=", r"\sum_k w_k\,g(\lambda_k)", "K"),
        (teacher, "y=", r"\sum_m u_m\,g(\beta_m)", "M"),
    ):
        lines.append(f"${before}{'' if scale == ONE else tree_latex(scale)}{after}$")
        if scale == ONE:
            without.append(rf"no $1/\sqrt {units}$")
    return "; ".join([", ".join(lines), *([", ".join(without)] if without else [])])


def _heads(learner: Tree, teacher: Tree) -> str:
    return (
        r"in $c=(w,-u)$, $c^0$ and $c^1$ the heads are multiplied by what they weigh in the loss:"
        rf" $w$ by ${tree_latex(learner)}$, $u$ by ${tree_latex(teacher)}$"
    )


def _loss(line: Convention) -> str:
    (loss,) = line.trees
    noise = r", $\zeta\sim\mathcal N(0,1)$" if has_noise(loss) else ""
    return rf"$\ell={tree_latex(loss, line.outputs)}${noise}"
