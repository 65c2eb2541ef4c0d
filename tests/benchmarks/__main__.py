"""Run the benchmarks on the sample county and print each figure, its budget, and QGIS's beside it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import peer
from tests.benchmarks.figure import Figure, with_peer
from tests.benchmarks.measures import MEASURES


def main() -> int:
    """Measure everything asked for; returns 0 also when a budget is missed: figures inform, they do not fail."""
    wanted = _arguments()
    county = _county(wanted.file)
    names = [name for name in MEASURES if not wanted.only or wanted.only in name]
    peers = peer.measure(county) if not wanted.no_qgis else {}
    figures: list[Figure] = []
    for name in names:
        for figure in MEASURES[name](county):
            figures.append(with_peer(figure, peers.get(figure.name)))
            if not wanted.json:
                print(figures[-1].line(), flush=True)
    if wanted.json:
        print(json.dumps({"county": county.name, "figures": [figure.as_json() for figure in figures]}, ensure_ascii=False, indent=1))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--only", help="only measures whose name holds this")
    parser.add_argument("--file", type=Path, help="another county file than the sample")
    parser.add_argument("--no-qgis", action="store_true", help="leave the peer out")
    return parser.parse_args()


def _county(given: Path | None) -> Path:
    from gisapp import paths
    from gisapp.services.county.make_sample import make_sample

    county = given or paths.sample_county()
    if not county.exists():
        make_sample(county)
    return county


if __name__ == "__main__":
    sys.exit(main())
