"""Columns of texts in languages that the template does not name, such as ``title (ko)``."""

import re

from matchmaker.catalogue.headers import columns_of, match_headers
from matchmaker.catalogue.models import TEXT_FIELDS, Kind

# Longer ones are no headers of ours, and the pattern takes long over a long run of spaces.
_MAX_HEADER = 200
_HEADER = re.compile(r"^(.+?)[ _]*[_(]([a-zA-Z]{2,3})\)?$")


def match_translations(headers: list[str], kind: Kind) -> dict[str, str]:
    """Header -> field (``title_ko``) for the headers that are a text's with a language behind it."""
    found = {header: _HEADER.match(header.strip()) for header in headers if len(header) <= _MAX_HEADER}
    fields = {header: match_headers([match[1]], kind.value).get(match[1]) for header, match in found.items() if match}
    return {
        header: f"{field}_{match[2].lower()}"
        for header, field in fields.items()
        if field in TEXT_FIELDS[kind] and (match := found[header])
    }


def translation_columns(kind: Kind, languages: list[str], shown_in: str) -> dict[str, str]:
    """Field -> header for every text in ``languages``, leaving out what the template has already."""
    columns = columns_of(kind.value)
    headers = {column.field: column.header(shown_in) for column in columns if column.field in TEXT_FIELDS[kind]}
    made = {f"{field}_{code}": f"{header} ({code})" for code in languages for field, header in headers.items()}
    known = {column.field for column in columns}
    return {field: header for field, header in made.items() if field not in known}
