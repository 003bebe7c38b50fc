"""Creating, changing, reviewing and showing postings."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.service import get_organisation
from matchmaker.catalogue import queries
from matchmaker.catalogue.change_log import log_posting
from matchmaker.catalogue.contents import content, content_of, plain, stored, validated
from matchmaker.catalogue.differences import differences
from matchmaker.catalogue.facets import Traits, Wanted, count_facets
from matchmaker.catalogue.fields import STORED
from matchmaker.catalogue.models import (
    COLUMN_OF,
    PUBLIC_SCHEMA,
    SHARED_COLUMNS,
    TEASER_HIDES,
    TEXT_FIELDS,
    Editing,
    Kind,
    NeedCreate,
    Posting,
    PostingCreate,
    PostingPublic,
    PostingText,
    PostingUpdate,
    ReviewEvent,
    State,
)
from matchmaker.catalogue.opening import note_details, teasers
from matchmaker.catalogue.quality import check
from matchmaker.catalogue.review import KEEPS_CONTENT, OWNER, SERVICE, WAITS_FOR, goes_back, next_states, who_may_change
from matchmaker.catalogue.review_models import FieldChange
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.catalogue.text import readable_fields
from matchmaker.kit import clock
from matchmaker.kit.database import remembered
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError


def published_traits(session: Session, kind: Kind) -> list[tuple[Traits, int]]:
    """What published postings of a kind can be filtered by, with numbers; read once as long as nothing changes."""
    state = queries.last_change(session)
    return remembered(session, ("traits", kind), state, lambda: queries.published_traits(session, kind))


def list_postings(session: Session, actor: Actor, wanted: Wanted, offset: int, limit: int) -> tuple[list[Posting], int]:
    """A page of the postings that the actor may know of, newest change first, and how many there are."""
    rows = queries.list_postings(session, actor, wanted, offset, limit)
    if wanted.kind and wanted.state is State.PUBLISHED and wanted.organisation_id is None:
        # Everybody may know of all of these, and they were counted already: counting anew reads each of them.
        return rows, count_facets(published_traits(session, wanted.kind), wanted).total
    return rows, queries.count_postings(session, actor, wanted)


def create_posting(session: Session, data: PostingCreate, actor: Actor) -> Posting:
    """Save a draft. Raises ConflictError when the organisation used the key before."""
    organisation_id = data.organisation_id or actor.organisation_id
    if organisation_id is None:
        raise InvalidError("organisation_missing")
    actor.require_edit(organisation_id)
    get_organisation(session, organisation_id)
    kind = Kind.NEED if isinstance(data, NeedCreate) else Kind.TECHNOLOGY
    if data.key and queries.find_by_key(session, organisation_id, kind, data.key):
        raise ConflictError("key_taken", key=data.key)
    posting = Posting(kind=kind, key=data.key, organisation_id=organisation_id, language=data.language)
    write_content(session, posting, data)
    return posting


def update_posting(session: Session, posting_id: int, update: PostingUpdate, actor: Actor) -> Posting:
    """Change some fields. What an owner changes in a published posting goes through review again.

    Raises ConflictError when somebody else changed the posting meanwhile, InvalidError naming the wrong fields.
    """
    posting = get_for_edit(session, posting_id, actor)
    if posting.version != update.version:
        raise ConflictError("version_stale", current=posting.version)
    before = content_of(session, posting)
    data = validated(posting.kind, {**before, **update.changes})
    if data == stored(posting.kind, before):
        return posting
    write_content(session, posting, data)
    if goes_back(posting.state, organiser=actor.organiser):
        move(session, posting, State.SUBMITTED, actor.name, ["changed_by_owner"], seen=before)
    return posting


def write_content(session: Session, posting: Posting, data: PostingCreate) -> None:
    """Put validated content into a posting, new or old, and log the change if it is visible."""
    fill(posting, data, taxonomy_of(session))
    if posting.id is not None:
        posting.version += 1
    session.add(posting)
    session.flush()
    assert posting.id is not None
    known = {text.language: text for text in queries.texts_of(session, [posting.id])[posting.id]}
    for text in texts_from(posting, data):
        kept = known.pop(text.language, text)
        kept.body = text.body
        session.add(kept)
    for gone in known.values():
        session.delete(gone)
    session.flush()
    log_change(session, posting)


def insert_postings(
    session: Session, postings: list[tuple[Posting, PostingCreate]], review: list[dict[str, Any]]
) -> None:
    """Write many new postings with few statements; ``review`` holds the steps that each of them has taken."""
    known = taxonomy_of(session)
    for posting, data in postings:
        fill(posting, data, known)
        session.add(posting)
    session.flush()
    for posting, data in postings:
        assert posting.id is not None
        session.add_all(texts_from(posting, data))
        session.add_all(ReviewEvent(posting_id=posting.id, **step) for step in review)
        if posting.state is State.PUBLISHED:
            log_posting(session, posting.id)
    session.flush()


def fill(posting: Posting, data: PostingCreate, known: Taxonomy) -> None:
    """Put content into a posting's own columns. Raises InvalidError as ``check_content`` does."""
    check_content(data, known, kept=posting.sectors)
    for name in SHARED_COLUMNS:
        setattr(posting, name, getattr(data, name))
    for name, column in COLUMN_OF[posting.kind].items():
        setattr(posting, column, getattr(data, name))
    posting.cooperation = [str(value) for value in data.cooperation]
    posting.updated_at = clock.now()


