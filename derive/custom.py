"""Model files of the user's own: read, and checked for everything the derivation takes for granted.

What is wrong with a model is said in one line, in the words of its author.
"""

from __future__ import annotations

import builtins
import importlib.util
import json
import keyword
import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from sympy import Expr

from .dynamics import reading
from .dynamics.monomials import Monomial, expand, stack_fields
from .ir.deltas import contract
from .ir.flow import Flow
from .language import Activate, Algorithm, Head, Loss, Network, Node, Rate, Samples, Size
from .language.algorithm import expression
from .language.expression import Add, Mul, NoExpression, Number, Power, parts
from .language.faults import faults
from .language.names import named_as
from .language.reading import read
from .language.scenario import Element, Field, Noise, Output, Summed, Unit
from .models import setting

__all__ = ["ModelError", "check_arrays", "check_model", "check_statement", "in_house", "load"]

#: A product of two sums over units beside a derivative takes so many letters.
LETTERS = 3

#: Names the emitted code uses itself.
TAKEN = {
    "K",
    "M",
    "S",
    "C",
    "Q",
    "R",
    "T",
    "A",
    "E",
    "p",
    "w0",
    "mean",
    "cov",
    "kurtosis",
    "state",
    "work",
    "batch",
}
TAKEN |= {"parameters", "params", "rows", "columns", "nodes", "weights", "np"}
TAKEN |= {"nodes", "closure"}  # keys of problem files
ONE_LOOP = ": there is one inner loop, with one support set"
#: Words of C and C++, where parameters are members of a struct and observables functions.
WORDS = set(
    "auto bool break case catch char class const continue default delete do double else enum"
    " explicit export extern false float for friend goto if inline int long mutable namespace new"
    " operator private protected public register restrict return short signed sizeof static struct"
    " switch template this throw true try typedef typename union unsigned using virtual void"
    " volatile while".split()
)
#: Functions and macros of C's headers, and what compilers predefine: some are replaced wherever
#: they stand.
LIBRARY = set(
    "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1"
    " fabs fdim floor fma fmax fmin fmod frexp hypot ilogb ldexp lgamma llrint llround log log10"
    " log1p log2 logb lrint lround modf nan nearbyint nextafter nexttoward pow remainder remquo"
    " rint round scalbln scalbn sin sinh sqrt tan tanh tgamma trunc j0 j1 jn y0 y1 yn isnan isinf"
    " isfinite isnormal signbit fpclassify isgreater isless isunordered complex imaginary errno"
    " offsetof size_t ptrdiff_t wchar_t max_align_t assert main linux unix i386 NULL NAN INFINITY"
    " HUGE_VAL MATH_ERRNO MATH_ERREXCEPT SIGFPE EOF".split()
)
MACROS = re.compile(
    "(M|FP|FLT|DBL|LDBL|HUGE|SIG|INT|UINT|SIZE|PTRDIFF)_[A-Z0-9_]+|E[A-Z0-9]{3,}|SIG[A-Z]+"
)
FUNCTIONS = {
    "rhs",
    "integrate",
    "pack",
    "unpack",
    "packed",
    "strerror",
    "state_size",
    "work_size",
    "Parameters",
}


class ModelError(Exception):
    """A model file that cannot be derived, and why."""


