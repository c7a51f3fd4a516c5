"""Writing generated/: byte-identical regeneration, the check, whole files only, strict templates,
headers, LaTeX."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jinja2
import pytest
from evaluate_system import fo_anil_system, rendered, system_of

from orderode.derive import VERSION, pipeline
from orderode.derive.__main__ import main
from orderode.derive.dynamics.derive import derive
from orderode.derive.folder import check, emitted_files, write
from orderode.derive.gaussian.activations import polynomial
from orderode.derive.models import sgd
from orderode.derive.targets import emit, templates
from orderode.derive.targets.latex import flow, layout
from orderode.derive.targets.latex import templates as pages
from orderode.derive.targets.latex.convention import card
from orderode.models.catalogue import GENERATED

NAMES = [
    "c/fo_anil.c",
    "c/fo_anil.h",
    "latex/fo_anil.tex",
    "latex/fo_anil_derivation.tex",
    "manifest.json",
    "numpy/fo_anil.py",
]


@pytest.fixture(scope="module")
def recorded():
    """The files of FO-ANIL, and by template all contexts it was rendered with."""
    contexts, render = {}, jinja2.Template.render

    def render_and_keep(template, context):
        contexts.setdefault(template.name, []).append(context)
        return render(template, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Template, "render", render_and_keep)
        files = rendered([fo_anil_system()])
        flow.beside(system_of("anil", "erf"), fo_anil_system(), {"version": VERSION})
        emit.special(fo_anil_system(), {"noise": 0.5})
        rendered([system_of("giant_step", "linear")])
    return files, contexts


@pytest.fixture(scope="module")
def files(recorded):
    return recorded[0]


@pytest.fixture
def folder(files, tmp_path):
    write(files, tmp_path)
    return tmp_path


def command(*arguments, seed="random", cwd=None):
    environment = os.environ | {"PYTHONHASHSEED": seed}
    line = [sys.executable, "-m", "orderode.derive", *map(str, arguments)]
    return subprocess.Popen(
        line, env=environment, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def contents(folder):
    return {name: (folder / name).read_bytes() for name in emitted_files(folder)}


# -- regeneration ----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ["fo_anil_linear", "sgd_relu"])
def test_a_fresh_process_with_another_hash_seed_emits_the_same_bytes(name, tmp_path):
    """Started elsewhere; ``make check`` does so with all systems."""
    model, activation = name.rsplit("_", 1)
    chosen = ("--model", model, "--activation", activation, "--out", tmp_path / "made")
    process = command(*chosen, seed="4294967295", cwd=tmp_path)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    made, committed = contents(tmp_path / "made"), contents(GENERATED)
    del made["manifest.json"]
    assert f"c/{name}.c" in made and made == {path: committed[path] for path in made}


def test_the_check_finds_just_what_was_changed(tmp_path, monkeypatch, capsys):
    """Three changes; the exit status says so, and nothing is written.  It asks for everything to be
    derived anew."""
    texts = {path: content.decode() for path, content in contents(GENERATED).items()}
    folder, asked = tmp_path / "generated", []
    monkeypatch.setattr(pipeline, "everything", lambda **how: (asked.append(how), (texts, []))[1])
    shutil.copytree(GENERATED, folder)
    assert main(["--check", "--out", str(folder)]) == 0
    change(folder / "numpy/fo_anil.py")
    (folder / "c/fo_anil.h").unlink()
    (folder / "latex/gone.tex").write_text("orphan\n")
    before = contents(folder)
    assert main(["--check", "--out", str(folder)]) == 1
    out, errors = capsys.readouterr()
    assert "3 differ" in out and asked == 2 * [{"anew": True}]
    assert "numpy/fo_anil.py" in errors and "c/fo_anil.h" in errors and "latex/gone.tex" in errors
    assert contents(folder) == before and set(NAMES) - {"c/fo_anil.h"} <= set(before)


@pytest.mark.slow
def test_what_is_rendered_here_is_what_is_checked_in(files):
    committed = contents(GENERATED)
    for name, text in files.items():
        assert name == "manifest.json" or text.encode() == committed[name]


# -- the check -------------------------------------------------------------------------------------


def test_check_accepts_an_identical_folder(files, folder, capsys):
    assert check(files, folder) == 0
    assert capsys.readouterr().out == "26 files regenerated, 0 differ\n"


def change(path):
    """One byte, in the middle."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGE = {
    "a changed byte": ("c/fo_anil.c", change),
    "a missing file": ("latex/fo_anil.tex", Path.unlink),
    "an orphan": ("numpy/other.py", lambda p: p.write_text("x = 1\n")),
    "an empty orphan": ("c/other.h", Path.touch),
    "a missing final newline": ("manifest.json", lambda p: p.write_bytes(p.read_bytes()[:-1])),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_check_fails_on(what, files, folder, capsys):
    name, damage = DAMAGE[what]
    damage(folder / name)
    assert check(files, folder) == 1
    assert "1 differ" in capsys.readouterr().out


