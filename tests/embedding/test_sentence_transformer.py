"""Any sentence-transformers folder as a model: a tiny one with random weights, made here, and changing over to it."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from starlette.testclient import TestClient
from support import Api

from matchmaker.app import create_app
from matchmaker.embedding import store
from matchmaker.embedding.manifest import load_encoder
from matchmaker.embedding.sentence_transformer import SentenceTransformerEncoder
from matchmaker.kit.errors import UnavailableError
from matchmaker.services import SWITCH_MODEL, open_matcher
from matchmaker.settings import Settings

SYLLABLES = "lò hơi kho lạnh nước thải điện mặt trời máy nén khí sinh học thu hồi nhiệt"
WORDS = [*SYLLABLES.split(" "), "query", "passage", ":"]
TEXTS = ["lò hơi", "kho lạnh nước thải", "điện", "thu hồi nhiệt khí sinh học", ""]
LONG = " ".join(WORDS[:17] * 5)
MAX_TOKENS = 32
# The encoder leaves room for prompt and marks.
WINDOW = MAX_TOKENS - 16
PROMPTS = {"query": "query: ", "passage": "passage: "}


def make_folder(folder: Path, dimension: int = 32, seed: int = 1, prompts: dict[str, str] | None = None) -> Path:
    """Write a model of two layers with random weights and a vocabulary of a few words."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    bert = folder.with_name(f"{folder.name}-bert")
    bert.mkdir(parents=True)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(WORDS)]
    (bert / "vocab.txt").write_text("\n".join(vocabulary), "utf-8")
    tokenizer = BertTokenizerFast(str(bert / "vocab.txt"), strip_accents=False, model_max_length=MAX_TOKENS)
    tokenizer.save_pretrained(bert)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=dimension,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=2 * dimension,
        max_position_embeddings=MAX_TOKENS,
        initializer_range=0.5,
    )
    BertModel(config).save_pretrained(bert)
    modules = [Transformer(str(bert), max_seq_length=MAX_TOKENS), Pooling(dimension, pooling_mode="mean"), Normalize()]
    made = SentenceTransformer(modules=modules, prompts=PROMPTS if prompts is None else prompts, device="cpu")
    made.save(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def encoder(folder: Path) -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(str(folder), threads=1)


def settings_for(settings: Settings, model: Path) -> Settings:
    """The same service with another model."""
    return settings.model_copy(update={"encoder": "model", "model": str(model), "threads": 1})


# --- one folder ---


def test_vectors_are_unit_vectors_of_the_models_size(encoder: SentenceTransformerEncoder) -> None:
    vectors = encoder.encode([*TEXTS, LONG], "passage")

    assert (vectors.shape, vectors.dtype, encoder.dimension) == ((6, 32), np.float32, 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6), abs=1e-5)


def test_no_texts_have_no_vectors(encoder: SentenceTransformerEncoder) -> None:
    assert encoder.encode([], "query").shape == (0, 32)


def test_what_is_read_is_what_the_library_reads(encoder: SentenceTransformerEncoder, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    library = SentenceTransformer(str(folder), device="cpu")

    asked, answered = encoder.encode(TEXTS, "query"), encoder.encode(TEXTS, "passage")

    assert asked == pytest.approx(library.encode([f"query: {text}" for text in TEXTS]), abs=1e-5)
    assert answered == pytest.approx(library.encode([f"passage: {text}" for text in TEXTS]), abs=1e-5)
    assert np.abs(asked - answered).max() > 0.01


def test_a_model_with_other_prompts_is_read_with_its_own(tmp_path: Path) -> None:
    named = SentenceTransformerEncoder(str(make_folder(tmp_path / "named", prompts={"document": "passage: "})), 1)
    plain = SentenceTransformerEncoder(str(make_folder(tmp_path / "plain", prompts={})), 1)

    assert np.abs(named.encode(["lò hơi"], "query") - plain.encode(["lò hơi"], "query")).max() < 1e-5
    assert named.encode(["lò hơi"], "passage") == pytest.approx(plain.encode(["passage: lò hơi"], "query"), abs=1e-5)


def test_a_text_has_the_same_vector_in_any_order(encoder: SentenceTransformerEncoder) -> None:
    texts = [*TEXTS, LONG, *(f"{first} {second}" for first in WORDS for second in WORDS)]

    together = encoder.encode(texts, "passage")
    backwards = encoder.encode(texts[::-1], "passage")[::-1]
    alone = np.concatenate([encoder.encode([text], "passage") for text in texts[:10]])

    assert backwards == pytest.approx(together, abs=1e-5)
    assert alone == pytest.approx(together[:10], abs=1e-5)


def test_a_long_text_is_the_mean_of_its_windows(encoder: SentenceTransformerEncoder) -> None:
    words = LONG.split()[: 2 * WINDOW]
    halves = [" ".join(words[:WINDOW]), " ".join(words[WINDOW:])]

    (whole,) = encoder.encode([" ".join(words)], "passage")

    mean = encoder.encode(halves, "passage").mean(axis=0)
    assert whole == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)


def test_the_end_of_a_long_text_counts(encoder: SentenceTransformerEncoder) -> None:
    first, second = encoder.encode([f"{LONG} lò hơi", f"{LONG} điện mặt"], "passage")

    assert np.abs(first - second).max() > 0.001


