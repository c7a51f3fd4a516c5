"""From an algorithm to its macroscopic equations: model -> System, with K and M symbolic throughout.

``derive``, at the end of the file, lists the stages.  What is typed in here is physics that holds for every algorithm:
a sum over i.i.d. samples averages term by term, a fresh sample is independent of the head, and overlaps are bilinear
in the weights (``law``).
"""

from __future__ import annotations

from sympy import Add, Expr, IndexedBase, KroneckerDelta, Mul, Sum

from .activations import Activation
from .averages import AVERAGES_LATEX, FieldAverages
from .language import Algorithm
from .law import coefficient, field, overlap_change, substitute
from .monomials import Monomial, apart, expand, stack_fields, stack_heads
from .notation import Notation, index_latex
from .system import Closure, Convention, Definition, Index, Parameter, Piece, Range, Step, System, smallest
from .tasks import contract, gaussian_moment, second_moment

__all__ = ["derive"]

#: How elements are written that are not averages over the fields.
ELEMENTS = {
    "L": "L_{{{0}{1}}}",
    "G": r"\Gamma_{{{0}{1}}}",
    "A": "A_{{{0}{1}}}",
    "E": "E_{{{0}{1}}}",
    "dR": r"\frac{{dR_{{{0}{1}}}}}{{d\alpha}}",
    "dQ": r"\frac{{dQ_{{{0}{1}}}}}{{d\alpha}}",
    "eps_g": r"\varepsilon_g",
}


