"""Create, verify, open and close a county file: one SQLite file that is a GeoPackage."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.storage.county import backups, foreign_schema, geopackage, inner_damage, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_MILLISECONDS = 3_000
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def create(path: Path, *, name: str, srs_id: int, srs_name: str, srs_wkt: str) -> None:
    """Make an empty county file at ``path`` from all migrations.

    Raises BadFile when something is there already or the folder cannot be written.
    """
    refuse_as_new(path)
    try:
        with _in_words(path), closing(_connect(path, writable=True)) as connection:
            _write_schema(connection, name=name, srs_id=srs_id, srs_name=srs_name, srs_wkt=srs_wkt)
    except BaseException:
        remove(path)
        raise


def refuse_as_new(path: Path) -> None:
    """Raise BadFile where no new county file can be made: something is there, or the folder is missing or read-only."""
    if path.exists():
        raise BadFile(tr("文件已经存在：{path}", path=path), tr("请换一个文件名，或先移走原文件。"))
    if not path.parent.is_dir():
        raise BadFile(tr("文件夹不存在：{path}", path=path.parent), tr("请先新建这个文件夹，或换一个位置。"))
    if not os.access(path.parent, os.W_OK):
        raise BadFile(tr("文件夹或文件是只读的，没有写入：{path}", path=path), tr("请换一个可以写入的文件夹。"))


def remove(path: Path) -> None:
    """Delete what is left of a file that was not finished; a read-only disk refuses that even where nothing is."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _write_schema(connection: sqlite3.Connection, *, name: str, srs_id: int, srs_name: str, srs_wkt: str) -> None:
    from sqlite_utils import Database

    connection.execute(f"PRAGMA application_id = {geopackage.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {geopackage.USER_VERSION}")
    db = Database(connection)
    migrations.migrate(db)
    with db.atomic():
        geopackage.register_layers(connection, srs_id=srs_id, srs_name=srs_name, srs_wkt=srs_wkt)
        for key, value in (("county_name", name), ("crs", srs_id), ("is_sample", False)):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (key, json.dumps(value, ensure_ascii=False)))


def open_reading(path: Path) -> sqlite3.Connection:
    """A verified read-only connection, usable from any one thread at a time.

    Raises BadFile with one sentence for a file that is missing, no county file, cut short,
    locked, too new, or older than this program (open it for writing once to bring it up).
    """
    connection = _open_verified(path, writable=False)
    if migrations.unseen(connection):
        connection.close()
        raise BadFile(tr("县文件由旧版本建立，需要先升级：{path}", path=path), tr("请先在窗口中打开一次，程序会备份后自动升级。"))
    return connection


def open_again(path: Path) -> sqlite3.Connection:
    """One more read-only connection to a file that ``open_reading`` verifies or has verified: it is not checked again.

    Raises BadFile when the file cannot be opened.
    """
    with _in_words(path):
        return _connect(path, writable=False)


