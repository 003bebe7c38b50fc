"""How far a task is."""

from enum import StrEnum


class Progress(StrEnum):
    OPEN = "open"
    DOING = "doing"
    DONE = "done"
