"""One schema source: numbered files that never change once released, and files of every age."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gisapp import paths
from gisapp.cli import tour_command
from gisapp.errors import BadFile
from gisapp.services.county.back_up_county import restore_county
from gisapp.storage.county import backups, county_file, geopackage, migrations, settings
from tests.builders import opened
from tests.file_names import odd
from tests.unit.storage.fresh_schema import FILE, fresh_schema, statements

RELEASED: tuple[tuple[str, str], ...] = ()
"""(file name, sha256 with \\n line ends) of every migration in a released version; a line is added at each release."""


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of migrations of a program that knows one migration more."""
    folder = Path(shutil.copytree(paths.migrations(), tmp_path / "db" / "migrations"))
    number = migrations.newest_number() + 1
    (folder / f"{number:04d}_next.sql").write_text(
        "ALTER TABLE safe_site ADD COLUMN phone TEXT;\nUPDATE safe_site SET phone = name;\n"
        "CREATE TABLE next_thing (id INTEGER PRIMARY KEY);\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(paths, "migrations", lambda: folder)
    return folder


def test_the_written_schema_is_that_of_a_fresh_file() -> None:
    assert FILE.read_text(encoding="utf-8") == fresh_schema()


def test_released_migrations_never_change() -> None:
    assert [(name, checksum(paths.migrations() / name)) for name, _ in RELEASED] == list(RELEASED)


def test_migrations_are_numbered_from_one_and_no_number_is_given_twice() -> None:
    numbers = [int(file.name[:4]) for file in sorted(paths.migrations().iterdir())]
    assert numbers[0] == 1
    assert len(set(numbers)) == len(numbers)
    assert [migration.number for migration in migrations.all_migrations()] == numbers


def test_a_migration_that_came_after_a_later_number_is_run_too(county: Path, newer_program: Path) -> None:
    [file] = newer_program.glob("*_next.sql")
    late = file.with_name(f"{migrations.newest_number() + 1:04d}_later.sql")
    late.write_text("CREATE TABLE later_thing (id INTEGER PRIMARY KEY);\n", encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    file.unlink()
    with opened(county) as db:
        assert "later_thing" in db.table_names()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match="旧版本"), county_file.reading(county):
        pass
    with opened(county) as db:
        assert {"later_thing", "next_thing"} <= set(db.table_names())
        assert migrations.unseen(db.conn) == ()


def test_each_migration_is_recorded_with_its_checksum(made_county: Path) -> None:
    with county_file.reading(made_county) as connection:
        rows = connection.execute("SELECT number, name, sha256 FROM schema_migration ORDER BY number").fetchall()
    assert rows == [(int(file.name[:4]), file.stem[5:], checksum(file)) for file in sorted(paths.migrations().iterdir())]


def test_windows_line_ends_do_not_change_a_checksum(tmp_path: Path) -> None:
    unix, windows = tmp_path / "0001_a.sql", tmp_path / "0002_a.sql"
    unix.write_bytes(b"SELECT 1;\n")
    windows.write_bytes(b"SELECT 1;\r\n")
    assert migrations.Migration(1, "a", unix).sha256 == migrations.Migration(2, "a", windows).sha256


def test_an_older_file_is_backed_up_and_then_brought_up_to_date(county: Path, newer_program: Path) -> None:
    before = county.read_bytes()
    with opened(county) as db:
        assert db.execute("SELECT name, phone FROM safe_site").fetchall() == [("东社区小学", "东社区小学")]
        assert settings.read(db.conn, "county_name") == "测试县"
        assert migrations.number_of(db.conn) == migrations.newest_number()
    [copy] = backups.folder_of(county).glob("*.gpkg")
    with closing(sqlite3.connect(copy)) as old:
        assert "phone" not in {row[1] for row in old.execute("PRAGMA table_info(safe_site)")}
        assert old.execute("SELECT max(number) FROM schema_migration").fetchone()[0] == migrations.newest_number() - 1
        with closing(sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True)) as new:
            assert set(statements(new)) - set(statements(old))
    assert county.read_bytes() != before