class Derivation:
    """The state of one derivation: index letters, the averages met, the definitions made, the steps recorded."""

    def __init__(self, algorithm: Algorithm, activation: Activation) -> None:
        self.algorithm = algorithm
        learner, teacher = algorithm.learner, algorithm.teacher
        self.networks = (learner, teacher)
        self.fields = Range("fields", (learner.units, teacher.units))
        self.letters = {"fields": "ijrs", **{n.field: n.letters for n in self.networks}}
        self.k, self.l = learner.index(0), learner.index(1)
        self.n, self.m, self.p = (teacher.index(position) for position in range(3))
        self.i, self.j = (Index(letter, self.fields) for letter in "ij")
        self.averages = FieldAverages(activation, (learner.range, teacher.range), self.letters)
        self.definitions: list[Definition] = []
        self.sections: list[tuple[str, list[Step]]] = []
        self.notation = Notation(ELEMENTS | AVERAGES_LATEX)

    def section(self, title: str) -> None:
        self.sections.append((title, []))

    def record(self, rule: str, before: str | Expr, after: str | Expr, note: str = "") -> None:
        before, after = (e if isinstance(e, str) else self.notation.doprint(e) for e in (before, after))
        self.sections[-1][1].append(Step(rule, before, after, note))

    def define(self, name: str, kind: str, meaning: str, *pieces: Piece, symmetric: bool = False) -> None:
        columns = zip(*(piece.indices for piece in pieces), strict=True)
        ranges = tuple(smallest((index.rng for index in column), self.fields) for column in columns)
        groups = ((0, 1),) if symmetric else ()
        self.definitions.append(Definition(name, kind, meaning, ranges, pieces, ELEMENTS[name], groups))

    def gradients(self) -> tuple[Expr, Expr]:
        """Differentiate the loss: F_k on a sample of the outer step, and the slope in w_k on one of the inner step."""
        inner, outer = self.algorithm.inner, self.algorithm.outer
        self.section("The loss and its gradients")
        self.record(
            "loss", r"\ell", outer.loss(outer.head, outer.samples), f"one sample of the {outer.samples.meaning}"
        )
        force = contract(outer.gradient(self.k))
        name = index_latex(outer.network.field)
        self.record("differentiate", rf"F_k=\partial\ell/\partial{name}_k", force, "head held fixed: first order")
        slope = contract(inner.gradient(self.k))
        before = rf"\partial\ell/\partial w_k\,\big|_{{w={inner.start}}}"
        self.record("differentiate", before, slope, f"one sample of the {inner.samples.meaning}")
        return force, slope

    def head(self, slope: Expr) -> None:
        """P -> infinity: the mean over the support set is its expectation given the task, so w is linear in u."""
        inner, m = self.algorithm.inner, self.m
        u = IndexedBase(self.algorithm.task.name)
        self.section(f"The adapted head at ${inner.samples.size}\\to\\infty$")
        monomials = expand(stack_fields(slope, self.networks), self.letters)
        mean = Add(*(self.given_heads(x) for x in monomials))
        size, letter = inner.samples.size, index_latex(inner.samples.letter)
        before = rf"\frac1{size}\sum_{letter} \partial\ell^{letter}/\partial w_k"
        self.record("law of large numbers", before, mean, rf"${size}\to\infty$, task held fixed")
        head = inner.start - inner.rate.symbol * mean
        self.record("inner step", "w_k", head)
        minus_u = contract(-Sum(KroneckerDelta(self.n, m) * u[m], (m, 1, m.rng.size)))
        pieces = (
            Piece((self.k, m), linear_coefficient(head, u, m)),
            Piece((self.n, m), linear_coefficient(minus_u, u, m)),
        )
        self.define("L", "response", "heads are linear in the task: c_i = sum_m L[i, m] u_m, c = (w, -u)", *pieces)
        L = IndexedBase("L")
        self.record("stack", "c=(w,-u)", r"\sum_m L_{im}u_m", r"$c_i$: coefficient of $g(z_i)$ in $f-y$")
        gamma = second_moment(lambda a: L[self.i, a], lambda b: L[self.j, b], m, self.p)
        self.record("task average", r"\Gamma_{ij}=\langle c_ic_j\rangle", gamma, r"$\langle u_mu_n\rangle=\delta_{mn}$")
        self.define(
            "G", "moment", "second moments <c_i c_j> over the task", Piece((self.i, self.j), gamma), symmetric=True
        )

    def macroscopic_law(self, force: Expr) -> None:
        """Per unit of alpha the overlaps change by averages of products of one step's coefficients and fields."""
        outer, k, l, n, i = self.algorithm.outer, self.k, self.l, self.n, self.i
        number = Monomial(outer.samples.number)
        letter = index_latex(outer.samples.letter)
        self.section("The macroscopic law")
        stacked = self.stack(force)
        self.record("stack", "F_k", stacked, r"fields $z=(\lambda,\beta)$, heads $c=(w,-u)$")
        step = -outer.rate.symbol / outer.samples.number * stacked
        self.record("one step", rf"J_k\to J_k+N^{{-1/2}}\sum_{letter} a_k^{letter} x^{letter},\quad a_k", step)
        dR, dQ = overlap_change("k", "n", both_move=False), overlap_change("k", "l", both_move=True)
        for name, change in (("R_{kn}", dR), ("Q_{kl}", dQ)):
            tex = rf"\sum_{letter}\big({self.notation.doprint(change)}\big)"
            self.record(
                "bilinear", rf"N\,\Delta {name}", tex, r"$J_k\cdot x/\sqrt N=\lambda_k$, $x\cdot x'/N\to\delta_{xx'}$"
            )
        a_k = apart(expand(step, self.letters), (i,), self.letters)
        drift = self.average([number * x * Monomial(functions=((None, i),)) for x in a_k])
        self.record("average", rf"A_{{ki}}=\Big\langle\sum_{letter} a_k^{letter} z_i^{letter}\Big\rangle", drift)
        self.define("A", "force", "A[k, i] = <sum_s a_k^s z_i^s>, steps against fields", Piece((k, i), drift))
        a_k, a_l = expand(step, self.letters), expand(step.xreplace({k: l}), self.letters)
        pairs = [number * x * y for x in a_k for y in apart(a_l, (k, l, *x.sums), self.letters)]
        spread = self.average(pairs)
        before = rf"E_{{kl}}=\Big\langle\sum_{letter} a_k^{letter} a_l^{letter}\Big\rangle"
        self.record("average", before, spread, "a sample with itself; Isserlis over the task")
        self.define(
            "E", "force", "E[k, l] = <sum_s a_k^s a_l^s>, steps against steps", Piece((k, l), spread), symmetric=True
        )
        A, E = IndexedBase("A"), IndexedBase("E")
        products = {
            coefficient("k") * field("n"): A[k, n],
            coefficient("k") * field("l"): A[k, l],
            coefficient("l") * field("k"): A[l, k],
            coefficient("k") * coefficient("l"): E[k, l],
        }
        self.define("dR", "output", "dR/dalpha", Piece((k, n), substitute(dR, products)))
        self.define("dQ", "output", "dQ/dalpha", Piece((k, l), substitute(dQ, products)), symmetric=True)

    def observables(self) -> None:
        """Averages of losses over fresh data, with the adapted head."""
        outer = self.algorithm.outer
        self.section("Observables")
        for name, (loss, meaning) in self.algorithm.observables.items():
            value = self.average(expand(self.stack(loss(outer.head, outer.samples)), self.letters))
            self.record("average", ELEMENTS[name], value, meaning)
            self.define(name, "output", meaning, Piece((), value))

    def stack(self, expression: Expr) -> Expr:
        """Fields as one vector z, heads with their sign in f - y as one vector c."""
        signs = {self.algorithm.outer.head.name: 1, self.algorithm.task.name: -1}
        return stack_heads(stack_fields(expression, self.networks), signs, self.fields)

    def average(self, monomials: list[Monomial]) -> Expr:
        """Over the fields of a fresh sample and, independently, over the task; like terms collected."""
        gamma = IndexedBase("G")

        def pair(a: Index, b: Index) -> Expr:
            return gamma[tuple(sorted((a, b), key=lambda s: s.order))]

        totals: dict[tuple[Index, ...], Expr] = {}
        for x in monomials:
            moment = gaussian_moment(tuple(unit for _, unit in x.heads), pair)
            body = x.coefficient * moment * self.averages.element(x.functions)
            totals[x.sums] = totals.get(x.sums, 0) + body
        return Add(*(summed(body, sums) for sums, body in totals.items()))

    def given_heads(self, x: Monomial) -> Expr:
        """Over the fields only, heads and task held fixed."""
        heads = Mul(*(IndexedBase(name)[unit] for name, unit in x.heads))
        return summed(x.coefficient * heads * self.averages.element(x.functions), x.sums)


