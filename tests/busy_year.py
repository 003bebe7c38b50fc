"""Two session days and what came of them, with something at the edge of every month, and counts made by hand in SQL."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fair import DAY, Fair, Market, keep_candidates
from sqlalchemy import text
from sqlmodel import col, select
from stage import Stage, make_stage
from support import Api

from matchmaker.agenda.models import Placement, PlacementState
from matchmaker.catalogue.models import Currency, Kind, ReviewEvent, State
from matchmaker.outcomes.following.cases.stages import Stage as Step
from matchmaker.outcomes.following.models import Case, CaseStep, CaseValue, Feedback

# The last second of October and the first of November in Hai Phong, which is seven hours before UTC.
OCTOBER = datetime(2024, 10, 31, 16, 59, 59, tzinfo=UTC)
NOVEMBER = datetime(2024, 10, 31, 17, 0, 0, tzinfo=UTC)


@dataclass
class BusyYear:
    """A service with content; ``first`` is the event with an agenda, to ``second`` only the seller comes."""

    api: Api
    stage: Stage
    second: Fair
    postings: dict[str, int]

    @property
    def first(self) -> int:
        return int(self.stage.fair.id)

    def figures(self, **asked: Any) -> dict[str, Any]:
        """The values that the service tells, by code; parts where it tells parts."""
        told = self.api.get("/indicators", **asked)
        return {one["code"]: _plain(one) for one in told["figures"]}

    def groups(self, by: str, code: str, **asked: Any) -> dict[str, Any]:
        """One figure in each group."""
        told = self.api.get("/indicators", by=by, **asked)["groups"]
        return {group["key"]: _plain(one) for group in told for one in group["figures"] if one["code"] == code}

    def sql(self, statement: str, **values: Any) -> Any:
        """The first value of the first row."""
        with self.api.database.session(writes=False) as session:
            return session.execute(text(statement), values).scalar_one()

    def parts(self, statement: str, **values: Any) -> dict[str, Any]:
        """Rows of two columns."""
        with self.api.database.session(writes=False) as session:
            return {row[0]: row[1] for row in session.execute(text(statement), values)}


def _plain(figure: Any) -> Any:
    return {part["key"]: part["value"] for part in figure["parts"]} if figure["value"] is None else figure["value"]


def live_through(api: Api) -> BusyYear:
    """Publish, answer, meet and sign; the world that every test of a file reads."""
    seller = api.organisation(key="ben-binh")
    buyer = api.organisation(name_vi="Công ty Thủy sản Đồ Sơn", kind="enterprise", region="ha-noi", key="do-son")
    foreign = api.organisation(name_en="Kobe Pumps", kind="foreign_supplier", region="jp", key="kobe")
    postings = _publish(api, seller, buyer, foreign)
    stage = make_stage(_answer(api, seller, buyer, foreign, postings))
    stage.publish(stage.meeting(slot=0), _by_hand(stage, foreign, postings))
    second = Fair(api, name_vi="Ngày thứ hai", name_en="Second day")
    second.register(seller, "Hạnh")
    year = BusyYear(api, stage, second, postings)
    _hold_and_follow(year)
    return year


def _publish(api: Api, seller: int, buyer: int, foreign: int) -> dict[str, int]:
    solar, port = ["renewable-energy.solar-pv"], ["renewable-energy", "energy-efficiency.heat-recovery"]
    made = {
        "pump": api.published("technology", seller, title="Bơm nhiệt")["id"],
        "panel": api.published("technology", seller, title="Tấm pin", sectors=solar)["id"],
        "compressor": api.published("technology", foreign, title="Compressor", sectors=port)["id"],
        "cold": api.published("need", buyer, title="Kho lạnh")["id"],
        "roof": api.published("need", buyer, title="Mái nhà xưởng", sectors=solar)["id"],
        "lonely": api.published("need", foreign, title="Chẳng ai đáp ứng", sectors=solar)["id"],
    }
    api.create("need", buyer, title="Còn là bản nháp")
    closed = api.published("technology", seller, title="Đã đóng")["id"]
    api.move(closed, "closed", reasons=["thôi"])
    made["closed"] = closed
    keep_candidates(
        api, (made["cold"], made["pump"]), (made["cold"], made["compressor"]), (made["roof"], made["panel"])
    )
    keep_candidates(api, (made["lonely"], made["panel"]), probability=0.2)
    keep_candidates(api, (made["lonely"], made["compressor"]), probability=0.9)  # Its own organisation's.
    with api.database.session() as session:
        for posting_id, moment in ((made["pump"], OCTOBER), (made["panel"], NOVEMBER), (made["cold"], OCTOBER)):
            for event in session.exec(
                select(ReviewEvent).where(ReviewEvent.posting_id == posting_id, ReviewEvent.to_state == State.PUBLISHED)
            ):
                event.at = moment
                session.add(event)
    return made


def _answer(api: Api, seller: int, buyer: int, foreign: int, postings: dict[str, int]) -> Market:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.register(seller, "Hạnh")
    fair.register(buyer, "Tuấn")
    fair.register(foreign, "Ken")
    fair.move("answering")
    market = Market(fair, seller, buyer, [postings["pump"]], [postings["cold"]])
    fair.answer((postings["cold"], postings["compressor"]), buyer, "would_meet")
    fair.answer((postings["cold"], postings["compressor"]), foreign, "must_meet")
    fair.answer((postings["roof"], postings["panel"]), buyer, "must_meet")
    fair.answer((postings["roof"], postings["panel"]), seller, "rather_not")
    return market


def _by_hand(stage: Stage, foreign: int, postings: dict[str, int]) -> dict[str, Any]:
    """The buyer meets the foreign supplier two slots later: one break, in which one slot is waited."""
    people = {one["name"]: one["id"] for one in stage.fair.get("/people")["items"]}
    meeting = stage.meeting(slot=2, table=1, technology_id=postings["compressor"])
    return meeting | {"technology_organisation_id": foreign, "technology_person_id": people["Ken"]}


def _hold_and_follow(year: BusyYear) -> None:
    """Both meetings have their words; one was held, and its case has come to a contract."""
    market = year.stage.market
    keys = sorted(one["key"] for one in year.stage.fair.get("/agenda")["entries"])
    with year.api.database.session() as session:
        for row in session.exec(select(Placement).where(col(Placement.key) == year.stage.key)):
            row.state = PlacementState.HELD
            session.add(row)
        for key in keys:
            for side in Kind:
                interested = key == year.stage.key or side is Kind.NEED
                session.add(_word(year, key, side, interested))
        case = Case(
            pair="1",
            event_id=year.first,
            need_id=year.postings["cold"],
            technology_id=year.postings["pump"],
            need_organisation_id=market.buyer,
            technology_organisation_id=market.seller,
            stage=Step.IN_USE,
            began_at=NOVEMBER,
        )
        put_back = case.model_copy(update={"pair": "2", "stage": Step.TRIAL, "began_at": OCTOBER})
        session.add_all((case, put_back := Case(**put_back.model_dump())))
        session.flush()
        for whose, stage, day in (
            (case, Step.CONTRACT, date(2024, 12, 1)),
            (case, Step.IN_USE, date(2025, 1, 5)),
            (put_back, Step.CONTRACT, date(2024, 12, 2)),
            (put_back, Step.TRIAL, date(2024, 12, 3)),
        ):
            session.add(CaseStep(case_id=whose.id or 0, stage=stage, day=day, actor="organiser"))
        confirmed = {"need_confirmed_at": NOVEMBER, "technology_confirmed_at": NOVEMBER}
        values = {"amount": 1_250_050, "currency": Currency.USD, "actor": "organiser"}
        session.add(CaseValue(case_id=case.id or 0, **values, **confirmed))
        session.add(CaseValue(case_id=put_back.id or 0, **values))


def _word(year: BusyYear, key: str, side: Kind, interested: bool) -> Feedback:
    market = year.stage.market
    return Feedback(
        event_id=year.first,
        key=key,
        side=side,
        organisation_id=market.buyer if side is Kind.NEED else market.seller,
        interested=interested,
        said_at=datetime.now(UTC) + timedelta(hours=1),
        sent_key=f"{key}-{side}",
        actor="organiser",
    )


__all__ = ["DAY", "NOVEMBER", "OCTOBER", "BusyYear", "live_through"]
