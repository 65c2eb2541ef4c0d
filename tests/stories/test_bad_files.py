"""Whatever is handed over as a county file, people get a sentence and the file stays as it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import geopandas
import pytest
import shapely

from gisapp.errors import BadFile
from gisapp.services.county.back_up_county import back_up_county, restore_county
from gisapp.storage.county import county_file, settings
from tests.stories.command import gisapp, gisapp_apart

Maker = Callable[[Path], None]
"""Turns the good county file at the path into a bad one."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("info",),
    ("check",),
    ("slots",),
    ("search", "赵一"),
    ("history",),
    ("undo",),
    ("assign", "--slot", "village/sponsor_cadre", "--contact", "5", "--ids", "5"),
    ("affected", "--hazard", "月河洪涝"),
    ("backup",),
)


def fingerprint(path: Path) -> tuple[str, tuple[str, ...]]:
    """The file's content and the names beside it."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"
    return digest, tuple(sorted(entry.name for entry in path.parent.iterdir()))


def random_bytes(path: Path) -> None:
    path.write_bytes(hashlib.sha512(b"seed").digest() * 5_000)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("户编号,户主\nH001,赵一\n" * 100, encoding="utf-8")


def plain_sqlite(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE household (id INTEGER PRIMARY KEY)")


def other_geopackage(path: Path) -> None:
    path.unlink()
    geopandas.GeoDataFrame({"name": ["a"]}, geometry=[shapely.box(0, 0, 1, 1)], crs=4326).to_file(path, layer="grid", driver="GPKG")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_by_one_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:64])


def flipped_header(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:16] = bytes(byte ^ 0xFF for byte in content[:16])
    path.write_bytes(content)


def damaged_first_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xee" * 1900
    path.write_bytes(content)


def damaged_everywhere(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\x00\xff" * 32
    path.write_bytes(content)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO schema_migration VALUES (77, 'tomorrow', '', '2030-01-01')")


def with_a_trigger(path: Path) -> None:
    """As a macro: whoever corrects a family deletes its people."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TRIGGER a AFTER UPDATE ON household BEGIN DELETE FROM resident; END")


def with_a_changed_trigger(path: Path) -> None:
    """One of ours under its own name that does something else."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER damage_of_a_house_insert")
        connection.execute("CREATE TRIGGER damage_of_a_house_insert BEFORE INSERT ON damage BEGIN DELETE FROM resident; END")


def with_a_view_for_a_table(path: Path) -> None:
    """A table that counts without end."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE need_item")
        connection.execute("CREATE VIEW need_item AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n")


