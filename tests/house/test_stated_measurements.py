"""Measured numbers of pages, measured again by the program that the page names, with a part of its
samples: they may differ by five standard errors of both.  What is said without an error, a root mean
square, may differ by what it scatters by in so few samples."""

import re

import pytest
from pages import module, number, precision, said, tables

from orderode.certify.level import LEVEL

FIVE = 5.0


def near(page, found, se):
    """A number of a page, with its error where it states one, beside what was found."""
    value, _, error = page.partition(" ± ")
    spread = (number(error) if error else 0.0) ** 2 + se**2
    return abs(number(value) - found) < FIVE * spread**0.5 + precision(value)


def numbers(line):
    return [float(x) for x in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", line)]


@pytest.fixture(scope="module")
def maml():
    """What benchmarks/maml_reptile.py prints with a fiftieth of the tasks, by its parts A to F."""
    import contextlib
    import io

    program, printed = module("benchmarks/maml_reptile.py"), io.StringIO()
    with contextlib.redirect_stdout(printed):
        program.main(0.02)
    first, *rest = re.split(r"^([A-F])\. ", printed.getvalue(), flags=re.M)
    return {"": first} | dict(zip(rest[::2], rest[1::2], strict=True))


def lines(part, word=""):
    """Numbers of the lines of a part that begin with digits, or with a word."""
    return [numbers(x) for x in part.splitlines() if re.match(rf"\s+{word or r'[0-9]'}", x)]


@pytest.mark.slow
def test_the_exact_gradient_of_maml(maml):
    (stated,) = said("maml.md", r"agrees with numerical differentiation to ([\de-]+)\)")
    assert numbers(maml[""])[0] <= number(stated) + precision(stated)


@pytest.mark.slow
def test_what_one_inner_step_moves(maml):
    """A thousand tasks on the page, fifty here: the root mean square scatters by some 7 %."""
    rows = {r[0]: r[1:] for r in tables("maml.md", "| N | 100 | 400 | 1600 | 6400 |")[0]}
    for label, values in zip(rows, zip(*lines(maml["A"]), strict=True), strict=True):
        for page, found in zip(rows[label], values, strict=True):
            assert found == pytest.approx(number(page), rel=0.3), label


@pytest.mark.slow
def test_maml_is_anil_but_for_one_over_N(maml):
    rows = tables("maml.md", "| N | 20 | 40 | 80 | 160 |")[0]
    for n, (found, se, scaled, se_scaled) in enumerate(lines(maml["B"], "N")):
        assert near(rows[0][n + 1], found, se) and near(rows[1][n + 1], scaled, se_scaled)
    (stated,) = said("maml.md", r"the difference is ([\d.]+)/N")
    assert all(near(row, number(stated), 0.0) for row in rows[1][1:])


@pytest.mark.slow
def test_two_inner_steps(maml):
    """The largest of four entries is beyond its own value by some of its errors, which few tasks
    make large."""
    rows = tables("maml.md", "| P | 2 | 4 | 8 | 16 |")[0]
    pages = [cell for row in rows for cell in row[1:]]
    for page, (_, _, scaled, se) in zip(pages, lines(maml["C"], "N"), strict=True):
        assert near(page, scaled, se)


@pytest.mark.slow
def test_inner_loops_that_grow(maml):
    """Two hundred tasks on the page, fifty here, where one task is as good as another."""
    rows = tables("maml.md", "| N | 50 | 100 | 200 | 400 |")[0]
    columns = list(zip(*lines(maml["D"]), strict=True))
    for row, values in zip(rows, (columns[k] for k in (0, 1, 3, 2)), strict=True):
        for page, found in zip(row[1:], values, strict=True):
            assert found == pytest.approx(number(page), rel=0.35), row[0]


@pytest.mark.slow
def test_reptile_on_the_same_samples(maml):
    header = "| N | N-vectors | recursion | difference | times N | frozen fields |"
    for row, found in zip(tables("maml.md", header)[0], lines(maml["E"]), strict=True):
        for k, page in enumerate((row[1], row[2], row[3], row[5])):
            assert near(page, found[2 * k], found[2 * k + 1]), (row[0], k)


@pytest.mark.slow
def test_reptile_on_fresh_samples(maml):
    rows = tables("maml.md", "| samples per step | 8 | 32 | 128 |")[0]
    (stated,) = said("maml.md", r"with one and two steps, which is ([\d.]+):")
    for n, (found, se, theory, scaled, se_scaled) in enumerate(lines(maml["F"], "batch")):
        assert theory == pytest.approx(number(stated), abs=precision(stated))
        assert near(rows[0][n + 1], found, se) and near(rows[1][n + 1], scaled, se_scaled)


@pytest.mark.slow
def test_the_bias_of_a_finite_size(monkeypatch, capsys):
    """N times that of Q at N = 500 and 1000, of theory.md: 400 runs in place of 4000."""
    words = ["finite_size.py", "--runs", "400", "--sizes", "500", "1000"]
    monkeypatch.setattr("sys.argv", words)
    module("benchmarks/finite_size.py").main()
    printed = capsys.readouterr().out
    pages = said("theory.md", r"N times the bias of Q is ([\d.]+ ± [\d.]+), ([\d.]+ ± [\d.]+), ")
    for page, N in zip(pages, (500, 1000), strict=True):
        *_, bias, se = numbers(re.search(rf"^ +{N} .*", printed, re.M)[0])
        assert near(page, bias, se), printed


@pytest.mark.slow
def test_the_threshold_of_the_audit_of_drifts():
    """Cases and threshold of the table of atlas.md, and the systems that it lists."""
    audit = module("benchmarks/drift_audit.py")
    every = {**audit.SYSTEMS, **audit.MAPS}
    cases = [(e, K, M) for e in every.values() for K, M in audit.units_of(e)[0]]
    many, threshold, level = said(
        "atlas.md",
        r"for all entries of the (\d+) cases, \|z\| = ([\d.]+) \(Bonferroni, level ([\d.]+)\)",
    )
    assert len(cases) == number(many) and number(level) == LEVEL
    assert audit.limit_of(cases) == pytest.approx(number(threshold), abs=precision(threshold))
    rows = tables("atlas.md", r"| | largest \|z\| | dR | dQ | heads | nodes |")[0]
    assert sorted(row[0] for row in rows) == sorted(every)
    (largest,) = said("atlas.md", r"the largest \|z\| is ([\d.]+): all agree")
    assert max(number(row[1]) for row in rows) == number(largest) < number(threshold)


def test_a_row_of_the_audit_of_drifts(capsys):
    """The same steps with the same seeds give the row itself, to the last digit that rounding moves."""
    name = "hebb_sign"
    audit = module("benchmarks/drift_audit.py")
    with pytest.raises(SystemExit) as done:
        audit.main([name], standalone_mode=False)
    assert not done.value.code
    printed = re.search(r"^\| `\w+` \|(.*)\|$", capsys.readouterr().out, re.M)[1].split("|")
    rows = tables("atlas.md", r"| | largest \|z\| | dR | dQ | heads | nodes |")[0]
    (row,) = [row[1:] for row in rows if row[0] == name]
    found = [x for cell in printed for x in numbers(cell)]
    page = [x for cell in row for x in numbers(cell)]
    assert found == pytest.approx(page, abs=0.11)
