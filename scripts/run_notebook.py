"""Executes docs/example.ipynb in place, in the environment of `make docs`.  What differs from run
to run, times of cells and addresses of objects, is left out."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PATH = Path(__file__).resolve().parent.parent / "docs" / "example.ipynb"


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with what its cells give."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            text = output.get("data", {}).get("text/plain", "")
            if re.search(" at 0x[0-9a-f]+", text):
                output["data"]["text/plain"] = re.sub(" at 0x[0-9a-f]+", "", text)
    notebook.metadata = {
        "kernelspec": notebook.metadata["kernelspec"],
        "language_info": {"name": "python"},
    }
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(PATH), PATH)
