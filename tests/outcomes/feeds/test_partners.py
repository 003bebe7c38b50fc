"""Catalogues of partners are taken over for review: what is new, what has changed, what is gone, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from answering import answering, feed
from applications import app_with, settings_in
from partner_servers import entered, gone, harvested, identity, oai, postings, record, repository
from serving import serving
from starlette.testclient import TestClient
from support import Api

from matchmaker.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, migrated_file: Path) -> Settings:
    """Settings that trust the test's own machine."""
    return settings_in(tmp_path, migrated_file).model_copy(update={"trusted_hosts": "127.0.0.1"})


@pytest.fixture
def partner(tmp_path: Path, migrated_file: Path) -> Iterator[tuple[Api, str]]:
    """Another service like this one, behind a real port; its API and address."""
    folder = tmp_path / "partner"
    folder.mkdir()
    with app_with(settings_in(folder, migrated_file)) as app, serving(app) as address:
        yield Api(TestClient(app), app), f"{address}/oai"


@pytest.mark.parametrize("prefix", ["oai_dc", "matchmaker"])
def test_another_service_is_harvested_with_all_that_it_tells(api: Api, partner: tuple[Api, str], prefix: str) -> None:
    there, address = partner
    translated = [{"language": "en", "title": "Heat pipe", "summary": "Takes heat back."}]
    holder = there.organisation(name_vi="Viện Nhiệt Đà Nẵng")
    there.published("technology", holder, translations=translated)

    job = harvested(api, entered(api, address, prefix=prefix))

    (found,) = postings(api, state="submitted").values()
    assert (job["state"], job["result"]["new"]) == ("done", 1)
    assert (found["summary"], found["translations"][0]["title"]) == (
        "Ống nhiệt lấy lại nhiệt của khí thải.",
        "Heat pipe",
    )
    assert found["sectors"] == ["energy-efficiency.heat-recovery"]
    assert (found["source"]["catalogue"], found["source"]["licence"]) == ("Sàn Đà Nẵng", "CC BY 4.0")
    assert found["source"]["holder"] == "Viện Nhiệt Đà Nẵng"
    assert found["source"]["address"].endswith("/postings/1")
    assert (found.get("trl"), found.get("price_max")) == ((8, 500_000_000) if prefix == "matchmaker" else (None, None))


def test_what_changed_or_went_there_is_reviewed_or_withdrawn_here(api: Api, partner: tuple[Api, str]) -> None:
    there, address = partner
    holder = there.organisation(name_vi="Viện Nhiệt Đà Nẵng")
    kept, changed, gone_soon = (there.published("technology", holder, title=title) for title in ("A", "B", "C"))
    source = entered(api, address, prefix="matchmaker")
    harvested(api, source)
    for one in postings(api, state="submitted").values():
        api.move(one["id"], "published")
    there.call("PATCH", f"/postings/{changed['id']}", json={"version": changed["version"], "changes": {"trl": 9}})
    there.move(gone_soon["id"], "closed")

    job = harvested(api, source)

    states = {title: (one["state"], one["trl"]) for title, one in postings(api).items()}
    assert states == {"A": ("published", 8), "B": ("submitted", 9), "C": ("closed", 8)}
    assert (job["result"]["changed"], job["result"]["withdrawn"]) == (1, 1)
    assert "new" not in job["result"]
    (waiting,) = postings(api, state="submitted").values()
    changes = api.get(f"/postings/{waiting['id']}/changes")
    assert [(one["field"], one["before"], one["after"]) for one in changes] == [("trl", 8, 9)]
    assert kept["title"] == "A"


