"""XML from outside as a tree or tag by tag: no document type, no entities, nothing fetched from anywhere."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']gb""", re.IGNORECASE)


class Refused(ValueError):
    """The file declares a document type, whose entities could read other files or fill the memory, or an unknown encoding."""


def read_tree(content: bytes) -> Element:
    """The root element, tags without prefix; Chinese files that say GBK are read as GB18030.

    Raises expat.ExpatError, ParseError or ValueError (Refused among them) for what is no such XML.
    """
    builder = TreeBuilder()
    read_tags([content], start=builder.start, end=builder.end, text=builder.data)
    return builder.close()


def read_tags(
    blocks: Iterable[bytes],
    *,
    start: Callable[[str, dict[str, str]], Any],
    end: Callable[[str], Any],
    text: Callable[[str], Any],
) -> None:
    """Tell every tag, without its prefix, and all text between; never more than one block in memory.

    Raises expat.ExpatError or ValueError (Refused among them) for what is no such XML.
    """
    waiting = iter(blocks)
    first = next(waiting, b"")
    is_chinese = _ENCODING.match(first.removeprefix(b"\xef\xbb\xbf"))
    parser = expat.ParserCreate("utf-8" if is_chinese else None)
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, fields: start(_local(tag), fields)
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_types
    content = chain([first], waiting)
    try:
        for block in _in_utf8(content) if is_chinese else content:
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except LookupError as error:  # it says an encoding that there is none of
        raise Refused from error


def _in_utf8(blocks: Iterable[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("gb18030")()
    for block in blocks:
        yield decoder.decode(block).encode()
    yield decoder.decode(b"", True).encode()


def _refuse_types(*_declared: object) -> None:
    raise Refused


def _local(tag: str) -> str:
    return tag.rpartition(":")[2] if ":" in tag else tag
