"""Spans of work, as the code names them; written down only while somebody listens."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

Fact = str | int | float | bool


class Listener(Protocol):
    """Whoever writes spans down."""

    def span(self, name: str, facts: dict[str, Fact]) -> AbstractContextManager[None]:
        """One span of what is done in the block."""
        ...


_listeners: list[Listener] = []


@contextmanager
def span(name: str, **facts: Fact) -> Iterator[None]:
    """One piece of work; also a decorator of functions. Facts tell of nobody."""
    if not _listeners:
        yield
        return
    with _listeners[-1].span(name, facts):
        yield


def listen(listener: Listener) -> None:
    """From now on this one writes spans down."""
    _listeners.append(listener)


def unlisten(listener: Listener) -> bool:
    """This one no longer does; whether it did."""
    if listener not in _listeners:
        return False
    _listeners.remove(listener)
    return True
