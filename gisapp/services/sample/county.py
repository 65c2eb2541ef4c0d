"""The whole made-up county in memory: each piece made from the ones before it, all from one seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gisapp.services.sample import cells as cells_of
from gisapp.services.sample import contacts as contacts_of
from gisapp.services.sample import families, hazards, landscape, people, settling, ways
from gisapp.services.sample import sites as sites_of
from gisapp.services.sample.areas import evened, make_areas
from gisapp.services.sample.facts import Facts, read_facts
from gisapp.services.sample.hazards import Hazard
from gisapp.services.sample.homes import Homes, make_homes
from gisapp.services.sample.safe_places import SafePlace, make_safe_places
from gisapp.services.sample.scale import Scale
from gisapp.services.sample.steps import Steps
from gisapp.spatial.raster import Frame

Days = NDArray[np.datetime64]
FIRST_MOVE = np.datetime64("2017-04-01", "D")


@dataclass(frozen=True, slots=True)
class County:
    """Everything that goes into the file; ``day`` is the today of what was written down lately.

    ``relocated_on`` is NaT for families that never moved.
    """

    seed: int
    scale: Scale
    day: date
    known: Facts
    terrain_frame: Frame
    terrain: NDArray[np.int16]
    waters: list[ways.Way]
    roads: list[ways.Way]
    cells: cells_of.Cells
    sites: sites_of.Sites
    flats: sites_of.Flats
    homes: Homes
    relocated_on: Days
    members: families.Members
    register: people.Register
    contacts: contacts_of.Contacts
    slots: contacts_of.SlotRows
    hazards: list[Hazard]
    safe_places: list[SafePlace]


def make_county(seed: int, scale: Scale, steps: Steps, *, day: date) -> County:
    """Make every piece; the same seed, scale and day give the same county."""
    rng = np.random.default_rng(seed)
    known = read_facts(scale)
    land = landscape.make_land(rng, known, scale)
    terrain_frame, terrain = landscape.terrain_of(rng, land)
    steps.done(8)
    waters = ways.waterways(land, known)
    roads, used = ways.main_roads(land, known)
    density = settling.people_density(rng, land, known, roads=used)
    areas = make_areas(rng, land, known, density)
    density = evened(density, areas, known)
    steps.done(6)
    roads += ways.village_roads(land, known, used, areas.centre, [unit.name for unit in known.units])
    roads = ways.meeting(roads, land)
    sites = sites_of.make_sites(rng, land, known, areas, scale)
    flats = sites_of.make_flats(sites)
    cells = cells_of.make_cells(rng, land, known, areas, density, sites, scale)
    steps.done(6)
    homes = make_homes(rng, land, known, cells, density, sites, flats, scale)
    steps.done(8)
    relocated_on = _moving_days(rng, homes, sites, scale)
    members = families.make_members(rng, families.family_sizes(rng, homes, scale))
    register = people.make_register(rng, members, homes, relocated_on)
    steps.done(8)
    contacts = contacts_of.make_contacts(rng, known, cells, homes, sites)
    slots = contacts_of.make_slots(rng, known, contacts, homes, sites, relocated_on[-scale.relocated :])
    areas_of_danger = hazards.make_hazards(rng, land, known, cells, homes, sites, waters=waters, scale=scale)
    safe_places = make_safe_places(rng, known, homes, cells, areas_of_danger)
    steps.done(4)
    named = ways.named_by_place(waters, known, cells)
    return County(
        seed, scale, day, known, terrain_frame, terrain, named, roads, cells, sites, flats, homes, relocated_on,
        members, register, contacts, slots, areas_of_danger, safe_places,
    )  # fmt: skip


def _moving_days(rng: np.random.Generator, homes: Homes, sites: sites_of.Sites, scale: Scale) -> Days:
    """Each site was moved into within some months between 2017 and 2020."""
    opened = FIRST_MOVE + rng.integers(0, 1_150, len(sites.sites)).astype("timedelta64[D]")
    moved = opened[homes.site] + rng.integers(0, 150, scale.relocated).astype("timedelta64[D]")
    stayed = np.full(scale.households - scale.relocated, np.datetime64("NaT"), "datetime64[D]")
    return np.concatenate((stayed, moved))
