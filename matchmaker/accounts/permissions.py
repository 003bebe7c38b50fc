"""Who may do what: one table, role by action; pure.

An action is the slice of a route and its function's name. ``OWN`` means things of one's own organisation, or oneself;
whose a thing is, the services know and check by ``Actor.require_edit``.
"""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What somebody is in a request; each may have several, and the last of them counts."""

    PUBLIC = "public"
    PERSON = "person"
    MEMBER = "member"
    OWNER = "owner"
    ORGANISER = "organiser"
    ADMINISTRATOR = "administrator"


class Access(StrEnum):
    NO = "no"
    OWN = "own"
    ALL = "all"


class Scope(StrEnum):
    """What a token may do of what its account may; without ``organise`` it has no more rights than a member."""

    READ = "read"
    WRITE = "write"
    ORGANISE = "organise"


class Rule(NamedTuple):
    """What each role may do; ``refusal`` is the code for those that may not."""

    public: Access
    person: Access
    member: Access
    owner: Access
    organiser: Access
    administrator: Access
    refusal: str = "not_allowed"

    def access(self, role: Role) -> Access:
        found: Access = getattr(self, role.value)
        return found


_NO, _OWN, _ALL = Access.NO, Access.OWN, Access.ALL
EVERYBODY = Rule(_ALL, _ALL, _ALL, _ALL, _ALL, _ALL)
THEMSELVES = Rule(_NO, _OWN, _OWN, _OWN, _OWN, _OWN, "sign_in_needed")
PARTIES = Rule(_NO, _NO, _OWN, _OWN, _ALL, _ALL, "not_your_organisation")
OWNERS = Rule(_NO, _NO, _NO, _OWN, _ALL, _ALL, "owner_only")
ORGANISERS = Rule(_NO, _NO, _NO, _NO, _ALL, _ALL, "organiser_only")
ADMINISTRATORS = Rule(_NO, _NO, _NO, _NO, _NO, _ALL, "administrator_only")

# All that an administrator without a second factor can do is to set one up.
ENROLLING = frozenset(
    f"accounts.{function}"
    for function in (
        "get_me",
        "sign_in",
        "sign_out",
        "take_second_step",
        "get_second_factor",
        "start_second_factor",
        "confirm_second_factor",
    )
)

_ACTIONS: dict[Rule, str] = {
    EVERYBODY: """
        app.health app.ready app.get_metrics
        accounts.list_organisations accounts.get_organisation
        accounts.get_me accounts.sign_in accounts.sign_out
        accounts.create_first_administrator accounts.sign_in_to_demonstration
        accounts.take_second_step accounts.get_sign_up_terms accounts.start_sign_up accounts.confirm_sign_up
        accounts.show_invitation accounts.accept_invitation_as_new
        accounts.start_password_reset accounts.take_password_reset accounts.take_email_change
        accounts.list_choices accounts.begin_sign_in accounts.end_sign_in
        catalogue.list_sectors catalogue.list_postings catalogue.get_posting catalogue.get_facets
        catalogue.get_template
        catalogue.get_export
        matching.search matching.suggest_sectors matching.check_technology matching.check_need
        events.list_events events.get_event events.list_slots events.list_rooms events.list_tables
        agenda.get_calendar
        outcomes.get_display
        outcomes.stop_all_news outcomes.stop_news
        outcomes.harvest outcomes.harvest_by_form outcomes.get_record_schema
    """,
    THEMSELVES: """
        accounts.act_for accounts.change_password accounts.list_devices accounts.sign_out_device
        accounts.start_email_change accounts.list_consents accounts.change_consent
        accounts.bring_in_organisation accounts.ask_to_join accounts.list_own_join_requests accounts.withdraw_join
        accounts.accept_invitation accounts.leave_organisation
        accounts.get_second_factor accounts.start_second_factor accounts.confirm_second_factor
        accounts.renew_recovery_codes accounts.remove_second_factor
        accounts.list_tokens accounts.create_token accounts.revoke_token
        accounts.get_own_data accounts.erase_oneself
        outcomes.list_news_choices outcomes.choose_news
    """,
    PARTIES: """
        accounts.update_organisation accounts.list_members accounts.get_verification accounts.list_views
        catalogue.create_technology catalogue.create_need catalogue.update_posting catalogue.delete_posting
        catalogue.change_state catalogue.get_history catalogue.get_changes
        catalogue.start_import catalogue.list_rows catalogue.get_rejected
        kit.list_jobs kit.get_job kit.cancel_job
        matching.get_candidates
        events.list_registrations events.register events.get_registration events.update_registration events.withdraw
        events.list_people events.add_person events.get_person events.update_person events.delete_person
        events.get_availability events.set_availability
        interest.list_candidates interest.record_answer interest.take_back_answer interest.list_answers
        interest.list_requests
        agenda.export agenda.list_own_agendas agenda.get_person_agenda agenda.get_person_changes agenda.open_feed
        agenda.list_offers agenda.answer_offer
        outcomes.set_state outcomes.get_code
        outcomes.record_feedback outcomes.get_feedback
        outcomes.list_cases outcomes.export_cases outcomes.get_case outcomes.move_case outcomes.add_case_task
        outcomes.change_case_task outcomes.delete_case_task outcomes.add_case_note outcomes.delete_case_note
        outcomes.set_case_value outcomes.confirm_case_value outcomes.say_case_going
        outcomes.add_case_file outcomes.get_case_file outcomes.delete_case_file
    """,
    OWNERS: """
        accounts.invite accounts.list_invitations accounts.withdraw_invitation
        accounts.list_join_requests accounts.accept_join accounts.refuse_join
        accounts.change_member accounts.remove_member
    """,
    ADMINISTRATORS: """
        accounts.list_people accounts.set_rights accounts.list_all_tokens accounts.revoke_any_token
        accounts.list_providers accounts.add_provider accounts.change_provider accounts.remove_provider
        kit.get_settings
        catalogue.add_sector catalogue.save_sector catalogue.remove_sector
    """,
    ORGANISERS: """
        accounts.create_organisation accounts.decide_verification accounts.list_audit accounts.erase_account
        catalogue.list_answer_templates catalogue.add_answer_template catalogue.save_answer_template
        catalogue.remove_answer_template
        matching.unmet_needs matching.unasked_technologies matching.get_map matching.get_themes
        matching.rank_all matching.rebuild matching.list_alike
        events.create_event events.update_event events.delete_event events.change_phase events.get_history
        events.set_slots events.add_slot events.move_slots events.propose_slots events.generate_slots
        events.delete_slot events.delete_day
        events.add_room events.update_room events.delete_room
        events.add_tables events.update_table events.delete_table
        events.get_table_availability events.set_table_availability events.set_table_hours
        events.list_blocks events.add_block events.replace_block events.delete_block
        interest.list_records interest.list_nudges interest.nudge interest.list_rules interest.set_rule
        interest.drop_rule interest.get_accepted_pairs
        agenda.list_versions agenda.list_placements agenda.write_draft agenda.solve agenda.publish
        agenda.compare_versions agenda.list_changes agenda.list_notices agenda.tell agenda.get_day
        agenda.get_table_agenda agenda.get_solving agenda.list_violations
        agenda.place agenda.move agenda.swap agenda.unplace agenda.pin agenda.unpin agenda.take agenda.undo
        agenda.redo agenda.go agenda.list_steps agenda.list_unplaced agenda.try_what_if agenda.repair
        agenda.list_stand_ins agenda.make_offer
        outcomes.get_day outcomes.check_in outcomes.walk_in outcomes.print_badges outcomes.open_display
        outcomes.get_learning outcomes.refit outcomes.go_back_to_former_weights
        outcomes.get_indicators outcomes.list_definitions outcomes.get_report
        outcomes.list_plans outcomes.create_plan outcomes.get_plan outcomes.save_plan outcomes.delete_plan
        outcomes.add_target outcomes.save_target outcomes.delete_target outcomes.enter_value outcomes.delete_entry
        outcomes.delete_case outcomes.open_case outcomes.evidence_case_value
        outcomes.list_receivers outcomes.add_receiver outcomes.change_receiver outcomes.remove_receiver
        outcomes.renew_receiver_secret outcomes.try_receiver outcomes.send_all_again outcomes.list_deliveries
        outcomes.send_again outcomes.set_aside
        outcomes.list_national_records outcomes.mark_national_records outcomes.get_record_mapping
        outcomes.set_record_mapping outcomes.export_national_records
        outcomes.list_partners outcomes.add_partner outcomes.change_partner outcomes.remove_partner
        outcomes.harvest_partner outcomes.try_partner outcomes.list_partner_records
        outcomes.stream_indicators outcomes.get_indicator_metrics
    """,
}

RULES: dict[str, Rule] = {action: rule for rule, actions in _ACTIONS.items() for action in actions.split()}

# Who somebody is, is for people alone, beside what is for themselves.
_NEVER_BY_TOKEN = frozenset(
    {
        *("accounts.sign_in", "accounts.sign_out", "accounts.begin_sign_in", "accounts.end_sign_in"),
        *("accounts.create_first_administrator", "accounts.sign_in_to_demonstration", "accounts.erase_account"),
    }
)


def token_refusal(action: str, scopes: frozenset[Scope], *, writes: bool) -> tuple[str, Scope | None] | None:
    """Why a token with these scopes may not do what its role may: a code, and the scope it lacks; None if it may."""
    if RULES[action] in (THEMSELVES, ADMINISTRATORS) or action in _NEVER_BY_TOKEN:
        return "not_with_token", None
    needed = Scope.WRITE if writes else Scope.READ
    return None if needed in scopes else ("scope_missing", needed)


def action_of(module: str, function: str) -> str:
    """The action of a route: ``matchmaker.events.routes`` and ``get_event`` give ``events.get_event``."""
    return f"{module.removeprefix('matchmaker.').split('.')[0]}.{function}"


def actions_of(role: Role, *, enrolling: bool = False) -> list[str]:
    """The actions to which a role has any access, while ``enrolling`` those alone that lead to a second factor."""
    within = ENROLLING if enrolling else RULES.keys()
    return [action for action, rule in RULES.items() if action in within and rule.access(role) is not Access.NO]


def as_markdown() -> str:
    """The table for people: one row for each action."""
    roles = [role.value for role in Role]
    lines = [f"| action | {' | '.join(roles)} |", f"| --- |{' --- |' * len(roles)}"]
    for action, rule in RULES.items():
        lines.append(f"| `{action}` | {' | '.join(rule.access(role).value for role in Role)} |")
    return "\n".join(lines) + "\n"
