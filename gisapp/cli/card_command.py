"""gisapp card: what the window's card says of a grid, another unit or a family."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.domain.cards import HomeLine, HouseholdCard, SlotLine, Unit
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.services.families.describe_household import describe_household
from gisapp.services.places.describe_grid import describe_grid, describe_unit
from gisapp.storage.county import county_file
from gisapp.storage.families import households

Card = tuple[dict[str, Any], list[str]]


@click.command("card")
@arguments.county_file
@click.argument("what")
@click.option("--out", type=click.Path(path_type=Path), help="网格卡片印成 .pdf。")
def command(file: Path, what: str, out: Path | None) -> None:
    """网格、单位或一户（户编号）的卡片。"""
    with county_file.reading(file) as connection:
        family = households.by_code(connection, [what]).get(what)
        unit = None if family is not None else find_unit(connection, what)
        data, lines = _family(connection, family) if family is not None else _place(connection, unit)
        if out is not None:
            _print(connection, unit, out)
            lines.append(tr("卡片已保存：{path}", path=out))
    answer(data, "\n".join(lines))


def _place(connection: sqlite3.Connection, unit: Unit | None) -> Card:
    assert unit is not None
    counts = asdict(describe_unit(connection, unit))
    officer = describe_grid(connection, unit.id).officer if unit.kind == "grid" else None
    lines = [
        f"{unit.name} {unit.code}".strip(),
        tr(
            "{households:,} 户，{residents:,} 人；65岁及以上 {elderly:,} 人，6岁以下 {children:,} 人，残疾 {disabled:,} 人。",
            **_people(counts),
        ),
        tr("房屋 {houses:,} 处，其中险区内 {houses_in_hazard:,} 处。", **_houses(counts)),
        tr("搬迁户 {relocated:,} 户，其中缺岗 {missing_slots:,} 户。", **_relocated(counts)),
    ]
    if officer is not None:
        lines.insert(1, tr("网格员：{name} {phone}", name=officer.name, phone=officer.phone_masked))
    return {"kind": unit.kind, "code": unit.code, "name": unit.name, "officer": asdict(officer) if officer else None, **counts}, lines


def _people(counts: dict[str, int]) -> dict[str, int]:
    return {key: counts[key] for key in ("households", "residents", "elderly", "children", "disabled")}


def _houses(counts: dict[str, int]) -> dict[str, int]:
    return {key: counts[key] for key in ("houses", "houses_in_hazard")}


def _relocated(counts: dict[str, int]) -> dict[str, int]:
    return {key: counts[key] for key in ("relocated", "missing_slots")}


def _family(connection: sqlite3.Connection, household_id: int) -> Card:
    card = describe_household(connection, household_id)
    people = [f"  {one.name} {one.relation} {one.age} {''.join(one.marks)} {one.sleeping}".rstrip() for one in card.residents]
    heading = tr("{head} {phone}（{code}）", head=card.head, phone=card.phone_masked, code=card.code)
    return _family_data(card), [
        heading,
        *(_home_line(home) for home in card.homes),
        *(_past_line(home) for home in card.past_homes),
        *people,
        *(_slot_line(line) for line in card.slots),
        card.next_step,
    ]


def _home_line(home: HomeLine) -> str:
    words = {"role": home.role.caption, "state": home.state.caption, "number": home.number, "day": home.from_date}
    return tr("  {role}（{state}）：{number}，自 {day}", **words)


def _past_line(home: HomeLine) -> str:
    words = {"begin": home.from_date, "end": home.to_date, "role": home.role.caption, "state": home.state.caption, "number": home.number}
    return tr("  以前 {begin} 至 {end}，{role}（{state}）：{number}", **words)


def _slot_line(line: SlotLine) -> str:
    duties = [tr("主责{duty}", duty=duty.caption) for duty in line.leads] + [tr("配合{duty}", duty=duty.caption) for duty in line.assists]
    holder = f"{line.contact.name} {line.contact.phone_masked}" if line.contact else tr("缺岗")
    return f"  {line.slot.caption}  {holder}  {' '.join(duties)}".rstrip()


def _family_data(card: HouseholdCard) -> dict[str, Any]:
    slots = [
        {
            "slot": line.slot.code,
            "contact": asdict(line.contact) if line.contact else None,
            "since": line.since,
            "follows_grid": line.follows_grid,
            "leads": list(line.leads),
            "assists": list(line.assists),
        }
        for line in card.slots
    ]
    return {"kind": "household", **asdict(card), "slots": slots}


def _print(connection: sqlite3.Connection, unit: Unit | None, out: Path) -> None:
    if unit is None or unit.kind != "grid" or out.suffix.lower() != ".pdf":
        raise BadRequest(tr("只有网格的卡片可以印成 .pdf：{path}", path=out), tr("请写网格的代码或名称，和以 .pdf 结尾的文件名。"))
    from gisapp.printing.card import print_grid_card
    from gisapp.printing.paper import paper_ready

    paper_ready()
    print_grid_card(connection, unit.id, out)
