"""The running day on the command line: repairs and stand-ins."""

from typing import Annotated

import typer
from rich.table import Table

from matchmaker.agenda.live import repair_agenda
from matchmaker.agenda.live_models import Mishap, MishapSent, RepairSent
from matchmaker.agenda.offers import list_stand_ins
from matchmaker.commands import common
from matchmaker.commands.agenda_editing import EventId, SlotOption, TableOption
from matchmaker.commands.common import JsonOption


def repair(
    event_id: EventId,
    what: Annotated[Mishap, typer.Argument(help="What happened.")],
    person: Annotated[int | None, typer.Option(help="Whom it happened to.")] = None,
    table: TableOption = None,
    since: Annotated[int | None, typer.Option(help="The first slot's id; from now on if left out.")] = None,
    until: Annotated[int | None, typer.Option(help="The slot in which all is well again.")] = None,
    now: SlotOption = None,
    apply: Annotated[bool, typer.Option("--apply", help="Publish the repaired agenda.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Say what a mishap makes of the published agenda, and with --apply publish that."""
    mishap = MishapSent(what=what, person_id=person, table_id=table, from_slot_id=since, until_slot_id=until)
    sent = RepairSent(mishaps=[mishap], now_slot_id=now, apply=apply)
    with common.session(writes=True) as session:
        found = repair_agenda(session, event_id, sent, common.actor("organiser"))
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    published = "published as" if found.applied else "not published; would repair"
    common.say(
        f"{found.kept} kept, {len(found.moved)} moved, {len(found.cancelled)} cancelled: "
        f"{published} version {found.version}"
    )
    for change in found.changes:
        common.say(f"  {change.key} {change.kind.value} {' '.join(one.value for one in change.what)}".rstrip())
    for one in found.waiting:
        common.say(f"  person {one.person_id} waits in slot {one.slot_id}")


def stand_ins(
    event_id: EventId,
    person: Annotated[int, typer.Option(help="Who waits.")],
    slot: Annotated[int, typer.Option(help="A slot's id.")],
    as_json: JsonOption = False,
) -> None:
    """List meetings that somebody left waiting could have in a slot, the best first."""
    with common.session() as session:
        found = list_stand_ins(session, event_id, person, slot, common.actor("organiser"))
    if as_json:
        common.print_json([one.model_dump(mode="json") for one in found])
        return
    table = Table("meeting", "value", "wanted", "need's person", "technology's person", "table")
    for one in found:
        seat = one.seat
        wanted = "both" if one.accepted else "proposed"
        people = (seat.need_person_id, seat.technology_person_id)
        common.add_row(table, one.key, one.value, wanted, *people, seat.table_id)
    common.console.print(table)
