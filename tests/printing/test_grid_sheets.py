"""The sheets of all grids: a file a grid, stopped and gone on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.cards import Unit
from gisapp.errors import BadRequest, Cancelled
from gisapp.printing.grid_sheets import print_grid_sheets
from gisapp.printing.page_list import LIST_NAME
from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp

if TYPE_CHECKING:
    from sqlite_utils import Database

WEST = Unit("division", 4, "610999100201", "西山村", "village", None)


def test_every_grid_has_a_file_with_map_officer_and_households(db: Database, tmp_path: Path) -> None:
    done = print_grid_sheets(db.conn, tmp_path / "网格")
    files = sorted(file.name for file in (tmp_path / "网格").iterdir() if file.name != LIST_NAME)
    assert files == [f"G00{number}-第0{number}网格.pdf" for number in range(1, 5)]
    assert done.sheets == 4
    text = "".join("".join(pdf_text(tmp_path / "网格" / files[0])).split())
    for words in ("第01网格", "网格员：联系人1", "赵一", "有人住", "北", "米"):
        assert words in text


def test_a_stopped_batch_goes_on_and_a_unit_has_its_grids_only(db: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled, match="3 / 4 份"):
        print_grid_sheets(db.conn, tmp_path / "a", progress=lambda *at: told.append(at), cancelled=lambda: len(told) == 3)
    done = print_grid_sheets(db.conn, tmp_path / "a")
    assert (len(done.written), len(done.kept)) == (1, 3)
    only = print_grid_sheets(db.conn, tmp_path / "b", unit=WEST)
    assert [path.name[:4] for path, _ in only.written] == ["G001", "G003"]
    with pytest.raises(BadRequest, match="没有网格"):
        print_grid_sheets(db.conn, tmp_path / "c", unit=Unit("settlement_site", 1, "", "紫云南郡", "", None))


def test_the_command_says_what_it_wrote(db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    county = db.conn.execute("PRAGMA database_list").fetchone()[2]
    done = gisapp(capsys, "--json", "grid-sheets", county, tmp_path / "a", "--unit", "东镇").data
    assert (done["written"], done["sheets"], done["kept"]) == (2, 2, 0)
    assert gisapp(capsys, "--json", "grid-sheets", county, tmp_path / "a", "--unit", "东镇").data["kept"] == 2
    assert "没有代码或名称为" in gisapp(capsys, "grid-sheets", county, tmp_path / "a", "--unit", "南镇").sentences[0]
