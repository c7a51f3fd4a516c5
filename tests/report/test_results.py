"""Results on disk: every digit comes back, equal contents make equal bytes, failures leave no
trace."""

from __future__ import annotations

import json
import math
import os
import platform
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from orderode.errors import FileError
from orderode.problems.reader import load_problem
from orderode.report import results

SUFFIXES = (".json", ".npz")
NOTE: dict[str, Any] = {"digest": {"problem": "0123456789abcdef"}, "seed": None, "backend": "numpy"}
suffixes = pytest.mark.parametrize("suffix", SUFFIXES)


def example() -> dict[str, Any]:
    rng = np.random.default_rng(1)
    return {
        "alpha": np.linspace(0, 1, 7),
        "Q": rng.standard_normal((7, 2, 2)),
        "R": np.asfortranarray(rng.standard_normal((7, 3)) * 1e-300),
        "eps_g": np.array([0.1, 1 / 3, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 2.0]),
        "steps": np.arange(7),
        "good": np.array([True, False]),
        "names": np.array(["ok", "step limit", "ü"]),
        "status": "ok",
        "final": 0.25,
        "K": 3,
    }


@suffixes
def test_round_trip(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    arrays = example()
    results.save(path, arrays, NOTE)
    loaded = results.load(path)
    assert list(loaded) == [*arrays, "provenance"]
    assert loaded.pop("provenance") == NOTE
    for name, value in arrays.items():
        expected = np.asarray(value)
        assert loaded[name].dtype == expected.dtype and loaded[name].shape == expected.shape, name
        np.testing.assert_array_equal(loaded[name], expected)
    assert np.signbit(loaded["eps_g"][4])
    assert str(loaded["status"]) == "ok"


@given(
    array=hnp.arrays(
        np.float64,
        hnp.array_shapes(min_dims=0, max_dims=3),
        elements=st.floats(allow_nan=True, width=64),
    )
)
def test_round_trip_of_any_floats(
    tmp_path_factory: pytest.TempPathFactory, array: np.ndarray
) -> None:
    folder = tmp_path_factory.mktemp("any")
    results.save(folder / "a.npz", {"x": array}, NOTE)
    np.testing.assert_array_equal(results.load(folder / "a.npz")["x"], array)
    results.save(folder / "a.json", {"x": array}, NOTE)
    loaded = results.load(folder / "a.json")["x"]
    assert loaded.dtype == float
    np.testing.assert_array_equal(loaded, np.where(np.isfinite(array), array, np.nan))


def test_json_is_strict(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    arrays = {"x": np.array([[1.0, np.nan], [np.inf, -np.inf]]), "y": math.nan}
    results.save(path, arrays, {"limit": math.inf})

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    content = json.loads(path.read_text(), parse_constant=refuse)
    assert content == {"x": [[1.0, None], [None, None]], "y": None, "provenance": {"limit": None}}


def test_npz_opens_in_numpy_without_pickle(tmp_path: Path) -> None:
    results.save(tmp_path / "a.npz", example(), NOTE)
    with np.load(tmp_path / "a.npz", allow_pickle=False) as archive:
        assert archive["Q"].shape == (7, 2, 2) and archive["Q"].flags.c_contiguous
        assert json.loads(str(archive["provenance"])) == NOTE


@suffixes
def test_equal_contents_make_equal_bytes(tmp_path: Path, suffix: str, monkeypatch: Any) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / "elsewhere" / f"b{suffix}"
    results.save(first, example(), NOTE)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    results.save(second, example(), NOTE)
    assert first.read_bytes() == second.read_bytes()
    # the order in memory
    results.save(second, {**example(), "Q": np.asfortranarray(example()["Q"])}, NOTE)
    assert first.read_bytes() == second.read_bytes()
    results.save(second, {**example(), "K": 4}, NOTE)
    assert first.read_bytes() != second.read_bytes()


def test_times_in_the_archive_are_fixed(tmp_path: Path) -> None:
    results.save(tmp_path / "a.npz", example(), NOTE)
    with zipfile.ZipFile(tmp_path / "a.npz") as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


class Disk(OSError):
    pass


@suffixes
@pytest.mark.parametrize(
    "error", [Disk(28, "No space left on device"), KeyboardInterrupt()], ids=["disk", "^C"]
)
@pytest.mark.parametrize("function", ["replace", "fsync"])
def test_a_failure_leaves_all_as_it_was(
    tmp_path: Path, suffix: str, error: BaseException, function: str, monkeypatch: Any
) -> None:
    path = tmp_path / f"a{suffix}"
    results.save(path, {"x": 1.0}, NOTE)
    before = path.read_bytes()

    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(os, function, fail)
    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    for target in (path, tmp_path / f"new{suffix}"):
        with pytest.raises(expected) as caught:
            results.save(target, example(), NOTE)
        if expected is FileError:
            assert f"{target}: No space left on device" in str(caught.value)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@suffixes
@pytest.mark.parametrize(
    "value", [object(), [1j], None, b"bytes", np.array([1, "a"], dtype=object)]
)
def test_what_cannot_be_saved_leaves_no_file(tmp_path: Path, suffix: str, value: Any) -> None:
    with pytest.raises(TypeError, match=r"x: .* cannot be saved"):
        results.save(tmp_path / f"a{suffix}", {"x": value}, NOTE)
    with pytest.raises(TypeError, match="provenance"):
        results.save(tmp_path / f"a{suffix}", {"provenance": 1.0}, NOTE)
    with pytest.raises(TypeError):
        results.save(tmp_path / f"a{suffix}", {"x": 1.0}, {"backend": object()})
    assert list(tmp_path.iterdir()) == []


@suffixes
@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_permissions_follow_the_umask(tmp_path: Path, suffix: str) -> None:
    for umask in (0o022, 0o077, 0o002):
        old = os.umask(umask)
        try:
            results.save(tmp_path / f"a{suffix}", {"x": 1.0}, NOTE)
        finally:
            os.umask(old)
        assert (tmp_path / f"a{suffix}").stat().st_mode & 0o777 == 0o666 & ~umask


def test_check_out_path(tmp_path: Path) -> None:
    for good in ("a.json", "a.npz", "new/folder/a.json", "a.b.npz"):
        assert results.check_out_path(tmp_path / good) == tmp_path / good
    assert results.check_out_path("a.png", suffixes=(".png", ".pdf")) == Path("a.png")
    assert list(tmp_path.iterdir()) == []  # nothing was created
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.json").mkdir()
    for bad, fault in [
        ("a.txt", "it ends in .txt; accepted: a file name that ends in .json or .npz"),
        ("a", "it has no suffix; accepted: a file name that ends in .json or .npz"),
        (".json", "it has no suffix"),
        ("folder.json", "a folder"),
        ("file/a.json", "file is not a folder"),
        ("file/b/a.json", "file is not a folder"),
        ("a\0.json", "null"),
    ]:
        with pytest.raises(FileError) as caught:
            results.check_out_path(tmp_path / bad)
        assert fault in str(caught.value) and str(tmp_path / bad) in str(caught.value)
        with pytest.raises(FileError):
            results.save(tmp_path / bad, {"x": 1.0}, NOTE)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder.json"]


def test_a_folder_without_permission_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match="no permission"):
        results.check_out_path(tmp_path / "a.json")


@pytest.mark.parametrize(
    "name, content",
    [
        ("absent.json", None),
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b"{}"),
        ("a.json", b"\xff\xff"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"provenance": {}, "x": [[1], [1, 2]]}'),
        ("a.npz", b""),
        ("a.npz", b"PK\x03\x04 and no more"),
        ("a.npz", b"\x93NUMPY"),
        ("a.txt", b"{}"),
    ],
)
def test_files_that_are_not_results(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(FileError, match=r"accepted: a result in \.json or \.npz") as caught:
        results.load(tmp_path / name)
    assert name in str(caught.value)


def test_a_damaged_archive_and_one_of_another_make(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    results.save(path, example(), NOTE)
    raw = bytearray(path.read_bytes())
    raw[200] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(FileError):
        results.load(path)
    with path.open("wb") as file:
        np.save(file, np.zeros(2))
    with pytest.raises(FileError, match="not a zip archive"):
        results.load(path)
    np.savez(path, x=1.0)
    with pytest.raises(FileError, match="provenance is missing"):
        results.load(path)


def test_provenance(tmp_path: Path) -> None:
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 1.0, "eta_w": 1.0, "P": math.inf, "V": math.inf},
        "overlaps": {"T": [1.0], "Q": 1.0, "R": [[0.5]]},
    }
    problem = load_problem(content)
    note = results.provenance(problem, system_digest="abc", backend="c", seed=3)
    assert note["digest"] == {"problem": problem.digest, "system": "abc"}
    assert note["problem"] == {
        **content,
        "parameters": {"eta_J": 1, "eta_w": 1, "P": "inf", "V": "inf"},
    }
    assert (note["seed"], note["backend"]) == (3, "c")
    assert set(note["versions"]) == {"orderode", "numpy", "scipy", "python"}
    assert note["versions"]["numpy"] == np.__version__
    assert note["versions"]["python"] == platform.python_version()
    assert note == results.provenance(problem, system_digest="abc", backend="c", seed=3)
    results.save(tmp_path / "a.json", {"x": 1.0}, note)
    assert results.load(tmp_path / "a.json")["provenance"] == note
