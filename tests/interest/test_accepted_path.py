"""The whole way: an event, its slots, registrations, answers, and what the planner reads in the end."""

from fair import Fair, keep_candidates
from support import Api, counted_statements

from matchmaker.events.planning import read_planning
from matchmaker.interest.pairs import AcceptedPair, accepted_pairs


def test_from_an_event_to_accepted_pairs(api: Api, owner: int, other: int) -> None:
    technology, need = api.published("technology", owner)["id"], api.published("need", other)["id"]
    keep_candidates(api, (need, technology))
    fair = Fair(api)
    slots, tables = fair.slots(), fair.tables()
    fair.register(owner, "Hạnh", "Minh")
    fair.register(other, "Tuấn")
    fair.move("answering")

    (candidate,) = fair.get("/candidates", other)["items"]
    fair.answer((need, technology), other, "must_meet")
    fair.answer((need, technology), owner, "would_meet")

    assert (candidate["need_id"], candidate["technology_id"], candidate["side"]) == (need, technology, "need")
    with api.database.session(writes=False) as session:
        found = accepted_pairs(session, fair.id)
        planning = read_planning(session, fair.id)
    assert found.pairs == (
        AcceptedPair(
            need_organisation_id=other,
            technology_organisation_id=owner,
            need_id=need,
            technology_id=technology,
            priority=2,
            value=559,
            must=True,
        ),
    )
    assert [slot.id for slot in planning.slots] == slots
    assert sorted(planning.tables) == tables
    assert [person.slots for person in planning.people.values()] == [frozenset(slots)] * 3
    assert {key: len(entry.delegates) for key, entry in planning.organisations.items()} == {owner: 2, other: 1}


def test_the_planner_reads_any_event_with_as_many_queries(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    counts = []
    for organisation in (owner, other):
        fair.register(organisation, *(f"N{i}" for i in range(5)))
        with counted_statements(api.database) as sent, api.database.session(writes=False) as session:
            read_planning(session, fair.id)
        counts.append(len([statement for statement in sent if statement.startswith("SELECT")]))

    assert counts == [11, 11]
