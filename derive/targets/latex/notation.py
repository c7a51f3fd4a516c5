"""How symbols are written in LaTeX: Greek fields, sample superscripts, g and its derivatives,
averages."""

from __future__ import annotations

from sympy import Expr, Sum
from sympy.printing.latex import LatexPrinter
from sympy.tensor.indexed import Indexed

from ...ir.average import FINE, GAUSSIANS, LETTERS, QUARTIC, SQUARE
from ...ir.printing import Once
from ...ir.system import Index, Joint
from ...ir.trace import Heads

__all__ = [
    "APPLIED",
    "COUNTED",
    "GREEK",
    "Notation",
    "head_vector",
    "index_latex",
    "multiplied",
    "parameter_latex",
]

GREEK = ("alpha", "beta", "gamma", "delta", "eta", "lambda", "mu", "nu", "sigma", "rho", "zeta")


def index_latex(name: str) -> str:
    return "\\" + name if name in GREEK else name


#: Parameters whose names are words.
WORDS = {
    "noise": r"\sigma",
    "decay": r"\kappa",
    "inner_steps": "S",
    "higher": r"\theta",
    "first_order": r"\theta",
}
#: Letters of indices that something else on the page is called: (range, letter) -> how it is
#: written.
COUNTED = {
    ("path", "t"): r"\tau",
    ("blocks", "o"): "h'",
}
#: How the letters are written that count the Gaussians of a sum, in the order of their dips.
WRITTEN = {
    SQUARE: (r"\phi", r"\chi", r"\iota"),
    QUARTIC: (r"\Phi", r"\Psi", r"\Omega"),
    FINE: (r"\Upsilon", r"\Xi", r"\Pi"),
}
for _rng, _letters in LETTERS.items():
    for _letter, _written in zip(_letters, WRITTEN[_rng], strict=True):
        COUNTED[_rng.name, _letter] = _written


#: Functions of a loss's own, by their names in a model file and orders of derivatives.
APPLIED = {
    ("softplus", 0): r"\mathrm{softplus}",
    ("softplus", 1): r"\mathrm{softplus}'",
    ("log_cosh", 0): r"\log\cosh",
    ("log_cosh", 1): r"\tanh",
    ("relu", 0): r"\mathrm{relu}",
    ("relu", 1): r"\mathrm{relu}'",
}
#: Greek letters that pages call something else by: the time, fields, samples, noise.
TAKEN = {"alpha", "beta", "lambda", "mu", "nu", "zeta", "sigma"}


def parameter_latex(name: str) -> str:
    """``eta_J`` is written with a subscript, Greek letters as such where they are free, words
    upright."""
    if name in WORDS:
        return WORDS[name]
    head, _, tail = name.partition("_")
    first = (
        index_latex(head)
        if head not in TAKEN and len(index_latex(head)) != len(head)
        else _upright(head)
    )
    return first + (f"_{{{_upright(tail)}}}" if tail else "")


def _upright(word: str) -> str:
    """A single letter or a number as such, a word as one."""
    if len(word) == 1 or word.isdigit():
        return word
    return r"\mathrm{" + word.replace("_", r"\_") + "}"


class Notation(Once, LatexPrinter):
    """Prints the expressions of a model and of a system; ``elements`` gives the format of each
    array's elements."""

    def __init__(self, elements: dict[str, str] | None = None) -> None:
        super().__init__()
        self.elements = elements or {}

    def field(self, unit: Index) -> str:
        """The local field of a unit: that of its network, or z where the unit runs over all
        fields."""
        name = unit.rng.name if len(unit.rng.parts) == 1 else "z"
        return f"{index_latex(name)}_{{{self._print(unit)}}}"

    def _print_Index(self, index: Index) -> str:
        return COUNTED.get((index.rng.name, index.name)) or index_latex(index.name)

    def _print_Symbol(self, symbol: Expr, style: str = "plain") -> str:
        if symbol.name in self.elements:
            return self.elements[symbol.name].format()
        return parameter_latex(symbol.name)

    def _print_Indexed(self, element: Indexed) -> str:
        name = element.base.name
        letters = [self._print(i) for i in element.indices]
        if name in self.elements:
            fields = {f"z{p}": self.field(i) for p, i in enumerate(element.indices)}
            return self.elements[name].format(*letters, **fields)
        units = [s for s, i in zip(letters, element.indices, strict=True) if not _is_sample(i)]
        samples = [s for s, i in zip(letters, element.indices, strict=True) if _is_sample(i)]
        below = f"_{{{''.join(units)}}}" if units else ""
        return index_latex(name) + below + (f"^{{{''.join(samples)}}}" if samples else "")

    def _print_Joint(self, function: Joint, exp: str | None = None) -> str:
        """The average over fields whose covariance is that of the first argument: tilted where that
        is."""
        fields = []
        for p in range(function.fields):
            place = p * function.fields - p * (p - 1) // 2
            fields.append(function.args[place].indices[-1])
        first = function.args[0]
        above, below = "", ""
        for i in first.indices[:-2]:
            if i in GAUSSIANS:
                above += self._print(i)
            else:
                below += self._print(i)
        product = r"\,".join(f"g({self.field(i)})" for i in fields)
        text = rf"\langle {product}\rangle^{{{above}}}_{{\cdot {below}}}"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _print_Activate(self, function: Expr, exp: str | None = None) -> str:
        order, argument = function.args
        mark = "'" * int(order)
        text = rf"g{mark}({self._print(argument)})"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _print_Applied(self, function: Expr, exp: str | None = None) -> str:
        order, argument = function.args
        name = APPLIED[function.func.word, int(order)]
        text = rf"{name}\left({self._print(argument)}\right)"
        return text if exp is None else rf"\left({text}\right)^{{{exp}}}"

    _print_Softplus = _print_LogCosh = _print_Relu = _print_Applied

    def _print_Pow(self, expr: Expr) -> str:
        """Elements with a superscript of their own get brackets."""
        if isinstance(expr.base, Indexed) and expr.exp.is_Integer and expr.exp > 0:
            base = self._print(expr.base)
            return (
                rf"\left({base}\right)^{{{expr.exp}}}" if "^" in base else f"{base}^{{{expr.exp}}}"
            )
        return super()._print_Pow(expr)

    def _print_asin(self, function: Expr, exp: str | None = None) -> str:
        text = rf"\arcsin\!\left({self._print(function.args[0])}\right)"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _print_Sum(self, total: Sum) -> str:
        heads = "".join(rf"\sum_{{{self._print(i)}}}" for i, _, _ in total.limits)
        body = self._print(total.function)
        return heads + (rf"\left[{body}\right]" if total.function.is_Add else " " + body)


def multiplied(by: Expr, latex: str) -> str:
    """A head, or a difference of two, with the factor that it has in a head vector."""
    if by == 1:
        return latex
    factor = Notation().doprint(by)
    factor = rf"\left({factor}\right)" if by.is_Add else factor
    return factor + (rf"({latex})" if "-" in latex else rf"\,{latex}")


def head_vector(heads: Heads, latex: str) -> str:
    """(w, -u), with what the two are multiplied by."""
    return f"({multiplied(heads.learner, latex)},-{multiplied(heads.teacher, 'u')})"


def _is_sample(index: Expr) -> bool:
    return isinstance(index, Index) and index.name == index.rng.name
