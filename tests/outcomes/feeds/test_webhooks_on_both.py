"""Deliveries on both databases: written with the change, in order, by two couriers at once."""

from receivers import ADDRESS, Receiver
from support import Api
from test_migrations import empty, server, service  # noqa: F401

from matchmaker.kit import clock
from matchmaker.outcomes.feeds.calling.door import Caller
from matchmaker.outcomes.feeds.webhooks import outbox
from matchmaker.outcomes.feeds.webhooks.courier import Carrying


def test_changes_are_carried_in_order_and_once(service: Api) -> None:  # noqa: F811
    state = service.app.state
    settings = state.settings.model_copy(update={"trusted_hosts": "127.0.0.1"})
    state.settings = settings
    receiver = Receiver()
    kinds = ["posting.published", "posting.changed", "posting.withdrawn"]
    sent = {"name": "IOC", "address": ADDRESS, "kinds": kinds}
    receiver.secret = service.post("/webhooks", sent)["secret"]
    posting = service.published("technology", service.organisation())
    changes = {"version": posting["version"], "changes": {"title": "Bơm nhiệt"}}
    service.call("PATCH", f"/postings/{posting['id']}", json=changes)
    service.move(posting["id"], "closed")
    carrying = Carrying(state.database, state.secret, Caller(settings, receiver))

    with state.database.session(writes=False) as session:
        ((first,),) = outbox.due_ids(session, clock.now(), 10).values()
    with state.database.session() as session:
        taken = [outbox.take(session, first, clock.now()) is not None for _ in range(2)]
        outbox.note_wait(session, session.get(outbox.WebhookDelivery, first), clock.now())
    while carrying.deliver_due():
        pass

    assert taken == [True, False]
    assert receiver.kinds_of(f"posting:{posting['id']}") == kinds
    assert len(receiver.sent) == 3
