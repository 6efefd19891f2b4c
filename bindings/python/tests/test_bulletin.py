"""A bulletin is pleasant to hold: attributes, text, places, equality, copies, cards."""

from __future__ import annotations

import copy
import json
import pickle
from html.parser import HTMLParser

import pytest

import torch_bulletin as tb
from corpus import TESTS, cases

ISSUE = cases("corpus")[3]


@pytest.fixture(scope="module")
def bulletin() -> tb.Bulletin:
    return tb.parse(ISSUE.input)


def test_parts_have_the_names_of_the_json(bulletin: tb.Bulletin) -> None:
    data = bulletin.to_dict()
    assert bulletin.masthead.issue is not None and bulletin.masthead.date is not None
    assert list(bulletin.masthead.issue.number or ()) == data["masthead"]["issue"]["number"]
    assert bulletin.masthead.date.value == data["masthead"]["date"]["value"]
    assert bulletin.origin.to_dict() == data["source"]
    for node, plain in zip(bulletin.sections, data["sections"], strict=True):
        assert node.to_dict() == plain
        assert [it.id for it in node.articles] == [it["id"] for it in plain["articles"]]


def test_every_attribute_of_every_node_can_be_read() -> None:
    seen: set[type] = set()

    def walk(value: object) -> None:
        if isinstance(value, tb.Node):
            seen.add(type(value))
            assert repr(value)
            for name in value._fields:
                assert name in dir(value)
                walk(getattr(value, name))
        elif isinstance(value, tuple):
            for it in value:
                walk(it)

    for case in [*cases("corpus"), *cases("bad")]:
        it = tb.parse(case.input)
        walk(it)
        walk(it.chunks())
        walk(tuple(it.facts))
        walk(tuple(fact.cite() for fact in it.facts[:9]))
    walk(tuple(tb.read_archive(cases("corpus")[0].folder / "input.txt").search("高新区")))
    # What no issue of the corpus has.
    walk(tuple(tb.extract("得分12。专利12345678901234567.89件。", numbers=True)))
    walk(tuple(tb.extract("2021年,园区总收入达到360亿元,相较2015年总收入240亿元,增长50%。")))
    missed = {cls for name in tb._nodes.__all__ if isinstance(cls := getattr(tb, name), type)} - seen
    assert missed == {tb.Document}, "the corpus has no such node"


def test_articles_are_those_of_all_sections(bulletin: tb.Bulletin) -> None:
    assert len(bulletin.articles) == sum(len(it.articles) for it in bulletin.sections)
    for number, article in enumerate(bulletin.articles):
        assert article.id.endswith(f"/a{number}")
        texts = [block.text.text for block in article.blocks if not isinstance(block, tb.Table)]
        assert all(text in article.text.split("\n") for text in texts)


def test_a_text_is_a_string_when_asked(bulletin: tb.Bulletin) -> None:
    title = bulletin.articles[0].title
    assert title is not None and str(title) == f"{title}" == title.text
    assert f"{title:>40}" == title.text.rjust(40) and len(title) == len(title.text)
    assert title.text[1:3] in title and "不在其中" not in title


def test_blocks_match_by_class(bulletin: tb.Bulletin) -> None:
    kinds = {type(block).__name__.lower(): block.kind for it in bulletin.articles for block in it.blocks}
    assert {"heading", "paragraph"} <= set(kinds) and all(name == kind for name, kind in kinds.items())


def test_slices_and_locations_count_code_points() -> None:
    source = "\ufeff𠮷林\r\n一个标题\n今天没有新闻。"
    it = tb.parse(source.encode("utf-8"))
    assert it.source == source
    assert it.slice((1, 3)) == "𠮷林" and it.slice([(1, 2), (5, 6)]) == "𠮷一" and it.slice([]) == ""
    assert it.locate(source.index("新")) == tb.Location(3, 5, None)
    assert it.locate(len(source)).line == 3
    for span in [(-1, 2), (3, 2), (0, len(source) + 1)]:
        with pytest.raises(IndexError, match="expected one in"):
            it.slice(span)
    for offset in (-1, len(source) + 1, 1 << 40):
        with pytest.raises(IndexError, match="found offset"):
            it.locate(offset)


def test_a_location_has_its_page() -> None:
    paged = next(it for case in cases("corpus") if (it := tb.parse(case.input)).pages)
    for page in paged.pages:
        assert paged.locate(page.span.start).page == page


