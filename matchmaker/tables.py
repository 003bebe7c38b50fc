"""Every table of the service, for migrations: importing this module registers them all."""

from matchmaker.accounts.account_models import Account, AccountLink, FailedSignIn, Membership, SignIn
from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.oidc.models import Identity, IdentityProvider
from matchmaker.accounts.records.view_models import DetailView
from matchmaker.accounts.second_factor.models import RecoveryCode, SecondFactor
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.agenda.editing_models import AgendaStep, FoundPlan
from matchmaker.agenda.live_models import AgendaOffer
from matchmaker.agenda.models import AgendaTold, AgendaVersion, CalendarFeed, Placement
from matchmaker.agenda.notice_models import AgendaNotice
from matchmaker.catalogue.answering.models import AnswerTemplate
from matchmaker.catalogue.importing import ImportRow
from matchmaker.catalogue.models import CatalogueChange, Posting, PostingText, ReviewEvent
from matchmaker.catalogue.sectors.models import SectorRow
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
from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.mail.models import OutgoingMail
from matchmaker.matching.models import Candidate, IndexGeneration, IndexPart, RankingRun
from matchmaker.outcomes.day.models import CheckIn, DayDisplay, MeetingWord
from matchmaker.outcomes.feeds.digests.models import DigestWeek, NewsStopped
from matchmaker.outcomes.feeds.national.models import RecordMapping
from matchmaker.outcomes.feeds.partners.models import PartnerRecord, PartnerSource
from matchmaker.outcomes.feeds.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookReceiver
from matchmaker.outcomes.following.models import (
    Case,
    CaseFile,
    CaseGoing,
    CaseMeeting,
    CaseNote,
    CaseReminder,
    CaseStep,
    CaseTask,
    CaseValue,
    Feedback,
)
from matchmaker.outcomes.plans.models import Plan, PlanEntry, PlanTarget
from matchmaker.outcomes.taken_over import NationalRecord

__all__ = [
    "Account",
    "AccountLink",
    "AgendaNotice",
    "AgendaOffer",
    "AgendaStep",
    "AgendaTold",
    "AgendaVersion",
    "Answer",
    "AnswerRecord",
    "AnswerTemplate",
    "ApiToken",
    "AuditEntry",
    "Block",
    "BlockPerson",
    "BlockSlot",
    "CalendarFeed",
    "Candidate",
    "Case",
    "CaseFile",
    "CaseGoing",
    "CaseMeeting",
    "CaseNote",
    "CaseReminder",
    "CaseStep",
    "CaseTask",
    "CaseValue",
    "CatalogueChange",
    "CheckIn",
    "Consent",
    "DayDisplay",
    "DetailChange",
    "DetailView",
    "DigestWeek",
    "Embedding",
    "Event",
    "EventPerson",
    "EventStep",
    "FailedSignIn",
    "Feedback",
    "FoundPlan",
    "Identity",
    "IdentityProvider",
    "ImportRow",
    "IndexGeneration",
    "IndexPart",
    "Invitation",
    "Job",
    "JoinRequest",
    "MeetingRequest",
    "MeetingTable",
    "MeetingWord",
    "Membership",
    "NationalRecord",
    "NewsStopped",
    "Nudge",
    "Organisation",
    "OutgoingMail",
    "PairRule",
    "PartnerRecord",
    "PartnerSource",
    "PersonAbsence",
    "Placement",
    "Plan",
    "PlanEntry",
    "PlanTarget",
    "Posting",
    "PostingText",
    "RankingRun",
    "RecordMapping",
    "RecoveryCode",
    "Registration",
    "ReviewEvent",
    "Room",
    "SecondFactor",
    "SectorRow",
    "ServingModel",
    "SignIn",
    "Slot",
    "TableAbsence",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookReceiver",
]

# Tables whose changes are not in the audit log, and why.
NOT_AUDITED = {
    AgendaNotice: "is itself the record of who was told",
    AgendaStep: "is itself the record of who changed a draft, with before and after",
    AgendaTold: "follows from publishing",
    AnswerRecord: "is itself a record of answers",
    AuditEntry: "is the log",
    Candidate: "made by ranking",
    CaseReminder: "follows from due dates, which are audited",
    CaseStep: "is itself the record of stages",
    CatalogueChange: "is itself a record, for the index",
    DetailChange: "is itself a record, for calendars",
    DigestWeek: "follows from the calendar",
    DetailView: "is itself a record of views",
    Embedding: "made by the model",
    EventStep: "is itself the record of phases",
    FailedSignIn: "counts failures under keys that tell nobody",
    FoundPlan: "made by planning",
    ImportRow: "is itself the answer to an import",
    IndexGeneration: "made from texts and vectors",
    IndexPart: "made from texts and vectors",
    OutgoingMail: "follows from what it speaks of, and carries links that are secrets",
    PartnerRecord: "follows from what partners say; the postings made of it are audited",
    Placement: "kept in versions that stay; drafts are told step by step",
    RankingRun: "made by ranking",
    RecoveryCode: "has a secret for its key; how many are left is told of the account",
    ReviewEvent: "is itself the record of review",
    WebhookAttempt: "is itself a record of attempts",
    WebhookDelivery: "follows from what it speaks of",
}
