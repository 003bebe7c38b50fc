"""Everything that people can write, written by somebody who wants to run, reverse or break what others read."""

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlsplit

import httpx
from hostile_outcomes import write_outcomes
from hostile_writing import Writer, hostile
from letterbox import link_to
from live_service import LiveService, open_display
from newcomers import Newcomer, fresh_tax_code, newcomer
from own_postings import OwnPostings

NEED_TEXTS = ("problem", "tried", "success_measure")
TECHNOLOGY_TEXTS = ("summary", "description", "advantages", "requirements", "references")
SECONDS = 60.0


@dataclass(frozen=True)
class HostileWorld:
    """The service with other days and postings, the people to look at them, and the fields that were written."""

    service: LiveService
    enterprise: Newcomer
    institute: Newcomer
    written: frozenset[tuple[str, str, str]]


def make_hostile_world(service: LiveService) -> HostileWorld:
    """Two organisations with postings in every state, a day on which they answer and a published one."""
    clients = [httpx.Client(base_url=f"{service.address}/api", timeout=60) for _ in range(3)]
    organiser, needing, offering = (Writer(client) for client in clients)
    organiser.send("post", "/demonstration/sign-in", {"party": "organiser"})
    enterprise = _join(service, needing, "enterprise")
    institute = _join(service, offering, "institute")
    whose = [writer.get("/me")["organisation_id"] for writer in (needing, offering)]
    for organisation in whose:
        for state in ("rejected", "verified"):
            verdict = {"state": state, "reason": hostile()}
            organiser.send(
                "put", "/organisations/{organisation_id}/verification", verdict, organisation_id=organisation
            )
        renamed = {"name_vi": hostile(), "name_en": hostile()}
        organiser.send("patch", "/organisations/{organisation_id}", renamed, organisation_id=organisation)
    own, waiting, need = (_write(needing, whose[0], "/needs", NEED_TEXTS) for _ in range(3))
    technologies = [_write(offering, whose[1], "/technologies", TECHNOLOGY_TEXTS) for _ in range(2)]
    _move(needing, waiting, "submitted")
    _move(organiser, waiting, "returned", [hostile()])
    _move(needing, waiting, "submitted")
    for posting, writer in ((need, needing), *((one, offering) for one in technologies)):
        _move(writer, posting, "submitted")
        _move(organiser, posting, "published")
    answering, planned = (_day(organiser, whose) for _ in range(2))
    _agree(organiser, answering, need, technologies[1:], [])
    _agree(organiser, planned, need, technologies, whose)
    _publish(organiser, planned)
    case = write_outcomes(organiser, planned)
    partner = {"name": hostile(200), "licence": hostile(200), "organisation_id": whose[1], "form": "json"}
    partner |= {"address": "https://partner.example/feed.json"}
    made = organiser.send("post", "/partners", partner)
    organiser.send("put", "/partners/{partner_id}", partner | {"version": made["version"]}, partner_id=made["id"])
    _write_template(organiser)
    postings = OwnPostings(whose[0], own, waiting, need, "-".join(map(str, technologies)))
    written = frozenset().union(*(writer.written for writer in (organiser, needing, offering)))
    for client in clients:
        client.close()
    display, table = open_display(service.address, planned)
    days = {"answering_day": answering, "planned_day": planned, "display": display, "table": table, "case": case}
    seen = replace(service, postings=postings, **days)
    return HostileWorld(seen, enterprise, institute, written)


def _write_template(organiser: Writer) -> None:
    texts = {"name": hostile(100), "text_vi": hostile(), "text_en": hostile()}
    made = organiser.send("post", "/answer-templates", texts)
    changed = texts | {"version": made["version"]}
    organiser.send("put", "/answer-templates/{template_id}", changed, template_id=made["id"])


def _join(service: LiveService, writer: Writer, kind: str) -> Newcomer:
    """Sign up with an organisation, confirm, and make a token with a name."""
    person = replace(newcomer("Ngh"), name=hostile())
    terms = writer.get("/sign-up")
    own = {"name_vi": hostile(), "name_en": hostile(), "kind": kind, "tax_code": fresh_tax_code()}
    signing = {"name": person.name, "email": person.email, "password": person.password, "language": "vi"}
    consents = {"version": terms["version"], "purposes": terms["needed"]}
    writer.send("post", "/sign-up", {**signing, "consents": consents, "organisation": own})
    token = urlsplit(link_to(service, person.email, "/sign-up/confirm")).fragment
    writer.send("post", "/sign-up/confirm", {"token": token, "password": person.password})
    writer.send("post", "/me/tokens", {"name": hostile(100), "days": 1, "scopes": ["read"]})
    more = {"name_vi": hostile(), "name_en": hostile(), "kind": kind, "tax_code": fresh_tax_code()}
    writer.send("post", "/me/organisations", more)
    first = writer.get("/me")["memberships"][0]["organisation_id"]
    writer.send("put", "/me/organisation", {"organisation_id": first})
    return person


