"""What is wrong inside a county file that opens: parts that are missing, values no program of ours wrote, rows that point at nothing."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress

import shapely

from gisapp.language import tr
from gisapp.storage.county import geopackage, migrations, settings
from gisapp.storage.county.foreign_schema import our_names, our_text, schema, without_blanks

MOST_NAMED = 3
_IN_TABLE = re.compile(r" in (?:index )?(\w+)")
_NEEDED_SETTINGS = ("crs", "county_name")


def missing_parts(connection: sqlite3.Connection) -> str:
    """Which of our tables, views and columns are not in the file, in words; "" when all are. A few milliseconds.

    An older file is held against what its own migrations make; a column is looked for only where a table is not written as ours is.
    """
    rows = connection.execute("SELECT name, sql FROM main.sqlite_master WHERE type IN ('table', 'view')")
    there = {str(name).lower(): without_blanks(sql or "") for name, sql in rows}
    if migrations.unseen(connection):
        return _missing_beside_model(connection, there)
    ours = our_names()
    changed = [name for name, kind in ours.items() if kind == "TABLE" and there.get(name) and there[name] not in our_text()]
    gone = [name for name in ours if name not in there]
    return _said(gone, _missing_columns(connection, changed, [schema()]) if changed else [])


def _missing_beside_model(connection: sqlite3.Connection, there: Mapping[str, str]) -> str:
    """The same for a file that has not seen all migrations."""
    unseen = {one.number for one in migrations.unseen(connection)}
    texts = [one.path.read_text("utf-8") for one in migrations.all_migrations() if one.number not in unseen]
    with _model(texts) as model:
        rows = model.execute("SELECT lower(name), type FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    kept = [name for name, kind in rows if kind == "table" and name in there]
    return _said([name for name, _ in rows if name not in there], _missing_columns(connection, kept, texts))


def _said(gone: Sequence[str], columns: Sequence[str]) -> str:
    parts = [*(tr("表 {name}", name=name) for name in gone), *columns]
    return tr("缺少{parts}", parts=_listed(parts)) if parts else ""


def unfit_to_write(connection: sqlite3.Connection) -> str:
    """What is so wrong that nothing should be built on it, in words; "" when nothing: pages, values, references, settings."""
    return broken_pages(connection) or broken_references(connection) or broken_settings(connection)


def inner_damage(connection: sqlite3.Connection) -> str:
    """The first thing found wrong, in words; "" for a sound file. Every page, value, reference and shape: about two seconds."""
    for look in (missing_parts, broken_pages, broken_references, broken_settings, _broken_shapes):
        with suppress(sqlite3.OperationalError):  # what cannot be asked is said by another look
            if found := look(connection):
                return found
    return ""


def broken_references(connection: sqlite3.Connection) -> str:
    """Rows that point at nothing, in words; "" when there are none."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    if not rows:
        return ""
    table, row, parent, _ = rows[0]
    return tr("表 {table} 第 {row} 行指向 {parent} 里没有的一行", table=table, row=row, parent=parent)


def _missing_columns(connection: sqlite3.Connection, tables: Sequence[str], texts: Sequence[str]) -> list[str]:
    with _model(texts) as model:
        return [
            tr("列 {table}.{name}", table=table, name=name)
            for table in tables
            for name in _columns(model, table)
            if name not in _columns(connection, table)
        ]


@contextmanager
def _model(texts: Sequence[str]) -> Iterator[sqlite3.Connection]:
    """A county file in memory, made by these statements."""
    with closing(sqlite3.connect(":memory:")) as model:
        geopackage.register_functions(model)
        for text in texts:
            model.executescript(text)
        yield model


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(name).lower() for (name,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))]


def broken_pages(connection: sqlite3.Connection) -> str:
    """Which pages and values SQLite itself finds wrong, in words; "" when nothing."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
    if found == ["ok"]:
        return ""
    tables = dict.fromkeys(match[1] for line in found if (match := _IN_TABLE.search(line)))
    if tables:
        return tr("表 {tables} 里有不该有的值", tables=_listed(list(tables)))
    return tr("有读不出来的数据页")


def broken_settings(connection: sqlite3.Connection) -> str:
    """A setting that cannot be read, or one that no county is without, in words; "" when there is none."""
    for key, value in connection.execute("SELECT key, value FROM setting"):
        try:
            json.loads(value)
        except (TypeError, ValueError):
            return tr("设置 {key} 读不出来", key=key)
    for key in _NEEDED_SETTINGS:
        if settings.read(connection, key) is None:
            return tr("缺少设置 {key}", key=key)
    if not isinstance(settings.read(connection, "crs"), int):
        return tr("设置 {key} 读不出来", key="crs")
    return ""


def _broken_shapes(connection: sqlite3.Connection) -> str:
    for table, _, _ in geopackage.LAYERS:
        blobs = [bytes(blob) for (blob,) in connection.execute(f'SELECT geom FROM "{table}" WHERE geom IS NOT NULL')]
        count = int(shapely.is_missing(geopackage.decode_readable(blobs)).sum())
        if count:
            return tr("图层 {table} 有 {count:,} 个图形读不出来", table=table, count=count)
    return ""


def _listed(names: list[str]) -> str:
    return tr("、").join(names[:MOST_NAMED]) + (tr("等 {count} 处", count=len(names)) if len(names) > MOST_NAMED else "")
