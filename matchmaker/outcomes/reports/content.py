"""What a report says, before it is written in a language and a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from matchmaker.agenda.models import Language
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.outcomes.indicators.counting import Figure
from matchmaker.outcomes.indicators.definitions import Words

Titles = Mapping[str, str]


@dataclass(frozen=True)
class Heading:
    """Who reports, of what: an event with its days, or a period, whose last day is within it."""

    issuer: str
    number: str
    place: str
    written: date
    event: Words | None
    held_at: str
    first: date
    last: date


@dataclass(frozen=True)
class MeetingLine:
    """A meeting; ``starts_at`` is on the clocks of the event's zone."""

    starts_at: datetime
    need_side: Words
    technology_side: Words
    need: Titles
    technology: Titles
    held: bool
    next_step: bool


@dataclass(frozen=True)
class UnmetLine:
    """A need that nothing fits."""

    organisation: Words
    need: Titles


@dataclass(frozen=True)
class Named:
    """Who is named for something: a name as it was written, and whose it is; either may be missing."""

    name: str
    organisation: Words | None

    def say(self, language: Language) -> str:
        """Both, as far as they are known."""
        return " · ".join(filter(None, (self.name, self.organisation.say(language) if self.organisation else "")))


@dataclass(frozen=True)
class TaskLine:
    """The open task of a case that is due first: what, who does it, who answers for it, how far it is, by when."""

    what: str
    person: Named
    responsible: Named
    progress: str
    due: date | None


@dataclass(frozen=True)
class CaseLine:
    """A case with its next task; ``overdue`` says that this task is late."""

    case_id: int
    need_side: Words
    technology_side: Words
    need: Titles
    technology: Titles
    stage: str
    task: TaskLine | None
    overdue: bool


@dataclass(frozen=True)
class Report:
    """Figures are the indicators', by code; those of a period also by month, in order, as ``2026-11``."""

    heading: Heading
    figures: Mapping[str, Figure]
    months: Mapping[str, Mapping[str, Figure]]
    meetings: Sequence[MeetingLine]
    unmet: Sequence[UnmetLine]
    cases: Sequence[CaseLine]
    taxonomy: Taxonomy
