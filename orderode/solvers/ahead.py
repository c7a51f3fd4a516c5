"""The libraries of a system that will all be wanted, compiled side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from ..errors import OrderodeError
from ..models.catalogue import Entry
from .batch import supports_batch
from .build import QUICK, build

__all__ = ["compile_ahead"]


def compile_ahead(
    e: Entry,
    *others: Callable[[], object],
    vectors: bool,
    few: bool,
    covariance: bool,
) -> None:
    """Compile what is not kept of a flow's scalar code; with ``vectors`` its vector kernels,
    ``few`` for finite support sets; with ``covariance`` that of the covariance of one step; and
    what ``others`` compile.

    What does not compile is no fault here: whoever wants it asks again, and is told.
    """
    wanted: list[Callable[[], object]] = [lambda: build(e.name, e.folder), *others]
    if vectors:
        wanted.append(lambda: supports_batch(e.key, few=few))
    if covariance and e["diffusion"]:
        wanted.append(lambda: build(f"{e.name}_fluctuations", e.folder, optimise=QUICK))

    def attempt(compiling: Callable[[], object]) -> None:
        with suppress(OrderodeError):
            compiling()

    with ThreadPoolExecutor(len(wanted)) as pool:
        list(pool.map(attempt, wanted))
