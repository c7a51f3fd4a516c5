"""Results on disk: arrays by name and their provenance, as .json or .npz, written whole or not at
all.

JSON holds every digit of a float and is strict: NaN and infinities become null, and null is read as
NaN.
NPZ keeps them, and it keeps shapes with a zero in them. In both, equal contents make equal bytes.
"""

from __future__ import annotations

import io
import json
import math
import os
import platform
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from orderode.errors import FileError
from orderode.problems.written import without_folder
from orderode.unfinished import beside

SUFFIXES = (".json", ".npz")
PROVENANCE = "provenance"  # the key that stands beside the arrays
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip file can hold


class Digested(Protocol):
    """A problem of either kind."""

    @property
    def content(self) -> str: ...

    @property
    def digest(self) -> str: ...


def provenance(
    problem: Digested, *, system_digest: str | None, backend: str, seed: int | None = None
) -> dict[str, Any]:
    """What made a result: the problem as it was read, where an infinite number is the text "inf",
    digests of it and of the equations, versions, seed, backend.  A model file is there by its name,
    without the folder."""
    return {
        "problem": strict(without_folder(json.loads(problem.content))),
        "digest": {"problem": problem.digest, "system": system_digest},
        "versions": versions(),
        "seed": seed,
        "backend": backend,
    }


def versions() -> dict[str, str | None]:
    """Of this package and those it computes with."""
    packages = {name: _version(name) for name in ("orderode", "numpy", "scipy")}
    return {**packages, "python": platform.python_version()}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def check_out_path(path: str | os.PathLike[str], suffixes: tuple[str, ...] = SUFFIXES) -> Path:
    """`path` if a result can be written there, else a FileError; call it before computing. Makes
    nothing."""
    out = Path(path)
    accepted = "a file name that ends in " + " or ".join(suffixes)
    if out.suffix not in suffixes:
        raise FileError(
            str(out), f"it ends in {out.suffix}" if out.suffix else "it has no suffix", accepted
        )
    if "\0" in str(out):
        raise FileError(str(out), "it holds a null character", accepted)
    try:
        if out.is_dir():
            raise FileError(str(out), "a folder", accepted)
        folder = next(parent for parent in out.absolute().parents if parent.exists())
    except OSError as error:
        raise FileError(str(out), _reason(error), accepted) from None
    if not folder.is_dir():
        raise FileError(
            str(out), f"{folder.name} is not a folder", "a path whose parents are folders"
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FileError(
            str(out), f"no permission to write into {folder}", "a folder that can be written"
        )
    return out


def save(
    path: str | os.PathLike[str], arrays: Mapping[str, Any], provenance: Mapping[str, Any]
) -> None:
    """Write arrays, numbers and strings by name, and the provenance, as the suffix of `path`
    says."""
    out = check_out_path(path)
    if out.suffix == ".json":
        write_whole(out, as_json(arrays, provenance))
    else:
        write_whole(out, _npz_bytes(_arrays(arrays), provenance))


def load(path: str | os.PathLike[str]) -> dict[str, Any]:
    """What `save` wrote: each entry an array (shape () for a number or a string), the provenance a
    dict."""
    source = Path(path)
    accepted = "a result in " + " or ".join(SUFFIXES)
    if source.suffix not in SUFFIXES:
        raise FileError(str(source), f"it ends in {source.suffix or 'no suffix'}", accepted)
    try:
        raw = source.read_bytes()
        content = _from_json(raw) if source.suffix == ".json" else _from_npz(raw)
    except (OSError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile) as error:
        raise FileError(str(source), _reason(error), accepted) from None
    return content


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Put `data` into the file at `path`, or leave all as it was."""
    out = Path(path)
    try:
        with beside(out.parent) as folder:
            with (folder / out.name).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(folder / out.name, out)
    except OSError as error:
        raise FileError(str(out), _reason(error), "a path that can be written") from error


def _arrays(arrays: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    return {name: _array(name, value) for name, value in arrays.items()}


def _array(name: str, value: Any) -> NDArray[Any]:
    array = np.asarray(value, order="C")
    if name == PROVENANCE or array.dtype.kind not in "biufU":
        raise TypeError(
            f"{name}: {array.dtype} cannot be saved under this name; real numbers and strings can"
        )
    return array


def as_json(arrays: Mapping[str, Any], provenance: Mapping[str, Any]) -> bytes:
    """What a .json file holds, a line for each array."""
    content = {name: array.tolist() for name, array in _arrays(arrays).items()}
    strict = _nonfinite_to_none({**content, PROVENANCE: provenance})
    lines = (
        f"{json.dumps(name)}: {json.dumps(value, allow_nan=False)}"
        for name, value in strict.items()
    )
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _from_json(raw: bytes) -> dict[str, Any]:
    content = json.loads(raw)
    if not isinstance(content, dict) or PROVENANCE not in content:
        raise ValueError(f"not a result: {PROVENANCE} is missing")
    kept = content.pop(PROVENANCE)
    return {**{name: np.asarray(_none_to_nan(v)) for name, v in content.items()}, PROVENANCE: kept}


def _npz_bytes(arrays: Mapping[str, NDArray[Any]], provenance: Mapping[str, Any]) -> bytes:
    note = np.asarray(json.dumps(_nonfinite_to_none(provenance), allow_nan=False))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, array in {**arrays, PROVENANCE: note}.items():
            member = zipfile.ZipInfo(f"{name}.npy", EPOCH)
            member.create_system = 3  # the same on every system
            with archive.open(member, "w", force_zip64=True) as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    return buffer.getvalue()


def _from_npz(raw: bytes) -> dict[str, Any]:
    if not raw.startswith(b"PK"):
        raise ValueError("not a zip archive of arrays")
    with np.load(io.BytesIO(raw), allow_pickle=False) as archive:
        content: dict[str, Any] = {name: archive[name] for name in archive.files}
    if PROVENANCE not in content:
        raise ValueError(f"not a result: {PROVENANCE} is missing")
    content[PROVENANCE] = json.loads(str(content[PROVENANCE]))
    return content


def strict(value: Any) -> Any:
    """What JSON has no number for as text: infinity is "inf" or "-inf", what is not a number
    "nan"."""
    if isinstance(value, Mapping):
        return {name: strict(x) for name, x in value.items()}
    if isinstance(value, list | tuple):
        return [strict(x) for x in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _nonfinite_to_none(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _nonfinite_to_none(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_nonfinite_to_none(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _none_to_nan(value: Any) -> Any:
    if isinstance(value, list):
        return [_none_to_nan(v) for v in value]
    return math.nan if value is None else value


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
