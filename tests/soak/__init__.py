"""What takes hours: the service is killed, starved and kept busy, and has to lose nothing of what it said it has."""

import sys
from pathlib import Path

# The worlds are built by what the tests share, which lies beside them.
_TESTS = Path(__file__).parents[1]
for _folder in ("", "agenda", "outcomes/day", "outcomes/following", "kit"):
    if str(_TESTS / _folder) not in sys.path:
        sys.path.append(str(_TESTS / _folder))
