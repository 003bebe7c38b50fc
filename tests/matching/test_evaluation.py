"""Measuring on a folder in BEIR form: a tiny one written here, and ones that are not whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from markets import WEIGHTS, many_rows

from matchmaker.embedding.encoder import HashEncoder
from matchmaker.kit.errors import InvalidError
from matchmaker.matching.evaluation import MEASURES, evaluate_folder, figures, read_collection

FIGURES = ["ndcg@10", "recall@10", "recall@100", "hit@1", "hit@10", "mrr@10"]


def lines(entries: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty documents; the queries repeat the titles of some, one of them in another language; one is not judged."""
    rows = many_rows()
    documents = [{"_id": f"d{r.posting}", "title": r.title, "text": r.text, "language": "vi"} for r in rows]
    queries = [{"_id": f"q{r.posting}", "text": r.title, "language": "vi"} for r in rows[:5]]
    queries[4]["language"] = "en"
    (tmp_path / "corpus.jsonl").write_text(lines(documents), "utf-8")
    (tmp_path / "queries.jsonl").write_text(lines(queries) + "\n", "utf-8")
    (tmp_path / "qrels").mkdir()
    judged = "".join(f"q{n}\td{n}\t1\n" for n in (1, 2, 3, 5)) + "q1\td9\t0\n"
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n" + judged)
    return tmp_path


def measured(folder: Path) -> dict[str, Any]:
    return evaluate_folder(read_collection(folder), HashEncoder(), WEIGHTS, symmetric=False)


def test_the_shape_of_the_result(folder: Path) -> None:
    found = measured(folder)

    assert list(found) == ["queries", "documents", *FIGURES, "by_language", "variants", "seconds"]
    assert (found["queries"], found["documents"]) == (4, 40)
    assert {code: list(own) for code, own in found["by_language"].items()} == {"en": FIGURES, "vi": FIGURES}
    assert [list(own) for own in found["variants"].values()] == [FIGURES] * 4
    assert list(found["variants"]) == ["dense", "bm25", "centred", "full"]
    assert json.loads(json.dumps(found)) == found


def test_the_figures_are_those_of_the_whole_ranking(folder: Path) -> None:
    found = measured(folder)

    assert {name: found[name] for name in FIGURES} == found["variants"]["full"]


def test_repeated_titles_are_found(folder: Path) -> None:
    found = measured(folder)

    assert found["recall@100"] == 1.0
    assert found["hit@10"] == 1.0
    assert found["variants"]["bm25"]["hit@1"] == 1.0


def test_measuring_twice_gives_the_same(folder: Path) -> None:
    first, second = measured(folder), measured(folder)

    assert first | {"seconds": 0} == second | {"seconds": 0}


def test_progress_tells_its_stages(folder: Path) -> None:
    told: list[str] = []

    evaluate_folder(
        read_collection(folder), HashEncoder(), WEIGHTS, symmetric=False, progress=lambda name, *_: told.append(name)
    )

    assert list(dict.fromkeys(told)) == ["documents", "queries", "dense", "bm25", "centred", "full"]


def test_figures_by_hand() -> None:
    relevance = {"a": {"x": 1}, "b": {"x": 1, "y": 1}, "nothing found": {"z": 1}}
    run = {"a": {"x": 2.0, "y": 1.0}, "b": {"z": 3.0, "y": 2.0}}

    found = figures(relevance, run)

    assert list(found) == list(MEASURES) == FIGURES
    assert found["hit@1"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["hit@10"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["recall@10"] == pytest.approx((1 + 0.5 + 0) / 3, abs=1e-4)
    assert found["mrr@10"] == pytest.approx((1 + 0.5 + 0) / 3, abs=1e-4)


@pytest.mark.parametrize("missing", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_missing_file_is_named(missing: str, folder: Path) -> None:
    (folder / missing).unlink()

    with pytest.raises(InvalidError) as refused:
        read_collection(folder)

    assert (refused.value.code, refused.value.params) == (
        "collection_file_unreadable",
        {"file": str(folder / missing)},
    )


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("corpus.jsonl", "{"),
        ("corpus.jsonl", "[]"),
        ("corpus.jsonl", "null"),
        ("corpus.jsonl", '{"text": "no id"}'),
        ("queries.jsonl", '{"_id": "a", "text": 5}'),
        ("queries.jsonl", '{"_id": "a", "text": null}'),
        ("qrels/test.tsv", "q1\td1"),
        ("qrels/test.tsv", "q1\td1\tmuch"),
        ("qrels/test.tsv", "q1\td1\t1\t1"),
    ],
)
def test_a_wrong_line_is_named(file: str, line: str, folder: Path) -> None:
    first = (folder / file).read_text("utf-8").split("\n")[0]
    (folder / file).write_text(f"{first}\n{line}\n", "utf-8")

    with pytest.raises(InvalidError) as refused:
        read_collection(folder)

    assert (refused.value.code, refused.value.params) == (
        "collection_line_invalid",
        {"file": str(folder / file), "line": 2},
    )


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "corpus.jsonl").write_bytes("kho lạnh".encode("utf-16"))

    with pytest.raises(InvalidError) as refused:
        read_collection(folder)

    assert refused.value.code == "collection_file_unreadable"


@pytest.mark.parametrize("file", ["corpus.jsonl", "queries.jsonl"])
def test_a_file_without_texts_is_refused(file: str, folder: Path) -> None:
    (folder / file).write_text("\n \n")

    with pytest.raises(InvalidError) as refused:
        read_collection(folder)

    assert (refused.value.code, refused.value.params) == ("collection_empty", {"file": str(folder / file)})
