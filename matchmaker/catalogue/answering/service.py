"""Keeping the reviewers' templates; all reviewers share them."""

from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.answering.models import (
    MOST_TEMPLATES,
    AnswerTemplate,
    AnswerTemplateSaved,
    AnswerTemplateSent,
)
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError


def list_answer_templates(session: Session, actor: Actor) -> list[AnswerTemplate]:
    """All templates by name (organisers)."""
    actor.require_organiser()
    return list(session.exec(select(AnswerTemplate).order_by(col(AnswerTemplate.name), col(AnswerTemplate.id))))


def add_answer_template(session: Session, data: AnswerTemplateSent, actor: Actor) -> AnswerTemplate:
    """Keep a template. Raises ConflictError ``too_many_templates``, or ``template_name_taken``."""
    actor.require_organiser()
    if session.exec(select(func.count()).select_from(AnswerTemplate)).one() >= MOST_TEMPLATES:
        raise ConflictError("too_many_templates", most=MOST_TEMPLATES)
    _check(session, data, None)
    template = AnswerTemplate(**data.model_dump())
    session.add(template)
    session.flush()
    return template


def save_answer_template(session: Session, template_id: int, data: AnswerTemplateSaved, actor: Actor) -> AnswerTemplate:
    """Change a template. Raises ConflictError ``version_stale`` where somebody else was quicker."""
    template = _get(session, template_id, actor)
    if template.version != data.version:
        raise ConflictError("version_stale", current=template.version)
    _check(session, data, template_id)
    template.sqlmodel_update(data.model_dump(exclude={"version"}))
    template.version += 1
    template.updated_at = clock.now()
    session.add(template)
    session.flush()
    return template


def remove_answer_template(session: Session, template_id: int, actor: Actor) -> None:
    """Forget a template; what was answered with it stays as it was sent."""
    session.delete(_get(session, template_id, actor))
    session.flush()


def _get(session: Session, template_id: int, actor: Actor) -> AnswerTemplate:
    actor.require_organiser()
    template = session.get(AnswerTemplate, template_id, with_for_update=True)
    if template is None:
        raise NotFoundError("answer_template_not_found", id=template_id)
    return template


def _check(session: Session, data: AnswerTemplateSent, own: int | None) -> None:
    """What a schema cannot tell. Two of one name could not be told apart where one is chosen."""
    if not (data.text_vi or data.text_en):
        raise InvalidError("template_text_missing", field="text_vi")
    namesake = select(AnswerTemplate.id).where(AnswerTemplate.about == data.about, AnswerTemplate.name == data.name)
    if any(found != own for found in session.exec(namesake)):
        raise ConflictError("template_name_taken", field="name", name=data.name)
