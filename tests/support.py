"""What tests share: the API with a name in the header, content to send, and a count of SQL statements."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy
from sqlmodel import SQLModel
from starlette.testclient import TestClient

from matchmaker.kit.database import Database
from matchmaker.kit.jobs.service import run_job

ORGANISER = "organiser"
PUBLIC = "public"

TECHNOLOGY = {
    "title": "Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt",
    "summary": "Ống nhiệt lấy lại nhiệt của khí thải.",
    "description": "Thiết bị đặt sau lò hơi, nước cấp được làm nóng trước khi vào lò.",
    "advantages": "Giảm 8 % nhiên liệu.",
    "requirements": "Khí thải trên 180 °C.",
    "references": "Hai nhà máy giấy.",
    "sectors": ["energy-efficiency.heat-recovery"],
    "keywords": ["ống nhiệt", "lò hơi"],
    "cooperation": ["licence", "technical_cooperation"],
    "trl": 8,
    "ip_status": "granted",
    "price_min": 200_000_000,
    "price_max": 500_000_000,
    "currency": "VND",
    "region": "hai-phong",
}
NEED = {
    "title": "Giảm tiền điện kho lạnh 2.000 tấn",
    "problem": "Máy nén chạy liên tục và tiền điện tăng mỗi năm.",
    "tried": "Đã thay đèn và dán lại cửa.",
    "success_measure": "Giảm 15 % điện năng trong 12 tháng.",
    "sectors": ["energy-efficiency.heat-recovery"],
    "keywords": ["kho lạnh"],
    "cooperation": ["service"],
    "trl_min": 7,
    "budget_min": 100_000_000,
    "budget_max": 300_000_000,
    "currency": "VND",
    "region": "hai-phong",
}
CONTENT = {"technology": TECHNOLOGY, "need": NEED}
PATHS = {"technology": "/technologies", "need": "/needs"}


class Api:
    """The service as a caller sees it; ``acting`` goes into the header, jobs run when ``run`` is called."""

    def __init__(self, client: TestClient, app: Any) -> None:
        self.client = client
        self.app = app

    @property
    def database(self) -> Database:
        found: Database = self.app.state.database
        return found

    def call(self, method: str, path: str, acting: Any = ORGANISER, **options: Any) -> Any:
        """One request under ``/api``; the response."""
        headers = {"X-Acting-As": str(acting), **options.pop("headers", {})}
        return self.client.request(method, f"/api{path}", headers=headers, **options)

    def get(self, path: str, acting: Any = ORGANISER, **params: Any) -> Any:
        """The JSON of a GET that must succeed."""
        return succeeded(self.call("GET", path, acting, params=params))

    def post(self, path: str, body: Any = None, acting: Any = ORGANISER) -> Any:
        """The JSON of a POST that must succeed."""
        return succeeded(self.call("POST", path, acting, json=body))

    def refused(self, method: str, path: str, acting: Any = ORGANISER, **options: Any) -> tuple[int, str]:
        """Status and code of a request that must be refused."""
        answer = self.call(method, path, acting, **options)
        assert answer.status_code >= 400, answer.text
        return answer.status_code, answer.json()["code"]

    # --- content ---

    def organisation(self, **values: Any) -> int:
        """A new organisation's id."""
        return int(
            self.post("/organisations", {"name_vi": "Viện Cơ khí Bến Bính", "kind": "institute", **values})["id"]
        )

    def create(self, kind: str, owner: int, **values: Any) -> Any:
        """A new draft of an organisation, as it is shown to it."""
        return self.post(PATHS[kind], CONTENT[kind] | values, owner)

    def technology(self, owner: int, **values: Any) -> Any:
        return self.create("technology", owner, **values)

    def need(self, owner: int, **values: Any) -> Any:
        return self.create("need", owner, **values)

    def move(self, posting_id: int, *states: str, acting: Any = ORGANISER, reasons: Any = ()) -> Any:
        """Take a posting through states; as it is shown in the end."""
        shown = None
        for state in states:
            shown = self.post(f"/postings/{posting_id}/state", {"state": state, "reasons": list(reasons)}, acting)
        return shown

    def published(self, kind: str, owner: int, **values: Any) -> Any:
        """A posting that went through review."""
        return self.move(self.create(kind, owner, **values)["id"], "submitted", "published")

    # --- imports and jobs ---

    def run(self, job_id: int) -> Any:
        """Run a job to its end, here and now; as it is shown to organisers."""
        run_job(self.database, self.app.state.services, job_id)
        return self.get(f"/jobs/{job_id}")

    def start_import(self, kind: str, data: bytes, name: str = "rows.csv", acting: Any = ORGANISER, **form: Any) -> Any:
        """The response to an upload."""
        return self.call("POST", "/imports", acting, data={"kind": kind, **form}, files={"file": (name, data)})

    def load(self, kind: str, data: bytes, name: str = "rows.csv", acting: Any = ORGANISER, **form: Any) -> Any:
        """Upload a table that is written, and run its job."""
        return self.run(succeeded(self.start_import(kind, data, name, acting, dry_run=False, **form))["id"])

    def answers(self, job_id: int, **params: Any) -> list[Any]:
        """The answers to the rows of an import."""
        return list(self.get(f"/imports/{job_id}/rows", limit=200, **params)["items"])


def succeeded(response: Any) -> Any:
    """The JSON of a response that must be a success."""
    assert response.is_success, response.text
    return response.json()


@contextmanager
def counted_statements(database: Database) -> Iterator[list[str]]:
    """The SQL statements sent to the database inside the block."""
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    sqlalchemy.event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sqlalchemy.event.remove(database.engine, "before_cursor_execute", note)


def rows_of(database: Database, *, but: Collection[str] = ("sign_in",)) -> dict[str, list[str]]:
    """Everything in the database but tables in which asking leaves something: when a sign-in was last seen."""
    with database.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(table.select())))
            for table in SQLModel.metadata.sorted_tables
            if table.name not in but
        }
