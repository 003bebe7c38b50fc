"""TCVN3 and VNI text is recognised and converted; everything else stays untouched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.catalogue.legacy_letters import TCVN3_LETTERS, VNI_LETTERS
from matchmaker.catalogue.legacy_text import (
    Conversion,
    LegacyTextError,
    convert,
    detect,
    vietnamese_share,
)
from matchmaker.catalogue.syllables import is_syllable

VIETNAMESE = [
    "Công nghệ xử lý nước thải dệt nhuộm bằng màng sinh học, công suất 200 m³/ngày đêm",
    "Thiết bị thu hồi nhiệt từ khói lò hơi giúp giảm 15 % lượng than tiêu thụ",
    "Giám sát chất lượng nước nuôi tôm theo thời gian thực tại Tiên Lãng, Vĩnh Bảo",
    "Hệ thống cẩu tự động ở cảng Lạch Huyện rút ngắn thời gian bốc dỡ container",
    "Đánh giá độ ăn mòn vỏ tàu; sơn chống hà thế hệ mới không chứa đồng",
    "Quy trình lên men bã rong mơ thành phân bón hữu cơ cho vùng rau An Dương",
    "Ủ phân, ướp lạnh, khử khuẩn, đóng gói hải sản: những khâu tốn điện nhất",
]

FOREIGN = [
    "Procédé de traitement des eaux usées où l'énergie est récupérée à 80 % ; déjà breveté en été 2021",
    "«Le naïf Caïn, près du chêne, aperçoit le laïc» : où ? À côté, très tôt, coûte que coûte",
    "Die Größe der Wärmerückgewinnung für Öfen: 5 µm Filter, 30 °C, §5 Absatz 2, »schön« gelöst",
    "Tratamento de águas residuárias com redução de até 30 % da poluição; não há saúde sem ação",
    "El año pasado diseñó un pequeño tamiz de 10 µm; aéreo, océano, teátro, raíz, ñu, león, sí",
    "Zařízení na úpravu vody snižuje spotřebu o 20 %, příliš žluťoučký kůň úpěl ďábelské ódy",
    "The naïve café owner's résumé: a 5 N·m torque, an m×n matrix, 10 µm ± 2 µm, ©2020 Acme® 1½\"",
    "±5 °C «quoted» µm ¸",
    "Più qualità, però la città è già là; virtù e caffè",
    "Så må då på gå: poäng för miljön, blåbærsyltetøy",
    "Energieeffizienz",
    "水処理技術 ガス 한국어",
    "où",
    "Müller",
    "10 µm",
    "",
]


def encode_tcvn3(text: str) -> str:
    """Write Vietnamese as TCVN3 bytes read as Windows-1252."""
    codes = {letter: code for code, letter in TCVN3_LETTERS.items()}
    return "".join(codes.get(char, char) for char in text)


def encode_vni(text: str) -> str:
    """Write Vietnamese as VNI bytes read as Windows-1252."""
    codes = {letter: code for code, letter in VNI_LETTERS.items() if code.islower() or code.isupper()}
    return "".join(codes.get(char, char) for char in text)


@pytest.mark.parametrize(
    ("legacy", "expected"),
    [
        ("C«ng nghÖ", Conversion("Công nghệ", "tcvn3", True)),
        ("Coâng ngheä", Conversion("Công nghệ", "vni", True)),
        ("COÂNG NGHEÄ", Conversion("CÔNG NGHỆ", "vni", True)),
        ("AÙnh saùng, Aùo ñöôïc", Conversion("Ánh sáng, Áo được", "vni", True)),
        ("§¹i häc B¸ch khoa Hµ Néi", Conversion("Đại học Bách khoa Hà Nội", "tcvn3", True)),
        ("Xö lý n­íc th¶i 3 m³/ngµy, läc 5 µm", Conversion("Xử lý nước thải 3 m³/ngày, lọc 5 µm", "tcvn3", True)),
        ("«C«ng nghÖ» ë ®©y", Conversion("«Công nghệ» ở đây", "tcvn3", True)),
        ("Hµ Néi", Conversion("Hà Nội", "tcvn3", False)),
        ("C¤NG NGHÖ Xö Lý", Conversion("CÔNG NGHỆ Xử Lý", "tcvn3", False)),
    ],
)
def test_convert_known_texts(legacy: str, expected: Conversion) -> None:
    assert convert(legacy) == expected


def test_tables_are_complete() -> None:
    letters = {unicodedata.normalize("NFC", char) for char in VNI_LETTERS.values()}

    assert len(letters) == 134
    assert len(TCVN3_LETTERS) == 74
    assert set(TCVN3_LETTERS.values()) == {char for char in letters if char.islower()} | set("ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_survives_the_way_through_vni(text: str) -> None:
    assert convert(encode_vni(text)) == Conversion(text, "vni", True)


@pytest.mark.parametrize("text", VIETNAMESE[:6])
def test_vietnamese_survives_the_way_through_tcvn3(text: str) -> None:
    assert convert(encode_tcvn3(text)) == Conversion(text, "tcvn3", True)


WORDS = sorted({word for text in VIETNAMESE for word in text.split() if word.isalpha() and word.islower()})


@given(st.lists(st.sampled_from(WORDS), min_size=12, max_size=40))
def test_any_sentence_survives_both_ways(words: list[str]) -> None:
    text = "Hệ thống sấy bơm được " + " ".join(words)

    assert convert(encode_tcvn3(text)).text == text
    assert convert(encode_vni(text)).text == text


@pytest.mark.parametrize("text", [*VIETNAMESE, *FOREIGN])
def test_genuine_text_is_untouched(text: str) -> None:
    conversion = convert(text)

    assert (conversion.text, conversion.source) == (text, "unicode")


@given(st.text())
def test_detect_takes_anything(text: str) -> None:
    verdict = detect(text)

    assert 0.0 <= verdict.score <= 1.0
    assert verdict.encoding in ("unicode", "tcvn3", "vni")


def test_windows_1258_is_unicode_after_composition() -> None:
    decomposed = unicodedata.normalize("NFD", VIETNAMESE[0]).encode("cp1258", "replace").decode("cp1258")
    by_windows = "Công nghê\u0323 xư\u0309 ly\u0301"

    assert decomposed
    assert convert(by_windows) == Conversion("Công nghệ xử lý", "unicode", True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Công nghệ mới: xö lý n­íc th¶i b»ng c«ng nghÖ mµng", "tcvn3"),
        ("Công nghệ mới: xöû lyù nöôùc thaûi baèng coâng ngheä", "vni"),
        ("C«ng nghÖ xö lý n­íc th¶i b»ng m\ufffdng läc vµ b¬m nhiÖt", "tcvn3"),
    ],
)
def test_mixed_and_damaged_text_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(LegacyTextError) as caught:
        convert(text)

    assert (caught.value.code, caught.value.encoding) == ("legacy_text_unconvertible", encoding)


def test_neighbours_can_settle_a_short_text() -> None:
    assert convert("HÖ thèng").source == "unicode"
    assert convert("HÖ thèng", assume="tcvn3") == Conversion("Hệ thống", "tcvn3", False)


@pytest.mark.parametrize("word", ["nghiêng", "hòa", "hoà", "thuỷ", "giếng", "gì", "quốc", "Đắk", "khuỷu", "ngoằn"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["aù", "khi\u0301", "cac", "ghoa", "quoc", "Müller", "été", "", "nghan", "cằc"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_vietnamese_share() -> None:
    assert vietnamese_share("công nghệ für Größe and more") == 0.5
