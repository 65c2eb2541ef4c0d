"""The one door through which ID numbers and phones reach a screen or paper."""

from __future__ import annotations


def masked_phone(phone: str | None) -> str:
    """``199****0001``; short numbers keep their last two digits only."""
    if not phone:
        return ""
    if len(phone) < 8:
        return "*" * max(len(phone) - 2, 0) + phone[-2:]
    return f"{phone[:3]}****{phone[-4:]}"


def masked_id(id_number: str | None) -> str:
    """The area code and the last two characters; the birth date and order stay hidden."""
    if not id_number:
        return ""
    if len(id_number) < 10:
        return "*" * len(id_number)
    return f"{id_number[:6]}{'*' * (len(id_number) - 8)}{id_number[-2:]}"
