"""Mutated problem and sweep files through every command: status 0, 1 or 2, and never a traceback."""

from collections import Counter

import pytest
from mutated_files import (
    COMMANDS,
    NEWER,
    NEWER_BASES,
    NEWER_COMMANDS,
    SWEEPS,
    case,
    run_case,
    toml,
    written,
)


def test_what_the_files_are_made_of():
    """Bases are read as they were meant, cases are the same for the same numbers."""
    import tomllib

    for base in NEWER_BASES.values():
        assert tomllib.loads(written(base)) == base
    assert toml("a\0é") == '"a\\U00000000é"'
    assert case(0, 7) == case(0, 7) != case(0, 8)
    assert {case(0, n)[1] for n in range(200)} == {*COMMANDS, "sweep"} and SWEEPS
    assert {case(NEWER, n)[1] for n in range(200)} == {*NEWER_COMMANDS, "sweep"}


#: Of seed 0: tables without end, a name of 100,000 letters, brackets and keys without end.
KNOWN = (38, 66, 99, 665)


@pytest.mark.parametrize(
    ("seed", "number"), [(0, n) for n in (*KNOWN, *range(12))] + [(NEWER, n) for n in range(6)]
)
def test_a_few(seed, number, tmp_path):
    words, end = run_case(seed, number, tmp_path)
    assert not end.fault, f"{words}: {end.fault}\n{end.said}"


@pytest.mark.soak
def test_campaign(campaign, tmp_path):
    """Runs that are stopped are counted: their work is not refused, and their time is no fault."""
    seed, numbers = campaign
    found, stopped, faults = Counter(), [], []
    for number in numbers:
        words, end = run_case(seed, number, tmp_path)
        found[end.status if end.status is not None else "stopped"] += 1
        if end.status is None:
            stopped.append(f"{number} {words[0]}")
        elif end.fault:
            faults.append(f"case {number}, {words[0]}: {end.fault}: {end.said[-300:]}")
    print(f"\nmutated files, seed {seed}: {sum(found.values())}, by status {dict(found)}")
    print(f"stopped: {stopped}")
    assert not faults, "\n".join(faults)
