"""Send the families of a hazard run to safe sites: nearest first, or so that all together walk least; stored with the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.safe_site import FAR_M, Allocation, AllocationQuestion, AllocationTotals, NoSite, WalkBasis
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.safe_sites.choose_sites import JudgedSite, judge_sites
from gisapp.services.safe_sites.place_families import Places, place_families
from gisapp.spatial.closed_ground import closed_ground
from gisapp.spatial.sheltering import NOWHERE
from gisapp.spatial.walking import Walk
from gisapp.storage.county import history
from gisapp.storage.runs import kept_runs, runs, stored_runs
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.storage.safe_sites import allocations
from gisapp.storage.safe_sites.allocations import RunFamily

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[int, int], None]

MOST_PERCENT = 100.0
STEPS = 5
BASES = (WalkBasis.ROAD, WalkBasis.NEAR, WalkBasis.NO_ROADS, WalkBasis.OFF_ROAD, WalkBasis.NOT_JOINED, WalkBasis.THROUGH)
"""What each ``Walk`` is called."""


def allocate_sites(
    db: Database,
    run_id: int | None,
    question: AllocationQuestion,
    *,
    who: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Allocation, Change]:
    """Allocate the families of a run (None = the latest) and store it; the newest allocation of a run is the one in force.

    People count as the run counted them. Raises BadRequest without a run, without families or without a site that may be used,
    and for a share that is none; Cancelled.
    """
    if not 0 <= question.together_percent <= MOST_PERCENT:
        raise BadRequest(tr("多走的比例不对：{percent}。", percent=question.together_percent), tr("请写 0 到 100 之间的数。"))
    run = stored_runs.read(db.conn, run_id)
    if run is None:
        raise BadRequest(tr("没有可以安置的研判。"), tr("请先在“防汛”中研判，或运行 gisapp affected。"))
    steps = _Steps(progress, cancelled)
    judged = judge_sites(db.conn, run)
    stored_runs.take_in_hand(db.conn, run.id)
    families, own = allocations.run_families(db.conn, run.id), runs.own_safe_homes(db.conn)
    reasons = [_no_need(family, own, question) for family in families]
    offered = [one for one in judged if one.left_out is None]
    going = [family for family, reason in zip(families, reasons, strict=True) if reason is None]
    _refuse_senseless(run, families, judged, going)
    steps.done()
    ground = closed_ground(*kept_runs.closed_areas(db.conn, run.id), go_on=steps.ask)
    places = place_families(db.conn, going, offered, question, ground=ground, steps=steps)
    return _store(db, run, question, families=families, reasons=reasons, judged=judged, places=places, who=who)


class _Steps:
    """Tells how far it is and asks whether to go on."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled, self._done = progress, cancelled, 0

    def done(self) -> None:
        """One step more."""
        self._done += 1
        self.ask()
        if self._progress:
            self._progress(self._done, STEPS)

    def ask(self) -> None:
        """Raises Cancelled when the person wants to stop."""
        if self._cancelled and self._cancelled():
            raise Cancelled(tr("已取消分配避险点。"), tr("没有保存任何内容。"))


def _no_need(family: RunFamily, own: dict[int, str], question: AllocationQuestion) -> NoSite | None:
    if not family.people:
        return NoSite.NOBODY
    if family.geom is None:
        return NoSite.NO_PLACE
    return NoSite.OWN_HOME if family.household in own and not question.own_home_too else None


def _refuse_senseless(run: StoredRun, families: Sequence[RunFamily], judged: Sequence[JudgedSite], going: Sequence[RunFamily]) -> None:
    if not families:
        raise BadRequest(tr("研判第 {run} 号没有要安置的户。", run=run.id), tr("请换一次研判。"))
    if not judged:
        raise BadRequest(tr("县里还没有避险点。"), tr("请在地图上新增，或用 gisapp import … --as safe-sites 导入。"))
    if going and all(one.left_out is not None for one in judged):
        raise BadRequest(tr("{count} 个避险点都在险区内或没有启用。", count=len(judged)), tr("请启用或新增险区以外的避险点，再分配。"))


