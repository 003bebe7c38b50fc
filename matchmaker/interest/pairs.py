"""What the planner reads of interest: which organisations should meet, what that is worth, and who is kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.service import get_organisation
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson, PersonRole
from matchmaker.events.service import event_for_organiser
from matchmaker.interest import pair_queries
from matchmaker.interest.models import PairRule, PairRuleKind, PairRuleSent
from matchmaker.interest.mutual import MUST_PRIORITIES, worth
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError, NotFoundError

# What an added pair counts as when nobody answered: the organiser's word for both.
ADDED_MUST, ADDED = 1, 4


@dataclass(frozen=True)
class AcceptedPair:
    """One meeting to be placed; without postings it is an organiser's wish. A greater value is a better meeting."""

    need_organisation_id: int
    technology_organisation_id: int
    need_id: int | None
    technology_id: int | None
    priority: int
    value: int
    must: bool
    expert_id: int | None = None
    by_organiser: bool = False
    also: tuple[tuple[int, int], ...] = ()

    @property
    def organisations(self) -> tuple[int, int]:
        """Both organisations, the lower id first."""
        low, high = sorted((self.need_organisation_id, self.technology_organisation_id))
        return low, high


@dataclass(frozen=True)
class Interest:
    """All meetings to be placed, the best first, and what must not be: also when a stand-in is looked for.

    ``forbidden`` are pairs of organisations (the lower id first) that organisers keep apart. ``vetoed`` are pairs of
    need and technology that one side will not meet on; whatever is shown to people must not tell them apart from
    pairs that nobody answered to.
    """

    pairs: tuple[AcceptedPair, ...]
    forbidden: frozenset[tuple[int, int]]
    vetoed: frozenset[tuple[int, int]]


def accepted_pairs(session: Session, event_id: int) -> Interest:
    """Read what the answers and the organisers' rules make for an event; at most seven queries. Raises NotFoundError.

    A pair of organisations is one meeting, on its best pair of postings, unless the event or both of them want more.
    """
    event = session.get(Event, event_id)
    if event is None:
        raise NotFoundError("event_not_found", id=event_id)
    repeating = {
        organisation_id: repeats or event.repeat_meetings
        for organisation_id, repeats in events.repeating(session, event_id)
    }
    rules = pair_queries.rules_of(session, event_id)
    forbidden = frozenset((rule.first_id, rule.second_id) for rule in rules if rule.rule is PairRuleKind.FORBID)
    answered = [_answered(request) for request in pair_queries.accepted_requests(session, event_id)]
    living = [pair for pair in answered if set(pair.organisations) <= set(repeating)]
    added = [
        rule for rule in rules if rule.rule is PairRuleKind.ADD and {rule.first_id, rule.second_id} <= set(repeating)
    ]
    kept = _with_added(_once_unless(living, repeating), added, _owners(session, added))
    return Interest(
        pairs=tuple(pair for pair in kept if pair.organisations not in forbidden),
        forbidden=forbidden,
        vetoed=frozenset(pair_queries.vetoed_pairs(session, event_id)),
    )


def set_rule(
    session: Session, event_id: int, first_id: int, second_id: int, sent: PairRuleSent, actor: Actor
) -> PairRule:
    """Add or forbid a pair of organisations; what was said of it before is replaced."""
    event_for_organiser(session, event_id, actor)
    if first_id == second_id:
        raise InvalidError("pair_of_one_organisation", organisation_id=first_id)
    first_id, second_id = sorted((first_id, second_id))
    for organisation_id in (first_id, second_id):
        get_organisation(session, organisation_id)
    _check_rule(session, event_id, {first_id, second_id}, sent)
    rule = pair_queries.find_rule(session, event_id, first_id, second_id) or PairRule(
        event_id=event_id, first_id=first_id, second_id=second_id, rule=sent.rule, actor=actor.name
    )
    rule.sqlmodel_update(sent.model_dump())
    rule.actor, rule.at = actor.name, clock.now()
    session.add(rule)
    session.flush()
    return rule


def drop_rule(session: Session, event_id: int, first_id: int, second_id: int, actor: Actor) -> None:
    """Say nothing of a pair any more. Raises NotFoundError where nothing was said."""
    event_for_organiser(session, event_id, actor)
    rule = pair_queries.find_rule(session, event_id, *sorted((first_id, second_id)))
    if rule is None:
        raise NotFoundError("pair_rule_not_found", organisations=sorted((first_id, second_id)))
    session.delete(rule)
    session.flush()


