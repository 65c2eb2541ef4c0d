"""Children that assign contacts for ever: `done ENTRY FAMILY CONTACT` after each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from gisapp.domain.lines import SLOTS
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.storage.county import county_file, history
from tests.builders import BARE, COMPLETE, TWO_ENDS
from tests.stories.nursery import breed, say


def assign_for_ever(path: Path, seed: int) -> None:
    dice = Random(seed)
    with county_file.writing(path) as db:
        [last] = history.newest(db.conn, limit=1) or [None]
        day = date(2022, 1, 1) + timedelta(days=last.id if last else 0)
        while True:
            day += timedelta(days=dice.randint(0, 1))
            families = dice.sample((COMPLETE, TWO_ENDS, BARE), dice.randint(1, 3))
            contact = dice.choice((1, 2, 3, 4, 5, 6, 7, 8, 10))
            plan, change = assign_contact(db, families, dice.choice(SLOTS), contact, who=f"第{seed}个", from_date=day)
            if change:
                say("done", change.entry, plan.accepted[0], contact)


if __name__ == "__main__":
    breed(assign_for_ever)
