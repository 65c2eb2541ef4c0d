"""The county file itself: made, opened, closed, one file at rest."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.errors import BadFile
from gisapp.spatial import crs
from gisapp.storage.county import county_file, geopackage, settings
from tests.builders import opened
from tests.file_names import odd

LAYERS = ("division", "settlement_site", "grid", "house", "former_house", "hazard_area", "safe_site", "waterway", "road")
VIEWS = ("grid_card", "home_card")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / odd("空县 100%?#.gpkg")
    county_file.create(path, name="空县", srs_id=4545, srs_name=crs.crs_name(4545), srs_wkt=crs.crs_wkt(4545))
    return path


def plain(path: Path) -> closing[sqlite3.Connection]:
    """The file as any other program sees it."""
    return closing(sqlite3.connect(path))


def test_a_new_file_is_a_geopackage_1_4(empty: Path) -> None:
    with plain(empty) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x47504B47
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 10400
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_layer_and_card_is_registered_in_the_county_crs(empty: Path) -> None:
    with plain(empty) as connection:
        contents = dict(connection.execute("SELECT table_name, srs_id FROM gpkg_contents WHERE data_type = 'features'"))
        columns = dict(connection.execute("SELECT table_name, srs_id FROM gpkg_geometry_columns"))
        indexed = {row[0] for row in connection.execute("SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")}
        known = connection.execute("SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = 4545").fetchone()
    assert contents == columns == dict.fromkeys((*LAYERS, *VIEWS), 4545)
    assert indexed == set(LAYERS)
    assert known == ("EPSG", 4545)


def test_every_geometry_table_has_the_seven_index_triggers_of_geopackage_1_4(empty: Path) -> None:
    with plain(empty) as connection:
        triggers = connection.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree%'").fetchall()
    expected = {
        (table, f"rtree_{table}_geom_{event}")
        for table in LAYERS
        for event in ("insert", "update2", "update4", "update5", "update6", "update7", "delete")
    }
    assert set(triggers) == expected


def test_an_existing_file_is_never_overwritten(empty: Path) -> None:
    before = empty.read_bytes()
    with pytest.raises(BadFile, match="已经存在"):
        county_file.create(empty, name="x", srs_id=4545, srs_name="x", srs_wkt="x")
    assert empty.read_bytes() == before


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="文件夹不存在"):
        county_file.create(tmp_path / "没有" / "a.gpkg", name="x", srs_id=4545, srs_name="x", srs_wkt="x")


def test_a_read_only_disk_is_said_although_it_refuses_to_delete_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def no_connection(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(sqlite3, "connect", no_connection)
    with pytest.raises(BadFile, match="只读"):
        county_file.create(tmp_path / "县.gpkg", name="x", srs_id=4545, srs_name="x", srs_wkt="x")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BadFile, match="只读"):
        county_file.create(tmp_path / "县.gpkg", name="x", srs_id=4545, srs_name="x", srs_wkt="x")


def test_a_file_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        county_file.create(tmp_path / "a.gpkg", name="x", srs_id=4326, srs_name="taken", srs_wkt="x")
    assert list(tmp_path.iterdir()) == []


def test_after_closing_one_file_is_the_whole_county(county: Path) -> None:
    with opened(county) as db:
        settings.write(db.conn, "probe", "值")
        assert {file.name for file in county.parent.iterdir()} == {county.name, f"{county.name}-wal", f"{county.name}-shm"}
    assert [file.name for file in county.parent.iterdir()] == [county.name]
    with plain(county) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert connection.execute("SELECT value FROM setting WHERE key = 'probe'").fetchone()[0] == '"值"'


def test_a_reader_that_stays_does_not_keep_the_writer_from_closing(county: Path) -> None:
    with county_file.reading(county) as reader, opened(county) as db:
        settings.write(db.conn, "probe", 1)
        assert settings.read(reader, "probe") == 1
        county_file.close_writing(db)
    with county_file.reading(county) as reader:
        assert settings.read(reader, "probe") == 1


def test_a_reader_cannot_write(county: Path) -> None:
    with pytest.raises(BadFile, match="只读"), county_file.reading(county) as connection:
        settings.write(connection, "probe", 1)
    with county_file.reading(county) as connection:
        assert settings.read(connection, "probe") is None


def test_a_writer_holds_to_foreign_keys(county: Path) -> None:
    with opened(county) as db, pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("UPDATE house SET grid_id = 99 WHERE id = 1")


def fail_halfway(db: Database) -> None:
    with county_file.transaction(db):
        settings.write(db.conn, "probe", 1)
        raise ZeroDivisionError


def fill(db: Database) -> None:
    with county_file.transaction(db):
        for number in range(1000):
            settings.write(db.conn, f"probe{number}", "满" * 10_000)


def test_a_failed_transaction_leaves_nothing_and_lets_the_next_begin(county: Path) -> None:
    with opened(county) as db:
        with pytest.raises(ZeroDivisionError):
            fail_halfway(db)
        assert settings.read(db.conn, "probe") is None
        with county_file.transaction(db):
            settings.write(db.conn, "probe", 2)
        assert settings.read(db.conn, "probe") == 2


def test_a_bug_in_our_own_sql_is_not_called_damage(county: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column"), county_file.reading(county) as connection:
        connection.execute("SELECT nonsense FROM house")


def test_a_full_disk_is_said_and_what_was_saved_stays(county: Path) -> None:
    with opened(county) as db:
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(BadFile, match="磁盘已满"):
            fill(db)
    with county_file.reading(county) as connection:
        assert settings.read(connection, "probe0") is None
        assert settings.read(connection, "county_name") == "测试县"
        assert county_file.quick_check(connection) == ()


def test_two_writers_wait_for_each_other_or_say_so(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_file, "BUSY_MILLISECONDS", 20)
    with opened(county) as first, opened(county) as second:
        with county_file.transaction(first), pytest.raises(BadFile, match="另一个程序"), county_file.transaction(second):
            pass
        with county_file.transaction(second):
            settings.write(second.conn, "probe", 2)
    with county_file.reading(county) as connection:
        assert settings.read(connection, "probe") == 2


def test_the_extent_of_each_layer_is_in_the_catalogue(county: Path) -> None:
    with plain(county) as connection:
        box = connection.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'grid_card'").fetchone()
    assert box == (500_000, 3_640_000, 504_000, 3_644_000)


def test_the_known_layers_are_those_other_programs_are_promised() -> None:
    assert tuple(table for table, _, _ in geopackage.LAYERS) == LAYERS
    assert tuple(table for table, _, _ in geopackage.CARD_VIEWS) == VIEWS


def test_a_file_with_one_damaged_page_is_not_written_to(county: Path) -> None:
    with closing(sqlite3.connect(county)) as connection:
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'resident'").fetchone()[0]
    content = bytearray(county.read_bytes())
    content[(page - 1) * page_size : page * page_size] = b"\xff" * page_size
    county.write_bytes(content)
    with pytest.raises(BadFile, match="损坏"), county_file.writing(county):
        pytest.fail("a damaged file was opened for writing")
    assert county.read_bytes() == bytes(content)