def test_what_an_organiser_put_right_stays_until_it_changes_there(api: Api) -> None:
    said = {"title": "Bơm", "description": "Tiết kiệm điện."}
    with answering(repository(lambda _: oai(record(1, **said)))) as partner:
        source = entered(api, partner.address)
        harvested(api, source)
        (found,) = postings(api).values()
        api.call(
            "PATCH",
            f"/postings/{found['id']}",
            json={"version": found["version"], "changes": {"summary": "Sửa", "trl": 6}},
        )
        said["title"] = "Bơm nhiệt"
        harvested(api, source)

    (found,) = postings(api).values()
    assert (found["title"], found["summary"], found["trl"]) == ("Bơm nhiệt", "Sửa", 6)


def test_the_second_harvest_asks_for_what_has_changed_since_the_first(api: Api) -> None:
    with answering(repository(lambda _: oai(record(1)))) as partner:
        source = entered(api, partner.address, set_name="energy")
        harvested(api, source)
        again = harvested(api, source)

        first, second = (asked for asked in partner.asked if asked["verb"] == "ListRecords")

    assert first == {
        "verb": "ListRecords",
        "metadataPrefix": "oai_dc",
        "set": "energy",
        "until": "2026-03-01T08:00:00Z",
    }
    assert second == first | {"from": "2026-03-01T08:00:00Z"}
    assert again["result"] == {"unchanged": 1, "alike": 0}


def test_days_are_asked_for_where_a_repository_keeps_days(api: Api) -> None:
    def says(asked: dict[str, str]) -> str:
        return identity("YYYY-MM-DD") if asked["verb"] == "Identify" else oai(record(1))

    with answering(says) as partner:
        harvested(api, entered(api, partner.address))

        assert partner.asked[-1]["until"] == "2026-03-01"


def test_a_harvest_that_broke_off_goes_on_where_it_stopped(api: Api) -> None:
    broken = [True]

    def listed(asked: dict[str, str]) -> Any:
        if "resumptionToken" not in asked:
            return oai(record(1), "second")
        return (500, b"", {}) if broken[0] else oai(record(2), "")

    with answering(repository(listed)) as partner:
        source = entered(api, partner.address)
        failed = harvested(api, source)
        unfinished = api.get("/partners")[0]["unfinished"]
        broken[0] = False
        done = harvested(api, source)

        tokens = [asked.get("resumptionToken") for asked in partner.asked if asked["verb"] == "ListRecords"]

    assert (failed["state"], failed["problem"]["code"], unfinished) == ("failed", "partner_answered", True)
    assert (done["state"], done["result"]["new"], tokens) == ("done", 2, [None, "second", "second"])


def test_a_place_that_the_partner_has_forgotten_is_reached_from_the_beginning(api: Api) -> None:
    forgotten = [False]

    def listed(asked: dict[str, str]) -> Any:
        if "resumptionToken" not in asked:
            return oai(record(1), "second")
        if not forgotten[0]:
            forgotten[0] = True
            return oai("").replace("<ListRecords></ListRecords>", '<error code="badResumptionToken"/>')
        return oai(record(2), "")

    with answering(repository(listed)) as partner:
        job = harvested(api, entered(api, partner.address))

    assert (job["state"], job["result"]["new"]) == ("done", 2)


def test_a_busy_partner_is_asked_again_when_it_says(api: Api) -> None:
    busy = [2]

    def listed(_: dict[str, str]) -> Any:
        busy[0] -= 1
        return (503, b"", {"Retry-After": "0"}) if busy[0] >= 0 else oai(record(1))

    with answering(repository(listed)) as partner:
        job = harvested(api, entered(api, partner.address))

    assert job["result"]["new"] == 1


