"""Registers, caseload sheets and door forms: who stands where, on which page, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.family_sheet import Door, FamilySheet
from gisapp.domain.ids import HouseholdId
from gisapp.errors import Cancelled
from gisapp.printing.caseload_sheet import caseload_documents
from gisapp.printing.door_form import door_forms
from gisapp.printing.register import register_document
from gisapp.printing.table_document import imprint, write_documents
from gisapp.services.contacts.gather_caseloads import gather_caseloads
from gisapp.services.families.gather_families import gather_families
from tests.builders import BARE, COMPLETE, OFFICER_2, ORDINARY, TWO_ENDS
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)
ALL = (COMPLETE, TWO_ENDS, BARE, ORDINARY)


def bare(text: str) -> str:
    return text.replace("\n", "").replace(" ", "").replace("　", "")


def sheets(db: Database) -> list[FamilySheet]:
    return gather_families(db.conn, ALL, day=DAY)


def test_a_register_lists_families_by_door_under_their_building(db: Database, tmp_path: Path) -> None:
    document = register_document(sheets(db), imprint(db.conn, DAY), place="东社区")
    assert write_documents(tmp_path / "册 'x'.pdf", [document], title="册") == 1
    said = bare(pdf_text(tmp_path / "册 'x'.pdf")[0])
    assert "住户册·东社区" in said
    assert "示例数据" in said
    assert "4户7人；搬迁户3户，其中缺岗2户，两头跑1户" in said
    assert said.index("紫云南郡3号楼") < said.index("1单元101") < said.index("2单元501") < said.index("第03网格") < said.index("李四")
    assert "缺村线·包联干部" in said
    assert "120****0009" in said
    assert pdf_page_mm(tmp_path / "册 'x'.pdf") == (297, 210)
    assert all(words[-5] == "yes" for words in pdf_fonts(tmp_path / "册 'x'.pdf"))


def test_a_long_register_numbers_every_family_once(db: Database, tmp_path: Path) -> None:
    one = sheets(db)[0]
    many = [
        replace(one, id=HouseholdId(at), head=f"头{at:04d}", door=Door(site="甲", building=f"{at // 60 + 1}号楼", unit=1, room=f"{at}"))
        for at in range(600)
    ]
    told: list[tuple[int, int]] = []
    document = register_document(many, imprint(db.conn, DAY), place="甲")
    pages = write_documents(tmp_path / "a.pdf", [document], title="册", progress=lambda done, total: told.append((done, total)))
    texts = pdf_text(tmp_path / "a.pdf")
    assert len(texts) == pages == told[-1][0] == told[-1][1]
    assert all("".join(texts).count(f"头{at:04d}") == 1 for at in range(600))
    assert all(f"第 {number} / {pages} 页" in text for number, text in enumerate(texts, 1))


def test_hostile_and_long_words_are_kept_whole(db: Database, tmp_path: Path) -> None:
    name = "".join(chr(0x4E00 + at) for at in range(400))
    hostile = replace(sheets(db)[1], head="=1+1<script>'\"\n\x00", origin=name)
    people = tuple(replace(person, name=name) for person in hostile.people)
    said = imprint(db.conn, DAY)
    documents = [register_document([hostile], said, place=name), *door_forms([replace(hostile, people=people)], said)]
    write_documents(tmp_path / "a.pdf", documents, title="x")
    text = "".join(pdf_text(tmp_path / "a.pdf"))
    assert set(name) <= set(text)
    assert "=1+1<script>" in bare(text)


def test_a_contacts_sheet_has_the_families_of_both_lines_with_slot_and_duties(db: Database, tmp_path: Path) -> None:
    found = gather_caseloads(db.conn, [7, 6, 9, OFFICER_2], day=DAY)
    held = db.conn.execute("SELECT contact_id, count(*) FROM slot_holder WHERE contact_id IN (7, 6, 9, 2) GROUP BY 1").fetchall()
    assert {one.contact.id: len(one.held) for one in found.caseloads} == dict(held)
    assert [one.id for one in found.idle] == [9]
    write_documents(tmp_path / "a.pdf", caseload_documents(found.caseloads, imprint(db.conn, DAY)), title="x")
    first, second, third = (bare(text) for text in pdf_text(tmp_path / "a.pdf"))
    for words in (
        "负责户清单·联系人7",
        "包联干部·东社区·121****0007",
        "负责2户4人，其中重点人群1人，两头跑1户",
        "社区线·包联干部",
        "主责排查预警配合帮扶落实",
    ):
        assert words in first, words
    assert "王八（老）" in first
    assert "联系人6" in second
    assert "村线·村/社区干部" in second
    assert "联系人2" in third
    assert "第1/1页" in third


def test_a_contact_of_both_lines_has_a_heading_for_each(db: Database) -> None:
    db.conn.execute(
        "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date)"
        " VALUES ('x', ?, 'village', 'grid_officer', ?, '2022-01-01')",
        (COMPLETE, OFFICER_2),
    )
    (caseload,) = gather_caseloads(db.conn, [OFFICER_2], day=DAY).caseloads
    (document,) = caseload_documents([caseload], imprint(db.conn, DAY))
    assert [(group.heading, len(group.rows)) for group in document.groups] == [("社区线·网格员", 3), ("村线·网格员", 1)]
    assert len(caseload.families) == 3


def test_a_door_form_has_one_line_a_person_with_the_number_to_type_in(db: Database, tmp_path: Path) -> None:
    building, grid = door_forms(sheets(db), imprint(db.conn, DAY))
    rows = [row.cells for group in building.groups for row in group.rows]
    people = db.conn.execute("SELECT id FROM resident WHERE household_id IN (4, 5, 6)").fetchall()
    assert sorted(int(cells[2]) for cells in rows) == sorted(row[0] for row in people)
    assert [(cells[0], cells[3], cells[6], cells[8]) for cells in rows] == [
        ("1单元101", "吴六", "现住房 · 2021-01-01", "□"),
        ("1单元101", "郑七", "现住房 · 2021-01-01", "□"),
        ("2单元501", "王八", "原住房 · 2021-01-01", "□"),
        ("2单元501", "冯九", "现住房 · 2021-01-01", "□"),
        ("2单元601", "陈十", "现住房 · 2021-01-01", "—"),
    ]
    assert grid.title == "入户核对表 · 第03网格"
    assert write_documents(tmp_path / "a.pdf", [building, grid], title="x") == 2
    assert "核对日期" in pdf_text(tmp_path / "a.pdf")[1]


def test_cancelling_leaves_no_file(db: Database, tmp_path: Path) -> None:
    asked = iter([False, False, True])
    documents = door_forms(sheets(db), imprint(db.conn, DAY))
    with pytest.raises(Cancelled):
        write_documents(tmp_path / "a.pdf", documents, title="x", cancelled=lambda: next(asked))
    assert not list(tmp_path.glob("*.pdf"))
