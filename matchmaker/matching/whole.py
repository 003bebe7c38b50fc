"""The map and the themes of the whole catalogue, which take too long to be made for everybody who looks."""

from sqlmodel import Session

from matchmaker.matching import landscape, themes
from matchmaker.matching.models import Landscape, Theme
from matchmaker.matching.overview import is_large, remembered
from matchmaker.matching.service import Matcher

MAP_POINTS = 2000


def draw_map(session: Session, matcher: Matcher, limit: int = MAP_POINTS) -> Landscape:
    """See ``landscape.draw``."""
    return remembered(session, matcher, ("map", limit), lambda own: landscape.draw(own, matcher.engine, limit))


def propose_themes(session: Session, matcher: Matcher, count: int | None = None) -> list[Theme]:
    """See ``themes.propose``."""
    return remembered(session, matcher, ("themes", count), lambda own: themes.propose(own, matcher.engine, count))


def prepare(matcher: Matcher) -> None:
    """Make both of a large catalogue, so that the first who looks need not wait."""
    if not is_large(matcher.engine.current()):
        return
    with matcher.engine.reading() as session:
        draw_map(session, matcher)
        propose_themes(session, matcher)
