"""Training from end to end: what is learned serves only where nothing suffers, and can be given up again."""

import hashlib
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from markets import many_rows
from support import Api

from matchmaker.catalogue.tables import write_jsonl
from matchmaker.embedding.encoder import HashEncoder
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.text import fold
from matchmaker.matching import learned, training
from matchmaker.matching.weights import SHIPPED, shipped_weights
from matchmaker.services import open_matcher

Text = tuple[str, str, str]
Pair = tuple[str, str, int]
ROWS = many_rows()[:12]
# The twin knows no translation: these words of one meaning are far from each other for it.
ENGLISH = ("furnace", "freezer", "sewage", "sunlight", "compressor")
VIETNAMESE = ("lò", "lạnh", "thải", "nắng", "nén")
PRODUCTS = ("bò sữa", "mía đường", "lúa mì", "cá cơm", "hồ tiêu", "muối tôm")


def beir(folder: Path, documents: Sequence[Text], queries: Sequence[Text], pairs: Sequence[Pair]) -> Path:
    """A folder in BEIR form; texts are id, text, language."""
    (folder / "qrels").mkdir(parents=True)
    for name, texts in (("corpus", documents), ("queries", queries)):
        lines = [json.dumps({"_id": i, "text": text, "language": language}) for i, text, language in texts]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "qrels" / "test.tsv").write_text("".join(f"{q}\t{d}\t{g}\n" for q, d, g in pairs))
    return folder


def every(grade: int, count: int = len(ROWS)) -> list[Pair]:
    """The first queries with their own documents."""
    return [(f"q{row.posting}", f"d{row.posting}", grade) for row in ROWS[:count]]


@pytest.fixture
def documents() -> list[Text]:
    return [(f"d{row.posting}", row.text, "vi") for row in ROWS]


@pytest.fixture
def without_accents(tmp_path: Path, documents: list[Text]) -> Path:
    """Needs written without accents: only words find their technologies, meaning is lost on them."""
    queries = [(f"q{row.posting}", fold(row.title), "vi") for row in ROWS]
    return beir(tmp_path / "without-accents", documents, queries, every(1))


@pytest.fixture
def easy(tmp_path: Path, documents: list[Text]) -> Path:
    """Needs that every ranking finds the technologies of."""
    queries = [(f"q{row.posting}", row.title, "vi") for row in ROWS]
    return beir(tmp_path / "easy", documents, queries, every(1))


@pytest.fixture
def misleading(tmp_path: Path) -> Path:
    """Technologies with the need's words but other accents, and so another meaning, before the one that fits."""
    documents, queries, pairs = [], [], []
    for number, product in enumerate(PRODUCTS):
        documents += [
            (f"right{number}", f"{product} trong nhà máy chế biến thực phẩm của vùng đồng bằng", "vi"),
            (f"wrong{number}", fold(product), "vi"),
            (f"worse{number}", f"{fold(product)} {fold(product)}", "vi"),
        ]
        queries.append((f"q{number}", product, "vi"))
        pairs.append((f"q{number}", f"right{number}", 1))
    return beir(tmp_path / "misleading", documents, queries, pairs)


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """Needs in English, technologies in Vietnamese; each word has always the same translation."""
    both = list(combinations(range(len(ENGLISH)), 2))
    documents = [(f"d{a}{b}", f"{VIETNAMESE[a]} {VIETNAMESE[b]}", "vi") for a, b in both]
    queries = [(f"q{a}{b}", f"{ENGLISH[a]} {ENGLISH[b]}", "en") for a, b in both]
    return beir(tmp_path / "translated", documents, queries, [(f"q{a}{b}", f"d{a}{b}", 1) for a, b in both])


def train(database: Database, pairs: Path, guards: Sequence[Path] = (), **options: Any) -> dict[str, Any]:
    """Train into the folder beside the one with the pairs."""
    options = {"adapter": False} | options
    return training.train(database, HashEncoder(), pairs.parent / "learned", pairs, guards, **options)


def publish(api: Api, rows: dict[str, list[dict[str, Any]]], owner: int) -> None:
    """Import rows of both kinds and publish them."""
    for kind, own in rows.items():
        job = api.load(kind, write_jsonl(own), "rows.jsonl", publish=True, organisation_id=owner)
        assert job["result"]["created"] == len(own)


