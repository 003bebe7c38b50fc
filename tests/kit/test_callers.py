"""Who counts as one caller."""

import pytest

from matchmaker.kit.callers import caller_of, client_group


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_a_subscriber_is_one_client(address: str, group: str) -> None:
    assert client_group(address) == group


def test_a_server_that_does_not_know_its_callers_has_one() -> None:
    assert caller_of({"client": None}) == ""
