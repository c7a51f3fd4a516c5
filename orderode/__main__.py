"""``python -m orderode``: the command line."""

from .cli import main

main(prog_name="orderode")
