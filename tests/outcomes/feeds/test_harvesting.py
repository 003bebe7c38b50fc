"""Records are harvested by a real client from a real server, page by page, and keep to their schemas."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from protocol_schema import protocol_schema
from serving import serving
from sickle import Sickle
from starlette.testclient import TestClient
from support import ORGANISER, Api

from matchmaker.catalogue.models import Kind, Posting, State, TechnologyCreate
from matchmaker.catalogue.service import insert_postings
from matchmaker.outcomes.feeds.harvesting import routes

OAI = "{http://www.openarchives.org/OAI/2.0/}"
OWN = "{urn:matchmaker:record:1}"
MANY = 230
STEP = {"from_state": State.SUBMITTED, "to_state": State.PUBLISHED, "actor": ORGANISER, "reasons": []}
HOSTILE = 'Bơm <b>&amp;</b> ]]> " \ufffe\u0007 ống'


@pytest.fixture(scope="module")
def api(shared_app: Any) -> Api:
    return Api(TestClient(shared_app), shared_app)


@pytest.fixture(scope="module")
def world(api: Api) -> dict[str, int]:
    """Many plain technologies, one with everything, a teaser, one withdrawn, a draft and a need."""
    owner = api.organisation(key="ben-binh", name_en="Ben Binh Institute", website="https://ben-binh.example")
    plain = TechnologyCreate(title="Bơm", sectors=["marine.shipbuilding-repair"])
    with api.database.session() as session:
        rows = [
            (Posting(kind=Kind.TECHNOLOGY, organisation_id=owner, language="vi", state=State.PUBLISHED), plain)
            for _ in range(MANY)
        ]
        insert_postings(session, rows, [STEP])
    translated = [{"language": "en", "title": "Heat pipe", "summary": "Takes heat back."}]
    full = api.published("technology", owner, title=HOSTILE, translations=translated, expires_on="2099-12-31")
    teaser = api.published("technology", owner, title="Bí mật", visibility="teaser", description="chi tiết kín")
    gone = api.published("technology", owner, title="Đã rút")
    api.move(gone["id"], "closed")
    draft = api.technology(owner, title="Nháp")
    need = api.published("need", owner)
    return {"full": full["id"], "teaser": teaser["id"], "gone": gone["id"], "draft": draft["id"], "need": need["id"]}


@pytest.fixture(scope="module")
def address(world: dict[str, int], shared_app: Any) -> Iterator[str]:
    with serving(shared_app) as found:
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Sickle:
    return Sickle(f"{address}/oai")


@pytest.fixture(scope="module")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    return protocol_schema(tmp_path_factory.mktemp("archive"))


def asked(api: Api, **arguments: Any) -> Any:
    """The root of an answer."""
    answer = api.client.get("/oai", params=arguments)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    return etree.fromstring(answer.content)


def refusal(api: Api, **arguments: Any) -> Any:
    return asked(api, **arguments).find(f"{OAI}error").get("code")


def numbers(records: Any) -> list[int]:
    return [int(one.header.identifier.rpartition("/")[2]) for one in records]


def test_a_real_client_harvests_every_record_once(client: Sickle, world: dict[str, int]) -> None:
    found = numbers(client.ListRecords(metadataPrefix="oai_dc"))

    assert (len(found), len(set(found))) == (MANY + 3, MANY + 3)
    assert {world["draft"], world["need"]}.isdisjoint(found)


def test_headers_alone_are_the_same_records(client: Sickle) -> None:
    headers = [one.identifier for one in client.ListIdentifiers(metadataPrefix="matchmaker")]

    assert headers == [one.header.identifier for one in client.ListRecords(metadataPrefix="matchmaker")]


def test_what_was_withdrawn_is_a_deleted_record(client: Sickle, world: dict[str, int]) -> None:
    deleted = [one for one in client.ListRecords(metadataPrefix="oai_dc") if one.deleted]

    assert (numbers(deleted), [one.xml.find(f"{OAI}metadata") for one in deleted]) == ([world["gone"]], [None])


def test_dublin_core_says_who_offers_what(client: Sickle, world: dict[str, int]) -> None:
    record = client.GetRecord(identifier=f"oai:127.0.0.1:technology/{world['full']}", metadataPrefix="oai_dc")

    told = record.metadata
    assert told["title"] == ['Bơm <b>&amp;</b> ]]> "  ống', "Heat pipe"]
    assert told["creator"] == ["Viện Cơ khí Bến Bính", "Ben Binh Institute"]
    assert told["identifier"] == [f"http://127.0.0.1:8000/postings/{world['full']}"]


def test_a_teaser_tells_no_more_than_the_public_reads(api: Api, world: dict[str, int]) -> None:
    for prefix in ("oai_dc", "matchmaker"):
        identifier = f"oai:127.0.0.1:technology/{world['teaser']}"
        found = etree.tostring(
            asked(api, verb="GetRecord", identifier=identifier, metadataPrefix=prefix), encoding="unicode"
        )
        assert ("Bí mật" in found, "chi tiết kín" in found, "200000000" in found) == (True, False, False)


def test_the_richer_format_keeps_to_its_published_schema(api: Api, client: Sickle) -> None:
    named = client.ListMetadataFormats()
    schema = etree.XMLSchema(etree.fromstring(api.client.get("/oai/schema/matchmaker-1.xsd").content))

    contents = [one.xml.find(f"{OAI}metadata") for one in client.ListRecords(metadataPrefix="matchmaker")]
    records = [one[0] for one in contents if one is not None]

    assert {one.metadataPrefix: one.schema for one in named}["matchmaker"].endswith("/oai/schema/matchmaker-1.xsd")
    assert len(records) == MANY + 2
    for record in records:
        schema.assertValid(record)


@pytest.mark.parametrize(
    "arguments",
    [
        {"verb": "Identify"},
        {"verb": "ListMetadataFormats"},
        {"verb": "ListSets"},
        {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc"},
        {"verb": "ListRecords", "metadataPrefix": "matchmaker", "set": "energy-efficiency"},
        {"verb": "ListRecords", "metadataPrefix": "marc21"},
        {"verb": "Steal"},
    ],
)
@pytest.mark.usefixtures("world")
def test_answers_keep_to_the_schema_of_the_protocol(
    api: Api, protocol: etree.XMLSchema, arguments: dict[str, str]
) -> None:
    pages = [asked(api, **arguments)]
    while (token := pages[-1].find(f".//{OAI}resumptionToken")) is not None and token.text:
        pages.append(asked(api, verb=arguments["verb"], resumptionToken=token.text))

    for page in pages:
        protocol.assertValid(page)
    # It is no schema that takes everything.
    pages[0].append(etree.Element(f"{OAI}unknown"))
    assert not protocol.validate(pages[0])


def test_sets_are_the_sectors(client: Sickle, world: dict[str, int]) -> None:
    sets = {one.setSpec for one in client.ListSets()}
    upper = numbers(client.ListRecords(metadataPrefix="oai_dc", set="energy-efficiency"))
    lower = numbers(client.ListRecords(metadataPrefix="oai_dc", set="energy-efficiency:heat-recovery"))

    assert {"energy-efficiency", "energy-efficiency:heat-recovery"} <= sets
    assert upper == lower == [world["full"], world["teaser"], world["gone"]]


def test_from_and_until_include_their_seconds(api: Api, client: Sickle, world: dict[str, int]) -> None:
    with api.database.session(writes=False) as session:
        full = session.get(Posting, world["full"])
        assert full
        stamp = full.updated_at.replace(microsecond=0)
    second = stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    later = (stamp + timedelta(days=400)).strftime("%Y-%m-%dT%H:%M:%SZ")

    found = numbers(client.ListRecords(**{"metadataPrefix": "oai_dc", "from": second, "until": second}))

    assert world["full"] in found
    assert refusal(api, verb="ListRecords", metadataPrefix="oai_dc", **{"from": later}) == "noRecordsMatch"


def test_what_changes_while_somebody_harvests_is_not_missed(api: Api, world: dict[str, int]) -> None:
    first = asked(api, verb="ListIdentifiers", metadataPrefix="oai_dc")
    token = first.find(f".//{OAI}resumptionToken")
    changed = first.find(f".//{OAI}identifier").text
    number = int(changed.rpartition("/")[2])
    version = api.get(f"/postings/{number}")["version"]
    api.call("PATCH", f"/postings/{number}", json={"version": version, "changes": {"trl": 5}})

    found, tokens = [], token
    while tokens is not None and tokens.text:
        page = asked(api, verb="ListIdentifiers", resumptionToken=tokens.text)
        found += [one.text for one in page.iter(f"{OAI}identifier")]
        tokens = page.find(f".//{OAI}resumptionToken")

    assert (token.get("cursor"), token.get("completeListSize")) == ("0", str(MANY + 3))
    assert (found.count(changed), len(found)) == (1, MANY + 3 - 100 + 1)


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("badVerb", {}),
        ("badVerb", {"verb": "Steal"}),
        ("badVerb", {"verb": ["Identify", "Identify"]}),
        ("badArgument", {"verb": "Identify", "set": "x"}),
        ("badArgument", {"verb": "ListRecords"}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "resumptionToken": "x"}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": ["oai_dc", "oai_dc"]}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "yesterday"}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "2026-02-30"}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "9999-12-31"}),
        (
            "badArgument",
            {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-02", "until": "2026-01-01"},
        ),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "no-such"}),
        ("cannotDisseminateFormat", {"verb": "ListRecords", "metadataPrefix": "marc21"}),
        ("badResumptionToken", {"verb": "ListRecords", "resumptionToken": "e30=.00"}),
        ("badResumptionToken", {"verb": "ListSets", "resumptionToken": "x"}),
        ("idDoesNotExist", {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:x:technology/1"}),
        ("idDoesNotExist", {"verb": "ListMetadataFormats", "identifier": "oai:127.0.0.1:technology/999999"}),
    ],
)
def test_refusals_have_the_names_of_the_protocol(api: Api, code: str, arguments: dict[str, Any]) -> None:
    assert refusal(api, **arguments) == code


def test_a_draft_and_a_need_are_no_records(api: Api, world: dict[str, int]) -> None:
    for name in ("draft", "need"):
        identifier = f"oai:127.0.0.1:technology/{world[name]}"
        assert refusal(api, verb="GetRecord", metadataPrefix="oai_dc", identifier=identifier) == "idDoesNotExist"


def test_a_token_of_one_verb_is_not_one_of_another(api: Api, world: dict[str, int]) -> None:
    token = asked(api, verb="ListRecords", metadataPrefix="oai_dc").find(f".//{OAI}resumptionToken").text

    assert refusal(api, verb="ListIdentifiers", resumptionToken=token) == "badResumptionToken"
    assert refusal(api, verb="ListRecords", resumptionToken=f"A{token[1:]}") == "badResumptionToken"


def test_arguments_may_come_as_a_form(api: Api, world: dict[str, int]) -> None:
    answer = api.client.post("/oai", data={"verb": "Identify"})

    told = {one.tag.removeprefix(OAI): one.text for one in etree.fromstring(answer.content).find(f"{OAI}Identify")}
    assert (told["deletedRecord"], told["granularity"]) == ("persistent", "YYYY-MM-DDThh:mm:ssZ")


def test_the_schema_lies_where_its_name_says() -> None:
    assert Path(routes.SCHEMA_FILE).is_file()
