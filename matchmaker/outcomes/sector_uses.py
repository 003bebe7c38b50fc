"""What is counted or taken in under a sector: targets of plans, and partners' catalogues."""

from sqlalchemy import or_
from sqlmodel import Session, col

from matchmaker.catalogue.sectors.uses import counts, is_in, number_of
from matchmaker.outcomes.feeds.partners.models import PartnerSource
from matchmaker.outcomes.plans.models import PlanTarget


@counts("targets")
def _targets(session: Session, code: str) -> int:
    return number_of(session, or_(col(PlanTarget.sector) == code, col(PlanTarget.part) == code))


@counts("partners")
def _partners(session: Session, code: str) -> int:
    return number_of(session, or_(is_in(PartnerSource.sectors, code), is_in(PartnerSource.terms, code)))
