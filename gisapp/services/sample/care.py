"""What both lines of the made-up county wrote down about families, and when somebody last asked where people sleep."""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.care import CareDays, CareKind
from gisapp.domain.lines import Line
from gisapp.services.sample.county import County
from gisapp.services.sample.rows import Days, ids, iso, uids
from gisapp.storage.county import bulk

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

CARE, CHECKS = 27, 28
VISIT, CALL, NEED, ALARM = range(4)
SHARES = (0.22, 0.14, 0.045, 0.018)
LEAST = (12, 8, 8, 6)
SPAN_DAYS = (180, 180, 160, 60)
CLOSED_SHARE, FAR_SHARE = 0.72, 0.45
FAR_DAYS = 240
NOT_AT_HOME, SWEPT_LATELY = 0.08, 0.7
NEVER = np.datetime64("NaT", "D")

WORDS: tuple[tuple[str, ...], ...] = (
    (
        "入户走访，家中一切正常。", "走访，老人身体尚可，叮嘱雨天少回老房。", "走访，核对家庭成员和住处。",
        "走访，查看用电用气，提醒清理楼道杂物。", "回访就业情况，在社区工厂上班。", "走访，送去医保缴费通知。",
    ),
    (
        "电话问候，家人平安。", "电话核对外出人员返乡时间。", "电话提醒近日有雨，不要回老房过夜。",
        "电话通知领取物资。", "电话了解孩子上学情况。",
    ),
    (
        "想在附近找一份零工。", "家中老人需要办理慢病卡。", "孩子转学手续还缺证明。", "想参加技能培训。",
        "卫生间漏水，需要维修。", "老房旧址的林地需要确权。", "申请公益性岗位。", "行动不便，需要送餐。",
    ),
    (
        "老人独自回原住房过夜，后山有裂缝。", "连日下雨，原住房屋后有落石。", "原住房附近河水上涨，仍有人居住。",
        "家中唯一劳力受伤，收入中断。", "发现屋后排水沟堵塞。", "两天联系不上，住处不明。",
    ),
)  # fmt: skip
OUTCOMES: tuple[tuple[str, ...], ...] = (
    ("已帮助联系，问题解决。", "已办好手续。", "已转镇上办理，本人满意。", "已安排维修。"),
    ("已劝返安置点居住。", "已现场查看，暂无危险，继续观察。", "已联系上，人在亲戚家。", "已清理排水沟。"),
)


def write_care(connection: sqlite3.Connection, county: County) -> None:
    """Entries of the last half year; some needs and alarms are open, of these some overdue."""
    today = np.datetime64(county.day, "D")
    rng = np.random.default_rng((county.seed, CARE))
    kind, family, on_date = _what_when_for_whom(rng, county, today)
    count, days = len(kind), CareDays()
    line = np.where(rng.random(count) < 0.55, 1, 0)
    waits = kind >= NEED
    given = np.where(kind == ALARM, days.alarm, days.need)
    closed = waits & (rng.random(count) < CLOSED_SHARE)
    taken = np.minimum(rng.integers(0, 2 * given + 1), (today - on_date).astype(int))
    is_far = waits & ~closed & (rng.random(count) < FAR_SHARE)
    far = today + rng.integers(1, FAR_DAYS, count).astype("timedelta64[D]")
    due = np.where(is_far, far, on_date + given.astype("timedelta64[D]"))
    closed_on = np.where(closed, on_date + taken.astype("timedelta64[D]"), NEVER)
    who = _writers(county, family, line)
    lines, kinds = tuple(Line), tuple(CareKind)
    bulk.fill(connection, "care_entry", {
        "id": ids(count), "uid": uids(county.seed, CARE, count),
        "household_id": family + 1 + county.scale.households - county.scale.relocated,
        "line": [lines[one].value for one in line.tolist()], "kind": [kinds[one].value for one in kind.tolist()],
        "duty": _duties(rng, kind), "on_date": iso(on_date), "text": _picked(rng, WORDS, kind), "who": who,
        "due_on": iso(np.where(waits, due, NEVER)), "closed_on": iso(closed_on),
        "closed_by": [name if is_closed else None for name, is_closed in zip(who, closed.tolist(), strict=True)],
        "outcome": [text if is_closed else None for text, is_closed in
                    zip(_picked(rng, OUTCOMES, np.maximum(kind - NEED, 0)), closed.tolist(), strict=True)],
    })  # fmt: skip


def checked_on(county: County) -> Days:
    """(residents) the day somebody last asked; NaT for families that never moved and where the day they began to sleep there says it.

    People of one building were asked on one round: most lately, some long ago; whoever was not at home was left out.
    """
    rng = np.random.default_rng((county.seed, CHECKS))
    homes, count, settled = county.homes, county.scale.households, county.scale.households - county.scale.relocated
    flat = homes.flat[homes.house[settled:]]
    building = np.where(flat >= 0, county.flats.building[flat], -1)
    rounds = int(county.flats.building.max()) + 2
    ago = np.where(rng.random(rounds) < SWEPT_LATELY, rng.integers(1, 28, rounds), rng.integers(35, 150, rounds))
    days = np.full(count, NEVER)
    days[settled:] = np.where(
        rng.random(count - settled) < NOT_AT_HOME, NEVER, np.datetime64(county.day, "D") - ago[building].astype("timedelta64[D]")
    )
    found, since = days[county.members.family], county.register.sleeping_since
    return np.where(found > since, found, NEVER)


def _what_when_for_whom(rng: np.random.Generator, county: County, today: np.datetime64) -> tuple[Ints, Ints, Days]:
    """(kind, family among the relocated, day), the earliest first."""
    relocated = county.scale.relocated
    counts = [max(round(relocated * share), least) for share, least in zip(SHARES, LEAST, strict=True)]
    kind = np.repeat(np.arange(4), counts)
    on_date = today - np.floor(rng.random(len(kind)) * np.array(SPAN_DAYS)[kind]).astype("timedelta64[D]")
    family = rng.integers(0, relocated, len(kind))
    order = np.lexsort((kind, on_date))
    return kind[order], family[order], on_date[order]


def _writers(county: County, family: Ints, line: Ints) -> list[str]:
    """Whoever cares for the family on that line; the duty desk where the slot is empty."""
    slots, names = county.slots, county.contacts.names
    now = np.isnat(slots.to_date)
    held = zip(slots.family[now].tolist(), slots.line[now].tolist(), slots.contact[now].tolist(), strict=True)
    holder = {(one, side): str(names[contact]) for one, side, contact in held}
    return [holder.get(key, "值班员") for key in zip(family.tolist(), line.tolist(), strict=True)]


def _duties(rng: np.random.Generator, kind: Ints) -> list[str | None]:
    """An alarm is mostly of screening, now and then of assistance; a need asks for assistance."""
    is_screening = (kind == ALARM) & (rng.random(len(kind)) < 0.8)
    return [
        None if one < NEED else ("screening" if first else "assistance")
        for one, first in zip(kind.tolist(), is_screening.tolist(), strict=True)
    ]


def _picked(rng: np.random.Generator, words: tuple[tuple[str, ...], ...], which: Ints) -> list[str]:
    """One of the sentences of each row's group."""
    share = rng.random(len(which)).tolist()
    return [words[group][int(part * len(words[group]))] for group, part in zip(which.tolist(), share, strict=True)]