def check_content(data: PostingCreate, known: Taxonomy, kept: Collection[str] = ()) -> None:
    """What a schema cannot tell; ``kept`` are the sectors from before, which may have been retired since.

    Raises InvalidError for unknown or retired sectors, or a language twice.
    """
    if wrong := known.unknown(data.sectors):
        raise InvalidError("sector_unknown", field="sectors", sectors=wrong)
    if retired := known.retired(data.sectors, kept):
        raise InvalidError("sector_retired", field="sectors", sectors=retired)
    languages = [data.language, *(text.language for text in data.translations)]
    if len(set(languages)) < len(languages):
        raise InvalidError("language_twice", field="translations")


def texts_from(posting: Posting, data: PostingCreate) -> list[PostingText]:
    """The texts of a saved posting, one per language."""
    assert posting.id is not None
    names = TEXT_FIELDS[posting.kind]
    return [
        PostingText(
            posting_id=posting.id,
            language=text.language,
            body={name: getattr(text, name) for name in names if getattr(text, name)},
        )
        for text in (data, *data.translations)
    ]


def change_state(
    session: Session,
    posting_id: int,
    state: State,
    actor: Actor,
    reasons: list[str] | None = None,
    version: int | None = None,
) -> Posting:
    """Take a posting to another state of review.

    Raises ConflictError when that is not possible from here, or when the posting is not of the given version.
    """
    posting = get_for_edit(session, posting_id, actor)
    if version is not None and posting.version != version:
        raise ConflictError("version_stale", current=posting.version)
    allowed = who_may_change(posting.state, state) - {SERVICE}
    if not allowed:
        raise ConflictError("state_change_refused", before=posting.state, after=state)
    # Organisers may do whatever the posting's organisation may.
    if not actor.organiser and OWNER not in allowed:
        raise ForbiddenError("organiser_only")
    if state is State.RETURNED and not reasons:
        raise InvalidError("reasons_missing", field="reasons")
    if state in (State.SUBMITTED, State.PUBLISHED) and posting.expires_on and posting.expires_on < clock.today():
        raise InvalidError("expiry_in_the_past", field="expires_on")
    move(session, posting, state, actor.name, reasons or [])
    return posting


def move(
    session: Session,
    posting: Posting,
    state: State,
    actor: str,
    reasons: list[str],
    *,
    seen: dict[str, Any] | None = None,
) -> None:
    """Change the state, write down who and why, and log it if the posting was or becomes visible.

    ``seen`` is the content that organisers know, where it is another than the present one.
    """
    assert posting.id is not None
    was_visible = posting.state is State.PUBLISHED
    if seen is None and state in KEEPS_CONTENT:
        seen = content_of(session, posting)
    event = ReviewEvent(
        posting_id=posting.id,
        from_state=posting.state,
        to_state=state,
        actor=actor,
        reasons=reasons,
        content=plain(posting.kind, seen) if seen else None,
    )
    posting.state = state
    posting.version += 1
    posting.updated_at = clock.now()
    session.add(event)
    session.add(posting)
    if was_visible or state is State.PUBLISHED:
        log_posting(session, posting.id)
    session.flush()