def with_another_card(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP VIEW home_card")
        connection.execute("CREATE VIEW home_card AS SELECT 1 AS fid")


def missing(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD: tuple[tuple[Maker, str], ...] = (
    (random_bytes, "不是县文件"),
    (empty, "不是县文件"),
    (text, "不是县文件"),
    (plain_sqlite, "不是县文件"),
    (other_geopackage, "不是县文件"),
    (cut_in_half, "不完整"),
    (cut_by_one_byte, "不完整"),
    (cut_in_the_header, "不是县文件"),
    (flipped_header, "不是县文件"),
    (damaged_first_page, "已损坏"),
    (damaged_everywhere, "已损坏"),
    (newer, "更新的版本"),
    (with_a_trigger, "不是本程序写的触发器"),
    (with_a_changed_trigger, "不是本程序写的触发器"),
    (with_a_view_for_a_table, "不是本程序写的触发器"),
    (with_another_card, "不是本程序写的触发器"),
    (missing, "找不到文件"),
    (a_folder, "找不到文件"),
)
EACH = pytest.mark.parametrize(("make_bad", "words"), BAD, ids=[maker.__name__ for maker, _ in BAD])


@EACH
def test_a_bad_file_is_refused_with_what_to_do_and_left_alone(make_bad: Maker, words: str, county: Path) -> None:
    make_bad(county)
    before = fingerprint(county)
    for open_it in (county_file.reading, county_file.writing):
        with pytest.raises(BadFile, match=words) as refusal, open_it(county):
            pass
        assert county.name in refusal.value.message
        assert refusal.value.next_step.endswith("。")
    assert fingerprint(county) == before


@EACH
def test_every_command_refuses_a_bad_file_in_a_sentence_or_two(
    make_bad: Maker, words: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_bad(county)
    before = fingerprint(county)
    for command, *rest in COMMANDS:
        for words_before in ((), ("--json",)):
            assert words in gisapp(capsys, *words_before, command, county, *rest).sentences[0], command
    assert fingerprint(county) == before


@EACH
def test_a_bad_file_is_no_backup(make_bad: Maker, words: str, county: Path, made_county: Path) -> None:
    target = Path(shutil.copyfile(made_county, county.with_name("目标.gpkg")))
    make_bad(county)
    before, target_before = fingerprint(county), fingerprint(target)
    with pytest.raises(BadFile, match=words):
        restore_county(county, target)
    assert (fingerprint(county), fingerprint(target)) == (before, target_before)


def test_any_single_broken_byte_of_the_header_is_survived(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_file, "BUSY_MILLISECONDS", 0)
    good = county.read_bytes()
    outcomes = set()
    for place in range(100):
        content = bytearray(good)
        content[place] ^= 0xFF
        county.write_bytes(content)
        try:
            with county_file.reading(county) as connection:
                outcomes.add(connection.execute("SELECT count(*) FROM household").fetchone()[0])
        except BadFile:
            outcomes.add("refused")
        assert county.read_bytes() == content
    assert outcomes == {6, "refused"}


@contextmanager
def locked_by_another_process(path: Path) -> Iterator[None]:
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN EXCLUSIVE');"
        " print('locked', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "locked\n"
        yield
        process.stdin.close()


def test_a_locked_file_is_said_to_be_in_use(county: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_file, "BUSY_MILLISECONDS", 20)
    digest, _ = fingerprint(county)
    with locked_by_another_process(county):
        for open_it in (county_file.reading, county_file.writing):
            with pytest.raises(BadFile, match="另一个程序"), open_it(county):
                pass
        for command, *rest in COMMANDS:
            assert "另一个程序" in gisapp(capsys, command, county, *rest).sentences[0], command
        with pytest.raises(BadFile, match="另一个程序"):
            back_up_county(county)
    assert fingerprint(county) == (digest, (county.name,))


def test_a_county_is_not_restored_over_one_that_is_open(county: Path, made_county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_file, "BUSY_MILLISECONDS", 20)
    with county_file.writing(county) as db:
        settings.write(db.conn, "probe", "未保存的没有")
        with pytest.raises(BadFile, match="另一个程序"):
            restore_county(made_county, county)
    before = fingerprint(county)
    with locked_by_another_process(county), pytest.raises(BadFile, match="另一个程序"):
        restore_county(made_county, county)
    assert fingerprint(county) == before
    with county_file.reading(county) as connection:
        assert settings.read(connection, "probe") == "未保存的没有"


def test_a_damaged_county_is_restored_and_its_remains_are_kept(county: Path, made_county: Path) -> None:
    for make_bad in (cut_in_half, damaged_first_page, random_bytes):
        shutil.copyfile(made_county, county)
        make_bad(county)
        remains = county.read_bytes()
        kept = restore_county(made_county, county)
        assert kept is not None
        assert kept.read_bytes() == remains
        with county_file.reading(county) as connection:
            assert connection.execute("SELECT count(*) FROM household").fetchone()[0] == 6


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """The path without the right to write, for as long as the test looks at it."""
    mode = path.stat().st_mode
    path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        path.chmod(mode)


WRITERS = tuple(command for command in COMMANDS if command[0] in ("undo", "assign", "affected"))
READERS = tuple(command for command in COMMANDS if command[0] in ("info", "check", "slots", "search", "history"))
POSIX = pytest.mark.skipif(os.name == "nt", reason="rights of folders are POSIX")


@POSIX
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_county_can_be_read_and_says_why_it_cannot_be_written(what: str, county: Path) -> None:
    before = fingerprint(county)
    with read_only(county if what == "file" else county.parent):
        for outcome in gisapp_apart(*((command, county, *rest) for command, *rest in WRITERS)):
            assert "只读" in outcome.sentences[0]
        for outcome in gisapp_apart(*(("--json", command, county, *rest) for command, *rest in READERS)):
            assert outcome.data
    assert fingerprint(county) == before


@POSIX
def test_a_backup_or_a_new_county_in_a_read_only_folder_says_so(county: Path, tmp_path: Path) -> None:
    target = tmp_path / "只读"
    target.mkdir()
    before = fingerprint(county)
    with read_only(target), read_only(county.parent):
        copy, beside, new, back = gisapp_apart(
            ("backup", county, target / "副本.gpkg"),
            ("backup", county),
            ("new", target / "新.gpkg", "--county", "汉阴县"),
            ("restore", county, target / "新.gpkg"),
        )
        assert list(target.iterdir()) == []
    assert "备份没有写成" in copy.sentences[0]
    assert "备份没有写成" in beside.sentences[0]
    assert "只读" in new.sentences[0]
    assert "恢复没有完成" in back.sentences[0]
    assert fingerprint(county) == before


@POSIX
def test_a_file_that_may_not_be_read_says_so(county: Path) -> None:
    county.chmod(0)
    for outcome in gisapp_apart(*((command, county, *rest) for command, *rest in COMMANDS)):
        assert "无法读取文件" in outcome.sentences[0]