def refusal(database: Database, pairs: Path, guards: Sequence[Path] = ()) -> tuple[str, dict[str, Any]]:
    """Code and parameters of a training that must be refused."""
    with pytest.raises(InvalidError) as refused:
        train(database, pairs, guards)
    return refused.value.code, refused.value.params


# --- a folder ---


def test_what_helps_is_taken_into_use(database: Database, without_accents: Path, easy: Path) -> None:
    told = train(database, without_accents, [easy])

    own, guard = told["checks"]
    assert (told["in_use"], own["name"], guard["name"]) == (True, "without-accents", "easy")
    assert own["after"] > own["before"] + 0.02
    assert (guard["before"], guard["after"]) == (1.0, 1.0)
    weights = learned.current_weights(without_accents.parent / "learned")
    assert weights.version == told["version"]
    assert weights.lexical > shipped_weights().lexical
    assert weights.dense + weights.lexical == pytest.approx(1)


def test_a_guard_that_would_get_worse_prevents_it(database: Database, without_accents: Path, misleading: Path) -> None:
    told = train(database, without_accents, [misleading])

    own, guard = told["checks"]
    assert own["after"] > own["before"]
    assert guard["after"] < guard["before"] - 0.1
    assert told["in_use"] is False
    folder = without_accents.parent / "learned"
    assert learned.current_version(folder) == SHIPPED
    assert learned.read_weights(folder, told["version"]).lexical > shipped_weights().lexical


def test_the_versioned_file_tells_where_it_comes_from(database: Database, without_accents: Path, easy: Path) -> None:
    parts = [without_accents / name for name in ("corpus.jsonl", "queries.jsonl", "qrels/test.tsv")]
    digest = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()

    told = train(database, without_accents, [easy])

    file = without_accents.parent / "learned" / f"{told['version']}.json"
    origin = json.loads(file.read_text("utf-8"))["origin"]
    assert sorted(origin) == ["at", "checks", "data_digest", "figures", "former", "model", "trained_on"]
    assert (origin["trained_on"], origin["data_digest"]) == ("without-accents", digest)
    assert (origin["model"], origin["former"]) == ("hash-64", SHIPPED)
    assert (origin["figures"], origin["checks"]) == (told["figures"], told["checks"])
    assert sorted(told["figures"]) == ["calibration", "fusion"]
    assert told["figures"]["calibration"]["fits"] == len(ROWS)
    assert told["figures"]["calibration"]["brier"] < told["figures"]["calibration"]["brier_of_the_mean"]


def test_one_step_goes_back(database: Database, without_accents: Path, easy: Path) -> None:
    folder = without_accents.parent / "learned"
    first, second = train(database, without_accents), train(database, easy)
    assert learned.current_version(folder) == second["version"]

    back = [learned.go_back(folder), learned.go_back(folder)]

    assert back == [first["version"], SHIPPED]
    assert learned.current_weights(folder).lexical == shipped_weights().lexical


def test_training_twice_learns_the_same(database: Database, without_accents: Path, tmp_path: Path) -> None:
    collection = training.read_labelled(database, HashEncoder(), without_accents)

    first, second = (training.fit(collection, shipped_weights(), adapter=False, fusion=True) for _ in range(2))

    assert first == second


def test_labels_that_say_nothing_of_the_shares_leave_them(database: Database, easy: Path, translated: Path) -> None:
    train(database, easy)
    after_easy = learned.current_weights(easy.parent / "learned")
    train(database, translated)
    after_translated = learned.current_weights(easy.parent / "learned")

    assert [after_easy.dense, after_translated.dense] == [shipped_weights().dense] * 2


def test_without_fusion_only_the_probability_is_learned(database: Database, without_accents: Path) -> None:
    told = train(database, without_accents, fusion=False)

    weights = learned.read_weights(without_accents.parent / "learned", told["version"])
    assert list(told["figures"]) == ["calibration"]
    assert (weights.dense, weights.lexical) == (shipped_weights().dense, shipped_weights().lexical)
    assert weights.calibration != shipped_weights().calibration


# --- the adapter ---