def test_progress_counts_texts(encoder: SentenceTransformerEncoder) -> None:
    told: list[tuple[int, int]] = []

    encoder.encode([LONG] * 60, "passage", lambda done, total: told.append((done, total)))

    assert (told[-1], told == sorted(told), len(told) > 1) == ((60, 60), True, True)


def test_the_name_tells_other_weights_in_the_same_folder(encoder: SentenceTransformerEncoder, tmp_path: Path) -> None:
    twin = SentenceTransformerEncoder(str(make_folder(tmp_path / "first")), 1)
    other = SentenceTransformerEncoder(str(make_folder(tmp_path / "second", seed=2)), 1)

    digests = [found.name.rpartition("@")[2] for found in (encoder, twin, other)]

    assert twin.name.startswith(f"{tmp_path / 'first'}@")
    assert (digests[0] == digests[1], digests[1] == digests[2]) == (True, False)


# --- a folder that is none ---


def test_a_folder_is_loaded_by_the_setting(settings: Settings, folder: Path) -> None:
    loaded = load_encoder(settings_for(settings, folder))

    assert (type(loaded), loaded.dimension) == (SentenceTransformerEncoder, 32)


@pytest.mark.parametrize("damage", ["nowhere", "empty", "a file", "config.json", "model.safetensors", "modules.json"])
def test_what_is_no_model_is_refused(damage: str, settings: Settings, folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    if damage == "empty":
        wrong.mkdir()
    elif damage == "a file":
        wrong.write_text("no model")
    elif damage != "nowhere":
        shutil.copytree(folder, wrong)
        (wrong / damage).write_bytes(b"{")

    with pytest.raises(UnavailableError) as refused:
        load_encoder(settings_for(settings, wrong))

    assert (refused.value.code, refused.value.params["model"]) == ("model_not_loadable", str(wrong))
    assert refused.value.params["reason"] != ""


# --- changing over ---


def started(settings: Settings) -> Api:
    """The service as it is after a start; jobs wait until somebody runs them."""
    app = create_app(settings, background=False)
    open_matcher(app.state.services)
    return Api(TestClient(app, raise_server_exceptions=False), app)


def serving(api: Api) -> list[Any]:
    """The model that serves, as it is written down and as it is at work."""
    with api.database.session(writes=False) as session:
        known = store.serving_model(session)
    encoder = api.app.state.services.matcher.engine.encoder
    assert known is not None
    assert known.name == encoder.name
    return [known.model, encoder.dimension]


def switches(api: Api) -> list[dict[str, Any]]:
    return [job for job in api.get("/jobs")["items"] if job["kind"] == SWITCH_MODEL]


def found(api: Api) -> list[int]:
    return sorted(hit["posting"]["id"] for hit in api.get("/search", q="lò hơi", language="vi")["items"])


def test_the_former_model_serves_until_everything_is_encoded_with_the_next(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    second = make_folder(tmp_path / "second", dimension=48, seed=2)
    api = started(settings_for(settings, folder))
    owner = api.organisation()
    ids = [api.published("technology", owner, title=title)["id"] for title in ("Lò hơi", "Kho lạnh")]
    assert serving(api) == [str(folder), 32]

    api = started(settings_for(settings, second))
    former = (serving(api), found(api))
    ids.append(api.published("technology", owner, title="Nước thải")["id"])
    meanwhile = found(api)
    (switch,) = switches(api)
    ended = api.run(switch["id"])

    assert former == ([str(folder), 32], ids[:2])
    assert meanwhile == ids
    assert (switch["state"], ended["state"]) == ("queued", "done")
    assert ended["result"] == {"model": load_encoder(settings_for(settings, second)).name}
    assert (serving(api), found(api)) == ([str(second), 48], ids)


def test_a_start_in_between_goes_on_with_the_former_model_and_asks_once(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    second = make_folder(tmp_path / "second", dimension=48, seed=2)
    started(settings_for(settings, folder))

    for _ in range(2):
        api = started(settings_for(settings, second))
        assert serving(api) == [str(folder), 32]

    (switch,) = switches(api)
    api.run(switch["id"])
    assert serving(started(settings_for(settings, second))) == [str(second), 48]
    assert [job["state"] for job in switches(api)] == ["done"]


def test_other_weights_under_the_same_name_are_taken_at_once(settings: Settings, folder: Path, tmp_path: Path) -> None:
    same = tmp_path / "same"
    shutil.copytree(folder, same)
    api = started(settings_for(settings, same))
    ids = [api.published("technology", api.organisation())["id"]]
    shutil.rmtree(same)
    shutil.copytree(make_folder(tmp_path / "second", dimension=48, seed=2), same)

    api = started(settings_for(settings, same))

    assert (serving(api), found(api), switches(api)) == ([str(same), 48], ids, [])


def test_from_the_twin_a_model_is_taken_at_once(api: Api, owner: int, settings: Settings, folder: Path) -> None:
    new = api.published("technology", owner)["id"]

    with_model = started(settings_for(settings, folder))

    assert (serving(with_model), found(with_model)) == ([str(folder), 32], [new])
