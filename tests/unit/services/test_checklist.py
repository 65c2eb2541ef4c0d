"""The checklist: what fits a run's hazards, who did what, and a run's list that later changes leave alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.checklist import ChecklistItem, preset_checklist
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Duty
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.keep_checklist import CheckForm, add_item, change_item, read_checklist, remove_item, restore_example
from gisapp.services.runs.tick_checklist import add_check, run_checklist, tick_checks, untick_checks
from tests import builders
from tests.unit.storage.contents import contents, difference

if TYPE_CHECKING:
    from sqlite_utils import Database

FORM = CheckForm("看桥", Duty.SCREENING, HazardKind.FLOOD, HazardLevel.ORANGE)


def asked(db: Database, level: str = "red") -> int:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name=f"月河{level}", level=level)
    return int(find_affected(db, named_areas(db.conn, [f"月河{level}"]), who="测试")[0].id)


@given(
    st.sampled_from([None, *HazardKind]), st.sampled_from([None, *HazardLevel]), st.sampled_from(HazardKind), st.sampled_from(HazardLevel)
)
def test_an_item_fits_its_kind_from_its_level_on(
    kind: HazardKind | None, level: HazardLevel | None, of_area: HazardKind, at: HazardLevel
) -> None:
    severe = {HazardLevel.BLUE: 1, HazardLevel.YELLOW: 2, HazardLevel.ORANGE: 3, HazardLevel.RED: 4}
    fits = (kind is None or kind == of_area) and (level is None or severe[at] >= severe[level])
    assert ChecklistItem("x", kind, level, Duty.SCREENING, "看").fits([(of_area, at)]) is fits


def test_a_run_shows_what_fits_its_hazards_in_order(county: Path) -> None:
    with builders.opened(county) as db:
        blue, red = run_checklist(db.conn, asked(db, "blue")), run_checklist(db.conn, asked(db, "red"))
        codes = {check.item.code for check in red.checks}
        assert {"river", "second", "close"} <= codes
        assert not {"gully", "slope"} & codes
        assert codes - {check.item.code for check in blue.checks} == {"leave", "close", "second", "site", "cars", "doctor", "needs"}
        assert [check.number for check in red.checks] == list(range(1, len(red.checks) + 1))
        assert red.is_example
        assert not red.is_kept


def test_ticks_say_who_and_when_and_are_taken_back(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        before = contents(db.conn)
        moment = datetime(2026, 7, 12, 20, 5, tzinfo=UTC)
        tick_checks(db, run, [2, 4], who="值班员", by=" 张三 ", note="桥上\n有水", at=moment)
        tick_checks(db, None, [1], who="值班员")
        found = run_checklist(db.conn)
        assert found.is_kept
        assert found.done == 3
        done = {check.number: check for check in found.checks if check.is_done}
        assert (done[2].done_by, done[2].done_at, done[2].note) == ("张三", "2026-07-12T20:05:00+00:00", "桥上 有水")
        assert (done[1].done_by, done[1].note) == ("值班员", "")
        untick_checks(db, run, [2, 3], who="值班员")
        assert run_checklist(db.conn).done == 2
        for _ in range(3):
            undo(db, who="测试")
        assert difference(before, contents(db.conn)) == {}


def test_a_line_done_already_keeps_its_name_and_time(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        tick_checks(db, run, [1], who="甲")
        first = run_checklist(db.conn, run).checks[0]
        tick_checks(db, run, [1, 2], who="乙")
        assert run_checklist(db.conn, run).checks[0] == first
        with pytest.raises(BadRequest, match="已经办过"):
            tick_checks(db, run, [1, 2], who="丙")


def test_a_list_somebody_began_with_is_not_changed_by_the_table(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        tick_checks(db, run, [1], who="甲")
        began = run_checklist(db.conn, run)
        remove_item(db, "tell", who="测试")
        add_item(db, FORM, who="测试")
        assert run_checklist(db.conn, run) == began
        assert [check.item.text for check in run_checklist(db.conn, asked(db, "orange")).checks][-1] == "看桥"
        add_check(db, run, CheckForm("接王八", Duty.ASSISTANCE), who="甲")
        last = run_checklist(db.conn, run).checks[-1]
        assert (last.number, last.item.text) == (len(began.checks) + 1, "接王八")


def test_every_change_of_the_table_is_taken_back(county: Path) -> None:
    with builders.opened(county) as db:
        before = contents(db.conn)
        change_item(db, "watch", CheckForm("排班", Duty.SCREENING), who="测试")
        add_item(db, FORM, who="测试")
        remove_item(db, "back", who="测试")
        assert len(read_checklist(db.conn).items) == len(preset_checklist())
        restore_example(db, who="测试")
        assert read_checklist(db.conn).is_example
        for _ in range(4):
            undo(db, who="测试")
        assert difference(before, contents(db.conn)) == {}


def test_unclear_lines_and_unknown_numbers_are_refused(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        before = contents(db.conn)
        for call, words in (
            (lambda: add_item(db, CheckForm(" ", Duty.SCREENING), who="x"), "没有写清楚"),
            (lambda: change_item(db, "watch", CheckForm.of(preset_checklist()[0]), who="x"), "没有变化"),
            (lambda: remove_item(db, "nothing", who="x"), "清单里没有“nothing”"),
            (lambda: restore_example(db, who="x"), "就是示例"),
            (lambda: tick_checks(db, run, [99], who="x"), "没有第 99 条"),
            (lambda: tick_checks(db, 77, [1], who="x"), "没有研判第 77 号"),
            (lambda: untick_checks(db, run, [1], who="x"), "本来就没有办"),
        ):
            with pytest.raises(BadRequest, match=words):
                call()
        assert difference(before, contents(db.conn)) == {}
