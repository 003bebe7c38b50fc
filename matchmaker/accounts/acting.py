"""Who is acting in a request: nobody in particular, an organisation, or an organiser.

This one dependency is the place where sign-in will come in; no route looks at headers itself.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header, Request

from matchmaker.accounts.models import Organisation
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import ForbiddenError, InvalidError


@dataclass(frozen=True)
class Actor:
    """The acting party; the public has neither an organisation nor the organiser's rights."""

    organisation_id: int | None = None
    organiser: bool = False

    @property
    def name(self) -> str:
        """How the actor is written into records."""
        if self.organiser:
            return "organiser"
        return "public" if self.organisation_id is None else f"organisation:{self.organisation_id}"

    def may_edit(self, organisation_id: int) -> bool:
        return self.organiser or self.organisation_id == organisation_id

    def require_edit(self, organisation_id: int) -> None:
        """Raise ForbiddenError unless this actor may change things of the organisation."""
        if not self.may_edit(organisation_id):
            raise ForbiddenError("not_your_organisation", organisation_id=organisation_id)

    def require_organiser(self) -> None:
        """Raise ForbiddenError unless this actor is an organiser."""
        if not self.organiser:
            raise ForbiddenError("organiser_only")


ORGANISER = Actor(organiser=True)
PUBLIC = Actor()


def get_actor(
    request: Request,
    session: SessionDep,
    acting_as: Annotated[
        str | None,
        Header(
            alias="X-Acting-As", description="`organiser`, `public` or an organisation's id.", examples=["organiser"]
        ),
    ] = None,
) -> Actor:
    """The actor named by the header, or else by the setting."""
    name = (acting_as or request.app.state.settings.acting_as).strip()
    if name == "organiser":
        return ORGANISER
    if name in ("", "public"):
        return PUBLIC
    if not (name.isascii() and name.isdigit() and len(name) < 12):
        raise InvalidError("acting_as_unknown")
    if session.get(Organisation, int(name)) is None:
        raise InvalidError("acting_as_unknown")
    return Actor(organisation_id=int(name))


ActorDep = Annotated[Actor, Depends(get_actor, scope="function")]
