"""The reviewers' templates over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from matchmaker.accounts.acting import ActorDep
from matchmaker.catalogue.answering import service
from matchmaker.catalogue.answering.models import (
    AnswerTemplate,
    AnswerTemplatePublic,
    AnswerTemplateSaved,
    AnswerTemplateSent,
)
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(
    prefix="/answer-templates",
    tags=["review"],
    route_class=Versioned,
    responses=responses(400, 403, 404, 409, 412, 422),
)
TemplateId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("")
def list_answer_templates(session: SessionDep, actor: ActorDep) -> list[AnswerTemplatePublic]:
    """All templates of answers by name (organisers)."""
    return [_shown(one) for one in service.list_answer_templates(session, actor)]


@router.post("", status_code=201)
def add_answer_template(session: SessionDep, actor: ActorDep, data: AnswerTemplateSent) -> AnswerTemplatePublic:
    """Keep a template for all reviewers (organisers)."""
    return _shown(service.add_answer_template(session, data, actor))


@router.put("/{template_id}")
def save_answer_template(
    session: SessionDep, actor: ActorDep, template_id: TemplateId, data: AnswerTemplateSaved
) -> AnswerTemplatePublic:
    """Change a template; what was answered with it stays (organisers)."""
    return _shown(service.save_answer_template(session, template_id, data, actor))


@router.delete("/{template_id}", status_code=204)
def remove_answer_template(session: SessionDep, actor: ActorDep, template_id: TemplateId) -> None:
    """Remove a template; what was answered with it stays (organisers)."""
    service.remove_answer_template(session, template_id, actor)


def _shown(template: AnswerTemplate) -> AnswerTemplatePublic:
    return AnswerTemplatePublic.model_validate(template, from_attributes=True)