def test_an_adapter_that_helps_unseen_needs_is_kept_close_to_the_identity(database: Database, translated: Path) -> None:
    told = train(database, translated, adapter=True)

    figures = told["figures"]["adapter"]["ndcg@10_on_the_other_half"]
    adapter = learned.current_weights(translated.parent / "learned").adapter
    assert told["in_use"] is True
    assert figures[str(told["figures"]["adapter"]["strength"])] > figures["before"] + 0.3
    assert adapter is not None
    assert adapter.shape == (64, 64)
    assert np.abs(adapter - np.eye(64)).max() < 0.1


def test_an_adapter_that_helps_nobody_is_left_out(database: Database, easy: Path) -> None:
    told = train(database, easy, adapter=True)

    assert told["figures"]["adapter"]["strength"] is None
    assert learned.current_weights(easy.parent / "learned").adapter is None


def test_a_present_adapter_stays_where_no_better_one_is_found(database: Database, translated: Path) -> None:
    folder = translated.parent / "learned"
    train(database, translated, adapter=True)
    former = learned.current_weights(folder)

    told = train(database, translated, adapter=True)

    latter = learned.current_weights(folder)
    assert (told["in_use"], latter.version) == (True, told["version"])
    assert former.adapter is not None
    assert latter.adapter is not None
    assert told["checks"][0]["after"] >= told["checks"][0]["before"]


def test_one_need_is_too_few_for_an_adapter(database: Database, tmp_path: Path, documents: list[Text]) -> None:
    one = beir(tmp_path / "one", documents, [("q1", ROWS[0].title, "vi")], every(1, count=1))

    told = train(database, one, adapter=True)

    assert told["figures"]["adapter"] == {"ndcg@10_on_the_other_half": {}, "strength": None}


def test_an_accepted_adapter_ranks_the_live_catalogue(api: Api, owner: int, tmp_path: Path) -> None:
    both = list(combinations(range(len(ENGLISH)), 2))
    rows = {
        kind: [{"key": f"{a}{b}", "title": f"{words[a]} {words[b]}", "language": language} for a, b in both]
        for kind, words, language in (("technology", VIETNAMESE, "vi"), ("need", ENGLISH, "en"))
    }
    publish(api, rows, owner)
    postings = api.get("/postings", kind="need", limit=200)["items"]
    key_of = {posting["id"]: posting["key"] for posting in api.get("/postings", limit=200)["items"]}
    services = api.app.state.services

    def right() -> int:
        """How many needs have the technology of the same key first."""
        lists = [api.get(f"/postings/{need['id']}/candidates", limit=1)["items"] for need in postings]
        firsts = [items[0]["posting"]["id"] for items in lists]
        return sum(key_of[first] == need["key"] for first, need in zip(firsts, postings, strict=True))

    before = right()
    pairs = table(tmp_path, *[f"{a}{b}\t{a}{b}\t1\t" for a, b in both])
    told = training.train(api.database, HashEncoder(), services.learned_folder, pairs, [], adapter=True)

    open_matcher(services)

    assert told["in_use"] is True
    assert (before < 5, right()) == (True, len(both))


# --- a table of the live catalogue ---


@pytest.fixture
def fair(api: Api, owner: int) -> None:
    """Six technologies ``t0`` to ``t5`` and needs ``n0`` to ``n5``, the needs without accents."""
    rows = {
        "technology": [{"key": f"t{n}", "title": f"Chế biến {PRODUCTS[n]}"} for n in range(6)],
        "need": [{"key": f"n{n}", "title": fold(f"Chế biến {PRODUCTS[n]}"), "language": "vi"} for n in range(6)],
    }
    publish(api, rows, owner)


def table(folder: Path, *rows: str, head: str = "need\ttechnology\tgrade\tnote") -> Path:
    file = folder / "pairs.tsv"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return file


def fitting_rows() -> list[str]:
    """Each need with its technology, and with the next one, which does not fit."""
    return [line for n in range(6) for line in (f"n{n}\tt{n}\t2\tfits", f"n{n}\tt{(n + 1) % 6}\t0\t")]


