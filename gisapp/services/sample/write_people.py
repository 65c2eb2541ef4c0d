"""Put the people of a made-up county into its file: families, homes, residents, contacts, posts and slots."""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.lines import Line
from gisapp.services.sample.addresses import family_codes
from gisapp.services.sample.care import checked_on, write_care
from gisapp.services.sample.contacts import ROLES
from gisapp.services.sample.county import County
from gisapp.services.sample.damage import write_damage
from gisapp.services.sample.families import RELATIONS
from gisapp.services.sample.homes import LIVED_IN, VACANT
from gisapp.services.sample.rows import TODAY, ids, iso, or_none, uids
from gisapp.services.sample.steps import Steps
from gisapp.services.sample.write_places import division_id_of_unit
from gisapp.storage.county import bulk

Ints = NDArray[np.int64]

HOUSEHOLD, HOME, RESIDENT, CONTACT, POST, SLOT = range(21, 27)
PIECE = 50_000
STATES = (HomeState.LIVED_IN, HomeState.VACANT, HomeState.LOST, HomeState.DEMOLISHED)
FORMER_HOME_SHARE = 0.25


def write_people(connection: sqlite3.Connection, county: County, steps: Steps, *, share: int) -> None:
    """All families and those who look after them; ``share`` of the work is counted on ``steps``."""
    _write_households(connection, county)
    _write_homes(connection, county)
    _write_residents(connection, county, steps, share=share)
    _write_contacts(connection, county)
    _write_slots(connection, county)
    write_care(connection, county)
    write_damage(connection, county)


def _write_households(connection: sqlite3.Connection, county: County) -> None:
    homes, count = county.homes, county.scale.households
    settled = count - county.scale.relocated
    origin = division_id_of_unit(county)[homes.origin_unit].tolist()
    bulk.fill(connection, "household", {
        "id": ids(count), "uid": uids(county.seed, HOUSEHOLD, count), "code": family_codes(county.known, county.cells, homes),
        "origin_division_id": [None] * settled + origin, "relocated_on": iso(county.relocated_on),
    })  # fmt: skip


def _write_homes(connection: sqlite3.Connection, county: County) -> None:
    """One home for those who stayed, two for the relocated, and an earlier one for some."""
    homes, rng = county.homes, np.random.default_rng((county.seed, HOME))
    count, moved = county.scale.households, county.scale.relocated
    settled = count - moved
    began = TODAY - rng.integers(700, 12_000, settled).astype("timedelta64[D]")
    away = _nobody_sleeps_in(county)
    relocated_on = county.relocated_on[settled:]
    built = relocated_on - rng.integers(4_000, 14_000, moved).astype("timedelta64[D]")
    earlier = _earlier_homes(rng, county)
    family = np.concatenate((np.arange(settled), np.arange(settled, count), np.arange(settled, count), earlier[1]))
    house = np.concatenate((homes.house[:settled], homes.origin_house, homes.house[settled:], earlier[0]))
    gone = np.concatenate((np.full(settled, -1), homes.origin_gone, np.full(moved + len(earlier[0]), -1)))
    role = np.repeat((HomeRole.ONLY.value, HomeRole.ORIGIN.value, HomeRole.RESIDENCE.value, HomeRole.ONLY.value),
                     (settled, moved, moved, len(earlier[0])))  # fmt: skip
    now = np.where(away, VACANT, LIVED_IN)
    now[settled:][homes.origin_state == LIVED_IN] = LIVED_IN
    state = np.concatenate((now[:settled], homes.origin_state, now[settled:], np.full(len(earlier[0]), VACANT)))
    never = np.full(settled + 2 * moved, np.datetime64("NaT"), "datetime64[D]")
    from_date = np.concatenate((began, built, relocated_on, began[earlier[1]] - np.timedelta64(3_650, "D")))
    bulk.fill(connection, "home", {
        "id": ids(len(family)), "uid": uids(county.seed, HOME, len(family)), "household_id": family + 1,
        "house_id": or_none(house + 1, house < 0), "former_house_id": or_none(gone + 1, gone < 0), "role": role,
        "state": [STATES[number].value for number in state.tolist()],
        "from_date": iso(from_date), "to_date": iso(np.concatenate((never, began[earlier[1]]))),
    })  # fmt: skip


