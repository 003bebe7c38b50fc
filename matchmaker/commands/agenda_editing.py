"""Drafts on the command line: planning, moves by hand, steps back and forth, and questions to a plan."""

from collections.abc import Callable
from typing import Annotated, Any

import typer
from rich.table import Table
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import asking, editing, queries
from matchmaker.agenda.asking_models import WhatIfSent
from matchmaker.agenda.editing_models import EditPublic, EditSent, MeetingSent, MoveSent, PlaceSent, SwapSent, TakeSent
from matchmaker.agenda.service import start_solving
from matchmaker.commands import common
from matchmaker.commands.common import JsonOption

EventId = Annotated[int, typer.Argument(help="The event's id.")]
MeetingKey = Annotated[str, typer.Argument(help="Of the meeting, such as p93-3.")]
SlotOption = Annotated[int | None, typer.Option(help="A slot's id.")]
TableOption = Annotated[int | None, typer.Option(help="A table's id.")]
PersonOption = Annotated[int | None, typer.Option(help="A person's id; else whoever can.")]
RevisionOption = Annotated[int | None, typer.Option(help="Refuse if the draft has another one by now.")]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Only say what would be.")]
Numbers = Annotated[list[int] | None, typer.Option(help="May be given several times.")]


def plan(
    event_id: EventId,
    seconds: Annotated[float, typer.Option(min=0.1, max=600, help="For planning.")] = 20.0,
    as_json: JsonOption = False,
) -> None:
    """Plan the next draft; `jobs show` tells of its progress meanwhile."""
    with common.session(writes=True) as session:
        job = start_solving(session, event_id, seconds, common.actor("organiser"))
    result = common.run_here(job).result
    if as_json:
        common.print_json({"job": job.id, **result})
        return
    common.say(f"{result['meetings']} of {result['pairs']} agreed meetings placed")
    for name, level in result["levels"].items():
        common.say(f"  {name}: {level['value']}, bound {level['bound']}")
    if not result["replaced"]:
        common.say(f"the draft was changed meanwhile; `matchmaker agenda take {event_id} {job.id}` takes the plan")


def place(
    event_id: EventId,
    key: MeetingKey,
    slot: SlotOption = None,
    table: TableOption = None,
    need_person: PersonOption = None,
    technology_person: PersonOption = None,
    interpreter: PersonOption = None,
    revision: RevisionOption = None,
    dry_run: DryOption = False,
    as_json: JsonOption = False,
) -> None:
    """Place a request on the draft."""

    def sent(values: Any) -> PlaceSent:
        return PlaceSent(
            key=key,
            slot_id=slot,
            table_id=table,
            need_person_id=need_person,
            technology_person_id=technology_person,
            interpreter_id=interpreter,
            **values,
        )

    _do(event_id, revision, dry_run, as_json, lambda s, v, a: editing.place(s, event_id, sent(v), a))


