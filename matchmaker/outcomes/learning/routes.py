"""Learning over HTTP (organisers): what is known, learning anew, going back."""

from fastapi import APIRouter, Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.jobs.models import JobPublic
from matchmaker.kit.jobs.service import enqueue_once
from matchmaker.kit.problems import responses
from matchmaker.outcomes.learning import service
from matchmaker.outcomes.learning.jobs import REFIT
from matchmaker.outcomes.learning.models import LearningPublic

router = APIRouter(tags=["learning"], responses=responses(400, 403, 409, 422))


@router.get("/learning")
def get_learning(session: SessionDep, request: Request) -> LearningPublic:
    """How much is known, and each version of the weights with what it does on needs that it was not fitted on."""
    return service.show(session, request.app.state.services.learned_folder)


@router.post("/learning/refit", status_code=202)
def refit(session: SessionDep, actor: ActorDep, request: Request) -> JobPublic:
    """Fit fusion and calibration on answers and outcomes in a job; they serve only if they are better."""
    job = enqueue_once(session, REFIT, actor.name)
    request.app.state.services.submit_after_commit(session, job)
    return JobPublic.model_validate(job)


@router.post("/learning/go-back")
def go_back_to_former_weights(session: SessionDep, request: Request) -> LearningPublic:
    """Return to the weights that served before."""
    folder = request.app.state.services.learned_folder
    service.go_back(session, folder)
    return service.show(session, folder)
