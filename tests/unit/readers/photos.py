"""Photos made for tests, with the place and time a camera would note."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image


def made_photo(
    path: Path, *, place: tuple[float, float] | None = None, taken: str | None = None, size: tuple[int, int] = (640, 480), seed: int = 1
) -> Path:
    """A JPEG of coarse noise; ``place`` is (longitude, latitude), ``taken`` as EXIF writes it."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(0, 255, (12, 16, 3), dtype=np.uint8))
    exif = Image.Exif()
    if taken is not None:
        exif[0x8769] = {36867: taken}
    if place is not None:
        longitude, latitude = place
        exif[0x8825] = {
            1: "N" if latitude >= 0 else "S", 2: _parts(abs(latitude)), 3: "E" if longitude >= 0 else "W", 4: _parts(abs(longitude)),
        }  # fmt: skip
    coarse.resize(size).save(path, "JPEG", exif=exif, quality=90, comment=b"secret words")
    return path


def _parts(angle: float) -> tuple[float, float, float]:
    """Degrees, minutes, seconds."""
    degrees = int(angle)
    minutes = int((angle - degrees) * 60)
    return float(degrees), float(minutes), ((angle - degrees) * 60 - minutes) * 60
