"""A small typed client for the service's HTTP interface."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import httpx
from pydantic import BaseModel, TypeAdapter

from matchmaker.accounts.models import OrganisationCreate, OrganisationPublic
from matchmaker.catalogue.models import NeedCreate, NeedPublic, State, TechnologyCreate, TechnologyPublic
from matchmaker.events.models import EventCreate, EventPublic
from matchmaker.events.people_models import RegistrationCreate, RegistrationPublic
from matchmaker.interest.models import AnswerPublic, AnswerSent, EventCandidate, RequestPublic
from matchmaker.kit.jobs.models import JobPublic
from matchmaker.kit.paging import Page
from matchmaker.kit.problems import MEDIA_TYPE, Problem
from matchmaker.matching.models import CandidateList, SearchResult, SectorSuggestion

Kind = Literal["technology", "need"]
AnyPosting = TechnologyPublic | NeedPublic
_POSTING: TypeAdapter[AnyPosting] = TypeAdapter(AnyPosting)


class ProblemError(Exception):
    """The service refused; ``problem`` is its answer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.code} {problem.params}")
        self.problem = problem


class Client:
    """Talks to one service as one party; use it as a context manager.

    ``transport`` takes an httpx transport, so that a test can hand in the application itself.
    """

    def __init__(
        self,
        base_url: str = "http://127.0.0.1:8000",
        acting_as: str = "public",
        timeout: float = 30.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"X-Acting-As": acting_as}
        self._http = httpx.Client(base_url=base_url, headers=headers, timeout=timeout, transport=transport)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def create_organisation(self, data: OrganisationCreate) -> OrganisationPublic:
        return OrganisationPublic.model_validate(self._send("POST", "/api/organisations", json=_plain(data)))

    def create_technology(self, data: TechnologyCreate) -> TechnologyPublic:
        return TechnologyPublic.model_validate(self._send("POST", "/api/technologies", json=_plain(data)))

    def create_need(self, data: NeedCreate) -> NeedPublic:
        return NeedPublic.model_validate(self._send("POST", "/api/needs", json=_plain(data)))

    def get_posting(self, posting_id: int) -> AnyPosting:
        return _POSTING.validate_python(self._send("GET", f"/api/postings/{posting_id}"))

    def list_postings(self, **filters: Any) -> Page[AnyPosting]:
        return Page[AnyPosting].model_validate(self._send("GET", "/api/postings", params=filters))

    def change_state(self, posting_id: int, state: State, reasons: list[str] | None = None) -> AnyPosting:
        body = {"state": state.value, "reasons": reasons or []}
        return _POSTING.validate_python(self._send("POST", f"/api/postings/{posting_id}/state", json=body))

    def search(self, text: str, kind: Kind = "technology", **filters: Any) -> SearchResult:
        found = self._send("GET", "/api/search", params={"q": text, "kind": kind, **filters})
        return SearchResult.model_validate(found)

    def candidates(self, posting_id: int, limit: int = 10) -> CandidateList:
        found = self._send("GET", f"/api/postings/{posting_id}/candidates", params={"limit": limit})
        return CandidateList.model_validate(found)

    def create_event(self, data: EventCreate) -> EventPublic:
        return EventPublic.model_validate(self._send("POST", "/api/events", json=_plain(data)))

    def list_events(self, **filters: Any) -> Page[EventPublic]:
        return Page[EventPublic].model_validate(self._send("GET", "/api/events", params=filters))

    def register(self, event_id: int, data: RegistrationCreate) -> RegistrationPublic:
        found = self._send("POST", f"/api/events/{event_id}/registrations", json=_plain(data))
        return RegistrationPublic.model_validate(found)

    def event_candidates(self, event_id: int, **filters: Any) -> Page[EventCandidate]:
        found = self._send("GET", f"/api/events/{event_id}/candidates", params=filters)
        return Page[EventCandidate].model_validate(found)

    def answer(self, event_id: int, need_id: int, technology_id: int, data: AnswerSent) -> AnswerPublic:
        path = f"/api/events/{event_id}/answers/{need_id}/{technology_id}"
        return AnswerPublic.model_validate(self._send("PUT", path, json=_plain(data)))

    def list_requests(self, event_id: int, **filters: Any) -> Page[RequestPublic]:
        found = self._send("GET", f"/api/events/{event_id}/requests", params=filters)
        return Page[RequestPublic].model_validate(found)

    def suggest_sectors(self, text: str) -> list[SectorSuggestion]:
        found = self._send("POST", "/api/sectors/suggest", json={"text": text})
        return [SectorSuggestion.model_validate(entry) for entry in found]

    def import_file(self, kind: Kind, path: Path, *, dry_run: bool = True, publish: bool = False) -> JobPublic:
        """Start an import; follow it with ``wait``."""
        with path.open("rb") as stream:
            form = {"kind": kind, "dry_run": str(dry_run).lower(), "publish": str(publish).lower()}
            found = self._send("POST", "/api/imports", data=form, files={"file": (path.name, stream)})
        return JobPublic.model_validate(found)

    def get_job(self, job_id: int) -> JobPublic:
        return JobPublic.model_validate(self._send("GET", f"/api/jobs/{job_id}"))

    def wait(
        self, job: JobPublic, progress: Callable[[JobPublic], None] | None = None, seconds: float = 0.5
    ) -> JobPublic:
        """Ask for a job until it has ended, whatever its end."""
        while not job.state.ended:
            time.sleep(seconds)
            job = self.get_job(job.id)
            if progress:
                progress(job)
        return job

    def _send(self, method: str, path: str, **request: Any) -> Any:
        answer = self._http.request(method, path, **request)
        if answer.headers.get("content-type", "").startswith(MEDIA_TYPE):
            raise ProblemError(Problem.model_validate(answer.json()))
        answer.raise_for_status()
        return answer.json()


def _plain(data: BaseModel) -> dict[str, Any]:
    return data.model_dump(mode="json", exclude_unset=True)
