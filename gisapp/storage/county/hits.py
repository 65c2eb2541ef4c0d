"""What a search hit looks like: a title and a detail that tells namesakes apart, masked."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.change import Kind
from gisapp.domain.masking import masked_phone
from gisapp.language import tr
from gisapp.storage.places.divisions import LIVING

_PLACE = (
    "(SELECT coalesce(h.number, '') FROM home m JOIN house h ON h.id = m.house_id WHERE m.household_id = {family}"
    " AND m.to_date IS NULL ORDER BY m.role = 'origin' LIMIT 1)"
)


def describe(connection: sqlite3.Connection, kind: Kind, ids: Sequence[int]) -> list[tuple[int, str, str, int | None]]:
    """(id, title, detail, household id) of each id, in order of title."""
    rows = connection.execute(
        f"WITH chosen AS (SELECT value AS id FROM json_each(?)) {_select(kind)} ORDER BY 2, 3, 1", (dumps(list(ids)),)
    )
    return [_row(kind, row) for row in rows]


def _row(kind: Kind, row: tuple[int, str, str, str | None, int | None]) -> tuple[int, str, str, int | None]:
    thing, title, detail, phone, household = row
    if kind is Kind.DIVISION:
        return thing, title, detail, household
    return thing, title, tr("{place} {phone}", place=detail, phone=masked_phone(phone)).strip(), household


def _select(kind: Kind) -> str:
    match kind:
        case Kind.RESIDENT:
            return (
                f"SELECT r.id, r.name, {_PLACE.format(family='r.household_id')}, r.phone, r.household_id"
                " FROM chosen JOIN resident r ON r.id = chosen.id"
            )
        case Kind.HOUSEHOLD:
            return (
                f"SELECT k.id, k.code, coalesce(r.name, '') || ' ' || {_PLACE.format(family='k.id')}, r.phone, k.id FROM chosen"
                " JOIN household k ON k.id = chosen.id LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
            )
        case Kind.HOUSE:
            return (
                "SELECT h.id, h.number, coalesce((SELECT group_concat(r.name, ' ') FROM home m JOIN resident r ON r.household_id = m.household_id"
                " AND r.relation = 'head' AND r.left_on IS NULL WHERE m.house_id = h.id AND m.to_date IS NULL), ''), NULL,"
                " (SELECT m.household_id FROM home m WHERE m.house_id = h.id AND m.to_date IS NULL ORDER BY m.role = 'origin' LIMIT 1)"
                " FROM chosen JOIN house h ON h.id = chosen.id"
            )
        case Kind.DIVISION:
            return (
                "SELECT d.id, d.name, coalesce(t.name, '') || ' ' || d.code, NULL, NULL FROM chosen JOIN division d ON d.id = chosen.id"
                " LEFT JOIN division t ON t.id = d.parent_id"
            )
        case Kind.CONTACT:
            return "SELECT c.id, c.name, d.name, c.phone, NULL FROM chosen JOIN contact c ON c.id = chosen.id JOIN division d ON d.id = c.division_id"
        case Kind.GRID:
            return "SELECT g.id, g.name, g.code, NULL, NULL FROM chosen JOIN grid g ON g.id = chosen.id"
        case Kind.SETTLEMENT:
            return (
                "SELECT s.id, s.name, d.name, NULL, NULL FROM chosen JOIN settlement_site s ON s.id = chosen.id"
                f" JOIN ({LIVING}) l ON l.id = s.division_id JOIN division d ON d.id = l.today"
            )
        case _:
            return (
                "SELECT s.id, s.name, coalesce(d.name, ''), NULL, NULL FROM chosen JOIN safe_site s ON s.id = chosen.id"
                f" LEFT JOIN ({LIVING}) l ON l.id = s.division_id LEFT JOIN division d ON d.id = l.today"
            )
