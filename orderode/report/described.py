"""The page of a system: what the manifest says of it, and its emitted pages of LaTeX."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from ..models import manifest
from ..models.cache import GENERATED
from .tex import sections
from .verdicts import Verdict

__all__ = ["index", "page", "systems"]

PAGES = Path(__file__).parent / "pages"
#: Files that pages do not link to: there are megabytes of them.
KERNELS = re.compile(r"_batch|_fluctuations")
#: Kinds of operations, as the manifest counts them.
WORDS = {
    "add": "additions",
    "multiply": "multiplications",
    "root": "roots",
    "arcsine": "arcsines",
    "divide": "divisions",
    "average": "averages",
}
#: Headings of the parts that are open from the beginning.
OPEN = ("Conventions", "The equations", "The algorithm", "Potential")


def systems() -> list[dict[str, Any]]:
    """What there is, in the order of the manifest."""
    return list(chain.from_iterable(manifest.systems(GENERATED, kind) for kind in manifest.KINDS))


def page(entry: dict[str, Any], live: bool, judged: Sequence[Verdict] = ()) -> str:
    """Of a system; ``live``: there is a page that integrates it; ``judged``: its comparisons."""
    name = entry["name"]
    body = [_card(entry), "<h2>Statement and equations</h2>", *_folded(f"{name}.tex")]
    derivation = f"{name}_derivation.tex"
    if (GENERATED / "latex" / derivation).is_file():
        body += ["<h2>Derivation, step by step</h2>", *_folded(derivation)]
    if judged:
        body += ["<h2>Theory against simulation</h2>", *map(_judged, judged)]
    body += ["<h2>Files</h2>", _files(entry)]
    link = f' \u00b7 <a href="live_{name}.html">integrate it while you drag sliders</a>'
    return _filled(
        "model.html",
        title=html.escape(entry["title"]),
        live=link if live else "",
        body="\n".join(body),
        style=_text("model.css"),
        script=_text("model.js"),
    )


def taken(entry: dict[str, Any]) -> list[str]:
    """The emitted files that a page links to: all but vector kernels and what finite N needs."""
    return [path for path in sorted(entry["files"]) if not KERNELS.search(path)]


def index(
    entries: list[dict[str, Any]],
    live: frozenset[str],
    judged: Mapping[str, Sequence[Verdict]],
) -> str:
    """Of all pages."""
    rows = []
    for entry in entries:
        name, title = entry["name"], html.escape(entry["title"])
        more = f'<a href="live_{name}.html">live</a>' if name in live else ""
        link = f'<a href="{name}.html"><code>{name}</code></a>'
        said = ", ".join(dict.fromkeys(x.verdict for x in judged.get(entry["digest"], ())))
        rows.append(f"<tr><td>{link}</td><td>{title}</td><td>{more}</td><td>{said}</td></tr>")
    return _filled("index.html", style=_text("model.css"), rows="\n".join(rows))


def _card(entry: dict[str, Any]) -> str:
    """What it is emitted from, and where its equations hold."""
    lines = [("system", f"<code>{entry['name']}</code>, digest <code>{entry['digest']}</code>")]
    for x in entry.get("limits", ()):
        value = "= \N{INFINITY}" if x["value"] == "inf" else "finite"
        lines.append((f"{x['parameter']} {value}", html.escape(x["status"])))
    for x in entry["closures"]:
        kind = "exact" if x["exact"] else "approximation"
        lines.append((f"{html.escape(x['name'])} ({kind})", html.escape(x["statement"])))
    if "operations" in entry:
        counts = [f"{number} {WORDS[kind]}" for kind, number in entry["operations"].items()]
        infinite = [x["parameter"] for x in entry.get("limits", ()) if x["value"] == "inf"]
        at = "".join(f", {name} = \N{INFINITY}" for name in infinite)
        lines.append((f"operations at K = M = 3{at}", f"{', '.join(counts)} a right-hand side"))
    return _table(lines)


def _table(lines: list[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in lines)
    return f"<table>{rows}</table>"


def _folded(file: str) -> list[str]:
    """The sections of an emitted page, each to be unfolded; what stands before the first is the
    card's."""
    made = []
    text = (GENERATED / "latex" / file).read_text(encoding="utf-8")
    for heading, below in sections(text)[1:]:
        state = " open" if heading in OPEN else ""
        head = f"<summary>{heading}</summary>"
        made.append(f'<details{state}>{head}<div class="inside">{below}</div></details>')
    return made


def _judged(found: Verdict) -> str:
    """A figure, its verdict, and the report, folded."""
    source = f"figures/{html.escape(found.name)}.png"
    image = f'<img src="{source}" alt="theory against simulation, {html.escape(found.name)}">'
    words = f"<code>{html.escape(found.name)}</code>: theory and simulation {found.verdict}."
    inside = f"<pre>{html.escape(found.report)}</pre>"
    report = f"<details><summary>Report</summary>{inside}</details>"
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>{report}"


def _files(entry: dict[str, Any]) -> str:
    """Beside the page, so that the folder may be copied."""
    rows, here = [], taken(entry)
    for path in here:
        rows.append(f'<a href="files/{path}"><code>{path}</code></a>')
    others = [f"<code>{path}</code>" for path in sorted(set(entry["files"]) - set(here))]
    more = f'<div class="par">In the package: {", ".join(others)}</div>' if others else ""
    return f'<div class="par">{", ".join(rows)}</div>{more}'


def _text(file: str) -> str:
    return (PAGES / file).read_text(encoding="utf-8")


def _filled(template: str, **slots: str) -> str:
    text = _text(template)
    for slot, value in slots.items():
        text = text.replace(f"@@{slot}@@", value)
    return text
