"""What tests of several files share."""

import time

import pytest
from generated_c import C99, SOURCES, Solver, need, shared_library

from orderode.solvers import build


@pytest.fixture(scope="session")
def solver():
    """FO-ANIL, compiled once."""
    need("gcc")
    return Solver(
        shared_library(
            SOURCES / "fo_anil.c", *C99, build.USUAL, "-ffp-contract=off", "-fPIC", "-shared"
        )
    )


def pytest_addoption(parser):
    parser.addoption("--seconds", type=float, help="run the campaigns, each about so long")
    parser.addoption("--campaign", type=int, default=0, help="seed of the campaigns")


def pytest_configure(config):
    """Without the slow tests C is compiled as what is evaluated seldom; with them as for users."""
    if config.getoption("markexpr") == "not slow":
        build.USUAL = build.OF_LONG = build.QUICK


def pytest_collection_modifyitems(config, items):
    """Campaigns run where they are asked for, and nothing else does then."""
    asked = config.getoption("--seconds") is not None
    chosen = [item for item in items if (item.get_closest_marker("soak") is not None) is asked]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


@pytest.fixture
def campaign(request):
    """The seed of a campaign, and numbers from 0 for as long as it may run."""
    seconds = request.config.getoption("--seconds")
    end = time.monotonic() + seconds

    def numbers():
        number = 0
        while time.monotonic() < end:
            yield number
            number += 1

    return request.config.getoption("--campaign"), numbers()
