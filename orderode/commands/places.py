"""Where an Outcome goes: each place is checked before anything is computed, and then written; the
exit status."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import click

from ..guard import is_quiet
from ..report.results import SUFFIXES, as_json, check_out_path, save, write_whole
from .outcome import Outcome

__all__ = ["Figure", "File", "Folder", "Place", "Screen", "Words", "numbers"]

FIGURES = (".png", ".pdf")


class Place(Protocol):
    def write(self, found: Outcome) -> int: ...


class Words:
    """What there is to say, and no numbers."""

    def write(self, found: Outcome) -> int:
        for line in found.warnings:
            click.echo(f"orderode: {line}", err=True)
        if found.said and not is_quiet():
            click.echo(found.said)
        return 0 if found.good else 1


class Screen:
    """The numbers as JSON, as in a file."""

    def write(self, found: Outcome) -> int:
        click.echo(as_json(found.arrays, found.made), nl=False)
        for line in found.warnings:
            click.echo(f"orderode: {line}", err=True)
        return 0 if found.good else 1


class File(Words):
    """The numbers as .json or .npz."""

    def __init__(self, out: str) -> None:
        self.path = check_out_path(out, SUFFIXES)

    def write(self, found: Outcome) -> int:
        save(self.path, found.arrays, found.made)
        return super().write(found)


def numbers(out: str) -> Place:
    """Standard output for -, else a file."""
    return Screen() if out == "-" else File(out)


class Figure(Words):
    """The figure alone, .png or .pdf."""

    def __init__(self, out: str) -> None:
        self.path = check_out_path(out, FIGURES)

    def write(self, found: Outcome) -> int:
        _draw(found, self.path)
        return super().write(found)


class Folder(Words):
    """A folder with the numbers, the figure and the words, all of one name."""

    def __init__(self, out: Path, name: str) -> None:
        self.paths = {
            suffix: check_out_path(out / f"{name}{suffix}", (suffix,))
            for suffix in (".json", *FIGURES, ".txt", ".toml")
        }

    def write(self, found: Outcome) -> int:
        save(self.paths[".json"], found.arrays, found.made)
        _draw(found, *(self.paths[suffix] for suffix in FIGURES))
        write_whole(self.paths[".txt"], (found.said + "\n").encode())
        if found.problem:
            write_whole(self.paths[".toml"], found.problem.encode())
        return super().write(found)


def _draw(found: Outcome, *paths: Path) -> None:
    if found.figure is None:
        return
    from ..report.plots import save_figure  # matplotlib is slow to import

    save_figure(found.figure(), *paths)
