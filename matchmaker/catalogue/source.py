"""From where a posting of another catalogue was taken over, and under which licence it may be shown."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints

# Shown as links, so nothing but addresses of pages.
WebAddress = Annotated[str, StringConstraints(pattern=r"^(https?://[^\s<>\"]+)?$", max_length=1000)]


class Source(BaseModel):
    """``catalogue`` is the partner's name, ``holder`` whoever the record is of, ``address`` its own page."""

    catalogue: str
    holder: str = ""
    address: WebAddress = ""
    licence: str
    licence_address: WebAddress = ""
