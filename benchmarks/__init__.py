"""Measurements of what waqai costs: `python -m benchmarks`; runs over many articles in `batch.py`."""