def load(path: Path) -> Algorithm:
    """The MODEL of a Python file, or the model that a JSON file states; ``ModelError`` says why
    there is none."""
    if path.suffix == ".json":
        return _stated(path)
    try:
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from None
    except SyntaxError as error:
        raise ModelError(f"{path}, line {error.lineno}: not Python: {error.msg}") from None
    # not UTF-8, null characters, brackets without end
    except (ValueError, RecursionError, MemoryError) as error:
        raise ModelError(f"{path}: not Python: {error}") from None
    spec = importlib.util.spec_from_file_location("model_of_the_user", path.resolve())
    if spec is None or spec.loader is None:
        raise ModelError(f"{path}: not a Python file: its name does not end in .py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # whatever the user's own code raises
        lines = [
            f.lineno
            for f in traceback.extract_tb(error.__traceback__)
            if f.filename == str(path.resolve())
        ]
        raise ModelError(
            f"{path}, line {lines[-1] if lines else 1}: {type(error).__name__}: {error}"
        ) from None
    found = getattr(module, "MODEL", None)
    if not isinstance(found, Algorithm):
        what = "it defines no MODEL" if found is None else f"its MODEL is a {type(found).__name__}"
        raise ModelError(
            f"{path}: {what}; expected is MODEL = Algorithm(...) of orderode.derive.language"
        )
    return found


def _stated(path: Path) -> Algorithm:
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ModelError(f"{path}: no model as data: {type(error).__name__}: {error}") from None


def check_statement(algorithm: Algorithm) -> None:
    """``ModelError`` where the model states no algorithm: fields of a wrong type, names that cannot
    be, losses that are no polynomials on one sample."""
    for fault in faults(algorithm):
        raise ModelError(f"{fault}{ONE_LOOP if fault.startswith('adaptation is a tuple') else ''}")
    inner, outer = algorithm.adaptation, algorithm.outer
    _check_values(algorithm)
    if inner is not None and (
        inner.samples.letter == outer.samples.letter or inner.samples.size == outer.samples.size
    ):
        raise ModelError(
            "inner and outer loop use the same sample set: the derivation takes two independent"
            " ones"
        )
    _check_names(algorithm)
    heads = {algorithm.start.name} | ({inner.head.name} if inner else set())
    if inner is not None:
        if outer.through is not None and outer.through != inner:
            raise ModelError(
                "the outer step differentiates through the algorithm's own inner loop only"
            )
    elif outer.through is not None:
        raise ModelError(
            "the outer step differentiates through an inner loop that the algorithm does not have"
        )
    for use in _uses(algorithm):
        if use.head.name not in heads:
            raise ModelError(
                f"{use.where} has the head {use.head.name}; there is {' and '.join(sorted(heads))}"
            )
        _Walk(algorithm, use).check(_loss(use), frozenset())


def check_model(algorithm: Algorithm) -> None:
    """``ModelError`` where the derivation would go wrong, or be wrong."""
    check_statement(algorithm)
    inner, outer = algorithm.adaptation, algorithm.outer
    if outer.through is not None and inner is not None and inner.steps != 1:
        raise ModelError("the outer step is derived through one inner step only")
    if inner is not None and isinstance(inner.steps, int) and inner.steps > 1:
        raise ModelError(
            f"adaptation.steps is {inner.steps}: the inner loop is derived with one step or with"
            ' any number of them; expected 1 or the name of a parameter, steps="inner_steps"'
        )
    _check_degrees(reading.read(algorithm))


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
    uses += [
        _Use(f"the loss of {x.name}", x.loss, x.head, outer.samples) for x in algorithm.observables
    ]
    if inner is not None:
        uses.append(_Use("the inner loss", inner.loss, inner.head, inner.samples))
        uses.append(
            _Use("the inner loss at the start of the loop", inner.loss, inner.start, inner.samples)
        )
    return uses


def _check_values(algorithm: Algorithm) -> None:
    """Numbers that no algorithm can have."""
    inner = algorithm.adaptation
    if inner is not None and isinstance(inner.steps, int) and inner.steps < 1:
        raise ModelError(
            f"adaptation.steps is {inner.steps}, expected an integer >= 1 or the name of a"
            " parameter"
        )
    for rate in algorithm.rates():
        if rate.default is not None and rate.default < 0:
            raise ModelError(
                f"the default of {rate.name} is {rate.default}, expected a number >= 0"
            )
    if algorithm.task.variance < 0:
        raise ModelError(f"task.variance is {algorithm.task.variance}, expected a number >= 0")
    if not algorithm.observables:
        raise ModelError(
            "observables is an empty tuple, expected at least one: what is measured on fresh data"
        )


def in_house(algorithm: Algorithm) -> Algorithm:
    """The algorithm as it is derived and emitted: networks, their letters, the task vector, the
    adapted head and the running letters of sample sets called as in ``setting``."""
    networks = (setting.learner, setting.teacher)
    sets = (setting.support, setting.query)
    return named_as(algorithm, networks, setting.u, Head("w", setting.learner), sets)


def _check_names(algorithm: Algorithm) -> None:
    """Names that problem files and results have are those of ``setting``: widths, sizes of sample
    sets, the head start.  Parameters and observables have names that the emitted code can use.
    What else has a name is free, as long as no two things share it: ``in_house`` renames it."""
    learner, teacher, inner = algorithm.learner, algorithm.teacher, algorithm.adaptation
    expected = {
        "width of the learner": (learner.units, setting.learner.units),
        "width of the teacher": (teacher.units, setting.teacher.units),
        "head start": (algorithm.start.name, setting.start.name),
        "size of the query set": (algorithm.outer.samples.size, setting.query.size),
    }
    if inner is not None:
        expected["size of the support set"] = (inner.samples.size, setting.support.size)
    for what, (found, wanted) in expected.items():
        if found != wanted:
            raise ModelError(
                f"the {what} is called {found}, and has to be called {wanted}: problem files and"
                " results call it so"
            )
    if learner.field == teacher.field:
        raise ModelError(f"learner and teacher have the same fields {learner.field}")
    heads = [algorithm.task.name, algorithm.start.name, *([inner.head.name] if inner else [])]
    for name in heads:
        if heads.count(name) > 1:
            raise ModelError(f"{name} is the name of two of task vector, head start, adapted head")
    for network in (learner, teacher):
        letters = network.letters
        if len(set(letters)) < max(LETTERS, len(letters)):
            raise ModelError(
                f"the letters of the network {network.field} are {letters!r}, expected {LETTERS}"
                " different ones or more"
            )
        _check_scale(algorithm, network)
    if algorithm.start.rate is None:
        raise ModelError(
            "the head start has no rate; give it one, as orderode.derive.models.setting does"
        )
    if not re.fullmatch("[a-z][a-z0-9_]*", algorithm.name):
        raise ModelError(
            f"the name {algorithm.name!r} is not made of small letters, digits and _, a letter"
            " first"
        )
    sizes = [x.samples.size for x in (algorithm.outer, algorithm.adaptation) if x is not None]
    names = [
        *sizes,
        *(rate.name for rate in algorithm.rates()),
        *(x.name for x in algorithm.observables),
    ]
    for name in names:
        fault = _fault_of_name(name)
        if names.count(name) > 1:
            fault = "it is used twice"
        if len(name) == 1 and name not in sizes and not fault:
            fault = (
                "equations call an index, a field or a head by a single letter; take a longer name"
            )
        if fault:
            raise ModelError(f"{name!r} cannot name a parameter or an observable: {fault}")
    for x in algorithm.observables:
        if (
            x.latex.count("{") != x.latex.count("}")
            or re.search(r"[$%#&\n]|\\\\", x.latex)
            or not x.latex.strip()
        ):
            raise ModelError(
                f"the observable {x.name} is to be written {x.latex!r}, which is no formula of"
                " LaTeX"
            )


def _fault_of_name(name: str) -> str:
    """Why the emitted code cannot have something of this name; "" if it can."""
    if not re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name):
        return "names are made of the letters a to z, digits and _, a letter first"
    if keyword.iskeyword(name) or hasattr(builtins, name):
        return "it is a word of Python"
    if name in WORDS:
        return "it is a word of C"
    if name in LIBRARY or MACROS.fullmatch(name):
        return "C has a function or a macro of that name"
    if name in TAKEN | FUNCTIONS:
        return "the emitted code takes it for something of its own"
    return ""


