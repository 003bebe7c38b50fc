"""Every operation does what the OpenAPI document says, for what the document allows and for what it does not."""

from typing import Any

import pytest
import schemathesis
from described import DOCUMENT
from fair import Market, open_market
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient
from support import ORGANISER, Api

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def can_be_wrong(operation: dict[str, Any]) -> bool:
    """Whether anything is taken beside the header, in which any text is well formed."""
    return "requestBody" in operation or any(taken["in"] != "header" for taken in operation.get("parameters", []))


OPERATIONS = [
    (method.upper(), path, mode)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    if mode is GenerationMode.POSITIVE or can_be_wrong(operation)
]


@pytest.fixture(scope="module")
def document(shared_app: Any) -> Any:
    """The document of a service that has some content of each kind."""
    fill(Api(TestClient(shared_app), shared_app))
    return schemathesis.openapi.from_asgi("/api/openapi.json", shared_app)


def fill(api: Api) -> None:
    """Postings in several states, an import, a ranking, an event with answers."""
    owner, other = api.organisation(), api.organisation()
    for kind, who in (("technology", owner), ("need", other)):
        for number in range(3):
            translations = [{"language": "en", "title": f"Heat pipes save energy {number}"}]
            api.published(kind, who, translations=translations)
        api.create(kind, who)
    api.load("technology", b"title,trl\nx,70\n", acting=owner)
    api.run(api.post("/matching/rank-all")["id"])
    market = open_market(api, owner, other)
    market.fair.answer(market.pair, other, "must_meet")
    market.fair.call("POST", "/blocks", body={"name_vi": "x", "everybody": True, "slot_ids": [1]})
    market.fair.call("PUT", f"/pairs/{owner}/{other}", body={"rule": "add"})
    publish_agenda(market)


def publish_agenda(market: Market) -> None:
    """A published agenda of one meeting, and the next draft."""
    market.fair.answer(market.pair, market.seller, "would_meet")
    market.fair.move("planning")
    ids = {person["organisation_id"]: person["id"] for person in market.fair.get("/people")["items"]}
    placement = {
        "need_id": market.pair[0],
        "technology_id": market.pair[1],
        "need_organisation_id": market.buyer,
        "technology_organisation_id": market.seller,
        "need_person_id": ids[market.buyer],
        "technology_person_id": ids[market.seller],
        "slot_id": market.fair.get("/slots")[2]["id"],
        "table_id": 1,
    }
    market.fair.call("PUT", "/agenda/draft", body={"placements": [placement]})
    market.fair.call("POST", "/agenda/publish", body={"number": 1})
    key = {"key": "p{}-{}".format(*market.pair), "revision": 1}
    market.fair.call("POST", "/agenda/draft/pin", body=key)


@pytest.mark.parametrize(("method", "path", "mode"), OPERATIONS, ids=lambda value: str(getattr(value, "value", value)))
def test_every_operation_keeps_its_word(document: Any, method: str, path: str, mode: GenerationMode) -> None:
    operation = document[path][method]

    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def keeps_its_word(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"X-Acting-As": ORGANISER}, timeout=300)

    keeps_its_word()
