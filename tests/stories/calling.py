"""Children that call the roll for ever: `done ENTRY FIRST_FAMILY FAMILIES` after each."""

from __future__ import annotations

from pathlib import Path
from random import Random

from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollState
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.storage.county import county_file
from tests.builders import ALONE, ORDINARY, SHARING, TWO_ENDS
from tests.stories.nursery import breed, say


def call_for_ever(path: Path, seed: int) -> None:
    dice = Random(seed)
    with county_file.writing(path) as db:
        while True:
            families = dice.sample((ALONE, SHARING, ORDINARY, TWO_ENDS), dice.randint(1, 4))
            state = dice.choice(tuple(RollState))
            place = MovedTo(PlaceKind.SAFE_SITE, "", 1) if state is RollState.MOVED else None
            change = record_roll_call(db, 1, [Answer(family, state, place) for family in families], who=f"第{seed}个")
            say("done", change.entry, families[0], len(families))


if __name__ == "__main__":
    breed(call_for_ever)
