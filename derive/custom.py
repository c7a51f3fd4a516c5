"""Model files of the user's own: read, and checked for everything the derivation takes for granted.

What is wrong with a model is said in one line, in the words of its author.
"""

from __future__ import annotations

import importlib.util
import keyword
import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from sympy import Add, Expr, Mul, Pow, Sum, Symbol, sympify
from sympy.tensor.indexed import Indexed

from .dynamics.monomials import Monomial, expand, stack_fields
from .dynamics.tasks import contract
from .ir.system import Index, System
from .language import NOISE, Activate, Algorithm, Head, Loss, Samples
from .language.faults import faults
from .models import setting

__all__ = ["ModelError", "check_arrays", "check_model", "check_statement", "load"]

#: Names the emitted code uses itself.
TAKEN = {"K", "M", "S", "C", "Q", "R", "T", "A", "E", "p", "w0", "mean", "cov", "kurtosis", "state", "work", "batch"}
TAKEN |= {"nodes", "closure"}  # keys of problem files
ONE_LOOP = ": there is one inner loop, with one support set"
#: Words of C and C++, where parameters are members of a struct and observables functions.
WORDS = set(
    "auto bool break case catch char class const continue default delete do double else enum explicit export extern "
    "false float for friend goto if inline int long mutable namespace new operator private protected public register "
    "restrict return short signed sizeof static struct switch template this throw true try typedef typename union "
    "unsigned using virtual void volatile while".split()
)
FUNCTIONS = {"rhs", "integrate", "pack", "unpack", "packed", "strerror", "state_size", "work_size", "Parameters"}


class ModelError(Exception):
    """A model file that cannot be derived, and why."""


def load(path: Path) -> Algorithm:
    """The MODEL of a Python file; ``ModelError`` says why there is none."""
    try:
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from None
    except SyntaxError as error:
        raise ModelError(f"{path}, line {error.lineno}: not Python: {error.msg}") from None
    except (ValueError, RecursionError, MemoryError) as error:  # not UTF-8, null characters, brackets without end
        raise ModelError(f"{path}: not Python: {error}") from None
    spec = importlib.util.spec_from_file_location("model_of_the_user", path.resolve())
    if spec is None or spec.loader is None:
        raise ModelError(f"{path}: not a Python file: its name does not end in .py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # whatever the user's own code raises
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path.resolve())]
        raise ModelError(f"{path}, line {lines[-1] if lines else 1}: {type(error).__name__}: {error}") from None
    found = getattr(module, "MODEL", None)
    if not isinstance(found, Algorithm):
        what = "it defines no MODEL" if found is None else f"its MODEL is a {type(found).__name__}"
        raise ModelError(f"{path}: {what}; expected is MODEL = Algorithm(...) of orderode.derive.language")
    return found


def check_statement(algorithm: Algorithm) -> None:
    """``ModelError`` where the model states no algorithm: fields of a wrong type, names that cannot be, losses that are
    no polynomials on one sample."""
    for fault in faults(algorithm):
        raise ModelError(f"{fault}{ONE_LOOP if fault.startswith('adaptation is a tuple') else ''}")
    inner, outer = algorithm.adaptation, algorithm.outer
    _check_values(algorithm)
    if inner is not None and (inner.samples.letter == outer.samples.letter or inner.samples.size == outer.samples.size):
        raise ModelError("inner and outer loop use the same sample set: the derivation takes two independent ones")
    _check_names(algorithm)
    heads = {algorithm.start.name} | ({inner.head.name} if inner else set())
    if inner is not None:
        if outer.through is not None and outer.through != inner:
            raise ModelError("the outer step differentiates through the algorithm's own inner loop only")
    elif outer.through is not None:
        raise ModelError("the outer step differentiates through an inner loop that the algorithm does not have")
    for use in _uses(algorithm):
        if use.head.name not in heads:
            raise ModelError(f"{use.where} has the head {use.head.name}; there is {' and '.join(sorted(heads))}")
        _Walk(algorithm, use).check(_loss(use), frozenset())


def check_model(algorithm: Algorithm) -> None:
    """``ModelError`` where the derivation would go wrong, or be wrong."""
    check_statement(algorithm)
    inner, outer = algorithm.adaptation, algorithm.outer
    if outer.through is not None and inner is not None and inner.steps != 1:
        raise ModelError("the outer step is derived through one inner step only")
    for use in _uses(algorithm):
        _check_loss(algorithm, use)
    if inner is not None:
        _check_slope(algorithm, contract(inner.slope(algorithm.learner.index(0))))


