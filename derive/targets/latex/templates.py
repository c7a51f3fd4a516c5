"""The templates of pages: marks that LaTeX leaves alone, and words as LaTeX spells them."""

from __future__ import annotations

from jinja2 import Environment

from .. import templates
from .text import spelled

__all__ = ["environment"]

MARKS = (
    ("block_start_string", "<%"),
    ("block_end_string", "%>"),
    ("variable_start_string", "<<"),
    ("variable_end_string", ">>"),
    ("comment_start_string", "<#"),
    ("comment_end_string", "#>"),
)


def _unsigned(line: str) -> str:
    return line[2:] if line.startswith("+ ") else line


def environment() -> Environment:
    return templates.environment(MARKS, (("tex", spelled), ("unsigned", _unsigned)))
