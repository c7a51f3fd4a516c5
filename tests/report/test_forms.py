"""Emitted pages in words and signs, and as one file for a browser."""

import re
from pathlib import Path

import pytest
from browser import Browser

from orderode.errors import NotAvailable
from orderode.models.catalogue import GENERATED
from orderode.report.forms import written
from orderode.report.plain import plain

PAGES = sorted((GENERATED / "latex").glob("*.tex"))


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\frac{dR_{kn}}{d\alpha}", "dR_kn/dα"),
        (r"- \eta_{J} \sum_{j} \Gamma^0_{kj} I_{3}(z_{i}, z_{j})", "- η_J Σ_j Γ⁰_kj I_3(z_i, z_j)"),
        (r"\frac{2}{\pi} \arcsin\!\left(\frac{C_{ij}}{\sqrt{C_{ii} + 1}}\right)", None),
        (r"C_{ij\cdot k}", "C_[ij·k]"),
        (r"\langle(u_n-\bar u_n)^4\rangle/U_{nn}^2", "⟨(u_n - ū_n)⁴⟩/U_nn²"),
        (r"N^{-1/2}\sum\psi_kx", "N^(-1/2) Σ ψ_k x"),
        (r"\text{loss of $P$ samples}", "loss of P samples"),
        (r"\operatorname{erf}(x/\sqrt2)", "erf(x/√2)"),
        (r"\left. x\right|_{y}", "x|_y"),
    ],
)
def test_formulas(latex, signs):
    signs = signs or "2/π arcsin(C_ij/√(C_ii + 1))"
    assert "".join(c for c in plain(latex)) == re.sub("ū", "u\u0304", signs)


def test_every_page_in_words():
    """No command, bracket or mark of LaTeX is left; headings, symbols and equations are there."""
    for path in PAGES:
        text = written(path.read_text(encoding="utf-8"), "text")
        assert not re.search(r"[\\{}&$\x05\x06]", text), path.name
    text = written((GENERATED / "latex" / "sgd.tex").read_text(encoding="utf-8"), "text")
    assert "\nThe equations\n-------------\n" in text
    assert "\n    dR_kn/dα = A_kn - κ η_J R_kn\n" in text
    assert re.search("\n    η_J +rate of the first layer\n", text)


def test_a_body_is_latex():
    with pytest.raises(NotAvailable, match="a body is LaTeX"):
        written("", "html", body=True)


@pytest.mark.slow
def test_one_file_in_a_browser(tmp_path):
    """It loads nothing, all formulas are set, nothing is clipped."""
    file = Path(tmp_path / "sgd.html")
    page = written((GENERATED / "latex" / "sgd.tex").read_text(encoding="utf-8"), "html")
    file.write_text(page, encoding="utf-8")
    assert len(page) < 2_000_000 and "@@" not in page
    assert not re.search(r"(?:href|src)=|url\((?!data:)|@import", page.split("<script>")[0])
    with Browser(tmp_path / "profile") as browser:
        browser.open(file, 390)
        found = browser.run(
            "return [faults, document.querySelectorAll('.tex:not([data-set])').length,"
            " document.querySelectorAll('.tex .katex').length,"
            " document.documentElement.scrollWidth - innerWidth];"
        )
        faults, left, shown, over = found
        assert faults == [] and left == 0 and shown > 50 and over == 0
        assert browser.complaints() == []
