"""Administrators see the settings in force, and nobody sees a secret."""

from typing import Any

import pytest
from people import Browser, person

from matchmaker.kit.configuration.telling import GROUPS, tell_settings
from matchmaker.kit.database import Database
from matchmaker.settings import Settings

SECRETS = {
    "secret": "tinh-ma-khong-ai-biet",
    "database_url": "postgresql+psycopg://matchmaker:hush-hush@db.example/m?password=hush-hush",
    "mail_server": "smtps://post:hush-hush@mail.example:465",
}


def told(settings: Settings, name: str) -> Any:
    (found,) = (one for one in tell_settings(settings) if one.variable == f"MATCHMAKER_{name.upper()}")
    return found


def test_every_setting_stands_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(Settings.model_fields)


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_of_a_secret_only_whether_it_is_set_is_told(name: str) -> None:
    unset, given = told(Settings(), name), told(Settings(**{name: SECRETS[name]}), name)

    assert (unset.value, unset.is_set, unset.hidden) == (None, False, True)
    assert (given.value, given.is_set, given.hidden) == (None, True, True)


def test_no_answer_holds_any_part_of_a_secret() -> None:
    settings = Settings(**SECRETS)  # type: ignore[arg-type]

    said = repr(settings) + "".join(one.model_dump_json() for one in tell_settings(settings))

    assert [word for word in ("tinh-ma", "hush-hush", "db.example", "mail.example") if word in said] == []


def test_what_is_left_out_is_told_as_it_is_in_force() -> None:
    settings = Settings(host="0.0.0.0", port=8123)

    port, address, folder = (told(settings, name) for name in ("port", "address", "data_folder"))

    assert (port.value, port.default, port.is_set) == (8123, 8000, True)
    assert (address.value, address.default, address.is_set) == ("http://0.0.0.0:8123", "", False)
    assert (folder.value, folder.description) == ("var", Settings.model_fields["data_folder"].description)


def test_settings_are_for_administrators(app: Any, database: Database) -> None:
    person(database, "to.chuc@a.example", organiser=True)
    person(database, "quan.tri@a.example", administrator=True)
    answers = []
    for address in ("to.chuc@a.example", "quan.tri@a.example"):
        browser = Browser(app)
        browser.sign_in(address)
        answers.append(browser.client.get("/api/settings"))

    assert [answer.status_code for answer in answers] == [403, 200]
    assert answers[0].json()["code"] == "administrator_only"
    assert len(answers[1].json()) == len(Settings.model_fields)
