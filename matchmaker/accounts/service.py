"""Creating and changing organisations."""

from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation, OrganisationCreate, OrganisationUpdate, Verification
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError


def create_organisation(session: Session, data: OrganisationCreate, actor: Actor) -> Organisation:
    """Save an organisation; one with the same key is changed instead, so that sending twice is harmless."""
    actor.require_organiser()
    known = find_by_key(session, data.key) if data.key else None
    organisation = known or Organisation()
    organisation.sqlmodel_update(data.model_dump())
    return _save(session, organisation)


def update_organisation(session: Session, organisation_id: int, data: OrganisationUpdate, actor: Actor) -> Organisation:
    """Change the given fields."""
    organisation = get_organisation(session, organisation_id)
    actor.require_edit(organisation_id)
    changes = data.model_dump(exclude_unset=True)
    for required in ("name_vi", "name_en", "kind", "region", "tax_code"):
        if required in changes and changes[required] is None:
            raise InvalidError("field_required", field=required)
    before = _identity(organisation)
    organisation.sqlmodel_update(changes)
    if not actor.organiser and _identity(organisation) != before:
        # What organisers looked at was another name or code.
        organisation.verification = Verification.PENDING
    return _save(session, organisation)


def _identity(organisation: Organisation) -> tuple[str, str, str]:
    return organisation.name_vi, organisation.name_en, organisation.tax_code


def get_organisation(session: Session, organisation_id: int) -> Organisation:
    """One organisation. Raises NotFoundError."""
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFoundError("organisation_not_found", id=organisation_id)
    return organisation


def find_by_key(session: Session, key: str) -> Organisation | None:
    """The organisation with this reference of its own."""
    return session.exec(select(Organisation).where(Organisation.key == key)).first()


def check_tax_code(session: Session, tax_code: str, organisation_id: int | None = None) -> None:
    """Raise ConflictError ``tax_code_taken`` where another, verified organisation has this tax code."""
    taken = select(Organisation.id).where(
        Organisation.tax_code == tax_code, Organisation.verification == Verification.VERIFIED
    )
    other = next((found for found in session.exec(taken) if found != organisation_id), None)
    if tax_code and other is not None:
        raise ConflictError("tax_code_taken", organisation_id=other)


def find_by_reference(session: Session, reference: str) -> Organisation | None:
    """The organisation meant by a key or by a name in either language, as people write it in a spreadsheet."""
    names = or_(
        Organisation.key == reference,
        func.lower(Organisation.name_vi) == reference.lower(),
        func.lower(Organisation.name_en) == reference.lower(),
        Organisation.name_vi == reference,
    )
    return session.exec(select(Organisation).where(names).order_by(col(Organisation.id))).first()


def list_organisations(session: Session, offset: int, limit: int) -> tuple[list[Organisation], int]:
    """A page of organisations by id, and how many there are."""
    rows = session.exec(select(Organisation).order_by(col(Organisation.id)).offset(offset).limit(limit)).all()
    return list(rows), session.exec(select(func.count()).select_from(Organisation)).one()


def _save(session: Session, organisation: Organisation) -> Organisation:
    if not (organisation.name_vi or organisation.name_en):
        raise InvalidError("name_missing")
    if organisation.verification is Verification.VERIFIED:
        check_tax_code(session, organisation.tax_code, organisation.id)
    session.add(organisation)
    session.flush()
    return organisation