def test_a_json_feed_is_read_page_by_page_and_what_is_missing_from_it_is_withdrawn(api: Api) -> None:
    one = {
        "id": "1",
        "title": "Máy sấy",
        "summary": "Sấy nông sản.",
        "tags": ["Thu hồi nhiệt"],
        "url": "https://x.example/1",
    }
    two = {"id": 2, "title": "Drone <b>khảo sát</b>", "content_text": "<p>Bay</p><script>x</script>", "language": "vi"}
    pages = {"": feed(one, next_url="?page=2"), "2": feed(two)}
    with answering(lambda asked: pages[asked.get("page", "")]) as partner:
        source = entered(
            api,
            partner.address,
            form="json",
            sectors=["renewable-energy.solar-pv"],
            terms={"thu hoi nhiet": "energy-efficiency.heat-recovery"},
        )
        harvested(api, source)
        first = postings(api, state="submitted")
        pages["2"] = feed()
        job = harvested(api, source)

    assert {title: found["sectors"] for title, found in first.items()} == {
        "Máy sấy": ["energy-efficiency.heat-recovery"],
        "Drone khảo sát": ["renewable-energy.solar-pv"],
    }
    assert first["Drone khảo sát"]["summary"] == "Bay"
    assert first["Máy sấy"]["source"]["address"] == "https://x.example/1"
    assert (job["result"], postings(api)["Drone khảo sát"]["state"]) == (
        {"unchanged": 1, "withdrawn": 1, "alike": 0},
        "closed",
    )


def test_needs_come_from_fields_under_their_own_names(api: Api) -> None:
    item = {"ref": {"no": 7}, "name": "Giảm hao hụt", "about": "Mỗi vụ mất 4 %.", "licence": "Riêng"}
    paths = {"items": "data.list", "identifier": "ref.no", "title": "name", "summary": "about"}
    with answering(lambda _: '{"data": {"list": [' + feed(item).split("[", 1)[1].split("]")[0] + "]}}") as partner:
        harvested(api, entered(api, partner.address, form="json", kind="need", fields=paths))

    (found,) = postings(api, kind="need").values()
    assert (found["title"], found["problem"], found["source"]["licence"]) == (
        "Giảm hao hụt",
        "Mỗi vụ mất 4 %.",
        "Riêng",
    )


def test_a_copy_is_suspected_and_listed_for_whoever_reviews(api: Api, owner: int) -> None:
    known = api.published(
        "technology", owner, title="Bơm nhiệt nước nóng", description="", summary="Bơm nhiệt cho khách sạn"
    )
    api.published("technology", owner, title="Que thử nhanh", summary="Phát hiện độc tố cá nóc", description="")
    with answering(
        repository(
            lambda _: oai(
                record(1, "Bơm nhiệt nước nóng", description="Bơm nhiệt cho khách sạn")
                + record(2, "Lò gạch không nung")
            )
        )
    ) as partner:
        source = entered(api, partner.address)
        harvested(api, source)

    copy = postings(api, state="submitted")["Bơm nhiệt nước nóng"]
    alike = api.get(f"/postings/{copy['id']}/alike")
    (noted,) = api.get(f"/partners/{source}/records", alike=True)["items"]
    assert [one["posting"]["id"] for one in alike] == [known["id"]]
    assert alike[0]["similarity"] > 0.7
    assert (noted["posting_id"], noted["alike_id"], noted["posting_state"]) == (copy["id"], known["id"], "submitted")
    assert api.get("/partners")[0]["alike"] == 1


def test_the_same_title_is_enough_for_a_suspicion(api: Api, owner: int) -> None:
    told = "Khí thải được làm nguội, rửa bằng dung dịch, rồi dẫn tới ao có mái che; sinh khối được lọc, ép và sấy."
    known = api.published("technology", owner, title="Ao tảo xoắn nuôi bằng khói lò đã rửa", description=told)
    api.published("technology", owner, title="Ao tảo nuôi bằng khói", description=told)
    listed = record(1, "AO TẢO XOẮN nuôi bằng khói lò, đã rửa.") + record(2, "Ao nuôi bằng khói lò")
    with answering(repository(lambda _: oai(listed))) as partner:
        source = entered(api, partner.address, language="en")
        harvested(api, source)

    noted = {one["identifier"]: one for one in api.get(f"/partners/{source}/records")["items"]}
    assert noted["oai:x:1"]["alike_id"] == known["id"]
    assert noted["oai:x:2"]["alike_id"] != known["id"]
    assert api.get(f"/postings/{noted['oai:x:1']['posting_id']}/alike")[0]["posting"]["id"] == known["id"]


