"""The command line, from an empty database to learned weights, with a small catalogue of its own."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from matchmaker.catalogue.tables import write_csv, write_jsonl
from matchmaker.cli import app
from matchmaker.commands import common
from matchmaker.kit.jobs.service import enqueue
from matchmaker.matching.models import RankingRun
from matchmaker.settings import Settings, get_settings

SUBJECTS = ("lò hơi", "kho lạnh", "nước thải", "điện mặt trời", "máy nén khí", "khí sinh học")
SECTOR = "energy-efficiency.heat-recovery"
FIGURES = ["ndcg@10", "recall@10", "recall@100", "hit@1", "hit@10", "mrr@10"]
ROWS = [{"key": "new-1", "title": "In ba chiều kim loại", "trl": "8"}, {"key": "new-2", "title": "", "trl": "20"}]


@pytest.fixture(autouse=True)
def command_line(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process of its own for each test: settings from the environment, and no services yet."""
    live_in(settings.data_folder, monkeypatch)
    yield
    forget()


def live_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows works with this data folder."""
    forget()
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", str(folder))
    monkeypatch.setenv("MATCHMAKER_MODELS_FOLDER", str(folder.parent / "models"))
    monkeypatch.setenv("MATCHMAKER_ENCODER", "hash")


def forget() -> None:
    """What a process keeps."""
    if common.services.cache_info().currsize:
        common.services().database.engine.dispose()
    common.services.cache_clear()
    get_settings.cache_clear()


def run(*arguments: Any) -> str:
    """Standard output of a command that must succeed."""
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def told(*arguments: Any) -> Any:
    """The JSON that a command prints."""
    return json.loads(run(*arguments))


def refused(*arguments: Any) -> str:
    """The one line of a refusal."""
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert (done.exit_code, done.stdout) == (1, ""), done.output
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture(scope="module")
def seed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two organisations, six technologies and six needs on the same subjects."""
    folder = tmp_path_factory.mktemp("seed")
    organisations = [
        {"key": "vien", "name_vi": "Viện Nhiệt", "kind": "institute"},
        {"key": "cong-ty", "name_vi": "Công ty Giấy", "kind": "enterprise"},
    ]
    technologies = [
        {
            "key": f"t{n}",
            "organisation": "vien",
            "title": f"Hệ thống {s}",
            "summary": f"Thiết bị {s}",
            "sectors": [SECTOR],
        }
        for n, s in enumerate(SUBJECTS)
    ]
    needs = [
        {
            "key": f"n{n}",
            "organisation": "cong-ty",
            "title": f"Cần giải pháp cho {s}",
            "problem": f"Chi phí {s} quá cao.",
        }
        for n, s in enumerate(SUBJECTS)
    ]
    for name, rows in (("organisations", organisations), ("technologies", technologies), ("needs", needs)):
        (folder / f"{name}.jsonl").write_bytes(write_jsonl(rows))
    return folder


