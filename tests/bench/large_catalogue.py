"""A large catalogue of real texts as files to import: technologies of NASA's Techport, needs of European calls."""

import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tests.bench.serving import matchmaker


def is_there(data: Path) -> bool:
    return _technologies(data).exists() and calls_file(data).exists()


def prepare(
    data: Path, folder: Path, size: int, *, former: Path | None = None, institutes: int = 1, enterprises: int = 1
) -> None:
    """Write the files, dealt out to so many organisations, and make the database; vectors are taken from ``former``."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "technologies.jsonl").open("w") as out:
        for number, row in enumerate(read_technologies(data, size)):
            owner = _key("institute", number % institutes)
            out.write(_row(row["id"], owner, title=row["title"][:500], description=row["text"]))
    with calls_file(data).open(encoding="utf-8") as stream, (folder / "needs.jsonl").open("w") as out:
        for number, line in enumerate(stream):
            row = json.loads(line)
            owner = _key("enterprise", number % enterprises)
            out.write(_row(row["id"], owner, title=row["title"][:500], problem=row["description"]))
    organisations = [
        {"key": _key(kind, number), "name_en": f"{kind.capitalize()} {number + 1}", "kind": kind, "region": region}
        for kind, count, region in (("institute", institutes, "us"), ("enterprise", enterprises, "be"))
        for number in range(count)
    ]
    (folder / "organisations.jsonl").write_text("\n".join(map(json.dumps, organisations)))
    if not (folder / "matchmaker.db").exists():
        matchmaker(folder, "db", "upgrade")
        matchmaker(folder, "organisations", "load", str(folder / "organisations.jsonl"))
        if former:
            _hand_on_vectors(former, folder)


def import_all(folder: Path) -> None:
    """Import and publish both files."""
    for kind, name in (("need", "needs"), ("technology", "technologies")):
        file = str(folder / f"{name}.jsonl")
        told = matchmaker(folder, "postings", "import", kind, file, "--write", "--publish", "--json")
        assert json.loads(told)["rejected"] == 0, told


def queries(folder: Path) -> list[str]:
    """Free text as people type it: the titles of needs, whole or their first words."""
    titles = [json.loads(line)["title"] for line in (folder / "needs.jsonl").open(encoding="utf-8")]
    return [title if number % 2 else " ".join(re.findall(r"\w+", title)[:4]) for number, title in enumerate(titles)]


def read_technologies(data: Path, size: int) -> Iterator[dict[str, str]]:
    with gzip.open(_technologies(data), "rt", encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            if number >= size:
                return
            yield json.loads(line)


def _technologies(data: Path) -> Path:
    return data / "scale" / "technologies.jsonl.gz"


def calls_file(data: Path) -> Path:
    return data / "calls" / "calls.jsonl"


def _key(kind: str, number: int) -> str:
    return f"bench-{kind}-{number}"


def _row(key: str, organisation: str, **texts: str) -> str:
    return json.dumps({"key": str(key), "organisation": organisation, "language": "en", **texts}) + "\n"


def _hand_on_vectors(former: Path, folder: Path) -> None:
    with sqlite3.connect(folder / "matchmaker.db") as connection:
        connection.execute("ATTACH ? AS former", (str(former / "matchmaker.db"),))
        connection.execute("INSERT OR IGNORE INTO embedding SELECT * FROM former.embedding")
