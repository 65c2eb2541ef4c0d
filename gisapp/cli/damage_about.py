"""What belongs to damages in `gisapp damage`: events, stages, where families live meanwhile, photos, homes, lists on paper."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.care_command import family_of
from gisapp.cli.who import who
from gisapp.domain.damage import RebuildWay
from gisapp.domain.damage_photo import PhotoLimits
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.attach_photos import AttachedPhotos, attach_photos, look_at_photos, picture_of, remove_photo
from gisapp.services.damage.carry_damage import CarryStep, carry_damage, plan_carry
from gisapp.services.damage.damage_event import add_event, change_event, find_event, list_events
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.note_stay import end_stay, note_stay
from gisapp.services.damage.photo_limits import photo_limits, set_photo_limits
from gisapp.services.damage.rebuild_stages import is_preset, rebuild_stages, set_stages
from gisapp.services.damage.resettle_family import plan_resettle, resettle_family
from gisapp.services.places.find_house import find_house
from gisapp.storage.county import county_file

NUMBER = click.IntRange(1, 2**31)


@click.command("event")
@click.argument("name", required=False)
@click.option("--from", "first_text", help="第一天。")
@click.option("--to", "last_text", help="最后一天；不写就是还没有结束。")
@click.option("--run", type=NUMBER, help="属于哪次研判（编号）。")
@click.option("--change", "known", help="更改这个灾次（名称或编号），而不是登记新的。")
def event(name: str | None, first_text: str | None, last_text: str | None, run: int | None, known: str | None) -> None:
    """列出灾次；写了名称和第一天就登记一个。"""
    first, last = arguments.day_from_text(first_text), arguments.day_from_text(last_text)
    entry = None
    if name is not None:
        if first is None:
            raise BadRequest(tr("没有写灾次的第一天。"), tr("例如：--from 2021-08-28 --to 2021-08-30。"))
        with county_file.writing(arguments.kept_file()) as db:
            if known is None:
                entry = add_event(db, name, from_date=first, to_date=last, run=run, who=who())[1].entry
            else:
                wanted = find_event(db.conn, known).id
                entry = change_event(db, wanted, name=name, from_date=first, to_date=last, run=run, who=who()).entry
    with county_file.reading(arguments.kept_file()) as connection:
        found = list_events(connection)
    data = [{"id": one.id, "name": one.name, "from": one.from_date, "to": one.to_date, "run": one.run} for one in found]
    lines = [tr("  {id}  {event}", id=one.id, event=one.caption) for one in found] or [tr("还没有灾次。")]
    answer({"events": data, "entry": entry}, "\n".join(lines))


@click.command("stages")
@click.option("--way", type=click.Choice([one.value for one in RebuildWay]), help="改哪一种方式的阶段。")
@click.option("--set", "names", help="阶段的名称，按先后用逗号分开；最后一个完成即完工。")
def stages(way: str | None, names: str | None) -> None:
    """查看或修改各种方式的阶段；预设由程序给出，不是规定。"""
    entry = None
    if way is not None and names is not None:
        with county_file.writing(arguments.kept_file()) as db:
            entry = set_stages(db, RebuildWay(way), names.replace("，", ",").split(","), who=who()).entry
    elif way is not None or names is not None:
        raise BadRequest(tr("--way 和 --set 要一起写。"), tr("例如：--way rebuild --set 选址,施工,验收,入住。"))
    with county_file.reading(arguments.kept_file()) as connection:
        found = rebuild_stages(connection)
        preset = {one: is_preset(connection, one) for one in RebuildWay}
    data = {one.value: {"stages": list(found[one]), "is_preset": preset[one]} for one in RebuildWay}
    lines = []
    for one in RebuildWay:
        values = {"way": one.caption, "stages": tr("、").join(found[one])}
        lines.append(tr("  {way}：{stages}（预设，不是规定）", **values) if preset[one] else tr("  {way}：{stages}", **values))
    answer({"stages": data, "entry": entry}, "\n".join(lines))


@click.command("stay")
@click.argument("number", type=NUMBER, metavar="ID")
@click.option("--family", required=True, help="户编号。")
@click.option("--address", help="过渡住址。")
@click.option("--end", "is_ended", is_flag=True, help="已经离开过渡住址。")
@click.option("--date", "day_text", help="从哪一天起，默认今天。")
def stay(number: int, family: str, address: str | None, is_ended: bool, day_text: str | None) -> None:
    """登记一户在恢复完成以前住在哪里。"""
    day = arguments.day_from_text(day_text)
    if (address is None) != is_ended:
        raise BadRequest(tr("请写 --address 或 --end 中的一个。"), tr("例如：--address 镇中心小学。"))
    with county_file.writing(arguments.kept_file()) as db:
        household = family_of(db.conn, family)
        if address is not None:
            change = note_stay(db, number, household, address, who=who(), from_date=day)
        else:
            change = end_stay(db, number, household, who=who(), on_date=day)
    answer({"id": number, "entry": change.entry}, change.label)


@click.command("photo")
@click.argument("number", type=NUMBER, metavar="ID")
@click.argument("photos", type=arguments.PATH, nargs=-1)
@click.option("--remove", "removed", type=NUMBER, help="删除这一张（照片编号）。")
@click.option("--save", "saved", type=NUMBER, help="把这一张（照片编号）存成 --out 的文件。")
@click.option("--out", type=arguments.PATH, help="存到哪里（.jpg）。")
@click.option("--dry-run", is_flag=True, help="只核对地点和时间，不写入。")
def photo(number: int, photos: tuple[Path, ...], removed: int | None, saved: int | None, out: Path | None, dry_run: bool) -> None:
    """添加照片：核对拍摄地点和时间，缩小后存在县文件里；也可删除或取出一张。"""
    if removed is not None:
        with county_file.writing(arguments.kept_file()) as db:
            change = remove_photo(db, number, removed, who=who())
        answer({"id": number, "entry": change.entry}, change.label)
        return
    if saved is not None:
        _save(number, saved, out)
        return
    if not photos:
        raise BadRequest(tr("没有写要添加哪些照片。"), tr("例如：gisapp damage FILE photo 12 东墙.jpg。"))
    if dry_run:
        with county_file.reading(arguments.kept_file()) as connection:
            done = AttachedPhotos(None, (), look_at_photos(connection, number, photos))
    else:
        with county_file.writing(arguments.kept_file()) as db:
            done = attach_photos(db, number, look_at_photos(db.conn, number, photos), who=who())
    answer(_photos_data(done), "\n".join(_photos_text(done)))


def _save(number: int, saved: int, out: Path | None) -> None:
    if out is None or out.suffix.lower() not in (".jpg", ".jpeg"):
        raise BadRequest(tr("没有写照片存到哪里，或不是 .jpg。"), tr("例如：--out 东墙.jpg。"))
    from gisapp.export.replaced_file import replacing

    with county_file.reading(arguments.kept_file()) as connection:
        content = picture_of(connection, number, saved)
    with replacing(out) as part:
        part.write_bytes(content)
    answer({"file": str(out), "bytes": len(content)}, tr("已保存：{path}", path=out))


def _photos_data(done: AttachedPhotos) -> dict[str, object]:
    looked = [
        {
            "name": one.name,
            "taken_at": one.photo.taken_at if one.photo else None,
            "distance_m": None if one.distance_m is None else round(one.distance_m),
            "notices": list(one.notices),
            "refused": one.refusal or None,
        }
        for one in done.looked
    ]
    return {"added": list(done.added), "photos": looked, "entry": done.change.entry if done.change else None}


def _photos_text(done: AttachedPhotos) -> list[str]:
    lines = [done.change.label if done.change else tr("没有写入任何内容。")]
    for one in done.looked:
        lines.append(tr("  {name}：{told}", name=one.name, told=one.refusal or tr("；").join(one.notices) or tr("地点和时间相符")))
    return lines


@click.command("limits")
@click.option("--distance", type=click.IntRange(0, 100_000), help="照片离房屋超过多少米就提醒。")
@click.option("--days", type=click.IntRange(0, 3_650), help="灾次结束后超过多少天拍的就提醒。")
def limits(distance: int | None, days: int | None) -> None:
    """查看或修改照片核对的距离和天数。"""
    entry = None
    if distance is not None or days is not None:
        with county_file.writing(arguments.kept_file()) as db:
            now = photo_limits(db.conn)
            wanted = PhotoLimits(now.distance_m if distance is None else distance, now.days_after if days is None else days)
            entry = set_photo_limits(db, wanted, who=who()).entry
    with county_file.reading(arguments.kept_file()) as connection:
        found = photo_limits(connection)
    data = {"distance_m": found.distance_m, "days_after": found.days_after}
    answer({**data, "entry": entry}, tr("照片离房屋超过 {distance_m:,} 米、灾次结束后超过 {days_after:,} 天拍的会提醒。", **data))


@click.command("home")
@click.argument("number", type=NUMBER, metavar="ID")
@click.option(
    "--step", type=click.Choice([one.value for one in CarryStep]), required=True, help="lost 灾毁、demolished 已拆除、back 恢复使用。"
)
@click.option("--date", "day_text", help="哪一天，默认今天。")
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写入。")
def home(number: int, step: str, day_text: str | None, dry_run: bool) -> None:
    """把受损结果带到这处房屋各户的住房状态：灾毁、已拆除、恢复使用。"""
    day = arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        plan = plan_carry(db.conn, number, CarryStep(step), day=day)
        entry = None if dry_run else carry_damage(db, plan, who=who()).entry
    data = {"id": number, "step": step, "families": [one.code for one in plan.families.before] if plan.families else []}
    lines = [plan.label, *(f"  {line}" for line in plan.lines), *([tr("这是试算，没有写入。")] if dry_run else [])]
    answer({**data, "lines": list(plan.lines), "entry": entry}, "\n".join(lines))


@click.command("resettle")
@click.argument("number", type=NUMBER, metavar="ID")
@click.option("--to", "house_text", required=True, help="新住房的门牌或房屋编号。")
@click.option("--family", "family_text", help="户编号；这处房屋只有一户时可以不写。")
@click.option("--date", "day_text", help="哪一天搬，默认今天。")
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写入。")
def resettle(number: int, house_text: str, family_text: str | None, day_text: str | None, dry_run: bool) -> None:
    """要安置的户搬到新住房：搬家和安置的阶段一起登记。"""
    day = arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        family = _family_to_move(db.conn, number, family_text)
        plan = plan_resettle(db.conn, number, family, find_house(db.conn, house_text), day=day)
        entry = None if dry_run else resettle_family(db, plan, who=who()).entry
    lines = [plan.label, *(f"  {line}" for line in plan.lines), *([tr("这是试算，没有写入。")] if dry_run else [])]
    data = {"id": number, "family": plan.families.before[0].code, "left": plan.left, "lines": list(plan.lines), "entry": entry}
    answer(data, "\n".join(lines))


def _family_to_move(connection: sqlite3.Connection, number: int, text: str | None) -> int:
    if text is not None:
        return family_of(connection, text)
    found = damage_case(connection, number).damage.families
    if len(found) != 1:
        raise BadRequest(tr("这处房屋有 {count} 户。", count=len(found)), tr("请用 --family 写明是哪一户。"))
    return int(found[0])


STEPS = (event, stages, stay, photo, limits, home, resettle)
