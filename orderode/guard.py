"""How commands end: the exit status, and what a user is told."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

import click

from .errors import OrderodeError

__all__ = ["guarded"]


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

    return run
