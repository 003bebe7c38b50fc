"""Which passwords are refused because they are guessed first."""

import pytest
from people import PASSWORD

from matchmaker.accounts.password_strength import is_common
from matchmaker.accounts.passwords import hash_password
from matchmaker.kit.errors import InvalidError


@pytest.mark.parametrize(
    "password",
    [
        *("password123", "P@ssw0rd2026", "1234567890", "qwertyuiop", "0987654321", "aaaaaaaaaaaa", "abcabcabcabc"),
        *("Mật khẩu 2026", "matkhau123", "Hải Phòng 1888", "haiphong@123", "matchmaker!!", "công nghệ 4.0"),
        *("dragonmaster1", "iloveyou2026"),
    ],
)
def test_what_everybody_tries_is_common(password: str) -> None:
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    [
        *(PASSWORD, "correct horse battery staple", "bến phà Gót sáu giờ sáng", "x7Kq-93vT.mm", "một mật khẩu khác"),
        *("thuyền thúng ra khơi", "🦀🦐🐟🌊⛵🌴🌞🌧🍚🥢"),
    ],
)
def test_what_is_ones_own_is_not(password: str) -> None:
    assert not is_common(password)


def test_a_long_one_takes_no_long_time_to_judge() -> None:
    assert not is_common("4@8({[<36!|1705$+2" * 11)


def test_no_common_one_is_stored() -> None:
    with pytest.raises(InvalidError) as refused:
        hash_password("password123")

    assert refused.value.code == "password_too_common"
