"""What pages say, read back: words, numbers with the precision they are said to, and tables."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UP = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NUMBER = re.compile(r"([-−]?[\d.,]*)(?:·?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([-+]?\d+))?( %)?")


def text(name):
    """A page of docs/, or README.md."""
    folder = ROOT if name == "README.md" else ROOT / "docs"
    return (folder / name).read_text(encoding="utf-8")


def words(name):
    """The same on one line."""
    return " ".join(text(name).split())


def said(name, pattern):
    """The groups of a sentence of a page; that it stands there no longer is a failure."""
    found = re.search(pattern, words(name))
    assert found, f"{name} no longer says {pattern}"
    return found.groups()


def parts(said):
    """Digits before the power of ten, and what one of their unit is worth."""
    found = NUMBER.fullmatch(said.strip())
    assert found, f"{said} is no number"
    digits, power, exponent, percent = found.groups()
    scale = 10.0 ** int((power or exponent or "0").translate(UP)) * (0.01 if percent else 1.0)
    return digits.replace(",", "").replace("−", "-") or "1", scale


def number(said):
    """4.36·10⁻³, 10⁻³, 3e-6, 16,100, 1.5 % or 1021 as a number."""
    digits, scale = parts(said)
    return float(digits) * scale


def precision(said):
    """Half of the last digit that is said (and a little); of thousands zeros at the end say none."""
    digits, scale = parts(said)
    whole, _, behind = digits.lstrip("-").partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if len(whole) > 3 and not behind else 0
    return 0.51 * 10.0 ** (zeros - len(behind)) * scale


def tables(name, header):
    """The rows of each table with this header, lists of cells without their marks."""
    found, rows = [], None
    for line in text(name).splitlines():
        if line == header:
            found.append(rows := [])
        elif rows is not None and not line.startswith("|"):
            rows = None
        elif rows is not None and not line.startswith("|--"):
            rows.append([cell.strip().strip("`") for cell in line.strip("|").split(" |")])
    assert found, f"{name} has no table {header}"
    return found


def module(path):
    """A program of the repository, imported from its file."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded
