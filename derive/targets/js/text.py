"""Words of the author in JavaScript: what comments and strings can hold."""

from __future__ import annotations

__all__ = ["spelled"]


def spelled(text: str) -> str:
    """On one line, with neither quotes, backslashes nor an end of a comment."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    line = line.replace("\\", "/").replace('"', "'").replace("`", "'")
    while "*/" in line:
        line = line.replace("*/", "* /")
    return line
