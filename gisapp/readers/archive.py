"""What an archive of somebody else may do when it is opened or one of its members is read."""

from __future__ import annotations

import zipfile
import zlib

BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""Broken, cut short, protected, or packed in a way that nobody here unpacks."""
