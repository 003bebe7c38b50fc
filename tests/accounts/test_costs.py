"""How much one may ask for: each person for themselves, and all others by their address."""

from collections.abc import Iterator
from typing import Any

import pytest
from applications import app_with
from people import Browser, person

from matchmaker.accounts.costs import COSTS
from matchmaker.accounts.permissions import RULES
from matchmaker.settings import Settings

VENUE = "198.51.100.1"
FEW = {"acting_as_header": False, "calls_per_person": 5, "calls_per_address": 5}


@pytest.fixture
def limited(settings: Settings) -> Iterator[Any]:
    """A service where everybody has five points a minute."""
    with app_with(settings.model_copy(update=FEW)) as made:
        yield made


def codes(browser: Browser, times: int, path: str = "/sectors") -> list[int]:
    return [browser.call("GET", path).status_code for _ in range(times)]


def test_what_costs_more_is_an_action() -> None:
    assert set(COSTS) - set(RULES) == set()


def test_who_is_not_signed_in_shares_the_allowance_of_the_address(limited: Any) -> None:
    answers = [codes(Browser(limited, VENUE), 3), codes(Browser(limited, VENUE), 3)]
    elsewhere = codes(Browser(limited, "203.0.113.7"), 1)

    assert (answers, elsewhere) == ([[200] * 3, [200, 200, 429]], [200])


def test_a_refusal_says_when_to_come_again(limited: Any) -> None:
    browser = Browser(limited)
    codes(browser, 5)

    answer = browser.call("GET", "/sectors")

    assert (answer.json()["code"], answer.headers["retry-after"]) == ("too_many_calls", "12")
    assert answer.json()["params"] == {"seconds": 12}


def test_a_crowd_behind_one_address_does_not_lock_out_who_is_signed_in(limited: Any) -> None:
    person(limited.state.database)
    browser = Browser(limited, VENUE)
    assert browser.sign_in().status_code == 200
    codes(Browser(limited, VENUE), 20)

    assert codes(browser, 6) == [200] * 5 + [429]


def test_a_person_has_one_allowance_on_all_devices(limited: Any) -> None:
    person(limited.state.database)
    browsers = [Browser(limited, "192.0.2.1"), Browser(limited, "192.0.2.2")]
    for browser in browsers:
        browser.sign_in()

    assert [codes(browser, 3) for browser in browsers] == [[200] * 3, [200, 200, 429]]


def test_who_tries_the_demonstration_shares_an_account_but_not_its_allowance(settings: Settings) -> None:
    with app_with(settings.model_copy(update=FEW | {"demonstration": True, "calls_per_address": 0})) as made:
        person(made.state.database)
        browsers = [Browser(made, "192.0.2.1"), Browser(made, "192.0.2.2")]
        for browser in browsers:
            browser.sign_in()

        assert [codes(browser, 6) for browser in browsers] == [[200] * 5 + [429]] * 2


def test_a_costly_call_takes_all_of_a_small_allowance(limited: Any) -> None:
    browser = Browser(limited)

    answers = codes(browser, 2, "/search?q=pin")

    assert answers == [200, 429]


def test_nobody_is_counted_where_a_header_is_believed(settings: Settings) -> None:
    few = settings.model_copy(update=FEW | {"acting_as_header": True})
    with app_with(few) as made:
        assert codes(Browser(made), 20) == [200] * 20


def test_no_limit_is_none(settings: Settings) -> None:
    none = settings.model_copy(update=FEW | {"calls_per_address": 0})
    with app_with(none) as made:
        assert codes(Browser(made), 20) == [200] * 20
