"""What an author writes in a model file, in emitted files: titles and meanings in any letters,
names that clash.

The words reach comments of C, docstrings of Python and text of LaTeX; each has marks that end or
break those.
"""

import dataclasses
import importlib.util
import re
import shutil
import subprocess

import pytest

from orderode.derive import pipeline
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.folder import write
from orderode.derive.gaussian.activations import LINEAR
from orderode.derive.language import Descent, Observable, Rate
from orderode.derive.models import setting, sgd
from orderode.derive.targets.c.text import spelled as in_c
from orderode.derive.targets.latex.text import spelled as in_latex
from orderode.derive.targets.numpy.text import spelled as in_python

WORDS = (
    '50 % of η_J & #1 {~a\\b^2} <$x$> "quoted" """ \'\'\' */ /* ??/ ??) // \\\nnext line, Grüße,'
    " 中, ∇, →∞\\"
)


def model(name="rate_x", meaning="x", observable="eps_g", latex=r"\varepsilon_g", **changes):
    """Online gradient descent of a scaled loss: the smallest model with a parameter of its own."""
    rate = Rate(name, meaning, default=1)

    def loss(head, samples):
        return rate * setting.loss(head, samples)

    made = dataclasses.replace(
        sgd.MODEL,
        name="worded",
        outer=Descent(
            setting.learner, sgd.start, rate=setting.eta_J, loss=loss, samples=setting.query
        ),
        observables=(Observable(observable, setting.error, sgd.start, meaning, latex),),
        parameters=(rate,),
    )
    return dataclasses.replace(made, **changes)


def emitted(algorithm, folder):
    check_model(algorithm)
    work = pipeline.made([algorithm], LINEAR)
    write(work.part[0], folder)
    return work.systems[0]


@pytest.fixture(scope="module")
def worded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worded")
    return emitted(model(meaning=WORDS, title=WORDS, reference=WORDS), folder), folder


@pytest.mark.slow
def test_the_c_compiles(worded):
    _, folder = worded
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not compiler:
        pytest.skip("gcc and cc not found")
    sources = sorted((folder / "c").glob("worded_linear*.c"))
    assert len(sources) > 1
    flags = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
    done = subprocess.run(
        [compiler, *flags, *map(str, sources)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_module_is_imported_and_says_it(worded):
    system, folder = worded
    path = folder / "numpy" / "worded_linear.py"
    spec = importlib.util.spec_from_file_location("worded_linear", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.__doc__.startswith("50 % of η_J & #1") and "Grüße, 中" in module.__doc__
    assert module.DIGEST == system.digest
    assert "Grüße" in module.eps_g.__doc__


def test_the_pages_compile(worded):
    _, folder = worded
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex not found")
    for name in ("worded_linear", "worded_linear_derivation"):
        line = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"latex/{name}.tex"]
        done = subprocess.run(
            line, capture_output=True, text=True, check=False, cwd=folder, errors="replace"
        )
        assert done.returncode == 0, done.stdout[-1500:]
        assert "Missing character" not in (folder / f"{name}.log").read_text(errors="replace")


def test_words_of_a_page_are_all_there(worded):
    """In text; the rate is a word in formulas."""
    text = (worded[1] / "latex" / "worded_linear.tex").read_text(encoding="utf-8")
    for part in (
        r"50 \% of $\eta$\_J \& \#1 \{",
        r"$<$\$x\$$>$",
        "Grüße",
        r"\texttt{U+4E2D}",
        r"$\to$$\infty$",
    ):
        assert text.count(part) >= 3, part
    assert r"\mathrm{rate}_{x}" in text and "rate_{x}" not in text.replace(r"\mathrm{rate}_{x}", "")


@pytest.mark.parametrize("spelled", [in_c, in_python, in_latex])
def test_plain_words_stay_as_they_are(spelled):
    assert (
        spelled("weight decay of the first layer, 1/P (Saad 1995): it's +-2")
        == "weight decay of the first layer, 1/P (Saad 1995): it's +-2"
    )
    assert "\n" not in spelled("a\r\n\tb\x0bc\u2028d") and "\x00" not in spelled("a\x00b")


def test_a_comment_of_c_holds_any_words():
    for text in (WORDS, "*/", "/", "*", "a*", "**/", "/*/", "????/", "\\", "x" * 10 + "?"):
        written = f"/* {in_c(text)}*/"
        assert written.count("*/") == 1 and written.count("/*") == 1 and "??" not in written


def test_a_docstring_holds_any_words():
    for text in (WORDS, '"', '"""', "\\", "\\N{x}", "a\\"):
        assert compile(f'"""{in_python(text)}"""', "words", "eval")


TAKEN = [
    "sqrt",
    "NULL",
    "NAN",
    "linux",
    "M_PI",
    "errno",
    "h",
    "k",
    "isfinite",
    "DBL_MAX",
    "EINVAL",
    "erf",
    "parameters",
    "spread",
    "shares",
]


@pytest.mark.parametrize(
    "name", [*TAKEN, "parameters", "lambda", "sum", "int", "naïve", "2x", "_x"]
)
def test_names_that_code_cannot_hold_are_refused(name):
    for faulty in (model(name=name), model(observable=name)):
        with pytest.raises(
            ModelError, match=f"{re.escape(repr(name))} cannot name a parameter or an observable: "
        ):
            check_model(faulty)


@pytest.mark.parametrize("latex", ["", "$x$", "a}", "{", "50 %", "a\nb", r"a \\ b"])
def test_an_observable_is_written_as_a_formula(latex):
    with pytest.raises(ModelError, match="which is no formula"):
        check_model(model(latex=latex))


@pytest.mark.slow
def test_a_letter_of_the_pages_is_a_word_where_an_author_takes_it(tmp_path):
    """A rate called beta is not written as the fields of the teacher are, nor one called sigma as
    the noise."""
    for name in ("beta", "sigma"):
        emitted(model(name=name), tmp_path)
        page = (tmp_path / "latex" / "worded_linear.tex").read_text(encoding="utf-8")
        assert rf"$\mathrm{{{name}}}$ & x" in page
    emitted(model(name="gamma"), tmp_path)
    assert r"$\gamma$ & x" in (tmp_path / "latex" / "worded_linear.tex").read_text(encoding="utf-8")
