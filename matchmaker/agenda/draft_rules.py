"""Whether the meetings of a draft can take place: the rules of the day, asked of rows, not of a problem."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from matchmaker.agenda.changes import Seat
from matchmaker.agenda.models import PlacementSent, PlacementState
from matchmaker.events.models import TableMode
from matchmaker.events.people_models import PersonRole
from matchmaker.events.planning import PlanningData, PlanPerson, PlanSlot
from matchmaker.interest.pairs import Interest

# How many there are of something; fewer is never worse.
MEETINGS = "meetings"
SEAT = tuple(one.name for one in fields(Seat))
# Of these it is too late to ask more than whether they hide another one; what was cancelled takes nobody's time.
# Its time has come: nothing moves it any more.
HAPPENED = frozenset({PlacementState.RUNNING, PlacementState.HELD, PlacementState.NOT_HELD})


@dataclass(frozen=True)
class Broken:
    """A rule that a draft breaks; parameters are ids and keys of meetings."""

    code: str
    params: Mapping[str, Any]


@dataclass(frozen=True)
class Draft:
    """Meetings with their keys, and what they are judged by; ``told`` are those published last."""

    meetings: Sequence[tuple[str, PlacementSent]]
    day: PlanningData
    interest: Interest
    told: Mapping[str, tuple[Seat, PlacementState]] = field(default_factory=dict)


def broken_rules(draft: Draft) -> list[Broken]:
    """Every rule that is broken, none if the day can be held. Cancelled meetings only stand where they were told.

    Of meetings whose ids are not known nothing else is said.
    """
    twice = [Broken("key_twice", {"key": key}) for key, n in Counter(key for key, _ in draft.meetings).items() if n > 1]
    kept = [(key, at) for key, at in draft.meetings if at.state is not PlacementState.CANCELLED]
    coming = [(key, at) for key, at in kept if at.state not in HAPPENED]
    unknown = [*twice, *_unknown(replace(draft, meetings=coming))]
    passed_over = {broken.params["key"] for broken in unknown}
    placed = replace(draft, meetings=[(key, at) for key, at in kept if key not in passed_over])
    known = replace(draft, meetings=[(key, at) for key, at in coming if key not in passed_over])
    once = [broken for rule in (person_twice, table_twice, pair_twice) for broken in rule(placed)]
    return [*unknown, *_rewritten(draft), *once, *(broken for rule in RULES for broken in rule(known))]


def new_broken(before: Sequence[Broken], after: Sequence[Broken]) -> list[Broken]:
    """What is broken after a change and was not before, or has become worse; what has become better is not new."""
    return [one for one in after if not any(is_no_worse(one, known) for known in before)]


def is_no_worse(one: Broken, known: Broken) -> bool:
    """Whether both say the same of the same ids, the first of as many meetings or fewer."""
    if one.code != known.code or one.params.keys() != known.params.keys():
        return False
    return all(_within(name, value, known.params[name]) for name, value in one.params.items())


def moved_pins(before: Mapping[str, PlacementSent], after: Mapping[str, PlacementSent]) -> list[Broken]:
    """Whoever pinned a meeting said that it stays."""
    return [
        Broken("meeting_pinned", {"key": key})
        for key, at in before.items()
        if at.pinned and (key not in after or seat_of(after[key]) != seat_of(at))
    ]


def _unknown(draft: Draft) -> Iterator[Broken]:
    """Ids that are no delegates, slots, tables, interpreters and experts of the event."""
    day = draft.day
    slots = {slot.id for slot in day.slots}
    for key, at in draft.meetings:
        if at.slot_id not in slots:
            yield Broken("slot_unknown", {"key": key, "slot_id": at.slot_id})
        if at.table_id not in day.tables:
            yield Broken("table_unknown", {"key": key, "table_id": at.table_id})
        for organisation_id, person_id in _sides(at):
            person = day.people.get(person_id)
            if person is None or person.role is not PersonRole.DELEGATE or person.organisation_id != organisation_id:
                yield Broken("delegate_unknown", {"key": key, "person_id": person_id})
        for role, other_id in ((PersonRole.INTERPRETER, at.interpreter_id), (PersonRole.EXPERT, at.expert_id)):
            if other_id is not None and (other_id not in day.people or day.people[other_id].role is not role):
                yield Broken(f"{role.value}_unknown", {"key": key, "person_id": other_id})


def _rewritten(draft: Draft) -> Iterator[Broken]:
    """What has begun stays where it is, nothing begins in a draft, and only what was told is cancelled."""
    given = {key: (seat_of(at), at.state) for key, at in draft.meetings}
    begun = {key: known for key, known in draft.told.items() if known[1] in HAPPENED}
    for key, known in begun.items():
        if given.get(key) != known:
            yield Broken("meeting_has_begun", {"key": key, "state": known[1]})
    for key, (seat, state) in given.items():
        if state in HAPPENED and key not in begun:
            yield Broken("meeting_not_begun", {"key": key, "state": state})
        if state is PlacementState.CANCELLED and (key not in draft.told or draft.told[key][0] != seat):
            yield Broken("cancelled_but_not_told", {"key": key})


def seat_of(at: PlacementSent) -> Seat:
    """Where a meeting is to be."""
    return Seat(**{name: getattr(at, name) for name in SEAT})


def person_twice(draft: Draft) -> Iterator[Broken]:
    """Nobody is in two meetings at once."""
    for (slot, person), keys in _grouped((at.slot_id, p, key) for key, at in draft.meetings for p in _people(at)):
        if len(keys) > 1:
            yield Broken("person_twice", {"slot_id": slot, "person_id": person, "keys": keys})


def table_twice(draft: Draft) -> Iterator[Broken]:
    """One meeting per table and slot."""
    for (slot, table), keys in _grouped((at.slot_id, at.table_id, key) for key, at in draft.meetings):
        if len(keys) > 1:
            yield Broken("table_twice", {"slot_id": slot, "table_id": table, "keys": keys})


def availability(draft: Draft) -> Iterator[Broken]:
    """People and tables are there, and in no fixed block."""
    for key, at in draft.meetings:
        for person in sorted(_people(at)):
            if at.slot_id not in draft.day.people[person].slots:
                yield Broken("person_away", {"key": key, "person_id": person, "slot_id": at.slot_id})
        if at.slot_id not in draft.day.tables[at.table_id].slots:
            yield Broken("table_away", {"key": key, "table_id": at.table_id, "slot_id": at.slot_id})


def limits(draft: Draft) -> Iterator[Broken]:
    """Nobody has more meetings in a day, or one after another, than they want."""
    slots = {slot.id: slot for slot in draft.day.slots}
    met: dict[tuple[int, date], list[PlanSlot]] = defaultdict(list)
    for _, at in draft.meetings:
        for one in _people(at):
            met[one, slots[at.slot_id].day].append(slots[at.slot_id])
    for (person_id, day), when in sorted(met.items()):
        person = draft.day.people[person_id]
        said = {"person_id": person_id, "day": day.isoformat()}
        if person.max_per_day is not None and len(when) > person.max_per_day:
            yield Broken("too_many_per_day", {**said, "most": person.max_per_day, MEETINGS: len(when)})
        for run in _runs(when) if person.max_consecutive is not None else []:
            if len(run) > (person.max_consecutive or 0):
                yield Broken("too_many_in_a_row", {**said, "most": person.max_consecutive, "slots": run})


def hosts(draft: Draft) -> Iterator[Broken]:
    """Hosts stay at their table, and no meeting without them is there."""
    table_of = draft.day.hosts
    taken = frozenset(table_of.values())
    for key, at in draft.meetings:
        own = {table_of[person] for person in _people(at) if person in table_of}
        if own - {at.table_id}:
            yield Broken("host_elsewhere", {"key": key, "table_id": at.table_id})
        elif not own and at.table_id in taken:
            yield Broken("table_of_a_host", {"key": key, "table_id": at.table_id})


def seats(draft: Draft) -> Iterator[Broken]:
    """Everybody has a chair."""
    for key, at in draft.meetings:
        if len(_people(at)) > draft.day.tables[at.table_id].seats:
            yield Broken("too_few_seats", {"key": key, "table_id": at.table_id})


def screens(draft: Draft) -> Iterator[Broken]:
    """Who comes by video is met at a table with a screen, and nobody else is."""
    for key, at in draft.meetings:
        remote = any(draft.day.by_video(person) for person in sorted(_people(at)))
        video = draft.day.tables[at.table_id].mode is TableMode.VIDEO
        if remote != video:
            code = "table_without_video" if remote else "table_for_video"
            yield Broken(code, {"key": key, "table_id": at.table_id})


def languages(draft: Draft) -> Iterator[Broken]:
    """Both sides share a language, or an interpreter has one with each."""
    for key, at in draft.meetings:
        one, other = (draft.day.people[person].languages for _, person in _sides(at))
        if at.interpreter_id is None:
            if not one & other:
                yield Broken("interpreter_missing", {"key": key})
            continue
        able = draft.day.people[at.interpreter_id].languages
        if not (able & one and able & other):
            yield Broken("interpreter_of_other_languages", {"key": key, "person_id": at.interpreter_id})


def speakers(draft: Draft) -> Iterator[Broken]:
    """Where colleagues do not stand in, whoever speaks for a posting comes."""
    for key, at in draft.meetings:
        for (organisation_id, person_id), posting_id in zip(_sides(at), (at.need_id, at.technology_id), strict=True):
            organisation = draft.day.organisations[organisation_id]
            if posting_id is None or organisation.stand_in:
                continue
            able = {person for person in organisation.delegates if _speaks(draft.day.people[person], posting_id)}
            if able and person_id not in able:
                yield Broken("speaks_for_others", {"key": key, "person_id": person_id, "posting_id": posting_id})


def pairs(draft: Draft) -> Iterator[Broken]:
    """Organisers keep nobody of them apart, and both sides want to meet; a veto is not told from no answer."""
    wanted: set[tuple[int | None, int | None, int, int]] = set()
    for pair in draft.interest.pairs:
        organisations = (pair.need_organisation_id, pair.technology_organisation_id)
        wanted |= {(*postings, *organisations) for postings in ((pair.need_id, pair.technology_id), *pair.also)}
    for key, at in draft.meetings:
        low, high = sorted((at.need_organisation_id, at.technology_organisation_id))
        if (low, high) in draft.interest.forbidden:
            yield Broken("pair_forbidden", {"key": key, "organisations": [low, high]})
        elif _pair(at) not in wanted:
            yield Broken("pair_not_accepted", {"key": key, "organisations": [low, high]})


def pair_twice(draft: Draft) -> Iterator[Broken]:
    """Two organisations meet once, unless the event or both of them want more."""
    repeating = {id for id, one in draft.day.organisations.items() if one.repeat_meetings or draft.day.repeat_meetings}
    couples = ((*sorted(organisation for organisation, _ in _sides(at)), key) for key, at in draft.meetings)
    for (low, high), keys in _grouped(couples):
        if len(keys) > 1 and not {low, high} <= repeating:
            yield Broken("pair_twice", {"organisations": [low, high], "keys": keys})


RULES: tuple[Callable[[Draft], Iterator[Broken]], ...] = (
    availability,
    limits,
    hosts,
    seats,
    screens,
    languages,
    speakers,
    pairs,
)


def _sides(at: PlacementSent) -> tuple[tuple[int, int], tuple[int, int]]:
    need = (at.need_organisation_id, at.need_person_id)
    return need, (at.technology_organisation_id, at.technology_person_id)


def _pair(at: PlacementSent) -> tuple[int | None, int | None, int, int]:
    return at.need_id, at.technology_id, at.need_organisation_id, at.technology_organisation_id


def _people(at: PlacementSent) -> frozenset[int]:
    everybody = (at.need_person_id, at.technology_person_id, at.interpreter_id, at.expert_id)
    return frozenset(person for person in everybody if person is not None)


def _speaks(person: PlanPerson, posting_id: int) -> bool:
    return not person.posting_ids or posting_id in person.posting_ids


def _runs(when: Iterable[PlanSlot]) -> list[list[int]]:
    """The ids of slots of one day, those that follow each other together."""
    found: list[list[int]] = []
    before = None
    for slot in sorted(when, key=lambda slot: slot.number):
        if before is not None and slot.number <= before + 1:
            found[-1].append(slot.id)
        else:
            found.append([slot.id])
        before = slot.number
    return found


def _within(name: str, value: Any, known: Any) -> bool:
    if isinstance(value, list):
        return set(value) <= set(known)
    return bool(value <= known if name == MEETINGS else value == known)


def _grouped(rows: Iterable[Any]) -> list[tuple[tuple[int, int], list[str]]]:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for one, other, key in rows:
        found[one, other].append(key)
    return sorted(found.items())
