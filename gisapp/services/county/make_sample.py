"""Make the sample county: the real outline and divisions of Hanyin, everything else made up from a seed."""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.services.sample.county import County, make_county
from gisapp.services.sample.scale import COUNTY, DEFAULT_SEED, REFERENCE_DAY, SMALL, Scale, multiplied
from gisapp.services.sample.steps import Progress, Question, Steps
from gisapp.services.sample.write_people import write_people
from gisapp.services.sample.write_places import write_places
from gisapp.spatial import crs
from gisapp.storage.county import bulk, county_file, search
from gisapp.storage.county.history import TABLES

MOST_TIMES = 20
ALL_SHARES, WRITE_SHARE, INDEX_SHARE = 100, 30, 20


@dataclass(frozen=True, slots=True)
class SampleCounts:
    """What a made-up county holds, and how long it took."""

    towns: int
    divisions: int
    grids: int
    settlements: int
    houses: int
    households: int
    residents: int
    relocated: int
    contacts: int
    hazards: int
    seconds: float


def make_sample(
    path: Path,
    *,
    seed: int = DEFAULT_SEED,
    times: int = 1,
    day: date = REFERENCE_DAY,
    progress: Progress | None = None,
    cancelled: Question | None = None,
) -> SampleCounts:
    """Write the sample county to ``path``: 4,386 grids, 104,000 households, 311,000 residents, or ``times`` as many.

    The same seed and day give the same content. ``day``: the today of visits, needs and checked sleeping places, so that they
    do not all look late to whoever opens the county later. The file appears whole or not at all.
    Raises BadFile when ``path`` is taken or cannot be written, BadRequest for odd ``times`` or a day before the county's, Cancelled.
    """
    if not 1 <= times <= MOST_TIMES:
        raise BadRequest(tr("倍数不能是 {times}。", times=times), tr("请用 1 到 {most} 之间的整数。", most=MOST_TIMES))
    if day < REFERENCE_DAY:
        raise BadRequest(tr("示例县没有 {day} 的数据。", day=day), tr("请写 {first} 或以后的日期。", first=REFERENCE_DAY))
    return _make(path, seed, multiplied(COUNTY, times), Steps(ALL_SHARES, progress, cancelled), day=day)


def make_small_county(
    path: Path,
    *,
    seed: int = DEFAULT_SEED,
    day: date = REFERENCE_DAY,
    progress: Progress | None = None,
    cancelled: Question | None = None,
) -> SampleCounts:
    """Write a small county by the same code: 2 towns, 12 units, 60 grids, 1,500 households, 4,500 residents, one site."""
    return _make(path, seed, SMALL, Steps(ALL_SHARES, progress, cancelled), day=day)


def _make(path: Path, seed: int, scale: Scale, steps: Steps, *, day: date) -> SampleCounts:
    started = time.perf_counter()
    county_file.refuse_as_new(path)
    unfinished = path.with_name(path.name + ".part")
    _remove(unfinished)
    try:
        county = make_county(seed, scale, steps, day=day)
        _write(unfinished, county, steps)
        _put_in_place(unfinished, path)
    except BaseException:
        _remove(unfinished)
        raise
    return _counts(county, time.perf_counter() - started)


def _write(path: Path, county: County, steps: Steps) -> None:
    known = county.known
    county_file.create(
        path, name=known.county.name, srs_id=known.srs_id, srs_name=crs.crs_name(known.srs_id), srs_wkt=crs.crs_wkt(known.srs_id)
    )
    with county_file.writing(path) as db, bulk.private_file(db), county_file.transaction(db):
        with bulk.loading(db.conn, [*TABLES, "house_hazard"]):
            write_places(db.conn, county)
            steps.done(WRITE_SHARE // 3)
            write_people(db.conn, county, steps, share=WRITE_SHARE - WRITE_SHARE // 3)
        bulk.write_settings(db.conn, _settings(county))
        steps.done(INDEX_SHARE // 4)
        search.rebuild(db.conn)
        steps.done(INDEX_SHARE // 2)
        bulk.finish(db.conn)
        steps.done(0)
    steps.all_done()


def _settings(county: County) -> dict[str, str]:
    """Settings as JSON text: what the file is and what it was made from."""
    return {"is_sample": "true", "seed": str(county.seed), "times": str(county.scale.times), "reference_day": f'"{county.day}"'}


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Everything reaches the disk before the file gets its name."""
    with closing(os.fdopen(os.open(unfinished, os.O_RDWR | getattr(os, "O_BINARY", 0)), "rb+")) as file:
        os.fsync(file.fileno())
    if path.exists():
        raise BadFile(tr("文件已经存在：{path}", path=path), tr("请换一个文件名，或先移走原文件。"))
    unfinished.replace(path)


def _remove(unfinished: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        county_file.remove(unfinished.with_name(unfinished.name + ending))


def _counts(county: County, seconds: float) -> SampleCounts:
    return SampleCounts(
        towns=len(county.known.towns), divisions=1 + len(county.known.towns) + len(county.known.units),
        grids=len(county.cells.polygons), settlements=len(county.sites.sites), houses=len(county.homes.place),
        households=county.scale.households, residents=len(county.members.family), relocated=county.scale.relocated,
        contacts=len(county.contacts.role), hazards=len(county.hazards), seconds=round(seconds, 2),
    )  # fmt: skip
