"""What a comparison compiles, side by side."""

import pytest

from orderode.compiler import library
from orderode.errors import BackendError
from orderode.models.catalogue import entry
from orderode.solvers import batch
from orderode.solvers.ahead import compile_ahead


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """The names of what is to be compiled, by a compiler that always fails."""
    batch.instruction_sets()  # its probe is no part of a system
    batch._library.cache_clear()
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    names = []

    def fail(command, flags, source, name, path):
        names.append(name.removesuffix(".c"))
        raise BackendError("c", "no room", "make some")

    monkeypatch.setattr(library, "_compile", fail)
    return names


@pytest.mark.parametrize(
    ("use", "compiled"),
    [
        ({"vectors": True, "few": True}, {"fo_anil", "fo_anil_few_batch", "fo_anil_fluctuations"}),
        ({"vectors": True, "few": False}, {"fo_anil", "fo_anil_batch", "fo_anil_fluctuations"}),
        ({"vectors": False, "few": True}, {"fo_anil", "fo_anil_fluctuations"}),
        ({"vectors": True, "few": True, "covariance": False}, {"fo_anil", "fo_anil_few_batch"}),
    ],
)
def test_what_is_wanted_and_no_more(use, compiled, asked):
    """And a compiler that fails is no fault here."""
    compile_ahead(entry("fo_anil"), **({"covariance": True} | use))
    assert sorted(asked) == sorted(compiled)


def test_a_system_without_a_covariance(asked):
    compile_ahead(entry("anil"), vectors=False, few=False, covariance=True)
    assert asked == ["anil"]