@pytest.fixture(scope="module")
def seeded_folder(seed_folder: Path, migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the seed data were loaded; tests copy it."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copy(migrated_file, folder / "matchmaker.db")
    with pytest.MonkeyPatch.context() as monkeypatch:
        live_in(folder, monkeypatch)
        run("seed", seed_folder)
        forget()
    return folder


@pytest.fixture
def seeded(seeded_folder: Path, settings: Settings, command_line: None) -> dict[str, int]:
    """The seed data are loaded; ids of postings by key."""
    shutil.copytree(seeded_folder, settings.data_folder, dirs_exist_ok=True)
    return {posting["key"]: posting["id"] for posting in told("postings", "list", "--limit", 50, "--json")}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A folder in BEIR form: the queries name the subject of their document."""
    folder = tmp_path / "collection"
    (folder / "qrels").mkdir(parents=True)
    documents = [{"_id": f"d{n}", "text": f"Hệ thống {s}", "language": "vi"} for n, s in enumerate(SUBJECTS)]
    queries = [{"_id": f"q{n}", "text": s, "language": "vi"} for n, s in enumerate(SUBJECTS)]
    (folder / "corpus.jsonl").write_bytes(write_jsonl(documents))
    (folder / "queries.jsonl").write_bytes(write_jsonl(queries))
    judged = "".join(f"q{n}\td{n}\t1\nq{n}\td{(n + 1) % 6}\t0\n" for n in range(6))
    (folder / "qrels" / "test.tsv").write_text(f"query-id\tcorpus-id\tscore\n{judged}")
    return folder


# --- seed data ---


def test_seed_loads_and_ranks_once(seed_folder: Path) -> None:
    first, second = run("seed", seed_folder), run("seed", seed_folder)

    assert first.splitlines() == [
        "2 organisations saved",
        "technologies: 6 loaded, 0 there, 0 rejected",
        "needs: 6 loaded, 0 there, 0 rejected",
        "36 candidates ranked",
    ]
    assert second == "catalogue has content; seed data left out\n"


def test_seed_makes_a_session_day_once(seed_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(seed_folder, tmp_path / "seed")
    day = {
        "key": "day",
        "name_vi": "Ngày mẫu",
        "first_day": "{day}",
        "last_day": "{day}",
        "registration_until": "{registration_until}",
        "answers_until": "{answers_until}",
        "announced": True,
        "registrations": [{"organisation": "vien", "delegates": [{"name": "Hạnh"}]}],
    }
    (folder / "session_day.json").write_text(json.dumps(day), "utf-8")
    run("organisations", "load", folder / "organisations.jsonl")

    first = run("seed", folder).splitlines()[3]
    with common.session(writes=True) as session:
        session.delete(session.get(RankingRun, 1))
    second = run("seed", folder).splitlines()[3]

    (event,) = told("events", "list", "--json")
    assert (event["phase"], first) == (
        "answering",
        f"session_day: event 1 on {event['first_day']} with 1 organisations",
    )
    assert second == "session_day: there"


def test_seed_finishes_a_run_that_was_stopped(seed_folder: Path) -> None:
    run("organisations", "load", seed_folder / "organisations.jsonl")
    run("postings", "import", "technology", seed_folder / "technologies.jsonl", "--write", "--publish")

    assert run("seed", seed_folder).splitlines()[1:] == [
        "technologies: 0 loaded, 6 there, 0 rejected",
        "needs: 6 loaded, 0 there, 0 rejected",
        "36 candidates ranked",
    ]


def test_seed_leaves_a_catalogue_of_others_alone(seed_folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.jsonl"
    own.write_bytes(write_jsonl([{"key": "own", "name_vi": "Sở Khoa học", "kind": "agency"}]))
    run("organisations", "load", own)

    assert run("seed", seed_folder) == "catalogue has content; seed data left out\n"


def test_seed_fills_an_empty_catalogue_that_a_service_has_ranked_already(seed_folder: Path) -> None:
    run("matching", "rank-all")

    assert run("seed", seed_folder).splitlines()[-1] == "36 candidates ranked"


# --- organisations and postings ---


def test_organisations_are_listed_and_loaded_again_by_key(seeded: dict[str, int], tmp_path: Path) -> None:
    again = tmp_path / "again.jsonl"
    again.write_bytes(write_jsonl([{"key": "vien", "name_vi": "Viện Nhiệt lạnh", "kind": "institute"}]))

    said = run("organisations", "load", again)

    listed = told("organisations", "list", "--json")
    assert said == "1 organisations saved\n"
    assert sorted((row["key"], row["name_vi"]) for row in listed) == [
        ("cong-ty", "Công ty Giấy"),
        ("vien", "Viện Nhiệt lạnh"),
    ]
    assert "Viện Nhiệt lạnh" in run("organisations", "list")


def test_a_wrong_line_of_organisations_saves_none(tmp_path: Path) -> None:
    file = tmp_path / "organisations.jsonl"
    file.write_text('{"key": "a", "name_vi": "Viện", "kind": "institute"}\n{"key": "b"\n')

    line = refused("organisations", "load", file)

    assert line.startswith("error: line_invalid(line=2")
    assert told("organisations", "list", "--json") == []


def test_an_import_is_a_dry_run_unless_it_is_told_to_write(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes(write_csv(ROWS[:1], ["key", "title", "trl"]))

    dry = told("postings", "import", "technology", file, "--organisation", 1, "--json")
    before = len(told("postings", "list", "--limit", 50, "--json"))
    written = told("postings", "import", "technology", file, "--organisation", 1, "--write", "--json")
    after = told("postings", "list", "--limit", 50, "--json")

    assert (dry["dry_run"], dry["created"], before) == (True, 1, 12)
    assert (written["dry_run"], written["created"], len(after)) == (False, 1, 13)
    assert (after[0]["key"], after[0]["state"]) == ("new-1", "draft")


def test_rejected_rows_are_told_and_written_to_a_file(seeded: dict[str, int], tmp_path: Path) -> None:
    file, rejected = tmp_path / "rows.csv", tmp_path / "rejected.csv"
    file.write_bytes(write_csv(ROWS, ["key", "title", "trl"]))

    said = run("postings", "import", "technology", file, "--organisation", 1, "--write", "--rejected", rejected)

    assert "created: 1" in said
    assert "rejected: 1" in said
    (row,) = [line for line in said.splitlines() if line.startswith("  row ")]
    assert row.startswith("  row 3: ")
    lines = rejected.read_text("utf-8-sig").splitlines()
    assert (len(lines), lines[1].startswith("new-2,")) == (2, True)


def test_a_posting_is_added_edited_reviewed_and_shown(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    file.write_text(json.dumps({"title": "Bơm nhiệt", "summary": "Nước nóng", "organisation_id": 1}), "utf-8")

    said = [
        run("postings", "add", "technology", file),
        run("postings", "edit", 13, '{"trl": 8}'),
        run("postings", "state", 13, "submitted"),
        run("postings", "state", 13, "published"),
    ]

    shown = told("postings", "show", 13)
    assert said == [
        "technology 13 saved as draft\n",
        "posting 13 is draft, version 2\n",
        "posting 13 is submitted\n",
        "posting 13 is published\n",
    ]
    assert (shown["title"], shown["trl"], shown["state"]) == ("Bơm nhiệt", 8, "published")
    assert "published" in run("postings", "history", 13)


def test_brackets_in_a_title_are_shown_as_they_are(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(write_jsonl([{"key": "new-1", "title": "[/b] Bơm [mới]"}]))
    run("postings", "import", "technology", file, "--organisation", 1, "--write", "--publish")

    assert "[/b] Bơm [mới]" in run("postings", "list", "--limit", 1)
    assert "[/b] Bơm [mới]" in run("search", "bơm mới", "--limit", 1)


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_an_export_can_be_imported_again(form: str, seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / f"needs.{form}"

    run("postings", "export", "need", file)

    again = told("postings", "import", "need", file, "--write", "--json")
    assert {name: again[name] for name in ("rows", "created", "updated", "unchanged", "rejected")} == {
        "rows": 6,
        "created": 0,
        "updated": 0,
        "unchanged": 6,
        "rejected": 0,
    }


def test_a_template_has_an_example(tmp_path: Path) -> None:
    file = tmp_path / "template.xlsx"

    said = run("postings", "template", "technology", file)

    assert said == f"{file} written\n"
    assert told("postings", "import", "technology", file, "--json")["rows"] == 1


# --- matching ---


def test_search(seeded: dict[str, int]) -> None:
    found = told("search", "he thong dien mat troi", "--json")

    assert (found["language"], found["total"]) == ("vi", 6)
    assert found["items"][0]["posting"]["id"] == seeded["t3"]
    assert "Hệ thống điện mặt trời" in run("search", "điện mặt trời", "--limit", 1)
    assert told("search", "điện", "--sector", "renewable-energy", "--json")["items"] == []


def test_what_was_written_is_found_by_the_next_command(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(write_jsonl([{"key": "new-1", "title": "In ba chiều kim loại"}]))
    run("postings", "import", "technology", file, "--organisation", 1, "--write", "--publish")
    forget()

    assert told("search", "in ba chiều kim loại", "--json")["items"][0]["posting"]["key"] == "new-1"


def test_candidates(seeded: dict[str, int]) -> None:
    found = told("candidates", seeded["n1"], "--limit", 2, "--json")
    printed = run("candidates", seeded["n1"], "--limit", 2)

    assert (found["posting_id"], found["considered"], len(found["items"])) == (seeded["n1"], 6, 2)
    assert found["items"][0]["posting"]["id"] == seeded["t1"]
    assert f"{found['verdict']} among 6" in printed
    assert "Hệ thống kho lạnh" in printed


def test_sectors(seeded: dict[str, int]) -> None:
    lines = run("sectors", "điện mặt trời trên mái", "--limit", 2).splitlines()

    assert [len(line.split("  ")) for line in lines] == [3, 3]


def test_check_of_a_draft(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    draft = {"title": "Hệ thống kho lạnh", "summary": "Thiết bị kho lạnh", "organisation_id": 1}
    file.write_text(json.dumps(draft), "utf-8")

    findings = told("check", "technology", file)

    assert [finding["code"] for finding in findings if finding["code"] == "duplicate"] == ["duplicate"]


def test_unmet_needs_and_unasked_technologies(seeded: dict[str, int]) -> None:
    needs, technologies = told("unmet", "--json"), told("unmet", "technology", "--json")

    assert (needs["kind"], technologies["kind"]) == ("need", "technology")
    assert (needs["current"], needs["total"]) == (True, sum(len(group["items"]) for group in needs["sectors"]))
    assert run("unmet").startswith(f"{needs['total']} below ")


def test_themes(seeded: dict[str, int]) -> None:
    themes = told("themes", "--count", 2, "--json")

    members = [posting for theme in themes for posting in theme["needs"] + theme["technologies"]]
    assert (len(themes), sorted(members)) == (2, sorted(seeded.values()))
    assert "needs" in run("themes", "--count", 2)


def test_the_map_has_every_posting(seeded: dict[str, int]) -> None:
    drawn = told("map")

    assert sorted(point["id"] for point in drawn["points"]) == sorted(seeded.values())
    assert (drawn["shown"], drawn["total"]) == (12, 12)


# --- evaluation and training ---


def test_evaluate_prints_the_figures(collection: Path) -> None:
    found = told("evaluate", collection, "--json")

    assert list(found) == ["queries", "documents", *FIGURES, "by_language", "variants", "seconds"]
    assert (found["queries"], found["documents"]) == (6, 6)
    assert list(found["by_language"]) == ["vi"]
    assert {name: list(own) for name, own in found["variants"].items()} == dict.fromkeys(
        ("dense", "bm25", "centred", "full"), FIGURES
    )
    assert found["hit@10"] == 1.0
    assert "full, vi" in run("evaluate", collection, "--symmetric")


def test_evaluate_needs_no_database(collection: Path, settings: Settings) -> None:
    (settings.data_folder / "matchmaker.db").unlink()

    assert told("evaluate", collection, "--json")["queries"] == 6


def test_train_and_go_back(seeded: dict[str, int], collection: Path) -> None:
    learned = told("train", collection, "--guard", collection)
    in_use = told("matching", "weights")
    back = run("matching", "rollback")

    assert (learned["in_use"], in_use["version"]) == (True, learned["version"])
    assert [check["name"] for check in learned["checks"]] == ["collection", "collection"]
    assert back == "in use: shipped\n"
    entries = [entry for entry in told("audit", "--json")["items"] if entry["entity"] == "weights"]
    assert [(entry["action"], entry["before"], entry["after"]) for entry in entries] == [
        ("matching rollback", {"version": learned["version"]}, {"version": "shipped"}),
        ("train", {"version": "shipped"}, {"version": learned["version"]}),
    ]
    assert refused("matching", "rollback") == "error: no_former_weights()"


def test_what_cannot_be_learned_from_is_refused(seeded: dict[str, int], collection: Path, tmp_path: Path) -> None:
    pairs, gone = tmp_path / "pairs.tsv", tmp_path / "gone"
    pairs.write_text("need\ttechnology\tgrade\nn0\tt9\t2\n")

    assert refused("train", pairs) == "error: pairs_of_unknown_technologies(keys=['t9'])"
    assert refused("train", collection, "--guard", gone) == f"error: collection_file_unreadable(file='{gone}')"


def test_train_on_keys_of_the_catalogue(seeded: dict[str, int], tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    rows = [f"n{n}\tt{n}\t2\nn{n}\tt{(n + 1) % 6}\t0" for n in range(6)]
    pairs.write_text("\n".join(["need\ttechnology\tgrade", *rows]))

    learned = told("train", pairs, "--no-fusion")

    assert (list(learned["figures"]), learned["figures"]["calibration"]["fits"]) == (["calibration"], 6)


def test_rank_all_and_rebuild(seeded: dict[str, int]) -> None:
    assert run("matching", "rank-all") == "{'needs': 6, 'candidates': 36}\n"
    assert run("matching", "rebuild").startswith("{'texts': {'technology': 6, 'need': 6}")


# --- jobs ---


def test_jobs_are_listed_shown_and_cancelled(seeded: dict[str, int]) -> None:
    with common.session(writes=True) as session:
        waiting = enqueue(session, "matching.rebuild", "organiser").id

    listed = run("jobs", "list").splitlines()
    cancelled = run("jobs", "cancel", waiting)

    assert sum("catalogue.import" in line for line in listed) == 2
    assert cancelled == f"job {waiting}: cancelled\n"
    assert told("jobs", "show", waiting)["state"] == "cancelled"
    assert refused("jobs", "cancel", waiting).startswith("error: job_ended(")


# --- refusals ---


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["candidates", 99], "error: posting_not_found(id=99)"),
        (["postings", "show", 99], "error: posting_not_found(id=99)"),
        (["postings", "history", 99], "error: posting_not_found(id=99)"),
        (["postings", "state", 99, "published"], "error: posting_not_found(id=99)"),
        (["jobs", "show", 99], "error: job_not_found(id=99)"),
        (["jobs", "cancel", 99], "error: job_not_found(id=99)"),
        (["postings", "export", "need", "needs.doc"], "error: format_unknown(file='needs.doc')"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(arguments: list[Any], line: str) -> None:
    assert refused(*arguments) == line


def test_what_somebody_may_not_is_refused_in_one_line(seeded: dict[str, int]) -> None:
    line = refused("postings", "edit", seeded["t0"], '{"trl": 8}', "--acting-as", "public")

    assert line.startswith("error: ")


@pytest.mark.parametrize("changes", ["{", "[]", "5", '{"trl": 99}', '{"unknown": 1}'])
def test_changes_that_are_none_are_refused(changes: str, seeded: dict[str, int]) -> None:
    assert refused("postings", "edit", seeded["t0"], changes).startswith("error: ")


@pytest.mark.parametrize("content", ["{", "[]", "5", "{}", '{"title": 5}'])
def test_a_draft_that_is_none_is_refused(content: str, seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    file.write_text(content)

    assert refused("postings", "add", "need", file).startswith("error: ")
    assert refused("check", "need", file).startswith("error: ")


def test_a_database_that_is_not_upgraded_says_the_command_to_run(settings: Settings) -> None:
    (settings.data_folder / "matchmaker.db").unlink()

    line = refused("postings", "list")
    upgraded = run("db", "upgrade")

    assert line.endswith("Run: matchmaker db upgrade")
    assert line.startswith("error: database_not_current(")
    assert upgraded == "database is current\n"
    assert told("postings", "list", "--json") == []


def test_a_model_that_is_not_built_says_the_command_to_run(
    seeded: dict[str, int], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    monkeypatch.setenv("MATCHMAKER_ENCODER", "model")

    assert refused("search", "kho lạnh").endswith("Run: matchmaker model build")


def test_a_folder_that_is_no_collection_is_refused(seed_folder: Path) -> None:
    line = refused("evaluate", seed_folder)

    assert line == f"error: collection_file_unreadable(file='{seed_folder / 'corpus.jsonl'}')"


def test_a_failed_import_ends_with_one_line(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "rows.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")

    line = refused("postings", "import", "need", file, "--write")

    assert line.startswith("job 5 failed: ")


def test_a_file_in_another_encoding_is_refused(seeded: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    file.write_text('{"title": "kho lạnh"}', "utf-16")

    expected = "error: encoding_unknown(file='draft.json')"
    assert refused("check", "need", file) == expected
    assert refused("postings", "add", "need", file) == expected
    assert refused("organisations", "load", file) == expected


# --- saving and moving ---


def test_everything_is_saved_moved_and_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, saved = tmp_path / "organisations.jsonl", tmp_path / "saved.tar.gz"
    file.write_text(json.dumps({"key": "a", "name_vi": "Viện A", "kind": "institute"}) + "\n", "utf-8")
    run("organisations", "load", file)
    here = get_settings().database

    told_of_backup = run("backup", saved)
    live_in(tmp_path / "elsewhere", monkeypatch)
    told_of_restore = run("restore", saved)
    there = get_settings().database
    again = CliRunner().invoke(app, ["restore", str(saved)])
    live_in(tmp_path / "third", monkeypatch)
    run("db", "upgrade")
    told_of_move = run("db", "move", there, get_settings().database)

    assert "it holds secrets" in told_of_backup
    assert "all checked" in told_of_restore
    assert (again.exit_code, "database_not_empty" in again.output) == (1, True)
    assert told_of_move.strip().endswith("none different")
    assert here != there
    assert [row["name_vi"] for row in told("organisations", "list", "--json")] == ["Viện A"]


def test_workers_want_a_database_that_is_shared() -> None:
    refused = CliRunner().invoke(app, ["worker"])

    assert (refused.exit_code, "worker_needs_postgresql" in refused.output) == (1, True)
