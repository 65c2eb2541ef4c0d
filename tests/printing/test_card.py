from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest
from gisapp.printing.card import print_grid_card
from gisapp.services.places.describe_grid import describe_grid
from tests import builders
from tests.printing.conftest import pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)


def test_a_card_has_the_officer_the_figures_and_every_family(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    assert print_grid_card(db.conn, builders.GRID_2, tmp_path / "卡 片.pdf", day=DAY) == 1
    (text,) = pdf_text(tmp_path / "卡 片.pdf")
    said = ("第02网格", "东镇", "东社区", "G002", "联系人2", "121****0002", "示例数据", "2026-07-12")
    for words in (*said, "吴六", "王八", "陈十", "6/6"):
        assert words in text.replace(" ", "")
    counts = describe_grid(db.conn, builders.GRID_2, day=DAY).counts
    figures = next(line.split() for line in text.splitlines() if line.split()[:1] == [str(counts.houses)] and len(line.split()) == 9)
    assert [int(figure) for figure in figures] == [
        counts.houses, counts.households, counts.residents, counts.elderly, counts.children, counts.disabled, counts.relocated,
        counts.missing_slots, counts.houses_in_hazard,
    ]  # fmt: skip
    assert pdf_page_mm(tmp_path / "卡 片.pdf") == (210, 297)


def test_an_empty_grid_without_officer_has_a_card_too(db: Database, tmp_path: Path) -> None:
    db.conn.execute("UPDATE grid_post SET to_date = '2026-01-01' WHERE grid_id = ?", (builders.GRID_4,))
    assert print_grid_card(db.conn, builders.GRID_4, tmp_path / "a.pdf", day=DAY) == 1
    assert "没有网格员" in pdf_text(tmp_path / "a.pdf")[0]


def test_a_long_list_goes_on_overleaf(db: Database, tmp_path: Path) -> None:
    for number in range(100, 190):
        db.conn.execute("INSERT INTO household (id, uid, code) VALUES (?, ?, ?)", (number, f"h{number}", f"L{number:04d}"))
        db.conn.execute(
            "INSERT INTO home (uid, household_id, house_id, role, state, from_date) VALUES (?, ?, 1, 'only', 'lived_in', '2021-01-01')",
            (f"m{number}", number),
        )
    pages = print_grid_card(db.conn, builders.GRID_1, tmp_path / "a.pdf", day=DAY)
    texts = pdf_text(tmp_path / "a.pdf")
    assert len(texts) == pages == 3
    assert all("户编号" in text for text in texts)
    assert all("".join(texts).count(f"L{number:04d}") == 1 for number in range(100, 190))


def test_an_unknown_grid_is_one_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有这个网格"):
        print_grid_card(db.conn, 999, tmp_path / "a.pdf")
    assert not list(tmp_path.glob("*.pdf"))
