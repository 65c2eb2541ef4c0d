"""Write down what became of one family or of many: one transaction, entries are only ever added."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import new_uids
from gisapp.domain.roll_call import MOST_CHARACTERS, Answer, MovedTo, PlaceKind, utc_text, what_in_words
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.roll_call.find_roll_call import opened_for, run_called
from gisapp.storage.care import care
from gisapp.storage.county import history
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.roll_call.roll_calls import NewEntry

if TYPE_CHECKING:
    from sqlite_utils import Database


def record_roll_call(db: Database, run_id: int, answers: Sequence[Answer], *, who: str, now: datetime | None = None) -> Change:
    """Add an entry for each answer to the roll call of a run, which is opened if none goes on that night.

    The entries are dated now, or just after the newest one of these families where another desk's clock is ahead: what is
    written last counts. Raises BadRequest for no answer, a run that is not there, a family that is not on its list or
    answered twice, a place of a family that is still there, a safe site that is not there, and for too many words.
    """
    run = run_called(db.conn, run_id)
    _refuse_strangers(db.conn, run.id, answers)
    names = roll_calls.sites(db.conn)
    tidied = [_tidied(one, names) for one in answers]
    label = _label(db.conn, tidied)
    with history.recorded(db, label=label, who=who, kinds=(Kind.ROLL_CALL,)) as entry:
        moment = now or datetime.now().astimezone()
        roll_call = opened_for(db.conn, run.id, who=who, at=utc_text(moment))
        at = _after_all(db.conn, roll_call, [one.household for one in tidied], moment)
        rows = zip(new_uids(len(tidied)), tidied, strict=True)
        roll_calls.add(db.conn, roll_call, (NewEntry(uid, one.household, one.state, one.moved_to, at, who, one.note) for uid, one in rows))
    return Change(label, (Kind.ROLL_CALL,), ids_or_too_many([one.household for one in tidied]), entry)


def words_within_reason(text: str) -> str:
    """Text on one line; raises BadRequest for far too much of it."""
    words = tidy(text)
    if len(words) > MOST_CHARACTERS:
        raise BadRequest(tr("内容太长：{count} 个字。", count=f"{len(words):,}"), tr("最多 {most:,} 个字。", most=MOST_CHARACTERS))
    return words


def _refuse_strangers(connection: sqlite3.Connection, run_id: int, answers: Sequence[Answer]) -> None:
    wanted = [one.household for one in answers]
    if not wanted:
        raise BadRequest(tr("没有选中要点名的户。"), tr("请先在点名表里选中一户或几户。"))
    strangers = set(wanted) - set(roll_calls.on_list(connection, run_id, wanted))
    if strangers:
        raise BadRequest(
            tr("有 {count} 户不在研判第 {run} 号的名单上。", count=f"{len(strangers):,}", run=run_id),
            tr("请从这次研判的点名表里选，或换一次研判。"),
        )
    if len(set(wanted)) < len(wanted):
        raise BadRequest(tr("同一户写了两次。"), tr("一次只能给一户写一个结果。"))


def _tidied(answer: Answer, names: dict[int, str]) -> Answer:
    place = answer.moved_to
    if place is not None and not answer.state.takes_place:
        raise BadRequest(tr("“{state}”没有去处。", state=answer.state.caption), tr("只有已转移和人在外面的户有去处。"))
    return replace(answer, moved_to=None if place is None else _place(place, names), note=words_within_reason(answer.note))


def _place(place: MovedTo, names: dict[int, str]) -> MovedTo:
    if place.safe_site is not None and (place.kind is not PlaceKind.SAFE_SITE or place.safe_site not in names):
        raise BadRequest(tr("没有编号为 {site} 的避险点。", site=place.safe_site), tr("请从避险点里选，或写明地方。"))
    words = names[place.safe_site] if place.safe_site is not None else words_within_reason(place.text)
    if not words:
        raise BadRequest(tr("没有写去处。"), tr("请选一个避险点，或写明地方。"))
    site = place.safe_site if place.kind is not PlaceKind.SAFE_SITE else place.safe_site or _site_called(words, names)
    return replace(place, text=words, safe_site=site)


def _site_called(name: str, names: dict[int, str]) -> int | None:
    """The safe site of this name, when only one has it."""
    found = [site for site, other in names.items() if other == name]
    return found[0] if len(found) == 1 else None


def _after_all(connection: sqlite3.Connection, roll_call: int, households: Sequence[int], moment: datetime) -> str:
    last = max((one.at for one in roll_calls.newest(connection, roll_call, households).values()), default="")
    if last < utc_text(moment):
        return utc_text(moment)
    return utc_text(datetime.fromisoformat(last) + timedelta(milliseconds=1))


def _label(connection: sqlite3.Connection, answers: Sequence[Answer]) -> str:
    first, states = answers[0], {one.state for one in answers}
    if len(answers) > 1:
        values = {"count": f"{len(answers):,}", "state": first.state.caption}
        return tr("点名：{count} 户{state}", **values) if len(states) == 1 else tr("点名：{count} 户", count=values["count"])
    family = care.families(connection, [first.household])[first.household]
    called = tr("{head}（{code}）", head=family.head or tr("没有户主"), code=family.code)
    return tr("点名：{family}{what}", family=called, what=what_in_words(first.state, first.moved_to.text if first.moved_to else ""))
