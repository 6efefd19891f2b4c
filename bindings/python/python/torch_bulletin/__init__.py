"""Issues of the newsletter 火炬动态 (the Torch bulletin) as exact data.

>>> import torch_bulletin as tb
>>> bulletin = tb.parse("火炬动态\\n2019年第3期 2019年3月31日\\n一个标题\\n今天没有新闻。\\n(供稿:某某高新区)")
>>> [str(article.title) for article in bulletin.articles]
['一个标题']
"""

from torch_bulletin import _nodes
from torch_bulletin._archive import Archive, ArchiveTable, Progress, Unread, read_archive
from torch_bulletin._bulletin import Bulletin, Location
from torch_bulletin._catalogue import Catalogue, Finding, IssueCard, SectionSpan
from torch_bulletin._errors import ArchiveWarning, MissingFileError, ParseError, ReadError
from torch_bulletin._facts import Facts, extract
from torch_bulletin._hits import Count, Hits
from torch_bulletin._native import ArrowTable, __version__
from torch_bulletin._node import Node, Span
from torch_bulletin._nodes import *  # noqa: F403
from torch_bulletin._parse import ColophonLabel, ParseOptions, Profile, parse, parse_many, read, schema

__all__ = [
    "Archive",
    "ArchiveTable",
    "ArchiveWarning",
    "ArrowTable",
    "Bulletin",
    "Catalogue",
    "ColophonLabel",
    "Count",
    "Facts",
    "Finding",
    "Hits",
    "IssueCard",
    "Location",
    "MissingFileError",
    "Node",
    "ParseError",
    "ParseOptions",
    "Profile",
    "Progress",
    "ReadError",
    "SectionSpan",
    "Span",
    "Unread",
    "__version__",
    "extract",
    "parse",
    "parse_many",
    "read",
    "read_archive",
    "schema",
    *_nodes.__all__,
]
