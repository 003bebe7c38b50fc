"""Ranking one side for a query."""

from dataclasses import replace

import numpy as np
import pytest
from markets import WEIGHTS, asked, many_rows, market_of, row

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.index import Selection
from matchmaker.matching.build import Market, without
from matchmaker.matching.pairs import indexed_queries, rank_postings
from matchmaker.matching.ranking import NOTHING, Ranked, best_per_posting, measure, rank

QUESTION = "Nhà máy muốn thu hồi nhiệt cho lò hơi"


@pytest.fixture(scope="module")
def market() -> Market:
    rows = many_rows()
    return market_of(rows, rows[::4])


def everything(market: Market) -> list[Selection]:
    return [Selection(np.ones(market.technologies.size, np.bool_))]


def test_the_text_that_says_the_same_comes_first(market: Market) -> None:
    ranked = rank(market.technologies, asked(market, QUESTION), WEIGHTS, 5)

    assert market.technologies.column("posting", ranked.rows).tolist()[0] == 1
    assert ranked.scores.tolist() == sorted(ranked.scores.tolist(), reverse=True)
    assert ranked.features.shape == (5, 4)


def test_a_filter_changes_what_is_listed_and_never_a_score(market: Market) -> None:
    query = asked(market, QUESTION)
    whole = rank(market.technologies, query, WEIGHTS, 40)
    third = np.arange(40) % 3 == 1

    part = rank(market.technologies, query, WEIGHTS, 40, [Selection(third)])

    expected = third[whole.rows]
    assert part.rows.tolist() == whole.rows[expected].tolist()
    # Products of larger matrices are summed in another order: the last bit may differ.
    assert part.scores.tolist() == pytest.approx(whole.scores[expected].tolist(), abs=1e-6)
    assert part.features.ravel().tolist() == pytest.approx(whole.features[expected].ravel().tolist(), abs=1e-6)


def test_a_shorter_list_is_the_beginning_of_a_longer_one(market: Market) -> None:
    query = asked(market, QUESTION)
    long, short = (rank(market.technologies, query, WEIGHTS, limit) for limit in (40, 7))

    assert short.rows.tolist() == long.rows[:7].tolist()
    assert short.scores.tolist() == long.scores[:7].tolist()


def test_texts_that_score_alike_come_in_their_own_order() -> None:
    copies = [row(number, "Xe điện chạy pin. Trạm sạc cho xe điện") for number in range(101, 109)]
    market = market_of([*copies[:4], *many_rows(), *copies[4:]], many_rows()[::4])

    ranked = rank(market.technologies, asked(market, "trạm sạc cho xe điện"), WEIGHTS, 8)

    assert ranked.rows.tolist() == [0, 1, 2, 3, 44, 45, 46, 47]
    assert len(set(np.round(ranked.scores, 5).tolist())) == 1


def test_ranking_twice_gives_the_same(market: Market) -> None:
    first, second = (rank(market.technologies, asked(market, QUESTION), WEIGHTS, 20) for _ in range(2))

    assert first.rows.tolist() == second.rows.tolist()
    assert first.scores.tolist() == second.scores.tolist()


def test_a_query_without_words_is_ranked_by_meaning_alone(market: Market) -> None:
    query = replace(asked(market, QUESTION), words=[])
    one_look = replace(WEIGHTS, feedback=0.0)

    ranked = rank(market.technologies, query, one_look, 40)

    assert (ranked.part("lexical").tolist(), ranked.part("coverage").tolist()) == ([0] * 40, [0] * 40)
    assert ranked.scores == pytest.approx(one_look.dense * ranked.part("dense"), abs=1e-5)


def test_coverage_is_the_share_of_a_question_that_is_said() -> None:
    rows = [row(1, "ống nhiệt lò hơi"), row(2, "kho lạnh thủy sản"), row(3, "xe điện chạy pin")]
    market = market_of(rows, rows)

    ranked = rank(market.technologies, asked(market, "ống nhiệt lò hơi"), WEIGHTS, 3)

    coverage = dict(zip(ranked.rows.tolist(), ranked.part("coverage").tolist(), strict=True))
    assert coverage[0] > 0.5
    assert [coverage[1], coverage[2]] == [0, 0]


def test_a_text_in_another_language_is_compared_by_meaning(market: Market) -> None:
    rows = [*many_rows()[:10], row(100, "heat recovery for a boiler", "en"), row(101, "remote control", "en")]
    mixed = market_of(rows, rows[:3])

    ranked = rank(mixed.technologies, asked(mixed, QUESTION), WEIGHTS, 12)

    foreign = ranked.rows >= 10
    assert foreign.sum() == 2
    assert ranked.part("lexical")[foreign].tolist() == ranked.part("dense")[foreign].tolist()


def likely(market: Market, text: str) -> float:
    """What is said of the best row for a text."""
    best = rank(market.technologies, asked(market, text), WEIGHTS, 1)
    return float(WEIGHTS.calibration.probability(best.scores, best.evidence)[0])


