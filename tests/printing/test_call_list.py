from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.domain.ids import HouseholdId
from gisapp.errors import Cancelled
from gisapp.printing.call_list import print_call_list
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.hazards import hazards
from tests import builders
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database


def many(run: AffectedRun, families: int) -> AffectedRun:
    """The same run with its first family repeated under other names."""
    first = run.calls[0]
    calls = [
        replace(first, household=HouseholdId(number), code=f"N{number:05d}", head=f"人{number:03d}", grid_code=f"G{number // 40:03d}")
        for number in range(families)
    ]
    return replace(run, calls=tuple(calls))


def test_the_first_page_has_the_question_and_its_figures(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    print_call_list(db.conn, run, tmp_path / "电话 名单'.pdf")
    first = pdf_text(tmp_path / "电话 名单'.pdf")[0].replace("\n", "").replace(" ", "")
    assert run.question.sentence.replace(" ", "") in first
    for words in ("测试县·研判第", "示例数据", "红色", "月河洪涝", "西山滑坡", "北"):
        assert words in first
    total = run.totals.total
    assert f"{total.houses}{total.households}{total.residents}处住房户人" in first


def test_every_family_is_printed_once_under_its_grid(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    print_call_list(db.conn, run, tmp_path / "a.pdf")
    text, _, more = "".join(pdf_text(tmp_path / "a.pdf")[1:]).partition("去自己另一处住房")
    for call in run.calls:
        assert text.count(call.head) == 1
    assert "1 户，已在上面名单中" in more
    assert "空置原住房（财产" in more
    assert "吴六" in more.partition("空置原住房")[2]
    assert text.index("G001") < text.index("赵一") < text.index("G003") < text.index("王八")
    assert "联系人7" in text
    assert "去自己的紫云南郡3" in text.replace("\n", "").replace(" ", "")


def test_families_nobody_can_reach_stand_first_and_apart(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    last = replace(run.calls[-1], is_reachable=False, grid_code="Z999", head="无人管")
    print_call_list(db.conn, replace(run, calls=(*run.calls[:-1], last)), tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")[1]
    assert text.index("没有联系人电话，先派人上门") < text.index("无人管") < min(text.index(call.head) for call in run.calls[:-1])


def test_phones_are_masked(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    print_call_list(db.conn, run, tmp_path / "a.pdf")
    text = "".join(pdf_text(tmp_path / "a.pdf"))
    assert "120****0001" in text
    assert "1200000" not in text


def test_fonts_are_embedded_and_the_sheet_is_a4_across(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    print_call_list(db.conn, run, tmp_path / "a.pdf")
    fonts = pdf_fonts(tmp_path / "a.pdf")
    assert fonts
    assert all(words[-5] == "yes" for words in fonts)
    assert pdf_page_mm(tmp_path / "a.pdf") == (297, 210)


def test_headers_and_page_numbers_repeat_over_many_pages(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    long = many(run, 400)
    pages = print_call_list(db.conn, long, tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total)))
    texts = pdf_text(tmp_path / "a.pdf")
    assert len(texts) == pages > 10
    assert told[-1] == (pages, pages)
    for number, text in enumerate(texts, 1):
        assert f"第 {number} / {pages} 页" in text
        assert number == 1 or "户主" in text.splitlines()[0]
    whole = "".join(texts)
    assert all(whole.count(f"人{number:03d}") == 1 for number in range(400))
    assert "（续）" in whole


def test_long_texts_wrap_and_nothing_is_lost(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    place = "".join(chr(0x4E00 + number) for number in range(900))
    long = replace(run, calls=(replace(run.calls[0], sleeping=place, number="甲\n乙\x00丙", head="=1+1<b>"), *run.calls[1:]))
    print_call_list(db.conn, long, tmp_path / "a.pdf")
    text = "".join(pdf_text(tmp_path / "a.pdf")[1:])
    assert set(place) <= set(text)
    assert "=1+1<b>" in text


def test_a_text_higher_than_a_page_goes_on_overleaf(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    place = "险" * 3_000
    pages = print_call_list(db.conn, replace(run, calls=(replace(run.calls[0], sleeping=place),)), tmp_path / "a.pdf")
    assert pages > 3
    assert sum(text.count("险") for text in pdf_text(tmp_path / "a.pdf")[1:]) >= 3_000


def test_nobody_affected_still_makes_a_sheet(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    area = replace(hazards.all_areas(db.conn)[0], id=None, name="空地", geometry=builders.box(1500, 1500, 100, 100))
    nobody, _ = find_affected(db, [area], who="测试")
    assert print_call_list(db.conn, nobody, tmp_path / "a.pdf") == 1
    assert "空地" in pdf_text(tmp_path / "a.pdf")[0]


def test_cancelling_leaves_no_file(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        print_call_list(db.conn, run, tmp_path / "a.pdf", cancelled=lambda: True)
    assert not list(tmp_path.glob("*.pdf"))