def _nobody_sleeps_in(county: County) -> NDArray[np.bool_]:
    """(households) whether no member sleeps in any house of the county."""
    at_home = county.register.sleeps_in >= 0
    return np.bincount(county.members.family[at_home], minlength=county.scale.households) == 0


def _earlier_homes(rng: np.random.Generator, county: County) -> tuple[Ints, Ints]:
    """(house, family): empty houses that a family who now lives near by has left."""
    homes = county.homes
    settled = county.scale.households - county.scale.relocated
    left = np.sort(rng.choice(homes.vacant, round(len(homes.vacant) * FORMER_HOME_SHARE), replace=False))
    family = np.minimum(np.searchsorted(homes.house[:settled], left), settled - 1)
    return left, family


def _write_residents(connection: sqlite3.Connection, county: County, steps: Steps, *, share: int) -> None:
    count, checked = len(county.members.family), checked_on(county)
    for at in range(0, count, PIECE):
        end = min(at + PIECE, count)
        columns = _resident_columns(county, slice(at, end))
        bulk.fill(connection, "resident", columns | {"sleeping_checked_on": iso(checked[at:end])})
        steps.done(share * end // count - share * at // count)


def _resident_columns(county: County, part: slice) -> dict[str, bulk.Column]:
    members, register = county.members, county.register
    count, sleeps_in = part.stop - part.start, register.sleeps_in[part]
    return {
        "id": ids(count, after=part.start),
        "uid": uids(county.seed, RESIDENT, count, after=part.start),
        "household_id": members.family[part] + 1,
        "relation": np.array([relation.value for relation in RELATIONS])[members.relation[part]],
        "name": register.names[part],
        "initials": register.initials[part],
        "sex": np.where(members.is_female[part], "female", "male"),
        "birth_date": iso(register.birth[part]),
        "id_number": register.id_numbers[part],
        "phone": register.phones[part],
        "is_disabled": register.is_disabled[part].astype(int),
        "is_ill": register.is_ill[part].astype(int),
        "is_pregnant": register.is_pregnant[part].astype(int),
        "sleeping_house_id": or_none(sleeps_in + 1, sleeps_in < 0),
        "sleeping_note": register.sleeping_note[part],
        "sleeping_since": iso(register.sleeping_since[part]),
    }


def _write_contacts(connection: sqlite3.Connection, county: County) -> None:
    contacts, units = county.contacts, len(county.known.units)
    unit_ids, town_ids = division_id_of_unit(county), ids(len(county.known.towns), after=1)
    division = np.concatenate((unit_ids, town_ids))[contacts.division]
    count = len(contacts.role)
    if int(contacts.division.max()) >= units + len(town_ids):
        raise ValueError("a contact works for a division that is not there")
    bulk.fill(connection, "contact", {
        "id": ids(count), "uid": uids(county.seed, CONTACT, count), "name": contacts.names, "initials": contacts.initials,
        "phone": contacts.phones, "role": [ROLES[number].value for number in contacts.role.tolist()],
        "division_id": division, "is_active": contacts.is_active.astype(int),
    })  # fmt: skip
    posts = len(contacts.post_grid)
    bulk.fill(connection, "grid_post", {
        "id": ids(posts), "uid": uids(county.seed, POST, posts), "grid_id": contacts.post_grid + 1,
        "contact_id": contacts.post_contact + 1, "from_date": iso(contacts.post_from), "to_date": iso(contacts.post_to),
    })  # fmt: skip


def _write_slots(connection: sqlite3.Connection, county: County) -> None:
    slots, count = county.slots, len(county.slots.family)
    settled = county.scale.households - county.scale.relocated
    lines = tuple(Line)
    bulk.fill(connection, "slot", {
        "id": ids(count), "uid": uids(county.seed, SLOT, count), "household_id": slots.family + settled + 1,
        "line": [lines[number].value for number in slots.line.tolist()],
        "role": [ROLES[number].value for number in slots.role.tolist()], "contact_id": slots.contact + 1,
        "from_date": iso(slots.from_date), "to_date": iso(slots.to_date),
    })  # fmt: skip
