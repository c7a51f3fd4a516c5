"""ANIL beside FO-ANIL: the page that subtracts one system from the other."""

import re

import pytest
from evaluate_system import system_of
from sympy import Add, Symbol

from orderode.derive.ir.limits import at_infinity
from orderode.derive.targets.latex.comparison import compare
from orderode.derive.targets.latex.printer import flat_sums
from orderode.models.catalogue import GENERATED

ACTIVATIONS = ("erf", "relu", "linear")


def terms(expression):
    return set(Add.make_args(expression)) - {0}


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_columns_add_up(activation):
    """The left one is FO-ANIL's own, and both together are ANIL's, each term in one of them."""
    full, part = (at_infinity(system_of(name, activation), "P") for name in ("anil", "fo_anil"))
    rows = {r.definition.name: r for r in compare(full, part)}
    assert set(rows) == {"A", "dw0", "eps_g"} | (
        {"E"} if "E" in [d.name for d in full.definitions] else set()
    )
    for name, row in rows.items():
        assert terms(row.shared) == terms(flat_sums(part[name].piece.expression))
        assert terms(row.shared) | terms(row.added) == terms(flat_sums(full[name].piece.expression))
        assert not terms(row.shared) & terms(row.added)
        assert terms(row.shared)
        inner = Symbol("eta_w", nonnegative=True)
        assert all(inner in t.free_symbols for t in terms(row.added)), (
            "what is added moves with the inner loop"
        )
    assert len(terms(rows["A"].added)) == 2 and len(terms(rows["dw0"].added)) == 1


def test_systems_that_do_not_contain_each_other_are_refused():
    with pytest.raises(ValueError, match="A of fo_anil does not contain that of anil"):
        compare(system_of("fo_anil", "erf"), system_of("anil", "erf"))


def equation(text, left):
    """The summands of the first equation of that left side."""
    start = text.index(left + " ={}& ") + len(left + " ={}& ")
    body = re.split(r"\\\\\[4pt\]|\\end\{align", text[start:])[0]
    return lines(body)


def lines(body):
    """What stands between signs outside brackets, also on one line."""
    found, depth = [""], 0
    for token in re.findall(r"\\[{}]|[{}()]| [+-] |.", re.sub(r"\\\\|&|\n", " ", body)):
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(token, 0)
        if depth == 0 and token in (" + ", " - "):
            found.append("- " * (token == " - "))
        else:
            found[-1] += token
    return [" ".join(x.split()) for x in found if x.strip()]


@pytest.mark.parametrize(
    "left", ["A_{ki}", "E_{kl}", r"\frac{dw^0_{k}}{d\alpha}", r"\varepsilon_g"]
)
def test_the_lines_of_both_columns_are_those_of_the_page_of_anil(left):
    page = (GENERATED / "latex" / "anil_beside_fo_anil.tex").read_text(encoding="utf-8")
    own = (GENERATED / "latex" / "anil.tex").read_text(encoding="utf-8")
    shared = equation(page, left)
    _, _, after = page[page.rindex(left + " ={}& ") :].partition(r"\begin{align*}")
    added = [x for x in lines(after.split(r"\end{align*}")[0]) if x != "0"]
    assert sorted([*shared, *added]) == sorted(equation(own, left))
    first = (GENERATED / "latex" / "fo_anil.tex").read_text(encoding="utf-8")
    assert sorted(shared) == sorted(x for x in equation(first, left) if r"\Delta" not in x)
