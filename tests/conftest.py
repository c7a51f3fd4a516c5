"""What tests of several files share."""

import pytest
from generated_c import C99, SOURCES, Solver, need, run


@pytest.fixture(scope="session")
def solver(tmp_path_factory):
    """FO-ANIL, compiled once."""
    need("gcc")
    library = tmp_path_factory.mktemp("c") / "libfo_anil.so"
    run("gcc", *C99, "-ffp-contract=off", "-fPIC", "-shared", SOURCES / "fo_anil.c", "-o", library, "-lm")
    return Solver(library)
