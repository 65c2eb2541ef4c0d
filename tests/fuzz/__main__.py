"""The long run: ``python -m tests.fuzz [--minutes N] [--from NUMBER] [--bombs] [NAME …]``.

Prints every mutant that was no result and no sentence, by name and number for ``crashers.py``, and exits 1 when there was one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.fuzz.bombs import BOMBS
from tests.fuzz.doors import county_for_all
from tests.fuzz.run import children_at_hand, tried
from tests.fuzz.seeds import seeds_of

MOST_SECONDS, MOST_MEGABYTES = 30.0, 1_500


def main() -> int:
    """Run mutants in turn until the time is over, or every bomb once in a process of its own."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--from", type=int, default=1_000, dest="first")
    asked.add_argument("--bombs", action="store_true")
    asked.add_argument("names", nargs="*")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="gisapp-fuzz-") as folder:
        county = county_for_all(Path(folder) / "made.gpkg")
        if wanted.bombs:
            return _bombs(county, Path(folder), wanted.names)
        return _mutants(county, Path(folder), wanted.names, wanted.first, time.monotonic() + 60 * wanted.minutes)


def _mutants(county: Path, folder: Path, names: list[str], first: int, end: float) -> int:
    place = folder / "seeds"
    place.mkdir()
    seeds = seeds_of(county, place)
    count = slow = bad = 0
    with children_at_hand():
        for number in itertools.count(first):
            for name in names or seeds:
                if time.monotonic() > end:
                    sys.stdout.write(f"{count} mutants up to number {number}, {slow} slow, {bad} broken\n")
                    return int(bad > 0)
                before = time.monotonic()
                try:
                    tried(seeds, county, name, number, folder / "own")
                except Exception:
                    bad += 1
                    sys.stdout.write(f"BROKEN {name} {number}\n{traceback.format_exc(limit=-4)}\n")
                count += 1
                if time.monotonic() - before > 5:
                    slow += 1
                    sys.stdout.write(f"slow {name} {number}: {time.monotonic() - before:.1f} s\n")
                sys.stdout.flush()
    return 0


def _bombs(county: Path, folder: Path, names: list[str]) -> int:
    bad = 0
    for name, makers in BOMBS.items():
        for maker in makers:
            if names and name not in names and maker.__name__ not in names:
                continue
            with tempfile.TemporaryDirectory(dir=folder) as own:
                maker(Path(own) / name)
                words = [sys.executable, "-m", "tests.fuzz.measure", str(county), str(Path(own) / name)]
                done = subprocess.run(words, capture_output=True, check=False, text=True)
            found = json.loads(done.stdout) if done.returncode == 0 else {"said": [done.stderr[-500:]], "doors": [9e9], "mb": [0, 0]}
            is_good = max(found["doors"]) <= MOST_SECONDS and max(found["mb"]) <= MOST_MEGABYTES
            bad += not is_good
            sys.stdout.write(f"{'' if is_good else 'BROKEN '}{name} {maker.__name__}: {found}\n")
            sys.stdout.flush()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
