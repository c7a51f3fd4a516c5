"""Formulas of emitted pages in the signs of a terminal: R_kn, √(1 + C_ii), Σ_i, ⟨u²⟩."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain"]

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.S)
SIGNS = {
    "langle": "⟨",
    "rangle": "⟩",
    "sum": "Σ",
    "prod": "Π",
    "infty": "∞",
    "partial": "∂",
    "leftarrow": " ← ",
    "to": " → ",
    "cdot": "·",
    "times": "×",
    "dots": "…",
    "cdots": "⋯",
    "le": "≤",
    "ge": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "sim": " ~ ",
    "pm": "±",
    "mid": "|",
    "ell": "ℓ",
    "varepsilon": "ε",
    "varsigma": "ς",
    "varpi": "ϖ",
    "circ": "°",
    "colon": ":",
    "surd": "√",
    "quad": "  ",
    "qquad": "    ",
    "!": "",
    ",": " ",
    ";": " ",
    " ": " ",
    "|": "‖",
    "{": "{",
    "}": "}",
    "lbrace": "{",
    "rbrace": "}",
}
#: Set above a letter.
ACCENTS = {
    "bar": "\u0304",
    "tilde": "\u0303",
    "hat": "\u0302",
    "check": "\u030c",
    "overline": "\u0305",
}
#: How something is set, which plain text does not say.
SILENT = re.compile(r"left|right|[Bb]ig+[lr]?|displaystyle|textstyle|limits|nolimits")
#: Commands that change the face of what follows.
FACES = {"mathrm", "mathsf", "mathcal", "mathbf", "operatorname"}
RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
WORDS = re.compile(r"\\text\{((?:[^{}]|\{[^{}]*\})*)\}")
INNER = re.compile(r"\$([^$]*)\$")
#: What needs no brackets as a part of a fraction: no sum, no fraction, no product of several.
FACTOR = re.compile(r"(?:[^\s+/·-]|\[[^]]*\])+|[^\s+/·(-]*\([^()]*\)")
#: What a space goes in front of, and behind.
LETTER = re.compile(r"[^\W\d_]|[⟨√Σ∂]")


def plain(latex: str) -> str:
    """A formula on one line."""
    words: list[str] = []

    def held(found: re.Match[str]) -> str:
        words.append(INNER.sub(lambda inner: plain(inner[1]), found[1]))
        return f"\x05{len(words) - 1}\x06"

    tokens = [t for t in TOKEN.findall(WORDS.sub(held, latex)) if not t.isspace()]
    text = _Reader(tokens).rest()
    text = re.sub(r" {2,}", " ", re.sub(r"([(⟨]) +", r"\1", re.sub(r" +([),⟩])", r"\1", text)))
    return re.sub("\x05 ?([0-9 ]+)\x06", lambda found: words[_number(found[1])], text).strip()


def _number(digits: str) -> int:
    return int(digits.replace(" ", ""))


class _Reader:
    """Reads tokens, from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.place = tokens, 0

    def rest(self, end: str = "", *, tight: bool = False) -> str:
        """Up to ``end``, or all of it; factors stand apart unless ``tight``."""
        made = ""
        while self.place < len(self.tokens):
            if self.tokens[self.place] == end:
                self.place += 1
                break
            script = self.tokens[self.place] in ("_", "^")
            piece = self.one(tight)
            apart = LETTER.match(piece) and re.search(r"[^\s(\[|⟨∂/·]$", made)
            made += piece if script or tight or not apart else " " + piece
        return made

    def one(self, tight: bool = False) -> str:
        token = self.tokens[self.place]
        self.place += 1
        if token == "{":
            return self.rest("}", tight=tight)
        if token in ("_", "^"):
            return (_below if token == "_" else _above)(self.argument())
        if token in ("+", "-", "="):
            return token if tight else f" {token} "
        if token == ",":
            return token if tight else ", "
        if token == "&":
            return ""
        if token[0] != "\\":
            return token
        return self.command(token[1:].rstrip("*"), tight)

    def argument(self, *, tight: bool = True) -> str:
        if self.tokens[self.place] == "{":
            self.place += 1
            return self.rest("}", tight=tight)
        return self.one(tight)

    def command(self, name: str, tight: bool) -> str:
        if name == "frac":
            above, below = self.argument(tight=False), self.argument(tight=False)
            return f" {_held(above)}/{_held(below)} "
        if name == "sqrt":
            inner = self.argument(tight=False).strip()
            return f"√{inner}" if re.fullmatch(r"\w+", inner) else f"√({inner})"
        if name in ACCENTS:
            return "".join(c + ACCENTS[name] for c in self.argument())
        if name in FACES:
            return self.argument()
        if SILENT.fullmatch(name):
            if self.place < len(self.tokens) and self.tokens[self.place] == ".":
                self.place += 1  # no bracket on this side
            return ""
        if name in SIGNS:
            return SIGNS[name]
        case = "CAPITAL" if name[:1].isupper() else "SMALL"
        word = {"lambda": "LAMDA"}.get(name.lower(), name.upper())
        try:
            return unicodedata.lookup(f"GREEK {case} LETTER {word}")
        except KeyError:
            return name  # log, arcsin, erf, ...


def _held(text: str) -> str:
    """In brackets unless it is one factor; d in front of what it is of."""
    text = re.sub(r"^([d∂]) ", r"\1", text.strip())
    return text if FACTOR.fullmatch(text) else f"({text})"


def _below(text: str) -> str:
    return f"_{text}" if re.fullmatch(r"\w+", text) else f"_[{text.strip()}]"


def _above(text: str) -> str:
    text = text.strip()
    if text and text == "".join(c for c in text if c in "0123456789+-n"):
        return text.translate(RAISED)
    return text if re.fullmatch("'+", text) else f"^{_held(text)}"
