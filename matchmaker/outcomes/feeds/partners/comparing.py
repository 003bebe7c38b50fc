"""Looks for what may be copies, by vectors; a person decides."""

from collections.abc import Sequence

from sqlmodel import Session

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind, Posting
from matchmaker.kit.database import Database
from matchmaker.matching.engine import Engine, text_row
from matchmaker.matching.likeness import find_alike
from matchmaker.outcomes.feeds.partners import queries
from matchmaker.outcomes.feeds.partners.harvesting import Report

# Texts of so many postings are encoded together.
BATCH = 50


def compare(database: Database, engine: Engine, source_id: int, report: Report) -> int:
    """Note the nearest published posting of each record that changed; how many have one. Goes on where it stopped."""
    done = alike = 0
    while True:
        with database.session(writes=False) as session:
            batch = queries.not_compared(session, source_id, BATCH)
            _encode(session, engine, [posting for _, posting in batch])
            nearest = {row.id: find_alike(session, engine, posting, [], 1) for row, posting in batch}
        if not batch:
            return alike
        with database.session() as session:
            for row, _ in batch:
                kept = session.merge(row)
                kept.compared = True
                for one in nearest[row.id]:
                    kept.alike_id, kept.alike = one.posting_id, one.similarity
                    alike += 1
        done += len(batch)
        report("comparing", done, done + (len(batch) == BATCH))


def _encode(session: Session, engine: Engine, postings: Sequence[Posting]) -> None:
    """Make the vectors of all texts at once; they are needed again in review and when a posting is published."""
    texts = catalogue.texts_of(session, [posting.id or 0 for posting in postings])
    for kind in Kind:
        own = [posting for posting in postings if posting.kind is kind]
        rows = [text_row(posting, text) for posting in own for text in texts[posting.id or 0]]
        engine.lasting_vectors([row.text for row in rows], kind)
