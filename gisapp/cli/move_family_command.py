"""gisapp move-family: a family to another house or flat, back to its own home, or away."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.family_options import run, when
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import FamilyPlan
from gisapp.services.families.find_family import find_family
from gisapp.services.families.move_family import plan_away, plan_move, plan_return
from gisapp.services.places.find_house import find_house


@click.command("move-family")
@arguments.county_file
@click.argument("family")
@click.option("--to", "house", help="搬到哪里：门牌或房屋编号。")
@click.option("--back", "is_back", is_flag=True, help="返回原住房居住。")
@click.option("--away", "where", help="全家外出到哪里。")
@when
def command(
    file: Path, family: str, house: str | None, is_back: bool, where: str | None, date_text: str | None, reason: str | None, is_dry: bool
) -> None:
    """一户搬家：换房、回原住房、全家外出；从村里搬进安置点成为搬迁户。"""
    if (house is not None) + is_back + (where is not None) != 1:
        raise BadRequest(tr("请写 --to、--back 或 --away，三选一。"), tr("例如：--to 紫云南郡3号楼2单元501。"))
    day = arguments.day_from_text(date_text)

    def make(connection: sqlite3.Connection) -> FamilyPlan:
        household = find_family(connection, family)
        if house is not None:
            return plan_move(connection, household, find_house(connection, house), day=day)
        return plan_return(connection, household, day=day) if where is None else plan_away(connection, household, where, day=day)

    run(file, make, reason=reason, is_dry=is_dry)
