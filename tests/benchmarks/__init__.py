"""Measures what performance promises: `python -m tests.benchmarks [--json] [--only NAME]`."""
