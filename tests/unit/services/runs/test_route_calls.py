"""By contact: every family once, under whoever must call it by the rule table, or among those nobody can reach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.domain.affected import AffectedRun
from gisapp.domain.call_routes import CallRoutes, calling_order
from gisapp.domain.lines import PUBLISHED_RULES, SLOTS, Duty, Line, Role, Slot
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.contacts.change_lead_rule import change_lead_rule
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.reveal_calls import reveal_calls
from gisapp.services.runs.route_calls import route_calls
from gisapp.storage.county import history
from tests import builders
from tests.builders import ALONE, COMMUNITY_SPONSOR, COMPLETE, OFFICER_1, TWO_ENDS, VILLAGE_CADRE, VILLAGE_SPONSOR

if TYPE_CHECKING:
    from sqlite_utils import Database


def asked(db: Database) -> AffectedRun:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name="月河")
    return find_affected(db, named_areas(db.conn, ["月河"]), who="测试")[0]


def under(routes: CallRoutes, family: int) -> tuple[int, str] | None:
    """(contact, why) of whoever calls a family; None when nobody can."""
    found = [(int(page.caller.id), one.why) for page in routes.pages for one in page.calls if one.call.household == family]
    assert len(found) <= 1
    return found[0] if found else None


def told(routes: CallRoutes, family: int) -> list[int]:
    return [int(page.caller.id) for page in routes.pages for one in page.informed if one.call.household == family]


def test_the_order_begins_with_who_leads_and_who_assists_and_holds_every_slot() -> None:
    order = calling_order(PUBLISHED_RULES)
    assert order[:2] == (Slot(Line.COMMUNITY, Role.SPONSOR_CADRE), Slot(Line.VILLAGE, Role.SPONSOR_CADRE))
    assert sorted(order) == sorted(SLOTS)
    assert calling_order(PUBLISHED_RULES[1:])[0] == Slot(Line.VILLAGE, Role.SPONSOR_CADRE)


def test_the_rule_table_decides_who_calls_and_the_page_says_so(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        routes = route_calls(db.conn, run)
        assert under(routes, COMPLETE) == (COMMUNITY_SPONSOR, "主责")
        assert under(routes, ALONE) == (OFFICER_1, "险区里住房的网格员")
        assert "社区线·包联干部主责" in routes.sentence
        change_lead_rule(
            db, Duty.SCREENING, lead=Slot(Line.VILLAGE, Role.UNIT_CADRE), assist=Slot(Line.COMMUNITY, Role.SPONSOR_CADRE), who="测试"
        )
        routes = route_calls(db.conn, run)
        assert under(routes, COMPLETE) == (VILLAGE_CADRE, "主责")
        assert "村线·村/社区干部主责" in routes.sentence


def test_who_has_no_phone_is_passed_over_and_the_page_says_for_whom_one_stands(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        db.execute("UPDATE contact SET phone = NULL WHERE id = ?", (COMMUNITY_SPONSOR,))
        assert under(route_calls(db.conn, run), COMPLETE) == (VILLAGE_SPONSOR, "代主责：村线·包联干部")
        db.execute("UPDATE contact SET phone = ''")
        routes = route_calls(db.conn, run)
        assert routes.pages == () or not any(page.calls for page in routes.pages)
        assert [call.household for call in routes.unreached] == [call.household for call in run.calls]


def test_a_family_in_danger_at_its_origin_home_is_told_to_the_other_line_too(county: Path) -> None:
    with builders.opened(county) as db:
        builders.add_hazard(db, builders.box(0, 2500, 2600, 800), name="西山")
        db.execute(
            "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date) VALUES ('x', ?, 'village', 'sponsor_cadre', ?, ?)",
            (TWO_ENDS, VILLAGE_SPONSOR, builders.SINCE),
        )
        run = find_affected(db, named_areas(db.conn, ["西山"]), who="测试")[0]
        routes = route_calls(db.conn, run)
        assert under(routes, TWO_ENDS) == (COMMUNITY_SPONSOR, "主责")
        assert told(routes, TWO_ENDS) == [VILLAGE_SPONSOR]
        change_lead_rule(
            db, Duty.SCREENING, lead=Slot(Line.VILLAGE, Role.SPONSOR_CADRE), assist=Slot(Line.COMMUNITY, Role.SPONSOR_CADRE), who="测试"
        )
        routes = route_calls(db.conn, run)
        assert under(routes, TWO_ENDS) == (VILLAGE_SPONSOR, "主责")
        assert told(routes, TWO_ENDS) == [COMMUNITY_SPONSOR]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(silent=st.sets(st.integers(1, 10)), empty=st.sets(st.integers(1, 7)), gone=st.sets(st.integers(1, 4)))
def test_whatever_is_missing_every_family_is_there_once_and_reachable_ones_are_called(
    county: Path, silent: set[int], empty: set[int], gone: set[int]
) -> None:
    with builders.opened(county) as db:
        if not history.newest(db.conn):
            asked(db)
        db.conn.execute("SAVEPOINT as_it_was")
        try:
            db.conn.executemany("UPDATE contact SET phone = NULL WHERE id = ?", [(one,) for one in silent])
            db.conn.executemany("DELETE FROM slot WHERE id = ?", [(one,) for one in empty])
            db.conn.executemany("DELETE FROM grid_post WHERE id = ?", [(one,) for one in gone])
            run = stored_run(db.conn)
            routes = route_calls(db.conn, run)
            called = [one.call.household for page in routes.pages for one in page.calls]
            left = [call.household for call in routes.unreached]
            assert sorted([*called, *left]) == sorted(call.household for call in run.calls)
            assert left == [call.household for call in run.calls if not call.is_reachable]
            assert all(page.caller.phone and page.caller.id not in silent for page in routes.pages if page.calls)
        finally:
            db.conn.execute("ROLLBACK TO as_it_was")
            db.conn.execute("RELEASE as_it_was")


def test_whole_phones_are_for_a_reason_that_the_history_keeps(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        masked = route_calls(db.conn, stored_run(db.conn))
        assert all("****" in page.caller.phone for page in masked.pages)
        with pytest.raises(BadRequest, match="没有写明查看原因"):
            reveal_calls(db, int(run.id), who="测试", why=" ")
        change = reveal_calls(db, None, who="值班员", why="通知今晚转移")
        [entry] = [one for one in history.newest(db.conn) if one.id == change.entry]
        assert (entry.who, entry.why) == ("值班员", "通知今晚转移")
        clear = route_calls(db.conn, stored_run(db.conn, is_revealed=True), is_revealed=True)
        page = next(page for page in clear.pages if page.caller.id == COMMUNITY_SPONSOR)
        assert page.caller.phone == "12100000007"
        assert {one.call.phone for one in page.calls} >= {"12000000007"}