def _check_scale(algorithm: Algorithm, network: Network) -> None:
    """An output scale is made of numbers, rates of the algorithm and sizes, and is not 0."""
    rates, sizes = algorithm.rates(), (algorithm.learner.units, algorithm.teacher.units)
    where = f"the scale of the network {network.field} is {network.scale}"
    if network.scale == Number(0):
        raise ModelError(f"{where}: leave the output out of the losses instead")
    for x in parts(network.scale):
        if isinstance(x, Rate) and x not in rates:
            raise ModelError(
                f"{where}, and {x} is no rate of the algorithm; list it in parameters=(...)"
            )
        if isinstance(x, Size) and x.name not in sizes:
            raise ModelError(f"{where}, and {x} is no size; it may have {' and '.join(sizes)}")
        if not isinstance(x, Number | Rate | Size | Add | Mul | Power):
            raise ModelError(f"{where}, and {x} is no number, no rate and no size")


def check_arrays(system: Flow) -> None:
    """``ModelError`` where a parameter or an observable is called as one of the arrays that the
    solvers compute."""
    every = [name for d in system.definitions for name in (d.name, f"{d.name}_next")]
    for name in (*(p.name for p in system.parameters), *system.observables):
        own = 1 if name in system.observables else 0
        if every.count(name) > own or re.fullmatch(r"(r|sum)[0-9]+|np", name):
            raise ModelError(
                f"{name!r} cannot name a parameter or an observable: the solvers call an array so"
            )


def _loss(use: _Use) -> Node:
    """The loss as an expression."""
    try:
        loss = expression(use.loss, use.head, use.samples)
    except NoExpression as error:
        raise ModelError(f"{use.where} {error}") from None
    except Exception as error:  # whatever the user's own code raises
        raise ModelError(
            f"{use.where} cannot be evaluated: {type(error).__name__}: {error}"
        ) from None
    return loss


def _check_degrees(model: reading.Algorithm) -> None:
    """Losses at most quadratic in head and task, the inner slope linear."""
    losses = {
        "the outer loss": model.outer.loss,
        **{f"the loss of {x.name}": x.loss for x in model.observables},
    }
    if model.adaptation is not None:
        losses["the inner loss"] = model.adaptation.loss
    if contract(model.outer.gradient(model.learner.index(0))) == 0:
        raise ModelError(
            "the outer loss does not depend on the fields of the learner: nothing would move"
        )
    for where, loss in losses.items():
        for x in _monomials(model, loss):
            if len(x.heads) > 2:
                product = " ".join(f"{name}[{unit}]" for name, unit in x.heads)
                raise ModelError(
                    f"{where} is more than quadratic in head and task: it has {product}"
                )
    if model.adaptation is not None:
        _check_slope(model, contract(model.adaptation.slope(model.learner.index(0))))