def summed(body: Expr, indices: tuple[Index, ...]) -> Expr:
    """``body`` summed over ``indices``, constants in front."""
    if not indices or body == 0:
        return body
    constant, rest = body.as_independent(*indices, as_Add=False)
    return constant * Sum(rest, *((i, 1, i.rng.size) for i in indices))


def linear_coefficient(form: Expr, vector: IndexedBase, m: Index) -> Expr:
    """L_m of a linear form ``sum_m L_m vector_m``, or delta_nm for a form that is ``vector_n`` up to a factor."""
    factor, total = form.as_independent(Sum, as_Add=False) if form.has(Sum) else (form, None)
    if total is not None:
        index = total.limits[0][0]
        return (factor * total.function).expand().coeff(vector[index]).xreplace({index: m})
    (element,) = (e for e in form.atoms(type(vector[m])) if e.base == vector)
    return form.coeff(element) * KroneckerDelta(element.indices[0], m)


def _convention(activation: Activation) -> tuple[Convention, ...]:
    """The convention card: what every factor of the equations rests on."""
    return (
        Convention("activation", activation.text, f"${activation.latex}$"),
        Convention(
            "local fields",
            "lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)",
            r"$\lambda_k=J_k\cdot x/\sqrt N$, $\beta_m=B_m\cdot x/\sqrt N$, $x_i$ i.i.d.\ $\mathcal N(0,1)$",
        ),
        Convention(
            "overlaps",
            "Q = J J^T/N, R = J B^T/N, T = B B^T/N",
            r"$Q=JJ^{\mathsf T}/N$, $R=JB^{\mathsf T}/N$, $T=BB^{\mathsf T}/N$",
        ),
        Convention(
            "outputs",
            "f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)",
            r"$f=\sum_k w_k\,g(\lambda_k)$, $y=\sum_m u_m\,g(\beta_m)$; no $1/\sqrt K$, no $1/\sqrt M$",
        ),
        Convention(
            "task", "u ~ N(0, 1_M), drawn anew in every step", r"$u\sim\mathcal N(0,1_M)$, drawn anew in every step"
        ),
        Convention("loss", "l = (f - y)^2/2", r"$\ell=\frac12(f-y)^2$"),
        Convention("time", "alpha = t/N after t outer steps", r"$\alpha=t/N$ after $t$ outer steps"),
    )


def derive(algorithm: Algorithm, activation: Activation) -> System:
    """The macroscopic equations of ``algorithm`` at P -> infinity, any V; ``NoRule`` where an average fails."""
    work = Derivation(algorithm, activation)
    force, slope = work.gradients()
    work.head(slope)
    work.macroscopic_law(force)
    work.observables()
    support, query = algorithm.inner.samples, algorithm.outer.samples
    return System(
        name=algorithm.name,
        title=algorithm.title,
        activation=activation.name,
        convention=_convention(activation),
        reference=algorithm.reference,
        ranges=(algorithm.learner.range, algorithm.teacher.range),
        fields=work.fields,
        parameters=(
            *(Parameter(rate.name, rate.meaning) for rate in algorithm.rates()),
            Parameter(query.size, f"samples in the {query.meaning}", may_be_infinite=True),
        ),
        state=("R", "Q"),
        definitions=(*work.averages.definitions(), *work.definitions),
        outputs=("dR", "dQ"),
        observables=tuple(algorithm.observables),
        closures=(
            Closure("N -> inf", True, "K, M and all numbers of samples stay fixed; overlaps are self-averaging"),
            Closure(
                f"{support.size} -> inf", True, f"the mean over the {support.meaning} is its expectation given the task"
            ),
        ),
        limits=(
            (support.size, "inf", "exact"),
            (support.size, "integer", "refused"),
            (query.size, "inf", "exact"),
            (query.size, "integer", "exact"),
        ),
        odd=activation.is_odd(),
        derivation=(*((title, tuple(steps)) for title, steps in work.sections), *work.averages.derivations()),
    )
