"""Who leads and who assists a duty: set by the county, or back to the published rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.lines import PUBLISHED_RULES, Duty, LeadRule, Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.contacts import lead_rules, slots
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database

_KINDS = (Kind.SETTING, Kind.HOUSEHOLD)


def change_lead_rule(db: Database, duty: Duty, *, lead: Slot, assist: Slot, who: str, why: str | None = None) -> Change:
    """From now on ``lead`` leads the duty and ``assist`` assists.

    Raises BadRequest when both are the same slot or stand on the same line, or when nothing would change.
    """
    if lead.line is assist.line:
        raise BadRequest(tr("主责和配合要分在两条线上。"), tr("一边选村线的岗位，另一边选社区线的岗位。"))
    rule = LeadRule(duty, lead, assist)
    if rule in slots.lead_rules(db.conn):
        raise BadRequest(tr("{duty}已经是这样规定的。", duty=duty.caption), tr("无需更改。"))
    label = tr("{duty}：{lead}主责，{assist}配合", duty=duty.caption, lead=lead.caption, assist=assist.caption)
    with history.recorded(db, label=label, who=who, kinds=_KINDS, why=why) as entry:
        lead_rules.write(db.conn, rule)
    return Change(label, _KINDS, None, entry)


def restore_published_rules(db: Database, *, who: str) -> Change:
    """Back to the rule published for Ziyang; raises BadRequest when it is in force already."""
    if set(slots.lead_rules(db.conn)) == set(PUBLISHED_RULES):
        raise BadRequest(tr("现在就是公开发布的规定。"), tr("无需更改。"))
    label = tr("主责与配合恢复为公开发布的规定")
    with history.recorded(db, label=label, who=who, kinds=_KINDS) as entry:
        for rule in PUBLISHED_RULES:
            lead_rules.write(db.conn, rule)
    return Change(label, _KINDS, None, entry)
