"""The indicators: each a function from facts to a figure. What they mean is written in ``definitions.toml``."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from matchmaker.outcomes.indicators.facts import Fact, Facts

Number = int | float | Decimal


@dataclass(frozen=True)
class Figure:
    """What an indicator came to; None where there is nothing to count it from. ``parts`` says it by code, if at all."""

    value: Number | None = None
    parts: Mapping[str, Number] | None = None


def count_indicators(facts: Facts) -> dict[str, Figure]:
    """All indicators of these facts, by code."""
    return {code: count(facts) for code, count in INDICATORS.items()}


def technologies(facts: Facts) -> Figure:
    return Figure(sum(not one.is_need for one in facts.postings))


def technologies_by_sector(facts: Facts) -> Figure:
    return Figure(parts=_by_sector(one for one in facts.postings if not one.is_need))


def records_taken_over(facts: Facts) -> Figure:
    return Figure(len(facts.taken_over))


def needs(facts: Facts) -> Figure:
    return Figure(sum(one.is_need for one in facts.postings))


def needs_by_sector(facts: Facts) -> Figure:
    return Figure(parts=_by_sector(one for one in facts.postings if one.is_need))


def organisations(facts: Facts) -> Figure:
    return Figure(len({side.organisation_id for one in facts.activities for side in one.sides}))


def organisations_by_kind(facts: Facts) -> Figure:
    sides = {side for one in facts.activities for side in one.sides}
    return Figure(parts=Counter(side.kind for side in sides))


def organisations_by_sector(facts: Facts) -> Figure:
    own: dict[str, set[int]] = defaultdict(set)
    for one in facts.activities:
        for sector in _tops(one):
            own[sector] |= {side.organisation_id for side in one.sides}
    return Figure(parts={sector: len(found) for sector, found in own.items()})


def candidates(facts: Facts) -> Figure:
    return Figure(len(facts.candidates))


def good_candidates(facts: Facts) -> Figure:
    return Figure(sum(one.good for one in facts.candidates))


def answers(facts: Facts) -> Figure:
    return Figure(len(facts.answers))


def positive_answers(facts: Facts) -> Figure:
    return Figure(sum(one.positive for one in facts.answers))


def requests(facts: Facts) -> Figure:
    return Figure(len(facts.requests))


def requests_accepted(facts: Facts) -> Figure:
    return Figure(sum(one.accepted is True for one in facts.requests))


def acceptance(facts: Facts) -> Figure:
    return _share(
        sum(one.accepted is True for one in facts.requests), sum(r.accepted is not None for r in facts.requests)
    )


def meetings_planned(facts: Facts) -> Figure:
    return Figure(len(facts.meetings))


def meetings_held(facts: Facts) -> Figure:
    return Figure(sum(one.held for one in facts.meetings))


def meetings_with_next_step(facts: Facts) -> Figure:
    return Figure(sum(one.next_step for one in facts.meetings))


def breaks(facts: Facts) -> Figure:
    return Figure(sum(one.breaks for one in facts.attendances))


def waiting(facts: Facts) -> Figure:
    return Figure(sum(one.waiting for one in facts.attendances))


def unmet_needs(facts: Facts) -> Figure:
    return Figure(sum(one.unmet for one in facts.postings))


def unmet_needs_by_sector(facts: Facts) -> Figure:
    return Figure(parts=_by_sector(one for one in facts.postings if one.unmet))


def cases(facts: Facts) -> Figure:
    return Figure(len(facts.cases))


def cases_by_stage(facts: Facts) -> Figure:
    return Figure(parts=Counter(one.stage for one in facts.cases))


def contracts(facts: Facts) -> Figure:
    return Figure(len(facts.contracts))


def contract_value(facts: Facts) -> Figure:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in facts.contracts:
        if one.value is not None and one.currency is not None:
            sums[one.currency] += one.value
    return Figure(parts=sums)


def days_to_contract(facts: Facts) -> Figure:
    days = [one.days for one in facts.contracts if one.days is not None]
    return Figure(median(days) if days else None)


def _share(part: int, whole: int) -> Figure:
    return Figure(part / whole if whole else None)


def _tops(fact: Fact) -> Iterable[str]:
    return (code for code in fact.sectors if "." not in code)


def _by_sector(facts: Iterable[Fact]) -> dict[str, int]:
    return Counter(sector for one in facts for sector in _tops(one))


# In the order in which they are reported.
_COUNTED: tuple[Callable[[Facts], Figure], ...] = (
    organisations,
    organisations_by_kind,
    organisations_by_sector,
    technologies,
    technologies_by_sector,
    records_taken_over,
    needs,
    needs_by_sector,
    candidates,
    good_candidates,
    answers,
    positive_answers,
    requests,
    requests_accepted,
    acceptance,
    meetings_planned,
    meetings_held,
    breaks,
    waiting,
    meetings_with_next_step,
    contracts,
    contract_value,
    days_to_contract,
    unmet_needs,
    unmet_needs_by_sector,
    cases,
    cases_by_stage,
)
INDICATORS: dict[str, Callable[[Facts], Figure]] = {count.__name__: count for count in _COUNTED}
