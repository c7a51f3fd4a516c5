"""Words of the author in C: what comments can hold."""

from __future__ import annotations

import re

__all__ = ["spelled"]


def spelled(text: str) -> str:
    """On one line, with no beginning or end of a comment, no trigraph and no joined line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    line = re.sub(r"\*(?=/)|/(?=\*)|\?(?=\?)", lambda found: found[0] + " ", line)
    return line + " " if line.endswith(("\\", "*", "/", "?")) else line
