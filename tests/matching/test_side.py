"""Sides: standard scores without looking at every row, rows through segments, and what filters leave."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from markets import WEIGHTS, many_rows, market_of, raw, row

from matchmaker.catalogue.models import Kind
from matchmaker.matching.build import with_late_rows, without
from matchmaker.matching.centring import unit
from matchmaker.matching.filters import Filter, selections
from matchmaker.matching.side import Side, Spread, as_query, with_hubs

TODAY = date(2026, 6, 1)


def test_standard_scores_are_those_of_a_scan_over_all_rows() -> None:
    rng = np.random.default_rng(4)
    vectors = unit(rng.standard_normal((500, 32)).astype(np.float32) + 0.3)
    query = unit(rng.standard_normal((1, 32)).astype(np.float32))[0]
    scores = vectors @ query

    found = Spread.of(vectors).standardise(query, scores)

    assert found == pytest.approx((scores - scores.mean()) / scores.std(), abs=1e-3)


def test_each_language_has_a_spread_of_its_own() -> None:
    vectors = unit(np.random.default_rng(4).standard_normal((40, 8)).astype(np.float32))
    languages = ["vi", "en"] * 20

    found = Spread.by_language(vectors, languages)

    assert sorted(found) == ["en", "vi"]
    assert found["vi"].mean.tolist() == Spread.of(vectors[::2]).mean.tolist()


def test_rows_that_are_all_alike_do_not_divide_by_nothing() -> None:
    same = np.tile(np.array([1, 0], np.float32), (5, 1))

    assert Spread.of(same).standardise(same[0], same @ same[0]).tolist() == [0] * 5


def test_hub_values_are_taken_off_in_the_index() -> None:
    vectors = unit(np.random.default_rng(1).standard_normal((6, 8)).astype(np.float32))
    hubs = np.linspace(0.01, 0.4, 6).astype(np.float32)

    scores = with_hubs(vectors, hubs) @ as_query(vectors[:1])[0]

    assert scores == pytest.approx(vectors @ vectors[0] - hubs, abs=1e-6)


def test_rows_are_numbered_through_all_segments() -> None:
    rows = many_rows()
    market = market_of(rows[:30], rows[:5])
    late = [row(7, "lò hơi mới"), row(99, "kho lạnh mới")]

    changed = with_late_rows(without(market.technologies, [7]), late, raw(late), market.anchors[Kind.NEED], WEIGHTS)

    assert (changed.size, changed.living) == (32, 31)
    assert changed.rows_of([7, 99]).tolist() == [30, 31]
    assert changed.rows_of([8]).tolist() == [7]
    assert changed.column("posting", np.array([0, 30, 31])).tolist() == [1, 7, 99]
    assert (market.technologies.size, market.technologies.living) == (30, 30)


# --- filters ---

PLAIN: dict[str, Any] = {"organisation": 1, "trl": 5, "region": "hai-phong", "sectors": ("environment.water",)}


@pytest.fixture(scope="module")
def side() -> Side:
    rows = [
        row(1, "plain", **PLAIN),
        row(2, "other organisation", **PLAIN | {"organisation": 2}),
        row(3, "other region", **PLAIN | {"region": "ha-noi"}),
        row(4, "more ready", **PLAIN | {"trl": 8}),
        row(5, "in English", "en", **PLAIN),
        row(6, "top sector", **PLAIN | {"sectors": ("environment",)}),
        row(7, "two sectors", **PLAIN | {"sectors": ("energy.solar", "environment.air")}),
        row(8, "alike in name", **PLAIN | {"sectors": ("environment-law.water",)}),
        row(9, "no sector", **PLAIN | {"sectors": ()}),
        row(10, "ran out", **PLAIN | {"expires": TODAY.toordinal() - 1}),
        row(11, "last day", **PLAIN | {"expires": TODAY.toordinal()}),
        row(12, "says nothing"),
    ]
    return market_of(rows, rows[:1]).technologies


def left(side: Side, wanted: Filter) -> list[int]:
    (found,) = selections(side, wanted, TODAY)
    return [int(posting) for posting in side.segments[0].columns.posting[found.mask]]


def test_without_conditions_only_what_ran_out_is_left_out(side: Side) -> None:
    assert left(side, Filter()) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(sectors=("environment",)), [1, 2, 3, 4, 5, 6, 7, 11]),
        (Filter(sectors=("environment.air",)), [7]),
        (Filter(sectors=("environment.air", "environment-law")), [7, 8]),
        (Filter(sectors=("unknown",)), []),
        (Filter(languages=("en",)), [5]),
        (Filter(regions=("ha-noi", "da-nang")), [3]),
        (Filter(trl_min=6), [4]),
        (Filter(organisation=2), [2]),
        (Filter(exclude_organisation=1), [2, 12]),
        (Filter(postings=(11, 10, 3)), [3, 11]),
        (Filter(postings=(1, 2, 3), regions=("ha-noi",), trl_min=5), [3]),
    ],
)
def test_conditions_must_all_hold(side: Side, wanted: Filter, expected: list[int]) -> None:
    assert left(side, wanted) == expected


def test_an_empty_side_leaves_nothing() -> None:
    empty = market_of([], [row(1, "need")]).technologies

    assert [found.mask.tolist() for found in selections(empty, Filter(sectors=("environment",)), TODAY)] == [[]]
