"""An emitted page of LaTeX in other forms: a part of another document, words for a terminal, a page
for a browser."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from pathlib import Path

from ..errors import NotAvailable
from .plain import plain
from .tex import sections

__all__ = ["written"]

HERE = Path(__file__).parent
KATEX = HERE / "katex"
FORMULA = re.compile(r'<(span|div) class="tex">(.*?)</\1>', re.S)
ROWS = re.compile(r"<tr>(.*?)</tr>", re.S)
CELLS = re.compile(r"<td>(.*?)</td>", re.S)
#: Where an aligned formula has a new line, with the room below it.
BREAKS = re.compile(r"\\\\(?:\[[^]]*\])?")
ENVIRONMENT = re.compile(r"\\(?:begin|end)\{align\*\}")


def written(page: str, form: str, *, body: bool = False) -> str:
    """A whole page in a ``form``: latex, of which ``body`` takes a part, text or html."""
    if form == "latex":
        return _body(page) if body else page
    if body:
        why = "a body is LaTeX, for \\input"
        raise NotAvailable(f"--body with --format {form}", why, "Leave one out")
    return _text(page) if form == "text" else _html(page)


def _body(page: str) -> str:
    """What stands between \\begin{document} and \\end{document}, below the packages that it
    needs."""
    head, _, rest = page.partition("\\begin{document}\n")
    packages = [line for line in head.splitlines() if line.startswith("\\usepackage{")]
    inside = rest.partition("\n\\end{document}")[0].strip("\n")
    return "".join(f"% {line}\n" for line in packages) + inside + "\n"


def _text(page: str) -> str:
    """Headings underlined, tables in columns, an equation a paragraph."""
    made = []
    for heading, below in sections(page):
        title = _line(heading)
        made.append(f"{title}\n{'-' * len(title)}" if title else "")
        below = re.sub(r"<table>(.*?)</table>", _columns, below, flags=re.S)
        below = re.sub(r"</div>|</p>", "\n", FORMULA.sub(_formula, below))
        made.append(html.unescape(re.sub(r"<[^>]*>", "", below)))
    text = "\n".join(line.rstrip() for line in "\n\n".join(made).splitlines())
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _formula(found: re.Match[str]) -> str:
    """Escaped, as what stands around it."""
    source = html.unescape(found[2])
    if found[1] == "span":
        return html.escape(plain(source))
    lines = []
    for line in BREAKS.split(ENVIRONMENT.sub("", source)):
        left = "    " if line.strip().startswith("&") else ""  # it goes on
        lines.append(f"    {left}{plain(line)}")
    return html.escape("\n" + "\n".join(filter(str.strip, lines)) + "\n")


def _line(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", FORMULA.sub(_formula, text))).strip()


def _columns(table: re.Match[str]) -> str:
    rows = []
    for row in ROWS.findall(table[1]):
        rows.append([_line(cell) for cell in CELLS.findall(row)])
    wide = max((_wide(row[0]) for row in rows if row), default=0)
    lines = []
    for first, *others in rows:
        filler = " " * (wide - _wide(first))
        lines.append(("    " + "  ".join([first + filler, *others])).rstrip())
    return "\n" + html.escape("\n".join(lines)) + "\n"


def _wide(text: str) -> int:
    """Columns of a terminal: accents have none of their own."""
    return sum(not unicodedata.combining(c) for c in text)


def _html(page: str) -> str:
    """One file: the formulas are set by KaTeX, which stands in it with its fonts."""
    (title, first), *rest = sections(page)
    body = [f"<h1>{title}</h1>", first]
    for heading, below in rest:
        body.append(f"<details open><summary>{heading}</summary>{below}</details>")
    style = re.sub(r"url\(([^)]*)\)", _font, (KATEX / "katex.min.css").read_text(encoding="utf-8"))
    pages = HERE / "pages"
    parts = {
        "title": html.escape(_line(title)),
        "katex": style,
        "style": (pages / "model.css").read_text(encoding="utf-8"),
        "body": "\n".join(body),
        "setter": (KATEX / "katex.min.js").read_text(encoding="utf-8"),
        "script": (pages / "model.js").read_text(encoding="utf-8"),
    }
    text = (pages / "one.html").read_text(encoding="utf-8")
    for slot, value in parts.items():
        text = text.replace(f"@@{slot}@@", value)
    return text


def _font(found: re.Match[str]) -> str:
    content = base64.b64encode((KATEX / found[1]).read_bytes()).decode("ascii")
    return f"url(data:font/woff2;base64,{content})"
