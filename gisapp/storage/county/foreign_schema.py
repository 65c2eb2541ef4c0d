"""What a county file would do by itself that this program has not written: a file comes from anybody's stick."""

from __future__ import annotations

import re
import sqlite3
from functools import cache

from gisapp import paths

_COUNTED = re.compile(
    r"""CREATETRIGGER"?trigger_(?:insert|delete)_feature_count_\w+"?AFTER(?:INSERT|DELETE)ON"?\w+"?BEGIN"""
    r"""UPDATEgpkg_ogr_contentsSETfeature_count=feature_count[+-]1WHERElower\(table_name\)=lower\('\w+'\);END"""
)
"""What GDAL, and QGIS through it, adds to a layer to count its features. Without blanks."""


def foreign_parts(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Names of triggers on our tables that are not ours, and of things that bear the name of one of ours and are something else.

    Whatever else other programs keep in the file is never read and never fires: a layer of their own with its triggers, a view.
    """
    ours, text = our_names(), our_text()
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN ('table', 'view', 'trigger')")
    return tuple(str(name) for kind, name, table, sql in rows if not _is_harmless(kind, name, table, without_blanks(sql or ""), ours, text))


def _is_harmless(kind: str, name: str, table: str, sql: str, ours: dict[str, str], text: str) -> bool:
    if kind == "trigger":
        return table.lower() not in ours or sql in text or _COUNTED.fullmatch(sql) is not None
    if name.lower() not in ours:
        return True
    if kind == "table" and ours[name.lower()] == "TABLE":
        return not sql.upper().startswith("CREATEVIRTUAL")
    return sql in text


@cache
def our_names() -> dict[str, str]:
    """Name in lower case -> TABLE, VIRTUAL TABLE or VIEW."""
    found = re.findall(r'^CREATE (TABLE|VIRTUAL TABLE|VIEW) "?(\w+)"?', schema(), re.MULTILINE)
    return {name.lower(): kind for kind, name in found}


@cache
def our_text() -> str:
    """Every statement of our schema, without blanks."""
    return without_blanks(schema())


@cache
def schema() -> str:
    """Every statement that makes an empty county file of today."""
    return paths.migrations().with_name("schema.sql").read_text("utf-8")


def without_blanks(sql: str) -> str:
    """A statement as it is compared."""
    return "".join(sql.split())
