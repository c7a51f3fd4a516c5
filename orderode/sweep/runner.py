"""Run a sweep: chunks that are not there yet go to the executor, and each is written as it comes
back."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path
from typing import Any

from ..errors import ProblemError
from ..problems.schema import Rule, as_path, integer, one_of
from ..theory.arguments import checked
from .definition import Sweep
from .drivers import compute_chunk, points_of
from .executors import executor
from .lock import locked
from .result import SweepResult, load
from .store import Folder
from .words import EXECUTORS, KERNELS

__all__ = ["run"]

MOST_WORKERS = 10_000
SHARD = Rule(
    "two integers i, n with 1 <= i <= n",
    lambda v: (
        v if isinstance(v, list) and len(v) == 2 and _whole(v) and 1 <= v[0] <= v[1] else None
    ),
)


def run(
    sweep: Sweep,
    folder: str | Path,
    *,
    workers: int | None = None,
    engine: str = "threads",
    scheduler: str | None = None,
    shard: tuple[int, int] = (1, 1),
    kernels: str = "auto",
    progress: bool | None = None,
) -> SweepResult | None:
    """Compute what the folder lacks of a sweep; the results, or None where the parts of other
    shards are missing.

    workers, engine, scheduler: see `orderode.sweep.executors`. shard (i, n): of every n chunks the
    i-th. None of them changes a bit of the results. progress: show a bar on stderr; None shows it
    only on a terminal.
    """
    workers = None if workers is None else checked("workers", integer(1, MOST_WORKERS), workers)
    part, parts = checked("shard", SHARD, shard)
    for name, value, accepted in (("engine", engine, EXECUTORS), ("kernels", kernels, KERNELS)):
        checked(name, one_of(*accepted), value)
    if not isinstance(sweep, Sweep):
        raise ProblemError(
            "sweep",
            sweep,
            "a Sweep, as orderode.sweep.read_sweep makes it",
            f"a {type(sweep).__name__}",
        )
    where = as_path(folder, "folder")
    chosen = points_of(sweep).chosen_solvers(sweep, kernels)
    place = Folder(where, sweep, chosen)
    with locked(where, part, parts):
        return _filled(place, (part, parts), chosen, engine, workers, scheduler, progress)


def _filled(
    place: Folder,
    shard: tuple[int, int],
    chosen: dict[str, str],
    engine: str,
    workers: int | None,
    scheduler: str | None,
    progress: bool | None,
) -> SweepResult | None:
    """What the folder holds when the chunks of this shard that it lacked are there."""
    sweep, (part, parts) = place.sweep, shard
    done, damaged = place.finished()
    mine = range(part - 1, sweep.chunks, parts)
    missing = [chunk for chunk in mine if chunk not in done]
    total = sum(len(sweep.numbers(chunk)) for chunk in mine)
    ready = total - sum(len(sweep.numbers(chunk)) for chunk in missing)
    place.begin()
    disable = None if progress is None else not progress
    with warnings.catch_warnings():  # a notebook without widgets has a bar of text
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm  # slow to import

    for chunk in damaged.keys() & set(mine):
        tqdm.write(f"orderode: {damaged[chunk]}", file=sys.stderr)
    with tqdm(total=total, initial=ready, desc="sweep", unit=" points", disable=disable) as bar:
        if missing:
            with executor(engine, workers, scheduler) as pool:
                counts: Counter[str] = Counter()
                for chunk, arrays in _computed(pool, sweep, missing, chosen):
                    place.add(chunk, arrays)
                    counts.update(arrays["status"].tolist())
                    bar.set_postfix_str(
                        ", ".join(f"{n} {word}" for word, n in sorted(counts.items())),
                        refresh=False,
                    )
                    bar.update(len(arrays["status"]))
    return load(place.path) if place.complete() else None


def _whole(values: list[Any]) -> bool:
    return all(isinstance(x, int) and not isinstance(x, bool) for x in values)


def _computed(
    pool: Executor, sweep: Sweep, chunks: list[int], kernels: dict[str, str]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Chunks and their arrays as they come; the first error ends it."""
    futures: dict[Future[dict[str, Any]], int] = {
        pool.submit(compute_chunk, sweep.content, chunk, kernels): chunk for chunk in chunks
    }
    try:
        for future in as_completed(list(futures)):
            yield futures.pop(future), future.result()
    except ProblemError as error:
        error.source = sweep.source
        raise
