"""The settings in force, over HTTP."""

from fastapi import APIRouter, Request

from matchmaker.kit.configuration.telling import SettingPublic, tell_settings
from matchmaker.kit.problems import responses

router = APIRouter(tags=["operations"], responses=responses(400, 403, 422))


@router.get("/settings")
def get_settings(request: Request) -> list[SettingPublic]:
    """The settings in force, without secrets (administrators)."""
    return tell_settings(request.app.state.settings)
