"""Changes are told to receivers: at least once, in order for each subject, whatever the receiver does."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from receivers import ADDRESS, Receiver, answers
from support import Api

from matchmaker.kit import clock
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.calling.door import Caller
from matchmaker.outcomes.feeds.webhooks.courier import Carrying
from matchmaker.outcomes.feeds.webhooks.waiting import MOST_ATTEMPTS
from matchmaker.settings import Settings

POSTINGS = ["posting.published", "posting.changed", "posting.withdrawn"]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trusted_hosts": "127.0.0.1"})


@pytest.fixture
def receiver(api: Api) -> Receiver:
    """A receiver that wants to know of postings, and is well."""
    made = Receiver()
    sent = {"name": "Trung tâm điều hành", "address": ADDRESS, "kinds": POSTINGS}
    made.secret = api.post("/webhooks", sent)["secret"]
    return made


@pytest.fixture
def carrying(app: Any, receiver: Receiver) -> Carrying:
    state = app.state
    return Carrying(state.database, state.secret, Caller(state.settings, receiver))


def after(carrying: Carrying, start: datetime, length: timedelta, step: timedelta) -> None:
    """Let time pass, with a round of the courier at every step."""
    for number in range(1, length // step + 1):
        carrying.deliver_due(start + number * step)


def log_of(api: Api, **params: Any) -> list[Any]:
    """The deliveries to the first receiver, the oldest first."""
    return list(reversed(api.get("/webhooks/1/deliveries", **params)["items"]))


def test_a_change_is_told_with_what_anybody_may_read(
    api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    posting = api.published("technology", owner, visibility="teaser")

    carrying.deliver_due()

    ((_, told),) = receiver.sent
    assert (told["type"], told["subject"]) == ("posting.published", f"posting:{posting['id']}")
    assert told["data"] == {
        "id": posting["id"],
        "kind": "technology",
        "titles": {"vi": posting["title"]},
        "sectors": posting["sectors"],
        "organisation_id": owner,
    }


def test_drafts_and_refused_requests_are_told_to_nobody(api: Api, owner: int, receiver: Receiver) -> None:
    draft = api.technology(owner)
    api.call("PATCH", f"/postings/{draft['id']}", json={"version": 1, "changes": {"trl": 5}})
    api.refused("POST", f"/postings/{draft['id']}/state", json={"state": "expired"})

    assert log_of(api) == []


def test_each_change_of_a_posting_is_one_delivery(api: Api, owner: int, receiver: Receiver, carrying: Carrying) -> None:
    posting = api.published("technology", owner)
    changes = {"title": "Bơm nhiệt", "trl": 9, "summary": "Nước nóng 90 °C."}
    api.call("PATCH", f"/postings/{posting['id']}", json={"version": posting["version"], "changes": changes})
    api.move(posting["id"], "closed")

    while carrying.deliver_due():
        pass

    assert receiver.kinds_of(f"posting:{posting['id']}") == POSTINGS


def test_nothing_is_lost_or_turned_round_while_a_receiver_is_down_for_an_hour(
    api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    def is_down(_: Any) -> int:
        raise httpx.ConnectError("down")

    receiver.behaviour = is_down
    first, second = (api.published("technology", owner, title=title) for title in ("Bơm", "Lò"))
    api.move(first["id"], "closed")
    start = clock.now()
    after(carrying, start, timedelta(hours=1), timedelta(seconds=20))
    assert receiver.taken == {}

    receiver.behaviour = answers(200)
    after(carrying, start + timedelta(hours=1), timedelta(hours=2), timedelta(minutes=1))

    assert receiver.kinds_of(f"posting:{first['id']}") == ["posting.published", "posting.withdrawn"]
    assert receiver.kinds_of(f"posting:{second['id']}") == ["posting.published"]
    assert [row["state"] for row in log_of(api)] == ["delivered"] * 3


def test_a_failing_delivery_holds_back_its_own_subject_alone(
    api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    first, second = (api.published("technology", owner, title=title) for title in ("Bơm", "Lò"))
    api.move(first["id"], "closed")
    receiver.behaviour = lambda told: 500 if told["subject"] == f"posting:{first['id']}" else 204

    carrying.deliver_due()

    assert [row["type"] for row in receiver.taken.values()] == ["posting.published"]
    assert receiver.kinds_of(f"posting:{second['id']}") == ["posting.published"]
    assert [(row["state"], row["held"]) for row in log_of(api)] == [
        ("waiting", False),
        ("delivered", False),
        ("waiting", True),
    ]
    assert log_of(api)[0]["tries"][0]["status"] == 500


def test_what_comes_twice_has_the_same_key_and_the_same_words(
    api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    posting = api.published("technology", owner)
    asked: list[str] = []

    def takes_it_and_does_not_answer(told: dict[str, Any]) -> int:
        asked.append(told["type"])
        if len(asked) == 1:
            raise httpx.ReadTimeout("no answer")
        return 200

    receiver.behaviour = takes_it_and_does_not_answer
    start = clock.now()
    carrying.deliver_due(start)
    api.call("PATCH", f"/postings/{posting['id']}", json={"version": posting["version"], "changes": {"title": "Mới"}})
    after(carrying, start, timedelta(minutes=1), timedelta(seconds=5))

    keys, bodies = zip(*receiver.sent[:2], strict=True)
    assert (keys[0], bodies[0]) == (keys[1], bodies[1])
    assert [told["type"] for told in receiver.taken.values()] == ["posting.published", "posting.changed"]


def test_two_couriers_carry_each_delivery_once(
    app: Any, api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    for number in range(5):
        api.published("technology", owner, title=f"Bơm {number}")
    other = Carrying(app.state.database, app.state.secret, Caller(app.state.settings, receiver))

    def meanwhile(_: Any) -> int:
        other.deliver_due()
        return 200

    receiver.behaviour = meanwhile
    carrying.deliver_due()

    assert (len(receiver.sent), len(receiver.taken)) == (5, 5)


def test_what_was_given_up_waits_with_its_followers_until_it_is_sent_again(
    api: Api, owner: int, receiver: Receiver, carrying: Carrying
) -> None:
    receiver.behaviour = answers(500)
    posting = api.published("technology", owner)
    start = clock.now()
    after(carrying, start, timedelta(days=4), timedelta(hours=1))
    # Steps of an hour are longer than the first waits, and none is left out.
    assert (len(receiver.sent), log_of(api)[0]["state"]) == (MOST_ATTEMPTS, "dead")
    api.move(posting["id"], "closed")
    receiver.behaviour = answers(200)
    carrying.deliver_due(start + timedelta(days=4))
    assert receiver.taken == {}

    api.call("POST", f"/webhooks/deliveries/{log_of(api)[0]['id']}/again")
    carrying.deliver_due(clock.now())
    carrying.deliver_due(clock.now())

    assert receiver.kinds_of(f"posting:{posting['id']}") == ["posting.published", "posting.withdrawn"]


def test_what_is_set_aside_lets_its_followers_go(api: Api, owner: int, receiver: Receiver, carrying: Carrying) -> None:
    receiver.behaviour = answers(500)
    posting = api.published("technology", owner)
    after(carrying, clock.now(), timedelta(days=4), timedelta(hours=1))
    api.move(posting["id"], "closed")
    receiver.behaviour = answers(200)

    api.call("POST", f"/webhooks/deliveries/{log_of(api)[0]['id']}/set-aside")
    carrying.deliver_due()

    assert receiver.kinds_of(f"posting:{posting['id']}") == ["posting.withdrawn"]
    assert api.refused("POST", f"/webhooks/deliveries/{log_of(api)[1]['id']}/again") == (409, "delivery_not_dead")


def test_a_renewed_secret_signs_from_then_on(api: Api, owner: int, receiver: Receiver, carrying: Carrying) -> None:
    api.published("technology", owner)
    former = receiver.secret
    receiver.secret = api.post("/webhooks/1/secret")["secret"]

    carrying.deliver_due()

    assert (receiver.secret != former, len(receiver.taken)) == (True, 1)


def test_the_secret_is_shown_once_and_kept_sealed(app: Any, api: Api, receiver: Receiver) -> None:
    shown = str(api.get("/webhooks")) + str(api.get("/audit"))
    with app.state.database.session(writes=False) as session:
        stored = session.connection().exec_driver_sql("SELECT sealed_secret FROM webhook_receiver").scalar_one()

    assert receiver.secret not in shown + stored
    assert Secret("", app.state.settings.data_folder).unseal("webhook_receiver", stored) == receiver.secret


def test_a_receiver_that_is_off_gets_nothing(api: Api, owner: int, receiver: Receiver, carrying: Carrying) -> None:
    api.call("PATCH", "/webhooks/1", json={"active": False})
    api.published("technology", owner)

    assert (carrying.deliver_due(), log_of(api)) == (0, [])


@pytest.mark.parametrize(
    "address",
    ["http://example.com/x", "https://a@example.com/", "ftp://example.com/", "https://", "https://a b.example/"],
)
def test_an_address_that_may_not_be_called_is_refused(api: Api, address: str) -> None:
    sent = {"name": "x", "address": address, "kinds": ["test"]}

    assert api.refused("POST", "/webhooks", json=sent) == (400, "address_refused")


def test_receivers_are_for_organisers(api: Api, owner: int, receiver: Receiver) -> None:
    assert api.refused("GET", "/webhooks", owner) == (403, "organiser_only")
    assert api.refused("GET", "/webhooks/1/deliveries", "public") == (403, "organiser_only")
