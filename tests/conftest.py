"""What tests of several files share."""

import pytest
from generated_c import C99, SOURCES, Solver, need, shared_library


@pytest.fixture(scope="session")
def solver():
    """FO-ANIL, compiled once."""
    need("gcc")
    return Solver(
        shared_library(SOURCES / "fo_anil.c", *C99, "-ffp-contract=off", "-fPIC", "-shared")
    )
