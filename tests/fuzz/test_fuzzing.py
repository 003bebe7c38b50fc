"""Every target, on its seeds and on some hundreds of changed ones; ``make fuzz`` goes on from there with coverage."""

import time

import pytest

from .mutating import mutated
from .targets import NAMES, target

ROUNDS = {"workbooks": 150, "model_files": 200}
LONGEST = 5.0


@pytest.mark.parametrize("name", NAMES)
def test_no_input_is_more_than_refused(name: str) -> None:
    aim = target(name)

    for data in mutated(aim.seeds(), ROUNDS.get(name, 500)):
        begun = time.process_time()
        try:
            aim.take(data)
        except Exception as error:
            raise AssertionError(f"{name}: {data!r}") from error
        assert time.process_time() - begun < LONGEST, data


def test_changed_inputs_are_the_same_each_time() -> None:
    assert list(mutated([b"abc", b"xyz"], 50)) == list(mutated([b"abc", b"xyz"], 50))
    assert len(set(mutated([b"abc", b"xyz"], 50))) > 40
