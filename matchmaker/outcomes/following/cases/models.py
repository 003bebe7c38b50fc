"""What is sent and shown of cases."""

from datetime import date, datetime
from typing import Annotated

from pydantic import StringConstraints, model_validator
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name
from matchmaker.catalogue.models import Currency, Kind
from matchmaker.events.fields import Day, Label, Note, RowNumber, Version
from matchmaker.interest.mutual import Reason
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.cases.values import Backing
from matchmaker.outcomes.following.models import Going

Amount = Annotated[
    str,
    StringConstraints(pattern=r"^\d{1,15}(\.\d{1,2})?$", max_length=18),
    Field(schema_extra={"examples": ["1250000000"]}),
]
Words = Annotated[Note, StringConstraints(min_length=1)]


class CaseStageSent(SQLModel):
    """Where a case is now; closing needs a reason. ``day`` is when it came there, today if left out."""

    model_config = {"extra": "forbid"}

    stage: Stage = Field(schema_extra={"examples": ["nda"]})
    reason: Reason | None = Field(default=None, schema_extra={"examples": [None]})
    note: Note = ""
    day: Day | None = None
    version: Version


class CaseVersionSent(SQLModel):
    """What was seen last; refused when it is another one by now."""

    model_config = {"extra": "forbid"}

    version: Version


class CaseTaskSent(SQLModel):
    """Clear person, task, progress and responsibility. ``side`` is the person's, ``responsible_side`` the other's.

    With ``account_id`` the person is that member, whatever name is sent.
    """

    model_config = {"extra": "forbid"}

    what: Label
    person: Name = ""
    account_id: RowNumber | None = None
    side: Kind | None = None
    responsible: Name = ""
    responsible_side: Kind | None = None
    progress: Progress = Progress.OPEN
    progress_note: Note = ""
    due: Day | None = None


class CaseTaskChanged(CaseTaskSent):
    """The whole task as it should be."""

    version: Version


class CaseNoteSent(SQLModel):
    model_config = {"extra": "forbid"}

    text: Words


class CaseValueSent(SQLModel):
    """The value of the contract. ``version`` is that of the value seen last, None where there was none."""

    model_config = {"extra": "forbid"}

    amount: Amount
    currency: Currency
    evidence: Note = Field(default="", description="For organisers: the document by which they confirm it.")
    version: Version | None = None

    @model_validator(mode="after")
    def _positive(self) -> "CaseValueSent":
        if not self.amount.strip("0."):
            raise ValueError("amount is zero")
        return self


class CaseEvidenceSent(SQLModel):
    model_config = {"extra": "forbid"}

    evidence: Words
    version: Version


class CaseGoingSent(SQLModel):
    model_config = {"extra": "forbid"}

    says: Going = Field(schema_extra={"examples": ["well"]})


# --- as they are shown ---


class CasePartnerPublic(SQLModel):
    organisation_id: int
    name_vi: str
    name_en: str
    posting_id: int | None
    titles: dict[str, str] = Field(description="By language, the posting's own first.")


class CaseValuePublic(SQLModel):
    amount: str
    currency: Currency
    backing: Backing
    awaited: list[Kind] = Field(description="The sides that have not confirmed it.")
    evidence: str
    version: int
    at: datetime


class CaseRow(SQLModel):
    """A case in a list."""

    id: int
    event_id: int
    event_vi: str
    event_en: str
    need: CasePartnerPublic
    technology: CasePartnerPublic
    stage: Stage
    reason: Reason | None
    waits_for: Kind | None = Field(description="The side whose word on the next step is missing.")
    declined_by: Kind | None
    version: int
    began_at: datetime
    stage_at: datetime
    open_tasks: int
    overdue: int = Field(description="How many tasks are past their date.")
    next_due: date | None
    value: CaseValuePublic | None


class CaseTaskPublic(SQLModel):
    id: int
    what: str
    person: str
    account_id: int | None
    side: Kind | None
    responsible: str
    responsible_side: Kind | None
    progress: Progress
    progress_note: str
    due: date | None
    overdue: bool
    version: int
    done_at: datetime | None


class CaseStepPublic(SQLModel):
    stage: Stage
    reason: Reason | None
    note: str
    day: date
    by: Kind | None = Field(description="Of which side it was said; None is an organiser.")
    at: datetime


class CaseNotePublic(SQLModel):
    id: int
    text: str
    by: Kind | None
    own: bool = Field(description="Whether the reader may remove it.")
    at: datetime


class CaseFilePublic(SQLModel):
    id: int
    name: str
    kind: str
    size: int = Field(description="In bytes.")
    by: Kind | None
    own: bool
    at: datetime


class CaseGoingPublic(SQLModel):
    side: Kind
    months: int
    says: Going
    at: datetime


class CasePersonPublic(SQLModel):
    """Somebody to whom a task may be given."""

    name: str
    side: Kind
    account_id: int | None


class CasePublic(CaseRow):
    """All there is of a case."""

    side: Kind | None = Field(description="The reader's; None for organisers.")
    asks: int | None = Field(description="After how many months it is asked how it goes, where it is now.")
    keys: list[str] = Field(description="The meetings that led to it.")
    tasks: list[CaseTaskPublic]
    notes: list[CaseNotePublic]
    files: list[CaseFilePublic]
    steps: list[CaseStepPublic]
    goings: list[CaseGoingPublic]
    people: list[CasePersonPublic]


class StageCount(SQLModel):
    stage: Stage
    cases: int
