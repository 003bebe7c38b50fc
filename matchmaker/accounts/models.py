"""Organisations: who lists technologies and who posts needs."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.text import normalise

Name = Annotated[str, AfterValidator(normalise), StringConstraints(max_length=300)]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,}(-[a-z]+)*$", max_length=40)]


class OrganisationKind(StrEnum):
    ENTERPRISE = "enterprise"
    INSTITUTE = "institute"
    UNIVERSITY = "university"
    AGENCY = "agency"
    FOREIGN_SUPPLIER = "foreign_supplier"


class OrganisationSize(StrEnum):
    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class OrganisationBase(SQLModel):
    """What an organisation says of itself; at least one of the two names is filled."""

    name_vi: Name = Field(default="", schema_extra={"examples": ["Viện Công nghệ Biển Đông"]})
    name_en: Name = Field(default="", schema_extra={"examples": ["East Sea Institute of Technology"]})
    kind: OrganisationKind = Field(default=OrganisationKind.ENTERPRISE, sa_type=StoredEnum(OrganisationKind))
    region: RegionCode = "hai-phong"
    size: OrganisationSize | None = Field(default=None, sa_type=StoredEnum(OrganisationSize))
    website: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=300)] | None = None


@audited()
class Organisation(OrganisationBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    key: str | None = Field(default=None, max_length=100, unique=True)
    created_at: datetime = Field(default_factory=clock.now)


class OrganisationCreate(OrganisationBase):
    model_config = {"extra": "forbid"}

    key: Annotated[str, StringConstraints(pattern=r"^[\w.-]+$", max_length=100)] | None = Field(
        default=None, description="Your own reference; sending the same key again changes the organisation."
    )


class OrganisationUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    name_vi: Name | None = None
    name_en: Name | None = None
    kind: OrganisationKind | None = None
    region: RegionCode | None = None
    size: OrganisationSize | None = None
    website: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=300)] | None = None


class OrganisationPublic(OrganisationBase):
    id: int
    key: str | None
