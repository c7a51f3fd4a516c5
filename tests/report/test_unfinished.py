"""What is written lies beside its place until it is whole; what a killed process left goes."""

import multiprocessing
import os
from pathlib import Path

import pytest

from orderode import unfinished
from orderode.derive.folder import write
from orderode.derive.whole import write_whole
from orderode.models.deriving import derived_folders
from orderode.unfinished import beside, clear

held = pytest.mark.skipif(unfinished.fcntl is None, reason="no locks on this system")


@held
def test_what_is_left_over_goes_and_what_is_held_stays(tmp_path):
    left = tmp_path / ".orderode-0123.tmp"
    left.mkdir()
    (left / "half").write_bytes(b"half a file")
    other = tmp_path / "mine.tmp"
    other.mkdir()
    with beside(tmp_path) as first:
        assert not left.exists()
        with beside(tmp_path) as second:
            clear(tmp_path)
            assert first.is_dir() and second.is_dir() and first != second
        assert not second.exists()
        os.replace(first, tmp_path / "made")
    assert sorted(os.listdir(tmp_path)) == ["made", "mine.tmp"]


def test_what_is_not_finished_is_no_solver(tmp_path, monkeypatch):
    monkeypatch.setattr("orderode.models.deriving._root", lambda: tmp_path)
    monkeypatch.setattr("orderode.models.deriving._whole", Path.is_dir)
    for name in (".orderode-model-0123.tmp", "model-0123"):
        (tmp_path / name).mkdir()
    assert derived_folders() == [tmp_path / "model-0123"]


def test_emitted_files_are_written_over_what_a_kill_left(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / ".sgd.c.new").write_text("much more than the file has, cut o")
    write({"c/sgd.c": "int x;\n"}, tmp_path)
    assert [p.name for p in (tmp_path / "c").iterdir()] == ["sgd.c"]
    assert (tmp_path / "c" / "sgd.c").read_text() == "int x;\n"


def test_writers_of_the_same_file_wait_for_each_other(tmp_path):
    """Sixteen processes, each as many times: one of the contents, whole, and nothing else."""
    contents = [bytes([65 + i]) * 100_000 for i in range(16)]
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_write, args=(tmp_path / "one", x)) for x in contents]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert os.listdir(tmp_path) == ["one"] and (tmp_path / "one").read_bytes() in contents


def _write(target, content):
    for _ in range(16):
        write_whole(target, content, 0o600)
