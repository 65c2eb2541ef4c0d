"""Identity across offices: UUIDs of version 7."""

from __future__ import annotations

import time
from uuid import RFC_4122, UUID

from gisapp.domain.ids import new_uid, new_uids


def test_a_uid_is_a_uuid_of_version_7_that_carries_its_time() -> None:
    before = time.time_ns() // 1_000_000
    text = new_uid()
    after = time.time_ns() // 1_000_000
    uid = UUID(text)
    assert str(uid) == text
    assert (uid.version, uid.variant) == (7, RFC_4122)
    assert before <= uid.int >> 80 <= after


def test_ten_thousand_uids_differ_and_use_every_random_bit() -> None:
    uids = [UUID(new_uid()).int for _ in range(10_000)]
    assert len(set(uids)) == 10_000
    free = (2**12 - 1) << 64 | (2**62 - 1)
    ever, always = 0, -1
    for uid in uids:
        ever |= uid
        always &= uid
    assert ever & free == free
    assert always & free == 0


def test_later_uids_sort_after_earlier_ones() -> None:
    first = new_uid()
    while time.time_ns() // 1_000_000 <= UUID(first).int >> 80:
        pass
    assert first < new_uid()


def test_many_uids_at_once_rise_and_are_of_version_7() -> None:
    found = new_uids(10_000)
    assert found == sorted(set(found))
    assert all(UUID(uid).version == 7 and UUID(uid).variant == RFC_4122 and str(UUID(uid)) == uid for uid in found)
    assert new_uids(0) == []
