"""Sweeps are cut into chunks: nothing that was finished is lost to a kill, nothing is computed
twice, and how many workers of which kind computed a sweep, in one piece or several, changes none of
its bytes."""

import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import orderode.sweep
from orderode.errors import FileError, NotAvailable, WorkerLost
from orderode.report import results
from orderode.sweep import drivers
from orderode.sweep.executors import executor
from orderode.sweep.store import RESULTS

SWEEP = """
[problem]
model = "fo_anil"
activation = "erf"
K = 2
M = 2
[problem.parameters]
eta_J = 3.0
eta_w = 2.0
P = inf
V = 20
[problem.overlaps]
T = [1.0, 2.0]
Q = 0.5
R = { N = 20, seed = 1 }
[problem.run]
alpha_end = 60.0
points = 61
rtol = 1e-9
[axes]
activation = ["erf", "linear"]
"parameters.eta_w" = { first = 0.5, last = 2.0, points = 4 }
"parameters.eta_J" = [1.0, 4.0, 60.0]
[outputs]
crossings = [0.2, 0.02]
eps_g_at = [0.0, 20.0]
final_state = true
"""
CHUNKS = 12


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A sweep of chunks of two points, and the same with points that take long: (short, long)."""
    folder = tmp_path_factory.mktemp("sweeps")
    (folder / "short.toml").write_text("chunk = 2\n" + SWEEP)
    slow = (
        SWEEP.replace("alpha_end = 60.0", "alpha_end = 250.0")
        .replace("60.0]", "8.0]")
        .replace("1e-9", "1e-11")
    )
    (folder / "long.toml").write_text("chunk = 2\n" + slow)
    return folder / "short.toml", folder / "long.toml"


@pytest.fixture(scope="module")
def undisturbed(files, tmp_path_factory):
    """The bytes of both sweeps, each computed by one thread in one go."""
    found = []
    for file in files:
        out = tmp_path_factory.mktemp("undisturbed")
        orderode.sweep.run(orderode.sweep.read_sweep(file), out, workers=1)
        found.append(contents(out))
    return found


def contents(folder):
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


needs_locks = pytest.mark.skipif(
    importlib.util.find_spec("fcntl") is None, reason="no locks on this system"
)


def start(*arguments):
    return subprocess.Popen([sys.executable, "-m", "orderode.cli", "sweep", *map(str, arguments)])


def chunks(folder):
    return sorted((folder / "chunks").glob("*.npz"))


def wait_for(condition, process=None):
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "nothing came in two minutes"
        assert process is None or process.poll() is None, "it ended before it was to be killed"
        time.sleep(0.002)


def test_the_undisturbed_sweep_has_what_the_others_are_compared_on(files, undisturbed):
    short, long = undisturbed
    assert len(short) == len(long) == CHUNKS + 2
    found = orderode.sweep.run(orderode.sweep.read_sweep(files[0]), files[0].parent / "look")
    assert set(found.counts()) > {"ok", "unreached"}, "trajectories of each kind, failed ones too"


@pytest.mark.parametrize("workers", [2, 5])
def test_any_number_of_threads(files, undisturbed, tmp_path, workers):
    orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path, workers=workers)
    assert contents(tmp_path) == undisturbed[0]


@pytest.mark.slow
def test_processes(files, undisturbed, tmp_path):
    orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path, engine="processes", workers=2)
    assert contents(tmp_path) == undisturbed[0]


def test_shards_in_any_order(files, undisturbed, tmp_path):
    sweep = orderode.sweep.read_sweep(files[0])
    for part in (3, 1):
        assert orderode.sweep.run(sweep, tmp_path, shard=(part, 3)) is None
        with pytest.raises(FileError, match="the sweep is not finished"):
            orderode.sweep.load(tmp_path)
    assert len(chunks(tmp_path)) == 8
    assert orderode.sweep.run(sweep, tmp_path, shard=(2, 3)) is not None
    assert contents(tmp_path) == undisturbed[0]


@pytest.mark.slow
def test_killed_and_resumed(files, undisturbed, tmp_path):
    process = start(files[1], "--out", tmp_path)
    wait_for(lambda: len(chunks(tmp_path)) >= 3, process)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = {file: file.stat().st_mtime_ns for file in chunks(tmp_path)}
    assert 3 <= len(before) < CHUNKS and not (tmp_path / RESULTS).exists()
    left = tmp_path / "chunks" / ".orderode-0123456789abcdef.tmp"
    left.mkdir()
    (left / "000003.npz").write_bytes(b"half a file, as a kill may leave")
    # some trajectories fail, as they do undisturbed
    assert start(files[1], "--out", tmp_path).wait() == 1
    assert {file: file.stat().st_mtime_ns for file in before} == before, (
        "what was there was written again"
    )
    assert contents(tmp_path) == undisturbed[1]


def test_what_is_there_is_not_computed_again(files, undisturbed, tmp_path, monkeypatch):
    for name, data in undisturbed[0].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / RESULTS).unlink()
    (tmp_path / "chunks" / "000007.npz").unlink()
    computed, real = [], drivers.compute_chunk

    def counted(content, chunk, kernels):
        computed.append(chunk)
        return real(content, chunk, kernels)

    monkeypatch.setattr("orderode.sweep.runner.compute_chunk", counted)
    orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path)
    assert computed == [7]
    assert contents(tmp_path) == undisturbed[0]


def test_a_process_that_dies_is_reported_and_the_rest_is_resumed(files, undisturbed, tmp_path):
    with pytest.raises(WorkerLost, match="a worker process has died; run the same command again"):
        with executor("processes", 1) as pool:
            pool.submit(os._exit, 3).result()
    assert orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path) is not None
    assert contents(tmp_path) == undisturbed[0]


def test_another_sweep_in_the_folder_is_refused(files, undisturbed, tmp_path):
    orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path, shard=(1, 6))
    before = contents(tmp_path)
    with pytest.raises(FileError, match="it holds another sweep"):
        orderode.sweep.run(orderode.sweep.read_sweep(files[1]), tmp_path)
    with pytest.raises(FileError, match=r"it holds a sweep with kernels .*, now .*numpy"):
        orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path, kernels="numpy")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("damage", [b"", b"PK", b"half", None, "another"])
def test_a_damaged_chunk_is_computed_again(files, undisturbed, tmp_path, damage, capsys):
    """Empty, cut off, no archive, without one of its arrays, or the file of another chunk."""
    for name, data in undisturbed[0].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / RESULTS).unlink()
    broken = tmp_path / "chunks" / "000007.npz"
    if damage == "another":
        broken.write_bytes((tmp_path / "chunks" / "000003.npz").read_bytes())
    elif damage is None:
        kept = results.load(broken)
        results.save(
            broken,
            {k: v for k, v in kept.items() if k not in ("eps_g", "provenance")},
            kept["provenance"],
        )
    else:
        broken.write_bytes(damage if damage != b"half" else broken.read_bytes()[:700])
    assert orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path) is not None
    said = capsys.readouterr().err
    assert "000007.npz: " in said and "; computed again" in said
    assert contents(tmp_path) == undisturbed[0]


def test_damaged_results_are_assembled_again(files, undisturbed, tmp_path):
    for name, data in undisturbed[0].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data if name != RESULTS else b"")
    assert orderode.sweep.run(orderode.sweep.read_sweep(files[0]), tmp_path) is not None
    assert contents(tmp_path) == undisturbed[0]


@needs_locks
def test_two_sweeps_in_one_folder(files, undisturbed, tmp_path):
    """The second is told who is at work; a shard without a chunk of the first may run beside it; a
    kill frees all."""
    hold = f"with locked(Path({str(tmp_path)!r}), 1, 2): print('held', flush=True); time.sleep(600)"
    command = (
        f"import time\nfrom pathlib import Path\nfrom orderode.sweep.lock import locked\n{hold}"
    )
    with subprocess.Popen([sys.executable, "-c", command], stdout=subprocess.PIPE) as first:
        assert first.stdout.readline() == b"held\n"
        sweep = orderode.sweep.read_sweep(files[0])
        for shard in ((1, 2), (1, 1), (3, 4)):
            with pytest.raises(
                FileError, match=f"another run of a sweep is at work in it: process {first.pid} on "
            ):
                orderode.sweep.run(sweep, tmp_path, shard=shard)
        assert not chunks(tmp_path)
        assert orderode.sweep.run(sweep, tmp_path, shard=(2, 2)) is None
        first.send_signal(signal.SIGKILL)
    assert orderode.sweep.run(sweep, tmp_path, shard=(1, 2)) is not None
    assert contents(tmp_path) == undisturbed[0]


# -- dask ------------------------------------------------------------------------------------------


needs_dask = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="dask.distributed is not installed"
)


@needs_dask
def test_a_dask_cluster_that_loses_a_worker(files, undisturbed, tmp_path):
    """Three worker processes; one is killed once the first chunks are there. Later the whole
    cluster goes away."""
    import dask
    from distributed import Client, LocalCluster

    dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"})
    sweep = orderode.sweep.read_sweep(files[1])
    options = {"processes": True, "threads_per_worker": 1, "dashboard_address": None}
    with LocalCluster(n_workers=3, **options) as cluster, Client(cluster) as client:
        pids = sorted(client.run(os.getpid).values())
        assert len(set(pids)) == 3 and os.getpid() not in pids
        address = {"engine": "dask", "scheduler": cluster.scheduler_address}
        found = []
        running = threading.Thread(
            target=lambda: found.append(orderode.sweep.run(sweep, tmp_path, **address))
        )
        running.start()
        wait_for(lambda: len(chunks(tmp_path)) >= 2)
        os.kill(pids[0], signal.SIGKILL)
        at_kill = len(chunks(tmp_path))
        running.join(timeout=300)
        assert at_kill < CHUNKS, "the sweep was over before a worker was killed"
        assert found and found[0] is not None
        assert contents(tmp_path) == undisturbed[1]

        closing = threading.Thread(
            target=lambda: (wait_for(lambda: chunks(tmp_path / "again")), cluster.close())
        )
        closing.start()
        with pytest.raises(WorkerLost, match="is gone; run the same command again"):
            orderode.sweep.run(sweep, tmp_path / "again", **address)
        closing.join()
    assert 0 < len(chunks(tmp_path / "again")) < CHUNKS


def test_dask_says_what_it_needs(files, tmp_path):
    sweep = orderode.sweep.read_sweep(files[0])
    with pytest.raises(NotAvailable, match=r"--executor dask|orderode\[dask\]"):
        orderode.sweep.run(sweep, tmp_path, engine="dask")
    with pytest.raises(NotAvailable, match="add --executor dask"):
        orderode.sweep.run(sweep, tmp_path, scheduler="tcp://127.0.0.1:1")
    assert not chunks(tmp_path)
