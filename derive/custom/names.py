"""Names that a model may give, and those that it is derived with."""

from __future__ import annotations

import builtins
import keyword
import re

from ..dynamics.blocks import LETTERS as BLOCK_LETTERS
from ..dynamics.blocks import SHARES, VARIANCES
from ..ir.flow import Flow
from ..language import Algorithm, GiantStep, Head, Network, Rate, Size
from ..language.expression import Add, Mul, Number, Power, parts
from ..language.names import named_as
from ..models import setting
from .faults import ModelError

__all__ = ["check_arrays", "check_names", "in_house"]

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
TAKEN |= {"parameters", "params", "rows", "columns", "nodes", "weights", "np", "xp"}
TAKEN |= {"dtype", "importlib", "math"}
TAKEN |= {"nodes", "closure"}  # keys of problem files
#: What a problem gives where inputs are in blocks.
OF_BLOCKS = (SHARES, VARIANCES, "test_variances")
#: What problems give beside rates, whatever the model.
TAKEN |= {"spread", *OF_BLOCKS}
#: What the parameters of a problem have beside them, in Python.
TAKEN |= set("arrays changed get heads items keys model of_model pairs text values vectors".split())
#: What results hold beside the observables, and standard errors, NAME_se.
RESULTS = set(
    "alpha status lambda_min stopped quadrature_error quadrature_error_eps_g quadrature_alpha"
    " provenance eps_rep".split()
)
#: Letters of a name, which is part of the names of files and functions.
LONGEST = 60
#: Words of C and C++, where parameters are members of a struct and observables functions.
WORDS = set(
    "auto bool break case catch char class const continue default delete do double else enum"
    " explicit export extern false float for friend goto if inline int long mutable namespace new"
    " operator private protected public register restrict return short signed sizeof static struct"
    " switch template this throw true try typedef typename union unsigned using virtual void"
    " volatile while".split()
)
#: Words of JavaScript that are none of Python or C, and names that the emitted modules read.
SCRIPT = set(
    "arguments debugger function implements instanceof interface let null package undefined var"
    " Array ArrayBuffer Float64Array Infinity Math NaN Number Object RangeError STATUS".split()
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
#: The size of the batch of a giant step over the dimension of inputs, in problem files.
RATIO = "ratio"
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
#: Further ones of a map.
OF_MAPS = {"change", "step", "run"}


def in_house(algorithm: Algorithm) -> Algorithm:
    """The algorithm as it is derived and emitted: networks, their letters, the task vector, the
    adapted head and the running letters of sample sets called as in ``setting``."""
    networks = (setting.learner, setting.teacher)
    sets = (setting.support, setting.query)
    return named_as(algorithm, networks, setting.u, Head("w", setting.learner), sets)


def check_names(algorithm: Algorithm) -> None:
    """Names that problem files and results have are those of ``setting``: widths, sizes of sample
    sets, the head start.  Parameters and observables have names that the emitted code can use.
    What else has a name is free, as long as no two things share it: ``in_house`` renames it."""
    learner, teacher, inner = algorithm.learner, algorithm.teacher, algorithm.adaptation
    expected = {
        "width of the learner": (learner.units, setting.learner.units),
        "width of the teacher": (teacher.units, setting.teacher.units),
        "head start": (algorithm.start.name, setting.start.name),
    }
    giant = isinstance(algorithm.outer, GiantStep)
    if giant:
        expected["size of the batch of a giant step"] = (algorithm.outer.samples.size, RATIO)
    else:
        expected["size of the query set"] = (algorithm.outer.samples.size, setting.query.size)
    if algorithm.ahead is not None:
        expected["size of the batch of a giant step"] = (algorithm.ahead.samples.size, RATIO)
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
    _check_networks(algorithm)
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
        of_blocks = [x for x in BLOCK_LETTERS if x in letters]
        if algorithm.blocks and of_blocks:
            raise ModelError(
                f"{of_blocks[0]!r} is a letter of the network {network.field}, and counts the"
                " blocks of the inputs"
            )
        _check_scale(algorithm, network)
    if algorithm.start.rate is None and inner is not None:
        raise ModelError(
            "the head start of an inner loop has no rate; give it one, such as eta_0 of"
            " orderode.derive.models.setting, at whose default 0 it rests"
        )
    if not re.fullmatch("[a-z][a-z0-9_]*", algorithm.name) or len(algorithm.name) > LONGEST:
        raise ModelError(
            f"the name {algorithm.name[: LONGEST + 1]!r} is not made of small letters, digits and"
            f" _, a letter first, {LONGEST} at most"
        )
    sets = (algorithm.outer, algorithm.adaptation, algorithm.ahead)
    sizes = [x.samples.size for x in sets if x is not None]
    names = [
        *sizes,
        *([inner.steps] if inner is not None and isinstance(inner.steps, str) else []),
        *(rate.name for rate in algorithm.rates()),
        *(x.name for x in algorithm.arrays()),
        *algorithm.heads()[1:],
        *(x.name for x in algorithm.observables),
    ]
    for task in algorithm.tasks:
        fault = _fault_of_name(task.name)
        if fault:
            raise ModelError(f"{task.name[: LONGEST + 1]!r} cannot name a task: {fault}")
    for vector in algorithm.arrays():
        if vector.network not in (learner, teacher):
            raise ModelError(f"the vector {vector.name} counts units of no network here")
    for name in names:
        fault = _fault_of_name(name)
        if giant and name in OF_MAPS:
            fault = "the emitted code takes it for something of its own"
        if names.count(name) > 1:
            fault = "it is used twice"
        if len(name) == 1 and name not in sizes and not fault:
            fault = (
                "equations call an index, a field or a head by a single letter; take a longer name"
            )
        if fault:
            raise ModelError(
                f"{name[: LONGEST + 1]!r} cannot name a parameter or an observable: {fault}"
            )
    for x in algorithm.observables:
        if x.name in RESULTS or x.name.endswith("_se"):
            raise ModelError(
                f"{x.name!r} cannot name an observable: results hold something else so"
            )
        if not _is_formula(x.latex):
            raise ModelError(
                f"the observable {x.name} is to be written {x.latex!r}, which is no formula of"
                " LaTeX: ASCII, braces in pairs, no $, %, #, &, line break, \\begin or \\end"
            )


def _check_networks(algorithm: Algorithm) -> None:
    """Heads are readouts of the learner, the task is one of the teacher, the learner is what moves,
    and the inner loop starts at the head start."""
    learner, teacher = algorithm.learner.field, algorithm.teacher.field
    inner = algorithm.adaptation
    of = {
        "task.network": (algorithm.task.network, teacher, "the teacher"),
        "start.network": (algorithm.start.network, learner, "the learner"),
        "outer.network": (algorithm.outer.network, learner, "the learner"),
        "outer.head.network": (algorithm.outer.head.network, learner, "the learner"),
    }
    if inner is not None:
        of["adaptation.head.network"] = (inner.head.network, learner, "the learner")
    ahead = algorithm.ahead
    if ahead is not None:
        of["ahead.network"] = (ahead.network, learner, "the learner")
        of["ahead.head.network"] = (ahead.head.network, learner, "the learner")
    for where, (network, field, expected) in of.items():
        if network.field != field:
            raise ModelError(f"{where} is {network.field}, expected {field}, {expected}")
    if inner is not None and inner.start.name != algorithm.start.name:
        raise ModelError(
            f"adaptation.start is the head {inner.start.name}, expected {algorithm.start.name}, the"
            " head start"
        )


def _is_formula(text: str) -> bool:
    """Whether it can stand between two $ of LaTeX; macros that are not defined are not seen."""
    open_braces = 0
    for brace in re.sub(r"\\.", "", text):  # \{ is no brace
        open_braces += {"{": 1, "}": -1}.get(brace, 0)
        if open_braces < 0:
            return False
    forbidden = re.search(r"(?<!\\)[$%#&]|[\n\r]|\\\\|\\(begin|end)\b", text)
    return open_braces == 0 and text.isascii() and text.strip() != "" and not forbidden


def check_arrays(system: Flow) -> None:
    """``ModelError`` where a parameter or an observable is called as one of the arrays that the
    solvers compute."""
    every = [d.name for d in system.definitions]
    every += [f"{name}_next" for name in every]
    named = (*(p.name for p in system.parameters), *(x.name for x in system.inputs if not x.moves))
    given = [name for name in named if name not in TAKEN]
    for name in (*given, *system.observables):
        own = 1 if name in system.observables else 0
        if every.count(name) > own or re.fullmatch(r"(r|sum)[0-9]+|np", name):
            raise ModelError(
                f"{name!r} cannot name a parameter or an observable: the solvers call an array so"
            )


def _fault_of_name(name: str) -> str:
    """Why the emitted code cannot have something of this name; "" if it can."""
    if not re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name):
        return "names are made of the letters a to z, digits and _, a letter first"
    if len(name) > LONGEST:
        return f"names have {LONGEST} letters at most"
    if keyword.iskeyword(name) or hasattr(builtins, name):
        return "it is a word of Python"
    if name in WORDS:
        return "it is a word of C"
    if name in SCRIPT:
        return "it is a word of JavaScript"
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
