"""Makes `tests.builders`, `tests.benchmarks` and their neighbours importable by these names."""
