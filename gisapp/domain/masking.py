"""The one door through which ID numbers and phones reach a screen or paper."""

from __future__ import annotations

import re

MOBILE_DIGITS = 11
ID_CHARACTERS = 15
"""The shorter of the two official lengths (15 and 18)."""

_ID_IN_TEXT = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)")
_PHONE_IN_TEXT = re.compile(r"(?<!\d)1\d{10}(?!\d)")


def masked_phone(phone: str | None) -> str:
    """``199****0001``; of a shorter number only the last two digits are left, of two or less nothing."""
    if not phone:
        return ""
    if len(phone) < MOBILE_DIGITS:
        hidden = max(len(phone) - 2, min(len(phone), 2))
        return "*" * hidden + phone[hidden:]
    return f"{phone[:3]}****{phone[-4:]}"


def masked_id(id_number: str | None) -> str:
    """The area code and the last two characters; the birth date and order stay hidden. A shorter number is hidden whole."""
    if not id_number:
        return ""
    if len(id_number) < ID_CHARACTERS:
        return "*" * len(id_number)
    return f"{id_number[:6]}{'*' * (len(id_number) - 8)}{id_number[-2:]}"


def masked_text(text: str) -> str:
    """A cell of somebody's spreadsheet with every ID number and mobile phone in it masked."""
    without_ids = _ID_IN_TEXT.sub(lambda found: masked_id(found[0]), text)
    return _PHONE_IN_TEXT.sub(lambda found: masked_phone(found[0]), without_ids)
