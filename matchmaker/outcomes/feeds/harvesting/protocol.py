"""What a harvester asks, read from its arguments; pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

ARGUMENTS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # Verb: arguments that it needs, and those that it may have.
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
}
_DAY, _SECOND = r"\d{4}-\d{2}-\d{2}", r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class ProtocolError(Exception):
    """A refusal under one of the protocol's own names; ``words`` are for people."""

    def __init__(self, code: str, words: str) -> None:
        self.code, self.words = code, words
        super().__init__(code)


@dataclass(frozen=True)
class Span:
    """From a moment on, up to before another."""

    since: datetime | None = None
    before: datetime | None = None


def read_arguments(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The arguments by name, complete and none too much. Raises ProtocolError."""
    names = [name for name, _ in given]
    verbs = [value for name, value in given if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in ARGUMENTS:
        raise ProtocolError("badVerb", "The verb is missing, unknown or repeated.")
    if len(set(names)) < len(names):
        raise ProtocolError("badArgument", "An argument is repeated.")
    found = dict(given)
    _check_names(verbs[0], found.keys() - {"verb"})
    return found


def _check_names(verb: str, names: Collection[str]) -> None:
    needed, allowed = ARGUMENTS[verb]
    if unknown := set(names) - needed - allowed:
        raise ProtocolError("badArgument", f"Not known to {verb}: {', '.join(sorted(unknown))[:200]}.")
    if "resumptionToken" in names:
        if len(names) > 1:
            raise ProtocolError("badArgument", "A resumption token stands alone.")
    elif missing := needed - set(names):
        raise ProtocolError("badArgument", f"Missing: {', '.join(sorted(missing))}.")


def read_span(since: str | None, until: str | None) -> Span:
    """The span of two arguments of the same granularity, both of them included. Raises ProtocolError."""
    if since and until and len(since) != len(until):
        raise ProtocolError("badArgument", "From and until have different granularities.")
    first = _moment(since)[0] if since else None
    last, step = _moment(until) if until else (None, timedelta())
    if first and last and first > last:
        raise ProtocolError("badArgument", "From is later than until.")
    try:
        return Span(first, last + step if last else None)
    except OverflowError as error:
        raise ProtocolError("badArgument", "Until is too far away.") from error


def _moment(text: str) -> tuple[datetime, timedelta]:
    """A moment with its granularity. Raises ProtocolError."""
    try:
        if re.fullmatch(_DAY, text, re.ASCII):
            return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC), timedelta(days=1)
        if re.fullmatch(_SECOND, text, re.ASCII):
            return datetime.strptime(text, MOMENT).replace(tzinfo=UTC), timedelta(seconds=1)
    except ValueError:
        pass
    raise ProtocolError("badArgument", "A date is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, in UTC.")


def said(moment: datetime) -> str:
    """A moment as the protocol writes it."""
    return moment.astimezone(UTC).strftime(MOMENT)
