"""Checks of a draft while it is being written: what would help the other side to say yes. Pure rules."""

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from matchmaker.catalogue.models import TEXT_FIELDS, Kind, NeedBase, TechnologyBase
from matchmaker.kit.text import fold

MIN_TITLE_WORDS = 3
MIN_BODY_WORDS = 40
# A number with a unit, a share or a comparison: something that can be measured afterwards.
_MEASURE = re.compile(r"\d[\d.,]*\s*(%|‰|°|[a-zµμ]+[²³\d]?(/|\b)|₫|đ|\$|€)", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One thing to improve: a stable code, the field it is about, and parameters."""

    code: str
    field: str
    params: dict[str, Any] = dataclasses.field(default_factory=dict)


def check(kind: Kind, draft: TechnologyBase | NeedBase) -> list[Finding]:
    """All findings of the rules that need nothing but the draft."""
    findings = _length(kind, draft)
    if isinstance(draft, NeedBase):
        findings += _need(draft)
    else:
        findings += _technology(draft)
    if not draft.sectors:
        findings.append(Finding("sector_missing", "sectors"))
    if not draft.cooperation:
        findings.append(Finding("cooperation_missing", "cooperation"))
    return findings


def _length(kind: Kind, draft: TechnologyBase | NeedBase) -> list[Finding]:
    findings = []
    if len(draft.title.split()) < MIN_TITLE_WORDS:
        findings.append(Finding("title_too_short", "title", {"words": len(draft.title.split()), "least": 3}))
    names = [name for name in TEXT_FIELDS[kind] if name not in ("title", "references")]
    words = sum(len(getattr(draft, name).split()) for name in names)
    if words < MIN_BODY_WORDS:
        main = "problem" if kind is Kind.NEED else "description"
        findings.append(Finding("text_too_short", main, {"words": words, "least": MIN_BODY_WORDS}))
    return findings


def _need(draft: NeedBase) -> list[Finding]:
    findings = []
    if not draft.success_measure:
        findings.append(Finding("success_measure_missing", "success_measure"))
    elif not _MEASURE.search(draft.success_measure):
        findings.append(Finding("success_measure_not_measurable", "success_measure"))
    if draft.trl_min is None:
        findings.append(Finding("readiness_missing", "trl_min"))
    if draft.budget_max is None and draft.budget_min is None:
        findings.append(Finding("budget_missing", "budget_max"))
    elif draft.currency is None:
        findings.append(Finding("currency_missing", "currency"))
    if not draft.tried:
        findings.append(Finding("tried_missing", "tried"))
    return findings


def _technology(draft: TechnologyBase) -> list[Finding]:
    findings = []
    if not draft.advantages:
        findings.append(Finding("advantage_missing", "advantages"))
    elif fold(draft.advantages) in fold(draft.description):
        findings.append(Finding("advantage_repeats_description", "advantages"))
    if draft.trl is None:
        findings.append(Finding("readiness_missing", "trl"))
    if draft.ip_status is None:
        findings.append(Finding("ip_status_missing", "ip_status"))
    if not draft.requirements:
        findings.append(Finding("requirements_missing", "requirements"))
    if (draft.price_min is not None or draft.price_max is not None) and draft.currency is None:
        findings.append(Finding("currency_missing", "currency"))
    return findings
