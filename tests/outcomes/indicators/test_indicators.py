"""Each indicator equals a count made by hand in SQL on the same database; edges of months, cuts and groups."""

from typing import Any

import pytest
from busy_year import DAY, BusyYear, live_through
from starlette.testclient import TestClient
from support import Api

# What was published first, by posting.
FIRST = "(SELECT posting_id, MIN(at) AS at FROM review_event WHERE to_state = 'published' GROUP BY posting_id)"
# The meetings of the agenda that an event published last.
LAST = """
    SELECT p.*, v.event_id FROM agenda_placement p JOIN agenda_version v ON v.id = p.version_id
    WHERE v.state = 'published' AND p.state <> 'cancelled' AND v.number = (
        SELECT MAX(number) FROM agenda_version o WHERE o.event_id = v.event_id AND o.state = 'published')
"""
BY_SECTOR = """
    SELECT top, COUNT(*) FROM (
        SELECT DISTINCT p.id, CASE WHEN INSTR(s.value, '.') > 0
            THEN SUBSTR(s.value, 1, INSTR(s.value, '.') - 1) ELSE s.value END AS top
        FROM posting p JOIN {first} f ON f.posting_id = p.id, JSON_EACH(p.sectors) s WHERE p.kind = :kind {more})
    GROUP BY top
"""
UNMET = """AND p.state = 'published' AND COALESCE((
    SELECT MAX(probability) FROM candidate WHERE need_id = p.id), 0) < 0.368"""


@pytest.fixture(scope="module")
def year(shared_app: Any) -> BusyYear:
    return live_through(Api(TestClient(shared_app, raise_server_exceptions=False), shared_app))


@pytest.fixture(scope="module")
def told(year: BusyYear) -> dict[str, Any]:
    return year.figures()


def test_technologies_and_needs_are_those_that_were_ever_published(year: BusyYear, told: dict[str, Any]) -> None:
    counted = year.parts(f"SELECT kind, COUNT(*) FROM posting p JOIN {FIRST} f ON f.posting_id = p.id GROUP BY kind")

    assert counted == {"technology": 4, "need": 3}
    assert (told["technologies"], told["needs"]) == (counted["technology"], counted["need"])


@pytest.mark.parametrize(("code", "kind"), [("technologies_by_sector", "technology"), ("needs_by_sector", "need")])
def test_postings_count_in_each_of_their_top_sectors(
    year: BusyYear, told: dict[str, Any], code: str, kind: str
) -> None:
    counted = year.parts(BY_SECTOR.format(first=FIRST, more=""), kind=kind)

    assert len(counted) == 2
    assert told[code] == counted


def test_records_count_on_the_day_on_which_they_were_taken_over(year: BusyYear) -> None:
    rows = "SELECT id FROM posting WHERE kind = 'technology' AND state = 'published' ORDER BY id LIMIT 2"
    names = [f"technology/{number}" for number in year.parts(rows.replace("SELECT id", "SELECT id, 1"))]
    for name, day in zip(names, ("2024-10-31", "2024-11-01"), strict=True):
        marks = {"records": [{"name": name}], "taken_over_on": day}
        year.api.call("PUT", "/national-records/marks", json=marks)

    told = year.figures(**{"from": "2024-11-01", "to": "2024-12-01"})["records_taken_over"]
    by_month = year.groups("month", "records_taken_over")

    counted = year.parts("SELECT SUBSTR(taken_over_on, 1, 7), COUNT(*) FROM national_record GROUP BY 1")
    assert counted == {"2024-10": 1, "2024-11": 1}
    assert (told, {month: by_month[month] for month in counted}) == (1, counted)


def test_organisations_count_once_by_kind_and_in_each_of_their_sectors(year: BusyYear, told: dict[str, Any]) -> None:
    active = f"""SELECT organisation_id AS id FROM posting p JOIN {FIRST} f ON f.posting_id = p.id
        UNION SELECT organisation_id FROM registration WHERE state = 'registered'"""
    by_kind = year.parts(f"SELECT kind, COUNT(*) FROM organisation WHERE id IN ({active}) GROUP BY kind")
    by_sector = year.parts(
        BY_SECTOR.replace("p.id, CASE", "p.organisation_id, CASE")
        .replace("p.kind = :kind", "1 = 1")
        .format(first=FIRST, more="")
    )

    assert told["organisations"] == sum(by_kind.values()) == 3
    assert told["organisations_by_kind"] == by_kind
    assert told["organisations_by_sector"] == by_sector


