"""Postings as tables that can be imported again, templates, and the rejected rows of an import."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.service import get_organisation
from matchmaker.catalogue import contents, queries, service
from matchmaker.catalogue.facets import Wanted
from matchmaker.catalogue.headers import columns_of
from matchmaker.catalogue.importing import ImportRow, RowStatus, answers
from matchmaker.catalogue.models import TEXT_FIELDS, Kind, Posting, PostingText
from matchmaker.catalogue.opening import note_export
from matchmaker.catalogue.tables import read_rows, write_csv, write_jsonl, write_xlsx
from matchmaker.catalogue.translations import translation_columns
from matchmaker.kit.errors import NotFoundError

Format = Literal["csv", "xlsx", "jsonl"]
MEDIA_TYPES: dict[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}
PAGE = 200


def write(form: Format, rows: Iterable[dict[str, Any]], columns: list[str]) -> bytes:
    """Rows in one of the formats. Raises TableError when a text is too long for it."""
    writers: dict[str, Callable[..., bytes]] = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}
    return writers[form](rows, columns)


def template(kind: Kind, form: Format, language: str) -> bytes:
    """An empty table with headers in one language and one example row."""
    columns = columns_of(kind.value)
    names = [column.field if form == "jsonl" else column.header(language) for column in columns]
    examples = [column.example_vi if language == "vi" else column.example_en for column in columns]
    return write(form, [dict(zip(names, examples, strict=True))], names)


def export(session: Session, kind: Kind, actor: Actor, form: Format, language: str) -> bytes:
    """Every posting of a kind that the actor may edit, in the columns of the template and one more per translation."""
    columns = {column.field: column.header(language) for column in columns_of(kind.value)}
    columns |= translation_columns(kind, queries.languages(session, kind), language)
    names = {field: field if form == "jsonl" else header for field, header in columns.items()}
    rows = ({name: row.get(field) for field, name in names.items()} for row in _editable(session, kind, actor))
    return write(form, rows, list(names.values()))


def _editable(session: Session, kind: Kind, actor: Actor) -> Iterable[dict[str, Any]]:
    offset = 0
    references: dict[int, str] = {}
    organisation = None if actor.organiser else actor.organisation_id
    while True:
        page, total = service.list_postings(session, actor, Wanted(kind, organisation_id=organisation), offset, PAGE)
        own = [posting for posting in page if actor.may_edit(posting.organisation_id)]
        note_export(session, own, actor)
        texts = queries.texts_of(session, [posting.id or 0 for posting in own])
        for posting in own:
            if posting.organisation_id not in references:
                references[posting.organisation_id] = _reference(session, posting.organisation_id)
            yield _row(posting, texts[posting.id or 0], references[posting.organisation_id])
        offset += PAGE
        if offset >= total:
            return


def _reference(session: Session, organisation_id: int) -> str:
    """How an import finds the organisation again."""
    organisation = get_organisation(session, organisation_id)
    return organisation.key or organisation.name_vi or organisation.name_en


def _row(posting: Posting, texts: list[PostingText], reference: str) -> dict[str, Any]:
    values = contents.content(posting, {text.language: text.body for text in texts}, TEXT_FIELDS[posting.kind])
    values |= {"key": posting.key, "organisation": reference}
    for text in values.pop("translations"):
        values |= {f"{name}_{text['language']}": text[name] for name in TEXT_FIELDS[posting.kind]}
    return values


def rejected(session: Session, job_id: int, path: Path, filename: str, form: Format) -> bytes:
    """The rows of an upload that were rejected, as they were, with the reasons in one more column.

    Raises NotFoundError once the upload has been removed. Where no row was rejected, the table has no rows.
    """
    found: dict[int, ImportRow] = {}
    offset = 0
    while page := answers(session, job_id, RowStatus.REJECTED, offset, 1000)[0]:
        found |= {row.number: row for row in page}
        offset += len(page)
    if not found:
        return write(form, [], ["errors"])
    try:
        upload = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("upload_gone", id=job_id) from error
    # The header of a table; of JSON Lines, whatever any of the lines has.
    columns: dict[str, None] = {}
    rows = []
    # The import has counted the rows already.
    for row in read_rows(upload, filename, max_rows=sys.maxsize):
        columns |= dict.fromkeys(row.values)
        if row.number in found:
            rows.append({**row.values, "errors": _reasons(found[row.number])})
    return write(form, rows, [*(name for name in columns if name != "errors"), "errors"])


def _reasons(row: ImportRow) -> str:
    return "; ".join(f"{error['field']}: {error['code']}" if error["field"] else error["code"] for error in row.errors)
