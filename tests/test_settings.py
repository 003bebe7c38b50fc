"""Every setting is documented, and read from the environment."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.settings import Settings

README = Path(__file__).parent.parent / "README.md"
ROW = re.compile(r"^\| `(MATCHMAKER_[A-Z_]+)` \|(.*?)\| (.*) \|$", re.MULTILINE)


def test_the_readme_lists_every_setting_with_its_default() -> None:
    expected = {
        f"MATCHMAKER_{name.upper()}": (f"`{field.default}`" if str(field.default) else "", field.description)
        for name, field in Settings.model_fields.items()
    }

    rows = ROW.findall(README.read_text("utf-8"))
    told = {name: (default.strip(), description.strip()) for name, default, description in rows}

    assert told == expected


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_PORT", "8123")
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", "/srv/matchmaker")

    settings = Settings()

    assert (settings.port, settings.database) == (8123, "sqlite:////srv/matchmaker/matchmaker.db")
    assert Settings(database_url="postgresql+psycopg:///m").database == "postgresql+psycopg:///m"


@pytest.mark.parametrize("wrong", [{"port": 0}, {"threads": 0}, {"max_body_bytes": 1}, {"colour": "red"}])
def test_a_wrong_setting_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(**wrong)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]
