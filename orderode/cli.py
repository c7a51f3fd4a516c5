"""The command line, a short function a verb: it parses, reads the problem, calls, writes the
outcome.

What computes is imported inside: the start of a command loads what it needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .guard import Group, guarded, is_quiet
from .solvers import BACKENDS

SET = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="instead of what FILE says: parameters.eta_w=3, values as in TOML; may be repeated",
)
BACKEND = click.option(
    "--backend", type=click.Choice(BACKENDS), default="auto", help="solver (auto: C, else numpy)"
)
NUMBERS = click.option(
    "--out",
    default="-",
    help="where to write: .json or .npz (default: -, JSON to standard output)",
)
FOLDER = click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder for the figure and the numbers",
)


def FILE(command: Any) -> Any:
    """A problem file, - for standard input, and what is set in it."""
    return click.argument("file", type=click.Path(path_type=Path))(SET(command))


class Commands(Group):
    """With the commands on sweeps, which are loaded when they are asked for."""

    SWEEPS = ("plot", "sweep")

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*self.commands, *self.SWEEPS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.SWEEPS:
            return super().get_command(ctx, cmd_name)
        from .sweep import commands

        found: click.Command = getattr(commands, cmd_name)
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orderode")
def main() -> None:
    """Macroscopic equations of learning algorithms: derived, solved, checked against simulation."""


def _call(verb: str, settings: tuple[str, ...], *files: Path, **options: Any) -> Any:
    """The outcome of a command for the problem in a file, or the problems in several."""
    from . import commands
    from .problems.reader import asked_for

    problems = tuple(asked_for(file, settings) for file in files)
    given = problems if verb == "draw" else problems[0]
    return commands.call(verb, given, quiet=is_quiet(), **options)


@main.command()
@click.argument("model", required=False)
@guarded
def models(model: str | None) -> None:
    """What has been generated, and for which P and V: exact, by quadrature, or refused; or what
    MODEL states, a name, a model file (.py) or a folder it was derived into, and what has been
    derived from it."""
    from .commands import text
    from .commands.listing import listed

    for line in listed() if model is None else text("models", model):
        click.echo(line)


@main.command()
@click.argument("model")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder to write numpy, C and LaTeX into",
)
@click.option(
    "--activation", default="erf", show_default=True, help="as orderode models lists them"
)
@click.option("--polynomial", help='instead: coefficients of a polynomial, "0,1,0,0.3"')
@guarded
def derive(model: str, out: Path, activation: str, polynomial: str | None) -> int:
    """Derive MODEL, a model file of your own (.py), emit its solvers into a folder, and judge them:
    one step of the equations against many simulated ones (status 1 where these disagree)."""
    from .commands.derive import derive as run
    from .commands.places import Words

    return Words().write(run(model, out, activation, polynomial))


@main.command()
@click.argument("model")
@click.option("--derivation", is_flag=True, help="how the equations were derived, step by step")
@click.option("--activation", help="of a model file, as orderode models lists them (default: erf)")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="at this value of a parameter, P=inf, or of w0, mean, cov and kurtosis; may be repeated",
)
@click.option("--compact", is_flag=True, help="from the result down, with sums over all fields")
@click.option("--K", "K", type=int, help="with --M: an equation for each element, sums written out")
@click.option("--M", "M", type=int, help="units of the teacher, where sums are written out")
@click.option(
    "--format",
    "form",
    type=click.Choice(("latex", "text", "html")),
    default="latex",
    show_default=True,
    help="a document, words and signs for a terminal, or a page that needs no network",
)
@click.option("--body", is_flag=True, help="what stands between \\begin and \\end of the document")
@guarded
def equations(
    model: str,
    derivation: bool,
    activation: str | None,
    settings: tuple[str, ...],
    compact: bool,
    K: int | None,
    M: int | None,
    form: str,
    body: bool,
) -> None:
    """The equations of MODEL: a name as orderode models lists it, a model file (.py), or a folder
    it was derived into; with --set those that are left at some values, in compact form, with --K
    and --M for these numbers of units."""
    from .commands import text
    from .report.forms import written

    sizes = [f"{name}={value}" for name, value in (("K", K), ("M", M)) if value is not None]
    settings = (*settings, *sizes)
    found = text(
        "equations",
        model,
        derivation=derivation,
        activation=activation,
        settings=settings,
        compact=compact,
    )
    click.echo(written(found, form, body=body), nl=False)


@main.command()
@click.argument("name", required=False)
@guarded
def example(name: str | None) -> None:
    """The text of a problem file, a sweep, or a program that embeds a solver, by NAME: fig2,
    c/embed.c; without one, the list of them."""
    from .commands.examples import listed, text_of

    if name is not None:
        click.echo(text_of(name), nl=False)
        return
    for line in listed():
        click.echo(line)


@main.command()
@guarded
def schema() -> None:
    """The JSON Schema of problem files, by which editors complete and check them."""
    import json

    from .problems.editors import problem_schema

    click.echo(json.dumps(problem_schema(), indent=1))


@main.command()
@FILE
@BACKEND
@guarded
def rhs(file: Path, settings: tuple[str, ...], backend: str) -> int:
    """dR/dalpha, dQ/dalpha and eps_g at the overlaps of FILE, as JSON (null and status 1 where
    there are none)."""
    from .commands.places import Screen

    return Screen().write(_call("rhs", settings, file, backend=backend))


@main.command()
@FILE
@NUMBERS
@BACKEND
@guarded
def integrate(file: Path, settings: tuple[str, ...], out: str, backend: str) -> int:
    """Integrate the theory of FILE over the times of its [run]."""
    from .commands.places import numbers

    return numbers(out).write(_call("integrate", settings, file, backend=backend))


@main.command()
@FILE
@NUMBERS
@BACKEND
@guarded
def solve(file: Path, settings: tuple[str, ...], out: str, backend: str) -> int:
    """Solve the fixed point of FILE (model srf or one_step): errors and overlaps at each alpha."""
    from .commands.places import numbers

    return numbers(out).write(_call("solve", settings, file, backend=backend))


@main.command()
@FILE
@NUMBERS
@guarded
def simulate(file: Path, settings: tuple[str, ...], out: str) -> int:
    """Simulate FILE microscopically, as its [simulation] says."""
    from .commands.places import numbers

    return numbers(out).write(_call("simulate", settings, file))


@main.command()
@FILE
@FOLDER
@BACKEND
@click.option(
    "--band",
    is_flag=True,
    help=(
        "predict the error bars also where that takes minutes: with a rule with nodes, for many"
        " units"
    ),
)
@guarded
def compare(file: Path, settings: tuple[str, ...], out: Path, backend: str, band: bool) -> int:
    """Theory against simulation: a figure, the numbers, a verdict (status 1 unless they agree)."""
    from .commands.places import Folder

    asked = {"band": True} if band else {}
    return Folder(out, "comparison").write(
        _call("compare", settings, file, backend=backend, **asked)
    )


@main.command()
@FILE
@click.option(
    "--tasks",
    type=click.IntRange(2),
    default=100_000,
    show_default=True,
    help="tasks to average over",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@BACKEND
@guarded
def drift(file: Path, settings: tuple[str, ...], tasks: int, seed: int, backend: str) -> int:
    """One-step drift test of FILE: z-scores of simulation against theory (status 1 if one is too
    large)."""
    from .commands.places import Words

    return Words().write(_call("drift", settings, file, tasks=tasks, seed=seed, backend=backend))


@main.command()
@FILE
@click.option(
    "--continue",
    "along",
    metavar="KEY=LOW..HIGH",
    help="follow them along a parameter: parameters.eta_w=0.1..9",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="folder for the numbers, the words, and with --continue the figure",
)
@click.option(
    "--starts",
    type=click.IntRange(0),
    default=64,
    show_default=True,
    help="drawn states to search from",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option(
    "--directions",
    type=click.IntRange(0),
    default=2,
    show_default=True,
    help="with --continue: follow those that the flow leaves along at most so many directions",
)
@BACKEND
@guarded
def steady(
    file: Path,
    settings: tuple[str, ...],
    along: str | None,
    out: Path | None,
    starts: int,
    seed: int,
    directions: int,
    backend: str,
) -> int:
    """Steady states of FILE: where its order parameters rest, whether they are stable, how fast
    they are left, which units have specialised (status 1 if none is found)."""
    from .commands.places import Folder, Words

    place = Words() if out is None else Folder(out, "steady")
    options = {"starts": starts, "seed": seed, "backend": backend}
    if along is not None:
        options |= {"along": along, "directions": directions}
    return place.write(_call("steady", settings, file, **options))


@main.command()
@FILE
@click.option(
    "--vary",
    "bounds",
    multiple=True,
    required=True,
    metavar="KEY=LOW..HIGH",
    help="a rate or probability and its bounds: parameters.eta_J=0..6; may be repeated",
)
@click.option(
    "--pieces",
    type=click.IntRange(1, 200),
    default=10,
    show_default=True,
    help="of equal length, in which rates are constant",
)
@click.option("--linear", is_flag=True, help="rates on straight lines between the ends of pieces")
@click.option(
    "--of",
    multiple=True,
    metavar="OBSERVABLE",
    help="what is made small instead of eps_g; of several, each with --of, their average",
)
@click.option("--mean", is_flag=True, help="eps_g on average over alpha, not that at the end")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="folder for the problem with the schedule, the numbers, the words and the figure",
)
@click.option(
    "--starts",
    type=click.IntRange(0, 100),
    default=3,
    show_default=True,
    help="drawn schedules to go down from, beside the best constant rates",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@BACKEND
@guarded
def optimise(
    file: Path,
    settings: tuple[str, ...],
    bounds: tuple[str, ...],
    pieces: int,
    linear: bool,
    of: tuple[str, ...],
    mean: bool,
    out: Path | None,
    starts: int,
    seed: int,
    backend: str,
) -> int:
    """The schedule of rates of FILE with the least eps_g, beside the best constant rates; compare
    judges the problem that it writes."""
    from .commands.places import Folder, Words
    from .theory.optimise import bounds_of

    place = Words() if out is None else Folder(out, "optimised")
    options = {"pieces": pieces, "mean": mean, "starts": starts, "seed": seed, "backend": backend}
    options["linear"] = linear
    options["of"] = of or "eps_g"
    return place.write(_call("optimise", settings, file, bounds=bounds_of(bounds), **options))


@main.command()
@FILE
@click.option(
    "--of",
    metavar="OBSERVABLE",
    help="of this number at the end alone, such as eps_g, by one pass back: cheaper",
)
@click.option("--mean", is_flag=True, help="the same of its average over alpha")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="folder for the numbers, the words and the figure",
)
@BACKEND
@guarded
def sensitivity(
    file: Path,
    settings: tuple[str, ...],
    of: str | None,
    mean: bool,
    out: Path | None,
    backend: str,
) -> int:
    """How the trajectory of FILE answers small changes of its start and parameters, and how much
    they grow along the way; or what one number at its end answers to (status 1 where it failed)."""
    from .commands.places import Folder, Words

    place = Words() if out is None else Folder(out, "sensitivity")
    return place.write(_call("sensitivity", settings, file, of=of, mean=mean, backend=backend))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, help="the figure: .png or .pdf")
@SET
@BACKEND
@guarded
def draw(files: tuple[Path, ...], out: str, settings: tuple[str, ...], backend: str) -> int:
    """Theory of one or more FILES in a figure: eps_g, R and rho_kn = R_kn/sqrt(Q_kk T_nn) over
    alpha, or the errors of fixed points over alpha."""
    from .commands.places import Figure

    return Figure(out).write(_call("draw", settings, *files, backend=backend))


@main.command()
@FILE
@FOLDER
@click.option(
    "--steps",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="inner steps at test time",
)
@BACKEND
@guarded
def adapt(file: Path, settings: tuple[str, ...], out: Path, steps: int, backend: str) -> int:
    """Train FILE by fo_anil, anil and pooled, and compare how heads adapt on what each has
    learned."""
    from .commands.places import Folder

    return Folder(out, "adaptation").write(
        _call("adapt", settings, file, steps=steps, backend=backend)
    )


@main.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="folder to write pages into"
)
@click.option(
    "--results",
    "compared",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="folder with what compare has written: figures and verdicts for the pages of the models",
)
@guarded
def report(out: Path, compared: Path | None) -> None:
    """Pages for a browser, without a network: each model with its equations and derivation, some
    integrated while you drag sliders."""
    from .report.site import write

    for path in write(out, compared):
        click.echo(path)


if __name__ == "__main__":
    main()
