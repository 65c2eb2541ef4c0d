"""What the cells of a ledger of damaged houses say: words of many offices as states, grades and ways, and the days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from gisapp.domain.damage import MOST_CHARACTERS, DamageGrade, DamageState, RebuildWay
from gisapp.domain.written import read_day, tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import RowRefused

_GRADES = (
    (DamageGrade.COLLAPSED, ("倒塌", "倒塌房屋", "倒房", "全倒", "全部倒塌", "垮塌", "损毁")),
    (DamageGrade.SERIOUS, ("严重受损", "严重", "严重损坏", "严损", "重度", "重度受损")),
    (DamageGrade.MODERATE, ("一般受损", "一般", "一般损坏", "一般损", "轻度", "轻微", "轻微受损", "中度")),
    (DamageGrade.NONE, ("未受损", "无", "完好", "没有受损", "无损坏", "无损")),
)
_STATES = (
    (DamageState.REPORTED, ("已上报", "上报", "待核实", "未核实", "核实中")),
    (DamageState.VERIFIED, ("已核实", "核实", "属实", "已认定", "认定", "已鉴定")),
    (DamageState.DISPUTED, ("有异议", "异议", "不属实", "有争议")),
)
_WAYS = (
    (RebuildWay.REPAIR, ("维修加固", "维修", "加固", "修缮", "修复", "除险加固")),
    (RebuildWay.REBUILD, ("重建", "原址重建", "新建", "异地重建", "新址重建", "自建")),
    (RebuildWay.RESETTLE, ("安置", "集中安置", "搬迁安置", "异地安置", "购房安置", "避险搬迁")),
)
Word = TypeVar("Word", DamageGrade, DamageState, RebuildWay)
DAYS = ("reported_on", "planned_on", "begun_on", "finished_on", "stay_from")


@dataclass(frozen=True, slots=True)
class GivenDamage:
    """A row as it was understood; None and "" where it says nothing."""

    number: str
    event: str
    grade: DamageGrade
    state: DamageState | None
    way: RebuildWay | None
    note: str
    reported_on: str
    planned_on: str
    begun_on: str
    finished_on: str
    stay_from: str
    contact: str
    contact_phone: str
    stay: str


def given_damage(texts: Mapping[str, str], *, is_1904: bool) -> GivenDamage:
    """The row's cells; raises RowRefused for a word nobody knows, a day that does not exist, or no grade."""
    grade = _word(_GRADES, texts, "grade")
    if grade is None:
        raise RowRefused(tr("没有写受损程度"), field_key="grade")
    note = tidy(texts.get("note", ""))
    if len(note) > MOST_CHARACTERS:
        raise RowRefused(tr("说明太长"), field_key="note", value=note[:40])
    days = {key: _day(texts, key, is_1904=is_1904) for key in DAYS}
    number, event = tidy(texts.get("number", "")), tidy(texts.get("event", ""))
    people = {key: tidy(texts.get(key, "")) for key in ("contact", "contact_phone", "stay")}
    return GivenDamage(number, event, grade, _word(_STATES, texts, "state"), _word(_WAYS, texts, "way"), note, **days, **people)


def _word(known: tuple[tuple[Word, tuple[str, ...]], ...], texts: Mapping[str, str], key: str) -> Word | None:
    text = tidy(texts.get(key, "")).replace(" ", "").lower()
    if not text:
        return None
    for word, names in known:
        if text in names or text in (word.value, word.caption.lower()):
            return word
    choices = tr("、").join(word.caption for word, _names in known)
    raise RowRefused(tr("看不懂，可填：{choices}", choices=choices), field_key=key, value=texts[key])


def _day(texts: Mapping[str, str], key: str, *, is_1904: bool) -> str:
    text = texts.get(key, "")
    if not text:
        return ""
    found = read_day(text, is_1904=is_1904)
    if found is None:
        raise RowRefused(tr("看不懂日期，或没有这一天"), field_key=key, value=text)
    return found.text
