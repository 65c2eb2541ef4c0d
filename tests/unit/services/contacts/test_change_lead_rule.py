"""The rule table is the county's own: set per duty, back to the published rule, undone like all else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.lines import PUBLISHED_RULES, Duty, LeadRule, slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.change_lead_rule import change_lead_rule, restore_published_rules
from gisapp.services.county.undo import undo
from gisapp.services.families.describe_household import describe_household
from gisapp.storage.contacts import slots
from tests.builders import COMPLETE, opened
from tests.unit.storage.contents import contents, difference

CADRE, OFFICER = slot_from_text("village/unit_cadre"), slot_from_text("community/grid_officer")


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_a_changed_rule_is_seen_on_every_card_and_in_both_leads(db: Database) -> None:
    change = change_lead_rule(db, Duty.SCREENING, lead=OFFICER, assist=CADRE, who="甲")
    assert change.label == "排查预警：社区线·网格员主责，村线·村/社区干部配合"
    assert LeadRule(Duty.SCREENING, OFFICER, CADRE) in slots.lead_rules(db.conn)
    assert len(slots.lead_rules(db.conn)) == 2
    lines = {line.slot: line for line in describe_household(db.conn, COMPLETE).slots}
    assert (lines[OFFICER].leads, lines[CADRE].assists) == ((Duty.SCREENING,), (Duty.SCREENING,))
    assert db.execute("SELECT role FROM line_lead WHERE line = 'community'").fetchone() == ("grid_officer",)


def test_back_to_the_published_rule(db: Database) -> None:
    with pytest.raises(BadRequest, match="公开发布"):
        restore_published_rules(db, who="甲")
    change_lead_rule(db, Duty.SCREENING, lead=OFFICER, assist=CADRE, who="甲")
    restore_published_rules(db, who="甲")
    assert set(slots.lead_rules(db.conn)) == set(PUBLISHED_RULES)


def test_one_line_does_not_both_lead_and_assist(db: Database) -> None:
    with pytest.raises(BadRequest, match="两条线"):
        change_lead_rule(db, Duty.ASSISTANCE, lead=CADRE, assist=CADRE, who="甲")
    rule = PUBLISHED_RULES[0]
    with pytest.raises(BadRequest, match="已经是"):
        change_lead_rule(db, rule.duty, lead=rule.lead, assist=rule.assist, who="甲")


def test_a_changed_rule_is_undone(db: Database) -> None:
    before = contents(db.conn)
    change_lead_rule(db, Duty.SCREENING, lead=OFFICER, assist=CADRE, who="甲")
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}
