"""Where chunks are computed: all executors have the interface of ``concurrent.futures``."""

from __future__ import annotations

import contextlib
import importlib.util
import multiprocessing
import os
import typing
from collections.abc import Callable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)

from ..errors import NotAvailable, WorkerLost
from ..solvers.batch import cores
from ..workers import end_with

__all__ = ["executor"]


@contextlib.contextmanager
def executor(
    name: str, workers: int | None = None, scheduler: str | None = None
) -> Iterator[Executor]:
    """``workers`` threads or processes (one per core unless given), or the workers of a dask
    scheduler.

    On the way out nothing that has not begun is begun. A lost worker process is a ``WorkerLost``;
    dask gives the chunks of a lost worker to another one.
    """
    if name == "dask":
        if workers is not None:
            raise NotAvailable(
                "--workers with dask", "the scheduler has its own", "start more of them there"
            )
        with _dask(scheduler) as remote:
            yield remote
        return
    if scheduler is not None:
        raise NotAvailable(f"--scheduler with {name}", "it belongs to dask", "add --executor dask")
    count = workers or cores()
    if name == "threads":
        pool: Executor = ThreadPoolExecutor(count)
    else:
        # spawn: forked children of a process with threads can hang
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(count, spawn, initializer=end_with, initargs=(os.getpid(),))
    try:
        yield pool
    except BrokenExecutor:
        raise WorkerLost(name, "a worker process has died") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _dask(scheduler: str | None) -> Iterator[Executor]:
    if importlib.util.find_spec("distributed") is None:
        raise NotAvailable(
            "--executor dask", "dask.distributed is not installed", 'pip install "orderode[dask]"'
        )
    if scheduler is None:
        remedy = "give its address: --scheduler tcp://host:8786"
        raise NotAvailable("--executor dask", "it needs a scheduler", remedy)
    from distributed import Client, KilledWorker
    from distributed.comm import CommClosedError

    try:
        client = Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkerLost("dask", f"no scheduler at {scheduler} ({error})") from None
    with client:
        try:
            yield _Remote(client)
        except KilledWorker as error:
            raise WorkerLost("dask", str(error)) from None
        except (CancelledError, CommClosedError):
            raise WorkerLost("dask", f"the scheduler at {scheduler} is gone") from None


class _Remote(Executor):
    """The workers of a dask client. Its own executor gives a ValueError for a result that is lost
    with its worker between the last step and the collection; here such a chunk is waited for until
    another worker has made it, or nobody is left to."""

    def __init__(self, client: typing.Any) -> None:
        self.client = client
        self.kept: list[typing.Any] = []  # dask forgets a result that nobody holds

    def submit(  # type: ignore[override]
        self, function: Callable[..., typing.Any], /, *arguments: typing.Any
    ) -> Future[typing.Any]:
        """A future of this process that ends as the remote one does."""
        here: Future[typing.Any] = Future()

        def collect(remote: typing.Any) -> None:
            try:
                found = remote.result()
            except BaseException as error:
                here.set_exception(error)
            else:
                here.set_result(found)

        remote = self.client.submit(function, *arguments, pure=False)
        remote.add_done_callback(collect)
        self.kept.append(remote)
        return here
