"""The search index: people, houses, units, contacts and sites by whatever a clerk types.

One FTS5 row a thing, rowid = id * 8 + number of its kind. Chinese characters stand apart (the
trigram tokenizer would miss two-character names). ID numbers and phones are also stored
backwards behind a letter, so that a tail of any length is an index range.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from json import dumps

from gisapp.domain.change import Kind

_KINDS = (Kind.RESIDENT, Kind.HOUSE, Kind.DIVISION, Kind.CONTACT, Kind.SETTLEMENT, Kind.GRID, Kind.HOUSEHOLD, Kind.SAFE_SITE)
_WORD = re.compile(r"[0-9]+|[a-z]+|[^\W_0-9a-z]")
ID_TAIL, PHONE_TAIL = "i", "p"

_SOURCES = (
    (Kind.RESIDENT, "SELECT id, name, initials, id_number, phone FROM resident WHERE left_on IS NULL"),
    (Kind.HOUSE, "SELECT id, number, NULL, NULL, NULL FROM house WHERE 1"),
    (Kind.DIVISION, "SELECT id, name || ' ' || coalesce((SELECT group_concat(n.name, ' ') FROM division_name n "
                    "WHERE n.division_id IN (WITH RECURSIVE past(id) AS (SELECT division.id UNION SELECT p.id FROM division p "
                    "JOIN past ON p.successor_id = past.id) SELECT id FROM past)), ''), NULL, code, NULL FROM division WHERE successor_id IS NULL"),
    (Kind.CONTACT, "SELECT id, name, initials, NULL, phone FROM contact WHERE 1"),
    (Kind.SETTLEMENT, "SELECT id, name, NULL, NULL, NULL FROM settlement_site WHERE 1"),
    (Kind.GRID, "SELECT id, name, NULL, code, NULL FROM grid WHERE 1"),
    (Kind.HOUSEHOLD, "SELECT id, '', NULL, code, NULL FROM household WHERE ended_on IS NULL"),
    (Kind.SAFE_SITE, "SELECT id, name, NULL, NULL, NULL FROM safe_site WHERE 1"),
)  # fmt: skip


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the whole index anew."""
    connection.execute("DELETE FROM search_index")
    for kind, sql in _SOURCES:
        _insert(connection, kind, connection.execute(sql))


def refresh(connection: sqlite3.Connection, kind: Kind, ids: Iterable[int]) -> None:
    """Write the rows of ``ids`` anew; a thing that is gone leaves the index."""
    chosen = dumps([int(thing) for thing in ids])
    connection.execute("DELETE FROM search_index WHERE rowid IN (SELECT value * 8 + ? FROM json_each(?))", (_KINDS.index(kind), chosen))
    for source, sql in _SOURCES:
        if source is kind:
            _insert(connection, kind, connection.execute(f"{sql} AND id IN (SELECT value FROM json_each(?))", (chosen,)))


def find(connection: sqlite3.Connection, text: str, *, limit: int = 50) -> list[tuple[Kind, int]]:
    """(kind, id) of what fits ``text``, at most ``limit`` a kind, units first; empty for empty text."""
    match = match_expression(text)
    if not match:
        return []
    rows = connection.execute("SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?", (match, limit * 40))
    found = [(_KINDS[row[0] % 8], row[0] // 8) for row in rows]
    order = (Kind.DIVISION, Kind.SETTLEMENT, Kind.GRID, Kind.SAFE_SITE, Kind.RESIDENT, Kind.HOUSEHOLD, Kind.HOUSE, Kind.CONTACT)
    found.sort(key=lambda hit: order.index(hit[0]))
    return [hit for _, hits in groupby(found, key=lambda hit: hit[0]) for hit in list(hits)[:limit]]


def match_expression(text: str) -> str:
    """The FTS5 expression for what a person typed; every part of the text is quoted, none is syntax."""
    return " AND ".join(f"({part})" for part in map(_part, text.lower().split()) if part)


def words_of(text: str) -> list[str]:
    """Characters of Chinese apart, runs of digits and of Latin letters whole."""
    return _WORD.findall(text.lower())


def _part(text: str) -> str:
    words = words_of(text)
    if not words:
        return ""
    phrase = f'"{" ".join(words)}"'
    if re.fullmatch(r"[0-9]{3,17}[a-z]?|[0-9]{18}", text):
        backwards = text[::-1]
        return f'{phrase} OR "{text}"* OR "{ID_TAIL}{backwards}"* OR "{PHONE_TAIL}{backwards}"*'
    return f"{phrase}*"


def _insert(connection: sqlite3.Connection, kind: Kind, rows: Iterable[Sequence[str | int | None]]) -> None:
    connection.executemany("INSERT INTO search_index (rowid, words) VALUES (?, ?)", _lines(kind, rows))


def _lines(kind: Kind, rows: Iterable[Sequence[str | int | None]]) -> Iterator[tuple[int, str]]:
    for thing, name, initials, number, phone in rows:
        words = words_of(str(name))
        if initials:
            words.append(str(initials))
        if number and kind is Kind.RESIDENT:
            words.append(ID_TAIL + str(number).lower()[::-1])
        elif number:
            words += words_of(str(number))
        if phone:
            words += [str(phone), PHONE_TAIL + str(phone)[::-1]]
        yield _rowid(kind, int(thing or 0)), " ".join(words)


def _rowid(kind: Kind, thing: int) -> int:
    return thing * 8 + _KINDS.index(kind)
