"""The built sentence model in each of its runtimes: texts of any length, alone or together, in any language."""

from pathlib import Path

import numpy as np
import pytest

from matchmaker.embedding.encoder import Encoder
from matchmaker.embedding.manifest import is_built, load_encoder
from matchmaker.settings import Settings

MODELS = Path(__file__).parents[2] / "models"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not is_built(MODELS), reason="the sentence model is not built: matchmaker model build"),
]
WASTE = "Xử lý nước thải sinh hoạt bằng màng lọc sinh học"


@pytest.fixture(scope="module", params=["openvino", "model"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return load_encoder(Settings(models_folder=MODELS, threads=1, encoder=request.param))


def test_a_vector_does_not_depend_on_its_company(encoder: Encoder) -> None:
    texts = [WASTE, "Kho lạnh", "A longer text about heat pumps that recover waste heat from chillers. " * 8]

    together = encoder.encode(texts, "passage")
    alone = np.concatenate([encoder.encode([text], "passage") for text in texts])

    assert (together * alone).sum(axis=1).min() > 0.9999


def test_a_long_text_is_read_to_its_end(encoder: Encoder) -> None:
    start = "Máy nén khí của nhà máy giấy " * 170
    long = start + "Trồng nấm và rau sạch trong nhà kính " * 550
    assert len(long.split()) >= 5000

    whole, beginning = encoder.encode([long, start], "passage")
    mushrooms = encoder.encode(["Trồng nấm và rau sạch trong nhà kính"], "passage")[0]

    assert np.linalg.norm(whole) == pytest.approx(1.0, abs=1e-5)
    assert float(whole @ beginning) < 0.99
    assert float(whole @ mushrooms) > float(beginning @ mushrooms) + 0.02


def test_an_empty_text_has_a_vector(encoder: Encoder) -> None:
    vectors = encoder.encode(["", WASTE], "query")

    assert vectors.shape == (2, encoder.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(2), abs=1e-5)


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([], "query").shape == (0, encoder.dimension)


def test_a_translation_is_nearer_than_another_subject_in_its_language(encoder: Encoder) -> None:
    asked = encoder.encode([WASTE], "query")[0]
    same, other = encoder.encode(
        ["Treating domestic waste water with a membrane bioreactor", "Software for human resources"], "passage"
    )

    assert float(asked @ same) > float(asked @ other) + 0.02


def test_the_role_makes_a_difference(encoder: Encoder) -> None:
    asked = encoder.encode([WASTE], "query")[0]
    offered = encoder.encode([WASTE], "passage")[0]

    assert float(asked @ offered) < 0.9999


def test_progress_ends_at_the_number_of_texts(encoder: Encoder) -> None:
    told: list[tuple[int, int]] = []

    encoder.encode(["a", "b"], "query", lambda done, total: told.append((done, total)))

    assert told == [(2, 2)]
