"""Equations of a model as an object: LaTeX, words, and what a notebook sets."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from .forms import written
from .tex import sections

__all__ = ["Equations"]

DISPLAY = re.compile(r"\\begin\{align\*\}\n(.*?)\n\\end\{align\*\}", re.S)
FORMULA = re.compile(r'<(span|div) class="tex">(.*?)</\1>', re.S)


@dataclass(frozen=True, eq=False, repr=False)
class Equations:
    """latex: a whole document.  A notebook shows it set, part by part; ``print`` in the signs of a
    terminal."""

    latex: str

    def __str__(self) -> str:
        return written(self.latex, "text")

    def __repr__(self) -> str:
        title = str(self).partition("\n")[0]
        return f"<Equations: {title}; print() writes them, .latex is a document>"

    @property
    def body(self) -> str:
        """For \\input: what stands between \\begin{document} and \\end{document}."""
        return written(self.latex, "latex", body=True)

    @property
    def html(self) -> str:
        """A page for a browser, in one file."""
        return written(self.latex, "html")

    def _repr_latex_(self) -> str:
        """The first of them: the equations of motion."""
        first = DISPLAY.search(self.latex)
        inside = "" if first is None else first[1].replace("\\\\[4pt]", "\\\\")
        return f"$$\\begin{{aligned}}\n{inside}\n\\end{{aligned}}$$"

    def _repr_html_(self) -> str:
        """All of them, the parts after the first folded; formulas between dollars, which notebooks
        set."""
        made = []
        for place, (heading, below) in enumerate(sections(self.latex)):
            text = FORMULA.sub(_dollars, below)
            title = FORMULA.sub(_dollars, heading)
            if place == 0:
                made.append(f"<b>{title}</b>{text}")
            else:
                state = " open" if place == 1 else ""
                made.append(f"<details{state}><summary>{title}</summary>{text}</details>")
        return "\n".join(made)


def _dollars(found: re.Match[str]) -> str:
    """As MathJax in a notebook reads it."""
    source = html.unescape(found[2])
    if found[1] == "span":
        return html.escape(f"${source}$", quote=False)
    inside = source.replace("{align*}", "{aligned}").replace("\\\\[4pt]", "\\\\")
    return html.escape(f"$${inside}$$", quote=False)
