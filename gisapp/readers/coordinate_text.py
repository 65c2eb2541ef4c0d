"""One coordinate as people write it: a plain number, or degrees with minutes and seconds, with a letter or word for the side."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType

_SIGNS = MappingProxyType(str.maketrans({
    "º": "°", "˚": "°", "度": "°", "’": "'", "‘": "'", "′": "'", "ʹ": "'", "分": "'", "´": "'",
    "″": '"', "”": '"', "“": '"', "〞": '"', "秒": '"', "–": "-", "—": "-", "−": "-", "，": ",",
}))  # fmt: skip
_SIDES = (("东经", "E"), ("西经", "W"), ("北纬", "N"), ("南纬", "S"), ("东", "E"), ("西", "W"), ("北", "N"), ("南", "S"))
_SIDE = re.compile(r"^(?P<first>[EWNS])?\s*(?P<rest>.*?)\s*(?P<last>[EWNS])?$", re.DOTALL)
_PARTS = re.compile(
    r"""(?P<degrees>\d{1,3})\s*[°:\-\s]\s*
    (?P<minutes>\d{1,2}(?:\.\d+)?)\s*(?:['\-:]|\s|$)\s*
    (?:(?P<seconds>\d{1,2}(?:\.\d+)?)\s*(?:"|''|$))?""",
    re.VERBOSE,
)
_UNITS = "°米mM "
SIXTY = 60.0


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A number in degrees or metres; ``axis`` is "lon" or "lat" where the text says so by a letter or word."""

    value: float
    axis: str = ""


def coordinate_from_text(text: str) -> Coordinate:
    """What 109.5, 109°30'15"E, 109-30-15, 东经109度30分15秒, 36,500,100.5 say; raises ValueError for anything else.

    Signs of full width, and those that look like them, are taken for the plain ones.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).strip()
    for word, letter in _SIDES:
        plain = plain.replace(word, letter)
    found = _SIDE.match(plain.upper())
    sides = {side for side in (found["first"], found["last"]) if side} if found else set()
    if found is None or len(sides) > 1:
        raise ValueError(text)
    side = sides.pop() if sides else ""
    value = _value(found["rest"])
    axis = "" if not side else ("lon" if side in "EW" else "lat")
    return Coordinate(-abs(value) if side in ("W", "S") else value, axis)


def _value(text: str) -> float:
    sign, rest = (-1.0, text[1:]) if text.startswith("-") else (1.0, text.removeprefix("+"))
    found = _PARTS.fullmatch(rest.strip())
    if found is None:
        value = float(rest.rstrip(_UNITS).replace(",", ""))
        if not isfinite(value):
            raise ValueError(text)
        return sign * value
    minutes, seconds = float(found["minutes"]), float(found["seconds"] or 0)
    if minutes >= SIXTY or seconds > SIXTY or (found["seconds"] and not minutes.is_integer()):
        raise ValueError(text)
    return sign * (float(found["degrees"]) + minutes / SIXTY + seconds / SIXTY**2)
