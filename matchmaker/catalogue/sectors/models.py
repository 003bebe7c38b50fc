"""A sector that was changed or added here, and how it is sent and shown."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints
from pydantic import Field as Checked
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.sent_text import SentText

MOST_SECTORS = 500

# Words with hyphens between them, and for a leaf the code of its top sector before a point.
NewCode = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$", min_length=2, max_length=80)
]
SectorName = Annotated[str, SentText(120, least=1)]
Described = Annotated[str, SentText(1000)]


@audited(noise=("updated_at",))
class SectorRow(SQLModel, table=True):
    """A sector as it is here, whatever the shipped file says of this code."""

    __tablename__ = "sector"

    code: str = Field(primary_key=True, max_length=80)
    name_vi: str
    name_en: str
    description_vi: str
    description_en: str
    retired: bool = False
    version: int = 1
    updated_at: datetime = Field(default_factory=clock.now)


class SectorBase(BaseModel):
    """What a sector is called; descriptions are what suggestions compare texts with."""

    model_config = {"extra": "forbid"}

    name_vi: SectorName = Checked(examples=["Điện mặt trời"])
    name_en: SectorName = Checked(examples=["Solar photovoltaics"])
    description_vi: Described = ""
    description_en: Described = ""


class SectorCreate(SectorBase):
    """A new sector; its code stays for good."""

    code: NewCode = Checked(examples=["renewable-energy.tidal-power"])


class SectorSaved(SectorBase):
    """A sector as it shall be; ``version`` guards against overwriting somebody else's change."""

    retired: bool = Checked(default=False, description="Whether nothing new is filed under it.")
    version: int = Checked(ge=0, le=2**31 - 1, description="The version that was seen; 0 for one as it was shipped.")


class SectorPublic(BaseModel):
    """A sector; ``shipped`` ones cannot be removed, and ``version`` is 0 where nobody has changed one."""

    code: str = Checked(examples=["renewable-energy.solar-pv"])
    parent: str | None
    name_vi: str
    name_en: str
    description_vi: str
    description_en: str
    retired: bool
    shipped: bool
    version: int
