"""gisapp tour: the whole main job without a screen, on a copy of the sample county, saying what it did."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gisapp import paths
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.who import who
from gisapp.domain.lines import Line, Role, Slot
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.report_slots import report_slots
from gisapp.services.county.undo import undo
from gisapp.services.places.describe_grid import describe_grid
from gisapp.services.runs.ask_affected import ask_affected
from gisapp.storage.contacts import contacts
from gisapp.storage.county import county_file
from gisapp.storage.hazards import hazards
from gisapp.storage.places import grids

SLOT = Slot(Line.VILLAGE, Role.SPONSOR_CADRE)


@click.command("tour")
@click.argument("outdir", type=click.Path(path_type=Path))
def command(outdir: Path) -> None:
    """走一遍全部流程：全县图、网格卡片、缺岗、电话名单、网页地图。"""
    county = fresh_copy(outdir)
    steps: list[dict[str, Any]] = []

    def did(step: str, text: str, **facts: object) -> None:
        steps.append({"step": step, "text": text, **facts})
        print(text, file=sys.stderr, flush=True)

    _picture(county, outdir, did)
    _grid_card(county, outdir, did)
    _slots(county, did)
    _flood(county, outdir, did)
    _web_map(county, outdir, did)
    answer({"outdir": str(outdir), "county": str(county), "steps": steps}, tr("全部结果在：{path}", path=outdir))


Did = Callable[..., None]


def fresh_copy(outdir: Path) -> Path:
    """A fresh copy of the sample county in ``outdir``; the sample itself is made when there is none yet."""
    from gisapp.services.county.make_sample import make_sample

    try:
        outdir.mkdir(parents=True, exist_ok=True)
        sample, copy = paths.sample_county(), outdir / paths.sample_county().name
        if not sample.exists():
            with progress_bar(tr("生成示例县")) as progress:
                make_sample(sample, progress=progress)
        with county_file.writing(sample):  # one that an older version made is backed up and brought up to date
            pass
        copy.unlink(missing_ok=True)
        shutil.copyfile(sample, copy)
    except OSError as error:
        raise BadFile(tr("写不进文件夹：{path}", path=outdir), tr("请换一个可以写入的文件夹。")) from error
    return copy


def _picture(county: Path, outdir: Path, did: Did) -> None:
    from gisapp.printing.map_scene import county_map
    from gisapp.printing.map_sheet import write_map_picture
    from gisapp.printing.paper import paper_ready

    paper_ready()
    out = outdir / "全县.png"
    with county_file.reading(county) as connection:
        write_map_picture(out, county_map(connection, theme="households"), width_px=1920, height_px=1080)
    did("map", tr("1. 全县图：{path}", path=out), file=str(out))


def _grid_card(county: Path, outdir: Path, did: Did) -> None:
    from gisapp.printing.card import print_grid_card

    out = outdir / "网格卡片.pdf"
    with county_file.reading(county) as connection:
        figures = grids.figures(connection, "hazard_homes")
        grid = max(figures, key=lambda one: figures[one])
        card = describe_grid(connection, grid)
        print_grid_card(connection, grid, out)
    counts = asdict(card.counts)
    officer = card.officer.name if card.officer else "—"
    place = tr("2. {town}{grid}，网格员 {officer}：{path}", town=card.town, grid=card.name, officer=officer, path=out)
    people = tr("   {households} 户 {residents} 人，老人 {elderly}，儿童 {children}，险区内住房 {houses_in_hazard} 处", **_only(counts))
    text = f"{place}\n{people}"
    did("grid", text, code=card.code, file=str(out), **counts)


def _only(counts: dict[str, int]) -> dict[str, int]:
    return {name: counts[name] for name in ("households", "residents", "elderly", "children", "houses_in_hazard")}


def _slots(county: Path, did: Did) -> None:
    """Count the gaps, fill one in bulk, see it, take it back."""
    with county_file.writing(county) as db:
        before = report_slots(db.conn)
        missing = [family for family, empty in before.incomplete if SLOT in empty]
        contact = contacts.choices(db.conn, SLOT.role, limit=1)[0]
        plan, _ = assign_contact(db, missing, SLOT, contact.id, who=who())
        after = report_slots(db.conn)
        undo(db, who=who())
        again = report_slots(db.conn)
    text = tr(
        "3. 搬迁户 {families} 户，六岗齐全 {before} 户；给 {assigned} 户补上{slot}后 {after} 户；撤销后 {again} 户。",
        families=before.families,
        before=before.complete,
        assigned=len(plan.accepted),
        slot=SLOT.caption,
        after=after.complete,
        again=again.complete,
    )
    did("slots", text, families=before.families, complete=before.complete, assigned=len(plan.accepted), after=after.complete)


def _flood(county: Path, outdir: Path, did: Did) -> None:
    from gisapp.export.call_list import call_list_sheet
    from gisapp.printing.call_list import print_call_list

    book, sheet = outdir / "电话名单.xlsx", outdir / "电话名单.pdf"
    with county_file.writing(county) as db:
        floods = [area.name for area in hazards.all_areas(db.conn) if area.kind.value == "flood"]
        run = ask_affected(db, list(dict.fromkeys(floods)), who=who()).run
        call_list_sheet(db.conn, run, book)
        print_call_list(db.conn, run, sheet)
    total = asdict(run.totals.total)
    text = tr("4. {question}\n   房屋 {houses} 处，{households} 户，{residents} 人：{book}、{sheet}",
              question=run.question.sentence, book=book, sheet=sheet, **total)  # fmt: skip
    did("flood", text, files=[str(book), str(sheet)], **total)


def _web_map(county: Path, outdir: Path, did: Did) -> None:
    from gisapp.printing.web_map import web_map

    out = outdir / "网页地图.html"
    with county_file.reading(county) as connection:
        size = web_map(connection, out)
    did("webmap", tr("5. 网页地图（不用联网）：{path}，{size} 字节", path=out, size=size), file=str(out), bytes=size)
