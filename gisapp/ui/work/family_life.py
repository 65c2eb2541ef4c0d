"""Slice of the relocation community's work: what happens to families and villages."""

from __future__ import annotations

from gisapp.language import tr
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import FamilyAction, Slice, WorkCommand


def open_event(desk: WorkDesk, family: int, event: str) -> None:
    """The dialog of what happened to a family, with this event chosen."""
    from gisapp.ui.dialogs.families.family_event import FamilyEventDialog

    desk.open(FamilyEventDialog(desk, family, event))


def open_lineage(desk: WorkDesk) -> None:
    """The dialog of villages that merge and are renamed."""
    from gisapp.ui.dialogs.lineage import LineageDialog

    desk.open(LineageDialog(desk))


SLICE = Slice(
    family_actions=(
        FamilyAction("move", lambda: tr("搬家…"), lambda desk, family: open_event(desk, family, "move"), icon="house", opens_group=True),
        FamilyAction("home", lambda: tr("住房状态…"), lambda desk, family: open_event(desk, family, "home")),
        FamilyAction("birth", lambda: tr("出生…"), lambda desk, family: open_event(desk, family, "birth"), opens_group=True),
        FamilyAction("death", lambda: tr("去世…"), lambda desk, family: open_event(desk, family, "death")),
        FamilyAction("marry_in", lambda: tr("婚入…"), lambda desk, family: open_event(desk, family, "marry_in_new")),
        FamilyAction("marry_out", lambda: tr("婚出…"), lambda desk, family: open_event(desk, family, "marry_out")),
        FamilyAction("leave", lambda: tr("迁出、返回…"), lambda desk, family: open_event(desk, family, "leave")),
        FamilyAction("split", lambda: tr("分户…"), lambda desk, family: open_event(desk, family, "split"), icon="family", opens_group=True),
        FamilyAction("merge", lambda: tr("并户…"), lambda desk, family: open_event(desk, family, "merge")),
        FamilyAction("head", lambda: tr("换户主…"), lambda desk, family: open_event(desk, family, "head")),
    ),
    commands=(WorkCommand("lineage", open_lineage),),
)