@dataclass(frozen=True)
class _Use:
    """A loss where the algorithm uses it."""

    where: str
    loss: Loss
    head: Head
    samples: Samples


def _uses(algorithm: Algorithm) -> list[_Use]:
    """Every loss of the algorithm."""
    inner, outer = algorithm.adaptation, algorithm.outer
    uses = [_Use("the outer loss", outer.loss, outer.head, outer.samples)]
    uses += [_Use(f"the loss of {x.name}", x.loss, x.head, outer.samples) for x in algorithm.observables]
    if inner is not None:
        uses.append(_Use("the inner loss", inner.loss, inner.head, inner.samples))
    return uses


def _check_values(algorithm: Algorithm) -> None:
    """Numbers that no algorithm can have."""
    inner = algorithm.adaptation
    if inner is not None and isinstance(inner.steps, int) and inner.steps < 1:
        raise ModelError(f"adaptation.steps is {inner.steps}, expected an integer >= 1 or the name of a parameter")
    for rate in algorithm.rates():
        if rate.default is not None and rate.default < 0:
            raise ModelError(f"the default of {rate.name} is {rate.default}, expected a number >= 0")
    if algorithm.task.variance < 0:
        raise ModelError(f"task.variance is {algorithm.task.variance}, expected a number >= 0")
    if not algorithm.observables:
        raise ModelError("observables is an empty tuple, expected at least one: what is measured on fresh data")


def _check_names(algorithm: Algorithm) -> None:
    """Names that the emitted code relies on are those of ``setting``; the others have to be usable there."""
    expected = {
        "learner": (algorithm.learner, setting.learner),
        "teacher": (algorithm.teacher, setting.teacher),
        "name of the task vector": (algorithm.task.name, setting.u.name),
        "name of the head start": (algorithm.start.name, setting.start.name),
        "size of the query set": (algorithm.outer.samples.size, setting.query.size),
    }
    if algorithm.adaptation is not None:
        expected["size of the support set"] = (algorithm.adaptation.samples.size, setting.support.size)
        expected["name of the adapted head"] = (algorithm.adaptation.head.name, "w")
    for what, (found, wanted) in expected.items():
        if found != wanted:
            raise ModelError(f"the {what} is {found}, and has to be {wanted} (see orderode.derive.models.setting)")
    if algorithm.start.rate is None:
        raise ModelError("the head start has no rate; give it one, as orderode.derive.models.setting does")
    if not re.fullmatch("[a-z][a-z0-9_]*", algorithm.name):
        raise ModelError(f"the name {algorithm.name!r} is not made of small letters, digits and _, a letter first")
    sizes = [x.samples.size for x in (algorithm.outer, algorithm.adaptation) if x is not None]
    names = [*sizes, *(rate.name for rate in algorithm.rates()), *(x.name for x in algorithm.observables)]
    for name in names:
        word = keyword.iskeyword(name) or name in WORDS | TAKEN | FUNCTIONS
        if not re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name) or word or names.count(name) > 1:
            raise ModelError(f"{name!r} cannot name a parameter or an observable: taken, used twice or no identifier")


def check_arrays(system: System) -> None:
    """``ModelError`` where a parameter or an observable is called as one of the arrays that the solvers compute."""
    every = [name for d in system.definitions for name in (d.name, f"{d.name}_next")]
    for name in (*(p.name for p in system.parameters), *system.observables):
        own = 1 if name in system.observables else 0
        if every.count(name) > own or re.fullmatch(r"(r|sum)[0-9]+|np", name):
            raise ModelError(f"{name!r} cannot name a parameter or an observable: the solvers call an array so")


def _loss(use: _Use) -> Expr:
    """The loss as an expression."""
    try:
        loss = sympify(use.loss(use.head, use.samples))
    except Exception as error:  # whatever the user's own code raises
        raise ModelError(f"{use.where} cannot be evaluated: {type(error).__name__}: {error}") from None
    if not isinstance(loss, Expr):
        raise ModelError(f"{use.where} is no expression but {loss!r}")
    return loss


