"""What a photo's own place and time say against the house and the event: noticed and said, never a reason to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gisapp.domain.damage import DamageEvent
from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """From where on a photo is noticed: metres from the house, days after the event's last; settings, from no published rule."""

    distance_m: int = 200
    days_after: int = 30


def notices(
    taken_at: str | None, distance_m: float | None, *, has_place: bool, event: DamageEvent | None, limits: PhotoLimits, today: date
) -> tuple[str, ...]:
    """Sentences without full stop; ``distance_m`` None = the photo or the house has no place."""
    found = []
    if not has_place:
        found.append(tr("照片没有记录拍摄地点"))
    elif distance_m is None:
        found.append(tr("房屋没有坐标，无法核对拍摄地点"))
    elif distance_m > limits.distance_m:
        found.append(tr("拍摄地点离房屋 {metres:,} 米，超过 {most:,} 米", metres=round(distance_m), most=limits.distance_m))
    return (*found, *_about_time(taken_at, event, limits, today))


def _about_time(taken_at: str | None, event: DamageEvent | None, limits: PhotoLimits, today: date) -> tuple[str, ...]:
    if taken_at is None:
        return (tr("照片没有记录拍摄时间"),)
    day = taken_at[:10]
    if day > (today + timedelta(days=1)).isoformat():
        return (tr("拍摄时间 {day} 还没有到，请检查相机的时钟", day=day),)
    if event is None:
        return ()
    if day < event.from_date:
        return (tr("拍摄于 {day}，早于灾次开始的 {first}", day=day, first=event.from_date),)
    if event.to_date is not None:
        late = date.fromisoformat(day).toordinal() - date.fromisoformat(event.to_date).toordinal()
        if late > limits.days_after:
            return (tr("拍摄于 {day}，灾次结束已超过 {days} 天", day=day, days=limits.days_after),)
    return ()