def test_check_ignores_caches(files, folder):
    (folder / "numpy/__pycache__").mkdir()
    (folder / "numpy/__pycache__/fo_anil.cpython-311.pyc").write_bytes(b"x")
    assert check(files, folder) == 0


# -- writing ---------------------------------------------------------------------------------------


def test_write_touches_changed_files_only(files, folder):
    for name in files:
        os.utime(folder / name, ns=(10**18, 10**18))
    assert write(files, folder) == []
    changed = files | {"c/fo_anil.h": files["c/fo_anil.h"] + "/* more */\n"}
    assert write(changed, folder) == ["c/fo_anil.h"]
    old = {name for name in files if (folder / name).stat().st_mtime_ns == 10**18}
    assert old == set(files) - {"c/fo_anil.h"}
    assert (folder / "c/fo_anil.h").read_text().endswith("/* more */\n")


def test_write_deletes_orphans_and_leaves_what_is_not_its_own(files, folder):
    for name in ("c/old.c", "numpy/old.py", "c/README.md"):
        (folder / name).write_text("x\n")
    assert sorted(write(files, folder)) == ["c/old.c", "numpy/old.py"]
    assert (folder / "c/README.md").is_file()
    assert sorted(emitted_files(folder)) == sorted(files)


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_failed_write_leaves_the_old_file_and_no_temporary(files, folder, monkeypatch, failing):
    everything = sorted(p.relative_to(folder) for p in folder.rglob("*"))

    def fail(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="no space left"):
        write(files | {"c/fo_anil.c": "different\n"}, folder)
    assert sorted(p.relative_to(folder) for p in folder.rglob("*")) == everything
    assert (folder / "c/fo_anil.c").read_text() == files["c/fo_anil.c"]


# -- templates -------------------------------------------------------------------------------------


TEMPLATES = sorted(
    p.relative_to(templates.TEMPLATES).as_posix() for p in templates.TEMPLATES.rglob("*.j2")
)


# Templates of fixed points have the same test of their own.
@pytest.mark.parametrize("name", [t for t in TEMPLATES if not re.search("fixed_point|spectrum", t)])
def test_an_undefined_name_in_a_template_raises(name, recorded, tmp_path, monkeypatch):
    """Every template, and those that are part of another one, with what it is given."""
    shutil.copytree(templates.TEMPLATES, tmp_path / "templates")
    latex = name.startswith("latex")
    with open(tmp_path / "templates" / name, "a", encoding="utf-8") as stream:
        stream.write("<< misspelt >>\n" if latex else "{{ misspelt }}\n")
    monkeypatch.setattr(templates, "TEMPLATES", tmp_path / "templates")
    environment = (pages if latex else templates).environment()
    with pytest.raises(jinja2.UndefinedError, match="misspelt"):
        for template, contexts in recorded[1].items():
            if template.startswith("latex") == latex:
                for context in (contexts[0], contexts[-1]):  # a map's is the last
                    environment.get_template(template).render(context)


