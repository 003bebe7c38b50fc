"""The reference of the API, made of the service's own description: a page for each part, without a script.

A page says of each call who may make it (as PERMISSIONS.md does), what it takes and what it answers.
"""

import re
from typing import Any

Schema = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")
START = """# The API

Everything the page does goes through this API. It describes itself in OpenAPI at `/api/openapi.json` of every service,
from which these pages are made.

- **Who is calling**: the cookie of a sign-in, or `Authorization: Bearer TOKEN` with a token made under *Account*.
- **Refusals** are `application/problem+json` with a stable `code` and `params`; words for people are the caller's.
- **Pages**: lists take `offset` and `limit` and answer `items` and `total`.
- **Times** are UTC with an offset; texts are NFC.

| part | calls |
| --- | --- |
"""


def pages() -> dict[str, str]:
    """The pages by their names."""
    document = _document()
    parts: dict[str, list[str]] = {}
    for path, calls in document["paths"].items():
        for method in METHODS:
            if method in calls:
                part = (calls[method].get("tags") or ["other"])[0]
                parts.setdefault(part, []).append(_call(method, path, calls[method], document))
    rows = [f"| [{_title(name)}]({_slug(name)}.md) | {len(calls)} |" for name, calls in sorted(parts.items())]
    made = {"api/index.md": START + "\n".join(rows) + "\n"}
    for name, calls in sorted(parts.items()):
        made[f"api/{_slug(name)}.md"] = f"# {_title(name)}\n\n" + "\n".join(calls)
    return made


def _document() -> Schema:
    from matchmaker.app import create_app
    from matchmaker.settings import Settings

    # Nothing connects to this database: only the document is made.
    settings = Settings(database_url="postgresql+psycopg:///none", telemetry="")
    return create_app(settings, background=False).openapi()  # type: ignore[no-any-return]


def _call(method: str, path: str, call: Schema, document: Schema) -> str:
    lines = [f"## `{method.upper()} {path}`", "", _text(call.get("description") or call.get("summary", "")), ""]
    given = [one for one in call.get("parameters", []) if one["in"] != "cookie"]
    if given:
        lines += ["| parameter | in | type | |", "| --- | --- | --- | --- |"]
        for one in given:
            name = f"`{one['name']}`" + (" *" if one.get("required") else "")
            lines.append(f"| {name} | {one['in']} | {_type(one['schema'])} | {_cell(one.get('description', ''))} |")
        lines.append("")
    for kind, content in call.get("requestBody", {}).get("content", {}).items():
        lines += [
            f"Takes `{kind}`: {_type(content.get('schema', {}))}",
            "",
            *_fields(content.get("schema", {}), document),
        ]
    for status, answer in call.get("responses", {}).items():
        if status.startswith("2"):
            told = ", ".join(_type(one.get("schema", {})) for one in answer.get("content", {}).values())
            lines.append(f"Answers {status}{': ' + told if told else ''}")
    refused = [status for status in call.get("responses", {}) if status[0] in "45"]
    lines += [f"Refuses with {', '.join(refused)}" if refused else "", ""]
    return "\n".join(lines)


def _fields(schema: Schema, document: Schema) -> list[str]:
    """The fields of a body that is an object of its own."""
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    fields = document["components"]["schemas"].get(name, {}).get("properties", {})
    needed = document["components"]["schemas"].get(name, {}).get("required", [])
    if not fields:
        return []
    rows = ["| field | type | |", "| --- | --- | --- |"]
    for field, told in fields.items():
        star = " *" if field in needed else ""
        rows.append(f"| `{field}`{star} | {_type(told)} | {_cell(told.get('description', ''))} |")
    return [*rows, ""]


def _type(schema: Schema) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        return f"`{schema['$ref'].rsplit('/', 1)[-1]}`"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return f"{schema.get('type', 'anything')}{' (' + schema['format'] + ')' if 'format' in schema else ''}"


def _text(words: str) -> str:
    return words.replace("<", "&lt;")


def _cell(words: str) -> str:
    return _text(" ".join(words.split())).replace("|", "\\|")


def _title(part: str) -> str:
    return part.replace("_", " ").replace("-", " ").capitalize()


def _slug(part: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")
