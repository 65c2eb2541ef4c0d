"""Slice of the relocation community's work: needs, alarms, the timeline, where people sleep."""

from __future__ import annotations

from gisapp.ui.work.records import ContactSection, FamilyAction, FamilySection, MapPage, WorkCommand, WorkList

LISTS: tuple[WorkList, ...] = ()
FAMILY_ACTIONS: tuple[FamilyAction, ...] = ()
FAMILY_SECTIONS: tuple[FamilySection, ...] = ()
CONTACT_SECTIONS: tuple[ContactSection, ...] = ()
PAGES: tuple[MapPage, ...] = ()
COMMANDS: tuple[WorkCommand, ...] = ()
