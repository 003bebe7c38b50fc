"""Everything the service refuses, as one family.

MatchmakerError
├── SignInNeededError    401  only for somebody who is signed in
├── NotFoundError        404  there is no such thing, or not for you
├── ForbiddenError       403  it exists, but this actor may not
├── ConflictError        409  it clashes with the present state
├── InvalidError         400  well formed, but not acceptable
├── TooLargeError        413  more than this service takes
├── TooOftenError        429  wait first; ``seconds`` says how long
└── UnavailableError     503  not now; try again

Each carries a code and parameters; the text for people is made by whoever shows it.
"""

from typing import Any

from matchmaker.kit.text import printable


class MatchmakerError(Exception):
    """Base of all refusals; ``code`` is stable, ``params`` are plain JSON values."""

    status = 500

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params: dict[str, Any] = printable(params)
        super().__init__(code, self.params)

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({inside})"


class InvalidError(MatchmakerError):
    status = 400


class SignInNeededError(MatchmakerError):
    status = 401


class ForbiddenError(MatchmakerError):
    status = 403


class NotFoundError(MatchmakerError):
    status = 404


class ConflictError(MatchmakerError):
    status = 409


class TooLargeError(MatchmakerError):
    status = 413


class TooOftenError(MatchmakerError):
    status = 429


class UnavailableError(MatchmakerError):
    status = 503
