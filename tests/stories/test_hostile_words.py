"""Quotes, tags, formulas and line breaks in every name and path go through every story unharmed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pyogrio
import pytest
from python_calamine import CalamineWorkbook

from gisapp.services.families.describe_household import describe_household
from gisapp.services.places.describe_grid import describe_grid
from gisapp.storage.county import county_file, search
from tests.builders import ALONE, COMPLETE, opened
from tests.file_names import odd
from tests.stories.command import Outcome, gisapp
from tests.unit.readers.files import geojson, square
from tests.unit.storage.contents import contents, difference

NASTY = "='\"<script>alert(1)</script>\n+1&amp;%s{x}; DROP TABLE slot;--，\t🏠"
NAMED = (
    ("division", "name"),
    ("grid", "name"),
    ("house", "number"),
    ("former_house", "number"),
    ("settlement_site", "name"),
    ("building", "name"),
    ("safe_site", "name"),
    ("resident", "name"),
    ("contact", "name"),
    ("household", "code"),
    ("grid", "code"),
)


@pytest.fixture
def hostile(county: Path) -> Path:
    """The tiny county in which everything is called something nasty, and somebody sleeps at a nasty place."""
    with opened(county) as db:
        for table, column in NAMED:
            db.execute(f"UPDATE {table} SET {column} = ? || {column}", (NASTY,))  # noqa: S608
        db.execute("UPDATE resident SET sleeping_house_id = NULL, sleeping_note = ? WHERE id IN (1, 7)", (NASTY,))
        search.rebuild(db.conn)
    return Path(county.rename(county.with_name(odd("县 ';--\"<b>&=1+1 %41#?.gpkg"))))


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """A hazard file whose every property is nasty."""
    return geojson(
        tmp_path / odd("洪 '\"<i> =2.geojson"), [(square(), {"name": NASTY, "level": "橙", NASTY: NASTY}), (None, {"name": NASTY})]
    )


class Page(HTMLParser):
    """What a browser makes of a page: its scripts, and the text people see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts, self.seen, self.inside = [""], "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside != "style":
            self.seen += data


def cells(path: Path) -> set[object]:
    book = CalamineWorkbook.from_path(path)
    return {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}


def test_cards_show_names_as_they_are(hostile: Path) -> None:
    with county_file.reading(hostile) as connection:
        card = describe_grid(connection, 1)
        assert (card.name, card.village, card.officer.name if card.officer else "") == (
            f"{NASTY}第01网格",
            f"{NASTY}西山村",
            f"{NASTY}联系人1",
        )
        family = describe_household(connection, COMPLETE)
        assert (family.head, family.homes[0].number) == (f"{NASTY}吴六", f"{NASTY}紫云南郡3号楼1单元101")
        assert describe_household(connection, ALONE).residents[0].sleeping == NASTY


def test_slots_assign_history_and_undo_go_through(
    hostile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: object) -> Outcome:
        return gisapp(capsys, "--json", *words)

    monkeypatch.setenv("GISAPP_USER", NASTY)
    with county_file.reading(hostile) as connection:
        before = contents(connection)
    assert run("slots", hostile, "--list").data["list"][0]["code"].startswith(NASTY)
    done = run("assign", hostile, "--slot", "village/sponsor", "--contact", "5", "--ids", "4,5", "--reason", NASTY).data
    assert (done["assigned"], done["refused"][0]["reason"]) == (1, f"已经由{NASTY}联系人5担任")
    [entry] = run("history", hostile).data["entries"]
    assert (entry["who"], entry["why"], entry["label"]) == (NASTY, NASTY, f"村线·包联干部：给 1 户分配{NASTY}联系人5")
    assert run("undo", hostile).data["label"] == f"撤销：{entry['label']}"
    with county_file.reading(hostile) as connection:
        assert difference(before, contents(connection)) == {}
    assert run("check", hostile).data["ok"]
    for words in (NASTY, "<script>", "' OR 1=1 --", "missing=<b>"):
        assert run("slots", hostile, "--unit", words).sentences


