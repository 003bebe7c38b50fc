"""What is pushed: all figures, or those that changed, as server-sent events; pure."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

Figures = dict[str, Any]
# How long a browser waits before it comes back, in milliseconds.
RETRY = 3000
HEARTBEAT = b": still here\n\n"
END = b"event: end\ndata: {}\n\n"


@dataclass(frozen=True)
class Snapshot:
    """All figures by code at one moment. The same figures have the same ``mark``, in every process."""

    mark: str
    at: str
    figures: Figures


def snapshot_of(figures: Figures, at: str) -> Snapshot:
    written = json.dumps(figures, sort_keys=True, ensure_ascii=False)
    return Snapshot(hashlib.sha256(written.encode()).hexdigest()[:24], at, figures)


def changed(before: Figures, after: Figures) -> list[Any]:
    """The figures that are other ones now, in their order."""
    return [figure for code, figure in after.items() if before.get(code) != figure]


def message(before: Snapshot | None, now: Snapshot) -> bytes:
    """One event: ``changes`` for who knows the figures before, else ``figures`` with all of them."""
    name, told = ("changes", changed(before.figures, now.figures)) if before else ("figures", [*now.figures.values()])
    data = json.dumps({"at": now.at, "figures": told}, ensure_ascii=False, separators=(",", ":"))
    return f"id: {now.mark}\nevent: {name}\nretry: {RETRY}\ndata: {data}\n\n".encode()
