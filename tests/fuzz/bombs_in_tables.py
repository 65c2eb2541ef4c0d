"""Workbooks, open documents and text made to eat memory or time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tests.unit.readers.ledgers import open_document, with_part_changed, workbook

TEN_GB = 10_000_000_000
SHEET = "xl/worksheets/sheet1.xml"
_SHEET_HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ROWS = (("户编号", "姓名", "身份证号"), ("H001", "赵一", "610999199001011234"))


def repeated(head: bytes, piece: bytes, size: int) -> bytes:
    """A raw deflate stream of ``head`` and then ``piece`` again and again, ``size`` bytes unpacked; never ends well."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begin = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = piece * max(1, 1_000_000 // len(piece))
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return begin + again * (size // len(block)) + zlib.compressobj(9, zlib.DEFLATED, -15).flush()


def archive(path: Path, parts: Mapping[str, bytes], packed: Mapping[str, tuple[bytes, int]]) -> Path:
    """A zip of ``parts`` and of members whose deflate stream is given together with the size that is claimed."""
    entries = [(name, zlib.compress(data, 9)[2:-4], len(data), zlib.crc32(data)) for name, data in parts.items()]
    entries += [(name, stream, claimed, 0) for name, (stream, claimed) in packed.items()]
    directory, at = b"", 0
    with path.open("wb") as file:
        for name, stream, claimed, checksum in entries:
            facts = struct.pack("<HHHHHIII", 20, 0x800, 8, 0, 0, checksum, len(stream), min(claimed, 0xFFFFFFFF))
            raw = name.encode()
            file.write(b"PK\x03\x04" + facts + struct.pack("<HH", len(raw), 0) + raw + stream)
            directory += b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHHHII", len(raw), 0, 0, 0, 0, 0, at) + raw
            at = file.tell()
        file.write(directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), at, 0))
    return path


def laughs() -> str:
    """Ten lines that grow to a gigabyte."""
    letters = "abcdefghij"
    lines = ['<!ENTITY a "ha ha ha ha ha ha ha ha ha ha ">']
    lines += [f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip(letters, letters[1:], strict=False)]
    return f"<!DOCTYPE kml [{''.join(lines)}]>"


def _with_bomb(path: Path, part: str, head: bytes, piece: bytes, *, claimed: int = TEN_GB) -> Path:
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist() if name != part}
    return archive(path, parts, {part: (repeated(head, piece, TEN_GB), claimed)})


def blank_bytes_in_a_sheet(path: Path) -> Path:
    return _with_bomb(workbook(path, ROWS), SHEET, _SHEET_HEAD + b"<sheetData>", b" ")


def blank_bytes_in_a_sheet_that_says_it_is_small(path: Path) -> Path:
    return _with_bomb(workbook(path, ROWS), SHEET, _SHEET_HEAD + b"<sheetData>", b" ", claimed=1_000)


def cells_without_end(path: Path) -> Path:
    return _with_bomb(workbook(path, ROWS), SHEET, _SHEET_HEAD + b"<sheetData>", b'<row r="1"><c t="str" r="A1"><v>x</v></c></row>')


def words_without_end(path: Path) -> Path:
    head = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return _with_bomb(workbook(path, ROWS), "xl/sharedStrings.xml", head, b"<si><t>x</t></si>")


def one_word_without_end(path: Path) -> Path:
    head = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
    return _with_bomb(workbook(path, ROWS), "xl/sharedStrings.xml", head, b"x")


def the_far_corner(path: Path) -> Path:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return with_part_changed(workbook(path, ROWS), SHEET, b"</sheetData>", far)


def a_dimension_of_billions(path: Path) -> Path:
    return with_part_changed(workbook(path, ROWS), SHEET, b'<dimension ref="A1:C2"/>', b'<dimension ref="A1:XFD1048576"/>')


def styled_blank_rows(path: Path) -> Path:
    """1,048,576 rows of 16,384 styled cells without a value."""
    row = b"<row>" + b'<c s="1"/>' * 16_384 + b"</row>"
    stream = repeated(_SHEET_HEAD + b"<sheetData>", row, 1_048_576 * len(row))
    with zipfile.ZipFile(workbook(path, ROWS)) as book:
        parts = {name: book.read(name) for name in book.namelist() if name != SHEET}
    return archive(path, parts, {SHEET: (stream, 0xFFFFFFFF)})


def entities_in_a_workbook(path: Path) -> Path:
    doctype = laughs().encode()
    return with_part_changed(workbook(path, ROWS), "xl/workbook.xml", b"<workbook ", doctype + b"<workbook a='&j;' ")


def links_and_commands(path: Path) -> Path:
    """A workbook with a link to another book, a formula that starts a program and one that asks an address."""
    link = b'<row r="3"><c r="A3" t="str"><f>cmd|\' /C calc\'!A0</f></c><c r="B3"><f>WEBSERVICE("http://127.0.0.1:47113/")</f><v>7</v></c></row>'
    path = with_part_changed(workbook(path, ROWS), SHEET, b"</sheetData>", link + b"</sheetData>")
    ends = b'<externalReferences><externalReference r:id="rId9"/></externalReferences></workbook>'
    return with_part_changed(path, "xl/workbook.xml", b"</workbook>", ends)


def a_cell_a_billion_times(path: Path) -> Path:
    path = open_document(path, ROWS)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    cell = b'<table:table-cell office:value-type="string"'
    parts["content.xml"] = parts["content.xml"].replace(cell, cell + b' table:number-columns-repeated="16384"')
    parts["content.xml"] = parts["content.xml"].replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">')
    return archive(path, parts, {})


def a_table_without_end(path: Path) -> Path:
    path = open_document(path, ROWS)
    with zipfile.ZipFile(path) as book:
        content = book.read("content.xml")
    head = content[: content.index(b"<table:table-row>")]
    cell = b'<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    return _with_bomb(path, "content.xml", head, cell)


def entities_in_a_table(path: Path) -> Path:
    path = open_document(path, ROWS)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    content = parts["content.xml"].replace(b"<office:document-content", laughs().encode() + b"<office:document-content", 1)
    parts["content.xml"] = content.replace("赵一".encode(), b"&j;")
    return archive(path, parts, {})


def _sparse(path: Path, head: bytes, size: int) -> Path:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


def one_line_of_two_gigabytes(path: Path) -> Path:
    return _sparse(path, "户编号,姓名".encode(), 2_000_000_000)


def a_line_just_short_enough(path: Path) -> Path:
    return _sparse(path, "户编号,姓名".encode(), 99_000_000)


def a_header_without_end(path: Path) -> Path:
    path.write_bytes("户编号,".encode() * 9_000_000)
    return path


def lines_without_end(path: Path) -> Path:
    path.write_bytes(b"a,b\n" * 99_000_000)
    return path


def an_open_quote(path: Path) -> Path:
    path.write_bytes('户编号,姓名\n"'.encode() + b"a,b\n" * 5_000_000)
    return path
