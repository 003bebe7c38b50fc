"""A few random stories of answers and a draft; many more are told by ``python -m tests.soak stories``."""

from draft_machine import DraftMachine
from fair import open_market
from hands import Hands
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from stage import make_stage
from support import Api


def test_a_draft_is_what_its_story_made_of_it(api: Api, owner: int, other: int) -> None:
    class Story(DraftMachine):
        def begin(self) -> Hands:
            return Hands(make_stage(open_market(api, owner, other)))

    few = settings(max_examples=4, stateful_step_count=12, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Story, settings=few)  # type: ignore[no-untyped-call]
