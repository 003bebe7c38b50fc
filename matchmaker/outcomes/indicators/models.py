"""Figures as they are asked for and shown."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from matchmaker.outcomes.indicators.cutting import By
from matchmaker.outcomes.indicators.definitions import Section, Unit


class DefinitionPublic(SQLModel):
    """What an indicator is called and what it means."""

    code: str = Field(schema_extra={"examples": ["meetings_held"]})
    section: Section
    section_vi: str
    section_en: str
    unit: Unit
    name_vi: str
    name_en: str
    definition_vi: str
    definition_en: str


class PartPublic(SQLModel):
    """A part of a figure: of a sector, a kind, a stage or a currency."""

    key: str
    name_vi: str
    name_en: str
    value: float


class FigurePublic(SQLModel):
    """A figure; without a value where there is nothing to count it from, or where only its parts can be said."""

    code: str
    value: float | None
    parts: list[PartPublic]


class GroupPublic(SQLModel):
    """The figures of a month (2026-11), a top sector, a kind, a region or an event (its id)."""

    key: str
    name_vi: str
    name_en: str
    figures: list[FigurePublic]


class IndicatorsPublic(SQLModel):
    """All indicators of what was asked for, and by group if groups were."""

    zone: str = Field(description="Of days and months.")
    at: datetime
    event_id: int | None
    sector: str | None
    kind: str | None
    region: str | None
    since: date | None
    until: date | None
    by: By | None
    figures: list[FigurePublic]
    groups: list[GroupPublic]
