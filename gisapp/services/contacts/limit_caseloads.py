"""Set how many families a contact of each role should look after at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gisapp.domain.caseload import LIMITS_SETTING
from gisapp.domain.change import Change, Kind
from gisapp.domain.lines import Role
from gisapp.language import tr
from gisapp.services.contacts.report_caseload import read_limits
from gisapp.storage.county import history, settings

if TYPE_CHECKING:
    from sqlite_utils import Database


def limit_caseloads(db: Database, limits: Mapping[Role, int], *, who: str) -> Change | None:
    """Set the limits of these roles for the whole county; None when they are so already."""
    before = read_limits(db.conn)
    after = before.changed(limits)
    if after == before:
        return None
    values = {"sponsor": after.sponsor_cadre, "unit": after.unit_cadre, "grid": after.grid_officer}
    label = tr("负担上限：包联干部 {sponsor} 户，村/社区干部 {unit} 户，网格员 {grid} 户", **values)
    with history.recorded(db, label=label, who=who, kinds=(Kind.SETTING,)) as entry:
        settings.write(db.conn, LIMITS_SETTING, after.as_json())
    return Change(label, (Kind.SETTING,), None, entry)
