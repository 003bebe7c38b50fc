"""Organisations: who lists technologies and who posts needs."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError
from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from matchmaker.accounts.tax_codes import read_tax_code
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.mail.models import Language
from matchmaker.kit.text import normalise

Name = Annotated[str, AfterValidator(normalise), StringConstraints(max_length=300)]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,}(-[a-z]+)*$", max_length=40)]


def _tax_code(text: str) -> str:
    code = read_tax_code(text) if text.strip() else ""
    if code is None:
        raise PydanticCustomError("tax_code_invalid", "no tax code of Viet Nam")
    return code


TaxCode = Annotated[
    str, StringConstraints(max_length=40), AfterValidator(_tax_code), Field(schema_extra={"examples": ["0100109106"]})
]


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


class Verification(StrEnum):
    """Whether an organiser has looked at an organisation that somebody brought in themselves."""

    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"


_ONE_OF_EACH = "tax_code <> '' AND verification = 'verified'"


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
    """``verification_reason`` says why it was rejected; ``verified_by`` is whoever decided last."""

    # Two who claim the same tax code may wait, but only one of them can be the one.
    __table_args__ = (
        Index(
            "ux_organisation_verified_tax_code",
            "tax_code",
            unique=True,
            sqlite_where=text(_ONE_OF_EACH),
            postgresql_where=text(_ONE_OF_EACH),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str | None = Field(default=None, max_length=100, unique=True)
    created_at: datetime = Field(default_factory=clock.now)
    tax_code: str = Field(default="", max_length=14)
    verification: Verification = Field(default=Verification.VERIFIED, sa_type=StoredEnum(Verification))
    verification_reason: str = Field(default="", max_length=500)
    verified_by: str = Field(default="", max_length=100)

    def name_in(self, language: Language) -> str:
        """The name in a language, or the other one where there is none."""
        return language.choose(self.name_vi, self.name_en)


class OrganisationCreate(OrganisationBase):
    model_config = {"extra": "forbid"}

    key: Annotated[str, StringConstraints(pattern=r"^[\w.-]+$", max_length=100)] | None = Field(
        default=None, description="Your own reference; sending the same key again changes the organisation."
    )
    tax_code: TaxCode = ""


class OrganisationUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    name_vi: Name | None = None
    name_en: Name | None = None
    kind: OrganisationKind | None = None
    region: RegionCode | None = None
    size: OrganisationSize | None = None
    website: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=300)] | None = None
    tax_code: TaxCode | None = None


class OrganisationPublic(OrganisationBase):
    id: int
    key: str | None
    verification: Verification
