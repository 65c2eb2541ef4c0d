"""The sheet of a roll call that is filled in by hand: its columns, the same for whoever writes it and whoever reads it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gisapp.errors import BadRequest
from gisapp.language import catalogue, tr

NEEDED = ("code", "answer", "place", "time", "who", "note")
"""What is read back."""


def titles() -> dict[str, str]:
    """Column -> its heading in the reader's language."""
    words = (tr("户编号"), tr("点名结果"), tr("去了哪里"), tr("几点"), tr("谁记的"), tr("备注"))
    return dict(zip(NEEDED, words, strict=True))


def column_of(heading: str) -> str | None:
    """The column a heading stands for, in whichever language the sheet was written."""
    sources = dict(zip(("户编号", "点名结果", "去了哪里", "几点", "谁记的", "备注"), NEEDED, strict=True))
    words = heading.strip()
    return next((column for source, column in sources.items() if words in (source, catalogue("en").get(source))), None)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One filled row as it stands in the file; ``line`` is its number there, from 1."""

    line: int
    code: str
    answer: str
    place: str
    time: str
    who: str
    note: str


def moment_from_text(text: str, now: datetime) -> datetime:
    """The moment written as 20:15 (the last time it was so) or 2026-07-12 20:15; ``now`` for an empty cell; raises BadRequest."""
    plain = text.strip().replace("：", ":").replace("/", "-")
    if not plain:
        return now
    try:
        if len(plain) <= len("20:15:00"):
            hour = datetime.strptime(plain[:5].rjust(5, "0"), "%H:%M")  # noqa: DTZ007 - an hour of the day
            moment = now.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
            return moment if moment <= now else moment - timedelta(days=1)
        return datetime.fromisoformat(plain).astimezone()
    except (ValueError, OverflowError) as error:
        raise BadRequest(tr("时间不对：{text}", text=text[:40]), tr("请写成 20:15 或 2026-07-12 20:15 的样子。")) from error
