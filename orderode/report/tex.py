"""The body of an emitted page of LaTeX -> HTML: its sections, tables and lists; formulas stay as
they are, for the browser to set.

Emitted pages are made of few commands.  Another one raises ``ValueError``: a page that shows the
source of what it should show is not written.
"""

from __future__ import annotations

import html
import re

__all__ = ["Section", "sections"]

#: Heading as HTML, and what is below it.
Section = tuple[str, str]

MATH = re.compile(r"\\begin\{align\*\}(.*?)\\end\{align\*\}|\$([^$]*)\$", re.S)
#: Where a formula was taken out: its number between two characters that no text has.
HELD = re.compile("\x02(\\d+)\x03")
HEADING = re.compile(r"\\(?:sub)*section\*\{((?:[^{}]|\{[^{}]*\})*)\}")
TABLE = re.compile(
    r"\\begin\{(tabular|longtable)\}(?:\[l\])?\{@\{\}l[^\n]*\}\n(.*?)\\end\{\1\}", re.S
)
ITEM = re.compile(r"\\item (?:\\hspace\*\{(\d+)em\})?")
#: What says how something is set in print alone.
SETTING = re.compile(
    r"\\par\b|\\raggedright\b|\\(?:small|footnotesize)\b|\\hfill\b|\\begin\{minipage\}\[t\]\{[^}]*\}"
    r"|\\end\{minipage\}|\\begin\{(?:itemize|list)\}|\\setlength\{[^}]*\}\{[^}]*\}"
    r"|\\rule\[[^]]*\]\{[^}]*\}\{[^}]*\}"
)
WORDS = (
    (re.compile(r"\\textsf\{([^{}]*)\}"), r"<b>\1</b>"),
    (re.compile(r"\\texttt\{([^{}]*)\}"), r"<code>\1</code>"),
    (re.compile(r"\\ "), " "),
    (re.compile(r"\\\^\{\}"), "^"),
    (re.compile(r"\\([_%#&{}])"), r"\1"),
    (re.compile("~"), "&nbsp;"),
    (re.compile("---"), "\N{EM DASH}"),
    (re.compile("--"), "\N{EN DASH}"),
)


def sections(page: str) -> list[Section]:
    """The parts of a whole page, or of one without its preamble; the first has the heading of the
    page."""
    _, begun, body = page.partition("\\begin{document}")
    body = (body if begun else page).partition("\\end{document}")[0]
    formulas: list[str] = []

    def held(found: re.Match[str]) -> str:
        display, inline = found.groups()
        formulas.append(_formula(inline) if display is None else _display(display))
        return f"\x02{len(formulas) - 1}\x03"

    parts = HEADING.split(MATH.sub(held, body))
    made = [("", _below(parts[0]))] if parts[0].strip() else []
    for heading, below in zip(parts[1::2], parts[2::2], strict=True):
        made.append((_words(heading), _below(below)))
    return [(_filled(a, formulas), _filled(b, formulas)) for a, b in made]


def _formula(source: str) -> str:
    return f'<span class="tex">{html.escape(source.strip())}</span>'


def _display(source: str) -> str:
    """To be copied as it is."""
    whole = f"\\begin{{align*}}\n{source.strip()}\n\\end{{align*}}"
    return f'<div class="tex">{html.escape(whole)}</div>'


def _filled(text: str, formulas: list[str]) -> str:
    return HELD.sub(lambda found: formulas[int(found[1])], text)


def _below(text: str) -> str:
    """What stands below a heading."""
    text = TABLE.sub(lambda found: f"\n\n\x04{_table(found[2])}\x04\n\n", text)
    made = []
    for place, piece in enumerate(text.split("\x04")):
        made.append(piece if place % 2 else _paragraphs(piece))
    return "\n".join(filter(None, made))


def _table(rows: str) -> str:
    lines = []
    for row in re.split(r"\\\\\s*", rows.strip()):
        if row:
            cells = "".join(f"<td>{_words(cell)}</td>" for cell in row.split(" & "))
            lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _paragraphs(text: str) -> str:
    """Text and the lists in it, the items indented as far as in print."""
    made = []
    for piece in re.split(r"(?=\\item )|(\\end\{(?:itemize|list)\})", text):
        if piece is None or not piece.strip():
            continue
        if piece.startswith("\\end"):
            continue
        item = ITEM.match(piece)
        if item:
            depth, rest = item[1] or "0", piece[item.end() :]
            rule, _, reason = rest.partition("\\hfill")
            beside = f'<span class="why">{_words(reason.partition(chr(10))[0])}</span>'
            below = reason.partition("\n")[2] if reason else ""
            line = f"{_words(rule)} {beside if reason else ''}{_words(below)}"
            made.append(f'<div class="step" style="margin-left: {depth}em">{line}</div>')
        else:
            for words in filter(None, map(_words, re.split(r"\n\s*\n", piece))):
                made.append(f'<div class="par">{words}</div>')
    return "\n".join(made)


def _words(text: str) -> str:
    """A line of text: escaped, with what is set apart."""
    text = html.escape(SETTING.sub(" ", text), quote=False)
    for pattern, replacement in WORDS:
        text = pattern.sub(replacement, text)
    text = re.sub(r"[{}]", "", text)
    left = re.search(r"\\\S*", text)
    if left:
        raise ValueError(f"{left[0]} is none of the commands of pages: {text[:200]}")
    return " ".join(text.split())