def _write(writer: Writer, organisation: int, path: str, texts: tuple[str, ...]) -> int:
    said = {"title": hostile(500), **dict.fromkeys(texts, hostile())}
    body = {"organisation_id": organisation, "language": "vi", "sectors": ["energy-efficiency.boilers-steam"], **said}
    body["keywords"] = [hostile(100)]
    body["translations"] = [{"language": "en", **said}]
    return int(writer.send("post", path, body)["id"])


def _move(writer: Writer, posting: int, state: str, reasons: list[str] | None = None) -> None:
    version = writer.get(f"/postings/{posting}")["version"]
    body = {"state": state, "version": version, "reasons": reasons or []}
    writer.send("post", "/postings/{posting_id}/state", body, posting_id=posting)


def _day(organiser: Writer, whose: list[int]) -> int:
    """An announced day with everything on it, on which both organisations answer."""
    day = date.today() + timedelta(days=40)
    times = {"first_day": f"{day}", "last_day": f"{day}", "announced": True}
    times["registration_until"] = f"{day - timedelta(days=20)}T10:00:00Z"
    times["answers_until"] = f"{day - timedelta(days=10)}T10:00:00Z"
    named = {"name_vi": hostile(), "name_en": hostile(), "place": hostile()}
    event = int(organiser.send("post", "/events", {**named, **times})["id"])
    hours = {"days": [{"day": f"{day}", "starts": "08:30", "ends": "11:30"}], "meeting_minutes": 25}
    slots = organiser.send("post", "/events/{event_id}/slots/generate", hours, event_id=event)
    room = organiser.send("post", "/events/{event_id}/rooms", {"name": hostile(), "note": hostile()}, event_id=event)
    tables = [{"name": hostile(300), "room_id": room["id"], "seats": 6}]
    organiser.send("post", "/events/{event_id}/tables", tables, event_id=event)
    for organisation in whose:
        coming = {"organisation_id": organisation, "delegates": [{"name": hostile(), "languages": ["vi"]}]}
        organiser.send("post", "/events/{event_id}/registrations", coming, event_id=event)
    helper = {"role": "interpreter", "name": hostile(), "languages": ["vi", "en"]}
    organiser.send("post", "/events/{event_id}/people", helper, event_id=event)
    block = {**named, "everybody": True, "slot_ids": [slots[-1]["id"]]}
    organiser.send("post", "/events/{event_id}/blocks", block, event_id=event)
    opened = {"phase": "answering", "reason": hostile()}
    organiser.send("post", "/events/{event_id}/phase", opened, event_id=event)
    return event


def _agree(organiser: Writer, event: int, need: int, technologies: list[int], whose: list[int]) -> None:
    """Both sides want to meet; ``whose`` are the two about whom organisers note something."""
    for technology in technologies:
        for side in ("need", "technology"):
            body = {"value": "must_meet", "side": side}
            ids = {"event_id": event, "need_id": need, "technology_id": technology}
            organiser.send("put", "/events/{event_id}/answers/{need_id}/{technology_id}", body, **ids)
    if whose:
        ids = {"event_id": event, "first_id": min(whose), "second_id": max(whose)}
        rule = {"rule": "add", "note": hostile(), "need_id": need, "technology_id": technologies[0]}
        organiser.send("put", "/events/{event_id}/pairs/{first_id}/{second_id}", rule, **ids)


def _publish(organiser: Writer, event: int) -> None:
    opened = {"phase": "planning", "reason": hostile()}
    organiser.send("post", "/events/{event_id}/phase", opened, event_id=event)
    job = organiser.send("post", "/events/{event_id}/agenda/solve", {"seconds": 1}, event_id=event)
    ends = time.monotonic() + SECONDS
    while (now := organiser.get(f"/jobs/{job['id']}"))["state"] != "done":
        assert time.monotonic() < ends, now
        assert now["state"] in ("queued", "running"), now
        time.sleep(0.2)
    draft = organiser.get(f"/events/{event}/agenda/versions")["items"][0]
    body = {"number": draft["number"], "revision": draft["revision"]}
    organiser.send("post", "/events/{event_id}/agenda/publish", body, event_id=event)
