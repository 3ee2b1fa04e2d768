"""The inner loops of reading: compiled, where they could be, else in Python. Both find the same, see `plain.py`.

The environment variable WAQAI_PYTHON=1 chooses Python.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

COMPILED = False
if TYPE_CHECKING or os.environ.get("WAQAI_PYTHON") == "1":
    from .plain import Lookup, Openings, columns, split
else:
    try:
        from ._front import Lookup, Openings, columns, split

        COMPILED = True
    except ImportError:
        from .plain import Lookup, Openings, columns, split

__all__ = ["COMPILED", "Lookup", "Openings", "columns", "split"]
