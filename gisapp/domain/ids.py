"""One type per kind of id, so that nobody calls a family with a grid's number."""

from __future__ import annotations

import os
import time
from typing import NewType
from uuid import UUID

DivisionId = NewType("DivisionId", int)
GridId = NewType("GridId", int)
HouseId = NewType("HouseId", int)
HouseholdId = NewType("HouseholdId", int)
ResidentId = NewType("ResidentId", int)
ContactId = NewType("ContactId", int)
HazardId = NewType("HazardId", int)
RunId = NewType("RunId", int)
SafeSiteId = NewType("SafeSiteId", int)
AllocationId = NewType("AllocationId", int)
EntryId = NewType("EntryId", int)


def new_uid() -> str:
    """A fresh UUIDv7 as text (RFC 9562): 48 bits of milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (2**62 - 1)
    return str(UUID(int=value))


def new_uids(count: int) -> list[str]:
    """``count`` fresh UUIDv7 texts in rising order, so that an index of them grows at its end; about a microsecond each.

    The twelve bits behind the version count up, and with each overflow the time moves on by a millisecond (RFC 9562, 6.2).
    """
    began = time.time_ns() // 1_000_000
    text = os.urandom(8 * count).hex()
    found = []
    for block in range(0, count, 4_096):
        moment = f"{began + block // 4_096 & (2**48 - 1):012x}"
        head = f"{moment[:8]}-{moment[8:]}-7"
        for nth in range(min(4_096, count - block)):
            random = text[16 * (block + nth) : 16 * (block + nth) + 16]
            found.append(f"{head}{nth:03x}-{'89ab'[int(random[0], 16) & 3]}{random[1:4]}-{random[4:]}")
    return found
