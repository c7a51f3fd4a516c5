"""Commands as tests run them."""

import inspect

import click.testing

from orderode.cli import main
from orderode.compiler import compiler
from orderode.errors import BackendError

#: Before click 8.2 the two streams are one unless it is told.
APART = {"mix_stderr"} & inspect.signature(click.testing.CliRunner).parameters.keys()


def run(*arguments):
    """Exit status, stdout and stderr of a command; an exception that is no exit is raised."""
    done = click.testing.CliRunner(**dict.fromkeys(APART, False)).invoke(
        main, [str(x) for x in arguments]
    )
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def good(*arguments):
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    return out


def listing(folder):
    return sorted(str(x.relative_to(folder)) for x in folder.rglob("*"))


def has_compiler():
    try:
        compiler()
    except BackendError:
        return False
    return True


def refused(folder, *arguments):
    """The message of a command that exits with status 2: one line on stderr, nothing on stdout,
    nothing written."""
    before = listing(folder)
    code, out, err = run(*arguments)
    assert code == 2, (code, out, err)
    assert out == "" and err.startswith("orderode: ") and err.endswith("\n")
    assert "Traceback" not in err and str(folder) not in err
    assert listing(folder) == before
    return err.removeprefix("orderode: ").removesuffix("\n")
