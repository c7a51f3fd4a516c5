"""Problem files and programs that come with the package: those of experiments/ and examples/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import NotAvailable
from ..models.cache import folder_of

__all__ = ["listed", "text_of"]


def listed() -> Iterator[str]:
    """Their names, and the first line of each."""
    for name, path in _files().items():
        lines = (x.strip("#/*!% ") for x in path.read_text(encoding="utf-8").splitlines())
        yield f"{name:24} {next(filter(None, lines))}"


def text_of(name: str) -> str:
    """What a file says, by its name as ``listed`` has it."""
    found = _files().get(name.removesuffix(".toml"))
    if found is None:
        raise NotAvailable(f"the example {name}", "there is none", "See orderode example")
    return found.read_text(encoding="utf-8")


def _files() -> dict[str, Path]:
    problems = sorted(folder_of("experiments").glob("*.toml"))
    programs = sorted(x for x in folder_of("examples").glob("*/*") if x.is_file())
    found = {x.stem: x for x in problems}
    return found | {f"{x.parent.name}/{x.name}": x for x in programs}
