"""Words of the author in Python: what comments and docstrings can hold."""

from __future__ import annotations

__all__ = ["spelled"]


def spelled(text: str) -> str:
    """On one line, with single quotes, and no backslash that a docstring would read as an
    escape."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line.replace("\\", "/").replace('"', "'")
