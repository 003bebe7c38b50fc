"""Makes records of postings, by the same reading that the public gets."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import PUBLIC
from matchmaker.accounts.models import Organisation
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import TEXT_FIELDS, Kind, Posting, State, TechnologyPublic, TechnologyText
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.outcomes.feeds.harvesting.records import Content, Holder, Record

TEXTS = TEXT_FIELDS[Kind.TECHNOLOGY]


def records_of(session: Session, rows: Sequence[Posting]) -> list[Record]:
    """A record for each posting, in the same order; a few queries however many."""
    shown = {
        one.id: one
        for one in postings.show(session, [row for row in rows if row.state is State.PUBLISHED], PUBLIC)
        if isinstance(one, TechnologyPublic)
    }
    holders = holders_of(session, {row.organisation_id for row in rows})
    known = taxonomy_of(session)
    return [_record(row, shown.get(row.id or 0), holders, known) for row in rows]


def _record(row: Posting, shown: TechnologyPublic | None, holders: dict[int, Holder], known: Taxonomy) -> Record:
    content = _content(shown, holders[row.organisation_id]) if shown else None
    named = {code: known.sectors[code] for code in row.sectors if code in known.sectors}
    subjects = {code: {"vi": one.name_vi, "en": one.name_en} for code, one in named.items()}
    return Record(row.id or 0, row.updated_at, row.sectors, content, subjects)


def _content(shown: TechnologyPublic, holder: Holder) -> Content:
    readings: list[TechnologyPublic | TechnologyText] = [shown, *shown.translations]
    texts = {name: {one.language: text for one in readings if (text := getattr(one, name))} for name in TEXTS}
    return Content(
        texts={name: by_language for name, by_language in texts.items() if by_language},
        language=shown.language,
        holder=holder,
        keywords=shown.keywords,
        cooperation=[str(one) for one in shown.cooperation],
        region=shown.region,
        readiness=shown.trl,
        rights=shown.ip_status,
        price_min=shown.price_min,
        price_max=shown.price_max,
        currency=shown.currency,
        expires_on=shown.expires_on,
    )


def holders_of(session: Session, organisation_ids: set[int]) -> dict[int, Holder]:
    """The organisations behind records, by id."""
    rows = session.exec(select(Organisation).where(col(Organisation.id).in_(organisation_ids)))
    return {row.id or 0: _holder(row) for row in rows}


def _holder(row: Organisation) -> Holder:
    names = {language: name for language, name in (("vi", row.name_vi), ("en", row.name_en)) if name}
    return Holder(names, row.kind, row.region, row.website)
