"""The texts of a posting as types: cleaned when they come in, and of a limited length."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from matchmaker.catalogue.legacy_text import LegacyTextError, convert
from matchmaker.kit.text import normalise

MAX_BODY = 200_000


def clean(text: str) -> str:
    """Text in NFC without control characters, whatever encoding it was once typed in.

    Raises a validation error for legacy text that cannot be converted without damage.
    """
    try:
        return normalise(convert(normalise(text)).text)
    except LegacyTextError as error:
        raise PydanticCustomError("legacy_text_unconvertible", "legacy {encoding} text", error.params) from error


# The validation context of content that comes from the database: it was cleaned on its way in.
STORED = {"stored": True}


def _cleaned(text: str, info: ValidationInfo) -> str:
    return text if info.context is STORED else clean(text)


# Length is checked before anything is done with a text, and again after it: composing can make a text longer.
Body = Annotated[
    str, StringConstraints(max_length=MAX_BODY), AfterValidator(_cleaned), StringConstraints(max_length=MAX_BODY)
]
Title = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(_cleaned), StringConstraints(min_length=1, max_length=500)
]
Keyword = Annotated[
    str, StringConstraints(max_length=100), AfterValidator(_cleaned), StringConstraints(min_length=1, max_length=100)
]


def check_range(low: int | None, high: int | None) -> None:
    """Raise ValueError when a range is upside down."""
    if low is not None and high is not None and low > high:
        raise ValueError("the lower amount is above the upper one")
