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
EntryId = NewType("EntryId", int)


def new_uid() -> str:
    """A fresh UUIDv7 as text (RFC 9562): 48 bits of milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (2**62 - 1)
    return str(UUID(int=value))
