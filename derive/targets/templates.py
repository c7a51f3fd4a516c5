"""Where the templates are, and how they are read: undefined names raise."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from .runtime import pasted

__all__ = ["TEMPLATES", "environment"]

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"

#: Names with what they stand for.
Marks = tuple[tuple[str, str], ...]
Filters = tuple[tuple[str, Callable[[str], str]], ...]


def environment(marks: Marks = (), filters: Filters = ()) -> Environment:
    """With marks of blocks and variables, and filters, of a target's own."""
    return _environment(TEMPLATES, marks, filters)


@cache
def _environment(folder: Path, marks: Marks, filters: Filters) -> Environment:
    """One for each kind of text, so that a template is compiled once."""
    own: dict[str, Any] = dict(marks)
    made = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **own,
    )

    @pass_context
    def runtime(context: Context, path: str) -> str:
        """A file of templates/runtime in the names of what is emitted."""
        name = context["name"]
        text = pasted(folder / "runtime" / path, context.get("base", name), f"{name}_batch")
        if not context.get("units", {}).get("more"):
            return text
        units = context["units"]  # there is more that counts than K and M
        text = text.replace("int K, int M", units["declared"])
        return text.replace("(K, M", f"({units['passed']}")

    made.filters["runtime"] = runtime
    made.filters.update(filters)
    return made
