"""Send the families of a hazard run to safe sites: nearest first, or so that all together walk least; stored with the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.safe_site import Allocation, AllocationQuestion, NoSite
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.safe_sites.choose_sites import JudgedSite, judge_sites
from gisapp.services.safe_sites.count_allocation import count_allocation
from gisapp.services.safe_sites.place_families import BASES, Places, place_families, way_network
from gisapp.spatial.sheltering import NOWHERE
from gisapp.spatial.walking import Walk
from gisapp.storage.county import history
from gisapp.storage.runs import runs, stored_runs
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.storage.safe_sites import allocations
from gisapp.storage.safe_sites.allocations import RunFamily

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[int, int], None]

MOST_PERCENT = 100.0
MOST_WALK_M = 100_000.0
STEPS = 5


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
    _refuse_nonsense(question)
    run = stored_runs.read(db.conn, run_id)
    if run is None:
        raise BadRequest(tr("没有可以安置的研判。"), tr("请先在“防汛”中研判，或运行 gisapp affected。"))
    steps = _Steps(progress, cancelled)
    judged = judge_sites(db.conn, run)
    stored_runs.take_in_hand(db.conn, run.id)
    families, own = allocations.run_families(db.conn, run.id), runs.own_safe_homes(db.conn)
    offered = [one for one in judged if one.left_out is None]
    put = _put_by_hand(db, run, question, offered)
    stay = {} if question.own_home_too else {family: home for family, home in own.items() if family not in put}
    reasons = [_no_need(family, stay) for family in families]
    going = [family for family, reason in zip(families, reasons, strict=True) if reason is None]
    _refuse_senseless(run, families, judged, going)
    steps.done()
    network = way_network(db.conn, run.id, go_on=steps.ask)
    held = [put.get(family.household, NOWHERE) for family in going]
    places = place_families(network, going, offered, question, held=held, steps=steps)
    return _store(db, run, question, families=families, reasons=reasons, judged=judged, places=places, who=who)


def _refuse_nonsense(question: AllocationQuestion) -> None:
    if not 0 <= question.together_percent <= MOST_PERCENT:
        raise BadRequest(tr("多走的比例不对：{percent}。", percent=question.together_percent), tr("请写 0 到 100 之间的数。"))
    if question.most_walk_m is not None and not 0 < question.most_walk_m <= MOST_WALK_M:
        told = tr("最远步行距离不对：{metres} 米。", metres=question.most_walk_m)
        raise BadRequest(told, tr("请写 1 到 {most:,g} 之间的米数，不限就不写。", most=MOST_WALK_M))


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


def _no_need(family: RunFamily, stay: Mapping[int, str]) -> NoSite | None:
    """Why a family goes to no site; ``stay`` are those that go to their own other home."""
    if not family.people:
        return NoSite.NOBODY
    if family.geom is None:
        return NoSite.NO_PLACE
    return NoSite.OWN_HOME if family.household in stay else None


def _put_by_hand(db: Database, run: StoredRun, question: AllocationQuestion, offered: Sequence[JudgedSite]) -> dict[int, int]:
    """household -> position of the site where somebody put it, when that is still offered."""
    before = allocations.in_force(db.conn, run.id) if question.keep_by_hand else None
    at = {int(one.site.id): place for place, one in enumerate(offered)}
    rows = [] if before is None else allocations.rows(db.conn, before.id)
    return {row.household: at[row.site] for row in rows if row.by_hand and row.site in at}


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
    capacities = [one.site.facts.capacity for one in offered]
    totals = count_allocation(families, rows, capacities=capacities, most_walk_m=question.most_walk_m, groups=places.groups)
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
    answers = zip(places.site.tolist(), places.metres.tolist(), places.kinds.tolist(), places.is_held.tolist(), strict=True)
    for family, reason in zip(families, reasons, strict=True):
        site, metres, kind, is_held = next(answers) if reason is None else (NOWHERE, 0.0, Walk.ROAD, False)
        if site == NOWHERE:
            found.append(allocations.FamilyRow(family.household, None, family.people, None, None, reason or NoSite.NO_ROOM))
        else:
            at, basis = int(offered[site].site.id), BASES[kind]
            found.append(allocations.FamilyRow(family.household, at, family.people, round(metres, 1), basis, None, is_held))
    return found