def open_writing(path: Path) -> Database:
    """A verified writing connection (WAL, foreign keys on); an older schema is backed up, then migrated.

    Raises BadFile as ``open_reading`` does, and where the file or its folder cannot be written.
    """
    from sqlite_utils import Database

    connection = _open_verified(path, writable=True)
    try:
        with _in_words(path):
            if migrations.unseen(connection):
                backups.back_up(path)
                migrations.migrate(Database(connection))
                _refuse_foreign(connection, path)
                _refuse_missing(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            migrations.number_of(connection)  # a first read in WAL: from here on nobody else can leave it
        return Database(connection)
    except BaseException:
        connection.close()
        raise


def close_writing(db: Database) -> None:
    """Checkpoint, leave WAL and close, so that one file is the whole county."""
    try:
        with suppress(sqlite3.Error):  # another reader is still there: the last one to close does it
            db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.conn.execute("PRAGMA busy_timeout = 0")
            db.conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        db.conn.close()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """``open_reading`` for the length of a with block."""
    with closing(open_reading(path)) as connection, _in_words(path):
        yield connection


@contextmanager
def reading_of_any_age(path: Path) -> Iterator[sqlite3.Connection]:
    """``reading`` that takes an older schema as well, for a look at the file itself."""
    with closing(_open_verified(path, writable=False)) as connection, _in_words(path):
        yield connection


@contextmanager
def checking(path: Path) -> Iterator[sqlite3.Connection]:
    """``reading_of_any_age`` by which SQLite also judges the values: of a file opened for reading it never looks at a CHECK.

    Nothing is written; a file that cannot be written is opened for reading after all.
    """
    is_writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with closing(_open_verified(path, writable=is_writable)) as connection, _in_words(path):
        connection.execute("PRAGMA query_only = ON")
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """``open_writing`` for the length of a with block; every page is checked first, so that nothing is built on damage."""
    with checking(path) as connection:
        if found := inner_damage.unfit_to_write(connection):
            raise broken_inside(path, found)
    db = open_writing(path)
    try:
        with _in_words(path):
            yield db
    finally:
        close_writing(db)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that nothing is read and then refused.

    Raises BadFile when the file is locked, the disk is full or fails.
    """
    with _in_words(_path_of(db.conn)):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def refuse_in_use(path: Path) -> None:
    """Raise BadFile when another program or window has the file open; a file that SQLite cannot read passes."""
    try:
        with closing(_connect(path, writable=True)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")  # needs the file for itself alone
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _IN_USE:
            raise _in_use(path) from error


def quick_check(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite itself finds wrong with the file's pages; empty when nothing."""
    found = [row[0] for row in connection.execute("PRAGMA quick_check(20)")]
    return () if found == ["ok"] else tuple(found)


def _open_verified(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection to a file that is a county file, whole, and no newer than this program."""
    _refuse_what_is_no_county_file(path)
    if writable:
        _refuse_read_only(path)
    try:
        connection = _connect(path, writable=writable)
        try:
            _refuse_wrong_schema(connection, path)
            if not migrations.unseen(connection):  # what an older one may hold is known once it is brought up
                _refuse_foreign(connection, path)
                _refuse_missing(connection, path)
            _refuse_damaged(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise _sentence(error, path) or _damaged(path) from error
    return connection


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    mode = "rwc" if writable else "ro"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        geopackage.register_functions(connection)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _path_of(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _refuse_what_is_no_county_file(path: Path) -> None:
    if not path.is_file():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名，或从欢迎页选择最近打开的文件。"))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查是否有权限打开这个文件。")) from error
    if len(header) < 100 or header[:16] != b"SQLite format 3\0" or header[68:72] != b"GPKG":
        raise _no_county_file(path)
    if not _has_unfinished_work(path):
        _refuse_cut_short(path, header)


def _has_unfinished_work(path: Path) -> bool:
    """Whether a killed program left a journal: SQLite completes the file from it, until then its length says nothing."""
    journals = (path.with_name(path.name + tail) for tail in ("-wal", "-journal"))
    return any(journal.exists() and journal.stat().st_size > 0 for journal in journals)


def _refuse_cut_short(path: Path, header: bytes) -> None:
    page_size = struct.unpack_from(">H", header, 16)[0]
    pages, version_valid_for = struct.unpack_from(">I", header, 28)[0], struct.unpack_from(">I", header, 92)[0]
    change_counter = struct.unpack_from(">I", header, 24)[0]
    size = 65_536 if page_size == 1 else page_size
    if change_counter == version_valid_for and path.stat().st_size < pages * size:
        raise BadFile(tr("文件不完整（被截断）：{path}", path=path), tr("请改用备份：欢迎页的“从备份恢复”，或重新复制这个文件。"))


def _refuse_wrong_schema(connection: sqlite3.Connection, path: Path) -> None:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    if "schema_migration" not in tables:
        raise _no_county_file(path)
    number = migrations.number_of(connection)
    if number > migrations.newest_number():
        raise BadFile(
            tr(
                "县文件由更新的版本建立（结构 {number}，本程序 {known}）：{path}",
                number=number,
                known=migrations.newest_number(),
                path=path,
            ),
            tr("请升级本程序后再打开；文件没有被改动。"),
        )


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Nothing in the file may act by itself but what this program wrote."""
    if parts := foreign_schema.foreign_parts(connection):
        names = tr("、").join(name[:40] for name in parts[:3])
        raise BadFile(
            tr("县文件里有不是本程序写的触发器或视图（{names}）：{path}", names=names, path=path),
            tr("文件可能被人改过；请改用备份，或从另一台电脑重新复制。"),
        )


def _refuse_missing(connection: sqlite3.Connection, path: Path) -> None:
    """Everything this program reads and writes is there, and what it is told of the county first of all can be read."""
    if found := inner_damage.missing_parts(connection) or inner_damage.broken_settings(connection):
        raise broken_inside(path, found)


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """A quick check of the tables everything else hangs on; ``gisapp check`` looks at every page."""
    for table in ("setting", "division", "grid", "grid_post", "contact", "slot", "history"):
        if connection.execute(f"PRAGMA quick_check('{table}')").fetchone()[0] != "ok":
            raise _damaged(path)


def _refuse_read_only(path: Path) -> None:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise _read_only(path)


def _read_only(path: Path) -> BadFile:
    return BadFile(tr("文件或所在文件夹是只读的：{path}", path=path), tr("请把文件复制到可以写入的文件夹再打开。"))


def _no_county_file(path: Path) -> BadFile:
    return BadFile(tr("这不是县文件：{path}", path=path), tr("请选择由本程序建立的 .gpkg 县文件。"))


def _in_use(path: Path) -> BadFile:
    return BadFile(tr("文件正被另一个程序使用：{path}", path=path), tr("请关闭另一个程序（或另一个窗口），稍后再试。"))


def broken_inside(path: Path, what: str) -> BadFile:
    """The sentence for a county file that opens and is broken inside: what, and the newest backup."""
    copy = backups.newest(path)
    todo = (
        tr("请用“从备份恢复”换回最近的备份：{copy}。", copy=copy)
        if copy is not None
        else tr("请改用备份：欢迎页的“从备份恢复”，或从另一台电脑重新复制。")
    )
    return BadFile(tr("县文件内部已损坏（{what}），没有写入任何内容：{path}", what=what, path=path), todo)


def _damaged(path: Path) -> BadFile:
    return BadFile(tr("文件已损坏：{path}", path=path), tr("请改用备份：欢迎页的“从备份恢复”。"))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file into a BadFile; errors of ours (SQL, constraints) pass as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        bad_file = _sentence(error, path)
        if bad_file is None:
            raise
        raise bad_file from error


def _sentence(error: sqlite3.DatabaseError, path: Path) -> BadFile | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    if code in _IN_USE:
        return _in_use(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _read_only(path)
    if code == sqlite3.SQLITE_FULL:
        return BadFile(tr("磁盘已满，没有写入：{path}", path=path), tr("请腾出空间后再试；已保存的内容没有丢失。"))
    if code == sqlite3.SQLITE_IOERR:
        return BadFile(tr("读写磁盘时出错：{path}", path=path), tr("请检查磁盘或U盘是否还连接着，再试一次。"))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return _damaged(path)
    return None