def test_templates_get_strings_numbers_and_lists_only(recorded):
    """Every value that reaches a template, however deep: no SymPy object, no callable."""

    def walk(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                assert isinstance(key, str)
                walk(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                walk(inner)
        elif dataclasses.is_dataclass(value):
            walk(dataclasses.asdict(value))
        else:
            assert value is None or type(value) in (
                str,
                int,
                bool,
            ), f"{value!r} is a {type(value).__name__}"

    for contexts in recorded[1].values():
        walk(contexts)
    assert sum(map(len, recorded[1].values())) == 38


# -- headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [n for n in NAMES if n != "manifest.json"])
def test_headers_say_what_a_reader_needs(name, files):
    system, text = fo_anil_system(), files[name]
    head = text[:2500] if name.endswith((".h", ".py")) else text
    assert (
        system.digest in head
        and f"orderode {VERSION}" in head
        and "MIT-0" in head
        and "Do not edit" in head
    )
    if name.endswith((".h", ".py")):
        for line in system.convention:
            assert line.subject in head and line.text in head
        for closure in system.closures:
            assert closure.name in head and closure.statement in head
        assert "upper" in head and "row by row" in head, "the order of the state"
        assert system.reference in head
    if name == "latex/fo_anil.tex":
        assert all(line["latex"] in text for line in card(system))


@pytest.mark.parametrize("name", NAMES)
def test_no_date_path_user_or_host(name, files):
    text = files[name]
    assert not re.search(r"\b(19|20)\d\d-\d\d-\d\d\b|\b\d\d:\d\d:\d\d\b", text)
    assert not re.search(r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}\b", text)
    assert not re.search(r"/(home|root|tmp|usr|work|Users)/|[A-Z]:\\\\", text)
    private = {
        str(Path.home()),
        os.getcwd(),
        os.environ.get("USER", ""),
        os.uname().nodename,
        sys.prefix,
    }
    assert not any(x in text for x in private if len(x) > 4)
    assert text.endswith("\n") and "\r" not in text and "\t" not in text
    assert not any(line != line.rstrip() for line in text.splitlines()), "trailing blanks"


def test_numbers_are_printed_to_17_digits(files):
    """2/pi, 4/pi^2 and the nodes and weights of the path read back to the nearest double."""
    from math import pi, sqrt

    constants = fo_anil_system().constants
    tables = {abs(float(v)) for c in constants for v in c.values}
    assert len(tables) == 50  # of ten nodes, of twice four Gaussians and of seven
    for name in ("c/fo_anil.c", "numpy/fo_anil.py"):
        found = {float(x) for x in re.findall(r"\b0\.\d{10,}", files[name])}
        assert found - tables - {sqrt(0.5)} == {2 / pi, 4 / pi**2} and found >= {
            v for v in tables if 0.01 < v < 1
        }


def test_the_manifest_agrees_with_the_files(files):
    import hashlib
    import json

    manifest = json.loads(files["manifest.json"])
    (entry,) = manifest["systems"]
    assert entry["digest"] == fo_anil_system().digest
    assert sorted(entry["files"]) == sorted(set(files) - {"manifest.json"}) and set(NAMES) <= set(
        files
    )
    for name, digest in entry["files"].items():
        assert hashlib.sha256(files[name].encode()).hexdigest() == digest
    assert [p["name"] for p in entry["parameters"]] == [
        "eta_J",
        "eta_w",
        "eta_0",
        "noise",
        "decay",
        "V",
        "P",
        "first_order",
        "inner_steps",
    ]


# -- LaTeX -----------------------------------------------------------------------------------------


TEX = [n for n in NAMES if n.endswith(".tex")]


@pytest.mark.parametrize("name", TEX)
def test_braces_and_environments_balance(name, files):
    text = re.sub(r"\\[{}\\]", "", files[name])
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    stack = []
    for kind, environment in re.findall(r"\\(begin|end)\{([\w*]+)\}", files[name]):
        if kind == "begin":
            stack.append(environment)
        else:
            assert stack.pop() == environment
    assert not stack
    assert len(re.findall(r"\\left\b", text)) == len(re.findall(r"\\right\b", text))
    assert text.count("$") % 2 == 0


def test_each_term_has_a_line_of_its_own(files):
    """Inside the equations, behind their compact form, no line holds a second summand outside
    brackets."""
    compact, heading, whole = files["latex/fo_anil.tex"].partition(r"\subsection*{The algorithm}")
    assert heading and r"\begin{align*}" in compact
    lines = [
        line
        for block in re.findall(r"\\begin\{align\*\}(.*?)\\end\{align\*\}", whole, re.S)
        for line in block.splitlines()
        if line.strip()
    ]
    assert len(lines) > 30
    for line in lines:
        _, _, right = line.partition("&")
        right = re.sub(r"\\\\(\[\d+pt\])?$", "", right).replace("{}", "").lstrip("= ").lstrip("+- ")
        depth, plain = 0, ""
        for character in right.replace(r"\left(", "{").replace(r"\right)", "}"):
            depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(character, 0)
            plain += character if depth == 0 else ""
        assert not re.search(r"[+]| - ", plain), line


def compile_page(page, folder):
    """With pdflatex; no line may run out of the page by more than 1 pt, and no formula over its
    end."""
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex not found: only the balance of braces and environments was checked")
    line = [
        "pdflatex",
        "-interaction=nonstopmode",
        "-halt-on-error",
        f"-output-directory={folder}",
        page,
    ]
    done = subprocess.run(
        line, capture_output=True, text=True, check=False, cwd=folder, errors="replace"
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert (folder / page.with_suffix(".pdf").name).stat().st_size > 10_000
    said = (folder / page.with_suffix(".log").name).read_text(encoding="utf-8", errors="replace")
    wide = [
        float(x) for x in re.findall(r"Overfull \\[hv]box \(([\d.]+)pt too (?:wide|high)\)", said)
    ]
    assert max(wide, default=0.0) <= 1.0, f"lines run out of the page by {max(wide)} pt"


PAGES = (
    "fo_anil",
    "fo_anil_derivation",
    "anil_derivation",
    "anil_relu_derivation",
    "anil_beside_fo_anil",
    "one_step",
    "srf",
)


@pytest.mark.parametrize("name", PAGES)
def test_pdflatex_compiles(name, tmp_path):
    compile_page(GENERATED / "latex" / f"{name}.tex", tmp_path)


@pytest.mark.slow
def test_pdflatex_compiles_every_page(tmp_path):
    """All 85 of them in 40 s of a processor: tables of conventions ran out of the page."""
    pages = sorted((GENERATED / "latex").glob("*.tex"))
    assert {*PAGES} < {page.stem for page in pages}
    for page in pages:
        if "\\documentclass" in page.read_text(encoding="utf-8"):
            compile_page(page, tmp_path)


def test_pages_of_a_polynomial_fit(tmp_path):
    """Its averages have up to a hundred terms."""
    written = rendered([derive(sgd.MODEL, polynomial("0.05,1,-0.2,0.15"))])
    write({name: text for name, text in written.items() if name.endswith(".tex")}, tmp_path)
    pages = sorted((tmp_path / "latex").glob("*.tex"))
    assert len(pages) == 2
    for page in pages:
        compile_page(page, tmp_path)


def test_width_is_an_estimate_of_what_pdflatex_sets(tmp_path):
    """Not too small, which lets lines run out of the page, and not much too large."""
    formulas = [
        r"\frac{81 C_{ab}^{2} C_{cd} \left(\frac{9 C_{cc}}{20} + 1\right)}{200}",
        (
            r"\eta_{J} \eta_{w} \Gamma^\times_{jk} I_{2}(\lambda_{l}, z_{j}) I_{3}(\lambda_{k},"
            r" z_{i}, \lambda_{l})"
        ),
        (
            r"\left\langle x_{a} x_{b} \operatorname{sign}{\left(x_{a} \right)} \right\rangle_{C} +"
            r" C_{bb\mid a}"
        ),
        (
            r"\frac{2 \operatorname{asin}{\left(\frac{C_{ab}}{\sqrt{C_{aa} + 1} \sqrt{C_{bb} + 1}}"
            r" \right)}}{\pi}"
        ),
    ]
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex not found: it sets the widths to compare with")
    boxes = "\n".join(
        rf"\setbox0\hbox{{$\displaystyle {f}$}}\message{{WIDTH=\the\wd0;}}" for f in formulas
    )
    page = rf"\documentclass[11pt]{{article}}\usepackage{{amsmath}}\begin{{document}}{boxes}\end{{document}}"
    (tmp_path / "widths.tex").write_text(page)
    line = ["pdflatex", "-interaction=nonstopmode", "widths.tex"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=tmp_path)
    wanted = [float(x) for x in re.findall(r"WIDTH=([\d.]+)pt", done.stdout.replace("\n", ""))]
    assert len(wanted) == len(formulas)
    for formula, size in zip(formulas, wanted, strict=True):
        assert 0.97 * size <= layout.width(formula) <= 1.3 * size, formula