def _answered(request: pair_queries.Accepted) -> AcceptedPair:
    return AcceptedPair(
        need_organisation_id=request.need_organisation_id,
        technology_organisation_id=request.technology_organisation_id,
        need_id=request.need_id,
        technology_id=request.technology_id,
        priority=request.priority,
        value=worth(request.priority, request.probability or 0.0),
        must=request.priority in MUST_PRIORITIES,
    )


def _best_first(pairs: Iterable[AcceptedPair]) -> list[AcceptedPair]:
    return sorted(pairs, key=lambda pair: (-pair.value, pair.organisations, pair.need_id or 0, pair.technology_id or 0))


def _once_unless(pairs: list[AcceptedPair], repeating: dict[int, bool]) -> list[AcceptedPair]:
    """The best pair of postings of two organisations, with the others beside it, unless both meet repeatedly."""
    kept: dict[tuple[int, ...], AcceptedPair] = {}
    for pair in _best_first(pairs):
        key: tuple[int, ...] = pair.organisations
        if all(repeating[organisation] for organisation in key):
            key = (*key, pair.need_id or 0, pair.technology_id or 0)
        best = kept.get(key)
        topic = (pair.need_id or 0, pair.technology_id or 0)
        kept[key] = pair if best is None else replace(best, also=(*best.also, topic))
    return list(kept.values())


def _with_added(pairs: list[AcceptedPair], rules: list[PairRule], owners: dict[int, int]) -> list[AcceptedPair]:
    """The pairs with the organisers' own: the best one of two organisations is raised, or a new one made."""
    found = list(pairs)
    for rule in rules:
        place = next((i for i, p in enumerate(found) if p.organisations == (rule.first_id, rule.second_id)), None)
        if place is None:
            found.append(_added(rule, owners))
            continue
        pair = found[place]
        priority = min(pair.priority, ADDED_MUST if rule.must else ADDED)
        found[place] = replace(
            pair,
            priority=priority,
            value=max(pair.value, worth(priority, 1.0)),
            must=priority in MUST_PRIORITIES,
            expert_id=rule.expert_id,
            by_organiser=True,
        )
    return _best_first(found)


def _added(rule: PairRule, owners: dict[int, int]) -> AcceptedPair:
    priority = ADDED_MUST if rule.must else ADDED
    reversed_ = owners.get(rule.need_id or 0) == rule.second_id or owners.get(rule.technology_id or 0) == rule.first_id
    need, technology = (rule.second_id, rule.first_id) if reversed_ else (rule.first_id, rule.second_id)
    return AcceptedPair(
        need_organisation_id=need,
        technology_organisation_id=technology,
        need_id=rule.need_id,
        technology_id=rule.technology_id,
        priority=priority,
        value=worth(priority, 1.0),
        must=rule.must,
        expert_id=rule.expert_id,
        by_organiser=True,
    )


def _owners(session: Session, rules: list[PairRule]) -> dict[int, int]:
    """The organisations of the postings that the rules name."""
    wanted = {posting_id for rule in rules for posting_id in (rule.need_id, rule.technology_id) if posting_id}
    found = catalogue.postings_by_id(session, sorted(wanted))
    return {posting_id: posting.organisation_id for posting_id, posting in found.items()}


def _check_rule(session: Session, event_id: int, organisations: set[int], sent: PairRuleSent) -> None:
    if sent.expert_id is not None:
        expert = session.get(EventPerson, sent.expert_id)
        if expert is None or expert.event_id != event_id or expert.role is not PersonRole.EXPERT:
            raise InvalidError("expert_unknown", field="expert_id", id=sent.expert_id)
    wanted = {Kind.NEED: sent.need_id, Kind.TECHNOLOGY: sent.technology_id}
    known = catalogue.postings_by_id(session, [posting_id for posting_id in wanted.values() if posting_id])
    owners = set()
    for kind, posting_id in wanted.items():
        if posting_id is None:
            continue
        posting = known.get(posting_id)
        if posting is None or posting.kind is not kind or posting.organisation_id not in organisations:
            raise InvalidError("posting_unknown", field=f"{kind}_id", id=posting_id)
        owners.add(posting.organisation_id)
    if all(wanted.values()) and len(owners) < 2:
        raise InvalidError("pair_of_one_organisation", organisation_id=owners.pop())
