"""Pages as parts of other documents."""

from __future__ import annotations

__all__ = ["body_of"]


def body_of(page: str) -> str:
    """What stands between \\begin{document} and \\end{document}, below the packages that it
    needs."""
    head, _, rest = page.partition("\\begin{document}\n")
    packages = [line for line in head.splitlines() if line.startswith("\\usepackage{")]
    body = rest.partition("\n\\end{document}")[0].strip("\n")
    return "".join(f"% {line}\n" for line in packages) + body + "\n"