def _check_slope(model: reading.Algorithm, slope: Expr) -> None:
    """Linear in head and task, so that the adapted head is linear in the task."""
    for x in _monomials(model, slope):
        if not x.noise and len(x.heads) != 1:
            product = " ".join(f"{name}[{unit}]" for name, unit in x.heads) or "no head and no task"
            raise ModelError(
                f"the inner slope has a term with {product}: it has to be linear in head and task"
            )
        if any(x.noise.count(sample) > 1 for sample in x.noise):
            raise ModelError(
                "the inner slope has a power of the label noise; noise is added to the label only"
            )


def _monomials(model: reading.Algorithm, e: Expr) -> list[Monomial]:
    networks = (model.learner, model.teacher)
    letters = {"fields": "ijrscdefgh", **{n.field: n.letters + "cdefgh" for n in networks}}
    return expand(stack_fields(e, networks), letters)


class _Walk:
    """Goes through a loss, a polynomial in heads, task, fields, functions of fields and noise, and
    refuses what else there is."""

    def __init__(self, algorithm: Algorithm, use: _Use) -> None:
        self.use = use
        self.rates = {rate.name for rate in algorithm.rates()}
        self.networks = {n.field: n for n in (algorithm.learner, algorithm.teacher)}
        self.sizes = {n.units for n in self.networks.values()}
        self.heads = {use.head.name: algorithm.learner, algorithm.task.name: algorithm.teacher}

    def check(self, e: Node, bound: frozenset[Unit]) -> None:
        match e:
            case Element(name, unit):
                if name not in self.heads:
                    there = ", ".join([*self.heads, *self.networks])
                    raise self.error(f"has {e}; what it may be made of is {there} and label noise")
                self.unit(e, unit, self.heads[name], bound)
            case Field(name, unit, samples):
                self.on_sample(e, samples)
                self.unit(e, unit, self.networks[name], bound)
            case Output():
                self.output(e)
            case Noise(samples):
                self.on_sample(e, samples)
            case Summed(unit, body):
                self.check(body, bound | {unit})
            case Activate(_, argument):
                if not isinstance(argument, Field):
                    raise self.error(
                        f"applies the activation to {argument}, which is not a local field"
                    )
                self.check(argument, bound)
            case Add(args) | Mul(args):
                for part in args:
                    self.check(part, bound)
            case Power(base, exponent):
                constant = all(
                    isinstance(x, Number | Rate | Size | Add | Mul | Power) for x in parts(base)
                )
                if not constant and not (isinstance(exponent, int) and exponent > 0):
                    raise self.error(
                        f"has {e}, which is no polynomial in heads, fields and functions of fields"
                    )
                self.check(base, bound)
            case Rate(name):
                if name not in self.rates:
                    raise self.error(
                        f"has {e}, which is no rate of the algorithm; list it in parameters=(...)"
                    )
            case Size(name):
                if name not in self.sizes:
                    raise self.error(
                        f"has the size {e}; it may have {' and '.join(sorted(self.sizes))}"
                    )
            case Number():
                pass
            case _:
                raise self.error(f"has {e}, which is no part of a loss")

    def output(self, e: Output) -> None:
        """Of a network of the algorithm, its scale included, with a head of that network, on the
        right sample."""
        network = self.networks.get(e.network.field)
        if network != e.network:
            there = network.scale if network else "none"
            scales = f"with the scale {e.network.scale}; that of the algorithm has {there}"
            raise self.error(f"has the output of a network {e.network.field} {scales}")
        self.on_sample(e, e.samples)
        if self.heads.get(e.head.name) != network:
            there = ", ".join(name for name, of in self.heads.items() if of == network)
            raise self.error(f"has {e}, an output with the head {e.head.name}; there is {there}")

    def on_sample(self, e: Node, samples: Samples) -> None:
        if samples != self.use.samples:
            here = self.use.samples
            raise self.error(
                f"has {e}, which is not on a sample {here.letter} of the {here.meaning}"
            )

    def unit(self, e: Node, unit: Unit, network: Network, bound: frozenset[Unit]) -> None:
        """An element has units of its network that are summed over."""
        if unit.range != network.range:
            raise self.error(
                f"has {e}, whose index does not count the units of the network {network.field}"
            )
        if unit not in bound:
            raise self.error(f"has {e}, and its index {unit} is not summed over")

    def error(self, what: str) -> ModelError:
        return ModelError(f"{self.use.where} {what}")
