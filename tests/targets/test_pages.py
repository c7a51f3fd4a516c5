"""Every symbol on a page is defined on it, and has one meaning: the symbols are those of the
system, not of the text.

A line that defines is a row of a table, ``$symbol$ & words``.  What has to have one is read off the
expressions of the
System: its arrays, parameters, tables of numbers and running indices, each as the printer writes
it.
"""

import math
import re
from collections import defaultdict

import evaluate_system
import pytest
from sympy import Symbol
from sympy.tensor.indexed import Indexed

from orderode.derive.folder import GENERATED
from orderode.derive.ir.limits import of_random_tasks
from orderode.derive.ir.system import Index, names_read
from orderode.derive.models import one_step, srf
from orderode.derive.readouts.system import derive as fixed_point
from orderode.derive.targets.common import number
from orderode.derive.targets.emit import special
from orderode.derive.targets.latex.notation import parameter_latex
from orderode.derive.targets.latex.printer import Printer
from orderode.derive.targets.latex.special import specialised
from orderode.derive.targets.latex.written import Letters

SYSTEMS = [(m, a) for m in ("fo_anil", "anil", "sgd", "pooled") for a in ("erf", "relu", "linear")]
ROW = re.compile(r"^\$(.+?)\$ & (.+?) \\\\$", re.M)
TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\S")
#: Marks of indices; those of units are alike, since the same array is written with those of either
#: network.
MARKS = {"path": "@", "square": "#", "nodes": "%"}


def system_of(model, activation):
    """What a page has: where there is one task, cumulants of many heads are in the code alone."""
    return of_random_tasks(evaluate_system.system_of(model, activation))


def page(name):
    return (GENERATED / "latex" / f"{name}.tex").read_text(encoding="utf-8")


def shape(latex, letters):
    """A symbol with a mark for the range of each index in place of the letter."""
    tokens = [t for t in TOKEN.findall(latex) if t not in ("{", "}", r"\,", r"\!")]
    return "".join(letters.get(t, t) for t in tokens)


def printed(system):
    """Name -> how the page writes it, for everything in the expressions of the system; indices
    apart."""
    write = Printer(system)
    found = {p.name: parameter_latex(p.symbol.name) for p in system.parameters}
    for source in (*system.inputs, *system.constants, *system.definitions):
        ranges = getattr(source, "ranges", None) or (
            (source.rng,) if hasattr(source, "rng") else ()
        )
        indices = (
            source.pieces[0].indices
            if hasattr(source, "pieces")
            else tuple(write.fresh(ranges, ()))
        )
        found[source.name] = write.element(source, indices)
    pieces = pieces_of(system)
    read = {n for p in pieces for n in names_read(p.expression)}
    flags = {p.flag: p.name for p in system.parameters if p.flag}
    limits = {
        s.name for p in pieces for i in p.expression.atoms(Index) for s in i.rng.size.free_symbols
    }
    unknown = {flags.get(n, n) for n in read} - set(found) - limits
    assert not unknown, f"the printer has no name for {unknown}"
    return found


def pieces_of(system):
    return [p for d in system.definitions for p in (*d.pieces, *d.update)]


def indices_of(system):
    """Range -> the letters that the expressions of the system, and the lines of the page, count
    with."""
    write, found = Printer(system), defaultdict(set)
    for piece in pieces_of(system):
        for i in (*piece.indices, *piece.expression.atoms(Index)):
            found[i.rng.name].add(write.notation.doprint(i))
    return found


def marks(system):
    return {x: MARKS.get(rng, ".") for rng, used in indices_of(system).items() for x in used}


def faults(system, text):
    """What a reader has to guess."""
    letters, rows = marks(system), ROW.findall(text)
    counted = {x for left, _ in rows for x in left.split(",")}
    lines = {shape(left, letters) for left, words in rows if len(words) > 3}
    shapes = {name: shape(latex, letters) for name, latex in printed(system).items()}
    # averages that show what they are the average of
    elements = Printer(system).notation.elements
    if any(left == r"\langle\cdot\rangle" for left, _ in rows):
        plain = {
            d.name
            for d in system.definitions
            if d.role.of_fields and elements[d.name].startswith(r"\langle")
        }
        shapes = {name: x for name, x in shapes.items() if name not in plain}
    found = [f"index {x}" for x in sorted(letters) if x not in counted]
    return found + [f"{name}, written {x}" for name, x in shapes.items() if x not in lines]


def collisions(system):
    """Two things written alike, and letters that count and name something too."""
    ranges, letters = indices_of(system), marks(system)
    meanings, names = defaultdict(set), defaultdict(set)
    words = {d.name: re.sub(r"(?<=z)_[a-z]", "", d.meaning) for d in system.definitions}
    for name, latex in printed(system).items():
        meanings[shape(latex, letters)].add(words.get(name, name))
        names[base(latex)].add(name)
    found = [f"{x} is {sorted(m)}" for x, m in meanings.items() if len(m) > 1]
    found += [f"{x} counts, and is {sorted(names[x])}" for x in sorted(letters) if names[x]]
    bare = {parameter_latex(p.symbol.name) for p in system.parameters}
    found += [
        f"{x} alone is a parameter, and one of {sorted(names[x])}"
        for x in sorted(bare)
        if len(names[x]) > 1
    ]
    twice = [x for x in letters if sum(x in used for used in ranges.values()) > 1]
    return [*found, *(f"{x} counts in two ranges" for x in sorted(twice))]


