"""Takes records of a partner into the catalogue: new ones for review, changed ones for another, gone ones out of it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session, col, select

from matchmaker.catalogue import service as catalogue
from matchmaker.catalogue.contents import content_of, plain, validated
from matchmaker.catalogue.models import CREATE_SCHEMA, Posting, PostingCreate, State
from matchmaker.catalogue.queries import find_by_key
from matchmaker.catalogue.review import SERVICE
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.source import Source
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.kit import clock
from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.text import digest, printable
from matchmaker.outcomes.feeds.partners.models import PartnerRecord, PartnerSource, RecordState
from matchmaker.outcomes.feeds.partners.reading.found import Found
from matchmaker.outcomes.feeds.partners.reading.sectors import sectors_of

TAKEN, CHANGED, GONE = "taken_from_partner", "changed_by_partner", "withdrawn_by_partner"
MOST_ERRORS = 20
LONGEST_IDENTIFIER = 500
WEB_LENGTH = 1000
_REVIEW = {"from_state": State.DRAFT, "to_state": State.SUBMITTED, "actor": SERVICE, "reasons": [TAKEN]}
# Whoever closed a posting here meant it; what waits for its owner waits for just such a change.
_REVIEWED_AGAIN = frozenset({State.PUBLISHED, State.RETURNED, State.DRAFT, State.EXPIRED})


def take_records(session: Session, source: PartnerSource, found: Sequence[Found]) -> Counter[str]:
    """Write some records; how many were ``new``, ``changed``, ``unchanged``, ``withdrawn``, ``refused``, or seen
    ``again`` in this harvest. The same twice is the same as once."""
    counted: Counter[str] = Counter()
    named = {one.identifier: one for one in found if 0 < len(one.identifier) <= LONGEST_IDENTIFIER}
    counted["refused"] += sum(not 0 < len(one.identifier) <= LONGEST_IDENTIFIER for one in found)
    query = select(PartnerRecord).where(
        PartnerRecord.source_id == source.id, col(PartnerRecord.identifier).in_(list(named))
    )
    known = {row.identifier: row for row in session.exec(query)}
    fresh: list[tuple[PartnerRecord, Posting, PostingCreate]] = []
    for identifier, one in named.items():
        row = known.get(identifier)
        counted["again"] += row is not None and row.run == source.run
        counted[_take(session, source, one, row, fresh)] += 1
    catalogue.insert_postings(session, [(posting, data) for _, posting, data in fresh], [_REVIEW])
    for row, posting, _ in fresh:
        row.posting_id = posting.id
        session.add(row)
    session.flush()
    return counted


def withdraw_unseen(session: Session, source: PartnerSource) -> int:
    """Withdraw what a whole feed no longer has; how many."""
    query = select(PartnerRecord).where(
        PartnerRecord.source_id == source.id,
        PartnerRecord.state != RecordState.WITHDRAWN,
        col(PartnerRecord.run) < source.run,
    )
    rows = session.exec(query).all()
    for row in rows:
        _withdraw(session, row)
    session.flush()
    return len(rows)


def read_content(source: PartnerSource, found: Found, known: Taxonomy) -> PostingCreate:
    """A record as a posting. Raises ValidationError or InvalidError where it cannot be one."""
    values = dict(found.content)
    values["sectors"] = sectors_of(found, source.terms, source.sectors, known)
    # Made of the address, so that a catalogue that was removed and entered again finds its postings.
    values["key"] = f"partner:{digest(f'{source.address} {found.identifier}')[:24]}"
    values["organisation_id"] = source.organisation_id
    data = CREATE_SCHEMA[source.kind].model_validate(values)
    catalogue.check_content(data, known)
    return data


def _take(
    session: Session,
    source: PartnerSource,
    found: Found,
    row: PartnerRecord | None,
    fresh: list[tuple[PartnerRecord, Posting, PostingCreate]],
) -> str:
    if found.deleted and row is None:
        return "unchanged"
    new = row is None
    row = row or PartnerRecord(
        source_id=source.id or 0, identifier=found.identifier, state=RecordState.TAKEN, run=source.run
    )
    row.run = source.run
    session.add(row)
    if found.deleted:
        return _withdraw(session, row)
    try:
        data = read_content(source, found, taxonomy_of(session))
    except (ValidationError, MatchmakerError) as error:
        return _refuse(row, error)
    content = data.model_dump(mode="json", exclude={"organisation_id", "key"})
    posting = session.get(Posting, row.posting_id, with_for_update=True) if row.posting_id else None
    if posting is None and not new and row.state is RecordState.TAKEN and row.content == content:
        # Somebody deleted it here, and nothing has changed there.
        return "unchanged"
    told = _told(source, found)
    before, row.content, row.errors = row.content, content, []
    came_back, row.state = row.state is RecordState.WITHDRAWN, RecordState.TAKEN
    if posting is None and (posting := find_by_key(session, source.organisation_id, source.kind, data.key or "")):
        row.posting_id, before = posting.id, plain(source.kind, content_of(session, posting))
    if posting is None:
        made = Posting(
            kind=source.kind,
            key=data.key,
            organisation_id=source.organisation_id,
            language="",
            state=State.SUBMITTED,
            source=told,
        )
        fresh.append((row, made, data))
        return _changed(row, "new")
    if before == content and posting.source == told and not came_back:
        return "unchanged"
    _change(session, posting, before, content, told, came_back=came_back)
    return _changed(row, "changed")


def _changed(row: PartnerRecord, outcome: str) -> str:
    row.changed_at, row.compared, row.alike_id, row.alike = clock.now(), False, None, None
    return outcome


def _change(
    session: Session,
    posting: Posting,
    before: dict[str, Any],
    content: dict[str, Any],
    told: dict[str, Any],
    *,
    came_back: bool,
) -> None:
    """Change what changed there; what an organiser has put right here since stays."""
    here = content_of(session, posting)
    changes = {name: value for name, value in content.items() if before.get(name) != value}
    posting.source = told
    catalogue.write_content(session, posting, validated(posting.kind, {**here, **changes}))
    if posting.state in _REVIEWED_AGAIN or came_back:
        catalogue.move(session, posting, State.SUBMITTED, SERVICE, [CHANGED], seen=here)


def _withdraw(session: Session, row: PartnerRecord) -> str:
    if row.state is RecordState.WITHDRAWN:
        return "unchanged"
    row.state, row.changed_at = RecordState.WITHDRAWN, clock.now()
    session.add(row)
    posting = session.get(Posting, row.posting_id, with_for_update=True) if row.posting_id else None
    if posting and posting.state in (State.PUBLISHED, State.SUBMITTED, State.RETURNED, State.DRAFT):
        catalogue.move(session, posting, State.CLOSED, SERVICE, [GONE])
    return "withdrawn"


def _refuse(row: PartnerRecord, error: ValidationError | MatchmakerError) -> str:
    """A record that cannot be read; what was taken of it before stays as it is."""
    if isinstance(error, MatchmakerError):
        row.errors = [{"field": error.params.get("field", ""), "code": error.code}]
    else:
        wrong = error.errors(include_context=False, include_input=False, include_url=False)[:MOST_ERRORS]
        row.errors = [{"field": printable(".".join(map(str, one["loc"]))), "code": one["type"]} for one in wrong]
    row.state, row.changed_at = RecordState.REFUSED, clock.now()
    return "refused"


def _told(source: PartnerSource, found: Found) -> dict[str, Any]:
    """What is shown of where it came from; an address that is none is left out."""
    told = {
        "catalogue": source.name,
        "holder": found.holder[:300],
        "address": found.address[:WEB_LENGTH],
        "licence": found.licence[:200] or source.licence,
        "licence_address": (found.licence_address or source.licence_address)[:WEB_LENGTH],
    }
    try:
        return Source.model_validate(printable(told)).model_dump()
    except ValidationError:
        return Source.model_validate(
            printable(told | {"address": "", "licence_address": source.licence_address})
        ).model_dump()
