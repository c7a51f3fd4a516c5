"""Words in LaTeX: what has a meaning there is escaped, and what pdflatex has no letter for is
spelled out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

__all__ = [
    "limit_latex",
    "power_latex",
    "spelled",
    "statement_latex",
    "with_formulas",
    "with_symbols",
]

MARKS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\^{}",
    "~": r"\textasciitilde{}",
    "<": "$<$",
    ">": "$>$",
    '"': "''",
}
SIGNS = {
    "∞": r"\infty",
    "→": r"\to",
    "←": r"\leftarrow",
    "≤": r"\le",
    "≥": r"\ge",
    "≠": r"\ne",
    "≈": r"\approx",
}
SIGNS |= {
    "×": r"\times",
    "·": r"\cdot",
    "±": r"\pm",
    "−": "-",
    "∂": r"\partial",
    "∑": r"\sum",
    "√": r"\surd",
}
SIGNS |= {
    "²": "^2",
    "³": "^3",
    "ℓ": r"\ell",
    "µ": r"\mu",
    "ϵ": r"\epsilon",
    "ϕ": r"\phi",
    "ς": r"\varsigma",
}
SIGNS |= {"ε": r"\varepsilon", "φ": r"\varphi", "ο": "o"}
#: Letters of the Latin alphabet and punctuation that pdflatex knows.
KNOWN = re.compile(
    r"[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0148\u014a-\u0161\u0164-\u017e–—‘’“”…§©]"
)
CAPITALS = {"Γ", "Δ", "Θ", "Λ", "Ξ", "Π", "Σ", "Φ", "Ψ", "Ω"}


def spelled(text: str) -> str:
    """Plain words, on one line."""
    found = []
    for character in " ".join(unicodedata.normalize("NFC", text).split()):
        found.append(_letter(character))
    return "".join(found)


def with_symbols(text: str, known: Mapping[str, str]) -> str:
    """Plain words, those of ``known`` as formulas."""
    longest = sorted(known, key=len, reverse=True)
    words = {spelled(word): known[word] for word in longest}
    if not words:
        return spelled(text)
    either = "|".join(map(re.escape, words))
    return re.sub(rf"\b({either})\b", lambda word: f"${words[word[0]]}$", spelled(text))


def _letter(c: str) -> str:
    if c in MARKS:
        return MARKS[c]
    if c in SIGNS:
        return f"${SIGNS[c]}$"
    name = unicodedata.name(c, "")
    greek = re.fullmatch(r"GREEK (SMALL|CAPITAL) LETTER (\w+)", name)
    if greek and (greek[1] == "SMALL" or c in CAPITALS):
        word = {"LAMDA": "lambda"}.get(greek[2], greek[2].lower())
        return rf"$\{word if greek[1] == 'SMALL' else word.capitalize()}$"
    if KNOWN.fullmatch(c):
        return c
    return rf"\texttt{{U+{ord(c):04X}}}" if c.isprintable() else " "


def limit_latex(name: str) -> str:
    """``P -> inf``, ``1/P``: a limit or an order as a formula; other names as words."""
    if not re.search(r"->|/", name):
        return spelled(name)
    return f"${_limit(name)}$"


#: Limits, orders and powers in plain words.
WRITTEN = re.compile(r"\b\w+ -> inf\b|\b1/[A-Z](?:\^\d)?|\b[a-z]\^\d|\b[\d.]+e[+-]\d+")
POWER = re.compile(r"([\d.]+)e([+-]\d+)")


def statement_latex(text: str, known: Mapping[str, str]) -> str:
    """Plain words with limits, orders and powers as formulas, and the symbols of ``known``."""

    def formula(found: str) -> str:
        return _limit(power_latex(found))

    return with_formulas(text, WRITTEN, formula, known)


def power_latex(text: str) -> str:
    """1.5e-07 as a number times a power of ten; anything else as it is."""
    return POWER.sub(lambda x: rf"{x[1]}\cdot10^{{{int(x[2])}}}", text)


def with_formulas(
    text: str, pattern: re.Pattern[str], formula: Callable[[str], str], known: Mapping[str, str]
) -> str:
    """Plain words, what the pattern finds as a formula, and the symbols of ``known``."""
    found, place = [], 0
    for match in (*pattern.finditer(text), None):
        words = text[place : match.start() if match else None]
        inside = with_symbols(words, known)
        found += [words[: len(words) - len(words.lstrip())], inside]
        found += [words[len(words.rstrip()) :] if words.strip() else ""]
        if match is not None:
            found.append(f"${formula(match[0])}$")
            place = match.end()
    return "".join(found)


def _limit(name: str) -> str:
    return name.replace("->", r"\to").replace("inf", r"\infty")