def base(latex):
    """The letter of a symbol, with its accent or font, without its scripts."""
    tokens = [t for t in TOKEN.findall(latex) if t not in ("{", "}")]
    return (
        " ".join(tokens[:2])
        if tokens[0] in (r"\bar", r"\tilde", r"\hat", r"\mathcal", r"\mathrm")
        else tokens[0]
    )


@pytest.mark.parametrize(("model", "activation"), SYSTEMS)
def test_every_symbol_of_the_equations_is_defined_on_their_page(model, activation):
    system = system_of(model, activation)
    assert not faults(system, page(system.name))


@pytest.mark.parametrize(("model", "activation"), SYSTEMS)
def test_a_symbol_has_one_meaning(model, activation):
    assert not collisions(system_of(model, activation))


# -- fixed points ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fixed_points():
    return {m.MODEL.name: fixed_point(m.MODEL) for m in (srf, one_step)}


def names_of(point):
    """All that the stages, the step and the spectra of a fixed-point system are written in, and
    what they give."""
    stages = (*point.stages, *point.spectra)
    read = [e for s in stages for e in s.expressions()] + [v.expression for v in point.step]
    indices = {str(i) for e in read for x in e.atoms(Indexed) for i in x.indices}
    found = (
        {s.name for e in read for s in e.free_symbols if isinstance(s, Symbol)} - indices - {"K"}
    )  # the number of groups, in limits of sums
    found |= {v.name for s in stages for v in (*s.nodes, *s.averages, *s.values)} | {
        v.name for v in point.step
    }
    return {n for n in found if not n.startswith("mean_") or not n[5:].isdigit()}


@pytest.mark.parametrize("name", ["srf", "one_step"])
def test_every_symbol_of_a_fixed_point_is_defined_on_its_page(name, fixed_points):
    """Entries of a matrix share a line; indices are left out."""
    point, text = fixed_points[name], page(name)
    letters = Letters(point.entries)
    rows = {
        re.sub(r",?[ijkl]+(?=\})|_[ijkl]$", "", left).replace("_{}", "")
        for left, words in ROW.findall(text)
        if len(words) > 3
    }
    shapes = {}
    for n in names_of(point):
        below = "_{" + "".join(map(str, point.entries[n][1])) + "}" if n in point.entries else ""
        shapes[n] = letters.symbol(n).removesuffix(below)
    lost = {
        n: x
        for n, x in shapes.items()
        if x not in rows
        and x.replace("{", "").replace("}", "")
        not in {r.replace("{", "").replace("}", "") for r in rows}
    }
    assert not lost
    assert "mean_{" not in text and "residual_{" not in text and "noise_{" not in text


@pytest.mark.parametrize("name", ["srf", "one_step"])
def test_a_symbol_of_a_fixed_point_is_written_for_one_thing(name, fixed_points):
    written = defaultdict(set)
    letters = Letters(fixed_points[name].entries)
    for n in names_of(fixed_points[name]):
        written[letters.symbol(n)].add(n)
    assert not {x: names for x, names in written.items() if len(names) > 1}


@pytest.mark.parametrize("name", ["srf", "one_step"])
def test_words_of_a_fixed_point_have_symbols_for_its_names(name):
    """The solvers' names of what is found stand nowhere on a page."""
    for end in ("", "_derivation"):
        assert not re.search(r"\b(Vh?[12]|F0|[ct][012]|h[012]|Q[12])\b", page(name + end))


# -- derivations -----------------------------------------------------------------------------------


#: What holds words on purpose, or a letter in a font of its own; and numbers of lines.
SET = re.compile(
    r"\\(?:mathrm|operatorname|text|texttt|mathsf|mathcal|begin|end)\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|[A-Za-z])"
)
COMMAND = re.compile(r"\\\\\[\w+\]|\\[A-Za-z]+\*?|\\.")
#: Letters side by side that are products: of weights, factors, inputs and labels.
PRODUCTS = {"JJ", "JB", "BB", "FF", "xC", "yxx", "xx", "yx", "yf", "cR"}
#: Letters side by side in scripts that are no indices: blocks of the covariance of one step,
#: directions of the corner.
BLOCKS = {"RR", "RQ", "Rw", "QQ", "Qw", "ww", "vv", "ve", "ee", "xx", "xy"}
# no English word of the code is made of four letters up to s alone, but these:
# the fifth and sixth of all fields are x and y
INDICES = re.compile("[a-s]{2,4}|[ijrs]{0,2}[xy]{1,2}")
ENGLISH = {"mean", "head", "node", "base", "gain", "loop", "rank", "spec", "gold", "lam", "chain"}


def formulas(text):
    """The formulas of a page without the words that are marked as such."""
    body = text[text.index(r"\begin{document}") :]
    displayed = re.findall(r"\\begin\{align\*\}(.*?)\\end\{align\*\}", body, re.S)
    rest = re.sub(r"\\begin\{align\*\}.*?\\end\{align\*\}", "", body, flags=re.S)
    inline = re.findall(r"(?<!\\)\$([^$]+)\$", rest.replace(r"\$", ""))
    for formula in (*displayed, *inline):
        yield COMMAND.sub(" ", SET.sub(" ", re.sub(r"\$[^$]*\$", "", formula)))


def levels(formula):
    """The letters on the line, and those of each sub- or superscript."""
    line, scripts, place = "", [], 0
    while place < len(formula):
        if formula[place] not in "_^":
            line += formula[place]
            place += 1
            continue
        start = place = place + 1
        depth = 0
        while place < len(formula):
            depth += {"{": 1, "}": -1}.get(formula[place], 0)
            place += 1
            if depth == 0:
                break
        scripts.append(formula[start:place])
        line += " "
    return line, scripts


def words(text):
    """Letters side by side in formulas that are neither a product, a differential nor indices."""
    found = set()
    for formula in formulas(text):
        line, scripts = levels(formula)
        for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", line):
            if word not in PRODUCTS and not re.fullmatch("d[A-Za-z]", word):
                found.add(word)
        for script in scripts:
            for inner in (script[1:-1] if script[:1] == "{" else script,):
                for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", inner):
                    if word not in BLOCKS and (word in ENGLISH or not INDICES.fullmatch(word)):
                        found.add("_" + word)
    return found


@pytest.mark.parametrize("path", sorted((GENERATED / "latex").glob("*.tex")), ids=lambda p: p.stem)
def test_no_page_shows_a_name_of_the_code(path):
    text = path.read_text(encoding="utf-8")
    assert not words(text)
    for name in (
        r"I_g\d",
        "P4w",
        r"q[34]x?_",
        "weights_",
        r"\{asin\}",
        "mean_[{0-9]",
        r"item \$[a-z ]{5,}\$",
    ):
        assert not re.search(name, text), (path.name, re.search(name, text)[0])


@pytest.mark.parametrize(
    "formula",
    [
        r"I_{g1g1xxg0g0}(\lambda_{k})",
        r"\sum_e g0n_{ea} weights_{e}",
        r"q3_{e} + P4w_{klab}",
        r"c0_{k}\,alphamean_1/beta",
        r"\eta_{rate}",
        r"x_{mean}",
    ],
)
def test_a_name_of_the_code_is_seen(formula):
    assert words(rf"\begin{{document}}\begin{{align*}}{formula}\end{{align*}}")
    assert words(rf"\begin{{document}} ${formula}$")
    assert not words(
        r"\begin{document}"
        r" $\frac{dR_{kn}}{d\alpha}=\mathrm{miss}^{\mathrm{new}}_{klab}+JB^{\mathsf T}$"
    )


def test_the_pages_state_what_a_reader_needs_to_get_the_numbers():
    """The loop and how often it is made, the steps with their scales, the numbers of every rule."""
    text, system = page("fo_anil"), system_of("fo_anil", "erf")
    assert (
        r"h_{k} \leftarrow{}&" in text
        and "$S$ times, each from the values of the round before" in text
    )
    assert (
        r"\frac{\eta_{J}}{\sqrt N}\,\frac1{V}\sum_{\nu}" in text
        and r"\frac{\eta_{w}}{P}\sum_{\mu}" in text
    )
    assert (
        r"\frac{\eta_{0}}{N}\,\frac1{V}\sum_{\nu}" in text and r"\frac{\eta_{J}\,\kappa}{N}" in text
    )
    for constant in system.constants:
        assert all(number(value) in text for value in constant.values), constant.name


@pytest.mark.parametrize(
    ("model", "activation", "values"),
    [
        ("fo_anil", "erf", {"P": math.inf, "V": math.inf, "w0": 0, "mean": 0, "inner_steps": 1}),
        ("sgd", "relu", {"V": 1, "noise": 0, "kurtosis": 3}),
        ("pooled", "linear", {}),
        ("anil", "erf", {"decay": 0.5}),
    ],
)
def test_every_symbol_of_the_compact_form_is_defined_on_its_page(model, activation, values):
    whole = system_of(model, activation)
    text, part = special(whole, values), specialised(whole, values)
    slopes = {d.name for d in part.definitions if d.role.is_result}
    assert [f for f in faults(part, text) if f.split(",")[0] not in slopes] == []
    for name, value in values.items():
        if math.isfinite(value) and name in {p.name for p in whole.parameters}:
            assert f"{parameter_latex(name)}=" in text
