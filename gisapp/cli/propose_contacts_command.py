"""gisapp propose-contacts: fill every missing slot and balance loads, moving the fewest families."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.paper import refuse_ending
from gisapp.cli.who import who
from gisapp.domain.caseload import limits_from_texts, role_from_text
from gisapp.domain.change import Change
from gisapp.domain.contact_plan import Acceptance, Aim, ContactPlan, SlotMove
from gisapp.domain.lines import Role
from gisapp.language import tr
from gisapp.services.contacts.accept_contacts import accept_contacts
from gisapp.services.contacts.propose_contacts import USUAL_ROLES, propose_contacts
from gisapp.services.families.choose_families import choose_families
from gisapp.storage.county import county_file


@click.command("propose-contacts")
@arguments.county_file
@click.option("--unit", "unit_text", help="只看一个单位（代码或名称），或条件，如 site=紫云南郡。")
@click.option("--roles", "role_texts", help="哪些角色，用逗号分开；默认 sponsor_cadre,unit_cadre。")
@click.option("--limit", "limit_texts", multiple=True, help="换一个上限试算，如 sponsor_cadre=20；可以写几次。")
@click.option("--balance", is_flag=True, help="还要让同一单位的人负担接近。")
@click.option("--right-unit", is_flag=True, help="还要把外单位联系人负责的户改给本单位。")
@click.option("--grid-by-hand", is_flag=True, help="可以改动跟随网格的网格员岗位。")
@click.option("--accept", is_flag=True, help="照提议写入，可以一次撤销。")
@click.option("--reason", help="原因，记入历史。")
@click.option("--out", type=arguments.PATH, help="另存为 .xlsx。")
def command(
    file: Path,
    unit_text: str | None,
    role_texts: str | None,
    limit_texts: tuple[str, ...],
    balance: bool,
    right_unit: bool,
    grid_by_hand: bool,
    accept: bool,
    reason: str | None,
    out: Path | None,
) -> None:
    """提议补齐缺岗、减轻超上限的负担，调整的户最少；--accept 写入。"""
    limits, roles = limits_from_texts(limit_texts), _roles(role_texts)
    aims = [aim for aim, is_wanted in zip(Aim, (balance, right_unit, grid_by_hand), strict=True) if is_wanted]
    if out is not None:
        refuse_ending(out, ".xlsx")
    with county_file.reading(file) as connection, progress_bar(tr("计算")) as progress:
        families = choose_families(connection, unit_text) if unit_text is not None else None
        plan = propose_contacts(connection, families, roles=roles, limits=limits, aims=aims, progress=progress)
        if out is not None:
            from gisapp.export.caseload_tables import write_plan

            write_plan(connection, out, plan)
    done, change = _accepted(file, plan, limits, reason) if accept else (None, None)
    data = _data(plan) | {"entry": change.entry if change else None}
    if done is not None:
        refused = [_move(one.move) | {"reason": one.reason} for one in done.refused]
        data |= {"made": len(done.made), "refused": refused}
    data |= {"file": str(out)} if out is not None else {}
    answer(data, "\n".join(_lines(plan) + ([change.label] if change else [])))


def _roles(text: str | None) -> tuple[Role, ...]:
    if text is None:
        return USUAL_ROLES
    return tuple(dict.fromkeys(role_from_text(part) for part in text.replace("，", ",").replace(" ", ",").split(",") if part))


def _accepted(file: Path, plan: ContactPlan, limits: dict[Role, int], reason: str | None) -> tuple[Acceptance, Change | None]:
    with county_file.writing(file) as db:
        return accept_contacts(db, plan.moves, who=who(), why=reason, limits=limits)


def _data(plan: ContactPlan) -> dict[str, Any]:
    loads = [
        {
            "id": int(one.contact),
            "name": one.name,
            "role": one.role.value,
            "unit": one.unit,
            "limit": one.limit,
            "before": one.before,
            "after": one.after,
        }
        for one in plan.loads
    ]
    return {
        "moves": [_move(move) for move in plan.moves],
        "filled": plan.filled,
        "unfilled": [{"household": int(one.household), "slot": one.slot.code, "reason": one.reason} for one in plan.unfilled],
        "before": {str(one["id"]): one["before"] for one in loads},
        "after": {str(one["id"]): one["after"] for one in loads},
        "loads": loads,
        "over": [int(one.contact) for one in plan.over_after],
        "over_before": [int(one.contact) for one in plan.over_before],
        "sentences": list(plan.sentences),
        "seconds": round(plan.seconds, 3),
    }


def _move(move: SlotMove) -> dict[str, Any]:
    return {
        "household": int(move.household), "slot": move.slot.code, "from": int(move.before) if move.before is not None else None,
        "to": int(move.after), "why": move.why.value, "both_lines": move.both_lines,
    }  # fmt: skip


def _lines(plan: ContactPlan) -> list[str]:
    counts = {
        "filled": f"{plan.filled:,}",
        "moved": f"{len(plan.moves) - plan.filled:,}",
        "unfilled": f"{len(plan.unfilled):,}",
        "before": f"{len(plan.over_before):,}",
        "after": f"{len(plan.over_after):,}",
    }
    told = tr("提议补齐 {filled} 个岗位，调整 {moved} 个岗位；补不上 {unfilled} 个。超上限的人由 {before} 名减为 {after} 名。", **counts)
    return [told, *plan.sentences]
