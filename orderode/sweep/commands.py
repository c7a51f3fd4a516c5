"""The commands `orderode sweep` and `orderode plot`.

What computes is imported inside, as in ``cli``: these are loaded for the list of commands, too.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from ..errors import NotAvailable
from ..guard import guarded, is_quiet
from .words import EXECUTORS, KERNELS, LAST, QUANTITIES

__all__ = ["plot", "sweep"]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder; an unfinished sweep is resumed",
)
@click.option(
    "--executor", "engine", type=click.Choice(EXECUTORS), default="threads", show_default=True
)
@click.option(
    "--workers", type=click.IntRange(1), help="threads or processes; one per core unless given"
)
@click.option("--scheduler", help="address of a dask scheduler, such as tcp://host:8786")
@click.option(
    "--shard", default="1/1", show_default=True, help="i/n: the i-th of n parts, for job arrays"
)
@click.option(
    "--backend",
    type=click.Choice(KERNELS),
    default="auto",
    help="kernels (auto: batch, else C, else numpy)",
)
@guarded
def sweep(
    file: Path,
    out: Path,
    engine: str,
    workers: int | None,
    scheduler: str | None,
    shard: str,
    backend: str,
) -> int:
    """Integrate or solve every point of the sweep FILE; status 1 if one failed."""
    from ..theory.fixed_point import AT_THE_END
    from .reading import read_sweep
    from .runner import run

    part = _shard(shard)
    asked = read_sweep(file)
    found = run(
        asked,
        out,
        engine=engine,
        workers=workers,
        scheduler=scheduler,
        shard=part,
        kernels=backend,
        progress=False if is_quiet() else None,
    )
    if found is None:
        click.echo(
            f"shard {shard} of {asked.points} points is done; results.npz is written when all"
            " shards are"
        )
        return 0
    counts = found.counts()
    click.echo(f"{asked.points} points: " + ", ".join(f"{n} {word}" for word, n in counts.items()))
    for line in found.failures():
        click.echo(line)
    for line in found.warnings():
        click.echo(f"orderode: {asked.source}: warning: {line}", err=True)
    return 0 if set(counts) <= {"ok", "unreached", AT_THE_END} else 1


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", help="the figure, .png or .pdf; figure.png in the folder unless given")
@click.option(
    "--of",
    "quantity",
    type=click.Choice(("crossing", "eps_g", LAST, *QUANTITIES)),
    help="what is drawn",
)
@click.option(
    "--as", "kind", type=click.Choice(("lines", "maps")), help="how; maps unless an axis is short"
)
@guarded
def plot(folder: Path, out: str | None, quantity: str | None, kind: str | None) -> None:
    """Draw the results of the sweep in FOLDER as lines or heat maps over its last axes."""
    from ..report.plots import save_figure
    from ..report.results import check_out_path
    from .figures import sweep_figure
    from .result import load

    path = check_out_path(out or folder / "figure.png", (".png", ".pdf"))
    found = load(folder)
    save_figure(sweep_figure(found, quantity, kind), path)
    click.echo(str(path))


def _shard(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", text)
    part, parts = (int(x) for x in match.groups()) if match else (0, 0)
    if not 1 <= part <= parts:
        raise NotAvailable(
            f"--shard {text}", "it is not i/n with 1 <= i <= n", "write --shard 1/4 to --shard 4/4"
        )
    return part, parts