def test_a_hostile_hazard_file_is_answered_with_a_call_list(
    hostile: Path, flood: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / odd("名单 '\"<u>=3.xlsx")
    data = gisapp(capsys, "--json", "affected", hostile, "--hazard", flood, "--out", out).data
    assert (data["houses"], data["households"], data["residents"]) == (2, 2, 4)
    assert set(data["by_hazard"]) == {NASTY}
    assert set(data["by_grid"]) == {f"{NASTY}G001"}
    assert {f"{NASTY}{name}" for name in ("赵一", "钱二", "西山村1组1号", "联系人1", "第01网格", "东社区小学")} <= cells(out)
    with zipfile.ZipFile(out) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets"))
    assert "<f>" not in sheets
    assert "<hyperlink" not in sheets
    with county_file.reading(hostile) as connection:
        [(names, question)] = connection.execute(
            "SELECT a.name, r.question FROM hazard_run r JOIN hazard_run_area a ON a.run_id = r.id"
        ).fetchall()
        assert (names, json.loads(question)["names"]) == (NASTY, [NASTY])


def test_the_printed_list_shows_names_as_text(
    hostile: Path, flood: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    out = tmp_path / odd("名单 '\"<u>=3.pdf")
    assert gisapp(capsys, "affected", hostile, "--hazard", flood, "--out", out).code == 0
    done = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, check=True)
    assert "='\"<script>alert(1)</script>" in done.stdout.decode("utf-8")


def test_a_name_cannot_steer_the_terminal(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened(county) as db:
        db.execute("UPDATE resident SET name = ? WHERE id = 1", ("赵\x1b[2J\x07一",))
        search.rebuild(db.conn)
    assert "赵 [2J 一" in gisapp(capsys, "search", county, "赵").out
    assert gisapp(capsys, "--json", "search", county, "赵").data["hits"][0]["title"] == "赵\x1b[2J\x07一"


def test_search_finds_hostile_names_and_takes_hostile_words(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, kind in (("赵一", "resident"), (f"{NASTY}赵一", "resident"), ("<script>alert(1)</script> 东社区小学", "safe_site")):
        hits = gisapp(capsys, "--json", "search", hostile, "--", words).data["hits"]
        assert [(hit["kind"], hit["title"].startswith(NASTY)) for hit in hits] == [(kind, True)]
    for words in (NASTY + "无", "%", "_", "' OR 1=1 --", '" OR "', "*", "赵* NOT 钱", "NEAR(赵 一)"):
        assert gisapp(capsys, "--json", "search", hostile, "--", words).code == 0


def test_every_export_keeps_names_whole_and_no_cell_is_a_formula(
    hostile: Path, flood: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gisapp(capsys, "affected", hostile, "--hazard", flood)
    for kind, rows, name in (("households", 6, f"{NASTY}赵一"), ("grids", 4, f"{NASTY}第01网格"), ("affected", 2, f"{NASTY}赵一")):
        for ending in ("xlsx", "csv", "gpkg", "geojson"):
            out = tmp_path / odd(f"表 '\"<b>=4 {kind}.{ending}")
            assert gisapp(capsys, "--json", "export", hostile, out, "--what", kind).data["rows"] == rows
            if ending == "xlsx":
                assert name in cells(out)
            elif ending == "csv":
                with out.open(encoding="utf-8-sig", newline="") as file:
                    table = list(csv.reader(file))
                assert len(table) == rows + 1
                assert not [cell for row in table for cell in row if re.match(r"[=+@\r]", cell)]
                assert any(name.lstrip("'") in cell for row in table for cell in row)
            else:
                frame = pyogrio.read_dataframe(out)
                assert name in set(map(str, frame.drop(columns="geometry").to_numpy().ravel()))


def test_the_web_map_shows_names_and_runs_none_of_them(
    hostile: Path, flood: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    with opened(hostile) as db:
        db.execute("UPDATE setting SET value = ? WHERE key = 'county_name'", (json.dumps(NASTY),))
    gisapp(capsys, "affected", hostile, "--hazard", flood)
    clean, nasty = tmp_path / "净.html", tmp_path / odd("脏 '\"<b>.html")
    assert gisapp(capsys, "webmap", hostile, nasty).code == 0
    with opened(hostile) as db:
        for table, column in NAMED:
            db.execute(f"UPDATE {table} SET {column} = '甲' || id")  # noqa: S608
        db.execute("UPDATE setting SET value = '\"甲\"' WHERE key = 'county_name'")
    assert gisapp(capsys, "webmap", hostile, clean).code == 0
    plain, page = Page(clean.read_text(encoding="utf-8")), Page(nasty.read_text(encoding="utf-8"))
    assert len(page.scripts) == len(plain.scripts)
    assert not [script for script in page.scripts if script.strip() == "alert(1)"]
    assert "alert(1)" in page.seen
    assert "</script" not in "".join(page.scripts).lower()


def test_a_hostile_path_is_shown_on_one_line_when_something_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / f"没有{NASTY.replace('/', '')}.gpkg"
    for words in (("info", missing), ("backup", missing), ("new", missing / "x.gpkg", "--county", "汉阴县")):
        assert "DROP TABLE" in gisapp(capsys, *words).sentences[0]
