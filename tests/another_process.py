"""Another process on the same database: takes orders as lines of JSON, answers each with one; settings as always."""

import json
import sys
from typing import Any

from matchmaker.accounts.acting import PUBLIC
from matchmaker.catalogue.models import Kind
from matchmaker.kit.database import Database
from matchmaker.kit.logging import configure_logging
from matchmaker.matching.filters import Filter
from matchmaker.matching.service import Matcher, search
from matchmaker.services import Services, open_matcher
from matchmaker.settings import Settings


def main() -> None:
    """Get ready, say so, and obey until the input ends."""
    settings = Settings()
    # Answers go where logs would go otherwise.
    configure_logging("INFO", "json")
    matcher = open_matcher(Services(settings, Database(settings.database)))
    answer(matcher.engine.current().kept)
    for line in sys.stdin:
        order, *told = json.loads(line)
        answer(obey(matcher, order, told))


def obey(matcher: Matcher, order: str, told: list[Any]) -> Any:
    """What came of an order."""
    if order == "rebuild":
        return matcher.engine.rebuild().kept
    if order == "follow":
        return matcher.engine.follow()
    with matcher.engine.reading() as session:
        found = search(session, matcher.engine, Kind.TECHNOLOGY, told[0], PUBLIC, Filter(), "vi", 0, 50)
    return [hit.posting.id for hit in found.items]


def answer(value: Any) -> None:
    """One line for whoever gave the order."""
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    main()
