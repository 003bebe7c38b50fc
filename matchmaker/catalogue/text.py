"""Which of a posting's words are read for matching, and by whom."""

from matchmaker.catalogue.models import TEASER_FIELDS, TEXT_FIELDS, Kind


def embedding_text(kind: Kind, body: dict[str, str], keywords: list[str]) -> str:
    """The text that stands for a posting in one language: its title, then all it says, then its keywords.

    References are left out: they name other people's projects, not what this one does.
    """
    fields = [name for name in TEXT_FIELDS[kind] if name not in ("title", "references")]
    parts = [body.get("title", ""), *(body.get(name, "") for name in fields), ", ".join(keywords)]
    return join_title(parts[0], " ".join(part for part in parts[1:] if part))


def join_title(title: str, text: str) -> str:
    """Title and text as one text."""
    return f"{title}. {text}" if title and text else title or text


def readable_fields(kind: Kind, *, teaser: bool) -> tuple[str, ...]:
    """The fields of the text that a reader may see."""
    return TEASER_FIELDS[kind] if teaser else TEXT_FIELDS[kind]
