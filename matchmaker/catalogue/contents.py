"""A posting's content: from what people send and from rows, as its schema and as plain values."""

from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from matchmaker.catalogue import queries
from matchmaker.catalogue.fields import STORED
from matchmaker.catalogue.models import (
    COLUMN_OF,
    CREATE_SCHEMA,
    SHARED_COLUMNS,
    TEXT_FIELDS,
    Kind,
    Posting,
    PostingCreate,
)
from matchmaker.kit.errors import InvalidError


def validated(kind: Kind, values: dict[str, Any]) -> PostingCreate:
    """Content as its schema. Raises InvalidError with one entry per wrong field."""
    schema = CREATE_SCHEMA[kind]
    if extra := sorted(set(values) - set(schema.model_fields)):
        raise InvalidError("field_unknown", fields=extra)
    try:
        return schema.model_validate(values)
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, e["loc"])), "code": e["type"]} for e in error.errors()]
        raise InvalidError("content_invalid", fields=fields[:50]) from error


def stored(kind: Kind, values: dict[str, Any]) -> PostingCreate:
    """Content from the database as its schema; its text is not cleaned again."""
    return CREATE_SCHEMA[kind].model_validate(values, context=STORED)


def content_of(session: Session, posting: Posting) -> dict[str, Any]:
    """A posting's content as its schema's plain values."""
    assert posting.id is not None
    texts = {text.language: text.body for text in queries.texts_of(session, [posting.id])[posting.id]}
    return content(posting, texts, TEXT_FIELDS[posting.kind])


def plain(kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
    """Content as JSON writes it, so that two of them can be compared."""
    return stored(kind, values).model_dump(mode="json", exclude={"organisation_id", "key"})


def content(posting: Posting, texts: dict[str, dict[str, str]], fields: tuple[str, ...]) -> dict[str, Any]:
    """Plain values from a posting and its texts by language; of the text only ``fields``."""
    values: dict[str, Any] = {name: getattr(posting, name) for name in SHARED_COLUMNS}
    values |= {name: getattr(posting, column) for name, column in COLUMN_OF[posting.kind].items()}
    original = texts.get(posting.language, {})
    values |= {name: original.get(name, "") for name in fields}
    values["translations"] = [
        {"language": language, **{name: body.get(name, "") for name in fields}}
        for language, body in sorted(texts.items())
        if language != posting.language
    ]
    return values
