"""Text that wants to run, reverse or break what others read, and somebody who writes it into every field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

MARK = '"><img src=x onerror=window.hacked=1>'
TEXT = f"{MARK}<script>window.hacked=1</script> javascript:window.hacked=1 {{{{7*7}}}} \u202eعكس שמאל {'Ngh' * 50}"
Body = dict[str, Any] | list[dict[str, Any]]


def hostile(most: int = 300) -> str:
    """As much of it as a field takes."""
    return TEXT[:most]


@dataclass
class Writer:
    """Somebody signed in who writes over HTTP; ``written`` are the fields in which it was hostile."""

    client: httpx.Client
    written: set[tuple[str, str, str]] = field(default_factory=set)

    def send(self, method: str, path: str, body: Body, **ids: Any) -> Any:
        """Send and return what the service answers; ids fill the braces of the path."""
        self.written |= {(method, path, name) for name in hostile_fields(body)}
        answer = self.client.request(method, path.format(**ids), json=body)
        assert answer.is_success, (method, path, answer.text)
        return answer.json() if answer.content else None

    def get(self, path: str) -> Any:
        answer = self.client.get(path)
        assert answer.is_success, answer.text
        return answer.json()


def hostile_fields(body: Any, at: str = "") -> Iterator[str]:
    """Where in a body the text stands; items of lists are ``[]``."""
    if isinstance(body, dict):
        for name, value in body.items():
            yield from hostile_fields(value, f"{at}.{name}" if at else name)
    elif isinstance(body, list):
        for value in body:
            yield from hostile_fields(value, f"{at}.[]" if at else "[]")
    elif isinstance(body, str) and body.startswith(MARK):
        yield at
