from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.family_sheet import Door, FamilySheet, SheetContact, SheetPerson
from gisapp.domain.ids import ContactId, HouseholdId, ResidentId
from gisapp.errors import BadRequest, Cancelled
from gisapp.printing.contact_card import CardBatch, CardFormat, format_from_text, print_contact_cards
from gisapp.printing.table_document import imprint
from gisapp.services.families.gather_families import gather_families
from tests.builders import BARE, COMPLETE, TWO_ENDS
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)


def batch(db: Database, *families: FamilySheet, size: CardFormat = CardFormat.A5) -> CardBatch:
    return CardBatch("双线联系卡 · 试", families, imprint(db.conn, DAY), size)


def sheets(db: Database) -> list[FamilySheet]:
    return gather_families(db.conn, [COMPLETE, TWO_ENDS, BARE], day=DAY)


def bare(text: str) -> str:
    return text.replace("\n", "").replace(" ", "").replace("　", "")


def test_a_card_says_who_lives_there_and_whom_to_call(db: Database, tmp_path: Path) -> None:
    assert print_contact_cards(batch(db, sheets(db)[1]), tmp_path / "卡 'x'.pdf") == 1
    said = bare(pdf_text(tmp_path / "卡 'x'.pdf")[0])
    for words in (
        "测试县", "示例数据", "王八", "紫云南郡3号楼", "2单元501", "H005", "西山村", "在住·两头跑", "冯九", "男66老120****0009",
        "缺岗（村线·包联干部）", "有事先打：联系人7121****0007", "联系人6121****0006", "户主签字", "日期",
        "2026-07-12印·电话已脱敏", "第1/1户",
    ):  # fmt: skip
        assert words in said, words
    assert pdf_page_mm(tmp_path / "卡 'x'.pdf") == (297, 210)


def test_a_batch_has_a_cover_with_the_list_and_two_cards_a_sheet(db: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pages = print_contact_cards(batch(db, *sheets(db)), tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total)))
    cover, first, second = pdf_text(tmp_path / "a.pdf")
    assert (pages, told) == (3, [(1, 3), (2, 3), (3, 3)])
    assert "联系卡3张，5人；其中缺岗2户，两头跑1户" in bare(cover)
    assert cover.index("1单元101") < cover.index("2单元501") < cover.index("2单元601")
    assert ("吴六" in first, "王八" in first, "陈十" in second) == (True, True, True)
    assert "第3/3户" in bare(second)


def test_a4_has_one_card_a_sheet_upright(db: Database, tmp_path: Path) -> None:
    assert print_contact_cards(batch(db, *sheets(db), size=CardFormat.A4), tmp_path / "a.pdf") == 4
    assert pdf_page_mm(tmp_path / "a.pdf") == (210, 297)


def test_fonts_are_embedded(db: Database, tmp_path: Path) -> None:
    print_contact_cards(batch(db, *sheets(db)), tmp_path / "a.pdf")
    fonts = pdf_fonts(tmp_path / "a.pdf")
    assert fonts
    assert all(words[-5] == "yes" for words in fonts)


@pytest.mark.parametrize("size", CardFormat)
def test_a_large_family_with_hostile_words_keeps_every_letter(db: Database, tmp_path: Path, size: CardFormat) -> None:
    people = tuple(
        SheetPerson(ResidentId(at), f"人{at:02d}" + "很长的名字" * 3, "儿媳/女婿", "女", at, ("老", "残"), "120****0001", f"处{at}", "")
        for at in range(12)
    )
    sheet = replace(sheets(db)[1], head="=1+1<script>\"\n'\x00\t", people=people, phone="")
    print_contact_cards(batch(db, sheet, size=size), tmp_path / "a.pdf")
    said = bare("".join(pdf_text(tmp_path / "a.pdf")))
    assert '=1+1<script>"' in said
    assert "'" in said
    assert all(f"人{at:02d}" in said and f"处{at}" in said for at in range(12))
    assert "户主没有电话" in said
    assert "户主签字" in said


@pytest.mark.parametrize("size", CardFormat)
def test_what_does_not_fit_goes_on_on_the_next_card(db: Database, tmp_path: Path, size: CardFormat) -> None:
    people = tuple(SheetPerson(ResidentId(at), f"人{at:03d}", "其他", "男", 30, (), "", "", "") for at in range(200))
    name = "".join(chr(0x4E00 + at) for at in range(3_000))
    longest = replace(people[0], name=name)
    sheet = replace(sheets(db)[1], head=name, people=(longest, *people[1:]), door=Door(number=name))
    pages = print_contact_cards(batch(db, sheet, size=size), tmp_path / "a.pdf")
    said = "".join(pdf_text(tmp_path / "a.pdf"))
    assert pages > 3
    assert all(said.count(f"人{at:03d}") == 1 for at in range(1, 200))
    assert set(name) <= set(said)
    assert "双线联系卡（续）" in said
    assert said.count("户主签字") == 1


def test_a_family_without_anything_still_has_a_card(db: Database, tmp_path: Path) -> None:
    nobody = FamilySheet(HouseholdId(1), "H1", "", "", "2020-01-01", "", (), Door(), (), (), sheets(db)[2].slots)
    print_contact_cards(batch(db, nobody), tmp_path / "a.pdf")
    said = bare(pdf_text(tmp_path / "a.pdf")[0])
    assert "没有户主" in said
    assert "没有现住房" in said
    assert "家庭成员0人" in said


def test_contacts_without_a_phone_are_said_to_have_none(db: Database, tmp_path: Path) -> None:
    complete = sheets(db)[0]
    mute = SheetContact(ContactId(1), "哑电", "", "东社区")
    without = replace(complete, slots=tuple(replace(line, contact=mute) for line in complete.slots))
    print_contact_cards(batch(db, without), tmp_path / "a.pdf")
    said = bare(pdf_text(tmp_path / "a.pdf")[0])
    assert said.count("哑电无电话") == 6
    assert "没有联系人留下电话" in said


def test_no_family_and_no_such_size_are_one_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有搬迁户"):
        print_contact_cards(batch(db), tmp_path / "a.pdf")
    with pytest.raises(BadRequest, match="a6"):
        format_from_text("a6")
    assert format_from_text(" A4 ") is CardFormat.A4


def test_cancelling_leaves_no_file(db: Database, tmp_path: Path) -> None:
    asked = iter([False] * 4 + [True] * 99)
    with pytest.raises(Cancelled):
        print_contact_cards(batch(db, *sheets(db)), tmp_path / "a.pdf", cancelled=lambda: next(asked))
    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob(".gisapp*"))
