"""The columns of the import and export tables, and how the headers of a file are matched to them.

Each column has a header, a help text and an example in English and Vietnamese. Lists are written as codes
joined by ``;``. A translation has one column per text and language, such as ``title (en)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matchmaker.kit.text import fold

Kind = Literal["technology", "need"]

# Languages a record can be translated into, with their names in both languages of the interface.
_LANGUAGES = (("en", "English", "tiếng Anh"), ("vi", "Vietnamese", "tiếng Việt"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the record field it fills and what people read about it, in both languages.

    ``aliases`` are further headers under which files carry the column.
    """

    field: str
    header_en: str
    header_vi: str
    help_en: str
    help_vi: str
    example_en: str
    example_vi: str
    aliases: tuple[str, ...] = ()

    def header(self, language: str) -> str:
        """Return the header in ``vi`` or, for any other language, in English."""
        return self.header_vi if language == "vi" else self.header_en


def _translations(column: Column) -> tuple[Column, ...]:
    """Return the translation columns of a text column, one per language."""
    return tuple(
        Column(
            field=f"{column.field}_{code}",
            header_en=f"{column.header_en} ({code})",
            header_vi=f"{column.header_vi} ({code})",
            help_en=f"{column.header_en} in {name_en}; empty when that is the record's own language.",
            help_vi=f"{column.header_vi} bằng {name_vi}; để trống nếu đó là ngôn ngữ chính của hồ sơ.",
            example_en=column.example_en if code == "en" else column.example_vi,
            example_vi=column.example_en if code == "en" else column.example_vi,
            aliases=(f"{column.header_en} in {name_en}", f"{column.header_en} ({name_en})",
                     f"{column.header_vi} ({name_vi})", f"{column.header_vi} {name_vi}"),
        )
        for code, name_en, name_vi in _LANGUAGES
    )  # fmt: skip


# --- columns both kinds of record have ---------------------------------------------------------------

_ORGANISATION = Column(
    "organisation", "Organisation", "Đơn vị",
    "Key or name of the organisation, as registered.", "Mã hoặc tên đơn vị như đã đăng ký.",
    "org-bach-dang-institute", "Viện Công nghệ Bạch Đằng",
    ("Organization", "Company", "Institute", "Cơ quan", "Doanh nghiệp", "Tổ chức"),
)  # fmt: skip
_LANGUAGE = Column(
    "language", "Language", "Ngôn ngữ",
    "Language of the record: vi or en.", "Ngôn ngữ của hồ sơ: vi hoặc en.",
    "en", "vi",
    ("Lang",),
)  # fmt: skip
_SECTORS = Column(
    "sectors", "Sectors", "Lĩnh vực",
    "One or two sector codes, joined by ;", "Một hoặc hai mã lĩnh vực, cách nhau bằng dấu ;",
    "water-waste.industrial-wastewater;green-production.waste-recycling",
    "water-waste.industrial-wastewater;green-production.waste-recycling",
    ("Sector", "Field", "Ngành", "Ngành nghề"),
)  # fmt: skip
_KEYWORDS = Column(
    "keywords", "Keywords", "Từ khóa",
    "Three to six search words, joined by ;", "Ba đến sáu từ khóa, cách nhau bằng dấu ;",
    "membrane bioreactor;dyeing wastewater;COD", "màng MBR;nước thải dệt nhuộm;COD",
    ("Keyword", "Tags"),
)  # fmt: skip
_CURRENCY = Column(
    "currency", "Currency", "Đơn vị tiền tệ",
    "VND, USD or EUR; empty without an amount.", "VND, USD hoặc EUR; để trống nếu không nêu số tiền.",
    "USD", "VND",
    ("Tiền tệ", "Loại tiền"),
)  # fmt: skip
_COOPERATION = Column(
    "cooperation", "Cooperation", "Hình thức hợp tác",
    "One to three of licence, sale, joint_development, technical_cooperation, service, investment; "
    "joined by ;",
    "Một đến ba trong số licence, sale, joint_development, technical_cooperation, service, investment; "
    "cách nhau bằng dấu ;",
    "licence;technical_cooperation", "licence;technical_cooperation",
    ("Forms of cooperation", "Cooperation types", "Hợp tác"),
)  # fmt: skip
_REGION = Column(
    "region", "Region", "Địa bàn",
    "Province in small letters with hyphens, or a two-letter country code.",
    "Tỉnh, thành phố viết thường không dấu có gạch nối, hoặc mã quốc gia hai chữ cái.",
    "hai-phong", "hai-phong",
    ("Province", "Location", "Khu vực", "Tỉnh thành", "Tỉnh/Thành phố"),
)  # fmt: skip
_VISIBILITY = Column(
    "visibility", "Visibility", "Mức công khai",
    "public (everybody reads all) or teaser (details on request).",
    "public (công khai toàn bộ) hoặc teaser (chỉ hiện phần giới thiệu).",
    "public", "teaser",
    ("Chế độ hiển thị", "Hiển thị"),
)  # fmt: skip
_EXPIRES_ON = Column(
    "expires_on", "Expires on", "Ngày hết hạn",
    "Last day the record is shown, YYYY-MM-DD; empty for no limit.",
    "Ngày cuối hồ sơ được hiển thị, dạng NNNN-TT-NN; để trống nếu không giới hạn.",
    "2027-12-31", "2027-12-31",
    ("Expiry date", "Expires", "Hết hạn", "Hiệu lực đến"),
)  # fmt: skip


