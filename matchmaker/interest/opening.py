"""Mutual interest opens a teaser: both postings of an accepted request are read in full by the other side."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select, union

from matchmaker.catalogue.opening import opener
from matchmaker.interest.models import MeetingRequest
from matchmaker.interest.mutual import RequestState


@opener
def opened_by_interest(session: Session, organisation_id: int, posting_ids: Sequence[int]) -> Collection[int]:
    """Those of these postings for which the organisation and theirs have accepted each other, at any event."""
    accepted = col(MeetingRequest.state) == RequestState.ACCEPTED
    technologies = select(MeetingRequest.technology_id).where(
        accepted,
        MeetingRequest.need_organisation_id == organisation_id,
        col(MeetingRequest.technology_id).in_(posting_ids),
    )
    needs = select(MeetingRequest.need_id).where(
        accepted,
        MeetingRequest.technology_organisation_id == organisation_id,
        col(MeetingRequest.need_id).in_(posting_ids),
    )
    return set(session.execute(union(technologies, needs)).scalars())
