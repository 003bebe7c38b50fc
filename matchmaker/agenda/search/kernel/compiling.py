"""The one door to Numba, which compiles Python functions at their first call.

What was compiled is kept beside these files, in a folder that is named by their content: Numba itself looks only at the
file of the function that is called, not at those of the functions and numbers in it.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import config, njit

F = TypeVar("F", bound=Callable[..., Any])

HERE = Path(__file__).parent
SOURCES = [*sorted(HERE.glob("*.py")), HERE.parent / "arrays.py", HERE.parent / "breaks.py"]
DIGEST = hashlib.sha256(b"".join(source.read_bytes() for source in SOURCES)).hexdigest()[:16]
# Where nothing can be kept, each process compiles for itself. An image whose files are read-only names another folder.
ELSEWHERE = os.environ.get("NUMBA_CACHE_DIR", "")
KEPT = bool(ELSEWHERE) or os.access(HERE, os.W_OK)
FOLDER = (Path(ELSEWHERE) if ELSEWHERE else HERE / "__pycache__") / f"compiled-{DIGEST}"
if KEPT:
    config.CACHE_DIR = str(FOLDER)


def compiled(function: F) -> F:
    """Compile a function; it can be called from Python too."""
    return cast(F, njit(cache=KEPT, error_model="numpy")(function))


def inlined(function: F) -> F:
    """Compile a function as part of those that call it."""
    return cast(F, njit(forceinline=True, error_model="numpy")(function))


def forget_others() -> None:
    """Remove what other versions of these files had compiled."""
    for folder in FOLDER.parent.glob("compiled-*"):
        if folder != FOLDER:
            shutil.rmtree(folder, ignore_errors=True)
