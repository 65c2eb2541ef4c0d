"""The list of damaged houses on paper: every house once, in its village, overdue ones marked, in Chinese."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from gisapp.domain.damage import RebuildWay
from gisapp.export.damage_tables import notes_of
from gisapp.printing.damage_list import damage_document
from gisapp.printing.table_document import imprint, write_documents
from gisapp.services.damage.list_damage import count_damage, list_damage
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from tests import builders
from tests.unit.services.test_damage import finished, report, verified


def test_every_house_stands_in_its_village_with_its_stage(qapp: object, tmp_path: Path) -> None:
    county = builders.tiny_county(tmp_path / "县.gpkg")
    with builders.opened(county) as db:
        finished(db, 1)
        plan_rebuild(db, [verified(db, 2)], RebuildPlan(RebuildWay.REPAIR, date(2021, 12, 31)), who="甲")
        report(db, 8)
        found, said = count_damage(db.conn, day=date(2022, 1, 10)), imprint(db.conn, date(2022, 1, 10))
        rows = list_damage(db.conn)
        document = damage_document(rows, said, title="受损房屋", notes=notes_of(found, len(rows)), place="灾后恢复")
    assert [(group.heading, len(group.rows)) for group in document.groups] == [("西镇 西山村", 2), ("东镇 东社区", 1)]
    assert [row.is_urgent for group in document.groups for row in group.rows] == [False, True, False]
    out = tmp_path / "名单.pdf"
    assert write_documents(out, [document], title="受损房屋") == 1
    text = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, check=True).stdout.decode()
    for words in (
        "需恢复 3 处，已完工 1 处，未完工 2 处；完工率 33.3%（占需恢复的房屋）。",
        "西山村2组1号",
        "逾期 10 天",
        "东社区8号",
        "没有住户",
        "已完工",
    ):
        assert words in text
