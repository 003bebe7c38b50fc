"""How long a report takes: an event of 10,000 meetings, with requests, answers, words of both sides and cases.

The rows are made up and written past all rules: what counts here is only how many there are.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert
from sqlmodel import Session

from matchmaker import migrate
from matchmaker.accounts.acting import ORGANISER
from matchmaker.accounts.models import Organisation, OrganisationKind
from matchmaker.agenda.models import AgendaVersion, Placement, PlacementState, VersionState
from matchmaker.catalogue import taxonomy
from matchmaker.catalogue.models import Kind, Posting, PostingText, ReviewEvent, State
from matchmaker.events.models import Event, MeetingTable, Slot, TableMode
from matchmaker.events.people_models import EventPerson, PersonRole, Registration
from matchmaker.events.timetable import Part
from matchmaker.interest.models import Answer, MeetingRequest
from matchmaker.interest.mutual import RequestState, Value
from matchmaker.kit.database import Database
from matchmaker.matching.models import Candidate
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseStep, CaseTask, Feedback
from matchmaker.outcomes.reports.gathering import Asked
from matchmaker.outcomes.reports.service import ReportForm, make_report

MEETINGS, TABLES, SIDES = 10_000, 200, 200
SLOTS = MEETINGS // TABLES
CANDIDATES = 50
CASES = 3_000
BEGIN = datetime(2026, 10, 1, 1, 30, tzinfo=UTC)
FONTS = Path("/usr/share/fonts")
TIMES = 3


def run(_: Path, console: Console) -> None:
    """One row a form and a scope."""
    with tempfile.TemporaryDirectory(prefix="matchmaker-bench-") as folder:
        database = Database(f"sqlite:///{folder}/matchmaker.db")
        migrate.upgrade(database)
        with database.session() as session:
            _fill(session)
        scopes = {"event": Asked(1), "period": Asked(None, date(2026, 1, 1), date(2027, 1, 1))}
        table = Table("report", "form", "seconds", "kB", title=f"reports of {MEETINGS} meetings")
        for name, asked in scopes.items():
            for form in ("pdf", "xlsx"):
                table.add_row(name, form, *_measure(database, asked, form, Path(folder)))
        console.print(table)
        database.engine.dispose()


def _measure(database: Database, asked: Asked, form: ReportForm, folder: Path) -> tuple[str, str]:
    taken, size = [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        with database.session(writes=False) as session:
            size = len(make_report(session, ORGANISER, asked, form, "vi", folder, FONTS).data)
        taken.append(time.perf_counter() - began)
    return f"{statistics.median(taken):.2f}", f"{size / 1000:.0f}"


def _fill(session: Session) -> None:
    """Write all rows beside the session, which would put each of them into the audit log."""
    for table, rows in _rows():
        whole = [table(**row).model_dump(exclude=None if "id" in row else {"id"}) for row in rows]
        session.connection().execute(insert(table.__table__), whole)


def _rows() -> Iterator[tuple[Any, Iterator[dict[str, Any]]]]:
    """All rows by table; buyers and their needs have odd numbers, sellers and their technologies even ones."""
    numbers = range(1, 2 * SIDES + 1)
    kinds = tuple(OrganisationKind)
    codes = sorted(taxonomy.shipped().sectors)
    yield (
        Organisation,
        (
            {"id": n, "name_vi": f"Công ty Cổ phần số {n}", "name_en": "", "kind": kinds[n % 5], "region": "hai-phong"}
            for n in numbers
        ),
    )
    yield (
        Posting,
        (
            {
                "id": n,
                "kind": Kind.NEED if n % 2 else Kind.TECHNOLOGY,
                "organisation_id": (n - 1) % (2 * SIDES) + 1,
                "language": "vi",
                "state": State.PUBLISHED,
                "sectors": [codes[n % len(codes)]],
            }
            for n in range(1, 20 * SIDES + 1)
        ),
    )
    postings = range(1, 20 * SIDES + 1)
    yield (
        PostingText,
        (
            {"posting_id": n, "language": "vi", "body": {"title": f"Bài đăng số {n} về nước và năng lượng"}}
            for n in postings
        ),
    )
    yield (
        ReviewEvent,
        (
            {
                "posting_id": n,
                "from_state": State.SUBMITTED,
                "to_state": State.PUBLISHED,
                "actor": "organiser",
                "at": BEGIN - timedelta(days=n % 250),
            }
            for n in postings
        ),
    )
    yield (
        Candidate,
        (
            {
                "need_id": need,
                "technology_id": 2 * ((need + place * 7) % (10 * SIDES)) + 2,
                "rank": place + 1,
                "score": 1.0,
                "probability": 0.6 - place / 100,
                "parts": {},
                "weights": "shipped",
                "seq": 1,
            }
            for need in postings
            if need % 2
            for place in range(CANDIDATES)
        ),
    )
    yield from _event_rows(numbers)
    yield from _meeting_rows()
    yield from _case_rows()


def _event_rows(numbers: range) -> Iterator[tuple[Any, Iterator[dict[str, Any]]]]:
    day = BEGIN.date()
    event = {
        "id": 1,
        "name_vi": "Ngày kết nối lớn",
        "name_en": "A large day",
        "place": "Hải Phòng",
        "region": "hai-phong",
    }
    event |= {"zone": "Asia/Ho_Chi_Minh", "first_day": day, "last_day": day + timedelta(days=9)}
    event |= {"registration_until": BEGIN, "answers_until": BEGIN, "open_requests_limit": 20, "request_hours": 120}
    yield Event, iter([event | {"repeat_meetings": True, "announced": True}])
    yield (
        Registration,
        ({"id": n, "event_id": 1, "organisation_id": n, "actor": "organiser", "created_at": BEGIN} for n in numbers),
    )
    yield (
        EventPerson,
        (
            {"id": n, "event_id": 1, "registration_id": n, "role": PersonRole.DELEGATE, "name": f"Người {n}"}
            for n in numbers
        ),
    )
    yield (
        MeetingTable,
        (
            {"id": n, "event_id": 1, "name": f"Bàn {n}", "seats": 4, "mode": TableMode.IN_PERSON}
            for n in range(1, TABLES + 1)
        ),
    )
    yield (
        Slot,
        (
            {
                "id": n + 1,
                "event_id": 1,
                "day": day + timedelta(days=n // 5),
                "part": Part.MORNING,
                "starts_at": (start := BEGIN + timedelta(days=n // 5, minutes=30 * (n % 5))),
                "ends_at": start + timedelta(minutes=25),
            }
            for n in range(SLOTS)
        ),
    )


def _pair(n: int) -> dict[str, Any]:
    """The organisations and postings of the n-th meeting, from 0: in each slot every one of them meets once."""
    slot, seat = divmod(n, TABLES)
    need, technology = 2 * seat + 1, 2 * ((seat + slot) % SIDES) + 2
    return {
        "need_id": need,
        "technology_id": technology,
        "need_organisation_id": need,
        "technology_organisation_id": technology,
    }


def _meeting_rows() -> Iterator[tuple[Any, Iterator[dict[str, Any]]]]:
    version = {"id": 1, "event_id": 1, "number": 1, "state": VersionState.PUBLISHED, "actor": "organiser"}
    yield AgendaVersion, iter([version | {"published_at": BEGIN}])
    yield (
        Placement,
        (
            {
                **_pair(n),
                "version_id": 1,
                "key": f"m{n}",
                "need_person_id": _pair(n)["need_organisation_id"],
                "technology_person_id": _pair(n)["technology_organisation_id"],
                "slot_id": n // TABLES + 1,
                "table_id": n % TABLES + 1,
                "state": PlacementState.HELD,
            }
            for n in range(MEETINGS)
        ),
    )
    yield (
        MeetingRequest,
        (
            {
                **_pair(n),
                "event_id": 1,
                "state": RequestState.ACCEPTED,
                "asked_by": Kind.NEED,
                "opened_at": BEGIN,
                "expires_at": BEGIN,
            }
            for n in range(MEETINGS)
        ),
    )
    said = {"event_id": 1, "actor": "organiser"}
    yield (
        Answer,
        (
            {
                **said,
                "need_id": _pair(n)["need_id"],
                "technology_id": _pair(n)["technology_id"],
                "side": side,
                "organisation_id": _pair(n)[f"{side}_organisation_id"],
                "value": Value.MUST_MEET,
                "at": BEGIN,
            }
            for n in range(MEETINGS)
            for side in Kind
        ),
    )
    yield (
        Feedback,
        (
            {
                **said,
                "key": f"m{n}",
                "side": side,
                "organisation_id": _pair(n)[f"{side}_organisation_id"],
                "interested": n % 3 == 0,
                "said_at": BEGIN,
                "sent_key": f"{n}-{side}",
            }
            for n in range(MEETINGS)
            for side in Kind
        ),
    )


def _case_rows() -> Iterator[tuple[Any, Iterator[dict[str, Any]]]]:
    numbers = range(1, CASES + 1)
    yield (
        Case,
        (
            {**_pair(n), "id": n, "pair": str(n), "event_id": 1, "stage": tuple(Stage)[n % 7], "began_at": BEGIN}
            for n in numbers
        ),
    )
    yield (
        CaseStep,
        ({"case_id": n, "stage": tuple(Stage)[n % 7], "day": date(2026, 12, 1), "actor": "organiser"} for n in numbers),
    )
    yield (
        CaseTask,
        (
            {"case_id": n, "what": "Gửi báo giá", "person": "Lan", "responsible": "Phòng 2", "actor": "organiser"}
            | {"due": date(2026, 11, n % 30 + 1)}
            for n in numbers
        ),
    )
