"""What can be written of a day and of what comes of it, written as `hostile_world` writes everything before."""

import secrets
from datetime import UTC, date, datetime
from typing import Any

from hostile_writing import Writer, hostile

TODAY = f"{date.today()}"


def write_outcomes(organiser: Writer, day: int) -> int:
    """A word and a case with all that belongs to it, somebody who walked in, a plan, records and a receiver.

    Returns the id of the case.
    """
    case = _follow(organiser, day)
    walking = {"person": hostile(), "organisation": hostile(), **_said()}
    organiser.send("post", "/events/{event_id}/day/walk-ins", walking, event_id=day)
    _plan(organiser)
    _share(organiser)
    return case


def _said() -> dict[str, str]:
    return {"said_at": datetime.now(UTC).isoformat(), "sent_key": secrets.token_hex(8)}


def _follow(organiser: Writer, day: int) -> int:
    number = organiser.get(f"/events/{day}/agenda/versions?state=published")["items"][-1]["number"]
    key = organiser.get(f"/events/{day}/agenda/versions/{number}/placements")["items"][0]["key"]
    for side in ("need", "technology"):
        word = {"interested": True, "side": side, "note": hostile(), **_said()}
        word["steps"] = [{"what": hostile(), "side": side, "due": TODAY}]
        path = "/events/{event_id}/agenda/meetings/{key}/feedback"
        told = organiser.send("put", path, word, event_id=day, key=key)
    case = int(told["case_id"])
    who = {name: hostile() for name in ("what", "person", "progress_note", "responsible")}
    made = organiser.send("post", "/cases/{case_id}/tasks", {**who, "due": TODAY}, case_id=case)
    task = made["tasks"][-1]
    changed = {**who, "version": task["version"]}
    organiser.send("put", "/cases/{case_id}/tasks/{task_id}", changed, case_id=case, task_id=task["id"])
    organiser.send("post", "/cases/{case_id}/notes", {"text": hostile()}, case_id=case)
    worth = {"amount": "1250000000", "currency": "VND", "evidence": hostile()}
    version = organiser.send("put", "/cases/{case_id}/value", worth, case_id=case)["value"]["version"]
    proof = {"evidence": hostile(), "version": version}
    organiser.send("post", "/cases/{case_id}/value/evidence", proof, case_id=case)
    moved = {"stage": "trial", "note": hostile(), "version": organiser.get(f"/cases/{case}")["version"]}
    organiser.send("put", "/cases/{case_id}/stage", moved, case_id=case)
    return case


def _plan(organiser: Writer) -> None:
    named: dict[str, Any] = {"name_vi": hostile(), "name_en": hostile(), "number": hostile(60), "year": 2026}
    both = ("name_vi", "name_en", "definition_vi", "definition_en", "unit_vi", "unit_en", "responsible")
    target = {**{name: hostile() for name in both}, "value": 5, "due": TODAY}
    plan = organiser.send("post", "/plans", {**named, "targets": [target]})
    ids = {"plan_id": int(plan["id"])}
    saved = {**named, "version": plan["version"]}
    organiser.send("put", "/plans/{plan_id}", saved, **ids)
    organiser.send("post", "/plans/{plan_id}/targets", target, **ids)
    known = organiser.get(f"/plans/{plan['id']}")["targets"][0]
    ids["target_id"] = int(known["id"])
    organiser.send("put", "/plans/{plan_id}/targets/{target_id}", {**target, "version": known["version"]}, **ids)
    entry = {"value": 3, "day": TODAY, "evidence": hostile()}
    organiser.send("post", "/plans/{plan_id}/targets/{target_id}/entries", entry, **ids)


def _share(organiser: Writer) -> None:
    found = organiser.get("/national-records/mapping")
    columns = [*found["columns"], {"header": hostile(100), "fixed": hostile()}]
    organiser.send("put", "/national-records/mapping", {"version": found["version"], "columns": columns})
    record = organiser.get("/national-records")["items"][0]["name"]
    marks = {"records": [{"name": record, "number": hostile(100)}], "taken_over_on": TODAY}
    organiser.send("put", "/national-records/marks", marks)
    receiver = {"name": hostile(200), "address": "https://ioc.example/matchmaker", "kinds": ["posting.published"]}
    organiser.send("post", "/webhooks", receiver)