def _check_loss(algorithm: Algorithm, use: _Use) -> None:
    """At most quadratic in head and task."""
    for x in _monomials(algorithm, _loss(use)):
        if len(x.heads) > 2:
            product = " ".join(f"{name}[{unit}]" for name, unit in x.heads)
            raise ModelError(f"{use.where} is more than quadratic in head and task: it has {product}")


def _check_slope(algorithm: Algorithm, slope: Expr) -> None:
    """Linear in head and task, so that the adapted head is linear in the task."""
    for x in _monomials(algorithm, slope):
        if not x.noise and len(x.heads) != 1:
            product = " ".join(f"{name}[{unit}]" for name, unit in x.heads) or "no head and no task"
            raise ModelError(f"the inner slope has a term with {product}: it has to be linear in head and task")
        if any(x.noise.count(sample) > 1 for sample in x.noise):
            raise ModelError("the inner slope has a power of the label noise; noise is added to the label only")


def _monomials(algorithm: Algorithm, expression: Expr) -> list[Monomial]:
    networks = (algorithm.learner, algorithm.teacher)
    letters = {"fields": "ijrscdefgh", **{n.field: n.letters + "cdefgh" for n in networks}}
    return expand(stack_fields(expression, networks), letters)


class _Walk:
    """Goes through a loss, a polynomial in heads, task, fields, functions of fields and noise, and refuses what else
    there is."""

    def __init__(self, algorithm: Algorithm, use: _Use) -> None:
        self.use = use
        self.rates = {rate.symbol for rate in algorithm.rates()}
        self.fields = {n.field: n.range for n in (algorithm.learner, algorithm.teacher)}
        self.heads = {use.head.name: algorithm.learner.range, algorithm.task.name: algorithm.teacher.range}
        self.sample = use.samples.index

    def check(self, e: Expr, bound: frozenset[Index]) -> None:
        if isinstance(e, Indexed):
            self.element(e, bound)
        elif isinstance(e, Sum):
            indices = [limit[0] for limit in e.limits]
            for limit in e.limits:
                if not (isinstance(limit[0], Index) and limit[1:] == (1, limit[0].rng.size)):
                    raise self.error(f"has a sum over {limit[0]} that does not run over the units of a network")
            self.check(e.function, bound | set(indices))
        elif isinstance(e, Activate):
            argument = e.args[1]
            if not (isinstance(argument, Indexed) and str(argument.base) in self.fields):
                raise self.error(f"applies the activation to {argument}, which is not a local field")
            self.element(argument, bound)
        elif isinstance(e, Add | Mul):
            for part in e.args:
                self.check(part, bound)
        elif isinstance(e, Pow) and e.has(Indexed):
            if not (e.exp.is_Integer and e.exp.is_positive):
                raise self.error(f"has {e}, which is no polynomial in heads, fields and functions of fields")
            self.check(e.base, bound)
        elif isinstance(e, Pow) and not e.exp.has(Symbol):
            self.check(e.base, bound)
        elif isinstance(e, Symbol):
            if e not in self.rates:
                raise self.error(f"has the symbol {e}, which is no rate of the algorithm; list it in parameters=(...)")
        elif not e.is_number:
            raise self.error(f"has {e}, which is no polynomial in heads, fields and functions of fields")

    def element(self, e: Indexed, bound: frozenset[Index]) -> None:
        """An element of the right array, with units that are summed over and the sample it is averaged over."""
        name, indices = str(e.base), list(e.indices)
        if e.base == NOISE or name in self.fields:
            if not indices or indices.pop() != self.sample:
                meaning = self.use.samples.meaning
                raise self.error(f"has {e}, which is not on a sample {self.sample.name} of the {meaning}")
        elif name not in self.heads:
            there = ", ".join([*self.heads, *self.fields])
            raise self.error(f"has {e}; what it may be made of is {there} and label noise")
        if e.base == NOISE:
            return
        wanted = (self.fields | self.heads)[name]
        if len(indices) != 1 or not isinstance(indices[0], Index) or indices[0].rng != wanted:
            raise self.error(f"has {e}, whose index does not count the units of the network of {name}")
        if indices[0] not in bound:
            raise self.error(f"has {e}, and its index {indices[0]} is not summed over")

    def error(self, what: str) -> ModelError:
        return ModelError(f"{self.use.where} {what}")
