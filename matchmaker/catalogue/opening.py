"""To whom the details of a teaser are open: its organisation, organisers, and those with whom there is mutual interest.

Of interest the catalogue knows nothing: later stages register how they find it out. Without them nothing is open.
"""

from collections.abc import Callable, Collection, Sequence

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.records.views import Seen, SeenKind, note_views
from matchmaker.catalogue.models import Posting, Visibility

Opener = Callable[[Session, int, Sequence[int]], Collection[int]]
OPENERS: list[Opener] = []


def opener(function: Opener) -> Opener:
    """Register ``function(session, organisation_id, posting_ids)``: which of these an organisation may read in full."""
    OPENERS.append(function)
    return function


def teasers(session: Session, postings: Sequence[Posting], actor: Actor) -> frozenset[int]:
    """Ids of those of which this reader gets only the teaser; at most one query for each opener."""
    closed = {posting.id or 0 for posting in postings if _is_others(posting, actor)}
    if closed and actor.organisation_id is not None:
        for opened in OPENERS:
            closed -= set(opened(session, actor.organisation_id, sorted(closed)))
    return frozenset(closed)


def note_details(session: Session, postings: Sequence[Posting], hidden: Collection[int], actor: Actor) -> None:
    """Write down whose teasers this reader is shown in full."""
    shown = (posting for posting in postings if _is_others(posting, actor) and posting.id not in hidden)
    note_views(session, actor, [Seen(SeenKind.POSTING, row.id or 0, row.organisation_id) for row in shown])


def note_export(session: Session, postings: Sequence[Posting], actor: Actor) -> None:
    """Write down whose teasers go into a file that this reader, an organiser, takes away."""
    owners = {row.organisation_id for row in postings if row.visibility is Visibility.TEASER}
    note_views(session, actor, [Seen(SeenKind.POSTING_EXPORT, 0, owner) for owner in sorted(owners)])


def _is_others(posting: Posting, actor: Actor) -> bool:
    return posting.visibility is Visibility.TEASER and not actor.may_edit(posting.organisation_id)
