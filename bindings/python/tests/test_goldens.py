"""Every golden of the corpus, byte for byte, and every span slices the source to its text."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Callable, Iterator

import pytest

import torch_bulletin as tb
from corpus import Case, cases, in_bytes, line, pretty, texts

GLUE = {"wrap": "", "page": "", "column": "", "wrap-space": " ", "page-space": " "}


def report(bulletin: tb.Bulletin) -> str:
    """The golden `report.txt`: a finding a line."""
    out = []
    for it in bulletin.diagnostics:
        place = "-"
        if it.span is not None:
            at, text = bulletin.locate(it.span.start), bulletin.slice(it.span)
            place = f"{at.line}:{at.column} «{text[:30]}{'…' if len(text) > 30 else ''}»"
        more = f" (and {it.count - 1} more)" if it.count > 1 else ""
        out.append(f"{it.severity} {it.code} {place} {it.message}{more}\n")
    return "".join(out)


def document(bulletin: tb.Bulletin) -> str:
    return pretty(in_bytes(bulletin.to_dict(), bulletin.source)) + "\n"


def chunks(bulletin: tb.Bulletin) -> str:
    lines = (line(in_bytes(chunk.to_dict(), bulletin.source)) for chunk in bulletin.chunks())
    return "".join(it + "\n" for it in lines)


GOLDENS: dict[str, Callable[[tb.Bulletin], str]] = {
    "bulletin.json": document,
    "report.txt": report,
    "markdown.md": tb.Bulletin.to_markdown,
    "text.txt": tb.Bulletin.to_text,
    "bulletin.html": tb.Bulletin.to_html,
    "bulletin.tei.xml": tb.Bulletin.to_tei,
    "chunks.ndjson": chunks,
}

# The lines of a page are a step inside the core, and the structure is what the core's own suite compares; facts are
# given by the library and the command.
OF_THE_CORE = {"input.txt", "lines.tsv", "structure.json", "facts.ndjson"}


@pytest.mark.parametrize("file", GOLDENS)
@pytest.mark.parametrize("case", cases("corpus"), ids=lambda case: case.name)
def test_golden(case: Case, file: str) -> None:
    golden = case.golden(file)
    assert GOLDENS[file](tb.parse(case.input, options=case.options)) == golden


@pytest.mark.parametrize("case", cases("corpus"), ids=lambda case: case.name)
def test_every_file_of_the_corpus_is_compared(case: Case) -> None:
    assert {path.name for path in case.folder.iterdir()} - {"profile.json"} == OF_THE_CORE | set(GOLDENS)


@pytest.mark.parametrize("case", cases("corpus"), ids=lambda case: case.name)
def test_a_text_and_its_file_give_the_same_but_for_what_only_a_file_has(case: Case) -> None:
    path = case.folder / "input.txt"
    text, read, given = tb.parse(case.input), tb.read(path), tb.parse(path.read_bytes())
    assert read.source == given.source == case.input
    assert given.origin.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    plain, named, unnamed = text.to_dict(), read.to_dict(), given.to_dict()
    of_text, of_file, of_bytes = plain.pop("source"), named.pop("source"), unnamed.pop("source")
    assert plain == named == unnamed
    assert of_file == {**of_bytes, "name": str(path)}
    # A text has no bytes to hash, and no encoding to be sure of.
    differing = {key for key in of_text if of_text[key] != of_bytes[key]}
    assert {"sha256"} <= differing <= {"sha256", "certainty"} and all(of_text[key] is None for key in differing)


def objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for it in data:
            yield from objects(it)


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in texts()])
def test_every_span_slices_the_source_to_its_text(source: str) -> None:
    bulletin = tb.parse(source)
    sliced = 0
    for it in objects(json.loads(bulletin.to_json())):
        if "spans" in it:
            joins = ["", *(GLUE[join] for join in it["joins"])]
            pieces = (join + source[start:end] for join, (start, end) in zip(joins, it["spans"], strict=True))
            assert "".join(pieces) == it["text"]
            sliced += 1
        elif "style" in it:
            start, end = it["span"]
            # A wrap may cut an enumerator as any text.
            assert source[start:end].split() == it["text"].split() or "\n" in source[start:end]
            sliced += 1
    assert sliced > 0 or not source.strip("\ufeff\n\r\t \u3000")
    for chunk in bulletin.chunks(max_chars=90):
        assert "".join(bulletin.slice(chunk.spans).split()) == "".join(chunk.text.split())
