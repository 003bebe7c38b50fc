"""What is told of the settings: none that its declaration keeps out of sight (``repr=False``) is told by its value."""

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from matchmaker.settings import Settings


class SettingGroup(StrEnum):
    SERVICE = "service"
    STORAGE = "storage"
    MODEL = "model"
    MAIL = "mail"
    SIGN_IN = "sign_in"
    LIMITS = "limits"


GROUPS: dict[SettingGroup, tuple[str, ...]] = {
    SettingGroup.SERVICE: (
        "address",
        "host",
        "port",
        "run_jobs",
        "log_format",
        "log_level",
        "telemetry",
        "demonstration",
        "trusted_hosts",
    ),
    SettingGroup.STORAGE: ("database_url", "data_folder", "fonts_folder"),
    SettingGroup.MODEL: ("model", "models_folder", "encoder", "threads"),
    SettingGroup.MAIL: ("mail_server", "mail_from"),
    SettingGroup.SIGN_IN: (
        *("secret", "sign_in_idle_hours", "sign_in_days", "second_factor"),
        *("acting_as_header", "acting_as"),
    ),
    SettingGroup.LIMITS: (
        *("requests_at_once", "connections_at_once", "calls_per_person", "calls_per_address"),
        *("max_body_bytes", "max_import_rows", "keep_uploads_days"),
        *("case_file_bytes", "case_files", "case_file_kinds"),
    ),
}

Told = bool | int | str


class SettingPublic(BaseModel):
    """One setting: of a hidden one only whether it is set."""

    variable: str = Field(examples=["MATCHMAKER_PORT"])
    group: SettingGroup
    value: Told | None = Field(description="As it is in force; null for a hidden one.")
    default: Told
    is_set: bool = Field(description="Whether it is another one than the default.")
    hidden: bool
    description: str


def tell_settings(settings: Settings) -> list[SettingPublic]:
    """The settings in force, group by group."""
    return [_tell(settings, group, name) for group, names in GROUPS.items() for name in names]


def _tell(settings: Settings, group: SettingGroup, name: str) -> SettingPublic:
    field = type(settings).model_fields[name]
    given = getattr(settings, name)
    in_force = {"address": settings.public_address, "mail_from": settings.mail_sender}
    hidden = not field.repr
    return SettingPublic(
        variable=f"{settings.model_config['env_prefix']}{name}".upper(),
        group=group,
        value=None if hidden else _plain(in_force.get(name, given)),
        default=_plain(field.default),
        is_set=given != field.default,
        hidden=hidden,
        description=field.description or "",
    )


def _plain(value: Any) -> Told:
    plain: Told = str(value) if isinstance(value, Path) else value
    return plain