def _key(example: str) -> Column:
    """Return the column of the external reference, by which a repeated import updates instead of adding."""
    return Column(
        "key", "Key", "Mã tham chiếu",
        "Your own reference. A second import with the same key updates the record in the columns it has.",
        "Mã do đơn vị tự đặt. Nhập lại cùng mã sẽ cập nhật hồ sơ đã có ở những cột có trong tệp.",
        example, example,
        ("External reference", "Reference key", "ID", "Code", "Mã", "Mã hồ sơ"),
    )  # fmt: skip


# --- technologies ------------------------------------------------------------------------------------

_TECHNOLOGY_TEXTS = (
    Column(
        "title", "Title", "Tên công nghệ",
        "Name of the technology, one line.", "Tên công nghệ, một dòng.",
        "Membrane bioreactor for dyeing wastewater", "Bể lọc màng sinh học xử lý nước thải dệt nhuộm",
        ("Technology", "Technology name", "Name", "Tiêu đề", "Công nghệ"),
    ),
    Column(
        "summary", "Summary", "Tóm tắt",
        "Two or three sentences that everybody may read.", "Hai, ba câu giới thiệu, ai cũng đọc được.",
        "Removes 95 % of COD at 200 m³/day on a quarter of the usual area.",
        "Khử 95 % COD ở công suất 200 m³/ngày trên một phần tư diện tích thông thường.",
        ("Abstract", "Giới thiệu"),
    ),
    Column(
        "description", "Description", "Mô tả",
        "How it works, capacity and results so far.", "Nguyên lý, công suất và kết quả đã đạt được.",
        "Hollow-fibre modules follow an anoxic tank; sludge age is kept at 25 days.",
        "Mô-đun sợi rỗng đặt sau bể thiếu khí; tuổi bùn duy trì 25 ngày.",
        ("Details", "Mô tả chi tiết", "Nội dung"),
    ),
    Column(
        "advantages", "Advantages", "Ưu điểm",
        "What it does better than the usual way.", "Điểm vượt trội so với giải pháp thông thường.",
        "No settling tank; 30 % less sludge.", "Không cần bể lắng; giảm 30 % lượng bùn.",
        ("Benefits", "Ưu thế", "Lợi thế"),
    ),
    Column(
        "requirements", "Requirements", "Điều kiện áp dụng",
        "What the user must have: site, power, staff.",
        "Điều kiện bên sử dụng cần có: mặt bằng, điện, nhân lực.",
        "80 m² of floor, 45 kW, one trained operator.",
        "Mặt bằng 80 m², nguồn điện 45 kW, một người vận hành được đào tạo.",
        ("Conditions", "Yêu cầu", "Điều kiện"),
    ),
)  # fmt: skip

