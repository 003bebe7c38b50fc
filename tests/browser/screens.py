"""Every screen of the page: its name, its address, and who looks at it."""

from dataclasses import dataclass
from typing import Literal

Party = Literal["enterprise", "institute", "organiser"]
LANGUAGES = ("vi", "en")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Screen:
    """``path`` names days and postings in braces (see `LiveService`); ``party`` is None for the public."""

    name: str
    path: str
    party: Party | None = None


SCREENS = (
    Screen("catalogue", "/"),
    Screen("sign-in", "/sign-in"),
    Screen("sign-up", "/sign-up"),
    Screen("reset-password", "/reset-password"),
    Screen("account", "/account", "enterprise"),
    Screen("administration", "/administration", "organiser"),
    Screen("administration-model", "/administration?section=model", "organiser"),
    Screen("search", "/?q=solar&kind=technology"),
    Screen("posting", "/postings/1"),
    Screen("events", "/events"),
    Screen("event", "/events/{planned}"),
    Screen("mine", "/mine", "enterprise"),
    Screen("posting-new", "/postings/new?kind=need", "enterprise"),
    Screen("posting-edit", "/postings/{own}/edit", "enterprise"),
    Screen("import", "/import", "enterprise"),
    Screen("compare", "/compare?posting={need}&with={offers}", "enterprise"),
    Screen("matches", "/matches?event={answering}", "enterprise"),
    Screen("event-participant", "/events/{planned}", "enterprise"),
    Screen("event-organiser", "/events/{answering}", "organiser"),
    Screen("desk", "/desk", "organiser"),
    Screen("review", "/review", "organiser"),
    Screen("review-posting", "/review?posting={waiting}", "organiser"),
    Screen("requests", "/requests?event={answering}", "organiser"),
    Screen("event-new", "/events/new", "organiser"),
    Screen("setup-basics", "/events/{answering}/setup", "organiser"),
    Screen("setup-slots", "/events/{answering}/setup?step=slots", "organiser"),
    Screen("setup-venue", "/events/{answering}/setup?step=venue", "organiser"),
    Screen("setup-people", "/events/{answering}/setup?step=people", "organiser"),
    Screen("setup-fixed", "/events/{answering}/setup?step=fixed", "organiser"),
    Screen("setup-pairs", "/events/{answering}/setup?step=pairs", "organiser"),
    Screen("setup-what-if", "/events/{planned}/setup?step=whatif", "organiser"),
    Screen("setup-phase", "/events/{answering}/setup?step=phase", "organiser"),
    Screen("board", "/events/{planned}/board", "organiser"),
    Screen("day-desk", "/events/{planned}/day", "organiser"),
    Screen("display-hall", "/display/{planned}/hall#{display}"),
    Screen("display-table", "/display/{planned}/tables/{table}#{display}"),
    Screen("feeds-receivers", "/feeds", "organiser"),
    Screen("feeds-records", "/feeds?section=records", "organiser"),
    Screen("feeds-partners", "/feeds?section=partners", "organiser"),
    Screen("landscape", "/landscape", "organiser"),
    Screen("figures", "/figures?event={planned}&by=sector", "organiser"),
    Screen("plans", "/plans", "organiser"),
    Screen("organisation", "/organisations/{organisation}", "enterprise"),
    Screen("organisation-organiser", "/organisations/{organisation}/members", "organiser"),
    Screen("cases", "/cases", "enterprise"),
    Screen("cases-organiser", "/cases", "organiser"),
    Screen("cases-board", "/cases?view=board", "organiser"),
    Screen("case", "/cases/{case}", "enterprise"),
    Screen("case-organiser", "/cases/{case}", "organiser"),
    Screen("confirm-sign-up", "/sign-up/confirm#token"),
    Screen("set-password", "/reset-password#token"),
    Screen("confirm-email", "/confirm-email#token"),
    Screen("invitation", "/invitation"),
    Screen("stop-news", "/stop-news#token"),
    Screen("first-administrator", "/first-administrator"),
)
