"""Pages in a folder notice that the county changed since they were made: only those that would say something else are written anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.map_pages import PageBy
from gisapp.errors import Cancelled
from gisapp.export.stored_run import stored_run
from gisapp.printing.grid_sheets import print_grid_sheets
from gisapp.printing.map_page_batch import print_map_pages
from gisapp.printing.page_list import LIST_NAME
from gisapp.services.county.undo import undo
from gisapp.services.families.record_death import record_death
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.gather_map_pages import gather_map_pages
from gisapp.services.safe_sites.save_safe_site import remove_safe_sites
from gisapp.storage.hazards import hazards
from tests.builders import ORDINARY, add_hazard, box
from tests.stories.command import gisapp

if TYPE_CHECKING:
    from sqlite_utils import Database


def names(files: tuple[Path, ...]) -> list[str]:
    return [file.name for file in files]


def someone_dies(db: Database) -> str:
    """One of ORDINARY's people; returns the code of the grid."""
    person = db.execute("SELECT max(id) FROM resident WHERE household_id = ? AND left_on IS NULL", (ORDINARY,)).fetchone()[0]
    record_death(db, ORDINARY, person, who="甲")
    return str(
        db.execute(
            "SELECT g.code FROM home m JOIN house h ON h.id = m.house_id JOIN grid g ON g.id = h.grid_id WHERE m.household_id = ?",
            (ORDINARY,),
        ).fetchone()[0]
    )


def test_only_the_sheet_of_the_changed_grid_is_written_anew_and_named(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "网格"
    assert len(print_grid_sheets(db.conn, folder).written) == 4
    again = print_grid_sheets(db.conn, folder)
    assert (again.written, len(again.kept), again.renewed, again.changes) == ((), 4, (), ())
    code = someone_dies(db)
    done = print_grid_sheets(db.conn, folder)
    assert [name.split("-")[0] for name in names(done.renewed)] == [code]
    assert (len(done.written), len(done.kept)) == (1, 3)
    assert done.changes == (f"过期后重写 1 份：{done.renewed[0].stem}",)
    undo(db, who="甲")
    assert names(print_grid_sheets(db.conn, folder).renewed) == names(done.renewed)


def test_what_every_map_is_drawn_from_renews_every_page(db: Database, tmp_path: Path) -> None:
    print_grid_sheets(db.conn, tmp_path / "网格")
    remove_safe_sites(db, [1], who="甲")
    assert len(print_grid_sheets(db.conn, tmp_path / "网格").renewed) == 4


def test_a_page_nobody_asks_for_any_more_is_named_and_not_deleted(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "网格"
    print_grid_sheets(db.conn, folder)
    db.execute("UPDATE grid SET name = '改名网格' WHERE code = 'G001'")
    done = print_grid_sheets(db.conn, folder)
    assert names(done.gone) == ["G001-第01网格.pdf"]
    assert done.gone[0].exists()
    assert done.changes == ("已不需要、没有删除的 1 份：G001-第01网格",)


def test_map_pages_of_a_run_likewise_and_a_unit_alone_calls_nothing_gone(
    db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_hazard(db, box(0, 0, 2_000, 4_000))
    run = stored_run(db.conn, find_affected(db, hazards.all_areas(db.conn), who="甲")[0].id)
    folder = tmp_path / "页"

    def pages() -> list[str]:
        again = stored_run(db.conn, run.id)
        done = print_map_pages(db.conn, again, gather_map_pages(db.conn, again, PageBy.GRID), folder, by=PageBy.GRID)
        return names(done.renewed)

    first = print_map_pages(db.conn, run, gather_map_pages(db.conn, run, PageBy.GRID), folder, by=PageBy.GRID)
    assert len(first.written) > 1
    assert pages() == []
    code = someone_dies(db)
    assert [code in name for name in pages()] == [True]
    county = db.conn.execute("PRAGMA database_list").fetchone()[2]
    done = gisapp(capsys, "--json", "map-pages", county, folder, "--by", "grid", "--unit", "西山村").data
    assert (done["gone"], done["renewed"]) == ([], [])


def test_the_list_beside_the_pages_names_nobody_and_bears_being_broken(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "网格"
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        print_grid_sheets(db.conn, folder, progress=lambda *at: told.append(at), cancelled=lambda: len(told) == 2)
    lines = (folder / LIST_NAME).read_text("utf-8").splitlines()
    assert [sorted(json.loads(line)) for line in lines] == [["about", "day", "digest", "entry", "file"]] * 2
    heads = [row[0] for row in db.execute("SELECT name FROM resident")]
    assert not any(name in "".join(lines) for name in heads)
    with (folder / LIST_NAME).open("a", encoding="utf-8") as file:
        file.write('{"file": "G003')
    assert len(print_grid_sheets(db.conn, folder).kept) == 2
    (folder / LIST_NAME).unlink()
    assert len(print_grid_sheets(db.conn, folder).renewed) == 4