def test_candidates_are_pairs_in_the_catalogue_of_two_organisations(year: BusyYear, told: dict[str, Any]) -> None:
    pairs = """SELECT COUNT(*) FROM candidate c
        JOIN posting n ON n.id = c.need_id JOIN posting t ON t.id = c.technology_id
        WHERE n.state = 'published' AND t.state = 'published' AND n.organisation_id <> t.organisation_id"""

    assert told["candidates"] == year.sql(pairs) == 4
    assert told["good_candidates"] == year.sql(f"{pairs} AND c.probability >= 0.368") == 3


def test_answers_and_those_that_want_to_meet(year: BusyYear, told: dict[str, Any]) -> None:
    positive = "SELECT COUNT(*) FROM answer WHERE value IN ('must_meet', 'would_meet')"

    assert told["answers"] == year.sql("SELECT COUNT(*) FROM answer") == 6
    assert told["positive_answers"] == year.sql(positive) == 5


def test_requests_and_the_share_that_was_accepted(year: BusyYear, told: dict[str, Any]) -> None:
    states = year.parts("SELECT state, COUNT(*) FROM meeting_request GROUP BY state")

    assert told["requests"] == sum(number for state, number in states.items() if state != "withdrawn") == 3
    assert told["requests_accepted"] == states["accepted"] == 2
    assert told["acceptance"] == pytest.approx(states["accepted"] / (states["accepted"] + states["declined"]))


def test_meetings_are_those_of_the_agenda_published_last(year: BusyYear, told: dict[str, Any]) -> None:
    held = f"SELECT COUNT(*) FROM ({LAST}) m WHERE state = 'held'"
    agreed = f"""SELECT COUNT(*) FROM ({LAST}) m WHERE 2 = (
        SELECT COUNT(*) FROM meeting_feedback f WHERE f.event_id = m.event_id AND f.key = m.key AND f.interested)"""

    assert told["meetings_planned"] == year.sql(f"SELECT COUNT(*) FROM ({LAST}) m") == 2
    assert told["meetings_held"] == year.sql(held) == 1
    assert told["meetings_with_next_step"] == year.sql(agreed) == 1


def test_breaks_and_slots_spent_waiting(year: BusyYear, told: dict[str, Any]) -> None:
    numbered = "SELECT id, day, ROW_NUMBER() OVER (PARTITION BY event_id, day ORDER BY starts_at) AS place FROM slot"
    busy = f"""SELECT person, day, place, LAG(place) OVER (PARTITION BY person, day ORDER BY place) AS before FROM (
        SELECT need_person_id AS person, slot_id FROM ({LAST}) a
        UNION SELECT technology_person_id, slot_id FROM ({LAST}) b) seats JOIN ({numbered}) s ON s.id = seats.slot_id"""

    gaps = year.parts(f"SELECT 'n', COUNT(*) FROM ({busy}) b WHERE place > before + 1")
    empty = year.sql(f"SELECT SUM(place - before - 1) FROM ({busy}) b WHERE place > before + 1")

    assert (told["breaks"], told["waiting"]) == (gaps["n"], empty) == (1, 1)


def test_unmet_needs_are_those_of_the_overview(year: BusyYear, told: dict[str, Any]) -> None:
    by_sector = year.parts(BY_SECTOR.format(first=FIRST, more=UNMET), kind="need")
    counted = year.sql(f"SELECT COUNT(*) FROM posting p WHERE p.kind = 'need' {UNMET}")

    assert told["unmet_needs"] == counted == year.api.get("/overview/unmet-needs")["total"]
    assert told["unmet_needs_by_sector"] == by_sector


def test_cases_by_their_stage_now(year: BusyYear, told: dict[str, Any]) -> None:
    stages = year.parts("SELECT stage, COUNT(*) FROM followed_case GROUP BY stage")

    assert told["cases"] == sum(stages.values()) == 2
    assert told["cases_by_stage"] == stages


def test_contracts_their_confirmed_value_and_the_days_from_the_need(year: BusyYear, told: dict[str, Any]) -> None:
    signed = """SELECT {what} FROM followed_case c JOIN case_value v ON v.case_id = c.id
        JOIN {first} f ON f.posting_id = c.need_id
        WHERE c.stage IN ('contract', 'in_use') AND v.need_confirmed_at IS NOT NULL"""
    days = "JULIANDAY((SELECT MIN(day) FROM case_step s WHERE s.case_id = c.id)) - JULIANDAY(DATE(f.at, '+7 hours'))"

    assert told["contracts"] == year.sql(signed.format(what="COUNT(*)", first=FIRST)) == 1
    assert told["contract_value"] == {"USD": year.sql(signed.format(what="SUM(v.amount) / 100.0", first=FIRST))}
    assert told["days_to_contract"] == year.sql(signed.format(what=days, first=FIRST)) == 31


