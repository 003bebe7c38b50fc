"""Learning from answers and outcomes: a version that is better on held-out needs serves, and can be given up again."""

from contextlib import nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sqlmodel import Session

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import ConflictError, InvalidError
from matchmaker.matching import learned
from matchmaker.matching.engine import Engine
from matchmaker.outcomes.learning.gathering import grades_of_pairs
from matchmaker.outcomes.learning.models import KnownPublic, LearnedPublic, LearningPublic, measured
from matchmaker.outcomes.learning.refitting import count, read_labelled, refit

# What a version that was learned here is trained on, in its origin.
SOURCE = "answers and outcomes"
MOST_SHOWN = 20


def learn(database: Database, engine: Engine, folder: Path) -> dict[str, Any]:
    """Refit, keep the new version with what it does, and take it into use if it is better.

    Raises ConflictError where too little is known.
    """
    with database.session(writes=False) as session:
        grades = grades_of_pairs(session)
        known = count(grades)
        if not known.is_there:
            raise ConflictError("too_little_to_learn_from", **asdict(known))
        labelled = read_labelled(session, engine, grades)
    before = learned.current_weights(folder)
    after, told = refit(labelled, before)
    origin = {
        "trained_on": SOURCE,
        "model": engine.encoder.name,
        "at": clock.now().isoformat(timespec="seconds"),
        "former": before.version,
        **told,
    }
    version = learned.save_weights(folder, replace(after, origin=origin))
    if told["better"]:
        with learned.recorded(folder, database.session):
            learned.use(folder, version)
    return {"version": version, "in_use": told["better"], "before": told["before"], "after": told["after"]}


def go_back(session: Session, folder: Path) -> None:
    """Return to the weights before those in use. Raises InvalidError at the first ones."""
    with learned.recorded(folder, lambda: nullcontext(session)):
        learned.go_back(folder)


def show(session: Session, folder: Path) -> LearningPublic:
    """How much is known, the latest versions, and which one serves."""
    known = count(grades_of_pairs(session))
    return LearningPublic(
        in_use=learned.current_version(folder),
        former=learned.former_version(folder),
        known=KnownPublic(**asdict(known), enough=known.is_there),
        versions=[
            shown for version in learned.versions(folder)[:MOST_SHOWN] if (shown := _shown(folder, version)) is not None
        ],
    )


def _shown(folder: Path, version: str) -> LearnedPublic | None:
    """A version; None for a file that cannot be read, of which the log of its use has told already."""
    try:
        origin = learned.read_weights(folder, version).origin
    except InvalidError:
        return None
    return LearnedPublic(
        version=version,
        in_use=version == learned.current_version(folder),
        at=origin.get("at"),
        learned_from=origin.get("learned_from", 0),
        measured_on=origin.get("measured_on", 0),
        better=origin.get("better", False),
        before=measured(origin.get("before")),
        after=measured(origin.get("after")),
    )
