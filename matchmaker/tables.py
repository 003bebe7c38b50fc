"""Every table of the service, for migrations: importing this module registers them all."""

from matchmaker.accounts.account_models import Account, AccountLink, FailedSignIn, Membership, SignIn
from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.second_factor.models import RecoveryCode, SecondFactor
from matchmaker.agenda.editing_models import AgendaStep, FoundPlan
from matchmaker.agenda.live_models import AgendaOffer
from matchmaker.agenda.models import AgendaTold, AgendaVersion, CalendarFeed, Placement
from matchmaker.catalogue.importing import ImportRow
from matchmaker.catalogue.models import CatalogueChange, Posting, PostingText, ReviewEvent
from matchmaker.embedding.models import Embedding, ServingModel
from matchmaker.events.models import DetailChange, Event, EventStep, MeetingTable, Room, Slot
from matchmaker.events.people_models import (
    Block,
    BlockPerson,
    BlockSlot,
    EventPerson,
    PersonAbsence,
    Registration,
    TableAbsence,
)
from matchmaker.interest.models import Answer, AnswerRecord, MeetingRequest, Nudge, PairRule
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.mail.models import OutgoingMail
from matchmaker.matching.models import Candidate, RankingRun

__all__ = [
    "Account",
    "AccountLink",
    "AgendaOffer",
    "AgendaStep",
    "AgendaTold",
    "AgendaVersion",
    "Answer",
    "AnswerRecord",
    "Block",
    "BlockPerson",
    "BlockSlot",
    "CalendarFeed",
    "Candidate",
    "CatalogueChange",
    "Consent",
    "DetailChange",
    "Embedding",
    "Event",
    "EventPerson",
    "EventStep",
    "FailedSignIn",
    "FoundPlan",
    "ImportRow",
    "Invitation",
    "Job",
    "JoinRequest",
    "MeetingRequest",
    "MeetingTable",
    "Membership",
    "Nudge",
    "Organisation",
    "OutgoingMail",
    "PairRule",
    "PersonAbsence",
    "Placement",
    "Posting",
    "PostingText",
    "RankingRun",
    "RecoveryCode",
    "Registration",
    "ReviewEvent",
    "Room",
    "SecondFactor",
    "ServingModel",
    "SignIn",
    "Slot",
    "TableAbsence",
]
