"""The protocol's own address, and the schema of our format."""

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse

from matchmaker.kit.database import SessionDep, only_reads
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.harvesting import service
from matchmaker.outcomes.feeds.harvesting.formats import OWN_SCHEMA

router = APIRouter(tags=["outcomes"], responses=responses(422))
XML = "text/xml; charset=utf-8"
SCHEMA_FILE = Path(__file__).parent / OWN_SCHEMA.rpartition("/")[2]
AS_XML: Any = {200: {"content": {"text/xml": {}}}}


async def _sent(request: Request) -> list[tuple[str, str]]:
    """The arguments as they came, in the address or as a form."""
    if request.method != "POST":
        return request.query_params.multi_items()
    async with request.form(max_files=0, max_fields=20) as form:
        return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]


SentDep = Annotated[list[tuple[str, str]], Depends(_sent)]


@router.get("/oai", response_class=Response, responses=AS_XML)
def harvest(request: Request, session: SessionDep, sent: SentDep) -> Response:
    """Published technologies for other catalogues, by OAI-PMH 2.0; its arguments are those of the protocol."""
    state = request.app.state
    return Response(service.answer(session, state.settings, state.secret, sent), media_type=XML)


@router.post("/oai", response_class=Response, responses=AS_XML)
@only_reads
def harvest_by_form(request: Request, session: SessionDep, sent: SentDep) -> Response:
    """The same, with the arguments as a form."""
    return harvest(request, session, sent)


@router.get(OWN_SCHEMA, response_class=Response, responses=AS_XML)
def get_record_schema() -> Response:
    """The schema of the richer format."""
    return FileResponse(SCHEMA_FILE, media_type=XML)
