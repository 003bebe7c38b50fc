"""What calls cost whoever makes them, in points of a minute's allowance; pure but for the buckets.

A page makes several calls for each screen, so that plain ones must be plenty. Whoever is signed in has an allowance of
their own, wherever they are; all others share that of their address, which may be the one of a whole venue.
"""

from starlette.requests import Request

from matchmaker.accounts.acting import Actor
from matchmaker.kit.callers import caller_of
from matchmaker.kit.errors import TooOftenError
from matchmaker.kit.rates import Rates
from matchmaker.settings import Settings

PLAIN = 1
_COSTS: dict[int, str] = {
    # A text is read by the model, or a page of many rows is written.
    10: """
        matching.search matching.suggest_sectors matching.check_technology matching.check_need matching.get_candidates
        interest.list_candidates agenda.list_unplaced agenda.list_stand_ins
        catalogue.create_technology catalogue.create_need catalogue.update_posting
        outcomes.harvest outcomes.harvest_by_form
    """,
    # A password is hashed, a file is typeset, or rules are tried on a whole day.
    40: """
        accounts.sign_in accounts.confirm_sign_up accounts.accept_invitation_as_new accounts.take_password_reset
        accounts.change_password accounts.create_first_administrator
        catalogue.get_export catalogue.start_import agenda.export
        agenda.repair matching.get_map matching.get_themes
        outcomes.print_badges outcomes.export_cases outcomes.export_national_records outcomes.add_case_file
        accounts.get_own_data
    """,
    # Seconds of a whole processor.
    120: """
        agenda.solve agenda.try_what_if matching.rank_all matching.rebuild outcomes.refit outcomes.get_report
    """,
}
COSTS: dict[str, int] = {action: cost for cost, actions in _COSTS.items() for action in actions.split()}


def charge(request: Request, actor: Actor, action: str) -> None:
    """Take what a call costs from the allowance of whoever makes it. Raises TooOftenError ``too_many_calls``.

    Where the header is believed nobody is known by it, and nothing is counted.
    """
    settings: Settings = request.app.state.settings
    if settings.acting_as_header:
        return
    known = actor.account_id is not None
    caller = caller_of(request.scope)
    who = f"account:{actor.account_id}" if known else f"address:{caller}"
    if known and settings.demonstration:
        # Its accounts are everybody's.
        who = f"{who} {caller}"
    a_minute = settings.calls_per_person if known else settings.calls_per_address
    rates: Rates = request.app.state.rates
    if a_minute and (wait := rates.take(who, COSTS.get(action, PLAIN), a_minute)):
        raise TooOftenError("too_many_calls", seconds=wait)
