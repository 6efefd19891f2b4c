"""A yardstick: the outline of an issue, as a researcher takes it from the text with regular expressions.

It does less than the library does (no report, no places of blocks, no joins), and so is what the library must beat.
"""

from __future__ import annotations

import re
from typing import Any

ISSUE = re.compile(r"(\d{4})年第(\d+)期\s*[(（]总第(\d+)期[)）]\s*(\d{4})年(\d{1,2})月(\d{1,2})日")
SECTION = re.compile(r"^【([^】]+)】\s*(.*)$")
ATTRIBUTION = re.compile(r"[(（]\s*供稿\s*[:：]\s*([^()（）]+)[)）]\s*$")
FIELD = re.compile(r"^(地址|编辑部地址|邮编|电话|网址|责任编辑)\s*[:：]\s*(.+)$")
BLANK = re.compile(r"\s+")


def folded(text: str) -> str:
    return BLANK.sub("", text)


def split_issue(text: str) -> dict[str, Any]:
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    masthead: dict[str, str] = {}
    titles: dict[str, str] = {}
    sections: set[str] = set()
    body = 0
    for at, line in enumerate(lines):
        if found := ISSUE.search(line):
            masthead = dict(zip(("year", "number", "whole", "y", "m", "d"), found.groups()))
        elif found := SECTION.match(line):
            sections.add(folded(found[1]))
            titles[folded(found[2])] = found[2]
        elif sections and folded(line) in sections:
            body = at
            break
        elif sections:
            titles[folded(line)] = line
    articles: list[dict[str, Any]] = []
    fields: dict[str, str] = {}
    section, head = "", ""
    for line in lines[body:]:
        key = folded(line)
        if key in sections:
            section = line
        elif key in titles or folded(head + line) in titles:
            title = titles.get(key) or titles[folded(head + line)]
            articles.append({"section": section, "title": title, "paragraphs": [], "by": None})
        elif found := FIELD.match(line):
            fields[found[1]] = found[2]
        elif articles:
            article = articles[-1]
            if found := ATTRIBUTION.search(line):
                article["by"] = found[1]
                line = line[: found.start()]
            article["paragraphs"].append(line)
        head = line
    return {"masthead": masthead, "articles": articles, "fields": fields}
