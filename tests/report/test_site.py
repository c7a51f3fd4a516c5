"""The report: a page for each system, all formulas set, nothing clipped."""

import html
import json
import re
import subprocess

import pytest
from browser import Browser
from click.testing import CliRunner
from generated_c import need
from good_problem import GOOD

from orderode.cli import main
from orderode.models.catalogue import GENERATED
from orderode.report.described import systems
from orderode.report.live import LIVE
from orderode.report.site import KATEX
from orderode.report.tex import sections

NAMES = [entry["name"] for entry in systems()]
FORMULA = re.compile(r'<(div|span) class="tex">(.*?)</\1>', re.S)
#: One of each kind, and the longest.
LOOKED_AT = [
    ("sgd", 1280, "dark"),
    ("phase_retrieval_square", 1280, "light"),
    ("one_step", 390, "dark"),
    ("fo_anil", 390, "light"),
]
UNFOLDED = """
for (const part of document.querySelectorAll("details")) {
    part.open = true;
    shown(part);
}
return {faults, left: document.querySelectorAll(".tex:not([data-set])").length, set: document.querySelectorAll(".tex .katex").length,
    over: document.documentElement.scrollWidth - innerWidth};
"""
SETS = """
const katex = require(process.argv[1]);
const faults = [];
for (const [display, source] of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
    try {
        katex.renderToString(source, {displayMode: display, throwOnError: true, strict: "error"});
    } catch (fault) {
        faults.push(fault.message);
    }
}
console.log(JSON.stringify(faults));
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """With a comparison that was made before, in a folder that is moved afterwards."""
    folder = tmp_path_factory.mktemp("site") / "report"
    compared = tmp_path_factory.mktemp("results")
    (compared / "good.toml").write_text(GOOD, encoding="utf-8")
    (compared / "broken").mkdir()
    (compared / "broken" / "comparison.json").write_text("{")
    place = str(compared / "good")
    CliRunner().invoke(main, ["compare", str(compared / "good.toml"), "--out", place, "-q"])
    line = ["report", "--out", str(folder), "--results", str(compared)]
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.output
    assert len(done.output.splitlines()) == len(NAMES) + len(LIVE) + 1
    return folder.rename(folder.with_name("moved"))


def text_of(report, name):
    return (report / f"{name}.html").read_text(encoding="utf-8")


def test_every_system_has_a_page_that_needs_no_network(report):
    index = text_of(report, "index")
    for name in NAMES:
        text = text_of(report, name)
        assert f'href="{name}.html"' in index and "@@" not in text
        assert len(text.encode()) < 2_000_000 and not re.search("https?://", text)
        for path in re.findall(r'(?:href|src)="([^"#]+)"', text):
            assert (report / path).is_file(), path
    assert "Permission is hereby granted" in (report / "katex" / "LICENSE").read_text()


def test_a_comparison_is_on_the_page_of_what_it_judged(report):
    text = text_of(report, "fo_anil")
    assert "<h2>Theory against simulation</h2>" in text
    assert "<code>good</code>: theory and simulation agree." in text
    assert (report / "figures" / "good.png").read_bytes().startswith(b"\x89PNG")
    assert ">agree</td>" in text_of(report, "index")
    assert "Theory against simulation" not in text_of(report, "sgd")
    assert re.search("additions, [0-9]+ multiplications", text)


def test_a_page_has_all_that_the_pages_of_latex_have(report):
    """Each display, in its order; no command is left in the text."""
    for name in NAMES:
        text = text_of(report, name)
        wanted = []
        for file in (f"{name}.tex", f"{name}_derivation.tex"):
            source = (GENERATED / "latex" / file).read_text(encoding="utf-8")
            wanted += re.findall(r"\\begin\{align\*\}\n(.*?)\n\\end\{align\*\}", source, re.S)
        shown = [html.unescape(x) for kind, x in FORMULA.findall(text) if kind == "div"]
        assert [x.split("\n", 1)[1].rsplit("\n", 1)[0] for x in shown] == wanted
        body = text.split("<body>")[1].split("<script")[0]
        assert "\\" not in FORMULA.sub("", body)


def test_a_command_that_pages_do_not_have_is_refused():
    with pytest.raises(ValueError, match=r"\\footnote"):
        sections("\\subsection*{One}\nText\\footnote{more}.")


@pytest.mark.slow
def test_every_formula_of_every_page_can_be_set(report):
    need("node")
    formulas = set()
    for name in NAMES:
        for kind, source in FORMULA.findall(text_of(report, name)):
            formulas.add((kind == "div", html.unescape(source)))
    assert len(formulas) > 1000
    done = subprocess.run(
        ["node", "-e", SETS, str(KATEX / "katex.min.js")],
        input=json.dumps(sorted(formulas)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == []


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.mark.slow
@pytest.mark.parametrize(("name", "width", "scheme"), LOOKED_AT)
def test_a_page_in_a_browser(name, width, scheme, report, browser):
    """All parts unfolded: no formula that is not set, nothing wider than the page, no complaint."""
    browser.open(report / f"{name}.html", width, scheme=scheme)
    found = browser.run(UNFOLDED)
    formulas = len(FORMULA.findall(text_of(report, name)))
    assert found == {"faults": [], "left": 0, "set": found["set"], "over": 0}
    assert found["set"] >= formulas and browser.complaints() == []