def test_records_that_cannot_be_postings_are_refused_with_reasons(api: Api) -> None:
    listed = record(1, "") + record(2, "x" * 501) + record(3) + gone(9)
    with answering(repository(lambda _: oai(listed))) as partner:
        source = entered(api, partner.address)
        job = harvested(api, source)

    refused = api.get(f"/partners/{source}/records", state="refused")["items"]
    assert job["result"] == {"refused": 2, "new": 1, "unchanged": 1, "alike": 0}
    assert {one["identifier"]: one["errors"][0] for one in refused} == {
        "oai:x:1": {"field": "title", "code": "too_short"},
        "oai:x:2": {"field": "title", "code": "string_too_long"},
    }


def test_what_came_back_is_reviewed_again(api: Api) -> None:
    listed = [record(1)]
    with answering(repository(lambda _: oai(listed[0]))) as partner:
        source = entered(api, partner.address)
        states = []
        for said in (record(1), gone(1), record(1)):
            listed[0] = said
            harvested(api, source)
            states += [one["state"] for one in postings(api).values()]

    assert states == ["submitted", "closed", "submitted"]


def test_trying_keeps_nothing_and_tells_terms_without_a_sector(api: Api) -> None:
    with answering(
        repository(lambda _: oai(record(1, subject="Máy bơm") + record(2, "", subject="Máy bơm")))
    ) as partner:
        source = entered(api, partner.address)
        result = api.run(api.post(f"/partners/{source}/try")["id"])["result"]

    assert (result["read"], result["refused"], result["sample"][0]["title"]) == (2, 1, "Bơm nhiệt")
    assert result["terms"] == [{"term": "Máy bơm", "number": 2}]
    assert postings(api) == {}


def test_what_came_from_others_is_not_handed_on_as_ours(api: Api) -> None:
    with answering(repository(lambda _: oai(record(1)))) as partner:
        harvested(api, entered(api, partner.address))
    (found,) = postings(api).values()
    api.move(found["id"], "published")

    answer = api.client.get("/oai", params={"verb": "ListRecords", "metadataPrefix": "oai_dc"}).text

    assert "noRecordsMatch" in answer
    assert api.get("/national-records")["total"] == 0
    assert api.get(f"/postings/{found['id']}", "public")["source"]["catalogue"] == "Sàn Đà Nẵng"


def test_a_catalogue_entered_again_finds_its_postings(api: Api) -> None:
    with answering(repository(lambda _: oai(record(1)))) as partner:
        source = entered(api, partner.address)
        harvested(api, source)
        body = api.get("/partners")[0]
        api.call("DELETE", f"/partners/{source}")
        again = entered(api, partner.address, organisation_id=body["organisation_id"])
        harvested(api, again)

    assert len(postings(api)) == 1


def test_partners_are_for_organisers_and_their_changes_for_one_at_a_time(api: Api, owner: int) -> None:
    source = entered(api, "https://da-nang.example/oai")
    body = {**api.get("/partners")[0]}
    shown = ("id", "harvested_at", "unfinished", "taken", "refused", "withdrawn", "alike", "job")
    sent = {name: value for name, value in body.items() if name not in shown}

    assert api.refused("GET", "/partners", owner) == (403, "organiser_only")
    assert api.call("PUT", f"/partners/{source}", json=sent | {"name": "Đà Nẵng"}).json()["name"] == "Đà Nẵng"
    assert api.refused("PUT", f"/partners/{source}", json=sent) == (409, "version_stale")
    assert (
        api.refused("PUT", f"/partners/{source}", json=sent | {"version": 2, "kind": "need"})[1] == "partner_kind_stays"
    )
    assert api.refused("POST", "/partners", json=sent | {"sectors": ["no-such"]})[0] == 422