@pytest.mark.usefixtures("fair")
def test_a_table_by_keys_of_the_live_catalogue(database: Database, tmp_path: Path) -> None:
    pairs = table(tmp_path, *fitting_rows())

    told = train(database, pairs)

    origin = learned.read_weights(tmp_path / "learned", told["version"]).origin
    assert (told["in_use"], told["figures"]["calibration"]["fits"]) == (True, 6)
    assert told["checks"][0]["after"] >= told["checks"][0]["before"]
    assert (origin["trained_on"], origin["data_digest"]) == (
        "pairs.tsv",
        hashlib.sha256(pairs.read_bytes()).hexdigest(),
    )


@pytest.mark.usefixtures("fair")
def test_a_posting_in_two_languages_counts_once(
    api: Api, database: Database, owner: int, other: int, tmp_path: Path
) -> None:
    english = [{"language": "en", "title": "Fish sauce"}]
    api.published("technology", owner, key="t6", title="Nước mắm", translations=english)
    api.published("need", other, key="n6", title="Làm nước mắm", translations=english)

    found = training.read_labelled(database, HashEncoder(), table(tmp_path, *fitting_rows(), "n6\tt6\t2\t"))

    assert sorted(found.collection.document_ids) == [f"t{n}" for n in range(7)]
    assert sorted(found.collection.query_ids) == [f"n{n}" for n in range(7)]
    assert {row.language for row in found.collection.documents} == {"vi"}


@pytest.mark.usefixtures("fair")
@pytest.mark.parametrize(
    ("row", "code"),
    [("n9\tt1\t2", "pairs_of_unknown_needs"), ("n1\tn9\t2", "pairs_of_unknown_technologies")],
)
def test_unknown_keys_are_named(row: str, code: str, database: Database, tmp_path: Path) -> None:
    pairs = table(tmp_path, *fitting_rows(), row)

    assert refusal(database, pairs) == (code, {"keys": ["n9"]})


@pytest.mark.usefixtures("fair")
@pytest.mark.parametrize("row", ["n1\tt1\tmuch", "n1\tt1\t", "n1\tt1", "n1", "n1\tt1\t1.5"])
def test_a_bad_grade_is_named_by_its_line(row: str, database: Database, tmp_path: Path) -> None:
    pairs = table(tmp_path, "n0\tt0\t2\t", row)

    assert refusal(database, pairs) == ("pair_invalid", {"file": "pairs.tsv", "line": 3})


@pytest.mark.usefixtures("fair")
def test_a_table_with_other_columns_is_refused(database: Database, tmp_path: Path) -> None:
    pairs = table(tmp_path, "n0\tt0\t2", head="query\tdocument\tscore")

    assert refusal(database, pairs) == ("pair_invalid", {"file": "pairs.tsv", "line": 2})


# --- what cannot be learned from ---


@pytest.mark.parametrize("pairs", [every(0), []])
def test_labels_of_one_kind_are_refused(
    pairs: list[Pair], database: Database, documents: list[Text], tmp_path: Path, easy: Path
) -> None:
    folder = beir(tmp_path / "flat", documents, [(f"q{row.posting}", row.title, "vi") for row in ROWS], pairs)

    expected = ("labels_of_one_kind", {"pairs": len(pairs)})
    assert refusal(database, folder) == expected
    assert refusal(database, easy, [folder]) == expected


def test_where_everything_fits_there_is_nothing_to_tell_apart(database: Database, tmp_path: Path) -> None:
    folder = beir(tmp_path / "all", [("d1", "lò hơi", "vi")], [("q1", "lò hơi", "vi")], [("q1", "d1", 1)])

    assert refusal(database, folder) == ("labels_of_one_kind", {"pairs": 1})


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_missing_file_of_a_folder_is_named(name: str, database: Database, easy: Path) -> None:
    (easy / name).unlink()

    assert refusal(database, easy) == ("collection_file_unreadable", {"file": str(easy / name)})


def test_a_missing_table_or_guard_is_named(database: Database, easy: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"

    expected = ("collection_file_unreadable", {"file": str(gone)})
    assert refusal(database, gone) == expected
    assert refusal(database, easy, [gone]) == expected


def test_what_was_refused_leaves_nothing_behind(database: Database, easy: Path, tmp_path: Path) -> None:
    refusal(database, easy, [tmp_path / "gone"])

    assert learned.current_version(tmp_path / "learned") == SHIPPED
    assert not (tmp_path / "learned").exists()