def move(
    event_id: EventId,
    key: MeetingKey,
    slot: Annotated[int, typer.Option(help="A slot's id.")],
    table: TableOption = None,
    revision: RevisionOption = None,
    dry_run: DryOption = False,
    as_json: JsonOption = False,
) -> None:
    """Move a meeting of the draft."""

    def moved(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.move(session, event_id, MoveSent(key=key, slot_id=slot, table_id=table, **values), actor)

    _do(event_id, revision, dry_run, as_json, moved)


def swap(
    event_id: EventId,
    key: MeetingKey,
    other: MeetingKey,
    revision: RevisionOption = None,
    dry_run: DryOption = False,
    as_json: JsonOption = False,
) -> None:
    """Let two meetings of the draft change places."""

    def swapped(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.swap(session, event_id, SwapSent(key=key, other=other, **values), actor)

    _do(event_id, revision, dry_run, as_json, swapped)


def unplace(
    event_id: EventId,
    key: MeetingKey,
    revision: RevisionOption = None,
    dry_run: DryOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take a meeting off the draft."""

    def gone(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.unplace(session, event_id, MeetingSent(key=key, **values), actor)

    _do(event_id, revision, dry_run, as_json, gone)


def pin(event_id: EventId, key: MeetingKey, revision: RevisionOption = None, as_json: JsonOption = False) -> None:
    """Hold a meeting of the draft where it is."""
    _pin(event_id, key, revision, as_json, pinned=True)


def unpin(event_id: EventId, key: MeetingKey, revision: RevisionOption = None, as_json: JsonOption = False) -> None:
    """Hold a meeting of the draft no longer."""
    _pin(event_id, key, revision, as_json, pinned=False)


def undo(
    event_id: EventId, revision: RevisionOption = None, dry_run: DryOption = False, as_json: JsonOption = False
) -> None:
    """Take back the last change of the draft."""
    _step(event_id, revision, dry_run, as_json, forth=False)


def redo(
    event_id: EventId, revision: RevisionOption = None, dry_run: DryOption = False, as_json: JsonOption = False
) -> None:
    """Make a change again that was taken back."""
    _step(event_id, revision, dry_run, as_json, forth=True)


def take(
    event_id: EventId,
    job: Annotated[int, typer.Argument(help="The job that found the plan.")],
    revision: RevisionOption = None,
    dry_run: DryOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make the draft what a job found for it while it was changed."""

    def taken(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.take_found(session, event_id, TakeSent(job_id=job, **values), actor)

    _do(event_id, revision, dry_run, as_json, taken)


def list_unplaced(
    event_id: EventId,
    version: Annotated[int | None, typer.Option(help="Its number; the draft if left out.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Say why accepted requests have no place, and what would give them one."""
    with common.session() as session:
        found = asking.list_unplaced(session, event_id, version, common.actor("organiser"))
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    table = Table("request", "value", "blocked by (slots)", "smallest change", title=f"{len(found.items)} not placed")
    for item in found.items:
        blocked = ", ".join(f"{code} {count}" for code, count in item.blocked_by.items())
        change = "; ".join(f"{one.code} {_params(one.params)}" for one in item.change) or f"free in slot {item.slot_id}"
        common.add_row(table, item.key, item.value, blocked, change)
    common.console.print(table)
    if found.pin_conflict is not None:
        broken = found.pin_conflict.broken
        common.say(f"pins in conflict: {', '.join(found.pin_conflict.keys)}: {broken.code} {_params(broken.params)}")


def try_what_if(
    event_id: EventId,
    tables: Numbers = None,
    slots: Numbers = None,
    interpreters: Numbers = None,
    as_json: JsonOption = False,
) -> None:
    """Say how many accepted meetings would fit with other tables, slots and interpreters."""
    sent = WhatIfSent(tables=tables or None, slots=slots or None, interpreters=interpreters or None)
    with common.session() as session:
        found = asking.try_what_if(session, event_id, sent, common.actor("organiser"))
    if as_json:
        common.print_json([one.model_dump(mode="json") for one in found])
        return
    table = Table("tables", "slots", "interpreters", "fit", "at most", "of", "bottleneck")
    for one in found:
        counts = (one.tables, one.slots, one.interpreters, one.fits, one.bound, one.asked)
        common.add_row(table, *counts, one.bottleneck or "-")
    common.console.print(table)


def _pin(event_id: int, key: str, revision: int | None, as_json: bool, *, pinned: bool) -> None:
    def changed(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.set_pin(session, event_id, MeetingSent(key=key, **values), actor, pinned=pinned)

    _do(event_id, revision, False, as_json, changed)


def _step(event_id: int, revision: int | None, dry_run: bool, as_json: bool, *, forth: bool) -> None:
    def stepped(session: Session, values: Any, actor: Actor) -> EditPublic:
        return editing.step(session, event_id, EditSent(**values), actor, forth=forth)

    _do(event_id, revision, dry_run, as_json, stepped)


def _do(
    event_id: int,
    revision: int | None,
    dry_run: bool,
    as_json: bool,
    edit: Callable[[Session, dict[str, Any], Actor], EditPublic],
) -> None:
    """Change the draft in one transaction, and print what that made of it."""
    with common.session(writes=True) as session:
        draft = queries.find_draft(session, event_id)
        current = draft.revision if draft else 0
        values = {"revision": current if revision is None else revision, "dry_run": dry_run}
        found = edit(session, values, common.actor("organiser"))
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    saved = "saved" if found.saved else "not saved"
    common.say(f"{saved}, revision {found.revision}: value {found.value:+d}, breaks {found.breaks:+d}")
    for change in found.changes:
        common.say(f"  {change.key} {change.kind.value} {' '.join(what.value for what in change.what)}".rstrip())
    for broken in found.violations:
        common.say(f"  breaks {broken.code}: {_params(broken.params)}")


def _params(params: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in params.items())
