"""The page of a system: what the manifest says of it, and its emitted pages of LaTeX."""

from __future__ import annotations

import html
from itertools import chain
from pathlib import Path
from typing import Any

from ..models import manifest
from ..models.cache import GENERATED
from .tex import sections

__all__ = ["index", "page", "systems"]

PAGES = Path(__file__).parent / "pages"
#: Headings of the parts that are open from the beginning.
OPEN = ("Conventions", "The equations", "The algorithm", "Potential")


def systems() -> list[dict[str, Any]]:
    """What there is, in the order of the manifest."""
    return list(chain.from_iterable(manifest.systems(GENERATED, kind) for kind in manifest.KINDS))


def page(entry: dict[str, Any], live: bool, generated: str) -> str:
    """Of a system; ``live``: there is a page that integrates it; ``generated``: where the emitted
    files are, seen from the page."""
    name = entry["name"]
    body = [_card(entry), "<h2>Statement and equations</h2>", *_folded(f"{name}.tex")]
    derivation = f"{name}_derivation.tex"
    if (GENERATED / "latex" / derivation).is_file():
        body += ["<h2>Derivation, step by step</h2>", *_folded(derivation)]
    body += ["<h2>Files</h2>", _files(entry, generated)]
    link = f' \u00b7 <a href="live_{name}.html">integrate it while you drag sliders</a>'
    return _filled(
        "model.html",
        title=html.escape(entry["title"]),
        live=link if live else "",
        body="\n".join(body),
        style=_text("model.css"),
        script=_text("model.js"),
    )


def index(entries: list[dict[str, Any]], live: frozenset[str]) -> str:
    """Of all pages."""
    rows = []
    for entry in entries:
        name, title = entry["name"], html.escape(entry["title"])
        more = f'<a href="live_{name}.html">live</a>' if name in live else ""
        link = f'<a href="{name}.html"><code>{name}</code></a>'
        rows.append(f"<tr><td>{link}</td><td>{title}</td><td>{more}</td></tr>")
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


def _files(entry: dict[str, Any], generated: str) -> str:
    rows = []
    for path in sorted(entry["files"]):
        rows.append(f'<a href="{html.escape(generated)}/{path}"><code>{path}</code></a>')
    return f'<div class="par">{", ".join(rows)}</div>'


def _text(file: str) -> str:
    return (PAGES / file).read_text(encoding="utf-8")


def _filled(template: str, **slots: str) -> str:
    text = _text(template)
    for slot, value in slots.items():
        text = text.replace(f"@@{slot}@@", value)
    return text
