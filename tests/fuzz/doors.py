"""Every door by which a foreign file comes in, as the window and the commands use it: looked at, then written."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import shapely

from gisapp.domain.care import CareKind
from gisapp.domain.damage import DamageGrade
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.lines import Line
from gisapp.domain.roll_call import RollState
from gisapp.errors import BadFile, GisappError
from gisapp.readers.geodata import look_at_layers
from gisapp.services.care.record_care import record_care
from gisapp.services.county.back_up_county import restore_county
from gisapp.services.county.check_county import check_county
from gisapp.services.county.new_county import new_county
from gisapp.services.county.undo import undo
from gisapp.services.damage.attach_photos import attach_photos, look_at_photos
from gisapp.services.damage.damage_event import add_event
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.families.take_sleeping_form import take_sleeping_form
from gisapp.services.hazards.import_hazards import import_hazards
from gisapp.services.hazards.read_terrain import import_terrain
from gisapp.services.ledger.import_ledger import import_ledger, read_table
from gisapp.services.ledger.look_at_ledger import look_at_ledger
from gisapp.services.ledger.look_at_map import look_at_map, look_closer
from gisapp.services.ledger.map_table import read_places
from gisapp.services.roll_call.merge_roll_call import merge_roll_call
from gisapp.services.runs.ask_affected import ask_affected
from gisapp.storage.county import county_file, geopackage
from tests.builders import EAST, EPSG, NORTH, add_hazard, box, opened, tiny_county
from tests.unit.services.two_desks import write

if TYPE_CHECKING:
    from sqlite_utils import Database

WHO = "测试"
TODAY = date(2024, 6, 1)


def county_for_all(path: Path) -> Path:
    """The tiny county with a hazard, a run, a roll call and a damaged house: what every door needs."""
    tiny_county(path)
    with opened(path) as db:
        add_hazard(db, box(0, 0, 2000, 4000))
        line = {
            "uid": "river",
            "geom": geopackage.encode(shapely.MultiLineString([[(EAST + 900, NORTH), (EAST + 900, NORTH + 4000)]]), EPSG),
        }
        db["waterway"].insert({**line, "name": "月河", "rank": 1})
        ask_affected(db, ["月河洪涝"], who=WHO)
        write(db, 1, RollState.CALLED, 0, who=WHO)
        event = add_event(db, "雨", from_date=TODAY, to_date=TODAY, who=WHO)[0]
        record_care(db, 5, line=Line.VILLAGE, kind=CareKind.NEED, text="记", who=WHO, on_date=TODAY)
        record_damage(db, ["house-1"], grade=DamageGrade.SERIOUS, event=event, on_date=TODAY, who=WHO)
    return path


def _ledger(db: Database, path: Path) -> None:
    look_at_ledger(path)
    for kind in (LedgerKind.HOUSEHOLDS, LedgerKind.RESIDENTS, LedgerKind.CONTACTS, LedgerKind.SAFE_SITES):
        try:
            import_ledger(db, read_table(db.conn, path, kind), who=WHO, today=TODAY)
        except GisappError as error:
            said = error
        else:
            return
    raise said


def _form(db: Database, path: Path) -> None:
    take_sleeping_form(db, path, who=WHO)


def _areas(db: Database, path: Path) -> None:
    if path.suffix != ".csv":
        look_at_layers(path)
    import_hazards(db, path, who=WHO)


def _map(db: Database, path: Path) -> None:
    """Geodata as everything that has a place: what fits is written, the rest says why not."""
    if path.suffix != ".csv":
        look_closer(db.conn, look_at_map(path))
    said: list[GisappError] = []
    kinds = (LedgerKind.GRIDS, LedgerKind.HOUSES)
    for kind in kinds:
        try:
            import_ledger(db, read_places(db.conn, path, kind), who=WHO, today=TODAY)
        except GisappError as error:
            said.append(error)
    if len(said) == len(kinds):
        raise said[-1]


def _outline(_db: Database, path: Path) -> None:
    new_county(path.with_name("新县.gpkg"), county=None, outline=path)


def _depths(db: Database, path: Path) -> None:
    ask_affected(db, [str(path)], who=WHO, thresholds=(0.5, 1.0))


def _terrain(db: Database, path: Path) -> None:
    import_terrain(db, path, who=WHO)


def _photo(db: Database, path: Path) -> None:
    [looked] = look_at_photos(db.conn, 1, [path])
    attach_photos(db, 1, [looked], who=WHO)
    if looked.refusal:
        raise BadFile(looked.refusal)


def _roll_call(db: Database, path: Path) -> None:
    merge_roll_call(db, path, who=WHO)


def _county(_db: Database, path: Path) -> None:
    """Another office's county file: looked through, written to, put in the place of ours."""
    with county_file.reading(path) as connection:
        check_county(connection)
    restore_county(path, path.with_name("恢复.gpkg"))
    with county_file.writing(path) as db:
        undo(db, who=WHO)


DOORS: Mapping[str, tuple[Callable[[Database, Path], None], ...]] = MappingProxyType(
    {
        "ledger": (_ledger,),
        "form": (_form,),
        "sheet": (_roll_call,),
        "rollcall": (_roll_call,),
        "areas": (_areas, _outline),
        "map": (_map,),
        "depths": (_depths,),
        "terrain": (_terrain,),
        "photo": (_photo,),
        "county": (_county, _roll_call),
    }
)
"""The first word of a file's name -> the doors it is brought to."""


def through(county: Path, path: Path, seconds: list[float] | None = None) -> list[str]:
    """Bring ``path`` through each of its doors into a copy of ``county``; what was said at each: "" = taken, and after how long.

    Whatever is not a GisappError comes out as it is.
    """
    said = []
    for door in DOORS[path.stem]:
        own = Path(shutil.copyfile(county, path.parent / "县.gpkg"))
        before = time.monotonic()
        try:
            with opened(own) as db:
                door(db, path)
        except GisappError as error:
            said.append(error.message or "no sentence")
        else:
            said.append("")
        finally:
            if seconds is not None:
                seconds.append(round(time.monotonic() - before, 1))
            for made in ("县.gpkg", "新县.gpkg", "恢复.gpkg"):
                path.with_name(made).unlink(missing_ok=True)
            for copies in ("县-备份", "county-备份"):  # of a file that a mutant makes look older
                shutil.rmtree(path.with_name(copies), ignore_errors=True)
    return said
