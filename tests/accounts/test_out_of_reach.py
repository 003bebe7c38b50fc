"""Things of one organisation are out of reach for the members of another, on every route that knows owners.

A world of real rows: an organisation's drafts, import, people, and those who would be, its owner's devices and tokens,
and what it has at two session days, one that takes answers and one that is running. The owner of another organisation,
who comes to both days, asks for each of these by its real number.
"""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from described import DOCUMENT
from fair import Market, keep_candidates, open_market
from people import Browser, link_in, mails, person
from starlette.testclient import TestClient
from support import CONTENT, Api, rows_of

from matchmaker.accounts.account_models import MemberRole
from matchmaker.accounts.joining.models import JoinRequest
from matchmaker.accounts.permissions import RULES, Access

ROUTES = {
    operation["operationId"]: (method.upper(), path)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
OWNED = sorted(action for action, rule in RULES.items() if rule.owner is Access.OWN)

# What is sent besides the numbers in the address; {names} are those of the world.
BODIES: dict[str, Any] = {
    "accounts.act_for": {"organisation_id": "{organisation_id}"},
    "accounts.update_organisation": {"size": "micro"},
    "accounts.accept_invitation": {"token": "{invitation_token}"},
    "accounts.invite": {"organisation_id": "{organisation_id}", "email": "x@x.example", "role": "owner"},
    "accounts.change_member": {"role": "owner"},
    "accounts.create_token": {"organisation_id": "{organisation_id}", "name": "X", "scopes": ["read"], "days": 1},
    "catalogue.create_need": CONTENT["need"] | {"organisation_id": "{organisation_id}"},
    "catalogue.create_technology": CONTENT["technology"] | {"organisation_id": "{organisation_id}"},
    "catalogue.update_posting": {"version": 1, "changes": {"title": "Theirs now"}},
    "catalogue.change_state": {"state": "submitted"},
    "events.register": {"organisation_id": "{organisation_id}", "delegates": [{"name": "X", "email": "x@x.example"}]},
    "events.update_registration": {"repeat_meetings": True},
    "events.add_person": {"organisation_id": "{organisation_id}", "name": "X", "role": "delegate"},
    "events.update_person": {"name": "Somebody else"},
    "events.set_availability": {"away": []},
    "interest.record_answer": {"value": "veto", "reason": "price", "side": "{side}"},
    "agenda.answer_offer": {"side": "{side}", "yes": True},
    "agenda.open_feed": {"renew": True},
    "outcomes.set_state": {"state": "held"},
    "outcomes.record_feedback": {
        "interested": False,
        "reason": "price",
        "said_at": "2026-03-01T09:00:00Z",
        "sent_key": "phone-of-another",
    },
    "outcomes.move_case": {"stage": "closed", "reason": "price", "version": 1},
    "outcomes.add_case_task": {"what": "X"},
    "outcomes.change_case_task": {"what": "X", "version": 1},
    "outcomes.add_case_note": {"text": "X"},
    "outcomes.set_case_value": {"amount": "1", "currency": "VND", "version": 1},
    "outcomes.confirm_case_value": {"version": 1},
    "outcomes.say_case_going": {"says": "over"},
}
# Which of the owner's things a list is asked for; the list must be refused or be empty of them.
QUERIES: dict[str, dict[str, str]] = {
    "accounts.list_invitations": {"organisation_id": "{organisation_id}"},
    "interest.list_answers": {"organisation_id": "{organisation_id}"},
    "interest.list_candidates": {"organisation_id": "{organisation_id}", "posting_id": "{published_id}"},
    "interest.list_requests": {"organisation_id": "{organisation_id}"},
    "interest.take_back_answer": {"side": "{side}"},
    "agenda.list_offers": {"organisation_id": "{organisation_id}"},
    "agenda.list_own_agendas": {"organisation_id": "{organisation_id}"},
    "agenda.export": {"form": "json", "person_id": "{person_id}"},
    "events.list_people": {"organisation_id": "{organisation_id}"},
    "outcomes.list_cases": {"organisation_id": "{organisation_id}"},
    "outcomes.export_cases": {"organisation_id": "{organisation_id}"},
    "outcomes.delete_case_task": {"version": "{version}"},
}
# What a number in an address means, where another action has the same name for something else.
IN_ADDRESS: dict[str, dict[str, str]] = {
    "accounts.accept_join": {"account_id": "{asking_id}"},
    "accounts.refuse_join": {"account_id": "{asking_id}"},
}
# One's own whoever one is: there is no number of somebody else's thing to ask with. Anybody may ask to be taken in.
WITHOUT_NUMBER = {
    *("accounts.change_password", "accounts.start_email_change", "accounts.list_devices", "accounts.list_tokens"),
    *("accounts.list_consents", "accounts.change_consent", "accounts.get_own_data", "accounts.erase_oneself"),
    *("accounts.bring_in_organisation", "accounts.ask_to_join", "accounts.list_own_join_requests"),
    *("accounts.get_second_factor", "accounts.start_second_factor", "accounts.confirm_second_factor"),
    *("accounts.renew_recovery_codes", "accounts.remove_second_factor"),
    *("kit.list_jobs", "catalogue.start_import", "outcomes.list_news_choices", "outcomes.choose_news"),
    # Files are sent in another form; the tests of files try that.
    "outcomes.add_case_file",
}
# Those who come to the same day may know who else comes, by name.
AMONG_PARTICIPANTS = {"events.list_people", "events.list_registrations"}
ASKED_BY_STRANGERS = [action for action in OWNED if action not in WITHOUT_NUMBER | AMONG_PARTICIPANTS]


@dataclass
class World:
    """Real numbers of one organisation's things, and the browsers of its owner and of a stranger.

    ``running`` are those at the day that runs, where agendas are.
    """

    answering: dict[str, Any]
    running: dict[str, Any]
    owner: Browser
    stranger: Browser

    def ask(self, browser: Browser, action: str) -> Any:
        method, path = ROUTES[action]
        numbers = self.running if action.startswith(("agenda.", "outcomes.")) else self.answering
        named = numbers | filled(IN_ADDRESS.get(action, {}), numbers)
        address = re.sub(r"\{(\w+)\}", lambda found: str(named[found[1]]), path)
        options = {"params": filled(QUERIES.get(action), numbers), "json": filled(BODIES.get(action), numbers)}
        return browser.client.request(method, address, **options)


def filled(value: Any, numbers: dict[str, Any]) -> Any:
    """The value with numbers in the place of their names."""
    if isinstance(value, dict):
        return {name: filled(one, numbers) for name, one in value.items()}
    if isinstance(value, str) and value.startswith("{"):
        return numbers[value.strip("{}")]
    return value


def answering_day(api: Api, owner: int, other: int, third: int) -> Market:
    """A day that takes answers; the seller has said what it wants."""
    made = open_market(api, owner, other)
    made.fair.answer(made.pair, owner, "would_meet")
    made.fair.register(third, "Bình")
    return made


def running_day(api: Api, owner: int, other: int, third: int) -> Market:
    """A day with one meeting told, and an offer to the seller to meet somebody else too."""
    made = open_market(api, owner, other)
    made.fair.answer(made.pair, other, "must_meet")
    made.fair.answer(made.pair, owner, "would_meet")
    fourth = api.organisation(name_vi="Công ty Cát Hải", kind="enterprise", key="cat-hai")
    need = api.published("need", fourth, title="Sấy muối")["id"]
    keep_candidates(api, (need, made.technologies[1]))
    made.fair.register(third, "Bình")
    made.fair.register(fourth, "Mai")
    made.fair.move("planning")
    slots = [slot["id"] for slot in made.fair.get("/slots")]
    people = {one["organisation_id"]: one["id"] for one in made.fair.get("/people")["items"]}
    placement = {
        "need_id": made.pair[0],
        "technology_id": made.pair[1],
        "need_organisation_id": other,
        "technology_organisation_id": owner,
        "need_person_id": people[other],
        "technology_person_id": people[owner],
        "slot_id": slots[0],
        "table_id": made.fair.get("/tables")["items"][0]["id"],
    }
    number = made.fair.call("PUT", "/agenda/draft", body={"placements": [placement]})["number"]
    made.fair.call("POST", "/agenda/publish", body={"number": number})
    made.fair.move("running")
    offered = {"person_id": people[owner], "slot_id": slots[1], "key": f"p{need}-{made.technologies[1]}"}
    made.fair.call("POST", "/agenda/offers", body=offered)
    return made


@pytest.fixture
def world(app: Any) -> World:
    """A world that may be changed."""
    return world_in(app)


@pytest.fixture(scope="module")
def shared_world(shared_app: Any) -> World:
    """A world for those who only look, and for those who must not be able to change it."""
    return world_in(shared_app)


def world_in(app: Any) -> World:
    """The seller's things, and two people signed in."""
    api, database = Api(TestClient(app), app), app.state.database
    seller = api.organisation(key="ben-binh")
    other = api.organisation(name_vi="Công ty Thủy sản Đồ Sơn", kind="enterprise", key="do-son")
    third = api.organisation(name_vi="Công ty Đóng tàu Bạch Đằng", kind="enterprise", key="bach-dang")
    answering, running = answering_day(api, seller, other, third), running_day(api, seller, other, third)
    person(database, "seller@a.example", member_of=seller, role=MemberRole.OWNER)
    member = person(database, "member@a.example", member_of=seller)
    asking = person(database, "asking@a.example")
    person(database, "third@a.example", member_of=third, role=MemberRole.OWNER)
    owner, stranger = Browser(app), Browser(app)
    assert owner.sign_in("seller@a.example").is_success
    assert stranger.sign_in("third@a.example").is_success
    upload = api.start_import("technology", b"title,trl\nx,70\n", acting=seller).json()
    api.run(upload["id"])
    with database.session() as session:
        session.add(JoinRequest(account_id=asking, organisation_id=seller))
    invitation = owner.call("POST", "/invitations", {"email": "invited@a.example", "organisation_id": seller}).json()
    token = owner.call("POST", "/me/tokens", {"name": "ERP", "scopes": ["read"], "days": 1}).json()
    # The organiser takes names away, of which the seller reads.
    assert api.call("GET", f"/events/{running.fair.id}/agenda/export", params={"form": "csv"}).is_success
    numbers = {
        "organisation_id": seller,
        "posting_id": api.technology(seller)["id"],
        "side": "technology",
        "job_id": upload["id"],
        "device_id": owner.call("GET", "/me/devices").json()[0]["id"],
        "account_id": member,
        "asking_id": asking,
        "invitation_id": invitation["id"],
        "invitation_token": link_in(mails(app)[-1]),
        "token_id": token["id"],
    }
    of_case = case_at(owner, api, running)
    return World(numbers | numbers_at(answering), numbers | numbers_at(running) | of_case, owner, stranger)


def case_at(owner: Browser, api: Api, market: Market) -> dict[str, Any]:
    """What came of the seller's meeting, with something of each kind in it."""
    key = "p{}-{}".format(*market.pair)
    for side in ("need", "technology"):
        said = {"interested": True, "side": side, "said_at": "2026-03-01T09:00:00Z", "sent_key": f"phone-{side}"}
        market.fair.call("PUT", f"/agenda/meetings/{key}/feedback", body=said)
    path = f"/cases/{api.get('/cases')['items'][0]['id']}"
    owner.call("POST", f"{path}/tasks", {"what": "Gửi bản vẽ"})
    owner.call("POST", f"{path}/notes", {"text": "Gọi lại"})
    owner.call("PUT", f"{path}/value", {"amount": "5", "currency": "VND"})
    made = owner.client.post(f"/api{path}/files", files={"file": ("a.pdf", b"%PDF-1.7")}).json()
    parts = {f"{part}_id": made[f"{part}s"][0]["id"] for part in ("task", "note", "file")}
    return {"case_id": made["id"], "key": key, "version": 1, **parts}


def numbers_at(market: Market) -> dict[str, Any]:
    """The seller's things at a day."""
    (seller,) = market.fair.get("/people", organisation_id=market.seller)["items"]
    offers = market.fair.get("/agenda/offers")
    return {
        "event_id": market.fair.id,
        "need_id": market.pair[0],
        "technology_id": market.pair[1],
        "published_id": market.technologies[0],
        "person_id": seller["id"],
        "offer_id": offers[0]["id"] if offers else None,
    }


@pytest.mark.parametrize("action", ASKED_BY_STRANGERS)
def test_a_stranger_neither_reads_nor_changes_it(shared_app: Any, shared_world: World, action: str) -> None:
    database = shared_app.state.database
    before = rows_of(database)

    answer = shared_world.ask(shared_world.stranger, action)

    names = ("Hạnh", "hạnh@example.org", "member@a.example", "asking@a.example", "invited@a.example")
    assert answer.status_code in (401, 403, 404) or shows_nothing(answer), (answer.status_code, answer.text)
    assert [name for name in names if name in answer.text] == []
    assert rows_of(database) == before


def test_those_who_come_too_read_names_without_addresses(shared_world: World) -> None:
    people = shared_world.ask(shared_world.stranger, "events.list_people").json()["items"]

    assert [(person["name"], person["email"]) for person in people] == [("Hạnh", None)]


def shows_nothing(answer: Any) -> bool:
    """A list that was asked for, without anything in it."""
    if answer.status_code != 200 or answer.headers["content-type"] != "application/json":
        return False
    return answer.json() in ([], {"items": [], "total": 0, "limit": 50, "offset": 0})


# A draft has no history yet, and a single side's wish is no request.
STILL_EMPTY = {"catalogue.get_history", "interest.list_requests"}
READS = [action for action in OWNED if ROUTES[action][0] == "GET" and action not in WITHOUT_NUMBER]


@pytest.mark.parametrize("action", READS)
def test_its_owner_reads_it(shared_world: World, action: str) -> None:
    answer = shared_world.ask(shared_world.owner, action)

    assert answer.status_code == 200, answer.text
    assert action in STILL_EMPTY or not shows_nothing(answer)


LOOKED_AFTER = (
    *("accounts.invite", "accounts.withdraw_invitation", "accounts.accept_join", "accounts.refuse_join"),
    *("accounts.change_member", "accounts.remove_member", "accounts.create_token", "accounts.revoke_token"),
)


@pytest.mark.parametrize("action", LOOKED_AFTER)
def test_its_owner_looks_after_people_and_tokens(world: World, action: str) -> None:
    answer = world.ask(world.owner, action)

    assert answer.status_code in (201, 204), answer.text


def test_lists_of_jobs_hold_only_one_s_own(shared_world: World) -> None:
    theirs = shared_world.stranger.call("GET", "/jobs").json()["items"]
    own = shared_world.owner.call("GET", "/jobs").json()["items"]

    assert (theirs, [job["id"] for job in own]) == ([], [shared_world.answering["job_id"]])


def test_a_table_is_not_imported_for_somebody_else(shared_world: World) -> None:
    form = {"kind": "technology", "organisation_id": str(shared_world.answering["organisation_id"])}

    answer = shared_world.stranger.client.post("/api/imports", data=form, files={"file": ("x.csv", b"title\nx\n")})

    assert answer.status_code in (400, 403, 422), answer.text
