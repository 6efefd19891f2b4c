"""Examples in the documentation of the package are true, and the tutorial runs from its first cell to its last."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import pkgutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import torch_bulletin as tb
from corpus import PACKAGE, real_texts

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


def executed(name: str, *, last: str | None = None) -> nbformat.NotebookNode:
    """A notebook of the examples, run from its first cell to its last; `last` is one more cell."""
    path = PACKAGE / "examples" / name
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "outputs are not kept: clear them"
    if last is not None:
        notebook.cells.append(nbformat.v4.new_code_cell(last))
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    return notebook


def test_the_tutorial_runs_to_a_table_and_a_plot(tmp_path: Path) -> None:
    notebook = executed("tutorial.ipynb")
    outputs = [it.get("data", {}) for cell in notebook.cells for it in cell.get("outputs", [])]
    assert any("image/png" in data for data in outputs), "no plot"
    assert any("<table" in data.get("text/html", "") and "dataframe" in data["text/html"] for data in outputs), "no table"
    assert any("torch-bulletin" in data.get("text/html", "") for data in outputs), "no card"
    # For a look at what a reader of the notebook sees.
    nbformat.write(notebook, tmp_path / "tutorial.ipynb")


ANSWERS = """
import json
tables = {name: json.loads(table.reset_index().to_json(orient="records")) for name, table in answers.items()}
print(json.dumps({"source": issue.source, "contributors": contributors.to_dict(), "answers": tables}))
"""


def answered(monkeypatch: pytest.MonkeyPatch, corpus: str | None) -> tuple[dict[str, int], dict[str, list[dict[str, Any]]]]:
    """Contributors, and the other answers of the notebook of questions; every quotation stands in the issue."""
    if corpus is None:
        monkeypatch.delenv("TORCH_BULLETIN_CORPUS", raising=False)
    notebook = executed("questions.ipynb", last=ANSWERS)
    found = json.loads(notebook.cells[-1]["outputs"][0]["text"])
    printed = "".join(found["source"].split())
    for name, rows in found["answers"].items():
        quotes = [row["quote"] for row in rows if "quote" in row]
        if name in ("editors", "plans"):
            continue
        assert all("".join(quote.split()) in printed for quote in quotes), name
    return found["contributors"], found["answers"]


def test_the_questions_are_answered_from_the_specimen(monkeypatch: pytest.MonkeyPatch) -> None:
    contributors, answers = answered(monkeypatch, None)

    def picked(name: str, *columns: str) -> list[tuple[Any, ...]]:
        return [tuple(row[column] for column in columns) for row in answers[name]]

    zones = {f"{name}高新区": 1 for name in ("襄阳", "宝鸡", "柳州", "芜湖")}
    assert contributors == {"科技部火炬中心": 3, **zones}
    assert picked("contributors", "zone", "province") == [("潍坊高新区", "山东省"), ("株洲高新区", "湖南省")]
    assert picked("authors", "name", "organisation") == [(name, "科技部火炬中心") for name in ("毕知秋", "韦成舟", "上官棠")]
    assert picked("editors", "names") == [(["江照", "卞云深"],)]
    assert picked("intensity", "zone", "period", "value") == [("宝鸡高新区", "2022", 3.6), ("芜湖高新区", "2022", 5.1)]
    assert ("柳州高新区", "自治区级以上科技企业孵化器和众创空间", 16) in picked("incubators", "zone", "metric", "value")
    assert any("揭牌" in quote for (quote,) in picked("incubators named", "quote"))
    titles = picked("documents", "title", "refers_to")
    assert len(titles) == 4 and titles[-1] == ("规划", "宝鸡高新区钛产业发展规划(2022—2030年)")
    assert picked("plans", "named") == [("钛谷十条",), ("青钛人才计划",)]
    people = picked("people", "name", "titles", "organisation")
    assert people[:4] == [
        ("温如松", ["主任"], "火炬中心"),
        ("季文渊", ["副主任"], "火炬中心"),
        ("苗青禾", ["副主任"], "火炬中心"),
        ("向南星", ["纪委书记"], "火炬中心"),
    ]
    assert ("邹开部", ["党组成员", "副局长"], "襄阳市科技局") in people, "a name that ends in 部 is no ministry"
    jobs = picked("jobs", "comparator", "low", "high")
    assert {("~", None, 900), (">", 7200, None), ("=", 23000, 23000), ("=", 185, 185)} <= set(jobs)
    assert {"温如松", "邹开部", "庄晓棠"} <= {name for (name,) in picked("said", "name")}
    assert picked("growth", "zone", "change_value")[0] == ("芜湖高新区", 18.6)
    assert {value for value, _ in picked("fell", "value", "direction")} == {3.2, 0, 1}


@pytest.mark.skipif(not real_texts(), reason="TORCH_BULLETIN_CORPUS is not set")
def test_the_questions_are_answered_from_the_real_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    contributors, answers = answered(monkeypatch, os.environ["TORCH_BULLETIN_CORPUS"])
    assert sorted(contributors.values()) == [1, 1, 1, 1, 1, 6]
    counts = {name: len(rows) for name, rows in answers.items()}
    assert (counts["authors"], counts["editors"], counts["intensity"], counts["documents"]) == (4, 1, 1, 7)
    assert len([row for row in answers["documents"] if row["refers_to"]]) == 1
    assert [row["value"] for row in answers["intensity"]] == [3.2]
    assert {(row["comparator"], row["low"], row["high"]) for row in answers["jobs"]} >= {
        ("~", None, 2000),
        (">", 15000, None),
        ("~", None, 5500),
        ("=", 41000, 41000),
        ("=", 396, 396),
        (">", 1000, None),
    }
    assert len(answers["people"]) >= 20 and all(row["titles"] for row in answers["people"])