_TECHNOLOGY_FACTS = (
    _SECTORS,
    _KEYWORDS,
    Column(
        "trl", "TRL", "Mức sẵn sàng công nghệ",
        "Technology readiness level, 1 to 9.", "Mức sẵn sàng công nghệ (TRL), từ 1 đến 9.",
        "7", "7",
        ("Technology readiness level", "Readiness level", "Mức TRL", "Mức độ sẵn sàng công nghệ"),
    ),
    Column(
        "ip_status", "IP status", "Sở hữu trí tuệ",
        "none, applied, granted, trade_secret, copyright or open.",
        "none, applied, granted, trade_secret, copyright hoặc open.",
        "granted", "granted",
        ("Intellectual property", "IP", "Tình trạng sở hữu trí tuệ", "SHTT"),
    ),
    _COOPERATION,
    Column(
        "price_min", "Price from", "Giá từ",
        "Lowest price, digits only.", "Giá thấp nhất, chỉ ghi chữ số.",
        "40000", "1000000000",
        ("Minimum price", "Min price", "Giá thấp nhất", "Giá tối thiểu"),
    ),
    Column(
        "price_max", "Price to", "Giá đến",
        "Highest price, digits only.", "Giá cao nhất, chỉ ghi chữ số.",
        "90000", "2300000000",
        ("Maximum price", "Max price", "Giá cao nhất", "Giá tối đa"),
    ),
    _CURRENCY,
    Column(
        "references", "References", "Nơi đã ứng dụng",
        "Where it runs already.", "Những nơi đã triển khai.",
        "Two dye houses in Trang Due industrial park since 2023.",
        "Hai xưởng nhuộm tại khu công nghiệp Tràng Duệ từ năm 2023.",
        ("Reference projects", "Đã ứng dụng", "Công trình tham khảo"),
    ),
    _REGION,
    _VISIBILITY,
    _EXPIRES_ON,
)  # fmt: skip

FIELDS_TECHNOLOGY: tuple[Column, ...] = (
    _key("tech-001"),
    _ORGANISATION,
    _LANGUAGE,
    *_TECHNOLOGY_TEXTS,
    *_TECHNOLOGY_FACTS,
    *(translation for column in _TECHNOLOGY_TEXTS for translation in _translations(column)),
)


# --- needs -------------------------------------------------------------------------------------------

_NEED_TEXTS = (
    Column(
        "title", "Title", "Tên nhu cầu",
        "What is needed, one line.", "Nội dung cần tìm, một dòng.",
        "Cut the steam use of a shrimp blanching line", "Giảm lượng hơi tiêu thụ của dây chuyền hấp tôm",
        ("Need", "Need title", "Name", "Tiêu đề", "Nhu cầu"),
    ),
    Column(
        "problem", "Problem", "Vấn đề",
        "What goes wrong today, with numbers.", "Khó khăn hiện tại, kèm số liệu.",
        "The line uses 1.8 t of steam per tonne of product.",
        "Dây chuyền tốn 1,8 tấn hơi cho mỗi tấn thành phẩm.",
        ("Problem description", "Mô tả vấn đề", "Bài toán", "Thực trạng"),
    ),
    Column(
        "tried", "Tried so far", "Giải pháp đã thử",
        "What has been tried and why it fell short.", "Giải pháp đã thử và vì sao chưa đạt.",
        "New steam traps saved only 4 %.", "Thay bẫy hơi mới chỉ tiết kiệm được 4 %.",
        ("Already tried", "Đã thử", "Đã thực hiện"),
    ),
    Column(
        "success_measure", "Measure of success", "Tiêu chí thành công",
        "The number that shows the need is met.", "Con số cho thấy nhu cầu đã được đáp ứng.",
        "At most 1.3 t of steam per tonne.", "Không quá 1,3 tấn hơi cho mỗi tấn thành phẩm.",
        ("Success criteria", "Target", "Chỉ tiêu", "Kết quả mong muốn"),
    ),
)  # fmt: skip

