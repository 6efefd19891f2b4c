"""Facts: those of the goldens, each with its place; typed, cited, filtered, pickled; and tables of them."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import torch_bulletin as tb
from corpus import Case, cases, in_bytes, texts
from test_bulletin import Card

CORPUS = cases("corpus")
TEXT = "🔥2021年,江州高新区生产总值达到366.1亿元,同比增长5.1%;主任程樾表示,近日新增企业约12家。"


@pytest.fixture(scope="module")
def bulletin() -> tb.Bulletin:
    return tb.parse(CORPUS[3].input)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_facts_are_those_of_the_golden(case: Case) -> None:
    found = tb.parse(case.input, options=case.options).facts.to_dicts()
    golden = [json.loads(line) for line in case.golden("facts.ndjson").splitlines()]
    assert [in_bytes(fact, case.input) for fact in found] == golden


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_a_page_with_facts_is_the_page_with_marks(case: Case) -> None:
    bulletin = tb.parse(case.input, options=case.options)
    page = bulletin.to_html(facts=True)
    marked = re.findall(r'<(?:mark|data|time)[^>]* data-kind="([a-z-]+)" data-fact="(\d+)"', page)
    assert {(fact.kind, str(number)) for number, fact in enumerate(bulletin.facts)} >= set(marked)
    assert len({number for _, number in marked}) > 0.9 * len(bulletin.facts)
    # What remains without the marks and their style; the date of the masthead is no mark.
    plain = re.sub(r"<(mark|data|time)(?=[^>]* data-kind=)[^>]*>|</(?:mark|data)>", "", page)
    plain = re.sub(r"\[data-kind.*\n", "", plain)
    golden = case.golden("bulletin.html")
    assert plain.replace("</time>", "") == golden.replace("</time>", "")


def test_every_span_slices_to_the_text() -> None:
    """Pieces that were joined may have a blank between them, which belongs to no piece."""
    seen = 0
    for name, text in texts():
        for source, facts in ((text, tb.parse(text).facts), (text, tb.extract(text, "2022-07-31", numbers=True))):
            for fact in facts:
                seen += 1
                slices = [source[span.start : span.end] for span in fact.spans]
                assert all(slices) and fact.rule, name
                assert "".join(slices).split() == fact.text.split() or "".join(slices) == fact.text.replace(" ", ""), name
                if len(slices) == 1:
                    assert slices[0] == fact.text, name
    assert seen > 2000


def test_a_list_of_facts_is_a_sequence(bulletin: tb.Bulletin) -> None:
    facts = bulletin.facts
    assert facts is bulletin.facts and facts.bulletin is bulletin and len(facts) == len(list(facts)) > 100
    assert facts[0] == next(iter(facts)) and facts[-1] == facts[len(facts) - 1] and facts[0] in facts
    assert isinstance(facts[:3], tb.Facts) and list(facts[:3]) == [facts[0], facts[1], facts[2]]
    assert len(facts[::-1]) == len(facts) and facts[::-1][0] == facts[-1]
    with pytest.raises(IndexError):
        facts[len(facts)]
    for start, end in ((0, len(bulletin.source) + 1), (3, 2), (-1, 2), (0, 10**12)):
        with pytest.raises(IndexError, match="expected a place in 0"):
            facts.cite_place(start, end)
    assert str(facts[0]) == facts[0].text and facts[0].kind in repr(facts[0])


def test_facts_are_found_by_kind_and_by_what_holds(bulletin: tb.Bulletin) -> None:
    facts = bulletin.facts
    kinds = {fact.kind for fact in facts}
    assert {"date", "quantity", "observation", "person", "zone"} <= kinds
    for kind in kinds:
        some = facts.of(kind)
        assert list(some) == [fact for fact in facts if fact.kind == kind] and len(some) > 0
    assert sum(len(facts.of(kind)) for kind in kinds) == len(facts)
    money = facts.of("quantity").where(lambda fact: fact.unit == "元")
    assert money and all(fact.dimension == "money" for fact in money)
    with pytest.raises(ValueError, match="expected one of date, quantity"):
        facts.of("dates")  # type: ignore[call-overload]


def test_every_kind_can_be_asked_for() -> None:
    for kind in tb._nodes._FACT:
        assert len(tb.extract("", None).of(kind)) == 0  # type: ignore[call-overload]


def test_a_fact_leads_to_its_article_and_block(bulletin: tb.Bulletin) -> None:
    for fact in bulletin.facts:
        if fact.article_number is None:
            assert fact.article is None and fact.block is None
            continue
        article = fact.article
        assert article == bulletin.articles[fact.article_number]
        assert article is not None and article.span.start <= fact.spans[0].start < article.span.end
        block = fact.block
        if block is None:
            assert fact.block_number is None
        elif not isinstance(block, tb.Table):
            assert fact.text in block.text.text
    assert sum(len(article.facts) for article in bulletin.articles) == len(
        [fact for fact in bulletin.facts if fact.article_number is not None]
    )


def test_a_citation_says_where_it_is_printed(bulletin: tb.Bulletin) -> None:
    masthead = bulletin.masthead
    assert masthead.title is not None and masthead.date is not None
    for fact in bulletin.facts:
        citation = fact.cite()
        assert (citation.newsletter, citation.date) == (masthead.title.text, masthead.date.value)
        assert citation.issue == "2021-9" and citation.text == fact.text
        assert fact.text in citation.quote.text or not citation.quote.joins == (), (fact, citation)
        slices = [bulletin.source[span.start : span.end] for span in citation.quote.spans]
        assert "".join(slices) == citation.quote.text.replace(" ", "") or "".join(slices) == citation.quote.text
        assert citation.quote.spans[0].start <= fact.spans[0].start
        assert fact.spans[-1].end <= citation.quote.spans[-1].end
        at = bulletin.locate(fact.spans[0].start)
        assert (citation.line, citation.column) == (at.line, at.column)
        assert citation.page == (at.page.label if at.page else None)
        if fact.article is not None:
            assert citation.article == fact.article.id
            assert citation.title == (fact.article.title and fact.article.title.text)
            assert citation.reference is not None and (citation.title or "") in citation.reference
            assert citation.reference.endswith(f", 2021(9){f': {citation.page}' if citation.page else ''}.")
            assert str(citation).startswith(f"“{citation.quote}” ")


def test_any_text_has_facts() -> None:
    facts = tb.extract(TEXT, "2022-07-31", name="a.txt")
    (row, *_) = facts.of("observation")
    assert (row.subject, row.metric, row.period, row.value, row.unit) == ("江州高新区", "生产总值", "2021", 36610000000, "元")
    assert isinstance(row.value, int) and row.change is not None and row.change.base_period == "2020"
    assert row.article is None and row.block is None and row.block_number == 0 and row.source == "a.txt"
    (person,) = facts.of("person")
    assert (person.name, person.titles) == ("程樾", ("主任",))
    citation = person.cite()
    assert (citation.reference, citation.line, citation.quote.text) == (None, 1, TEXT)
    vague = [fact for fact in facts if fact.kind == "date" and fact.vague]
    assert [(fact.text, fact.value) for fact in vague] == [("近日", None)]
    assert tb.extract("7月22日开班。", datetime.date(2022, 7, 31))[0] == tb.extract("7月22日开班。", "2022-07-31")[0]
    assert not tb.extract("")


def test_bare_numbers_are_listed_where_asked_for(bulletin: tb.Bulletin) -> None:
    assert len(tb.extract("得分12。").of("number")) == 0
    (number,) = tb.extract("得分12。", numbers=True).of("number")
    assert (number.text, number.low, number.high) == ("12", 12, 12)
    more = bulletin.extract(numbers=True)
    assert len(more) > len(bulletin.facts) and bulletin.extract() is bulletin.facts
    assert [fact for fact in more if fact.kind != "number"] == list(bulletin.facts)


def test_digits_that_a_double_would_lose_are_kept() -> None:
    (quantity,) = tb.extract("专利数为12345678901234567.89件。").of("quantity")
    assert quantity.exact is not None and quantity.exact.low == "12345678901234567.89"
    table = pyarrow.table(tb.extract("专利数为12345678901234567.89件。").observations_table())
    assert table["exact_low"].to_pylist() == ["12345678901234567.89"]


def test_figures_are_held_against_each_other() -> None:
    facts = tb.extract("2021年,园区总收入达到360亿元,相较2015年总收入240亿元,增长56%。")
    (figures,) = facts.of("figures-disagree")
    assert figures.printed == 56 and figures.computed == 50 and len(facts.of("figures-agree")) == 0


def test_what_is_no_text_or_date_is_refused() -> None:
    for date in ("2022-02-30", "July", "", "2022-7-1"):
        with pytest.raises(tb.ParseError, match="expected a date as YYYY, YYYY-MM or YYYY-MM-DD") as caught:
            tb.extract("今天", date)
        assert caught.value.code == "invalid-options"
    with pytest.raises(TypeError, match="expected text as str, found bytes"):
        tb.extract("今天".encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected reference_date"):
        tb.extract("今天", 2022)  # type: ignore[arg-type]
    with pytest.raises(tb.ParseError, match="half a surrogate pair at character 1") as caught:
        tb.extract("今\ud842天")
    assert caught.value.code == "binary"


def test_facts_are_equal_by_what_they_say_and_can_be_pickled(bulletin: tb.Bulletin) -> None:
    for facts in (bulletin.facts, tb.extract(TEXT, "2022-07-31", numbers=True, name="a.txt"), bulletin.facts[3:9]):
        back = pickle.loads(pickle.dumps(facts))
        assert back == facts and hash(back) == hash(facts) and list(back) == list(facts)
        assert copy.copy(facts) == facts == copy.deepcopy(facts) and facts != facts[1:] and facts != 1
        fact = facts[0]
        again = pickle.loads(pickle.dumps(fact))
        assert again == fact and hash(again) == hash(fact) and again.cite() == fact.cite()
        assert pickle.loads(pickle.dumps(fact.cite())) == fact.cite() and copy.deepcopy(fact) is fact
    row = next(fact for fact in bulletin.facts.of("observation") if fact.change)
    assert pickle.loads(pickle.dumps(row)).change == row.change
    assert tb.parse(CORPUS[3].input).facts == bulletin.facts


def test_plain_data_is_the_callers_own(bulletin: tb.Bulletin) -> None:
    bulletin.facts.to_dicts()[0].clear()
    bulletin.facts[0].to_dict().clear()
    assert bulletin.facts[0].text and bulletin.facts.to_dicts()[0]["text"]
    assert [json.loads(line) for line in bulletin.facts.to_ndjson().splitlines()] == bulletin.facts.to_dicts()
    with pytest.raises(AttributeError):
        bulletin.facts[0].text = ""  # type: ignore[misc]


def test_a_list_shows_as_a_table(bulletin: tb.Bulletin) -> None:
    facts = bulletin.facts.of("zone")
    card = Card(facts._repr_html_())
    assert card.open == [] and card.tags.count("tr") == len(facts) + 1 and "script" not in card.tags
    assert all(fact.text in card.text and (fact.province or "") in card.text for fact in facts)
    assert repr(facts) == f"<Facts {len(facts)}: {len(facts)} zone>" and repr(tb.extract("")) == "<Facts 0>"
    hostile = Card(tb.extract("通过《<script>alert(1)</script>办法》。")._repr_html_())
    assert "script" not in hostile.tags and "<script>" in hostile.text


def expected_observations(bulletin: tb.Bulletin) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for fact in bulletin.facts.of("observation"):
        page = bulletin.locate(fact.spans[0].start).page
        change = fact.change
        rows.append(
            {
                "issue": fact.issue,
                "date": bulletin.masthead.date and bulletin.masthead.date.value,
                "article": fact.article_number,
                "id": fact.article and fact.article.id,
                "title": fact.article and fact.article.title and fact.article.title.text,
                "block": fact.block_number,
                "page": page and page.label,
                "zone": fact.zone,
                "subject": fact.subject,
                "subject_rule": fact.subject_rule,
                "metric": fact.metric,
                "period": fact.period,
                "period_rule": fact.period_rule,
                "low": fact.low,
                "high": fact.high,
                "value": fact.value,
                "exact_low": fact.exact and fact.exact.low,
                "exact_high": fact.exact and fact.exact.high,
                "unit": fact.unit,
                "change_direction": change and change.direction,
                "change_value": change and change.value,
                "change_unit": change and change.unit,
                "change_basis": change and change.basis,
                "change_base_period": change and change.base_period,
                "rule": fact.rule,
                "start": fact.spans[0].start,
                "end": fact.spans[-1].end,
                "text": fact.text,
            }
        )
    return rows


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_the_table_of_observations_has_their_rows(case: Case) -> None:
    bulletin = tb.parse(case.input, options=case.options)
    table = bulletin.observations_table()
    rows = pyarrow.table(table).to_pylist()
    provinces = {zone.zone: zone.province for zone in bulletin.facts.of("zone")}
    for row, expected in zip(rows, expected_observations(bulletin), strict=True):
        province, comparator = row.pop("province"), row.pop("comparator")
        assert row == expected
        assert province == provinces.get(row["zone"], province) and (province is None) == (row["zone"] is None)
        assert (comparator is None) == (row["low"] is None and row["high"] is None)
    assert polars.DataFrame(table).height == len(rows) == len(table)


def test_the_table_of_facts_has_every_kind(bulletin: tb.Bulletin) -> None:
    frame = pandas.DataFrame.from_arrow(bulletin.facts_table())
    assert frame["kind"].tolist() == [fact.kind for fact in bulletin.facts]
    assert frame["text"].tolist() == [fact.text for fact in bulletin.facts]
    dates = polars.DataFrame(bulletin.facts.of("date").table())
    assert dates["edtf"].to_list() == [fact.value for fact in bulletin.facts.of("date")]
    people = polars.DataFrame(bulletin.facts.of("person").table())
    assert people["titles"].to_list() == [list(fact.titles) for fact in bulletin.facts.of("person")]
    empty = tb.extract("").table()
    assert len(empty) == 0 and empty.column_names == bulletin.facts_table().column_names


def test_threads_give_what_one_gives() -> None:
    inputs = [case.input for case in CORPUS] * 6
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda it: tb.parse(it).facts.to_ndjson(), inputs))
    assert found == [tb.parse(it).facts.to_ndjson() for it in inputs]
    one = tb.parse(CORPUS[3].input)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: one.facts.to_ndjson(), range(32)))) == 1


def test_other_threads_run_while_one_extracts() -> None:
    text = f"{TEXT}\n" * 30_000
    done: list[int] = []
    thread = threading.Thread(target=lambda: done.append(len(tb._native.extract(text, "{}", None).to_ndjson())))
    thread.start()
    ticks = 0
    while thread.is_alive():
        thread.join(0.0002)
        ticks += 1
    assert done and ticks > 3, "the lock was not free"
