"""The engine: tries the rules in order until no average is left, and keeps a trace of each step."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from sympy import Add, Expr, S, Sum, Symbol
from sympy.tensor.indexed import Indexed

from ..ir.average import PLAIN, Average, Covariance, Family
from ..ir.trace import Combination, Step
from .rewrite import Rule
from .rules import RULES, joint, kinks, pairs, scaling

__all__ = ["Closed", "NoRule", "evaluate", "flatten"]


class NoRule(Exception):
    """No rule applies to an average; names the product of fields."""

    def __init__(self, average: Average, asked: Expr | None = None) -> None:
        self.average = average
        letters = ", ".join(f.name for f in average.fields)
        whole = "" if asked is None or asked == average.integrand else f", met in that of {asked}"
        super().__init__(
            f"no rule for the average of {average.integrand} over the fields {letters}{whole}:"
            " known are linearity, parity, Wick (polynomials), tilting (Gaussian weights exp(-s"
            " x^2/2)), Stein (bare fields), Price (f(x) h(y)) and Price along a path (three and"
            " more functions of a field each)"
        )


@dataclass(frozen=True)
class Closed:
    """An evaluated average: ``expression`` in covariance entries, and the arrays of tilted
    covariances it uses."""

    expression: Expr
    families: tuple[Family, ...]
    steps: tuple[Step, ...]

    def flat(self) -> Expr:
        """The expression in entries of the original covariance only."""
        return flatten(self.expression, self.families)


#: Averages opened inside one another: Price's rule comes to no end where no derivative of the
#: activation is simpler than it is, as of sin x.
DEEPEST = 40


@dataclass
class _Run:
    rules: tuple[Rule, ...] = RULES
    covariances: dict[str, Covariance] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def value(self, average: Average, depth: int) -> Expr:
        if average.integrand == 0:
            return S.Zero
        if depth > DEEPEST:
            raise NoRule(average)
        # a rule that opens averages of its own is listed before their steps
        place = len(self.steps)
        for rule in self.rules:
            rewrite = rule(average, partial(self.inner, depth + 1))
            if rewrite is not None:
                break
        else:
            raise NoRule(average)
        if not average.is_number:
            after = Combination(rewrite.terms, rewrite.constant)
            self.steps.insert(
                place, Step(rewrite.rule, average, after, rewrite.note, rewrite.about, depth)
            )
        for _, part in rewrite.terms:
            self.covariances.setdefault(part.covariance.name, part.covariance)
        return rewrite.constant + sum((c * self.value(a, depth) for c, a in rewrite.terms), S.Zero)

    def inner(self, depth: int, average: Average, *, flat: bool = True) -> Expr:
        """An average that a rule opens; ``flat``: in entries of its own covariance only."""
        value = self.value(average, depth)
        return flatten(value, self.families()) if flat else value

    def families(self) -> tuple[Family, ...]:
        """The tilted covariances met so far, fewest tilts first."""
        tilted = [c for c in self.covariances.values() if c.tilts]
        return tuple(c.family() for c in sorted(tilted, key=lambda c: (len(c.tilts), c.name)))


def evaluate(
    integrand: Expr,
    fields: tuple[Symbol, ...],
    *,
    along_path: bool = True,
    as_functions: bool = False,
    covariance: Covariance = PLAIN,
) -> Closed:
    """< integrand > over zero-mean ``fields`` with this covariance, in closed form; raises
    ``NoRule``.

    ``along_path``: one integral over a scale of the couplings may stay, as a sum over nodes.
    ``as_functions``: averages of several g may stay functions of their covariance.
    """
    left_out: list[Rule] = [] if along_path else [kinks, pairs, scaling]
    left_out += [] if as_functions else [joint]
    run = _Run(tuple(rule for rule in RULES if rule not in left_out))
    try:
        expression = run.value(Average(integrand, fields, covariance).over(integrand), 0)
    except NoRule as error:
        raise NoRule(error.average, integrand) from None
    expression = _one_sum(expression)
    used = {e.base.name for e in expression.atoms(Indexed)}
    kept = []
    for family in reversed(run.families()):
        if family.name in used:
            used |= {e.base.name for e in family.expression.atoms(Indexed)}
            kept.append(family)
    return Closed(expression, tuple(reversed(kept)), tuple(run.steps))


def _one_sum(expression: Expr) -> Expr:
    """Several sums over the nodes of a path as one."""
    if len(expression.atoms(Sum)) < 2:
        return expression
    spread = expression.expand(deep=False)
    sums = [t.as_independent(Sum, as_Add=False) for t in Add.make_args(spread) if t.has(Sum)]
    if not all(isinstance(s, Sum) and s.limits == sums[0][1].limits for _, s in sums):
        return expression
    rest = Add(*(t for t in Add.make_args(spread) if not t.has(Sum)))
    return rest + Sum(Add(*(factor * s.function for factor, s in sums)), *sums[0][1].limits)


def flatten(expression: Expr, families: tuple[Family, ...]) -> Expr:
    """``expression`` with every entry of a tilted covariance replaced by what it stands for."""
    for family in reversed(families):
        entries = {e for e in expression.atoms(Indexed) if e.base.name == family.name}
        expression = expression.xreplace({e: family.entry(e.indices) for e in entries})
    return expression