_NEED_FACTS = (
    _SECTORS,
    _KEYWORDS,
    Column(
        "trl_min", "Minimum TRL", "TRL tối thiểu",
        "Lowest acceptable technology readiness level, 1 to 9.",
        "Mức sẵn sàng công nghệ thấp nhất chấp nhận được, từ 1 đến 9.",
        "7", "7",
        ("TRL", "TRL from", "Lowest TRL", "Mức sẵn sàng công nghệ tối thiểu"),
    ),
    Column(
        "budget_min", "Budget from", "Ngân sách từ",
        "Lower end of the budget, digits only.", "Mức ngân sách thấp nhất, chỉ ghi chữ số.",
        "20000", "500000000",
        ("Minimum budget", "Min budget", "Ngân sách tối thiểu", "Kinh phí từ"),
    ),
    Column(
        "budget_max", "Budget to", "Ngân sách đến",
        "Upper end of the budget, digits only.", "Mức ngân sách cao nhất, chỉ ghi chữ số.",
        "60000", "1500000000",
        ("Maximum budget", "Max budget", "Ngân sách tối đa", "Kinh phí đến"),
    ),
    _CURRENCY,
    Column(
        "deadline", "Deadline", "Thời hạn",
        "When a solution must be in place, YYYY-MM-DD.", "Ngày cần có giải pháp, dạng NNNN-TT-NN.",
        "2027-06-30", "2027-06-30",
        ("Needed by", "Due date", "Hạn chót", "Thời hạn cần"),
    ),
    _COOPERATION,
    _REGION,
    _VISIBILITY,
    _EXPIRES_ON,
)  # fmt: skip

FIELDS_NEED: tuple[Column, ...] = (
    _key("need-001"),
    _ORGANISATION,
    _LANGUAGE,
    *_NEED_TEXTS,
    *_NEED_FACTS,
    *(translation for column in _NEED_TEXTS for translation in _translations(column)),
)


# --- matching ----------------------------------------------------------------------------------------


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a kind of record, in the order of the template."""
    return FIELDS_TECHNOLOGY if kind == "technology" else FIELDS_NEED


def _signature(header: str) -> str:
    """Return what is compared: letters and digits without case, accents, spaces and punctuation."""
    return "".join(char for char in fold(header) if char.isalnum())


def _signatures(kind: Kind) -> dict[str, str]:
    """Return signature -> field; a field's own name and headers win over another's aliases."""
    columns = columns_of(kind)
    names = {_signature(alias): column.field for column in columns for alias in column.aliases}
    for column in columns:
        for name in (column.field, column.header_en, column.header_vi):
            names[_signature(name)] = column.field
    return names


_FIELDS_BY_SIGNATURE: dict[Kind, dict[str, str]] = {
    "technology": _signatures("technology"),
    "need": _signatures("need"),
}


def match_headers(headers: Sequence[str], kind: Kind) -> dict[str, str]:
    """Return header -> field for the headers that are known, in the order given.

    Case, accents, spaces, underscores and punctuation do not matter, nor does the language. When two headers
    mean the same field the first one has it. See :func:`unknown_headers` for the rest.
    """
    known = _FIELDS_BY_SIGNATURE[kind]
    matched: dict[str, str] = {}
    for header in headers:
        name = known.get(_signature(header))
        if name is not None and name not in matched.values():
            matched[header] = name
    return matched


def unknown_headers(headers: Sequence[str], kind: Kind) -> list[str]:
    """Return the headers that :func:`match_headers` leaves out, in order; blank ones are ignored."""
    matched = match_headers(headers, kind)
    return [header for header in headers if header.strip() and header not in matched]
