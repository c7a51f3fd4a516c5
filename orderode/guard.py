"""How commands end: the exit status, and what a user is told."""

from __future__ import annotations

import contextlib
import errno
import functools
import logging
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from .errors import OrderodeError

__all__ = ["Group", "guarded", "is_quiet"]


class Group(click.Group):
    """Commands whose words cannot be written, to a full disk for one, end with status 2 and a line
    that says where; also those of click itself, such as --help."""

    def main(self, *args: Any, **options: Any) -> Any:
        # before numpy is imported: matrices are small, and threads at each of them cost a hundred
        # times what they gain where cores are busy
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        try:
            return super().main(*args, **options)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read has had enough
                raise
            where = error.filename or "standard output"
            with contextlib.suppress(OSError):
                click.echo(f"orderode: {where}: {error.strerror or error}", err=True)
            # what could not be written is not tried again when Python ends
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(2)


class Told(logging.Handler):
    """What is done, in lines on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"orderode: {record.getMessage()}", err=True)


LOG = logging.getLogger("orderode")
LOG.addHandler(Told())
QUIET = "orderode.quiet"


def _quiet(context: click.Context, _: Any, value: bool) -> None:
    context.meta[QUIET] = value


def _verbose(_: Any, __: Any, value: bool) -> None:
    LOG.setLevel(logging.INFO if value else logging.WARNING)


def is_quiet() -> bool:
    """Whether the command was given -q."""
    return bool(click.get_current_context().meta.get(QUIET))


#: Options of every command.
ALL = (
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_verbose,
        help="say on standard error what is done, and how long it takes",
    ),
    click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_quiet,
        help="no words and no bar; what is wrong is said all the same",
    ),
)


def guarded(command: Callable[..., int | None]) -> Callable[..., None]:
    """Errors meant for the user go to stderr and end with status 2; a refused theory or test with
    status 1."""

    @functools.wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            code = command(*args, **options)
        except OrderodeError as error:
            click.echo(f"orderode: {error}", err=True)
            sys.exit(2)
        except MemoryError as error:
            click.echo(
                f"orderode: out of memory: {error or 'this needs more than there is'}", err=True
            )
            sys.exit(2)
        sys.exit(code or 0)

    for option in ALL:
        run = option(run)
    return run
