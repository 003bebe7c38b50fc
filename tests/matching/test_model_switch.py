"""Another model serves only once everything is encoded with it."""

from support import Api

from matchmaker.embedding import store
from matchmaker.services import open_matcher


def test_the_model_that_serves_is_written_down(api: Api) -> None:
    with api.database.session(writes=False) as session:
        serving = store.serving_model(session)

    assert serving is not None
    assert (serving.model, serving.name) == ("default", "hash-64")


def test_a_former_model_that_is_gone_is_replaced_at_once(api: Api, owner: int) -> None:
    new = api.published("technology", owner)["id"]
    with api.database.session() as session:
        store.mark_serving(session, "a-model-of-the-past", "past@1")

    open_matcher(api.app.state.services)

    with api.database.session(writes=False) as session:
        serving = store.serving_model(session)
    assert serving is not None
    assert serving.name == "hash-64"
    assert [hit["posting"]["id"] for hit in api.get("/search", q="lò hơi")["items"]] == [new]
