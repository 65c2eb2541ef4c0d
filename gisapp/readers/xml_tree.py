"""XML from outside as a tree: no document type, no entities, nothing fetched from anywhere."""

from __future__ import annotations

import re
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
    is_chinese = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    parser = expat.ParserCreate("utf-8" if is_chinese else None)
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, fields: builder.start(_local(tag), fields)
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_types
    try:
        parser.Parse(content.decode("gb18030").encode() if is_chinese else content, True)
    except LookupError as error:  # it says an encoding that there is none of
        raise Refused from error
    return builder.close()


def _refuse_types(*_declared: object) -> None:
    raise Refused


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
