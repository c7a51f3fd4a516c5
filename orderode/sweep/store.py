"""The folder of a sweep: what it is of, one file for each finished chunk, and the results once all
are there.

sweep.json            what decides the results: the sweep, its equations, kernels and versions
chunks/000000.npz     written whole or not at all, never again
results.npz           all points, arrays with the axes first
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import FileError
from ..report import results
from ..unfinished import clear
from .definition import Sweep
from .drivers import points_of

__all__ = ["Folder"]

MANIFEST = "sweep.json"
RESULTS = "results.npz"


class Folder:
    """A folder that holds or will hold one sweep."""

    def __init__(self, path: Path, sweep: Sweep, kernels: Mapping[str, str]) -> None:
        """Makes nothing yet; a ``FileError`` where the folder holds another sweep or cannot be
        written."""
        self.path, self.sweep = path, sweep
        self.about = _about(sweep, kernels)
        results.check_out_path(path / RESULTS, (".npz",))
        self._require_same()

    def begin(self) -> None:
        """Write the manifest; the parts of a sweep that run at the same time write the same
        bytes."""
        if not (self.path / MANIFEST).is_file():
            results.write_whole(
                self.path / MANIFEST, (json.dumps(self.about, indent=1) + "\n").encode()
            )

    def finished(self) -> tuple[set[int], dict[int, str]]:
        """The chunks that are there, and those whose files are of no use: empty, cut off or of
        another sweep, and why.

        The second are to be computed again.
        """
        whole, damaged = set(), {}
        for chunk in range(self.sweep.chunks):
            if self._file(chunk).exists():
                fault = self._fault(chunk)
                if fault:
                    damaged[chunk] = f"{self._file(chunk)}: {fault}; computed again"
                else:
                    whole.add(chunk)
        return whole, damaged

    def _fault(self, chunk: int) -> str:
        try:
            found = results.load(self._file(chunk))
        except FileError as error:
            return error.fault
        if found[results.PROVENANCE] != {"sweep": self.sweep.digest, "chunk": chunk}:
            return "it is of another sweep or chunk"
        numbers = self.sweep.numbers(chunk)
        if "point" not in found or found["point"].tolist() != list(numbers):
            return "it has other points"
        lacking = points_of(self.sweep).KEPT - found.keys()
        return f"it lacks {', '.join(sorted(lacking))}" if lacking else ""

    def add(self, chunk: int, arrays: Mapping[str, Any]) -> None:
        results.save(self._file(chunk), arrays, {"sweep": self.sweep.digest, "chunk": chunk})

    def complete(self) -> bool:
        """Whether all chunks are there; then ``results.npz`` is, too, and what a kill has left
        behind is not."""
        if len(self.finished()[0]) < self.sweep.chunks:
            return False
        if not self._assembled_before():
            results.save(self.path / RESULTS, self._assembled(), self.about)
        for folder in (self.path, self.path / "chunks"):
            clear(folder)
        return True

    def _assembled_before(self) -> bool:
        try:
            return bool(
                results.load(self.path / RESULTS)[results.PROVENANCE]["sweep"] == self.sweep.digest
            )
        except (FileError, KeyError):
            return False

    def _file(self, chunk: int) -> Path:
        return self.path / "chunks" / f"{chunk:06}.npz"

    def _assembled(self) -> dict[str, Any]:
        sweep = self.sweep
        parts = [results.load(self._file(chunk)) for chunk in range(sweep.chunks)]
        names = [name for name in parts[0] if name not in ("point", results.PROVENANCE)]
        joined = {name: np.concatenate(list(map(itemgetter(name), parts))) for name in names}
        arrays: dict[str, Any] = {"axes": np.array(sweep.labels)}
        arrays |= {
            label: np.array(axis.values)
            for label, axis in zip(sweep.labels, sweep.axes, strict=True)
        }
        arrays |= points_of(sweep).coordinates(sweep)
        return arrays | {
            name: values.reshape(*sweep.shape, *values.shape[1:]) for name, values in joined.items()
        }

    def _require_same(self) -> None:
        file = self.path / MANIFEST
        accepted = "an empty folder, or one with an unfinished part of the same sweep"
        try:
            there = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            if (self.path / "chunks").exists() or (self.path / RESULTS).exists():
                raise FileError(
                    str(self.path), f"it holds results without a {MANIFEST}", accepted
                ) from None
            return
        except (OSError, ValueError) as error:
            raise FileError(str(file), str(error), accepted) from None
        mine = json.loads(json.dumps(self.about))
        found = there if isinstance(there, dict) else {}
        for key in mine:
            if found.get(key) != mine[key]:
                of = (
                    "another sweep"
                    if key == "sweep"
                    else f"a sweep with {key} {found.get(key)}, now {mine[key]}"
                )
                raise FileError(str(self.path), f"it holds {of}", accepted)


def _about(sweep: Sweep, kernels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "sweep": sweep.digest,
        "content": results.strict(sweep.said),
        "axes": {label: axis.name for label, axis in zip(sweep.labels, sweep.axes, strict=True)},
        "points": sweep.points,
        "chunks": sweep.chunks,
        "systems": {system: points_of(sweep).digest(system) for system in kernels},
        "kernels": dict(kernels),
        "versions": results.versions(),
    }
