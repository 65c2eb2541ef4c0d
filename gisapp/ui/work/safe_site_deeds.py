"""What the buttons and entries of safe sites do."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.safe_site import PlacedFamily, SafeSite, SiteLoad
from gisapp.language import tr
from gisapp.services.safe_sites.reveal_keeper import reveal_keeper
from gisapp.services.safe_sites.save_safe_site import change_safe_site, moved, remove_safe_sites
from gisapp.storage.county import county_file
from gisapp.storage.safe_sites import allocations
from gisapp.ui import outputs
from gisapp.ui.tables.site_rows import SiteRow
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk

SIGN_IN_KINDS = f"{outputs.PDF};;{outputs.EXCEL}"


def show_sites(desk: WorkDesk) -> None:
    """List the safe sites."""
    desk.show_flood_list("safe_sites")


def add(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Ask for a place on the map, then for the rest."""
    from gisapp.ui.dialogs.flood.safe_site import SafeSiteDialog

    desk.show_flood_page("map")
    desk.bench.map.ask_place(tr("单击新避险点的位置，Esc 取消"), lambda x, y: desk.open(SafeSiteDialog(desk, x, y)))


def change_row(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Open the form of the chosen site."""
    loads = _standing(rows)
    if len(loads) != 1 or loads[0].site is None:
        desk.county.signals.message.emit("info", tr("请先选中一个避险点。"))
        return
    change(desk, loads[0].site)


def change(desk: WorkDesk, site: SafeSite) -> None:
    """Open the form of a site."""
    from gisapp.ui.dialogs.flood.safe_site import SafeSiteDialog

    desk.open(SafeSiteDialog(desk, site.facts.x, site.facts.y, site))


def move(desk: WorkDesk, site: SafeSite) -> None:
    """Put a site where the person clicks."""
    number, who = int(site.id), desk.county.who

    def put(x: float, y: float) -> None:
        desk.county.tasks.write(
            tr("移动避险点"),
            lambda db, _control: change_safe_site(db, number, moved(db.conn, site.facts, x, y), who=who),
            desk.tell,
        )

    desk.show_flood_page("map")
    desk.bench.map.ask_place(tr("单击{name}的新位置，Esc 取消", name=site.facts.name), put)


def remove_rows(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Remove the chosen sites; never all because none is chosen."""
    chosen = [row for row in desk.chosen_rows() if isinstance(row, SiteRow)]
    if not chosen:
        desk.county.signals.message.emit("info", tr("请先选中要删除的避险点。"))
        return
    remove(desk, [row.site_id for row in chosen if row.load.site is not None])


def remove(desk: WorkDesk, sites: Sequence[int]) -> None:
    """Remove sites; undo brings them back."""
    who = desk.county.who

    def done(change: Change) -> None:
        desk.tell(change)
        desk.county.signals.selection.emit("", (), None)

    if sites:
        desk.county.tasks.write(tr("删除避险点"), lambda db, _control: remove_safe_sites(db, list(sites), who=who), done)


def allocate(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Open the choice of how families are spread, for the run in hand, else for the latest."""
    from gisapp.ui.dialogs.flood.allocate_sites import AllocateSitesDialog

    run = desk.bench.flood.run
    desk.open(AllocateSitesDialog(desk, None if run is None else int(run.id)))


def allocate_run(desk: WorkDesk, run: AffectedRun) -> None:
    """Likewise for a run's card."""
    from gisapp.ui.dialogs.flood.allocate_sites import AllocateSitesDialog

    desk.open(AllocateSitesDialog(desk, int(run.id)))


def move_row(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Choose another site for the one chosen family."""
    chosen = [row for row in desk.chosen_rows() if isinstance(row, PlacedFamily)]
    if len(chosen) != 1:
        desk.county.signals.message.emit("info", tr("请先选中一户。"))
        return
    run, row = desk.bench.flood.run, chosen[0]
    title = tr("{head}（{code}）", head=row.head or tr("没有户主"), code=row.code)
    move_family(desk, int(row.household), title, people=row.people, run=None if run is None else int(run.id))


def move_family(desk: WorkDesk, household: int, title: str, *, people: int, run: int | None = None) -> None:
    """Choose another site for a family; ``run`` None = of the latest."""
    from gisapp.ui.dialogs.flood.move_family import MoveFamilyDialog

    desk.open(MoveFamilyDialog(desk, run, household, title=title, people=people))


def list_families(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """List the families that go to the chosen sites."""
    loads = [row.load for row in rows if isinstance(row, SiteRow)]
    list_of_sites(desk, loads)


def list_of_sites(desk: WorkDesk, loads: Sequence[SiteLoad]) -> None:
    """List the families that go to these sites."""
    run = desk.bench.flood.run
    wanted = {int(load.id) for load in loads}
    title = loads[0].name if len(loads) == 1 else tr("{count} 个避险点", count=len(loads))

    def read(connection: sqlite3.Connection) -> frozenset[int]:
        allocation = allocations.in_force(connection, None if run is None else int(run.id))
        found = [] if allocation is None else allocations.families(connection, int(allocation.id))
        return frozenset(int(one.household) for one in found if one.site in wanted)

    desk.county.tasks.read(read, lambda families: desk.show_flood_list("allocated", among=(title, families)), key="site families")


def sign_in_rows(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Sign-in lists of the chosen sites; of all where none is chosen."""
    chosen = [row.site_id for row in desk.chosen_rows() if isinstance(row, SiteRow)]
    sign_in(desk, chosen)


def sign_in_run(desk: WorkDesk, run: AffectedRun) -> None:
    """Sign-in lists of all sites of a run."""
    sign_in(desk, (), run=int(run.id))


def sign_in_latest(desk: WorkDesk) -> None:
    """Sign-in lists of all sites of the run in hand, else of the latest."""
    sign_in(desk, ())


def sign_in(desk: WorkDesk, sites: Sequence[int], *, run: int | None = None) -> None:
    """Write sign-in lists as PDF or workbook."""
    in_hand = desk.bench.flood.run
    chosen_run = run if run is not None or in_hand is None else int(in_hand.id)
    county = desk.county

    path = desk.ask.save_as(tr("签到表"), outputs.suggested(county, tr("签到表.pdf")), SIGN_IN_KINDS)
    if path is not None and path.suffix.lower() != ".xlsx":
        outputs.print_out(county, path, tr("签到表"), "sign_in", chosen_run, tuple(sites))
        return

    def write(place: Path, control: Control) -> None:
        from gisapp.export.sign_in import sign_in_sheets, write_sign_in

        with county_file.reading(county.path) as connection:
            found, _allocation, sheets = sign_in_sheets(connection, chosen_run, sites=sites)
            write_sign_in(connection, place, found, sheets, cancelled=control.cancelled)

    outputs.write_out(county, path, tr("签到表"), write)


def reveal(desk: WorkDesk, site: SafeSite) -> None:
    """Show the keeper's phone in clear, after a reason that the history keeps."""
    why = desk.ask.reason(tr("显示完整电话"), tr("为什么要看？原因会记入历史。"))
    if why is None:
        return
    number, who = int(site.id), desk.county.who

    def show(answer: tuple[tuple[str, str], Change]) -> None:
        (name, phone), change = answer
        desk.county.signals.changed.emit(change, None)
        desk.ask.tell(tr("负责人电话"), tr("{site}　{name}　{phone}", site=site.facts.name, name=name, phone=phone))

    desk.county.tasks.write(tr("显示完整电话"), lambda db, _control: reveal_keeper(db, number, who=who, why=why), show)


def toggle_lines(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Draw who goes where on the map, or take the lines off."""
    desk.show_flood_page("map")
    desk.bench.map.sites.show_all(not desk.bench.map.sites.is_on)


def _standing(rows: Sequence[Any]) -> list[SiteLoad]:
    return [row.load for row in rows if isinstance(row, SiteRow) and row.load.site is not None]
