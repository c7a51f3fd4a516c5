"""Where an Outcome goes: each place is checked before anything is computed, and then written; the
exit status."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, Protocol

import click
import numpy as np

from ..report.results import SUFFIXES, check_out_path, save, write_whole
from .outcome import Outcome

__all__ = ["Figure", "File", "Folder", "Place", "Screen", "Words"]

FIGURES = (".png", ".pdf")


class Place(Protocol):
    def write(self, found: Outcome) -> int: ...


class Words:
    """What there is to say, and no numbers."""

    def write(self, found: Outcome) -> int:
        for line in found.warnings:
            click.echo(f"orderode: {line}", err=True)
        if found.said:
            click.echo(found.said)
        return 0 if found.good else 1


class Screen:
    """The numbers as JSON; what is not finite becomes null."""

    def write(self, found: Outcome) -> int:
        content = {name: _plain(value) for name, value in found.arrays.items()}
        click.echo(json.dumps({**content, "provenance": found.made}, indent=1))
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

    figure = found.figure()
    for path in paths:
        save_figure(figure, path)


def _plain(value: Any) -> Any:
    """Nested lists; what is not finite becomes None."""
    listed = value.tolist() if isinstance(value, np.ndarray) else value
    if isinstance(listed, list):
        return [_plain(x) for x in listed]
    return None if isinstance(listed, float) and not math.isfinite(listed) else listed