def test_equality_and_hash_follow_the_input() -> None:
    same, other = tb.parse("今天没有新闻。"), tb.parse("今天有新闻。")
    assert same == tb.parse("今天没有新闻。") and hash(same) == hash(tb.parse("今天没有新闻。"))
    assert same != other and same != tb.parse("今天没有新闻。", options={"joins": "none"}) and same != 1
    assert same != tb.parse("今天没有新闻。".encode()), "one has a hash, and the other has not"
    assert len({same, other, tb.parse("今天没有新闻。")}) == 2


def test_nodes_are_equal_by_their_data(bulletin: tb.Bulletin) -> None:
    again = tb.parse(ISSUE.input)
    assert bulletin.articles == again.articles and set(bulletin.articles) == set(again.articles)
    assert bulletin.articles[0] != bulletin.articles[1] and bulletin.articles[0] != bulletin.masthead


@pytest.mark.parametrize(
    "given",
    [
        "今天没有新闻。",
        "今天没有新闻。".encode(),
        "今天没有新闻。".encode("gb18030"),
        "\ufeff今天没有新闻。\r\n".encode("utf-16-le"),
        "今天没有".encode() + b"\xff" + "新闻。".encode(),
    ],
    ids=["str", "utf-8", "gb18030", "utf-16", "damaged"],
)
def test_copies_and_pickles_are_the_same_bulletin(given: str | bytes) -> None:
    it = tb.parse(given, options={"joins": "none"}, name="3.txt")
    assert copy.copy(it) is it and copy.deepcopy(it) is it
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(it, protocol))
        assert back == it and back.to_json() == it.to_json()
    article = it.articles[0]
    assert copy.deepcopy(article) is article
    back = pickle.loads(pickle.dumps(article))
    assert back == article and back.text == article.text


def test_plain_data_is_the_callers_own(bulletin: tb.Bulletin) -> None:
    data = bulletin.to_dict()
    data["sections"].clear()
    bulletin.sections[0].to_dict()["articles"].clear()
    assert bulletin.to_dict()["sections"] and bulletin.sections[0].articles
    with pytest.raises(AttributeError):
        bulletin.articles = ()  # type: ignore[misc]


def test_json_in_both_forms_and_with_the_source(bulletin: tb.Bulletin) -> None:
    plain = json.loads(bulletin.to_json())
    assert plain == json.loads(bulletin.to_json(pretty=True)) == bulletin.to_dict()
    assert plain["offsets"] == "codepoint" and plain["source"]["text"] is None
    assert bulletin.to_dict(source_text=True)["source"]["text"] == ISSUE.input


def test_a_repr_says_issue_date_and_counts(bulletin: tb.Bulletin) -> None:
    articles, sections = len(bulletin.articles), len(bulletin.sections)
    found = len(bulletin.diagnostics) or "no"
    assert repr(bulletin) == (
        f"<Bulletin 2021-9 of 2021-05-15: {sections} sections, {articles} articles, {found} diagnostics>"
    )
    assert repr(tb.parse("")) == "<Bulletin without a number: no sections, no articles, 1 diagnostic>"


def test_a_finding_reads_as_one_line() -> None:
    text = (TESTS / "bad" / "numbering-gap" / "input.txt").read_text(encoding="utf-8")
    (finding,) = tb.parse(text).diagnostics
    assert str(finding).startswith("42:1: warning[numbering-gap]: ")


class Card(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("case", [*cases("corpus"), *cases("bad")], ids=lambda case: case.name)
def test_the_card_has_the_outline_and_the_findings(case: object) -> None:
    it = tb.parse(case.input)  # type: ignore[attr-defined]
    html = it._repr_html_()
    card = Card(html)
    assert card.open == [] and card.tags.count("li") == len(it.articles)
    assert all(str(article.title) in card.text for article in it.articles if article.title)
    assert all(finding.message in card.text for finding in it.diagnostics)
    assert "prefers-color-scheme: dark" in html and "script" not in card.tags


def test_chunks_keep_to_their_size(bulletin: tb.Bulletin) -> None:
    for size in (1, 60, 10_000):
        assert max(len(chunk.text) for chunk in bulletin.chunks(max_chars=size)) <= size
    with pytest.raises(ValueError, match="expected 1 or more"):
        bulletin.chunks(max_chars=0)


def test_the_schema_describes_what_is_written(bulletin: tb.Bulletin) -> None:
    schema = tb.schema()
    assert schema["$id"] == "urn:torch-bulletin:document:1"
    assert list(schema["properties"]) == list(bulletin.to_dict())
