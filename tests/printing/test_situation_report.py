"""The situation report: what stands on paper adds up and equals the county's own records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain import river_level
from gisapp.domain.affected import AffectedRun
from gisapp.domain.damage import DamageGrade
from gisapp.domain.roll_call import Answer, RollState
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.situation.blocks import TableBlock, Words
from gisapp.export.situation.matter import Matter
from gisapp.export.situation.parts import PARTS, chosen_parts, write_parts
from gisapp.printing.situation_report import print_situation
from gisapp.services.damage.damage_event import add_event
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.tick_checklist import tick_checks
from tests import builders
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database


def flat(text: str) -> str:
    return "".join(text.split())


def paper(db: Database, run: AffectedRun, path: Path, *parts: str) -> list[str]:
    """The report's pages as text."""
    pages, _ = print_situation(Matter(db.conn, run, days=2), chosen_parts(parts), path, maker="值班员")
    found = pdf_text(path)
    assert len(found) == pages
    return found


def numbers(text: str, name: str) -> list[int]:
    """The whole numbers of the line that begins with ``name``."""
    line = next(line for line in text.splitlines() if flat(line).startswith(flat(name)))
    return [int(word.replace(",", "")) for word in re.findall(r"(?<![\d.])[\d,]+(?![\d.])", line.split(name[-1], 1)[1])]


