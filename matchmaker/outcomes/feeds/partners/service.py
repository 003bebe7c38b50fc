"""Entering partners' catalogues, asking for harvests, and looking at what came of them; all for organisers."""

from collections import Counter
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.service import get_organisation
from matchmaker.catalogue.review import SERVICE
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, MatchmakerError, NotFoundError
from matchmaker.kit.jobs.models import Job, JobPublic
from matchmaker.kit.jobs.service import enqueue
from matchmaker.outcomes.feeds.calling.addresses import hosts_of, is_acceptable
from matchmaker.outcomes.feeds.partners import queries
from matchmaker.outcomes.feeds.partners.fetching import SINCE, Asking, fetch_page, find_end
from matchmaker.outcomes.feeds.partners.models import (
    PartnerChange,
    PartnerPublic,
    PartnerRecord,
    PartnerRecordPublic,
    PartnerSent,
    PartnerSource,
    RecordState,
)
from matchmaker.outcomes.feeds.partners.reading.sectors import sector_of
from matchmaker.outcomes.feeds.partners.taking import read_content
from matchmaker.settings import Settings

HARVEST, TRY = "outcomes.harvest_partner", "outcomes.try_partner"
MOST_SOURCES = 50
SAMPLE, MOST_TERMS = 5, 100
# What decides which records there are: where one of these changes, the next harvest reads everything again.
_READING = ("form", "address", "prefix", "set_name", "fields", "language", "sectors", "terms", "licence")


def list_partners(session: Session, actor: Actor) -> list[PartnerPublic]:
    """All catalogues by id."""
    actor.require_organiser()
    return _shown(session, queries.all_sources(session))


def add_partner(session: Session, settings: Settings, sent: PartnerSent, actor: Actor) -> PartnerPublic:
    """Enter a catalogue; nothing is called yet. Raises InvalidError, ConflictError or NotFoundError."""
    actor.require_organiser()
    _check(session, settings, sent)
    if len(queries.all_sources(session)) >= MOST_SOURCES:
        raise ConflictError("too_many_partners", most=MOST_SOURCES)
    row = PartnerSource(**sent.model_dump())
    session.add(row)
    session.flush()
    return _shown(session, [row])[0]


def change_partner(
    session: Session, settings: Settings, source_id: int, sent: PartnerChange, actor: Actor
) -> PartnerPublic:
    """Change a catalogue. Raises ConflictError where somebody else did meanwhile, or its kind would be another."""
    row = get_source(session, source_id, actor)
    if sent.version != row.version:
        raise ConflictError("version_stale", current=row.version)
    if sent.kind is not row.kind:
        raise ConflictError("partner_kind_stays", kind=row.kind)
    _check(session, settings, sent)
    values = sent.model_dump(exclude={"version", "kind"})
    if any(getattr(row, name) != values[name] for name in _READING):
        row.since = row.until = row.token = ""
        row.counts = {}
    row.sqlmodel_update(values)
    row.version += 1
    session.add(row)
    session.flush()
    return _shown(session, [row])[0]


def remove_partner(session: Session, source_id: int, actor: Actor) -> None:
    """Forget a catalogue and its records; the postings that came from it stay."""
    session.delete(get_source(session, source_id, actor))


def start(session: Session, source_id: int, actor: Actor, kind: str, **params: Any) -> Job:
    """Ask for a job, or get the one that has not ended."""
    return _ask(session, get_source(session, source_id, actor), actor.name, kind, **params)


def _ask(session: Session, row: PartnerSource, owner: str, kind: str, **params: Any) -> Job:
    last = session.get(Job, row.job_id) if row.job_id else None
    if last and not last.state.ended:
        return last
    job = enqueue(session, kind, owner, source_id=row.id, **params)
    row.job_id = job.id
    session.add(row)
    session.flush()
    return job


def start_due(session: Session) -> list[int]:
    """Ask for the harvests of all catalogues that are due; the jobs' ids."""
    jobs = []
    for row in queries.due_sources(session, clock.now()):
        jobs.append(_ask(session, row, SERVICE, HARVEST, whole=False).id or 0)
        row.started_at = clock.now()
        session.add(row)
    session.flush()
    return jobs


def list_partner_records(
    session: Session, source_id: int, actor: Actor, state: RecordState | None, *, alike: bool, offset: int, limit: int
) -> tuple[list[PartnerRecordPublic], int]:
    """A page of a catalogue's records, the latest change first."""
    get_source(session, source_id, actor)
    rows, total = queries.list_records(session, source_id, state, alike=alike, offset=offset, limit=limit)
    return [_shown_record(row, posting_state) for row, posting_state in rows], total


def try_reading(asking: Asking, source: PartnerSource, known: Taxonomy) -> dict[str, Any]:
    """Read the first page without keeping anything: how many records can be read, some of them, unknown terms."""
    first = PartnerSource(**source.model_dump(exclude={"since", "token", "until"}))
    first.until = find_end(asking, first)
    page = fetch_page(asking, first)
    sample: list[dict[str, Any]] = []
    refused, terms = 0, Counter[str]()
    for one in page.records:
        terms.update(term for term in one.terms if sector_of(term, source.terms, known) is None)
        if one.deleted:
            continue
        try:
            data = read_content(source, one, known)
        except (ValidationError, MatchmakerError):
            refused += 1
            continue
        if len(sample) < SAMPLE:
            said = {"title": data.title, "language": data.language, "sectors": data.sectors}
            sample.append(said | {"holder": one.holder, "address": one.address})
    return {
        "read": len(page.records),
        "refused": refused,
        "total": page.total,
        "more": bool(page.token),
        "sample": sample,
        "terms": [{"term": term[:200], "number": number} for term, number in terms.most_common(MOST_TERMS)],
    }


def get_source(session: Session, source_id: int, actor: Actor) -> PartnerSource:
    """A catalogue, locked where that is possible. Raises NotFoundError."""
    actor.require_organiser()
    row = session.get(PartnerSource, source_id, with_for_update=True)
    if row is None:
        raise NotFoundError("partner_not_found", id=source_id)
    return row


def _check(session: Session, settings: Settings, sent: PartnerSent) -> None:
    address = sent.address.replace(SINCE, "2026-01-01T00:00:00Z")
    if not is_acceptable(address, hosts_of(settings.trusted_hosts)):
        raise InvalidError("address_refused", field="address")
    if wrong := taxonomy_of(session).unknown([*sent.sectors, *sent.terms.values()]):
        raise InvalidError("sector_unknown", field="sectors", sectors=wrong)
    get_organisation(session, sent.organisation_id)


def _shown(session: Session, rows: list[PartnerSource]) -> list[PartnerPublic]:
    numbers, alike = queries.numbers_of(session), queries.alike_of(session)
    jobs = {row.id: session.get(Job, row.job_id) for row in rows if row.job_id}
    return [
        PartnerPublic(
            **row.model_dump(include=set(PartnerPublic.model_fields) - {"job"}),
            **{state.value: numbers.get((row.id or 0, state), 0) for state in RecordState},
            alike=alike.get(row.id or 0, 0),
            unfinished=bool(row.counts.get("under_way")),
            job=JobPublic.model_validate(job) if (job := jobs.get(row.id)) else None,
        )
        for row in rows
    ]


def _shown_record(row: PartnerRecord, posting_state: str | None) -> PartnerRecordPublic:
    own = ("identifier", "state", "posting_id", "errors", "alike_id", "alike", "changed_at")
    title = str(row.content.get("title", ""))
    return PartnerRecordPublic(title=title, posting_state=posting_state, **{name: getattr(row, name) for name in own})
