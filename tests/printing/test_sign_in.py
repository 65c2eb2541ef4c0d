"""Sign-in lists on paper: every family under its village, lines for people nobody expected, what stands free."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.safe_site import AllocationQuestion
from gisapp.domain.sign_in import SignInSheet
from gisapp.export.sign_in import EMPTY_ROWS, sign_in_sheets
from gisapp.printing.sign_in import sign_in_documents
from gisapp.printing.table_document import imprint, write_documents
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.save_safe_site import change_safe_site
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import safe_sites
from tests.builders import add_hazard, box
from tests.printing.conftest import pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)


@pytest.fixture
def allocated(db: Database) -> Database:
    add_hazard(db, box(0, 0, 2_000, 4_000), name="西山洪涝")
    run, _ = find_affected(db, hazards.all_areas(db.conn, name="西山洪涝"), who="甲")
    facts = safe_sites.of_ids(db.conn, [1])[1].facts
    change_safe_site(db, 1, replace(facts, keeper="李校长", keeper_phone="12000007777", note="东门进"), who="甲")
    allocate_sites(db, run.id, AllocationQuestion(), who="甲")
    return db


def printed(db: Database, path: Path, *sheets: SignInSheet) -> str:
    run, allocation, found = sign_in_sheets(db.conn)
    documents = sign_in_documents(sheets or found, imprint(db.conn, DAY), run=run, allocation=allocation)
    write_documents(path, documents, title="签到表")
    return "".join(pdf_text(path)).replace("\n", "").replace(" ", "")


def test_a_list_has_every_family_and_empty_lines(allocated: Database, tmp_path: Path) -> None:
    said = printed(allocated, tmp_path / "签到.pdf")
    for words in (
        "签到表·东社区小学（东社区）",
        "容量200人，应到3户6人，还空194个位置。",
        "李校长120****7777",
        "东门进",
        "西镇·西山村",
        "赵一",
        "示例数据",
    ):
        assert words in said
    assert "12000007777" not in said
    assert said.index("李四") < said.index("名单外来的人")
    assert str(3 + EMPTY_ROWS) in said[said.index("名单外来的人") :]


def test_a_site_with_too_many_people_says_so(allocated: Database, tmp_path: Path) -> None:
    _, _, (sheet,) = sign_in_sheets(allocated.conn)
    small = replace(sheet, site=replace(sheet.site, facts=replace(sheet.site.facts, capacity=4)))
    said = printed(allocated, tmp_path / "签到.pdf", small)
    assert "应到3户6人，超2人。" in said
    assert "没有空位" in said