def test_every_part_with_something_to_say_is_there_in_order(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    whole = flat("".join(paper(db, run, tmp_path / "报 告.pdf")))
    order = [
        "问题",
        run.question.sentence,
        "合计",
        "按单位",
        "按等级和风险区",
        "重点人群",
        "物资需求",
        "行动清单",
        "还不知道的",
        "方法和来源",
    ]
    places = [whole.index(flat(words)) for words in order]
    assert places == sorted(places)
    assert "局限" in whole
    assert "转移情况" not in whole
    assert "示例数据" in whole
    assert "值班员制" in whole
    assert all(words[-5] == "yes" for words in pdf_fonts(tmp_path / "报 告.pdf"))
    assert pdf_page_mm(tmp_path / "报 告.pdf") == (210, 297)


def test_sums_on_paper_equal_sql(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name="全县")
    run, _ = find_affected(db, named_areas(db.conn, ["全县"]), who="测试")
    text = "".join(paper(db, run, tmp_path / "a.pdf", "units"))
    sql = db.execute(
        "SELECT d.name, count(DISTINCT h.id), count(x.household_id), coalesce(sum(x.residents), 0) FROM hazard_run_house a"
        " JOIN house h ON h.id = a.house_id JOIN grid g ON g.id = h.grid_id JOIN division d ON d.id = g.division_id"
        " LEFT JOIN hazard_run_household x ON x.house_id = h.id AND x.run_id = a.run_id WHERE a.run_id = ? GROUP BY d.id",
        (run.id,),
    ).fetchall()
    assert len(sql) == 2
    for village, *counts in sql:
        assert numbers(text, f"{'西镇' if village == '西山村' else '东镇'} {village}") == counts
    total = run.totals.total
    assert numbers(text, "合计") == [total.houses, total.households, total.residents]
    assert [sum(row[place] for row in sql) for place in (1, 2, 3)] == [total.houses, total.households, total.residents]


def test_every_table_with_a_sum_adds_up(db: Database, run: AffectedRun) -> None:
    tick_checks(db, int(run.id), [1], who="甲")
    record_roll_call(db, int(run.id), [Answer(int(run.calls[0].household), RollState.MOVED)], who="甲")
    matter = Matter(db.conn, run, days=3)
    seen = 0
    for part in write_parts(matter, PARTS):
        for block in part.blocks:
            if not isinstance(block, TableBlock) or part.id == "vulnerable" or not block.rows[-1].is_sum:
                continue
            own = [row for row in block.rows if not row.is_sum]
            for place, column in enumerate(block.columns):
                if column.is_number and "%" not in column.title:
                    cells = [float(row.cells[place].replace(",", "") or 0) for row in (*own, block.rows[-1])]
                    assert sum(cells[:-1]) == pytest.approx(cells[-1]), (part.id, block.title, column.title)
                    seen += 1
    assert seen > 20


def test_the_needs_have_the_run_as_their_base(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    text = "".join(paper(db, run, tmp_path / "a.pdf", "needs"))
    people = db.execute("SELECT sum(residents) FROM hazard_run_household WHERE run_id = ?", (run.id,)).fetchone()[0]
    assert f"按{people}人" in flat(text)
    assert f"{people * 2 * 15:,}升" in flat(text)
    assert "Sphere" in text
    assert "不是本县规定" in flat(text)


def test_what_was_ticked_and_moved_stands_with_name_and_time(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    tick_checks(db, int(run.id), [1, 3], who="甲", by="张三")
    record_roll_call(db, int(run.id), [Answer(int(run.calls[0].household), RollState.MOVED)], who="甲")
    text = flat("".join(paper(db, run, tmp_path / "a.pdf", "moved", "checklist")))
    assert "已办2条" in text
    assert text.count("张三") == 2
    assert "这是示例清单" in text
    assert f"1户{run.calls[0].residents}人已不在险区，占应通知{len(run.calls)}户的25%" in text


def test_damage_of_the_runs_event_stands_with_its_sums(db: Database, run: AffectedRun) -> None:
    parts = chosen_parts(["damage"])
    assert write_parts(Matter(db.conn, run, 3), parts) == ()
    day = date(2026, 1, 2)
    other, _ = add_event(db, "别的灾", from_date=day, who="甲")
    event, _ = add_event(db, "月河洪水", from_date=day, who="甲", run=int(run.id))
    uids = [row[0] for row in db.execute("SELECT uid FROM house ORDER BY id LIMIT 3")]
    record_damage(db, uids[:2], grade=DamageGrade.SERIOUS, event=event, on_date=day, who="甲")
    record_damage(db, uids[2:], grade=DamageGrade.SERIOUS, event=other, on_date=day, who="甲")
    [part] = write_parts(Matter(db.conn, run, 3), parts)
    tables = [block for block in part.blocks if isinstance(block, TableBlock)]
    assert tables
    assert all(table.rows[-1].cells[1:] == ("2", "0", "2") for table in tables)
    assert "需恢复 2 处" in next(block.text for block in part.blocks if isinstance(block, Words))


def test_what_is_unknown_is_said_and_a_quiet_run_says_so(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    db.execute("UPDATE resident SET sleeping_house_id = NULL, sleeping_note = NULL WHERE household_id = ?", (int(run.calls[0].household),))
    blocks = next(part for part in write_parts(Matter(db.conn, run, 3), chosen_parts(["unknown"]))).blocks
    said = [block.text for block in blocks if isinstance(block, Words)]
    assert any("现住何处没有登记" in text for text in said)


def test_a_level_worked_out_from_terrain_says_what_it_leaves_out(db: Database, run: AffectedRun) -> None:
    def said(asked: AffectedRun) -> list[str]:
        [part] = write_parts(Matter(db.conn, asked, 3), chosen_parts(["limits"]))
        return [block.text for block in part.blocks if isinstance(block, Words)]

    assert river_level.limits() not in said(run)
    area = replace(named_areas(db.conn, ["月河洪涝"])[0], source=river_level.source_of("月河", 3.0, "县地形"))
    assert river_level.limits() in said(find_affected(db, [area], who="测试")[0])


def test_an_unknown_part_is_refused_with_the_list() -> None:
    with pytest.raises(BadRequest, match="没有“饭菜”") as refusal:
        chosen_parts(["totals", "饭菜"])
    assert "totals（合计）" in refusal.value.next_step
    assert [part.id for part in chosen_parts(["limits", "totals"])] == ["totals", "limits"]


def test_cancelling_leaves_no_file(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        print_situation(Matter(db.conn, run, 3), PARTS, tmp_path / "a.pdf", cancelled=lambda: True)
    assert not list(tmp_path.glob("*.pdf"))
