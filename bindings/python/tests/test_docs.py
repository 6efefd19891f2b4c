"""Examples in the documentation of the package are true, and the tutorial runs from its first cell to its last."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import torch_bulletin as tb
from corpus import PACKAGE

MODULES = [tb.__name__, *(f"{tb.__name__}.{it.name}" for it in pkgutil.iter_modules(tb.__path__))]


@pytest.mark.parametrize("name", [it for it in MODULES if not it.endswith("_native")])
def test_examples_are_true(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


def test_there_are_examples() -> None:
    modules = [importlib.import_module(name) for name in MODULES]
    assert sum(doctest.testmod(it).attempted for it in modules) > 10


@pytest.mark.parametrize("name", ["Bulletin", *(it for it in tb.__all__ if it not in ("__version__",))])
def test_everything_public_is_documented(name: str) -> None:
    value = getattr(tb, name)
    if not callable(value) or type(value).__module__ == "typing":
        return
    assert value.__doc__, name
    if isinstance(value, type):
        public = [it for it in vars(value) if not it.startswith("_") and isinstance(vars(value)[it], property)]
        # The key that tells the kind of a block says it all by its type.
        assert [it for it in public if not vars(value)[it].__doc__ and it != "kind"] == []


def test_the_tutorial_runs_to_a_table_and_a_plot(tmp_path: Path) -> None:
    path = PACKAGE / "examples" / "tutorial.ipynb"
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "outputs are not kept: clear them"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    outputs = [it.get("data", {}) for cell in notebook.cells for it in cell.get("outputs", [])]
    assert any("image/png" in data for data in outputs), "no plot"
    assert any("<table" in data.get("text/html", "") and "dataframe" in data["text/html"] for data in outputs), "no table"
    assert any("torch-bulletin" in data.get("text/html", "") for data in outputs), "no card"
    # For a look at what a reader of the notebook sees.
    nbformat.write(notebook, tmp_path / "tutorial.ipynb")
