"""All slices of the relocation community's and the flood team's work, in the order in which the window shows them."""

from __future__ import annotations

from gisapp.ui.work import (
    care,
    caseload,
    chart,
    damage,
    exports,
    family_life,
    hazards,
    paper,
    river_level,
    roll_call,
    runs,
    safe_sites,
    situation,
    slots,
)
from gisapp.ui.work.desk import WorkDesk

SLICES = (slots, care, caseload, chart, family_life, paper, roll_call, safe_sites, situation, runs, damage, hazards, river_level, exports)

LISTS = tuple(one for part in SLICES for one in part.SLICE.lists)
FAMILY_ACTIONS = tuple(one for part in SLICES for one in part.SLICE.family_actions)
FAMILY_SECTIONS = tuple(one for part in SLICES for one in part.SLICE.family_sections)
CONTACT_SECTIONS = tuple(one for part in SLICES for one in part.SLICE.contact_sections)
PAGES = tuple(one for part in SLICES for one in part.SLICE.pages)
FLOOD_LISTS = tuple(one for part in SLICES for one in part.SLICE.flood_lists)
FLOOD_PAGES = tuple(one for part in SLICES for one in part.SLICE.flood_pages)
RUN_SECTIONS = tuple(one for part in SLICES for one in part.SLICE.run_sections)
RUN_ACTIONS = tuple(one for part in SLICES for one in part.SLICE.run_actions)
HOUSE_SECTIONS = tuple(one for part in SLICES for one in part.SLICE.house_sections)
COMMANDS = tuple(one for part in SLICES for one in part.SLICE.commands)


def run_command(desk: WorkDesk, name: str) -> None:
    """Do what the menu entry ``work:<name>`` stands for."""
    next(command for command in COMMANDS if command.id == name).run(desk)
