"""One file through its doors in a process of its own, with what it took: ``python -m tests.fuzz.measure COUNTY FILE``."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from tests.fuzz.doors import through

if __name__ == "__main__":
    seconds: list[float] = []
    said = through(Path(sys.argv[1]), Path(sys.argv[2]), seconds)
    peaks = [resource.getrusage(whose).ru_maxrss // 1024 for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    sys.stdout.write(json.dumps({"said": said, "doors": seconds, "mb": peaks}, ensure_ascii=False))
