"""From arrays to what a table takes: identities, dates, missing values."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gisapp.services.sample.scale import REFERENCE_DAY

Ints = NDArray[np.int64]
Days = NDArray[np.datetime64]

TODAY = np.datetime64(REFERENCE_DAY, "D")
_EPOCH_DAYS = (REFERENCE_DAY - date(1970, 1, 1)).days


def uids(seed: int, kind: int, count: int, *, after: int = 0) -> list[str]:
    """``count`` UUIDv7 texts that depend on seed, kind and place only.

    They ascend, so that their index grows at its end; ``after`` = how many of the kind came before.
    """
    rng = np.random.default_rng((seed, kind, after))
    raw = rng.integers(0, 256, (count, 16), dtype=np.uint8)
    milliseconds = _EPOCH_DAYS * 86_400_000 + kind * 1_000_000 + after + np.arange(count, dtype=np.int64)
    for at in range(6):
        raw[:, at] = (milliseconds >> (8 * (5 - at))) & 0xFF
    raw[:, 6] = 0x70 | (raw[:, 6] & 0x0F)
    raw[:, 8] = 0x80 | (raw[:, 8] & 0x3F)
    text = raw.tobytes().hex()
    return [
        f"{text[at : at + 8]}-{text[at + 8 : at + 12]}-{text[at + 12 : at + 16]}-{text[at + 16 : at + 20]}-{text[at + 20 : at + 32]}"
        for at in range(0, 32 * count, 32)
    ]


def iso(days: Days) -> list[str | None]:
    """ISO dates; NaT becomes None."""
    texts = np.datetime_as_string(days.astype("datetime64[D]")).tolist()
    return [None if text == "NaT" else text for text in texts] if bool(np.isnat(days).any()) else texts


def days_before(days: Ints | Any) -> Days:
    """The day so many days before the reference day."""
    return TODAY - np.asarray(days).astype("timedelta64[D]")


def or_none(values: NDArray[Any], missing: NDArray[np.bool_]) -> list[Any]:
    """``values`` with None where ``missing``."""
    result: list[Any] = values.tolist()
    for at in np.flatnonzero(missing).tolist():
        result[at] = None
    return result


def ids(count: int, *, after: int = 0) -> Ints:
    """1-based row ids that follow ``after``."""
    return np.arange(after + 1, after + count + 1)
