"""Attributes of households and dated indicators: columns of other departments' ledgers under their own names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

Subject = tuple[str, int]
"""("household" | "grid" | "division", id)"""


def attributes(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    """name -> (id, content)."""
    return {name: (row, content) for row, name, content in connection.execute("SELECT id, name, content FROM attribute ORDER BY id")}


def attribute_values(connection: sqlite3.Connection) -> dict[tuple[int, int], tuple[int, str]]:
    """(household id, attribute id) -> (row id, value)."""
    rows = connection.execute("SELECT household_id, attribute_id, id, value FROM household_attribute")
    return {(household, attribute): (row, value) for household, attribute, row, value in rows}


def indicators(connection: sqlite3.Connection) -> dict[str, int]:
    """name -> id."""
    return dict(connection.execute("SELECT name, id FROM indicator ORDER BY id"))


def indicator_values(connection: sqlite3.Connection) -> dict[tuple[Subject, int, str], tuple[int, float]]:
    """(subject, indicator id, day) -> (row id, value)."""
    rows = connection.execute("SELECT id, indicator_id, day, value, division_id, grid_id, household_id FROM indicator_value")
    return {(_subject(*places), indicator, day): (row, value) for row, indicator, day, value, *places in rows}


def _subject(division: int | None, grid: int | None, household: int | None) -> Subject:
    if division is not None:
        return "division", division
    return ("grid", grid) if grid is not None else ("household", household or 0)


def of_household(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str, str]]:
    """(name, content, value) of a family's attributes in the order they came."""
    return connection.execute(
        "SELECT a.name, a.content, v.value FROM household_attribute v JOIN attribute a ON a.id = v.attribute_id"
        " WHERE v.household_id = ? ORDER BY a.id",
        (household_id,),
    ).fetchall()


def latest_of_household(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str, float]]:
    """(name, day, value) of the newest figure of each of a family's indicators."""
    return connection.execute(
        "SELECT i.name, max(v.day), v.value FROM indicator_value v JOIN indicator i ON i.id = v.indicator_id"
        " WHERE v.household_id = ? GROUP BY i.id ORDER BY i.id",
        (household_id,),
    ).fetchall()


def all_attributes(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str, str]]:
    """(family code, head, name, content, value) of every attribute, by family."""
    yield from connection.execute(
        "SELECT k.code, coalesce(r.name, ''), a.name, a.content, v.value FROM household_attribute v"
        " JOIN attribute a ON a.id = v.attribute_id JOIN household k ON k.id = v.household_id"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL ORDER BY k.code, a.id"
    )


def all_indicator_values(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str, float]]:
    """(code of the place or family, its name, indicator, day, value) of every figure, by indicator, place and day."""
    yield from connection.execute(
        "SELECT coalesce(d.code, g.code, k.code), coalesce(d.name, g.name, ''), i.name, v.day, v.value FROM indicator_value v"
        " JOIN indicator i ON i.id = v.indicator_id LEFT JOIN division d ON d.id = v.division_id LEFT JOIN grid g ON g.id = v.grid_id"
        " LEFT JOIN household k ON k.id = v.household_id ORDER BY i.id, 1, v.day"
    )


def counted_attributes(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """(name, content, households that have it) of every attribute."""
    return connection.execute(
        "SELECT a.name, a.content, count(v.id) FROM attribute a LEFT JOIN household_attribute v ON v.attribute_id = a.id"
        " GROUP BY a.id ORDER BY a.id"
    ).fetchall()


def counted_indicators(connection: sqlite3.Connection) -> list[tuple[str, int, str, str]]:
    """(name, figures, first day, last day) of every indicator that has a figure."""
    return connection.execute(
        "SELECT i.name, count(*), min(v.day), max(v.day) FROM indicator i JOIN indicator_value v ON v.indicator_id = i.id"
        " GROUP BY i.id ORDER BY i.id"
    ).fetchall()
