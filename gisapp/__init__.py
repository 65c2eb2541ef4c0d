"""Grid care and relocation communities of a county, on one desktop, in one file."""

__version__ = "0.1.0"