def test_the_best_of_nothing_is_no_good_match(market: Market) -> None:
    fitting, strange = likely(market, QUESTION), likely(market, "Tuyển diễn viên đóng phim truyền hình")

    assert strange < WEIGHTS.calibration.threshold < fitting


def test_a_pair_is_as_likely_in_a_larger_market(market: Market) -> None:
    services = ("tư vấn", "đào tạo về", "bảo trì", "lắp đặt", "vận chuyển", "bảo hiểm cho", "cho thuê", "quảng cáo")
    trades = (
        "máy in",
        "văn phòng",
        "xe tải",
        "khách sạn",
        "bàn ghế",
        "kế toán",
        "thuế",
        "nhân sự",
        "bếp ăn",
        "cửa hàng",
    )
    others = [f"{service} {trade}. Dịch vụ {service} {trade} tại chỗ" for service in services for trade in trades]
    more = [row(number, text) for number, text in enumerate(others, start=100)]
    large = market_of([*many_rows(), *more], many_rows()[::4])
    question = "Hệ thống thu hồi nhiệt cho lò hơi"

    scores = [rank(each.technologies, asked(each, question), WEIGHTS, 1).scores[0] for each in (market, large)]

    assert scores[1] > scores[0] + 1
    slope = WEIGHTS.calibration.slope
    odds = [np.log(chance / (1 - chance)) for chance in (likely(market, question), likely(large, question))]
    assert odds[1] - odds[0] == pytest.approx(0, abs=0.6 * slope * float(scores[1] - scores[0]))


def test_a_withdrawn_posting_is_never_found(market: Market) -> None:
    side = without(market.technologies, [1])

    ranked = rank(side, asked(market, QUESTION), WEIGHTS, 40)

    assert sorted(ranked.rows.tolist()) == list(range(1, 40))


def test_without_rows_nothing_is_found(market: Market) -> None:
    empty = market_of([], [row(1, "need")])
    nobody = [Selection(np.zeros(40, np.bool_))]

    found = [
        rank(empty.technologies, asked(empty, QUESTION), WEIGHTS, 5),
        rank(market.technologies, asked(market, QUESTION), WEIGHTS, 5, nobody),
    ]

    assert [len(ranked.rows) for ranked in found] == [0, 0]


def test_each_posting_keeps_its_best_row() -> None:
    ranked = Ranked(
        np.array([4, 2, 7, 1]),
        np.array([4, 3, 2, 1], np.float32),
        np.arange(16, dtype=np.float32).reshape(4, 4),
        np.arange(8, dtype=np.float32).reshape(4, 2),
    )

    best = best_per_posting(ranked, np.array([10, 20, 10, 30]), limit=2)

    assert (best.rows.tolist(), best.scores.tolist()) == ([4, 2], [4, 3])
    assert best.features.tolist() == ranked.features[:2].tolist()
    assert best.evidence.tolist() == ranked.evidence[:2].tolist()


def test_a_posting_in_several_languages_is_listed_once() -> None:
    rows = [*many_rows(), row(1, "heat recovery for a boiler", "en"), row(2, "heat recovery for a cold store", "en")]
    market = market_of(rows, rows[::4])
    queries = [asked(market, QUESTION), asked(market, "heat recovery for a boiler", "en")]

    ranked, postings = rank_postings(market.technologies, queries, WEIGHTS, 40, [Selection(np.ones(42, np.bool_))])

    assert sorted(postings.tolist()) == list(range(1, 41))
    odds = WEIGHTS.calibration.logit(ranked.scores, ranked.evidence).round(6).tolist()
    assert odds == sorted(odds, reverse=True)


def test_without_queries_no_postings_are_found(market: Market) -> None:
    ranked, postings = rank_postings(market.technologies, [], WEIGHTS, 10, everything(market))

    assert (ranked, postings.tolist()) == (NOTHING, [])


def test_a_pair_is_measured_as_ranking_measures_it(market: Market) -> None:
    query = asked(market, QUESTION)
    ranked = rank(market.technologies, query, WEIGHTS, 40)

    alone = [measure(market.technologies, query, ranked.rows[[i]], WEIGHTS) for i in range(40)]

    assert np.concatenate([one.features for one in alone]) == pytest.approx(ranked.features, abs=1e-5)
    assert np.concatenate([one.scores for one in alone]) == pytest.approx(ranked.scores, abs=1e-5)


def test_an_indexed_posting_asks_as_a_fresh_one_does(market: Market) -> None:
    rows = many_rows()
    fresh = asked(market, rows[4].text)

    (indexed,) = indexed_queries(market, Kind.NEED, [rows[4]], 5, WEIGHTS)

    assert indexed.words == fresh.words
    assert indexed.vector == pytest.approx(fresh.vector, abs=4e-3)
    assert indexed.hub == pytest.approx(fresh.hub, abs=1e-3)