def changes_since_review(session: Session, posting: Posting) -> list[FieldChange] | None:
    """What differs from the content that organisers saw last; None where they never saw any."""
    seen = [event.content for event in queries.history(session, posting.id or 0) if event.content]
    return differences(seen[-1], plain(posting.kind, content_of(session, posting))) if seen else None


def log_change(session: Session, posting: Posting) -> None:
    """Log a change of what everybody sees; drafts are nobody's business."""
    if posting.state is State.PUBLISHED and posting.id is not None:
        log_posting(session, posting.id)


def expire_postings(session: Session) -> int:
    """Take published postings whose last day has passed out of the catalogue; returns how many."""
    due = session.exec(
        select(Posting).where(Posting.state == State.PUBLISHED, col(Posting.expires_on) < clock.today())
    ).all()
    for posting in due:
        move(session, posting, State.EXPIRED, SERVICE, ["expired"])
    return len(due)


def delete_posting(session: Session, posting_id: int, actor: Actor) -> None:
    """Remove a posting that was never published; published ones are closed instead, so that records stay whole."""
    posting = get_for_edit(session, posting_id, actor)
    events = queries.history(session, posting_id)
    if any(event.to_state is State.PUBLISHED for event in events):
        raise ConflictError("published_before", id=posting_id)
    for row in [*events, *queries.texts_of(session, [posting_id])[posting_id]]:
        session.delete(row)
    session.flush()
    session.delete(posting)


def get_for_edit(session: Session, posting_id: int, actor: Actor) -> Posting:
    """A posting that the actor may change. Raises NotFoundError or ForbiddenError.

    Where writers do not wait for each other anyway, the row is locked until the transaction ends.
    """
    session.get(Posting, posting_id, with_for_update=True)
    posting = get_posting(session, posting_id, actor)
    actor.require_edit(posting.organisation_id)
    return posting


def get_posting(session: Session, posting_id: int, actor: Actor) -> Posting:
    """A posting that the actor may know of. Raises NotFoundError, also for other people's drafts."""
    posting = session.get(Posting, posting_id)
    if posting is None or not (posting.state is State.PUBLISHED or actor.may_edit(posting.organisation_id)):
        raise NotFoundError("posting_not_found", id=posting_id)
    return posting


def show(
    session: Session, postings: list[Posting], actor: Actor, texts: Mapping[int, list[PostingText]] | None = None
) -> list[PostingPublic]:
    """Postings as this actor may read them, in the same order; three queries however many, and views written down.

    ``texts`` are those of all of them, where they have been read already.
    """
    hidden = teasers(session, postings, actor)
    note_details(session, postings, hidden, actor)
    texts = texts or queries.texts_of(session, [posting.id for posting in postings if posting.id is not None])
    return [_shown(posting, texts[posting.id or 0], actor, teaser=posting.id in hidden) for posting in postings]


def _shown(posting: Posting, texts: list[PostingText], actor: Actor, *, teaser: bool) -> PostingPublic:
    bodies = {text.language: text.body for text in texts}
    values = content(posting, bodies, readable_fields(posting.kind, teaser=teaser))
    own = ("id", "kind", "key", "organisation_id", "state", "source", "version", "created_at", "updated_at")
    values |= {name: getattr(posting, name) for name in own} | {"teaser": teaser}
    if teaser:
        values = {name: value for name, value in values.items() if name not in TEASER_HIDES} | {"key": None}
    shown = PUBLIC_SCHEMA[posting.kind].model_validate(values, context=STORED)
    if actor.may_edit(posting.organisation_id):
        shown.editing = _editing(shown, actor)
    return shown


def _editing(shown: PostingPublic, actor: Actor) -> Editing:
    return Editing(
        next_states=next_states(shown.state, organiser=actor.organiser),
        waits_for=WAITS_FOR.get(shown.state),
        goes_back=goes_back(shown.state, organiser=actor.organiser),
        findings=len(check(shown.kind, shown)),
    )