def _store(
    db: Database,
    run: StoredRun,
    question: AllocationQuestion,
    *,
    families: Sequence[RunFamily],
    reasons: Sequence[NoSite | None],
    judged: Sequence[JudgedSite],
    places: Places,
    who: str,
) -> tuple[Allocation, Change]:
    offered = [one for one in judged if one.left_out is None]
    rows = _rows(families, reasons, offered, places)
    totals = _totals(rows, offered, places)
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    placed = f"{totals.placed_people:,}"
    label = tr("分配避险点（研判第 {run} 号）：{people} 人有去处", run=run.id, people=placed)
    if totals.no_room_people:
        missing = f"{totals.no_room_people:,}"
        label = tr("分配避险点（研判第 {run} 号）：{people} 人有去处，{missing} 人没有地方", run=run.id, people=placed, missing=missing)
    with history.recorded(db, label=label, who=who, kinds=(Kind.ALLOCATION,)) as entry:
        made = allocations.store(db.conn, uid=new_uid(), run=run.id, at=at, who=who, question=question, totals=totals)
        sites = [(int(one.site.id), one.site.facts.name, one.site.facts.capacity, one.left_out, one.doubt) for one in judged]
        allocations.store_rows(db.conn, made, sites, rows)
    stored = allocations.in_force(db.conn, run.id)
    assert stored is not None
    return stored, Change(label, (Kind.ALLOCATION,), (made,), entry)


def _rows(
    families: Sequence[RunFamily], reasons: Sequence[NoSite | None], offered: Sequence[JudgedSite], places: Places
) -> list[allocations.FamilyRow]:
    """Every family of the run once."""
    found: list[allocations.FamilyRow] = []
    answers = zip(places.site.tolist(), places.metres.tolist(), places.kinds.tolist(), strict=True)
    for family, reason in zip(families, reasons, strict=True):
        site, metres, kind = next(answers) if reason is None else (NOWHERE, 0.0, Walk.ROAD)
        if site == NOWHERE:
            found.append((family.household, None, family.people, None, None, reason or NoSite.NO_ROOM))
        else:
            found.append((family.household, int(offered[site].site.id), family.people, round(metres, 1), BASES[kind], None))
    return found


def _totals(rows: Sequence[allocations.FamilyRow], offered: Sequence[JudgedSite], places: Places) -> AllocationTotals:
    placed = [row for row in rows if row[1] is not None]
    without = {reason: [row for row in rows if row[5] is reason] for reason in NoSite}
    villages, split, too_large = places.split
    return AllocationTotals(
        families=len(rows),
        people=sum(row[2] for row in rows),
        sites=len(offered),
        sites_used=len({row[1] for row in placed}),
        capacity=sum(one.site.facts.capacity for one in offered),
        placed_families=len(placed),
        placed_people=sum(row[2] for row in placed),
        no_room_families=len(without[NoSite.NO_ROOM]),
        no_room_people=sum(row[2] for row in without[NoSite.NO_ROOM]),
        own_home_families=len(without[NoSite.OWN_HOME]),
        own_home_people=sum(row[2] for row in without[NoSite.OWN_HOME]),
        no_place_families=len(without[NoSite.NO_PLACE]),
        no_place_people=sum(row[2] for row in without[NoSite.NO_PLACE]),
        nobody_families=len(without[NoSite.NOBODY]),
        walk_m=round(sum(row[2] * (row[3] or 0.0) for row in placed), 1),
        longest_m=max((row[3] or 0.0 for row in placed), default=0.0),
        far_families=sum((row[3] or 0.0) > FAR_M for row in placed),
        straight=sum(row[4] is not None and row[4].is_straight for row in placed),
        villages=villages,
        villages_split=split,
        villages_too_large=too_large,
        groups=places.groups,
        through=sum(row[4] is WalkBasis.THROUGH for row in placed),
    )
