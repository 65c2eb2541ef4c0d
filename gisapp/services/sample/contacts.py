"""Contacts of the made-up county: a grid officer for each grid, cadres of units and towns, and who looks after whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.lines import Line, Role
from gisapp.services.sample.cells import Cells
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.homes import Homes
from gisapp.services.sample.names import Texts, named, surnames
from gisapp.services.sample.people import phones
from gisapp.services.sample.rows import TODAY, Days, days_before
from gisapp.services.sample.sites import Sites

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

ROLES = (Role.SPONSOR_CADRE, Role.UNIT_CADRE, Role.GRID_OFFICER)
SPONSOR, CADRE, OFFICER = range(3)
MISSING_SHARE = 0.03
FORMER_OFFICER_SHARE, FORMER_HOLDER_SHARE = 0.04, 0.08
FAMILIES_A_CADRE = 24
OFFICERS_WITHOUT_PHONE = 0.01
RULE_BEGAN = np.datetime64("2021-03-01", "D")
FIRST_PHONE = 400_000_000


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts in id order (0-based here): ``division`` counts units first, then towns.

    Posts: ``post_grid``, ``post_contact``, ``post_from``, ``post_to`` (NaT = holds it now).
    """

    names: Texts
    initials: Texts
    phones: list[str | None]
    role: Ints
    division: Ints
    is_active: Flags
    post_grid: Ints
    post_contact: Ints
    post_from: Days
    post_to: Days


@dataclass(frozen=True, slots=True)
class SlotRows:
    """Dated holders: ``family`` counts the relocated ones from 0; ``line`` and ``role`` index Line and ROLES."""

    family: Ints
    line: Ints
    role: Ints
    contact: Ints
    from_date: Days
    to_date: Days


def make_contacts(rng: np.random.Generator, known: Facts, cells: Cells, homes: Homes, sites: Sites) -> Contacts:
    """Everybody who looks after families; grid officers first, one a grid, in the order of the grids."""
    grids, units, towns = len(cells.unit), len(known.units), len(known.towns)
    former = np.sort(rng.choice(grids, max(round(grids * FORMER_OFFICER_SHARE), 1), replace=False))
    moved_in = np.bincount(np.array([site.unit for site in sites.sites])[homes.site], minlength=units)
    moved_out = np.bincount(homes.origin_unit, minlength=units)
    cadres = np.repeat(np.arange(units), 3 + np.ceil((moved_in + moved_out) / FAMILIES_A_CADRE).astype(int))
    of_units = np.repeat(np.arange(units), np.where(moved_in > 0, 2 + np.ceil(moved_in / FAMILIES_A_CADRE).astype(int), 0))
    by_town = np.bincount(known.town_of_unit(), moved_out, minlength=towns)
    of_towns = units + np.repeat(np.arange(towns), 6 + np.ceil(by_town / FAMILIES_A_CADRE).astype(int))
    division = np.concatenate((cells.unit, cells.unit[former], cadres, of_units, of_towns))
    role = np.repeat([OFFICER, OFFICER, CADRE, SPONSOR, SPONSOR], [grids, len(former), len(cadres), len(of_units), len(of_towns)])
    names, initials = _people(rng, len(role))
    active = np.ones(len(role), dtype=bool)
    active[grids : grids + len(former)] = False
    began = days_before(rng.integers(200, 1_900, grids))
    earlier = began[former] - rng.integers(200, 1_500, len(former)).astype("timedelta64[D]")
    return Contacts(
        names, initials, phones(rng, len(role), has_phone=_reachable(rng, role), first=FIRST_PHONE), role, division,
        active, np.concatenate((former, np.arange(grids))), np.concatenate((grids + np.arange(len(former)), np.arange(grids))),
        np.concatenate((earlier, began)), np.concatenate((began[former], np.full(grids, np.datetime64("NaT"), "datetime64[D]"))),
    )  # fmt: skip


def _reachable(rng: np.random.Generator, role: Ints) -> Flags:
    """All but a planted few grid officers have a phone in the list: their families stand first in a call list."""
    return ~((role == OFFICER) & (rng.random(len(role)) < OFFICERS_WITHOUT_PHONE))


def _people(rng: np.random.Generator, count: int) -> tuple[Texts, Texts]:
    return named(rng, surnames(rng, count), is_female=rng.random(count) < 0.38, born=rng.integers(1964, 2003, count))


def make_slots(rng: np.random.Generator, known: Facts, contacts: Contacts, homes: Homes, sites: Sites, relocated_on: Days) -> SlotRows:
    """Sponsor and unit cadres of both lines for each relocated family, all but a planted share; some with earlier holders.

    Grid-officer slots get no rows: they follow the officer of the grid where the home lies.
    """
    unit_of_site = np.array([site.unit for site in sites.sites])[homes.site]
    towns = len(known.units) + known.town_of_unit()[homes.origin_unit]
    plan = (
        (Line.VILLAGE, SPONSOR, towns), (Line.VILLAGE, CADRE, homes.origin_unit),
        (Line.COMMUNITY, SPONSOR, unit_of_site), (Line.COMMUNITY, CADRE, unit_of_site),
    )  # fmt: skip
    parts = [_line_of_rows(rng, contacts, line, role, division, relocated_on) for line, role, division in plan]
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.lexsort((columns[4], columns[2], columns[1], columns[0]))
    return SlotRows(*(column[order] for column in columns))


def _line_of_rows(
    rng: np.random.Generator, contacts: Contacts, line: Line, role: int, division: Ints, relocated_on: Days
) -> tuple[Ints, Ints, Ints, Ints, Days, Days]:
    families = np.flatnonzero(rng.random(len(division)) >= MISSING_SHARE)
    if len(families) == len(division):
        families = families[1:]
    holder = _drawn(rng, contacts, role, division[families])
    begin = np.maximum(relocated_on[families], RULE_BEGAN)
    begin = begin + (rng.random(len(families)) * ((TODAY - begin).astype(int) * 0.5)).astype("timedelta64[D]")
    length = ((TODAY - begin).astype(int) * rng.uniform(0.2, 0.8, len(families))).astype(int)
    handed = (rng.random(len(families)) < FORMER_HOLDER_SHARE) & (length > 30)
    change = np.where(handed, begin + length.astype("timedelta64[D]"), begin)
    earlier = _drawn(rng, contacts, role, division[families[handed]])
    family = np.concatenate((families, families[handed]))
    never = np.full(len(families), np.datetime64("NaT"), "datetime64[D]")
    return (
        family, np.full(len(family), tuple(Line).index(line)), np.full(len(family), role),
        np.concatenate((holder, earlier)), np.concatenate((change, begin[handed])), np.concatenate((never, change[handed])),
    )  # fmt: skip


def _drawn(rng: np.random.Generator, contacts: Contacts, role: int, division: Ints) -> Ints:
    """An active contact of the asked role in each division."""
    own = np.flatnonzero((contacts.role == role) & contacts.is_active)
    own = own[np.argsort(contacts.division[own], kind="stable")]
    first = np.searchsorted(contacts.division[own], division)
    count = np.searchsorted(contacts.division[own], division, side="right") - first
    return own[first + np.floor(rng.random(len(division)) * count).astype(np.int64)]