def test_a_month_ends_at_midnight_in_hai_phong(year: BusyYear) -> None:
    october = year.figures(**{"from": "2024-10-01", "to": "2024-11-01"})
    first_of_november = year.figures(**{"from": "2024-11-01", "to": "2024-11-02"})
    months = year.groups("month", "technologies")

    assert (october["technologies"], october["needs"], october["cases"]) == (1, 1, 1)
    assert (first_of_november["technologies"], first_of_november["needs"], first_of_november["cases"]) == (1, 0, 1)
    assert (months["2024-10"], months["2024-11"]) >= (1, 1)
    assert sum(months.values()) == 4


def test_a_contract_counts_on_the_day_that_was_written_for_it(year: BusyYear) -> None:
    before = year.figures(**{"from": "2024-11-01", "to": "2024-12-01"})
    that_day = year.figures(**{"from": "2024-12-01", "to": "2024-12-02"})

    assert (before["contracts"], that_day["contracts"]) == (0, 1)
    assert (before["contract_value"], that_day["contract_value"]) == ({}, {"USD": 12500.5})


def test_an_event_has_the_postings_of_those_who_registered(year: BusyYear) -> None:
    first, second = year.figures(event_id=year.first), year.figures(event_id=year.second.id)

    assert (first["organisations"], first["technologies"], first["meetings_planned"]) == (3, 4, 2)
    assert (second["organisations"], second["technologies"], second["needs"], second["answers"]) == (1, 3, 0, 0)


def test_what_two_organisations_do_counts_for_the_kind_and_region_of_either(year: BusyYear) -> None:
    foreign = year.figures(kind="foreign_supplier")
    nobody = year.figures(kind="foreign_supplier", region="ha-noi")

    assert (foreign["technologies"], foreign["meetings_planned"], foreign["requests_accepted"]) == (1, 1, 1)
    assert set(map(str, nobody.values())) <= {"0.0", "{}", "None"}
    assert year.groups("kind", "meetings_planned") == {"enterprise": 2, "institute": 1, "foreign_supplier": 1}
    assert year.groups("region", "needs") == {"ha-noi": 2, "hai-phong": 0, "jp": 1}


def test_a_sector_holds_all_that_lies_below_it(year: BusyYear) -> None:
    top, leaf = year.figures(sector="renewable-energy"), year.figures(sector="renewable-energy.solar-pv")

    assert (top["technologies"], leaf["technologies"]) == (2, 1)
    assert year.groups("sector", "needs") == {"energy-efficiency": 1, "renewable-energy": 2}


def test_groups_of_events_are_named(year: BusyYear) -> None:
    told = year.api.get("/indicators", by="event")["groups"]

    assert {group["key"]: group["name_en"] for group in told} == {
        str(year.first): "Green energy connection day",
        str(year.second.id): "Second day",
    }


def test_meetings_count_in_the_month_in_which_they_begin(year: BusyYear) -> None:
    assert year.groups("month", "meetings_planned")[f"{DAY:%Y-%m}"] == 2


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"event_id": 999}, (404, "event_not_found")),
        ({"sector": "no-such-sector"}, (400, "sector_unknown")),
        ({"from": "2024-11-02", "to": "2024-11-02"}, (400, "period_reversed")),
        ({"from": "1026-11-02"}, (422, "malformed")),
        ({"by": "colour"}, (422, "malformed")),
    ],
)
def test_a_cut_that_names_nothing_is_refused(year: BusyYear, asked: dict[str, Any], refusal: tuple[int, str]) -> None:
    assert year.api.refused("GET", "/indicators", params=asked) == refusal


def test_figures_are_for_organisers(year: BusyYear) -> None:
    assert year.api.refused("GET", "/indicators", "public") == (403, "organiser_only")
    assert year.api.refused("GET", "/indicators/definitions", year.stage.market.buyer) == (403, "organiser_only")


def test_every_indicator_has_a_definition_in_both_languages(year: BusyYear, told: dict[str, Any]) -> None:
    defined = year.api.get("/indicators/definitions")

    assert [one["code"] for one in defined] == list(told)
    assert all(one[f"{what}_{code}"] for one in defined for what in ("name", "definition") for code in ("vi", "en"))
