"""Text as it is sent: bounded before it is read, brought into the one form that is stored, and bounded again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotated_types import GroupedMetadata
from pydantic import AfterValidator, StringConstraints

from matchmaker.kit.text import normalise


@dataclass(frozen=True)
class SentText(GroupedMetadata):
    """Of ``least`` to ``most`` characters, as in ``Annotated[str, SentText(300, least=1)]``.

    Nothing that is too long is worked on, and white space alone is no text.
    """

    most: int
    least: int | None = None

    def __iter__(self) -> Iterator[Any]:
        yield from StringConstraints(max_length=self.most)
        yield AfterValidator(normalise)
        yield from StringConstraints(min_length=self.least, max_length=self.most)
