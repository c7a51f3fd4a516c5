"""Pages of the site that are made when it is built, a hook of mkdocs (see mkdocs.yml): README,
CHANGELOG and CONTRIBUTING, the example notebook, the reference of Python and of the command line;
and the files of the repository that pages link to, which the site holds too."""

from __future__ import annotations

import base64
import json
import re
from html import escape, unescape
from pathlib import Path
from typing import Any

import click
from mkdocs.structure.files import File, Files

import orderode
from orderode.cli import main
from orderode.report.plain import plain

ROOT = Path(__file__).resolve().parent.parent
#: Pages of the repository, by what they are called here.
BESIDE = {
    "README.md": "index.md",
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "docs/example.ipynb": "example.md",
}
#: Functions whose names are those of packages, too, and where they are.
HIDDEN = {"simulate": "orderode.commands.doors.simulate"}
#: Signatures of many arguments take several lines.
STYLE = ".md-typeset .doc-signature code { white-space: pre-wrap; }\n"
#: Of formulas in outputs.
BREAKS, ENVIRONMENT = re.compile(r"\\\\"), re.compile(r"\\(?:begin|end)\{aligned\}|&")
LINK = re.compile(r"(\]\(|src=\")([^)#\"\s]+)")


def on_files(files: Files, config: Any) -> Files:
    made = {target: _moved(source) for source, target in BESIDE.items() if source.endswith(".md")}
    made["example.md"] = _notebook(ROOT / "docs" / "example.ipynb")
    made["api.md"] = _reference()
    made["commands.md"] = _commands()
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    files.append(File.generated(config, "site.css", content=STYLE))
    for path in sorted(_linked(made)):
        content = (ROOT / path).read_bytes()
        files.append(File.generated(config, f"files/{path}.txt", content=content))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Links of docs/ that leave the folder."""
    return _relinked(markdown, "docs")


def _moved(source: str) -> str:
    """A page from the top of the repository, its links seen from docs/."""
    return _relinked((ROOT / source).read_text(encoding="utf-8"), "")


def _relinked(text: str, folder: str) -> str:
    def target(found: re.Match[str]) -> str:
        place = _place(found[2], folder)
        return found[0] if place is None else found[1] + place

    return LINK.sub(target, text)


def _place(link: str, folder: str) -> str | None:
    """Where the site has a file of the repository; None where the link is none, or stays."""
    if re.match(r"[a-z]+:", link):
        return None
    path = (ROOT / folder / link).resolve()
    if not path.is_file() or not path.is_relative_to(ROOT):
        return None
    name = path.relative_to(ROOT).as_posix()
    if name in BESIDE:
        return BESIDE[name]
    return name.removeprefix("docs/") if name.startswith("docs/") else f"files/{name}.txt"


def _linked(made: dict[str, str]) -> set[str]:
    """The files of the repository, pages apart, that pages link to."""
    texts = [*made.values()]
    for path in (ROOT / "docs").glob("*.md"):
        texts.append(_relinked(path.read_text(encoding="utf-8"), "docs"))
    found: set[str] = set()
    for text in texts:
        found.update(re.findall(r"\]\(files/([^)#]+)\.txt", text))
    return found


def _notebook(path: Path) -> str:
    """Words, code, and what came of it."""
    made = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            made.append(source)
            continue
        made.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            made.append(_output(output))
    return "\n\n".join(made) + "\n"


def _output(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        html = "".join(data["text/html"])
        signs = re.sub(r"[$]{1,2}(.*?)[$]{1,2}", _signs, html, flags=re.S)
        return f'<div class="output">{signs}</div>'
    if "image/png" in data:
        content = base64.b64encode(base64.b64decode("".join(data["image/png"]))).decode("ascii")
        return f'<img alt="figure" src="data:image/png;base64,{content}">'
    text = "".join(data.get("text/plain", output.get("text", "")))
    return f"```text\n{text}\n```"


def _signs(formula: re.Match[str]) -> str:
    lines = BREAKS.split(ENVIRONMENT.sub("", unescape(formula[1])))
    return "<br>".join(escape(plain(line)) for line in lines)


def _reference() -> str:
    """What `import orderode` offers, functions first."""
    lines = ["# Reference", "", "What `import orderode` offers.", ""]
    for name in sorted(orderode.__all__, key=lambda name: (name[0].isupper(), name)):
        lines += [f"::: orderode.{name}", ""]
        if name in HIDDEN:
            options = f"{{heading: orderode.{name}, toc_label: {name}}}"
            lines[-2:] = [f"::: {HIDDEN[name]}", f"    options: {options}", ""]
    return "\n".join(lines)


def _commands() -> str:
    """The help of each command."""
    lines = ["# Commands", ""]
    context = click.Context(main, info_name="orderode")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        text = command.get_help(click.Context(command, info_name=name, parent=context))
        lines += [f"## orderode {name}", "", "```text", text, "```", ""]
    return "\n".join(lines)
