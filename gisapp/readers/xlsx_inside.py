"""The inside of an .xlsx: calamine gives neither its formulas nor its error cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.child_process import NotReadable
from gisapp.readers.workbook_inside import Inside, Oddities

MOST_XML_BYTES = 900_000_000
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?\bt="e"[^>]*>(?:(?!</(?:\w+:)?c>).){0,4000}?<(?:\w+:)?v>([^<]{1,20})<',
    re.DOTALL,
)
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def inside_of_xlsx(path: Path) -> Inside | None:
    """The inside of an .xlsx; None for other formats."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = ElementTree.fromstring(archive.open("xl/workbook.xml").read(10_000_000))
            links = ElementTree.fromstring(archive.open("xl/_rels/workbook.xml.rels").read(10_000_000))
    except (KeyError, ElementTree.ParseError, *BAD_ARCHIVE):
        return None
    targets = {link.get("Id"): str(link.get("Target")) for link in links}
    parts: list[str] = []
    is_1904 = False
    for element in book.iter():
        if element.tag.endswith("}workbookPr"):
            is_1904 = element.get("date1904", "0") in ("1", "true")
        elif element.tag.endswith("}sheet"):
            target = targets.get(element.get(_RELATIONS, ""), "")
            parts.append(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    return Inside(is_1904, {}, partial(_oddities, path, parts))


def _oddities(path: Path, parts: Sequence[str], place: int) -> Oddities:
    try:
        with zipfile.ZipFile(path) as archive:
            xml = archive.open(parts[place]).read(MOST_XML_BYTES + 1)
    except (IndexError, KeyError, *BAD_ARCHIVE):
        return Oddities()
    if len(xml) > MOST_XML_BYTES:
        raise NotReadable("large")
    formulas = xml.count(b"<f>") + xml.count(b"<f ")
    without = len(re.findall(rb"(?:</f>|<f [^>]*/>)(?:<v></v>|<v */>)?</c>", xml)) if formulas else 0
    errors = {}
    if b't="e"' in xml:
        for found in _ERROR_CELL.finditer(xml):
            errors[int(found[2]) - 1, _column(found[1])] = found[3].decode("utf-8", "replace")
    return Oddities(formulas, without, errors)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
