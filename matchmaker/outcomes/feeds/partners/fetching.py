"""Asks partners for their records, page by page, and leaves whoever sends too much, nothing new or no end."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from matchmaker.kit.errors import InvalidError, MatchmakerError, TooLargeError, UnavailableError
from matchmaker.outcomes.feeds.calling.door import Caller, CallError, Limits
from matchmaker.outcomes.feeds.partners.models import PartnerForm, PartnerSource
from matchmaker.outcomes.feeds.partners.reading import json_feed, oai
from matchmaker.outcomes.feeds.partners.reading.found import MOST_TOKEN, Page, unreadable

LIMITS = Limits(seconds=60, size=32_000_000)
BUSY = (429, 503)
# So often a busy partner is asked again, after the wait that it asks for, but no longer than this (seconds).
PATIENCE, LONGEST_WAIT, USUAL_WAIT = 5, 20, 5
SINCE = "{since}"


@dataclass(frozen=True)
class Asking:
    """How a partner is asked: through which door, with which limits, and what is done while it is busy."""

    caller: Caller
    most: int
    limits: Limits = LIMITS
    wait: Callable[[float], None] = time.sleep


def find_end(asking: Asking, source: PartnerSource) -> str:
    """The moment up to which a harvest that begins now goes, in the partner's own words; empty for a whole feed."""
    if source.form is PartnerForm.OAI_PMH:
        return oai.read_identity(_get(asking, _with(source.address, verb="Identify"))).now
    return ""


def fetch_page(asking: Asking, source: PartnerSource) -> Page:
    """The next page of the harvest that is under way. Raises MatchmakerError, TokenGoneError among them."""
    if source.form is PartnerForm.JSON:
        return _json_page(asking, source)
    data = _get(asking, _oai_address(source))
    try:
        return oai.read_page(data, source.kind, source.language, asking.most)
    except InvalidError as error:
        if oai.nothing_found(error):
            return Page([])
        raise


def _oai_address(source: PartnerSource) -> str:
    if source.token:
        return _with(source.address, verb="ListRecords", resumptionToken=source.token)
    span = {"from": source.since, "until": source.until} if source.since else {"until": source.until}
    chosen = {"set": source.set_name} if source.set_name else {}
    return _with(source.address, verb="ListRecords", metadataPrefix=source.prefix, **span, **chosen)


def _json_page(asking: Asking, source: PartnerSource) -> Page:
    first = source.address.replace(SINCE, urlencode({"": source.since})[1:])
    page = json_feed.read_page(
        _get(asking, source.token or first), source.kind, source.fields, source.language, asking.most
    )
    return Page(page.records, _next_address(source, page.token) if page.token else "", page.total)


def _next_address(source: PartnerSource, said: str) -> str:
    """The address of the next page. Only the partner's own host is followed: others may be trusted by us alone."""
    try:
        address = urljoin(source.token or source.address, said)
        there, here = urlsplit(address), urlsplit(source.address)
        same = (there.scheme, there.hostname, there.port) == (here.scheme, here.hostname, here.port)
    except ValueError as error:
        raise unreadable("no address of a next page") from error
    if not same or len(address) > MOST_TOKEN:
        raise unreadable("next page elsewhere")
    return address


def _with(address: str, **arguments: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(arguments)}"


def _get(asking: Asking, address: str) -> bytes:
    """A body. Raises UnavailableError where there is none, TooLargeError where it has no end."""
    for _ in range(PATIENCE):
        try:
            answer = asking.caller.get(address, asking.limits)
        except CallError as error:
            raise _refusal(error) from error
        if answer.status not in BUSY:
            break
        asking.wait(min(_seconds(answer.retry_after), LONGEST_WAIT))
    if answer.status != 200:
        raise UnavailableError("partner_answered", status=answer.status)
    return answer.body


def _refusal(error: CallError) -> MatchmakerError:
    if error.code == "too_large":
        return TooLargeError("partner_too_large", most=LIMITS.size)
    if error.code == "address_refused":
        return InvalidError("address_refused", field="address")
    return UnavailableError("partner_unreachable", reason=error.code)


def _seconds(said: str) -> float:
    return float(said) if said.isascii() and said.isdigit() and len(said) < 6 else USUAL_WAIT