def test_migrating_keeps_every_trigger_and_index(county: Path, newer_program: Path) -> None:
    with closing(sqlite3.connect(county)) as connection:
        before = {sql for sql in statements(connection) if not sql.startswith("CREATE TABLE safe_site")}
    with opened(county):
        pass
    with closing(sqlite3.connect(county)) as connection:
        assert before - set(statements(connection)) == set()


def test_an_older_file_is_not_read_as_it_is_and_not_changed_by_trying(county: Path, newer_program: Path) -> None:
    before = county.read_bytes()
    with pytest.raises(BadFile, match="旧版本") as refusal, county_file.reading(county):
        pass
    assert "升级" in refusal.value.next_step
    assert county.read_bytes() == before


def test_the_tour_brings_an_older_sample_up_to_date(
    county: Path, newer_program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "sample_county", lambda: county)
    copy = tour_command.fresh_copy(tmp_path / "游览")
    with county_file.reading(copy) as connection:
        assert migrations.number_of(connection) == migrations.newest_number()
    assert len(list(backups.folder_of(county).glob("*.gpkg"))) == 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(county: Path, newer_program: Path) -> None:
    [file] = newer_program.glob("*_next.sql")
    with file.open("a", encoding="utf-8") as script:
        script.write("INSERT INTO no_such_table VALUES (1);\n")
    with closing(sqlite3.connect(county)) as connection:
        before = statements(connection)
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"), opened(county):
        pass
    with closing(sqlite3.connect(county)) as connection:
        assert statements(connection) == before
        assert connection.execute("SELECT max(number) FROM schema_migration").fetchone()[0] == migrations.newest_number() - 1


def test_a_file_of_a_newer_program_is_refused_in_words_and_left_alone(county: Path) -> None:
    number = migrations.newest_number() + 1
    with closing(sqlite3.connect(county)) as connection, connection:
        connection.execute("INSERT INTO schema_migration VALUES (?, 'tomorrow', '', '2030-01-01')", (number,))
    before = county.read_bytes()
    for open_it in (county_file.reading, county_file.writing):
        with pytest.raises(BadFile, match=f"结构 {number}") as refusal, open_it(county):
            pass
        assert "升级本程序" in refusal.value.next_step
    assert county.read_bytes() == before
    assert [file.name for file in county.parent.iterdir()] == [county.name]


def test_an_older_backup_can_be_put_back(county: Path, newer_program: Path, tmp_path: Path) -> None:
    target = tmp_path / "恢复.gpkg"
    assert restore_county(county, target) is None
    with opened(target) as db:
        assert db.execute("SELECT phone FROM safe_site").fetchone()[0] == "东社区小学"


def test_five_backups_are_kept_whatever_the_file_is_called(made_county: Path, tmp_path: Path) -> None:
    county = Path(shutil.copyfile(made_county, tmp_path / odd("县[1]*.gpkg")))
    made = [backups.back_up(county) for _ in range(7)]
    assert sorted(backups.folder_of(county).iterdir()) == made[2:]
    assert backups.has_copy_of_today(county)


def test_a_backup_holds_what_was_committed_while_the_county_is_open(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        settings.write(db.conn, "probe", 1)
        db.conn.execute("BEGIN")
        settings.write(db.conn, "later", 1)
        copy = backups.back_up(county, tmp_path / "副本.gpkg")
        db.conn.execute("COMMIT")
    with county_file.reading(copy) as connection:
        assert settings.read(connection, "probe") == 1
        assert settings.read(connection, "later") is None
        assert connection.execute("PRAGMA application_id").fetchone()[0] == geopackage.APPLICATION_ID


def test_a_backup_that_fails_leaves_no_half_file(county: Path, tmp_path: Path) -> None:
    county.write_bytes(county.read_bytes()[:50_000])
    with pytest.raises(sqlite3.DatabaseError):
        backups.back_up(county, tmp_path / "副本.gpkg")
    assert [file for file in tmp_path.iterdir() if file.is_file()] == []
